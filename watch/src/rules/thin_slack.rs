//! There is hardly any room left before the day they need it: at risk, not lost (W04).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// Less room than this share of the time that is left is thin.
const THIN_PER_CENT: i64 = 20;

/// The day they need it was asked and never copied from another (S012), so without it nothing is said here.
pub fn check(story: &Story, ground: &Ground) -> Option<Finding> {
    let line = &story.line;
    let (need, ready) = (line.need_by?, line.ready?);
    if !story.is_waited_for() || line.shipped.is_some() {
        return None;
    }
    let arrives = match line.promised {
        Some(promised) if promised.surely_after(ready, ground.zone) => promised,
        _ => ready,
    };
    let ends = need.ends(ground.zone);
    let left = ends.duration_since(ground.now).as_secs();
    let slack = ends.duration_since(arrives.ends(ground.zone)).as_secs();
    let thin = left > 0 && slack >= 0 && slack.saturating_mul(100) < left.saturating_mul(THIN_PER_CENT);
    thin.then(|| {
        let finding = Finding::of(Kind::ThinSlack, &line.key, &format!("{need}<{arrives}"), ground.now, ground);
        finding.with("need", Arg::When(need)).with("arrives", Arg::When(arrives))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{day, ground},
    };

    fn needed(need: &str, ready: &str) -> Story {
        Story::of(Line { need_by: day(need), ready: day(ready), ..Line::new("A-1", "1") })
    }

    #[test]
    fn w04_one_day_of_room_in_ten_is_thin_and_three_are_not() {
        let found = ground(|g| check(&needed("2026-11-30", "2026-11-29"), g)).unwrap();
        assert_eq!(found.evidence.args["arrives"], Arg::When("2026-11-29".parse().unwrap()));
        assert_eq!(ground(|g| check(&needed("2026-11-30", "2026-11-26"), g)), None);
    }

    #[test]
    fn w04_no_room_at_all_is_for_another_rule_and_an_unasked_need_says_nothing() {
        assert_eq!(ground(|g| check(&needed("2026-11-30", "2026-12-02"), g)), None);
        let unasked =
            Story::of(Line { requested: day("2026-11-30"), ready: day("2026-11-29"), ..Line::new("A-1", "1") });
        assert_eq!(ground(|g| check(&unasked, g)), None);
    }
}
