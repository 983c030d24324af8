//! What has changed between two texts.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::cite::cite;
use super::place::Place;
use crate::record::{CitationStyle, Document, Template};
use crate::text::{is_cjk, one_line_end, sentences};

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// It is in both.
    Same,
    /// It was in the first.
    Removed,
    /// It is in the second.
    Added,
}

/// A piece of text, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// The words.
    pub text: String,
}

/// Compares two texts: by sentences first, then within changed sentences by characters, or by words where they are
/// Latin. What is the same or was removed, put together, is the first text; what is the same or was added, the second; but for what ends their lines, which is no change.
///
/// ```
/// use luoxuan::draft::{ChangeKind, compare};
/// let changes = compare("先有材料。再定焦点。", "先有材料。再选定焦点。");
/// let said: Vec<_> = changes.iter().map(|change| (change.kind, change.text.as_str())).collect();
/// assert_eq!(said, [
///     (ChangeKind::Same, "先有材料。再"),
///     (ChangeKind::Added, "选"),
///     (ChangeKind::Same, "定焦点。"),
/// ]);
/// ```
pub fn compare(a: &str, b: &str) -> Vec<Change> {
    let (a, b) = (one_line_end(a), one_line_end(b));
    let (old, new): (Vec<_>, Vec<_>) = (sentences(&a).collect(), sentences(&b).collect());
    let mut changes = Changed::default();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Replace { .. } => within(&joined(&old, &op, true), &joined(&new, &op, false), &mut changes),
            _ => changes.take(&op, &old, &new),
        }
    }
    changes.0
}

/// More steps than this are not worth a finer answer.
const STEPS: usize = 4_000_000;

/// Compares two runs of sentences, character by character, unless they have little in common: then one stands whole
/// for the other, because islands of single characters cannot be read.
fn within(a: &str, b: &str, changes: &mut Changed) {
    let (old, new) = (tokens(a), tokens(b));
    if old.len().saturating_mul(new.len()) > STEPS {
        changes.replace(a, b);
        return;
    }
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let same: usize = ops.iter().filter(|op| is_same(op)).map(|op| op.new_range().len()).sum();
    if same * 3 < old.len().max(new.len()) {
        changes.replace(a, b);
        return;
    }
    let (mut removed, mut added) = (String::new(), String::new());
    for (at, op) in ops.iter().enumerate() {
        let island = at > 0 && at + 1 < ops.len() && op.new_range().len() < 2;
        if is_same(op) && !island {
            changes.replace(&removed, &added);
            removed.clear();
            added.clear();
            changes.push(ChangeKind::Same, &joined(&old, op, true));
        } else {
            removed.push_str(&joined(&old, op, true));
            added.push_str(&joined(&new, op, false));
        }
    }
    changes.replace(&removed, &added);
}

const fn is_same(op: &DiffOp) -> bool {
    matches!(op, DiffOp::Equal { .. })
}

/// The tokens an operation is about, in the first text or in the second.
fn joined(tokens: &[&str], op: &DiffOp, first: bool) -> String {
    let range = if first { op.old_range() } else { op.new_range() };
    tokens.get(range).unwrap_or_default().concat()
}

/// Single Chinese characters and marks; runs of others; runs of white space.
fn tokens(text: &str) -> Vec<&str> {
    let class = |character: char| match character {
        character if character.is_whitespace() => 1,
        character if !is_cjk(character) && character.is_alphanumeric() => 2,
        _ => 0,
    };
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = class(first);
        let end = match kind {
            0 => first.len_utf8(),
            _ => rest.find(|next| class(next) != kind).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after;
    }
    tokens
}

#[derive(Default)]
struct Changed(Vec<Change>);

impl Changed {
    /// Adds words, to the last piece if the same became of it.
    fn push(&mut self, kind: ChangeKind, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.kind == kind => last.text.push_str(text),
            _ => self.0.push(Change {
                kind,
                text: text.into(),
            }),
        }
    }

    fn replace(&mut self, old: &str, new: &str) {
        self.push(ChangeKind::Removed, old);
        self.push(ChangeKind::Added, new);
    }

    fn take(&mut self, op: &DiffOp, old: &[&str], new: &[&str]) {
        if is_same(op) {
            self.push(ChangeKind::Same, &joined(old, op, true));
        } else {
            self.replace(&joined(old, op, true), &joined(new, op, false));
        }
    }
}

/// What has changed in one part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Changes {
    /// Which part: title, abstract, keywords, a value of the head, a section, or the references.
    pub place: Place,
    /// What became of its words.
    pub changes: Vec<Change>,
}

impl Changes {
    /// Whether nothing has changed there.
    pub fn is_same(&self) -> bool {
        self.changes.iter().all(|change| change.kind == ChangeKind::Same)
    }
}

/// Compares two states of a document part by part, in the order they are printed: parts that say something in either.
/// A section stands as its passages with an empty line between, references as they are cited.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::{Place, compare_documents};
/// use luoxuan::record::Passage;
/// use luoxuan::{Document, TextType};
/// let template = form(TextType::Experience).template(Language::ZhHans);
/// let before = Document { title: "三步做法".into(), ..Document::default() };
/// let mut after = before.clone();
/// after.pull("moves", 0, Passage { text: "先有材料。".into(), ..Passage::default() });
/// let parts = compare_documents(&before, &after, &template);
/// let changed: Vec<_> = parts.iter().filter(|part| !part.is_same()).map(|part| &part.place).collect();
/// assert_eq!(changed, [&Place::Section("moves".into())]);
/// ```
pub fn compare_documents(a: &Document, b: &Document, template: &Template) -> Vec<Changes> {
    let mut parts = vec![
        (Place::Title, a.title.clone(), b.title.clone()),
        (Place::Summary, a.summary.clone(), b.summary.clone()),
        (Place::Keywords, a.keywords.join("；"), b.keywords.join("；")),
    ];
    let asked = template.header.iter().map(|field| field.name.as_str());
    for name in in_order(asked, a.fields.keys().chain(b.fields.keys())) {
        let value = |document: &Document| document.fields.get(name).cloned().unwrap_or_default();
        parts.push((Place::Header(name.into()), value(a), value(b)));
    }
    let asked = template.sections.iter().map(|section| section.name.as_str());
    for name in in_order(asked, a.sections.keys().chain(b.sections.keys())) {
        let text = |document: &Document| {
            let passages = document.section(name).iter().map(|passage| passage.text.as_str());
            passages.collect::<Vec<_>>().join("\n\n")
        };
        parts.push((Place::Section(name.into()), text(a), text(b)));
    }
    parts.push((Place::Reference(0), references(a), references(b)));
    let said = parts.into_iter().filter(|(_, a, b)| !a.is_empty() || !b.is_empty());
    said.map(|(place, a, b)| Changes {
        place,
        changes: compare(&a, &b),
    })
    .collect()
}

fn references(document: &Document) -> String {
    let all = document.references.iter().enumerate();
    let lines: Vec<_> = all
        .map(|(at, one)| cite(one, at + 1, CitationStyle::default()))
        .collect();
    lines.join("\n")
}

/// Names as a template orders them, then the others, each once.
fn in_order<'n>(asked: impl Iterator<Item = &'n str>, found: impl Iterator<Item = &'n String>) -> Vec<&'n str> {
    let mut names: Vec<&str> = Vec::new();
    for name in asked.chain(found.map(String::as_str)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
