//! Where the time of one command goes: gather, decide, keep.
use super::world::{self, Folder};
use casework::Actor;
use std::time::{Duration, Instant};
use store::commit::Keeping;
use store::facts::{self, Asking, CaseRef};

pub fn run() -> anyhow::Result<()> {
    let folder = Folder::new("inside")?;
    let world = world::filled(world::sqlite(&folder.0)?, 4000, None)?;
    let asked = world::everyday(&world);
    let firm = world.app.firm();
    let (by, now) = (Actor::Person(world.owner), world.app.now());
    let cases = world.cases.clone();
    let command = asked.command.clone();
    let times = world.app.db.write_now(move |tx| {
        let mut t = [Duration::ZERO; 6];
        for (n, case) in cases.iter().enumerate() {
            let asking = Asking {
                by,
                request: casework::ids::RequestId(uuid::Uuid::from_u128(n as u128 + 1)),
                seen: None,
                now,
                other: None,
            };
            let t0 = Instant::now();
            let door = facts::door(tx, CaseRef::Id(*case), &asking)?;
            let t1 = Instant::now();
            let g = facts::gather_from(tx, &firm, CaseRef::Id(*case), &asking, door)?.expect("there");
            let t2 = Instant::now();
            let change = casework::decide(&g.facts, &command).expect("taken");
            let t3 = Instant::now();
            let keeping = Keeping {
                before: &g.facts.case,
                other_before: None,
                tail: &g.tail,
                other_tail: &g.other_tail,
                request: asking.request,
                salt: [1; 16],
                now,
            };
            store::commit::commit(tx, &change, &keeping)?;
            let t4 = Instant::now();
            let s = serde_json::to_string(&change.case).expect("json");
            let t5 = Instant::now();
            let _: casework::Case = serde_json::from_str(&s).expect("case");
            let t6 = Instant::now();
            for (i, (a, b)) in [(t0, t1), (t1, t2), (t2, t3), (t3, t4), (t4, t5), (t5, t6)].into_iter().enumerate() {
                t[i] += b - a;
            }
            if n == 0 {
                eprintln!("state {} bytes, {} clocks", s.len(), change.case.clocks.len());
            }
        }
        Ok::<_, store::Fault>(t)
    })?;
    for (name, t) in ["checks", "gather", "decide", "keep", "(to json)", "(from json)"].iter().zip(times) {
        println!("{name:12} {:.1} µs", t.as_secs_f64() * 1e6 / 4000.0);
    }
    let s = world::everyday(&world);
    drop(s);
    Ok(())
}
