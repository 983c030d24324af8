//! Out and back.

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Limits, read, stage, write_jsonl, write_zip};
use luoxuan::{Content, Entry, Journal, RecordId, Revision, State};
use luoxuan_tests::demo;

use super::{BY, archive, demo_archive, jpeg, open, told};

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
