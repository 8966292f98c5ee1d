//! What stands in some sentences of a text. A long text is read in several portions at once: no sentence needs another.
use crate::matcher::{self, Places, SENTENCE_WORDS, Span};
use crate::pack::{Pack, PhraseRole};
use crate::reading::{Said, Sentence};
use crate::record::{Known, Record};
use crate::sentence::Piece;
use crate::spans::{Addresses, Finder, Typed, matcher_spans};
use crate::token::{self, Kind, Shape, Token};
use std::ops::Range;

/// Bytes that are worth a thread of their own: below, starting it takes longer than the reading.
const BYTES_FOR_A_THREAD: usize = 64 << 10;
/// Threads for one text; a server has other messages to read.
const THREADS_AT_MOST: usize = 4;

/// With what a text is read.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub pack: &'a Pack,
    pub text: &'a str,
    pub record: &'a Record,
    pub known: &'a Known<'a>,
    pub addresses: Addresses,
}

/// Sentences in their order, with numbers of tokens and sentences that begin at nought.
#[derive(Default)]
pub struct Portion {
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
    pub typed: Vec<Typed>,
    /// What rules look for, in the order of the text.
    pub said: Vec<Said>,
    /// Rules that some sentence excuses, each once or more often.
    pub excused: Vec<usize>,
    /// Rules and the bytes that are an exception of theirs.
    pub excepted: Vec<(usize, usize, usize)>,
}

/// As many threads as a text is worth and the machine has.
pub fn threads(text: &str) -> usize {
    let worth = (text.len() / BYTES_FOR_A_THREAD).min(THREADS_AT_MOST);
    if worth < 2 { 1 } else { std::thread::available_parallelism().map_or(1, |n| worth.min(n.get())) }
}

impl<'a> Reader<'a> {
    /// Reads everything, with as many threads as the text is worth.
    pub fn read(self, pieces: &[Piece]) -> Portion {
        self.read_with(threads(self.text), pieces)
    }

    /// The same with so many threads; what is read is the same with any number.
    pub fn read_with(self, threads: usize, pieces: &[Piece]) -> Portion {
        let Some((first, others)) = pieces.split_at_checked(pieces.len().div_ceil(threads.max(1))) else {
            return Portion::default();
        };
        if others.is_empty() {
            return self.portion(first, first);
        }
        std::thread::scope(|scope| {
            let others = others.chunks(first.len());
            let others: Vec<_> = others.map(|pieces| scope.spawn(move || self.portion(pieces, pieces))).collect();
            let mut whole = self.portion(first, pieces);
            for other in others {
                match other.join() {
                    Ok(portion) => whole.append(portion),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            whole
        })
    }

    /// Reads a portion, with room for all that will be put behind it.
    fn portion(self, pieces: &[Piece], room_for: &[Piece]) -> Portion {
        let bytes = match room_for {
            [first, .., last] => last.bytes.end - first.bytes.start,
            _ => room_for.iter().map(|one| one.bytes.len()).sum(),
        };
        let mut portion = Portion {
            sentences: Vec::with_capacity(room_for.len()),
            tokens: Vec::with_capacity(bytes / 5),
            ..Portion::default()
        };
        let mut work = Work::new(self.pack);
        for piece in pieces {
            self.sentence(piece, &mut work, &mut portion);
        }
        portion
    }

    fn sentence(self, piece: &Piece, work: &mut Work<'_>, into: &mut Portion) {
        let [from, said] = [into.tokens.len(), into.said.len()];
        token::tokens(self.text, piece.bytes.clone(), &self.pack.words, &mut into.tokens);
        let end = into.tokens.len();
        let (mut words, mut shape) = (0, Shape::default());
        for start in (from..end).step_by(SENTENCE_WORDS) {
            let behind = (start + SENTENCE_WORDS).min(end);
            let typed = into.typed.len();
            self.finder().find(&mut into.tokens[start..behind], start, &mut into.typed);
            matcher_spans(&into.typed[typed..], start, &self.pack.types, self.record.sent_at, &mut work.spans);
            work.run(&into.tokens[start..behind]);
            work.keep(start, into);
            for token in &into.tokens[start..behind] {
                words += usize::from(self.is_counted(token));
                shape = shape.or(token.shape);
            }
        }
        work.excused.sort_unstable();
        work.excused.dedup();
        for rule in &work.excused {
            into.said[said..].iter_mut().filter(|s| s.rule as usize == *rule).for_each(|s| s.excused = true);
        }
        into.excused.append(&mut work.excused);
        into.sentences.push(Sentence {
            bytes: piece.bytes.clone(),
            tokens: from..end,
            paragraph: piece.paragraph,
            asks: piece.asks,
            words,
            shape,
        });
    }

    /// Whether a token counts as a word: `'ll` does not.
    fn is_counted(self, token: &Token) -> bool {
        token.kind != Kind::Mark && !matches!(self.text.as_bytes()[token.start as usize], b'\'' | 0xE2)
    }

    pub fn finder(self) -> Finder<'a> {
        let Self { pack, text, record, known, addresses } = self;
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
}

impl Portion {
    fn append(&mut self, next: Self) {
        let [tokens, sentences] = [self.tokens.len(), self.sentences.len()];
        let moved = |range: Range<usize>| range.start + tokens..range.end + tokens;
        self.tokens.extend(next.tokens);
        self.sentences.extend(next.sentences.into_iter().map(|s| Sentence { tokens: moved(s.tokens.clone()), ..s }));
        self.typed.extend(next.typed.into_iter().map(|t| Typed {
            first: t.first + tokens,
            behind: t.behind + tokens,
            ..t
        }));
        self.said.extend(next.said.into_iter().map(|s| Said {
            sentence: s.sentence + sentences as u32,
            first: s.first + tokens as u32,
            behind: s.behind + tokens as u32,
            ..s
        }));
        self.excused.extend(next.excused);
        self.excepted.extend(next.excepted);
    }
}

/// Room that is used again for each sentence.
struct Work<'a> {
    pack: &'a Pack,
    short: matcher::Sentence<'a, u64>,
    long: matcher::Sentence<'a, u128>,
    spans: Vec<Span>,
    found: Vec<matcher::Match>,
    excused: Vec<usize>,
}

impl<'a> Work<'a> {
    fn new(pack: &'a Pack) -> Self {
        let (short, long) = (matcher::Sentence::new(&pack.words), matcher::Sentence::new(&pack.words));
        Self { pack, short, long, spans: vec![], found: vec![], excused: vec![] }
    }

    /// What the rules look for in a sentence, into `found`.
    fn run(&mut self, tokens: &[Token]) {
        let spans = self.spans.drain(..);
        if tokens.len() <= <u64 as Places>::WORDS {
            look(self.pack, &mut self.short, tokens, spans, &mut self.found);
        } else {
            look(self.pack, &mut self.long, tokens, spans, &mut self.found);
        }
    }

    fn keep(&mut self, start: usize, into: &mut Portion) {
        for one in &self.found {
            let phrase = one.of as usize;
            let rule = self.pack.phrases[phrase].rule;
            let [first, behind] = [one.first, one.behind].map(|at| start + usize::from(at));
            match self.pack.phrases[phrase].role {
                PhraseRole::Unless => self.excused.push(rule),
                PhraseRole::Except => {
                    let bytes = token::bytes(&into.tokens, first, behind);
                    into.excepted.push((rule, bytes.start, bytes.end));
                }
                PhraseRole::Find | PhraseRole::Swap(_) | PhraseRole::Like(_) => {
                    let [rule, sentence, first, behind] = [rule, into.sentences.len(), first, behind].map(|n| n as u32);
                    into.said.push(Said { rule, phrase: one.of, sentence, first, behind, excused: false });
                }
            }
        }
    }
}

/// Types first, then lists by their level, then rules.
fn look<P: Places>(
    pack: &Pack,
    sentence: &mut matcher::Sentence<'_, P>,
    tokens: &[Token],
    spans: impl Iterator<Item = Span>,
    found: &mut Vec<matcher::Match>,
) {
    sentence.take(tokens);
    sentence.add(spans);
    for level in pack.lists.iter().filter(|l| !l.is_empty()) {
        found.clear();
        sentence.run(level, found);
        let set = |m: &matcher::Match| pack.list_sets[m.of as usize];
        sentence.add(found.iter().map(|m| Span { first: m.first, behind: m.behind, set: set(m) }));
    }
    found.clear();
    sentence.run(&pack.index, found);
    found.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "We are sorry that order 47110 is late, as it should be. Ana Nowak calls you on 14 May at 10:00.\n\nWhat do you need? The parts leave on 15 May, NOT 16! ";

    /// A sentence is the same in a narrow number and in a wide one, up to the last word that has room.
    #[test]
    fn the_width_of_a_place_changes_nothing() {
        let reviewer = crate::Reviewer::shipped().unwrap();
        let pack = reviewer.packs().iter().find(|p| p.lang == "en").unwrap();
        let text = SAID.repeat(4);
        let mut tokens = vec![];
        token::tokens(&text, 0..text.len(), &pack.words, &mut tokens);
        let (mut short, mut long) =
            (matcher::Sentence::<u64>::new(&pack.words), matcher::Sentence::<u128>::new(&pack.words));
        for words in 1..=<u64 as Places>::WORDS {
            for part in tokens.windows(words) {
                let [mut narrow, mut wide] = [vec![], vec![]];
                look(pack, &mut short, part, std::iter::empty(), &mut narrow);
                look(pack, &mut long, part, std::iter::empty(), &mut wide);
                assert_eq!(narrow, wide);
                assert!(words < 40 || !narrow.is_empty());
            }
        }
    }

    /// A long text read by several threads reads as it does by one.
    #[test]
    fn the_number_of_threads_changes_nothing() {
        let reviewer = crate::Reviewer::shipped().unwrap();
        let pack = reviewer.packs().iter().find(|p| p.lang == "en").unwrap();
        let text = SAID.repeat(37);
        let record = Record::default();
        let known = Known::new(&record);
        let reader = Reader { pack, text: &text, record: &record, known: &known, addresses: Addresses::of(&text) };
        let mut pieces = vec![];
        crate::sentence::sentences(&text, 0..text.len(), &pack.grammar, &mut 0, &mut pieces);
        let read = |threads| {
            let Portion { sentences, tokens, typed, said, mut excused, excepted } = reader.read_with(threads, &pieces);
            excused.sort_unstable();
            excused.dedup();
            format!("{sentences:?} {tokens:?} {typed:?} {said:?} {excused:?} {excepted:?}")
        };
        let alone = read(1);
        assert!(alone.len() > 10_000);
        for threads in [0, 2, 3, 4, pieces.len(), pieces.len() + 5] {
            assert!(read(threads) == alone, "{threads} threads read something else");
        }
    }
}
