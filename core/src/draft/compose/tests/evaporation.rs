//! The spiral 水的蒸发, as a journal: two turns, each with what was expected of it, seen and counted.

use super::{SPIRAL, id};
use crate::record::{BlobRef, EvidenceKind, Expectation, Indicator, Outcome, Vehicle, VehicleKind};
use crate::{
    Author, BlobId, Content, Date, DeviceId, Entry, Evidence, Fate, Journal, Measure, Phase, Record, RecordId, Spiral,
    Timestamp,
};

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// The moment, in China, of noon on a day.
fn noon(on: &str) -> Timestamp {
    let days = i64::from(day(on) - day("1970-01-01"));
    Timestamp::new(days * 86_400_000 + 4 * 3_600_000, 480)
}

/// A journal that is being written, and how many minutes have gone.
pub(super) struct World(pub(super) Journal, pub(super) u8);

impl World {
    pub(super) fn say<R: Record>(&mut self, id: RecordId, record: &R) {
        let author = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Timestamp::new(i64::from(self.1) * 60_000, 480),
        };
        self.0.write(id, Content::of(record), author);
        self.1 += 1;
    }

    fn entry(&mut self, number: u8, phase: Phase, on: &str, body: &str, more: impl FnOnce(&mut Entry)) {
        let mut entry = Entry {
            spiral: Some(SPIRAL),
            phase,
            happened_on: Some(day(on)),
            body: body.into(),
            ..Entry::default()
        };
        more(&mut entry);
        self.say(id(number), &entry);
    }

    fn measure(&mut self, number: u8, entry: u8, on: &str, count: u32, of: u32) {
        let measure = Measure {
            spiral: Some(SPIRAL),
            indicator: "both".into(),
            on: Some(day(on)),
            count: Some(count),
            of: Some(of),
            entry: Some(id(entry)),
            ..Measure::default()
        };
        self.say(id(number), &measure);
    }
}

fn field(entry: &mut Entry, name: &str, text: &str) {
    entry.fields.insert(name.into(), text.into());
}

fn expect(entry: &mut Entry, text: &str, by: &str, sign: &str, sealed: &str) {
    entry.expectation = Some(Expectation {
        text: text.into(),
        by: Some(day(by)),
        sign: sign.into(),
        sealed: Some(noon(sealed)),
        ..Expectation::default()
    });
}

pub(super) fn evaporation() -> Journal {
    let mut world = World(Journal::new(), 0);
    the_spiral(&mut world);
    first_turn(&mut world);
    second_turn(&mut world);
    world.0
}

fn the_spiral(world: &mut World) {
    let both = Indicator {
        name: "写出现象和数据的记录单".into(),
        unit: "本".into(),
        rule: "有看到的现象和一个数".into(),
        ..Indicator::default()
    };
    let vehicle = Vehicle {
        sort: VehicleKind::OneThing,
        ..Vehicle::default()
    };
    world.say(id(2), &vehicle);
    let spiral = Spiral {
        title: "怎样让记录单写出看到的".into(),
        subject: "科学".into(),
        class: "四（3）班".into(),
        pupils: Some(40),
        vehicle: Some(id(2)),
        indicators: [("both".into(), both)].into(),
        ..Spiral::default()
    };
    world.say(SPIRAL, &spiral);
}

fn first_turn(world: &mut World) {
    world.entry(
        10,
        Phase::Problem,
        "2025-09-08",
        "今天做“水的蒸发”，收上来40本记录单，28本只写了一句“水变少了”，没有写怎么看出来的。",
        |entry| {
            field(entry, "explanation", "我总是先讲结论再让他们做。");
            field(entry, "other_explanation", "也可能是记录单上只有一行横线。");
        },
    );
    world.measure(11, 10, "2025-09-08", 12, 40);
    world.entry(
        12,
        Phase::Action,
        "2025-09-15",
        "从今天起记录单改成两栏：左边“我看到”，右边“我想”。先用5分钟全班一起填一行。",
        |entry| {
            field(entry, "name", "两栏记录单");
            entry.after = Some(id(10));
            expect(entry, "写出现象和数据的能过半", "2025-09-29", "数记录单", "2025-09-15");
        },
    );
    world.entry(
        13,
        Phase::Observation,
        "2025-09-29",
        "这节课的记录单，40本里有23本左边写了现象和一个数。小林写：“15分钟，水面降了2毫米。”",
        |entry| entry.outcome = Outcome::Met,
    );
    world.say(id(14), &photo());
    world.measure(15, 13, "2025-09-29", 23, 40);
    world.entry(
        16,
        Phase::Reflection,
        "2025-09-30",
        "过半了。可是23本里有9本的数是同桌的数，抄的。我以为有了栏目就会观察，其实他们是在填空。",
        |entry| entry.after = Some(id(12)),
    );
    world.entry(
        17,
        Phase::NewProblem,
        "2025-09-30",
        "怎样让每个人记自己看到的数？",
        |entry| {
            entry.after = Some(id(16));
            entry.fate = Fate::NextTurn;
        },
    );
}

/// The sheet of one child.
fn photo() -> Evidence {
    Evidence {
        spiral: Some(SPIRAL),
        entries: vec![id(13)],
        sort: EvidenceKind::Photo,
        caption: "小林的记录单".into(),
        blob: Some(BlobRef {
            id: BlobId::of(b"photo"),
            media: "image/jpeg".into(),
            size: 5,
            width: 4,
            height: 3,
            other: serde_json::Map::new(),
        }),
        ..Evidence::default()
    }
}

fn second_turn(world: &mut World) {
    world.entry(
        18,
        Phase::Action,
        "2025-10-13",
        "改成一人一个杯子，先各记各的，再和同桌比，不一样的地方画圈。",
        |entry| {
            field(entry, "name", "一人一杯");
            entry.after = Some(id(17));
            expect(entry, "和同桌一字不差的降到3本以下", "2025-10-27", "", "2025-10-13");
        },
    );
    world.entry(
        19,
        Phase::Observation,
        "2025-10-27",
        "今天交上来38本，有数的31本，和同桌一字不差的2本。",
        |entry| entry.outcome = Outcome::Met,
    );
    world.measure(20, 19, "2025-10-27", 31, 38);
    world.entry(
        21,
        Phase::Reflection,
        "2025-10-28",
        "慢了一节课，但是有争论了。争论的时候他们才去看自己的杯子。",
        |entry| entry.after = Some(id(18)),
    );
    world.entry(
        22,
        Phase::NewProblem,
        "2025-10-28",
        "不一样的数，谁的对？",
        |entry| {
            entry.after = Some(id(21));
            entry.fate = Fate::Pool;
        },
    );
}
