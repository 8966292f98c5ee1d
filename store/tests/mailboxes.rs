//! Mailboxes, on both databases: how each is reached, how far it is read, who looks into it, and that no secret goes anywhere.

use crate::support;
use store::export;
use store::mailboxes::{
    self, Active, Hold, MailboxSpec, OAuth, Sealed, SecretKind, Security, SignIn, TEXT_AT_MOST, Way, secrets, standing,
};
use support::both;
use support::world::*;
use uuid::Uuid;
use watch::{Arg, Sentence};

const CARE: Uuid = Uuid::from_u128(0xCA2E);
const DESK: Uuid = Uuid::from_u128(0xDE5C);

fn way(host: &str, port: u16) -> Way {
    Way { host: host.into(), port, security: Security::Tls, user: "care".into(), sign_in: SignIn::Password }
}

fn spec(address: &str) -> MailboxSpec {
    MailboxSpec {
        address: address.into(),
        name: "Nordlot care".into(),
        incoming: Some(way(" IMAP.nordlot.example ", 993)),
        folder: String::new(),
        outgoing: Some(way("smtp.nordlot.example", 465)),
        oauth: None,
        per_hour: None,
    }
}

fn words(text: &str) -> Sentence {
    Sentence::new("mail-trouble", [("what", Arg::Text(text.into()))])
}

#[test]
fn a_mailbox_is_kept_tidied_changed_by_whoever_saw_it_and_logged() {
    both(|db| {
        build(&db);
        write(&db, |tx| mailboxes::add(tx, CARE, &spec("Care@Nordlot.example"), &by(1)));
        let kept = read(&db, |c| mailboxes::by_id(c, CARE)).expect("kept");
        assert_eq!(kept.spec.address, "care@nordlot.example");
        assert_eq!(
            (kept.spec.folder.as_str(), kept.spec.incoming.as_ref().map(|w| w.host.as_str())),
            ("INBOX", Some("imap.nordlot.example"))
        );
        assert!(
            kept.active && kept.by_default && kept.made_at == NOW,
            "the first one that sends is the one to send by"
        );
        refused(&db, "mailbox-taken", |tx| mailboxes::add(tx, DESK, &spec("care@nordlot.example"), &by(2)));
        let next = MailboxSpec { name: "Care".into(), ..kept.spec.clone() };
        let (stale, fresh) = (next.clone(), next);
        refused(&db, "setting-changed-meanwhile", move |tx| mailboxes::change(tx, CARE, &stale, 7, &by(3)));
        write(&db, move |tx| mailboxes::change(tx, CARE, &fresh, 1, &by(4)));
        assert_eq!(read(&db, mailboxes::list).iter().map(|m| m.spec.name.clone()).collect::<Vec<_>>(), ["Care"]);
        let log = read(&db, |c| store::audit::about(c, &CARE.to_string(), 9));
        let mut told: Vec<_> = log.iter().map(|l| l.what.as_str()).filter(|what| what.starts_with("mailbox")).collect();
        told.sort_unstable();
        assert_eq!(told, ["mailbox-added", "mailbox-changed"]);
    });
}

#[test]
fn what_cannot_be_reached_or_would_travel_open_is_refused() {
    both(|db| {
        let cases: Vec<(&'static str, MailboxSpec)> = vec![
            ("mailbox-address", spec("care")),
            ("mailbox-address", spec("a b@nordlot.example")),
            ("mailbox-address", spec("a@nordlot.example\r\nbcc: x@y.example")),
            ("mailbox-does-nothing", MailboxSpec { incoming: None, outgoing: None, ..spec("a@n.example") }),
            ("mailbox-host", MailboxSpec { incoming: Some(way("imap server", 993)), ..spec("a@n.example") }),
            ("mailbox-host", MailboxSpec { outgoing: Some(way("smtp.n.example", 0)), ..spec("a@n.example") }),
            (
                "mailbox-open",
                MailboxSpec {
                    incoming: Some(Way { security: Security::Open, ..way("imap.n.example", 143) }),
                    ..spec("a@n.example")
                },
            ),
            (
                "mailbox-oauth",
                MailboxSpec {
                    incoming: Some(Way { sign_in: SignIn::OAuth, ..way("imap.n.example", 993) }),
                    ..spec("a@n.example")
                },
            ),
            (
                "mailbox-oauth-endpoint",
                MailboxSpec {
                    oauth: Some(OAuth { token_endpoint: "http://x".into(), client: "c".into(), scope: String::new() }),
                    per_hour: None,
                    ..spec("a@n.example")
                },
            ),
            ("too-long", MailboxSpec { name: "n".repeat(TEXT_AT_MOST + 1), ..spec("a@n.example") }),
            ("mailbox-odd-letters", MailboxSpec { name: "n\r\nBcc: x@y.example".into(), ..spec("a@n.example") }),
        ];
        for (code, odd) in cases {
            refused(&db, code, move |tx| mailboxes::add(tx, CARE, &odd, &by(1)));
        }
        let here = MailboxSpec {
            incoming: Some(Way { security: Security::Open, ..way("localhost", 143) }),
            ..spec("a@n.example")
        };
        write(&db, move |tx| mailboxes::add(tx, CARE, &here, &by(1)));
        assert!(mailboxes::is_here("::1") && !mailboxes::is_here("localhost.evil.example"));
    });
}

#[test]
fn one_is_the_one_to_send_by_as_long_as_it_is_on() {
    both(|db| {
        write(&db, |tx| mailboxes::add(tx, CARE, &spec("care@nordlot.example"), &by(1)));
        write(&db, |tx| {
            mailboxes::add(tx, DESK, &MailboxSpec { outgoing: None, ..spec("desk@nordlot.example") }, &by(2))
        });
        refused(&db, "mailbox-sends-nothing", |tx| mailboxes::make_default(tx, DESK, &by(3)));
        write(&db, |tx| mailboxes::change(tx, DESK, &spec("desk@nordlot.example"), 1, &by(4)));
        write(&db, |tx| mailboxes::make_default(tx, DESK, &by(5)));
        assert_eq!(read(&db, mailboxes::default).map(|m| m.id), Some(DESK));
        write(&db, |tx| mailboxes::switch(tx, DESK, Active::Off, &by(6)));
        assert_eq!(read(&db, mailboxes::default), None);
        refused(&db, "mailbox-sends-nothing", |tx| mailboxes::make_default(tx, DESK, &by(7)));
        write(&db, |tx| mailboxes::switch(tx, DESK, Active::On, &by(8)));
        assert!(read(&db, |c| mailboxes::by_id(c, DESK)).is_some_and(|m| m.active));
    });
}

#[test]
fn how_far_it_is_read_only_goes_on_and_begins_anew_with_another_server() {
    both(|db| {
        write(&db, |tx| mailboxes::add(tx, CARE, &spec("care@nordlot.example"), &by(1)));
        let at = |db: &store::Db| read(db, |c| mailboxes::by_id(c, CARE)).expect("kept").standing;
        write(&db, |tx| Ok(standing::start_again(tx, CARE, Some(77))?));
        write(&db, |tx| Ok(standing::came(tx, CARE, 77, 101, 900, after(1))?));
        write(&db, |tx| Ok(standing::came(tx, CARE, 77, 51, 0, after(2))?));
        write(&db, |tx| Ok(standing::came(tx, CARE, 76, 201, 0, after(2))?));
        let standing = at(&db);
        assert_eq!((standing.uid_validity, standing.uid_next, standing.behind), (Some(77), 101, 900));
        assert_eq!((standing.looked_at, standing.new_at), (Some(after(1)), Some(after(1))));
        write(&db, |tx| Ok(standing::trouble(tx, CARE, &words("no route"), after(3))?));
        write(&db, |tx| Ok(standing::trouble(tx, CARE, &words("no login"), after(4))?));
        let standing = at(&db);
        assert_eq!((standing.trouble.map(|s| s.0), standing.trouble_since), (Some(words("no login")), Some(after(3))));
        write(&db, |tx| Ok(standing::looked(tx, CARE, 0, after(5))?));
        assert_eq!((at(&db).trouble, at(&db).looked_at, at(&db).behind), (None, Some(after(5)), 0));
        write(&db, |tx| Ok(standing::out_trouble(tx, CARE, &words("refused"), after(6))?));
        assert_eq!(at(&db).out_trouble_since, Some(after(6)));
        write(&db, |tx| Ok(standing::out_well(tx, CARE)?));
        assert_eq!(at(&db).out_trouble, None);
        let moved = MailboxSpec { incoming: Some(way("other.example", 993)), ..spec("care@nordlot.example") };
        write(&db, move |tx| mailboxes::change(tx, CARE, &moved, 1, &by(2)));
        assert_eq!((at(&db).uid_validity, at(&db).uid_next), (None, 1));
    });
}

#[test]
fn of_two_servers_one_looks_into_a_mailbox_until_it_no_longer_says_so() {
    both(|db| {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        write(&db, |tx| mailboxes::add(tx, CARE, &spec("care@nordlot.example"), &by(1)));
        let hold = |who, minute| write(&db, move |tx| Ok(standing::hold(tx, CARE, who, after(minute))?));
        assert_eq!((hold(one, 0), hold(two, 1), hold(one, 2)), (Hold::Mine, Hold::Anothers, Hold::Mine));
        assert_eq!((hold(two, 4), hold(two, 6), hold(one, 7)), (Hold::Anothers, Hold::Mine, Hold::Anothers));
        write(&db, move |tx| Ok(standing::let_go(tx, two)?));
        assert_eq!(hold(one, 7), Hold::Mine);
    });
}

#[test]
fn no_export_and_no_log_holds_a_secret_and_another_server_is_never_told_it() {
    both(|db| {
        write(&db, |tx| mailboxes::add(tx, CARE, &spec("care@nordlot.example"), &by(1)));
        for kind in SecretKind::ALL {
            let kind = *kind;
            write(&db, move |tx| secrets::keep_secret(tx, CARE, kind, &Sealed(vec![0xab; 40]), &by(2)));
        }
        let has = |kind| read(&db, move |c| secrets::has_secret(c, CARE, kind));
        assert!(has(SecretKind::PasswordIn) && has(SecretKind::RefreshToken));
        let sealed = read(&db, |c| secrets::secret(c, CARE, SecretKind::PasswordOut));
        assert!(sealed.is_some_and(|sealed| sealed.0 == vec![0xab; 40]));
        write(&db, |tx| Ok(secrets::renew(tx, CARE, SecretKind::RefreshToken, &Sealed(vec![0xab; 41]), after(1))?));
        let sealed = read(&db, |c| secrets::secret(c, CARE, SecretKind::RefreshToken));
        assert!(sealed.is_some_and(|sealed| sealed.0.len() == 41));
        assert_eq!(read(&db, secrets::mail_key), None);
        assert_eq!(write(&db, |tx| Ok(secrets::keep_mail_key(tx, [0xcd; 32], NOW)?)), [0xcd; 32]);
        assert_eq!(write(&db, |tx| Ok(secrets::keep_mail_key(tx, [1; 32], NOW)?)), [0xcd; 32], "the first one stands");
        let (mut place, mut all) = (Some(export::Place::default()), String::new());
        while let Some(from) = place {
            let (page, next) = read(&db, move |conn| export::page(conn, from));
            all.extend(page.iter().map(ToString::to_string));
            place = next;
        }
        let log = read(&db, |c| store::audit::list(c, None, 99));
        assert!(log.iter().any(|l| l.what == "mailbox-password-in"));
        let all = format!("{all}{log:?}");
        assert!(!all.contains(&"ab".repeat(40)) && !all.contains(&"cd".repeat(32)), "{all}");
        let version = read(&db, |c| mailboxes::by_id(c, CARE)).expect("kept").version;
        let moved = MailboxSpec { incoming: Some(way("evil.example", 993)), ..spec("care@nordlot.example") };
        write(&db, move |tx| mailboxes::change(tx, CARE, &moved, version, &by(3)));
        assert!(!has(SecretKind::PasswordIn) && has(SecretKind::PasswordOut));
        write(&db, |tx| Ok(secrets::forget_secret(tx, CARE, SecretKind::PasswordOut)?));
        assert!(!has(SecretKind::PasswordOut));
    });
}
