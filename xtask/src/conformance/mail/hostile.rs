//! A great many damaged mails, one after the other: each must be read, soon, and in little memory.

use super::read;
use std::path::Path;
use std::time::{Duration, Instant};

/// No mail may take longer.
const SLOWEST: Duration = Duration::from_secs(2);
/// No mail may need more memory; measured as what the whole run needed at most.
const MEMORY_MIB: u64 = 256;
/// Larger mails are no seeds, so that the run ends today.
const SEED_LIMIT: usize = 200 * 1024;

/// Damages real mails so many times, and says how it went.
pub fn run(data: &Path, count: u64) -> Result<(), String> {
    let seeds = seeds(data)?;
    let (mut slowest, mut which, begun) = (Duration::ZERO, 0, Instant::now());
    for n in 0..count {
        let raw = makegood::mail::damage::damaged(&seeds, n);
        let at = Instant::now();
        let (mail, _) = read(&raw);
        drop(mail);
        if at.elapsed() > slowest {
            (slowest, which) = (at.elapsed(), n);
        }
    }
    let memory = most_memory()?;
    println!(
        "{count} damaged mails from {} seeds in {:.0?}; the slowest, number {which}, took {slowest:.1?}; at most {memory} MiB",
        seeds.len(),
        begun.elapsed()
    );
    println!("figure hostile_mails {count}");
    println!("figure hostile_slowest_ms {}", slowest.as_millis());
    println!("figure hostile_memory_mib {memory}");
    if slowest > SLOWEST || memory > MEMORY_MIB {
        return Err(format!("no mail may take longer than {SLOWEST:?} or more than {MEMORY_MIB} MiB"));
    }
    Ok(())
}

fn seeds(data: &Path) -> Result<Vec<Vec<u8>>, String> {
    let mut seeds = Vec::new();
    let problems = makegood::mail::files::each_mail(data, |found| {
        if found.raw.len() <= SEED_LIMIT {
            seeds.push(found.raw);
        }
        std::ops::ControlFlow::Continue(())
    });
    println!("{} files of the data are no mail", problems.len());
    if seeds.is_empty() { Err("no mail among the data".into()) } else { Ok(seeds) }
}

/// The most memory this process ever held, in MiB.
fn most_memory() -> Result<u64, String> {
    let status =
        std::fs::read_to_string("/proc/self/status").map_err(|problem| format!("/proc/self/status: {problem}"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    let kib: u64 = line.trim().trim_end_matches(" kB").parse().map_err(|_| "VmHWM is no number")?;
    Ok(kib / 1024)
}
