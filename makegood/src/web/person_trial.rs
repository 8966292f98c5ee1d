//! What other roles, other quiet hours or leaving would mean for a colleague, before it is kept: what they may do, what they have in
//! hand, and who stands in their place on the next case.
use super::fail::Oops;
use super::limits::sum;
use super::ui;
use super::{trial, when};
use crate::session::Agent;
use crate::words::{t, t_with};
use casework::effect::after_quiet_hours;
use casework::facts::Colleague;
use casework::ids::PersonId;
use casework::kinds::Role;
use casework::rights::{Right, holds};
use maud::{Markup, html};
use store::burden::{self, Burden};
use store::firm::Firm;
use store::people::Person;

/// What a role opens, in the order of how far it reaches.
const MAY: [(Right, &str); 4] = [
    (Right::Anyone, "person-may-look"),
    (Right::Work, "person-may-work"),
    (Right::ManageOrQuality, "person-may-close-prevention"),
    (Right::Manage, "person-may-manage"),
];

/// The block beside the form.
///
/// # Errors
/// When what they have in hand cannot be read.
pub async fn look(agent: &Agent, before: &Person, after: &Person) -> Result<Markup, Oops> {
    let (id, now) = (before.id, agent.app.now());
    let in_hand = agent.app.db.read(move |conn| burden::of(conn, id, now)).await?;
    let then = with(&agent.firm, after);
    let mut lines = rights(before, after);
    lines.extend(limit(&agent.firm, before, after));
    lines.extend(in_their_place(&agent.firm, &then));
    lines.extend(leaves_behind(before, after, in_hand));
    lines.extend(quiet(agent, before, after, in_hand));
    let waiting = waiting(agent, &then).await?;
    let body = html! {
        @if lines.is_empty() && waiting.is_empty() { p { (t("person-trial-nothing")) } }
        @else { ul { @for line in lines.iter().chain(&waiting) { li { (line) } } } }
        p.quiet { (t("person-trial-not-kept")) }
    };
    Ok(ui::section("clocks-trial", None, body))
}

/// The firm with this colleague as they would be.
fn with(firm: &Firm, person: &Person) -> Firm {
    let zone = store::holidays::zone(&person.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let changed =
        Colleague { id: person.id, name: person.name.clone(), roles: person.roles.clone(), zone, quiet: person.quiet };
    let mut colleagues = (*firm.colleagues).clone();
    match colleagues.iter().position(|c| c.id == person.id) {
        Some(at) if person.active => colleagues[at] = changed,
        Some(at) => drop(colleagues.remove(at)),
        None if person.active => colleagues.push(changed),
        None => {}
    }
    Firm { colleagues: std::sync::Arc::new(colleagues), ..firm.clone() }
}

/// Their roles as they count: who may not sign in has none.
fn counting(person: &Person) -> &[Role] {
    if person.active { &person.roles } else { &[] }
}

fn rights(before: &Person, after: &Person) -> Vec<String> {
    let (old, new) = (counting(before), counting(after));
    let mut lines: Vec<String> = MAY
        .iter()
        .filter_map(|(right, key)| match (holds(*right, old), holds(*right, new)) {
            (true, false) => Some(t_with("person-may-no-longer", &[("what", t(key).into())])),
            (false, true) => Some(t_with("person-may-then", &[("what", t(key).into())])),
            _ => None,
        })
        .collect();
    let keeps = |roles: &[Role]| roles.contains(&Role::Administrator);
    match (keeps(old), keeps(new)) {
        (true, false) => lines.push(t_with("person-may-no-longer", &[("what", t("person-may-administer").into())])),
        (false, true) => lines.push(t_with("person-may-then", &[("what", t("person-may-administer").into())])),
        _ => {}
    }
    lines
}

fn limit(firm: &Firm, before: &Person, after: &Person) -> Option<String> {
    let (from, to) = (firm.policy.limit(counting(before)), firm.policy.limit(counting(after)));
    (from != to).then(|| t_with("person-limit", &[("from", sum(from).into()), ("to", sum(to).into())]))
}

/// Who is named on the next case for a role that changes hands.
fn in_their_place(firm: &Firm, then: &Firm) -> Vec<String> {
    let first = |firm: &Firm, role: Role| firm.colleagues.iter().find(|c| c.roles.contains(&role)).map(|c| c.id);
    let name =
        |id: Option<PersonId>| id.map_or_else(|| t("person-nobody").into_owned(), |id| firm.name_of(id).to_owned());
    [
        (Role::Manager, "person-next-manager"),
        (Role::Quality, "person-next-quality"),
        (Role::Director, "person-next-director"),
    ]
    .into_iter()
    .filter_map(|(role, key)| {
        let (now, later) = (first(firm, role), first(then, role));
        (now != later).then(|| t_with(key, &[("from", name(now).into()), ("to", name(later).into())]))
    })
    .collect()
}

/// What stays with somebody who leaves or no longer works on cases.
fn leaves_behind(before: &Person, after: &Person, in_hand: Burden) -> Option<String> {
    let stops = holds(Right::Work, counting(before)) && !holds(Right::Work, counting(after));
    let has = in_hand.cases + in_hand.owed + in_hand.accounts > 0;
    let parts = [("cases", in_hand.cases.into()), ("owed", in_hand.owed.into()), ("accounts", in_hand.accounts.into())];
    (stops && has).then(|| t_with("person-leaves-behind", &parts))
}

fn quiet(agent: &Agent, before: &Person, after: &Person, in_hand: Burden) -> Option<String> {
    if (before.quiet, &before.zone) == (after.quiet, &after.zone) {
        return None;
    }
    let now = agent.app.now();
    let zone = store::holidays::zone(&after.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let then = when::moment(after_quiet_hours(now, &zone, after.quiet), now, &agent.zone).words;
    match in_hand.next_notice {
        Some(first) => {
            let from = when::moment(first, now, &agent.zone).words;
            let parts = [("count", in_hand.notices.into()), ("from", from.into()), ("to", then.into())];
            Some(t_with("person-quiet-waiting", &parts))
        }
        None => Some(t_with("person-quiet", &[("to", then.into())])),
    }
}

/// Amends that wait and that nobody could answer any more, or somebody could again.
async fn waiting(agent: &Agent, then: &Firm) -> Result<Vec<String>, Oops> {
    let tried = trial::tried(agent, then.clone()).await?;
    let line = |waiting: &trial::Waiting| super::limits::of_waiting(&agent.firm, then, waiting);
    Ok(tried.waiting.iter().filter_map(line).collect())
}
