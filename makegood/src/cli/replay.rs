//! `watch replay`: a past year of orders, day by day, and how good the watch would have been. It opens no database.
//!
//! Exit codes: 0 replayed · 2 the file or what was said about it is not understood.
use super::host::line;
use super::import::wishes_of;
use crate::import::{
    past::{self, Problems},
    progress::{self, Progress, Stage},
    report::refusal_line,
    source::Source,
    why::CannotStart,
};
use crate::sentence::say;
use crate::words::{Value, t, t_with};
use clap::ArgMatches;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use watch::{
    Ground,
    replay::{Period, Score, replay},
};

const UNREADABLE: u8 = 2;
/// A map is a line for each field.
const MAP_BYTES: u64 = 64 * 1024;

pub fn run(matches: &ArgMatches) -> ExitCode {
    let mut progress = progress::for_shell();
    match replayed(matches, progress.as_mut()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            progress.finish();
            // Nobody may be there to read it.
            drop(writeln!(std::io::stderr(), "makegood: {}", say(&why.sentence(), &TimeZone::UTC)));
            ExitCode::from(UNREADABLE)
        }
    }
}

fn replayed(matches: &ArgMatches, progress: &mut dyn Progress) -> Result<(), CannotStart> {
    let source = Source::File(matches.get_one::<PathBuf>("orders").cloned().unwrap_or_default());
    let mut wishes = wishes_of(matches)?;
    wishes.maps = maps(&wishes.maps)?;
    let read = past::read(&source, &wishes, &TimeZone::UTC, progress)?;
    progress.finish();
    let promised = read.past.iter().filter_map(|one| one.line.first_promised.or(one.line.promised));
    let days: Vec<Date> = promised.map(|when| when.day(&read.plan.zone)).collect();
    let said = |name: &str| matches.get_one::<Date>(name).copied();
    let first = said("from").or_else(|| days.iter().min().copied());
    let last = said("to").or_else(|| days.iter().max().copied());
    let (Some(from), Some(to)) = (first, last) else { return Err(CannotStart::Empty) };
    let period = Period { from, to };
    let score = score(&read.past, period, &read.plan.zone, progress);
    progress.finish();
    if matches.get_flag("json") {
        line(&json(&read, period, &score).to_string());
    } else {
        told(&read, period, &score);
    }
    Ok(())
}

/// Fields and columns as they were said: one by one, several with commas between, or the name of a file with one on each line.
fn maps(said: &[String]) -> Result<Vec<String>, CannotStart> {
    let mut all = Vec::new();
    for one in said {
        let text = if one.contains('=') { one.replace(',', "\n") } else { file(one)? };
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        all.extend(lines.map(str::to_owned));
    }
    Ok(all)
}

fn file(name: &str) -> Result<String, CannotStart> {
    use std::io::Read as _;
    let mut text = String::new();
    let read = std::fs::File::open(Path::new(name)).and_then(|file| file.take(MAP_BYTES).read_to_string(&mut text));
    read.map_err(|error| CannotStart::Unreadable { file: name.to_owned(), why: error.to_string() })?;
    Ok(text)
}

/// Replays with the watch's own rules; Monday to Friday are working days, as no file of orders says otherwise.
pub fn score(past: &[watch::replay::Past], period: Period, zone: &TimeZone, progress: &mut dyn Progress) -> Score {
    let after = |at: Timestamp, days: u32| weekdays_after(at, days, zone);
    let ground = Ground { now: Timestamp::MIN, zone, working_days_after: &after };
    let mut mornings = 0;
    replay(past, period, &ground, |_, _| {
        mornings += 1;
        progress.at(Stage::Replaying, mornings, None);
    })
}

fn weekdays_after(at: Timestamp, days: u32, zone: &TimeZone) -> Timestamp {
    use jiff::{ToSpan as _, civil::Weekday};
    let mut day = at.to_zoned(zone.clone());
    let mut left = days;
    while left > 0 {
        let Ok(next) = day.checked_add(1.day()) else { break };
        day = next;
        left -= u32::from(!matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
    }
    day.timestamp()
}

/// The measures with their names, as other programs read them.
pub fn figures(score: &Score) -> Vec<(&'static str, Option<f64>)> {
    let share = |of: u64, all: u64| (all > 0).then(|| of as f64 / all as f64);
    let in_time = score.lines - score.late;
    vec![
        ("recall_3d", score.recall_3_days()),
        ("recall_7d", score.recall_7_days()),
        ("false_alarm_rate", score.false_alarm_rate()),
        ("precision", score.precision()),
        ("lead_days_median", score.median_lead.map(f64::from)),
        ("brier", score.brier),
        ("brier_base_rate", score.brier_base),
        ("brier_countdown", score.brier_countdown),
        ("calibration_off_by", score.calibration.off_by()),
        ("countdown_recall_3d", share(score.countdown_caught, score.late)),
        ("countdown_false_alarm_rate", share(score.countdown_false, in_time)),
        ("surveys_before_delivery", Some(score.surveys_before_delivery as f64)),
    ]
}

fn told(read: &past::Read, period: Period, score: &Score) {
    read.plan.lines().iter().for_each(|said| line(said));
    tell_problems(&read.refused, "replay-refused", &read.plan.zone);
    tell_problems(&read.left_empty, "replay-left-empty", &read.plan.zone);
    for (why, count) in &score.left_out {
        line(&t_with(&format!("replay-left-out-{}", why.word()), &[("count", (*count).into())]));
    }
    line("");
    let period: [(&str, Value<'_>); 4] = [
        ("from", period.from.to_string().into()),
        ("to", period.to.to_string().into()),
        ("lines", score.lines.into()),
        ("late", score.late.into()),
    ];
    line(&t_with("replay-head", &period));
    line(&t_with(
        "replay-caught",
        &[
            ("caught", score.caught.into()),
            ("late", score.late.into()),
            ("three", score.caught_3_days.into()),
            ("seven", score.caught_7_days.into()),
        ],
    ));
    line(&t_with(
        "replay-false",
        &[("false", score.false_alarms.into()), ("lines", (score.lines - score.late).into())],
    ));
    line(&t_with(
        "replay-countdown",
        &[
            ("caught", score.countdown_caught.into()),
            ("late", score.late.into()),
            ("false", score.countdown_false.into()),
        ],
    ));
    if score.never_came > 0 {
        let values = [("count", score.never_came.into()), ("called", score.never_came_called.into())];
        line(&t_with("replay-never-came", &values));
    }
    line(&t_with(
        "replay-surveys",
        &[("surveys", score.surveys.into()), ("early", score.surveys_before_delivery.into())],
    ));
    tell_calibration(score);
    tell_missed(read, score);
    line("");
    for (name, value) in figures(score) {
        match value {
            Some(value) => line(&format!("figure {name} {value:.4}")),
            None => line(&format!("figure {name} -")),
        }
    }
}

fn tell_problems(problems: &Problems, key: &str, zone: &TimeZone) {
    if problems.count == 0 {
        return;
    }
    line(&t_with(key, &[("count", problems.count.into())]));
    for problem in &problems.named {
        line(&format!("  {}", refusal_line(problem, zone)));
    }
    let more = problems.count - problems.named.len() as u64;
    if more > 0 {
        line(&format!("  {}", t_with("replay-more", &[("count", more.into())])));
    }
}

fn tell_calibration(score: &Score) {
    line(&t("replay-calibration"));
    for bin in score.calibration.bins.iter().filter(|bin| bin.n > 0) {
        let mean = |sum: f64| (sum / bin.n as f64 * 100.0).round() as i64;
        let values: [(&str, Value<'_>); 3] =
            [("n", bin.n.into()), ("said", mean(bin.said).into()), ("came", mean(bin.came).into())];
        line(&format!("  {}", t_with("replay-bin", &values)));
    }
    if score.without_history > 0 {
        line(&format!("  {}", t_with("replay-without-history", &[("count", score.without_history.into())])));
    }
}

fn tell_missed(read: &past::Read, score: &Score) {
    if score.missed.is_empty() {
        return;
    }
    let rows: Vec<String> = score.missed.iter().filter_map(|at| read.rows.get(*at)).map(u64::to_string).collect();
    line(&t_with("replay-missed", &[("rows", rows.join(", ").into())]));
}

fn json(read: &past::Read, period: Period, score: &Score) -> serde_json::Value {
    let bins: Vec<serde_json::Value> = score
        .calibration
        .bins
        .iter()
        .map(|bin| serde_json::json!({ "n": bin.n, "said": bin.said, "came": bin.came }))
        .collect();
    let left: serde_json::Map<String, serde_json::Value> =
        score.left_out.iter().map(|(why, count)| (why.word().to_owned(), (*count).into())).collect();
    let problem = |problem: &crate::import::order_rows::RowProblem| serde_json::json!({ "row": problem.row, "column": problem.column, "value": problem.value });
    let problems = |all: &Problems| serde_json::json!({ "count": all.count, "first": all.named.iter().map(problem).collect::<Vec<_>>() });
    let mut told = serde_json::json!({
        "from": period.from.to_string(),
        "to": period.to.to_string(),
        "lines": score.lines,
        "late": score.late,
        "called": score.called,
        "never_came": score.never_came,
        "never_came_called": score.never_came_called,
        "caught": score.caught,
        "false_alarms": score.false_alarms,
        "calibration": bins,
        "without_history": score.without_history,
        "left_out": left,
        "refused": problems(&read.refused),
        "left_empty": problems(&read.left_empty),
        "missed_rows": score.missed.iter().filter_map(|at| read.rows.get(*at)).collect::<Vec<_>>(),
    });
    for (name, value) in figures(score) {
        told[name] = value.into();
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_said_one_by_one_with_commas_or_in_a_file() {
        let name = std::env::temp_dir().join(format!("makegood-map-{}.txt", std::process::id()));
        std::fs::write(&name, "# ours\npromised=Due Date\n\nordered=Entered\n").unwrap();
        let said = ["order=No,line=Pos".to_owned(), name.display().to_string()];
        assert_eq!(maps(&said).unwrap(), ["order=No", "line=Pos", "promised=Due Date", "ordered=Entered"]);
        std::fs::remove_file(&name).unwrap();
        assert!(maps(&["nowhere.txt".to_owned()]).is_err());
    }
}
