//! The manuscript as Markdown.

use super::{Block, Inline, Manuscript, Numbers, Table, TextStyle};
use crate::catalog::{Language, ManuscriptLabel, mark};
use crate::chart::Chart;
use crate::id::BlobId;
use crate::text::markdown::Align;

impl Manuscript {
    /// Markdown that reads the same everywhere: numbers are written out, charts are tables, footnotes stand at
    /// the end. `address` says where a picture is, relative to the file; a picture it does not know is its caption.
    pub fn markdown(&self, language: Language, address: &dyn Fn(BlobId) -> Option<String>) -> String {
        let say = |word| mark(word).in_(language);
        let mut writer = Writer {
            language,
            address,
            numbers: Numbers::default(),
            notes: Vec::new(),
        };
        let mut parts = vec![format!("# {}", escape(&self.title))];
        if !self.subtitle.is_empty() {
            parts.push(format!("——{}", escape(&self.subtitle)));
        }
        parts.extend(self.byline.lines().map(escape));
        if !self.summary.is_empty() {
            let summary = escape(&self.summary);
            parts.push(format!(
                "**{}{}**{summary}",
                say(ManuscriptLabel::Summary),
                say(ManuscriptLabel::Colon)
            ));
        }
        if !self.keywords.is_empty() {
            let keywords = escape(&self.keywords.join(say(ManuscriptLabel::Between)));
            parts.push(format!(
                "**{}{}**{keywords}",
                say(ManuscriptLabel::Keywords),
                say(ManuscriptLabel::Colon)
            ));
        }
        parts.extend(self.blocks.iter().map(|piece| writer.block(&piece.block)));
        let notes = writer.notes.iter().enumerate();
        parts.extend(notes.map(|(at, note)| format!("[^{}]: {note}", at + 1)));
        if !self.references.is_empty() {
            parts.push(format!("## {}", say(ManuscriptLabel::References)));
        }
        let references = self.references.iter().enumerate();
        parts.extend(references.map(|(at, reference)| format!("\\[{}] {}", at + 1, escape(reference))));
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n") + "\n"
    }
}

struct Writer<'a> {
    language: Language,
    address: &'a dyn Fn(BlobId) -> Option<String>,
    numbers: Numbers,
    notes: Vec<String>,
}

impl Writer<'_> {
    fn runs(&mut self, runs: &[Inline]) -> String {
        let mut text = String::new();
        for run in runs {
            match run {
                Inline::Text(words, look) => text.push_str(&marked(words, *look)),
                Inline::Citation(words) => text.push_str(&escape(words)),
                Inline::Note(note) => {
                    let note = self.runs(note);
                    self.notes.push(note);
                    text.push_str(&format!("[^{}]", self.notes.len()));
                }
                Inline::Picture(blob, words) => match (self.address)(*blob) {
                    Some(address) => text.push_str(&format!("![{}]({address})", escape(words))),
                    None => text.push_str(&escape(words)),
                },
                Inline::Break => text.push_str("\\\n"),
            }
        }
        text
    }

    fn blocks(&mut self, blocks: &[Block]) -> String {
        let parts: Vec<String> = blocks.iter().map(|block| self.block(block)).collect();
        parts.join("\n\n")
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Heading(level, runs) => {
                let number = self.numbers.next(*level, self.language);
                // A heading is one line.
                let words = self.runs(runs).replace("\\\n", " ");
                format!("{} {number}{words}", "#".repeat(usize::from(*level) + 1))
            }
            Block::Attached(runs) => {
                self.numbers.attach();
                format!("## {}", self.runs(runs).replace("\\\n", " "))
            }
            Block::Paragraph(runs) => self.runs(runs),
            Block::List(first, items) => self.list(*first, items),
            Block::Quote(blocks) => format!("> {}", self.blocks(blocks).replace('\n', "\n> ")),
            Block::Code(text) => {
                let longest = text
                    .split(|character| character != '`')
                    .map(str::len)
                    .max()
                    .unwrap_or(0);
                let fence = "`".repeat(longest.max(2) + 1);
                format!("{fence}\n{text}\n{fence}")
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => {
                let caption = self.caption(ManuscriptLabel::Figure, figure.number, &figure.caption);
                let shown = figure.pictures.iter().filter_map(|blob| (self.address)(*blob));
                let shown: Vec<_> = shown.map(|address| format!("![{caption}]({address})")).collect();
                if figure.pictures.is_empty() {
                    format!("{}\n\n{caption}", mark(ManuscriptLabel::Withheld).in_(self.language))
                } else if shown.is_empty() {
                    caption
                } else {
                    format!("{}\n\n{caption}", shown.join(" "))
                }
            }
            Block::Chart(number, chart) => {
                let caption = self.caption(ManuscriptLabel::Figure, *number, &chart.caption);
                format!("{}\n\n{caption}", values_of(chart))
            }
            Block::Rule => "---".to_owned(),
        }
    }

    /// A list, numbered from its first if it has one.
    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>]) -> String {
        let mut number = first;
        let mut lines = Vec::new();
        for item in items {
            let sign = number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
            number = number.map(|number| number.saturating_add(1));
            let text = self.blocks(item);
            lines.push(format!(
                "{sign}{}",
                text.replace('\n', &format!("\n{}", " ".repeat(sign.len())))
            ));
        }
        lines.join("\n")
    }

    fn caption(&self, word: ManuscriptLabel, number: usize, caption: &str) -> String {
        let caption = format!("{}{number} {}", mark(word).in_(self.language), escape(caption));
        caption.trim_end().to_owned()
    }

    fn table(&mut self, table: &Table) -> String {
        let head: Vec<String> = table.head.iter().map(|cell| self.runs(cell)).collect();
        let rows = table
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| self.runs(cell)).collect());
        let rows: Vec<Vec<String>> = rows.collect();
        let caption = self.caption(ManuscriptLabel::Table, table.number, &table.caption);
        format!("{caption}\n\n{}", grid(&head, &rows, &table.aligns))
    }
}

/// What a chart draws, as a table.
fn values_of(chart: &Chart) -> String {
    let head = std::iter::once(&chart.unit).chain(&chart.series);
    let value = |value: &Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let rows = chart
        .rows
        .iter()
        .map(|(name, values)| std::iter::once(escape(name)).chain(values.iter().map(value)).collect());
    let rows: Vec<Vec<String>> = rows.collect();
    grid(&head.map(|name| escape(name)).collect::<Vec<_>>(), &rows, &[])
}

fn grid(head: &[String], rows: &[Vec<String>], aligns: &[Align]) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| cell.replace('|', "\\|").replace('\n', " "))
            .collect();
        format!("| {} |", cells.join(" | "))
    };
    let columns = head.len().max(1);
    let under = (0..columns).map(|at| match aligns.get(at) {
        Some(Align::Left) => ":--".to_owned(),
        Some(Align::Centre) => ":-:".to_owned(),
        Some(Align::Right) => "--:".to_owned(),
        _ => "---".to_owned(),
    });
    let mut lines = vec![line(head), line(&under.collect::<Vec<_>>())];
    lines.extend(rows.iter().map(|row| line(row)));
    lines.join("\n")
}

/// Words between their marks. White space at the edges stays outside, where emphasis would not open.
fn marked(words: &str, look: TextStyle) -> String {
    let (start, end) = (words.trim_start(), words.trim_end());
    let before = words.get(..words.len() - start.len()).unwrap_or_default();
    let after = words.get(end.len()..).unwrap_or_default();
    let inner = escape(words.trim());
    if inner.is_empty() {
        return words.to_owned();
    }
    let bold = if look.bold { "**" } else { "" };
    let emphasis = if look.emphasis { "*" } else { "" };
    let struck = if look.struck { "~~" } else { "" };
    format!("{before}{struck}{bold}{emphasis}{inner}{emphasis}{bold}{struck}{after}")
}

/// Words as Markdown that shows exactly them.
fn escape(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut at_start = true;
    for character in words.chars() {
        let begins = at_start && matches!(character, '#' | '>' | '+' | '-' | '=');
        if begins || matches!(character, '\\' | '`' | '*' | '_' | '[' | '<' | '&' | '~') {
            text.push('\\');
        }
        text.push(character);
        at_start = character == '\n';
    }
    // `1.` at the beginning would open a list.
    let figures = text.chars().take_while(char::is_ascii_digit).count();
    if figures > 0 && text.get(figures..).is_some_and(|rest| rest.starts_with(['.', ')'])) {
        text.insert(figures, '\\');
    }
    text
}
