//! Who may ask for what. Rights follow the role and the act, never the customer's size; unknown means no.
use crate::facts::{Actor, Facts};
use crate::kinds::Role;
use crate::refusal::Refusal;

/// What kind of right a command asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Any colleague, readers too: opening a case and leaving a note need no approval (S005).
    Anyone,
    /// Whoever works on cases.
    Work,
    /// Manager or director.
    Manage,
    /// Manager, director or quality.
    ManageOrQuality,
    /// Only our own clocks and jobs.
    Internal,
}

/// Whether somebody with these roles has a right; nobody has what is our own clocks' alone.
pub fn holds(right: Right, roles: &[Role]) -> bool {
    let has = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    match right {
        Right::Anyone => !roles.is_empty(),
        Right::Work => {
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
        (Actor::Import, Right::Anyone | Right::Work) => Ok(()),
        (Actor::Customer(_), _) => Err(Refusal::rights("not-for-customers")),
        (Actor::Person(_), right) if holds(right, facts.roles()) => Ok(()),
        _ => Err(Refusal::rights(match right {
            Right::Manage => "needs-manager",
            Right::ManageOrQuality => "needs-manager-or-quality",
            _ => "not-allowed",
        })),
    }
}
