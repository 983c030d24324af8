//! One small spiral, 水的蒸发, and the drafts it gives.

mod evaporation;

use crate::catalog::{Language, form};
use crate::draft::{Scope, changed, skeleton_of};
use crate::{BlobId, Document, Index, RecordId, TextType};

use evaporation::{World, evaporation};

const SPIRAL: RecordId = id(1);

const fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn told(kind: TextType, scope: Scope) -> Document {
    let journal = evaporation();
    let index = Index::of(&journal);
    let document = skeleton_of(&index, &journal, SPIRAL, form(kind), scope, Language::ZhHans);
    assert_eq!(changed(&document, &journal), []);
    document
}

fn texts<'d>(document: &'d Document, section: &str) -> Vec<&'d str> {
    document
        .section(section)
        .iter()
        .map(|passage| passage.text.as_str())
        .collect()
}

#[test]
fn two_turns_become_an_experience_summary() {
    let document = told(TextType::Experience, Scope::ALL);
    assert_eq!(
        texts(&document, "origin"),
        [
            "9月8日做“水的蒸发”，收上来40本记录单，28本只写了一句“水变少了”，没有写怎么看出来的；写出现象和数据的只有12本（30.0%）。\
             我那时的解释是：我总是先讲结论再让他们做。也可能是记录单上只有一行横线。"
        ]
    );
    assert_eq!(
        texts(&document, "moves"),
        [
            "## 两栏记录单",
            "9月15日起，记录单改成两栏：左边“我看到”，右边“我想”。先用5分钟全班一起填一行。\
             动手之前（9月15日封存）的预期：到9月29日数记录单，写出现象和数据的能过半。",
            "## 一人一杯",
            "怎样让每个人记自己看到的数？10月13日，改成一人一个杯子，先各记各的，再和同桌比，不一样的地方画圈。\
             动手之前（10月13日封存）的预期：到10月27日，和同桌一字不差的降到3本以下。",
        ]
    );
    let effects = texts(&document, "effects");
    // Each figure behind the paragraph that names it.
    assert!(effects[1].starts_with("```chart line"), "{}", effects[1]);
    assert!(effects[3].starts_with("![小林的记录单](luoxuan:"), "{}", effects[3]);
    assert_eq!(
        [effects[0], effects[2], effects[4]],
        [
            "写出现象和数据的记录单由9月8日的40本中12本（30.0%）增加到9月29日的40本中23本（57.5%）、10月27日的38本中31本\
             （81.6%）；各次总数不同，只比百分比（见图1）。",
            "9月29日，小林写：“15分钟，水面降了2毫米。”（见图2）第一次的预期达到了。",
            "10月27日交上来38本，和同桌一字不差的2本。第二次的预期达到了。",
        ]
    );
    assert_eq!(effects.len(), 5);
    assert_eq!(
        texts(&document, "lessons"),
        [
            "第一轮（两栏记录单）之后：过半了。可是23本里有9本的数是同桌的数，抄的。我以为有了栏目就会观察，其实他们是在填空。",
            "第二轮（一人一杯）之后：慢了一节课，但是有争论了。争论的时候他们才去看自己的杯子。",
        ]
    );
    assert_eq!(texts(&document, "open"), ["不一样的数，谁的对？"]);
    assert_eq!(
        document.summary,
        "9月8日做“水的蒸发”，收上来40本记录单，28本只写了一句“水变少了”，没有写怎么看出来的。\
         先后用两栏记录单、一人一杯两种做法，写出现象和数据的记录单由40本中12本（30.0%）增加到38本中31本（81.6%）；两次总数不同，\
         只比百分比。还没有解决的是：不一样的数，谁的对？"
    );
    assert_eq!(document.keywords, ["科学", "记录单", "两栏记录单", "一人一杯"]);
    assert_eq!(document.proposed, [crate::record::SUMMARY, crate::record::KEYWORDS]);
}

#[test]
fn one_turn_becomes_a_case_that_tells_of_no_other() {
    let document = told(TextType::ImprovementCase, Scope::turn(1));
    assert_eq!(
        texts(&document, "background"),
        ["四（3）班40人，科学课。9月8日至9月30日，共一轮，载体：做成一件事。"]
    );
    assert_eq!(
        texts(&document, "diagnosis"),
        [
            "9月8日做“水的蒸发”，收上来40本记录单，28本只写了一句“水变少了”，没有写怎么看出来的；写出现象和数据的只有12本（30.0%）。\
             我那时的解释是：我总是先讲结论再让他们做。也可能是记录单上只有一行横线。"
        ]
    );
    assert_eq!(
        texts(&document, "redesign"),
        [
            "9月15日起，记录单改成两栏：左边“我看到”，右边“我想”。先用5分钟全班一起填一行。\
             动手之前（9月15日封存）的预期：到9月29日数记录单，写出现象和数据的能过半。"
        ]
    );
    let effect = texts(&document, "effect");
    assert_eq!(
        effect[..2],
        [
            "写出现象和数据的记录单由9月8日的40本中12本（30.0%）增加到9月29日的40本中23本（57.5%）。",
            "9月29日，小林写：“15分钟，水面降了2毫米。”（见图1）预期达到了。",
        ]
    );
    assert_eq!(effect.len(), 3, "{effect:?}");
    assert_eq!(
        texts(&document, "reflection"),
        [
            "过半了。可是23本里有9本的数是同桌的数，抄的。我以为有了栏目就会观察，其实他们是在填空。",
            "下一轮的问题：怎样让每个人记自己看到的数？",
        ]
    );
}

#[test]
fn the_second_turn_begins_where_the_first_ended() {
    let document = told(TextType::ImprovementCase, Scope::turn(2));
    assert_eq!(Scope::of(&document), Scope::turn(2));
    let diagnosis = texts(&document, "diagnosis").concat();
    assert!(diagnosis.contains("怎样让每个人记自己看到的数？"), "{diagnosis}");
    assert_eq!(
        texts(&document, "effect")[0],
        "写出现象和数据的记录单由9月29日的40本中23本（57.5%）增加到10月27日的38本中31本（81.6%）；两次总数不同，只比百分比。"
    );
    let all: String = document
        .passages()
        .map(|(_, _, passage)| passage.text.clone())
        .collect();
    assert!(!all.contains("两栏记录单") && !all.contains("水变少了"), "{all}");
}

#[test]
fn every_language_tells_it() {
    let journal = evaporation();
    let index = Index::of(&journal);
    for language in Language::ALL {
        for kind in TextType::THREE {
            let document = skeleton_of(&index, &journal, SPIRAL, form(kind), Scope::ALL, language);
            let all: Vec<&str> = document
                .passages()
                .map(|(_, _, passage)| passage.text.as_str())
                .collect();
            let all = all.join("\n");
            assert!(!all.contains('{') && !all.contains("今天"), "{all}");
        }
    }
}

#[test]
fn a_passage_of_another_turn_and_a_day_that_only_its_writer_knows_are_pointed_out() {
    use crate::draft::{DiagnosticCode, DiagnosticsConfig, check};
    let journal = evaporation();
    let index = Index::of(&journal);
    let template = form(TextType::ImprovementCase).template(Language::ZhHans);
    let mut document = told(TextType::ImprovementCase, Scope::turn(1));
    let faults = |document: &Document| {
        let found = check(document, &template, &DiagnosticsConfig::of(&template), &index).into_iter();
        let found = found.filter(|it| matches!(it.fault, DiagnosticCode::OtherTurn | DiagnosticCode::RelativeDay));
        found
            .map(|it| (it.fault, it.sentences(Language::ZhHans)[0].clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(faults(&document), []);
    let other = told(TextType::ImprovementCase, Scope::turn(2)).section("redesign")[0].clone();
    document.pull("redesign", 1, other);
    document.pull(
        "effect",
        9,
        crate::record::Passage {
            text: "昨天小林说：“我今天看见了。”".into(),
            ..crate::record::Passage::default()
        },
    );
    assert_eq!(
        faults(&document),
        [
            (
                DiagnosticCode::OtherTurn,
                "这一段出自第2轮，不在这篇文稿讲的几轮里。".to_owned()
            ),
            (DiagnosticCode::RelativeDay, "“昨天”是哪一天，读者不知道。".to_owned()),
        ]
    );
}

#[test]
fn a_text_that_tells_of_other_turns_keeps_what_was_written() {
    use crate::draft::rescope;
    use crate::record::Passage;
    let journal = evaporation();
    let index = Index::of(&journal);
    let mut document = told(TextType::ImprovementCase, Scope::turn(1));
    let own = Passage {
        text: "这是我自己写的一段。".into(),
        ..Passage::default()
    };
    document.pull("effect", 1, own.clone());
    document.rewrite("redesign", 0, "从9月15日起，我把记录单改成了两栏。");
    let there = rescope(&document, &index, &journal, Scope::ALL, Language::ZhHans).expect("it tells of a spiral");
    assert_eq!(Scope::of(&there.document), Scope::ALL);
    // The one paragraph of the effect that said no more than the first change.
    assert!(
        there
            .taken
            .iter()
            .all(|(section, _)| matches!(section.as_str(), "effect" | "reflection")),
        "{:?}",
        there.taken
    );
    assert!(there.added > 3);
    assert!(there.document.section("effect").contains(&own));
    assert_eq!(
        there.document.section("redesign")[1].text,
        "从9月15日起，我把记录单改成了两栏。"
    );
    let back = rescope(&there.document, &index, &journal, Scope::turn(1), Language::ZhHans).expect("it does");
    let all = |document: &Document| {
        let mut all: Vec<_> = document
            .passages()
            .map(|(section, _, it)| (section.to_owned(), it.text.clone()))
            .collect();
        all.sort();
        all
    };
    assert_eq!(all(&back.document), all(&document));
    assert_eq!(
        rescope(&document, &index, &journal, Scope::turn(1), Language::ZhHans).map(|it| (
            it.document,
            it.added,
            it.taken
        )),
        Some((document, 0, Vec::new()))
    );
}

/// A form of the teacher's own may print the sections in another order: by that order figures are counted.
#[test]
fn figures_are_counted_as_the_own_form_prints_them() {
    use crate::draft::{captions, rescope};
    use crate::record::{Passage, Template};
    let mut world = World(evaporation(), 200);
    let mut own: Template = form(TextType::Experience).template(Language::ZhHans);
    own.sections.reverse();
    world.say(id(99), &own);
    let index = Index::of(&world.0);
    let mut document = told(TextType::Experience, Scope::turn(1));
    document.template = Some(id(99));
    // Three before and one behind everything else that is drawn, as the own form has it.
    let drawn = [("open", "甲"), ("open", "丙"), ("open", "丁"), ("origin", "乙")];
    let shown = |name: &str| format!("![{name}](luoxuan:{})", BlobId::of(name.as_bytes()));
    let number = |document: &Document, name: &str| -> String {
        let all = captions(document, &own, Language::ZhHans).into_iter();
        let mut named = all.filter(|(_, caption)| caption.ends_with(name));
        named
            .next()
            .map_or_else(String::new, |(_, caption)| caption.replace(&format!("　{name}"), ""))
    };
    for (section, name) in drawn {
        let text = shown(name);
        document.pull(
            section,
            9,
            Passage {
                text,
                ..Passage::default()
            },
        );
    }
    for (section, name) in drawn {
        let text = format!("说明（见{}）。", number(&document, name));
        document.pull(
            section,
            0,
            Passage {
                text,
                ..Passage::default()
            },
        );
    }
    let there = rescope(&document, &index, &world.0, Scope::ALL, Language::ZhHans).expect("it tells of a spiral");
    assert_ne!(
        number(&there.document, "乙"),
        number(&document, "乙"),
        "a figure came in between"
    );
    for (section, name) in drawn {
        let said = format!("说明（见{}）。", number(&there.document, name));
        assert!(
            texts(&there.document, section).contains(&said.as_str()),
            "{said}: {:?}",
            texts(&there.document, section)
        );
    }
}
