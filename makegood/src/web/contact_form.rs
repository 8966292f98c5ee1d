//! A person at the customer: how they wish to be addressed and reached. There is no field for their temper.
use super::desk::{self, Posted};
use super::drafts;
use super::edits::{self, Seen};
use super::fail::Oops;
use super::ui::{self, Field, Form, Kept, Nav, Typed};
use crate::session::Agent;
use crate::words::{Language, t};
use axum::extract::Path;
use axum::response::Response;
use casework::ids::{AccountId, ContactId};
use maud::{Markup, html};
use store::accounts::{self, Account};
use store::audit::NotKept;
use store::away::Away;
use store::contacts::{self, Contact};
use uuid::Uuid;

pub async fn new(agent: Agent, Path(account): Path<AccountId>) -> Result<Markup, Oops> {
    desk::may_work(&agent)?;
    let account = kept(&agent, account).await?;
    let draft = drafts::of(&agent, format!("/accounts/{}/contacts", account.id)).await?;
    let typed = draft.or(Typed::nothing().with("language", &account.language));
    Ok(page_for_new(&agent, &account, &typed, draft.kept()))
}

async fn kept(agent: &Agent, id: AccountId) -> Result<Account, Oops> {
    agent.app.db.read(move |conn| accounts::by_id(conn, id)).await?.ok_or(Oops::NotFound)
}

fn page_for_new(agent: &Agent, account: &Account, typed: &Typed, kept: Kept) -> Markup {
    let there = format!("/accounts/{}", account.id);
    let blank = Form::post(format!("{there}/contacts"), agent.app.new_id()).typed(typed).kept(kept);
    let form = fields(blank, account, typed).act("contacts-keep-new").or_go(there.clone(), "act-back");
    let body = html! {
        (ui::heading(t("contacts-new"), Some(html! { a href=(there) { (account.name) } })))
        (form)
    };
    desk::page(agent, "contacts-new", Nav::Accounts, body)
}

/// In which language somebody at the customer is spoken to: one of ours. Another that was kept earlier stays as it is until
/// somebody chooses.
pub fn language_field(kept: &str) -> Field {
    let ours = Language::THEIRS.into_iter().map(|language| (language.tag().to_owned(), language.own_name().to_owned()));
    // `de-AT` means German; the form shows it as it was kept.
    let other = (!kept.is_empty() && Language::THEIRS.iter().all(|language| language.tag() != kept))
        .then(|| (kept.to_owned(), kept.to_owned()));
    Field::select("language", "accounts-language").help("accounts-language-help").choices(ours.chain(other))
}

fn fields<'a>(form: Form<'a>, account: &Account, typed: &Typed) -> Form<'a> {
    form.row([
        Field::text("name", "contacts-name").autocomplete("off").length(120),
        Field::text("address_as", "contacts-address-as")
            .optional()
            .help("contacts-address-as-help")
            .autocomplete("off"),
    ])
    .row([
        Field::text("role", "contacts-role").optional().help("contacts-role-help").autocomplete("off"),
        language_field(typed.value("language")).optional().choice("", "contacts-language-as-account"),
    ])
    .row([
        Field::phone("phone", "contacts-phone").optional().help("contacts-phone-help").autocomplete("off"),
        Field::phone("night_phone", "contacts-night-phone").optional().help("contacts-night-help").autocomplete("off"),
    ])
    .row([
        Field::email("email", "contacts-email").optional().autocomplete("off"),
        Field::text("zone", "field-zone")
            .optional()
            .help(crate::words::t_with("contacts-zone-help", &[("zone", account.zone.as_str().into())])),
    ])
}

/// The contact of the form; the store says what makes no sense.
fn read(typed: &Typed, before: Contact) -> Contact {
    let text = |name: &str| typed.value(name).to_owned();
    Contact {
        name: text("name"),
        address_as: text("address_as"),
        role: text("role"),
        email: text("email"),
        phone: text("phone"),
        night_phone: text("night_phone"),
        language: text("language"),
        zone: text("zone"),
        ..before
    }
}

pub async fn create(agent: Agent, Path(account): Path<AccountId>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let account = kept(&agent, account).await?;
    let request = desk::request_of(&agent, &typed);
    let id = ContactId(Uuid::new_v5(&request.0, b"contact"));
    let (contact, by) = (read(&typed, Contact::named(id, account.id, "")), agent.by(request));
    let draft = drafts::sent(&typed, format!("/accounts/{}/contacts", account.id));
    let sent = draft.sent(&agent);
    let work = move |tx: &store::Tx| contacts::add(tx, &contact, &by).and_then(|()| Ok(sent.forget(tx)?));
    match agent.app.db.write(work).await {
        Ok(()) => Ok(desk::on_to(&format!("/accounts/{}", account.id))),
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            Ok(desk::again(page_for_new(&agent, &account, &typed, draft.kept())))
        }
    }
}

/// What their own mail said of days away.
async fn away_of(agent: &Agent, id: ContactId) -> Result<Vec<Away>, Oops> {
    Ok(agent.app.db.read(move |conn| store::away::of(conn, &[id])).await?)
}

async fn with_account(agent: &Agent, id: ContactId) -> Result<(Contact, Account), Oops> {
    let found = agent
        .app
        .db
        .read(move |conn| {
            let Some(contact) = contacts::by_id(conn, id)? else { return Ok::<_, store::Fault>(None) };
            let account = accounts::by_id(conn, contact.account_id)?;
            Ok(account.map(|account| (contact, account)))
        })
        .await?;
    found.ok_or(Oops::NotFound)
}

pub async fn change(agent: Agent, Path(id): Path<ContactId>) -> Result<Markup, Oops> {
    let (contact, account) = with_account(&agent, id).await?;
    let mut typed = Typed::nothing()
        .with("name", &contact.name)
        .with("address_as", &contact.address_as)
        .with("role", &contact.role)
        .with("email", &contact.email)
        .with("phone", &contact.phone)
        .with("night_phone", &contact.night_phone)
        .with("language", &contact.language)
        .with("zone", &contact.zone);
    if contact.active {
        typed = typed.with("active", "on");
    }
    let draft = drafts::of(&agent, format!("/contacts/{id}")).await?;
    let seen = Seen::now(&agent, &contact, &draft);
    let away = away_of(&agent, id).await?;
    Ok(page(&agent, (&contact, &account, &away), &draft.or(typed), draft.kept(), seen))
}

fn page(
    agent: &Agent,
    (contact, account, away): (&Contact, &Account, &[Away]),
    typed: &Typed,
    kept: Kept,
    seen: Seen,
) -> Markup {
    let there = format!("/accounts/{}", account.id);
    let zone = store::holidays::zone(&account.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let blank = Form::post(format!("/contacts/{}", contact.id), agent.app.new_id()).typed(typed).kept(kept);
    let form = fields(seen.into_form(blank), account, typed)
        .field(Field::check("active", "contacts-active").help("contacts-active-help"))
        .act("act-save")
        .or_go(there.clone(), "act-back");
    let body = html! {
        (ui::heading(&contact.name, Some(html! { a href=(there) { (account.name) } })))
        (super::accounts::card(contact, &zone, agent, agent.app.now(), away))
        @if desk::may_work(agent).is_ok() { (ui::section("contacts-change", None, html! { (form) })) }
    };
    desk::page(agent, contact.name.clone(), Nav::Accounts, body)
}

pub async fn update(agent: Agent, Path(id): Path<ContactId>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let (before, account) = with_account(&agent, id).await?;
    let contact = Contact { active: typed.filled("active").is_some(), ..read(&typed, before.clone()) };
    let by = agent.by(desk::request_of(&agent, &typed));
    let draft = drafts::sent(&typed, format!("/contacts/{id}"));
    let seen = Seen::sent(&typed);
    let (sent, mark) = (draft.sent(&agent), seen.mark());
    let work = move |tx: &store::Tx| {
        edits::unchanged(&mark, contacts::by_id(tx, id)?.as_ref())?;
        contacts::change(tx, &contact, &by)?;
        Ok::<_, NotKept>(sent.forget(tx)?)
    };
    match agent.app.db.write(work).await {
        Ok(()) => Ok(desk::on_to(&format!("/accounts/{}", account.id))),
        Err(why) => {
            let (now, _) = with_account(&agent, id).await?;
            let seen = seen.came_back(&agent, &mut typed, why, id.to_string(), &now).await?;
            let away = away_of(&agent, id).await?;
            Ok(desk::again(page(&agent, (&before, &account, &away), &typed, draft.kept(), seen)))
        }
    }
}
