//! Mailboxes: the list and how each is doing, a form for how it is reached, and a try that says step by step where it stops.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::mailbox_form::{self, Wanted};
use super::ui::{self, Facts, Form, Nav, Notice, Table, Typed};
use super::{setting_page, when};
use crate::mail::check::{self, Checked};
use crate::mail::seal::Owner;
use crate::sentence::say;
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;
use store::audit::NotKept;
use store::mailboxes::{self, Active, Mailbox, Said, Sealed, SecretKind, Way, secrets};
use uuid::Uuid;

const HERE: &str = "/settings/mailboxes";

pub async fn show(Administrator(agent): Administrator) -> Result<Markup, Oops> {
    list(&agent, &Typed::nothing()).await
}

async fn list(agent: &Agent, typed: &Typed) -> Result<Markup, Oops> {
    let all = agent.app.db.read(mailboxes::list).await?;
    let form = mailbox_form::fields(Form::post(HERE, agent.app.new_id()).typed(typed), &[])
        .act("mailboxes-add")
        .or_go("/settings", "act-back");
    let body = html! {
        (ui::heading(t("mailboxes-title"), None))
        p { (t("mailboxes-intro")) }
        @if all.is_empty() { (ui::empty("mailboxes-none", None)) } @else { (table(agent, &all)) }
        (ui::section("mailboxes-new", None, html! { (form) }))
    };
    Ok(desk::page(agent, "mailboxes-title", Nav::Settings, body))
}

/// Each mailbox and how current it is.
pub fn table(agent: &Agent, all: &[Mailbox]) -> Markup {
    let rows = all.iter().map(|mailbox| {
        let standing = &mailbox.standing;
        let name = &mailbox.spec.address;
        [
            html! { @if agent.has(casework::kinds::Role::Administrator) { a href={ (HERE) "/" (mailbox.id) } data-go { (name) } } @else { (name) } },
            html! { (state(agent, mailbox)) },
            html! { (at(agent, standing.looked_at, "mailbox-looked-never")) },
            html! { (at(agent, standing.new_at, "mailbox-last-new-none")) },
        ]
    });
    let table = Table::new("mailboxes-title")
        .under_its_heading()
        .col("mailbox-address")
        .col("mailbox-state")
        .col("mailbox-looked")
        .col("mailbox-last-new");
    html! { (table.rows(rows)) }
}

fn at(agent: &Agent, at: Option<jiff::Timestamp>, never: &'static str) -> Markup {
    match at {
        Some(at) => ui::time(&when::moment(at, agent.app.now(), &agent.zone)),
        None => html! { span.quiet { (t(never)) } },
    }
}

fn state(agent: &Agent, mailbox: &Mailbox) -> Markup {
    if !mailbox.active {
        return html! { (t("mailbox-off")) };
    }
    let standing = &mailbox.standing;
    let troubles = [(&standing.trouble, standing.trouble_since), (&standing.out_trouble, standing.out_trouble_since)];
    let troubles: Vec<Markup> =
        troubles.into_iter().filter_map(|(said, since)| trouble(agent, said.as_ref()?, since)).collect();
    html! {
        @if troubles.is_empty() { (t("mailbox-fine")) }
        @for trouble in troubles { p { (trouble) } }
        @if standing.behind > 0 { p { (t_with("mailbox-behind", &[("count", standing.behind.into())])) } }
    }
}

fn trouble(agent: &Agent, said: &Said, since: Option<jiff::Timestamp>) -> Option<Markup> {
    let since = since.map(|since| when::moment(since, agent.app.now(), &agent.zone).words);
    let sentence = say(&said.0, &agent.zone);
    Some(
        html! { strong { (sentence) } @if let Some(when) = since { " (" (t_with("mailbox-trouble-since", &[("when", when.into())])) ")" } },
    )
}

pub async fn create(Administrator(agent): Administrator, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let by = agent.by(desk::request_of(&agent, &typed));
    let id = Uuid::new_v5(&by.request.0, b"mailbox");
    let Some(wanted) = sealed(&agent, id, &mut typed)? else { return Ok(desk::again(list(&agent, &typed).await?)) };
    let kept = agent.app.db.write(move |tx| {
        mailboxes::add(tx, id, &wanted.spec, &by)?;
        keep_secrets(tx, id, &wanted, &by)
    });
    match kept.await {
        Ok(()) => Ok(desk::on_to(&format!("{HERE}/{id}?done=added"))),
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            Ok(desk::again(list(&agent, &typed).await?))
        }
    }
}

fn keep_secrets(tx: &store::Tx, id: Uuid, wanted: &Sealing, by: &store::By) -> Result<(), NotKept> {
    for (kind, sealed) in &wanted.secrets {
        secrets::keep_secret(tx, id, *kind, &Sealed(sealed.clone()), by)?;
    }
    Ok(())
}

/// What the form says, its secrets sealed.
struct Sealing {
    spec: mailboxes::MailboxSpec,
    secrets: Vec<(SecretKind, Vec<u8>)>,
}

fn sealed(agent: &Agent, id: Uuid, typed: &mut Typed) -> Result<Option<Sealing>, Oops> {
    let Some(Wanted { spec, secrets }) = mailbox_form::read(agent.app.net(), typed) else { return Ok(None) };
    let mut all = vec![];
    if !secrets.is_empty() {
        match agent.app.seal_key() {
            Ok(key) => {
                for (kind, secret) in secrets {
                    all.extend(
                        key.seal(Owner::Mailbox(id, kind), &secret, agent.app.random()).map(|sealed| (kind, sealed.0)),
                    );
                }
            }
            Err(problem) => {
                tracing::error!(%problem, "the key of mailboxes cannot be had");
                typed.wrong("", t_with("mail-step-key-not", &[("said", problem.to_string().into())]));
                return Ok(None);
            }
        }
    }
    Ok(Some(Sealing { spec, secrets: all }))
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

pub async fn change(
    Administrator(agent): Administrator,
    Path(id): Path<Uuid>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Oops> {
    let kept = of(&agent, id).await?;
    let notice = match asked.done.as_str() {
        "added" => Some(Notice::done("mailbox-added")),
        "kept" => Some(Notice::done("mailbox-kept")),
        _ => None,
    };
    page(&agent, &kept, &mailbox_form::filled(&kept), notice, None).await
}

async fn of(agent: &Agent, id: Uuid) -> Result<Mailbox, Oops> {
    agent.app.db.read(move |conn| mailboxes::by_id(conn, id)).await?.ok_or(Oops::NotFound)
}

async fn page(
    agent: &Agent,
    kept: &Mailbox,
    typed: &Typed,
    notice: Option<Notice>,
    tried: Option<Markup>,
) -> Result<Markup, Oops> {
    let id = kept.id;
    let has = agent.app.db.read(move |conn| {
        let has = SecretKind::ALL.iter().map(|kind| Ok((*kind, secrets::has_secret(conn, id, *kind)?)));
        has.collect::<Result<Vec<_>, store::Fault>>()
    });
    let has: Vec<SecretKind> = has.await?.into_iter().filter(|(_, has)| *has).map(|(kind, _)| kind).collect();
    let here = format!("{HERE}/{id}");
    let one = |act: &str, label: &'static str| {
        Form::post(here.clone(), agent.app.new_id()).id(act).hidden("act", act).quiet_act(label)
    };
    let form = mailbox_form::fields(Form::post(here.clone(), agent.app.new_id()).typed(typed), &has)
        .hidden("version", typed.filled("version").unwrap_or("0"))
        .act("mailboxes-keep")
        .or_go(HERE, "act-back");
    let standing = &kept.standing;
    let facts = Facts::new()
        .fact("mailbox-state", state(agent, kept))
        .fact("mailbox-looked", at(agent, standing.looked_at, "mailbox-looked-never"))
        .fact("mailbox-last-new", at(agent, standing.new_at, "mailbox-last-new-none"));
    let sends = kept.active && kept.spec.outgoing.is_some();
    let body = html! {
        (ui::heading(&kept.spec.address, None))
        (ui::section("mailbox-standing", None, html! {
            (facts)
            @if kept.by_default { p { (t("mailbox-is-default")) } }
            (one("try", "mailbox-try"))
            @if sends && !kept.by_default { (one("default", "mailbox-make-default")) }
            @if kept.active { (one("off", "mailbox-switch-off")) } @else { (one("on", "mailbox-switch-on")) }
        }))
        @if let Some(tried) = tried { (ui::section("mailbox-tried", None, tried)) }
        (ui::section("mailbox-change", None, html! { (form) }))
        (setting_page::changes(agent, &id.to_string()).await?)
    };
    Ok(desk::page_with(agent, kept.spec.address.clone(), Nav::Settings, notice, body))
}

pub async fn update(
    Administrator(agent): Administrator,
    Path(id): Path<Uuid>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    let kept = of(&agent, id).await?;
    let by = agent.by(desk::request_of(&agent, &typed));
    let done = match typed.value("act") {
        "try" => {
            let tried = tried(&agent, &kept).await;
            let filled = mailbox_form::filled(&kept);
            return Ok(page(&agent, &kept, &filled, None, Some(tried)).await?.into_response());
        }
        "off" => agent.app.db.write(move |tx| mailboxes::switch(tx, id, Active::Off, &by)).await,
        "on" => agent.app.db.write(move |tx| mailboxes::switch(tx, id, Active::On, &by)).await,
        "default" => agent.app.db.write(move |tx| mailboxes::make_default(tx, id, &by)).await,
        _ => {
            let seen: i64 = typed.value("version").parse().unwrap_or(-1);
            let Some(wanted) = sealed(&agent, id, &mut typed)? else {
                return Ok(desk::again(page(&agent, &kept, &typed, None, None).await?));
            };
            let work = move |tx: &store::Tx| {
                mailboxes::change(tx, id, &wanted.spec, seen, &by)?;
                keep_secrets(tx, id, &wanted, &by)
            };
            agent.app.db.write(work).await
        }
    };
    match done {
        Ok(()) => Ok(desk::on_to(&format!("{HERE}/{id}?done=kept"))),
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            Ok(desk::again(page(&agent, &kept, &typed, None, None).await?))
        }
    }
}

/// Every step that worked, and the one that did not with the way out.
async fn tried(agent: &Agent, mailbox: &Mailbox) -> Markup {
    let (incoming, outgoing) = tokio::join!(check::incoming(&agent.app, mailbox), check::outgoing(&agent.app, mailbox));
    let ways = [("mailbox-in", &mailbox.spec.incoming, incoming), ("mailbox-out", &mailbox.spec.outgoing, outgoing)];
    html! {
        @for (title, way, checked) in &ways {
            @if let (Some(way), Some(checked)) = (way, checked) {
                h3 { (t(title)) }
                (steps(agent, way, checked))
            }
        }
    }
}

fn steps(agent: &Agent, way: &Way, checked: &Checked) -> Markup {
    html! {
        ol { @for step in &checked.done { li { (t(&format!("mail-step-{}", step.word()))) } } }
        @match &checked.trouble {
            Some(trouble) => (ui::Refusal::new(say(&trouble.sentence(&way.host), &agent.zone))),
            None => p { strong { (t("mailbox-works")) } @if let Some(mails) = checked.mails { " " (t_with("mail-step-mails", &[("count", mails.into())])) } },
        }
    }
}
