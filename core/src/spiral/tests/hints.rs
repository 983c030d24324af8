use super::{Book, day};
use crate::record::{EvidenceKind, Expectation, Indicator, SpiralState};
use crate::spiral::{Hint, Rule};
use crate::{Date, Fate, Phase, Timestamp};

#[test]
fn a_reflection_asks_for_evidence_of_two_kinds() {
    let (mut book, [_, action, reflection]) = Book::turn();
    let hints = book.hints();
    let hint = hints.iter().find(|hint| hint.rule == Rule::NoEvidence).expect("a hint");
    assert_eq!((hint.turn, hint.entry), (Some(1), Some(reflection)));
    assert!(!book.says(Rule::OneKindOfEvidence), "there is none yet");

    book.evidence(EvidenceKind::Tally, reflection);
    assert!(!book.says(Rule::NoEvidence));
    assert!(book.says(Rule::OneKindOfEvidence));
    book.evidence(EvidenceKind::Tally, action);
    assert!(book.says(Rule::OneKindOfEvidence));
    book.evidence(EvidenceKind::PupilWork, action);
    assert!(!book.says(Rule::OneKindOfEvidence));
}

#[test]
fn a_reflection_rests_on_what_its_observation_rests_on() {
    let (mut book, [_, action, _]) = Book::turn();
    let seen = book.entry(Phase::Observation, Some(action), |_| {});
    assert!(book.says(Rule::NoEvidence), "the observation has none either");
    book.evidence(EvidenceKind::Tally, seen);
    assert!(!book.says(Rule::NoEvidence));
}

#[test]
fn evidence_stands_where_its_entry_does_whatever_it_says_itself() {
    let (mut book, [_, action, _]) = Book::turn();
    let seen = book.entry(Phase::Observation, Some(action), |_| {});
    // Photographed before the observation was taken into its spiral.
    book.loose_evidence(EvidenceKind::Photo, seen);
    assert!(!book.says(Rule::NoEvidence));
}

#[test]
fn a_new_problem_is_asked_for_in_the_last_turn_of_an_open_spiral() {
    let (mut book, [_, _, reflection]) = Book::turn();
    assert!(book.says(Rule::NoNewProblem));
    book.spiral.state = SpiralState::Solved;
    assert!(!book.says(Rule::NoNewProblem));
    book.spiral.state = SpiralState::Running;
    book.entry(Phase::NewProblem, Some(reflection), |entry| entry.fate = Fate::NextTurn);
    assert!(!book.says(Rule::NoNewProblem));
    assert!(!book.says(Rule::TwoNextTurns));
    book.entry(Phase::NewProblem, Some(reflection), |entry| entry.fate = Fate::NextTurn);
    assert!(book.says(Rule::TwoNextTurns));
}

#[test]
fn a_spiral_ends_with_a_reflection_and_is_given_up_with_a_reason() {
    let mut book = Book::default();
    let problem = book.entry(Phase::Problem, None, |_| {});
    let action = book.entry(Phase::Action, Some(problem), |_| {});
    assert!(!book.says(Rule::ClosedWithoutReflection), "it is still running");
    book.spiral.state = SpiralState::GivenUp;
    assert!(book.says(Rule::ClosedWithoutReflection));
    assert!(book.says(Rule::GivenUpWithoutReason));
    let reflection = book.entry(Phase::Reflection, Some(action), |_| {});
    book.entry(Phase::NewProblem, Some(reflection), |entry| entry.fate = Fate::NextTurn);
    book.spiral.state_note = "这学期换了班。".into();
    assert!(
        !book.says(Rule::ClosedWithoutReflection),
        "a turn that never began needs none"
    );
    assert!(!book.says(Rule::GivenUpWithoutReason));
}

#[test]
fn a_sealed_expectation_asks_once_its_day_has_passed() {
    let due = |by: i32, sealed: bool, reflected: bool| {
        let mut book = Book::default();
        let problem = book.entry(Phase::Problem, None, |_| {});
        let action = book.entry(Phase::Action, Some(problem), |action| {
            action.expectation = Some(Expectation {
                text: "有细节的人数过半".into(),
                by: Some(day(by)),
                sealed: sealed.then(Timestamp::default),
                ..Expectation::default()
            });
        });
        if reflected {
            book.entry(Phase::Reflection, Some(action), |_| {});
        }
        book.says(Rule::ExpectationDue)
    };
    assert!(due(59, true, false));
    assert!(!due(60, true, false), "its day is today");
    assert!(!due(59, false, false), "it was never sealed");
    assert!(!due(59, true, true));
}

#[test]
fn what_was_written_late_says_so_and_what_has_no_problem_asks_for_one() {
    let late = |days: i64| {
        let mut book = Book::default();
        book.entry(Phase::Note, None, |entry| {
            entry.happened_on = Date::new(1970, 1, 1);
            entry.written = Some(Timestamp::new(days * 86_400_000, 0));
        });
        book.hints()
    };
    let rules = |hints: Vec<Hint>| hints.into_iter().map(|hint| (hint.rule, hint.name)).collect::<Vec<_>>();
    let no_problem = (Rule::NoProblem, String::new());
    assert_eq!(rules(late(7)).as_slice(), std::slice::from_ref(&no_problem));
    assert_eq!(rules(late(8)), [no_problem, (Rule::AddedLater, "8".into())]);
}

#[test]
fn a_count_needs_its_base_and_a_changed_base_its_note() {
    let mut book = Book::default();
    let mut focus = Indicator {
        name: "有焦点".into(),
        ..Indicator::default()
    };
    book.spiral.indicators.insert("focus".into(), focus.clone());
    book.measure(6, None, "");
    let hints = book.hints();
    assert_eq!(
        (hints[0].rule, hints[0].name.as_str()),
        (Rule::MeasureWithoutBase, "有焦点")
    );
    focus.base = Some(42);
    book.spiral.indicators.insert("focus".into(), focus);
    assert_eq!(book.hints(), []);
    book.measure(22, Some(41), "");
    assert!(book.says(Rule::BaseChanged));
    book.measure(23, Some(41), "一人转学");
    assert!(!book.says(Rule::BaseChanged));
}
