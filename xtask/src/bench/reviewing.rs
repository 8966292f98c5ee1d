//! The review of a message: how long a page of text takes with its record, how many megabytes in a second, how long the rules take to load.
use super::{Figure, beside};
use proofread::{Draft, Person, Record, Reviewer};
use std::hint::black_box;
use std::time::Instant;

/// Reviews that are timed; the slowest of a hundred counts.
const TIMES: usize = 1_000;
/// Bytes that are read at once.
const BULK: usize = 8 << 20;
/// Messages that every checker reads.
const MESSAGES: usize = 120;
/// How often ours reads them all; once is too short for a clock.
const TIMES_OF_ALL: u32 = 20;
/// Words of a long message.
const WORDS: usize = 500;

const TEXT: &str = "Your order 47110 is late, and that is our mistake: we read the drill program of an old revision. I am sorry that this leaves your line 3 without boards before the fair. Ana Nowak is drilling the 120 boards again today and tests each of them. They leave us on 14 May by courier and are with you on 15 May before noon. There are two ways forward: we send you 40 boards today by car, or you wait for all of them. Which do you prefer? You can still change the address until Wednesday at 12:00. We are working diligently and apologize for any inconvenience this may have caused. Due to the fact that the supplier was late, it could not have been foreseen. I will call you on 13 May at 10:00, news or not. You reach me on +48 22 555 01 20 from 8:00 to 17:00 with anything that is unclear. ";

/// # Errors
/// When a pack is not in order.
pub fn measure() -> anyhow::Result<Vec<Figure>> {
    let reviewer = Reviewer::shipped().map_err(anyhow::Error::msg)?;
    let figures = vec![long_message(&reviewer)?, bulk(&reviewer), linear(&reviewer), load()?];
    let texts = messages();
    let mut all = vec![ours(&reviewer, &texts)];
    all.extend(beside::others(&texts)?);
    println!("{}", beside::table(&texts, &all));
    Ok(figures)
}

/// Messages of four to seven sentences, cut from the text at every place.
fn messages() -> Vec<String> {
    let sentences: Vec<&str> = TEXT.split_inclusive(". ").collect();
    let cut = |at: usize| sentences.iter().cycle().skip(at).take(4 + at % 4).copied().collect();
    (0..MESSAGES).map(cut).collect()
}

fn ours(reviewer: &Reviewer, texts: &[String]) -> beside::Timed {
    let once = || -> usize {
        texts.iter().map(|text| black_box(reviewer.review(&Draft { subject: None, text }, None)).findings.len()).sum()
    };
    let found = once();
    let start = Instant::now();
    for _ in 0..TIMES_OF_ALL {
        once();
    }
    let seconds = start.elapsed().as_secs_f64() / f64::from(TIMES_OF_ALL);
    beside::Timed { name: "makegood".to_owned(), seconds, found }
}

fn long_message(reviewer: &Reviewer) -> anyhow::Result<Figure> {
    let words: Vec<&str> = TEXT.split_whitespace().cycle().take(WORDS).collect();
    let text = words.join(" ");
    let record = record();
    let mut times = vec![];
    for _ in 0..TIMES {
        let start = Instant::now();
        let report = reviewer.review(&Draft { subject: Some("Order 47110: late"), text: &text }, Some(&record));
        black_box(serde_json::to_string(&report)?);
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    Ok(Figure {
        name: "p99_500_words_ms",
        what: "a message of 500 words with its record, to JSON".into(),
        value: times[TIMES * 99 / 100],
        wanted: "<= 1".into(),
    })
}

fn record() -> Record {
    Record {
        sent_at: Some(jiff::civil::date(2026, 5, 11).at(9, 0, 0, 0)),
        open: Some(true),
        problem: vec!["wrong holes".into()],
        impact: vec!["line 3 stands still before the fair".into()],
        cause: vec!["drill program of an old revision".into()],
        contact: Person { name: "Peter Lindqvist".into(), ..Person::default() },
        sender: Person { name: "Ana Nowak".into(), ..Person::default() },
        numbers: vec!["47110".into()],
        ..Record::default()
    }
}

fn seconds(reviewer: &Reviewer, text: &str) -> f64 {
    let start = Instant::now();
    black_box(reviewer.review(&Draft { subject: None, text }, None));
    start.elapsed().as_secs_f64()
}

fn bulk(reviewer: &Reviewer) -> Figure {
    let text = TEXT.repeat(BULK / TEXT.len());
    let best = (0..5).map(|_| seconds(reviewer, &text)).fold(f64::INFINITY, f64::min);
    Figure {
        name: "bulk_mb_per_s",
        what: format!("one text of {} MB", text.len() >> 20),
        value: text.len() as f64 / 1e6 / best,
        wanted: ">= 20".into(),
    }
}

/// Ten times the text, of the kind that makes searches slow.
fn linear(reviewer: &Reviewer) -> Figure {
    let hostile = "sorry for that we will if it may be that we are sorry but ".repeat(4_000);
    let best = |text: &str| (0..5).map(|_| seconds(reviewer, text)).fold(f64::INFINITY, f64::min);
    Figure {
        name: "ten_times_the_text",
        what: "how many times as long ten times a hostile text takes".into(),
        value: best(&hostile.repeat(10)) / best(&hostile),
        wanted: "<= 11".into(),
    }
}

/// The rules that come with the program, as if they were three hundred.
fn load() -> anyhow::Result<Figure> {
    let once = || {
        let start = Instant::now();
        let rules: usize = Reviewer::shipped()?.packs().iter().map(|p| p.rules.len()).sum();
        Ok((start.elapsed().as_secs_f64() * 1000.0, rules.max(1)))
    };
    let times: Vec<(f64, usize)> =
        (0..20).map(|_| once()).collect::<Result<_, String>>().map_err(anyhow::Error::msg)?;
    let best = times.iter().map(|(ms, _)| *ms).fold(f64::INFINITY, f64::min);
    let rules = times[0].1;
    Ok(Figure {
        name: "load_300_rules_ms",
        what: format!("{rules} rules from TOML to programs in {best:.1} ms, reckoned for 300"),
        value: best * 300.0 / rules as f64,
        wanted: "<= 10".into(),
    })
}
