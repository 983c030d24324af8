//! The demonstration journal: made from its source, kept as a file the page can open.

use luoxuan::journal::{read_lines, write_lines};
use luoxuan::record::{PROFILE, SpiralState};
use luoxuan::spiral::{CheckContext, Rule, Step, TurnState, Verdict, check_problem, hints, next_step};
use luoxuan::{Date, Entry, Evidence, Fate, Index, Journal, Measure, Phase, RecordId, Revision};
use luoxuan_tests::demo::{id, journal, text};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../web/public/demo.jsonl");

fn index() -> Index {
    let mut all = Journal::new();
    all.merge(journal().iter().map(|revision| Revision::clone(revision)));
    Index::of(&all)
}

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn problems(index: &Index, spiral: &str) -> Vec<Option<RecordId>> {
    let turns = index.turns(id(spiral));
    turns.iter().map(|turn| turn.problem).collect()
}

/// Run the tests with `UPDATE_GOLDEN=1` to write the file anew after a change of the source.
#[test]
fn the_page_opens_what_the_source_says() {
    let made = write_lines(&journal());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(FILE, &made).expect("the file can be written");
    }
    let kept = std::fs::read(FILE).expect("web/public/demo.jsonl is there");
    let (revisions, damage) = read_lines(&kept);
    assert!(damage.is_empty());
    assert_eq!(revisions.len(), journal().len());
    assert!(
        made.as_bytes() == kept,
        "web/public/demo.jsonl is out of date: UPDATE_GOLDEN=1 writes it anew"
    );
}

#[test]
fn spiral_a_has_three_turns_from_the_right_problems() {
    let index = index();
    let problem = |name: &str| Some(id(name));
    assert_eq!(
        problems(&index, "spiral A"),
        [problem("A-P1"), problem("A-N1"), problem("A-N2")]
    );
    assert_eq!(
        problems(&index, "spiral B"),
        [problem("B-P1"), problem("B-N1"), problem("B-N2")]
    );
    assert_eq!(problems(&index, "spiral C"), [problem("C-P1"), problem("C-N1")]);

    let second = &index.turns(id("spiral A"))[1];
    assert_eq!(second.entries, [id("A-A2"), id("A-R2"), id("A-N2")]);
    let turns = [
        index.turns(id("spiral A")),
        index.turns(id("spiral B")),
        index.turns(id("spiral C")),
    ];
    let last = turns.map(|turns| turns.last().map(|turn| turn.state));
    assert_eq!(
        last,
        [
            Some(TurnState::Closed),
            Some(TurnState::Closed),
            Some(TurnState::Reflecting)
        ]
    );
}

#[test]
fn every_new_problem_has_met_its_fate() {
    let index = index();
    let fate = |name: &str| index.entry(id(name)).map(|entry| entry.fate);
    assert_eq!(fate("A-N2"), Some(Fate::NextTurn));
    assert_eq!(fate("A-N3"), Some(Fate::Pool));
    assert_eq!(fate("B-N3"), Some(Fate::LetGo));
    assert_eq!(fate("C-N2"), Some(Fate::Undecided));
    assert_eq!(index.pool().map(|(id, _)| id).collect::<Vec<_>>(), [id("A-N3")]);

    let turns = index.turns(id("spiral C"));
    let next = turns.last().and_then(|turn| next_step(turn, |id| index.entry(id)));
    assert_eq!(next, Some(Step::DecideFate(id("C-N2"))));
    let state = |name: &str| index.spiral(id(name)).map(|spiral| spiral.state);
    assert_eq!(state("spiral A"), Some(SpiralState::Carried));
    assert_eq!(state("spiral B"), Some(SpiralState::ToGroup));
    assert_eq!(state("spiral C"), Some(SpiralState::Running));
}

#[test]
fn every_entry_says_what_the_source_says() {
    let index = index();
    let names: Vec<_> = ["A", "B", "C"]
        .iter()
        .flat_map(|spiral| {
            ["P1", "A1", "R1", "N1", "A2", "R2", "N2", "A3", "R3", "N3"].map(|part| format!("{spiral}-{part}"))
        })
        .filter(|name| text(name).is_some())
        .collect();
    assert_eq!(names.len(), 27);
    assert_eq!(index.of_kind::<Entry>().count(), 27);
    for name in names {
        assert_eq!(
            index.entry(id(&name)).map(|entry| entry.body.as_str()),
            text(&name),
            "{name}"
        );
    }
    let first = index.entry(id("A-P1")).expect("an entry");
    assert!(
        first
            .body
            .starts_with("开学第一次习作写“猜猜他是谁”，全班42人，平均只写了96字。")
    );
    assert!(first.body.ends_with("如果先教他们怎样观察，细节会不会多起来？"));
}

#[test]
fn an_action_was_begun_before_it_was_finished_and_its_expectation_stands() {
    let all = journal();
    let written: Vec<_> = all.iter().filter(|revision| revision.record() == id("A-A1")).collect();
    let [begun, finished] = written[..] else {
        panic!("written {} times", written.len())
    };
    assert_eq!(finished.parents(), [begun.id()]);
    assert_eq!(
        (begun.at().date(), finished.at().date()),
        (day("2025-09-17"), day("2025-10-09"))
    );
    let index = index();
    let action = index.entry(id("A-A1")).expect("an entry");
    let expectation = action.expectation.as_ref().expect("an expectation");
    assert_eq!(expectation.text, "有细节的人数过半");
    assert_eq!(expectation.sealed, Some(begun.at()));
    let late = index.of_kind::<Entry>().filter(|(_, entry)| entry.late_by().is_some());
    assert_eq!(late.map(|(id, _)| id).collect::<Vec<_>>(), [id("C-A1")]);
}

#[test]
fn the_values_are_those_of_the_tables() {
    let index = index();
    let percent = |spiral: &str, key: &str| -> Vec<String> {
        let measures: Vec<_> = index.in_spiral::<Measure>(id(spiral)).collect();
        let these = measures.iter().filter(|(_, measure)| measure.indicator == key);
        these
            .filter_map(|(_, measure)| Some(format!("{:.1}", measure.percent()?)))
            .collect()
    };
    assert_eq!(percent("spiral A", "detail"), ["26.2", "71.4", "81.0", "90.5"]);
    assert_eq!(percent("spiral A", "focus"), ["4.8", "14.3", "52.4", "73.8"]);
    assert_eq!(percent("spiral A", "revised"), ["19.0", "69.0"]);
    assert_eq!(percent("spiral A", "quoted"), ["11.9", "78.6"]);
    assert_eq!(percent("spiral B", "right"), ["47.4", "57.9", "73.7", "81.6"]);
    assert_eq!(percent("spiral B", "drawn"), ["10.5", "31.6", "76.3"]);
    assert_eq!(percent("spiral B", "pair"), ["36.8", "71.1"]);
    assert_eq!(percent("spiral C", "stand"), ["20.0", "50.0", "80.0"]);
    let length: Vec<_> = index
        .in_spiral::<Measure>(id("spiral A"))
        .filter(|(_, measure)| measure.indicator == "length")
        .filter_map(|(_, measure)| measure.figure)
        .collect();
    assert_eq!(length, [96.0, 158.0, 171.0, 183.0]);
}

#[test]
fn everything_falls_into_the_term_and_rests_on_something() {
    let index = index();
    assert_eq!(index.profile().school, "青禾小学");
    assert!(journal().iter().any(|revision| revision.record() == PROFILE));
    for (id, entry) in index.of_kind::<Entry>() {
        let day = entry.day().expect("a day");
        assert!(index.week_of(day).is_some(), "{day}");
        let spiral = entry.spiral.expect("a spiral");
        let rests = index
            .in_spiral::<Evidence>(spiral)
            .any(|(_, evidence)| evidence.entries.contains(&id));
        assert!(rests || entry.phase != Phase::Reflection, "{}", entry.body);
    }
}

#[test]
fn the_hints_are_few_and_true() {
    let index = index();
    let said = |spiral: &str| -> Vec<_> {
        let hints = hints(&index, id(spiral), day("2026-01-30"));
        hints.into_iter().map(|hint| (hint.rule, hint.entry)).collect()
    };
    assert_eq!(said("spiral A"), []);
    assert_eq!(said("spiral B"), []);
    assert_eq!(said("spiral C"), [(Rule::AddedLater, Some(id("C-A1")))]);
}

#[test]
fn the_first_problem_passes_the_schools_gate_but_for_a_colleague() {
    let index = index();
    let problem = index.entry(id("A-P1")).expect("an entry");
    let context = CheckContext::of(&index, id("A-P1"));
    let remarks = check_problem(problem, &context);
    let unsure: Vec<_> = remarks
        .iter()
        .filter(|remark| remark.verdict() != Verdict::Pass)
        .map(|remark| remark.item.word())
        .collect();
    assert_eq!(unsure, ["valuable", "unsettled", "ethical"]);
    assert!(remarks.iter().all(|remark| remark.verdict() != Verdict::Weak));
}
