//! The manuscript as HTML: a page to print, and a piece to paste into another editor.

use std::fmt::Write;

use super::{Block, Figure, Inline, Manuscript, Numbers, Table};
use crate::catalog::{Language, ManuscriptLabel, mark};
use crate::chart::Chart;
use crate::id::BlobId;
use crate::record::{Alignment, Layout, Line, PageNumber, Role, TableLines};
use crate::text::escaped;
use crate::text::markdown::Align;

/// What an HTML rendering needs besides the manuscript.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// How it stands on paper.
    pub layout: &'a Layout,
    /// Its language.
    pub language: Language,
    /// The media type and the bytes of a picture, already free of what a camera writes into it but for how it is to be
    /// turned ([`Clean::upright`](super::Clean::upright)).
    pub picture: &'a dyn Fn(BlobId) -> Option<(String, Vec<u8>)>,
    /// A chart as SVG; `None` shows its table.
    pub chart: &'a dyn Fn(&Chart) -> Option<String>,
}

impl Manuscript {
    /// A page that stands alone: printing it gives A4 with margins and, where the browser can, page numbers.
    /// It loads nothing and runs nothing.
    pub fn html(&self, page: &Page<'_>) -> String {
        let mut writer = Writer::new(*page, false);
        self.body(&mut writer);
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n<title>{}</title>\n<style>\n{}</style>\n\
             <body>\n{}</body>\n</html>\n",
            page.language.tag(),
            escaped(&self.title),
            css(page),
            writer.html
        )
    }

    /// The same as a piece with all styles in place, for pasting into an editor that drops style sheets.
    pub fn html_to_paste(&self, page: &Page<'_>) -> String {
        let mut writer = Writer::new(*page, true);
        self.body(&mut writer);
        writer.html
    }

    fn body(&self, to: &mut Writer<'_>) {
        let language = to.page.language;
        let say = |word| mark(word).in_(language);
        if !self.corner.is_empty() {
            to.element("p", Role::Margin, " data-corner", &escaped(&self.corner));
        }
        to.element("h1", Role::Title, "", &escaped(&self.title));
        if !self.subtitle.is_empty() {
            to.element("p", Role::Subtitle, "", &format!("——{}", escaped(&self.subtitle)));
        }
        for line in self.byline.lines() {
            to.element("p", Role::Author, "", &escaped(line));
        }
        let label = |to: &Writer<'_>, word| {
            let attributes = to.style(Role::Label, "display:inline");
            format!("<span{attributes}>{}{}</span>", say(word), say(ManuscriptLabel::Colon))
        };
        if !self.summary.is_empty() {
            let text = format!("{}{}", label(to, ManuscriptLabel::Summary), escaped(&self.summary));
            to.element("p", Role::Summary, "", &text);
        }
        if !self.keywords.is_empty() {
            let text = format!(
                "{}{}",
                label(to, ManuscriptLabel::Keywords),
                escaped(&self.keywords.join(say(ManuscriptLabel::Between)))
            );
            to.element("p", Role::Summary, "", &text);
        }
        for piece in &self.blocks {
            to.block(&piece.block, Role::Body);
        }
        let notes = std::mem::take(&mut to.notes);
        if !notes.is_empty() {
            to.element("h2", Role::Heading1, "", say(ManuscriptLabel::Notes));
        }
        for (at, note) in notes.iter().enumerate() {
            to.element("p", Role::Note, "", &format!("[{}] {note}", at + 1));
        }
        if !self.references.is_empty() {
            to.element("h2", Role::Heading1, "", say(ManuscriptLabel::References));
        }
        for (at, reference) in self.references.iter().enumerate() {
            to.element(
                "p",
                Role::Reference,
                "",
                &format!("[{}] {}", at + 1, escaped(reference)),
            );
        }
    }
}

struct Writer<'a> {
    page: Page<'a>,
    inline: bool,
    numbers: Numbers,
    notes: Vec<String>,
    /// How wide a picture may be here, as CSS says it.
    most_wide: String,
    html: String,
}

impl<'a> Writer<'a> {
    fn new(page: Page<'a>, inline: bool) -> Self {
        Self {
            page,
            inline,
            numbers: Numbers::default(),
            notes: Vec::new(),
            most_wide: "100%".into(),
            html: String::new(),
        }
    }

    /// The attributes that give an element the look of a role: a class, or the style itself.
    fn style(&self, role: Role, more: &str) -> String {
        if self.inline {
            format!(" style=\"{}{more}\"", declarations(role, &self.page))
        } else if more.is_empty() || role == Role::Label {
            format!(" class=\"{}\"", role.word())
        } else {
            format!(" class=\"{}\" style=\"{more}\"", role.word())
        }
    }

    fn element(&mut self, name: &str, role: Role, more: &str, inner: &str) {
        let attributes = self.style(role, "");
        let _ = writeln!(self.html, "<{name}{attributes}{more}>{inner}</{name}>");
    }

    fn runs(&mut self, runs: &[Inline]) -> String {
        let mut html = String::new();
        for run in runs {
            match run {
                Inline::Text(text, look) => {
                    let tags = [(look.bold, "b"), (look.emphasis, "em"), (look.struck, "s")];
                    let tags: Vec<&str> = tags.iter().filter(|(on, _)| *on).map(|(_, tag)| *tag).collect();
                    html.extend(tags.iter().map(|tag| format!("<{tag}>")));
                    html.push_str(&escaped(text));
                    html.extend(tags.iter().rev().map(|tag| format!("</{tag}>")));
                }
                Inline::Citation(text) => html.push_str(&format!("<sup>{}</sup>", escaped(text))),
                Inline::Note(note) => {
                    let note = self.runs(note);
                    self.notes.push(note);
                    html.push_str(&format!("<sup>{}</sup>", self.notes.len()));
                }
                Inline::Picture(blob, words) => html.push_str(&self.picture(*blob, words)),
                Inline::Break => html.push_str("<br>"),
            }
        }
        html
    }

    /// A picture, or the words for one that is not there.
    fn picture(&self, blob: BlobId, words: &str) -> String {
        let Some((media, bytes)) = (self.page.picture)(blob) else {
            return escaped(mark(ManuscriptLabel::Missing).in_(self.page.language));
        };
        format!(
            "<img src=\"data:{};base64,{}\" alt=\"{}\" style=\"max-width:{}\">",
            escaped(&media),
            base64(&bytes),
            escaped(words),
            self.most_wide
        )
    }

    fn block(&mut self, block: &Block, role: Role) {
        match block {
            Block::Heading(level, runs) => {
                let number = self.numbers.next(*level, self.page.language);
                let text = format!("{number}{}", self.runs(runs));
                let (name, role) = match level {
                    1 => ("h2", Role::Heading1),
                    2 => ("h3", Role::Heading2),
                    3 => ("h4", Role::Heading3),
                    _ => ("h5", Role::Heading4),
                };
                self.element(name, role, "", &text);
            }
            Block::Attached(runs) => {
                self.numbers.attach();
                let text = self.runs(runs);
                self.element("h2", Role::Heading1, "", &text);
            }
            Block::Paragraph(runs) => {
                let text = self.runs(runs);
                self.element("p", role, "", &text);
            }
            Block::List(first, items) => self.list(*first, items, role),
            Block::Quote(blocks) => {
                self.html.push_str("<blockquote>\n");
                for block in blocks {
                    self.block(block, Role::Quote);
                }
                self.html.push_str("</blockquote>\n");
            }
            Block::Code(text) => {
                let _ = writeln!(self.html, "<pre>{}</pre>", escaped(text));
            }
            Block::Table(table) => {
                self.caption(ManuscriptLabel::Table, table.number, &table.caption);
                self.table(table);
            }
            Block::Figure(figure) => {
                self.figure(figure);
                self.caption(ManuscriptLabel::Figure, figure.number, &figure.caption);
            }
            Block::Chart(number, chart) => {
                self.chart(chart);
                self.caption(ManuscriptLabel::Figure, *number, &chart.caption);
            }
            Block::Rule => self.html.push_str("<hr>\n"),
        }
    }

    /// A list, numbered from its first if it has one.
    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>], role: Role) {
        let name = if first.is_some() { "ol" } else { "ul" };
        let start = first
            .filter(|first| *first != 1)
            .map(|first| format!(" start=\"{first}\""));
        let attributes = self.style(role, "");
        let _ = writeln!(self.html, "<{name}{attributes}{}>", start.unwrap_or_default());
        for item in items {
            self.html.push_str("<li>");
            match item.as_slice() {
                [Block::Paragraph(runs)] => {
                    let text = self.runs(runs);
                    self.html.push_str(&text);
                }
                blocks => {
                    for block in blocks {
                        self.block(block, role);
                    }
                }
            }
            self.html.push_str("</li>\n");
        }
        let _ = writeln!(self.html, "</{name}>");
    }

    /// A chart as it is drawn, or else its table.
    fn chart(&mut self, chart: &Chart) {
        match (self.page.chart)(chart) {
            Some(svg) => {
                let _ = writeln!(
                    self.html,
                    "<div style=\"text-align:center\" class=\"figure\">{svg}</div>"
                );
            }
            None => self.table(&Table::from(chart)),
        }
    }

    /// The pictures of a figure, two in a row.
    fn figure(&mut self, figure: &Figure) {
        let width = if figure.pictures.len() > 1 { "48%" } else { "100%" };
        let outside = std::mem::replace(&mut self.most_wide, width.into());
        for row in figure.rows() {
            let shown = row.iter().map(|blob| self.picture(*blob, &figure.caption));
            let mut shown: Vec<_> = shown.collect();
            if shown.is_empty() {
                shown.push(escaped(mark(ManuscriptLabel::Withheld).in_(self.page.language)));
            }
            let shown = shown.join(" ");
            let _ = writeln!(
                self.html,
                "<p style=\"text-align:center;text-indent:0\" class=\"figure\">{shown}</p>"
            );
        }
        self.most_wide = outside;
    }

    fn caption(&mut self, word: ManuscriptLabel, number: usize, caption: &str) {
        let more = match word {
            ManuscriptLabel::Table => " data-above",
            _ => "",
        };
        let text = format!("{}{number}　{}", mark(word).in_(self.page.language), escaped(caption));
        self.element("p", Role::Caption, more, text.trim_end());
    }

    fn table(&mut self, table: &Table) {
        let grid = self.page.layout.table_lines == TableLines::Grid;
        let line = |on: bool, width: &str| {
            if on {
                format!("{width} solid #000")
            } else {
                "none".to_owned()
            }
        };
        let frame = format!(
            "border-collapse:collapse;margin:0 auto;text-indent:0;border-top:{};border-bottom:{}",
            line(true, "1.5pt"),
            line(true, "1.5pt")
        );
        let attributes = self.style(Role::Table, &frame);
        let _ = writeln!(self.html, "<table{attributes}>");
        let columns = table.columns();
        // A share of a cell would be one of whatever the picture makes of it.
        let each = self.page.layout.room().0 / u32::try_from(columns.max(1)).unwrap_or(u32::MAX) / 20;
        let outside = std::mem::replace(&mut self.most_wide, format!("{}pt", each.saturating_sub(12).max(12)));
        for (at, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            let name = if at == 0 { "th" } else { "td" };
            self.html.push_str(if at == 0 { "<thead><tr>" } else { "<tr>" });
            for column in 0..columns {
                let text = row.get(column).map(|cell| self.runs(cell)).unwrap_or_default();
                let align = match table.aligns.get(column) {
                    Some(Align::Right) => "right",
                    Some(Align::Left) => "left",
                    _ => "center",
                };
                let border = if grid {
                    format!("border:{}", line(true, "0.5pt"))
                } else {
                    format!("border-bottom:{}", line(at == 0, "0.75pt"))
                };
                let _ = write!(
                    self.html,
                    "<{name} style=\"padding:2pt 6pt;text-align:{align};{border}\">{text}</{name}>"
                );
            }
            self.html.push_str(if at == 0 { "</tr></thead>\n" } else { "</tr>\n" });
        }
        self.html.push_str("</table>\n");
        self.most_wide = outside;
    }
}

/// The style sheet of a page to print.
fn css(page: &Page<'_>) -> String {
    let [top, right, bottom, left] = page.layout.margins().map(|twips| f64::from(twips) / 20.0);
    let number = match page.layout.page_number {
        PageNumber::BottomCentre => " @bottom-center { content: counter(page); }",
        PageNumber::BottomRight => " @bottom-right { content: counter(page); }",
        PageNumber::Nowhere => "",
    };
    let mut css = format!(
        "@page {{ size: A4; margin: {top}pt {right}pt {bottom}pt {left}pt;{number} }}\n\
         body {{ max-width: {}pt; margin: 0 auto; padding: 0 1em; color: #000; background: #fff; }}\n\
         @media print {{ body {{ max-width: none; padding: 0; }} }}\n\
         h1, h2, h3, h4, h5, p[data-above] {{ break-after: avoid; }}\n\
         .figure {{ break-after: avoid; }} tr, img, svg {{ break-inside: avoid; max-width: 100%; }}\n\
         thead {{ display: table-header-group; }}\n\
         p {{ orphans: 2; widows: 2; }} pre {{ white-space: pre-wrap; }} blockquote {{ margin: 0 2em; }}\n",
        595.3 - left - right
    );
    for role in Role::ALL {
        let _ = writeln!(css, ".{} {{ {} }}", role.word(), declarations(*role, page));
    }
    css
}

/// The CSS of a role.
fn declarations(role: Role, page: &Page<'_>) -> String {
    let face = page.layout.face(role, page.language);
    let align = match face.align {
        Alignment::Justified => "justify",
        Alignment::Left => "left",
        Alignment::Centre => "center",
        Alignment::Right => "right",
    };
    let indent = match role {
        Role::Body | Role::Quote => page.layout.first_line(),
        _ => 0,
    };
    let line = match page.layout.line() {
        Line::Multiple(line) => format!("{}", f64::from(line) / 240.0),
        Line::Exact(line) => format!("{}pt", f64::from(line) / 20.0),
    };
    let generic = match face.family.as_str() {
        "黑体" | "微軟正黑體" => "SimHei,'Noto Sans CJK SC',sans-serif",
        "楷体" | "標楷體" => "KaiTi,STKaiti,serif",
        "仿宋" => "FangSong,STFangsong,serif",
        _ => "SimSun,'Noto Serif CJK SC',serif",
    };
    let name = |name: &str| name.replace(['\'', '"', '\\', ';', '<', '>', '{', '}', '&'], "");
    format!(
        "font-family:'{}','{}',{generic};font-size:{}pt;font-weight:{};text-align:{align};text-indent:{indent}em;line-height:{line};margin:0;",
        name(&face.latin),
        name(&face.family),
        f64::from(face.half_points) / 2.0,
        if face.bold { "bold" } else { "normal" },
    )
}

/// Bytes in base 64 (RFC 4648), as data addresses have them.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len() / 3 * 4 + 4);
    for piece in bytes.chunks(3) {
        let byte = |at: usize| u32::from(piece.get(at).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let index = (group >> (18 - 6 * at) & 63) as usize;
            let character = ALPHABET.get(index).copied().unwrap_or(b'=');
            text.push(if at > piece.len() { '=' } else { char::from(character) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn base64_is_as_the_standard_has_it() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(super::base64(bytes.as_bytes()), text);
        }
    }
}
