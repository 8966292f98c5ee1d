//! Mediation at the desk: who helps both, the rungs that were climbed, the neutral's link, what we say to them in confidence, the pack, and
//! what they propose (S199–S202).
use super::case_page::whole;
use super::case_stuck;
use super::case_view::{self, CaseView, Story};
use super::desk::{self, Posted};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::mediation_pack::{self, Pack};
use super::ui::{Facts, Field, Form, Notice, Typed, section};
use super::{theirs_shell, when};
use crate::session::Agent;
use crate::words::t;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use casework::kinds::Recovery;
use maud::{Markup, html};
use store::mediation::{self, MediatorLink, Note, Side, Writer};

struct Known {
    view: CaseView,
    link: Option<MediatorLink>,
    notes: Vec<Note>,
}

async fn known(me: &Agent, number: &str) -> Result<Known, Oops> {
    let (number, now) = (numbered(number)?, me.app.now());
    let read = move |conn: &store::Conn| {
        let Some(view) = case_view::load(conn, number, Story::Many)? else { return Ok::<_, store::Fault>(None) };
        let link = mediation::of_case(conn, view.case.id, now)?;
        let notes = mediation::read(conn, view.case.id, Side::Us)?;
        Ok(Some(Known { view, link, notes }))
    };
    me.app.db.read(read).await?.ok_or(Oops::NotFound)
}

pub async fn show(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    let known = known(&me, &number).await?;
    Ok(page(&me, &known, &Typed::nothing(), None))
}

/// Makes the neutral's link, or says something to them in confidence.
pub async fn create(
    me: Agent,
    Path((number, what)): Path<(String, String)>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    desk::may_work(&me)?;
    let before = known(&me, &number).await?;
    let (case, request, here) =
        (before.view.case.id, desk::request_of(&me, &typed), format!("/cases/{number}/mediation"));
    let by = me.by(request);
    let token = hex::encode(me.app.random::<32>());
    let kept = match what.as_str() {
        // The form sent twice makes one link; the secret of the first was shown already.
        "link" if before.link.as_ref().is_some_and(|link| link.id == request.0) => return Ok(desk::on_to(&here)),
        "link" => {
            let token = token.clone();
            me.app.db.write(move |tx| mediation::make(tx, &token, request.0, case, &by)).await
        }
        "end-link" => me.app.db.write(move |tx| Ok(mediation::revoke(tx, case, &by)?)).await,
        "say" => {
            let (words, writer, now) = (typed.value("words").to_owned(), Writer::Colleague(me.person.id), me.app.now());
            me.app.db.write(move |tx| mediation::say(tx, request.0, case, writer, &words, now)).await
        }
        _ => return Err(Oops::NotFound),
    };
    match kept {
        Ok(()) if what == "link" => {
            let after = known(&me, &number).await?;
            Ok(page(&me, &after, &Typed::nothing(), Some(&token)).into_response())
        }
        Ok(()) => Ok(desk::on_to(&here)),
        Err(why) => {
            desk::refused(&me, &mut typed, why)?;
            Ok(desk::again(page(&me, &before, &typed, None)))
        }
    }
}

/// The pack alone, to print or to keep.
pub async fn pack(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    let known = known(&me, &number).await?;
    let reader = known.view.reader(&me, me.app.now());
    let title = t("pack-title");
    let body = html! { h1 { (title) } (mediation_pack::whole(&pack_of(&known.view, &reader))) };
    Ok(theirs_shell::around(&me.firm.company, &title, &body, "pack-foot", None))
}

fn pack_of<'a>(view: &'a CaseView, reader: &'a crate::say::Reader<'a>) -> Pack<'a> {
    Pack { case: &view.case, account: &view.account.name, events: &view.events, reader }
}

fn page(me: &Agent, known: &Known, typed: &Typed, made: Option<&str>) -> Markup {
    let desk = Desk { view: &known.view, me, now: me.app.now(), typed };
    let case = &known.view.case;
    let body = html! {
        @if let Some(token) = made {
            (section("links-once", None, html! { p { code { (me.app.public_url()) "/mediator/" (token) } } p { (t("links-once-help")) } }))
        }
        (section("mediation-rungs", None, html! { p.quiet { (t("mediation-rungs-why")) } (case_stuck::rungs(&desk)) }))
        (section("mediation-who", None, who(&desk)))
        @if case.recovery == Recovery::InMediation {
            (section("mediation-link", None, link(me, known)))
            (section("mediation-confidence", None, in_confidence(&desk, known)))
        }
        (section("mediation-pack", None, html! {
            p { (t("mediation-pack-why")) }
            p { a href={ "/cases/" (case.number) "/mediation/pack" } { (t("mediation-pack-way")) } }
        }))
        (section("mediation-outcome", None, outcome(&desk)))
    };
    whole(&desk, "story", made.map(|_| Notice::done("links-made")), body)
}

fn who(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let Some(mediation) = &case.mediation else {
        return html! { p { (t("mediation-nobody")) } @if case.recovery == Recovery::NotAgreed { p { a href={ "/cases/" (case.number) "/do/mediate" } { (t("do-mediate")) } } } };
    };
    let reader = desk.view.reader(desk.me, desk.now);
    let facts = Facts::new()
        .fact("pack-mediator", mediation.mediator.clone())
        .fact("pack-impartial", mediation.impartial.clone())
        .fact("mediation-yes-ours", desk.me.firm.name_of(mediation.accepted_by_us).to_owned())
        .fact("mediation-yes-theirs", reader.contact(mediation.accepted_by_them));
    html! { (facts) }
}

fn link(me: &Agent, known: &Known) -> Markup {
    let base = format!("/cases/{}/mediation", known.view.case.number);
    let now = me.app.now();
    html! {
        p { (t("mediation-link-why")) }
        @match &known.link {
            Some(link) => {
                p { (t("links-until")) " " (when::moment(link.expires_at, now, &me.zone)) }
                (Form::post(format!("{base}/end-link"), me.app.new_id()).id("end-link").quiet_act("mediation-link-end").one_line())
            },
            None => { (Form::post(format!("{base}/link"), me.app.new_id()).id("link").quiet_act("mediation-link-make").one_line()) },
        }
    }
}

/// What we said to the neutral; what they said is not shown, here or anywhere on our side.
fn in_confidence(desk: &Desk<'_>, known: &Known) -> Markup {
    let base = format!("/cases/{}/mediation", desk.view.case.number);
    let form = Form::post(format!("{base}/say"), desk.me.app.new_id())
        .id("say")
        .typed(desk.typed)
        .field(Field::words("words", "mediation-say").rows(3))
        .quiet_act("mediation-say-act");
    html! {
        p { (t("mediation-confidence-why")) }
        (notes(desk.me, &known.notes, desk.now))
        (form)
    }
}

fn notes(me: &Agent, notes: &[Note], now: jiff::Timestamp) -> Markup {
    let name = |note: &Note| note.person.map(|id| me.firm.name_of(id).to_owned()).unwrap_or_default();
    html! { @if !notes.is_empty() { ul { @for note in notes {
        li { (note.words) " · " (name(note)) " · " (when::moment(note.at, now, &me.zone)) }
    } } } }
}

/// Proposed until both names stand under it (S202).
fn outcome(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let base = format!("/cases/{}", case.number);
    let reader = desk.view.reader(desk.me, desk.now);
    let pack = pack_of(desk.view, &reader);
    html! {
        @match case.mediation.as_ref().and_then(|m| m.outcome.as_ref()) {
            Some(outcome) => {
                p { (outcome.words) }
                p { (t("pack-signed")) ": " (mediation_pack::signed(&pack)) }
                @if case.recovery == Recovery::InMediation {
                    p.quiet { (t("mediation-proposed")) }
                    p { a href={ (base) "/do/agree-plan" } { (t("do-agree-plan")) } " · " a href={ (base) "/plan" } { (t("tab-plan")) } }
                } @else { p { (t("mediation-signed-by-both")) } }
            },
            None => { p { (t("mediation-no-outcome")) } },
        }
        @if case.recovery == Recovery::InMediation { p { a href={ (base) "/do/propose-outcome" } { (t("do-propose-outcome")) } } }
    }
}
