//! The demonstration journal, made from `tests/data/demo.md`, and a fourth spiral from `tests/data/fourth.md`: always the
//! same revisions, byte for byte.

use std::collections::BTreeMap;
use std::sync::Arc;

use luoxuan::manuscript::Picture;
use luoxuan::record::{
    BlobRef, Choice, Cross, Direction, EvidenceKind, Expectation, HowKnown, Indicator, Item, ItemKind, Outcome,
    PROFILE, Privacy, Profile, SETTINGS, Sampling, Settings, SpiralState, SurveyMode, Term, Vehicle, VehicleKind,
};
use luoxuan::text::sentences;
use luoxuan::{
    Author, BlobId, Content, Date, DeviceId, Entry, Evidence, Fate, Journal, Measure, Phase, Record, RecordId,
    Revision, Spiral, Survey, Timestamp,
};

use crate::texts::{Seeded, png};

const SOURCE: &str = include_str!("../data/demo.md");
const FOURTH: &str = include_str!("../data/fourth.md");
const DEVICE: DeviceId = DeviceId::from_bytes(*b"luoxuan:demodemo");
const MINUTE: i64 = 60_000;

/// The id of the demonstration's record of this name: an entry (`A-P1`), a spiral (`spiral A`),
/// its vehicle (`vehicle A`), its survey (`survey A`).
pub fn id(name: &str) -> RecordId {
    let hash = BlobId::of(format!("luoxuan demonstration: {name}").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    RecordId::from_bytes(bytes)
}

/// The text of one entry, as the source gives it.
pub fn text(name: &str) -> Option<&'static str> {
    blocks(SOURCE)
        .into_iter()
        .find(|block| block.heading == 2 && block.words.first() == Some(&name))
        .map(|block| block.body)
}

/// Every revision, in the order of writing.
///
/// # Panics
///
/// If the source does not follow the rules at its top.
pub fn journal() -> Vec<Arc<Revision>> {
    written(SOURCE)
}

/// Every revision of a journal of its own, with a spiral and a survey of another subject (`spiral E`, `survey E`).
///
/// # Panics
///
/// If the source does not follow the rules of `demo.md`.
pub fn fourth() -> Vec<Arc<Revision>> {
    written(FOURTH)
}

fn written(source: &'static str) -> Vec<Arc<Revision>> {
    let blocks = blocks(source);
    let mut writer = Writer::default();
    for group in blocks.chunk_by(|_, next| next.heading > 1) {
        let (block, under) = group.split_first().expect("a group is never empty");
        match block.words[0] {
            "profile" => writer.profile(block),
            "settings" => writer.settings(block),
            "term" => writer.term(block),
            "spiral" => writer.spiral(block, under),
            "survey" => writer.survey(block, under),
            other => panic!("unknown heading {other}"),
        }
    }
    writer.revisions.sort_by_key(|revision| revision.at());
    writer.revisions
}

/// A heading with what stands under it.
struct Block {
    heading: usize,
    words: Vec<&'static str>,
    attributes: Vec<(&'static str, &'static str)>,
    body: &'static str,
}

impl Block {
    fn all(&self, name: &str) -> impl Iterator<Item = &'static str> {
        self.attributes
            .iter()
            .filter(move |(key, _)| *key == name)
            .map(|(_, value)| *value)
    }

    fn get(&self, name: &str) -> Option<&'static str> {
        self.all(name).next()
    }

    fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().into()
    }

    fn date(&self, name: &str) -> Option<Date> {
        self.get(name).map(date)
    }

    /// The first and the last day in the heading.
    fn days(&self) -> (Date, Option<Date>) {
        (date(self.words[2]), self.words.get(4).copied().map(date))
    }
}

fn blocks(source: &'static str) -> Vec<Block> {
    let mut starts: Vec<_> = source.match_indices("\n#").map(|(at, _)| at + 1).collect();
    starts.push(source.len());
    starts
        .windows(2)
        .map(|ends| {
            let block = &source[ends[0]..ends[1]];
            let (head, body) = block.split_once("\n\n").unwrap_or((block, ""));
            let (title, attributes) = head.split_once('\n').unwrap_or((head, ""));
            let title_words = title.trim_start_matches('#');
            Block {
                heading: title.len() - title_words.len(),
                words: title_words.split_whitespace().collect(),
                attributes: attributes.lines().filter_map(|line| line.split_once(": ")).collect(),
                body: body.trim(),
            }
        })
        .collect()
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// Minutes after midnight of a day in China.
fn moment(day: Date, minutes: i64) -> Timestamp {
    let epoch = Date::new(1970, 1, 1).expect("a date");
    Timestamp::new((i64::from(day - epoch) * 24 * 60 + minutes - 480) * MINUTE, 480)
}

#[derive(Default)]
struct Writer {
    journal: Journal,
    revisions: Vec<Arc<Revision>>,
    /// How often something was written on a day, so that no two moments are the same.
    written: BTreeMap<Date, i64>,
}

impl Writer {
    fn write<R: Record>(&mut self, record: RecordId, content: &R, now: Timestamp) {
        let author = Author { device: DEVICE, now };
        let revision = self.journal.write(record, Content::of(content), author);
        self.revisions.push(revision.expect("something new"));
    }

    /// After the last lesson of that day.
    fn evening(&mut self, day: Date) -> Timestamp {
        let times = self.written.entry(day).or_default();
        *times += 1;
        moment(day, 16 * 60 + 10 * *times)
    }

    fn profile(&mut self, block: &Block) {
        let profile = Profile {
            name: block.text("name"),
            school: block.text("school"),
            subject: block.text("subject"),
            grade: block.text("grade"),
            classes: block.all("class").map(Into::into).collect(),
            group: block.text("group"),
            ..Profile::default()
        };
        self.write(PROFILE, &profile, moment(date("2025-09-01"), 480));
    }

    fn settings(&mut self, block: &Block) {
        let settings = Settings {
            themes: block.all("theme").map(Into::into).collect(),
            ..Settings::default()
        };
        self.write(SETTINGS, &settings, moment(date("2025-09-01"), 481));
    }

    fn term(&mut self, block: &Block) {
        let term = Term {
            year: block.words[1].parse().ok(),
            number: block.words[2].parse().expect("a number"),
            start: block.date("start"),
            end: block.date("end"),
            ..Term::default()
        };
        self.write(id("term"), &term, moment(date("2025-09-01"), 482));
    }

    fn spiral(&mut self, block: &Block, entries: &[Block]) {
        let name = block.words[1];
        let mut header = Spiral {
            title: block.text("title"),
            subject: block.text("subject"),
            class: block.text("class"),
            pupils: block.get("pupils").and_then(|text| text.parse().ok()),
            vehicle: Some(id(&format!("vehicle {name}"))),
            themes: block.all("theme").map(Into::into).collect(),
            indicators: block.all("indicator").zip(0..).map(indicator).collect(),
            ..Spiral::default()
        };
        let begun = entries[0].days().0;
        self.write(id(&format!("vehicle {name}")), &vehicle(block), moment(begun, 16 * 60));
        let spiral = id(&format!("spiral {name}"));
        self.write(spiral, &header, moment(begun, 16 * 60 + 1));

        let shared = Entry {
            spiral: Some(spiral),
            class: header.class.clone(),
            author: block.text("author"),
            ..Entry::default()
        };
        let mut after = None;
        let mut finished = BTreeMap::new();
        for (place, block) in entries.iter().enumerate().filter(|(_, block)| block.heading == 2) {
            let name = block.words[0];
            let now = self.entry(
                block,
                Entry {
                    after,
                    ..shared.clone()
                },
            );
            let evidence = entries[place + 1..].iter().take_while(|block| block.heading == 3);
            for (block, number) in evidence.zip(1..) {
                self.evidence(block, name, number, spiral, now.saturating_add(number * MINUTE));
            }
            if let Some(turn) = block.get("turn") {
                header.turn_names.insert(id(name), turn.into());
            }
            after = Some(id(name));
            finished.insert(name, now);
        }
        for row in block.body.lines().skip(2) {
            self.row(row, &header, spiral, &finished);
        }

        let (state, note) = block
            .get("state")
            .map_or(("running", ""), |text| text.split_once(' ').unwrap_or((text, "")));
        header.state = SpiralState::from_word(state).expect("a state");
        header.state_note = note.into();
        let last = finished.into_values().max().expect("an entry");
        self.write(spiral, &header, last.saturating_add(9 * MINUTE));
    }

    fn survey(&mut self, block: &Block, under: &[Block]) {
        let number = |name: &str| block.get(name).and_then(|text| text.parse().ok());
        let (crosses, items): (Vec<_>, Vec<_>) = under.iter().partition(|block| block.words[1] == "cross");
        let survey = Survey {
            title: block.text("title"),
            spiral: Some(id(&format!("spiral {}", block.words[1]))),
            purpose: block.text("purpose"),
            respondents: block.text("respondents"),
            population: number("population"),
            sampling: block.get("sampling").and_then(Sampling::from_word),
            mode: block.get("mode").and_then(SurveyMode::from_word),
            start: block.date("start"),
            end: block.date("end"),
            issued: number("issued"),
            returned: number("returned"),
            valid: number("valid"),
            protection: block.text("protection"),
            items: items.into_iter().zip(0..).map(item).collect(),
            crosses: crosses.into_iter().map(cross).collect(),
            ..Survey::default()
        };
        let now = self.evening(block.date("written").expect("a day"));
        self.write(id(&format!("survey {}", block.words[1])), &survey, now);
    }

    /// Writes an entry and says when. What takes several days is written twice: its first sentence
    /// on the first day, the whole on the last.
    fn entry(&mut self, block: &Block, shared: Entry) -> Timestamp {
        let record = id(block.words[0]);
        let (first, last) = block.days();
        let field = |(key, value): &(&str, &str)| Some((key.strip_prefix("field.")?.into(), (*value).into()));
        let answer = |text: &'static str| {
            let (item, value) = text.split_once(' ')?;
            Some((item.into(), value.parse().ok()?))
        };
        let mut entry = Entry {
            phase: Phase::from_word(block.words[1]).expect("a phase"),
            happened_on: Some(first),
            happened_until: last,
            body: block.body.into(),
            fields: block.attributes.iter().filter_map(field).collect(),
            outcome: block
                .get("outcome")
                .map(|word| Outcome::from_word(word).expect("an outcome"))
                .unwrap_or_default(),
            fate: block.get("fate").and_then(Fate::from_word).unwrap_or_default(),
            privacy: block.get("privacy").and_then(Privacy::from_word).unwrap_or_default(),
            depth: block
                .get("depth")
                .and_then(|depth| depth.parse().ok())
                .unwrap_or_default(),
            rubric: block
                .get("rubric")
                .into_iter()
                .flat_map(|text| text.split(", "))
                .filter_map(answer)
                .collect(),
            ..shared
        };
        // What was expected is written down before the first lesson.
        let begun = match (last, block.get("late"), block.get("expect")) {
            (Some(_), None, Some(_)) => Some(moment(first, 7 * 60 + 40)),
            (Some(_), None, None) => Some(self.evening(first)),
            _ => None,
        };
        let finished = self.evening(block.date("late").or(last).unwrap_or(first));
        entry.written = Some(begun.unwrap_or(finished));
        if let Some(begun) = begun {
            entry.expectation = block.get("expect").map(|text| Expectation {
                text: text.into(),
                by: block.date("by"),
                ..Expectation::default()
            });
            entry.seal(begun);
            entry.body = sentences(block.body).next().unwrap_or_default().into();
            entry.happened_until = None;
            self.write(record, &entry, begun);
            entry.body = block.body.into();
            entry.happened_until = last;
        }
        self.write(record, &entry, finished);
        finished
    }

    fn evidence(&mut self, block: &Block, entry: &str, number: i64, spiral: RecordId, now: Timestamp) {
        let evidence = Evidence {
            spiral: Some(spiral),
            entries: vec![id(entry)],
            sort: EvidenceKind::from_word(block.words[0]).expect("a kind of evidence"),
            known: HowKnown::from_word(block.words[1]).expect("a way of knowing"),
            caption: block.text("caption"),
            text: block.body.into(),
            on: Some(block.days().0),
            blob: block.get("picture").map(picture),
            ..Evidence::default()
        };
        self.write(id(&format!("{entry} evidence {number}")), &evidence, now);
    }

    /// Writes the values in a row of a spiral's table: day, entry, then one cell an indicator.
    fn row(&mut self, row: &'static str, header: &Spiral, spiral: RecordId, finished: &BTreeMap<&str, Timestamp>) {
        let mut cells = row.trim_matches('|').split('|').map(str::trim);
        let (Some(day), Some(entry)) = (cells.next(), cells.next()) else {
            panic!("a row without a day and an entry")
        };
        let now = finished[entry].saturating_add(5 * MINUTE);
        for (cell, (key, indicator)) in cells.zip(header.indicators()) {
            let (value, note) = cell.split_once('（').unwrap_or((cell, ""));
            let Some(value) = value.split(' ').next().and_then(|value| value.parse().ok()) else {
                continue;
            };
            let mut measure = Measure {
                spiral: Some(spiral),
                indicator: key.into(),
                on: Some(date(day)),
                of: indicator.base.or(header.pupils),
                entry: Some(id(entry)),
                note: note.trim_end_matches('）').into(),
                ..Measure::default()
            };
            match indicator.base {
                Some(_) => measure.count = Some(value),
                None => measure.figure = Some(f64::from(value)),
            }
            self.write(id(&format!("{day} {key}")), &measure, now);
        }
    }
}

/// The picture of a line `picture: name width height`.
fn photograph(line: &str) -> Picture {
    let mut words = line.split(' ');
    let name = words.next().expect("a name");
    let [width, height] = [(); 2].map(|()| words.next().and_then(|number| number.parse().ok()).expect("a size"));
    Picture {
        bytes: png(&mut Seeded::new(name.bytes().map(u64::from).sum()), width, height),
        media: "image/png".into(),
        width,
        height,
    }
}

fn picture(line: &str) -> BlobRef {
    let Picture {
        bytes,
        media,
        width,
        height,
    } = photograph(line);
    BlobRef {
        id: BlobId::of(&bytes),
        media,
        size: bytes.len() as u64,
        width,
        height,
        other: serde_json::Map::new(),
    }
}

/// An item with its place: options stand as `choice: name count words`, the count `-` where nobody has counted.
fn item((block, place): (&Block, u32)) -> (String, Item) {
    let choice = |(line, place): (&str, u32)| {
        let mut words = line.splitn(3, ' ');
        let name = words.next().expect("a name");
        let choice = Choice {
            count: words.next().and_then(|count| count.parse().ok()),
            text: words.next().unwrap_or_default().into(),
            place,
            ..Choice::default()
        };
        (name.to_owned(), choice)
    };
    let item = Item {
        text: block.body.into(),
        name: block.text("name"),
        sort: ItemKind::from_word(block.words[1]).expect("a kind of item"),
        choices: block.all("choice").zip(0..).map(choice).collect(),
        place,
        ..Item::default()
    };
    (block.words[0].into(), item)
}

/// A two-way table: rows stand as `row: count count words`.
fn cross(block: &Block) -> (String, Cross) {
    let columns: Vec<String> = block.all("column").map(Into::into).collect();
    let mut cross = Cross {
        title: block.text("title"),
        ..Cross::default()
    };
    for line in block.all("row") {
        let words: Vec<_> = line.splitn(columns.len() + 1, ' ').collect();
        let (name, counts) = words.split_last().expect("a row");
        cross.rows.push((*name).into());
        cross
            .counts
            .push(counts.iter().map(|count| count.parse().expect("a count")).collect());
    }
    cross.columns = columns;
    (block.words[0].into(), cross)
}

fn vehicle(block: &Block) -> Vehicle {
    let (sort, name) = block
        .get("vehicle")
        .and_then(|text| text.split_once(' '))
        .expect("a vehicle");
    Vehicle {
        sort: VehicleKind::from_word(sort).expect("a kind of vehicle"),
        name: name.into(),
        ..Vehicle::default()
    }
}

/// An indicator from its line: key and name, unit, direction, base or `-`, counting rule.
fn indicator((line, place): (&str, u32)) -> (String, Indicator) {
    let parts: Vec<_> = line.split(" | ").collect();
    let [name, unit, direction, base, rule] = parts[..] else {
        panic!("not an indicator: {line}")
    };
    let (key, name) = name.split_once(' ').expect("a key and a name");
    let indicator = Indicator {
        name: name.into(),
        rule: rule.into(),
        unit: unit.into(),
        direction: Direction::from_word(direction).expect("a direction"),
        base: base.parse().ok(),
        place,
        ..Indicator::default()
    };
    (key.into(), indicator)
}
