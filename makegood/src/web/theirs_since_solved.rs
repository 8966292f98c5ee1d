//! Some days after it was solved: does it hold, has anything happened since? What they write is their word; the call stays due (S208, S209).
use super::forms::fields::words_of;
use super::ui::{Field, Form};
use crate::words::t;
use casework::parts::Said;

/// From weak to strong.
const STRENGTHS: [&str; 5] = ["1", "2", "3", "4", "5"];

pub fn fields(form: Form<'_>) -> Form<'_> {
    let strength = Field::select("strength", "theirs-field-strength").choice("", "theirs-score-none").optional();
    form.field(
        Field::radios("result", "theirs-field-holds")
            .choice("ok", "theirs-holds-ok")
            .choice("not_ok", "theirs-holds-not-ok"),
    )
    .field(Field::words("words", "theirs-field-since").optional())
    .field(words_of(Field::radios("call_us_first", "theirs-field-call-first").optional(), "said", Said::WORDS))
    .field(STRENGTHS.iter().fold(strength, |field, n| field.choice(n, t(&format!("theirs-strength-{n}")))))
}
