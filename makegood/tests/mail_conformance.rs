//! What the peers' own tests expect of mails, read from their tables: subject, sender, text, attachments, bounces.

use crate::intake;
use intake::outside;
use makegood::mail::{Incoming, Origin, Ours, parse::parse};
use std::fs;

/// What one row expects, where it is something a parser says.
fn holds(mail: &Incoming, aspect: &str, expected: &str) -> Option<bool> {
    let first = |cell: &str| cell.split(" | ").next().unwrap_or_default().trim().to_owned();
    let text = mail.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let contains = |piece: &str| text.contains(&piece.split_whitespace().collect::<Vec<_>>().join(" "));
    let named = |name: &str| mail.attachments.iter().any(|file| file.name.as_deref() == Some(name));
    Some(match aspect {
        // Without a subject the page shows its own words; the peers keep theirs in the mail.
        "subject" if expected == "(no subject)" => mail.subject.is_empty(),
        "subject" => mail.subject == expected || (expected.contains("truncated") && mail.subject.len() >= 200),
        "subject-contains" => mail.subject.contains(expected),
        "sender" if expected.starts_with("anonymous") => mail.from.is_none(),
        "sender" => mail.from.as_ref().is_some_and(|from| from.mail == first(expected)),
        "body(prefer text)" | "body-contains" => expected.split(" | ").all(contains),
        "body" => {
            {
                // One table keeps the Markdown its program makes of HTML, another `?` for a byte that is no character.
                let plain = expected.trim_matches('"').replace('*', "");
                contains(plain.split(" / ").next().unwrap_or_default().trim_end_matches('?'))
            }
        }
        "attachment-filename" => named(expected),
        "attachment" => named(first(expected).trim_matches('"').split([' ', ',']).next().unwrap_or_default()),
        "is-bounce" => mail.origin != Origin::Person,
        _ => return None,
    })
}

#[test]
fn mails_are_read_as_their_own_tests_expect() {
    let Some(table) = outside("conformance/mail_expectations.tsv") else { return };
    let Some(folder) = outside("") else { return };
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for line in fs::read_to_string(table).expect("a table").lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, file, aspect, expected, ..] = cells.as_slice() else { continue };
        let Ok(raw) = fs::read(folder.join(file)) else { continue };
        let (mail, _) = parse(&raw, &Ours::default());
        let Some(holds) = holds(&mail, aspect, expected) else { continue };
        all += 1;
        right += usize::from(holds);
        if !holds {
            wrong.push(format!("{file} {aspect}: expected {expected:?}, read {:?}", (&mail.subject, &mail.from)));
        }
    }
    wrong.iter().for_each(|line| println!("{line}"));
    println!("mail: {right} of {all} as the peers expect");
    assert!(all >= 40 && right * 100 >= all * 90, "{right} of {all}");
}
