//! What customers said at a good end, for those who worked for it: the words of solved cases whose speaker lets us show them (S240).

use crate::{Conn, Fault, facts::read_state, params, record, sql};
use casework::{
    Case,
    ids::{CaseNumber, ContactId},
    kinds::Recovery,
    parts::{Said, Word},
};
use jiff::Timestamp;

/// Solved cases that are looked through, the newest first; what lies further back stays with its case.
pub const LOOKED_AT: i64 = 300;

/// Their word, and the trouble it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoodWord {
    pub number: CaseNumber,
    pub title: String,
    pub account_name: String,
    pub by: ContactId,
    pub words: String,
    pub at: Timestamp,
}

record! {
    struct Ended {
        state: String,
        account_name: String,
    }
}

/// The newest of them, at most `limit`. A case that is open again shows nothing, whatever was allowed before.
///
/// # Errors
/// When the database fails.
pub fn newest(conn: &Conn, limit: usize) -> Result<Vec<GoodWord>, Fault> {
    let ended: Vec<Ended> = conn.all(
        sql!(
            "select c.state, a.name from hindsight h join cases c on c.id = h.case_id join accounts a on a.id = c.account_id
             where h.solved_at is not null order by h.solved_at desc, h.number desc limit ?1"
        ),
        &params![LOOKED_AT],
    )?;
    let mut found = vec![];
    for one in ended {
        let case = read_state(&one.state)?;
        if let Some(word) = allowed(&case) {
            found.push(GoodWord {
                number: case.number,
                title: case.title.clone(),
                account_name: one.account_name,
                by: word.by,
                words: word.words.clone(),
                at: word.at,
            });
        }
        if found.len() >= limit {
            break;
        }
    }
    Ok(found)
}

fn allowed(case: &Case) -> Option<&Word> {
    let ended = matches!(case.recovery, Recovery::Solved | Recovery::Closed);
    let word = case.words.last().filter(|word| word.solved == Said::Yes && word.may_be_shown == Said::Yes);
    word.filter(|word| ended && !word.words.trim().is_empty())
}
