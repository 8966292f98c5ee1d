//! The orders themselves: ordered in each customer's rhythm, promised, sometimes moved and told, sometimes late, mostly in time.
use super::chance::Chance;
use crate::demo::firm::{Customer, Written as Firm};
use crate::demo::tale::Tale;
use crate::demo::when;
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use watch::Outcome;

/// Days of orders.
const DAYS: i64 = 364;
/// From so many days before today on, nothing generated is late: what is late now is told in `orders.rs`.
const QUIET_DAYS: i64 = 16;
/// Numbers that the orders of `orders.rs` lie among; older orders count down from the first.
const RECENT: u32 = 4_388;
/// Orders placed in so many days have the recent numbers.
const RECENT_DAYS: i64 = 36;
/// Orders of one customer; more would be a loop.
const ORDERS_AT_MOST: usize = 200;
/// A trouble is about a delivery of so many days before it.
const TROUBLE_DAYS: i64 = 12;

/// Of four customers we ask one when they really need it.
const ASKED_OF: i64 = 4;

/// What people say when a delivery is right.
const RIGHT: [&str; 10] = [
    "All there, all right.",
    "Yes, thank you. Already on the machine.",
    "Complete. The labels were easy to read this time.",
    "It is what we ordered.",
    "Fine. You are the only ones who ask.",
    "Yes. Counted and booked.",
    "All good, see you next month.",
    "Right and on the day.",
    "Perfect. Pass it on to packing.",
    "Everything as it should be.",
];

/// One order of the year.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    pub number: String,
    pub reference: String,
    pub customer: String,
    pub owner: String,
    pub contact: String,
    pub item: String,
    pub pieces: i64,
    pub ordered: Date,
    /// The day they asked for.
    pub asked: Date,
    pub promised: Date,
    /// The day they really need it, where somebody asked them that (S012).
    pub needed: Option<Date>,
    /// On which day it was moved and told, and to when.
    pub moved: Option<(Date, Date)>,
    pub shipped: Date,
    pub delivered: Date,
    pub outcome: Outcome,
    pub words: String,
}

impl Order {
    /// Whether the order system has something new about it on a day.
    pub fn changed_on(&self, day: Date) -> bool {
        [self.ordered, self.shipped, self.delivered].contains(&day) || self.moved.is_some_and(|(on, _)| on == day)
    }
    /// The morning after the delivery.
    pub fn asked_on(&self) -> Option<Date> {
        when::moved(self.delivered, 1)
    }
}

/// Everything ordered in the year before `now`, oldest first.
pub fn made(firm: &Firm, now: Timestamp) -> Vec<Order> {
    let today = now.to_zoned(when::zone()).date();
    let mut all: Vec<Order> = vec![];
    for (n, customer) in firm.customer.iter().enumerate() {
        let mut chance = Chance::seeded(4_711 + n as u64);
        let mut asked = Chance::seeded(8_128 + n as u64);
        let mut days = -DAYS + chance.between(0, customer.rhythm);
        while days < 0 && all.len() < ORDERS_AT_MOST * (n + 1) {
            let made = one(customer, &mut chance, today, days);
            all.extend(made.and_then(|order| with_what_they_asked(order, &mut asked)));
            days += chance.between(customer.rhythm * 6 / 10, customer.rhythm * 14 / 10).max(1);
        }
    }
    all.sort_by(|a, b| (a.ordered, &a.customer).cmp(&(b.ordered, &b.customer)));
    number(&mut all, today);
    all
}

fn one(customer: &Customer, chance: &mut Chance, today: Date, days: i64) -> Option<Order> {
    let ordered = working(today.checked_add(Span::new().days(days)).ok()?)?;
    let promised = working(ordered.checked_add(Span::new().days(chance.between(14, 25))).ok()?)?;
    let quiet = promised >= today.saturating_sub(Span::new().days(QUIET_DAYS));
    let dice = if quiet { chance.between(0, 84) } else { chance.between(0, 99) };
    // Mostly on the day or the day before; of a hundred seven are moved and told, eight are late.
    let (moved, delivered) = match dice {
        ..=55 => (None, promised),
        56..=84 => (None, when::moved(promised, -1)?),
        85..=91 => {
            let to = when::moved(promised, chance.between(2, 5))?;
            (Some((when::moved(promised, -chance.between(6, 8))?, to)), to)
        }
        _ => (None, when::moved(promised, chance.between(1, 4))?),
    };
    let not_heard = chance.between(0, 19) == 0;
    let (outcome, words) = if not_heard {
        (Outcome::NotHeard, String::new())
    } else {
        (Outcome::Ok, chance.one(&RIGHT).copied().unwrap_or_default().to_owned())
    };
    Some(Order {
        number: String::new(),
        reference: format!("{}-{}", customer.short.to_uppercase(), chance.between(10_000, 99_999)),
        customer: customer.short.clone(),
        owner: customer.owner.clone(),
        contact: chance.one(&customer.contact)?.short.clone(),
        item: chance.one(&customer.items)?.clone(),
        pieces: chance.between(2, 24) * 20,
        ordered,
        asked: promised,
        promised,
        needed: None,
        moved,
        shipped: when::moved(delivered, -customer.transit)?.max(ordered),
        delivered,
        outcome,
        words,
    })
}

/// Two of five asked for a day before the one that we could promise; what they need is never sooner than a promise that we moved and told.
fn with_what_they_asked(order: Order, chance: &mut Chance) -> Option<Order> {
    let (sooner, room, is_asked) = (chance.between(-2, 3), chance.between(0, 5), chance.between(1, ASKED_OF) == 1);
    let asked = when::moved(order.promised, -sooner.max(0))?.max(order.ordered);
    let counted = order.moved.map_or(order.promised, |(_, to)| to.max(order.promised));
    let needed = if is_asked { Some(when::moved(counted, room)?) } else { None };
    Some(Order { asked, needed, ..order })
}

/// The day itself or the next working one.
fn working(day: Date) -> Option<Date> {
    if when::is_working(day) { Some(day) } else { when::moved(day, 1) }
}

/// Numbers as the order system would have counted, leaving out those of the orders that are told by hand.
fn number(all: &mut [Order], today: Date) {
    let recent = today.saturating_sub(Span::new().days(RECENT_DAYS));
    let old = all.iter().filter(|order| order.ordered < recent).count();
    let taken = super::super::orders::numbers();
    let free = (RECENT..).filter(|n| !taken.contains(n));
    let first = RECENT.saturating_sub(u32::try_from(old).unwrap_or(RECENT));
    for (order, number) in all.iter_mut().zip((first..RECENT).chain(free)) {
        order.number = number.to_string();
    }
}

/// Finds the delivery a trouble was about: the customer's last one before it. It was not right, and they said so.
pub fn blamed<'a>(orders: &'a mut [Order], tale: &Tale, begins: Timestamp, words: &str) -> Option<&'a Order> {
    let day = begins.to_zoned(when::zone()).date();
    let since = day.checked_sub(Span::new().days(TROUBLE_DAYS)).ok()?;
    let theirs = |order: &&mut Order| {
        order.customer == tale.account
            && (since..=day).contains(&order.delivered)
            && order.outcome != Outcome::NotOk
            && order.asked_on().is_some_and(|asked| asked <= day)
    };
    let order = orders.iter_mut().filter(theirs).max_by_key(|order| order.delivered)?;
    order.outcome = Outcome::NotOk;
    order.words = words.to_owned();
    order.contact.clone_from(&tale.contact);
    Some(order)
}
