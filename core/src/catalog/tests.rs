use super::prompts::PROMPTS;
use super::*;
use crate::record::{Entry, Phase, TextType};

#[path = "../../build/scripts.rs"]
mod scripts;

/// Fails where one of the languages says nothing, or what only another one writes.
pub(crate) fn in_their_own_script(said: [&str; 3]) {
    for (text, tag) in said.iter().zip(["zh-Hans", "zh-Hant", "en"]) {
        assert!(!text.trim().is_empty(), "{said:?}");
        assert_eq!(scripts::stray(tag, text), None, "{text}");
    }
}

#[test]
fn names_never_clash() {
    for phase in Phase::ALL {
        let mut names: Vec<_> = fields(*phase).map(|field| field.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), fields(*phase).count());
    }
    let mut names: Vec<_> = TERMS.iter().chain(GLOSSARY).map(|term| term.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), TERMS.len() + GLOSSARY.len());
}

#[test]
fn every_kind_of_vehicle_can_be_renamed() {
    for vehicle in crate::record::VehicleKind::ALL {
        assert_eq!(term(vehicle.word()), Some(vehicle.label()));
    }
}

#[test]
fn every_question_is_answered_by_a_field_its_phase_has() {
    for prompt in PROMPTS {
        let known = field(prompt.phase, prompt.answered_by).is_some();
        assert!(
            known || matches!(prompt.answered_by, "" | "blank" | "expectation" | "before"),
            "{prompt:?}"
        );
    }
}

#[test]
fn what_to_expect_is_asked_before_an_action_and_never_after() {
    let asked = |entry: &Entry| {
        let asked = prompts(entry);
        asked.iter().map(|prompt| prompt.answered_by).collect::<Vec<_>>()
    };
    let mut action = Entry {
        phase: Phase::Action,
        ..Entry::default()
    };
    assert_eq!(asked(&action), ["plan", "expectation", "people", "done"]);
    action.fields.insert("plan".into(), "换一张单子".into());
    assert_eq!(asked(&action), ["expectation", "people", "done", ""]);
    action.fields.insert("done".into(), "周三第二节，用了新单子".into());
    assert_eq!(asked(&action), ["deviation", "materials", "", ""]);
}

#[test]
fn at_most_four_questions_are_asked_and_never_none() {
    for phase in Phase::ALL {
        let mut entry = Entry {
            phase: *phase,
            ..Entry::default()
        };
        for filled in 0..=fields(*phase).count() {
            entry.fields = fields(*phase)
                .take(filled)
                .map(|field| (field.name.into(), "写了".into()))
                .collect();
            for body in ["", "写了"] {
                entry.body = body.into();
                assert!((1..=4).contains(&prompts(&entry).len()), "{phase:?} {filled}");
            }
        }
    }
}

#[test]
fn one_question_goes_deeper_until_the_words_answer_it() {
    let asks = |entry: &Entry, words: &str| {
        let mut all = prompts(entry).into_iter();
        all.any(|prompt| prompt.words.zh_hans.contains(words))
    };
    let mut problem = Entry {
        phase: Phase::Problem,
        ..Entry::default()
    };
    assert!(
        !asks(&problem, "问过一两个学生"),
        "first of all, something to write about"
    );
    problem.body = "42人里只有11人写了细节。".into();
    assert!(asks(&problem, "问过一两个学生"));
    problem.body.push_str("课间问了五个孩子，四个说不知道写什么。");
    assert!(!asks(&problem, "问过一两个学生") && asks(&problem, "哪几个孩子没有这个问题"));
    problem.body.push_str("有三个没有这个问题：他们天天写日记。");
    assert!(asks(&problem, "课标和教材"));
    // What must at least be done is settled before, never after.
    let mut action = Entry {
        phase: Phase::Action,
        ..Entry::default()
    };
    for field in ["plan", "people"] {
        action.fields.insert(field.into(), "用一张单子".into());
    }
    action
        .fields
        .insert("plan".into(), "用一张单子，而不是口头提醒；其余都照旧。".into());
    assert!(asks(&action, "最少做到哪几步"));
    action.body = "9月17日做了两步。".into();
    assert!(!asks(&action, "最少做到哪几步") && asks(&action, "学得慢的孩子"));
}

#[test]
fn what_is_answered_is_not_asked_again() {
    let mut entry = Entry {
        phase: Phase::Reflection,
        body: "字多了。".into(),
        ..Entry::default()
    };
    let asked = |entry: &Entry| prompts(entry).iter().any(|prompt| prompt.answered_by == "surprise");
    assert!(asked(&entry));
    entry.fields.insert("surprise".into(), "全班安静了两秒".into());
    assert!(!asked(&entry));
}

#[test]
fn a_form_adds_up_and_its_sections_are_told_apart() {
    for kind in TextType::ALL {
        let form = form(*kind);
        assert_eq!(form.kind, *kind);
        if TextType::THREE.contains(kind) {
            assert_eq!(term(kind.word()), Some(form.name), "a school can rename it");
            assert!(!form.judging.is_empty() && form.sections.iter().any(|section| section.share.is_some()));
        }
        assert_eq!(form.name, kind.label());
        let points = form.judging.iter().map(|(_, points)| u32::from(*points));
        assert!(matches!(points.sum::<u32>(), 0 | 100));
        let shares = || form.sections.iter().filter_map(|section| section.share);
        let (least, most) = shares().fold((0, 0), |(least, most), (lo, hi)| (least + lo, most + hi));
        assert!(most == 0 || least <= 100 && most >= 100, "{kind:?}: {least}–{most}%");
        assert!(shares().all(|(lo, hi)| lo <= hi));
        let mut names: Vec<_> = form.sections.iter().map(|section| section.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), form.sections.len());
        let mut names: Vec<_> = form.header.iter().map(|field| field.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), form.header.len());
        assert!(!form.faults.is_empty());
        // In the Markdown export a value of the head would else be called what a sub-field of that name is.
        let fields = Phase::ALL.iter().flat_map(|phase| fields(*phase));
        assert!(fields.into_iter().all(|field| !names.contains(&field.name)), "{kind:?}");
    }
}

#[test]
fn a_form_becomes_a_template_without_losing_a_section() {
    for kind in TextType::ALL {
        for language in Language::ALL {
            let (form, template) = (form(*kind), form(*kind).template(language));
            assert_eq!(template.base, *kind);
            assert_eq!(template.header.len(), form.header.len());
            assert_eq!(template.sections.len(), form.sections.len());
            for (own, section) in template.sections.iter().zip(form.sections) {
                assert_eq!(own.name, section.name);
                assert_eq!(own.heading, section.heading.in_(language));
                assert_eq!(
                    (own.share, own.most, own.loose_leaf),
                    (section.share, section.most, section.loose_leaf)
                );
            }
        }
    }
    let leaf = form(TextType::Application).template(Language::ZhHans);
    assert!(leaf.has_loose_leaf() && leaf.sections.iter().any(|section| !section.loose_leaf));
}

#[test]
fn a_table_to_fill_in_is_a_table() {
    for section in TextType::ALL.iter().flat_map(|kind| form(*kind).sections) {
        for language in Language::ALL {
            let Some(starter) = section.starter.map(|words| words.in_(language)) else {
                continue;
            };
            let wants_table = starter.starts_with('|');
            let nodes = crate::text::markdown::parse(starter).nodes;
            let is_table = |node: &_| {
                use crate::text::markdown::{Block, Node};
                matches!(node, Node::Block(Block::Table, _))
            };
            assert_eq!(nodes.iter().any(is_table), wants_table, "{starter}");
        }
    }
}

#[test]
fn a_section_is_fed_from_fields_its_phase_has() {
    let sections = TextType::ALL.iter().flat_map(|kind| form(*kind).sections);
    for feed in sections.flat_map(|section| section.feeds) {
        let (phase, parts) = match feed {
            ContentSource::Entries(_, phase, parts) => (*phase, *parts),
            ContentSource::Problem(parts) => (Phase::Problem, *parts),
            ContentSource::Turns(phases) => {
                let mut parts = phases
                    .iter()
                    .flat_map(|(phase, parts)| parts.iter().map(|part| (*phase, *part)));
                assert!(parts.all(|(phase, part)| part.is_empty() || field(phase, part).is_some()));
                continue;
            }
            _ => continue,
        };
        for part in parts {
            assert!(part.is_empty() || field(phase, part).is_some(), "{phase:?} {part}");
        }
    }
}
