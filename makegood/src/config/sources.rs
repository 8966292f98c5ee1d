//! Where values come from: flags win over the environment, the environment over `makegood.toml`.
use super::{FILE, KEYS, Key, Secrecy, small_file};
use crate::words::{t, t_with};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// Names that begin like ours and belong to developers: tests and tools read them, the program does not.
const NOT_OURS: [&str; 4] = ["MAKEGOOD_DATA", "MAKEGOOD_TEST_", "MAKEGOOD_BROWSER", "MAKEGOOD_CASES"];
const PREFIX: &str = "MAKEGOOD_";

/// What came with the call; tests give their own.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// `--data DIR`
    pub data: Option<PathBuf>,
    /// `--listen ADDRESS:PORT`
    pub listen: Option<String>,
    /// `--lmtp ADDRESS:PORT`
    pub lmtp: Option<String>,
    /// The environment; names and values that are not UTF-8 cannot be ours.
    pub env: HashMap<String, String>,
}

impl Given {
    /// The flags with this process's environment.
    pub fn with_env(data: Option<PathBuf>, listen: Option<String>, lmtp: Option<String>) -> Self {
        let env =
            std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        Self { data, listen, lmtp, env: env.collect() }
    }
}

/// Where a value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Flag,
    Environment,
    /// `DATABASE_URL`, the name that platforms give.
    PlainDatabaseUrl,
    File,
    Default,
}

impl Source {
    /// What a person would look for.
    pub fn name(self, key: &str) -> String {
        match self {
            Self::Flag => format!("--{}", key.replace('_', "-")),
            Self::Environment => format!("{PREFIX}{}", key.to_uppercase()),
            Self::PlainDatabaseUrl => "DATABASE_URL".to_owned(),
            Self::File | Self::Default => key.to_owned(),
        }
    }
    pub fn words(self, key: &str) -> String {
        match self {
            Self::File => FILE.to_owned(),
            Self::Default => t("cli-config-default").into_owned(),
            other => other.name(key),
        }
    }
}

/// The folder for data: told, or the platform's.
pub(super) fn data_dir(given: &Given) -> Result<PathBuf, String> {
    let env = |name: &str| given.env.get(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    if let Some(told) = given.data.clone().or_else(|| env("MAKEGOOD_DATA_DIR")) {
        return Ok(told);
    }
    // The XDG rules say that a relative path there is to be ignored.
    let xdg = env("XDG_DATA_HOME").filter(|p| p.is_absolute());
    let home = || env("HOME").map(|home| home.join(".local").join("share"));
    xdg.or_else(home).map(|folder| folder.join("makegood")).ok_or_else(|| t("cli-config-no-home").into_owned())
}

/// Every told value by its key, the strongest source only.
pub(super) fn told(
    given: &Given,
    data_dir: &Path,
    problems: &mut Vec<String>,
) -> BTreeMap<&'static str, (String, Source)> {
    let mut told = BTreeMap::new();
    from_file(data_dir, problems).into_iter().for_each(|(key, value)| drop(told.insert(key, (value, Source::File))));
    from_env(given, problems).into_iter().for_each(|(key, value, source)| drop(told.insert(key, (value, source))));
    if let Some(listen) = &given.listen {
        told.insert("listen", (listen.clone(), Source::Flag));
    }
    if let Some(lmtp) = &given.lmtp {
        told.insert("lmtp", (lmtp.clone(), Source::Flag));
    }
    told
}

fn from_file(data_dir: &Path, problems: &mut Vec<String>) -> Vec<(&'static str, String)> {
    let path = data_dir.join(FILE);
    let text = match small_file(&path) {
        Ok(text) => text,
        Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => return vec![],
        // A path that goes through a file is said better when the folder itself is made.
        Err(problem) if problem.kind() == std::io::ErrorKind::NotADirectory => return vec![],
        Err(problem) => {
            problems.push(cannot_read(&path, &problem));
            return vec![];
        }
    };
    let table = match text.parse::<toml::Table>() {
        Ok(table) => table,
        Err(problem) => {
            let words = [
                ("file", path.display().to_string().into()),
                ("problem", problem.to_string().trim().replace('\n', " ").into()),
            ];
            problems.push(t_with("cli-config-not-toml", &words));
            return vec![];
        }
    };
    let mut found = vec![];
    for (name, value) in table {
        let Some((key, as_file)) = known(&name) else {
            problems.push(t_with(
                "cli-config-unknown",
                &[("key", name.into()), ("file", FILE.into()), ("known", known_keys().into())],
            ));
            continue;
        };
        match value {
            toml::Value::String(value) => found.extend(read(key, as_file, value, &name, problems)),
            _ => problems.push(t_with("cli-config-not-text", &[("key", name.into())])),
        }
    }
    once(found, FILE, problems)
}

fn from_env(given: &Given, problems: &mut Vec<String>) -> Vec<(&'static str, String, Source)> {
    let mut found = vec![];
    // Sorted, so that the same mistakes are always said in the same order.
    let ours: BTreeMap<&String, &String> = given.env.iter().filter(|(name, _)| name.starts_with(PREFIX)).collect();
    for (name, value) in ours.into_iter().filter(|(name, _)| *name != "MAKEGOOD_DATA_DIR") {
        let key = name[PREFIX.len()..].to_lowercase();
        match known(&key) {
            Some((key, as_file)) => found.extend(read(key, as_file, value.clone(), name, problems)),
            None if NOT_OURS.iter().any(|other| name == other || (other.ends_with('_') && name.starts_with(other))) => {
            }
            None => problems.push(t_with(
                "cli-config-unknown-env",
                &[("key", name.as_str().into()), ("known", known_env().into())],
            )),
        }
    }
    let mut found: Vec<_> =
        once(found, "", problems).into_iter().map(|(key, value)| (key, value, Source::Environment)).collect();
    if let Some(plain) = given.env.get("DATABASE_URL").filter(|url| !url.is_empty()) {
        match found.iter().find(|(key, ..)| *key == "database_url") {
            Some((_, ours, _)) if ours != plain => problems.push(t("cli-config-two-databases").into_owned()),
            Some(_) => {}
            None => found.push(("database_url", plain.clone(), Source::PlainDatabaseUrl)),
        }
    }
    found
}

enum AsFile {
    Yes,
    No,
}

/// The key of that name, and whether it names a file that holds the value.
fn known(name: &str) -> Option<(Key, AsFile)> {
    let plain = KEYS.into_iter().find(|key| key.name == name).map(|key| (key, AsFile::No));
    let in_file = || {
        let name = name.strip_suffix("_file")?;
        KEYS.into_iter().find(|key| key.name == name && key.secrecy == Secrecy::Secret).map(|key| (key, AsFile::Yes))
    };
    plain.or_else(in_file)
}

fn read(
    key: Key,
    as_file: AsFile,
    value: String,
    said: &str,
    problems: &mut Vec<String>,
) -> Option<(&'static str, String)> {
    let AsFile::Yes = as_file else { return Some((key.name, value)) };
    let path = PathBuf::from(value);
    match small_file(&path) {
        Ok(secret) if !secret.trim().is_empty() => Some((key.name, secret.trim().to_owned())),
        Ok(_) => {
            problems.push(t_with(
                "cli-config-empty-file",
                &[("key", said.to_owned().into()), ("file", path.display().to_string().into())],
            ));
            None
        }
        Err(problem) => {
            problems.push(format!("{said}: {}", cannot_read(&path, &problem)));
            None
        }
    }
}

/// A key and its `_file` at the same place are two answers to one question.
fn once(found: Vec<(&'static str, String)>, place: &str, problems: &mut Vec<String>) -> Vec<(&'static str, String)> {
    let mut kept: Vec<(&'static str, String)> = vec![];
    for (key, value) in found {
        if kept.iter().any(|(other, _)| *other == key) {
            let source = if place.is_empty() { Source::Environment } else { Source::File };
            problems.push(t_with("cli-config-twice", &[("key", source.name(key).into())]));
        } else {
            kept.push((key, value));
        }
    }
    kept
}

fn cannot_read(path: &Path, problem: &std::io::Error) -> String {
    t_with("cli-cannot-read", &[("file", path.display().to_string().into()), ("problem", problem.to_string().into())])
}

fn known_keys() -> String {
    KEYS.map(|key| key.name).join(", ")
}
fn known_env() -> String {
    KEYS.map(|key| format!("{PREFIX}{}", key.name.to_uppercase())).join(", ")
}
