//! Which language a text is in, by its small words: *the*, *und*, *nie*. Short or mixed texts stay untold.
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// Words that are looked at.
const WORDS: usize = 400;
/// Fewer small words tell nothing.
const TELLING: u32 = 4;

#[derive(Deserialize)]
struct Written {
    words: BTreeMap<String, String>,
}

struct Small {
    languages: Vec<String>,
    /// The languages of a word, as bits.
    of: HashMap<String, u32>,
}

static SMALL: LazyLock<Small> = LazyLock::new(|| {
    let written: Written =
        toml::from_str(include_str!("../packs/languages.toml")).unwrap_or(Written { words: BTreeMap::new() });
    let mut of: HashMap<String, u32> = HashMap::new();
    for (at, words) in written.words.values().enumerate().take(32) {
        for word in words.split_whitespace() {
            *of.entry(word.to_owned()).or_default() |= 1 << at;
        }
    }
    Small { languages: written.words.into_keys().collect(), of }
});

/// The language of a text, where it is told.
pub fn told(text: &str) -> Option<&'static str> {
    told_of(std::iter::once(text))
}

/// The language of a text in several stretches.
pub fn told_of<'a>(stretches: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let small = &*SMALL;
    let mut counts = vec![0u32; small.languages.len()];
    let cut = |text: &'a str| text.split(|c: char| !c.is_alphabetic() && c != '\'');
    let words = stretches.flat_map(cut).filter(|w| !w.is_empty()).take(WORDS);
    let mut low = String::new();
    for word in words {
        low.clear();
        if word.is_ascii() {
            low.push_str(word);
            low.make_ascii_lowercase();
        } else {
            low.extend(word.chars().flat_map(char::to_lowercase));
        }
        let bits = small.of.get(&low).copied().unwrap_or(0);
        // A word of one language alone says more than a word of three.
        let weight = match bits.count_ones() {
            1 => 3,
            2 => 2,
            _ => 1,
        };
        counts.iter_mut().enumerate().filter(|(at, _)| bits >> at & 1 == 1).for_each(|(_, count)| *count += weight);
    }
    let best = counts.iter().enumerate().max_by_key(|(at, count)| (**count, std::cmp::Reverse(*at)))?;
    let second = counts.iter().enumerate().filter(|(at, _)| *at != best.0).map(|(_, c)| *c).max().unwrap_or(0);
    let clear = *best.1 >= TELLING * 2 && *best.1 * 2 >= second * 3;
    clear.then(|| small.languages[best.0].as_str())
}
