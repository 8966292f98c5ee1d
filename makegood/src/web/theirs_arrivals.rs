//! Their page after a delivery: is it what you ordered, is everything all right? One link asks about all deliveries of their firm
//! that nobody answered for, line by line; what they leave open stays open.
use super::desk::Posted;
use super::do_on_case::status;
use super::fail::Oops;
use super::forms::fields::words_of;
use super::theirs_arrivals_read::{self as reading, goods};
use super::theirs_parts::whom_to_call;
use super::theirs_shell;
use super::ui::{Field, Form, Typed, section, their_words};
use super::when;
use crate::say::Reader;
use crate::theirs::arrivals::{self, Arrivals, NotTaken};
use crate::theirs::receiver::Receiver;
use crate::words::{t, t_with};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::kinds::Safety;
use casework::parts::Said;
use casework::refusal::Refusal;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::HashMap;
use store::checks::Asked;
use uuid::Uuid;
use watch::Outcome;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    /// What was just answered: `fine`, or `wrong` where something was not right.
    done: String,
}

pub async fn show(me: Receiver, Query(done): Query<Done>) -> Result<Markup, Oops> {
    let seen = arrivals::of(&me).await?;
    let notice = match done.done.as_str() {
        "fine" => Some("theirs-arrivals-done"),
        "wrong" => Some("theirs-arrivals-wrong-done"),
        _ => None,
    };
    Ok(page(&me, &seen, &Typed::nothing(), notice))
}

pub async fn create(me: Receiver, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let seen = arrivals::of(&me).await?;
    let request = typed.value("request_id").parse().unwrap_or_else(|_| me.app.new_request());
    if let Err(often) = me.presses() {
        typed.wrong("", theirs_shell::when_again(often));
        return Ok(theirs_shell::waits(page(&me, &seen, &typed, None), often));
    }
    let answers = reading::answers(&me, &seen, &mut typed);
    if !typed.is_fine() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&me, &seen, &typed, None)).into_response());
    }
    let done = if answers.iter().any(|one| one.wrong.is_some()) { "wrong" } else { "fine" };
    match arrivals::keep(&me, request, answers).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done={done}", me.home())).into_response()),
        Err(NotTaken::Fault(fault)) => Err(fault.into()),
        Err(NotTaken::Of(line, refusal)) => {
            typed.wrong(&format!("words.{line}"), why_not(&me, &refusal));
            // A colleague of theirs, or ours on the telephone, may have been there a moment before.
            let seen = arrivals::of(&me).await?;
            Ok((status(&refusal), page(&me, &seen, &typed, None)).into_response())
        }
    }
}

fn why_not(me: &Receiver, refusal: &Refusal) -> String {
    match refusal.code {
        "check-is-answered" => t("theirs-arrivals-answered").into_owned(),
        "asked-before-it-came" | "no-such-check" => t("theirs-arrivals-not-asked").into_owned(),
        _ => {
            let contacts = HashMap::from([(me.contact.id, me.contact.name.clone())]);
            let accounts = HashMap::from([(me.account.id, me.account.name.clone())]);
            let now = me.app.now();
            let reader = Reader { firm: &me.firm, contacts: &contacts, accounts: &accounts, zone: &me.zone, now };
            reader.refusal(refusal)
        }
    }
}

fn page(me: &Receiver, seen: &Arrivals, typed: &Typed, notice: Option<&str>) -> Markup {
    let title = t("theirs-arrivals");
    let body = html! {
        @if let Some(key) = notice { p.notice role="status" { (t(key)) } }
        h1 { (title) }
        @if seen.open.is_empty() && typed.is_fine() { p.lead { (t("theirs-arrivals-none")) } }
        @else { p.lead { (t_with("theirs-arrivals-lead", &[("name", me.account.name.as_str().into())])) } p { (t("theirs-arrivals-how")) } (form(me, seen, typed)) }
        (told(me, seen))
        (whom_to_call(&seen.person, me.app.now(), &me.zone))
        p.quiet { (t_with("theirs-yours-alone", &[("name", me.contact.name.as_str().into())])) }
    };
    theirs_shell::page(&me.firm, &title, &body)
}

/// Every delivery with its two questions. One press says of all of them that they are fine; they stand above it.
fn form<'a>(me: &Receiver, seen: &Arrivals, typed: &'a Typed) -> Form<'a> {
    let form = Form::post(me.home(), me.app.new_id()).id("arrivals").typed(typed).nothing_required();
    // What somebody answered meanwhile stays, where they wrote about it themselves.
    let wrote = |one: &&Asked| typed.filled(&format!("words.{}", one.line)).is_some();
    let mut form = seen.open.iter().chain(seen.told.iter().filter(wrote)).fold(form, |form, one| asked(me, one, form));
    for one in &seen.open {
        form = form.hidden("line", one.line);
    }
    let count = i64::try_from(seen.open.len()).unwrap_or(i64::MAX);
    form.act("theirs-arrivals-act").or_act("all", "fine", t_with("theirs-arrivals-all", &[("count", count.into())]))
}

fn asked<'a>(me: &Receiver, one: &Asked, form: Form<'a>) -> Form<'a> {
    let named = |name: &str| format!("{name}.{}", one.line);
    let yes_no = |name: &str, label: &'static str| words_of(Field::radios(&named(name), label), "said", Said::WORDS);
    let safety = Field::radios(&named("safety"), "theirs-field-safety");
    let legend = format!("{} · {}", goods(one), came(me, one));
    form.group(legend, [yes_no("ordered", "theirs-arrivals-ordered"), yes_no("fine", "theirs-arrivals-fine")]).more(
        "theirs-arrivals-wrong",
        [
            Field::words(&named("words"), "theirs-arrivals-words").rows(3).length(2_000),
            words_of(safety, "theirs-safety", Safety::WORDS),
        ],
    )
}

fn came(me: &Receiver, one: &Asked) -> String {
    let day = when::day(one.delivered.day(&me.zone), me.app.now(), &me.zone);
    t_with("theirs-arrivals-came", &[("day", day.into())])
}

/// What their firm answered lately; the words of whoever looks, and nobody else's.
fn told(me: &Receiver, seen: &Arrivals) -> Markup {
    if seen.told.is_empty() {
        return html! {};
    }
    section(
        "theirs-arrivals-told",
        None,
        html! {
            ul.told { @for one in &seen.told {
                li {
                    p { (goods(one)) }
                    p.quiet {
                        (t(if one.outcome == Some(Outcome::Ok) { "theirs-arrivals-said-fine" } else { "theirs-arrivals-said-wrong" }))
                        @if let Some(at) = one.done_at { " · " (when::moment(at, me.app.now(), &me.zone)) }
                    }
                    @if one.contact == Some(me.contact.id) && !one.words.is_empty() { (their_words(&one.words)) }
                }
            } }
            p { (t("theirs-arrivals-after-all")) }
        },
    )
}

/// The line that a field is about, by its name.
pub(super) fn line_of(name: &str) -> Option<Uuid> {
    name.split_once('.').and_then(|(_, line)| line.parse().ok())
}
