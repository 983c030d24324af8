//! The anonymous rendering of a manuscript.

use super::Names;
use crate::catalog::Language;
use crate::manuscript::{Block, Byline, Manuscript, Piece, Run, Table, word};

/// The same manuscript without a byline and without what its words give away: in the text, in captions, cells,
/// footnotes, references, charts, and in the margins of the page.
///
/// A name that is half bold is still a name: words are read across runs. What needs a person to decide stays:
/// [`check`](super::check) names it.
pub fn anonymous(manuscript: &Manuscript, names: &Names, language: Language) -> Manuscript {
    let mask = Mask { names, language };
    let blocks = manuscript.blocks.iter().map(|piece| Piece {
        section: piece.section.clone(),
        passage: piece.passage,
        block: mask.block(&piece.block),
    });
    Manuscript {
        title: mask.text(&manuscript.title),
        subtitle: mask.text(&manuscript.subtitle),
        byline: Byline::default(),
        summary: mask.text(&manuscript.summary),
        keywords: manuscript.keywords.iter().map(|word| mask.text(word)).collect(),
        blocks: blocks.collect(),
        references: manuscript.references.iter().map(|text| mask.text(text)).collect(),
        corner: mask.text(&manuscript.corner),
        header: mask.text(&manuscript.header),
    }
}

struct Mask<'a> {
    names: &'a Names,
    language: Language,
}

impl Mask<'_> {
    fn text(&self, text: &str) -> String {
        self.names.mask(text, self.language)
    }

    fn block(&self, block: &Block) -> Block {
        match block {
            Block::Heading(level, runs) => Block::Heading(*level, self.runs(runs)),
            Block::Paragraph(runs) => Block::Paragraph(self.runs(runs)),
            Block::List(first, items) => {
                let items = items.iter().map(|item| self.blocks(item));
                Block::List(*first, items.collect())
            }
            Block::Quote(blocks) => Block::Quote(self.blocks(blocks)),
            Block::Code(text) => Block::Code(self.text(text)),
            Block::Table(table) => {
                let row = |row: &Vec<Vec<Run>>| row.iter().map(|cell| self.runs(cell)).collect();
                Block::Table(Table {
                    number: table.number,
                    caption: self.text(&table.caption),
                    head: row(&table.head),
                    rows: table.rows.iter().map(row).collect(),
                    aligns: table.aligns.clone(),
                })
            }
            Block::Figure(figure) => {
                let mut figure = figure.clone();
                figure.caption = self.text(&figure.caption);
                Block::Figure(figure)
            }
            Block::Chart(number, chart) => {
                let mut chart = chart.clone();
                chart.caption = self.text(&chart.caption);
                chart.unit = self.text(&chart.unit);
                for name in chart
                    .series
                    .iter_mut()
                    .chain(chart.rows.iter_mut().map(|(name, _)| name))
                {
                    *name = self.text(name);
                }
                Block::Chart(*number, chart)
            }
            Block::Rule => Block::Rule,
        }
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    /// Runs without names, also without those that stand partly in one run and partly in the next.
    fn runs(&self, runs: &[Run]) -> Vec<Run> {
        let whole: String = runs.iter().map(word).collect();
        let hits = self.names.find(&whole);
        let mut masked = Vec::with_capacity(runs.len());
        let mut from = 0;
        for run in runs {
            let text = word(run);
            let (start, end) = (from, from + text.len());
            from = end;
            let mut kept = String::new();
            let mut at = start;
            for hit in hits.iter().filter(|hit| hit.at.start < end && start < hit.at.end) {
                let Some(instead) = hit.instead(self.language) else {
                    continue;
                };
                kept.push_str(whole.get(at..hit.at.start.max(at)).unwrap_or_default());
                // What stands for the name stands where the name began.
                if hit.at.start >= start {
                    kept.push_str(instead);
                }
                at = hit.at.end.min(end);
            }
            kept.push_str(whole.get(at..end).unwrap_or_default());
            match run {
                Run::Text(_, look) if !kept.is_empty() => masked.push(Run::Text(kept, *look)),
                Run::Citation(_) if !kept.is_empty() => masked.push(Run::Citation(kept)),
                Run::Note(note) => masked.push(Run::Note(self.runs(note))),
                Run::Break => masked.push(Run::Break),
                Run::Text(..) | Run::Citation(_) => {}
            }
        }
        masked
    }
}
