//! Passwords: kept only as a slow hash, made long enough, and written down nowhere.
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use casework::Refusal;

/// Characters a password has at least; length is what makes it hard to guess (NIST SP 800-63B).
pub const AT_LEAST: usize = 12;
/// Characters a password has at most, so that hashing stays cheap for us.
pub const AT_MOST: usize = 256;
/// Without what is easily misread: 32 signs, five bits each.
const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Memory in KiB, rounds and lanes: the OWASP setting of 2023 for Argon2id.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// The PHC text to keep; slow on purpose, so never on an async thread.
///
/// # Errors
/// `password-short` or `password-long`, about the field `password`.
pub fn hash(password: &str, salt: [u8; 16]) -> Result<String, Refusal> {
    let length = password.chars().count();
    if length < AT_LEAST {
        return Err(Refusal::input("password", "password-short").with("least", AT_LEAST));
    }
    if length > AT_MOST {
        return Err(Refusal::input("password", "password-long").with("most", AT_MOST));
    }
    let hash =
        argon2().hash_password_with_salt(password.as_bytes(), &salt).expect("our cost and salt are fit for Argon2");
    Ok(hash.to_string())
}

/// Whether it is the password of that hash. An empty or odd hash fits nothing, and takes as long, so that nobody learns
/// from the time which accounts there are.
pub fn fits(password: &str, kept: &str) -> bool {
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let long = password.chars().count() > AT_MOST;
    let known = PasswordHash::new(kept);
    let is_known = known.is_ok() && !long;
    let Ok(against) = known.or_else(|_| PasswordHash::new(NOBODY)) else { return false };
    argon2().verify_password(if long { b"" } else { password.as_bytes() }, &against).is_ok() && is_known
}

/// A password nobody chose, from random bytes: four groups of five signs, 100 bits.
pub fn spelled(bytes: [u8; 20]) -> String {
    let signs: Vec<char> = bytes.iter().map(|b| char::from(SIGNS[usize::from(b % 32)])).collect();
    signs.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

fn argon2() -> Argon2<'static> {
    let (memory, rounds, lanes) = COST;
    let params = Params::new(memory, rounds, lanes, None).expect("our cost is within the bounds of Argon2");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_itself_fits_and_nothing_fits_nobody() {
        let kept = hash("correct horse battery", [7; 16]).unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(fits("correct horse battery", &kept));
        for wrong in ["correct horse batterY", "", "x"] {
            assert!(!fits(wrong, &kept));
            assert!(!fits(wrong, "") && !fits(wrong, "plain"));
        }
        assert!(
            PasswordHash::new(
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            )
            .is_ok()
        );
    }

    #[test]
    fn a_short_and_an_endless_password_are_refused() {
        assert_eq!(hash("elevensigns", [7; 16]).unwrap_err().code, "password-short");
        assert_eq!(hash(&"x".repeat(257), [7; 16]).unwrap_err().code, "password-long");
    }

    #[test]
    fn a_made_password_can_be_read_aloud() {
        assert_eq!(spelled([0; 20]), "aaaaa-aaaaa-aaaaa-aaaaa");
        assert_eq!(spelled([31; 20]).len(), 23);
    }
}
