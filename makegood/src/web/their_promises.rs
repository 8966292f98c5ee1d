//! What they promise in a letter of theirs: *we send the drawing by Thursday noon*. It is proposed as their own step of the plan, by one key;
//! nothing is kept before somebody of ours has read it, and the plan is agreed by both sides as ever.
use super::forms::Desk;
use super::forms::fields::written;
use super::when;
use crate::promised::{Caught, Clocks, caught};
use crate::words::t;
use casework::kinds::Party;
use jiff::Timestamp;
use maud::{Markup, html};
use proofread::{Draft, Record, Reviewer};
use store::contacts::Contact;
use store::messages::Message;
use url::form_urlencoded::Serializer;

/// Promises of one letter that are offered.
const OFFERED_AT_MOST: usize = 5;
/// Letters of a letter that are read for them.
const READ_AT_MOST: usize = 20_000;

/// The promises of theirs that the plan does not hold yet, with the moment as they meant it.
fn found(desk: &Desk<'_>, rules: &Reviewer, from: Option<&Contact>, letter: &Message) -> Vec<Caught> {
    let zone = from.map_or_else(|| desk.view.zone(), |who| desk.view.zone_of(who));
    // *Tomorrow* is a day after the one on which they wrote, on their clock; *your time* is ours.
    let clocks = Clocks { at: letter.received_at, unsaid: zone.clone(), writer: zone, reader: desk.me.zone.clone() };
    let record = Record { sent_at: Some(clocks.written()), ..Record::default() };
    let text: String = letter.body.chars().take(READ_AT_MOST).collect();
    let report = rules.review(&Draft { subject: None, text: &text }, Some(&record));
    let mut found: Vec<Caught> = vec![];
    for promise in report.promises.iter().filter_map(|promise| caught(promise, &text, &clocks, desk.now)) {
        let twice = found.iter().any(|other| other.due == promise.due);
        if !twice && !is_planned(desk, promise.due) && found.len() < OFFERED_AT_MOST {
            found.push(promise);
        }
    }
    found
}

fn is_planned(desk: &Desk<'_>, due: Timestamp) -> bool {
    let steps = desk.view.case.plan.iter().flat_map(|plan| &plan.steps);
    steps.into_iter().any(|step| step.party == Party::Customer && step.due == due)
}

/// Each with one key that begins the change of the plan with it.
pub fn proposals(desk: &Desk<'_>, rules: &Reviewer, from: Option<&Contact>, letter: &Message) -> Markup {
    let promises = found(desk, rules, from, letter);
    html! {
        @if !promises.is_empty() {
            p { (t("their-promises-title")) }
            ul.plain {
                @for promise in &promises {
                    li {
                        (promise.words) " · " (when::moment(promise.due, desk.now, &desk.me.zone)) " "
                        a href=(plan_href(desk, promise)) { (t("their-promises-plan")) }
                    }
                }
            }
        }
    }
}

/// The form of the plan with their step in its first empty row.
fn plan_href(desk: &Desk<'_>, promise: &Caught) -> String {
    let (act, list) =
        if desk.view.case.plan.is_some() { ("revise-plan", "new_steps") } else { ("draft-plan", "steps") };
    let mut query = Serializer::new(String::new());
    let due = written(promise.due, desk);
    for (name, value) in [("text", promise.words.as_str()), ("due", &due), ("party", Party::Customer.word())] {
        query.append_pair(&format!("{list}[0].{name}"), value);
    }
    format!("/cases/{}/do/{act}?{}", desk.view.case.number, query.finish())
}
