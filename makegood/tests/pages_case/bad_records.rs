//! Records that came back changed, one of each kind, with how the command ends and a part of the sentence: for the command and the
//! browser alike.
#![allow(dead_code, reason = "each program of tests uses a part of it")]

use makegood::record::{self, Head, Installation, Role, SigningKey, Told, Who};

pub fn head() -> Head {
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

fn told(words: &str) -> Told {
    Told {
        time: "2026-03-02T09:00:00Z".into(),
        when: "2 Mar 2026 03:00".into(),
        who: Who { role: Role::Supplier, name: "Maria Krawczyk".into() },
        told: "message".into(),
        words: words.into(),
        fields: serde_json::Map::new(),
    }
}

/// A record of six lines.
pub fn good(key: &SigningKey) -> Vec<u8> {
    let all = ["One.", "Two: 200 boards.", "Three – “ready”.", "Four."].map(told);
    record::write(key, &head(), &all, |_| String::new()).expect("a record")
}

/// The name of the file, its bytes, how the command ends, and a part of what is said.
pub type Bad = (&'static str, Vec<u8>, i32, &'static str);

pub fn all(key: &SigningKey) -> Vec<Bad> {
    let whole = good(key);
    let text = String::from_utf8(whole.clone()).expect("text");
    let lines = |act: &dyn Fn(&mut Vec<&str>)| {
        let mut all: Vec<&str> = text.lines().collect();
        act(&mut all);
        (all.join("\n") + "\n").into_bytes()
    };
    let other = SigningKey::of(&[9; 32]).expect("a key").public();
    let put_in = text.replace(&key.public().hex(), &other.hex());
    vec![
        ("cut", whole[..whole.len() - 200].to_vec(), 1, "cut off: it ends in line 6"),
        ("cut-at-a-line", lines(&|all| all.truncate(4)), 1, "cut off: it ends in line 4"),
        ("changed", text.replace("200 boards", "100 boards").into_bytes(), 1, "Line 3 is not what was written"),
        ("changed-head", text.replace("MG-1001", "MG-1002").into_bytes(), 1, "Line 1 is not what was written"),
        (
            "changed-end",
            text.replace("\"signature\":\"", "\"signature\": \"").into_bytes(),
            1,
            "Line 6 is not what was written",
        ),
        ("no-json", text.replace("\"words\":\"Two", "\"words\":Two").into_bytes(), 1, "Line 3 is not what was written"),
        ("moved", lines(&|all| all.swap(2, 3)), 1, "line 3 stands further down"),
        ("removed", lines(&|all| _ = all.remove(3)), 1, "Line 4 is missing"),
        ("added", lines(&|all| all.insert(4, all[1])), 1, "Line 5 was added"),
        ("after", lines(&|all| all.push("{\"line\":7}")), 1, "Line 7 was added: it stands after the signature"),
        ("mended", mended(&text, "200 boards", "100 boards"), 1, "the signature does not belong to them"),
        ("key-put-in", chained(&put_in), 1, "The fingerprint in the file is not that of the key"),
        ("windows", text.replace('\n', "\r\n").into_bytes(), 1, "The ends of all lines were changed"),
        ("huge", vec![b'{'; record::BYTES_AT_MOST + 1], 2, "at most 16 MB"),
        ("empty", vec![], 2, "The file is empty"),
        ("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), 2, "This is not text"),
        ("letter", b"Dear Dana, here it is.\n".to_vec(), 2, "not a record"),
        (
            "newer",
            text.replace("makegood-record/1", "makegood-record/2").into_bytes(),
            2,
            "a format that is not known here",
        ),
    ]
}

fn mended(text: &str, what: &str, by: &str) -> Vec<u8> {
    chained(&text.replace(what, by))
}

/// The chain made anew by somebody who knows the format and has no key.
fn chained(text: &str) -> Vec<u8> {
    use sha2::{Digest as _, Sha256};
    let mut all: Vec<String> = text.lines().map(str::to_owned).collect();
    for n in 1..all.len() {
        let now = hex::encode(Sha256::digest(all[n - 1].as_bytes()));
        let begins = format!("{{\"line\":{},\"before\":\"", n + 1);
        let rest = all[n].strip_prefix(&begins).expect("a line of ours")[64..].to_owned();
        all[n] = format!("{begins}{now}{rest}");
    }
    (all.join("\n") + "\n").into_bytes()
}
