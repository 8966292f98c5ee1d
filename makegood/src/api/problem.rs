//! Every no of the API: RFC 9457 `problem+json` with a stable type, the same sentence as on the page, and never the inside.
use super::views::EventView;
use crate::limits::TooOften;
use crate::say::Reader;
use crate::web::fail;
use crate::words::{t, t_with};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use casework::Refusal;
use casework::refusal::Strength;
use serde::Serialize;
use store::Fault;

/// One thing wrong with the input, by its place: `impacts[0].words`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wrong {
    pub field: String,
    pub detail: String,
}

/// What is sent when something was not done; boxed, because most answers are none.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Problem(Box<Said>);

/// The members of a problem.
#[derive(Clone, Debug, Serialize)]
pub struct Said {
    /// `/problems/<code>`; clients may decide by it, it never changes.
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    /// The sentence with the way out.
    pub detail: String,
    /// The field that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The gate that a named person may pass with `pass-gate` and a reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gate: Option<String>,
    /// Everything wrong with the input, in the order of its fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Wrong>,
    /// What happened to the case since the version that was seen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventView>,
    /// Seconds to wait before asking again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
}

impl std::ops::Deref for Problem {
    type Target = Said;
    fn deref(&self) -> &Said {
        &self.0
    }
}
impl std::ops::DerefMut for Problem {
    fn deref_mut(&mut self) -> &mut Said {
        &mut self.0
    }
}

impl Problem {
    pub fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self(Box::new(Said {
            kind: format!("/problems/{code}"),
            title: t(title(status)).into_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            field: None,
            gate: None,
            errors: vec![],
            events: vec![],
            retry_after: None,
        }))
    }
    fn after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The rule's own words; the status says who can do something about it.
    pub fn refused(refusal: &Refusal, reader: &Reader) -> Self {
        let mut problem = Self::new(status(refusal.strength), refusal.code, reader.refusal(refusal));
        problem.title = t(refused_title(refusal.strength)).into_owned();
        problem.field = refusal.field.map(str::to_owned);
        problem.gate = refusal.passable().map(|gate| gate.word().to_owned());
        problem
    }

    /// Input that cannot be read: each field with its sentence.
    pub fn input(errors: Vec<Wrong>) -> Self {
        let first = errors.first();
        let detail = first.map(|e| e.detail.clone()).unwrap_or_default();
        let field = first.map(|e| e.field.clone()).filter(|f| !f.is_empty());
        let mut problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "input", detail);
        (problem.field, problem.errors) = (field, errors);
        problem
    }

    pub fn missing() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", t("api-not-found"))
    }
    pub fn no_key() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "no-key", t("api-no-key"))
    }
    pub fn unknown_key() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unknown-key", t("api-unknown-key"))
    }
    pub fn key_needed() -> Self {
        Self::new(StatusCode::FORBIDDEN, "key-needed", t("api-key-needed"))
    }
    pub fn method() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method", t("api-method"))
    }
    pub fn too_large() -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", t("api-too-large"))
    }
    pub fn too_often(wait: TooOften) -> Self {
        let seconds = wait.seconds();
        let detail = t_with("api-too-often", &[("seconds", seconds.into())]);
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too-often", detail).after(seconds)
    }
    /// One parameter of the path or the query that makes no sense.
    pub fn parameter(field: &str, detail: impl Into<String>) -> Self {
        Self::input(vec![Wrong { field: field.to_owned(), detail: detail.into() }])
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        if fault.is_passing() {
            return Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", t("api-busy")).after(2);
        }
        let id = fail::logged(&fault);
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "ours", t_with("api-ours", &[("id", id.into())]))
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response = (status, body).into_response();
        let mut set = |name: HeaderName, value: HeaderValue| drop(response.headers_mut().insert(name, value));
        set(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            set(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"Makegood\""));
        }
        if let Some(seconds) = self.retry_after {
            set(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// Who can do something about it decides the status.
pub fn status(strength: Strength) -> StatusCode {
    match strength {
        Strength::Input => StatusCode::UNPROCESSABLE_ENTITY,
        Strength::Rights => StatusCode::FORBIDDEN,
        Strength::Missing => StatusCode::NOT_FOUND,
        Strength::Law | Strength::Gate(_) | Strength::State | Strength::Changed => StatusCode::CONFLICT,
    }
}

fn refused_title(strength: Strength) -> &'static str {
    match strength {
        Strength::Law => "api-title-law",
        Strength::Gate(_) => "api-title-gate",
        Strength::Input => "api-title-input",
        Strength::Rights => "api-title-rights",
        Strength::Changed => "api-title-changed",
        Strength::Missing => "api-title-missing",
        Strength::State => "api-title-state",
    }
}

fn title(status: StatusCode) -> &'static str {
    match status {
        StatusCode::UNPROCESSABLE_ENTITY => "api-title-input",
        StatusCode::UNAUTHORIZED => "api-title-no-key",
        StatusCode::FORBIDDEN => "api-title-rights",
        StatusCode::NOT_FOUND => "api-title-missing",
        StatusCode::METHOD_NOT_ALLOWED => "api-title-method",
        StatusCode::PAYLOAD_TOO_LARGE => "api-title-too-large",
        StatusCode::TOO_MANY_REQUESTS => "api-title-too-often",
        StatusCode::SERVICE_UNAVAILABLE => "api-title-busy",
        _ => "api-title-ours",
    }
}
