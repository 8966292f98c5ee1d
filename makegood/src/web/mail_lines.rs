//! How one mail stands in a list: whose it is, what it says, what became of it, what was odd about it, and the way to its bytes.
use super::forms::Desk;
use super::letter_lines::{self, parted, their_text};
use super::mail_tab::{may_write, take_back};
use super::ui::{Entry, Voice, more};
use super::when;
use crate::words::{Words, t, t_with};
use maud::{Markup, html};
use store::mails::{At, Came, Recipient, Shown, State};
use store::messages::Message;
use uuid::Uuid;

/// A mail of theirs. A machine's is one line that can be unfolded; it settles nothing (S055).
pub fn theirs(desk: &Desk<'_>, mail: &Message) -> Entry {
    let from = if mail.from_name.is_empty() { mail.from_mail.as_str() } else { mail.from_name.as_str() };
    let zone = &desk.me.zone;
    let beside = letter_lines::beside(desk.me, mail);
    if !mail.is_by_a_person() {
        let key = format!("mail-machine-{}", mail.origin);
        let key = if Words::english().knows(&key) { key } else { "mail-machine-other".to_owned() };
        let said = t_with(&key, &[("from", from.into()), ("subject", mail.subject.as_str().into())]);
        let folded = html! { (their_text(&mail.body)) (beside) };
        return Entry::new(mail.received_at, desk.now, zone, said, Voice::Machine)
            .id(format!("letter-{}", mail.id))
            .with(more("mail-unfold", folded));
    }
    let waits = desk.view.case.mails.letters.iter().any(|letter| letter.message.0 == mail.id);
    let body = html! {
        (their_text(&mail.body))
        (beside)
        @if may_write(desk.me) {
            p {
                @if waits { a href=(super::mail_tab::answer_href(desk, mail.id)) { (t("mail-answer")) } " · " }
                a.quiet href={ "/mail/letters/" (mail.id) "/move" } { (t("mail-move")) }
            }
        }
    };
    Entry::new(mail.received_at, desk.now, zone, letter_lines::subject(mail), Voice::Theirs)
        .id(format!("letter-{}", mail.id))
        .by(from)
        .with(body)
}

/// A mail of ours: *sent* is only said once a mail server took it.
pub fn ours(desk: &Desk<'_>, mail: &Shown, recipients: &[Recipient]) -> Entry {
    let by = mail.by.map(|by| desk.me.firm.name_of(by).to_owned()).unwrap_or_default();
    let (first, rest) = parted(&mail.body);
    let number = desk.view.case.number;
    let body = html! {
        p { strong { (state(desk, mail)) } }
        @if mail.state == State::TakenBack { (more("mail-unfold", html! { p.lines { (first.trim()) } })) }
        @else {
            (everybody(desk, recipients))
            p.lines { (first.trim()) }
            @if !rest.trim().is_empty() { (more("mail-rest", html! { p.lines { (rest.trim()) } })) }
            p { a.quiet href={ "/cases/" (number) "/mail/" (mail.id) "/raw" } download { (t("mail-raw-ours")) } }
        }
        @if may_write(desk.me) { (ways(desk, mail, recipients)) }
    };
    let entry = Entry::new(mail.made_at, desk.now, &desk.me.zone, mail.subject.clone(), Voice::Ours)
        .id(format!("mail-{}", mail.id));
    if by.is_empty() { entry.with(body) } else { entry.by(by).with(body) }
}

/// How far it came, in words.
pub fn state(desk: &Desk<'_>, mail: &Shown) -> String {
    let at = |at| when::moment(at, desk.now, &desk.me.zone).words;
    match mail.state {
        State::Waiting if mail.attempts > 0 && !mail.trouble.is_empty() => t_with(
            "mail-state-tried",
            &[
                ("tries", mail.attempts.into()),
                ("said", mail.trouble.as_str().into()),
                ("at", mail.due_at.map(at).unwrap_or_default().into()),
            ],
        ),
        State::Waiting if mail.attempts == 0 && mail.due_at.is_some_and(|due| due > mail.leaves_at) => {
            t_with("mail-state-paced", &[("at", mail.due_at.map(at).unwrap_or_default().into())])
        }
        State::Waiting => t_with("mail-state-waiting", &[("at", at(mail.leaves_at).into())]),
        State::Sent => t_with("mail-state-sent", &[("at", mail.sent_at.map(at).unwrap_or_default().into())]),
        State::Undelivered => t_with("mail-state-undelivered", &[("said", mail.trouble.as_str().into())]),
        State::TakenBack => t("mail-state-taken-back").into_owned(),
    }
}

/// Each recipient, with what their server said.
pub fn everybody(desk: &Desk<'_>, recipients: &[Recipient]) -> Markup {
    html! {
        ul.recipients {
            @for one in recipients {
                li {
                    (name(desk, one)) " " span.quiet { (one.address) }
                    @if one.place != At::To { " · " (t(if one.place == At::Cc { "mail-copy" } else { "mail-blind-copy" })) }
                    " · " (t(&format!("mail-came-{}", one.state.word())))
                    @if matches!(one.state, Came::Refused | Came::Bounced | Came::Delayed) && !one.said.is_empty() { ": " (one.said) }
                }
            }
        }
    }
}

fn name(desk: &Desk<'_>, one: &Recipient) -> String {
    let contact = one.contact.and_then(|id| desk.view.contact(id)).map(|contact| contact.name.clone());
    contact.or_else(|| one.person.map(|id| desk.me.firm.name_of(id).to_owned())).unwrap_or_default()
}

/// *Ms Rao, Mr Hale*.
pub fn names(desk: &Desk<'_>, recipients: &[Recipient]) -> String {
    let all: Vec<String> = recipients.iter().map(|one| name(desk, one)).filter(|name| !name.is_empty()).collect();
    all.join(", ")
}

/// What can still be done about it.
fn ways(desk: &Desk<'_>, mail: &Shown, recipients: &[Recipient]) -> Markup {
    let number = desk.view.case.number;
    let waits_for_another_way = desk.view.case.mails.undelivered().any(|out| out.id == mail.id);
    match mail.state {
        State::Waiting => html! { div.acts { (take_back(desk, mail, "mail-take-back")) } },
        State::Undelivered if waits_for_another_way => html! {
            div.acts {
                a.act href={ "/cases/" (number) "/do/record-conversation" } { (t("mail-call-instead")) }
                a href=(elsewhere(desk, mail, recipients)) { (t("mail-write-elsewhere")) }
            }
        },
        State::Undelivered | State::Sent | State::TakenBack => html! {},
    }
}

/// The same purpose to another address: their contact's page when there is nobody else.
fn elsewhere(desk: &Desk<'_>, mail: &Shown, recipients: &[Recipient]) -> String {
    let failed = |id: Uuid| recipients.iter().any(|one| one.contact.is_some_and(|contact| contact.0 == id));
    let other = desk.view.contacts.iter().find(|c| c.active && !c.email.is_empty() && !failed(c.id.0));
    let to = other.map(|contact| format!("&to={}", contact.id)).unwrap_or_default();
    format!("/cases/{}/mail/new?purpose={}{to}", desk.view.case.number, mail.purpose)
}
