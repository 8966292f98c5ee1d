//! Words, numbers and a few marks of a text, with their bytes and the set of classes that each belongs to.
//!
//! Letters are folded once; curly and straight apostrophes are equal and begin a token of their own (`we` `'ll`); a hyphen is a
//! space. `?`, `!` and `%` are tokens, other marks only part what stands beside them.
use crate::vocabulary::{SetId, Vocabulary, Walk};
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number,
    Mark,
}

/// Which kinds of letters a token has, so that nobody looks at its text without need.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shape(u8);

impl Shape {
    const FIRST_CAPITAL: u8 = 1;
    const LATER_CAPITAL: u8 = 2;
    const DIGIT: u8 = 4;
    const LOUD: u8 = 8;

    /// It begins with a capital.
    pub fn is_capital(self) -> bool {
        self.0 & Self::FIRST_CAPITAL != 0
    }

    /// It has a capital behind its first letter.
    pub fn has_later_capital(self) -> bool {
        self.0 & Self::LATER_CAPITAL != 0
    }

    pub fn has_digit(self) -> bool {
        self.0 & Self::DIGIT != 0
    }

    /// It is an exclamation mark.
    pub fn is_loud(self) -> bool {
        self.0 & Self::LOUD != 0
    }

    /// What either has.
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub start: u32,
    pub end: u32,
    pub set: SetId,
    pub kind: Kind,
    pub shape: Shape,
}

impl Token {
    pub fn bytes(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The bytes of some tokens, one at least.
pub fn bytes(tokens: &[Token], first: usize, behind: usize) -> Range<usize> {
    let last = &tokens[behind.max(first + 1).min(tokens.len()) - 1];
    tokens[first].start as usize..last.end as usize
}

/// Bytes of a text that are looked at; a letter of a whole book is no message.
pub const BYTES_AT_MOST: usize = 64 << 20;

/// The tokens of `text[part]`, in order.
pub fn tokens(text: &str, part: Range<usize>, words: &Vocabulary, into: &mut Vec<Token>) {
    let mut reader = Reader { text, at: part.start, end: part.end, words };
    while let Some(token) = reader.next() {
        into.push(token);
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    words: &'a Vocabulary,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<Token> {
        let bytes = self.text.as_bytes();
        while self.at < self.end {
            let byte = bytes[self.at];
            if byte.is_ascii_digit() {
                return Some(self.number());
            }
            if byte.is_ascii_alphabetic() {
                return Some(self.word(self.at));
            }
            if matches!(byte, b'?' | b'!' | b'%') {
                return Some(self.mark(byte));
            }
            if self.goes_on_behind_apostrophe() {
                return Some(self.word(self.at));
            }
            if byte < 128 {
                self.at += 1;
                continue;
            }
            match self.char_at(self.at) {
                Some(c) if c.is_alphanumeric() => return Some(self.word(self.at)),
                Some(c) => self.at += c.len_utf8(),
                None => self.at += 1,
            }
        }
        None
    }

    /// The `'ll` of `we'll`, not the marks around a quoted word.
    fn goes_on_behind_apostrophe(&self) -> bool {
        let bytes = self.text.as_bytes();
        let behind = self.at > 0 && (bytes[self.at - 1].is_ascii_alphanumeric() || bytes[self.at - 1] >= 128);
        behind
            && apostrophe(bytes, self.at)
                .is_some_and(|long| self.char_at(self.at + long).is_some_and(char::is_alphabetic))
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..self.end)?.chars().next()
    }

    fn mark(&mut self, byte: u8) -> Token {
        let mut walk = Walk::default();
        self.words.step(&mut walk, byte);
        let start = self.at;
        self.at += 1;
        self.token(start, Kind::Mark, Shape(if byte == b'!' { Shape::LOUD } else { 0 }), walk)
    }

    fn token(&self, start: usize, kind: Kind, shape: Shape, walk: Walk) -> Token {
        Token { start: start as u32, end: self.at as u32, kind, shape, set: self.words.end(walk) }
    }

    /// Letters and digits; what begins with an apostrophe after a letter is a token of its own.
    fn word(&mut self, start: usize) -> Token {
        let bytes = self.text.as_bytes();
        let mut walk = Walk::default();
        let mut shape = Shape::default();
        if let Some(long) = apostrophe(bytes, self.at) {
            self.words.step(&mut walk, b'\'');
            self.at += long;
        }
        let capital = |at: usize| if at == start { Shape::FIRST_CAPITAL } else { Shape::LATER_CAPITAL };
        while self.at < self.end {
            let byte = bytes[self.at];
            if byte.is_ascii_lowercase() {
                self.words.step(&mut walk, byte);
                self.at += 1;
            } else if byte.is_ascii_alphanumeric() {
                shape.0 |= if byte.is_ascii_digit() { Shape::DIGIT } else { capital(self.at) };
                self.words.step(&mut walk, byte.to_ascii_lowercase());
                self.at += 1;
            } else if byte < 128 {
                break;
            } else {
                match self.char_at(self.at) {
                    Some(c) if c.is_alphanumeric() => {
                        if c.is_uppercase() {
                            shape.0 |= capital(self.at);
                        }
                        let mut buffer = [0; 4];
                        for low in c.to_lowercase() {
                            low.encode_utf8(&mut buffer).bytes().for_each(|b| self.words.step(&mut walk, b));
                        }
                        self.at += c.len_utf8();
                    }
                    _ => break,
                }
            }
        }
        self.token(start, Kind::Word, shape, walk)
    }

    /// Digits with `.`, `,` or `:` between them; letters right behind are a token of their own (`5` `pm`).
    fn number(&mut self) -> Token {
        let bytes = self.text.as_bytes();
        let (start, mut walk) = (self.at, Walk::default());
        while self.at < self.end {
            let byte = bytes[self.at];
            let between = matches!(byte, b'.' | b',' | b':')
                && bytes.get(self.at + 1).is_some_and(|b| self.at + 1 < self.end && b.is_ascii_digit());
            if !byte.is_ascii_digit() && !between {
                break;
            }
            self.words.step(&mut walk, byte);
            self.at += 1;
        }
        self.token(start, Kind::Number, Shape(Shape::DIGIT), walk)
    }
}

/// How many bytes an apostrophe takes here.
fn apostrophe(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at)? {
        b'\'' => Some(1),
        0xE2 if bytes.get(at + 1) == Some(&0x80) && matches!(bytes.get(at + 2), Some(0x98 | 0x99)) => Some(3),
        _ => None,
    }
}
