//! Cuts one row out of a window of bytes: quotes, four delimiters, every line end, and limits that hold.

/// The longest cell (RELIABILITY limits table).
pub const CELL_LIMIT: usize = 32 * 1024;
/// The most columns a row may have (RELIABILITY limits table).
pub const COLUMN_LIMIT: usize = 200;
/// The longest row as it stands in the file; a wider one is a file that lost its line ends.
pub const ROW_LIMIT: usize = 1024 * 1024;

/// What cutting found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// A row of this many bytes, line end included.
    Row(usize),
    /// The row does not end within the window.
    More,
    /// The row breaks a limit; read on at the next line after its beginning.
    TooLong(TooLong),
}

/// Which limit a row breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLong {
    Cell,
    Columns,
    Row,
    /// A quote opens a cell and does not close within the limit of a cell.
    OpenQuote,
}

/// The cells of one row, undecoded, in one buffer that is used again for the next row.
#[derive(Debug, Default, Clone)]
pub struct Cells {
    pub bytes: Vec<u8>,
    /// Where each cell ends in `bytes`.
    pub ends: Vec<usize>,
}

impl Cells {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The bytes of one cell; empty beyond the last one.
    pub fn get(&self, index: usize) -> &[u8] {
        let end = self.ends.get(index).copied().unwrap_or(0);
        let start = if index == 0 { 0 } else { self.ends.get(index - 1).copied().unwrap_or(end) };
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// A row without any text, as spreadsheets leave below a table.
    pub fn is_blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }
}

/// Whether more bytes may follow the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    MayGrow,
    IsLast,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    CellStart,
    Plain,
    Quoted,
    AfterQuote,
}

/// Cuts the first row of the window into cells.
///
/// Lenient where real files are: a quote inside a plain cell is text, text after a closing quote is kept,
/// and `\n`, `\r\n` and a lone `\r` all end a row.
pub fn cut(window: &[u8], delimiter: u8, end: Window, cells: &mut Cells) -> Cut {
    cells.clear();
    let (mut at, mut cell_start, mut index) = (At::CellStart, 0, 0);
    while let Some(&byte) = window.get(index) {
        if cells.bytes.len() - cell_start > CELL_LIMIT {
            let open = matches!(at, At::Quoted | At::AfterQuote);
            return Cut::TooLong(if open { TooLong::OpenQuote } else { TooLong::Cell });
        }
        if index > ROW_LIMIT {
            return Cut::TooLong(TooLong::Row);
        }
        index += 1;
        match (at, byte) {
            (At::CellStart, b'"') => at = At::Quoted,
            (At::Quoted, b'"') => at = At::AfterQuote,
            (At::Quoted, _) => cells.bytes.push(byte),
            (At::AfterQuote, b'"') => {
                cells.bytes.push(byte);
                at = At::Quoted;
            }
            (_, b'\n') => return ended(cells, index),
            (_, b'\r') => match (window.get(index), end) {
                (Some(b'\n'), _) => return ended(cells, index + 1),
                (None, Window::MayGrow) => return Cut::More,
                _ => return ended(cells, index),
            },
            _ if byte == delimiter => {
                cells.ends.push(cells.bytes.len());
                if cells.ends.len() >= COLUMN_LIMIT {
                    return Cut::TooLong(TooLong::Columns);
                }
                (at, cell_start) = (At::CellStart, cells.bytes.len());
            }
            _ => {
                cells.bytes.push(byte);
                at = At::Plain;
            }
        }
    }
    match end {
        Window::MayGrow => Cut::More,
        Window::IsLast if at == At::Quoted => Cut::TooLong(TooLong::OpenQuote),
        Window::IsLast => ended(cells, index),
    }
}

fn ended(cells: &mut Cells, used: usize) -> Cut {
    cells.ends.push(cells.bytes.len());
    Cut::Row(used)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> (Vec<String>, Cut) {
        let mut cells = Cells::default();
        let cut = cut(text.as_bytes(), b',', Window::IsLast, &mut cells);
        ((0..cells.len()).map(|i| String::from_utf8_lossy(cells.get(i)).into_owned()).collect(), cut)
    }

    #[test]
    fn quotes_hold_delimiters_line_ends_and_quotes() {
        assert_eq!(row("a,\"b,\"\"c\"\"\nd\",e\nnext").0, ["a", "b,\"c\"\nd", "e"]);
    }

    #[test]
    fn every_line_end_ends_a_row() {
        for (text, used) in [("a,b\nc", 4), ("a,b\r\nc", 5), ("a,b\rc", 4), ("a,b", 3)] {
            assert_eq!(row(text), (vec!["a".into(), "b".into()], Cut::Row(used)), "{text:?}");
        }
    }

    #[test]
    fn an_inch_sign_is_text() {
        assert_eq!(row("6\" pipe,\"6\" x 2\"\n").0, ["6\" pipe", "6 x 2\""]);
    }

    #[test]
    fn a_quote_that_never_closes_is_named_not_swallowed() {
        let text = format!("a,\"b{}", "x\n".repeat(CELL_LIMIT));
        assert_eq!(row(&text).1, Cut::TooLong(TooLong::OpenQuote));
        assert_eq!(row("a,\"b\nc").1, Cut::TooLong(TooLong::OpenQuote));
    }

    #[test]
    fn limits_hold() {
        assert_eq!(row(&"x".repeat(CELL_LIMIT + 2)).1, Cut::TooLong(TooLong::Cell));
        assert_eq!(row(&"x".repeat(CELL_LIMIT)).1, Cut::Row(CELL_LIMIT));
        assert_eq!(row(&",".repeat(COLUMN_LIMIT)).1, Cut::TooLong(TooLong::Columns));
        assert_eq!(row(&",".repeat(COLUMN_LIMIT - 1)).1, Cut::Row(COLUMN_LIMIT - 1));
    }

    #[test]
    fn a_row_that_may_go_on_waits_for_more() {
        let mut cells = Cells::default();
        assert_eq!(cut(b"a,b\r", b',', Window::MayGrow, &mut cells), Cut::More);
        assert_eq!(cut(b"a,b", b',', Window::MayGrow, &mut cells), Cut::More);
        assert_eq!(cut(b"a,b\r", b',', Window::IsLast, &mut cells), Cut::Row(4));
    }
}
