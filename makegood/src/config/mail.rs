//! What mail needs of the machine around it: the key of its secrets, where mail servers knock, and what inside a private network may be asked.
use super::{Source, address, parsed};
use crate::app::Around;
use crate::mail::door::{self, Doors};
use crate::mail::seal::{self, KeyPlace};
use crate::net::Net;
use crate::words::t;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use uuid::Uuid;

/// Hosts or machines in one list.
const NAMES_AT_MOST: usize = 50;

#[derive(Clone, Debug, Default)]
pub struct MailConfig {
    key: Option<Key>,
    /// Where mail servers may hand mail over by LMTP; nowhere when not told.
    pub lmtp: Option<SocketAddr>,
    /// Machines that may do so; this one always may.
    pub peers: Vec<IpAddr>,
    /// Hosts inside a private network that the program may ask, `HOST` or `HOST:PORT`: token servers and webhooks.
    pub private_hosts: Vec<String>,
}

/// Never shows itself.
#[derive(Clone)]
struct Key([u8; 32]);
impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("********")
    }
}

impl MailConfig {
    pub(super) fn read(
        take: &mut dyn FnMut(&'static str) -> Option<(String, Source)>,
        problems: &mut Vec<String>,
    ) -> (Self, [(&'static str, Source); 4]) {
        // What was told is a secret: it is not repeated where it is not understood.
        let told = take("mail_key").map(|(key, from)| (seal::key_of_hex(&key).map_or("-".to_owned(), |_| key), from));
        let key = parsed(told, "mail_key", "", |text| maybe(text, |text| seal::key_of_hex(text).map(Key)), problems);
        let lmtp = parsed(take("lmtp"), "lmtp", "", |text| maybe(text, address), problems);
        let peers =
            parsed(take("lmtp_peers"), "lmtp_peers", "", |text| names(text, |name| name.parse().ok()), problems);
        let hosts = parsed(take("private_hosts"), "private_hosts", "", |text| names(text, host), problems);
        if lmtp.0.is_some_and(|address| !address.ip().is_loopback()) && peers.0.is_empty() {
            problems.push(t("cli-config-lmtp-open").into_owned());
        }
        let from = [("mail_key", key.1), ("lmtp", lmtp.1), ("lmtp_peers", peers.1), ("private_hosts", hosts.1)];
        (Self { key: key.0, lmtp: lmtp.0, peers: peers.0, private_hosts: hosts.0 }, from)
    }

    /// A value as it is shown; nothing when it was not told.
    pub(super) fn shown(&self, key: &str) -> Option<String> {
        let listed = |all: Vec<String>| Some(all.join(", ")).filter(|all| !all.is_empty());
        match key {
            "mail_key" => self.key.as_ref().map(|_| String::new()),
            "lmtp" => self.lmtp.map(|address| address.to_string()),
            "lmtp_peers" => listed(self.peers.iter().map(ToString::to_string).collect()),
            _ => listed(self.private_hosts.clone()),
        }
    }

    pub fn key(&self) -> Option<[u8; 32]> {
        self.key.as_ref().map(|key| key.0)
    }

    /// For a program whose data is in this folder.
    pub fn around(&self, data_dir: &Path) -> Around {
        let key = match self.key() {
            Some(key) => KeyPlace::Told(key),
            None => KeyPlace::File(data_dir.join(seal::FILE)),
        };
        let doors = Doors { socket: door::socket_in(data_dir), lmtp: self.lmtp, peers: self.peers.clone() };
        let machine = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
        let server = format!("{} {}", machine.trim(), data_dir.display());
        Around {
            key,
            net: Net { private_hosts: self.private_hosts.clone(), ..Net::default() },
            doors,
            orders_folder: None,
            server: Some(Uuid::new_v5(&Uuid::NAMESPACE_DNS, server.as_bytes())),
        }
    }
}

/// Nothing is a value too.
fn maybe<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { read(text).map(Some) }
}

fn names<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let all: Option<Vec<T>> = text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(read).collect();
    all.filter(|all| all.len() <= NAMES_AT_MOST)
}

fn host(name: &str) -> Option<String> {
    let fine = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']'));
    fine.then(|| name.to_lowercase())
}
