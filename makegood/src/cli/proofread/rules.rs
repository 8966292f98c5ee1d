//! Which rules read the text: those that came with the program, those of a folder (`--packs`), and what an own file makes of them (`--own`).
use super::read;
use crate::words::t_with;
use ::proofread::{Own, Reviewer, Source, examples};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// Languages of a folder, and files of a language.
const FILES_AT_MOST: usize = 200;

/// # Errors
/// A file that cannot be read, or what is wrong in it, by its line.
pub fn reviewer(matches: &ArgMatches) -> Result<Reviewer, String> {
    let own = matches.get_one::<String>("own").map(|name| own(name)).transpose()?;
    match (matches.get_one::<PathBuf>("packs"), own) {
        (Some(folder), own) => of_folder(folder, own.as_ref()),
        (None, Some(own)) => Reviewer::with_own(&own),
        (None, None) => Reviewer::shipped(),
    }
}

fn own(name: &str) -> Result<Own, String> {
    Own::parse(&Source { name, text: &read(name)? })
}

/// The packs of a folder such as `proofread/packs`, with every example run: whoever writes a rule sees at once whether it holds.
fn of_folder(folder: &Path, own: Option<&Own>) -> Result<Reviewer, String> {
    let mut files = vec![];
    for language in listed(folder)?.iter().filter(|path| path.is_dir()) {
        let mut of_language = vec![];
        for path in listed(language)?.iter().filter(|path| path.extension().is_some_and(|e| e == "toml")) {
            let name = path.display().to_string();
            of_language.push((name.clone(), read(&name)?));
        }
        files.push(of_language);
    }
    let sources: Vec<Vec<Source>> = files
        .iter()
        .map(|files| files.iter().map(|(name, text)| Source { name, text }).collect())
        .filter(|sources: &Vec<Source>| !sources.is_empty())
        .collect();
    if sources.is_empty() {
        return Err(t_with("cli-proofread-no-packs", &[("folder", folder.display().to_string().into())]));
    }
    // The examples are those of the files as they are; an own file may have switched some off.
    let plain = Reviewer::made_of(sources.iter().map(Vec::as_slice), None)?;
    for pack in plain.packs() {
        if let Some(failed) = examples(pack)?.first() {
            return Err(t_with("cli-proofread-example-failed", &[("failed", failed.to_string().into())]));
        }
    }
    match own {
        Some(own) => Reviewer::made_of(sources.iter().map(Vec::as_slice), Some(own)),
        None => Ok(plain),
    }
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let cannot = |problem: std::io::Error| {
        t_with(
            "cli-cannot-read",
            &[("file", folder.display().to_string().into()), ("problem", problem.to_string().into())],
        )
    };
    let mut found = vec![];
    for entry in std::fs::read_dir(folder).map_err(cannot)?.take(FILES_AT_MOST) {
        found.push(entry.map_err(cannot)?.path());
    }
    found.sort();
    Ok(found)
}
