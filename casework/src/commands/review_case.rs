//! What we learned: about them, about us, what improved, and how the relationship stands (S138, S221, S226, S230, S232).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::PersonId;
use crate::kinds::Relation;
use crate::parts::Review;
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

asked! {
    /// The short review of every case; no line of it judges a person.
    pub struct ReviewCase {
        /// What did we learn about this customer?
        pub about_customer: String,
        /// What did we learn about how we work?
        pub about_us: String,
        /// What improved in product, process or service; or *nothing, because …*.
        pub improved: String,
        /// The lesson in one sentence, shown when the like happens again.
        pub lesson: String,
        /// The relationship after it: better, the same, worse.
        pub relation: Relation,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewRecorded {
    pub by: PersonId,
    pub asked: ReviewCase,
}

impl Asks for ReviewCase {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        super::choose_follow_up::ended(draft)?;
        Refusal::unless_said(&self.about_customer, "about_customer", "review-about-customer")?;
        Refusal::unless_said(&self.about_us, "about_us", "review-about-us")?;
        Refusal::unless_said(&self.improved, "improved", "review-improved")?;
        Refusal::unless_said(&self.lesson, "lesson", "review-lesson")?;
        draft.happened(ReviewRecorded { by, asked: self.clone() });
        Ok(())
    }
}

impl Happened for ReviewRecorded {
    fn apply(&self, case: &mut Case, when: &When) {
        let asked = &self.asked;
        case.review = Some(Review {
            at: when.recorded_at,
            by: self.by,
            about_customer: asked.about_customer.clone(),
            about_us: asked.about_us.clone(),
            improved: asked.improved.clone(),
            lesson: asked.lesson.clone(),
            relation: asked.relation,
        });
    }
    fn words(&self) -> Text {
        Text::new("event-review-recorded")
            .with("lesson", &self.asked.lesson)
            .with("relation", choice("relation", self.asked.relation.word()))
    }
}
