//! Everything one case page shows, read in one go; what is not shown costs nothing.
use crate::finder::{self, Found};
use crate::live::Topic;
use crate::say::Reader;
use crate::session::Agent;
use casework::Case;
use casework::event::Happening;
use casework::ids::*;
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use std::collections::HashMap;
use store::accounts::Account;
use store::away::Away;
use store::cases::{self, CaseRow};
use store::contacts::Contact;
use store::insights::{self, Insight};
use store::links::{self, Link};
use store::memory::Near;
use store::presence::Heard;
use store::promises::{self, OwedAmends, Tally};
use store::signals::{self, Signal};
use store::{Conn, Fault, history, presence};

/// Earlier troubles of the account that the panel shows.
const PAST_SHOWN: i64 = 5;
/// What was solved longer ago than this is behind both sides.
const TWELVE_MONTHS: SignedDuration = SignedDuration::from_hours(24 * 365);
/// Events read to find those of one kind on a tab.
const TAB_EVENTS: i64 = 500;

/// Which part of the story is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// The newest page of it.
    Newest,
    /// The page before this event.
    Before(i64),
    /// Only events of these kinds, among the newest [`TAB_EVENTS`].
    Kinds(&'static [&'static str]),
    /// The newest [`TAB_EVENTS`], to be sieved.
    Many,
    /// None: the page is a form.
    Untold,
}

/// A case as a person looks at it.
pub struct CaseView {
    pub case: Case,
    /// The hash that the history ends with.
    pub tail: Vec<u8>,
    pub account: Account,
    pub contacts: Vec<Contact>,
    /// Newest first.
    pub events: Vec<Happening>,
    /// Whether there are events before those.
    pub older: Older,
    /// The newest troubles of the account, without this one.
    pub past: Vec<CaseRow>,
    /// Cases that this one repeats, is linked with, or went into.
    pub related: Vec<CaseRow>,
    pub promises: Tally,
    /// What was promised to them to say sorry and is not given yet, on any case.
    pub owed_amends: Vec<OwedAmends>,
    /// What colleagues told first, from which this case came (S040); read with its story only.
    pub told_first: Vec<Signal>,
    /// What reviews of other cases taught about this customer (S013).
    pub matters: Vec<Insight>,
    /// Tips that were given to the playbooks this case runs (S227).
    pub tips: Vec<Insight>,
    /// The earlier cases nearest to it; read with the newest of its story while anybody still works on it.
    pub near: Vec<Near>,
    /// What this case's own review taught.
    pub learned: Vec<Insight>,
    /// Who has a page of it open, and when that was last heard of.
    pub here: Vec<Heard>,
    /// What could put it right at once; nothing where there is nothing to look for.
    pub found: Option<Found>,
    /// What a tough conversation must not leave out; read only for its preparation (S128).
    pub grievances: Vec<CaseRow>,
    /// The links by which the customer looks at it; read with its story only.
    pub links: Vec<Link>,
    /// Who of theirs is away, as their own mail said.
    pub away: Vec<Away>,
    names: HashMap<ContactId, String>,
    accounts: HashMap<AccountId, String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Older {
    /// There are more, before this one.
    Before(i64),
    None,
}

/// Nothing when there is no such case.
pub fn load(conn: &Conn, number: CaseNumber, story: Story) -> Result<Option<CaseView>, Fault> {
    let Some(kept) = cases::by_number(conn, number)? else { return Ok(None) };
    let case = kept.case;
    let Some(account) = store::accounts::by_id(conn, case.account)? else { return Ok(None) };
    let contacts = store::contacts::of_account(conn, case.account)?;
    let (events, older) = told(conn, case.id, story)?;
    let mut past = cases::of_account(conn, case.account, None, PAST_SHOWN + 1)?;
    past.retain(|row| row.id != case.id);
    let ids: Vec<uuid::Uuid> =
        case.repeat_of.iter().chain(&case.linked).chain(&case.merged_into).take(50).map(|id| id.0).collect();
    Ok(Some(CaseView {
        related: if ids.is_empty() { vec![] } else { cases::by_ids(conn, &ids)? },
        promises: promises::tally(conn, case.account)?,
        owed_amends: promises::owed_amends(conn, case.account)?,
        matters: if story == Story::Untold { vec![] } else { matters(conn, &case)? },
        tips: match story {
            Story::Newest | Story::Before(_) => tips(conn, &case)?,
            Story::Kinds(_) | Story::Many | Story::Untold => vec![],
        },
        near: if story == Story::Newest && case.is_open() { super::memory::to_case(conn, &case)? } else { vec![] },
        learned: if case.review.is_some() { insights::of_case(conn, case.id)? } else { vec![] },
        grievances: vec![],
        told_first: match story {
            Story::Newest | Story::Before(_) => told_first(conn, case.id)?,
            Story::Kinds(_) | Story::Many | Story::Untold => vec![],
        },
        links: match story {
            Story::Untold => vec![],
            _ => links::of_case(conn, case.id)?,
        },
        here: presence::at(conn, &Topic::Case(case.number).to_string())?,
        // The form of an option shows it, too.
        found: match story {
            Story::Kinds(_) | Story::Many => None,
            _ if !finder::looks_for(&case) => None,
            _ => Some(finder::find(conn, &case)?),
        },
        away: store::away::of(conn, &contacts.iter().map(|c| c.id).collect::<Vec<_>>())?,
        names: contacts.iter().map(|c| (c.id, c.name.clone())).collect(),
        accounts: HashMap::from([(account.id, account.name.clone())]),
        tail: kept.tail,
        case,
        account,
        contacts,
        events,
        older,
        past,
    }))
}

/// With the links by which they look at it, for a message that ends with one (S212).
pub fn load_to_write(conn: &Conn, number: CaseNumber) -> Result<Option<CaseView>, Fault> {
    let Some(view) = load(conn, number, Story::Untold)? else { return Ok(None) };
    Ok(Some(CaseView { links: links::of_case(conn, view.case.id)?, ..view }))
}

fn matters(conn: &Conn, case: &Case) -> Result<Vec<Insight>, Fault> {
    let mut all = insights::of_account(conn, case.account)?;
    all.retain(|insight| insight.case != case.id);
    Ok(all)
}

fn tips(conn: &Conn, case: &Case) -> Result<Vec<Insight>, Fault> {
    let names: Vec<&str> = case.playbooks.iter().map(|playbook| playbook.name.as_str()).collect();
    let mut all = if names.is_empty() { vec![] } else { insights::of_playbooks(conn, &names)? };
    all.retain(|insight| insight.case != case.id);
    Ok(all)
}

fn told_first(conn: &Conn, case: CaseId) -> Result<Vec<Signal>, Fault> {
    let mut all = signals::told::of_case(conn, case)?;
    all.retain(|signal| signal.kind == signals::told::KIND);
    Ok(all)
}

/// The same for a form, with every open trouble of the account and those solved within twelve months.
pub fn load_with_grievances(conn: &Conn, number: CaseNumber, now: Timestamp) -> Result<Option<CaseView>, Fault> {
    let Some(mut view) = load(conn, number, Story::Untold)? else { return Ok(None) };
    let since = now.checked_sub(TWELVE_MONTHS).unwrap_or(Timestamp::MIN);
    view.grievances = cases::grievances(conn, view.account.id, since)?;
    Ok(Some(view))
}

fn told(conn: &Conn, case: CaseId, story: Story) -> Result<(Vec<Happening>, Older), Fault> {
    let (before, most) = match story {
        Story::Untold => return Ok((vec![], Older::None)),
        Story::Newest => (i64::MAX, cases::EVENTS_ON_PAGE),
        Story::Before(seq) => (seq, cases::EVENTS_ON_PAGE),
        Story::Many => (i64::MAX, TAB_EVENTS),
        Story::Kinds(kinds) => {
            let mut rows = history::rows_before(conn, case, i64::MAX, TAB_EVENTS)?;
            rows.retain(|row| kinds.contains(&row.kind.as_str()));
            return Ok((rows.iter().map(history::happening).collect::<Result<_, _>>()?, Older::None));
        }
    };
    let rows = history::rows_before(conn, case, before, most)?;
    let older = match rows.last() {
        Some(last) if last.seq > 1 => Older::Before(last.seq),
        _ => Older::None,
    };
    Ok((rows.iter().map(history::happening).collect::<Result<_, _>>()?, older))
}

impl CaseView {
    /// Whoever reads this page: names instead of ids, times on their clock.
    pub fn reader<'a>(&'a self, me: &'a Agent, now: Timestamp) -> Reader<'a> {
        Reader { firm: &me.firm, contacts: &self.names, accounts: &self.accounts, zone: &me.zone, now }
    }
    /// Who else has a page of it open now, in words.
    pub fn who_is_here(&self, me: &Agent, now: Timestamp) -> Option<String> {
        super::here::words(me, presence::still_open(&self.here, now))
    }
    /// The same page as somebody reads it whose clock is another.
    pub fn reader_at<'a>(&'a self, me: &'a Agent, zone: &'a TimeZone, now: Timestamp) -> Reader<'a> {
        Reader { zone, ..self.reader(me, now) }
    }
    pub fn contact(&self, id: ContactId) -> Option<&Contact> {
        self.contacts.iter().find(|c| c.id == id)
    }
    /// The person who was let down and speaks first.
    pub fn speaker(&self) -> Option<&Contact> {
        self.case.contact.and_then(|id| self.contact(id)).or_else(|| self.contacts.iter().find(|c| c.active))
    }
    /// The account's clock.
    pub fn zone(&self) -> TimeZone {
        store::holidays::zone(&self.account.zone).unwrap_or(TimeZone::UTC)
    }
    /// A contact's own clock, else the account's (S249).
    pub fn zone_of(&self, contact: &Contact) -> TimeZone {
        if contact.zone.is_empty() {
            self.zone()
        } else {
            store::holidays::zone(&contact.zone).unwrap_or_else(|_| self.zone())
        }
    }
    /// Whole years since they became a customer (S236).
    pub fn years(&self, now: Timestamp) -> Option<i32> {
        let today = now.to_zoned(self.zone()).date();
        let since = self.account.since_on?;
        Some(i32::from(since.until((jiff::Unit::Year, today)).ok()?.get_years())).filter(|y| *y >= 0)
    }
}
