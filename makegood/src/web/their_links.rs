//! Our side of their links: who at the customer has one for this case, until when, when they last did something; made, shown once, taken back.
use super::desk::{self, Posted};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Notice, Typed, section};
use super::when;
use crate::live::Topic;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use casework::event::{Event, Happening};
use casework::facts::Actor;
use casework::ids::{CaseId, CaseNumber};
use casework::rights::{self, Right};
use maud::{Markup, html};
use store::contacts::Contact;
use store::history;
use store::links::{self, Forwarding, Link, Wanted};
use store::wishes::{self, Wish};

/// Acts of theirs that are shown.
const PRESSED_SHOWN: usize = 20;
/// Events looked through for them.
const EVENTS_READ: i64 = 500;

/// The case with the people of its customer and their links.
struct Known {
    number: CaseNumber,
    case: CaseId,
    title: String,
    contacts: Vec<Contact>,
    links: Vec<Link>,
    wishes: Vec<Wish>,
    /// What they did, newest first.
    pressed: Vec<Happening>,
}

async fn known(me: &Agent, number: &str) -> Result<Known, Oops> {
    let number = numbered(number)?;
    let read = move |conn: &store::Conn| {
        let Some(kept) = store::cases::by_number(conn, number)? else { return Ok::<_, store::Fault>(None) };
        let contacts = store::contacts::of_account(conn, kept.case.account)?;
        let case = kept.case.id;
        let (links, wishes) = (links::of_case(conn, case)?, wishes::of_case(conn, case)?);
        let rows = history::rows_before(conn, case, i64::MAX, EVENTS_READ)?;
        let mut pressed = rows.iter().map(history::happening).collect::<Result<Vec<_>, _>>()?;
        pressed.retain(|happening| matches!(happening.when.by, Actor::Customer(_)) && !follows(&happening.event));
        pressed.truncate(PRESSED_SHOWN);
        Ok(Some(Known { number, case, title: kept.case.title, contacts, links, wishes, pressed }))
    };
    me.app.db.read(read).await?.ok_or(Oops::NotFound)
}

/// What follows by itself from what they pressed is no press.
fn follows(event: &Event) -> bool {
    matches!(event, Event::RecoveryMoved(_) | Event::SeverityChanged(_))
}

/// Whoever works on cases makes and takes back links.
pub fn may(me: &Agent) -> Result<(), Oops> {
    if rights::holds(Right::Work, &me.person.roles) { Ok(()) } else { Err(Oops::Forbidden) }
}

pub async fn show(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    may(&me)?;
    let known = known(&me, &number).await?;
    Ok(page(&me, &known, &Typed::nothing(), None))
}

pub async fn create(me: Agent, Path(number): Path<String>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    may(&me)?;
    let before = known(&me, &number).await?;
    let request = desk::request_of(&me, &typed);
    let contact = typed.value("contact").parse();
    let Ok(contact) = contact else {
        typed.wrong("contact", t("form-choose"));
        return Ok(desk::again(page(&me, &before, &typed, None)));
    };
    let forwarding = if typed.filled("readable").is_some() { Forwarding::Readable } else { Forwarding::Alone };
    let wanted = Wanted { id: request.0, case: before.case, contact, forwarding };
    let (token, by) = (hex::encode(me.app.random::<32>()), me.by(request));
    let kept = token.clone();
    // The form sent twice makes one link; the secret of the first was shown already and cannot be shown again.
    if before.links.iter().any(|link| link.id == wanted.id) {
        return Ok(desk::on_to(&format!("/cases/{}/links", before.number)));
    }
    match me.app.db.write(move |tx| links::make(tx, &kept, wanted, &by)).await {
        Ok(()) => shown(&me, before.number, &token).await,
        Err(why) => {
            desk::refused(&me, &mut typed, why)?;
            Ok(desk::again(page(&me, &before, &typed, None)))
        }
    }
}

/// The page with a link that was just made: its secret stands there this once.
pub async fn shown(me: &Agent, number: CaseNumber, token: &str) -> Result<Response, Oops> {
    let after = known(me, &number.to_string()).await?;
    Ok(page(me, &after, &Typed::nothing(), Some(token)).into_response())
}

/// Takes a link back, or says anew what may be passed on.
pub async fn end(
    me: Agent,
    Path((number, id, what)): Path<(String, String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Oops> {
    may(&me)?;
    let known = known(&me, &number).await?;
    let id = id.parse().map_err(|_| Oops::NotFound)?;
    let (case, by) = (known.case, me.by(desk::request_of(&me, &typed)));
    match (what.as_str(), Forwarding::from_word(&what)) {
        ("revoke", _) => me.app.db.write(move |tx| links::revoke(tx, case, id, &by)).await?,
        (_, Some(forwarding)) => me.app.db.write(move |tx| links::forward(tx, case, id, forwarding, &by)).await?,
        _ => return Err(Oops::NotFound),
    }
    Ok(desk::on_to(&format!("/cases/{}/links", known.number)))
}

fn page(me: &Agent, known: &Known, typed: &Typed, made: Option<&str>) -> Markup {
    let here = format!("/cases/{}/links", known.number);
    let active: Vec<&Contact> = known.contacts.iter().filter(|c| c.active).collect();
    let choice = active.iter().fold(Field::select("contact", "links-contact").choice("", "form-choose"), |field, c| {
        field.choice(&c.id.to_string(), c.name.clone())
    });
    let form = Form::post(&here, me.app.new_id())
        .typed(typed)
        .field(choice)
        .field(Field::check("readable", "links-readable").help("links-readable-help"))
        .act("links-make");
    let body = html! {
        (ui::heading(t("links-title"), Some(html! { a href={ "/cases/" (known.number) } { (known.number) } " · " (known.title) })))
        @if let Some(token) = made {
            (section("links-once", None, html! {
                p { code id="made" { (me.app.public_url()) "/their/" (token) } }
                p { button type="button" data-copy="made" data-copied=(t("links-copied")) hidden { (t("links-copy")) } }
                p { (t("links-once-help")) }
            }))
        }
        (super::link_wishes::waiting(me, &known.wishes, me.app.now()))
        (section("links-there", None, html! {
            @if known.links.is_empty() { p { (t("links-none")) } }
            @for link in &known.links { (one(me, known, link)) }
        }))
        (section("links-new", None, html! {
            @if active.is_empty() { p { (t("case-nobody-known")) } } @else { p { (t("links-new-help")) } (form) }
            p { (t("links-somebody-else")) " " a href={ "/cases/" (known.number) "/bring-in" } { (t("bring-title")) } }
        }))
        (section("links-pressed", None, pressed(me, known)))
    };
    let body = html! { (body) (super::case_record::way(known.number)) };
    let shell = desk::shell(me, "links-title", Nav::Cases);
    // A link that was just made is shown this once: the page does not ask again by itself.
    match made {
        Some(_) => desk::shelled(shell.notice(Notice::done("links-made")), body),
        None => {
            let live = ui::Live::on(Topic::Case(known.number), me.app.new_id(), me.app.now());
            desk::shelled(shell.live(live), ui::moving(body))
        }
    }
}

/// What they did by their links, and when: only what somebody pressed.
fn pressed(me: &Agent, known: &Known) -> Markup {
    if known.pressed.is_empty() {
        return html! { p { (t("links-pressed-none")) } };
    }
    let name = |actor| match actor {
        Actor::Customer(id) => known.contacts.iter().find(|c| c.id == id).map_or("", |c| c.name.as_str()),
        _ => "",
    };
    html! {
        ul { @for happening in &known.pressed {
            li {
                (name(happening.when.by)) " " (t(&format!("they-{}", happening.event.kind().replace('_', "-"))))
                " · " (when::moment(happening.when.recorded_at, me.app.now(), &me.zone))
            }
        } }
    }
}

/// Who at the customer is at their page now: they pressed something in the last minutes.
pub fn looking_now(me: &Agent, contacts: &[Contact], links: &[Link]) -> Markup {
    let now = me.app.now();
    let name = |link: &Link| contacts.iter().find(|c| c.id == link.contact).map(|c| c.name.as_str());
    html! {
        @for name in links.iter().filter(|link| link.stands(now) && link.is_at_it(now)).filter_map(name) {
            " · " span.here { (t_with("links-looking-now", &[("name", name.into())])) }
        }
    }
}

fn one(me: &Agent, known: &Known, link: &Link) -> Markup {
    let name = known.contacts.iter().find(|c| c.id == link.contact).map_or("", |c| c.name.as_str());
    let base = format!("/cases/{}/links/{}", known.number, link.id);
    let form = |what: &str, label: String| {
        Form::post(format!("{base}/{what}"), me.app.new_id())
            .id(&format!("{what}-{}", link.id))
            .quiet_act(label)
            .one_line()
    };
    let (other, label) = match link.forwarding {
        Forwarding::Alone => ("readable", "links-allow-reading"),
        Forwarding::Readable => ("alone", "links-stop-reading"),
    };
    html! {
        div.link-there {
            p { strong { (name) } " · " (in_short(me, link)) }
            @if link.stands(me.app.now()) {
                div.acts {
                    (form("revoke", t_with("links-revoke", &[("name", name.into())])))
                    (form(other, t(label).into_owned()))
                }
            }
        }
    }
}

/// Until when it opens, and when they last did something by it.
pub fn in_short(me: &Agent, link: &Link) -> Markup {
    let now = me.app.now();
    let at = |at| html! { (when::moment(at, now, &me.zone)) };
    html! {
        @if let Some(revoked) = link.revoked_at { (t("links-revoked")) " " (at(revoked)) }
        @else if !link.stands(now) { (t("links-over")) " " (at(link.expires_at)) }
        @else { (t("links-until")) " " (when::whole_date(link.expires_at.to_zoned(me.zone.clone()).date())) }
        " · "
        @match (link.last_act_at, link.looked_at) {
            (Some(acted), _) => { (t("links-acted")) " " (at(acted)) },
            (None, Some(looked)) => { (t("links-looked")) " " (at(looked)) },
            (None, None) => { (t("links-never")) },
        }
        @if link.stands(now) && link.is_at_it(now) { " · " strong { (t("links-at-it")) } }
    }
}

/// Beside a contact on the case page: their link as it stands, or the way to make one.
pub fn beside(me: &Agent, number: CaseNumber, contact: &Contact, all: &[Link]) -> Markup {
    if !rights::holds(Right::Work, &me.person.roles) {
        return html! {};
    }
    let now = me.app.now();
    let link = all.iter().find(|link| link.contact == contact.id && link.stands(now));
    html! {
        p.quiet {
            a href={ "/cases/" (number) "/links" } { (t(if link.is_some() { "links-theirs" } else { "links-make-one" })) }
            @if let Some(link) = link { " · " (in_short(me, link)) }
        }
    }
}
