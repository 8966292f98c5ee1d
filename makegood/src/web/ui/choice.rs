//! One of several answers to a field: a line of a select, a radio button, a check box.

use maud::{Markup, html};

use super::Label;

/// One way to answer.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: Label,
    pub(super) help: Option<Label>,
}

/// A radio button or check box with its words.
pub(super) fn tick(kind: &str, id: &str, name: &str, choice: &Choice, checked: bool) -> Markup {
    let help_id = choice.help.as_ref().map(|_| format!("{id}-help"));
    html! {
        div.tick {
            input type=(kind) id=(id) name=(name) value=(choice.value) checked[checked] aria-describedby=[help_id.as_deref()];
            label for=(id) { (choice.label) }
            @if let (Some(help), Some(help_id)) = (&choice.help, &help_id) { p.help id=(help_id) { (help) } }
        }
    }
}
