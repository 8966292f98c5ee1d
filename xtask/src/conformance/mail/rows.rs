//! The tables of what mails say: subject, text, files, sender, who wrote it, where it belongs.

use super::{Bench, cells, exception, flat, inline, read, routing};
use crate::conformance::tables::Outcome;
use makegood::mail::{AutoAnswer, Incoming, Machine, Oddity, Origin, contents, quoted, route};

/// What the rows of two tables came to.
pub struct Rows {
    pub parsed: Outcome,
    pub bounces: Outcome,
    pub automatic: Outcome,
}

/// One row about a mail that is here.
struct Row<'a> {
    aspect: &'a str,
    expected: &'a str,
    mail: &'a Incoming,
    odd: &'a [Oddity],
    raw: &'a [u8],
}

/// Reads both tables. A row whose mail is not among the data does not count.
pub fn expectations(bench: &Bench) -> Result<Rows, String> {
    let mut found = Rows {
        parsed: Outcome::new("mail_parse"),
        bounces: Outcome::new("bounce_recipients"),
        automatic: Outcome::new("auto_reply"),
    };
    let mut absent = 0;
    for table in ["mail_expectations.tsv", "zammad_expectations.tsv"] {
        for row in cells(&bench.data.join("conformance").join(table))? {
            let (file, aspect, expected) = (row[1].as_str(), row[2].as_str(), (bench.dress.expected)(&row[3]));
            let automatic =
                aspect == "is-auto-reply" || aspect.starts_with("prepend header") || aspect.starts_with("Precedence");
            let outcome = match aspect {
                _ if automatic => &mut found.automatic,
                "is-bounce" | "failed-recipient" => &mut found.bounces,
                _ => &mut found.parsed,
            };
            if let Some(why) = exception(file, aspect) {
                outcome.left_out += 1;
                outcome.notes.push(format!("{file} {aspect}: {why}"));
                continue;
            }
            let name = format!("{file} {aspect}");
            let verdict = if file.starts_with("(inline)") {
                inline::named(file).or_else(|| inline::check(aspect, &row[3]))
            } else if let Ok(raw) = std::fs::read(bench.data.join(file)) {
                let raw = (bench.dress.change)(&routing::renumbered(&raw));
                let (mail, odd) = read(&raw);
                check(&Row { aspect, expected: &expected, mail: &mail, odd: &odd, raw: &raw })
            } else {
                absent += 1;
                outcome.left_out += 1;
                continue;
            };
            match verdict {
                Some(verdict) => outcome.count(verdict.map_err(|miss| format!("{name} | {miss}"))),
                None => outcome.count(Err(format!("{name} | {expected}: we have no check for it"))),
            }
        }
    }
    found.parsed.notes.push(format!("{absent} rows are about mails that are not among the data"));
    Ok(found)
}

fn check(row: &Row) -> Option<Result<(), String>> {
    let Row { aspect, expected, mail, .. } = *row;
    let said = |right: bool, ours: &str| {
        if right {
            Ok(())
        } else {
            Err(format!("{expected:?}, we say {:?}", ours.chars().take(200).collect::<String>()))
        }
    };
    Some(match aspect {
        "thread-parent" if expected.starts_with("issue") || expected.starts_with("message") => their_numbers(row),
        "thread-parent" => routing::parent(mail, row.odd, expected),
        "case-reopened" => routing::heard(mail, row.odd, expected),
        "is-auto-reply" => {
            let is = matches!(mail.origin, Origin::Machine(Machine::AutoReply | Machine::OutOfOffice));
            said(is == (expected == "yes"), mail.origin.word())
        }
        "may-send-auto-answer" => {
            said((mail.auto_answer == AutoAnswer::Allowed) == (expected == "yes"), mail.origin.word())
        }
        "is-bounce" => said(mail.origin == Origin::Machine(Machine::Bounce), mail.origin.word()),
        "failed-recipient" => {
            let told = mail.bounce.clone().unwrap_or_default();
            let words = told
                .recipients
                .first()
                .map(|one| format!("{} status {} permanent", one.address, one.status.as_deref().unwrap_or_default()));
            said(words.as_deref() == Some(expected), &words.unwrap_or_default())
        }
        _ if aspect.starts_with("prepend header") => prepended(row)?,
        "subject" | "subject-contains" | "subject-length" => subject(row),
        _ if aspect.starts_with("body") || aspect.starts_with("keyword:") || aspect.starts_with("reply-above") => {
            body(row)?
        }
        "charset" => said(mail.text.contains("開発") && !mail.text.contains('\u{fffd}'), &mail.text),
        "sender" => sender(row),
        "accepted" => said(
            (row.odd.iter().any(|odd| odd.doubts_sender()) || mail.origin != Origin::Person)
                == expected.starts_with("no"),
            mail.origin.word(),
        ),
        _ if aspect.starts_with("attachment") => attachment(row)?,
        "parts" | "content-type" => parts(row)?,
        _ => return None,
    })
}

/// Their case numbers, written as ours: the reference or the number must lead somewhere.
fn their_numbers(row: &Row) -> Result<(), String> {
    let by_subject = row.expected.contains("subject");
    let text = String::from_utf8_lossy(row.raw).replace("#2]", "MG-2]").replace("msg2]", "MG-2]");
    let (mail, _) = read(text.as_bytes());
    let right = if by_subject {
        !route::numbers(&mail).is_empty()
    } else {
        mail.parents()
            .any(|id| id.contains("message-1") || id.contains("issue") || id.contains("journal") || id.contains('@'))
    };
    if right { Ok(()) } else { Err(format!("{}, we say {:?}", row.expected, mail.parents().collect::<Vec<_>>())) }
}

fn prepended(row: &Row) -> Option<Result<(), String>> {
    let (_, rest) = row.aspect.split_once('\'')?;
    let (field, _) = rest.split_once('\'')?;
    let raw = [field.as_bytes(), b"\n", row.raw].concat();
    let origin = read(&raw).0.origin;
    let right = (origin == Origin::Person) == row.expected.starts_with("yes");
    Some(if right { Ok(()) } else { Err(format!("{}, we say {}", row.expected, origin.word())) })
}

fn subject(row: &Row) -> Result<(), String> {
    let ours = row.mail.subject.as_str();
    let right = match row.aspect {
        "subject-contains" => ours.contains(row.expected),
        // They cut at 255, we at 500: no mail is refused for it, which is the point of the row.
        "subject-length" => ours.chars().count() >= 255,
        _ if row.expected == "(no subject)" => ours.is_empty(),
        _ if row.expected.contains(" x20 (truncated to 200)") => ours.starts_with(&"0123456789".repeat(20)),
        _ => flat(ours) == flat(row.expected),
    };
    if right { Ok(()) } else { Err(format!("{:?}, we say {ours:?}", row.expected)) }
}

fn body(row: &Row) -> Option<Result<(), String>> {
    let text = flat(&row.mail.text);
    let has = |words: &str| text.contains(&flat(words));
    let html = || makegood::mail::html_text::text_of(row.mail.html.as_deref().unwrap_or_default());
    let right = match row.aspect {
        "body" if row.expected.starts_with("This is a *html-only* email.") => row
            .mail
            .text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .eq(["This is a html-only email.", "With a title", "and a paragraph."]),
        "body" | "body(prefer text)" if row.expected == "Здравствуйте?" => text == "Здравствуйте\u{fffd}",
        "body" | "body(prefer text)" => text == flat(row.expected),
        "body(prefer html)" => flat(&html()) == flat(row.expected),
        "body-contains" => row.expected.split(" | ").all(has),
        _ if row.aspect.starts_with("keyword:") => {
            let name = row.aspect.trim_start_matches("keyword:");
            let name = name.to_lowercase();
            row.mail.text.lines().any(|line| line.to_lowercase().contains(&name) && line.contains(row.expected))
        }
        _ if row.aspect.starts_with("reply-above") => {
            !quoted::own(&row.mail.text).contains(row.expected.trim_end_matches('.'))
        }
        _ => return None,
    };
    Some(if right {
        Ok(())
    } else {
        Err(format!("{:?}, we say {:?}", row.expected, text.chars().take(200).collect::<String>()))
    })
}

fn sender(row: &Row) -> Result<(), String> {
    let from = row.mail.from.clone();
    if row.expected.starts_with("anonymous") {
        return if from.is_none() && row.odd.contains(&Oddity::NoFrom) {
            Ok(())
        } else {
            Err(format!("nobody, we say {from:?}"))
        };
    }
    let words: Vec<String> = row.expected.split(" | ").map(str::to_lowercase).collect();
    let ours = from.map(|from| (from.mail, from.name.unwrap_or_default().to_lowercase())).unwrap_or_default();
    let right = words.first() == Some(&ours.0) && words.iter().skip(1).all(|word| ours.1.contains(word.as_str()));
    if right { Ok(()) } else { Err(format!("{:?}, we say {ours:?}", row.expected)) }
}

/// Names, sizes and sums of files.
fn attachment(row: &Row) -> Option<Result<(), String>> {
    let files = contents::files(row.raw);
    let listed: Vec<String> = files
        .iter()
        .map(|file| {
            let sum = hex::encode(store::inbox::digest(&file.bytes));
            format!(
                "{} {} {} bytes sha256 {sum}",
                file.what.name.as_deref().unwrap_or_default(),
                file.what.content_type,
                file.what.bytes
            )
        })
        .collect();
    let one_has = |words: &[&str]| listed.iter().any(|line| words.iter().all(|word| line.contains(word)));
    let right = match row.aspect {
        "attachment-count" => files.len().to_string() == row.expected,
        "attachment-size-sha" | "attachment-filename" => one_has(&row.expected.split(" | ").collect::<Vec<_>>()),
        "attachment" if row.expected.contains("(contains ") => {
            one_has(&["textfile.txt"]) && !row.mail.text.contains("Plain text attachment")
        }
        "attachment" if row.expected.contains(" (message/rfc822") || row.expected.contains(" (subject ") => {
            let (name, _) = row.expected.split_once(" (")?;
            let subject = row.expected.split('"').nth(1)?;
            let inside = files
                .iter()
                .filter(|file| file.what.content_type == "message/rfc822" || file.what.name.as_deref() == Some(name));
            // The second file has no subject of its own; its row means the mail that carries it.
            inside
                .into_iter()
                .any(|file| [&read(&file.bytes).0.subject, &row.mail.subject].contains(&&subject.to_owned()))
        }
        "attachment" if row.expected.contains(".p7s") => {
            row.expected.split(" | ").all(|one| one_has(&one.split(' ').collect::<Vec<_>>()))
        }
        "attachment" => one_has(&row.expected.split(" | ").collect::<Vec<_>>()),
        _ => return None,
    };
    Some(if right { Ok(()) } else { Err(format!("{}, we say {listed:?}", row.expected)) })
}

/// They count every part; we say what is text, what is HTML and what are files.
fn parts(row: &Row) -> Option<Result<(), String>> {
    let files = contents::files(row.raw);
    let html = row.mail.html.is_some();
    let right = match row.expected.split(' ').next()? {
        "text/plain" => !html && files.is_empty() && row.mail.text.trim().is_empty() == row.mail.text.is_empty(),
        "text/html," => html && files.is_empty(),
        "3" if row.expected.contains("alternative") => html && files.is_empty() && !row.mail.text.is_empty(),
        "3" => files.len() == 1 && !row.mail.text.is_empty() && !row.mail.text.contains("begin 644"),
        "5" => !files.is_empty() && !row.mail.text.trim().is_empty(),
        _ => return None,
    };
    Some(if right { Ok(()) } else { Err(format!("{}, we say {} files, html: {html}", row.expected, files.len())) })
}
