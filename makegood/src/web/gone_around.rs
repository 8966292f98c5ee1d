//! A contact that is gone around (S035): its owner alone is told, beside the first sentence to say. Nothing is blocked.
use super::case_view::CaseView;
use super::fail::Oops;
use super::forms::{Desk, first_sentence};
use crate::session::Agent;
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use casework::avoidance::{Avoided, LOOKS, avoided, owes_a_contact};
use casework::ids::{CaseId, PersonId};
use maud::{Markup, html};
use std::collections::HashMap;
use store::run::{BlockOfLines, Whose};
use store::{Conn, Fault, openings};

/// Whether somebody opened this page to look, or it stands behind an act or follows by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    ToLook,
    Otherwise,
}

/// How often the owner opened this case since they last did something; only while a contact is owed, and for nobody else.
///
/// # Errors
/// When it cannot be counted.
pub async fn looks(me: &Agent, view: &CaseView, opening: Opening) -> Result<u32, Oops> {
    let (case, person, now) = (view.case.id, me.person.id, me.app.now());
    if view.case.team.owner != person || !owes_a_contact(&view.case) {
        return Ok(0);
    }
    Ok(match opening {
        Opening::ToLook => me.app.db.write(move |tx| openings::opened(tx, case, person, now)).await?,
        Opening::Otherwise => {
            let found = me.app.db.read(move |conn| openings::of_person(conn, person, &[case.0])).await?;
            found.first().map_or(0, |looked| looked.looks)
        }
    })
}

pub fn nudge(desk: &Desk<'_>, looks: u32) -> Markup {
    let mine = desk.view.case.team.owner == desk.me.person.id;
    match avoided(&desk.view.case, looks).filter(|_| mine) {
        None => html! {},
        Some(how) => html! {
            p.nudge { (words(how, looks)) " " (t("ui-say-first")) " " span.theirs { (quoted(&first_sentence(desk))) } }
        },
    }
}

pub fn words(how: Avoided, looks: u32) -> String {
    t_with(&format!("avoided-{}", how.word().replace('_', "-")), &[("looks", looks.into())])
}

/// What each line of one's own *Run to it* is to be told of.
pub type OfLines = HashMap<CaseId, String>;

/// # Errors
/// When it cannot be read.
pub fn of_lines(conn: &Conn, whose: Whose, me: PersonId, blocks: &[BlockOfLines]) -> Result<OfLines, Fault> {
    if whose != Whose::Mine(me) {
        return Ok(OfLines::new());
    }
    let ids: Vec<_> =
        blocks.iter().flat_map(|b| &b.lines).filter(|l| l.kind.is_contact()).map(|l| l.case_id.0).collect();
    let looked = openings::of_person(conn, me, &ids)?.into_iter().filter(|l| l.looks >= LOOKS);
    let mut told: OfLines = looked.map(|l| (l.case, words(Avoided::Looked, l.looks))).collect();
    told.extend(openings::put_off(conn, &ids)?.into_iter().map(|case| (case, words(Avoided::PutOff, 0))));
    Ok(told)
}
