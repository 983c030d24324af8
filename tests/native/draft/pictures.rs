//! Photographs on their way into a text.

use luoxuan::catalog::{Language, form};
use luoxuan::draft::{
    DiagnosticCode, DiagnosticsConfig, ExportOptions, check, finish, keeping_numbers, offer, sections_of, take,
};
use luoxuan::manuscript::{Block, Manuscript, Parts};
use luoxuan::record::{BlobRef, EvidenceKind, Passage, Privacy};
use luoxuan::{BlobId, Content, Document, Evidence, Index, Journal, RecordId, TextType};
use luoxuan_tests::demo::id;

use crate::properties::by;

use super::{draft, world};

/// The first spiral with a photograph of two pages under its second action, and one of a pupil's page without words.
fn photographed(privacy: Privacy) -> (Journal, Index, [BlobId; 3]) {
    let mut journal = world().0;
    let pictures = [b"page 1", b"page 2", b"slip 3"].map(|bytes| BlobId::of(bytes));
    let blob = |id: BlobId| BlobRef {
        id,
        media: "image/jpeg".into(),
        size: 6,
        width: 1600,
        height: 1200,
        other: serde_json::Map::new(),
    };
    let mut notes = Evidence {
        spiral: Some(id("spiral A")),
        entries: vec![id("A-A2")],
        sort: EvidenceKind::Photo,
        caption: "慢镜头纸条的两页".into(),
        privacy,
        ..Evidence::default()
    };
    pictures[..2].iter().for_each(|id| notes.add_picture(blob(*id)));
    let work = Evidence {
        spiral: Some(id("spiral A")),
        sort: EvidenceKind::PupilWork,
        on: "2025-11-06".parse().ok(),
        blob: Some(blob(pictures[2])),
        ..Evidence::default()
    };
    journal.write(RecordId::from_bytes([70; 16]), Content::of(&notes), by(1, 9_100_000));
    journal.write(RecordId::from_bytes([71; 16]), Content::of(&work), by(1, 9_100_001));
    let index = Index::of(&journal);
    (journal, index, pictures)
}

#[test]
fn photographs_are_figures_that_every_text_names() {
    let (journal, index, [one, two, slip]) = photographed(Privacy::Public);
    let notes = format!("![慢镜头纸条的两页](luoxuan:{one}) ![](luoxuan:{two})");
    for kind in &TextType::THREE {
        let document = draft(&journal, &index, *kind);
        let template = form(*kind).template(Language::ZhHans);
        let sections = sections_of(&document, &template, Language::ZhHans).into_iter();
        let sections: Vec<_> = sections
            .map(|(name, heading, _)| (name.into(), heading.into()))
            .collect();
        let manuscript = Manuscript::of(&document, &sections, Parts::default());
        let figure = |blob: BlobId| {
            let mut blocks = manuscript.blocks.iter();
            let found = blocks.find_map(|piece| match &piece.block {
                Block::Figure(figure) if figure.pictures.contains(&blob) => Some(figure.clone()),
                _ => None,
            });
            found.unwrap_or_else(|| panic!("{kind:?} shows it"))
        };
        let of_notes = figure(one);
        assert_eq!(of_notes.pictures, [one, two]);
        assert_eq!(of_notes.caption, "慢镜头纸条的两页");
        assert_eq!(
            figure(slip).caption,
            "11月6日的学生作品",
            "without words, what it is and of which day"
        );
        let all: Vec<&Passage> = document.passages().map(|(.., passage)| passage).collect();
        let at = all.iter().position(|passage| passage.text == notes).expect("a passage");
        let named = format!("见图{}", of_notes.number);
        assert!(
            all[at - 1].text.contains(&named),
            "{kind:?} {named}: {}",
            all[at - 1].text
        );
        let faults: Vec<_> = check(&document, &template, &DiagnosticsConfig::of(&template), &index)
            .into_iter()
            .filter(|it| {
                matches!(
                    it.fault,
                    DiagnosticCode::UnnamedFigure | DiagnosticCode::UnnamedTable | DiagnosticCode::NoSuchFigure
                )
            })
            .collect();
        assert_eq!(faults, [], "{kind:?}");
        assert_eq!(draft(&journal, &index, *kind), document, "the same each time");
    }
}

#[test]
fn a_text_whose_figures_are_moved_names_them_by_their_new_numbers() {
    let (journal, index, [.., slip]) = photographed(Privacy::Public);
    let mut document = draft(&journal, &index, TextType::Experience);
    let template = form(TextType::Experience).template(Language::ZhHans);
    let text = |document: &Document, section: &str| {
        let texts = document.section(section).iter().map(|passage| passage.text.clone());
        texts.collect::<Vec<_>>().join("\n")
    };
    assert!(
        text(&document, "moves").contains("（见图1）"),
        "{}",
        text(&document, "moves")
    );
    let all = document.section("effects");
    let shows_slip = |passage: &Passage| passage.text.contains(&slip.to_string());
    let at = all.iter().position(shows_slip).expect("the pupil’s page");
    let number = all[at - 1].text.split("见图").nth(1).map(|rest| rest[..1].to_owned());
    assert_ne!(number.as_deref(), Some("1"));
    keeping_numbers(&mut document, &template, |document| {
        assert!(document.carry("effects", at, "origin", 0));
    });
    assert!(
        text(&document, "moves").contains("（见图2）"),
        "{}",
        text(&document, "moves")
    );
    assert!(
        text(&document, "effects").contains("11月6日的学生作品见图1。"),
        "{}",
        text(&document, "effects")
    );
    // A figure that is taken out is missed where it was named, and checked for.
    keeping_numbers(&mut document, &template, |document| document.remove("origin", 0));
    assert!(text(&document, "moves").contains("（见图1）"));
    assert!(
        text(&document, "effects").contains("11月6日的学生作品见图?。"),
        "{}",
        text(&document, "effects")
    );
    let found = check(&document, &template, &DiagnosticsConfig::of(&template), &index);
    let missed = found
        .iter()
        .find(|it| it.fault == DiagnosticCode::NoSuchFigure)
        .expect("it is missed");
    assert_eq!(
        missed.sentences(Language::ZhHans)[0],
        "正文说到“图?”，可是文稿里没有它。"
    );
}

#[test]
fn a_figure_that_no_sentence_names_is_pointed_out() {
    let (journal, index, [one, ..]) = photographed(Privacy::Public);
    let mut document = draft(&journal, &index, TextType::Experience);
    let template = form(TextType::Experience).template(Language::ZhHans);
    let faults = |document: &Document| {
        let found = check(document, &template, &DiagnosticsConfig::of(&template), &index).into_iter();
        let found = found.filter(|it| matches!(it.fault, DiagnosticCode::UnnamedFigure | DiagnosticCode::UnnamedTable));
        found
            .map(|it| it.sentences(Language::ZhHans)[0].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(faults(&document), Vec::<String>::new());
    let at = document
        .section("moves")
        .iter()
        .position(|it| it.text.contains(&one.to_string()))
        .expect("a figure");
    let words = document.section("moves")[at - 1].text.replace("（见图1）", "");
    document.rewrite("moves", at - 1, &words);
    let table = Passage {
        text: "表：对照\n\n|次|人数|\n|--|--|\n|一|2|".into(),
        ..Passage::default()
    };
    document.pull("effects", 0, table);
    assert_eq!(
        faults(&document),
        ["正文里没有一句提到图1。", "正文里没有一句提到表1。"]
    );
    document.rewrite("moves", at - 1, &format!("{words}由图1和表1可以看出。"));
    assert_eq!(faults(&document), Vec::<String>::new());
}

#[test]
fn private_pictures_stay_out_of_drafts_and_come_by_hand_and_leave_no_anonymous_file() {
    let (mut journal, index, [one, two, _]) = photographed(Privacy::Identifiable);
    let kind = form(TextType::Experience);
    let mut document = draft(&journal, &index, TextType::Experience);
    let shows = |document: &Document, blob: BlobId| {
        document
            .passages()
            .any(|(.., passage)| passage.text.contains(&blob.to_string()))
    };
    assert!(!shows(&document, one), "a draft holds it back");
    let offers = offer(&index, &journal, id("spiral A"), kind, Language::ZhHans);
    let mut offers = offers.into_iter().flat_map(|(_, offers)| offers);
    let notes = offers
        .find(|it| it.passage.text == "慢镜头纸条的两页")
        .expect("it is offered");
    assert!(notes.is_held_back() && notes.figure.is_some());
    take(
        &mut document,
        &kind.template(Language::ZhHans),
        ("origin", 9),
        &notes,
        Language::ZhHans,
    );
    let origin = document.section("origin");
    assert_eq!(origin[origin.len() - 2].text, "慢镜头纸条的两页（见图1）");
    assert!(shows(&document, one) && shows(&document, two));

    let text = RecordId::from_bytes([72; 16]);
    journal.write(text, Content::of(&document), by(1, 9_100_002));
    let index = Index::of(&journal);
    let finished = |anonymous: bool| {
        let wish = ExportOptions {
            anonymous,
            ..ExportOptions::default()
        };
        finish(&index, text, &wish, Language::ZhHans)
            .expect("the text")
            .manuscript
    };
    assert!(finished(false).pictures().contains(&one));
    let hidden = finished(true);
    assert!(!hidden.pictures().contains(&one) && !hidden.pictures().contains(&two));
    assert!(
        hidden
            .plain(Language::ZhHans)
            .contains("（图略：涉及隐私）\n图1　慢镜头纸条的两页\n")
    );
}
