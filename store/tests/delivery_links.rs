//! Asking about deliveries by link: never before the goods came, by a person, known by a hash; their answer is theirs, and silence is
//! no answer. On both databases.

use crate::support;
use crate::support::intake;
use casework::ids::{AccountId, ContactId};
use intake::*;
use jiff::{Timestamp, ToSpan};
use store::{
    Db, NotKept,
    checks::{self, Answer, Given},
    delivery_links::{self, DeliveryLink, Wanted},
    orders::{self, Terms, Told},
    sql,
};
use support::{
    NOW, both,
    world::{ACME, ANNA, BOREALIS, JONAS, MARIA, MR_HALE, MS_RAO, by, read, refused, write},
};
use uuid::Uuid;
use watch::{Check, Line, Outcome};

const SECRET: &str = "a51d000000000000000000000000000000000000000000000000000000000001";
const OTHER: &str = "a51d000000000000000000000000000000000000000000000000000000000002";

/// Lines of orders that came on these days of March 2026; the story begins on the second, and every day is worked.
fn came(db: &Db, days: &[u8]) -> Vec<Uuid> {
    let told: Vec<Told> = days
        .iter()
        .enumerate()
        .map(|(n, day)| {
            let delivered = format!("2026-03-{day:02}").parse().ok();
            let line = Line { delivered, item: Some("PCB".into()), ..Line::new(format!("A-{n}"), "1") };
            Told { row: n as u64 + 2, account: ACME, line }
        })
        .collect();
    db.write_now(move |tx| on_day(0, |g| orders::keep(tx, &told, &Terms::default(), &mut mint(0), g))).expect("kept");
    read(db, |conn| conn.all(sql!("select id from order_lines order by order_no"), &store::params![]))
}

fn day(n: i64) -> Timestamp {
    NOW + (n * 24).hours()
}

fn wanted(n: u128, contact: ContactId) -> Wanted {
    Wanted { id: Uuid::from_u128(n), account: ACME, contact }
}

fn on(n: i64) -> store::By {
    store::By { now: day(n), ..by(u128::try_from(90 + n).expect("a day")) }
}

fn found(db: &Db, token: &'static str, at: i64) -> Option<DeliveryLink> {
    read(db, move |conn| delivery_links::find(conn, token, day(at)))
}

fn asked(db: &Db, at: i64) -> Vec<Uuid> {
    read(db, move |conn| checks::to_ask(conn, ACME, day(at))).into_iter().map(|one| one.line).collect()
}

fn answer(outcome: Outcome, contact: ContactId, words: &str) -> Answer {
    Answer { outcome, contact: Some(contact), words: words.into() }
}

fn gives(db: &Db, line: Uuid, answer: Answer, at: i64) -> Result<Given, NotKept> {
    db.write_now(move |tx| checks::record_theirs(tx, ACME, line, &answer, day(at)))
}

fn no(given: Result<Given, NotKept>) -> &'static str {
    code(given.map(|_| ()))
}

/// S031, C24: nobody can be asked by link before the proof of delivery and two working days; the law says from when.
#[test]
fn s031_no_link_is_made_before_the_goods_came_and_two_working_days_went_by() {
    both(|db| {
        account(&db);
        refused(&db, "nothing-to-ask", |tx| delivery_links::make(tx, SECRET, wanted(1, MS_RAO), &on(0)));
        // The goods come on the fourth: the second day after it is the sixth.
        let lines = came(&db, &[4]);
        for early in 0..=3 {
            refused(&db, "asked-before-it-came", move |tx| {
                delivery_links::make(tx, SECRET, wanted(1, MS_RAO), &on(early))
            });
            assert!(asked(&db, early).is_empty(), "day {early}");
            let law = no(gives(&db, lines[0], answer(Outcome::Ok, MS_RAO, ""), early));
            assert_eq!(law, "asked-before-it-came");
        }
        write(&db, |tx| delivery_links::make(tx, SECRET, wanted(1, MS_RAO), &on(4)));
        assert_eq!(asked(&db, 4), lines);
        assert_eq!(
            read(&db, |conn| checks::first_to_ask(conn, ACME, day(4))),
            Some("2026-03-06T00:00:00Z".parse().unwrap())
        );
        // A delivery that turns out to have been none is asked about no more.
        let none =
            vec![Told { row: 2, account: ACME, line: Line { item: Some("PCB".into()), ..Line::new("A-0", "1") } }];
        db.write_now(move |tx| on_day(5, |g| orders::keep(tx, &none, &Terms::default(), &mut mint(5), g)))
            .expect("kept");
        assert!(asked(&db, 9).is_empty());
        assert_eq!(no(gives(&db, lines[0], answer(Outcome::Ok, MS_RAO, ""), 9)), "no-such-check");
    });
}

#[test]
fn one_link_bundles_every_delivery_of_the_customer_as_they_fall_due() {
    both(|db| {
        account(&db);
        let lines = came(&db, &[2, 3, 9]);
        write(&db, |tx| delivery_links::make(tx, SECRET, wanted(1, MS_RAO), &on(3)));
        assert_eq!(asked(&db, 3), lines[..2]);
        assert_eq!(asked(&db, 12), lines);
        assert_eq!(gives(&db, lines[0], answer(Outcome::Ok, MS_RAO, ""), 12).unwrap(), Given::Now);
        assert_eq!(asked(&db, 12), lines[1..]);
        let told = read(&db, |conn| checks::told_since(conn, ACME, day(0)));
        assert_eq!((told.len(), told[0].line, told[0].outcome), (1, lines[0], Some(Outcome::Ok)));
        assert!(read(&db, |conn| checks::told_since(conn, ACME, day(13))).is_empty());
        assert!(
            read(&db, |conn| checks::to_ask(conn, BOREALIS, day(30))).is_empty(),
            "another customer's are not theirs"
        );
        let stranger = answer(Outcome::Ok, JONAS, "");
        let theirs = lines[1];
        let other = db.write_now(move |tx| checks::record_theirs(tx, BOREALIS, theirs, &stranger, day(12)));
        assert_eq!(no(other), "no-such-check");
    });
}

/// S032: a year of silence by whoever has a link leaves it not heard, and it is counted so; their word ends it at any time.
#[test]
fn s032_a_link_that_nobody_answers_leaves_it_not_heard_for_ever() {
    both(|db| {
        account(&db);
        let lines = came(&db, &[2, 2]);
        write(&db, |tx| delivery_links::make(tx, SECRET, wanted(1, MS_RAO), &on(3)));
        let nobody = Answer { outcome: Outcome::NotHeard, contact: None, words: String::new() };
        let first = lines[0];
        db.write_now(move |tx| checks::record_answer(tx, first, &nobody, MARIA, day(3))).expect("kept");
        for later in [4, 30, 365] {
            assert!(found(&db, SECRET, 4).is_some());
            db.write_now(move |tx| on_day(later, |g| orders::look(tx, &mut mint(later), g))).expect("looked");
            // For half a year they are asked in writing; after it their word counts all the same.
            assert_eq!(asked(&db, later).len(), if later < 180 { 2 } else { 0 }, "day {later}");
            assert_eq!(read(&db, |conn| checks::answered(conn, ACME)), 0);
            let heard = sql!("select count(*) from delivery_checks where outcome = 'ok'");
            assert_eq!(read::<i64>(&db, move |conn| conn.one(heard, &store::params![])), 0);
        }
        // Nobody says *not heard* of themselves, and an answer has a name.
        let silent = Answer { outcome: Outcome::NotHeard, contact: Some(MS_RAO), words: String::new() };
        assert_eq!(no(gives(&db, lines[0], silent, 365)), "check-needs-who-said-it");
        let nameless = Answer { outcome: Outcome::Ok, contact: None, words: String::new() };
        assert_eq!(no(gives(&db, lines[0], nameless, 365)), "check-needs-who-said-it");
        assert_eq!(gives(&db, lines[0], answer(Outcome::NotOk, MS_RAO, "Two are wet."), 365).unwrap(), Given::Now);
        assert_eq!(read(&db, |conn| checks::answered(conn, ACME)), 1);
        let kept = read(&db, |conn| store::lines::by_ids(conn, &asked_of(conn)));
        assert!(kept.iter().all(|kept| kept.line.check == Check::Undone), "the other one is still owed: {kept:?}");
    });
}

/// S032: after half a year nobody is asked in writing any more; the delivery is not heard all the same, the call stays owed, and their word counts.
#[test]
fn s032_after_half_a_year_nobody_is_asked_in_writing_and_nothing_turns_into_ok() {
    both(|db| {
        account(&db);
        let lines = came(&db, &[2, 20]);
        let due: Timestamp = read(&db, |conn| checks::first_to_ask(conn, ACME, day(4))).expect("asked");
        let end = (due + checks::ASKED_FOR).duration_since(NOW).as_hours() / 24 + 1;
        assert_eq!(asked(&db, end - 1), lines);
        assert_eq!(asked(&db, end), lines[1..], "the first one is too old");
        assert_eq!(read(&db, move |conn| checks::past_asking(conn, ACME, day(end))), 1);
        let much_later = end + 60;
        assert!(asked(&db, much_later).is_empty());
        assert_eq!(read(&db, move |conn| checks::first_to_ask(conn, ACME, day(much_later))), None);
        refused(&db, "nothing-to-ask", move |tx| delivery_links::make(tx, SECRET, wanted(1, MS_RAO), &on(much_later)));
        assert_eq!(read(&db, |conn| checks::answered(conn, ACME)), 0, "silence is no answer");
        assert_eq!(read(&db, |conn| checks::owed(conn, Timestamp::MAX, 10)).len(), 2, "the calls are owed");
        assert_eq!(gives(&db, lines[0], answer(Outcome::NotOk, MS_RAO, "Wet."), much_later).unwrap(), Given::Now);
        assert_eq!(read(&db, |conn| checks::answered(conn, ACME)), 1);
    });
}

fn asked_of(conn: &store::Conn) -> Vec<Uuid> {
    checks::to_ask(conn, ACME, day(30)).expect("read").into_iter().map(|one| one.line).collect()
}

#[test]
fn an_answer_pressed_twice_is_one_and_another_one_is_refused_with_nothing_lost() {
    both(|db| {
        account(&db);
        let lines = came(&db, &[2]);
        let wet = || answer(Outcome::NotOk, MS_RAO, "Two are wet.");
        assert_eq!(gives(&db, lines[0], wet(), 3).unwrap(), Given::Now);
        assert_eq!(gives(&db, lines[0], wet(), 4).unwrap(), Given::Before);
        for other in [answer(Outcome::Ok, MS_RAO, ""), answer(Outcome::NotOk, MS_RAO, "Three are wet.")] {
            assert_eq!(no(gives(&db, lines[0], other, 4)), "check-is-answered");
        }
        assert_eq!(no(gives(&db, lines[0], answer(Outcome::NotOk, MR_HALE, "Two are wet."), 4)), "check-is-answered");
        let kept = read(&db, |conn| checks::told_since(conn, ACME, day(0)));
        assert_eq!((kept[0].words.as_str(), kept[0].contact), ("Two are wet.", Some(MS_RAO)));
        let done_by = sql!("select done_by from delivery_checks");
        assert_eq!(read::<Option<Uuid>>(&db, move |conn| conn.one(done_by, &store::params![])), None, "nobody of ours");
    });
}

#[test]
fn a_link_is_known_by_its_hash_ends_and_is_taken_back() {
    both(|db| {
        account(&db);
        came(&db, &[2]);
        write(&db, |tx| delivery_links::make(tx, SECRET, wanted(1, MS_RAO), &on(3)));
        write(&db, |tx| delivery_links::make(tx, SECRET, wanted(1, MS_RAO), &on(3)));
        let link = found(&db, SECRET, 4).expect("the link");
        assert_eq!((link.account, link.contact, link.made_by, link.last_act_at), (ACME, MS_RAO, ANNA, None));
        let kept: Vec<u8> = read(&db, |conn| conn.one(sql!("select token from delivery_links"), &store::params![]));
        assert!(kept.len() == 32 && kept != SECRET.as_bytes()[..32]);
        for wrong in ["", " ", OTHER, "A51D", "' or 1=1 --"] {
            assert_eq!(found(&db, wrong, 4), None, "{wrong}");
        }
        write(&db, move |tx| Ok(delivery_links::acted(tx, link.id, day(5))?));
        assert_eq!(found(&db, SECRET, 5).expect("the link").last_act_at, Some(day(5)));
        assert!(found(&db, SECRET, 182).is_some() && found(&db, SECRET, 184).is_none(), "half a year");
        // A new one for the same contact ends the old one; others keep theirs.
        write(&db, |tx| delivery_links::make(tx, "hale", wanted(2, MR_HALE), &on(4)));
        write(&db, |tx| delivery_links::make(tx, OTHER, wanted(3, MS_RAO), &on(5)));
        assert_eq!(found(&db, SECRET, 6), None);
        assert!(found(&db, OTHER, 6).is_some() && found(&db, "hale", 6).is_some());
        write(&db, |tx| Ok(delivery_links::revoke(tx, ACME, Uuid::from_u128(3), &on(6))?));
        write(&db, |tx| Ok(delivery_links::revoke(tx, BOREALIS, Uuid::from_u128(2), &on(6))?));
        assert_eq!(found(&db, OTHER, 6), None);
        assert!(found(&db, "hale", 6).is_some(), "nobody takes back by another customer's page");
        let all = read(&db, |conn| delivery_links::of_account(conn, ACME));
        let standing: Vec<bool> = all.iter().map(|link| link.stands(day(6))).collect();
        assert_eq!(standing, [false, true, false]);
    });
}

#[test]
fn only_a_person_makes_one_for_a_contact_of_a_customer_that_somebody_keeps() {
    both(|db| {
        account(&db);
        came(&db, &[2]);
        refused(&db, "no-such-contact", |tx| delivery_links::make(tx, SECRET, wanted(1, JONAS), &on(3)));
        let machine = || store::By { person: None, ..on(3) };
        refused(&db, "not-allowed", move |tx| delivery_links::make(tx, SECRET, wanted(1, MS_RAO), &machine()));
        let nobody = sql!("update accounts set relationship_owner = null");
        write(&db, move |tx| Ok(tx.put(nobody, &store::params![])?));
        refused(&db, "account-without-relationship-owner", |tx| {
            delivery_links::make(tx, SECRET, wanted(1, MS_RAO), &on(3))
        });
    });
}
#[test]
fn another_customer_has_a_link_of_its_own() {
    both(|db| {
        account(&db);
        let other = AccountId(BOREALIS.0);
        refused(&db, "nothing-to-ask", move |tx| {
            delivery_links::make(tx, SECRET, Wanted { id: Uuid::from_u128(4), account: other, contact: JONAS }, &on(3))
        });
    });
}

/// *Everything out*: who was asked by link and who spoke of the next sale goes along; what is kept of a secret does not.
#[test]
fn the_export_holds_the_links_and_the_words_about_sales_without_a_secret() {
    both(|db| {
        account(&db);
        came(&db, &[2]);
        write(&db, |tx| delivery_links::make(tx, SECRET, wanted(1, MS_RAO), &on(3)));
        let spoke = sql!(
            "insert into sales_contacts (id, account_id, contact_id, person_id, at, words, despite) values (?1, ?2, ?3, ?4, ?5, 'The next lot.', '')"
        );
        write(&db, move |tx| Ok(tx.put(spoke, &store::params![Uuid::from_u128(77), ACME, MS_RAO, MARIA, day(3)])?));
        let (mut lines, mut place) = (vec![], Some(store::export::Place::default()));
        while let Some(from) = place {
            let (page, next) = read(&db, move |conn| store::export::page(conn, from));
            lines.extend(page);
            place = next;
        }
        let of = |kind: &str| lines.iter().filter(|line| line["type"] == kind).collect::<Vec<_>>();
        let (links, words) = (of("delivery_link"), of("sales_contact"));
        assert_eq!((links.len(), words.len()), (1, 1));
        assert_eq!((&links[0]["contact_id"], links[0]["made_at"].is_i64()), (&MS_RAO.to_string().into(), true));
        assert_eq!(words[0]["words"], "The next lot.");
        let print = hex::encode(store::sessions::token_hash(SECRET));
        assert!(!lines.iter().any(|l| l.to_string().contains(SECRET) || l.to_string().contains(&print)));
    });
}

/// What was fine when it came may turn out not to be: *not OK* follows *OK*, from them and from us; nothing follows *not OK*.
#[test]
fn not_ok_may_follow_an_ok_and_nothing_else_does() {
    both(|db| {
        account(&db);
        let lines = came(&db, &[2, 2]);
        for line in [lines[0], lines[1]] {
            assert_eq!(gives(&db, line, answer(Outcome::Ok, MS_RAO, ""), 3).unwrap(), Given::Now);
        }
        let nobody = || Answer { outcome: Outcome::NotHeard, contact: None, words: String::new() };
        let ours = |line: Uuid, said: Answer| {
            db.write_now(move |tx| checks::record_answer(tx, line, &said, MARIA, day(9)).map(|()| Given::Now))
        };
        assert_eq!(no(ours(lines[0], nobody())), "check-is-answered");
        assert_eq!(gives(&db, lines[0], answer(Outcome::NotOk, MS_RAO, "Two are dry."), 9).unwrap(), Given::Now);
        ours(lines[1], answer(Outcome::NotOk, MS_RAO, "Three are dry.")).expect("kept");
        for line in [lines[0], lines[1]] {
            assert_eq!(no(ours(line, answer(Outcome::Ok, MS_RAO, ""))), "check-is-answered");
        }
        let told = read(&db, |conn| checks::told_since(conn, ACME, day(0)));
        assert!(told.iter().all(|one| one.outcome == Some(Outcome::NotOk)), "{told:?}");
    });
}
