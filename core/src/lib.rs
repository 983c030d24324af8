//! The domain of Luoxuan 螺旋手记: the action-research spiral as data.
//!
//! A teacher states a problem, tries an action, reflects on what happened, and finds a new problem;
//! the new problem opens the next turn. This crate keeps such records so that no written word is lost,
//! finds the turns in them, counts, checks, and carries everything in and out. It never reads a clock, draws
//! at random, or touches a disk or a network: whoever embeds it passes those in. It does not panic.
//!
//! # One round of the spiral
//!
//! In September a teacher reads the first compositions of her class and counts.
//!
//! ```
//! use luoxuan::record::Expectation;
//! use luoxuan::{Author, Content, Date, DeviceId, Entry, Fate, Journal, Timestamp, Phase, RecordId, Index, Spiral};
//!
//! // Who writes, and when, comes from outside; ids are sixteen random bytes.
//! let device = DeviceId::from_bytes([1; 16]);
//! let day = |date: &str| date.parse::<Date>().expect("a day of the calendar");
//! let evening = |date: &str| {
//!     let days = i64::from(day(date) - day("1970-01-01"));
//!     Author { device, now: Timestamp::new(days * 86_400_000 + 9 * 3_600_000, 480) }
//! };
//! let id = |number: u8| RecordId::from_bytes([number; 16]);
//! let mut journal = Journal::new();
//!
//! // 问题: what is not as it should be, with a fact that was counted.
//! let spiral = Spiral { title: "起步习作怎样写具体".into(), pupils: Some(42), ..Spiral::default() };
//! journal.write(id(1), Content::of(&spiral), evening("2025-09-11"));
//! let problem = Entry {
//!     spiral: Some(id(1)),
//!     phase: Phase::Problem,
//!     happened_on: Some(day("2025-09-11")),
//!     body: "全班42人，有细节的只有11人。先教怎样观察，细节会不会多起来？".into(),
//!     ..Entry::default()
//! };
//! journal.write(id(2), Content::of(&problem), evening("2025-09-11"));
//!
//! // 行动: what is tried. What she expects is sealed before the first lesson.
//! let mut action = Entry {
//!     spiral: Some(id(1)),
//!     phase: Phase::Action,
//!     after: Some(id(2)),
//!     happened_on: Some(day("2025-09-17")),
//!     body: "设计了一张五感观察单。".into(),
//!     expectation: Some(Expectation { text: "有细节的人数过半".into(), by: Some(day("2025-10-09")), ..Expectation::default() }),
//!     ..Entry::default()
//! };
//! action.seal(evening("2025-09-17").now);
//! journal.write(id(3), Content::of(&action), evening("2025-09-17"));
//!
//! // 反思, and the 新问题 it opens: this one goes into the next turn.
//! let reflection = Entry {
//!     spiral: Some(id(1)),
//!     phase: Phase::Reflection,
//!     after: Some(id(3)),
//!     happened_on: Some(day("2025-10-10")),
//!     body: "有细节的30人，可是像在报清单。".into(),
//!     ..Entry::default()
//! };
//! journal.write(id(4), Content::of(&reflection), evening("2025-10-10"));
//! let new_problem = Entry {
//!     spiral: Some(id(1)),
//!     phase: Phase::NewProblem,
//!     after: Some(id(4)),
//!     happened_on: Some(day("2025-10-10")),
//!     body: "怎样帮助孩子选定一个最想写的瞬间？".into(),
//!     fate: Fate::NextTurn,
//!     ..Entry::default()
//! };
//! journal.write(id(5), Content::of(&new_problem), evening("2025-10-10"));
//!
//! // The turns are found in what was written; nobody stores them. The new problem closes the first and opens the second.
//! use luoxuan::spiral::{Step, TurnState, next_step};
//! let index = Index::of(&journal);
//! let turns = index.turns(id(1));
//! assert_eq!(turns[0].entries, [id(2), id(3), id(4), id(5)]);
//! assert_eq!(turns[0].state, TurnState::Closed);
//! assert_eq!(turns[1].problem, Some(id(5)));
//! assert_eq!(next_step(&turns[1], |id| index.entry(id)), Some(Step::Act));
//!
//! // At home she finds a better word. Both revisions stay; another device that gets them in any order agrees.
//! let better = Entry { body: "有细节的30人，可是一格一句，像在报清单。".into(), ..reflection };
//! let revision = journal.write(id(4), Content::of(&better), evening("2025-10-11")).expect("it says something new");
//! let mut school = Journal::new();
//! let all: Vec<_> = journal.records().flat_map(|(_, heads)| heads.to_vec()).collect();
//! school.merge(all.into_iter().rev());
//! assert_eq!(school.head(id(4)), Some(&revision));
//!
//! // And it all goes out as plain lines that can be read without us, and comes back.
//! use luoxuan::format::{Archive, Limits, read, write_jsonl};
//! let kept: Vec<_> = school.records().flat_map(|(_, heads)| heads.to_vec()).collect();
//! let file = write_jsonl(&Archive { revisions: kept, ..Archive::default() });
//! let import = read("journal.jsonl", &file, &Limits::default())?;
//! assert_eq!((import.revisions.len(), import.damage.len()), (5, 0));
//! # Ok::<(), luoxuan::format::ImportError>(())
//! ```
//!
//! # From the spiral to a text
//!
//! At the end of term one spiral becomes a text: 经验总结, 专题调查 or 教学改进案例. [`draft::readiness`] says which
//! of them it is ripe for and what is still missing; [`draft::skeleton`] lays its own words and figures under
//! the form's headings as a [`Document`], each passage with the record and revision it was pulled from. The
//! journal goes on, the text stays as it was, and [`draft::changed`] shows where the two have parted. A form is a
//! [`Template`] the teacher may make her own; [`draft::check`] says what to look at before the text is handed in, and
//! [`draft::freeze`] keeps it as it then stood, a [`Version`] for ever.
//!
//! # Where to read on
//!
//! | to | read |
//! |---|---|
//! | keep words: revisions, heads, conflicts, merging | [`journal`], and [`store`] for where they are kept |
//! | know what can be written | [`record`] |
//! | carry what is being typed through the death of a page | [`session`] |
//! | make the report of a term from all of it | [`report`] |
//! | know what is written down around the spirals: readings, contests, lessons, awards | [`kind`] |
//! | find turns, next steps, hints; check a problem; draw | [`spiral`], on a [`Index`] |
//! | make a text of a spiral | [`draft`], by the forms of the [`catalog`] |
//! | count the answers of a survey, draw its figures | [`survey`], [`chart`] |
//! | lay it out, make it anonymous, make a Word file of it | [`manuscript`], [`anonymity`], and with the feature `docx` `office` |
//! | count, find, split and show prose | [`text`] |
//! | carry a journal out and in | [`mod@format`] |
//! | speak to people in three languages | [`catalog`] |
//!
//! Errors are values that name what happened; their sentences for people are in the catalog.

pub mod anonymity;
pub mod catalog;
pub mod chart;
pub mod draft;
pub mod format;
pub mod id;
pub mod index;
pub mod journal;
pub mod kind;
pub mod manuscript;
pub mod notebook;
#[cfg(feature = "docx")]
pub mod office;
pub mod record;
pub mod report;
pub mod session;
pub mod share;
pub mod snapshot;
pub mod spiral;
pub mod store;
pub mod survey;
pub mod text;
pub mod time;

pub use id::{BlobId, DeviceId, RecordId, RevisionId};
pub use index::Index;
pub use journal::{Author, Content, Journal, MergeReport, Revision, State};
pub use notebook::Notebook;
pub use record::{
    Document, Entry, Evidence, Fate, Measure, Phase, Record, Spiral, Survey, Template, TextType, Version,
};
pub use store::Store;
pub use time::{Date, Timestamp};

/// What fields that this version does not know are carried through in.
pub use serde_json;
