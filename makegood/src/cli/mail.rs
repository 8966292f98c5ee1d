//! `mail`: what mail servers call (`deliver`), and a look at every mailbox (`doctor`).
use super::host::{Ended, Host};
use super::mail_doctor;
use crate::config::Config;
use crate::mail::parse::RAW_LIMIT;
use crate::mail::{door, lmtp};
use clap::ArgMatches;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::process::ExitCode;
use std::time::Duration;

/// `EX_TEMPFAIL` of sysexits.h: the mail server keeps the mail and brings it again.
const BRING_IT_AGAIN: u8 = 75;
/// For the running program to answer; a mail server waits for so long as well.
const ANSWER_TIME: Duration = Duration::from_secs(60);

pub fn run(config: &Config, matches: &ArgMatches) -> Result<(), Ended> {
    match matches.subcommand() {
        Some(("doctor", of)) => mail_doctor::run(config, of),
        _ => Ok(()),
    }
}

/// Takes one mail from the standard input. Ends well only when its bytes are committed, says nothing, and has no other end than two: what a mail
/// server writes to the sender when a program talks is nobody's business (RT CVE-2023-41260).
pub fn deliver(config: Option<&Config>, matches: &ArgMatches) -> ExitCode {
    match config.and_then(|config| delivered(config, matches)) {
        Some(()) => ExitCode::SUCCESS,
        None => ExitCode::from(BRING_IT_AGAIN),
    }
}

fn delivered(config: &Config, matches: &ArgMatches) -> Option<()> {
    let to = matches.get_one::<String>("to").map_or("", String::as_str);
    let mut raw = Vec::new();
    std::io::stdin().lock().take(RAW_LIMIT as u64 + 1).read_to_end(&mut raw).ok()?;
    if raw.is_empty() || raw.len() > RAW_LIMIT {
        return None;
    }
    // Mail servers put the line of an mbox before a mail that they give to a program.
    if raw.starts_with(b"From ") {
        let end = raw.iter().position(|byte| *byte == b'\n')?;
        raw.drain(..=end);
    }
    let raw = lined(&raw);
    // Where the program runs it has the database; else it is opened here.
    if let Some(line) = door::socket_in(&config.data_dir).and_then(|path| UnixStream::connect(path).ok()) {
        return handed_over(&line, &raw, to).ok();
    }
    let host = Host::open(config).ok()?;
    let kept = host.run(lmtp::keep(&host.app, raw, to)).ok();
    host.close();
    kept
}

/// To the running program, by LMTP; well only when it said 250.
fn handed_over(line: &UnixStream, raw: &[u8], to: &str) -> std::io::Result<()> {
    line.set_read_timeout(Some(ANSWER_TIME))?;
    line.set_write_timeout(Some(ANSWER_TIME))?;
    let (mut talk, mut answers) = (line, BufReader::new(line).take(64 * 1024));
    let mut answered = |wanted: &str| {
        for _ in 0..100 {
            let mut answer = String::new();
            answers.read_line(&mut answer)?;
            if !answer.starts_with(wanted) {
                return Err(std::io::Error::other("refused"));
            }
            if answer.get(3..4) == Some(" ") {
                return Ok(());
            }
        }
        Err(std::io::Error::other("refused"))
    };
    // Whatever the mail server named as the recipient is one word here.
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>');
    let to = if to.is_empty() || to.contains(odd) { "pipe" } else { to };
    answered("220")?;
    for (words, wanted) in [
        ("LHLO pipe".to_owned(), "250"),
        ("MAIL FROM:<>".to_owned(), "250"),
        (format!("RCPT TO:<{to}>"), "250"),
        ("DATA".to_owned(), "354"),
    ] {
        talk.write_all(format!("{words}\r\n").as_bytes())?;
        answered(wanted)?;
    }
    talk.write_all(&dotted(raw))?;
    talk.write_all(b".\r\n")?;
    answered("250")?;
    talk.write_all(b"QUIT\r\n")
}

/// With the line ends of mail: a mail server gives a program those of files, and the same mail must be the same bytes by every door.
fn lined(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len() + raw.len() / 40);
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        let text = line.strip_suffix(b"\n").unwrap_or(line);
        out.extend_from_slice(text.strip_suffix(b"\r").unwrap_or(text));
        out.extend_from_slice(b"\r\n");
    }
    out
}

/// With a dot more before every line that begins with one.
fn dotted(raw: &[u8]) -> Vec<u8> {
    let dot = |line: &&[u8]| if line.starts_with(b".") { b".".as_slice() } else { b"" };
    raw.split_inclusive(|byte| *byte == b'\n').flat_map(|line| [dot(&line), line].concat()).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn dots_and_line_ends_are_as_mail_wants_them() {
        assert_eq!(super::dotted(&super::lined(b"a\n.b\r\n..\nc")), b"a\r\n..b\r\n...\r\nc\r\n");
    }
}
