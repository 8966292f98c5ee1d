//! What a text promises: *I'll send the tracking number by Friday noon* becomes an act and a date, for a person to confirm.
use crate::found::{Found, Marker};
use crate::report::{Promise, Promiser};
use crate::spans::{Typed, Value, When};
use std::ops::Range;

/// The marker that a pack gives where somebody promises.
const PROMISE: &str = "promise";
/// The marker that says that the reader will do it.
const THEIRS: &str = "promise.theirs";
/// Promises of one text; a person confirms each.
pub const PROMISES_AT_MOST: usize = 200;

/// Every promise, in the order of the text; a sentence may hold several.
pub fn promises(found: &Found<'_>) -> Vec<Promise> {
    let mut marked: Vec<(&Marker, Promiser)> = found
        .named(PROMISE)
        .map(|m| (m, Promiser::Sender))
        .chain(found.named(THEIRS).map(|m| (m, Promiser::Reader)))
        .collect();
    marked.sort_by_key(|(m, _)| (m.bytes().start, std::cmp::Reverse(m.bytes().end)));
    marked.dedup_by(|b, a| b.0.bytes().start < a.0.bytes().end);
    marked.truncate(PROMISES_AT_MOST);
    let mut all = vec![];
    for (at, (marker, who)) in marked.iter().enumerate() {
        let sentence = &found.reading.sentences[marker.sentence().min(found.reading.sentences.len() - 1)];
        let next = marked.get(at + 1).map(|(m, _)| m.bytes().start).filter(|next| *next < sentence.bytes.end);
        let first = at == 0 || marked[at - 1].0.sentence() != marker.sentence();
        // Before the first promise of a sentence stands its date, or its condition.
        let start = if first { sentence.bytes.start } else { marker.bytes().start };
        let end = trimmed(found, marker.bytes().start..next.unwrap_or(sentence.bytes.end));
        all.push(one(found, marker, *who, start..end));
    }
    all
}

fn trimmed(found: &Found<'_>, bytes: Range<usize>) -> usize {
    let said = found.reading.text(bytes.clone());
    bytes.start + said.trim_end_matches(|c: char| !c.is_alphanumeric() && !")%€$£".contains(c)).len()
}

fn one(found: &Found<'_>, marker: &Marker, who: Promiser, within: Range<usize>) -> Promise {
    let reading = found.reading;
    let sent = found.record.and_then(|r| r.sent_at);
    let date = date_in(found, marker.bytes().start..within.end)
        .or_else(|| date_in(found, within.start..marker.bytes().start))
        .or_else(|| date_behind(found, marker.sentence()));
    let text = reading.text(marker.bytes().start..within.end);
    Promise {
        start: marker.bytes().start,
        end: within.end,
        text: text.to_owned(),
        who,
        act: text.to_owned(),
        due: date.and_then(|(_, when)| when.due(sent)),
        when: date.map(|(typed, _)| reading.text(reading.bytes(typed.first, typed.behind)).to_owned()),
    }
}

/// The first date in a stretch that is not over.
fn date_in<'a>(found: &'a Found<'_>, bytes: Range<usize>) -> Option<(&'a Typed, &'a When)> {
    let reading = found.reading;
    let from = reading.typed.partition_point(|t| (reading.tokens[t.first].start as usize) < bytes.start);
    reading.typed[from..]
        .iter()
        .take_while(|t| (reading.tokens[t.first].start as usize) < bytes.end)
        .filter_map(|t| if let Value::Date(when) = &t.value { Some((t, when)) } else { None })
        .find(|(_, when)| !when.over)
}

/// A date that is all there is in the next sentence: *By Friday noon.*
fn date_behind<'a>(found: &'a Found<'_>, sentence: usize) -> Option<(&'a Typed, &'a When)> {
    let next = found.reading.sentences.get(sentence + 1).filter(|s| s.words <= 6)?;
    date_in(found, next.bytes.clone())
}
