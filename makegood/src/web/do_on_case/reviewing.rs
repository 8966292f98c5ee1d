//! The review of the text on the form of an act: beside its field, and before it leaves or is kept.
use super::Page;
use crate::web::fail::Oops;
use crate::web::forms::Desk;
use crate::web::review::{self, Ends, Leaves};
use crate::web::ui::Form;

/// The family of rules about words that judge a person.
const JUDGING: &str = "NT";

/// Why a text is looked at once more.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// It must not leave like this.
    Stopped,
    /// Somebody has to answer for it.
    Asks,
    /// It is said once.
    Once,
}

impl Held {
    pub fn words(self) -> &'static str {
        match self {
            Self::Stopped => "review-stops",
            Self::Asks => "review-asks",
            Self::Once => "review-once",
        }
    }
}

/// What the review has to say before a text leaves or is kept; nothing when it may.
pub async fn held(desk: &Desk<'_>, word: &str) -> Result<Option<Held>, Oops> {
    let Some(asked) = review::of_form(desk, word, "") else { return Ok(None) };
    let reviewed = asked.read().await?;
    let judges = reviewed.to_fix().any(|finding| finding.rule.starts_with(JUDGING));
    Ok(match (asked.leaves(), review::ends(&reviewed, desk.typed)) {
        (Leaves::Now, Ends::Stopped) => Some(Held::Stopped),
        (Leaves::Now, Ends::Asks) if word == "record-message" => Some(Held::Asks),
        // A nudge: said once before it is kept, and the next press keeps it (S114).
        (Leaves::Stays, _) if judges && desk.typed.filled(review::SEEN).is_none() => Some(Held::Once),
        _ => None,
    })
}

impl Page<'_> {
    /// Reads its text as it stands on the form.
    pub(super) async fn reviewed(mut self) -> Result<Self, Oops> {
        let reviewed = {
            let desk = Desk { view: self.view, me: self.me, now: self.me.app.now(), typed: &self.typed };
            match review::of_form(&desk, self.word, &self.proposed(&desk)) {
                Some(asked) => Some(asked.read().await?),
                None => None,
            }
        };
        self.reviewed = reviewed;
        Ok(self)
    }

    /// What stands in the field that is reviewed before anybody typed.
    fn proposed(&self, desk: &Desk<'_>) -> String {
        let field = review::field_of(self.word);
        field.and_then(|field| self.blank(desk).proposed(field).map(str::to_owned)).unwrap_or_default()
    }

    /// The review beside its text, and what it wants before the press.
    pub(super) fn with_review<'f>(&self, mut form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
        let proposed = self.proposed(desk);
        let asked = review::of_form(desk, self.word, &proposed);
        let (Some(asked), Some(reviewed)) = (asked, &self.reviewed) else { return form };
        form = form.beside(asked.field, review::beside(&asked, reviewed, "do"));
        if self.held == Some(Held::Asks) || self.typed.filled(review::ALL_LEFT).is_some() {
            form = form.group("review-all-left-title", [review::why_all()]);
        }
        if self.held == Some(Held::Once) { form.hidden(review::SEEN, "yes") } else { form }
    }
}
