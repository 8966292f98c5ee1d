//! What a text promises: *I'll send the tracking number by Friday noon* becomes an act and a date, for a person to confirm.
use crate::found::{Found, Marker};
use crate::grammar::Flag;
use crate::record::Purpose;
use crate::report::{Promise, Promiser};
use crate::spans::{Counted, Side, Typed, Value, When};
use std::ops::Range;

/// The marker that a pack gives where somebody promises.
const PROMISE: &str = "promise";
/// The marker that says that the reader will do it.
const THEIRS: &str = "promise.theirs";
/// In a note of ours: what was promised, told in other words than one promises with.
const NOTED: &str = "promise.noted";
/// In a note of ours: a thing with its limit, such as *tracking number by Friday noon*.
const LIMIT: &str = "promise.limit";
/// Promises of one text; a person confirms each.
pub const PROMISES_AT_MOST: usize = 200;

/// Where a promise was seen, and the stretch of its sentence that is its own.
struct Seen {
    sentence: usize,
    who: Promiser,
    /// Where its words begin.
    start: usize,
    /// Where a date of its own may stand.
    within: Range<usize>,
}

/// Every promise, in the order of the text; a sentence may hold several.
pub fn promises(found: &Found<'_>) -> Vec<Promise> {
    let seen = seen(found);
    let mut all: Vec<Promise> = seen.iter().flat_map(|one| each(found, one)).collect();
    all.truncate(PROMISES_AT_MOST);
    all
}

fn seen(found: &Found<'_>) -> Vec<Seen> {
    let is_note = found.record.is_some_and(|r| r.purpose == Purpose::Note);
    let noted = found.named(NOTED).filter(|_| is_note);
    let ours = found.named(PROMISE).chain(noted).map(|m| (m, Promiser::Sender));
    let mut marked: Vec<(&Marker, Promiser)> = ours.chain(found.named(THEIRS).map(|m| (m, Promiser::Reader))).collect();
    marked.sort_by_key(|(m, _)| (m.bytes().start, std::cmp::Reverse(m.bytes().end)));
    marked.dedup_by(|b, a| b.0.bytes().start < a.0.bytes().end);
    marked.truncate(PROMISES_AT_MOST);
    let sentences = &found.reading.sentences;
    let mut seen = vec![];
    for (at, (marker, who)) in marked.iter().enumerate() {
        let sentence = marker.sentence().min(sentences.len() - 1);
        let (start, all) = (marker.bytes().start, &sentences[sentence].bytes);
        let next = marked.get(at + 1).map(|(m, _)| m.bytes().start).filter(|next| *next < all.end);
        let first = at == 0 || marked[at - 1].0.sentence() != marker.sentence();
        // Before the first promise of a sentence stands its date, or its condition.
        let from = if first { all.start } else { start };
        seen.push(Seen { sentence, who: *who, start, within: from..trimmed(found, start..next.unwrap_or(all.end)) });
    }
    if is_note {
        seen.extend(limits(found, &seen));
        seen.retain(|one| !sentences[one.sentence].asks);
        seen.sort_by_key(|one| one.start);
    }
    seen
}

/// Sentences of a note in which nobody says *I will* and a thing stands with its limit.
fn limits(found: &Found<'_>, seen: &[Seen]) -> Vec<Seen> {
    let said = |sentence: usize| seen.iter().any(|one| one.sentence == sentence);
    let mut alone: Vec<usize> = found.named(LIMIT).map(Marker::sentence).filter(|sentence| !said(*sentence)).collect();
    alone.dedup();
    let whole = |sentence: usize| {
        let bytes = found.reading.sentences.get(sentence)?.bytes.clone();
        let within = bytes.start..trimmed(found, bytes.clone());
        Some(Seen { sentence, who: Promiser::Sender, start: bytes.start, within })
    };
    alone.into_iter().take(PROMISES_AT_MOST).filter_map(whole).collect()
}

fn trimmed(found: &Found<'_>, bytes: Range<usize>) -> usize {
    let said = found.reading.text(bytes.clone());
    bytes.start + said.trim_end_matches(|c: char| !c.is_alphanumeric() && !")%€$£".contains(c)).len()
}

/// *The list by tomorrow 9 and the credit note by Friday* are two.
fn each(found: &Found<'_>, seen: &Seen) -> Vec<Promise> {
    let mut all = vec![];
    let mut start = seen.start;
    for (first, next) in pairs(found, seen.start..seen.within.end) {
        let Some(joint) = joint(found, first, next) else { continue };
        let end = found.reading.bytes(first.first, first.behind).end;
        let from = if all.is_empty() { seen.within.start } else { start };
        all.push(one(found, seen, start, from..end));
        start = joint;
    }
    let from = if all.is_empty() { seen.within.start } else { start };
    all.push(one(found, seen, start, from..seen.within.end));
    all
}

/// Dates that follow one another in a stretch.
fn pairs<'a>(found: &'a Found<'_>, bytes: Range<usize>) -> Vec<(&'a Typed, &'a Typed)> {
    let dates: Vec<&Typed> = dates(found, bytes).map(|(typed, _)| typed).collect();
    dates.windows(2).map(|two| (two[0], two[1])).collect()
}

/// Where the next promise begins, when an *and* with more than a date joins two dates.
fn joint(found: &Found<'_>, first: &Typed, next: &Typed) -> Option<usize> {
    let between = found.reading.tokens.get(first.behind..next.first)?;
    let role = |at: usize| found.pack.roles.of(between[at].set);
    let is_small = |at: &usize| {
        let role = role(*at);
        [Flag::at, Flag::of, Flag::about, Flag::article, Flag::within].into_iter().any(|flag| role.is(flag))
    };
    let is_joined = !between.is_empty() && role(0).is(Flag::and);
    let more = (1..between.len()).any(|at| !is_small(&at));
    (is_joined && more).then(|| between[1].start as usize)
}

fn one(found: &Found<'_>, seen: &Seen, start: usize, within: Range<usize>) -> Promise {
    let reading = found.reading;
    let sent = found.record.and_then(|r| r.sent_at);
    let date = date_in(found, start..within.end)
        .or_else(|| date_in(found, within.start..start))
        .or_else(|| date_behind(found, seen.sentence));
    let text = reading.text(start..within.end);
    let bytes = date.map(|(typed, when)| bytes_of(found, typed, when));
    Promise {
        start,
        end: within.end,
        text: text.to_owned(),
        who: seen.who,
        act: text.to_owned(),
        due: date.and_then(|(_, when)| when.due(sent)),
        when: date.map(|(typed, _)| reading.text(reading.bytes(typed.first, typed.behind)).to_owned()),
        date: bytes.unwrap_or_default(),
        side: date.map_or(Side::Unsaid, |(_, when)| when.side),
        zone: date.filter(|(_, when)| when.zone).map(|(typed, _)| zone(found, typed)),
        counted: date.map_or(Counted::Calendar, |(_, when)| when.counted()),
    }
}

/// The words of a date, with the *their* before it.
fn bytes_of(found: &Found<'_>, typed: &Typed, when: &When) -> Range<usize> {
    let tokens = &found.reading.tokens;
    let is_side = |at: &usize| {
        let role = found.pack.roles.of(tokens[*at].set);
        role.is(Flag::theirs) || role.is(Flag::ours)
    };
    let before = typed.first.checked_sub(1).filter(|at| when.side != Side::Unsaid && is_side(at));
    found.reading.bytes(before.unwrap_or(typed.first), typed.behind)
}

/// The name of the zone in the words of a date.
fn zone(found: &Found<'_>, typed: &Typed) -> String {
    let tokens = found.reading.tokens.get(typed.first..typed.behind).unwrap_or_default();
    let named = tokens.iter().rev().find(|t| found.pack.roles.of(t.set).is(Flag::zone));
    named.map_or_else(String::new, |t| found.reading.text(t.bytes()).to_uppercase())
}

/// The dates in a stretch that are not over.
fn dates<'a>(found: &'a Found<'_>, bytes: Range<usize>) -> impl Iterator<Item = (&'a Typed, &'a When)> {
    let reading = found.reading;
    let from = reading.typed.partition_point(|t| (reading.tokens[t.first].start as usize) < bytes.start);
    reading.typed[from..]
        .iter()
        .take_while(move |t| (reading.tokens[t.first].start as usize) < bytes.end)
        .filter_map(|t| if let Value::Date(when) = &t.value { Some((t, when)) } else { None })
        .filter(|(_, when)| !when.over)
}

fn date_in<'a>(found: &'a Found<'_>, bytes: Range<usize>) -> Option<(&'a Typed, &'a When)> {
    dates(found, bytes).next()
}

/// A date that is all there is in the next sentence: *By Friday noon.*
fn date_behind<'a>(found: &'a Found<'_>, sentence: usize) -> Option<(&'a Typed, &'a When)> {
    let next = found.reading.sentences.get(sentence + 1).filter(|s| s.words <= 6)?;
    date_in(found, next.bytes.clone())
}
