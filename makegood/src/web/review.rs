//! The review beside a text that is to leave: what a colleague would say of it, while it is typed or on the button *Review*. It keeps nothing.
use super::case_view;
use super::desk::Posted;
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::ui::Typed;
use crate::promised::{Clocks, caught};
use crate::review::{About, Elsewhere, Passed, Reviewed, Text, left_in};
use crate::review_rules;
use crate::session::Agent;
use axum::extract::Path;
use casework::gate::Gate;
use casework::ids::ContactId;
use casework::kinds::{MessageWay, Purpose};
use jiff::Timestamp;
use maud::Markup;
use proofread::Reviewer;
use std::sync::Arc;
use store::contacts::Contact;

mod panel;
mod sending;

pub use panel::{beside, fragment, why_all};
pub use sending::{ALL_LEFT, Ends, ends, rows, wished};

/// Promises of one text that are offered.
const PROMISES_AT_MOST: usize = 10;
/// The field that holds the promises which are kept with the text: the moment, a blank, the words.
pub const KEEPS: &str = "keeps";
/// The field that says that what was found in a note has been read.
pub const SEEN: &str = "review_seen";

/// A text as it stands on a form, with what the form says besides.
pub struct Asked<'a> {
    pub desk: &'a Desk<'a>,
    pub what: Text,
    pub to: Option<&'a Contact>,
    /// The id of the field, and the word of the act that it is for.
    pub field: &'static str,
    pub act: &'a str,
    pub subject: Option<String>,
    pub text: String,
    /// When they hear from us next.
    pub next: Option<Timestamp>,
    pub attachments: Option<u32>,
    pub promises: Promises,
}

/// Of a note about a talk or a person, only how it speaks of people is looked at (S060, S083, S114).
const ABOUT_PEOPLE: &[&str] = &["NT", "AK02", "AK03", "BL", "DF", "OV"];

/// A day that is not one of the record's.
const OTHER_DAY: &str = "FX03";

/// When a text reaches the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaves {
    /// With this press.
    Now,
    /// It went another way, and is put on record as it went.
    HasLeft,
    /// It is ours.
    Stays,
}

/// Whether what the text promises can go to the ledger with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promises {
    KeptWithIt,
    LeftAlone,
}

/// A promise that a text makes, as it would stand in the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promising {
    pub words: String,
    pub due: Timestamp,
    /// Whether it is kept when the text leaves.
    pub kept: bool,
}

impl Asked<'_> {
    /// # Errors
    /// When the books cannot be read.
    pub async fn read(&self) -> Result<Reviewed, Oops> {
        let (account, text) = (self.desk.view.account.id, self.text.clone());
        let subject = self.subject.clone().unwrap_or_default();
        let writer = self.desk.me.person.id;
        let look = move |conn: &store::Conn| Elsewhere::look(conn, account, writer, &format!("{subject}\n{text}"));
        let elsewhere = self.desk.me.app.db.read(look).await?;
        Ok(self.against(&elsewhere, review_rules::reviewer(&self.desk.me.app)?))
    }

    fn against(&self, elsewhere: &Elsewhere, rules: Arc<Reviewer>) -> Reviewed {
        let desk = self.desk;
        let theirs = self.to.map_or_else(|| desk.view.zone(), |to| desk.view.zone_of(to));
        let dates: Vec<Timestamp> = kept(desk.typed).into_iter().map(|(due, _)| due).collect();
        let about = About {
            case: &desk.view.case,
            account: &desk.view.account,
            contacts: &desk.view.contacts,
            firm: &desk.me.firm,
            writer: &desk.me.person,
            to: self.to,
            zones: (&theirs, &desk.me.zone),
            now: desk.now,
            text: self.what,
            next: self.next,
            dates: &dates,
            passed: passed(desk),
            attachments: self.attachments,
            elsewhere,
        };
        let reviewed = Reviewed::of(rules, &self.text, self.subject.as_deref(), &about.record(), left_in(desk.typed));
        // An answer may itself agree a day that nobody had before.
        let reviewed = if self.act.starts_with("answer-") { reviewed.without(OTHER_DAY) } else { reviewed };
        match self.what.purpose {
            proofread::Purpose::Note | proofread::Purpose::OurView => reviewed.only_its_words(Some(ABOUT_PEOPLE)),
            proofread::Purpose::Solved => reviewed.only_its_words(None),
            proofread::Purpose::Invitation if self.act != "send-message" => reviewed.only_its_words(None),
            _ => reviewed,
        }
    }

    /// Whether the customer reads it once the button is pressed.
    pub fn leaves(&self) -> Leaves {
        let way = self.desk.typed.filled("way").and_then(MessageWay::from_word);
        match self.what.purpose {
            proofread::Purpose::Note | proofread::Purpose::OurView | proofread::Purpose::Invitation => Leaves::Stays,
            _ if self.act == "record-message" && !matches!(way, Some(MessageWay::Portal | MessageWay::Letter)) => {
                Leaves::HasLeft
            }
            _ => Leaves::Now,
        }
    }

    /// What the text promises that is not in the ledger yet, with the moment as whoever reads it understands it.
    pub fn promising(&self, reviewed: &Reviewed) -> Vec<Promising> {
        if self.promises == Promises::LeftAlone {
            return vec![];
        }
        let desk = self.desk;
        let zone = self.to.map_or_else(|| desk.view.zone(), |to| desk.view.zone_of(to));
        let ticked = kept(desk.typed);
        let clocks = Clocks::of_letter(desk.now, &desk.me.zone, &zone);
        let mut found: Vec<Promising> = vec![];
        for promise in &reviewed.report.promises {
            let Some(one) = caught(promise, &reviewed.text, &clocks, desk.now) else { continue };
            let due = one.due;
            let known = desk.view.case.promises.iter().any(|p| p.due == due);
            let twice = found.iter().any(|other| other.due == due);
            if known || twice || self.next == Some(due) || found.len() >= PROMISES_AT_MOST {
                continue;
            }
            found.push(Promising { words: one.words, due, kept: ticked.iter().any(|(at, _)| *at == due) });
        }
        found
    }
}

/// The promises that are kept with the text, as the form says them.
pub fn kept(typed: &Typed) -> Vec<(Timestamp, String)> {
    let one = |said: &str| {
        let (at, words) = said.split_once(' ')?;
        Some((at.parse().ok()?, words.to_owned()))
    };
    typed.values(KEEPS).flat_map(str::lines).filter_map(one).take(PROMISES_AT_MOST).collect()
}

/// Somebody let it pass that we call first, on this form or before.
fn passed(desk: &Desk<'_>) -> Passed {
    let gate = Gate::NoResolvingInWriting;
    let here = desk.typed.value("pass_gate") == gate.word() && desk.typed.filled("pass_reason").is_some();
    if here || desk.view.case.has_pass(gate) { Passed::ByName } else { Passed::No }
}

/// A text of a form that is reviewed.
struct Place {
    /// The word of the act.
    act: &'static str,
    field: &'static str,
    text: fn() -> Text,
}

/// Where else text leaves, or is kept about somebody: the field of each form, and what is written there.
const PLACES: &[Place] = &[
    Place { act: "record-message", field: "text", text: || Text::message(None, MessageWay::Email) },
    Place { act: "tell-what-happened", field: "what", text: Text::answer },
    Place { act: "answer-question", field: "answer", text: Text::answer },
    Place { act: "answer-idea", field: "words", text: Text::answer },
    Place { act: "answer-suggestion", field: "words", text: Text::answer },
    Place { act: "answer-concern", field: "words", text: Text::answer },
    Place { act: "close", field: "commitment", text: Text::answer },
    Place { act: "prepare-talk", field: "invitation", text: Text::invitation },
    Place { act: "state-fault", field: "our_view", text: Text::our_view },
    Place { act: "record-conversation", field: "notes", text: Text::note },
    Place { act: "record-attempt", field: "note", text: Text::note },
    Place { act: "add-note", field: "text", text: Text::note },
];

/// The field of a form that is reviewed, by its act.
pub fn field_of(act: &str) -> Option<&'static str> {
    PLACES.iter().find(|place| place.act == act).map(|place| place.field)
}

/// The text of a form with that act, where it is reviewed.
pub fn of_form<'a>(desk: &'a Desk<'a>, act: &'a str, proposed: &str) -> Option<Asked<'a>> {
    let place = PLACES.iter().find(|place| place.act == act)?;
    let typed = desk.typed;
    let text = typed.values(place.field).last().unwrap_or(proposed).to_owned();
    let to = ["to", "with", "contact"].iter().find_map(|name| typed.filled(name)?.parse::<ContactId>().ok());
    let purpose = typed.filled("purpose").and_then(Purpose::from_word);
    let way = typed.filled("way").and_then(MessageWay::from_word).unwrap_or(MessageWay::Email);
    let what = if act == "record-message" { Text::message(purpose, way) } else { (place.text)() };
    let next = typed.filled("next_contact_at").and_then(|said| crate::said::time(said, desk.now, &desk.zones()));
    Some(Asked {
        desk,
        what,
        to: to.and_then(|id| desk.view.contact(id)).or_else(|| desk.view.speaker()),
        field: place.field,
        act,
        subject: None,
        text,
        next,
        attachments: None,
        promises: Promises::LeftAlone,
    })
}

/// While somebody types: the review of the text as it stands on the form, to be put beside it.
pub async fn create(
    me: Agent,
    Path((number, act)): Path<(String, String)>,
    Posted(typed): Posted,
) -> Result<Markup, Oops> {
    me.app.limits().review(me.person.id.0).map_err(Oops::TooMany)?;
    let number = numbered(&number)?;
    let load = move |conn: &store::Conn| case_view::load(conn, number, case_view::Story::Untold);
    let view = me.app.db.read(load).await?.ok_or(Oops::NotFound)?;
    let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &typed };
    if act == "send-message" {
        return super::compose::reviewed(&desk).await;
    }
    let asked = of_form(&desk, &act, "").ok_or(Oops::NotFound)?;
    let reviewed = asked.read().await?;
    Ok(fragment(&asked, &reviewed))
}
