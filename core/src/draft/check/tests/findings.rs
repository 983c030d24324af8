//! What is said of a text, and what is left alone.

use super::*;

#[test]
fn what_the_page_itself_writes_is_not_accused() {
    let note = "注：因四舍五入，各项百分比之和为100.1%。";
    tells_apart(
        DiagnosticCode::PercentWithoutBase,
        Survey,
        "results",
        "选“会”的占43.0%。",
        note,
    );
    // Three days of one indicator are no shares of one question.
    tells_apart(
        DiagnosticCode::SharesDoNotAddUp,
        Survey,
        "results",
        "选“会”的12人（30.0%）、“不会”的20人（50.0%）、其他6人（6.5%）。",
        "由40本中12本（30.0%）增加到40本中10本（25.0%）、38本中12本（31.5%）。",
    );
    tells_apart(
        DiagnosticCode::RelativeDay,
        Survey,
        "results",
        "最近一次写了158字。",
        "五年级上学期再写。",
    );
    let paper = document(Survey, &[("appendix", "1. 你最近一次写作文，写了多少字？")]);
    assert!(
        !has(&paper, DiagnosticCode::RelativeDay),
        "a questionnaire asks about other people’s days"
    );
    let mut template = form(Survey).template(Language::ZhHans);
    template.summary = (0, 300);
    let text = document(Survey, &[("question", &"写".repeat(400)), ("proposals", "写。")]);
    let found = check(&text, &template, &DiagnosticsConfig::of(&template), &Index::default());
    let said = |fault| {
        let finding = found.iter().find(|it| it.fault == fault).expect("found");
        finding.sentences(Language::ZhHans)[0].clone()
    };
    assert_eq!(said(DiagnosticCode::NoSummary), "还没有摘要，要求不超过300字。");
    assert_eq!(said(DiagnosticCode::SmallShare), "“结论与建议”只占全文0%，一般占15%。");
}

#[test]
fn traditional_and_english_texts_are_read_as_well() {
    tells_apart(
        DiagnosticCode::TheoryLabel,
        ImprovementCase,
        "reflection",
        "建構主義認為學習是主動的。",
        "生B說「四步：張開手，往後退」，這正是建構主義說的主動。",
    );
    tells_apart(
        DiagnosticCode::CausalWords,
        Survey,
        "results",
        "閱讀少的73人中39人（53.4%）無話可寫，是閱讀少導致的。",
        "閱讀少的73人中39人（53.4%）無話可寫，兩者有關聯。",
    );
    tells_apart(
        DiagnosticCode::NoConditions,
        Experience,
        "lessons",
        "Scaffolds go step by step.",
        "Scaffolds help on one condition: there is something to tell.",
    );
    tells_apart(
        DiagnosticCode::PointsNotPercent,
        Experience,
        "effects",
        "Of 42 pupils the share rose from 14.3% to 52.4%; it increased by 38.1%.",
        "Of 42 pupils the share rose from 14.3% to 52.4%, by 38.1 percentage points.",
    );
}

#[test]
fn the_words_of_a_finding_are_where_it_says() {
    let text = "先说一句。\n\n有焦点的由14.3%升到52.4%，提高３８.1%。又由14.3%升到52.4%，提高38.1%（n=42）。";
    let document = document(Experience, &[("effects", "前一段。"), ("effects", text)]);
    let found = found(&document);
    let words: Vec<_> = found
        .iter()
        .filter_map(|it| match &it.place {
            Place::Words(_, at, (from, to)) => document.section("effects")[*at].text.get(*from..*to),
            _ => None,
        })
        .collect();
    assert_eq!(words, ["14.3%", "38.1%"]);
}

#[test]
fn citations_and_references_meet() {
    let mut cited = document(Experience, &[("lessons", "支架要先满后减[1,3]。")]);
    assert!(
        !has(&cited, DiagnosticCode::NoSuchReference),
        "without a list, brackets are only brackets"
    );
    cited.references = vec![Reference::default(), Reference::default()];
    let found = found(&cited);
    let meets = found.iter().filter(|it| {
        matches!(
            it.fault,
            DiagnosticCode::NoSuchReference | DiagnosticCode::UncitedReference
        )
    });
    let meets: Vec<_> = meets.map(|it| (it.fault, it.values[0].1.as_str())).collect();
    assert_eq!(
        meets,
        [
            (DiagnosticCode::NoSuchReference, "3"),
            (DiagnosticCode::UncitedReference, "2")
        ]
    );
}

#[test]
fn every_slot_of_the_advice_is_filled() {
    let everything = [
        document(
            Experience,
            &[
                ("origin", &"写".repeat(400)),
                ("moves", "9月3日首先，9月4日然后，9月5日接着，最后都好。"),
                ("effects", "由14.3%升到52.4%，提高38.1%[7]。"),
                ("lessons", "都好。"),
                ("x", "都好。"),
            ],
        ),
        document(
            Survey,
            &[("method", "问卷。"), ("results", "甲43.0%、乙33.9%、丙10.9%导致都好。")],
        ),
        document(
            ImprovementCase,
            &[("background", &"写".repeat(320)), ("diagnosis", "建构主义。")],
        ),
    ];
    for mut document in everything {
        document.title = "综合素质".repeat(9);
        document.references = vec![Reference::default()];
        for finding in found(&document) {
            for language in Language::ALL {
                for sentence in finding.sentences(language) {
                    assert!(!sentence.contains(['{', '}']), "{sentence}");
                }
            }
        }
    }
}

#[test]
fn a_passage_from_what_is_private_is_pointed_out() {
    let mut journal = Journal::new();
    let by = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    let told = |privacy| {
        let entry = crate::Entry {
            body: "那7名学生。".into(),
            privacy,
            ..crate::Entry::default()
        };
        Content::of(&entry)
    };
    for (privacy, fault) in [
        (Privacy::Own, Some(DiagnosticCode::PrivateSource)),
        (Privacy::Identifiable, Some(DiagnosticCode::PupilSource)),
        (Privacy::Group, None),
    ] {
        let id = RecordId::from_bytes([privacy as u8 + 1; 16]);
        journal.write(id, told(privacy), by);
        let pulled = Passage {
            sources: crate::draft::source(&journal, id, "").into_iter().collect(),
            ..passage("那7名学生。")
        };
        let mut document = document(Experience, &[]);
        document.pull("open", 0, pulled);
        let template = form(Experience).template(Language::ZhHans);
        let found = check(
            &document,
            &template,
            &DiagnosticsConfig::default(),
            &Index::of(&journal),
        );
        let private = found
            .iter()
            .find(|it| matches!(it.fault, DiagnosticCode::PrivateSource | DiagnosticCode::PupilSource));
        assert_eq!(private.map(|it| it.fault), fault);
    }
}
