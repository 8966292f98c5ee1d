//! Confirmed for a later day than they asked for, and nobody said so (W02).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// Whoever was told of the day knows it; a confirmation on paper is not yet a word.
pub fn check(story: &Story, ground: &Ground) -> Option<Finding> {
    let line = &story.line;
    let acknowledged = story.acknowledged?;
    let (requested, promised) = (line.requested?, line.first_promised.or(line.promised)?);
    if line.told.is_some() || !story.is_waited_for() || !promised.surely_after(requested, ground.zone) {
        return None;
    }
    let since = acknowledged.ends(ground.zone).min(ground.now);
    let finding = Finding::of(Kind::AcknowledgedLater, &line.key, &format!("{requested}<{promised}"), since, ground);
    Some(finding.with("requested", Arg::When(requested)).with("promised", Arg::When(promised)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{day, ground},
    };

    fn confirmed(promised: &str) -> Story {
        let line = Line { requested: day("2026-12-01"), promised: day(promised), ..Line::new("A-1", "1") };
        Story { acknowledged: day("2026-11-19"), ..Story::of(line) }
    }

    #[test]
    fn w02_confirmed_for_a_later_day_than_they_asked_for() {
        let found = ground(|g| check(&confirmed("2026-12-08"), g)).unwrap();
        assert_eq!(found.subject, "A-1/1@2026-12-01<2026-12-08");
        assert_eq!(found.evidence.args["requested"], Arg::When("2026-12-01".parse().unwrap()));
    }

    #[test]
    fn w02_the_day_they_asked_for_or_a_word_about_it_is_nothing() {
        assert_eq!(ground(|g| check(&confirmed("2026-12-01"), g)), None);
        let mut told = confirmed("2026-12-08");
        told.line.told = day("2026-11-19");
        assert_eq!(ground(|g| check(&told, g)), None);
    }
}
