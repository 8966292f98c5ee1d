//! Everything that can be asked of a case, grouped by the part of the way where it is usual.

/// Every act there is, in groups, for whoever looks for one that is not proposed.
pub const GROUPS: &[(&str, &[&str])] = &[
    (
        "acts-reach",
        &[
            "record-conversation",
            "record-attempt",
            "record-message",
            "prepare-talk",
            "tell-what-happened",
            "record-reaction",
        ],
    ),
    (
        "acts-know",
        &[
            "describe-harm",
            "record-facts",
            "state-fault",
            "answer-concern",
            "ask-question",
            "correct-us",
            "answer-question",
            "add-idea",
            "answer-idea",
            "suggest-colleague",
            "invite",
            "take-part",
            "no-answer-needed",
            "add-note",
            "show-file",
            "move-recognition",
        ],
    ),
    (
        "acts-decide",
        &["add-option", "counter-proposal", "answer-suggestion", "withdraw-option", "lay-out-options", "decide"],
    ),
    (
        "acts-plan",
        &[
            "draft-plan",
            "agree-plan",
            "revise-plan",
            "confirm-step",
            "settle-step",
            "launch-emergency-plan",
            "reopen-step",
            "record-check-in",
            "change-delivery",
            "pause-clocks",
            "assign-resident",
            "report-from-site",
            "end-residence",
        ],
    ),
    (
        "acts-promise",
        &[
            "make-promise",
            "move-promise",
            "settle-promise",
            "grant-amends",
            "approve-amends",
            "give-amends",
            "take-hard-action",
        ],
    ),
    (
        "acts-word",
        &[
            "ask-for-word",
            "record-word",
            "no-word",
            "withdraw",
            "choose-follow-up",
            "follow-up",
            "review",
            "advance-prevention",
            "close",
            "reopen",
        ],
    ),
    (
        "acts-inside",
        &[
            "name-problem-team",
            "describe-problem",
            "compare-is",
            "contain-place",
            "verify-containment",
            "name-clean-point",
            "remove-containment",
            "add-why",
            "name-cause",
            "try-cause",
            "cause-not-known",
            "choose-action",
            "finish-action",
            "fix-measure",
            "read-across",
            "check-hold",
            "tell-did-not-hold",
        ],
    ),
    ("acts-up", &["escalate", "acknowledge-escalation", "ask-for-support", "not-agreed", "mediate", "pass-gate"]),
    (
        "acts-books",
        &[
            "hand-over",
            "take-back",
            "name-team",
            "choose-playbook",
            "tick-step",
            "untick-step",
            "record-cost",
            "merge",
            "link",
            "split",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_with_a_form_stands_in_one_group() {
        let grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        for word in crate::web::forms::WORDS {
            assert_eq!(grouped.iter().filter(|w| *w == word).count(), 1, "{word} in GROUPS");
        }
        assert_eq!(grouped.len(), crate::web::forms::WORDS.len());
    }
}
