//! Files of spreadsheets as cells: `.xlsx`, `.xls`, and text in any of the usual encodings.

use std::io::{Cursor, Read, copy, sink};

use calamine::{Data, DataRef, ExcelDateTime, Reader, Xls, XlsError, Xlsx, XlsxError};

use super::{Grid, SheetError};

/// Bytes of everything inside a packed file, as counted while reading.
const INSIDE: u64 = 256 << 20;

/// Parts of a packed file.
const PARTS: usize = 1_000;

type Cells = Result<Vec<Vec<String>>, SheetError>;

impl Grid {
    /// Reads a file, told by its first bytes whatever its name. Of several sheets it is the first with rows in it. The second
    /// answer says whether a quotation mark never closes.
    ///
    /// # Errors
    ///
    /// If it is none, damaged, locked, or more than anybody's questionnaire.
    pub fn of_file(bytes: &[u8]) -> Result<(Self, bool), SheetError> {
        if bytes.len() > Self::BYTES {
            return Err(SheetError::Large);
        }
        let read: fn(&[u8]) -> Cells = match bytes {
            [b'P', b'K', 3, 4, ..] => packed,
            [0xd0, 0xcf, 0x11, 0xe0, ..] => binary,
            _ => return text(bytes),
        };
        // What reads damaged files has panicked at some of them; nobody who embeds this is to fall with it.
        let rows = std::panic::catch_unwind(|| read(bytes)).unwrap_or(Err(SheetError::Broken))?;
        Self::new(rows).map(|grid| (grid, false))
    }
}

fn text(bytes: &[u8]) -> Result<(Grid, bool), SheetError> {
    let text = crate::format::text_of(bytes).ok_or(SheetError::Foreign)?;
    // Some platforms call a web page a spreadsheet.
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('<') || text.contains('\0') {
        return Err(SheetError::Foreign);
    }
    Grid::of_text(&text)
}

/// Cells in their rows, within the bounds of a grid.
#[derive(Default)]
struct Rows(Vec<Vec<String>>);

impl Rows {
    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), SheetError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let (row, column) = (
            usize::try_from(row).map_err(|_| SheetError::Rows)?,
            usize::try_from(column).map_err(|_| SheetError::Columns)?,
        );
        if column >= Grid::COLUMNS {
            return Err(SheetError::Columns);
        }
        // Room for empty rows between.
        if row >= Grid::ROWS * 2 {
            return Err(SheetError::Rows);
        }
        if self.0.len() <= row {
            self.0.resize(row + 1, Vec::new());
        }
        if let Some(cells) = self.0.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
        Ok(())
    }

    /// All rows as wide as the widest: a file has no cells where nothing was answered.
    fn even(mut self) -> Vec<Vec<String>> {
        let width = self.0.iter().map(Vec::len).max().unwrap_or_default();
        for row in &mut self.0 {
            row.resize(width, String::new());
        }
        self.0
    }

    fn is_sheet(&self) -> bool {
        self.0.iter().filter(|row| !row.is_empty()).count() > 1
    }
}

/// An `.xlsx`.
fn packed(bytes: &[u8]) -> Cells {
    weigh(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => SheetError::Locked,
        XlsxError::FileNotFound(_) => SheetError::Foreign,
        _ => SheetError::Broken,
    })?;
    let mut first = None;
    for name in book.sheet_names() {
        let mut rows = Rows::default();
        // A page of charts has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else {
            continue;
        };
        while let Some(cell) = cells.next_cell().map_err(|_| SheetError::Broken)? {
            let (row, column) = cell.get_position();
            rows.put(row, column, borrowed(cell.get_value()))?;
        }
        if rows.is_sheet() {
            return Ok(rows.even());
        }
        first = first.or(Some(rows));
    }
    first.map(Rows::even).ok_or(SheetError::Broken)
}

/// Refuses what unpacks to more than any sheet is.
fn weigh(bytes: &[u8]) -> Result<(), SheetError> {
    let mut all = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Broken)?;
    if all.len() > PARTS {
        return Err(SheetError::Large);
    }
    let mut left = INSIDE;
    for at in 0..all.len() {
        let part = all.by_index(at).map_err(|_| SheetError::Broken)?;
        let read = copy(&mut part.take(left + 1), &mut sink()).map_err(|_| SheetError::Broken)?;
        left = left.checked_sub(read).ok_or(SheetError::Large)?;
    }
    Ok(())
}

/// An `.xls`.
fn binary(bytes: &[u8]) -> Cells {
    bounded(bytes)?;
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => SheetError::Locked,
        _ => SheetError::Broken,
    })?;
    let mut first = None;
    for (_, range) in book.worksheets() {
        let mut rows = Rows::default();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let at = |start: u32, more: usize| start.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
            rows.put(at(top, row), at(left, column), owned(cell))?;
        }
        if rows.is_sheet() {
            return Ok(rows.even());
        }
        first = first.or(Some(rows));
    }
    first.map(Rows::even).ok_or(SheetError::Broken)
}

/// Refuses what names a cell far outside: whoever reads it makes room for all cells up to there.
fn bounded(bytes: &[u8]) -> Result<(), SheetError> {
    /// Records whose first two numbers are a row and a column.
    const CELLS: [u16; 10] = [0x06, 0x0bd, 0x0be, 0x0d6, 0x0fd, 0x201, 0x203, 0x204, 0x205, 0x27e];
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| SheetError::Broken)?;
    if file.exists("/EncryptedPackage") {
        return Err(SheetError::Locked);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.exists(name));
    let stream = file.open_stream(name.ok_or(SheetError::Foreign)?);
    let mut book = Vec::new();
    let read = stream.and_then(|stream| stream.take(Grid::BYTES as u64).read_to_end(&mut book));
    read.map_err(|_| SheetError::Broken)?;
    let mut rest = book.as_slice();
    while let [a, b, c, d, more @ ..] = rest {
        let (kind, long) = (u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d]));
        let (record, next) = more.split_at_checked(long.into()).unwrap_or((more, &[]));
        if let ([a, b, c, d, ..], true) = (record, CELLS.contains(&kind)) {
            let (row, column) = (u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d]));
            if usize::from(row) >= Grid::ROWS * 2 {
                return Err(SheetError::Rows);
            }
            if usize::from(column) >= Grid::COLUMNS {
                return Err(SheetError::Columns);
            }
        }
        rest = next;
    }
    Ok(())
}

fn owned(cell: &Data) -> String {
    match cell {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => figure(*number),
        Data::Bool(yes) => u8::from(*yes).to_string(),
        Data::DateTime(time) => moment(time),
        Data::Error(_) | Data::Empty => String::new(),
    }
}

fn borrowed(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::SharedString(text) => (*text).to_owned(),
        other => owned(&Data::from(other.clone())),
    }
}

/// A number as a person typed it, without what binary fractions add.
fn figure(number: f64) -> String {
    let rounded = (number * 1e9).round() / 1e9;
    if rounded.is_finite() { rounded } else { number }.to_string()
}

/// A time as platforms write it: `2026/9/3 12:00:00`.
fn moment(time: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    if time.is_duration() {
        return figure(time.as_f64());
    }
    format!("{year}/{month}/{day} {hour:02}:{minute:02}:{second:02}")
}
