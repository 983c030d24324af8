//! What was copied from Word or a web page, as clean Markdown.

use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, Node, SupportedType};

/// The Markdown that a piece of HTML stands for; `None` if it holds nothing but plain text, so that
/// the browser's own paste is as good.
///
/// Keeps paragraphs, headings, bold, italics, lists, quotes, tables and web links. Styles, pictures,
/// scripts and everything else that Word adds are left behind. The HTML is parsed into a document of
/// its own, where nothing runs and nothing is fetched.
pub fn markdown_of(html: &str) -> Option<String> {
    let document = DomParser::new()
        .ok()?
        .parse_from_string(html, SupportedType::TextHtml)
        .ok()?;
    let body = document.body()?;
    body.query_selector("b,strong,i,em,h1,h2,h3,h4,h5,h6,ul,ol,table,blockquote,a[href],p.MsoListParagraph")
        .ok()??;
    let mut writer = Writer::default();
    writer.children(&body);
    Some(writer.finish())
}

#[derive(Default)]
struct Writer {
    out: String,
    /// The marker and indent of each list around the current item.
    lists: Vec<Option<u32>>,
}

impl Writer {
    fn finish(self) -> String {
        let mut lines: Vec<&str> = Vec::new();
        for line in self.out.lines().map(str::trim_end) {
            // Word separates paragraphs by empty ones; one empty line is enough.
            if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
                lines.push(line);
            }
        }
        lines.join("\n").trim_end().to_owned()
    }

    fn children(&mut self, parent: &Node) {
        let children = parent.child_nodes();
        for index in 0..children.length() {
            if let Some(child) = children.item(index) {
                self.node(&child);
            }
        }
    }

    fn node(&mut self, node: &Node) {
        if node.node_type() == Node::TEXT_NODE {
            self.text(&node.text_content().unwrap_or_default());
        } else if let Some(element) = node.dyn_ref::<Element>() {
            self.element(element);
        }
    }

    fn text(&mut self, text: &str) {
        let mut words = String::new();
        for part in text
            .split([' ', '\n', '\r', '\t', '\u{a0}'])
            .filter(|part| !part.is_empty())
        {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(part);
        }
        let spaced = |end: Option<char>| end.is_some_and(|c| matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{a0}'));
        if spaced(text.chars().next()) && self.out.chars().last().is_some_and(|last| !last.is_whitespace()) {
            self.out.push(' ');
        }
        self.out.push_str(&words);
        if !words.is_empty() && spaced(text.chars().last()) {
            self.out.push(' ');
        }
    }

    fn block(&mut self) {
        while self.out.ends_with(' ') {
            self.out.pop();
        }
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push_str(if self.out.ends_with('\n') { "\n" } else { "\n\n" });
        }
    }

    fn wrapped(&mut self, mark: &str, element: &Element) {
        let start = self.out.len();
        self.children(element);
        let inner = self.out.split_off(start);
        let core = inner.trim();
        if core.is_empty() || core.contains('\n') {
            self.out.push_str(&inner);
        } else {
            let lead = &inner[..inner.len() - inner.trim_start().len()];
            let trail = &inner[inner.trim_end().len()..];
            self.out.push_str(&format!("{lead}{mark}{core}{mark}{trail}"));
        }
    }

    fn element(&mut self, element: &Element) {
        let name = element.tag_name().to_ascii_lowercase();
        match name.as_str() {
            "style" | "script" | "head" | "title" | "meta" | "link" | "img" | "svg" | "object" | "iframe" | "o:p" => {}
            "br" => self.out.push('\n'),
            "b" | "strong" => self.wrapped("**", element),
            "i" | "em" => self.wrapped("*", element),
            "a" => self.link(element),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.block();
                // A note lives under its own title: its headings begin at the second level.
                let level = name[1..].parse::<usize>().unwrap_or(2).clamp(2, 4);
                self.out.push_str(&"#".repeat(level));
                self.out.push(' ');
                self.children(element);
                self.block();
            }
            "blockquote" => {
                self.block();
                let mut inner = Self::default();
                inner.children(element);
                for line in inner.finish().lines() {
                    self.out.push_str(format!("> {line}").trim_end());
                    self.out.push('\n');
                }
                self.block();
            }
            "ul" => self.list(element, None),
            "ol" => self.list(element, Some(1)),
            "li" => self.item(element),
            "table" => self.table(element),
            "p" | "div" | "section" | "article" => {
                self.block();
                let start = self.out.len();
                self.children(element);
                self.word_list(start, element);
                self.block();
            }
            _ => self.children(element),
        }
    }

    /// Word writes list items as paragraphs that begin with a bullet of its own.
    fn word_list(&mut self, start: usize, element: &Element) {
        if !element.class_name().contains("MsoListParagraph") {
            return;
        }
        let inner = self.out.split_off(start);
        let core = inner.trim_start_matches(['·', '•', '§', 'Ø', '\u{f06c}', '\u{f0b7}', ' ']);
        self.out.push_str("- ");
        self.out.push_str(core);
    }

    fn link(&mut self, element: &Element) {
        let href = element.get_attribute("href").unwrap_or_default();
        let web = href.starts_with("http://") || href.starts_with("https://");
        if !web || href.contains([' ', ')', '(']) {
            return self.children(element);
        }
        self.out.push('[');
        self.children(element);
        self.out.push_str(&format!("]({href})"));
    }

    fn list(&mut self, element: &Element, first: Option<u32>) {
        if self.lists.is_empty() {
            self.block();
        }
        self.lists.push(first);
        self.children(element);
        self.lists.pop();
        if self.lists.is_empty() {
            self.block();
        }
    }

    fn item(&mut self, element: &Element) {
        let depth = self.lists.len().saturating_sub(1);
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".into(),
        };
        while self.out.ends_with([' ', '\n']) {
            self.out.pop();
        }
        if !self.out.is_empty() {
            self.out
                .push_str(if depth == 0 && !self.in_list() { "\n\n" } else { "\n" });
        }
        self.out.push_str(&"   ".repeat(depth));
        self.out.push_str(&marker);
        let start = self.out.len();
        self.children(element);
        // Paragraphs inside an item become one line each; the item stays one item.
        let inner = self.out.split_off(start);
        self.out.push_str(inner.trim_start());
    }

    fn in_list(&self) -> bool {
        let line = self.out.rsplit('\n').next().unwrap_or_default().trim_start();
        line.starts_with("- ")
            || line
                .split_once(". ")
                .is_some_and(|(number, _)| number.parse::<u32>().is_ok())
    }

    fn table(&mut self, element: &Element) {
        self.block();
        let Ok(rows) = element.query_selector_all("tr") else {
            return;
        };
        for row in 0..rows.length() {
            let Some(row_node) = rows.item(row) else { continue };
            let cells = row_node.child_nodes();
            let mut width = 0;
            self.out.push('|');
            for cell in (0..cells.length()).filter_map(|index| cells.item(index)) {
                if cell.node_type() != Node::ELEMENT_NODE {
                    continue;
                }
                let mut inner = Self::default();
                inner.children(&cell);
                let text = inner.finish().replace('\n', " ").replace('|', "\\|");
                self.out.push_str(&format!(" {} |", text.trim()));
                width += 1;
            }
            self.out.push('\n');
            if row == 0 {
                self.out.push_str(&format!("|{}\n", " --- |".repeat(width)));
            }
        }
        self.out.push('\n');
    }
}
