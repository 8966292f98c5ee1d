//! Random lives in the test run: few enough to be quick, many enough to meet every command.
use super::*;
use crate::testing::{ZONE, playbooks};
use jiff::tz::TimeZone;

fn lives(seed: u64, commands: u64) -> Lived {
    let world = world(TimeZone::get(ZONE).expect("a known zone"), playbooks());
    live(&world, seed, commands).unwrap_or_else(|broken| panic!("{broken}"))
}

/// `SEED=n` lives other lives, or the same again.
fn seed(else_: u64) -> u64 {
    std::env::var("SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(else_)
}

/// S205, I01-I30: whatever people, clocks and imports wish, the invariants hold, and history gives the same case.
#[test]
fn forty_thousand_random_wishes_break_no_law() {
    let lived = lives(seed(20_261_123), 40_000);
    assert!(lived.taken * 3 > lived.commands, "most were refused: {lived:?}");
    assert!(lived.closed > 2 && lived.reopened > 2, "no life got to the end: {lived:?}");
}

#[test]
fn the_same_seed_gives_the_same_lives() {
    assert_eq!(lives(7, 500), lives(7, 500));
    assert_ne!(lives(7, 500), lives(8, 500));
}

/// Speed is measured, not tested: `cargo test -p casework --release --lib -- --ignored --nocapture a_million`.
#[test]
#[ignore = "a measurement: a million wishes, for the release build"]
fn a_million_wishes_in_a_minute() {
    let lived = lives(seed(1), 1_000_000);
    println!("{lived:?}");
}
