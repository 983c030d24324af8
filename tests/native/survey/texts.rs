//! The survey of the demonstration, and the texts that are made of surveys.

use luoxuan::catalog::form;
use luoxuan::chart::{Chart, ChartKind};
use luoxuan::draft::{DiagnosticCode, DiagnosticsConfig, changed, check, offer, readiness, skeleton, source};
use luoxuan::survey::{CautionKind, cautions, findings, sample};
use luoxuan::text::markdown::{Block, Node, parse};
use luoxuan::{Content, Document, Index, Journal, Survey, TextType};
use luoxuan_tests::demo::id;

use crate::properties::by;

use super::{ZH, cells, world};

#[test]
fn the_demonstration_says_what_its_worked_text_says() {
    let (_, index) = world();
    let survey = index.read::<Survey>(id("survey A")).expect("a survey");
    assert_eq!(index.in_spiral::<Survey>(id("spiral A")).count(), 1);
    assert_eq!(index.in_spiral::<Survey>(id("spiral B")).count(), 0);
    assert_eq!(
        sample(&survey, ZH).as_deref(),
        Some(
            "2025年10月20日至24日，对本年级三个班学生共126人作纸笔问卷（8题），取样方式为整群；\
             发放126份，回收124份，有效121份，回收率98.4%，有效率97.6%（有效÷回收），按有效÷发放为96.0%。\
             匿名填写，由非任课教师在课内发放并读题。"
        )
    );
    let said: String = findings(&survey, ZH)
        .into_iter()
        .map(|finding| finding.sentence)
        .collect();
    for words in [
        "52人（43.0%）",
        "41人（33.9%）",
        "18人（14.9%）",
        "10人（8.3%）",
        "93人（76.9%）",
        "均值2.86",
        "35人（28.9%）",
        "14人（11.6%）",
        "83人（68.6%）",
        "24人（19.8%）",
        "的48人中，选“不知道写什么”的13人（27.1%）",
        "的73人中，选“不知道写什么”的39人（53.4%）",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let cares: Vec<_> = cautions(&survey).iter().map(|caution| caution.care).collect();
    assert_eq!(cares, [CautionKind::NotACause, CautionKind::OneTime]);
}

#[test]
fn a_topical_survey_is_laid_out_of_its_survey_and_knows_when_it_changes() {
    let (mut journal, index) = world();
    assert!(readiness(&index, id("spiral A"))[1].is_ready());
    let document = skeleton(&index, &journal, id("spiral A"), form(TextType::Survey), ZH);
    is_laid_out(&document);
    // Every table and chart is told by the sentence before it.
    let template = form(TextType::Survey).template(ZH);
    let found = check(&document, &template, &DiagnosticsConfig::of(&template), &index);
    let shown = [
        DiagnosticCode::UnreadTable,
        DiagnosticCode::UnnamedFigure,
        DiagnosticCode::UnnamedTable,
        DiagnosticCode::NoSuchFigure,
    ];
    let accused: Vec<_> = found.iter().filter(|it| shown.contains(&it.fault)).collect();
    assert!(accused.is_empty(), "{accused:?}");
    let offers = offer(&index, &journal, id("spiral A"), form(TextType::Survey), ZH);
    let charts = offers
        .iter()
        .flat_map(|(_, offers)| offers)
        .filter(|offer| offer.is_second());
    assert_eq!(charts.count(), 5);
    hears_of_a_change(&document, &mut journal, &index);
}

/// What came of the survey of the demonstration, section by section: what leads first, the rest in one table.
fn is_laid_out(document: &Document) {
    let parts = |section: &str| -> Vec<String> {
        let sources = document.section(section).iter().flat_map(|passage| &passage.sources);
        sources
            .filter(|source| source.record == id("survey A"))
            .map(|source| source.part.clone())
            .collect()
    };
    assert_eq!(parts("method"), ["sample"]);
    assert_eq!(parts("appendix"), ["questionnaire"]);
    let results = parts("results");
    let leads = ["item:revise", "item:difficulty", "cross:reading-difficulty"]
        .map(|part| ["headline", "sentence", "chart"].map(|way| format!("{part}:{way}")));
    let (lead, rest) = results.split_at(9);
    assert_eq!(lead, leads.concat());
    assert_eq!(rest, ["rest"; 3], "a heading, a sentence and one table");
    let text = |at: usize| document.section("results")[at].text.as_str();
    assert_eq!(text(0), "## 修改习惯：“老师要求才改”最多（83人，68.6%）");
    assert!(text(1).ends_with("14人（11.6%）选“每次都改”（见图1）。"), "{}", text(1));
    assert_eq!(text(10), "其余2题的结果如下（见表1）。");
    assert_eq!(
        cells(text(11))[1][2],
        "均值2.86（标准差1.16），选“符合”及以上的35人（28.9%）"
    );
    assert_eq!(parts("limits"), ["limits"]);
    assert_eq!(
        document.section("proposals"),
        [],
        "asked for, not filled with what was tried before"
    );
}

/// A count is put right, then the item is gone: the text knows which of its passages rest on that.
fn hears_of_a_change(document: &Document, journal: &mut Journal, index: &Index) {
    let it = id("survey A");
    let mut survey = index.read::<Survey>(it).expect("a survey");
    let choices = &mut survey.items.get_mut("revise").expect("an item").choices;
    choices.get_mut("never").expect("a choice").count = Some(25);
    journal.write(it, Content::of(&survey), by(1, 9_000_000));
    let found: Vec<_> = changed(document, journal)
        .into_iter()
        .map(|it| it.source.part.clone())
        .collect();
    let revise = ["headline", "sentence", "chart"].map(|way| format!("item:revise:{way}"));
    assert_eq!(found[..3], revise);
    assert_eq!(found[3..], ["rest"; 3]);
    survey.items.remove("revise");
    journal.write(it, Content::of(&survey), by(1, 9_000_001));
    let changed = changed(document, journal);
    assert!(
        changed
            .iter()
            .any(|it| it.source.part == "item:revise:sentence" && it.now.is_none())
    );
    assert!(source(journal, it, "item:revise:table").is_none());
}

#[test]
fn indicators_are_laid_out_as_a_table_and_a_chart() {
    let (journal, index) = world();
    let offers = offer(&index, &journal, id("spiral A"), form(TextType::Experience), ZH);
    let (_, effects) = offers
        .iter()
        .find(|(section, _)| *section == "effects")
        .expect("a section");
    let table = effects
        .iter()
        .find(|offer| offer.passage.text.starts_with("表："))
        .expect("a table");
    let rows = cells(&table.passage.text);
    assert_eq!(rows[0][..3], ["日期", "篇均字数（字）", "有细节（人）"]);
    assert_eq!(rows[3][..4], ["11月6日", "171", "34（81.0%）", "22（52.4%）"]);
    assert_eq!(rows[1][4], "–");
    let chart = effects.iter().find(|offer| offer.is_second()).expect("a chart");
    let Some(Node::Block(Block::Code(info), body)) = parse(&chart.passage.text).nodes.into_iter().next() else {
        panic!("a fence")
    };
    let [Node::Text(body)] = &body[..] else { panic!("text") };
    let drawn = Chart::read(&info, body).expect("a chart");
    assert_eq!((drawn.kind, drawn.unit.as_str()), (ChartKind::Line, "%"));
    assert_eq!(
        drawn.rows[3],
        ("12月11日".into(), [90.5, 73.8, 69.0, 78.6].map(Some).into())
    );
}
