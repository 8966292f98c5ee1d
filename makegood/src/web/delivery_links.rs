//! Our side of the links to a customer's deliveries: what one asks about, who has one, made by a person once there is something to
//! ask, shown once, taken back. A link answers nothing by itself: the call stays owed until they do.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::theirs_arrivals_read::goods;
use super::ui::{self, Field, Form, Nav, Notice, Typed, section};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use casework::ids::AccountId;
use casework::rights::{self, Right};
use jiff::Timestamp;
use maud::{Markup, html};
use store::accounts::Account;
use store::checks::{self, Asked};
use store::contacts::Contact;
use store::delivery_links::{self as links, DeliveryLink, Wanted};

/// A customer with what they can be asked, and whose links there are.
struct Known {
    account: Account,
    contacts: Vec<Contact>,
    links: Vec<DeliveryLink>,
    asked: Vec<Asked>,
    /// From when something can be asked; nothing where nothing is left.
    from: Option<Timestamp>,
    /// What came so long ago that nobody is asked in writing any more.
    past: i64,
}

async fn known(me: &Agent, id: AccountId) -> Result<Known, Oops> {
    let now = me.app.now();
    let read = move |conn: &store::Conn| {
        let Some(account) = store::accounts::by_id(conn, id)? else { return Ok::<_, store::Fault>(None) };
        let contacts = store::contacts::of_account(conn, id)?;
        let (asked, from) = (checks::to_ask(conn, id, now)?, checks::first_to_ask(conn, id, now)?);
        let (links, past) = (links::of_account(conn, id)?, checks::past_asking(conn, id, now)?);
        Ok(Some(Known { account, contacts, links, asked, from, past }))
    };
    me.app.db.read(read).await?.ok_or(Oops::NotFound)
}

fn may(me: &Agent) -> Result<(), Oops> {
    if rights::holds(Right::Work, &me.person.roles) { Ok(()) } else { Err(Oops::Forbidden) }
}

pub async fn show(me: Agent, Path(id): Path<AccountId>) -> Result<Markup, Oops> {
    may(&me)?;
    let known = known(&me, id).await?;
    Ok(page(&me, &known, &Typed::nothing(), None))
}

pub async fn create(me: Agent, Path(id): Path<AccountId>, Posted(mut typed): Posted) -> Result<Response, Oops> {
    may(&me)?;
    let before = known(&me, id).await?;
    let request = desk::request_of(&me, &typed);
    let Ok(contact) = typed.value("contact").parse() else {
        typed.wrong("contact", t("form-choose"));
        return Ok(desk::again(page(&me, &before, &typed, None)));
    };
    // The form sent twice makes one link; the secret of the first was shown already and cannot be shown again.
    if before.links.iter().any(|link| link.id == request.0) {
        return Ok(desk::on_to(&format!("/accounts/{id}/arrivals")));
    }
    let wanted = Wanted { id: request.0, account: id, contact };
    let (token, by) = (hex::encode(me.app.random::<32>()), me.by(request));
    let kept = token.clone();
    match me.app.db.write(move |tx| links::make(tx, &kept, wanted, &by)).await {
        Ok(()) => {
            let after = known(&me, id).await?;
            Ok(page(&me, &after, &Typed::nothing(), Some(&token)).into_response())
        }
        Err(why) => {
            desk::refused(&me, &mut typed, why)?;
            Ok(desk::again(page(&me, &before, &typed, None)))
        }
    }
}

/// Takes a link back.
pub async fn end(
    me: Agent,
    Path((id, link)): Path<(AccountId, String)>,
    Posted(typed): Posted,
) -> Result<Response, Oops> {
    may(&me)?;
    let link = link.parse().map_err(|_| Oops::NotFound)?;
    let by = me.by(desk::request_of(&me, &typed));
    me.app.db.write(move |tx| links::revoke(tx, id, link, &by)).await?;
    Ok(desk::on_to(&format!("/accounts/{id}/arrivals")))
}

fn page(me: &Agent, known: &Known, typed: &Typed, made: Option<&str>) -> Markup {
    let account = format!("/accounts/{}", known.account.id);
    let body = html! {
        (ui::heading(t("arrivals-title"), Some(html! { a href=(account) { (known.account.name) } })))
        @if let Some(token) = made {
            (section("links-once", None, html! { p { code { (me.app.public_url()) "/arrived/" (token) } } p { (t("links-once-help")) } }))
        }
        (section("arrivals-asked", None, asked(me, known)))
        (section("links-there", None, html! {
            @if known.links.is_empty() { p { (t("arrivals-no-link")) } }
            @for link in &known.links { (one(me, known, link)) }
        }))
        (section("links-new", None, fresh(me, known, typed)))
    };
    desk::page_with(me, "arrivals-title", Nav::Accounts, made.map(|_| Notice::done("links-made")), body)
}

/// What a link asks about now, line by line: one for many deliveries is one bundle.
fn asked(me: &Agent, known: &Known) -> Markup {
    let now = me.app.now();
    let day = |one: &Asked| when::day(one.delivered.day(&me.zone), now, &me.zone);
    html! {
        @if known.asked.is_empty() {
            p { @match known.from {
                Some(from) => { (t_with("arrivals-not-yet", &[("at", when::moment(from, now, &me.zone).words.into())])) },
                None => { (t("arrivals-nothing")) },
            } }
        } @else {
            ul { @for one in &known.asked { li {
                a href={ "/delivery-checks/" (one.line) } { (goods(one)) } " · " (t_with("arrivals-came", &[("day", day(one).into())]))
                @if one.outcome.is_some() { " · " (t("checks-not-heard")) }
            } } }
            p.quiet { (t("arrivals-silence")) }
        }
        @if known.past > 0 { p.quiet { (t_with("arrivals-past", &[("n", known.past.into())])) } }
    }
}

fn fresh(me: &Agent, known: &Known, typed: &Typed) -> Markup {
    let here = format!("/accounts/{}/arrivals", known.account.id);
    let active: Vec<&Contact> = known.contacts.iter().filter(|contact| contact.active).collect();
    let choice = active.iter().fold(Field::select("contact", "links-contact").choice("", "form-choose"), |field, c| {
        field.choice(&c.id.to_string(), c.name.clone())
    });
    let form = Form::post(&here, me.app.new_id()).typed(typed).field(choice).act("links-make");
    html! {
        @if active.is_empty() {
            p { (t("case-nobody-known")) " " a href={ "/accounts/" (known.account.id) "/contacts" } { (t("accounts-add-person")) } }
        } @else if known.asked.is_empty() && typed.is_fine() {
            p { (t("arrivals-later")) }
        } @else {
            p { (t("arrivals-new-help")) }
            (form)
        }
    }
}

fn one(me: &Agent, known: &Known, link: &DeliveryLink) -> Markup {
    let name = known.contacts.iter().find(|c| c.id == link.contact).map_or("", |c| c.name.as_str());
    let action = format!("/accounts/{}/arrivals/{}/revoke", known.account.id, link.id);
    let revoke = Form::post(action, me.app.new_id())
        .id(&format!("revoke-{}", link.id))
        .quiet_act(t_with("links-revoke", &[("name", name.into())]))
        .one_line();
    let now = me.app.now();
    let at = |at| html! { (when::moment(at, now, &me.zone)) };
    html! {
        div.link-there {
            p {
                strong { (name) } " · "
                @if let Some(revoked) = link.revoked_at { (t("links-revoked")) " " (at(revoked)) }
                @else if !link.stands(now) { (t("links-over")) " " (at(link.expires_at)) }
                @else { (t("links-until")) " " (when::whole_date(link.expires_at.to_zoned(me.zone.clone()).date())) }
                " · "
                @match link.last_act_at {
                    Some(acted) => { (t("arrivals-answered")) " " (at(acted)) },
                    None => { (t("links-never")) },
                }
            }
            @if link.stands(now) { div.acts { (revoke) } }
        }
    }
}
