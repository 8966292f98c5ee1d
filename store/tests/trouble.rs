//! What happens when something fails: a full disk, a full queue, a lost connection, a second server, a killed process.

use crate::support;
use futures_util::FutureExt as _;
use std::{
    collections::BTreeSet,
    env,
    io::{BufRead as _, BufReader, Write as _},
    process::{Command, Stdio},
    sync::{
        Arc, Barrier, Mutex,
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};
use store::{Db, Fault, Target, Tx, dialect::Engine, migrate::Step, params};
use support::{Fresh, NOW, Sql, both_with, runtime};
use uuid::Uuid;

static CABINET: [Step; 1] = [Step {
    name: "0001_cabinet",
    text: "create table drawers (n {int} not null primary key, label {text} not null) {strict};
           create table sheets (drawer {int} not null primary key references drawers (n), id {id} not null) {strict};",
}];

fn put(tx: &Tx<'_>, n: i64, label: &str) -> Result<(), Fault> {
    tx.put("insert into drawers (n, label) values (?1, ?2)", &params![n, label])?;
    tx.put("insert into sheets (drawer, id) values (?1, ?2)", &params![n, Uuid::from_u128(n as u128)])
}

/// Page by page, as any list that may be long must be read: some of these stories write a million rows.
fn kept(db: &Db) -> BTreeSet<i64> {
    let mut all = BTreeSet::new();
    loop {
        let after = all.last().copied().unwrap_or(-1);
        let page = db.read_now::<_, Fault, _>(move |c| {
            c.all::<(i64, Option<i64>)>(
                "select n, drawer from drawers left join sheets on drawer = n where n > ?1 order by n limit 50000",
                &params![after],
            )
        });
        let page = page.expect("what was kept");
        assert!(page.iter().all(|(n, sheet)| *sheet == Some(*n)), "nothing is half kept");
        if page.is_empty() {
            return all;
        }
        all.extend(page.into_iter().map(|(n, _)| n));
    }
}

#[test]
fn when_the_disk_is_full_nobody_is_told_that_it_was_kept() {
    let fresh = Fresh::new(Engine::Sqlite);
    let db = fresh.open_with(&CABINET);
    let size = |pages: &'static str| db.write_now::<_, Fault, _>(move |tx| tx.one::<i64>(pages, &[]));
    size("pragma max_page_count = 60").expect("a small disk");
    let acknowledged = runtime().block_on(async {
        let jobs: Vec<_> = (0..100)
            .map(|n| {
                let db = db.clone();
                tokio::spawn(async move { (n, db.write(move |tx| put(tx, n, &"x".repeat(10_000))).await) })
            })
            .collect();
        let mut acknowledged = BTreeSet::new();
        let mut said_full = 0;
        for job in jobs {
            match job.await.expect("the caller lives") {
                (n, Ok(())) => assert!(acknowledged.insert(n)),
                (_, Err(Fault::Full)) => said_full += 1,
                (_, Err(Fault::Undone)) => {}
                (n, Err(other)) => panic!("{n}: {other:?}"),
            }
        }
        assert!(said_full > 0, "the disk was full");
        acknowledged
    });
    assert_eq!(kept(&db), acknowledged);
    size("pragma max_page_count = 100000").expect("a larger disk");
    db.write_now(|tx| put(tx, 1_000, "there is room again")).expect("kept");
    assert_eq!(kept(&db).len(), acknowledged.len() + 1);
}

#[test]
fn sqlite_waits_for_the_disk_and_keeps_its_cache_small() {
    let fresh = Fresh::new(Engine::Sqlite);
    let db = fresh.open_with(&CABINET);
    let ask = |pragma: &'static str| db.write_now::<_, Fault, _>(move |tx| tx.one::<i64>(pragma, &[])).expect(pragma);
    assert_eq!(ask("pragma synchronous"), 2, "FULL: NORMAL loses acknowledged changes when the power fails (F2)");
    assert_eq!(ask("pragma foreign_keys"), 1);
    // The writer holds the pages of a whole group; only what a group touches is ever in it.
    assert_eq!(ask("pragma cache_size"), -32000);
    let mode = db.read_now::<_, Fault, _>(|c| c.one::<String>("pragma journal_mode", &[]));
    assert_eq!(mode.expect("read"), "wal");
    let end = db.read_now::<_, Fault, _>(|c| c.all::<i64>("delete from drawers returning n", &[]));
    assert!(end.is_err(), "a reader cannot write");
}

#[test]
fn a_full_queue_says_busy_at_once() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        let target = fresh.target.clone().with_connections(1, 1);
        let db = Db::open_with(&target, &CABINET, NOW).expect("opens");
        let (started, has_started) = mpsc::channel();
        let (let_go, wait) = mpsc::channel::<()>();
        let wait = Mutex::new(wait);
        let mut slow = Box::pin(db.write::<_, Fault, _>(move |_| {
            let _ = started.send(());
            let _ = wait.lock().expect("one at a time").recv();
            Ok(())
        }));
        assert!(slow.as_mut().now_or_never().is_none());
        has_started.recv().expect("the lane is taken");
        let mut waiting: Vec<_> = (0..4096).map(|n| Box::pin(db.write(move |tx| put(tx, n, "")))).collect();
        assert!(waiting.iter_mut().all(|w| w.as_mut().now_or_never().is_none()), "4096 may wait");
        let one_more = db.write(|tx| put(tx, 4096, "")).now_or_never().expect("an answer at once");
        assert!(matches!(one_more, Err(Fault::Busy)), "{one_more:?}");
        let_go.send(()).expect("the slow one goes on");
        runtime().block_on(async {
            for job in waiting {
                job.await.expect("who waited is served");
            }
        });
        assert_eq!(kept(&db).len(), 4096);
        db.close();
    }
}

#[test]
fn a_second_server_on_the_same_file_is_refused() {
    let fresh = Fresh::new(Engine::Sqlite);
    let first = fresh.open_with(&CABINET);
    let second = Db::open_with(&fresh.target, &CABINET, NOW).expect_err("one is enough");
    assert!(matches!(&second, Fault::SecondServer(file) if file.ends_with("makegood.db")), "{second}");
    first.close();
    Db::open_with(&fresh.target, &CABINET, NOW).expect("now it is free").close();
}

#[test]
fn a_data_folder_that_is_missing_is_made_and_one_that_cannot_be_is_named() {
    let fresh = Fresh::new(Engine::Sqlite);
    let inner = fresh.dir.join("new/data");
    Db::open(&Target::parse(None, &inner).expect("a target"), NOW).expect("made").close();
    let file = fresh.dir.join("a file");
    std::fs::write(&file, "this is no folder").expect("written");
    let fault = Db::open(&Target::parse(None, &file).expect("a target"), NOW).expect_err("no folder");
    assert!(matches!(&fault, Fault::Setup(why) if why.contains("a file")), "{fault}");
    std::fs::write(inner.join("makegood.db"), "this is no database, but it is long enough to look like one".repeat(99))
        .expect("written");
    let fault = Db::open(&Target::parse(None, &inner).expect("a target"), NOW).expect_err("no database");
    assert!(fault.to_string().contains("makegood.db"), "{fault}");
}

#[test]
fn a_server_that_is_not_there_is_named_as_such() {
    let target = Target::parse(Some("postgres://mg:secret@127.0.0.1:1/mg"), "/".as_ref()).expect("an address");
    let fault = Db::open(&target, NOW).expect_err("nobody listens on port 1");
    assert!(matches!(&fault, Fault::Unreachable(why) if !why.contains("secret")), "{fault}");
}

#[test]
fn a_connection_lost_while_idle_is_made_anew() {
    let fresh = Fresh::new(Engine::Postgres);
    let db = fresh.open_with(&CABINET);
    (0..20).for_each(|n| db.write_now(move |tx| put(tx, n, "before")).expect("kept"));
    hang_up(&fresh);
    (20..40).for_each(|n| db.write_now(move |tx| put(tx, n, "after")).expect("kept, nobody notices"));
    assert_eq!(kept(&db).len(), 40);
    db.close();
}

#[test]
fn a_connection_lost_in_the_middle_costs_a_second_try_and_nothing_else() {
    let fresh = Fresh::new(Engine::Postgres);
    let db = fresh.open_with(&CABINET);
    let tries = Arc::new(AtomicU32::new(0));
    let (seen, url) = (Arc::clone(&tries), fresh.url().expect("an address"));
    db.write_now::<_, Fault, _>(move |tx| {
        put(tx, 1, "once")?;
        let pid: i64 = tx.one("select cast(pg_backend_pid() as bigint)", &[])?;
        if seen.fetch_add(1, Ordering::SeqCst) == 0 {
            let url = url.clone();
            let end = thread::spawn(move || Sql::connect(&url).run(&format!("select pg_terminate_backend({pid})")));
            end.join().expect("hung up");
        }
        tx.hit("update drawers set label = 'twice' where n = 1", &[])
    })
    .expect("kept on the second try");
    assert_eq!(tries.load(Ordering::SeqCst), 2);
    assert_eq!(kept(&db), BTreeSet::from([1]));
    db.close();
}

fn hang_up(fresh: &Fresh) {
    Sql::connect(&fresh.url().expect("an address")).run(
        "select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()",
    );
    thread::sleep(Duration::from_millis(200));
}

#[test]
fn two_that_lock_each_other_out_both_get_through() {
    let fresh = Fresh::new(Engine::Postgres);
    let db = fresh.open_with(&CABINET);
    db.write_now(|tx| (0..2).try_for_each(|n| put(tx, n, "free"))).unwrap_or_else(|e: Fault| panic!("{e}"));
    let meet = Arc::new(Barrier::new(2));
    let tries = Arc::new(AtomicU32::new(0));
    let jobs: Vec<_> = [(0i64, 1i64), (1, 0)]
        .map(|(mine, theirs)| {
            let (db, meet, tries) = (db.clone(), Arc::clone(&meet), Arc::clone(&tries));
            thread::spawn(move || {
                db.write_now::<_, Fault, _>(move |tx| {
                    let lock = "update drawers set label = label || 'x' where n = ?1";
                    tx.hit(lock, &params![mine])?;
                    if tries.fetch_add(1, Ordering::SeqCst) < 2 {
                        meet.wait();
                    }
                    tx.hit(lock, &params![theirs])
                })
            })
        })
        .into();
    for job in jobs {
        assert_eq!(job.join().expect("lives").expect("gets through"), 1);
    }
    // On a busy machine the second may in turn wait longer than a lock may take.
    assert!((3..=6).contains(&tries.load(Ordering::SeqCst)), "one of them had to go again");
    let labels = db.read_now::<_, Fault, _>(|c| c.all::<String>("select label from drawers", &[]));
    assert_eq!(labels.expect("read"), ["freexx", "freexx"]);
    db.close();
}

#[test]
fn what_was_acknowledged_survives_kill_9() {
    for (engine, rounds) in [(Engine::Sqlite, 5), (Engine::Postgres, 2)] {
        let fresh = Fresh::new(engine);
        let mut acknowledged = BTreeSet::new();
        for round in 0..rounds {
            let said = killed_child(&fresh, round);
            assert!(!said.is_empty(), "round {round}: the child did something");
            acknowledged.extend(said);
            let db = fresh.open_with(&CABINET);
            let kept = kept(&db);
            let lost: Vec<_> = acknowledged.difference(&kept).collect();
            assert!(lost.is_empty(), "round {round}: acknowledged but lost: {lost:?}");
            if engine == Engine::Sqlite {
                let check = db.read_now::<_, Fault, _>(|c| c.one::<String>("pragma integrity_check", &[]));
                assert_eq!(check.expect("read"), "ok");
            }
            db.close();
        }
        println!("{engine:?}: {} acknowledged, none lost", acknowledged.len());
    }
}

/// Starts this test binary as a server, lets it write for a moment, kills it and returns what it had acknowledged.
fn killed_child(fresh: &Fresh, round: u64) -> Vec<i64> {
    let mut command = Command::new(env::current_exe().expect("this binary"));
    command.args(["--exact", "trouble::a_child_that_writes_until_killed", "--nocapture"]).stdout(Stdio::piped());
    command.env("STORY_DIR", &fresh.dir).env("STORY_ROUND", round.to_string());
    if let Some(url) = fresh.url() {
        command.env("STORY_URL", url);
    }
    let mut child = command.spawn().expect("a child");
    let lines = BufReader::new(child.stdout.take().expect("its voice")).lines();
    let reader = thread::spawn(move || {
        // The last line may be torn by the kill; a torn number must not count as another one.
        lines.map_while(Result::ok).filter_map(|l| l.strip_prefix("ack ")?.strip_suffix('.')?.parse().ok()).collect()
    });
    thread::sleep(Duration::from_millis(700 + 131 * round));
    child.kill().expect("killed");
    child.wait().expect("gone");
    reader.join().expect("read to the end")
}

#[test]
fn a_child_that_writes_until_killed() {
    let Ok(dir) = env::var("STORY_DIR") else { return };
    let round: i64 = env::var("STORY_ROUND").expect("set").parse().expect("a number");
    let target = Target::parse(env::var("STORY_URL").ok().as_deref(), dir.as_ref()).expect("a target");
    let db = Db::open_with(&target, &CABINET, NOW).expect("opens");
    let next = Arc::new(AtomicU32::new(0));
    let writers: Vec<_> = (0..24)
        .map(|_| {
            let (db, next) = (db.clone(), Arc::clone(&next));
            thread::spawn(move || {
                loop {
                    let n = round * 10_000_000 + i64::from(next.fetch_add(1, Ordering::SeqCst));
                    db.write_now(move |tx| put(tx, n, "a promise")).unwrap_or_else(|e: Fault| panic!("{e}"));
                    writeln!(std::io::stdout().lock(), "ack {n}.").expect("said");
                }
            })
        })
        .collect();
    writers.into_iter().for_each(|w| drop(w.join()));
}

#[test]
fn whoever_stops_waiting_does_not_stop_the_work() {
    both_with(&CABINET, |_, db| {
        let mut impatient = Box::pin(db.write(|tx| put(tx, 1, "left alone")));
        assert!(impatient.as_mut().now_or_never().is_none());
        drop(impatient);
        db.write_now(|tx| put(tx, 2, "behind it")).unwrap_or_else(|e: Fault| panic!("{e}"));
        for _ in 0..100 {
            if kept(&db) == BTreeSet::from([1, 2]) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        panic!("the first one was not carried out");
    });
}

/// Which thread a change runs on.
fn writer_of(db: &Db, drawer: i64, work: Duration) -> thread::ThreadId {
    db.write_now(move |tx| {
        put(tx, drawer, "")?;
        thread::sleep(work);
        Ok::<_, Fault>(thread::current().id())
    })
    .expect("written")
}

/// After much work and a quiet time the writer rests: what it needed goes back with its thread and its connection. Whoever asks next finds it
/// as it was, however often it rested; and one that had little to do stays.
#[test]
fn a_writer_that_worked_much_rests_when_it_is_quiet_and_comes_back() {
    let fresh = Fresh::new(Engine::Sqlite);
    let db = fresh.open_with(&CABINET);
    let quiet = Duration::from_millis(1_600);
    let little = writer_of(&db, 1, Duration::ZERO);
    thread::sleep(quiet);
    let much = writer_of(&db, 2, Duration::from_millis(150));
    assert_eq!(little, much, "little work needs no rest");
    thread::sleep(quiet);
    let rested = writer_of(&db, 3, Duration::from_millis(150));
    assert_ne!(much, rested, "another thread, hence another heap");
    thread::sleep(quiet);
    assert_eq!(kept(&db), BTreeSet::from([1, 2, 3]));
    let late = db.write_now(|tx| put(tx, 3, ""));
    assert!(matches!(late, Err(Fault::Unique { .. })), "{late:?}");
    let again = writer_of(&db, 4, Duration::from_millis(150));
    assert_ne!(rested, again);
    thread::sleep(quiet);
    db.close();
    let log = fresh.dir.join("makegood.db-wal");
    assert!(std::fs::metadata(&log).map_or(0, |log| log.len()) == 0, "the end folds the log in, also out of a rest");
    assert_eq!(kept(&fresh.open_with(&CABINET)), BTreeSet::from([1, 2, 3, 4]));
}
