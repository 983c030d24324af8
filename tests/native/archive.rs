//! The archive: out and back to the byte, whatever happens to it on the way.

use std::io::{Cursor, Write};
use std::sync::Arc;

use luoxuan::catalog::Language;
use luoxuan::format::{
    Archive, CorruptionKind, Import, Limits, Picture, Refused, read, read_files, stage, write_jsonl, write_zip,
};
use luoxuan::journal::RevisionError;
use luoxuan::{Author, Content, DeviceId, Entry, Journal, RecordId, Revision, State, Timestamp};
use luoxuan_tests::demo;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const BY: Author = Author {
    device: DeviceId::from_bytes([9; 16]),
    now: Timestamp::new(1_800_000_000_000, 480),
};

fn jpeg() -> Picture {
    Picture::new([b"\xff\xd8\xff\xe0PK\x03\x04".as_slice(), &[7; 2000]].concat())
}

fn demo_archive() -> Archive {
    Archive {
        revisions: demo::journal(),
        pictures: vec![jpeg()],
        aside: vec![br#"{"v":2,"new":"line"}"#.to_vec()],
    }
}

/// What an import would be written as again.
fn archive(import: Import) -> Archive {
    let damaged = import.damage.into_iter().map(|damaged| damaged.bytes);
    Archive {
        revisions: import.revisions.into_iter().map(Arc::new).collect(),
        pictures: import.pictures,
        aside: import.newer.into_iter().chain(damaged).collect(),
    }
}

fn open(name: &str, bytes: &[u8]) -> Import {
    read(name, bytes, &Limits::default()).expect("a file within the limits")
}

/// What was damaged, and why.
fn told(import: &Import) -> Vec<(String, CorruptionKind)> {
    let damage = import.damage.iter();
    damage.map(|one| (one.place.clone(), one.why)).collect()
}

#[test]
fn what_goes_out_comes_back_to_the_byte() {
    let mut all = demo_archive();
    let plain = write_jsonl(&all);
    let zip = write_zip(&all, Language::ZhHans).expect("written");
    let import = open("手记.zip", &zip);
    assert_eq!(import.damage, []);
    assert_eq!(import.unread, [""; 0]);
    assert_eq!(import.pictures, [jpeg()]);
    let again = archive(import);
    assert_eq!(write_jsonl(&again), plain);
    assert!(write_zip(&again, Language::ZhHans).expect("written") == zip);
    assert_eq!(write_jsonl(&archive(open("journal.jsonl", &plain))), plain);

    all.revisions.reverse();
    all.revisions.extend_from_within(..3);
    assert!(
        write_zip(&all, Language::ZhHans).expect("written") == zip,
        "order and repetition do not count"
    );
    println!("plain {} kB, zip {} kB", plain.len() / 1000, zip.len() / 1000);
}

#[test]
fn lines_without_a_header_read_and_so_do_archives_behind_each_other() {
    let plain = write_jsonl(&demo_archive());
    let bare = luoxuan::journal::write_lines(&demo::journal());
    assert_eq!(
        open("demo.jsonl", bare.as_bytes()).revisions.len(),
        demo::journal().len()
    );
    let twice = open("both.jsonl", &[plain.clone(), plain].concat());
    assert_eq!(twice.revisions.len(), demo::journal().len());
    assert_eq!(twice.damage, []);
}

#[test]
fn an_import_is_counted_and_can_only_add() {
    let mut journal = Journal::new();
    journal.merge(demo::journal().into_iter().take(20));
    let before = journal.clone();
    let mut bytes = write_jsonl(&demo_archive());
    let closing = r#"{"format":"luoxuan journal","lines""#.as_bytes();
    let above = bytes
        .windows(closing.len())
        .rposition(|at| at == closing)
        .expect("a closing line");
    let at = bytes[..above].iter().rposition(|byte| *byte == b':').expect("a colon");
    bytes[at] = b'!';
    let import = open("journal.jsonl", &bytes);
    let staged = stage(&import, &journal, BY);
    assert_eq!(journal, before);
    assert_eq!(
        (staged.added, staged.known, staged.damaged, staged.newer),
        (demo::journal().len() - 20, 20, 1, 0)
    );
    assert_eq!(journal.merge(staged.revisions).added.len(), staged.added);
    assert_eq!(stage(&import, &journal, BY).added, 0);
    let whole = stage(&open("journal.jsonl", &write_jsonl(&demo_archive())), &journal, BY);
    assert_eq!((whole.damaged, whole.newer, whole.repaired), (0, 1, 0));
}

#[test]
fn an_erasure_in_an_import_is_named_before_it_destroys() {
    let mut here = Journal::new();
    let record = RecordId::from_bytes([4; 16]);
    let first = here.write(
        record,
        Content::of(&Entry {
            body: "生A的家事".into(),
            ..Entry::default()
        }),
        BY,
    );
    let mut there = here.clone();
    let erasure = there.erase(record, BY).expect("erased");
    let old = write_jsonl(&Archive {
        revisions: first.iter().cloned().collect(),
        ..Archive::default()
    });
    let late = stage(&open("old.jsonl", &old), &there, BY);
    assert_eq!((late.added, late.known, late.erased), (0, 0, 1), "it stays erased");
    let kept: Vec<_> = first.into_iter().chain([erasure]).collect();
    let bytes = write_jsonl(&Archive {
        revisions: kept,
        ..Archive::default()
    });
    assert!(
        !String::from_utf8_lossy(&bytes).contains("家事"),
        "an archive holds no erased word"
    );
    assert_eq!(stage(&open("a.jsonl", &bytes), &here, BY).erases, [record]);
    assert_eq!(stage(&open("a.jsonl", &bytes), &Journal::new(), BY).erases, []);
}

#[test]
fn what_a_box_has_taken_comes_back_whatever_its_length() {
    let body = "一九九八年秋天。".repeat(425_000);
    let mut journal = Journal::new();
    let note = Entry {
        body: body.clone(),
        ..Entry::default()
    };
    let kept = journal.write(RecordId::from_bytes([4; 16]), Content::of(&note), BY);
    let archive = Archive {
        revisions: kept.into_iter().collect(),
        ..Archive::default()
    };
    let zip = write_zip(&archive, Language::ZhHans).expect("written");
    for (name, bytes) in [("a.jsonl", write_jsonl(&archive)), ("a.zip", zip)] {
        for limits in [Limits::default(), Limits::own()] {
            let import = read(name, &bytes, &limits).expect("within the limits");
            assert_eq!(told(&import), [], "{name}");
            assert_eq!(
                import.revisions[0].content().text("body").expect("a text"),
                body,
                "{name}"
            );
        }
    }
    let page = read("a.md", body.as_bytes(), &Limits::default()).expect("within the limits");
    assert_eq!(page.pages[0].content.text("body").expect("a text"), body);
}

#[test]
fn an_import_says_what_it_will_change() {
    let says = |body: &str| {
        Content::of(&Entry {
            body: body.into(),
            ..Entry::default()
        })
    };
    let [later, both, gone, trashed, same] = [1, 2, 3, 4, 5].map(|byte| RecordId::from_bytes([byte; 16]));
    let mut here = Journal::new();
    for record in [later, both, gone, trashed, same] {
        here.write(record, says("三十一本停了笔。"), BY);
    }
    let mut there = here.clone();
    let mut brought: Vec<_> = there.write(later, says("三十二本停了笔。"), BY).into_iter().collect();
    brought.extend(there.write(both, says("那边改的。"), BY));
    here.write(both, says("这边改的。"), BY);
    brought.extend(there.erase(gone, BY));
    brought.extend(there.trash(trashed, BY));
    brought.extend(there.write(RecordId::from_bytes([6; 16]), says("新的一条。"), BY));
    brought.extend(there.heads(same).iter().cloned());
    let file = write_jsonl(&Archive {
        revisions: brought,
        ..Archive::default()
    });
    let staged = stage(&open("a.jsonl", &file), &here, BY);
    assert_eq!((staged.added, staged.known), (5, 1));
    assert_eq!(staged.changes, [later, trashed], "they will show another version");
    assert_eq!(staged.apart, [both], "both versions will stand side by side");
    assert_eq!(staged.erases, [gone]);
    // What settles a conflict here changes what is shown too.
    let mut settled = here.clone();
    settled.merge(staged.revisions.iter().cloned());
    let by_hand: Vec<_> = settled
        .clone()
        .write(both, says("合起来的。"), BY)
        .into_iter()
        .collect();
    let file = write_jsonl(&Archive {
        revisions: by_hand,
        ..Archive::default()
    });
    let again = stage(&open("a.jsonl", &file), &settled, BY);
    assert_eq!((again.changes, again.apart, again.erases), (vec![both], vec![], vec![]));
}

#[test]
fn a_character_cut_in_half_costs_that_character_alone() {
    let kept = demo::journal();
    let line = kept[5].to_line().replacen("习作", "习\\ud83d作", 1);
    let import = open("a.jsonl", format!("{line}\n{}\n", kept[6].to_line()).as_bytes());
    assert_eq!(
        (import.revisions.len(), import.repaired, import.damage.len()),
        (2, 1, 0)
    );
    assert!(import.revisions[0].to_line().contains("习\u{fffd}作"));
    assert_eq!(stage(&import, &Journal::new(), BY).repaired, 1);
    assert_eq!(import.revisions[0].record(), kept[5].record());

    // Found by changed backups: such a line may have come to say that the record is erased.
    let erasing = line.replacen("\"v\":1", "\"state\":\"erased\",\"v\":1", 1);
    let import = open("a.jsonl", erasing.as_bytes());
    assert_eq!((import.revisions.len(), import.damage.len()), (0, 1));

    // A page may have counted its hash over `�` while its own copy still held the half.
    let revision = Revision::new(
        kept[5].record(),
        [],
        BY.device,
        BY.now,
        State::Live,
        Content::of(&Entry {
            body: "习\u{fffd}作".into(),
            ..Entry::default()
        }),
    );
    let line = revision.to_line().replace('\u{fffd}', "\\ude00");
    let import = open("a.jsonl", line.as_bytes());
    assert_eq!((&import.revisions[..], import.repaired), (&[revision][..], 1));
}

#[test]
fn a_newer_line_goes_out_as_it_came_in() {
    let line = br#"{"v":99,"whole":["new",1.50,"\u00e9"]}"#;
    let import = open("a.jsonl", line);
    assert_eq!((import.newer.len(), import.damage.len()), (1, 0));
    let out = write_jsonl(&archive(import));
    assert!(out.windows(line.len()).any(|window| window == line));
}

#[test]
fn every_limit_has_its_own_answer() {
    let limits = Limits {
        file: 1 << 20,
        files: 3,
        inside: 4000,
        ratio: 50,
        records: 4,
        ..Limits::default()
    };
    let line = demo::journal()[0].to_line();
    let refused = |name: &str, bytes: &[u8]| read(name, bytes, &limits).expect_err("beyond a limit");
    assert_eq!(refused("a.jsonl", &vec![b' '; 2 << 20]), Refused::FileTooLarge);
    assert_eq!(refused("a.jsonl", &vec![b' '; 5000]), Refused::TooMuchInside);
    assert_eq!(refused("a.jsonl", "1\n".repeat(5).as_bytes()), Refused::TooManyRecords);
    let newer = "{\"v\":2,\"new\":\"line\"}\n".repeat(4);
    let files = [("a.jsonl", newer.as_bytes()), ("a.md", "一".as_bytes())];
    let mixed = read_files(files, &limits).expect_err("together they are five");
    assert_eq!(mixed, Refused::TooManyRecords);
    assert_eq!(refused("a.jpg", b"\x00\x01\x02"), Refused::Unknown);
    assert_eq!(refused("a.docx", b"hello"), Refused::Unknown);

    let limits = Limits {
        text: 5000,
        ..Limits::default()
    };
    let harm = |text: &str| {
        let lines = format!("{text}\n{line}\n");
        read("a.jsonl", lines.as_bytes(), &limits).expect("an archive")
    };
    for (text, why) in [
        (
            format!("{{\"v\":1,\"x\":{}", "[".repeat(100_000)),
            CorruptionKind::TooDeep,
        ),
        (
            format!("{{\"v\":1,\"x\":\"{}\"}}", "一".repeat(5001)),
            CorruptionKind::TooLong,
        ),
        (
            "{\"v\":1,\"x\":1e999}".into(),
            CorruptionKind::Line(RevisionError::NotJson),
        ),
        (
            line.replacen("\"v\":1", "\"v\":1,\"v\":1,\"device\":\"x\"", 1),
            CorruptionKind::Line(RevisionError::NotARevision),
        ),
    ] {
        let import = harm(&text);
        assert_eq!(
            import.damage.iter().map(|damaged| damaged.why).collect::<Vec<_>>(),
            [why]
        );
        assert_eq!(import.damage[0].bytes, text.as_bytes(), "kept as it was");
        assert_eq!(import.revisions.len(), 1);
    }
}

#[test]
fn what_stands_at_a_limit_is_read_and_one_more_is_not() {
    let says = |text: &str| {
        let content = Content::of(&Entry {
            body: text.into(),
            ..Entry::default()
        });
        let mut fields = content.to_json();
        fields.insert("nested".into(), serde_json::json!([[], [[]], []]));
        Revision::new(
            demo::id("A-P1"),
            [],
            BY.device,
            BY.now,
            State::Live,
            Content::from_json(&fields),
        )
        .to_line()
            + "\n"
    };
    let lines = ["一", "二", "三"].map(says).concat();
    let longest = "三".repeat(200);
    let file = lines.clone() + &says(&longest);
    let bytes = file.as_bytes();
    let just = Limits {
        file: bytes.len() as u64,
        files: 2,
        inside: 2 * bytes.len() as u64,
        records: 4,
        // The revision, its content, and three lists in one another.
        depth: 5,
        text: 200,
        ..Limits::default()
    };
    let both = |limits: &Limits| read_files([("a.jsonl", bytes), ("b.jsonl", bytes)], limits);
    let import = both(&just).expect("within its limits");
    assert_eq!((import.revisions.len(), import.damage.len()), (4, 0));
    for (limits, why) in [
        (
            Limits {
                file: just.file - 1,
                ..just
            },
            Refused::FileTooLarge,
        ),
        (Limits { files: 1, ..just }, Refused::TooManyFiles),
        (
            Limits {
                inside: just.inside - 1,
                ..just
            },
            Refused::TooMuchInside,
        ),
        (Limits { records: 3, ..just }, Refused::TooManyRecords),
    ] {
        assert_eq!(both(&limits).map(|_| ()), Err(why));
    }
    for (limits, damaged) in [(Limits { depth: 4, ..just }, 4), (Limits { text: 199, ..just }, 1)] {
        let import = read("a.jsonl", bytes, &limits).expect("taken in but for these lines");
        assert_eq!((import.revisions.len(), import.damage.len()), (4 - damaged, damaged));
    }
    let (ordinary, own) = (Limits::default(), Limits::own());
    assert!(own.file > ordinary.file && own.files > ordinary.files && own.inside > ordinary.inside);
    assert!(own.records > ordinary.records && own.text >= ordinary.text);
    // Whoever knows the file reads it whatever it holds; only what could not be written either stays out.
    let (line, own) = ("一".repeat(11), Limits { text: 10, ..own });
    let bytes = says(&line);
    let read = |limits| read("a.jsonl", bytes.as_bytes(), &limits).expect("one line");
    assert_eq!(told(&read(own)), [("a.jsonl".into(), CorruptionKind::TooLong)]);
    assert_eq!(
        read(Limits::none()).revisions[0]
            .content()
            .text("body")
            .expect("a text"),
        line
    );
    for why in Refused::ALL {
        let never = matches!(why, Refused::Unknown | Refused::NoZip | Refused::Shared);
        assert_eq!(why.may_go_on(), !never);
    }
}

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
        assert_eq!(taken, media.map(|_| vec![picture]).ok_or(Refused::Unknown));
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
