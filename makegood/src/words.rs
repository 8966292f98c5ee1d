//! The text catalogue: every sentence a person sees, looked up by its key in `locale/<language>/*.ftl`.
//!
//! Code says `t("case-open-act")`; the sentence lives in the Fluent file, where a translator finds it. A key that does not
//! exist is a mistake of ours: it stops a debug build (and so every test) at once, and in a release it shows the key itself,
//! because a page with one odd word is still a page somebody can work with. A language that lacks a sentence says it in English.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{Mutex, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

mod language;
mod numbers;
pub mod quotes;
#[cfg(test)]
mod scan;
#[cfg(test)]
mod scan_languages;
#[cfg(test)]
mod scan_theirs;
pub mod spoken;

pub use language::{Language, Progress};
pub use numbers::{money, number};
pub use spoken::{said_in, speak, speak_theirs, spoken};

/// A value for a placeholder of a sentence: text or number, made with `.into()`.
pub type Value<'a> = fluent_bundle::FluentValue<'a>;

/// Every file of `locale/en`; a test fails when one is missing here. One line each, in the order of the alphabet.
#[rustfmt::skip]
const ENGLISH: &[(&str, &str)] = &[
    ("acts.ftl", include_str!("../../locale/en/acts.ftl")),
    ("api.ftl", include_str!("../../locale/en/api.ftl")),
    ("arrivals.ftl", include_str!("../../locale/en/arrivals.ftl")),
    ("book.ftl", include_str!("../../locale/en/book.ftl")),
    ("calendar.ftl", include_str!("../../locale/en/calendar.ftl")),
    ("case.ftl", include_str!("../../locale/en/case.ftl")),
    ("casework-decide.ftl", include_str!("../../locale/en/casework-decide.ftl")),
    ("casework-listen.ftl", include_str!("../../locale/en/casework-listen.ftl")),
    ("casework-mail.ftl", include_str!("../../locale/en/casework-mail.ftl")),
    ("casework-moved.ftl", include_str!("../../locale/en/casework-moved.ftl")),
    ("casework-theirs.ftl", include_str!("../../locale/en/casework-theirs.ftl")),
    ("casework-word.ftl", include_str!("../../locale/en/casework-word.ftl")),
    ("cli.ftl", include_str!("../../locale/en/cli.ftl")),
    ("compose.ftl", include_str!("../../locale/en/compose.ftl")),
    ("design.ftl", include_str!("../../locale/en/design.ftl")),
    ("desk.ftl", include_str!("../../locale/en/desk.ftl")),
    ("drafts.ftl", include_str!("../../locale/en/drafts.ftl")),
    ("eight-d.ftl", include_str!("../../locale/en/eight-d.ftl")),
    ("facts.ftl", include_str!("../../locale/en/facts.ftl")),
    ("fail.ftl", include_str!("../../locale/en/fail.ftl")),
    ("files.ftl", include_str!("../../locale/en/files.ftl")),
    ("firm.ftl", include_str!("../../locale/en/firm.ftl")),
    ("forms.ftl", include_str!("../../locale/en/forms.ftl")),
    ("guests.ftl", include_str!("../../locale/en/guests.ftl")),
    ("guide.ftl", include_str!("../../locale/en/guide.ftl")),
    ("handling.ftl", include_str!("../../locale/en/handling.ftl")),
    ("honesty.ftl", include_str!("../../locale/en/honesty.ftl")),
    ("import.ftl", include_str!("../../locale/en/import.ftl")),
    ("inside.ftl", include_str!("../../locale/en/inside.ftl")),
    ("insight.ftl", include_str!("../../locale/en/insight.ftl")),
    ("joint.ftl", include_str!("../../locale/en/joint.ftl")),
    ("letters.ftl", include_str!("../../locale/en/letters.ftl")),
    ("links.ftl", include_str!("../../locale/en/links.ftl")),
    ("live.ftl", include_str!("../../locale/en/live.ftl")),
    ("mail-out.ftl", include_str!("../../locale/en/mail-out.ftl")),
    ("mail-sort.ftl", include_str!("../../locale/en/mail-sort.ftl")),
    ("mailboxes.ftl", include_str!("../../locale/en/mailboxes.ftl")),
    ("memory.ftl", include_str!("../../locale/en/memory.ftl")),
    ("notices.ftl", include_str!("../../locale/en/notices.ftl")),
    ("own.ftl", include_str!("../../locale/en/own.ftl")),
    ("playbook-editor.ftl", include_str!("../../locale/en/playbook-editor.ftl")),
    ("playbooks.ftl", include_str!("../../locale/en/playbooks.ftl")),
    ("push.ftl", include_str!("../../locale/en/push.ftl")),
    ("readiness.ftl", include_str!("../../locale/en/readiness.ftl")),
    ("receipt.ftl", include_str!("../../locale/en/receipt.ftl")),
    ("record.ftl", include_str!("../../locale/en/record.ftl")),
    ("recount.ftl", include_str!("../../locale/en/recount.ftl")),
    ("returns.ftl", include_str!("../../locale/en/returns.ftl")),
    ("review-rules.ftl", include_str!("../../locale/en/review-rules.ftl")),
    ("review.ftl", include_str!("../../locale/en/review.ftl")),
    ("settings.ftl", include_str!("../../locale/en/settings.ftl")),
    ("signal.ftl", include_str!("../../locale/en/signal.ftl")),
    ("slip.ftl", include_str!("../../locale/en/slip.ftl")),
    ("starts.ftl", include_str!("../../locale/en/starts.ftl")),
    ("stuck.ftl", include_str!("../../locale/en/stuck.ftl")),
    ("suppliers.ftl", include_str!("../../locale/en/suppliers.ftl")),
    ("talk.ftl", include_str!("../../locale/en/talk.ftl")),
    ("theirs-arrivals.ftl", include_str!("../../locale/en/theirs-arrivals.ftl")),
    ("theirs-calendar.ftl", include_str!("../../locale/en/theirs-calendar.ftl")),
    ("theirs-supplier.ftl", include_str!("../../locale/en/theirs-supplier.ftl")),
    ("theirs.ftl", include_str!("../../locale/en/theirs.ftl")),
    ("tour.ftl", include_str!("../../locale/en/tour.ftl")),
    ("ui.ftl", include_str!("../../locale/en/ui.ftl")),
    ("undo.ftl", include_str!("../../locale/en/undo.ftl")),
    ("watch.ftl", include_str!("../../locale/en/watch.ftl")),
    ("when.ftl", include_str!("../../locale/en/when.ftl")),
    ("why.ftl", include_str!("../../locale/en/why.ftl")),
];

/// No more than this many unknown keys are remembered as already logged, so that a broken build cannot fill the memory.
const UNKNOWN_KEYS_REMEMBERED: usize = 1000;

/// All sentences of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    pub fn english() -> &'static Words {
        Words::of(Language::English)
    }

    /// The words of the page under way.
    pub fn spoken() -> &'static Words {
        Words::of(spoken())
    }

    /// A language is read once and kept for the life of the program.
    pub fn of(language: Language) -> &'static Words {
        static READ: [OnceLock<Words>; Language::THEIRS.len()] = [const { OnceLock::new() }; Language::THEIRS.len()];
        READ[language as usize].get_or_init(|| Words::read(language))
    }

    fn read(language: Language) -> Words {
        let tag = language.tag().parse().expect("the language tag is a literal of ours");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks that Fluent puts around values are invisible, break copying of numbers, and appear in plain-text mail.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers::formatter(language)));
        for (file, text) in language.files() {
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    mistake(&format!("locale file {file} does not parse: {errors:?}"));
                    resource
                }
            };
            if let Err(errors) = bundle.add_resource(resource) {
                mistake(&format!("locale file {file} repeats a key: {errors:?}"));
            }
        }
        Words { language, bundle }
    }

    /// The sentence of a key that has no placeholders.
    pub fn t<'a>(&'a self, key: &str) -> Cow<'a, str> {
        self.say(key, None)
    }

    /// The sentence of a key with its placeholders filled: `t_with("greeting", &[("name", "Dana".into())])`.
    pub fn t_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        quotes::tidy(self.say(key, Some(&args)).into_owned())
    }

    /// Whether the catalogue has this key, in this language or in English.
    pub fn knows(&self, key: &str) -> bool {
        self.bundle.has_message(key) || (self.language != Language::English && Words::english().knows(key))
    }

    fn say<'a>(&'a self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'a, str> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            if self.language != Language::English {
                return Words::english().say(key, args);
            }
            mistake(&format!("no sentence for the key \"{key}\""));
            return Cow::Owned(key.to_owned());
        };
        let mut errors = Vec::new();
        let mut sentence = String::new();
        match args {
            // A sentence without placeholders is borrowed from the catalogue, which is nearly every call.
            None => {
                let said = self.bundle.format_pattern(pattern, None, &mut errors);
                if errors.is_empty() {
                    return said;
                }
                sentence.push_str(&said);
            }
            Some(_) => {
                if self.bundle.write_pattern(&mut sentence, pattern, args, &mut errors).is_err() {
                    sentence.push_str(key);
                }
            }
        }
        if !errors.is_empty() {
            mistake(&format!("the sentence \"{key}\" could not be filled: {errors:?}"));
        }
        Cow::Owned(sentence)
    }
}

/// The sentence of a key, in the language of the page being written.
pub fn t(key: &str) -> Cow<'static, str> {
    Words::spoken().t(key)
}

/// The sentence of a key with its placeholders filled, in the language of the page being written.
pub fn t_with(key: &str, values: &[(&str, Value<'_>)]) -> String {
    Words::spoken().t_with(key, values)
}

/// Stops a debug build; in a release it is logged once and the page goes on.
fn mistake(story: &str) {
    if cfg!(debug_assertions) {
        panic!("{story}");
    }
    static LOGGED: OnceLock<Mutex<HashSet<String>>> = OnceLock::new();
    let Ok(mut logged) = LOGGED.get_or_init(Mutex::default).lock() else { return };
    if logged.len() < UNKNOWN_KEYS_REMEMBERED && logged.insert(story.to_owned()) {
        tracing::error!(story, "text catalogue");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_found_by_its_key_and_filled_without_invisible_marks() {
        assert_eq!(t("ui-skip"), "Skip to the page");
        assert_eq!(t_with("ui-signed-in-as", &[("name", "Maria K.".into())]), "Signed in as Maria K.");
    }

    #[test]
    #[should_panic(expected = "no sentence for the key")]
    fn an_unknown_key_stops_a_test() {
        t(&["nobody", "wrote", "this"].join("-"));
    }

    #[test]
    #[should_panic(expected = "could not be filled")]
    fn a_forgotten_placeholder_stops_a_test() {
        t("ui-signed-in-as");
    }
}
