//! Small things that mean to be large, deep or endless: each is refused or read within two seconds of one core and
//! 300 MB, and whatever stands beside it is read.

use std::io::{Cursor, Write};
use std::process::Command;
use std::time::{Duration, Instant};

use luoxuan::catalog::Language;
use luoxuan::format::{
    Archive, CorruptionKind, ImportError, Limits, Picture, markdown, read, stage, write_jsonl, write_zip,
};
use luoxuan::journal::merge_texts;
use luoxuan::manuscript::clean;
use luoxuan::record::{Choice, Item};
use luoxuan::survey::paste;
use luoxuan::survey::sheet::SheetError;
use luoxuan::text::markdown::{MAX_NODES, SCHEME, parse};
use luoxuan::text::{count, excerpt};
use luoxuan::{Content, Entry, Journal, RecordId, Revision, RevisionId, State, Survey};
use luoxuan_tests::demo;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::properties::{by, entry, figure, proved};

const TIME: Duration = Duration::from_secs(2);
const MEMORY: usize = 300_000_000;

/// What is done to a bomb once it is made, and what must come of it.
type Defuse = Box<dyn FnOnce()>;

type Bomb = fn() -> Defuse;

const BOMBS: [(&str, Bomb); 21] = [
    ("a line 100,000 deep", deep_line),
    ("front matter 100,000 deep", deep_front),
    ("Markdown 100,000 deep", deep_markdown),
    ("a million keys, damaged", || keys(false)),
    ("a million keys, whole", || keys(true)),
    ("64 MB of spaces", spaces),
    ("a gigabyte of spaces in a ZIP", || zipped_spaces(Lie::None)),
    ("the same, and it says it is small", || zipped_spaces(Lie::Sizes)),
    ("the same, and its directory is gone", || zipped_spaces(Lie::Directory)),
    ("a ZIP of ZIPs", nested),
    ("a ZIP of 60,000 files", many_files),
    ("half a million lines of one byte", many_lines),
    ("64 MB of marks that begin files", marks),
    ("a page whose links never close", open_links),
    ("a record whose pictures never close", open_pictures),
    ("a table of 5,000 columns", wide_table),
    ("5,000 columns pasted", wide_paste),
    ("a record of 20,000 versions side by side", many_heads),
    ("two long texts with nothing in common", far_apart),
    ("one name for 5,000 entries", one_name),
    ("pictures that never end", pictures),
];

fn line() -> String {
    demo::journal()[0].to_line()
}

/// Reads a bomb with a whole line behind it.
fn beside(mut bomb: String, harm: Option<CorruptionKind>) -> Defuse {
    bomb.push('\n');
    bomb.push_str(&line());
    Box::new(move || {
        let import = read("a.jsonl", bomb.as_bytes(), &Limits::default()).expect("within the limits");
        let harms: Vec<_> = import.damage.iter().map(|damaged| damaged.why).collect();
        assert_eq!(harms, harm.into_iter().collect::<Vec<_>>());
        assert_eq!(import.revisions.len(), 1 + usize::from(harm.is_none()));
    })
}

fn deep_line() -> Defuse {
    let nested = |open: &str| open.repeat(100_000);
    let bomb = format!("{{\"v\":1,\"x\":{}\n{{\"v\":1,\"x\":{}", nested("["), nested("{\"a\":"));
    let line = line();
    Box::new(move || {
        let import = read("a.jsonl", format!("{bomb}\n{line}").as_bytes(), &Limits::default()).expect("read");
        assert_eq!(
            import
                .damage
                .iter()
                .filter(|damaged| damaged.why == CorruptionKind::TooDeep)
                .count(),
            2
        );
        assert_eq!(import.revisions.len(), 1);
    })
}

fn deep_front() -> Defuse {
    let stairs: String = (0..1500).map(|depth| " ".repeat(depth) + "a:\n").collect();
    let fronts = [
        format!("a: {}", "[".repeat(100_000)),
        format!("a: {}", "{\"a\":".repeat(100_000)),
        stairs,
        "- ".repeat(100_000),
        "a:\n".to_owned() + &"- \n".repeat(100_000),
    ];
    Box::new(move || {
        for front in &fronts {
            let page = format!("---\n{front}\n---\n正文");
            let import = read("a.md", page.as_bytes(), &Limits::default()).expect("read");
            let note: Entry = import.pages[0].content.read().expect("a note");
            // A list alone is no front matter, and shown.
            assert!(note.body == "正文" || front.starts_with('-') && note.body == page);
        }
    })
}

fn deep_markdown() -> Defuse {
    let texts = [">", "> ", "1. ", "- ", "*a _b", "[", "![", "<a "].map(|open| open.repeat(100_000));
    Box::new(move || {
        for text in &texts {
            let shown = parse(text);
            assert!(shown.nodes.len() <= MAX_NODES);
            assert!(excerpt(text, 40).chars().count() <= 41);
            let _ = count(text);
        }
    })
}

fn keys(whole: bool) -> Defuse {
    let keys = (0..1_000_000)
        .map(|key| format!("\"k{key:06}\":0"))
        .collect::<Vec<_>>()
        .join(",");
    if !whole {
        return beside(
            format!("{{{keys}}}"),
            Some(CorruptionKind::Line(luoxuan::journal::RevisionError::NotARevision)),
        );
    }
    let id = "a".repeat(26);
    let rest = |before: &str| {
        format!(
            "{{\"at\":[0,0],\"content\":{{{keys}}},\"device\":\"{id}\",{before}\"parents\":[],\"record\":\"{id}\",\"v\":1}}"
        )
    };
    let hash = RevisionId::of(rest("").as_bytes());
    beside(rest(&format!("\"id\":\"{hash}\",")), None)
}

fn spaces() -> Defuse {
    let limit = usize::try_from(Limits::default().file).expect("it fits");
    let bytes = vec![b' '; limit + 1];
    Box::new(move || {
        let import = read("a.jsonl", &bytes[1..], &Limits::default()).expect("within the limits");
        assert_eq!((import.revisions.len(), import.damage.len()), (0, 0));
        assert_eq!(
            read("a.jsonl", &bytes, &Limits::default()),
            Err(ImportError::FileTooLarge)
        );
    })
}

#[derive(PartialEq)]
enum Lie {
    None,
    Sizes,
    Directory,
}

/// A ZIP that unpacks to a gigabyte (every day a third of one). A picture beside makes it large enough for its content to
/// be within the ratio.
fn zipped_spaces(lie: Lie) -> Defuse {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let how = SimpleFileOptions::default();
    zip.start_file("picture.jpg", how.compression_method(CompressionMethod::Stored))
        .expect("begun");
    zip.write_all(&vec![0xff; 6 << 20]).expect("written");
    zip.start_file("journal.jsonl", how).expect("begun");
    let megabytes = figure(340, 1024);
    let megabyte = vec![b' '; 1 << 20];
    for _ in 0..megabytes {
        zip.write_all(&megabyte).expect("written");
    }
    let mut bytes = zip.finish().expect("finished").into_inner();
    let size = u32::try_from(megabytes << 20).expect("small").to_le_bytes();
    match lie {
        Lie::None => {}
        Lie::Sizes => {
            for at in 0..bytes.len() - 4 {
                if bytes[at..at + 4] == size {
                    bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
                }
            }
        }
        Lie::Directory => bytes.truncate(bytes.len() - 30),
    }
    Box::new(move || match read("a.zip", &bytes, &Limits::default()) {
        // No more of it is unpacked than it says.
        Ok(import) => {
            assert!(lie == Lie::Sizes && import.damage.iter().all(|damaged| damaged.why == CorruptionKind::Torn));
            assert_eq!(import.revisions.len(), 0);
        }
        Err(why) => assert_eq!(why, ImportError::TooMuchInside),
    })
}

fn nested() -> Defuse {
    let mut inner = write_zip(&Archive::default(), Language::En).expect("written");
    for _ in 0..5 {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for number in 0..16 {
            zip.start_file(format!("{number}.zip"), SimpleFileOptions::default())
                .expect("begun");
            zip.write_all(&inner).expect("written");
        }
        inner = zip.finish().expect("finished").into_inner();
    }
    Box::new(move || {
        let import = read("a.zip", &inner, &Limits::default()).expect("within the limits");
        assert!(
            import
                .damage
                .iter()
                .all(|damaged| damaged.why == CorruptionKind::Nested)
        );
        assert_eq!((import.damage.len(), import.revisions.len()), (16, 0));
    })
}

fn many_files() -> Defuse {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..60_000 {
        zip.start_file(format!("{number}.md"), SimpleFileOptions::default())
            .expect("begun");
    }
    let bytes = zip.finish().expect("finished").into_inner();
    Box::new(move || {
        for end in [bytes.len(), bytes.len() - 30] {
            let read = read("a.zip", &bytes[..end], &Limits::default());
            assert_eq!(read.err(), Some(ImportError::TooManyFiles));
        }
    })
}

fn many_lines() -> Defuse {
    let lines = "1\n".repeat(Limits::default().records + 1);
    Box::new(move || {
        let read = read("a.jsonl", lines.as_bytes(), &Limits::default());
        assert_eq!(read.err(), Some(ImportError::TooManyRecords));
    })
}

fn marks() -> Defuse {
    let mut bytes = b"PK\x03\x04".repeat(16 << 20);
    bytes.truncate(64 << 20);
    Box::new(move || {
        let import = read("a.zip", &bytes, &Limits::default()).expect("within the limits");
        assert_eq!((import.revisions.len(), import.damage.len()), (0, 1));
    })
}

fn open_links() -> Defuse {
    let pages = ["](pictures/", "](../", "](", "]("].map(|open| open.repeat(2_000_000 / open.len()));
    Box::new(move || {
        for page in &pages {
            let import = read("a.md", page.as_bytes(), &Limits::default()).expect("within the limits");
            let note: Entry = import.pages[0].content.read().expect("a note");
            assert_eq!(&note.body, page);
        }
    })
}

fn open_pictures() -> Defuse {
    let text = format!("]({SCHEME}").repeat(200_000);
    let mut journal = Journal::new();
    let revisions = journal
        .write(RecordId::from_bytes([1; 16]), entry(&text), by(1, 1))
        .into_iter()
        .collect();
    let archive = Archive {
        revisions,
        ..Archive::default()
    };
    Box::new(move || {
        let files = markdown::files(&archive, Language::En);
        assert!(files[0].1.contains(&text));
    })
}

fn wide_table() -> Defuse {
    let row = |cell: &str| format!("|{}\n", cell.repeat(5_000));
    let table = row("甲|") + &row("-|") + &row("乙|").repeat(100);
    Box::new(move || {
        let import = read("a.md", table.as_bytes(), &Limits::default()).expect("within the limits");
        let note: Entry = import.pages[0].content.read().expect("a note");
        let shown = parse(&note.body);
        assert!(shown.as_source, "half a million cells are shown as their source");
        let archive = Archive {
            revisions: vec![std::sync::Arc::new(Revision::new(
                RecordId::from_bytes([1; 16]),
                [],
                by(1, 1).device,
                by(1, 1).now,
                State::Live,
                Content::of(&note),
            ))],
            ..Archive::default()
        };
        assert!(write_zip(&archive, Language::ZhHans).is_ok());
    })
}

fn wide_paste() -> Defuse {
    let choices = [(
        "y".to_owned(),
        Choice {
            text: "会".into(),
            ..Choice::default()
        },
    )]
    .into();
    let item = Item {
        text: "会不会".into(),
        choices,
        ..Item::default()
    };
    let survey = Survey {
        items: [("able".into(), item)].into(),
        ..Survey::default()
    };
    let rows = [
        "会\t".repeat(5_000),
        "会不会\t".repeat(5_000),
        "\"".repeat(1_000_000),
        "\"会\"\"".repeat(100_000),
    ];
    Box::new(move || {
        for row in &rows {
            let text = format!("{row}\n").repeat((2_000_000 / row.len()).max(1));
            let refused = paste(&survey, &text).expect_err("wider and longer than any sheet");
            assert!(matches!(
                refused,
                SheetError::Columns | SheetError::Cell(_) | SheetError::Rows
            ));
        }
    })
}

fn many_heads() -> Defuse {
    let record = RecordId::from_bytes([1; 16]);
    let new = |parents: Vec<RevisionId>, minute| {
        let by = by(1, minute);
        let text = entry(&format!("第{minute}份。"));
        Revision::new(record, parents, by.device, by.now, State::Live, text)
    };
    let heads: Vec<_> = (0..20_000).map(|minute| new(Vec::new(), minute)).collect();
    let ids: Vec<_> = heads.iter().map(Revision::id).collect();
    let later: Vec<_> = (0..20)
        .map(|minute| new(ids[1000..].to_vec(), 30_000 + minute))
        .collect();
    Box::new(move || {
        let mut journal = Journal::new();
        journal.merge(heads);
        assert_eq!(journal.heads(record).len(), 20_000);
        // Whoever opens the page joins what can be joined.
        assert_eq!(journal.join(record, |_| None).len(), 0);
        journal.merge(later);
        assert_eq!(journal.heads(record).len(), 1020);
        assert_eq!(journal.join(record, |_| None).len(), 0);
    })
}

fn far_apart() -> Defuse {
    const LONG: usize = 60_000;
    let text = |side: &str, step: usize| {
        let sentences: Vec<_> = (0..LONG)
            .map(|number| format!("{side}{}。", number * step % LONG))
            .collect();
        sentences.concat()
    };
    let (base, a, b, shuffled) = (text("甲", 1), text("乙", 1), text("丙", 1), text("甲", 7919));
    Box::new(move || {
        assert_eq!(merge_texts(&base, &a, &b), None);
        assert_eq!(merge_texts(&base, &shuffled, &b), None);
        // However long, what only one side changed is joined.
        assert_eq!(merge_texts(&base, &base, &b).as_ref(), Some(&b));
        let (first, last) = (format!("一。{base}"), format!("{base}末。"));
        assert_eq!(merge_texts(&base, &first, &last), Some(format!("一。{base}末。")));
    })
}

fn one_name() -> Defuse {
    let mut journal = Journal::new();
    let mut revisions = Vec::new();
    for number in 0..5_000_u16 {
        let mut id = [1; 16];
        id[..2].copy_from_slice(&number.to_be_bytes());
        revisions.extend(journal.write(RecordId::from_bytes(id), entry("同一句"), by(1, 1)));
    }
    let archive = Archive {
        revisions,
        ..Archive::default()
    };
    Box::new(move || {
        assert_eq!(markdown::files(&archive, Language::ZhHans).len(), 5_000);
        let import = read("a.jsonl", &write_jsonl(&archive), &Limits::default()).expect("within the limits");
        assert_eq!(stage(&import, &journal, by(9, 9)).known, 5_000);
    })
}

fn pictures() -> Defuse {
    let of = |head: &[u8], piece: &[u8]| {
        let mut bytes = head.to_vec();
        bytes.extend(piece.repeat((16 << 20) / piece.len()));
        bytes
    };
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0....";
    let all = [
        of(b"\xff\xd8", b"\xff"),
        of(b"\xff\xd8", b"\xff\xda\0\x02\xff\0"),
        of(b"\xff\xd8", b"\xff\xe1\0\x10Exif\0\0II*\0\xff\xff\xff\x7f"),
        of(png, b"\0\0\0\0IDAT...."),
        of(b"GIF89a\x01\0\x01\0\0\0\0", b"!\xfe\x01a\0"),
        of(b"RIFF\xff\xff\xff\x7fWEBP", b"EXIF\0\0\0\0"),
    ];
    Box::new(move || {
        for bytes in &all {
            assert!(clean(bytes).bytes.len() <= bytes.len() + 2);
            assert!(Picture::new(bytes.clone()).media().is_some());
        }
    })
}

/// A number from a file of the system that says it by name; `None` where there is no such file.
fn told(file: &str, name: &str) -> Option<usize> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}

/// What this thread has had of a core; elsewhere than on Linux, what has passed.
fn spent(since: Instant) -> Duration {
    let nanoseconds = told("/proc/thread-self/schedstat", "").and_then(|spent| u64::try_from(spent).ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// Each bomb goes off in a process of its own, which is this test called by its name, so that its memory can be told.
#[test]
fn no_bomb_takes_longer_than_two_seconds_or_more_than_300_mb() {
    const NAME: &str = "bombs::no_bomb_takes_longer_than_two_seconds_or_more_than_300_mb";
    const WHICH: &str = "LUOXUAN_BOMB";
    if let Some(which) = std::env::var(WHICH).ok().and_then(|which| which.parse::<usize>().ok()) {
        let (name, bomb) = BOMBS[which];
        let defuse = bomb();
        let start = Instant::now();
        let before = spent(start);
        defuse();
        let took = spent(start).saturating_sub(before);
        let memory = told("/proc/self/status", "VmHWM:").map_or(0, |kilobytes| kilobytes * 1024);
        println!("{name}: {} ms, {} MB", took.as_millis(), memory / 1_000_000);
        assert!(took < TIME, "{name}: {took:?}");
        assert!(memory < MEMORY, "{name}: {memory} bytes");
        return;
    }
    let itself = std::env::current_exe().expect("a program");
    let mut failed = Vec::new();
    for (which, (name, _)) in BOMBS.iter().enumerate() {
        let mut command = Command::new(&itself);
        command
            .args([NAME, "--exact", "--nocapture"])
            .env(WHICH, which.to_string());
        let output = command.output().expect("started");
        let said = String::from_utf8_lossy(&output.stdout);
        said.lines()
            .filter(|line| line.starts_with(name))
            .for_each(|line| println!("{line}"));
        if !output.status.success() {
            let why = String::from_utf8_lossy(&output.stderr)
                .chars()
                .take(500)
                .collect::<String>();
            failed.push(format!("{name}: {why}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    proved(
        "T30",
        format!(
            "{} bombs: depth, a million keys, a gigabyte in a ZIP, 5,000 columns, …",
            BOMBS.len()
        ),
        "each refused or read within 2 s of one core and 300 MB",
    );
}
