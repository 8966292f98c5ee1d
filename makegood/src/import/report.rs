//! What an import did: how many rows of each kind, and every row and field it did not take, with the reason.

use super::{
    order_rows::RowProblem,
    why::{CannotStart, Why},
};
use crate::{sentence::say, words::t_with};
use jiff::tz::TimeZone;
use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufWriter, Write},
    path::PathBuf,
};
use watch::{Kind, Oddity};

/// So many refused rows are shown; the report file has them all.
pub const SHOWN: usize = 100;
/// So many are kept: whoever sends a batch by program hears of each of its rows.
const KEPT: usize = crate::api::lists::ROWS_AT_MOST;
/// So many rows are named beside each reason for an empty field.
const ROWS_NAMED: usize = 5;

/// A count with the first rows it counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub count: u64,
    pub rows: Vec<u64>,
}

impl Tally {
    pub fn add(&mut self, row: u64) {
        self.count += 1;
        if self.rows.len() < ROWS_NAMED {
            self.rows.push(row);
        }
    }
}

/// The sums of one import of orders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pub rows: u64,
    pub new: u64,
    pub changed: u64,
    pub same: u64,
    /// The very same row stood earlier in the file.
    pub repeated: u64,
    pub refused: u64,
    pub accounts_new: u64,
    /// Promises that the file moved to another date.
    pub promises_moved: u64,
    /// Rows in another character set than the file; they were read.
    pub misspelt: Tally,
    /// The first refused rows.
    pub refusals: Vec<RowProblem>,
    /// Fields left empty, by column and reason.
    pub left_empty: BTreeMap<(String, &'static str), (Tally, Option<RowProblem>)>,
    pub oddities: BTreeMap<Oddity, Tally>,
    /// Signals that this import brought up.
    pub signals: BTreeMap<Kind, u64>,
    /// Signals that ended because what was imported shows that the trouble was put right.
    pub prevented: u64,
}

impl Report {
    pub fn refuse(&mut self, problem: RowProblem) {
        self.refused += 1;
        if self.refusals.len() < KEPT {
            self.refusals.push(problem);
        }
    }

    /// The first refused rows, for showing.
    pub fn shown(&self) -> impl Iterator<Item = &RowProblem> {
        self.refusals.iter().take(SHOWN)
    }

    pub fn left_empty(&mut self, note: &RowProblem) {
        let (tally, example) = self.left_empty.entry((note.column.clone(), reason(&note.why))).or_default();
        tally.add(note.row);
        example.get_or_insert_with(|| note.clone());
    }

    pub fn odd(&mut self, row: u64, oddities: &[Oddity]) {
        for oddity in oddities {
            self.oddities.entry(*oddity).or_default().add(row);
        }
    }

    /// The sums as JSON, for the record of imports.
    pub fn sums(&self) -> String {
        let signals: BTreeMap<&str, u64> = self.signals.iter().map(|(kind, count)| (kind.word(), *count)).collect();
        serde_json::json!({
            "rows": self.rows,
            "new": self.new,
            "changed": self.changed,
            "same": self.same + self.repeated,
            "refused": self.refused,
            "accounts": self.accounts_new,
            "promises_moved": self.promises_moved,
            "signals": signals,
            "prevented": self.prevented,
        })
        .to_string()
    }

    /// The report as a person reads it in the shell, one line after the other.
    pub fn lines(&self, zone: &TimeZone) -> Vec<String> {
        let mut lines = self.told(zone);
        lines.extend(self.shown().map(|problem| refusal_line(problem, zone)));
        let more = self.refused.saturating_sub(self.shown().count() as u64);
        if more > 0 {
            lines.push(t_with("import-report-more", &[("count", more.into())]));
        }
        lines
    }

    /// All but the refused rows.
    pub fn told(&self, zone: &TimeZone) -> Vec<String> {
        let count = |number: u64| number.into();
        let mut lines = vec![t_with(
            "import-report-rows",
            &[
                ("rows", count(self.rows)),
                ("new", count(self.new)),
                ("changed", count(self.changed)),
                ("same", count(self.same + self.repeated)),
                ("refused", count(self.refused)),
            ],
        )];
        let mut told = |key: &str, number: u64| {
            if number > 0 {
                lines.push(t_with(key, &[("count", number.into())]));
            }
        };
        told("import-report-accounts", self.accounts_new);
        told("import-report-promises", self.promises_moved);
        told("import-report-misspelt", self.misspelt.count);
        let mut others = 0;
        for (kind, number) in &self.signals {
            match signal_key(*kind) {
                Some(key) => told(key, *number),
                None => others += number,
            }
        }
        told("import-report-other-signals", others);
        told("import-report-prevented", self.prevented);
        for (oddity, tally) in &self.oddities {
            lines.push(t_with(oddity_key(*oddity), &[("count", tally.count.into()), ("rows", rows(tally).into())]));
        }
        for ((column, _), (tally, example)) in &self.left_empty {
            let Some(example) = example else { continue };
            lines.push(t_with(
                "import-report-left-empty",
                &[
                    ("column", column.as_str().into()),
                    ("count", tally.count.into()),
                    ("example", example.value.as_str().into()),
                    ("why", say(&example.why.sentence(), zone).into()),
                    ("rows", rows(tally).into()),
                ],
            ));
        }
        lines
    }
}

/// "Row 17, promise date "31.04.2026": There is no such day."
pub fn refusal_line(problem: &RowProblem, zone: &TimeZone) -> String {
    let why = say(&problem.why.sentence(), zone);
    let row = ("row", problem.row.into());
    if problem.column.is_empty() {
        return t_with("import-report-refused-row", &[row, ("why", why.into())]);
    }
    let column = ("column", problem.column.as_str().into());
    t_with("import-report-refused", &[row, column, ("value", problem.value.as_str().into()), ("why", why.into())])
}

fn rows(tally: &Tally) -> String {
    let named: Vec<String> = tally.rows.iter().map(u64::to_string).collect();
    let more = if tally.count > tally.rows.len() as u64 { ", …" } else { "" };
    named.join(", ") + more
}

fn reason(why: &Why) -> &'static str {
    match why {
        Why::NoDate(why) => why.word(),
        Why::NeitherDateNorFlag => "neither-date-nor-flag",
        Why::NoNumber(_) => "no-number",
        Why::Missing(_) | Why::TooLong(_) | Why::TextTooLong { .. } => "other",
        Why::SaidTwice { .. }
        | Why::RowTwice { .. }
        | Why::Itself
        | Why::NoSuchCustomer
        | Why::SeveralCustomers
        | Why::NoSuchLine
        | Why::UnknownWord => "other",
    }
}

/// The sentence of a kind that a file of orders shows by itself; the others are counted together.
fn signal_key(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::LateUndelivered => "import-report-late-undelivered",
        Kind::UncheckedDelivery => "import-report-unchecked-delivery",
        Kind::SilentSlip => "import-report-silent-slip",
        Kind::NegativeSlack => "import-report-negative-slack",
        Kind::OverPromise => "import-report-over-promise",
        Kind::GoneQuiet => "import-report-gone-quiet",
        _ => return None,
    })
}

/// The locale key of an oddity, with `count` and `rows`.
pub fn oddity_key(oddity: Oddity) -> &'static str {
    match oddity {
        Oddity::DeliveredBeforeShipped => "import-odd-delivered-before-shipped",
        Oddity::DeliveredWithoutDate => "import-odd-delivered-without-date",
        Oddity::ClosedWithoutDate => "import-odd-closed-without-date",
        Oddity::CancelledYetDelivered => "import-odd-cancelled-yet-delivered",
        Oddity::DeliveredInTheFuture => "import-odd-delivered-in-the-future",
        Oddity::ShippedInTheFuture => "import-odd-shipped-in-the-future",
        Oddity::PromisedBeforeOrdered => "import-odd-promised-before-ordered",
        Oddity::DeliveredBeforeOrdered => "import-odd-delivered-before-ordered",
    }
}

/// What happened to a row or a field, in the report file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Refused,
    LeftEmpty,
    Odd,
}

/// The whole report as a CSV file, written as it comes and so as large as it must be.
pub struct ReportFile<W: Write> {
    rows: csv::Writer<W>,
}

impl ReportFile<BufWriter<File>> {
    /// Begins the file, where one is wished for.
    pub fn begun(path: Option<&PathBuf>) -> Result<Option<Self>, CannotStart> {
        let Some(path) = path else { return Ok(None) };
        let begun = File::create(path).and_then(|file| ReportFile::new(BufWriter::new(file)));
        let why = |e: io::Error| CannotStart::Unreadable { file: path.display().to_string(), why: e.to_string() };
        begun.map(Some).map_err(why)
    }
}

impl<W: Write> ReportFile<W> {
    pub fn new(out: W) -> io::Result<ReportFile<W>> {
        let mut rows = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(out);
        rows.write_record(["row", "what", "column", "value", "why"]).map_err(io::Error::other)?;
        Ok(ReportFile { rows })
    }

    pub fn add(&mut self, what: What, problem: &RowProblem, zone: &TimeZone) -> io::Result<()> {
        self.line(problem.row, what, &problem.column, &problem.value, &say(&problem.why.sentence(), zone))
    }

    /// One line of the file.
    pub fn line(&mut self, row: u64, what: What, column: &str, value: &str, why: &str) -> io::Result<()> {
        let what = match what {
            What::Refused => "refused",
            What::LeftEmpty => "left empty",
            What::Odd => "odd",
        };
        let cells = [&row.to_string(), what, &harmless(column), &harmless(value), why];
        self.rows.write_record(cells).map_err(io::Error::other)
    }

    pub fn finish(mut self) -> io::Result<()> {
        self.rows.flush()
    }
}

/// A cell that a spreadsheet would run as a formula is made text.
pub fn harmless(cell: &str) -> String {
    const STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if cell.starts_with(STARTS) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::dates::NoDate;

    fn problem(row: u64, value: &str) -> RowProblem {
        RowProblem { row, column: "promise date".into(), value: value.into(), why: Why::NoDate(NoDate::NoSuchDay) }
    }

    #[test]
    fn every_refused_row_is_named_with_its_value_and_reason() {
        let mut report = Report { rows: 3, new: 2, ..Report::default() };
        report.refuse(problem(17, "31.04.2026"));
        let lines = report.lines(&TimeZone::UTC);
        assert_eq!(lines[0], "3 rows: 2 new, 0 changed, 0 as before, 1 refused.");
        assert_eq!(lines[1], "Row 17, promise date \"31.04.2026\": There is no such day.");
    }

    #[test]
    fn more_refused_rows_than_are_shown_are_counted() {
        let mut report = Report::default();
        (0..SHOWN as u64 + 7).for_each(|row| report.refuse(problem(row, "x")));
        let lines = report.lines(&TimeZone::UTC);
        assert_eq!(lines.len(), 1 + SHOWN + 1);
        assert!(lines[SHOWN + 1].starts_with("7 more"), "{}", lines[SHOWN + 1]);
    }

    #[test]
    fn empty_fields_are_summed_by_column_and_reason() {
        let mut report = Report::default();
        (2..9).for_each(|row| report.left_empty(&problem(row, "x")));
        assert_eq!(
            report.lines(&TimeZone::UTC)[1],
            "promise date left empty in 7 rows (2, 3, 4, 5, 6, …), such as \"x\": There is no such day."
        );
    }

    /// A report is opened in a spreadsheet, and the values in it come from strangers.
    #[test]
    fn formulas_in_the_report_file_are_text() {
        let mut out = Vec::new();
        let mut file = ReportFile::new(&mut out).unwrap();
        for value in ["=HYPERLINK(\"x\")", "+1", "-1", "@a", "plain, \"quoted\""] {
            file.add(What::Refused, &problem(2, value), &TimeZone::UTC).unwrap();
        }
        file.finish().unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(
            text.contains("\"'=HYPERLINK(\"\"x\"\")\"") && text.contains("\"'+1\"") && text.contains("\"'@a\""),
            "{text}"
        );
        assert!(text.contains("\"plain, \"\"quoted\"\"\""), "{text}");
    }

    #[test]
    fn every_oddity_and_every_signal_has_a_sentence() {
        let mut report = Report::default();
        report.odd(2, &Oddity::ALL);
        report.signals = Kind::ALL.into_iter().map(|kind| (kind, 1)).collect();
        let (own, others) = (6, 1);
        assert_eq!(report.lines(&TimeZone::UTC).len(), 1 + Oddity::ALL.len() + own + others);
    }
}
