//! Entries, spirals, what they rest on, and what school years they are in.

use luoxuan::id::BlobId;
use luoxuan::record::{
    BlobRef, Direction, EvidenceKind, Expectation, HowKnown, Indicator, Outcome, Privacy, Profile, Settings,
    SpiralState, Term, TextTypes, Vehicle, VehicleKind,
};
use luoxuan::{Entry, Evidence, Fate, Measure, Phase, Spiral};
use serde_json::Map;

use super::{at, day, id, named, png, texts};

pub(super) fn entry() -> Entry {
    Entry {
        spiral: Some(id(1)),
        phase: Phase::NewProblem,
        after: Some(id(2)),
        happened_on: day("2025-09-17"),
        happened_until: day("2025-09-19"),
        written: Some(at(1)),
        title: "观察单".into(),
        body: "像在报清单。".into(),
        tags: vec!["习作".into(), "观察".into()],
        fields: named([("plan", "五感观察单".to_owned()), ("people", "同组老师".to_owned())]),
        class: "三（2）班".into(),
        expectation: Some(Expectation {
            text: "有细节的人数过半".into(),
            sign: "写到了动作".into(),
            by: day("2025-10-09"),
            sealed: Some(at(2)),
            other: Map::new(),
        }),
        outcome: Outcome::Partly,
        fate: Fate::OwnSpiral,
        leads_to: Some(id(3)),
        origin: Some(id(20)),
        rubric: named([("observable", 2), ("small", 1)]),
        depth: 3,
        privacy: Privacy::Group,
        author: "周老师".into(),
        other: Map::new(),
    }
}

pub(super) fn spiral() -> Spiral {
    let indicator = |place| Indicator {
        name: "有焦点".into(),
        rule: "写了一处细节".into(),
        unit: "人".into(),
        direction: Direction::Down,
        base: Some(42),
        place,
        other: Map::new(),
    };
    Spiral {
        title: "起步习作怎样写具体".into(),
        subject: "语文".into(),
        class: "三（2）班".into(),
        pupils: Some(42),
        vehicle: Some(id(4)),
        themes: texts(["看见", "表达", "评价"]),
        state: SpiralState::Carried,
        state_note: "下学期再测".into(),
        branched_from: Some(id(5)),
        indicators: named([("focus", indicator(1)), ("words", indicator(2))]),
        turn_names: [(id(6), "第一轮".to_owned()), (id(7), "第二轮".to_owned())].into(),
        other: Map::new(),
    }
}

pub(super) fn evidence() -> Evidence {
    Evidence {
        spiral: Some(id(1)),
        entries: vec![id(2), id(3), id(4)],
        sort: EvidenceKind::Photo,
        known: HowKnown::PupilWork,
        caption: "第一页".into(),
        text: "慢镜头纸条".into(),
        on: day("2025-09-18"),
        blob: Some(BlobRef {
            id: BlobId::of(b"a picture"),
            media: "image/jpeg".into(),
            size: 3000,
            width: 640,
            height: 480,
            other: Map::new(),
        }),
        further: vec![png("another picture"), png("a third")],
        privacy: Privacy::Identifiable,
        origin: Some(id(20)),
        other: Map::new(),
    }
}

pub(super) fn measure() -> Measure {
    Measure {
        spiral: Some(id(1)),
        indicator: "focus".into(),
        on: day("2025-09-18"),
        count: Some(22),
        of: Some(42),
        figure: Some(96.5),
        entry: Some(id(2)),
        note: "换了题目".into(),
        other: Map::new(),
    }
}

pub(super) fn vehicle() -> Vehicle {
    Vehicle {
        sort: VehicleKind::Project,
        name: "看见与表达".into(),
        declaration: "问题、意义、计划".into(),
        other: Map::new(),
    }
}

pub(super) fn term() -> Term {
    Term {
        year: Some(2025),
        number: 1,
        start: day("2025-09-01"),
        end: day("2026-01-30"),
        other: Map::new(),
    }
}

pub(super) fn profile() -> Profile {
    Profile {
        name: "周老师".into(),
        school: "某小学".into(),
        subject: "语文".into(),
        grade: "三年级".into(),
        classes: texts(["三（2）班", "三（4）班", "五（1）班"]),
        group: "语文组".into(),
        title: "一级教师".into(),
        other: Map::new(),
    }
}

pub(super) fn settings() -> Settings {
    Settings {
        text_types: TextTypes::AllThree,
        labels: named([("spiral", "线索".to_owned()), ("turn", "回合".to_owned())]),
        hidden_words: texts(["某湖", "某课程", "某山"]),
        themes: texts(["看见", "表达", "评价"]),
        other: Map::new(),
    }
}
