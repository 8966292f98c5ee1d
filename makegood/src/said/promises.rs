//! Promises caught in what somebody typed: *tracking number by Friday noon*. Only proposed; a person confirms each.
use super::scan::{self, Found, Unsaid};
use super::tokens::{self, Token, one_of};
use super::tongue::Tongue;
use super::{TONGUES, Zones};
use casework::parts::Promised;
use jiff::Timestamp;

/// Promises proposed from one text.
const CAUGHT_AT_MOST: usize = 5;
/// Characters of a promise's words.
const WORDS_AT_MOST: usize = 200;
/// Sentences of one text that are looked at.
const SENTENCES: usize = 200;
/// Words that are cut from the front of a promise, one after the other.
const LEAD_INS: usize = 4;

/// A promise as it was caught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caught {
    pub what: Promised,
    /// What was promised, without its time.
    pub words: String,
    pub due: Timestamp,
    /// The sentence as it was typed.
    pub said: String,
}

/// Where it was written, which says how much of it is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// Among their words and our notes: only what reads like a promise of ours is one.
    InNotes,
    /// Where we write what we promised: every dated sentence is one.
    AsPromise,
}

/// The promises in a text that lie ahead, in the order in which they were typed.
pub fn caught(text: &str, written: Written, now: Timestamp, zones: &Zones) -> Vec<Caught> {
    let mut found: Vec<Caught> = vec![];
    for sentence in sentences(text) {
        let all = TONGUES.into_iter().map(|tongue| in_sentence(sentence, written, now, zones, tongue));
        for promise in all.into_iter().find(|caught| !caught.is_empty()).unwrap_or_default() {
            let known = found.iter().any(|f| f.due == promise.due && f.words.eq_ignore_ascii_case(&promise.words));
            if !known && found.len() < CAUGHT_AT_MOST {
                found.push(promise);
            }
        }
    }
    found
}

/// Parts of a text that stand for themselves; a point inside a number or a short name of a month ends nothing.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(ended).map(str::trim).filter(|s| !s.is_empty()).take(SENTENCES)
}

fn ended(line: &str) -> Vec<&str> {
    let mut parts = vec![];
    let mut from = 0;
    for (at, mark) in line.char_indices() {
        let after = &line[at + mark.len_utf8()..];
        let ends =
            matches!(mark, ';' | '!' | '?') || (mark == '.' && after.starts_with(char::is_whitespace) && begins(after));
        if ends {
            parts.push(&line[from..at + mark.len_utf8()]);
            from = at + mark.len_utf8();
        }
    }
    parts.push(&line[from..]);
    parts
}

/// A new sentence begins with a large letter; *28 Nov. 14:00* goes on.
fn begins(after: &str) -> bool {
    after.trim_start().starts_with(|c: char| c.is_uppercase() || "“\"'•∙-".contains(c))
}

fn in_sentence(sentence: &str, written: Written, now: Timestamp, zones: &Zones, tongue: &Tongue) -> Vec<Caught> {
    let tokens = tokens::of(sentence);
    let times = scan::all(&tokens, tongue);
    if times.is_empty() || sentence.ends_with('?') || (written == Written::InNotes && !is_ours(&tokens, &times, tongue))
    {
        return vec![];
    }
    let mut caught = vec![];
    for (n, (from, time)) in times.iter().enumerate() {
        let begins = n.checked_sub(1).map_or(0, |before| end_of(&tokens, &times[before]));
        let before = &sentence[begins..tokens[*from].at.start];
        let ends = times.get(n + 1).map_or(sentence.len(), |(next, _)| tokens[*next].at.start);
        let after = &sentence[end_of(&tokens, &times[n])..ends];
        // *By Friday you have the list*: what is promised may stand behind its time.
        let words = Some(trimmed(before, tongue)).filter(|w| !w.is_empty()).unwrap_or_else(|| trimmed(after, tongue));
        let what = if calls(&words, tongue) { Promised::NextContact } else { Promised::Thing };
        let unsaid = if what == Promised::NextContact && !time.is_due { Unsaid::Morning } else { Unsaid::Evening };
        if let Some(due) = time.at(now, zones, unsaid).filter(|due| *due > now && !words.is_empty()) {
            caught.push(Caught { what, words, due, said: sentence.to_owned() });
        }
    }
    caught
}

fn end_of(tokens: &[Token], (from, time): &(usize, Found)) -> usize {
    tokens[from + time.tokens - 1].at.end
}

/// Somebody of us promises, or a thing stands with its limit and nobody else's need is told.
fn is_ours(tokens: &[Token], times: &[(usize, Found)], tongue: &Tongue) -> bool {
    let says = |phrases: &'static [&'static str]| {
        (0..tokens.len()).any(|at| one_of(tokens, at, phrases.iter().copied()).is_some())
    };
    says(tongue.promising) || (times.iter().any(|(_, time)| time.is_due) && !says(tongue.not_ours))
}

fn calls(words: &str, tongue: &Tongue) -> bool {
    one_of(&tokens::of(words), 0, tongue.calling.iter().copied()).is_some()
}

/// The words of a promise: without what leads in, without marks and joints at the ends, with a large letter first.
pub(super) fn trimmed(words: &str, tongue: &Tongue) -> String {
    let mark = |c: char| c.is_whitespace() || ",;:.!-–—•∙*\"“”()".contains(c);
    let mut left = words.trim_matches(mark);
    for _ in 0..LEAD_INS {
        let tokens = tokens::of(left);
        let Some((_, count)) = one_of(&tokens, 0, tongue.lead_in.iter().copied()) else { break };
        left = tokens.get(count).map_or("", |next| &left[next.at.start..]).trim_matches(mark);
    }
    for _ in 0..LEAD_INS {
        let tokens = tokens::of(left);
        let joints = [tongue.due, tongue.glue, tongue.and];
        let is_joint = |t: &Token| joints.iter().any(|list| list.contains(&t.text.as_str()));
        let Some(last) = tokens.last().filter(|t| is_joint(t)) else { break };
        left = left[..last.at.start].trim_matches(mark);
    }
    let short: String = left.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(WORDS_AT_MOST).collect();
    let mut chars = short.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
