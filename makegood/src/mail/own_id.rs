//! Our own Message-IDs: each says which mail it is, and carries a seal so that nobody else can write one.

use super::origin::OUR_ID;
use casework::ids::MailId;
use ring::hmac;
use uuid::Uuid;

/// Digits of the seal: 128 bits.
const SEAL: usize = 32;

/// `mg1.{mail}.{seal}@{domain}`, without the angles. `key` is the mail key of this installation.
pub fn message_id(key: &[u8], mail: MailId, domain: &str) -> String {
    format!("{OUR_ID}{}.{}@{domain}", mail.0.simple(), seal(key, &sealed(mail)))
}

/// What ids of mails begin with by which a mailbox looks whether it reaches itself.
const TO_ITSELF: &str = "self.";

/// `mg1.self.{id}.{seal}@{domain}`: of a mail by which a mailbox looks whether it reaches itself. Nothing that is kept as a mail of ours has it.
pub fn to_itself(key: &[u8], id: MailId, domain: &str) -> String {
    format!("{OUR_ID}{TO_ITSELF}{}.{}@{domain}", id.0.simple(), seal(key, &tried(id)))
}

/// Whether it is such an id, and we made it.
pub fn is_to_itself(key: &[u8], message_id: &str) -> bool {
    let local = message_id.trim().trim_start_matches('<').split('@').next().unwrap_or_default().to_ascii_lowercase();
    let rest = local.strip_prefix(OUR_ID).and_then(|rest| rest.strip_prefix(TO_ITSELF));
    rest.and_then(|rest| rest.split_once('.')).is_some_and(|(id, said)| is_sealed(key, id, said, tried).is_some())
}

/// Which mail of ours this Message-ID names; nothing when its seal is not ours. The domain may have changed since, and
/// some servers write all of it in capitals.
pub fn mail_of(key: &[u8], message_id: &str) -> Option<MailId> {
    let local = message_id.trim().trim_start_matches('<').split('@').next()?.to_ascii_lowercase();
    let (id, said) = local.strip_prefix(OUR_ID)?.split_once('.')?;
    is_sealed(key, id, said, sealed)
}

/// The id, when what is said to be its seal is.
fn is_sealed(key: &[u8], id: &str, said: &str, words: fn(MailId) -> String) -> Option<MailId> {
    let mail = MailId(Uuid::try_parse(id).ok().filter(|_| id.len() == 32)?);
    let bytes = hex::decode(said).ok().filter(|_| said.len() == SEAL)?;
    let whole = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), words(mail).as_bytes());
    ring_equal(whole.as_ref().get(..SEAL / 2)?, &bytes).then_some(mail)
}

fn seal(key: &[u8], words: &str) -> String {
    let whole = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), words.as_bytes());
    hex::encode(whole.as_ref()).chars().take(SEAL).collect()
}

fn sealed(mail: MailId) -> String {
    format!("message-id {}", mail.0.simple())
}

fn tried(id: MailId) -> String {
    format!("to itself {}", id.0.simple())
}

/// Equal without telling by the time it takes how much of it is.
fn ring_equal(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: MailId = MailId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));
    const KEY: &[u8] = b"0123456789abcdef0123456789abcdef";

    #[test]
    fn our_own_id_is_known_again_and_nobody_elses_is() {
        let id = message_id(KEY, MAIL, "nordlot.example");
        assert!(id.starts_with("mg1.01900000000070008000000000000001.") && id.ends_with("@nordlot.example"));
        assert_eq!(mail_of(KEY, &id), Some(MAIL));
        assert_eq!(mail_of(KEY, &format!("<{}>", id.to_uppercase())), Some(MAIL), "servers that shout");
        assert_eq!(mail_of(KEY, &id.replace("nordlot", "moved")), Some(MAIL), "the domain may change");
        assert_eq!(mail_of(b"another key, of another server..", &id), None);
        let forged = id.replace("00000001.", "00000002.");
        let to_itself = to_itself(KEY, MAIL, "nordlot.example");
        assert_eq!(mail_of(KEY, &to_itself), None, "a try is no mail of ours");
        assert!(is_to_itself(KEY, &format!("<{}>", to_itself.to_uppercase())));
        assert!(!is_to_itself(b"another key, of another server..", &to_itself) && !is_to_itself(KEY, &id));
        assert!(!is_to_itself(KEY, "mg1.self.1.2@x"));
        for wrong in
            [forged.as_str(), "mg1.1.abc@x", "mg1.01900000000070008000000000000001.@x", "", "a@b", "mg1.", "mg1.é.é"]
        {
            assert_eq!(mail_of(KEY, wrong), None, "{wrong}");
        }
    }
}
