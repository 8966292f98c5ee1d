//! How a CSV file is written: its character set and its delimiter, decided from its beginning.

use super::csv_split::{Cells, Cut, Window, cut};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// So much of the file is looked at before deciding.
pub const SAMPLE: usize = 256 * 1024;
/// So many rows decide on the delimiter.
const ROWS_TRIED: usize = 20;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The character set and delimiter of a file, and how many bytes of preamble come before the header row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    pub charset: &'static Encoding,
    pub delimiter: u8,
    /// A `sep=;` line that spreadsheets write for themselves, and the byte order mark.
    pub preamble: usize,
}

/// A character set that is asked for by name and cannot be read row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCharset(pub String);

/// The character set a person names, if its delimiters are single bytes.
pub fn charset_named(label: &str) -> Result<&'static Encoding, UnknownCharset> {
    let known = Encoding::for_label(label.as_bytes()).ok_or_else(|| UnknownCharset(label.into()))?;
    let readable = known.is_single_byte() || known == UTF_8 || is_utf16(known);
    if readable { Ok(known) } else { Err(UnknownCharset(label.into())) }
}

pub fn is_utf16(charset: &'static Encoding) -> bool {
    charset == UTF_16LE || charset == UTF_16BE
}

/// The character set and the length of the byte order mark.
///
/// Without a mark: zero bytes on every other place mean UTF-16; text that is valid UTF-8 is UTF-8; anything
/// else is what Western spreadsheets write. Rows that differ from the rest are decoded one by one and noted.
pub fn charset_of(sample: &[u8]) -> (&'static Encoding, usize) {
    if let Some(marked) = Encoding::for_bom(sample) {
        return marked;
    }
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count() * 2;
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 3 > sample.len() && even * 20 < sample.len() {
        return (UTF_16LE, 0);
    }
    if even * 3 > sample.len() && odd * 20 < sample.len() {
        return (UTF_16BE, 0);
    }
    if mostly_utf8(sample) { (UTF_8, 0) } else { (WINDOWS_1252, 0) }
}

/// At least as many characters beyond ASCII that are valid UTF-8 as places that are not.
fn mostly_utf8(sample: &[u8]) -> bool {
    let (mut valid, mut broken) = (0usize, 0usize);
    for chunk in sample.utf8_chunks() {
        valid += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    valid >= broken
}

/// The delimiter and the length of a `sep=` line, from text that is already ASCII-compatible.
///
/// The delimiter that cuts the most rows into the same number of cells wins; ties go to the one that cuts more.
pub fn delimiter_of(sample: &[u8], end: Window) -> (u8, usize) {
    if let Some(said) = said_delimiter(sample) {
        return said;
    }
    let mut best = (b',', (0, 0));
    for delimiter in DELIMITERS {
        let score = agreement(sample, delimiter, end);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    (best.0, 0)
}

/// `sep=;` on the first line, as Excel writes and reads it.
fn said_delimiter(sample: &[u8]) -> Option<(u8, usize)> {
    let line_end = sample.iter().take(16).position(|byte| *byte == b'\n')?;
    let line = sample.get(..line_end)?.trim_ascii_end();
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] => Some((*delimiter, line_end + 1)),
        // A tab is eaten by the trim above.
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'='] => Some((b'\t', line_end + 1)),
        _ => None,
    }
}

fn agreement(sample: &[u8], delimiter: u8, end: Window) -> (usize, usize) {
    let (mut rest, mut cells) = (sample, Cells::default());
    let (mut columns, mut agreeing) = (0, 0);
    for _ in 0..ROWS_TRIED {
        let Cut::Row(used) = cut(rest, delimiter, end, &mut cells) else { break };
        if !cells.is_blank() {
            columns = if columns == 0 { cells.len() } else { columns };
            agreeing += usize::from(cells.len() == columns);
        }
        rest = rest.get(used..).unwrap_or_default();
        if rest.is_empty() {
            break;
        }
    }
    if columns < 2 { (0, 0) } else { (agreeing, columns) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_delimiter_is_recognised() {
        for (text, delimiter) in [
            ("a,b,c\n1,2,3\n", b','),
            ("Auftrag;Termin;Menge\n1;20.11.2026;3,5\n2;21.11.2026;4,5\n", b';'),
            ("a\tb\n1\t2,5\n", b'\t'),
            ("a|b\n1|2\n", b'|'),
            ("\"x,y\";b\n\"1,2\";2\n", b';'),
        ] {
            assert_eq!(delimiter_of(text.as_bytes(), Window::IsLast), (delimiter, 0), "{text}");
        }
    }

    #[test]
    fn a_spreadsheets_own_sep_line_is_believed_and_skipped() {
        assert_eq!(delimiter_of(b"sep=;\r\na,b;c\n", Window::IsLast), (b';', 7));
        assert_eq!(delimiter_of(b"sep=\t\na,b;c\n", Window::IsLast), (b'\t', 6));
    }

    #[test]
    fn character_sets_are_recognised() {
        assert_eq!(charset_of(b"\xEF\xBB\xBFa,b"), (UTF_8, 3));
        assert_eq!(charset_of(b"\xFF\xFEa\0,\0"), (UTF_16LE, 2));
        assert_eq!(charset_of(b"a\0,\0b\0\n\0"), (UTF_16LE, 0));
        assert_eq!(charset_of(b"\0a\0,\0b\0\n"), (UTF_16BE, 0));
        assert_eq!(charset_of("Müller,Zürich".as_bytes()), (UTF_8, 0));
        assert_eq!(charset_of(b"M\xFCller,Z\xFCrich"), (WINDOWS_1252, 0));
        assert_eq!(charset_of(b""), (UTF_8, 0));
    }

    #[test]
    fn a_character_set_whose_bytes_hide_delimiters_is_refused() {
        assert!(charset_named("shift_jis").is_err());
        assert!(charset_named("klingon").is_err());
        assert!(charset_named("windows-1250").is_ok());
    }
}
