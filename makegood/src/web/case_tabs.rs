//! The tabs of a case: talks, options side by side in the customer's terms, the plan of both sides, messages.
use super::case_page::whole;
use super::case_view::{self, Story};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::{Desk, letter, short};
use super::ui::{Clock, Facts, Label, Table, Timeline, Typed, chip, empty, section, their_words};
use super::{case_lines, when};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use casework::kinds::{Party, StepKind};
use casework::parts::{OfferedOption, PlanStep, Said};
use casework::text::Part;
use maud::{Markup, html};

async fn tab(
    me: Agent,
    number: String,
    name: &'static str,
    kinds: &'static [&'static str],
    body: fn(&Desk<'_>) -> Markup,
) -> Result<Markup, Oops> {
    let number = numbered(&number)?;
    let view =
        me.app.db.read(move |conn| case_view::load(conn, number, Story::Kinds(kinds))).await?.ok_or(Oops::NotFound)?;
    let nothing = Typed::nothing();
    let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &nothing };
    Ok(whole(&desk, name, None, body(&desk)))
}

pub async fn conversations(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    let kinds = &[
        "conversation_recorded",
        "attempt_recorded",
        "talk_prepared",
        "news_told",
        "reaction_recorded",
        "told_what_happened",
        "check_in_recorded",
        "follow_up_recorded",
    ];
    tab(me, number, "conversations", kinds, |desk| {
        html! {
            (acts(desk, &["record-conversation", "record-attempt", "prepare-talk"]))
            (events(desk, "tab-conversations", "case-no-talks"))
        }
    })
    .await
}

pub async fn messages(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    tab(me, number, "messages", &["message_recorded"], |desk| {
        html! {
            (acts(desk, &["record-message"]))
            (events(desk, "tab-messages", "case-no-messages"))
        }
    })
    .await
}

pub async fn options(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    let kinds = &[
        "option_withdrawn",
        "suggestion_answered",
        "options_laid_out",
        "decision_recorded",
        "amends_granted",
        "amends_approved",
        "amends_given",
    ];
    tab(me, number, "options", kinds, |desk| {
        html! {
            (acts(desk, &["add-option", "counter-proposal", "lay-out-options", "decide"]))
            (chosen(desk))
            (side_by_side(desk))
            (amends(desk))
            @if !desk.view.events.is_empty() { (events(desk, "case-how-it-went", "case-no-options")) }
        }
    })
    .await
}

pub async fn plan(me: Agent, Path(number): Path<String>) -> Result<Markup, Oops> {
    let kinds = &[
        "plan_drafted",
        "plan_revised",
        "plan_agreed",
        "step_settled",
        "step_confirmed",
        "check_in_recorded",
        "clocks_paused",
        "delivery_changed",
    ];
    tab(me, number, "plan", kinds, |desk| {
        html! {
            (plan_acts(desk))
            (both_sides(desk))
            @if !desk.view.events.is_empty() { (events(desk, "case-versions", "case-no-plan")) }
        }
    })
    .await
}

fn acts(desk: &Desk<'_>, words: &[&str]) -> Markup {
    html! {
        div.acts {
            @for (at, word) in words.iter().enumerate() {
                a.act[at == 0] href={ "/cases/" (desk.view.case.number) "/do/" (word) } { (t(&format!("do-{word}"))) }
            }
        }
    }
}

fn events(desk: &Desk<'_>, title: &'static str, none: &'static str) -> Markup {
    let reader = desk.view.reader(desk.me, desk.now);
    if desk.view.events.is_empty() {
        return empty(none, None::<(&str, Label)>);
    }
    let timeline = desk
        .view
        .events
        .iter()
        .fold(Timeline::new(), |all, happening| all.entry(case_lines::entry(&reader, happening)));
    section(title, None, html! { (timeline) })
}

/// What they chose, in their words.
fn chosen(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let Some(decision) = case.decision() else { return html! {} };
    let at = case.options.iter().position(|o| Some(o.id) == decision.chosen);
    let what = at.map(|at| format!("{} {}", letter(at), case.options[at].what)).unwrap_or_default();
    let by = desk.view.reader(desk.me, desk.now).contact(decision.by);
    section(
        "case-chosen",
        None,
        html! {
            p { (t_with("case-chose", &[("by", by.into()), ("what", what.into())])) " " span.quiet { (when::moment(decision.at, desk.now, &desk.me.zone)) } }
            (their_words(&decision.words))
        },
    )
}

/// Ours and theirs with equal rank, in the customer's terms; what an option costs us stands nowhere here (S142, S156).
fn side_by_side(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let standing: Vec<(usize, &OfferedOption)> =
        case.options.iter().enumerate().filter(|(_, o)| o.withdrawn.is_none()).collect();
    if standing.is_empty() {
        return empty("case-no-options", None::<(&str, Label)>);
    }
    let table = standing.iter().fold(Table::new("options-caption").col("options-terms"), |table, (at, option)| {
        let whose = if option.from == Party::Customer { format!(" ({})", t("options-theirs")) } else { String::new() };
        table.col(format!("{} {}{whose}", letter(*at), short(&option.what)))
    });
    let row = |label: &'static str, cell: &dyn Fn(&OfferedOption) -> Markup| {
        std::iter::once(html! { (t(label)) })
            .chain(standing.iter().map(|(_, option)| html! { span { (cell(option)) } }))
            .collect::<Vec<_>>()
    };
    let said = |words: &str, else_say: &str| {
        if words.trim().is_empty() {
            html! { (t(else_say)) }
        } else {
            html! { (words) }
        }
    };
    let table = table
        .row(row("options-kind", &|o| html! { (t(&format!("option-kind-{}", o.kind.word().replace('_', "-")))) @if o.compromise == Said::Yes { " " (chip("options-compromise")) } }))
        .row(row("options-arrives", &|o| match o.arrives {
            Some(at) => html! { (when::moment(at, desk.now, &desk.me.zone)) " (" (when::their_time(at, &desk.view.zone(), &desk.me.zone)) ")" },
            None => html! { (t("options-no-date")) },
        }))
        .row(row("options-sure", &|o| html! {
            (t(&format!("confidence-{}", o.confidence.word())))
            @if let Some(person) = o.confirmed_by { " (" (desk.me.firm.name_of(person)) ")" }
        }))
        .row(row("options-you-do", &|o| said(&o.customer_does, "option-you-do-nothing")))
        .row(row("options-costs-you", &|o| match o.costs() {
            Part::Key(key) => html! { (t(&key)) },
            Part::Said(words) => html! { (words) },
            _ => html! {},
        }))
        .row(row("options-need", &|o| said(o.meets_need.as_deref().unwrap_or_default(), "options-not-said")))
        .row(row("options-acts", &|o| option_acts(desk, o)));
    section("tab-options", None, html! { div.side-by-side { (table) } })
}

fn option_acts(desk: &Desk<'_>, option: &OfferedOption) -> Markup {
    let act = |word: &str, key: &str| html! { a href={ "/cases/" (desk.view.case.number) "/do/" (word) "?option=" (option.id) } { (t(key)) } };
    let laid_out = desk.view.case.round().is_some_and(|r| r.options.contains(&option.id));
    html! {
        @if laid_out { (act("decide", "options-they-chose")) " · " }
        @if option.from == Party::Customer {
            @match option.answer {
                Some(answer) => { (t(&format!("answered-{}", answer.word().replace('_', "-")))) },
                None => { (act("answer-suggestion", "do-answer-suggestion")) },
            }
        } @else { (act("withdraw-option", "options-take-back")) }
    }
}

/// Something extra to say sorry, apart from what puts it right (S157).
fn amends(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let act = |word: &str, id: casework::ids::AmendsId| html! { a href={ "/cases/" (case.number) "/do/" (word) "?amends=" (id) } { (t(&format!("do-{word}"))) } };
    section(
        "case-amends",
        None,
        html! {
            ul { @for given in &case.amends {
                li {
                    (t(&format!("amends-kind-{}", given.kind.word().replace('_', "-"))))
                    @if let Some(value) = &given.value { ", " (value) }
                    ", " (when::moment(given.due, desk.now, &desk.me.zone)) " · "
                    @if let Some(proof) = &given.given { (t_with("amends-was-given", &[("proof", proof.clone().into())])) }
                    @else if given.approved_by.is_some() { (act("give-amends", given.id)) }
                    @else if given.stands() { (t("amends-waits")) " · " (act("approve-amends", given.id)) }
                    @else { (t("amends-refused")) }
                }
            } }
            p { a href={ "/cases/" (case.number) "/do/grant-amends" } { (t("do-grant-amends")) } }
        },
    )
}

fn plan_acts(desk: &Desk<'_>) -> Markup {
    match &desk.view.case.plan {
        None => acts(desk, &["draft-plan"]),
        Some(plan) if plan.agreed_at.is_none() => acts(desk, &["agree-plan", "draft-plan", "revise-plan"]),
        Some(_) => acts(desk, &["record-check-in", "revise-plan", "change-delivery", "pause-clocks"]),
    }
}

/// Both sides' steps on one line of time; theirs are *still open*, never overdue (S154, S170).
fn both_sides(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let Some(plan) = &case.plan else { return empty("case-no-plan", None::<(&str, Label)>) };
    let mut steps: Vec<&PlanStep> = plan.steps.iter().collect();
    steps.sort_by_key(|s| s.due);
    let table = Table::new("plan-caption")
        .col("plan-what")
        .col("plan-for")
        .col("plan-who")
        .col("plan-by")
        .col("plan-state")
        .col("options-acts");
    let table = steps.iter().fold(table, |table, step| table.row(step_cells(desk, step)));
    let reader = desk.view.reader(desk.me, desk.now);
    let agreed = plan.agreed_at.map(|at| html! {
        (plan.agreed_by_us.map_or("", |id| desk.me.firm.name_of(id))) " · " (plan.agreed_by_customer.map(|id| reader.contact(id)).unwrap_or_default()) " · " (when::moment(at, desk.now, &desk.me.zone))
    });
    let facts = Facts::new()
        .fact("plan-version", plan.version)
        .fact("plan-agreed", agreed.unwrap_or_else(|| html! { (t("plan-not-agreed")) }))
        .known("form-no-prevention", plan.no_prevention_because.clone())
        .known("form-declined", plan.customer_declined.clone());
    section(
        "tab-plan",
        None,
        html! {
            @if plan.untold_change == Said::Yes { p.late { (t("case-not-told")) } }
            (facts) (table)
        },
    )
}

fn step_cells(desk: &Desk<'_>, step: &PlanStep) -> Vec<Markup> {
    let number = desk.view.case.number;
    let theirs = step.party == Party::Customer;
    let who = step.owner.map_or(step.owner_name.as_str(), |id| desk.me.firm.name_of(id));
    let act =
        |word: &str, key: &str| html! { a href={ "/cases/" (number) "/do/" (word) "?step=" (step.id) } { (t(key)) } };
    let by = match (step.is_open(), theirs, step.done_at) {
        (true, false, _) => html! { (Clock::running(step.made_at, step.due, desk.now, &desk.me.zone)) },
        (false, false, Some(done)) => html! { (Clock::met(step.made_at, step.due, done, &desk.me.zone)) },
        _ => html! { (when::moment(step.due, desk.now, &desk.me.zone)) },
    };
    let kind = t(&format!("step-kind-{}", step.kind.word()));
    let marked = matches!(step.kind, StepKind::Fix | StepKind::Prevent);
    // One piece in each cell: on a narrow screen it stands beside the name of its column.
    let cells = vec![
        html! { (step.text) },
        html! { @if marked { (chip(kind)) } @else { (kind) } },
        html! { (who) @if step.party != Party::Us { " (" (t(&format!("party-{}", step.party.word()))) ")" } },
        by,
        html! {
            @if theirs && step.is_open() { (t("plan-still-open")) } @else { (t(&format!("step-state-{}", step.state.word()))) }
            @if let Some(proof) = &step.proof { " · " (proof) }
            @if step.is_open() && !theirs && step.confirmed == Said::No { " · " (t("plan-not-confirmed")) }
        },
        html! {
            @if step.is_open() {
                @if !theirs && step.confirmed == Said::No { (act("confirm-step", "do-confirm-step")) " · " }
                (act("settle-step", "plan-settle"))
            }
        },
    ];
    cells.into_iter().map(|cell| html! { span { (cell) } }).collect()
}
