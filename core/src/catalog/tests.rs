use super::*;
use crate::record::{
    Direction, Entry, EvidenceKind, Fate, HowKnown, Phase, Privacy, SpiralState, TextTypes, VehicleKind,
};

fn every_text() -> Vec<Words> {
    let mut all: Vec<Words> = Vec::new();
    all.extend(RUBRIC.iter().flat_map(|c| [c.name, c.question, c.good, c.weak]));
    all.extend(DEPTHS.iter().flat_map(|(name, sentence)| [*name, *sentence]));
    all.extend(TERMS.iter().map(|term| term.words));
    all.push(FRAME);
    for phase in Phase::ALL {
        all.extend(fields(*phase).map(|field| field.label));
        all.extend(
            prompts(&Entry {
                phase: *phase,
                ..Entry::default()
            })
            .iter()
            .map(|prompt| prompt.words),
        );
        all.push(phase.label());
    }
    all.extend(crate::spiral::Rule::ALL.iter().map(|r| rule(*r)));
    all.extend(crate::spiral::Reason::ALL.iter().map(|r| reason(*r)));
    macro_rules! labels { ($($list:ty),*) => { $(all.extend(<$list>::ALL.iter().map(|value| value.label()));)* } }
    labels!(
        Fate,
        SpiralState,
        Direction,
        HowKnown,
        EvidenceKind,
        Privacy,
        VehicleKind,
        TextTypes,
        crate::spiral::TurnState
    );
    all
}

#[test]
fn every_text_stands_in_its_own_script() {
    for words in every_text() {
        for language in Language::ALL {
            assert!(!words.in_(language).trim().is_empty(), "{words:?}");
        }
        let traditional = "們個為來時實學問題麼說這過還沒開間單觀點進證據動數會對後線標";
        let simplified = "们个为来时实学问题么说这过还没开间单观点进证据动数会对后线标";
        assert!(
            !words.zh_hans.contains(|c| traditional.contains(c)),
            "{}",
            words.zh_hans
        );
        let only_simplified = |c| simplified.contains(c) && !traditional.contains(c);
        assert!(!words.zh_hant.contains(only_simplified), "{}", words.zh_hant);
        assert!(
            !words.en.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c)),
            "{}",
            words.en
        );
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
    let mut names: Vec<_> = TERMS.iter().map(|term| term.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), TERMS.len());
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
