//! Somebody of theirs joins: who it is, that we ask them, and their link, in one form with one press. Whoever is not asked is answered here too.
use super::desk::{self, Posted};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Typed, section};
use super::{contact_form, their_links};
use crate::act::{self, NotDone};
use crate::say::Reader;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use axum::response::Response;
use casework::case::Case;
use casework::commands::{Command, Invite};
use casework::ids::{CaseNumber, ContactId, InvitationId, RequestId};
use casework::parts::{Invitation, TakesPart};
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::HashMap;
use store::accounts::Account;
use store::audit::NotKept;
use store::contacts::{self, Contact};
use store::facts::{Asking, CaseRef};
use store::links::{self, Forwarding, Wanted};
use store::{Fault, Tx};
use uuid::Uuid;

/// People of theirs who are here already and stand above the form.
const HERE_SHOWN: usize = 12;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Meant {
    /// The suggestion of theirs that is answered; nobody's when we ask somebody ourselves.
    suggestion: String,
    /// Somebody who is here already.
    contact: String,
}

/// A case with the people of its customer.
struct Known {
    case: Case,
    account: Account,
    contacts: Vec<Contact>,
}

impl Known {
    fn waiting(&self, typed: &Typed) -> Option<&Invitation> {
        let meant = InvitationId(typed.value("suggestion").parse().ok()?);
        self.case.joint.not_invited_yet().find(|there| there.id == meant)
    }
    /// Whom the form is about, where they are here already.
    fn chosen(&self, typed: &Typed) -> Option<&Contact> {
        let id = typed.filled("contact")?;
        self.to_ask().find(|c| c.id.to_string() == id)
    }
    fn name_of(&self, id: ContactId) -> &str {
        self.contacts.iter().find(|c| c.id == id).map_or("", |c| c.name.as_str())
    }
    /// Those who can be asked: they are there, and did not say themselves that they would rather not.
    fn to_ask(&self) -> impl Iterator<Item = &Contact> {
        self.contacts.iter().filter(|c| c.active && self.case.joint.part_of(c.id) != TakesPart::NotAtAll)
    }
}

async fn known(me: &Agent, number: &str) -> Result<Known, Oops> {
    let number = numbered(number)?;
    let read = move |conn: &store::Conn| {
        let Some(kept) = store::cases::by_number(conn, number)? else { return Ok::<_, Fault>(None) };
        let Some(account) = store::accounts::by_id(conn, kept.case.account)? else { return Ok(None) };
        let contacts = contacts::of_account(conn, account.id)?;
        Ok(Some(Known { case: kept.case, account, contacts }))
    };
    me.app.db.read(read).await?.ok_or(Oops::NotFound)
}

pub async fn show(me: Agent, Path(number): Path<String>, Query(meant): Query<Meant>) -> Result<Markup, Oops> {
    their_links::may(&me)?;
    let known = known(&me, &number).await?;
    let mut typed = Typed::nothing().with("suggestion", &meant.suggestion).with("contact", &meant.contact);
    typed = typed.with("language", &known.account.language);
    if let Some(there) = known.waiting(&typed) {
        let by = if there.reach.contains('@') { "email" } else { "phone" };
        typed = typed.with("name", &there.name).with("role", &there.role).with(by, &there.reach);
    }
    Ok(page(&me, &known, &typed))
}

/// Whom it is about: one who is here already, by choice or by their address, else a new one.
enum Who {
    Here(ContactId),
    New(Box<Contact>),
}

/// # Errors
/// The field that is missing, and what is said beside it.
fn who(known: &Known, typed: &Typed, request: RequestId) -> Result<Who, (&'static str, &'static str)> {
    if let Some(chosen) = typed.filled("contact") {
        let there = known.contacts.iter().find(|c| c.id.to_string() == chosen);
        return there.map(|c| Who::Here(c.id)).ok_or(("contact", "form-choose"));
    }
    let email = typed.value("email").trim();
    let same = |c: &&Contact| c.active && !email.is_empty() && c.email.eq_ignore_ascii_case(email);
    if let Some(there) = known.contacts.iter().find(same) {
        return Ok(Who::Here(there.id));
    }
    if typed.filled("name").is_none() {
        return Err(("name", "bring-name-missing"));
    }
    if email.is_empty() && typed.filled("phone").is_none() {
        return Err(("email", "bring-reach-missing"));
    }
    // The id follows from the request, so that pressing twice adds one.
    let id = ContactId(Uuid::new_v5(&request.0, b"contact"));
    let text = |name: &str| typed.value(name).to_owned();
    Ok(Who::New(Box::new(Contact {
        role: text("role"),
        email: text("email"),
        phone: text("phone"),
        language: text("language"),
        ..Contact::named(id, known.account.id, typed.value("name"))
    })))
}

pub async fn create(me: Agent, Path(number): Path<String>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    their_links::may(&me)?;
    let before = known(&me, &number).await?;
    let (request, number) = (desk::request_of(&me, &typed), before.case.number);
    let who = match who(&before, &typed, request) {
        Ok(who) => who,
        Err((field, key)) => {
            typed.wrong(field, t(key));
            return Ok(desk::again(page(&me, &before, &typed)));
        }
    };
    let suggestion = before.waiting(&typed).map(|there| there.id);
    match joined(&me, &before.case, who, suggestion, request).await {
        // The form sent twice makes one link; its secret was shown already and cannot be shown again.
        Ok(None) => Ok(desk::on_to(&format!("/cases/{number}/links"))),
        Ok(Some(token)) => their_links::shown(&me, number, &token).await,
        Err(NotDone::Refused(refusal)) => {
            // Whom it is about is no field that could carry the sentence.
            let beside = refusal.field.filter(|field| !["contact", "suggestion"].contains(field)).unwrap_or("");
            let names: HashMap<ContactId, String> = before.contacts.iter().map(|c| (c.id, c.name.clone())).collect();
            let accounts = HashMap::new();
            let (firm, zone, now) = (&me.firm, &me.zone, me.app.now());
            typed.wrong(beside, Reader { firm, contacts: &names, accounts: &accounts, zone, now }.refusal(&refusal));
            Ok(desk::again(page(&me, &before, &typed)))
        }
        Err(NotDone::Fault(fault)) => Err(fault.into()),
    }
}

/// The person, the invitation and the link, all in one transaction or nothing of it; the secret of the link, once.
async fn joined(
    me: &Agent,
    case: &Case,
    who: Who,
    suggestion: Option<InvitationId>,
    request: RequestId,
) -> Result<Option<String>, NotDone> {
    let (contact, new) = match who {
        Who::Here(id) => (id, None),
        Who::New(contact) => (contact.id, Some(*contact)),
    };
    // Somebody who takes part already only gets a link; whoever said no is asked, and so refused by the rule.
    let joins =
        case.joint.invited().any(|there| there == contact) && case.joint.part_of(contact) != TakesPart::NotAtAll;
    let asked = suggestion.is_some() || !joins;
    let command: Command = Invite { suggestion, contact: Some(contact), words: String::new() }.into();
    let asking = Asking { by: me.actor(), request, seen: None, now: me.app.now(), other: None };
    let (firm, salt) = (me.app.firm(), me.app.random::<16>());
    let added_by = me.by(RequestId(Uuid::new_v5(&request.0, b"person")));
    let (made_by, token) = (me.by(request), hex::encode(me.app.random::<32>()));
    let wanted = Wanted { id: request.0, case: case.id, contact, forwarding: Forwarding::Alone };
    let (on, secret) = (CaseRef::Id(case.id), token.clone());
    let work = move |tx: &Tx| {
        if links::of_case(tx, wanted.case)?.iter().any(|link| link.id == wanted.id) {
            return Ok((None, None));
        }
        new.iter().try_for_each(|contact| contacts::add(tx, contact, &added_by)).map_err(not_done)?;
        let moved = if asked { act::within(tx, &firm, on, &asking, &command, salt)?.1 } else { None };
        links::make(tx, &secret, wanted, &made_by).map_err(not_done)?;
        Ok::<_, NotDone>((Some(()), moved))
    };
    let (made, moved) = me.app.db.write(work).await?;
    if let Some(firm) = moved {
        me.app.set_firm(firm);
    }
    Ok(made.map(|()| token))
}

fn not_done(why: NotKept) -> NotDone {
    match why {
        NotKept::Refused(refusal) => refusal.into(),
        NotKept::Fault(fault) => fault.into(),
    }
}

fn page(me: &Agent, known: &Known, typed: &Typed) -> Markup {
    let number = known.case.number;
    let waiting = known.waiting(typed);
    let body = html! {
        (ui::heading(t("bring-title"), Some(html! { a href={ "/cases/" (number) } { (number) } " · " (known.case.title) })))
        @if let Some(there) = waiting { (suggested(known, there)) }
        p { (t("bring-why")) }
        (form(me, known, typed))
        @if let Some(there) = waiting { (rather_not(me, number, there)) }
    };
    desk::page(me, "bring-title", Nav::Cases, body)
}

/// Who suggested whom, as they wrote it.
fn suggested(known: &Known, there: &Invitation) -> Markup {
    let by = there.by.map_or("", |by| known.name_of(by));
    let parts = [&there.name, &there.role, &there.reach].map(String::as_str);
    let whom = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    html! { p.lead { (t_with("bring-suggested", &[("by", by.into()), ("whom", whom.into())])) } }
}

/// Somebody new, with whoever is here already one press away.
fn form(me: &Agent, known: &Known, typed: &Typed) -> Markup {
    let number = known.case.number;
    let form = Form::post(format!("/cases/{number}/bring-in"), me.app.new_id())
        .typed(typed)
        .hidden("suggestion", typed.value("suggestion"));
    let form = match known.chosen(typed) {
        Some(contact) => form.hidden("contact", contact.id).block(html! {
            p { strong { (contact.name) } @if !contact.role.is_empty() { " " span.quiet { (contact.role) } } }
        }),
        None => somebody_new(form, typed),
    };
    let ways: Vec<&Contact> = match known.chosen(typed) {
        Some(_) => vec![],
        None => known.to_ask().take(HERE_SHOWN).collect(),
    };
    let about = typed.filled("suggestion").map(|id| format!("&suggestion={id}")).unwrap_or_default();
    html! {
        @if !ways.is_empty() {
            p { (t("bring-here-already")) @for (at, contact) in ways.into_iter().enumerate() { (if at == 0 { " " } else { " · " }) a href={ "/cases/" (number) "/bring-in?contact=" (contact.id) (about) } { (contact.name) } } }
        }
        (form.act("bring-act").or_go(format!("/cases/{number}"), "do-not-now"))
    }
}

fn somebody_new<'a>(form: Form<'a>, typed: &Typed) -> Form<'a> {
    form.row([
        Field::text("name", "contacts-name").autocomplete("off").length(120),
        Field::text("role", "contacts-role").autocomplete("off").length(120).optional(),
    ])
    .row([
        Field::email("email", "contacts-email").autocomplete("off").help("bring-one-of-both").optional(),
        Field::phone("phone", "contacts-phone").autocomplete("off").optional(),
    ])
    .field(contact_form::language_field(typed.value("language")).choice("", "contacts-language-as-account").optional())
}

/// We do not ask them: whoever suggested it reads why (S164).
fn rather_not(me: &Agent, number: CaseNumber, there: &Invitation) -> Markup {
    let form = Form::post(format!("/cases/{number}/do/invite"), me.app.new_id())
        .id("rather-not")
        .hidden("suggestion", there.id)
        .field(Field::words("words", "form-invite-words").rows(3))
        .quiet_act("bring-not-act");
    section("bring-not", None, html! { p { (t("bring-not-why")) } (form) })
}
