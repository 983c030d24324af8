//! The texts of two spirals: what is drafted, and how far a teacher goes from there to what she hands in.

use std::fs;
use std::sync::Arc;

use luoxuan::catalog::{Language, form};
use luoxuan::draft::{ChangeKind, ExportOptions, Scope, begin, compare, finish};
use luoxuan::{Content, Document, Index, Journal, RecordId, Revision, TextType};
use luoxuan_tests::demo;

use crate::properties::by;

const TEXT: RecordId = RecordId::from_bytes([0x44; 16]);
/// A teacher changes less than so much of a draft.
const CHANGED: f64 = 0.2;

/// A spiral whose texts were worked on until they could be handed in.
struct Worked {
    revisions: fn() -> Vec<Arc<Revision>>,
    spiral: &'static str,
    /// Where in `tests/data` drafts and texts are.
    folder: &'static str,
}

const WORKED: [Worked; 2] = [
    Worked {
        revisions: demo::fourth,
        spiral: "spiral E",
        folder: "fourth",
    },
    Worked {
        revisions: demo::journal,
        spiral: "spiral A",
        folder: "first",
    },
];

impl Worked {
    fn journal(&self) -> Journal {
        let mut journal = Journal::new();
        let revisions = (self.revisions)();
        journal.merge(revisions.iter().map(|revision| Revision::clone(revision)));
        journal
    }

    fn begun(&self, journal: &Journal, kind: TextType) -> Document {
        let template = form(kind).template(Language::ZhHans);
        let spiral = Some(demo::id(self.spiral));
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
    fn drafted(&self, kind: TextType) -> String {
        let mut journal = self.journal();
        let document = self.begun(&journal, kind);
        journal.write(TEXT, Content::of(&document), by(1, 9_000_000));
        let finished =
            finish(&Index::of(&journal), TEXT, &ExportOptions::default(), Language::ZhHans).expect("it is there");
        let text = finished.manuscript.markdown(Language::ZhHans, &|_| Some("…".into()));
        text.trim_end().to_owned() + "\n"
    }

    fn data(&self, kind: TextType, end: &str) -> String {
        let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
        format!("{data}/{}/{}.{end}", self.folder, kind.word())
    }
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
    let texts = WORKED
        .iter()
        .flat_map(|worked| TextType::THREE.map(|kind| (worked, kind, worked.drafted(kind))));
    let texts: Vec<_> = texts.collect();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        for (worked, kind, draft) in &texts {
            fs::write(worked.data(*kind, "draft.md"), draft).expect("the file can be written");
        }
    }
    let mut untold = Vec::new();
    for (worked, kind, draft) in texts {
        let kept = fs::read_to_string(worked.data(kind, "draft.md")).expect("the draft is there");
        let name = format!("{} {kind:?}", worked.folder);
        assert_eq!(draft, kept, "{name}: UPDATE_GOLDEN=1 writes it anew");
        let finished = fs::read_to_string(worked.data(kind, "md")).expect("the text is there");
        let share = changed(&draft, &finished);
        let (thousands, rest) = (length(&draft) / 1000, length(&draft) % 1000);
        let told = format!("| {thousands},{rest:03} | {:.1} % |", share * 100.0);
        if !include_str!("../../docs/drafts.md").contains(&told) {
            untold.push(format!("{name}: {told}"));
        }
        assert!(share < CHANGED, "{name}: {share}");
        assert!(share > 0.02, "{name}: a text that nobody has worked on is no proof");
    }
    assert!(untold.is_empty(), "docs/drafts.md does not say {untold:#?}");
}
