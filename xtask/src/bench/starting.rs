//! From the start of the program to its first page on a big database, with the release binary; and what it weighs.
use super::Figure;
use super::world::{Folder, World};
use anyhow::Context as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Starts; the median counts.
const STARTS: usize = 5;

/// A program that has used next to no processor for so long is idle.
const IDLE: Duration = Duration::from_secs(4);
/// Jobs that are not done by then are a fault.
const IDLE_AT_LAST: Duration = Duration::from_secs(120);

/// The program, built as this one is; beside it.
///
/// # Errors
/// When it cannot be built.
pub fn binary() -> anyhow::Result<PathBuf> {
    let binary = std::env::current_exe()?.with_file_name("makegood");
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--package", "makegood"]);
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    anyhow::ensure!(build.status()?.success() && binary.exists(), "{} could not be built", binary.display());
    Ok(binary)
}

/// The program at work on a folder; it ends when this is dropped.
pub struct Running {
    child: Child,
    pub address: String,
}

impl Running {
    /// Starts it and waits for the line with which it says that it is ready.
    ///
    /// # Errors
    /// When it does not start.
    pub fn on(binary: &Path, folder: &Folder) -> anyhow::Result<Self> {
        let mut child = Command::new(binary)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&folder.0)
            .env_remove("DATABASE_URL")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let address = address(&mut child)?;
        Ok(Self { child, address })
    }

    /// Waits until its jobs have caught up.
    ///
    /// # Errors
    /// When it stays busy for too long.
    pub fn until_idle(&self) -> anyhow::Result<()> {
        until_idle(self.child.id())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// As a program that ran all along would have left it: every ladder of the past is climbed, and nobody waits to be told.
///
/// # Errors
/// When the database cannot be opened.
pub fn calm(folder: &Folder) -> anyhow::Result<()> {
    let conn = rusqlite::Connection::open(folder.0.join("makegood.db"))?;
    conn.execute("update clocks set next_at = null where next_at is not null", [])?;
    Ok(())
}

/// # Errors
/// When the release binary is not there or does not answer.
pub fn measure(world: &World) -> anyhow::Result<Figure> {
    let folder = world.folder.as_ref().context("the big database has a folder")?;
    world.app.db.close();
    calm(folder)?;
    let binary = binary()?;
    let size = std::fs::metadata(&binary)?.len();
    let (mut times, mut memory) = (vec![], 0);
    for round in 0..=STARTS {
        let start = Instant::now();
        let running = Running::on(&binary, folder)?;
        first_page(&running.address)?;
        match round {
            // A database made a moment ago leaves the jobs a lot to catch up with, which one that was in use does not.
            0 => running.until_idle()?,
            STARTS => {
                times.push(start.elapsed());
                running.until_idle()?;
                memory = resident_kib(running.child.id())?;
            }
            _ => times.push(start.elapsed()),
        }
    }
    times.sort();
    let mib = |bytes: u64| bytes / (1 << 20);
    let what = format!(
        "start to first page, {} cases; idle memory {} MB, binary {} MB",
        world.cases.len(),
        memory / 1024,
        mib(size)
    );
    Ok(Figure {
        name: "start_100k_ms",
        what,
        value: times[STARTS / 2].as_secs_f64() * 1000.0,
        wanted: "at most 300".into(),
    })
}

/// The address in the line with which the program says that it is ready.
fn address(child: &mut Child) -> anyhow::Result<String> {
    let out = child.stdout.take().context("its output")?;
    for line in BufReader::new(out).lines() {
        if let Some((_, address)) = line?.split_once("http://") {
            return Ok(address.trim().to_owned());
        }
    }
    anyhow::bail!("the program ended without being ready")
}

fn first_page(address: &str) -> anyhow::Result<()> {
    #[allow(clippy::disallowed_methods)]
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "GET /sign-in HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n")?;
    let mut page = String::new();
    stream.read_to_string(&mut page)?;
    anyhow::ensure!(page.starts_with("HTTP/1.1 200"), "the first page answered {}", page.lines().next().unwrap_or(""));
    Ok(())
}

fn until_idle(pid: u32) -> anyhow::Result<()> {
    let begun = Instant::now();
    loop {
        let before = ticks(pid)?;
        std::thread::sleep(IDLE);
        if ticks(pid)? - before <= 4 {
            return Ok(());
        }
        anyhow::ensure!(begun.elapsed() < IDLE_AT_LAST, "the program is still busy after {IDLE_AT_LAST:?}");
    }
}

/// Processor time used so far, in hundredths of a second.
fn ticks(pid: u32) -> anyhow::Result<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let fields: Vec<&str> = stat.rsplit_once(')').context("a name")?.1.split_whitespace().collect();
    let used = |n: usize| fields.get(n).context("a field")?.parse::<u64>().context("a number");
    Ok(used(11)? + used(12)?)
}

fn resident_kib(pid: u32) -> anyhow::Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find(|l| l.starts_with("VmRSS:")).context("VmRSS")?;
    Ok(line.split_whitespace().nth(1).context("a number")?.parse()?)
}
