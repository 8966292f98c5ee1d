//! Suppliers before us on the desk: what each was asked, by which link, what they owe and answered; an answer is taken over with one key.
use super::case_files;
use super::case_page::whole;
use super::case_tabs::events;
use super::case_view::{self, CaseView, Story};
use super::desk::{self, Posted};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::forms::fields::select_of;
use super::ui::{Facts, Form, Label, Notice, Typed, chip, empty, part, section, their_words};
use super::when;
use crate::files::{coded, put_away};
use crate::session::Agent;
use crate::supplier_sheet;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use casework::ids::ScarId;
use casework::parts::{Means, Scar, ScarAnswer, ScarPart, Verdict, scar_number};
use casework::refusal::Refusal;
use casework::rights::{self, Right};
use casework::upstream;
use maud::{Markup, html};
use store::supplier_links::{self, SupplierLink, Wanted};

const KINDS: &[&str] = &[
    "supplier_asked",
    "supplier_answered",
    "supplier_file_kept",
    "answer_taken_over",
    "answer_returned",
    "scar_ended",
    "upstream_chosen",
];

struct Known {
    view: CaseView,
    links: Vec<SupplierLink>,
}

async fn known(me: &Agent, number: &str) -> Result<Known, Oops> {
    let (number, now) = (numbered(number)?, me.app.now());
    let read = move |conn: &store::Conn| {
        let Some(view) = case_view::load(conn, number, Story::Kinds(KINDS))? else {
            return Ok::<_, store::Fault>(None);
        };
        let links = supplier_links::of_case(conn, view.case.id, now)?;
        Ok(Some(Known { view, links }))
    };
    me.app.db.read(read).await?.ok_or(Oops::NotFound)
}

pub async fn show(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    let known = known(&me, &number).await?;
    Ok(page(&me, &known, &Typed::nothing(), None))
}

fn scar<'a>(view: &'a CaseView, id: &str) -> Result<&'a Scar, Oops> {
    let id: ScarId = id.parse().map_err(|_| Oops::NotFound)?;
    view.case.inside.scar(id).ok_or(Oops::NotFound)
}

/// Makes the link of a request, or takes it back.
pub async fn create(
    me: Agent,
    Path((number, id, what)): Path<(String, String, String)>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    desk::may_work(&me)?;
    let before = known(&me, &number).await?;
    let (request, here) = (desk::request_of(&me, &typed), format!("/cases/{number}/suppliers"));
    let (case, scar) = (before.view.case.id, scar(&before.view, &id)?);
    let (asked, by) = (scar.id, me.by(request));
    let token = hex::encode(me.app.random::<32>());
    let kept = match what.as_str() {
        // The form sent twice makes one link; the secret of the first was shown already.
        "link" if before.links.iter().any(|link| link.id == request.0) => return Ok(desk::on_to(&here)),
        "link" => match names_nobody(&before.view, scar) {
            Ok(()) => {
                let (token, wanted) = (token.clone(), Wanted { id: request.0, case, scar: asked });
                me.app.db.write(move |tx| supplier_links::make(tx, &token, wanted, &by)).await
            }
            Err(refusal) => Err(refusal.into()),
        },
        "end-link" => me.app.db.write(move |tx| Ok(supplier_links::revoke(tx, case, asked, &by)?)).await,
        _ => return Err(Oops::NotFound),
    };
    match kept {
        Ok(()) if what == "link" => {
            let after = known(&me, &number).await?;
            Ok(page(&me, &after, &Typed::nothing(), Some((asked, token))).into_response())
        }
        Ok(()) => Ok(desk::on_to(&here)),
        Err(why) => {
            desk::refused(&me, &mut typed, why)?;
            Ok(desk::again(page(&me, &before, &typed, None)))
        }
    }
}

/// A customer that was renamed since, or one of their people, may stand in an older request: no link is made to it then.
fn names_nobody(view: &CaseView, scar: &Scar) -> Result<(), Refusal> {
    let request = &scar.request;
    let back = scar.answers.iter().filter_map(|answer| answer.weighed.as_ref()).map(|weighed| weighed.words.as_str());
    let words = [
        &request.supplier,
        &request.to,
        &request.part,
        &request.lots,
        &request.order,
        &request.wrong,
        &request.should,
        &request.containment,
    ];
    let people = view.contacts.iter().map(|contact| contact.name.as_str());
    let names: Vec<&str> = std::iter::once(view.account.name.as_str()).chain(people).collect();
    let leaks = |words: &str| names.iter().any(|name| upstream::unnamed(words, "", name).is_err());
    let found = words.into_iter().map(String::as_str).chain(back).any(leaks);
    if found { Err(Refusal::law("supplier-names-customer")) } else { Ok(()) }
}

/// What they read, as a document.
pub async fn paper(me: Agent, Path((number, id)): Path<(String, String)>) -> Result<Response, Oops> {
    let known = known(&me, &number).await?;
    let asked = scar(&known.view, &id)?.outward(known.view.case.number, &known.view.case.files);
    let sheet = supplier_sheet::of(&asked, &me.firm, me.firm.ours.zone());
    let pages = supplier_sheet::pages(sheet).await?.ok_or(Oops::NotFound)?;
    Ok(put_away(&format!("{}.pdf", asked.number), "application/pdf", pages))
}

fn page(me: &Agent, known: &Known, typed: &Typed, made: Option<(ScarId, String)>) -> Markup {
    let desk = Desk { view: &known.view, me, now: me.app.now(), typed };
    let case = &known.view.case;
    let works = rights::holds(Right::Work, &me.person.roles);
    let shown =
        made.and_then(|(id, token)| Some((case.inside.scar(id)?, format!("{}/supplier/{token}", me.app.public_url()))));
    let body = html! {
        (desk::said(typed))
        @if let Some((scar, link)) = &shown { (once(&desk, scar, link)) }
        @if case.inside.scars.is_empty() { (empty("suppliers-none", None::<(&str, Label)>)) }
        @for scar in case.inside.scars.iter().rev() { (one(&desk, scar, known, works)) }
        div.acts {
            @if works { (way(&desk, "ask-supplier", "", &t("do-ask-supplier"))) }
            a href={ "/cases/" (case.number) "/cause" } { (t("suppliers-back")) }
        }
        @if !known.view.events.is_empty() { (events(&desk, "suppliers-story", "cause-none")) }
    };
    whole(&desk, "cause", shown.as_ref().map(|_| Notice::done("links-made")), body)
}

/// The link, shown this once, with the mail that carries it.
fn once(desk: &Desk<'_>, scar: &Scar, link: &str) -> Markup {
    let number = scar_number(desk.view.case.number, scar.nth);
    let words = t_with(
        "suppliers-link-mail-body",
        &[("number", number.as_str().into()), ("part", scar.request.part.as_str().into()), ("link", link.into())],
    );
    section(
        "links-once",
        None,
        html! {
            p { code { (link) } }
            p { (t("links-once-help")) }
            p { a href={ "mailto:?subject=" (coded(&number)) "&body=" (coded(&words)) } { (t("suppliers-link-mail")) } }
        },
    )
}

fn way(desk: &Desk<'_>, word: &str, with: &str, label: &str) -> Markup {
    html! { a href={ "/cases/" (desk.view.case.number) "/do/" (word) (with) } { (label) } }
}

fn one(desk: &Desk<'_>, scar: &Scar, known: &Known, works: bool) -> Markup {
    let number = scar_number(desk.view.case.number, scar.nth);
    let of = format!("?scar={}", scar.id);
    let title = format!("{number} · {}", scar.request.supplier);
    part(
        &format!("s{}", scar.nth),
        title,
        None,
        html! {
            (request(desk, scar))
            (owed(desk, scar))
            @for answer in &scar.answers { (answered(desk, scar, answer, works)) }
            (case_files::of_supplier(desk, scar.id))
            @match &scar.ended {
                Some(end) => p { (t_with("suppliers-ended", &[("words", end.words.as_str().into())])) " " span.quiet { (desk.me.firm.name_of(end.by)) ", " (when::moment(end.at, desk.now, &desk.me.zone)) } },
                None if works => div.acts {
                    (way(desk, "ask-supplier", &of, &t("suppliers-written-anew")))
                    (way(desk, "note-supplier-answer", &of, &t("do-note-supplier-answer")))
                    (way(desk, "end-scar", &of, &t("do-end-scar")))
                },
                None => {},
            }
            @if works { (link(desk, scar, known)) }
        },
    )
}

fn request(desk: &Desk<'_>, scar: &Scar) -> Markup {
    let request = &scar.request;
    let said = |words: &String| Some(words.clone()).filter(|words| !words.is_empty());
    let cause = scar.cause.and_then(|id| desk.view.case.inside.cause(id)).map(|cause| cause.text.clone());
    let facts = Facts::new()
        .known("form-scar-to", said(&request.to))
        .fact("form-scar-part", [request.part.as_str(), request.revision.as_str()].join(" ").trim().to_owned())
        .known("form-scar-lots", said(&request.lots))
        .known("form-scar-order", said(&request.order))
        .known("form-scar-quantity", request.quantity.map(|n| n.to_string()))
        .fact("form-scar-wrong", request.wrong.clone())
        .known("form-scar-should", said(&request.should))
        .fact("form-scar-containment", request.containment.clone())
        .known("form-cause-which", cause);
    html! {
        (facts)
        p.quiet { (desk.me.firm.name_of(scar.by)) ", " (when::moment(scar.at, desk.now, &desk.me.zone)) }
        @if supplier_sheet::CAN_BE_SET {
            p { a href={ "/cases/" (desk.view.case.number) "/suppliers/" (scar.id) "/paper" } download { (t("suppliers-paper")) } }
        }
    }
}

fn part_word(part: ScarPart) -> String {
    t(&format!("scar-part-{}", part.word())).into_owned()
}

fn owed(desk: &Desk<'_>, scar: &Scar) -> Markup {
    let owed = scar.owed();
    html! {
        @if owed.is_empty() && scar.is_open() { p.quiet { (t("suppliers-owes-nothing")) } }
        @if !owed.is_empty() { ul { @for one in &owed { li {
            span.late[one.due <= desk.now] { (owes(desk, scar, one.part, one.due)) }
        } } } }
    }
}
fn owes(desk: &Desk<'_>, scar: &Scar, part: ScarPart, due: jiff::Timestamp) -> String {
    let day = when::moment(due, desk.now, &desk.me.zone).words;
    let supplier = scar.request.supplier.as_str();
    t_with("suppliers-owes", &[("supplier", supplier.into()), ("what", part_word(part).into()), ("day", day.into())])
}

/// What suppliers owe by when, for the line that says why a case is not closed; nothing while none does.
pub fn waiting_for(desk: &Desk<'_>) -> Option<Markup> {
    let open = desk.view.case.inside.scars.iter();
    let all: Vec<String> = open
        .filter_map(|scar| Some((scar, *scar.owed().first()?)))
        .map(|(scar, first)| owes(desk, scar, first.part, first.due))
        .collect();
    let number = desk.view.case.number;
    (!all.is_empty()).then(|| {
        html! { a href={ "/cases/" (number) "/suppliers" } { (t_with("suppliers-waiting-for", &[("all", all.join(" · ").into())])) } }
    })
}

/// Their word, what we made of it, and while nobody did the two ways on.
fn answered(desk: &Desk<'_>, scar: &Scar, answer: &ScarAnswer, works: bool) -> Markup {
    let when = when::moment(answer.at, desk.now, &desk.me.zone).words;
    let of = t_with("suppliers-answer-of", &[("who", answer.says.said_by.as_str().into()), ("when", when.into())]);
    let waits = scar.waiting().any(|waiting| waiting.nth == answer.nth);
    html! {
        h3 { (part_word(answer.part)) }
        (their_words(&answer.says.words))
        p.quiet {
            (of)
            @if let Some(who) = answer.noted_by { ", " (t_with("suppliers-noted-by", &[("who", desk.me.firm.name_of(who).into())])) }
        }
        @if let Some(counted) = answer.says.counted { p { (supplier_sheet::counted(counted)) @if !answer.says.marking.is_empty() { " · " (answer.says.marking) } } }
        @if let Some(at) = answer.says.in_place { p { (t("form-scar-in-place")) " " (when::day_of(at, desk.now, &desk.me.zone)) } }
        @match &answer.weighed {
            Some(weighed) => p {
                (chip(t(&format!("verdict-{}", weighed.verdict.word().replace('_', "-"))))) " "
                @if weighed.verdict == Verdict::NotEnough { (weighed.words) } @else { (t(became(answer.part))) }
                " " span.quiet { (desk.me.firm.name_of(weighed.by)) ", " (when::moment(weighed.at, desk.now, &desk.me.zone)) }
            },
            None if waits && scar.is_open() => {
                p.late { (t("suppliers-waits")) }
                @if works { (take_over(desk, scar, answer)) }
            },
            None => {},
        }
    }
}
fn became(part: ScarPart) -> &'static str {
    match part {
        ScarPart::Containment => "suppliers-became-place",
        ScarPart::Cause => "suppliers-became-cause",
        ScarPart::Action => "suppliers-became-action",
    }
}

/// One key where nothing is left to judge; by what means an action works is ours to say.
fn take_over(desk: &Desk<'_>, scar: &Scar, answer: &ScarAnswer) -> Markup {
    let base = format!("/cases/{}/do", desk.view.case.number);
    let form = Form::post(format!("{base}/take-over-answer"), desk.me.app.new_id())
        .id(&format!("take-{}-{}", scar.nth, answer.nth))
        .hidden("scar", scar.id)
        .hidden("answer", answer.nth);
    let form = match answer.part {
        ScarPart::Action => form.field(select_of("means", "form-means", "means", Means::WORDS).help("form-means-help")),
        _ => form,
    };
    html! {
        (form.quiet_act("suppliers-take").one_line())
        div.acts { (way(desk, "return-answer", &format!("?scar={}&answer={}", scar.id, answer.nth), &t("do-return-answer"))) }
    }
}

fn link(desk: &Desk<'_>, scar: &Scar, known: &Known) -> Markup {
    let base = format!("/cases/{}/suppliers/{}", desk.view.case.number, scar.id);
    let standing = known.links.iter().find(|link| link.scar == scar.id);
    let form = |what: &str, act: &'static str| {
        Form::post(format!("{base}/{what}"), desk.me.app.new_id())
            .id(&format!("{what}-{}", scar.nth))
            .quiet_act(act)
            .one_line()
    };
    html! {
        h3 { (t("suppliers-link")) }
        p.quiet { (t_with("suppliers-link-why", &[("supplier", scar.request.supplier.as_str().into())])) }
        @if let Some(link) = standing {
            p {
                (t("links-until")) " " (when::moment(link.expires_at, desk.now, &desk.me.zone)) " "
                @if let Some(at) = link.last_act_at { (t_with("suppliers-looked", &[("when", when::moment(at, desk.now, &desk.me.zone).words.into())])) }
            }
            (form("end-link", "suppliers-link-end"))
        }
        @if scar.is_open() { (form("link", "suppliers-link-make")) }
    }
}
