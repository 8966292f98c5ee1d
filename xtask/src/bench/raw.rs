//! The raw engines doing the same statements with the same rows, nothing in between: what a ratio is measured against.
#![allow(clippy::type_complexity)] // Rows as the drivers give them; names would only hide the columns.
use anyhow::Context as _;
use std::path::Path;
use std::time::Instant;
use tokio_postgres::NoTls;
use tokio_postgres::types::ToSql;
use uuid::Uuid;

/// Changes per commit on SQLite: one for each caller. More can never wait together, neither here nor there.
const GROUP: usize = super::world::CALLERS;
/// Connections on PostgreSQL, as the program has for writing.
const CONNECTIONS: usize = 8;

/// The rows that one command left behind.
pub struct Rows {
    request: Uuid,
    case: Uuid,
    account: Uuid,
    state: String,
    tail: Vec<u8>,
    version: i64,
    changed_at: i64,
    event: (i64, String, i64, i64, String, Option<Uuid>, String, Vec<u8>, Vec<u8>),
    clock: (String, Uuid, i64, String, Uuid, i64, i64, i64, Option<i64>, i64),
}

const READS: [&str; 5] = [
    "select case_id, version from requests where id = $1",
    "select version from settings where name = 'firm'",
    "select state, tail from cases where id = $1",
    "select relationship_owner, cover, strength, calendar_id from accounts where id = $1",
    "select id from contacts where account_id = $1 order by name, id limit 200",
];
const CASE: &str = "update cases set state = $2, tail = $3, version = cast($4 as bigint), changed_at = $5 where id = $1 and version = cast($4 as bigint) - 1";
const EVENT: &str = "insert into case_events (case_id, seq, kind, happened_at, recorded_at, actor, actor_id, body, salt, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const CLOCK: &str = "insert into clocks (case_id, kind, about, starts, block, owed_by, account_id, severity, due, warn_at, next_at, next_rung) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (case_id, kind, about, starts) do nothing";
const REQUEST: &str = "insert into requests (id, case_id, version, at) values ($1, $2, $3, $4)";

/// What the commands wrote: the last event of each case and the clock that came with it, in the order of the requests, so that
/// both touch the same pages.
const WRITTEN: &str = "select r.id, c.id, c.account_id, c.state, c.tail, c.version, c.changed_at, \
     e.seq, e.kind, e.happened_at, e.recorded_at, e.actor, e.actor_id, e.body, e.salt, e.hash, \
     k.kind, k.about, k.starts, k.block, k.owed_by, k.severity, k.due, k.warn_at, k.next_at, k.next_rung \
     from cases c join requests r on r.case_id = c.id and r.version = c.version join case_events e on e.case_id = c.id and e.seq = c.version \
     join clocks k on k.case_id = c.id and k.kind = 'c04_retry' order by r.id";

macro_rules! read_rows {
    ($row:expr, $get:ident) => {
        Rows {
            request: $row.$get(0),
            case: $row.$get(1),
            account: $row.$get(2),
            state: $row.$get(3),
            tail: $row.$get(4),
            version: $row.$get(5),
            changed_at: $row.$get(6),
            event: (
                $row.$get(7),
                $row.$get(8),
                $row.$get(9),
                $row.$get(10),
                $row.$get(11),
                $row.$get(12),
                $row.$get(13),
                $row.$get(14),
                $row.$get(15),
            ),
            clock: (
                $row.$get(16),
                $row.$get(17),
                $row.$get(18),
                $row.$get(19),
                $row.$get(20),
                $row.$get(21),
                $row.$get(22),
                $row.$get(23),
                $row.$get(24),
                $row.$get(25),
            ),
        }
    };
}

/// Changes per second on the copy made before, with the rows found after.
///
/// # Errors
/// When SQLite fails.
pub fn sqlite(after: &Path, before: &Path) -> anyhow::Result<f64> {
    let rows: Vec<Rows> = {
        let conn = rusqlite::Connection::open(after)?;
        let mut statement = conn.prepare(WRITTEN)?;
        let read = statement.query_map([], |row| Ok(read_rows!(row, get_unwrap)))?;
        read.collect::<Result<_, _>>()?
    };
    let conn = rusqlite::Connection::open(before)?;
    // The program's own settings (`store/src/sqlite.rs`): it is the layer that is measured, not what they make of the engine.
    conn.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on;
         pragma cache_size = -32000; pragma wal_autocheckpoint = 32768; pragma temp_store = memory",
    )?;
    conn.set_prepared_statement_cache_capacity(64);
    let start = Instant::now();
    for group in rows.chunks(GROUP) {
        conn.execute_batch("begin immediate")?;
        for rows in group {
            one_on_sqlite(&conn, rows)?;
        }
        conn.execute_batch("commit")?;
    }
    Ok(rows.len() as f64 / start.elapsed().as_secs_f64())
}

fn one_on_sqlite(conn: &rusqlite::Connection, r: &Rows) -> anyhow::Result<()> {
    for (sql, id) in READS.iter().zip([Some(r.request), None, Some(r.case), Some(r.account), Some(r.account)]) {
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = match id {
            Some(id) => statement.query([id])?,
            None => statement.query([])?,
        };
        while let Some(row) = rows.next()? {
            let text: rusqlite::types::Value = row.get(0)?;
            std::hint::black_box(text);
        }
    }
    let (e, k) = (&r.event, &r.clock);
    conn.prepare_cached(CASE)?.execute(rusqlite::params![r.case, r.state, r.tail, r.version, r.changed_at])?;
    conn.prepare_cached(EVENT)?.execute(rusqlite::params![r.case, e.0, e.1, e.2, e.3, e.4, e.5, e.6, e.7, e.8])?;
    conn.prepare_cached(CLOCK)?
        .execute(rusqlite::params![r.case, k.0, k.1, k.2, k.3, k.4, r.account, k.5, k.6, k.7, k.8, k.9])?;
    conn.prepare_cached(REQUEST)?.execute(rusqlite::params![r.request, r.case, r.version, r.changed_at])?;
    Ok(())
}

/// Two databases on the tests' PostgreSQL, dropped at the end.
pub struct Scratch {
    server: String,
    pub first: String,
    second: String,
}

impl Scratch {
    /// # Errors
    /// When PostgreSQL is not there.
    pub fn new(server: &str) -> anyhow::Result<Self> {
        let name = |n: &str| format!("bench_{}_{n}", std::process::id());
        let url = |n: &str| with_database(server, &name(n));
        let scratch = Self { server: server.to_owned(), first: url("a"), second: url("b") };
        scratch.on_server(&[
            format!("drop database if exists {} with (force)", name("a")),
            format!("create database {}", name("a")),
        ])?;
        Ok(scratch)
    }
    /// The second one becomes what the first is now.
    ///
    /// # Errors
    /// When PostgreSQL fails.
    pub fn copy(&self) -> anyhow::Result<()> {
        let (a, b) = (format!("bench_{}_a", std::process::id()), format!("bench_{}_b", std::process::id()));
        self.on_server(&[
            format!("drop database if exists {b} with (force)"),
            format!("create database {b} template {a}"),
        ])
    }
    fn on_server(&self, statements: &[String]) -> anyhow::Result<()> {
        super::world::runtime()?.block_on(async {
            let (client, link) = tokio_postgres::connect(&self.server, NoTls).await?;
            tokio::spawn(link);
            for sql in statements {
                client.batch_execute(sql).await.with_context(|| sql.clone())?;
            }
            Ok(())
        })
    }
}
impl Drop for Scratch {
    fn drop(&mut self) {
        let gone = ["a", "b"].map(|n| format!("drop database if exists bench_{}_{n} with (force)", std::process::id()));
        drop(self.on_server(&gone));
    }
}

fn with_database(server: &str, name: &str) -> String {
    let (head, query) = server.split_once('?').map_or((server, String::new()), |(h, q)| (h, format!("?{q}")));
    let base = head.rsplit_once('/').filter(|(b, _)| b.contains("//") && !b.ends_with('/')).map_or(head, |(b, _)| b);
    format!("{base}/{name}{query}")
}

/// Changes per second on the second database, with the rows that the first one holds.
///
/// # Errors
/// When PostgreSQL fails.
pub fn postgres(scratch: &Scratch) -> anyhow::Result<f64> {
    super::world::runtime()?.block_on(async {
        let (client, link) = tokio_postgres::connect(&scratch.first, NoTls).await?;
        tokio::spawn(link);
        let rows: Vec<Rows> = client.query(WRITTEN, &[]).await?.iter().map(|row| read_rows!(row, get)).collect();
        let all = rows.len();
        let mut shares: Vec<Vec<Rows>> = (0..CONNECTIONS).map(|_| vec![]).collect();
        for (n, row) in rows.into_iter().enumerate() {
            shares[n % CONNECTIONS].push(row);
        }
        let mut lines = vec![];
        for share in shares {
            lines.push((Line::open(&scratch.second).await?, share));
        }
        let start = Instant::now();
        let running: Vec<_> =
            lines.into_iter().map(|(line, share)| tokio::spawn(async move { line.write(&share).await })).collect();
        for one in running {
            one.await??;
        }
        Ok(all as f64 / start.elapsed().as_secs_f64())
    })
}

/// One connection with its statements prepared.
struct Line {
    client: tokio_postgres::Client,
    reads: Vec<tokio_postgres::Statement>,
    writes: Vec<tokio_postgres::Statement>,
}

impl Line {
    async fn open(url: &str) -> anyhow::Result<Self> {
        let (client, link) = tokio_postgres::connect(url, NoTls).await?;
        tokio::spawn(link);
        let (mut reads, mut writes) = (vec![], vec![]);
        for sql in READS {
            let sql = if sql.contains("from cases") { format!("{sql} for update") } else { sql.to_owned() };
            reads.push(client.prepare(&sql).await?);
        }
        for sql in [CASE, EVENT, CLOCK, REQUEST] {
            writes.push(client.prepare(sql).await?);
        }
        Ok(Self { client, reads, writes })
    }

    async fn write(&self, rows: &[Rows]) -> anyhow::Result<()> {
        let c = &self.client;
        for r in rows {
            let (request, case, account): (
                [&(dyn ToSql + Sync); 1],
                [&(dyn ToSql + Sync); 1],
                [&(dyn ToSql + Sync); 1],
            ) = ([&r.request], [&r.case], [&r.account]);
            tokio::try_join!(
                c.batch_execute("begin"),
                c.query(&self.reads[0], &request),
                c.query(&self.reads[1], &[]),
                c.query(&self.reads[2], &case),
                c.query(&self.reads[3], &account),
                c.query(&self.reads[4], &account),
            )?;
            let (e, k) = (&r.event, &r.clock);
            let p1: [&(dyn ToSql + Sync); 5] = [&r.case, &r.state, &r.tail, &r.version, &r.changed_at];
            let p2: [&(dyn ToSql + Sync); 10] = [&r.case, &e.0, &e.1, &e.2, &e.3, &e.4, &e.5, &e.6, &e.7, &e.8];
            let p3: [&(dyn ToSql + Sync); 12] =
                [&r.case, &k.0, &k.1, &k.2, &k.3, &k.4, &r.account, &k.5, &k.6, &k.7, &k.8, &k.9];
            let p4: [&(dyn ToSql + Sync); 4] = [&r.request, &r.case, &r.version, &r.changed_at];
            tokio::try_join!(
                c.execute(&self.writes[0], &p1),
                c.execute(&self.writes[1], &p2),
                c.execute(&self.writes[2], &p3),
                c.execute(&self.writes[3], &p4),
                c.batch_execute("commit"),
            )?;
        }
        Ok(())
    }
}
