//! The signed reply address: `care+1042-4kq7m2zt5x9rbn3d@ours.example` says which case an answer belongs to, and that
//! it was us who said so.
//!
//! Mail programs lose `In-Reply-To`, and anybody can write a case number; an address they all send back. It is signed
//! with the firm's own `mail_key`, so that a number made up reaches nothing.

use casework::ids::CaseNumber;
use ring::hmac;

/// So many bytes of the HMAC stand in the address: 80 bits, not to be guessed by mail.
const TAG: usize = 10;
/// What is signed begins with this, so that a signature made for something else is none here.
const PURPOSE: &str = "makegood reply address 1 ";
/// Letters and digits that survive lower case and reading aloud (Crockford's).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// The longest number of a case in an address.
const DIGITS: usize = 15;

/// The token of a case, such as `1042-4kq7m2zt5x9rbn3d`, for the part behind the `+` of an address.
pub fn made(key: &[u8], case: CaseNumber) -> String {
    format!("{}-{}", case.0, tag(key, case))
}

/// An address with the token of a case: `care@ours.example` becomes `care+TOKEN@ours.example`. None when the address
/// has no `@`.
pub fn at(key: &[u8], case: CaseNumber, address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    Some(format!("{local}+{}@{domain}", made(key, case)))
}

/// The case that an address names, if we signed it. Takes as long for a wrong signature as for a right one.
pub fn read(key: &[u8], address: &str) -> Option<CaseNumber> {
    let (local, _) = address.rsplit_once('@')?;
    let (_, token) = local.rsplit_once('+')?;
    let (digits, given) = token.split_once('-')?;
    let plain = (1..=DIGITS).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    let case = CaseNumber(digits.parse().ok().filter(|_| plain)?);
    // A number has one way of being written, so each case has one address.
    if case.0.to_string() != digits {
        return None;
    }
    same(tag(key, case).as_bytes(), given.to_ascii_lowercase().as_bytes()).then_some(case)
}

/// An address without the token, to compare it with the addresses of the firm.
pub fn bare(address: &str) -> String {
    let Some((local, domain)) = address.rsplit_once('@') else { return address.to_owned() };
    format!("{}@{domain}", local.split('+').next().unwrap_or(local))
}

fn tag(key: &[u8], case: CaseNumber) -> String {
    let signed = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), format!("{PURPOSE}{}", case.0).as_bytes());
    let (mut bits, mut held, mut text) = (0u32, 0u32, String::with_capacity(TAG * 8 / 5));
    for byte in signed.as_ref().iter().take(TAG) {
        bits = (bits << 8) | u32::from(*byte);
        held += 8;
        while held >= 5 {
            held -= 5;
            let letter = LETTERS.get(((bits >> held) & 31) as usize).copied().unwrap_or_default();
            text.push(char::from(letter));
        }
    }
    text
}

/// Whether two texts are the same, looking at every byte whatever the first ones say.
fn same(one: &[u8], other: &[u8]) -> bool {
    let differs = one.iter().zip(other).fold(one.len() ^ other.len(), |seen, (a, b)| seen | usize::from(a ^ b));
    std::hint::black_box(differs) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &[u8] = &[7; 32];

    #[test]
    fn an_address_names_its_case_in_whatever_letters_it_comes_back() {
        let address = at(KEY, CaseNumber(1042), "care@ours.example").unwrap();
        assert!(address.starts_with("care+1042-") && address.ends_with("@ours.example"), "{address}");
        assert_eq!(address.len(), "care+1042-@ours.example".len() + 16);
        assert_eq!(read(KEY, &address), Some(CaseNumber(1042)));
        assert_eq!(read(KEY, &address.to_uppercase()), Some(CaseNumber(1042)));
        assert_eq!(bare(&address), "care@ours.example");
        assert_eq!(at(KEY, CaseNumber(1), "nobody"), None);
    }

    /// FreeScout CVE-2026-47123: absent, forged, another case's, another firm's.
    #[test]
    fn only_what_we_signed_for_that_case_counts() {
        let token = made(KEY, CaseNumber(1042));
        let (_, tag) = token.split_once('-').unwrap();
        for local in [
            "care".to_owned(),
            "care+1042".into(),
            "care+1042-".into(),
            "care+1042-0000000000000000".into(),
            format!("care+1043-{tag}"),
            format!("care+01042-{tag}"),
            format!("care+1042-{tag}0"),
            format!("care+1042-{}", &tag[..15]),
            format!("care+{}", made(&[8; 32], CaseNumber(1042))),
            format!("care+99999999999999999999-{tag}"),
            format!("care+-1042-{tag}"),
        ] {
            assert_eq!(read(KEY, &format!("{local}@ours.example")), None, "{local}");
        }
        for nothing in ["", "@", "+@", "a+-@b", "a+\u{e9}-x@b"] {
            assert_eq!(read(KEY, nothing), None);
        }
        assert_eq!(read(KEY, &format!("any+body+{token}@elsewhere.example")), Some(CaseNumber(1042)));
    }
}
