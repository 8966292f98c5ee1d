//! A text, read once: zones, sentences, tokens, what has a type, and which phrases stand where.
use crate::matcher::{self, SENTENCE_WORDS, Span};
use crate::pack::{Pack, PhraseRole};
use crate::record::{Known, Record};
use crate::sentence::{self, Piece};
use crate::spans::{Addresses, Finder, Typed, matcher_spans};
use crate::token::{self, Kind, Token};
use crate::zones::{self, Zone};
use std::ops::Range;

/// Bytes of one's own words by which the language is told.
const OWN_TEXT: usize = 4000;

/// Exceptions that begin before a place and are looked at; what covers it is among the nearest.
const EXCEPTIONS_LOOKED_AT: usize = 16;

/// What is read: a text, and the subject it has as a mail.
#[derive(Clone, Copy, Debug, Default)]
pub struct Draft<'a> {
    pub subject: Option<&'a str>,
    pub text: &'a str,
}

#[derive(Clone, Debug)]
pub struct Sentence {
    pub bytes: Range<usize>,
    pub tokens: Range<usize>,
    pub paragraph: u32,
    pub asks: bool,
    /// Words, where `we'll` is one.
    pub words: usize,
}

/// A phrase of a rule in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    pub rule: usize,
    /// Its phrase, in the pack's order.
    pub phrase: usize,
    pub sentence: usize,
    pub first: usize,
    pub behind: usize,
    /// The same sentence says what excuses it.
    pub excused: bool,
}

pub struct Reading<'a> {
    pub draft: Draft<'a>,
    pub zones: Vec<Zone>,
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
    pub typed: Vec<Typed>,
    /// What rules look for, in the order of the text.
    pub said: Vec<Said>,
    /// Rules that some sentence excuses, by their number.
    excused: Vec<bool>,
    /// Bytes that are an exception of a rule, sorted.
    excepted: Vec<(usize, usize, usize)>,
    /// The types in greeting and signature, with tokens of their own.
    pub around: Vec<Typed>,
    pub known: Known<'a>,
    addresses: Addresses,
}

impl<'a> Reading<'a> {
    pub fn new(pack: &Pack, draft: Draft<'a>, record: &'a Record) -> Self {
        let zones = zones::zones(draft.text, &pack.grammar);
        let known = Known::new(record);
        let mut pieces = vec![];
        let mut paragraph = 0;
        for zone in zones.iter().filter(|z| z.kind == zones::Kind::New) {
            sentence::sentences(draft.text, zone.bytes.clone(), &pack.grammar, &mut paragraph, &mut pieces);
        }
        let mut reading = Self {
            draft,
            zones,
            sentences: Vec::with_capacity(pieces.len()),
            tokens: Vec::with_capacity(draft.text.len() / 5),
            typed: vec![],
            said: vec![],
            excused: vec![false; pack.rules.len()],
            excepted: vec![],
            around: vec![],
            known,
            addresses: Addresses::of(draft.text),
        };
        reading.read(pack, record, &pieces);
        reading.around(pack, record);
        reading
    }

    fn read(&mut self, pack: &Pack, record: &Record, pieces: &[Piece]) {
        let text = self.draft.text;
        let mut work = Work::new(pack);
        for piece in pieces {
            let [from, said] = [self.tokens.len(), self.said.len()];
            token::tokens(text, piece.bytes.clone(), &pack.words, &mut self.tokens);
            let end = self.tokens.len();
            let mut words = 0;
            for start in (from..end).step_by(SENTENCE_WORDS) {
                let behind = (start + SENTENCE_WORDS).min(end);
                let typed = self.typed.len();
                finder(pack, text, record, &self.known, self.addresses).find(
                    &mut self.tokens[start..behind],
                    start,
                    &mut self.typed,
                );
                matcher_spans(&self.typed[typed..], start, &pack.types, record.sent_at, &mut work.spans);
                work.run(&self.tokens[start..behind]);
                self.keep(&mut work, start);
                let counted =
                    |t: &&Token| t.kind != Kind::Mark && !matches!(text.as_bytes()[t.start as usize], b'\'' | 0xE2);
                words += self.tokens[start..behind].iter().filter(counted).count();
            }
            for rule in work.excused.drain(..) {
                self.excused[rule] = true;
                self.said[said..].iter_mut().filter(|s| s.rule == rule).for_each(|s| s.excused = true);
            }
            self.sentences.push(Sentence {
                bytes: piece.bytes.clone(),
                tokens: from..end,
                paragraph: piece.paragraph,
                asks: piece.asks,
                words,
            });
        }
        self.excepted.sort_unstable();
    }

    fn keep(&mut self, work: &mut Work<'_>, start: usize) {
        for one in &work.found {
            let phrase = one.of as usize;
            let rule = work.pack.phrases[phrase].rule;
            let [first, behind] = [one.first, one.behind].map(|at| start + usize::from(at));
            match work.pack.phrases[phrase].role {
                PhraseRole::Unless => work.excused.push(rule),
                PhraseRole::Except => {
                    let bytes = self.bytes(first, behind);
                    self.excepted.push((rule, bytes.start, bytes.end));
                }
                PhraseRole::Find | PhraseRole::Swap(_) | PhraseRole::Like(_) => {
                    let sentence = self.sentences.len();
                    self.said.push(Said { rule, phrase, sentence, first, behind, excused: false });
                }
            }
        }
        work.excused.sort_unstable();
        work.excused.dedup();
    }

    /// Names and numbers in the greeting and the signature; nobody judges their words.
    fn around(&mut self, pack: &Pack, record: &Record) {
        let mut tokens = vec![];
        for zone in &self.zones {
            if matches!(zone.kind, zones::Kind::Greeting | zones::Kind::Signature) {
                tokens.clear();
                token::tokens(self.draft.text, zone.bytes.clone(), &pack.words, &mut tokens);
                for chunk in tokens.chunks_mut(SENTENCE_WORDS) {
                    let mut found = vec![];
                    finder(pack, self.draft.text, record, &self.known, self.addresses).find(chunk, 0, &mut found);
                    self.around.extend(found);
                }
            }
        }
    }

    pub fn text(&self, bytes: Range<usize>) -> &'a str {
        self.draft.text.get(bytes).unwrap_or("")
    }

    /// The beginning of what is new, for telling its language.
    pub fn own_text(&self) -> String {
        let mut own = String::new();
        for zone in self.zone(zones::Kind::New) {
            let said = self.text(zone.bytes.clone());
            let end =
                said.char_indices().map(|(at, _)| at).take_while(|at| own.len() + at < OWN_TEXT).last().unwrap_or(0);
            own.push_str(if own.len() + said.len() <= OWN_TEXT { said } else { &said[..end] });
            if own.len() + 8 >= OWN_TEXT {
                break;
            }
        }
        own
    }

    /// The type that covers a token.
    pub fn typed_at(&self, token: usize) -> Option<&Typed> {
        let behind = self.typed.partition_point(|t| t.first <= token);
        self.typed[..behind].last().filter(|t| token < t.behind)
    }

    /// The bytes of some tokens.
    pub fn bytes(&self, first: usize, behind: usize) -> Range<usize> {
        let last = &self.tokens[behind.max(first + 1).min(self.tokens.len()) - 1];
        self.tokens[first].start as usize..last.end as usize
    }

    pub fn zone(&self, kind: zones::Kind) -> impl Iterator<Item = &Zone> {
        self.zones.iter().filter(move |z| z.kind == kind)
    }

    /// Words of one's own.
    pub fn words(&self) -> usize {
        self.sentences.iter().map(|s| s.words).sum()
    }

    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= token)
    }

    pub fn is_excused_somewhere(&self, rule: usize) -> bool {
        self.excused[rule]
    }

    /// Whether a token is one of these words, in small or capital letters.
    pub fn is_one(&self, token: &Token, words: &[&str]) -> bool {
        let said = &self.draft.text[token.bytes()];
        let is = |word: &&str| said.eq_ignore_ascii_case(word) || (!said.is_ascii() && said.to_lowercase() == **word);
        words.iter().any(is)
    }

    pub fn has_exceptions(&self) -> bool {
        !self.excepted.is_empty()
    }

    /// Whether an exception of a rule lies over these bytes; where no place is meant, whether it stands anywhere.
    pub fn is_excepted(&self, rule: usize, bytes: &Range<usize>) -> bool {
        let from = self.excepted.partition_point(|(of, ..)| *of < rule);
        let own = &self.excepted[from..];
        let own = &own[..own.partition_point(|(of, ..)| *of == rule)];
        if bytes.is_empty() {
            return !own.is_empty();
        }
        let before = own.partition_point(|(_, start, _)| *start < bytes.end);
        own[..before].iter().rev().take(EXCEPTIONS_LOOKED_AT).any(|(_, _, end)| *end > bytes.start)
    }

    /// Words that are folded as phrases are, for the record's words.
    pub fn folded(&self, token: &Token) -> String {
        self.draft.text[token.bytes()].to_lowercase()
    }
}

fn finder<'b>(
    pack: &'b Pack,
    text: &'b str,
    record: &'b Record,
    known: &'b Known<'b>,
    addresses: Addresses,
) -> Finder<'b> {
    Finder {
        text,
        roles: &pack.roles,
        day_before_month: record.month_first.map_or(pack.grammar.day_before_month, |first| !first),
        decimal_comma: pack.grammar.decimal_comma,
        numeric_dot: pack.grammar.ordinal_dot,
        sent: record.sent_at,
        known,
        addresses,
    }
}

/// Room that is used again for each sentence.
struct Work<'a> {
    pack: &'a Pack,
    sentence: matcher::Sentence<'a>,
    spans: Vec<Span>,
    found: Vec<matcher::Match>,
    excused: Vec<usize>,
}

impl<'a> Work<'a> {
    fn new(pack: &'a Pack) -> Self {
        Self { pack, sentence: matcher::Sentence::new(&pack.words), spans: vec![], found: vec![], excused: vec![] }
    }

    /// What the rules look for in a sentence, into `found`: types first, then lists by their level, then rules.
    fn run(&mut self, tokens: &[Token]) {
        self.sentence.take(tokens);
        self.sentence.add(self.spans.drain(..));
        for level in self.pack.lists.iter().filter(|l| !l.is_empty()) {
            self.found.clear();
            self.sentence.run(level, &mut self.found);
            let sets = &self.pack.list_sets;
            self.sentence.add(self.found.iter().map(|m| Span {
                first: m.first,
                behind: m.behind,
                set: sets[m.of as usize],
            }));
        }
        self.found.clear();
        self.sentence.run(&self.pack.index, &mut self.found);
        self.found.sort_unstable();
    }
}
