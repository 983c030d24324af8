//! What the stories are played with, as `cargo xtask test` names it.

use std::path::PathBuf;

/// The value of one of the variables that `cargo xtask test` sets.
///
/// # Panics
///
/// If it is not set: a test that cannot run has not passed.
pub(crate) fn setting(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!(
            "{name} is not set. Run these tests by `cargo xtask test`: it builds the site, serves it, \
             finds the browsers and tells this test where they are."
        )
    })
}

/// How often a story that rolls dice is played.
pub(crate) fn rounds(usual: usize) -> usize {
    std::env::var("LUOXUAN_ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(usual)
}

/// The built site.
pub(crate) fn dist() -> PathBuf {
    let dist = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../dist"));
    assert!(
        dist.join("index.html").is_file(),
        "there is no built site in {}; `cargo xtask dist` builds it",
        dist.display()
    );
    dist
}

/// A folder of this test's own, deleted with it.
#[derive(Debug)]
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// A new, empty folder.
    pub(crate) fn new(name: &str) -> Self {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("luoxuan-{name}-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder for temporary files");
        Self(path)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &std::path::Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What a dying browser still holds is left to the system.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Dice whose throws can be repeated: the seed is printed, and `LUOXUAN_SEED` sets it.
pub(crate) struct Dice(u64);

impl Dice {
    /// New dice.
    pub(crate) fn new() -> Self {
        let given = std::env::var("LUOXUAN_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or_else(|| {
            let time = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
            time.map_or(1, |time| u64::from(time.subsec_nanos()))
        });
        eprintln!("LUOXUAN_SEED={seed}");
        Self(seed)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}
