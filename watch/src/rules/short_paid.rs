//! Paid less, a debit note, a chargeback: somebody was let down and wrote a number instead of a word (W18, S033).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::{ShortKind, Story},
};

/// One for each that belongs to no case. How much it was is nobody's business here.
pub fn check(story: &Story, ground: &Ground) -> Vec<Finding> {
    let alone = story.short_payments.iter().filter(|(_, short)| short.case.is_none());
    alone
        .map(|(number, short)| {
            let since = short.at.begins(ground.zone).min(ground.now);
            let key = match short.kind {
                ShortKind::PaidLess => "signal-short-paid",
                ShortKind::DebitNote => "signal-short-paid-debit-note",
                ShortKind::Chargeback => "signal-short-paid-chargeback",
            };
            let finding = Finding::of(Kind::ShortPaid, &story.line.key, number, since, ground);
            finding.with("number", Arg::Text(number.clone())).with("at", Arg::When(short.at)).said(key)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Line, rules::testing::ground, story::ShortPayment};

    fn short(kind: ShortKind, case: Option<&str>) -> Story {
        let mut story = Story::of(Line::new("A-1", "1"));
        let one = ShortPayment { kind, at: "2026-11-19".parse().unwrap(), case: case.map(str::to_owned) };
        story.short_payments.insert("DN-3".into(), one);
        story
    }

    #[test]
    fn w18_each_kind_is_said_in_its_own_words() {
        let keys: Vec<String> = [ShortKind::PaidLess, ShortKind::DebitNote, ShortKind::Chargeback]
            .into_iter()
            .map(|kind| ground(|g| check(&short(kind, None), g))[0].evidence.key.clone())
            .collect();
        assert_eq!(keys, ["signal-short-paid", "signal-short-paid-debit-note", "signal-short-paid-chargeback"]);
    }

    #[test]
    fn w18_what_has_a_case_is_being_talked_about() {
        assert_eq!(ground(|g| check(&short(ShortKind::DebitNote, Some("MG-00012")), g)), []);
    }
}
