//! What they pressed about their deliveries, read delivery by delivery: fine, not right with their words, or left open.
use super::arrived_wrong::{Wrong, trouble};
use super::theirs_arrivals::line_of;
use super::ui::Typed;
use crate::theirs::arrivals::{Answered, Arrivals};
use crate::theirs::receiver::Receiver;
use crate::words::{t, t_with};
use casework::ids::ContactId;
use casework::kinds::Safety;
use casework::parts::Said;
use std::collections::BTreeSet;
use store::checks::{Answer, Asked};
use uuid::Uuid;
use watch::Outcome;

/// *40 × KB-7 rev C (4418/1)*: what came, as far as it is known; the number of the order where nothing else is.
pub fn goods(one: &Asked) -> String {
    let key = if one.line_no.is_empty() { one.order_no.clone() } else { format!("{}/{}", one.order_no, one.line_no) };
    let known = |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
    match (known(&one.quantity), known(&one.item)) {
        (Some(quantity), Some(item)) => format!("{quantity} × {item} ({key})"),
        (None, Some(item)) => format!("{item} ({key})"),
        _ => t_with("theirs-arrivals-order", &[("order", key.into())]),
    }
}

/// Their answers; what cannot be taken as it is stands beside its field.
pub fn answers(me: &Receiver, seen: &Arrivals, typed: &mut Typed) -> Vec<Answered> {
    if typed.filled("all").is_some() {
        return all_fine(me, seen, typed);
    }
    let mut answers = vec![];
    for one in seen.open.iter().chain(&seen.told) {
        match said(me, one, typed) {
            Ok(Some(answered)) => answers.push(answered),
            Ok(None) => {}
            Err((name, key)) => typed.wrong(&format!("{name}.{}", one.line), t(key)),
        }
    }
    not_here_any_more(seen, typed);
    if answers.is_empty() && typed.is_fine() && !already(seen, typed) {
        typed.wrong("", t("theirs-arrivals-nothing-said"));
    }
    answers
}

/// The deliveries that stood on the page when they pressed, and no others: one that came since is asked about by itself.
fn all_fine(me: &Receiver, seen: &Arrivals, typed: &mut Typed) -> Vec<Answered> {
    let no = |(name, value): (&str, &str)| {
        (name.starts_with("ordered.") || name.starts_with("fine.")) && value == "no"
            || name.starts_with("words.") && !value.trim().is_empty()
    };
    if typed.pairs().any(no) {
        typed.wrong("", t("theirs-arrivals-all-but"));
        return vec![];
    }
    let shown: BTreeSet<Uuid> = typed.values("line").filter_map(|line| line.parse().ok()).collect();
    seen.open.iter().filter(|one| shown.contains(&one.line)).map(|one| fine(one, me.contact.id)).collect()
}

fn fine(one: &Asked, contact: ContactId) -> Answered {
    let answer = Answer { outcome: Outcome::Ok, contact: Some(contact), words: String::new() };
    Answered { line: one.line, answer, wrong: None }
}

/// What was said of one delivery; nothing where it was left open.
fn said(me: &Receiver, one: &Asked, typed: &Typed) -> Result<Option<Answered>, (&'static str, &'static str)> {
    let value = |name: &str| typed.value(&format!("{name}.{}", one.line));
    let words = value("words");
    match (value("ordered"), value("fine")) {
        ("", "") if words.is_empty() => Ok(None),
        ("yes", "yes") if words.is_empty() => {
            // Somebody else of theirs answered meanwhile: it is answered.
            let open = matches!(one.outcome, None | Some(Outcome::NotHeard));
            Ok(open.then(|| fine(one, me.contact.id)))
        }
        ("yes", "yes") => Err(("fine", "theirs-arrivals-both-ways")),
        ("no", _) | (_, "no") if words.is_empty() => Err(("words", "theirs-arrivals-words-needed")),
        ("no", _) | (_, "no") => {
            let safety = Safety::from_word(value("safety")).ok_or(("safety", "theirs-arrivals-safety-needed"))?;
            let as_ordered = if value("ordered") == "no" { Said::No } else { Said::Yes };
            Ok(Some(wrong(me, one, words, safety, as_ordered)))
        }
        ("", _) => Err(("ordered", "theirs-arrivals-answer-both")),
        _ => Err(("fine", "theirs-arrivals-answer-both")),
    }
}

fn wrong(me: &Receiver, one: &Asked, words: &str, safety: Safety, as_ordered: Said) -> Answered {
    let contact = Some(me.contact.id);
    let (account, order, item) = (me.account.id, goods(one), one.item.clone());
    let case = trouble(Wrong { account, contact, order, item, said_by: &me.contact.name, words, safety, as_ordered });
    let answer = Answer { outcome: Outcome::NotOk, contact, words: words.to_owned() };
    Answered { line: one.line, answer, wrong: Some(case) }
}

/// Words about a delivery that turned out to be none, or that was answered long ago: they read them back and whom to call.
fn not_here_any_more(seen: &Arrivals, typed: &mut Typed) {
    let here = |line: Uuid| seen.open.iter().chain(&seen.told).any(|one| one.line == line);
    let gone: Vec<(String, String)> = typed
        .pairs()
        .filter(|(name, words)| name.starts_with("words.") && !words.trim().is_empty())
        .filter(|(name, _)| !line_of(name).is_some_and(here))
        .map(|(name, words)| (name.to_owned(), words.trim().to_owned()))
        .collect();
    for (name, words) in gone {
        typed.wrong(&name, t_with("theirs-arrivals-gone", &[("words", words.into())]));
    }
}

/// They pressed once more, or somebody else was quicker: whatever they ticked is answered.
fn already(seen: &Arrivals, typed: &Typed) -> bool {
    let ticked: Vec<Uuid> = typed
        .pairs()
        .filter(|(name, value)| name.starts_with("fine.") && *value == "yes")
        .filter_map(|(name, _)| line_of(name))
        .collect();
    !ticked.is_empty() && ticked.iter().all(|line| seen.told.iter().any(|one| one.line == *line))
}
