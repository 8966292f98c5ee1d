//! All facts about lines that somebody still has to look at. One more fact touches one line, and only that line is looked at again.

use crate::{
    Ground,
    fact::{Dated, Fact, What},
    finding::Finding,
    line::{Check, Line, LineKey, Outcome, PromiseChange},
    rules,
    slip::History,
    story::{Nonconformity, PromiseSaid, Story},
};
use std::collections::HashMap;

/// Facts of one line; more are a mistake of the source, and the oldest places stay.
const FACTS_AT_MOST: usize = 2_000;

/// The open lines by their key. Closed ones are let go of by [`Book::let_go`], so it does not grow with the years.
#[derive(Debug, Clone, Default)]
pub struct Book {
    lines: HashMap<LineKey, Vec<Fact>>,
}

/// What one fact did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// The line has to be looked at again.
    Changed,
    /// It was known already, or something later is known.
    Known,
    /// The line has more facts than a line can have.
    TooMany,
}

impl Book {
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Takes a fact in. The same facts in any order, and as often as you like, end in the same book.
    pub fn take(&mut self, fact: Fact) -> Taken {
        let facts = self.lines.entry(fact.line.clone()).or_default();
        match facts.binary_search_by(|known| known.place().cmp(&fact.place())) {
            Ok(at) => {
                let known = &mut facts[at];
                if !fact.goes_before(known) {
                    return Taken::Known;
                }
                let same = known.what == fact.what;
                *known = fact;
                if same { Taken::Known } else { Taken::Changed }
            }
            Err(_) if facts.len() >= FACTS_AT_MOST => Taken::TooMany,
            Err(at) => {
                facts.insert(at, fact);
                Taken::Changed
            }
        }
    }

    /// Lets go of a line that nobody waits for and nobody has to ask about any more.
    pub fn let_go(&mut self, key: &LineKey) {
        self.lines.remove(key);
    }

    /// A line with everything that touches it.
    pub fn story(&self, key: &LineKey) -> Option<Story> {
        self.lines.get(key).map(|facts| story(key, facts))
    }

    /// What looks wrong with one line.
    pub fn look_at(&self, key: &LineKey, history: &History, ground: &Ground) -> Vec<Finding> {
        self.story(key).map(|story| look(&story, history, ground)).unwrap_or_default()
    }

    /// What looks wrong with any line. `each` gets the findings line by line, so that a million lines need no list of all.
    pub fn look(&self, history: &History, ground: &Ground, mut each: impl FnMut(&Story, Vec<Finding>)) {
        for (key, facts) in &self.lines {
            let story = story(key, facts);
            let found = look(&story, history, ground);
            each(&story, found);
        }
    }
}

/// Everything that looks wrong with one line.
pub fn look(story: &Story, history: &History, ground: &Ground) -> Vec<Finding> {
    let mut found = look_ahead(story, history, ground);
    found.extend(rules::negative_slack::check(&story.line, ground));
    found.extend(changes(story).iter().filter_map(|change| rules::silent_slip::check(change, ground)));
    found.extend(rules::late_undelivered::check(&story.line, ground));
    found.extend(rules::unchecked_delivery::check(&story.line, ground));
    found
}

/// What needs more than the line's own dates: its past, and everything that touches it. The rest is seen the moment that a date
/// comes in. In the order of the rules' numbers.
pub fn look_ahead(story: &Story, history: &History, ground: &Ground) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    found.extend(rules::unacknowledged::check(story, ground));
    found.extend(rules::acknowledged_later::check(story, ground));
    found.extend(rules::predicted_late::check(story, history, ground));
    found.extend(rules::thin_slack::check(story, ground));
    found.extend(rules::milestone_missed::check(story, ground));
    found.extend(rules::upstream_slipped::check(story, ground));
    found.extend(rules::short_stock::check(story, ground));
    found.extend(rules::failed_inspection::check(story, ground));
    found.extend(rules::overload::check(story, ground));
    found.extend(rules::not_shipped::check(story, ground));
    found.extend(rules::carrier_trouble::check(story, ground));
    found.extend(rules::quantity_off::check(story, ground));
    found.extend(rules::delivery_denied::check(story, ground));
    found.extend(rules::check_went_wrong::check(story, ground));
    found.extend(rules::nonconformity::check(story, ground));
    found.extend(rules::return_without_case::check(story, ground));
    found.extend(rules::short_paid::check(story, ground));
    found.extend(rules::asked_thrice::check(story, ground));
    found
}

/// The last move of the promise: what the customer was told before it, and what they have not been told since.
fn changes(story: &Story) -> Vec<PromiseChange> {
    let Some(now) = story.promises.last() else { return vec![] };
    let before = story.promises.iter().rev().find(|said| said.day != now.day);
    let Some(before) = before else { return vec![] };
    vec![PromiseChange {
        line: story.line.key.clone(),
        from: before.day,
        to: now.day,
        known_at: now.known_at,
        told_at: now.told_at,
    }]
}

/// The facts of a line, told as one story.
pub fn story(key: &LineKey, facts: &[Fact]) -> Story {
    let mut story = Story::of(Line { key: key.clone(), ..Line::new("", "") });
    for fact in facts {
        tell(&mut story, fact);
    }
    if let Some(first) = story.promises.first() {
        story.line.first_promised = Some(first.day);
    }
    if let Some(now) = story.promises.last() {
        story.line.promised = Some(now.day);
        story.line.told = now.told_at.map(crate::When::At);
    }
    story.line.check = match story.checks.last() {
        Some((at, outcome)) => Check::Done { at: *at, outcome: *outcome },
        None => Check::Undone,
    };
    story
}

fn tell(story: &mut Story, fact: &Fact) {
    let line = &mut story.line;
    match &fact.what {
        What::Item { item, quantity } => {
            line.item.clone_from(item);
            line.quantity.clone_from(quantity);
        }
        What::Places(places) => story.places.clone_from(places),
        What::Standing(standing) => line.standing = *standing,
        What::Date(dated, at) => match dated {
            Dated::Ordered => line.ordered = *at,
            Dated::Acknowledged => story.acknowledged = *at,
            Dated::Requested => line.requested = *at,
            Dated::NeedBy => line.need_by = *at,
            Dated::Ready => line.ready = *at,
            Dated::Shipped => line.shipped = *at,
            Dated::Delivered => line.delivered = *at,
            Dated::Cancelled => line.cancelled = *at,
        },
        What::Promised { day, told_at } => {
            let said = PromiseSaid { day: *day, known_at: fact.known_at, told_at: *told_at };
            // The same day said again is no move, but it may be the moment of telling.
            match story.promises.last_mut().filter(|last| last.day == said.day) {
                Some(last) => last.told_at = last.told_at.or(said.told_at),
                None => story.promises.push(said),
            }
        }
        What::Milestone { name, step } => drop(story.milestones.insert(name.clone(), *step)),
        What::Supply { number, supply } => drop(story.supplies.insert(number.clone(), *supply)),
        What::Stock(stock) => story.stock = Some(*stock),
        What::Inspection { number, test } => drop(story.inspections.insert(number.clone(), test.clone())),
        What::Load { centre, load } => drop(story.loads.insert(centre.clone(), *load)),
        What::Shipment { number, shipment } => drop(story.shipments.insert(number.clone(), shipment.clone())),
        What::Return { number, back } => drop(story.returns.insert(number.clone(), back.clone())),
        What::ShortPayment { number, short } => drop(story.short_payments.insert(number.clone(), short.clone())),
        What::Nonconformity { number, report } => drop(story.nonconformities.insert(number.clone(), report.clone())),
        What::Question => story.questions.push(fact.known_at),
        What::Check(outcome) => story.checks.push((fact.known_at, *outcome)),
        What::Alternates(items) => story.alternates.clone_from(items),
    }
}

/// Whether nobody waits for the line and nobody has to ask about it any more, so that it may be let go of.
pub fn is_over(story: &Story) -> bool {
    let asked = story.checks.last().is_some_and(|(_, outcome)| *outcome == Outcome::Ok);
    let open_words = story.returns.values().any(|back| back.case.is_none())
        || story.short_payments.values().any(|short| short.case.is_none())
        || story.nonconformities.values().any(Nonconformity::is_open);
    !open_words
        && (story.line.is_cancelled() && story.line.delivered.is_none() || story.line.delivered.is_some() && asked)
}

#[cfg(test)]
mod tests;
