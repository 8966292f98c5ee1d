//! What will be, before it is: for acts that change two cases at once, what each of them would say and carry afterwards.
use super::forms::Desk;
use super::ui::{Facts, section};
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use casework::event::Happening;
use casework::ids::CaseNumber;
use casework::{Case, Change};
use maud::{Markup, html};

/// Acts that reach beyond the case one looks at.
const REACHING: &[&str] = &["merge", "split", "link"];

/// Whether an act can be looked at before it is done.
pub fn can_be_seen(word: &str) -> bool {
    REACHING.contains(&word)
}

/// Both cases as they would be; nothing has been done.
pub fn shown(desk: &Desk<'_>, change: &Change) -> Markup {
    section(
        "foresight-title",
        None,
        html! {
            p.quiet { (t("foresight-not-yet")) }
            (one(desk, &change.case, &change.events))
            @if let Some((other, events)) = &change.other { (one(desk, other, events)) }
        },
    )
}

fn one(desk: &Desk<'_>, case: &Case, events: &[Happening]) -> Markup {
    let reader = desk.view.reader(desk.me, desk.now);
    let new = t("foresight-new-case");
    let named = |words: String| words.replace(&CaseNumber(0).to_string(), &new);
    let carries = [
        ("promises", case.open_promises().count()),
        ("options", case.standing_options().count()),
        ("worries", case.concerns.len()),
        ("steps", case.plan.as_ref().map_or(0, |plan| plan.steps.len())),
    ]
    .map(|(name, n)| (name, i64::try_from(n).unwrap_or(0).into()));
    html! {
        h3 { (named(case.number.to_string())) " " span.theirs { (quoted(&case.title)) } }
        ul { @for happening in events { li { (named(reader.say(&happening.event.words()))) } } }
        (Facts::new().fact("foresight-stands", t(&format!("recovery-{}", case.recovery.word().replace('_', "-"))))
            .fact("foresight-carries", t_with("foresight-carried", &carries)))
    }
}
