//! What opens a mailbox: sealed bytes that only their own reader reads, with no way to print or write them anywhere else.
use crate::audit::{self, By, NotKept};
use crate::row::{Cell, Column};
use crate::{Conn, Fault, Tx, params, sql};
use jiff::Timestamp;
use uuid::Uuid;

casework::choices! {
    /// What a secret is for.
    pub enum SecretKind {
        PasswordIn = "password-in",
        PasswordOut = "password-out",
        ClientSecret = "client-secret",
        RefreshToken = "refresh-token",
    }
}

/// Ciphertext. On purpose it has neither `Debug` nor `Serialize`.
pub struct Sealed(pub Vec<u8>);
impl Column for Sealed {
    const EXPECTED: &'static str = "sealed bytes";
    fn of(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Blob(bytes) => Some(Self(bytes.to_vec())),
            _ => None,
        }
    }
}

/// Keeps a secret in the place of the one before; the log says who, never what.
pub fn keep_secret(tx: &Tx, mailbox: Uuid, kind: SecretKind, sealed: &Sealed, by: &By) -> Result<(), NotKept> {
    tx.put(
        sql!(
            "insert into mailbox_secrets (mailbox_id, kind, sealed, changed_at) values (?1, ?2, ?3, ?4)
             on conflict (mailbox_id, kind) do update set sealed = excluded.sealed, changed_at = excluded.changed_at"
        ),
        &params![mailbox, kind.word(), &sealed.0, by.now],
    )?;
    // Whoever holds the mailbox open looks whether its version moved.
    tx.put(
        sql!("update mailboxes set version = version + 1, trouble = null, trouble_since = null where id = ?1"),
        &params![mailbox],
    )?;
    let what = format!("mailbox-{}", kind.word());
    Ok(audit::note(tx, by, &what, &mailbox.to_string(), None::<&()>, super::named(tx, mailbox)?.as_ref())?)
}

/// A secret that a server gave us in the place of the one before; nobody's deed, so no log.
pub fn renew(tx: &Tx, mailbox: Uuid, kind: SecretKind, sealed: &Sealed, now: Timestamp) -> Result<(), Fault> {
    tx.put(
        sql!("update mailbox_secrets set sealed = ?3, changed_at = ?4 where mailbox_id = ?1 and kind = ?2"),
        &params![mailbox, kind.word(), &sealed.0, now],
    )
}

/// Takes a secret away.
pub fn forget_secret(tx: &Tx, mailbox: Uuid, kind: SecretKind) -> Result<(), Fault> {
    tx.put(sql!("delete from mailbox_secrets where mailbox_id = ?1 and kind = ?2"), &params![mailbox, kind.word()])
}

/// The sealed bytes, for the one place that can open them.
pub fn secret(conn: &Conn, mailbox: Uuid, kind: SecretKind) -> Result<Option<Sealed>, Fault> {
    conn.maybe(
        sql!("select sealed from mailbox_secrets where mailbox_id = ?1 and kind = ?2"),
        &params![mailbox, kind.word()],
    )
}

/// Whether there is one; this much a page may say.
pub fn has_secret(conn: &Conn, mailbox: Uuid, kind: SecretKind) -> Result<bool, Fault> {
    let found: Option<i64> = conn.maybe(
        sql!("select 1 from mailbox_secrets where mailbox_id = ?1 and kind = ?2"),
        &params![mailbox, kind.word()],
    )?;
    Ok(found.is_some())
}

/// What Message-IDs and reply addresses are signed with; nothing until the first mail needed it.
pub fn mail_key(conn: &Conn) -> Result<Option<[u8; 32]>, Fault> {
    conn.maybe(sql!("select seed from mail_key where n = 1"), &[])
}

/// Keeps this one unless there is one already, by another server in the same moment, too; gives the one that stands.
pub fn keep_mail_key(tx: &Tx, fresh: [u8; 32], now: Timestamp) -> Result<[u8; 32], Fault> {
    tx.put(
        sql!("insert into mail_key (n, seed, made_at) values (1, ?1, ?2) on conflict (n) do nothing"),
        &params![fresh, now],
    )?;
    tx.one(sql!("select seed from mail_key where n = 1"), &[])
}
