//! Help me start (S067): a beginning made of what the case knows, in the customer's language, with what nobody knows yet as a visible hole,
//! and the ways on: call, write it, or fill the hole.
use super::case_beside::aside;
use super::case_view::{self, CaseView, Story};
use super::compose;
use super::desk;
use super::desk::Posted;
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::press::press;
use super::ui::{self, Form, Nav, Typed, section, with_aside};
use crate::act::NotDone;
use crate::mail::letters::gap;
use crate::mail::starts::{self, About, Apology, Known, Sentence};
use crate::session::Agent;
use crate::words::{Language, t, t_with};
use axum::extract::Path;
use axum::response::Redirect;
use casework::commands::AskHelpToStart;
use jiff::tz::TimeZone;
use maud::{Markup, html};

pub async fn show(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    desk::may_work(&me)?;
    let number = numbered(&number)?;
    let view =
        me.app.db.read(move |conn| case_view::load(conn, number, Story::Kinds(&[]))).await?.ok_or(Oops::NotFound)?;
    let nothing = Typed::nothing();
    let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &nothing };
    let zone = zone_of(&view);
    let language = language_of(&desk);
    let known = Known::of(&view.case, desk.now, &zone);
    let sentences = starts::start(&known, language);
    let title = t_with("do-title", &[("act", t("start-title").into()), ("number", number.to_string().into())]);
    let body = html! {
        (ui::heading(t("start-title"), Some(html! { a href={ "/cases/" (number) } { (number) } " · " (view.account.name) })))
        (with_aside("do-aside", html! {
            p { (t("start-intro")) }
            (beginning(&desk, &known, &sentences, language))
            (said_by(&known, language))
        }, aside(&desk)))
    };
    Ok(ui::page(desk::shell(&me, title, Nav::Cases), body))
}

/// The id of the form that asks, for a button that stands inside another form.
pub const ASKS: &str = "ask-start";

/// Notes when somebody asked, and goes on to the beginning. A case that takes nothing new any more shows its beginning all the same.
pub async fn ask(me: Agent, Path(number): Path<String>, Posted(typed): Posted) -> Result<Redirect, Oops> {
    desk::may_work(&me)?;
    let number = numbered(&number)?;
    let request = desk::request_of(&me, &typed);
    let nothing_else = |_: &store::Tx| Ok::<_, store::Fault>(());
    match press(&me, number, &typed, request, AskHelpToStart {}.into(), nothing_else).await {
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Ok(_) | Err(NotDone::Refused(_)) => Ok(Redirect::to(&format!("/cases/{number}/start"))),
    }
}

/// The form behind a button of another form that names it by [`ASKS`].
pub fn asks(desk: &Desk<'_>) -> Markup {
    html! {
        form id=(ASKS) method="post" action={ "/cases/" (desk.view.case.number) "/start" } {
            input type="hidden" name="request_id" value=(desk.me.app.new_id());
        }
    }
}

/// The button by itself.
pub fn button(desk: &Desk<'_>) -> Form<'static> {
    Form::post(format!("/cases/{}/start", desk.view.case.number), desk.me.app.new_id())
        .id(ASKS)
        .one_line()
        .quiet_act("start-title")
}

fn zone_of(view: &CaseView) -> TimeZone {
    view.speaker().map_or_else(|| view.zone(), |contact| view.zone_of(contact))
}

fn language_of(desk: &Desk<'_>) -> Language {
    desk.view.speaker().map_or_else(crate::words::spoken, |contact| compose::language_of(desk, contact))
}

/// The text with which a mail begins when somebody asked for help with it.
pub fn text(desk: &Desk<'_>, language: Language) -> String {
    let zone = zone_of(desk.view);
    starts::written(&starts::start(&Known::of(&desk.view.case, desk.now, &zone), language))
}

fn beginning(desk: &Desk<'_>, known: &Known, sentences: &[Sentence], language: Language) -> Markup {
    let number = desk.view.case.number;
    let body = html! {
        @if let Some(words) = apology_words(known.apology) { p { (words) } }
        ol lang=(language.tag()) { @for sentence in sentences { li { (holed(&sentence.text)) @if let Some(way) = way(sentence, number) { " " (way) } } } }
        p.acts {
            a.act href={ "/cases/" (number) "/do/record-conversation" } { (t("start-call")) }
            a href={ "/cases/" (number) "/mail/new?purpose=update&start=1" } { (t("start-write")) }
        }
        p.quiet { (t("start-own-words")) }
    };
    section("start-beginning", None, body)
}

/// A sentence with its hole marked, for eyes and for ears.
fn holed(text: &str) -> Markup {
    let Some(inside) = gap(text) else { return html! { (text) } };
    let hole = format!("[{inside}]");
    let (before, behind) = text.split_once(&hole).unwrap_or((text, ""));
    html! { (before) mark { span.unseen { (t("start-hole")) " " } (hole) } (behind) }
}

/// Where the fact is written down that a hole asks for.
fn way(sentence: &Sentence, number: casework::ids::CaseNumber) -> Option<Markup> {
    gap(&sentence.text)?;
    let command = match sentence.about {
        About::Effect => "describe-harm",
        About::Part => "state-fault",
        About::Step => "draft-plan",
        About::NextWord => "make-promise",
        About::Problem | About::Cause | About::Done | About::Question => return None,
    };
    Some(html! { a.quiet href={ "/cases/" (number) "/do/" (command) } { (t(&format!("do-{command}"))) } })
}

/// Why there is no apology among the sentences, or not yet.
fn apology_words(apology: Apology) -> Option<std::borrow::Cow<'static, str>> {
    match apology {
        Apology::Now => None,
        Apology::AfterListening => Some(t("start-apology-after-listening")),
        Apology::AfterTheirAnswer => Some(t("start-apology-after-answer")),
        Apology::NotOurs => Some(t("start-apology-not-ours")),
    }
}

/// Ways to say back what they said, and to invite: places to start from (X10).
fn said_by(known: &Known, language: Language) -> Markup {
    let [reflect, invite] = starts::phrases(known, language);
    let list = |phrases: &[String]| html! { ul lang=(language.tag()) { @for phrase in phrases { li { (phrase) } } } };
    section(
        "start-phrases",
        None,
        html! {
            p { (t("start-phrases-help")) }
            h3 { (t("start-reflect")) } (list(&reflect))
            h3 { (t("start-invite")) } (list(&invite))
        },
    )
}
