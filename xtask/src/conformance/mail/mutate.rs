//! The same mail in another dress: nothing of what it says may change by it.

/// One dress: how the bytes change, and how what is expected changes with them.
pub struct Mutation {
    pub name: &'static str,
    pub change: fn(&[u8]) -> Vec<u8>,
    pub expected: fn(&str) -> String,
}

/// As they are first, then every other dress.
pub fn all() -> Vec<Mutation> {
    let same = str::to_owned;
    vec![
        Mutation { name: "as they are", change: <[u8]>::to_vec, expected: same },
        Mutation { name: "line ends", change: line_ends, expected: same },
        Mutation { name: "folding", change: folded, expected: same },
        Mutation { name: "field names", change: field_names, expected: same },
        Mutation { name: "encoding", change: encoded, expected: same },
        Mutation {
            name: "people",
            change: people,
            expected: |text| String::from_utf8_lossy(&people(text.as_bytes())).into_owned(),
        },
    ]
}

/// CRLF where there was LF, and the other way round.
fn line_ends(raw: &[u8]) -> Vec<u8> {
    let had = raw.windows(2).any(|pair| pair == b"\r\n");
    let mut out = Vec::with_capacity(raw.len() + raw.len() / 20);
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(b"\n") {
            Some(bare) => {
                out.extend_from_slice(bare.strip_suffix(b"\r").unwrap_or(bare));
                out.extend_from_slice(if had { b"\n" } else { b"\r\n" });
            }
            None => out.extend_from_slice(line),
        }
    }
    out
}

/// Where the header ends, the empty line included.
fn body_at(raw: &[u8]) -> usize {
    let mut at = 0;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        if matches!(line, b"\n" | b"\r\n") {
            break;
        }
    }
    at
}

/// Changes every line of the header that begins a field.
fn each_field(raw: &[u8], change: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (header, body) = raw.split_at(body_at(raw));
    let mut out = Vec::with_capacity(raw.len() + 200);
    for line in header.split_inclusive(|byte| *byte == b'\n') {
        let begins = line.first().is_some_and(u8::is_ascii_graphic) && line.contains(&b':');
        let envelope = line.starts_with(b"From ") || line.starts_with(b">From ");
        out.extend(if begins && !envelope { change(line) } else { line.to_vec() });
    }
    out.extend_from_slice(body);
    out
}

/// A line break at the first space behind the thirtieth letter of each field.
fn folded(raw: &[u8]) -> Vec<u8> {
    each_field(raw, |line| {
        let mut quoted = false;
        let at = line.iter().enumerate().position(|(at, byte)| {
            quoted ^= *byte == b'"';
            at > 30 && *byte == b' ' && !quoted && line.get(at + 1).is_some_and(u8::is_ascii_graphic)
        });
        let Some(at) = at else { return line.to_vec() };
        let (head, tail) = line.split_at(at);
        let end: &[u8] = if line.ends_with(b"\r\n") { b"\r\n" } else { b"\n" };
        [head, end, tail].concat()
    })
}

/// Capitals and small letters the other way round.
fn field_names(raw: &[u8]) -> Vec<u8> {
    each_field(raw, |line| {
        let colon = line.iter().position(|byte| *byte == b':').unwrap_or(0);
        let turn = |(at, byte): (usize, &u8)| match byte {
            _ if at >= colon => *byte,
            byte if byte.is_ascii_lowercase() => byte.to_ascii_uppercase(),
            byte => byte.to_ascii_lowercase(),
        };
        line.iter().enumerate().map(turn).collect()
    })
}

/// Base64 where a mail of one text was not encoded.
fn encoded(raw: &[u8]) -> Vec<u8> {
    let (header, body) = raw.split_at(body_at(raw));
    let lower = String::from_utf8_lossy(header).to_lowercase();
    let field =
        |name: &str| lower.lines().find_map(|line| line.strip_prefix(name).map(|value| value.trim().to_owned()));
    let plain = field("content-transfer-encoding:").is_none_or(|said| matches!(said.as_str(), "7bit" | "8bit"));
    let kind = field("content-type:");
    let text = kind.as_deref().is_none_or(|kind| kind.starts_with("text/"));
    if !plain || !text || kind.is_none() && lower.contains("content-type") {
        return raw.to_vec();
    }
    let keep = |line: &&[u8]| !String::from_utf8_lossy(line).to_lowercase().starts_with("content-transfer-encoding:");
    let mut out: Vec<u8> = header.split_inclusive(|byte| *byte == b'\n').filter(keep).collect::<Vec<_>>().concat();
    let end: &[u8] = if header.ends_with(b"\r\n") { b"\r\n" } else { b"\n" };
    out.truncate(out.len() - end.len().min(out.len()));
    out.extend_from_slice(b"Content-Transfer-Encoding: base64");
    out.extend_from_slice(end);
    out.extend_from_slice(end);
    for line in body.chunks(57) {
        out.extend(base64(line));
        out.extend_from_slice(end);
    }
    out
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::with_capacity(bytes.len() * 4 / 3 + 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0u32, |bits, n| (bits << 8) | u32::from(three.get(n).copied().unwrap_or(0)));
        for n in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * n)) as usize & 63];
            out.push(if n > three.len() { b'=' } else { letter });
        }
    }
    out
}

/// Other people at other places, in letters as many as before.
fn people(raw: &[u8]) -> Vec<u8> {
    const NAMES: [(&[u8], &[u8]); 8] = [
        (b"userx", b"henny"),
        (b"usery", b"benno"),
        (b"kijitora", b"waldemar"),
        (b"sironeko", b"ottilies"),
        (b"JSmith", b"QBrown"),
        (b"jsmith", b"qbrown"),
        (b"somenet.foo", b"othernt.bar"),
        (b"redmine", b"bluemin"),
    ];
    let mut out = raw.to_vec();
    for (name, other) in NAMES.iter().filter(|(name, _)| !raw.is_empty() && name.len() <= raw.len()) {
        let mut at = 0;
        while let Some(found) =
            out.get(at..).and_then(|rest| rest.windows(name.len()).position(|window| window == *name))
        {
            at += found;
            out.splice(at..at + name.len(), other.iter().copied());
            at += name.len();
        }
    }
    out
}
