//! What is written: lines, and pictures beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::id::BlobId;
use crate::journal::{HEADER, Revision, State, closing};

/// Everything one journal holds, on its way out. The order does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Archive {
    /// Every revision, old ones included. Of an erased record only the erasure is written.
    pub revisions: Vec<Arc<Revision>>,
    /// Pictures. A plain file has no room for them.
    pub pictures: Vec<Picture>,
    /// Lines kept aside because this version could not read them: written by a newer one, or damaged.
    /// They are written back byte for byte.
    pub aside: Vec<Vec<u8>>,
}

/// A picture, under the hash of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Picture {
    id: BlobId,
    bytes: Vec<u8>,
}

impl Picture {
    /// A picture of these bytes.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self {
            id: BlobId::of(&bytes),
            bytes,
        }
    }

    /// The hash of its bytes.
    pub const fn id(&self) -> BlobId {
        self.id
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its bytes, for keeping.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Its name in an archive and beside Markdown, in the folder `pictures`: its id, and an extension
    /// that tells other programs what it is.
    pub fn file_name(&self) -> String {
        let extension = match self.media() {
            Some("image/jpeg") => "jpg",
            Some(media) => media.trim_start_matches("image/"),
            None => "bin",
        };
        format!("{}.{extension}", self.id)
    }

    /// Its media type, told from its first bytes; `None` if it is none of the four that are shown.
    ///
    /// ```
    /// use luoxuan::format::Picture;
    /// assert_eq!(Picture::new(b"\xff\xd8\xff\xe0".to_vec()).media(), Some("image/jpeg"));
    /// assert_eq!(Picture::new(b"<svg onload=...>".to_vec()).media(), None);
    /// ```
    pub fn media(&self) -> Option<&'static str> {
        media(&self.bytes)
    }
}

/// The media type of the picture that bytes begin as; `None` unless it is one of the four kinds that are kept: JPEG, PNG,
/// GIF and WebP. SVG is a program, not a picture, and is none of them.
pub fn media(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}

/// Writes an archive as one plain file of JSON lines: the header, the revisions by the time they were
/// written, then the lines kept aside, then the closing line. `docs/archive.md` describes it.
pub fn write_jsonl(archive: &Archive) -> Vec<u8> {
    let mut bytes = Vec::from(HEADER);
    bytes.push(b'\n');
    let revisions = in_order(&archive.revisions);
    for revision in &revisions {
        bytes.extend_from_slice(revision.to_line().as_bytes());
        bytes.push(b'\n');
    }
    let aside: BTreeSet<&[u8]> = archive.aside.iter().map(Vec::as_slice).collect();
    let lines = revisions.len() + aside.len();
    for line in aside {
        bytes.extend_from_slice(line);
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(closing(lines).as_bytes());
    bytes.push(b'\n');
    bytes
}

/// Each revision once, by the time it was written and then by id, without the words of erased records.
fn in_order(revisions: &[Arc<Revision>]) -> Vec<&Arc<Revision>> {
    let erasures = revisions.iter().filter(|revision| revision.state() == State::Erased);
    let erased: BTreeSet<_> = erasures.map(|revision| revision.record()).collect();
    let ordered: BTreeMap<_, _> = revisions
        .iter()
        .filter(|revision| revision.state() == State::Erased || !erased.contains(&revision.record()))
        .map(|revision| ((revision.at().millis(), revision.id()), revision))
        .collect();
    ordered.into_values().collect()
}
