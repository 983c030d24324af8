//! Tables, with every cell in its column.

use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// No table a person copies is larger; one that says it is has a cell that spans a million columns.
const MOST: usize = 20_000;

/// A table row by row, a place for each cell; a place that belongs to a merged cell holds what that says in the first of
/// its columns, in each of its rows, and nothing in the others.
pub(super) fn grid(table: &Element, mut read: impl FnMut(&Element) -> String) -> Vec<Vec<String>> {
    let rows = rows(table);
    let mut places: BTreeMap<(usize, usize), String> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let mut column = 0;
        for cell in cells(row) {
            while places.contains_key(&(at, column)) {
                column += 1;
            }
            let wide = span(&cell, "colspan").unwrap_or(1).clamp(1, 100);
            // None at all: as far as the table goes.
            let tall = span(&cell, "rowspan").unwrap_or(1);
            let tall = if tall == 0 { rows.len() } else { tall }.min(rows.len() - at);
            if places.len() + wide * tall > MOST {
                break;
            }
            let said = read(&cell);
            for (down, across) in (0..tall).flat_map(|down| (0..wide).map(move |across| (down, across))) {
                let said = if across == 0 { said.clone() } else { String::new() };
                places.entry((at + down, column + across)).or_insert(said);
            }
            column += wide;
        }
    }
    let wide = places.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
    let row = |at: usize| {
        (0..wide)
            .map(|column| places.get(&(at, column)).cloned().unwrap_or_default())
            .collect()
    };
    (0..rows.len())
        .map(row)
        .filter(|row: &Vec<String>| !row.is_empty())
        .collect()
}

fn span(cell: &Element, name: &str) -> Option<usize> {
    cell.get_attribute(name)?.trim().parse().ok()
}

/// Its own rows, and none of a table in one of its cells.
fn rows(table: &Element) -> Vec<Element> {
    let own = |row: &Element| row.closest("table").ok().flatten().as_ref() == Some(table);
    table
        .query_selector_all("tr")
        .map(|all| elements(&all))
        .unwrap_or_default()
        .into_iter()
        .filter(own)
        .collect()
}

fn cells(row: &Element) -> Vec<Element> {
    let children = elements(&row.child_nodes());
    let is_cell = |cell: &Element| matches!(cell.tag_name().as_str(), "TD" | "TH");
    children.into_iter().filter(is_cell).collect()
}

fn elements(all: &NodeList) -> Vec<Element> {
    (0..all.length())
        .filter_map(|at| all.item(at)?.dyn_into().ok())
        .collect()
}
