//! *In your browsers* under *How you hear of it*: connect this one, see which are connected and how each does, try one, take one away.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Form, Table};
use super::webhooks::in_words;
use super::{own_notices, when};
use crate::jobs::pushes;
use crate::mail::seal::Owner;
use crate::notices::push::{self, ENDPOINT_AT_MOST, Message, NotTaken, Subscription, vapid};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::Response;
use casework::ids::PersonId;
use maud::{Markup, html};
use store::browsers::{self, Browser, Connected};
use store::{Conn, Fault, NotKept};
use uuid::Uuid;

/// What the page shows of them.
pub struct Seen {
    all: Vec<Browser>,
    /// By which a browser is connected; nothing where the server has none.
    key: Option<String>,
}

impl Seen {
    pub fn read(conn: &Conn, person: PersonId) -> Result<Seen, Fault> {
        let key = browsers::key(conn)?.map(|key| vapid::shown(&key.public));
        Ok(Seen { all: browsers::of(conn, person)?, key })
    }

    /// Whether at least one is connected.
    pub fn hears(&self) -> bool {
        self.all.iter().any(|browser| browser.gone_at.is_none())
    }

    pub fn shown(&self, agent: &Agent) -> Markup {
        html! {
            p { (t("push-intro")) }
            @if !self.all.is_empty() { (table(agent, &self.all)) }
            @match &self.key {
                Some(key) => (connect(agent, key)),
                None => p.quiet { (t("push-no-key")) },
            }
        }
    }
}

/// Filled by the script, which asks the browser; without one the page says what is needed.
fn connect(agent: &Agent, key: &str) -> Markup {
    let form = Form::post(format!("{}/browsers", own_notices::HERE), agent.app.new_id())
        .hidden("endpoint", "")
        .hidden("p256dh", "")
        .hidden("auth", "");
    html! {
        p.quiet id="push-said" role="status" data-ready=(t("push-ready")) data-cannot=(t("push-cannot")) data-refused=(t("push-refused")) data-failed=(t("push-failed")) {
            (t("push-needs-script"))
        }
        div id="push" data-push=(key) hidden { (form.one_line().quiet_act("push-connect")) }
    }
}

fn table(agent: &Agent, all: &[Browser]) -> Markup {
    let now = agent.app.now();
    let rows = all.iter().map(|one| {
        let act = |what: &str| {
            Form::post(format!("{}/browsers/{}/{what}", own_notices::HERE, one.id), agent.app.new_id()).one_line()
        };
        [
            html! { (one.host) },
            html! { (ui::time(&when::moment(one.made_at, now, &agent.zone))) },
            html! { (standing(agent, one)) },
            html! { div.acts {
                @if one.gone_at.is_none() { (act("test").quiet_act("push-test")) }
                (act("disconnect").quiet_act("push-disconnect"))
            } },
        ]
    });
    let table = Table::new("push-title")
        .under_its_heading()
        .col("push-by")
        .col("push-since")
        .col("push-standing")
        .col("push-acts");
    html! { (table.rows(rows)) }
}

fn standing(agent: &Agent, one: &Browser) -> Markup {
    let at = |at| when::moment(at, agent.app.now(), &agent.zone).words.to_string();
    match (one.gone_at, one.took_at) {
        (Some(gone), _) => html! { (t_with("push-gone", &[("at", at(gone).into())])) },
        _ if !one.trouble.is_empty() => html! { (t("push-ill")) " " (in_words(&one.trouble)) },
        (None, Some(took)) => html! { (t_with("push-took", &[("at", at(took).into())])) },
        (None, None) => html! { (t("push-nothing-yet")) },
    }
}

/// This browser is connected. Its address is looked at now, and again whenever something is sent.
pub async fn create(agent: Agent, Posted(typed): Posted) -> Result<Response, Oops> {
    let field = |name: &str| typed.value(name).trim().to_owned();
    let (endpoint, p256dh, auth) = (field("endpoint"), field("p256dh"), field("auth"));
    let subscription = Subscription { endpoint, p256dh, auth };
    let fits = subscription.endpoint.len() <= ENDPOINT_AT_MOST && subscription.keys().is_some();
    let Some(host) = subscription.host(agent.app.net()).filter(|_| fits) else { return Ok(to("refused")) };
    let id = desk::request_of(&agent, &typed).0;
    let sealed = match push::sealed(&agent.app, Owner::Browser(id), &serde_json::json!(subscription).to_string()) {
        Ok(sealed) => sealed,
        Err(problem) => {
            tracing::error!(%problem, "what reaches a browser cannot be sealed");
            return Ok(to("refused"));
        }
    };
    let (person, endpoint, now) = (agent.person.id, subscription.digest(), agent.app.now());
    let work = move |tx: &store::Tx| {
        browsers::connect(tx, &Connected { id, person, endpoint, host: &host, sealed: &sealed }, now)
    };
    match agent.app.db.write(work).await {
        Ok(()) => Ok(to("connected")),
        Err(NotKept::Refused(_)) => Ok(to("refused")),
        Err(NotKept::Fault(fault)) => Err(fault.into()),
    }
}

fn to(word: &str) -> Response {
    desk::on_to(&format!("{}?browser={word}", own_notices::HERE))
}

/// What is done to one with one press; only by whoever connected it.
pub async fn act(agent: Agent, Path((id, what)): Path<(Uuid, String)>) -> Result<Response, Oops> {
    let (person, now) = (agent.person.id, agent.app.now());
    let theirs = agent.app.db.read(move |conn| browsers::of(conn, person)).await?;
    if !theirs.iter().any(|one| one.id == id) {
        return Err(Oops::NotFound);
    }
    match what.as_str() {
        "disconnect" => agent.app.db.write(move |tx| browsers::disconnect(tx, id, person)).await?,
        "test" => {
            let came = push::send(&agent.app, id, &Message { body: &push::trial(), urgent: false }).await?;
            let keep = move |tx: &store::Tx| match &came {
                Ok(()) => browsers::took(tx, id, now),
                Err(NotTaken::Gone) => pushes::is_gone(tx, id, now),
                Err(NotTaken::Not(why)) => browsers::ill(tx, id, why),
            };
            agent.app.db.write(keep).await?;
        }
        _ => return Err(Oops::NotFound),
    }
    Ok(desk::on_to(own_notices::HERE))
}
