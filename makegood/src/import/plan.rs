//! How a file of orders will be read: shown to a person before anything is kept, and remembered afterwards.

use super::{
    csv_source::Said,
    dates::Order,
    headers::{Confidence, Field, Guess, Guesses, fingerprint, guess, override_with},
    order_rows::RowReader,
    progress::{Progress, Stage},
    source::Source,
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
    columns: BTreeMap<Field, String>,
    dates: Option<String>,
}

/// Reads the whole file once and decides. `remembered` is the memory of an earlier file with the same headers.
pub fn plan(
    source: &Source,
    wishes: &Wishes,
    ours: &TimeZone,
    remembered: impl FnOnce(&str) -> Option<String>,
    progress: &mut dyn Progress,
) -> Result<Plan, CannotStart> {
    let mut csv = source.open(wishes.said)?;
    let fingerprint = fingerprint(csv.headers());
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
    let zone = wishes.zone.clone().unwrap_or_else(|| ours.clone());
    let reader = RowReader::new(&survey, &guesses, dates, &zone)?;
    let memory =
        Memory { columns: names(&guesses, &survey.headers), dates: dates.map(|order| order_word(order).into()) };
    let memory = serde_json::to_string(&memory).unwrap_or_default();
    Ok(Plan { survey, guesses, reader, fingerprint, memory, from, zone, said: wishes.said })
}

fn recalled(memory: &Memory, headers: &[String]) -> Guesses {
    let place = |name: &String| headers.iter().position(|header| header == name);
    let one =
        |(field, name): (&Field, &String)| Some((*field, Guess { column: place(name)?, confidence: Confidence::Sure }));
    memory.columns.iter().filter_map(one).collect()
}

fn names(guesses: &Guesses, headers: &[String]) -> BTreeMap<Field, String> {
    let one = |(field, guess): (&Field, &Guess)| Some((*field, headers.get(guess.column)?.clone()));
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
        let dialect = self.survey.dialect;
        let delimiter = match dialect.delimiter {
            b'\t' => "tab".to_owned(),
            other => char::from(other).to_string(),
        };
        let mut lines = vec![t_with(
            "import-plan-file",
            &[
                ("rows", self.survey.rows.into()),
                ("columns", self.survey.headers.len().into()),
                ("charset", dialect.charset.name().into()),
                ("delimiter", delimiter.into()),
            ],
        )];
        for (field, guess) in &self.guesses {
            let Some(column) = self.survey.columns.get(guess.column) else { continue };
            let key = match (self.from, guess.confidence) {
                (From::Guess, Confidence::Weak) => "import-plan-column-unsure",
                _ => "import-plan-column",
            };
            let examples = column.examples.join(" · ");
            lines.push(t_with(
                key,
                &[
                    ("field", field.word().into()),
                    ("column", column.header.as_str().into()),
                    ("examples", examples.into()),
                ],
            ));
        }
        let taken = |at: usize| self.guesses.values().any(|guess| guess.column == at);
        let left: Vec<&str> = (0..self.survey.headers.len())
            .filter(|at| !taken(*at))
            .filter_map(|at| self.survey.headers.get(at).map(String::as_str))
            .collect();
        if !left.is_empty() {
            lines.push(t_with("import-plan-left", &[("columns", left.join(", ").into())]));
        }
        lines
    }
}
