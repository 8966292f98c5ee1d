//! Deliveries of an item since it was changed, and which of them came through clean: the fact that stands beside *did it hold?*
use crate::{Conn, Fault, list, params, record, sql};
use casework::ids::AccountId;
use jiff::civil::Date;
use std::collections::HashSet;
use uuid::Uuid;
use watch::{Kind, Outcome, When};

/// Deliveries looked at; no measure asks for more.
const DELIVERIES_AT_MOST: i64 = 500;

record! {
    struct Raw {
        id: Uuid,
        account: Uuid,
        order_no: String,
        line_no: String,
        quantity: Option<String>,
        delivered: When,
        outcome: Option<Outcome>,
    }
}

/// A delivery of the item, the earliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    pub line: Uuid,
    pub account: AccountId,
    pub order_no: String,
    pub line_no: String,
    pub quantity: Option<String>,
    pub delivered: When,
    pub came: Came,
}
/// How a delivery came through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// They said that it is what they ordered.
    SaidOk,
    /// Nobody heard of anything; no hint and no case.
    Quiet,
    /// They said no, or a hint or a case stands on it.
    NotClean,
}
impl Came {
    pub fn is_clean(self) -> bool {
        self != Self::NotClean
    }
}

/// Lines of the item that were delivered from a day on, to whomever.
///
/// # Errors
/// Faults of the database.
pub fn deliveries(conn: &Conn, item: &str, from: Date) -> Result<Vec<Delivered>, Fault> {
    let from = from.to_string();
    let rows: Vec<Raw> = conn.all(
        sql!(
            "select l.id, l.account_id, l.order_no, l.line_no, l.quantity, l.delivered, d.outcome
             from order_lines l left join delivery_checks d on d.line_id = l.id
             where l.item = ?1 and l.delivered is not null and l.delivered >= ?2 order by l.delivered, l.id limit ?3"
        ),
        &params![item, from, DELIVERIES_AT_MOST],
    )?;
    let signals: Vec<(Uuid, String, Option<Uuid>)> = conn.all(
        sql!(
            "select s.line_id, s.kind, s.case_id from signals s
             where s.line_id in {ids ?1} and (s.ended_at is null or s.case_id is not null) limit 5000"
        ),
        &params![list(rows.iter().map(|row| row.id))],
    )?;
    let troubled: HashSet<Uuid> = signals
        .into_iter()
        .filter(|(_, kind, case)| case.is_some() || speaks_of_the_goods(kind))
        .map(|(line, ..)| line)
        .collect();
    let told = |row: Raw| {
        let came = match row.outcome {
            _ if troubled.contains(&row.id) => Came::NotClean,
            Some(Outcome::NotOk) => Came::NotClean,
            Some(Outcome::Ok) => Came::SaidOk,
            Some(Outcome::NotHeard) | None => Came::Quiet,
        };
        Delivered {
            line: row.id,
            account: AccountId(row.account),
            order_no: row.order_no,
            line_no: row.line_no,
            quantity: row.quantity,
            delivered: row.delivered,
            came,
        }
    };
    Ok(rows.into_iter().map(told).collect())
}

/// Whether an open hint says that something is wrong with what came; one about a day, or that nobody asked yet, does not.
fn speaks_of_the_goods(kind: &str) -> bool {
    [
        Kind::FailedInspection,
        Kind::QuantityOff,
        Kind::DeliveryDenied,
        Kind::CheckWentWrong,
        Kind::ReturnWithoutCase,
        Kind::ShortPaid,
    ]
    .iter()
    .any(|one| one.word() == kind)
}
