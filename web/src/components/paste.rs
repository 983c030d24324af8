//! What was copied from Word or a web page, as clean Markdown.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

mod came;
mod picture;
mod script;
mod table;
mod word;

use crate::later::later;
use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, Node, SupportedType};

pub use came::Came;
use word::Sign;

/// What a piece of HTML holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pasted {
    /// Its words as Markdown; `None` if it holds nothing but plain text, so that the browser's own paste is as good.
    pub words: Option<String>,
    /// The pictures whose bytes stand in it.
    pub pictures: Vec<Vec<u8>>,
    /// How many more it shows, which lie elsewhere.
    pub elsewhere: usize,
}

/// Reads a piece of HTML.
///
/// Keeps paragraphs, headings, bold, italics, figures above and below the line, lists, quotes, tables and web links.
/// Styles, scripts and everything else that Word adds are left behind. The HTML is parsed into a document of its own,
/// where nothing runs and nothing is fetched.
pub fn read(html: &str) -> Pasted {
    const MARKS: &str =
        "b,strong,i,em,sup,sub,h1,h2,h3,h4,h5,h6,ul,ol,table,blockquote,a[href],p.MsoListParagraph,[style*=mso-list]";
    let document = DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml));
    let Some(body) = document.ok().and_then(|document| document.body()) else {
        return Pasted::default();
    };
    let (pictures, elsewhere) = picture::of(&body);
    let words = matches!(body.query_selector(MARKS), Ok(Some(_))).then(|| {
        let mut writer = Writer::default();
        writer.children(&body);
        writer.finish()
    });
    Pasted {
        words,
        pictures,
        elsewhere,
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    /// The marker and indent of each list around the current item.
    lists: Vec<Option<u32>>,
    /// Whether the signs of Word's lists are read elsewhere.
    in_word_item: bool,
    /// Whether this stands in a cell, where there are no tables.
    in_cell: bool,
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
            "sup" => self.script(element, script::above),
            "sub" => self.script(element, script::below),
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
            "ol" => {
                let start = element
                    .get_attribute("start")
                    .and_then(|start| start.trim().parse().ok());
                self.list(element, Some(start.unwrap_or(1)));
            }
            "li" => self.item(element),
            "table" => self.table(element),
            "p" | "div" => match word::item(element) {
                Some(item) => self.word_item(element, item),
                None => {
                    self.block();
                    self.children(element);
                    self.block();
                }
            },
            "section" | "article" | "caption" => {
                self.block();
                self.children(element);
                self.block();
            }
            _ if self.in_word_item && word::is_sign(element) => {}
            _ => self.children(element),
        }
    }

    /// Word writes items of lists as paragraphs.
    fn word_item(&mut self, element: &Element, item: word::Item) {
        let follows = self.in_list();
        self.block();
        if follows {
            // The next item, not the first of another list.
            self.out.truncate(self.out.trim_end_matches('\n').len());
            self.out.push('\n');
        }
        let start = self.out.len();
        self.in_word_item = true;
        self.children(element);
        self.in_word_item = false;
        let inner = self.out.split_off(start);
        let (sign, words) = match item.sign {
            Sign::InWords => word::in_words(&inner),
            sign => (sign, inner.trim_start()),
        };
        let sign = match sign {
            Sign::Number(number) => format!("{number}. "),
            Sign::Other(sign) => {
                // Not an item to Markdown: a paragraph, which an item before it must not swallow.
                if follows {
                    self.out.push('\n');
                }
                self.out.push_str(&format!("{sign}{words}"));
                return self.block();
            }
            Sign::Bullet | Sign::InWords => "- ".to_owned(),
        };
        let sign = format!("{}{sign}", "   ".repeat(item.level));
        // A line that goes on stands under its item.
        let words = words.trim_end().replace('\n', &format!("\n{}", " ".repeat(sign.len())));
        self.out.push_str(&format!("{sign}{words}"));
        self.block();
    }

    /// Characters above or below the line.
    fn script(&mut self, element: &Element, to: fn(&str) -> String) {
        let start = self.out.len();
        self.children(element);
        let inner = self.out.split_off(start);
        self.out.push_str(&to(inner.trim()));
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

    /// Whether the last line that says something is an item of a list.
    fn in_list(&self) -> bool {
        let line = self.out.trim_end().rsplit('\n').next().unwrap_or_default().trim_start();
        line.starts_with("- ")
            || line
                .split_once(". ")
                .is_some_and(|(number, _)| number.parse::<u32>().is_ok())
    }

    fn table(&mut self, element: &Element) {
        self.block();
        if let Ok(Some(caption)) = element.query_selector(":scope > caption") {
            self.children(&caption);
            self.block();
        }
        let mut only = None;
        let rows = table::grid(element, |cell| {
            only = Some(cell.clone());
            let mut inner = Self {
                in_cell: true,
                ..Self::default()
            };
            inner.children(cell);
            let said = inner.finish().replace('|', "\\|");
            said.lines()
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        });
        match (&rows[..], only) {
            _ if self.in_cell => {
                let rows: Vec<_> = rows.iter().map(|row| row.join(" ")).collect();
                self.out.push_str(&rows.join("\n").replace("\\|", "|"));
            }
            // No table, but a page that is laid out by one.
            ([row], Some(cell)) if row.len() == 1 => self.children(&cell),
            _ => {
                for (at, row) in rows.iter().enumerate() {
                    self.out.push_str(&format!("| {} |\n", row.join(" | ")));
                    if at == 0 {
                        self.out.push_str(&format!("|{}\n", " --- |".repeat(row.len())));
                    }
                }
            }
        }
        self.block();
    }
}

later! {
    /// Takes in what was copied from Word or a page; its words as clean Markdown, `None` if it holds none.
    pub fn markdown_from(came: Came) -> Option<String> {
        came.take()
    }
}

/// Takes in what was copied from Word or a page; its words as clean Markdown, `None` if it holds none.
pub async fn markdown(came: Came) -> Option<String> {
    markdown_from(came).await.ok().flatten()
}
