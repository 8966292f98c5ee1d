//! Runs a story on a fresh SQLite database and on a fresh, real PostgreSQL database. PostgreSQL is never skipped.

#![allow(dead_code)] // Each program of stories uses its own part of this.

pub mod dispute;
pub mod intake;
pub mod life;
pub mod world;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{self, Command},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};
use store::{
    Db, Target,
    dialect::Engine,
    migrate::{STEPS, Step},
};
use tokio_postgres::{Client, NoTls};

/// The moment at which every test database is opened: 2026-03-02 09:00 UTC, a Monday.
pub const NOW: Timestamp = Timestamp::constant(1_772_442_000, 0);

/// One database for one story; gone when it is dropped.
pub struct Fresh {
    pub engine: Engine,
    pub target: Target,
    /// The folder of the SQLite file; on PostgreSQL an empty one.
    pub dir: PathBuf,
    database: Option<String>,
}

impl Fresh {
    /// An empty database with no table in it.
    pub fn new(engine: Engine) -> Self {
        Self::made(engine, "template0")
    }

    /// One with the program's schema.
    pub fn with_schema(engine: Engine) -> Self {
        Self::made(engine, if engine == Engine::Postgres { template() } else { "" })
    }

    fn made(engine: Engine, template: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("story_{}_{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let dir = env::temp_dir().join(format!("makegood-{name}"));
        drop(fs::remove_dir_all(&dir));
        fs::create_dir_all(&dir).expect("a folder for the story");
        match engine {
            Engine::Sqlite => {
                let target = Target::parse(None, &dir).expect("SQLite");
                Self { engine, target, dir, database: None }
            }
            Engine::Postgres => {
                server(|sql| sql.run(&format!("drop database if exists {name} with (force)")));
                server(|sql| sql.run(&format!("create database {name} template {template}")));
                let target = Target::parse(Some(&url_of(&name)), &dir).expect("PostgreSQL");
                Self { engine, target: target.with_connections(4, 2), dir, database: Some(name) }
            }
        }
    }

    /// Opens it with the program's schema.
    pub fn open(&self) -> Db {
        Db::open(&self.target, NOW).expect("the story's database opens")
    }

    /// Opens it with other migrations.
    pub fn open_with(&self, steps: &'static [Step]) -> Db {
        Db::open_with(&self.target, steps, NOW).expect("the story's database opens")
    }

    /// The address, as a child process would be given it.
    pub fn url(&self) -> Option<String> {
        self.database.as_deref().map(url_of)
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Some(name) = &self.database {
            server(|sql| sql.run(&format!("drop database if exists {name} with (force)")));
        }
        drop(fs::remove_dir_all(&self.dir));
    }
}

/// Tells the story on both engines, with the program's schema; the second database is made from a migrated template.
pub fn both(story: impl Fn(Db)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::with_schema(engine);
        println!("on {}", fresh.target);
        let db = fresh.open();
        story(db.clone());
        db.close();
    }
}

/// Tells the story on both engines, with these migrations.
pub fn both_with(steps: &'static [Step], story: impl Fn(&Fresh, Db)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        println!("on {}", fresh.target);
        let db = fresh.open_with(steps);
        story(&fresh, db.clone());
        db.close();
    }
}

/// Tells an async story on both engines.
pub fn both_async<F: Future<Output = ()>>(story: impl Fn(Db) -> F) {
    both(|db| runtime().block_on(story(db)));
}

/// As the program has one: some threads, so that callers really run at once.
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

/// The name of a database with the program's schema. It is made once per schema and kept, as copying one is quick.
fn template() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| {
        let all = STEPS.iter().fold(Sha256::new(), |sum, step| sum.chain_update(step.name).chain_update(step.text));
        let name = format!("template_{}", &hex::encode(all.finalize())[..16]);
        server(|sql| {
            sql.run("select pg_advisory_lock(4711)");
            if sql.is_none(&format!("select 1 from pg_database where datname = '{name}'")) {
                let draft = format!("{name}_draft");
                sql.run(&format!("drop database if exists {draft} with (force)"));
                sql.run(&format!("create database {draft} template template0"));
                let target = Target::parse(Some(&url_of(&draft)), Path::new("/")).expect("PostgreSQL");
                Db::open(&target, NOW).expect("the template opens").close();
                sql.patiently(&format!("alter database {draft} rename to {name}"));
            }
        });
        name
    })
}

/// The address of a database on the test server.
pub fn url_of(database: &str) -> String {
    let base = base_url();
    let (path, query) = base.split_once('?').map_or((base, None), |(path, query)| (path, Some(query)));
    let (host, _) = path.rsplit_once('/').expect("an address ends with /database");
    query.map_or(format!("{host}/{database}"), |query| format!("{host}/{database}?{query}"))
}

fn base_url() -> &'static str {
    static URL: OnceLock<String> = OnceLock::new();
    URL.get_or_init(|| {
        if let Ok(url) = env::var("MAKEGOOD_TEST_POSTGRES") {
            return url;
        }
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/postgres.sh");
        let out = Command::new(script).output().expect("tests/postgres.sh runs");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        let said = String::from_utf8(out.stdout).expect("an address");
        said.lines().last().expect("the last line is the address").to_owned()
    })
}

/// A plain connection to the server, beside the one under test.
pub struct Sql {
    runtime: tokio::runtime::Runtime,
    client: Client,
}

impl Sql {
    pub fn connect(url: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        // Only the connections under test are encrypted, when MAKEGOOD_TEST_POSTGRES says sslmode=require.
        let url = url.replace("sslmode=require", "sslmode=disable");
        let (client, connection) = runtime.block_on(tokio_postgres::connect(&url, NoTls)).expect("PostgreSQL answers");
        runtime.spawn(connection);
        Self { runtime, client }
    }

    pub fn run(&self, sql: &str) {
        self.runtime.block_on(self.client.batch_execute(sql)).unwrap_or_else(|e| panic!("{sql}: {e:?}"));
    }

    /// Tries for ten seconds: backends take a moment to go away after their client has.
    fn patiently(&self, sql: &str) {
        for _ in 0..100 {
            if self.runtime.block_on(self.client.batch_execute(sql)).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(100));
        }
        self.run(sql);
    }

    fn is_none(&self, sql: &str) -> bool {
        self.runtime.block_on(self.client.query(sql, &[])).expect("an answer").is_empty()
    }
}

fn server(work: impl FnOnce(&Sql) + Send) {
    // On a thread of its own: a story may already be inside a runtime.
    thread::scope(|scope| {
        scope.spawn(|| work(&Sql::connect(base_url()))).join().expect("the test server obeys");
    });
}
