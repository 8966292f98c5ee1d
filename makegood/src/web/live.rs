//! The stream on which an open page hears that something moved. It carries no content: the page asks again, as whoever is signed in.
use super::desk::Posted;
use super::fail::Oops;
use crate::app::App;
use crate::live::{self, Ear, Goodbye, Heard, Told, Topic, Wish};
use crate::session::{self, Agent};
use axum::extract::Query;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use std::convert::Infallible;
use std::time::Duration;
use store::{Conn, Fault, moves, presence};
use uuid::Uuid;

/// A sign of life, so that nothing on the way closes a quiet stream; the session is looked at as well.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);
/// A page that shows what it was told so lately has missed nothing but what is looked for here.
const FRESH: SignedDuration = SignedDuration::from_secs(10);
/// Seconds after which a page that was cut off comes back, at least; some wait up to as long again, so that not all come at once.
const COME_BACK: u64 = 2;

#[derive(Deserialize)]
pub struct Asked {
    on: String,
    tab: Uuid,
    /// Up to when the page knows everything, in microseconds since 1970.
    since: i64,
    /// The word of the act whose form is open.
    #[serde(default)]
    doing: String,
}

/// What goes on while a stream is open.
struct Open {
    app: App,
    token: String,
    ear: Ear,
    last: Told,
    /// What is said before anything happened.
    first: Option<Event>,
}

pub async fn listen(agent: Agent, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Oops> {
    let on = Topic::read(&asked.on).ok_or(Oops::NotFound)?;
    let known = super::forms::of(&asked.doing).map(|_| asked.doing);
    let token = session::token(&headers).unwrap_or_default();
    let wish = Wish {
        on,
        tab: asked.tab,
        person: agent.person.id,
        session: store::sessions::token_hash(&token),
        doing: known.unwrap_or_default(),
    };
    let last_id = headers.get("last-event-id").and_then(|id| id.to_str().ok()).and_then(|id| id.parse().ok());
    let since = Timestamp::from_microsecond(last_id.unwrap_or(asked.since)).unwrap_or(Timestamp::UNIX_EPOCH);
    let now = agent.app.now();
    let Ok(ear) = live::listen(&agent.app, wish, since.min(now)) else { return Ok(full()) };
    // Listening begins before the look, so that nothing can fall between the two.
    if agent.app.db.read(move |conn| missed(conn, on, since, now)).await? {
        ear.tell();
    }
    let come_back = Duration::from_millis(COME_BACK * 1_000 + u64::from(agent.app.random::<1>()[0]) * COME_BACK * 4);
    let last = Told { moved: 0, here: 0, until: since };
    let first = Some(Event::default().retry(come_back).id(since.as_microsecond().to_string()));
    let stream = words(Open { app: agent.app.clone(), token, ear, last, first });
    // Proxies that gather an answer before they pass it on would keep the page waiting.
    let at_once = [(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"))];
    Ok((at_once, [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], Sse::new(stream)).into_response())
}

/// A page may come back in half a minute; until then it is as good as one without script.
fn full() -> Response {
    (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, HeaderValue::from_static("30"))]).into_response()
}

/// Whether something moved that a page, knowing everything up to `since`, cannot know.
fn missed(conn: &Conn, on: Topic, since: Timestamp, now: Timestamp) -> Result<bool, Fault> {
    let from = since.saturating_sub(SignedDuration::from_secs(10)).unwrap_or(Timestamp::MIN);
    match on {
        Topic::Case(number) => moves::case_since(conn, number, from),
        // Of the lists without a history only a fresh page knows how they stand.
        Topic::Run | Topic::Signals if now.duration_since(since) > FRESH => Ok(true),
        Topic::Run => moves::any_since(conn, from),
        Topic::Signals => Ok(false),
    }
}

fn words(open: Open) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(open, |mut open| async move { open.next().await.map(|event| (Ok(event), open)) })
}

impl Open {
    /// The next thing to say; nothing when the stream is over.
    async fn next(&mut self) -> Option<Event> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        loop {
            let heard = match self.ear.now() {
                Heard::Told(told) if self.is_news(told) => Heard::Told(told),
                Heard::Ended => return None,
                Heard::Told(_) => match tokio::time::timeout(SIGN_OF_LIFE, self.ear.next()).await {
                    Ok(heard) => heard,
                    Err(_) if self.may_go_on().await => return Some(Event::default().comment("")),
                    Err(_) => return None,
                },
            };
            let Heard::Told(told) = heard else { return None };
            if !self.is_news(told) {
                continue;
            }
            // Whoever was signed out meanwhile is not even told that something moved.
            return if self.may_go_on().await { Some(self.said(told)) } else { None };
        }
    }

    fn is_news(&self, told: Told) -> bool {
        (told.moved, told.here) != (self.last.moved, self.last.here)
    }

    fn said(&mut self, told: Told) -> Event {
        let kind = if told.moved == self.last.moved { "here" } else { "moved" };
        self.last = told;
        // An event without data is not heard by a browser.
        Event::default().event(kind).id(told.until.as_microsecond().to_string()).data("-")
    }

    /// The session still stands. Listening does not lengthen it.
    async fn may_go_on(&self) -> bool {
        let (token, now) = (self.token.clone(), self.app.now());
        let found = self.app.db.read(move |conn| store::sessions::find_with_person(conn, &token, now)).await;
        matches!(found, Ok(Some(_)))
    }
}

/// A page was closed: it says so in passing, so that nobody is thought to be where they are not.
pub async fn gone(agent: Agent, Posted(typed): Posted) -> Result<StatusCode, Oops> {
    let tab: Uuid = typed.value("tab").parse().map_err(|_| Oops::NotFound)?;
    let person = agent.person.id;
    if agent.app.live().gone(tab, person) == Goodbye::ForTheCaller {
        agent.app.db.write(move |tx| presence::gone(tx, tab, person)).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
