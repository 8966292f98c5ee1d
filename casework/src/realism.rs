//! Is a date of the plan likely? Three doubts that a colleague would voice; advice beside the step, never a gate.
use crate::calendar::Calendar;
use crate::kinds::Party;
use crate::parts::PlanStep;
use jiff::SignedDuration;

/// Other things one person owes on a day before somebody asks whether it is too much.
pub const CROWDED: u32 = 3;
/// Steps that must have been done before their shortest time says anything.
pub const ENOUGH_DONE: u32 = 5;

/// Why a date may not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// That day is a holiday on this side, by its name.
    Holiday { party: Party, name: String },
    /// The owner owes so many other things that day.
    Crowded { others: u32 },
    /// No step of a plan was ever done in less than this.
    FasterThanEver { shortest: SignedDuration },
}

/// What else is known of the day and of earlier steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Other things that the owner owes that day.
    pub others_due: u32,
    /// How many steps of plans were done before.
    pub done_before: u32,
    /// The shortest time in which one was.
    pub shortest: Option<SignedDuration>,
}

/// The doubts about one open step; a step that is settled has none.
pub fn doubts(step: &PlanStep, ours: &Calendar, theirs: &Calendar, known: Known) -> Vec<Doubt> {
    if !step.is_open() {
        return vec![];
    }
    let holiday = |party, calendar: &Calendar| {
        let name = calendar.holiday(calendar.local(step.due).date())?.to_owned();
        Some(Doubt::Holiday { party, name })
    };
    let length = step.due.duration_since(step.made_at);
    let shortest = known.shortest.filter(|shortest| known.done_before >= ENOUGH_DONE && length < *shortest);
    [
        holiday(Party::Us, ours),
        holiday(Party::Customer, theirs),
        (known.others_due >= CROWDED).then_some(Doubt::Crowded { others: known.others_due }),
        shortest.map(|shortest| Doubt::FasterThanEver { shortest }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{CalendarSpec, HolidayChoice};
    use crate::holidays::Holidays;
    use crate::ids::{PersonId, StepId};
    use crate::kinds::StepKind;
    use crate::parts::{Said, StepState};
    use crate::testing::{at, week};
    use jiff::tz::TimeZone;
    use uuid::Uuid;

    fn step(made: &str, due: &str) -> PlanStep {
        PlanStep {
            id: StepId(Uuid::nil()),
            party: Party::Us,
            owner: Some(PersonId(Uuid::nil())),
            owner_name: String::new(),
            kind: StepKind::Fix,
            text: "Send 200 new boards".into(),
            due: at(due),
            confirmed: Said::No,
            made_at: at(made),
            state: StepState::Open,
            done_at: None,
            proof: None,
        }
    }

    fn keeping_christmas() -> Calendar {
        let text = "[DE]\nname = \"Germany\"\n[[DE.holiday]]\nname = \"Christmas Day\"\non = \"12-25\"\n";
        let rules: Holidays = toml::from_str(text).unwrap();
        let spec = CalendarSpec {
            holidays: Some(HolidayChoice { country: "DE".into(), region: None }),
            ..week(540, 1020, "Europe/Berlin").spec().clone()
        };
        Calendar::new(spec, TimeZone::get("Europe/Berlin").unwrap(), &rules).unwrap()
    }

    #[test]
    fn a_holiday_on_either_side_is_named() {
        let (plain, christmas) = (week(540, 1020, "Europe/Berlin"), keeping_christmas());
        let step = step("2025-12-22 09:00", "2025-12-25 12:00");
        let said = |party| Doubt::Holiday { party, name: "Christmas Day".into() };
        assert_eq!(doubts(&step, &plain, &christmas, Known::default()), [said(Party::Customer)]);
        assert_eq!(doubts(&step, &christmas, &plain, Known::default()), [said(Party::Us)]);
        assert_eq!(doubts(&step, &plain, &plain, Known::default()), []);
    }

    #[test]
    fn three_other_things_that_day_are_said_and_two_are_not() {
        let (calendar, step) = (week(540, 1020, "Europe/Berlin"), step("2025-11-24 09:00", "2025-11-27 12:00"));
        let with = |others_due| doubts(&step, &calendar, &calendar, Known { others_due, ..Known::default() });
        assert_eq!(with(3), [Doubt::Crowded { others: 3 }]);
        assert_eq!(with(2), []);
    }

    #[test]
    fn faster_than_ever_done_before_needs_enough_that_was_done() {
        let (calendar, step) = (week(540, 1020, "Europe/Berlin"), step("2025-11-24 09:00", "2025-11-25 09:00"));
        let shortest = SignedDuration::from_hours(48);
        let with = |done_before| {
            doubts(&step, &calendar, &calendar, Known { done_before, shortest: Some(shortest), ..Known::default() })
        };
        assert_eq!(with(5), [Doubt::FasterThanEver { shortest }]);
        assert_eq!(with(4), []);
    }

    #[test]
    fn what_is_done_is_not_doubted() {
        let calendar = week(540, 1020, "Europe/Berlin");
        let done = PlanStep { state: StepState::Done, ..step("2025-11-24 09:00", "2025-11-24 10:00") };
        let known = Known { others_due: 9, done_before: 9, shortest: Some(SignedDuration::from_hours(48)) };
        assert_eq!(doubts(&done, &calendar, &calendar, known), []);
    }
}
