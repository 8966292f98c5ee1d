//! Files of a case at the edge: taken in within their limits, told apart by their content, given out so that no browser runs them.
use crate::app::App;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use casework::commands::KeepFile;
use casework::ids::{CaseId, FileId, RequestId};
use casework::parts::{CaseFile, Said};
use sha2::{Digest as _, Sha256};
use store::Fault;
use uuid::Uuid;

pub mod kinds;
pub mod sent;

/// The command that keeps a file. Its id follows from the request, so that sending it twice keeps it once.
pub fn command(request: RequestId, name: &str, bytes: &[u8], words: &str, shown: Said) -> KeepFile {
    KeepFile {
        file: FileId(Uuid::new_v5(&request.0, b"file")),
        name: name.to_owned(),
        kind: kinds::of(bytes),
        bytes: bytes.len() as u64,
        sha256: hex::encode(Sha256::digest(bytes)),
        words: words.to_owned(),
        shown,
    }
}

/// A file as a browser gets it: a picture to be looked at, everything else to be put away. Nothing of it runs on our pages.
///
/// # Errors
/// Faults of the database.
pub async fn given(app: &App, case: CaseId, file: &CaseFile) -> Result<Option<Response>, Fault> {
    let id = file.id;
    let Some(bytes) = app.db.read(move |conn| store::files::content(conn, case, id)).await? else { return Ok(None) };
    let how = if kinds::is_shown(file.kind) { "inline" } else { "attachment" };
    let headers = [
        (header::CONTENT_TYPE, kinds::content_type(file.kind).to_owned()),
        (header::CONTENT_DISPOSITION, format!("{how}; filename*=UTF-8''{}", coded(&file.name))),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'".to_owned()),
        (HeaderName::from_static("x-content-type-options"), "nosniff".to_owned()),
    ];
    let mut response = bytes.into_response();
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    Ok(Some(response))
}

/// Bytes from outside, to be put away on a disk: no browser shows or runs them.
pub fn put_away(name: &str, content_type: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{}", coded(name))),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'".to_owned()),
        (HeaderName::from_static("x-content-type-options"), "nosniff".to_owned()),
    ];
    let mut response = bytes.into_response();
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// As RFC 8187 writes it.
pub fn coded(name: &str) -> String {
    name.bytes().fold(String::new(), |mut coded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            coded.push(char::from(byte));
        } else {
            coded.push_str(&format!("%{byte:02X}"));
        }
        coded
    })
}

/// `3 MB`, `300 kB`: as large as it is at most.
pub fn size(bytes: u64) -> String {
    let (unit, name) = if bytes >= 1_000_000 { (1_000_000, "MB") } else { (1_000, "kB") };
    format!("{} {name}", crate::words::number(i64::try_from(bytes.div_ceil(unit)).unwrap_or(i64::MAX)))
}
