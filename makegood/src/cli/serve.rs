//! `serve`, `demo` and `migrate`: the program itself.
use super::host::{Ended, Host, line, log};
use crate::config::Config;
use crate::serve as server;
use crate::words::t_with;

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

/// Brings the database to this program's schema and says so.
pub fn migrate(config: &Config) -> Result<(), Ended> {
    log(config);
    Host::open(config)?.close();
    line(&t_with("cli-migrated", &[("database", config.database.to_string().into())]));
    Ok(())
}
