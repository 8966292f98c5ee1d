//! What may go over the wire: addresses, header text, and the finished bytes, looked at once more before they leave.

use std::fmt;

/// The longest line (RFC 5322, 2.1.1).
pub const LINE_LIMIT: usize = 998;
/// The longest address (RFC 5321, 4.5.3.1.3).
const ADDRESS_LIMIT: usize = 254;
/// The fields that we write. Another one at the top of a mail of ours was put there by somebody else.
const FIELDS: [&str; 19] = [
    "from",
    "to",
    "cc",
    "reply-to",
    "subject",
    "date",
    "message-id",
    "in-reply-to",
    "references",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "auto-submitted",
    "x-auto-response-suppress",
    "x-makegood-loop",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "content-language",
];

/// Why bytes may not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSafe {
    /// A CR or LF that stands alone: some servers end a mail there, others do not.
    BareLineEnd(usize),
    NotAscii(usize),
    Control(usize),
    LongLine(usize),
    /// A field that we never write.
    UnknownField(String),
    /// A field that may stand once.
    Twice(String),
    Missing(&'static str),
}

impl fmt::Display for NotSafe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BareLineEnd(at) => write!(f, "a line end that stands alone at byte {at}"),
            Self::NotAscii(at) => write!(f, "a byte that is not ASCII at {at}"),
            Self::Control(at) => write!(f, "a control character at byte {at}"),
            Self::LongLine(line) => write!(f, "line {line} is longer than {LINE_LIMIT}"),
            Self::UnknownField(name) => write!(f, "a header field that nobody here writes: {name}"),
            Self::Twice(name) => write!(f, "the header field {name} twice"),
            Self::Missing(name) => write!(f, "no header field {name}"),
        }
    }
}

/// Looks at the finished bytes of a mail of ours: asked when it is written, and again before every try.
///
/// # Errors
/// What is wrong with them; they must not leave then.
pub fn assert_wire_safe(raw: &[u8]) -> Result<(), NotSafe> {
    let mut before = 0;
    for (at, byte) in raw.iter().copied().enumerate() {
        let next = raw.get(at + 1).copied();
        match byte {
            b'\n' if before != b'\r' => return Err(NotSafe::BareLineEnd(at)),
            b'\r' if next != Some(b'\n') => return Err(NotSafe::BareLineEnd(at)),
            b'\r' | b'\n' | b'\t' => {}
            128.. => return Err(NotSafe::NotAscii(at)),
            ..32 | 127 => return Err(NotSafe::Control(at)),
            _ => {}
        }
        before = byte;
    }
    let lines = || raw.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    if let Some(long) = lines().position(|line| line.len() > LINE_LIMIT) {
        return Err(NotSafe::LongLine(long + 1));
    }
    fields_are_ours(lines())
}

fn fields_are_ours<'a>(lines: impl Iterator<Item = &'a [u8]>) -> Result<(), NotSafe> {
    let mut seen: Vec<String> = Vec::new();
    for line in lines {
        match line.first() {
            None => break,
            Some(b' ' | b'\t') if !seen.is_empty() => continue,
            Some(_) => {}
        }
        let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        if !FIELDS.contains(&name.as_str()) || !line.contains(&b':') {
            return Err(NotSafe::UnknownField(name));
        }
        if seen.contains(&name) {
            return Err(NotSafe::Twice(name));
        }
        seen.push(name);
    }
    let needed = ["from", "to", "subject", "date", "message-id", "mime-version"];
    match needed.into_iter().find(|name| !seen.iter().any(|seen| seen == name)) {
        Some(missing) => Err(NotSafe::Missing(missing)),
        None => Ok(()),
    }
}

/// An address as it goes over the wire: ASCII, a domain in other letters in its ASCII form; nothing when it is no address.
pub fn wire_address(written: &str) -> Option<String> {
    let written = written.trim();
    let (local, domain) = written.rsplit_once('@')?;
    let plain = |b: u8| {
        b.is_ascii_graphic()
            && !matches!(b, b'<' | b'>' | b'(' | b')' | b',' | b';' | b':' | b'\\' | b'"' | b'[' | b']' | b'@')
    };
    if local.is_empty() || !local.bytes().all(plain) || domain.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let domain = idna::domain_to_ascii(domain).ok()?;
    let address = format!("{local}@{domain}");
    let named = !domain.is_empty() && domain.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'));
    (named && address.len() <= ADDRESS_LIMIT && address.parse::<lettre::Address>().is_ok()).then_some(address)
}

/// Words for a header field: one line, without control characters, within a limit.
pub fn header_text(words: &str, most: usize) -> String {
    let one_line: String = words.chars().map(|c| if c.is_control() || is_line_end(c) { ' ' } else { c }).collect();
    one_line
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(most)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

fn is_line_end(letter: char) -> bool {
    matches!(letter, '\u{2028}' | '\u{2029}' | '\u{85}')
}

/// Ids of other people's mails as we may repeat them; what would break a header is left out.
pub fn wire_id(id: &str) -> Option<&str> {
    let id = id.trim().trim_start_matches('<').trim_end_matches('>');
    let fits =
        (3..=250).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b','));
    (fits && !id.starts_with("=?")).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "From: a@x.example\r\nTo: b@y.example\r\nSubject: s\r\nDate: d\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n\r\nHello.\r\n";

    #[test]
    fn bytes_that_two_servers_would_read_differently_do_not_leave() {
        assert_eq!(assert_wire_safe(GOOD.as_bytes()), Ok(()));
        for (bad, why) in [
            (GOOD.replace("Hello.\r\n", "Hello.\n.\r\n"), "stands alone"),
            (GOOD.replace("Hello.", "Hel\rlo."), "stands alone"),
            (GOOD.replace("Hello.\r\n", "Hello.\r"), "stands alone"),
            (GOOD.replace("Hello", "H\u{e9}llo"), "not ASCII"),
            (GOOD.replace("Hello", "H\0llo"), "control"),
            (GOOD.replace("Hello", &"x".repeat(999)), "longer than"),
            (GOOD.replace("Subject: s", "Subject: s\r\nBcc: boss@x.example"), "nobody here writes: bcc"),
            (GOOD.replace("Subject: s", "Subject: s\r\nTo: boss@x.example"), "to twice"),
            (GOOD.replace("Date: d\r\n", ""), "no header field date"),
            (GOOD.replace("Subject: s", "Subject: s\r\nno field at all"), "nobody here writes"),
        ] {
            let said = assert_wire_safe(bad.as_bytes()).expect_err(why).to_string();
            assert!(said.contains(why), "{said} for {why}");
        }
    }

    /// T-HDR, CVE-2021-38189: nothing that ends a line or a command gets into an address.
    #[test]
    fn an_address_is_only_an_address() {
        assert_eq!(wire_address(" rao@acme.example ").as_deref(), Some("rao@acme.example"));
        assert_eq!(wire_address("info@m\u{fc}ller.example").as_deref(), Some("info@xn--mller-kva.example"));
        assert_eq!(wire_address("rao+boards@acme.example").as_deref(), Some("rao+boards@acme.example"));
        for bad in [
            "",
            "rao",
            "@acme.example",
            "rao@",
            "rao@acme.example\r\nRCPT TO:<x@y>",
            "ra\ro@acme.example",
            "rao@acme.exa\nmple",
            "rao@acme.example>\r\nDATA",
            "a b@acme.example",
            "<rao@acme.example>",
            "rao@acme.example,other@x.example",
            "\"a b\"@acme.example",
            "r\u{e4}o@acme.example",
            "rao@acme\0.example",
            "a@b@c.example",
            "rao@acme.example SIZE=1",
        ] {
            assert_eq!(wire_address(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn words_for_a_header_are_one_line() {
        assert_eq!(header_text("late\r\nBcc: x@y\0  boards\u{2028}here ", 100), "late Bcc: x@y boards here");
        assert_eq!(header_text("abcdef", 3), "abc");
        assert_eq!(wire_id("<1@x>"), Some("1@x"));
        assert_eq!((wire_id("1@x\r\nBcc: y"), wire_id("a"), wire_id("a b@c")), (None, None, None));
    }
}
