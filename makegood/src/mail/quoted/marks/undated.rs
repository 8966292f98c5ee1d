//! *Maria wrote:* and *On Monday, Maria wrote:* without a date. Anybody may write such a line themselves, so it announces a quote only right above
//! lines that are marked as one, and only when nothing but a name, a day and the verb stands in it.

/// Words of a name; *Maria del Carmen Ruiz Ortega* has five.
const NAME: usize = 6;

/// Verbs behind a name, with the colon.
const BEHIND: [&str; 13] = [
    "wrote:",
    "writes:",
    "schrieb:",
    "schreibt:",
    "escribió:",
    "escribio:",
    "escribe:",
    "napisał:",
    "napisała:",
    "napisał(a):",
    "napisali:",
    "pisze:",
    "a écrit:",
];

/// Verbs before a name.
const BEFORE: [&str; 8] =
    ["schrieb ", "schreibt ", "wrote ", "escribió ", "napisał ", "napisała ", "napisał(a) ", "pisze "];

/// Days, with and without the word before them; lower case.
const DAYS: [&str; 49] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "yesterday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "mo",
    "di",
    "mi",
    "do",
    "fr",
    "sa",
    "so",
    "gestern",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "ayer",
    "poniedziałek",
    "wtorek",
    "środę",
    "czwartek",
    "piątek",
    "sobotę",
    "niedzielę",
    "wczoraj",
    "środa",
    "sobota",
];

/// Who writes of themselves quotes nobody: *As I wrote:* is their own word.
const MYSELF: [&str; 8] = ["i", "we", "ich", "wir", "yo", "ja", "my", "nosotros"];

/// Words that join a sentence to the one before: what begins with one is said by whoever writes.
const JOINS: [&str; 16] =
    ["so", "and", "but", "then", "also", "as", "und", "aber", "dann", "wie", "pero", "como", "y", "ale", "więc", "jak"];

/// Small words within a name, and the names of those who are written to.
const SMALL: [&str; 21] = [
    "von", "van", "der", "den", "de", "del", "la", "las", "los", "di", "da", "du", "zu", "y", "i", "bin", "al", "you",
    "sie", "pan", "pani",
];

/// Whether the lines, put together from `count` of them, are such an announcement.
pub fn announces(whole: &str, count: usize) -> bool {
    let begins = whole.split_whitespace().next().unwrap_or_default().to_lowercase();
    if JOINS.contains(&begins.as_str()) {
        return false;
    }
    let lower = whole.to_lowercase().replace(" :", ":");
    let (intro, rest) = day_before(&lower);
    // A name alone may stand over two lines as little as an answer may stand above it.
    if count > 1 && intro == 0 {
        return false;
    }
    // The same piece of the line with its capitals: lower case may have another length, so it is found by words.
    let words: Vec<&str> = whole.split_whitespace().skip(intro).collect();
    let rest = rest.trim();
    let verb = |text: &&&str| rest.ends_with(**text);
    if let Some(verb) = BEHIND.iter().find(verb) {
        let many = verb.split(' ').count() + usize::from(whole.trim_end().ends_with(" :"));
        return words.len() > many && words.get(..words.len() - many).is_some_and(is_name);
    }
    let before = BEFORE.iter().find(|verb| rest.starts_with(**verb)).filter(|_| rest.ends_with(':') && intro > 0);
    before.is_some() && words.get(1..).is_some_and(is_name)
}

/// How many words tell the day, and what stands behind them.
fn day_before(lower: &str) -> (usize, &str) {
    let mut rest = lower.trim();
    let mut words = 0;
    for intro in ["on ", "am ", "el ", "w ", "we "] {
        if let Some(after) = rest.strip_prefix(intro) {
            (words, rest) = (1, after);
            break;
        }
    }
    let (day, after) = rest.split_once(' ').unwrap_or((rest, ""));
    let day = day.trim_end_matches([',', '.']);
    if DAYS.contains(&day) { (words + 1, after) } else { (0, lower.trim()) }
}

/// Words of which each could be a part of a name or an address.
fn is_name(words: &[&str]) -> bool {
    let one = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        bare.contains('@') || SMALL.contains(&lower.as_str()) || bare.chars().next().is_some_and(char::is_uppercase)
    };
    let first = words.first().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    let myself = words.iter().any(|word| MYSELF.contains(&word.to_lowercase().as_str())) && words.len() <= 2;
    let named = first.is_some_and(|first| !first.is_empty());
    named && !myself && (1..=NAME).contains(&words.len()) && words.iter().all(one)
}

#[cfg(test)]
mod tests {
    use crate::mail::quoted::own;

    #[test]
    fn a_line_without_a_date_begins_the_quote_that_stands_below_it() {
        for line in [
            "Maria wrote:",
            "On Mon, Maria wrote:",
            "On Monday, Maria Nowak wrote:",
            "Maria Nowak <maria@boards.example> wrote:",
            "Nowak, Maria wrote:",
            "You wrote:",
            "Yesterday Maria wrote:",
            "Am Montag schrieb Maria:",
            "Am Mo. schrieb Maria Nowak:",
            "Maria schrieb:",
            "Gestern schrieb Maria von Berg:",
            "Maria napisał(a):",
            "W poniedziałek Maria napisała:",
            "We wtorek Maria pisze:",
            "Maria escribió:",
            "El lunes, Maria del Carmen Ruiz escribió:",
            "On Monday, Maria\nwrote:",
            "Maria wrote :",
        ] {
            for gap in ["", "\n"] {
                let text =
                    format!("Ten is fine.\n\n{line}\n{gap}> May I call at ten?\n> Or at noon?\n\nBy the side door.\n");
                assert_eq!(own(&text), "Ten is fine.\n\nBy the side door.", "{line}");
            }
        }
    }

    #[test]
    fn words_of_their_own_are_never_folded() {
        for text in [
            "Maria wrote: to us yesterday, and we wait.\nThe boards are dry.",
            "Maria wrote:\nThe boards are dry.",
            "On Monday, Maria wrote:\nthe boards will come.\nThey did not.",
            "This is what the driver wrote:\n\nCome again on Tuesday.",
            "Am Montag schrieb Maria:\nDie Platinen kommen. Sie kamen nicht.",
            "Maria napisała:\nPłytki są suche.",
        ] {
            assert_eq!(own(text), text, "{text}");
        }
        for (line, quote) in [
            ("This is what the driver wrote:", "> come again"),
            ("As I wrote:", "> half are dry"),
            ("So Tom wrote:", "> come again"),
            ("I wrote:", "> half are dry"),
            ("Ich schrieb:", "> die Hälfte ist trocken"),
            ("On the label I found what Tom wrote:", "> this side up"),
            ("The label on it said what Tom wrote:", "> up"),
        ] {
            assert_eq!(
                own(&format!("Hello\n\n{line}\n{quote}\n\nBye now")),
                format!("Hello\n\n{line}\n\nBye now"),
                "{line}"
            );
        }
        let two = "Thanks Maria\nPeter wrote:\n> ten?\n";
        assert_eq!(own(two), "Thanks Maria", "the line above is theirs");
    }
}
