//! Every kind of event ever shipped stays as a file that must still be read and still say itself (house rule 15).
use super::*;
use crate::simulate;
use crate::testing::{ZONE, playbooks, words};
use jiff::tz::TimeZone;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/events")
}

/// A file that was written once: the event says itself in whole sentences, and nothing in it was renamed or dropped.
#[test]
fn every_event_ever_shipped_is_read_and_says_itself() {
    for kind in Event::KINDS {
        let path = folder().join(format!("{kind}.json"));
        let Ok(text) = fs::read_to_string(&path) else {
            panic!("no golden file for {kind}: run `GOLDEN=write cargo test -p casework golden`");
        };
        let kept: Value = serde_json::from_str(&text).expect("JSON");
        let happening: Happening = serde_json::from_value(kept.clone()).unwrap_or_else(|e| panic!("{kind}: {e}"));
        assert_eq!(happening.event.kind(), *kind);
        let now = serde_json::to_value(&happening).expect("JSON");
        assert!(holds(&now, &kept), "{kind}: a field was renamed, dropped or changed");
        for text in [Some(happening.event.words()), happening.event.told()].into_iter().flatten() {
            let said = words(&text);
            assert!(said != text.key && !said.contains("{$") && !said.contains("{ $"), "{kind} says {said:?}");
        }
    }
}

/// Everything that was written is still there; what was added since may stand beside it.
fn holds(now: &Value, kept: &Value) -> bool {
    match (now, kept) {
        (Value::Object(now), Value::Object(kept)) => {
            kept.iter().all(|(name, old)| now.get(name).is_some_and(|new| holds(new, old)))
        }
        (Value::Array(now), Value::Array(kept)) => {
            now.len() == kept.len() && now.iter().zip(kept).all(|(new, old)| holds(new, old))
        }
        _ => now == kept,
    }
}

/// Writes the files of kinds that have none, with the longest event that random lives brought. Old files stay as they are.
#[test]
fn golden_files_are_written_when_asked() {
    if std::env::var("GOLDEN").as_deref() != Ok("write") {
        return;
    }
    fs::create_dir_all(folder()).expect("the folder");
    let world = simulate::world(TimeZone::get(ZONE).expect("a known zone"), playbooks());
    let mut found: BTreeMap<&'static str, String> = BTreeMap::new();
    for seed in 0..12 {
        let keep = &mut |_: &crate::Facts, history: &[Happening]| {
            for happening in history {
                let text = serde_json::to_string_pretty(happening).expect("JSON");
                let kept = found.entry(happening.event.kind()).or_default();
                if text.len() > kept.len() {
                    *kept = text;
                }
            }
        };
        simulate::live_seen(&world, seed, 20_000, keep).unwrap_or_else(|broken| panic!("{broken}"));
    }
    for (kind, text) in found {
        let path = folder().join(format!("{kind}.json"));
        if !path.exists() {
            fs::write(path, text + "\n").expect("written");
        }
    }
}
