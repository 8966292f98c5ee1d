//! Imports mail from files: each kept as it arrived, once, then sorted to a case, an account, or *Unsorted*. What lay there is history and silent: no
//! signal, no notice, no clock and no answer comes of it, unless somebody names the day from which on it is heard. Whoever stops it in the middle begins
//! it again: what is here already is known by its bytes and passed over unread.

use super::{
    orders::{Here, Mode, NotImported},
    progress::{Progress, Stage},
};
use crate::{
    mail::{
        Oddity, Ours,
        files::{self, FileProblem, Found, WhyNoMail},
        parse::parse,
        receive::{self, Sorter, Understood, json},
        route::{Route, Unsorted},
    },
    words::{t, t_with},
};
use jiff::Timestamp;
use std::{collections::BTreeMap, ops::ControlFlow, path::Path, sync::Arc};
use store::{
    Fault, Tx, imports,
    inbox::{self, Heed},
    messages::Place,
    mint::Mint,
};

/// So many mails are kept in one transaction.
const MAILS_AT_ONCE: usize = 100;
/// So many bytes are kept in one transaction.
const BYTES_AT_ONCE: usize = 8 * 1024 * 1024;
/// So many files that gave no mail are named.
const PROBLEMS_SHOWN: usize = 100;

/// What an import of mail did.
#[derive(Debug, Default)]
pub struct MailReport {
    pub found: u64,
    pub new: u64,
    pub same: u64,
    pub on_cases: u64,
    pub with_accounts: u64,
    pub unsorted: u64,
    /// Among the new ones: written by machines.
    pub machines: u64,
    pub signals: u64,
    pub doubtful: u64,
    pub oddities: BTreeMap<Oddity, u64>,
    pub problems: Vec<FileProblem>,
}

/// What is wanted of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    pub mode: Mode,
    /// Mails of this moment and later are heard as if they had just come; none where nobody names it.
    pub heard_since: Option<Timestamp>,
}

/// A mail on its way into a transaction.
struct Taken {
    digest: [u8; 32],
    raw: Vec<u8>,
    source: String,
}

/// The same, understood.
struct Parsed {
    taken: Taken,
    mail: Understood,
}

/// What one transaction did.
#[derive(Debug, Default)]
struct Batched {
    new: u64,
    same: u64,
    on_cases: u64,
    with_accounts: u64,
    unsorted: u64,
    machines: u64,
    signals: u64,
    doubtful: u64,
    oddities: BTreeMap<Oddity, u64>,
}

enum Stop {
    Dry(Box<(Batched, Mint)>),
    Fault(Fault),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Stop::Fault(fault)
    }
}

/// Imports every mail under a path: a file, an mbox, or a folder. The same again changes nothing. Blocks.
pub fn run(
    here: &Here,
    path: &Path,
    ours: &Ours,
    wanted: Wanted,
    progress: &mut dyn Progress,
) -> Result<MailReport, NotImported> {
    let mut report = MailReport::default();
    let mut work = Work { here, ours, wanted, mint: Mint::new(here.drawn, here.now), batch: Vec::new(), bytes: 0 };
    let mode = wanted.mode;
    if mode == Mode::Keep {
        let (id, name, now) = (here.drawn, path.display().to_string(), here.now);
        here.db.write_now::<_, Fault, _>(move |tx| imports::begin(tx, id, "mail", &name, now))?;
    }
    let mut fault = None;
    let problems = files::each_mail(path, |found| {
        report.found += 1;
        work.add(found);
        if work.batch.len() < MAILS_AT_ONCE && work.bytes < BYTES_AT_ONCE {
            return ControlFlow::Continue(());
        }
        progress.at(Stage::Keeping, report.found, None);
        match work.flush(&mut report) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                fault = Some(error);
                ControlFlow::Break(())
            }
        }
    });
    if let Some(fault) = fault {
        return Err(fault.into());
    }
    work.flush(&mut report)?;
    report.problems = problems;
    if mode == Mode::Keep {
        let (id, now, sums) = (here.drawn, here.now, report.sums());
        here.db.write_now::<_, Fault, _>(move |tx| imports::finish(tx, id, &sums, now))?;
    }
    progress.finish();
    Ok(report)
}

struct Work<'a> {
    here: &'a Here,
    ours: &'a Ours,
    wanted: Wanted,
    mint: Mint,
    batch: Vec<Taken>,
    bytes: usize,
}

impl Work<'_> {
    fn add(&mut self, found: Found) {
        self.bytes += found.raw.len();
        let (digest, source) = (inbox::digest(&found.raw), named(&found.path, found.nth));
        self.batch.push(Taken { digest, source, raw: found.raw });
    }

    fn understood(&mut self, taken: Taken) -> Parsed {
        let (mail, odd) = parse(&taken.raw, self.ours);
        // A file does not say when it arrived; its date is the best there is, and never in the future.
        let received_at = mail.sent_at.unwrap_or(self.here.now).min(self.here.now);
        let heard = self.wanted.heard_since.is_some_and(|since| received_at >= since);
        let heed = if heard { Heed::Heard } else { Heed::Quiet };
        Parsed { taken, mail: Understood { inbox: self.mint.id(), received_at, mail, odd, heed } }
    }

    /// Those that are not here yet; what an import before this one brought is not even looked into.
    fn new_ones(&mut self, report: &mut MailReport) -> Result<Vec<Parsed>, Fault> {
        let batch = std::mem::take(&mut self.batch);
        self.bytes = 0;
        let digests: Vec<[u8; 32]> = batch.iter().map(|taken| taken.digest).collect();
        let known = self.here.db.read_now(move |conn| {
            digests.iter().map(|digest| inbox::knows(conn, digest)).collect::<Result<Vec<bool>, Fault>>()
        })?;
        let all = batch.len() as u64;
        let new: Vec<Taken> =
            batch.into_iter().zip(known).filter(|(_, known)| !known).map(|(taken, _)| taken).collect();
        report.same += all - new.len() as u64;
        Ok(new.into_iter().map(|taken| self.understood(taken)).collect())
    }

    fn flush(&mut self, report: &mut MailReport) -> Result<(), Fault> {
        let batch = Arc::new(self.new_ones(report)?);
        if batch.is_empty() {
            return Ok(());
        }
        let (mint, mode, now) = (self.mint.clone(), self.wanted.mode, self.here.now);
        let done = self.here.db.write_now(move |tx| {
            let mut mint = mint.clone();
            let (mut batched, sorter) = (Batched::default(), Sorter::new(tx, now)?);
            for parsed in batch.iter() {
                keep(tx, parsed, &mut mint, &sorter, &mut batched)?;
            }
            if mode == Mode::DryRun { Err(Stop::Dry(Box::new((batched, mint)))) } else { Ok((batched, mint)) }
        });
        let (batched, mint) = match done {
            Ok(done) => done,
            Err(Stop::Dry(done)) => *done,
            Err(Stop::Fault(fault)) => return Err(fault),
        };
        self.mint = mint;
        report.add(batched);
        Ok(())
    }
}

/// Keeps one mail: its bytes first, then what was understood of them.
fn keep(tx: &Tx, parsed: &Parsed, mint: &mut Mint, sorter: &Sorter, batched: &mut Batched) -> Result<(), Fault> {
    let (taken, mail) = (&parsed.taken, &parsed.mail);
    let way = inbox::Way { source: &taken.source, came_at: None, heed: mail.heed };
    if !inbox::keep_heeded(tx, mail.inbox, &taken.digest, &taken.raw, &way, sorter.now)? {
        batched.same += 1;
        return Ok(());
    }
    let placed = receive::place(tx, mail, mint, sorter)?;
    batched.signals += placed.signals;
    batched.add(mail, &placed.route);
    Ok(())
}

fn named(path: &Path, nth: Option<u64>) -> String {
    match nth {
        Some(nth) => format!("{} #{nth}", path.display()),
        None => path.display().to_string(),
    }
}

impl Batched {
    fn add(&mut self, read: &Understood, route: &Route) {
        self.new += 1;
        match route.place {
            Place::Case { .. } => self.on_cases += 1,
            Place::Account { .. } => self.with_accounts += 1,
            Place::Unsorted => self.unsorted += 1,
        }
        self.machines += u64::from(read.mail.origin != crate::mail::Origin::Person);
        self.doubtful += u64::from(route.unsorted == Some(Unsorted::DoubtfulSender));
        for odd in &read.odd {
            *self.oddities.entry(*odd).or_default() += 1;
        }
    }
}

impl MailReport {
    fn add(&mut self, batched: Batched) {
        self.new += batched.new;
        self.same += batched.same;
        self.on_cases += batched.on_cases;
        self.with_accounts += batched.with_accounts;
        self.unsorted += batched.unsorted;
        self.machines += batched.machines;
        self.signals += batched.signals;
        self.doubtful += batched.doubtful;
        for (odd, count) in batched.oddities {
            *self.oddities.entry(odd).or_default() += count;
        }
    }

    /// The sums as JSON, for the record of imports.
    pub fn sums(&self) -> String {
        json(&serde_json::json!({
            "found": self.found, "new": self.new, "same": self.same, "on_cases": self.on_cases,
            "with_accounts": self.with_accounts, "unsorted": self.unsorted, "machines": self.machines,
            "signals": self.signals, "problems": self.problems.len(),
        }))
    }

    /// The report as a person reads it, one line after the other.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![t_with(
            "import-mail-found",
            &[("found", self.found.into()), ("new", self.new.into()), ("same", self.same.into())],
        )];
        let counts = [
            ("import-mail-on-cases", self.on_cases),
            ("import-mail-with-accounts", self.with_accounts),
            ("import-mail-signals", self.signals),
            ("import-mail-unsorted", self.unsorted),
            ("import-mail-doubtful", self.doubtful),
            ("import-mail-machines", self.machines),
        ];
        let told = counts.into_iter().filter(|(_, count)| *count > 0);
        lines.extend(told.map(|(key, count)| t_with(key, &[("count", count.into())])));
        lines.extend(self.problems.iter().take(PROBLEMS_SHOWN).map(problem_line));
        if self.problems.len() > PROBLEMS_SHOWN {
            lines.push(t_with("import-mail-more", &[("count", (self.problems.len() - PROBLEMS_SHOWN).into())]));
        }
        lines
    }
}

fn problem_line(problem: &FileProblem) -> String {
    let why = match &problem.why {
        WhyNoMail::Unreadable(error) => error.to_string(),
        WhyNoMail::NotMail => t("import-mail-not-mail").into_owned(),
        WhyNoMail::TooLarge => t("import-mail-too-large").into_owned(),
        WhyNoMail::TooDeep => t("import-mail-too-deep").into_owned(),
        WhyNoMail::TooManyFiles => t("import-mail-too-many").into_owned(),
    };
    t_with("import-mail-problem", &[("file", named(&problem.path, problem.nth).into()), ("why", why.into())])
}
