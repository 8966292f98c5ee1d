//! Promises made and how they came out; something extra to say sorry; acts that could cost us the customer.
use super::Desk;
use super::fields::*;
use crate::web::ui::{Field, Form};
use casework::kinds::{AmendsKind, HardAction, Role};
use casework::parts::{Amends, Promised};

pub fn make_promise<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(radios_of("what", "form-promise-kind", "promised", Promised::WORDS).value("thing"))
        .field(Field::text("words", "form-promise-words").help("form-promise-words-help").optional())
        .row([moment("due", "form-promise-due"), contact("to", "form-promise-to", desk)])
        .more(
            "form-promise-goods",
            [
                Field::text("item", "form-promise-item").help("form-promise-item-help").length(300).optional(),
                colleague_of("confirmed_by", "form-promise-confirmed", &[Role::Operations], desk)
                    .help("form-promise-confirmed-help")
                    .optional(),
            ],
        )
}

/// Another time that they agreed to: the call, the thing.
pub fn move_promise<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(open_promise("promise", "form-which-promise", desk))
        .row([moment("due", "form-promise-new-due"), contact("agreed_by", "form-promise-agreed-by", desk)])
        .field(said("words", "form-promise-moved-words"))
}

pub fn settle_promise<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(open_promise("promise", "form-which-promise", desk))
        .field(
            radios_of("outcome", "form-promise-outcome", "promise-outcome", &["kept", "broken", "released"])
                .value("kept"),
        )
        .field(Field::text("proof", "form-promise-proof").help("form-proof-help").optional())
        .more(
            "form-promise-not-kept",
            [
                contact_or_nobody("released_by", "form-released-by", desk).help("form-released-by-help"),
                said("words", "form-promise-settled-words").optional(),
            ],
        )
        .more("form-more", [happened()])
}

/// What was promised to say sorry: *a credit, 150.00 EUR*.
pub fn amends_words(amends: &Amends) -> String {
    let kind = crate::words::t(&format!("amends-kind-{}", amends.kind.word().replace('_', "-")));
    let value = amends.value.as_ref().map(|v| format!(", {v}")).unwrap_or_default();
    format!("{kind}{value}")
}

/// Amends of the case that fit, by kind and value.
fn amends(desk: &Desk<'_>, fits: impl Fn(&Amends) -> Fits) -> Field {
    let all = desk.view.case.amends.iter().filter(|a| fits(a) == Fits::Yes);
    let named = all.map(|a| (a.id.to_string(), amends_words(a)));
    Field::select("amends", "form-which-amends").choice("", "form-choose").choices(named)
}

pub fn grant_amends<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let limit = desk.me.firm.policy.limit(&desk.me.person.roles);
    let help = crate::words::t_with("form-amends-limit", &[("limit", limit.into())]);
    let help = if limit == u64::MAX { crate::words::t("form-amends-no-limit").into_owned() } else { help };
    form.field(select_of("kind", "form-amends-kind", "amends-kind", AmendsKind::WORDS))
        .field(said("words", "form-amends-words").help("form-amends-words-help"))
        .row([
            Field::text("value.cents", "form-amends-value").help(help).optional(),
            Field::text("value.currency", "form-amends-currency").value("EUR").length(3).optional(),
        ])
        .field(moment("due", "form-amends-due"))
}

pub fn approve_amends<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(amends(desk, |a| (a.stands() && a.approved_by.is_none()).into()))
        .field(words_of(Field::radios("answer", "form-amends-answer"), "said", &["yes", "no"]).value("yes"))
        .field(said("words", "form-amends-why").help("form-amends-why-help").optional())
}

pub fn give_amends<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(amends(desk, |a| (a.approved_by.is_some() && a.given.is_none()).into()))
        .field(Field::text("proof", "form-amends-proof").help("form-amends-proof-help"))
        .more("form-more", [happened()])
}

pub fn take_hard_action<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(radios_of("kind", "form-hard-kind", "hard-action", HardAction::WORDS))
        .field(said("reason", "form-why"))
        .field(colleague("second", "form-hard-second", desk).help("form-hard-second-help").optional())
        .field(said("relationship_effect", "form-hard-effect").help("form-hard-effect-help").optional())
}
