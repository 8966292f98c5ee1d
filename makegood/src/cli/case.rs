//! `case`: list, show and do; the same commands as on the page and in the API.
use super::host::{Ended, Host, line};
use crate::act::{self, Asked, Done};
use crate::api::views::{self, CaseLine};
use crate::api::{body, offered, openapi};
use crate::config::Config;
use crate::said::Zones;
use crate::say::Reader;
use crate::web::form;
use crate::web::ui::Typed;
use crate::words::{t, t_with};
use casework::Command;
use casework::ids::{CaseNumber, RequestId};
use casework::shape::{Field, Required, Shape};
use clap::ArgMatches;
use comfy_table::{ContentArrangement, Table, presets};
use std::io::Read as _;
use store::cases::{CasePage, Filter, Standing};
use store::facts::CaseRef;
use store::people::Person;
use uuid::Uuid;

/// Bytes read of a command in JSON.
const JSON_BYTES: u64 = 256 * 1024;

pub fn run(config: &Config, matches: &ArgMatches) -> Result<(), Ended> {
    if let Some(("commands", of)) = matches.subcommand() {
        return commands(of.get_one::<String>("command").map(String::as_str));
    }
    let host = Host::open(config)?;
    let done = host.person(matches).and_then(|person| match matches.subcommand() {
        Some(("list", of)) => list(&host, &person, of),
        Some(("show", of)) => show(&host, &person, of),
        Some(("open", of)) => open(&host, &person, of),
        Some(("do", of)) => act_on(&host, &person, of),
        _ => Ok(()),
    });
    host.close();
    done
}

fn list(host: &Host, person: &Person, matches: &ArgMatches) -> Result<(), Ended> {
    let filter = Filter {
        standing: if matches.get_flag("closed") { Standing::Closed } else { Standing::Open },
        owner: matches.get_flag("mine").then_some(person.id),
        text: matches.get_one::<String>("text").cloned().unwrap_or_default(),
        ..Filter::default()
    };
    let rows = host.app.db.read_now(move |conn| store::cases::list(conn, &filter, None, store::cases::PAGE_AT_MOST))?;
    let firm = host.app.firm();
    let lines: Vec<CaseLine> = rows.iter().map(|row| views::line(&firm, row)).collect();
    if matches.get_flag("as-json") {
        lines.iter().for_each(|l| line(&serde_json::to_string(l).unwrap_or_default()));
        return Ok(());
    }
    if lines.is_empty() {
        line(&t("cli-no-cases"));
        return Ok(());
    }
    let zone = Host::zone(person);
    let due = |row: &CaseLine| {
        row.next_due.map(|at| crate::web::when::moment(at, host.app.now(), &zone).words.to_string()).unwrap_or_default()
    };
    let mut table = table(&["cli-col-case", "cli-col-customer", "cli-col-trouble", "cli-col-stands", "cli-col-next"]);
    for row in &lines {
        table.add_row([
            row.number.clone(),
            row.account.name.clone(),
            row.title.clone(),
            format!("{} {}", row.severity.to_uppercase(), row.recovery.replace('_', " ")),
            due(row),
        ]);
    }
    line(&table.to_string());
    Ok(())
}

fn show(host: &Host, person: &Person, matches: &ArgMatches) -> Result<(), Ended> {
    let number = number(matches)?;
    let page = page(host, number)?;
    let zone = Host::zone(person);
    let contacts = page.contacts.iter().map(|c| (c.id, c.name.clone())).collect();
    let accounts = [(page.account.id, page.account.name.clone())].into();
    let firm = host.app.firm();
    let reader = Reader { firm: &firm, contacts: &contacts, accounts: &accounts, zone: &zone, now: host.app.now() };
    let view = views::case(&reader, &page);
    if matches.get_flag("as-json") {
        line(&serde_json::to_string_pretty(&view).unwrap_or_default());
        return Ok(());
    }
    line(&format!("{}  {}", view.number, view.title));
    line(&format!(
        "{} · {} · {} · {}",
        view.account.name,
        view.severity.to_uppercase(),
        view.recovery.replace('_', " "),
        view.owner.name
    ));
    for clock in view.clocks.iter().filter(|c| c.met_at.is_none()) {
        let due = crate::web::when::moment(clock.due, host.app.now(), &zone).words;
        line(&format!(
            "  {} · {} · {}",
            t(&format!("clock-{}", clock.kind.replace('_', "-"))),
            due,
            clock.owed_by.name
        ));
    }
    for row in page.events.iter().rev() {
        let event = views::event(&reader, &store::history::happening(row)?);
        let at = event.happened_at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M");
        line(&format!("{at}  {}  ({})", event.words, event.by));
    }
    Ok(())
}

fn open(host: &Host, person: &Person, matches: &ArgMatches) -> Result<(), Ended> {
    let Command::OpenCase(command) = command(host, person, "open-case", matches)? else { return Ok(()) };
    let request = request(host, person, matches);
    done(host, person, host.run(act::open(&host.app, Host::actor(person), request, *command)))
}

fn act_on(host: &Host, person: &Person, matches: &ArgMatches) -> Result<(), Ended> {
    let number = number(matches)?;
    let word = matches.get_one::<String>("command").map(String::as_str).unwrap_or_default();
    if !crate::api::acts().any(|offered| offered == word) {
        return Err(Ended::Usage(t_with("cli-no-such-command", &[("command", word.to_owned().into())])));
    }
    let command = command(host, person, word, matches)?;
    let asked = Asked {
        id: request(host, person, matches),
        seen: matches.get_one("seen").copied(),
        ..Asked::new(&host.app, command)
    };
    done(host, person, host.run(act::act(&host.app, Host::actor(person), CaseRef::Number(number), asked)))
}

fn done(host: &Host, person: &Person, came: Result<Done, act::NotDone>) -> Result<(), Ended> {
    let done = came.map_err(|not| host.not_done(not, &Host::zone(person)))?;
    let key = if done.events.is_empty() { "cli-case-nothing" } else { "cli-case-done" };
    line(&t_with(key, &[("case", done.number.to_string().into()), ("version", done.version.into())]));
    if let Some(other) = done.other {
        line(&t_with("cli-case-other", &[("case", other.to_string().into())]));
    }
    Ok(())
}

/// The command from `--json` or from fields as on the page; every odd field is named.
fn command(host: &Host, person: &Person, word: &str, matches: &ArgMatches) -> Result<Command, Ended> {
    if let Some(json) = matches.get_one::<String>("json") {
        let body = json_from(json)?;
        return body::read(word, body.as_bytes()).map_err(|problem| {
            let all: Vec<String> = problem.errors.iter().map(|e| e.detail.clone()).collect();
            Ended::Refused(all.join("\n  "))
        });
    }
    let mut pairs = vec![];
    for field in matches.get_many::<String>("field").into_iter().flatten() {
        let Some((name, value)) = field.split_once('=') else {
            return Err(Ended::Usage(t_with("cli-field-form", &[("field", field.clone().into())])));
        };
        pairs.push((name.to_owned(), value.to_owned()));
    }
    let names = known_names(word);
    let unknown = pairs
        .iter()
        .map(|(name, _)| name)
        .find(|name| !names.contains(&name.split(['.', '[']).next().unwrap_or_default().to_owned()));
    if let Some(unknown) = unknown {
        let words = [("field", unknown.clone().into()), ("known", names.join(", ").into())];
        return Err(Ended::Refused(t_with("api-unknown-field", &words)));
    }
    let mut typed = Typed::from_pairs(pairs);
    form::command(word, &mut typed, host.app.now(), &Zones::ours(&Host::zone(person))).ok_or_else(|| {
        let all: Vec<String> =
            typed.errors().map(|(name, sentence)| format!("{name}: {}", sentence.as_str())).collect();
        Ended::Refused(all.join("\n  "))
    })
}

fn known_names(word: &str) -> Vec<String> {
    fields(word).into_iter().map(|f| f.name.to_owned()).collect()
}
fn fields(word: &str) -> Vec<Field> {
    match Command::shape_of(word) {
        Some(Shape::Object(_, fields)) => fields,
        _ => vec![],
    }
}

/// `-` reads the input, `@FILE` a file.
fn json_from(said: &str) -> Result<String, Ended> {
    let mut text = String::new();
    let cannot = |what: &str, problem: std::io::Error| {
        Ended::Refused(t_with(
            "cli-cannot-read",
            &[("file", what.to_owned().into()), ("problem", problem.to_string().into())],
        ))
    };
    match said.strip_prefix('@') {
        _ if said == "-" => std::io::stdin().take(JSON_BYTES).read_to_string(&mut text).map_err(|e| cannot("-", e))?,
        Some(file) => std::fs::File::open(file)
            .and_then(|f| f.take(JSON_BYTES).read_to_string(&mut text))
            .map_err(|e| cannot(file, e))?,
        None => return Ok(said.to_owned()),
    };
    Ok(text)
}

/// `--request KEY` makes a repeated call harmless, like the API's `Idempotency-Key`.
fn request(host: &Host, person: &Person, matches: &ArgMatches) -> RequestId {
    matches
        .get_one::<String>("request")
        .map_or_else(|| host.app.new_request(), |key| RequestId(Uuid::new_v5(&person.id.0, key.as_bytes())))
}

fn number(matches: &ArgMatches) -> Result<CaseNumber, Ended> {
    let said = matches.get_one::<String>("number").cloned().unwrap_or_default();
    said.parse().map_err(|_| Ended::Usage(t_with("cli-no-number", &[("said", said.into())])))
}

fn page(host: &Host, number: CaseNumber) -> Result<CasePage, Ended> {
    let found = host.app.db.read_now(move |conn| store::cases::page(conn, number))?;
    found.ok_or_else(|| Ended::Refused(t_with("cli-no-such-case", &[("case", number.to_string().into())])))
}

/// Every command with its fields, or one of them.
fn commands(only: Option<&str>) -> Result<(), Ended> {
    let Some(word) = only else {
        let mut table = table(&["cli-col-command", "cli-col-what", "cli-col-who"]);
        table.add_rows(offered().map(|word| [word.to_owned(), openapi::what(word), openapi::who(word)]));
        line(&table.to_string());
        return Ok(());
    };
    if !offered().any(|offered| offered == word) {
        return Err(Ended::Usage(t_with("cli-no-such-command", &[("command", word.to_owned().into())])));
    }
    let mut table = table(&["cli-col-field", "cli-col-shape", "cli-col-meaning"]);
    table.add_rows(fields(word).iter().map(|field| [named(field), shaped(&field.shape), field.doc.clone()]));
    line(&format!("{word} · {} · {}", openapi::what(word), openapi::who(word)));
    line(&table.to_string());
    Ok(())
}

fn named(field: &Field) -> String {
    if field.required == Required::Yes && !matches!(field.shape, Shape::List(_)) {
        format!("{} *", field.name)
    } else {
        field.name.to_owned()
    }
}
fn shaped(shape: &Shape) -> String {
    match shape {
        Shape::OneOf(words) => words.join(" | "),
        Shape::Optional(inner) => shaped(inner),
        Shape::List(inner) => format!("{} …", shaped(inner)),
        Shape::Object(_, fields) => format!("{{ {} }}", fields.iter().map(|f| f.name).collect::<Vec<_>>().join(", ")),
        Shape::Text => t("cli-shape-text").into_owned(),
        Shape::Integer => t("cli-shape-integer").into_owned(),
        Shape::Truth => t("cli-shape-truth").into_owned(),
        Shape::Time => t("cli-shape-time").into_owned(),
        Shape::Date => t("cli-shape-date").into_owned(),
        Shape::Id => t("cli-shape-id").into_owned(),
    }
}

fn table(columns: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(columns.iter().map(|key| t(key).into_owned()));
    table
}
