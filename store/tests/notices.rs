//! Notices beyond the page, on both databases: how each colleague wants to hear, what is said again, links in mails, and webhooks.

use crate::support;
use casework::clock::ClockKind;
use casework::ids::*;
use casework::kinds::Role;
use casework::notices::{About, ByMail};
use casework::text::Text;
use jiff::SignedDuration;
use store::hook_posts::{self, PostState, TRIES};
use store::hooks::{self, HOOKS_AT_MOST, HookActive, HookSpec, Tells};
use store::hooks_in::{self, HOOKS_IN_AT_MOST, HookInSpec};
use store::mailboxes::Sealed;
use store::notice_links::{self, LinkWhat};
use store::notice_ways::{self, ByHooks, Way};
use store::notices::{self, Begun};
use store::outbox::{self, Settled};
use store::{By, Db, cases, imports, sql};
use support::both;
use support::world::*;
use uuid::Uuid;

const HOOK: Uuid = Uuid::from_u128(0x400C);

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn asks(who: PersonId, n: u128) -> By {
    By { person: Some(who), ..by(n) }
}

#[test]
fn each_colleague_chooses_for_themselves_and_nobody_turns_danger_off() {
    both(|db| {
        build(&db);
        assert_eq!(read(&db, |c| notice_ways::of(c, MARIA)), notice_ways::proposed());
        let mut ways = notice_ways::proposed();
        ways.insert(About::Customer, Way { mail: ByMail::AtOnce, hooks: ByHooks::No, push: notice_ways::ByPush::Yes });
        ways.insert(About::Danger, Way { mail: ByMail::Off, hooks: ByHooks::No, push: notice_ways::ByPush::Yes });
        let wished = ways.clone();
        refused(&db, "not-allowed", {
            let ways = ways.clone();
            move |tx| notice_ways::keep(tx, MARIA, &ways, &asks(EWA, 1))
        });
        write(&db, move |tx| notice_ways::keep(tx, MARIA, &ways, &asks(MARIA, 2)));
        let kept = read(&db, |c| notice_ways::of(c, MARIA));
        assert_eq!(kept[&About::Customer], wished[&About::Customer]);
        assert_eq!(kept[&About::Danger].mail, ByMail::AtOnce, "where somebody is hurt, everybody hears");
        assert_eq!(read(&db, |c| notice_ways::of(c, EWA)), notice_ways::proposed());
        let off = notice_ways::without_mail(&kept);
        assert!(off.iter().all(|(about, way)| (way.mail == ByMail::Off) == about.may_choose()));
        assert_eq!(off[&About::Customer].hooks, ByHooks::No);
    });
}

/// A notice told by the program itself, on a case, and its run.
fn told(db: &Db, n: u128, case: Option<CaseId>, urgent: bool, minutes: i64) {
    write(db, move |tx| {
        let text = Text::new("notice-safety").with("title", "Boards");
        outbox::tell(tx, id(n), case, EWA, &text, after(minutes))?;
        outbox::tell(tx, id(n), case, EWA, &text, after(minutes))?;
        let begun = Begun {
            notice: id(n),
            person: EWA,
            case,
            about: About::Danger,
            urgent,
            mail: ByMail::AtOnce,
            roles: &[Role::Manager],
            next: Some(after(minutes)),
        };
        notices::begin(tx, &begun, after(minutes))?;
        Ok(notices::begin(tx, &begun, after(minutes + 1))?)
    });
}

#[test]
fn what_is_due_is_said_again_until_it_ends_or_is_acknowledged() {
    both(|db| {
        build(&db);
        told(&db, 1, None, true, 0);
        told(&db, 2, None, false, 5);
        assert_eq!(read(&db, |c| notices::due_people(c, after(4))), [EWA]);
        assert_eq!(read(&db, |c| notices::due_people(c, after(-1))), []);
        let due = |minutes| write(&db, move |tx| Ok(notices::due(tx, EWA, after(minutes))?));
        let both_due = due(5);
        assert_eq!(both_due.iter().map(|run| run.notice).collect::<Vec<_>>(), [id(2), id(1)], "the newest first");
        assert_eq!(
            (both_due[1].urgent, both_due[1].times, both_due[1].roles.as_slice()),
            (true, 0, &[Role::Manager][..])
        );
        assert_eq!(both_due[0].text().expect("a text").key, "notice-safety");
        assert_eq!(read(&db, |c| notices::last_mail(c, EWA)), None);
        write(&db, |tx| Ok(notices::put_off(tx, &[id(2)], after(8))?));
        assert_eq!(due(7).len(), 1, "the other is put off");
        assert_eq!(due(8).len(), 2);
        write(&db, |tx| {
            notices::mailed(tx, &[id(1), id(2)], after(5))?;
            notices::end(tx, &[id(2)])?;
            outbox::mark_seen(tx, EWA, after(5))?;
            Ok(notices::said(tx, id(1), after(20))?)
        });
        assert_eq!(read(&db, |c| notices::last_mail(c, EWA)), Some(after(5)));
        assert_eq!(read(&db, |c| outbox::unseen(c, EWA, after(6))), 1, "said again, it is new again");
        assert!(due(19).is_empty());
        assert_eq!(due(20)[0].times, 1);
        let waiting = read(&db, |c| notices::unanswered(c, EWA));
        assert_eq!((waiting.len(), waiting[0].notice, waiting[0].times), (1, id(1), 1));
        assert_eq!(read(&db, |c| notices::waiting(c, EWA)), 1);
        assert_eq!(waiting[0].notice().expect("a notice").text.key, "notice-safety");
        assert_eq!(write(&db, |tx| Ok(notices::acknowledge(tx, id(1), MARIA, after(21))?)), 0, "it is not hers");
        assert_eq!(write(&db, |tx| Ok(notices::acknowledge(tx, id(1), EWA, after(21))?)), 1);
        assert_eq!(write(&db, |tx| Ok(notices::acknowledge(tx, id(1), EWA, after(22))?)), 0);
        write(&db, |tx| Ok(notices::said(tx, id(1), after(30))?));
        assert!(due(60).is_empty() && read(&db, |c| notices::unanswered(c, EWA)).is_empty());
        told(&db, 3, None, false, 70);
        write(&db, |tx| Ok(notices::end_rest(tx, MARIA, after(70))?));
        write(&db, |tx| Ok(notices::end_rest(tx, EWA, after(69))?));
        assert_eq!(due(70).len(), 1);
        write(&db, |tx| Ok(notices::end_rest(tx, EWA, after(70))?));
        assert!(due(70).is_empty());
        let much_later = after(0) + notices::KEPT_FOR + SignedDuration::from_hours(2);
        assert_eq!(write(&db, move |tx| Ok(notices::sweep(tx, much_later)?)), 3);
    });
}

#[test]
fn what_a_notice_says_is_looked_up_again() {
    both(|db| {
        build(&db);
        let number = open(&db, trouble(ACME, MS_RAO, "Half the boards are dead."), 1, after(0));
        let case = read(&db, move |c| cases::by_number(c, number)).expect("the case").case;
        let (case_id, owner) = (case.id, case.team.owner);
        let now = read(&db, move |c| notices::cases_now(c, &[case_id.0, id(99)]));
        assert!(now.len() == 1 && now[0].open && now[0].state.contains(&owner.0.to_string()));
        assert!(read(&db, |c| notices::cases_now(c, &[])).is_empty());
        let clock = case.clocks.iter().find(|clock| clock.kind == ClockKind::FirstContact).expect("a clock").due;
        assert!(read(&db, move |c| notices::still_runs(c, case_id, ClockKind::FirstContact.word(), clock)));
        assert!(!read(&db, move |c| notices::still_runs(c, case_id, ClockKind::FirstContact.word(), after(1))));
        let acted = move |since| read(&db, move |c| notices::acted_since(c, case_id, owner, since));
        assert_eq!((acted(after(-1)), acted(after(0))), (true, false), "its owner opened it, and did nothing since");
    });
}

#[test]
fn a_link_in_a_mail_is_for_one_person_one_thing_and_thirty_days() {
    both(|db| {
        build(&db);
        write(&db, |tx| Ok(notice_links::make(tx, "secret", EWA, LinkWhat::Off, after(0))?));
        let who = |token: &'static str, what, at| {
            read(&db, move |c| notice_links::person(c, token, what, at)).map(|person| person.id)
        };
        assert_eq!(who("secret", LinkWhat::Off, after(60)), Some(EWA));
        assert_eq!(who("secret", LinkWhat::Acknowledge, after(60)), None);
        assert_eq!(who("another", LinkWhat::Off, after(60)), None);
        let over = after(0) + notice_links::WORKS_FOR;
        assert_eq!(who("secret", LinkWhat::Off, over), None);
        assert_eq!(write(&db, |tx| Ok(notice_links::sweep(tx, after(60))?)), 0);
        assert_eq!(write(&db, move |tx| Ok(notice_links::sweep(tx, over)?)), 1);
    });
}

/// As the program seals it; the store does not look inside.
fn sealed(bytes: &[u8]) -> Sealed {
    Sealed(bytes.to_vec())
}

fn spec(name: &str) -> HookSpec {
    let (name, url) = (name.to_owned(), "https://chat.example/hook".to_owned());
    HookSpec { name, url, about: vec![About::Danger, About::Promises], tells: Tells::Links }
}

#[test]
fn a_webhook_is_kept_changed_by_whoever_saw_it_and_its_secret_is_in_no_export() {
    both(|db| {
        build(&db);
        write(&db, |tx| hooks::add(tx, HOOK, &spec(" Chat "), &sealed(b"a secret of thirty-two bytes...."), &by(1)));
        write(&db, |tx| hooks::add(tx, HOOK, &spec("Chat"), &sealed(b"another"), &by(1)));
        assert_eq!(
            read(&db, |c| hooks::secret(c, HOOK)).map(|kept| kept.0),
            Some(b"a secret of thirty-two bytes....".to_vec())
        );
        let kept = read(&db, |c| hooks::by_id(c, HOOK)).expect("kept");
        assert_eq!((kept.spec(), kept.version, kept.active), (spec("Chat"), 1, true));
        refused(&db, "hook-name", |tx| hooks::add(tx, id(2), &spec(" "), &sealed(b""), &by(2)));
        refused(&db, "hook-about", |tx| {
            hooks::add(tx, id(2), &HookSpec { about: vec![], ..spec("x") }, &sealed(b""), &by(2))
        });
        refused(&db, "hook-url", |tx| {
            hooks::add(tx, id(2), &HookSpec { url: String::new(), ..spec("x") }, &sealed(b""), &by(2))
        });
        refused(&db, "no-such-hook", |tx| hooks::change(tx, id(2), &spec("x"), 1, &by(2)));
        write(&db, |tx| {
            hooks::ill(tx, HOOK, "status|500", after(1))?;
            Ok(hooks::ill(tx, HOOK, "name|", after(2))?)
        });
        let ill = read(&db, hooks::list).remove(0);
        assert_eq!((ill.failing_since, ill.trouble.as_str()), (Some(after(1)), "name|"));
        let moved = HookSpec { url: "https://chat.example/other".into(), ..spec("Chat") };
        refused(&db, "setting-changed-meanwhile", {
            let moved = moved.clone();
            move |tx| hooks::change(tx, HOOK, &moved, 9, &by(3))
        });
        write(&db, move |tx| hooks::change(tx, HOOK, &moved, 1, &by(4)));
        assert_eq!(read(&db, hooks::list)[0].failing_since, None, "another address begins well");
        write(&db, |tx| Ok(hooks::well(tx, HOOK)?));
        write(&db, |tx| hooks::new_secret(tx, HOOK, &sealed(b"new"), &by(5)));
        assert_eq!(read(&db, |c| hooks::secret(c, HOOK)).map(|kept| kept.0), Some(b"new".to_vec()));
        write(&db, |tx| hooks::switch(tx, HOOK, HookActive::Off, &by(6)));
        assert!(!read(&db, hooks::list)[0].active);
        for n in 1..HOOKS_AT_MOST {
            let n = n as u128 + 100;
            write(&db, move |tx| hooks::add(tx, id(n), &spec("More"), &sealed(b"x"), &by(n)));
        }
        refused(&db, "too-many-entries", |tx| hooks::add(tx, id(999), &spec("Last"), &sealed(b"x"), &by(999)));
    });
}

#[test]
fn a_post_is_taken_by_one_tried_five_times_shown_and_sent_again_when_a_person_says_so() {
    both(|db| {
        build(&db);
        write(&db, |tx| hooks::add(tx, HOOK, &spec("Chat"), &sealed(b"x"), &by(1)));
        write(&db, |tx| {
            hook_posts::keep(tx, id(1), HOOK, id(7), "{}", after(0))?;
            hook_posts::keep(tx, id(1), HOOK, id(7), "{}", after(0))?;
            Ok(hook_posts::keep(tx, id(2), HOOK, id(7), &"x".repeat(hook_posts::BODY_AT_MOST + 1), after(0))?)
        });
        let claim = |minutes| write(&db, move |tx| Ok(hook_posts::claim(tx, after(minutes))?));
        let mut minutes = 0;
        for attempt in 1..=TRIES {
            let due = claim(minutes);
            assert_eq!((due.len(), due[0].attempts, due[0].url.as_str()), (1, attempt, "https://chat.example/hook"));
            assert!(claim(minutes).is_empty(), "it is leased");
            let back = write(&db, move |tx| Ok(hook_posts::given_back(tx, id(1), attempt)?));
            assert_eq!((back, claim(minutes)[0].attempts), (Settled::Kept, attempt), "that was no try");
            let at = after(minutes);
            assert_eq!(write(&db, move |tx| Ok(hook_posts::failed(tx, id(1), 99, "x|", at)?)), Settled::TooLate);
            let kept = write(&db, move |tx| Ok(hook_posts::failed(tx, id(1), attempt, "status|500", at)?));
            assert_eq!(kept, Settled::Kept);
            minutes += outbox::pause_after(attempt).as_mins();
        }
        assert!(claim(10_000).is_empty(), "given up");
        assert_eq!(read(&db, |c| hook_posts::counts(c, HOOK)), (0, 1));
        let shown = read(&db, |c| hook_posts::of_hook(c, HOOK));
        assert_eq!((shown[0].state, shown[0].said.as_str()), (PostState::Failed, "status|500"));
        assert_eq!(write(&db, |tx| Ok(hook_posts::again(tx, HOOK, after(20_000))?)), 1);
        write(&db, |tx| hooks::switch(tx, HOOK, HookActive::Off, &by(2)));
        assert!(claim(20_000).is_empty(), "nothing leaves for one that is off");
        write(&db, |tx| hooks::switch(tx, HOOK, HookActive::On, &by(3)));
        assert_eq!(claim(20_000).len(), 1);
        assert_eq!(write(&db, |tx| Ok(hook_posts::sent(tx, id(1), 1, after(20_001))?)), Settled::Kept);
        assert_eq!(read(&db, |c| hook_posts::counts(c, HOOK)), (0, 0));
        let later = after(20_001) + hook_posts::KEPT_FOR;
        assert_eq!(write(&db, move |tx| Ok(hook_posts::sweep(tx, later)?)), 1);
    });
}

/// A secret that an earlier program kept as it was is sealed once, by whoever has the key, and signs nothing before.
#[test]
fn a_plain_secret_of_an_earlier_program_is_sealed_in_its_place() {
    both(|db| {
        build(&db);
        write(&db, |tx| hooks::add(tx, HOOK, &spec("Chat"), &sealed(b"plain"), &by(1)));
        write(&db, |tx| Ok(tx.put(sql!("update hooks set sealed = 0"), &[])?));
        assert!(read(&db, |c| hooks::secret(c, HOOK)).is_none());
        assert_eq!(read(&db, hooks::unsealed), [(HOOK, b"plain".to_vec())]);
        write(&db, |tx| Ok(hooks::seal(tx, HOOK, b"another", &sealed(b"wrong"))?));
        write(&db, |tx| Ok(hooks::seal(tx, HOOK, b"plain", &sealed(b"right"))?));
        write(&db, |tx| Ok(hooks::seal(tx, HOOK, b"plain", &sealed(b"late"))?));
        assert_eq!(read(&db, |c| hooks::secret(c, HOOK)).map(|kept| kept.0), Some(b"right".to_vec()));
        assert!(read(&db, hooks::unsealed).is_empty());
    });
}

fn incoming(name: &str) -> HookInSpec {
    HookInSpec { name: name.into(), list: "returns".into() }
}

#[test]
fn an_incoming_webhook_is_kept_once_rotated_and_hears_each_message_once() {
    both(|db| {
        build(&db);
        write(&db, |tx| hooks_in::add(tx, HOOK, &incoming(" ERP "), &sealed(b"one"), &by(1)));
        write(&db, |tx| hooks_in::add(tx, HOOK, &incoming("ERP"), &sealed(b"another"), &by(1)));
        let kept = read(&db, |c| hooks_in::by_id(c, HOOK)).expect("kept");
        assert_eq!((kept.spec(), kept.active, kept.heard_at), (incoming("ERP"), true, None));
        let good = |db: &Db, now| -> Vec<Vec<u8>> {
            read(db, move |c| hooks_in::secrets(c, HOOK, now)).into_iter().map(|kept| kept.0).collect()
        };
        assert_eq!(good(&db, NOW), [b"one"]);
        refused(&db, "hook-name", |tx| hooks_in::add(tx, id(2), &incoming(" "), &sealed(b""), &by(2)));
        refused(&db, "no-such-hook", |tx| hooks_in::new_secret(tx, id(2), &sealed(b"x"), &by(2)));
        write(&db, |tx| hooks_in::new_secret(tx, HOOK, &sealed(b"two"), &by(3)));
        let until =
            read(&db, |c| hooks_in::by_id(c, HOOK)).expect("kept").old_until.expect("the one before is good, too");
        assert_eq!(until, NOW + hooks_in::OLD_GOOD_FOR);
        assert_eq!(good(&db, until - jiff::SignedDuration::from_secs(1)), [b"two", b"one"], "the sender changes over");
        assert_eq!(good(&db, until), [b"two"]);
        write(&db, |tx| hooks_in::new_secret(tx, HOOK, &sealed(b"six"), &by(4)));
        assert_eq!(good(&db, NOW), [b"six", b"two"], "never three at once");
        refused(&db, "no-such-hook", |tx| hooks_in::end_old_secret(tx, id(2), &by(5)));
        write(&db, |tx| hooks_in::end_old_secret(tx, HOOK, &by(5)));
        assert_eq!(good(&db, NOW), [b"six"], "somebody else may know it");
        let hear = |db: &Db| write(db, |tx| Ok(hooks_in::heard(tx, HOOK, id(7), after(5))?));
        assert_eq!(hear(&db), None);
        write(&db, |tx| {
            imports::begin(tx, id(7), "returns", "webhook ERP", after(5))?;
            Ok(())
        });
        assert_eq!(hear(&db), None, "it broke off and is taken again");
        write(&db, |tx| Ok(imports::finish(tx, id(7), "{}", after(5))?));
        assert_eq!(hear(&db).as_deref(), Some("{}"));
        assert_eq!(read(&db, |c| imports::report_of(c, id(8))), None);
        assert_eq!(read(&db, hooks_in::list)[0].heard_at, Some(after(5)));
        write(&db, |tx| hooks_in::switch(tx, HOOK, HookActive::Off, &by(6)));
        assert!(good(&db, NOW).is_empty(), "one that is off takes nothing");
        for n in 1..HOOKS_IN_AT_MOST {
            let n = n as u128 + 100;
            write(&db, move |tx| hooks_in::add(tx, id(n), &incoming("More"), &sealed(b"x"), &by(n)));
        }
        refused(&db, "too-many-entries", |tx| hooks_in::add(tx, id(999), &incoming("Last"), &sealed(b"x"), &by(999)));
    });
}
