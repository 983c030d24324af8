use super::*;
use crate::catalog::form;
use crate::record::{Evidence, Reference, Source};
use crate::{Author, Content, DeviceId, Journal, RecordId, RevisionId, Timestamp};

mod judges;

fn passage(text: &str) -> Passage {
    Passage {
        text: text.into(),
        ..Passage::default()
    }
}

fn document(kind: TextType, sections: &[(&str, &str)]) -> Document {
    let mut document = Document {
        text_type: kind,
        ..Document::default()
    };
    for (section, text) in sections {
        document.pull(section, usize::MAX, passage(text));
    }
    document
}

fn found(document: &Document) -> Vec<Finding> {
    let template = form(document.text_type).template(Language::ZhHans);
    check(document, &template, &Limits::of(&template), &Index::default())
}

fn has(document: &Document, fault: Fault) -> bool {
    found(document).iter().any(|finding| finding.fault == fault)
}

/// Whether a fault is found in the one text and not in its near miss.
fn tells_apart(fault: Fault, kind: TextType, section: &str, wrong: &str, right: &str) {
    assert!(has(&document(kind, &[(section, wrong)]), fault), "{fault:?}: {wrong}");
    assert!(!has(&document(kind, &[(section, right)]), fault), "{fault:?}: {right}");
}

use TextType::{Experience, ImprovementCase, Survey};

#[test]
fn sizes_are_held_against_their_limits() {
    let limits = Limits {
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
        sizes.filter(|fault| *fault < Fault::LongSection).collect::<Vec<_>>()
    };
    // 4 of the heading are printed too.
    assert_eq!(faults("三步做法——三年级习作", "写细了", &["习作"], 9), []);
    assert_eq!(
        faults("三步做法", "写细了不写长", &["a", "b", "c"], 12),
        [Fault::LongSummary, Fault::ManyKeywords]
    );
    assert_eq!(
        faults("", "", &[" "], 12),
        [Fault::TooShort, Fault::NoTitle, Fault::NoSummary, Fault::FewKeywords]
    );
    assert_eq!(
        faults("一二三四五六", "写细", &["a"], 30),
        [Fault::TooLong, Fault::LongTitle, Fault::ShortSummary]
    );
    assert_eq!(faults("综合素质", "写细了", &["a"], 12), [Fault::BroadTitle]);
}

#[test]
fn sections_are_weighed() {
    let long = |n: usize| "写".repeat(n);
    let all = |shares: [usize; 5]| {
        let names = ["origin", "moves", "effects", "lessons", "open"];
        let texts: Vec<_> = shares.iter().map(|n| long(*n)).collect();
        let pairs: Vec<_> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
        let found = found(&document(Experience, &pairs)).into_iter();
        let weighed = found.filter(|it| (Fault::LongSection..=Fault::HeavyFront).contains(&it.fault));
        weighed
            .map(|it| (it.fault, it.place.section().map(String::from).unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    assert_eq!(all([120, 450, 180, 180, 70]), []);
    assert_eq!(all([260, 400, 180, 110, 50]), [(Fault::HeavyFront, "origin".into())]);
    let quarter = all([250, 400, 180, 110, 60]);
    assert_eq!(
        quarter,
        [(Fault::LargeShare, "origin".into())],
        "a quarter is no more than a quarter"
    );
    assert_eq!(
        all([120, 1000, 60, 80, 40]),
        [
            (Fault::LargeShare, "moves".into()),
            (Fault::SmallShare, "effects".into()),
            (Fault::SmallShare, "lessons".into())
        ]
    );
    assert_eq!(all([120, 450, 180, 180, 0]), [(Fault::EmptySection, "open".into())]);
    assert_eq!(all([0, 20, 0, 0, 0]).len(), 4, "a short text has no shares yet");
    tells_apart(
        Fault::LongSection,
        ImprovementCase,
        "background",
        &long(301),
        &long(300),
    );
    tells_apart(Fault::StraySection, Experience, "elsewhere", "写细", "");
    let mut marked = document(Experience, &[("effects", "都有进步。")]);
    assert!(!has(&marked, Fault::WantsEvidence));
    marked.want_evidence("effects", 0, true);
    assert!(has(&marked, Fault::WantsEvidence));
}

#[test]
fn a_report_of_days_is_no_experience() {
    let report = "9月3日首先开会，然后发单子。9月10日接着上课。第3周最后交作业，之后小结。";
    let named = format!("### 先有材料\n\n{report}");
    tells_apart(Fault::WorkReport, Experience, "moves", report, &named);
    let told = "首先观察，然后写，接着改，最后读。";
    assert!(!has(&document(Experience, &[("moves", told)]), Fault::WorkReport));
}

#[test]
fn an_effect_shows_something_and_a_lesson_says_why() {
    tells_apart(
        Fault::EffectWithoutFigure,
        Experience,
        "effects",
        "学生一天比一天爱写。",
        "七名学生仍只会加形容词。",
    );
    let mut rests = document(Experience, &[("effects", "学生一天比一天爱写。")]);
    if let Some(passage) = rests.sections.get_mut("effects").and_then(|all| all.first_mut()) {
        passage.sources.push(source(1));
    }
    assert!(!has(&rests, Fault::EffectWithoutFigure));
    tells_apart(
        Fault::NoConditions,
        Experience,
        "lessons",
        "支架要先满后减。",
        "支架要先满后减，前提是材料有了。",
    );
    tells_apart(
        Fault::OnlySuccesses,
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
            .filter(|fault| (Fault::IssuedMissing..=Fault::ValidMissing).contains(fault))
            .collect::<Vec<_>>()
    };
    assert_eq!(faults(method), []);
    assert_eq!(
        faults("用问卷问了126名学生，回收124份。"),
        [Fault::IssuedMissing, Fault::ValidMissing]
    );
    assert_eq!(faults("发放问卷126份，有效121份。"), [Fault::ReturnedMissing]);
    assert_eq!(faults("访谈学生6人。"), [], "nothing was handed out");
    let without = document(Survey, &[("method", method)]);
    assert!(has(&without, Fault::NoQuestionnaire));
    assert!(!has(
        &document(Survey, &[("method", method), ("appendix", "问卷（略）")]),
        Fault::NoQuestionnaire
    ));
}

#[test]
fn shares_of_one_choice_add_up() {
    tells_apart(
        Fault::SharesDoNotAddUp,
        Survey,
        "results",
        "选“会”52人（43.0%）、“不会”41人（33.9%）、其他18人（10.9%）。",
        "选“会”52人（43.0%）、“不会”41人（33.9%）、其他28人（23.1%），前两项合计93人（76.9%）。",
    );
    tells_apart(
        Fault::SharesDoNotAddUp,
        Survey,
        "results",
        "| 困难 | 人数 | 百分比 |\n|---|---|---|\n| 内容 | 52 | 43.0% |\n| 词句 | 41 | 33.9% |\n| 其他 | 18 | 10.9% |\n| 合计 | 111 | 100% |",
        "| 困难 | 人数 | 百分比 |\n|---|---|---|\n| 内容 | 52 | 43.0% |\n| 词句 | 41 | 33.9% |\n| 其他 | 28 | 23.1% |\n| 合计 | 121 | 100% |",
    );
    let several = "（可多选）内容52人（60%）、词句41人（30%）、其他18人（20%）。";
    assert!(!has(
        &document(Survey, &[("results", several)]),
        Fault::SharesDoNotAddUp
    ));
}

#[test]
fn what_goes_together_is_no_cause() {
    tells_apart(
        Fault::CausalWords,
        Survey,
        "results",
        "阅读少的73人中39人（53.4%）无话可写。阅读少导致无话可写。",
        "阅读少的73人中39人（53.4%）无话可写。两者有关联，不知谁是因。",
    );
    assert!(!has(
        &document(Survey, &[("question", "什么导致了这个困难？")]),
        Fault::CausalWords
    ));
}

#[test]
fn a_table_is_read() {
    let table = "表：困难\n\n| 困难 | 人数 |\n|---|---|\n| 内容 | 52 |";
    let read = format!("{table}\n\n困难主要在内容。");
    tells_apart(Fault::UnreadTable, Survey, "results", table, &read);
    let followed = format!("{table}\n\n{table}\n\n困难主要在内容。");
    let found = found(&document(Survey, &[("results", &followed)]));
    assert_eq!(found.iter().filter(|it| it.fault == Fault::UnreadTable).count(), 1);
    let chart = "```chart bar 困难\n人,人数\n内容,52\n```";
    tells_apart(
        Fault::UnreadTable,
        Survey,
        "results",
        chart,
        &format!("{chart}\n\n多在内容。"),
    );
    let before = format!("困难主要在内容（见表1）。\n\n{table}");
    assert!(
        !has(&document(Survey, &[("results", &before)]), Fault::UnreadTable),
        "the sentence before it sends to it"
    );
    let split = document(Survey, &[("results", table), ("results", "困难主要在内容。")]);
    assert!(!has(&split, Fault::UnreadTable), "the next passage reads it");
}

#[test]
fn a_case_is_no_transcript_and_has_a_before() {
    tells_apart(
        Fault::MostlyDialogue,
        ImprovementCase,
        "redesign",
        "师：“快的时候你看清了几步？”生：“一步，就一步。”师：“慢的呢？”",
        "我请两名学生一快一慢演示接球，再问看清了几步。生：“四步！”全班笑了，每人选了自己的三秒钟。",
    );
    tells_apart(
        Fault::NoBefore,
        ImprovementCase,
        "diagnosis",
        "学生写得像在填空，“重点”不清。",
        "学生写得像在填空。生A：“看到绳子，听到喊声。”",
    );
    tells_apart(
        Fault::NoBefore,
        ImprovementCase,
        "diagnosis",
        "学生写得像在填空。",
        "有焦点的仅6人。",
    );
    tells_apart(
        Fault::TheoryLabel,
        ImprovementCase,
        "reflection",
        "建构主义认为学习是主动的。",
        "生B说“四步：张开手，往后退”，这正是建构主义说的主动。",
    );
}

fn source(number: u8) -> Source {
    Source {
        record: RecordId::from_bytes([number; 16]),
        revision: RevisionId::of(b"then"),
        part: String::new(),
        snapshot: "那时".into(),
        other: serde_json::Map::new(),
    }
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
        let found = check(&document, &template, &Limits::default(), &index);
        found.iter().any(|it| it.fault == Fault::TwoThemes)
    };
    assert!(has(&[1, 3]));
    assert!(!has(&[1, 2]));
}

#[test]
fn a_percentage_has_a_base_and_a_difference_has_points() {
    for kind in [Experience, TextType::Narrative] {
        tells_apart(
            Fault::PercentWithoutBase,
            kind,
            "effects",
            "有焦点的达到52.4%。",
            "42人中有焦点的达到52.4%。",
        );
        tells_apart(
            Fault::PointsNotPercent,
            kind,
            "effects",
            "有焦点的（n=42）由14.3%增至52.4%，提高了38.1%。",
            "有焦点的（n=42）由14.3%增至52.4%，提高了38.1个百分点。",
        );
    }
    for right in [
        "由14.3%提高到52.4%，n=42。",
        "由38.1%提高到52.4%，另一班增加14.2个百分点，n=42。",
        "成本提高38.1%，n=42。",
    ] {
        assert!(
            !has(&document(Experience, &[("effects", right)]), Fault::PointsNotPercent),
            "{right}"
        );
    }
    let chart = "```chart bar 困难（n=121）\n%,占比\n内容,43.0%\n```\n\n多在内容。";
    assert!(!has(
        &document(Experience, &[("effects", chart)]),
        Fault::PercentWithoutBase
    ));
    let table = "表：困难（n=121）\n\n| 困难 | 占比 |\n|---|---|\n| 内容 | 43.0% |\n| 词句 | 57.0% |\n| 别的 | 1% |";
    assert!(!has(
        &document(Experience, &[("effects", table)]),
        Fault::PercentWithoutBase
    ));
}

#[test]
fn what_the_page_itself_writes_is_not_accused() {
    let note = "注：因四舍五入，各项百分比之和为100.1%。";
    tells_apart(Fault::PercentWithoutBase, Survey, "results", "选“会”的占43.0%。", note);
    // Three days of one indicator are no shares of one question.
    tells_apart(
        Fault::SharesDoNotAddUp,
        Survey,
        "results",
        "选“会”的12人（30.0%）、“不会”的20人（50.0%）、其他6人（6.5%）。",
        "由40本中12本（30.0%）增加到40本中10本（25.0%）、38本中12本（31.5%）。",
    );
    tells_apart(
        Fault::RelativeDay,
        Survey,
        "results",
        "最近一次写了158字。",
        "五年级上学期再写。",
    );
    let paper = document(Survey, &[("appendix", "1. 你最近一次写作文，写了多少字？")]);
    assert!(
        !has(&paper, Fault::RelativeDay),
        "a questionnaire asks about other people’s days"
    );
    let mut template = form(Survey).template(Language::ZhHans);
    template.summary = (0, 300);
    let text = document(Survey, &[("question", &"写".repeat(400)), ("proposals", "写。")]);
    let found = check(&text, &template, &Limits::of(&template), &Index::default());
    let said = |fault| {
        let finding = found.iter().find(|it| it.fault == fault).expect("found");
        finding.sentences(Language::ZhHans)[0].clone()
    };
    assert_eq!(said(Fault::NoSummary), "还没有摘要，要求不超过300字。");
    assert_eq!(said(Fault::SmallShare), "“结论与建议”只占全文0%，一般占15%。");
}

#[test]
fn traditional_and_english_texts_are_read_as_well() {
    tells_apart(
        Fault::TheoryLabel,
        ImprovementCase,
        "reflection",
        "建構主義認為學習是主動的。",
        "生B說「四步：張開手，往後退」，這正是建構主義說的主動。",
    );
    tells_apart(
        Fault::CausalWords,
        Survey,
        "results",
        "閱讀少的73人中39人（53.4%）無話可寫，是閱讀少導致的。",
        "閱讀少的73人中39人（53.4%）無話可寫，兩者有關聯。",
    );
    tells_apart(
        Fault::NoConditions,
        Experience,
        "lessons",
        "Scaffolds go step by step.",
        "Scaffolds help on one condition: there is something to tell.",
    );
    tells_apart(
        Fault::PointsNotPercent,
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
        !has(&cited, Fault::NoSuchReference),
        "without a list, brackets are only brackets"
    );
    cited.references = vec![Reference::default(), Reference::default()];
    let found = found(&cited);
    let meets = found
        .iter()
        .filter(|it| matches!(it.fault, Fault::NoSuchReference | Fault::UncitedReference));
    let meets: Vec<_> = meets.map(|it| (it.fault, it.values[0].1.as_str())).collect();
    assert_eq!(meets, [(Fault::NoSuchReference, "3"), (Fault::UncitedReference, "2")]);
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
        (Privacy::Own, Some(Fault::PrivateSource)),
        (Privacy::Identifiable, Some(Fault::PupilSource)),
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
        let found = check(&document, &template, &Limits::default(), &Index::of(&journal));
        let private = found
            .iter()
            .find(|it| matches!(it.fault, Fault::PrivateSource | Fault::PupilSource));
        assert_eq!(private.map(|it| it.fault), fault);
    }
}
