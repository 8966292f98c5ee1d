//! From what a text says to what is to be said about it: markers, findings, and the lines of the checklist.
use crate::checks::Check;
use crate::condition::Asked;
use crate::pack::Pack;
use crate::portion::threads;
use crate::promises::promises;
use crate::reading::{Reading, Said};
use crate::record::Record;
use crate::report::{Promise, State};
use crate::rule::{Level, MarkerId, Rule, Scope};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The marker that says that a text names a trouble.
pub const PROBLEM: &str = "problem";
/// The marker that says that somebody speaks for the firm in trouble.
const VOICE: &str = "voice";
/// Findings of one rule, and places of one line of the checklist; a text that says it more often is told so often enough.
pub const HITS_AT_MOST: usize = 100;

/// Something good that stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    pub id: MarkerId,
    pub rule: u32,
    sentence: u32,
    start: u32,
    end: u32,
}

impl Marker {
    fn new(id: MarkerId, rule: usize, sentence: usize, bytes: Range<usize>) -> Self {
        let [rule, sentence, start, end] = [rule, sentence, bytes.start, bytes.end].map(|n| n as u32);
        Self { id, rule, sentence, start, end }
    }

    pub fn sentence(&self) -> usize {
        self.sentence as usize
    }

    pub fn bytes(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Something to say about a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub rule: usize,
    pub bytes: Range<usize>,
    /// What is wrong in fact, and what the record says.
    pub found: String,
    pub expected: String,
    /// Where a check knows better than its rule.
    pub level: Option<Level>,
    /// The phrase with a plain twin.
    pub phrase: Option<usize>,
}

impl Hit {
    pub fn new(bytes: Range<usize>) -> Self {
        Self { rule: 0, bytes, found: String::new(), expected: String::new(), level: None, phrase: None }
    }

    pub fn against(mut self, found: impl Into<String>, expected: impl Into<String>) -> Self {
        self.found = found.into();
        self.expected = expected.into();
        self
    }

    pub fn at(mut self, level: Level) -> Self {
        self.level = Some(level);
        self
    }
}

/// A line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    pub item: &'a str,
    pub rule: &'a str,
    pub state: State,
    pub because: Option<&'a str>,
    pub spans: Vec<Range<usize>>,
}

impl Line<'_> {
    pub fn is_wanting(&self) -> bool {
        matches!(self.state, State::Missing | State::Weak)
    }
}

pub struct Found<'a> {
    pub pack: &'a Pack,
    pub reading: &'a Reading<'a>,
    pub record: Option<&'a Record>,
    pub markers: Vec<Marker>,
    pub hits: Vec<Hit>,
    pub promises: Vec<Promise>,
    problem: bool,
    /// Whether the record asks for each rule.
    asked: Vec<bool>,
    /// The sentences in which each marker stands.
    sentences: Vec<Vec<u32>>,
    /// Where in `markers` each stands.
    places: Vec<Vec<u32>>,
    /// How many hits each rule has, and the last of them.
    told: Vec<(usize, usize)>,
}

impl<'a> Found<'a> {
    pub fn new(pack: &'a Pack, reading: &'a Reading<'a>, record: Option<&'a Record>) -> Self {
        let mut found = Self {
            pack,
            reading,
            record,
            markers: vec![],
            hits: vec![],
            promises: vec![],
            problem: false,
            asked: vec![],
            sentences: vec![vec![]; pack.markers.len()],
            places: vec![vec![]; pack.markers.len()],
            told: vec![(0, 0); pack.rules.len()],
        };
        let complains: Vec<bool> = pack.rules.iter().map(Rule::complains).collect();
        let gives: Vec<Option<MarkerId>> = pack.rules.iter().map(|rule| rule.gives).collect();
        let mut complaints = vec![];
        for one in &reading.said {
            let rule = one.rule as usize;
            if !found.stands(one) {
                continue;
            }
            if let Some(id) = gives[rule] {
                found.mark(Marker::new(id, rule, one.sentence as usize, reading.bytes_of(one)));
            }
            if complains[rule] {
                complaints.push(one);
            }
        }
        found.problem = found.has_named(PROBLEM) && (record.is_some() || found.has_named(VOICE));
        found.asked = pack.rules.iter().map(|rule| found.applies(rule)).collect();
        found.markers_by_check();
        found.promises = promises(&found);
        complaints.into_iter().for_each(|one| found.phrase(one));
        found.checks();
        found
    }

    /// Whether a phrase counts: its rule is not excused where it stands.
    fn stands(&self, said: &Said) -> bool {
        let of = said.rule as usize;
        let rule = &self.pack.rules[of];
        if self.reading.has_exceptions() && self.reading.is_excepted(of, &self.reading.bytes_of(said)) {
            return false;
        }
        match rule.written.scope {
            Scope::Phrase => !said.excused,
            Scope::Message => !self.reading.is_excused_somewhere(of),
        }
    }

    fn mark(&mut self, marker: Marker) {
        let all = &mut self.sentences[usize::from(marker.id.0)];
        if all.last() != Some(&marker.sentence) {
            all.push(marker.sentence);
        }
        self.places[usize::from(marker.id.0)].push(self.markers.len() as u32);
        self.markers.push(marker);
    }

    pub fn has(&self, marker: MarkerId) -> bool {
        !self.sentences[usize::from(marker.0)].is_empty()
    }

    /// Whether a marker stands within so many sentences.
    fn has_near(&self, marker: MarkerId, sentence: usize, within: usize) -> bool {
        let all = &self.sentences[usize::from(marker.0)];
        let from = all.partition_point(|s| *s as usize + within < sentence);
        all.get(from).is_some_and(|s| *s as usize <= sentence + within)
    }

    pub fn has_named(&self, name: &str) -> bool {
        self.pack.marker(name).is_some_and(|id| self.has(id))
    }

    pub fn named(&self, name: &str) -> impl Iterator<Item = &Marker> {
        let places = self.pack.marker(name).map_or(&[][..], |id| &self.places[usize::from(id.0)]);
        places.iter().map(|at| &self.markers[*at as usize])
    }

    /// Whether the message is about a trouble, by the record or by its own words.
    pub fn is_about_trouble(&self) -> bool {
        self.record.and_then(|r| r.open).unwrap_or(self.problem)
    }

    pub fn applies(&self, rule: &Rule) -> bool {
        let asked = Asked { record: self.record, problem: self.problem };
        rule.when.iter().all(|c| c.holds(&asked))
    }

    /// Checks that find something good: a person who signs, a question at the end.
    fn markers_by_check(&mut self) {
        for (at, rule) in self.pack.rules.iter().enumerate() {
            let (Some(check), Some(id)) = (rule.check, rule.gives) else { continue };
            if !self.asked[at] {
                continue;
            }
            for hit in check(self, rule) {
                let sentence = self.reading.sentences.partition_point(|s| s.bytes.end <= hit.bytes.start);
                self.mark(Marker::new(id, at, sentence, hit.bytes));
            }
        }
        self.file();
    }

    /// Brings the markers into the order of the text, where most of them are already.
    fn file(&mut self) {
        self.markers.sort_by_key(|m| (m.start, m.end));
        self.sentences.iter_mut().for_each(|all| all.sort_unstable());
        self.places.iter_mut().for_each(Vec::clear);
        for (at, marker) in (0..).zip(&self.markers) {
            self.places[usize::from(marker.id.0)].push(at);
        }
    }

    fn phrase(&mut self, said: &Said) {
        let of = said.rule as usize;
        let rule = &self.pack.rules[of];
        let (count, last) = self.told[of];
        let most = if rule.written.scope == Scope::Message { 1 } else { HITS_AT_MOST };
        let start = self.reading.tokens[said.first as usize].start as usize;
        // Two ways to say the same at the same place are one finding.
        let goes_on = count > 0 && self.hits[last].bytes.end > start;
        if !self.asked[of] || (count >= most && !goes_on) || self.is_answered(rule, said.sentence as usize) {
            return;
        }
        let bytes = self.reading.bytes_of(said);
        if goes_on {
            let end = &mut self.hits[last].bytes.end;
            *end = (*end).max(bytes.end);
        } else {
            self.told[of] = (count + 1, self.hits.len());
            self.hits.push(Hit { rule: of, phrase: Some(said.phrase as usize), ..Hit::new(bytes) });
        }
    }

    /// Whether what a rule complains of is made good elsewhere in the message, or what it goes with is not there.
    pub fn is_answered(&self, rule: &Rule, sentence: usize) -> bool {
        let near = |id: &MarkerId| match rule.written.within {
            Some(within) => self.has_near(*id, sentence, within),
            None => self.has(*id),
        };
        let all_there = !rule.unless_all.is_empty() && rule.unless_all.iter().all(|id| self.has(*id));
        all_there || rule.unless_marker.iter().any(near) || !rule.with_marker.iter().all(near)
    }

    /// What the checks complain of. None needs another: in a long text they share the threads.
    fn checks(&mut self) {
        let complains = |rule: &Rule| rule.gives.is_none() && !rule.is_off();
        let rules = self.pack.rules.iter().enumerate().filter(|(at, rule)| complains(rule) && self.asked[*at]);
        let checks: Vec<(usize, Check)> = rules.filter_map(|(at, rule)| Some((at, rule.check?))).collect();
        let next = AtomicUsize::new(0);
        let work = || {
            let one = || checks.get(next.fetch_add(1, Ordering::Relaxed));
            std::iter::from_fn(one).map(|(at, check)| (*at, self.complaints(*at, *check))).collect::<Vec<_>>()
        };
        let mut all = std::thread::scope(|scope| {
            let others: Vec<_> = (1..threads(self.reading.draft.text)).map(|_| scope.spawn(work)).collect();
            let mut all = work();
            for other in others {
                all.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
            all
        });
        all.sort_by_key(|(at, _)| *at);
        self.hits.extend(all.into_iter().flat_map(|(_, hits)| hits));
    }

    /// What one check complains of and nothing answers.
    fn complaints(&self, at: usize, check: Check) -> Vec<Hit> {
        let rule = &self.pack.rules[at];
        let mut hits = check(self, rule);
        hits.truncate(HITS_AT_MOST);
        hits.retain(|hit| {
            let sentence = self.reading.sentences.partition_point(|s| s.bytes.end <= hit.bytes.start);
            !self.is_answered(rule, sentence) && !self.reading.is_excepted(at, &hit.bytes)
        });
        hits.into_iter().map(|hit| Hit { rule: at, ..hit }).collect()
    }

    /// What a message like this needs: there, weak, missing, or not needed.
    pub fn checklist(&self) -> Vec<Line<'a>> {
        let mut rules: Vec<&Rule> = self.pack.rules.iter().filter(|r| !r.need.is_empty() && !r.is_off()).collect();
        rules.sort_by_key(|r| r.written.order);
        rules.into_iter().map(|rule| self.line(rule)).collect()
    }

    fn line(&self, rule: &'a Rule) -> Line<'a> {
        let of = |ids: &[MarkerId]| {
            let places = ids.iter().flat_map(|id| self.places[usize::from(id.0)].iter().take(HITS_AT_MOST));
            let mut all: Vec<_> = places.map(|at| &self.markers[*at as usize]).collect();
            all.sort_unstable_by_key(|m| (m.start, m.end));
            all.dedup_by_key(|m| (m.start, m.end));
            all.into_iter().take(HITS_AT_MOST).map(Marker::bytes).collect::<Vec<_>>()
        };
        let (there, weak) = (of(&rule.need), of(&rule.weak));
        let enough = there.len() >= rule.number("count", 1.0) as usize;
        let (state, spans) = match (enough, there.is_empty() && weak.is_empty()) {
            (true, _) => (State::There, there),
            (false, _) if !self.applies(rule) => (State::NotNeeded, vec![]),
            (false, false) => (State::Weak, [there, weak].concat()),
            (false, true) => (State::Missing, vec![]),
        };
        let because = if state == State::Weak { rule.written.because.as_deref() } else { None };
        Line {
            item: rule.written.item.as_deref().unwrap_or(&rule.written.name),
            rule: rule.id(),
            state,
            because,
            spans,
        }
    }

    /// What stays to be said after rules that say the same at the same place gave way.
    pub fn settled(&self) -> Vec<&Hit> {
        let rules = &self.pack.rules;
        let level = |h: &Hit| rules[h.rule].level_of(h.level);
        let sentence = |h: &Hit| self.reading.sentences.partition_point(|s| s.bytes.end <= h.bytes.start);
        let silenced: BTreeSet<(&str, usize)> = self
            .hits
            .iter()
            .flat_map(|h| rules[h.rule].written.silences.iter().map(move |id| (id.as_str(), h)))
            .map(|(id, h)| (id, sentence(h)))
            .collect();
        let mut left: Vec<&Hit> =
            self.hits.iter().filter(|h| !silenced.contains(&(rules[h.rule].id(), sentence(h)))).collect();
        left.sort_by_key(|h| (h.bytes.start, std::cmp::Reverse(h.bytes.end), std::cmp::Reverse(level(h)), h.rule));
        let mut kept: Vec<&Hit> = vec![];
        for hit in left {
            let within = |one: &&Hit| {
                one.bytes.start <= hit.bytes.start && one.bytes.end >= hit.bytes.end && !hit.bytes.is_empty()
            };
            let said = kept.iter().rev().take(8).any(|one| within(one) && level(one) >= level(hit));
            if !said {
                kept.push(hit);
            }
        }
        kept
    }
}
