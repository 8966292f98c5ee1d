//! How many of what a text says: *480 dry boards*, *1 480 płytek*, *zwölf Platinen*. The words are data (`packs/units.toml`), of every language at
//! once, so that an update in a language without a pack is read too.
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Counts of one text.
const COUNTS_AT_MOST: usize = 200;
/// Small words between a number and what it counts.
const BETWEEN_AT_MOST: usize = 2;
/// More digits are a number of something.
const DIGITS_AT_MOST: usize = 9;

#[derive(Deserialize)]
struct Written {
    goods: BTreeMap<String, BTreeMap<String, String>>,
    packed: BTreeMap<String, BTreeMap<String, String>>,
    nothing: BTreeMap<String, String>,
    named: BTreeMap<String, String>,
    numbers: BTreeMap<String, String>,
}

/// What a word counts: a family is the same thing in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Goods of this family: `board`, or `piece` for what has no name of its own.
    Goods(&'static str),
    /// What goods are packed in: `pallet`.
    Packed(&'static str),
    /// A word that the caller gave.
    Called,
}

/// A number of something in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// From the number to the word behind it.
    pub bytes: Range<usize>,
    pub count: u64,
    pub of: Unit,
}

struct Words {
    units: HashMap<&'static str, Unit>,
    nothing: HashSet<&'static str>,
    named: HashSet<&'static str>,
    numbers: HashMap<&'static str, u64>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    static WRITTEN: LazyLock<Written> = LazyLock::new(|| {
        let nothing = BTreeMap::new;
        toml::from_str(include_str!("../packs/units.toml")).unwrap_or(Written {
            goods: BTreeMap::new(),
            packed: BTreeMap::new(),
            nothing: nothing(),
            named: nothing(),
            numbers: nothing(),
        })
    });
    let written: &'static Written = &WRITTEN;
    let each = |all: &'static BTreeMap<String, String>| all.values().flat_map(|words| words.split_whitespace());
    let mut units = HashMap::new();
    for (family, words) in &written.packed {
        each(words).for_each(|word| _ = units.insert(word, Unit::Packed(family)));
    }
    for (family, words) in &written.goods {
        each(words).for_each(|word| _ = units.insert(word, Unit::Goods(family)));
    }
    let mut numbers = HashMap::new();
    for words in written.numbers.values() {
        for (number, said) in (2..).zip(words.split_whitespace()) {
            said.split('|').for_each(|word| _ = numbers.insert(word, number));
        }
    }
    Words { units, nothing: each(&written.nothing).collect(), named: each(&written.named).collect(), numbers }
});

/// What a word counts, where it is a word for goods or for what they are packed in.
pub fn unit(word: &str) -> Option<Unit> {
    WORDS.units.get(word.to_lowercase().as_str()).copied()
}

/// The counts of a text, in its order. `called` are further words for the goods, in small letters.
pub fn counts(text: &str, called: &[String]) -> Vec<Count> {
    let words = words(text);
    let mut found = vec![];
    let mut at = 0;
    while at < words.len() && found.len() < COUNTS_AT_MOST {
        let Some((count, behind)) = number(text, &words, at) else {
            at += 1;
            continue;
        };
        let label = at.checked_sub(1).map(|before| words[before].low.as_str());
        let is_name = label.is_some_and(|before| WORDS.named.contains(before));
        if let Some((of, end)) = counted(text, &words, behind, called).filter(|_| !is_name) {
            found.push(Count { bytes: words[at].bytes.start..end, count, of });
        }
        at = behind;
    }
    found
}

struct Word {
    bytes: Range<usize>,
    low: String,
}

/// Runs of letters or of digits; what stands between two is looked at where it matters.
fn words(text: &str) -> Vec<Word> {
    let mut all: Vec<Word> = vec![];
    let mut kind = None;
    for (at, c) in text.char_indices() {
        let now = if c.is_ascii_digit() { Some(true) } else { c.is_alphabetic().then_some(false) };
        let end = at + c.len_utf8();
        match (now, all.last_mut()) {
            (Some(_), Some(last)) if now == kind && last.bytes.end == at => last.bytes.end = end,
            (Some(_), _) => all.push(Word { bytes: at..end, low: String::new() }),
            (None, _) => {}
        }
        kind = now;
    }
    for word in &mut all {
        word.low = text[word.bytes.clone()].to_lowercase();
    }
    all
}

/// The number that begins with this word, and the word behind it. A part of another number, of a date or of a name is none.
fn number(text: &str, words: &[Word], at: usize) -> Option<(u64, usize)> {
    let word = &words[at];
    if let Some(number) = WORDS.numbers.get(word.low.as_str()) {
        return Some((*number, at + 1));
    }
    let before = text[..word.bytes.start].chars().next_back();
    if !word.low.starts_with(|c: char| c.is_ascii_digit()) || before.is_some_and(goes_before) {
        return None;
    }
    let mut digits = word.low.clone();
    let mut behind = at + 1;
    let mut mark = None;
    while let Some(next) = words.get(behind).filter(|next| is_group(next) && digits.len() <= DIGITS_AT_MOST) {
        let between = &text[words[behind - 1].bytes.end..next.bytes.start];
        let groups =
            between.chars().count() == 1 && between.contains(GROUPS) && mark.is_none_or(|mark| mark == between);
        if !groups || words[at].low.len() > 3 {
            break;
        }
        mark = Some(between);
        digits.push_str(&next.low);
        behind += 1;
    }
    let rest = &text[words[behind - 1].bytes.end..];
    let mut rest = rest.chars();
    let (next, then) = (rest.next(), rest.next());
    let goes_on = match next {
        Some('.' | ',') => then.is_some_and(|c| c.is_ascii_digit()),
        Some(c) => "-–/:%°#_".contains(c) || c == '\u{2019}',
        None => false,
    };
    if goes_on || digits.len() > DIGITS_AT_MOST {
        return None;
    }
    Some((digits.parse().ok()?, behind))
}

/// Marks that part the thousands of a number.
const GROUPS: &[char] = &['.', ',', ' ', '\u{a0}', '\u{202f}', '\'', '’'];

fn is_group(word: &Word) -> bool {
    word.low.len() == 3 && word.low.bytes().all(|b| b.is_ascii_digit())
}

/// Right before a number: it is a part of something else.
fn goes_before(c: char) -> bool {
    c.is_alphabetic() || "-–/:.,#_°".contains(c)
}

/// What is counted by the words from here on, and where it ends.
fn counted(text: &str, words: &[Word], from: usize, called: &[String]) -> Option<(Unit, usize)> {
    for (passed, word) in words.iter().enumerate().skip(from).take(BETWEEN_AT_MOST + 1) {
        let gap = &text[words[passed - 1].bytes.end..word.bytes.start];
        if !gap.chars().all(char::is_whitespace) || gap.contains("\n\n") {
            return None;
        }
        let is_nothing = WORDS.nothing.contains(word.low.as_str());
        let is_called = || !is_nothing && called.iter().any(|one| is_form(&word.low, one));
        let of = WORDS.units.get(word.low.as_str()).copied();
        if let Some(of) = of.or_else(|| is_called().then_some(Unit::Called)) {
            return Some((of, word.bytes.end));
        }
        // A name, a day and a measure end the look: *12 May parts arrive*, *2 mm boards*.
        let small = text[word.bytes.clone()].starts_with(char::is_lowercase);
        if !small || is_nothing || gap.is_empty() {
            return None;
        }
    }
    None
}

/// Another ending of the same word, as far as two letters go.
fn is_form(word: &str, of: &str) -> bool {
    let stem = of.trim_end_matches('s');
    let rest = word.strip_prefix(stem).filter(|_| !stem.is_empty());
    rest.is_some_and(|rest| rest.chars().count() <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let called = ["gasket-free".to_owned(), "rotors".to_owned()];
        let one = |c: &Count| {
            let of = match c.of {
                Unit::Goods(family) | Unit::Packed(family) => family,
                Unit::Called => "called",
            };
            format!("{} {of}", c.count)
        };
        counts(text, &called).iter().map(one).collect()
    }

    #[test]
    fn goods_are_counted_in_every_language() {
        for (text, meant) in [
            ("We have held back 480 boards and 12 pcs of the rest.", &["480 board", "12 piece"][..]),
            ("480 dry boards, 1,480 pieces, 3 pallets", &["480 board", "1480 piece", "3 pallet"]),
            ("All 480 of the boards; two boxes; 480pcs.", &["480 board", "2 box", "480 piece"]),
            (
                "Wir haben 1.480 Platinen und 12 Stück gesperrt, zwölf trockene Leiterplatten.",
                &["1480 board", "12 piece", "12 board"],
            ),
            (
                "Wstrzymaliśmy 1 480 płytek, w tym 12 szt. wadliwych, i 3 palety.",
                &["1480 board", "12 piece", "3 pallet"],
            ),
            (
                "Hemos retenido las 480 placas, 1.200 piezas y dos palés: 12 unidades están mal.",
                &["480 board", "1200 piece", "2 pallet", "12 piece"],
            ),
            ("We hold 40 rotors.", &["40 called"]),
        ] {
            assert_eq!(said(text), meant, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_of_goods_is_none() {
        for text in [
            "In 3 days we know more about the boards.",
            "Order 4711 boards; lot 2231 parts; rev. 3 boards",
            "4-layer boards, 2 mm boards, 0.5 % of boards, 14:00 boards",
            "By 12 May parts arrive.",
            "One board, eine Platine, una placa.",
            "We looked at 200, and boards are fine. 20 and all boards",
            "PO-480 boards, A480 boards, 2026-05-14 boards",
            "9999999999999 boards",
            "",
        ] {
            assert_eq!(said(text), [""; 0], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_is_read_without_harm(text in "[0-9 .,a-zł\u{a0}’'%-]{0,60}( boards| sztuk)?") {
            for one in counts(&text, &[]) {
                proptest::prop_assert!(text.get(one.bytes.clone()).is_some());
            }
        }
    }
}
