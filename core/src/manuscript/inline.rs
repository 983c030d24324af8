//! Lines: from Markdown nodes to runs, with footnotes and citations found in the words.

use std::collections::{BTreeMap, BTreeSet};

use super::{Inline, TextStyle};
use crate::text::markdown::{Block, Node};

/// What the words of a text may refer to.
pub(super) struct Ground {
    /// The footnotes of this passage by name.
    pub(super) own: BTreeMap<String, String>,
    /// Those of all passages; of several of one name the first.
    pub(super) notes: BTreeMap<String, String>,
    /// How many references the list has.
    pub(super) references: usize,
}

impl Ground {
    /// The runs of some nodes in a line.
    pub(super) fn runs(&self, nodes: &[Node]) -> Vec<Inline> {
        let mut runs = Vec::new();
        self.walk(nodes, TextStyle::default(), &mut runs);
        runs
    }

    fn walk(&self, nodes: &[Node], look: TextStyle, runs: &mut Vec<Inline>) {
        for node in nodes {
            match node {
                Node::Text(text) => self.text(text, look, runs),
                Node::Code(text) => push(text, look, runs),
                Node::Break => runs.push(Inline::Break),
                Node::Rule => {}
                Node::Tick(done) => push(if *done { "☑ " } else { "☐ " }, look, runs),
                Node::Picture(blob, words) => runs.push(Inline::Picture(*blob, words.trim().to_owned())),
                Node::Block(block, children) => {
                    let mut inner = look;
                    match block {
                        Block::Strong => inner.bold = true,
                        Block::Emphasis => inner.emphasis = true,
                        Block::Struck => inner.struck = true,
                        _ => {}
                    }
                    let mut inside = Vec::new();
                    self.walk(children, inner, &mut inside);
                    let shown = super::words(&inside);
                    for run in inside {
                        match run {
                            Inline::Text(text, look) => push(&text, look, runs),
                            other => runs.push(other),
                        }
                    }
                    if let Block::Link(address) = block
                        && !address.ends_with(shown.trim())
                    {
                        push(&format!("（{address}）"), look, runs);
                    }
                }
            }
        }
    }

    /// Words, divided at footnote marks and citations. What looks like one and leads nowhere stays as it was typed.
    pub(super) fn text(&self, text: &str, look: TextStyle, runs: &mut Vec<Inline>) {
        let mut rest = text;
        let mut plain = String::new();
        while let Some((before, after)) = rest.split_once('[') {
            plain.push_str(before);
            let found = after.split_once(']').and_then(|(inside, after)| {
                // Where a line begins, it is the line of a footnote that no mark leads to.
                let begins = before.is_empty() && plain.is_empty() && matches!(runs.last(), None | Some(Inline::Break));
                let run = match inside.strip_prefix('^') {
                    Some(_) if begins && after.starts_with(':') => return None,
                    Some(name) => Inline::Note(self.note(name)?),
                    None => self.cites(inside).then(|| Inline::Citation(format!("[{inside}]")))?,
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
    fn note(&self, name: &str) -> Option<Vec<Inline>> {
        let words = self.own.get(name).or_else(|| self.notes.get(name))?;
        let inner = Self {
            own: BTreeMap::new(),
            notes: BTreeMap::new(),
            references: self.references,
        };
        let nodes = crate::text::markdown::parse(words).nodes;
        let mut runs = Vec::new();
        for node in &nodes {
            match node {
                Node::Block(Block::Paragraph, line) => runs.extend(inner.runs(line)),
                _ => inner.text(words, TextStyle::default(), &mut runs),
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

fn push(text: &str, look: TextStyle, runs: &mut Vec<Inline>) {
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(last, same)) if *same == look => last.push_str(text),
        _ => runs.push(Inline::Text(text.to_owned(), look)),
    }
}

/// The marks of footnotes in a text, by name.
pub(super) fn marks(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("[^").filter_map(|(at, mark)| {
        let (name, behind) = text.get(at + mark.len()..)?.split_once(']')?;
        let before = text.get(..at)?.trim_end_matches([' ', '\t']);
        let begins = before.is_empty() || before.ends_with('\n');
        (!(begins && behind.starts_with(':'))).then_some(name)
    })
}

/// Takes the lines `[^name]: words` out of a text, where a mark leads there; any other line is text.
pub(super) fn take_notes(text: &str, marks: &BTreeSet<&str>) -> (String, BTreeMap<String, String>) {
    let mut notes = BTreeMap::new();
    let mut kept = String::with_capacity(text.len());
    let mut fenced = false;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        fenced ^= bare.starts_with("```") || bare.starts_with("~~~");
        let note = bare
            .strip_prefix("[^")
            .and_then(|rest| rest.split_once("]:"))
            .filter(|(name, _)| !fenced && marks.contains(name) && !notes.contains_key(*name));
        match note {
            Some((name, words)) => drop(notes.insert(name.to_owned(), words.trim().to_owned())),
            None => kept.push_str(line),
        }
    }
    (kept, notes)
}
