//! Server time of the two pages that people look at most, with the session read, rendered, as the browser gets them.
use super::Figure;
use super::world::{self, World};
use anyhow::Context as _;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use casework::Actor;
use casework::commands::AddNote;
use makegood::act::{self, Asked};
use std::time::{Duration, Instant};
use store::facts::CaseRef;
use tower::ServiceExt as _;

/// Views of each page; the median counts.
const VIEWS: usize = 200;
/// Events on the long case.
const EVENTS: usize = 500;

/// # Errors
/// When a page does not answer 200.
pub fn measure(world: &World) -> anyhow::Result<Vec<Figure>> {
    let runtime = world::runtime()?;
    runtime.block_on(async {
        let cookie = session(world).await?;
        let number = long_case(world).await?;
        let case = views(world, &cookie, &format!("/cases/{number}")).await?;
        let run = views(world, &cookie, "/").await?;
        let all = views(world, &cookie, "/?whose=all").await?;
        let figure = |name, what: String, time: Duration| Figure {
            name,
            what,
            value: time.as_secs_f64() * 1000.0,
            wanted: "at most 5".into(),
        };
        Ok(vec![
            figure(
                "case_page_500_events_ms",
                format!("a case page with {EVENTS} events, among {} cases", world.cases.len()),
                case,
            ),
            figure(
                "run_to_it_100k_ms",
                format!(
                    "Run to it for one person, {} open cases (everybody's: {:.2} ms)",
                    world.cases.len(),
                    all.as_secs_f64() * 1000.0
                ),
                run,
            ),
        ])
    })
}

/// A signed-in browser.
pub async fn session(world: &World) -> anyhow::Result<String> {
    let token = hex::encode(world.app.random::<32>());
    let (kept, owner, now) = (token.clone(), world.owner, world.app.now());
    world.app.db.write(move |tx| store::sessions::make(tx, &kept, owner, "bench", now)).await?;
    Ok(format!("{}={token}", makegood::session::COOKIE_PLAIN))
}

async fn long_case(world: &World) -> anyhow::Result<String> {
    let case = *world.cases.first().context("a case")?;
    let mut number = String::new();
    for n in 0..EVENTS {
        let note =
            AddNote { text: format!("Note {n}: looked at lot 2231 again, ten boards of it."), happened_at: None };
        let done =
            act::act(&world.app, Actor::Person(world.owner), CaseRef::Id(case), Asked::new(&world.app, note)).await;
        number = done.map_err(|e| anyhow::anyhow!("{e:?}"))?.number.to_string();
    }
    Ok(number)
}

/// The median time from request to the last byte of the body.
async fn views(world: &World, cookie: &str, path: &str) -> anyhow::Result<Duration> {
    let router = makegood::serve::router(world.app.clone());
    let mut times = Vec::with_capacity(VIEWS);
    for _ in 0..VIEWS {
        let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty())?;
        let start = Instant::now();
        let response = router.clone().oneshot(request).await?;
        anyhow::ensure!(response.status() == StatusCode::OK, "{path} answered {}", response.status());
        let body = axum::body::to_bytes(response.into_body(), 4 << 20).await?;
        times.push(start.elapsed());
        anyhow::ensure!(body.len() > 1000, "{path} is empty");
    }
    times.sort();
    Ok(times[VIEWS / 2])
}
