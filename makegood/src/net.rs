//! The one client that asks other web servers: by HTTPS, to public addresses only, without following where it is sent, within limits. An address
//! that somebody typed is looked at before anything is sent, and the connection goes to the very address that was looked at.
use axum::body::Bytes;
use axum::http::{Request, header};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper_util::rt::TokioIo;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use thiserror::Error;
use tokio::net::TcpStream;
use url::{Host, Url};

mod public;
#[cfg(test)]
mod tests;

pub use public::is_public;

/// From the name to the end of the answer.
pub const TIME: Duration = Duration::from_secs(10);
/// Bytes of an answer.
const ANSWER_BYTES: usize = 64 * 1024;
/// Bytes of what is sent.
const SENT_BYTES: usize = 64 * 1024;
/// Addresses of a name that are looked at; a name with more is none of a service that we call.
const ADDRESSES: usize = 64;
/// Of these this many are tried, for one of two families may lead nowhere.
const TRIED: usize = 4;

/// What may be reached beyond public addresses: hosts that whoever runs the program names, `private_hosts`, each `HOST` for the usual ports or
/// `HOST:PORT`, in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Net {
    pub private_hosts: Vec<String>,
    pub names: Names,
}

/// Where names come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Names {
    #[default]
    System,
    /// For tests: what each name leads to.
    Told(BTreeMap<String, Vec<IpAddr>>),
}

/// An answer, whatever its status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

/// Why there is none.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum NoAnswer {
    /// Not an address of the web, or written so that it hides where it leads.
    #[error("this is no https address")]
    Address,
    #[error("only https is asked")]
    Open,
    #[error("only port 443 is asked, unless private_hosts names the host with its port")]
    Port,
    #[error("{0} cannot be found")]
    Name(String),
    #[error("{0} is inside a private network; name the host in private_hosts if that is meant")]
    Private(String),
    #[error("no connection: {0}")]
    Connect(String),
    #[error("no encryption: {0}")]
    Encrypt(String),
    #[error("no answer: {0}")]
    Answer(String),
    #[error("no answer in time")]
    Time,
    #[error("the answer is too long")]
    Long,
    #[error("more than may be sent")]
    Large,
}

impl NoAnswer {
    /// For the catalogue: `net-` and this.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Address => "odd",
            Self::Open => "open",
            Self::Port => "port",
            Self::Name(_) => "name",
            Self::Private(_) => "inside",
            Self::Connect(_) | Self::Encrypt(_) | Self::Answer(_) => "connection",
            Self::Time => "too-slow",
            Self::Long => "too-long",
            Self::Large => "too-large",
        }
    }

    /// As it is kept until somebody reads it: the word, a bar, what is known beyond it.
    pub fn kept(&self) -> String {
        format!("{}|{}", self.word(), self.detail())
    }

    /// What is known beyond the word.
    pub fn detail(&self) -> &str {
        match self {
            Self::Name(what) | Self::Private(what) | Self::Connect(what) | Self::Encrypt(what) | Self::Answer(what) => {
                what
            }
            _ => "",
        }
    }
}

/// Sends a form and reads the answer. A redirect is an answer like any other and is not followed.
///
/// # Errors
/// When the address is not to be reached, or does not answer.
pub async fn post_form(net: &Net, url: &str, fields: &[(&str, &str)]) -> Result<Answer, NoAnswer> {
    let accept = [("accept", "application/json".to_owned())];
    post(net, url, ("application/x-www-form-urlencoded", form(fields)), &accept).await
}

/// Sends JSON and reads the answer, as [`post_form`] does.
///
/// # Errors
/// When the address is not to be reached, or does not answer.
pub async fn post_json(
    net: &Net,
    url: &str,
    body: String,
    headers: &[(&'static str, String)],
) -> Result<Answer, NoAnswer> {
    post(net, url, ("application/json", body), headers).await
}

/// Sends bytes and reads the answer, as [`post_form`] does.
///
/// # Errors
/// When the address is not to be reached, or does not answer.
pub async fn post_bytes(
    net: &Net,
    url: &str,
    body: Vec<u8>,
    headers: &[(&'static str, String)],
) -> Result<Answer, NoAnswer> {
    post(net, url, ("application/octet-stream", body), headers).await
}

async fn post(
    net: &Net,
    url: &str,
    (kind, body): (&str, impl Into<Bytes>),
    headers: &[(&'static str, String)],
) -> Result<Answer, NoAnswer> {
    let body: Bytes = body.into();
    if body.len() > SENT_BYTES {
        return Err(NoAnswer::Large);
    }
    let url = look_at(net, url)?;
    let mut request = Request::post(url.path_and_query())
        .header(header::HOST, url.authority())
        .header(header::USER_AGENT, concat!("makegood/", env!("CARGO_PKG_VERSION")))
        .header(header::CONTENT_TYPE, kind);
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    let request = request.body(Full::new(body)).map_err(|_| NoAnswer::Address)?;
    within(TIME, sent(net, &url, request)).await
}

async fn within(time: Duration, sent: impl Future<Output = Result<Answer, NoAnswer>>) -> Result<Answer, NoAnswer> {
    tokio::time::timeout(time, sent).await.unwrap_or(Err(NoAnswer::Time))
}

/// An address that may be asked, as far as it can be seen without asking for its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    url: Url,
    /// Without the brackets of version 6.
    host: String,
    port: u16,
    /// Whoever runs the program named it.
    told: bool,
}

impl Place {
    fn path_and_query(&self) -> String {
        self.url.query().map_or_else(|| self.url.path().to_owned(), |query| format!("{}?{query}", self.url.path()))
    }
    fn authority(&self) -> &str {
        self.url.authority()
    }
}

/// Looks at an address before anybody is asked for its name.
///
/// # Errors
/// Why it may not be asked at all.
pub fn look_at(net: &Net, address: &str) -> Result<Place, NoAnswer> {
    let url = Url::parse(address).map_err(|_| NoAnswer::Address)?;
    let (Some(host), Some(port)) = (url.host(), url.port_or_known_default()) else { return Err(NoAnswer::Address) };
    let written = written_host(address).ok_or(NoAnswer::Address)?;
    if !url.username().is_empty() || url.password().is_some() || !matches!(url.scheme(), "https" | "http") {
        return Err(NoAnswer::Address);
    }
    let is_plain = match &host {
        // `2130706433`, `0x7f.1` and `127.1` are read as addresses by some programs and as names by others.
        Host::Ipv4(ip) => ip.to_string() == written,
        Host::Ipv6(_) => true,
        Host::Domain(name) => !name.is_empty() && !name.ends_with(".."),
    };
    if !is_plain {
        return Err(NoAnswer::Address);
    }
    let (shown, known) = (host.to_string(), port == 443 || port == 80);
    let told = net.private_hosts.iter().any(|one| *one == format!("{shown}:{port}") || (known && *one == shown));
    if !told {
        let literal = match host {
            Host::Ipv4(ip) => Some(IpAddr::V4(ip)),
            Host::Ipv6(ip) => Some(IpAddr::V6(ip)),
            Host::Domain(_) => None,
        };
        // Only a host that was named may be asked without encryption, or at another port: it is inside.
        if url.scheme() != "https" {
            return Err(NoAnswer::Open);
        }
        if port != 443 {
            return Err(NoAnswer::Port);
        }
        if let Some(ip) = literal.filter(|ip| !is_public(*ip)) {
            return Err(NoAnswer::Private(ip.to_string()));
        }
    }
    let host = shown.trim_matches(['[', ']']).to_owned();
    Ok(Place { url, host, port, told })
}

/// The host as it was written, before anybody made it plain.
fn written_host(address: &str) -> Option<&str> {
    let (_, rest) = address.trim().split_once("://")?;
    let rest = rest.split(['/', '?', '#', '\\']).next()?;
    let rest = rest.rsplit('@').next()?;
    if rest.starts_with('[') { rest.split_inclusive(']').next() } else { rest.split(':').next() }
}

async fn sent(net: &Net, place: &Place, request: Request<Full<Bytes>>) -> Result<Answer, NoAnswer> {
    let found = found(net, place).await?;
    // One private address among public ones is enough to refuse: what is connected to is what was looked at, never looked up again.
    if !place.told
        && let Some(inside) = found.iter().find(|address| !is_public(address.ip()))
    {
        return Err(NoAnswer::Private(inside.ip().to_string()));
    }
    let tried = &found[..found.len().min(TRIED)];
    let stream = TcpStream::connect(tried).await.map_err(|e| NoAnswer::Connect(e.to_string()))?;
    if place.url.scheme() == "http" {
        return asked(TokioIo::new(stream), request).await;
    }
    let wire = crate::mail::connect::tls(stream, &place.host, &mut vec![]).await;
    asked(TokioIo::new(wire.map_err(|trouble| NoAnswer::Encrypt(trouble.said))?), request).await
}

/// Every address of the host, asked for once.
async fn found(net: &Net, place: &Place) -> Result<Vec<SocketAddr>, NoAnswer> {
    let nobody = || NoAnswer::Name(place.host.clone());
    let found: Vec<SocketAddr> = match (place.host.parse::<IpAddr>(), &net.names) {
        (Ok(ip), _) => vec![SocketAddr::new(ip, place.port)],
        (Err(_), Names::Told(told)) => {
            let told = told.get(&place.host).cloned().unwrap_or_default();
            told.into_iter().map(|ip| SocketAddr::new(ip, place.port)).collect()
        }
        (Err(_), Names::System) => {
            let found = tokio::net::lookup_host((place.host.as_str(), place.port)).await.map_err(|_| nobody())?;
            found.take(ADDRESSES + 1).collect()
        }
    };
    match found.len() {
        0 => Err(nobody()),
        more if more > ADDRESSES => Err(NoAnswer::Address),
        _ => Ok(found),
    }
}

async fn asked<S>(stream: S, request: Request<Full<Bytes>>) -> Result<Answer, NoAnswer>
where
    S: hyper::rt::Read + hyper::rt::Write + Unpin + Send + 'static,
{
    let no = |e: hyper::Error| NoAnswer::Answer(e.to_string());
    let (mut sender, connection) = hyper::client::conn::http1::handshake(stream).await.map_err(no)?;
    // Ended with the request, however it ends: also when whoever waits for it stops waiting.
    let mut carried = tokio::task::JoinSet::new();
    carried.spawn(connection);
    let answer = sender.send_request(request).await.map_err(no)?;
    let status = answer.status().as_u16();
    let read = Limited::new(answer.into_body(), ANSWER_BYTES).collect().await;
    let read = read.map_err(|e| match e.downcast_ref::<LengthLimitError>() {
        Some(_) => NoAnswer::Long,
        None => NoAnswer::Answer(e.to_string()),
    });
    Ok(Answer { status, body: read?.to_bytes().to_vec() })
}

fn form(fields: &[(&str, &str)]) -> String {
    let coded = |text: &str| {
        text.bytes().fold(String::new(), |mut coded, byte| {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                coded.push(char::from(byte));
            } else {
                coded.push_str(&format!("%{byte:02X}"));
            }
            coded
        })
    };
    fields.iter().map(|(name, value)| format!("{}={}", coded(name), coded(value))).collect::<Vec<_>>().join("&")
}
