//! What happens when the button of an act is pressed: a gate that is passed with it, words that others changed meanwhile, and what is kept beside.
use super::meanwhile;
use super::ui::Typed;
use crate::act::{Asked, Done, NotDone, act, act_and};
use crate::review::{Left, left_in};
use crate::session::Agent;
use casework::commands::{Command, OverruleReview, Overruled};
use casework::ids::{CaseNumber, RequestId};
use casework::refusal::Strength;
use serde_json::json;
use store::Tx;
use store::facts::CaseRef;
use uuid::Uuid;

/// Passes the gate first when its name came with the form and a reason was written, and keeps what is left against the review; one press does it all.
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
    for (name, first) in before(typed, &command) {
        let id = RequestId(Uuid::new_v5(&request.0, name.as_bytes()));
        let passed = act(&me.app, me.actor(), on, Asked { id, command: first, seen: None }).await;
        let passed = passed.map_err(|no| about_the_reason(no, &command))?;
        // The pass itself is no news to the person who asked for it.
        let before = passed.version.saturating_sub(passed.events.len() as u64);
        seen = seen.map(|seen| if seen >= before { seen.max(passed.version) } else { seen });
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

/// What is done first, each under a name of its own: a gate that is passed with a reason, and what is left against the review.
fn before(typed: &Typed, command: &Command) -> Vec<(String, Command)> {
    let mut first = vec![];
    if let (Some(gate), Some(reason)) = (typed.filled("pass_gate"), typed.filled("pass_reason"))
        && let Some(Ok(pass)) = Command::read("pass-gate", json!({ "gate": gate, "reason": reason }))
    {
        first.push((gate.to_owned(), pass));
    }
    let findings: Vec<Overruled> = left_in(typed).iter().map(Left::kept).collect();
    if !findings.is_empty() && command.word() != "overrule-review" {
        // What is left besides at a second press is another thing that is kept.
        let which: String = findings.iter().flat_map(|left| [&*left.rule, &*left.words, &*left.why]).collect();
        first.push((format!("overrule-review {which}"), OverruleReview { findings }.into()));
    }
    first
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
