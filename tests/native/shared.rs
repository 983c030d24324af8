//! What a teacher shares: the file holds what was chosen and may go, and nothing else, whatever the journal.

use std::collections::{BTreeMap, BTreeSet};

use luoxuan::catalog::Language;
use luoxuan::kind::Kinds;
use luoxuan::record::{EvidenceKind, FieldSort, Kind, Passage, Privacy, Profile, Source};
use luoxuan::share::{Merged, Parcel, Sender, offers, read};
use luoxuan::{
    Author, Content, DeviceId, Document, Entry, Evidence, Index, Journal, RecordId, RevisionId, Spiral, Timestamp,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn author() -> Author {
    Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(1_790_000_000_000, 480),
    }
}

fn id(number: u16) -> RecordId {
    let mut bytes = [7; 16];
    bytes[..2].copy_from_slice(&number.to_be_bytes());
    RecordId::from_bytes(bytes)
}

/// A journal with secrets wherever something private can stand: each of them holds this word.
const SECRET: &str = "只有我";

/// One record to be: of which kind, at which level, chosen or not.
#[derive(Debug, Clone)]
struct Wish {
    kind: usize,
    privacy: Option<Privacy>,
    chosen: bool,
    links_to: u16,
    /// Of a kind of the school's own: whether the kind, or every field but its name and day, is for the teacher alone.
    private: (bool, bool),
}

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let privacy = prop::option::of(prop::sample::select(Privacy::ALL.to_vec()));
    let wish = (0_usize..48, privacy, any::<bool>(), 0_u16..24, any::<(bool, bool)>());
    let wish = wish.prop_map(|(kind, privacy, chosen, links_to, private)| Wish {
        kind,
        privacy,
        chosen,
        links_to,
        private,
    });
    prop::collection::vec(wish, 1..24)
}

/// Whether a kind of the school's own is for the teacher alone.
fn is_private(wish: &Wish) -> bool {
    wish.private.0 || wish.privacy.is_some_and(Privacy::is_held_back)
}

/// A kind of the school's own: the one of this number, which half of the records that are of none here are of.
fn own_kind(wish: &Wish, number: u16) -> Kind {
    let (private, inner) = (is_private(wish), wish.private.1);
    let named = |what: &str, open: bool| {
        let open = open && wish.chosen && !private;
        if open {
            format!("{what}{number}")
        } else {
            SECRET.to_owned()
        }
    };
    let label = named("家访", true);
    let mut kind = Kind::own(id(number), &label, ["哪一家", "日期", "记录"], Language::ZhHans);
    kind.private = wish.private.0;
    kind.note = [("zh-Hans".to_owned(), SECRET.to_owned())].into();
    let body = kind.fields.last_mut().expect("what happened");
    body.private = inner;
    body.label = [("zh-Hans".to_owned(), named("记录", !inner))].into();
    kind
}

/// A text with a passage for each record: its words are for others if those of the record are.
fn text(wishes: &[Wish], chosen: bool) -> Document {
    let is_open = |wish: &Wish, number: u16| {
        let said = content(wish, number, wishes);
        let level = said.text("privacy").and_then(|word| Privacy::from_word(&word));
        let level = level.is_none_or(|privacy| !privacy.is_held_back()) && &*said.kind() != "of_a_later_version";
        // Evidence is at most as open as what it stands under.
        let under = match said.read::<Evidence>() {
            Some(evidence) => {
                let entry = evidence
                    .entries
                    .first()
                    .and_then(|id_| (1..).zip(wishes).find(|(at, _)| id(*at) == *id_));
                entry.is_none_or(|(at, wish)| {
                    let of = content(wish, at, wishes).read::<Entry>();
                    of.is_none_or(|entry| !entry.privacy.is_held_back())
                })
            }
            None => true,
        };
        let kind = Kinds::built_in().of_content(&said);
        let own = said
            .kind()
            .parse()
            .ok()
            .and_then(|of: RecordId| (1..).zip(wishes).find(|(at, _)| id(*at) == of));
        let own_private = own.is_some_and(|(_, wish)| is_private(wish));
        level && under && !own_private && kind.is_none_or(|kind| !kind.private)
    };
    let passage = |(number, wish): (u16, &Wish)| Passage {
        text: if chosen && is_open(wish, number) {
            format!("引用{number}")
        } else {
            SECRET.into()
        },
        sources: vec![Source {
            record: id(number),
            revision: RevisionId::of(b"x"),
            part: String::new(),
            snapshot: SECRET.into(),
            other: serde_json::Map::new(),
        }],
        ..Passage::default()
    };
    Document {
        title: if chosen { "文稿".into() } else { SECRET.into() },
        sections: [("measures".to_owned(), (1..).zip(wishes).map(passage).collect())].into(),
        aside: [(
            "measures".to_owned(),
            vec![Passage {
                text: SECRET.into(),
                ..Passage::default()
            }],
        )]
        .into(),
        fields: [("class".to_owned(), SECRET.to_owned())].into(),
        ..Document::default()
    }
}

/// What a record says: `SECRET` wherever it must not be read by others, and in everything that was not chosen.
fn content(wish: &Wish, number: u16, all: &[Wish]) -> Content {
    let held = wish.privacy.is_some_and(Privacy::is_held_back);
    let word = |open: bool| {
        if open && wish.chosen && !held {
            format!("可以看{number}")
        } else {
            format!("{SECRET}{number}")
        }
    };
    let kinds = Kinds::built_in();
    let Some(kind) = kinds.iter().nth(wish.kind) else {
        return of_no_kind(wish, number, all, word(true));
    };
    let shares = !kind.private && !kind.report.part.is_empty();
    let value = |field: &luoxuan::record::KindField| -> Option<Value> {
        let open = shares && !field.private;
        Some(match field.sort {
            FieldSort::Line | FieldSort::Prose => word(open).into(),
            FieldSort::Lines => vec![word(open)].into(),
            FieldSort::Day => "2026-10-12".into(),
            FieldSort::Link => id(wish.links_to).to_string().into(),
            FieldSort::Links => vec![id(wish.links_to).to_string()].into(),
            FieldSort::Rows => {
                let columns = field.columns.iter().filter(|column| column.sort == FieldSort::Line);
                let row = columns.map(|column| (column.name.clone(), word(open && !column.private).into()));
                vec![Value::Object(row.collect())].into()
            }
            _ => return None,
        })
    };
    let begun = kind.begun("");
    let said = kind
        .fields
        .iter()
        .fold(begun, |said, field| said.with(&field.name, value(field)));
    at_level(&said, wish).with("of_a_later_version", Some(SECRET.into()))
}

/// A record of the spine, a kind of the school's own, a record of such a kind, or one of a later version.
fn of_no_kind(wish: &Wish, number: u16, all: &[Wish], word: String) -> Content {
    match wish.kind % 6 {
        0 => Content::of(&Entry {
            spiral: Some(id(0)),
            after: Some(id(wish.links_to)),
            happened_on: "2026-10-12".parse().ok(),
            body: word,
            class: SECRET.into(),
            fields: [("pupils".to_owned(), SECRET.to_owned())].into(),
            privacy: wish.privacy.unwrap_or_default(),
            ..Entry::default()
        }),
        1 => Content::of(&Evidence {
            entries: vec![id(wish.links_to)],
            sort: EvidenceKind::PupilWork,
            text: SECRET.into(),
            privacy: wish.privacy.unwrap_or_default(),
            ..Evidence::default()
        }),
        2 => {
            let text = Document {
                title: word,
                ..Document::default()
            };
            at_level(&Content::of(&text), wish)
        }
        3 => at_level(&Content::of(&own_kind(wish, number)), wish),
        4 => of_own_kind(wish, number, all),
        _ => Content::from_json(
            json!({"kind": "of_a_later_version", "name": SECRET})
                .as_object()
                .expect("it"),
        ),
    }
}

/// A record of the school's own kind it links to, or of one that is not there.
fn of_own_kind(wish: &Wish, number: u16, all: &[Wish]) -> Content {
    let kinds = || {
        (1..)
            .zip(all)
            .filter(|(_, wish)| wish.kind >= Kinds::built_in().iter().count() && wish.kind % 6 == 3)
    };
    let kind = kinds().find(|(at, _)| *at >= wish.links_to).or_else(|| kinds().next());
    let (shares, inner, of) = match kind {
        Some((at, kind)) => (kind.chosen && !is_private(kind), kind.private.1, id(at)),
        None => (false, true, id(wish.links_to)),
    };
    let held = wish.privacy.is_some_and(Privacy::is_held_back);
    let word = |open: bool| {
        if open && shares && wish.chosen && !held {
            format!("可以看{number}")
        } else {
            format!("{SECRET}{number}")
        }
    };
    let said = json!({
        "kind": of.to_string(), "name": word(true), "on": "2026-10-12", "body": word(!inner), "of_a_later_version": SECRET,
    });
    at_level(&Content::from_json(said.as_object().expect("fields")), wish)
}

/// Said to be for whom.
fn at_level(said: &Content, wish: &Wish) -> Content {
    said.with("privacy", wish.privacy.map(|privacy| privacy.word().into()))
}

fn journal(wishes: &[Wish]) -> Journal {
    let mut journal = Journal::new();
    let profile = Profile {
        school: SECRET.into(),
        classes: vec![SECRET.into()],
        ..Profile::default()
    };
    journal.write(luoxuan::record::PROFILE, Content::of(&profile), author());
    let spiral = Spiral {
        title: "线索".into(),
        class: SECRET.into(),
        state_note: SECRET.into(),
        pupils: Some(42),
        ..Spiral::default()
    };
    journal.write(id(0), Content::of(&spiral), author());
    for (number, wish) in (1..).zip(wishes) {
        // What it said before somebody thought better of it.
        let first = content(wish, number, wishes).with("name", Some(SECRET.into()));
        journal.write(id(number), first, author());
        journal.write(id(number), content(wish, number, wishes), author());
    }
    for (record, chosen) in [(CHOSEN_TEXT, true), (OTHER_TEXT, false)] {
        journal.write(id(record), Content::of(&text(wishes, chosen)), author());
    }
    journal
}

/// Two texts that rest on all there is: one goes, one stays.
const CHOSEN_TEXT: u16 = 900;
const OTHER_TEXT: u16 = 901;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_a_private_level_travels(wishes in wishes()) {
        let index = Index::of(&journal(&wishes));
        let chosen = (1..).zip(&wishes).filter(|(_, wish)| wish.chosen).map(|(number, _)| id(number));
        let going: BTreeSet<RecordId> = chosen.chain([id(0), id(CHOSEN_TEXT), luoxuan::record::PROFILE]).collect();
        let file = Parcel::of(&index, &going).file(&Sender { name: "林老师".into(), ..Sender::of(author()) });
        prop_assert!(!file.contains(SECRET), "{}", file);
        let shared = read(file.as_bytes()).expect("a shared file");
        let within: BTreeSet<RecordId> = shared[0].revisions.iter().map(|head| head.record()).collect();
        prop_assert_eq!(shared[0].damaged, 0);
        // What the list offered and the teacher chose is there, and nothing else.
        let offered: BTreeSet<RecordId> = offers(&index, None).into_iter().map(|offer| offer.record).collect();
        let without: BTreeMap<RecordId, Option<RecordId>> =
            offers(&index, None).into_iter().map(|offer| (offer.record, offer.within)).collect();
        let is_whole = |id: &RecordId| without[id].is_none_or(|within| going.contains(&within));
        let expected: BTreeSet<RecordId> = going.intersection(&offered).copied().filter(is_whole).collect();
        // A spiral or a kind may go without anything of it.
        let spiral_alone = |id_: &RecordId| *id_ == id(0) || index.has::<Kind>(*id_);
        prop_assert_eq!(
            within.iter().filter(|id| !spiral_alone(id)).collect::<Vec<_>>(),
            expected.iter().filter(|id| !spiral_alone(id)).collect::<Vec<_>>()
        );
        // It names nothing but what is in it.
        for number in (0..40).chain([CHOSEN_TEXT, OTHER_TEXT]) {
            let named = file.contains(&format!("\"{}\"", id(number)));
            prop_assert!(!named || within.contains(&id(number)), "{} is named and not there", number);
        }
    }

    #[test]
    fn a_shared_file_that_was_changed_anywhere_is_read_or_refused(
        wishes in wishes(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()
    ) {
        let index = Index::of(&journal(&wishes));
        let going = offers(&index, None).into_iter().map(|offer| offer.record).collect();
        let mut file = Parcel::of(&index, &going).file(&Sender::of(author())).into_bytes();
        let at = at.index(file.len());
        if cut { file.truncate(at) } else { file[at] = byte }
        if let Ok(shared) = read(&file) {
            let merged = Merged::of(&shared, luoxuan::catalog::Language::ZhHans);
            prop_assert!(merged.index().heads("outcome").count() <= wishes.len());
        }
    }
}

/// What version 1 of a shared file says; the file is a promise.
#[test]
fn a_shared_file_of_version_1_opens_for_ever() {
    let award = Kinds::built_in()
        .named("outcome")
        .expect("it is there")
        .begun("把一件事写具体");
    let entry = Entry {
        spiral: Some(id(1)),
        happened_on: "2026-10-12".parse().ok(),
        body: "平均只写了96字。".into(),
        ..Entry::default()
    };
    let spiral = Spiral {
        title: "起步习作怎样写具体".into(),
        ..Spiral::default()
    };
    let mut journal = Journal::new();
    for (number, content) in [
        (1, Content::of(&spiral)),
        (2, Content::of(&entry)),
        (
            3,
            award
                .with("on", Some("2026-10-12".into()))
                .with("level", Some("city".into())),
        ),
    ] {
        journal.write(id(number), content, author());
    }
    let sender = Sender {
        name: "林“老”师".into(),
        span: Some(luoxuan::time::DateRange {
            start: "2026-09-01".parse().expect("a day"),
            end: "2027-01-31".parse().expect("a day"),
        }),
        ..Sender::of(author())
    };
    let index = Index::of(&journal);
    let made = Parcel::of(&index, &[id(1), id(2), id(3)].into()).file(&sender);
    let kept = crate::golden::kept("v1-shared.jsonl", || made.clone().into_bytes());
    assert_eq!(
        String::from_utf8_lossy(&kept),
        made,
        "version 1 is written as it always was"
    );
    let shared = read(&kept).expect("a shared file");
    assert_eq!((shared[0].sender.clone(), shared[0].revisions.len()), (sender, 3));
    assert_eq!(shared[0].write(), made);
}

/// A kind of a school's own with a record of it, and a text; the file is a promise too.
#[test]
fn a_shared_file_with_a_kind_and_a_text_opens_for_ever() {
    let mut kind = Kind::own(id(1), "家访", ["哪一家", "日期", "记录"], Language::ZhHans);
    luoxuan::kind::add_stage(&mut kind, "约好", Language::ZhHans);
    let visit = kind.begun("小航家").with("on", Some("2026-10-13".into()));
    let passage = Passage {
        text: "纸条只问三个问题。".into(),
        ..Passage::default()
    };
    let text = Document {
        title: "把一件事写具体".into(),
        keywords: vec!["习作".into()],
        sections: [("measures".to_owned(), vec![passage])].into(),
        ..Document::default()
    };
    let mut journal = Journal::new();
    for (number, content) in [(1, Content::of(&kind)), (2, visit), (3, Content::of(&text))] {
        journal.write(id(number), content, author());
    }
    let made = Parcel::of(&Index::of(&journal), &[id(1), id(2), id(3)].into()).file(&Sender::of(author()));
    let kept = crate::golden::kept("v1-shared-texts.jsonl", || made.clone().into_bytes());
    assert_eq!(String::from_utf8_lossy(&kept), made, "it is written as it always was");
    let shared = read(&kept).expect("a shared file");
    let merged = Merged::of(&shared, Language::ZhHans);
    assert_eq!(merged.texts()[0].title, "把一件事写具体");
    let kinds = Kinds::of(merged.index());
    let own = kinds.named(&kind.name).expect("the school's own");
    let titles: Vec<_> = own
        .records(merged.index())
        .map(|head| own.title_of(head.content()).into_owned())
        .collect();
    assert_eq!(titles, ["小航家"]);
}
