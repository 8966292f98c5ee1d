//! What happens when the button of an act is pressed: a gate that is passed with it, words that others changed meanwhile, and what is kept beside.
use super::meanwhile;
use super::ui::Typed;
use crate::act::{Asked, Done, NotDone, act, act_and};
use crate::session::Agent;
use casework::commands::Command;
use casework::ids::{CaseNumber, RequestId};
use casework::refusal::Strength;
use serde_json::json;
use store::Tx;
use store::facts::CaseRef;
use uuid::Uuid;

/// Passes the gate first when its name came with the form and a reason was written; one press passes and does.
pub async fn press<E: Into<NotDone> + 'static>(
    me: &Agent,
    number: CaseNumber,
    typed: &Typed,
    request: RequestId,
    command: Command,
    also: impl Fn(&Tx) -> Result<(), E> + Clone + Send + 'static,
) -> Result<Done, NotDone> {
    let on = CaseRef::Number(number);
    let mut seen: Option<u64> = typed.value("case_version").parse().ok();
    if let (Some(gate), Some(reason)) = (typed.filled("pass_gate"), typed.filled("pass_reason")) {
        let wish = Command::read("pass-gate", json!({ "gate": gate, "reason": reason }));
        if let Some(Ok(pass)) = wish {
            let id = RequestId(Uuid::new_v5(&request.0, gate.as_bytes()));
            let passed = act(&me.app, me.actor(), on, Asked { id, command: pass, seen: None }).await;
            let passed = passed.map_err(|no| about_the_reason(no, &command))?;
            // The pass itself is no news to the person who asked for it.
            let before = passed.version.saturating_sub(passed.events.len() as u64);
            seen = seen.map(|seen| if seen >= before { seen.max(passed.version) } else { seen });
        }
    }
    let ask = |command: Command, seen: Option<u64>| {
        act_and(&me.app, me.actor(), on, Asked { id: request, command, seen }, also.clone())
    };
    match (ask(command.clone(), seen).await, seen) {
        (Err(NotDone::Refused(no)), Some(seen)) if no.strength == Strength::Changed => {
            // A clock that ran out meanwhile has changed nothing that anybody wrote.
            match meanwhile::only_by_itself(me, number, seen).await? {
                Some(now) => ask(command, Some(now)).await,
                None => Err(no.into()),
            }
        }
        (done, _) => done,
    }
}

/// The reason of a pass has its own field on every other form.
fn about_the_reason(no: NotDone, command: &Command) -> NotDone {
    match no {
        NotDone::Refused(refusal) if refusal.field == Some("reason") && command.word() != "pass-gate" => {
            NotDone::Refused(refusal.about("pass_reason"))
        }
        no => no,
    }
}
