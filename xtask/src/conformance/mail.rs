//! Do we read mail as the tests of a dozen mail programs expect? Their mails and what they say of them are outside data.
//! With `--mutated` every mail is also read with other line ends, folding, field names, encodings and people: the same must come out.
mod bounces;
mod hostile;
mod inline;
mod mutate;
mod peers;
mod replies;
mod routing;
mod rows;
mod threads;

use super::tables::Outcome;
use comfy_table::Table;
use makegood::mail::{Incoming, Oddity, Ours, parse::parse};
use mutate::Mutation;
use std::path::Path;

pub use hostile::run as hostile;

/// Whether the mails are also read in other dress.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Dress {
    AsTheyAre,
    Mutated,
}

/// Rows that are plainly wrong, or that ask for what another program does by choice: each with its reason.
const EXCEPTIONS: &str = include_str!("mail/exceptions.tsv");

/// What is compared, in one dress.
struct Compared {
    parsed: Outcome,
    edges: Outcome,
    wrong_merges: Vec<String>,
    bounces: Outcome,
    false_bounces: Vec<String>,
    automatic: Outcome,
    stripped: Outcome,
}

/// The outside data, and in which dress its mails are read.
struct Bench<'a> {
    data: &'a Path,
    dress: &'a Mutation,
}

impl Bench<'_> {
    /// A mail of the data, or nothing where it is not among it.
    fn mail(&self, file: &str) -> Option<(Incoming, Vec<Oddity>, Vec<u8>)> {
        let raw = (self.dress.change)(&std::fs::read(self.data.join(file)).ok()?);
        let (mail, odd) = read(&raw);
        Some((mail, odd, raw))
    }
}

fn read(raw: &[u8]) -> (Incoming, Vec<Oddity>) {
    parse(raw, &ours())
}

/// Zammad's tests say which host is their own.
fn ours() -> Ours {
    Ours { addresses: vec!["redmine@example.net".into()], domains: vec!["makegood.example".into()] }
}

/// The reason why a row does not count, if there is one.
fn exception(file: &str, aspect: &str) -> Option<&'static str> {
    EXCEPTIONS.lines().skip(1).find_map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        (*cells.first()? == file && *cells.get(1)? == aspect).then(|| cells.get(2).copied())?
    })
}

/// Prints a table for people, every row we miss and why, and last the figures for machines.
pub fn run(data: &Path, dress: Dress) -> Result<(), String> {
    let all = mutate::all();
    let dresses: Vec<&Mutation> = all.iter().take(if dress == Dress::Mutated { all.len() } else { 1 }).collect();
    let compared: Vec<Compared> =
        dresses.iter().map(|dress| compare(&Bench { data, dress })).collect::<Result<_, _>>()?;
    let first = compared.first().ok_or("nothing was compared")?;
    for outcome in [&first.parsed, &first.edges, &first.bounces, &first.automatic, &first.stripped] {
        outcome.misses.iter().for_each(|miss| println!("missed, {}: {miss}", outcome.name));
        outcome.notes.iter().for_each(|note| println!("does not count, {}: {note}", outcome.name));
    }
    first.wrong_merges.iter().for_each(|merge| println!("wrong merge: {merge}"));
    first.false_bounces.iter().for_each(|name| println!("false bounce: {name}"));
    for (dress, other) in dresses.iter().zip(&compared).skip(1) {
        tell_new_misses(dress.name, first, other);
    }
    peers::second_opinion(data)?.iter().for_each(|line| println!("{line}"));
    println!("{}", table(&dresses, &compared));
    println!("figure mail_parse_share {:.4}", first.parsed.share());
    println!("figure thread_edges_share {:.4}", first.edges.share());
    println!("figure thread_wrong_merges {}", first.wrong_merges.len());
    println!("figure bounce_recipients_share {:.4}", first.bounces.share());
    println!("figure false_bounces {}", first.false_bounces.len());
    println!("figure auto_reply_share {:.4}", first.automatic.share());
    println!("figure reply_stripping_share {:.4}", first.stripped.share());
    Ok(())
}

fn compare(bench: &Bench) -> Result<Compared, String> {
    let mut rows = rows::expectations(bench)?;
    peers::subjects(bench, &mut rows.parsed)?;
    peers::full_parses(bench, &mut rows.parsed)?;
    peers::header_fields(bench, &mut rows.parsed)?;
    let (edges, wrong_merges) = threads::edges(bench)?;
    bounces::known(bench, &mut rows.bounces, &mut rows.automatic)?;
    Ok(Compared {
        parsed: rows.parsed,
        edges,
        wrong_merges,
        bounces: rows.bounces,
        false_bounces: bounces::false_ones(bench)?,
        automatic: rows.automatic,
        stripped: replies::stripped(bench)?,
    })
}

/// One figure out of what was compared.
type Counted = fn(&Compared) -> usize;
type Share = fn(&Compared) -> &Outcome;

fn table(dresses: &[&Mutation], compared: &[Compared]) -> Table {
    let mut table = Table::new();
    table.set_header(
        ["what", "agree", "of", "do not count"]
            .map(String::from)
            .into_iter()
            .chain(dresses.iter().map(|dress| dress.name.to_owned())),
    );
    let shares: [(&str, Share); 5] = [
        ("read as expected", |compared| &compared.parsed),
        ("threads", |compared| &compared.edges),
        ("bounces: recipients and permanence", |compared| &compared.bounces),
        ("automatic answers", |compared| &compared.automatic),
        ("what they wrote themselves", |compared| &compared.stripped),
    ];
    for (name, of) in shares {
        let Some(first) = compared.first().map(of) else { continue };
        let counts = [name.to_owned(), first.right.to_string(), first.of.to_string(), first.left_out.to_string()];
        table.add_row(counts.into_iter().chain(compared.iter().map(|one| format!("{:.1} %", of(one).share() * 100.0))));
    }
    let counts: [(&str, Counted); 2] = [
        ("wrong merges", |compared| compared.wrong_merges.len()),
        ("false bounces", |compared| compared.false_bounces.len()),
    ];
    for (name, of) in counts {
        let blank = [name.to_owned(), String::new(), String::new(), String::new()];
        table.add_row(blank.into_iter().chain(compared.iter().map(|one| of(one).to_string())));
    }
    table
}

/// What goes wrong in another dress only.
fn tell_new_misses(name: &str, first: &Compared, other: &Compared) {
    let pairs = [
        (&first.parsed, &other.parsed),
        (&first.edges, &other.edges),
        (&first.bounces, &other.bounces),
        (&first.automatic, &other.automatic),
        (&first.stripped, &other.stripped),
    ];
    for (first, other) in pairs {
        let known: Vec<&str> = first.misses.iter().map(|miss| miss.split(" | ").next().unwrap_or_default()).collect();
        let new = other.misses.iter().filter(|miss| !known.contains(&miss.split(" | ").next().unwrap_or_default()));
        new.for_each(|miss| println!("missed with {name}, {}: {miss}", other.name));
    }
}

/// Text without regard to how its white space is laid out.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows of a table whose cells may hold line breaks, each with as many cells as the header.
fn cells(path: &Path) -> Result<Vec<Vec<String>>, String> {
    let named = |problem: csv::Error| format!("{}: {problem}", path.display());
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').flexible(true).from_path(path).map_err(named)?;
    let width = reader.headers().map_err(named)?.len();
    let row = |record: csv::StringRecord| {
        let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
        cells.resize(width.max(cells.len()), String::new());
        cells
    };
    reader.records().map(|record| record.map(row).map_err(named)).collect()
}
