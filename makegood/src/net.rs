//! The one client that asks other web servers: by HTTPS, to public addresses only, without following where it is sent, within limits.
use axum::body::Bytes;
use axum::http::{Request, Uri, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_util::rt::TokioIo;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;
use thiserror::Error;
use tokio::net::TcpStream;

/// From the name to the end of the answer.
const TIME: Duration = Duration::from_secs(20);
/// Bytes of an answer.
const ANSWER_BYTES: usize = 64 * 1024;
/// Bytes of what is sent.
const SENT_BYTES: usize = 64 * 1024;
/// Addresses of a name that are looked at.
const ADDRESSES: usize = 8;

/// What may be reached beyond public addresses: hosts that whoever runs the program names, `private_hosts`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Net {
    pub private_hosts: Vec<String>,
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
    #[error("this is no https address")]
    Address,
    #[error("{0} cannot be found")]
    Name(String),
    #[error("{0} is inside a private network; name it in private_hosts if that is meant")]
    Private(String),
    #[error("no connection: {0}")]
    Connect(String),
    #[error("no encryption: {0}")]
    Encrypt(String),
    #[error("no answer: {0}")]
    Answer(String),
    #[error("no answer in time")]
    Time,
    #[error("more than may be sent")]
    Large,
}

/// Sends a form and reads the answer. A redirect is an answer like any other and is not followed.
///
/// # Errors
/// When the address is not to be reached, or does not answer.
pub async fn post_form(net: &Net, url: &str, fields: &[(&str, &str)]) -> Result<Answer, NoAnswer> {
    let body = form(fields);
    if body.len() > SENT_BYTES {
        return Err(NoAnswer::Large);
    }
    tokio::time::timeout(TIME, post(net, url, "application/x-www-form-urlencoded", body))
        .await
        .map_err(|_| NoAnswer::Time)?
}

async fn post(net: &Net, url: &str, kind: &str, body: String) -> Result<Answer, NoAnswer> {
    let uri: Uri = url.parse().map_err(|_| NoAnswer::Address)?;
    let host = uri.host().ok_or(NoAnswer::Address)?.trim_matches(['[', ']']).to_lowercase();
    let told = net.private_hosts.contains(&host);
    // Only a host that was named may be asked without encryption: it is inside.
    let is_plain = match uri.scheme_str() {
        Some("https") => false,
        Some("http") if told => true,
        _ => return Err(NoAnswer::Address),
    };
    if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
        return Err(NoAnswer::Address);
    }
    let port = uri.port_u16().unwrap_or(if is_plain { 80 } else { 443 });
    let found = tokio::net::lookup_host((host.as_str(), port)).await.map_err(|_| NoAnswer::Name(host.clone()))?;
    let found: Vec<SocketAddr> = found.take(ADDRESSES).collect();
    // One private address among public ones is enough to refuse: what is connected to is what was looked at, never looked up again.
    if !told && found.iter().any(|address| !is_public(address.ip())) {
        return Err(NoAnswer::Private(host));
    }
    let address = *found.first().ok_or_else(|| NoAnswer::Name(host.clone()))?;
    let stream = TcpStream::connect(address).await.map_err(|e| NoAnswer::Connect(e.to_string()))?;
    let request = Request::post(uri.path_and_query().map_or("/", |path| path.as_str()))
        .header(header::HOST, uri.authority().map_or(host.as_str(), |authority| authority.as_str()))
        .header(header::CONTENT_TYPE, kind)
        .header(header::ACCEPT, "application/json")
        .body(Full::new(Bytes::from(body)))
        .map_err(|_| NoAnswer::Address)?;
    if is_plain {
        return asked(TokioIo::new(stream), request).await;
    }
    let wire = crate::mail::connect::tls(Box::new(stream), &host, &mut vec![]).await;
    asked(TokioIo::new(wire.map_err(|trouble| NoAnswer::Encrypt(trouble.said))?), request).await
}

async fn asked<S>(stream: S, request: Request<Full<Bytes>>) -> Result<Answer, NoAnswer>
where
    S: hyper::rt::Read + hyper::rt::Write + Unpin + Send + 'static,
{
    let no = |e: hyper::Error| NoAnswer::Answer(e.to_string());
    let (mut sender, connection) = hyper::client::conn::http1::handshake(stream).await.map_err(no)?;
    let connection = tokio::spawn(connection);
    let answered = async {
        let answer = sender.send_request(request).await.map_err(no)?;
        let status = answer.status().as_u16();
        let body = Limited::new(answer.into_body(), ANSWER_BYTES).collect().await;
        let body = body.map_err(|e| NoAnswer::Answer(e.to_string()))?.to_bytes().to_vec();
        Ok(Answer { status, body })
    };
    let answered = answered.await;
    connection.abort();
    answered
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

/// Whether an address belongs to nobody's own network, machine or link, however it is written.
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => {
            let [first, second, ..] = ip.segments();
            let [.., high, low] = ip.segments();
            let inside = Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
            if let Some(mapped) = ip.to_ipv4_mapped() {
                return is_public_v4(mapped);
            }
            // 64:ff9b::/96 and 2002::/16 carry an address of the old kind.
            if first == 0x64 && second == 0xff9b {
                return is_public_v4(inside);
            }
            if first == 0x2002 {
                let [_, a, b, ..] = ip.segments();
                return is_public_v4(Ipv4Addr::from((u32::from(a) << 16) | u32::from(b)));
            }
            // Only 2000::/3 is the open network; 2001:db8::/32 is for books.
            first & 0xe000 == 0x2000 && !(first == 0x2001 && second == 0xdb8) && !(first == 0x2001 && second < 0x200)
        }
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let tested = a == 198 && (18..20).contains(&b);
    let special = a == 192 && b == 0 && c == 0;
    !(ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_documentation()
        || ip.is_broadcast()
        || shared
        || tested
        || special
        || a == 0
        || a >= 224)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// T-SSRF: however it is written, an address inside is not reached (Zammad CVE-2026-34719, FreeScout CVE-2026-41905).
    #[tokio::test]
    async fn nothing_inside_is_reached_however_it_is_written() {
        for url in [
            "https://127.0.0.1/token",
            "https://localhost/token",
            "https://[::1]/token",
            "https://[::ffff:127.0.0.1]/token",
            "https://[::ffff:10.0.0.1]/token",
            "https://169.254.169.254/latest/meta-data",
            "https://10.1.2.3/",
            "https://0.0.0.0/",
        ] {
            let answer = post_form(&Net::default(), url, &[]).await;
            assert!(matches!(answer, Err(NoAnswer::Private(_))), "{url}: {answer:?}");
        }
        for url in [
            "http://example.com/",
            "https://user@example.com/",
            "ftp://example.com/",
            "nonsense",
            "https://",
            "file:///etc/passwd",
        ] {
            assert_eq!(post_form(&Net::default(), url, &[]).await, Err(NoAnswer::Address), "{url}");
        }
    }

    #[test]
    fn private_addresses_of_both_kinds_are_known() {
        for inside in [
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "100.64.0.1",
            "198.18.0.1",
            "192.0.0.8",
            "224.0.0.1",
            "255.255.255.255",
            "fe80::1",
            "fc00::1",
            "::",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "ff02::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for open in ["1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"] {
            assert!(is_public(open.parse().unwrap()), "{open}");
        }
    }

    #[test]
    fn a_form_is_written_so_that_no_value_ends_early() {
        assert_eq!(form(&[("a", "x&b=c d"), ("é", "+")]), "a=x%26b%3Dc%20d&%C3%A9=%2B");
    }
}
