//! The words of a language by which people tell times. Another language is another value of this shape.

/// Whether a point behind a number makes it a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dots {
    MakeDays,
    EndSentences,
}

/// Lists are phrases in lower case, words parted by one space.
pub(super) struct Tongue {
    /// From Monday on.
    pub weekdays: [&'static [&'static str]; 7],
    pub months: [&'static [&'static str]; 12],
    /// Days from today.
    pub days: &'static [(&'static str, i64)],
    pub end_of_day: &'static [&'static str],
    pub end_of_week: &'static [&'static str],
    pub end_of_month: &'static [&'static str],
    pub next_week: &'static [&'static str],
    /// Before a weekday, without another meaning than the weekday alone.
    pub coming: &'static [&'static str],
    /// Hour and minute of what has a name.
    pub hours: &'static [(&'static str, i8, i8)],
    pub half_past: &'static [&'static str],
    pub quarter_past: &'static [&'static str],
    pub quarter_to: &'static [&'static str],
    /// *Halb neun* is half past eight.
    pub half_to: &'static [&'static str],
    pub o_clock: &'static [&'static str],
    pub before_noon: &'static [&'static str],
    pub after_noon: &'static [&'static str],
    pub numbers: &'static [(&'static str, i64)],
    /// The ends of `1st`, `28th`.
    pub ordinals: &'static [&'static str],
    /// Whether `27.11.` is a day.
    pub days_have_dots: Dots,
    /// Lengths in minutes.
    pub units: &'static [(&'static str, i64)],
    /// Whole lengths in minutes.
    pub lengths: &'static [(&'static str, i64)],
    pub within: &'static [&'static str],
    pub ago: &'static [&'static str],
    /// As *ago*, but before the length.
    pub back: &'static [&'static str],
    /// After these only a time or a place can follow.
    pub leads: &'static [&'static str],
    /// What joins day and hour without a meaning of its own.
    pub glue: &'static [&'static str],
    /// Says that the time is a limit.
    pub due: &'static [&'static str],
    pub theirs: &'static [&'static str],
    pub ours: &'static [&'static str],
    /// After *their* and *our*.
    pub clock_word: &'static [&'static str],
    pub and: &'static [&'static str],
    /// A promise that begins so is a next word to them.
    pub calling: &'static [&'static str],
    /// What the words of a promise do not begin with.
    pub lead_in: &'static [&'static str],
}
