//! Lines like it came late too often for nobody to call (W03).

use crate::{
    Confidence, Ground, Line, When,
    finding::{Arg, Finding, Kind, Sentence},
    rules::silent_slip,
    slip::{Estimate, History, Stage, Standing, steps},
    story::Story,
};

/// Found before the promised day, by the firm's own past; where it has none, by the bare countdown.
pub fn check(story: &Story, history: &History, ground: &Ground) -> Option<Finding> {
    let line = &story.line;
    let promised = line.promised?;
    let stood = standing(story, ground)?;
    let estimate = history.estimate(&stood);
    if !history.guard.calls(stood.left, estimate.as_ref()) {
        return None;
    }
    let finding = Finding::of(Kind::PredictedLate, &line.key, &promised.to_string(), ground.now, ground)
        .with("promised", Arg::When(promised))
        .with("left", Arg::Count(stood.left.into()))
        .owed(silent_slip::tell_by(ground.now, promised, ground));
    Some(match estimate {
        Some(estimate) => likely(finding, &estimate),
        None => Finding { confidence: Confidence::NoHistory, ..finding }.said("signal-predicted-no-history"),
    })
}

/// What shows that it went well after all: it was there by the day that the signal was about.
pub fn came_in_time(line: &Line, promised: When, ground: &Ground) -> Option<Sentence> {
    let delivered = line.delivered.filter(|at| at.begins(ground.zone) <= ground.now)?;
    (!delivered.surely_after(promised, ground.zone)).then(|| {
        Sentence::new(
            "signal-restored-delivered",
            [
                ("line", Arg::Text(line.key.to_string())),
                ("delivered", Arg::When(delivered)),
                ("target", Arg::When(promised)),
            ],
        )
    })
}

fn likely(finding: Finding, estimate: &Estimate) -> Finding {
    let per_cent = (estimate.late.clamp(0.0, 1.0) * 100.0).round() as u8;
    let confidence = Confidence::Share { per_cent, of: estimate.n };
    let finding = Finding { confidence, ..finding };
    finding.with("chance", Arg::Count(per_cent.into())).with("lines", Arg::Count(estimate.n.into()))
}

/// Where an open line stands today; nothing for one that nobody waits for, that has no day, or whose day is over.
pub fn standing<'a>(story: &'a Story, ground: &Ground) -> Option<Standing<'a>> {
    let line = &story.line;
    let promised = line.promised.filter(|_| story.is_waited_for())?.day(ground.zone);
    let today = crate::When::At(ground.now).day(ground.zone);
    let since = |other: jiff::civil::Date, day: jiff::civil::Date| other.until(day).map_or(0, |span| span.get_days());
    // To the end of the promised day, as a replay counts.
    let left = since(today, promised) + 1;
    if !(1..=crate::slip::FAREST).contains(&left) {
        return None;
    }
    let happened = |when: Option<crate::When>| when.map(|when| when.day(ground.zone)).filter(|day| *day < today);
    let steps = [
        (happened(line.ordered), Stage::Ordered),
        (happened(story.acknowledged), Stage::Confirmed),
        (happened(line.ready), Stage::Ready),
        (happened(line.shipped), Stage::Shipped),
    ];
    let (reached, stage) =
        steps.into_iter().filter_map(|(day, stage)| Some((day?, stage))).max().unwrap_or((today, Stage::Ordered));
    let promised_in = line.ordered.map(|ordered| since(ordered.day(ground.zone), promised));
    let day = |when: Option<When>| when.map(|when| when.day(ground.zone));
    let steps = story.milestones.iter().map(|(name, step)| (name.as_str(), day(step.planned), day(step.actual)));
    let for_days = since(reached, today);
    Some(Standing { stage, for_days, promised_in, left, reached: steps::reached(steps, today), places: &story.places })
}
