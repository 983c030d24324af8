//! From the parser's events to nodes: which of them come out, and as what.

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};

use super::link::{self, safe_link};
use super::source::Source;
use super::{Align, Block, MAX_DEPTH, MAX_NODES, Node};

/// The nodes of a source; `None` if it is too deep or too long to be laid out.
pub(super) fn nodes(source: &Source<'_>) -> Option<Vec<Node>> {
    let mut builder = Builder {
        source,
        open: Vec::new(),
        done: Vec::new(),
        nodes: 0,
        aligns: Vec::new(),
        column: 0,
        in_head: false,
        picture: None,
    };
    for event in source.parser() {
        builder.event(event)?;
    }
    Some(builder.finish())
}

struct Builder<'s> {
    source: &'s Source<'s>,
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

impl Builder<'_> {
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
            Event::Text(text) => self.text(text),
            Event::Html(text) | Event::InlineHtml(text) => self.lines(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.push(Node::Code(self.source.typed(text)))
            }
            // A line ends where the person ended it.
            Event::SoftBreak | Event::HardBreak => self.push(Node::Break),
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
        let text = self.source.typed(text);
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

    /// Text that may hold the ends of lines.
    fn lines(&mut self, text: &str) -> Option<()> {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.push(Node::Break)?;
            }
            let line = line.strip_suffix('\r').unwrap_or(line);
            self.text(CowStr::Borrowed(line))?;
        }
        Some(())
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
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Block::Code(self.source.typed(info)),
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
            Tag::Link {
                link_type, dest_url, ..
            } => {
                let address = self.source.typed(dest_url);
                let address = match link_type {
                    LinkType::Email => format!("mailto:{address}"),
                    _ => address,
                };
                return self.open(safe_link(&address).map(Block::Link));
            }
            Tag::Image { dest_url, .. } => {
                self.picture = Some((self.source.typed(dest_url), String::new(), 0));
                return Some(());
            }
            // None of these is asked for; should a later version send one, its text is shown plainly.
            _ => return self.open(None),
        };
        self.open(Some(block))
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::TableHead => self.in_head = false,
            // Behind the last line of it there is none.
            TagEnd::HtmlBlock => drop(self.children().pop_if(|last| *last == Node::Break)),
            _ => {}
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
            source,
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
                alt.push_str(&source.typed(text));
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

const fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None => Align::None,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Centre,
        Alignment::Right => Align::Right,
    }
}
