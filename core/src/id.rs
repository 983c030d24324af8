//! Names that never clash: records, revisions, devices, blobs.
//!
//! All are printed in lower-case base 32 (RFC 4648 alphabet, no padding): safe in file names,
//! URLs and storage keys, and readable over the telephone.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// A text that is not an id of the expected kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ParseIdError;

impl fmt::Display for ParseIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id: expected lower-case base 32 of the right length")
    }
}

impl std::error::Error for ParseIdError {}

fn encode(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    // Thirty-two bytes, the longest, take fifty-two digits.
    let mut digits = [0; 52];
    let mut places = digits.iter_mut();
    let mut put = |value: u32| {
        if let Some(place) = places.next() {
            *place = ALPHABET[(value & 31) as usize];
        }
    };
    let (mut buffer, mut held) = (0_u32, 0_u32);
    for byte in bytes {
        buffer = buffer << 8 | u32::from(*byte);
        held += 8;
        while held >= 5 {
            held -= 5;
            put(buffer >> held);
        }
    }
    if held > 0 {
        put(buffer << (5 - held));
    }
    let digits = digits.get(..(bytes.len() * 8).div_ceil(5)).unwrap_or_default();
    f.write_str(std::str::from_utf8(digits).unwrap_or_default())
}

fn decode<const N: usize>(text: &str) -> Result<[u8; N], ParseIdError> {
    if text.len() != (N * 8).div_ceil(5) {
        return Err(ParseIdError);
    }
    let mut bytes = [0; N];
    let (mut buffer, mut held, mut next) = (0_u32, 0_u32, 0);
    for character in text.bytes() {
        let value = match character {
            b'a'..=b'z' => character - b'a',
            b'2'..=b'7' => character - b'2' + 26,
            _ => return Err(ParseIdError),
        };
        buffer = buffer << 5 | u32::from(value);
        held += 5;
        if held >= 8 {
            held -= 8;
            *bytes.get_mut(next).ok_or(ParseIdError)? = (buffer >> held & 255) as u8;
            next += 1;
        }
    }
    // Left-over bits must be zero, so that each id has exactly one spelling.
    if buffer & ((1 << held) - 1) != 0 {
        return Err(ParseIdError);
    }
    Ok(bytes)
}

/// The bytes of an id, whose number eight divides, eight by eight: in the same order as one by one, and compared at once
/// where WebAssembly compares each byte. Every map of a long journal is ordered by ids.
fn eights(bytes: &[u8]) -> impl Iterator<Item = u64> {
    bytes.as_chunks().0.iter().map(|some| u64::from_be_bytes(*some))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $bytes:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $name([u8; $bytes]);

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                eights(&self.0).cmp(eights(&other.0))
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl $name {
            /// The id made of these bytes.
            pub const fn from_bytes(bytes: [u8; $bytes]) -> Self {
                Self(bytes)
            }

            /// The bytes it is made of.
            pub const fn as_bytes(&self) -> &[u8; $bytes] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                encode(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                decode(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;

                impl Visitor<'_> for Text {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(stringify!($name))
                    }

                    fn visit_str<E: Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(Text)
            }
        }
    };
}

id! {
    /// A thing a teacher can write: an entry, a spiral, a term. Sixteen bytes the caller draws at random.
    RecordId, 16
}
id! {
    /// What a record said at one moment: the BLAKE3 hash of the revision's canonical bytes.
    RevisionId, 32
}
id! {
    /// The browser profile or program that wrote a revision. Sixteen random bytes, never a name.
    DeviceId, 16
}
id! {
    /// A picture or other file, by the BLAKE3 hash of its bytes.
    BlobId, 32
}

impl RevisionId {
    /// The id of the revision with these canonical bytes.
    pub fn of(canonical: &[u8]) -> Self {
        Self(*blake3::hash(canonical).as_bytes())
    }

    /// Its first eight bytes as a number: enough to tell revisions apart where nobody has chosen them.
    pub(crate) fn start(&self) -> u64 {
        eights(&self.0).next().unwrap_or_default()
    }

    /// The same of bytes that lie in two places.
    pub(crate) fn of_two(before: &str, after: &str) -> Self {
        let mut hash = blake3::Hasher::new();
        hash.update(before.as_bytes()).update(after.as_bytes());
        Self(*hash.finalize().as_bytes())
    }
}

impl BlobId {
    /// The id of a file with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_has_exactly_one_spelling() {
        for seed in 0..=255_u8 {
            let id = RecordId::from_bytes([seed; 16]);
            let text = id.to_string();
            assert_eq!(text.len(), 26);
            assert_eq!(text.parse(), Ok(id));
        }
        assert_eq!("a".repeat(25).parse::<RecordId>(), Err(ParseIdError));
        assert_eq!(format!("{}b", "a".repeat(25)).parse::<RecordId>(), Err(ParseIdError));
        assert_eq!("A".repeat(26).parse::<RecordId>(), Err(ParseIdError));
    }
}
