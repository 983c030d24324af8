//! From the demonstration's spirals to the three text types, and that no edit loses where words come from.

use std::collections::BTreeSet;

use luoxuan::catalog::{Language, form};
use luoxuan::draft::{
    Fault, Fit, Limits, Offer, REUSE, Scope, Wish, changed, check, finish, keeping_numbers, offer, readiness,
    sections_of, shared, skeleton, skeleton_of, source, take,
};
use luoxuan::manuscript::{Block, Manuscript, Parts};
use luoxuan::record::{BlobRef, EvidenceKind, Passage, Privacy, Source};
use luoxuan::{
    BlobId, Content, Document, Entry, Evidence, Index, Journal, Phase, Record, RecordId, Revision, TextType,
};
use luoxuan_tests::demo::{id, journal, text};
use proptest::prelude::*;

use crate::properties::{Chance, by, cases};

fn world() -> (Journal, Index) {
    let mut all = Journal::new();
    all.merge(journal().iter().map(|revision| Revision::clone(revision)));
    let index = Index::of(&all);
    (all, index)
}

fn draft(journal: &Journal, index: &Index, kind: TextType) -> Document {
    skeleton(index, journal, id("spiral A"), form(kind), Language::ZhHans)
}

/// The names of the demonstration's entries a section was filled from, in order.
fn entries(document: &Document, section: &str) -> Vec<&'static str> {
    let names = [
        "A-P1", "A-A1", "A-R1", "A-N1", "A-A2", "A-R2", "A-N2", "A-A3", "A-R3", "A-N3",
    ];
    let sources = document.section(section).iter().flat_map(|passage| &passage.sources);
    let whole = sources.filter(|source| source.part.is_empty());
    whole
        .filter_map(|source| names.into_iter().find(|name| id(name) == source.record))
        .collect()
}

fn says(document: &Document, section: &str, words: &str) -> bool {
    document
        .section(section)
        .iter()
        .any(|passage| passage.text.contains(words))
}

#[test]
fn the_demonstrations_are_ripe_and_fit_an_experience_summary() {
    let (_, index) = world();
    for spiral in ["spiral A", "spiral B", "spiral C"] {
        let all = readiness(&index, id(spiral));
        let kinds: Vec<_> = all.iter().map(|one| one.text_type).collect();
        assert_eq!(kinds, TextType::THREE);
        for one in &all {
            // Without a survey there is nothing to report of one, however much was counted.
            let lacks = usize::from(one.text_type == TextType::Survey && spiral != "spiral A");
            assert_eq!(one.lacks(Language::ZhHans).len(), lacks, "{spiral} {:?}", one.text_type);
        }
        let fits: Vec<_> = all.iter().map(|one| one.fit).collect();
        assert_eq!(fits, [Some(Fit::SeveralTurns), None, None], "{spiral}");
    }
    let found = |spiral: &str| {
        readiness(&index, id(spiral))[0]
            .needs
            .iter()
            .map(|need| need.found)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        found("spiral A"),
        [3, 5, 3],
        "actions, indicators counted twice, reflections"
    );
    assert_eq!(found("spiral B"), [3, 3, 3]);
    assert_eq!(found("spiral C"), [2, 1, 2]);
}

#[test]
fn every_pulled_passage_says_where_it_comes_from() {
    let (journal, index) = world();
    for kind in &TextType::THREE {
        for language in Language::ALL {
            let document = skeleton(&index, &journal, id("spiral A"), form(*kind), language);
            assert!(document.passages().count() > 8, "{kind:?}");
            for (section, _, passage) in document.passages() {
                assert!(form(*kind).section(section).is_some());
                assert!(!passage.text.is_empty() && !passage.sources.is_empty());
                for source in &passage.sources {
                    let head = journal.head(source.record).expect("a record");
                    assert_eq!(source.revision, head.id());
                    assert!(!source.snapshot.is_empty());
                }
            }
            assert_eq!(changed(&document, &journal), []);
            assert_eq!(Content::of(&document).read::<Document>(), Some(document));
        }
    }
}

#[test]
fn the_first_spiral_becomes_an_experience_summary() {
    let (journal, index) = world();
    let document = draft(&journal, &index, TextType::Experience);
    assert_eq!(document.title, "起步习作怎样写具体");
    assert_eq!(document.spirals, [id("spiral A")]);
    assert_eq!(entries(&document, "origin"), ["A-P1"]);
    // Each under its name, after the question that led to it.
    assert_eq!(
        entries(&document, "moves"),
        ["A-A1", "A-A1", "A-A2", "A-N1", "A-A2", "A-A3", "A-N2", "A-A3"]
    );
    let names = document
        .section("moves")
        .iter()
        .filter_map(|passage| passage.text.strip_prefix("## "));
    assert_eq!(names.collect::<Vec<_>>(), ["五感观察单", "慢镜头纸条", "两星一问"]);
    assert_eq!(entries(&document, "lessons"), ["A-R1", "A-R2", "A-R3"]);
    assert!(says(&document, "origin", text("A-P1").expect("an entry")));
    assert!(says(&document, "origin", "有焦点的只有2人（4.8%）。"));
    assert!(says(
        &document,
        "effects",
        "有焦点的学生由9月11日的42人中2人（4.8%）增加到10月9日的42人中6人（14.3%）、11月6日的42人中22人（52.4%）、\
         12月11日的42人中31人（73.8%）"
    ));
    assert!(says(
        &document,
        "effects",
        "带原句的同伴意见由11月6日的42条中5条（11.9%）增加到12月11日的42条中33条（78.6%）。"
    ));
    assert!(says(
        &document,
        "effects",
        "“篇均字数”由9月11日的96字（n=42）增加到10月9日的158字（n=42）、11月6日的171字（n=42）、12月11日的183字（n=42）。"
    ));
    // What stays open is marked as the teacher's own, with pupils' numbers in it: it waits for her hand.
    assert_eq!(document.section("open"), []);
    let offers = offer(
        &index,
        &journal,
        id("spiral A"),
        form(TextType::Experience),
        Language::ZhHans,
    );
    let (_, open) = offers
        .iter()
        .find(|(section, _)| *section == "open")
        .expect("a section");
    assert_eq!(open.iter().map(Offer::is_held_back).collect::<Vec<_>>(), [true]);
    assert_eq!(open[0].passage.sources[0].record, id("A-N3"));
}

#[test]
fn the_first_spiral_becomes_a_survey() {
    let (journal, index) = world();
    let document = draft(&journal, &index, TextType::Survey);
    assert_eq!(entries(&document, "question"), ["A-P1"]);
    assert_eq!(entries(&document, "discussion"), ["A-R1", "A-R2", "A-R3"]);
    assert!(says(
        &document,
        "discussion",
        "我那时的解释是：不会看，没东西可写。也可能是：懒得写。"
    ));
    // Proposals follow from what was found; the teacher is asked for them.
    assert_eq!(document.section("proposals"), []);
    // Its survey asked three classes: the class of the spiral is not whom it is about.
    assert!(!says(&document, "method", "三（2）班，42名学生，语文。"));
    assert!(says(&document, "method", "对本年级三个班学生共126人作纸笔问卷"));
    assert_eq!(document.title, "三年级学生习作困难调查");
    let purpose = "为此作了调查，目的是：了解三年级学生的习作困难、修改习惯及其与课外阅读的关系。";
    assert!(says(&document, "question", purpose));
    assert!(
        document.summary.starts_with("调查目的：了解三年级学生的习作困难"),
        "{}",
        document.summary
    );
    assert!(
        document.summary.contains("有效121份。结果显示，"),
        "{}",
        document.summary
    );
    assert_eq!(document.keywords, ["学为中心", "语文", "问卷调查"]);
    assert!(says(&document, "method", "另外用到的材料：“猜猜他是谁”42篇，逐篇数；"));
    let quote = "9月11日，课间问了五个孩子：四个说“不知道还能写什么”。";
    assert!(says(&document, "results", quote));
    assert!(says(&document, "limits", "只查了一次，能说现状，不能说变化和原因。"));
}

#[test]
fn the_first_spiral_becomes_a_case_from_its_first_problem_to_its_last_effect() {
    let (journal, index) = world();
    let document = draft(&journal, &index, TextType::ImprovementCase);
    assert!(says(
        &document,
        "background",
        "三（2）班42人，语文课。9月11日至12月12日，共三轮"
    ));
    assert_eq!(entries(&document, "diagnosis")[0], "A-P1");
    assert_eq!(entries(&document, "reflection"), ["A-R1", "A-R2", "A-R3"]);
    assert!(says(
        &document,
        "effect",
        "有焦点的学生由9月11日的42人中2人（4.8%）增加到10月9日的42人中6人（14.3%）"
    ));
    assert!(says(&document, "effect", "学期最后一篇的初稿与改稿，修改处用蓝笔"));
}

#[test]
fn one_turn_of_it_becomes_a_case_that_tells_of_no_other() {
    let (journal, index) = world();
    let kind = form(TextType::ImprovementCase);
    let document = skeleton_of(&index, &journal, id("spiral A"), kind, Scope::turn(2), Language::ZhHans);
    assert_eq!(Scope::of(&document), Scope::turn(2));
    // The problem of the turn in which the change was made, which the turn before had found.
    assert_eq!(entries(&document, "diagnosis"), ["A-N1"]);
    assert_eq!(entries(&document, "redesign"), ["A-A2"]);
    assert_eq!(entries(&document, "reflection"), ["A-R2", "A-N2"]);
    assert!(says(
        &document,
        "background",
        "怎样帮助孩子选定一个最想写的瞬间，把它写细？"
    ));
    assert!(says(&document, "reflection", "下一轮的问题："));
    // Before the slow-motion slips and after them: the comparison the worked case makes.
    assert!(says(
        &document,
        "effect",
        "有焦点的学生由10月9日的42人中6人（14.3%）增加到11月6日的42人中22人（52.4%）。"
    ));
}

#[test]
fn editing_an_entry_changes_exactly_its_passages() {
    let (mut journal, index) = world();
    for kind in &TextType::THREE {
        let document = draft(&journal, &index, *kind);
        for (name, entry) in ["A-P1", "A-A2", "A-R3"].map(|name| (name, index.entry(id(name)).expect("an entry"))) {
            let mut better = entry.clone();
            better.body.push_str("又记一句。");
            journal.write(id(name), Content::of(&better), by(1, 9_000_000));
            let found: BTreeSet<_> = changed(&document, &journal)
                .into_iter()
                .map(|it| (it.section, it.passage, it.now))
                .collect();
            let expected: BTreeSet<_> = document
                .passages()
                .filter(|(_, _, passage)| {
                    let of_it = |source: &Source| source.record == id(name) && source.part.is_empty();
                    passage.sources.iter().any(of_it)
                })
                .map(|(section, at, _)| (section, at, Some(better.body.clone())))
                .collect();
            assert_eq!(found, expected, "{kind:?} {name}");
            assert!(!expected.is_empty() || *kind != TextType::Experience, "{kind:?} {name}");
            journal.write(id(name), Content::of(entry), by(1, 9_000_001));
            assert_eq!(changed(&document, &journal), [], "it says again what it said");
        }
    }
}

#[test]
fn texts_from_one_spiral_share_too_much_and_from_two_nothing() {
    let (journal, index) = world();
    let experience = draft(&journal, &index, TextType::Experience);
    let case = draft(&journal, &index, TextType::ImprovementCase);
    assert!(shared(&experience, &case) > REUSE);
    let other = skeleton(
        &index,
        &journal,
        id("spiral B"),
        form(TextType::Experience),
        Language::ZhHans,
    );
    assert!(shared(&experience, &other) < 0.01, "{}", shared(&experience, &other));
}

/// Every link of a document: which part of which revision, and what it said.
fn links(document: &Document) -> BTreeSet<(RecordId, String, String, String)> {
    let sources = document.passages().flat_map(|(_, _, passage)| &passage.sources);
    sources
        .map(|source| {
            let revision = source.revision.to_string();
            (source.record, revision, source.part.clone(), source.snapshot.clone())
        })
        .collect()
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn pulling_and_editing_never_loses_a_source(seed in any::<u64>()) {
        let mut chance = Chance::new(seed);
        let kind = *chance.pick(&TextType::THREE).expect("one of three");
        let (journal, index) = &*WORLD;
        let mut document = draft(journal, index, kind);
        let all: Vec<RecordId> = index.of_kind::<Entry>().map(|(id, _)| id).collect();
        for _ in 0..chance.below(40) {
            let before = links(&document);
            let marked = document.passages().any(|(.., passage)| passage.wants_evidence);
            let names: Vec<_> = form(kind).sections.iter().map(|section| section.name).collect();
            let section = *chance.pick(&names).expect("a section");
            let to = *chance.pick(&names).expect("a section");
            let (at, place) = (chance.below(8), chance.below(8));
            let words = crate::properties::text(&mut chance, 3);
            let mut expected = before.clone();
            match chance.below(8) {
                0 => {
                    let pulled = source(journal, *chance.pick(&all).expect("an entry"), "").expect("a source");
                    let passage = Passage { text: words, sources: vec![pulled], ..Passage::default() };
                    let mut alone = Document::default();
                    alone.pull(section, 0, passage.clone());
                    expected.extend(links(&alone));
                    document.pull(section, at, passage);
                }
                1 => { document.rewrite(section, at, &words); }
                2 => { document.split(section, at, chance.below(60)); }
                3 => { document.join(section, at); }
                4 => { document.carry(section, at, to, place); }
                6 => { document.want_evidence(section, at, true); }
                5 => if let Some(taken) = document.remove(section, at) { document.pull(to, place, taken); },
                _ => document = Document::from_fields(&document.fields()),
            }
            prop_assert_eq!(links(&document), expected);
            // A mark that something is missing stays until the writer takes it away.
            prop_assert!(!marked || document.passages().any(|(.., passage)| passage.wants_evidence));
        }
    }

    #[test]
    fn a_split_joined_again_is_what_it_was(bytes in 0..400_usize, at in 0..4_usize) {
        let (journal, index) = &*WORLD;
        let document = draft(journal, index, TextType::Experience);
        let mut cut = document.clone();
        if cut.split("lessons", at, bytes) {
            prop_assert!(cut.join("lessons", at));
        }
        prop_assert_eq!(cut, document);
    }
}

static WORLD: std::sync::LazyLock<(Journal, Index)> = std::sync::LazyLock::new(world);

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
        let faults: Vec<_> = check(&document, &template, &Limits::of(&template), &index)
            .into_iter()
            .filter(|it| {
                matches!(
                    it.fault,
                    Fault::UnnamedFigure | Fault::UnnamedTable | Fault::NoSuchFigure
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
    let found = check(&document, &template, &Limits::of(&template), &index);
    let missed = found
        .iter()
        .find(|it| it.fault == Fault::NoSuchFigure)
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
        let found = check(document, &template, &Limits::of(&template), &index).into_iter();
        let found = found.filter(|it| matches!(it.fault, Fault::UnnamedFigure | Fault::UnnamedTable));
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
        let wish = Wish {
            anonymous,
            ..Wish::default()
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

#[test]
fn phases_do_not_stray() {
    let (journal, index) = world();
    let document = draft(&journal, &index, TextType::Experience);
    for (section, phase) in [
        ("origin", Phase::Problem),
        ("moves", Phase::Action),
        ("lessons", Phase::Reflection),
    ] {
        let sources = document.section(section).iter().flat_map(|passage| &passage.sources);
        for entry in sources.filter_map(|source| index.entry(source.record)) {
            // The question that led to an action stands before it.
            let led = section == "moves" && entry.phase == Phase::NewProblem;
            assert!(entry.phase == phase || led, "{section}");
        }
    }
}
