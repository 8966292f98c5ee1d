//! What the watch sees around cases and talks: the same failure again, two cases close together, talks that end worse and worse, a lot
//! that went to others, a promise that nobody has begun to write about (W21 to W25).

use crate::{
    Conn, Fault, Tx,
    mint::Mint,
    params,
    radius::{self, Sort},
    record,
    signals::{self, Raised},
    sql,
};
use casework::{
    Case,
    ids::{AccountId, CaseNumber},
    kinds::TroubleKind,
};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use uuid::Uuid;
use watch::{
    Finding, Ground, LineKey,
    rules::{cases_close, lot_elsewhere, same_words, tone_falling, undrafted_promise},
    story::{CaseIs, CaseSeen, LotSent, RecoveryPromise},
};

/// Cases looked through: those of the last year, the latest first.
const CASES_AT_MOST: i64 = 2_000;
const YEAR: SignedDuration = SignedDuration::from_hours(24 * 366);
/// What came about longer ago is no news: nobody is sent through the past when the watch begins.
const NEWS: SignedDuration = SignedDuration::from_hours(24 * 14);
/// Promises that fall due soon.
const PROMISES_AT_MOST: i64 = 500;
/// Lots of one case that are followed.
const LOTS_AT_MOST: usize = 20;

record! {
    struct Row {
        account: AccountId,
        item: Option<String>,
        state: String,
    }
}

/// A case as it is looked at here.
struct Seen {
    case: Case,
    account: AccountId,
    /// What was ordered when the trouble came.
    item: Option<String>,
}

/// Looks around the cases of the last year; how many signals were raised. Looking twice raises nothing twice.
///
/// # Errors
/// Faults of the database.
pub fn look(tx: &Tx, mint: &mut Mint, ground: &Ground) -> Result<u64, Fault> {
    let cases = cases(tx, ground.now)?;
    let mut found: Vec<Raised> = vec![];
    same_failures(&cases, ground, &mut found);
    close_together(&cases, ground, &mut found);
    talks(&cases, ground, &mut found);
    let news = ground.now.saturating_sub(NEWS).unwrap_or(Timestamp::MIN);
    found.retain(|one| one.since >= news);
    lots(tx, &cases, ground, &mut found)?;
    Ok(signals::raise(tx, &found, mint)?.values().sum())
}

/// Looks at promises that fall due within two hours (W24); asked every minute, as two hours are short.
///
/// # Errors
/// Faults of the database.
pub fn promises(tx: &Tx, mint: &mut Mint, ground: &Ground) -> Result<u64, Fault> {
    type Due = (CaseNumber, AccountId, String, Timestamp, Timestamp);
    let until = ground.now.saturating_add(SignedDuration::from_hours(2)).unwrap_or(Timestamp::MAX);
    let due: Vec<Due> = tx.all(
        sql!(
            "select c.number, p.account_id, p.words, p.due, p.made_at from promises p join cases c on c.id = p.case_id
             where p.state = 'open' and p.due > ?1 and p.due <= ?2 order by p.due, p.id limit ?3"
        ),
        &params![ground.now, until, PROMISES_AT_MOST],
    )?;
    let mut found = vec![];
    for (number, account, words, due, made_at) in due {
        let drafted = begun(tx, number, made_at)?;
        let promise = RecoveryPromise { case: number.to_string(), words, due, drafted, kept: None };
        found.extend(undrafted_promise::check(&promise, ground).map(|finding| Raised::seen(finding, account, None)));
    }
    Ok(signals::raise(tx, &found, mint)?.values().sum())
}

/// When somebody began to write on a page of this case, since the promise was made.
fn begun(conn: &Conn, number: CaseNumber, since: Timestamp) -> Result<Option<Timestamp>, Fault> {
    conn.one(
        sql!("select max(kept_at) from drafts where lower(page) like ?1 and kept_at >= ?2"),
        &params![format!("/cases/{number}/%").to_lowercase(), since],
    )
}

fn cases(conn: &Conn, now: Timestamp) -> Result<Vec<Seen>, Fault> {
    let since = now.saturating_sub(YEAR).unwrap_or(Timestamp::MIN);
    let rows: Vec<Row> = conn.all(
        sql!(
            "select c.account_id, (select min(l.item) from hindsight h join order_lines l on l.account_id = h.account_id and l.order_no = h.order_no
               where h.case_id = c.id), c.state
             from cases c where c.recognised_at >= ?1 and c.recovery <> 'merged' order by c.recognised_at desc, c.id limit ?2"
        ),
        &params![since, CASES_AT_MOST],
    )?;
    rows.into_iter()
        .map(|row| {
            let case = crate::facts::read_state(&row.state)?;
            Ok(Seen { case, account: row.account, item: row.item })
        })
        .collect()
}

impl Seen {
    fn fact(&self, what: &str) -> impl Iterator<Item = &str> {
        let of = self.case.facts.iter().filter(move |fact| fact.what == what);
        of.map(|fact| fact.answer.trim()).filter(|answer| !answer.is_empty())
    }

    fn seen(&self, failure: Option<String>) -> CaseSeen {
        CaseSeen {
            number: self.case.number.to_string(),
            account: self.account.to_string(),
            opened: self.case.recognised_at,
            failure,
            lots: self.fact("lot").take(LOTS_AT_MOST).map(str::to_owned).collect(),
            is: if !self.case.recovery.is_open() { CaseIs::Closed } else { CaseIs::Open },
        }
    }
}

/// W22: the same sort of trouble with the same item, wherever it is. What has to do with people is no failure of an item.
fn same_failures(cases: &[Seen], ground: &Ground, found: &mut Vec<Raised>) {
    let mut by_kind: BTreeMap<TroubleKind, Vec<&Seen>> = BTreeMap::new();
    for seen in cases {
        let of_goods = matches!(
            seen.case.kind,
            TroubleKind::Defect | TroubleKind::WrongItem | TroubleKind::ShortQuantity | TroubleKind::Safety
        );
        if of_goods {
            by_kind.entry(seen.case.kind).or_default().push(seen);
        }
    }
    for of_kind in by_kind.values() {
        let as_seen: Vec<CaseSeen> = of_kind
            .iter()
            .map(|seen| seen.seen(seen.item.clone().or_else(|| seen.fact("item").next().map(str::to_owned))))
            .collect();
        for finding in same_words::check(&as_seen, ground) {
            push(found, cases, finding);
        }
    }
}

/// W25.
fn close_together(cases: &[Seen], ground: &Ground, found: &mut Vec<Raised>) {
    let as_seen: Vec<CaseSeen> = cases.iter().map(|seen| seen.seen(None)).collect();
    for finding in cases_close::check(&as_seen, ground) {
        push(found, cases, finding);
    }
}

/// A finding about two cases is about the customer of the later one, whose number its subject ends in.
fn push(found: &mut Vec<Raised>, cases: &[Seen], finding: Finding) {
    let later = finding.subject.rsplit_once('<').map_or("", |(_, later)| later);
    if let Some(seen) = cases.iter().find(|seen| seen.case.number.to_string() == later) {
        found.push(Raised::seen(finding, seen.account, None));
    }
}

/// W21: how talks with a customer ended, over all their cases.
fn talks(cases: &[Seen], ground: &Ground, found: &mut Vec<Raised>) {
    let mut of_account: BTreeMap<AccountId, Vec<tone_falling::Tone>> = BTreeMap::new();
    for seen in cases {
        let tones = seen
            .case
            .talks
            .iter()
            .filter_map(|talk| Some(tone_falling::Tone { at: talk.ended_at, score: talk.tone_end? }));
        of_account.entry(seen.account).or_default().extend(tones);
    }
    for (account, mut tones) in of_account {
        tones.sort_by_key(|tone| tone.at);
        let finding = tone_falling::check(&account.to_string(), &tones, ground);
        found.extend(finding.map(|finding| Raised::seen(finding, account, None)));
    }
}

/// W23: the lots of open cases that went to others, too.
fn lots(conn: &Conn, cases: &[Seen], ground: &Ground, found: &mut Vec<Raised>) -> Result<(), Fault> {
    for seen in cases.iter().filter(|seen| seen.case.recovery.is_open()) {
        let case = seen.seen(None);
        let mut sent: Vec<LotSent> = vec![];
        let mut of_key: BTreeMap<LineKey, (AccountId, Uuid)> = BTreeMap::new();
        for lot in &case.lots {
            for one in radius::of(conn, Sort::Lot, lot)? {
                let line = one.kept.line.key.clone();
                of_key.insert(line.clone(), (one.kept.account, one.kept.id));
                let (account, shipment) = (one.kept.account.to_string(), one.shipments.join(" "));
                sent.push(LotSent { lot: lot.clone(), account, line, shipment, quantity: one.quantity });
            }
        }
        for finding in lot_elsewhere::check(&case, &sent, ground) {
            let Some((account, line)) = finding.line.as_ref().and_then(|key| of_key.get(key)).copied() else {
                continue;
            };
            found.push(Raised::seen(finding, account, line));
        }
    }
    Ok(())
}
