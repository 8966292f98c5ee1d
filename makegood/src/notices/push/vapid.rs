//! How services of browsers know that a message is ours (RFC 8292): a token signed by the key that the browser was connected with, for that service and
//! half a day only.
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use ring::rand::SecureRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use url::Url;

/// A token lasts so long; services take none for more than a day.
const LASTS: SignedDuration = SignedDuration::from_hours(12);

/// A new key as it is kept (PKCS 8), and its public half.
pub fn fresh(chance: &dyn SecureRandom) -> Option<(Vec<u8>, Vec<u8>)> {
    let kept = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, chance).ok()?;
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, kept.as_ref(), chance).ok()?;
    Some((kept.as_ref().to_vec(), pair.public_key().as_ref().to_vec()))
}

/// A public half as browsers want it.
pub fn shown(public: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(public)
}

/// The service of an address.
pub fn host(endpoint: &str) -> Option<String> {
    Url::parse(endpoint).ok()?.host_str().map(str::to_owned)
}

/// The value of the header for one address. `by` is where whoever runs the service finds us: our address of the web.
pub fn authorization(
    pair: &[u8],
    public: &[u8],
    endpoint: &str,
    by: &str,
    now: Timestamp,
    chance: &dyn SecureRandom,
) -> Option<String> {
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pair, chance).ok()?;
    let origin = Url::parse(endpoint).ok()?.origin().ascii_serialization();
    let ends = now.saturating_add(LASTS).ok()?.as_second();
    let mut claims = serde_json::json!({ "aud": origin, "exp": ends });
    if by.starts_with("https://") {
        claims["sub"] = by.into();
    }
    let head = serde_json::json!({ "typ": "JWT", "alg": "ES256" });
    let signed = format!("{}.{}", coded(&head), coded(&claims));
    let signature = pair.sign(chance, signed.as_bytes()).ok()?;
    let signature = URL_SAFE_NO_PAD.encode(signature.as_ref());
    Some(format!("vapid t={signed}.{signature}, k={}", shown(public)))
}

fn coded(json: &serde_json::Value) -> String {
    URL_SAFE_NO_PAD.encode(json.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::rand::SystemRandom;
    use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};

    #[test]
    fn rfc_8292_a_token_names_its_service_ends_within_the_day_and_is_signed_by_the_key_beside_it() {
        let chance = SystemRandom::new();
        let (pair, public) = fresh(&chance).unwrap();
        let now: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
        let to = "https://push.example/abc?d=e";
        let header = authorization(&pair, &public, to, "https://help.nordlot.example", now, &chance).unwrap();
        let (token, key) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(URL_SAFE_NO_PAD.decode(key).unwrap(), public);
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
        let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, &public);
        key.verify(signed.as_bytes(), &signature).unwrap();
        let claims = URL_SAFE_NO_PAD.decode(signed.split_once('.').unwrap().1).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(claims["aud"], "https://push.example");
        assert_eq!(claims["sub"], "https://help.nordlot.example");
        assert_eq!(claims["exp"], now.as_second() + 12 * 3600);
        let at_home = authorization(&pair, &public, to, "http://localhost:8080", now, &chance).unwrap();
        assert!(!at_home.contains("c3Vi"), "an address that nobody outside can follow says nothing");
    }
}
