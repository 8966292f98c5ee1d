//! A report in disciplines goes to the customer: frozen, after a talk and never before one (X04), and with no discipline empty.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::eight_d;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::{ContactId, PersonId, ReportId};
use crate::parts::{ReportStage, SentReport};
use crate::refusal::Refusal;
use crate::text::{Part, Text, choice};
use serde::{Deserialize, Serialize};

/// Reports of one case.
const REPORTS_AT_MOST: usize = 60;

asked! {
    /// Sends a report as it is now: it appears on the customer's page and does not change any more.
    pub struct SendReport {
        /// The report, as it is kept.
        pub report: ReportId,
        /// How far it goes.
        pub stage: ReportStage,
        /// Whom it is for.
        pub to: ContactId,
        /// The language it is written in.
        pub language: String,
        /// SHA-256 of its facts, in hex.
        pub sha256: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportSent {
    pub id: ReportId,
    pub stage: ReportStage,
    pub revision: u16,
    pub to: ContactId,
    pub language: String,
    pub sha256: String,
    pub by: PersonId,
}

impl Asks for SendReport {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        draft.contact(self.to, "to")?;
        let case = &draft.case;
        if case.reports.len() >= REPORTS_AT_MOST || case.reports.iter().any(|sent| sent.id == self.report) {
            return Err(Refusal::input("stage", "too-many").with("most", REPORTS_AT_MOST));
        }
        if case.inside.untold_since.is_some() {
            return Err(Refusal::state("tell-them-first"));
        }
        let empty = eight_d::empty(case, self.stage);
        if !empty.is_empty() {
            let names = empty.iter().map(|d| Part::Said(d.word().to_uppercase())).collect();
            return Err(Refusal::input("stage", "report-is-empty-in").with("empty", Part::List(names)));
        }
        // Paper that nobody announced is read as distance; what changed since the last one is said first (X04).
        let last = case.reports.last().map(|sent| sent.at);
        let talked = |at| case.talks.iter().any(|talk| talk.ended_at > at);
        if !case.has_voice() || last.is_some_and(|at| !talked(at)) {
            draft.gate(Gate::NoResolvingInWriting, "report-talk-first")?;
        }
        let revision = u16::try_from(case.reports.len()).unwrap_or(u16::MAX).saturating_add(1);
        draft.happened(ReportSent {
            id: self.report,
            stage: self.stage,
            revision,
            to: self.to,
            language: self.language.chars().take(12).collect(),
            sha256: self.sha256.chars().take(64).collect(),
            by,
        });
        Ok(())
    }
}

impl Happened for ReportSent {
    fn apply(&self, case: &mut Case, when: &When) {
        case.reports.push(SentReport {
            id: self.id,
            stage: self.stage,
            revision: self.revision,
            to: self.to,
            language: self.language.clone(),
            sha256: self.sha256.clone(),
            by: self.by,
            at: when.happened_at,
            answer: None,
        });
    }
    fn words(&self) -> Text {
        Text::new("event-report-sent")
            .with("stage", choice("report-stage", self.stage.word()))
            .with("revision", i64::from(self.revision))
            .with("to", self.to)
    }
    fn told(&self) -> Option<Text> {
        let stage = choice("report-stage", self.stage.word());
        Some(Text::new("told-report-sent").with("stage", stage).with("revision", i64::from(self.revision)))
    }
}
