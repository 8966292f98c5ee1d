//! One part of a story: their words, promises, what we did. The address says which.
use super::case_lines;
use super::ui::Voice;
use casework::event::Happening;

/// What is shown of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sieve {
    All,
    /// What they said, whoever typed it.
    Theirs,
    /// What was promised, and what became of it.
    Promises,
    /// What we did, without what the clocks say.
    Ours,
}

/// A promise in any of its states, the plan that holds them, and something extra to say sorry.
const PROMISES: &[&str] = &[
    "promise_made",
    "promise_moved",
    "promise_settled",
    "plan_agreed",
    "plan_revised",
    "step_settled",
    "amends_granted",
    "amends_given",
    "delivery_changed",
];
/// A talk is both sides': what they said stands in it.
const TALKS: &[&str] = &["conversation_recorded", "case_opened"];

impl Sieve {
    pub const ALL: [Sieve; 4] = [Sieve::All, Sieve::Theirs, Sieve::Promises, Sieve::Ours];

    pub fn of(word: &str) -> Sieve {
        Sieve::ALL.into_iter().find(|sieve| sieve.word() == word).unwrap_or(Sieve::All)
    }

    fn word(self) -> &'static str {
        match self {
            Sieve::All => "",
            Sieve::Theirs => "theirs",
            Sieve::Promises => "promises",
            Sieve::Ours => "ours",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Sieve::All => "story-all",
            Sieve::Theirs => "story-theirs",
            Sieve::Promises => "story-promises",
            Sieve::Ours => "story-ours",
        }
    }

    /// The address of a story seen so.
    pub fn href(self, base: &str) -> String {
        if self == Sieve::All { format!("{base}#story") } else { format!("{base}?show={}#story", self.word()) }
    }

    pub fn keeps(self, happening: &Happening) -> bool {
        let kind = happening.event.kind();
        match self {
            Sieve::All => true,
            Sieve::Theirs => case_lines::voice(happening) == Voice::Theirs || TALKS.contains(&kind),
            Sieve::Promises => PROMISES.contains(&kind),
            Sieve::Ours => matches!(case_lines::voice(happening), Voice::Ours | Voice::Exception),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::event::Event;

    #[test]
    fn what_the_sieves_name_are_kinds_of_events() {
        for kind in PROMISES.iter().chain(TALKS) {
            assert!(Event::KINDS.contains(kind), "{kind}");
        }
    }

    #[test]
    fn an_unknown_word_shows_the_whole_story() {
        assert_eq!(Sieve::of("theirs"), Sieve::Theirs);
        assert_eq!(Sieve::of("nonsense"), Sieve::All);
    }
}
