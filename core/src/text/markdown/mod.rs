//! Markdown as a closed list of nodes that is safe to show.
//!
//! pulldown-cmark reads the syntax; this module decides what may come out of it. Raw HTML becomes
//! visible text, a link keeps its address only if the scheme is harmless, a picture is shown only
//! if it is one of the journal's own, and a text that would become too many or too deep nodes is
//! shown as its source. Whoever draws the nodes needs no judgement of their own.
//!
//! The page, Word, HTML and plain text are all made from these nodes, so what CommonMark is changed in is changed for
//! all of them, and only here: in `source`, before it is parsed (stars in Chinese and in sums, numbers that begin no
//! list, lines that look like link definitions), and in `build`, from what comes of it (a line ends where it was ended,
//! a mail address is a link).

mod build;
mod link;
mod source;

pub use link::{SCHEME, safe_link};

use crate::id::BlobId;

/// No more nodes than this from one text.
pub const MAX_NODES: usize = 20_000;

/// No deeper than this.
pub const MAX_DEPTH: usize = 64;

/// How a table column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Align {
    /// As the page likes.
    #[default]
    None,
    /// To the left.
    Left,
    /// Centred.
    Centre,
    /// To the right.
    Right,
}

/// What a node with children is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block {
    /// A paragraph.
    Paragraph,
    /// A heading of level 1–6.
    Heading(u8),
    /// A quotation.
    Quote,
    /// Preformatted text, with what its fence says it is; empty if that is nothing.
    Code(String),
    /// A list; with the first number if it is numbered.
    List(Option<u64>),
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// A row of a table; `true` for its head.
    Row(bool),
    /// A cell of a table; `true` in its head.
    Cell(bool, Align),
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck out.
    Struck,
    /// A link. The address is one [`safe_link`] allows.
    Link(String),
}

/// A piece of a text that is safe to show.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Node {
    /// Plain text. Never markup.
    Text(String),
    /// Code in a line.
    Code(String),
    /// A line ends here, as it was typed.
    Break,
    /// A line across.
    Rule,
    /// The box of a task, ticked or not.
    Tick(bool),
    /// One of the journal's own pictures, with its text equivalent.
    Picture(BlobId, String),
    /// A node with children.
    Block(Block, Vec<Node>),
}

/// A text, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markdown {
    /// What to show, in order.
    pub nodes: Vec<Node>,
    /// Whether the text was too deep or too long to be laid out, and is shown as its source.
    pub as_source: bool,
}

/// Reads a Markdown text.
///
/// ```
/// use luoxuan::text::markdown::{Block, Node, parse};
/// let text = parse("**重要。**后面");
/// let Node::Block(Block::Paragraph, inline) = &text.nodes[0] else { panic!() };
/// assert_eq!(inline[0], Node::Block(Block::Strong, vec![Node::Text("重要。".into())]));
/// assert_eq!(inline[1], Node::Text("后面".into()));
/// ```
pub fn parse(source: &str) -> Markdown {
    match build::nodes(&source::Source::of(source)) {
        Some(nodes) => Markdown {
            nodes,
            as_source: false,
        },
        None => Markdown {
            nodes: vec![Node::Block(
                Block::Code(String::new()),
                vec![Node::Text(source.to_owned())],
            )],
            as_source: true,
        },
    }
}

/// The words of a Markdown text without its marks, a line per paragraph.
pub fn plain(source: &str) -> String {
    plain_but(source, &|_| None)
}

/// The same, but where `instead` has other words for a block, these.
pub(crate) fn plain_but(source: &str, instead: &dyn Fn(&Block) -> Option<String>) -> String {
    fn walk(nodes: &[Node], instead: &dyn Fn(&Block) -> Option<String>, text: &mut String) {
        for node in nodes {
            match node {
                Node::Text(words) | Node::Code(words) | Node::Picture(_, words) => text.push_str(words),
                Node::Break => text.push('\n'),
                Node::Rule | Node::Tick(_) => {}
                Node::Block(block, children) => {
                    if let Some(words) = instead(block) {
                        text.push('\n');
                        text.push_str(&words);
                        text.push('\n');
                        continue;
                    }
                    let inline = matches!(block, Block::Emphasis | Block::Strong | Block::Struck | Block::Link(_));
                    if !inline && !text.is_empty() && !text.ends_with(['\n', ' ']) {
                        text.push(if matches!(block, Block::Cell(..)) { ' ' } else { '\n' });
                    }
                    walk(children, instead, text);
                }
            }
        }
    }
    let mut text = String::new();
    walk(&parse(source).nodes, instead, &mut text);
    text
}

/// The beginning of a text in one line of at most `most` characters, for lists.
///
/// ```
/// use luoxuan::text::excerpt;
/// assert_eq!(excerpt("## 五感观察单\n\n先填**再写**", 20), "五感观察单 先填再写");
/// assert_eq!(excerpt("平均只写了96字", 4), "平均只写…");
/// assert_eq!(excerpt("平均只写了96字", usize::MAX), "平均只写了96字");
/// ```
pub fn excerpt(source: &str, most: usize) -> String {
    // Marks take room too; a few times the length is enough to read, whatever the text's own length.
    let head = source
        .char_indices()
        .nth(most.saturating_mul(4).saturating_add(64))
        .map_or(source, |(at, _)| source.get(..at).unwrap_or(source));
    let words = plain(head);
    let mut line = String::new();
    let mut count = 0;
    for part in words.split_whitespace() {
        let space = if line.is_empty() { "" } else { " " };
        for character in space.chars().chain(part.chars()) {
            if count == most {
                line.push('…');
                return line;
            }
            line.push(character);
            count += 1;
        }
    }
    line
}

#[cfg(test)]
mod tests;
