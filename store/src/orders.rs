//! Keeps order lines from a file or an interface: new, changed, or the same, with every moved promise on record.

use crate::{
    Fault, Tx, Value, lines,
    lines::{KeptLine, key_text, oddity_words},
    mint::Mint,
    over_promise, params, signals, sql,
};
use casework::ids::AccountId;
use jiff::{Timestamp, civil::Date};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;
use watch::{Check, Ground, Kind, Line, LineKey, Oddity, Part, PromiseChange, next_look, oddities};

/// One line as a source tells it.
#[derive(Debug, Clone)]
pub struct Told {
    /// The row of the file, for the report.
    pub row: u64,
    pub account: AccountId,
    pub line: Line,
}

/// What a source is silent about, and from when deliveries are asked about.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    pub silent: Vec<Part>,
    /// Deliveries before this day are history: nobody owes a check for them.
    pub checks_from: Option<Date>,
}

/// What came of one batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    pub new: u64,
    pub changed: u64,
    pub same: u64,
    pub promises_moved: u64,
    pub oddities: Vec<(u64, Vec<Oddity>)>,
    pub signals: BTreeMap<Kind, u64>,
    /// Signals that ended because the line has room again (S006).
    pub prevented: u64,
}

/// Keeps one batch, at most [`lines::BATCH`] lines, each line once. The same batch again changes nothing.
pub fn keep(tx: &Tx, batch: &[Told], terms: &Terms, mint: &mut Mint, ground: &Ground) -> Result<Kept, Fault> {
    let keys: Vec<LineKey> = batch.iter().map(|told| told.line.key.clone()).collect();
    let known: HashMap<LineKey, KeptLine> =
        lines::by_keys(tx, &keys)?.into_iter().map(|kept| (kept.line.key.clone(), kept)).collect();
    let (mut kept, mut found, mut next) = (Kept::default(), Vec::new(), Vec::new());
    for told in batch {
        let before = known.get(&told.line.key);
        let line = as_told(told, before, terms, ground);
        let odd = oddities(&line, ground);
        if !odd.is_empty() {
            kept.oddities.push((told.row, odd.clone()));
        }
        let is_same = before.is_some_and(|before| before.line == line);
        if is_same && before.is_some_and(|before| before.account == told.account) {
            kept.same += 1;
            continue;
        }
        let id = before.map_or_else(|| mint.id(), |before| before.id);
        if !is_same {
            found.extend(seen_at_once(&line, told.account, id, ground));
        }
        next.push(Next { id, account: told.account, line, odd, before });
    }
    kept.new = insert(tx, &next, ground)?;
    let changes = update(tx, &next, ground)?;
    kept.changed = next.len() as u64 - kept.new;
    kept.promises_moved = changes.len() as u64;
    keep_checks(tx, &next, ground)?;
    kept.signals = keep_changes(tx, &changes, mint, ground)?;
    let promised = next.iter().filter(|one| one.before.is_none_or(|before| before.line.promised != one.line.promised));
    let promised = promised.map(|one| (one.id, one.account, &one.line));
    kept.signals.extend(over_promise::of_lines(tx, promised, mint, ground)?);
    let found = signals::prevented::followed(tx, found)?;
    kept.signals.extend(signals::raise(tx, &found, mint)?);
    let changed: Vec<_> = next.iter().filter(|one| one.before.is_some()).map(|one| (one.id, &one.line)).collect();
    kept.prevented = signals::prevented::where_restored(tx, &changed, ground)?;
    Ok(kept)
}

/// A line as it is to be kept, and what was known of it. Those of a batch are written table by table: what a statement and its
/// indexes need then stays at hand.
struct Next<'a> {
    id: Uuid,
    account: AccountId,
    line: Line,
    odd: Vec<Oddity>,
    before: Option<&'a KeptLine>,
}

/// The line as told, with what is known of it where the source is silent.
fn as_told(told: &Told, before: Option<&KeptLine>, terms: &Terms, ground: &Ground) -> Line {
    let mut line = told.line.clone();
    match before {
        Some(before) => line.take_over(&before.line, &terms.silent),
        None => line.first_promised = line.first_promised.or(line.promised),
    }
    // What is known as delivered already keeps its check, owed or not, whenever the file comes again.
    let came_now = before.is_none_or(|before| before.line.delivered.is_none());
    if came_now && line.check == Check::Undone && is_history(&line, terms, ground) {
        line.check = Check::NotOwed;
    }
    line
}

/// When the watch should look at a line that is being kept. One whose time has come is looked at in the same breath: to read it
/// again for that would cost as much as to keep it.
fn look_at(line: &Line, ground: &Ground) -> Option<Timestamp> {
    match next_look(line, ground, None) {
        Some(at) if at <= ground.now => next_look(line, ground, Some(ground.now)),
        later => later,
    }
}

fn seen_at_once(line: &Line, account: AccountId, id: Uuid, ground: &Ground) -> Vec<signals::Raised> {
    if next_look(line, ground, None).is_none_or(|at| at > ground.now) {
        return vec![];
    }
    let findings = watch::look(std::slice::from_ref(line), &[], ground);
    findings.into_iter().map(|finding| signals::Raised::seen(finding, account, id)).collect()
}

/// A delivery before the day from which deliveries are asked about.
fn is_history(line: &Line, terms: &Terms, ground: &Ground) -> bool {
    let delivered = line.delivered.map(|when| when.day(ground.zone));
    delivered.zip(terms.checks_from).is_some_and(|(delivered, from)| delivered < from)
}

/// When the customer heard of the present promise, where this source is the first to say so.
fn newly_told(before: &Line, line: &Line, ground: &Ground) -> Option<Timestamp> {
    let told = line.told.filter(|told| before.told != Some(*told))?;
    Some(told.ends(ground.zone).min(ground.now))
}

/// A promise at another date than before. Whoever told the customer knew it then, whenever the file came.
fn moved(before: &Line, line: &Line, told_at: Option<Timestamp>, now: Timestamp) -> Option<PromiseChange> {
    let (from, to) = before.promised.zip(line.promised).filter(|(from, to)| from != to)?;
    Some(PromiseChange { line: line.key.clone(), from, to, known_at: told_at.unwrap_or(now), told_at })
}

fn keep_changes(
    tx: &Tx,
    changes: &[(Uuid, AccountId, PromiseChange)],
    mint: &mut Mint,
    ground: &Ground,
) -> Result<BTreeMap<Kind, u64>, Fault> {
    let mut found = Vec::new();
    for (line, account, change) in changes {
        tx.put(
            sql!(
                "insert into promise_changes (id, line_id, moved_from, moved_to, known_at, told_at) values (?1, ?2, ?3, ?4, ?5, ?6)"
            ),
            &params![mint.id(), line, change.from, change.to, change.known_at, change.told_at],
        )?;
        let findings = watch::look(&[], std::slice::from_ref(change), ground);
        found.extend(findings.into_iter().map(|finding| signals::Raised::seen(finding, *account, *line)));
    }
    signals::raise(tx, &found, mint)
}

/// A date of telling that is new in the source settles the changes that were still untold.
fn settle_told(tx: &Tx, id: Uuid, heard: Option<Timestamp>) -> Result<(), Fault> {
    let Some(heard) = heard else { return Ok(()) };
    tx.put(sql!("update promise_changes set told_at = ?2 where line_id = ?1 and told_at is null"), &params![id, heard])
}

fn values<'a>(next: &'a Next<'_>, ground: &Ground) -> [Value<'a>; 24] {
    let text = |text: &'a Option<String>| text.as_deref();
    let line = &next.line;
    params![
        next.id,
        next.account.0,
        key_text(&line.key),
        &line.key.order_no,
        &line.key.line_no,
        text(&line.customer_reference),
        text(&line.item),
        text(&line.quantity),
        line.ordered,
        line.requested,
        line.promised,
        line.first_promised,
        line.need_by,
        line.ready,
        line.shipped,
        line.delivered,
        line.cancelled,
        line.recorded,
        line.told,
        text(&line.status),
        line.standing,
        oddity_words(&next.odd),
        look_at(line, ground),
        ground.now,
    ]
}

/// Keeps those that are new; how many.
fn insert(tx: &Tx, next: &[Next<'_>], ground: &Ground) -> Result<u64, Fault> {
    let hits = tx.hit_each(
        sql!(
            "insert into order_lines (id, account_id, line_key, order_no, line_no, customer_reference, item, quantity, ordered, requested, promised, first_promised, need_by, ready, shipped, delivered, cancelled, recorded, told, status, standing, oddities, look_at, changed_at, made_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?24)"
        ),
        next.iter().filter(|one| one.before.is_none()).map(|one| values(one, ground)),
    )?;
    Ok(hits.len() as u64)
}

/// Keeps those that were known, and says whose promise moved.
fn update(tx: &Tx, next: &[Next<'_>], ground: &Ground) -> Result<Vec<(Uuid, AccountId, PromiseChange)>, Fault> {
    let mut changes = Vec::new();
    for (one, before) in next.iter().filter_map(|one| Some((one, one.before?))) {
        tx.put(
            sql!(
                "update order_lines set account_id = ?2, line_key = ?3, order_no = ?4, line_no = ?5, customer_reference = ?6, item = ?7, quantity = ?8, ordered = ?9, requested = ?10, promised = ?11, first_promised = ?12, need_by = ?13, ready = ?14, shipped = ?15, delivered = ?16, cancelled = ?17, recorded = ?18, told = ?19, status = ?20, standing = ?21, oddities = ?22, look_at = ?23, changed_at = ?24
                 where id = ?1"
            ),
            &values(one, ground),
        )?;
        let heard = newly_told(&before.line, &one.line, ground);
        changes.extend(moved(&before.line, &one.line, heard, ground.now).map(|change| (one.id, one.account, change)));
        settle_told(tx, one.id, heard)?;
    }
    Ok(changes)
}

/// A proof of delivery makes a check due (S031); a delivery that turns out not to have been one takes it away again,
/// unless somebody has made it.
fn keep_checks(tx: &Tx, next: &[Next<'_>], ground: &Ground) -> Result<(), Fault> {
    let was = |one: &Next<'_>| one.before.and_then(|before| before.line.delivered);
    let moved =
        || next.iter().filter(|one| was(one) != one.line.delivered && !matches!(one.line.check, Check::Done { .. }));
    for one in moved().filter(|one| one.line.delivered.is_none()) {
        tx.put(sql!("delete from delivery_checks where line_id = ?1 and done_at is null"), &params![one.id])?;
    }
    let proven = moved().filter_map(|one| Some((one, one.line.delivered?)));
    tx.hit_each(
        sql!(
            "insert into delivery_checks (line_id, account_id, delivered, due_at, words, known_at) values (?1, ?2, ?3, ?4, '', ?5)
             on conflict (line_id) do update set delivered = excluded.delivered, due_at = excluded.due_at where delivery_checks.done_at is null"
        ),
        proven.map(|(one, delivered)| {
            let owed = one.line.check == Check::Undone;
            let due = owed.then(|| watch::rules::unchecked_delivery::due_at(delivered, ground));
            params![one.id, one.account.0, delivered, due, ground.now]
        }),
    )?;
    Ok(())
}

/// What one look over waiting lines found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looked {
    pub lines: u64,
    pub signals: BTreeMap<Kind, u64>,
}

/// Looks at one page of the lines whose time has come; a page without lines means that all were looked at.
pub fn look(tx: &Tx, mint: &mut Mint, ground: &Ground) -> Result<Looked, Fault> {
    let page = lines::to_look_at(tx, ground.now)?;
    let mut found = Vec::new();
    for kept in &page {
        for finding in watch::look(std::slice::from_ref(&kept.line), &[], ground) {
            found.push(signals::Raised::seen(finding, kept.account, kept.id));
        }
        tx.put(
            sql!("update order_lines set look_at = ?2 where id = ?1"),
            &params![kept.id, next_look(&kept.line, ground, Some(ground.now))],
        )?;
    }
    let found = signals::prevented::followed(tx, found)?;
    Ok(Looked { lines: page.len() as u64, signals: signals::raise(tx, &found, mint)? })
}
