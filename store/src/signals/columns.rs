//! A sentence and how sure the watch is, each in one column.

use crate::{Cell, Column};
use watch::{Confidence, Sentence};

pub(crate) struct Evidence(pub(crate) Sentence);

impl Column for Evidence {
    const EXPECTED: &'static str = "a sentence by key and values";
    fn of(cell: Cell<'_>) -> Option<Self> {
        let Cell::Text(json) = cell else { return None };
        serde_json::from_str(json).ok().map(Evidence)
    }
}

pub(crate) struct Sure(pub(crate) Confidence);

impl Column for Sure {
    const EXPECTED: &'static str = "how sure the watch is";
    fn of(cell: Cell<'_>) -> Option<Self> {
        let Cell::Text(json) = cell else { return None };
        serde_json::from_str(json).ok().map(Sure)
    }
}
