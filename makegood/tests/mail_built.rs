//! Mail as it leaves, byte for byte: golden files of each kind, what no word of anybody may do to it, and what readers make of it.
//! `MAKEGOOD_BLESS=1` writes the golden files anew.

use casework::ids::{CaseNumber, MailId};
use jiff::Timestamp;
use mail_parser::MessageParser;
use makegood::mail::build::{Built, File, Kind, Mail, NotBuilt, Party, answer_subject, base_of, build, first_subject};
use makegood::mail::own_id::mail_of;
use makegood::mail::wire::assert_wire_safe;
use makegood::mail::{Machine, Origin, Ours, parse::parse};
use std::path::Path;
use uuid::Uuid;

const KEY: &[u8] = b"0123456789abcdef0123456789abcdef";
const ID: MailId = MailId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));

fn mail() -> Mail<'static> {
    Mail {
        id: ID,
        at: Timestamp::from_second(1_772_442_000).expect("a time"),
        kind: Kind::Person,
        from: Party::new("Maria Kowalska, Nordlot", "care@nordlot.example"),
        to: vec![Party::new("Dana Ruiz", "dana@acme.example")],
        cc: vec![],
        reply_to: Some(Party::new("Nordlot", "care+c1042.7f3a9b2c@nordlot.example")),
        subject: first_subject("Your boards", CaseNumber(1042)),
        text: "Dear Ms Ruiz,\n\nI left you a message just now. Half of your boards came with the old firmware, and I want to hear from you what that does to your line before anything else happens.\n\nWhen may I call you today?\n\n-- \nMaria Kowalska\nNordlot, +48 22 555 01 00".to_owned(),
        language: "en",
        files: vec![],
        in_reply_to: None,
        references: vec![],
        key: KEY,
    }
}

fn golden(name: &str, mail: &Mail) -> Built {
    let built = build(mail).expect("built");
    assert_eq!(build(mail).as_ref(), Ok(&built), "the same mail, the same bytes");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/mails/{name}.txt"));
    let written = String::from_utf8(built.raw.clone()).expect("ASCII").replace("\r\n", "\n");
    if std::env::var_os("MAKEGOOD_BLESS").is_some() {
        std::fs::write(&path, &written).expect("written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == written, "{name} is built in another way; look at it, then MAKEGOOD_BLESS=1:\n{written}");
    built
}

/// What other people's parsers read out of it.
fn read(built: &Built) -> (String, String, String) {
    let message = MessageParser::default().parse(&built.raw).expect("a mail");
    let body = message.body_text(0).expect("text").replace("\r\n", "\n");
    (message.subject().expect("a subject").to_owned(), body, message.body_html(0).expect("HTML").into_owned())
}

#[test]
fn the_first_mail_of_a_case() {
    let built = golden("first", &mail());
    assert_eq!(mail_of(KEY, &built.mail_id), Some(ID));
    let (subject, text, html) = read(&built);
    assert_eq!(subject, "Your boards [MG-1042]");
    assert!(text.contains("When may I call you today?") && html.contains("<p>When may I call you today?</p>"));
    let (incoming, odd) =
        parse(&built.raw, &Ours { addresses: vec!["care@nordlot.example".into()], ..Ours::default() });
    assert!(odd.is_empty(), "{odd:?}");
    assert_eq!(incoming.origin, Origin::Machine(Machine::Our), "our own mail come round is known");
    assert_eq!(incoming.reply_to[0].mail, "care+c1042.7f3a9b2c@nordlot.example");
    let raw = String::from_utf8_lossy(&built.raw).to_lowercase();
    for no in ["auto-submitted", "list-id", "list-unsubscribe", "precedence", "bcc:"] {
        assert!(!raw.contains(no), "a person's mail carries no {no}");
    }
}

/// frappe/helpdesk#3638: an answer hangs under what it answers, in every mail program.
#[test]
fn an_answer_hangs_under_what_it_answers() {
    let mut mail = mail();
    mail.subject = answer_subject("AW: Re: Platinen mit alter Firmware – Zuordnung unklar, bitte dringend prüfen");
    mail.text = "Guten Tag Frau Ruiz,\n\nwir zählen heute nach:\n- die Platinen im Lager\n- die Platinen auf dem Weg\n\n> Wann wissen Sie mehr?\n\nIch rufe Sie um 15 Uhr an, für alles Weitere: https://help.nordlot.example/c/1042?a=1&b=2.\n\nViele Grüße\nMaria Kowalska".to_owned();
    mail.language = "de";
    mail.from.name = "Müller & Söhne \"Nordlot\"".to_owned();
    mail.to[0].name = "Dana Ruíz".to_owned();
    mail.cc = vec![Party::new("", "einkauf@m\u{fc}ller.example")];
    mail.in_reply_to = Some("<newest@acme.example>".to_owned());
    mail.references = (0..40).map(|n| format!("{n}@acme.example")).chain(["newest@acme.example".to_owned()]).collect();
    let built = golden("answer", &mail);
    let message = MessageParser::default().parse(&built.raw).expect("a mail");
    assert_eq!(message.subject(), Some("Re: Platinen mit alter Firmware – Zuordnung unklar, bitte dringend prüfen"));
    let references = message.references().as_text_list().expect("a list").to_vec();
    assert_eq!(references.len(), 20);
    assert_eq!((references[0].as_ref(), references[19].as_ref()), ("0@acme.example", "newest@acme.example"));
    assert_eq!(message.in_reply_to().as_text(), Some("newest@acme.example"));
    assert_eq!(
        message.cc().and_then(|cc| cc.first()).and_then(|cc| cc.address()),
        Some("einkauf@xn--mller-kva.example")
    );
    assert_eq!(
        message.from().and_then(|from| from.first()).and_then(|from| from.name()),
        Some("Müller & Söhne \"Nordlot\"")
    );
}

/// C02, RFC 3834: a machine is not to answer a receipt.
#[test]
fn automatic_mail_says_that_it_is_automatic() {
    let mut receipt = mail();
    receipt.kind = Kind::Automatic;
    receipt.text = "Maria Kowalska calls you today by 13:00.".to_owned();
    let raw = String::from_utf8(golden("receipt", &receipt).raw).expect("ASCII");
    assert!(
        raw.contains("\r\nAuto-Submitted: auto-generated\r\n") && raw.contains("\r\nX-Auto-Response-Suppress: All\r\n")
    );
    assert!(!raw.contains("List-"));
}

/// RFC 8058: only mail to colleagues is a list, and it is left with one press.
#[test]
fn notices_can_be_turned_off_with_one_press() {
    let mut notice = mail();
    let unsubscribe = "https://help.nordlot.example/notices/off/8d2f0c4e5b6a7d8c9e0f1a2b3c4d5e6f".to_owned();
    notice.kind = Kind::Notice { list: "digest".into(), unsubscribe };
    notice.reply_to = None;
    let raw = String::from_utf8(golden("notice", &notice).raw).expect("ASCII");
    assert!(raw.contains("\r\nList-Id: <digest.nordlot.example>\r\n"));
    assert!(raw.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    assert!(raw.contains("<https://help.nordlot.example/notices/off/8d2f0c4e5b6a7d8c9e0f1a2b3c4d5e6f>"), "{raw}");
    notice.kind = Kind::Notice { list: "digest".into(), unsubscribe: "http://x\r\nBcc: y@z".into() };
    assert!(!String::from_utf8(build(&notice).expect("built").raw).expect("ASCII").contains("Unsubscribe"));
}

#[test]
fn files_go_with_a_mail_under_their_names() {
    let mut with = mail();
    let file = |name: &str, content_type: &str, bytes: &[u8]| File {
        name: name.into(),
        content_type: content_type.into(),
        bytes: bytes.into(),
    };
    with.files = vec![
        file("Prüfbericht – Charge 7.pdf", "application/pdf", b"%PDF-1.7 not a real one"),
        file("../../etc/passwd\r\nX: y", "no type\r\nat: all", b"\r\n.\r\n"),
        file("mail.eml", "message/rfc822", b"From: x\r\n\r\nBody"),
    ];
    let built = golden("files", &with);
    let message = MessageParser::default().parse(&built.raw).expect("a mail");
    use mail_parser::MimeHeaders;
    let names: Vec<_> = message.attachments().map(|a| a.attachment_name().unwrap_or_default().to_owned()).collect();
    assert_eq!(names, ["Prüfbericht – Charge 7.pdf", ".._.._etc_passwd X: y", "mail.eml"]);
    let bytes: Vec<_> = message.attachments().map(|a| a.contents().to_vec()).collect();
    assert_eq!(bytes[1], b"\r\n.\r\n");
    with.files = vec![file("a", "text/plain", &vec![0; 19 * 1024 * 1024])];
    assert_eq!(build(&with), Err(NotBuilt::TooLarge));
}

/// T-HDR, RT CVE-2012-4730, lettre CVE-2021-38189: no word of anybody becomes a header, a command or the end of a mail.
#[test]
fn no_word_becomes_a_header_or_a_command() {
    let evils = [
        "x\r\nBcc: boss@evil.example\r\n",
        "x\nBcc: boss@evil.example",
        "x\rBcc: boss@evil.example",
        "x\r\n\r\n.\r\nMAIL FROM:<a@evil.example>\r\n",
        "x\0y",
        "=?utf-8?Q?x=0D=0ABcc:_boss@evil.example?=",
        "x\u{2028}Bcc: y",
        "x\u{85}Bcc: y",
        "\r\n.\r\n",
        "\n.\n",
        "\r.\r",
        "\"x\" <boss@evil.example>, ",
    ];
    for evil in evils {
        let mut mail = mail();
        mail.from.name = evil.to_owned();
        mail.to[0].name = evil.to_owned();
        mail.subject = evil.to_owned();
        mail.text = format!("{evil}\nbye");
        mail.language = "en\r\nBcc: x@y";
        mail.in_reply_to = Some(evil.to_owned());
        mail.references = vec![evil.to_owned(), "good@x.example".to_owned()];
        mail.kind = Kind::Notice { list: evil.to_owned(), unsubscribe: format!("https://x.example/{evil}") };
        mail.files =
            vec![File { name: evil.to_owned(), content_type: evil.to_owned(), bytes: evil.as_bytes().to_vec() }];
        let built = build(&mail).unwrap_or_else(|no| panic!("{evil:?}: {no}"));
        assert_eq!(assert_wire_safe(&built.raw), Ok(()));
        let message = MessageParser::default().parse(&built.raw).expect("a mail");
        assert!(message.bcc().is_none(), "{evil:?}");
        assert_eq!(message.to().map(|to| to.iter().count()), Some(1), "{evil:?}");
        for address in ["from", "to"] {
            let mut mail = self::mail();
            let place = if address == "to" { &mut mail.to[0] } else { &mut mail.from };
            place.address = format!("a{evil}@acme.example");
            if !evil.starts_with("=?") {
                assert!(matches!(build(&mail), Err(NotBuilt::Address(_))), "{evil:?} in {address}");
            }
        }
    }
    let mut nobody = mail();
    nobody.to.clear();
    assert_eq!(build(&nobody), Err(NotBuilt::NoRecipient));
}

/// A subject stays the same under whatever mail programs put before it; the number stands where a thread begins.
#[test]
fn subjects_keep_their_base() {
    assert_eq!(first_subject("Your boards", CaseNumber(7)), "Your boards [MG-7]");
    assert_eq!(first_subject("MG-7: your boards", CaseNumber(7)), "MG-7: your boards");
    assert_eq!(answer_subject("RE: AW: Re[2]: Odp: late"), "Re: late");
    assert_eq!(answer_subject("Boards: late"), "Re: Boards: late");
    assert_eq!(base_of("Re: Re: Re:"), "");
    assert!(first_subject(&"x".repeat(400), CaseNumber(7)).len() <= 250);
}
