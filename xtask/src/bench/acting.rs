//! One command through the door, 64 callers, against the raw engine writing the same rows.
use super::Figure;
use super::raw;
use super::world::{self, CALLERS, Folder, World};
use anyhow::Context as _;
use casework::Actor;
use casework::ids::CaseId;
use makegood::act;
use std::process::Command;
use std::time::Instant;
use store::facts::CaseRef;
use store::{Db, Target};

/// Commands measured on SQLite; one for each case.
const SQLITE: usize = 20_000;
/// Commands measured on PostgreSQL.
const POSTGRES: usize = 8_000;
/// Rounds; both sides of one run one after the other, and the round in the middle counts, since others share the machine.
const ROUNDS: usize = 5;

/// # Errors
/// When the door or the engine fails.
pub fn sqlite() -> anyhow::Result<Figure> {
    let mut rounds = vec![];
    for round in 0..ROUNDS {
        let folder = Folder::new(&format!("act{round}"))?;
        let file = folder.0.join("makegood.db");
        let world = world::filled(world::sqlite(&folder.0)?, SQLITE, None)?;
        let copy = folder.0.join("before.db");
        let beside = rusqlite::Connection::open(&file)?;
        beside.execute("vacuum into ?1", [copy.to_string_lossy()])?;
        // Both begin with an empty log: what filling left in ours would be folded in while ours is measured, and in theirs never.
        beside.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
        drop(beside);
        let ours = through_the_door(&world)?;
        world.app.db.close();
        rounds.push((ours, raw::sqlite(&file, &copy)?));
    }
    Ok(figure("act_sqlite_ratio", "SQLite, synchronous=FULL, 64 callers", rounds))
}

/// # Errors
/// When there is no PostgreSQL, or it fails.
pub fn postgres() -> anyhow::Result<Figure> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/postgres.sh");
    let started = Command::new("bash").arg(script).output().context("starting PostgreSQL")?;
    let url = String::from_utf8(started.stdout)?
        .lines()
        .last()
        .context("PostgreSQL did not start; ./test installs it")?
        .to_owned();
    let mut rounds = vec![];
    for _ in 0..ROUNDS {
        let scratch = raw::Scratch::new(&url)?;
        let db = Db::open(&Target::parse(Some(&scratch.first), &std::env::temp_dir())?, world::now())?;
        let world = world::filled(db, POSTGRES, None)?;
        world.app.db.close();
        scratch.copy()?;
        let db = Db::open(&Target::parse(Some(&scratch.first), &std::env::temp_dir())?, world::now())?;
        let world = World { app: makegood::app::App::new(db, makegood::app::Clock::Real)?, ..world };
        let ours = through_the_door(&world)?;
        world.app.db.close();
        rounds.push((ours, raw::postgres(&scratch)?));
    }
    Ok(figure("act_postgres_ratio", "PostgreSQL, 8 connections, pipelined", rounds))
}

fn figure(name: &'static str, on: &str, mut rounds: Vec<(f64, f64)>) -> Figure {
    rounds.sort_by(|one, two| (one.0 / one.1).total_cmp(&(two.0 / two.1)));
    let (ours, theirs) = rounds[rounds.len() / 2];
    let what = format!("{on}: {ours:.0} commands/s, raw engine with the same rows {theirs:.0}/s");
    Figure { name, what, value: ours / theirs, wanted: "at least 0.60".into() }
}

/// Commands per second through `act`, each on another case, 64 at a time.
fn through_the_door(world: &World) -> anyhow::Result<f64> {
    let runtime = world::runtime()?;
    let share = world.cases.len().div_ceil(CALLERS);
    let start = Instant::now();
    runtime.block_on(async {
        let callers: Vec<_> =
            world.cases.chunks(share).map(|cases| tokio::spawn(one_caller(world_of(world), cases.to_vec()))).collect();
        for caller in callers {
            caller.await??;
        }
        anyhow::Ok(())
    })?;
    Ok(world.cases.len() as f64 / start.elapsed().as_secs_f64())
}

fn world_of(world: &World) -> World {
    World {
        app: world.app.clone(),
        owner: world.owner,
        customers: vec![],
        cases: vec![],
        folder: None,
        sentence: world.sentence,
    }
}

async fn one_caller(world: World, cases: Vec<CaseId>) -> anyhow::Result<()> {
    for case in cases {
        let done = act::act(&world.app, Actor::Person(world.owner), CaseRef::Id(case), world::everyday(&world)).await;
        done.map_err(|e| anyhow::anyhow!("{e:?}"))?;
    }
    Ok(())
}
