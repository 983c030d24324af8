//! What a file is, by its bytes and its name.

use std::io::{Cursor, Write};

use luoxuan::catalog::Language;
use luoxuan::format::{CorruptionKind, ImportError, Limits, Picture, read, read_files, write_zip};
use luoxuan_tests::demo;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{demo_archive, jpeg, open, told};

#[test]
fn pictures_are_known_by_their_first_bytes() {
    let begins: [(&[u8], Option<&str>); 6] = [
        (b"\xff\xd8\xff\xe1", Some("image/jpeg")),
        (b"\x89PNG\r\n", Some("image/png")),
        (b"GIF89a", Some("image/gif")),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Some("image/webp")),
        (b"RIFF\x10\0\0\0WAVEfmt ", None),
        (b"<svg onload=", None),
    ];
    for (bytes, media) in begins {
        let picture = Picture::new(bytes.to_vec());
        assert_eq!(picture.media(), media);
        assert_eq!(picture.clone().into_bytes(), bytes);
        let taken = read("x.bin", bytes, &Limits::default()).map(|import| import.pictures);
        assert_eq!(taken, media.map(|_| vec![picture]).ok_or(ImportError::Unknown));
    }
}

#[test]
fn each_file_is_told_by_its_name_or_its_first_bytes() {
    let line = demo::journal()[0].to_line();
    let (line, picture) = (line.as_bytes(), jpeg());
    let mut changed = picture.bytes().to_vec();
    changed[0] ^= 1;
    let own = picture.file_name();
    let files: [(&str, &[u8]); 9] = [
        ("a/journal.jsonl", line),
        ("no-ending", line),
        ("__MACOSX/._journal.jsonl", b"\0\x05\x16\x07"),
        (".hidden.jsonl", b"not looked at"),
        ("photo.bin", picture.bytes()),
        (&own, &changed),
        ("letter.docx", b"words"),
        ("picture.jpg", b"words"),
        ("README.txt", b"words"),
    ];
    let import = read_files(files, &Limits::default()).expect("a journal");
    assert_eq!((import.revisions.len(), &import.pictures[..]), (1, &[picture][..]));
    assert_eq!(
        import.unread,
        [
            "__MACOSX/._journal.jsonl",
            ".hidden.jsonl",
            "letter.docx",
            "picture.jpg"
        ]
    );
    assert_eq!(
        told(&import),
        [(own, CorruptionKind::Picture)],
        "it has not the bytes of its name"
    );
    // A ZIP is told by either: mail may have taken its name, damage its first bytes.
    let zip = write_zip(&demo_archive(), Language::En).expect("written");
    let mut harmed = zip.clone();
    harmed[0] ^= 1;
    for (name, bytes) in [("attachment", &zip), ("a.zip", &harmed)] {
        let import = open(name, bytes);
        assert_eq!(import.revisions.len(), demo::journal().len(), "{name}");
        assert_eq!(import.pictures, [jpeg()], "{name}");
    }
}

#[test]
fn an_archive_within_an_archive_is_told_whatever_it_is_called() {
    let inner = write_zip(&demo_archive(), Language::En).expect("written");
    let names = ["a.zip", "a.jsonl", "a.md", "a.docx", "a"];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        zip.start_file(name, SimpleFileOptions::default()).expect("begun");
        zip.write_all(&inner).expect("written");
    }
    let outer = zip.finish().expect("finished").into_inner();
    let import = open("outer.zip", &outer);
    assert_eq!(
        told(&import),
        names.map(|name| (name.to_owned(), CorruptionKind::Nested))
    );
    assert_eq!((import.revisions.len(), import.pages.len()), (0, 0));
    // Of other programs too, which nobody here could open.
    let others = ["a.7z", "b.rar", "c.tar", "d.gz", "e.xz"];
    let line = demo::journal()[0].to_line();
    let files = others.map(|name| (name, b"packed".as_slice()));
    let import = read_files(
        files.into_iter().chain([("a.jsonl", line.as_bytes())]),
        &Limits::default(),
    );
    let import = import.expect("a journal beside them");
    assert_eq!(
        told(&import),
        others.map(|name| (name.to_owned(), CorruptionKind::Nested))
    );
}

#[test]
fn a_zip_without_its_end_gives_what_is_its_own_and_says_that_it_is_torn() {
    let zip = write_zip(&demo_archive(), Language::En).expect("written");
    let import = open("a.zip", &zip[..zip.len() - 30]);
    assert_eq!(import.revisions.len(), demo::journal().len());
    assert_eq!(import.pictures, [jpeg()]);
    assert_eq!(
        told(&import),
        [("a.zip".into(), CorruptionKind::Torn)],
        "and nothing else is wrong"
    );

    // What an archive within it holds is not its own, though its lines lie there as they are.
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut outer = ZipWriter::new(Cursor::new(Vec::new()));
    outer.start_file("inner.zip", stored).expect("begun");
    outer.write_all(&zip).expect("written");
    let outer = outer.finish().expect("finished").into_inner();
    let import = open("outer.zip", &outer[..outer.len() - 30]);
    let harms = [
        ("outer.zip", CorruptionKind::Torn),
        ("inner.zip", CorruptionKind::Nested),
    ];
    assert_eq!(told(&import), harms.map(|(name, why)| (name.into(), why)));
    assert_eq!((import.revisions.len(), import.pictures.len()), (0, 0));
}
