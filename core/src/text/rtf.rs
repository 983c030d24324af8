//! Rich text (RTF), as far as the pictures in it: Word puts it on the clipboard beside HTML that only names them.

/// The PNG and JPEG pictures in a rich text, in order. What else it holds is passed over.
///
/// ```
/// use luoxuan::text::rtf::pictures;
/// let text = r"{\rtf1 甲{\*\shppict{\pict{\*\picprop x}\picw1\pngblip
/// 8950 4e47}}{\nonshppict{\pict\wmetafile8 0100}} 乙}";
/// assert_eq!(pictures(text), [b"\x89PNG"]);
/// ```
pub fn pictures(rtf: &str) -> Vec<Vec<u8>> {
    let groups = rtf.split("{\\pict").skip(1);
    groups.filter_map(picture).collect()
}

/// The picture that a group begins with, behind its name.
fn picture(group: &str) -> Option<Vec<u8>> {
    if group.starts_with(|next: char| next.is_ascii_alphabetic()) {
        // Of another name, which only begins so.
        return None;
    }
    let (mut shown, mut depth) = (false, 0_usize);
    let (mut bytes, mut half) = (Vec::new(), None);
    let mut rest = group.bytes().enumerate().peekable();
    while let Some((at, byte)) = rest.next() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => break,
            b'}' => depth -= 1,
            b'\\' => {
                let mut end = at + 1;
                while let Some((next, _)) = rest.next_if(|(_, byte)| byte.is_ascii_alphanumeric() || *byte == b'-') {
                    end = next + 1;
                }
                let word = group.get(at + 1..end).unwrap_or_default();
                shown |= depth == 0 && matches!(word, "pngblip" | "jpegblip");
            }
            _ if depth == 0 => {
                if let Some(digit) = char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()) {
                    match half.take() {
                        Some(high) => bytes.push(high << 4 | digit),
                        None => half = Some(digit),
                    }
                }
            }
            _ => {}
        }
    }
    (shown && !bytes.is_empty()).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::pictures;

    #[test]
    fn what_is_no_picture_or_not_whole_is_passed_over() {
        for (rtf, found) in [
            (r"{\pict\jpegblip ffd8}", &[&b"\xff\xd8"[..]][..]),
            (r"{\pict\pngblip 89}{\pict\pngblip 90}", &[b"\x89", b"\x90"]),
            (r"{\pict\pngblip{\*\blipuid ab}\bliptag-5 89", &[b"\x89"]),
            (r"{\pict\emfblip 89}", &[]),
            (r"{\pict{\pngblip}89}", &[]),
            (r"{\pict\pngblip}", &[]),
            (r"{\pictprop\pngblip 89}", &[]),
            ("", &[]),
        ] {
            assert_eq!(pictures(rtf), found, "{rtf}");
        }
    }
}
