//! Where the bytes of an import come from: a file of any size, or an upload of a bounded one. Both can be read twice.

use super::{
    csv_dialect::charset_named,
    csv_source::{CsvSource, Said},
    why::CannotStart,
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

/// A file by its name, or the bytes somebody sent.
#[derive(Debug, Clone)]
pub enum Source {
    File(PathBuf),
    Upload { name: String, bytes: Arc<[u8]> },
}

impl Source {
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

    /// Reads it from the beginning.
    pub fn open(&self, said: Said) -> Result<CsvSource<Box<dyn Read>>, CannotStart> {
        let reader: Box<dyn Read> = match self {
            Source::File(path) => Box::new(File::open(path).map_err(|error| self.unreadable(&error))?),
            Source::Upload { bytes, .. } if bytes.len() as u64 > UPLOAD_BYTES => {
                return Err(CannotStart::TooManyBytes { limit: UPLOAD_BYTES });
            }
            Source::Upload { bytes, .. } => Box::new(Cursor::new(bytes.clone())),
        };
        CsvSource::open(reader, said).map_err(|error| self.unreadable(&error))
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
