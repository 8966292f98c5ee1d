//! Where anybody checks a record: in the browser by a script of ours that sends nothing, or with the command.
use super::assets;
use super::fail::Oops;
use super::theirs_shell::around;
use super::ui::section;
use crate::record::{BYTES_AT_MOST, PublicKey};
use crate::session::Public;
use crate::theirs::record;
use crate::words::{Value, speak_theirs, t, t_with};
use axum::http::HeaderMap;
use maud::{Markup, html};

/// What the script can have to say. It fills in what stands in braces there.
const SAYS: &[(&str, &[&str])] = &[
    ("theirs-verify-reading", &[]),
    ("theirs-verify-holds", &["case", "lines", "made"]),
    ("theirs-verify-ours", &[]),
    ("theirs-verify-another", &["name", "fingerprint"]),
    ("theirs-verify-no-crypto", &[]),
    ("theirs-verify-no-signatures", &[]),
    ("theirs-verify-not-read", &[]),
    ("theirs-verify-empty", &[]),
    ("theirs-verify-too-large", &[]),
    ("theirs-verify-binary", &[]),
    ("theirs-verify-no-record", &[]),
    ("theirs-verify-other-format", &[]),
    ("theirs-verify-line-ends", &[]),
    ("theirs-verify-cut", &["line"]),
    ("theirs-verify-changed", &["line"]),
    ("theirs-verify-missing", &["line"]),
    ("theirs-verify-moved", &["line"]),
    ("theirs-verify-added", &["line"]),
    ("theirs-verify-after-the-end", &["line"]),
    ("theirs-verify-fingerprint", &[]),
    ("theirs-verify-signature", &[]),
];

pub async fn show(Public(app): Public, headers: HeaderMap) -> Result<Markup, Oops> {
    speak_theirs(&[], &headers);
    let key = record::our_key(&app).await?;
    let body = html! {
        h1 { (t("theirs-verify-title")) }
        p { (t("theirs-verify-intro")) }
        (section("theirs-verify-here", None, here(key)))
        (section("theirs-verify-command", None, by_command(key)))
        (section("theirs-verify-key", None, our_key(key)))
    };
    let title = t("theirs-verify-title");
    Ok(around(&app.firm().company, &title, &body, "theirs-verify-foot", Some(assets::extra(assets::Extra::Verify))))
}

/// Shown by the script alone: without it nothing here would do anything.
fn here(key: Option<PublicKey>) -> Markup {
    html! {
        p id="verify-without" { (t("theirs-verify-without")) }
        div id="verify" hidden data-key=[key.map(|key| key.hex())] data-most=(BYTES_AT_MOST) {
            div.field {
                label for="verify-file" { (t("theirs-verify-file")) }
                p.help id="verify-help" { (t("theirs-verify-stays")) }
                input type="file" id="verify-file" aria-describedby="verify-help" accept=".jsonl";
            }
            div id="verify-said" role="status" {}
        }
        ul id="verify-words" hidden {
            @for (key, values) in SAYS {
                li data-says=(key.trim_start_matches("theirs-verify-")) { (to_be_filled(key, values)) }
            }
        }
    }
}

/// The sentence with its places in braces.
fn to_be_filled(key: &str, places: &[&str]) -> String {
    let values: Vec<(&str, Value<'_>)> = places.iter().map(|name| (*name, format!("{{{name}}}").into())).collect();
    t_with(key, &values)
}

fn by_command(key: Option<PublicKey>) -> Markup {
    html! {
        p { (t("theirs-verify-command-help")) }
        p.secret.print { "makegood verify FILE" @if let Some(key) = key { " --key \"" (key.fingerprint()) "\"" } }
        p.quiet { (t("theirs-verify-command-ends")) }
    }
}

fn our_key(key: Option<PublicKey>) -> Markup {
    html! {
        @match key {
            Some(key) => {
                p.secret.print id="verify-key" { (key.fingerprint()) }
                p { (t("theirs-verify-key-help")) }
            },
            None => p { (t("theirs-verify-key-none")) },
        }
    }
}
