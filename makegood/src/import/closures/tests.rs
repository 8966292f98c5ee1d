//! Closures as calendar programs write them, and files that are odd in every way.
use super::*;
use jiff::civil::date as day;

const TODAY: Date = day(2026, 11, 23);

fn file(entries: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{entries}END:VCALENDAR\r\n")
}
fn entry(lines: &str) -> String {
    format!("BEGIN:VEVENT\n{lines}END:VEVENT\n")
}
fn closures(entries: &str) -> Closures {
    read(file(entries).as_bytes(), TODAY).unwrap()
}
fn why(entry_lines: &str) -> Why {
    let found = closures(&entry(entry_lines));
    assert!(found.days.is_empty(), "{found:?}");
    found.problems.into_iter().next().expect("a problem").why
}

#[test]
fn whole_days_are_taken_with_their_names_and_the_end_is_the_day_after() {
    let found = closures(&entry(
        "SUMMARY:Company holidays\\, Warsaw\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\n\
         BEGIN:VALARM\nDURATION:PT5M\nDTSTART:20260101\nEND:VALARM\n",
    ));
    let days: Vec<(String, &str)> = found.days.iter().map(|(day, name)| (day.to_string(), name.as_str())).collect();
    let name = "Company holidays, Warsaw";
    assert_eq!(days, [("2026-12-24".into(), name), ("2026-12-25".into(), name), ("2026-12-26".into(), name)]);
    assert!(found.problems.is_empty() && found.entries == 1);
}

#[test]
fn one_day_is_one_day_however_it_is_written() {
    for lines in [
        "DTSTART:20270104\n",
        "DTSTART;VALUE=DATE:20270104\nDTEND;VALUE=DATE:20270104\n",
        "DTSTART:20270104T000000\nDTEND:20270105T000000\n",
        "DTSTART;TZID=\"Europe/Warsaw:1\":20270104T000000Z\nDURATION:P1D\n",
        "SUMMARY:A very long\n  name\nDTSTART:20270104\n",
    ] {
        let found = closures(&entry(lines));
        assert_eq!(found.days.keys().copied().collect::<Vec<_>>(), [day(2027, 1, 4)], "{lines}");
    }
    let folded = closures(&entry("SUMMARY:A very\n  long name\nDTSTART:20270104\n"));
    assert_eq!(folded.days.values().next().unwrap(), "A very long name");
}

#[test]
fn every_year_means_every_year_until_it_ends() {
    let found =
        closures(&entry("DTSTART:20201231\nRRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31;UNTIL=20271231T000000Z\n"));
    assert_eq!(found.days.keys().copied().collect::<Vec<_>>(), [day(2026, 12, 31), day(2027, 12, 31)]);
    let twice = closures(&entry("DTSTART:20261228\nRRULE:FREQ=YEARLY;COUNT=2\nEXDATE;VALUE=DATE:20271228\n"));
    assert_eq!(twice.days.keys().copied().collect::<Vec<_>>(), [day(2026, 12, 28)]);
}

#[test]
fn what_is_over_far_ahead_or_called_off_is_left_out_without_a_complaint() {
    for lines in ["DTSTART:20200101\n", "DTSTART:20390101\n", "DTSTART:20261224\nSTATUS:CANCELLED\n"] {
        let found = closures(&entry(lines));
        assert_eq!((found.days.len(), found.left_out, found.problems.len()), (0, 1, 0), "{lines}");
    }
}

#[test]
fn an_entry_that_cannot_be_taken_is_named_with_its_line_and_the_others_are_taken() {
    let bad = entry("SUMMARY:Lunch\nDTSTART:20261224T120000\nDTEND:20261224T130000\n");
    let good = entry("SUMMARY:Christmas Eve\nDTSTART:20261224\n");
    let found = closures(&format!("{bad}{good}"));
    assert_eq!(found.problems, [Problem { line: 3, name: "Lunch".into(), why: Why::HasHours }]);
    assert_eq!(found.days.len(), 1);
}

#[test]
fn each_reason_is_told_apart() {
    assert_eq!(why("SUMMARY:x\n"), Why::NoStart);
    assert_eq!(why("DTSTART:soon\n"), Why::NoDate("soon".into()));
    assert_eq!(why("DTSTART:20261399\n"), Why::NoDate("20261399".into()));
    assert_eq!(why("DTSTART:20261224\nDTEND:20261220\n"), Why::EndsBeforeItBegins);
    assert_eq!(why("DTSTART:20261224\nDURATION:PT4H\n"), Why::HasHours);
    assert_eq!(why("DTSTART:20261224\nDTEND:20280101\n"), Why::TooLong(373));
    assert_eq!(why("DTSTART:20261224\nRRULE:FREQ=WEEKLY\n"), Why::Repeats("FREQ=WEEKLY".into()));
    let cut = read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224\n", TODAY).unwrap();
    assert_eq!(cut.problems[0].why, Why::NeverEnds);
}

#[test]
fn what_is_no_calendar_is_none() {
    assert_eq!(read(b"Order;Customer\n1;2", TODAY), Err(NoCalendar::NotOne));
    assert_eq!(read(b"\xff\xfe\x00", TODAY), Err(NoCalendar::NotOne));
    let many = file(&entry("DTSTART:20261224\n").repeat(ENTRIES_AT_MOST + 1));
    assert_eq!(read(many.as_bytes(), TODAY), Err(NoCalendar::TooManyEntries));
}

/// Files of other people, among them broken ones: each is read to its end, and what is taken is a day.
#[test]
fn files_of_other_programs_are_read_to_their_end() {
    let Some(data) = crate::import::outside_folder().map(|folder| folder.join("icalendar/calendars")) else { return };
    let folder = std::fs::read_dir(data).unwrap();
    let (mut files, mut entries, mut days) = (0, 0, 0);
    for file in folder.flatten() {
        let bytes = std::fs::read(file.path()).unwrap();
        files += 1;
        for year in (1996..2026).step_by(3) {
            let Ok(found) = read(&bytes, day(year, 6, 1)) else { break };
            assert!(found.problems.len() + found.left_out <= found.entries, "{}", file.path().display());
            entries += found.entries;
            days += found.days.len();
        }
    }
    println!("{files} files, {entries} entries, {days} closed days");
    assert!(files > 50 && entries > 500 && days > 5, "{files} {entries} {days}");
}
