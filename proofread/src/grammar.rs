//! What a language is made of besides its rules: greetings, months, units. Data of its pack; nothing of any language is in code.
use crate::vocabulary::{ClassId, Classes, Entry, SetId, Vocabulary};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The `[grammar]` part of a pack, as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Grammar {
    /// Words so frequent that no search begins with them; they also tell the language.
    pub common: Vec<String>,
    /// Words that end with a dot and no sentence.
    pub abbreviations: Vec<String>,
    /// First words of a line that greets.
    pub greetings: Vec<String>,
    /// First words of the line that begins a signature.
    pub signoffs: Vec<String>,
    /// First words of what stands below every mail of a firm.
    pub disclaimers: Vec<String>,
    /// How a mail program begins a quote: first word and last word of the line.
    pub quote_lines: Vec<[String; 2]>,
    /// The names of `From:`, `Sent:`, `To:`, `Subject:` in a quoted head.
    pub quote_heads: Vec<String>,
    /// Lines that say that everything below was written before.
    pub quote_rules: Vec<String>,
    /// What stands before a name in a greeting.
    pub titles: Vec<String>,
    pub months: Vec<Vec<String>>,
    /// From Monday on.
    pub weekdays: Vec<Vec<String>>,
    /// Names of the same days that are other words, too: *wed*, *do*. They count behind a word that leads to a day, or before an hour.
    pub short_weekdays: Vec<Vec<String>>,
    /// What a word is for a date: `ordinal`, `of`, `this`, `next`, `last`, `within`, `ago`, `about`, `end`, `noon`, `am` …
    pub dates: BTreeMap<String, Vec<String>>,
    /// Words for numbers from zero on.
    pub numbers: Vec<String>,
    /// Currencies by words and signs: `EUR = ["euro", "euros"]`.
    pub currencies: BTreeMap<String, Vec<String>>,
    /// Words for whoever writes and whoever reads.
    pub persons: Vec<String>,
    /// Words before a number of an order, a case, a part.
    pub labels: Vec<String>,
    /// `14. Mai`: a dot behind a small number ends no sentence.
    pub ordinal_dot: bool,
    /// `1.240,50` rather than `1,240.50` where both could be meant.
    pub decimal_comma: bool,
    /// `10/6` is the tenth of June here.
    pub day_before_month: bool,
}

/// What a word is for dates and amounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// 1 to 12, 0 for none.
    pub month: u8,
    /// 1 (Monday) to 7, 0 for none.
    pub weekday: u8,
    pub number: Option<u8>,
    /// The currency's place in `Roles::currencies`, counted from 1.
    pub currency: u8,
    flags: u64,
}

macro_rules! flags {
    ($($name:ident)+) => {
        /// The small words of a date; a pack names them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(non_camel_case_types, reason = "named as a pack names them")]
        pub enum Flag { $($name),+ }
        const FLAGS: &[(&str, Flag)] = &[$((stringify!($name), Flag::$name)),+];
    };
}
flags! {
    ordinal article of this next last within ago about end middle early late today tomorrow yesterday overmorrow
    minute hour day workday week month year noon midnight am pm clock at label zone calendar_week few person
    short morning afternoon evening theirs ours wall and
}

/// The small words with which a date or a number of an order begins; the others only go on with one.
const BEGIN: u64 = {
    use Flag::*;
    let all = [
        this,
        next,
        last,
        within,
        end,
        middle,
        early,
        late,
        today,
        tomorrow,
        yesterday,
        overmorrow,
        week,
        noon,
        midnight,
        label,
        calendar_week,
        few,
    ];
    let mut bits = 0;
    let mut number = 0;
    while number < all.len() {
        bits |= 1 << all[number] as u64;
        number += 1;
    }
    bits
};

impl Role {
    pub fn is(self, flag: Flag) -> bool {
        self.flags >> flag as u64 & 1 == 1
    }

    /// Whether a date, an amount or a number can begin with it.
    pub fn begins(self) -> bool {
        self.flags & BEGIN != 0 || self.month > 0 || self.weekday > 0 || self.number.is_some() || self.currency > 0
    }

    /// All that both are; of two months, weekdays or currencies the later one.
    fn and(&mut self, other: Role) {
        self.month = self.month.max(other.month);
        self.weekday = self.weekday.max(other.weekday);
        self.number = self.number.or(other.number);
        self.currency = self.currency.max(other.currency);
        self.flags |= other.flags;
    }
}

/// Classes of the grammar's words, known before the vocabulary is.
pub struct Wanted {
    found: Vec<(ClassId, Role)>,
    currencies: Vec<String>,
}

/// # Errors
/// A name in `dates` that nobody reads, a year without twelve months.
pub fn wanted(grammar: &Grammar, classes: &mut Classes) -> Result<Wanted, String> {
    let mut found = vec![];
    let mut put = |words: &[String], role: Role| {
        let entries: Vec<Entry> = words
            .iter()
            .map(|w| match w.strip_suffix('*') {
                Some(stem) => Entry::Stem(classes.symbol(stem)),
                None => Entry::Word(classes.symbol(w)),
            })
            .collect();
        if !entries.is_empty() {
            found.push((classes.of(entries), role));
        }
    };
    if ![0, 12].contains(&grammar.months.len())
        || ![0, 7].contains(&grammar.weekdays.len())
        || ![0, 7].contains(&grammar.short_weekdays.len())
    {
        return Err("a year has 12 months and a week 7 days".to_owned());
    }
    for (at, words) in (1..).zip(&grammar.months) {
        put(words, Role { month: at, ..Role::default() });
    }
    for (at, words) in (1..).zip(&grammar.weekdays) {
        put(words, Role { weekday: at, ..Role::default() });
    }
    for (at, words) in (1..).zip(&grammar.short_weekdays) {
        put(words, Role { weekday: at, flags: 1 << Flag::short as u64, ..Role::default() });
    }
    for (at, word) in (0..).zip(&grammar.numbers) {
        put(std::slice::from_ref(word), Role { number: Some(at), ..Role::default() });
    }
    for (at, words) in (1..).zip(grammar.currencies.values()) {
        let plain: Vec<String> =
            words.iter().filter(|w| w.chars().all(char::is_alphanumeric)).map(|w| w.to_lowercase()).collect();
        put(&plain, Role { currency: at, ..Role::default() });
    }
    for (words, flag) in [(&grammar.labels, Flag::label), (&grammar.persons, Flag::person)] {
        put(words, Role { flags: 1 << flag as u64, ..Role::default() });
    }
    for (name, words) in &grammar.dates {
        let Some((_, flag)) = FLAGS.iter().find(|(n, _)| n == name) else {
            let names: Vec<_> = FLAGS.iter().map(|(n, _)| *n).collect();
            return Err(format!("nobody reads dates.{name}; there are {}", names.join(", ")));
        };
        put(words, Role { flags: 1 << *flag as u64, ..Role::default() });
    }
    Ok(Wanted { found, currencies: grammar.currencies.keys().cloned().collect() })
}

/// The roles of every set of words.
pub struct Roles {
    by_set: Vec<Role>,
    pub currencies: Vec<String>,
}

impl Roles {
    pub fn new(wanted: Wanted, words: &Vocabulary) -> Self {
        let mut by_class: Vec<Option<Role>> = vec![None; words.classes()];
        for (class, role) in wanted.found {
            by_class[class.0 as usize].get_or_insert_default().and(role);
        }
        let mut by_set = vec![Role::default(); words.sets()];
        for (at, role) in by_set.iter_mut().enumerate() {
            words.of(SetId(at as u32)).iter().filter_map(|c| by_class[c.0 as usize]).for_each(|one| role.and(one));
        }
        Self { by_set, currencies: wanted.currencies }
    }

    #[inline]
    pub fn of(&self, set: SetId) -> Role {
        self.by_set[set.0 as usize]
    }
}
