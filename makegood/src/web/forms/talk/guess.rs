//! Which side of their business a sentence speaks of. Only what the words say is taken; a guess never makes a trouble smaller.
use casework::kinds::Dimension;

/// The gravest first; the first that fits counts.
const SAID_BY: &[(Dimension, &[&str])] = &[
    (Dimension::Safety, &["hurt", "injur", "fire", "danger", "burn"]),
    (
        Dimension::Stopped,
        &["stopp", "stands", "standing still", "stand still", "is down", "halt", "idle", "cannot work"],
    ),
    (
        Dimension::GoodsUnusable,
        &[
            "unusable",
            "cannot be used",
            "can't be used",
            "cannot use",
            "can't use",
            "does not fit",
            "do not fit",
            "scrap",
        ],
    ),
    (Dimension::Deadline, &["deadline", "ship", "launch", "fair", "in time"]),
    (Dimension::Paperwork, &["label", "invoice", "paper", "certificate", "customs", "document"]),
    (Dimension::Money, &["cost", "pays", "penalty", "fine of"]),
    (Dimension::Standing, &["embarrass", "their customer", "lose face", "trust"]),
    (Dimension::Productivity, &["by hand", "overtime", "hours", "slower", "rework"]),
];

/// Nothing when the words say none of it; then a person chooses.
pub fn dimension(words: &str) -> Option<Dimension> {
    let said = words.to_lowercase();
    SAID_BY.iter().find(|(_, all)| all.iter().any(|w| said.contains(w))).map(|(dimension, _)| *dimension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gravest_that_the_words_say_counts_and_nothing_is_made_up() {
        assert_eq!(dimension("Line 3 stands, and labels are wrong"), Some(Dimension::Stopped));
        assert_eq!(dimension("Goods-in has to relabel 40 boxes"), Some(Dimension::Paperwork));
        assert_eq!(dimension("Two people rework them by hand"), Some(Dimension::Productivity));
        assert_eq!(dimension("They are not happy"), None);
    }
}
