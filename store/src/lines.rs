//! Order lines as they are kept, read back as the watch wants them.

use crate::{Cell, Column, Conn, Fault, Value, list, params, record, sql};
use casework::ids::{AccountId, CaseId};
use jiff::Timestamp;
use uuid::Uuid;
use watch::{Check, Line, LineKey, Oddity, Outcome, Standing, When};

/// The longest page of lines.
pub const PAGE: usize = 1_000;
/// The most lines that are kept in one transaction.
pub const BATCH: usize = 4_000;

impl Column for When {
    const EXPECTED: &'static str = "a day such as 2026-11-23, or an instant";
    fn of(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Text(text) => text.parse().ok(),
            _ => None,
        }
    }
}

impl From<When> for Value<'_> {
    fn from(when: When) -> Self {
        Value::Text(when.to_string().into())
    }
}

impl Column for Outcome {
    const EXPECTED: &'static str = "ok, not_ok or not_heard";
    fn of(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Text("ok") => Some(Outcome::Ok),
            Cell::Text("not_ok") => Some(Outcome::NotOk),
            Cell::Text("not_heard") => Some(Outcome::NotHeard),
            _ => None,
        }
    }
}

impl From<Outcome> for Value<'_> {
    fn from(outcome: Outcome) -> Self {
        Value::Text(match outcome {
            Outcome::Ok => "ok".into(),
            Outcome::NotOk => "not_ok".into(),
            Outcome::NotHeard => "not_heard".into(),
        })
    }
}

const STANDINGS: [(Standing, &str); 6] = [
    (Standing::Unsaid, "unsaid"),
    (Standing::Open, "open"),
    (Standing::Shipped, "shipped"),
    (Standing::Delivered, "delivered"),
    (Standing::Closed, "closed"),
    (Standing::Cancelled, "cancelled"),
];

impl Column for Standing {
    const EXPECTED: &'static str = "the standing of an order line";
    fn of(cell: Cell<'_>) -> Option<Self> {
        let Cell::Text(word) = cell else { return None };
        STANDINGS.iter().find(|(_, known)| *known == word).map(|(standing, _)| *standing)
    }
}

impl From<Standing> for Value<'_> {
    fn from(standing: Standing) -> Self {
        let word = STANDINGS.iter().find(|(known, _)| *known == standing).map_or("unsaid", |(_, word)| word);
        Value::Text(word.into())
    }
}

record! {
    struct Dates {
        ordered: Option<When>,
        requested: Option<When>,
        promised: Option<When>,
        first_promised: Option<When>,
        need_by: Option<When>,
        ready: Option<When>,
        shipped: Option<When>,
        delivered: Option<When>,
        cancelled: Option<When>,
        recorded: Option<When>,
        told: Option<When>,
    }
}

record! {
    struct Checked {
        line_id: Option<Uuid>,
        due_at: Option<Timestamp>,
        done_at: Option<Timestamp>,
        outcome: Option<Outcome>,
    }
}

record! {
    /// The columns of the view `known_lines`, in its order; it has more behind them.
    struct Raw {
        id: Uuid,
        account: Uuid,
        order_no: String,
        line_no: String,
        customer_reference: Option<String>,
        item: Option<String>,
        quantity: Option<String>,
        dates: Dates,
        status: Option<String>,
        standing: Standing,
        oddities: String,
        changed_at: Timestamp,
        check: Checked,
    }
}

/// A line with what surrounds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLine {
    pub id: Uuid,
    pub account: AccountId,
    pub line: Line,
    pub oddities: Vec<Oddity>,
    pub changed_at: Timestamp,
    pub check_due_at: Option<Timestamp>,
}

impl From<Raw> for KeptLine {
    fn from(raw: Raw) -> KeptLine {
        let check = match (raw.check.line_id, raw.check.due_at, raw.check.done_at.zip(raw.check.outcome)) {
            (_, _, Some((at, outcome))) => Check::Done { at, outcome },
            (Some(_), None, None) => Check::NotOwed,
            _ => Check::Undone,
        };
        let Dates { ordered, requested, promised, first_promised, need_by, ready, .. } = raw.dates;
        let Dates { shipped, delivered, cancelled, recorded, told, .. } = raw.dates;
        let key = LineKey { order_no: raw.order_no, line_no: raw.line_no };
        KeptLine {
            id: raw.id,
            account: AccountId(raw.account),
            line: Line {
                key,
                customer_reference: raw.customer_reference,
                item: raw.item,
                quantity: raw.quantity,
                ordered,
                requested,
                promised,
                first_promised,
                need_by,
                ready,
                shipped,
                delivered,
                cancelled,
                recorded,
                told,
                status: raw.status,
                standing: raw.standing,
                check,
            },
            oddities: oddities_of(&raw.oddities),
            changed_at: raw.changed_at,
            check_due_at: raw.check.due_at,
        }
    }
}

/// The words of oddities, with a space between them.
pub fn oddity_words(oddities: &[Oddity]) -> String {
    oddities.iter().map(|oddity| oddity.word()).collect::<Vec<_>>().join(" ")
}

fn oddities_of(words: &str) -> Vec<Oddity> {
    Oddity::ALL.into_iter().filter(|oddity| words.split(' ').any(|word| word == oddity.word())).collect()
}

/// What tells one line from all others; the character between is in no order number.
pub fn key_text(key: &LineKey) -> String {
    format!("{}\u{1f}{}", key.order_no, key.line_no)
}

/// The lines with these keys, in no order.
pub fn by_keys(conn: &Conn, keys: &[LineKey]) -> Result<Vec<KeptLine>, Fault> {
    let keys = list(keys.iter().map(key_text));
    let rows: Vec<Raw> =
        conn.all(sql!("select * from known_lines l where l.line_key in {texts ?1}"), &params![keys])?;
    Ok(rows.into_iter().map(KeptLine::from).collect())
}

/// Lines that it is time to look at, the longest overdue first.
pub fn to_look_at(conn: &Conn, now: Timestamp) -> Result<Vec<KeptLine>, Fault> {
    let rows: Vec<Raw> = conn.all(
        sql!("select * from known_lines l where l.look_at <= ?1 order by l.look_at limit ?2"),
        &params![now, PAGE as i64],
    )?;
    Ok(rows.into_iter().map(KeptLine::from).collect())
}

/// One line.
pub fn by_id(conn: &Conn, id: Uuid) -> Result<Option<KeptLine>, Fault> {
    let row: Option<Raw> = conn.maybe(sql!("select * from known_lines l where l.id = ?1"), &params![id])?;
    Ok(row.map(KeptLine::from))
}

/// These lines, in no order; at most [`PAGE`].
pub fn by_ids(conn: &Conn, ids: &[Uuid]) -> Result<Vec<KeptLine>, Fault> {
    let ids = list(ids.iter().copied().take(PAGE));
    let rows: Vec<Raw> = conn.all(sql!("select * from known_lines l where l.id in {ids ?1}"), &params![ids])?;
    Ok(rows.into_iter().map(KeptLine::from).collect())
}

/// Lines whose order number begins with these letters, by order number, from behind the line `after` on.
pub fn beginning(conn: &Conn, prefix: &str, after: Option<&LineKey>, size: usize) -> Result<Vec<KeptLine>, Fault> {
    let after = after.map(key_text).unwrap_or_default();
    let rows: Vec<Raw> = conn.all(
        sql!("select * from known_lines l where l.line_key >= ?1 and l.line_key < ?2 and l.line_key > ?3 order by l.line_key limit ?4"),
        &params![prefix, crate::columns::after_prefix(prefix), after, size.min(PAGE) as i64],
    )?;
    Ok(rows.into_iter().map(KeptLine::from).collect())
}

/// Lines whose order number begins with these letters, the last order number first, from before the line `before` on.
pub fn latest(conn: &Conn, prefix: &str, before: Option<&LineKey>, size: usize) -> Result<Vec<KeptLine>, Fault> {
    let before = before.map_or_else(|| crate::columns::after_prefix(prefix), key_text);
    let rows: Vec<Raw> = conn.all(
        sql!(
            "select * from known_lines l where l.line_key >= ?1 and l.line_key < ?2 order by l.line_key desc limit ?3"
        ),
        &params![prefix, before, size.min(PAGE) as i64],
    )?;
    Ok(rows.into_iter().map(KeptLine::from).collect())
}

/// The lines that hints of this case were about; at most 20.
pub fn of_case(conn: &Conn, case: CaseId) -> Result<Vec<KeptLine>, Fault> {
    let rows: Vec<Raw> = conn.all(
        sql!(
            "select * from known_lines l where l.id in (select s.line_id from signals s where s.case_id = ?1 and s.line_id is not null)
             order by l.line_key limit 20"
        ),
        &params![case],
    )?;
    Ok(rows.into_iter().map(KeptLine::from).collect())
}

/// The lines of these orders of a customer; at most 20.
pub fn of_orders(conn: &Conn, account: AccountId, orders: &[String]) -> Result<Vec<KeptLine>, Fault> {
    let rows: Vec<Raw> = conn.all(
        sql!("select * from known_lines l where l.account_id = ?1 and l.order_no in {texts ?2} order by l.line_key limit 20"),
        &params![account, list(orders.iter().map(String::as_str))],
    )?;
    Ok(rows.into_iter().map(KeptLine::from).collect())
}
