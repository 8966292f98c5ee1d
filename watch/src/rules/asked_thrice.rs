//! Three times they asked where it is: they are watching it more closely than we are (W20).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// So many questions about one line.
const QUESTIONS: usize = 3;

/// Counted until it is delivered; every further three are another signal.
pub fn check(story: &Story, ground: &Ground) -> Option<Finding> {
    if !story.is_waited_for() {
        return None;
    }
    let asked: Vec<_> = story.questions.iter().filter(|at| **at <= ground.now).collect();
    let rounds = asked.len() / QUESTIONS;
    let since = *asked.get((rounds * QUESTIONS).checked_sub(1)?)?;
    let finding = Finding::of(Kind::AskedThrice, &story.line.key, &rounds.to_string(), *since, ground);
    let times = i64::try_from(asked.len()).unwrap_or(i64::MAX);
    Some(finding.with("times", Arg::Count(times)).owed(*since))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{day, ground},
    };

    fn asked(times: usize) -> Story {
        let questions = (0..times).map(|n| format!("2026-11-1{n}T09:00:00Z").parse().unwrap()).collect();
        Story { questions, ..Story::of(Line::new("A-1", "1")) }
    }

    #[test]
    fn w20_the_third_question_is_a_signal_and_the_fourth_is_the_same() {
        assert_eq!(ground(|g| check(&asked(2), g)), None);
        let third = ground(|g| check(&asked(3), g)).unwrap();
        let fourth = ground(|g| check(&asked(4), g)).unwrap();
        assert_eq!(third.subject, fourth.subject);
        assert_ne!(third.subject, ground(|g| check(&asked(6), g)).unwrap().subject);
    }

    #[test]
    fn w20_once_it_is_there_nobody_asks_where_it_is() {
        let mut there = asked(3);
        there.line.delivered = day("2026-11-19");
        assert_eq!(ground(|g| check(&there, g)), None);
    }
}
