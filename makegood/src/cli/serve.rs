//! `serve`, `demo` and `migrate`: the program itself.
use super::host::{Ended, Host, line, log};
use crate::app::Clock;
use crate::config::Config;
use crate::import::progress;
use crate::words::{t, t_with};
use crate::{demo, serve as server};
use clap::ArgMatches;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

pub fn serve(config: &Config) -> Result<(), Ended> {
    log(config);
    let host = Host::open(config)?;
    answer(config, &host)?;
    host.close();
    Ok(())
}

fn answer(config: &Config, host: &Host) -> Result<(), Ended> {
    host.run(server::run(host.app.clone(), config.listen, server::asked_to_stop()))
        .map_err(|problem| Ended::Fault(format!("{problem:#}")))
}

/// Fills an empty database with a company to look around in, then serves it.
pub fn demo(config: &Config, matches: &ArgMatches) -> Result<(), Ended> {
    log(config);
    let password = fill(config)?;
    for words in [
        t_with("cli-demo-ready", &[("database", config.database.to_string().into())]),
        t_with("cli-demo-sign-in", &[("email", demo::SIGN_IN.into()), ("password", password.into())]),
    ] {
        line(&words);
    }
    if matches.get_flag("fill-only") { Ok(()) } else { serve(config) }
}

/// The past is told with a clock that is moved by hand, by the same commands as the present.
fn fill(config: &Config) -> Result<String, Ended> {
    let now = Clock::Real.now();
    let clock = Arc::new(AtomicI64::new(now.as_microsecond()));
    let host = Host::open_with(config, Clock::Still(clock.clone()))?;
    if host.app.db.read_now(store::people::has_any)? {
        host.close();
        return Err(Ended::Refused(t("cli-demo-not-empty").into_owned()));
    }
    let mut progress = progress::for_shell();
    let filled = host.run(demo::fill(&host.app, &clock, now, progress.as_mut()));
    let filled = filled.map_err(|not| Ended::Fault(not.to_string()));
    host.close();
    filled
}

/// Brings the database to this program's schema and says so.
pub fn migrate(config: &Config) -> Result<(), Ended> {
    log(config);
    Host::open(config)?.close();
    line(&t_with("cli-migrated", &[("database", config.database.to_string().into())]));
    Ok(())
}
