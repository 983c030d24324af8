//! The manuscript as plain text.

use super::{Block, Byline, Inline, Manuscript, Numbers, Table, words};
use crate::catalog::{Language, ManuscriptLabel, mark};
use crate::chart::Chart;

impl Byline {
    /// Its lines, the units before the name.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let lines = self.unit.iter().map(String::as_str).chain([self.name.as_str()]);
        lines.map(str::trim).filter(|line| !line.is_empty())
    }
}

impl Manuscript {
    /// Plain text, a line per paragraph. Pictures are their captions; footnotes stand at the end.
    pub fn plain(&self, language: Language) -> String {
        let mut plain = Plain {
            language,
            numbers: Numbers::default(),
            notes: Vec::new(),
            text: String::new(),
        };
        let say = |word| mark(word).in_(language);
        plain.line(&self.title);
        if !self.subtitle.is_empty() {
            plain.line(&format!("——{}", self.subtitle));
        }
        for line in self.byline.lines() {
            plain.line(line);
        }
        if !self.summary.is_empty() {
            plain.line(&format!(
                "{}{}{}",
                say(ManuscriptLabel::Summary),
                say(ManuscriptLabel::Colon),
                self.summary
            ));
        }
        if !self.keywords.is_empty() {
            let keywords = self.keywords.join(say(ManuscriptLabel::Between));
            plain.line(&format!(
                "{}{}{keywords}",
                say(ManuscriptLabel::Keywords),
                say(ManuscriptLabel::Colon)
            ));
        }
        for piece in &self.blocks {
            plain.block(&piece.block, 0);
        }
        let notes = std::mem::take(&mut plain.notes);
        if !notes.is_empty() {
            plain.line(say(ManuscriptLabel::Notes));
        }
        for (at, note) in notes.iter().enumerate() {
            plain.line(&format!("[^{}] {note}", at + 1));
        }
        if !self.references.is_empty() {
            plain.line(say(ManuscriptLabel::References));
        }
        for (at, reference) in self.references.iter().enumerate() {
            plain.line(&format!("[{}] {reference}", at + 1));
        }
        plain.text
    }
}

struct Plain {
    language: Language,
    numbers: Numbers,
    notes: Vec<String>,
    text: String,
}

impl Plain {
    fn line(&mut self, line: &str) {
        if !line.is_empty() {
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    fn runs(&mut self, runs: &[Inline]) -> String {
        let mut text = String::new();
        for run in runs {
            match run {
                Inline::Note(note) => {
                    self.notes.push(words(note));
                    text.push_str(&format!("[^{}]", self.notes.len()));
                }
                other => text.push_str(&words(std::slice::from_ref(other))),
            }
        }
        text
    }

    fn block(&mut self, block: &Block, depth: usize) {
        let indent = "  ".repeat(depth);
        match block {
            Block::Heading(level, runs) => {
                let number = self.numbers.next(*level, self.language);
                let text = self.runs(runs);
                self.line(&format!("{number}{text}"));
            }
            Block::Attached(runs) => {
                self.numbers.attach();
                let text = self.runs(runs);
                self.line(&text);
            }
            Block::Paragraph(runs) => {
                let text = self.runs(runs);
                self.line(&format!("{indent}{text}"));
            }
            Block::List(first, items) => self.list(*first, items, depth),
            Block::Quote(blocks) => {
                for block in blocks {
                    self.block(block, depth + 1);
                }
            }
            Block::Code(text) => self.line(text),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => {
                if figure.pictures.is_empty() {
                    self.line(mark(ManuscriptLabel::Withheld).in_(self.language));
                }
                self.figure(figure.number, &figure.caption);
            }
            Block::Chart(number, chart) => {
                self.figure(*number, &chart.caption);
                self.values(chart);
            }
            Block::Rule => self.line("————"),
        }
    }

    /// A list, numbered from its first if it has one.
    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>], depth: usize) {
        let indent = "  ".repeat(depth);
        let mut number = first;
        for item in items {
            let sign = number.map_or_else(|| "·".to_owned(), |number| format!("{number}."));
            number = number.map(|number| number.saturating_add(1));
            let mut blocks = item.iter();
            let head = match blocks.as_slice().first() {
                Some(Block::Paragraph(runs)) => {
                    blocks.next();
                    self.runs(runs)
                }
                _ => String::new(),
            };
            self.line(&format!("{indent}{sign} {head}"));
            for block in blocks {
                self.block(block, depth + 1);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let caption = format!(
            "{}{}　{}",
            mark(ManuscriptLabel::Table).in_(self.language),
            table.number,
            table.caption
        );
        self.line(caption.trim_end());
        for row in std::iter::once(&table.head).chain(&table.rows) {
            let cells: Vec<String> = row.iter().map(|cell| self.runs(cell)).collect();
            self.line(&cells.join("\t"));
        }
    }

    /// What a chart draws, in rows.
    fn values(&mut self, chart: &Chart) {
        self.line(&format!("{}\t{}", chart.unit, chart.series.join("\t")));
        for (name, values) in &chart.rows {
            let values = values
                .iter()
                .map(|value| value.map(|value| value.to_string()).unwrap_or_default());
            self.line(&format!("{name}\t{}", values.collect::<Vec<_>>().join("\t")));
        }
    }

    fn figure(&mut self, number: usize, caption: &str) {
        let line = format!(
            "{}{number}　{caption}",
            mark(ManuscriptLabel::Figure).in_(self.language)
        );
        self.line(line.trim_end());
    }
}
