//! To reach the customer: tries, the preparation of a hard talk, messages that were sent, news and what they say to it.
use super::Desk;
use super::fields::*;
use crate::foot::Ending;
use crate::handling;
use crate::web::ui::{Field, Form, section};
use crate::web::when;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use casework::kinds::*;
use casework::parts::{Heard, Talk};
use maud::{Markup, html};

pub fn record_attempt<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(radios_of("outcome", "form-attempt-outcome", "try-outcome", TryOutcome::WORDS).value("no_answer"))
        .row([
            contact("contact", "form-attempt-whom", desk),
            words_of(Field::select("channel", "form-channel"), "channel", Channel::WORDS).value("phone"),
        ])
        .field(said("note", "form-attempt-note").help("form-attempt-note-help").optional())
        .more("form-more", [happened()])
}

pub fn prepare_talk<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let kept = desk.view.case.contacts.prepared.clone();
    let text = |name: &str, label, value: Option<String>| {
        said(&format!("sheet.{name}"), label).value(value.unwrap_or_default())
    };
    let of = |pick: fn(casework::parts::Preparation) -> String| kept.clone().map(pick);
    form.block(grievances(desk))
        .field(said("invitation", "form-invitation").help("form-invitation-help").optional())
        .group(
            "form-sheet",
            [
                text("purpose", "form-sheet-purpose", of(|s| s.purpose)),
                text("their_concerns", "form-sheet-concerns", of(|s| s.their_concerns))
                    .help("form-sheet-concerns-help"),
                text("our_part", "form-sheet-our-part", of(|s| s.our_part)).help("form-our-part-help"),
                text("two_ways_out", "form-sheet-two-ways", of(|s| s.two_ways_out)),
                text("not_to_say", "form-sheet-not-to-say", of(|s| s.not_to_say)),
                text("who_joins", "form-sheet-who-joins", of(|s| s.who_joins)).optional(),
            ]
            .map(Field::optional),
        )
}

/// A tough conversation clears the air: every trouble that is open, and those solved within twelve months (S128).
fn grievances(desk: &Desk<'_>) -> Markup {
    let view = desk.view;
    let line = |row: &store::cases::CaseRow| {
        let known = when::day(row.recognised_at.to_zoned(desk.me.zone.clone()).date(), desk.now, &desk.me.zone);
        html! {
            a href={ "/cases/" (row.number) } { (row.number) } " " span.theirs { (quoted(&row.title)) } " · "
            (t(&format!("recovery-{}", row.recovery.word().replace('_', "-")))) " · " (known)
            @if row.id == view.case.id { " · " (t("grievances-this-one")) }
        }
    };
    section(
        "grievances-title",
        u64::try_from(view.grievances.len()).ok(),
        html! {
            p.quiet { (t("grievances-why")) }
            ul { @for row in &view.grievances { li { (line(row)) } } }
        },
    )
}

pub fn record_message<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let case = &desk.view.case;
    let purpose = radios_of("purpose", "form-purpose", "purpose", Purpose::WORDS);
    let purpose = if case.contacts.voicemail_at.is_some() { purpose.value("voicemail_follow_up") } else { purpose };
    let text = Field::words("text", "form-message-text").rows(10).length(20_000).help("form-message-text-help");
    let words = match desk.typed.filled("purpose") {
        Some("voicemail_follow_up") => after_voicemail(desk),
        Some("summary") => summary(desk),
        _ => String::new(),
    };
    let text = text.value(with_its_end(&words, desk));
    let form = form
        .field(purpose)
        .row([
            contact("to", "form-to", desk),
            words_of(Field::select("way", "form-message-way"), "message-way", MessageWay::WORDS).value("email"),
        ])
        .field(text);
    read_back(desk)
        .into_iter()
        .fold(form, Form::field)
        .field(moment("next_contact_at", "form-next-contact").nudge("form-update-says-when").optional())
        .more(
            "form-more",
            [talk(desk), said("no_change_tried", "form-no-change").help("form-no-change-help").optional(), happened()],
        )
}

/// What a message begins with, and how each one ends.
fn with_its_end(words: &str, desk: &Desk<'_>) -> String {
    let view = desk.view;
    let wanted =
        desk.typed.filled("to").map_or_else(|| view.case.contact.map(|id| id.to_string()), |id| Some(id.to_owned()));
    let to = view.contacts.iter().find(|contact| Some(contact.id.to_string()) == wanted);
    let Some(to) = to else { return words.to_owned() };
    format!("{words}\n\n{}", ending(desk, to))
}

/// Whom to call, when, and their page, in the language of whoever reads it (S212).
pub(in crate::web) fn ending(desk: &Desk<'_>, to: &store::contacts::Contact) -> String {
    let view = desk.view;
    let ending = Ending {
        firm: &desk.me.firm,
        person: &desk.me.person,
        to,
        zone: view.zone_of(to),
        links: &view.links,
        public_url: desk.me.app.public_url(),
        now: desk.now,
    };
    ending.lines(if to.language.is_empty() { &view.account.language } else { &to.language })
}

/// The talk that a summary sums up; the last one with listening in it is meant when nothing is chosen.
fn talk(desk: &Desk<'_>) -> Field {
    let named = |t: &Talk| {
        let when = crate::web::when::moment(t.started_at, desk.now, &desk.me.zone).words;
        (t.id.to_string(), format!("{}, {when}", called(t.with, desk)))
    };
    let talks = desk.view.case.talks.iter().rev().take(10).map(named);
    Field::select("talk", "form-which-talk").choice("", "form-last-talk").choices(talks).optional()
}

/// The one mail that only arranges: who called, why, and two ways to meet (S051-S054).
fn after_voicemail(desk: &Desk<'_>) -> String {
    let case = &desk.view.case;
    let name = case.contact.map(|c| called(c, desk)).unwrap_or_default();
    let phone =
        if desk.me.person.phone.is_empty() { t("form-our-number").into_owned() } else { desk.me.person.phone.clone() };
    t_with(
        "form-draft-voicemail",
        &[
            ("name", name.into()),
            ("title", case.title.clone().into()),
            ("me", desk.me.person.name.clone().into()),
            ("phone", phone.into()),
        ],
    )
}

/// What was said, both sides' steps, the next contact: to be edited, not to be sent as it is (S177).
fn summary(desk: &Desk<'_>) -> String {
    let case = &desk.view.case;
    let mut lines = vec![];
    if case.talks.iter().any(|t| t.heard != Heard::NotYet) {
        let impacts: Vec<&str> = case.harm.impacts.iter().map(|i| i.words.as_str()).collect();
        lines.push(t_with(
            "form-draft-summary-heard",
            &[("title", case.title.clone().into()), ("impacts", impacts.join("; ").into())],
        ));
    }
    for step in case.plan.iter().flat_map(|p| &p.steps) {
        lines.push(format!("- {}", step_words(step, desk)));
    }
    if let Some(next) = case.next_contact() {
        let due = crate::web::when::moment(next.due, desk.now, &desk.me.zone).words;
        lines.push(t_with(
            "form-draft-summary-next",
            &[("due", due.into()), ("me", desk.me.person.name.clone().into())],
        ));
    }
    if let Some(way) = handling::way(&desk.me.firm).filter(|_| case.talks.iter().all(|talk| talk.summary_at.is_none()))
    {
        // The first summary tells them what they can count on (S191).
        let link = format!("{}{way}", desk.me.app.public_url());
        lines.push(t_with("form-draft-summary-handling", &[("link", link.into())]));
    }
    lines.join("\n")
}

pub fn tell_what_happened<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(contact("to", "form-told-whom", desk))
        .field(said("what", "form-told-what").rows(3).help("form-told-what-help"))
        .more("form-more", [happened()])
}

pub fn record_reaction<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let news = desk.view.case.news.as_ref();
    let form = match news {
        Some(news) => form.block(html! { p { (t_with("form-news", &[("text", news.text.clone().into())])) } }),
        None => form,
    };
    form.field(radios_of("reaction", "form-reaction", "reaction", Reaction::WORDS).help("form-reaction-help"))
        .field(contact("by", "form-who-answered", desk))
        .field(said("words", "form-their-words").optional())
        .row([
            day("need_by", "form-need-by").optional(),
            moment("call_back_at", "form-call-back").nudge("form-call-back-nudge").optional(),
        ])
        .field(Field::text("waiting_for", "form-waiting-for").help("form-waiting-for-help").optional())
        .more("form-more", [happened()])
}
