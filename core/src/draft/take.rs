//! Taking one thing from the journal into a text by hand.

use super::assemble::Suggestion;
use super::numbering::{Numbered, Shown, keeping_numbers, numbered, numbers, see, see_alone, shown_by};
use crate::catalog::{Language, words::telling};
use crate::id::RecordId;
use crate::manuscript::{Block, Manuscript, Parts};
use crate::record::{Document, Passage, Source, Template};

/// Takes what is offered into a text, at a place of a section. Figures and tables are named by their numbers: by the words
/// they belong to, which stand before them; by what was taken from the same record before; or else by a sentence of their
/// own.
pub fn take(
    document: &mut Document,
    template: &Template,
    (section, at): (&str, usize),
    offer: &Suggestion,
    language: Language,
) {
    let shown = offer.figure.as_ref().unwrap_or(&offer.passage);
    keeping_numbers(document, template, |document| {
        document.pull(section, at, shown.clone());
    });
    let at = at.min(document.section(section).len().saturating_sub(1));
    let all = numbered(document, template);
    let here: Vec<_> = numbers(&all)
        .filter(|(_, one)| one.section == section && one.passage == at)
        .collect();
    if offer.figure.is_some() {
        let mut passage = offer.passage.clone();
        passage.text = naming(&passage.text, &here, language);
        document.pull(section, at, passage);
    } else if !here.is_empty() && shows_first(shown) {
        match prose_before(document.section(section), at, shown) {
            Some(prose) => {
                let text = document
                    .section(section)
                    .get(prose)
                    .map(|prose| naming(&prose.text, &here, language));
                document.rewrite(section, prose, &text.unwrap_or_default());
            }
            None => {
                let text = format!("{}\n\n{}", alone(&here, language), shown.text);
                document.rewrite(section, at, &text);
            }
        }
    }
}

/// A text that names what is shown.
pub(super) fn naming(text: &str, shown: &[(usize, &Numbered)], language: Language) -> String {
    shown.iter().fold(text.to_owned(), |text, (number, one)| {
        let named = match one.shown {
            Shown::Figure => telling::SEE_FIGURE,
            Shown::Table => telling::SEE_TABLE,
        };
        see(&text, named, *number, language)
    })
}

/// What names figures and tables that nothing else speaks of.
fn alone(shown: &[(usize, &Numbered)], language: Language) -> String {
    let sentences = shown
        .iter()
        .map(|(number, one)| see_alone(&one.caption, one.shown, *number, language));
    sentences
        .collect::<Vec<_>>()
        .join(if language == Language::En { " " } else { "" })
}

/// Whether a passage begins with what it shows: nothing in it leads there.
fn shows_first(passage: &Passage) -> bool {
    let mut document = Document::default();
    document.pull("alone", 0, passage.clone());
    let blocks = Manuscript::of(&document, &[("alone".into(), String::new())], Parts::default()).blocks;
    let first = blocks.first().map(|piece| &piece.block);
    matches!(first, Some(Block::Table(_) | Block::Figure(_) | Block::Chart(..)))
}

/// The prose before a place, if it was taken from the same record as what stands there, with nothing between but what
/// was taken from there too.
fn prose_before(passages: &[Passage], at: usize, shown: &Passage) -> Option<usize> {
    let of_same = |passage: &Passage| {
        let mut sources = passage.sources.iter();
        sources.any(|source| shown.sources.iter().any(|own| matter(own) == matter(source)))
    };
    let before = passages.get(..at)?.iter().enumerate().rev();
    let mut before = before.take_while(|(_, passage)| of_same(passage));
    let (place, prose) = before.find(|(_, passage)| !shows_first(passage))?;
    let is_prose = !prose.text.starts_with('#') && shown_by(prose).is_empty();
    is_prose.then_some(place)
}

/// What a source speaks of: a record, and of a survey one of its findings, of which sentence, table and chart are parts.
fn matter(source: &Source) -> (RecordId, &str) {
    (
        source.record,
        source.part.rsplit_once(':').map_or("", |(matter, _)| matter),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::form;
    use crate::id::RevisionId;
    use crate::record::{Privacy, TextType};

    const TABLE: &str = "表：困难\n\n| 项 | 人 |\n|---|---|\n| 不知道写什么 | 52 |";

    fn offer(text: &str, record: u8, part: &str) -> Suggestion {
        let source = Source {
            record: RecordId::from_bytes([record; 16]),
            revision: RevisionId::of(b"1"),
            part: part.into(),
            snapshot: text.into(),
            other: serde_json::Map::new(),
        };
        Suggestion {
            passage: Passage {
                text: text.into(),
                sources: vec![source],
                ..Passage::default()
            },
            figure: None,
            day: None,
            known: None,
            privacy: Privacy::Public,
        }
    }

    fn taken(offers: &[Suggestion], language: Language) -> Vec<String> {
        let mut document = Document::default();
        let template = form(TextType::Survey).template(language);
        for offer in offers {
            take(&mut document, &template, ("findings", 9), offer, language);
        }
        let passages = document.section("findings").iter();
        passages.map(|passage| passage.text.clone()).collect()
    }

    #[test]
    fn a_table_taken_by_itself_is_named_by_a_sentence_before_it() {
        assert_eq!(
            taken(&[offer(TABLE, 1, "q1:table")], Language::ZhHans),
            [format!("困难见表1。\n\n{TABLE}")]
        );
        let uncalled = "| a | b |\n|---|---|\n| 1 | 2 |";
        assert_eq!(
            taken(&[offer(uncalled, 1, "q1:table")], Language::En),
            [format!("Table 1.\n\n{uncalled}")]
        );
    }

    #[test]
    fn a_table_is_named_by_what_was_taken_from_the_same_record() {
        let sentence = offer("最大的困难是不知道写什么。", 1, "q1:sentence");
        let chart = "```chart bar 困难\n项,人\n不知道写什么,52\n```";
        let texts = taken(
            &[
                sentence.clone(),
                offer(TABLE, 1, "q1:table"),
                offer(chart, 1, "q1:chart"),
            ],
            Language::ZhHans,
        );
        assert_eq!(texts, ["最大的困难是不知道写什么（见表1）（见图1）。", TABLE, chart]);
        for (record, part) in [(2, "q1:table"), (1, "q2:table")] {
            let texts = taken(&[sentence.clone(), offer(TABLE, record, part)], Language::ZhHans);
            assert_eq!(
                texts,
                [
                    "最大的困难是不知道写什么。".to_owned(),
                    format!("困难见表1。\n\n{TABLE}")
                ]
            );
        }
    }
}
