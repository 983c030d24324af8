//! The styles: every role of the layout under a name Word knows, each with its East Asian and its Latin font.

use super::paper::{MAIN, Paper};
use super::xml::Xml;
use crate::catalog::Language;
use crate::record::{Alignment, Line, ResolvedFont, Role};

/// A style: its role, its id, the name Word shows, and whether it belongs to runs instead of paragraphs.
const STYLES: [(Role, &str, &str); 17] = [
    (Role::Body, "Normal", "Normal"),
    (Role::Body, "BodyText", "Body Text"),
    (Role::Title, "Title", "Title"),
    (Role::Subtitle, "Subtitle", "Subtitle"),
    (Role::Author, "Author", "Author"),
    (Role::Summary, "Abstract", "Abstract"),
    (Role::Heading1, "Heading1", "heading 1"),
    (Role::Heading2, "Heading2", "heading 2"),
    (Role::Heading3, "Heading3", "heading 3"),
    (Role::Heading4, "Heading4", "heading 4"),
    (Role::Quote, "Quote", "Quote"),
    (Role::Body, "ListParagraph", "List Paragraph"),
    (Role::Table, "TableText", "Table Text"),
    (Role::Caption, "Caption", "caption"),
    (Role::Reference, "Reference", "Reference"),
    (Role::Note, "FootnoteText", "footnote text"),
    (Role::Margin, "Header", "header"),
];

/// `word/styles.xml`.
pub(super) fn styles(paper: &Paper<'_>) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:styles", &[("xmlns:w", MAIN)]);
    let body = paper.face(Role::Body);
    defaults(&mut xml, paper, &body);
    for (role, id, name) in STYLES {
        style(&mut xml, paper, role, id, name);
    }
    figure(&mut xml, paper);
    let note = paper.face(Role::Note);
    let characters = [
        ("AbstractLabel", "Abstract Label", paper.face(Role::Label), None),
        ("Citation", "Citation", body, Some("superscript")),
        ("FootnoteReference", "footnote reference", note, Some("superscript")),
    ];
    for (id, name, face, vertical) in characters {
        open(&mut xml, "character", id, name);
        run(&mut xml, &face, vertical);
        xml.close("w:style");
    }
    table(&mut xml);
    xml.close("w:styles");
    xml.done()
}

/// What holds where a style says nothing.
fn defaults(xml: &mut Xml, paper: &Paper<'_>, body: &ResolvedFont) {
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    fonts(xml, body);
    sizes(xml, body.half_points);
    let east = match paper.language {
        Language::ZhHant => "zh-TW",
        _ => "zh-CN",
    };
    xml.empty(
        "w:lang",
        &[("w:val", "en-US"), ("w:eastAsia", east), ("w:bidi", "ar-SA")],
    );
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.open("w:pPrDefault", &[]);
    xml.empty("w:pPr", &[]);
    xml.close("w:pPrDefault");
    xml.close("w:docDefaults");
}

/// The picture's line must be as high as the picture, whatever the lines of the text are.
fn figure(xml: &mut Xml, paper: &Paper<'_>) {
    open(xml, "paragraph", "Figure", "Figure");
    xml.open("w:pPr", &[]);
    xml.val("w:keepNext", 1);
    xml.empty(
        "w:spacing",
        &[("w:before", "120"), ("w:line", "240"), ("w:lineRule", "auto")],
    );
    xml.empty("w:ind", &[("w:firstLineChars", "0"), ("w:firstLine", "0")]);
    xml.val("w:jc", "center");
    xml.close("w:pPr");
    run(xml, &paper.face(Role::Caption), None);
    xml.close("w:style");
}

/// What every table is, before its own lines.
fn table(xml: &mut Xml) {
    xml.open(
        "w:style",
        &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")],
    );
    xml.val("w:name", "Normal Table");
    xml.val("w:uiPriority", 99);
    xml.empty("w:semiHidden", &[]);
    xml.empty("w:unhideWhenUsed", &[]);
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
    xml.open("w:tblCellMar", &[]);
    for (side, width) in [("top", "0"), ("left", "108"), ("bottom", "0"), ("right", "108")] {
        xml.empty(&format!("w:{side}"), &[("w:w", width), ("w:type", "dxa")]);
    }
    xml.close("w:tblCellMar");
    xml.close("w:tblPr");
    xml.close("w:style");
}

fn open(xml: &mut Xml, kind: &str, id: &str, name: &str) {
    if id == "Normal" {
        xml.open("w:style", &[("w:type", kind), ("w:default", "1"), ("w:styleId", id)]);
    } else {
        xml.open("w:style", &[("w:type", kind), ("w:styleId", id)]);
    }
    xml.val("w:name", name);
    if id != "Normal" && kind == "paragraph" {
        xml.val("w:basedOn", "Normal");
    }
}

fn style(xml: &mut Xml, paper: &Paper<'_>, role: Role, id: &str, name: &str) {
    let face = paper.face(role);
    open(xml, "paragraph", id, name);
    let heading = match role {
        Role::Heading1 => Some(0),
        Role::Heading2 => Some(1),
        Role::Heading3 => Some(2),
        Role::Heading4 => Some(3),
        _ => None,
    };
    if heading.is_some() || matches!(role, Role::Title | Role::Subtitle) {
        xml.val("w:next", "BodyText");
    }
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    if heading.is_some() || role == Role::Title {
        xml.val("w:keepNext", 1);
        xml.val("w:keepLines", 1);
    }
    if let Some(level) = heading {
        xml.open("w:numPr", &[]);
        xml.val("w:ilvl", level);
        xml.val("w:numId", 1);
        xml.close("w:numPr");
    }
    spacing(xml, paper, role, &face);
    indent(xml, paper, id, &face);
    let align = match face.align {
        Alignment::Justified => "both",
        Alignment::Left => "left",
        Alignment::Centre => "center",
        Alignment::Right => "right",
    };
    xml.val("w:jc", align);
    if let Some(level) = heading {
        xml.val("w:outlineLvl", level);
    }
    xml.close("w:pPr");
    run(xml, &face, None);
    xml.close("w:style");
}

/// How far a paragraph stands from others, and its lines from each other.
fn spacing(xml: &mut Xml, paper: &Paper<'_>, role: Role, face: &ResolvedFont) {
    let (before, after) = match role {
        Role::Title => ("120", "120"),
        Role::Subtitle => ("0", "120"),
        Role::Heading1 => ("120", "60"),
        Role::Heading2 | Role::Heading3 => ("60", "0"),
        Role::Caption => ("60", "60"),
        _ => ("0", "0"),
    };
    let (line, rule) = match (role, paper.layout.line()) {
        // Text in tables, captions, notes and margins is set close, and exact lines would cut a large heading.
        (Role::Table | Role::Caption | Role::Note | Role::Margin, _) => (240, "auto"),
        (_, Line::Multiple(line)) => (line, "auto"),
        (_, Line::Exact(line)) if face.half_points.saturating_mul(12) > line => (360, "auto"),
        (_, Line::Exact(line)) => (line, "exact"),
    };
    xml.empty(
        "w:spacing",
        &[
            ("w:before", before),
            ("w:after", after),
            ("w:line", &line.to_string()),
            ("w:lineRule", rule),
        ],
    );
}

fn indent(xml: &mut Xml, paper: &Paper<'_>, id: &str, face: &ResolvedFont) {
    // A character is as wide as its size, and a half-point is ten twips.
    // Of large ones so many as half a line holds.
    let most = paper.width() / 2 / (face.half_points * 10).max(1);
    let characters = |count: u32| (count.min(most) * 100, count.min(most) * face.half_points * 10);
    match id {
        "BodyText" | "Quote" => {
            let (chars, twips) = characters(u32::from(paper.layout.first_line()));
            let (chars, twips) = (chars.to_string(), twips.to_string());
            let first = [("w:firstLineChars", chars.as_str()), ("w:firstLine", twips.as_str())];
            if id == "Quote" {
                let (side, wide) = characters(2);
                let (side, wide) = (side.to_string(), wide.to_string());
                let sides = [
                    ("w:leftChars", side.as_str()),
                    ("w:left", wide.as_str()),
                    ("w:rightChars", side.as_str()),
                    ("w:right", wide.as_str()),
                ];
                xml.empty("w:ind", &[sides.as_slice(), first.as_slice()].concat());
            } else {
                xml.empty("w:ind", &first);
            }
        }
        "Reference" => {
            let (chars, twips) = characters(2);
            let (chars, twips) = (chars.to_string(), twips.to_string());
            xml.empty(
                "w:ind",
                &[
                    ("w:leftChars", &chars),
                    ("w:left", &twips),
                    ("w:hangingChars", &chars),
                    ("w:hanging", &twips),
                ],
            );
        }
        _ => xml.empty("w:ind", &[("w:firstLineChars", "0"), ("w:firstLine", "0")]),
    }
}

fn run(xml: &mut Xml, face: &ResolvedFont, vertical: Option<&str>) {
    xml.open("w:rPr", &[]);
    fonts(xml, face);
    xml.val("w:b", u8::from(face.bold));
    xml.val("w:bCs", u8::from(face.bold));
    sizes(xml, face.half_points);
    if let Some(vertical) = vertical {
        xml.val("w:vertAlign", vertical);
    }
    xml.close("w:rPr");
}

/// Both fonts of a face. Without the East Asian one Word takes whatever its theme says.
pub(super) fn fonts(xml: &mut Xml, face: &ResolvedFont) {
    xml.empty(
        "w:rFonts",
        &[
            ("w:ascii", &face.latin),
            ("w:hAnsi", &face.latin),
            ("w:eastAsia", &face.family),
            ("w:cs", &face.latin),
        ],
    );
}

fn sizes(xml: &mut Xml, half_points: u32) {
    xml.val("w:sz", half_points);
    xml.val("w:szCs", half_points);
}
