//! Styles, numbers and parts of the file.

use std::collections::BTreeSet;

use luoxuan::Document;
use luoxuan::catalog::{Language, preset};
use luoxuan::manuscript::{Manuscript, Parts};
use luoxuan::office::word;
use luoxuan::record::{Layout, Passage};
use luoxuan_tests::texts::manuscript_of;

use super::{Album, element, everything, made, parts, style, text, text_of, well_formed, words};

#[test]
fn three_profiles_are_laid_out_as_their_notices_ask() {
    let (manuscript, album) = everything();
    for (rules, half_points, line) in [
        ("general", 24, "w:line=\"360\" w:lineRule=\"auto\""),
        ("city_lesson_design", 21, "w:line=\"300\" w:lineRule=\"auto\""),
        ("district_case", 28, "w:line=\"360\" w:lineRule=\"auto\""),
        ("city_story", 24, "w:line=\"480\" w:lineRule=\"exact\""),
    ] {
        let rules = preset(rules).expect("rules").rules(Language::ZhHans);
        let parts = parts(&made(&manuscript, &rules.layout, &album));
        let styles = text(&parts, "word/styles.xml");
        let body = style(&styles, "BodyText");
        assert!(body.contains("w:eastAsia=\"宋体\""), "{body}");
        assert!(body.contains("w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\""));
        assert!(
            body.contains(&format!(
                "<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>"
            )),
            "{body}"
        );
        assert!(body.contains(line), "{body}");
        let indent = format!("<w:ind w:firstLineChars=\"200\" w:firstLine=\"{}\"/>", half_points * 20);
        assert!(body.contains(&indent), "{body}");
        assert!(style(&styles, "Title").contains("<w:jc w:val=\"center\"/>"));
        let document = text(&parts, "word/document.xml");
        assert!(document.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
        let margins = "w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\"";
        assert!(document.contains(margins));
    }
    let title = |rules: &str| {
        let rules = preset(rules).expect("rules").rules(Language::ZhHans);
        let parts = parts(&made(&manuscript, &rules.layout, &album));
        style(&text(&parts, "word/styles.xml"), "Title").to_owned()
    };
    assert!(title("general").contains("w:eastAsia=\"黑体\"") && title("general").contains("<w:sz w:val=\"32\"/>"));
    assert!(
        title("city_story").contains("w:eastAsia=\"宋体\"") && title("city_story").contains("<w:sz w:val=\"30\"/>")
    );
}

#[test]
fn every_style_says_both_its_fonts() {
    let (manuscript, album) = everything();
    let parts = parts(&made(&manuscript, &Layout::default(), &album));
    let styles = text(&parts, "word/styles.xml");
    let runs: Vec<&str> = styles.split("<w:rPr>").skip(1).collect();
    // docDefaults, 18 paragraph styles and 3 for runs.
    assert_eq!(runs.len(), 22);
    for run in runs {
        assert!(run.starts_with("<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\""));
        let run = run.split("</w:rPr>").next().expect("its end");
        assert!(run.contains("<w:sz w:val=") && run.contains("<w:szCs w:val="), "{run}");
    }
    for part in ["word/numbering.xml", "word/header1.xml", "word/footer1.xml"] {
        let part = text(&parts, part);
        assert_eq!(part.matches("<w:rPr>").count(), part.matches("w:eastAsia=").count());
    }
    let chart = text(&parts, "word/charts/chart1.xml");
    assert!(chart.contains("<a:ea typeface=\"宋体\"/>"));
}

#[test]
fn the_structure_is_words_own() {
    let (manuscript, album) = everything();
    let parts = parts(&made(&manuscript, &Layout::default(), &album));
    let styles = text(&parts, "word/styles.xml");
    let numbering = text(&parts, "word/numbering.xml");
    for level in 1..=4 {
        let heading = style(&styles, &format!("Heading{level}"));
        assert!(heading.contains(&format!("<w:name w:val=\"heading {level}\"/>")));
        assert!(heading.contains(&format!("<w:outlineLvl w:val=\"{}\"/>", level - 1)));
        assert!(heading.contains(&format!("<w:ilvl w:val=\"{}\"/><w:numId w:val=\"1\"/>", level - 1)));
        assert!(numbering.contains(&format!("<w:pStyle w:val=\"Heading{level}\"/>")));
    }
    for (text, format) in [
        ("%1、", "chineseCountingThousand"),
        ("（%2）", "chineseCountingThousand"),
        ("%3.", "decimal"),
    ] {
        let level = numbering
            .split("<w:lvl ")
            .find(|level| level.contains(&format!("<w:lvlText w:val=\"{text}\"/>")));
        assert!(
            level
                .expect("a level")
                .contains(&format!("<w:numFmt w:val=\"{format}\"/>")),
            "{text}"
        );
    }
    let document = text(&parts, "word/document.xml");
    let table = element(&document, "<w:tbl>", "</w:tbl>");
    assert!(table.contains("<w:tblHeader/>"));
    let before = &document[..document.find("<w:tbl>").expect("a table")];
    assert!(
        before
            .rsplit("<w:p>")
            .next()
            .expect("a caption")
            .starts_with("<w:pPr><w:pStyle w:val=\"Caption\"/>")
    );
    assert!(document.contains("<w:rStyle w:val=\"Citation\"/></w:rPr><w:t xml:space=\"preserve\">[1]</w:t>"));
    assert!(document.contains("<w:footnoteReference w:id=\"1\"/>"));
    let notes = text(&parts, "word/footnotes.xml");
    assert!(notes.contains("<w:footnote w:id=\"1\">") && notes.contains("三秒钟"));
    assert_eq!(
        document.matches("<w:tbl>").count(),
        1,
        "a chart has no table of the same values under it"
    );
    let told = "三年级学生习作的最大困难（n=121）: 不知道写什么：52人；";
    assert!(
        document.contains(told),
        "its values are told to those who do not see it"
    );
    assert!(document.contains("<c:chart r:id=\"") && document.contains("<w:strike/>") && document.contains("<w:b/>"));
    let footer = text(&parts, "word/footer1.xml");
    assert!(footer.contains("> PAGE </w:instrText>") && footer.contains("<w:jc w:val=\"center\"/>"));
    assert!(text(&parts, "word/header1.xml").contains("参评论文（语文）"));
    assert!(document.contains("<w:titlePg/>"));
}

/// Word counts figures and tables itself, and what names one follows; what names none of them is words.
#[test]
fn numbers_of_figures_and_tables_are_fields() {
    let text = "由表1、**图1**和图2可见，课本图7不算。\n\n```chart bar 字数\n次,字\n一,96\n```\n\n表：人数\n\n\
                |月|人|\n|--|--|\n|九|6|\n\n```chart bar 人数\n次,人\n一,6\n```";
    let parts = parts(&made(&manuscript_of(text), &Layout::default(), &Album::new()));
    let document = text_of(&parts);
    for (name, kind) in [("Figure1", "图"), ("Table1", "表"), ("Figure2", "图")] {
        let mark = element(&document, &format!("w:name=\"_Ref{name}\"/>"), "<w:bookmarkEnd");
        assert!(
            mark.contains(&format!("<w:fldSimple w:instr=\" SEQ {kind} \\* ARABIC \">")),
            "{mark}"
        );
        let named = format!("<w:fldSimple w:instr=\" REF _Ref{name} \\h \">");
        assert_eq!(document.matches(&named).count(), 1, "{name}");
    }
    assert_eq!(document.matches(" REF ").count(), 3);
    assert!(words(&document).contains("由表1、图1和图2可见，课本图7不算。"));
    let ids: BTreeSet<_> = document
        .split("<w:bookmarkStart w:id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(ids.len(), 3);
}

/// 附录 has no running number, and what stands below it begins anew: counted by a list of its own, because a list goes on
/// from heading to heading.
#[test]
fn what_is_attached_is_a_heading_without_a_number() {
    let mut document = Document::default();
    for (name, text) in [
        ("origin", "正文\n\n## 起因\n\n正文"),
        ("appendix", "问卷\n\n## 题目\n\n正文"),
    ] {
        let passage = Passage {
            text: text.into(),
            ..Passage::default()
        };
        document.pull(name, 0, passage);
    }
    let sections = [("origin", "问题缘起"), ("appendix", "附录")].map(|(name, heading)| (name.into(), heading.into()));
    let manuscript = Manuscript::of(&document, &sections, Parts::default());
    let parts = parts(&made(&manuscript, &Layout::default(), &Album::new()));
    let document = text(&parts, "word/document.xml");
    let of = |words: &str| {
        let before = &document[..document.find(&format!(">{words}<")).expect("a heading")];
        before.rsplit("<w:p>").next().expect("its paragraph").to_owned()
    };
    assert!(
        of("附录")
            .starts_with("<w:pPr><w:pStyle w:val=\"Heading1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/>")
    );
    assert!(
        of("题目")
            .starts_with("<w:pPr><w:pStyle w:val=\"Heading2\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/>")
    );
    assert!(!of("起因").contains("numPr"), "its style numbers it");
    let numbering = text(&parts, "word/numbering.xml");
    assert!(element(&numbering, "<w:num w:numId=\"2\">", "</w:num>").contains("<w:startOverride w:val=\"1\"/>"));
}

#[test]
fn every_part_is_named_typed_and_well_formed() {
    let (manuscript, album) = everything();
    let parts = parts(&made(&manuscript, &Layout::default(), &album));
    let types = text(&parts, "[Content_Types].xml");
    for name in parts
        .keys()
        .filter(|name| name.starts_with("word/") && !name.contains("/media/") && !name.contains("/_rels/"))
    {
        assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
    }
    let relations = text(&parts, "word/_rels/document.xml.rels");
    for target in relations
        .split("Target=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().expect("a target"))
    {
        assert!(parts.contains_key(&format!("word/{target}")), "{target}");
    }
    let document = text(&parts, "word/document.xml");
    for reference in document.split("r:id=\"").chain(document.split("r:embed=\"")).skip(1) {
        let id = reference.split('"').next().expect("an id");
        assert!(
            !id.starts_with("rId") || relations.contains(&format!("Id=\"{id}\"")),
            "{id}"
        );
    }
    for (name, bytes) in &parts {
        if !name.starts_with("word/media/") {
            well_formed(name, std::str::from_utf8(bytes).expect("UTF-8"));
        }
    }
}

#[test]
fn each_language_has_its_own_fonts_and_numbers() {
    let (manuscript, album) = everything();
    let parts_in = |language| {
        let word = word(&manuscript, &Layout::default(), &album, language, &mut |_| {}).expect("a file");
        parts(&word.bytes)
    };
    let traditional = parts_in(Language::ZhHant);
    assert!(style(&text(&traditional, "word/styles.xml"), "BodyText").contains("w:eastAsia=\"新細明體\""));
    assert!(text(&traditional, "word/styles.xml").contains("<w:lang w:val=\"en-US\" w:eastAsia=\"zh-TW\""));
    let english = parts_in(Language::En);
    assert!(text(&english, "word/numbering.xml").contains("<w:lvlText w:val=\"%1.%2\"/>"));
    assert!(words(&text(&english, "word/document.xml")).contains("Table 1"));
}

/// The widths of the columns of a table, in twentieths of a point.
fn widths(table: &str) -> Vec<u32> {
    let parts = parts(&made(&manuscript_of(table), &Layout::default(), &Album::new()));
    let document = text(&parts, "word/document.xml");
    let columns = document.split("<w:gridCol w:w=\"").skip(1);
    let widths: Vec<u32> = columns
        .filter_map(|rest| rest.split('"').next()?.parse().ok())
        .collect();
    assert!(widths.iter().sum::<u32>() <= 11_906 - 2 * 1417, "{widths:?}");
    widths
}

#[test]
fn a_crowded_table_breaks_its_head_before_its_values() {
    let head = "| 日期 | 篇均字数（字） | 有细节（人） | 有焦点（人） | 主动修改（人） | 带原句的同伴意见（条） |";
    let row = "| 2025-09-11 | 158 | 30（71.4%） | 22（52.4%） | 29（69.0%） | 33（78.6%） |";
    let widths = widths(&format!("表：各项指标\n\n{head}\n|---|--:|--:|--:|--:|--:|\n{row}"));
    // Table text of 10.5 points: a Latin letter takes 105 twips, a Chinese one 210, and 216 are kept clear.
    let needs = [10 * 105, 3 * 105, 11 * 105, 11 * 105, 11 * 105, 11 * 105].map(|needs| needs + 216);
    for (width, needs) in widths.iter().zip(needs) {
        assert!(*width >= needs, "{widths:?}");
    }
}

#[test]
fn a_day_stays_on_one_line_beside_a_long_title() {
    let title = "《从一格一句到一个瞬间：三年级习作中细节描写的三轮行动研究》";
    let row = format!("| 10月10日 | 论文 | {title} | 国家级 | 一等奖 | 中国教育学会小学语文教学专业委员会 |");
    let widths = widths(&format!(
        "表：成果\n\n| 日期 | 类别 | 名称 | 级别 | 等次 | 主办 |\n|---|---|---|---|---|---|\n{row}"
    ));
    // Beside figures Word leaves a quarter of a Chinese character free, here three times.
    assert!(widths[0] >= 4 * 105 + 2 * 210 + 3 * 53 + 216, "{widths:?}");
}
