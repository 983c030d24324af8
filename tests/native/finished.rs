//! The texts of the fourth spiral: what is drafted, and how far a teacher goes from there to what she hands in.

use std::fs;

use luoxuan::catalog::{Language, form};
use luoxuan::draft::{ChangeKind, Scope, Wish, begin, compare, finish};
use luoxuan::{Content, Document, Index, Journal, RecordId, Revision, TextType};
use luoxuan_tests::demo::{fourth, id};

use crate::properties::by;

const TEXT: RecordId = RecordId::from_bytes([0x44; 16]);
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/fourth");

/// A teacher changes less than so much of a draft.
const CHANGED: f64 = 0.2;

fn world() -> Journal {
    let mut journal = Journal::new();
    journal.merge(fourth().iter().map(|revision| Revision::clone(revision)));
    journal
}

fn begun(journal: &Journal, kind: TextType) -> Document {
    let template = form(kind).template(Language::ZhHans);
    let spiral = Some(id("spiral E"));
    begin(
        &Index::of(journal),
        journal,
        spiral,
        Scope::ALL,
        &template,
        None,
        Language::ZhHans,
    )
}

/// A text of the spiral as it comes to the page, handed in as it is.
fn drafted(kind: TextType) -> String {
    let mut journal = world();
    let document = begun(&journal, kind);
    journal.write(TEXT, Content::of(&document), by(1, 9_000_000));
    let finished = finish(&Index::of(&journal), TEXT, &Wish::default(), Language::ZhHans).expect("it is there");
    let text = finished.manuscript.markdown(Language::ZhHans, &|_| Some("…".into()));
    text.trim_end().to_owned() + "\n"
}

fn data(kind: TextType, end: &str) -> String {
    format!("{FOLDER}/{}.{end}", kind.word())
}

/// Characters that are more than blanks.
fn length(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Of a draft's characters, how many go and how many come, whichever is more, as a share of the draft.
fn changed(draft: &str, finished: &str) -> f64 {
    let of = |kind: ChangeKind| -> usize {
        let changes = compare(draft, finished)
            .into_iter()
            .filter(|change| change.kind == kind);
        changes.map(|change| length(&change.text)).sum()
    };
    let number = |n: usize| u32::try_from(n).map_or(f64::INFINITY, f64::from);
    number(of(ChangeKind::Removed).max(of(ChangeKind::Added))) / number(length(draft))
}

/// Run with `UPDATE_GOLDEN=1` to write the drafts anew; then see whether what was handed in is still what a teacher makes
/// of them.
#[test]
fn a_teacher_changes_less_than_a_fifth_of_a_draft() {
    let drafts = TextType::THREE.map(|kind| (kind, drafted(kind)));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        for (kind, draft) in &drafts {
            fs::write(data(*kind, "draft.md"), draft).expect("the file can be written");
        }
    }
    for (kind, draft) in drafts {
        let kept = fs::read_to_string(data(kind, "draft.md")).expect("the draft is there");
        assert_eq!(draft, kept, "{kind:?}: UPDATE_GOLDEN=1 writes it anew");
        let finished = fs::read_to_string(data(kind, "md")).expect("the text is there");
        let share = changed(&draft, &finished);
        let (thousands, rest) = (length(&draft) / 1000, length(&draft) % 1000);
        let told = format!("| {thousands},{rest:03} | {:.1} % |", share * 100.0);
        assert!(
            include_str!("../../docs/drafts.md").contains(&told),
            "docs/drafts.md does not say {told}"
        );
        assert!(share < CHANGED, "{kind:?}: {share}");
        assert!(share > 0.02, "{kind:?}: a text that nobody has worked on is no proof");
    }
}
