//! The tab of a case that tells of its talks.
use super::case_lines;
use super::case_page::whole;
use super::case_view::{self, Story};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::ui::{Label, Timeline, Typed, empty, section};
use crate::session::Agent;
use crate::words::t;
use axum::extract::Path;
use maud::{Markup, html};

/// A tab of a case with the events of its kinds.
pub(super) async fn tab(
    me: Agent,
    number: String,
    name: &'static str,
    kinds: &'static [&'static str],
    body: impl Fn(&Desk<'_>) -> Markup,
) -> Result<Markup, Oops> {
    let number = numbered(&number)?;
    let view =
        me.app.db.read(move |conn| case_view::load(conn, number, Story::Kinds(kinds))).await?.ok_or(Oops::NotFound)?;
    let nothing = Typed::nothing();
    let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &nothing };
    Ok(whole(&desk, name, None, body(&desk)))
}

pub async fn conversations(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    let kinds = &[
        "conversation_recorded",
        "attempt_recorded",
        "talk_prepared",
        "news_told",
        "reaction_recorded",
        "told_what_happened",
        "check_in_recorded",
        "follow_up_recorded",
    ];
    tab(me, number, "conversations", kinds, |desk| {
        html! {
            (acts(desk, &["record-conversation", "record-attempt", "prepare-talk"]))
            (events(desk, "tab-conversations", "case-no-talks"))
        }
    })
    .await
}

/// Acts of this tab, the likeliest first.
pub(super) fn acts(desk: &Desk<'_>, words: &[&str]) -> Markup {
    html! {
        div.acts {
            @for (at, word) in words.iter().enumerate() {
                a.act[at == 0] href={ "/cases/" (desk.view.case.number) "/do/" (word) } { (t(&format!("do-{word}"))) }
            }
        }
    }
}

/// What happened of this kind, newest first.
pub(super) fn events(desk: &Desk<'_>, title: &'static str, none: &'static str) -> Markup {
    let reader = desk.view.reader(desk.me, desk.now);
    if desk.view.events.is_empty() {
        return empty(none, None::<(&str, Label)>);
    }
    let timeline = desk
        .view
        .events
        .iter()
        .fold(Timeline::new(), |all, happening| all.entry(case_lines::entry(&reader, happening)));
    section(title, None, html! { (timeline) })
}
