//! A real Dovecot from Debian for stories about mail: a folder per user into which a story lays mails, and ways to make its day worse.
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/mail_servers.sh");

pub struct Dovecot {
    name: String,
    /// Where it asks whether a token is good.
    tokens_at: String,
    pub port: u16,
    pub tls_port: u16,
    home: PathBuf,
}

fn script(what: &str, name: &str, tokens_at: &str) -> String {
    let out = Command::new(SCRIPT).args([what, name, tokens_at]).output().expect("the script runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).expect("text")
}

impl Dovecot {
    /// The one of this name, started if it does not run.
    pub fn named(name: &str) -> Self {
        Self::with_tokens(name, "")
    }

    /// One that takes tokens of OAuth 2 as well, and asks there whether they are good.
    pub fn with_tokens(name: &str, tokens_at: &str) -> Self {
        let said = script("imap", name, tokens_at);
        let mut words = said.lines().last().expect("a line").split(' ');
        let mut port = || words.next().expect("a port").parse().expect("a number");
        let (port, tls_port) = (port(), port());
        let (name, tokens_at) = (name.to_owned(), tokens_at.to_owned());
        Self { name, tokens_at, port, tls_port, home: words.next().expect("a folder").into() }
    }

    pub fn certificate(&self) -> PathBuf {
        self.home.join("cert.pem")
    }

    /// The key of its certificate.
    pub fn key(&self) -> PathBuf {
        self.home.join("key.pem")
    }

    /// Where a mail server asks it who may send.
    pub fn for_smtp(&self) -> PathBuf {
        self.home.join("run/auth-for-smtp")
    }

    /// Ends it as a power cut would.
    pub fn kill(&self) {
        script("kill", &self.name, "");
    }

    /// Ends it for good.
    pub fn end(self) {
        self.kill();
        drop(fs::remove_dir_all(&self.home));
    }

    pub fn start(&self) {
        script("imap", &self.name, &self.tokens_at);
    }

    /// A user whom nobody had before.
    pub fn user(&self) -> User {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let nanos = SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_nanos();
        let name = format!("u{}-{}-{nanos}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = self.home.join("mail").join(&name);
        for part in ["", "tmp", "new", "cur"] {
            fs::create_dir_all(folder.join(part)).expect("a folder");
            open_to_all(&folder.join(part), 0o777);
        }
        User { name, folder }
    }
}

pub struct User {
    pub name: String,
    folder: PathBuf,
}

impl User {
    /// Lays a mail into the mailbox, as the mail server's own delivery does; `aged` ago.
    pub fn gets(&self, name: &str, raw: &str, aged: Duration) {
        let (tmp, new) = (self.folder.join("tmp").join(name), self.folder.join("new").join(name));
        fs::write(&tmp, raw.replace('\n', "\r\n")).expect("written");
        let file = File::options().write(true).open(&tmp).expect("opened");
        #[allow(clippy::disallowed_methods, reason = "the file system of a real server knows no other clock")]
        file.set_modified(SystemTime::now() - aged).expect("dated");
        open_to_all(&tmp, 0o666);
        fs::rename(tmp, new).expect("laid");
    }

    /// The server forgets how it numbered the mails, as after a move to another machine.
    pub fn numbers_anew(&self) {
        for file in fs::read_dir(&self.folder).expect("a folder").flatten() {
            if file.file_name().to_string_lossy().starts_with("dovecot") {
                drop(fs::remove_file(file.path()));
            }
        }
    }

    /// The flags of every mail, as the file names of a Maildir say them.
    pub fn flags(&self) -> Vec<String> {
        let files = |part| fs::read_dir(self.folder.join(part)).expect("a folder").flatten();
        files("cur")
            .chain(files("new"))
            .map(|f| {
                f.file_name().to_string_lossy().split_once(":2,").map_or(String::new(), |(_, flags)| flags.to_owned())
            })
            .collect()
    }
}

impl Drop for User {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.folder));
    }
}

fn open_to_all(path: &std::path::Path, mode: u32) {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).expect("permitted");
}
