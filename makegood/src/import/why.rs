//! Why a row was refused, why a field was left empty, why a file cannot be read: each with its way out.

use super::{csv_split::TooLong, dates::NoDate, edi::Broken, headers::NoSuchMap, numbers::NoNumber, xlsx::NoTable};
use watch::{Arg, Sentence};

/// Why one row, or one field of it, was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The word of the field.
    Missing(&'static str),
    NoDate(NoDate),
    NoNumber(NoNumber),
    TooLong(TooLong),
    /// A key or name longer than any real one: usually a shifted column.
    TextTooLong {
        limit: usize,
    },
    /// The same order line stands earlier in the file with other values.
    SaidTwice {
        first: u64,
    },
    /// The same row of a list stands earlier in the file with other values.
    RowTwice {
        first: u64,
    },
    /// An item cannot stand in for itself.
    Itself,
    /// A customer that nobody here knows.
    NoSuchCustomer,
    /// A customer by a name that several accounts have.
    SeveralCustomers,
    /// The list tells of an order line that no order file told of.
    NoSuchLine,
    /// A word that is none of those that the column may hold.
    UnknownWord,
    /// A column for cancellations that holds neither a date nor a yes or no.
    NeitherDateNorFlag,
}

impl Why {
    /// The sentence for people.
    pub fn sentence(&self) -> Sentence {
        match self {
            Why::Missing(field) => Sentence::new("import-why-missing", [("field", text(field))]),
            Why::NoDate(why) => Sentence::new(no_date_key(*why), []),
            Why::NoNumber(NoNumber::NotANumber) => Sentence::new("import-why-not-a-number", []),
            Why::NoNumber(NoNumber::EitherMark) => Sentence::new("import-why-either-mark", []),
            Why::TooLong(TooLong::Cell) => Sentence::new("import-why-long-cell", []),
            Why::TooLong(TooLong::Columns) => Sentence::new("import-why-many-columns", []),
            Why::TooLong(TooLong::Row) => Sentence::new("import-why-long-row", []),
            Why::TooLong(TooLong::OpenQuote) => Sentence::new("import-why-open-quote", []),
            Why::TextTooLong { limit } => Sentence::new("import-why-long-text", [("limit", Arg::Count(*limit as i64))]),
            Why::SaidTwice { first } => Sentence::new("import-why-said-twice", [("first", Arg::Count(*first as i64))]),
            Why::RowTwice { first } => Sentence::new("import-why-row-twice", [("first", Arg::Count(*first as i64))]),
            Why::Itself => Sentence::new("import-why-itself", []),
            Why::NoSuchCustomer => Sentence::new("import-why-no-such-customer", []),
            Why::SeveralCustomers => Sentence::new("import-why-several-customers", []),
            Why::NoSuchLine => Sentence::new("import-why-no-such-line", []),
            Why::UnknownWord => Sentence::new("import-why-unknown-word", []),
            Why::NeitherDateNorFlag => Sentence::new("import-why-neither-date-nor-flag", []),
        }
    }
}

fn no_date_key(why: NoDate) -> &'static str {
    match why {
        NoDate::SaysNone => "import-why-says-none",
        NoDate::NotADate => "import-why-not-a-date",
        NoDate::NoSuchDay => "import-why-no-such-day",
        NoDate::YearOutOfReach => "import-why-year",
        NoDate::EitherOrder => "import-why-either-order",
        NoDate::Mangled => "import-why-mangled",
    }
}

/// Why a file cannot be imported as it is; nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CannotStart {
    Empty,
    /// No column for a field without which nothing can be watched.
    NoColumn(&'static str),
    /// No column says anything about the things of a list.
    NothingSaid(String),
    /// No column says whether anything arrived, so every past promise would look broken.
    NothingSaysDelivered,
    /// Day and month cannot be told apart in a column that matters.
    Ambiguous {
        column: String,
        example: String,
    },
    Map(NoSuchMap),
    /// More than an upload may hold; the shell takes any size.
    TooManyRows {
        limit: u64,
    },
    TooManyBytes {
        limit: u64,
    },
    Charset(String),
    Zone(String),
    /// A file of messages that does not make sense to its end.
    Messages(Broken),
    /// A workbook without a table that can be read.
    Workbook(NoTable),
    /// The file itself, or the disk below it.
    Unreadable {
        file: String,
        why: String,
    },
}

impl CannotStart {
    /// The sentence for people, with the way out.
    pub fn sentence(&self) -> Sentence {
        match self {
            CannotStart::Empty => Sentence::new("import-cannot-empty", []),
            CannotStart::NoColumn(field) => Sentence::new("import-cannot-no-column", [("field", text(field))]),
            CannotStart::NothingSaid(fields) => Sentence::new("import-cannot-nothing-said", [("fields", text(fields))]),
            CannotStart::NothingSaysDelivered => Sentence::new("import-cannot-delivered", []),
            CannotStart::Ambiguous { column, example } => {
                Sentence::new("import-cannot-ambiguous", [("column", text(column)), ("example", text(example))])
            }
            CannotStart::Map(NoSuchMap::Field(name, fields)) => {
                Sentence::new("import-cannot-map-field", [("name", text(name)), ("fields", text(fields))])
            }
            CannotStart::Map(NoSuchMap::Column(name)) => {
                Sentence::new("import-cannot-map-column", [("name", text(name))])
            }
            CannotStart::Map(NoSuchMap::NotAPair(name)) => {
                Sentence::new("import-cannot-map-pair", [("name", text(name))])
            }
            CannotStart::Charset(name) => Sentence::new("import-cannot-charset", [("name", text(name))]),
            CannotStart::Zone(name) => Sentence::new("import-cannot-zone", [("name", text(name))]),
            CannotStart::Workbook(NoTable::Unreadable) => Sentence::new("import-cannot-workbook", []),
            CannotStart::Workbook(NoTable::TooLarge) => Sentence::new("import-cannot-workbook-large", []),
            CannotStart::Workbook(NoTable::Empty) => Sentence::new("import-cannot-workbook-empty", []),
            CannotStart::Messages(Broken::Head) => Sentence::new("import-cannot-messages-head", []),
            CannotStart::Messages(Broken::CutOff { segment }) => {
                Sentence::new("import-cannot-messages-cut-off", [("segment", Arg::Count(*segment as i64))])
            }
            CannotStart::Messages(Broken::Miscounted { segment }) => {
                Sentence::new("import-cannot-messages-miscounted", [("segment", Arg::Count(*segment as i64))])
            }
            CannotStart::Unreadable { file, why } => {
                Sentence::new("import-cannot-read", [("file", text(file)), ("why", text(why))])
            }
            CannotStart::TooManyRows { limit } => {
                Sentence::new("import-cannot-rows", [("limit", Arg::Count(*limit as i64))])
            }
            CannotStart::TooManyBytes { limit } => {
                Sentence::new("import-cannot-bytes", [("limit", Arg::Count((*limit / 1024 / 1024) as i64))])
            }
        }
    }
}

fn text(text: &str) -> Arg {
    Arg::Text(text.to_owned())
}
