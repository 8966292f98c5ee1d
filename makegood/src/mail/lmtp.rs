//! Takes mail from a mail server beside us, by LMTP (RFC 2033): each recipient gets an answer of its own, and `250` is said only once the bytes
//! are kept. It is no server for the open network: it knows no encryption and asks nobody who they are.
use super::connect::Line;
use crate::app::App;
use crate::mail::parse::RAW_LIMIT;
use std::time::Duration;
use store::Fault;
use store::inbox::{self, Heed};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};

/// For a whole command or line of a mail to come.
const LINE_TIME: Duration = Duration::from_secs(300);
/// Bytes of a command; mail servers write no longer ones (RFC 5321, 4.5.3.1.4).
const COMMAND_BYTES: usize = 4_096;
/// Recipients of one mail.
const RECIPIENTS: usize = 100;
/// Commands that were not understood before the line is cut.
const NONSENSE: usize = 20;
/// Mails on one connection.
const MAILS: usize = 1_000;

/// What came on a line.
enum Heard {
    Line(String),
    TooLong,
    Nothing,
}

/// The mail that is being handed over.
#[derive(Default)]
struct Envelope {
    from: Option<String>,
    to: Vec<String>,
}

/// Speaks with one mail server until it hangs up. A line that dies in the middle keeps nothing, and was answered nothing.
pub async fn speak(app: &App, line: impl Line) -> std::io::Result<()> {
    let mut talk =
        Talk { app, line: BufReader::new(line), envelope: Envelope::default(), nonsense: 0, mails: 0, greeted: false };
    talk.say("220 makegood LMTP").await?;
    while let Heard::Line(command) = match talk.hear().await? {
        Heard::TooLong => {
            talk.say("500 5.5.2 too long").await?;
            Heard::Line(String::new())
        }
        heard => heard,
    } {
        if command.is_empty() && talk.nonsense < NONSENSE {
            talk.nonsense += 1;
            continue;
        }
        if talk.answer(&command).await? == Then::End {
            break;
        }
    }
    Ok(())
}

#[derive(PartialEq, Eq)]
enum Then {
    GoOn,
    End,
}

struct Talk<'a, L: Line> {
    app: &'a App,
    line: BufReader<L>,
    envelope: Envelope,
    nonsense: usize,
    mails: usize,
    greeted: bool,
}

impl<L: Line> Talk<'_, L> {
    async fn answer(&mut self, command: &str) -> std::io::Result<Then> {
        let (word, rest) = command.split_once(' ').unwrap_or((command, ""));
        match word.to_ascii_uppercase().as_str() {
            "LHLO" => {
                self.greeted = true;
                self.envelope = Envelope::default();
                let size = format!("250 SIZE {RAW_LIMIT}");
                for words in
                    ["250-makegood", "250-8BITMIME", "250-SMTPUTF8", "250-ENHANCEDSTATUSCODES", "250-PIPELINING", &size]
                {
                    self.say(words).await?;
                }
            }
            "HELO" | "EHLO" => self.say("500 5.5.1 this is LMTP: say LHLO").await?,
            "MAIL" => self.mail(rest).await?,
            "RCPT" => self.recipient(rest).await?,
            "DATA" if self.envelope.to.is_empty() => self.say("503 5.5.1 no recipient").await?,
            "DATA" => return self.data().await,
            "RSET" => {
                self.envelope = Envelope::default();
                self.say("250 2.0.0 forgotten").await?;
            }
            "NOOP" => self.say("250 2.0.0 here").await?,
            "VRFY" => self.say("252 2.1.5 everybody").await?,
            "QUIT" => {
                self.say("221 2.0.0 goodbye").await?;
                return Ok(Then::End);
            }
            _ => {
                self.nonsense += 1;
                self.say("500 5.5.1 not understood").await?;
                if self.nonsense >= NONSENSE {
                    return Ok(Then::End);
                }
            }
        }
        Ok(Then::GoOn)
    }

    async fn mail(&mut self, rest: &str) -> std::io::Result<()> {
        let Some((address, parameters)) = path(rest, "FROM:") else {
            return self.say("501 5.5.4 MAIL FROM:<address>").await;
        };
        if !self.greeted || self.envelope.from.is_some() {
            return self.say("503 5.5.1 not now").await;
        }
        let size =
            parameters.split(' ').find_map(|p| p.to_ascii_uppercase().strip_prefix("SIZE=")?.parse::<usize>().ok());
        if size.is_some_and(|size| size > RAW_LIMIT) {
            return self.say("552 5.3.4 larger than any mail may be").await;
        }
        self.envelope = Envelope { from: Some(address.to_owned()), to: vec![] };
        self.say("250 2.1.0 go on").await
    }

    async fn recipient(&mut self, rest: &str) -> std::io::Result<()> {
        let Some((address, _)) = path(rest, "TO:").filter(|(address, _)| !address.is_empty()) else {
            return self.say("501 5.5.4 RCPT TO:<address>").await;
        };
        if self.envelope.from.is_none() {
            return self.say("503 5.5.1 MAIL first").await;
        }
        if self.envelope.to.len() >= RECIPIENTS {
            return self.say("452 4.5.3 too many recipients").await;
        }
        self.envelope.to.push(address.to_owned());
        self.say("250 2.1.5 go on").await
    }

    /// The mail itself. One copy is kept for all its recipients, and each is told what became of it.
    async fn data(&mut self) -> std::io::Result<Then> {
        self.say("354 end with a dot").await?;
        let envelope = std::mem::take(&mut self.envelope);
        let answer = match self.raw().await? {
            None => "552 5.3.4 larger than any mail may be".to_owned(),
            Some(raw) => match keep(self.app, raw, &envelope.to.join(" ")).await {
                Ok(()) => "250 2.0.0 kept".to_owned(),
                Err(fault) => {
                    tracing::warn!(%fault, "a mail that came by LMTP was not kept; its server will bring it again");
                    "451 4.3.0 not kept, bring it again".to_owned()
                }
            },
        };
        for _ in &envelope.to {
            self.say(&answer).await?;
        }
        self.mails += 1;
        Ok(if self.mails < MAILS { Then::GoOn } else { Then::End })
    }

    /// Up to the line with nothing but a dot; none when there was more than may be, which is read and forgotten.
    async fn raw(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let (mut raw, mut size) = (Vec::new(), 0_usize);
        loop {
            let mut line = Vec::new();
            let most = (RAW_LIMIT + COMMAND_BYTES) as u64;
            let mut some = (&mut self.line).take(most);
            let read = some.read_until(b'\n', &mut line);
            let read = tokio::time::timeout(LINE_TIME, read).await.map_err(|_| std::io::ErrorKind::TimedOut)??;
            if read == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            // Only a dot between two whole line ends ends it; a bare one is a letter of the mail (SMTP smuggling).
            if line == b".\r\n" && (raw.is_empty() || raw.ends_with(b"\r\n") || size > RAW_LIMIT) {
                return Ok((size <= RAW_LIMIT).then_some(raw));
            }
            size = size.saturating_add(line.len());
            if size <= RAW_LIMIT {
                raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
            } else {
                raw = Vec::new();
                if size > RAW_LIMIT.saturating_mul(4) {
                    return Err(std::io::ErrorKind::InvalidData.into());
                }
            }
        }
    }

    async fn hear(&mut self) -> std::io::Result<Heard> {
        let mut line = Vec::new();
        let mut some = (&mut self.line).take(COMMAND_BYTES as u64);
        let read = some.read_until(b'\n', &mut line);
        let read = tokio::time::timeout(LINE_TIME, read).await.map_err(|_| std::io::ErrorKind::TimedOut)??;
        if read == 0 {
            return Ok(Heard::Nothing);
        }
        if !line.ends_with(b"\n") {
            return Ok(if read >= COMMAND_BYTES { Heard::TooLong } else { Heard::Nothing });
        }
        Ok(Heard::Line(String::from_utf8_lossy(&line).trim_end().to_owned()))
    }

    async fn say(&mut self, words: &str) -> std::io::Result<()> {
        let line = self.line.get_mut();
        line.write_all(format!("{words}\r\n").as_bytes()).await?;
        line.flush().await
    }
}

/// `FROM:<a@b> SIZE=1` becomes the address and what follows.
fn path<'a>(rest: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let head = rest.get(..word.len())?;
    let rest = rest.get(word.len()..)?.trim_start().strip_prefix('<')?;
    let (address, after) = rest.split_once('>')?;
    head.eq_ignore_ascii_case(word).then_some((address, after.trim()))
}

/// Keeps a mail that was handed over; it is committed when this comes back.
///
/// # Errors
/// When nothing was kept.
pub async fn keep(app: &App, raw: Vec<u8>, to: &str) -> Result<(), Fault> {
    let (id, now) = (app.new_id(), app.now());
    let source: String = format!("handed over for {to}").chars().take(500).collect();
    let work = move |tx: &store::Tx| {
        let way = inbox::Way { source: &source, came_at: Some(now), heed: Heed::Heard };
        inbox::take_in(tx, id, &raw, &way, now)
    };
    app.db.write(work).await?;
    app.mail_came();
    Ok(())
}
