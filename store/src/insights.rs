//! What reviews taught us, where the next person needs it: on the customer's profile, or beside the steps of a playbook (S013, S227).
//! Who said it and when stays with it.

use crate::{By, Conn, Fault, NotKept, Tx, audit, list, params, record, sql};
use casework::{
    Case, Refusal,
    ids::{AccountId, CaseId, CaseNumber, PersonId},
};
use jiff::Timestamp;

/// Insights shown of one customer or one playbook.
pub const SHOWN: i64 = 20;

/// Whom it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Customer,
    Us,
}

impl About {
    pub const ALL: [About; 2] = [About::Customer, About::Us];

    /// The word in the database and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            About::Customer => "customer",
            About::Us => "us",
        }
    }
    pub fn from_word(word: &str) -> Option<About> {
        About::ALL.into_iter().find(|about| about.word() == word)
    }
}

crate::columns::choices!(About);

/// Where somebody put it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// On the customer's profile.
    Profile,
    /// Beside the steps of this playbook, as a tip.
    Playbook(String),
    /// Nowhere; it stays with its case.
    Left,
}

record! {
    /// One lesson with its case and its speaker.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Insight {
        pub case: CaseId,
        pub number: CaseNumber,
        pub about: About,
        pub account: AccountId,
        pub words: String,
        pub said_by: PersonId,
        pub said_at: Timestamp,
        /// `profile`, `playbook` or `left`; nothing while nobody has decided.
        pub place: Option<String>,
        pub playbook: Option<String>,
        pub placed_by: Option<PersonId>,
        pub placed_at: Option<Timestamp>,
    }
}

impl Insight {
    pub fn is_new(&self) -> bool {
        self.place.is_none()
    }
}

/// A review was written, or written anew: what it taught is kept, and stays where somebody put it.
pub(crate) fn of_review(tx: &Tx, before: &Case, after: &Case) -> Result<(), Fault> {
    let Some(review) = after.review.as_ref().filter(|review| before.review.as_ref() != Some(review)) else {
        return Ok(());
    };
    for (about, words) in [(About::Customer, &review.about_customer), (About::Us, &review.about_us)] {
        tx.put(
            sql!(
                "insert into insights (case_id, about, account_id, words, said_by, said_at) values (?1, ?2, ?3, ?4, ?5, ?6)
                 on conflict (case_id, about) do update set words = excluded.words, said_by = excluded.said_by, said_at = excluded.said_at"
            ),
            &params![after.id, about, after.account, words.trim(), review.by, review.at],
        )?;
    }
    Ok(())
}

/// What matters to this customer: kept on the profile, or said and not decided yet; the newest first.
pub fn of_account(conn: &Conn, account: AccountId) -> Result<Vec<Insight>, Fault> {
    conn.all(
        sql!(
            "select i.case_id, c.number, i.about, i.account_id, i.words, i.said_by, i.said_at, i.place, i.playbook, i.placed_by, i.placed_at
             from insights i join cases c on c.id = i.case_id
             where i.account_id = ?1 and i.about = 'customer' and (i.place is null or i.place = 'profile') order by i.said_at desc, i.case_id limit ?2"
        ),
        &params![account, SHOWN],
    )
}

/// What the review of this case taught, wherever it was put.
pub fn of_case(conn: &Conn, case: CaseId) -> Result<Vec<Insight>, Fault> {
    conn.all(
        sql!(
            "select i.case_id, c.number, i.about, i.account_id, i.words, i.said_by, i.said_at, i.place, i.playbook, i.placed_by, i.placed_at
             from insights i join cases c on c.id = i.case_id where i.case_id = ?1 order by i.about"
        ),
        &params![case],
    )
}

/// The tips that stand beside the steps of these playbooks, the newest first.
pub fn of_playbooks(conn: &Conn, names: &[&str]) -> Result<Vec<Insight>, Fault> {
    conn.all(
        sql!(
            "select i.case_id, c.number, i.about, i.account_id, i.words, i.said_by, i.said_at, i.place, i.playbook, i.placed_by, i.placed_at
             from insights i join cases c on c.id = i.case_id
             where i.playbook in {texts ?1} and i.playbook is not null order by i.said_at desc, i.case_id, i.about limit ?2"
        ),
        &params![list(names.iter().copied()), SHOWN],
    )
}

/// Puts it where it will be seen, by a named colleague; it may be put elsewhere later.
pub fn place(tx: &Tx, case: CaseId, about: About, place: &Place, by: &By) -> Result<(), NotKept> {
    let (word, playbook) = match place {
        Place::Profile => ("profile", None),
        Place::Playbook(name) => ("playbook", Some(name.as_str())),
        Place::Left => ("left", None),
    };
    let Some(before) = of_case(tx, case)?.into_iter().find(|insight| insight.about == about) else {
        return Err(Refusal::missing("no-such-insight").into());
    };
    if place == &Place::Profile && about == About::Us {
        return Err(Refusal::input("place", "insight-about-us").into());
    }
    tx.put(
        sql!("update insights set place = ?3, playbook = ?4, placed_by = ?5, placed_at = ?6 where case_id = ?1 and about = ?2"),
        &params![case, about, word, playbook, by.person, by.now],
    )?;
    let subject = format!("{case} {}", about.word());
    Ok(audit::note(
        tx,
        by,
        "insight-placed",
        &subject,
        before.place.as_ref(),
        Some(&format!("{word} {}", playbook.unwrap_or_default())),
    )?)
}
