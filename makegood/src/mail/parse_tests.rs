//! Mail of the wild, mail of attackers, and mail that is no mail.

use super::*;
use crate::{import::outside_folder, mail::Origin};
use proptest::prelude::*;
use std::{
    collections::{HashMap, HashSet},
    fs,
    time::{Duration, Instant},
};

fn read(raw: impl AsRef<[u8]>) -> (Incoming, Vec<Oddity>) {
    parse(raw.as_ref(), &Ours::default())
}

const PLAIN: &str = "From: Ms Rao <Rao@Acme.example>\r\nTo: care@ours.example\r\nDate: Fri, 20 Nov 2026 14:00:00 +0100\r\n\
    Message-ID: <1@acme.example>\r\nIn-Reply-To: <mg1.7.x@ours.example>\r\nSubject: =?utf-8?q?Spule_f=C3=BCr?= 4711\r\n\r\nThe boards are late.\r\n";

#[test]
fn a_plain_mail_is_read() {
    let (mail, odd) = read(PLAIN);
    assert_eq!(odd, []);
    assert_eq!(mail.from, Some(Address { name: Some("Ms Rao".into()), mail: "rao@acme.example".into() }));
    assert_eq!((mail.subject.as_str(), mail.text.trim()), ("Spule für 4711", "The boards are late."));
    assert_eq!(mail.sent_at.unwrap().to_string(), "2026-11-20T13:00:00Z");
    assert_eq!(mail.parents().collect::<Vec<_>>(), ["mg1.7.x@ours.example"]);
    assert_eq!(mail.origin, Origin::Person);
}

#[test]
fn two_senders_or_an_odd_name_make_the_sender_doubtful() {
    let cases = [
        ("From: a@x.example\nFrom: b@x.example\n\nhi", Oddity::TwoFroms),
        ("From: a@x.example, b@x.example\n\nhi", Oddity::ManyFromAddresses),
        ("Fr om: a@x.example\nFrom: b@x.example\n\nhi", Oddity::OddHeaderName),
        ("Subject: nobody\n\nhi", Oddity::NoFrom),
        ("From: Kevin <info@example.com\n\nhi", Oddity::NoFrom),
        ("From: \n\nhi", Oddity::NoFrom),
    ];
    for (raw, oddity) in cases {
        let (mail, odd) = read(raw);
        assert!(odd.contains(&oddity) || (oddity == Oddity::NoFrom && mail.from.is_some()), "{raw:?}: {odd:?}");
        assert_eq!(mail.text.trim(), "hi");
    }
    assert!(read(cases[0].0).1.iter().any(|odd| odd.doubts_sender()));
}

/// Real: the parser's reading of this date swallowed the line below it.
#[test]
fn a_date_that_swallows_the_next_field_does_not_take_the_sender_away() {
    let (mail, odd) =
        read("Date: Sat, 14 Sep 2002 06:00:48 UT\nFrom: \"Novels\" <a@x.example>\nMessage-ID: <1@x>\nSubject: s\n\nhi");
    assert_eq!(mail.from.map(|from| from.mail), Some("a@x.example".into()));
    assert_eq!(odd, []);
}

#[test]
fn html_becomes_text_and_control_characters_go() {
    let (mail, _) = read(
        "From: a@x.example\nContent-Type: text/html\nSubject: a\0b\x07c\n\n<p>Late <b>again</b></p><script>x</script>",
    );
    assert!(mail.text.contains("Late again"), "{}", mail.text);
    assert_eq!(mail.subject, "abc");
    assert!(!mail.text.contains('\0'));
}

#[test]
fn attachments_are_listed_without_paths() {
    let raw = "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\nContent-Type: image/png\n\
        Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"../../etc/crack.png\"\n\nAAAA\n--b--\n";
    let (mail, _) = read(raw);
    let expected = Attachment {
        name: Some("crack.png".into()),
        content_type: "image/png".into(),
        bytes: 3,
        ..Attachment::default()
    };
    assert_eq!(mail.attachments, [expected]);
}

#[test]
fn a_mail_that_answers_itself_has_no_parent() {
    let (mail, _) = read("From: a@x.example\nMessage-ID: <1@x>\nIn-Reply-To: <1@x>\nReferences: <1@x>\n\n");
    assert_eq!(mail.parents().count(), 0);
    let (mail, _) = read("From: a@x.example\nIn-Reply-To: <ref-1@x>\nReferences: <ref-0@x> <ref-2@x>\n\n");
    assert_eq!(mail.parents().collect::<Vec<_>>(), ["ref-1@x", "ref-2@x", "ref-0@x"]);
}

/// Each of these once made some mail program run for minutes, or end.
#[test]
fn bombs_are_bounded() {
    let nested = |n: usize| "Content-Type: message/rfc822\n\n".repeat(n) + "Subject: deep\n\nx";
    let boundaries: String =
        (0..20_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")).collect();
    let parts = format!("Content-Type: multipart/mixed; boundary=b\n\n{}", "--b\n\nx\n".repeat(200_000));
    let digest =
        format!("Content-Type: multipart/digest; boundary=b\n\n{}", "--b\n\nSubject: x\n\ny\n".repeat(100_000));
    let html = format!("Content-Type: text/html\n\n{}", "<div>".repeat(200_000));
    let headers = "X: y\n".repeat(500_000);
    let large = format!("Subject: large\n\n{}", "x".repeat(RAW_LIMIT));
    let brackets = format!("From: {}\n\nx", "(".repeat(100_000));
    for (name, raw) in [
        ("nested", nested(100_000)),
        ("boundaries", boundaries),
        ("parts", parts),
        ("digest", digest),
        ("html", html),
        ("headers", headers),
        ("large", large),
        ("brackets", brackets),
    ] {
        let begun = Instant::now();
        let (mail, odd) = read(&raw);
        assert!(begun.elapsed() < Duration::from_secs(20), "{name} took {:?}", begun.elapsed());
        assert!(mail.attachments.len() <= PART_LIMIT && mail.text.len() <= TEXT_LIMIT, "{name}");
        assert!(!odd.is_empty(), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn any_bytes_are_read(raw in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let (mail, _) = read(&raw);
        prop_assert!(!mail.text.contains('\0') && !mail.subject.contains('\0'));
    }

    #[test]
    fn any_mail_like_text_is_read(raw in "((From|To|Date|Subject|References|Content-Type|Content-Transfer-Encoding|Message-ID): [a-z<>@\"=?;:/ ,()\\\\.0-9-]{0,60}\r?\n){0,8}\r?\n(--[ab]{0,3}\n|[a-z=\n <>&]{0,80}){0,8}") {
        let _ = read(raw.as_bytes());
    }

    #[test]
    fn any_damage_to_a_real_mail_is_read(at in 0usize..400, byte in any::<u8>(), cut in 0usize..400) {
        let mut raw = PLAIN.as_bytes().to_vec();
        let length = raw.len();
        raw[at % length] = byte;
        raw.truncate(length - cut % length);
        let _ = read(&raw);
    }
}

/// Threading on real mail of 2002: every known parent is found, and no mail is hung under a stranger.
#[test]
fn spamassassin_threads_are_found_and_none_is_wrong() {
    let Some(folder) = outside_folder().map(|folder| folder.join("spamassassin")) else { return };
    let mut ids: HashMap<String, String> = HashMap::new();
    let mut mails = Vec::new();
    let mut names: Vec<_> = fs::read_dir(folder.join("ham")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    for name in names {
        let raw = fs::read(folder.join("ham").join(&name)).unwrap();
        let (mail, _) = read(&raw);
        let name = name.to_string_lossy().into_owned();
        if let Some(id) = &mail.message_id {
            ids.entry(id.clone()).or_insert_with(|| name.clone());
        }
        mails.push((name, mail));
    }
    let edges = fs::read_to_string(folder.join("thread_edges.tsv")).unwrap();
    let known: HashSet<(&str, &str)> = edges.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
    let found: HashSet<(&str, &str)> = mails
        .iter()
        .filter_map(|(child, mail)| Some((child.as_str(), mail.parents().find_map(|id| ids.get(id))?.as_str())))
        .collect();
    // The list names the first reference where no mail is said to be answered; RFC 5322 puts the parent last. So the
    // very parent is counted, and a parent within the same thread is no wrong merge.
    let above: HashMap<&str, &str> = known.iter().copied().collect();
    let root = |name: &str| {
        let up = |name: &&str| above.get(name).copied();
        std::iter::successors(Some(above.get_key_value(name).map_or(name, |(key, _)| *key)), up)
            .take(480)
            .last()
            .map(str::to_owned)
    };
    let same = found.intersection(&known).count();
    let strangers = found.iter().filter(|(child, parent)| root(child) != root(parent)).count();
    let orphans = known.iter().filter(|(child, _)| !found.iter().any(|(with, _)| with == child)).count();
    println!(
        "threading: {} of {} have their parent, {same} the listed one, {strangers} a stranger",
        found.len(),
        known.len()
    );
    assert_eq!((orphans, strangers), (0, 0));
    assert!(same * 100 >= known.len() * 90);
    assert_eq!(mails.iter().filter(|(_, mail)| mail.from.is_none()).count(), 0);
}

/// What the peers' own tests expect of automatic answers and bounces.
#[test]
fn the_peers_automatic_answers_and_bounces_are_recognised() {
    let Some(folder) = outside_folder() else { return };
    let (mut right, mut all) = (0, 0);
    let mut check = |name: &str, machine: bool| {
        let Ok(raw) = fs::read(folder.join(name)) else { return };
        let is_machine = read(&raw).0.origin != Origin::Person;
        all += 1;
        right += usize::from(is_machine == machine);
        if is_machine != machine {
            println!("{name}: {:?}", read(&raw).0.origin);
        }
    };
    let lines = |name: &str| fs::read_to_string(folder.join("conformance").join(name)).unwrap();
    for line in lines("zammad_expectations.tsv").lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        if cells[2] == "is-auto-reply" {
            check(cells[1], cells[3] == "yes");
        }
    }
    for name in ["bounces_flufl.tsv", "bounces_sisimai.tsv"] {
        for line in lines(name).lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells[1].starts_with("bounce") || cells[1].starts_with("feedback") {
                check(cells[0], true);
            }
        }
    }
    println!("automatic mail: {right} of {all} as the peers expect");
    assert!(right * 100 >= all * 90, "{right} of {all}");
}
