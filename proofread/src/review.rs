//! The door: a draft and what is known of its case in, a report out.
use crate::found::{Found, Hit};
use crate::grammar::Flag;
use crate::language;
use crate::pack::{Gathered, Own, Pack, PhraseRole, Source, fired};
use crate::reading::{Draft, Reading, Said};
use crate::record::Record;
use crate::report::{Finding, Line, Marker, Promise, Report, State, filled};
use crate::rule::Rule;
use crate::token::{BYTES_AT_MOST, Kind, Token};
use crate::vale::Style;
use crate::zones;
use std::collections::BTreeSet;
use std::ops::Range;

// The files of `packs/` by language, as `build.rs` found them: a new file or language needs no Rust.
include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The version of the report's shape.
const SHAPE: u8 = 1;
/// Letters of a long word.
const LONG_WORD: usize = 9;
/// Markers that are named in a report.
const MARKERS_AT_MOST: usize = 400;
/// Lines of a note that are looked at.
const LINES_AT_MOST: usize = 200;
/// The language whose pack reads what has none: only facts are looked at then.
const FIRST: &str = "en";

/// Reads texts by the packs it holds.
pub struct Reviewer {
    packs: Vec<Pack>,
    /// Styles of the house, written for another program.
    styles: Vec<Style>,
}

/// Whether a rule fires on a text, and why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    pub fires: bool,
    /// The words on which it fires.
    pub on: Vec<String>,
    /// What keeps it silent, or gives way.
    pub because: Because,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    Fires,
    /// Another rule says the same at the same place.
    GivesWay,
    /// The record does not ask for it.
    NotAsked,
    /// The same sentence excuses it.
    Excused,
    /// Its very words are an exception.
    Excepted,
    /// The organisation's own file switched it off.
    Off,
    /// It is made good elsewhere in the message.
    Answered,
    NotSaid,
}

impl Reviewer {
    /// The packs that come with the program.
    ///
    /// # Errors
    /// A pack that is not in order; a test loads them all.
    pub fn shipped() -> Result<Self, String> {
        Self::made_of(SHIPPED.iter().copied(), None)
    }

    /// The same, changed by an organisation's own file.
    ///
    /// # Errors
    /// What is wrong with the file, by its line.
    pub fn with_own(own: &Own) -> Result<Self, String> {
        Self::made_of(SHIPPED.iter().copied(), Some(own))
    }

    /// Packs from anywhere, one list of files for each language, perhaps changed by an own file.
    ///
    /// # Errors
    /// What is wrong with a file, by its line.
    pub fn made_of<'a>(packs: impl Iterator<Item = &'a [Source<'a>]>, own: Option<&Own>) -> Result<Self, String> {
        let mut packs = at_once(packs.collect(), Gathered::of)?;
        if let Some(own) = own {
            own.put_into(&mut packs)?;
        }
        let packs = at_once(packs, Gathered::compile)?;
        if let Some(own) = own {
            own.prove(&packs)?;
        }
        Ok(Self::with(packs))
    }

    pub fn with(packs: Vec<Pack>) -> Self {
        Self { packs, styles: vec![] }
    }

    /// The same, and what a style of the house says besides.
    pub fn and(mut self, style: Style) -> Self {
        self.styles.push(style);
        self
    }

    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    pub fn rule(&self, id: &str) -> Option<(&Pack, &Rule)> {
        self.packs.iter().find_map(|pack| pack.rule(id).map(|rule| (pack, rule)))
    }

    fn pack(&self, lang: &str) -> Option<&Pack> {
        self.packs.iter().find(|p| p.lang == lang)
    }

    /// The language of what is new in a text: an answer below a long quote is in the language of the answer.
    fn told(&self, text: &str) -> Option<&'static str> {
        let Some(first) = self.packs.first().filter(|_| text.contains('\n')) else { return language::told(text) };
        let zones = zones::zones(text, &first.grammar);
        let new = zones.iter().filter(|z| z.kind == zones::Kind::New).filter_map(|z| text.get(z.bytes.clone()));
        language::told_of(new)
    }

    /// Where the own words of a text stand, without greeting, signature and quotes.
    pub fn own_words(&self, text: &str) -> Range<usize> {
        let pack = self.told(text).and_then(|lang| self.pack(lang)).or_else(|| self.pack(FIRST));
        let zones = pack.map(|pack| zones::zones(text, &pack.grammar)).unwrap_or_default();
        let mut own = zones.iter().filter(|z| z.kind == zones::Kind::New);
        let Some(first) = own.next() else { return 0..0 };
        let end = own.next_back().map_or(first.bytes.end, |last| last.bytes.end);
        first.bytes.start..first.bytes.start + text[first.bytes.start..end].trim_end().len()
    }

    /// Reads a draft. Nothing is looked up, nothing is kept; a text beyond the limit is read to its end there.
    pub fn review(&self, draft: &Draft, record: Option<&Record>) -> Report {
        let draft = Draft { text: floor(draft.text, BYTES_AT_MOST), ..*draft };
        let told = self.told(draft.text);
        let wanted = record.and_then(|r| r.language.as_deref()).and_then(|l| l.split(['-', '_']).next());
        let lang = told.or(wanted).unwrap_or(FIRST);
        let own = self.pack(lang);
        let Some(pack) = own.or_else(|| self.pack(FIRST)) else { return nothing(told) };
        let unknown = Record::default();
        let reading = Reading::new(pack, draft, record.unwrap_or(&unknown));
        let found = Found::new(pack, &reading, record);
        let facts_only = own.is_none();
        let hits = found.settled().into_iter().filter(|h| !facts_only || pack.rules[h.rule].written.everywhere);
        let mut findings: Vec<Finding> = hits.map(|h| finding(&found, h)).collect();
        for style in &self.styles {
            add(&mut findings, style.findings(&reading));
        }
        let stop: Vec<String> =
            findings.iter().filter(|f| f.level == crate::rule::Level::Stop).map(|f| f.rule.clone()).collect();
        Report {
            proofread: SHAPE,
            lang: told.unwrap_or("und").to_owned(),
            pack: own.is_some(),
            words: reading.words(),
            sentences: reading.sentences.len(),
            long_words: reading.tokens.iter().filter(|t| is_long(t)).count(),
            persons: reading.tokens.iter().filter(|t| pack.roles.of(t.set).is(Flag::person)).count(),
            checklist: if facts_only { vec![] } else { checklist(&found) },
            promises: if facts_only { vec![] } else { found.promises.clone() },
            markers: if facts_only { vec![] } else { markers(&found) },
            may_send: stop.is_empty(),
            findings,
            stop,
        }
    }

    /// What a note of ours promises, line by line: people write in short lines, in whichever of the languages. Bytes are of the whole note.
    ///
    /// The record says when it was written, by `sent_at`; that it is a note, by its purpose.
    pub fn noted(&self, note: &str, record: &Record) -> Vec<Promise> {
        let mut all = vec![];
        let mut from = 0;
        for line in floor(note, BYTES_AT_MOST).split_inclusive('\n').take(LINES_AT_MOST) {
            let promises = |pack: &Pack| {
                let reading = Reading::of_line(pack, line, record);
                Found::new(pack, &reading, Some(record)).promises
            };
            let told = self.told(line).unwrap_or(FIRST);
            let (first, others): (Vec<&Pack>, Vec<&Pack>) = self.packs.iter().partition(|pack| pack.lang == told);
            let said = first.into_iter().chain(others).map(promises).find(|promises| !promises.is_empty());
            all.extend(said.into_iter().flatten().map(|promise| promise.moved(from)));
            from += line.len();
        }
        all
    }

    /// Whether one rule fires on a text; `None` when there is no such rule.
    pub fn explain(&self, id: &str, draft: &Draft, record: Option<&Record>) -> Option<Explained> {
        let spoken = self.told(draft.text).and_then(|lang| self.pack(lang));
        let (pack, rule) = spoken.and_then(|pack| pack.rule(id).map(|rule| (pack, rule))).or_else(|| self.rule(id))?;
        let unknown = Record::default();
        let reading = Reading::new(pack, *draft, record.unwrap_or(&unknown));
        let found = Found::new(pack, &reading, record);
        let at = pack.by_id[id];
        let hits = found.hits.iter().filter(|h| h.rule == at).map(|h| h.bytes.clone());
        let marked = found.markers.iter().filter(|m| m.rule as usize == at).map(|m| m.bytes());
        let on: Vec<String> = hits.chain(marked).map(|b| reading.text(b).to_owned()).collect();
        let kept = found.settled().iter().any(|h| h.rule == at);
        let fires = fired(pack, rule, *draft, record);
        let said = reading.said.iter().filter(|s| s.rule as usize == at);
        let excepted = |s: &Said| reading.is_excepted(at, &reading.bytes_of(s));
        let because = if rule.is_off() {
            Because::Off
        } else if fires && (kept || rule.gives.is_some() || !rule.need.is_empty()) {
            Because::Fires
        } else if fires {
            Because::GivesWay
        } else if !found.applies(rule) {
            Because::NotAsked
        } else if said.clone().any(|s| s.excused) {
            Because::Excused
        } else if said.clone().any(excepted) {
            Because::Excepted
        } else if said.clone().any(|s| found.is_answered(rule, s.sentence as usize)) {
            Because::Answered
        } else {
            Because::NotSaid
        };
        Some(Explained { fires, on, because })
    }
}

/// Does the same for each language, each in a thread of its own: none needs another, and somebody waits for the program to start.
fn at_once<T: Send, U: Send>(all: Vec<T>, each: fn(T) -> Result<U, String>) -> Result<Vec<U>, String> {
    std::thread::scope(|scope| {
        let begun: Vec<_> = all.into_iter().map(|one| scope.spawn(move || each(one))).collect();
        let done = begun.into_iter().map(|one| one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        done.collect()
    })
}

/// Adds what another style says, except where a rule of ours marks the same words.
fn add(findings: &mut Vec<Finding>, more: Vec<Finding>) {
    let ours: BTreeSet<(usize, usize)> = findings.iter().map(|f| (f.start, f.end)).filter(|(s, e)| s < e).collect();
    findings.extend(more.into_iter().filter(|f| !ours.contains(&(f.start, f.end))));
    findings.sort_by_key(|f| (f.start, std::cmp::Reverse(f.end)));
}

fn is_long(token: &Token) -> bool {
    token.kind == Kind::Word && token.bytes().len() >= LONG_WORD
}

/// The longest beginning of so many bytes.
fn floor(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn nothing(told: Option<&str>) -> Report {
    Report {
        proofread: SHAPE,
        lang: told.unwrap_or("und").to_owned(),
        pack: false,
        words: 0,
        sentences: 0,
        long_words: 0,
        persons: 0,
        checklist: vec![],
        findings: vec![],
        promises: vec![],
        markers: vec![],
        may_send: true,
        stop: vec![],
    }
}

fn finding(found: &Found<'_>, hit: &Hit) -> Finding {
    let rule = &found.pack.rules[hit.rule];
    let text = found.reading.text(hit.bytes.clone()).to_owned();
    let role = hit.phrase.map(|at| &found.pack.phrases[at].role);
    let twin = |role: Option<&PhraseRole>| match role {
        Some(PhraseRole::Swap(twin)) => Some(twin.clone()),
        _ => None,
    };
    let attempt = match role {
        Some(PhraseRole::Like(twin)) if rule.written.r#try.is_empty() => twin,
        _ => &rule.written.r#try,
    };
    let said = rule.written.say.replace("{found}", &hit.found).replace("{expected}", &hit.expected);
    Finding {
        rule: rule.id().to_owned(),
        level: rule.level_of(hit.level),
        start: hit.bytes.start,
        end: hit.bytes.end,
        text,
        say: said,
        why: rule.written.why.clone(),
        attempt: filled(&attempt.replace("{found}", &hit.found).replace("{expected}", &hit.expected), found.record),
        replace: twin(role),
        found: hit.found.clone(),
        expected: hit.expected.clone(),
        practices: rule.written.practices.clone(),
    }
}

fn checklist(found: &Found<'_>) -> Vec<Line> {
    found
        .checklist()
        .into_iter()
        .map(|line| {
            let rule = &found.pack.rules[found.pack.by_id[line.rule]];
            let wanting = line.is_wanting();
            let only = |said: &str| if wanting { said.to_owned() } else { String::new() };
            Line {
                item: line.item.to_owned(),
                state: line.state,
                rule: line.rule.to_owned(),
                because: line.because.map(str::to_owned),
                say: only(&rule.written.say),
                why: only(&rule.written.why),
                attempt: if line.state == State::NotNeeded {
                    String::new()
                } else {
                    only(&filled(&rule.written.r#try, found.record))
                },
                spans: line.spans.iter().map(|s| [s.start, s.end]).collect(),
            }
        })
        .collect()
}

fn markers(found: &Found<'_>) -> Vec<Marker> {
    let name = |id: crate::rule::MarkerId| found.pack.markers[usize::from(id.0)].clone();
    let all = found.markers.iter().take(MARKERS_AT_MOST);
    all.map(|m| Marker { name: name(m.id), start: m.bytes().start, end: m.bytes().end }).collect()
}
