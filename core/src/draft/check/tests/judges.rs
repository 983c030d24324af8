//! What judges look for, found where it is missing and not where it is there.

use super::*;

#[test]
fn moves_have_names_that_stand_side_by_side() {
    let moves = |names: &[&str]| {
        let told = "用一张单子，是要孩子学会取舍。课上写了一篇，字数由96增到158。";
        let all = names.iter().map(|name| format!("### {name}\n\n{told}\n\n"));
        document(Experience, &[("moves", &all.collect::<String>())])
    };
    let faults = |names: &[&str]| {
        let found = found(&moves(names)).into_iter().map(|it| it.fault);
        let named =
            found.filter(|fault| (DiagnosticCode::MovesCount..=DiagnosticCode::MoveWithoutResult).contains(fault));
        named.collect::<Vec<_>>()
    };
    assert_eq!(faults(&["五感观察单", "慢镜头纸条", "两星一问"]), []);
    assert_eq!(faults(&["五感观察单"]), [DiagnosticCode::MovesCount]);
    assert_eq!(
        faults(&["甲法", "乙法", "丙法", "丁法", "戊法", "己法"]),
        [DiagnosticCode::MovesCount]
    );
    assert_eq!(
        faults(&["（一）第一阶段", "（二）慢镜头纸条"]),
        [DiagnosticCode::StageHeading]
    );
    assert_eq!(
        faults(&["准备阶段", "第2轮"]),
        [DiagnosticCode::StageHeading, DiagnosticCode::StageHeading]
    );
    assert_eq!(faults(&["观察单", "五感观察单"]), [DiagnosticCode::SameHeadings]);
    assert_eq!(
        faults(&["两星一问", "用五感观察单打开感官并且每周观察一处校园角落"]),
        [DiagnosticCode::UnevenHeadings]
    );
    let paragraphs = "（一）先有材料：每周课上观察一处，是要打开感官，后来写得多了。\n\n（二）先有材料：一样。";
    assert!(has(
        &document(Experience, &[("moves", paragraphs)]),
        DiagnosticCode::SameHeadings
    ));
}

#[test]
fn every_move_has_an_example_an_aim_and_a_result() {
    let bare = "### 观察单\n\n每周观察校园角落，按看、听、闻、摸、想各记录。\n\n### 慢镜头\n\n";
    for (fault, added) in [
        (DiagnosticCode::MoveWithoutExample, "例如9月17日全班观察一个橘子。"),
        (DiagnosticCode::MoveWithoutAim, "这样做是为了打开感官。"),
        (DiagnosticCode::MoveWithoutResult, "学生愿意写了。"),
    ] {
        let wrong = document(Experience, &[("moves", bare)]);
        let finding = found(&wrong).into_iter().find(|it| it.fault == fault).expect("found");
        assert_eq!(
            finding.values,
            [("names", "观察单、慢镜头".to_owned())],
            "one sentence for both"
        );
        let right = bare.replace("各记录。", &format!("各记录。{added}")) + added;
        assert!(!has(&document(Experience, &[("moves", &right)]), fault), "{fault:?}");
    }
}

#[test]
fn what_is_new_and_who_else_could_use_it_are_looked_for() {
    let text = |lessons: &str| document(Experience, &[("moves", "写观察单。"), ("lessons", lessons)]);
    let plain = text("支架要先满后减。");
    assert!(has(&plain, DiagnosticCode::NothingNew) && has(&plain, DiagnosticCode::NoTransfer));
    assert!(!has(&text("以前只讲方法，现在先看再写。"), DiagnosticCode::NothingNew));
    assert!(!has(&text("适合三、四年级的班。"), DiagnosticCode::NoTransfer));
    assert!(
        !has(
            &document(Experience, &[("lessons", "先满后减。")]),
            DiagnosticCode::NothingNew
        ),
        "nothing is told yet"
    );
}

#[test]
fn the_schools_own_list_names_words_to_avoid() {
    let mut template = form(Experience).template(Language::ZhHans);
    let text = document(
        Experience,
        &[("moves", "我们全力打造高效课堂。他说这会导致改进前的样子。")],
    );
    let found = |template: &Template| {
        let found = check(&text, template, &DiagnosticsConfig::default(), &Index::default());
        let own = found.into_iter().filter(|it| it.fault == DiagnosticCode::OwnFault);
        own.map(|it| it.sentences(Language::ZhHans)).collect::<Vec<_>>()
    };
    assert!(
        found(&template).is_empty(),
        "the form's own lines have checks of their own"
    );
    template.faults.push("空话太多，如“打造”“赋能”。".into());
    let said = found(&template);
    assert_eq!(said.len(), 1);
    assert_eq!(
        said[0][..2],
        ["这里用了“打造”。", "“常见问题”里写着：空话太多，如“打造”“赋能”。"]
    );
}

#[test]
fn a_survey_says_for_whom_it_speaks_what_it_means_and_who_differs() {
    tells_apart(
        DiagnosticCode::NotRepresentative,
        Survey,
        "method",
        "对三年级学生发放问卷126份。",
        "对三年级全体126名学生发放问卷。",
    );
    tells_apart(
        DiagnosticCode::NoDimensions,
        Survey,
        "method",
        "用自编问卷8题。",
        "习作困难是指写不出、写不细，问卷8题。",
    );
    let lists = document(
        Survey,
        &[("question", "想了解困难、习惯和阅读。"), ("method", "自编问卷8题。")],
    );
    assert!(!has(&lists, DiagnosticCode::NoDimensions), "it lists what it asks");
    tells_apart(
        DiagnosticCode::NoGroups,
        Survey,
        "results",
        "121人中选“会”的52人（43.0%）。",
        "男生60人中选“会”的20人，女生61人中32人。",
    );
    tells_apart(
        DiagnosticCode::NoVoices,
        Survey,
        "results",
        "121人中选“不会”的52人（43.0%）。",
        "121人中52人（43.0%）不会，有人说“那不算作文”。",
    );
}

#[test]
fn a_proposal_takes_up_a_finding() {
    let survey = |proposals: &str| {
        document(
            Survey,
            &[
                (
                    "results",
                    "修改靠老师推动：每次都改的14人。课外阅读少的学生更常无话可写。",
                ),
                ("proposals", proposals),
            ],
        )
    };
    let loose =
        survey("（一）课内安排自改，让修改有时间。（二）加强家校合作，开展丰富多彩的活动。（三）保证阅读时间。");
    let found: Vec<_> = found(&loose)
        .into_iter()
        .filter(|it| it.fault == DiagnosticCode::LooseProposal)
        .collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].values, [("words", "加强家校合作".to_owned())]);
    let tied = survey("（一）课内安排自改，让修改有时间。（二）针对以上情况，加强家校合作。");
    assert!(!has(&tied, DiagnosticCode::LooseProposal));
}

#[test]
fn a_case_answers_each_cause_and_compares_like_with_like() {
    let case = |diagnosis: &str, redesign: &str, effect: &str| {
        document(
            ImprovementCase,
            &[("diagnosis", diagnosis), ("redesign", redesign), ("effect", effect)],
        )
    };
    let causes = "有焦点的仅6人。归因有三：提问只求“有”；五格并列；我以字数判断好坏。";
    let met = "思路：减格子、放慢镜头、加追问。生B：“四步！往后退。”";
    let right = case(causes, met, "有焦点的由6人增到22人。");
    for fault in [
        DiagnosticCode::NoSceneAfter,
        DiagnosticCode::CausesUnmet,
        DiagnosticCode::NoComparison,
        DiagnosticCode::OtherMeasure,
    ] {
        assert!(!has(&right, fault), "{fault:?}");
    }
    assert!(has(&case(causes, "换了一张纸条。", ""), DiagnosticCode::CausesUnmet));
    let numbered = "有焦点的6人。原因：一是问得快。二是格子多。";
    assert!(has(&case(numbered, "一是放慢镜头。", ""), DiagnosticCode::CausesUnmet));
    assert!(!has(
        &case(numbered, "一是放慢镜头。二是减格子。", ""),
        DiagnosticCode::CausesUnmet
    ));
    assert!(has(
        &case("", "换了一张纸条，轮流追问“然后呢”。", ""),
        DiagnosticCode::NoSceneAfter
    ));
    assert!(has(&case("", "", "有焦点的22人。"), DiagnosticCode::NoComparison));
    assert!(has(
        &case("写完的12本。", "", "平均分提高到85分。"),
        DiagnosticCode::OtherMeasure
    ));
    assert!(!has(
        &case("写完的12本。", "", "写完的提高到31本。"),
        DiagnosticCode::OtherMeasure
    ));
}

#[test]
fn numbers_stand_in_one_order_and_with_their_own_marks() {
    for (fault, wrong, right) in [
        (DiagnosticCode::NumberMark, "1、先看\n2、再写", "1. 先看\n2. 再写"),
        (
            DiagnosticCode::NumberMark,
            "（一）、先看。（二）再写。",
            "（一）先看。（二）再写。",
        ),
        (
            DiagnosticCode::NumberGap,
            "（一）先看。（三）再写。",
            "（一）先看。（二）再写。",
        ),
        (
            DiagnosticCode::NumberGap,
            "1. 先看\n1. 又看\n3. 再写",
            "1. 先看\n2. 再写\n\n又说一段。\n\n1. 三看\n2. 四看",
        ),
        (
            DiagnosticCode::NumberOrder,
            "1. 先看\n（一）近看。（二）远看。\n2. 再写",
            "（一）先看\n1. 近看\n2. 远看\n（二）再写\n1. 快写",
        ),
    ] {
        tells_apart(fault, TextType::Narrative, "story", wrong, right);
    }
    let many = "1、先看\n2、再写\n3、又写";
    let found = found(&document(Experience, &[("moves", many)]));
    assert_eq!(
        found.iter().filter(|it| it.fault == DiagnosticCode::NumberMark).count(),
        1,
        "said once"
    );
}

#[test]
fn a_misspelt_word_is_found_unless_somebody_is_quoted() {
    tells_apart(
        DiagnosticCode::Misspelling,
        TextType::Narrative,
        "story",
        "学生门都笑了。",
        "学生写道：“老师门都笑了”，我们都笑了。",
    );
    let mut titled = document(Experience, &[]);
    titled.title = "因才施教的三步做法".into();
    titled.summary = "循序渐近。".into();
    let found = found(&titled)
        .into_iter()
        .filter(|it| it.fault == DiagnosticCode::Misspelling);
    let places: Vec<_> = found.map(|it| it.place).collect();
    assert_eq!(places, [Place::Title, Place::Summary]);
}

#[test]
fn a_word_about_ai_is_asked_for_only_where_the_notice_asks() {
    let mut journal = Journal::new();
    let by = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    let mut of = |number: u8, machine_text: &str| {
        let id = RecordId::from_bytes([number; 16]);
        let rules = crate::record::Rules {
            machine_text: machine_text.into(),
            ..crate::record::Rules::default()
        };
        journal.write(id, Content::of(&rules), by);
        id.to_string()
    };
    let (asks, silent) = (of(1, "须注明AI使用情况"), of(2, ""));
    let index = Index::of(&journal);
    let has = |rules: &str, text: &str| {
        let mut document = document(Experience, &[("moves", text)]);
        document.rules = rules.into();
        let template = form(Experience).template(Language::ZhHans);
        let found = check(&document, &template, &DiagnosticsConfig::default(), &index);
        found.iter().any(|it| it.fault == DiagnosticCode::NoMachineStatement)
    };
    assert!(has(&asks, "写观察单。he said so."));
    assert!(!has(&asks, "写观察单。本文没有使用AI工具。"));
    assert!(!has(&silent, "写观察单。") && !has("general", "写观察单。"));
}
