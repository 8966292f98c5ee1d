//! What clocks, their explanations and events look like from outside.
use super::PersonRef;
use jiff::Timestamp;
use uuid::Uuid;

view! {
    /// Something owed, with its time.
    pub struct ClockView {
        /// What is owed.
        pub kind: String,
        /// The promise, step, option or escalation it is about.
        pub about: Option<Uuid>,
        /// Who owes it.
        pub owed_by: PersonRef,
        /// From when it counts.
        pub starts: Timestamp,
        /// By when.
        pub due: Timestamp,
        /// When it was met.
        pub met_at: Option<Timestamp>,
    }
}
view! {
    /// One entry of the history.
    pub struct EventView {
        /// 1 for the first, without gaps.
        pub seq: u64,
        /// What kind of event.
        pub kind: String,
        /// When it took place.
        pub happened_at: Timestamp,
        /// When it was typed in.
        pub recorded_at: Timestamp,
        /// Who did it.
        pub by: String,
        /// What happened, in a sentence.
        pub words: String,
        /// What the customer is told of it; null when nothing.
        pub told: Option<String>,
    }
}
view! {
    /// A page of history.
    pub struct EventList {
        /// Oldest first.
        pub events: Vec<EventView>,
        /// Give it as `after` to go on; null at the end.
        pub next: Option<u64>,
    }
}
view! {
    /// Why a clock is due when it is.
    pub struct ExplanationView {
        /// The clock.
        pub clock: ClockView,
        /// The rule: an allowance, a stated moment, or the next part of a working day.
        pub rule: String,
        /// The version of the firm's clocks.
        pub policy_version: u32,
        /// Whose calendar ends first and so holds: ours, theirs or both.
        pub holds: String,
        /// Counted in our calendar.
        pub ours: Option<CountedView>,
        /// Counted in theirs.
        pub theirs: Option<CountedView>,
        /// Who is told when, if nothing happens.
        pub ladder: Vec<RungView>,
    }
}
view! {
    /// A length counted in one calendar.
    pub struct CountedView {
        /// Its name.
        pub calendar: String,
        /// Its version.
        pub version: u32,
        /// When it ends there.
        pub due: Timestamp,
        /// Each stretch of time, counted or skipped.
        pub stretches: Vec<StretchView>,
    }
}
view! {
    /// A stretch of time.
    pub struct StretchView {
        /// From.
        pub from: Timestamp,
        /// To.
        pub to: Timestamp,
        /// Whether it counts.
        pub counted: bool,
        /// Why not, or how much.
        pub why: String,
    }
}
view! {
    /// One rung of the ladder.
    pub struct RungView {
        /// 0 warns, 1 is due, 2 and 3 go up.
        pub rung: u8,
        /// Who is told.
        pub to: Vec<PersonRef>,
    }
}
