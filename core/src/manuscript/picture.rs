//! Pictures on their way out: without what a camera or an editor wrote into them.

use crate::id::BlobId;

/// A picture as a text carries it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Picture {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type; told from the bytes if empty.
    pub media: String,
    /// Its width in pixels; told from the bytes if zero.
    pub width: u32,
    /// Its height in pixels; told from the bytes if zero.
    pub height: u32,
}

/// Something about a finished file that its writer should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Warning {
    /// A WebP picture: only the newest versions of Word show it.
    WebP(BlobId),
    /// A picture that is not there; the file says so in its place.
    Missing(BlobId),
}

/// How a camera was held, as quarter turns clockwise and a mirror before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Turn {
    /// Quarter turns clockwise.
    pub quarters: u8,
    /// Mirrored from left to right first.
    pub mirrored: bool,
}

/// A picture made clean.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Clean {
    /// The picture without places, devices, names, times and thumbnails. Its pixels are untouched.
    pub bytes: Vec<u8>,
    /// The media type told from the bytes; `None` if it is none of the four that are shown.
    pub media: Option<&'static str>,
    /// Width and height in pixels as stored, if the bytes say.
    pub size: Option<(u32, u32)>,
    /// How it must be turned to stand upright. The camera had written that down too.
    pub turn: Turn,
}

/// Makes a picture clean.
///
/// JPEG loses its APP segments (but for JFIF's own and Adobe's, which say how colours are meant) and comments, and
/// whatever follows its end; PNG everything that is not needed to draw it; GIF its comments; WebP its EXIF, XMP and
/// colour profile. What is not one of these, or not whole, ends where it stops making sense.
///
/// ```
/// use luoxuan::manuscript::clean;
/// let picture = b"\xff\xd8\xff\xe1\x00\x08SECRET\xff\xda\x00\x02xx\xff\xd9behind";
/// assert_eq!(clean(picture).bytes, b"\xff\xd8\xff\xda\x00\x02xx\xff\xd9");
/// ```
pub fn clean(bytes: &[u8]) -> Clean {
    match bytes {
        [0xff, 0xd8, ..] => jpeg(bytes),
        [0x89, b'P', b'N', b'G', ..] => png(bytes),
        [b'G', b'I', b'F', b'8', ..] => gif(bytes),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => webp(bytes),
        _ => unknown(bytes),
    }
}

fn unknown(bytes: &[u8]) -> Clean {
    Clean {
        bytes: bytes.to_vec(),
        media: None,
        size: None,
        turn: Turn::default(),
    }
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let slice = bytes.get(at..at.checked_add(length)?)?;
    Some(slice.iter().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let slice = bytes.get(at..at.checked_add(length)?)?;
    Some(
        slice
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | usize::from(*byte)),
    )
}

fn pixels(width: Option<usize>, height: Option<usize>) -> Option<(u32, u32)> {
    let size = (u32::try_from(width?).ok()?, u32::try_from(height?).ok()?);
    (size.0 > 0 && size.1 > 0).then_some(size)
}

fn jpeg(bytes: &[u8]) -> Clean {
    let mut out = vec![0xff, 0xd8];
    let (mut size, mut turn) = (None, Turn::default());
    let mut at = 2_usize;
    while let Some([0xff, marker]) = bytes.get(at..at.saturating_add(2)) {
        let marker = *marker;
        if marker == 0xff {
            at += 1;
            continue;
        }
        if marker == 0xd9 {
            break;
        }
        let Some(length) = big(bytes, at + 2, 2).filter(|length| *length >= 2) else {
            break;
        };
        let mut end = at.saturating_add(2).saturating_add(length);
        let Some(segment) = bytes.get(at..end) else { break };
        match marker {
            0xe1 if segment.get(4..10) == Some(b"Exif\0\0") => {
                turn = orientation(segment.get(10..).unwrap_or_default()).unwrap_or_default();
            }
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                size = pixels(big(segment, 7, 2), big(segment, 5, 2));
            }
            _ => {}
        }
        if marker == 0xda {
            end = end_of_scan(bytes, end);
        }
        let kept = match marker {
            0xe0 => segment.get(4..9) == Some(b"JFIF\0"),
            0xee => segment.get(4..9) == Some(b"Adobe"),
            0xe1..=0xef | 0xfe => false,
            _ => true,
        };
        if kept {
            // A thumbnail may hide in JFIF's own segment; its first 16 bytes and two zeros are all of it but that.
            match (marker, segment.get(4..16)) {
                (0xe0, Some(head)) => {
                    out.extend_from_slice(&[0xff, 0xe0, 0x00, 0x10]);
                    out.extend_from_slice(head);
                    out.extend_from_slice(&[0, 0]);
                }
                // Too short to be one.
                (0xe0, None) => {}
                _ => out.extend_from_slice(bytes.get(at..end).unwrap_or_default()),
            }
        }
        at = end;
    }
    out.extend_from_slice(&[0xff, 0xd9]);
    Clean {
        bytes: out,
        media: Some("image/jpeg"),
        size,
        turn,
    }
}

/// Data follows the segment of a scan until the next mark that is not part of it.
fn end_of_scan(bytes: &[u8], mut end: usize) -> usize {
    while end < bytes.len() {
        match (bytes.get(end), bytes.get(end + 1)) {
            (Some(0xff), Some(0x00 | 0xd0..=0xd7)) => end += 2,
            (Some(0xff), _) => break,
            _ => end += 1,
        }
    }
    end
}

/// The orientation in an EXIF block.
fn orientation(exif: &[u8]) -> Option<Turn> {
    let read: fn(&[u8], usize, usize) -> Option<usize> = match exif.get(..2)? {
        b"MM" => big,
        b"II" => little,
        _ => return None,
    };
    let first = read(exif, 4, 4)?;
    let count = read(exif, first, 2)?;
    let value = (0..count.min(200)).find_map(|entry| {
        let at = first.checked_add(2)?.checked_add(entry.checked_mul(12)?)?;
        (read(exif, at, 2)? == 0x0112).then(|| read(exif, at.checked_add(8)?, 2))?
    })?;
    let (quarters, mirrored) = match value {
        2 => (0, true),
        3 => (2, false),
        4 => (2, true),
        5 => (3, true),
        6 => (1, false),
        7 => (1, true),
        8 => (3, false),
        _ => (0, false),
    };
    Some(Turn { quarters, mirrored })
}

fn png(bytes: &[u8]) -> Clean {
    let mut out = bytes.get(..8).unwrap_or(bytes).to_vec();
    let mut size = None;
    let mut at = 8_usize;
    while let (Some(length), Some(name)) = (big(bytes, at, 4), bytes.get(at + 4..at + 8)) {
        let Some(chunk) = at
            .checked_add(12)
            .and_then(|end| end.checked_add(length))
            .and_then(|end| bytes.get(at..end))
        else {
            break;
        };
        if name == b"IHDR" {
            size = pixels(big(chunk, 8, 4), big(chunk, 12, 4));
        }
        let needed = name.first().is_some_and(u8::is_ascii_uppercase);
        if needed
            || matches!(
                name,
                b"tRNS" | b"gAMA" | b"cHRM" | b"sRGB" | b"sBIT" | b"pHYs" | b"bKGD"
            )
        {
            out.extend_from_slice(chunk);
        }
        at += chunk.len();
        if name == b"IEND" {
            break;
        }
    }
    Clean {
        bytes: out,
        media: Some("image/png"),
        size,
        turn: Turn::default(),
    }
}

fn gif(bytes: &[u8]) -> Clean {
    let size = pixels(little(bytes, 6, 2), little(bytes, 8, 2));
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + bytes.get(10).map_or(0, |flags| colours(*flags));
    // Without all of its colours there is nothing to see.
    let Some(head) = bytes.get(..at) else {
        return unknown(bytes);
    };
    let mut out = head.to_vec();
    // Where the blocks of data that begin at `from` end.
    let data = |mut from: usize| {
        loop {
            let length = usize::from(*bytes.get(from)?);
            from = from.checked_add(length)?.checked_add(1)?;
            if length == 0 {
                return (from <= bytes.len()).then_some(from);
            }
        }
    };
    while let Some(kind) = bytes.get(at) {
        let (end, kept) = match kind {
            0x21 => {
                let label = bytes.get(at + 1).copied().unwrap_or(0);
                let kept = label == 0xf9 || label == 0xff && bytes.get(at + 3..at + 14) == Some(b"NETSCAPE2.0");
                (data(at + 2), kept)
            }
            0x2c => {
                let flags = bytes.get(at + 9).copied().unwrap_or(0);
                (data(at + 11 + colours(flags)), true)
            }
            _ => break,
        };
        let Some(end) = end else { break };
        if kept {
            out.extend_from_slice(bytes.get(at..end).unwrap_or_default());
        }
        at = end;
    }
    out.push(0x3b);
    Clean {
        bytes: out,
        media: Some("image/gif"),
        size,
        turn: Turn::default(),
    }
}

fn webp(bytes: &[u8]) -> Clean {
    let mut body = b"WEBP".to_vec();
    let mut size = None;
    let mut at = 12_usize;
    while let (Some(name), Some(length)) = (bytes.get(at..at + 4), little(bytes, at + 4, 4)) {
        let Some(chunk) = at
            .checked_add(8)
            .and_then(|end| end.checked_add(length))
            .and_then(|end| bytes.get(at..end))
        else {
            break;
        };
        let before = body.len();
        match name {
            b"EXIF" | b"XMP " | b"ICCP" => {}
            b"VP8X" => {
                let side = |from| little(chunk, from, 3).map(|side| side + 1);
                size = pixels(side(12), side(15));
                body.extend_from_slice(chunk);
                // The flags said there was a profile, EXIF and XMP.
                if let Some(flags) = body.get_mut(before + 8) {
                    *flags &= !0x2c;
                }
            }
            b"VP8 " => {
                let side = |from| little(chunk, from, 2).map(|side| side & 0x3fff);
                size = size.or_else(|| pixels(side(14), side(16)));
                body.extend_from_slice(chunk);
            }
            b"VP8L" => {
                let bits = little(chunk, 9, 4).unwrap_or(0);
                size = size.or_else(|| pixels(Some((bits & 0x3fff) + 1), Some((bits >> 14 & 0x3fff) + 1)));
                body.extend_from_slice(chunk);
            }
            _ => body.extend_from_slice(chunk),
        }
        if body.len() % 2 == 1 {
            body.push(0);
        }
        at += chunk.len() + chunk.len() % 2;
    }
    let mut out = b"RIFF".to_vec();
    out.extend_from_slice(&u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend_from_slice(&body);
    Clean {
        bytes: out,
        media: Some("image/webp"),
        size,
        turn: Turn::default(),
    }
}
