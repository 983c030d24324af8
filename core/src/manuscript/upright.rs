//! A picture for whoever turns it as it says itself: a browser, an editor one pastes into.

use super::{Clean, Turn};

impl Turn {
    /// As EXIF counts the eight ways to hold a camera.
    const fn orientation(self) -> u8 {
        match (self.quarters % 4, self.mirrored) {
            (0, false) => 1,
            (0, true) => 2,
            (2, false) => 3,
            (2, true) => 4,
            (3, true) => 5,
            (1, false) => 6,
            (1, true) => 7,
            _ => 8,
        }
    }
}

impl Clean {
    /// The picture with nothing but the way it is to be turned written into it again; the picture as it is if it stands
    /// upright.
    ///
    /// ```
    /// use luoxuan::manuscript::clean;
    /// let upside_down = b"\xff\xd8\xff\xe1\x00\x24Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0SECRET\xff\xd9";
    /// let shown = clean(&clean(upside_down).upright());
    /// assert_eq!(shown.turn.quarters, 2);
    /// assert!(!shown.upright().windows(6).any(|words| words == b"SECRET"));
    /// ```
    #[must_use]
    pub fn upright(mut self) -> Vec<u8> {
        let way = self.turn.orientation();
        if way != 1 && self.media == Some("image/jpeg") {
            // A directory of one entry: tag 0x0112, one number of two bytes.
            let mut exif = b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
            exif.extend_from_slice(&[way, 0, 0, 0, 0, 0, 0]);
            // Behind JFIF's own segment, which is to come first.
            let at = match self.bytes.get(2..6) {
                Some([0xff, 0xe0, high, low]) => 4 + usize::from(u16::from_be_bytes([*high, *low])),
                _ => 2,
            };
            let at = at.min(self.bytes.len());
            self.bytes.splice(at..at, exif);
        }
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use crate::manuscript::{Turn, clean};

    #[test]
    fn every_way_a_camera_was_held_comes_back() {
        for jfif in [&b""[..], b"\xff\xe0\x00\x10JFIF\0\x01\x02\0\0\x01\0\x01\0\0"] {
            let plain = [b"\xff\xd8", jfif, b"\xff\xda\0\x02\x12\xff\xd9"].concat();
            assert_eq!(clean(&plain).upright(), plain, "what stands upright says nothing");
            for quarters in 0..4 {
                for mirrored in [false, true] {
                    let turn = Turn { quarters, mirrored };
                    let mut picture = clean(&plain);
                    picture.turn = turn;
                    let again = clean(&picture.upright());
                    assert_eq!((again.turn, again.bytes), (turn, plain.clone()));
                }
            }
        }
    }
}
