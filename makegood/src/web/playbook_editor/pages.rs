//! The pages of the editor: the form, the same as text, and the look before it is kept.
use super::draft::Draft;
use super::{Mode, Place, free_name, look, steps};
use crate::session::Agent;
use crate::web::desk;
use crate::web::fail::Oops;
use crate::web::playbook_words as words;
use crate::web::ui::{self, Field, Form, Nav, Typed};
use crate::words::{t, t_with};
use axum::response::{IntoResponse, Response};
use casework::kinds::{Origin, TroubleKind};
use casework::parts::Said;
use casework::playbook::{Playbook, TITLE_AT_MOST, key_of};
use maud::{Markup, html};
use store::playbooks::{BODY_AT_MOST, WHY_AT_MOST};

/// What it would change, with the way to keep it.
pub async fn look_page(
    agent: &Agent,
    place: &Place,
    playbook: Playbook,
    body: &str,
    mode: Mode,
    typed: &Typed,
    seen: i64,
) -> Result<Response, Oops> {
    let wanted = Playbook { version: place.next(), ..playbook };
    let look = look::of(agent, place, &wanted).await?;
    let unchanged = place.before.as_ref().is_some_and(|before| before.body() == wanted.body());
    let title = match &place.before {
        Some(_) => {
            t_with("playbooks-look-title", &[("title", words::title(&wanted).into()), ("version", place.next().into())])
        }
        None => t_with("playbooks-look-title-new", &[("title", words::title(&wanted).into())]),
    };
    let name = match &place.name {
        Some(name) => name.clone(),
        None => free_name(agent, wanted.title.as_deref().unwrap_or_default()).await?,
    };
    let form = Form::post(place.action(), agent.app.new_id())
        .id("playbook-keep")
        .hidden("name", name)
        .typed(typed)
        .hidden("text", body)
        .hidden("mode", if mode == Mode::Form { "form" } else { "text" })
        .hidden("seen", seen)
        .hidden("do", "keep")
        .field(
            Field::text("why", "playbooks-why")
                .help("playbooks-why-help")
                .length(u32::try_from(WHY_AT_MOST).unwrap_or(u32::MAX))
                .autocomplete("off"),
        )
        .act(t_with("playbooks-keep", &[("version", place.next().into())]))
        .or_act("do", "edit", "playbooks-further")
        .or_go(place.back(), "playbooks-leave");
    let page = html! {
        (ui::heading(title.clone(), None))
        p.quiet { (t("playbooks-look-not-kept")) }
        @if unchanged { p { (t("playbooks-look-unchanged")) } }
        (look)
        (ui::section("playbooks-look-keep", None, html! { (form) }))
    };
    Ok(desk::page(agent, title, Nav::Settings, page).into_response())
}

fn standing_words(place: &Place) -> Markup {
    let Some(before) = &place.before else { return html! { p { (t("playbooks-new-intro")) } } };
    let parts = [("version", before.version.into()), ("next", place.next().into())];
    html! { p.quiet { (t_with("playbooks-change-intro", &parts)) } }
}

/// The form.
pub fn form_page(
    agent: &Agent,
    place: &Place,
    draft: &Draft,
    typed: &Typed,
    seen: i64,
    note: Option<String>,
) -> Markup {
    let playbook = &draft.playbook;
    let most = u32::try_from(TITLE_AT_MOST).unwrap_or(u32::MAX);
    let title = playbook.title.clone().or_else(|| place.name.as_deref().map(|name| words::said(&key_of(name))));
    let kinds = TroubleKind::ALL.iter().map(|kind| (kind.word().to_owned(), words::kind(*kind)));
    let origins = Origin::ALL.iter().map(|origin| {
        (origin.word().to_owned(), t(&format!("origin-{}", origin.word().replace('_', "-"))).into_owned())
    });
    let joined = |words: Vec<&str>| words.join("\n");
    let meant = words::meant_for(playbook).unwrap_or_else(|| t("playbooks-for-any").into_owned());
    // The fields come from the draft, which knows more than what was typed; only the sentences are taken from there.
    let errors = typed.errors().fold(Typed::nothing(), |mut all, (name, sentence)| {
        all.wrong(name, sentence.clone());
        all
    });
    let form = Form::post(place.action(), agent.app.new_id())
        .id("playbook")
        .typed(&errors)
        .enter_acts()
        .hidden("seen", seen)
        .field(
            Field::text("title", "playbooks-field-title")
                .value(title.unwrap_or_default())
                .length(most)
                .autocomplete("off"),
        )
        .field(
            Field::text("source", "playbooks-source")
                .help("playbooks-source-help")
                .optional()
                .value(&playbook.source)
                .length(most)
                .autocomplete("off"),
        )
        .more(
            format!("{}: {meant}", t("playbooks-meant")),
            [
                Field::checks("kinds", "playbooks-kinds")
                    .choices(kinds)
                    .value(joined(playbook.kinds.iter().map(|k| k.word()).collect()))
                    .optional(),
                Field::checks("origins", "playbooks-origins")
                    .choices(origins)
                    .value(joined(playbook.origins.iter().map(|o| o.word()).collect()))
                    .optional(),
                Field::check("overlay", "playbooks-overlay")
                    .help("playbooks-overlay-help")
                    .value(if playbook.overlay == Said::Yes { "on" } else { "" }),
            ],
        )
        .block(steps::list(draft, typed))
        .act("playbooks-look")
        .or_act("do", "text", "playbooks-as-text")
        .or_go(place.back(), "playbooks-leave");
    let page = html! {
        (ui::heading(place.heading(), None))
        @if let Some(note) = note { (ui::Notice::look(note)) }
        (standing_words(place))
        (form)
    };
    desk::page(agent, place.heading(), Nav::Settings, page)
}

/// The same as text.
pub fn text_page(agent: &Agent, place: &Place, body: &str, told: &Typed, seen: i64, note: Option<String>) -> Markup {
    let form = Form::post(place.action(), agent.app.new_id())
        .id("playbook")
        .typed(told)
        .hidden("seen", seen)
        .hidden("mode", "text")
        .field(
            Field::words("text", "playbooks-text")
                .rows(28)
                .help("playbooks-text-help")
                .length(u32::try_from(BODY_AT_MOST).unwrap_or(u32::MAX))
                .value(body),
        )
        .act("playbooks-look")
        .or_act("do", "form", "playbooks-as-form")
        .or_go(place.back(), "playbooks-leave");
    let page = html! {
        (ui::heading(place.heading(), None))
        @if let Some(note) = note { (ui::Notice::look(note)) }
        (standing_words(place))
        div.playbook-text { (form) }
    };
    desk::page(agent, place.heading(), Nav::Settings, page)
}
