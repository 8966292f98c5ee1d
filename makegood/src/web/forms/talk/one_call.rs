//! A small trouble put right in this one talk (PRODUCT: small troubles stay small): two ways in a sentence each, their choice, how
//! it will not happen again, their yes. Whoever needs more opens the folds below.
use crate::web::forms::Desk;
use crate::web::forms::fields::*;
use crate::web::forms::options::{option_fields, option_more};
use crate::web::forms::plan::step_row;
use crate::web::ui::{Field, Form};
use crate::words::{t, t_with};

pub fn one_call<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let way = |n: usize, label: &'static str| sentence_read(&format!("options[{n}].what"), label, desk).optional();
    let me = desk.me.person.name.clone();
    let fields = [
        way(0, "talk-way-a").help(t_with("talk-way-help", &[("phrase", t("talk-phrase-forward").into_owned().into())])),
        way(1, "talk-way-b"),
        chosen(desk),
        said("decision.words", "form-decision-words").help("form-in-their-words").optional(),
        said("led_to_this", "form-led-to-this").optional(),
        sentence_read("plan.never_again", "talk-never-again", desk).help("talk-never-again-help").optional(),
        tick("plan_agreed", "form-plan-agreed", t_with("talk-plan-agreed-tick", &[("me", me.into())])),
    ];
    form.more("talk-right-now", fields)
        .more("talk-way-a-more", more_of_a_way(0, desk))
        .more("talk-way-b-more", more_of_a_way(1, desk))
        .more("talk-plan-more", plan(desk))
}

/// What they can have chosen: the ways of this talk, those that stand already, what they suggest themselves.
fn chosen(desk: &Desk<'_>) -> Field {
    let field = Field::radios("decision.option_number", "talk-they-chose")
        .choice("a", "talk-chose-a")
        .choice("b", "talk-chose-b")
        .choice("idea", "talk-chose-idea");
    let ready = desk.view.case.fresh_options().enumerate();
    ready
        .fold(field, |field, (n, option)| field.choice(&(n + 1).to_string(), short(&option.what)))
        .choice("none", "form-none-fits")
        .optional()
}

fn more_of_a_way(n: usize, desk: &Desk<'_>) -> [Field; 6] {
    let prefix = format!("options[{n}].");
    let [_, kind, _, confidence] = option_fields(&prefix, desk);
    let [does, costs, confirmed, ..] = option_more(&prefix, desk);
    let arrives = moment_read(&format!("{prefix}arrives"), "form-option-arrives", desk).optional();
    [kind.optional(), arrives, confidence, does, costs, confirmed]
}

fn plan(desk: &Desk<'_>) -> Vec<Field> {
    let steps = step_row("plan.steps", 0, "fix", desk).into_iter().chain(step_row("plan.steps", 1, "prevent", desk));
    steps
        .chain([said("plan.no_prevention_because", "form-no-prevention").help("form-no-prevention-help").optional()])
        .collect()
}
