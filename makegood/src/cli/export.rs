//! `export`: everything as lines of JSON, and beside it a safe copy of a SQLite database.
use super::host::{Ended, Host, line};
use crate::config::Config;
use crate::words::t_with;
use clap::ArgMatches;
use serde_json::json;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use store::export::{self, Copied, Place};

/// The names in the folder.
const LINES: &str = "makegood.ndjson";
const COPY: &str = "makegood.db";

pub fn run(config: &Config, matches: &ArgMatches) -> Result<(), Ended> {
    let to = matches.get_one::<PathBuf>("to").cloned().unwrap_or_default();
    let host = Host::open(config)?;
    let done = match to.extension().and_then(|e| e.to_str()) {
        _ if to.as_os_str() == "-" => lines(&host, std::io::stdout()).map(drop),
        Some("ndjson" | "jsonl" | "json") => file(&host, &to),
        _ => folder(config, &host, &to),
    };
    host.close();
    done
}

fn folder(config: &Config, host: &Host, to: &Path) -> Result<(), Ended> {
    fs::create_dir_all(to).map_err(|problem| cannot_write(to, &problem))?;
    file(host, &to.join(LINES))?;
    let copy = to.join(COPY);
    if copy.exists() {
        return Err(there_already(&copy));
    }
    let key = match export::copy(&config.database, &copy)? {
        Copied::Yes => "cli-export-copied",
        Copied::NotHere => "cli-export-postgres",
    };
    line(&t_with(key, &[("file", copy.display().to_string().into())]));
    Ok(())
}

fn file(host: &Host, to: &Path) -> Result<(), Ended> {
    // What is there is never written over: it may be the only copy.
    let file = match File::create_new(to) {
        Ok(file) => file,
        Err(problem) if problem.kind() == std::io::ErrorKind::AlreadyExists => return Err(there_already(to)),
        Err(problem) => return Err(cannot_write(to, &problem)),
    };
    let count = lines(host, &file)?;
    file.sync_all().map_err(|problem| cannot_write(to, &problem))?;
    line(&t_with("cli-export-done", &[("count", count.into()), ("file", to.display().to_string().into())]));
    Ok(())
}

/// Page by page, so that the size of the database does not matter.
fn lines(host: &Host, out: impl Write) -> Result<u64, Ended> {
    let mut out = BufWriter::new(out);
    let head = json!({ "type": "makegood", "version": env!("CARGO_PKG_VERSION"), "schema": store::migrate::STEPS.len(), "at": host.app.now() });
    let (mut count, mut place) = (0, Some(Place::default()));
    if !kept(writeln!(out, "{head}"))? {
        return Ok(count);
    }
    while let Some(from) = place {
        let (page, next) = host.app.db.read_now(move |conn| export::page(conn, from))?;
        for value in page {
            if !kept(writeln!(out, "{value}"))? {
                return Ok(count);
            }
            count += 1;
        }
        place = next;
    }
    kept(out.flush())?;
    Ok(count)
}

/// A reader that went away, as `head` does, wants no more.
fn kept(written: std::io::Result<()>) -> Result<bool, Ended> {
    match written {
        Ok(()) => Ok(true),
        Err(problem) if problem.kind() == std::io::ErrorKind::BrokenPipe => Ok(false),
        Err(problem) => Err(Ended::Fault(t_with("cli-export-stopped", &[("problem", problem.to_string().into())]))),
    }
}

fn there_already(file: &Path) -> Ended {
    Ended::Refused(t_with("cli-export-exists", &[("file", file.display().to_string().into())]))
}
fn cannot_write(file: &Path, problem: &std::io::Error) -> Ended {
    Ended::Refused(t_with(
        "cli-cannot-write",
        &[("file", file.display().to_string().into()), ("problem", problem.to_string().into())],
    ))
}
