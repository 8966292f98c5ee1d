//! Memory that speaks first: the earlier cases nearest to a trouble, each with why it is near.
//!
//! How near: each thing that two cases share counts by how rare it is, as in the scoring of full-text search (BM25's weight of a term), times
//! what its kind is worth (`marks.rs`). Rarity is known exactly for what is rare; for what is common it is estimated from how densely it lies
//! among the newest cases, so that no list is ever read to its end.
use crate::facts::{read_state, signed};
use crate::{Conn, Fault, Tx, list, params, record, sql};
use casework::Case;
use casework::ids::CaseNumber;
use std::collections::{BTreeMap, HashMap};

mod marks;
pub use marks::Told;
use marks::{Mark, Written};

/// Earlier cases that a page shows.
pub const SHOWN: usize = 5;
/// The newest cases read under one mark.
const NEWEST: i64 = 200;
/// Marks asked for in one statement, which is one way to the database and back.
const AT_ONCE: usize = 8;
/// Cases that are compared mark by mark, after all were compared by what is rare in them.
const COMPARED: usize = 60;
/// What words and kind must weigh together: one that stands in one case of twenty, or a few common ones; less in a young firm, where no word
/// can be rare yet.
const WORDS_ENOUGH: f64 = 3.0;

/// An earlier case that is near, and by what.
#[derive(Clone, Debug)]
pub struct Near {
    pub case: Case,
    /// What its customer is called.
    pub account: String,
    pub score: f64,
    pub alike: Vec<Alike>,
}

/// By what two cases are alike, in the order in which it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alike {
    /// The same item, lot or order.
    Named(Vec<String>),
    /// These words of the trouble told what led to the earlier one.
    Cause(Vec<String>),
    Account,
    Words(Vec<String>),
    Kind,
}

record! {
    struct Place {
        mark: String,
        number: CaseNumber,
    }
}

/// Keeps the marks of a case as it stands now; a part of looking back.
pub(crate) fn keep(tx: &Tx, case: &Case) -> Result<(), Fault> {
    let number = signed(case.number.0);
    // What was merged is told by the one it went into.
    let marks: Vec<String> = match case.merged_into {
        Some(_) => vec![],
        None => marks(&Told::of(case)),
    };
    tx.put(
        sql!("delete from case_marks where number = ?1 and mark not in {texts ?2}"),
        &[number.into(), list(marks.iter().map(String::as_str))],
    )?;
    tx.put(
        sql!(
            "insert into case_marks (mark, number) select t.*, cast(?1 as bigint) from {texts ?2} as t where true on conflict (mark, number) do nothing"
        ),
        &[number.into(), list(marks.iter().map(String::as_str))],
    )
}

/// The marks of a trouble as they stand in their column.
pub fn marks(told: &Told) -> Vec<String> {
    told.marks().keys().map(Mark::text).collect()
}

/// The earlier cases nearest to this trouble, the nearest first; `before` leaves out this case itself and what came after it.
pub fn nearest(conn: &Conn, told: &Told, before: Option<CaseNumber>, limit: usize) -> Result<Vec<Near>, Fault> {
    let words = told.marks();
    let before = before.map_or(i64::MAX, |number| signed(number.0));
    let (first, last): (Option<i64>, Option<i64>) =
        conn.one(sql!("select min(number), max(number) from cases where number < ?1"), &params![before])?;
    let (Some(first), Some(last)) = (first, last) else { return Ok(vec![]) };
    let places = places(conn, words.keys(), before)?;
    let weights = weights(&words, &places, first, last);
    let numbers = compared(&weights, &places);
    let shared = shared(conn, &numbers, &weights)?;
    let enough = enough(&weights, first, last);
    let mut scored: Vec<(f64, CaseNumber, Vec<&Mark>)> = vec![];
    for (number, marks) in shared {
        let score: f64 = marks.iter().map(|mark| weights[*mark]).sum();
        if says_enough(&marks, &weights, enough) {
            scored.push((score, number, marks));
        }
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
    scored.truncate(limit);
    read(conn, scored, &words, &weights)
}

/// Where each mark stands among the newest cases.
fn places<'m>(
    conn: &Conn,
    marks: impl Iterator<Item = &'m Mark>,
    before: i64,
) -> Result<HashMap<String, Vec<CaseNumber>>, Fault> {
    let texts: Vec<String> = marks.map(Mark::text).collect();
    let mut places: HashMap<String, Vec<CaseNumber>> = HashMap::new();
    for some in texts.chunks(AT_ONCE) {
        let at = |n: usize| some.get(n).map_or("", String::as_str);
        let found: Vec<Place> = conn.all(
            sql!(
                "select * from (select mark, number from case_marks where mark = ?1 and number < ?9 order by number desc limit ?10) as m1
                 union all select * from (select mark, number from case_marks where mark = ?2 and number < ?9 order by number desc limit ?10) as m2
                 union all select * from (select mark, number from case_marks where mark = ?3 and number < ?9 order by number desc limit ?10) as m3
                 union all select * from (select mark, number from case_marks where mark = ?4 and number < ?9 order by number desc limit ?10) as m4
                 union all select * from (select mark, number from case_marks where mark = ?5 and number < ?9 order by number desc limit ?10) as m5
                 union all select * from (select mark, number from case_marks where mark = ?6 and number < ?9 order by number desc limit ?10) as m6
                 union all select * from (select mark, number from case_marks where mark = ?7 and number < ?9 order by number desc limit ?10) as m7
                 union all select * from (select mark, number from case_marks where mark = ?8 and number < ?9 order by number desc limit ?10) as m8"
            ),
            &params![at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), before, NEWEST],
        )?;
        for place in found {
            places.entry(place.mark).or_default().push(place.number);
        }
    }
    Ok(places)
}

/// What each mark counts that any earlier case has.
fn weights<'m>(
    marks: &'m BTreeMap<Mark, Written>,
    places: &HashMap<String, Vec<CaseNumber>>,
    first: i64,
    last: i64,
) -> BTreeMap<&'m Mark, f64> {
    let all = (last - first + 1) as f64;
    let weight = |(mark, written): (&'m Mark, &Written)| {
        let at = places.get(&mark.text())?;
        let oldest = at.iter().map(|number| signed(number.0)).min()?;
        let (seen, span) = (at.len() as f64, (last - oldest + 1) as f64);
        let having = if (at.len() as i64) < NEWEST { seen } else { seen * all / span };
        Some((mark, mark.weight() * written.counts * (1.0 + (all - having + 0.5).max(0.0) / (having + 0.5)).ln()))
    };
    marks.iter().filter_map(weight).collect()
}

/// The most promising ones: those with the most that is rare.
fn compared(weights: &BTreeMap<&Mark, f64>, places: &HashMap<String, Vec<CaseNumber>>) -> Vec<CaseNumber> {
    let mut sums: HashMap<CaseNumber, f64> = HashMap::new();
    for (mark, weight) in weights {
        for number in places.get(&mark.text()).into_iter().flatten() {
            *sums.entry(*number).or_default() += weight;
        }
    }
    let mut sums: Vec<(CaseNumber, f64)> = sums.into_iter().collect();
    sums.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
    sums.into_iter().take(COMPARED).map(|(number, _)| number).collect()
}

/// What each of them shares with the trouble, the common marks included.
fn shared<'m>(
    conn: &Conn,
    numbers: &[CaseNumber],
    weights: &BTreeMap<&'m Mark, f64>,
) -> Result<BTreeMap<CaseNumber, Vec<&'m Mark>>, Fault> {
    let texts: HashMap<String, &'m Mark> = weights.keys().map(|mark| (mark.text(), *mark)).collect();
    let rows: Vec<Place> = conn.all(
        sql!("select mark, number from case_marks where number in {ints ?1} and mark in {texts ?2} limit 5000"),
        &[list(numbers.iter().map(|n| signed(n.0))), list(texts.keys().map(String::as_str))],
    )?;
    let mut shared: BTreeMap<CaseNumber, Vec<&'m Mark>> = BTreeMap::new();
    for row in rows {
        if let Some(mark) = texts.get(&row.mark) {
            shared.entry(row.number).or_default().push(mark);
        }
    }
    Ok(shared)
}

/// What words and kind must weigh together. The customer alone is always near, so whatever says more than that is not kept back either.
fn enough(weights: &BTreeMap<&Mark, f64>, first: i64, last: i64) -> f64 {
    let young = ((last - first + 1) as f64).ln() / 2.0;
    let same_customer = weights.iter().filter(|(mark, _)| matches!(mark, Mark::Account(_))).map(|(_, weight)| *weight);
    same_customer.fold(WORDS_ENOUGH.min(young), f64::min)
}

/// The same customer, the same goods, or words and a kind that say something: where many are of a kind, the kind alone makes nothing near.
fn says_enough(marks: &[&Mark], weights: &BTreeMap<&Mark, f64>, enough: f64) -> bool {
    let said: f64 = marks.iter().map(|mark| weights[*mark] * mark.alone()).sum();
    said >= enough || marks.iter().any(|mark| matches!(mark, Mark::Account(_) | Mark::Named(_)))
}

fn read(
    conn: &Conn,
    scored: Vec<(f64, CaseNumber, Vec<&Mark>)>,
    words: &BTreeMap<Mark, Written>,
    weights: &BTreeMap<&Mark, f64>,
) -> Result<Vec<Near>, Fault> {
    let states: Vec<(CaseNumber, String, String)> = conn.all(
        sql!("select c.number, a.name, c.state from cases c join accounts a on a.id = c.account_id where c.number in {ints ?1}"),
        &[list(scored.iter().map(|(_, number, _)| signed(number.0)))],
    )?;
    let mut near = vec![];
    for (score, number, marks) in scored {
        let Some((_, account, state)) = states.iter().find(|(known, ..)| *known == number) else { continue };
        let case = read_state(state)?;
        near.push(Near { alike: alike(&case, &telling(marks, weights), words), account: account.clone(), case, score });
    }
    Ok(near)
}

/// The marks worth saying, the heaviest first: of the words those that say half as much as the one that says most. That two troubles are both
/// *on our side* is no likeness.
fn telling<'m>(mut marks: Vec<&'m Mark>, weights: &BTreeMap<&'m Mark, f64>) -> Vec<&'m Mark> {
    let is_word = |mark: &Mark| matches!(mark, Mark::Word(_));
    marks.sort_by(|a, b| weights[b].total_cmp(&weights[a]));
    let most = marks.iter().find(|mark| is_word(mark)).map_or(0.0, |mark| weights[mark]);
    marks.retain(|mark| !is_word(mark) || weights[mark] * 2.0 >= most);
    marks
}

fn alike(earlier: &Case, marks: &[&Mark], words: &BTreeMap<Mark, Written>) -> Vec<Alike> {
    let causes = Told::of(earlier).cause_stems();
    let said = |wanted: &dyn Fn(&Mark) -> bool| -> Vec<String> {
        marks.iter().filter(|mark| wanted(mark)).filter_map(|mark| words.get(mark)).map(|w| w.word.clone()).collect()
    };
    let named = said(&|mark| matches!(mark, Mark::Named(_)));
    let cause = said(&|mark| matches!(mark, Mark::Word(_)) && causes.contains(mark));
    let other = said(&|mark| matches!(mark, Mark::Word(_)) && !causes.contains(mark));
    let mut alike = vec![];
    alike.extend((!named.is_empty()).then_some(Alike::Named(named)));
    alike.extend((!cause.is_empty()).then_some(Alike::Cause(cause)));
    alike.extend(marks.iter().any(|mark| matches!(mark, Mark::Account(_))).then_some(Alike::Account));
    alike.extend((!other.is_empty()).then_some(Alike::Words(other)));
    alike.extend(marks.iter().any(|mark| matches!(mark, Mark::Kind(_))).then_some(Alike::Kind));
    alike
}
