//! What becomes of backups on their way: bits rot, copies break off, careless programs write into them.

use luoxuan::format::{Archive, Picture};

use crate::demo;

/// What is harmed: the demonstration journal, with a picture.
pub fn archive() -> Archive {
    Archive {
        revisions: demo::journal(),
        pictures: vec![Picture::new([b"\xff\xd8\xff".as_slice(), &[7; 3000]].concat())],
        ..Archive::default()
    }
}

/// Chance from a seed: xorshift, enough to mix actions, and the same everywhere.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// Chance that is the same for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15 | 1)
    }

    /// A number below `most`; 0 if that is 0.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % most.max(1) as u64).unwrap_or(0)
    }

    /// One of these.
    pub fn pick<'t, T>(&mut self, of: &'t [T]) -> Option<&'t T> {
        of.get(self.below(of.len()))
    }
}

/// Where something stands in the bytes, counted on from a place drawn at random.
fn somewhere(bytes: &[u8], what: &[u8], chance: &mut Chance) -> Option<usize> {
    let from = chance.below(bytes.len());
    let find = |from: usize| bytes[from..].windows(what.len()).position(|window| window == what);
    find(from).map(|at| from + at).or_else(|| find(0))
}

/// What bit rot, a broken copy or a careless program does, once.
fn harm(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(bytes.len());
    let to = (at + chance.below(300)).min(bytes.len());
    match chance.below(12) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..to)),
        2 => bytes.extend_from_within(at..to),
        3 => bytes[at..to].fill(0),
        4 => bytes[at..to].reverse(),
        5 => bytes.insert(at, byte(chance)),
        6 => {
            // The values of one field in two lines, exchanged.
            let names: [&[u8]; 4] = [b"\"record\":\"", b"\"device\":\"", b"\"parents\":[", b"\"body\":\""];
            let name = chance.pick(&names).copied().unwrap_or_default();
            let places = [somewhere(bytes, name, chance), somewhere(bytes, name, chance)];
            let value = |at: Option<usize>| {
                let from = at? + name.len();
                let length = bytes.get(from..)?.iter().position(|byte| b"\"]".contains(byte))?;
                Some(from..from + length)
            };
            if let [Some(one), Some(other)] = places.map(value)
                && one.end <= other.start
            {
                let (early, late) = (bytes[one.clone()].to_vec(), bytes[other.clone()].to_vec());
                bytes.splice(other, early);
                bytes.splice(one, late);
            }
        }
        7 => {
            // A key twice, with the same value or another.
            let twice: [&[u8]; 4] = [b"\"v\":1,", b"\"v\":7,", b"\"state\":\"erased\",", b"\"at\":[0,0],"];
            let twice = chance.pick(&twice).copied().unwrap_or_default();
            let name: &[u8] = if chance.below(2) == 0 { b"\"v\":" } else { b"\"at\":" };
            if let Some(place) = somewhere(bytes, name, chance) {
                bytes.splice(place..place, twice.iter().copied());
            }
        }
        8 => {
            // Half a character, as JavaScript writes it.
            if let Some(place) = somewhere(bytes, b"\"body\":\"", chance) {
                let half: &[u8] = if chance.below(2) == 0 { b"\\ud83d" } else { b"\\uDE00" };
                bytes.splice(place + 8..place + 8, half.iter().copied());
            }
        }
        9 | 10 => {
            // A number in a header of a ZIP: sizes, offsets, methods, names that are longer than they are.
            if let Some(place) = somewhere(bytes, b"PK", chance) {
                let place = place + 4 + chance.below(28);
                for one in bytes.iter_mut().skip(place).take(1 + chance.below(4)) {
                    *one = byte(chance);
                }
            }
        }
        _ => bytes[at] ^= 1 << chance.below(8),
    }
}

/// A byte.
fn byte(chance: &mut Chance) -> u8 {
    u8::try_from(chance.below(256)).unwrap_or(0)
}

/// The bytes as they are after something has harmed them, once or several times.
pub fn harmed(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(8) {
        if !bytes.is_empty() {
            harm(&mut bytes, chance);
        }
    }
    bytes
}
