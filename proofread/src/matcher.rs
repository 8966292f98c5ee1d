//! Runs programs over one sentence, all places at once: where a class occurs is one number, a bit for each word.
//!
//! A program is looked at only where its rarest class occurs, then all its others. From its last step back to its first, one
//! shift and one *and* for each tell where the rest can still match; so nothing is ever tried twice, whatever the text is.
use crate::phrase::{GAP_WORDS, STEPS_AT_MOST, Step};
use crate::token::Token;
use crate::vocabulary::{ClassId, SetId, Vocabulary};
use std::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Not, Shl, Shr};

/// Words of a sentence that are looked at together; what is longer is cut.
pub const SENTENCE_WORDS: usize = 120;

/// A place in a sentence for each bit; the one behind the last word is a place, too. Most sentences fit the narrower number.
pub trait Places:
    Copy
    + Default
    + PartialEq
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + BitOrAssign
    + BitAndAssign
    + Not<Output = Self>
    + Shl<usize, Output = Self>
    + Shr<usize, Output = Self>
{
    /// Words of a sentence that has room.
    const WORDS: usize;
    const FIRST: Self;
    const ALL: Self;

    fn lowest(self) -> usize;

    fn holds(self, place: usize) -> bool {
        self >> place & Self::FIRST == Self::FIRST
    }

    fn is_none(self) -> bool {
        self == Self::default()
    }

    /// The places up to the one behind the last of so many words.
    fn up_to(words: usize) -> Self {
        Self::ALL >> (Self::WORDS - words)
    }
}

impl Places for u64 {
    const WORDS: usize = 63;
    const FIRST: Self = 1;
    const ALL: Self = Self::MAX;

    fn lowest(self) -> usize {
        self.trailing_zeros() as usize
    }
}

impl Places for u128 {
    const WORDS: usize = 127;
    const FIRST: Self = 1;
    const ALL: Self = Self::MAX;

    fn lowest(self) -> usize {
        self.trailing_zeros() as usize
    }
}

/// Several words that count as one step: a date, an entry of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first word and the one behind the last, in the sentence.
    pub first: u8,
    pub behind: u8,
    pub set: SetId,
}

#[derive(Clone, Debug)]
pub struct Program {
    pub steps: Vec<Step>,
    /// What the program is a way of saying; the caller's number.
    pub of: u32,
}

/// A program in an index: its steps, and the class that is rarest after the one it is found by, for a first look.
#[derive(Clone, Copy)]
struct Filed {
    from: u32,
    behind: u32,
    of: u32,
    next: ClassId,
}

/// Programs by the class that is rarest in each.
#[derive(Default)]
pub struct Index {
    steps: Vec<Step>,
    filed: Vec<Filed>,
    /// Where the programs of each class begin in `filed`.
    by_class: Vec<u32>,
    /// The classes that have any, as bits: most of a sentence have none.
    any: Vec<u64>,
}

impl Index {
    pub fn new(programs: &[Program], breadth: impl Fn(ClassId) -> u32) -> Self {
        let mut steps = vec![];
        let mut filed = vec![];
        let mut classes: Vec<ClassId> = vec![];
        for program in programs {
            classes.clear();
            classes.extend(program.steps.iter().map(|s| s.class));
            classes.sort_by_key(|c| breadth(*c));
            let Some(rare) = classes.first() else { continue };
            let from = steps.len() as u32;
            steps.extend(&program.steps);
            let next = *classes.get(1).unwrap_or(rare);
            filed.push((*rare, Filed { from, behind: steps.len() as u32, of: program.of, next }));
        }
        filed.sort_by_key(|(rare, one)| (*rare, one.next));
        let classes = filed.last().map_or(0, |(rare, _)| rare.0 as usize + 1);
        let mut any = vec![0; classes.div_ceil(64)];
        filed.iter().for_each(|(rare, _)| any[rare.0 as usize / 64] |= 1 << (rare.0 % 64));
        let by_class = (0..=classes as u32).map(|c| filed.partition_point(|(rare, _)| rare.0 < c) as u32).collect();
        Self { steps, filed: filed.into_iter().map(|(_, one)| one).collect(), by_class, any }
    }

    pub fn is_empty(&self) -> bool {
        self.filed.is_empty()
    }

    fn by(&self, class: ClassId) -> &[Filed] {
        match self.by_class.get(class.0 as usize..class.0 as usize + 2) {
            Some(&[from, behind]) => &self.filed[from as usize..behind as usize],
            _ => &[],
        }
    }
}

/// What was found: whose program it is, the first word and the one behind the last, in the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    pub first: u8,
    pub behind: u8,
    pub of: u32,
}

/// Where a class occurs; what stands here of a class that is not present is of an earlier sentence.
#[derive(Clone, Copy, Default)]
struct Occurs<P> {
    word: P,
    /// Where a span of the class begins.
    span: P,
}

/// One sentence by its classes. The room is used again for each.
pub struct Sentence<'a, P> {
    vocabulary: &'a Vocabulary,
    words: usize,
    occurs: Vec<Occurs<P>>,
    /// The classes that occur, as bits.
    present: Vec<u64>,
    /// By their first word, then the longest first.
    spans: Vec<Span>,
    /// From which places the steps from each on can match.
    reach: [P; STEPS_AT_MOST + 1],
}

impl<'a, P: Places> Sentence<'a, P> {
    pub fn new(vocabulary: &'a Vocabulary) -> Self {
        let occurs = vec![Occurs::default(); vocabulary.classes()];
        let present = vec![0; vocabulary.classes().div_ceil(64)];
        Self { vocabulary, words: 0, occurs, present, spans: vec![], reach: [P::default(); STEPS_AT_MOST + 1] }
    }

    /// Takes the next sentence, of `P::WORDS` at most.
    pub fn take(&mut self, tokens: &[Token]) {
        self.present.fill(0);
        self.spans.clear();
        self.words = tokens.len().min(P::WORDS);
        for (at, token) in tokens.iter().take(P::WORDS).enumerate() {
            let here = P::FIRST << at;
            for class in self.vocabulary.of(token.set) {
                self.occurs_of(*class).word |= here;
            }
        }
    }

    /// Adds what was found before.
    pub fn add(&mut self, spans: impl Iterator<Item = Span>) {
        let before = self.spans.len();
        self.spans.extend(spans.filter(|span| span.set != SetId(0)));
        if self.spans.len() == before {
            return;
        }
        for at in before..self.spans.len() {
            let Span { first, set, .. } = self.spans[at];
            for class in self.vocabulary.of(set) {
                self.occurs_of(*class).span |= P::FIRST << usize::from(first);
            }
        }
        self.spans.sort_unstable_by_key(|s| (s.first, u8::MAX - s.behind));
    }

    /// Where a class that is there now occurs.
    #[inline]
    fn occurs_of(&mut self, class: ClassId) -> &mut Occurs<P> {
        let (bits, bit) = (&mut self.present[class.0 as usize / 64], 1 << (class.0 % 64));
        let occurs = &mut self.occurs[class.0 as usize];
        if *bits & bit == 0 {
            *bits |= bit;
            *occurs = Occurs::default();
        }
        occurs
    }

    /// Every program that matches, into `found`.
    pub fn run(&mut self, index: &Index, found: &mut Vec<Match>) {
        for at in 0..index.any.len() {
            let mut both = self.present[at] & index.any[at];
            while both != 0 {
                self.run_by(index, ClassId((at * 64) as u32 + both.trailing_zeros()), found);
                both &= both - 1;
            }
        }
    }

    /// The programs that are looked for by a class that occurs.
    fn run_by(&mut self, index: &Index, class: ClassId, found: &mut Vec<Match>) {
        let mut absent = None;
        for one in index.by(class) {
            // Those with the same next class stand together.
            if absent == Some(one.next) {
                continue;
            }
            if !self.has(one.next) {
                absent = Some(one.next);
            } else {
                let steps = &index.steps[one.from as usize..one.behind as usize];
                if steps.iter().all(|s| self.has(s.class)) && self.reaches(steps) {
                    self.matches(steps, one.of, found);
                }
            }
        }
    }

    #[inline]
    fn has(&self, class: ClassId) -> bool {
        self.present[class.0 as usize / 64] >> (class.0 % 64) & 1 == 1
    }

    /// From the last step to the first: where the rest can match. Says whether the whole can anywhere.
    fn reaches(&mut self, steps: &[Step]) -> bool {
        let mut next = P::up_to(self.words);
        self.reach[steps.len()] = next;
        for (at, step) in steps.iter().enumerate().rev() {
            let occurs = self.occurs[step.class.0 as usize];
            let mut here = occurs.word & (next >> 1);
            let mut spans = occurs.span & !here;
            while !spans.is_none() {
                let first = spans.lowest();
                spans &= !(P::FIRST << first);
                if self.spans_at(first).any(|s| next.holds(s.behind.into()) && self.is(s, step.class)) {
                    here |= P::FIRST << first;
                }
            }
            next = if step.gap { before(here) } else { here };
            if next.is_none() {
                return false;
            }
            self.reach[at] = next;
        }
        true
    }

    /// Walks from each place from which the whole can match, past what was found.
    fn matches(&self, steps: &[Step], of: u32, found: &mut Vec<Match>) {
        let mut left = self.reach[0];
        while !left.is_none() {
            let first = left.lowest();
            let mut at = first;
            for (step, reach) in steps.iter().zip(&self.reach[1..]) {
                at = self.behind(step, at, *reach);
            }
            found.push(Match { first: first as u8, behind: at as u8, of });
            left &= P::ALL << at.max(first + 1);
        }
    }

    /// The place behind what a step takes: as near as it can, the longest span first, the word itself last.
    fn behind(&self, step: &Step, at: usize, reach: P) -> usize {
        let last = if step.gap { at + GAP_WORDS } else { at };
        let occurs = self.occurs[step.class.0 as usize];
        for start in at..=last.min(self.words) {
            if occurs.span.holds(start) {
                let mut spans = self.spans_at(start).filter(|s| reach.holds(s.behind.into()));
                if let Some(span) = spans.find(|s| self.is(s, step.class)) {
                    return usize::from(span.behind);
                }
            }
            if occurs.word.holds(start) && reach.holds(start + 1) {
                return start + 1;
            }
        }
        at
    }

    fn is(&self, span: &Span, class: ClassId) -> bool {
        self.vocabulary.holds(span.set, class)
    }

    fn spans_at(&self, first: usize) -> impl Iterator<Item = &Span> {
        let from = self.spans.partition_point(|s| usize::from(s.first) < first);
        self.spans[from..].iter().take_while(move |s| usize::from(s.first) == first)
    }
}

/// The places from which one of these is at most a gap away.
fn before<P: Places>(places: P) -> P {
    const { assert!(GAP_WORDS == 6) };
    let two = places | places >> 1;
    let four = two | two >> 2;
    four | four >> 3
}
