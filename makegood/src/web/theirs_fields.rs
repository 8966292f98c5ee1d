//! What each act of the customer asks them: as little as it needs, most of it in their own words.
use super::forms::fields::words_of;
use super::theirs_joint;
use super::ui::{Field, Form, Typed};
use super::when;
use super::{theirs_delivery, theirs_since_solved};
use crate::theirs::acts::Act;
use crate::theirs::guest::Guest;
use crate::theirs::seen::Seen;
use crate::words::{t, t_with};
use casework::kinds::{Dimension, Safety};
use casework::parts::Said;
use maud::html;

/// From not at all to fully.
const SCORES: [&str; 5] = ["1", "2", "3", "4", "5"];

pub fn of<'a>(act: &Act, seen: &Seen, guest: &Guest, typed: &Typed, form: Form<'a>) -> Form<'a> {
    let words = |label: &'static str| Field::words("words", label);
    match act.word {
        "add" => add(guest, form),
        "answer-news" => form
            .field(
                ["still_works", "works_with_changes", "hurts", "must_check"]
                    .iter()
                    .fold(Field::radios("reaction", "theirs-field-reaction"), |field, word| {
                        field.choice(word, t(&format!("told-reaction-{}", word.replace('_', "-"))))
                    }),
            )
            .field(Field::date("need_by", "theirs-field-need-by").optional())
            .field(words("theirs-field-more").optional()),
        "choose" => choose(seen, typed, form).field(words("theirs-field-choice")),
        "none-fits" => {
            form.field(words("theirs-field-none-fits")).field(Field::words("how_can_we_help", "theirs-field-help"))
        }
        "propose" => form
            .field(Field::words("what", "theirs-field-proposal"))
            .field(time(guest, "arrives", "theirs-field-needed-by").optional())
            .field(Field::text("customer_does", "theirs-field-you-do").optional()),
        "agree" => agree(seen, guest, typed, form).field(words("theirs-field-more").optional()),
        "step" => step(seen, guest, typed, form),
        "delivery" => theirs_delivery::fields(guest, form),
        "since-solved" => theirs_since_solved::fields(form),
        "report-accept" => form.hidden("report", typed.value("report")).field(words("theirs-field-more").optional()),
        "report-ask" => form.hidden("report", typed.value("report")).field(words("theirs-field-report")),
        "solved" => solved(seen, form),
        "bring" => theirs_joint::bring(form),
        "step-back" => theirs_joint::step_back(form),
        "join-again" => form,
        word => form.field(words(match word {
            "correct" => "theirs-field-correct",
            "change-plan" => "theirs-field-change",
            "ask" => "theirs-field-question",
            "let-rest" => "theirs-field-let-rest",
            "led-to" => "theirs-field-led-to",
            "prevent" => "theirs-field-prevent",
            _ => "theirs-field-not-solved",
        })),
    }
}

/// A time on their clock, which is said.
pub(super) fn time(guest: &Guest, name: &str, label: &'static str) -> Field {
    let zone = guest.zone.iana_name().unwrap_or("UTC").replace('_', " ");
    Field::date_time(name, label).help(t_with("theirs-your-time", &[("zone", zone.into())]))
}

fn add<'a>(guest: &Guest, form: Form<'a>) -> Form<'a> {
    let dimension = Field::select("impacts[0].dimension", "theirs-field-dimension").choice("", "form-choose");
    let risk = Field::radios("deadline.threatened", "theirs-field-at-risk").optional();
    form.field(words_of(dimension, "theirs-dimension", Dimension::WORDS).optional())
        .field(Field::words("impacts[0].words", "theirs-field-impact").optional())
        .field(words_of(Field::radios("safety", "theirs-field-safety"), "theirs-safety", Safety::WORDS).optional())
        .more(
            "theirs-field-deadline",
            [
                Field::text("deadline.what", "theirs-field-deadline-what").optional(),
                time(guest, "deadline.at", "theirs-field-deadline-at").optional(),
                words_of(risk, "said", Said::WORDS),
            ],
        )
}

fn choose<'a>(seen: &Seen, typed: &Typed, form: Form<'a>) -> Form<'a> {
    let chosen = typed.value("option");
    let one = seen.ways.iter().find(|way| way.can_be_chosen == Said::Yes && way.id.to_string() == chosen);
    match one {
        Some(way) => form.hidden("option", way.id).block(html! { p { strong { (way.what) } } }),
        // It is gone or its date is over since they looked: the others are there to choose from.
        None => form.field(
            seen.ways
                .iter()
                .filter(|way| way.can_be_chosen == Said::Yes)
                .fold(Field::radios("option", "theirs-ways"), |field, way| {
                    field.choice(&way.id.to_string(), way.what.clone())
                }),
        ),
    }
}

/// What they say yes to is before their eyes, in the version that they read.
fn agree<'a>(seen: &Seen, guest: &Guest, typed: &Typed, form: Form<'a>) -> Form<'a> {
    let Some(plan) = &seen.plan else { return form };
    let read = typed.filled("version").map_or_else(|| plan.version.to_string(), str::to_owned);
    // After *the plan is another* the new one is shown, and the next press means that one.
    let version = if typed.error("version").is_some() { plan.version.to_string() } else { read };
    let now = guest.app.now();
    let steps = html! {
        ol.steps { @for step in &plan.steps { li { p { (step.text) } p.quiet { (when::moment(step.due, now, &guest.zone)) } } } }
    };
    form.hidden("version", version).block(steps)
}

fn step<'a>(seen: &Seen, guest: &Guest, typed: &Typed, form: Form<'a>) -> Form<'a> {
    let one = seen.plan.iter().flat_map(|plan| &plan.steps).find(|step| step.id.to_string() == typed.value("step"));
    let form = match one {
        Some(step) => form.hidden("step", step.id).block(html! { p { strong { (step.text) } } }),
        None => form,
    };
    let outcome =
        ["done", "late", "skipped"].iter().fold(Field::radios("outcome", "theirs-field-outcome"), |f, word| {
            f.choice(word, t(&format!("theirs-outcome-{word}")))
        });
    form.field(outcome)
        .field(time(guest, "new_due", "theirs-field-new-due").optional())
        .field(Field::words("reason", "theirs-field-reason").optional().rows(3))
}

/// Solved: each need is ticked by them; how it was for them is asked, and may stay empty (S205-S208).
fn solved<'a>(seen: &Seen, form: Form<'a>) -> Form<'a> {
    let open: Vec<_> = seen.needs.iter().filter(|need| need.settled == Said::No).collect();
    let mut form = form.field(Field::words("words", "theirs-field-solved"));
    if !open.is_empty() {
        form = form.field(open.iter().fold(Field::checks("settled", "theirs-field-settled"), |field, need| {
            field.choice(&need.id.to_string(), need.words.clone())
        }));
    }
    if seen.deadline.is_some() && seen.deadline_met.is_none() {
        form = form.field(words_of(Field::radios("deadline_met", "theirs-field-in-time"), "said", Said::WORDS));
    }
    let score = |name: &str, label: &'static str| {
        SCORES.iter().fold(Field::select(name, label).choice("", "theirs-score-none").optional(), |field, n| {
            field.choice(n, t(&format!("theirs-score-{n}")))
        })
    };
    form.group(
        "theirs-scores",
        [
            score("outcome", "theirs-score-outcome"),
            score("process", "theirs-score-process"),
            score("people", "theirs-score-people"),
            score("valued", "theirs-score-valued"),
            score("reassured", "theirs-score-reassured"),
        ],
    )
    .field(words_of(Field::radios("may_be_shown", "theirs-field-may-be-shown"), "said", Said::WORDS).optional())
}
