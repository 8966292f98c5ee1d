//! How a file of orders will be read: shown to a person before anything is kept, and remembered afterwards.

use super::{
    csv_source::Said,
    dates::Order,
    edi::Interchange,
    headers::{Confidence, FileField, Guess, Guesses, fingerprint, guess, override_with},
    order_rows::RowReader,
    progress::{Progress, Stage},
    source::{Manner, Source},
    survey::{Survey, survey},
    why::CannotStart,
};
use crate::words::t_with;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a person says about a file of orders, by flags or in a form.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// `promised=Due Date`, one for each field that was guessed wrong.
    pub maps: Vec<String>,
    pub dates: Option<Order>,
    /// The zone of times written without one; the firm's own when nobody says.
    pub zone: Option<TimeZone>,
    pub said: Said,
}

/// How the file will be read.
#[derive(Debug, Clone)]
pub struct Plan {
    pub survey: Survey,
    pub guesses: Guesses,
    pub reader: RowReader,
    pub fingerprint: String,
    /// What to remember for the next file with these headers, as JSON.
    pub memory: String,
    pub from: From,
    pub zone: TimeZone,
    pub said: Said,
    /// What was read, where the source is a file of messages.
    pub messages: Option<Interchange>,
}

/// Where the map came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    Guess,
    Memory,
}

/// What is remembered: names rather than places, so that the map reads well in the database.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Memory {
    columns: BTreeMap<String, String>,
    dates: Option<String>,
}

/// What the columns of a file hold: guessed or remembered, with what a person said put over it.
#[derive(Debug, Clone)]
pub struct Columns<F> {
    pub survey: Survey,
    pub guesses: Guesses<F>,
    pub dates: Option<Order>,
    pub fingerprint: String,
    pub memory: String,
    pub from: From,
}

/// Reads the whole file once and decides. `remembered` is the memory of an earlier file with the same headers, of the same
/// kind: a list of stock and a file of orders may have the same columns and mean other things by them.
pub fn columns<F: FileField>(
    kind: &str,
    source: &Source,
    wishes: &Wishes,
    remembered: impl FnOnce(&str) -> Option<String>,
    progress: &mut dyn Progress,
) -> Result<Columns<F>, CannotStart> {
    let mut csv = source.open(wishes.said)?;
    let fingerprint = format!("{kind}{}", fingerprint(csv.headers()));
    let survey =
        survey(&mut csv, |rows| progress.at(Stage::Reading, rows, None)).map_err(|error| source.unreadable(&error))?;
    if let Some(limit) = source.row_limit().filter(|limit| survey.rows > *limit) {
        return Err(CannotStart::TooManyRows { limit });
    }
    let memory: Option<Memory> = remembered(&fingerprint).and_then(|body| serde_json::from_str(&body).ok());
    let from = if memory.is_some() { From::Memory } else { From::Guess };
    let memory = memory.unwrap_or_default();
    let mut guesses = match from {
        From::Memory => recalled(&memory, &survey.headers),
        From::Guess => guess(&survey.columns),
    };
    override_with(&mut guesses, &survey.headers, &wishes.maps).map_err(CannotStart::Map)?;
    let dates = wishes.dates.or_else(|| memory.dates.as_deref().and_then(order_named));
    let memory =
        Memory { columns: names(&guesses, &survey.headers), dates: dates.map(|order| order_word(order).into()) };
    let memory = serde_json::to_string(&memory).unwrap_or_default();
    Ok(Columns { survey, guesses, dates, fingerprint, memory, from })
}

/// How a file of orders will be read.
pub fn plan(
    source: &Source,
    wishes: &Wishes,
    ours: &TimeZone,
    remembered: impl FnOnce(&str) -> Option<String>,
    progress: &mut dyn Progress,
) -> Result<Plan, CannotStart> {
    let manner = source.manner()?;
    let messages = match manner {
        Manner::Table => None,
        Manner::Messages(_) => Some(source.messages()?),
    };
    let of_messages = messages.as_ref().map(|all| Wishes { maps: maps_of(all, wishes), ..wishes.clone() });
    let Columns { survey, guesses, dates, fingerprint, memory, from } =
        columns("", source, of_messages.as_ref().unwrap_or(wishes), remembered, progress)?;
    if messages.as_ref().is_some_and(|all| all.tellings.is_empty() && all.reports.is_empty()) {
        return Err(CannotStart::Empty);
    }
    let zone = wishes.zone.clone().unwrap_or_else(|| ours.clone());
    let reader = RowReader::new(&survey, &guesses, dates, &zone, manner)?;
    Ok(Plan { survey, guesses, reader, fingerprint, memory, from, zone, said: wishes.said, messages })
}

/// The columns of messages bear the names of the fields themselves; a person's wishes come after.
fn maps_of(messages: &Interchange, wishes: &Wishes) -> Vec<String> {
    let own = messages.columns().into_iter().map(|field| format!("{0}={0}", field.word()));
    own.chain(wishes.maps.iter().cloned()).collect()
}

fn recalled<F: FileField>(memory: &Memory, headers: &[String]) -> Guesses<F> {
    let place = |name: &String| headers.iter().position(|header| header == name);
    let one = |(field, name): (&String, &String)| {
        Some((F::named(field)?, Guess { column: place(name)?, confidence: Confidence::Sure }))
    };
    memory.columns.iter().filter_map(one).collect()
}

fn names<F: FileField>(guesses: &Guesses<F>, headers: &[String]) -> BTreeMap<String, String> {
    let one = |(field, guess): (&F, &Guess)| Some((field.word().to_owned(), headers.get(guess.column)?.clone()));
    guesses.iter().filter_map(one).collect()
}

/// `day-first` or `month-first`.
pub fn order_named(word: &str) -> Option<Order> {
    [Order::DayFirst, Order::MonthFirst].into_iter().find(|order| order_word(*order) == word)
}

fn order_word(order: Order) -> &'static str {
    match order {
        Order::DayFirst => "day-first",
        Order::MonthFirst => "month-first",
    }
}

impl Plan {
    /// The map as a person reads it, one line for each field and one for what is not read.
    pub fn lines(&self) -> Vec<String> {
        let mut all = self.messages.iter().flat_map(of_messages).collect::<Vec<_>>();
        all.extend(lines(&self.survey, &self.guesses, self.from));
        all
    }
}

/// Which messages were read, and which were not.
fn of_messages(all: &Interchange) -> Vec<String> {
    let counted = |key: &'static str, kinds: &BTreeMap<String, u64>| {
        let values = [
            ("syntax", all.syntax.name().into()),
            ("messages", Interchange::counted(kinds).into()),
            ("segments", all.segments.into()),
        ];
        (!kinds.is_empty()).then(|| t_with(key, &values))
    };
    [counted("import-plan-messages", &all.read), counted("import-plan-messages-unread", &all.unread)]
        .into_iter()
        .flatten()
        .collect()
}

/// How the columns are read, as a person reads it.
pub fn lines<F: FileField>(survey: &Survey, guesses: &Guesses<F>, from: From) -> Vec<String> {
    let dialect = survey.dialect;
    let delimiter = match dialect.delimiter {
        b'\t' => "tab".to_owned(),
        other => char::from(other).to_string(),
    };
    let mut lines = vec![t_with(
        "import-plan-file",
        &[
            ("rows", survey.rows.into()),
            ("columns", survey.headers.len().into()),
            ("charset", dialect.charset.name().into()),
            ("delimiter", delimiter.into()),
        ],
    )];
    for (field, guess) in guesses {
        let Some(column) = survey.columns.get(guess.column) else { continue };
        let key = match (from, guess.confidence) {
            (From::Guess, Confidence::Weak) => "import-plan-column-unsure",
            _ => "import-plan-column",
        };
        let examples = column.examples.join(" · ");
        lines.push(t_with(
            key,
            &[("field", field.word().into()), ("column", column.header.as_str().into()), ("examples", examples.into())],
        ));
    }
    let taken = |at: usize| guesses.values().any(|guess| guess.column == at);
    let left: Vec<&str> = (0..survey.headers.len())
        .filter(|at| !taken(*at))
        .filter_map(|at| survey.headers.get(at).map(String::as_str))
        .collect();
    if !left.is_empty() {
        lines.push(t_with("import-plan-left", &[("columns", left.join(", ").into())]));
    }
    lines
}
