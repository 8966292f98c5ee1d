//! `verify`: checks a record that somebody took along. It opens no database and reads no configuration.
use super::host::line;
use crate::record::{self, BYTES_AT_MOST, Checked, Kind, Wrong};
use crate::web::when;
use crate::words::{Value, t, t_with};
use clap::ArgMatches;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What it ends with.
const TAMPERED: u8 = 1;
const UNREADABLE: u8 = 2;
/// Digits of a fingerprint, without the spaces that people may type.
const DIGITS: usize = 32;

/// Letters shown of what the file says of itself.
const SHOWN_AT_MOST: usize = 120;

/// An exit code and the sentence before it.
type Ended = (u8, String);

pub fn run(matches: &ArgMatches) -> ExitCode {
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    match checked(&file, matches.get_one::<String>("key")) {
        Ok(()) => ExitCode::SUCCESS,
        Err((code, sentence)) => {
            // Nobody may be there to read it.
            drop(writeln!(std::io::stderr(), "makegood: {sentence}"));
            ExitCode::from(code)
        }
    }
}

fn checked(file: &Path, wanted: Option<&String>) -> Result<(), Ended> {
    let wanted = wanted.map(|said| fingerprint(said)).transpose()?;
    let bytes = read(file).map_err(|problem| {
        let parts = [("file", file.display().to_string().into()), ("problem", problem.to_string().into())];
        (UNREADABLE, t_with("cli-cannot-read", &parts))
    })?;
    let checked = record::check(&bytes).map_err(wrong)?;
    let signed: [(&str, Value<'_>); 2] =
        [("fingerprint", checked.key.fingerprint().into()), ("name", shown(&checked.name).into())];
    match wanted {
        Some(wanted) if wanted != digits(&checked.key.fingerprint()) => {
            return Err((TAMPERED, t_with("cli-verify-other-key", &signed)));
        }
        wanted => {
            line(&holds(&checked));
            line(&t_with("cli-verify-signed", &signed));
            line(&wanted.map_or_else(|| compare(&checked), |_| t("cli-verify-key-fits").into_owned()));
        }
    }
    Ok(())
}

/// At most one byte more than a record may have, however large the file is.
fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    let most = u64::try_from(BYTES_AT_MOST).unwrap_or(u64::MAX);
    let mut bytes = vec![];
    File::open(file)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn wrong(wrong: Wrong) -> Ended {
    let (key, line) = wrong.said();
    let sentence = match line {
        Some(line) => t_with(key, &[("line", line.to_string().into())]),
        None => t(key).into_owned(),
    };
    (if wrong.kind() == Kind::Tampered { TAMPERED } else { UNREADABLE }, sentence)
}

fn holds(checked: &Checked) -> String {
    let made = checked.made.parse::<Timestamp>().map(|at| format!("{} UTC", when::whole_moment(at, &TimeZone::UTC)));
    let parts = [
        ("case", shown(&checked.case).into()),
        ("lines", checked.lines.to_string().into()),
        ("made", made.unwrap_or_else(|_| shown(&checked.made)).into()),
    ];
    t_with("cli-verify-holds", &parts)
}

fn compare(checked: &Checked) -> String {
    let known = if checked.address.is_empty() { "none" } else { "there" };
    t_with("cli-verify-compare", &[("where", known.into()), ("address", shown(&checked.address).into())])
}

/// Somebody else wrote the file: what would command a terminal is left out, and nothing is longer than a line.
fn shown(said: &str) -> String {
    said.chars().filter(|c| !c.is_control()).take(SHOWN_AT_MOST).collect()
}

/// As people type it: with or without the spaces, in large letters or small.
fn fingerprint(said: &str) -> Result<String, Ended> {
    let wanted = digits(said);
    if wanted.len() == DIGITS && wanted.bytes().all(|b| b.is_ascii_hexdigit()) {
        Ok(wanted)
    } else {
        Err((UNREADABLE, t_with("cli-verify-no-fingerprint", &[("said", said.into())])))
    }
}

fn digits(fingerprint: &str) -> String {
    fingerprint.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase()
}
