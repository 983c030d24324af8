//! Numbers: headings by their styles, and lists.

use super::paper::{MAIN, Paper};
use super::styles::fonts;
use super::xml::Xml;
use crate::catalog::Language;
use crate::record::Role;

/// The headings below something attached, among the kinds of lists.
const ATTACHED: usize = 3;

/// The levels a list may have; deeper ones stay on the last.
pub(super) const LEVELS: usize = 9;

/// A list of the text, or headings that begin anew.
#[derive(Debug, Clone, Copy)]
pub(super) enum List {
    /// With bullets.
    Bullets,
    /// Numbered: from what, and how deep it begins.
    Numbers { first: u64, level: usize },
    /// The headings below one that is attached to the text.
    Attached,
}

/// `word/numbering.xml`. Number 1 belongs to the headings; list `n` of the text has number `n + 2`.
pub(super) fn numbering(paper: &Paper<'_>, lists: &[List]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:numbering", &[("xmlns:w", MAIN)]);
    headings(&mut xml, paper, 0);
    abstract_list(&mut xml, paper, 1, "bullet", &["•", "◦", "▪"]);
    abstract_list(&mut xml, paper, 2, "decimal", &[]);
    if lists.iter().any(|list| matches!(list, List::Attached)) {
        headings(&mut xml, paper, ATTACHED);
    }
    xml.open("w:num", &[("w:numId", "1")]);
    xml.val("w:abstractNumId", 0);
    xml.close("w:num");
    for (at, list) in lists.iter().enumerate() {
        xml.open("w:num", &[("w:numId", &(at + 2).to_string())]);
        let (kind, start) = match *list {
            List::Bullets => (1, None),
            List::Numbers { first, level } => (2, Some((level.min(LEVELS - 1), first.min(32_767)))),
            List::Attached => (ATTACHED, Some((1, 1))),
        };
        xml.val("w:abstractNumId", kind);
        if let Some((level, first)) = start {
            xml.open("w:lvlOverride", &[("w:ilvl", &level.to_string())]);
            xml.val("w:startOverride", first);
            xml.close("w:lvlOverride");
        }
        xml.close("w:num");
    }
    xml.close("w:numbering");
    xml.done()
}

/// The headings of the text, or those below one that is attached: its own heading has no number to begin theirs with.
fn headings(xml: &mut Xml, paper: &Paper<'_>, id: usize) {
    xml.open("w:abstractNum", &[("w:abstractNumId", &id.to_string())]);
    xml.val("w:multiLevelType", "multilevel");
    let levels = if paper.language == Language::En && id == ATTACHED {
        [
            ("none", ""),
            ("decimal", "%2."),
            ("decimal", "%2.%3"),
            ("decimal", "(%4)"),
        ]
    } else if paper.language == Language::En {
        [
            ("decimal", "%1."),
            ("decimal", "%1.%2"),
            ("decimal", "%1.%2.%3"),
            ("decimal", "(%4)"),
        ]
    } else {
        [
            ("chineseCountingThousand", "%1、"),
            ("chineseCountingThousand", "（%2）"),
            ("decimal", "%3."),
            ("decimal", "(%4)"),
        ]
    };
    let roles = [Role::Heading1, Role::Heading2, Role::Heading3, Role::Heading4];
    for (at, ((format, text), role)) in levels.into_iter().zip(roles).enumerate() {
        xml.open("w:lvl", &[("w:ilvl", &at.to_string())]);
        xml.val("w:start", 1);
        xml.val("w:numFmt", format);
        // A style has one list.
        if id != ATTACHED {
            xml.val("w:pStyle", format!("Heading{}", at + 1));
        }
        let tight = text.ends_with(['、', '）']);
        xml.val("w:suff", if tight { "nothing" } else { "space" });
        xml.val("w:lvlText", text);
        xml.val("w:lvlJc", "left");
        xml.open("w:pPr", &[]);
        xml.empty("w:ind", &[("w:left", "0"), ("w:firstLine", "0")]);
        xml.close("w:pPr");
        xml.open("w:rPr", &[]);
        fonts(xml, &paper.face(role));
        xml.close("w:rPr");
        xml.close("w:lvl");
    }
    xml.close("w:abstractNum");
}

fn abstract_list(xml: &mut Xml, paper: &Paper<'_>, id: usize, format: &str, bullets: &[&str]) {
    xml.open("w:abstractNum", &[("w:abstractNumId", &id.to_string())]);
    xml.val("w:multiLevelType", "hybridMultilevel");
    for at in 0..LEVELS {
        xml.open("w:lvl", &[("w:ilvl", &at.to_string())]);
        xml.val("w:start", 1);
        xml.val("w:numFmt", format);
        let text = match bullets.get(at % bullets.len().max(1)) {
            Some(bullet) => (*bullet).to_owned(),
            None => format!("%{}.", at + 1),
        };
        xml.val("w:lvlText", text);
        xml.val("w:lvlJc", "left");
        xml.open("w:pPr", &[]);
        let (left, hanging) = numbering_level(at);
        let (left, hanging) = (left.to_string(), hanging.to_string());
        xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
        xml.close("w:pPr");
        xml.open("w:rPr", &[]);
        fonts(xml, &paper.face(Role::Body));
        xml.close("w:rPr");
        xml.close("w:lvl");
    }
    xml.close("w:abstractNum");
}

/// Where the words of a list's level begin, in twips, and how far its sign stands before them.
pub(super) const fn numbering_level(level: usize) -> (usize, usize) {
    (900 + 420 * level, 420)
}
