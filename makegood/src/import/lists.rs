//! Imports a list beside the orders, such as stock: the same reading, showing, keeping and reporting, for any kind of list.

use super::{
    batch::Stop,
    cells::Cells,
    csv_source::{Row, Spelling, Step},
    headers::FileField,
    numbers::Mark,
    order_rows::RowProblem,
    orders::{Here, Mode, NotImported},
    plan::{Columns, Wishes, columns, lines},
    progress::{Progress, Stage},
    report::{Report, ReportFile, What},
    source::Source,
    why::{CannotStart, Why},
};
use jiff::{Timestamp, tz::TimeZone};
use std::{collections::HashMap, fs::File, io::BufWriter, path::PathBuf, sync::Arc};
use store::{
    Fault, Tx, imports,
    mint::Mint,
    stock::{BATCH, Kept},
};

/// Keys of so many rows are remembered to find one that a file tells twice; behind them the last one counts.
const KEYS_REMEMBERED: usize = 2_000_000;

/// One kind of list: what its columns hold, how a row is read, how a batch is kept.
pub trait List: Send + Sync + 'static {
    type Field: FileField + Send + Sync;
    type Row: Send + Sync;
    /// The word of the command, and what its files are remembered by.
    const KIND: &'static str;
    /// Without these columns nothing can be read.
    const NEEDED: &'static [Self::Field];
    /// Of these one must be there, or the list says nothing; none where the needed ones say enough.
    const SAYS: &'static [Self::Field];
    /// Columns of numbers.
    const NUMBERS: &'static [Self::Field];

    /// One row, or why it is not taken; a field that was left empty is a note.
    fn read(cells: &Cells<Self::Field>, row: &Row, notes: &mut Vec<RowProblem>) -> Result<Self::Row, RowProblem>;
    /// What tells one row from all others.
    fn key(row: &Self::Row) -> String;
    /// Keeps one batch within a transaction.
    fn keep(tx: &Tx, batch: &Batch<Self::Field, Self::Row>, mint: &mut Mint) -> Result<Batched, Fault>;
}

/// One batch on its way into a transaction, which may have to run twice.
pub struct Batch<F, R> {
    /// Each with the number of its row.
    pub rows: Vec<(u64, R)>,
    pub cells: Arc<Cells<F>>,
    pub now: Timestamp,
}

/// What one transaction did, and the rows that only the database could refuse.
#[derive(Debug, Default)]
pub struct Batched {
    pub kept: Kept,
    pub refused: Vec<RowProblem>,
}

/// What is wished for.
#[derive(Debug, Clone)]
pub struct Ask {
    pub source: Source,
    pub wishes: Wishes,
    /// What divides whole pieces from parts, where the file does not show it.
    pub decimal: Option<Mark>,
    pub mode: Mode,
    /// Every row and field that was not taken goes into this file.
    pub report: Option<PathBuf>,
}

/// How the file will be read.
pub struct Plan<L: List> {
    pub columns: Columns<L::Field>,
    pub cells: Arc<Cells<L::Field>>,
    pub zone: TimeZone,
}

impl<L: List> Plan<L> {
    pub fn lines(&self) -> Vec<String> {
        lines(&self.columns.survey, &self.columns.guesses, self.columns.from)
    }
}

/// Decides how the file will be read; keeps nothing. Blocks.
///
/// # Errors
/// Why it cannot be read, or a fault.
pub fn prepare<L: List>(here: &Here, ask: &Ask, progress: &mut dyn Progress) -> Result<Plan<L>, NotImported> {
    let mut fault = None;
    let remembered = |fingerprint: &str| {
        let fingerprint = fingerprint.to_owned();
        here.db.read_now(move |conn| imports::map_of(conn, &fingerprint)).unwrap_or_else(|error: Fault| {
            fault = Some(error);
            None
        })
    };
    let kind = format!("{} ", L::KIND);
    let columns = columns::<L::Field>(&kind, &ask.source, &ask.wishes, remembered, progress);
    if let Some(fault) = fault {
        return Err(fault.into());
    }
    let columns = columns?;
    if columns.survey.headers.is_empty() || columns.survey.rows == 0 {
        return Err(CannotStart::Empty.into());
    }
    let missing = L::NEEDED.iter().find(|field| !columns.guesses.contains_key(field));
    if let Some(field) = missing {
        return Err(CannotStart::NoColumn(field.word()).into());
    }
    if !L::SAYS.is_empty() && !L::SAYS.iter().any(|field| columns.guesses.contains_key(field)) {
        let words: Vec<_> = L::SAYS.iter().map(|field| field.word()).collect();
        return Err(CannotStart::NothingSaid(words.join(", ")).into());
    }
    let zone = ask.wishes.zone.clone().unwrap_or_else(|| here.calendar.zone().clone());
    let cells = Cells::new(&ask.source, &columns, L::NUMBERS, (ask.wishes.said, ask.decimal), &zone)?;
    Ok(Plan { columns, cells: Arc::new(cells), zone })
}

/// Imports by a plan. Blocks.
///
/// # Errors
/// Why not everything was imported; what was kept before a fault stays.
pub fn run<L: List>(
    here: &Here,
    ask: &Ask,
    plan: &Plan<L>,
    progress: &mut dyn Progress,
) -> Result<Report, NotImported> {
    let file = ReportFile::begun(ask.report.as_ref())?;
    if ask.mode == Mode::Keep {
        let (id, name, now) = (here.drawn, ask.source.name(), here.now);
        let (fingerprint, memory) = (plan.columns.fingerprint.clone(), plan.columns.memory.clone());
        here.db.write_now::<_, Fault, _>(move |tx| {
            imports::begin(tx, id, L::KIND, &name, now)?;
            imports::keep_map(tx, &fingerprint, &memory, now)
        })?;
    }
    let mint = Mint::new(here.drawn, here.now);
    let mut work =
        Work::<L> { here, ask, plan, mint, seen: HashMap::new(), rows: vec![], report: Report::default(), file };
    let mut csv = ask.source.open(ask.wishes.said)?;
    let mut row = Row::default();
    loop {
        match csv.read(&mut row).map_err(|error| ask.source.unreadable(&error))? {
            Step::End => break,
            Step::TooLong { row, limit } => {
                work.refuse(RowProblem { row, column: String::new(), value: String::new(), why: Why::TooLong(limit) })?;
            }
            Step::Row(spelling) => work.row(&row, spelling)?,
        }
        work.report.rows += 1;
        if work.rows.len() >= BATCH {
            work.flush()?;
            progress.at(Stage::Keeping, work.report.rows, Some(plan.columns.survey.rows));
        }
    }
    work.flush()?;
    progress.finish();
    work.finish()
}

/// One import under way.
struct Work<'a, L: List> {
    here: &'a Here,
    ask: &'a Ask,
    plan: &'a Plan<L>,
    mint: Mint,
    /// The row that told each key.
    seen: HashMap<String, u64>,
    rows: Vec<(u64, L::Row)>,
    report: Report,
    file: Option<ReportFile<BufWriter<File>>>,
}

impl<L: List> Work<'_, L> {
    fn row(&mut self, row: &Row, spelling: Spelling) -> Result<(), NotImported> {
        if spelling != Spelling::AsTheFile {
            self.report.misspelt.add(row.number);
        }
        let mut notes = vec![];
        let read = match L::read(&self.plan.cells, row, &mut notes) {
            Ok(read) => read,
            Err(problem) => return self.refuse(problem),
        };
        for note in &notes {
            self.report.left_empty(note);
            self.write(What::LeftEmpty, note)?;
        }
        let key = L::key(&read);
        if let Some(first) = self.seen.get(&key) {
            let why = Why::RowTwice { first: *first };
            let value = key.replace('\u{1f}', " ").trim().to_owned();
            return self.refuse(RowProblem { row: row.number, column: String::new(), value, why });
        }
        if self.seen.len() < KEYS_REMEMBERED {
            self.seen.insert(key, row.number);
        }
        self.rows.push((row.number, read));
        Ok(())
    }

    fn refuse(&mut self, problem: RowProblem) -> Result<(), NotImported> {
        self.write(What::Refused, &problem)?;
        self.report.refuse(problem);
        Ok(())
    }

    fn write(&mut self, what: What, problem: &RowProblem) -> Result<(), NotImported> {
        let Some(file) = &mut self.file else { return Ok(()) };
        file.add(what, problem, &self.plan.zone).map_err(|error| self.ask.source.unreadable(&error).into())
    }

    /// Keeps the batch in one transaction; a dry run ends it without keeping.
    fn flush(&mut self) -> Result<(), NotImported> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let (rows, cells, now) = (std::mem::take(&mut self.rows), self.plan.cells.clone(), self.here.now);
        let batch = Arc::new(Batch { rows, cells, now });
        let (mint, mode) = (self.mint.clone(), self.ask.mode);
        let done = self.here.db.write_now(move |tx| {
            let mut mint = mint.clone();
            let done = (L::keep(tx, &batch, &mut mint)?, mint);
            if mode == Mode::DryRun { Err(Stop::Dry(Box::new(done))) } else { Ok(done) }
        });
        let (batched, mint) = match done {
            Ok(done) => done,
            Err(Stop::Dry(done)) => *done,
            Err(Stop::Fault(fault)) => return Err(fault.into()),
        };
        self.mint = mint;
        self.report.new += batched.kept.new;
        self.report.changed += batched.kept.changed;
        self.report.same += batched.kept.same;
        batched.refused.into_iter().try_for_each(|problem| self.refuse(problem))
    }

    fn finish(self) -> Result<Report, NotImported> {
        if let Some(file) = self.file {
            file.finish().map_err(|error| self.ask.source.unreadable(&error))?;
        }
        if self.ask.mode == Mode::Keep {
            let (id, now, sums) = (self.here.drawn, self.here.now, self.report.sums());
            self.here.db.write_now::<_, Fault, _>(move |tx| imports::finish(tx, id, &sums, now))?;
        }
        Ok(self.report)
    }
}
