//! A text, read once: zones, sentences, tokens, what has a type, and which phrases stand where.
use crate::matcher::SENTENCE_WORDS;
use crate::pack::Pack;
use crate::portion::{Portion, Reader};
use crate::record::{Known, Record};
use crate::sentence;
use crate::spans::{Addresses, Typed};
use crate::token::{self, Shape, Token};
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
    /// What any of its tokens has.
    pub shape: Shape,
}

/// A phrase of a rule in a sentence. A long text has many: they are small, as fresh memory takes longer than what is written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    pub rule: u32,
    /// Its phrase, in the pack's order.
    pub phrase: u32,
    pub sentence: u32,
    pub first: u32,
    pub behind: u32,
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
}

impl<'a> Reading<'a> {
    pub fn new(pack: &Pack, draft: Draft<'a>, record: &'a Record) -> Self {
        Self::of(pack, draft, record, zones::zones(draft.text, &pack.grammar))
    }

    /// A line of a note: nobody greets in it or signs it.
    pub fn of_line(pack: &Pack, line: &'a str, record: &'a Record) -> Self {
        let whole = Zone { kind: zones::Kind::New, bytes: 0..line.len() };
        Self::of(pack, Draft { subject: None, text: line }, record, vec![whole])
    }

    fn of(pack: &Pack, draft: Draft<'a>, record: &'a Record, zones: Vec<Zone>) -> Self {
        let known = Known::new(record);
        let mut pieces = vec![];
        let mut paragraph = 0;
        for zone in zones.iter().filter(|z| z.kind == zones::Kind::New) {
            sentence::sentences(draft.text, zone.bytes.clone(), &pack.grammar, &mut paragraph, &mut pieces);
        }
        let reader = Reader { pack, text: draft.text, record, known: &known, addresses: Addresses::of(draft.text) };
        let around = around(reader, &zones);
        let Portion { sentences, tokens, typed, said, excused: excused_rules, mut excepted } = reader.read(&pieces);
        excepted.sort_unstable();
        let mut excused = vec![false; pack.rules.len()];
        excused_rules.into_iter().for_each(|rule| excused[rule] = true);
        Self { draft, zones, sentences, tokens, typed, said, excused, excepted, around }
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

    /// The bytes of what was said.
    pub fn bytes_of(&self, said: &Said) -> Range<usize> {
        self.bytes(said.first as usize, said.behind as usize)
    }

    /// The bytes of some tokens.
    pub fn bytes(&self, first: usize, behind: usize) -> Range<usize> {
        token::bytes(&self.tokens, first, behind)
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

/// Names and numbers in the greeting and the signature; nobody judges their words.
fn around(reader: Reader<'_>, zones: &[Zone]) -> Vec<Typed> {
    let mut tokens = vec![];
    let mut around = vec![];
    for zone in zones.iter().filter(|z| matches!(z.kind, zones::Kind::Greeting | zones::Kind::Signature)) {
        tokens.clear();
        token::tokens(reader.text, zone.bytes.clone(), &reader.pack.words, &mut tokens);
        for chunk in tokens.chunks_mut(SENTENCE_WORDS) {
            let mut found = vec![];
            reader.finder().find(chunk, 0, &mut found);
            around.append(&mut found);
        }
    }
    around
}
