//! The keys of records: Ed25519 (RFC 8032), by the library that does TLS here already.
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use sha2::{Digest as _, Sha256};

/// Digits of a fingerprint, in groups of four: 128 bits, which nobody finds a second key for.
const DIGITS: usize = 32;
const GROUP: usize = 4;

/// What the records of one installation are signed with.
pub struct SigningKey(Ed25519KeyPair);

impl SigningKey {
    /// The key that grows from these 32 bytes, always the same one.
    pub fn of(seed: &[u8; 32]) -> Option<Self> {
        Ed25519KeyPair::from_seed_unchecked(seed).ok().map(Self)
    }
    pub fn public(&self) -> PublicKey {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(self.0.public_key().as_ref());
        PublicKey(bytes)
    }
    /// In hex.
    pub(super) fn sign(&self, words: &str) -> String {
        hex::encode(self.0.sign(words.as_bytes()))
    }
}

/// What everybody may know of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

/// The signature does not belong to the words and the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotSigned;

impl PublicKey {
    pub fn of_hex(digits: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        // One way to write it, so that no byte of it can be another.
        let plain = digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        (plain && hex::decode_to_slice(digits, &mut bytes).is_ok()).then_some(Self(bytes))
    }
    pub fn hex(&self) -> String {
        hex::encode(self.0)
    }
    /// What people compare: the beginning of the key's SHA-256.
    pub fn fingerprint(&self) -> String {
        let digits = hex::encode(Sha256::digest(self.0));
        let groups: Vec<&str> = (0..DIGITS).step_by(GROUP).map(|at| &digits[at..at + GROUP]).collect();
        groups.join(" ")
    }
    pub(super) fn signed(&self, words: &str, signature: &[u8]) -> Result<(), NotSigned> {
        UnparsedPublicKey::new(&ED25519, self.0).verify(words.as_bytes(), signature).map_err(|_| NotSigned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8032, 7.1, test 2: whoever writes another reader with another library reads the same.
    #[test]
    fn it_is_the_ed25519_of_the_standard() {
        let seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
        let mut bytes = [0; 32];
        hex::decode_to_slice(seed, &mut bytes).unwrap();
        let key = SigningKey::of(&bytes).unwrap();
        assert_eq!(key.public().hex(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        let signature = key.sign("r");
        assert_eq!(
            signature,
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        );
        let bytes = hex::decode(signature).unwrap();
        assert_eq!(key.public().signed("r", &bytes), Ok(()));
        assert_eq!(key.public().signed("s", &bytes), Err(NotSigned));
    }

    #[test]
    fn a_fingerprint_is_short_enough_to_be_read_out() {
        let key = PublicKey::of_hex(&"0".repeat(64)).unwrap();
        assert_eq!(key.fingerprint(), "6668 7aad f862 bd77 6c8f c18b 8e9f 8e20");
        for wrong in ["", "00", &"0".repeat(63), &"0".repeat(66), &"G".repeat(64), &"A".repeat(64)] {
            assert_eq!(PublicKey::of_hex(wrong), None, "{wrong}");
        }
    }
}
