//! `user`: somebody to sign in, a new password, a key for a program.
use super::host::{Ended, Host, line};
use crate::config::Config;
use crate::password;
use crate::words::{t, t_with};
use casework::ids::PersonId;
use casework::kinds::Role;
use clap::ArgMatches;
use std::io::Read as _;
use store::people::Person;

/// Bytes read of a password that comes on the input.
const PASSWORD_BYTES: u64 = 4096;

pub fn run(config: &Config, matches: &ArgMatches) -> Result<(), Ended> {
    let host = Host::open(config)?;
    let done = match matches.subcommand() {
        Some(("add", of)) => add(&host, of),
        Some(("password", of)) => set_password(&host, of),
        Some(("key", of)) => key(&host, of),
        _ => Ok(()),
    };
    host.close();
    done
}

fn add(host: &Host, matches: &ArgMatches) -> Result<(), Ended> {
    let (chosen, told) = chosen_password(host, matches)?;
    let roles = matches.get_many::<String>("role").into_iter().flatten().filter_map(|r| Role::from_word(r));
    let person = Person {
        id: PersonId(host.app.new_id()),
        name: said(matches, "name"),
        email: said(matches, "email"),
        phone: String::new(),
        zone: said(matches, "zone"),
        roles: roles.collect(),
        quiet: None,
        active: true,
        language: String::new(),
    };
    let hash = password::hash(&chosen, host.app.random()).map_err(|r| host.refused(&r, &jiff::tz::TimeZone::UTC))?;
    let (by, email) = (host.by(None), person.email.clone());
    host.app.db.write_now(move |tx| store::people::add(tx, &person, &hash, &by)).map_err(|not| host.not_kept(not))?;
    line(&t_with("cli-user-added", &[("email", email.into())]));
    told.iter().for_each(|told| line(told));
    Ok(())
}

fn set_password(host: &Host, matches: &ArgMatches) -> Result<(), Ended> {
    let person = by_email(host, &said(matches, "email"))?;
    let (chosen, told) = chosen_password(host, matches)?;
    let hash = password::hash(&chosen, host.app.random()).map_err(|r| host.refused(&r, &jiff::tz::TimeZone::UTC))?;
    let by = host.by(None);
    host.app
        .db
        .write_now(move |tx| store::people::set_password(tx, person.id, &hash, &by))
        .map_err(|not| host.not_kept(not))?;
    line(&t_with("cli-user-password-set", &[("email", person.email.into())]));
    told.iter().for_each(|told| line(told));
    Ok(())
}

/// A key for the API; it is shown this once.
fn key(host: &Host, matches: &ArgMatches) -> Result<(), Ended> {
    let person = by_email(host, &said(matches, "email"))?;
    let (key, name, by) = (hex::encode(host.app.random::<32>()), said(matches, "name"), host.by(Some(&person)));
    let kept = key.clone();
    host.app
        .db
        .write_now(move |tx| store::tokens::make(tx, &kept, person.id, &name, &by))
        .map_err(|not| host.not_kept(not))?;
    line(&key);
    Ok(())
}

fn by_email(host: &Host, email: &str) -> Result<Person, Ended> {
    let asked = email.to_owned();
    let found = host.app.db.read_now(move |conn| store::people::by_email(conn, &asked))?;
    found
        .map(|found| found.person)
        .ok_or_else(|| Ended::Refused(t_with("cli-no-such-person", &[("email", email.to_owned().into())])))
}

/// The password from the input, or one nobody chose with the line that tells it.
fn chosen_password(host: &Host, matches: &ArgMatches) -> Result<(String, Option<String>), Ended> {
    if !matches.get_flag("password-stdin") {
        let made = password::spelled(host.app.random());
        let told = t_with("cli-user-password-made", &[("password", made.clone().into())]);
        return Ok((made, Some(told)));
    }
    let mut typed = String::new();
    std::io::stdin()
        .take(PASSWORD_BYTES)
        .read_to_string(&mut typed)
        .map_err(|_| Ended::Usage(t("cli-not-text").into_owned()))?;
    Ok((typed.trim_end_matches(['\r', '\n']).to_owned(), None))
}

fn said(matches: &ArgMatches, name: &str) -> String {
    matches.get_one::<String>(name).cloned().unwrap_or_default()
}
