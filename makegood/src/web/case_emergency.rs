//! The emergency plan at the top of a case: offered where one fits, and while it runs with its numbers at hand (S001, S021).
use super::emergency::{at_hand, rehearsed, today};
use super::forms::Desk;
use super::ui::{Form, more};
use super::when;
use crate::words::{t, t_with};
use casework::emergency::{EmergencyPlan, Rehearsal};
use casework::kinds::Recovery;
use casework::parts::LaunchedPlan;
use maud::{Markup, html};

/// Plans offered at once; more than that is no help to somebody in a hurry.
const OFFERED_AT_MOST: usize = 3;

/// The plans for this kind of trouble that do not run yet.
pub fn fitting<'a>(desk: &'a Desk<'_>) -> impl Iterator<Item = &'a EmergencyPlan> {
    let case = &desk.view.case;
    let runs = |plan: &&EmergencyPlan| case.launched.iter().any(|launched| launched.plan == plan.id);
    desk.me.firm.emergency.iter().filter(move |plan| plan.suits(case.kind) && !runs(plan))
}

/// What runs, then what could be launched; nothing on a case whose trouble is over.
pub fn strip(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    if !case.recovery.is_live() {
        return html! {};
    }
    html! {
        @for launched in &case.launched { (running(desk, launched)) }
        @for plan in fitting(desk).take(OFFERED_AT_MOST) { (offered(desk, plan)) }
    }
}

fn offered(desk: &Desk<'_>, plan: &EmergencyPlan) -> Markup {
    let path = format!("/cases/{}/do/launch-emergency-plan", desk.view.case.number);
    let form =
        Form::post(&path, desk.me.app.new_request().0).id(&format!("launch-{}", plan.id)).hidden("plan", plan.id);
    // Once they were heard, something else is the obvious act, and the plan is one way among others.
    let early = matches!(desk.view.case.recovery, Recovery::Spotted | Recovery::Told);
    let form = if early { form.act("emergency-launch") } else { form.quiet_act("emergency-launch") };
    let form = form.or_go(format!("{path}?plan={}", plan.id), "emergency-look");
    let fresh = plan.rehearsal(today(desk.me)) == Rehearsal::Fresh;
    html! {
        section.emergency aria-label=(t("emergency-offered")) {
            p { strong { (t_with("emergency-offer", &[("name", plan.name.clone().into())])) } @if !fresh { " · " (rehearsed(desk.me, plan)) } }
            p { (plan.trigger) }
            (form)
        }
    }
}

/// How far it has come, and whom to call.
fn running(desk: &Desk<'_>, launched: &LaunchedPlan) -> Markup {
    let case = &desk.view.case;
    let done = launched.steps.iter().filter(|id| case.step(**id).is_some_and(|step| !step.is_open())).count();
    let kept = desk.me.firm.emergency.iter().find(|plan| plan.id == launched.plan);
    let count = [("done", done.into()), ("of", launched.steps.len().into())];
    html! {
        section.emergency aria-label=(t("emergency-running")) {
            p {
                strong { (t_with("emergency-runs", &[("name", launched.name.clone().into())])) }
                " · " (t("emergency-launched-at")) " " (when::moment(launched.at, desk.now, &desk.me.zone))
                " · " a href={ "/cases/" (case.number) "/plan" } { (t_with("emergency-steps-done", &count)) }
            }
            @if let Some(at_hand) = kept.and_then(at_hand) { (more("emergency-at-hand", at_hand)) }
        }
    }
}
