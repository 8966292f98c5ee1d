//! The languages of the desk: what each is called, how far it is, and which one somebody's browser asks for.

use super::ENGLISH;

/// German; one line each, in the order of the alphabet.
#[rustfmt::skip]
const GERMAN: &[(&str, &str)] = &[
    ("acts.ftl", include_str!("../../../locale/de/acts.ftl")),
    ("case.ftl", include_str!("../../../locale/de/case.ftl")),
    ("casework-decide.ftl", include_str!("../../../locale/de/casework-decide.ftl")),
    ("casework-listen.ftl", include_str!("../../../locale/de/casework-listen.ftl")),
    ("casework-theirs.ftl", include_str!("../../../locale/de/casework-theirs.ftl")),
    ("casework-word.ftl", include_str!("../../../locale/de/casework-word.ftl")),
    ("design.ftl", include_str!("../../../locale/de/design.ftl")),
    ("desk.ftl", include_str!("../../../locale/de/desk.ftl")),
    ("drafts.ftl", include_str!("../../../locale/de/drafts.ftl")),
    ("fail.ftl", include_str!("../../../locale/de/fail.ftl")),
    ("firm.ftl", include_str!("../../../locale/de/firm.ftl")),
    ("forms.ftl", include_str!("../../../locale/de/forms.ftl")),
    ("guide.ftl", include_str!("../../../locale/de/guide.ftl")),
    ("import.ftl", include_str!("../../../locale/de/import.ftl")),
    ("insight.ftl", include_str!("../../../locale/de/insight.ftl")),
    ("live.ftl", include_str!("../../../locale/de/live.ftl")),
    ("own.ftl", include_str!("../../../locale/de/own.ftl")),
    ("playbooks.ftl", include_str!("../../../locale/de/playbooks.ftl")),
    ("readiness.ftl", include_str!("../../../locale/de/readiness.ftl")),
    ("recount.ftl", include_str!("../../../locale/de/recount.ftl")),
    ("settings.ftl", include_str!("../../../locale/de/settings.ftl")),
    ("signal.ftl", include_str!("../../../locale/de/signal.ftl")),
    ("talk.ftl", include_str!("../../../locale/de/talk.ftl")),
    ("tour.ftl", include_str!("../../../locale/de/tour.ftl")),
    ("ui.ftl", include_str!("../../../locale/de/ui.ftl")),
    ("undo.ftl", include_str!("../../../locale/de/undo.ftl")),
    ("watch.ftl", include_str!("../../../locale/de/watch.ftl")),
    ("when.ftl", include_str!("../../../locale/de/when.ftl")),
    ("why.ftl", include_str!("../../../locale/de/why.ftl")),
];

/// Languages read from one `Accept-Language`; a browser sends a handful.
const ASKED_AT_MOST: usize = 20;

/// A language that somebody can work in. A sentence it does not have yet is said in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    German,
}

/// How far the translation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Every sentence is there; a test fails when one is not.
    Complete,
    /// The rest is said in English, and the choice says so.
    Begun,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// As in `<html lang>` and `Accept-Language`; what is kept with a person.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What its speakers call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    pub fn progress(self) -> Progress {
        match self {
            Self::English => Progress::Complete,
            Self::German => Progress::Complete,
        }
    }

    /// Its files under `locale/`.
    pub(super) fn files(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::English => ENGLISH,
            Self::German => GERMAN,
        }
    }

    /// What parts thousands, and what parts the whole from its fraction.
    pub(super) fn marks(self) -> (char, char) {
        match self {
            Self::English => (',', '.'),
            Self::German => ('.', ','),
        }
    }

    /// The language of a tag: `de`, `de-CH`, `DE_at`; nothing when there is none.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The first language we have among those a browser asks for, by its own weights (RFC 9110, 12.5.4).
    pub fn of_header(accepted: &str) -> Option<Self> {
        let mut asked: Vec<(u32, Self)> = accepted.split(',').take(ASKED_AT_MOST).filter_map(weighed).collect();
        // Equal weights keep their order.
        asked.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        asked.first().map(|(_, language)| *language)
    }
}

/// `de;q=0.8` as 800 and German; what is unknown or unwanted is nothing.
fn weighed(range: &str) -> Option<(u32, Language)> {
    let (tag, rest) = range.split_once(';').unwrap_or((range, ""));
    let weight: f32 = rest.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.trim().parse().ok())?;
    // Three digits are all that the standard knows.
    let thousandths = (weight.clamp(0.0, 1.0) * 1000.0).round() as u32;
    Language::of_tag(tag).filter(|_| thousandths > 0).map(|language| (thousandths, language))
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, German};

    #[test]
    fn a_browser_is_answered_in_the_first_language_that_we_have() {
        for (asked, wanted) in [
            ("de-CH,de;q=0.9,en;q=0.8", Some(German)),
            ("fr, en;q=0.5, de;q=0.7", Some(German)),
            ("en-GB, de", Some(English)),
            ("de;q=0, en;q=0.1", Some(English)),
            ("pl,cs;q=0.5", None),
            ("*", None),
            ("", None),
            ("de;q=much", None),
        ] {
            assert_eq!(Language::of_header(asked), wanted, "{asked}");
        }
    }

    #[test]
    fn a_tag_is_read_whatever_its_country_and_its_case() {
        assert_eq!(Language::of_tag("DE_at"), Some(German));
        assert_eq!(Language::of_tag("deu"), None);
        assert!(Language::ALL.iter().all(|language| Language::of_tag(language.tag()) == Some(*language)));
    }
}
