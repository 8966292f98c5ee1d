//! The customer accepts a report, or asks about it: by their link, or said to a colleague.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::facts::{Actor, Facts};
use crate::ids::{ContactId, ReportId};
use crate::parts::{ReportAnswer, ReportReply, SentReport};
use crate::refusal::Refusal;
use crate::rights;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

asked! {
    /// What the customer says to a report that they have.
    pub struct AnswerReport {
        /// Which one.
        pub report: ReportId,
        /// Who says it.
        pub by: ContactId,
        /// Accepted, or a question about it.
        pub answer: ReportAnswer,
        /// In their words; a question needs some.
        #[serde(default)]
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportAnswered {
    pub report: ReportId,
    pub revision: u16,
    pub by: ContactId,
    pub answer: ReportAnswer,
    pub words: String,
}

impl Asks for AnswerReport {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        draft.contact(self.by, "by")?;
        let Some(sent) = draft.case.reports.iter().find(|sent| sent.id == self.report) else {
            return Err(Refusal::missing("no-such-report").about("report"));
        };
        // What was accepted stays accepted; a question may come after a question.
        if sent.answer.as_ref().is_some_and(|a| a.answer == ReportAnswer::Accepted) {
            return Err(Refusal::state("report-is-accepted").about("answer"));
        }
        if self.answer == ReportAnswer::Asks {
            Refusal::unless_said(&self.words, "words", "nothing-said")?;
        }
        let (sender, owner) = (sent.by, draft.case.team.owner);
        let event = ReportAnswered {
            report: self.report,
            revision: sent.revision,
            by: self.by,
            answer: self.answer,
            words: self.words.trim().to_owned(),
        };
        draft.happened(event);
        // Whoever sent it hears of it, too; the owner hears of everything that they do.
        if sender != owner && matches!(draft.facts.actor, Actor::Customer(_)) {
            let did = choice("they", "report_answered");
            draft.notify(sender, Urgency::CanWait, Text::new("notice-they-acted").with("by", self.by).with("did", did));
        }
        Ok(())
    }
    fn theirs(&self, contact: ContactId, _: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.by, contact, "by")
    }
}

impl Happened for ReportAnswered {
    fn apply(&self, case: &mut Case, when: &When) {
        let of = |sent: &&mut SentReport| sent.id == self.report;
        if let Some(sent) = case.reports.iter_mut().find(of) {
            let (answer, by, words) = (self.answer, self.by, self.words.clone());
            sent.answer = Some(ReportReply { answer, by, words, at: when.happened_at });
        }
    }
    fn words(&self) -> Text {
        Text::new("event-report-answered")
            .with("by", self.by)
            .with("revision", i64::from(self.revision))
            .with("answer", choice("report-answer", self.answer.word()))
            .with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        let key = match self.answer {
            ReportAnswer::Accepted => "told-report-accepted",
            ReportAnswer::Asks => "told-report-asked",
        };
        Some(Text::new(key).with("revision", i64::from(self.revision)).with("words", &self.words))
    }
}
