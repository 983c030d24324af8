//! Pictures put into a text by hand, and what figures and tables are called.

use std::ops::Range;

use super::numbering::{Shown, keeping_numbers, numbered, numbers, see};
use super::place::Place;
use crate::catalog::{Language, ManuscriptLabel, mark, words::telling};
use crate::id::BlobId;
use crate::record::{Document, Template};

/// What stands below every figure and above every table of a text, number and all, with the passage that shows it.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::{Place, captions};
/// use luoxuan::record::Passage;
/// use luoxuan::{BlobId, Document, TextType};
/// let mut document = Document::default();
/// let text = format!("![板书](luoxuan:{})", BlobId::of(b"1"));
/// document.pull("moves", 0, Passage { text, ..Passage::default() });
/// let template = form(TextType::Experience).template(Language::ZhHans);
/// let said = captions(&document, &template, Language::ZhHans);
/// assert_eq!(said, [(Place::Passage("moves".into(), 0), "图1　板书".into())]);
/// ```
pub fn captions(document: &Document, template: &Template, language: Language) -> Vec<(Place, String)> {
    let all = numbered(document, template);
    let said = numbers(&all).map(|(number, one)| {
        let word = match one.shown {
            Shown::Figure => ManuscriptLabel::Figure,
            Shown::Table => ManuscriptLabel::Table,
        };
        let said = format!("{}{number}　{}", mark(word).in_(language), one.caption);
        let place = Place::Passage(one.section.clone(), one.passage);
        (place, said.trim_end().to_owned())
    });
    said.collect()
}

/// Puts a picture into a passage, behind the paragraph that so many bytes of it lead into, and has the paragraph name it.
/// The bytes where its caption is to be written; `None` if there is no such passage.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::illustrate;
/// use luoxuan::record::Passage;
/// use luoxuan::{BlobId, Document, TextType};
/// let mut document = Document::default();
/// document.pull("moves", 0, Passage { text: "先写提纲。\n\n再写初稿。".into(), ..Passage::default() });
/// let template = form(TextType::Experience).template(Language::ZhHans);
/// let picture = BlobId::of(b"1");
/// let at = illustrate(&mut document, &template, ("moves", 0), 3, picture, Language::ZhHans).expect("a passage");
/// let text = &document.section("moves")[0].text;
/// assert_eq!(*text, format!("先写提纲（见图1）。\n\n![](luoxuan:{picture})\n\n再写初稿。"));
/// assert_eq!(&text[at.start - 2..at.end + 1], "![]");
/// ```
pub fn illustrate(
    document: &mut Document,
    template: &Template,
    (section, at): (&str, usize),
    byte: usize,
    picture: BlobId,
    language: Language,
) -> Option<Range<usize>> {
    let text = document.section(section).get(at)?.text.clone();
    let from = (0..=byte.min(text.len()))
        .rev()
        .find(|byte| text.is_char_boundary(*byte))?;
    let rest = text.get(from..)?;
    let end = from + rest.find("\n\n").unwrap_or(rest.len());
    let before = text.get(..end)?.trim_end();
    let after = text.get(end..)?.trim_start();
    let shown = format!("![](luoxuan:{picture})");
    let parts = [before, &shown, after].into_iter().filter(|part| !part.is_empty());
    let put = parts.collect::<Vec<_>>().join("\n\n");
    keeping_numbers(document, template, |document| document.rewrite(section, at, &put));
    let here = |document: &Document| document.section(section).get(at)?.text.find(&shown);
    let place = here(document)?;
    // Those of this passage that stand before it, and those of the passages before.
    let mut until = document.clone();
    let now = document.section(section).get(at)?.text.clone();
    until.rewrite(section, at, now.get(..place + shown.len())?);
    let all = numbered(&until, template);
    let own =
        numbers(&all).filter(|(_, one)| one.section == section && one.passage == at && one.shown == Shown::Figure);
    if let Some((number, _)) = own.last() {
        let before = now.get(..place)?.trim_end();
        let paragraph = before.rsplit("\n\n").next().unwrap_or_default();
        let is_prose = !paragraph.is_empty() && !paragraph.starts_with(['!', '|', '#', '`', '~', '-', '>']);
        if is_prose {
            let named = see(before, telling::SEE_FIGURE, number, language);
            let rest = now.get(place..)?;
            document.rewrite(section, at, &format!("{named}\n\n{rest}"));
        }
    }
    let caption = here(document)? + "![".len();
    Some(caption..caption)
}
