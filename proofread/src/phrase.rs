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

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    pub class: ClassId,
    pub gap: bool,
}

enum Item {
    One(Entry),
    OneOf(Vec<Vec<Item>>),
    Maybe(Vec<Vec<Item>>),
    Gap,
}

/// The names that a phrase may put between `<` and `>`.
pub struct Known<'a>(pub &'a BTreeMap<String, Vec<String>>);

/// A phrase as an entry of a list: single words go into the list at once, what is longer comes back as programs.
///
/// # Errors
/// What is wrong with the phrase, in words for whoever wrote it.
pub fn into_list(phrase: &str, list: &str, lists: &Known, classes: &mut Classes) -> Result<Vec<Vec<Step>>, String> {
    let items = parse(phrase, lists, classes)?;
    if let [item] = &items[..] {
        let mut entries = vec![];
        if single(item, &mut entries) {
            entries.into_iter().for_each(|entry| classes.put_in_list(entry, list));
            return Ok(vec![]);
        }
    }
    ways(phrase, &items, classes)
}

/// Every sequence that the phrase stands for.
///
/// # Errors
/// What is wrong with the phrase, in words for whoever wrote it.
pub fn programs(phrase: &str, lists: &Known, classes: &mut Classes) -> Result<Vec<Vec<Step>>, String> {
    let items = parse(phrase, lists, classes)?;
    ways(phrase, &items, classes)
}

fn ways(phrase: &str, items: &[Item], classes: &mut Classes) -> Result<Vec<Vec<Step>>, String> {
    let ways = expand(items, classes).and_then(|all| all.iter().map(|way| steps(way)).collect::<Result<Vec<_>, _>>());
    let mut all = ways.map_err(|problem| format!("\"{phrase}\": {problem}"))?;
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

fn steps(way: &[Piece]) -> Result<Vec<Step>, String> {
    let mut steps = Vec::with_capacity(way.len());
    let mut gap = false;
    for piece in way {
        match piece {
            Piece::Gap => gap = true,
            Piece::One(class) => steps.push(Step { class: *class, gap: std::mem::take(&mut gap) }),
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

#[derive(Clone, Copy)]
enum Piece {
    One(ClassId),
    Gap,
}

fn expand(items: &[Item], classes: &mut Classes) -> Result<Vec<Vec<Piece>>, String> {
    let mut ways: Vec<Vec<Piece>> = vec![vec![]];
    for item in items {
        let only = match item {
            Item::One(entry) => Some(Piece::One(classes.one(*entry))),
            Item::Gap => Some(Piece::Gap),
            Item::OneOf(_) | Item::Maybe(_) => None,
        };
        if let Some(only) = only {
            ways.iter_mut().for_each(|way| way.push(only));
            continue;
        }
        let choices = choices(item, classes)?;
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

/// The ways of one item: one-word alternatives are one step together, longer ones are ways of their own.
fn choices(item: &Item, classes: &mut Classes) -> Result<Vec<Vec<Piece>>, String> {
    let (Item::OneOf(ways) | Item::Maybe(ways)) = item else { return expand(std::slice::from_ref(item), classes) };
    let mut all = vec![];
    let mut together = vec![];
    for way in ways {
        match &way[..] {
            [one] if single(one, &mut together) => {}
            _ => all.extend(expand(way, classes)?),
        }
    }
    if !together.is_empty() {
        all.insert(0, vec![Piece::One(classes.of(together))]);
    }
    if matches!(item, Item::Maybe(_)) {
        all.push(vec![]);
    }
    Ok(all)
}

/// Whether an item is one word wherever it stands; if so, what it accepts.
fn single(item: &Item, into: &mut Vec<Entry>) -> bool {
    match item {
        Item::One(entry) => into.push(*entry),
        Item::OneOf(ways) => {
            let before = into.len();
            let all = ways.iter().all(|way| matches!(&way[..], [one] if single(one, into)));
            if !all {
                into.truncate(before);
            }
            return all;
        }
        Item::Maybe(_) | Item::Gap => return false,
    }
    true
}

fn parse(phrase: &str, lists: &Known, classes: &mut Classes) -> Result<Vec<Item>, String> {
    let mut reader = Reader { left: phrase, lists, classes };
    let items = reader.sequence().and_then(|items| match reader.left.chars().next() {
        None => Ok(items),
        Some(odd) => Err(format!("'{odd}' closes nothing")),
    });
    items.map_err(|problem| format!("\"{phrase}\": {problem}"))
}

struct Reader<'a> {
    left: &'a str,
    lists: &'a Known<'a>,
    classes: &'a mut Classes,
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
                    items.push(Item::One(self.named(name)?));
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

    fn named(&mut self, name: &str) -> Result<Entry, String> {
        if TYPES.contains(&name) {
            Ok(Entry::Typed(self.classes.symbol(name)))
        } else if self.lists.0.contains_key(name) {
            Ok(Entry::List(self.classes.symbol(name)))
        } else {
            let known = self.lists.0.keys().map(String::as_str).chain(TYPES);
            Err(format!("there is no list <{name}>{}", crate::pack::meant(name, known)))
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
        let said = &self.left[..end.max(1).min(self.left.len())];
        self.left = &self.left[end..];
        let stem = self.left.starts_with('*');
        if stem {
            self.left = &self.left[1..];
        }
        if said.bytes().all(|b| b.is_ascii_lowercase()) {
            items.push(self.word(said, stem));
            return;
        }
        let words = cut(said);
        let count = words.len();
        for (at, word) in words.iter().enumerate() {
            items.push(self.word(word, stem && at + 1 == count));
        }
    }

    fn word(&mut self, word: &str, stem: bool) -> Item {
        let symbol = self.classes.symbol(word);
        Item::One(if stem { Entry::Stem(symbol) } else { Entry::Word(symbol) })
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
