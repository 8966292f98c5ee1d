//! Checks a record by its bytes alone, and says of one that does not hold which line it is and why. `assets/verify.js` does the same in
//! a browser; the story in `tests/browser_record.rs` holds the two against each other.
use super::{BEGINS, BYTES_AT_MOST, PublicKey, VERSION, hash, signature_line, signed_words};
use serde::Deserialize;
use std::collections::HashSet;

/// A record of which not one byte was changed since it was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub key: PublicKey,
    pub case: String,
    /// What whoever signed calls themselves; the key says whether it is so.
    pub name: String,
    pub address: String,
    pub made: String,
    /// Lines of the file, the first and the last among them.
    pub lines: usize,
}

/// Why a file does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Empty,
    TooLarge,
    Binary,
    NoRecord,
    OtherFormat,
    /// Something turned the ends of its lines into those of another system.
    LineEnds,
    /// It ends before its signature.
    Cut(usize),
    Changed(usize),
    Missing(usize),
    /// The line stands further down.
    Moved(usize),
    /// The line stands there a second time.
    Added(usize),
    AfterTheEnd(usize),
    /// The fingerprint in it is another key's.
    Fingerprint,
    Signature,
}

/// The two ways in which a file does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Tampered,
    Unreadable,
}

impl Wrong {
    /// The key of its sentence, and the line that it is about.
    pub fn said(self) -> (&'static str, Option<usize>) {
        match self {
            Self::Empty => ("theirs-verify-empty", None),
            Self::TooLarge => ("theirs-verify-too-large", None),
            Self::Binary => ("theirs-verify-binary", None),
            Self::NoRecord => ("theirs-verify-no-record", None),
            Self::OtherFormat => ("theirs-verify-other-format", None),
            Self::LineEnds => ("theirs-verify-line-ends", None),
            Self::Cut(line) => ("theirs-verify-cut", Some(line)),
            Self::Changed(line) => ("theirs-verify-changed", Some(line)),
            Self::Missing(line) => ("theirs-verify-missing", Some(line)),
            Self::Moved(line) => ("theirs-verify-moved", Some(line)),
            Self::Added(line) => ("theirs-verify-added", Some(line)),
            Self::AfterTheEnd(line) => ("theirs-verify-after-the-end", Some(line)),
            Self::Fingerprint => ("theirs-verify-fingerprint", None),
            Self::Signature => ("theirs-verify-signature", None),
        }
    }
    pub fn kind(self) -> Kind {
        match self {
            Self::Empty | Self::TooLarge | Self::Binary | Self::NoRecord | Self::OtherFormat => Kind::Unreadable,
            _ => Kind::Tampered,
        }
    }
}

/// What of a line the chain needs.
#[derive(Deserialize)]
struct Link {
    line: u64,
    #[serde(default)]
    before: String,
    signature: Option<String>,
}

#[derive(Deserialize)]
struct FirstLine {
    installation: Named,
    case: String,
    made: String,
    key: String,
    fingerprint: String,
}

#[derive(Deserialize)]
struct Named {
    name: String,
    address: String,
}

/// Reads the whole file.
///
/// # Errors
/// The first thing that is wrong, from the top.
pub fn check(file: &[u8]) -> Result<Checked, Wrong> {
    recognised(file)?;
    let whole = file.strip_suffix(b"\n");
    let lines: Vec<&[u8]> = whole.unwrap_or(file).split(|byte| *byte == b'\n').collect();
    let links: Vec<Option<Link>> = lines.iter().map(|line| serde_json::from_slice(line).ok()).collect();
    chain(&lines, &links, if whole.is_some() { lines.len() } else { lines.len() - 1 })?;
    if whole.is_none() {
        return Err(Wrong::Cut(lines.len()));
    }
    let count = lines.len();
    let signature = links.last().and_then(|link| link.as_ref()?.signature.clone()).ok_or(Wrong::Cut(count))?;
    let last = lines[..count - 1].last().map(|line| hash(line)).ok_or(Wrong::Cut(count))?;
    if lines[count - 1] != signature_line(count, &last, &signature).as_bytes() {
        return Err(Wrong::Changed(count));
    }
    let head: FirstLine = serde_json::from_slice(lines[0]).map_err(|_| Wrong::Changed(1))?;
    let key = PublicKey::of_hex(&head.key).ok_or(Wrong::Changed(1))?;
    if head.fingerprint != key.fingerprint() {
        return Err(Wrong::Fingerprint);
    }
    signed(key, &last, &signature).ok_or(Wrong::Signature)?;
    let Named { name, address } = head.installation;
    Ok(Checked { key, case: head.case, name, address, made: head.made, lines: count })
}

/// Whether this is a record at all.
fn recognised(file: &[u8]) -> Result<(), Wrong> {
    if file.is_empty() {
        return Err(Wrong::Empty);
    }
    if file.len() > BYTES_AT_MOST {
        return Err(Wrong::TooLarge);
    }
    let Some(rest) = file.strip_prefix(BEGINS.as_bytes()) else {
        let odd = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
        let text = std::str::from_utf8(file).is_ok() && !file.iter().any(odd);
        return Err(if text { Wrong::NoRecord } else { Wrong::Binary });
    };
    if !rest.starts_with(format!("{VERSION}\"").as_bytes()) {
        return Err(Wrong::OtherFormat);
    }
    // No line of ours has such a byte in it: JSON writes it as two others.
    let ends = || file.iter().filter(|byte| **byte == b'\n').count();
    let turned = file.windows(2).filter(|two| *two == b"\r\n").count();
    if turned > 0 && turned == ends() { Err(Wrong::LineEnds) } else { Ok(()) }
}

/// Whether the first `most` lines are there once, in their order, each as the next one knows it.
fn chain(lines: &[&[u8]], links: &[Option<Link>], most: usize) -> Result<(), Wrong> {
    let there: HashSet<u64> = links.iter().flatten().map(|link| link.line).collect();
    let mut before = String::new();
    for (at, link) in links.iter().enumerate().take(most) {
        let n = at + 1;
        let Some(link) = link else { return Err(Wrong::Changed(n)) };
        let wanted = u64::try_from(n).unwrap_or(u64::MAX);
        if link.line < wanted {
            return Err(Wrong::Added(n));
        }
        if link.line > wanted {
            return Err(if there.contains(&wanted) { Wrong::Moved(n) } else { Wrong::Missing(n) });
        }
        if n > 1 && link.before != before {
            return Err(Wrong::Changed(whose(lines, links, n, &before)));
        }
        if link.signature.is_some() && n < lines.len() {
            return Err(Wrong::AfterTheEnd(n + 1));
        }
        before = hash(lines[at]);
    }
    Ok(())
}

/// Line `n` does not know the line before it: one of the two was changed. It is `n` itself when what follows does not know it
/// either; for the last line the signature says it.
fn whose(lines: &[&[u8]], links: &[Option<Link>], n: usize, before: &str) -> usize {
    let signature = links[n - 1].as_ref().and_then(|link| link.signature.as_deref());
    let changed = match (links.get(n), signature) {
        (Some(next), _) => next.as_ref().is_some_and(|next| next.before != hash(lines[n - 1])),
        (None, Some(signature)) => {
            let head: Option<FirstLine> = serde_json::from_slice(lines[0]).ok();
            let key = head.and_then(|head| PublicKey::of_hex(&head.key));
            key.and_then(|key| signed(key, before, signature)).is_some()
        }
        (None, None) => false,
    };
    if changed { n } else { n - 1 }
}

fn signed(key: PublicKey, last: &str, signature: &str) -> Option<()> {
    let bytes = hex::decode(signature).ok().filter(|_| !signature.bytes().any(|b| b.is_ascii_uppercase()))?;
    key.signed(&signed_words(last), &bytes).ok()
}

#[cfg(test)]
mod tests;
