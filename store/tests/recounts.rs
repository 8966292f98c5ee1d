//! A setting that moves due times asks for a count, a count finds the cases that lag behind, and is done when none does any more.

use crate::support;
use casework::clock::ClockKind;
use casework::facts::Actor;
use casework::policy::{Allowance, Policy};
use serde_json::json;
use store::facts::CaseRef;
use store::recounts::{self, Why};
use store::{accounts, calendars, firm, settings};
use support::both;
use support::world::*;

/// Choosing our hours asked for a count of the cases there are: none yet.
fn quiet(db: &store::Db) {
    for asked in read(db, recounts::waiting) {
        write(db, move |tx| Ok(recounts::done(tx, &asked, NOW)?));
    }
}

/// Half of what was allowed for a first contact.
fn shorter(db: &store::Db) -> Policy {
    let mut policy = read(db, settings::policy);
    policy.clocks.insert(ClockKind::FirstContact, [Allowance::WorkingMinutes(120); 3]);
    policy
}

#[test]
fn a_changed_policy_is_counted_anew_until_nothing_is_stale() {
    both(|db| {
        build(&db);
        quiet(&db);
        let (here, there) =
            (open(&db, trouble(ACME, MS_RAO, "Late"), 1, NOW), open(&db, trouble(ACME, MS_RAO, "Wrong"), 2, NOW));
        assert_eq!(read(&db, recounts::waiting), [], "nothing changed yet");
        let wanted = shorter(&db);
        write(&db, move |tx| settings::set_policy(tx, &wanted, &by(3)));
        let waiting = read(&db, recounts::waiting);
        assert_eq!((waiting.len(), waiting[0].why.as_str(), waiting[0].account), (1, Why::Policy.word(), None));
        let of = waiting[0].clone();
        let firm = read(&db, firm::load);
        let (looked, again) = (of.clone(), firm.clone());
        let portion = read(&db, move |conn| recounts::portion(conn, &again, &looked));
        assert_eq!((portion.counted, portion.stale.len(), portion.last), (2, 2, None));
        for (n, id) in [(4, here), (5, there)] {
            let asked = ask(&db, CaseRef::Number(id), Actor::System, command("recount-clocks", json!({})), n, NOW);
            assert!(asked.is_ok());
        }
        let looked = of.clone();
        assert_eq!(read(&db, move |conn| recounts::portion(conn, &firm, &looked)).stale, [], "nobody lags behind");
        let (kept, seen) = (of.clone(), portion);
        write(&db, move |tx| {
            recounts::went_on(tx, &kept, &seen, 2)?;
            Ok(recounts::done(tx, &kept, after(1))?)
        });
        assert_eq!(read(&db, recounts::waiting), []);
        let latest = read(&db, recounts::latest).expect("one was asked for");
        assert_eq!((latest.counted, latest.moved, latest.done_at), (2, 2, Some(after(1))));
    });
}

#[test]
fn hours_ours_or_theirs_ask_for_a_count_and_a_name_alone_does_not() {
    both(|db| {
        build(&db);
        quiet(&db);
        let ours = read(&db, settings::our_calendar).expect("it was chosen");
        let spec = read(&db, move |conn| calendars::by_id(conn, ours)).expect("kept").spec;
        let account = read(&db, |conn| accounts::by_id(conn, ACME)).expect("kept");
        let (renamed, moved) = (
            accounts::Account { what_matters: "dates".into(), ..account.clone() },
            accounts::Account { calendar_id: Some(ours), ..account },
        );
        write(&db, move |tx| accounts::change(tx, &renamed, &by(1)));
        assert_eq!(read(&db, recounts::waiting), []);
        write(&db, move |tx| accounts::change(tx, &moved, &by(2)));
        let closed =
            casework::calendar::CalendarSpec { exceptions: [(jiff::civil::date(2026, 3, 3), vec![])].into(), ..spec };
        write(&db, move |tx| calendars::change(tx, ours, &closed, &store::By { now: after(1), ..by(3) }));
        let waiting = read(&db, recounts::waiting);
        let why: Vec<&str> = waiting.iter().map(|recount| recount.why.as_str()).collect();
        assert_eq!(why, [Why::Account.word(), Why::Calendar.word()]);
        assert_eq!(waiting[0].account, Some(ACME));
        // The count of the whole firm answers the one of a single customer that was asked for before it.
        let firm_wide = waiting[1].clone();
        write(&db, move |tx| Ok(recounts::done(tx, &firm_wide, after(1))?));
        assert_eq!(read(&db, recounts::waiting), []);
    });
}

#[test]
fn another_program_asks_once() {
    both(|db| {
        build(&db);
        quiet(&db);
        for (n, program) in ["1.0", "1.0", "1.1"].into_iter().enumerate() {
            write(&db, move |tx| Ok(recounts::want_if_program_changed(tx, program, &by(n as u128))?));
        }
        assert_eq!(read(&db, recounts::waiting).len(), 2);
        assert_eq!(store::holidays::digest().len(), 64);
        assert!(Why::ALL.iter().all(|why| !why.word().contains(' ')));
    });
}
