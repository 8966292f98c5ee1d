//! The conversation sheet: before, while they speak, after. Nothing is required while they speak (S120), and their say comes first.
use super::Desk;
use super::fields::*;
use super::know::{deadline_fields, impact_row, open_fact_names, open_fact_rows, other_fact_rows};
use super::options::{option_fields, option_more};
use super::plan::step_row;
use crate::web::ui::{Facts, Field, Form, more, section};
use crate::web::when;
use crate::words::{t, t_with};
use casework::commands::open_facts;
use casework::kinds::*;
use maud::{Markup, html};

pub fn record_conversation<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let form = after(listening(form.nothing_required(), desk), desk);
    let form = open_fact_names(form, desk);
    all_in_one_call(form, desk)
}

/// What stands above the form: to be read before the telephone is picked up.
pub fn sheet(desk: &Desk<'_>) -> Markup {
    section(
        "talk-before",
        None,
        html! {
            p.say-first { strong { (t("ui-say-first")) } " " span.theirs { (crate::words::quotes::quoted(&first_sentence(desk))) } }
            (Facts::new()
                .fact("talk-purpose", purpose(desk))
                .fact("talk-need", need(desk))
                .known("talk-open-facts", open_words(desk))
                .known("talk-their-time", there(desk))
                .known("talk-prepared", desk.view.case.contacts.prepared.as_ref().map(|s| s.two_ways_out.clone()))
                .fact("talk-not-now", not_now(desk)))
            p.quiet { (t("talk-coaching")) }
            (more("talk-phrases", html! {
                ul {
                    @for key in ["talk-phrase-opening", "talk-phrase-support", "talk-phrase-shared-wish", "talk-phrase-forward"] { li { (t(key)) } }
                    li { (t_with("talk-phrase-reflect", &[("words", worry(desk).into())])) }
                }
            }))
        },
    )
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
fn need(desk: &Desk<'_>) -> String {
    let case = &desk.view.case;
    let deadline = case.harm.deadline.as_ref().map(|d| {
        let at = when::moment(d.at, desk.now, &desk.me.zone).words;
        t_with("talk-need-deadline", &[("what", d.what.clone().into()), ("at", at.into())])
    });
    let need_by = case
        .news
        .as_ref()
        .and_then(|n| n.need_by)
        .map(|day| t_with("talk-need-by", &[("day", when::day(day, desk.now, &desk.me.zone).into())]));
    let known: Vec<String> =
        deadline.into_iter().chain(need_by).chain(case.harm.impacts.iter().map(|i| i.words.clone())).take(4).collect();
    if known.is_empty() { t("talk-need-unknown").into_owned() } else { known.join("; ") }
}

fn open_words(desk: &Desk<'_>) -> Option<String> {
    let open: Vec<String> = open_facts(&desk.view.case)
        .iter()
        .map(|what| t(&format!("fact-{}", what.replace('_', "-"))).into_owned())
        .collect();
    (!open.is_empty()).then(|| open.join(", "))
}

fn there(desk: &Desk<'_>) -> Option<Markup> {
    let contact = desk.view.speaker()?;
    let there = when::there_now(desk.now, &desk.view.zone_of(contact), &desk.me.zone);
    let hours = &desk.view.account.protocol.allowed_hours;
    Some(html! { (there) @if !hours.is_empty() { " · " (hours) } })
}

fn not_now(desk: &Desk<'_>) -> String {
    match &desk.view.case.contacts.prepared {
        Some(sheet) => sheet.not_to_say.clone(),
        None => t("talk-not-now-words").into_owned(),
    }
}

fn worry(desk: &Desk<'_>) -> String {
    desk.view.case.concerns.first().map_or_else(|| t("talk-their-worry").into_owned(), |c| c.words.clone())
}

/// With whom and how, the first sentence as it was said, then only boxes for their words.
fn listening<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let case = &desk.view.case;
    let form = form.row([
        contact("with", "form-with", desk),
        words_of(Field::select("channel", "form-channel"), "channel", Channel::WORDS).value("phone"),
        Field::text("started_at", "form-started").value(minutes_ago(10, desk)),
    ]);
    let acknowledged = case.contacts.acknowledged_at.is_some_and(|at| at >= case.contact_owed_since);
    let form = if acknowledged { form } else { acknowledgement(form, desk) };
    let form = if case.severity == Severity::S1 {
        form.field(
            select_of("no_visit_reason", "form-no-visit", "no-visit-reason", NoVisitReason::WORDS)
                .help("form-no-visit-help")
                .optional(),
        )
    } else {
        form
    };
    form.group(
        "talk-listening",
        [
            Field::words("notes", "form-quick-words").rows(7).length(20_000).help("form-quick-words-help").optional(),
            Field::words("concerns", "form-concerns").rows(2).help("form-one-a-line").optional(),
            Field::words("frustrations", "form-frustrations").rows(2).help("form-one-a-line").optional(),
            Field::words("suggestions", "form-suggestions").rows(2).help("form-suggestions-help").optional(),
            tick("had_their_say", "form-their-say", "form-their-say-tick"),
        ],
    )
}

fn acknowledgement<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let title = desk.view.case.title.trim_end_matches('.').to_owned();
    form.group(
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

/// In the order of X21: their say, the reflect-back, what it does to them, and only then facts.
fn after<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let case = &desk.view.case;
    let tones = [
        one_to_five("tone_start", "form-tone-start").help("form-tone-help"),
        one_to_five("tone_end", "form-tone-end").help("form-tone-end-help"),
    ];
    let form = form
        .group(
            "talk-after",
            [
                said("reflect_back", "form-reflect")
                    .help(t_with("form-reflect-help", &[("words", worry(desk).into())]))
                    .optional(),
                words_of(Field::radios("reflect_confirmed", "form-reflect-said"), "reflect", &["yes", "no"]).optional(),
                said("correction", "form-correction").optional(),
                tick("got_everything", "form-got-everything", "form-got-everything-tick"),
            ],
        )
        .row(impact_row("impacts", 0))
        .row(tones)
        .field(
            radios_of("satisfied", "form-satisfied", "satisfied", Satisfied::WORDS)
                .help("form-satisfied-help")
                .optional(),
        )
        .field(moment("next_contact_at", "form-next-contact").nudge("form-next-contact-nudge").optional())
        .row([
            Field::text("promises[0].words", "form-said-promise").help("form-said-promise-help").optional(),
            moment("promises[0].due", "form-said-promise-due").optional(),
        ]);
    folded(if case.news.is_some() { reaction(form) } else { form }, desk)
}

/// What comes up now and then, folded away until it does.
fn folded<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let facts = open_fact_rows(desk);
    let others = other_fact_rows(desk).into_iter().take(1).flatten();
    form.more("form-facts", facts.into_iter().chain(others))
        .more(
            "form-their-side-more",
            std::iter::once(impact_row("impacts", 1)).flatten().chain(deadline_fields()).chain([
                said("pressure", "form-pressure").help("form-pressure-help").optional(),
                said("worst_part", "form-worst-part").help("form-worst-part-help").optional(),
                said("their_view", "form-their-view").optional(),
                Field::words("questions", "form-questions").rows(2).help("form-one-a-line").optional(),
            ]),
        )
        .more(
            "form-what-we-said",
            [
                tick("validated", "form-validated", "form-validated-tick"),
                said("told_what_happened", "form-told-what").help("form-told-what-help").optional(),
                said("apology", "form-apology").help("form-apology-help").optional(),
                tick("said_shared_wish", "form-shared-wish", "form-shared-wish-tick"),
                tick("said_we_understand", "form-we-understand", "form-we-understand-tick"),
                tick("said_everything_possible", "form-everything-possible", "form-everything-possible-tick"),
                said("our_view", "form-our-view").nudge("form-our-view-after-theirs").optional(),
            ],
        )
        .more(
            "form-what-we-asked",
            [
                said("what_else", "form-what-else").optional(),
                said("how_can_we_help", "form-how-can-we-help").optional(),
                said("led_to_this", "form-led-to-this").optional(),
                said("prevent_this", "form-prevent-this").optional(),
            ],
        )
        .more(
            "form-what-we-saw",
            [
                radios_of("seen", "form-seen", "seen", Seen::WORDS).optional(),
                Field::text("seen_note", "form-seen-note").optional(),
                Field::text("ended_at", "form-ended").help("form-happened-help").optional(),
            ],
        )
}

fn reaction(form: Form<'_>) -> Form<'_> {
    form.group(
        "form-news-asked",
        [
            select_of("reaction", "form-reaction", "reaction", Reaction::WORDS).help("form-reaction-help").optional(),
            day("need_by", "form-need-by").optional(),
        ],
    )
}

/// A small trouble put right in this one talk: options, their choice, the plan (PRODUCT: small troubles stay small).
fn all_in_one_call<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let options = (0..2).flat_map(|at| {
        let prefix = format!("options[{at}].");
        let [does, costs, confirmed, ..] = option_more(&prefix, desk);
        option_fields(&prefix, desk).into_iter().map(Field::optional).chain([does, costs, confirmed])
    });
    let choice = [
        tick("options_laid_out", "form-laid-out-now", "form-laid-out-now-tick"),
        Field::number("decision.option_number", "form-option-number")
            .min(1)
            .max(26)
            .help("form-option-number-help")
            .optional(),
        said("decision.words", "form-decision-words").help("form-in-their-words").optional(),
    ];
    let steps =
        step_row("plan.steps", 0, "fix", desk).into_iter().chain(step_row("plan.steps", 1, "prevent", desk)).chain([
            said("plan.no_prevention_because", "form-no-prevention").help("form-no-prevention-help").optional(),
            tick("plan_agreed", "form-plan-agreed", "form-plan-agreed-tick"),
        ]);
    form.more("form-solved-now-options", options.chain(choice)).more("form-solved-now-plan", steps)
}
