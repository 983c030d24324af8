//! What is long on one page: a spiral that a teacher followed for years, a questionnaire of many questions.

use std::collections::BTreeMap;

use luoxuan::record::{Choice, Item, ItemKind};
use luoxuan::{Content, DeviceId, Entry, Phase, Record, RecordId, Revision, Spiral, State, Survey, Timestamp};

use crate::years::body;

const DEVICE: DeviceId = DeviceId::from_bytes([9; 16]);

/// From one entry to the next, in milliseconds: one a day.
const APART: i64 = 24 * 3_600_000;

/// The spiral.
pub const SPIRAL: RecordId = RecordId::from_bytes([0x61; 16]);

/// The survey.
pub const SURVEY: RecordId = RecordId::from_bytes([0x62; 16]);

fn said<R: Record>(record: RecordId, at: Timestamp, content: &R) -> Revision {
    Revision::new(record, None, DEVICE, at, State::Live, Content::of(content))
}

/// A spiral of so many entries, the last written at `end`: each turn has five, and its new problem opens the next.
pub fn spiral(seed: u64, entries: usize, end: Timestamp) -> Vec<Revision> {
    const TURN: [Phase; 5] = [
        Phase::Action,
        Phase::Observation,
        Phase::Observation,
        Phase::Reflection,
        Phase::NewProblem,
    ];
    let id = |number: usize| {
        let mut bytes = [0x63; 16];
        bytes[..8].copy_from_slice(&(number as u64).to_be_bytes());
        RecordId::from_bytes(bytes)
    };
    let at = |number: usize| {
        let back = i64::try_from(entries - 1 - number).unwrap_or_default() * APART;
        Timestamp::new(end.millis() - back, end.offset())
    };
    let header = Spiral {
        title: "怎样让每个孩子都有话可写".into(),
        class: "三（2）班".into(),
        pupils: Some(42),
        ..Spiral::default()
    };
    let mut all = vec![said(SPIRAL, at(0), &header)];
    all.extend((0..entries).map(|number| {
        let entry = Entry {
            body: body(seed, number),
            phase: number
                .checked_sub(1)
                .map_or(Phase::Problem, |after| TURN[after % TURN.len()]),
            spiral: Some(SPIRAL),
            after: number.checked_sub(1).map(id),
            happened_on: Some(at(number).date()),
            written: Some(at(number)),
            ..Entry::default()
        };
        said(id(number), at(number), &entry)
    }));
    all
}

/// A questionnaire of so many questions, counted by hand.
pub fn survey(questions: u32, at: Timestamp) -> Revision {
    let choice = |(place, text): (u32, &str)| {
        let choice = Choice {
            text: text.into(),
            count: Some(3 + place * 7),
            place,
            ..Choice::default()
        };
        (format!("c{place}"), choice)
    };
    let item = |place: u32| {
        let item = Item {
            text: format!("写作课上，你第{}件想做的事是什么？", place + 1),
            sort: ItemKind::Single,
            choices: (0..)
                .zip(["先跟同桌说一说", "自己列提纲", "看一篇例文", "直接动笔"])
                .map(choice)
                .collect(),
            place,
            ..Item::default()
        };
        (format!("q{place:02}"), item)
    };
    let survey = Survey {
        title: "写作课的四十个问题".into(),
        purpose: "想知道孩子们动笔之前需要什么。".into(),
        respondents: "三（2）班全体学生".into(),
        issued: Some(54),
        returned: Some(54),
        valid: Some(54),
        items: (0..questions).map(item).collect::<BTreeMap<_, _>>(),
        ..Survey::default()
    };
    said(SURVEY, at, &survey)
}
