//! The small language of phrases: word · `word*` begins with · `{a|b}` one of · `(a|b)` may be left out · `...` up to six words ·
//! `<list>` or `<date>`. A phrase becomes *programs*: plain sequences of classes, each perhaps behind a gap.
use crate::token;
use crate::vocabulary::{ClassId, Classes, Entry, Vocabulary};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Words that a `...` may stand for.
pub const GAP_WORDS: usize = 6;
/// Sequences that one phrase may become; more is several phrases.
const PROGRAMS_AT_MOST: usize = 256;
/// Steps of a sequence; more is a sentence, which nobody writes twice.
pub const STEPS_AT_MOST: usize = 24;

/// Types of spans that a phrase may name; `spans.rs` finds them.
pub const TYPES: [&str; 12] =
    ["date", "day", "past", "future", "time", "money", "number", "order", "name", "phone", "email", "link"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub class: ClassId,
    pub gap: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    Word(String),
    Stem(String),
    Named(String),
    OneOf(Vec<Vec<Item>>),
    Maybe(Vec<Vec<Item>>),
    Gap,
}

/// A phrase as an entry of a list: single words go into the list at once, what is longer comes back as programs.
///
/// # Errors
/// What is wrong with the phrase, in words for whoever wrote it.
pub fn into_list(phrase: &str, list: &str, lists: &Known, classes: &mut Classes) -> Result<Vec<Vec<Step>>, String> {
    let items = parse(phrase).map_err(|problem| format!("\"{phrase}\": {problem}"))?;
    if let [item] = &items[..] {
        let mut entries = vec![];
        if single(item, lists, &mut entries)? {
            entries.into_iter().for_each(|entry| classes.put_in_list(entry, list));
            return Ok(vec![]);
        }
    }
    programs(phrase, lists, classes)
}

/// The names that a phrase may put between `<` and `>`.
pub struct Known<'a>(pub &'a BTreeMap<String, Vec<String>>);

impl Known<'_> {
    fn entry(&self, name: &str) -> Result<Entry, String> {
        if TYPES.contains(&name) {
            Ok(Entry::Typed(name.to_owned()))
        } else if self.0.contains_key(name) {
            Ok(Entry::List(name.to_owned()))
        } else {
            let known = self.0.keys().map(String::as_str).chain(TYPES);
            Err(format!("there is no list <{name}>{}", crate::pack::meant(name, known)))
        }
    }
}

/// Every sequence that the phrase stands for.
///
/// # Errors
/// What is wrong with the phrase, in words for whoever wrote it.
pub fn programs(phrase: &str, lists: &Known, classes: &mut Classes) -> Result<Vec<Vec<Step>>, String> {
    let said = |problem: String| format!("\"{phrase}\": {problem}");
    let items = parse(phrase).map_err(said)?;
    let mut all = vec![];
    for way in expand(&items, lists).map_err(said)? {
        let steps = steps(way, classes).map_err(said)?;
        if !all.contains(&steps) {
            all.push(steps);
        }
    }
    Ok(all)
}

fn steps(way: Vec<Piece>, classes: &mut Classes) -> Result<Vec<Step>, String> {
    let mut steps = vec![];
    let mut gap = false;
    for piece in way {
        match piece {
            Piece::Gap => gap = true,
            Piece::One(entries) => steps.push(Step { class: classes.of(entries), gap: std::mem::take(&mut gap) }),
        }
    }
    if steps.is_empty() {
        return Err("this can match nothing; name at least one word that must be there".to_owned());
    }
    if gap || steps[0].gap {
        return Err("... stands between two words, not at an end".to_owned());
    }
    if steps.len() > STEPS_AT_MOST {
        return Err(format!("more than {STEPS_AT_MOST} words"));
    }
    Ok(steps)
}

#[derive(Clone)]
enum Piece {
    One(Vec<Entry>),
    Gap,
}

fn expand(items: &[Item], lists: &Known) -> Result<Vec<Vec<Piece>>, String> {
    let mut ways: Vec<Vec<Piece>> = vec![vec![]];
    for item in items {
        let choices = choices(item, lists)?;
        if ways.len() * choices.len() > PROGRAMS_AT_MOST {
            return Err(format!("more than {PROGRAMS_AT_MOST} ways to say it; write several phrases"));
        }
        ways = ways
            .iter()
            .flat_map(|way| choices.iter().map(move |choice| [way.as_slice(), choice.as_slice()].concat()))
            .collect();
    }
    Ok(ways)
}

/// One-word alternatives are one step together; longer ones are ways of their own.
fn choices(item: &Item, lists: &Known) -> Result<Vec<Vec<Piece>>, String> {
    let (Item::OneOf(ways) | Item::Maybe(ways)) = item else {
        let mut entries = vec![];
        return Ok(vec![vec![if single(item, lists, &mut entries)? { Piece::One(entries) } else { Piece::Gap }]]);
    };
    let mut all = vec![];
    let mut together = vec![];
    for way in ways {
        let mut own = vec![];
        match &way[..] {
            [one] if single(one, lists, &mut own)? => together.extend(own),
            _ => all.extend(expand(way, lists)?),
        }
    }
    if !together.is_empty() {
        all.insert(0, vec![Piece::One(together)]);
    }
    if matches!(item, Item::Maybe(_)) {
        all.push(vec![]);
    }
    Ok(all)
}

/// Whether an item is one word wherever it stands; if so, what it accepts.
fn single(item: &Item, lists: &Known, into: &mut Vec<Entry>) -> Result<bool, String> {
    match item {
        Item::Word(word) => into.push(Entry::Word(word.clone())),
        Item::Stem(stem) => into.push(Entry::Stem(stem.clone())),
        Item::Named(name) => into.push(lists.entry(name)?),
        Item::OneOf(ways) if ways.iter().all(|w| w.len() == 1) => {
            let mut all = true;
            for way in ways {
                all &= single(&way[0], lists, into)?;
            }
            return Ok(all);
        }
        Item::OneOf(_) | Item::Maybe(_) | Item::Gap => return Ok(false),
    }
    Ok(true)
}

fn parse(phrase: &str) -> Result<Vec<Item>, String> {
    let mut reader = Reader { left: phrase };
    let items = reader.sequence()?;
    match reader.left.chars().next() {
        None => Ok(items),
        Some(odd) => Err(format!("'{odd}' closes nothing")),
    }
}

struct Reader<'a> {
    left: &'a str,
}

impl Reader<'_> {
    fn sequence(&mut self) -> Result<Vec<Item>, String> {
        let mut items = vec![];
        loop {
            self.left = self.left.trim_start();
            match self.left.chars().next() {
                None | Some('|' | '}' | ')') => return Ok(items),
                Some('{') => items.push(Item::OneOf(self.ways('}')?)),
                Some('(') => items.push(Item::Maybe(self.ways(')')?)),
                Some('<') => {
                    let (name, rest) = self.left[1..].split_once('>').ok_or("a < without its >")?;
                    items.push(Item::Named(name.to_owned()));
                    self.left = rest;
                }
                Some('.') if self.left.starts_with("...") => {
                    items.push(Item::Gap);
                    self.left = &self.left[3..];
                }
                Some(_) => self.words(&mut items),
            }
        }
    }

    fn ways(&mut self, close: char) -> Result<Vec<Vec<Item>>, String> {
        let mut ways = vec![];
        loop {
            self.left = &self.left[1..];
            let way = self.sequence()?;
            if way.is_empty() {
                return Err("an empty alternative; (…) says that something may be left out".to_owned());
            }
            ways.push(way);
            match self.left.chars().next() {
                Some('|') => {}
                Some(end) if end == close => {
                    self.left = &self.left[1..];
                    return Ok(ways);
                }
                _ => return Err(format!("a bracket without its {close}")),
            }
        }
    }

    /// Plain words, cut as a text is cut; a `*` makes a stem of the last.
    fn words(&mut self, items: &mut Vec<Item>) {
        let end = self.left.find(|c: char| c.is_whitespace() || "|{}()<*".contains(c)).unwrap_or(self.left.len());
        let words = cut(&self.left[..end.max(1).min(self.left.len())]);
        self.left = &self.left[end..];
        let stem = self.left.starts_with('*');
        if stem {
            self.left = &self.left[1..];
        }
        let count = words.len();
        for (at, word) in words.into_iter().enumerate() {
            items.push(if stem && at + 1 == count { Item::Stem(word) } else { Item::Word(word) });
        }
    }
}

/// Knows no word; phrases are cut before there is a vocabulary.
static NO_WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Classes::default().build());

/// The tokens of a few words, in small letters and with straight apostrophes.
pub fn cut(words: &str) -> Vec<String> {
    // The `'ll` of a phrase stands behind a word in a text.
    if words.starts_with(['\'', '\u{2019}']) && words.chars().nth(1).is_some_and(char::is_alphabetic) {
        return cut(&format!("x{words}")).split_off(1);
    }
    let mut found = vec![];
    token::tokens(words, 0..words.len(), &NO_WORDS, &mut found);
    found.iter().map(|t| words[t.bytes()].to_lowercase().replace(['\u{2019}', '\u{2018}'], "'")).collect()
}
