//! The one connector to mail servers: name, connection, encryption, greeting, sign-in, each with its own time and its own sentence.
use super::seal::Secret;
use async_imap::{Authenticator, Client, Session};
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore, crypto::ring};
use std::fmt::Debug;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use store::mailboxes::{Security, Way};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::{TlsConnector, client::TlsStream};
use watch::{Arg, Sentence};

/// For a name to be found.
const FIND_TIME: Duration = Duration::from_secs(10);
/// For a connection to stand, and again for it to be encrypted.
const OPEN_TIME: Duration = Duration::from_secs(15);
/// For a server to answer a command.
pub const ANSWER_TIME: Duration = Duration::from_secs(60);
/// Addresses of one name that are tried.
const ADDRESSES: usize = 4;
/// Characters of what a server said that are shown.
const SAID_AT_MOST: usize = 200;

/// A connection, encrypted or not.
pub trait Line: AsyncRead + AsyncWrite + Unpin + Send + Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + Debug> Line for T {}
pub type Wire = Box<dyn Line>;
pub type Imap = Session<Wire>;

casework::choices! {
    /// What is done one after the other until a mailbox is open.
    pub enum Step {
        Key = "key", Token = "token", Name = "name", Connect = "connect", Encrypt = "encrypt", Greet = "greet", SignIn = "sign-in",
        Folder = "folder", Read = "read", Take = "take", Back = "back",
    }
}

/// What did not work, and what the other side said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    pub step: Step,
    pub said: String,
}

impl Trouble {
    pub fn new(step: Step, said: impl ToString) -> Self {
        let said: String = said.to_string().chars().filter(|c| !c.is_control()).take(SAID_AT_MOST).collect();
        Self { step, said }
    }

    /// For people, with the way out.
    pub fn sentence(&self, host: &str) -> Sentence {
        let key = format!("mail-step-{}-not", self.step.word());
        Sentence::new(&key, [("host", Arg::Text(host.to_owned())), ("said", Arg::Text(self.said.clone()))])
    }
}

/// What we say who we are with.
pub enum Pass {
    Nothing,
    Password(Secret),
    Token(Secret),
}

/// Opens a connection as a way says, encrypted unless it is to be encrypted later or not at all.
///
/// # Errors
/// The step that did not work.
pub async fn open(way: &Way, done: &mut Vec<Step>) -> Result<Wire, Trouble> {
    let stream = tcp(&way.host, way.port, done).await?;
    match way.security {
        Security::Tls => Ok(Box::new(tls(stream, &way.host, done).await?)),
        Security::StartTls | Security::Open => Ok(Box::new(stream)),
    }
}

/// Opens a connection that is not encrypted yet.
///
/// # Errors
/// The step that did not work.
pub async fn tcp(host: &str, port: u16, done: &mut Vec<Step>) -> Result<TcpStream, Trouble> {
    let found = tokio::time::timeout(FIND_TIME, tokio::net::lookup_host((host, port))).await;
    let found: Vec<SocketAddr> = match found {
        Ok(Ok(found)) => found.take(ADDRESSES).collect(),
        Ok(Err(problem)) => return Err(Trouble::new(Step::Name, problem)),
        Err(_) => return Err(Trouble::new(Step::Name, "no answer in time")),
    };
    done.push(Step::Name);
    let mut last = Trouble::new(Step::Connect, "the name has no address");
    for address in found {
        match tokio::time::timeout(OPEN_TIME, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                // Small commands must not wait for each other; a socket that cannot do so still works.
                drop(stream.set_nodelay(true));
                done.push(Step::Connect);
                return Ok(stream);
            }
            Ok(Err(problem)) => last = Trouble::new(Step::Connect, problem),
            Err(_) => last = Trouble::new(Step::Connect, "no answer in time"),
        }
    }
    Err(last)
}

/// Encrypts a connection; the server must prove that it bears its name.
///
/// # Errors
/// When it does not, or does not answer in time.
pub async fn tls<S: Line>(stream: S, host: &str, done: &mut Vec<Step>) -> Result<TlsStream<S>, Trouble> {
    let trouble = |said: &dyn ToString| Trouble::new(Step::Encrypt, said.to_string());
    let name = ServerName::try_from(host.to_owned()).map_err(|e| trouble(&e))?;
    let config = client_config().map_err(|said| trouble(&said))?;
    match tokio::time::timeout(OPEN_TIME, TlsConnector::from(config).connect(name, stream)).await {
        Ok(Ok(stream)) => {
            done.push(Step::Encrypt);
            Ok(stream)
        }
        Ok(Err(problem)) => Err(trouble(&problem)),
        Err(_) => Err(trouble(&"no answer in time")),
    }
}

/// The certificates of this machine, read once; one's own is trusted through the variable `SSL_CERT_FILE`.
pub fn client_config() -> Result<Arc<ClientConfig>, String> {
    static CONFIG: OnceLock<Arc<ClientConfig>> = OnceLock::new();
    if let Some(config) = CONFIG.get() {
        return Ok(config.clone());
    }
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        return Err(
            "this machine trusts no certificates; install ca-certificates, or name a file in SSL_CERT_FILE".into()
        );
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|e| e.to_string())?;
    let config = Arc::new(config.with_root_certificates(roots).with_no_client_auth());
    Ok(CONFIG.get_or_init(|| config).clone())
}

/// Opens a mailbox up to and with the sign-in.
///
/// # Errors
/// The step that did not work.
pub async fn imap(way: &Way, pass: &Pass, done: &mut Vec<Step>) -> Result<Imap, Trouble> {
    let mut client = Client::new(open(way, done).await?);
    greeting(&mut client).await?;
    if way.security == Security::StartTls {
        let asked = client.run_command_and_check_ok("STARTTLS", None);
        in_time(Step::Encrypt, asked).await?;
        // What the server sent before the encryption stood is thrown away with the old client: nobody on the way slips anything in.
        client = Client::new(Box::new(tls(client.into_inner(), &way.host, done).await?) as Wire);
    }
    done.push(Step::Greet);
    let session = match pass {
        Pass::Nothing => return Err(Trouble::new(Step::SignIn, "there is no password")),
        Pass::Password(secret) => {
            let signed = client.login(&way.user, secret.shown_to_its_server());
            tokio::time::timeout(ANSWER_TIME, signed).await
        }
        Pass::Token(token) => {
            let bearer = Bearer { user: way.user.clone(), token, asked: 0 };
            tokio::time::timeout(ANSWER_TIME, client.authenticate("XOAUTH2", bearer)).await
        }
    };
    match session {
        Ok(Ok(session)) => {
            done.push(Step::SignIn);
            Ok(session)
        }
        Ok(Err((problem, _))) => Err(Trouble::new(Step::SignIn, problem)),
        Err(_) => Err(Trouble::new(Step::SignIn, "no answer in time")),
    }
}

async fn greeting(client: &mut Client<Wire>) -> Result<(), Trouble> {
    match tokio::time::timeout(ANSWER_TIME, client.read_response()).await {
        Ok(Ok(Some(_))) => Ok(()),
        Ok(Ok(None)) => Err(Trouble::new(Step::Greet, "the server ended the connection")),
        Ok(Err(problem)) => Err(Trouble::new(Step::Greet, problem)),
        Err(_) => Err(Trouble::new(Step::Greet, "no answer in time")),
    }
}

/// An answer in time, or the step at which there was none.
///
/// # Errors
/// What the server said instead.
pub async fn in_time<T>(step: Step, asked: impl Future<Output = async_imap::error::Result<T>>) -> Result<T, Trouble> {
    match tokio::time::timeout(ANSWER_TIME, asked).await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(problem)) => Err(Trouble::new(step, problem)),
        Err(_) => Err(Trouble::new(step, "no answer in time")),
    }
}

/// XOAUTH2, as Google and Microsoft speak it.
struct Bearer<'a> {
    user: String,
    token: &'a Secret,
    asked: u8,
}

impl Authenticator for Bearer<'_> {
    type Response = String;
    fn process(&mut self, _challenge: &[u8]) -> String {
        self.asked += 1;
        // A second challenge says why not; an empty answer lets the server end it with its sentence.
        if self.asked > 1 {
            return String::new();
        }
        xoauth2(&self.user, self.token)
    }
}

pub fn xoauth2(user: &str, token: &Secret) -> String {
    format!("user={user}\x01auth=Bearer {}\x01\x01", token.shown_to_its_server())
}
