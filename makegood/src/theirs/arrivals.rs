//! What a contact says of their firm's deliveries: what is asked, and what they pressed, kept together or not at all. What is not
//! right becomes a case in the same breath; what nobody answers stays *not heard*.
use super::receiver::Receiver;
use super::seen::{self, Named};
use crate::act::{self, NotDone};
use casework::commands::{Command, OpenCase};
use casework::facts::Actor;
use casework::ids::{AccountId, CaseId, RequestId};
use casework::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use store::checks::{self, Answer, Asked, Given};
use store::facts::{Asking, CaseRef};
use store::firm::Firm;
use store::{Conn, Fault, NotKept, Tx, delivery_links, people};
use uuid::Uuid;

/// What was answered stays on the page for so long.
const TOLD_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The deliveries of a customer, as their contact is asked about them.
#[derive(Clone, Debug)]
pub struct Arrivals {
    /// Those that nobody answered yet, which came two working days ago or more.
    pub open: Vec<Asked>,
    /// What their firm answered lately.
    pub told: Vec<Asked>,
    pub person: Named,
}

/// What is asked, and what was answered.
///
/// # Errors
/// Faults of the database.
pub async fn of(me: &Receiver) -> Result<Arrivals, Fault> {
    let (account, owner, now) = (me.account.id, me.account.relationship_owner, me.app.now());
    let read = move |conn: &Conn| {
        let since = now.saturating_sub(TOLD_FOR).unwrap_or(Timestamp::MIN);
        let person = owner.map(|id| people::by_id(conn, id)).transpose()?.flatten();
        Ok::<_, Fault>((checks::to_ask(conn, account, now)?, checks::told_since(conn, account, since)?, person))
    };
    let (open, told, person) = me.app.db.read(read).await?;
    Ok(Arrivals { open, told, person: seen::named(&me.firm, person.as_ref(), now) })
}

/// Their answer about one delivery.
#[derive(Clone, Debug)]
pub struct Answered {
    pub line: Uuid,
    pub answer: Answer,
    /// The case it opens, where it is not right.
    pub wrong: Option<OpenCase>,
}

/// Why nothing was kept.
#[derive(Debug)]
pub enum NotTaken {
    /// The answer about this delivery was refused.
    Of(Uuid, Refusal),
    Fault(Fault),
}
impl From<Fault> for NotTaken {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// A case that an answer opens: by which request, which case, in which words.
struct Opening {
    request: RequestId,
    on: CaseRef,
    command: Command,
    salt: [u8; 16],
}

type Prepared = (Uuid, Answer, Option<Opening>);

/// Keeps all of them, and opens a case for each delivery that is not right. The same once more changes nothing.
///
/// # Errors
/// The first answer that was refused, or a fault of ours; nothing is kept then.
pub async fn keep(me: &Receiver, request: RequestId, answers: Vec<Answered>) -> Result<(), NotTaken> {
    let mut all: Vec<Prepared> = Vec::with_capacity(answers.len());
    for answered in answers {
        let opening = match answered.wrong {
            Some(wish) => {
                let request = RequestId(Uuid::new_v5(&request.0, answered.line.as_bytes()));
                let case = CaseId(Uuid::new_v5(&request.0, b"case"));
                let on = CaseRef::New(case, me.account.id, me.app.next_number().await?);
                Some(Opening { request, on, command: wish.into(), salt: me.app.random::<16>() })
            }
            None => None,
        };
        all.push((answered.line, answered.answer, opening));
    }
    let (firm, by) = (me.app.firm(), Actor::Customer(me.contact.id));
    let (account, link, now) = (me.account.id, me.link.id, me.app.now());
    let work = move |tx: &Tx| {
        let mut moved: Option<Firm> = None;
        for one in &all {
            let newer = kept(tx, moved.as_ref().unwrap_or(&firm), account, one, by, now)?;
            moved = newer.or(moved);
        }
        delivery_links::acted(tx, link, now)?;
        Ok::<_, NotTaken>(moved)
    };
    if let Some(firm) = me.app.db.write(work).await? {
        me.app.set_firm(firm);
    }
    Ok(())
}

fn kept(
    tx: &Tx,
    firm: &Firm,
    account: AccountId,
    (line, answer, opening): &Prepared,
    by: Actor,
    now: Timestamp,
) -> Result<Option<Firm>, NotTaken> {
    match checks::record_theirs(tx, account, *line, answer, now) {
        Ok(Given::Now) => {}
        Ok(Given::Before) => return Ok(None),
        Err(NotKept::Refused(refusal)) => return Err(NotTaken::Of(*line, refusal)),
        Err(NotKept::Fault(fault)) => return Err(fault.into()),
    }
    let Some(opening) = opening else { return Ok(None) };
    let asking = Asking { by, request: opening.request, seen: None, now, other: None };
    match act::within(tx, firm, opening.on, &asking, &opening.command, opening.salt) {
        Ok((_, moved)) => Ok(moved),
        Err(NotDone::Refused(refusal)) => Err(NotTaken::Of(*line, refusal)),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
    }
}
