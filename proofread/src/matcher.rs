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
    by_class: Vec<Vec<u32>>,
}

impl Index {
    pub fn new(programs: Vec<Program>, breadth: impl Fn(ClassId) -> u32) -> Self {
        let mut by_class: Vec<Vec<u32>> = vec![];
        for (at, program) in programs.iter().enumerate() {
            let Some(rare) = program.steps.iter().map(|s| s.class).min_by_key(|c| breadth(*c)) else { continue };
            let place = rare.0 as usize;
            if by_class.len() <= place {
                by_class.resize(place + 1, vec![]);
            }
            by_class[place].push(at as u32);
        }
        Self { programs, by_class }
    }

    pub fn len(&self) -> usize {
        self.programs.len()
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
    asked: Vec<u32>,
    round: u32,
    candidates: Vec<u32>,
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
        self.candidates(index, room);
        let candidates = std::mem::take(&mut room.candidates);
        for at in &candidates {
            let program = &index.programs[*at as usize];
            self.run_program(program, room, found);
        }
        room.candidates = candidates;
    }

    fn candidates(&self, index: &Index, room: &mut Room) {
        if room.asked.len() < index.programs.len() {
            room.asked.resize(index.programs.len(), 0);
        }
        room.round = room.round.wrapping_add(1);
        room.candidates.clear();
        let sets = self.tokens.iter().map(|t| t.set).chain(self.spans.iter().map(|s| s.set));
        for set in sets.filter(|s| *s != SetId(0)) {
            for class in self.words.members(set) {
                for program in index.by_class.get(class.0 as usize).into_iter().flatten() {
                    let asked = &mut room.asked[*program as usize];
                    if *asked != room.round {
                        *asked = room.round;
                        room.candidates.push(*program);
                    }
                }
            }
        }
    }

    fn run_program(&self, program: &Program, room: &mut Room, found: &mut Vec<Match>) {
        let width = self.tokens.len() + 1;
        room.failed.clear();
        room.failed.resize((STEPS_AT_MOST.min(program.steps.len()) * width).div_ceil(64), 0);
        let mut at = 0;
        while at < self.tokens.len() {
            match self.steps_from(&program.steps, 0, at, &mut room.failed) {
                Some(behind) => {
                    let [first, end] = [at, behind].map(|n| self.from + n as u32);
                    found.push(Match { of: program.of, first, behind: end });
                    at = behind.max(at + 1);
                }
                None => at += 1,
            }
        }
    }

    /// The token behind the last, when the steps from `step` on match from token `at` on. What failed once is not tried again.
    fn steps_from(&self, steps: &[Step], step: usize, at: usize, failed: &mut [u64]) -> Option<usize> {
        let Some(now) = steps.get(step) else { return Some(at) };
        let mark = step * (self.tokens.len() + 1) + at;
        if failed[mark / 64] >> (mark % 64) & 1 == 1 {
            return None;
        }
        let last = if now.gap { at + GAP_WORDS } else { at };
        for start in at..=last {
            if start >= self.tokens.len() {
                break;
            }
            if let Some(behind) = self.accept(now.class, start, |next| self.steps_from(steps, step + 1, next, failed)) {
                return Some(behind);
            }
        }
        failed[mark / 64] |= 1 << (mark % 64);
        None
    }

    /// Tries what the class accepts at a token: the longest span first, the word itself last.
    fn accept(&self, class: ClassId, at: usize, mut then: impl FnMut(usize) -> Option<usize>) -> Option<usize> {
        let here = self.from + at as u32;
        let begin = self.spans.partition_point(|s| s.first < here);
        for span in self.spans[begin..].iter().take_while(|s| s.first == here) {
            if self.words.holds(span.set, class)
                && let Some(behind) = then((span.behind - self.from) as usize)
            {
                return Some(behind);
            }
        }
        if self.words.holds(self.tokens[at].set, class) { then(at + 1) } else { None }
    }
}
