//! The own file of the message review on both databases: every version with who and when, and the messages that left.

use crate::support;
use serde_json::json;
use store::review_rules::{self, BODY_AT_MOST};
use store::{audit, firm};
use support::both;
use support::world::*;

#[test]
fn each_version_stays_with_who_and_when() {
    both(|db| {
        build(&db);
        let before = read(&db, firm::version);
        assert_eq!(read(&db, review_rules::current).version, 0, "nobody wrote anything");
        write(&db, |tx| review_rules::keep(tx, "[rules.DS10]\noff = true\n", 0, &by(1)));
        write(&db, |tx| review_rules::keep(tx, "", 1, &by(2)));
        // Pressed twice, done once.
        write(&db, |tx| review_rules::keep(tx, "", 1, &by(2)));
        refused(&db, "setting-changed-meanwhile", |tx| review_rules::keep(tx, "[words]\n", 1, &by(3)));
        let long = "x".repeat(BODY_AT_MOST + 1);
        refused(&db, "too-long", move |tx| review_rules::keep(tx, &long, 2, &by(4)));
        let current = read(&db, review_rules::current);
        assert_eq!((current.version, current.body.as_str(), current.person), (2, "", Some(ANNA)));
        let all = read(&db, |conn| review_rules::versions(conn, 20));
        assert_eq!(all.iter().map(|v| v.version).collect::<Vec<_>>(), [2, 1], "newest first");
        let first = read(&db, |conn| review_rules::version(conn, 1)).expect("kept");
        assert_eq!(first.body, "[rules.DS10]\noff = true\n");
        assert_eq!(read(&db, |conn| review_rules::version(conn, 3)), None);
        let seen = read(&db, firm::load);
        assert_eq!((seen.review_rules.version, seen.version > before), (2, true), "every server reads it again");
        let log = read(&db, |conn| audit::about(conn, "review-rules", 20));
        assert_eq!(log.len(), 2);
        assert!(log.iter().all(|line| line.what == "review-rules-changed" && line.person == Some(ANNA)));
    });
}

#[test]
fn the_last_messages_that_left_are_read_newest_first() {
    both(|db| {
        build(&db);
        assert_eq!(read(&db, |conn| review_rules::left(conn, 500)), []);
        assert!(read(&db, |conn| review_rules::overruled(conn, NOW)).is_empty());
        let number = open(&db, trouble(ACME, MS_RAO, "Half the boards are dry."), 1, NOW);
        for (n, text) in [(2, "When may I call you?"), (3, "May I call you on Friday?")] {
            let message = json!({ "purpose": "ask_for_time", "way": "email", "to": MS_RAO, "text": text });
            act(&db, number, command("record-message", message), n, after(n as i64));
        }
        let left = read(&db, |conn| review_rules::left(conn, 500));
        assert_eq!(
            left.iter().map(|m| m.text.as_str()).collect::<Vec<_>>(),
            ["May I call you on Friday?", "When may I call you?"]
        );
        assert!(left.iter().all(|m| m.case == number && m.at >= NOW));
        assert_eq!(read(&db, |conn| review_rules::left(conn, 1)).len(), 1);
    });
}
