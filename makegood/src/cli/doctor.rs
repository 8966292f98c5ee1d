//! `doctor`: looks through everything that is kept and says what is fine and what is not; it changes nothing.
use super::host::{Ended, Host, line};
use crate::config::Config;
use crate::words::t_with;
use jiff::Timestamp;
use store::history::Broken;
use store::verify::{self, Problem};
use store::{Fault, export, outbox, recounts, run};

/// Lines of one kind; a broken database would otherwise say the same a million times.
const SHOWN: usize = 50;
/// Waiting longer than this says that no server runs, or that a job stands still, in minutes.
const BEHIND: i64 = 10;

pub fn run(config: &Config) -> Result<(), Ended> {
    let host = Host::open(config)?;
    let found = look(config, &host);
    host.close();
    if found? == 0 { Ok(()) } else { Err(Ended::Found) }
}

/// How many things are wrong.
fn look(config: &Config, host: &Host) -> Result<usize, Ended> {
    let mut report = Report::default();
    fine(
        "cli-doctor-open",
        &[
            ("database", config.database.to_string().into()),
            ("schema", store::migrate::STEPS.len().into()),
            ("version", env!("CARGO_PKG_VERSION").into()),
        ],
    );
    let integrity = host.app.db.read_now(export::integrity)?;
    report.all("cli-doctor-integrity", &integrity);
    cases(host, &mut report)?;
    let orphans = host.app.db.read_now(verify::orphans)?;
    report.all(
        "cli-doctor-orphans",
        &orphans.iter().map(|(table, count)| format!("{table}: {count}")).collect::<Vec<_>>(),
    );
    queues(host, &mut report)?;
    if report.wrong == 0 {
        fine("cli-doctor-well", &[]);
    } else {
        line(&t_with("cli-doctor-ill", &[("count", report.wrong.into())]));
    }
    Ok(report.wrong)
}

/// Chains, replay, columns and rows of every case, portion by portion.
fn cases(host: &Host, report: &mut Report) -> Result<(), Ended> {
    let firm = host.app.firm();
    let (mut after, mut cases, mut events, mut stale, mut damage) = (None, 0, 0, 0_u64, vec![]);
    loop {
        let (firm, from) = (firm.clone(), after);
        let portion = host.app.db.read_now(move |conn| verify::portion(conn, &firm, from))?;
        cases += portion.cases;
        events += portion.events;
        stale += portion.problems.iter().filter(|(_, p)| !p.is_damage()).count() as u64;
        damage.extend(
            portion.problems.iter().filter(|(_, p)| p.is_damage()).map(|(number, p)| format!("{number}: {}", said(p))),
        );
        after = portion.last;
        if after.is_none() {
            break;
        }
    }
    fine("cli-doctor-cases", &[("cases", cases.into()), ("events", events.into())]);
    report.all("cli-doctor-history", &damage);
    if stale > 0 {
        line(&t_with("cli-doctor-stale", &[("count", stale.into())]));
    }
    Ok(())
}

/// What waits, and for how long.
fn queues(host: &Host, report: &mut Report) -> Result<(), Ended> {
    let now = host.app.now();
    let look = move |conn: &store::Conn| {
        Ok::<_, Fault>((
            run::due_clocks(conn, now, 1)?.first().map(|c| c.next_at),
            outbox::lag(conn, now)?,
            outbox::stuck(conn)?,
            recounts::waiting(conn)?.first().map(|recount| recount.asked_at),
        ))
    };
    let (clock, lag, stuck, recount) = host.app.db.read_now(look)?;
    let minutes = |at: Option<Timestamp>| at.map_or(0, |at| now.duration_since(at).as_mins().max(0));
    // Behind is no damage: without a server nothing runs, and the next start catches up.
    let waits = [
        ("cli-doctor-clocks", minutes(clock)),
        ("cli-doctor-recounts", minutes(recount)),
        ("cli-doctor-outbox", minutes(lag.oldest)),
    ];
    for (key, behind) in waits {
        let state = if behind > BEHIND { "late" } else { "fine" };
        line(&t_with(key, &[("minutes", behind.into()), ("state", state.into())]));
    }
    report.all(
        "cli-doctor-stuck",
        &stuck.iter().map(|s| format!("{} ({} ×): {}", s.kind, s.attempts, s.trouble)).collect::<Vec<_>>(),
    );
    Ok(())
}

/// The sentence of a problem.
fn said(problem: &Problem) -> String {
    let said = |key: &str, values: &[(&str, crate::words::Value<'_>)]| t_with(key, values);
    match problem {
        Problem::Chain(Broken::Gap { seq }) => said("cli-doctor-gap", &[("seq", (*seq).into())]),
        Problem::Chain(Broken::Changed { seq }) => said("cli-doctor-changed", &[("seq", (*seq).into())]),
        Problem::Chain(Broken::Tail) => said("cli-doctor-tail", &[]),
        Problem::Unreadable(why) => said("cli-doctor-unreadable", &[("why", why.as_str().into())]),
        Problem::Replay(fields) => said("cli-doctor-replay", &[("fields", fields.join(", ").into())]),
        Problem::Columns(columns) => said("cli-doctor-columns", &[("columns", columns.join(", ").into())]),
        Problem::ClockRows { kept, expected } => {
            said("cli-doctor-clock-rows", &[("kept", (*kept).into()), ("expected", (*expected).into())])
        }
        Problem::PromiseRows { kept, expected } => {
            said("cli-doctor-promise-rows", &[("kept", (*kept).into()), ("expected", (*expected).into())])
        }
        Problem::Clocks => said("cli-doctor-stale", &[("count", 1.into())]),
    }
}

fn fine(key: &str, values: &[(&str, crate::words::Value<'_>)]) {
    line(&format!("✓ {}", t_with(key, values)));
}

#[derive(Default)]
struct Report {
    wrong: usize,
}

impl Report {
    /// One check: fine when it found nothing.
    fn all(&mut self, key: &str, found: &[String]) {
        if found.is_empty() {
            return fine(key, &[("count", 0.into())]);
        }
        self.wrong += found.len();
        line(&format!("✗ {}", t_with(key, &[("count", found.len().into())])));
        found.iter().take(SHOWN).for_each(|what| line(&format!("    {what}")));
    }
}
