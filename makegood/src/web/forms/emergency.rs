//! Launching an emergency plan: which one, and what it will put on the case.
use super::Desk;
use crate::web::emergency::{PATH, at_hand, steps};
use crate::web::ui::{Field, Form, more};
use crate::words::t;
use casework::emergency::EmergencyPlan;
use maud::html;

pub fn launch_emergency_plan<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let case = &desk.view.case;
    let mut plans: Vec<&EmergencyPlan> = desk.me.firm.emergency.iter().collect();
    if plans.is_empty() {
        return form.block(html! { p { (t("emergency-none-yet")) " " a href=(PATH) { (t("emergency-title")) } } });
    }
    // Those for this kind of trouble first.
    plans.sort_by_key(|plan| !plan.suits(case.kind));
    let one = plans.iter().find(|plan| plan.suits(case.kind)).map(|plan| plan.id.to_string()).unwrap_or_default();
    let which = plans.iter().fold(Field::radios("plan", "form-emergency-plan").value(one), |field, plan| {
        field.choice_with_help(&plan.id.to_string(), plan.name.clone(), plan.trigger.clone())
    });
    let contents = plans.iter().map(|plan| {
        more(plan.name.clone(), html! { (steps(desk.me, plan)) @if let Some(at_hand) = at_hand(plan) { (at_hand) } })
    });
    contents.fold(form.field(which), Form::block)
}
