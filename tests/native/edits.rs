//! What a person changes in a record of every kind, and in every part of one.

use luoxuan::record::{Kind, Profile, Rules, Settings, Term, Vehicle};
use luoxuan::{Content, Document, Entry, Evidence, Measure, RecordId, Spiral, Survey, Template, Version};
use serde_json::{Value, json};

/// What a person changes: where it stands, what it says then, and how a page does it.
pub(crate) struct Edit {
    pub(crate) at: &'static str,
    pub(crate) says: Value,
    pub(crate) made: fn(&Content) -> Option<Content>,
}

impl Edit {
    pub(crate) fn path(&self) -> Vec<String> {
        self.at.split('/').map(str::to_owned).collect()
    }
}

macro_rules! edits {
    ($($record:ident $at:literal $says:expr, |$it:ident| $change:expr;)*) => {
        vec![$(Edit {
            at: $at,
            says: json!($says),
            made: |content| {
                let mut $it = content.read::<$record>()?;
                $change;
                Some(Content::of(&$it))
            },
        },)*]
    };
}

/// Of every kind and every part some edits. Items of lists are found from the end: those before them may be unreadable.
#[expect(clippy::too_many_lines, reason = "a table: a line an edit")]
pub(crate) fn edits(kind: &str) -> Vec<Edit> {
    match kind {
        "entry" => edits! {
            Entry "body" "改", |it| it.body = "改".into();
            Entry "fields/plan" "改", |it| *it.fields.get_mut("plan")? = "改".into();
            Entry "rubric/small" 0, |it| *it.rubric.get_mut("small")? = 0;
            Entry "expectation/text" "改", |it| it.expectation.as_mut()?.text = "改".into();
            Entry "expectation/by" "2026-01-01", |it| it.expectation.as_mut()?.by = "2026-01-01".parse().ok();
            Entry "depth" 1, |it| it.depth = 1;
        },
        "spiral" => edits! {
            Spiral "title" "改", |it| it.title = "改".into();
            Spiral "themes/2" "改", |it| *it.themes.last_mut()? = "改".into();
            Spiral "indicators/words/name" "改", |it| it.indicators.get_mut("words")?.name = "改".into();
            Spiral "indicators/focus/rule" "改", |it| it.indicators.get_mut("focus")?.rule = "改".into();
            Spiral "indicators/focus/place" 0, |it| it.indicators.get_mut("focus")?.place = 0;
        },
        "evidence" => edits! {
            Evidence "caption" "改", |it| it.caption = "改".into();
            Evidence "blob/media" "image/png", |it| it.blob.as_mut()?.media = "image/png".into();
            Evidence "entries/2" RecordId::from_bytes([9; 16]), |it| *it.entries.last_mut()? = RecordId::from_bytes([9; 16]);
        },
        "measure" => edits! {
            Measure "count" 7, |it| it.count = Some(7);
            Measure "note" "改", |it| it.note = "改".into();
        },
        "survey" => edits! {
            Survey "title" "改", |it| it.title = "改".into();
            Survey "items/difficulty/text" "改", |it| it.items.get_mut("difficulty")?.text = "改".into();
            Survey "items/times/choices/b/text" "改", |it| it.items.get_mut("times")?.choices.get_mut("b")?.text = "改".into();
            Survey "items/times/choices/b/quotes/2" "改", |it| *it.items.get_mut("times")?.choices.get_mut("b")?.quotes.last_mut()? = "改".into();
            Survey "items/times/numbers/2" 1.5, |it| *it.items.get_mut("times")?.numbers.last_mut()? = 1.5;
            Survey "crosses/y/title" "改", |it| it.crosses.get_mut("y")?.title = "改".into();
            Survey "crosses/y/counts/1/2" 9, |it| *it.crosses.get_mut("y")?.counts.last_mut()?.last_mut()? = 9;
            Survey "paired/q/title" "改", |it| it.paired.get_mut("q")?.title = "改".into();
            Survey "paired/q/pairs/2" [1.5, 2.5], |it| *it.paired.get_mut("q")?.pairs.last_mut()? = (1.5, 2.5);
            Survey "rows/1" ["甲", "乙", "丙"], |it| *it.rows.last_mut()? = ["甲", "乙", "丙"].map(String::from).into();
            Survey "columns/2" "改", |it| *it.columns.last_mut()? = "改".into();
        },
        "document" => edits! {
            Document "title" "改", |it| it.title = "改".into();
            Document "keywords/2" "改", |it| *it.keywords.last_mut()? = "改".into();
            Document "fields/date" "改", |it| *it.fields.get_mut("date")? = "改".into();
            Document "sections/effects/1/text" "改", |it| it.sections.get_mut("effects")?.last_mut()?.text = "改".into();
            Document "sections/effects/1/sources/1/snapshot" "改",
                |it| it.sections.get_mut("effects")?.last_mut()?.sources.last_mut()?.snapshot = "改".into();
            Document "sections/moves/0/text" "改", |it| it.sections.get_mut("moves")?.last_mut()?.text = "改".into();
            Document "references/1/title" "改", |it| it.references.last_mut()?.title = "改".into();
            Document "references/1/authors/2" "改", |it| *it.references.last_mut()?.authors.last_mut()? = "改".into();
        },
        "template" => edits! {
            Template "name" "改", |it| it.name = "改".into();
            Template "length" [1, 2], |it| it.length = (1, 2);
            Template "header/1/label" "改", |it| it.header.last_mut()?.label = "改".into();
            Template "sections/1/share" [1, 2], |it| it.sections.last_mut()?.share = Some((1, 2));
        },
        "rules" => edits! {
            Rules "name" "改", |it| it.name = "改".into();
            Rules "checklist/2" "改", |it| *it.checklist.last_mut()? = "改".into();
            Rules "layout/line_multiple" 2.5, |it| it.layout.line_multiple = Some(2.5);
            Rules "layout/fonts/title/size" "五号", |it| it.layout.fonts.get_mut("title")?.size = "五号".into();
        },
        "version" => edits! {
            Version "note" "改", |it| it.note = "改".into();
        },
        "vehicle" => edits! {
            Vehicle "name" "改", |it| it.name = "改".into();
        },
        "term" => edits! {
            Term "number" 2, |it| it.number = 2;
        },
        "profile" => edits! {
            Profile "name" "改", |it| it.name = "改".into();
            Profile "classes/2" "改", |it| *it.classes.last_mut()? = "改".into();
        },
        "settings" => edits! {
            Settings "labels/turn" "改", |it| *it.labels.get_mut("turn")? = "改".into();
            Settings "themes/2" "改", |it| *it.themes.last_mut()? = "改".into();
        },
        "kind" => edits! {
            Kind "title" "改", |it| it.title = "改".into();
            Kind "label/zh-Hans" "改", |it| *it.label.get_mut("zh-Hans")? = "改".into();
            Kind "fields/1/from" "改", |it| it.fields.last_mut()?.from = "改".into();
            Kind "fields/1/choices/1/word" "改", |it| it.fields.last_mut()?.choices.last_mut()?.word = "改".into();
            Kind "stages/1/next/1" "改", |it| *it.stages.last_mut()?.next.last_mut()? = "改".into();
            Kind "report/part" "改", |it| it.report.part = "改".into();
        },
        kind => panic!("no edit of a {kind}"),
    }
}
