//! Lines of JSON from anywhere: measured before they are parsed, and mended where a character was cut in half.

use super::{CorruptionKind, Limits};
use crate::journal::{Revision, RevisionError};

/// What a line turned out to be.
pub(super) enum Line {
    /// A revision, and how many characters in it had to be mended.
    Revision(Box<Revision>, usize),
    /// Written by a newer version, in a shape this one cannot read.
    Newer,
    /// Damaged.
    Bad(CorruptionKind),
}

/// Reads one line.
pub(super) fn read(line: &[u8], limits: &Limits) -> Line {
    let shape = Shape::of(line);
    if shape.depth > limits.depth {
        return Line::Bad(CorruptionKind::TooDeep);
    }
    if shape.longest > limits.text {
        return Line::Bad(CorruptionKind::TooLong);
    }
    let read = if shape.halves.is_empty() {
        Revision::from_line(line)
    } else {
        Revision::from_mended_line(&shape.mended(line))
    };
    match read {
        Ok(revision) => Line::Revision(Box::new(revision), shape.halves.len()),
        Err(RevisionError::Newer) => Line::Newer,
        Err(why) => Line::Bad(CorruptionKind::Line(why)),
    }
}

/// What a line of JSON is like, told without parsing it.
#[derive(Default)]
struct Shape {
    /// How deep it nests.
    depth: usize,
    /// Characters of its longest string.
    longest: usize,
    /// Where the four digits stand of every `\u` escape that is half of a character.
    ///
    /// JavaScript writes such halves where a program cut an emoji or a rare character in two, and a
    /// strict parser would refuse the whole line for one of them.
    halves: Vec<usize>,
}

impl Shape {
    fn of(line: &[u8]) -> Self {
        let mut shape = Self::default();
        let (mut depth, mut at) = (0_usize, 0);
        while let Some(byte) = line.get(at) {
            at += 1;
            match byte {
                b'{' | b'[' => {
                    depth += 1;
                    shape.depth = shape.depth.max(depth);
                }
                b'}' | b']' => depth = depth.saturating_sub(1),
                b'"' => at = shape.string(line, at),
                _ => {}
            }
        }
        shape
    }

    /// Goes through a string that begins at `at`, and answers where it ends.
    fn string(&mut self, line: &[u8], mut at: usize) -> usize {
        let mut characters = 0;
        while let Some(byte) = line.get(at) {
            match byte {
                b'"' => break,
                b'\\' => match unit(line, at) {
                    Some(0xd800..=0xdbff) if matches!(unit(line, at + 6), Some(0xdc00..=0xdfff)) => at += 12,
                    Some(0xd800..=0xdfff) => {
                        self.halves.push(at + 2);
                        at += 6;
                    }
                    Some(_) => at += 6,
                    None => at += 2,
                },
                _ => at += 1,
            }
            // Bytes inside a character are not counted again.
            characters += usize::from(byte & 0xc0 != 0x80);
        }
        self.longest = self.longest.max(characters);
        at + 1
    }

    fn mended(&self, line: &[u8]) -> Vec<u8> {
        let mut mended = line.to_vec();
        for at in &self.halves {
            if let Some(digits) = mended.get_mut(*at..at + 4) {
                digits.copy_from_slice(b"fffd");
            }
        }
        mended
    }
}

/// The unit of a `\uXXXX` escape at `at`.
fn unit(line: &[u8], at: usize) -> Option<u32> {
    let digits = line.get(at..at + 6)?.strip_prefix(b"\\u")?;
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn halves(text: &str) -> usize {
        Shape::of(text.as_bytes()).halves.len()
    }

    #[test]
    fn only_halves_are_mended() {
        assert_eq!(halves(r#""\ud83d\ude00""#), 0);
        assert_eq!(halves(r#""\ud83d""#), 1);
        assert_eq!(halves(r#""\ude00\ud83d""#), 2);
        assert_eq!(halves(r#""\ud83d\ud83d\ude00""#), 1);
        assert_eq!(halves(r#""\\ud83d""#), 0, "an escaped backslash escapes nothing");
        assert_eq!(halves(r#""\ud8""#), 0);
        assert_eq!(halves(r#""ab\u0041\ud83d""#), 1, "behind another escape");
        assert_eq!(halves(r#""ab\ud83d\ude00\ud83d""#), 1, "behind a whole one");
        assert_eq!(halves(r#""a\ud83d\ud83d""#), 2, "behind another half");
        assert_eq!(halves(r#""ab\"\ud83d""#), 1, "behind a short escape");
        assert_eq!(halves(r"\ud83d"), 0, "not inside a string");
        let line = br#"["a\ud83d","\ud83d\ude00"]"#;
        let mended = Shape::of(line).mended(line);
        let read: Vec<String> = serde_json::from_slice(&mended).expect("json");
        assert_eq!(read, ["a\u{fffd}", "😀"]);
    }

    #[test]
    fn depth_and_length_are_told_without_parsing() {
        let shape = Shape::of(r#"{"a":["[[[",{"b":"一二三"}]}"#.as_bytes());
        assert_eq!((shape.depth, shape.longest), (3, 3));
        assert_eq!(Shape::of(b"[\"open").longest, 4);
        assert_eq!(Shape::of("[".repeat(100_000).as_bytes()).depth, 100_000);
    }
}
