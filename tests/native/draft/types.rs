//! The text types, made of the first spiral.

use luoxuan::catalog::{Language, form};
use luoxuan::draft::{Recommendation, Scope, Suggestion, offer, readiness, skeleton_of};
use luoxuan::{Document, Phase, TextType};
use luoxuan_tests::demo::{id, text};

use super::{draft, says, world};

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
        assert_eq!(fits, [Some(Recommendation::SeveralTurns), None, None], "{spiral}");
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
    assert_eq!(open.iter().map(Suggestion::is_held_back).collect::<Vec<_>>(), [true]);
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
