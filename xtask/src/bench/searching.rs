//! Search over a million notes: everyday and common words, numbers, beginnings of words; the 99th of 100 times counts.
use super::Figure;
use super::world::{self, Folder};
use jiff::Timestamp;
use std::time::Instant;
use store::search::{self, Doc};
use uuid::Uuid;

/// Notes written in one transaction.
const BATCH: usize = 5_000;
/// Searches measured.
const SEARCHES: usize = 300;
/// The words of the notes; the first ones are in most of them.
const WORDS: [&str; 24] = [
    "the",
    "boards",
    "lot",
    "customer",
    "called",
    "again",
    "about",
    "solder",
    "joint",
    "dry",
    "rework",
    "shipment",
    "carrier",
    "Friday",
    "line",
    "stopped",
    "inspection",
    "drawing",
    "revision",
    "connector",
    "straße",
    "naïve",
    "microvia",
    "delamination",
];

/// # Errors
/// When the database fails or a search finds nothing where it must.
pub fn measure(notes: usize) -> anyhow::Result<Figure> {
    let folder = Folder::new("search")?;
    let db = world::sqlite(&folder.0)?;
    eprintln!("writing {notes} notes …");
    for start in (0..notes).step_by(BATCH) {
        let end = notes.min(start + BATCH);
        db.write_now(move |tx| (start..end).try_for_each(|n| note(tx, n)))?;
    }
    let mut times = Vec::with_capacity(SEARCHES);
    for n in 0..SEARCHES {
        let words = asked(n);
        let looked = words.clone();
        let start = Instant::now();
        let hits = db.read_now(move |conn| search::find(conn, &looked, 50))?;
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        anyhow::ensure!(!hits.is_empty(), "nothing found for {words}");
    }
    // Here and not with the last of its threads: its log would be folded in while the next figure is measured.
    db.close();
    times.sort_by(f64::total_cmp);
    let p99 = times[SEARCHES * 99 / 100];
    Ok(Figure {
        name: "search_1m_p99_ms",
        what: format!("{SEARCHES} searches over {notes} notes, median {:.1} ms", times[SEARCHES / 2]),
        value: p99,
        wanted: "at most 50".into(),
    })
}

/// A note of some twenty words; a few of them are in every note, some in one of a thousand.
fn note(tx: &store::Tx, n: usize) -> Result<(), store::Fault> {
    let mut body = format!("note {n} ");
    let mut seed = (n as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1);
    for _ in 0..20 {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        // The square makes the first words common and the last ones rare.
        let share = (seed % 10_000) as usize;
        body.push_str(WORDS[share * share * WORDS.len() / 100_000_000]);
        body.push(' ');
    }
    body.push_str(&format!("part{}", n % 5_000));
    let subject = Uuid::from_u128(n as u128 + 1);
    search::put(
        tx,
        &Doc { kind: "note", subject, case: None, account: None, at: Timestamp::UNIX_EPOCH, title: "", body: &body },
    )
}

fn asked(n: usize) -> String {
    match n % 5 {
        0 => WORDS[n % WORDS.len()].to_owned(),
        1 => format!("{} {}", WORDS[n % 7], WORDS[(n / 3) % WORDS.len()]),
        2 => format!("part{}", n * 13 % 5_000),
        3 => WORDS[n % WORDS.len()].chars().take(3).collect(),
        _ => format!("dry solder {}", WORDS[(n + 5) % 16]),
    }
}
