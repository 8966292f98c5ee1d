//! To keep the books: who drives it, which cases belong together, what keeps it from coming back.
use super::Desk;
use super::fields::*;
use crate::web::ui::{Field, Form};
use crate::words::t;
use casework::kinds::{Prevention, PreventionQuestion, Role, TroubleKind};

/// Those who can drive a case.
const WORKERS: &[Role] =
    &[Role::Owner, Role::RelationshipOwner, Role::Quality, Role::Manager, Role::Operations, Role::Director];

pub fn hand_over<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(colleague_of("to", "form-hand-over-to", WORKERS, desk))
        .field(said("why", "form-hand-over-why").help("form-hand-over-help"))
}

pub fn take_back<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.field(said("why", "form-take-back-why"))
}

pub fn name_team<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let team = &desk.view.case.team;
    let of = |name, label, role, now| now_is(colleague_of(name, label, role, desk), now).optional();
    form.field(of("manager", "form-manager", &[Role::Manager, Role::Director], team.manager))
        .field(of("quality", "form-quality", &[Role::Quality], team.quality))
        .field(
            of("relationship_owner", "form-relationship-owner", WORKERS, Some(team.relationship_owner))
                .help("form-relationship-owner-help"),
        )
}

fn number(name: &str, label: &'static str) -> Field {
    Field::text(name, label).help("form-number-help").autocomplete("off")
}

pub fn merge<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.field(number("into", "form-merge-into")).field(said("why", "form-merge-why"))
}

pub fn link<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.field(number("with", "form-link-with")).field(said("why", "form-link-why"))
}

pub fn split<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let form = form
        .field(Field::text("title", "form-split-title").help("form-in-their-words").length(300))
        .field(select_of("kind", "form-trouble-kind", "trouble-kind", TroubleKind::WORDS).optional());
    let open = concerns(desk);
    if open.is_empty() {
        form
    } else {
        form.field(Field::checks("concerns", "form-split-concerns").choices(open).optional())
    }
}

pub fn advance_prevention<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let form = form
        .field(select_of("to", "form-prevention-to", "prevention", Prevention::WORDS))
        .field(said("words", "form-prevention-words").help("form-prevention-words-help"))
        .more("form-prevention-cause", [said("cause", "form-cause").help("form-cause-help").optional()]);
    let answered = |q: PreventionQuestion| desk.view.case.prevention.answers.iter().any(|a| a.question == q);
    let open = PreventionQuestion::ALL.iter().filter(|q| !answered(**q));
    let (mut form, mut rows) = (form, vec![]);
    for (at, question) in open.enumerate() {
        let label = t(&format!("prevention-question-{}", question.word().replace('_', "-")));
        form = form.hidden(&format!("answers[{at}].question"), question.word());
        rows.push(yes_no(&format!("answers[{at}].answer"), label.clone()));
        rows.push(
            Field::text(
                &format!("answers[{at}].words"),
                crate::words::t_with("form-prevention-answer", &[("question", label.into())]),
            )
            .optional(),
        );
    }
    let form = if rows.is_empty() { form } else { form.more("form-prevention-bank", rows) };
    form.more(
        "form-improvement",
        [
            said("letter", "form-letter").rows(4).help("form-letter-help").optional(),
            contact_or_nobody("letter_declined_by", "form-letter-declined", desk),
        ],
    )
}
