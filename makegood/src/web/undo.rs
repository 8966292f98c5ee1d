//! The way back from a slip, as a button of the notice. History is only ever added to: to undo is to do the opposite act, which says
//! that it was a slip. Where there is no honest opposite, no button is shown.
use super::forms::Desk;
use super::ui::Form;
use crate::words::t;
use casework::event::{Event, Happening};
use casework::kinds::{Party, Recovery, StepKind};
use casework::parts::StepState;
use jiff::SignedDuration;
use maud::{Markup, html};

/// How long the button is offered; the acts themselves can be taken back by hand for longer.
const OFFERED: SignedDuration = SignedDuration::from_mins(15);

/// The button for what was just done, beginning with this event; nothing when it cannot be undone.
pub fn of(desk: &Desk<'_>, first: u64) -> Option<Markup> {
    let fresh = |h: &&Happening| {
        h.seq >= first
            && h.when.by == desk.me.actor()
            && desk.now.duration_since(h.when.recorded_at) <= OFFERED
            && desk.view.events.iter().any(|f| f.seq == first && f.when.recorded_at == h.when.recorded_at)
    };
    let mut done: Vec<&Happening> = desk.view.events.iter().filter(fresh).collect();
    done.sort_by_key(|h| h.seq);
    let (word, fields) = done.into_iter().find_map(|h| opposite(desk, &h.event))?;
    let number = desk.view.case.number;
    let form = Form::post(format!("/cases/{number}/do/{word}"), desk.me.app.new_id())
        .id("undo")
        .hidden("case_version", desk.view.case.version)
        .quiet_act("undo-act")
        .one_line();
    let form = fields.into_iter().fold(form, |form, (name, value)| form.hidden(name, value));
    Some(html! { (form) p.quiet { (t("undo-note")) } })
}

/// The act that takes back what an event said, with its fields filled.
fn opposite(desk: &Desk<'_>, event: &Event) -> Option<(&'static str, Vec<(&'static str, String)>)> {
    let case = &desk.view.case;
    let why = || t("undo-reason").into_owned();
    match event {
        Event::OptionAdded(e) if e.option.from == Party::Us => {
            let stands = case.option(e.option.id)?.withdrawn.is_none();
            let chosen = case.decision().is_some_and(|d| d.chosen == Some(e.option.id));
            (stands && !chosen)
                .then(|| ("withdraw-option", vec![("option", e.option.id.to_string()), ("reason", why())]))
        }
        Event::StepTicked(e) => {
            let running = case.playbooks.iter().find(|p| p.name == e.playbook && p.ticked.contains(&e.step))?;
            let playbook = desk.me.firm.followed(running)?;
            let no = playbook.steps.get(usize::from(e.step))?.no.clone();
            Some(("untick-step", vec![("playbook", e.playbook.clone()), ("no", no), ("words", why())]))
        }
        Event::PlaybookMoved(e) => {
            let moved = case.playbooks.iter().find(|p| p.name == e.name)?.moved.as_ref()?;
            (moved.by == desk.me.person.id)
                .then(|| ("move-playbook-back", vec![("name", e.name.clone()), ("why", why())]))
        }
        Event::StepSettled(e) => {
            let step = case.step(e.step).filter(|step| step.state != StepState::Open)?;
            // Once they were asked for their word, a fix is not opened again by a button.
            let may = step.kind != StepKind::Fix || matches!(case.recovery, Recovery::Agreed | Recovery::MakingGood);
            may.then(|| ("reopen-step", vec![("step", e.step.to_string()), ("reason", why())]))
        }
        Event::CaseHandedOver(e) => {
            let given = case.given.as_ref().filter(|given| given.to == e.to && given.to == case.team.owner)?;
            (desk.me.person.id == given.by).then(|| ("take-back", vec![("why", why())]))
        }
        _ => None,
    }
}
