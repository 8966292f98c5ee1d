//! What the directory of names tells the world about the domain of a mailbox: where its mail goes (MX) and who may send for it (SPF).
use hickory_resolver::config::{NameServerConfig, ResolveHosts, ResolverConfig};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::RData;
use hickory_resolver::{Resolver, TokioResolver};
use std::net::SocketAddr;
use std::time::Duration;

/// For one question to one server; each is asked twice.
const ONE_ASKED: Duration = Duration::from_secs(3);
/// For everything.
const TIME: Duration = Duration::from_secs(12);
/// Servers of a domain that are told.
const SERVERS_AT_MOST: usize = 10;
/// Letters of a record that are told.
const RECORD_AT_MOST: usize = 450;

/// Whom we ask.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ask {
    /// Whom this machine asks.
    #[default]
    Machine,
    /// This one.
    Server(SocketAddr),
}

/// Where mail for a domain goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goes {
    /// To these, the first one first.
    To(Vec<String>),
    /// Nobody said: to the domain's own address, if there is one (RFC 5321, 5.1).
    Unsaid,
    /// It says that it takes none (RFC 7505).
    Nowhere,
    NoSuchDomain,
    /// Nobody answered the question.
    Unknown(String),
}

/// Who may send for a domain (RFC 7208).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MaySend {
    Says(String),
    /// Everybody in the world may.
    Anybody(String),
    Unsaid,
    /// Several records: whoever reads them takes none of them.
    Several,
    Unknown(String),
}

/// What is told about a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub goes: Goes,
    pub may_send: MaySend,
}

/// Looks it up, in time.
pub async fn told(ask: Ask, domain: &str) -> Told {
    let asked = async {
        let resolver = resolver(ask)?;
        let name = format!("{}.", domain.trim_end_matches('.'));
        let (mx, txt) = tokio::join!(resolver.mx_lookup(name.as_str()), resolver.txt_lookup(name.as_str()));
        Ok::<_, NetError>(Told { goes: goes(mx), may_send: may_send(txt) })
    };
    let unknown = |why: String| Told { goes: Goes::Unknown(why.clone()), may_send: MaySend::Unknown(why) };
    match tokio::time::timeout(TIME, asked).await {
        Ok(Ok(told)) => told,
        Ok(Err(problem)) => unknown(problem.to_string()),
        Err(_) => unknown("no answer in time".to_owned()),
    }
}

fn resolver(ask: Ask) -> Result<TokioResolver, NetError> {
    let mut builder = match ask {
        Ask::Machine => TokioResolver::builder_tokio()?,
        Ask::Server(at) => {
            let mut server = NameServerConfig::udp_and_tcp(at.ip());
            server.connections.iter_mut().for_each(|connection| connection.port = at.port());
            let config = ResolverConfig::from_parts(None, vec![], vec![server]);
            Resolver::builder_with_config(config, TokioRuntimeProvider::default())
        }
    };
    let options = builder.options_mut();
    options.timeout = ONE_ASKED;
    options.attempts = 1;
    options.use_hosts_file = ResolveHosts::Never;
    builder.build()
}

type Answer = Result<hickory_resolver::lookup::Lookup, NetError>;

fn goes(answer: Answer) -> Goes {
    let answer = match answer {
        Ok(answer) => answer,
        Err(problem) if problem.is_nx_domain() => return Goes::NoSuchDomain,
        Err(problem) if problem.is_no_records_found() => return Goes::Unsaid,
        Err(problem) => return Goes::Unknown(problem.to_string()),
    };
    let mut servers: Vec<(u16, String)> = vec![];
    for record in answer.answers() {
        if let RData::MX(mx) = &record.data {
            servers.push((mx.preference, mx.exchange.to_utf8().trim_end_matches('.').to_owned()));
        }
    }
    servers.sort();
    match servers.as_slice() {
        [] => Goes::Unsaid,
        [(_, only)] if only.is_empty() => Goes::Nowhere,
        _ => Goes::To(servers.into_iter().map(|(_, server)| server).take(SERVERS_AT_MOST).collect()),
    }
}

fn may_send(answer: Answer) -> MaySend {
    let answer = match answer {
        Ok(answer) => answer,
        Err(problem) if problem.is_no_records_found() => return MaySend::Unsaid,
        Err(problem) => return MaySend::Unknown(problem.to_string()),
    };
    let mut texts = vec![];
    for record in answer.answers() {
        if let RData::TXT(text) = &record.data {
            texts.push(String::from_utf8_lossy(&text.txt_data.concat()).into_owned());
        }
    }
    of_texts(texts)
}

fn of_texts(texts: impl IntoIterator<Item = String>) -> MaySend {
    let is_ours = |text: &String| text.split_whitespace().next().is_some_and(|one| one.eq_ignore_ascii_case("v=spf1"));
    let mut records = texts.into_iter().filter(is_ours);
    let Some(record) = records.next() else { return MaySend::Unsaid };
    if records.next().is_some() {
        return MaySend::Several;
    }
    let shown: String = record.chars().filter(|c| !c.is_control()).take(RECORD_AT_MOST).collect();
    let anybody = |word: &str| word.eq_ignore_ascii_case("all") || word.eq_ignore_ascii_case("+all");
    if record.split_whitespace().any(anybody) { MaySend::Anybody(shown) } else { MaySend::Says(shown) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_send_is_read_from_one_record_and_never_from_two() {
        let of = |texts: &[&str]| of_texts(texts.iter().map(|text| (*text).to_owned()));
        let one = "v=spf1 include:_spf.relay.example -all";
        assert_eq!(of(&["google-site-verification=x", one]), MaySend::Says(one.to_owned()));
        assert_eq!(of(&["V=SPF1 mx ~all"]), MaySend::Says("V=SPF1 mx ~all".to_owned()));
        assert_eq!(of(&["v=spf1 mx +all"]), MaySend::Anybody("v=spf1 mx +all".to_owned()));
        assert_eq!(of(&["v=spf1 all"]), MaySend::Anybody("v=spf1 all".to_owned()));
        assert_eq!(of(&["v=spf10 mx", "spf1 mx", ""]), MaySend::Unsaid);
        assert_eq!(of(&[one, "v=spf1 mx -all"]), MaySend::Several);
    }
}
