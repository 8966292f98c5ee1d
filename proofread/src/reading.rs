//! A text, read once: zones, sentences, tokens, what has a type, and which phrases stand where.
use crate::matcher::{Match, Room, SENTENCE_WORDS, Sentence as Chunk, Span};
use crate::pack::{Pack, PhraseRole};
use crate::record::{Known, Record};
use crate::sentence::{self, Piece};
use crate::spans::{Finder, Typed, matcher_spans};
use crate::token::{self, Kind, Token};
use crate::vocabulary::SetId;
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
}

pub struct Reading<'a> {
    pub draft: Draft<'a>,
    pub zones: Vec<Zone>,
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
    pub typed: Vec<Typed>,
    /// What rules look for, in the order of the text.
    pub said: Vec<Said>,
    /// Rules that a sentence excuses, sorted.
    pub excused: Vec<(usize, usize)>,
    /// Bytes that are an exception of a rule, sorted.
    excepted: Vec<(usize, usize, usize)>,
    /// The types in greeting and signature, with tokens of their own.
    pub around: Vec<Typed>,
    pub known: Known<'a>,
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
            excused: vec![],
            excepted: vec![],
            around: vec![],
            known,
        };
        reading.read(pack, record, &pieces);
        reading.around(pack, record);
        reading
    }

    fn read(&mut self, pack: &Pack, record: &Record, pieces: &[Piece]) {
        let text = self.draft.text;
        let mut room = Room::default();
        let mut work = Work::default();
        for piece in pieces {
            let from = self.tokens.len();
            token::tokens(text, piece.bytes.clone(), &pack.words, &mut self.tokens);
            let end = self.tokens.len();
            let mut words = 0;
            for start in (from..end).step_by(SENTENCE_WORDS) {
                let behind = (start + SENTENCE_WORDS).min(end);
                let typed = self.typed.len();
                finder(pack, text, record, &self.known).find(&mut self.tokens[start..behind], start, &mut self.typed);
                work.spans.clear();
                matcher_spans(&self.typed[typed..], &pack.types, record.sent_at, &mut work.spans);
                work.run(pack, &self.tokens[start..behind], start, &mut room);
                self.keep(pack, &work.found, self.sentences.len());
                let counted =
                    |t: &&Token| t.kind != Kind::Mark && !matches!(text.as_bytes()[t.start as usize], b'\'' | 0xE2);
                words += self.tokens[start..behind].iter().filter(counted).count();
            }
            self.sentences.push(Sentence {
                bytes: piece.bytes.clone(),
                tokens: from..end,
                paragraph: piece.paragraph,
                asks: piece.asks,
                words,
            });
        }
        self.excused.sort_unstable();
        self.excused.dedup();
        self.excepted.sort_unstable();
    }

    fn keep(&mut self, pack: &Pack, found: &[Match], sentence: usize) {
        for one in found {
            let phrase = one.of as usize;
            let rule = pack.phrases[phrase].rule;
            let [first, behind] = [one.first as usize, one.behind as usize];
            match pack.phrases[phrase].role {
                PhraseRole::Unless => self.excused.push((rule, sentence)),
                PhraseRole::Except => {
                    let bytes = self.bytes(first, behind);
                    self.excepted.push((rule, bytes.start, bytes.end));
                }
                PhraseRole::Find | PhraseRole::Swap(_) => {
                    self.said.push(Said { rule, phrase, sentence, first, behind });
                }
            }
        }
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
                    finder(pack, self.draft.text, record, &self.known).find(chunk, 0, &mut found);
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

    pub fn is_excused(&self, rule: usize, sentence: usize) -> bool {
        self.excused.binary_search(&(rule, sentence)).is_ok()
    }

    pub fn is_excused_somewhere(&self, rule: usize) -> bool {
        let at = self.excused.partition_point(|(r, _)| *r < rule);
        self.excused.get(at).is_some_and(|(r, _)| *r == rule)
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

fn finder<'b>(pack: &'b Pack, text: &'b str, record: &'b Record, known: &'b Known<'b>) -> Finder<'b> {
    Finder {
        text,
        roles: &pack.roles,
        day_before_month: record.month_first.map_or(pack.grammar.day_before_month, |first| !first),
        decimal_comma: pack.grammar.decimal_comma,
        numeric_dot: pack.grammar.ordinal_dot,
        sent: record.sent_at,
        known,
    }
}

/// Room that is used again for each sentence.
#[derive(Default)]
struct Work {
    spans: Vec<Span>,
    found: Vec<Match>,
}

impl Work {
    fn run(&mut self, pack: &Pack, tokens: &[Token], from: usize, room: &mut Room) {
        let order = |s: &Span| (s.first, u32::MAX - s.behind);
        self.spans.sort_unstable_by_key(order);
        for level in pack.lists.iter().filter(|l| !l.is_empty()) {
            self.found.clear();
            let chunk = Chunk { tokens, from: from as u32, spans: &self.spans, words: &pack.words };
            chunk.run(level, room, &mut self.found);
            let sets = self.found.iter().map(|m| Span {
                first: m.first,
                behind: m.behind,
                set: pack.list_sets[m.of as usize],
            });
            let before = self.spans.len();
            self.spans.extend(sets.filter(|s| s.set != SetId(0)));
            if self.spans.len() > before {
                self.spans.sort_unstable_by_key(order);
            }
        }
        self.found.clear();
        let chunk = Chunk { tokens, from: from as u32, spans: &self.spans, words: &pack.words };
        chunk.run(&pack.index, room, &mut self.found);
        self.found.sort_unstable_by_key(|m| (m.first, m.behind, m.of));
    }
}
