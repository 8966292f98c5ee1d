//! How both sides agreed to talk: shown on the customer's page, and said aloud before a call or a message that does not keep to it.
//! It only warns; a person may have a good reason to call at night (S010).
use super::accounts::zone_of;
use super::agreed_hours::{self, Within};
use super::forms::Desk;
use super::ui::{Facts, Notice, section};
use crate::language;
use crate::words::{Words, t, t_with};
use casework::ids::ContactId;
use maud::{Markup, Render, html};
use store::accounts::{Account, CommunicationProtocol};
use store::contacts::Contact;

/// Acts that reach the customer by voice.
const BY_VOICE: [&str; 6] =
    ["record-attempt", "prepare-talk", "record-conversation", "record-check-in", "ask-for-word", "follow-up"];
/// The act that reaches them in writing.
const IN_WRITING: &str = "record-message";
/// The field that says that the warning about the language has been read.
pub const LANGUAGE_SEEN: &str = "language_seen";

/// The part of the customer's page: people by role, channel, language, hours, rhythm, who is asked when it goes up, and when that
/// was agreed.
pub fn shown(account: &Account, contacts: &[Contact]) -> Markup {
    let protocol = &account.protocol;
    let text = |words: &str| (!words.trim().is_empty()).then(|| words.to_owned());
    let roles: Vec<&Contact> = contacts.iter().filter(|c| c.active && !c.role.is_empty()).collect();
    let people = (!roles.is_empty())
        .then(|| html! { ul { @for contact in roles { li { (contact.name) " " span.quiet { (contact.role) } } } } });
    let hours = text(&protocol.allowed_hours).map(|words| html! {
        (words)
        @if agreed_hours::read(&protocol.allowed_hours).is_none() { " " span.quiet { (t("protocol-hours-unread")) } }
    });
    let facts = Facts::new()
        .known("protocol-people", people)
        .known("protocol-channel", text(&protocol.preferred_channel))
        .fact("protocol-language", named(&account.language))
        .known("protocol-hours", hours)
        .known("protocol-night", text(&protocol.night_number))
        .known("protocol-rhythm", text(&protocol.update_rhythm))
        .known("protocol-bundled", protocol.bundled_delivery_check.then(|| t("protocol-bundled-yes").into_owned()))
        .known(
            "protocol-travel",
            protocol.travel_minutes.map(|n| t_with("protocol-travel-said", &[("minutes", n.into())])),
        )
        .known("protocol-up-theirs", text(&protocol.escalation_theirs))
        .known("protocol-up-ours", text(&protocol.escalation_ours))
        .known("protocol-agreed-us", text(&protocol.agreed_by_us))
        .known("protocol-agreed-them", text(&protocol.agreed_by_them))
        .known("protocol-agreed-on", protocol.agreed_on.map(|day| day.to_string()));
    let none = *protocol == CommunicationProtocol::default();
    section("protocol-title", None, html! { @if none { p.quiet { (t("protocol-none")) } } (facts) })
}

/// A language by its name, where we know one.
fn named(tag: &str) -> String {
    let base = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let key = format!("language-{base}");
    if Words::english().knows(&key) { t(&key).into_owned() } else { tag.to_owned() }
}

/// Whether the act is a message, whose language can be looked at.
pub fn is_written(word: &str) -> bool {
    word == IN_WRITING
}

/// Whom the act is meant for: the one chosen on the form, else the one who speaks first.
fn meant<'d>(desk: &'d Desk<'_>) -> Option<&'d Contact> {
    let chosen = ["to", "with", "contact"].iter().find_map(|name| desk.typed.filled(name)?.parse::<ContactId>().ok());
    chosen.and_then(|id| desk.view.contact(id)).or_else(|| desk.view.speaker())
}

/// What does not keep to the agreement, said before anything is saved. Calls are looked at by the hour it is there now, messages
/// by their language too.
pub fn warnings(desk: &Desk<'_>, word: &str, text: &str) -> Markup {
    if !is_written(word) && !BY_VOICE.contains(&word) {
        return html! {};
    }
    let hours = outside_hours(desk);
    let language = if is_written(word) { other_language(desk, text) } else { None };
    html! { @for sentence in hours.into_iter().chain(language) { (Notice::look(sentence).render()) } }
}

/// *It is Sun 22:10 there; agreed is Mon–Fri 8–17.*
fn outside_hours(desk: &Desk<'_>) -> Option<String> {
    let agreed = &desk.view.account.protocol.allowed_hours;
    let contact = meant(desk);
    let zone = contact.map_or_else(|| zone_of(&desk.view.account.zone), |contact| desk.view.zone_of(contact));
    if agreed_hours::read(agreed)?.at(desk.now, &zone) == Within::Yes {
        return None;
    }
    let name = contact.map_or(desk.view.account.name.as_str(), |contact| contact.name.as_str());
    let there = desk.now.to_zoned(zone).strftime("%a %H:%M").to_string();
    let night = desk.view.account.protocol.night_number.trim();
    let key = if night.is_empty() { "protocol-outside-hours" } else { "protocol-outside-hours-night" };
    Some(t_with(
        key,
        &[
            ("name", name.to_owned().into()),
            ("there", there.into()),
            ("agreed", agreed.clone().into()),
            ("night", night.to_owned().into()),
        ],
    ))
}

/// The text surely reads like another language than theirs.
pub fn other_language(desk: &Desk<'_>, text: &str) -> Option<String> {
    let contact = meant(desk);
    let own = contact.map(|contact| contact.language.as_str()).filter(|language| !language.is_empty());
    let agreed = own.unwrap_or(&desk.view.account.language);
    let seems = language::differs(text, agreed)?;
    let name = contact.map_or(desk.view.account.name.as_str(), |contact| contact.name.as_str());
    Some(t_with(
        "protocol-other-language",
        &[("name", name.to_owned().into()), ("seems", named(seems).into()), ("agreed", named(agreed).into())],
    ))
}
