//! *Someone else wrote*: a mail that continues a conversation of this case, from an address that its customer does not have. Nothing of it is heard by
//! the case until a person says whose it is.
use super::forms::Desk;
use super::letter_lines::{self, their_text};
use super::mail_move::{self, Back};
use super::mail_tab::may_write;
use super::ui;
use super::when;
use crate::words::{t, t_with};
use maud::{Markup, html};
use store::messages::Message;

/// Whether it waits for a person; a machine's line stands among the others.
pub fn waits(mail: &Message) -> bool {
    mail.is_by_a_person() && mail.put_away_at.is_none()
}

/// Those that wait, the oldest first, each with its ends by one key.
pub fn section(desk: &Desk<'_>, strays: &[Message]) -> Markup {
    let waiting: Vec<&Message> = strays.iter().filter(|mail| waits(mail)).collect();
    if waiting.is_empty() {
        return html! {};
    }
    let why = t_with("mail-somebody-else-why", &[("account", desk.view.account.name.as_str().into())]);
    let count = u64::try_from(waiting.len()).ok();
    let list = html! {
        p.quiet { (why) }
        ul.letters data-list { @for mail in waiting { (line(desk, mail)) } }
    };
    ui::section("mail-somebody-else", count, list)
}

fn line(desk: &Desk<'_>, mail: &Message) -> Markup {
    let at = when::moment(mail.received_at, desk.now, &desk.me.zone);
    html! {
        li id={ "letter-" (mail.id) } {
            p { strong { (letter_lines::sender(mail)) } ": " (letter_lines::subject(mail)) " · " span.quiet { (at) } }
            (their_text(&mail.body))
            (letter_lines::beside(desk.me, mail))
            @if may_write(desk.me) { (ends(desk, mail)) }
        }
    }
}

fn ends(desk: &Desk<'_>, mail: &Message) -> Markup {
    let (number, me) = (desk.view.case.number, desk.me);
    let name = desk.view.speaker().map(|contact| contact.name.as_str());
    html! {
        div.acts {
            (mail_move::theirs(me, mail.id, (number, name), Back::Case(number)))
            a href={ "/mail/letters/" (mail.id) "/contact" } data-go data-key="a" aria-keyshortcuts="a" { (t("mail-add-contact")) }
            (mail_move::press(me, mail.id, "not-meant", ("x", "mail-not-for-case"), Back::Case(number)))
        }
    }
}
