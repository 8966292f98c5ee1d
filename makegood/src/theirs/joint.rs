//! The joint work as they see it: their whys and ideas with what became of each, and who takes part of both sides.
use super::guest::Guest;
use crate::say::Reader;
use casework::case::Case;
use casework::ids::{ContactId, PersonId};
use casework::parts::{Became, Idea, IdeaAbout, Said, TakesPart};
use jiff::Timestamp;
use store::contacts::Contact;

/// Ideas shown, newest first.
const IDEAS_SHOWN: usize = 40;
/// People of theirs that are shown.
const PEOPLE_SHOWN: usize = 30;

#[derive(Clone, Debug)]
pub struct Joint {
    pub ideas: Vec<SeenIdea>,
    pub ours: Vec<OurPerson>,
    pub theirs: Vec<TheirPerson>,
    /// Whom they would like beside them, and we have not answered.
    pub waiting: Vec<String>,
    /// How whoever looks takes part.
    pub mine: TakesPart,
}
#[derive(Clone, Debug)]
pub struct SeenIdea {
    pub by: String,
    pub about: IdeaAbout,
    pub words: String,
    pub at: Timestamp,
    pub answer: Option<SeenAnswer>,
}
/// Who answered, when, and what became of it.
#[derive(Clone, Debug)]
pub struct SeenAnswer {
    pub became: Became,
    pub words: String,
    pub by: String,
    pub at: Timestamp,
    pub again_by: Option<Timestamp>,
}
#[derive(Clone, Debug)]
pub struct OurPerson {
    pub name: String,
    pub role: &'static str,
}
#[derive(Clone, Debug)]
pub struct TheirPerson {
    pub name: String,
    pub role: String,
    pub how: TakesPart,
    pub is_reader: Said,
}

pub fn of(guest: &Guest, case: &Case, contacts: &[Contact], reader: &Reader<'_>) -> Joint {
    let joint = &case.joint;
    Joint {
        ideas: joint.ideas.iter().rev().take(IDEAS_SHOWN).map(|idea| seen(idea, reader)).collect(),
        ours: ours(case, reader),
        theirs: theirs(guest, case, contacts),
        waiting: joint.not_invited_yet().map(|there| there.name.clone()).collect(),
        mine: joint.part_of(guest.contact.id),
    }
}

fn seen(idea: &Idea, reader: &Reader<'_>) -> SeenIdea {
    let answer = idea.answer.as_ref().map(|answer| SeenAnswer {
        became: answer.became,
        words: answer.words.clone(),
        by: reader.firm.name_of(answer.by).to_owned(),
        at: answer.at,
        again_by: answer.again_by,
    });
    SeenIdea { by: reader.contact(idea.by), about: idea.about, words: idea.words.clone(), at: idea.at, answer }
}

/// Those of us who speak with them; who else works on it behind the desk is nobody's to see.
fn ours(case: &Case, reader: &Reader<'_>) -> Vec<OurPerson> {
    let team = &case.team;
    let mut ours: Vec<(PersonId, &'static str)> = vec![(team.owner, "theirs-role-owner")];
    if team.relationship_owner != team.owner {
        ours.push((team.relationship_owner, "theirs-role-keeps"));
    }
    let named = ours.into_iter().map(|(id, role)| OurPerson { name: reader.firm.name_of(id).to_owned(), role });
    named.filter(|person| !person.name.is_empty()).collect()
}

/// Whoever was let down, was asked to take part, or has said something here; and whoever looks.
fn theirs(guest: &Guest, case: &Case, contacts: &[Contact]) -> Vec<TheirPerson> {
    let mut ids: Vec<ContactId> = vec![];
    let said = case.decisions.iter().map(|d| d.by).chain(case.words.iter().map(|w| w.by));
    let said = said.chain(case.joint.ideas.iter().map(|i| i.by)).chain(case.joint.wishes.iter().map(|w| w.by));
    for id in case.contact.into_iter().chain([guest.contact.id]).chain(case.joint.invited()).chain(said) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let there = ids.into_iter().filter_map(|id| contacts.iter().find(|c| c.id == id && c.active));
    let person = |contact: &Contact| TheirPerson {
        name: contact.name.clone(),
        role: contact.role.clone(),
        how: case.joint.part_of(contact.id),
        is_reader: if contact.id == guest.contact.id { Said::Yes } else { Said::No },
    };
    there.take(PEOPLE_SHOWN).map(person).collect()
}
