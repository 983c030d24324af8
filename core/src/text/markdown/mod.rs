//! Markdown as a closed list of nodes that is safe to show.
//!
//! pulldown-cmark reads the syntax; this module decides what may come out of it. Raw HTML becomes
//! visible text, a link keeps its address only if the scheme is harmless, a picture is shown only
//! if it is one of the journal's own, and a text that would become too many or too deep nodes is
//! shown as its source. Whoever draws the nodes needs no judgement of their own.

mod beside;
mod link;

use std::borrow::Cow;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

pub use link::{SCHEME, safe_link};

use crate::id::BlobId;

/// No more nodes than this from one text.
pub const MAX_NODES: usize = 20_000;

/// No deeper than this.
pub const MAX_DEPTH: usize = 64;

/// How a table column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Plain text. Never markup.
    Text(String),
    /// Code in a line.
    Code(String),
    /// A line ends here; a space or nothing on the page.
    SoftBreak,
    /// A line must end here.
    HardBreak,
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
    let marked = beside::mark(source);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut builder = Builder {
        marked: matches!(marked, Cow::Owned(_)),
        ..Builder::default()
    };
    for event in Parser::new_ext(&marked, options) {
        if builder.event(event).is_none() {
            let source = Node::Block(Block::Code(String::new()), vec![Node::Text(source.to_owned())]);
            return Markdown {
                nodes: vec![source],
                as_source: true,
            };
        }
    }
    Markdown {
        nodes: builder.finish(),
        as_source: false,
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
                Node::SoftBreak | Node::HardBreak => text.push('\n'),
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
/// ```
pub fn excerpt(source: &str, most: usize) -> String {
    // Marks take room too; a few times the length is enough to read, whatever the text's own length.
    let head = source
        .char_indices()
        .nth(most * 4 + 64)
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

#[derive(Default)]
struct Builder {
    /// Whether the source has marks beside its stars.
    marked: bool,
    /// The children collected so far at each open level, outermost first.
    open: Vec<(Option<Block>, Vec<Node>)>,
    done: Vec<Node>,
    nodes: usize,
    aligns: Vec<Align>,
    column: usize,
    in_head: bool,
    /// The address and the text of a picture being read, and how many pictures deep.
    picture: Option<(String, String, usize)>,
}

impl Builder {
    /// `None` once the text is too deep or too long.
    fn event(&mut self, event: Event<'_>) -> Option<()> {
        if self.picture.is_some() {
            return self.in_picture(event);
        }
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => {
                self.end(end);
                Some(())
            }
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.push(Node::Code(unmarked(text, self.marked)))
            }
            Event::SoftBreak => self.push(Node::SoftBreak),
            Event::HardBreak => self.push(Node::HardBreak),
            Event::Rule => self.push(Node::Rule),
            Event::TaskListMarker(ticked) => self.push(Node::Tick(ticked)),
            Event::FootnoteReference(name) => self.text(CowStr::from(format!("[^{name}]"))),
        }
    }

    fn children(&mut self) -> &mut Vec<Node> {
        self.open.last_mut().map_or(&mut self.done, |(_, children)| children)
    }

    fn push(&mut self, node: Node) -> Option<()> {
        self.nodes += 1;
        self.children().push(node);
        (self.nodes <= MAX_NODES).then_some(())
    }

    fn text(&mut self, text: CowStr<'_>) -> Option<()> {
        let text = unmarked(text, self.marked);
        if let Some(Node::Text(last)) = self.children().last_mut() {
            last.push_str(&text);
            return Some(());
        }
        if text.is_empty() {
            Some(())
        } else {
            self.push(Node::Text(text))
        }
    }

    /// Opens a level; `None` as block means: show the children without anything around them.
    fn open(&mut self, block: Option<Block>) -> Option<()> {
        self.nodes += 1;
        self.open.push((block, Vec::new()));
        (self.open.len() <= MAX_DEPTH && self.nodes <= MAX_NODES).then_some(())
    }

    fn start(&mut self, tag: Tag<'_>) -> Option<()> {
        let block = match tag {
            Tag::Paragraph | Tag::HtmlBlock => Block::Paragraph,
            Tag::Heading { level, .. } => Block::Heading(level as u8),
            Tag::BlockQuote(_) => Block::Quote,
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Block::Code(unmarked(info, self.marked)),
            Tag::CodeBlock(CodeBlockKind::Indented) => Block::Code(String::new()),
            Tag::List(first) => Block::List(first),
            Tag::Item => Block::Item,
            Tag::Table(aligns) => {
                self.aligns = aligns.into_iter().map(align).collect();
                Block::Table
            }
            Tag::TableHead => {
                self.in_head = true;
                self.column = 0;
                Block::Row(true)
            }
            Tag::TableRow => {
                self.column = 0;
                Block::Row(false)
            }
            Tag::TableCell => {
                let align = self.aligns.get(self.column).copied().unwrap_or_default();
                self.column += 1;
                Block::Cell(self.in_head, align)
            }
            Tag::Emphasis => Block::Emphasis,
            Tag::Strong => Block::Strong,
            Tag::Strikethrough => Block::Struck,
            Tag::Link { dest_url, .. } => {
                return self.open(safe_link(&unmarked(dest_url, self.marked)).map(Block::Link));
            }
            Tag::Image { dest_url, .. } => {
                self.picture = Some((unmarked(dest_url, self.marked), String::new(), 0));
                return Some(());
            }
            // None of these is asked for; should a later version send one, its text is shown plainly.
            _ => return self.open(None),
        };
        self.open(Some(block))
    }

    fn end(&mut self, end: TagEnd) {
        if end == TagEnd::TableHead {
            self.in_head = false;
        }
        if let Some((block, children)) = self.open.pop() {
            match block {
                Some(block) => self.children().push(Node::Block(block, children)),
                None => self.children().extend(children),
            }
        }
    }

    fn in_picture(&mut self, event: Event<'_>) -> Option<()> {
        let Self {
            marked,
            picture: Some((address, alt, depth)),
            ..
        } = self
        else {
            return Some(());
        };
        match event {
            Event::Start(Tag::Image { .. }) => *depth += 1,
            Event::End(TagEnd::Image) if *depth > 0 => *depth -= 1,
            Event::End(TagEnd::Image) => {
                let node = match link::picture(address) {
                    Some(blob) => Node::Picture(blob, std::mem::take(alt)),
                    // Never fetched: a remote picture would tell its owner when and where this is read.
                    None => Node::Text(format!("{alt}（{address}）")),
                };
                self.picture = None;
                return self.push(node);
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                alt.push_str(&unmarked(text, *marked));
            }
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
        Some(())
    }

    fn finish(mut self) -> Vec<Node> {
        while let Some((block, children)) = self.open.pop() {
            match block {
                Some(block) => self.children().push(Node::Block(block, children)),
                None => self.children().extend(children),
            }
        }
        self.done
    }
}

/// A text of the parser's, without the marks if there are any.
fn unmarked(text: CowStr<'_>, marked: bool) -> String {
    if marked {
        beside::unmark(&text)
    } else {
        text.into_string()
    }
}

const fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None => Align::None,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Centre,
        Alignment::Right => Align::Right,
    }
}

#[cfg(test)]
mod tests;
