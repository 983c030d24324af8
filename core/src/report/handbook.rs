//! A growth handbook (成长手册): what a teacher has done and reached, in tables.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::count::{Line, line};
use super::lines::Writer;
use super::name_of;
use crate::catalog::{Language, report as words};
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::{Content, Journal, Revision};
use crate::kind::{Kinds, STAGE};
use crate::manuscript::{Align, Block, Byline, Fields, Inline, Manuscript, PlacedBlock, Table, TextStyle};
use crate::record::{FieldSort, Kind, KindField, Layout, Profile, Rules, TableLines, Term};
use crate::text::say_day;
use crate::time::{Date, DateRange};

/// So many fields of a kind of a school's own stand in its table, besides its name, day and stage.
const OWN_COLUMNS: usize = 3;

/// A handbook that can be made a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Handbook {
    /// What it says.
    pub manuscript: Manuscript,
    /// How it stands on paper.
    pub layout: Layout,
    /// The name of its file, without the ending.
    pub file_name: String,
}

/// The records of a term, or of all years, in a table for each kind: the columns are those that schools ask for, as the
/// kind's data says; a kind of a school's own shows its shortest fields. `None` if nothing would stand in it, or the term
/// does not say its days.
///
/// What is for the teacher's eyes only stays out, and so does whatever is no record of what was done: rules, notices.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::kind::Kinds;
/// use luoxuan::report::handbook;
/// use luoxuan::{Author, DeviceId, Index, Journal, RecordId, Timestamp};
/// let mut journal = Journal::new();
/// let lecture = Kinds::built_in().named("lecture").expect("it comes with the crate");
/// let content = lecture.begun("数据怎样说话").with("on", Some("2026-10-12".into()));
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// journal.write(RecordId::from_bytes([2; 16]), content, author);
/// let made = handbook(&Index::of(&journal), &journal, None, Language::ZhHans).expect("one lecture");
/// let text = made.manuscript.plain(Language::ZhHans);
/// assert!(text.contains("表1　讲座1场\n序号\t日期\t题目\t主讲\t我的角色\t学时\n1\t2026.10.12\t数据怎样说话"), "{text}");
/// ```
pub fn handbook(index: &Index, journal: &Journal, term: Option<RecordId>, language: Language) -> Option<Handbook> {
    let (span, when) = match term {
        Some(term) => {
            let term: &Term = index.get(term)?;
            (Some(term.span()?), name_of(term, language))
        }
        None => (None, words::ALL_YEARS.in_(language).to_owned()),
    };
    let kinds = Kinds::of(index);
    let writer = Writer {
        index,
        journal,
        span: span.or_else(DateRange::all)?,
        before: &[],
        told: None,
        language,
    };
    let tables = Tables {
        index,
        kinds: &kinds,
        language,
    };
    let mut parts: BTreeMap<usize, Vec<Block>> = BTreeMap::new();
    let mut number = 0;
    for kind in kinds.iter() {
        let columns = columns(kind);
        let Some(line) = line(kind, index, span).filter(|_| !columns.is_empty()) else {
            continue;
        };
        let own = words::groups::NAMED.len() - 1;
        let place = words::groups::NAMED.iter().position(|(group, _)| *group == kind.group);
        let caption = writer.in_short(&line);
        parts.entry(place.unwrap_or(own)).or_default().push(Block::Table(Table {
            caption,
            ..tables.table(&line, &columns)
        }));
    }
    if parts.is_empty() {
        return None;
    }
    let mut blocks = about(index.profile(), language);
    for (place, tables) in parts {
        let heading = words::groups::NAMED
            .get(place)
            .map_or("", |(_, words)| words.in_(language));
        blocks.push(Block::Heading(1, text(heading)));
        for mut block in tables {
            if let Block::Table(table) = &mut block {
                number += 1;
                table.number = number;
            }
            blocks.push(block);
        }
    }
    Some(bound(index.profile(), when, blocks, language))
}

/// The blocks as a text of its own.
fn bound(profile: &Profile, when: String, blocks: Vec<Block>, language: Language) -> Handbook {
    let title = words::HANDBOOK.in_(language);
    let file_name = Fields {
        title: &format!("{title}-{when}"),
        name: profile.name.trim(),
        ..Fields::default()
    }
    .file_name(
        &Rules {
            file_name: "{title}-{name}".into(),
            ..Rules::default()
        },
        "",
    );
    let piece = |block| PlacedBlock {
        section: String::new(),
        passage: None,
        block,
    };
    let school = Some(profile.school.trim()).filter(|school| !school.is_empty());
    Handbook {
        manuscript: Manuscript {
            title: title.to_owned(),
            subtitle: when,
            byline: Byline {
                name: profile.name.trim().to_owned(),
                unit: school.map(str::to_owned).into_iter().collect(),
            },
            blocks: blocks.into_iter().map(piece).collect(),
            ..Manuscript::default()
        },
        // A form is filled in: every cell has its frame, and columns take room.
        layout: Layout {
            table_lines: TableLines::Grid,
            margin_left: Some(2.0),
            margin_right: Some(2.0),
            ..Layout::default()
        },
        file_name: file_name.trim_end_matches('.').to_owned(),
    }
}

/// The columns of a kind's table. One that comes with the crate says them; of a school's own they are its shortest fields.
fn columns(kind: &Kind) -> Vec<String> {
    let comes_with_the_crate = Kinds::built_in().named(&kind.name).is_some();
    if comes_with_the_crate || !kind.handbook.is_empty() {
        return kind.handbook.clone();
    }
    let short = |field: &&KindField| {
        let known = [&kind.day, &kind.title].contains(&&field.name);
        let long = matches!(field.sort, FieldSort::Prose | FieldSort::Rows | FieldSort::Lines);
        !known && !field.private && !long
    };
    let day = kind.field(&kind.day).map(|field| field.name.clone());
    let short = kind.fields.iter().filter(short).take(OWN_COLUMNS);
    let stage = (!kind.stages.is_empty()).then(|| STAGE.to_owned());
    day.into_iter()
        .chain([kind.title.clone()])
        .chain(short.map(|field| field.name.clone()))
        .chain(stage)
        .collect()
}

/// Who the teacher is, as far as it is said.
fn about(profile: &Profile, language: Language) -> Vec<Block> {
    let between = if language == Language::En { ", " } else { "、" };
    let facts = [
        (words::SUBJECT, profile.subject.clone()),
        (words::CLASSES, profile.classes.join(between)),
        (words::GROUP, profile.group.clone()),
        (words::RANK, profile.title.clone()),
    ];
    let said = facts.iter().filter(|(_, fact)| !fact.trim().is_empty());
    let colon = if language == Language::En { ": " } else { "：" };
    let said: Vec<String> = said
        .map(|(label, fact)| format!("{}{colon}{}", label.in_(language), fact.trim()))
        .collect();
    if said.is_empty() {
        return Vec::new();
    }
    vec![Block::Paragraph(text(&said.join(if language == Language::En {
        "; "
    } else {
        "；"
    })))]
}

struct Tables<'a> {
    index: &'a Index,
    kinds: &'a Kinds,
    language: Language,
}

impl Tables<'_> {
    fn table(&self, line: &Line, columns: &[String]) -> Table {
        let kind = &line.kind;
        let number = text(words::NUMBER.in_(self.language));
        let labels = columns.iter().map(|column| text(&self.label(kind, column)));
        let row = |(at, head): (usize, &Arc<Revision>)| {
            let cells = columns
                .iter()
                .map(|column| text(&self.cell(kind, head.content(), column)));
            std::iter::once(text(&(at + 1).to_string())).chain(cells).collect()
        };
        let align = |column: &String| {
            if *column == kind.title {
                Align::Left
            } else {
                Align::Centre
            }
        };
        Table {
            head: std::iter::once(number).chain(labels).collect(),
            rows: line.records.iter().enumerate().map(row).collect(),
            aligns: std::iter::once(Align::Centre)
                .chain(columns.iter().map(align))
                .collect(),
            ..Table::default()
        }
    }

    fn label(&self, kind: &Kind, column: &str) -> String {
        if column == STAGE && kind.field(column).is_none() {
            return words::STAGE.in_(self.language).to_owned();
        }
        if column == kind.day && !kind.until.is_empty() {
            return words::FROM_TO.in_(self.language).to_owned();
        }
        let label = kind.field(column).map(|field| field.label(self.language));
        label.unwrap_or_default().to_owned()
    }

    fn cell(&self, kind: &Kind, content: &Content, column: &str) -> String {
        let Some(field) = kind.field(column).filter(|field| !field.private) else {
            let stage = kind.stage_of(content).filter(|_| column == STAGE);
            return stage.map_or_else(String::new, |stage| stage.label(self.language).to_owned());
        };
        if column == kind.title {
            return kind.title_of(content).trim().to_owned();
        }
        if field.sort == FieldSort::Day {
            let day = content.text(column).and_then(|day| day.parse().ok());
            let until = kind.until_of(content).filter(|_| column == kind.day);
            return self.days(day, until.filter(|until| Some(*until) != day));
        }
        let fields = content.to_json();
        let shown = fields
            .get(column)
            .map(|value| field.show(value, self.language, &|id| self.called(id)));
        shown.unwrap_or_default().trim().to_owned()
    }

    /// A day, or from one to another, as forms want them: 2026.10.12.
    fn days(&self, from: Option<Date>, until: Option<Date>) -> String {
        let said = |day: Date| {
            let (year, month, number) = day.ymd();
            match self.language {
                Language::En => say_day(day, true, self.language),
                _ => format!("{year}.{month}.{number}"),
            }
        };
        let days: Vec<String> = [from, until].into_iter().flatten().map(said).collect();
        days.join(if self.language == Language::En { " – " } else { "—" })
    }

    /// What a linked record is called; nothing if it is gone or for the teacher's eyes only.
    fn called(&self, id: &str) -> String {
        let Some(head) = id.parse().ok().and_then(|id| self.index.head(id)) else {
            return String::new();
        };
        let content = head.content();
        if super::count::is_own(content) {
            return String::new();
        }
        let kind = self.kinds.of_content(content);
        let title = kind.map(|kind| kind.title_of(content).trim().to_owned());
        let spine = || content.text("title").map(|title| title.trim().to_owned());
        title.or_else(spine).unwrap_or_default()
    }
}

/// Words of a person, or of the catalog, as one run; lines stay lines.
fn text(words: &str) -> Vec<Inline> {
    let mut runs = Vec::new();
    for (at, line) in words.lines().enumerate() {
        if at > 0 {
            runs.push(Inline::Break);
        }
        runs.push(Inline::Text(line.to_owned(), TextStyle::default()));
    }
    runs
}
