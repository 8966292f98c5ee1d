//! What a review means for the press of a button: a suggestion that was taken, a text that must not go, and what somebody has to answer for first.
use crate::review::{Left, OTHER_LANGUAGE, Put, Reviewed};
use crate::web::ui::Typed;
use proofread::Finding;

/// Why a text is left for all that is still to fix.
pub const ALL_LEFT: &str = "left_all";
/// The rule that we call first is passed at its own gate.
const CALL_FIRST: &str = "PO01";

/// What the review says to a text that somebody wants to leave.
pub enum Ends {
    /// It may go, with what was left against the review.
    Goes(Vec<Left>),
    /// It must not go.
    Stopped,
    /// It may go once somebody answers for what would be read wrong.
    Asks,
}

pub fn ends(reviewed: &Reviewed, typed: &Typed) -> Ends {
    if reviewed.stops().any(|finding| finding.rule != CALL_FIRST) {
        return Ends::Stopped;
    }
    // Another language than theirs is warned of in its own words, once.
    let open: Vec<&Finding> = reviewed.to_fix().filter(|finding| finding.rule != OTHER_LANGUAGE).collect();
    // Whoever passes a gate for this very text has said why already.
    let why = typed.filled(ALL_LEFT).or_else(|| typed.filled("pass_reason"));
    if !open.is_empty() && why.is_none() {
        return Ends::Asks;
    }
    let still_there = |left: &&Left| reviewed.report.findings.iter().any(|finding| left.is_about(finding));
    let mut left: Vec<Left> = reviewed.left.iter().filter(still_there).cloned().collect();
    left.extend(open.into_iter().map(|finding| Left::of(finding, why.unwrap_or_default())));
    left.dedup_by(|b, a| a.rule == b.rule && a.words == b.words);
    Ends::Goes(left)
}

/// The form after *Review* or a suggestion was pressed, which only shows it again; nothing when something else was pressed.
pub fn wished(typed: &Typed, field: &str) -> Option<Typed> {
    if typed.filled("apply").is_none() && typed.filled("review").is_none() {
        return None;
    }
    let text = typed.values(field).last().unwrap_or_default();
    let pressed = |name: &str| matches!(name, "apply" | "review");
    let others = typed.pairs().filter(|(name, _)| !pressed(name));
    let form = Typed::from_pairs(others.map(|(name, value)| (name.to_owned(), value.to_owned())));
    Some(match taken(typed, text) {
        Some(text) => form.with(field, text),
        None => form,
    })
}

/// The text after the suggestion that was taken; nothing when none was, or when it fits no more.
fn taken(typed: &Typed, text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n");
    let said = typed.values("apply").last()?.replace("\r\n", "\n");
    let mut parts = said.splitn(3, '\u{241f}');
    let (place, there, words) = (parts.next()?, parts.next()?, parts.next()?);
    let (start, end) = place.split_once('-')?;
    let bytes = start.parse().ok()?..end.parse().ok()?;
    let put = Put { bytes, words: words.to_owned() };
    if text.get(put.bytes.clone())? == there {
        return put.put_in(&text);
    }
    // The text went on: the words are looked for where they stand now, if there is but one such place.
    let mut places = text.match_indices(there).map(|(at, _)| at);
    let at = places.next().filter(|_| !there.is_empty())?;
    if places.next().is_some() { None } else { Put { bytes: at..at + there.len(), ..put }.put_in(&text) }
}

/// The rows of what is left, as fields of a form, for the press that keeps them.
pub fn rows(typed: &Typed, left: &[Left]) -> Typed {
    let others = typed.pairs().filter(|(name, _)| !name.starts_with("left["));
    let typed = Typed::from_pairs(others.map(|(name, value)| (name.to_owned(), value.to_owned())));
    left.iter().enumerate().fold(typed, |typed, (n, left)| {
        let name = |part: &str| format!("left[{n}].{part}");
        typed.with(&name("rule"), &*left.rule).with(&name("words"), &*left.words).with(&name("why"), &*left.why)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{left_in, shipped};
    use proofread::Record;

    fn apply(value: &str) -> Typed {
        Typed::nothing().with("apply", value)
    }

    #[test]
    fn a_suggestion_is_put_where_its_words_stand() {
        let text = "In order to help, we call.\r\nIn short.";
        assert_eq!(
            taken(&apply("0-11\u{241f}In order to\u{241f}To"), text).as_deref(),
            Some("To help, we call.\nIn short.")
        );
        assert_eq!(
            taken(&apply("5-16\u{241f}In order to\u{241f}To"), text).as_deref(),
            Some("To help, we call.\nIn short."),
            "the text went on"
        );
        assert_eq!(taken(&apply("9999-3\u{241f}In\u{241f}To"), "In and In"), None);
        assert_eq!(taken(&Typed::nothing(), text), None);
    }

    #[test]
    fn what_is_left_goes_along_and_what_is_open_is_asked_for_once() {
        let record = Record { open: Some(true), ..Record::default() };
        let text = "Your order is late. Sorry for any inconvenience.";
        let reviewed = shipped(text, &record, vec![]);
        assert!(matches!(ends(&reviewed, &Typed::nothing()), Ends::Asks));
        let typed = Typed::nothing().with(ALL_LEFT, "It is their own phrase.");
        let Ends::Goes(left) = ends(&reviewed, &typed) else { panic!("it goes") };
        assert!(!left.is_empty() && left.iter().all(|left| left.why == "It is their own phrase."));
        assert_eq!(left_in(&rows(&Typed::nothing(), &left)), left);
        let hole = shipped("We ship on [date?].", &record, vec![]);
        assert!(matches!(ends(&hole, &typed), Ends::Stopped), "no reason lets a hole pass");
    }
}
