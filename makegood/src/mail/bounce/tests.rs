//! Delivery reports, as servers write them.

use super::*;
use crate::mail::{Ours, parse::parse};

fn read(raw: &str) -> Bounce {
    parse(raw.as_bytes(), &Ours::default()).0.bounce.expect("a bounce")
}

fn who(bounce: &Bounce) -> Vec<(&str, Outcome)> {
    bounce.recipients.iter().map(|one| (one.address.as_str(), one.outcome)).collect()
}

const REPORT: &str = "From: MAILER-DAEMON@x.example\nTo: care@ours.example\nSubject: Undelivered\n\
    Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nIt did not work: nobody@else.example\n\n\
    --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x.example\n\n\
    Final-Recipient: rfc822; rao@inner.example\nOriginal-Recipient: rfc822;Rao@Acme.example\nAction: failed\nStatus: 5.1.1\n\
    Diagnostic-Code: smtp; 550 5.1.1 no such\n user\n\n\
    Final-Recipient: rfc822;hale@acme.example\nAction: delayed\nStatus: 4.4.1\n\n\
    Final-Recipient: rfc822;kim@acme.example\nAction: failed\nStatus: 4.4.7\n\n\
    Final-Recipient: rfc822;lee@acme.example\nAction: relayed\nStatus: 2.0.0\n\n\
    --b\nContent-Type: text/rfc822-headers\n\nFrom: care@ours.example\nMessage-ID:\n <mg1.7.x@ours.example>\n\n--b--\n";

#[test]
fn a_report_says_who_what_and_which_mail() {
    let bounce = read(REPORT);
    assert_eq!(
        who(&bounce),
        [
            ("rao@acme.example", Outcome::Permanent),
            ("hale@acme.example", Outcome::Delayed),
            ("kim@acme.example", Outcome::Failed),
            ("lee@acme.example", Outcome::Delivered)
        ]
    );
    assert_eq!(bounce.recipients[0].said, "550 5.1.1 no such user");
    assert_eq!(bounce.mail_id.as_deref(), Some("mg1.7.x@ours.example"));
    let report = bounce.report(None);
    let outcomes: Vec<_> = report.words.iter().map(|word| word.outcome).collect();
    use crate::mail::came_back::Outcome::{Delayed, Delivered, Failed};
    assert_eq!((report.mail_id, outcomes), (bounce.mail_id, vec![Failed, Delayed, Failed, Delivered]));
}

#[test]
fn prose_is_read_where_there_is_no_report_and_the_sender_is_never_who_failed() {
    let qmail = "Return-Path: <>\nFrom: MAILER-DAEMON@y.example\nTo: care@ours.example\nSubject: failure notice\n\n\
        Hi. This is the qmail-send program at y.example. For help contact help@y.example\n\n<rao@acme.example>:\nsorry, no mailbox here by that name. (#5.1.1)\n\n\
        --- Below this line is a copy of the message.\n\nReturn-Path: <care@ours.example>\nTo: other@acme.example\nMessage-Id: <mg1.8.y@ours.example>\n";
    let bounce = read(qmail);
    assert_eq!(who(&bounce), [("rao@acme.example", Outcome::Permanent)]);
    assert_eq!(bounce.mail_id.as_deref(), Some("mg1.8.y@ours.example"));
    let slow = "From: postmaster@y.example\nReturn-Path: <>\nTo: care@ours.example\nSubject: Delivery Status Notification (Delay)\n\n\
        Your message to rao@acme.example could not be delivered yet. You do not need to resend it, care@ours.example.\n";
    assert_eq!(who(&read(slow)), [("rao@acme.example", Outcome::Delayed)]);
}

#[test]
fn a_report_that_names_nobody_is_still_a_report() {
    let bounce = read("From: MAILER-DAEMON@y.example\nSubject: failure notice\n\nSomething went wrong.\n");
    assert_eq!(bounce, Bounce::default());
}
