//! What the review of a text says.

view! {
    /// Something in a text.
    pub struct FoundView {
        /// The rule.
        pub rule: String,
        /// How much it matters: consider, fix, stop.
        pub level: String,
        /// Where it begins, in bytes of UTF-8; both 0 where the whole text is meant.
        pub start: u64,
        /// Where it ends.
        pub end: u64,
        /// The words.
        pub text: String,
        /// What is wrong with them.
        pub say: String,
        /// The practice behind it.
        pub why: String,
        /// What could stand there; empty where only a person knows. An unknown fact is a hole in square brackets.
        pub suggestion: String,
    }
}
view! {
    /// A line of the checklist.
    pub struct LineView {
        /// The rule.
        pub rule: String,
        /// What is asked for.
        pub item: String,
        /// there, weak, missing, not_needed.
        pub state: String,
        /// What is missing of it.
        pub say: String,
        /// A sentence to begin with.
        pub suggestion: String,
    }
}
view! {
    /// A promise that the text makes; nothing is kept of it until a person confirms it.
    pub struct PromisedView {
        /// Who promises: sender, reader.
        pub by: String,
        /// Where it begins, in bytes of UTF-8.
        pub start: u64,
        /// Where it ends.
        pub end: u64,
        /// The words.
        pub text: String,
        /// By when, on the clock of whoever reads; null when no date is said.
        pub due: Option<String>,
    }
}
view! {
    /// What the review of a text says. Never a score.
    pub struct ReviewView {
        /// The language that the text reads like; und where it is too short to tell.
        pub language: String,
        /// What was found, in the order of the text.
        pub findings: Vec<FoundView>,
        /// What is asked for, and whether it is there.
        pub checklist: Vec<LineView>,
        /// What it promises.
        pub promises: Vec<PromisedView>,
        /// False when something is wrong in fact, still open, or against the rule that we call first.
        pub may_send: bool,
    }
}
