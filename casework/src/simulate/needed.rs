//! What brings a case on from where it stands: the wishes of people who mean well.
use crate::case::Case;
use crate::kinds::Recovery;
use crate::need::Need;

/// Words of the commands, the likelier ones several times.
pub(super) fn needed(case: &Case) -> &'static [&'static str] {
    match case.recovery {
        Recovery::Spotted | Recovery::Told => &[
            "record-conversation",
            "record-conversation",
            "record-conversation",
            "record-attempt",
            "record-reaction",
            "record-message",
            "send-message",
            "hand-over",
            "take-back",
            "describe-harm",
            "launch-emergency-plan",
        ],
        Recovery::Heard => &["add-option", "add-option", "lay-out-options", "counter-proposal", "record-conversation"],
        Recovery::Deciding if case.decision().is_some() && Need::FixStep.is_met(case) => {
            &["agree-plan", "agree-plan", "agree-plan", "confirm-step", "draft-plan", "not-agreed"]
        }
        Recovery::Deciding if case.decision().is_some() => {
            &["draft-plan", "draft-plan", "draft-plan", "take-hard-action"]
        }
        Recovery::Deciding | Recovery::NotAgreed | Recovery::InMediation => &[
            "decide",
            "decide",
            "decide",
            "decide",
            "add-option",
            "lay-out-options",
            "answer-suggestion",
            "escalate",
            "acknowledge-escalation",
            "not-agreed",
            "mediate",
            "draft-plan",
        ],
        Recovery::Agreed | Recovery::MakingGood => &[
            "settle-step",
            "settle-step",
            "settle-step",
            "reopen-step",
            "tell-what-happened",
            "ask-for-word",
            "ask-for-word",
            "record-check-in",
            "settle-promise",
            "grant-amends",
            "approve-amends",
            "assign-resident",
            "report-from-site",
            "end-residence",
            "pause-clocks",
            "ask-supplier",
            "authorise-return",
            "revise-plan",
        ],
        Recovery::AwaitingWord | Recovery::NoWord => before_their_word(case),
        Recovery::Solved | Recovery::Withdrawn | Recovery::StillWorks => after_their_word(case),
        Recovery::Closed | Recovery::Merged => &[
            "reopen",
            "advance-prevention",
            "check-hold",
            "tell-did-not-hold",
            "add-note",
            "link",
            "tick-step",
            "untick-step",
        ],
    }
}

fn before_their_word(case: &Case) -> &'static [&'static str] {
    if case.joint.unanswered().next().is_some() {
        return &["answer-idea", "answer-idea", "record-word"];
    }
    &[
        "record-word",
        "record-word",
        "record-word",
        "answer-suggestion",
        "answer-suggestion",
        "answer-question",
        "no-word",
        "ask-for-word",
        "ask-for-word",
    ]
}

fn after_their_word(case: &Case) -> &'static [&'static str] {
    let joint = &case.joint;
    if joint.unanswered().next().is_some() || joint.looked_into().next().is_some() {
        return &["answer-idea", "answer-idea", "answer-idea", "choose-follow-up", "follow-up", "advance-prevention"];
    }
    if joint.not_invited_yet().next().is_some() {
        return &["invite", "invite", "choose-follow-up", "follow-up", "advance-prevention"];
    }
    if let Some(back) = super::upstream::comes_back(case) {
        return back;
    }
    if !Need::PreventionDone.is_met(case) && !case.inside.is_blank() {
        return super::inside::wanted(case);
    }
    if !Need::PreventionDone.is_met(case) {
        return &[
            "advance-prevention",
            "advance-prevention",
            "advance-prevention",
            "choose-follow-up",
            "follow-up",
            "close",
        ];
    }
    &[
        "choose-follow-up",
        "follow-up",
        "review",
        "close",
        "close",
        "close",
        "settle-promise",
        "settle-step",
        "give-amends",
        "answer-question",
        "answer-idea",
        "invite",
    ]
}
