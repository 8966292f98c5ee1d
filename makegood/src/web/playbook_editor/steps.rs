//! The steps of a playbook that is being written: a list with its buttons, one of them open as fields, the others carried along.
use super::draft::{Draft, Press, named};
use crate::web::forms;
use crate::web::playbook_words as words;
use crate::web::ui::{Field, Typed, more};
use crate::words::{t, t_with};
use casework::kinds::Reaction;
use casework::need::Need;
use casework::playbook::{NO_AT_MOST, PlaybookStep, STEPS_PER_PLAYBOOK, TITLE_AT_MOST, is_key};
use maud::{Markup, html};

/// The answers that a step can wait for.
const ANSWERS: [Reaction; 4] = [Reaction::StillWorks, Reaction::WorksWithChanges, Reaction::Hurts, Reaction::MustCheck];

/// The whole list.
pub fn list(draft: &Draft, typed: &Typed) -> Markup {
    let steps = &draft.playbook.steps;
    html! {
        section.playbook-steps aria-labelledby="playbooks-steps" {
            h2 id="playbooks-steps" { (t("playbooks-steps")) " " span.count { (steps.len()) } }
            p.help { (t("playbooks-steps-help")) }
            @if let Some(open) = draft.open { input type="hidden" name="open" value=(open); }
            (gone(draft))
            ol {
                @for (at, step) in steps.iter().enumerate() {
                    li.open[draft.open == Some(at)] id={ "step-" (at + 1) } data-step {
                        @if draft.open == Some(at) { (written(draft, at, step, typed)) } @else { (shut(step, at)) }
                        (buttons(draft, at))
                    }
                }
            }
            div.acts {
                @if steps.len() < STEPS_PER_PLAYBOOK { (button(draft, 0, Press::Add, t("playbooks-step-add").into_owned())) }
                @if counts_differ(steps) { (button(draft, 0, Press::Count, t("playbooks-step-count").into_owned())) }
            }
        }
    }
}

/// Numbers that are not those of the places.
fn counts_differ(steps: &[PlaybookStep]) -> bool {
    steps.iter().enumerate().any(|(at, step)| step.no.trim() != (at + 1).to_string())
}

/// What was just taken out, with the way back.
fn gone(draft: &Draft) -> Markup {
    let Some((at, step)) = &draft.gone else { return html! {} };
    html! {
        div.playbook-gone role="status" {
            input type="hidden" name="gone" value=(step.written());
            input type="hidden" name="gone_at" value=(at);
            (t_with("playbooks-step-gone", &[("step", words::step(step).into())])) " "
            (button(draft, 0, Press::Restore, t("playbooks-step-restore").into_owned()))
        }
    }
}

/// A step as a line; its fields travel along.
fn shut(step: &PlaybookStep, at: usize) -> Markup {
    let joined = |all: Vec<&str>| all.join(" ");
    html! {
        div.step {
            p { strong { (words::step(step)) } @if step.title.is_empty() { span.quiet { (t("playbooks-step-untitled")) } } }
            p.quiet {
                @if step.needs.is_empty() { (t("playbooks-step-no-needs")) } @else { (words::needs(&step.needs)) }
                @if !step.after.is_empty() { " · " (t_with("playbooks-step-only-after", &[("answers", step.after.iter().map(|a| words::answer(*a)).collect::<Vec<_>>().join(", ").into())])) }
            }
            input type="hidden" name=(named(at, "no")) value=(step.no);
            input type="hidden" name=(named(at, "title")) value=(step.title);
            @if is_key(&step.title) { input type="hidden" name=(named(at, "key")) value=(step.title); }
            input type="hidden" name=(named(at, "needs")) value=(joined(step.needs.iter().map(|n| n.word()).collect()));
            input type="hidden" name=(named(at, "act")) value=(step.act.as_deref().unwrap_or_default());
            input type="hidden" name=(named(at, "after")) value=(joined(step.after.iter().map(|a| a.word()).collect()));
        }
    }
}

/// The step that is open, as fields.
fn written(draft: &Draft, at: usize, step: &PlaybookStep, typed: &Typed) -> Markup {
    let wrong = |field: Field, part: &str| match typed.error(&named(at, part)) {
        Some(sentence) => field.error(sentence.clone()),
        None => field,
    };
    let no = Field::text(&named(at, "no"), "playbooks-step-no")
        .value(&step.no)
        .length(u32::try_from(NO_AT_MOST).unwrap_or(u32::MAX))
        .autocomplete("off");
    let title = Field::text(&named(at, "title"), "playbooks-step-title")
        .value(words::said(&step.title))
        .length(u32::try_from(TITLE_AT_MOST).unwrap_or(u32::MAX))
        .autocomplete("off");
    let acts =
        forms::WORDS.iter().filter(|word| **word != "open-case").map(|word| ((*word).to_owned(), words::act(word)));
    let mut acts: Vec<(String, String)> = acts.collect();
    if let Some(other) = step.act.as_ref().filter(|act| acts.iter().all(|(word, _)| word != *act)) {
        acts.push((other.clone(), other.clone()));
    }
    acts.sort_by(|one, other| one.1.cmp(&other.1));
    let act = Field::select(&named(at, "act"), "playbooks-step-act")
        .help("playbooks-step-act-help")
        .optional()
        .choice("", t("playbooks-no-act"))
        .choices(acts)
        .value(step.act.clone().unwrap_or_default());
    let chosen: Vec<&str> = step.after.iter().map(|answer| answer.word()).collect();
    let after = Field::checks(&named(at, "after"), "playbooks-step-after")
        .help("playbooks-step-after-help")
        .choices(ANSWERS.into_iter().map(|answer| (answer.word().to_owned(), words::answer(answer))))
        .value(chosen.join("\n"))
        .optional();
    let legend = t_with("playbooks-step-n", &[("n", (at + 1).into()), ("of", draft.playbook.steps.len().into())]);
    html! {
        fieldset tabindex="-1" autofocus[draft.hand == Some((at, Press::Open))] {
            legend { (legend) }
            @if is_key(&step.title) { input type="hidden" name=(named(at, "key")) value=(step.title); }
            div.row { (wrong(no, "no")) (wrong(title, "title")) }
            (needed(at, step, typed))
            (more("playbooks-step-more", html! { (wrong(act, "act")) (wrong(after, "after")) }))
        }
    }
}

/// What the step needs, in groups; those with a tick are open.
fn needed(at: usize, step: &PlaybookStep, typed: &Typed) -> Markup {
    let name = named(at, "needs");
    let error = typed.error(&name);
    let tick = |need: Need| {
        let id = format!("f-{name}-{}", need.word());
        html! {
            div.tick {
                input type="checkbox" id=(id) name=(name) value=(need.word()) checked[step.needs.contains(&need)];
                label for=(id) { (words::need(need)) }
            }
        }
    };
    html! {
        fieldset.field.playbook-needs.wrong[error.is_some()] {
            legend { (t("playbooks-step-needs")) }
            p.help { (t("playbooks-step-needs-help")) }
            @if let Some(error) = error { p.error { (error) } }
            @for (group, needs) in words::NEEDS {
                @let ticked = needs.iter().filter(|need| step.needs.contains(need)).count();
                details open[ticked > 0] {
                    summary { (t(group)) @if ticked > 0 { " " span.count { (ticked) } } }
                    div { @for need in *needs { (tick(*need)) } }
                }
            }
        }
    }
}

fn buttons(draft: &Draft, at: usize) -> Markup {
    let last = draft.playbook.steps.len() - 1;
    let step = words::step(&draft.playbook.steps[at]);
    let of = |key: &str| t_with(key, &[("step", step.as_str().into())]);
    html! {
        div.ways {
            @if at > 0 { (sign(draft, at, Press::Up, "↑", of("playbooks-step-up"))) }
            @if at < last { (sign(draft, at, Press::Down, "↓", of("playbooks-step-down"))) }
            @if draft.open == Some(at) { (button(draft, at, Press::Shut, t("playbooks-step-shut").into_owned())) }
            @else { (named_button(draft, at, Press::Open, t("playbooks-step-open").into_owned(), of("playbooks-step-open-it"))) }
            (named_button(draft, at, Press::Remove, t("playbooks-step-remove").into_owned(), of("playbooks-step-remove-it")))
        }
    }
}

fn button(draft: &Draft, at: usize, press: Press, words: String) -> Markup {
    named_button(draft, at, press, words.clone(), words)
}

/// A button with few words, whose name says which step it is about.
fn named_button(draft: &Draft, at: usize, press: Press, words: String, name: String) -> Markup {
    let here = draft.hand == Some((at, press));
    let name = (name != words).then_some(name);
    html! { button type="submit" name="do" value={ (press.word()) ":" (at) } aria-label=[name] autofocus[here] { (words) } }
}

fn sign(draft: &Draft, at: usize, press: Press, sign: &str, name: String) -> Markup {
    // At either end its own button is gone, and the hand stays at the step.
    let last = draft.playbook.steps.len() - 1;
    let ended = |other| draft.hand == Some((at, other)) && (at == 0 || at == last);
    let here = draft.hand == Some((at, press)) || ended(if press == Press::Up { Press::Down } else { Press::Up });
    html! {
        button.sign type="submit" name="do" value={ (press.word()) ":" (at) } aria-label=(name) title=(name)
            aria-keyshortcuts=(if press == Press::Up { "Alt+ArrowUp" } else { "Alt+ArrowDown" }) autofocus[here] { (sign) }
    }
}
