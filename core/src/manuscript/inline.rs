//! Lines: from Markdown nodes to runs, with footnotes and citations found in the words.

use std::collections::BTreeMap;

use super::{Look, Run};
use crate::text::markdown::{Block, Node};

/// What the words of a text may refer to.
pub(super) struct Ground {
    /// Footnotes by name.
    pub(super) notes: BTreeMap<String, String>,
    /// How many references the list has.
    pub(super) references: usize,
}

impl Ground {
    /// The runs of some nodes in a line.
    pub(super) fn runs(&self, nodes: &[Node]) -> Vec<Run> {
        let mut runs = Vec::new();
        self.walk(nodes, Look::default(), &mut runs);
        runs
    }

    fn walk(&self, nodes: &[Node], look: Look, runs: &mut Vec<Run>) {
        for (at, node) in nodes.iter().enumerate() {
            match node {
                Node::Text(text) => self.text(text, look, runs),
                Node::Code(text) => push(text, look, runs),
                Node::SoftBreak => {
                    // Between Latin words a line break is a space; between Chinese ones it is nothing.
                    let before = runs.last().and_then(last);
                    let after = nodes.get(at + 1).and_then(first);
                    let latin = |side: Option<char>| side.is_some_and(|side| side.is_ascii_graphic());
                    if latin(before) && latin(after) {
                        push(" ", look, runs);
                    }
                }
                Node::HardBreak => runs.push(Run::Break),
                Node::Rule => {}
                Node::Tick(done) => push(if *done { "☑ " } else { "☐ " }, look, runs),
                Node::Picture(_, words) => push(words, look, runs),
                Node::Block(block, children) => {
                    let mut inner = look;
                    match block {
                        Block::Strong => inner.bold = true,
                        Block::Emphasis => inner.emphasis = true,
                        Block::Struck => inner.struck = true,
                        _ => {}
                    }
                    let from = runs.len();
                    self.walk(children, inner, runs);
                    if let Block::Link(address) = block {
                        let shown = super::words(runs.get(from..).unwrap_or_default());
                        if !address.ends_with(shown.trim()) {
                            push(&format!("（{address}）"), look, runs);
                        }
                    }
                }
            }
        }
    }

    /// Words, divided at footnote marks and citations. What looks like one and leads nowhere stays as it was typed.
    pub(super) fn text(&self, text: &str, look: Look, runs: &mut Vec<Run>) {
        let mut rest = text;
        let mut plain = String::new();
        while let Some((before, after)) = rest.split_once('[') {
            plain.push_str(before);
            let found = after.split_once(']').and_then(|(inside, after)| {
                let run = match inside.strip_prefix('^') {
                    Some(name) => Run::Note(self.note(name)?),
                    None => self.cites(inside).then(|| Run::Citation(format!("[{inside}]")))?,
                };
                Some((run, after))
            });
            match found {
                Some((run, after)) => {
                    push(&std::mem::take(&mut plain), look, runs);
                    runs.push(run);
                    rest = after;
                }
                None => {
                    plain.push('[');
                    rest = after;
                }
            }
        }
        plain.push_str(rest);
        push(&plain, look, runs);
    }

    /// A footnote's words. It may cite; it holds no footnotes of its own.
    fn note(&self, name: &str) -> Option<Vec<Run>> {
        let words = self.notes.get(name)?;
        let inner = Self {
            notes: BTreeMap::new(),
            references: self.references,
        };
        let nodes = crate::text::markdown::parse(words).nodes;
        let mut runs = Vec::new();
        for node in &nodes {
            match node {
                Node::Block(Block::Paragraph, line) => runs.extend(inner.runs(line)),
                _ => inner.text(words, Look::default(), &mut runs),
            }
        }
        Some(runs)
    }

    /// Whether this names numbers of the list: `1`, `2,3`, `1-3`.
    fn cites(&self, inside: &str) -> bool {
        let exists = |number: &str| {
            number
                .trim()
                .parse()
                .is_ok_and(|number: usize| (1..=self.references).contains(&number))
        };
        let mut numbers = inside.split([',', '，', '-', '–', '、']);
        inside.starts_with(|first: char| first.is_ascii_digit()) && numbers.all(exists)
    }
}

fn push(text: &str, look: Look, runs: &mut Vec<Run>) {
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(Run::Text(last, same)) if *same == look => last.push_str(text),
        _ => runs.push(Run::Text(text.to_owned(), look)),
    }
}

fn last(run: &Run) -> Option<char> {
    match run {
        Run::Text(text, _) | Run::Citation(text) => text.chars().last(),
        _ => None,
    }
}

fn first(node: &Node) -> Option<char> {
    match node {
        Node::Text(text) | Node::Code(text) => text.chars().next(),
        Node::Block(_, children) => children.first().and_then(first),
        _ => None,
    }
}

/// Takes the lines `[^name]: words` out of a text.
pub(super) fn take_notes(text: &str, notes: &mut BTreeMap<String, String>) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut fenced = false;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        fenced ^= bare.starts_with("```") || bare.starts_with("~~~");
        let note = bare
            .strip_prefix("[^")
            .and_then(|rest| rest.split_once("]:"))
            .filter(|_| !fenced);
        match note {
            Some((name, words)) => {
                notes.insert(name.to_owned(), words.trim().to_owned());
            }
            None => kept.push_str(line),
        }
    }
    kept
}
