//! Text in cells: rows as a spreadsheet puts them on the clipboard or into a file.

/// Reads rows of cells. A cell in double quotes may hold the separator, line ends, and quotes written twice. Any line end
/// ends a row; a row without a word in it is none. The second answer says whether a quote was left open: then its cell
/// holds everything up to the end.
///
/// ```
/// use luoxuan::text::cells;
/// let (rows, open) = cells::read("\u{feff}甲,\"乙,丙\"\r\n1,\"说“\"\"好\"\"”\"\r\n", ',');
/// assert_eq!(rows, [["甲", "乙,丙"], ["1", "说“\"好\"”"]]);
/// assert!(!open);
/// ```
pub fn read(text: &str, separator: char) -> (Vec<Vec<String>>, bool) {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let (mut quoted, mut begun) = (false, false);
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text).chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if !begun => (quoted, begun) = (true, true),
            _ if quoted => cell.push(character),
            _ if character == separator => {
                row.push(std::mem::take(&mut cell));
                begun = false;
            }
            '\r' | '\n' => {
                row.push(std::mem::take(&mut cell));
                keep(&mut rows, std::mem::take(&mut row));
                begun = false;
            }
            _ => {
                cell.push(character);
                begun = true;
            }
        }
    }
    row.push(cell);
    keep(&mut rows, row);
    (rows, quoted)
}

fn keep(rows: &mut Vec<Vec<String>>, row: Vec<String>) {
    if row.iter().any(|cell| !cell.trim().is_empty()) {
        rows.push(row);
    }
}

/// Writes a row so that [`read`] gives it back, without a line end.
///
/// ```
/// use luoxuan::text::cells;
/// assert_eq!(cells::write(["甲", "乙,丙", ""], ','), "甲,\"乙,丙\",");
/// ```
pub fn write<'c>(row: impl IntoIterator<Item = &'c str>, separator: char) -> String {
    let cells = row.into_iter().map(|cell| {
        let special = |c: char| c == separator || matches!(c, '"' | '\r' | '\n' | '`' | '\u{feff}');
        // Spaces at the ends, and marks that would close a fence, are safe between quotes.
        if cell.contains(special) || cell.trim() != cell {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    });
    cells.collect::<Vec<_>>().join(&separator.to_string())
}
