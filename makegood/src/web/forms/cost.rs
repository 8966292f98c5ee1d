//! What the trouble cost us: its fields are hidden until what it does to them is written down (S096).
use super::Desk;
use crate::web::ui::{Field, Form};
use crate::words::t;
use maud::html;

pub fn record_cost<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let case = &desk.view.case;
    if case.harm.impacts.is_empty()
        && !case.has_pass(casework::gate::Gate::ImpactFirst)
        && desk.typed.filled("what").is_none()
    {
        return form.block(html! {
            p { (t("form-cost-waits")) " " a href={ "/cases/" (case.number) "/do/describe-harm" } { (t("do-describe-harm")) } }
        });
    }
    form.field(Field::text("what", "form-cost-what").help("form-cost-what-help")).row([
        Field::text("value.cents", "form-cost-value").help("form-amends-no-limit"),
        Field::text("value.currency", "form-amends-currency").value("EUR").length(3),
    ])
}
