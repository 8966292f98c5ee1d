//! A case that is stuck says so, by what it shows, and what helps next: the rungs in their order, each leading to its act (S038, S196–S204).
use super::forms::Desk;
use super::ui::section;
use crate::words::{t, t_with};
use casework::Case;
use casework::kinds::Recovery;
use casework::parts::Said;
use casework::stuck::{self, Deadlock, Rung, Sign};
use maud::{Markup, html};

/// Nothing while nothing shows it.
pub fn said(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let (deadlock, signs) = (stuck::deadlock(case, desk.now), stuck::tension(case, desk.now));
    let apart = matches!(case.recovery, Recovery::NotAgreed | Recovery::InMediation);
    if deadlock.is_none() && signs.is_empty() && !apart {
        return html! {};
    }
    let body = html! {
        @if let Some(by) = deadlock { p { strong { (t(deadlock_key(by))) } } }
        @if !signs.is_empty() {
            p { (t("stuck-tension")) " " (signs.iter().map(|sign| t(sign_key(*sign))).collect::<Vec<_>>().join("; ")) "." }
            p { a href={ "/cases/" (case.number) "/do/prepare-talk" } { (t("stuck-prepare")) } }
        }
        @if deadlock.is_some() || apart {
            (rungs(desk))
            (next(desk))
        }
        p.quiet { a href={ "/cases/" (case.number) "/do/ask-for-support" } { (t("do-ask-for-support")) } }
    };
    section("stuck-case-title", None, body)
}

fn deadlock_key(by: Deadlock) -> &'static str {
    match by {
        Deadlock::Talks => "stuck-deadlock-talks",
        Deadlock::Days => "stuck-deadlock-days",
        Deadlock::Flat => "stuck-deadlock-flat",
    }
}

fn sign_key(sign: Sign) -> &'static str {
    match sign {
        Sign::ToneFalls => "stuck-sign-tone-falls",
        Sign::NotSatisfied => "stuck-sign-not-satisfied",
        Sign::PromiseBroken => "stuck-sign-promise-broken",
        Sign::FixFailed => "stuck-sign-fix-failed",
        Sign::Repeat => "stuck-sign-repeat",
        Sign::Overdue => "stuck-sign-overdue",
    }
}

/// Each rung, done or with the way to it (S200).
pub fn rungs(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    html! {
        ul { @for (rung, done) in stuck::rungs(case, desk.me.firm.director(case)) {
            li {
                (t(rung.key())) " · "
                @match done {
                    Said::Yes => { (t("stuck-done")) },
                    Said::No => { a href=(way(desk, rung)) { (not_done(desk, rung)) } },
                }
            }
        } }
    }
}

fn not_done(desk: &Desk<'_>, rung: Rung) -> String {
    let case = &desk.view.case;
    let firm = &desk.me.firm;
    let name = match rung {
        Rung::FreshPerson => stuck::fresh(case, &firm.colleagues),
        Rung::ExecutiveTalk => firm.director(case),
        _ => None,
    };
    match name {
        Some(id) => t_with("stuck-not-done-by", &[("name", firm.name_of(id).into())]),
        None => t("stuck-not-done").into_owned(),
    }
}

fn way(desk: &Desk<'_>, rung: Rung) -> String {
    let case = &desk.view.case;
    let act = match rung {
        Rung::Heard => "record-conversation?part=listening".to_owned(),
        Rung::TwoOptions => "add-option".to_owned(),
        // The next talk goes to somebody who had none with them yet (S204).
        Rung::FreshPerson => match stuck::fresh(case, &desk.me.firm.colleagues) {
            Some(id) => format!("hand-over?to={id}"),
            None => "hand-over".to_owned(),
        },
        Rung::ManagerAndQuality => match case.open_escalations().next() {
            Some(_) => "acknowledge-escalation".to_owned(),
            None => "escalate".to_owned(),
        },
        Rung::ExecutiveTalk => "record-conversation".to_owned(),
    };
    format!("/cases/{}/do/{act}", case.number)
}

/// Above the rungs: saying what we still do, then somebody impartial (S199).
fn next(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let base = format!("/cases/{}", case.number);
    html! {
        div.acts { @match case.recovery {
            Recovery::InMediation => { a.act href={ (base) "/mediation" } { (t("mediation-title")) } },
            Recovery::NotAgreed => { a.act href={ (base) "/do/mediate" } { (t("do-mediate")) } a href={ (base) "/do/add-option" } { (t("do-add-option")) } },
            _ => { a href={ (base) "/do/add-option" } { (t("do-add-option")) } a href={ (base) "/do/not-agreed" } { (t("do-not-agreed")) } },
        } }
    }
}

/// On the list of what is next: what a stuck case shows, in one line.
pub fn in_a_line(case: &Case, now: jiff::Timestamp) -> Option<String> {
    stuck::deadlock(case, now).map(|by| t(deadlock_key(by)).into_owned())
}
