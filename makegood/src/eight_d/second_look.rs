//! The report read once more before it is sent: whether our words in it are plain, and whether it says what the customer was told meanwhile
//! (DOMAIN 7). It looks at the facts of the report and changes none.
use super::facts::Report;
use casework::eight_d::Score;
use casework::inside::Discipline;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use proofread::{Draft, Finding, Level, Quantity, Record, Reviewer};

/// Families of rules about words that hide, blame or play down; what a message lacks is nothing to a report.
const NOT_PLAIN: &[&str] = &["BL", "DF", "DS", "OV"];
/// A promised day that the record does not hold, and another number of the same thing.
const OTHER_DAY: &str = "FX03";
const OTHER_COUNT: &str = "FX05b";
/// What pieces are called where they have no name of their own.
const PIECES: &[&str] = &["pieces", "parts", "units", "Stück", "Teile"];
/// Words of a title that are counted and are no goods.
const NO_GOODS: &[&str] = &[
    "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute", "minutes", "time",
    "times", "percent", "tage", "tagen", "woche", "wochen", "monat", "monate", "jahr", "jahre", "stunde", "stunden",
    "minute", "minuten", "prozent",
];
/// Letters of a word that can name goods.
const THING_AT_LEAST: usize = 4;
/// Places that one look names.
const ODD_AT_MOST: usize = 30;
/// Updates that are looked at, the newest first.
const HEARD_AT_MOST: usize = 40;

/// A text of ours that the customer has: an update, or what happened as it was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    pub at: Timestamp,
    pub text: String,
}

/// What else stands on record: whose clock days are counted on, and the days that are settled or promised.
pub struct Known<'a> {
    pub zone: &'a TimeZone,
    pub now: Timestamp,
    pub days: &'a [DateTime],
    pub heard: &'a [Heard],
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Odd {
    /// Words that hide something, with what the review says of them.
    NotPlain { words: String, advice: String },
    /// A day that our text promises and nobody told them.
    DayNotTold { words: String },
    /// They were told another number than the report has.
    OtherCount { words: String, told_on: Date, report: String },
    /// They were told a day that is neither in the report nor in what was agreed.
    OtherDay { words: String, told_on: Date },
}

/// What is odd, and in which discipline.
pub fn look(rules: &Reviewer, report: &Report, known: &Known<'_>) -> Vec<(Discipline, Odd)> {
    let mut odd = vec![];
    let days: Vec<DateTime> = known.days.iter().copied().chain(days(report)).collect();
    let with_days = |at: Timestamp| Record {
        sent_at: Some(at.to_zoned(known.zone.clone()).datetime()),
        plan: days.clone(),
        ..Record::default()
    };
    for (discipline, text) in our_texts(report).into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        let found = rules.review(&Draft { subject: None, text }, Some(&with_days(known.now))).findings;
        let of_it = found.into_iter().filter_map(|found| match found.rule.as_str() {
            OTHER_DAY => Some(Odd::DayNotTold { words: found.text }),
            rule if found.level != Level::Consider && NOT_PLAIN.iter().any(|family| rule.starts_with(family)) => {
                Some(Odd::NotPlain { words: found.text, advice: found.say })
            }
            _ => None,
        });
        odd.extend(of_it.map(|odd| (discipline, odd)));
    }
    let told_on = |heard: &Heard| heard.at.to_zoned(known.zone.clone()).date();
    let counts = counts(report);
    if let Some((heard, found)) = newest(rules, known, OTHER_COUNT, |at, is| Record {
        quantities: quantities(report, if is == Held::Nothing { &[] } else { &counts }),
        ..with_days(at)
    }) {
        let count = |f: Finding| Odd::OtherCount { words: f.text, told_on: told_on(heard), report: f.expected };
        odd.extend(found.into_iter().map(|found| (Discipline::D2, count(found))));
    }
    if let Some((heard, found)) = newest(rules, known, OTHER_DAY, |at, is| match is {
        Held::Nothing => Record { plan: vec![DateTime::MIN], ..with_days(at) },
        Held::AsReported => with_days(at),
    }) {
        let place = if report.steps.iter().any(|step| step.discipline == Discipline::D5) {
            Discipline::D5
        } else {
            Discipline::D3
        };
        odd.extend(found.into_iter().map(|f| (place, Odd::OtherDay { words: f.text, told_on: told_on(heard) })));
    }
    odd.retain(|(discipline, _)| report.steps.iter().any(|step| step.discipline == *discipline));
    odd.dedup();
    odd.truncate(ODD_AT_MOST);
    odd
}

/// The points with what the second look found: nothing odd is as it should be.
pub fn lowered(mut scores: Vec<Score>, odd: &[(Discipline, Odd)]) -> Vec<Score> {
    for score in scores.iter_mut().filter(|score| odd.iter().any(|(discipline, _)| *discipline == score.discipline)) {
        score.points = score.points.min(1);
    }
    scores
}

/// Against what a text is held: what the report has, or nothing, so that whatever it says of the kind is found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    AsReported,
    Nothing,
}

/// What the newest text that says something of the kind says otherwise: whoever corrected themselves said the later word.
fn newest<'h>(
    rules: &Reviewer,
    known: &Known<'h>,
    rule: &str,
    record: impl Fn(Timestamp, Held) -> Record,
) -> Option<(&'h Heard, Vec<Finding>)> {
    let mut heard: Vec<&Heard> = known.heard.iter().collect();
    heard.sort_by_key(|heard| std::cmp::Reverse(heard.at));
    heard.into_iter().take(HEARD_AT_MOST).find_map(|heard| {
        let found = |held| {
            let draft = Draft { subject: None, text: &heard.text };
            let mut found = rules.review(&draft, Some(&record(heard.at, held))).findings;
            found.retain(|found| found.rule == rule);
            found
        };
        (!found(Held::Nothing).is_empty()).then(|| (heard, found(Held::AsReported)))
    })
}

fn counts(report: &Report) -> Vec<u64> {
    let problem = report.problem.iter().flat_map(|p| [p.shipped, p.suspect, p.found_bad]).flatten();
    let places = report.places.iter().flat_map(|p| [p.suspect, p.good, p.bad, p.unchecked]);
    let sum = |of: fn(&super::facts::Place) -> u64| report.places.iter().map(of).sum::<u64>();
    let sums = [sum(|p| p.suspect), sum(|p| p.good), sum(|p| p.bad)];
    problem.chain(places).chain(sums).filter(|n| *n > 0).collect()
}

/// Every count of every word that the goods may be called by; without a count, one that nobody says.
fn quantities(report: &Report, counts: &[u64]) -> Vec<Quantity> {
    let goods = [report.title.as_str()].into_iter().chain(report.problem.iter().map(|p| p.failure_mode.as_str()));
    let words = goods.flat_map(|text| text.split(|c: char| !c.is_alphabetic())).chain(PIECES.iter().copied());
    let named =
        |word: &&str| word.chars().count() >= THING_AT_LEAST && !NO_GOODS.contains(&word.to_lowercase().as_str());
    let mut all = vec![];
    for word in words.filter(named) {
        let of = || word.to_owned();
        all.extend(counts.iter().map(|n| Quantity { count: *n as f64, of: of() }));
        if counts.is_empty() {
            all.push(Quantity { count: -1.0, of: of() });
        }
    }
    all
}

/// Every day that the report states.
fn days(report: &Report) -> impl Iterator<Item = DateTime> {
    let places = report.places.iter().flat_map(|p| [Some(p.done_on), p.ended_on]);
    let actions = report.actions.iter().flat_map(|a| [Some(a.due), a.done_on]);
    let causes = report
        .chains
        .iter()
        .flat_map(|c| c.causes.iter().map(|cause| cause.proven_on).chain([c.not_known.as_ref().map(|not| not.until)]));
    let across = report.across.iter().flat_map(|a| [Some(a.due), a.done_on]);
    let others = [report.head.recognised_on, report.head.opened_on, report.help.spoke_on, report.help.told_on];
    let until = report.measure.iter().map(|measure| measure.until);
    let all = places.chain(actions).chain(causes).chain(across).chain(others).chain(until);
    all.flatten().map(|day| day.at(0, 0, 0, 0))
}

/// What we wrote, with where it stands; what the customer said is theirs.
fn our_texts(report: &Report) -> Vec<(Discipline, &str)> {
    use Discipline::*;
    let mut all: Vec<(Discipline, &str)> = vec![(D0, report.help.told.as_str())];
    all.extend(
        report
            .problem
            .iter()
            .flat_map(|p| [(D2, p.failure_mode.as_str()), (D2, p.should.as_str()), (D2, p.is.as_str())]),
    );
    all.extend(
        report
            .compared
            .iter()
            .flat_map(|c| [&c.is, &c.is_not, &c.distinction, &c.change])
            .map(|text| (D2, text.as_str())),
    );
    all.extend(
        report
            .places
            .iter()
            .flat_map(|p| [&p.because, &p.method, &p.marking, &p.verified, &p.ended])
            .map(|text| (D3, text.as_str())),
    );
    all.extend(report.clean_from.iter().map(|clean| (D3, clean.words.as_str())));
    for chain in &report.chains {
        let causes = chain.causes.iter().flat_map(|cause| [&cause.text, &cause.proof]);
        let out = chain.ruled_out.iter().flat_map(|out| [&out.text, &out.because]);
        let not = chain.not_known.iter().map(|not| &not.words);
        all.extend(chain.whys.iter().flatten().chain(causes).chain(out).chain(not).map(|text| (D4, text.as_str())));
    }
    all.extend(report.their_views.iter().map(|view| (D4, view.answer.as_str())));
    all.extend(
        report.actions.iter().flat_map(|a| [&a.text, &a.side_effects, &a.proof_before]).map(|text| (D5, text.as_str())),
    );
    all.extend(report.actions.iter().map(|a| (D6, a.proof.as_str())));
    all.extend(report.measure.iter().flat_map(|m| [&m.what, &m.threshold]).map(|text| (D7, text.as_str())));
    all.extend(report.held.iter().map(|look| (D7, look.data.as_str())));
    all.extend(report.across.iter().flat_map(|a| [&a.what, &a.done]).map(|text| (D7, text.as_str())));
    // Branches of a chain share their first whys.
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|place| seen.insert(*place));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eight_d::facts::{Action, ChainOf, Head, NotKnown, Reached, Step};
    use casework::parts::{Chain, Problem, ReportStage, Strength};
    use jiff::civil::date;

    fn report() -> Report {
        let step = |d: &Discipline| Step { discipline: *d, reached: Reached::Begun };
        let problem = r#"{ "failure_mode": "No solder on U7", "shipped": 900, "suspect": 200 }"#;
        let problem: Problem = serde_json::from_str(problem).unwrap_or_else(|odd| panic!("{odd}"));
        let action = Action {
            text: "Put a camera behind the printer".into(),
            chains: vec![Chain::Escape],
            causes: vec![],
            strength: Strength::Strong,
            owner: "Quentin".into(),
            due: date(2026, 12, 4),
            side_effects: String::new(),
            proof_before: String::new(),
            done_on: None,
            proof: String::new(),
            documents: vec![],
        };
        Report {
            form: String::new(),
            stage: ReportStage::EightD,
            number: "MG-1".into(),
            revision: 1,
            language: "en".into(),
            day: date(2026, 11, 20),
            title: "Half the boards are dry".into(),
            from: "Makers".into(),
            to: "Acme".into(),
            contact: "Dana".into(),
            head: Head::default(),
            steps: Discipline::ALL.iter().map(step).collect(),
            help: Default::default(),
            team: None,
            problem: Some(problem),
            in_their_words: vec![],
            compared: vec![],
            places: vec![],
            clean_from: None,
            chains: vec![],
            their_views: vec![],
            actions: vec![action],
            measure: None,
            held: vec![],
            across: vec![],
            accepted: None,
            pictures: vec![],
        }
    }

    fn looked(report: &Report, told: &[(&str, &str)]) -> Vec<(Discipline, Odd)> {
        let rules = Reviewer::shipped().unwrap_or_else(|odd| panic!("{odd}"));
        let at = |said: &str| said.parse().unwrap_or(Timestamp::UNIX_EPOCH);
        let heard: Vec<Heard> = told.iter().map(|(on, text)| Heard { at: at(on), text: (*text).to_owned() }).collect();
        let known = Known { zone: &TimeZone::UTC, now: at("2026-11-20T10:00:00Z"), days: &[], heard: &heard };
        look(&rules, report, &known)
    }

    #[test]
    fn words_that_hide_are_found_where_they_stand_and_theirs_are_left_alone() {
        let mut told = report();
        assert_eq!(looked(&told, &[]), []);
        let odd = "Apparently, part X is failing to meet desired effectiveness quotas in real-world applications.";
        told.chains = vec![ChainOf {
            chain: Chain::Occurrence,
            whys: vec![vec![odd.into()], vec![odd.into()]],
            causes: vec![],
            ruled_out: vec![],
            not_known: Some(NotKnown { until: date(2026, 12, 1), words: "The paste is in the laboratory".into() }),
        }];
        let found = looked(&told, &[]);
        assert!(
            !found.is_empty()
                && found.iter().all(|(d, odd)| *d == Discipline::D4 && matches!(odd, Odd::NotPlain { .. })),
            "{found:?}"
        );
        told.chains.clear();
        told.in_their_words = vec![super::super::facts::Words { words: odd.into(), by: "Dana".into(), on: None }];
        assert_eq!(looked(&told, &[]), [], "what they said is theirs");
    }

    #[test]
    fn the_last_word_of_the_updates_is_held_against_the_report() {
        let told = report();
        let first = ("2026-11-18T09:00:00Z", "We have held back 480 boards.");
        let found = looked(&told, &[first]);
        let told_on = date(2026, 11, 18);
        assert!(
            matches!(&found[..], [(Discipline::D2, Odd::OtherCount { words, told_on: on, .. })] if words.contains("480") && *on == told_on),
            "{found:?}"
        );
        // Corrected since, so that nobody remembers the first number.
        let then = ("2026-11-19T09:00:00Z", "We counted again: 200 boards are held back.");
        assert_eq!(looked(&told, &[first, then]), []);
        assert_eq!(looked(&told, &[("2026-11-18T09:00:00Z", "In 3 days we know more.")]), [], "days are no boards");
    }

    #[test]
    fn a_day_that_they_were_told_is_in_the_report_or_in_what_was_agreed() {
        let told = report();
        let heard = |day: &str| {
            looked(&told, &[("2026-11-18T09:00:00Z", &format!("We will put up the camera on {day} December 2026."))])
        };
        assert_eq!(heard("4"), []);
        let found = heard("1");
        assert!(
            matches!(&found[..], [(Discipline::D5, Odd::OtherDay { words, .. })] if words.contains('1')),
            "{found:?}"
        );
        let mut other = report();
        other.actions[0].side_effects = "We will stop the line on 9 December 2026.".into();
        let found = looked(&other, &[]);
        assert!(
            matches!(&found[..], [(Discipline::D5, Odd::DayNotTold { words })] if words.contains('9')),
            "{found:?}"
        );
    }

    #[test]
    fn what_is_odd_costs_a_point_in_its_discipline() {
        let score = |discipline, points| Score { discipline, points, lacks: vec![], weak: vec![] };
        let odd = [(Discipline::D2, Odd::DayNotTold { words: "9 December".into() })];
        let scores = vec![score(Discipline::D2, 2), score(Discipline::D3, 2), score(Discipline::D4, 0)];
        let points: Vec<u8> = lowered(scores, &odd).iter().map(|s| s.points).collect();
        assert_eq!(points, [1, 2, 0]);
    }
}
