//! What is read before the telephone is picked up: compact, in the order in which it helps.
use super::go_on;
use crate::web::forms::Desk;
use crate::web::forms::fields::*;
use crate::web::help_start::ASKS;
use crate::web::ui::{Facts, Field, Form};
use crate::web::when;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use casework::commands::{open_facts, proposed_channel};
use casework::kinds::*;
use maud::{Markup, html};

/// Other open troubles that are named before a talk; the preparation of a hard one has all (S128).
const ALSO_OPEN: usize = 3;

pub fn before<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let case = &desk.view.case;
    let form = form.stage("before", "talk-before", "").block(sheet(desk)).row([
        contact("with", "form-with", desk),
        words_of(Field::select("channel", "form-channel"), "channel", Channel::WORDS).value("phone"),
    ]);
    let form = if case.severity == Severity::S1 {
        form.field(
            select_of("no_visit_reason", "form-no-visit", "no-visit-reason", NoVisitReason::WORDS)
                .help("form-no-visit-help")
                .optional(),
        )
    } else {
        form
    };
    let acknowledged = case.contacts.acknowledged_at.is_some_and(|at| at >= case.contact_owed_since);
    let form = if acknowledged { form } else { acknowledgement(form, desk) };
    form.block(begin(desk))
}

fn sheet(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let bad_news = case.origin == Origin::WeBringNews && !case.has_voice();
    let need = need(desk);
    html! {
        @if bad_news {
            // Before the news comes a breath, and that we are on their side (S068, S118).
            (ten_seconds())
            p.say { span.quiet { (t("talk-support-first")) } " " (support(desk, need.as_deref())) }
        }
        p.say-first { strong { (t("ui-say-first")) } " " span.theirs { (quoted(&first_sentence(desk))) } }
        p.say { button type="submit" form=(ASKS) { (t("start-title")) } " " span.quiet { (t("start-what")) } }
        @if need.is_none() { p.say-first { strong { (t("ui-ask-first")) } " " span.theirs { (t("talk-ask-need")) } } }
        (Facts::new()
            .known("talk-need", need)
            .fact("talk-purpose", purpose(desk))
            .known("talk-open-facts", open_words(desk))
            .fact("talk-not-now", not_now(desk))
            .known("talk-best-way", best_way(desk))
            .known("talk-their-time", there(desk))
            .known("talk-prepared", case.contacts.prepared.as_ref().map(|s| s.two_ways_out.clone()))
            .known("talk-also-open", also_open(desk)))
        @if !bad_news { (ten_seconds()) }
    }
}

fn ten_seconds() -> Markup {
    html! { p.ten-seconds { (t("talk-ten-seconds")) } }
}

/// We know what they need, and what we are doing: said before the news (S068).
fn support(desk: &Desk<'_>, need: Option<&str>) -> String {
    let case = &desk.view.case;
    let step = case.plan.iter().flat_map(|p| &p.steps).find(|s| s.is_open() && s.party != Party::Customer);
    let doing = step.map(|s| s.text.clone()).or_else(|| case.standing_options().next().map(|o| o.what.clone()));
    let doing = doing.unwrap_or_else(|| t("talk-support-doing").into_owned());
    match need {
        Some(need) => t_with("talk-support", &[("need", need.into()), ("doing", doing.into())]),
        None => t_with("talk-support-unknown", &[("doing", doing.into())]),
    }
}

/// A sentence to begin with, made of what the case knows: the trouble is named, and that we work on it (S059, S067, S068).
pub fn first_sentence(desk: &Desk<'_>) -> String {
    let case = &desk.view.case;
    let name = desk.view.speaker().map_or_else(String::new, |c| called(c.id, desk));
    let values = [("name", name.into()), ("title", case.title.trim_end_matches('.').to_owned().into())];
    let key = match (case.origin, case.has_voice()) {
        (_, true) => "talk-first-again",
        (Origin::WeBringNews, false) => "talk-first-news",
        (_, false) => "talk-first",
    };
    t_with(key, &values)
}

fn purpose(desk: &Desk<'_>) -> String {
    let case = &desk.view.case;
    if let Some(sheet) = &case.contacts.prepared {
        return sheet.purpose.clone();
    }
    let key = match case.recovery {
        Recovery::Spotted | Recovery::Told if case.origin == Origin::WeBringNews => "talk-purpose-news",
        Recovery::Spotted | Recovery::Told => "talk-purpose-hear",
        Recovery::Heard | Recovery::Deciding | Recovery::NotAgreed | Recovery::InMediation => "talk-purpose-decide",
        Recovery::AwaitingWord | Recovery::NoWord => "talk-purpose-word",
        _ => "talk-purpose-update",
    };
    t(key).into_owned()
}

/// Their need, to be said back; when nobody knows it, it is the first question (S069).
fn need(desk: &Desk<'_>) -> Option<String> {
    let case = &desk.view.case;
    let deadline = case.harm.deadline.as_ref().map(|d| {
        let at = when::moment(d.at, desk.now, &desk.me.zone).words;
        t_with("talk-need-deadline", &[("what", d.what.trim_end_matches('.').to_owned().into()), ("at", at.into())])
    });
    let need_by = case
        .news
        .as_ref()
        .and_then(|n| n.need_by)
        .map(|day| t_with("talk-need-by", &[("day", when::day(day, desk.now, &desk.me.zone).into())]));
    let impacts = case.harm.impacts.iter().map(|i| i.words.trim_end_matches('.').to_owned());
    let known: Vec<String> = deadline.into_iter().chain(need_by).chain(impacts).take(4).collect();
    (!known.is_empty()).then(|| known.join("; "))
}

fn open_words(desk: &Desk<'_>) -> Option<String> {
    let open: Vec<String> = open_facts(&desk.view.case)
        .iter()
        .map(|what| t(&format!("fact-{}", what.replace('_', "-"))).into_owned())
        .collect();
    (!open.is_empty()).then(|| open.join(" · "))
}

fn there(desk: &Desk<'_>) -> Option<Markup> {
    let contact = desk.view.speaker()?;
    let there = when::there_now(desk.now, &desk.view.zone_of(contact), &desk.me.zone);
    let hours = &desk.view.account.protocol.allowed_hours;
    Some(html! { (there) @if !hours.is_empty() { " · " (hours) } })
}

/// The richest way to speak with them that still fits before they must have heard from us (S044); a call now where it does not.
fn best_way(desk: &Desk<'_>) -> Option<Markup> {
    let case = &desk.view.case;
    let travel = desk.view.account.protocol.travel_minutes?;
    let owed = case.clocks.iter().filter(|c| c.is_running() && c.kind.is_contact()).map(|c| c.due).min()?;
    let left = owed.duration_since(desk.now).as_mins().max(0);
    let minutes = [("travel", travel.into())];
    Some(match proposed_channel(left, Some(travel.into())) {
        Channel::Visit => html! {
            a href={ "/cases/" (case.number) "/do/record-conversation?channel=visit" } { (t_with("talk-best-visit", &minutes)) }
        },
        _ => html! { (t_with("talk-best-phone", &minutes)) },
    })
}

fn not_now(desk: &Desk<'_>) -> String {
    match &desk.view.case.contacts.prepared {
        Some(sheet) => sheet.not_to_say.clone(),
        None => t("talk-not-now-words").into_owned(),
    }
}

/// They may speak of another trouble first; whoever calls knows of it.
fn also_open(desk: &Desk<'_>) -> Option<Markup> {
    let open: Vec<_> = desk.view.past.iter().filter(|row| row.recovery.is_open()).take(ALSO_OPEN).collect();
    (!open.is_empty()).then(|| {
        html! {
            @for (n, row) in open.iter().enumerate() {
                @if n > 0 { "; " }
                a href={ "/cases/" (row.number) } { (row.number) } " " (quoted(&short(&row.title)))
            }
        }
    })
}

fn acknowledgement<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let title = desk.view.case.title.trim_end_matches('.').to_owned();
    form.more(
        "form-acknowledgement",
        [
            Field::text("acknowledgement.we_see", "form-we-see")
                .value(t_with("talk-we-see", &[("title", title.into())]))
                .help("form-we-see-help"),
            Field::text("acknowledgement.we_work", "form-we-work").value(t("talk-we-work")).help("form-we-work-help"),
        ]
        .map(Field::optional),
    )
}

/// They answer, or nobody does: the two ways on from here.
fn begin(desk: &Desk<'_>) -> Markup {
    let number = desk.view.case.number;
    html! {
        (go_on("listening", "talk-begin"))
        p { a href={ "/cases/" (number) "/do/record-attempt?outcome=left_message" } { (t("talk-nobody-there")) } }
    }
}
