//! Says a sentence of the watch or of an import: its key from the catalogue, its values as people write them.

use crate::web::when;
use crate::words::{Value, t_with};
use jiff::tz::TimeZone;
use watch::{Arg, Sentence, When};

/// The sentence in the reader's language, days and times in the reader's zone.
pub fn say(sentence: &Sentence, zone: &TimeZone) -> String {
    let values: Vec<(&str, Value<'_>)> =
        sentence.args.iter().map(|(name, arg)| (name.as_str(), value(arg, zone))).collect();
    t_with(&sentence.key, &values)
}

fn value<'a>(arg: &'a Arg, zone: &TimeZone) -> Value<'a> {
    match arg {
        Arg::Text(text) => text.as_str().into(),
        Arg::Count(count) => (*count).into(),
        Arg::When(When::Day(day)) => when::whole_date(*day).into(),
        Arg::When(When::At(at)) | Arg::At(at) => when::whole_moment(*at, zone).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Words};

    /// Every trouble that the watch knows has a first sentence to say, in every language of the desk.
    #[test]
    fn every_kind_of_finding_has_its_first_words() {
        for kind in watch::Kind::ALL {
            let key = format!("say-{}", kind.word());
            for language in [Language::English, Language::German] {
                assert!(Words::of(language).knows(&key), "{key}");
            }
        }
    }

    #[test]
    fn a_sentence_is_said_with_days_and_times_as_people_write_them() {
        let sentence = Sentence::new(
            "signal-silent-slip",
            [
                ("line", Arg::Text("4711/10".into())),
                ("from", Arg::When("2026-12-18".parse().unwrap())),
                ("to", Arg::When("2027-01-08".parse().unwrap())),
                ("due", Arg::At("2026-11-23T14:00:00Z".parse().unwrap())),
            ],
        );
        assert_eq!(
            say(&sentence, &TimeZone::get("Europe/Berlin").unwrap()),
            "The promise of 4711/10 moved from 18 Dec 2026 to 8 Jan 2027 and the customer has not been told. They should \
             hear it by 23 Nov 2026 15:00."
        );
    }
}
