//! The report read once more before it is sent: whether our words in it are plain, and whether it says what the customer was told meanwhile
//! (DOMAIN 7). It looks at the facts of the report and changes none.
use super::facts::Report;
use casework::eight_d::Score;
use casework::inside::Discipline;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use proofread::{Draft, Finding, Level, Record, Reviewer, Unit, counts, unit};
use std::collections::BTreeSet;

/// Families of rules about words that hide, blame or play down; what a message lacks is nothing to a report.
const NOT_PLAIN: &[&str] = &["BL", "DF", "DS", "OV"];
/// A promised day that the record does not hold.
const OTHER_DAY: &str = "FX03";
/// What goods are called where they have no name of their own.
const PIECES: Unit = Unit::Goods("piece");
/// Numbers of the report that are named beside another one.
const COUNTS_NAMED: usize = 4;
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
            OTHER_DAY if is_of_the_calendar(&found.text) => Some(Odd::DayNotTold { words: found.text }),
            rule if found.level != Level::Consider && NOT_PLAIN.iter().any(|family| rule.starts_with(family)) => {
                Some(Odd::NotPlain { words: found.text, advice: found.say })
            }
            _ => None,
        });
        odd.extend(of_it.map(|odd| (discipline, odd)));
    }
    let told_on = |heard: &Heard| heard.at.to_zoned(known.zone.clone()).date();
    odd.extend(other_counts(report, known, told_on).into_iter().map(|odd| (Discipline::D2, odd)));
    if let Some((heard, found)) = newest(rules, known, OTHER_DAY, |at, is| match is {
        Held::Nothing => Record { plan: vec![DateTime::MIN], ..with_days(at) },
        Held::AsReported => with_days(at),
    }) {
        let place = if report.steps.iter().any(|step| step.discipline == Discipline::D5) {
            Discipline::D5
        } else {
            Discipline::D3
        };
        let named = found.into_iter().filter(|found| is_of_the_calendar(&found.text));
        odd.extend(named.map(|f| (place, Odd::OtherDay { words: f.text, told_on: told_on(heard) })));
    }
    odd.retain(|(discipline, _)| report.steps.iter().any(|step| step.discipline == *discipline));
    odd.dedup();
    odd.truncate(ODD_AT_MOST);
    odd
}

/// *4 December*, *2026-12-04*: a day that a report can be held to. *Tomorrow at noon* is when they hear from us, and the 2nd reflow no day.
fn is_of_the_calendar(words: &str) -> bool {
    let parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    words.contains(|c: char| c.is_ascii_digit()) && parts.count() > 1
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
    newest_first(known).find_map(|heard| {
        let found = |held| {
            let draft = Draft { subject: None, text: &heard.text };
            let mut found = rules.review(&draft, Some(&record(heard.at, held))).findings;
            found.retain(|found| found.rule == rule);
            found
        };
        (!found(Held::Nothing).is_empty()).then(|| (heard, found(Held::AsReported)))
    })
}

/// The numbers of goods in the newest text that counts them, where the report has others.
fn other_counts(report: &Report, known: &Known<'_>, told_on: impl Fn(&Heard) -> Date) -> Vec<Odd> {
    let goods = Goods::of(report);
    for heard in newest_first(known) {
        let said = counts(&heard.text, &goods.called);
        let mut comparable = said.iter().filter_map(|count| Some((count, goods.reported(count.of)?))).peekable();
        if comparable.peek().is_none() {
            continue;
        }
        let others = comparable.filter(|(count, reported)| !reported.contains(&count.count));
        let odd = |(count, reported): (&proofread::Count, &BTreeSet<u64>)| Odd::OtherCount {
            words: heard.text[count.bytes.clone()].split_whitespace().collect::<Vec<_>>().join(" "),
            told_on: told_on(heard),
            report: reported.iter().rev().take(COUNTS_NAMED).map(u64::to_string).collect::<Vec<_>>().join(", "),
        };
        return others.map(odd).collect();
    }
    vec![]
}

/// What the report counts: its goods, by whatever they are called, and what else stands in its own texts with a number.
struct Goods {
    /// Words of the title that name goods and are of no family.
    called: Vec<String>,
    families: BTreeSet<Unit>,
    counts: BTreeSet<u64>,
    others: Vec<(Unit, BTreeSet<u64>)>,
}

impl Goods {
    fn of(report: &Report) -> Self {
        let names = [report.title.as_str()].into_iter().chain(report.problem.iter().map(|p| p.failure_mode.as_str()));
        let words: Vec<&str> = names.flat_map(|text| text.split(|c: char| !c.is_alphabetic())).collect();
        let families = words.iter().filter_map(|word| unit(word)).chain([PIECES, Unit::Called]).collect();
        let called = words.iter().filter(|word| word.chars().count() >= THING_AT_LEAST && unit(word).is_none());
        let called = called.map(|word| word.to_lowercase()).collect();
        let mut goods = Self { called, families, counts: figures(report).into_iter().collect(), others: vec![] };
        // What they were told at first stands in D0, and is what the rest is held against.
        for (_, text) in our_texts(report).into_iter().filter(|(discipline, _)| *discipline != Discipline::D0) {
            for count in counts(text, &goods.called) {
                goods.add(count.of, count.count);
            }
        }
        goods
    }

    fn add(&mut self, of: Unit, count: u64) {
        if self.families.contains(&of) {
            self.counts.insert(count);
        } else if let Some((_, counts)) = self.others.iter_mut().find(|(unit, _)| *unit == of) {
            counts.insert(count);
        } else {
            self.others.push((of, BTreeSet::from([count])));
        }
    }

    /// The report's numbers of the same; nothing where it counts none of it.
    fn reported(&self, of: Unit) -> Option<&BTreeSet<u64>> {
        let others = || self.others.iter().find(|(unit, _)| *unit == of).map(|(_, counts)| counts);
        if self.families.contains(&of) { Some(&self.counts) } else { others() }.filter(|counts| !counts.is_empty())
    }
}

/// The figures of its fields: what was shipped, suspect and bad, place by place and in all.
fn figures(report: &Report) -> Vec<u64> {
    let problem = report.problem.iter().flat_map(|p| [p.shipped, p.suspect, p.found_bad]).flatten();
    let places = report.places.iter().flat_map(|p| [p.suspect, p.good, p.bad, p.unchecked]);
    let sum = |of: fn(&super::facts::Place) -> u64| report.places.iter().map(of).sum::<u64>();
    let sums = [sum(|p| p.suspect), sum(|p| p.good), sum(|p| p.bad)];
    problem.chain(places).chain(sums).filter(|n| *n > 0).collect()
}

fn newest_first<'h>(known: &Known<'h>) -> impl Iterator<Item = &'h Heard> {
    let mut heard: Vec<&Heard> = known.heard.iter().collect();
    heard.sort_by_key(|heard| std::cmp::Reverse(heard.at));
    heard.into_iter().take(HEARD_AT_MOST)
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
