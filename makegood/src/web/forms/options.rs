//! Ways forward: ours and theirs, laid out side by side, and what the customer chose.
use super::Desk;
use super::fields::*;
use crate::web::ui::{Field, Form};
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use casework::kinds::{Answered, Confidence, OptionKind, Party, Role};
use casework::parts::{ConcernState, Said};
use maud::{Markup, html};

/// Ways that one split delivery shows to fill in.
const LEGS: usize = 3;

/// Who can say that it can be done.
const OPERATIONS: &[Role] = &[Role::Operations, Role::Quality, Role::Manager, Role::Director];

/// What an option is in the customer's terms; the names begin with `prefix` (empty, or `options[0].`).
pub fn option_fields(prefix: &str, desk: &Desk<'_>) -> [Field; 4] {
    let name = |n: &str| format!("{prefix}{n}");
    [
        Field::text(&name("what"), "form-option-what").help("form-option-what-help"),
        select_of(&name("kind"), "form-option-kind", "option-kind", OptionKind::WORDS),
        moment(&name("arrives"), "form-option-arrives").optional(),
        confidence(&name("confidence"), desk),
    ]
}

fn confidence(name: &str, _: &Desk<'_>) -> Field {
    select_of(name, "form-option-confidence", "confidence", Confidence::WORDS)
        .help("form-option-confidence-help")
        .optional()
}

/// The rest of an option, seldom needed in a first draft.
pub fn option_more(prefix: &str, desk: &Desk<'_>) -> [Field; 5] {
    let name = |n: &str| format!("{prefix}{n}");
    [
        Field::text(&name("customer_does"), "form-option-they-do").help("form-empty-is-nothing").optional(),
        Field::text(&name("costs_customer"), "form-option-costs").help("form-empty-is-nothing").optional(),
        colleague_of(&name("confirmed_by"), "form-option-confirmed", OPERATIONS, desk)
            .help("form-option-confirmed-help")
            .optional(),
        Field::text(&name("meets_need"), "form-option-need").optional(),
        tick(&name("compromise"), "form-option-compromise", "form-option-compromise-tick"),
    ]
}

pub fn add_option<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let [what, kind, arrives, confidence] = option_fields("", desk);
    let [does, costs, confirmed, need, compromise] = option_more("", desk);
    let legs = (0..LEGS).flat_map(|at| {
        [
            Field::number(&format!("legs[{at}].quantity"), "form-leg-quantity").min(1).optional(),
            Field::text(&format!("legs[{at}].route"), "form-leg-route").optional(),
            moment(&format!("legs[{at}].arrives"), "form-leg-arrives").optional(),
        ]
    });
    let owed = Field::number("owed_quantity", "form-leg-owed").min(1).optional();
    form.field(what)
        .row([kind, confirmed])
        .row([arrives, confidence])
        .row([does, costs])
        .more("form-more", [need, compromise])
        .more("form-option-split", std::iter::once(owed).chain(legs))
}

pub fn withdraw_option<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(option("option", "form-which-option", desk, |o| (o.from == Party::Us).into()))
        .field(said("reason", "form-why"))
}

pub fn counter_proposal<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(Field::text("what", "form-proposal").help("form-in-their-words"))
        .field(contact("by", "form-proposed-by", desk))
        .row([
            moment("arrives", "form-proposal-arrives").optional(),
            Field::text("customer_does", "form-proposal-they-do").optional(),
        ])
        .more(
            "form-more",
            [
                select_of("kind", "form-option-kind", "option-kind", OptionKind::WORDS).optional(),
                Field::text("meets_need", "form-option-need").optional(),
                happened(),
            ],
        )
}

pub fn answer_suggestion<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(option("option", "form-which-proposal", desk, |o| {
        (o.from == Party::Customer && o.answer.is_none()).into()
    }))
    .field(radios_of("answer", "form-our-answer", "answered", Answered::WORDS))
    .field(said("words", "form-answer-words").help("form-answer-words-help"))
}

pub fn lay_out_options<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let case = &desk.view.case;
    let ready = case.options.iter().enumerate().filter(|(_, o)| o.is_ready());
    let named = ready.map(|(at, o)| {
        let what = format!("{} {}", letter(at), short(&o.what));
        let earlier =
            case.is_of_earlier_round(o).then(|| t_with("form-laid-out-earlier", &[("what", what.as_str().into())]));
        (o.id.to_string(), earlier.unwrap_or(what))
    });
    let phrase = html! { p.say { span.quiet { (t("talk-open-with")) } " " (quoted(&t("talk-phrase-forward"))) } };
    form.block(phrase)
        .block(worries_first(desk))
        .field(Field::checks("options", "form-laid-out").help("form-laid-out-help").choices(named).optional())
        .more("form-more", [happened()])
}

pub fn decide<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let case = &desk.view.case;
    let all = case.options.iter().enumerate().filter(|(_, o)| case.asks_about(o) && o.withdrawn.is_none());
    let named = all.map(|(at, o)| (o.id.to_string(), format!("{} {}", letter(at), short(&o.what))));
    form.field(Field::radios("option", "form-chosen").choices(named).choice("none", "form-none-fits"))
        .field(contact("by", "form-decided-by", desk).help("form-decided-by-help"))
        .field(said("words", "form-their-words").help("form-decision-words-help"))
        .field(said("how_can_we_help", "form-how-can-we-help").help("form-how-can-we-help-help").optional())
        .more("form-more", [happened()])
}

/// Each worry gets a sentence that takes it seriously before the ways forward are laid out; those that had none yet stand here (S103).
fn worries_first(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let bare: Vec<_> =
        case.concerns.iter().filter(|c| c.state == ConcernState::Open && c.validated == Said::No).collect();
    html! {
        @if !bare.is_empty() {
            p.nudge { (t("form-worries-first")) }
            ul { @for concern in bare { li { span.theirs { (quoted(&concern.words)) } " " a href={ "/cases/" (case.number) "/do/answer-concern?concern=" (concern.id) } { (t("do-answer-concern")) } } } }
        }
    }
}
