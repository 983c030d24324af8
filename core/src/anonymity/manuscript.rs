//! The anonymous rendering of a manuscript.

use super::Names;
use super::lines::{Line, joined, lines};
use super::names::PASSES;
use crate::catalog::Language;
use crate::manuscript::{Block, Byline, Inline, Manuscript};

/// The same manuscript without a byline and without what its words give away: in the text, in captions, cells,
/// footnotes, references, charts, and in the margins of the page.
///
/// A name that is half bold is still a name, and so is one that begins in one cell or paragraph and ends in the next. What needs
/// a person to decide stays: [`check`](super::check) names it.
pub fn anonymous(manuscript: &Manuscript, names: &Names, language: Language) -> Manuscript {
    let mut masked = Manuscript {
        byline: Byline::default(),
        ..manuscript.clone()
    };
    // What stood beside a name may only be seen once the name is gone.
    for _ in 0..PASSES {
        if !mask(&mut lines(&mut masked), names, language) {
            break;
        }
    }
    for piece in &mut masked.blocks {
        tidy(&mut piece.block);
    }
    masked
}

/// Takes out what is sure. Whether there was any.
fn mask(lines: &mut [Line<'_>], names: &Names, language: Language) -> bool {
    let whole = joined(lines);
    let hits = names.find_in(&whole, &super::check::references(lines));
    let hits: Vec<_> = hits
        .into_iter()
        .filter_map(|hit| Some((hit.instead(language)?, hit.at)))
        .collect();
    let mut start = 0;
    for line in lines {
        for piece in &mut line.pieces {
            let Some(text) = piece else {
                start += 1;
                continue;
            };
            let end = start + text.len();
            let mut kept = String::new();
            let mut at = start;
            for (instead, hit) in hits.iter().filter(|(_, hit)| hit.start < end && start < hit.end) {
                kept.push_str(whole.get(at..hit.start.max(at)).unwrap_or_default());
                // What stands for the name stands where the name began.
                if hit.start >= start {
                    kept.push_str(instead);
                }
                at = hit.end.min(end);
            }
            if at > start {
                kept.push_str(whole.get(at..end).unwrap_or_default());
                **text = kept;
            }
            start = end;
        }
        start += 1;
    }
    !hits.is_empty()
}

/// Drops the runs of which nothing is left.
fn tidy(block: &mut Block) {
    match block {
        Block::Heading(_, runs) | Block::Attached(runs) | Block::Paragraph(runs) => tidy_runs(runs),
        Block::List(_, items) => items.iter_mut().flatten().for_each(tidy),
        Block::Quote(blocks) => blocks.iter_mut().for_each(tidy),
        Block::Table(table) => std::iter::once(&mut table.head)
            .chain(&mut table.rows)
            .flatten()
            .for_each(tidy_runs),
        Block::Code(_) | Block::Figure(_) | Block::Chart(..) | Block::Rule => {}
    }
}

fn tidy_runs(runs: &mut Vec<Inline>) {
    runs.retain_mut(|run| match run {
        Inline::Text(text, _) | Inline::Citation(text) => !text.is_empty(),
        Inline::Note(note) => {
            tidy_runs(note);
            true
        }
        Inline::Picture(..) | Inline::Break => true,
    });
}
