//! How long a report takes from the facts of a case to its pages, beside what typst alone takes for a sheet of its own kind.
use super::Figure;
use anyhow::Context as _;
use casework::Case;
use casework::eight_d::{Outward, score};
use casework::parts::ReportStage;
use jiff::tz::TimeZone;
use makegood::eight_d::{Named, Report, fill, pages, sheet};
use std::hint::black_box;
use std::time::Instant;

/// Reports that are timed; the slowest but one of twenty counts.
const TIMES: usize = 20;
/// The case with everything in it, as the stories left it.
const WHOLE: &str = include_str!("../../../casework/tests/golden/whole_case.json");
/// A picture as a telephone sends it, small.
const SEAL: &[u8] = include_bytes!("../../../print/tests/seal.jpg");

/// # Errors
/// When a report cannot be set.
pub fn measure() -> anyhow::Result<Vec<Figure>> {
    let case: Case = serde_json::from_str(WHOLE)?;
    let files = [print::File { name: "seal".to_owned(), bytes: SEAL.to_vec() }];
    let ours = slowest(|n| {
        let report = report(&case, n);
        pages(&report, &files)?.context("this program was built without PDF")
    })?;
    // The same sheet, already laid out: what is left is typst, with our template.
    let sheets: Vec<print::Sheet> = (0..TIMES).map(|n| sheet::of(&report(&case, n + TIMES))).collect();
    let raw = slowest(|n| Ok(print::pdf(&sheets[n % TIMES], &files)?))?;
    let figure = |name, what: &str, value, wanted: &str| Figure {
        name,
        what: what.to_owned(),
        value,
        wanted: wanted.to_owned(),
    };
    Ok(vec![
        figure(
            "eight_d_pdf_ms",
            "a whole 8D, from the facts of the case to its PDF; the second slowest of 20",
            ours,
            "≤ 300",
        ),
        figure("eight_d_typst_ms", "typst alone, of the same sheets in the same run", raw, "beside it"),
    ])
}

/// Each with another day, so that nothing is remembered from the one before.
fn report(case: &Case, n: usize) -> Report {
    let hours = i64::try_from(n).unwrap_or(0) * 24;
    let now = case.opened_at + jiff::SignedDuration::from_hours(hours);
    let named = Named {
        person: &|id| format!("Colleague {id}"),
        contact: &|id| format!("Contact {id}"),
        from: "Hartmann Dichtungen",
        to: "Nordstern Fahrwerk GmbH",
        language: "en",
        zone: &TimeZone::UTC,
        now,
    };
    let mut report = fill(&Outward::of(case), ReportStage::EightD, &score(case, ReportStage::EightD), &named);
    let (file, name) = ("seal".to_owned(), "seal.jpg".to_owned());
    report.title = format!("{} ({n})", report.title);
    report.pictures =
        vec![makegood::eight_d::facts::Shown { file, name, words: format!("Picture {n}"), spots: vec![] }];
    report
}

fn slowest(mut make: impl FnMut(usize) -> anyhow::Result<Vec<u8>>) -> anyhow::Result<f64> {
    let mut times = vec![];
    for n in 0..TIMES {
        let start = Instant::now();
        let made = black_box(make(n)?);
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        anyhow::ensure!(made.starts_with(b"%PDF"), "no PDF came out");
    }
    times.sort_by(f64::total_cmp);
    Ok(times[TIMES - 2])
}
