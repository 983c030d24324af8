//! What kinds that are data promise, over records that are made up: stages lose nothing, a table that goes out comes back,
//! a harmed file takes nothing in that is half, and changes nothing that was there.

use luoxuan::catalog::Language;
use luoxuan::kind::{Column, Kinds, Moved, REACHED, STAGE, columns, csv, take};
use luoxuan::record::{FieldSort, Kind, KindField};
use luoxuan::survey::sheet::Grid;
use luoxuan::{Content, Date, Index, Journal, RecordId};
use luoxuan_tests::harm::harmed;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::properties::{Chance, by, cases, every, figure, proved};

fn kinds() -> Vec<std::sync::Arc<Kind>> {
    Kinds::built_in().iter().cloned().collect()
}

/// A step in the life of a record.
#[derive(Debug, Clone)]
enum Step {
    /// To one of its stages, whichever, on a day.
    Go(usize, i32),
    /// A field says something.
    Say(usize, String),
    /// A field says nothing any more.
    Clear(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (any::<usize>(), 0..400_i32).prop_map(|(to, day)| Step::Go(to, day)),
        2 => (any::<usize>(), "\\PC{1,12}").prop_map(|(field, text)| Step::Say(field, text)),
        1 => any::<usize>().prop_map(Step::Clear),
    ]
}

fn day(after: i32) -> Date {
    Date::new(2026, 9, 1).expect("a day").plus_days(after)
}

/// What a kind says of a move holds: to where it stands, to what follows, back, or beyond, each and only so.
fn is_told_rightly(kind: &Kind, content: &Content, to: &str) -> Result<(), TestCaseError> {
    let now = kind.stage_of(content);
    let at = |word: &str| kind.stages.iter().position(|stage| stage.word == word);
    let follows = now.is_some_and(|now| now.next.iter().any(|next| next == to));
    match kind.moved(content, to) {
        Moved::Here => prop_assert_eq!(now.map(|now| now.word.as_str()), Some(to)),
        Moved::Next => prop_assert!(follows || now.is_none()),
        Moved::Back => prop_assert!(!follows && at(to) < now.and_then(|now| at(&now.word))),
        Moved::Beyond => {
            prop_assert!(!follows);
            // Whatever lies between is a way there.
            let between = kind.between(content, to);
            let mut way: Vec<&str> = between.iter().map(|stage| stage.word.as_str()).collect();
            way.push(to);
            for pair in way.windows(2) {
                let stage = kind.stage(pair[0]).expect("it is one");
                prop_assert!(stage.next.iter().any(|next| next == pair[1]), "{:?}", way);
            }
        }
        Moved::Unknown => prop_assert!(at(to).is_none()),
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(figure(400, 20_000)))]

    #[test]
    fn stages_come_and_go_and_no_word_is_lost(which in any::<usize>(), steps in vec(step(), 1..30)) {
        let all = kinds();
        let kind = &all[which % all.len()];
        let mut content = kind.begun("一");
        let mut said = std::collections::BTreeMap::from([(kind.title.clone(), Value::from("一"))]);
        for step in steps {
            match step {
                Step::Go(to, after) => {
                    let Some(to) = kind.stages.get(to % kind.stages.len().max(1)).map(|stage| stage.word.clone()) else { continue };
                    is_told_rightly(kind, &content, &to)?;
                    content = kind.at_stage(&content, &to, Some(day(after)));
                    prop_assert_eq!(kind.stage_of(&content).map(|stage| stage.word.as_str()), Some(to.as_str()));
                    prop_assert_eq!(kind.reached(&content, &to), Some(day(after)));
                }
                Step::Say(field, text) => {
                    let field = &kind.fields[field % kind.fields.len()];
                    said.insert(field.name.clone(), text.clone().into());
                    content = content.with(&field.name, Some(text.into()));
                }
                Step::Clear(field) => {
                    let field = &kind.fields[field % kind.fields.len()];
                    said.remove(&field.name);
                    content = content.with(&field.name, None);
                }
            }
            let mut fields = content.to_json();
            fields.retain(|name, _| !["kind", "sort", STAGE, REACHED].contains(&name.as_str()) || kind.field(name).is_some());
            if kind.of.is_empty() || kind.field("sort").is_some() {
                prop_assert_eq!(&fields.into_iter().collect::<std::collections::BTreeMap<_, _>>(), &said);
            }
            let asked = kind.asked(&content);
            for name in said.keys().filter(|name| kind.field(name).is_some()) {
                prop_assert!(asked.iter().any(|field| field.name == *name), "{} is said and not shown", name);
            }
        }
    }

    #[test]
    fn a_table_that_goes_out_comes_back(which in any::<usize>(), rows in vec(vec(any::<u16>(), 40), 1..12)) {
        let all = kinds();
        let kind = &all[which % all.len()];
        let mut journal = Journal::new();
        for (number, row) in (1_u8..).zip(&rows) {
            let mut content = kind.begun(&format!("第{number}条"));
            for (field, chance) in kind.fields.iter().zip(row).filter(|(field, _)| field.name != kind.title) {
                content = content.with(&field.name, made_up(field, *chance));
            }
            journal.write(RecordId::from_bytes([number; 16]), content, by(1, 0));
        }
        let index = Index::of(&journal);
        let table = csv(kind, &index, Language::ZhHans, true, &|_| String::new());
        let (grid, open) = Grid::of_text(&table).expect("it is a sheet");
        prop_assert!(!open);
        let mut proposed = columns(kind, &grid);
        // Two columns may be called alike, and the stage is set by a person.
        for (at, column) in proposed.columns.iter_mut().enumerate() {
            *column = kind.fields.get(at).map_or(Column::Left, |field| match field.sort {
                FieldSort::Rows | FieldSort::Link | FieldSort::Links => Column::Left,
                _ => Column::Field(field.name.clone()),
            });
        }
        let taken = take(kind, &grid, &proposed, &Index::default(), Language::ZhHans);
        prop_assert_eq!(&taken.misread, &[]);
        let mut came: Vec<Content> = taken.records;
        let mut went: Vec<Content> = kind.records(&index).map(|head| {
            let whole = |field: &&KindField| matches!(field.sort, FieldSort::Rows | FieldSort::Link | FieldSort::Links);
            kind.fields.iter().filter(whole).fold(head.content().clone(), |content, field| content.with(&field.name, None))
        }).collect();
        came.sort_by(|a, b| a.json().cmp(b.json()));
        went.sort_by(|a, b| a.json().cmp(b.json()));
        prop_assert_eq!(came, went);
        // And again it brings nothing.
        let again = take(kind, &grid, &proposed, &Index::of(&journal_of(&taken_of(kind, &grid, &proposed))), Language::ZhHans);
        prop_assert_eq!(again.records.len(), 0);
        prop_assert_eq!(again.repeated, rows.len());
    }
}

fn taken_of(kind: &Kind, grid: &Grid, proposed: &luoxuan::kind::Columns) -> Vec<Content> {
    take(kind, grid, proposed, &Index::default(), Language::ZhHans).records
}

fn journal_of(contents: &[Content]) -> Journal {
    let mut journal = Journal::new();
    for (number, content) in (1_u8..).zip(contents) {
        journal.write(RecordId::from_bytes([number; 16]), content.clone(), by(1, 0));
    }
    journal
}

/// What a field may say; nothing in a third of all.
fn made_up(field: &KindField, chance: u16) -> Option<Value> {
    const TEXTS: [&str; 6] = ["写得具体", "a,b\"c", "=1+1", "-x", "三（2）班 二十人", "“好”，他说"];
    if chance.is_multiple_of(3) {
        return None;
    }
    let choice = |at: u16| field.choices[usize::from(at) % field.choices.len()].word.clone();
    let text = |at: u16| TEXTS[usize::from(at) % TEXTS.len()];
    Some(match field.sort {
        FieldSort::Line => text(chance).into(),
        FieldSort::Prose => format!("{}\n第二行", text(chance)).into(),
        FieldSort::Day => day(i32::from(chance % 365)).to_string().into(),
        FieldSort::Number => chance.into(),
        FieldSort::Choice => choice(chance).into(),
        FieldSort::Choices => json!([choice(chance)]),
        FieldSort::Flag => true.into(),
        FieldSort::Lines => json!(["教案", "课件"]),
        FieldSort::Link | FieldSort::Links | FieldSort::Rows => return None,
    })
}

#[test]
fn a_harmed_file_takes_nothing_in_that_is_half() {
    let all = kinds();
    let sheet = "获奖统计,,,,\n日期,题目,级别,等第,主办单位\n2026-03-05,把一件事写具体,市级,一等奖,\"市教育局,教研室\"\n\
        2026/4/1,低声部怎样站得住,省级,二等奖,省教研室\n2026年5月,数学画图,区县级,三等奖,\n";
    let xlsx = include_bytes!("../data/sheets/awards.xlsx").as_slice();
    let number = figure(500, 20_000);
    every(0..number, |seed| {
        let mut chance = Chance::new(seed as u64);
        let kind = &all[seed % all.len()];
        let bytes = if seed % 2 == 0 {
            harmed(sheet.as_bytes(), &mut chance)
        } else {
            harmed(xlsx, &mut chance)
        };
        let Ok((grid, _)) = Grid::of_file(&bytes) else { return };
        let index = Index::default();
        let proposed = columns(kind, &grid);
        let taken = take(kind, &grid, &proposed, &index, Language::ZhHans);
        let below: Vec<_> = grid.rows().skip(proposed.above).collect();
        assert_eq!(below.len(), grid.len() - proposed.above);
        assert!(taken.records.len() + taken.repeated <= below.len(), "seed {seed}");
        for misread in &taken.misread {
            assert!(
                below.iter().any(|(row, _)| *row == misread.row),
                "seed {seed}: {misread:?}"
            );
            assert!(misread.sentence(Language::ZhHans).contains(&misread.row.to_string()));
        }
        // Every word of a cell that is not left out stands in a record.
        let told: String = taken.records.iter().map(|content| content.json().to_owned()).collect();
        let kept = |cell: &str| {
            let quoted = Value::from(cell.trim()).to_string();
            told.contains(quoted.trim_matches('"'))
        };
        if taken.repeated == 0 {
            for (_, cells) in below {
                for (at, cell) in cells.iter().enumerate() {
                    let field = match proposed.columns.get(at) {
                        Some(Column::Field(name)) => kind.field(name),
                        Some(Column::Left) => continue,
                        _ => None,
                    };
                    let typed = field.is_some_and(|field| {
                        field.read(cell, Language::ZhHans).is_ok() || field.sort == FieldSort::Choice
                    });
                    assert!(typed || kept(cell), "seed {seed}: {cell:?} is lost");
                }
            }
        }
    });
    proved(
        "sheets of records",
        format!("{number} harmed files"),
        "nothing half, no word lost",
    );
}

#[test]
fn another_program_reads_the_calendar_and_nothing_runs_into_something_else() {
    use luoxuan::Timestamp;
    use luoxuan::kind::calendar;
    let all = Kinds::built_in();
    let mut journal = Journal::new();
    let id = |number: u8| RecordId::from_bytes([number; 16]);
    let long = "一场很长的报告：".repeat(20);
    let titles = ["a;b,c\\d\nEND:VEVENT", long.as_str(), "数据怎样说话"];
    for (number, title) in (1_u8..).zip(titles) {
        let lecture = all.named("lecture").expect("it is there").begun(title);
        journal.write(id(number), lecture.with("on", Some("2026-12-04".into())), by(1, 0));
    }
    let entry = all.named("contest_entry").expect("it is there").begun("把一件事写具体");
    let entry = entry
        .with("on", Some("2026-12-20".into()))
        .with("due_school", Some("2026-12-10".into()));
    journal.write(id(9), entry, by(1, 0));
    let past = all
        .named("lecture")
        .expect("it is there")
        .begun("过去的")
        .with("on", Some("2026-01-04".into()));
    journal.write(id(10), past, by(1, 0));

    let now = Timestamp::new(1_796_000_000_000, 480);
    let file = calendar(all, &Index::of(&journal), now, Language::ZhHans);
    // 75 octets, and the blank that carries a line on.
    let longest = file.split("\r\n").map(str::len).max();
    assert!(longest <= Some(76), "{longest:?}");
    let read: Vec<_> = ical::IcalParser::new(std::io::BufReader::new(file.as_bytes())).collect();
    let [Ok(read)] = &read[..] else { panic!("{read:?}") };
    let told: Vec<(String, String)> = read
        .events
        .iter()
        .map(|event| {
            let says = |name: &str| {
                let found = event.properties.iter().find(|property| property.name == name);
                found.and_then(|property| property.value.clone()).unwrap_or_default()
            };
            (says("DTSTART"), says("SUMMARY"))
        })
        .collect();
    assert_eq!(told.len(), 5, "{told:?}");
    assert_eq!(told[0], ("20261210".into(), "把一件事写具体 · 校内截止".into()));
    assert_eq!(told[1].0, "20261220");
    assert!(told.iter().any(|(_, said)| said.starts_with("a\\;b\\,c")), "{told:?}");
    assert!(
        told.iter().any(|(_, said)| *said == format!("{long} · 讲座")),
        "{told:?}"
    );
    let names: std::collections::BTreeSet<_> = read
        .events
        .iter()
        .filter_map(|event| {
            event
                .properties
                .iter()
                .find(|property| property.name == "UID")?
                .value
                .clone()
        })
        .collect();
    assert_eq!(names.len(), 5, "each has a name of its own");
}
