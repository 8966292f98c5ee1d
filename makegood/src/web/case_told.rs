//! What the customer will see, exactly: every event that says itself for them, in their words and on their clock, and nothing else.
use super::case_page::whole;
use super::case_view::{self, Story};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::ui::{Entry, Facts, Label, Timeline, Typed, Voice, empty, section};
use super::when;
use crate::say::Reader;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use casework::event::Happening;
use casework::facts::Actor;
use casework::parts::Promised;
use maud::{Markup, html};

pub async fn show(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    let number = numbered(&number)?;
    let view = me.app.db.read(move |conn| case_view::load(conn, number, Story::Many)).await?.ok_or(Oops::NotFound)?;
    let nothing = Typed::nothing();
    let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &nothing };
    let body = html! {
        p { (t_with("told-intro", &[("account", view.account.name.as_str().into())])) }
        (super::case_record::way(number))
        (next_word(&desk))
        (all_of_it(&desk))
    };
    Ok(whole(&desk, "what-they-see", None, body))
}

/// By when they hear from us again, and from whom: the first thing that somebody who waits looks for.
fn next_word(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let next = case.open_promises().filter(|p| p.what == Promised::NextContact).min_by_key(|p| p.due);
    let zone = desk.view.zone();
    let by = next.map(|promise| when::moment(promise.due, desk.now, &zone));
    let facts = Facts::new()
        .fact("told-next", by.map_or_else(|| html! { (t("told-next-none")) }, |by| html! { (by) }))
        .fact("told-person", desk.me.firm.name_of(case.team.owner).to_owned());
    section("told-now", None, html! { (facts) })
}

fn all_of_it(desk: &Desk<'_>) -> Markup {
    let zone = desk.view.zone();
    let reader = desk.view.reader_at(desk.me, &zone, desk.now);
    let told: Vec<Entry> = desk.view.events.iter().filter_map(|happening| entry(&reader, happening)).collect();
    if told.is_empty() {
        return section("told-title", None, empty("told-nothing", None::<(&str, Label)>));
    }
    let count = u64::try_from(told.len()).ok();
    section("told-title", count, html! { (told.into_iter().fold(Timeline::new(), Timeline::entry)) })
}

fn entry(reader: &Reader<'_>, happening: &Happening) -> Option<Entry> {
    let words = reader.say(&happening.event.told()?);
    let theirs = matches!(happening.when.by, Actor::Customer(_));
    let voice = if theirs { Voice::Theirs } else { Voice::Ours };
    Some(Entry::new(happening.when.happened_at, reader.now, reader.zone, words, voice))
}
