//! A spreadsheet as records of a kind: proposed, looked at by a person, then taken.

use crate::catalog::words::kind::import as words;
use std::collections::BTreeSet;

use serde_json::Value;

use super::Unread;
use super::csv::FORMULA;
use crate::catalog::{Language, fill};
use crate::index::Index;
use crate::journal::Content;
use crate::record::{FieldSort, Kind, KindField, said};
use crate::survey::sheet::Grid;
use crate::text::fold;

/// Rows that are looked at for headings: a title may stand above them.
const ABOVE: usize = 6;

/// What other words schools write over a column, by the field they mean.
const ALSO: &[(&str, &[&str])] = &[
    ("on", &["日期", "时间", "時間", "获奖时间", "年月", "date", "time"]),
    (
        "name",
        &[
            "名称", "名稱", "题目", "題目", "标题", "標題", "课题", "課題", "内容", "內容", "项目", "項目", "成果",
            "name", "title",
        ],
    ),
    ("level", &["级别", "級別", "层次", "level"]),
    (
        "grade",
        &["等第", "等级", "等級", "奖次", "獎次", "奖项", "grade", "prize"],
    ),
    (
        "organiser",
        &[
            "主办单位",
            "主辦單位",
            "发证单位",
            "發證單位",
            "颁奖单位",
            "组织单位",
            "organiser",
            "organizer",
        ],
    ),
    ("author", &["作者", "姓名", "教师", "教師", "author", "teacher"]),
    ("body", &["备注", "備註", "说明", "說明", "note", "notes"]),
    ("hours", &["学时", "學時", "学分", "hours", "credits"]),
];

/// What becomes of a column.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Column {
    /// It fills a field.
    Field(String),
    /// It is noted in the record's text, under its heading.
    Note,
    /// It is left out, as running numbers are.
    Left,
}

/// What stands over running numbers, which are no part of a record.
const NUMBERS: [&str; 4] = ["序号", "序號", "编号", "no"];

/// Which field each column of a sheet fills.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Columns {
    /// What stands over each column; empty where the sheet has no headings.
    pub headings: Vec<String>,
    /// What becomes of each column.
    pub columns: Vec<Column>,
    /// How many rows stand above the first record.
    pub above: usize,
}

/// A cell that is not what its field holds. Its words stand in the record's text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Misread {
    /// The row as a spreadsheet counts it, from 1.
    pub row: usize,
    /// The field.
    pub field: String,
    /// Why.
    pub why: Unread,
}

impl Misread {
    /// It as a sentence.
    pub fn sentence(&self, language: Language) -> String {
        let words = words::SENTENCE;
        fill(
            words.in_(language),
            &[("row", &self.row), ("why", &self.why.sentence(language))],
        )
    }
}

/// What a sheet comes to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Taken {
    /// The records, in the order of the rows.
    pub records: Vec<Content>,
    /// What could not be read as its field holds it.
    pub misread: Vec<Misread>,
    /// Rows that say what a record of the journal, or a row above, says already.
    pub repeated: usize,
}

/// The fields a cell can fill.
fn fillable(kind: &Kind) -> impl Iterator<Item = &KindField> {
    let whole = |field: &&KindField| !matches!(field.sort, FieldSort::Rows | FieldSort::Link | FieldSort::Links);
    kind.fields.iter().filter(whole)
}

/// Which field a heading means.
fn meant(kind: &Kind, heading: &str, taken: &BTreeSet<String>) -> Option<String> {
    let heading = fold(heading.trim());
    if heading.is_empty() {
        return None;
    }
    let free = |field: &&KindField| !taken.contains(&field.name);
    let called = |field: &&KindField| field.name == heading || field.label.values().any(|label| fold(label) == heading);
    if let Some(field) = fillable(kind).filter(free).find(called) {
        return Some(field.name.clone());
    }
    let also = |field: &&KindField| {
        let name = [("on", &kind.day), ("name", &kind.title)]
            .into_iter()
            .find(|(_, own)| **own == field.name);
        let name = name.map_or(field.name.as_str(), |(name, _)| name);
        let words = ALSO.iter().find(|(known, _)| *known == name);
        words.is_some_and(|(_, words)| words.iter().any(|word| fold(word) == heading))
    };
    let within = |field: &&KindField| {
        let mut labels = field
            .label
            .values()
            .map(|label| fold(label))
            .filter(|label| label.chars().count() > 1);
        labels.any(|label| heading.contains(&label))
    };
    let found = fillable(kind)
        .filter(free)
        .find(also)
        .or_else(|| fillable(kind).filter(free).find(within));
    found.map(|field| field.name.clone())
}

/// Proposes which column fills which field, by what stands over them.
///
/// ```
/// use luoxuan::kind::{Column, Kinds, columns};
/// use luoxuan::survey::sheet::Grid;
/// let kinds = Kinds::built_in();
/// let outcome = kinds.named("outcome").expect("it comes with the crate");
/// let (grid, _) = Grid::of_text("获奖时间,题目,奖次,级别,排序\n2026.3.5,把一件事写具体,一等奖,市级,3\n").expect("a sheet");
/// let Column::Field(first) = &columns(outcome, &grid).columns[0] else { panic!("a day") };
/// assert_eq!(first, "on");
/// ```
pub fn columns(kind: &Kind, grid: &Grid) -> Columns {
    let propose = |cells: &[String]| {
        let mut taken = BTreeSet::new();
        let columns = cells.iter().map(|heading| match meant(kind, heading, &taken) {
            Some(field) => {
                taken.insert(field.clone());
                Column::Field(field)
            }
            None if NUMBERS.contains(&fold(heading.trim()).as_str()) => Column::Left,
            None => Column::Note,
        });
        columns.collect::<Vec<_>>()
    };
    let rows: Vec<_> = grid.rows().take(ABOVE).map(|(_, cells)| cells).collect();
    let matched = |cells: &[String]| {
        propose(cells)
            .iter()
            .filter(|column| matches!(column, Column::Field(_)))
            .count()
    };
    let best = rows
        .iter()
        .enumerate()
        .max_by_key(|(at, cells)| (matched(cells), std::cmp::Reverse(*at)));
    let best = best.filter(|(_, cells)| matched(cells) > 0);
    let (above, mut headings) = best.map_or((0, Vec::new()), |(at, cells)| (at + 1, cells.to_vec()));
    let mut columns = propose(&headings);
    headings.resize(grid.width(), String::new());
    columns.resize(grid.width(), Column::Note);
    Columns {
        headings,
        columns,
        above,
    }
}

/// Makes records of the rows. What a cell cannot be read as, and what stands in columns that fill no field, is kept in the
/// record's text, under its heading: nothing is lost, and nothing is made up. Nothing is written into a journal here.
pub fn take(kind: &Kind, grid: &Grid, columns: &Columns, index: &Index, language: Language) -> Taken {
    let known = kind.records(index).map(|head| key(kind, head.content()));
    let mut seen: BTreeSet<_> = known.collect();
    let mut taken = Taken::default();
    for (row, cells) in grid.rows().skip(columns.above) {
        let (content, misread) = record(kind, row, cells, columns, language);
        let Some(content) = content else { continue };
        if !seen.insert(key(kind, &content)) {
            taken.repeated += 1;
            continue;
        }
        taken.records.push(content);
        taken.misread.extend(misread);
    }
    taken
}

/// What makes two records the same: what a person wrote in them.
fn key(kind: &Kind, content: &Content) -> String {
    let mut fields = content.to_json();
    fields.retain(|name, _| kind.field(name).is_some());
    Content::from_json(&fields).json().to_owned()
}

fn record(
    kind: &Kind,
    row: usize,
    cells: &[String],
    columns: &Columns,
    language: Language,
) -> (Option<Content>, Vec<Misread>) {
    let (mut content, mut misread, mut notes) = (kind.begun(""), Vec::new(), Vec::new());
    let mut says = false;
    for (at, cell) in cells.iter().enumerate() {
        let text = without_guard(cell.trim());
        if text.is_empty() {
            continue;
        }
        says = true;
        let field = match columns.columns.get(at) {
            Some(Column::Left) => continue,
            Some(Column::Field(name)) => kind.field(name),
            Some(Column::Note) | None => None,
        };
        let heading = columns.headings.get(at).map_or("", |heading| heading.trim());
        let label = field.map_or(heading, |field| said(&field.label, language));
        match field.map(|field| (field, loosely(field, text, language))) {
            Some((field, Ok(value))) => content = content.with(&field.name, value),
            Some((field, Err(why))) => {
                misread.push(Misread {
                    row,
                    field: field.name.clone(),
                    why,
                });
                notes.push(note(label, text, language));
            }
            None => notes.push(note(label, text, language)),
        }
    }
    if !notes.is_empty() {
        let prose = kind
            .field("body")
            .or_else(|| kind.fields.iter().find(|field| field.sort == FieldSort::Prose));
        // A kind without a text has a note of its own, which its page shows as an unknown field.
        let name = prose.map_or("body", |field| field.name.as_str());
        let before = content.text(name).map(std::borrow::Cow::into_owned);
        let all: Vec<String> = before.into_iter().chain(notes).collect();
        content = content.with(name, Some(Value::from(all.join("\n"))));
    }
    (says.then_some(content), misread)
}

/// A cell without the apostrophe that keeps a spreadsheet from running it.
fn without_guard(text: &str) -> &str {
    text.strip_prefix('\'')
        .filter(|rest| rest.starts_with(FORMULA))
        .unwrap_or(text)
}

fn note(label: &str, text: &str, language: Language) -> String {
    match (label, language) {
        ("", _) => text.to_owned(),
        (label, Language::En) => format!("{label}: {text}"),
        (label, _) => format!("{label}：{text}"),
    }
}

/// What a cell says as its field holds it: a choice also where its label stands within the cell or begins with it, and only
/// one does (市级一等奖 is 一等奖, 市 is 市级; 获奖 is not 未获奖).
fn loosely(field: &KindField, text: &str, language: Language) -> Result<Option<Value>, Unread> {
    let exact = field.read(text, language);
    if exact.is_ok() || field.sort != FieldSort::Choice {
        return exact;
    }
    let folded = fold(text);
    let near = |label: &String| {
        let label = fold(label);
        folded.contains(&label) || label.starts_with(&folded)
    };
    let mut found = field.choices.iter().filter(|choice| choice.label.values().any(near));
    match (found.next(), found.next()) {
        (Some(choice), None) => Ok(Some(choice.word.clone().into())),
        _ => exact,
    }
}
