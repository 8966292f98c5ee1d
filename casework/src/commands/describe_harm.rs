//! What the trouble does to the customer, seen from their side (S085, S096, S097, S119, S122).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::facts::Facts;
use crate::ids::ContactId;
use crate::kinds::*;
use crate::parts::*;
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Lines of impact one case may hold.
const IMPACTS_AT_MOST: usize = 30;

asked! {
    /// Adds what is known of the harm; nothing that was said before is taken away.
    pub struct DescribeHarm {
        /// Is anyone hurt, or could be?
        pub safety: Option<Safety>,
        /// What it does to them; added to what is there.
        #[serde(default)]
        pub impacts: Vec<Impact>,
        /// Their own deadline; replaces the one there.
        pub deadline: Option<CustomerDeadline>,
        /// Who presses them, and by when.
        pub pressure: Option<String>,
        /// If I were them, the worst part would be …
        pub worst_part: Option<String>,
        /// Was their deadline met? By their word.
        pub deadline_met: Option<Said>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HarmDescribed {
    pub asked: DescribeHarm,
}

impl Asks for DescribeHarm {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        // What is added goes beside the rest; what stands there is replaced only by whoever has read it.
        let harm = &draft.case.harm;
        let replaces = (self.deadline.is_some() && harm.deadline.is_some())
            || (self.pressure.is_some() && harm.pressure.is_some())
            || (self.worst_part.is_some() && harm.worst_part.is_some());
        if replaces {
            draft.unchanged()?;
        }
        if draft.case.harm.impacts.len() + self.impacts.len() > IMPACTS_AT_MOST {
            return Err(Refusal::input("impacts", "too-many").with("most", IMPACTS_AT_MOST));
        }
        if self.impacts.iter().any(|i| i.words.trim().is_empty()) {
            return Err(Refusal::input("impacts", "impact-without-words"));
        }
        if self.deadline_met.is_some() && draft.case.harm.deadline.is_none() {
            return Err(Refusal::input("deadline_met", "no-deadline-known"));
        }
        draft.happened(HarmDescribed { asked: self.clone() });
        if self.safety.is_some_and(|s| s != Safety::Nobody) {
            let team = draft.case.team.clone();
            for to in [team.manager, team.quality].into_iter().flatten() {
                draft.notify(to, Urgency::Urgent, Text::new("notice-safety"));
            }
        }
        Ok(())
    }
    fn theirs(&self, _: ContactId, facts: &Facts) -> Result<(), Refusal> {
        // The worst part, seen from their place, is for us to imagine (S122).
        rights::left_to_us(self.worst_part.as_ref(), "worst_part")?;
        rights::leaves_room(facts.case.harm.impacts.len() + self.impacts.len(), IMPACTS_AT_MOST)?;
        let said = self.safety.is_some() || !self.impacts.is_empty() || self.deadline.is_some();
        if !said && self.pressure.is_none() && self.deadline_met.is_none() {
            return Err(Refusal::input("impacts", "nothing-said"));
        }
        // Somebody else there may have said that somebody is hurt: that is taken back by voice, not by a press.
        let hurt = facts.case.harm.safety.is_some_and(|s| s != Safety::Nobody);
        if hurt && self.safety == Some(Safety::Nobody) {
            return Err(Refusal::state("hurt-until-we-spoke").about("safety"));
        }
        Ok(())
    }
}

impl Happened for HarmDescribed {
    fn apply(&self, case: &mut Case, _: &When) {
        let (harm, asked) = (&mut case.harm, &self.asked);
        harm.safety = asked.safety.or(harm.safety);
        harm.impacts.extend(asked.impacts.iter().cloned());
        harm.deadline = asked.deadline.clone().or(harm.deadline.take());
        harm.pressure = asked.pressure.clone().or(harm.pressure.take());
        harm.worst_part = asked.worst_part.clone().or(harm.worst_part.take());
        if let (Some(met), Some(deadline)) = (asked.deadline_met, harm.deadline.as_mut()) {
            deadline.met = Some(met);
        }
    }
    fn words(&self) -> Text {
        let said: Vec<_> = self.asked.impacts.iter().map(|i| i.words.clone().into()).collect();
        Text::new("event-harm-described").with("impacts", crate::text::Part::List(said))
    }
    fn told(&self) -> Option<Text> {
        let said: Vec<_> = self.asked.impacts.iter().map(|i| i.words.clone().into()).collect();
        match &self.asked.deadline {
            _ if !said.is_empty() => Some(Text::new("told-harm-described").with("impacts", crate::text::Part::List(said))),
            Some(deadline) => Some(Text::new("told-deadline-said").with("what", &deadline.what).with("at", deadline.at)),
            None => None,
        }
    }
}
