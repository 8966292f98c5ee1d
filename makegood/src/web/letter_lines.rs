//! What a mail of theirs looks like wherever it stands: their own words first, what they quote and sign folded, what is odd about it, what came along,
//! and the ways to its raw bytes and to its page as they laid it out.
use super::ui::{more, their_words};
use super::when;
use crate::files;
use crate::mail::incoming::Besides;
use crate::mail::{Attachment, Protection, Role, quoted};
use crate::session::Agent;
use crate::words::{Words, t, t_with};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use store::messages::Message;

/// Letters of a mail that are shown at once; the rest is folded.
const SHOWN: usize = 2_000;
/// Letters of a mail that a page holds at all; the raw mail has the rest.
const FOLDED: usize = 50_000;
/// Files of one mail that are listed.
const FILES_SHOWN: usize = 50;

/// The first letters of a text, and so much of the rest as a page holds.
pub fn parted(body: &str) -> (String, String) {
    let first: String = body.chars().take(SHOWN).collect();
    let rest = body.get(first.len()..).unwrap_or_default();
    (first, rest.chars().take(FOLDED).collect())
}

/// Their own words; what they quote and how they sign is folded below, and the greater part of a long text too.
pub fn their_text(body: &str) -> Markup {
    let own = quoted::own(body);
    let other = quoted::only(body, &[quoted::Kind::Quoted, quoted::Kind::Signature]);
    let (first, rest) = parted(if own.is_empty() { body } else { &own });
    html! {
        @if !first.trim().is_empty() { (their_words(first.trim())) }
        @if !rest.trim().is_empty() { (more("mail-rest", html! { p.theirs.lines { (rest.trim()) } })) }
        @if !own.is_empty() && !other.is_empty() { (more("mail-quoted", html! { p.theirs.lines { (parted(&other).0) } })) }
    }
}

/// Everything beside the text.
pub fn beside(me: &Agent, mail: &Message) -> Markup {
    html! { (said_besides(me, mail)) (odd(mail)) (came_along(mail)) (ways(mail)) }
}

/// Seals, days away, a calendar: each in one sentence.
fn said_besides(me: &Agent, mail: &Message) -> Markup {
    let said = Besides::read(&mail.besides);
    let day = |day: Date| day_of(day, me);
    let mut lines: Vec<String> = vec![];
    if let Some(protection) = said.protection {
        lines.push(t(seal(protection)).into_owned());
    }
    if let Some(away) = said.away {
        lines.extend(away.from.map(|from| t_with("mail-away-from", &[("day", day(from).into())])));
        lines.extend(away.until.map(|until| t_with("mail-away-until", &[("day", day(until).into())])));
        lines.extend(away.back.map(|back| t_with("mail-away-back", &[("day", day(back).into())])));
    }
    if let Some(calendar) = &said.calendar
        && let Some(answer) = calendar.answer_of(&mail.from_mail)
    {
        let answer = t(&format!("calendar-answer-{}", answer.word())).into_owned();
        let words = [("answer", answer.into()), ("summary", calendar.summary.as_str().into())];
        lines.push(t_with("mail-calendar", &words));
    }
    html! { @for line in &lines { p.nudge { (line) } } }
}

/// A day in words, for somebody who reads today.
pub fn day_of(day: Date, me: &Agent) -> String {
    let at = day.to_zoned(TimeZone::UTC).map(|noon| noon.timestamp());
    at.map_or_else(|_| day.to_string(), |at| when::day_of(at, me.app.now(), &TimeZone::UTC))
}

fn seal(protection: Protection) -> &'static str {
    match protection {
        Protection::SmimeSigned => "mail-seal-smime-signed",
        Protection::SmimeEncrypted => "mail-seal-smime-encrypted",
        Protection::PgpSigned => "mail-seal-pgp-signed",
        Protection::PgpEncrypted => "mail-seal-pgp-encrypted",
    }
}

fn odd(mail: &Message) -> Markup {
    let words: Vec<String> = mail
        .oddities
        .split_whitespace()
        .map(|word| format!("oddity-{word}"))
        .filter(|key| Words::english().knows(key))
        .map(|key| t(&key).into_owned())
        .collect();
    html! { @if !words.is_empty() { p.nudge { (t("mail-odd")) " " (words.join(" ")) } } }
}

/// The files that came with it, each to be put away and never opened here; a picture within the text is one of them.
fn came_along(mail: &Message) -> Markup {
    let all: Vec<Attachment> = serde_json::from_str(&mail.attachments).unwrap_or_default();
    html! {
        @if !all.is_empty() {
            ul.came-along {
                @for (n, file) in all.iter().enumerate().take(FILES_SHOWN) {
                    li {
                        @if can_be_opened(mail) { a href={ "/mail/letters/" (mail.id) "/files/" (n) } download { (name_of(file)) } } @else { (name_of(file)) }
                        " " span.quiet { (files::size(file.bytes)) @if let Some(role) = role(file.role) { " · " (t(role)) } }
                    }
                }
            }
        }
    }
}

fn role(role: Role) -> Option<&'static str> {
    match role {
        Role::File => None,
        Role::Inline => Some("mail-file-inline"),
        Role::Calendar => Some("mail-file-calendar"),
        Role::Mail => Some("mail-file-mail"),
        Role::Seal => Some("mail-file-seal"),
    }
}

/// A mail that was too much to be read whole is not unpacked for its files either; its bytes can be taken along.
pub fn can_be_opened(mail: &Message) -> bool {
    let too_much = ["too-large", "too-many-parts", "too-deep", "unreadable"];
    !mail.oddities.split_whitespace().any(|word| too_much.contains(&word))
}

/// What a file is called for people, and on their disk.
pub fn name_of(file: &Attachment) -> String {
    file.name.clone().unwrap_or_else(|| t("mail-file-unnamed").into_owned())
}

fn ways(mail: &Message) -> Markup {
    let there = format!("/mail/letters/{}", mail.id);
    html! {
        p.quiet {
            @if Besides::read(&mail.besides).layout.is_some() {
                a.quiet href={ (there) "/page" } target="_blank" rel="noopener" { (t("mail-as-laid-out")) } " · "
            }
            a.quiet href={ (there) "/raw" } download { (t("mail-raw")) }
        }
    }
}

/// Who wrote, with the address that says so.
pub fn sender(mail: &Message) -> String {
    if mail.from_name.is_empty() { mail.from_mail.clone() } else { format!("{} <{}>", mail.from_name, mail.from_mail) }
}

/// What it is about, or that it does not say.
pub fn subject(mail: &Message) -> String {
    if mail.subject.trim().is_empty() { t("mail-no-subject").into_owned() } else { mail.subject.clone() }
}
