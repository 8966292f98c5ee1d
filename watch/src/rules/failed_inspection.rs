//! A test of a lot failed that is meant for this line (W08).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::{Story, Verdict},
};

/// Unlike lateness this does not end when the goods are gone: then the customer has them.
pub fn check(story: &Story, ground: &Ground) -> Vec<Finding> {
    if story.line.is_cancelled() {
        return vec![];
    }
    let failed = story.inspections.iter().filter(|(_, test)| test.verdict == Verdict::Failed);
    failed
        .map(|(number, test)| {
            let since = test.at.begins(ground.zone).min(ground.now);
            let finding = Finding::of(Kind::FailedInspection, &story.line.key, number, since, ground)
                .with("lot", Arg::Text(test.lot.clone()))
                .with("test", Arg::Text(number.clone()));
            let gone = story.line.shipped.is_some() || story.line.delivered.is_some();
            if gone { finding.said("signal-failed-inspection-gone").owed(since) } else { finding }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{day, ground},
        story::Inspection,
    };

    fn tested(verdict: Verdict) -> Story {
        let mut story = Story::of(Line::new("A-1", "1"));
        let test = Inspection { lot: "L-88".into(), verdict, at: "2026-11-19".parse().unwrap() };
        story.inspections.insert("solder 3".into(), test);
        story
    }

    #[test]
    fn w08_a_failed_test_is_found_and_a_passed_one_is_not() {
        let found = ground(|g| check(&tested(Verdict::Failed), g));
        assert_eq!((found.len(), found[0].subject.as_str()), (1, "A-1/1@solder 3"));
        assert_eq!(ground(|g| check(&tested(Verdict::Passed), g)), []);
    }

    #[test]
    fn w08_when_the_goods_are_gone_the_customer_hears_it_at_once() {
        let mut gone = tested(Verdict::Failed);
        gone.line.shipped = day("2026-11-19");
        let found = ground(|g| check(&gone, g));
        assert_eq!(found[0].evidence.key, "signal-failed-inspection-gone");
        assert_eq!(found[0].owed_at.to_string(), "2026-11-18T23:00:00Z");
    }
}
