//! What a file says about itself: as little as a file can.

use std::collections::BTreeSet;

use super::paper::{MAIN, Paper};
use super::xml::Xml;
use crate::catalog::Language;
use crate::manuscript::Manuscript;
use crate::record::Role;

/// `docProps/core.xml`: the title, and nobody's name. Without a time the same text gives the same file.
pub(super) fn core(manuscript: &Manuscript) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(
        "cp:coreProperties",
        &[
            (
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            ),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ],
    );
    xml.leaf("dc:title", &[], &manuscript.title);
    // Present and empty: a program that finds no name puts its user's there.
    xml.leaf("dc:creator", &[], "");
    xml.leaf("cp:lastModifiedBy", &[], "");
    xml.close("cp:coreProperties");
    xml.done()
}

/// `docProps/app.xml`: no company, no program.
pub(super) fn app() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(
        "Properties",
        &[(
            "xmlns",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        )],
    );
    xml.leaf("Company", &[], "");
    xml.close("Properties");
    xml.done()
}

/// `word/settings.xml`: as Word sets itself up for Chinese.
pub(super) fn settings(paper: &Paper<'_>) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:settings", &[("xmlns:w", MAIN)]);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    // Asks Word not to write its user's name into the file when it is saved.
    xml.empty("w:removePersonalInformation", &[]);
    xml.val("w:defaultTabStop", 420);
    xml.val("w:characterSpacingControl", "compressPunctuation");
    xml.open("w:footnotePr", &[]);
    xml.empty("w:footnote", &[("w:id", "-1")]);
    xml.empty("w:footnote", &[("w:id", "0")]);
    xml.close("w:footnotePr");
    xml.open("w:compat", &[]);
    if paper.language != Language::En {
        for name in [
            "w:spaceForUL",
            "w:balanceSingleByteDoubleByteWidth",
            "w:doNotLeaveBackslashAlone",
            "w:ulTrailSpace",
            "w:doNotExpandShiftReturn",
            "w:adjustLineHeightInTable",
            "w:useFELayout",
        ] {
            xml.empty(name, &[]);
        }
    }
    let uri = "http://schemas.microsoft.com/office/word";
    for (name, value) in [
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
    ] {
        xml.empty("w:compatSetting", &[("w:name", name), ("w:uri", uri), ("w:val", value)]);
    }
    xml.close("w:compat");
    let east = match paper.language {
        Language::ZhHant => "zh-TW",
        _ => "zh-CN",
    };
    xml.empty("w:themeFontLang", &[("w:val", "en-US"), ("w:eastAsia", east)]);
    xml.val("w:decimalSymbol", ".");
    xml.val("w:listSeparator", ",");
    xml.close("w:settings");
    xml.done()
}

/// `word/fontTable.xml`: the fonts, each East Asian one with the name a Western system knows it by.
pub(super) fn font_table(paper: &Paper<'_>) -> Vec<u8> {
    let mut east = BTreeSet::new();
    let mut latin = BTreeSet::new();
    for role in Role::ALL {
        let face = paper.face(*role);
        east.insert(face.family);
        latin.insert(face.latin);
    }
    let mut xml = Xml::new();
    xml.open("w:fonts", &[("xmlns:w", MAIN)]);
    for name in &latin {
        font(&mut xml, name, None, "00");
    }
    for name in east.difference(&latin) {
        let (other, charset) = match name.as_str() {
            "宋体" => (Some("SimSun"), "86"),
            "黑体" => (Some("SimHei"), "86"),
            "楷体" => (Some("KaiTi"), "86"),
            "仿宋" => (Some("FangSong"), "86"),
            "新細明體" => (Some("PMingLiU"), "88"),
            "微軟正黑體" => (Some("Microsoft JhengHei"), "88"),
            "標楷體" => (Some("DFKai-SB"), "88"),
            _ => (None, "86"),
        };
        font(&mut xml, name, other, charset);
    }
    xml.close("w:fonts");
    xml.done()
}

fn font(xml: &mut Xml, name: &str, other: Option<&str>, charset: &str) {
    xml.open("w:font", &[("w:name", name)]);
    if let Some(other) = other {
        xml.val("w:altName", other);
    }
    xml.val("w:charset", charset);
    xml.val("w:family", "auto");
    xml.val("w:pitch", "variable");
    xml.close("w:font");
}
