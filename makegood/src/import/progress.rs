//! How far an import is: a bar on a terminal, plain lines elsewhere, nothing in tests.

use crate::words::{t, t_with};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{IsTerminal, Write};

/// What an import, or the making of the demo company, is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Reading,
    Keeping,
    Looking,
    Ordering,
    Telling,
    Replaying,
}

impl Stage {
    fn word(self) -> std::borrow::Cow<'static, str> {
        match self {
            Stage::Reading => t("import-stage-reading"),
            Stage::Keeping => t("import-stage-keeping"),
            Stage::Looking => t("import-stage-looking"),
            Stage::Ordering => t("import-stage-ordering"),
            Stage::Telling => t("import-stage-telling"),
            Stage::Replaying => t("import-stage-replaying"),
        }
    }
}

/// Hears how far an import is.
pub trait Progress {
    /// `done` things of `of`, where that is known.
    fn at(&mut self, stage: Stage, done: u64, of: Option<u64>);
    /// Nothing more will come.
    fn finish(&mut self) {}
}

/// Says nothing.
pub struct Silent;

impl Progress for Silent {
    fn at(&mut self, _: Stage, _: u64, _: Option<u64>) {}
}

/// A bar where a person is looking, a line now and then where a file or another program is.
pub fn for_shell() -> Box<dyn Progress> {
    if std::io::stderr().is_terminal() { Box::new(Bar { bar: None }) } else { Box::new(Lines { last: None }) }
}

struct Bar {
    bar: Option<(Stage, ProgressBar)>,
}

impl Progress for Bar {
    fn at(&mut self, stage: Stage, done: u64, of: Option<u64>) {
        if self.bar.as_ref().is_none_or(|(now, _)| *now != stage) {
            self.finish();
            let bar = of.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
            let shape =
                if of.is_some() { "{msg} [{bar:30}] {human_pos} / {human_len} ({eta})" } else { "{msg} {human_pos}" };
            bar.set_style(ProgressStyle::with_template(shape).unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.set_message(stage.word().into_owned());
            self.bar = Some((stage, bar));
        }
        if let Some((_, bar)) = &self.bar {
            bar.set_position(done);
        }
    }

    fn finish(&mut self) {
        if let Some((_, bar)) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

/// A plain line comes this often, so that a log of a large import stays readable.
const LINE_EVERY: u64 = 50_000;

struct Lines {
    last: Option<(Stage, u64)>,
}

impl Progress for Lines {
    fn at(&mut self, stage: Stage, done: u64, of: Option<u64>) {
        // A demo company is small and a person waits for it: four lines each.
        let every = match (stage, of) {
            (Stage::Ordering | Stage::Telling, Some(of)) => (of / 4).max(1),
            _ => LINE_EVERY,
        };
        let part = done / every;
        if part == 0 || self.last == Some((stage, part)) {
            return;
        }
        self.last = Some((stage, part));
        let values =
            [("stage", stage.word().into_owned().into()), ("done", done.into()), ("of", of.unwrap_or(done).into())];
        // A closed pipe at the other end is no reason to stop importing.
        drop(writeln!(std::io::stderr(), "{}", t_with("import-progress", &values)));
    }
}
