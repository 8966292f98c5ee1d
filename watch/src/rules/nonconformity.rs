//! The customer reports that goods do not conform: they asked before we did, and the answer is no (W16).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// One for each report that stands and belongs to no case. They are owed a word on the day on which they told us.
pub fn check(story: &Story, ground: &Ground) -> Vec<Finding> {
    let open = story.nonconformities.iter().filter(|(_, report)| report.is_open());
    open.map(|(number, report)| {
        let since = report.at.begins(ground.zone).min(ground.now);
        let tail = format!("nonconformity {number}");
        let finding = Finding::of(Kind::CheckWentWrong, &story.line.key, &tail, since, ground).owed(since);
        let finding = finding.with("number", Arg::Text(number.clone())).with("at", Arg::When(report.at));
        match &report.what {
            Some(what) => finding.said("signal-nonconformity-of").with("what", Arg::Text(what.clone())),
            None => finding.said("signal-nonconformity"),
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::ground,
        story::{Nonconformity, ReportIs},
    };

    fn reported(report: ReportIs, case: Option<&str>) -> Story {
        let mut story = Story::of(Line::new("A-1", "1"));
        let report = Nonconformity {
            at: "2026-11-19".parse().unwrap(),
            what: Some("bore too small".into()),
            lots: vec![],
            quantity: None,
            report,
            case: case.map(str::to_owned),
        };
        story.nonconformities.insert("QN-7".into(), report);
        story
    }

    #[test]
    fn w16_a_report_of_theirs_is_found_until_a_case_is_open_or_they_take_it_back() {
        let found = ground(|g| check(&reported(ReportIs::Made, None), g));
        assert_eq!((found.len(), found[0].subject.as_str()), (1, "A-1/1@nonconformity QN-7"));
        assert_eq!((found[0].evidence.key.as_str(), found[0].owed_at), ("signal-nonconformity-of", found[0].since));
        assert_eq!(ground(|g| check(&reported(ReportIs::Made, Some("MG-00012")), g)), []);
        assert_eq!(ground(|g| check(&reported(ReportIs::Withdrawn, None), g)), []);
    }
}
