//! A cause that names a person explains nothing: *operator error* and a colleague's name are refused with the question behind
//! them, what let it happen? (S135, I23)
use crate::facts::Colleague;
use crate::refusal::Refusal;

/// Words that stop the search at a person, in the languages we write in.
const BLAMES: [&str; 30] = [
    "operator error",
    "operator mistake",
    "operator fault",
    "human error",
    "human mistake",
    "human failure",
    "worker error",
    "worker mistake",
    "employee error",
    "employee mistake",
    "personal error",
    "careless",
    "inattenti",
    "lack of attention",
    "lack of care",
    "negligence",
    "not paying attention",
    "bedienfehler",
    "bedienerfehler",
    "bedienungsfehler",
    "werkerfehler",
    "mitarbeiterfehler",
    "fehler des mitarbeiters",
    "fehler des bedieners",
    "menschlicher fehler",
    "menschliches versagen",
    "menschlichem versagen",
    "unachtsam",
    "unaufmerksam",
    "nachlässig",
];
/// Shorter parts of a name are too common to be taken for one.
const NAME_AT_LEAST: usize = 3;

/// # Errors
/// `cause-names-a-person` for words that blame; `cause-has-a-name` when a colleague's name stands in it.
pub fn none_in(text: &str, field: &'static str, colleagues: &[Colleague]) -> Result<(), Refusal> {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('-', " ");
    if BLAMES.iter().any(|blame| plain.contains(blame)) {
        return Err(Refusal::law("cause-names-a-person").about(field));
    }
    match name_in(text, colleagues) {
        Some(name) => Err(Refusal::law("cause-has-a-name").about(field).with("name", name)),
        None => Ok(()),
    }
}

/// A part of a colleague's name, written as a name is.
fn name_in<'t>(text: &'t str, colleagues: &[Colleague]) -> Option<&'t str> {
    let is_name = |word: &&str| {
        word.chars().count() >= NAME_AT_LEAST
            && word.chars().next().is_some_and(char::is_uppercase)
            && colleagues.iter().any(|c| c.name.split_whitespace().any(|part| part == *word))
    };
    text.split(|c: char| !c.is_alphanumeric() && c != '-').find(is_name)
}
