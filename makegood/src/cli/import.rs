//! `import`: orders, stock, alternates and what touches order lines from CSV files, mail from files. What was understood is shown first, what was done last.
use super::host::{Ended, Host, line};
use crate::config::Config;
use crate::import::why::CannotStart;
use crate::import::{
    alternates::AlternateList,
    fact_list::{FactList, ListKind, of_sort},
    lists::{self, List},
    mail, numbers,
    orders::{self, Ask, Here, Mode, NotImported},
    plan::{Wishes, order_named},
    progress,
    source::{self, Source},
    stock::StockList,
};
use crate::mail::{Ours, receive};
use crate::sentence::say;
use crate::words::{t, t_with};
use clap::ArgMatches;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};

pub fn run(config: &Config, matches: &ArgMatches) -> Result<(), Ended> {
    let host = Host::open(config)?;
    let done = match matches.subcommand() {
        Some(("orders", of)) => orders(&host, of),
        Some(("stock", of)) => list::<StockList>(&host, of),
        Some(("alternates", of)) => list::<AlternateList>(&host, of),
        Some(("mail", of)) => mail(&host, of),
        Some((word, of)) => match ListKind::from_word(word) {
            Some(kind) => of_sort!(kind, S => list::<FactList<S>>(&host, of)),
            None => Ok(()),
        },
        None => Ok(()),
    };
    host.close();
    done
}

fn here(host: &Host) -> Here {
    let app = &host.app;
    Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now: app.now(), drawn: app.new_id() }
}

fn orders(host: &Host, matches: &ArgMatches) -> Result<(), Ended> {
    let here = here(host);
    let ours = here.calendar.zone().clone();
    let history = orders::checks_from(&here.calendar, here.now);
    let ask = asked(matches, history).map_err(|why| Ended::Refused(say(&why.sentence(), &ours)))?;
    let mut progress = progress::for_shell();
    let ended = |not: NotImported| match not {
        NotImported::Cannot(why) => Ended::Refused(say(&why.sentence(), &ours)),
        NotImported::Fault(fault) => fault.into(),
    };
    let plan = orders::prepare(&here, &ask, progress.as_mut()).map_err(ended)?;
    progress.finish();
    plan.lines().iter().for_each(|told| line(told));
    if let Some(day) = ask.checks_from {
        line(&t_with("import-checks-from", &[("day", day.to_string().into())]));
    }
    let report = orders::run(&here, &ask, &plan, progress.as_mut()).map_err(ended)?;
    line("");
    report.lines(&plan.zone).iter().for_each(|told| line(told));
    if ask.mode == Mode::DryRun {
        line(&t("import-dry-run"));
    }
    Ok(())
}

/// What is wished for; deliveries before `history` are not asked about, unless another day is named.
fn asked(matches: &ArgMatches, history: Date) -> Result<Ask, CannotStart> {
    Ok(Ask {
        source: Source::File(path(matches, "file")),
        wishes: wishes_of(matches)?,
        account: said(matches, "account").map(str::to_owned),
        checks_from: Some(matches.get_one::<Date>("checks-from").copied().unwrap_or(history)),
        mode: mode(matches),
        report: matches.get_one::<PathBuf>("report").cloned(),
    })
}

/// What may be said about any CSV file.
pub(super) fn wishes_of(matches: &ArgMatches) -> Result<Wishes, CannotStart> {
    let zone = said(matches, "zone").map(|name| (store::holidays::zone(name), name));
    let zone = match zone {
        Some((Ok(zone), _)) => Some(zone),
        Some((Err(_), name)) => return Err(CannotStart::Zone(name.to_owned())),
        None => None,
    };
    let delimiter = said(matches, "delimiter").map(|name| if name == "tab" { '\t' } else { first_letter(name) });
    Ok(Wishes {
        maps: matches.get_many::<String>("map").into_iter().flatten().cloned().collect(),
        dates: said(matches, "dates").and_then(order_named),
        zone,
        said: source::said(said(matches, "charset"), delimiter)?,
    })
}

/// Stock, alternates, and lists of what touches order lines.
fn list<L: List>(host: &Host, matches: &ArgMatches) -> Result<(), Ended> {
    let here = here(host);
    let ours = here.calendar.zone().clone();
    let cannot = |why: CannotStart| Ended::Refused(say(&why.sentence(), &ours));
    let ask = lists::Ask {
        source: Source::File(path(matches, "file")),
        wishes: wishes_of(matches).map_err(cannot)?,
        // Only a list with numbers asks for it.
        decimal: matches.try_get_one::<String>("decimal").ok().flatten().and_then(|word| numbers::mark_named(word)),
        mode: mode(matches),
        report: matches.get_one::<PathBuf>("report").cloned(),
    };
    let ended = |not: NotImported| match not {
        NotImported::Cannot(why) => cannot(why),
        NotImported::Fault(fault) => fault.into(),
    };
    let mut progress = progress::for_shell();
    let plan = lists::prepare::<L>(&here, &ask, progress.as_mut()).map_err(ended)?;
    progress.finish();
    plan.lines().iter().for_each(|told| line(told));
    let report = lists::run(&here, &ask, &plan, progress.as_mut()).map_err(ended)?;
    line("");
    report.lines(&plan.zone).iter().for_each(|told| line(told));
    if ask.mode == Mode::DryRun {
        line(&t("import-dry-run-list"));
    }
    Ok(())
}

fn mail(host: &Host, matches: &ArgMatches) -> Result<(), Ended> {
    let here = here(host);
    let (path, mode) = (path(matches, "path"), mode(matches));
    let day = matches.get_one::<Date>("heard-since").and_then(|day| day.to_zoned(here.calendar.zone().clone()).ok());
    let wanted = mail::Wanted { mode, heard_since: day.map(|day| day.timestamp()) };
    if !Path::new(&path).exists() {
        let file = path.display().to_string();
        return Err(Ended::Refused(t_with("import-no-such-path", &[("file", file.into())])));
    }
    let mut progress = progress::for_shell();
    let ours: Ours = here.db.read_now(receive::ours)?;
    let report = mail::run(&here, &path, &ours, wanted, progress.as_mut()).map_err(|not| match not {
        NotImported::Cannot(why) => Ended::Refused(say(&why.sentence(), &TimeZone::UTC)),
        NotImported::Fault(fault) => fault.into(),
    })?;
    report.lines().iter().for_each(|told| line(told));
    if wanted.heard_since.is_none() && report.new > 0 {
        line(&t("import-mail-silent"));
    }
    if mode == Mode::DryRun {
        line(&t("import-dry-run"));
    }
    Ok(())
}

fn said<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

fn path(matches: &ArgMatches, name: &str) -> PathBuf {
    matches.get_one::<PathBuf>(name).cloned().unwrap_or_default()
}

fn mode(matches: &ArgMatches) -> Mode {
    if matches.get_flag("dry-run") { Mode::DryRun } else { Mode::Keep }
}

fn first_letter(name: &str) -> char {
    name.chars().next().unwrap_or(',')
}
