//! Playbooks of an organisation on both databases: versions that never change, the way back, and cases that keep the one they began with.

use crate::support;
use casework::Command;
use casework::playbook::Playbook;
use serde_json::json;
use store::playbooks::{self, BODY_AT_MOST, OWN_AT_MOST, Seen, Standing};
use store::{Db, audit, cases, firm, params, sql};
use support::both;
use support::world::*;
use uuid::Uuid;

const RUN: &str = "run_to_the_problem";
const LATE: &str = "late_delivery";

/// A playbook of one's own, in the words of its file.
fn late(second: &str) -> String {
    format!(
        "title = \"Late delivery\"\nsource = \"Our own\"\nkinds = [\"delay\"]\n\n# By voice, always.\n[[steps]]\nno = \"1\"\ntitle = \"Call them\"\nneeds = [\"voice\"]\n\n[[steps]]\nno = \"2\"\ntitle = \"{second}\"\nneeds = [\"by_hand\"]\nact = \"tick-step\"\n"
    )
}

fn keep(db: &Db, name: &'static str, body: &str, seen: i64, n: u128) -> u32 {
    let body = body.to_owned();
    write(db, move |tx| playbooks::keep(tx, name, &body, "Learned from case 7.", Seen(seen), &by(n)))
}

fn offered(db: &Db, name: &str) -> Option<Playbook> {
    let name = name.to_owned();
    read(db, playbooks::offered).into_iter().find(|p| p.name == name)
}

fn standing(db: &Db, name: &'static str) -> Option<Standing> {
    read(db, move |conn| playbooks::standing(conn, name))
}

#[test]
fn each_version_stays_with_who_when_and_why_and_there_is_a_way_back() {
    both(|db| {
        build(&db);
        let before = read(&db, firm::version);
        assert_eq!(keep(&db, LATE, &late("Say the new date"), 0, 1), 1);
        assert_eq!(keep(&db, LATE, &late("Say the date by voice"), 1, 2), 2);
        assert_eq!(keep(&db, LATE, &late("Say the date by voice"), 1, 2), 2, "pressed twice, done once");
        let wrong = |code: &'static str, body: String, seen| {
            refused(&db, code, move |tx| playbooks::keep(tx, LATE, &body, "Why not.", Seen(seen), &by(3)));
        };
        wrong("setting-changed-meanwhile", late("Something else"), 1);
        wrong("too-long", "#".repeat(BODY_AT_MOST + 1), 2);
        wrong("playbook-unreadable", "steps = 1".into(), 2);
        wrong("playbook-cannot-be-followed", late("Say").replace("\"by_hand\"", ""), 2);
        wrong("playbook-without-title", late("Say").replace("title = \"Late delivery\"\n", ""), 2);
        for why in [" ", "two\nlines"] {
            refused(&db, "playbook-why", move |tx| playbooks::keep(tx, LATE, &late("x"), why, Seen(2), &by(3)));
        }
        let all = read(&db, |conn| playbooks::versions(conn, LATE));
        assert_eq!(all.iter().map(|v| v.version).collect::<Vec<_>>(), [2, 1], "newest first");
        assert!(all.iter().all(|v| v.person == Some(ANNA) && v.origin == "ours" && v.why == "Learned from case 7."));
        assert!(all[1].body.contains("# By voice, always."), "what was written between the lines stays");
        assert_eq!(offered(&db, LATE).expect("offered").steps[1].title, "Say the date by voice");
        // The way back is a change of its own; the version itself never changes.
        write(&db, |tx| playbooks::put_in_force(tx, LATE, 1, "It was clearer.", Seen(2), &by(4)));
        write(&db, |tx| playbooks::put_in_force(tx, LATE, 1, "It was clearer.", Seen(2), &by(4)));
        assert_eq!(offered(&db, LATE).expect("offered").steps[1].title, "Say the new date");
        let back =
            |number, seen| move |tx: &store::Tx| playbooks::put_in_force(tx, LATE, number, "No.", Seen(seen), &by(5));
        refused(&db, "setting-changed-meanwhile", back(2, 2));
        refused(&db, "no-such-playbook-version", back(9, 3));
        assert_eq!(keep(&db, LATE, &late("Third time"), 3, 6), 3, "numbers go on behind the last");
        let first = read(&db, |conn| playbooks::version(conn, LATE, 1)).expect("kept");
        assert_eq!(first.playbook().expect("a playbook").steps.len(), 2);
        for sql in ["update playbook_versions set why = 'x'", "delete from playbook_versions"] {
            let changed = db.write_now::<_, store::Fault, _>(move |tx| tx.hit(sql, &[]));
            assert!(changed.is_err(), "{sql}");
        }
        assert!(read(&db, firm::version) > before, "every server reads it again");
        let log = read(&db, |conn| audit::about(conn, LATE, 20));
        let what: Vec<&str> = log.iter().map(|line| line.what.as_str()).collect();
        assert_eq!(what.iter().filter(|what| **what == "playbook-kept").count(), 3);
        assert!(what.contains(&"playbook-back") && log.iter().all(|line| line.person == Some(ANNA)));
    });
}

#[test]
fn s178_a_case_keeps_its_version_until_somebody_moves_it() {
    both(|db| {
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "Half the boards are dry."), 1, NOW);
        let mut own = offered(&db, RUN).expect("shipped");
        let first = own.clone();
        own.steps.remove(2);
        assert_eq!(
            keep(&db, RUN, &own.body(), 0, 2),
            first.version + 1,
            "the text of the program becomes a version first"
        );
        let now = read(&db, firm::load);
        let follows = |db: &Db, number| {
            let case = read(db, move |conn| cases::by_number(conn, number)).expect("kept").case;
            let running = case.playbooks[0].clone();
            (running.version, read(db, firm::load).followed(&running).cloned())
        };
        assert_eq!(now.shelf.iter().map(|p| p.version).collect::<Vec<_>>(), [first.version]);
        assert_eq!(follows(&db, number), (first.version, Some(first.clone())));
        let newer = open(&db, trouble(ACME, MS_RAO, "And the labels."), 3, NOW);
        assert_eq!(follows(&db, newer).0, first.version + 1);
        let on = read(&db, playbooks::followers).remove(RUN).expect("followed");
        assert_eq!(on.into_iter().collect::<Vec<_>>(), [(first.version, 1), (first.version + 1, 1)]);
        let following = read(&db, |conn| playbooks::following(conn, RUN, 10));
        assert_eq!(following.len(), 2);
        assert!(following.iter().all(|one| one.case().is_ok_and(|case| case.number == one.number)));
        // A person moves the older one.
        let wish = json!({ "name": RUN, "version": first.version + 1 });
        let moved: Command = command("move-playbook", wish);
        act(&db, number, moved, 4, after(5));
        assert_eq!(follows(&db, number).0, first.version + 1);
        assert_eq!(
            read(&db, |conn| playbooks::following(conn, RUN, 10)).iter().filter(|f| f.version == first.version).count(),
            0
        );
        assert_eq!(read(&db, playbooks::shelf), [], "nobody follows the old one any more");
        // What came before versions were kept is counted when the job looks back at it.
        db.write_now::<_, store::Fault, _>(|tx| tx.hit(sql!("delete from case_playbooks"), &[])).expect("forgotten");
        let zone = jiff::tz::TimeZone::UTC;
        db.write_now::<_, store::Fault, _>(move |tx| store::hindsight::look_back(tx, &zone, after(6))).expect("looked");
        assert_eq!(read(&db, playbooks::followers).get(RUN).map(|on| on.values().sum::<i64>()), Some(2));
    });
}

#[test]
fn one_of_ones_own_is_withdrawn_and_those_that_follow_it_go_on() {
    both(|db| {
        build(&db);
        keep(&db, LATE, &late("Say the new date"), 0, 1);
        let mut asked = trouble(ACME, MS_RAO, "Half the boards are dry.");
        asked.playbooks = vec![LATE.into()];
        let number = open(&db, asked, 2, NOW);
        refused(&db, "playbook-of-the-program", |tx| playbooks::withdraw(tx, RUN, "No.", Seen(0), &by(3)));
        refused(&db, "no-such-playbook", |tx| playbooks::withdraw(tx, "nothing", "No.", Seen(0), &by(3)));
        refused(&db, "setting-changed-meanwhile", |tx| playbooks::withdraw(tx, LATE, "No.", Seen(7), &by(3)));
        write(&db, |tx| playbooks::withdraw(tx, LATE, "Nobody used it.", Seen(1), &by(4)));
        write(&db, |tx| playbooks::withdraw(tx, LATE, "Nobody used it.", Seen(1), &by(4)));
        assert_eq!((offered(&db, LATE), standing(&db, LATE).map(|s| s.withdrawn)), (None, Some(true)));
        let case = read(&db, move |conn| cases::by_number(conn, number)).expect("kept").case;
        let follows = read(&db, firm::load).followed(&case.playbooks[0]).map(|p| p.steps.len());
        assert_eq!(follows, Some(2), "the case finds its steps");
        let tick = json!({ "playbook": LATE, "no": "2", "words": "By voice." });
        act(&db, number, command("tick-step", tick), 5, after(1));
        write(&db, |tx| playbooks::put_in_force(tx, LATE, 1, "It is asked for.", Seen(2), &by(6)));
        assert!(offered(&db, LATE).is_some());
    });
}

/// A text that another program brought under this number.
fn elsewhere(db: &Db, name: &'static str, version: u32) {
    let kept = db.write_now::<_, store::Fault, _>(move |tx| {
        tx.hit(
            sql!(
                "insert into playbook_versions (id, name, version, at, person_id, why, origin, body) values (?1, ?2, ?3, ?4, ?5, '', 'program', ?6)"
            ),
            &params![Uuid::from_u128(version.into()), name, version, NOW, None::<Uuid>, "source = \"old\"\nsteps = []\n"],
        )
    });
    assert_eq!(kept.expect("kept"), 1);
}

/// A start keeps what the program brings; the next program finds what cases follow.
#[test]
fn the_texts_of_the_program_become_versions_and_never_push_ones_own_aside() {
    both(|db| {
        build(&db);
        let built = playbooks::built_in();
        assert_eq!(read(&db, playbooks::standings), []);
        let bring =
            |db: &Db| db.write_now::<_, store::Fault, _>(|tx| playbooks::bring_shipped(tx, NOW)).expect("brought");
        assert_eq!((bring(&db), bring(&db)), (built.len(), 0));
        let kept = read(&db, playbooks::standings);
        let numbers: Vec<(String, u32)> = kept.into_iter().map(|s| (s.name, s.version)).collect();
        assert_eq!(numbers, built.iter().map(|p| (p.name.clone(), p.version)).collect::<Vec<_>>());
        assert_eq!(&read(&db, playbooks::offered), &*built);
        // Another program had brought another text: this start brings its own behind it, and it is offered.
        elsewhere(&db, "eight_d", 2);
        assert_eq!(bring(&db), 1);
        assert_eq!(standing(&db, "eight_d").map(|s| s.version), Some(3));
        // Where one's own is in use it stays in use.
        let mut own = offered(&db, "three_mistakes").expect("shipped");
        own.steps.pop();
        let seen = standing(&db, "three_mistakes").expect("kept").changes;
        let kept = keep(&db, "three_mistakes", &own.body(), seen, 9);
        elsewhere(&db, "three_mistakes", kept + 1);
        assert_eq!(bring(&db), 1);
        assert_eq!(standing(&db, "three_mistakes").map(|s| s.version), Some(kept));
        assert!(playbooks::is_built_in("eight_d") && !playbooks::is_built_in(LATE));
    });
}

#[test]
fn there_is_room_for_so_many_and_names_stay_plain() {
    both(|db| {
        build(&db);
        let add = |name: String, n: u128| {
            move |tx: &store::Tx| playbooks::keep(tx, &name, &late("Say"), "Why not.", Seen(0), &by(n))
        };
        for name in ["", "Late", "late delivery", "new", "begin", &"x".repeat(61)] {
            refused(&db, "playbook-name", add(name.to_owned(), 1));
        }
        for n in 0..OWN_AT_MOST {
            write(&db, add(format!("own_{n}"), 10 + n as u128));
        }
        refused(&db, "too-many", add("one_more".into(), 99));
    });
}
