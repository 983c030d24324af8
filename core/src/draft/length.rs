//! How long a document is, as Word will say.

use super::cite;
use super::sections::sections_of;
use crate::catalog::Language;
use crate::record::{CitationStyle, Document, Template};
use crate::text::count;
use crate::text::markdown::{Block, plain_but};

/// 字数 of a document and its parts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Length {
    /// Of the title, with its subtitle.
    pub title: usize,
    /// Of the abstract.
    pub summary: usize,
    /// Of each section without its heading, in the order they are printed.
    pub sections: Vec<(String, usize)>,
    /// Of all sections together, without headings.
    pub body: usize,
    /// Of everything that is printed: title, abstract, keywords, headings, sections, references.
    pub printed: usize,
}

impl Length {
    /// Of one section.
    pub fn of(&self, section: &str) -> usize {
        let found = self.sections.iter().find(|(name, _)| name == section);
        found.map_or(0, |(_, words)| *words)
    }
}

/// How long a document is, by Word's 字数 of what is printed: the cells of a table count, a chart's data do not, only
/// its caption; a footnote counts, its mark does not.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::length;
/// use luoxuan::record::Passage;
/// use luoxuan::{Document, TextType};
/// let mut document = Document { title: "三步做法".into(), ..Document::default() };
/// let text = "## 数\n\n有焦点的22人。\n\n```chart bar 人数\n人,人数\n有,22\n```";
/// document.pull("effects", 0, Passage { text: text.into(), ..Passage::default() });
/// let template = form(TextType::Experience).template(Language::ZhHans);
/// let length = length(&document, &template, Language::ZhHans);
/// assert_eq!((length.title, length.of("effects"), length.body), (4, 10, 10));
/// ```
pub fn length(document: &Document, template: &Template, language: Language) -> Length {
    let words = |text: &str| count(text).words;
    let mut length = Length {
        title: words(&document.title),
        summary: words(&printed(&document.summary)),
        ..Length::default()
    };
    length.printed = length.title + length.summary;
    length.printed += document.keywords.iter().map(|keyword| words(keyword)).sum::<usize>();
    for (name, heading, passages) in sections_of(document, template, language) {
        let said: usize = passages.iter().map(|passage| words(&printed(&passage.text))).sum();
        if said > 0 {
            length.printed += words(heading);
        }
        length.body += said;
        length.sections.push((name.into(), said));
    }
    let references = document.references.iter().enumerate();
    length.printed += length.body;
    length.printed += references
        .map(|(at, one)| words(&cite(one, at + 1, CitationStyle::default())))
        .sum::<usize>();
    length
}

/// What of a Markdown text is printed, in plain words: a line a paragraph.
pub(super) fn printed(source: &str) -> String {
    let caption = |info: &str| info.split_whitespace().skip(2).collect::<Vec<_>>().join(" ");
    // Before reading: a line that defines a footnote would else be taken for the address of a link, and vanish.
    plain_but(&unmarked(source), &|block| match block {
        Block::Code(info) if is_chart(info) => Some(caption(info)),
        _ => None,
    })
}

/// Whether what a fence says of itself means a chart.
pub(super) fn is_chart(info: &str) -> bool {
    info.split_whitespace().next() == Some("chart")
}

/// Without the marks of footnotes: `[^name]` in the text, and with a colon before the note.
fn unmarked(text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[^") {
        said.push_str(before);
        match after.split_once(']') {
            Some((name, after)) if !name.contains(['\n', '[']) => {
                rest = after.strip_prefix(':').map_or(after, str::trim_start);
            }
            _ => {
                said.push_str("[^");
                rest = after;
            }
        }
    }
    said.push_str(rest);
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_counted_and_nothing_else() {
        for (source, words) in [
            ("", 0),
            ("有焦点的22人。", 7),
            ("**有**焦点[^1]。", 4),
            ("[^1]: 注。", 2),
            ("| 月 | 数 |\n|---|---|\n| 九 | 12 |", 4),
            ("```chart bar 困难（n=121）\n人,人数\n不知道写什么,52\n```", 5),
            ("```\n一二\n```", 2),
            ("[^没有完", 4),
        ] {
            assert_eq!(count(&printed(source)).words, words, "{source}");
        }
    }
}
