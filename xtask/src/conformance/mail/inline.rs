//! Rows whose mail stands in the row itself, in words: each written out as the mail it describes.

use super::read;
use casework::ids::CaseNumber;
use makegood::mail::{Oddity, Origin};

/// Whether we agree with a row; nothing when the row is about something that no mail shows.
pub fn check(aspect: &str, expected: &str) -> Option<Result<(), String>> {
    let right = if aspect.starts_with("Precedence: never-bounce") {
        read(b"From: a@x.example\nPrecedence: never-bounce\nPrecedence: bulk\n\nhi").0.origin != Origin::Person
    } else if aspect.starts_with("bytes c3 b3 and bare f3") {
        let raw = b"From: a@x.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\ninformaci\xc3\xb3n informaci\xf3n";
        let text = read(raw).0.text;
        text.contains("informaci\u{f3}n") && text.contains("informaci\u{fffd}n")
    } else if aspect.starts_with("Subject: [tag #ID]") {
        let (mail, _) = read(b"From: a@x.example\nSubject: [MG-7] test\n\nhi");
        makegood::mail::route::numbers(&mail) == [CaseNumber(7)] && mail.subject == "[MG-7] test"
    } else if aspect.starts_with("autoreply to mail with Message-ID") {
        // Answering is the sender's part; ours is that the id is read as it stands.
        read(b"From: a@x.example\nMessage-ID: <some-message-id>\n\nhi").0.message_id.as_deref()
            == Some("some-message-id")
    } else if aspect.starts_with("two mails out of order") || aspect.starts_with("msg2->msg1") {
        // Hanging a late parent under its answer is the store's part; ours is that the answer names it.
        read(b"From: a@x.example\nIn-Reply-To: <msg1>\n\nhi").0.parents().eq(["msg1"])
    } else if aspect.starts_with("Message-ID longer than 255") {
        let id = format!("{}@x.example", "i".repeat(300));
        let parent = read(format!("From: a@x.example\nMessage-ID: <{id}>\n\nhi").as_bytes()).0.message_id;
        let child = read(format!("From: a@x.example\nReferences: <{id}>\n\nhi").as_bytes()).0;
        parent.is_some() && child.parents().next() == parent.as_deref()
    } else if aspect.starts_with("message replying to itself") {
        read(b"From: a@x.example\nMessage-ID: <1@x>\nIn-Reply-To: <1@x>\n\nhi").0.parents().next().is_none()
    } else if let Some(date) = aspect.strip_prefix("Date: ") {
        let date = date.split(" (").next().unwrap_or_default();
        let at = read(format!("From: a@x.example\nDate: {date}\n\nhi").as_bytes()).0.sent_at;
        at.is_some_and(|at| at.to_string() == expected)
    } else if aspect.starts_with("no Date header") {
        read(b"From: a@x.example\n\nhi").1.contains(&Oddity::NoDate)
    } else if aspect.starts_with("Message-ID: (empty)") {
        read(b"From: a@x.example\nMessage-ID: \n\nhi").1.contains(&Oddity::NoMessageId)
    } else if aspect.starts_with("In-Reply-To <ref-1>") {
        read(b"From: a@x.example\nIn-Reply-To: <ref-1>\nReferences: <ref-2>\n\nhi").0.parents().next() == Some("ref-1")
    } else if aspect.starts_with("References: (blank)") {
        read(b"From: a@x.example\nReferences: \n\nhi").0.parents().next().is_none()
    } else {
        return None;
    };
    Some(if right { Ok(()) } else { Err(format!("{expected}, and we do not")) })
}

/// The row whose file's name is a sentence: the malformed senders.
pub fn named(file: &str) -> Option<Result<(), String>> {
    let right = if file.contains("From: Kevin McDonald") {
        let (mail, odd) = read(b"From: Kevin McDonald <info@example.com\n\nhi");
        mail.from.is_none() == odd.contains(&Oddity::NoFrom)
    } else if file.contains("malformed Reply-To") {
        let (mail, _) = read(b"From: a@x.example\nReply-To: <not an address\n\nhi");
        mail.from.is_some_and(|from| from.mail == "a@x.example") && mail.reply_to.is_empty()
    } else {
        return None;
    };
    Some(if right { Ok(()) } else { Err("we do not".into()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use makegood::mail::{AutoAnswer, Machine, html_text, quoted, reply_address};

    #[test]
    fn what_no_row_asks_for_is_there_as_well() {
        let key = [1; 32];
        let address = reply_address::at(&key, CaseNumber(7), "care@ours.example").unwrap();
        let (mail, _) = read(format!("From: a@x.example\nCc: {address}\n\nhi").as_bytes());
        assert_eq!(mail.signed_case(&key), Some(CaseNumber(7)));
        assert_eq!(mail.auto_answer, AutoAnswer::Allowed);
        assert_eq!(quoted::own("hi\n> you"), "hi");
        assert_eq!(html_text::own_of("hi<blockquote>you</blockquote>"), "hi");
        assert_ne!(mail.origin, Origin::Machine(Machine::Bounce));
    }
}
