//! Every way in which a file can come back changed, each with its own finding; and that nothing at all can be changed unseen.
use super::*;
use crate::record::{Head, Installation, LINES_AT_MOST, Role, SigningKey, Told, Who, write};
use proptest::prelude::*;
use serde_json::{Map, json};

fn key(n: u8) -> SigningKey {
    SigningKey::of(&[n; 32]).unwrap()
}

fn head() -> Head {
    Head {
        installation: Installation { name: "Nordlot Boards".into(), address: "https://help.nordlot.example".into() },
        customer: "Acme Robotics".into(),
        case: "MG-1001".into(),
        title: "Half the boards have no solder on U7.".into(),
        language: "en".into(),
        zone: "America/Chicago".into(),
        made: "2026-03-10T12:00:00Z".into(),
    }
}

fn told(n: usize) -> Told {
    let words = format!("{n}. You told us: “Half the boards have no solder.”\nThey are in gate 3.");
    let fields = Map::from_iter([("n".to_owned(), json!(n)), ("title".to_owned(), json!("Half the boards"))]);
    let who = Who { role: Role::Customer, name: "Dana Ruiz".into() };
    let (time, when) = ("2026-03-02T09:00:00Z".into(), "2 Mar 2026 03:00".into());
    Told { time, when, who, told: "case-opened".into(), words, fields }
}

fn file(of: u8, lines: usize) -> Vec<u8> {
    let all: Vec<Told> = (0..lines).map(told).collect();
    write(&key(of), &head(), &all, |n| format!("{n} more.")).unwrap()
}

fn lines(file: &[u8]) -> Vec<Vec<u8>> {
    file.strip_suffix(b"\n").unwrap().split(|b| *b == b'\n').map(<[u8]>::to_vec).collect()
}
fn joined(lines: &[Vec<u8>]) -> Vec<u8> {
    lines.iter().flat_map(|line| line.iter().copied().chain([b'\n'])).collect()
}
/// The file after something was done to its lines.
fn with(act: impl FnOnce(&mut Vec<Vec<u8>>)) -> Result<Checked, Wrong> {
    let mut all = lines(&file(1, 5));
    act(&mut all);
    check(&joined(&all))
}
fn replaced(line: &mut Vec<u8>, what: &str, by: &str) {
    let text = String::from_utf8(line.clone()).unwrap();
    assert!(text.contains(what), "{what} in {text}");
    *line = text.replace(what, by).into_bytes();
}
/// Written by the rules of the format from the line on, as somebody would who knows them and has no key of ours.
fn chained_again(all: &mut [Vec<u8>], from: usize) {
    for n in from..all.len() {
        let (now, before) = (hash(&all[n - 1]), serde_json::from_slice::<Link>(&all[n]).unwrap().before);
        replaced(&mut all[n], &before, &now);
    }
}

/// Kept from the first day of this format: it must hold for ever, and be written again byte by byte.
const FIRST: &[u8] = include_bytes!("../../../tests/golden/record.jsonl");

#[test]
fn a_record_of_the_first_day_holds_for_ever() {
    let checked = check(FIRST).unwrap();
    assert_eq!((checked.case.as_str(), checked.lines, checked.key), ("MG-1001", 5, key(1).public()));
    assert_eq!(String::from_utf8(file(1, 3)).unwrap(), String::from_utf8(FIRST.to_vec()).unwrap());
}

#[test]
fn a_whole_file_holds_and_says_whose_it_is() {
    let checked = check(&file(1, 5)).unwrap();
    let wanted = Checked {
        key: key(1).public(),
        case: "MG-1001".into(),
        name: "Nordlot Boards".into(),
        address: "https://help.nordlot.example".into(),
        made: "2026-03-10T12:00:00Z".into(),
        lines: 7,
    };
    assert_eq!(checked, wanted);
    assert_ne!(check(&file(2, 5)).unwrap().key, checked.key, "signed, but by another key");
    assert_eq!(check(&file(1, 0)).unwrap().lines, 2, "nothing was told yet");
}

#[test]
fn what_is_no_record_is_told_from_one_that_was_changed() {
    assert_eq!(check(b""), Err(Wrong::Empty));
    assert_eq!(check(b"Dear Dana,\r\nhere it is.\r\n"), Err(Wrong::NoRecord));
    assert_eq!(check(b"\xef\xbb\xbf{\"record\":\"makegood-record/1\"}\n"), Err(Wrong::NoRecord));
    assert_eq!(check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Wrong::Binary));
    assert_eq!(
        check("{\"record\":\"".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>().as_slice()),
        Err(Wrong::Binary)
    );
    assert_eq!(check(b"{\"record\":\"makegood-record/2\",\"line\":1}\n"), Err(Wrong::OtherFormat));
    assert_eq!(check(&vec![b'{'; BYTES_AT_MOST + 1]), Err(Wrong::TooLarge));
    for wrong in [Wrong::Empty, Wrong::NoRecord, Wrong::Binary, Wrong::OtherFormat, Wrong::TooLarge] {
        assert_eq!(wrong.kind(), Kind::Unreadable);
    }
}

#[test]
fn each_change_is_found_where_it_is() {
    assert_eq!(with(|all| replaced(&mut all[2], "gate 3", "gate 4")), Err(Wrong::Changed(3)));
    assert_eq!(with(|all| replaced(&mut all[0], "Acme", "Apex")), Err(Wrong::Changed(1)));
    assert_eq!(with(|all| all[3].truncate(40)), Err(Wrong::Changed(4)));
    assert_eq!(with(|all| drop(all.remove(3))), Err(Wrong::Missing(4)));
    assert_eq!(with(|all| drop(all.remove(0))), Err(Wrong::NoRecord));
    assert_eq!(with(|all| all.swap(2, 4)), Err(Wrong::Moved(3)));
    assert_eq!(with(|all| all.insert(3, all[2].clone())), Err(Wrong::Added(4)));
    assert_eq!(with(|all| all.push(all[2].clone())), Err(Wrong::AfterTheEnd(8)));
    assert_eq!(with(|all| all.push(vec![])), Err(Wrong::AfterTheEnd(8)));
    assert_eq!(with(|all| drop(all.pop())), Err(Wrong::Cut(6)));
    assert_eq!(with(|all| all.truncate(1)), Err(Wrong::Cut(1)));
    let whole = file(1, 5);
    assert_eq!(check(&whole[..whole.len() - 1]), Err(Wrong::Cut(7)));
    assert_eq!(check(&whole[..whole.len() / 2]).unwrap_err().kind(), Kind::Tampered);
    let turned = String::from_utf8(whole).unwrap().replace('\n', "\r\n");
    assert_eq!(check(turned.as_bytes()), Err(Wrong::LineEnds));
}

/// Somebody who knows the format and mends the chain is still without our key.
#[test]
fn a_chain_that_was_mended_has_no_signature() {
    let mended = with(|all| {
        replaced(&mut all[2], "gate 3", "gate 4");
        chained_again(all, 3);
    });
    assert_eq!(mended, Err(Wrong::Signature));
    let theirs = with(|all| {
        replaced(&mut all[0], &key(1).public().hex(), &key(2).public().hex());
        chained_again(all, 1);
    });
    assert_eq!(theirs, Err(Wrong::Fingerprint), "our fingerprint beside another key");
    let another = with(|all| {
        let (ours, theirs) = (key(1).public(), key(2).public());
        replaced(&mut all[0], &ours.hex(), &theirs.hex());
        replaced(&mut all[0], &ours.fingerprint(), &theirs.fingerprint());
        chained_again(all, 1);
    });
    assert_eq!(another, Err(Wrong::Signature));
    // The signature of one record is none for another.
    let other = lines(&write(&key(1), &Head { case: "MG-1002".into(), ..head() }, &[], |_| String::new()).unwrap());
    let signature = serde_json::from_slice::<Link>(&other[1]).unwrap().signature.unwrap();
    let borrowed = with(|all| {
        let own = serde_json::from_slice::<Link>(&all[6]).unwrap().signature.unwrap();
        replaced(&mut all[6], &own, &signature);
    });
    assert_eq!(borrowed, Err(Wrong::Signature));
}

#[test]
fn what_does_not_fit_is_counted_in_the_file() {
    let many: Vec<Told> = (0..LINES_AT_MOST + 3).map(told).collect();
    let all = write(&key(1), &head(), &many, |n| format!("{n} more.")).unwrap();
    assert_eq!(check(&all).unwrap().lines, LINES_AT_MOST + 3);
    assert!(String::from_utf8(all).unwrap().contains("\"words\":\"3 more.\""));
    let long = Told { words: "x".repeat(BYTES_AT_MOST / 4), ..told(1) };
    let all = write(&key(1), &head(), &vec![long; 5], |n| format!("{n} more.")).unwrap();
    assert_eq!(check(&all).unwrap().lines, 6, "three of the five, what was left out, and the signature");
}

/// Not one byte of the file can be another, and the line that is blamed is the one that was changed.
#[test]
fn each_single_byte_is_held() {
    let whole = file(1, 2);
    for at in 0..whole.len() {
        for flip in [0x01, 0x20, 0x80] {
            let mut other = whole.clone();
            other[at] ^= flip;
            let wrong = check(&other).expect_err("a changed byte");
            let line = whole[..at].iter().filter(|b| **b == b'\n').count() + 1;
            if let Wrong::Changed(blamed) = wrong
                && whole[at] != b'\n'
                && other[at] != b'\n'
            {
                assert_eq!(blamed, line, "byte {at}, {flip:#x}");
            }
        }
        let mut less = whole.clone();
        less.remove(at);
        assert!(check(&less).is_err(), "without byte {at}");
    }
}

proptest! {
    /// Whatever is put in the place of any part of the file, it is found.
    #[test]
    fn any_change_of_any_part_is_found(from in 0.0..1.0f64, length in 0usize..400, by in prop::collection::vec(any::<u8>(), 0..400)) {
        let whole = file(1, 3);
        let from = (from * whole.len() as f64) as usize;
        let to = (from + length).min(whole.len());
        let mut other = whole.clone();
        other.splice(from..to, by);
        prop_assume!(other != whole);
        prop_assert!(check(&other).is_err());
    }

    /// Whatever comes, it is answered.
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert!(check(&bytes).is_err());
        let begun = [BEGINS.as_bytes(), b"1\"", &bytes].concat();
        prop_assert!(check(&begun).is_err());
    }
}
