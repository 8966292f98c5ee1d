//! Where a case stands in the playbooks it follows: *step n of m, still needed: …*, each need leading to its act.
use super::forms::Desk;
use super::playbook_words as words;
use super::ui::{StepState, Stepper, more, section};
use super::{case_emergency, case_next, learned};
use crate::words::{t, t_with};
use casework::need::Need;
use casework::parts::RunningPlaybook;
use casework::playbook::{Playbook, Standing};
use maud::{Markup, html};

/// *Step n of m: … still needed: …* for each playbook, each need leading to its act (S178).
pub fn steps(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let all: Vec<(&RunningPlaybook, &Playbook)> =
        case.playbooks.iter().filter_map(|running| desk.me.firm.followed(running).map(|p| (running, p))).collect();
    if all.is_empty() {
        return html! {};
    }
    section(
        "case-steps",
        None,
        html! { @for (running, playbook) in &all { (playbook_steps(desk, running, playbook)) } },
    )
}

fn playbook_steps(desk: &Desk<'_>, running: &RunningPlaybook, playbook: &Playbook) -> Markup {
    let case = &desk.view.case;
    let standing = playbook.standing(case, running);
    let stepper =
        playbook.steps.iter().enumerate().fold(Stepper::new(words::title(playbook)), |stepper, (at, step)| {
            let state = match standing.present {
                Some(present) if present == at => StepState::Present,
                _ if playbook.is_done(case, running, at) => StepState::Done,
                _ => StepState::Ahead,
            };
            let stepper = stepper.step(words::step(step), state);
            if state == StepState::Present { stepper.with(still_needed(desk, playbook, &standing)) } else { stepper }
        });
    let Some(present) = standing.present else {
        return html! {
            p { strong { (words::title(playbook)) } " · " (t("case-all-steps-done")) }
            (version(desk, running))
            (more("case-all-steps", html! { (stepper) }))
        };
    };
    let values = [
        ("n", (present + 1).into()),
        ("of", playbook.steps.len().into()),
        ("title", words::said(&playbook.steps[present].title).into()),
    ];
    html! {
        p { strong { (words::title(playbook)) } " · " (t_with("case-step-of", &values)) }
        (still_needed(desk, playbook, &standing))
        (version(desk, running))
        (learned::tips(desk.me, &playbook.name, &desk.view.tips, desk.now))
        (more("case-all-steps", html! { (stepper) }))
    }
}

fn still_needed(desk: &Desk<'_>, playbook: &Playbook, standing: &Standing<'_>) -> Markup {
    let case = &desk.view.case;
    html! {
        p.needed {
            (t("ui-still-needed")) " "
            @for (at, need) in standing.still_needed.iter().enumerate() {
                @if at > 0 { ", " }
                @let words = words::need(*need);
                @match act_for(desk, *need) {
                    Some(act) if act.word == "tick-step" => { a href={ (act.href(case)) "?playbook=" (playbook.name) "&no=" (standing.present.map_or("", |at| playbook.steps[at].no.as_str())) } { (words) } },
                    Some(act) => { a href=(act.href(case)) { (words) } },
                    None => { (words) },
                }
            }
            "."
            @if let Some(act) = own_act(desk, playbook, standing) { " " a href=(act.href(case)) { (words::act(act.word)) } }
        }
    }
}

/// The act that the step names, where what it needs leads to another one.
fn own_act(desk: &Desk<'_>, playbook: &Playbook, standing: &Standing<'_>) -> Option<case_next::NextAct> {
    let word = playbook.steps.get(standing.present?)?.act.as_deref()?;
    let act = case_next::named(word)?;
    let leads = |need: &Need| act_for(desk, *need).is_some_and(|leads| leads.word == act.word);
    (!standing.still_needed.iter().any(leads)).then_some(act)
}

/// The version that the case follows, and the way to the one in use where that is another.
fn version(desk: &Desk<'_>, running: &RunningPlaybook) -> Markup {
    let in_use = desk.me.firm.playbooks.iter().find(|p| p.name == running.name && p.version != running.version);
    let number = desk.view.case.number;
    html! {
        p.quiet {
            (t_with("case-playbook-version", &[("version", running.version.into())]))
            @if let Some(in_use) = in_use.filter(|_| desk.view.case.is_open()) {
                " · " a href={ "/cases/" (number) "/do/move-playbook?name=" (running.name) } { (t_with("case-playbook-newer", &[("version", in_use.version.into())])) }
            }
        }
    }
}

/// Where no emergency plan was prepared, the step is left by saying so.
fn act_for(desk: &Desk<'_>, need: Need) -> Option<case_next::NextAct> {
    if need == Need::EmergencyPlan && case_emergency::fitting(desk).next().is_none() {
        return Some(case_next::by_hand());
    }
    case_next::for_need(&desk.view.case, need)
}
