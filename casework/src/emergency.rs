//! Emergency plans: written in calm hours for a kind of trouble, launched with one press when it comes (S001, S003, S004, S021).
use crate::facts::Facts;
use crate::ids::{EmergencyPlanId, PersonId};
use crate::kinds::{Role, StepKind, TroubleKind};
use crate::refusal::Refusal;
use jiff::{Span, civil::Date};
use serde::{Deserialize, Serialize};

/// Plans a firm may keep.
pub const PLANS_AT_MOST: usize = 50;
/// Steps of one plan: as many as one person can look over while it burns, and as clocks of one case can carry.
pub const STEPS_AT_MOST: usize = 12;
/// Numbers on its phone list.
pub const PHONES_AT_MOST: usize = 20;
/// Characters of its name.
pub const NAME_AT_MOST: usize = 120;
/// Characters of any other text.
pub const TEXT_AT_MOST: usize = 2_000;
/// The latest due time of a step, in minutes of working time: about a month.
pub const MINUTES_AT_MOST: u32 = 10_000;
/// A plan that nobody rehearsed for longer is stale.
const REHEARSED_WITHIN_MONTHS: i32 = 12;

/// One plan as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyPlan {
    pub id: EmergencyPlanId,
    pub version: u32,
    /// What has happened then: *Whole lot lost in transit*.
    pub name: String,
    /// Offered on cases of these kinds.
    pub kinds: Vec<TroubleKind>,
    /// When to launch it, in words.
    pub trigger: String,
    pub steps: Vec<EmergencyStep>,
    pub phones: Vec<PhoneLine>,
    /// Who else can make it, and how much.
    pub substitutes: String,
    /// Who carries it, and how to reach them at night.
    pub carrier: String,
    pub rehearsed_on: Option<Date>,
}
/// One act of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyStep {
    pub text: String,
    pub owner: StepOwner,
    /// Due so many minutes of working time after the launch.
    pub minutes: u32,
    pub kind: StepKind,
}
/// Who does it: whoever has a role on the case or in the firm then, or one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepOwner {
    Role(Role),
    Person(PersonId),
}
/// One number to call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneLine {
    pub who: String,
    pub number: String,
}

/// Whether a plan can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rehearsal {
    /// Within the last twelve months.
    Fresh,
    /// Longer ago (S004).
    Stale,
    Never,
}

impl EmergencyPlan {
    pub fn suits(&self, kind: TroubleKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// How it stands on a day: twelve months to the day after its rehearsal it is still fresh, the day after it is not.
    pub fn rehearsal(&self, today: Date) -> Rehearsal {
        let Some(on) = self.rehearsed_on else { return Rehearsal::Never };
        let until = on.checked_add(Span::new().months(REHEARSED_WITHIN_MONTHS));
        if until.is_ok_and(|until| today <= until) { Rehearsal::Fresh } else { Rehearsal::Stale }
    }

    /// # Errors
    /// What is missing in it, beside the field; a plan that cannot be launched is never kept.
    pub fn check(&self) -> Result<(), Refusal> {
        let no = |field, code| Err(Refusal::input(field, code));
        if self.name.trim().is_empty() {
            return no("name", "emergency-name");
        }
        let texts = [("trigger", &self.trigger), ("substitutes", &self.substitutes), ("carrier", &self.carrier)];
        let all = texts.into_iter().map(|(field, text)| (field, text, TEXT_AT_MOST));
        for (field, text, most) in all.chain([("name", &self.name, NAME_AT_MOST)]) {
            if text.chars().count() > most {
                return Err(Refusal::input(field, "too-long").with("most", most));
            }
        }
        if self.kinds.is_empty() {
            return no("kinds", "emergency-kinds");
        }
        if self.trigger.trim().is_empty() {
            return no("trigger", "emergency-trigger");
        }
        if self.steps.is_empty() {
            return no("steps", "emergency-steps");
        }
        for (n, step) in self.steps.iter().enumerate() {
            step.check().map_err(|r| r.about("steps").with("step", n + 1))?;
        }
        for (field, many, most) in
            [("steps", self.steps.len(), STEPS_AT_MOST), ("phones", self.phones.len(), PHONES_AT_MOST)]
        {
            if many > most {
                return Err(Refusal::input(field, "too-many").with("most", most));
            }
        }
        Ok(())
    }
}

impl EmergencyStep {
    fn check(&self) -> Result<(), Refusal> {
        if self.text.trim().is_empty() || self.text.chars().count() > TEXT_AT_MOST {
            return Err(Refusal::input("steps", "step-without-text"));
        }
        if !(1..=MINUTES_AT_MOST).contains(&self.minutes) {
            return Err(Refusal::input("steps", "emergency-minutes").with("most", MINUTES_AT_MOST));
        }
        Ok(())
    }

    /// Who does it on this case. A role nobody has, or a person who left, falls to whoever drives the case: a step in an
    /// emergency is never nobody's.
    pub fn owner_on(&self, facts: &Facts) -> PersonId {
        let team = &facts.case.team;
        let wanted = match self.owner {
            StepOwner::Person(id) => Some(id),
            StepOwner::Role(Role::Owner) => Some(team.owner),
            StepOwner::Role(Role::RelationshipOwner) => Some(team.relationship_owner),
            StepOwner::Role(Role::Manager) => facts.manager(),
            StepOwner::Role(Role::Quality) => facts.quality(),
            StepOwner::Role(Role::Director) => facts.director(),
            StepOwner::Role(role) => facts.first_of(role, &[]),
        };
        wanted.filter(|id| facts.colleague(*id).is_some()).unwrap_or(team.owner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::lost_in_transit;

    /// C30, S004: rehearsed 13 months ago it is stale; never rehearsed it cannot be relied on either.
    #[test]
    fn c30_s004_a_plan_last_rehearsed_thirteen_months_ago_is_stale() {
        let on = |day: Option<&str>| EmergencyPlan {
            rehearsed_on: day.map(|d| d.parse().expect("a day")),
            ..lost_in_transit()
        };
        let today = "2026-11-23".parse().expect("a day");
        assert_eq!(on(Some("2025-10-23")).rehearsal(today), Rehearsal::Stale);
        assert_eq!(on(Some("2025-11-22")).rehearsal(today), Rehearsal::Stale);
        assert_eq!(on(Some("2025-11-23")).rehearsal(today), Rehearsal::Fresh);
        assert_eq!(on(None).rehearsal(today), Rehearsal::Never);
    }

    #[test]
    fn a_plan_that_cannot_be_launched_is_refused() {
        let code = |plan: EmergencyPlan| plan.check().map_or_else(|r| r.code, |()| "");
        assert_eq!(code(lost_in_transit()), "");
        let step = || lost_in_transit().steps[0].clone();
        let with = |steps: Vec<EmergencyStep>| EmergencyPlan { steps, ..lost_in_transit() };
        assert_eq!(code(EmergencyPlan { name: " ".into(), ..lost_in_transit() }), "emergency-name");
        assert_eq!(code(EmergencyPlan { kinds: vec![], ..lost_in_transit() }), "emergency-kinds");
        assert_eq!(code(EmergencyPlan { trigger: String::new(), ..lost_in_transit() }), "emergency-trigger");
        assert_eq!(code(EmergencyPlan { carrier: "x".repeat(3_000), ..lost_in_transit() }), "too-long");
        assert_eq!(code(with(vec![])), "emergency-steps");
        assert_eq!(code(with(vec![EmergencyStep { text: " ".into(), ..step() }])), "step-without-text");
        assert_eq!(code(with(vec![EmergencyStep { minutes: 0, ..step() }])), "emergency-minutes");
        assert_eq!(code(with(vec![step(); STEPS_AT_MOST + 1])), "too-many");
    }
}
