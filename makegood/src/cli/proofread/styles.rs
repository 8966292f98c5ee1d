//! Styles of another program, from a folder: loaded as they are with `--vale`, or written down as a file of ours.
use super::super::host::line;
use crate::words::{Value, t_with};
use ::proofread::{Source, Style, to_own};
use std::fs;
use std::path::{Path, PathBuf};

/// Files of a style, and folders within folders; more is no style.
const FILES_AT_MOST: usize = 5000;
const LEVELS_AT_MOST: usize = 6;

/// # Errors
/// A folder that cannot be read.
pub fn style(folder: &str) -> Result<Style, String> {
    let files = files(Path::new(folder))?;
    Ok(Style::load(&sources(&files)))
}

/// Prints the file, and what cannot come along as remarks in it.
///
/// # Errors
/// A folder that cannot be read.
pub fn import(folder: &str, lang: &str) -> Result<u8, String> {
    let files = files(Path::new(folder))?;
    let (own, left_out) = to_own(&sources(&files), lang);
    left_out.iter().for_each(|one| line(&format!("# {one}")));
    line(&own);
    Ok(0)
}

fn sources(files: &[(String, String)]) -> Vec<Source<'_>> {
    files.iter().map(|(name, text)| Source { name, text }).collect()
}

/// Every rule below a folder, by its path from there on, in the order of their names.
fn files(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let mut found = vec![];
    walk(folder, 0, &mut found)?;
    found.sort();
    let root = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    found
        .into_iter()
        .map(|path| {
            let below = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            // The folder of a style names it, also where that folder is the one that was given.
            let name = if below.contains('/') || root.is_empty() { below } else { format!("{root}/{below}") };
            fs::read_to_string(&path).map(|text| (name, text)).map_err(|problem| unreadable(&path, &problem))
        })
        .collect()
}

fn walk(folder: &Path, level: usize, found: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|problem| unreadable(folder, &problem))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let is_rule = path.extension().is_some_and(|e| e == "yml" || e == "yaml");
        let is_words = path.file_name().is_some_and(|n| n == "accept.txt");
        if path.is_dir() && level < LEVELS_AT_MOST {
            walk(&path, level + 1, found)?;
        } else if (is_rule || is_words) && found.len() < FILES_AT_MOST {
            found.push(path);
        }
    }
    Ok(())
}

fn unreadable(path: &Path, problem: &std::io::Error) -> String {
    let parts: [(&str, Value<'_>); 2] =
        [("file", path.display().to_string().into()), ("problem", problem.to_string().into())];
    t_with("cli-cannot-read", &parts)
}
