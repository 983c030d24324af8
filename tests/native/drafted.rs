//! What every draft keeps to, over spirals that are made up: one scope, days in place of words of time, shares with their
//! bases, each sentence once, each picture there and named.

use std::collections::BTreeSet;

use luoxuan::catalog::{Language, form};
use luoxuan::draft::{
    DiagnosticCode, DiagnosticsConfig, RelativeWord, Scope, changed, check, relative_words, skeleton_of, source,
    tell_days,
};
use luoxuan::record::{
    BlobRef, Choice, Direction, EvidenceKind, Expectation, Indicator, Item, ItemKind, Outcome, Passage, Privacy,
    SurveyMode, Term,
};
use luoxuan::text::sentences;
use luoxuan::{
    BlobId, Content, Date, Document, Entry, Evidence, Fate, Index, Journal, Measure, Phase, Record, RecordId, Spiral,
    Survey, TextType, Timestamp,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::properties::{by, cases, figure};

const SPIRAL: RecordId = RecordId::from_bytes([0x51; 16]);
const CLASS: u32 = 40;

/// What a checker of any kind would call a fault of the draft, and not of what the teacher wrote.
const FAULTS: [DiagnosticCode; 11] = [
    DiagnosticCode::OtherTurn,
    DiagnosticCode::RelativeDay,
    DiagnosticCode::PercentWithoutBase,
    DiagnosticCode::PointsNotPercent,
    DiagnosticCode::UnnamedFigure,
    DiagnosticCode::UnnamedTable,
    DiagnosticCode::UnreadTable,
    DiagnosticCode::NoSuchFigure,
    DiagnosticCode::SharesDoNotAddUp,
    DiagnosticCode::CausalWords,
    DiagnosticCode::NumberGap,
];

const MOVES: [&str; 4] = ["两栏记录单", "一人一杯", "先录后放", "小组互查"];
const WHENS: [&str; 9] = [
    "今天",
    "昨天",
    "这节课",
    "上午",
    "昨天发了纸，第二天",
    "周三",
    "上周",
    "从今天起，",
    "",
];

/// One turn, as it was lived through.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools)] // Each was done or not, whatever the others.
struct Lived {
    /// Days since the turn before, and from step to step.
    gaps: [i32; 3],
    /// Which word of time stands in problem, action and observation.
    whens: [usize; 3],
    /// Whether anything was expected, and what came of it.
    expected: Option<usize>,
    /// How many there were, and of how many the indicator is.
    counted: Option<(u32, u32)>,
    /// Whether the observation tells the number too.
    tells: bool,
    /// A picture under the action, one under the observation.
    pictures: [bool; 2],
    /// Words of a pupil, and a tally that says again what was counted.
    quoted: bool,
    tallied: bool,
    reflected: bool,
}

fn lived() -> impl Strategy<Value = Lived> {
    let when = || 0..WHENS.len();
    let counted = prop::option::of((1..=CLASS - 2, CLASS - 2..=CLASS));
    (
        [1..9_i32, 1..20, 0..3],
        [when(), when(), when()],
        prop::option::of(0..Outcome::ALL.len()),
        counted,
        any::<[bool; 6]>(),
    )
        .prop_map(
            |(gaps, whens, expected, counted, [tells, one, two, quoted, tallied, reflected])| Lived {
                gaps,
                whens,
                expected,
                counted,
                tells,
                pictures: [one, two],
                quoted,
                tallied,
                reflected,
            },
        )
}

/// How many chose each option of a question.
fn asked() -> impl Strategy<Value = Vec<[u32; 4]>> {
    vec([1..40_u32, 1..40, 0..40, 0..40], 1..6)
}

#[derive(Default)]
struct World {
    journal: Journal,
    minute: i64,
    records: u8,
    pictures: BTreeSet<(u32, BlobId)>,
}

impl World {
    fn write(&mut self, id: RecordId, content: Content) {
        self.minute += 1;
        self.journal.write(id, content, by(1, self.minute));
    }

    fn add<R: Record>(&mut self, record: &R) -> RecordId {
        self.records += 1;
        let id = RecordId::from_bytes([self.records; 16]);
        self.write(id, Content::of(record));
        id
    }

    fn spiral(&mut self) {
        let indicator = Indicator {
            name: "写出数据的记录单".into(),
            unit: "本".into(),
            base: Some(CLASS),
            direction: Direction::Up,
            ..Indicator::default()
        };
        let spiral = Spiral {
            title: "怎样让每个人记自己看到的数".into(),
            subject: "科学".into(),
            class: "四（3）班".into(),
            pupils: Some(CLASS),
            indicators: [("both".into(), indicator)].into(),
            ..Spiral::default()
        };
        self.write(SPIRAL, Content::of(&spiral));
    }

    fn entry(
        &mut self,
        phase: Phase,
        on: Date,
        after: Option<RecordId>,
        body: String,
        more: impl FnOnce(&mut Entry),
    ) -> RecordId {
        let mut entry = Entry {
            spiral: Some(SPIRAL),
            phase,
            after,
            happened_on: Some(on),
            body,
            ..Entry::default()
        };
        more(&mut entry);
        self.add(&entry)
    }

    fn picture(&mut self, turn: u32, entry: RecordId, caption: &str) {
        let id = BlobId::of(format!("{turn} {caption}").as_bytes());
        self.pictures.insert((turn, id));
        self.add(&Evidence {
            spiral: Some(SPIRAL),
            entries: vec![entry],
            sort: EvidenceKind::Photo,
            caption: caption.into(),
            blob: Some(BlobRef {
                id,
                media: "image/jpeg".into(),
                size: 9,
                width: 40,
                height: 30,
                other: serde_json::Map::new(),
            }),
            privacy: Privacy::Public,
            ..Evidence::default()
        });
    }

    /// So many of so many, seen on a day; tallied on a sheet that was kept, or not.
    fn count(&mut self, on: Date, observation: RecordId, (k, n): (u32, u32), tallied: bool) {
        self.add(&Measure {
            spiral: Some(SPIRAL),
            indicator: "both".into(),
            on: Some(on),
            count: Some(k),
            of: Some(n),
            entry: Some(observation),
            ..Measure::default()
        });
        if tallied {
            self.add(&Evidence {
                spiral: Some(SPIRAL),
                entries: vec![observation],
                sort: EvidenceKind::Tally,
                caption: format!("{n}本记录单"),
                text: format!("写出数据的{k}本。"),
                on: Some(on),
                ..Evidence::default()
            });
        }
    }

    /// Writes a turn; the day it ended on, and the problem of the next.
    fn turn(&mut self, number: u32, lived: &Lived, begun: Date, problem: Option<RecordId>) -> (Date, RecordId) {
        let [first, second, third] = lived.whens.map(|when| WHENS[when]);
        let name = MOVES[number as usize - 1];
        let on = later(begun, lived.gaps[0]);
        let problem = problem.unwrap_or_else(|| {
            let body = format!("{first}收上来的记录单，多半只写了一句“水变少了”，没有写怎么看出来的。");
            self.entry(Phase::Problem, on, None, body, |_| {})
        });
        let body = format!("{second}换成{name}，先各记各的，再和同桌比，不一样的地方画圈。");
        let action = self.entry(Phase::Action, on, Some(problem), body, |entry| {
            entry.fields.insert("name".into(), name.into());
            entry.expectation = lived.expected.map(|_| Expectation {
                text: format!("用了{name}，写出数据的能过半"),
                by: Some(later(on, lived.gaps[1])),
                sealed: Some(Timestamp::new(1_757_000_000_000 + i64::from(number) * 86_400_000, 480)),
                ..Expectation::default()
            });
        });
        if lived.pictures[0] {
            self.picture(number, action, &format!("{name}的样张"));
        }
        let on = later(on, lived.gaps[1]);
        let counts = lived.counted.filter(|_| lived.tells);
        let told = counts.map_or_else(String::new, |(k, n)| format!("交上来{n}本，写出数据的{k}本。"));
        let quote = if lived.quoted {
            format!("小林在第{number}张上写：“15分钟，水面降了2毫米。”")
        } else {
            String::new()
        };
        let body = format!("{third}{told}有人把杯子举到眼前看{name}。{quote}");
        let observation = self.entry(Phase::Observation, on, Some(action), body, |entry| {
            entry.outcome = lived.expected.map_or(Outcome::Unsaid, |at| Outcome::ALL[at]);
        });
        if lived.pictures[1] {
            self.picture(number, observation, &format!("用{name}以后"));
        }
        if let Some(counted) = lived.counted {
            self.count(on, observation, counted, lived.tallied);
        }
        let on = later(on, lived.gaps[2]);
        let mut after = observation;
        if lived.reflected {
            let body = format!("{first}重看了一遍。我以为有了{name}就会观察，其实他们是在填空。");
            after = self.entry(Phase::Reflection, on, Some(observation), body, |_| {});
        }
        let next = format!("用过{name}以后，怎样让他们记自己看到的数？");
        let next = self.entry(Phase::NewProblem, on, Some(after), next, |entry| {
            entry.fate = Fate::NextTurn;
        });
        (on, next)
    }

    fn survey(&mut self, asked: &[[u32; 4]]) {
        let valid = asked.iter().map(|counts| counts.iter().sum()).max();
        let choice = |(place, count): (u32, &u32)| {
            let choice = Choice {
                text: format!("第{}种", place + 1),
                place,
                count: Some(*count),
                ..Choice::default()
            };
            (format!("c{place}"), choice)
        };
        let item = |(place, counts): (u32, &[u32; 4])| {
            let item = Item {
                text: format!("第{}问怎样？", place + 1),
                name: format!("第{}问", place + 1),
                sort: ItemKind::Single,
                choices: (0..).zip(counts).map(choice).collect(),
                place,
                ..Item::default()
            };
            (format!("q{place}"), item)
        };
        self.add(&Survey {
            title: "观察习惯问卷".into(),
            purpose: "了解他们怎样观察".into(),
            spiral: Some(SPIRAL),
            respondents: "四年级学生".into(),
            mode: Some(SurveyMode::Paper),
            start: "2025-10-20".parse().ok(),
            issued: valid,
            returned: valid,
            valid,
            items: (0..).zip(asked).map(item).collect(),
            ..Survey::default()
        });
    }
}

fn later(day: Date, days: i32) -> Date {
    day.plus_days(days)
}

fn prose(document: &Document) -> impl Iterator<Item = (&str, &str)> {
    let passages = document
        .passages()
        .map(|(section, _, passage)| (section, passage.text.as_str()));
    passages.filter(|(_, text)| !text.contains(['|', '#', '`', '□']) && !text.contains("luoxuan:"))
}

/// The spiral that these turns make, in a term with numbered weeks.
fn world_of(turns: &[Lived]) -> World {
    let mut world = World::default();
    world.add(&Term {
        start: "2025-09-01".parse().ok(),
        end: "2026-01-16".parse().ok(),
        ..Term::default()
    });
    world.spiral();
    let (mut day, mut problem) = ("2025-09-08".parse().expect("a day"), None);
    for (number, lived) in (1..).zip(turns) {
        let (ended, next) = world.turn(number, lived, day, problem);
        (day, problem) = (ended, Some(next));
    }
    world
}

/// A text with the words of every entry as they were written, each a passage.
fn as_written(world: &World, index: &Index) -> Document {
    let mut document = Document::default();
    for (id, entry) in index.in_spiral::<Entry>(SPIRAL) {
        let passage = Passage {
            text: entry.body.clone(),
            sources: source(&world.journal, id, "").into_iter().collect(),
            ..Passage::default()
        };
        document.pull("moves", usize::MAX, passage);
    }
    document
}

/// The words of time of a text, with the ways to say them.
fn listed(document: &Document, index: &Index) -> Vec<RelativeWord> {
    let passages = document.passages();
    passages
        .flat_map(|(section, at, _)| relative_words(document, section, at, index, Language::ZhHans))
        .collect()
}

proptest! {
    #![proptest_config(cases(figure(200, 5_000)))]

    #[test]
    fn all_words_of_time_at_once_leave_none_that_has_a_day_and_nothing_else_changed(
        turns in vec(lived(), 1..=4),
    ) {
        let world = world_of(&turns);
        let index = Index::of(&world.journal);
        let before = as_written(&world, &index);
        let had_a_day = listed(&before, &index).iter().filter(|word| !word.ways.is_empty()).count();
        let mut after = before.clone();
        prop_assert_eq!(tell_days(&mut after, &index, Language::ZhHans), had_a_day);
        let left: Vec<_> = listed(&after, &index);
        prop_assert!(left.iter().all(|word| word.ways.is_empty()), "{left:?}");
        prop_assert_eq!(changed(&after, &world.journal), Vec::new());

        prop_assert_eq!(before.section("moves").len(), after.section("moves").len());
        for (one, other) in before.section("moves").iter().zip(after.section("moves")) {
            prop_assert_eq!(&one.sources, &other.sources);
            // Every entry begins with its word of time: what is behind it stands as it stood.
            let behind = WHENS.iter().filter_map(|when| one.text.strip_prefix(when));
            let behind = behind.min_by_key(|rest| rest.len()).expect("no word at all is one of them");
            prop_assert!(other.text.ends_with(behind), "{} became {}", one.text, other.text);
        }
        let mut emptied = [before, after];
        for document in &mut emptied {
            document.sections.clear();
        }
        prop_assert_eq!(&emptied[0], &emptied[1]);
    }

    #[test]
    fn every_draft_keeps_to_what_drafts_promise(
        turns in vec(lived(), 1..=4),
        asked in prop::option::of(asked()),
        (from, to) in (1..=4_u32, 1..=4_u32),
    ) {
        let mut world = world_of(&turns);
        if let Some(asked) = &asked {
            world.survey(asked);
        }
        let index = Index::of(&world.journal);
        let last = u32::try_from(turns.len()).expect("few");
        let (from, to) = (from.min(to).min(last), from.max(to).min(last));
        for scope in [Scope::ALL, Scope { from, to }] {
            for kind in TextType::THREE {
                let form = form(kind);
                let document = skeleton_of(&index, &world.journal, SPIRAL, form, scope, Language::ZhHans);
                let template = form.template(Language::ZhHans);
                let found = check(&document, &template, &DiagnosticsConfig::of(&template), &index);
                let faults: Vec<_> = found.iter().filter(|it| FAULTS.contains(&it.fault)).collect();
                let told: Vec<_> = faults.iter().map(|it| (it.fault, it.sentences(Language::ZhHans))).collect();
                prop_assert!(faults.is_empty(), "{kind:?} {scope:?}: {told:#?}\n{document:#?}");

                let mut said = BTreeSet::new();
                for (section, sentence) in prose(&document).flat_map(|(section, text)| sentences(text).map(move |it| (section, it.trim()))) {
                    let long = sentence.chars().count() > 6;
                    prop_assert!(!long || said.insert((section, sentence)), "{kind:?} {section}: “{sentence}” twice");
                }

                let text: String = document.passages().map(|(.., passage)| passage.text.as_str()).collect();
                let within = |turn: u32| scope == Scope::ALL || (from..=to).contains(&turn);
                for (turn, picture) in &world.pictures {
                    let there = text.contains(&picture.to_string());
                    prop_assert_eq!(there, within(*turn), "{:?} {:?}: the picture of turn {}", kind, scope, turn);
                }
            }
        }
    }
}
