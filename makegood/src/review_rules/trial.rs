//! What a changed file would do to the messages that left: which findings go, come, or weigh more or less. Nothing is kept.
use super::of_text;
use casework::ids::CaseNumber;
use proofread::{Draft, Level, Report, Reviewer, State};
use std::collections::{BTreeMap, BTreeSet};
use store::review_rules::Left;

/// Letters of the words that are shown for a rule.
const WORDS_SHOWN: usize = 80;

/// What becomes of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Came {
    /// It would not be told any more.
    Goes,
    /// It would be told from now on.
    Comes,
    /// It would be told with another weight.
    Moves,
}

/// One rule that would speak otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleMoved {
    pub rule: String,
    pub came: Came,
    /// Nothing for a line of the checklist, which has no level.
    pub from: Option<Level>,
    pub to: Option<Level>,
    pub findings: usize,
    pub messages: usize,
    /// The latest place, with its case.
    pub example: (CaseNumber, String),
}

/// What came of trying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// Messages that were read anew.
    pub messages: usize,
    /// Those about which something else would be said.
    pub touched: usize,
    pub before: usize,
    pub after: usize,
    pub moved: Vec<RuleMoved>,
}

/// Reads every message with the rules as they are and as they would be. Without a record, as the case has moved on since: what only the
/// record knows (names, dates, amounts) is not counted.
///
/// # Errors
/// What is wrong with the file, by its line.
pub fn of_messages(now: &Reviewer, wanted: &str, messages: &[Left]) -> Result<Trial, String> {
    let then = of_text(wanted)?;
    let mut trial = Trial { messages: messages.len(), ..Trial::default() };
    let mut moved: BTreeMap<(String, Came, Option<Level>, Option<Level>), RuleMoved> = BTreeMap::new();
    for message in messages {
        let draft = Draft { subject: None, text: &message.text };
        let [before, after] = [now, &then].map(|rules| told(&rules.review(&draft, None)));
        trial.before += before.len();
        trial.after += after.len();
        let mut met = BTreeSet::new();
        let places: BTreeSet<&Place> = before.keys().chain(after.keys()).collect();
        for place in places {
            let (from, to) = (before.get(place), after.get(place));
            let came = match (from, to) {
                (Some(_), None) => Came::Goes,
                (None, Some(_)) => Came::Comes,
                (Some((from, _)), Some((to, _))) if from != to => Came::Moves,
                _ => continue,
            };
            let level = |told: Option<&(Option<Level>, String)>| told.and_then(|(level, _)| *level);
            let key = (place.rule.clone(), came, level(from), level(to));
            let words = from.or(to).map(|(_, words)| words.clone()).unwrap_or_default();
            let one = moved.entry(key.clone()).or_insert_with(|| RuleMoved {
                rule: place.rule.clone(),
                came,
                from: level(from),
                to: level(to),
                findings: 0,
                messages: 0,
                example: (message.case, words),
            });
            one.findings += 1;
            one.messages += usize::from(met.insert(key));
        }
        trial.touched += usize::from(!met.is_empty());
    }
    trial.moved = moved.into_values().collect();
    trial.moved.sort_by_key(|m| (m.came, std::cmp::Reverse(m.findings)));
    Ok(trial)
}

/// Where a rule speaks; a line of the checklist is about the whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    rule: String,
    bytes: (usize, usize),
}

type Told = BTreeMap<Place, (Option<Level>, String)>;

fn told(report: &Report) -> Told {
    let findings = report.findings.iter().map(|f| {
        let words: String = f.text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(WORDS_SHOWN).collect();
        (Place { rule: f.rule.clone(), bytes: (f.start, f.end) }, (Some(f.level), words))
    });
    let wanting = report.checklist.iter().filter(|l| matches!(l.state, State::Missing | State::Weak));
    let lines = wanting.map(|l| (Place { rule: l.rule.clone(), bytes: (0, 0) }, (None, String::new())));
    findings.chain(lines).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    fn left(case: u64, text: &str) -> Left {
        Left { case: CaseNumber(case), at: Timestamp::UNIX_EPOCH, text: text.to_owned() }
    }

    fn tried(own: &str) -> Trial {
        let now = Reviewer::shipped().expect("packs");
        let messages = [
            left(2, "Your order is late. We ship soon."),
            left(1, "Your boards are late. They ship soon, and we reply soon."),
            left(1, "The boards ship on 14 May."),
        ];
        of_messages(&now, own, &messages).expect("in order")
    }

    #[test]
    fn what_a_change_does_is_counted_by_rule_and_message() {
        assert_eq!(tried("").moved, []);
        let off = tried("[rules.DS10]\noff = true\n");
        let gone: Vec<_> = off.moved.iter().filter(|m| m.rule == "DS10").collect();
        assert_eq!(gone.len(), 1, "{:?}", off.moved);
        assert_eq!((gone[0].came, gone[0].findings, gone[0].messages), (Came::Goes, 3, 2));
        assert_eq!(
            (gone[0].example.0, gone[0].example.1.as_str(), gone[0].from),
            (CaseNumber(2), "ship soon", Some(Level::Fix))
        );
        assert_eq!((off.messages, off.touched), (3, 2));
        let lower = tried("[rules.DS10]\nlevel = \"consider\"\n");
        assert!(lower.moved.iter().any(|m| m.rule == "DS10" && m.came == Came::Moves && m.to == Some(Level::Consider)));
        assert_eq!(lower.before, lower.after);
        let more = tried(
            "lang = \"en\"\n[[rule]]\nid = \"OUR1\"\nname = \"boards\"\nfind = [\"boards\"]\nsay = \"Name the part.\"\nlevel = \"fix\"\nfires = [\"The boards ship.\"]\nsilent = [\"KB-7 ships.\"]\n",
        );
        assert!(
            more.moved.iter().any(|m| m.rule == "OUR1" && m.came == Came::Comes && m.messages == 2),
            "{:?}",
            more.moved
        );
    }

    #[test]
    fn an_exception_is_of_one_rule_and_one_phrase() {
        let but = tried("[rules.DS10]\nexcept = [\"ship soon\"]\n");
        let gone: Vec<_> = but.moved.iter().map(|m| (m.rule.as_str(), m.findings)).collect();
        assert_eq!(gone, [("DS10", 2)], "the other soon of the same sentence is still told");
    }
}
