//! How far the plant's own steps of a line have come: the last one done, and how many days the line is behind its plan.

use jiff::civil::Date;

/// One step in whole days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub name: String,
    pub planned: Option<Date>,
    pub done: Option<Date>,
}

/// Where a line stands among its steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached<'a> {
    /// The last step that is done; empty while none is.
    pub step: &'a str,
    /// Days behind the plan; less than none when it is ahead.
    pub behind: i32,
}

impl Reached<'_> {
    /// Days behind, in steps that grow.
    pub(super) fn lag(&self) -> u8 {
        match self.behind {
            ..=0 => 0,
            1..=2 => 1,
            3..=5 => 2,
            _ => 3,
        }
    }
}

/// Where it stands on a morning, with what was done before that morning; nothing for a line without steps.
pub fn reached<'a>(
    steps: impl Iterator<Item = (&'a str, Option<Date>, Option<Date>)>,
    today: Date,
) -> Option<Reached<'a>> {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
    let mut last: Option<(Date, Option<Date>, &str)> = None;
    let (mut seen, mut overdue) = (false, None::<i32>);
    for (name, planned, done) in steps {
        seen = true;
        match (done.filter(|day| *day < today), planned) {
            (Some(done), planned) => last = last.max(Some((done, planned, name))),
            (None, Some(planned)) if planned < today => overdue = overdue.max(Some(days(planned, today))),
            (None, _) => {}
        }
    }
    // What should have been done and is not says more than how late the last step was.
    let lag = last.and_then(|(done, planned, _)| planned.map(|planned| days(planned, done)));
    let behind = overdue.or(lag).unwrap_or(0);
    seen.then(|| Reached { step: last.map_or("", |(_, _, name)| name), behind })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(today: &str, steps: &[(&'static str, &str, &str)]) -> Option<(String, i32)> {
        let day = |text: &str| text.parse().ok();
        let steps = steps.iter().map(|(name, planned, done)| (*name, day(planned), day(done)));
        reached(steps, today.parse().unwrap()).map(|reached| (reached.step.to_owned(), reached.behind))
    }

    #[test]
    fn the_last_step_done_before_this_morning_counts() {
        let steps = [("drilled", "2026-11-10", "2026-11-11"), ("plated", "2026-11-20", "2026-11-19")];
        assert_eq!(at("2026-11-11", &steps), Some((String::new(), 1)), "it should have been drilled yesterday");
        assert_eq!(at("2026-11-12", &steps), Some(("drilled".into(), 1)));
        assert_eq!(at("2026-11-20", &steps), Some(("plated".into(), -1)));
    }

    /// P(late) given the last step done: lines that are behind in it come late; one whose step nobody knows is told by the wider group.
    #[test]
    fn how_far_its_steps_have_come_says_how_likely_a_line_is_late() {
        use crate::slip::{Ended, Group, History, Late, Stage, Standing};
        let places = crate::story::Places::default();
        let stood = |reached| Standing {
            stage: Stage::Ordered,
            for_days: 9,
            promised_in: None,
            left: 7,
            reached,
            places: &places,
        };
        let at = |step, behind| stood(Some(Reached { step, behind }));
        let mut history = History::default();
        for n in 0..100 {
            let (behind, late) = if n % 10 == 0 { (4, Late::Yes) } else { (0, Late::No) };
            let ended = Ended { stood: vec![at("soldered", behind)], late, came: Some(behind) };
            history.learn(&ended, "2026-11-20".parse().unwrap());
        }
        let share = |stood: &Standing<'_>| history.estimate(stood).map_or(-1.0, |said| said.late);
        assert!(share(&at("soldered", 5)) > 0.4 && share(&at("soldered", 0)) < 0.05);
        assert!((0.05..0.15).contains(&share(&at("plated", 0))), "nobody knows this step");
        let because = history.estimate(&at("soldered", 5)).unwrap().because;
        assert_eq!(because.iter().map(|one| one.group).collect::<Vec<_>>()[3..], [Group::Step, Group::Behind]);
        assert_eq!(history.estimate(&stood(None)).unwrap().because.len(), 3);
    }

    #[test]
    fn a_step_that_is_overdue_says_more_than_the_last_one_done() {
        let steps = [("drilled", "2026-11-10", "2026-11-10"), ("plated", "2026-11-13", "")];
        assert_eq!(at("2026-11-17", &steps), Some(("drilled".into(), 4)));
        assert_eq!(at("2026-11-17", &[]), None);
    }
}
