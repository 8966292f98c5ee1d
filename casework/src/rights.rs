//! Who may ask for what. Rights follow the role and the act, never the customer's size; unknown means no.
use crate::facts::{Actor, Facts};
use crate::ids::ContactId;
use crate::kinds::Role;
use crate::refusal::Refusal;

/// What kind of right a command asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Any colleague, readers too: opening a case and leaving a note need no approval (S005).
    Anyone,
    /// Whoever works on cases.
    Work,
    /// The same, by the page that takes in what cannot be written down: no other door offers it.
    Bring,
    /// Manager or director.
    Manage,
    /// Manager, director or quality.
    ManageOrQuality,
    /// Only our own clocks and jobs.
    Internal,
}

/// Whether a command is asked by the customer's side too: their choice, their words, their own steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Ours,
    TheirsToo,
}

/// Whether somebody with these roles has a right; nobody has what is our own clocks' alone.
pub fn holds(right: Right, roles: &[Role]) -> bool {
    let has = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    match right {
        Right::Anyone => !roles.is_empty(),
        Right::Work | Right::Bring => {
            has(&[Role::Owner, Role::RelationshipOwner, Role::Quality, Role::Manager, Role::Operations, Role::Director])
        }
        Right::Manage => has(&[Role::Manager, Role::Director]),
        Right::ManageOrQuality => has(&[Role::Manager, Role::Director, Role::Quality]),
        Right::Internal => false,
    }
}

/// # Errors
/// `not-allowed` with the role that is missing; `internal-command` for what no person may ask.
pub fn check(right: Right, facts: &Facts) -> Result<(), Refusal> {
    match (facts.actor, right) {
        (Actor::System, _) => Ok(()),
        (_, Right::Internal) => Err(Refusal::rights("internal-command")),
        (Actor::Import, Right::Anyone | Right::Work | Right::Bring) => Ok(()),
        (Actor::Customer(_), _) => Err(Refusal::rights("not-for-customers")),
        (Actor::Person(_), right) if holds(right, facts.roles()) => Ok(()),
        _ => Err(Refusal::rights(match right {
            Right::Manage => "needs-manager",
            Right::ManageOrQuality => "needs-manager-or-quality",
            _ => "not-allowed",
        })),
    }
}

/// A contact asks what is declared theirs, on a case of their own firm; nothing else.
///
/// # Errors
/// `not-for-customers`; `not-your-case` for somebody who is no contact of the case's customer.
pub fn check_contact(whose: Whose, contact: ContactId, facts: &Facts) -> Result<(), Refusal> {
    if whose == Whose::Ours {
        return Err(Refusal::rights("not-for-customers"));
    }
    let theirs = facts.is_contact(contact) && (!facts.case.exists() || facts.case.account == facts.account.id);
    if theirs { Ok(()) } else { Err(Refusal::rights("not-your-case")) }
}

/// Nobody at the customer speaks for somebody else there.
///
/// # Errors
/// `speaks-for-another`.
pub fn own_name(named: ContactId, contact: ContactId, field: &'static str) -> Result<(), Refusal> {
    if named == contact { Ok(()) } else { Err(Refusal::rights("speaks-for-another").about(field)) }
}

/// What only a colleague fills in: when a talk took place, what we did, how we saw it.
///
/// # Errors
/// `filled-in-by-us` when a contact filled it in.
pub fn left_to_us<T>(value: Option<&T>, field: &'static str) -> Result<(), Refusal> {
    if value.is_none() { Ok(()) } else { Err(Refusal::rights("filled-in-by-us").about(field)) }
}

/// Their links fill half of what a case holds of anything, so that no page pressed ten thousand times keeps us from our part.
///
/// # Errors
/// `enough-for-now`.
pub fn leaves_room(there: usize, at_most: usize) -> Result<(), Refusal> {
    if there * 2 <= at_most { Ok(()) } else { Err(Refusal::state("enough-for-now")) }
}

/// A refusal that tells a colleague the way out tells the customer theirs. They pass no gates: what is missing on our side is
/// said as what we still owe.
pub fn as_they_read_it(refusal: Refusal) -> Refusal {
    let field = refusal.field;
    let said = match refusal.code {
        "how-can-we-help" => Refusal::input("how_can_we_help", "say-how-we-help"),
        "concerns-open" | "needs-not-ticked" => Refusal::input("settled", "tick-each-need"),
        "customer-takes-part" => Refusal::input("declined", "say-whether-you-take-part"),
        "deadline-not-answered" => Refusal::input("deadline_met", "say-whether-in-time"),
        "questions-open" | "suggestions-open" | "answer-their-proposal" => Refusal::state("we-owe-an-answer"),
        "tell-what-happened-first" => Refusal::state("we-owe-what-happened"),
        "fix-not-done" | "word-too-early" | "no-news-on-this-case" | "not-solved-yet" => {
            Refusal::state("not-asked-yet")
        }
        "decision-without-words"
        | "word-without-words"
        | "reason-empty"
        | "option-empty"
        | "impact-without-words"
        | "title-empty"
        | "title-long" => Refusal::input("words", "say-it-in-your-words"),
        "read-back-first" => Refusal::input("read_back", "read-it-once-more"),
        "must-check-needs-call-back" => Refusal::input("call_back_at", "say-when-you-know"),
        "still-works-needs-need-by" => Refusal::input("need_by", "say-until-when"),
        "no-deadline-known" => Refusal::input("deadline", "say-your-deadline"),
        "last-fix-step" => Refusal::state("step-is-needed"),
        "step-settled" => Refusal::state("step-was-settled"),
        "changed-meanwhile" => Refusal::changed("page-has-changed"),
        "case-merged" => Refusal::state("goes-on-elsewhere"),
        "no-such-option" | "no-such-concern" | "no-such-step" => Refusal::missing("not-there-any-more"),
        "no-such-case" | "not-a-contact" | "decider-is-customer" => Refusal::rights("not-your-case"),
        "only-their-word-solves" | "only-they-reopen" | "only-they-withdraw" => Refusal::rights("speaks-for-another"),
        "no-plan-yet" | "plan-without-fix" => Refusal::state("plan-not-ready"),
        "option-not-laid-out"
        | "option-of-earlier-round"
        | "nothing-laid-out"
        | "option-already-withdrawn"
        | "proposal-not-taken" => Refusal::state("option-not-there"),
        "case-is-open" => Refusal::state("we-are-at-it"),
        "word-stands-already" => Refusal::state("you-gave-your-word"),
        "case-closed" => Refusal::state("closed-for-now"),
        "account-without-relationship-owner" | "no-such-colleague" => Refusal::state("call-us-with-it"),
        "no-such-playbook" | "other-needs-text" | "case-exists" => Refusal::state("call-us-with-it"),
        "too-many" => Refusal::state("enough-for-now"),
        _ if refusal.passable().is_some() => Refusal::state("plan-not-ready"),
        _ => return refusal,
    };
    // What it is about stays beside its field, and a version or a number in its sentence.
    Refusal { field: field.or(said.field), parts: refusal.parts, ..said }
}
