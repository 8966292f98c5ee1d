//! From a lot, an item, a supplier or a process: every line, shipment and customer that it can touch, and a signal for each in one act
//! (S229).

use crate::{
    Conn, Fault, Tx,
    line_facts::OfLine,
    lines::{self, KeptLine},
    mint::Mint,
    params, record,
    signals::{self, Raised},
    sql,
};
use casework::ids::AccountId;
use std::collections::HashMap;
use uuid::Uuid;
use watch::{Ground, Quantity, fact::What, rules::same_risk, story::Places};

/// Lines that one look shows, and that one act makes signals of.
pub const LINES_AT_MOST: i64 = 500;
/// Ended signals that are looked through for who heard it first.
const ENDED_AT_MOST: i64 = 5_000;

/// What a trouble may spread by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    Lot,
    Item,
    Supplier,
    /// A machine or a group of them.
    WorkCentre,
    Route,
    ItemGroup,
}

impl Sort {
    pub const ALL: [Sort; 6] = [Sort::Lot, Sort::Item, Sort::Supplier, Sort::WorkCentre, Sort::Route, Sort::ItemGroup];

    /// The word for storage, addresses and locale keys.
    pub fn word(self) -> &'static str {
        match self {
            Sort::Lot => "lot",
            Sort::Item => "item",
            Sort::Supplier => "supplier",
            Sort::WorkCentre => "work-centre",
            Sort::Route => "route",
            Sort::ItemGroup => "item-group",
        }
    }

    pub fn from_word(word: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.word() == word)
    }
}

/// A touch of a line as it is kept.
struct Touch<'a> {
    sort: Sort,
    name: &'a str,
    quantity: Option<Quantity>,
}

/// Keeps what these facts say that their lines touch; told again, they end in the same rows.
pub(crate) fn keep(tx: &Tx, facts: &[&OfLine]) -> Result<(), Fault> {
    let all: Vec<(Uuid, String, Vec<Touch<'_>>)> =
        facts.iter().filter_map(|one| touches(&one.fact.what).map(|(via, touches)| (one.line, via, touches))).collect();
    if all.is_empty() {
        return Ok(());
    }
    tx.hit_each(
        sql!("delete from touches where line_id = ?1 and via = ?2"),
        all.iter().map(|(line, via, _)| params![*line, via]),
    )?;
    let rows = all.iter().flat_map(|(line, via, touches)| {
        touches.iter().map(move |touch| {
            params![touch.sort.word(), touch.name, *line, via, touch.quantity.map(Quantity::thousandths)]
        })
    });
    tx.hit_each(
        sql!(
            "insert into touches (sort, name, line_id, via, quantity) values (?1, ?2, ?3, ?4, ?5) on conflict (sort, name, line_id, via) do nothing"
        ),
        rows,
    )?;
    Ok(())
}

/// What a fact says that its line touches, and by what; nothing for facts that touch nothing else.
fn touches(what: &What) -> Option<(String, Vec<Touch<'_>>)> {
    match what {
        What::Places(Places { item_group, supplier, work_centre, route }) => {
            let all = [
                (Sort::ItemGroup, item_group),
                (Sort::Supplier, supplier),
                (Sort::WorkCentre, work_centre),
                (Sort::Route, route),
            ];
            let named =
                all.into_iter().filter_map(|(sort, name)| Some(Touch { sort, name: name.as_deref()?, quantity: None }));
            Some(("places".into(), named.collect()))
        }
        What::Shipment { number, shipment } => {
            // Of several lots in one shipment nobody knows how much of each.
            let quantity = shipment.quantity.filter(|_| shipment.lots.len() == 1);
            let lots = shipment.lots.iter().map(|lot| Touch { sort: Sort::Lot, name: lot, quantity });
            Some((format!("shipment {number}"), lots.collect()))
        }
        What::Nonconformity { number, report } => {
            // How much of a lot does not conform is not how much of it they got.
            let lots = report.lots.iter().map(|lot| Touch { sort: Sort::Lot, name: lot, quantity: None });
            Some((format!("nonconformity {number}"), lots.collect()))
        }
        What::Inspection { number, test } => {
            Some((format!("inspection {number}"), vec![Touch { sort: Sort::Lot, name: &test.lot, quantity: None }]))
        }
        _ => None,
    }
}

record! {
    struct Row {
        line: Uuid,
        via: String,
        quantity: Option<i64>,
        name: String,
    }
}

/// A line that is touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    pub kept: KeptLine,
    pub customer: String,
    /// By which shipments, where it left in some.
    pub shipments: Vec<String>,
    /// How much of the lot it got, where that is known of every shipment.
    pub quantity: Option<Quantity>,
    /// Whether a signal about this was raised before.
    pub signalled: Signalled,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signalled {
    Yes,
    No,
}

/// Every line that this can touch, customer by customer; for anything but a lot those that have not come, as only they can still be
/// saved. At most [`LINES_AT_MOST`].
///
/// # Errors
/// Faults of the database.
pub fn of(conn: &Conn, sort: Sort, name: &str) -> Result<Vec<Touched>, Fault> {
    let rows: Vec<Row> = match sort {
        Sort::Item => conn.all(
            sql!(
                "select l.id, '', null, a.name from order_lines l join accounts a on a.id = l.account_id
                 where l.item = ?1 and l.delivered is null and l.cancelled is null order by a.name_key, a.id, l.line_key limit ?2"
            ),
            &params![name, LINES_AT_MOST],
        )?,
        Sort::Lot => conn.all(
            sql!(
                "select t.line_id, t.via, t.quantity, a.name from touches t join order_lines l on l.id = t.line_id join accounts a on a.id = l.account_id
                 where t.sort = ?1 and t.name = ?2 order by a.name_key, a.id, l.line_key, t.via limit ?3"
            ),
            &params![sort.word(), name, LINES_AT_MOST],
        )?,
        _ => conn.all(
            sql!(
                "select t.line_id, t.via, t.quantity, a.name from touches t join order_lines l on l.id = t.line_id join accounts a on a.id = l.account_id
                 where t.sort = ?1 and t.name = ?2 and l.delivered is null and l.cancelled is null order by a.name_key, a.id, l.line_key limit ?3"
            ),
            &params![sort.word(), name, LINES_AT_MOST],
        )?,
    };
    let ids: Vec<Uuid> = rows.iter().map(|row| row.line).collect();
    let mut kept: HashMap<Uuid, KeptLine> =
        lines::by_ids(conn, &ids)?.into_iter().map(|kept| (kept.id, kept)).collect();
    let mut touched: Vec<Touched> = vec![];
    for row in rows {
        let shipment = row.via.strip_prefix("shipment ").map(str::to_owned);
        let quantity = row.quantity.map(Quantity::of_thousandths);
        if let Some(last) = touched.last_mut().filter(|last| last.kept.id == row.line) {
            if shipment.is_some() {
                last.quantity = if last.shipments.is_empty() {
                    quantity
                } else {
                    last.quantity.zip(quantity).map(|(all, more)| all.and(more))
                };
            }
            last.shipments.extend(shipment);
            continue;
        }
        let Some(kept) = kept.remove(&row.line) else { continue };
        let shipments = shipment.into_iter().collect();
        touched.push(Touched { kept, customer: row.name, shipments, quantity, signalled: Signalled::No });
    }
    mark(conn, sort, name, &mut touched)?;
    Ok(touched)
}

/// Which of them have a signal about this already.
fn mark(conn: &Conn, sort: Sort, name: &str, touched: &mut [Touched]) -> Result<(), Fault> {
    let subjects = touched.iter().map(|one| same_risk::subject(&one.kept.line.key, sort.word(), name));
    let known: Vec<String> = conn.all(
        sql!("select subject from signals where kind = ?1 and subject in {texts ?2}"),
        &params![watch::Kind::SameRisk.word(), crate::list(subjects)],
    )?;
    let known: std::collections::HashSet<String> = known.into_iter().collect();
    for one in touched {
        if known.contains(&same_risk::subject(&one.kept.line.key, sort.word(), name)) {
            one.signalled = Signalled::Yes;
        }
    }
    Ok(())
}

/// Makes a signal of each of these lines that is touched, with its own quantity; how many are new. `why` is what happened.
///
/// # Errors
/// Faults of the database.
pub fn raise(tx: &Tx, (sort, name): (Sort, &str), why: &str, mint: &mut Mint, ground: &Ground) -> Result<u64, Fault> {
    let touched = of(tx, sort, name)?;
    let found: Vec<Raised> = touched
        .iter()
        .map(|one| {
            let risk = same_risk::Risk { sort: sort.word(), name, why, quantity: one.quantity };
            Raised::seen(same_risk::found(&one.kept.line, &risk, ground), one.kept.account, one.kept.id)
        })
        .collect();
    Ok(signals::raise(tx, &found, mint)?.values().sum())
}

/// How those within a boundary came to hear of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ToldFirst {
    /// Lines of which a signal ended in a word to the customer: a case, or prevented. A line counts once, by however many causes.
    pub ended: usize,
    /// Of these, those about which the customer came to us before we told them.
    pub by_them: usize,
}

record! {
    /// A signal that ended in a word to the customer.
    struct Ended {
        subject: String,
        by_them: i64,
    }
}

/// Of the lines that these causes touch and that a signal was made of: how many heard it from us.
///
/// # Errors
/// Faults of the database.
pub fn told_first(conn: &Conn, causes: &[(Sort, &str)], accounts: &[AccountId]) -> Result<ToldFirst, Fault> {
    let ended: Vec<Ended> = conn.all(
        sql!(
            "select s.subject, cast(case when exists (
                 select 1 from cases c where c.account_id = s.account_id and c.origin = 'customer_reported' and c.recognised_at >= s.since
                 and c.recognised_at <= s.ended_at) then 1 else 0 end as bigint)
             from signals s where s.account_id in {ids ?1} and s.kind = ?2 and s.ended_at is not null
             and (s.status = 'case' or s.status = 'merged' or s.status = 'prevented') order by s.ended_at desc limit ?3"
        ),
        &params![crate::list(accounts.iter().map(|id| id.0)), watch::Kind::SameRisk.word(), ENDED_AT_MOST],
    )?;
    let tails: Vec<String> =
        causes.iter().map(|(sort, name)| format!("@{}", same_risk::tail(sort.word(), name))).collect();
    // Two causes within one boundary may touch the same line: whoever came to us first over either of them was not told by us.
    let mut lines: HashMap<&str, bool> = HashMap::new();
    for one in &ended {
        if let Some(line) = tails.iter().find_map(|tail| one.subject.strip_suffix(tail.as_str())) {
            *lines.entry(line).or_default() |= one.by_them > 0;
        }
    }
    Ok(ToldFirst { ended: lines.len(), by_them: lines.values().filter(|by_them| **by_them).count() })
}
