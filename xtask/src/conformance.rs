//! `cargo xtask conformance <what>`: compares what we say with what others say is right, row by row.
mod days;
mod mail;
mod memory;
mod proofread;
mod sla;
mod tables;
mod watch;
mod zones;

use std::path::Path;

use clap::{Args, ValueEnum};
use comfy_table::Table;
use tables::Outcome;

#[derive(Args)]
pub struct Conformance {
    what: What,
    /// Mail: read every mail in other dress too; the same must come out.
    #[arg(long)]
    mutated: bool,
    /// Mail: damage real mails so many times; each must be read, soon and in little memory.
    #[arg(long, value_name = "COUNT")]
    hostile: Option<u64>,
}

/// What is compared.
#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// Business time: working days, public holidays, service time, time zone changes.
    Clocks,
    /// Mail: what it says, threads, bounces, automatic answers, what somebody wrote themselves.
    Mail,
    /// Memory: do the nearest five earlier cases hold one with the same cause?
    Memory,
    /// The watch: other firms' past, day by day.
    Watch,
    /// The review of messages: its facts changed one at a time, and texts that others wrote.
    Proofread,
}

pub fn run(asked: &Conformance) -> anyhow::Result<()> {
    let outside = tables::outside_data(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
    let Some(data) = outside else {
        // What it compares with records of its own needs nobody's data.
        if let What::Proofread = asked.what {
            return proofread::run(None).map_err(anyhow::Error::msg);
        }
        if let What::Memory = asked.what {
            return memory::run(None);
        }
        println!("skipped: no outside data");
        return Ok(());
    };
    match asked.what {
        What::Proofread => proofread::run(Some(&data)).map_err(anyhow::Error::msg),
        What::Memory => memory::run(Some(&data)),
        What::Watch => watch::run(&data).map_err(anyhow::Error::msg),
        What::Clocks => clocks(&data).map_err(anyhow::Error::msg),
        What::Mail => match asked.hostile {
            Some(count) => mail::hostile(&data, count).map_err(anyhow::Error::msg),
            None => {
                let dress = if asked.mutated { mail::Dress::Mutated } else { mail::Dress::AsTheyAre };
                mail::run(&data, dress).map_err(anyhow::Error::msg)
            }
        },
    }
}

/// Prints a table for people, every row we miss and why, and last the figures for machines.
fn clocks(data: &Path) -> Result<(), String> {
    let rules = store::holidays::rules();
    let days = days::business_days(data, rules)?;
    let sla = sla::expectations(data)?;
    let zones = zones::transitions(data)?;
    let days::Compared { countries, unknown } = days::public_holidays(data, rules)?;

    let mut table = Table::new();
    table.set_header(["what", "agree", "of", "share", "sources disagree"]);
    let outcomes = [("working days", &days), ("service time", &sla), ("clock changes", &zones)];
    let countries = countries.iter().map(|(country, outcome)| (country.as_str(), outcome));
    for (name, outcome) in outcomes.into_iter().chain(countries.clone()) {
        let share = format!("{:.1} %", outcome.share() * 100.0);
        let counts = [outcome.right, outcome.of].map(|count| count.to_string());
        table.add_row([name, &counts[0], &counts[1], &share, &outcome.left_out.to_string()]);
    }
    println!("{table}");
    println!("Public holidays on Monday to Friday are compared; no rules for: {}", unknown.join(", "));
    for (_, outcome) in outcomes.into_iter().chain(countries) {
        tell(outcome);
    }
    for outcome in [&days, &sla, &zones] {
        println!("figure {}_share {:.4}", outcome.name, outcome.share());
    }
    Ok(())
}

fn tell(outcome: &Outcome) {
    for note in &outcome.notes {
        println!("with care, {}: {note}", outcome.name);
    }
    for miss in &outcome.misses {
        println!("missed, {}: {miss}", outcome.name);
    }
}
