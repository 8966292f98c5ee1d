//! The team that finds the cause: champion, leader, and members of several functions, those among them who make the part (DOMAIN 5.6, D1).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::PersonId;
use crate::inside::{FUNCTIONS_AT_LEAST, by_the_book};
use crate::parts::{Function, Member, ProblemTeam};
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Members of a team; more is a meeting.
const MEMBERS_AT_MOST: usize = 12;

asked! {
    /// Names who works on the problem; the whole team each time.
    pub struct NameProblemTeam {
        /// Who gives time and money for it.
        pub champion: PersonId,
        /// Who leads the work.
        pub leader: PersonId,
        /// The members, at most 12.
        pub members: Vec<Member>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProblemTeamNamed {
    pub champion: PersonId,
    pub leader: PersonId,
    pub members: Vec<Member>,
}

impl Asks for NameProblemTeam {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        for (person, field) in [(self.champion, "champion"), (self.leader, "leader")] {
            if draft.facts.colleague(person).is_none() {
                return Err(Refusal::input(field, "no-such-colleague"));
            }
        }
        if self.members.len() > MEMBERS_AT_MOST {
            return Err(Refusal::input("members", "too-many").with("most", MEMBERS_AT_MOST));
        }
        if self.members.iter().any(|m| m.name.trim().is_empty() || m.share == 0 || m.share > 100) {
            return Err(Refusal::input("members", "member-incomplete"));
        }
        if by_the_book(&draft.case) {
            self.check_functions()?;
        }
        let (champion, leader, members) = (self.champion, self.leader, self.members.clone());
        draft.happened(ProblemTeamNamed { champion, leader, members });
        Ok(())
    }
}

impl NameProblemTeam {
    fn check_functions(&self) -> Result<(), Refusal> {
        let mut functions: Vec<Function> = self.members.iter().map(|m| m.function).collect();
        functions.sort_unstable();
        functions.dedup();
        if functions.len() < FUNCTIONS_AT_LEAST {
            let refusal = Refusal::input("members", "team-of-few-functions");
            return Err(refusal.with("there", functions.len()).with("least", FUNCTIONS_AT_LEAST));
        }
        if !functions.contains(&Function::MakesThePart) {
            return Err(Refusal::input("members", "team-without-hands"));
        }
        Ok(())
    }
}

impl Happened for ProblemTeamNamed {
    fn apply(&self, case: &mut Case, when: &When) {
        let (champion, leader, members) = (self.champion, self.leader, self.members.clone());
        case.inside.team = Some(ProblemTeam { champion, leader, members, at: when.happened_at });
    }
    fn words(&self) -> Text {
        let names = self.members.iter().map(|m| m.name.clone().into()).collect();
        Text::new("event-problem-team-named")
            .with("champion", self.champion)
            .with("leader", self.leader)
            .with("members", crate::text::Part::List(names))
    }
}
