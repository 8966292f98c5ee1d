//! More work is planned in a line's week than its machine can do (W09).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// One for each work centre and week; weeks that are over have shown by themselves what they could do.
pub fn check(story: &Story, ground: &Ground) -> Vec<Finding> {
    let ready = story.milestones.values().any(|step| step.actual.is_none()) || story.milestones.is_empty();
    if !story.is_waited_for() || story.line.shipped.is_some() || !ready {
        return vec![];
    }
    let today = crate::When::At(ground.now).day(ground.zone);
    let mut found = Vec::new();
    for (centre, load) in &story.loads {
        let over = load.week.checked_add(jiff::Span::new().days(7)).is_ok_and(|end| end <= today);
        if over || load.hours_planned <= load.hours_there {
            continue;
        }
        let finding =
            Finding::of(Kind::Overload, &story.line.key, &format!("{centre} {}", load.week), ground.now, ground);
        found.push(
            finding
                .with("centre", Arg::Text(centre.clone()))
                .with("week", Arg::When(crate::When::Day(load.week)))
                .with("planned", Arg::Count(load.hours_planned.into()))
                .with("there", Arg::Count(load.hours_there.into())),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Line, rules::testing::ground, story::Load};

    fn loaded(week: &str, planned: u32) -> Story {
        let mut story = Story::of(Line::new("A-1", "1"));
        let load = Load { week: week.parse().unwrap(), hours_planned: planned, hours_there: 80 };
        story.loads.insert("drill 2".into(), load);
        story
    }

    #[test]
    fn w09_more_hours_planned_than_there_are() {
        let found = ground(|g| check(&loaded("2026-11-23", 96), g));
        assert_eq!(found[0].subject, "A-1/1@drill 2 2026-11-23");
        assert_eq!(ground(|g| check(&loaded("2026-11-23", 80), g)), []);
    }

    #[test]
    fn w09_a_week_that_is_over_has_shown_what_it_could_do() {
        assert_eq!(ground(|g| check(&loaded("2026-11-09", 96), g)), []);
        assert_eq!(ground(|g| check(&loaded("2026-11-16", 96), g)).len(), 1, "this week is not over");
    }
}
