//! The plan: both sides' dated steps, who can, what is done, what changed, and how the customer finds it.
use super::Desk;
use super::fields::*;
use crate::web::case_prompts::our_part_first;
use crate::web::ui::{Field, Form, their_words};
use crate::words::quotes::quoted;
use crate::words::t;
use casework::commands::open_feedback;
use casework::kinds::{Party, StepKind};
use casework::sheets;
use maud::{Markup, html};

/// Rows for steps on one form; more come by revising.
const STEP_ROWS: usize = 4;
/// Steps that can be changed on one form.
const CHANGE_ROWS: usize = 8;

/// One step of the plan as fields; the names are paths such as `steps[0].text`.
pub fn step_row(list: &str, at: usize, kind: &str, desk: &Desk<'_>) -> Vec<Field> {
    let name = |n: &str| format!("{list}[{at}].{n}");
    let text = Field::text(&name("text"), "form-step-text").help("form-step-text-help").optional();
    let due = moment(&name("due"), "form-step-due").optional();
    vec![
        text,
        due,
        words_of(Field::select(&name("kind"), "form-step-kind"), "step-kind", StepKind::WORDS).value(kind),
        words_of(Field::select(&name("party"), "form-step-party"), "party", Party::WORDS).value("us"),
        now_is(colleague(&name("owner"), "form-step-owner", desk), Some(desk.me.person.id)).optional(),
        Field::text(&name("owner_name"), "form-step-owner-name").help("form-step-owner-name-help").optional(),
        tick(&name("confirmed"), "form-step-confirmed", "form-step-confirmed-tick"),
    ]
}

pub fn steps<'f>(form: Form<'f>, list: &str, rows: usize, desk: &Desk<'_>) -> Form<'f> {
    (0..rows).fold(form, |form, at| {
        let kind = if at == 1 { "prevent" } else { "fix" };
        let legend = crate::words::t_with("form-step-n", &[("n", (at + 1).into())]);
        let row = step_row(list, at, kind, desk);
        if at < 2 { form.pairs(legend, row) } else { form.more(legend, row) }
    })
}

fn plan_words(desk: &Desk<'_>) -> [Field; 2] {
    let plan = desk.view.case.plan.as_ref();
    let kept = |text: Option<&String>| text.cloned().unwrap_or_default();
    [
        said("no_prevention_because", "form-no-prevention")
            .value(kept(plan.and_then(|p| p.no_prevention_because.as_ref())))
            .help("form-no-prevention-help")
            .optional(),
        said("customer_declined", "form-declined")
            .value(kept(plan.and_then(|p| p.customer_declined.as_ref())))
            .help("form-declined-help")
            .optional(),
    ]
}

pub fn draft_plan<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    steps(form.nothing_required(), "steps", STEP_ROWS, desk).more("form-plan-other", plan_words(desk))
}

pub fn revise_plan<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let open = desk.view.case.plan.iter().flat_map(|p| &p.steps).filter(|s| s.is_open()).take(CHANGE_ROWS);
    let mut form = form
        .field(said("why", "form-why-change"))
        .field(moment("told_at", "form-told-at").help("form-told-at-help").optional());
    for (at, step) in open.enumerate() {
        let name = |n: &str| format!("changes[{at}].{n}");
        form = form.hidden(&name("step"), step.id).more(
            step_words(step, desk),
            [
                moment(&name("due"), "form-step-new-due").optional(),
                colleague(&name("owner"), "form-step-new-owner", desk).optional(),
                Field::text(&name("text"), "form-step-new-text").optional(),
                Field::text(&name("drop"), "form-step-drop").help("form-step-drop-help").optional(),
            ],
        );
    }
    let new = (0..2).flat_map(|at| step_row("new_steps", at, "fix", desk));
    form.more("form-new-steps", new).more("form-plan-other", plan_words(desk))
}

pub fn agree_plan<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.block(our_part_first(desk))
        .field(
            contact("by_customer", "form-agreed-by", desk)
                .choice("", "form-agreed-by-us-only")
                .help("form-agreed-by-help"),
        )
        .field(said("words", "form-their-words").optional())
        .more("form-more", [happened()])
}

pub fn confirm_step<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(open_step("step", "form-which-step", desk))
        .field(Field::text("said_by", "form-step-said-by").help("form-step-said-by-help").optional())
}

pub fn settle_step<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(open_step("step", "form-which-step", desk))
        .field(radios_of("outcome", "form-step-outcome", "step-outcome", &["done", "late", "skipped"]).value("done"))
        .field(Field::text("proof", "form-proof").help("form-proof-help").optional())
        .more(
            "form-step-late",
            [
                said("reason", "form-why").optional(),
                moment("new_due", "form-step-new-due").optional(),
                yes_no("told", "form-step-told"),
            ],
        )
        .more("form-more", [happened()])
}

/// Those that are not open; the others can be settled.
pub fn reopen_step<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let settled = desk.view.case.plan.iter().flat_map(|p| &p.steps).filter(|s| !s.is_open());
    let steps = settled.map(|s| (s.id.to_string(), step_words(s, desk)));
    form.field(Field::select("step", "form-reopen-step-which").choice("", "form-choose").choices(steps))
        .field(said("reason", "form-why"))
}

/// Asked at each contact; what they ask is owed an answer (S213).
pub fn any_other_questions() -> Markup {
    html! { p.say { span.quiet { (t("form-ask-them")) } " " (quoted(&t("form-any-other-questions"))) } p.quiet { (t("form-any-other-questions-then")) } }
}

pub fn record_check_in<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let open = open_feedback(&desk.view.case).and_then(|check_in| check_in.feedback.as_deref());
    // With only a reply it answers what they said the last time (S188).
    let form = match open {
        Some(said) => form.block(html! { p { (t("form-check-in-open")) } (their_words(said)) }),
        None => form,
    };
    form.block(on_the_agenda(desk))
        .block(any_other_questions())
        .field(said("feedback", "form-check-in").help("form-check-in-help").optional())
        .field(said("our_reply", "form-check-in-reply").optional())
        .field(moment("next_contact_at", "form-next-contact").optional())
        .more("form-more", [contact("with", "form-with", desk), happened()])
}

/// What the check-in goes through: the steps that are open, those that are late, and a change that they were not told (S186).
fn on_the_agenda(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let agenda = sheets::agenda(case, desk.now);
    let steps: Vec<_> = agenda.open_steps.iter().filter_map(|id| case.step(*id)).collect();
    html! {
        @if agenda.untold_change.is_some() { p.nudge { (t("form-check-in-untold")) } }
        @if !steps.is_empty() {
            p { (t("form-check-in-agenda")) }
            ul { @for step in steps { li {
                (step_words(step, desk))
                @if agenda.late_steps.contains(&step.id) { " · " (t("form-check-in-late")) }
            } } }
        }
    }
}

pub fn pause_clocks<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.field(moment("until", "form-pause-until").nudge("form-pause-nudge")).field(said("reason", "form-pause-reason"))
}

pub fn change_delivery<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(contact("by", "form-asked-by", desk))
        .field(said("address", "form-address").optional())
        .row([
            Field::text("receiver", "form-receiver").optional(),
            moment("arrives", "form-delivery-arrives").optional(),
        ])
        .field(tick("read_back", "form-read-back", "form-read-back-tick"))
        .more("form-more", [happened()])
}
