//! What is wrong with what, in numbers (DOMAIN 5.6, D2).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::parts::Problem;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Describes the problem in numbers; the whole description each time.
    pub struct DescribeProblem {
        /// What is wrong with what.
        pub problem: Problem,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProblemDescribed {
    pub problem: Problem,
}

impl Asks for DescribeProblem {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let problem = &self.problem;
        Refusal::unless_said(&problem.failure_mode, "failure_mode", "failure-mode-empty")?;
        if problem.should.trim().is_empty() != problem.is.trim().is_empty() {
            return Err(Refusal::input("should", "should-and-is"));
        }
        if let (Some(bad), Some(suspect)) = (problem.found_bad, problem.suspect)
            && bad > suspect
        {
            let refusal = Refusal::input("found_bad", "more-bad-than-suspect");
            return Err(refusal.with("bad", bad).with("suspect", suspect));
        }
        draft.happened(ProblemDescribed { problem: problem.clone() });
        Ok(())
    }
}

impl Happened for ProblemDescribed {
    fn apply(&self, case: &mut Case, _: &When) {
        case.inside.problem = Some(self.problem.clone());
    }
    fn words(&self) -> Text {
        Text::new("event-problem-described").with("failure", &self.problem.failure_mode)
    }
}
