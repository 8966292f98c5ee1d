//! `POST /api/v1/hooks/{id}`: a batch of rows from a program that signs and has no key. The secret never travels, a signature is good for
//! five minutes and for one list, and the same message again changes nothing.
use super::lists::{BYTES_AT_MOST, Sent};
use super::problem::Problem;
use super::views::RowsTaken;
use crate::app::App;
use crate::import::rows::Rows;
use crate::notices::{hook, hook_secret};
use crate::session::came_from;
use crate::words::{t, t_with};
use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use jiff::{SignedDuration, Timestamp};
use ring::digest;
use serde_json::Value;
use store::hooks_in;
use uuid::Uuid;

/// A message whose time is further from ours is not looked at.
pub const GOOD_FOR: SignedDuration = SignedDuration::from_mins(5);
/// Characters of the id of a message.
const ID_AT_MOST: usize = 200;

pub async fn take(
    State(app): State<App>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Json<RowsTaken>, Problem> {
    let from = came_from(request.headers(), request.extensions().get());
    let nobody = || match app.limits().unknown_key(from) {
        Ok(()) => not_signed(),
        Err(often) => Problem::too_often(often),
    };
    let Ok(id) = id.parse::<Uuid>() else { return Err(nobody()) };
    let said = Said::of(request.headers()).ok_or_else(nobody)?;
    said.is_fresh(app.now())?;
    let secrets = hook_secret::of_incoming(&app, id).await?;
    if secrets.is_empty() {
        return Err(nobody());
    }
    let body = to_bytes(request.into_body(), BYTES_AT_MOST).await.map_err(|_| Problem::too_large())?;
    let by = |secret: &Vec<u8>| hook::is_signed(secret, (&said.id, &said.at), &body, &said.signature);
    if !secrets.iter().any(by) {
        return Err(nobody());
    }
    app.limits().call(&counted_by(id)).map_err(Problem::too_often)?;
    let (message, now) = (Uuid::new_v5(&id, said.id.as_bytes()), app.now());
    let heard =
        move |tx: &store::Tx| Ok::<_, store::Fault>((hooks_in::by_id(tx, id)?, hooks_in::heard(tx, id, message, now)?));
    let (hook, before) = app.db.write(heard).await?;
    if let Some(report) = before {
        return Ok(Json(as_then(&report)));
    }
    let Some(hook) = hook else { return Err(nobody()) };
    let Some(list) = Rows::from_word(&hook.list) else { return Err(Problem::missing()) };
    let zone = app.firm().ours.zone().clone();
    Sent { list, source: format!("webhook {}", hook.name), drawn: message, zone }.keep(&app, &body).await
}

/// Who signs is said by no answer: an id that nobody has, a wrong secret and a changed body look alike.
fn not_signed() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "not-signed", t("api-hook-not-signed"))
}

/// The three headers of a message.
struct Said {
    id: String,
    at: String,
    signature: String,
}

impl Said {
    fn of(headers: &HeaderMap) -> Option<Said> {
        let one = |name: &str| Some(headers.get(name)?.to_str().ok()?.trim().to_owned());
        let said = Said { id: one("webhook-id")?, at: one("webhook-timestamp")?, signature: one("webhook-signature")? };
        (!said.id.is_empty() && said.id.len() <= ID_AT_MOST).then_some(said)
    }

    fn is_fresh(&self, now: Timestamp) -> Result<(), Problem> {
        let at = self.at.parse().ok().and_then(|seconds: i64| Timestamp::from_second(seconds).ok());
        match at {
            Some(at) if now.duration_since(at).abs() <= GOOD_FOR => Ok(()),
            _ => {
                let detail = t_with("api-hook-stale", &[("minutes", GOOD_FOR.as_mins().into())]);
                Err(Problem::new(StatusCode::UNAUTHORIZED, "stale", detail))
            }
        }
    }
}

/// Calls are counted by webhook as they are by key.
fn counted_by(id: Uuid) -> [u8; 32] {
    let mut key = [0; 32];
    key.copy_from_slice(digest::digest(&digest::SHA256, id.as_bytes()).as_ref());
    key
}

/// What the first message with this id came to; which rows were refused stood in the first answer.
fn as_then(report: &str) -> RowsTaken {
    let sums: Value = serde_json::from_str(report).unwrap_or_default();
    let count = |name: &str| sums[name].as_u64().unwrap_or_default();
    RowsTaken {
        rows: count("rows"),
        new: count("new"),
        changed: count("changed"),
        same: count("same"),
        refused: vec![],
        left_empty: vec![],
    }
}
