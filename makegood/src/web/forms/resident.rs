//! A colleague at the customer's site: who goes, what is reported each working day, and when the customer says it is enough.
use super::Desk;
use super::fields::*;
use crate::web::ui::{Field, Form};

pub fn assign_resident<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(colleague("person", "form-resident-who", desk))
        .field(Field::text("site", "form-resident-site"))
        .field(said("report", "form-resident-report").help("form-resident-report-help"))
        .row([moment("first_report", "form-resident-first"), contact("to", "form-resident-to", desk)])
        .field(said("authority", "form-resident-authority").optional())
}

/// Those who are there now.
fn resident(name: &str, label: &'static str, desk: &Desk<'_>) -> Field {
    let there = desk.view.case.residents.iter().filter(|r| r.ended.is_none());
    let named =
        there.map(|r| (r.person.to_string(), format!("{}, {}", desk.me.firm.name_of(r.person), short(&r.site))));
    Field::select(name, label).choices(named)
}

pub fn report_from_site<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(said("words", "form-site-words").rows(4))
        .field(resident("person", "form-resident-there", desk).choice("", "form-resident-me").optional())
        .more("form-more", [happened()])
}

pub fn end_residence<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(resident("person", "form-resident-there", desk).choice("", "form-choose"))
        .field(contact("by", "form-word-by", desk).help("form-withdraw-by-help"))
        .field(said("words", "form-their-words"))
        .more("form-more", [happened()])
}
