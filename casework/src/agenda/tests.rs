//! Following: nothing vanishes, numbers only rise, and there is an end.
use super::*;

fn hour(n: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(n)
}
fn dated(n: u128, stands: Stands) -> Dated {
    let words = format!("Thing {n}");
    let id = Uuid::from_u128(n);
    Dated {
        id,
        which: Which::Promise,
        words,
        due: hour(100),
        at: hour(100),
        stands,
        by: None,
        to: None,
        who: String::new(),
    }
}

#[test]
fn what_is_no_longer_on_the_case_was_called_off_and_what_was_over_stays_as_it_was() {
    let (mut entries, mut places) = (vec![], HashMap::new());
    let now = vec![dated(1, Stands::Open), dated(2, Stands::Kept), dated(3, Stands::Open), dated(4, Stands::Broken)];
    follow(&mut entries, &mut places, now.clone(), hour(1));
    follow(&mut entries, &mut places, vec![], hour(2));
    for entry in &entries {
        let was_open = now.iter().any(|d| d.id == entry.dated.id && d.stands == Stands::Open);
        assert_eq!((entry.dated.stands == Stands::CalledOff, entry.changes == 1), (was_open, was_open));
    }
    follow(&mut entries, &mut places, vec![], hour(3));
    assert!(entries.iter().all(|e| e.changes <= 1), "told once");
    follow(&mut entries, &mut places, now, hour(4));
    assert_eq!(entries.iter().filter(|e| e.changes == 2).count(), 2, "it is back, and the number goes on");
}

#[test]
fn a_case_is_followed_by_a_number_of_things_that_has_an_end() {
    let many = || (0..600).map(|n| dated(n, Stands::Open)).collect();
    let (mut entries, mut places) = (vec![], HashMap::new());
    follow(&mut entries, &mut places, many(), hour(1));
    assert_eq!(entries.len(), DATED_AT_MOST);
}
