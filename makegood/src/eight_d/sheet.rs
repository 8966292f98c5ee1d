//! Lays the facts out as a sheet, in the language of the report: the head, how far each discipline is, and the disciplines themselves.
mod found;
mod stopped;

use super::facts::{Reached, Report};
use crate::web::when::whole_date;
use crate::words::{Language, said_in, t, t_with};
use casework::inside::Discipline;
use casework::kinds::Safety;
use jiff::civil::Date;
use print::{Block, Field, Part, Picture, Sheet, Spot, Step, Words};

/// In the report's own language.
pub fn of(report: &Report) -> Sheet {
    let language = Language::theirs(&report.language).unwrap_or(Language::English);
    said_in(language, || in_words(report))
}

fn in_words(report: &Report) -> Sheet {
    let mut parts: Vec<Part> = report.steps.iter().map(|step| part(report, step.discipline)).collect();
    if !report.pictures.is_empty() {
        parts.push(Part { code: String::new(), title: said("report-pictures"), blocks: vec![pictures(report)] });
    }
    Sheet {
        lang: report.language.clone(),
        kind: said(&format!("report-stage-{}", report.stage.word())),
        title: report.title.clone(),
        number: report.number.clone(),
        revision: t_with("report-revision", &[("n", report.revision.into())]),
        day: report.day.to_string(),
        dated: whole_date(report.day),
        from: report.from.clone(),
        to: report.to.clone(),
        marks: marks(report),
        head: head(report),
        steps: report.steps.iter().map(step).collect(),
        parts,
        words: Words { page: said("report-page"), of: said("report-page-of"), no_picture: said("report-no-picture") },
    }
}

pub(super) fn said(key: &str) -> String {
    t(key).into_owned()
}
/// The word of a choice: `report-place-our-stock`.
pub(super) fn word(family: &str, word: &str) -> String {
    said(&format!("report-{family}-{}", word.replace('_', "-")))
}
pub(super) fn day(on: Option<Date>) -> String {
    on.map(whole_date).unwrap_or_default()
}
pub(super) fn number(n: u64) -> String {
    crate::words::number(i64::try_from(n).unwrap_or(i64::MAX))
}
/// Only what says something stands on paper.
pub(super) fn fields(pairs: impl IntoIterator<Item = (&'static str, String)>) -> Vec<Field> {
    let filled = pairs.into_iter().filter(|(_, value)| !value.trim().is_empty());
    filled.map(|(key, value)| Field::new(t(key), value)).collect()
}

fn marks(report: &Report) -> Vec<String> {
    let mut marks = vec![];
    if matches!(report.head.safety, Some(Safety::SomebodyHurt | Safety::CouldHurt)) {
        marks.push(said("report-mark-safety"));
    }
    if report.head.repeats > 0 {
        marks.push(said("report-mark-repeat"));
    }
    marks
}

fn head(report: &Report) -> Vec<Field> {
    let problem = report.problem.clone();
    let of = |get: fn(&casework::parts::Problem) -> String| problem.as_ref().map(get).unwrap_or_default();
    let pieces = |n: Option<u64>| n.map(|n| t_with("report-pieces", &[("n", n.into())])).unwrap_or_default();
    let part = of(|p| {
        [p.part.as_str(), p.revision.as_str()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ")
    });
    let repeats = match report.head.repeats {
        0 => said("report-repeat-none"),
        n => t_with("report-repeat-some", &[("n", n.into())]),
    };
    fields([
        ("report-customer", report.to.clone()),
        ("report-contact", report.contact.clone()),
        ("report-number", report.number.clone()),
        ("report-part", part),
        ("report-lots", of(|p| p.lots.clone())),
        ("report-first-shipment", of(|p| p.first_shipment.clone())),
        ("report-shipped", pieces(problem.as_ref().and_then(|p| p.shipped))),
        ("report-suspect", pieces(problem.as_ref().and_then(|p| p.suspect))),
        ("report-bad", pieces(problem.as_ref().and_then(|p| p.found_bad))),
        ("report-known-on", day(report.head.recognised_on)),
        ("report-opened-on", day(report.head.opened_on)),
        ("report-repeat", repeats),
    ])
}

fn step(step: &super::facts::Step) -> Step {
    let (reached, key) = match step.reached {
        Reached::Done => (print::Reached::Done, "report-reached-done"),
        Reached::Begun => (print::Reached::Begun, "report-reached-begun"),
        Reached::Open => (print::Reached::Open, "report-reached-open"),
    };
    Step { code: code(step.discipline), reached, said: said(key) }
}
fn code(discipline: Discipline) -> String {
    discipline.word().to_uppercase()
}

fn part(report: &Report, discipline: Discipline) -> Part {
    let mut blocks = match discipline {
        Discipline::D0 => stopped::first_help(report),
        Discipline::D1 => stopped::team(report),
        Discipline::D2 => stopped::problem(report),
        Discipline::D3 => stopped::places(report),
        Discipline::D4 => found::causes(report),
        Discipline::D5 => found::chosen(report),
        Discipline::D6 => found::done(report),
        Discipline::D7 => found::kept(report),
        Discipline::D8 => found::ended(report),
    };
    if blocks.is_empty() {
        blocks.push(Block::Waiting { text: said("report-not-yet") });
    }
    Part { code: code(discipline), title: word("title", discipline.word()), blocks }
}

fn pictures(report: &Report) -> Block {
    let picture = |shown: &super::facts::Shown| Picture {
        file: shown.file.clone(),
        caption: if shown.words.trim().is_empty() { shown.name.clone() } else { shown.words.clone() },
        alt: if shown.words.trim().is_empty() { shown.name.clone() } else { shown.words.clone() },
        spots: shown.spots.iter().map(|s| Spot { across: s.across, down: s.down, said: s.words.clone() }).collect(),
    };
    Block::Pictures { items: report.pictures.iter().map(picture).collect() }
}
