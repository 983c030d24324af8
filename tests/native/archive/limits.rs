//! Limits of time and memory.

use luoxuan::format::{CorruptionKind, ImportError, Limits, read, read_files};
use luoxuan::journal::RevisionError;
use luoxuan::{Content, Entry, Revision, State};
use luoxuan_tests::demo;

use super::{BY, told};

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
    assert_eq!(refused("a.jsonl", &vec![b' '; 2 << 20]), ImportError::FileTooLarge);
    assert_eq!(refused("a.jsonl", &vec![b' '; 5000]), ImportError::TooMuchInside);
    assert_eq!(
        refused("a.jsonl", "1\n".repeat(5).as_bytes()),
        ImportError::TooManyRecords
    );
    let newer = "{\"v\":2,\"new\":\"line\"}\n".repeat(4);
    let files = [("a.jsonl", newer.as_bytes()), ("a.md", "一".as_bytes())];
    let mixed = read_files(files, &limits).expect_err("together they are five");
    assert_eq!(mixed, ImportError::TooManyRecords);
    assert_eq!(refused("a.jpg", b"\x00\x01\x02"), ImportError::Unknown);
    assert_eq!(refused("a.docx", b"hello"), ImportError::Unknown);

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

/// The line of an entry that says this, with three lists in one another.
fn says(text: &str) -> String {
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
}

#[test]
fn what_stands_at_a_limit_is_read_and_one_more_is_not() {
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
            ImportError::FileTooLarge,
        ),
        (Limits { files: 1, ..just }, ImportError::TooManyFiles),
        (
            Limits {
                inside: just.inside - 1,
                ..just
            },
            ImportError::TooMuchInside,
        ),
        (Limits { records: 3, ..just }, ImportError::TooManyRecords),
    ] {
        assert_eq!(both(&limits).map(|_| ()), Err(why));
    }
    for (limits, damaged) in [(Limits { depth: 4, ..just }, 4), (Limits { text: 199, ..just }, 1)] {
        let import = read("a.jsonl", bytes, &limits).expect("taken in but for these lines");
        assert_eq!((import.revisions.len(), import.damage.len()), (4 - damaged, damaged));
    }
}

#[test]
fn whoever_knows_a_file_may_go_on_past_a_limit() {
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
    for why in ImportError::ALL {
        let never = matches!(why, ImportError::Unknown | ImportError::NoZip | ImportError::Shared);
        assert_eq!(why.may_go_on(), !never);
    }
}
