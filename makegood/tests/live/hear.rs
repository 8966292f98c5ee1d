//! An open page, as far as its stream goes: what it asks with and what it hears.
use crate::support::world;
use crate::visit::Visitor;
use axum::body::{Body, BodyDataStream};
use axum::http::{HeaderMap, Request, StatusCode};
use futures_util::StreamExt as _;
use std::time::Duration;
use store::Db;
use tower::ServiceExt as _;
use uuid::Uuid;

/// A firm with one open case, `MG-1`, at the beginning of the story.
pub fn one_case(db: &Db) -> String {
    tokio::task::block_in_place(|| {
        world::build(db);
        world::open(db, world::trouble(world::ACME, world::MS_RAO, "Half the boards are dead."), 1, world::NOW)
    })
    .to_string()
}

/// An open stream.
pub struct Ear {
    pub headers: HeaderMap,
    body: BodyDataStream,
    read: String,
}

/// What came over it.
#[derive(Debug, PartialEq, Eq)]
pub enum Word {
    Event {
        kind: String,
        id: String,
        data: String,
    },
    /// Nothing in the time given.
    Silence,
    /// The stream is over.
    End,
}

impl Word {
    pub fn is(&self, wanted: &str) -> bool {
        matches!(self, Word::Event { kind, .. } if kind == wanted)
    }
}

/// The address of a stream; `since` in seconds from the beginning of the story.
pub fn address(on: &str, tab: u128, since: i64, doing: &str) -> String {
    let since = world::NOW.as_microsecond() + since * 1_000_000;
    format!("/live?on={on}&tab={}&since={since}&doing={doing}", Uuid::from_u128(tab))
}

/// Opens a stream that must be given.
pub async fn listen(who: &Visitor, address: &str) -> Ear {
    match asked(who, address, &[]).await {
        Ok(ear) => ear,
        Err(status) => panic!("{address}: {status}"),
    }
}

/// Opens a stream, or says how it was refused.
pub async fn asked(who: &Visitor, address: &str, headers: &[(&str, &str)]) -> Result<Ear, StatusCode> {
    let (name, value) = who.cookie();
    let mut request = Request::get(address).header("cookie", format!("{name}={value}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = who.router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    if response.status() != StatusCode::OK {
        return Err(response.status());
    }
    let headers = response.headers().clone();
    Ok(Ear { headers, body: response.into_body().into_data_stream(), read: String::new() })
}

impl Ear {
    /// The next word within some seconds; signs of life and what only sets the clock are passed over.
    pub async fn next(&mut self, seconds: u64) -> Word {
        let wait = async {
            loop {
                while let Some((block, rest)) = self.read.split_once("\n\n") {
                    let word = word(block);
                    self.read = rest.to_owned();
                    if let Some(word) = word {
                        return word;
                    }
                }
                match self.body.next().await {
                    Some(bytes) => self.read.push_str(std::str::from_utf8(&bytes.unwrap()).unwrap()),
                    None => return Word::End,
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(seconds), wait).await.unwrap_or(Word::Silence)
    }

    /// Passes over what is told once at the beginning, until it is quiet.
    pub async fn until_quiet(&mut self) {
        while self.next(3).await != Word::Silence {}
    }
}

fn word(block: &str) -> Option<Word> {
    let field = |name: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.map(|value| value.trim_start().to_owned())
    };
    Some(Word::Event {
        kind: field("event")?,
        id: field("id").unwrap_or_default(),
        data: field("data").unwrap_or_default(),
    })
}
