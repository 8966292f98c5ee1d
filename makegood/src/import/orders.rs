//! Imports a file of orders: reads it twice, keeps it in batches, then lets the watch look. Again changes nothing.

use super::{
    ahead::{self, Told},
    batch::{self, Load, Stop},
    csv_source::Spelling,
    headers::Field,
    order_rows::{OrderRow, RowProblem},
    plan::{Plan, Wishes, plan},
    progress::{Progress, Stage},
    report::{Report, ReportFile, What, oddity_key},
    reported,
    source::Source,
    why::{CannotStart, Why},
};
use crate::words::{t, t_with};
use casework::{calendar::Calendar, ids::AccountId};
use jiff::{Timestamp, civil::Date};
use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    fs::File,
    hash::Hash,
    io::BufWriter,
    path::PathBuf,
    sync::Arc,
};
use store::{
    Db, Fault, imports, lines,
    mint::Mint,
    orders::{self, Kept, Terms},
    whose::Customer,
};
use thiserror::Error;
use uuid::Uuid;
use watch::{Ground, Part};

/// Keys of so many rows are remembered to find a line that a file tells twice; behind them the last one counts.
const KEYS_REMEMBERED: usize = 2_000_000;

/// Rows kept in one transaction. More are faster by the row, since the pages of an index are written once for all of them; fewer let a
/// colleague's save in sooner, and so many keep it waiting for about a quarter of a second.
const ROWS_TOGETHER: usize = lines::BATCH;

/// What an import stands on. Time and chance are given.
#[derive(Clone)]
pub struct Here {
    pub db: Db,
    /// The firm's own calendar: its zone, and what a working day is.
    pub calendar: Arc<Calendar>,
    pub now: Timestamp,
    /// An id drawn for this import.
    pub drawn: Uuid,
}

/// Days before an import in which deliveries are asked about, unless somebody says otherwise. What came earlier is history: a
/// first import of years of orders owes nobody thousands of calls.
const ASKED_ABOUT_DAYS: i64 = 30;

/// The day from which deliveries are asked about where nobody names one.
pub fn checks_from(calendar: &Calendar, now: Timestamp) -> Date {
    let today = calendar.local(now).date();
    today.checked_sub(jiff::Span::new().days(ASKED_ABOUT_DAYS)).unwrap_or(today)
}

impl Here {
    /// Lets the watch look from here.
    pub fn on_ground<T>(&self, work: impl FnOnce(&Ground) -> T) -> T {
        // The lines of a batch fall on few days, and each is asked for several times.
        let known = RefCell::new(HashMap::new());
        let reckon = |at: Timestamp, days: u32| self.calendar.add_days(at, days).unwrap_or(at);
        let after =
            |at: Timestamp, days: u32| *known.borrow_mut().entry((at, days)).or_insert_with(|| reckon(at, days));
        work(&Ground { now: self.now, zone: self.calendar.zone(), working_days_after: &after })
    }
}

/// Whether anything is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Keep,
    DryRun,
}

/// What is wished for.
#[derive(Debug, Clone)]
pub struct Ask {
    pub source: Source,
    pub wishes: Wishes,
    /// The account of rows that name no customer.
    pub account: Option<String>,
    /// Deliveries before this day are history: no check is owed for them. With none, every delivery is asked about.
    pub checks_from: Option<Date>,
    pub mode: Mode,
    /// Every row and field that was not taken goes into this file.
    pub report: Option<PathBuf>,
}

/// Why nothing, or not everything, was imported. What was kept before a fault stays; the same file again goes on.
#[derive(Debug, Error)]
pub enum NotImported {
    #[error("the file cannot be imported as it is")]
    Cannot(CannotStart),
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<CannotStart> for NotImported {
    fn from(why: CannotStart) -> Self {
        NotImported::Cannot(why)
    }
}

/// Decides how the file will be read; keeps nothing. Blocks, so async code calls it on a blocking thread.
pub fn prepare(here: &Here, ask: &Ask, progress: &mut dyn Progress) -> Result<Plan, NotImported> {
    let mut fault = None;
    let remembered = |fingerprint: &str| {
        let fingerprint = fingerprint.to_owned();
        here.db.read_now(move |conn| imports::map_of(conn, &fingerprint)).unwrap_or_else(|error: Fault| {
            fault = Some(error);
            None
        })
    };
    let plan = plan(&ask.source, &ask.wishes, here.calendar.zone(), remembered, progress);
    match fault {
        Some(fault) => Err(fault.into()),
        None => Ok(plan?),
    }
}

/// Imports by a plan and lets the watch look. Blocks.
pub fn run(here: &Here, ask: &Ask, plan: &Plan, progress: &mut dyn Progress) -> Result<Report, NotImported> {
    let mut work = Work::new(here, ask, plan)?;
    if ask.mode == Mode::Keep {
        let (id, name, now) = (here.drawn, ask.source.name(), here.now);
        let (fingerprint, memory) = (plan.fingerprint.clone(), plan.memory.clone());
        here.db.write_now::<_, Fault, _>(move |tx| {
            imports::begin(tx, id, "orders", &name, now)?;
            imports::keep_map(tx, &fingerprint, &memory, now)
        })?;
    }
    std::thread::scope(|scope| {
        for rows in ahead::read(scope, &ask.source, plan)? {
            for told in rows? {
                work.told(told)?;
                work.report.rows += 1;
                if work.batch.len() >= ROWS_TOGETHER {
                    work.flush()?;
                    progress.at(Stage::Keeping, work.report.rows, Some(plan.survey.rows));
                }
            }
        }
        Ok::<(), NotImported>(())
    })?;
    work.flush()?;
    if let Some(theirs) = reported::taken(here, ask, plan, progress)? {
        work.joins(theirs)?;
    }
    if ask.mode == Mode::Keep {
        work.look(progress)?;
    }
    progress.finish();
    work.finish()
}

/// One import under way.
struct Work<'a> {
    here: &'a Here,
    plan: &'a Plan,
    mode: Mode,
    terms: Arc<Terms>,
    unnamed: Customer,
    mint: Mint,
    accounts: HashMap<String, AccountId>,
    /// The keys whose accounts were made, each with the key under which it was.
    made: HashMap<String, String>,
    seen: HashMap<u64, (u64, u64)>,
    batch: Vec<OrderRow>,
    report: Report,
    file: Option<ReportFile<BufWriter<File>>>,
    source: &'a Source,
}

impl<'a> Work<'a> {
    fn new(here: &'a Here, ask: &'a Ask, plan: &'a Plan) -> Result<Work<'a>, NotImported> {
        let file = ReportFile::begun(ask.report.as_ref())?;
        let unnamed = match &ask.account {
            Some(name) => Customer { key: name.clone(), name: None },
            None => Customer { key: "-".into(), name: Some(t("import-account-unnamed").into_owned()) },
        };
        Ok(Work {
            here,
            plan,
            mode: ask.mode,
            terms: Arc::new(Terms { silent: plan.reader.silent(), checks_from: ask.checks_from }),
            unnamed,
            mint: Mint::new(here.drawn, here.now),
            accounts: HashMap::new(),
            made: HashMap::new(),
            seen: HashMap::new(),
            batch: Vec::with_capacity(ROWS_TOGETHER),
            report: Report::default(),
            file,
            source: &ask.source,
        })
    }

    fn told(&mut self, told: Told) -> Result<(), NotImported> {
        if told.spelling != Spelling::AsTheFile {
            self.report.misspelt.add(told.number);
        }
        let read = match told.read {
            Ok(read) => read,
            Err(problem) => return self.refuse(problem),
        };
        for note in &read.notes {
            self.report.left_empty(note);
            self.write(What::LeftEmpty, note)?;
        }
        if let Some(silent) = &read.silent {
            return self.message(silent.clone(), read);
        }
        match self.earlier(told.number, told.content, &read) {
            Some(Earlier::Same) => self.report.repeated += 1,
            Some(Earlier::Other { first }) => {
                let value = read.line.key.to_string();
                let why = Why::SaidTwice { first };
                self.refuse(RowProblem { row: told.number, column: String::new(), value, why })?;
            }
            None => self.batch.push(read),
        }
        Ok(())
    }

    /// What a message says about a line. The batch holds each line once and is silent about the same parts, so that every message finds
    /// what the one before it left.
    fn message(&mut self, silent: Vec<Part>, read: OrderRow) -> Result<(), NotImported> {
        let key = ahead::hash_of(|hasher| read.line.key.hash(hasher));
        if self.seen.contains_key(&key) || self.terms.silent != silent {
            self.flush()?;
            self.seen.clear();
            self.terms = Arc::new(Terms { silent, checks_from: self.terms.checks_from });
        }
        self.seen.insert(key, (read.row, 0));
        self.batch.push(read);
        Ok(())
    }

    /// The row that told this line before.
    fn earlier(&mut self, number: u64, content: u64, read: &OrderRow) -> Option<Earlier> {
        let key = ahead::hash_of(|hasher| read.line.key.hash(hasher));
        match self.seen.get(&key) {
            Some((_, known)) if *known == content => Some(Earlier::Same),
            Some((first, _)) => Some(Earlier::Other { first: *first }),
            None => {
                if self.seen.len() < KEYS_REMEMBERED {
                    self.seen.insert(key, (number, content));
                }
                None
            }
        }
    }

    /// What came of the reports of nonconformity in the same file.
    fn joins(&mut self, theirs: Report) -> Result<(), NotImported> {
        let sums = &mut self.report;
        sums.rows += theirs.rows;
        (sums.new, sums.changed, sums.same) =
            (sums.new + theirs.new, sums.changed + theirs.changed, sums.same + theirs.same);
        theirs.refusals.into_iter().try_for_each(|problem| self.refuse(problem))
    }

    fn refuse(&mut self, problem: RowProblem) -> Result<(), NotImported> {
        self.write(What::Refused, &problem)?;
        self.report.refuse(problem);
        Ok(())
    }

    fn write(&mut self, what: What, problem: &RowProblem) -> Result<(), NotImported> {
        let Some(file) = &mut self.file else { return Ok(()) };
        file.add(what, problem, &self.plan.zone).map_err(|error| self.source.unreadable(&error).into())
    }

    /// Keeps the batch in one transaction.
    fn flush(&mut self) -> Result<(), NotImported> {
        if self.batch.is_empty() {
            return Ok(());
        }
        let rows = std::mem::take(&mut self.batch);
        let load = Arc::new(Load {
            unknown: batch::unknown(&rows, &self.accounts, &self.unnamed),
            rows,
            known: std::mem::take(&mut self.accounts),
            unnamed: self.unnamed.clone(),
            column: self.plan.reader.header(Field::Customer).to_owned(),
            terms: self.terms.clone(),
            mint: self.mint.clone(),
        });
        let (here, mode, lent) = (self.here.clone(), self.mode, load.clone());
        let done = self.here.db.write_now(move |tx| {
            let batched = lent.keep(tx, &here)?;
            if mode == Mode::DryRun { Err(Stop::Dry(Box::new(batched))) } else { Ok(batched) }
        });
        let batched = match done {
            Ok(batched) => batched,
            Err(Stop::Dry(batched)) => *batched,
            Err(Stop::Fault(fault)) => return Err(fault.into()),
        };
        // The transaction has dropped its share, so this takes the map back rather than copying it.
        self.accounts = Arc::try_unwrap(load).map_or_else(|load| load.known.clone(), |load| load.known);
        self.made.extend(batched.made);
        self.mint = batched.mint;
        // Accounts that a dry run made are gone again, so the next batch must make them again.
        let lasting = |key: &String| mode == Mode::Keep || !self.made.contains_key(key);
        self.accounts.extend(batched.accounts.into_iter().filter(|(key, _)| lasting(key)));
        batched.refused.into_iter().try_for_each(|problem| self.refuse(problem))?;
        self.add_up(batched.kept)
    }

    fn add_up(&mut self, kept: Kept) -> Result<(), NotImported> {
        let report = &mut self.report;
        report.new += kept.new;
        report.changed += kept.changed;
        report.same += kept.same;
        report.promises_moved += kept.promises_moved;
        report.prevented += kept.prevented;
        report.accounts_new = self.made.values().collect::<HashSet<_>>().len() as u64;
        for (kind, count) in kept.signals {
            *report.signals.entry(kind).or_default() += count;
        }
        for (row, odd) in kept.oddities {
            self.report.odd(row, &odd);
            let Some(file) = &mut self.file else { continue };
            for oddity in odd {
                let why = t_with(oddity_key(oddity), &[("count", 1.into()), ("rows", row.to_string().into())]);
                file.line(row, What::Odd, "", "", &why).map_err(|error| self.source.unreadable(&error))?;
            }
        }
        Ok(())
    }

    /// Lets the watch look at every line whose time has come.
    fn look(&mut self, progress: &mut dyn Progress) -> Result<(), NotImported> {
        let mut looked = 0;
        loop {
            let (here, mint) = (self.here.clone(), self.mint.clone());
            let (found, mint) = self.here.db.write_now::<_, Fault, _>(move |tx| {
                let mut mint = mint.clone();
                let found = here.on_ground(|ground| orders::look(tx, &mut mint, ground))?;
                Ok((found, mint))
            })?;
            self.mint = mint;
            for (kind, count) in found.signals {
                *self.report.signals.entry(kind).or_default() += count;
            }
            if found.lines == 0 {
                return Ok(());
            }
            looked += found.lines;
            progress.at(Stage::Looking, looked, None);
        }
    }

    fn finish(self) -> Result<Report, NotImported> {
        if let Some(file) = self.file {
            file.finish().map_err(|error| self.source.unreadable(&error))?;
        }
        if self.mode == Mode::Keep {
            let (id, now) = (self.here.drawn, self.here.now);
            let sums = self.report.sums();
            self.here.db.write_now::<_, Fault, _>(move |tx| imports::finish(tx, id, &sums, now))?;
        }
        Ok(self.report)
    }
}

enum Earlier {
    Same,
    Other { first: u64 },
}
