//! What a newer version wrote.

use super::*;

#[test]
fn fields_this_version_does_not_know_are_carried_through() {
    let line = {
        let text = r#"{"body":"x","kind":"entry","mood":{"z":1.5,"a":[null,true]},"phase":"dance","privacy":9}"#;
        let fields = serde_json::from_str(text).expect("json");
        Revision::new(
            RECORD,
            [],
            by(1, 1).device,
            by(1, 1).now,
            State::Live,
            Content::from_json(&fields),
        )
        .to_line()
    };
    let revision = Revision::from_line(line.as_bytes()).expect("read");
    let mut entry: Entry = revision.content().read().expect("an entry");
    assert_eq!(entry.phase, Phase::Note);
    entry.body = "y".into();
    let again = Content::of(&entry);
    assert_eq!(
        again.json(),
        r#"{"body":"y","kind":"entry","mood":{"a":[null,true],"z":1.5},"phase":"dance","privacy":9}"#
    );
}

/// The same revision as a newer version would have written it.
fn as_newer(revision: &Revision) -> Revision {
    let line = revision.to_line().replace("\"v\":1", "\"v\":2");
    let id = format!("\"id\":\"{}\",", revision.id());
    let hash = crate::RevisionId::of(line.replace(&id, "").as_bytes());
    let line = line.replace(&revision.id().to_string(), &hash.to_string());
    let newer = Revision::from_line(line.as_bytes()).expect("another version of the same");
    assert!(newer.is_newer() && !revision.is_newer());
    assert_eq!(newer.to_line(), line);
    newer
}

#[test]
fn what_a_newer_version_wrote_is_joined_by_nobody() {
    let (mut journal, [ours, _]) = two_versions();
    journal.merge([as_newer(&ours)]);
    assert!(
        journal
            .join(RECORD, |_| Some(entry("")))
            .iter()
            .all(|one| !one.is_newer())
    );
    assert!(journal.heads(RECORD).iter().any(|head| head.is_newer()));
}

#[test]
fn nothing_is_written_over_what_a_newer_version_wrote() {
    let mut theirs = Journal::new();
    let first = theirs.write(RECORD, entry("新的说法。"), by(1, 0)).expect("written");
    let newer = as_newer(&first);
    let mut journal = Journal::new();
    journal.merge([newer.clone()]);
    let written = journal
        .write(RECORD, entry("旧的软件里改的。"), by(2, 1))
        .expect("kept");
    assert_eq!(written.parents(), [], "it stands beside it");
    assert_eq!(journal.heads(RECORD).len(), 2);
    // Who goes on writing goes on from what he wrote.
    let next = journal.write_after(RECORD, &[written.id()], entry("旧的软件里改的。又改。"), by(2, 2));
    assert_eq!(next.expect("kept").parents(), [written.id()]);
    assert!(journal.heads(RECORD).iter().any(|head| **head == newer));
    // Nor is it by a page that was written out from it and edited.
    let import = crate::format::Import {
        pages: vec![crate::format::MarkdownFile {
            origin: crate::format::Origin::Record,
            record: RECORD,
            revision: Some(newer.id()),
            unchanged: false,
            content: entry("在文件里改的。"),
            first: None,
        }],
        ..Default::default()
    };
    let staged = crate::format::stage(&import, &journal, by(2, 3));
    assert_eq!(staged.revisions[0].parents(), []);
    // Thrown away it goes whole, and comes back so.
    journal.trash(RECORD, by(2, 3));
    journal.restore(RECORD, by(2, 4));
    let said: Vec<_> = journal
        .heads(RECORD)
        .iter()
        .map(|head| head.content().clone())
        .collect();
    assert!(said.contains(newer.content()) && said.len() == 2);
}
