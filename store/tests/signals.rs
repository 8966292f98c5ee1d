//! Signals: one for one trouble, put off once, ended in one way, on both databases.

use crate::support;
use crate::support::intake;
use casework::ids::SignalId;
use intake::*;
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use store::{
    Db, Fault, params,
    signals::{self, End, FirstToTell, Raised, Status, talks},
    sql,
};
use support::{NOW, both, world::MARIA};
use uuid::Uuid;
use watch::{Kind, Sentence};

fn raised(subject: &str) -> Raised {
    Raised {
        kind: "mail".into(),
        subject: subject.into(),
        account: None,
        contact: None,
        line: None,
        message: None,
        evidence: Sentence::new("signal-mail", []),
        since: NOW,
        owed_at: NOW,
        detected_at: NOW,
        first_to_tell: FirstToTell::Customer,
        raised_by: None,
        confidence: None,
    }
}

fn a_signal(db: &Db, subject: &'static str) -> SignalId {
    let is_new = || db.read_now(move |conn| signals::is_new(conn, &raised(subject))).expect("read");
    assert!(is_new());
    db.write_now(move |tx| signals::raise(tx, &[raised(subject), raised(subject)], &mut mint(0))).expect("kept");
    assert!(!is_new());
    let all = waiting(db, 0);
    all.iter().find(|signal| signal.subject == subject).map(|signal| signal.id).expect("it is there")
}

/// I12: a signal ends once, in one of five ways (the fifth, snoozed away, does not exist); S036.
#[test]
fn i12_a_signal_ends_in_exactly_one_way_by_a_named_person() {
    both(|db| {
        account(&db);
        let ((case, _), by) = (case(&db, 900), MARIA);
        let ends: [(&'static str, End, Status); 4] = [
            ("one", End::Case(case), Status::Case),
            ("two", End::Merged(case), Status::Merged),
            ("three", End::Prevented { evidence: "flown in, arrived Tuesday".into() }, Status::Prevented),
            ("four", End::Dismissed { reason: "a test mail".into() }, Status::Dismissed),
        ];
        for (subject, end, status) in ends {
            let id = a_signal(&db, subject);
            let again = end.clone();
            db.write_now(move |tx| signals::end(tx, id, &end, by, NOW)).unwrap();
            let ended = db.read_now(move |conn| signals::by_id(conn, id)).unwrap().unwrap();
            assert_eq!((ended.status, ended.ended_by, ended.ended_at), (status, Some(by), Some(NOW)));
            assert_eq!(code(db.write_now(move |tx| signals::end(tx, id, &again, by, NOW))), "signal-ended");
            assert_eq!(
                code(db.write_now(move |tx| signals::snooze(tx, id, NOW + 1.hours(), NOW + 24.hours(), NOW))),
                "signal-ended"
            );
        }
        assert_eq!(waiting(&db, 0), []);
        let id = a_signal(&db, "five");
        let nothing = End::Dismissed { reason: "  ".into() };
        assert_eq!(code(db.write_now(move |tx| signals::end(tx, id, &nothing, by, NOW))), "signal-needs-reason");
        let unproven = End::Prevented { evidence: String::new() };
        assert_eq!(code(db.write_now(move |tx| signals::end(tx, id, &unproven, by, NOW))), "signal-needs-evidence");
        let unknown = End::Case(case);
        assert_eq!(
            code(db.write_now(move |tx| signals::end(tx, SignalId(Uuid::nil()), &unknown, by, NOW))),
            "no-such-signal"
        );
        assert_eq!(db.read_now(signals::counts).unwrap(), [("mail".to_owned(), 1)]);
    });
}

/// S036: put off once, one working day at most, and then it is back.
#[test]
fn s036_a_signal_is_snoozed_once_and_for_a_working_day_at_most() {
    both(|db| {
        let id = a_signal(&db, "one");
        let snooze = |until: Timestamp, now: Timestamp| {
            db.write_now(move |tx| signals::snooze(tx, id, until, now + 24.hours(), now))
        };
        assert_eq!(code(snooze(NOW + 25.hours(), NOW)), "signal-snooze-too-long");
        assert_eq!(code(snooze(NOW, NOW)), "signal-snooze-is-past");
        snooze(NOW + 24.hours(), NOW).unwrap();
        assert_eq!(waiting(&db, 0), []);
        assert_eq!(waiting(&db, 1).len(), 1);
        assert_eq!(code(snooze(NOW + 30.hours(), NOW + 24.hours())), "signal-snoozed-once");
    });
}

#[test]
fn signals_come_page_by_page_and_by_account() {
    both(|db| {
        let account = account(&db);
        let many: Vec<Raised> = (0..7)
            .map(|n| Raised { account: Some(account), owed_at: NOW + (n / 2).seconds(), ..raised(&format!("s{n}")) })
            .collect();
        db.write_now(move |tx| signals::raise(tx, &many, &mut mint(0))).unwrap();
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = db.read_now(move |conn| signals::waiting(conn, NOW, after, 3)).unwrap();
            let Some(last) = page.last() else { break };
            after = Some(signals::After { owed_at: last.owed_at, id: last.id });
            seen.extend(page.into_iter().map(|signal| signal.subject));
        }
        assert_eq!(seen, ["s0", "s1", "s2", "s3", "s4", "s5", "s6"]);
        assert_eq!(db.read_now(move |conn| signals::of_account(conn, account, 5)).unwrap().len(), 5);
    });
}

/// One customer and one reason are one talk with its count; what spares them most stands first, and by time they stand one by one.
#[test]
fn twenty_signals_of_one_customer_and_one_reason_are_one_talk_and_bury_nobody() {
    both(|db| {
        let account = account(&db);
        let of = |kind: Kind, n: i64| Raised {
            kind: kind.word().into(),
            account: Some(account),
            since: NOW - (n * 24).hours(),
            owed_at: NOW - (n * 24).hours(),
            ..raised(&format!("{}{n}", kind.word()))
        };
        let mut many: Vec<Raised> = (3..23).map(|n| of(Kind::CasesClose, n)).collect();
        many.push(of(Kind::SilentSlip, 1));
        db.write_now(move |tx| signals::raise(tx, &many, &mut mint(0))).unwrap();
        let page =
            |skip, size| db.read_now(move |conn| talks::waiting(conn, NOW, &TimeZone::UTC, skip, size)).expect("talks");
        let all = page(0, 10);
        let told: Vec<_> = all.page.iter().map(|talk| (talk.lead.subject.as_str(), talk.many)).collect();
        assert_eq!((told, all.of, all.older), (vec![("silent-slip1", 1), ("cases-close3", 20)], 2, 0));
        let behind = page(1, 1);
        assert_eq!((behind.page.len(), behind.page[0].many, page(2, 5).page.len()), (1, 20, 0));
        let kind = Kind::CasesClose.word();
        let one = db.read_now(move |conn| talks::of(conn, (account, kind), NOW, None, 4)).unwrap();
        let subjects: Vec<_> = one.iter().map(|signal| signal.subject.as_str()).collect();
        assert_eq!(subjects, ["cases-close22", "cases-close21", "cases-close20", "cases-close19"]);
        let last = one.last().map(|last| signals::After { owed_at: last.owed_at, id: last.id });
        assert_eq!(db.read_now(move |conn| talks::of(conn, (account, kind), NOW, last, 50)).unwrap().len(), 16);
        let slipped = db.read_now(|conn| talks::of_kinds(conn, &[Kind::SilentSlip], NOW, 5)).unwrap();
        assert_eq!((slipped.len(), talks::WEIGHED_AT_MOST), (1, 5_000));
    });
}

/// The database itself refuses what the rules refuse.
#[test]
fn a_signal_cannot_end_without_name_or_reason_even_by_sql() {
    both(|db| {
        let id = a_signal(&db, "one");
        let forced = db.write_now(move |tx| {
            tx.hit(sql!("update signals set status = 'dismissed', ended_at = 1 where id = ?1"), &params![id.0])
        });
        assert!(matches!(forced, Err(Fault::Check(_))), "{forced:?}");
    });
}

#[test]
fn an_end_by_a_slip_is_taken_back_soon_by_whoever_did_it_and_the_log_keeps_both() {
    use store::signals::undo;
    use store::{By, NotKept, audit};
    use support::world::{self, EWA};
    both(|db| {
        world::build(&db);
        let id = a_signal(&db, "one");
        let by = |person, minutes: i64| By { person: Some(person), now: world::after(minutes), ..world::by(500) };
        let end = End::Dismissed { reason: "A test line.".into() };
        let ended = end.clone();
        db.write_now(move |tx| signals::end(tx, id, &ended, MARIA, NOW)).expect("ended");
        let take = |by: By| db.write_now(move |tx| undo::take_back(tx, id, &by));
        let code = |kept: Result<(), NotKept>| match kept {
            Err(NotKept::Refused(no)) => no.code,
            other => panic!("{other:?}"),
        };
        assert_eq!(code(take(by(EWA, 1))), "signal-undo-too-late", "nobody takes back what another did");
        assert_eq!(code(take(by(MARIA, 16))), "signal-undo-too-late");
        let stands = || db.read_now(move |c| signals::by_id(c, id)).expect("read").expect("there");
        assert!(undo::may_be(&stands(), &by(MARIA, 15)) && !undo::may_be(&stands(), &by(MARIA, 16)));
        take(by(MARIA, 15)).expect("taken back");
        let signal = stands();
        assert_eq!((signal.status, signal.ended_at, signal.ended_by, signal.reason), (Status::New, None, None, None));
        let log = db.read_now(move |c| audit::about(c, &id.to_string(), 10)).expect("read");
        let before = log[0].before.as_deref().unwrap_or_default();
        assert!(log[0].what == "signal-ended-undone" && before.contains("A test line."), "{before}");
        assert_eq!(code(take(by(MARIA, 15))), "signal-undo-too-late", "there is nothing to take back any more");
        db.write_now(move |tx| signals::end(tx, id, &end, EWA, NOW)).expect("and it can end again");
    });
}

/// Decision 0120: a mail that stood alone and then found its case has nothing left to be decided; what a person ended stays as they ended it.
#[test]
fn what_a_mail_rang_for_ends_with_evidence_once_it_lies_on_a_case() {
    use store::signals::merged;
    both(|db| {
        account(&db);
        let ((case, _), letter) = (case(&db, 900), Uuid::from_u128(0x1E77));
        let rings = |subject: &'static str, kind: &'static str| {
            let one = Raised { kind: kind.into(), message: Some(letter), ..raised(subject) };
            db.write_now(move |tx| signals::raise(tx, std::slice::from_ref(&one), &mut mint(1))).expect("raised");
            waiting(&db, 0).iter().find(|signal| signal.subject == subject).map(|signal| signal.id).expect("it waits")
        };
        let (alone, storm) = (rings("mail one", merged::KIND), rings("mail storm", "mail-storm"));
        let dismissed = rings("mail two", merged::KIND);
        let end = End::Dismissed { reason: "A thank-you.".into() };
        db.write_now(move |tx| signals::end(tx, dismissed, &end, MARIA, NOW)).expect("dismissed");
        let proof = Sentence::new("signal-parent-came", []);
        let ends = || {
            let proof = proof.clone();
            db.write_now(move |tx| merged::where_it_lies(tx, letter, case, &proof, NOW)).expect("ended")
        };
        assert_eq!((ends(), ends()), (1, 0));
        let of = |id| db.read_now(move |conn| signals::by_id(conn, id)).expect("read").expect("there");
        let ended = of(alone);
        assert_eq!((ended.status, ended.case, ended.ended_by), (Status::Merged, Some(case), None));
        assert_eq!(ended.proof.map(|proof| proof.key), Some("signal-parent-came".into()));
        assert_eq!((of(storm).status, of(dismissed).status), (Status::New, Status::Dismissed));
        let seen = db.read_now(move |conn| store::messages::case_seen(conn, case)).expect("read").expect("there");
        assert_eq!((seen.case, seen.open), (case, store::messages::Open::Open));
    });
}
