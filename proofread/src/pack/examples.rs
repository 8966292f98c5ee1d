//! The examples of a rule, run: what must fire fires, what must stay silent is silent.
use super::Pack;
use crate::found::Found;
use crate::reading::{Draft, Reading};
use crate::record::Record;
use crate::rule::Rule;

/// An example that does not do what its rule says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    pub rule: String,
    pub text: String,
    pub should_fire: bool,
}

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let said = if self.should_fire { "should fire and is silent" } else { "should be silent and fires" };
        write!(f, "{}: {said}: \"{}\"", self.rule, self.text)
    }
}

/// Runs every example of a pack.
///
/// # Errors
/// A rule that comes without an example of each kind.
pub fn examples(pack: &Pack) -> Result<Vec<Failed>, String> {
    let mut failed = vec![];
    for rule in &pack.rules {
        let has = |fires: bool| {
            let plain = if fires { &rule.written.fires } else { &rule.written.silent };
            !plain.is_empty() || rule.written.scenarios.iter().any(|s| s.fires == fires)
        };
        if !has(true) || !has(false) {
            return Err(format!("{}: an example that fires and one that is silent are wanted", rule.id()));
        }
        failed.extend(of_rule(pack, rule));
    }
    Ok(failed)
}

pub fn of_rule(pack: &Pack, rule: &Rule) -> Vec<Failed> {
    let plain = [(&rule.written.fires, true), (&rule.written.silent, false)];
    let plain = plain.into_iter().flat_map(|(texts, fires)| texts.iter().map(move |t| (t, None, None, fires)));
    let with_record = rule.written.scenarios.iter().map(|s| (&s.text, s.subject.as_deref(), s.facts.as_ref(), s.fires));
    plain
        .chain(with_record)
        .filter(|(text, subject, facts, fires)| fired(pack, rule, Draft { subject: *subject, text }, *facts) != *fires)
        .map(|(text, _, _, should_fire)| Failed { rule: rule.id().to_owned(), text: text.clone(), should_fire })
        .collect()
}

/// Whether a rule finds anything, gives its marker, or misses what it needs.
pub fn fired(pack: &Pack, rule: &Rule, draft: Draft, record: Option<&Record>) -> bool {
    let nothing = Record::default();
    let reading = Reading::new(pack, draft, record.unwrap_or(&nothing));
    let found = Found::new(pack, &reading, record);
    if !rule.need.is_empty() {
        return found.checklist().iter().any(|line| line.rule == rule.id() && line.is_wanting());
    }
    let at = pack.by_id[rule.id()];
    found.hits.iter().any(|h| h.rule == at) || found.markers.iter().any(|m| m.rule as usize == at)
}
