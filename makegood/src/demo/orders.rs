//! What the order system of Nordlot Boards told, on two mornings: between them promises moved and goods left or did not.
use super::steps::Course;
use super::{Unfilled, when};
use crate::app::App;
use crate::import::orders::{self, Ask, Here, Mode, NotImported};
use crate::import::plan::Wishes;
use crate::import::progress::Silent;
use crate::import::source::Source;
use crate::sentence::say;
use jiff::{Span, Timestamp};

/// Order, customer's number and name, item, pieces, ordered on, promised for, promised for now, shipped, delivered; days from today.
type Line = (&'static str, &'static str, &'static str, &'static str, u32, i64, i64, i64, Option<i64>, Option<i64>);

const LINES: [Line; 17] = [
    // Moved, and nobody has told them.
    ("4417", "10023", "Kite Labs", "KB-7 rev C", 200, -21, 3, 8, None, None),
    ("4442", "10042", "Mills & Sons", "MS-3 green", 400, -14, 2, 6, None, None),
    // Over time.
    ("4431", "10017", "Acme Robotics", "KB-9", 120, -25, -2, -2, None, None),
    ("4409", "10031", "Borealis Instruments", "NB-12", 60, -30, -1, -1, Some(-3), None),
    ("4411", "10058", "Sakura Measuring", "SM-9", 80, -30, -1, -1, None, None),
    // There, and nobody has asked whether it is right.
    ("4388", "10042", "Mills & Sons", "MS-1", 150, -35, -7, -7, Some(-9), Some(-7)),
    ("4390", "10064", "Halden Medical", "HM-2", 40, -33, -6, -6, Some(-8), Some(-6)),
    ("4396", "10023", "Kite Labs", "KL-2", 60, -28, -5, -5, Some(-6), Some(-5)),
    ("4399", "10017", "Acme Robotics", "KB-7 rev C", 200, -26, -1, -1, Some(-3), Some(-1)),
    // Behind in their steps: a word today is early enough.
    ("4446", "10071", "Grazer Sensorik", "GS-22", 80, -19, 6, 6, None, None),
    ("4447", "10017", "Acme Robotics", "KB-9 rev B", 60, -22, 6, 6, None, None),
    ("4448", "10031", "Borealis Instruments", "NB-4", 40, -23, 2, 2, None, None),
    // On their way as promised.
    ("4440", "10058", "Sakura Measuring", "SM-4", 90, -6, 12, 12, None, None),
    ("4441", "10064", "Halden Medical", "HM-4", 30, -6, 9, 9, None, None),
    ("4443", "10031", "Borealis Instruments", "NB-4", 240, -5, 15, 15, None, None),
    ("4444", "10017", "Acme Robotics", "KB-9", 120, -4, 18, 18, None, None),
    ("4445", "10042", "Mills & Sons", "MS-7", 500, -3, 21, 21, None, None),
];

/// Order, the day they asked for, and the day they really need it where somebody asked them that (S012), days from today.
const ASKED: [(&str, i64, Option<i64>); 17] = [
    ("4417", 1, None),
    ("4442", 2, Some(9)),
    ("4431", -2, Some(0)),
    ("4409", -3, None),
    ("4411", -1, Some(3)),
    ("4388", -7, None),
    ("4390", -8, Some(-5)),
    ("4396", -5, None),
    ("4399", -1, Some(1)),
    ("4446", 6, Some(8)),
    ("4447", 5, None),
    ("4448", 2, Some(3)),
    ("4440", 12, None),
    ("4441", 7, Some(12)),
    ("4443", 15, None),
    ("4444", 14, None),
    ("4445", 21, None),
];

/// How many days an order is behind in its steps, where that shows.
const BEHIND: [(&str, i64); 7] =
    [("4417", 5), ("4442", 4), ("4431", 4), ("4411", 3), ("4446", 4), ("4447", 5), ("4448", 3)];

/// How each of these orders goes.
pub fn courses(now: Timestamp) -> impl Iterator<Item = Course> {
    let today = now.to_zoned(when::zone()).date();
    LINES.iter().map(move |line| Course {
        number: line.0.to_owned(),
        item: line.3.to_owned(),
        pieces: line.4.into(),
        promised: today.saturating_add(Span::new().days(line.6)),
        shipped: line.8.map(|shipped| today.saturating_add(Span::new().days(shipped))),
        behind: BEHIND.iter().find(|(number, _)| *number == line.0).map_or(0, |(_, days)| *days),
    })
}

/// The numbers of these orders; the year before leaves them out.
pub fn numbers() -> Vec<u32> {
    LINES.iter().filter_map(|line| line.0.parse().ok()).collect()
}

/// Imports both mornings, by the same function as the shell and the page.
pub async fn add(app: &App, now: Timestamp) -> Result<(), Unfilled> {
    let before = when::step("w-2 06:00", now).unwrap_or(now);
    let known = |line: &Line| line.6;
    let moved = |line: &Line| line.7;
    for (at, promised) in [(before, known as fn(&Line) -> i64), (now, moved)] {
        let csv = written(now, at, promised);
        let here = Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now: at, drawn: app.new_id() };
        let imported = tokio::task::spawn_blocking(move || import(&here, csv)).await;
        imported.map_err(|e| Unfilled::Story(e.to_string()))??;
    }
    Ok(())
}

fn import(here: &Here, csv: String) -> Result<(), Unfilled> {
    let source = Source::Upload { name: "orders.csv".into(), bytes: csv.into_bytes().into() };
    let ask =
        Ask { source, wishes: Wishes::default(), account: None, checks_from: None, mode: Mode::Keep, report: None };
    let odd = |not: NotImported| match not {
        NotImported::Cannot(why) => Unfilled::Story(say(&why.sentence(), here.calendar.zone())),
        NotImported::Fault(fault) => Unfilled::Fault(fault),
    };
    let plan = orders::prepare(here, &ask, &mut Silent).map_err(odd)?;
    let report = orders::run(here, &ask, &plan, &mut Silent).map_err(odd)?;
    if report.refused > 0 {
        return Err(Unfilled::Story(report.lines(here.calendar.zone()).join("; ")));
    }
    Ok(())
}

/// What they asked for, and what they need where anybody asked.
fn asked(order: &str) -> (Option<i64>, Option<i64>) {
    let line = ASKED.iter().find(|(known, ..)| *known == order);
    line.map_or((None, None), |(_, asked, needed)| (Some(*asked), *needed))
}

/// The file of one morning; what happened after `at` is not in it yet.
fn written(now: Timestamp, at: Timestamp, promised: impl Fn(&Line) -> i64) -> String {
    let today = now.to_zoned(when::zone()).date();
    let morning = at.to_zoned(when::zone()).date();
    let day = |n: i64| today.saturating_add(Span::new().days(n));
    let passed = |n: Option<i64>| n.map(day).filter(|d| *d <= morning).map(|d| d.to_string()).unwrap_or_default();
    let mut csv = String::from(
        "Order,Line,Customer No,Customer Name,Item,Quantity,Ordered,Requested,Promised,Needed By,Shipped,Delivered\n",
    );
    for line in LINES.iter().filter(|line| day(line.5) <= morning) {
        let (order, number, name, item, pieces, ordered, ..) = line;
        let (ordered, promised) = (day(*ordered), day(promised(line)));
        let (asked, needed) = asked(order);
        let written = |n: Option<i64>| n.map(|n| day(n).to_string()).unwrap_or_default();
        csv.push_str(&format!(
            "{order},10,{number},{name},{item},{pieces},{ordered},{},{promised},{},{},{}\n",
            written(asked),
            written(needed),
            passed(line.8),
            passed(line.9)
        ));
    }
    csv
}
