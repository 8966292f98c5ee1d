//! Commands for developers: `cargo xtask <command>`. One file a command.
mod bench;
mod conformance;
mod coverage;
mod mail_kills;
mod screens;

use clap::Parser;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Commands for developers")]
enum Command {
    /// Measure, beside the raw engine or a written limit.
    Bench(bench::Bench),
    /// Compare what we say with what others say is right.
    Conformance(conformance::Conformance),
    /// Which practices have a test that names them.
    Coverage(coverage::Coverage),
    /// Kills the program while mail leaves, 200 times in 2,000 mails, on SQLite and PostgreSQL.
    MailKills(mail_kills::MailKills),
    /// Pictures of every page, and the best of them for the documentation.
    Screens(screens::Screens),
}

fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Bench(asked) => bench::run(&asked),
        Command::Conformance(asked) => conformance::run(&asked),
        Command::Coverage(asked) => coverage::run(&asked),
        Command::MailKills(asked) => mail_kills::run(&asked),
        Command::Screens(asked) => screens::run(&asked),
    }
}
