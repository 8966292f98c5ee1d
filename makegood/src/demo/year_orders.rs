//! A year of orders: made from each customer's rhythm by a seeded chance, the same for the same day, and kept evening by evening
//! as an order system would tell them. What was delivered is asked about the next morning.
use super::firm::{Names, Written as Firm};
use super::{Unfilled, when};
use crate::app::App;
use crate::import::orders::Here;
use casework::ids::{AccountId, ContactId, PersonId};
use jiff::civil::{Date, Time};
use jiff::{Span, Timestamp};
use std::collections::HashMap;
use store::checks::Answer;
use store::mint::Mint;
use store::orders::{Terms, Told};
use store::signals::{self, End};
use store::{NotKept, Tx};
use uuid::Uuid;
use watch::{Line, Outcome, Standing, When};

mod chance;
mod made;

pub use made::{Order, blamed, made};

/// Evenings kept in one transaction.
const EVENINGS_AT_ONCE: usize = 25;
/// The hour at which the order system tells its day, and those at which people ask and tell.
const EVENING: Time = Time::constant(17, 40, 0, 0);
const ASKED: Time = Time::constant(10, 15, 0, 0);
const TOLD: Time = Time::constant(9, 20, 0, 0);

/// How a late line ended before it became a case.
const TOLD_IN_TIME: [&str; 5] = [
    "Rang before they noticed: a day later is early enough.",
    "Told by phone with the new date; they had a day to spare.",
    "They still had some on the shelf and said so.",
    "It stood at their gate since the morning; booked in late.",
    "Told the day before by phone; they moved their own step.",
];

/// One evening: what the order system told, whom we asked that morning, and which hints were ended.
struct Evening {
    at: Timestamp,
    drawn: Uuid,
    told: Vec<Told>,
    answers: Vec<(String, Answer, PersonId, Timestamp)>,
    /// Who ends a hint about a late line this morning.
    ended: HashMap<Uuid, PersonId>,
}

/// Keeps the year; `heard` is told how many evenings are kept, and of how many.
///
/// # Errors
/// When something cannot be kept: a mistake of ours.
pub async fn add(
    app: &App,
    firm: &Firm,
    names: &Names,
    orders: &[Order],
    now: Timestamp,
    mut heard: impl FnMut(u64, u64),
) -> Result<(), Unfilled> {
    let evenings = evenings(app, firm, names, orders, now);
    let (many, mut kept) = (evenings.len() as u64, 0);
    let mut evenings = evenings.into_iter().peekable();
    while evenings.peek().is_some() {
        let some: Vec<Evening> = evenings.by_ref().take(EVENINGS_AT_ONCE).collect();
        kept += some.len() as u64;
        let here = Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now, drawn: app.new_id() };
        app.db.write(move |tx| some.iter().try_for_each(|evening| keep(tx, &here, evening))).await?;
        heard(kept, many);
    }
    Ok(())
}

fn keep(tx: &Tx, here: &Here, evening: &Evening) -> Result<(), NotKept> {
    // People ask in the morning, the order system tells in the evening.
    for (order, answer, by, at) in &evening.answers {
        let key = watch::LineKey { order_no: order.clone(), line_no: "10".into() };
        for line in store::lines::by_keys(tx, &[key])? {
            store::checks::record_answer(tx, line.id, answer, *by, *at)?;
        }
    }
    let here = Here { now: evening.at, ..here.clone() };
    let mut mint = Mint::new(evening.drawn, evening.at);
    here.on_ground(|ground| {
        store::orders::keep(tx, &evening.told, &Terms::default(), &mut mint, ground)?;
        store::orders::look(tx, &mut mint, ground)
    })?;
    for signal in signals::waiting(tx, evening.at, None, signals::PAGE)? {
        let by = signal.account.and_then(|account| evening.ended.get(&account.0));
        if let Some(by) = by.filter(|_| signal.detected_at < evening.at) {
            let which = usize::try_from(signal.id.0.as_u128() % TOLD_IN_TIME.len() as u128).unwrap_or(0);
            let end = End::Prevented { evidence: TOLD_IN_TIME[which].into() };
            signals::end(tx, signal.id, &end, *by, evening.at)?;
        }
    }
    Ok(())
}

fn evenings(app: &App, firm: &Firm, names: &Names, orders: &[Order], now: Timestamp) -> Vec<Evening> {
    let today = now.to_zoned(when::zone()).date();
    let first = orders.iter().map(|order| order.ordered).min().unwrap_or(today);
    let owners: HashMap<Uuid, PersonId> = firm
        .customer
        .iter()
        .filter_map(|c| Some((names.accounts.get(&c.short)?.0, *names.people.get(&c.owner)?)))
        .collect();
    let days = first.series(Span::new().days(1)).take_while(|day| *day <= today).filter(|day| when::is_working(*day));
    let mut evenings = vec![];
    for day in days {
        let Some(at) = at(day, EVENING).filter(|at| *at <= now) else { break };
        let told = orders.iter().filter(|order| order.changed_on(day)).filter_map(|order| told(names, order, day));
        let answers = orders.iter().filter(|order| order.asked_on() == Some(day));
        let answers = answers.filter_map(|order| {
            let (by, asked) = (*names.people.get(&order.owner)?, self::at(day, ASKED)?);
            Some((order.number.clone(), answer(names, order)?, by, asked))
        });
        evenings.push(Evening {
            at,
            drawn: app.new_id(),
            told: told.collect(),
            answers: answers.collect(),
            ended: owners.clone(),
        });
    }
    evenings.extend(this_morning(app, names, orders, today, now));
    evenings
}

/// Before the evening of today: whom we asked today already.
fn this_morning(app: &App, names: &Names, orders: &[Order], today: Date, now: Timestamp) -> Option<Evening> {
    let asked = at(today, ASKED).filter(|asked| *asked <= now && at(today, EVENING).is_some_and(|e| e > now))?;
    let answers = orders.iter().filter(|order| order.asked_on() == Some(today)).filter_map(|order| {
        Some((order.number.clone(), answer(names, order)?, *names.people.get(&order.owner)?, asked))
    });
    let answers = answers.collect();
    Some(Evening { at: at(today, TOLD)?, drawn: app.new_id(), told: vec![], answers, ended: HashMap::new() })
}

fn at(day: Date, time: Time) -> Option<Timestamp> {
    when::zone().to_timestamp(day.to_datetime(time)).ok()
}

/// The order as it stood on the evening of a day.
fn told(names: &Names, order: &Order, day: Date) -> Option<Told> {
    let passed = |date: Option<Date>| date.filter(|date| *date <= day).map(When::Day);
    let moved = order.moved.filter(|(on, _)| *on <= day);
    let (shipped, delivered) = (passed(Some(order.shipped)), passed(Some(order.delivered)));
    let standing = match (shipped, delivered) {
        (_, Some(_)) => Standing::Delivered,
        (Some(_), None) => Standing::Shipped,
        (None, None) => Standing::Open,
    };
    let line = Line {
        customer_reference: Some(order.reference.clone()),
        item: Some(order.item.clone()),
        quantity: Some(order.pieces.to_string()),
        ordered: Some(When::Day(order.ordered)),
        requested: Some(When::Day(order.asked)),
        need_by: order.needed.map(When::Day),
        promised: Some(When::Day(moved.map_or(order.promised, |(_, to)| to))),
        told: moved.map(|(on, _)| When::Day(on)),
        shipped,
        delivered,
        standing,
        ..Line::new(&order.number, "10")
    };
    Some(Told { row: 0, account: account(names, order)?, line })
}

fn account(names: &Names, order: &Order) -> Option<AccountId> {
    names.accounts.get(&order.customer).copied()
}

fn answer(names: &Names, order: &Order) -> Option<Answer> {
    let contact: ContactId = *names.contacts.get(&order.contact)?;
    let heard = order.outcome != Outcome::NotHeard;
    Some(Answer { outcome: order.outcome, contact: heard.then_some(contact), words: order.words.clone() })
}
