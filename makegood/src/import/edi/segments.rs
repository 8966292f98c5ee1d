//! Segments, elements and their parts, with the separators that the file itself names.

/// How a file of messages is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// ASC X12.
    X12,
    /// UN/EDIFACT (ISO 9735).
    Edifact,
}

impl Syntax {
    pub fn name(self) -> &'static str {
        match self {
            Syntax::X12 => "X12",
            Syntax::Edifact => "EDIFACT",
        }
    }
}

/// Why a file of messages cannot be read to its end, and where: the segment's number, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// It begins like an interchange and does not name its separators.
    Head,
    /// It ends in the middle of a message or of the interchange.
    CutOff { segment: u64 },
    /// A message says how many segments it has, and has another number.
    Miscounted { segment: u64 },
}

/// One segment: its name and its elements, each of one part or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// From 1, as a person counts them in the file.
    pub number: u64,
    pub tag: String,
    elements: Vec<Vec<String>>,
}

impl Segment {
    /// The n-th element, from 1, or what stands first in it; empty when there is none.
    pub fn at(&self, n: usize) -> &str {
        self.part(n, 1)
    }

    /// A part of an element, both from 1.
    pub fn part(&self, n: usize, part: usize) -> &str {
        let element = n.checked_sub(1).and_then(|n| self.elements.get(n));
        element.zip(part.checked_sub(1)).and_then(|(parts, n)| parts.get(n)).map_or("", String::as_str)
    }

    /// The value behind one of these qualifiers, where qualifiers and values take turns from the n-th element on; the first
    /// qualifier that is there counts.
    pub fn paired(&self, from: usize, wanted: &[&str]) -> Option<&str> {
        let of = |qualifier: &&str| {
            let mut pairs = (from..self.elements.len()).step_by(2);
            pairs.find(|n| self.at(*n) == *qualifier).map(|n| self.at(n + 1)).filter(|value| !value.is_empty())
        };
        wanted.iter().find_map(of)
    }
}

/// The syntax that the first bytes of a file show; nothing for any other file.
pub fn syntax_of(head: &[u8]) -> Option<Syntax> {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let follows =
        |tag: &[u8]| text.strip_prefix(tag).and_then(|rest| rest.first()).is_some_and(|b| !b.is_ascii_alphanumeric());
    match () {
        () if follows(b"ISA") => Some(Syntax::X12),
        () if follows(b"UNA") || follows(b"UNB") => Some(Syntax::Edifact),
        () => None,
    }
}

/// What separates what.
struct Marks {
    element: char,
    part: char,
    end: char,
    /// Takes the meaning from the character behind it.
    release: Option<char>,
}

/// All segments of a file.
pub fn split(text: &str) -> Result<(Syntax, Vec<Segment>), Broken> {
    let text = text.trim_start();
    let syntax = syntax_of(text.as_bytes().get(..4).unwrap_or_default()).ok_or(Broken::Head)?;
    let (marks, body) = match syntax {
        Syntax::X12 => (x12_marks(text).ok_or(Broken::Head)?, text),
        Syntax::Edifact => edifact_marks(text).ok_or(Broken::Head)?,
    };
    let mut segments = Vec::new();
    let mut now = vec![vec![String::new()]];
    let mut letters = body.chars();
    while let Some(letter) = letters.next() {
        let at_start = now.len() == 1 && now[0].len() == 1 && now[0][0].is_empty();
        match letter {
            _ if Some(letter) == marks.release => push(&mut now, letters.next().unwrap_or_default()),
            _ if letter == marks.end => {
                segments.push(finished(std::mem::replace(&mut now, vec![vec![String::new()]]), segments.len()));
            }
            _ if letter == marks.element => now.push(vec![String::new()]),
            _ if letter == marks.part => now.last_mut().into_iter().for_each(|element| element.push(String::new())),
            '\r' | '\n' => {}
            _ if letter.is_whitespace() && at_start => {}
            _ => push(&mut now, letter),
        }
    }
    let left = now.iter().flatten().any(|part| !part.trim().is_empty());
    if left { Err(Broken::CutOff { segment: segments.len() as u64 + 1 }) } else { Ok((syntax, segments)) }
}

fn push(now: &mut [Vec<String>], letter: char) {
    if let Some(part) = now.last_mut().and_then(|element| element.last_mut()) {
        part.push(letter);
    }
}

fn finished(mut parts: Vec<Vec<String>>, before: usize) -> Segment {
    let tag = parts.remove(0).swap_remove(0);
    let trimmed = |part: String| part.trim().to_owned();
    let elements = parts.into_iter().map(|element| element.into_iter().map(trimmed).collect()).collect();
    Segment { number: before as u64 + 1, tag, elements }
}

/// The header of an X12 interchange has a fixed length, and its last letters are the marks. In ISA11 older files have a `U`.
fn x12_marks(text: &str) -> Option<Marks> {
    /// ISA with its sixteen elements and the mark behind them.
    const HEADER: usize = 106;
    let header: Vec<char> = text.chars().take(HEADER).collect();
    let (element, part, end) = (*header.get(3)?, *header.get(104)?, *header.get(105)?);
    let sixteen = header.iter().filter(|letter| **letter == element).count() == 16;
    let apart = element != part && part != end && element != end;
    (sixteen && apart).then_some(Marks { element, part, end, release: None })
}

/// `UNA` names the marks; without it they are the usual ones.
fn edifact_marks(text: &str) -> Option<(Marks, &str)> {
    let Some(rest) = text.strip_prefix("UNA") else {
        return Some((Marks { element: '+', part: ':', end: '\'', release: Some('?') }, text));
    };
    let named: Vec<char> = rest.chars().take(6).collect();
    let [part, element, _, release, _, end] = named[..] else { return None };
    let body = rest.get(named.iter().map(|letter| letter.len_utf8()).sum::<usize>()..)?;
    Some((Marks { element, part, end, release: (release != ' ').then_some(release) }, body))
}
