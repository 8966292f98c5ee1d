//! Rows of real and of broken order files.

use super::*;
use crate::import::{
    csv_source::{CsvSource, Said, Step},
    headers::{guess, override_with},
    outside,
    survey::survey,
};
use watch::{Ground, Oddity, oddities};

type Read = (Vec<OrderRow>, Vec<RowProblem>);

fn try_read(bytes: &[u8], maps: &[&str], said: Option<Order>) -> Result<Read, CannotStart> {
    let open = || CsvSource::open(bytes, Said::default()).unwrap();
    let survey = survey(&mut open(), |_| {}).unwrap();
    let mut guesses = guess(&survey.columns);
    let maps: Vec<String> = maps.iter().map(|map| (*map).to_owned()).collect();
    override_with(&mut guesses, &survey.headers, &maps).map_err(CannotStart::Map)?;
    let reader = RowReader::new(&survey, &guesses, said, &TimeZone::UTC, Manner::Table)?;
    let (mut source, mut row, mut rows, mut refused) = (open(), Row::default(), Vec::new(), Vec::new());
    while let Step::Row(_) = source.read(&mut row).unwrap() {
        match reader.read(&row) {
            Ok(read) => rows.push(read),
            Err(problem) => refused.push(problem),
        }
    }
    Ok((rows, refused))
}

fn read(text: &str) -> Read {
    try_read(text.as_bytes(), &[], None).unwrap()
}

#[test]
fn a_row_becomes_a_line() {
    let (rows, refused) = read(
        "Order No;Line;Customer;Customer PO;Item;Qty;Requested Date;Promise Date;Ship Date;Delivered;Status\n\
         4711;10;Acme;PO-9;PCB-4L;12;01.11.2026;20.11.2026;;;in production\n",
    );
    assert_eq!(refused, []);
    let row = &rows[0];
    assert_eq!((row.row, row.customer.as_deref(), row.line.key.to_string()), (2, Some("Acme"), "4711/10".into()));
    assert_eq!(row.line.promised, Some("2026-11-20".parse().unwrap()));
    assert_eq!(row.line.requested, Some("2026-11-01".parse().unwrap()));
    assert_eq!((row.line.standing, row.line.need_by), (Standing::Open, None));
}

/// S012: the date the customer needs is asked for; a requested date is never copied into it.
#[test]
fn s012_need_by_stays_unknown_when_no_column_says_it() {
    let (rows, _) = read("order no,requested date,promise date,delivered\n1,2026-11-01,2026-11-20,\n");
    assert_eq!(rows[0].line.need_by, None);
}

#[test]
fn a_broken_promise_date_refuses_the_row_with_its_number_and_value() {
    let (rows, refused) = read("order no,promise date,delivered\n1,2026-11-20,\n2,31.04.2026,\n3,someday,\n4,tbd,\n");
    assert_eq!(rows.iter().map(|row| row.line.key.order_no.as_str()).collect::<Vec<_>>(), ["1", "4"]);
    assert_eq!(rows[1].line.promised, None);
    assert_eq!(
        refused,
        [
            RowProblem {
                row: 3,
                column: "promise date".into(),
                value: "31.04.2026".into(),
                why: Why::NoDate(NoDate::NoSuchDay)
            },
            RowProblem {
                row: 4,
                column: "promise date".into(),
                value: "someday".into(),
                why: Why::NoDate(NoDate::NotADate)
            },
        ]
    );
}

#[test]
fn a_row_without_an_order_number_is_refused() {
    let (_, refused) = read("order no,promise date,delivered\n,2026-11-20,\n");
    assert_eq!(refused[0].why, Why::Missing("order"));
}

#[test]
fn files_that_cannot_be_watched_say_what_is_missing() {
    let cannot = |text: &str| try_read(text.as_bytes(), &[], None).unwrap_err();
    assert_eq!(cannot(""), CannotStart::Empty);
    assert_eq!(cannot("order no,promise date\n"), CannotStart::Empty);
    assert_eq!(cannot("colour,promise date\nred,2026-11-20\n"), CannotStart::NoColumn("order"));
    assert_eq!(cannot("order no,qty\n1,2\n"), CannotStart::NoColumn("promised"));
    assert_eq!(cannot("order no,promise date\n1,2026-11-20\n"), CannotStart::NothingSaysDelivered);
}

#[test]
fn dates_that_could_be_read_both_ways_are_asked_about() {
    let text = "order no,promise date,delivered\n1,03/04/26,\n2,05/06/26,\n";
    let asked = CannotStart::Ambiguous { column: "promise date".into(), example: "03/04/26".into() };
    assert_eq!(try_read(text.as_bytes(), &[], None).unwrap_err(), asked);
    let (rows, _) = try_read(text.as_bytes(), &[], Some(Order::DayFirst)).unwrap();
    assert_eq!(rows[0].line.promised, Some("2026-04-03".parse().unwrap()));
    let (rows, _) = read("order no,order date,promise date,delivered\n1,02/28/26,03/04/26,\n");
    assert_eq!(rows[0].line.promised, Some("2026-03-04".parse().unwrap()));
}

#[test]
fn cancelled_may_be_a_date_a_yes_or_a_word() {
    let (rows, _) = read(
        "order no,promise date,delivered,cancelled\n1,2026-11-20,,x\n2,2026-11-20,,2026-11-01\n3,2026-11-20,,\n4,2026-11-20,,why\n",
    );
    let cancelled: Vec<bool> = rows.iter().map(|row| row.line.is_cancelled()).collect();
    assert_eq!(cancelled, [true, true, false, false]);
    assert_eq!(rows[3].notes[0].why, Why::NeitherDateNorFlag);
}

/// The order watch on dirty timelines, on orders nobody here wrote.
#[test]
fn olist_orders_are_read_whole_and_their_oddities_said() {
    let Some(bytes) = outside("olist_sample/olist_orders_dataset.csv") else { return };
    let (rows, refused) = try_read(&bytes, &[], None).unwrap();
    assert_eq!((rows.len(), refused.len()), (5_765, 0));
    assert!(rows.iter().all(|row| row.line.promised.is_some_and(|when| matches!(when, When::Day(_)))));
    let zone = TimeZone::get("America/Sao_Paulo").unwrap();
    let ground = Ground { now: "2018-04-01T00:00:00Z".parse().unwrap(), zone: &zone, working_days_after: &|at, _| at };
    let count = |odd| rows.iter().filter(|row| oddities(&row.line, &ground).contains(&odd)).count();
    assert_eq!(count(Oddity::DeliveredBeforeShipped), 3);
    assert_eq!(count(Oddity::CancelledYetDelivered), 6);
    assert_eq!(count(Oddity::DeliveredWithoutDate), 2);
}

/// 02-Jun-06 is read; 'Date Not Captured' and half-converted dates are left empty with the reason, never guessed.
#[test]
fn scms_lines_are_read_whole_and_mangled_order_dates_left_empty() {
    let Some(bytes) = outside("scms/SCMS_Delivery_History_Dataset.csv") else { return };
    let (rows, refused) = try_read(&bytes, &[], None).unwrap();
    assert_eq!((rows.len(), refused.len()), (6_507, 0));
    assert_eq!(rows[0].line.promised, Some("2006-06-02".parse().unwrap()));
    let ordered = |why: &Why| {
        let notes = rows.iter().flat_map(|row| &row.notes).filter(|note| note.column == "PO Sent to Vendor Date");
        notes.filter(|note| note.why == *why).count()
    };
    assert_eq!(ordered(&Why::NoDate(NoDate::Mangled)), 826);
    assert_eq!(ordered(&Why::NoDate(NoDate::NotADate)), 3_739 + 271);
    assert_eq!(rows.iter().filter(|row| row.line.ordered.is_some()).count(), 1_377 + 294);
    let late = |row: &&OrderRow| match (row.line.delivered, row.line.promised) {
        (Some(delivered), Some(promised)) => delivered.surely_after(promised, &TimeZone::UTC),
        _ => false,
    };
    let share = (rows.iter().filter(late).count() * 1_000 + rows.len() / 2) / rows.len();
    assert_eq!(share, 93, "9.3 % late, in thousandths");
}
