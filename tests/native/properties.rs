//! What the property tests share: how often, where failures are kept, small chance.

use luoxuan::{Author, Content, DeviceId, Entry, Moment, Phase};
use proptest::test_runner::{Config, FileFailurePersistence};

/// So many cases, unless `PROPTEST_CASES` says otherwise. A failing case is kept in the repository.
pub(crate) fn cases(number: u32) -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    Config {
        cases: cases.unwrap_or(number),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "proptest-regressions/native.txt",
        ))),
        ..Config::default()
    }
}

/// Chance from a seed: xorshift, enough to mix actions, and the same everywhere.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15 | 1)
    }

    /// A number below `most`.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % most.max(1) as u64).expect("small")
    }

    pub(crate) fn pick<'t, T>(&mut self, of: &'t [T]) -> Option<&'t T> {
        of.get(self.below(of.len()))
    }
}

pub(crate) const SENTENCES: [&str; 12] = [
    "平均只写了96字。",
    "像在报清单！",
    "为什么不改？",
    "老师还没批；",
    "“就是很激烈。”",
    "\n",
    "慢镜头纸条。",
    "第三句\n",
    "𠮷同学说好。",
    "👩‍🏫……",
    "没有句号",
    "A3 was better. ",
];

pub(crate) fn text(chance: &mut Chance, most: usize) -> String {
    let count = chance.below(most + 1);
    (0..count).filter_map(|_| chance.pick(&SENTENCES).copied()).collect()
}

pub(crate) fn entry(body: &str) -> Content {
    Content::of(&Entry {
        phase: Phase::Reflection,
        body: body.into(),
        ..Entry::default()
    })
}

pub(crate) fn by(device: u8, minute: i64) -> Author {
    Author {
        device: DeviceId::from_bytes([device; 16]),
        now: Moment::new(1_757_552_400_000 + minute * 60_000, 480),
    }
}
