//! The one door for change: gather, decide, commit, in one transaction. Page, API, shell, jobs and imports all come through here.
use crate::app::App;
use crate::foot;
use casework::commands::{Beside, Command, OpenCase};
use casework::event::Event;
use casework::facts::Actor;
use casework::ids::*;
use casework::{Case, Change, Refusal, decide};
use store::commit::{self, Keeping};
use store::facts::{self, Asking, CaseRef};
use store::firm::{self, Firm};
use store::{Fault, Tx};

/// A wish as it comes to the door.
#[derive(Clone, Debug)]
pub struct Asked {
    /// A retry carries the same and changes nothing.
    pub id: RequestId,
    pub command: Command,
    /// The version of the case that the person was looking at.
    pub seen: Option<u64>,
}

impl Asked {
    pub fn new(app: &App, command: impl Into<Command>) -> Self {
        Self { id: app.new_request(), command: command.into(), seen: None }
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    pub case: CaseId,
    pub number: CaseNumber,
    pub version: u64,
    /// Sequence numbers of the new events; empty when there was nothing to do.
    pub events: Vec<u64>,
    /// The case that was opened beside it, by a split.
    pub other: Option<CaseNumber>,
}

/// Why not; nothing else comes back.
#[derive(Debug)]
pub enum NotDone {
    /// The rule said no; the person can do something about it.
    Refused(Refusal),
    /// Our problem.
    Fault(Fault),
}
impl From<Fault> for NotDone {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
impl From<Refusal> for NotDone {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Asks for a change of one case.
///
/// # Errors
/// The rule's refusal, or a fault of ours; nothing has changed then.
pub async fn act(app: &App, by: Actor, on: CaseRef, asked: Asked) -> Result<Done, NotDone> {
    act_and(app, by, on, asked, |_| Ok::<_, Fault>(())).await
}

/// The same, and `also` in the same transaction: what an edge keeps beside the case, such as a draft that was just sent.
///
/// # Errors
/// As for [`act`], or what `also` says; nothing of both is kept then.
pub async fn act_and<E: Into<NotDone>>(
    app: &App,
    by: Actor,
    on: CaseRef,
    asked: Asked,
    also: impl Fn(&Tx) -> Result<(), E> + Send + 'static,
) -> Result<Done, NotDone> {
    let other = match asked.command.beside() {
        Some(Beside::Known(number)) => Some(CaseRef::Number(number)),
        // The id follows from the request, so that a retry finds the case that is already there.
        Some(Beside::New) => {
            let id = CaseId(uuid::Uuid::new_v5(&asked.id.0, b"case"));
            Some(CaseRef::New(id, account_of(app, on).await?, app.next_number().await?))
        }
        None => None,
    };
    let asking = Asking { by, request: asked.id, seen: asked.seen, now: app.now(), other };
    let (salt, firm) = (app.random::<16>(), app.firm());
    let work = move |tx: &Tx| {
        let done = within(tx, &firm, on, &asking, &asked.command, salt)?;
        also(tx).map_err(Into::into)?;
        Ok::<_, NotDone>(done)
    };
    let (done, moved) = app.db.write(work).await?;
    if let Some(firm) = moved {
        app.set_firm(firm);
    }
    Ok(done)
}

/// Opens a case for a customer.
///
/// # Errors
/// As for [`act`].
pub async fn open(app: &App, by: Actor, request: RequestId, command: OpenCase) -> Result<Done, NotDone> {
    open_and(app, by, request, command, |_| Ok::<_, Fault>(())).await
}

/// The case that a request opens: its id follows from the request, so that a retry finds the case that is already there.
pub fn opened_by(request: RequestId) -> CaseId {
    CaseId(uuid::Uuid::new_v5(&request.0, b"case"))
}

/// The same, and `also` in the same transaction.
///
/// # Errors
/// As for [`act`].
pub async fn open_and<E: Into<NotDone>>(
    app: &App,
    by: Actor,
    request: RequestId,
    command: OpenCase,
    also: impl Fn(&Tx) -> Result<(), E> + Send + 'static,
) -> Result<Done, NotDone> {
    let id = opened_by(request);
    let on = CaseRef::New(id, command.account, app.next_number().await?);
    act_and(app, by, on, Asked { id: request, command: command.into(), seen: None }, also).await
}

/// A salt of its own for each wish of one transaction, from one that was drawn for all of them and is kept nowhere.
pub fn own_salt(drawn: [u8; 16], request: RequestId) -> [u8; 16] {
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, &drawn);
    let whole = ring::hmac::sign(&key, request.0.as_bytes());
    let mut salt = [0; 16];
    salt.iter_mut().zip(whole.as_ref()).for_each(|(to, from)| *to = *from);
    salt
}

/// The door itself, inside a transaction that the caller holds.
///
/// # Errors
/// As for [`act`].
pub fn within(
    tx: &Tx,
    firm: &Firm,
    on: CaseRef,
    asking: &Asking,
    command: &Command,
    salt: [u8; 16],
) -> Result<(Done, Option<Firm>), NotDone> {
    let door = facts::door(tx, on, asking)?;
    if let Some((case, version)) = door.done {
        let number = store::cases::number_of(tx, case)?.unwrap_or(CaseNumber(0));
        return Ok((Done { case, number, version, events: vec![], other: None }, None));
    }
    let moved = if door.firm_version == firm.version { None } else { Some(firm::load(tx)?) };
    let firm = moved.as_ref().unwrap_or(firm);
    let Some(gathered) = facts::gather_from(tx, firm, on, asking, door)? else {
        return Err(Refusal::missing("no-such-case").into());
    };
    let (facts, mut again) = (&gathered.facts, None);
    if let Some(refusal) = foot::look(tx, facts, command, asking.now)? {
        return Err(refused_before(decide(facts, command), refusal));
    }
    let change = decide(facts, command)?;
    if !facts::is_nothing(&change) {
        let keeping = Keeping {
            before: &facts.case,
            other_before: facts.other.as_ref(),
            tail: &gathered.tail,
            other_tail: &gathered.other_tail,
            request: asking.request,
            salt,
            now: asking.now,
        };
        commit::commit(tx, &change, &keeping)?;
        // Whoever has a link follows a case that is open again.
        if change.events.iter().any(|happening| matches!(happening.event, Event::CaseReopened(_))) {
            store::links::renew(tx, change.case.id, asking.now)?;
        }
        // Another version of a playbook is followed: it is on the shelf from the next page on.
        let is_moved = |event: &Event| matches!(event, Event::PlaybookMoved(_) | Event::PlaybookMovedBack(_));
        if change.events.iter().any(|happening| is_moved(&happening.event)) {
            again = Some(firm::load(tx)?);
        }
    }
    let done = Done {
        case: change.case.id,
        number: change.case.number,
        version: change.case.version,
        events: change.events.iter().map(|h| h.seq).collect(),
        other: change.other.as_ref().map(|(other, _)| other.number),
    };
    Ok((done, again.or(moved)))
}

/// The rule's own no comes first: it says what matters more than how a message ends.
fn refused_before(decided: Result<Change, Refusal>, otherwise: Refusal) -> NotDone {
    match decided {
        Err(refusal) => refusal.into(),
        Ok(_) => otherwise.into(),
    }
}

/// What would come of it, decided by the same rule from what can be seen now. Nothing is kept, and nobody is bound by it.
///
/// # Errors
/// As for [`act`].
pub async fn foresee(app: &App, by: Actor, on: CaseNumber, command: Command) -> Result<Change, NotDone> {
    let (firm, now, new) = (app.firm(), app.now(), CaseId(app.new_id()));
    app.db
        .read(move |conn| {
            let look = |number| {
                facts::look(conn, &firm, number, by, now)?.ok_or_else(|| Refusal::missing("no-such-case").into())
            };
            let mut facts = look(on)?;
            facts.other = match command.beside() {
                Some(Beside::Known(number)) => Some(look(number).map_err(|no: NotDone| no)?.case),
                Some(Beside::New) => Some(Case::blank(new)),
                None => None,
            };
            Ok(decide(&facts, &command)?)
        })
        .await
}

async fn account_of(app: &App, on: CaseRef) -> Result<AccountId, NotDone> {
    let found = match on {
        CaseRef::New(_, account, _) => Some(account),
        CaseRef::Id(id) => {
            app.db
                .read(move |conn| {
                    store::cases::by_ids(conn, &[id.0]).map(|rows| rows.first().map(|row| row.account_id))
                })
                .await?
        }
        CaseRef::Number(number) => {
            app.db
                .read(move |conn| store::cases::by_number(conn, number).map(|kept| kept.map(|kept| kept.case.account)))
                .await?
        }
    };
    found.ok_or_else(|| Refusal::missing("no-such-case").into())
}
