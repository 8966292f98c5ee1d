//! What every command of the shell needs: the open database, who acts, and how it ends.
use crate::act::NotDone;
use crate::app::{App, Clock};
use crate::config::{Config, LogFormat, Problems};
use crate::say::Reader;
use crate::words::{t, t_with};
use casework::Refusal;
use casework::facts::Actor;
use casework::kinds::Role;
use clap::ArgMatches;
use jiff::tz::TimeZone;
use std::collections::HashMap;
use std::io::Write as _;
use std::process::ExitCode;
use store::people::Person;
use store::{By, Db, Fault, NotKept};
use tracing_subscriber::EnvFilter;

/// Before this no clock of a working machine stands (R24): 2026-01-01.
const EARLIEST: jiff::Timestamp = jiff::Timestamp::constant(1_767_225_600, 0);

/// Why a call did not end well; the exit code follows.
#[derive(Debug)]
pub enum Ended {
    /// Ours to repair.
    Fault(String),
    /// What was asked is not understood.
    Usage(String),
    /// The rule said no, or what came in cannot be taken; the sentence has the way out.
    Refused(String),
    /// The doctor found something and has said what.
    Found,
}

impl Ended {
    /// Says why, on the error output.
    pub fn said(self) -> ExitCode {
        let (code, sentence) = match self {
            Self::Fault(sentence) => (1, sentence),
            Self::Usage(sentence) => (2, sentence),
            Self::Refused(sentence) => (3, sentence),
            Self::Found => return ExitCode::from(4),
        };
        drop(writeln!(std::io::stderr(), "makegood: {sentence}"));
        ExitCode::from(code)
    }
}
impl From<Fault> for Ended {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault.to_string())
    }
}
impl From<Problems> for Ended {
    fn from(problems: Problems) -> Self {
        Self::Usage(problems.to_string())
    }
}
impl From<std::io::Error> for Ended {
    fn from(problem: std::io::Error) -> Self {
        Self::Fault(problem.to_string())
    }
}
/// One line on the output; a reader that went away (`| head`) is no fault.
pub fn line(text: &str) {
    drop(writeln!(std::io::stdout(), "{text}"));
}

/// The program with its database open.
pub struct Host {
    pub app: App,
    runtime: tokio::runtime::Runtime,
}

impl Host {
    /// Opens the database and brings it to this program's schema.
    ///
    /// # Errors
    /// When it cannot be opened, with the way out; at once, never after a while (R24).
    pub fn open(config: &Config) -> Result<Self, Ended> {
        Self::open_with(config, Clock::Real)
    }

    /// The same with a clock that stands still, to tell what happened in the past.
    ///
    /// # Errors
    /// As for [`Host::open`].
    pub fn open_with(config: &Config, clock: Clock) -> Result<Self, Ended> {
        let now = clock.now();
        if now < EARLIEST {
            return Err(Ended::Fault(t_with("cli-clock-wrong", &[("now", now.to_string().into())])));
        }
        let db = Db::open(&config.database, now)?;
        let app = App::new(db, clock)?;
        app.is_reached_at(&config.public_url);
        app.is_around(config.around());
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        Ok(Self { app, runtime })
    }

    pub fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// The colleague who acts: the one named by `--as`, else the only administrator.
    ///
    /// # Errors
    /// When there is none, or several to choose from.
    pub fn person(&self, matches: &ArgMatches) -> Result<Person, Ended> {
        let named = matches.get_one::<String>("as").cloned();
        let all = self.app.db.read_now(store::people::list)?;
        let mut active = all.into_iter().filter(|p| p.active);
        if let Some(email) = named {
            let wanted = email.trim().to_lowercase();
            return active
                .find(|p| p.email == wanted)
                .ok_or_else(|| Ended::Refused(t_with("cli-no-such-person", &[("email", email.into())])));
        }
        let mut administrators = active.filter(|p| p.roles.contains(&Role::Administrator));
        match (administrators.next(), administrators.next()) {
            (Some(person), None) => Ok(person),
            (None, _) => Err(Ended::Refused(t("cli-nobody-here").into_owned())),
            (Some(_), Some(_)) => Err(Ended::Refused(t("cli-say-who").into_owned())),
        }
    }

    /// Who changes a setting from the shell.
    pub fn by(&self, person: Option<&Person>) -> By {
        By { person: person.map(|p| p.id), request: self.app.new_request(), now: self.app.now() }
    }

    pub fn actor(person: &Person) -> Actor {
        Actor::Person(person.id)
    }

    pub fn zone(person: &Person) -> TimeZone {
        store::holidays::zone(&person.zone).unwrap_or(TimeZone::UTC)
    }

    /// The sentence of a rule's no.
    pub fn refused(&self, refusal: &Refusal, zone: &TimeZone) -> Ended {
        let (contacts, accounts) = (HashMap::new(), HashMap::new());
        let reader =
            Reader { firm: &self.app.firm(), contacts: &contacts, accounts: &accounts, zone, now: self.app.now() };
        Ended::Refused(reader.refusal(refusal))
    }
    pub fn not_kept(&self, not: NotKept) -> Ended {
        match not {
            NotKept::Refused(refusal) => self.refused(&refusal, &TimeZone::UTC),
            NotKept::Fault(fault) => fault.into(),
        }
    }
    pub fn not_done(&self, not: NotDone, zone: &TimeZone) -> Ended {
        match not {
            NotDone::Refused(refusal) => self.refused(&refusal, zone),
            NotDone::Fault(fault) => fault.into(),
        }
    }

    /// Ends in good order: what was begun is kept.
    pub fn close(self) {
        self.app.db.close();
    }
}

/// Log lines go to the error output, so that what a command says can be piped.
pub fn log(config: &Config) {
    let mut filter = EnvFilter::try_new(&config.log_level).unwrap_or_else(|_| EnvFilter::new("info"));
    // Its finest lines hold what is sent to a mail server, the password too.
    if let Ok(quiet) = "async_imap=warn".parse() {
        filter = filter.add_directive(quiet);
    }
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second call in one process, as in tests, keeps the first.
    drop(match config.log_format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    });
}
