//! Whoever wrote becomes a contact: their name and firm are filled in from the mail, and the mail goes where it belongs.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::letter_case::{customer_of, firm_of};
use super::letter_lines;
use super::mail_move::in_hand;
use super::ui::{self, Field, Form, Nav, Typed};
use crate::act::NotDone;
use crate::mail::by_hand::{self, Hand};
use crate::session::Agent;
use crate::words::t;
use axum::extract::Path;
use axum::response::Response;
use casework::ids::{AccountId, ContactId, RequestId};
use casework::refusal::Refusal;
use maud::{Markup, html};
use store::accounts::{self, Account, AccountRow};
use store::by_hand::Along;
use store::cases::{self, CaseRow};
use store::contacts::{self, Contact};
use store::messages::{self, Message, Place};
use store::{Conn, Fault, NotKept, Tx, neighbours};
use uuid::Uuid;

/// Customers offered; a new one is named instead where theirs is not among them.
const ACCOUNTS_OFFERED: i64 = 100;

/// What the page shows beside its fields.
struct Seen {
    mail: Message,
    /// The case that it seems to be about: its customer is theirs.
    case: Option<CaseRow>,
    /// Firms of which somebody writes from the same house.
    near: Vec<(AccountId, String)>,
    /// Which customer it probably is.
    customer: Option<AccountId>,
    accounts: Vec<AccountRow>,
}

fn read(conn: &Conn, id: Uuid) -> Result<Option<Seen>, Fault> {
    let Some(mail) = messages::by_id(conn, id)? else { return Ok(None) };
    let case = match mail.meant_case_id.or(mail.case_id) {
        Some(case) => cases::by_ids(conn, &[case])?.into_iter().next(),
        None => None,
    };
    let near = neighbours::of(conn, &mail.from_mail)?;
    let customer = customer_of(conn, &mail.from_mail)?;
    Ok(Some(Seen { mail, case, near, customer, accounts: accounts::list(conn, None, ACCOUNTS_OFFERED)? }))
}

async fn seen(me: &Agent, id: Uuid) -> Result<Seen, Oops> {
    me.app.db.read(move |conn| read(conn, id)).await?.ok_or(Oops::NotFound)
}

pub async fn show(me: Agent, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    desk::may_work(&me)?;
    let seen = seen(&me, id).await?;
    let mut typed = Typed::nothing().with("name", &seen.mail.from_name).with("email", &seen.mail.from_mail);
    match seen.customer {
        Some(account) => typed = typed.with("account", account.to_string()),
        None => typed = typed.with("firm", firm_of(&seen.mail.from_mail).unwrap_or_default()),
    }
    Ok(page(&me, &seen, &typed))
}

fn page(me: &Agent, seen: &Seen, typed: &Typed) -> Markup {
    let there = format!("/mail/letters/{}/contact", seen.mail.id);
    let form = Form::post(there, me.app.new_id()).typed(typed);
    let form = match &seen.case {
        Some(row) => form.block(html! { p { (t("open-for")) " " strong { (row.account) } " · " a href={ "/cases/" (row.number) "/mail" } { (row.number) } } }),
        None => {
            let near = seen.near.iter().map(|(id, name)| (id.to_string(), name.clone()));
            let far = seen.accounts.iter().filter(|row| seen.near.iter().all(|(id, _)| *id != row.id));
            let all = near.chain(far.map(|row| (row.id.to_string(), row.name.clone())));
            form.field(Field::select("account", "mail-contact-firm").choice("", "mail-contact-new-firm").choices(all).optional())
                .field(Field::text("firm", "mail-contact-new-name").help("mail-contact-firm-help").length(200).optional())
        }
    };
    let form = form
        .row([
            Field::text("name", "contacts-name").autocomplete("off").length(120),
            Field::email("email", "contacts-email").autocomplete("off"),
        ])
        .row([
            Field::text("role", "contacts-role").optional().help("contacts-role-help").autocomplete("off"),
            Field::phone("phone", "contacts-phone").optional().help("contacts-phone-help").autocomplete("off"),
        ])
        .act("mail-contact-act")
        .or_go("/signals/mail", "act-back");
    let body = html! {
        (ui::heading(t("mail-add-contact"), None))
        p { strong { (letter_lines::subject(&seen.mail)) } " · " (letter_lines::sender(&seen.mail)) }
        p.quiet { (t(if seen.case.is_some() { "mail-contact-why-case" } else { "mail-contact-why" })) }
        (form)
    };
    desk::page(me, "mail-add-contact", Nav::Signals, body)
}

pub async fn create(me: Agent, Path(id): Path<Uuid>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&me)?;
    let seen = seen(&me, id).await?;
    let request = desk::request_of(&me, &typed);
    let wish = match Wish::of(&me, &seen, &typed, request) {
        Ok(wish) => wish,
        Err(refusal) => {
            desk::beside(&me, &mut typed, &refusal);
            return Ok(desk::again(page(&me, &seen, &typed)));
        }
    };
    let there = match &seen.case {
        Some(row) => format!("/cases/{}/mail?moved={id}", row.number),
        None => format!("/signals/mail?placed={id}"),
    };
    match in_hand(&me, request, move |tx, hand| wish.done(tx, hand)).await {
        Ok(()) => Ok(desk::on_to(&there)),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Err(NotDone::Refused(refusal)) => {
            desk::beside(&me, &mut typed, &refusal);
            Ok(desk::again(page(&me, &seen, &typed)))
        }
    }
}

/// A contact to be added, their firm where it is new, and where their mail goes.
struct Wish {
    mail: Uuid,
    firm: Option<Account>,
    contact: Contact,
    case: Option<casework::ids::CaseId>,
}

impl Wish {
    fn of(me: &Agent, seen: &Seen, typed: &Typed, request: RequestId) -> Result<Wish, Refusal> {
        let chosen = seen.case.as_ref().map(|row| row.account_id).or_else(|| typed.value("account").parse().ok());
        let firm = match (chosen, typed.filled("firm")) {
            (Some(_), _) => None,
            (None, Some(name)) => {
                let mut account = Account::named(AccountId(Uuid::new_v5(&request.0, b"account")), name);
                account.zone.clone_from(&me.person.zone);
                account.relationship_owner = Some(me.person.id);
                Some(account)
            }
            (None, None) => return Err(Refusal::input("firm", "mail-contact-whose")),
        };
        let account = chosen.or(firm.as_ref().map(|firm| firm.id)).unwrap_or(AccountId(Uuid::nil()));
        let mut contact = Contact::named(ContactId(Uuid::new_v5(&request.0, b"contact")), account, typed.value("name"));
        contact.email = typed.value("email").to_owned();
        contact.role = typed.value("role").to_owned();
        contact.phone = typed.value("phone").to_owned();
        Ok(Wish { mail: seen.mail.id, firm, contact, case: seen.case.as_ref().map(|row| row.id) })
    }

    fn done(&self, tx: &Tx, hand: &Hand) -> Result<Option<store::firm::Firm>, NotDone> {
        let added = self.firm.iter().try_for_each(|firm| accounts::add(tx, firm, &hand.by));
        match added.and_then(|()| contacts::add(tx, &self.contact, &hand.by)) {
            Ok(()) => {}
            Err(NotKept::Refused(refusal)) => return Err(refusal.into()),
            Err(NotKept::Fault(fault)) => return Err(fault.into()),
        }
        let (account, contact) = (self.contact.account_id, self.contact.id);
        let on_case = messages::by_id(tx, self.mail)?.and_then(|mail| mail.case_id);
        let place = match self.case {
            // It lies there already, under another name.
            Some(case) if on_case == Some(case.0) => return Ok(None),
            Some(case) => Place::Case { case, account, contact },
            None => Place::Account { account, contact },
        };
        by_hand::put(tx, hand, self.mail, Along::Alone, &place)
    }
}
