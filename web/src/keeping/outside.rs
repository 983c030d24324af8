//! What localStorage remembers of the last copy outside: the database, which knows its day, may be what is gone.

use std::fmt;
use std::str::FromStr;

use luoxuan::Timestamp;
use luoxuan::store::{Manifest, NotAManifest};

/// The last copy outside, and what went into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// When it was made.
    pub at: Timestamp,
    /// What the journal came to then.
    pub manifest: Manifest,
}

impl fmt::Display for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.at.millis(), self.at.offset(), self.manifest)
    }
}

impl FromStr for Outside {
    type Err = NotAManifest;

    fn from_str(text: &str) -> Result<Self, NotAManifest> {
        let mut parts = text.splitn(3, ' ');
        let mut part = || parts.next().ok_or(NotAManifest);
        let millis = part()?.parse().map_err(|_| NotAManifest)?;
        let offset = part()?.parse().map_err(|_| NotAManifest)?;
        Ok(Self {
            at: Timestamp::new(millis, offset),
            manifest: part()?.parse()?,
        })
    }
}
