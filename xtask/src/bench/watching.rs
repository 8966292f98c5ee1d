//! The watch: a full look over many open lines, and what one more fact costs. Pure, so nothing but the rules is measured.

use std::{
    cell::RefCell,
    collections::HashMap,
    time::{Duration, Instant},
};

use anyhow::ensure;
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, date},
    tz::TimeZone,
};
use watch::{
    Ground, LineKey, When,
    book::{Book, Taken},
    fact::{Dated, Fact, What},
    slip::{Ended, History, Late, Stage, Standing},
    story::{Milestone, Places},
};

use super::Figure;

/// Facts taken and looked at, one by one.
const FACTS: usize = 10_000;
/// Looks are halved between so many threads, as many as the wanted figure speaks of.
const THREADS: usize = 2;

/// # Errors
/// When the watch finds nothing, so that nothing was measured.
pub fn measure(lines: usize) -> anyhow::Result<Vec<Figure>> {
    let history = history();
    let mut books: Vec<Book> = (0..THREADS).map(|_| Book::default()).collect();
    for n in 0..lines {
        for fact in facts(n) {
            books[n % THREADS].take(fact);
        }
    }
    let started = Instant::now();
    let found: usize = std::thread::scope(|scope| {
        let looking: Vec<_> = books.iter().map(|book| scope.spawn(|| look(book, &history))).collect();
        looking.into_iter().map(|one| one.join().unwrap_or_default()).sum()
    });
    let full = started.elapsed();
    ensure!(found > 0, "a look over {lines} lines found nothing");
    let one = one_fact(&mut books[0], &history, lines)?;
    Ok(vec![
        Figure {
            name: "full_look_1m_s",
            what: format!("{lines} open lines with twelve facts each, all rules, {THREADS} threads; {found} findings"),
            value: full.as_secs_f64(),
            wanted: "at most 30".into(),
        },
        Figure {
            name: "one_fact_ms",
            what: format!("one fact taken and its line looked at, the slowest of a hundred of {FACTS}"),
            value: one.as_secs_f64() * 1_000.0,
            wanted: "at most 5".into(),
        },
    ])
}

fn on_ground<T>(work: impl FnOnce(&Ground<'_>) -> T) -> T {
    // Working days are counted as the program counts them: each day once.
    let known = RefCell::new(HashMap::new());
    let reckon = |at: Timestamp, days: u32| at + SignedDuration::from_hours(24 * i64::from(days + days / 5 * 2));
    let after = |at: Timestamp, days: u32| *known.borrow_mut().entry((at, days)).or_insert_with(|| reckon(at, days));
    let now = Timestamp::constant(1_795_180_800, 0);
    work(&Ground { now, zone: &TimeZone::UTC, working_days_after: &after })
}

fn look(book: &Book, history: &History) -> usize {
    let mut found = 0;
    on_ground(|ground| book.look(history, ground, |_, findings| found += findings.len()));
    found
}

fn one_fact(book: &mut Book, history: &History, lines: usize) -> anyhow::Result<Duration> {
    let mut took = Vec::with_capacity(FACTS);
    for n in 0..FACTS {
        let line = (n * THREADS * 7) % lines / THREADS * THREADS;
        let moved = When::Day(date(2026, 12, 1 + (n % 28) as i8));
        let known_at = Timestamp::constant(1_795_180_000 + n as i64, 0);
        let fact = Fact { line: key(line), known_at, what: What::Promised { day: moved, told_at: None } };
        let started = Instant::now();
        let taken = book.take(fact);
        on_ground(|ground| drop(book.look_at(&key(line), history, ground)));
        took.push(started.elapsed());
        ensure!(taken == Taken::Changed, "a new promise changed nothing");
    }
    took.sort_unstable();
    took.get(took.len() * 99 / 100).copied().ok_or_else(|| anyhow::anyhow!("nothing was measured"))
}

fn key(n: usize) -> LineKey {
    LineKey { order_no: format!("A-{}", n / 3), line_no: (n % 3 + 1).to_string() }
}

fn day(n: usize, from: Date, spread: usize) -> When {
    When::Day(from.checked_add(jiff::Span::new().days((n % spread) as i64)).unwrap_or(from))
}

/// A line as a plant has it: four dates, its places, five steps, a purchase of its own.
fn facts(n: usize) -> Vec<Fact> {
    let known_at = Timestamp::constant(1_793_000_000, 0);
    let ordered = day(n, date(2026, 10, 5), 40);
    let promised = day(n * 13, date(2026, 11, 10), 60);
    let mut all = vec![
        What::Item { item: Some(format!("KB-{}", n % 5_000)), quantity: Some("120".into()) },
        What::Places(places(n)),
        What::Date(Dated::Ordered, Some(ordered)),
        What::Date(Dated::Acknowledged, Some(ordered)),
        What::Date(Dated::Requested, Some(promised)),
        What::Date(Dated::Ready, Some(day(n * 7, date(2026, 11, 8), 60))),
        What::Promised { day: promised, told_at: Some(known_at) },
    ];
    for (at, name) in ["cut", "drilled", "plated", "tested", "packed"].into_iter().enumerate() {
        let planned = Some(day(n + at * 2, date(2026, 11, 10), 50));
        let actual = planned.filter(|_| !(n + at).is_multiple_of(3));
        all.push(What::Milestone { name: name.into(), step: Milestone { planned, actual } });
    }
    all.into_iter().map(|what| Fact { line: key(n), known_at, what }).collect()
}

fn places(n: usize) -> Places {
    Places {
        item_group: Some(format!("group {}", n % 40)),
        supplier: Some(format!("supplier {}", n % 300)),
        work_centre: Some(format!("line {}", n % 12)),
        route: Some(format!("route {}", n % 25)),
    }
}

/// A past of twenty thousand lines, one in eleven of them late.
fn history() -> History {
    let mut history = History::default();
    for n in 0..20_000_usize {
        let places = places(n);
        let stood = (0..20)
            .map(|left| Standing {
                stage: if left > 6 { Stage::Confirmed } else { Stage::Ready },
                for_days: 20 - left,
                promised_in: Some(30),
                left,
                reached: None,
                places: &places,
            })
            .collect();
        let late = if n.is_multiple_of(11) { Late::Yes } else { Late::No };
        let known = date(2026, 6, 1).checked_add(jiff::Span::new().days((n / 200) as i64)).unwrap_or(Date::MAX);
        history.learn(&Ended { stood, late, came: Some(if late == Late::Yes { 4 } else { -3 }) }, known);
    }
    history
}
