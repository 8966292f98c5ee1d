//! Numbers against the record: orders and parts, amounts, quantities, and sums that do not add up.
use super::names::distance;
use crate::found::{Found, Hit};
use crate::record::plain;
use crate::rule::{Level, Rule};
use crate::spans::{Money, Typed, Value, amount};
use std::ops::Range;

/// Letters that differ in a number that was mistyped.
const SLIPS: usize = 2;

fn of_kind<'a, T>(
    found: &'a Found<'_>,
    pick: impl Fn(&'a Typed) -> Option<T> + 'a,
) -> impl Iterator<Item = (Range<usize>, T)> + 'a {
    let reading = found.reading;
    reading.typed.iter().filter_map(move |t| Some((reading.bytes(t.first, t.behind), pick(t)?)))
}

/// A number that looks like one of this case and is none.
pub fn identifiers(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let Some(record) = found.record.filter(|r| !r.numbers.is_empty()) else { return vec![] };
    let known: Vec<(String, &str)> = record.numbers.iter().map(|n| (plain(n), n.as_str())).collect();
    let numbers = of_kind(found, |t| match &t.value {
        Value::Identifier { said, labelled } => Some((said, *labelled)),
        _ => None,
    });
    let mut hits = vec![];
    for (bytes, (said, labelled)) in numbers {
        let own = plain(said);
        // "PO 4711" says the same as "PO-4711".
        let bare = |n: &str| n.trim_start_matches(char::is_alphabetic) == own;
        if known.iter().any(|(n, _)| *n == own || (labelled && bare(n))) {
            continue;
        }
        let near = known.iter().find(|(n, _)| distance(n, &own, SLIPS).is_some());
        let alike = near.or_else(|| known.iter().find(|(n, _)| shape(n) == shape(&own)));
        match alike {
            Some((_, meant)) => hits.push(Hit::new(bytes).against(said.as_str(), *meant).at(Level::Stop)),
            None if labelled => hits.push(Hit::new(bytes).against(said.as_str(), "").at(Level::Consider)),
            None => {}
        }
    }
    hits
}

/// Letters as they are, digits as `0`.
fn shape(number: &str) -> String {
    number.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// No number of this case anywhere, in text or subject.
pub fn identifier_missing(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let Some(record) = found.record.filter(|r| !r.numbers.is_empty()) else { return vec![] };
    let draft = found.reading.draft;
    let as_kept = |text: &str| record.numbers.iter().any(|n| text.contains(n.as_str()));
    let written_otherwise = |text: &str| {
        let text = plain(text);
        record.numbers.iter().any(|n| text.contains(&plain(n)))
    };
    let both = [draft.subject.unwrap_or(""), draft.text];
    let there = both.into_iter().any(as_kept) || both.into_iter().any(written_otherwise);
    if there { vec![] } else { vec![Hit::new(0..0).against("", record.numbers[0].as_str())] }
}

/// An amount that nobody approved.
pub fn amounts(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let Some(record) = found.record else { return vec![] };
    let costs = record.options.iter().filter_map(|o| amount(&o.cost));
    let approved: Vec<Money> = record.approved().chain(costs).collect();
    if approved.is_empty() {
        return vec![];
    }
    let fits = |said: &Money, one: &Money| {
        said.hundredths == one.hundredths
            && (said.currency == one.currency || said.currency.is_empty() || one.currency.is_empty())
    };
    of_kind(found, money)
        .filter(|(_, said)| !approved.iter().any(|one| fits(said, one)))
        .map(|(bytes, said)| {
            let near = approved.iter().min_by_key(|one| one.hundredths.abs_diff(said.hundredths));
            let found_words = found.reading.text(bytes.clone()).to_owned();
            Hit::new(bytes).against(found_words, near.map(shown).unwrap_or_default()).at(Level::Stop)
        })
        .collect()
}

fn money(typed: &Typed) -> Option<&Money> {
    match &typed.value {
        Value::Money(money) => Some(money),
        _ => None,
    }
}

fn shown(money: &Money) -> String {
    format!("{} {}.{:02}", money.currency, money.hundredths / 100, money.hundredths % 100).trim().to_owned()
}

/// More than the writer may give, and nobody approved it.
pub fn beyond_authority(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let Some(record) = found.record else { return vec![] };
    let Some(may) = record.authority.as_deref().and_then(amount) else { return vec![] };
    let approved: Vec<Money> = record.approved().collect();
    of_kind(found, money)
        .filter(|(_, said)| said.hundredths > may.hundredths && !approved.contains(said))
        .map(|(bytes, said)| Hit::new(bytes).against(shown(said), shown(&may)).at(Level::Stop))
        .collect()
}

/// How many of what: another number than the record has of the same thing.
pub fn quantities(found: &Found<'_>, _rule: &Rule) -> Vec<Hit> {
    let Some(record) = found.record.filter(|r| !r.quantities.is_empty()) else { return vec![] };
    let reading = found.reading;
    let mut hits = vec![];
    for typed in &reading.typed {
        let count = match &typed.value {
            Value::Number(count) => *count,
            Value::Identifier { said, labelled: false } => said.parse().unwrap_or(f64::NAN),
            _ => continue,
        };
        let behind: Vec<String> = reading.tokens.iter().skip(typed.behind).take(2).map(|t| reading.folded(t)).collect();
        let same = |of: &str| behind.iter().any(|word| is_form(word, of));
        let mut of_it = record.quantities.iter().filter(|q| same(&q.of.to_lowercase())).peekable();
        let Some(first) = of_it.peek().map(|q| q.count) else { continue };
        if of_it.any(|q| (q.count - count).abs() < 1e-9) || count.is_nan() {
            continue;
        }
        let slip = distance(&first.to_string(), &count.to_string(), 1).is_some() || digits_changed(first, count);
        let level = if slip { Level::Stop } else { Level::Fix };
        hits.push(
            Hit::new(reading.bytes(typed.first, typed.behind)).against(count.to_string(), first.to_string()).at(level),
        );
    }
    hits
}

fn is_form(word: &str, of: &str) -> bool {
    let stem = of.trim_end_matches('s');
    !stem.is_empty() && word.starts_with(stem) && word.len() <= stem.len() + 2
}

fn digits_changed(one: f64, other: f64) -> bool {
    let sorted = |n: f64| {
        let mut digits: Vec<char> = n.to_string().chars().collect();
        digits.sort_unstable();
        digits
    };
    sorted(one) == sorted(other)
}

/// *12 boards and 30 boards, 40 in all*; *50 of 40*.
pub fn sums(found: &Found<'_>, rule: &Rule) -> Vec<Hit> {
    let reading = found.reading;
    let (total_words, of_words) = (rule.words("words"), rule.words("of"));
    let mut hits = vec![];
    for sentence in &reading.sentences {
        let range = sentence.tokens.clone();
        let from = reading.typed.partition_point(|t| t.first < range.start);
        let counted =
            reading.typed[from..].iter().take_while(|t| t.first < range.end).filter_map(|t| counted(t).map(|n| (t, n)));
        if counted.clone().nth(1).is_none() {
            continue;
        }
        let numbers: Vec<(&Typed, f64)> = counted.collect();
        for pair in numbers.windows(2) {
            let between = &reading.tokens[pair[0].0.behind..pair[1].0.first];
            let is_of = (1..=2).contains(&between.len()) && reading.is_one(&between[0], &of_words);
            if is_of && pair[0].1 > pair[1].1 {
                hits.push(Hit::new(reading.bytes(pair[0].0.first, pair[1].0.behind)).at(Level::Fix));
            }
        }
        let Some(total_at) = range.clone().find(|at| reading.is_one(&reading.tokens[*at], &total_words)) else {
            continue;
        };
        // The sum stands right behind its word ("total: 40") or right before it ("40 in all").
        let Some(sum) =
            numbers.iter().position(|(t, _)| t.first.abs_diff(total_at) <= 3 || t.behind.abs_diff(total_at) <= 2)
        else {
            continue;
        };
        let sum = numbers
            .iter()
            .rposition(|(t, _)| t.first.abs_diff(total_at) <= 3 || t.behind.abs_diff(total_at) <= 2)
            .unwrap_or(sum);
        let parts: f64 = numbers.iter().enumerate().filter(|(at, _)| *at < sum).map(|(_, (_, n))| n).sum();
        if sum >= 2 && (parts - numbers[sum].1).abs() > 1e-6 {
            let (typed, said) = numbers[sum];
            hits.push(Hit::new(reading.bytes(typed.first, typed.behind)).against(said.to_string(), parts.to_string()));
        }
    }
    hits
}

fn counted(typed: &Typed) -> Option<f64> {
    match &typed.value {
        Value::Number(number) => Some(*number),
        Value::Money(money) => Some(money.hundredths as f64 / 100.0),
        _ => None,
    }
}
