//! Checks that no phrase can make: against the record, of the shape of a text. A pack names them and gives their parameters.
mod dates;
mod names;
mod numbers;
mod record_words;
mod shape;
mod structure;
mod whole;

pub use names::distance;
pub use record_words::OWN_WORDS;

use crate::found::{Found, Hit};
use crate::rule::Rule;

pub type Check = fn(&Found<'_>, &Rule) -> Vec<Hit>;

/// Every check, by the name that a pack uses.
pub const CHECKS: &[(&str, Check)] = &[
    ("all_capitals", shape::all_capitals),
    ("ambiguous_date", dates::ambiguous),
    ("amounts_are_approved", numbers::amounts),
    ("apology_late", structure::marker_late),
    ("attachment_missing", whole::attachment_missing),
    ("average_sentence", shape::average_sentence),
    ("beyond_authority", numbers::beyond_authority),
    ("buried_lead", structure::buried_lead),
    ("contradicts_itself", dates::contradicts),
    ("date_format", dates::format),
    ("dates_are_promised", dates::promised),
    ("foreign_customer", names::foreign),
    ("greeting_name", names::greeting),
    ("internal_words", record_words::internal),
    ("jargon", record_words::jargon),
    ("language", whole::language),
    ("long_paragraph", shape::long_paragraph),
    ("long_sentence", shape::long_sentence),
    ("marker_count", structure::marker_count),
    ("not_approved_option", record_words::not_approved),
    ("noun_pile", shape::noun_pile),
    ("numbers_are_known", numbers::identifiers),
    ("number_missing", numbers::identifier_missing),
    ("option_without_terms", structure::option_without_terms),
    ("options_without_question", structure::options_without_question),
    ("other_problem", record_words::other_problem),
    ("overdue_promise_unmentioned", whole::overdue_unmentioned),
    ("past_for_future", dates::past_for_future),
    ("person_named", names::person_named),
    ("phone_without_hours", structure::phone_without_hours),
    ("phrasebook_verbatim", record_words::verbatim),
    ("placeholder", shape::placeholder),
    ("promise_without_date", whole::promise_without_date),
    ("promises_count", whole::promises_count),
    ("quantities", numbers::quantities),
    ("reading_level", shape::reading_level),
    ("record_words", record_words::says),
    ("relative_date", dates::relative),
    ("subject", whole::subject),
    ("sums", numbers::sums),
    ("time_without_zone", dates::time_without_zone),
    ("two_times", structure::two_times),
    ("unknown_short_form", shape::short_forms),
    ("we_without_i", structure::we_without_i),
    ("weekday_fits", dates::weekday),
];

pub fn by_name(name: &str) -> Option<Check> {
    CHECKS.iter().find(|(known, _)| *known == name).map(|(_, check)| *check)
}
