//! Where the bytes of an import come from: a file of any size, or an upload of a bounded one. Both can be read twice.

use super::{
    csv_dialect::charset_named,
    csv_source::{CsvSource, Said},
    edi::{self, Interchange, Syntax},
    why::CannotStart,
    xlsx,
};
use std::{
    fs::File,
    io::{Cursor, Read},
    path::PathBuf,
    sync::Arc,
};

/// The largest upload (RELIABILITY limits table).
pub const UPLOAD_BYTES: u64 = 20 * 1024 * 1024;
/// The most rows of an upload (RELIABILITY limits table).
pub const UPLOAD_ROWS: u64 = 100_000;
/// A table that we wrote ourselves.
const AS_WRITTEN: Said = Said { charset: Some(encoding_rs::UTF_8), delimiter: Some(b',') };
/// Bytes by which messages are told from a table.
const SNIFFED: u64 = 64;

/// A file by its name, or the bytes somebody sent.
#[derive(Debug, Clone)]
pub enum Source {
    File(PathBuf),
    Upload { name: String, bytes: Arc<[u8]> },
}

/// How a source speaks of orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// All of it stands in one table: a blank cell is blank, and a line stands there once.
    Table,
    /// Messages, one after the other: what one does not say it leaves as it was, and the last word about a line counts.
    Messages(Syntax),
}

impl Source {
    /// How it speaks of orders, by its first bytes.
    pub fn manner(&self) -> Result<Manner, CannotStart> {
        Ok(edi::syntax_of(&self.head()?).map_or(Manner::Table, Manner::Messages))
    }

    fn head(&self) -> Result<Vec<u8>, CannotStart> {
        let mut head = Vec::new();
        self.reader()?.take(SNIFFED).read_to_end(&mut head).map_err(|error| self.unreadable(&error))?;
        Ok(head)
    }

    /// Its messages, where it has some.
    pub fn messages(&self) -> Result<Interchange, CannotStart> {
        edi::read(&self.at_most(edi::BYTES_AT_MOST)?).map_err(CannotStart::Messages)
    }

    /// All of it at once, where it is not larger.
    fn at_most(&self, most: u64) -> Result<Vec<u8>, CannotStart> {
        let mut bytes = Vec::new();
        self.reader()?.take(most + 1).read_to_end(&mut bytes).map_err(|error| self.unreadable(&error))?;
        if bytes.len() as u64 > most {
            return Err(CannotStart::TooManyBytes { limit: most });
        }
        Ok(bytes)
    }

    /// The name for people.
    pub fn name(&self) -> String {
        match self {
            Source::File(path) => path.display().to_string(),
            Source::Upload { name, .. } => name.clone(),
        }
    }

    /// The most rows it may have.
    pub fn row_limit(&self) -> Option<u64> {
        matches!(self, Source::Upload { .. }).then_some(UPLOAD_ROWS)
    }

    /// Reads it from the beginning; messages and workbooks as the table that they come to.
    pub fn open(&self, said: Said) -> Result<CsvSource<Box<dyn Read>>, CannotStart> {
        let (reader, said): (Box<dyn Read>, Said) = match self.manner()? {
            Manner::Table if self.head()?.starts_with(xlsx::BEGINS) => {
                let bytes = self.at_most(edi::BYTES_AT_MOST)?;
                (Box::new(Cursor::new(xlsx::as_csv(&bytes).map_err(CannotStart::Workbook)?)), AS_WRITTEN)
            }
            Manner::Table => (self.reader()?, said),
            Manner::Messages(_) => (Box::new(Cursor::new(self.messages()?.as_csv())), AS_WRITTEN),
        };
        CsvSource::open(reader, said).map_err(|error| self.unreadable(&error))
    }

    fn reader(&self) -> Result<Box<dyn Read>, CannotStart> {
        match self {
            Source::File(path) => Ok(Box::new(File::open(path).map_err(|error| self.unreadable(&error))?)),
            Source::Upload { bytes, .. } if bytes.len() as u64 > UPLOAD_BYTES => {
                Err(CannotStart::TooManyBytes { limit: UPLOAD_BYTES })
            }
            Source::Upload { bytes, .. } => Ok(Box::new(Cursor::new(bytes.clone()))),
        }
    }

    pub fn unreadable(&self, error: &std::io::Error) -> CannotStart {
        CannotStart::Unreadable { file: self.name(), why: error.to_string() }
    }
}

/// What a person says about the way a file is written, in the words of flags and forms.
pub fn said(charset: Option<&str>, delimiter: Option<char>) -> Result<Said, CannotStart> {
    let charset = charset.map(charset_named).transpose().map_err(|unknown| CannotStart::Charset(unknown.0))?;
    Ok(Said { charset, delimiter: delimiter.and_then(|letter| u8::try_from(letter).ok()) })
}
