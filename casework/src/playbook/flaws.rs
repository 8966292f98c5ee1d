//! What is wrong with a playbook before it is kept: what could never be followed, and what a person should look at.
use super::{NO_AT_MOST, Playbook, PlaybookStep, STEPS_PER_PLAYBOOK, TITLE_AT_MOST};
use crate::Command;
use crate::kinds::{Origin, Reaction};
use crate::need::Need;
use crate::text::{Part, Text, choice};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Flaw {
    /// Place of the step, 0 for the first; nothing when it is about the whole.
    pub step: Option<usize>,
    /// The field as the file calls it.
    pub field: &'static str,
    pub weight: Weight,
    /// What it is, and what to do instead.
    pub text: Text,
}

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Nobody could follow it; it is not kept.
    Hinders,
    /// It can be meant like that.
    Look,
}

/// What only a case that begins with our news can have.
const WITH_NEWS: [Need; 2] = [Need::NewsTold, Need::NeedByKnown];

impl Playbook {
    /// Everything that is wrong with it, from the top to the bottom.
    pub fn flaws(&self) -> Vec<Flaw> {
        let mut found = vec![];
        let mut whole = |field, text| found.push(Flaw { step: None, field, weight: Weight::Hinders, text });
        if let Some(title) = &self.title {
            if title.trim().is_empty() {
                whole("title", Text::new("playbooks-flaw-title"));
            }
            if title.chars().count() > TITLE_AT_MOST {
                whole("title", too_long(TITLE_AT_MOST));
            }
        }
        if self.source.chars().count() > TITLE_AT_MOST {
            whole("source", too_long(TITLE_AT_MOST));
        }
        if self.steps.is_empty() {
            whole("steps", Text::new("playbooks-flaw-no-steps"));
        }
        if self.steps.len() > STEPS_PER_PLAYBOOK {
            whole("steps", Text::new("playbooks-flaw-too-many-steps").with("most", STEPS_PER_PLAYBOOK));
        }
        for (at, step) in self.steps.iter().enumerate() {
            let mut of_step = |field, weight, text| found.push(Flaw { step: Some(at), field, weight, text });
            let twin = self.steps[..at].iter().position(|other| other.no.trim() == step.no.trim());
            if let Some(twin) = twin.filter(|_| !step.no.trim().is_empty()) {
                let text = Text::new("playbooks-flaw-no-twice").with("no", step.no.trim()).with("other", twin + 1);
                of_step("no", Weight::Hinders, text);
            }
            step.flaws(&mut of_step);
            step.cannot_be_met(&self.origins, &mut of_step);
        }
        found
    }

    /// Whether nothing hinders that it is followed.
    pub fn can_be_followed(&self) -> bool {
        self.flaws().iter().all(|flaw| flaw.weight == Weight::Look)
    }
}

fn too_long(most: usize) -> Text {
    Text::new("refusal-too-long").with("most", most)
}
fn need_word(need: Need) -> Part {
    choice("need", need.word())
}

impl PlaybookStep {
    fn flaws(&self, found: &mut impl FnMut(&'static str, Weight, Text)) {
        let mut hinders = |field, text| found(field, Weight::Hinders, text);
        if self.no.trim().is_empty() {
            hinders("no", Text::new("playbooks-flaw-no"));
        }
        if self.no.chars().count() > NO_AT_MOST {
            hinders("no", too_long(NO_AT_MOST));
        }
        if self.title.trim().is_empty() {
            hinders("title", Text::new("playbooks-flaw-step-title"));
        }
        if self.title.chars().count() > TITLE_AT_MOST {
            hinders("title", too_long(TITLE_AT_MOST));
        }
        if self.needs.is_empty() {
            hinders("needs", Text::new("playbooks-flaw-needs"));
        }
        if let Some(act) = self.act.as_ref().filter(|act| !Command::WORDS.contains(&act.as_str())) {
            hinders("act", Text::new("playbooks-flaw-act").with("act", act));
        }
    }

    /// What no case, or not every case, can ever fill.
    fn cannot_be_met(&self, origins: &[Origin], found: &mut impl FnMut(&'static str, Weight, Text)) {
        let news = origins.is_empty() || origins.contains(&Origin::WeBringNews);
        let always = origins == [Origin::WeBringNews];
        // A step that waits for an answer to our news is passed over where there is none.
        for need in WITH_NEWS.into_iter().filter(|need| self.after.is_empty() && self.needs.contains(need)) {
            if !news {
                found("needs", Weight::Hinders, Text::new("playbooks-flaw-never-met").with("need", need_word(need)));
            } else if !always {
                found("needs", Weight::Look, Text::new("playbooks-flaw-only-with-news").with("need", need_word(need)));
            }
        }
        if !self.after.is_empty() && !news {
            found("after", Weight::Look, Text::new("playbooks-flaw-after-without-news"));
        }
        let hurts = [Reaction::Hurts, Reaction::WorksWithChanges];
        let never_hurts = !self.after.is_empty() && self.after.iter().all(|answer| !hurts.contains(answer));
        if never_hurts && self.needs.contains(&Need::ReactionHurts) {
            let text = Text::new("playbooks-flaw-never-after").with("need", need_word(Need::ReactionHurts));
            found("needs", Weight::Hinders, text);
        }
        // It is true only while they have not answered: the step would open again with their word.
        if self.needs.contains(&Need::WordAsked) {
            let text = Text::new("playbooks-flaw-opens-again").with("need", need_word(Need::WordAsked));
            found("needs", Weight::Look, text.with("instead", need_word(Need::Word)));
        }
    }
}
