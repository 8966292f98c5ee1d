//! What people say, and what is meant; read on a Monday at 10:30 in Warsaw, 03:30 in Austin.
use super::*;
use proptest::prelude::*;

fn zones() -> Zones {
    let zone = |name| TimeZone::get(name).expect("known");
    Zones { ours: zone("Europe/Warsaw"), theirs: zone("America/Chicago") }
}

/// Monday 23 November 2026.
fn now() -> Timestamp {
    "2026-11-23T09:30:00Z".parse().expect("an instant")
}

fn told(at: Timestamp) -> String {
    at.to_zoned(zones().ours).strftime("%a %d %b %H:%M").to_string()
}

fn said(words: &str) -> String {
    time(words, now(), &zones()).map_or("not understood".into(), told)
}

#[test]
fn s173_dates_as_people_say_them_become_exact() {
    for (words, meant) in [
        ("tomorrow morning", "Tue 24 Nov 09:00"),
        ("tomorrow 14:20", "Tue 24 Nov 14:20"),
        ("Fri 10", "Fri 27 Nov 10:00"),
        ("next friday 10:00", "Fri 27 Nov 10:00"),
        ("friday noon", "Fri 27 Nov 12:00"),
        ("Friday, 9.30", "Fri 27 Nov 09:30"),
        ("end of month", "Mon 30 Nov 17:00"),
        ("today", "Mon 23 Nov 17:00"),
        ("14:20", "Mon 23 Nov 14:20"),
        ("9:00", "Tue 24 Nov 09:00"),
        ("in 2 hours", "Mon 23 Nov 12:30"),
        ("in 2 h", "Mon 23 Nov 12:30"),
        ("in 90min", "Mon 23 Nov 12:00"),
        ("in half an hour", "Mon 23 Nov 11:00"),
        ("in two hours", "Mon 23 Nov 12:30"),
        ("20 min ago", "Mon 23 Nov 10:10"),
        ("yesterday 16:00", "Sun 22 Nov 16:00"),
        ("2026-12-01", "Tue 01 Dec 09:00"),
        ("2026-12-01 14:20", "Tue 01 Dec 14:20"),
        ("2026-12-01T08:15", "Tue 01 Dec 08:15"),
        ("2026-12-01T08:15:30Z", "Tue 01 Dec 09:15"),
        ("2026-12-01 3pm", "Tue 01 Dec 15:00"),
        ("1.12.2026 8:00", "Tue 01 Dec 08:00"),
        ("next week Tue 14", "Tue 01 Dec 14:00"),
        ("next week", "Mon 30 Nov 09:00"),
        ("Tue the 1st at 9", "Tue 01 Dec 09:00"),
        ("28 Nov", "Sat 28 Nov 09:00"),
        ("Sat 28 Nov, 14:00", "Sat 28 Nov 14:00"),
        ("November 28th at noon", "Sat 28 Nov 12:00"),
        ("12 Jan", "Tue 12 Jan 09:00"),
        ("20 Nov 14:00", "Fri 20 Nov 14:00"),
        ("the day after tomorrow at 8", "Wed 25 Nov 08:00"),
        ("by Friday", "Fri 27 Nov 17:00"),
        ("Friday five o'clock", "Fri 27 Nov 17:00"),
        ("Friday at half past nine", "Fri 27 Nov 09:30"),
        ("by end of day", "Mon 23 Nov 17:00"),
        ("Wed by noon", "Wed 25 Nov 12:00"),
        ("this afternoon", "Mon 23 Nov 14:00"),
        ("this morning 7:30", "Mon 23 Nov 07:30"),
        ("tomorrow afternoon 3:30", "Tue 24 Nov 15:30"),
        ("someday", "not understood"),
        ("32:00", "not understood"),
        ("Fri 28 Nov", "not understood"),
        ("", "not understood"),
    ] {
        assert_eq!(said(words), meant, "{words}");
    }
}

/// What the German help of a field proposes is understood, and a little more.
#[test]
fn s173_dates_as_germans_say_them_become_exact() {
    for (words, meant) in [
        ("morgen 9:00", "Tue 24 Nov 09:00"),
        ("morgen früh", "Tue 24 Nov 09:00"),
        ("heute früh 7:30", "Mon 23 Nov 07:30"),
        ("gestern 16:00", "Sun 22 Nov 16:00"),
        ("übermorgen um 14 Uhr", "Wed 25 Nov 14:00"),
        ("Fr 10", "Fri 27 Nov 10:00"),
        ("nächsten Freitag mittags", "Fri 27 Nov 12:00"),
        ("am Do. 14:20", "Thu 26 Nov 14:20"),
        ("nächste Woche Di 14", "Tue 01 Dec 14:00"),
        ("Monatsende", "Mon 30 Nov 17:00"),
        ("heute", "Mon 23 Nov 17:00"),
        ("in 2 Stunden", "Mon 23 Nov 12:30"),
        ("in 3 Tagen", "Thu 26 Nov 10:30"),
        ("vor 20 Minuten", "Mon 23 Nov 10:10"),
        ("1.12.2026 15:00", "Tue 01 Dec 15:00"),
        ("2.1. 8 Uhr", "Sat 02 Jan 08:00"),
        ("27. November um halb neun", "Fri 27 Nov 08:30"),
        ("9:00 ihrer Zeit", "Mon 23 Nov 16:00"),
        ("bis Freitag Mittag", "Fri 27 Nov 12:00"),
        ("31.2.2027", "not understood"),
        ("irgendwann", "not understood"),
    ] {
        assert_eq!(said(words), meant, "{words}");
    }
    for language in crate::words::Language::ALL {
        let proposed = crate::words::said_in(language, || crate::words::t("signals-until-start"));
        assert_eq!(said(&proposed), "Tue 24 Nov 09:00", "{proposed}");
    }
}

#[test]
fn a_short_word_is_a_day_only_where_a_time_is_told() {
    for text in ["We will do it", "so that they see it", "Wir do nothing"] {
        assert_eq!(dated(text, now(), &zones()), None, "{text}");
    }
}

#[test]
fn their_clock_is_theirs_and_the_day_is_the_day_there() {
    for (words, meant) in [
        ("their 9:00", "Mon 23 Nov 16:00"),
        ("their morning", "Mon 23 Nov 16:00"),
        ("tomorrow 9:00 their time", "Tue 24 Nov 16:00"),
        ("tomorrow their morning", "Tue 24 Nov 16:00"),
        ("Fri 16 their time", "Fri 27 Nov 23:00"),
        ("our 9:00", "Tue 24 Nov 09:00"),
    ] {
        assert_eq!(said(words), meant, "{words}");
    }
}

#[test]
fn a_day_alone_is_a_day_and_an_hour_is_none() {
    let day = |words| date(words, now(), &zones().ours).map(|d| d.to_string());
    assert_eq!(day("tomorrow").as_deref(), Some("2026-11-24"));
    assert_eq!(day("Fri").as_deref(), Some("2026-11-27"));
    assert_eq!(day("1.12.2026").as_deref(), Some("2026-12-01"));
    assert_eq!(day("Fri 10"), None);
    assert_eq!(day("2026-02-30"), None);
}

#[test]
fn a_way_forward_says_when_in_its_own_sentence() {
    let way = |words| dated(words, now(), &zones()).map(|(left, at)| format!("{left} | {}", told(at)));
    assert_eq!(way("New labels by courier, tomorrow 10").as_deref(), Some("New labels by courier | Tue 24 Nov 10:00"));
    assert_eq!(way("the file now, by 12:00 today").as_deref(), Some("The file now | Mon 23 Nov 12:00"));
    assert_eq!(way("New labels by courier"), None);
}

proptest! {
    /// Whatever is typed: nothing breaks.
    #[test]
    fn whatever_is_typed_is_read_without_harm(text in "\\PC{0,200}") {
        time(&text, now(), &zones());
        date(&text, now(), &zones().ours);
        dated(&text, now(), &zones());
    }

    /// Made of the words that matter, in any order and number.
    #[test]
    fn any_heap_of_time_words_is_read_without_harm(
        words in prop::collection::vec(prop::sample::select(vec![
            "by", "Friday", "tomorrow", "noon", "9", "10:30", "next week", "the", "28", "Nov", "2026", "their", "time", "in", "2", "hours",
            "end of day", "half past", "I'll", "send it", "and", ",", ".", "31", "Feb", "29th", "ago", "am", "pm", "99999", "o'clock",
        ]), 0..12)
    ) {
        let text = words.join(" ");
        dated(&text, now(), &zones());
        time(&text, now(), &zones());
    }

    /// Each day of the week and each hour is understood, whichever comes first, and lies within a week.
    #[test]
    fn a_weekday_and_an_hour_are_that_hour_of_that_day(day in 0usize..7, hour in 0i8..24, minute in 0i8..60) {
        let name = ["Mon", "Tuesday", "wed", "Thu", "friday", "SAT", "sunday"][day];
        for text in [format!("{name} {hour:02}:{minute:02}"), format!("{hour}:{minute:02} on {name}"), format!("{name}, at {hour}:{minute:02}")] {
            let at = time(&text, now(), &zones()).map(|at| at.to_zoned(zones().ours));
            let at = at.ok_or_else(|| TestCaseError::fail(text.clone()))?;
            prop_assert_eq!((at.hour(), at.minute()), (hour, minute), "{}", text);
            prop_assert_eq!(usize::from(at.weekday().to_monday_zero_offset().unsigned_abs()), day, "{}", text);
            let ahead = at.timestamp().duration_since(now());
            prop_assert!(ahead.as_hours() > 0 && ahead.as_hours() <= 24 * 8, "{}", text);
        }
    }
}
