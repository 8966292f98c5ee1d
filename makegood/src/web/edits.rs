//! An edit of what has no story of events - a customer, a person, a colleague: it stops when somebody else was quicker, and words
//! what they changed.
use super::audit_words;
use super::desk;
use super::drafts::Draft;
use super::fail::Oops;
use super::ui::{Form, Refusal, Typed};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use casework::refusal::{self, Strength};
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use store::audit::{self, Entry, NotKept};

/// Changes told one by one.
const TOLD: i64 = 20;

/// What the person who edits has seen: travels with the form, and with its draft.
pub struct Seen {
    mark: String,
    since: String,
    told: Option<Markup>,
}

/// Two that are alike have the same mark.
fn mark<T: Serialize>(what: &T) -> String {
    let words = serde_json::to_string(what).unwrap_or_default();
    hex::encode(&Sha256::digest(words.as_bytes())[..8])
}

/// Nobody changed it since the form was opened; a form that does not say what it saw is taken as it is.
///
/// # Errors
/// `setting-changed-meanwhile` when somebody did.
pub fn unchanged<T: Serialize>(seen: &str, now: Option<&T>) -> Result<(), refusal::Refusal> {
    let same = seen.is_empty() || now.is_none_or(|now| mark(now) == seen);
    if same { Ok(()) } else { Err(refusal::Refusal::changed("setting-changed-meanwhile")) }
}

impl Seen {
    /// A form that is opened now; a draft of it saw what it saw then.
    pub fn now<T: Serialize>(agent: &Agent, what: &T, draft: &Draft) -> Seen {
        let of = |name: &str| draft.value(name).map(str::to_owned);
        let now = || agent.app.now().as_microsecond().to_string();
        Seen { mark: of("seen").unwrap_or_else(|| mark(what)), since: of("since").unwrap_or_else(now), told: None }
    }
    /// A form that is opened now and keeps no draft.
    pub fn fresh<T: Serialize>(agent: &Agent, what: &T) -> Seen {
        Seen { mark: mark(what), since: agent.app.now().as_microsecond().to_string(), told: None }
    }
    /// A form that was sent.
    pub fn sent(typed: &Typed) -> Seen {
        Seen { mark: typed.value("seen").to_owned(), since: typed.value("since").to_owned(), told: None }
    }
    pub fn mark(&self) -> String {
        self.mark.clone()
    }

    /// It was not kept. When somebody was quicker, what they did is told, and with that it is seen.
    ///
    /// # Errors
    /// The fault, when it was one.
    pub async fn came_back<T: Serialize>(
        self,
        agent: &Agent,
        typed: &mut Typed,
        why: NotKept,
        subject: String,
        now: &T,
    ) -> Result<Seen, Oops> {
        match why {
            NotKept::Refused(no) if no.strength == Strength::Changed => {
                let about = agent.app.db.read(move |conn| audit::about(conn, &subject, TOLD)).await?;
                let since = self.since.parse().ok().and_then(|at| Timestamp::from_microsecond(at).ok());
                let between = about.iter().filter(|entry| since.is_none_or(|since| entry.at >= since));
                let told = told(agent, between);
                let since = agent.app.now().as_microsecond().to_string();
                Ok(Seen { mark: mark(now), since, told: Some(told) })
            }
            why => desk::refused(agent, typed, why).map(|()| self),
        }
    }

    /// Puts what was seen into the form, and above its fields what others did.
    pub fn into_form(self, form: Form<'_>) -> Form<'_> {
        let form = form.hidden("seen", self.mark).hidden("since", self.since);
        match self.told {
            Some(told) => form.refused(&Refusal::new(t("refusal-setting-changed-meanwhile").into_owned()).below(told)),
            None => form,
        }
    }
}

fn told<'e>(agent: &Agent, entries: impl Iterator<Item = &'e Entry>) -> Markup {
    let now = agent.app.now();
    html! {
        ul { @for entry in entries {
            @let who = entry.person.map(|id| agent.firm.name_of(id).to_owned()).unwrap_or_default();
            @for words in audit_words::changed(agent, entry) {
                li { (t_with("edit-told", &[("at", when::short(entry.at, now, &agent.zone).into()), ("who", who.as_str().into()), ("what", words.into())])) }
            }
        } }
    }
}
