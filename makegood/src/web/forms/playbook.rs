//! Which playbook is followed and by which version, and the steps that no record can prove.
use super::Desk;
use super::fields::*;
use crate::web::playbook_editor::look;
use crate::web::playbook_words;
use crate::web::ui::{Field, Form};
use crate::words::{t, t_with};
use casework::parts::RunningPlaybook;
use casework::playbook::{Compared, Playbook};
use maud::html;

pub fn choose_playbook<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let running = |name: &str| desk.view.case.playbooks.iter().any(|p| p.name == name);
    let free = desk.me.firm.playbooks.iter().filter(|p| !running(&p.name));
    form.field(
        Field::select("name", "form-which-playbook")
            .choice("", "form-choose")
            .choices(free.map(|p| (p.name.clone(), playbook_words::title(p)))),
    )
}

pub fn tick_step<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let case = &desk.view.case;
    let known = case.playbooks.iter().filter_map(|running| desk.me.firm.followed(running));
    let asked =
        desk.typed.filled("playbook").map(str::to_owned).or_else(|| case.playbooks.first().map(|p| p.name.clone()));
    let by_hand =
        known.clone().filter(|p| Some(&p.name) == asked.as_ref()).flat_map(|p| &p.steps).filter(|s| s.is_ticked());
    let steps = by_hand.map(|s| (s.no.clone(), format!("{} {}", s.no, playbook_words::said(&s.title))));
    form.field(
        Field::select("playbook", "form-playbook").choices(known.map(|p| (p.name.clone(), playbook_words::title(p)))),
    )
    .field(Field::select("no", "form-playbook-step").choice("", "form-choose").choices(steps))
    .field(said("words", "form-step-done-words").help("form-step-done-words-help"))
}

/// The steps that were ticked, of the playbook asked for.
pub fn untick_step<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let case = &desk.view.case;
    let ticked = || case.playbooks.iter().filter(|r| !r.ticked.is_empty());
    let asked = desk.typed.filled("playbook").map(str::to_owned).or_else(|| ticked().next().map(|r| r.name.clone()));
    let steps = ticked().filter(|r| Some(&r.name) == asked.as_ref()).flat_map(|running| {
        let of = desk.me.firm.followed(running).map(|p| p.steps.as_slice()).unwrap_or_default();
        running
            .ticked
            .iter()
            .filter_map(|at| of.get(usize::from(*at)))
            .map(|s| (s.no.clone(), format!("{} {}", s.no, playbook_words::said(&s.title))))
    });
    let names = ticked().filter_map(|r| desk.me.firm.followed(r)).map(|p| (p.name.clone(), playbook_words::title(p)));
    form.field(Field::select("playbook", "form-playbook").choices(names))
        .field(Field::select("no", "form-playbook-step").choice("", "form-choose").choices(steps))
        .field(said("words", "form-untick-why"))
}

/// The version that a case follows, beside the one in use: what differs, and where the case would stand.
pub fn move_playbook<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let case = &desk.view.case;
    let movable = case.playbooks.iter().filter_map(|running| {
        let in_use = desk.me.firm.playbooks.iter().find(|p| p.name == running.name && p.version != running.version)?;
        Some((running, desk.me.firm.followed(running)?, in_use))
    });
    let all: Vec<(&RunningPlaybook, &Playbook, &Playbook)> = movable.collect();
    let asked =
        all.iter().find(|(running, ..)| desk.typed.filled("name") == Some(running.name.as_str())).or(all.first());
    let Some((running, was, is)) = asked else {
        return form.block(html! { p { (t("form-move-none")) } });
    };
    let ticked = Compared::of(was, is).carried(&running.ticked, is);
    let left = running.ticked.len() - ticked.len();
    let moved = RunningPlaybook { version: is.version, ticked, ..(*running).clone() };
    let at = |playbook: &Playbook, running: &RunningPlaybook| match playbook.standing(case, running).present {
        Some(at) => playbook_words::step(&playbook.steps[at]),
        None => t("case-all-steps-done").into_owned(),
    };
    let which =
        [("title", playbook_words::title(is).into()), ("from", running.version.into()), ("version", is.version.into())];
    let stands = [("now", at(was, running).into()), ("then", at(is, &moved).into())];
    form.hidden("name", &running.name).hidden("version", is.version).block(html! {
        p { (t_with("form-move-which", &which)) }
        (look::differs(was, is))
        p { (t_with("form-move-stand", &stands)) }
        @if left > 0 { p { (t_with("form-move-left", &[("count", left.into())])) } }
    })
}

/// The playbooks that were moved just now.
pub fn move_playbook_back<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let moved = desk.view.case.playbooks.iter().filter(|running| running.moved.is_some());
    let names = moved.filter_map(|r| desk.me.firm.followed(r)).map(|p| (p.name.clone(), playbook_words::title(p)));
    form.field(Field::select("name", "form-playbook").choices(names)).field(said("why", "form-take-back-why"))
}
