//! The words of a promise without its time, and what kind of promise they are.
use super::tokens::{self, Token, one_of};
use super::{TONGUES, Tongue};
use casework::parts::Promised;

/// Characters of a promise's words.
const WORDS_AT_MOST: usize = 200;
/// Words that are cut from the front of a promise, one after the other.
const LEAD_INS: usize = 4;
/// Words before a time that are looked at for a limit.
const BEFORE_AT_MOST: usize = 6;

/// The words of a promise: without what leads in, without marks and joints at the ends, with a large letter first.
pub fn worded(words: &str) -> String {
    trimmed(words, &TONGUES)
}

/// What is promised by such words: that they hear from us, or a thing.
pub fn kind(words: &str) -> Promised {
    let tokens = tokens::of(words);
    let calls = |tongue: &Tongue| one_of(&tokens, 0, tongue.calling.iter().copied()).is_some();
    if TONGUES.into_iter().any(calls) { Promised::NextContact } else { Promised::Thing }
}

/// Whether what stands before a time makes a limit of it: *by*, *bis*.
pub fn limits(before: &str) -> bool {
    let tokens = tokens::of(before);
    let from = tokens.len().saturating_sub(BEFORE_AT_MOST);
    let ends = |tongue: &Tongue| {
        (from..tokens.len()).any(|at| {
            one_of(&tokens, at, tongue.due.iter().copied())
                .is_some_and(|(_, words)| tokens[at + words..].iter().all(|t| tongue.glue.contains(&t.text.as_str())))
        })
    };
    TONGUES.into_iter().any(ends)
}

pub(super) fn trimmed(words: &str, tongues: &[&Tongue]) -> String {
    let mark = |c: char| c.is_whitespace() || ",;:.!-–—•∙*\"“”()".contains(c);
    let mut left = words.trim_matches(mark);
    for _ in 0..LEAD_INS {
        let tokens = tokens::of(left);
        let leads = tongues.iter().flat_map(|tongue| tongue.lead_in.iter().copied());
        let Some((_, count)) = one_of(&tokens, 0, leads) else { break };
        left = tokens.get(count).map_or("", |next| &left[next.at.start..]).trim_matches(mark);
    }
    for _ in 0..LEAD_INS {
        let tokens = tokens::of(left);
        let is_joint = |t: &Token| {
            let said = t.text.as_str();
            let joins = |tongue: &&Tongue| {
                [tongue.due, tongue.leads, tongue.glue, tongue.and].iter().any(|list| list.contains(&said))
            };
            tongues.iter().any(joins)
        };
        let Some(last) = tokens.last().filter(|t| is_joint(t)) else { break };
        left = left[..last.at.start].trim_matches(mark);
    }
    let short: String = left.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(WORDS_AT_MOST).collect();
    let mut chars = short.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
