//! Every source, every mistake, all at once (R24).
use super::*;

fn given(env: &[(&str, &str)]) -> Given {
    let env = env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Given { env, ..Given::default() }
}

/// A folder with this `makegood.toml`, named after the test.
fn folder(name: &str, toml: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("makegood-config-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    std::fs::write(dir.join(FILE), toml).unwrap();
    dir
}

#[test]
fn without_a_word_the_platform_folder_and_the_own_machine_are_used() {
    let config = Config::read(&given(&[("XDG_DATA_HOME", "/srv/share")])).unwrap();
    assert_eq!(config.data_dir, Path::new("/srv/share/makegood"));
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.public_url, "http://127.0.0.1:8080");
    assert_eq!(config.database.to_string(), "SQLite /srv/share/makegood/makegood.db");
    assert_eq!(
        Config::read(&given(&[("HOME", "/home/maria")])).unwrap().data_dir,
        Path::new("/home/maria/.local/share/makegood")
    );
    assert!(Config::read(&given(&[])).is_err(), "nowhere to keep anything");
}

#[test]
fn a_flag_wins_over_the_environment_and_that_over_the_file() {
    let dir = folder("order", "listen = '127.0.0.1:1'\nlog_format = 'json'\npublic_url = 'https://help.example/'\n");
    let mut told = given(&[
        ("MAKEGOOD_LISTEN", "127.0.0.1:2"),
        ("MAKEGOOD_LOG_FORMAT", "text"),
        ("MAKEGOOD_DATA", "/outside/data"),
    ]);
    told.data = Some(dir);
    told.listen = Some("localhost:3".into());
    let config = Config::read(&told).unwrap();
    assert_eq!(config.listen.port(), 3);
    assert_eq!(config.log_format, LogFormat::Text);
    assert_eq!(config.public_url, "https://help.example");
    let from: Vec<Source> = KEYS.iter().map(|key| config.from[key.name]).collect();
    let rest = [Source::Default; 5];
    assert_eq!(
        from,
        [[Source::Flag, Source::Default, Source::File, Source::Environment, Source::Default].as_slice(), &rest]
            .concat()
    );
}

#[test]
fn every_mistake_is_said_at_once_with_its_place() {
    let dir = folder("mistakes", "listne = '127.0.0.1:1'\nlog_format = 'xml'\nlisten = 8080\n");
    let mut told =
        given(&[("MAKEGOOD_LISTEN_ON", "x"), ("DATABASE_URL", "mysql://db"), ("MAKEGOOD_PUBLIC_URL", "help.example")]);
    told.data = Some(dir);
    let said = Config::read(&told).unwrap_err().to_string();
    for part in [
        "6 ",
        "listne",
        "log_format",
        "xml",
        "listen",
        "MAKEGOOD_LISTEN_ON",
        "DATABASE_URL",
        "mysql",
        "MAKEGOOD_PUBLIC_URL",
    ] {
        assert!(said.contains(part), "{part} is not in:\n{said}");
    }
}

/// Never silently another database than the one meant (Vaultwarden #7061).
#[test]
fn two_database_addresses_are_a_problem_and_an_unknown_one_is_never_sqlite() {
    let told =
        given(&[("HOME", "/h"), ("DATABASE_URL", "postgres://a/b"), ("MAKEGOOD_DATABASE_URL", "postgres://a/c")]);
    assert_eq!(Config::read(&told).unwrap_err().0.len(), 1);
    let told = given(&[("HOME", "/h"), ("MAKEGOOD_DATABASE_URL", "localhost:5432")]);
    assert!(Config::read(&told).unwrap_err().0[0].starts_with("MAKEGOOD_DATABASE_URL"));
}

#[test]
fn a_secret_may_come_in_a_file_and_is_never_shown() {
    let dir = folder("secret", "");
    let file = dir.join("url");
    std::fs::write(&file, "postgres://mg:s3cr3t@db.example/mg\n").unwrap();
    let mut told = given(&[("MAKEGOOD_DATABASE_URL_FILE", file.to_str().unwrap())]);
    told.data = Some(dir);
    let config = Config::read(&told).unwrap();
    assert_eq!(config.database.to_string(), "PostgreSQL db.example/mg");
    let shown = config.shown();
    assert!(shown.contains("database_url = \"********\"   # MAKEGOOD_DATABASE_URL"), "{shown}");
    assert!(!shown.contains("s3cr3t") && !format!("{config:?}").contains("s3cr3t"), "a secret is shown");
    told.env.insert("MAKEGOOD_DATABASE_URL".into(), "postgres://x/y".into());
    assert!(Config::read(&told).unwrap_err().0[0].contains("MAKEGOOD_DATABASE_URL"));
    told.env = [("MAKEGOOD_DATABASE_URL_FILE".to_owned(), "/nowhere/url".to_owned())].into();
    assert!(Config::read(&told).unwrap_err().0[0].contains("/nowhere/url"));
}

#[test]
fn what_is_shown_can_be_read_back() {
    let dir = folder("shown", "log_level = 'warn,makegood=debug'\n");
    let mut told = given(&[]);
    told.data = Some(dir);
    let shown = Config::read(&told).unwrap().shown();
    let table: toml::Table = shown.parse().unwrap();
    assert_eq!(table["log_level"].as_str(), Some("warn,makegood=debug"));
    assert!(shown.contains("# makegood.toml"), "{shown}");
}

#[test]
fn mail_is_handed_over_by_this_machine_alone_unless_others_are_named() {
    let read = |env: &[(&str, &str)]| Config::read(&given(&[env, &[("HOME", "/h")]].concat()));
    let config = read(&[]).unwrap();
    assert_eq!((config.mail.lmtp, config.mail.key().is_none()), (None, true));
    let config = read(&[("MAKEGOOD_LMTP", "localhost:24"), ("MAKEGOOD_MAIL_KEY", &"ab".repeat(32))]).unwrap();
    assert_eq!(config.mail.lmtp.map(|at| at.to_string()), Some("127.0.0.1:24".into()));
    assert_eq!(config.mail.key(), Some([0xab; 32]));
    assert!(!format!("{config:?}{}", config.shown()).contains("abab"), "a secret is shown");
    let open = read(&[("MAKEGOOD_LMTP", "0.0.0.0:24")]).unwrap_err();
    assert!(open.0[0].contains("lmtp_peers"), "{open}");
    let named = [("MAKEGOOD_LMTP", "0.0.0.0:24"), ("MAKEGOOD_LMTP_PEERS", "10.0.0.5, fd00::1")];
    assert_eq!(read(&named).unwrap().mail.peers.len(), 2);
    for odd in [
        ("MAKEGOOD_MAIL_KEY", "short"),
        ("MAKEGOOD_LMTP", "24"),
        ("MAKEGOOD_LMTP_PEERS", "mx.example"),
        ("MAKEGOOD_PRIVATE_HOSTS", "a b"),
    ] {
        assert_eq!(read(&[odd]).unwrap_err().0.len(), 1, "{odd:?}");
    }
}
