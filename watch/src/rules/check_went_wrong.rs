//! Asked after the delivery: it was not right, or nobody was reached twice (W16).

use crate::{
    Ground,
    finding::{Finding, Kind},
    line::Outcome,
    story::Story,
};

/// So many times not heard, and somebody else should try another way.
const NOT_HEARD_TIMES: usize = 2;

/// The last word counts; not being heard never turns into OK, however long ago it was (S032).
pub fn check(story: &Story, ground: &Ground) -> Option<Finding> {
    let (at, last) = *story.checks.last()?;
    let since = at.min(ground.now);
    match last {
        Outcome::Ok => None,
        Outcome::NotOk => {
            Some(Finding::of(Kind::CheckWentWrong, &story.line.key, &at.to_string(), since, ground).owed(since))
        }
        Outcome::NotHeard => {
            let times = story.checks.iter().rev().take_while(|(_, outcome)| *outcome == Outcome::NotHeard).count();
            (times >= NOT_HEARD_TIMES).then(|| {
                Finding::of(Kind::CheckWentWrong, &story.line.key, "not heard", since, ground)
                    .said("signal-check-not-heard")
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line,
        rules::testing::{at, ground},
    };

    fn heard(all: &[(&str, Outcome)]) -> Story {
        let checks = all.iter().map(|(at, outcome)| (at.parse().unwrap(), *outcome)).collect();
        Story { checks, ..Story::of(Line::new("A-1", "1")) }
    }

    const MONDAY: &str = "2026-11-16T09:00:00Z";
    const TUESDAY: &str = "2026-11-17T09:00:00Z";

    #[test]
    fn w16_not_right_is_found_and_right_ends_it() {
        let found = ground(|g| check(&heard(&[(MONDAY, Outcome::NotOk)]), g)).unwrap();
        assert_eq!(found.evidence.key, "signal-check-went-wrong");
        assert_eq!(ground(|g| check(&heard(&[(MONDAY, Outcome::NotOk), (TUESDAY, Outcome::Ok)]), g)), None);
    }

    #[test]
    fn w16_not_heard_twice_is_found_once_is_not() {
        assert_eq!(ground(|g| check(&heard(&[(MONDAY, Outcome::NotHeard)]), g)), None);
        let twice = heard(&[(MONDAY, Outcome::NotHeard), (TUESDAY, Outcome::NotHeard)]);
        assert_eq!(ground(|g| check(&twice, g)).unwrap().evidence.key, "signal-check-not-heard");
    }

    /// S032: a year later it is still not heard.
    #[test]
    fn s032_time_alone_makes_nothing_right() {
        let twice = heard(&[(MONDAY, Outcome::NotHeard), (TUESDAY, Outcome::NotHeard)]);
        let later = at("2027-11-20T14:00:00Z", |g| check(&twice, g)).unwrap();
        assert_eq!(later.evidence.key, "signal-check-not-heard");
    }
}
