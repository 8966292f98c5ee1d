//! `cargo xtask bench core|customer|mail|memory|desk|proofread|report|watch`: the figures of the README, each beside the raw engine or a written limit, all in one run.
mod acting;
mod arriving;
mod beside;
mod customers;
mod desk;
mod importing;
mod leaving;
mod load;
mod pages;
mod raw;
mod reporting;
mod reviewing;
mod searching;
mod similar;
mod sockets;
mod starting;
mod watching;
pub mod world;

use clap::{Args, Subcommand};
use comfy_table::Table;

#[derive(Args)]
pub struct Bench {
    #[command(subcommand)]
    what: What,
}
#[derive(Subcommand)]
enum What {
    /// One command through the door, pages, search, import, start.
    Core {
        /// Only the figures whose name contains this, or one of these with commas between.
        #[arg(long, default_value = "")]
        only: String,
        /// Cases in the big database.
        #[arg(long, default_value_t = 100_000)]
        cases: usize,
        /// Notes to search.
        #[arg(long, default_value_t = 1_000_000)]
        notes: usize,
    },
    /// What a customer feels: their page among many cases, what it weighs, and a thousand of them at once.
    Customer {
        /// Only the figures whose name contains this.
        #[arg(long, default_value = "")]
        only: String,
        /// Cases in the database.
        #[arg(long, default_value_t = 100_000)]
        cases: usize,
        /// Customers at once; one in twenty of them acts in a second.
        #[arg(long, default_value_t = 1_000)]
        customers: usize,
    },
    /// Mail that leaves and mail that arrives, in mails per second.
    Mail {
        /// Only the figures whose name contains this.
        #[arg(long, default_value = "")]
        only: String,
    },
    /// Memory that speaks first: the nearest five among many cases.
    Memory {
        /// Cases in the database.
        #[arg(long, default_value_t = 100_000)]
        cases: usize,
    },
    /// What the second track costs: a report as PDF beside typst alone, and finding the like troubles.
    Report {
        /// Cases in the database.
        #[arg(long, default_value_t = 100_000)]
        cases: usize,
    },
    /// The review of a message: of a long one, of many, and how long the rules take to load.
    Proofread,
    /// The watch: a full look over many open lines, and what one more fact costs.
    Watch {
        /// Open lines.
        #[arg(long, default_value_t = 1_000_000)]
        lines: usize,
    },
    /// What the pages weigh, how fast they answer a hand, what axe finds.
    Desk {
        /// Only the figures whose name contains this.
        #[arg(long, default_value = "")]
        only: String,
    },
}

/// One line of the table.
pub struct Figure {
    pub name: &'static str,
    pub what: String,
    pub value: f64,
    pub wanted: String,
}

/// # Errors
/// When something that is measured does not work.
pub fn run(asked: &Bench) -> anyhow::Result<()> {
    let figures = match &asked.what {
        What::Core { only, cases, notes } => core(only, *cases, *notes)?,
        What::Customer { only, cases, customers } => customers::measure(only, *cases, *customers)?,
        What::Mail { only } => mail(only)?,
        What::Memory { cases } => similar::measure(*cases)?,
        What::Report { cases } => {
            let mut figures = reporting::measure()?;
            figures.extend(similar::measure(*cases)?);
            figures
        }
        What::Proofread => reviewing::measure()?,
        What::Watch { lines } => watching::measure(*lines)?,
        What::Desk { only } => desk::measure(only)?,
    };
    let mut table = Table::new();
    table.set_header(["figure", "measured", "wanted", "what"]);
    for f in &figures {
        table.add_row([f.name.to_owned(), format!("{:.2}", f.value), f.wanted.clone(), f.what.clone()]);
    }
    println!("{table}");
    for f in &figures {
        println!("figure {} {:.3}", f.name, f.value);
    }
    Ok(())
}

fn mail(only: &str) -> anyhow::Result<Vec<Figure>> {
    let mut figures = vec![];
    if only.is_empty() || "mail_out_per_s".contains(only) {
        figures.push(leaving::measure()?);
    }
    if only.is_empty() || "mail_in_per_s".contains(only) {
        figures.push(arriving::fresh()?);
    }
    if only.is_empty() || "mail_old_per_s".contains(only) {
        figures.push(arriving::old()?);
    }
    Ok(figures)
}

fn core(only: &str, cases: usize, notes: usize) -> anyhow::Result<Vec<Figure>> {
    let wants = |name: &str| only.is_empty() || only.split(',').any(|one| name.contains(one));
    let mut figures = vec![];
    if wants("act_sqlite_ratio") {
        figures.push(acting::sqlite()?);
    }
    if wants("act_postgres_ratio") {
        figures.push(acting::postgres()?);
    }
    if wants("case_page_500_events_ms") || wants("run_to_it_100k_ms") || wants("start_100k_ms") {
        let big = world::big(cases)?;
        figures.extend(pages::measure(&big)?);
        figures.push(starting::measure(&big)?);
    }
    if wants("search_1m_p99_ms") {
        figures.push(searching::measure(notes)?);
    }
    if wants("import_orders_rows_per_s") {
        figures.push(importing::measure()?);
    }
    Ok(figures)
}
