//! A CSV file as a stream of rows in constant memory, however large it is.

use super::{
    csv_dialect::{self, Dialect, SAMPLE, is_utf16},
    csv_split::{Cells, Cut, ROW_LIMIT, TooLong, Window, cut},
};
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, WINDOWS_1252};
use std::io::{self, Read};

const CHUNK: usize = 64 * 1024;

/// What a person may say about a file when the guess is wrong.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said {
    pub charset: Option<&'static Encoding>,
    pub delimiter: Option<u8>,
}

/// One row, decoded. `number` counts as a spreadsheet does: the header row is 1.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub number: u64,
    text: String,
    ends: Vec<usize>,
}

impl Row {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cell without the space around it; empty beyond the last one.
    pub fn get(&self, column: usize) -> &str {
        let end = self.ends.get(column).copied().unwrap_or(0);
        let start = if column == 0 { 0 } else { self.ends.get(column - 1).copied().unwrap_or(end) };
        self.text.get(start..end).unwrap_or_default().trim()
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|column| self.get(column))
    }
}

/// What came next in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Row(Spelling),
    /// This row breaks a limit and was skipped; reading goes on at the next line.
    TooLong {
        row: u64,
        limit: TooLong,
    },
    End,
}

/// Whether a row was written in the character set of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    AsTheFile,
    /// It was not valid UTF-8 and was read as Windows-1252, the commonest cause.
    ReadAsWindows1252,
    /// It held characters with no meaning, which were left out.
    CharactersLeftOut,
}

/// A file being read.
pub struct CsvSource<R> {
    bytes: Bytes<R>,
    dialect: Dialect,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
    number: u64,
    cells: Cells,
    headers: Vec<String>,
}

impl<R: Read> CsvSource<R> {
    /// Looks at the beginning of the file and reads its header row.
    pub fn open(mut reader: R, said: Said) -> io::Result<CsvSource<R>> {
        let mut sample = Vec::new();
        reader.by_ref().take(SAMPLE as u64).read_to_end(&mut sample)?;
        let (guessed, mark) = csv_dialect::charset_of(&sample);
        let charset = said.charset.unwrap_or(guessed);
        let marked = if charset == guessed { mark } else { 0 };
        let ended = sample.len() < SAMPLE;
        sample.drain(..marked);
        let mut source = CsvSource {
            bytes: Bytes::new(reader, charset),
            dialect: Dialect { charset, delimiter: b',', preamble: marked },
            buffer: Vec::new(),
            start: 0,
            ended,
            number: 0,
            cells: Cells::default(),
            headers: Vec::new(),
        };
        source.bytes.convert(&sample, ended, &mut source.buffer);
        let end = if ended { Window::IsLast } else { Window::MayGrow };
        let (delimiter, line) = csv_dialect::delimiter_of(&source.buffer, end);
        source.dialect.delimiter = said.delimiter.unwrap_or(delimiter);
        source.start = line;
        source.read_headers()?;
        Ok(source)
    }

    /// How the file is written, for showing to a person.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The column names; a column without a name is called by its number.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    fn read_headers(&mut self) -> io::Result<()> {
        let mut row = Row::default();
        while let Step::TooLong { .. } | Step::Row(_) = self.read(&mut row)? {
            if row.cells().any(|cell| !cell.is_empty()) {
                break;
            }
        }
        self.headers = row
            .cells()
            .enumerate()
            .map(|(at, name)| if name.is_empty() { format!("#{}", at + 1) } else { name.to_owned() })
            .collect();
        Ok(())
    }

    /// The next row that is not blank, into a row that is used again.
    pub fn read(&mut self, row: &mut Row) -> io::Result<Step> {
        loop {
            if self.start >= self.buffer.len() && !self.fill()? {
                return Ok(Step::End);
            }
            let end = if self.ended { Window::IsLast } else { Window::MayGrow };
            let window = self.buffer.get(self.start..).unwrap_or_default();
            match cut(window, self.dialect.delimiter, end, &mut self.cells) {
                Cut::More => {
                    self.fill()?;
                }
                Cut::TooLong(limit) => {
                    self.skip_line()?;
                    self.number += 1;
                    return Ok(Step::TooLong { row: self.number, limit });
                }
                Cut::Row(used) => {
                    self.start += used;
                    self.number += 1;
                    if !self.cells.is_blank() {
                        row.number = self.number;
                        return Ok(Step::Row(decode(&self.cells, self.dialect.charset, row)));
                    }
                }
            }
        }
    }

    /// Reads on; false when the file gave nothing more.
    fn fill(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.buffer.drain(..self.start);
        self.start = 0;
        let before = self.buffer.len();
        while self.buffer.len() == before && !self.ended {
            self.ended = self.bytes.read_into(&mut self.buffer)?;
        }
        Ok(self.buffer.len() > before)
    }

    /// Drops everything up to and including the next line end.
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let window = self.buffer.get(self.start..).unwrap_or_default();
            if let Some(at) = window.iter().position(|byte| *byte == b'\n') {
                self.start += at + 1;
                return Ok(());
            }
            self.start = self.buffer.len();
            if !self.fill()? {
                return Ok(());
            }
        }
    }
}

/// Bytes as they are, or UTF-16 turned into UTF-8 on the way in.
struct Bytes<R> {
    reader: R,
    decoder: Option<Decoder>,
}

impl<R: Read> Bytes<R> {
    fn new(reader: R, charset: &'static Encoding) -> Bytes<R> {
        Bytes { reader, decoder: is_utf16(charset).then(|| charset.new_decoder_without_bom_handling()) }
    }

    /// Appends one chunk; true at the end of the file.
    fn read_into(&mut self, buffer: &mut Vec<u8>) -> io::Result<bool> {
        let mut chunk = vec![0; CHUNK];
        let got = loop {
            match self.reader.read(&mut chunk) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        let ended = got == 0;
        self.convert(chunk.get(..got).unwrap_or_default(), ended, buffer);
        Ok(ended)
    }

    fn convert(&mut self, mut raw: &[u8], ended: bool, buffer: &mut Vec<u8>) {
        let Some(decoder) = &mut self.decoder else {
            buffer.extend_from_slice(raw);
            return;
        };
        let mut text = String::with_capacity(CHUNK);
        loop {
            let (result, read, _) = decoder.decode_to_string(raw, &mut text, ended);
            buffer.extend_from_slice(text.as_bytes());
            text.clear();
            raw = raw.get(read..).unwrap_or_default();
            if result == CoderResult::InputEmpty {
                return;
            }
        }
    }
}

/// Decodes all cells of a row. NUL is left out because no database text may hold it.
fn decode(cells: &Cells, charset: &'static Encoding, row: &mut Row) -> Spelling {
    row.text.clear();
    row.ends.clear();
    let as_utf8 = charset == UTF_8 || is_utf16(charset);
    let mut spelling = Spelling::AsTheFile;
    let (row_charset, utf8) = match std::str::from_utf8(&cells.bytes) {
        Ok(text) if as_utf8 => (UTF_8, Some(text)),
        Err(_) if as_utf8 => {
            spelling = Spelling::ReadAsWindows1252;
            (WINDOWS_1252, None)
        }
        _ => (charset, None),
    };
    if let Some(text) = utf8.filter(|text| !text.contains('\0')) {
        row.text.push_str(text);
        row.ends.extend_from_slice(&cells.ends);
        return spelling;
    }
    for index in 0..cells.len() {
        let (text, _) = row_charset.decode_without_bom_handling(cells.get(index));
        if text.contains('\0') {
            spelling = Spelling::CharactersLeftOut;
        }
        row.text.extend(text.chars().filter(|letter| *letter != '\0'));
        row.ends.push(row.text.len());
    }
    spelling
}

const _: () = assert!(ROW_LIMIT >= SAMPLE, "the first window must be able to hold a whole sample");

#[cfg(test)]
#[path = "csv_source_tests.rs"]
mod tests;
