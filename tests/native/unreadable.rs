//! What cannot be read is said, and its words are offered.

use std::io::{Cursor, Write};
use std::sync::Arc;

use luoxuan::catalog::Language;
use luoxuan::format::{
    Archive, CorruptionKind, Import, Limits, Need, Origin, Part, Picture, Plan, Reader, Sent, Without, markdown,
    missing_parts, read, read_files, stage, write_jsonl, write_zip,
};
use luoxuan::{Author, DeviceId, Entry, Journal, Revision, Timestamp};
use luoxuan_tests::demo;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const BY: Author = Author {
    device: DeviceId::from_bytes([9; 16]),
    now: Timestamp::new(1_800_000_000_000, 480),
};

fn open(name: &str, bytes: &[u8]) -> Import {
    read(name, bytes, &Limits::default()).expect("an archive")
}

fn archive() -> Archive {
    Archive {
        revisions: demo::journal().clone(),
        pictures: vec![Picture::new(b"\xff\xd8\xff\xe0 a board".to_vec())],
        ..Archive::default()
    }
}

/// The files of a ZIP, those of which the name fits, packed again.
fn again(zip: &[u8], how: CompressionMethod, fits: impl Fn(&str) -> bool) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(zip)).expect("a ZIP");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let names: Vec<_> = from
        .file_names()
        .map(|name| name.expect("a name").into_owned())
        .collect();
    for name in names.into_iter().filter(|name| fits(name)) {
        let mut bytes = Vec::new();
        std::io::copy(&mut from.by_name(&name).expect("listed"), &mut bytes).expect("whole");
        to.start_file(name, SimpleFileOptions::default().compression_method(how))
            .expect("begun");
        to.write_all(&bytes).expect("written");
    }
    to.finish().expect("finished").into_inner()
}

fn bodies(import: &Import) -> Vec<String> {
    let journal = stage(import, &Journal::new(), BY).revisions;
    let entries = journal.iter().filter_map(|revision| revision.content().read::<Entry>());
    entries.map(|entry| entry.body).collect()
}

#[test]
fn a_backup_that_lost_its_journal_offers_its_reading_copy() {
    let zip = write_zip(&archive(), Language::ZhHans).expect("written");
    let lost = again(&zip, CompressionMethod::Deflated, |name| name != "journal.jsonl");
    let copies = markdown::stories(&archive(), Language::ZhHans);
    let one = copies
        .iter()
        .find(|(_, text)| text.contains("习作"))
        .expect("a copy with these words");
    let alone = ("拷出来的.md", one.1.as_bytes());
    for (mut import, number) in [(open("a.zip", &lost), copies.len()), (open(alone.0, alone.1), 1)] {
        assert_eq!(
            (import.revisions.len(), import.pages.len(), import.copies.len()),
            (0, 0, number)
        );
        assert_eq!(stage(&import, &Journal::new(), BY).added, 0, "nothing comes unasked");
        import.take_copies();
        let staged = stage(&import, &Journal::new(), BY);
        assert_eq!(staged.added, number);
        assert!(bodies(&import).concat().contains("习作"), "the words are in the notes");
        let mut journal = Journal::new();
        journal.merge(staged.revisions);
        assert_eq!(stage(&import, &journal, BY).added, 0, "read twice it is read once");
    }
    // Beside lines it is only their copy.
    assert_eq!(open("a.zip", &zip).pages, []);
}

#[test]
fn markdown_from_older_programs_is_read() {
    let text = "# 第六周\r\n三十一本停了笔，平均只写了96字。\r\n";
    let utf_16 = |order: fn(u16) -> [u8; 2], mark: bool| {
        let mark = mark.then_some(0xfeff);
        mark.into_iter()
            .chain(text.encode_utf16())
            .flat_map(order)
            .collect::<Vec<_>>()
    };
    let gbk = encoding(text);
    assert!(std::str::from_utf8(&gbk).is_err());
    let all = [
        ("GBK", gbk),
        ("UTF-16, little", utf_16(u16::to_le_bytes, true)),
        ("UTF-16, big", utf_16(u16::to_be_bytes, true)),
        ("UTF-16, little, without its mark", utf_16(u16::to_le_bytes, false)),
        ("UTF-16, big, without its mark", utf_16(u16::to_be_bytes, false)),
    ];
    for (name, bytes) in all {
        let import = open("笔记.md", &bytes);
        assert_eq!(import.damage, [], "{name}");
        assert_eq!(
            bodies(&import),
            ["# 第六周\n三十一本停了笔，平均只写了96字。"],
            "{name}"
        );
    }
    // What is no text stays none.
    for bytes in [b"\xff\xfe\x00".as_slice(), b"\x80\x81\x82\xff", b"\x00\x01\x02\x80"] {
        let import = open("笔记.md", bytes);
        assert_eq!(
            import.damage.iter().map(|it| it.why).collect::<Vec<_>>(),
            [CorruptionKind::NotText],
            "{bytes:x?}"
        );
    }
}

/// These words as an older Windows writes them.
fn encoding(text: &str) -> Vec<u8> {
    // 第六周 and so on: GBK by its table, for the few characters needed.
    let table = [
        ('第', [0xb5, 0xda]),
        ('六', [0xc1, 0xf9]),
        ('周', [0xd6, 0xdc]),
        ('三', [0xc8, 0xfd]),
        ('十', [0xca, 0xae]),
        ('一', [0xd2, 0xbb]),
        ('本', [0xb1, 0xbe]),
        ('停', [0xcd, 0xa3]),
        ('了', [0xc1, 0xcb]),
        ('笔', [0xb1, 0xca]),
        ('，', [0xa3, 0xac]),
        ('平', [0xc6, 0xbd]),
        ('均', [0xbe, 0xf9]),
        ('只', [0xd6, 0xbb]),
        ('写', [0xd0, 0xb4]),
        ('字', [0xd7, 0xd6]),
        ('。', [0xa1, 0xa3]),
    ];
    let bytes = text
        .chars()
        .flat_map(|c| match table.iter().find(|(known, _)| *known == c) {
            Some((_, bytes)) => bytes.to_vec(),
            None => vec![u8::try_from(c).expect("ASCII")],
        });
    bytes.collect()
}

#[test]
fn a_page_whose_id_is_damaged_keeps_its_words() {
    let pages = markdown::files(&archive(), Language::ZhHans);
    let (path, page) = pages
        .iter()
        .find(|(_, page)| page.contains("习作"))
        .expect("a page of it");
    let id = page
        .split("id: ")
        .nth(1)
        .and_then(|rest| rest.lines().next())
        .expect("an id");
    let harmed = page.replacen(id, "已损坏", 1);
    let import = open(path, harmed.as_bytes());
    assert_eq!(import.pages[0].origin, Origin::Adrift);
    assert_eq!(import.adrift(), 1);
    assert!(bodies(&import)[0].contains("习作"), "{:?}", bodies(&import));
}

#[test]
fn a_backup_packed_again_is_read_or_says_why_not() {
    let zip = write_zip(&archive(), Language::ZhHans).expect("written");
    for how in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        let import = open("a.zip", &again(&zip, how, |_| true));
        assert_eq!(
            (import.revisions.len(), import.damage.len()),
            (demo::journal().len(), 0)
        );
    }
    // A method nobody here knows, told by its number in both headers.
    let mut strange = again(&zip, CompressionMethod::Stored, |name| name == "journal.jsonl");
    let listed = strange
        .windows(4)
        .rposition(|window| window == b"PK\x01\x02")
        .expect("a directory");
    for at in [8, listed + 10] {
        strange[at] = 99;
    }
    let import = open("a.zip", &strange);
    let told: Vec<_> = import.damage.iter().map(|it| (it.place.as_str(), it.why)).collect();
    assert_eq!(told, [("journal.jsonl", CorruptionKind::Packed)]);
    let mut locked = again(&zip, CompressionMethod::Stored, |name| name == "journal.jsonl");
    for at in [6, listed + 8] {
        locked[at] |= 1;
    }
    assert_eq!(open("a.zip", &locked).damage[0].why, CorruptionKind::Locked);
}

#[test]
fn what_windows_packs_large_files_with_is_unpacked() {
    // Without a repetition of 258 characters the two ways of packing give the same bytes.
    let some = Archive {
        revisions: demo::journal()[..1].to_vec(),
        ..Archive::default()
    };
    let zip = write_zip(&some, Language::ZhHans).expect("written");
    let mut bytes = again(&zip, CompressionMethod::Deflated, |name| name == "journal.jsonl");
    let listed = bytes
        .windows(4)
        .rposition(|window| window == b"PK\x01\x02")
        .expect("a directory");
    for at in [8, listed + 10] {
        bytes[at] = 9;
    }
    let import = open("a.zip", &bytes);
    assert_eq!((import.revisions.len(), import.damage.len()), (1, 0));
}

#[test]
fn two_journals_in_one_zip_are_both_read() {
    let lines = |some: &[Arc<Revision>]| {
        write_jsonl(&Archive {
            revisions: some.to_vec(),
            ..Archive::default()
        })
    };
    let all = demo::journal();
    let (one, two) = all.split_at(20);
    // In folders of their own, and, as no library writes it, under one name.
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, some) in [("a/journal.jsonl", one), ("b/journal.jsonl", two)] {
        zip.start_file(name, SimpleFileOptions::default()).expect("begun");
        zip.write_all(&lines(some)).expect("written");
    }
    let mut bytes = zip.finish().expect("finished").into_inner();
    assert_eq!(open("a.zip", &bytes).revisions.len(), demo::journal().len());
    for at in 0..bytes.len() - 15 {
        if &bytes[at..at + 15] == b"b/journal.jsonl" {
            bytes[at] = b'a';
        }
    }
    let import = open("a.zip", &bytes);
    assert_eq!(
        (import.revisions.len(), import.damage.len()),
        (demo::journal().len(), 0)
    );
}

/// Everything a writer gives, file by file.
fn in_parts(archive: &Archive, most: Option<u64>) -> Vec<Vec<u8>> {
    let mut plan = Plan::default();
    for (place, revision) in archive.revisions.iter().enumerate() {
        plan.look(place as u64, revision);
    }
    let mut writer = plan.writer(Language::ZhHans, most);
    let mut files = vec![Vec::new()];
    let mut over = false;
    while !over {
        match writer.need() {
            Need::Lines(places) => {
                let at = |place: &u64| archive.revisions[usize::try_from(*place).expect("few")].clone();
                writer
                    .lines(&places.iter().map(at).collect::<Vec<_>>())
                    .expect("the same");
            }
            Need::Pictures => {
                archive.pictures.iter().for_each(|picture| writer.picture(picture));
                writer.no_more_pictures();
            }
            Need::Nothing => over = true,
        }
        for sent in writer.take() {
            match sent {
                Sent::Bytes(bytes) => files.last_mut().expect("one").extend(bytes),
                Sent::NextFile => files.push(Vec::new()),
            }
        }
    }
    files
}

#[test]
fn a_backup_in_parts_comes_back_in_any_order_and_names_what_is_missing() {
    let mut archive = archive();
    archive.pictures = (0..6_u8)
        .map(|number| Picture::new([b"\xff\xd8\xff".as_slice(), &vec![number; 40_000]].concat()))
        .collect();
    archive.pictures.sort_by_key(Picture::id);
    let files = in_parts(&archive, Some(60_000));
    assert!(files.len() > 5, "{}", files.len());
    assert!(
        files.iter().all(|file| file.len() < 150_000),
        "each is about as large as it may be"
    );
    let named: Vec<_> = files
        .iter()
        .enumerate()
        .map(|(at, file)| (format!("{at}.zip"), file.as_slice()))
        .collect();
    let read = |order: Vec<usize>| {
        let files = order.into_iter().map(|at| (named[at].0.as_str(), named[at].1));
        read_files(files, &Limits::default()).expect("archives")
    };
    let whole = read((0..files.len()).rev().collect());
    assert_eq!(missing_parts(&whole.parts), []);
    assert_eq!(
        (whole.revisions.len(), whole.pictures.len()),
        (archive.revisions.len(), 6)
    );
    assert_eq!((whole.damage, whole.unread), (vec![], vec![]));
    let last = u32::try_from(files.len()).expect("few");
    assert_eq!(
        missing_parts(&read((1..files.len()).collect()).parts),
        [(vec![1], false)]
    );
    assert_eq!(
        missing_parts(&read((0..files.len() - 1).collect()).parts),
        [(vec![last], true)]
    );
    let other = Part {
        set: "other".into(),
        number: 1,
        last: true,
    };
    assert_eq!(missing_parts(&[other]), []);
}

#[test]
fn a_backup_is_written_in_pieces_as_it_is_written_whole() {
    let whole = write_zip(&archive(), Language::ZhHans).expect("written");
    assert_eq!(in_parts(&archive(), None), std::slice::from_ref(&whole));
    // Any other program reads it.
    let mut zip = ZipArchive::new(Cursor::new(&whole)).expect("a ZIP");
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("listed");
        std::io::copy(&mut file, &mut std::io::sink()).expect("whole");
    }
    // What was erased meanwhile is noticed, and nothing wrong is written.
    let mut plan = Plan::default();
    let (one, other) = (&demo::journal()[0], &demo::journal()[1]);
    plan.look(0, one);
    let mut writer = plan.writer(Language::En, None);
    assert_eq!(writer.need(), Need::Lines(vec![0]));
    assert!(writer.lines(std::slice::from_ref(other)).is_err() && writer.lines(&[]).is_err());
}

#[test]
fn read_again_a_part_at_a_time_a_backup_gives_what_it_gave() {
    let bare = Archive {
        pictures: Vec::new(),
        ..archive()
    };
    for all in [archive(), bare] {
        let zip = write_zip(&all, Language::ZhHans).expect("written");
        for end in [zip.len(), zip.len() - 30] {
            let limits = Limits::default();
            let files = || [("a.zip".to_owned(), &zip[..end])];
            let mut first = Reader::new(files(), &limits);
            assert!(first.by_ref().all(|found| found.is_ok()));
            let whole = first.were_whole();
            assert_eq!(whole, [end == zip.len()]);
            let again = |without| {
                let mut import = Import::default();
                for found in Reader::new(files(), &limits).knowing(whole.clone()).without(without) {
                    import.take(found.expect("as before"));
                }
                (import.revisions.len(), import.pictures.len())
            };
            let (words, pictures) = (all.revisions.len(), all.pictures.len());
            assert_eq!(again(Without::Pictures).0, words);
            assert_eq!(again(Without::Words).1, pictures);
        }
    }
}
