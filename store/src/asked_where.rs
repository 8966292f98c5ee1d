//! They ask where it is: each question is a fact of the order lines that they wait for, whoever heard it (W20).

use crate::{
    Conn, Fault, Tx,
    line_facts::{self, OfLine},
    lines::{self, KeptLine},
    list, params, sql,
};
use casework::ids::AccountId;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use watch::fact::{Fact, What};

/// Numbers of one question that are looked up.
pub const NUMBERS_AT_MOST: usize = 50;
/// Lines that one question can be about.
pub const LINES_AT_MOST: i64 = 20;
/// Asked again so soon it is one question, told twice.
const ONE_QUESTION: SignedDuration = SignedDuration::from_mins(1);

/// The lines that this customer waits for in orders with these numbers, ours or theirs; at most [`LINES_AT_MOST`].
///
/// # Errors
/// Faults of the database.
pub fn awaited(conn: &Conn, account: AccountId, numbers: &[String]) -> Result<Vec<KeptLine>, Fault> {
    let numbers = || list(numbers.iter().take(NUMBERS_AT_MOST).map(String::as_str));
    let ids: Vec<Uuid> = conn.all(
        sql!(
            "select l.id from order_lines l where l.account_id = ?1 and l.delivered is null and l.cancelled is null
             and (l.order_no in {texts ?2} or l.customer_reference in {texts ?3}) order by l.line_key limit ?4"
        ),
        &params![account, numbers(), numbers(), LINES_AT_MOST],
    )?;
    let kept = lines::by_ids(conn, &ids)?;
    Ok(kept.into_iter().filter(|kept| watch::story::Story::of(kept.line.clone()).is_waited_for()).collect())
}

/// Notes that they asked about these lines; about how many it is a new question.
///
/// # Errors
/// Faults of the database.
pub fn note(tx: &Tx, lines: &[KeptLine], at: Timestamp) -> Result<u64, Fault> {
    let stories = line_facts::stories(tx, lines)?;
    let again = |asked: &Timestamp| at.duration_since(*asked).abs() < ONE_QUESTION;
    let new = lines.iter().zip(&stories).filter(|(_, story)| !story.questions.iter().any(again));
    let facts: Vec<OfLine> = new
        .map(|(kept, _)| OfLine {
            line: kept.id,
            fact: Fact { line: kept.line.key.clone(), known_at: at, what: What::Question },
        })
        .collect();
    line_facts::keep(tx, &facts)
}
