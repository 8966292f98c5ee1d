//! Damaged mails for tests, the same for the same number: bytes turned, cut out, doubled and swapped between mails.

/// One of the seeds, damaged in the way of this number. Without seeds it is empty.
pub fn damaged(seeds: &[Vec<u8>], number: u64) -> Vec<u8> {
    let mut chance = Chance(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let Some(seed) = seeds.get(chance.below(seeds.len())) else { return Vec::new() };
    let mut raw = seed.clone();
    for _ in 0..=chance.below(6) {
        step(&mut raw, seeds, &mut chance);
    }
    raw.truncate(super::parse::RAW_LIMIT);
    raw
}

/// What attackers and broken servers put into mails.
const PIECES: [&[u8]; 24] = [
    b"\0",
    b"\r\n\r\n",
    b"\n",
    b"=?utf-8?B?////?=",
    b"=?x?q?=?=?=",
    b"Content-Type: multipart/mixed; boundary=\"b\"\r\n",
    b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Type: text/html; charset=utf-7\r\n",
    b"Content-Type: text/plain; charset=utf-32\r\n",
    b"--b\r\n",
    b"\xff\xfe\xfd",
    b"<div><blockquote><table><p>",
    b"<a href=javascript:x><svg><style>",
    b"begin 644 x\r\nM",
    b"((((((((((",
    b"<<<<>>>>@@@@",
    b"\"\"\"\"\\\\\\\\",
    b"From: a@x.example\r\n",
    b"On 1 May 2026, x wrote:\r\n> > > ",
    b"Final-Recipient: rfc822; \r\nAction: failed\r\n\r\n",
    b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:",
    b"\x78\x9f\x3e\x22\x01\x00\x02\x02\x90\x06\x00\xff\xff\xff\xff",
    b"Received: by x\r\n",
];

fn step(raw: &mut Vec<u8>, seeds: &[Vec<u8>], chance: &mut Chance) {
    let at = chance.below(raw.len() + 1);
    let end = (at + chance.below(200)).min(raw.len());
    match chance.below(8) {
        0 => {
            if let Some(byte) = raw.get_mut(at) {
                *byte = chance.below(256) as u8;
            }
        }
        1 => drop(raw.drain(at..end)),
        2 => {
            let piece = PIECES.get(chance.below(PIECES.len())).copied().unwrap_or_default();
            raw.splice(at..at, piece.iter().copied());
        }
        3 => {
            let piece =
                PIECES.get(chance.below(PIECES.len())).copied().unwrap_or_default().repeat(1 + chance.below(300));
            raw.splice(at..at, piece);
        }
        4 => raw.truncate(at),
        5 => {
            let doubled = raw.get(at..end).unwrap_or_default().repeat(1 + chance.below(20));
            raw.splice(at..at, doubled);
        }
        6 => {
            let other = seeds.get(chance.below(seeds.len())).map_or(&[][..], Vec::as_slice);
            let from = chance.below(other.len() + 1);
            let to = (from + chance.below(4_000)).min(other.len());
            raw.splice(at..end, other.get(from..to).unwrap_or_default().iter().copied());
        }
        _ => {
            for byte in raw.iter_mut().skip(at).take(chance.below(60)) {
                *byte ^= chance.below(256) as u8;
            }
        }
    }
}

/// Numbers that look drawn, and are the same each time.
struct Chance(u64);

impl Chance {
    /// Below `most`, and 0 for 0.
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % most.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::{Ours, parse::parse, quoted, route};
    use std::time::{Duration, Instant};

    /// So many in every run of the tests; the command of the developers makes a hundred thousand.
    const MANY: u64 = 20_000;

    fn seeds() -> Vec<Vec<u8>> {
        let golden = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/mails");
        let mut seeds: Vec<Vec<u8>> = std::fs::read_dir(golden)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| std::fs::read(entry.path()).ok())
            .collect();
        seeds.sort();
        seeds.push(b"From: Rao <rao@acme.example>\nTo: care@ours.example\nSubject: late\nDate: Fri, 20 Nov 2026 14:00:00 +0100\nMessage-ID: <1@x>\n\nThe boards are late.\n\n-- \nRao\n".to_vec());
        seeds.push(b"From: MAILER-DAEMON@x.example\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nIt failed.\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; rao@acme.example\nAction: failed\nStatus: 5.1.1\n\n--b--\n".to_vec());
        seeds.push(b"From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Hi<blockquote>you</blockquote>\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\neJ8+IgEAAgKQBgAA\n--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nUID:1\nEND:VCALENDAR\n--b--\n".to_vec());
        seeds
    }

    #[test]
    fn damaged_mails_are_read_soon_and_every_answer_about_them_is_given() {
        let seeds = seeds();
        for n in 0..MANY {
            let raw = damaged(&seeds, n);
            let begun = Instant::now();
            let (mail, odd) = parse(&raw, &Ours::default());
            let pieces: usize = quoted::split(&mail.text).iter().map(|piece| piece.text.len()).sum();
            assert_eq!(pieces, mail.text.len(), "number {n}");
            let _ = (route::numbers(&mail), mail.parents().count(), odd.len());
            assert!(begun.elapsed() < Duration::from_secs(2), "number {n} took {:?}", begun.elapsed());
        }
    }
}
