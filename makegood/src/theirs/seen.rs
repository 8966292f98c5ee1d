//! What of a case is meant for the customer's eyes. Their page is written from this and never from the case itself, so that
//! nothing internal has a way onto it: their own words, what was laid out, agreed or promised to them, and what events say for them.
use super::guest::Guest;
use super::returns::SeenReturn;
use crate::handling;
use crate::say::Reader;
use casework::calendar::Calendar;
use casework::case::Case;
use casework::event::{Event, Happening};
use casework::facts::Actor;
use casework::ids::*;
use casework::kinds::{Answered, Confidence, Party, Reaction, Recovery, StepKind};
use casework::parts::{
    CaseFile, ConcernState, OfferedOption, PlanStep, PromiseState, Promised, Said, SentReport, StepState,
};
use casework::text::Part;
use jiff::{Timestamp, ToSpan as _};
use std::collections::HashMap;
use store::firm::Firm;
use store::{Conn, Fault, cases, contacts, history, people};

/// What is told, newest first; the rest stands in the file of the case.
const TOLD_AT_MOST: usize = 100;
/// Promises that their page shows, latest first.
const PROMISES_AT_MOST: usize = 50;
/// Events looked through for it.
const EVENTS_READ: i64 = 500;
/// Days ahead in which somebody of ours is looked for at work.
const DAYS_AHEAD: i64 = 14;

/// One case, as its customer sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub number: CaseNumber,
    pub title: String,
    pub stands: Recovery,
    /// By when they hear from us again.
    pub next_word: Option<Timestamp>,
    pub person: Named,
    /// What it does to them, in their words.
    pub impacts: Vec<String>,
    pub deadline: Option<(String, Timestamp)>,
    pub deadline_met: Option<Said>,
    pub needs: Vec<Need>,
    pub asked: Vec<Asked>,
    pub ways: Vec<Way>,
    /// What they decided, newest first.
    pub decided: Vec<Decided>,
    pub plan: Option<Plan>,
    /// What we promised them beside the next word, latest first.
    pub promises: Vec<Promise>,
    /// We asked whether news of ours hurts them, and they have not said.
    pub news: Option<String>,
    /// While we are not agreed: what we still do for them, and the line of goodwill (S161).
    pub still: Option<(String, String)>,
    /// Somebody impartial who helps both, and what they propose.
    pub neutral: Option<Neutral>,
    pub word_can_be_given: Said,
    pub words: Vec<Spoken>,
    pub told: Vec<Told>,
    /// What we promise every customer in trouble, and whether theirs has it yet.
    pub promised: Vec<(handling::Promise, Said)>,
    pub joint: super::joint::Joint,
    /// They do not choose the same, and we have not spoken with them yet.
    pub differ: Said,
    /// What they sent, and of ours what somebody marked for them; newest first.
    pub files: Vec<SeenFile>,
    /// Reports that they have, newest first.
    pub reports: Vec<SentReport>,
    /// What goes back to us, newest first.
    pub returns: Vec<SeenReturn>,
    /// What an act that is bound to what was read carries with it.
    pub version: u64,
}

/// Whom they call.
#[derive(Clone, Debug, Default)]
pub struct Named {
    pub name: String,
    pub phone: String,
    pub email: String,
    /// The hours in which they are next there.
    pub there: Option<(Timestamp, Timestamp)>,
}
#[derive(Clone, Debug)]
pub struct Neutral {
    pub name: String,
    pub impartial: String,
    pub accepted_by_us: String,
    pub accepted_by_them: String,
    pub outcome: Option<String>,
}
#[derive(Clone, Debug)]
pub struct Need {
    pub id: ConcernId,
    pub words: String,
    pub settled: Said,
}
/// A question or a correction of theirs and our answer.
#[derive(Clone, Debug)]
pub struct Asked {
    pub words: String,
    pub answer: Option<String>,
}
/// A way forward in their terms.
#[derive(Clone, Debug)]
pub struct Way {
    pub id: OptionId,
    pub what: String,
    pub theirs: Said,
    pub arrives: Option<Timestamp>,
    pub confidence: Confidence,
    pub they_do: String,
    pub costs: Part,
    pub suits: String,
    pub answer: Option<Answered>,
    pub chosen: Said,
    /// Its date has passed.
    pub over: Said,
    /// It was laid before them in an earlier round: history, with nothing to press.
    pub earlier: Said,
    /// Whether it can be chosen as it stands.
    pub can_be_chosen: Said,
}
/// A choice of one of them; two of them may differ, and both are shown.
#[derive(Clone, Debug)]
pub struct Decided {
    pub by: String,
    /// Nothing says: none fits.
    pub what: Option<String>,
    pub words: String,
    pub at: Timestamp,
}
#[derive(Clone, Debug)]
pub struct Plan {
    pub version: u32,
    pub steps: Vec<Step>,
    pub agreed_by_us: Option<String>,
    pub agreed_by_them: Option<String>,
}
#[derive(Clone, Debug)]
pub struct Step {
    pub id: StepId,
    pub text: String,
    pub party: Party,
    /// Who does it, by name where one is known.
    pub who: String,
    pub prevents: Said,
    pub due: Timestamp,
    pub state: StepState,
}
/// A thing that we promised, and what became of it; one that we did not keep stays and is owned (S244).
#[derive(Clone, Debug)]
pub struct Promise {
    pub words: String,
    pub due: Timestamp,
    pub state: PromiseState,
    /// When nobody waits for it any more.
    pub settled_at: Option<Timestamp>,
}
/// Their word whether it is solved.
#[derive(Clone, Debug)]
pub struct Spoken {
    pub by: String,
    pub solved: Said,
    pub words: String,
    pub at: Timestamp,
}
/// What an event says for them.
#[derive(Clone, Debug)]
pub struct Told {
    pub at: Timestamp,
    pub words: String,
    pub theirs: Said,
}

/// A file that is theirs to see.
#[derive(Clone, Debug)]
pub struct SeenFile {
    pub file: CaseFile,
    /// Who at the customer sent it; one of us when nobody there did.
    pub from: Option<String>,
}

/// What was read for a guest.
struct Kept {
    case: Case,
    events: Vec<Happening>,
    contacts: Vec<contacts::Contact>,
    person: Option<people::Person>,
}

/// The case of a guest.
///
/// # Errors
/// Faults of the database.
pub async fn of(guest: &Guest) -> Result<Option<Seen>, Fault> {
    let (number, account) = (guest.link.number, guest.account.id);
    let kept = guest.app.db.read(move |conn| kept(conn, number, account)).await?;
    Ok(kept.map(|kept| seen(guest, &kept)))
}

fn kept(conn: &Conn, number: CaseNumber, account: AccountId) -> Result<Option<Kept>, Fault> {
    let Some(case) = cases::by_number(conn, number)?.map(|kept| kept.case).filter(|case| case.account == account)
    else {
        return Ok(None);
    };
    let rows = history::rows_before(conn, case.id, i64::MAX, EVENTS_READ)?;
    let events = rows.iter().map(history::happening).collect::<Result<_, _>>()?;
    let contacts = contacts::of_account(conn, account)?;
    let person = people::by_id(conn, case.team.owner)?;
    Ok(Some(Kept { case, events, contacts, person }))
}

fn yes(is: bool) -> Said {
    if is { Said::Yes } else { Said::No }
}

fn seen(guest: &Guest, kept: &Kept) -> Seen {
    let (case, now) = (&kept.case, guest.app.now());
    let accounts = HashMap::from([(guest.account.id, guest.account.name.clone())]);
    let names: HashMap<ContactId, String> = kept.contacts.iter().map(|c| (c.id, c.name.clone())).collect();
    let reader = Reader { firm: &guest.firm, contacts: &names, accounts: &accounts, zone: &guest.zone, now };
    // One that was not kept is still waited for.
    let next = case.owed_promises().filter(|p| p.what == Promised::NextContact).map(|p| p.due).min();
    let given = matches!(case.recovery, Recovery::AwaitingWord | Recovery::NoWord);
    let news = case.news.as_ref().filter(|news| news.told_at.is_some() && news.reaction == Reaction::Unknown);
    let decided = case.decisions.iter().rev().map(|decision| Decided {
        by: reader.contact(decision.by),
        what: decision.chosen.and_then(|id| case.option(id)).map(|option| option.what.clone()),
        words: decision.words.clone(),
        at: decision.at,
    });
    Seen {
        number: case.number,
        title: case.title.clone(),
        stands: case.recovery,
        next_word: next,
        person: named(&guest.firm, kept.person.as_ref(), now),
        impacts: case.harm.impacts.iter().map(|impact| impact.words.clone()).collect(),
        deadline: case.harm.deadline.as_ref().map(|d| (d.what.clone(), d.at)),
        deadline_met: case.harm.deadline.as_ref().and_then(|d| d.met),
        needs: case
            .concerns
            .iter()
            .map(|c| Need { id: c.id, words: c.words.clone(), settled: yes(c.state == ConcernState::Settled) })
            .collect(),
        asked: case
            .questions
            .iter()
            .rev()
            .map(|q| Asked { words: q.words.clone(), answer: q.answer.clone() })
            .collect(),
        ways: ways(case, now),
        decided: decided.collect(),
        plan: plan(case, &reader),
        promises: promises(case),
        news: news.map(|news| news.text.clone()),
        still: still(kept),
        neutral: case.mediation.as_ref().map(|mediation| Neutral {
            name: mediation.mediator.clone(),
            impartial: mediation.impartial.clone(),
            accepted_by_us: guest.firm.name_of(mediation.accepted_by_us).to_owned(),
            accepted_by_them: reader.contact(mediation.accepted_by_them),
            outcome: mediation.outcome.as_ref().map(|outcome| outcome.words.clone()),
        }),
        word_can_be_given: yes(given),
        words: case
            .words
            .iter()
            .rev()
            .map(|w| Spoken { by: reader.contact(w.by), solved: w.solved, words: w.words.clone(), at: w.at })
            .collect(),
        told: kept.events.iter().filter_map(|happening| told(&reader, happening)).take(TOLD_AT_MOST).collect(),
        promised: handling::kept_so_far(case),
        joint: super::joint::of(guest, case, &kept.contacts, &reader),
        differ: yes(!case.disputed().is_empty()),
        files: files(case, &reader),
        reports: case.reports.iter().rev().cloned().collect(),
        returns: case.returns.iter().rev().map(|goods| SeenReturn::of(case.number, goods)).collect(),
        version: case.version,
    }
}

/// As it was said to them last, while it holds.
fn still(kept: &Kept) -> Option<(String, String)> {
    if !matches!(kept.case.recovery, Recovery::NotAgreed | Recovery::InMediation) {
        return None;
    }
    kept.events.iter().find_map(|happening| match &happening.event {
        Event::NotAgreedStated(stated) => Some((stated.asked.still_do.clone(), stated.asked.goodwill.clone())),
        _ => None,
    })
}

fn files(case: &Case, reader: &Reader<'_>) -> Vec<SeenFile> {
    let theirs = case.files.iter().rev().filter(|file| file.from.is_some() || file.shown == Said::Yes);
    theirs.map(|file| SeenFile { file: file.clone(), from: file.from.map(|id| reader.contact(id)) }).collect()
}

fn told(reader: &Reader<'_>, happening: &Happening) -> Option<Told> {
    let words = reader.say(&happening.event.told()?);
    let theirs = yes(matches!(happening.when.by, Actor::Customer(_)));
    Some(Told { at: happening.when.happened_at, words, theirs })
}

/// Somebody of ours, as the customer calls them.
pub fn named(firm: &Firm, person: Option<&people::Person>, now: Timestamp) -> Named {
    let there = at_work(&firm.ours, now);
    match person {
        Some(p) => Named { name: p.name.clone(), phone: p.phone.clone(), email: p.email.clone(), there },
        None => Named { there, ..Named::default() },
    }
}

/// From when to when somebody of ours is there: today while it lasts, else the next day that is worked.
fn at_work(calendar: &Calendar, now: Timestamp) -> Option<(Timestamp, Timestamp)> {
    let today = calendar.local(now).date();
    (0..DAYS_AHEAD).find_map(|day| {
        let windows = calendar.windows(today.checked_add(day.days()).ok()?);
        let midnight = today.checked_add(day.days()).ok()?.to_zoned(calendar.zone().clone()).ok()?;
        let at = |minute: u16| midnight.checked_add(i64::from(minute).minutes()).ok().map(|at| at.timestamp());
        let (from, to) = (at(windows.first()?.from)?, at(windows.last()?.to)?);
        (to > now).then_some((from, to))
    })
}

/// What was laid out before them, and what they proposed themselves; what was taken back is none any more.
fn ways(case: &Case, now: Timestamp) -> Vec<Way> {
    let over = |option: &OfferedOption| option.arrives.is_some_and(|at| at <= now);
    let laid_out = |option: &OfferedOption| case.rounds.iter().any(|round| round.options.contains(&option.id));
    let chosen = case.decision().and_then(|decision| decision.chosen);
    let deciding = [Recovery::Heard, Recovery::Deciding, Recovery::NotAgreed, Recovery::InMediation];
    let choosing = deciding.contains(&case.recovery) && case.rounds.iter().any(|round| !round.options.is_empty());
    let mut ways: Vec<Way> = case
        .standing_options()
        .filter(|option| option.from == Party::Customer || laid_out(option))
        .map(|option| Way {
            id: option.id,
            what: option.what.clone(),
            theirs: yes(option.from == Party::Customer),
            arrives: option.arrives,
            confidence: option.confidence,
            they_do: option.customer_does.clone(),
            costs: option.costs(),
            suits: option.meets_need.clone().unwrap_or_default(),
            answer: option.answer,
            chosen: yes(chosen == Some(option.id)),
            over: yes(over(option)),
            earlier: yes(case.is_of_earlier_round(option) && chosen != Some(option.id)),
            can_be_chosen: yes(choosing
                && !case.is_of_earlier_round(option)
                && !over(option)
                && chosen != Some(option.id)
                && match option.answer {
                    Some(answer) => answer != Answered::NotTaken,
                    None => option.from != Party::Customer,
                }),
        })
        .collect();
    // What they chose and what they can choose stand before what cannot be had.
    ways.sort_by_key(|way| (way.chosen == Said::No, way.can_be_chosen == Said::No));
    ways
}

fn promises(case: &Case) -> Vec<Promise> {
    let things = case.promises.iter().rev().filter(|promise| promise.what == Promised::Thing).take(PROMISES_AT_MOST);
    things.map(|p| Promise { words: p.words.clone(), due: p.due, state: p.state, settled_at: p.settled_at }).collect()
}

/// The plan, once somebody of ours stands by it: a draft is nobody's word yet.
fn plan(case: &Case, reader: &Reader<'_>) -> Option<Plan> {
    let plan = case.plan.as_ref()?;
    if plan.agreed_by_us.is_none() && plan.agreed_at.is_none() && plan.half_agreed_at.is_none() {
        return None;
    }
    let mut steps: Vec<&PlanStep> = plan.steps.iter().collect();
    steps.sort_by_key(|step| step.due);
    let who = |step: &PlanStep| match step.owner {
        Some(id) => reader.firm.name_of(id).to_owned(),
        None => step.owner_name.clone(),
    };
    Some(Plan {
        version: plan.version,
        steps: steps
            .into_iter()
            .map(|step| Step {
                id: step.id,
                text: step.text.clone(),
                party: step.party,
                who: who(step),
                prevents: yes(step.kind == StepKind::Prevent),
                due: step.due,
                state: step.state,
            })
            .collect(),
        agreed_by_us: plan.agreed_by_us.map(|id| reader.firm.name_of(id).to_owned()),
        agreed_by_them: plan.agreed_by_customer.map(|id| reader.contact(id)),
    })
}
