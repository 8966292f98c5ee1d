//! What the program was told: flags, then `MAKEGOOD_*`, then `makegood.toml`, then defaults; every problem is said at once.
use crate::app::Around;
use crate::words::{t, t_with};
use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use store::Target;

mod mail;
mod sources;
#[cfg(test)]
mod tests;

pub use mail::MailConfig;
pub use sources::{Given, Source};

/// The file in the data folder.
pub const FILE: &str = "makegood.toml";
/// A settings or secret file is not larger; more is a mistake of ours or theirs.
const FILE_BYTES: u64 = 64 * 1024;

/// Everything that may be told from outside; what users may change lives in the database, not here.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where SQLite and `makegood.toml` are. `--data`, `MAKEGOOD_DATA_DIR`; the platform's data folder when not told.
    pub data_dir: PathBuf,
    /// The address to answer on, `ADDRESS:PORT`. Port 0 takes any free one.
    pub listen: SocketAddr,
    /// `postgres://…`; SQLite in the data folder when not told.
    pub database: Target,
    /// How people reach the program from outside, without a path at the end; for links in messages.
    pub public_url: String,
    /// How log lines look.
    pub log_format: LogFormat,
    /// Which log lines are written, as `level` or `target=level,…`.
    pub log_level: String,
    /// What mail needs of the machine around it.
    pub mail: MailConfig,
    /// A folder out of which files of orders are taken; none when not told.
    pub orders_folder: Option<PathBuf>,
    /// Where each value came from, in the order of [`KEYS`].
    pub from: BTreeMap<&'static str, Source>,
    /// The address of the database as told, never shown.
    told_database: Option<Secret>,
}

/// A value that never shows itself.
#[derive(Clone, PartialEq, Eq)]
struct Secret(String);
impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("********")
    }
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line, for collectors.
    Json,
}

/// Whether a value may be shown, and given as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrecy {
    Open,
    /// Masked when shown; `<key>_file` may name a file that holds it.
    Secret,
}

/// One key of `makegood.toml`; `MAKEGOOD_<KEY>` in the environment.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub name: &'static str,
    pub secrecy: Secrecy,
}

/// Every key there is; any other is an error.
pub const KEYS: [Key; 10] = [
    Key { name: "listen", secrecy: Secrecy::Open },
    Key { name: "database_url", secrecy: Secrecy::Secret },
    Key { name: "public_url", secrecy: Secrecy::Open },
    Key { name: "log_format", secrecy: Secrecy::Open },
    Key { name: "log_level", secrecy: Secrecy::Open },
    Key { name: "mail_key", secrecy: Secrecy::Secret },
    Key { name: "lmtp", secrecy: Secrecy::Open },
    Key { name: "lmtp_peers", secrecy: Secrecy::Open },
    Key { name: "private_hosts", secrecy: Secrecy::Open },
    Key { name: "orders_folder", secrecy: Secrecy::Open },
];

/// What is wrong, each in a sentence with the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<String>);

impl fmt::Display for Problems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.len();
        writeln!(out, "{}", t_with("cli-config-problems", &[("count", count.into())]))?;
        self.0.iter().enumerate().try_for_each(|(n, problem)| {
            write!(out, "  {problem}")?;
            if n + 1 < count { writeln!(out) } else { Ok(()) }
        })
    }
}
impl std::error::Error for Problems {}

impl Config {
    /// Reads flags, environment and file.
    ///
    /// # Errors
    /// Everything that is wrong, not only the first.
    pub fn read(given: &Given) -> Result<Self, Problems> {
        let mut problems = vec![];
        let data_dir = sources::data_dir(given).unwrap_or_else(|problem| {
            problems.push(problem);
            PathBuf::from(".")
        });
        let mut told = sources::told(given, &data_dir, &mut problems);
        let mut take = |name: &'static str| told.remove(name);
        let listen = parsed(take("listen"), "listen", "127.0.0.1:8080", address, &mut problems);
        let log_format = parsed(take("log_format"), "log_format", "text", format_word, &mut problems);
        let log_level = parsed(take("log_level"), "log_level", "info", level, &mut problems);
        let fallback = format!("http://{}", listen.0);
        let public_url = parsed(take("public_url"), "public_url", &fallback, web_address, &mut problems);
        let (told_database, database_from) =
            take("database_url").map_or((None, Source::Default), |(url, from)| (Some(Secret(url)), from));
        let database =
            Target::parse(told_database.as_ref().map(|secret| secret.0.as_str()), &data_dir).or_else(|fault| {
                let words = [("key", database_from.name("database_url").into()), ("problem", fault.to_string().into())];
                problems.push(t_with("cli-config-wrong", &words));
                Target::parse(None, &data_dir)
            });
        let (mail, mail_from) = MailConfig::read(&mut take, &mut problems);
        let orders_folder = parsed(take("orders_folder"), "orders_folder", "", folder, &mut problems);
        let mut from = BTreeMap::from([
            ("orders_folder", orders_folder.1),
            ("listen", listen.1),
            ("database_url", database_from),
            ("public_url", public_url.1),
            ("log_format", log_format.1),
            ("log_level", log_level.1),
        ]);
        from.extend(mail_from);
        match database {
            Ok(database) if problems.is_empty() => Ok(Self {
                data_dir,
                listen: listen.0,
                database,
                public_url: public_url.0,
                log_format: log_format.0,
                log_level: log_level.0,
                mail,
                orders_folder: orders_folder.0,
                from,
                told_database,
            }),
            _ => Err(Problems(problems)),
        }
    }

    /// What the program is told of the machine around it.
    pub fn around(&self) -> Around {
        Around { orders_folder: self.orders_folder.clone(), ..self.mail.around(&self.data_dir) }
    }

    /// The effective values as a `makegood.toml`, secrets masked, with where each came from.
    pub fn shown(&self) -> String {
        let mut lines = vec![format!("# data folder: {}", self.data_dir.display())];
        for key in KEYS {
            let value = match key.name {
                "listen" => Some(self.listen.to_string()),
                "database_url" => self.told_database.as_ref().map(|_| String::new()),
                "public_url" => Some(self.public_url.clone()),
                "log_format" => Some(self.log_format.word().to_owned()),
                "log_level" => Some(self.log_level.clone()),
                "orders_folder" => self.orders_folder.as_ref().map(|folder| folder.display().to_string()),
                of_mail => self.mail.shown(of_mail),
            };
            let from = self.from.get(key.name).copied().unwrap_or(Source::Default);
            lines.push(match (value, key.secrecy) {
                (None, _) => {
                    let without = t(&format!("cli-config-without-{}", key.name.replace('_', "-")));
                    format!("# {} = \"\"   # {without}", key.name)
                }
                (Some(_), Secrecy::Secret) => format!("{} = \"********\"   # {}", key.name, from.words(key.name)),
                (Some(value), Secrecy::Open) => {
                    format!("{} = {}   # {}", key.name, toml::Value::from(value), from.words(key.name))
                }
            });
        }
        lines.push(format!("# {}", self.database));
        lines.join("\n")
    }
}

impl LogFormat {
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
        }
    }
}

/// The value with where it came from; what cannot be read is a problem and the default is used to go on looking.
fn parsed<T>(
    told: Option<(String, Source)>,
    key: &'static str,
    default: &str,
    read: impl Fn(&str) -> Option<T>,
    problems: &mut Vec<String>,
) -> (T, Source) {
    let (value, from) = told.unwrap_or_else(|| (default.to_owned(), Source::Default));
    if let Some(read) = read(value.trim()) {
        return (read, from);
    }
    let words = [
        ("key", from.name(key).into()),
        ("value", value.into()),
        ("wanted", t(&format!("cli-config-wanted-{}", key.replace('_', "-"))).into_owned().into()),
    ];
    problems.push(t_with("cli-config-not-understood", &words));
    (read(default).expect("our own defaults can be read"), Source::Default)
}

fn address(text: &str) -> Option<SocketAddr> {
    let text = text.strip_prefix("localhost").map_or_else(|| text.to_owned(), |port| format!("127.0.0.1{port}"));
    text.parse().ok()
}
/// A folder that is there; nothing is a value too.
fn folder(text: &str) -> Option<Option<PathBuf>> {
    if text.is_empty() {
        return Some(None);
    }
    let folder = PathBuf::from(text);
    folder.is_dir().then_some(Some(folder))
}
fn format_word(text: &str) -> Option<LogFormat> {
    [LogFormat::Text, LogFormat::Json].into_iter().find(|f| f.word() == text)
}
fn level(text: &str) -> Option<String> {
    tracing_subscriber::EnvFilter::try_new(text).is_ok_and(|_| !text.is_empty()).then(|| text.to_owned())
}
fn web_address(text: &str) -> Option<String> {
    let text = text.trim_end_matches('/');
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let fine =
        !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'));
    fine.then(|| text.to_owned())
}

/// A small text file, without the line end that editors leave.
fn small_file(path: &Path) -> std::io::Result<String> {
    use std::io::Read as _;
    let mut text = String::new();
    std::fs::File::open(path)?.take(FILE_BYTES).read_to_string(&mut text)?;
    Ok(text)
}
