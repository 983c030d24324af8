//! Records of a kind as a table for spreadsheets.

use crate::catalog::Language;
use crate::catalog::words::kind::csv as words;
use crate::index::Index;
use crate::record::Kind;

/// What makes a spreadsheet read a cell as a formula.
pub(super) const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// All records of a kind, a line each under the labels of its fields, by day, as CSV (RFC 4180): UTF-8 with the mark by
/// which the spreadsheets that schools have know it, lines ended by CR LF. A cell that would be read as a formula begins
/// with an apostrophe, but for numbers. A linked record is called as `name` says.
///
/// `private` fields are left out unless asked for.
pub fn csv(kind: &Kind, index: &Index, language: Language, private: bool, name: &dyn Fn(&str) -> String) -> String {
    let fields: Vec<_> = kind.fields.iter().filter(|field| private || !field.private).collect();
    let mut header: Vec<String> = fields.iter().map(|field| field.label(language).to_owned()).collect();
    if !kind.stages.is_empty() {
        header.push(words::STAGE.in_(language).to_owned());
    }
    let mut records: Vec<_> = kind.records(index).collect();
    records.sort_by_key(|revision| (kind.day_of(revision.content()), revision.record()));
    let mut text = String::from("\u{feff}");
    line(&header, &mut text);
    for revision in records {
        let said = revision.content().to_json();
        let cell = |name_of: &str| said.get(name_of);
        let mut cells: Vec<String> = fields
            .iter()
            .map(|field| cell(&field.name).map_or_else(String::new, |value| field.show(value, language, name)))
            .collect();
        if !kind.stages.is_empty() {
            let stage = kind.stage_of(revision.content());
            cells.push(stage.map_or_else(String::new, |stage| stage.label(language).to_owned()));
        }
        line(&cells, &mut text);
    }
    text
}

fn line(cells: &[String], into: &mut String) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            into.push(',');
        }
        let harmless = harmless(cell);
        if harmless.contains([',', '"', '\n', '\r']) {
            into.push('"');
            into.push_str(&harmless.replace('"', "\"\""));
            into.push('"');
        } else {
            into.push_str(&harmless);
        }
    }
    into.push_str("\r\n");
}

/// A cell that no spreadsheet runs.
fn harmless(cell: &str) -> String {
    let formula = cell.starts_with(FORMULA) && cell.parse::<f64>().is_err();
    if formula { format!("'{cell}") } else { cell.to_owned() }
}
