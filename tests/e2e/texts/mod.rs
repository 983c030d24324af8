//! From the spiral to the finished text, by hand: chosen, assembled, written, frozen, handed in.

mod counted;
mod long;
mod made;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use luoxuan::RecordId;
use luoxuan::catalog::Language;

use crate::teacher::Teacher;

const ZH: Language = Language::ZhHans;

/// The parts of a Word file, as text where they are.
pub(crate) fn parts(file: &Path) -> BTreeMap<String, String> {
    let bytes = std::fs::read(file).expect("a file");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("whole");
        let name = part.name().expect("a name").into_owned();
        parts.insert(name, String::from_utf8_lossy(&bytes).into_owned());
    }
    parts
}

/// The id of the text that is open.
fn open_text(teacher: &Teacher) -> RecordId {
    let place = teacher.place();
    let id = place.split('/').nth(2).expect("a text is open");
    id.parse().expect("an id")
}
