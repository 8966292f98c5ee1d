//! A mail server for stories that misbehaves on request: it cuts the line before or after the last dot, says no to whom it likes, or
//! falls silent. It keeps every mail that it had in full, whether or not it got to say so.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// What it does with the n-th mail that begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trick {
    Take,
    CutAtSender,
    CutBeforeDot,
    /// It has the mail, and the sender never hears so.
    CutAfterDot,
    SayAtSender(&'static str),
    SayAtData(&'static str),
    SayAtDot(&'static str),
    /// It says nothing more, and keeps the line open.
    StallAtDot,
}

/// A mail that it had in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Got {
    pub from: String,
    pub to: Vec<String>,
    pub raw: Vec<u8>,
    /// Whether the sender was told.
    pub told: bool,
}

impl Got {
    pub fn message_id(&self) -> String {
        let text = String::from_utf8_lossy(&self.raw).into_owned();
        let line = text.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap_or_default();
        line.trim_matches(['<', '>']).to_owned()
    }
}

type Plan = Box<dyn Fn(usize) -> Trick + Send + Sync>;
type Word = Box<dyn Fn(&str) -> Option<&'static str> + Send + Sync>;

struct Inside {
    plan: Plan,
    rcpt: Word,
    got: Mutex<Vec<Got>>,
    begun: AtomicUsize,
    lines: AtomicUsize,
    most_lines: AtomicUsize,
    connections: AtomicUsize,
    over: AtomicBool,
}

pub struct Sink {
    pub at: SocketAddr,
    inside: Arc<Inside>,
}

impl Sink {
    /// `plan` says what becomes of the n-th mail, `rcpt` what is said about a recipient; nothing is *yes*.
    pub fn new(
        plan: impl Fn(usize) -> Trick + Send + Sync + 'static,
        rcpt: impl Fn(&str) -> Option<&'static str> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let at = listener.local_addr().expect("an address");
        let inside = Arc::new(Inside {
            plan: Box::new(plan),
            rcpt: Box::new(rcpt),
            got: Mutex::default(),
            begun: AtomicUsize::new(0),
            lines: AtomicUsize::new(0),
            most_lines: AtomicUsize::new(0),
            connections: AtomicUsize::new(0),
            over: AtomicBool::new(false),
        });
        let serving = inside.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if serving.over.load(Ordering::SeqCst) {
                    return;
                }
                let serving = serving.clone();
                thread::spawn(move || {
                    serving.connections.fetch_add(1, Ordering::SeqCst);
                    let now = serving.lines.fetch_add(1, Ordering::SeqCst) + 1;
                    serving.most_lines.fetch_max(now, Ordering::SeqCst);
                    drop(serving.talk(&stream));
                    serving.lines.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self { at, inside }
    }

    /// One that takes everything.
    pub fn good() -> Self {
        Self::new(|_| Trick::Take, |_| None)
    }

    pub fn got(&self) -> Vec<Got> {
        self.inside.got.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
    pub fn many(&self) -> usize {
        self.inside.got.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
    /// Connections, and how many of them were open at the same time.
    pub fn connections(&self) -> (usize, usize) {
        (self.inside.connections.load(Ordering::SeqCst), self.inside.most_lines.load(Ordering::SeqCst))
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.inside.over.store(true, Ordering::SeqCst);
    }
}

impl Inside {
    fn talk(&self, stream: &TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        let say = |words: &str| (&mut &*stream).write_all(format!("{words}\r\n").as_bytes());
        say("220 sink.example ESMTP")?;
        let (mut from, mut to, mut trick) = (String::new(), Vec::new(), Trick::Take);
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let line = line.trim_end();
            let address = || line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
            match line.get(..4).unwrap_or(line).to_ascii_uppercase().as_str() {
                "EHLO" => say("250-sink.example\r\n250 PIPELINING")?,
                "MAIL" => {
                    trick = (self.plan)(self.begun.fetch_add(1, Ordering::SeqCst));
                    (from, to) = (address(), vec![]);
                    match trick {
                        Trick::CutAtSender => return Ok(()),
                        Trick::SayAtSender(words) => say(words)?,
                        _ => say("250 2.1.0 ok")?,
                    }
                }
                "RCPT" => match (self.rcpt)(&address()) {
                    Some(no) => say(no)?,
                    None => {
                        to.push(address());
                        say("250 2.1.5 ok")?;
                    }
                },
                "DATA" => {
                    if let Trick::SayAtData(words) = trick {
                        say(words)?;
                        continue;
                    }
                    say("354 go on")?;
                    let raw = body(&mut reader, trick)?;
                    let Some(raw) = raw else { return Ok(()) };
                    let told = trick == Trick::Take;
                    match trick {
                        Trick::SayAtDot(words) => {
                            say(words)?;
                            continue;
                        }
                        _ => self.keep(Got { from: from.clone(), to: to.clone(), raw, told }),
                    }
                    match trick {
                        Trick::CutAfterDot => return Ok(()),
                        Trick::StallAtDot => {
                            thread::sleep(Duration::from_secs(30));
                            return Ok(());
                        }
                        _ => say("250 2.0.0 queued as 1")?,
                    }
                }
                "RSET" | "NOOP" => say("250 ok")?,
                "QUIT" => return say("221 bye"),
                _ => say("502 not here")?,
            }
        }
    }

    fn keep(&self, got: Got) {
        self.got.lock().unwrap_or_else(PoisonError::into_inner).push(got);
    }
}

/// The bytes up to the last dot, without what the wire adds; nothing when the line ended before.
fn body(reader: &mut BufReader<TcpStream>, trick: Trick) -> std::io::Result<Option<Vec<u8>>> {
    let mut raw = Vec::new();
    loop {
        let mut line = Vec::new();
        reader.read_until(b'\n', &mut line)?;
        // The sender was killed in the middle of a line.
        if !line.ends_with(b"\n") {
            return Ok(None);
        }
        assert!(line.ends_with(b"\r\n"), "a line on the wire ends with CR and LF");
        if line == b".\r\n" {
            return Ok(Some(raw));
        }
        if trick == Trick::CutBeforeDot && raw.len() > 100 {
            return Ok(None);
        }
        raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
