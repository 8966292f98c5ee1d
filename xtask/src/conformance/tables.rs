//! Reading the outside tables that a check compares with, and what a check found.
use std::path::{Path, PathBuf};

/// An outside table larger than this is not one of ours.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// What a check found: how many rows agree, and every row that does not, in words.
#[derive(Debug, Default)]
pub struct Outcome {
    pub name: &'static str,
    pub right: usize,
    pub of: usize,
    /// Rows on which the outside sources disagree among themselves; they do not count.
    pub left_out: usize,
    pub misses: Vec<String>,
    /// Rows that agree only when read with care, and how they were read.
    pub notes: Vec<String>,
}

impl Outcome {
    pub fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// Counts one row; `Err` says how it was missed.
    pub fn count(&mut self, row: Result<(), String>) {
        self.of += 1;
        match row {
            Ok(()) => self.right += 1,
            Err(miss) => self.misses.push(miss),
        }
    }

    /// The share of rows that agree, 0..=1; none of nothing is 0, so that an empty table never passes.
    pub fn share(&self) -> f64 {
        if self.of == 0 { 0.0 } else { self.right as f64 / self.of as f64 }
    }
}

/// The folder of outside data, if this machine has it: `$MAKEGOOD_DATA`, else beside the workspace.
pub fn outside_data(workspace: &Path) -> Option<PathBuf> {
    let beside = || workspace.join("../shared/data");
    let folder = std::env::var_os("MAKEGOOD_DATA").map_or_else(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

/// The rows of a table without its header, each row's cells in order. Quotes are honoured, line breaks in cells are not.
pub fn rows(path: &Path, separator: char) -> Result<Vec<Vec<String>>, String> {
    let named = |problem: std::io::Error| format!("{}: {problem}", path.display());
    let size = std::fs::metadata(path).map_err(named)?.len();
    if size > MAX_BYTES {
        return Err(format!("{} is larger than {MAX_BYTES} bytes", path.display()));
    }
    let text = std::fs::read_to_string(path).map_err(named)?;
    Ok(text.lines().skip(1).filter(|line| !line.is_empty()).map(|line| cells(line, separator)).collect())
}

fn cells(line: &str, separator: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let cell = cells.last_mut().expect("there is always a cell being read");
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            _ if letter == separator && !quoted => cells.push(String::new()),
            _ => cell.push(letter),
        }
    }
    cells
}
