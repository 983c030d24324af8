//! What is attached to a text (附录): its headings stand outside the running numbers, and where there are several of them
//! they have numbers of their own.

use std::collections::BTreeMap;

use super::number::numeral;
use super::{Block, Inline, PlacedBlock, TextStyle};

/// The sections that forms attach.
const SECTIONS: [&str; 2] = ["appendix", "attachments"];

/// What something attached is called. The word goes before its number.
const NAMES: [&str; 7] = [
    "附录",
    "附錄",
    "附件",
    "Appendices",
    "Appendix",
    "Attachments",
    "Attachment",
];

/// Whether a section is attached to a text, by its name in the form or by how its heading begins.
///
/// ```
/// use luoxuan::manuscript::is_attached;
/// assert!(is_attached("appendix", "问卷") && is_attached("own1", "附录二：访谈提纲"));
/// assert!(!is_attached("own1", "附带的发现"));
/// ```
pub fn is_attached(section: &str, heading: &str) -> bool {
    SECTIONS.contains(&section) || split(heading).is_some()
}

/// A heading as the word for what is attached, and what else it says; the number somebody typed is left out.
fn split(heading: &str) -> Option<(&'static str, &str)> {
    let heading = heading.trim();
    let name = NAMES.iter().find(|name| heading.starts_with(**name))?;
    let rest = heading.get(name.len()..)?;
    // A word that only begins alike.
    if name.is_ascii() && rest.starts_with(|next: char| next.is_alphabetic()) {
        return None;
    }
    let rest = rest.trim_start();
    let number = "一二三四五六七八九十";
    let is_number = |sign: char| sign.is_ascii_digit() || sign.is_ascii_uppercase() || number.contains(sign);
    let after = rest.trim_start_matches(is_number);
    let ends = after.is_empty() || after.starts_with(is_mark);
    let rest = if ends && after.len() < rest.len() { after } else { rest };
    Some((*name, rest.trim_start_matches(is_mark)))
}

fn is_mark(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '：' | ':' | '、' | '.' | '．' | '—' | '-')
}

/// Takes the headings of what is attached out of the running numbers. One section that holds several things, each under
/// a heading of its own, is several attachments.
pub(super) fn attach(pieces: Vec<PlacedBlock>) -> Vec<PlacedBlock> {
    let mut groups: Vec<Vec<PlacedBlock>> = Vec::new();
    for piece in pieces {
        match groups.last_mut() {
            Some(group) if group.first().is_some_and(|first| first.section == piece.section) => group.push(piece),
            _ => groups.push(vec![piece]),
        }
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let kinds: Vec<_> = groups.iter().map(|group| Kind::of(group)).collect();
    for kind in kinds.iter().flatten() {
        *counts.entry(kind.name).or_default() += kind.count();
    }
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all = Vec::new();
    for (group, kind) in groups.into_iter().zip(kinds) {
        let Some(kind) = kind else {
            all.extend(group);
            continue;
        };
        let several = counts.get(kind.name).is_some_and(|count| *count > 1);
        let number = several.then(|| numbers.entry(kind.name).or_default());
        kind.write(group, number, &mut all);
    }
    all
}

/// What is attached in one section.
struct Kind {
    /// What it is called.
    name: &'static str,
    /// How many headings of their own stand in it, where that is more than one.
    parts: Option<usize>,
}

impl Kind {
    /// `None` if the section, whose heading comes first, belongs to the text.
    fn of(pieces: &[PlacedBlock]) -> Option<Self> {
        let first = pieces.first()?;
        let Block::Heading(1, runs) = &first.block else {
            return None;
        };
        let heading = super::words(runs);
        if !is_attached(&first.section, &heading) {
            return None;
        }
        let latin =
            heading.chars().any(|letter| letter.is_ascii_alphabetic()) && !heading.contains(crate::text::is_cjk);
        let name = split(&heading).map_or(if latin { "Appendix" } else { "附录" }, |(name, _)| name);
        let parts = pieces
            .iter()
            .filter(|piece| matches!(piece.block, Block::Heading(2, _)));
        Some(Self {
            name: match name {
                "Appendices" => "Appendix",
                "Attachments" => "Attachment",
                name => name,
            },
            parts: Some(parts.count()).filter(|parts| *parts > 1),
        })
    }

    fn count(&self) -> usize {
        self.parts.unwrap_or(1)
    }

    /// Writes a section with its headings: numbered on from `number`, where there are several.
    fn write(&self, pieces: Vec<PlacedBlock>, mut number: Option<&mut usize>, to: &mut Vec<PlacedBlock>) {
        let starts_with_part = pieces
            .get(1)
            .is_some_and(|piece| matches!(piece.block, Block::Heading(2, _)));
        for (at, mut piece) in pieces.into_iter().enumerate() {
            piece.block = match piece.block {
                // Each part says what it is.
                Block::Heading(1, _) if at == 0 && self.parts.is_some() && starts_with_part => continue,
                Block::Heading(1, runs) if at == 0 && self.parts.is_some() => Block::Attached(runs),
                Block::Heading(1, runs) if at == 0 => Block::Attached(self.called(runs, number.as_deref_mut())),
                Block::Heading(2, runs) if self.parts.is_some() => {
                    Block::Attached(self.called(runs, number.as_deref_mut()))
                }
                Block::Heading(level, runs) if self.parts.is_some() => Block::Heading(level - 1, runs),
                block => block,
            };
            to.push(piece);
        }
    }

    /// A heading with its number, “附录二　访谈提纲”; as it stands, if there is only one.
    fn called(&self, mut runs: Vec<Inline>, number: Option<&mut usize>) -> Vec<Inline> {
        let Some(number) = number else { return runs };
        *number += 1;
        let name = self.name;
        let (word, gap) = if name.is_ascii() {
            (format!("{name} {}", letter(*number)), ". ")
        } else {
            (format!("{name}{}", numeral(*number)), "　")
        };
        let said = match runs.first_mut() {
            Some(Inline::Text(text, _)) => {
                if let Some((_, rest)) = split(text) {
                    *text = rest.to_owned();
                }
                runs.retain(|run| !matches!(run, Inline::Text(text, _) if text.is_empty()));
                !runs.is_empty()
            }
            first => first.is_some(),
        };
        let word = if said { format!("{word}{gap}") } else { word };
        runs.insert(0, Inline::Text(word, TextStyle::default()));
        runs
    }
}

/// A, B, C, and figures when letters run out.
fn letter(number: usize) -> String {
    let letter = u8::try_from(number).ok().filter(|number| (1..=26).contains(number));
    letter.map_or_else(
        || number.to_string(),
        |number| char::from(b'A' + number - 1).to_string(),
    )
}
