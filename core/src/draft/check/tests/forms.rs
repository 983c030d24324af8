//! What each form asks for.

use super::*;

#[test]
fn sizes_are_held_against_their_limits() {
    let limits = DiagnosticsConfig {
        length: (20, 30),
        title: 5,
        summary: (3, 5),
        keywords: (1, 2),
    };
    let template = form(Experience).template(Language::ZhHans);
    let faults = |title: &str, summary: &str, keywords: &[&str], body: usize| {
        let mut document = document(Experience, &[("moves", &"写".repeat(body))]);
        document.title = title.into();
        document.summary = summary.into();
        document.keywords = keywords.iter().map(|word| (*word).into()).collect();
        let found = check(&document, &template, &limits, &Index::default());
        let sizes = found.into_iter().map(|finding| finding.fault);
        sizes
            .filter(|fault| *fault < DiagnosticCode::LongSection)
            .collect::<Vec<_>>()
    };
    // 4 of the heading are printed too.
    assert_eq!(faults("三步做法——三年级习作", "写细了", &["习作"], 9), []);
    assert_eq!(
        faults("三步做法", "写细了不写长", &["a", "b", "c"], 12),
        [DiagnosticCode::LongSummary, DiagnosticCode::ManyKeywords]
    );
    assert_eq!(
        faults("", "", &[" "], 12),
        [
            DiagnosticCode::TooShort,
            DiagnosticCode::NoTitle,
            DiagnosticCode::NoSummary,
            DiagnosticCode::FewKeywords
        ]
    );
    assert_eq!(
        faults("一二三四五六", "写细", &["a"], 30),
        [
            DiagnosticCode::TooLong,
            DiagnosticCode::LongTitle,
            DiagnosticCode::ShortSummary
        ]
    );
    assert_eq!(faults("综合素质", "写细了", &["a"], 12), [DiagnosticCode::BroadTitle]);
}

#[test]
fn sections_are_weighed() {
    let long = |n: usize| "写".repeat(n);
    let all = |shares: [usize; 5]| {
        let names = ["origin", "moves", "effects", "lessons", "open"];
        let texts: Vec<_> = shares.iter().map(|n| long(*n)).collect();
        let pairs: Vec<_> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
        let found = found(&document(Experience, &pairs)).into_iter();
        let weighed = found.filter(|it| (DiagnosticCode::LongSection..=DiagnosticCode::HeavyFront).contains(&it.fault));
        weighed
            .map(|it| (it.fault, it.place.section().map(String::from).unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    assert_eq!(all([120, 450, 180, 180, 70]), []);
    assert_eq!(
        all([260, 400, 180, 110, 50]),
        [(DiagnosticCode::HeavyFront, "origin".into())]
    );
    let quarter = all([250, 400, 180, 110, 60]);
    assert_eq!(
        quarter,
        [(DiagnosticCode::LargeShare, "origin".into())],
        "a quarter is no more than a quarter"
    );
    assert_eq!(
        all([120, 1000, 60, 80, 40]),
        [
            (DiagnosticCode::LargeShare, "moves".into()),
            (DiagnosticCode::SmallShare, "effects".into()),
            (DiagnosticCode::SmallShare, "lessons".into())
        ]
    );
    assert_eq!(
        all([120, 450, 180, 180, 0]),
        [(DiagnosticCode::EmptySection, "open".into())]
    );
    assert_eq!(all([0, 20, 0, 0, 0]).len(), 4, "a short text has no shares yet");
    tells_apart(
        DiagnosticCode::LongSection,
        ImprovementCase,
        "background",
        &long(301),
        &long(300),
    );
    tells_apart(DiagnosticCode::StraySection, Experience, "elsewhere", "写细", "");
    let mut marked = document(Experience, &[("effects", "都有进步。")]);
    assert!(!has(&marked, DiagnosticCode::WantsEvidence));
    marked.want_evidence("effects", 0, true);
    assert!(has(&marked, DiagnosticCode::WantsEvidence));
}

#[test]
fn a_report_of_days_is_no_experience() {
    let report = "9月3日首先开会，然后发单子。9月10日接着上课。第3周最后交作业，之后小结。";
    let named = format!("### 先有材料\n\n{report}");
    tells_apart(DiagnosticCode::WorkReport, Experience, "moves", report, &named);
    let told = "首先观察，然后写，接着改，最后读。";
    assert!(!has(
        &document(Experience, &[("moves", told)]),
        DiagnosticCode::WorkReport
    ));
}

#[test]
fn an_effect_shows_something_and_a_lesson_says_why() {
    tells_apart(
        DiagnosticCode::EffectWithoutFigure,
        Experience,
        "effects",
        "学生一天比一天爱写。",
        "七名学生仍只会加形容词。",
    );
    let mut rests = document(Experience, &[("effects", "学生一天比一天爱写。")]);
    if let Some(passage) = rests.sections.get_mut("effects").and_then(|all| all.first_mut()) {
        passage.sources.push(source(1));
    }
    assert!(!has(&rests, DiagnosticCode::EffectWithoutFigure));
    tells_apart(
        DiagnosticCode::NoConditions,
        Experience,
        "lessons",
        "支架要先满后减。",
        "支架要先满后减，前提是材料有了。",
    );
    tells_apart(
        DiagnosticCode::OnlySuccesses,
        Experience,
        "effects",
        "42人都写细了。",
        "42人中35人写细了，仍有7人只会加形容词。",
    );
}

#[test]
fn a_survey_says_whom_it_asked() {
    let method = "对126名学生发放问卷，回收124份，有效121份。";
    let faults = |method: &str| {
        let found = found(&document(Survey, &[("method", method)])).into_iter();
        let faults = found.map(|it| it.fault);
        faults
            .filter(|fault| (DiagnosticCode::IssuedMissing..=DiagnosticCode::ValidMissing).contains(fault))
            .collect::<Vec<_>>()
    };
    assert_eq!(faults(method), []);
    assert_eq!(
        faults("用问卷问了126名学生，回收124份。"),
        [DiagnosticCode::IssuedMissing, DiagnosticCode::ValidMissing]
    );
    assert_eq!(faults("发放问卷126份，有效121份。"), [DiagnosticCode::ReturnedMissing]);
    assert_eq!(faults("访谈学生6人。"), [], "nothing was handed out");
    let without = document(Survey, &[("method", method)]);
    assert!(has(&without, DiagnosticCode::NoQuestionnaire));
    assert!(!has(
        &document(Survey, &[("method", method), ("appendix", "问卷（略）")]),
        DiagnosticCode::NoQuestionnaire
    ));
}

#[test]
fn a_case_is_no_transcript_and_has_a_before() {
    tells_apart(
        DiagnosticCode::MostlyDialogue,
        ImprovementCase,
        "redesign",
        "师：“快的时候你看清了几步？”生：“一步，就一步。”师：“慢的呢？”",
        "我请两名学生一快一慢演示接球，再问看清了几步。生：“四步！”全班笑了，每人选了自己的三秒钟。",
    );
    tells_apart(
        DiagnosticCode::NoBefore,
        ImprovementCase,
        "diagnosis",
        "学生写得像在填空，“重点”不清。",
        "学生写得像在填空。生A：“看到绳子，听到喊声。”",
    );
    tells_apart(
        DiagnosticCode::NoBefore,
        ImprovementCase,
        "diagnosis",
        "学生写得像在填空。",
        "有焦点的仅6人。",
    );
    tells_apart(
        DiagnosticCode::TheoryLabel,
        ImprovementCase,
        "reflection",
        "建构主义认为学习是主动的。",
        "生B说“四步：张开手，往后退”，这正是建构主义说的主动。",
    );
}

#[test]
fn a_case_of_two_spirals_has_two_themes() {
    let mut journal = Journal::new();
    let author = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    for (number, spiral) in [(1, 8), (2, 8), (3, 9)] {
        let evidence = Evidence {
            spiral: Some(RecordId::from_bytes([spiral; 16])),
            ..Evidence::default()
        };
        journal.write(RecordId::from_bytes([number; 16]), Content::of(&evidence), author);
    }
    let index = Index::of(&journal);
    let template = form(ImprovementCase).template(Language::ZhHans);
    let has = |numbers: &[u8]| {
        let mut document = document(ImprovementCase, &[]);
        let sources = numbers.iter().map(|number| source(*number)).collect();
        document.pull(
            "effect",
            0,
            Passage {
                sources,
                ..passage("写细了。")
            },
        );
        let found = check(&document, &template, &DiagnosticsConfig::default(), &index);
        found.iter().any(|it| it.fault == DiagnosticCode::TwoThemes)
    };
    assert!(has(&[1, 3]));
    assert!(!has(&[1, 2]));
}
