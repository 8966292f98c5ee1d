//! The languages of the desk and of the customer's side: what each is called, how far it is, and which one a browser asks for.

use super::ENGLISH;

/// German; one line each, in the order of the alphabet.
#[rustfmt::skip]
const GERMAN: &[(&str, &str)] = &[
    ("acts.ftl", include_str!("../../../locale/de/acts.ftl")),
    ("arrivals.ftl", include_str!("../../../locale/de/arrivals.ftl")),
    ("book.ftl", include_str!("../../../locale/de/book.ftl")),
    ("calendar.ftl", include_str!("../../../locale/de/calendar.ftl")),
    ("case.ftl", include_str!("../../../locale/de/case.ftl")),
    ("casework-decide.ftl", include_str!("../../../locale/de/casework-decide.ftl")),
    ("casework-listen.ftl", include_str!("../../../locale/de/casework-listen.ftl")),
    ("casework-mail.ftl", include_str!("../../../locale/de/casework-mail.ftl")),
    ("casework-moved.ftl", include_str!("../../../locale/de/casework-moved.ftl")),
    ("casework-theirs.ftl", include_str!("../../../locale/de/casework-theirs.ftl")),
    ("casework-word.ftl", include_str!("../../../locale/de/casework-word.ftl")),
    ("compose.ftl", include_str!("../../../locale/de/compose.ftl")),
    ("design.ftl", include_str!("../../../locale/de/design.ftl")),
    ("desk.ftl", include_str!("../../../locale/de/desk.ftl")),
    ("drafts.ftl", include_str!("../../../locale/de/drafts.ftl")),
    ("eight-d.ftl", include_str!("../../../locale/de/eight-d.ftl")),
    ("facts.ftl", include_str!("../../../locale/de/facts.ftl")),
    ("fail.ftl", include_str!("../../../locale/de/fail.ftl")),
    ("files.ftl", include_str!("../../../locale/de/files.ftl")),
    ("firm.ftl", include_str!("../../../locale/de/firm.ftl")),
    ("forms.ftl", include_str!("../../../locale/de/forms.ftl")),
    ("guests.ftl", include_str!("../../../locale/de/guests.ftl")),
    ("guide.ftl", include_str!("../../../locale/de/guide.ftl")),
    ("handling.ftl", include_str!("../../../locale/de/handling.ftl")),
    ("honesty.ftl", include_str!("../../../locale/de/honesty.ftl")),
    ("import.ftl", include_str!("../../../locale/de/import.ftl")),
    ("inside.ftl", include_str!("../../../locale/de/inside.ftl")),
    ("insight.ftl", include_str!("../../../locale/de/insight.ftl")),
    ("joint.ftl", include_str!("../../../locale/de/joint.ftl")),
    ("letters.ftl", include_str!("../../../locale/de/letters.ftl")),
    ("links.ftl", include_str!("../../../locale/de/links.ftl")),
    ("live.ftl", include_str!("../../../locale/de/live.ftl")),
    ("mail-out.ftl", include_str!("../../../locale/de/mail-out.ftl")),
    ("mail-sort.ftl", include_str!("../../../locale/de/mail-sort.ftl")),
    ("mailboxes.ftl", include_str!("../../../locale/de/mailboxes.ftl")),
    ("memory.ftl", include_str!("../../../locale/de/memory.ftl")),
    ("notices.ftl", include_str!("../../../locale/de/notices.ftl")),
    ("own.ftl", include_str!("../../../locale/de/own.ftl")),
    ("playbook-editor.ftl", include_str!("../../../locale/de/playbook-editor.ftl")),
    ("playbooks.ftl", include_str!("../../../locale/de/playbooks.ftl")),
    ("push.ftl", include_str!("../../../locale/de/push.ftl")),
    ("readiness.ftl", include_str!("../../../locale/de/readiness.ftl")),
    ("receipt.ftl", include_str!("../../../locale/de/receipt.ftl")),
    ("record.ftl", include_str!("../../../locale/de/record.ftl")),
    ("recount.ftl", include_str!("../../../locale/de/recount.ftl")),
    ("returns.ftl", include_str!("../../../locale/de/returns.ftl")),
    ("review-rules.ftl", include_str!("../../../locale/de/review-rules.ftl")),
    ("review.ftl", include_str!("../../../locale/de/review.ftl")),
    ("settings.ftl", include_str!("../../../locale/de/settings.ftl")),
    ("signal.ftl", include_str!("../../../locale/de/signal.ftl")),
    ("slip.ftl", include_str!("../../../locale/de/slip.ftl")),
    ("starts.ftl", include_str!("../../../locale/de/starts.ftl")),
    ("stuck.ftl", include_str!("../../../locale/de/stuck.ftl")),
    ("suppliers.ftl", include_str!("../../../locale/de/suppliers.ftl")),
    ("talk.ftl", include_str!("../../../locale/de/talk.ftl")),
    ("theirs-arrivals.ftl", include_str!("../../../locale/de/theirs-arrivals.ftl")),
    ("theirs-calendar.ftl", include_str!("../../../locale/de/theirs-calendar.ftl")),
    ("theirs-supplier.ftl", include_str!("../../../locale/de/theirs-supplier.ftl")),
    ("theirs.ftl", include_str!("../../../locale/de/theirs.ftl")),
    ("tour.ftl", include_str!("../../../locale/de/tour.ftl")),
    ("ui.ftl", include_str!("../../../locale/de/ui.ftl")),
    ("undo.ftl", include_str!("../../../locale/de/undo.ftl")),
    ("watch.ftl", include_str!("../../../locale/de/watch.ftl")),
    ("when.ftl", include_str!("../../../locale/de/when.ftl")),
    ("why.ftl", include_str!("../../../locale/de/why.ftl")),
];

/// Polish, for the customer's side; files are called as in English.
#[rustfmt::skip]
const POLISH: &[(&str, &str)] = &[
    ("casework-decide.ftl", include_str!("../../../locale/pl/casework-decide.ftl")),
    ("casework-listen.ftl", include_str!("../../../locale/pl/casework-listen.ftl")),
    ("casework-mail.ftl", include_str!("../../../locale/pl/casework-mail.ftl")),
    ("casework-moved.ftl", include_str!("../../../locale/pl/casework-moved.ftl")),
    ("casework-theirs.ftl", include_str!("../../../locale/pl/casework-theirs.ftl")),
    ("casework-word.ftl", include_str!("../../../locale/pl/casework-word.ftl")),
    ("design.ftl", include_str!("../../../locale/pl/design.ftl")),
    ("eight-d.ftl", include_str!("../../../locale/pl/eight-d.ftl")),
    ("fail.ftl", include_str!("../../../locale/pl/fail.ftl")),
    ("files.ftl", include_str!("../../../locale/pl/files.ftl")),
    ("guests.ftl", include_str!("../../../locale/pl/guests.ftl")),
    ("handling.ftl", include_str!("../../../locale/pl/handling.ftl")),
    ("joint.ftl", include_str!("../../../locale/pl/joint.ftl")),
    ("letters.ftl", include_str!("../../../locale/pl/letters.ftl")),
    ("receipt.ftl", include_str!("../../../locale/pl/receipt.ftl")),
    ("record.ftl", include_str!("../../../locale/pl/record.ftl")),
    ("returns.ftl", include_str!("../../../locale/pl/returns.ftl")),
    ("starts.ftl", include_str!("../../../locale/pl/starts.ftl")),
    ("theirs-arrivals.ftl", include_str!("../../../locale/pl/theirs-arrivals.ftl")),
    ("theirs-calendar.ftl", include_str!("../../../locale/pl/theirs-calendar.ftl")),
    ("theirs-supplier.ftl", include_str!("../../../locale/pl/theirs-supplier.ftl")),
    ("theirs.ftl", include_str!("../../../locale/pl/theirs.ftl")),
    ("ui.ftl", include_str!("../../../locale/pl/ui.ftl")),
    ("undo.ftl", include_str!("../../../locale/pl/undo.ftl")),
    ("when.ftl", include_str!("../../../locale/pl/when.ftl")),
];

/// Spanish, for the customer's side; files are called as in English.
#[rustfmt::skip]
const SPANISH: &[(&str, &str)] = &[
    ("casework-decide.ftl", include_str!("../../../locale/es/casework-decide.ftl")),
    ("casework-listen.ftl", include_str!("../../../locale/es/casework-listen.ftl")),
    ("casework-mail.ftl", include_str!("../../../locale/es/casework-mail.ftl")),
    ("casework-moved.ftl", include_str!("../../../locale/es/casework-moved.ftl")),
    ("casework-theirs.ftl", include_str!("../../../locale/es/casework-theirs.ftl")),
    ("casework-word.ftl", include_str!("../../../locale/es/casework-word.ftl")),
    ("design.ftl", include_str!("../../../locale/es/design.ftl")),
    ("eight-d.ftl", include_str!("../../../locale/es/eight-d.ftl")),
    ("fail.ftl", include_str!("../../../locale/es/fail.ftl")),
    ("files.ftl", include_str!("../../../locale/es/files.ftl")),
    ("guests.ftl", include_str!("../../../locale/es/guests.ftl")),
    ("handling.ftl", include_str!("../../../locale/es/handling.ftl")),
    ("joint.ftl", include_str!("../../../locale/es/joint.ftl")),
    ("letters.ftl", include_str!("../../../locale/es/letters.ftl")),
    ("receipt.ftl", include_str!("../../../locale/es/receipt.ftl")),
    ("record.ftl", include_str!("../../../locale/es/record.ftl")),
    ("returns.ftl", include_str!("../../../locale/es/returns.ftl")),
    ("starts.ftl", include_str!("../../../locale/es/starts.ftl")),
    ("theirs-arrivals.ftl", include_str!("../../../locale/es/theirs-arrivals.ftl")),
    ("theirs-calendar.ftl", include_str!("../../../locale/es/theirs-calendar.ftl")),
    ("theirs-supplier.ftl", include_str!("../../../locale/es/theirs-supplier.ftl")),
    ("theirs.ftl", include_str!("../../../locale/es/theirs.ftl")),
    ("ui.ftl", include_str!("../../../locale/es/ui.ftl")),
    ("undo.ftl", include_str!("../../../locale/es/undo.ftl")),
    ("when.ftl", include_str!("../../../locale/es/when.ftl")),
];

/// Languages read from one `Accept-Language`; a browser sends a handful.
const ASKED_AT_MOST: usize = 20;

/// A language that somebody can read. A sentence it does not have yet is said in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    German,
    Polish,
    Spanish,
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
    /// In which a colleague can work.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// In which a customer is spoken to. A test fails when one of them lacks a sentence that a customer can meet.
    pub const THEIRS: [Self; 4] = [Self::English, Self::German, Self::Polish, Self::Spanish];

    /// As in `<html lang>` and `Accept-Language`; what is kept with a person.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Polish => "pl",
            Self::Spanish => "es",
        }
    }

    /// What its speakers call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::Polish => "Polski",
            Self::Spanish => "Español",
        }
    }

    pub fn progress(self) -> Progress {
        match self {
            Self::English => Progress::Complete,
            Self::German => Progress::Complete,
            // What a customer can meet is there; what a colleague reads is not.
            Self::Polish | Self::Spanish => Progress::Begun,
        }
    }

    /// Its files under `locale/`.
    pub(super) fn files(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::English => ENGLISH,
            Self::German => GERMAN,
            Self::Polish => POLISH,
            Self::Spanish => SPANISH,
        }
    }

    /// What parts thousands, and what parts the whole from its fraction.
    pub(super) fn marks(self) -> (char, char) {
        match self {
            Self::English => (',', '.'),
            Self::German | Self::Spanish => ('.', ','),
            // A number is not torn in two at the end of a line.
            Self::Polish => ('\u{a0}', ','),
        }
    }

    /// The language of the desk that a tag means: `de`, `de-CH`, `DE_at`; nothing when there is none.
    pub fn of_tag(tag: &str) -> Option<Self> {
        among(&Self::ALL, tag)
    }

    /// The language in which a customer with this tag is spoken to.
    pub fn theirs(tag: &str) -> Option<Self> {
        among(&Self::THEIRS, tag)
    }

    /// The first language of the desk among those a browser asks for, by its own weights (RFC 9110, 12.5.4).
    pub fn of_header(accepted: &str) -> Option<Self> {
        asked(&Self::ALL, accepted)
    }

    /// The same for the browser of a customer.
    pub fn theirs_of_header(accepted: &str) -> Option<Self> {
        asked(&Self::THEIRS, accepted)
    }
}

fn among(ours: &[Language], tag: &str) -> Option<Language> {
    let primary = tag.trim().split(['-', '_']).next()?;
    ours.iter().copied().find(|language| language.tag().eq_ignore_ascii_case(primary))
}

fn asked(ours: &[Language], accepted: &str) -> Option<Language> {
    let mut asked: Vec<(u32, Language)> =
        accepted.split(',').take(ASKED_AT_MOST).filter_map(|range| weighed(ours, range)).collect();
    // Equal weights keep their order.
    asked.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    asked.first().map(|(_, language)| *language)
}

/// `de;q=0.8` as 800 and German; what is unknown or unwanted is nothing.
fn weighed(ours: &[Language], range: &str) -> Option<(u32, Language)> {
    let (tag, rest) = range.split_once(';').unwrap_or((range, ""));
    let weight: f32 = rest.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.trim().parse().ok())?;
    // Three digits are all that the standard knows.
    let thousandths = (weight.clamp(0.0, 1.0) * 1000.0).round() as u32;
    among(ours, tag).filter(|_| thousandths > 0).map(|language| (thousandths, language))
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, German, Polish, Spanish};

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
    fn a_customer_is_spoken_to_in_more_languages_than_the_desk_has() {
        assert_eq!(Language::theirs_of_header("fr, pl;q=0.9, en;q=0.8"), Some(Polish));
        assert_eq!(Language::theirs("es-MX"), Some(Spanish));
        assert_eq!((Language::of_tag("pl"), Language::of_header("pl")), (None, None), "the desk would be half English");
        assert!(Language::ALL.iter().all(|ours| Language::THEIRS.contains(ours)));
    }

    #[test]
    fn a_tag_is_read_whatever_its_country_and_its_case() {
        assert_eq!(Language::of_tag("DE_at"), Some(German));
        assert_eq!(Language::of_tag("deu"), None);
        assert!(Language::ALL.iter().all(|language| Language::of_tag(language.tag()) == Some(*language)));
    }
}
