//! Passwords of mailboxes and secrets of webhooks lie sealed in the database, under a key that is not in it: a file in the data folder, or told from
//! outside.
use crate::app::App;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use store::mailboxes::{Sealed, SecretKind};
use thiserror::Error;
use uuid::Uuid;

/// The file in the data folder.
pub const FILE: &str = "mail.key";
/// Characters of a secret; an access token of OAuth 2 is the longest.
pub const SECRET_AT_MOST: usize = 4_000;

/// Something nobody may see. On purpose it has neither `Debug` nor `Serialize`.
pub struct Secret(String);

impl Secret {
    pub fn new(text: String) -> Self {
        Self(text)
    }
    /// For the one that sends it to the server it is for.
    pub fn shown_to_its_server(&self) -> &str {
        &self.0
    }
}

/// Where the key is.
#[derive(Default)]
pub enum KeyPlace {
    /// Told by `MAKEGOOD_MAIL_KEY`.
    Told([u8; 32]),
    /// In this file, which is made when it is first needed.
    File(PathBuf),
    /// Nowhere: nothing can be sealed.
    #[default]
    Nowhere,
}

/// What seals and opens.
pub struct SealKey(LessSafeKey);

/// Why a secret could not be opened.
#[derive(Debug, Error, Clone, Copy, PartialEq, Eq)]
pub enum NotOpened {
    /// Sealed with another key, or changed since.
    #[error("the secret was sealed with another key than {FILE}")]
    AnotherKey,
}

impl SealKey {
    pub fn of(bytes: [u8; 32]) -> Option<Self> {
        UnboundKey::new(&AES_256_GCM, &bytes).ok().map(|key| Self(LessSafeKey::new(key)))
    }

    /// Seals a secret for its owner: given to another or to another use, it does not open. `nonce` must be drawn anew each time.
    pub fn seal(&self, owner: Owner, secret: &str, nonce: [u8; NONCE_LEN]) -> Option<Sealed> {
        let mut bytes = secret.as_bytes().to_vec();
        let place = Aad::from(owner.place());
        self.0.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), place, &mut bytes).ok()?;
        Some(Sealed([nonce.as_slice(), &bytes].concat()))
    }

    /// # Errors
    /// When it was sealed with another key or for another owner.
    pub fn open(&self, owner: Owner, sealed: &Sealed) -> Result<Secret, NotOpened> {
        let (nonce, rest) = sealed.0.split_at_checked(NONCE_LEN).ok_or(NotOpened::AnotherKey)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| NotOpened::AnotherKey)?;
        let mut bytes = rest.to_vec();
        let place = Aad::from(owner.place());
        let open = self.0.open_in_place(nonce, place, &mut bytes).map_err(|_| NotOpened::AnotherKey)?;
        String::from_utf8(open.to_vec()).map(Secret).map_err(|_| NotOpened::AnotherKey)
    }
}

/// Whose secret it is, and what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    Mailbox(Uuid, SecretKind),
    Hook(Uuid),
    /// What an incoming webhook is checked with.
    HookIn(Uuid),
    /// What reaches a browser.
    Browser(Uuid),
    /// By which services of browsers know us.
    Push,
}

impl Owner {
    fn place(self) -> String {
        match self {
            Self::Mailbox(id, kind) => format!("makegood mailbox {id} {}", kind.word()),
            Self::Hook(id) => format!("makegood webhook {id}"),
            Self::HookIn(id) => format!("makegood incoming webhook {id}"),
            Self::Browser(id) => format!("makegood browser {id}"),
            Self::Push => "makegood push".to_owned(),
        }
    }
}

/// 64 hex digits.
pub fn key_of_hex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(text.trim(), &mut bytes).ok().map(|()| bytes)
}

impl KeyPlace {
    /// The key; the file is made when there is none.
    ///
    /// # Errors
    /// When the file cannot be read or made, or holds no key.
    pub fn key(&self, fresh: [u8; 32]) -> io::Result<SealKey> {
        let bytes = match self {
            Self::Told(bytes) => *bytes,
            Self::File(path) => read_or_make(path, fresh)?,
            Self::Nowhere => return Err(io::Error::other("there is no place for the key of mailboxes")),
        };
        SealKey::of(bytes).ok_or_else(|| io::Error::other("no key"))
    }
}

fn read_or_make(path: &Path, fresh: [u8; 32]) -> io::Result<[u8; 32]> {
    match read(path) {
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => {}
        known => return known,
    }
    // Written beside and linked: whoever comes second in the same moment takes the one that stands, and no file is ever half.
    let beside = path.with_extension(format!("key-{}", hex::encode(&fresh[..4])));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    writeln!(file, "{}", hex::encode(fresh))?;
    file.sync_all()?;
    let linked = std::fs::hard_link(&beside, path);
    std::fs::remove_file(&beside)?;
    match linked {
        Err(problem) if problem.kind() != io::ErrorKind::AlreadyExists => Err(problem),
        _ => read(path),
    }
}

fn read(path: &Path) -> io::Result<[u8; 32]> {
    let mut text = String::new();
    std::fs::File::open(path)?.take(1024).read_to_string(&mut text)?;
    key_of_hex(&text).ok_or_else(|| io::Error::other(format!("{} holds no key of 64 hex digits", path.display())))
}

/// What Message-IDs and reply addresses are signed with, made when it is first needed.
///
/// # Errors
/// Faults of the database.
pub async fn mail_key(app: &App) -> Result<[u8; 32], store::Fault> {
    if let Some(key) = app.db.read(store::mailboxes::mail_key).await? {
        return Ok(key);
    }
    let (fresh, now) = (app.random::<32>(), app.now());
    app.db.write(move |tx| store::mailboxes::keep_mail_key(tx, fresh, now)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Uuid = Uuid::from_u128(7);
    const IN: Owner = Owner::Mailbox(BOX, SecretKind::PasswordIn);

    #[test]
    fn a_secret_opens_with_its_key_in_its_place_only() {
        let key = SealKey::of([1; 32]).unwrap();
        let sealed = key.seal(IN, "pässword", [9; 12]).unwrap();
        assert!(!sealed.0.windows(4).any(|bytes| bytes == b"word"));
        assert_eq!(key.open(IN, &sealed).ok().unwrap().shown_to_its_server(), "pässword");
        assert!(key.open(Owner::Mailbox(BOX, SecretKind::PasswordOut), &sealed).is_err());
        assert!(key.open(Owner::Mailbox(Uuid::nil(), SecretKind::PasswordIn), &sealed).is_err());
        assert!(key.open(Owner::Hook(BOX), &sealed).is_err());
        assert!(SealKey::of([2; 32]).unwrap().open(IN, &sealed).is_err());
        assert!(key.open(IN, &Sealed(vec![1; 5])).is_err());
    }

    #[test]
    fn the_file_is_made_once_for_its_owner_alone() {
        let folder = std::env::temp_dir().join(format!("makegood-seal-{}", std::process::id()));
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join(FILE);
        let place = KeyPlace::File(file.clone());
        let sealed = place.key([3; 32]).unwrap().seal(IN, "x", [9; 12]).unwrap();
        assert!(place.key([4; 32]).unwrap().open(IN, &sealed).is_ok(), "the first one stands");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        std::fs::write(&file, "nonsense").unwrap();
        assert!(place.key([5; 32]).is_err() && KeyPlace::Nowhere.key([5; 32]).is_err());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
