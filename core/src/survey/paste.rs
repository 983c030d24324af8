//! A sheet's answers put where a survey's questions match, and what of them could not be read.

use super::answers::{Answer, Options};
use super::sheet::{Asked, Column, Grid, Layout, Part, Role, Row, SheetError, Values, columns, several};
use super::unread::PasteWarningKind;
use crate::catalog::{Language, fill, survey::unread};
use crate::record::{Item, ItemKind, Survey};
use crate::text::{cells, fold};

/// A place in pasted rows that needs a look.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PasteWarning {
    /// Why.
    pub why: PasteWarningKind,
    /// Its row as a spreadsheet numbers it: the heading is row 1.
    pub row: usize,
    /// Its column, from 1.
    pub column: usize,
    /// What stands there.
    pub text: String,
}

impl PasteWarning {
    /// It as a sentence.
    pub fn sentence(&self, language: Language) -> String {
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("row", &self.row),
            ("column", &self.column),
            ("text", &self.text.trim()),
        ];
        fill(unread(self.why).in_(language), slots)
    }
}

/// A sheet's answers: what [`Survey::columns`] and [`Survey::rows`] are to hold, and what needs a look.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Pasted {
    /// The items that the cells answer, by their short names; a heading that is no item's stands as it is.
    pub columns: Vec<String>,
    /// One row a person.
    pub rows: Vec<Vec<String>>,
    /// How many of the columns answer an item.
    pub matched: usize,
    /// What could not be read, in order.
    pub harmed: Vec<PasteWarning>,
}

impl Pasted {
    /// Puts the rows behind those that a survey has. Cells of both stand under their items, wherever their columns are.
    pub fn add_to(self, survey: &mut Survey) {
        if survey.rows.is_empty() {
            (survey.columns, survey.rows) = (self.columns, self.rows);
            return;
        }
        let places: Vec<usize> = self
            .columns
            .iter()
            .map(|name| place_of(&mut survey.columns, name))
            .collect();
        let width = survey
            .rows
            .iter()
            .map(Vec::len)
            .chain([survey.columns.len()])
            .max()
            .unwrap_or_default();
        for row in &mut survey.rows {
            row.resize(width, String::new());
        }
        for row in self.rows {
            let mut cells = vec![String::new(); width];
            let mut over = Vec::new();
            for (at, cell) in row.into_iter().enumerate() {
                match places.get(at).and_then(|place| cells.get_mut(*place)) {
                    Some(there) => *there = cell,
                    None => over.push(cell),
                }
            }
            cells.extend(over);
            survey.rows.push(cells);
        }
    }

    /// Whether a survey has all these rows already, each as often as it comes here.
    pub fn is_in(&self, survey: &Survey) -> bool {
        let there = |row: &Vec<String>| -> Vec<String> {
            let cell = |name: &String| {
                let at = survey.columns.iter().position(|column| column == name)?;
                row.get(at).cloned()
            };
            self.columns.iter().map(|name| cell(name).unwrap_or_default()).collect()
        };
        let mut have = std::collections::BTreeMap::<Vec<String>, usize>::new();
        for row in &survey.rows {
            *have.entry(there(row)).or_default() += 1;
        }
        !self.rows.is_empty()
            && self.rows.iter().all(|row| {
                let left = have.get_mut(row).filter(|left| **left > 0);
                left.map(|left| *left -= 1).is_some()
            })
    }
}

/// Where a column of this name is, among these or behind them.
fn place_of(columns: &mut Vec<String>, name: &str) -> usize {
    columns.iter().position(|column| column == name).unwrap_or_else(|| {
        columns.push(name.to_owned());
        columns.len() - 1
    })
}

/// Reads rows pasted from a spreadsheet: with tabs, or with commas, half or full width; quotes, a byte order mark and any
/// line ends are understood. Then as [`answers`].
///
/// # Errors
///
/// If it is more than anybody's questionnaire, or nothing.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::record::{Choice, Item, Survey};
/// use luoxuan::survey::paste;
/// let choice = |text: &str, place| Choice { text: text.into(), place, ..Choice::default() };
/// let choices = [("y".into(), choice("会", 0)), ("n".into(), choice("不会", 1))].into();
/// let item = Item { text: "会不会写？".into(), choices, ..Item::default() };
/// let survey = Survey { items: [("able".into(), item)].into(), ..Survey::default() };
///
/// let pasted = paste(&survey, "姓名\t会不会写？\r\n小明\t会\r\n小红\t也许\r\n").expect("rows");
/// assert_eq!(pasted.columns, ["able"]);
/// assert_eq!(pasted.rows, [["会"], ["也许"]]);
/// let said: Vec<_> = pasted.harmed.iter().map(|harmed| harmed.sentence(Language::ZhHans)).collect();
/// assert_eq!(said[0], "第1列“姓名”没有收进来：问卷不留姓名。");
/// assert_eq!(said[1], "第3行第2列“也许”不在选项里：原样留着，没有计数。");
/// ```
pub fn paste(survey: &Survey, text: &str) -> Result<Pasted, SheetError> {
    let (grid, open) = Grid::of_text(text)?;
    let mut pasted = answers(survey, &grid);
    if open {
        pasted
            .harmed
            .insert(0, harmed(PasteWarningKind::Quote, grid.len(), 0, ""));
    }
    Ok(pasted)
}

/// Puts a sheet's answers where a survey's questions match. A row of headings names the items, by their words, their short
/// names, or their numbers; several columns of one question come together. Where nothing names one and there are as many
/// columns as items, there is no heading and the columns are in the items' order.
///
/// Nothing is lost but columns of names and of a platform's own: what cannot be read stands in the rows as it was, and in
/// `harmed`.
pub fn answers(survey: &Survey, grid: &Grid) -> Pasted {
    let items = survey.items();
    let words = |row: &Row| row.cells.iter().filter(|cell| by_words(&items, cell)).count();
    let layout = Layout::of(grid, words);
    let Some(headings) = grid.rows.get(layout.heading) else {
        return Pasted::default();
    };
    let named = headings
        .cells
        .iter()
        .filter(|cell| item_of(&items, cell).is_some())
        .count();
    // A first row of answers may hold a number or two that is some item's.
    let headed = words(headings) > 0 || named * 2 > headings.cells.len() || headings.cells.len() != items.len();
    let (rows, targets, mut pasted) = if headed {
        let rows = layout.rows(grid);
        let (targets, pasted) = headed_by(survey, &items, headings, rows);
        (rows, targets, pasted)
    } else {
        let targets = items
            .iter()
            .enumerate()
            .map(|(at, (name, _))| Target::plain(at, name, true, &grid.rows));
        (&grid.rows[..], targets.collect(), Pasted::default())
    };
    let width = headings.cells.len();
    pasted.matched = targets.iter().filter(|target| target.item).count();
    pasted.columns = targets.iter().map(|target| target.name.clone()).collect();
    let readers: Vec<Option<Options>> = targets
        .iter()
        .map(|target| survey.items.get(&target.name).filter(|_| target.item).map(Options::of))
        .collect();
    for row in rows {
        if row.cells.len() < width {
            pasted
                .harmed
                .push(harmed(PasteWarningKind::Short, row.number, row.cells.len(), ""));
        }
        let mut cells = Vec::with_capacity(targets.len());
        for (target, reader) in targets.iter().zip(&readers) {
            let cell = target.read(row);
            if reader
                .as_ref()
                .is_some_and(|reader| reader.read(&cell) == Answer::PasteWarningKind)
            {
                pasted
                    .harmed
                    .push(harmed(PasteWarningKind::Answer, row.number, target.first() + 1, &cell));
            }
            cells.push(cell);
        }
        let over = row.cells.get(width..).unwrap_or_default();
        if over.iter().any(|cell| !cell.trim().is_empty()) {
            pasted
                .harmed
                .push(harmed(PasteWarningKind::Long, row.number, width + 1, &over.join(" ")));
            cells.extend(over.iter().cloned());
        }
        pasted.rows.push(cells);
    }
    pasted.harmed.sort_by_key(|harmed| (harmed.row, harmed.column));
    pasted
}

/// Where cells go: under an item, or under their own heading.
struct Target<'g> {
    name: String,
    item: bool,
    parts: Vec<(Part, Values<'g>)>,
}

impl<'g> Target<'g> {
    fn plain(column: usize, name: &str, item: bool, rows: &'g [Row]) -> Self {
        let part = Part {
            column,
            label: String::new(),
        };
        Self {
            name: name.to_owned(),
            item,
            parts: vec![(part, Values::of(rows, column))],
        }
    }

    fn first(&self) -> usize {
        self.parts.first().map_or(0, |(part, _)| part.column)
    }

    /// One cell as it stands; of several what was ticked.
    fn read(&self, row: &Row) -> String {
        match &self.parts[..] {
            [(part, values)] => {
                let cell = row.cells.get(part.column).map_or("", String::as_str);
                let none = self.item && values.is_none(cell.trim());
                if none { String::new() } else { cell.to_owned() }
            }
            parts => several(parts.iter().map(|(part, values)| (part, values)), row),
        }
    }
}

fn headed_by<'g>(
    survey: &Survey,
    items: &[(&str, &Item)],
    headings: &Row,
    rows: &'g [Row],
) -> (Vec<Target<'g>>, Pasted) {
    let mut pasted = Pasted::default();
    let (all, asked) = columns(headings, rows, headings.cells.len(), |heading| by_words(items, heading));
    let number = headings.number;
    for Column { at, heading, role } in &all {
        match role {
            Role::Telling => pasted
                .harmed
                .push(harmed(PasteWarningKind::Names, number, at + 1, heading)),
            Role::Recorded => pasted
                .harmed
                .push(harmed(PasteWarningKind::Recorded, number, at + 1, heading)),
            Role::Asked | Role::Bare => {}
        }
    }
    let mut targets: Vec<Target<'g>> = Vec::new();
    for one in &asked {
        let new = |name: &str| !targets.iter().any(|target| target.item && target.name == name);
        if let Some(name) = several_of(survey, items, one).filter(|name| new(name)) {
            let part = |part: &Part| (part.clone(), Values::of(rows, part.column));
            targets.push(Target {
                name: name.to_owned(),
                item: true,
                parts: one.parts.iter().map(part).collect(),
            });
            continue;
        }
        for Part { column, label } in &one.parts {
            let heading = headings.cell(*column);
            let row = format!("{}—{label}", one.text);
            // Of several columns with one heading, each has its item by its order.
            let before = all
                .iter()
                .filter(|other| other.at <= *column && other.heading == heading);
            let same = format!("{}（{}）", one.text, before.count());
            let whole = if one.parts.len() == 1 { one.text.as_str() } else { "" };
            let ways = [same.as_str(), heading, whole, row.as_str(), label.as_str()];
            let found = ways
                .into_iter()
                .find_map(|said| item_of(items, said))
                .map(|(name, _)| name);
            let new = |name: &&str| !targets.iter().any(|target| target.item && target.name == **name);
            if let Some(name) = found.filter(new) {
                targets.push(Target::plain(*column, name, true, rows));
            } else {
                pasted
                    .harmed
                    .push(harmed(PasteWarningKind::Column, number, column + 1, heading));
                targets.push(Target::plain(*column, heading, false, rows));
            }
        }
    }
    (targets, pasted)
}

/// The item of several answers that these columns belong to, each an option of it.
fn several_of<'s>(survey: &Survey, items: &[(&'s str, &Item)], asked: &Asked) -> Option<&'s str> {
    if asked.parts.len() < 2 {
        return None;
    }
    let numbered = || asked.number.and_then(|number| item_of(items, &format!("第{number}题")));
    let (name, _) = item_of(items, &asked.text).or_else(numbered)?;
    let item = survey.items.get(name).filter(|item| item.sort == ItemKind::Multiple)?;
    let options = Options::of(item);
    let known = |part: &&Part| matches!(options.read(&part.label), Answer::Ticks(_));
    (asked.parts.iter().filter(known).count() * 2 >= asked.parts.len()).then_some(name)
}

/// Writes a survey's rows with their heading, for a spreadsheet. [`paste`] reads them back.
///
/// ```
/// use luoxuan::Survey;
/// use luoxuan::survey::rows_as_text;
/// let survey = Survey { columns: vec!["q".into()], rows: vec![vec!["会,一点".into()]], ..Survey::default() };
/// assert_eq!(rows_as_text(&survey), "q\n\"会,一点\"\n");
/// ```
pub fn rows_as_text(survey: &Survey) -> String {
    let mut text = String::new();
    for row in std::iter::once(&survey.columns).chain(&survey.rows) {
        text.push_str(&cells::write(row.iter().map(String::as_str), ','));
        text.push('\n');
    }
    text
}

fn harmed(why: PasteWarningKind, row: usize, column: usize, text: &str) -> PasteWarning {
    PasteWarning {
        why,
        row,
        column,
        text: text.into(),
    }
}

fn by_words(items: &[(&str, &Item)], heading: &str) -> bool {
    item_of(items, heading).is_some_and(|(_, by_words)| by_words)
}

/// The item that a heading names, and whether by its short name or its words rather than by its number.
fn item_of<'s>(items: &[(&'s str, &Item)], heading: &str) -> Option<(&'s str, bool)> {
    let bare = |text: &str| {
        let folded = fold(text.trim());
        folded.trim_end_matches(['?', '。', '.', ':']).to_owned()
    };
    let said = bare(heading);
    if said.is_empty() {
        return None;
    }
    let whole = |(name, item): &&(&str, &Item)| {
        *name == heading.trim() || [&item.text, &item.name].iter().any(|text| bare(text) == said)
    };
    let unnumbered = || {
        let rest = bare(&super::sheet::words_of(heading));
        items
            .iter()
            .find(|(_, item)| !rest.is_empty() && bare(&item.text) == rest)
    };
    let numbered = || {
        let number = said
            .trim_start_matches(['q', '第'])
            .trim_end_matches(['题', '題'])
            .trim();
        items.get(number.parse::<usize>().ok()?.checked_sub(1)?)
    };
    let by_words = items
        .iter()
        .find(whole)
        .or_else(unnumbered)
        .map(|(name, _)| (*name, true));
    by_words.or_else(|| numbered().map(|(name, _)| (*name, false)))
}
