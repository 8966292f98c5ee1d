//! People, customers, calendars, settings, sessions and keys, on both databases.

use crate::support;
use casework::ids::*;
use casework::kinds::Role;
use casework::policy::Policy;
use jiff::SignedDuration;
use store::accounts::{self, Account};
use store::contacts::{self, Contact};
use store::people::{self, Person};
use store::{audit, calendars, firm, numbers, relationship, sessions, settings, tokens, whose};
use support::both;
use support::world::*;
use uuid::Uuid;

#[test]
fn before_anybody_is_here_the_first_run_page_is_shown() {
    both(|db| {
        assert!(!read(&db, people::has_any));
        build(&db);
        assert!(read(&db, people::has_any));
        assert_eq!(read(&db, people::count), 4);
    });
}

#[test]
fn a_colleague_is_added_found_by_address_and_changed_with_a_log_line() {
    both(|db| {
        build(&db);
        let version = read(&db, firm::version);
        let door = read(&db, |c| people::by_email(c, " MARIA@boards.example ")).expect("Maria");
        assert_eq!((door.person.id, door.password.as_str()), (MARIA, "$argon2id$none"));
        let names: Vec<String> = read(&db, people::list).into_iter().map(|p| p.name).collect();
        assert_eq!(names, ["Anna", "Ewa", "Maria", "Quinn"]);

        let wished = Person { name: "Maria K.".into(), quiet: None, ..door.person.clone() };
        let again = wished.clone();
        write(&db, move |tx| people::change(tx, &wished, &by(50)));
        assert_eq!(read(&db, |c| people::by_id(c, MARIA)), Some(again.clone()));
        assert!(read(&db, firm::version) > version, "every server reads the firm again");
        let log = read(&db, |c| audit::about(c, &MARIA.to_string(), 10));
        assert_eq!(log[0].what, "person-changed");
        assert!(log[0].before.as_deref().expect("before").contains("\"name\":\"Maria\""));
        assert!(log[0].after.as_deref().expect("after").contains("Maria K."));
        assert_eq!(log.last().map(|e| e.what.as_str()), Some("person-added"));

        // Nothing changed: nothing is logged.
        write(&db, move |tx| people::change(tx, &again, &by(51)));
        assert_eq!(read(&db, |c| audit::about(c, &MARIA.to_string(), 10)).len(), 2);
        let all = read(&db, |c| audit::list(c, None, 3));
        let next = read(&db, move |c| audit::list(c, all.last().map(|e| (e.at, e.id)), 200));
        assert!(next.len() > 3 && next.iter().all(|e| e.at <= NOW));
    });
}

#[test]
fn what_cannot_be_a_colleague_is_refused_with_its_field() {
    both(|db| {
        build(&db);
        let new = |name: &str| person(PersonId(Uuid::from_u128(99)), name, &[Role::Owner]);
        let add = |p: Person| move |tx: &store::Tx| people::add(tx, &p, "", &by(60));
        refused(&db, "person-name", add(Person { name: "  ".into(), ..new("Zoe") }));
        refused(&db, "email-unlikely", add(Person { email: "zoe".into(), ..new("Zoe") }));
        refused(&db, "email-taken", add(Person { email: "maria@BOARDS.example".into(), ..new("Zoe") }));
        refused(&db, "zone-unknown", add(Person { zone: "Mars/Olympus".into(), ..new("Zoe") }));
        refused(&db, "person-without-role", add(Person { roles: vec![], ..new("Zoe") }));
        refused(&db, "language-odd", add(Person { language: "de<b>".into(), ..new("Zoe") }));
        refused(&db, "quiet-hours-odd", add(Person { quiet: Some((0, 1440)), ..new("Zoe") }));
        refused(&db, "no-such-person", move |tx| people::change(tx, &new("Zoe"), &by(61)));
        refused(&db, "last-administrator", |tx| people::change(tx, &person(ANNA, "Anna", &[Role::Reader]), &by(62)));
        assert_eq!(read(&db, people::count), 4);
    });
}

#[test]
fn the_same_request_twice_adds_one_colleague() {
    both(|db| {
        build(&db);
        let zoe = || person(PersonId(Uuid::from_u128(99)), "Zoe", &[Role::Owner]);
        for _ in 0..2 {
            write(&db, move |tx| people::add(tx, &zoe(), "h", &by(63)));
        }
        assert_eq!(read(&db, people::count), 5);
        assert_eq!(read(&db, |c| audit::about(c, &PersonId(Uuid::from_u128(99)).to_string(), 9)).len(), 1);
    });
}

#[test]
fn who_leaves_or_gets_a_new_password_is_signed_out_everywhere() {
    both(|db| {
        build(&db);
        let sign_in = |token: &'static str| move |tx: &store::Tx| Ok(sessions::make(tx, token, MARIA, "Firefox", NOW)?);
        write(&db, sign_in("one"));
        write(&db, |tx| tokens::make(tx, "key", MARIA, "import", &by(70)));
        write(&db, |tx| people::set_password(tx, MARIA, "new hash", &by(71)));
        assert!(read(&db, |c| sessions::find_with_person(c, "one", NOW)).is_none());
        assert_eq!(
            read(&db, |c| people::by_email(c, "maria@boards.example")).map(|d| d.password),
            Some("new hash".into())
        );
        refused(&db, "no-such-person", |tx| people::set_password(tx, PersonId(Uuid::from_u128(404)), "x", &by(72)));

        write(&db, sign_in("two"));
        write(&db, |tx| {
            people::change(tx, &Person { active: false, ..person(MARIA, "Maria", &[Role::Owner]) }, &by(73))
        });
        assert!(read(&db, |c| sessions::find_with_person(c, "two", NOW)).is_none());
        assert!(read(&db, |c| tokens::find_with_person(c, "key")).is_none());
        assert!(read(&db, |c| tokens::of_person(c, MARIA))[0].revoked_at.is_some());
    });
}

#[test]
fn a_session_lasts_twelve_idle_hours_and_at_most_fourteen_days() {
    both(|db| {
        build(&db);
        write(&db, |tx| Ok(sessions::make(tx, "secret", MARIA, "Firefox", NOW)?));
        let found = read(&db, |c| sessions::find_with_person(c, "secret", after(1))).expect("signed in");
        assert_eq!((found.person.id, found.seen_at), (MARIA, NOW));
        assert!(!sessions::is_stale(&found, after(4)) && sessions::is_stale(&found, after(5)));
        assert!(read(&db, |c| sessions::find_with_person(c, "Secret", NOW)).is_none());
        assert!(read(&db, |c| sessions::find_with_person(c, "secret", after(12 * 60))).is_none(), "idle");
        write(&db, |tx| Ok(sessions::seen(tx, "secret", after(11 * 60))?));
        assert!(read(&db, |c| sessions::find_with_person(c, "secret", after(12 * 60))).is_some(), "used meanwhile");
        for day in 1..15 {
            write(&db, move |tx| Ok(sessions::seen(tx, "secret", after(day * 24 * 60))?));
        }
        assert!(read(&db, |c| sessions::find_with_person(c, "secret", after(14 * 24 * 60))).is_none(), "the longest");
        assert_eq!(write(&db, |tx| Ok(sessions::sweep(tx, after(15 * 24 * 60))?)), 1);
    });
}

#[test]
fn the_oldest_of_more_than_ten_sessions_ends() {
    both(|db| {
        build(&db);
        for n in 0..12 {
            write(&db, move |tx| Ok(sessions::make(tx, &format!("t{n}"), MARIA, "Firefox", after(n))?));
        }
        assert_eq!(read(&db, |c| sessions::of_person(c, MARIA)).len(), 10);
        for (token, there) in [("t0", false), ("t1", false), ("t2", true), ("t11", true)] {
            assert_eq!(read(&db, move |c| sessions::find_with_person(c, token, after(20))).is_some(), there, "{token}");
        }
        let key = read(&db, |c| sessions::of_person(c, MARIA))[0].key.clone();
        assert_eq!(key, sessions::token_hash("t11"));
        write(&db, move |tx| Ok(sessions::end_by_key(tx, MARIA, &key)?));
        write(&db, |tx| Ok(sessions::end(tx, "t10")?));
        assert_eq!(read(&db, |c| sessions::of_person(c, MARIA)).len(), 8);
        write(&db, |tx| Ok(sessions::end_all(tx, MARIA)?));
        assert!(read(&db, |c| sessions::of_person(c, MARIA)).is_empty());
    });
}

#[test]
fn a_key_opens_the_api_until_it_is_revoked() {
    both(|db| {
        build(&db);
        write(&db, |tx| tokens::make(tx, "key", EWA, "nightly export", &by(80)));
        refused(&db, "token-name", |tx| tokens::make(tx, "other", EWA, " ", &by(81)));
        let holder = read(&db, |c| tokens::find_with_person(c, "key")).expect("the key opens");
        assert_eq!(holder.person.id, EWA);
        assert!(tokens::is_stale(&holder, NOW));
        write(&db, |tx| Ok(tokens::used(tx, "key", NOW)?));
        let holder = read(&db, |c| tokens::find_with_person(c, "key")).expect("the key opens");
        assert!(!tokens::is_stale(&holder, NOW + SignedDuration::from_secs(59)));
        let key = read(&db, |c| tokens::of_person(c, EWA))[0].key.clone();
        let mine = key.clone();
        write(&db, move |tx| Ok(tokens::revoke(tx, MARIA, &mine, &by(82))?));
        assert!(read(&db, |c| tokens::find_with_person(c, "key")).is_some(), "it is not Maria's");
        write(&db, move |tx| Ok(tokens::revoke(tx, EWA, &key, &by(83))?));
        assert!(read(&db, |c| tokens::find_with_person(c, "key")).is_none());
    });
}

#[test]
fn an_account_is_kept_with_its_protocol_and_found_by_its_beginning() {
    both(|db| {
        build(&db);
        let mut acme = read(&db, |c| accounts::by_id(c, ACME)).expect("Acme");
        acme.protocol.allowed_hours = "07–16 Austin".into();
        acme.protocol.agreed_on = Some("2026-01-05".parse().expect("a date"));
        acme.since_on = Some("2017-02-01".parse().expect("a date"));
        acme.rules = serde_json::from_value(
            serde_json::json!([{ "clock": "c01_first_contact", "at_most": { "minutes": 30 }, "source": "QA manual 4.2" }]),
        )
        .expect("a rule");
        let wished = acme.clone();
        write(&db, move |tx| accounts::change(tx, &wished, &by(90)));
        assert_eq!(read(&db, |c| accounts::by_id(c, ACME)), Some(acme));
        for (prefix, found) in
            [("ac", "Acme Robotics"), ("BORE", "Boréalis GmbH"), ("boré", "Boréalis GmbH"), ("K-2", "Acme Robotics")]
        {
            let rows = read(&db, move |c| accounts::search(c, prefix, 10));
            assert_eq!(rows.first().map(|r| r.name.as_str()), Some(found), "{prefix}");
        }
        assert!(read(&db, |c| accounts::search(c, "robotics", 10)).is_empty());
        assert_eq!(read(&db, |c| accounts::by_reference(c, "K-21")), Some(BOREALIS));
        assert_eq!(read(&db, |c| whose::is(c, " acme robotics")), Some(whose::Whose::One(ACME)));
        let first = read(&db, |c| accounts::list(c, None, 1));
        assert_eq!(first[0].id, ACME);
        let key = first[0].name_key.clone();
        let second = read(&db, move |c| accounts::list(c, Some((&key, ACME)), 1));
        assert_eq!(second[0].id, BOREALIS);
    });
}

#[test]
fn what_cannot_be_an_account_is_refused_with_its_field() {
    both(|db| {
        build(&db);
        let new = || Account::named(AccountId(Uuid::from_u128(0xC0)), "Kite Labs");
        let add = |a: Account| move |tx: &store::Tx| accounts::add(tx, &a, &by(100));
        refused(&db, "account-name", add(Account { name: String::new(), ..new() }));
        refused(&db, "reference-taken", add(Account { reference: Some("K-20 ".into()), ..new() }));
        refused(&db, "no-such-colleague", add(Account { cover: Some(PersonId(Uuid::from_u128(404))), ..new() }));
        refused(&db, "no-such-calendar", add(Account { calendar_id: Some(Uuid::from_u128(404)), ..new() }));
        refused(&db, "strength-odd", add(Account { strength: Some(6), ..new() }));
        refused(&db, "zone-unknown", add(Account { zone: "Austin".into(), ..new() }));
        refused(&db, "too-long", add(Account { what_matters: "x".repeat(4001), ..new() }));
        refused(&db, "no-such-account", move |tx| accounts::change(tx, &new(), &by(101)));
    });
}

#[test]
fn one_buyer_may_buy_for_two_firms() {
    both(|db| {
        build(&db);
        let dana = Contact {
            email: "DANA@customer.example".into(),
            ..Contact::named(ContactId(Uuid::from_u128(0xB2)), BOREALIS, "Dana Rao")
        };
        write(&db, move |tx| contacts::add(tx, &dana, &by(110)));
        let both: Vec<AccountId> =
            read(&db, |c| contacts::by_email(c, "dana@customer.example")).into_iter().map(|c| c.account_id).collect();
        assert_eq!(both, [ACME, BOREALIS]);
        assert!(read(&db, |c| contacts::by_email(c, " ")).is_empty());
        let mut rao = read(&db, |c| contacts::by_id(c, MS_RAO)).expect("Ms Rao");
        rao.address_as = "Ms Rao".into();
        rao.active = false;
        rao.account_id = BOREALIS;
        let wished = rao.clone();
        write(&db, move |tx| contacts::change(tx, &wished, &by(111)));
        let names: Vec<(String, AccountId)> =
            read(&db, |c| contacts::of_account(c, ACME)).into_iter().map(|c| (c.name, c.account_id)).collect();
        assert_eq!(
            names,
            [("Tom Hale".into(), ACME), ("Dana Rao".into(), ACME)],
            "who left stands last, at the same firm"
        );
        refused(&db, "no-such-account", |tx| {
            contacts::add(
                tx,
                &Contact::named(ContactId(Uuid::from_u128(5)), AccountId(Uuid::from_u128(404)), "X"),
                &by(112),
            )
        });
        refused(&db, "no-such-contact", |tx| {
            contacts::change(tx, &Contact::named(ContactId(Uuid::from_u128(5)), ACME, "X"), &by(113))
        });
    });
}

// S015: no news is not good news. S236: nothing on the page says what a customer is worth.
#[test]
fn a_customer_who_never_said_anything_is_shown_as_not_heard() {
    both(|db| {
        build(&db);
        let page =
            |db: &store::Db, checks| read(db, move |c| relationship::page(c, ACME, checks, NOW)).expect("the page");
        assert_eq!(page(&db, 0).heard, relationship::Heard::NotHeard);
        assert_eq!(page(&db, 1).heard, relationship::Heard::Heard);
        let mut acme = read(&db, |c| accounts::by_id(c, ACME)).expect("Acme");
        acme.since_on = Some("2017-03-03".parse().expect("a date"));
        write(&db, move |tx| accounts::change(tx, &acme, &by(120)));
        open(&db, trouble(ACME, MS_RAO, "Half the boards have no solder on U7."), 121, NOW);
        let page = page(&db, 0);
        assert_eq!((page.heard, page.cases_open, page.cases_ever), (relationship::Heard::Heard, 1, 1));
        assert_eq!(page.years, Some(8), "nine only tomorrow");
        assert_eq!(page.contacts.len(), 2);
        assert!(read(&db, |c| relationship::page(c, AccountId(Uuid::from_u128(404)), 0, NOW)).is_none());
    });
}

#[test]
fn a_calendar_that_cannot_be_counted_with_is_never_kept() {
    both(|db| {
        build(&db);
        let id = Uuid::from_u128(0xCB);
        let mut hours = firm::default_calendar("America/Chicago");
        hours.name = "Austin".into();
        let never = casework::calendar::CalendarSpec { week: Default::default(), ..hours.clone() };
        refused(&db, "calendar-never-open", move |tx| calendars::add(tx, id, &never, &by(130)));
        let taken = firm::default_calendar("America/Chicago");
        refused(&db, "calendar-name-taken", move |tx| calendars::add(tx, id, &taken, &by(131)));
        let good = hours.clone();
        write(&db, move |tx| calendars::add(tx, id, &good, &by(132)));
        let mut wished = read(&db, move |c| calendars::by_id(c, id)).expect("kept").spec;
        assert_eq!(wished.version, 1);
        wished.week[5] = vec![casework::calendar::Window { from: 480, to: 720 }];
        let (first, late) = (wished.clone(), wished.clone());
        write(&db, move |tx| calendars::change(tx, id, &first, &by(133)));
        let other = casework::calendar::CalendarSpec { zone: "America/Denver".into(), ..late };
        refused(&db, "setting-changed-meanwhile", move |tx| calendars::change(tx, id, &other, &by(134)));
        assert_eq!(read(&db, calendars::list).iter().map(|k| k.spec.version).collect::<Vec<_>>(), [2, 1]);
        refused(&db, "calendar-in-use", |tx| calendars::remove(tx, Uuid::from_u128(0xCA), &by(135)));
        write(&db, move |tx| calendars::remove(tx, id, &by(136)));
        assert!(read(&db, move |c| calendars::by_id(c, id)).is_none());
    });
}

#[test]
fn the_policy_grows_by_versions_and_an_unsound_one_is_refused() {
    both(|db| {
        build(&db);
        assert_eq!(read(&db, settings::policy), Policy::default());
        let strict = Policy { warn_at_percent: 50, ..Policy::default() };
        let wished = strict.clone();
        write(&db, move |tx| settings::set_policy(tx, &wished, &by(140)));
        assert_eq!(read(&db, settings::policy), Policy { version: 2, ..strict.clone() });
        assert_eq!(read(&db, firm::load).policy.warn_at_percent, 50);
        let stale = Policy { warn_at_percent: 60, ..Policy::default() };
        refused(&db, "setting-changed-meanwhile", move |tx| settings::set_policy(tx, &stale, &by(141)));
        // S238: the list of hard acts is never empty.
        refused(&db, "policy-no-hard-actions", |tx| {
            settings::set_policy(tx, &Policy { version: 2, hard_actions: vec![], ..Policy::default() }, &by(142))
        });
        refused(&db, "policy-warn-share", |tx| {
            settings::set_policy(tx, &Policy { version: 2, warn_at_percent: 100, ..Policy::default() }, &by(143))
        });
        assert_eq!(read(&db, settings::our_calendar), Some(Uuid::from_u128(0xCA)));
        assert_eq!(read(&db, firm::load).ours.zone().iana_name(), Some("Europe/Warsaw"));
        refused(&db, "no-such-calendar", |tx| settings::set_our_calendar(tx, Uuid::from_u128(404), &by(144)));
    });
}

#[test]
fn numbers_are_given_out_once_even_when_many_ask() {
    both(|db| {
        support::runtime().block_on(async {
            let asks: Vec<_> = (0..40)
                .map(|_| {
                    let db = db.clone();
                    tokio::spawn(async move { db.write(|tx| numbers::take_block(tx, 5)).await })
                })
                .collect();
            let mut firsts = vec![];
            for ask in asks {
                firsts.push(ask.await.expect("asked").expect("given").0);
            }
            firsts.sort_unstable();
            assert_eq!(firsts, (0..40).map(|n| numbers::FIRST + n * 5).collect::<Vec<_>>());
        });
    });
}

/// What waits for the end of quiet hours follows them; what a colleague has in hand is counted before they leave.
#[test]
fn notices_follow_the_quiet_hours_and_what_is_in_hand_is_counted() {
    both(|db| {
        build(&db);
        open(&db, trouble(ACME, MS_RAO, "Late"), 1, NOW);
        let none = read(&db, |conn| store::burden::of(conn, MARIA, NOW));
        assert_eq!((none.cases, none.notices, none.next_notice), (1, 0, None));
        assert!(none.owed >= 1 && none.accounts >= 1, "{none:?}");
        let night = after(12 * 60);
        write(&db, move |tx| {
            Ok(tx.put(
                store::sql!(
                    "insert into outbox (id, kind, to_id, urgent, payload, due_at, attempts, made_at) values (?1, 'notify', ?2, 0, '{}', ?3, 0, ?4)"
                ),
                &store::params![Uuid::from_u128(77), MARIA, night, NOW],
            )?)
        });
        assert_eq!(read(&db, |conn| store::burden::of(conn, MARIA, NOW)).next_notice, Some(night));
        let door = read(&db, |conn| people::by_id(conn, MARIA)).expect("she is here");
        write(&db, move |tx| people::change(tx, &people::Person { quiet: None, ..door.clone() }, &by(9)));
        assert_eq!(read(&db, |conn| store::burden::of(conn, MARIA, NOW)).notices, 0, "nothing holds it back any more");
        write(&db, move |tx| Ok(store::outbox::retime(tx, MARIA, night, after(-1))?));
        assert_eq!(read(&db, |conn| store::burden::of(conn, MARIA, NOW)).next_notice, Some(night));
        let begun = read(&db, |conn| store::cases::begun_since(conn, NOW));
        assert_eq!((begun.len(), begun[0].title.as_str(), read(&db, store::cases::open_count)), (1, "Late", 1));
        assert_eq!(read(&db, |conn| store::cases::begun_since(conn, after(1))), []);
    });
}

/// An executive talk is for the director; where nobody is one, for a manager who has not been in the case yet.
#[test]
fn the_rung_above_the_manager_is_a_director_or_another_manager() {
    both(|db| {
        build(&db);
        let firm = read(&db, firm::load);
        let mut case = casework::Case::blank(CaseId(Uuid::from_u128(0xD1)));
        let above = firm.director(&case);
        assert!(above.is_some(), "somebody is above");
        case.team.manager = above;
        let another = firm.director(&case);
        let is_director = |id| firm.colleagues.iter().any(|c| Some(c.id) == id && c.roles.contains(&Role::Director));
        assert!(another != above || is_director(above), "not the manager of the case again");
    });
}
