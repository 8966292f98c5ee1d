//! A database is brought to the program's schema exactly once, and never by a program that does not belong to it.

use crate::support;
use std::{
    fs,
    path::Path,
    sync::Barrier,
    thread,
    time::{Duration, Instant},
};
use store::{
    Db, Fault,
    dialect::Engine,
    migrate::{STEPS, Step},
    params, sql,
};
use support::{Fresh, NOW, Sql};

const FIRST: Step = Step {
    name: "0001_drawers",
    text: "create table drawers (id {id} not null primary key, n {int} not null) {strict};
--! sqlite
create trigger drawers_stay before delete on drawers begin select raise(abort, 'drawers stay'); end;
--! postgres
create function drawers_stay() returns trigger language plpgsql as $$ begin raise exception 'drawers stay'; end $$;
create trigger drawers_stay before delete on drawers for each row execute function drawers_stay();
--! both
create index drawers_n on drawers (n);",
};
const SECOND: Step = Step { name: "0002_labels", text: "alter table drawers add column label {text};" };
const BROKEN: Step =
    Step { name: "0002_labels", text: "alter table drawers add column label {text}; insert into nowhere values (1);" };
const CHANGED: Step =
    Step { name: "0001_drawers", text: "create table drawers (id {id} not null primary key) {strict};" };

static ONE: [Step; 1] = [FIRST];
static TWO: [Step; 2] = [FIRST, SECOND];
static TWO_BROKEN: [Step; 2] = [FIRST, BROKEN];
static ONE_CHANGED: [Step; 1] = [CHANGED];

fn both(story: impl Fn(&Fresh)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        story(&Fresh::new(engine));
    }
}

fn open(fresh: &Fresh, steps: &'static [Step]) -> Result<Db, Fault> {
    Db::open_with(&fresh.target, steps, NOW)
}

fn refused(fresh: &Fresh, steps: &'static [Step]) -> Fault {
    open(fresh, steps).expect_err("this program does not belong to this database")
}

#[test]
fn steps_run_once_and_in_order() {
    both(|fresh| {
        open(fresh, &ONE).expect("the first program").close();
        let db = open(fresh, &TWO).expect("the next version");
        let done = db.read_now::<_, Fault, _>(|c| c.all::<(i64, i64)>("select n, at from migrations order by n", &[]));
        assert_eq!(done.expect("read"), [(1, NOW.as_microsecond()), (2, NOW.as_microsecond())]);
        db.close();
        open(fresh, &TWO).expect("the same version again").close();
    });
}

#[test]
fn a_changed_migration_is_refused() {
    both(|fresh| {
        open(fresh, &ONE).expect("the first program").close();
        let fault = refused(fresh, &ONE_CHANGED);
        assert!(matches!(&fault, Fault::ChangedMigration(name) if name == "0001_drawers"), "{fault}");
    });
}

#[test]
fn a_newer_schema_is_refused() {
    both(|fresh| {
        open(fresh, &TWO).expect("the newer program").close();
        let fault = refused(fresh, &ONE);
        assert!(matches!(fault, Fault::NewerSchema { found: 2, known: 1 }), "{fault}");
    });
}

#[test]
fn a_step_that_fails_leaves_the_database_as_it_was() {
    both(|fresh| {
        open(fresh, &ONE).expect("the first program").close();
        let fault = refused(fresh, &TWO_BROKEN);
        assert!(fault.to_string().contains("nowhere"), "{fault}");
        open(fresh, &ONE).expect("the first program goes on").close();
        open(fresh, &TWO).expect("and a mended one, too").close();
    });
}

#[test]
fn a_trigger_that_refuses_is_understood() {
    both(|fresh| {
        let db = open(fresh, &ONE).expect("opens");
        let end = db.write_now::<_, Fault, _>(|tx| {
            tx.put(sql!("insert into drawers (id, n) values (?1, 1)"), &params![uuid::Uuid::from_u128(1)])?;
            tx.hit(sql!("delete from drawers"), &[])
        });
        assert!(matches!(&end, Err(Fault::Forbidden(says)) if says == "drawers stay"), "{end:?}");
        db.close();
    });
}

#[test]
fn sqlite_is_copied_before_it_is_migrated() {
    let fresh = Fresh::new(Engine::Sqlite);
    let db = open(&fresh, &ONE).expect("the first program");
    db.write_now(|tx| tx.put("insert into drawers (id, n) values (?1, 7)", &params![uuid::Uuid::from_u128(1)]))
        .unwrap_or_else(|e: Fault| panic!("{e}"));
    db.close();
    let copy = fresh.dir.join("makegood.db.before-0002");
    assert!(!copy.exists(), "a new database needs no copy");
    open(&fresh, &TWO).expect("the next version").close();
    let old = rusqlite::Connection::open(&copy).expect("the copy");
    let n: i64 = old.query_row("select n from drawers", [], |row| row.get(0)).expect("what was there");
    assert_eq!(n, 7);
    assert!(old.prepare("select label from drawers").is_err(), "the copy is from before");
}

#[test]
fn three_servers_that_start_at_once_migrate_once() {
    let fresh = Fresh::new(Engine::Postgres);
    let (start, fresh) = (&Barrier::new(3), &fresh);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(move || {
                start.wait();
                open(fresh, &TWO).expect("each of them opens").close();
            });
        }
    });
}

#[test]
fn a_migration_behind_a_long_reader_waits_without_blocking_others() {
    let fresh = Fresh::new(Engine::Postgres);
    open(&fresh, &ONE).expect("the first program").close();
    let url = fresh.url().expect("an address");
    let reader = Sql::connect(&url);
    reader.run("begin; select * from drawers");
    thread::scope(|scope| {
        let migration = scope.spawn(|| open(&fresh, &TWO).expect("migrates in the end").close());
        thread::sleep(Duration::from_millis(2_500));
        let other = Sql::connect(&url);
        let start = Instant::now();
        other.run("select * from drawers");
        assert!(start.elapsed() < Duration::from_millis(2_200), "others get in between the tries");
        assert!(!migration.is_finished(), "the reader still reads");
        reader.run("commit");
        migration.join().expect("migrated");
    });
}

#[test]
fn a_step_of_a_lower_number_that_came_later_still_runs() {
    const THIRD: Step =
        Step { name: "0030_boxes", text: "create table boxes (id {id} not null primary key) {strict};" };
    static FAR: [Step; 2] = [FIRST, THIRD];
    static ALL: [Step; 3] = [FIRST, SECOND, THIRD];
    both(|fresh| {
        open(fresh, &FAR).expect("one branch").close();
        let db = open(fresh, &ALL).expect("both branches");
        let done = db.read_now::<_, Fault, _>(|c| c.all::<i64>("select n from migrations order by n", &[]));
        assert_eq!(done.expect("read"), [1, 2, 30]);
        db.close();
        assert!(matches!(refused(fresh, &FAR), Fault::NewerSchema { found: 2, known: 30 }));
    });
}

#[test]
fn every_migration_file_is_listed_in_order_of_its_own_number() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let files = fs::read_dir(folder).into_iter().flatten().map(|f| f.expect("a file").file_name());
    let mut files: Vec<String> = files.map(|f| f.to_string_lossy().trim_end_matches(".sql").to_owned()).collect();
    files.sort();
    let listed: Vec<_> = STEPS.iter().map(|s| s.name.to_owned()).collect();
    assert_eq!(listed, files);
    let mut last = 0;
    for step in STEPS {
        assert!(step.number() > last, "{} has the number of another step, or none", step.name);
        last = step.number();
    }
}
