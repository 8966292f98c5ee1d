//! The supplier's page: what we ask of them about their part, by when, and a form for each of the three answers. It is written from
//! `AskedOfSupplier`, which knows no customer; what they answer goes into the case and changes no fact of ours until somebody looked.
use super::desk::Posted;
use super::fail::Oops;
use super::form;
use super::theirs_shell::{self, around};
use super::theirs_supplier_files;
use super::ui::{Facts, Field, Form, Typed, section, their_words};
use super::when;
use crate::act::{Asked, NotDone, act_and};
use crate::files::put_away;
use crate::said::Zones;
use crate::supplier_sheet;
use crate::theirs::supplier::Supplier;
use crate::words::{t, t_with};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::facts::Actor;
use casework::parts::{AskedPart, SaidToUs, ScarPart};
use casework::refusal::Refusal;
use maud::{Markup, html};
use serde::Deserialize;
use store::facts::CaseRef;
use store::supplier_links;

/// Characters of an answer, as the command takes it.
const WORDS: u32 = 4_000;

/// What was just answered.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    done: String,
}

pub async fn show(me: Supplier, Query(done): Query<Done>) -> Markup {
    page(&me, None, &Typed::nothing(), kept_of(&done.done))
}

/// What the page says of what has just arrived.
fn kept_of(done: &str) -> Option<&'static str> {
    match done {
        "file" => Some("supplier-file-kept"),
        part => ScarPart::from_word(part).map(|_| "supplier-kept"),
    }
}

/// The request as a document.
pub async fn paper(me: Supplier) -> Result<Response, Oops> {
    let sheet = supplier_sheet::of(&me.asked, &me.firm, &me.zone);
    let pages = supplier_sheet::pages(sheet).await?.ok_or(Oops::NotFound)?;
    Ok(put_away(&format!("{}.pdf", me.asked.number), "application/pdf", pages))
}

pub async fn create(me: Supplier, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let Some(part) = ScarPart::from_word(typed.value("part")) else { return Err(Oops::NotFound) };
    if let Err(often) = me.presses() {
        typed.wrong("", theirs_shell::when_again(often));
        return Ok(theirs_shell::waits(page(&me, Some(part), &typed, None), often));
    }
    let request = typed.value("request_id").parse().unwrap_or_else(|_| me.app.new_request());
    let zones = Zones { ours: me.zone.clone(), theirs: me.zone.clone() };
    let mut reading = theirs(&me, &typed);
    let Some(command) = form::command("note-supplier-answer", &mut reading, me.app.now(), &zones) else {
        for (name, sentence) in reading.errors() {
            typed.wrong(name, sentence.clone());
        }
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&me, Some(part), &typed, None)).into_response());
    };
    let asked = Asked { id: request, command, seen: None };
    let (link, now) = (me.link.id, me.app.now());
    let beside = move |tx: &store::Tx| supplier_links::acted(tx, link, now);
    match act_and(&me.app, Actor::System, CaseRef::Number(me.link.number), asked, beside).await {
        Ok(_) => Ok(Redirect::to(&format!("{}?done={}", me.home(), part.word())).into_response()),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Err(NotDone::Refused(refusal)) => {
            typed.wrong(refusal.field.unwrap_or(""), why_not(&refusal));
            Ok((super::do_on_case::status(&refusal), page(&me, Some(part), &typed, None)).into_response())
        }
    }
}

/// What they may fill in, and the request that their link opens; nothing else that was posted is read.
fn theirs(me: &Supplier, typed: &Typed) -> Typed {
    const FIELDS: [&str; 8] = ["part", "words", "said_by", "suspect", "good", "bad", "marking", "in_place"];
    let filled = FIELDS.iter().filter_map(|name| Some(((*name).to_owned(), typed.filled(name)?.to_owned())));
    Typed::from_pairs(filled.chain([("scar".to_owned(), me.link.scar.to_string())]))
}

/// In their words; of us they hear nothing else.
pub(super) fn why_not(refusal: &Refusal) -> String {
    let number = |name: &str| {
        let part = refusal.parts.iter().find(|(n, _)| n == name).map(|(_, part)| part);
        if let Some(casework::text::Part::Number(n)) = part { *n } else { 0 }
    };
    match refusal.code {
        "scar-answer-empty" => t("refusal-scar-answer-empty").into_owned(),
        "scar-who-says-so" => t("refusal-scar-who-says-so").into_owned(),
        "scar-how-many" => t("refusal-scar-how-many").into_owned(),
        "scar-marking-empty" => t("refusal-scar-marking-empty").into_owned(),
        "scar-action-when" => t("refusal-scar-action-when").into_owned(),
        "scar-more-counted-than-there" => t_with(
            "refusal-scar-more-counted-than-there",
            &[("good", number("good").into()), ("bad", number("bad").into()), ("suspect", number("suspect").into())],
        ),
        "too-long" => t_with("refusal-too-long", &[("most", number("most").into())]),
        "too-many" | "enough-for-now" => t("supplier-files-enough").into_owned(),
        "file-empty" => t("theirs-file-broken").into_owned(),
        _ => t("refusal-scar-ended").into_owned(),
    }
}

fn page(me: &Supplier, tried: Option<ScarPart>, typed: &Typed, kept: Option<&str>) -> Markup {
    let asked = &me.asked;
    let title = t_with("supplier-title", &[("number", asked.number.as_str().into())]);
    let firm: &str = &me.firm.company;
    let body = html! {
        @if let Some(kept) = kept { p.notice role="status" { (t(kept)) } }
        h1 { (title) }
        @if asked.ended_at.is_some() { p.lead { (t("supplier-ended")) } }
        @else { p.lead { (t_with("supplier-lead", &[("firm", firm.into())])) } }
        (what(me))
        @for part in &asked.parts { (one(me, part, tried, typed)) }
        (theirs_supplier_files::files(me))
        @if supplier_sheet::CAN_BE_SET { p { a href={ (me.home()) "/paper" } download { (t("supplier-paper")) } } }
        p.quiet { (t_with("supplier-never", &[("firm", firm.into())])) }
    };
    around(firm, &title, &body, "supplier-foot", None)
}

fn what(me: &Supplier) -> Markup {
    let asked = &me.asked;
    let request = &asked.request;
    let said = |words: &String| Some(words.clone()).filter(|words| !words.is_empty());
    let now = me.app.now();
    let facts = Facts::new()
        .known("supplier-to", said(&request.to))
        .fact("supplier-part", request.part.clone())
        .known("supplier-revision", said(&request.revision))
        .known("supplier-lots", said(&request.lots))
        .known("supplier-order", said(&request.order))
        .known("supplier-pieces", request.quantity.map(|n| n.to_string()))
        .fact("supplier-wrong", request.wrong.clone())
        .known("supplier-should", said(&request.should))
        .fact("supplier-containment-asked", request.containment.clone())
        .fact("supplier-asked-by", me.name_of(asked.by).to_owned())
        .fact("supplier-asked-at", html! { (when::moment(asked.at, now, &me.zone)) });
    section("supplier-what", None, html! { (facts) })
}

/// One of the three: by when, what they said, what is missing in it, and the form.
fn one(me: &Supplier, part: &AskedPart, tried: Option<ScarPart>, typed: &Typed) -> Markup {
    let heading = match part.part {
        ScarPart::Containment => "supplier-containment",
        ScarPart::Cause => "supplier-cause",
        ScarPart::Action => "supplier-action",
    };
    let open = me.asked.ended_at.is_none();
    let day = when::day_of(part.due, me.app.now(), &me.zone);
    section(
        heading,
        None,
        html! {
            @if let Some(said) = &part.said { (answered(me, said)) }
            @if let Some(missing) = &part.not_enough { p { strong { (t_with("supplier-again", &[("words", missing.as_str().into())])) } } p { (t("supplier-again-by")) " " (day) } }
            @else if part.said.is_none() && open { p { (t_with("supplier-due", &[("day", day.into())])) } }
            @if open {
                @let form = form_of(me, part, tried, typed);
                @if part.said.is_none() || part.not_enough.is_some() || tried == Some(part.part) { (form) }
                @else { details { summary { (t("supplier-answer")) } (form) } }
            }
        },
    )
}

fn answered(me: &Supplier, said: &SaidToUs) -> Markup {
    let now = me.app.now();
    html! {
        p.quiet { (t("supplier-answered")) " · " (said.says.said_by) " · " (when::moment(said.at, now, &me.zone)) }
        (their_words(&said.says.words))
        @if let Some(counted) = said.says.counted { p { (supplier_sheet::counted(counted)) @if !said.says.marking.is_empty() { " · " (said.says.marking) } } }
        @if let Some(at) = said.says.in_place { p { (t("supplier-in-place")) " " (when::day_of(at, now, &me.zone)) } }
    }
}

fn form_of<'a>(me: &Supplier, part: &AskedPart, tried: Option<ScarPart>, typed: &'a Typed) -> Form<'a> {
    let form = Form::post(me.home(), me.app.new_id()).id(part.part.word()).hidden("part", part.part.word());
    let form = if tried == Some(part.part) { form.typed(typed) } else { form };
    let number = |name: &str, label: &'static str| Field::number(name, label).min(0);
    let words = |label: &'static str, help: &'static str| Field::words("words", label).help(help).rows(4).length(WORDS);
    let form = match part.part {
        ScarPart::Containment => form
            .field(words("supplier-words-containment", "supplier-containment-help"))
            .row([
                number("suspect", "supplier-suspect").help("supplier-suspect-help"),
                number("good", "supplier-good").optional(),
                number("bad", "supplier-bad").optional(),
            ])
            .field(Field::text("marking", "supplier-marking").length(500).optional()),
        ScarPart::Cause => form.field(words("supplier-words-cause", "supplier-cause-help")),
        ScarPart::Action => form
            .field(words("supplier-words-action", "supplier-action-help"))
            .field(Field::date("in_place", "supplier-in-place")),
    };
    form.field(Field::text("said_by", "supplier-said-by").length(200).autocomplete("name")).act("supplier-answer")
}
