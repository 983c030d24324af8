//! What the stories are played with, as `cargo xtask test` names it.

use std::path::{Path, PathBuf};
use std::process::Command;

use luoxuan_tests::harm::Chance;

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

/// The rounds of kills that the promise speaks of; every other full figure goes with them.
const FULL: usize = 200;

/// How often a story that rolls dice is played: `usual` every day; of its full figure the part that
/// `LUOXUAN_ROUNDS` is of 200, if that is set.
pub(crate) fn rounds(usual: usize, full: usize) -> usize {
    let asked: Option<usize> = std::env::var("LUOXUAN_ROUNDS").ok().and_then(|text| text.parse().ok());
    asked.map_or(usual, |asked| (full * asked).div_ceil(FULL))
}

/// Says what a story has shown, for the table that `cargo xtask prove` writes.
pub(crate) fn proved(test: &str, what: &str, result: &str) {
    println!("proved: {test} | {what} | {result}");
}

/// The built site.
pub(crate) fn dist() -> PathBuf {
    PathBuf::from(setting("LUOXUAN_SITE"))
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
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What a dying browser still holds is left to the system.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Puts a copy of a folder in the place of another.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    // An old one of that name is not wanted.
    let _ = std::fs::remove_dir_all(to);
    let status = Command::new("cp").arg("-a").arg(from).arg(to).status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "{} can be copied",
        from.display()
    );
}

/// Dice whose throws can be repeated: the seed is printed, and `LUOXUAN_SEED` sets it.
#[derive(Debug, Clone)]
pub(crate) struct Dice(Chance);

impl Dice {
    /// New dice.
    pub(crate) fn new() -> Self {
        Self::seeded(Self::seed())
    }

    /// Dice that throw what this seed gives, and say so.
    pub(crate) fn of(seed: u64) -> Self {
        eprintln!("LUOXUAN_SEED={seed}");
        Self::seeded(seed)
    }

    /// The same, for one story of several under a seed that was said before.
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(Chance::new(seed))
    }

    /// A seed, printed: the given one, or by the clock.
    pub(crate) fn seed() -> u64 {
        let given = std::env::var("LUOXUAN_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or_else(|| {
            let time = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
            time.map_or(1, |time| u64::from(time.subsec_nanos()))
        });
        eprintln!("LUOXUAN_SEED={seed}");
        seed
    }

    /// One of several things.
    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        let at = usize::try_from(self.below(all.len() as u64)).expect("fits");
        all[at]
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        let limit = usize::try_from(limit).expect("fits");
        self.0.below(limit) as u64
    }
}
