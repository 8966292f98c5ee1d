//! A file on its way in: read no further than it may be long, with what was typed beside it. A form sends its words before its file,
//! so they are here whatever becomes of the file.
use crate::web::ui::Typed;
use axum::extract::Multipart;
use axum::extract::multipart::Field;
use axum::http::{HeaderMap, header};
use casework::commands::FILE_BYTES;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// What a browser puts around a file.
const AROUND: u64 = 64 * 1024;
/// Bytes of one field that was typed.
const TYPED_BYTES: usize = 64 * 1024;
/// Fields of one form.
const FIELDS: usize = 20;
/// Bytes of all files that are on their way in at once (limits table).
const ON_THEIR_WAY: u64 = 128 * 1024 * 1024;
/// A browser shows an answer only once it has sent what it began, so the rest of what is refused runs out: so much, and so long.
const RUNS_OUT_BYTES: usize = 64 * 1024 * 1024;
const RUNS_OUT_TIME: Duration = Duration::from_secs(20);

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFile {
    NoneChosen,
    TooLarge,
    /// It broke off on the way.
    Broken,
    /// Too many are on their way.
    Busy,
}

/// What came.
pub struct Sent {
    pub typed: Typed,
    pub name: String,
    pub file: Result<Vec<u8>, NoFile>,
}

/// Bytes that are held while a file is read; let go of with it.
struct Held(u64);

static HELD: AtomicU64 = AtomicU64::new(0);

impl Held {
    fn more(&mut self, bytes: u64) -> Result<(), NoFile> {
        let held = HELD.fetch_add(bytes, Ordering::SeqCst) + bytes;
        self.0 += bytes;
        if held > ON_THEIR_WAY { Err(NoFile::Busy) } else { Ok(()) }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        HELD.fetch_sub(self.0, Ordering::SeqCst);
    }
}

pub async fn read(headers: &HeaderMap, mut parts: Multipart) -> Sent {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok());
    let announced: Option<u64> = announced.and_then(|n| n.parse().ok());
    let mut sent = Sent { typed: Typed::nothing(), name: String::new(), file: Err(NoFile::NoneChosen) };
    for _ in 0..FIELDS {
        let field = match parts.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return sent,
            Err(_) => {
                sent.file = Err(NoFile::Broken);
                return sent;
            }
        };
        let named = field.name().unwrap_or_default().to_owned();
        if named != "file" {
            match words(field).await {
                Some(words) => sent.typed = sent.typed.with(&named, words),
                None => break,
            }
            continue;
        }
        sent.name = called(field.file_name().unwrap_or_default());
        sent.file = match announced {
            // What is too large says so itself, before any of it is read.
            Some(all) if all > FILE_BYTES + AROUND => Err(NoFile::TooLarge),
            _ => content(field).await,
        };
        if matches!(sent.file, Err(NoFile::TooLarge | NoFile::Busy)) {
            break;
        }
    }
    // Nobody waits for it.
    drop(tokio::spawn(tokio::time::timeout(RUNS_OUT_TIME, runs_out(parts))));
    sent
}

async fn words(mut field: Field<'_>) -> Option<String> {
    let mut bytes = vec![];
    while let Ok(Some(chunk)) = field.chunk().await {
        if bytes.len() + chunk.len() > TYPED_BYTES {
            return None;
        }
        bytes.extend_from_slice(&chunk);
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

async fn content(mut field: Field<'_>) -> Result<Vec<u8>, NoFile> {
    let (mut bytes, mut held) = (vec![], Held(0));
    loop {
        match field.chunk().await {
            Ok(Some(chunk)) => {
                held.more(chunk.len() as u64)?;
                bytes.extend_from_slice(&chunk);
                if bytes.len() as u64 > FILE_BYTES {
                    return Err(NoFile::TooLarge);
                }
            }
            Ok(None) if bytes.is_empty() => return Err(NoFile::NoneChosen),
            Ok(None) => return Ok(bytes),
            Err(_) => return Err(NoFile::Broken),
        }
    }
}

async fn runs_out(mut parts: Multipart) {
    let mut seen = 0;
    while let Ok(Some(mut field)) = parts.next_field().await {
        while let Ok(Some(chunk)) = field.chunk().await {
            seen += chunk.len();
            if seen > RUNS_OUT_BYTES {
                return;
            }
        }
    }
}

/// Its name without folders, and without signs that do not show or turn the reading around.
fn called(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let unseen = |sign: &char| {
        sign.is_control()
            || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let plain: String = last.chars().filter(|sign| !unseen(sign)).take(120).collect();
    let plain = plain.trim().trim_matches('.');
    if plain.is_empty() { "-".to_owned() } else { plain.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_name_and_no_path() {
        assert_eq!(called("../../etc/crack.png"), "crack.png");
        assert_eq!(called("C:\\photos\\U7 \u{202e}gnp.exe"), "U7 gnp.exe");
        assert_eq!(called(""), "-");
        assert_eq!(called(&"a".repeat(5_000)).len(), 120);
    }
}
