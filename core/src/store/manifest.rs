//! What each place that keeps a journal remembers of the whole, and what is missing when it is held against what
//! could be read.

use std::fmt;
use std::str::FromStr;

use crate::journal::Tally;

/// What was kept, as one place remembers it: the figures of the whole journal, and the names of the places it was kept
/// in. A place that begins anew has another name.
///
/// One short line of text, so that it fits beside anything:
///
/// ```
/// use luoxuan::store::Manifest;
/// let kept: Manifest = "27 0 81 9f86d081884c7d65 3 a4dq 7hw2".parse().expect("it is one");
/// assert_eq!((kept.tally.records, kept.tally.revisions, kept.pictures), (27, 81, 3));
/// assert_eq!((&*kept.small, &*kept.large), ("a4dq", "7hw2"));
/// assert_eq!(kept.to_string().parse(), Ok(kept));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Manifest {
    /// What the journal came to.
    pub tally: Tally,
    /// How many pictures were kept.
    pub pictures: usize,
    /// The name of the small place, which holds current texts; empty if it is not known.
    pub small: String,
    /// The name of the large place, which holds everything; empty if it is not known.
    pub large: String,
}

/// A text that is no manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NotAManifest;

impl fmt::Display for NotAManifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a manifest: expected five figures and two names")
    }
}

impl std::error::Error for NotAManifest {}

/// Stands for a name that is not known.
const NAMELESS: &str = "-";

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally {
            records,
            erased,
            revisions,
            heads,
        } = self.tally;
        write!(f, "{records} {erased} {revisions} {heads:016x} {}", self.pictures)?;
        for name in [&self.small, &self.large] {
            write!(f, " {}", if name.is_empty() { NAMELESS } else { name })?;
        }
        Ok(())
    }
}

impl FromStr for Manifest {
    type Err = NotAManifest;

    fn from_str(text: &str) -> Result<Self, NotAManifest> {
        let mut words = text.split(' ');
        let mut word = || words.next().ok_or(NotAManifest);
        let number = |word: &str| word.parse().map_err(|_| NotAManifest);
        let name = |word: &str| if word == NAMELESS { "" } else { word }.to_owned();
        let manifest = Self {
            tally: Tally {
                records: number(word()?)?,
                erased: number(word()?)?,
                revisions: number(word()?)?,
                heads: u64::from_str_radix(word()?, 16).map_err(|_| NotAManifest)?,
            },
            pictures: number(word()?)?,
            small: name(word()?),
            large: name(word()?),
        };
        Ok(manifest)
    }
}

impl Manifest {
    /// What of this is not there any more. At least: whatever has been written since, and is not in here, may stand
    /// in for something that is gone.
    pub fn missing_in(&self, now: &Self) -> Missing {
        let (was, is) = (self.tally, now.tally);
        let texts = was.records.saturating_sub(is.records);
        let versions = if was.erased != is.erased {
            // An erasure takes versions along on purpose, nobody knows how many.
            0
        } else if (was.records, was.revisions) == (is.records, is.revisions) {
            // As many, and not the same: one is gone, and another has come since.
            usize::from(was.heads != is.heads)
        } else {
            was.revisions.saturating_sub(is.revisions).saturating_sub(texts)
        };
        Missing {
            texts,
            versions,
            pictures: self.pictures.saturating_sub(now.pictures),
        }
    }
}

/// What was kept and is not there any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize)]
pub struct Missing {
    /// Texts, and whatever else is a record.
    pub texts: usize,
    /// Earlier versions of texts that are there.
    pub versions: usize,
    /// Pictures.
    pub pictures: usize,
}

impl Missing {
    /// Whether it is nothing.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }

    fn or_more(self, other: Self) -> Self {
        Self {
            texts: self.texts.max(other.texts),
            versions: self.versions.max(other.versions),
            pictures: self.pictures.max(other.pictures),
        }
    }

    /// What is still missing after a copy was taken back in.
    #[must_use]
    pub fn after_restoring(self, before: &Manifest, after: &Manifest) -> Self {
        let brought = after.missing_in(before);
        Self {
            texts: self.texts.saturating_sub(brought.texts),
            versions: self.versions.saturating_sub(brought.versions),
            pictures: self.pictures.saturating_sub(brought.pictures),
        }
    }
}

/// What has happened to the places since they were last written.
///
/// ```
/// use luoxuan::store::{Loss, Manifest, Missing};
/// // What the small place remembers, and what is there after the large one has begun anew.
/// let kept: Manifest = "27 0 81 9f86d081884c7d65 3 a4dq 7hw2".parse().expect("it is one");
/// let now: Manifest = "20 0 20 0000000000000007 0 a4dq x5ne".parse().expect("it is one");
/// let loss = Loss::found(&now, &[kept], 20);
/// assert!(loss.large && !loss.small);
/// assert_eq!(loss.missing, Missing { texts: 7, versions: 54, pictures: 3 });
/// assert_eq!(loss.to_string().parse(), Ok(loss));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize)]
pub struct Loss {
    /// The small place has begun anew.
    pub small: bool,
    /// The large place has begun anew.
    pub large: bool,
    /// How many texts the large place had not, and the small one brought back.
    pub back: usize,
    /// What is in neither.
    pub missing: Missing,
}

impl Loss {
    /// Holds what the places remember against what is there `now`, which of it only the small one had brought `back`.
    pub fn found(now: &Manifest, remembered: &[Manifest], back: usize) -> Self {
        let other = |was: &str, is: &str| !was.is_empty() && !is.is_empty() && was != is;
        remembered.iter().fold(
            Self {
                back,
                ..Self::default()
            },
            |loss, kept| Self {
                small: loss.small || other(&kept.small, &now.small),
                large: loss.large || other(&kept.large, &now.large),
                back,
                missing: loss.missing.or_more(kept.missing_in(now)),
            },
        )
    }

    /// Whether there is anything to tell.
    pub fn is_nothing(self) -> bool {
        !self.small && !self.large && self.missing.is_nothing()
    }

    /// Both what was found before, and has not been seen to yet, and what is found now.
    #[must_use]
    pub fn and(self, later: Self) -> Self {
        Self {
            small: self.small || later.small,
            large: self.large || later.large,
            back: self.back.max(later.back),
            missing: self.missing.or_more(later.missing),
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Missing {
            texts,
            versions,
            pictures,
        } = self.missing;
        let places = u8::from(self.small) | u8::from(self.large) << 1;
        write!(f, "{places} {} {texts} {versions} {pictures}", self.back)
    }
}

impl FromStr for Loss {
    type Err = NotAManifest;

    fn from_str(text: &str) -> Result<Self, NotAManifest> {
        let mut words = text.split(' ');
        let mut number = || words.next().and_then(|word| word.parse().ok()).ok_or(NotAManifest);
        let places: usize = number()?;
        Ok(Self {
            small: places & 1 != 0,
            large: places & 2 != 0,
            back: number()?,
            missing: Missing {
                texts: number()?,
                versions: number()?,
                pictures: number()?,
            },
        })
    }
}
