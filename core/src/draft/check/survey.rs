//! What goes wrong in a survey.

use super::figures::{percents, sum_is_off};
use super::words::{CAUSES, ISSUED, QUESTIONNAIRE, RELATED, RETURNED, SEVERAL, SUMS, VALID, first, holds};
use super::{CheckContext, DiagnosticCode};
use crate::draft::length::is_chart;
use crate::draft::numbering::named;
use crate::draft::place::Place;
use crate::text::markdown::{Block, Node, parse, plain};

impl CheckContext<'_> {
    pub(super) fn survey(&mut self) {
        let names = self.section_names();
        let all = names
            .iter()
            .map(|name| self.printed(name))
            .collect::<Vec<_>>()
            .join("\n");
        let method = self.printed("method");
        let by_questionnaire = holds(&all, QUESTIONNAIRE);
        if by_questionnaire && !method.trim().is_empty() {
            let asked = [
                (ISSUED, DiagnosticCode::IssuedMissing),
                (RETURNED, DiagnosticCode::ReturnedMissing),
                (VALID, DiagnosticCode::ValidMissing),
            ];
            for (_, fault) in asked.into_iter().filter(|(words, _)| !holds(&method, words)) {
                self.find_in(fault, "method", &[]);
            }
        }
        if by_questionnaire && self.template.section("appendix").is_some() && self.length.of("appendix") == 0 {
            self.find_in(DiagnosticCode::NoQuestionnaire, "appendix", &[]);
        }
        self.design();
        for name in names {
            self.sums(name);
            self.causes(name);
            self.unread(name);
        }
    }

    /// Shares named one after another in a sentence, and in the columns of a table.
    fn sums(&mut self, section: &str) {
        let document = self.document;
        let Some((section, _)) = document.sections.get_key_value(section) else {
            return;
        };
        for sentence in self.sentences(section) {
            if sentence.text.trim_start().starts_with('|') || holds(sentence.text, SEVERAL) {
                continue;
            }
            let end = first(sentence.text, SUMS).map_or(sentence.text.len(), |(at, _)| at);
            let list = sentence.text.get(..end).unwrap_or_default();
            let shares: Vec<_> = percents(list).into_iter().map(|(value, ..)| value).collect();
            let together = list.matches(['、', '；', ';', ',']).count();
            // Each of its own total, one after another in time: 由40本中12本（30.0%）增加到38本中31本（81.6%）.
            let own = list.matches("中").count().max(list.matches(" of ").count());
            if together + 1 >= shares.len()
                && own < shares.len()
                && let Some(sum) = sum_is_off(&shares)
            {
                self.find(DiagnosticCode::SharesDoNotAddUp, sentence.whole(), &[("sum", &sum)]);
            }
        }
        for (passage, it) in document.section(section).iter().enumerate() {
            if holds(&it.text, SEVERAL) {
                continue;
            }
            for shares in parse(&it.text).nodes.iter().flat_map(columns) {
                if let Some(sum) = sum_is_off(&shares) {
                    let place = Place::Passage(section.clone(), passage);
                    self.find(DiagnosticCode::SharesDoNotAddUp, place, &[("sum", &sum)]);
                }
            }
        }
    }

    /// Words of cause in a sentence with a share or a comparison, or right after one.
    fn causes(&mut self, section: &str) {
        let document = self.document;
        let Some((section, _)) = document.sections.get_key_value(section) else {
            return;
        };
        let sentences = self.sentences(section);
        let is_figure = |text: &str| !percents(text).is_empty() || holds(text, RELATED);
        for (at, sentence) in sentences.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| sentences.get(at));
            let before = before.filter(|before| before.passage == sentence.passage);
            let near = is_figure(sentence.text) || before.is_some_and(|before| is_figure(before.text));
            if let Some((from, to)) = first(sentence.text, CAUSES).filter(|_| near) {
                let word = sentence.text.get(from..to).unwrap_or_default().trim();
                self.find(
                    DiagnosticCode::CausalWords,
                    sentence.place(from, to),
                    &[("word", &word)],
                );
            }
        }
    }

    /// Tables and charts that no paragraph follows, and none before them names.
    fn unread(&mut self, section: &str) {
        let mut nodes = Vec::new();
        for (passage, it) in self.passages(section).iter().enumerate() {
            nodes.extend(parse(&it.text).nodes.into_iter().map(|node| (passage, node)));
        }
        let is_shown = |node: &Node| match node {
            Node::Block(Block::Table, _) => true,
            Node::Block(Block::Code(info), _) => is_chart(info),
            _ => false,
        };
        for (at, (passage, node)) in nodes.iter().enumerate() {
            let reads = |node: &Node| match node {
                Node::Block(Block::Paragraph, children) => !is_caption(children),
                Node::Block(Block::List(_) | Block::Quote, _) => true,
                _ => false,
            };
            let read = nodes.get(at + 1).is_some_and(|(_, next)| reads(next));
            let before = nodes.get(..at).unwrap_or_default().iter().rev();
            let told = before
                .map(|(_, node)| node)
                .find(|node| !matches!(node, Node::Block(Block::Paragraph, children) if is_caption(children)))
                .is_some_and(|node| reads(node) && !named(&words(node)).is_empty());
            if is_shown(node) && !read && !told {
                self.find(
                    DiagnosticCode::UnreadTable,
                    Place::Passage(section.into(), *passage),
                    &[],
                );
            }
        }
    }
}

/// The paragraph before a table that names it.
fn is_caption(children: &[Node]) -> bool {
    let Some(Node::Text(text)) = children.first() else {
        return false;
    };
    ["表：", "Table:"].iter().any(|sign| text.starts_with(sign))
}

/// The percentages of each column of a table, without the row of sums.
fn columns(node: &Node) -> Vec<Vec<f64>> {
    let Node::Block(Block::Table, rows) = node else {
        return Vec::new();
    };
    let mut columns: Vec<Vec<f64>> = Vec::new();
    for row in rows {
        let Node::Block(Block::Row(false), cells) = row else {
            continue;
        };
        let cells: Vec<_> = cells.iter().map(words).collect();
        if cells.first().is_some_and(|cell| holds(cell, SUMS)) {
            continue;
        }
        for (at, cell) in cells.iter().enumerate() {
            if columns.len() <= at {
                columns.resize_with(at + 1, Vec::new);
            }
            let share = percents(cell).first().map(|(value, ..)| *value);
            if let (Some(share), Some(column)) = (share, columns.get_mut(at)) {
                column.push(share);
            }
        }
    }
    columns
}

fn words(node: &Node) -> String {
    match node {
        Node::Text(text) | Node::Code(text) => plain(text),
        Node::Block(_, children) => children.iter().map(words).collect(),
        _ => String::new(),
    }
}
