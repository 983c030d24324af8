//! The page: its size and margins, and what stands in them.

use super::package::Package;
use super::paper::{MAIN, Paper};
use super::styles::fonts;
use super::xml::Xml;
use crate::manuscript::Manuscript;
use crate::record::{A4, Corner, PageNumber, Role};

/// References of the section: element, type and id.
pub(super) type References = Vec<(&'static str, &'static str, String)>;

/// Writes headers and footers, and gives what the section says of them.
pub(super) fn margins(paper: &Paper<'_>, manuscript: &Manuscript, package: &mut Package) -> References {
    let mut references = Vec::new();
    let corner = !manuscript.corner.is_empty();
    if corner {
        let bytes = header(paper, &manuscript.corner, &manuscript.header);
        let id = package.relate("header1.xml", "header");
        package.word("header1.xml", "header", bytes);
        references.push(("w:headerReference", "first", id));
    }
    if !manuscript.header.is_empty() {
        let id = package.relate("header2.xml", "header");
        package.word("header2.xml", "header", header(paper, "", &manuscript.header));
        references.push(("w:headerReference", "default", id));
    }
    if paper.layout.page_number != PageNumber::Nowhere {
        // The first page has its own footer as soon as it has its own header.
        let pages: &[_] = if corner { &["first", "default"] } else { &["default"] };
        for (at, page) in pages.iter().enumerate() {
            let name = format!("footer{}.xml", at + 1);
            let id = package.relate(&name, "footer");
            package.word(&name, "footer", footer(paper));
            references.push(("w:footerReference", *page, id));
        }
    }
    references
}

/// `w:sectPr`.
pub(super) fn section(xml: &mut Xml, paper: &Paper<'_>, references: &References) {
    xml.open("w:sectPr", &[]);
    for (name, page, id) in references {
        xml.empty(name, &[("w:type", page), ("r:id", id)]);
    }
    let (wide, high) = A4;
    xml.empty("w:pgSz", &[("w:w", &wide.to_string()), ("w:h", &high.to_string())]);
    let [top, right, bottom, left] = paper.layout.margins().map(|margin| margin.to_string());
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", &top),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", "851"),
            ("w:footer", "851"),
            ("w:gutter", "0"),
        ],
    );
    if references.iter().any(|(_, page, _)| *page == "first") {
        xml.empty("w:titlePg", &[]);
    }
    xml.close("w:sectPr");
}

fn header(paper: &Paper<'_>, corner: &str, text: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:hdr", &[("xmlns:w", MAIN)]);
    if !corner.is_empty() {
        xml.open("w:tbl", &[]);
        xml.open("w:tblPr", &[]);
        xml.empty("w:tblW", &[("w:w", "0"), ("w:type", "auto")]);
        let right = paper.layout.corner == Corner::TopRight;
        xml.val("w:jc", if right { "right" } else { "left" });
        xml.open("w:tblBorders", &[]);
        for side in ["w:top", "w:left", "w:bottom", "w:right"] {
            let line = [
                ("w:val", "single"),
                ("w:sz", "4"),
                ("w:space", "0"),
                ("w:color", "auto"),
            ];
            xml.empty(side, &line);
        }
        xml.close("w:tblBorders");
        xml.close("w:tblPr");
        // As wide as its words in the face of the margins, and no wider than half the page.
        let characters = u32::try_from(corner.chars().count()).unwrap_or(u32::MAX);
        let width = characters.saturating_mul(paper.face(Role::Margin).half_points.saturating_mul(10));
        let width = width.saturating_add(400).min(paper.width() / 2).to_string();
        xml.open("w:tblGrid", &[]);
        xml.empty("w:gridCol", &[("w:w", &width)]);
        xml.close("w:tblGrid");
        xml.open("w:tr", &[]);
        xml.open("w:tc", &[]);
        xml.open("w:tcPr", &[]);
        xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")]);
        xml.close("w:tcPr");
        line(&mut xml, paper, corner);
        xml.close("w:tc");
        xml.close("w:tr");
        xml.close("w:tbl");
    }
    line(&mut xml, paper, text);
    xml.close("w:hdr");
    xml.done()
}

fn line(xml: &mut Xml, paper: &Paper<'_>, text: &str) {
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.val("w:pStyle", "Header");
    xml.close("w:pPr");
    if !text.is_empty() {
        run(xml, paper, |xml| xml.leaf("w:t", &[("xml:space", "preserve")], text));
    }
    xml.close("w:p");
}

/// A run in the face of the margins.
fn run(xml: &mut Xml, paper: &Paper<'_>, inner: impl FnOnce(&mut Xml)) {
    xml.open("w:r", &[]);
    xml.open("w:rPr", &[]);
    fonts(xml, &paper.face(Role::Margin));
    xml.close("w:rPr");
    inner(xml);
    xml.close("w:r");
}

fn footer(paper: &Paper<'_>) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:ftr", &[("xmlns:w", MAIN)]);
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.val("w:pStyle", "Header");
    let right = paper.layout.page_number == PageNumber::BottomRight;
    xml.val("w:jc", if right { "right" } else { "center" });
    xml.close("w:pPr");
    let field = |xml: &mut Xml, kind: &str| {
        run(xml, paper, |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
    };
    field(&mut xml, "begin");
    run(&mut xml, paper, |xml| {
        xml.leaf("w:instrText", &[("xml:space", "preserve")], " PAGE ");
    });
    field(&mut xml, "separate");
    run(&mut xml, paper, |xml| xml.leaf("w:t", &[], "1"));
    field(&mut xml, "end");
    xml.close("w:p");
    xml.close("w:ftr");
    xml.done()
}
