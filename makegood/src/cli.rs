//! The command line: the same commands in the shell as on the page and in the API, with one clear sentence when something is wrong.
//!
//! Exit codes: 0 done · 1 a fault of ours · 2 the command line or the configuration is not understood · 3 refused, with the way
//! out · 4 `doctor` found something.
//! `proofread`, `verify` and `watch replay` have their own; `verify`: 0 nothing was changed · 1 something was · 2 the file cannot be read as a record.
use crate::config::{Config, Given};
use clap::ArgMatches;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

mod args;
mod case;
mod doctor;
mod export;
mod host;
mod import;
mod mail;
mod mail_doctor;
mod people;
mod proofread;
pub mod replay;
mod serve;
mod verify;

pub use host::{Ended, Host, line};

/// Runs one call of the program.
pub fn run(call: impl IntoIterator<Item = OsString>) -> ExitCode {
    let matches = match args::command().try_get_matches_from(call) {
        Ok(matches) => matches,
        Err(odd) => {
            // `--help` comes this way too; nobody may be there to read it.
            drop(odd.print());
            return ExitCode::from(u8::try_from(odd.exit_code()).unwrap_or(2));
        }
    };
    // Whoever checks a record has no data folder here and needs none.
    if let Some(("verify", of)) = matches.subcommand() {
        return verify::run(of);
    }
    if let Some(("proofread", of)) = matches.subcommand() {
        return proofread::run(of);
    }
    if let Some(("watch", of)) = matches.subcommand()
        && let Some(("replay", of)) = of.subcommand()
    {
        return replay::run(of);
    }
    // A mail server understands two answers: it is kept, or bring it again. A configuration that is not understood is the second.
    if let Some(("mail", of)) = matches.subcommand()
        && let Some(("deliver", of)) = of.subcommand()
    {
        let config = Config::read(&given(&matches, None));
        return mail::deliver(config.ok().as_ref(), of);
    }
    match go(&matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(ended) => ended.said(),
    }
}

fn go(matches: &ArgMatches) -> Result<(), Ended> {
    let (word, of) = matches.subcommand().unwrap_or(("serve", matches));
    // `makegood --listen … serve` and `makegood serve --listen …` are both what people type.
    let listen = [of, matches].into_iter().find_map(|m| m.try_get_one::<String>("listen").ok().flatten().cloned());
    let config = Config::read(&given(matches, listen))?;
    match word {
        "config" => {
            line(&config.shown());
            Ok(())
        }
        "demo" => serve::demo(&config, of),
        "doctor" => doctor::run(&config),
        "export" => export::run(&config, of),
        "case" => case::run(&config, of),
        "import" => import::run(&config, of),
        "mail" => mail::run(&config, of),
        "user" => people::run(&config, of),
        "migrate" => serve::migrate(&config),
        _ => serve::serve(&config),
    }
}

fn given(matches: &ArgMatches, listen: Option<String>) -> Given {
    let serve = matches.subcommand().map(|(_, of)| of);
    let lmtp = serve.and_then(|of| of.try_get_one::<String>("lmtp").ok().flatten().cloned());
    Given::with_env(matches.get_one::<PathBuf>("data").cloned(), listen, lmtp)
}
