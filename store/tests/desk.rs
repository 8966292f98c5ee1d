//! What the live desk keeps beside the cases: who is where, when they looked, what they have begun, whose team they are; on both databases.

use crate::support;
use casework::commands::AddNote;
use casework::ids::*;
use jiff::{SignedDuration, Timestamp};
use store::drafts::{self, Draft};
use store::looks::{self, Look};
use store::moves::{self, Moves};
use store::people::{self, Person};
use store::presence::{self, Here};
use store::run::{self, Whose};
use store::{checks, teams};
use support::both;
use support::world::*;
use uuid::Uuid;

fn later(seconds: i64) -> Timestamp {
    NOW.checked_add(SignedDuration::from_secs(seconds)).expect("in range")
}

fn here(tab: u128, person: PersonId, place: &str, doing: &str) -> Here {
    Here { tab: Uuid::from_u128(tab), person, place: place.into(), doing: doing.into() }
}

#[test]
fn who_has_a_page_open_is_known_for_two_minutes_and_no_longer() {
    both(|db| {
        build(&db);
        let pages = [here(1, EWA, "case/1042", ""), here(2, MARIA, "case/1042", "record-conversation")];
        let noted = pages.clone();
        write(&db, move |tx| Ok(presence::note(tx, &noted, NOW)?));
        write(&db, |tx| Ok(presence::note(tx, &[here(3, EWA, "case/7", "")], later(60))?));
        let at = |seconds: i64| -> Vec<Here> {
            let pages = read(&db, |c| presence::at(c, "case/1042"));
            presence::still_open(&pages, later(seconds)).cloned().collect()
        };
        let mut both_there = pages.to_vec();
        both_there.sort_by_key(|page| page.person.0);
        assert_eq!(at(119), both_there);
        assert_eq!(read(&db, |c| presence::all(c, later(119))).len(), 3);
        assert!(at(120).is_empty(), "nobody lingers");
        // Renewed, it stays; another person cannot renew or close it.
        write(&db, |tx| {
            presence::note(tx, &[here(1, EWA, "case/1042", ""), here(2, EWA, "case/1042", "")], later(100))?;
            Ok(presence::gone(tx, Uuid::from_u128(1), MARIA)?)
        });
        assert_eq!(at(150), [pages[0].clone()]);
        write(&db, |tx| Ok(presence::gone(tx, Uuid::from_u128(1), EWA)?));
        assert_eq!(at(101), [pages[1].clone()]);
        assert_eq!(write(&db, |tx| Ok(presence::sweep(tx, later(300))?)), 2, "and nothing is left of it");
    });
}

#[test]
fn what_moved_is_told_from_what_is_kept() {
    both(|db| {
        build(&db);
        let first = open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0));
        let second = open(&db, trouble(ACME, MS_RAO, "Two"), 2, after(10));
        act(&db, first, AddNote { text: "Looked at.".into(), happened_at: None }, 3, after(20));
        let moved = |from: i64| match read(&db, move |c| moves::since(c, after(from))) {
            Moves::These(all) => all.into_iter().map(|m| m.number).collect::<Vec<_>>(),
            Moves::TooMany => panic!("three events are not too many"),
        };
        assert_eq!(moved(0), [first, second]);
        assert_eq!(moved(10), [first, second], "from the very moment on");
        assert_eq!(moved(11), [first]);
        assert_eq!(moved(21), []);
        assert!(read(&db, move |c| moves::case_since(c, first, after(20))));
        assert!(!read(&db, move |c| moves::case_since(c, second, after(20))));
        assert!(read(&db, |c| moves::any_since(c, after(20))) && !read(&db, |c| moves::any_since(c, after(21))));
        // The newest event of a case tells a second move from the first.
        let Moves::These(before) = read(&db, |c| moves::since(c, after(20))) else { panic!("few") };
        act(&db, first, AddNote { text: "And again.".into(), happened_at: None }, 4, after(20));
        let Moves::These(now) = read(&db, |c| moves::since(c, after(20))) else { panic!("few") };
        assert!(now[0].seq > before[0].seq);
    });
}

#[test]
fn a_look_lasts_while_somebody_keeps_looking() {
    let (first, minute) = (looks::at(None, NOW), SignedDuration::from_mins(1));
    assert_eq!(first, Look { since: NOW, seen: NOW }, "on the first day nothing is new");
    let reload = looks::at(Some(first), after(19));
    assert_eq!(reload, Look { since: NOW, seen: after(19) });
    let back = looks::at(Some(reload), after(19 + 20));
    assert_eq!(back, Look { since: after(19), seen: after(39) }, "after a pause, what came since is new");
    assert!(looks::is_stale(None, NOW) && looks::is_stale(Some(first), NOW + minute));
    assert!(!looks::is_stale(Some(first), later(59)));
    both(|db| {
        build(&db);
        assert_eq!(read(&db, |c| looks::of(c, MARIA, "mine")), None);
        for look in [first, back] {
            write(&db, move |tx| Ok(looks::note(tx, MARIA, "mine", look)?));
        }
        assert_eq!(read(&db, |c| looks::of(c, MARIA, "mine")), Some(back));
        assert_eq!(read(&db, |c| looks::of(c, MARIA, "all")), None, "each list by itself");
        assert_eq!(read(&db, |c| looks::of(c, EWA, "mine")), None, "and each person");
    });
}

#[test]
fn what_happened_to_the_cases_of_a_list_is_read_newest_first() {
    both(|db| {
        build(&db);
        let one = open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0));
        act(&db, one, AddNote { text: "Looked at.".into(), happened_at: None }, 3, after(20));
        open(&db, trouble(ACME, MS_RAO, "Another"), 4, after(30));
        let case = CaseId(Uuid::from_u128(0xCA5E_0001));
        let kinds = |since: i64| -> Vec<String> {
            read(&db, move |c| run::news(c, &[case], after(since))).into_iter().map(|n| n.row.kind).collect()
        };
        assert_eq!(kinds(0), ["note_added"]);
        assert_eq!(kinds(-1).last().map(String::as_str), Some("case_opened"));
        assert!(read(&db, |c| run::news(c, &[], NOW)).is_empty());
    });
}

#[test]
fn a_draft_is_its_persons_own_and_is_forgotten_after_two_weeks() {
    both(|db| {
        build(&db);
        const PAGE: &str = "/cases/MG-1/do/add-note";
        let of = |person: PersonId| read(&db, move |c| drafts::of(c, person, PAGE));
        write(&db, |tx| drafts::keep(tx, MARIA, PAGE, "words=Half", NOW));
        write(&db, |tx| drafts::keep(tx, MARIA, PAGE, "words=Half+the+boards", after(5)));
        let kept = Draft { page: PAGE.into(), body: "words=Half+the+boards".into(), kept_at: after(5) };
        assert_eq!(of(MARIA), Some(kept.clone()));
        assert_eq!(of(EWA), None, "nobody reads another's draft");
        write(&db, |tx| Ok(drafts::forget(tx, EWA, PAGE)?));
        assert_eq!(read(&db, |c| drafts::list(c, MARIA)), [kept], "nor takes it away");
        refused(&db, "draft-too-long", |tx| drafts::keep(tx, MARIA, PAGE, &"x".repeat(70_000), NOW));
        write(&db, |tx| Ok(drafts::forget(tx, MARIA, PAGE)?));
        assert_eq!(of(MARIA), None);

        for n in 0..105 {
            write(&db, move |tx| drafts::keep(tx, MARIA, &format!("/p/{n}"), "a=b", after(n)));
        }
        let pages = read(&db, |c| drafts::list(c, MARIA));
        assert_eq!((pages.len(), pages[0].page.as_str(), pages[99].page.as_str()), (100, "/p/104", "/p/5"));
        let two_weeks_after_100 = after(100 + 14 * 1440);
        assert_eq!(write(&db, move |tx| Ok(drafts::sweep(tx, two_weeks_after_100)?)), 96);
        write(&db, |tx| Ok(drafts::forget_all(tx, MARIA)?));
        assert!(read(&db, |c| drafts::list(c, MARIA)).is_empty());
    });
}

#[test]
fn who_leaves_leaves_no_draft_behind() {
    both(|db| {
        build(&db);
        write(&db, |tx| drafts::keep(tx, QUINN, "/p", "a=b", NOW));
        let quinn: Person = read(&db, |c| people::by_id(c, QUINN)).expect("Quinn");
        write(&db, move |tx| people::change(tx, &Person { active: false, ..quinn.clone() }, &by(60)));
        assert!(read(&db, |c| drafts::list(c, QUINN)).is_empty());
    });
}

#[test]
fn a_team_is_a_word_and_its_list_is_that_of_all_its_people() {
    both(|db| {
        build(&db);
        open(&db, trouble(ACME, MS_RAO, "One"), 1, after(0));
        let contacts = |whose: Whose| read(&db, move |c| run::run_to_it(c, whose, after(1)))[0].lines.len();
        assert_eq!((contacts(Whose::Mine(MARIA)), contacts(Whose::Mine(EWA))), (1, 0));
        assert_eq!(contacts(Whose::Team(EWA)), 0, "who is in no team has no more than their own");
        write(&db, |tx| teams::set(tx, MARIA, " Inside  sales", &by(70)));
        write(&db, |tx| teams::set(tx, EWA, "INSIDE SALES", &by(71)));
        assert_eq!(read(&db, |c| teams::of(c, EWA)), "Inside sales", "other letters, the same team");
        assert_eq!(read(&db, teams::all), ["Inside sales"]);
        assert_eq!((contacts(Whose::Team(EWA)), contacts(Whose::Team(MARIA)), contacts(Whose::Team(QUINN))), (1, 1, 0));
        assert!(read(&db, |c| checks::owed_by_team(c, EWA, after(1), 10)).is_empty());
        write(&db, |tx| teams::set(tx, MARIA, "", &by(72)));
        assert_eq!(contacts(Whose::Team(EWA)), 0);
        write(&db, |tx| teams::set(tx, EWA, "Inside Sales", &by(73)));
        assert_eq!(read(&db, |c| teams::of(c, EWA)), "Inside Sales", "who is alone may spell it anew");
        refused(&db, "team-too-long", |tx| teams::set(tx, EWA, &"x".repeat(61), &by(74)));
        refused(&db, "no-such-person", |tx| teams::set(tx, PersonId(Uuid::from_u128(404)), "A", &by(75)));
        let log = read(&db, |c| store::audit::about(c, &EWA.to_string(), 10));
        let last = |entry: &store::audit::Entry| entry.after.as_deref() == Some("\"Inside Sales\"");
        assert!(log.iter().any(|entry| entry.what == "person-team-changed" && last(entry)));
    });
}

#[test]
fn lists_without_a_history_are_told_apart_by_their_outline() {
    both(|db| {
        build(&db);
        let before = read(&db, moves::outline);
        assert_eq!(before, moves::Outline::default());
        write(&db, |tx| {
            let raised = store::signals::Raised {
                kind: "mail".into(),
                subject: "one".into(),
                account: Some(ACME),
                contact: None,
                line: None,
                message: None,
                evidence: watch::Sentence { key: "x".into(), args: Default::default() },
                since: NOW,
                owed_at: later(5),
                detected_at: NOW,
                first_to_tell: store::signals::FirstToTell::Customer,
                raised_by: None,
                confidence: None,
            };
            let mut mint = store::mint::Mint::new(Uuid::from_u128(9), NOW);
            Ok(store::signals::raise(tx, &[raised], &mut mint)?)
        });
        let raised = read(&db, moves::outline);
        assert_eq!((raised.signals.0, raised.checks), (1, (0, 0)));
        assert_ne!(before, raised);
    });
}
