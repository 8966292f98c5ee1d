//! Listens, with the limits of the limits table: header time, connections, body size, and a way to stop in good order.
use crate::app::App;
use crate::mail::door;
use crate::session::Peer;
use crate::{api, jobs, web};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;

/// Time for a request's head to arrive (RELIABILITY F8).
const HEAD_TIME: Duration = Duration::from_secs(10);
/// Time for an answer.
const ANSWER_TIME: Duration = Duration::from_secs(10);
/// Time for an answer to a file: 15 MB over a slow telephone.
const FILE_TIME: Duration = Duration::from_secs(180);
/// Open connections.
const CONNECTIONS: usize = 10_000;
/// A form or a JSON body.
const BODY_BYTES: usize = 256 * 1024;
/// Time for open requests to end when the program stops.
const DRAIN_TIME: Duration = Duration::from_secs(10);

/// Everything that answers over HTTP.
pub fn router(app: App) -> Router {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; \
                  form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    let headers = [
        ("content-security-policy", policy),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ];
    let mut router = web::routes::router(app.clone())
        .merge(api::router(app.clone()))
        .with_state(app.clone())
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(from_fn(in_time))
        .layer(CatchPanicLayer::custom(web::fail::panicked))
        .layer(from_fn_with_state(app, web::theirs_fail::layer))
        .layer(CompressionLayer::new().gzip(true));
    // Outside of what may fail: a page that says what went wrong is as closed as every other.
    for (name, value) in headers {
        router = router.layer(SetResponseHeaderLayer::if_not_present(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        ));
    }
    router
        .layer(SetResponseHeaderLayer::if_not_present(
            HeaderName::from_static("cache-control"),
            HeaderValue::from_static("no-store"),
        ))
        .layer(from_fn(crate::words::spoken::layer))
}

/// Nobody waits longer for an answer; only a file on its way from a telephone may take its time.
async fn in_time(request: Request, next: Next) -> Response {
    let sends = *request.method() == Method::POST && request.uri().path().ends_with("/files");
    let time = if sends { FILE_TIME } else { ANSWER_TIME };
    let answered = tokio::time::timeout(time, next.run(request)).await;
    answered.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

/// Answers until told to stop, then lets open requests end.
///
/// # Errors
/// When the address cannot be listened on.
pub async fn run(app: App, listen: SocketAddr, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
    let listener = TcpListener::bind(listen).await.map_err(|e| cannot_listen(&listen.to_string(), &e))?;
    let address = format!("http://{}", listener.local_addr()?);
    let ready = move || crate::cli::line(&crate::words::t_with("cli-ready", &[("address", address.into())]));
    answering(app, listener, stop, ready).await
}

fn cannot_listen(address: &str, problem: &std::io::Error) -> anyhow::Error {
    let words = [("address", address.into()), ("problem", problem.to_string().into())];
    anyhow::anyhow!(crate::words::t_with("cli-cannot-listen", &words))
}

/// The same on a listener that is there already; tests give one on a free port.
///
/// # Errors
/// None at present; open requests that do not end in time are cut.
pub async fn answer(app: App, listener: TcpListener, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
    answering(app, listener, stop, || ()).await
}

async fn answering(
    app: App,
    listener: TcpListener,
    stop: impl Future<Output = ()>,
    ready: impl FnOnce(),
) -> anyhow::Result<()> {
    let service = router(app.clone());
    let live = app.live().clone();
    let doors = door::open(&app, app.doors()).await.map_err(|e| {
        let address = app.doors().lmtp.map(|address| address.to_string()).unwrap_or_default();
        cannot_listen(&address, &e)
    })?;
    let jobs = jobs::start(app.clone());
    ready();
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                // Out of file handles or a peer that was gone at once: neither is a reason to stop answering others.
                Err(problem) => { tracing::warn!(%problem, "a connection was not taken"); tokio::time::sleep(Duration::from_millis(50)).await; continue }
            },
            () = &mut stop => break,
        };
        let Ok(place) = places.clone().try_acquire_owned() else { continue };
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_buf_size(64 * 1024);
        let service = service.clone().layer(axum::Extension(Peer(peer)));
        let connection =
            graceful.watch(builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service)));
        tokio::spawn(async move {
            // A peer that goes away in the middle is everyday; its request's own outcome is logged where it is handled.
            drop(connection.await);
            drop(place);
        });
    }
    jobs.end().await;
    doors.iter().for_each(tokio::task::JoinHandle::abort);
    let server = app.server();
    if let Err(fault) = app.db.write(move |tx| store::mailboxes::standing::let_go(tx, server)).await {
        tracing::warn!(%fault, "mailboxes are let go of when their time is over");
    }
    // An open stream never ends by itself, and the program waits for what is open (F9).
    live.end();
    drop(tokio::time::timeout(DRAIN_TIME, graceful.shutdown()).await);
    Ok(())
}

/// Until the machine or a person asks to stop.
pub async fn asked_to_stop() {
    let mut term = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(term) => term,
        Err(_) => return std::future::pending().await,
    };
    tokio::select! { _ = tokio::signal::ctrl_c() => {}, _ = term.recv() => {} }
}
