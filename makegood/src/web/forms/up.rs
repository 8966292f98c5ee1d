//! When it goes up: manager and quality, what cannot be met, somebody impartial, and gates that are let go with a reason.
use super::Desk;
use super::fields::*;
use crate::web::case_stuck;
use crate::web::ui::{Field, Form};
use crate::words::t;
use casework::gate::Gate;
use casework::kinds::EscalationReason;
use maud::html;

/// Rows for steps of what a mediator proposes; more come by revising the plan.
const OUTCOME_STEPS: usize = 3;

pub fn escalate<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.block(html! { p { (t("form-escalate-who")) } })
        .field(radios_of("reason", "form-escalate-reason", "escalation-reason", EscalationReason::WORDS))
        .field(said("words", "form-escalate-words").help("form-about-the-request"))
        .more("form-more", [colleague("to", "form-escalate-to", desk).optional()])
}

pub fn acknowledge_escalation<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let open: Vec<(String, String)> = desk
        .view
        .case
        .open_escalations()
        .map(|e| {
            let reason = t(&format!("escalation-reason-{}", e.reason.word().replace('_', "-")));
            (
                e.id.to_string(),
                if e.words.trim().is_empty() { reason.into_owned() } else { format!("{reason}: {}", short(&e.words)) },
            )
        })
        .collect();
    let which = Field::select("escalation", "form-which-escalation");
    let which = if open.len() == 1 { which } else { which.choice("", "form-choose") };
    form.field(which.choices(open))
        .field(said("words", "form-escalation-seen").help("form-escalation-seen-help").optional())
}

pub fn not_agreed<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.field(said("request", "form-cannot-meet").help("form-about-the-request"))
        .field(said("still_do", "form-still-do"))
        .field(said("goodwill", "form-goodwill").help("form-goodwill-help"))
}

pub fn mediate<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.block(html! { p { (t("mediation-rungs-why")) } (case_stuck::rungs(desk)) })
        .field(Field::text("mediator", "form-mediator"))
        .field(said("impartial", "form-impartial"))
        .field(words_of(Field::radios("we_accept", "form-we-accept"), "said", &["yes", "no"]))
        .field(contact_or_nobody("accepted_by", "form-accepted-by", desk))
}

/// What the mediator proposes; both sign it as they sign any plan (S202).
pub fn propose_outcome<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let form = form.field(said("words", "form-outcome-words")).field(
        option("option", "form-outcome-option", desk, |option| option.is_ready().into())
            .help("form-outcome-option-help"),
    );
    super::plan::steps(form, "steps", OUTCOME_STEPS, desk)
        .field(said("no_prevention_because", "form-no-prevention").help("form-no-prevention-help").optional())
}

pub fn pass_gate<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.field(select_of("gate", "form-which-gate", "gate", Gate::WORDS))
        .field(said("reason", "ui-gate-reason").help("ui-gate-help"))
}
