//! On which days customers order, how often, and who has gone quiet; followed from the order lines, customer by customer (S033, S217).

use crate::{
    Conn, Fault, Tx, list,
    mint::Mint,
    params, record,
    signals::{self, Raised},
    sql,
};
use casework::ids::{AccountId, CaseNumber};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;
use watch::{
    Ground,
    rules::gone_quiet::{self, Rhythm},
};

/// Customers followed in one transaction.
pub const ACCOUNTS_AT_ONCE: i64 = 50;
/// Customers on the list of those who have gone quiet since a trouble.
pub const LISTED: i64 = 200;

/// What one portion did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// The portion after this one begins behind it; nothing when this was the last.
    pub last: Option<AccountId>,
    pub signals: u64,
}

/// Follows one portion of the customers, by id, from behind `after` on. `known_until` is the day up to which orders came in.
pub fn follow(
    tx: &Tx,
    after: Option<AccountId>,
    known_until: Date,
    mint: &mut Mint,
    ground: &Ground,
) -> Result<Followed, Fault> {
    let after = after.unwrap_or(AccountId(Uuid::nil()));
    let ids: Vec<AccountId> =
        tx.all(sql!("select id from accounts where id > ?1 order by id limit ?2"), &params![after, ACCOUNTS_AT_ONCE])?;
    let ordered = days(tx, &ids)?;
    let kept = kept_days(tx, &ids)?;
    let mut found = vec![];
    for account in &ids {
        let (is, was) = (ordered.get(account), kept.get(account));
        if is != was {
            keep_days(tx, *account, is, was)?;
        }
        let Some(rhythm) = is.and_then(|days| gone_quiet::rhythm(&days.iter().copied().collect::<Vec<_>>())) else {
            continue;
        };
        if is != was {
            keep_rhythm(tx, *account, &rhythm)?;
        }
        let finding = gone_quiet::check(&account.to_string(), &rhythm, known_until, ground);
        found.extend(finding.map(|finding| Raised::seen(finding, *account, None)));
    }
    let signals = signals::raise(tx, &found, mint)?.values().sum();
    Ok(Followed { last: ids.last().copied().filter(|_| ids.len() as i64 == ACCOUNTS_AT_ONCE), signals })
}

type Days = BTreeMap<AccountId, BTreeSet<Date>>;

/// The days on which these customers ordered, as their order lines say; cancelled lines were ordered too.
fn days(conn: &Conn, ids: &[AccountId]) -> Result<Days, Fault> {
    let rows: Vec<(AccountId, Date)> = conn.all(
        sql!(
            "select account_id, substr(ordered, 1, 10) from order_lines where account_id in {ids ?1} and ordered is not null
             group by account_id, substr(ordered, 1, 10)"
        ),
        &params![list(ids.iter().copied())],
    )?;
    Ok(gathered(rows))
}

fn kept_days(conn: &Conn, ids: &[AccountId]) -> Result<Days, Fault> {
    let rows: Vec<(AccountId, Date)> = conn.all(
        sql!("select account_id, day from order_days where account_id in {ids ?1}"),
        &params![list(ids.iter().copied())],
    )?;
    Ok(gathered(rows))
}

fn gathered(rows: Vec<(AccountId, Date)>) -> Days {
    let mut all = Days::new();
    for (account, day) in rows {
        all.entry(account).or_default().insert(day);
    }
    all
}

fn keep_days(
    tx: &Tx,
    account: AccountId,
    is: Option<&BTreeSet<Date>>,
    was: Option<&BTreeSet<Date>>,
) -> Result<(), Fault> {
    let (none, other) = (BTreeSet::new(), BTreeSet::new());
    let (is, was) = (is.unwrap_or(&none), was.unwrap_or(&other));
    for day in was.difference(is) {
        tx.put(sql!("delete from order_days where account_id = ?1 and day = ?2"), &params![account, *day])?;
    }
    for day in is.difference(was) {
        tx.put(
            sql!("insert into order_days (account_id, day) values (?1, ?2) on conflict (account_id, day) do nothing"),
            &params![account, *day],
        )?;
    }
    if is.is_empty() {
        tx.put(sql!("delete from rhythms where account_id = ?1"), &params![account])?;
    }
    Ok(())
}

fn keep_rhythm(tx: &Tx, account: AccountId, rhythm: &Rhythm) -> Result<(), Fault> {
    let orders = i64::try_from(rhythm.orders).unwrap_or(i64::MAX);
    tx.put(
        sql!(
            "insert into rhythms (account_id, first_on, last_on, orders, usual_gap) values (?1, ?2, ?3, ?4, ?5)
             on conflict (account_id) do update set first_on = excluded.first_on, last_on = excluded.last_on, orders = excluded.orders, usual_gap = excluded.usual_gap"
        ),
        &params![account, rhythm.first, rhythm.last, orders, rhythm.usual_gap],
    )
}

record! {
    /// A customer who has not ordered since a trouble or a delivery that nobody asked about.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Quiet {
        pub account: AccountId,
        pub name: String,
        /// The day since when we wait: of their word, or of the delivery.
        pub since: Date,
        /// The case that was solved then.
        pub case: Option<CaseNumber>,
        pub title: Option<String>,
        /// The order line that was delivered then and never asked about.
        pub order_no: Option<String>,
        pub line: Option<Uuid>,
        pub last_order: Option<Date>,
    }
}

/// Customers without an order since a solved case or an unchecked delivery of `since` at the latest, and of `not_before` at the earliest
/// (S217). Each is there once, by what is nearest; the longest silence first.
pub fn quiet_since_trouble(conn: &Conn, not_before: Date, since: Date) -> Result<Vec<Quiet>, Fault> {
    let after_case: Vec<Quiet> = conn.all(
        sql!(
            "select h.account_id, a.name, h.solved_on, h.number, c.title, cast(null as text), cast(null as uuid), r.last_on
             from hindsight h join accounts a on a.id = h.account_id join cases c on c.id = h.case_id left join rhythms r on r.account_id = h.account_id
             where h.solved_on >= ?1 and h.solved_on <= ?2 and (r.last_on is null or r.last_on <= h.solved_on)
             order by h.solved_on desc, h.number desc limit ?3"
        ),
        &params![not_before, since, LISTED],
    )?;
    let after_delivery: Vec<Quiet> = conn.all(
        sql!(
            "select d.account_id, a.name, substr(d.delivered, 1, 10), cast(null as bigint), cast(null as text), l.order_no, l.id, r.last_on
             from rhythms r join delivery_checks d on d.account_id = r.account_id join accounts a on a.id = d.account_id join order_lines l on l.id = d.line_id
             where r.last_on <= ?2 and substr(d.delivered, 1, 10) >= ?1 and substr(d.delivered, 1, 10) <= ?2 and d.due_at is not null
             and (d.outcome is null or d.outcome = 'not_heard') and r.last_on <= substr(d.delivered, 1, 10)
             order by d.delivered desc, d.line_id limit ?3"
        ),
        &params![not_before, since, LISTED],
    )?;
    let mut nearest: BTreeMap<AccountId, Quiet> = BTreeMap::new();
    for quiet in after_case.into_iter().chain(after_delivery) {
        let known = nearest.entry(quiet.account).or_insert_with(|| quiet.clone());
        if quiet.since > known.since {
            *known = quiet;
        }
    }
    let mut all: Vec<Quiet> = nearest.into_values().collect();
    all.sort_by(|one, two| one.since.cmp(&two.since).then_with(|| one.name.cmp(&two.name)));
    all.truncate(usize::try_from(LISTED).unwrap_or(0));
    Ok(all)
}

/// How often this customer orders, where it is known.
pub fn of_account(conn: &Conn, account: AccountId) -> Result<Option<(Date, i64, Option<i64>)>, Fault> {
    conn.maybe(sql!("select last_on, orders, usual_gap from rhythms where account_id = ?1"), &params![account])
}
