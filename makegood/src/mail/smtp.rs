//! One open line to a mail server that takes our mail: who is accepted is heard for each recipient by itself, and *sent* is only
//! what the server confirmed after the last byte.

use super::connect::{self, Trouble};
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;
use std::error::Error as _;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
pub use store::mailboxes::Security;
use store::mailboxes::is_here;
use store::mails::pace::Pace;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::client::TlsStream;

/// Letters of an answer that are kept.
const SAID_AT_MOST: usize = 300;

/// How we say who we are.
#[derive(Clone, PartialEq, Eq)]
pub enum Login {
    Nobody,
    Password {
        user: String,
        password: String,
    },
    /// OAuth 2.
    Token {
        user: String,
        token: String,
    },
}

/// A mail server that takes mail of one mailbox.
#[derive(Clone, PartialEq, Eq)]
pub struct Relay {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub login: Login,
    /// The address of the mailbox: what mail of ours comes back to.
    pub from: String,
    /// How many mails may leave by it in an hour.
    pub pace: Pace,
}

/// How long is waited. All of one mail stays below the lease of a mail (15 minutes).
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For a connection with its greeting and sign-in.
    pub open: Duration,
    /// For the sender and every recipient together.
    pub envelope: Duration,
    /// After the last byte: a server may think for ten minutes (RFC 5321, 4.5.3.2.6).
    pub taken: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { open: Duration::from_secs(60), envelope: Duration::from_secs(120), taken: Duration::from_secs(600) }
    }
}

/// What a server said about one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It has the mail for them.
    Sent(String),
    /// Never, not this mail to them.
    Refused(String),
    /// Not now, or nobody knows: the same bytes are sent again.
    Later(String),
}

/// Whether a line can carry another mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Good,
    /// It ended, and nobody knows what the server made of the mail.
    Gone,
    /// It ended before the server heard anything of the mail.
    Stale,
}

/// What came of one mail, recipient by recipient in the order in which they were asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    pub each: Vec<Said>,
    pub line: Line,
}

/// A connection to a relay.
pub struct Open {
    connection: AsyncSmtpConnection,
    patience: Patience,
    /// Mails that it carried.
    pub carried: u32,
}

/// Connects and signs in.
///
/// # Errors
/// What stood in the way, for a person to read: nothing of it is about one mail.
pub async fn open(relay: &Relay, patience: Patience) -> Result<Open, String> {
    let opened = timeout(patience.open, connected(relay)).await;
    let connection = opened.map_err(|_| format!("{}:{} did not answer", relay.host, relay.port))??;
    Ok(Open { connection, patience, carried: 0 })
}

async fn connected(relay: &Relay) -> Result<AsyncSmtpConnection, String> {
    if relay.security == Security::Open && !is_here(&relay.host) {
        return Err(format!(
            "{} is another machine, and mail to it would be read on its way; choose TLS or STARTTLS",
            relay.host
        ));
    }
    let told = |error: Error| words(&error);
    let domain = relay.from.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    let hello = ClientId::Domain(domain.to_owned());
    let in_the_way = |trouble: Trouble| trouble.said;
    let stream = connect::tcp(&relay.host, relay.port, &mut vec![]).await.map_err(in_the_way)?;
    let wire: Box<dyn AsyncTokioStream> = match relay.security {
        Security::Tls => Box::new(Encrypted(connect::tls(stream, &relay.host, &mut vec![]).await.map_err(in_the_way)?)),
        Security::StartTls | Security::Open => Box::new(stream),
    };
    let mut connection = AsyncSmtpConnection::connect_with_transport(wire, &hello).await.map_err(told)?;
    if relay.security == Security::StartTls {
        let tls = TlsParameters::builder(relay.host.clone()).build_rustls().map_err(told)?;
        connection.starttls(tls, &hello).await.map_err(told)?;
    }
    let (mechanisms, credentials): (&[Mechanism], _) = match &relay.login {
        Login::Nobody => return Ok(connection),
        Login::Password { user, password } => {
            (&[Mechanism::Plain, Mechanism::Login], Credentials::new(user.clone(), password.clone()))
        }
        Login::Token { user, token } => (&[Mechanism::Xoauth2], Credentials::new(user.clone(), token.clone())),
    };
    connection.auth(mechanisms, &credentials).await.map_err(told)?;
    Ok(connection)
}

/// A line that was encrypted from its beginning.
#[derive(Debug)]
struct Encrypted(TlsStream<TcpStream>);

impl AsyncTokioStream for Encrypted {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.0.get_ref().0.peer_addr()
    }
}

impl AsyncRead for Encrypted {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, into)
    }
}

impl AsyncWrite for Encrypted {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, bytes)
    }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

impl Open {
    /// Sends these bytes to these recipients. The last line end belongs to the end of a mail on the wire, so that what arrives is
    /// what was frozen.
    pub async fn carry(&mut self, from: &str, to: &[&str], raw: &[u8]) -> Heard {
        let mut heard =
            Heard { each: vec![Said::Later("nobody was asked yet".to_owned()); to.len()], line: Line::Good };
        self.carried += 1;
        let accepted = match timeout(self.patience.envelope, self.envelope(from, to, &mut heard)).await {
            Ok(accepted) => accepted,
            Err(_) => {
                heard.everybody(&Said::Later("the server did not answer".to_owned()));
                heard.line = Line::Gone;
                return heard;
            }
        };
        if accepted.is_empty() {
            let again = timeout(self.patience.envelope, self.connection.command(Rset));
            if heard.line == Line::Good && !again.await.is_ok_and(|answer| answer.is_ok()) {
                heard.line = Line::Gone;
            }
            return heard;
        }
        let bytes = raw.strip_suffix(b"\r\n").unwrap_or(raw);
        let taken = match timeout(self.patience.taken, self.connection.message(bytes)).await {
            Ok(Ok(answer)) => {
                Said::Sent(cut(&format!("{} {}", answer.code(), answer.message().collect::<Vec<_>>().join(" "))))
            }
            Ok(Err(error)) => heard.of(&error),
            Err(_) => {
                heard.line = Line::Gone;
                Said::Later("the server did not say whether it has the mail".to_owned())
            }
        };
        for n in accepted {
            if let Some(place) = heard.each.get_mut(n) {
                *place = taken.clone();
            }
        }
        heard
    }

    /// The sender and the recipients; the numbers of those who were accepted, once the server waits for the bytes.
    async fn envelope(&mut self, from: &str, to: &[&str], heard: &mut Heard) -> Vec<usize> {
        let Ok(sender) = from.parse::<Address>() else {
            heard.everybody(&Said::Later(format!("{from:?} is no address to send from")));
            return vec![];
        };
        if let Err(error) = self.connection.command(Mail::new(Some(sender), vec![])).await {
            let said = heard.of(&error);
            heard.everybody(&said);
            if heard.line == Line::Gone {
                heard.line = Line::Stale;
            }
            return vec![];
        }
        let mut accepted = vec![];
        for (n, to) in to.iter().enumerate() {
            let said = match to.parse::<Address>() {
                Err(_) => Said::Refused("not a mail address".to_owned()),
                Ok(address) => match self.connection.command(Rcpt::new(address, vec![])).await {
                    Ok(_) => {
                        accepted.push(n);
                        continue;
                    }
                    // Too many recipients at once is said with 552 by some (RFC 5321, 4.5.3.1.10).
                    Err(error) if error.status().is_some_and(|code| u16::from(code) == 552) => {
                        Said::Later(words(&error))
                    }
                    Err(error) => heard.of(&error),
                },
            };
            if let Some(place) = heard.each.get_mut(n) {
                *place = said.clone();
            }
            if heard.line == Line::Gone {
                heard.rest(n, &accepted, &said);
                return vec![];
            }
        }
        if accepted.is_empty() {
            return accepted;
        }
        if let Err(error) = self.connection.command(Data).await {
            let said = heard.of(&error);
            heard.rest(0, &accepted, &said);
            return vec![];
        }
        accepted
    }

    /// Says good-bye; whatever comes of it.
    pub async fn close(mut self) {
        /// A server that does not say good-bye is left.
        const GOODBYE: Duration = Duration::from_secs(2);
        drop(timeout(GOODBYE, self.connection.quit()).await);
    }
}

impl Heard {
    fn everybody(&mut self, said: &Said) {
        self.each.iter_mut().for_each(|each| *each = said.clone());
    }

    /// For those after `n`, and those who had been accepted.
    fn rest(&mut self, n: usize, accepted: &[usize], said: &Said) {
        for (at, each) in self.each.iter_mut().enumerate() {
            if at > n || accepted.contains(&at) {
                *each = said.clone();
            }
        }
    }

    /// What an answer means; without one, nobody knows, and the line is gone.
    fn of(&mut self, error: &Error) -> Said {
        let code = error.status().map(u16::from);
        if code.is_none_or(|code| code == 421) {
            self.line = Line::Gone;
        }
        match code {
            // The server wants to know who we are, or better: nothing is wrong with the mail.
            Some(530 | 534 | 535 | 538) => Said::Later(words(error)),
            Some(500..) => Said::Refused(words(error)),
            _ => Said::Later(words(error)),
        }
    }
}

/// What a server said, as it said it; otherwise what happened to the line.
fn words(error: &Error) -> String {
    let source = error.source().map(ToString::to_string).unwrap_or_default();
    match error.status() {
        Some(code) => cut(&format!("{code} {source}")),
        None if source.is_empty() => cut(&error.to_string()),
        None => cut(&source),
    }
}

fn cut(words: &str) -> String {
    super::wire::header_text(words, SAID_AT_MOST)
}
