//! From a document's Markdown to blocks.

use std::collections::{BTreeMap, BTreeSet};

use super::attached::attach;
use super::inline::{Ground, marks, take_notes};
use super::number::bare;
use super::{Block, Figure, Inline, PlacedBlock, Table, TextStyle, words};
use crate::chart::Chart;
use crate::record::Document;
use crate::text::markdown::{Block as Mark, Node, parse};

/// How the paragraph that is a table's caption begins.
const CAPTIONS: [&str; 4] = ["表：", "表:", "Table: ", "Table："];

/// Every block of these sections in order.
pub(super) fn pieces(document: &Document, sections: &[(String, String)], references: usize) -> Vec<PlacedBlock> {
    let all = sections.iter().flat_map(|(name, _)| document.section(name));
    let marked: BTreeSet<_> = all.flat_map(|passage| marks(&passage.text)).collect();
    let mut notes = BTreeMap::new();
    let mut texts = Vec::new();
    // All footnotes first: the words of one may stand in a later passage than its mark.
    for (name, heading) in sections {
        let passages = document.section(name).iter();
        let passages: Vec<_> = passages.map(|passage| take_notes(&passage.text, &marked)).collect();
        for (name, words) in passages.iter().flat_map(|(_, own)| own) {
            notes.entry(name.clone()).or_insert_with(|| words.clone());
        }
        if passages.iter().any(|(text, _)| !text.trim().is_empty()) {
            texts.push((name, heading, passages));
        }
    }
    let mut reader = Reader {
        ground: Ground {
            own: BTreeMap::new(),
            notes,
            references,
        },
        tables: 0,
        figures: 0,
    };
    let mut pieces = Vec::new();
    for (section, heading, passages) in texts {
        let piece = |passage, block| PlacedBlock {
            section: section.clone(),
            passage,
            block,
        };
        if !heading.trim().is_empty() {
            let runs = vec![Inline::Text(heading.trim().to_owned(), TextStyle::default())];
            pieces.push(piece(None, Block::Heading(1, runs)));
        }
        for (at, (text, own)) in passages.into_iter().enumerate() {
            reader.ground.own = own;
            let blocks = reader.blocks(&parse(&text).nodes);
            pieces.extend(blocks.into_iter().map(|block| piece(Some(at), block)));
        }
    }
    attach(pieces)
}

struct Reader {
    ground: Ground,
    tables: usize,
    figures: usize,
}

impl Reader {
    fn blocks(&mut self, nodes: &[Node]) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        // Words directly in an item, without a paragraph around them.
        let mut line: Vec<Node> = Vec::new();
        for node in nodes {
            let block = match node {
                Node::Block(
                    Mark::Paragraph
                    | Mark::Heading(_)
                    | Mark::Quote
                    | Mark::Code(_)
                    | Mark::List(_)
                    | Mark::Table
                    | Mark::Item
                    | Mark::Row(_)
                    | Mark::Cell(..),
                    _,
                )
                | Node::Rule => node,
                inline => {
                    line.push(inline.clone());
                    continue;
                }
            };
            self.line(&mut line, &mut blocks);
            self.block(block, &mut blocks);
        }
        self.line(&mut line, &mut blocks);
        blocks
    }

    fn line(&mut self, line: &mut Vec<Node>, blocks: &mut Vec<Block>) {
        if !line.is_empty() {
            self.paragraph(&std::mem::take(line), blocks);
        }
    }

    fn block(&mut self, node: &Node, blocks: &mut Vec<Block>) {
        let Node::Block(mark, children) = node else {
            blocks.push(Block::Rule);
            return;
        };
        match mark {
            Mark::Heading(level) => blocks.push(Block::Heading((*level).clamp(2, 4), self.heading(children))),
            Mark::Quote => {
                let inner = self.blocks(children);
                blocks.push(Block::Quote(inner));
            }
            Mark::Code(info) => {
                let text = source(children);
                match Chart::read(info, &text) {
                    Some(chart) => {
                        self.figures += 1;
                        blocks.push(Block::Chart(self.figures, chart));
                    }
                    None => blocks.push(Block::Code(text.trim_end().to_owned())),
                }
            }
            Mark::List(first) => {
                let items = children.iter().filter_map(|item| match item {
                    Node::Block(_, children) => Some(self.blocks(children)),
                    _ => None,
                });
                let items = items.collect();
                blocks.push(Block::List(*first, items));
            }
            Mark::Table => {
                let caption = caption(blocks).unwrap_or_default();
                let table = self.table(caption, children);
                blocks.push(Block::Table(table));
            }
            _ => self.paragraph(children, blocks),
        }
    }

    /// A paragraph; pictures that stand alone in it are figures.
    fn paragraph(&mut self, nodes: &[Node], blocks: &mut Vec<Block>) {
        let pictures = nodes
            .iter()
            .map(|node| match node {
                Node::Picture(blob, caption) => Some(Some((*blob, caption))),
                Node::Break => Some(None),
                Node::Text(text) if text.trim().is_empty() => Some(None),
                _ => None,
            })
            .collect::<Option<Vec<_>>>();
        match pictures {
            Some(pictures) => {
                let mut before: Option<Figure> = None;
                for (blob, caption) in pictures.into_iter().flatten() {
                    match &mut before {
                        // One without words of its own belongs to the picture before it.
                        Some(figure) if caption.trim().is_empty() => figure.pictures.push(blob),
                        _ => {
                            self.figures += 1;
                            blocks.extend(before.take().map(Block::Figure));
                            before = Some(Figure {
                                number: self.figures,
                                pictures: vec![blob],
                                caption: caption.trim().to_owned(),
                            });
                        }
                    }
                }
                blocks.extend(before.map(Block::Figure));
            }
            None => blocks.push(Block::Paragraph(self.ground.runs(nodes))),
        }
    }

    fn heading(&self, nodes: &[Node]) -> Vec<Inline> {
        let mut runs = self.ground.runs(nodes);
        if let Some(Inline::Text(text, _)) = runs.first_mut() {
            *text = bare(text).to_owned();
        }
        runs
    }

    fn table(&mut self, caption: String, rows: &[Node]) -> Table {
        self.tables += 1;
        let mut table = Table {
            number: self.tables,
            caption,
            ..Table::default()
        };
        for row in rows {
            let Node::Block(Mark::Row(head), cells) = row else {
                continue;
            };
            let mut line = Vec::new();
            for cell in cells {
                if let Node::Block(Mark::Cell(_, align), inline) = cell {
                    if *head {
                        table.aligns.push(*align);
                    }
                    line.push(self.ground.runs(inline));
                }
            }
            if *head {
                table.head = line;
            } else {
                table.rows.push(line);
            }
        }
        table
    }
}

/// Takes the caption of the table that comes next, if the last block is one.
fn caption(blocks: &mut Vec<Block>) -> Option<String> {
    let Some(Block::Paragraph(runs)) = blocks.last() else {
        return None;
    };
    let text = words(runs);
    let caption = CAPTIONS
        .iter()
        .find_map(|start| text.strip_prefix(start))?
        .trim()
        .to_owned();
    blocks.pop();
    Some(caption)
}

/// The text of a preformatted block.
fn source(nodes: &[Node]) -> String {
    let pieces = nodes.iter().map(|node| match node {
        Node::Text(text) | Node::Code(text) => text.as_str(),
        _ => "\n",
    });
    pieces.collect()
}
