//! Which column holds what: guessed from its name and its values, shown, overridden by a person, remembered.

use super::{
    dates::Evidence,
    header_words::{MONEY, NAMES, Names},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// What the columns of one kind of file may hold: orders here, stock and alternates elsewhere. None of them holds money.
pub trait FileField: Copy + Ord + 'static {
    const ALL: &'static [Self];
    /// What columns of each are called.
    const NAMES: &'static [Names<Self>];
    /// The word for `--map` and for storage.
    fn word(self) -> &'static str;
    fn holds(self) -> Holds;
    /// The field a person names.
    fn named(word: &str) -> Option<Self> {
        let folded = word.trim().to_lowercase().replace(['_', ' '], "-");
        Self::ALL.iter().copied().find(|field| field.word() == folded)
    }
}

/// What the values of a column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    Dates,
    DatesOrWords,
    /// Words, names and numbers; a column of dates is none of them.
    Other,
}

/// What a column of an order file may hold. Columns about money are never guessed; what an order is worth is read only when a person
/// names its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    Order,
    Line,
    Customer,
    CustomerName,
    Reference,
    Item,
    Quantity,
    Ordered,
    Requested,
    Promised,
    FirstPromised,
    NeedBy,
    Ready,
    Shipped,
    Delivered,
    Recorded,
    Told,
    Cancelled,
    Status,
    /// When we confirmed the order to the customer.
    Acknowledged,
    ItemGroup,
    Supplier,
    WorkCentre,
    Route,
    /// For the report on fairness alone (S027); no rule sees it (S025).
    Worth,
}

impl Field {
    pub const ALL: [Field; 25] = [
        Field::Order,
        Field::Line,
        Field::Customer,
        Field::CustomerName,
        Field::Reference,
        Field::Item,
        Field::Quantity,
        Field::Ordered,
        Field::Requested,
        Field::Promised,
        Field::FirstPromised,
        Field::NeedBy,
        Field::Ready,
        Field::Shipped,
        Field::Delivered,
        Field::Recorded,
        Field::Told,
        Field::Cancelled,
        Field::Status,
        Field::Acknowledged,
        Field::ItemGroup,
        Field::Supplier,
        Field::WorkCentre,
        Field::Route,
        Field::Worth,
    ];
}

impl FileField for Field {
    const ALL: &'static [Field] = &Field::ALL;
    const NAMES: &'static [Names<Field>] = &NAMES;

    fn word(self) -> &'static str {
        match self {
            Field::Order => "order",
            Field::Line => "line",
            Field::Customer => "customer",
            Field::CustomerName => "customer-name",
            Field::Reference => "reference",
            Field::Item => "item",
            Field::Quantity => "quantity",
            Field::Ordered => "ordered",
            Field::Requested => "requested",
            Field::Promised => "promised",
            Field::FirstPromised => "first-promised",
            Field::NeedBy => "need-by",
            Field::Ready => "ready",
            Field::Shipped => "shipped",
            Field::Delivered => "delivered",
            Field::Recorded => "recorded",
            Field::Told => "told",
            Field::Cancelled => "cancelled",
            Field::Status => "status",
            Field::Acknowledged => "acknowledged",
            Field::ItemGroup => "item-group",
            Field::Supplier => "supplier",
            Field::WorkCentre => "work-centre",
            Field::Route => "route",
            Field::Worth => "worth",
        }
    }

    fn holds(self) -> Holds {
        match self {
            Field::Cancelled => Holds::DatesOrWords,
            field if field.is_date() => Holds::Dates,
            _ => Holds::Other,
        }
    }

    /// `account` and `qty` are also understood.
    fn named(word: &str) -> Option<Field> {
        let folded = word.trim().to_lowercase().replace(['_', ' '], "-");
        match folded.as_str() {
            "account" => Some(Field::Customer),
            "qty" => Some(Field::Quantity),
            other => Field::ALL.into_iter().find(|field| field.word() == other),
        }
    }
}

impl Field {
    pub fn is_date(self) -> bool {
        !matches!(
            self,
            Field::Order
                | Field::Line
                | Field::Customer
                | Field::CustomerName
                | Field::Reference
                | Field::Item
                | Field::Quantity
                | Field::Status
                | Field::ItemGroup
                | Field::Supplier
                | Field::WorkCentre
                | Field::Route
                | Field::Worth
                | Field::Cancelled
        )
    }

    /// A wrong date here makes the watch cry wolf or keep silent, so the row is refused instead.
    pub fn is_needed(self) -> bool {
        matches!(self, Field::Promised | Field::Delivered)
    }
}

/// How sure a guess is, for showing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Two fields share this name, or only part of it is known: look at it.
    Weak,
    Likely,
    Sure,
}

/// A column as the survey saw it.
#[derive(Debug, Clone, Default)]
pub struct ColumnSeen {
    pub header: String,
    pub dates: Evidence,
    /// Values that are not empty.
    pub filled: u64,
    /// A few values, for showing.
    pub examples: Vec<String>,
}

/// One guess, with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    pub column: usize,
    pub confidence: Confidence,
}

/// Field to column; every column serves at most one field.
pub type Guesses<F = Field> = BTreeMap<F, Guess>;

/// The best assignment of columns to fields: the surest pair first, each field and each column once.
pub fn guess<F: FileField>(columns: &[ColumnSeen]) -> Guesses<F> {
    let mut scored = Vec::new();
    for (column, seen) in columns.iter().enumerate() {
        let words = fold(&seen.header);
        if words.split(' ').any(|word| MONEY.contains(&word)) {
            continue;
        }
        for names in F::NAMES {
            let score = score(&words, names.sure, 100).max(score(&words, names.shared, 45));
            if score > 0 && values_allow(names.field, seen) {
                scored.push((score, names.field, column));
            }
        }
    }
    // Equal scores go to the earlier column and the earlier field, so that a guess never depends on chance.
    scored.sort_by(|one, two| two.0.cmp(&one.0).then(one.2.cmp(&two.2)).then(one.1.cmp(&two.1)));
    let (mut guesses, mut taken) = (Guesses::<F>::new(), vec![false; columns.len()]);
    for (score, field, column) in scored {
        let free = taken.get(column).is_some_and(|taken| !taken);
        if !free || guesses.contains_key(&field) {
            continue;
        }
        if let Some(slot) = taken.get_mut(column) {
            *slot = true;
        }
        let confidence = match score {
            90.. => Confidence::Sure,
            50.. => Confidence::Likely,
            _ => Confidence::Weak,
        };
        guesses.insert(field, Guess { column, confidence });
    }
    guesses
}

/// Words that add little to a name: "promised date (current)" is still the promised date.
const SMALL: [&str; 22] = [
    "no", "nr", "number", "num", "id", "code", "date", "on", "at", "the", "of", "our", "current", "actual", "latest",
    "de", "del", "nummer", "datum", "am", "data", "fecha",
];

/// `whole` for the very name; less for a name that stands inside a longer header, by how much else stands there.
fn score(header: &str, names: &[&str], whole: i32) -> i32 {
    let padded = format!(" {header} ");
    let one = |name: &&str| {
        if *name == header {
            // “Customer No” says more than “Customer”, wherever the two stand.
            return whole + name.split(' ').count() as i32;
        }
        let (known, letters) = (name.split(' ').count() as i32, name.len());
        // Short single words such as "so" or "po" mean something only when they stand alone.
        if (known == 1 && letters < 4) || !padded.contains(&format!(" {name} ")) {
            return 0;
        }
        let rest = padded.replacen(&format!(" {name} "), " ", 1);
        let rest: i32 = rest.split_whitespace().map(|word| if SMALL.contains(&word) { 2 } else { 20 }).sum();
        (whole - 35 + 8 * known - rest).max(0)
    };
    names.iter().map(one).max().unwrap_or(0)
}

/// Values can forbid a field that the name suggests: a date column must hold dates, a number column none.
fn values_allow(field: impl FileField, seen: &ColumnSeen) -> bool {
    if seen.filled == 0 {
        return true;
    }
    let dates = seen.dates.dates() - seen.dates.serial;
    match field.holds() {
        Holds::DatesOrWords => true,
        Holds::Dates => seen.dates.dates() * 4 >= seen.filled - seen.dates.none.min(seen.filled - 1),
        Holds::Other => dates * 2 < seen.filled,
    }
}

/// Lower case, without accents and punctuation, words apart: `OrderDate_2 (ship)` becomes `order date 2 ship`.
pub fn fold(header: &str) -> String {
    let mut folded = String::with_capacity(header.len() + 4);
    let mut before = ' ';
    for letter in header.nfd().take(200) {
        let hump = letter.is_uppercase() && before.is_lowercase();
        let plain = match letter {
            'ł' | 'Ł' => 'l',
            'ß' => 's',
            'º' | '°' | '№' => ' ',
            letter if unicode_normalization::char::is_combining_mark(letter) => continue,
            letter if letter.is_alphanumeric() => letter,
            _ => ' ',
        };
        if (hump || plain == ' ') && !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
        if plain != ' ' {
            folded.extend(plain.to_lowercase());
        }
        before = letter;
    }
    folded.trim_end().to_owned()
}

/// The same set of headers in the same order is the same kind of file, whatever its rows.
pub fn fingerprint(headers: &[String]) -> String {
    let mut digest = Sha256::new();
    for header in headers {
        digest.update(fold(header).as_bytes());
        digest.update([0]);
    }
    hex::encode(digest.finalize())
}

/// A `--map` that names no field or no column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSuchMap {
    /// The name, and those there are.
    Field(String, String),
    Column(String),
    NotAPair(String),
}

/// Puts what a person said over what was guessed: `promised=Due Date`, `promised=#3`, or `promised=` for none.
pub fn override_with<F: FileField>(
    guesses: &mut Guesses<F>,
    headers: &[String],
    said: &[String],
) -> Result<(), NoSuchMap> {
    for pair in said {
        let (field, name) = pair.split_once('=').ok_or_else(|| NoSuchMap::NotAPair(pair.clone()))?;
        let field = F::named(field).ok_or_else(|| NoSuchMap::Field(field.into(), words::<F>()))?;
        let name = name.trim().trim_matches('"');
        guesses.remove(&field);
        if name.is_empty() {
            continue;
        }
        let column = column_named(headers, name).ok_or_else(|| NoSuchMap::Column(name.into()))?;
        guesses.retain(|_, guess| guess.column != column);
        guesses.insert(field, Guess { column, confidence: Confidence::Sure });
    }
    Ok(())
}

/// The fields there are, for whoever named another one.
fn words<F: FileField>() -> String {
    F::ALL.iter().map(|field| field.word()).collect::<Vec<_>>().join(", ")
}

fn column_named(headers: &[String], name: &str) -> Option<usize> {
    let by_number = || name.strip_prefix('#')?.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < headers.len());
    headers
        .iter()
        .position(|header| header == name)
        .or_else(|| headers.iter().position(|header| fold(header) == fold(name)))
        .or_else(by_number)
}

#[cfg(test)]
#[path = "headers_tests.rs"]
mod tests;
