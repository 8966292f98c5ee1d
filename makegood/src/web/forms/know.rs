//! What is known: the harm, the facts, when we knew, whose part it was.
use super::Desk;
use super::fields::*;
use crate::web::ui::{Field, Form};
use crate::words::{t, t_with};
use casework::commands::open_facts;
use casework::kinds::{Dimension, Fault, Safety};
use casework::parts::Expectation;

/// Rows for facts beyond those that the kind asks for.
const MORE_FACTS: usize = 3;

/// One row of what it does to them; the names are paths into the command.
pub fn impact_row(prefix: &str, at: usize) -> [Field; 2] {
    [
        select_of(&format!("{prefix}[{at}].dimension"), "form-impact-dimension", "dimension", Dimension::WORDS)
            .optional(),
        Field::text(&format!("{prefix}[{at}].words"), "form-impact-words").help("form-impact-words-help").optional(),
    ]
}

/// Their own deadline.
pub fn deadline_fields() -> [Field; 3] {
    [
        moment("deadline.at", "form-deadline-at").optional(),
        Field::text("deadline.what", "form-deadline-what").help("form-deadline-what-help").optional(),
        yes_no("deadline.threatened", "form-deadline-threatened"),
    ]
}

/// Rows for the facts that are still open for this kind of trouble, each with its name written already.
pub fn open_fact_rows(desk: &Desk<'_>) -> Vec<Field> {
    let answer = |(at, what): (usize, &&'static str)| {
        let label = t(&format!("fact-{}", what.replace('_', "-")));
        Field::text(&format!("facts[{at}].answer"), label).optional()
    };
    open_facts(&desk.view.case).iter().enumerate().map(answer).collect()
}

/// The names that go with [`open_fact_rows`].
pub fn open_fact_names<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    open_facts(&desk.view.case)
        .iter()
        .enumerate()
        .fold(form, |form, (at, what)| form.hidden(&format!("facts[{at}].what"), what))
}

/// Rows for facts of any name, after the open ones.
pub fn other_fact_rows(desk: &Desk<'_>) -> Vec<[Field; 3]> {
    let first = open_facts(&desk.view.case).len();
    (first..first + MORE_FACTS)
        .map(|at| {
            [
                Field::text(&format!("facts[{at}].what"), "form-fact-what").optional(),
                Field::text(&format!("facts[{at}].answer"), "form-fact-answer").optional(),
                Field::text(&format!("facts[{at}].said_by"), "form-fact-said-by").optional(),
            ]
        })
        .collect()
}

/// Whose word a fact is, where nobody wrote it: in a talk of whoever was spoken with, else of whoever writes it down (S132).
pub fn say_whose(pairs: &mut Vec<(String, String)>, desk: &Desk<'_>) {
    let with = pairs.iter().find(|(name, _)| name == "with").and_then(|(_, id)| id.trim().parse().ok());
    let whose = with.and_then(|id| desk.view.contact(id)).map_or(&desk.me.person.name, |contact| &contact.name);
    let rows =
        pairs.iter().filter_map(|(name, _)| name.strip_suffix("].answer")).filter(|row| row.starts_with("facts["));
    let unsaid = |row: &&str| {
        let field = format!("{row}].said_by");
        !pairs.iter().any(|(name, value)| *name == field && !value.trim().is_empty())
    };
    let said: Vec<_> = rows.filter(unsaid).map(|row| (format!("{row}].said_by"), whose.clone())).collect();
    pairs.retain(|(name, _)| !said.iter().any(|(field, _)| field == name));
    pairs.extend(said);
}

pub fn describe_harm<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let harm = &desk.view.case.harm;
    let safety = radios_of("safety", "form-safety", "safety", Safety::WORDS).optional();
    let safety = harm.safety.map_or(safety.clone(), |s| safety.value(s.word()));
    let form = form
        .field(safety)
        .row(impact_row("impacts", 0))
        .row(impact_row("impacts", 1))
        .group("form-deadline", deadline_fields())
        .field(said("pressure", "form-pressure").help("form-pressure-help").optional())
        .field(said("worst_part", "form-worst-part").help("form-worst-part-help").optional());
    if harm.deadline.is_some() { form.field(yes_no("deadline_met", "form-deadline-met")) } else { form }
}

pub fn move_recognition<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let known = crate::web::when::moment(desk.view.case.recognised_at, desk.now, &desk.me.zone).words;
    form.field(moment("to", "form-knew-at").nudge(t_with("form-knew-at-nudge", &[("known", known.into())])))
        .field(said("reason", "form-knew-how"))
}

pub fn record_facts<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let open = open_fact_rows(desk);
    let form = if open.is_empty() { form } else { open_fact_names(form, desk).group("form-facts-open", open) };
    other_fact_rows(desk).into_iter().fold(form, |form, row| form.row(row))
}

pub fn state_fault<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let (fault, heard) = (&desk.view.case.fault, desk.view.case.was_heard());
    let text =
        |name, label, kept: &Option<String>| said(name, label).value(kept.clone().unwrap_or_default()).optional();
    let ours = text("our_view", "form-our-view", &fault.our_view);
    let ours = if heard { ours } else { ours.nudge("form-our-view-after-theirs") };
    let theirs = text("their_part", "form-their-part", &fault.their_part);
    let theirs = if fault.our_part.is_some() { theirs } else { theirs.nudge("form-our-part-first") };
    form.field(text("their_view", "form-their-view", &fault.their_view))
        .field(text("our_part", "form-our-part", &fault.our_part).help("form-our-part-help"))
        .field(select_of("position", "form-fault", "fault", Fault::WORDS).optional())
        .field(text("fact", "form-fault-fact", &fault.fact).help("form-fault-fact-help"))
        .more("form-expectation-gap", expectation_fields(fault.expectation.as_ref()))
        .more(
            "form-after-listening",
            [ours, theirs, yes_no("we_were_right", "form-we-were-right").help("form-we-were-right-help")],
        )
}

/// The gap that misunderstandings come from: all three, or none (S175).
fn expectation_fields(kept: Option<&Expectation>) -> [Field; 3] {
    let text = |name: &str, label: &'static str, words: Option<&String>| {
        said(name, label).value(words.cloned().unwrap_or_default()).optional()
    };
    [
        text("expectation.expected", "form-expectation-expected", kept.map(|gap| &gap.expected)),
        text("expectation.promised", "form-expectation-promised", kept.map(|gap| &gap.promised))
            .help("form-expectation-promised-help"),
        text("expectation.delivered", "form-expectation-delivered", kept.map(|gap| &gap.delivered)),
    ]
}
