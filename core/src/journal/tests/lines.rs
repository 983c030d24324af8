//! Lines, as they are written and read.

use super::*;

#[test]
fn a_line_reads_back_as_the_revision_it_was() {
    let mut journal = Journal::new();
    let first = journal
        .write(RECORD, entry("平均96字。\n“就是很激烈。”𠮷👩‍🏫"), by(1, 1))
        .expect("written");
    let trashed = journal.trash(RECORD, by(1, 2));
    for revision in [&first, &trashed[0]] {
        assert_eq!(
            Revision::from_line(revision.to_line().as_bytes()).as_ref(),
            Ok(&**revision)
        );
    }
    // As a store keeps them; a text may look like the id it stands before.
    let own = format!(",\"id\":\"{}\",", first.id());
    let sly = journal.write(RECORD, entry(&own), by(1, 3)).expect("written");
    for revision in [&first, &trashed[0], &sly] {
        let line = revision.to_line();
        assert_eq!(Revision::from_kept_line(line.as_bytes()).as_ref(), Ok(&**revision));
        let changed = line
            .replace("\"state\":\"trashed\"", "\"state\":\"erased\"")
            .replace("96", "97");
        let whole = changed == line;
        assert_eq!(Revision::from_kept_line(changed.as_bytes()).is_ok(), whole, "{changed}");
        // Spelled in another way it is the same revision for everybody.
        let spelled = line.replacen("\"content\":", "\"content\": ", 1);
        assert_eq!(Revision::from_kept_line(spelled.as_bytes()).as_ref(), Ok(&**revision));
    }
    let changed = first.to_line().replace("96", "97");
    assert_eq!(Revision::from_line(changed.as_bytes()), Err(RevisionError::Changed));
    assert_eq!(Revision::from_line(b"{\"v\":2}"), Err(RevisionError::Newer));
    assert_eq!(Revision::from_line(b"[]"), Err(RevisionError::NotJson));
    assert_eq!(Revision::from_line(b"{}"), Err(RevisionError::NotARevision));
    assert_eq!(Revision::from_line(&[0xff]), Err(RevisionError::NotText));
}

#[test]
fn kept_lines_come_back_and_a_torn_one_costs_itself_alone() {
    let mut journal = Journal::new();
    let all: Vec<_> = (1..4)
        .filter_map(|number| journal.write(RECORD, entry(&format!("第{number}稿。")), by(1, number)))
        .collect();
    let lines = write_lines(&all).replacen("第2", "第9", 1);
    let (revisions, damage) = read_kept_lines(lines.as_bytes());
    assert_eq!(revisions.iter().collect::<Vec<_>>(), [&*all[0], &*all[2]]);
    let torn = lines.lines().nth(1).map(|line| line.as_bytes().to_vec());
    assert_eq!(
        damage
            .iter()
            .map(|piece| (Some(piece.bytes.clone()), piece.why))
            .collect::<Vec<_>>(),
        [(torn, RevisionError::Changed)]
    );
}

/// A line as a program would have kept it that spells this content so: its id is the hash of what stands there.
fn kept_with(content: &str) -> String {
    let mut journal = Journal::new();
    let line = journal.write(RECORD, entry("一"), by(1, 1)).expect("written").to_line();
    let (before, rest) = line.split_once("\"content\":").expect("a content");
    let (_, after) = rest.split_once(",\"device\"").expect("a device");
    let (device, after) = after.split_once(",\"id\":\"").expect("an id");
    let (_, after) = after.split_once('"').expect("its end");
    let bare = format!("{before}\"content\":{content},\"device\"{device}{after}");
    let id = crate::RevisionId::of(bare.as_bytes());
    format!("{before}\"content\":{content},\"device\"{device},\"id\":\"{id}\"{after}")
}

/// Found by reading: a content nested deeper than JSON is read was kept by its hash and then said nothing, and the next
/// edit of its record wrote that nothing over it.
#[test]
fn a_kept_content_that_nobody_can_take_apart_is_told_as_damage() {
    let nested = |depth: usize| {
        format!(
            "{{\"body\":\"字\",\"kind\":\"entry\",\"x\":{}{}}}",
            "[".repeat(depth),
            "]".repeat(depth)
        )
    };
    let read = kept_with(&nested(DEEPEST - 1));
    let (revisions, damage) = read_kept_lines(read.as_bytes());
    assert_eq!(damage, []);
    assert_eq!(
        revisions[0].content().read::<crate::Entry>().map(|entry| entry.body),
        Some("字".into())
    );
    assert_eq!(revisions[0].to_line(), read);
    for content in [nested(DEEPEST), nested(DEEPEST + 1), nested(100_000)] {
        let line = kept_with(&content);
        let (revisions, damage) = read_kept_lines(line.as_bytes());
        assert_eq!(revisions, []);
        let why = RevisionError::NotJson;
        assert_eq!(
            damage,
            [Corruption {
                bytes: line.into_bytes(),
                why
            }]
        );
    }
    // Spelled with spaces it would be of no kind, and every backup of it would be told as damaged.
    let spaced = kept_with(r#"{"body": "字", "kind": "entry"}"#);
    let why = read_kept_lines(spaced.as_bytes()).1.first().map(|damage| damage.why);
    assert_eq!(why, Some(RevisionError::Changed));
}

/// The spelling of a number is part of its revision's id, so that of the library may never change: a line would be told
/// as damaged.
#[test]
fn numbers_are_spelled_as_they_always_were() {
    let spelled = [
        "0.1",
        "1.0",
        "-0.0",
        "1000000000000000.0",
        "1e+16",
        "1.2345678901234568e+17",
        "1e+21",
        "0.00001",
        "0.00009",
        "9e-6",
        "1e-7",
        "5e-324",
        "1.7976931348623157e+308",
        "18446744073709551615",
        "-9223372036854775808",
        "1.8446744073709552e+19",
    ];
    for number in spelled {
        let text = format!("{{\"n\":{number}}}");
        let content = Content::from_json(&serde_json::from_str(&text).expect("json"));
        assert_eq!(content.json(), text);
    }
}

#[test]
fn what_is_kept_in_parts_splits_no_record() {
    let mut journal = Journal::new();
    let mut all = Vec::new();
    for minute in 0..4 {
        for record in [1, 2, 3] {
            let record = RecordId::from_bytes([record; 16]);
            all.extend(journal.write(record, entry(&format!("{minute}")), by(1, minute)));
        }
    }
    let merged = Journal::new().merge(all.iter().cloned());
    let sizes = |most| merged.parts(most).iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(sizes(8), [8, 4]);
    assert_eq!(sizes(7), [4, 4, 4]);
    assert_eq!(sizes(1), [4, 4, 4], "a record is larger than a part");
    assert_eq!(sizes(100), [12]);
    let mut back = Journal::new();
    back.merge(merged.parts(8).into_iter().flatten());
    assert_eq!(back, journal);
    assert!(Journal::new().merge::<Revision>([]).parts(8).is_empty());
}

#[test]
fn equal_values_have_equal_bytes() {
    let text = r#"{"z":[],"list":[1,[2,3],{"b":1,"a":[]}],"\"":"\u0001\n","a":{}}"#;
    let content = Content::from_json(&serde_json::from_str(text).expect("json"));
    let line = Revision::new(RECORD, [], by(1, 0).device, by(1, 0).now, State::Live, content).to_line();
    assert!(
        line.contains(r#""content":{"\"":"\u0001\n","a":{},"list":[1,[2,3],{"a":[],"b":1}],"z":[]}"#),
        "{line}"
    );
}

#[test]
fn every_way_a_line_can_be_wrong_is_told() {
    let line = Revision::new(RECORD, [], by(1, 0).device, by(1, 0).now, State::Trashed, entry("一")).to_line();
    let read = |from: &str, to: &str| {
        assert!(line.contains(from), "{from}");
        Revision::from_line(line.replace(from, to).as_bytes())
    };
    assert_eq!(read("\"v\":1", "\"v\":0"), Err(RevisionError::NotARevision));
    assert_eq!(read("\"v\":1", "\"v\":2"), Err(RevisionError::Changed));
    assert_eq!(read("\"v\":1", "\"v\":true"), Err(RevisionError::NotARevision));
    assert_eq!(read("\"trashed\"", "\"shredded\""), Err(RevisionError::NotARevision));
    assert_eq!(
        read("\"trashed\"", "\"live\""),
        Err(RevisionError::NotARevision),
        "it is absent while live"
    );
    assert_eq!(read("\"trashed\"", "\"erased\""), Err(RevisionError::Changed));
    assert_eq!(read("\"trashed\"", "1"), Err(RevisionError::NotARevision));
    assert_eq!(read("\"content\":", "\"contents\":"), Err(RevisionError::NotARevision));
    assert_eq!(
        read("\"parents\":[]", "\"parents\":{}"),
        Err(RevisionError::NotARevision)
    );
    let words: std::collections::BTreeSet<_> = [
        RevisionError::NotText,
        RevisionError::NotJson,
        RevisionError::NotARevision,
        RevisionError::Changed,
        RevisionError::Newer,
    ]
    .map(|why| why.to_string())
    .into();
    assert!(
        words.len() == 5 && words.iter().all(|word| word.len() > 10),
        "{words:?}"
    );
}

/// Found by flipping every bit of a log: a header whose line feed was harmed took the first revision with it, untold.
#[test]
fn a_header_is_a_line_of_its_own() {
    let line = Revision::new(RECORD, [], by(1, 0).device, by(1, 0).now, State::Live, entry("一")).to_line();
    let (revisions, damage) = read_lines(format!("{HEADER}\r\n\n  \n{line}\r\n").as_bytes());
    assert_eq!((revisions.len(), damage.len()), (1, 0));
    assert_eq!(write_lines(&[revisions[0].clone().into()]), format!("{line}\n"));
    let glued = format!("{HEADER}{line}");
    let (revisions, damage) = read_lines(format!("{glued}\n{line}\n{{}}\n").as_bytes());
    assert_eq!(revisions.len(), 1);
    let kept: Vec<_> = damage.iter().map(|damage| damage.bytes.clone()).collect();
    assert_eq!(kept, [glued.into_bytes(), b"{}".to_vec()]);
}
