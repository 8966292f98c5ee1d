//! Webhooks: where other programs hear of notices. The list and a new one; each has its own page in `webhook`.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Table, Typed};
use super::{own_notices, webhook, when};
use crate::net;
use crate::notices::hook_secret::{self, Fresh};
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::response::{IntoResponse, Response};
use casework::notices::About;
use maud::{Markup, html};
use store::hooks::{self, Hook, HookSpec, Tells};

pub const HERE: &str = "/settings/webhooks";
pub async fn show(Administrator(agent): Administrator) -> Result<Markup, Oops> {
    let begun =
        About::ALL.iter().fold(Typed::nothing().with("tells", Tells::Links.word()), |t, a| t.with("about", a.word()));
    page(&agent, &begun).await
}

async fn page(agent: &Agent, typed: &Typed) -> Result<Markup, Oops> {
    let all = agent.app.db.read(hooks::list).await?;
    let form =
        fields(Form::post(HERE, agent.app.new_id()).typed(typed)).act("hooks-add").or_go("/settings", "act-back");
    let full = all.len() as i64 >= hooks::HOOKS_AT_MOST;
    let body = html! {
        (ui::heading(t("hooks-title"), None))
        p { (t("hooks-intro")) }
        @if all.is_empty() { p.quiet { (t("hooks-none")) } } @else { (table(agent, &all)) }
        @if full { p { (t_with("hooks-full", &[("most", hooks::HOOKS_AT_MOST.into())])) } }
        @else { (ui::section("hooks-new", None, html! { (form) })) }
    };
    Ok(desk::page(agent, "hooks-title", Nav::Settings, body))
}

fn table(agent: &Agent, all: &[Hook]) -> Markup {
    let rows = all.iter().map(|one| {
        let kinds: Vec<String> = one.about.iter().map(|about| own_notices::name_of(*about)).collect();
        [
            html! { a href={ (HERE) "/" (one.id) } data-go { (one.name) } },
            html! { @if kinds.len() == About::ALL.len() { (t("hooks-all-kinds")) } @else { (kinds.join("; ")) } },
            html! { (standing(agent, one)) },
        ]
    });
    let table =
        Table::new("hooks-title").under_its_heading().col("hooks-name").col("hooks-about").col("hooks-standing");
    html! { (table.rows(rows)) }
}

/// Whether it works, in words.
pub fn standing(agent: &Agent, one: &Hook) -> Markup {
    match one.failing_since {
        _ if !one.active => html! { (t("hooks-off")) },
        Some(since) => {
            let since = when::moment(since, agent.app.now(), &agent.zone).words.to_string();
            html! { (t_with("hooks-failing", &[("since", since.into())])) " " (in_words(&one.trouble)) }
        }
        None => html! { (t("hooks-well")) },
    }
}

/// What a try said, kept as a word and what is known beyond it.
pub fn in_words(trouble: &str) -> String {
    let (word, detail) = trouble.split_once('|').unwrap_or((trouble, ""));
    if word.is_empty() { String::new() } else { t_with(&format!("net-{word}"), &[("detail", detail.into())]) }
}

/// Why no secret can be sealed, and the way out.
pub fn no_key(problem: &std::io::Error) -> String {
    t_with("net-key", &[("detail", problem.to_string().into())])
}

/// The fields of a webhook, new or changed.
pub fn fields(form: Form<'_>) -> Form<'_> {
    let kinds = About::ALL.iter().map(|about| (about.word().to_owned(), own_notices::name_of(*about)));
    let url =
        Field::text("url", "hooks-url").help("hooks-url-help").length(hooks::URL_AT_MOST as u32).autocomplete("off");
    form.field(
        Field::text("name", "hooks-name")
            .help("hooks-name-help")
            .length(hooks::NAME_AT_MOST as u32)
            .autocomplete("off"),
    )
    .field(url)
    .field(Field::checks("about", "hooks-about").choices(kinds))
    .field(
        Field::radios("tells", "hooks-tells")
            .choice_with_help(Tells::Links.word(), "hooks-tells-links", "hooks-tells-links-help")
            .choice_with_help(Tells::Words.word(), "hooks-tells-words", "hooks-tells-words-help"),
    )
}

/// What was typed; whether the address may be called at all is seen at once, and again whenever something is sent.
pub fn read(agent: &Agent, typed: &mut Typed) -> HookSpec {
    let url = typed.value("url").to_owned();
    if let Err(why) = net::look_at(agent.app.net(), url.trim()) {
        typed.wrong("url", in_words(&why.kept()));
    }
    let about = typed.values("about").filter_map(About::from_word).collect();
    let tells = Tells::from_word(typed.value("tells")).unwrap_or(Tells::Links);
    HookSpec { name: typed.value("name").to_owned(), url, about, tells }
}

pub async fn create(Administrator(agent): Administrator, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let spec = read(&agent, &mut typed);
    let request = desk::request_of(&agent, &typed);
    if typed.is_fine() {
        let (by, id) = (agent.by(request), request.0);
        let Fresh { shown, sealed } = match hook_secret::fresh(&agent.app, id) {
            Ok(fresh) => fresh,
            Err(problem) => {
                tracing::error!(%problem, "the key that seals the secrets of webhooks cannot be had");
                typed.wrong("", no_key(&problem));
                return Ok(desk::again(page(&agent, &typed).await?).into_response());
            }
        };
        let mine = sealed.0.clone();
        match agent.app.db.write(move |tx| hooks::add(tx, id, &spec, &sealed, &by)).await {
            Ok(()) => {
                // The form sent twice makes one; only the secret that is kept is shown.
                let kept = agent.app.db.read(move |conn| hooks::secret(conn, id)).await?;
                let first = kept.filter(|kept| kept.0 == mine).map(|_| shown);
                return webhook::made(&agent, id, first).await;
            }
            Err(why) => desk::refused(&agent, &mut typed, why)?,
        }
    }
    Ok(desk::again(page(&agent, &typed).await?).into_response())
}

/// What one press did; of a webhook that is not there any more nothing can be done.
pub(super) fn fine(kept: Result<(), store::NotKept>) -> Result<(), Oops> {
    match kept {
        Ok(()) => Ok(()),
        Err(store::NotKept::Fault(fault)) => Err(fault.into()),
        Err(store::NotKept::Refused(_)) => Err(Oops::NotFound),
    }
}
