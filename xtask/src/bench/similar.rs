//! Memory that speaks first, among many cases: how long the nearest five take, beside the engine alone doing the same reads.
use super::Figure;
use super::world::{self, Folder};
use casework::kinds::TroubleKind;
use makegood::jobs::hindsight;
use std::time::Instant;
use store::memory::{self, SHOWN, Told};

/// Troubles asked about.
const ASKED: usize = 300;
/// Portions of looking back that are waited for; more would be a loop.
const ROUNDS_AT_MOST: usize = 10_000;
/// Words of the troubles: the first stand in most of them, the last in few.
const WORDS: [&str; 40] = [
    "boards",
    "solder",
    "joint",
    "missing",
    "late",
    "pallet",
    "label",
    "connector",
    "scratch",
    "bent",
    "coating",
    "peels",
    "carton",
    "wet",
    "certificate",
    "drawing",
    "revision",
    "crack",
    "cold",
    "flicker",
    "housing",
    "gasket",
    "leaks",
    "torque",
    "thread",
    "burr",
    "edge",
    "colour",
    "wrong",
    "invoice",
    "currency",
    "moisture",
    "delamination",
    "microvia",
    "plating",
    "bridge",
    "stencil",
    "reflow",
    "void",
    "smell",
];

/// Prints `figure similar_ms` and `figure similar_ratio`; what `bench memory` and `bench report` have in common.
///
/// # Errors
/// When the database fails, or nothing is near where something must be.
pub fn measure(cases: usize) -> anyhow::Result<Vec<Figure>> {
    let folder = Folder::new("similar")?;
    eprintln!("filling {cases} cases …");
    let world = world::filled_with(world::sqlite(&folder.0)?, cases, None, sentence)?;
    eprintln!("looking back at them …");
    let runtime = world::runtime()?;
    for _ in 0..ROUNDS_AT_MOST {
        if runtime.block_on(hindsight::look_back(&world.app))? == 0 {
            break;
        }
    }
    let asked: Vec<Told> = (0..ASKED)
        .map(|n| Told {
            account: Some(world.customer_of(n * 37).0),
            kind: Some(TroubleKind::Defect),
            words: vec![sentence(n * 331 + 7)],
            ..Told::default()
        })
        .collect();
    let mut times = vec![];
    for told in &asked {
        let told = told.clone();
        let start = Instant::now();
        let near = world.app.db.read_now(move |conn| memory::nearest(conn, &told, None, SHOWN))?;
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        anyhow::ensure!(!near.is_empty(), "nothing was near");
    }
    let (median, p99) = middle_and_end(&mut times);
    world.app.db.close();
    let mut raw = raw(&folder, &asked)?;
    let (raw_median, _) = middle_and_end(&mut raw);
    Ok(vec![
        Figure {
            name: "similar_ms",
            what: format!("the nearest five among {cases} cases, the 99th of 100; median {median:.1} ms"),
            value: p99,
            wanted: "at most 20".into(),
        },
        Figure {
            name: "similar_ratio",
            what: format!(
                "medians: with scoring and reading the five, to the engine finding the marks alone ({raw_median:.1} ms)"
            ),
            value: median / raw_median,
            wanted: "no limit of its own".into(),
        },
    ])
}

/// Some ten words, as a customer's sentence has them, and the lot.
fn sentence(n: usize) -> String {
    let mut seed = (n as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1);
    let mut said = format!("Lot {}:", n % 30_000);
    for _ in 0..10 {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        // The square makes the first words common and the last ones rare.
        let share = (seed % 10_000) as usize;
        said.push(' ');
        said.push_str(WORDS[share * share * WORDS.len() / 100_000_000]);
    }
    said
}

fn middle_and_end(times: &mut [f64]) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[times.len() * 99 / 100])
}

/// The engine alone: the newest two hundred places of each mark.
fn raw(folder: &Folder, asked: &[Told]) -> anyhow::Result<Vec<f64>> {
    let file = folder.0.join("makegood.db");
    let conn = rusqlite::Connection::open(file)?;
    let mut newest =
        conn.prepare("select mark, number from case_marks where mark = ?1 order by number desc limit 200")?;
    let mut times = vec![];
    for told in asked {
        let marks = memory::marks(told);
        let start = Instant::now();
        for mark in &marks {
            let mut rows = newest.query([mark])?;
            while let Some(row) = rows.next()? {
                let (mark, number): (String, i64) = (row.get(0)?, row.get(1)?);
                std::hint::black_box((mark, number));
            }
        }
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(times)
}
