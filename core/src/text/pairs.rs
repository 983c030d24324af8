//! A long list of two characters each, as numbers: four bytes a pair, found by halves, where its text would have to be gone
//! through.

/// The pairs of a text. Every character of it must take three bytes, as nearly all Chinese ones do.
pub(crate) const fn pairs<const COUNT: usize>(text: &str) -> [[u16; 2]; COUNT] {
    let bytes = text.as_bytes();
    let mut pairs = [[0; 2]; COUNT];
    let mut at = 0;
    while at < COUNT {
        pairs[at] = [three_bytes(bytes, at * 6), three_bytes(bytes, at * 6 + 3)];
        at += 1;
    }
    pairs
}

const fn three_bytes(bytes: &[u8], at: usize) -> u16 {
    ((bytes[at] & 0x0f) as u16) << 12 | ((bytes[at + 1] & 0x3f) as u16) << 6 | (bytes[at + 2] & 0x3f) as u16
}
