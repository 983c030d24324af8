//! A two-way table, in words, as a table and as a chart.

use super::{SurveyResult, capital};
use crate::catalog::{Language, Words, words::survey::said};
use crate::chart::{Chart, ChartKind};
use crate::survey::cross::{CrossTab, Gap};
use crate::survey::table::{caption, literal, say, table};

/// What a two-way table came to.
pub(super) fn finding(part: String, crossing: &CrossTab, language: Language) -> SurveyResult {
    let gap = crossing.widest();
    let told = Told {
        crossing,
        language,
        associated: crossing.is_associated(),
        column: gap.as_ref().map_or(0, |gap| gap.column),
    };
    let apart = gap.as_ref().map(|gap| told.apart(gap)).unwrap_or_default();
    let (headline, sentence) = told.sentence(&apart);
    SurveyResult {
        part,
        called: crossing.title.clone(),
        headline: capital(headline, language),
        sentence: capital(sentence, language),
        quotes: String::new(),
        brief: told.brief(),
        people: crossing.people(),
        weight: gap.filter(|_| told.associated == Some(true)).map_or(0, |gap| gap.apart),
        table: told.table(),
        chart: Some(told.chart()),
    }
}

struct Told<'c> {
    crossing: &'c CrossTab,
    language: Language,
    /// Whether the two go together; `None` where there are too few people to tell.
    associated: Option<bool>,
    /// Of each row the column in which they differ most: all of them stand in the table.
    column: usize,
}

impl Told<'_> {
    fn say(&self, piece: Words, slots: &[(&str, &dyn std::fmt::Display)]) -> String {
        say(piece, self.language, slots)
    }

    fn choice(&self) -> &str {
        self.crossing.columns.get(self.column).map_or("", String::as_str)
    }

    /// By how many percentage points the furthest rows differ.
    fn apart(&self, gap: &Gap) -> String {
        let share = |row| self.crossing.share(row, gap.column);
        let points = share(gap.high).points_since(share(gap.low));
        points.unwrap_or_default().replace('+', "")
    }

    /// What each row with people in it says.
    fn each(&self, piece: Words) -> Vec<String> {
        let rows = self.crossing.rows.iter().enumerate();
        let rows = rows.filter(|(_, (_, people, _))| *people > 0);
        let said = rows.map(|(at, (row, _, _))| {
            let share = self.crossing.share(at, self.column);
            let slots: &[(&str, &dyn std::fmt::Display)] = &[
                ("row", &literal(row)),
                ("n", &share.of),
                ("k", &share.count),
                ("p", &share.percent()),
                ("choice", &literal(self.choice())),
            ];
            self.say(piece, slots)
        });
        said.collect()
    }

    /// The heading and the sentence.
    fn sentence(&self, apart: &str) -> (String, String) {
        let (ending, headline) = match self.associated {
            Some(true) => (said::CROSS_END, said::HEAD_APART),
            Some(false) => (said::CROSS_ALIKE, said::HEAD_ALIKE),
            None => (said::CROSS_FEW, said::NAME_BARE),
        };
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("name", &literal(&self.crossing.title)),
            ("d", &apart),
            ("choice", &literal(self.choice())),
        ];
        let rows = self.each(said::CROSS_ROW).join(&self.say(said::SEMICOLON, &[]));
        let sentence = rows + &self.say(ending, slots) + &self.say(said::STOP, &[]);
        (self.say(headline, slots), sentence)
    }

    fn brief(&self) -> String {
        let brief = self.each(said::BRIEF_ROW).join(&self.say(said::COMMA, &[]));
        // Two shares side by side must not look like a difference.
        match self.associated {
            Some(true) => brief,
            Some(false) => brief + &self.say(said::BRIEF_ALIKE, &[]),
            None => brief + &self.say(said::BRIEF_FEW, &[]),
        }
    }

    fn table(&self) -> String {
        let crossing = self.crossing;
        let total = self.say(said::PEOPLE, &[]);
        let mut head = vec![""];
        head.extend(crossing.columns.iter().map(String::as_str));
        head.push(&total);
        let lines = crossing.rows.iter().enumerate().map(|(at, (row, people, counts))| {
            let cells = (0..counts.len()).map(|column| {
                let share = crossing.share(at, column);
                self.say(said::COUNT_SHARE, &[("k", &share.count), ("p", &share.percent())])
            });
            let ends = [people.to_string()];
            std::iter::once(row.clone()).chain(cells).chain(ends).collect()
        });
        let lines: Vec<Vec<String>> = lines.collect();
        let caption = caption(&crossing.title, crossing.people(), self.language);
        table(&caption, &head, &lines, &self.note())
    }

    fn note(&self) -> String {
        let note = match self.associated {
            Some(true) => said::CROSS_NOTE,
            _ => said::CROSS_NOTE_PLAIN,
        };
        let mut note = self.say(note, &[]);
        if self.crossing.is_thin() {
            note.push_str(&self.say(said::THIN_NOTE, &[]));
        }
        note
    }

    fn chart(&self) -> Chart {
        let crossing = self.crossing;
        let bands = crossing.rows.iter().enumerate().map(|(at, (row, n, counts))| {
            let percents = (0..counts.len()).map(|column| crossing.share(at, column).percent().parse().ok());
            let people = self.say(said::DRAWN, &[("name", &""), ("n", n)]);
            (format!("{row}{people}"), percents.collect())
        });
        Chart {
            kind: ChartKind::Stacked,
            caption: self.say(said::DRAWN, &[("name", &crossing.title), ("n", &crossing.people())]),
            unit: "%".into(),
            series: crossing.columns.clone(),
            rows: bands.collect(),
        }
    }
}
