//! The Word file, unpacked: layouts, structure, and what must not be in it.

mod names;
mod pictures;
mod structure;
mod whole;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use luoxuan::BlobId;
use luoxuan::catalog::Language;
use luoxuan::manuscript::{Manuscript, Picture};
use luoxuan::office::word;
use luoxuan::record::Layout;
use luoxuan_tests::texts::{Seeded, manuscript_of, png};

/// Everything in one text: every kind of block, and every kind of run.
const EVERYTHING: &str = include_str!("../../data/everything.md");

type Album = BTreeMap<BlobId, Picture>;

fn made(manuscript: &Manuscript, layout: &Layout, album: &Album) -> Vec<u8> {
    word(manuscript, layout, album, Language::ZhHans, &mut |_| {})
        .expect("a Word file")
        .bytes
}

fn parts(file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).expect("a package");
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("a whole part");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let bytes = parts.get(name).unwrap_or_else(|| panic!("{name} is there"));
    String::from_utf8(bytes.clone()).expect("UTF-8")
}

fn text_of(parts: &BTreeMap<String, Vec<u8>>) -> String {
    text(parts, "word/document.xml")
}

/// The words of a part, whatever fields and runs they stand in.
fn words(xml: &str) -> String {
    let pieces = xml.split("<w:t xml:space=\"preserve\">").skip(1);
    pieces.filter_map(|piece| piece.split("</w:t>").next()).collect()
}

/// The element with this start, as text.
fn element<'x>(xml: &'x str, start: &str, end: &str) -> &'x str {
    let from = xml.find(start).unwrap_or_else(|| panic!("{start} in {xml}"));
    let length = xml[from..].find(end).expect("its end");
    &xml[from..from + length]
}

fn style<'x>(styles: &'x str, id: &str) -> &'x str {
    element(styles, &format!("w:styleId=\"{id}\""), "</w:style>")
}

fn everything() -> (Manuscript, Album) {
    let mut seeded = Seeded::new(5);
    let bytes = png(&mut seeded, 300, 200);
    let id = BlobId::of(&bytes);
    let text = format!("{EVERYTHING}\n\n![学生习作](luoxuan:{id})\n");
    let picture = Picture {
        bytes,
        ..Picture::default()
    };
    let mut manuscript = manuscript_of(&text);
    manuscript.corner = "参评论文（语文）".into();
    manuscript.header = "论文评比".into();
    (manuscript, BTreeMap::from([(id, picture)]))
}

/// Every element that opens is closed in its place.
fn well_formed(name: &str, xml: &str) {
    let mut open = Vec::new();
    for tag in xml.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or_else(|| panic!("{name}: {tag}"));
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{name}");
        } else if !tag.starts_with('?') && !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or(tag));
        }
    }
    assert!(open.is_empty(), "{name}: {open:?}");
}

/// The words of each paragraph of a part, whatever runs they stand in.
fn paragraphs(xml: &str) -> Vec<String> {
    let unescape = |text: &str| {
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        text.replace("&apos;", "'").replace("&amp;", "&")
    };
    let mut all = Vec::new();
    for paragraph in xml.split("</w:p>") {
        let mut said = String::new();
        for piece in paragraph.split('<').filter(|piece| !piece.starts_with('/')) {
            if let Some((tag, text)) = piece.split_once('>') {
                if !tag.starts_with('?') {
                    said.push_str(&unescape(text));
                }
                // Words of drawings and properties stand in attributes.
                for value in tag.split('"').skip(1).step_by(2) {
                    all.push(unescape(value));
                }
            }
        }
        all.push(said);
    }
    let (values, paragraphs): (Vec<String>, Vec<String>) = all.into_iter().partition(|text| text.is_ascii());
    drop(values);
    paragraphs
}
