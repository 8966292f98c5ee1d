//! What a case brings up by itself beside what comes next: nobody there is reached any more (S074), three times they only heard that nothing
//! is new (S181), and a part of ours that nobody has written down before a plan is agreed (S099, S105).
use super::case_beside::card;
use super::forms::Desk;
use crate::words::{t, t_with};
use casework::commands::record_attempt::{TRIES_BEFORE_ANOTHER_WAY, another_contact};
use casework::commands::record_message::NO_CHANGE_AT_MOST;
use casework::ids::ContactId;
use casework::kinds::{Fault, Recovery};
use maud::{Markup, html};

pub fn said(desk: &Desk<'_>) -> Markup {
    html! {
        (another_way(desk))
        (another_rhythm(desk))
        (our_part_first(desk))
    }
}

/// After three tries somebody else is asked for, by name and number; where nobody else is known, or nobody answers either, somebody goes there.
fn another_way(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let tries = case.contacts.tries.len();
    if !case.is_open() || tries < TRIES_BEFORE_ANOTHER_WAY {
        return html! {};
    }
    let active = || desk.view.contacts.iter().filter(|contact| contact.active);
    let all: Vec<ContactId> = active().map(|contact| contact.id).collect();
    let other = another_contact(case, &all).and_then(|id| active().find(|contact| contact.id == id));
    html! {
        p.nudge { (t_with("reach-nobody", &[("tries", tries.into())])) }
        @match other {
            Some(contact) => {
                (card(desk, contact))
                p { a href={ "/cases/" (case.number) "/do/record-conversation?with=" (contact.id) } { (t_with("reach-somebody-else", &[("name", contact.name.clone().into())])) } }
            },
            None => { p { (t("reach-nobody-else")) " " a href={ "/accounts/" (case.account) "/contacts" } { (t("case-add-contact")) } } },
        }
        p { a href={ "/cases/" (case.number) "/do/record-conversation?channel=visit" } { (t("reach-go-there")) } }
    }
}

fn another_rhythm(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    if !case.is_open() || case.contacts.no_change_row < NO_CHANGE_AT_MOST {
        return html! {};
    }
    html! {
        p.nudge {
            (t_with("rhythm-again", &[("n", case.contacts.no_change_row.into())])) " "
            a href={ "/accounts/" (case.account) "/change" } { (t("rhythm-keep")) }
        }
    }
}

/// Ours or shared is said; what we did is not. Nothing waits for it (I11), and it is not overlooked either.
pub fn our_part_first(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let before_a_plan = matches!(case.recovery, Recovery::Told | Recovery::Heard | Recovery::Deciding);
    let key = match case.fault.position {
        Fault::Ours => "fault-ours-without-part",
        Fault::Shared => "fault-shared-without-part",
        Fault::Unknown | Fault::ThirdParty | Fault::Theirs => return html! {},
    };
    let written = case.fault.our_part.as_deref().is_some_and(|part| !part.trim().is_empty());
    html! {
        @if before_a_plan && !written {
            p.nudge { (t(key)) " " a href={ "/cases/" (case.number) "/do/state-fault" } { (t("do-state-fault")) } }
        }
    }
}
