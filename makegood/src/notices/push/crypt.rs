//! A message sealed for one browser: RFC 8291 on the content coding of RFC 8188, with ring's primitives.
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use ring::hkdf::{HKDF_SHA256, KeyType, Prk, Salt};
use ring::rand::SecureRandom;

/// Bytes of a public key: a point of P-256 as it is.
pub const PUBLIC: usize = 65;
const AUTH: usize = 16;
const SALT: usize = 16;
/// One record holds all of it.
const RECORD: u32 = 4_096;
/// Ends the last record.
const LAST: u8 = 2;

/// What a browser gave to seal for it.
#[derive(Clone)]
pub struct Keys {
    public: [u8; PUBLIC],
    auth: [u8; AUTH],
}

impl Keys {
    /// From base64 as browsers write it; nothing where that is no such key.
    pub fn read(public: &str, auth: &str) -> Option<Self> {
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok();
        let (public, auth): ([u8; PUBLIC], [u8; AUTH]) =
            (bytes(public)?.try_into().ok()?, bytes(auth)?.try_into().ok()?);
        (public[0] == 4).then_some(Self { public, auth })
    }
}

struct Length(usize);
impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn expanded<const N: usize>(prk: &Prk, info: &[&[u8]]) -> Option<[u8; N]> {
    let mut out = [0; N];
    prk.expand(info, Length(N)).ok()?.fill(&mut out).ok()?;
    Some(out)
}

/// Seals a message; `salt` must be drawn anew each time. Nothing where the browser's key is no point of the curve.
pub fn seal(keys: &Keys, message: &[u8], chance: &dyn SecureRandom, salt: [u8; SALT]) -> Option<Vec<u8>> {
    let own = EphemeralPrivateKey::generate(&ECDH_P256, chance).ok()?;
    let own_public: [u8; PUBLIC] = own.compute_public_key().ok()?.as_ref().try_into().ok()?;
    let theirs = UnparsedPublicKey::new(&ECDH_P256, keys.public);
    agree_ephemeral(own, &theirs, |shared| sealed(keys, message, shared, &own_public, salt)).ok()?
}

/// The same from the shared secret on.
fn sealed(keys: &Keys, message: &[u8], shared: &[u8], own_public: &[u8; PUBLIC], salt: [u8; SALT]) -> Option<Vec<u8>> {
    let first = Salt::new(HKDF_SHA256, &keys.auth).extract(shared);
    let ikm: [u8; 32] = expanded(&first, &[b"WebPush: info\0", &keys.public, own_public])?;
    let prk = Salt::new(HKDF_SHA256, &salt).extract(&ikm);
    let key: [u8; 16] = expanded(&prk, &[b"Content-Encoding: aes128gcm\0"])?;
    let nonce: [u8; 12] = expanded(&prk, &[b"Content-Encoding: nonce\0"])?;
    let mut record = message.to_vec();
    record.push(LAST);
    let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).ok()?);
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut record).ok()?;
    let mut out = salt.to_vec();
    out.extend(RECORD.to_be_bytes());
    out.push(u8::try_from(PUBLIC).ok()?);
    out.extend(own_public);
    out.extend(record);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    /// The example of RFC 8291 (section 5 and appendix A), from its shared secret to the last byte.
    #[test]
    fn rfc_8291_the_example_of_the_standard_comes_out_byte_for_byte() {
        let keys = Keys::read(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg",
        )
        .unwrap();
        let own = bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        let shared = bytes("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs");
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap();
        let own: [u8; PUBLIC] = own.try_into().unwrap();
        let body = sealed(&keys, b"When I grow up, I want to be a watermelon", &shared, &own, salt).unwrap();
        assert_eq!(
            URL_SAFE_NO_PAD.encode(body),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
        );
    }

    #[test]
    fn keys_that_are_none_seal_nothing() {
        let auth = URL_SAFE_NO_PAD.encode([1; AUTH]);
        let off_the_curve = URL_SAFE_NO_PAD.encode([4; PUBLIC]);
        assert!(Keys::read("short", &auth).is_none() && Keys::read(&off_the_curve, "short").is_none());
        assert!(Keys::read(&URL_SAFE_NO_PAD.encode([2; PUBLIC]), &auth).is_none(), "not as a whole point");
        let keys = Keys::read(&off_the_curve, &auth).unwrap();
        assert!(seal(&keys, b"x", &ring::rand::SystemRandom::new(), [0; SALT]).is_none());
    }
}
