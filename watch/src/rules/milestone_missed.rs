//! A step on the way should have been done and nobody says that it was (W05).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// One for each step. A later step that is done shows that this one was: then only the entry is missing.
pub fn check(story: &Story, ground: &Ground) -> Vec<Finding> {
    if !story.is_waited_for() || story.line.shipped.is_some() {
        return vec![];
    }
    let reached = story.milestones.values().filter(|step| step.actual.is_some()).filter_map(|step| step.planned);
    let reached = reached.map(|planned| planned.ends(ground.zone)).max();
    let mut found = Vec::new();
    for (name, step) in &story.milestones {
        let Some(planned) = step.planned.filter(|_| step.actual.is_none()) else { continue };
        let since = planned.ends(ground.zone);
        if since > ground.now || reached.is_some_and(|reached| reached > since) {
            continue;
        }
        let finding = Finding::of(Kind::MilestoneMissed, &story.line.key, &format!("{name}={planned}"), since, ground);
        found.push(finding.with("step", Arg::Text(name.clone())).with("planned", Arg::When(planned)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{day, ground},
        story::Milestone,
    };

    fn steps(all: &[(&str, &str, Option<&str>)]) -> Story {
        let mut story = Story::of(Line::new("A-1", "1"));
        for (name, planned, actual) in all {
            let step = Milestone { planned: day(planned), actual: actual.and_then(day) };
            story.milestones.insert((*name).into(), step);
        }
        story
    }

    #[test]
    fn w05_a_planned_step_without_an_actual_day_is_found_the_day_after() {
        let found = ground(|g| check(&steps(&[("drilled", "2026-11-18", None), ("plated", "2026-11-25", None)]), g));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].subject, "A-1/1@drilled=2026-11-18");
    }

    #[test]
    fn w05_a_later_step_that_is_done_shows_that_it_was() {
        let story = steps(&[("drilled", "2026-11-17", None), ("plated", "2026-11-18", Some("2026-11-18"))]);
        assert_eq!(ground(|g| check(&story, g)), []);
        let today = steps(&[("drilled", "2026-11-20", None)]);
        assert_eq!(ground(|g| check(&today, g)), []);
    }
}
