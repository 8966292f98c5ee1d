//! What we buy for a line comes later than it is needed, or nobody has confirmed it (W06).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// A supplier who has not said a day is asked so many working days before we need it.
const CONFIRM_BEFORE_WORKING_DAYS: u32 = 5;

/// One for each purchase that stands in the way.
pub fn check(story: &Story, ground: &Ground) -> Vec<Finding> {
    if !story.is_waited_for() || story.line.shipped.is_some() {
        return vec![];
    }
    let mut found = Vec::new();
    for (number, supply) in story.supplies.iter().filter(|(_, supply)| supply.received.is_none()) {
        let about = |tail: String| {
            let finding = Finding::of(Kind::UpstreamSlipped, &story.line.key, &tail, ground.now, ground);
            finding.with("purchase", Arg::Text(number.clone())).with("needed", Arg::When(supply.needed))
        };
        match supply.promised {
            Some(promised) if promised.surely_after(supply.needed, ground.zone) => {
                found.push(about(format!("{number}={promised}")).with("promised", Arg::When(promised)));
            }
            None if near(supply.needed, ground) => {
                found.push(about(format!("{number}=?")).said("signal-upstream-unconfirmed"));
            }
            _ => {}
        }
    }
    found
}

fn near(needed: crate::When, ground: &Ground) -> bool {
    (ground.working_days_after)(ground.now, CONFIRM_BEFORE_WORKING_DAYS) >= needed.begins(ground.zone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{day, ground},
        story::Supply,
    };

    fn bought(needed: &str, promised: Option<&str>) -> Story {
        let mut story = Story::of(Line::new("A-1", "1"));
        let supply = Supply { needed: needed.parse().unwrap(), promised: promised.and_then(day), received: None };
        story.supplies.insert("PO-9".into(), supply);
        story
    }

    #[test]
    fn w06_a_purchase_that_comes_after_it_is_needed_is_found() {
        let found = ground(|g| check(&bought("2026-12-01", Some("2026-12-04")), g));
        assert_eq!(found[0].subject, "A-1/1@PO-9=2026-12-04");
        assert_eq!(ground(|g| check(&bought("2026-12-01", Some("2026-12-01")), g)), []);
    }

    #[test]
    fn w06_an_unconfirmed_purchase_is_found_a_week_before_it_is_needed() {
        let found = ground(|g| check(&bought("2026-11-26", None), g));
        assert_eq!(found[0].evidence.key, "signal-upstream-unconfirmed");
        assert_eq!(ground(|g| check(&bought("2026-12-24", None), g)), []);
    }

    #[test]
    fn w06_what_arrived_stands_in_nobodys_way() {
        let mut story = bought("2026-12-01", Some("2026-12-04"));
        story.supplies.values_mut().for_each(|supply| supply.received = day("2026-11-19"));
        assert_eq!(ground(|g| check(&story, g)), []);
    }
}
