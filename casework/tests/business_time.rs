//! Business time against a minute-by-minute walk, in many zones, above all in weeks in which the clock is changed. (R12)
mod support;

use std::collections::BTreeMap;

use casework::calendar::{Calendar, CalendarSpec, HolidayChoice, Why, Window};
use casework::holidays::Holidays;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;
use support::Walk;

/// Zones with changes by an hour, by half an hour, at midnight, backwards, of a whole day, and none at all.
const ZONES: [&str; 42] = [
    "UTC",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Europe/Athens",
    "Atlantic/Azores",
    "Atlantic/Reykjavik",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/Juba",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "America/Phoenix",
    "America/St_Johns",
    "America/Nuuk",
    "America/Havana",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/Asuncion",
    "America/Caracas",
    "America/Vancouver",
    "Antarctica/Troll",
    "Asia/Amman",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Almaty",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Pyongyang",
    "Asia/Riyadh",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Norfolk",
];

/// A walk goes no further than this many minutes; a question that needs more is not asked.
const FAR: usize = 12 * 1440;

#[derive(Debug, Clone)]
struct Asked {
    calendar: Calendar,
    start: Timestamp,
    minutes: u32,
    other: u32,
}

/// One day's hours: none, whole, plain, split, or across midnight.
fn hours() -> impl Strategy<Value = Vec<Window>> {
    let plain = (0u16..1380, 1u16..1440).prop_map(|(from, long)| vec![Window { from, to: (from + long).min(1440) }]);
    let edges = proptest::collection::btree_set(0u16..=1440, 4);
    let split = edges.prop_map(|edges| {
        let edges: Vec<u16> = edges.into_iter().collect();
        vec![Window { from: edges[0], to: edges[1] }, Window { from: edges[2], to: edges[3] }]
    });
    prop_oneof![
        2 => Just(Vec::new()),
        1 => Just(vec![Window { from: 0, to: 1440 }]),
        3 => plain,
        3 => split,
        // A night shift that begins late enough and ends early enough for its neighbours.
        2 => (1200u16..1440, 1u16..200).prop_map(|(from, after)| vec![Window { from, to: 1440 + after }]),
    ]
}

/// A moment near one of the zone's changes, or anywhere in 2008..2030.
fn start(zone: &TimeZone, any: i64, near: i64, change: usize, close: bool) -> Timestamp {
    let from: Timestamp = "2008-01-01T00:00:00Z".parse().expect("an instant");
    let anywhere = from + SignedDuration::from_mins(any);
    // Old zone files end with an entry at the last second of 32 bits, which is no change of the clock.
    let changes = zone.following(from).map(|change| change.timestamp()).take_while(|at| at.as_second() < 2_145_916_800);
    let changes: Vec<_> = changes.take(50).collect();
    match changes.is_empty() || !close {
        true => anywhere,
        false => changes[change % changes.len()] + SignedDuration::from_mins(near),
    }
}

/// A country with a holiday in the middle of every month.
fn rules() -> Holidays {
    let days = (1..=12).map(|month| format!("[[XX.holiday]]\nname = \"Middle of {month}\"\non = \"{month:02}-14\"\n"));
    toml::from_str(&format!("[XX]\nname = \"Anywhere\"\n{}", days.collect::<String>())).expect("the rules parse")
}

fn asked() -> impl Strategy<Value = Asked> {
    let week = proptest::array::uniform7(hours());
    let moment = (0i64..11_000_000, -4320i64..2880, 0usize..1000, proptest::bool::weighted(0.8));
    let exceptions = proptest::collection::vec((-3i64..6, hours()), 0..3);
    // Rules of this machine and of the program, which may be years apart; with and without holidays.
    let (rules, machine, program) = (rules(), jiff::tz::db(), TimeZoneDatabase::bundled());
    let either = (proptest::bool::ANY, proptest::bool::ANY);
    (0..ZONES.len(), either, week, moment, exceptions, 0u32..2000, 0u32..600).prop_filter_map(
        "the hours overlap or never are",
        move |(zone, (newer, closed), week, (any, near, change, close), exceptions, minutes, other)| {
            let zones = if newer { &program } else { machine };
            let tz = zones.get(ZONES[zone]).expect("a real zone");
            let start = start(&tz, any, near, change, close);
            let day = tz.to_datetime(start).date();
            let exceptions: BTreeMap<_, _> =
                exceptions.into_iter().map(|(days, hours)| (day + days.days(), hours)).collect();
            let holidays = closed.then(|| HolidayChoice { country: "XX".into(), region: None });
            let (name, zone) = ("Any".to_owned(), ZONES[zone].to_owned());
            let spec = CalendarSpec { name, version: 1, zone, week, exceptions, holidays };
            let calendar = Calendar::new(spec, tz, &rules).ok()?;
            Some(Asked { calendar, start, minutes, other })
        },
    )
}

/// The same answer by walking: the end of the last minute that is needed.
fn walked(asked: &Asked, paused: impl Fn(Timestamp) -> bool) -> Option<Timestamp> {
    let mut left = asked.minutes;
    let mut walk = Walk::new(&asked.calendar, asked.start);
    for _ in 0..FAR {
        if left == 0 {
            return Some(walk.minute().0).filter(|_| asked.minutes > 0).or(Some(asked.start));
        }
        let (at, open) = walk.minute();
        left -= u32::from(open && !paused(at));
    }
    None
}

fn midnight(calendar: &Calendar, at: Timestamp) -> Timestamp {
    calendar.zone().to_timestamp(calendar.local(at).date().into()).expect("far from the end of time")
}

fn cases() -> ProptestConfig {
    // A developer may ask for many more than everyone's test run can afford.
    let cases: u32 = std::env::var("MAKEGOOD_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(150);
    // About a third of what is made up has hours that overlap.
    let max_local_rejects = cases.saturating_mul(2).max(65_536);
    ProptestConfig { cases, failure_persistence: None, max_local_rejects, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn adding_minutes_agrees_with_a_walk_along_the_wall_clock(asked in asked()) {
        let Some(expected) = walked(&asked, |_| false) else { return Ok(()) };
        prop_assert_eq!(asked.calendar.add_minutes(asked.start, asked.minutes), Ok(expected));
    }

    #[test]
    fn being_open_and_the_next_opening_agree_with_a_walk(asked in asked()) {
        let mut walk = Walk::new(&asked.calendar, asked.start);
        let minutes: Vec<_> = (0..FAR / 4).map(|_| walk.minute()).collect();
        for (at, open) in minutes.iter().step_by(37) {
            prop_assert_eq!(asked.calendar.is_open(*at), *open, "at {}", at);
        }
        if let Some((at, _)) = minutes.iter().find(|(_, open)| *open) {
            prop_assert_eq!(asked.calendar.next_open(asked.start), Ok(*at));
        }
    }

    #[test]
    fn counting_between_agrees_with_a_walk(asked in asked()) {
        let (start, calendar) = (asked.start, &asked.calendar);
        let end = start + SignedDuration::from_mins(i64::from(asked.minutes) * 4);
        let mut walk = Walk::new(calendar, start);
        let open = (0..asked.minutes * 4).filter(|_| walk.minute().1).count();
        prop_assert_eq!(calendar.minutes_between(start, end), i64::try_from(open).expect("few minutes"));
        prop_assert_eq!(calendar.minutes_between(end, start), -i64::try_from(open).expect("few minutes"));
    }

    #[test]
    fn pauses_are_credited_exactly(asked in asked(), pauses in proptest::collection::vec((-600i64..3000, 0i64..900), 0..4)) {
        let minutes = |minutes| asked.start + SignedDuration::from_mins(minutes);
        let pauses: Vec<_> = pauses.into_iter().map(|(from, long)| (minutes(from), minutes(from + long))).collect();
        let paused = |at| pauses.iter().any(|(from, to)| *from <= at && at < *to);
        let Some(expected) = walked(&asked, paused) else { return Ok(()) };
        let due = asked.calendar.add_minutes_paused(asked.start, asked.minutes, &pauses);
        prop_assert_eq!(due, Ok(expected));
        let counted = asked.calendar.minutes_between_paused(asked.start, expected, &pauses);
        prop_assert_eq!(counted, i64::from(asked.minutes));
    }

    #[test]
    fn what_was_added_is_what_lies_between(asked in asked(), seconds in 0i64..60) {
        let start = asked.start + SignedDuration::from_secs(seconds);
        if let Ok(due) = asked.calendar.add_minutes(start, asked.minutes) {
            prop_assert_eq!(asked.calendar.minutes_between(start, due), i64::from(asked.minutes));
        }
    }

    #[test]
    fn more_time_is_never_due_earlier_and_two_parts_make_the_whole(asked in asked()) {
        let add = |from, minutes| asked.calendar.add_minutes(from, minutes);
        let (Ok(first), Ok(whole)) = (add(asked.start, asked.minutes), add(asked.start, asked.minutes + asked.other))
        else { return Ok(()) };
        prop_assert!(asked.start <= first && first <= whole);
        prop_assert_eq!(add(first, asked.other), Ok(whole));
    }

    #[test]
    fn a_later_start_is_never_due_earlier(asked in asked()) {
        let calendar = &asked.calendar;
        let later = asked.start + SignedDuration::from_mins(i64::from(asked.other));
        if let (Ok(one), Ok(two)) = (calendar.add_minutes(asked.start, asked.minutes), calendar.add_minutes(later, asked.minutes)) {
            prop_assert!(one <= two);
        }
        let days = asked.minutes % 30;
        // Within a repeated hour a later moment shows an earlier time of day, and the time of day is what is kept.
        prop_assume!(calendar.local(asked.start) <= calendar.local(later));
        if let (Ok(one), Ok(two)) = (calendar.add_days(asked.start, days), calendar.add_days(later, days)) {
            prop_assert!(one <= two, "{} days: {} but {}", days, one, two);
        }
    }

    #[test]
    fn working_days_are_counted_one_by_one(asked in asked()) {
        let (calendar, days) = (&asked.calendar, asked.minutes % 30);
        let Ok(due) = calendar.add_days(asked.start, days) else { return Ok(()) };
        prop_assert!(due >= asked.start);
        if let Ok(next) = calendar.add_days(asked.start, days + 1) {
            prop_assert!(due <= next);
        }
        // A due time is inside the hours of a working day or on their edge.
        if days > 0 {
            let just_before = due - SignedDuration::from_secs(1);
            prop_assert!(calendar.is_open(due) || calendar.is_open(just_before), "{} is outside hours", due);
        }
        let day = calendar.local(asked.start).date();
        let mut counted = calendar.add_dates(day, 0);
        for _ in 0..days {
            let Ok(date) = counted else { break };
            counted = calendar.add_dates(date.tomorrow().expect("far from the end"), 0);
        }
        prop_assert_eq!(calendar.add_dates(day, days).ok(), counted.ok());
        if let Ok(end) = counted {
            prop_assert_eq!(calendar.dates_between(day, end), i64::from(days));
        }
    }

    #[test]
    fn an_explanation_has_no_hole_and_counts_what_was_asked(asked in asked()) {
        let Ok(trace) = asked.calendar.trace_minutes(asked.start, asked.minutes) else { return Ok(()) };
        prop_assert_eq!(Ok(trace.due), asked.calendar.add_minutes(asked.start, asked.minutes));
        let mut at = asked.start;
        let mut counted = 0;
        for piece in &trace.pieces {
            prop_assert_eq!(piece.from, at);
            prop_assert!(piece.from < piece.to);
            at = piece.to;
            if let Why::Counted { minutes } = piece.why {
                counted += minutes;
            }
        }
        if trace.left_off == 0 {
            prop_assert_eq!((at, counted), (trace.due, asked.minutes));
        }
        let days = asked.other % 30;
        let Ok(trace) = asked.calendar.trace_days(asked.start, days) else { return Ok(()) };
        prop_assert_eq!(Ok(trace.due), asked.calendar.add_days(asked.start, days));
        prop_assert!(trace.pieces.windows(2).all(|two| two[0].to == two[1].from));
        prop_assert_eq!(trace.pieces.last().map_or(asked.start, |last| last.to), trace.due);
        let numbered = trace.pieces.iter().filter(|piece| matches!(piece.why, Why::Day { .. })).count();
        // A last day that is due at its very midnight has no length to show.
        let unseen = usize::from(days > 0 && trace.due == midnight(&asked.calendar, trace.due));
        prop_assert!((numbered..=numbered + unseen).contains(&(days as usize)));
    }
}
