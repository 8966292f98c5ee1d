//! What the message as a whole lacks or carries: attachments, promises, subject, language.
use super::dates::meaning;
use crate::found::{Found, Hit};
use crate::language;
use crate::record::{PromiseState, plain};
use crate::report::Promiser;
use crate::rule::Rule;
use std::collections::BTreeSet;

/// *attached*, and nothing is.
pub fn attachment_missing(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    if found.record.and_then(|r| r.attachments) != Some(0) {
        return vec![];
    }
    rule.words("markers").into_iter().flat_map(|name| found.named(name)).map(|m| Hit::new(m.bytes())).collect()
}

/// A promise that is overdue, and not a word about it.
pub fn overdue_unmentioned(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let Some(record) = found.record else { return vec![] };
    let mut overdue = record.promises.iter().filter(|p| p.state == PromiseState::Overdue).peekable();
    if overdue.peek().is_none() {
        return vec![];
    }
    let reading = found.reading;
    let said: BTreeSet<String> = reading.tokens.iter().map(|t| reading.folded(t).chars().take(5).collect()).collect();
    overdue
        .filter(|p| {
            let words = meaning(found, &p.what);
            words.intersection(&said).count() * 2 < words.len().max(1)
        })
        .map(|p| Hit::new(0..0).against("", format!("{} ({})", p.what, p.due.strftime("%-d %B %Y"))))
        .collect()
}

/// Somebody will do something, and nobody says when.
pub fn promise_without_date(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let open = found.promises.iter().filter(|p| p.when.is_none() && p.who == Promiser::Sender);
    open.map(|p| Hit::new(p.start..p.end)).collect()
}

pub fn promises_count(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let all = &found.promises;
    let most = rule.number("over", 5.0) as usize;
    let count = all.len().to_string();
    all.get(most).map(|p| Hit::new(p.start..p.end).against(count, most.to_string())).into_iter().collect()
}

/// A subject that is empty, says nothing, or lacks the number.
pub fn subject(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let Some(subject) = found.reading.draft.subject else { return vec![] };
    let bare = subject.trim().trim_end_matches(['!', '.', ':']).to_lowercase();
    let says_nothing = bare.is_empty() || rule.words("hollow").iter().any(|w| *w == bare);
    let numbers: Vec<String> = found.record.into_iter().flat_map(|r| &r.numbers).map(|n| plain(n)).collect();
    let own = plain(subject);
    let lacks = !numbers.is_empty() && !numbers.iter().any(|n| own.contains(n));
    if says_nothing || lacks { vec![Hit::new(0..0).against(subject, "")] } else { vec![] }
}

/// Another language than the reader's.
pub fn language(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let Some(wanted) = found.record.and_then(|r| r.language.as_deref()) else { return vec![] };
    let own = found.reading.own_text();
    let said = language::told(&own);
    let base = wanted.split(['-', '_']).next().unwrap_or(wanted);
    match said {
        Some(said) if said != base => vec![Hit::new(0..0).against(rule.named(said), rule.named(base))],
        _ => vec![],
    }
}
