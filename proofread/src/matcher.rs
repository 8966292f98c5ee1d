//! Runs programs over one sentence: only those whose rarest step occurs in it, and never more work than words times steps.
use crate::phrase::{GAP_WORDS, STEPS_AT_MOST, Step};
use crate::token::Token;
use crate::vocabulary::{ClassId, SetId, Vocabulary};

/// Words of a sentence that are looked at together; what is longer is cut.
pub const SENTENCE_WORDS: usize = 160;

/// Several words that count as one step: a date, an entry of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first token and the one behind the last, counted in the whole text.
    pub first: u32,
    pub behind: u32,
    pub set: SetId,
}

#[derive(Clone, Debug)]
pub struct Program {
    pub steps: Box<[Step]>,
    /// What the program is a way of saying; the caller's number.
    pub of: u32,
}

/// Programs by the class that is rarest in each.
#[derive(Default)]
pub struct Index {
    programs: Vec<Program>,
    /// Each with the class that is rarest after that one, for a first look.
    by_class: Vec<Vec<(u32, ClassId)>>,
}

impl Index {
    pub fn new(programs: Vec<Program>, breadth: impl Fn(ClassId) -> u32) -> Self {
        let mut by_class: Vec<Vec<(u32, ClassId)>> = vec![];
        for (at, program) in programs.iter().enumerate() {
            let mut classes: Vec<ClassId> = program.steps.iter().map(|s| s.class).collect();
            classes.sort_by_key(|c| breadth(*c));
            let Some(rare) = classes.first() else { continue };
            let next = classes.get(1).unwrap_or(rare);
            let place = rare.0 as usize;
            if by_class.len() <= place {
                by_class.resize(place + 1, vec![]);
            }
            by_class[place].push((at as u32, *next));
        }
        Self { programs, by_class }
    }

    pub fn is_empty(&self) -> bool {
        self.programs.is_empty()
    }
}

/// What was found: whose program it is, the first token and the one behind the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    pub of: u32,
    pub first: u32,
    pub behind: u32,
}

/// Room that is used again for each sentence.
#[derive(Default)]
pub struct Room {
    /// The classes that occur in the sentence, as bits.
    present: Vec<u64>,
    /// For each token the first span that begins there or later.
    spans_from: Vec<u32>,
    failed: Vec<u64>,
}

/// One sentence with what was found in it before.
pub struct Sentence<'a> {
    pub tokens: &'a [Token],
    /// The number of `tokens[0]` in the whole text.
    pub from: u32,
    /// In the order of their first token.
    pub spans: &'a [Span],
    pub words: &'a Vocabulary,
}

impl Sentence<'_> {
    /// Every program that matches, into `found`.
    pub fn run(&self, index: &Index, room: &mut Room, found: &mut Vec<Match>) {
        self.look(room);
        let present = std::mem::take(&mut room.present);
        for (at, bits) in present.iter().enumerate() {
            let mut left = *bits;
            while left != 0 {
                let class = at * 64 + left.trailing_zeros() as usize;
                left &= left - 1;
                for (place, next) in index.by_class.get(class).into_iter().flatten() {
                    let occurs = |c: ClassId| present[(c.0 / 64) as usize] >> (c.0 % 64) & 1 == 1;
                    if !occurs(*next) {
                        continue;
                    }
                    let program = &index.programs[*place as usize];
                    if program.steps.iter().all(|s| occurs(s.class)) {
                        self.run_program(program, room, found);
                    }
                }
            }
        }
        room.present = present;
    }

    /// Which classes occur, and where spans begin.
    fn look(&self, room: &mut Room) {
        room.present.clear();
        room.present.resize(self.words.stride(), 0);
        let sets = self.tokens.iter().map(|t| t.set).chain(self.spans.iter().map(|s| s.set));
        for set in sets.filter(|s| *s != SetId(0)) {
            for (all, one) in room.present.iter_mut().zip(self.words.bits(set)) {
                *all |= one;
            }
        }
        room.spans_from.clear();
        let mut span = 0;
        for at in 0..=self.tokens.len() as u32 {
            while self.spans.get(span).is_some_and(|s| s.first < self.from + at) {
                span += 1;
            }
            room.spans_from.push(span as u32);
        }
    }

    fn run_program(&self, program: &Program, room: &mut Room, found: &mut Vec<Match>) {
        let width = self.tokens.len() + 1;
        // What failed once is remembered where two gaps could ask for it again.
        let gaps = program.steps.iter().filter(|s| s.gap).count();
        let marks = if gaps > 1 { (STEPS_AT_MOST.min(program.steps.len()) * width).div_ceil(64) } else { 0 };
        room.failed.clear();
        room.failed.resize(marks, 0);
        let mut run =
            Run { sentence: self, steps: &program.steps, spans_from: &room.spans_from, failed: &mut room.failed };
        let mut at = 0;
        while at < self.tokens.len() {
            match run.from(0, at) {
                Some(behind) => {
                    let [first, end] = [at, behind].map(|n| self.from + n as u32);
                    found.push(Match { of: program.of, first, behind: end });
                    at = behind.max(at + 1);
                }
                None => at += 1,
            }
        }
    }
}

/// One program on one sentence.
struct Run<'a> {
    sentence: &'a Sentence<'a>,
    steps: &'a [Step],
    spans_from: &'a [u32],
    failed: &'a mut Vec<u64>,
}

impl Run<'_> {
    /// The token behind the last, when the steps from `step` on match from token `at` on.
    fn from(&mut self, step: usize, at: usize) -> Option<usize> {
        let steps = self.steps;
        let Some(now) = steps.get(step) else { return Some(at) };
        let mark = step * (self.sentence.tokens.len() + 1) + at;
        let remembers = !self.failed.is_empty();
        if remembers && self.failed[mark / 64] >> (mark % 64) & 1 == 1 {
            return None;
        }
        let last = if now.gap { at + GAP_WORDS } else { at };
        for start in at..=last.min(self.sentence.tokens.len().saturating_sub(1)) {
            if start >= self.sentence.tokens.len() {
                break;
            }
            if let Some(behind) = self.accept(now.class, step, start) {
                return Some(behind);
            }
        }
        if remembers {
            self.failed[mark / 64] |= 1 << (mark % 64);
        }
        None
    }

    /// Tries what the class accepts at a token: the longest span first, the word itself last.
    fn accept(&mut self, class: ClassId, step: usize, at: usize) -> Option<usize> {
        let sentence = self.sentence;
        let [from, behind] = [self.spans_from[at] as usize, self.spans_from[at + 1] as usize];
        for span in &sentence.spans[from..behind] {
            if sentence.words.holds(span.set, class)
                && let Some(end) = self.from(step + 1, (span.behind - sentence.from) as usize)
            {
                return Some(end);
            }
        }
        if sentence.words.holds(sentence.tokens[at].set, class) { self.from(step + 1, at + 1) } else { None }
    }
}
