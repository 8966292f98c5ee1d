//! Workbooks of Excel (XLSX): the first sheet with anything on it, as the table that a CSV file would hold. Dates are written as days,
//! numbers as they stand; from there on it is the import that everybody knows.

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use std::io::Cursor;

/// A workbook is a ZIP archive.
pub const BEGINS: &[u8] = b"PK\x03\x04";
/// What a packed workbook may unpack to: a table of a few million cells, and no bomb.
const UNPACKED_AT_MOST: u64 = 512 * 1024 * 1024;
/// Rows and columns of a sheet, as Excel has them at most.
const ROWS_AT_MOST: u32 = 1_048_576;
const COLUMNS_AT_MOST: u32 = 1_000;

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoTable {
    /// It is no workbook, or a damaged one, or locked with a password.
    Unreadable,
    /// It would unpack to more than any table needs.
    TooLarge,
    /// There is no sheet with anything on it.
    Empty,
}

/// The first sheet with anything on it, as CSV with commas. A row of it stands where it stands in the sheet.
pub fn as_csv(bytes: &[u8]) -> Result<String, NoTable> {
    if unpacked(bytes).ok_or(NoTable::Unreadable)? > UNPACKED_AT_MOST {
        return Err(NoTable::TooLarge);
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| NoTable::Unreadable)?;
    for name in book.sheet_names() {
        let csv = sheet(&mut book, &name)?;
        if !csv.is_empty() {
            return Ok(csv);
        }
    }
    Err(NoTable::Empty)
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<String, NoTable> {
    // A sheet may be a chart.
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return Ok(String::new()) };
    let (mut csv, mut at) = (String::new(), (0, 0));
    while let Some(cell) = cells.next_cell().map_err(|_| NoTable::Unreadable)? {
        let (row, column) = cell.get_position();
        if row >= ROWS_AT_MOST || column >= COLUMNS_AT_MOST {
            return Err(NoTable::TooLarge);
        }
        let words = words(cell.get_value());
        if words.is_empty() || (row, column) < at {
            continue;
        }
        while at.0 < row {
            // A row without cells is a row all the same.
            csv.push_str(if at.1 == 0 { ",\n" } else { "\n" });
            at = (at.0 + 1, 0);
        }
        while at.1 < column {
            csv.push(',');
            at.1 += 1;
        }
        write_quoted(&mut csv, &words);
    }
    if !csv.is_empty() {
        csv.push('\n');
    }
    Ok(csv)
}

fn write_quoted(csv: &mut String, words: &str) {
    if words.contains([',', '"', '\n', '\r']) {
        csv.push('"');
        csv.push_str(&words.replace('"', "\"\""));
        csv.push('"');
    } else {
        csv.push_str(words);
    }
}

fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_words(*number),
        DataRef::String(words) | DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => words.trim().to_owned(),
        DataRef::SharedString(words) => words.trim().to_owned(),
        DataRef::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(at) => date_words(at),
        // As Excel shows it, so that its row and column are told.
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A number as a CSV file would hold it; with exactly three digits behind the point it could be thousands, so it gets a fourth.
fn number_words(number: f64) -> String {
    let plain = number.to_string();
    match plain.split_once('.') {
        Some((_, part)) if part.len() == 3 => format!("{plain}0"),
        _ => plain,
    }
}

fn date_words(at: &ExcelDateTime) -> String {
    if !at.is_datetime() {
        return number_words(at.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let mut words = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) != (0, 0, 0) {
        words.push_str(&format!(" {hour:02}:{minute:02}:{second:02}"));
    }
    words
}

/// What the archive says that it unpacks to, summed over its directory; nothing when it has none.
fn unpacked(bytes: &[u8]) -> Option<u64> {
    const END: &[u8] = b"PK\x05\x06";
    const ENTRY: &[u8] = b"PK\x01\x02";
    let number = |at: usize, size: usize| -> Option<u64> {
        let field = bytes.get(at..at + size)?;
        Some(field.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
    };
    let end = bytes.windows(END.len()).rposition(|window| window == END)?;
    let (entries, mut at) = (number(end + 10, 2)?, usize::try_from(number(end + 16, 4)?).ok()?);
    let mut sum = 0_u64;
    for _ in 0..entries {
        if bytes.get(at..at + ENTRY.len())? != ENTRY {
            return None;
        }
        sum = sum.saturating_add(number(at + 24, 4)?);
        let tail = number(at + 28, 2)? + number(at + 30, 2)? + number(at + 32, 2)?;
        at += 46 + usize::try_from(tail).ok()?;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A workbook as Excel would write it, packed by nothing: each part stored as it is.
    fn workbook(sheet: &str) -> Vec<u8> {
        let parts = [
            ("[Content_Types].xml", r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#.to_owned()),
            ("_rels/.rels", r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_owned()),
            ("xl/workbook.xml", r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Orders" sheetId="1" r:id="r1"/></sheets></workbook>"#.to_owned()),
            ("xl/_rels/workbook.xml.rels", r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#.to_owned()),
            ("xl/styles.xml", r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#.to_owned()),
            ("xl/worksheets/sheet1.xml", format!(r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData></worksheet>"#)),
        ];
        packed(&parts)
    }

    fn packed(parts: &[(&str, String)]) -> Vec<u8> {
        let (mut file, mut directory) = (Vec::new(), Vec::new());
        for (name, text) in parts {
            let (at, size, name_size) = (file.len() as u32, text.len() as u32, name.len() as u16);
            let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
            head.extend(crc32(text.as_bytes()).to_le_bytes());
            head.extend(size.to_le_bytes());
            head.extend(size.to_le_bytes());
            head.extend(name_size.to_le_bytes());
            head.extend([0, 0]);
            file.extend(BEGINS);
            file.extend(&head);
            file.extend(name.as_bytes());
            file.extend(text.as_bytes());
            directory.extend(b"PK\x01\x02\x14\0");
            directory.extend(&head);
            directory.extend([0; 10]);
            directory.extend(at.to_le_bytes());
            directory.extend(name.as_bytes());
        }
        let at = file.len() as u32;
        file.extend(&directory);
        file.extend(b"PK\x05\x06\0\0\0\0");
        file.extend((parts.len() as u16).to_le_bytes());
        file.extend((parts.len() as u16).to_le_bytes());
        file.extend((directory.len() as u32).to_le_bytes());
        file.extend(at.to_le_bytes());
        file.extend([0, 0]);
        file
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
        })
    }

    #[test]
    fn a_sheet_becomes_the_table_that_a_csv_file_would_hold() {
        let text = |at: &str, words: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{words}</t></is></c>"#);
        let sheet = [
            format!(r#"<row r="1">{}{}{}</row>"#, text("A1", "Order"), text("B1", "Promised"), text("C1", "Qty")),
            format!(
                r#"<row r="2">{}<c r="B2" s="1"><v>46346</v></c><c r="C2"><v>1.125</v></c></row>"#,
                text("A2", "A-1, old")
            ),
            format!(r#"<row r="4">{}<c r="C4"><v>1200</v></c></row>"#, text("A4", "A-2")),
        ];
        let csv = as_csv(&workbook(&sheet.concat())).unwrap();
        assert_eq!(csv, "Order,Promised,Qty\n\"A-1, old\",2026-11-20,1.1250\n,\nA-2,,1200\n");
    }

    #[test]
    fn what_is_no_workbook_or_would_unpack_to_a_bomb_is_told() {
        assert_eq!(as_csv(b"PK\x03\x04 and nothing behind it"), Err(NoTable::Unreadable));
        assert_eq!(as_csv(&workbook("")), Err(NoTable::Empty));
        let mut bomb = workbook("");
        let entry = bomb.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        bomb[entry + 24..entry + 28].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(as_csv(&bomb), Err(NoTable::TooLarge));
    }
}
