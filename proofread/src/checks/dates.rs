//! Dates against the calendar and the record.
use crate::found::{Found, HITS_AT_MOST, Hit, Marker};
use crate::rule::{Level, Rule};
use crate::spans::{Exact, Side, Typed, Value, When};
use jiff::civil::{Date, DateTime};
use std::collections::BTreeSet;
use std::ops::Range;

fn dates<'a>(found: &'a Found<'_>) -> impl Iterator<Item = (&'a Typed, &'a When)> {
    found.reading.typed.iter().filter_map(|t| match &t.value {
        Value::Date(when) => Some((t, when)),
        _ => None,
    })
}

fn hit(found: &Found<'_>, typed: &Typed) -> Hit {
    let bytes = found.reading.bytes(typed.first, typed.behind);
    let said = found.reading.text(bytes.clone()).to_owned();
    Hit::new(bytes).against(said, "")
}

/// A day that is promised and that no plan, promise or option of the record holds.
pub fn promised(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let Some(record) = found.record else { return vec![] };
    let wanted: Vec<DateTime> = record.dates().collect();
    if wanted.is_empty() {
        return vec![];
    }
    let marked: BTreeSet<usize> =
        rule.words("markers").into_iter().flat_map(|name| found.named(name)).map(|m| m.sentence()).collect();
    // By when the reader is asked for something is theirs to keep.
    let asked: Vec<Range<usize>> =
        rule.words("asked").into_iter().flat_map(|name| found.named(name)).map(Marker::bytes).collect();
    let mut hits = vec![];
    for (typed, when) in dates(found) {
        let at = found.reading.bytes(typed.first, typed.behind);
        if asked.iter().any(|asked| asked.start <= at.start && at.end <= asked.end) {
            continue;
        }
        let Some(day) = when.day.filter(|_| when.is_firm() || when.exact == Exact::Ambiguous) else { continue };
        let sentence = found.reading.sentence_of(typed.first);
        // What is done today is an act, not a date of the plan.
        let today =
            when.exact == Exact::Relative && when.time.is_none() && record.sent_at.is_some_and(|s| s.date() == day);
        if today || when.is_past(record.sent_at) || !marked.contains(&sentence) || when.exact == Exact::Within {
            continue;
        }
        let same_day: Vec<&DateTime> = wanted.iter().filter(|w| w.date() == day).collect();
        let off = match when.time {
            _ if same_day.is_empty() => true,
            None => false,
            // A record without a time of the day holds the whole day.
            Some(time) => {
                !same_day.iter().any(|w| w.time() == time || w.hour() == 0 || (w.hour(), w.minute()) == (23, 59))
            }
        };
        if off {
            let near = wanted.iter().min_by_key(|w| days_apart(w.date(), day));
            let expected = near.map(|w| w.strftime("%-d %B %Y, %H:%M").to_string()).unwrap_or_default();
            hits.push(Hit { expected, ..hit(found, typed) });
        }
    }
    hits
}

fn days_apart(one: Date, other: Date) -> u32 {
    one.until(other).map_or(u32::MAX, |span| span.get_days().unsigned_abs())
}

/// *Monday 12 May 2026*, which is a Tuesday.
pub fn weekday(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let mut hits = vec![];
    for (typed, when) in dates(found) {
        let (Some(day), Some(said), Exact::Day) = (when.day, when.weekday, when.exact) else { continue };
        let is = day.weekday().to_monday_one_offset();
        if is != said {
            let names = &found.pack.grammar.weekdays;
            let name =
                names.get(usize::from(is.unsigned_abs()) - 1).and_then(|n| n.first()).cloned().unwrap_or_default();
            hits.push(Hit { expected: name, ..hit(found, typed) }.at(Level::Stop));
        }
    }
    hits
}

/// Something that will be done on a day that is over.
pub fn past_for_future(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let Some(sent) = found.record.and_then(|r| r.sent_at) else { return vec![] };
    let marked: BTreeSet<usize> =
        rule.words("markers").into_iter().flat_map(|name| found.named(name)).map(|m| m.sentence()).collect();
    let past = |when: &When| when.year && when.exact == Exact::Day && when.is_past(Some(sent));
    dates(found)
        .filter(|(t, w)| past(w) && marked.contains(&found.reading.sentence_of(t.first)))
        .take(HITS_AT_MOST)
        .map(|(t, _)| hit(found, t))
        .collect()
}

pub fn ambiguous(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let two = dates(found).filter_map(|(t, w)| Some((t, w.day?, w.other?)));
    two.take(HITS_AT_MOST)
        .map(|(t, one, other)| Hit { expected: format!("{one} / {other}"), ..hit(found, t) })
        .collect()
}

/// *tomorrow*, *Friday* without the day of the calendar in the same sentence.
pub fn relative(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let firm: BTreeSet<usize> =
        dates(found).filter(|(_, w)| w.exact == Exact::Day).map(|(t, _)| found.reading.sentence_of(t.first)).collect();
    dates(found)
        .filter(|(t, w)| w.exact == Exact::Relative && !w.over && !firm.contains(&found.reading.sentence_of(t.first)))
        .take(HITS_AT_MOST)
        .map(|(t, w)| Hit { expected: w.day.map(|d| d.to_string()).unwrap_or_default(), ..hit(found, t) })
        .collect()
}

/// A time of the day without a zone, where the two have different clocks.
pub fn time_without_zone(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let own: BTreeSet<usize> =
        rule.words("markers").into_iter().flat_map(|n| found.named(n)).map(|m| m.sentence()).collect();
    dates(found)
        .filter(|(t, w)| {
            w.time.is_some() && !w.zone && w.side == Side::Unsaid && !own.contains(&found.reading.sentence_of(t.first))
        })
        .take(HITS_AT_MOST)
        .map(|(t, _)| hit(found, t))
        .collect()
}

/// `14/5/2026` for somebody who reads the month first, and the other way round.
pub fn format(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let Some(month_first) = found.record.and_then(|r| r.month_first) else { return vec![] };
    let reading = found.reading;
    let mut hits = vec![];
    for (typed, when) in dates(found) {
        let said = reading.text(reading.bytes(typed.first, typed.behind));
        let mut numbers = said.split('/').map(|n| n.trim().parse::<u8>().unwrap_or(0));
        let (Some(first), Some(second), Exact::Day) = (numbers.next(), numbers.next(), when.exact) else { continue };
        if said.contains('/') && if month_first { first > 12 } else { second > 12 } {
            hits.push(hit(found, typed));
        }
    }
    hits
}

/// Two promises of the same with two dates, in the text or against the record.
pub fn contradicts(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let all = &found.promises;
    let least = rule.number("words", 2.0) as usize;
    let mut hits = vec![];
    let stems: Vec<BTreeSet<String>> = all.iter().map(|p| meaning(found, &p.act)).collect();
    for (at, one) in all.iter().enumerate().take(50) {
        let Some(due) = one.due else { continue };
        let other = all[..at].iter().zip(&stems).find(|(p, s)| {
            p.due.is_some_and(|d| d.date() != due.date()) && s.intersection(&stems[at]).count() >= least
        });
        if let Some((other, _)) = other {
            hits.push(Hit::new(one.start..one.end).against(one.text.as_str(), other.text.as_str()));
            continue;
        }
        let kept = found.record.into_iter().flat_map(|r| &r.promises).find(|p| {
            let same = meaning(found, &p.what).intersection(&stems[at]).count();
            same >= least && p.due.date() != due.date() && p.state != crate::record::PromiseState::Kept
        });
        if let Some(kept) = kept {
            let expected = format!("{}: {}", kept.what, kept.due.strftime("%-d %B %Y"));
            hits.push(Hit::new(one.start..one.end).against(one.text.as_str(), expected));
        }
    }
    hits
}

/// The beginnings of the words that mean something; not those of dates, nor those that every sentence has.
pub fn meaning(found: &Found<'_>, words: &str) -> BTreeSet<String> {
    let grammar = &found.pack.grammar;
    let dated = |word: &String| grammar.months.iter().chain(&grammar.weekdays).any(|names| names.contains(word));
    crate::phrase::cut(words)
        .into_iter()
        .filter(|w| w.chars().count() >= 4 && !w.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|w| !grammar.common.contains(w) && !dated(w))
        .map(|w| w.chars().take(5).collect())
        .collect()
}
