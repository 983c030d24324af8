//! The text: blocks to paragraphs, runs to runs.

use std::collections::BTreeMap;

use super::numbering::{LEVELS, List, numbering_level};
use super::package::Package;
use super::paper::{MAIN, Paper, Progress};
use super::section::{References, section};
use super::xml::Xml;
use crate::catalog::{ManuscriptLabel, mark};
use crate::id::BlobId;
use crate::manuscript::{Block, Figure, Inline, Manuscript, Picture, Shows, TextStyle, Warning};

/// What the body leaves for other parts.
pub(super) struct Written {
    pub(super) document: Vec<u8>,
    pub(super) notes: Vec<u8>,
    pub(super) lists: Vec<List>,
    pub(super) warnings: Vec<Warning>,
}

/// The body being written.
pub(super) struct Body<'a> {
    pub(super) paper: &'a Paper<'a>,
    pub(super) package: &'a mut Package,
    pub(super) pictures: &'a BTreeMap<BlobId, Picture>,
    /// The reference of each picture already in the package.
    pub(super) placed: BTreeMap<BlobId, String>,
    pub(super) xml: Xml,
    pub(super) warnings: Vec<Warning>,
    /// Drawings so far; each needs a number of its own.
    pub(super) drawings: usize,
    pub(super) charts: usize,
    /// How many figures and tables there are to be named.
    pub(super) shown: Shows,
    /// Bookmarks so far.
    pub(super) bookmarks: usize,
    /// How wide a picture may be here, in twips.
    pub(super) room: u32,
    pub(super) notes: Xml,
    pub(super) note_count: usize,
    lists: Vec<List>,
    /// The list of the headings below something attached.
    attached: Option<Attached>,
    /// Whether the next paragraph begins an item of a list.
    begins: bool,
    /// Whether a table has just ended. The next paragraph keeps its distance.
    after_table: bool,
}

/// Below the heading of something attached.
#[derive(Clone, Copy)]
enum Attached {
    /// No heading has come yet.
    Begun,
    /// Headings are numbered by this list.
    List(usize),
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Stand {
    /// In a list: its number and its level.
    list: Option<(usize, usize)>,
    /// In a quotation.
    quote: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(paper: &'a Paper<'a>, package: &'a mut Package, pictures: &'a BTreeMap<BlobId, Picture>) -> Self {
        let mut xml = Xml::new();
        xml.open(
            "w:document",
            &[
                ("xmlns:w", MAIN),
                (
                    "xmlns:r",
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                ),
                (
                    "xmlns:wp",
                    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                ),
                ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
                ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
                ("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
            ],
        );
        xml.open("w:body", &[]);
        let mut notes = Xml::new();
        notes.open("w:footnotes", &[("xmlns:w", MAIN)]);
        for (id, kind, name) in [
            ("-1", "separator", "w:separator"),
            ("0", "continuationSeparator", "w:continuationSeparator"),
        ] {
            notes.open("w:footnote", &[("w:type", kind), ("w:id", id)]);
            notes.open("w:p", &[]);
            notes.open("w:r", &[]);
            notes.empty(name, &[]);
            notes.close("w:r");
            notes.close("w:p");
            notes.close("w:footnote");
        }
        Self {
            paper,
            package,
            pictures,
            placed: BTreeMap::new(),
            xml,
            warnings: Vec::new(),
            drawings: 0,
            charts: 0,
            shown: Shows::default(),
            bookmarks: 0,
            notes,
            note_count: 0,
            lists: Vec::new(),
            attached: None,
            begins: false,
            room: paper.width(),
            after_table: false,
        }
    }

    /// Ends the parts.
    pub(super) fn done(mut self, references: &References) -> Written {
        if self.after_table {
            // Word wants a paragraph behind a table.
            self.paragraph("BodyText", |_| {});
        }
        section(&mut self.xml, self.paper, references);
        self.xml.close("w:body");
        self.xml.close("w:document");
        self.notes.close("w:footnotes");
        Written {
            document: self.xml.done(),
            notes: self.notes.done(),
            lists: self.lists,
            warnings: self.warnings,
        }
    }

    pub(super) fn say(&self, word: ManuscriptLabel) -> &'static str {
        mark(word).in_(self.paper.language)
    }

    pub(super) fn manuscript(&mut self, manuscript: &Manuscript, progress: &mut dyn FnMut(Progress)) {
        self.shown = manuscript.shows();
        self.line("Title", &manuscript.title);
        if !manuscript.subtitle.is_empty() {
            self.line("Subtitle", &format!("——{}", manuscript.subtitle));
        }
        for line in manuscript.byline.lines() {
            self.line("Author", line);
        }
        if !manuscript.summary.is_empty() {
            self.labelled(ManuscriptLabel::Summary, &manuscript.summary);
        }
        if !manuscript.keywords.is_empty() {
            let keywords = manuscript.keywords.join(self.say(ManuscriptLabel::Between));
            self.labelled(ManuscriptLabel::Keywords, &keywords);
        }
        let of = manuscript.blocks.len();
        for (at, piece) in manuscript.blocks.iter().enumerate() {
            self.block(&piece.block, Stand::default());
            progress(Progress { done: at + 1, of });
        }
        if !manuscript.references.is_empty() {
            let heading = self.say(ManuscriptLabel::References);
            self.heading(1, Some(0), &[Inline::Text(heading.to_owned(), TextStyle::default())]);
        }
        for (at, reference) in manuscript.references.iter().enumerate() {
            self.line("Reference", &format!("[{}] {reference}", at + 1));
        }
    }

    /// Opens a paragraph of a style; its properties are still open.
    pub(super) fn open_paragraph(&mut self, style: &str) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.val("w:pStyle", style);
    }

    /// A paragraph of a style.
    pub(super) fn paragraph(&mut self, style: &str, inner: impl FnOnce(&mut Self)) {
        self.open_paragraph(style);
        self.spacing(false);
        self.xml.close("w:pPr");
        inner(self);
        self.xml.close("w:p");
    }

    /// A paragraph of a style with these runs.
    fn written(&mut self, style: &str, runs: &[Inline]) {
        self.open_paragraph(style);
        self.spacing(is_tall(runs));
        self.xml.close("w:pPr");
        self.runs(runs);
        self.xml.close("w:p");
    }

    /// How far a paragraph stays from a table before it; and where pictures stand among its words a line as high as
    /// they are, whatever the lines of the text are.
    fn spacing(&mut self, tall: bool) {
        let before = std::mem::take(&mut self.after_table).then_some(("w:before", "160"));
        let line = [("w:line", "240"), ("w:lineRule", "auto")];
        let line = line.iter().copied().filter(|_| tall);
        let spacing: Vec<_> = before.into_iter().chain(line).collect();
        if !spacing.is_empty() {
            self.xml.empty("w:spacing", &spacing);
        }
    }

    pub(super) fn line(&mut self, style: &str, text: &str) {
        self.paragraph(style, |body| body.text(text, TextStyle::default(), None));
    }

    fn labelled(&mut self, label: ManuscriptLabel, text: &str) {
        let label = format!("{}{}", self.say(label), self.say(ManuscriptLabel::Colon));
        self.paragraph("Abstract", |body| {
            body.text(&label, TextStyle::default(), Some("AbstractLabel"));
            body.text(text, TextStyle::default(), None);
        });
    }

    fn block(&mut self, block: &Block, stand: Stand) {
        // What cannot carry the sign of its item stands below it.
        let carries = matches!(
            block,
            Block::Paragraph(_) | Block::Quote(_) | Block::Code(_) | Block::Figure(_)
        );
        if self.begins && !carries {
            self.standing(stand, &[]);
        }
        match block {
            Block::Heading(level, runs) => {
                if *level <= 1 {
                    self.attached = None;
                }
                let list = self.attached_list();
                self.heading(*level, list, runs);
            }
            Block::Attached(runs) => {
                self.heading(1, Some(0), runs);
                self.attached = Some(Attached::Begun);
            }
            Block::Paragraph(runs) => self.standing(stand, runs),
            Block::List(first, items) => self.list(*first, items, stand),
            Block::Quote(blocks) => {
                for block in blocks {
                    self.block(block, Stand { quote: true, ..stand });
                }
            }
            Block::Code(text) => {
                for line in text.lines() {
                    self.standing(stand, &[Inline::Text(line.to_owned(), TextStyle::default())]);
                }
            }
            Block::Table(table) => {
                self.caption(ManuscriptLabel::Table, table.number, &table.caption);
                self.table(table);
                self.after_table = true;
            }
            Block::Figure(figure) => {
                if self.begins {
                    self.figure_of_item(figure, stand);
                } else {
                    self.figure(figure);
                }
                self.caption(ManuscriptLabel::Figure, figure.number, &figure.caption);
            }
            Block::Chart(number, chart) => {
                self.chart(*number, chart);
                // Its values stand at its points and in its words for those who do not see it: a table would say them again.
                self.caption(ManuscriptLabel::Figure, *number, &chart.caption);
            }
            Block::Rule => self.rule(),
        }
    }

    /// The pictures of a figure in a line that carries the sign of its item.
    fn figure_of_item(&mut self, figure: &Figure, stand: Stand) {
        let picture = |blob: &BlobId| Inline::Picture(*blob, figure.caption.clone());
        let mut shown: Vec<_> = figure.pictures.iter().map(picture).collect();
        if shown.is_empty() {
            shown.push(Inline::Text(
                self.say(ManuscriptLabel::Withheld).into(),
                TextStyle::default(),
            ));
        }
        self.standing(stand, &shown);
    }

    /// A line across the page.
    fn rule(&mut self) {
        self.open_paragraph("BodyText");
        self.xml.open("w:pBdr", &[]);
        let line = [
            ("w:val", "single"),
            ("w:sz", "4"),
            ("w:space", "1"),
            ("w:color", "auto"),
        ];
        self.xml.empty("w:bottom", &line);
        self.xml.close("w:pBdr");
        self.xml.close("w:pPr");
        self.xml.close("w:p");
    }

    /// A heading, numbered by its style or by a list of its own; number 0 is none.
    fn heading(&mut self, level: u8, list: Option<usize>, runs: &[Inline]) {
        let level = level.clamp(1, 4);
        self.open_paragraph(&format!("Heading{level}"));
        if let Some(list) = list {
            self.xml.open("w:numPr", &[]);
            self.xml.val("w:ilvl", level - 1);
            self.xml.val("w:numId", list);
            self.xml.close("w:numPr");
        }
        self.spacing(is_tall(runs));
        self.xml.close("w:pPr");
        self.runs(runs);
        self.xml.close("w:p");
    }

    /// The list of the headings below what is attached, if that is where the text is.
    fn attached_list(&mut self) -> Option<usize> {
        let list = match self.attached? {
            Attached::Begun => self.add_list(List::Attached),
            Attached::List(list) => list,
        };
        self.attached = Some(Attached::List(list));
        Some(list)
    }

    /// Adds a list; its number.
    fn add_list(&mut self, list: List) -> usize {
        self.lists.push(list);
        self.lists.len() + 1
    }

    fn standing(&mut self, stand: Stand, runs: &[Inline]) {
        let Some((list, level)) = stand.list else {
            self.written(if stand.quote { "Quote" } else { "BodyText" }, runs);
            return;
        };
        let begins = std::mem::take(&mut self.begins);
        self.after_table = false;
        self.open_paragraph("ListParagraph");
        if begins {
            self.xml.open("w:numPr", &[]);
            self.xml.val("w:ilvl", level);
            self.xml.val("w:numId", list);
            self.xml.close("w:numPr");
        }
        self.spacing(is_tall(runs));
        // Said here too: the style's own indent would go before the list's.
        let (left, hanging) = numbering_level(level);
        let hanging = if begins {
            ("w:hanging", hanging)
        } else {
            ("w:firstLine", 0)
        };
        self.xml.empty(
            "w:ind",
            &[("w:left", &left.to_string()), (hanging.0, &hanging.1.to_string())],
        );
        self.xml.close("w:pPr");
        let left = u32::try_from(left).unwrap_or(0);
        let outside = std::mem::replace(&mut self.room, self.paper.width().saturating_sub(left).max(1));
        self.runs(runs);
        self.room = outside;
        self.xml.close("w:p");
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>], stand: Stand) {
        let level = stand.list.map_or(0, |(_, level)| level + 1).min(LEVELS - 1);
        let number = self.add_list(first.map_or(List::Bullets, |first| List::Numbers { first, level }));
        let stand = Stand {
            list: Some((number, level)),
            ..stand
        };
        for item in items {
            self.begins = true;
            for block in item {
                self.block(block, stand);
            }
            if self.begins {
                self.standing(stand, &[]);
            }
        }
    }

    /// How far a caption stays from a table before it.
    pub(super) fn caption_distance(&mut self) {
        if std::mem::take(&mut self.after_table) {
            self.xml.empty("w:spacing", &[("w:before", "200")]);
        }
    }
}

/// Whether pictures stand among these words.
fn is_tall(runs: &[Inline]) -> bool {
    runs.iter().any(|run| matches!(run, Inline::Picture(..)))
}
