//! `cargo xtask mail-kills`: the story of `mail_kills.rs` in full length, on both databases; ends with what was lost and what arrived twice.
use anyhow::Context as _;
use clap::Args;
use std::process::Command;

#[derive(Args)]
pub struct MailKills {
    /// How often the program is killed.
    #[arg(long, default_value_t = 200)]
    kills: usize,
    /// Mails that leave meanwhile.
    #[arg(long, default_value_t = 2_000)]
    mails: usize,
}

/// # Errors
/// When a mail is lost or changed, or there is no PostgreSQL.
pub fn run(asked: &MailKills) -> anyhow::Result<()> {
    let postgres = match std::env::var("MAKEGOOD_TEST_POSTGRES") {
        Ok(url) => url,
        Err(_) => {
            let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/postgres.sh");
            let started = Command::new("bash").arg(script).output().context("starting PostgreSQL")?;
            String::from_utf8(started.stdout)?
                .lines()
                .last()
                .context("PostgreSQL did not start; ./test installs it")?
                .to_owned()
        }
    };
    let run = Command::new(env!("CARGO"))
        .args(["test", "-p", "makegood", "--test", "stories", "mail_kills::", "--", "--nocapture", "--test-threads=1"])
        .env("MAKEGOOD_KILLS", asked.kills.to_string())
        .env("MAKEGOOD_MAILS", asked.mails.to_string())
        .env("MAKEGOOD_TEST_POSTGRES", postgres)
        .status()?;
    anyhow::ensure!(run.success(), "mail was lost, changed, or never told to be sent");
    Ok(())
}
