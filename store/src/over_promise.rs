//! Days that are sooner than an item usually takes: found when they are promised, on a case or on an order line (S014). The rule is
//! the watch's; here the lead times are looked up and what it finds is kept as signals.

use crate::{
    Conn, Fault, Tx, lines, list,
    mint::Mint,
    params,
    signals::{self, Raised},
    sql, stock,
};
use casework::{
    Case,
    ids::{AccountId, RequestId},
    kinds::{Party, StepKind},
    parts::{Promise, Said},
};
use jiff::{Timestamp, tz::TimeZone};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;
use watch::{
    Ground, Kind, Line, When,
    rules::over_promise::{self, Dated, Said as By},
};

/// Items looked up at once: those of one batch of order lines.
const ITEMS_AT_MOST: usize = lines::BATCH;

/// Lines whose promise is new or another than before: those sooner than their item takes become signals.
pub(crate) fn of_lines<'a>(
    tx: &Tx,
    lines: impl Iterator<Item = (Uuid, AccountId, &'a Line)>,
    mint: &mut Mint,
    ground: &Ground,
) -> Result<BTreeMap<Kind, u64>, Fault> {
    let of = |(id, account, line)| Some((Dated::of_line(line, ground.now)?, account, Some(id)));
    keep(tx, lines.filter_map(of).collect(), ground.zone, mint, ground.now)
}

/// What a change of a case promises anew, beside what operations confirmed. The day of news is taken as UTC has it: lead times
/// are counted in days and no zone is at hand where a case is kept.
pub(crate) fn of_case(tx: &Tx, before: &Case, after: &Case, request: RequestId, now: Timestamp) -> Result<(), Fault> {
    let dated = promised(before, after, now);
    if dated.is_empty() {
        return Ok(());
    }
    let found = dated.into_iter().map(|dated| (dated, after.account, None)).collect();
    let mut mint = Mint::new(Uuid::new_v5(&request.0, b"over-promise"), now);
    keep(tx, found, &TimeZone::UTC, &mut mint, now).map(drop)
}

fn keep(
    tx: &Tx,
    dated: Vec<(Dated, AccountId, Option<Uuid>)>,
    zone: &TimeZone,
    mint: &mut Mint,
    now: Timestamp,
) -> Result<BTreeMap<Kind, u64>, Fault> {
    let leads = lead_times(tx, dated.iter().map(|(dated, ..)| dated.item.as_str()))?;
    if leads.is_empty() {
        return Ok(BTreeMap::new());
    }
    let found = dated.into_iter().filter_map(|(dated, account, line)| {
        let lead = leads.get(&stock::key(&dated.item)).copied();
        Some(Raised::seen(over_promise::check(&dated, lead, zone, now)?, account, line))
    });
    let found: Vec<Raised> = found.collect();
    signals::raise(tx, &found, mint)
}

/// The standard lead times of these items by their keys, the shortest of their sites.
fn lead_times<'a>(conn: &Conn, items: impl Iterator<Item = &'a str>) -> Result<HashMap<String, u32>, Fault> {
    let mut keys: Vec<String> = items.take(ITEMS_AT_MOST).map(stock::key).collect();
    keys.sort_unstable();
    keys.dedup();
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(String, u32)> = conn.all(
        sql!(
            "select item_key, min(lead_days) from stock where item_key in {texts ?1} and lead_days is not null group by item_key"
        ),
        &params![list(keys)],
    )?;
    Ok(rows.into_iter().collect())
}

/// New promises of goods, steps of a plan that both sides just agreed to, and a new day we bring as news.
fn promised(before: &Case, after: &Case, now: Timestamp) -> Vec<Dated> {
    let named = |words: &str| By::Case { number: after.number.to_string(), words: words.to_owned() };
    let new = |p: &&Promise| before.promise(p.id).is_none() && p.confirmed_by.is_none();
    let mut all: Vec<Dated> = after
        .promises
        .iter()
        .filter(new)
        .filter_map(|p| {
            Some(Dated {
                subject: format!("promise {}@{}", p.id, p.due),
                by: named(&p.words),
                item: p.item.clone()?,
                made_at: p.made_at,
                due: When::At(p.due),
            })
        })
        .collect();
    for item in after.facts.iter().filter(|fact| fact.what == "item").map(|fact| fact.answer.trim()) {
        all.extend(steps(before, after).map(|(id, words, due)| Dated {
            subject: format!("step {id}@{due}"),
            by: named(words),
            item: item.to_owned(),
            made_at: now,
            due: When::At(due),
        }));
        all.extend(news(before, after).map(|day| Dated {
            subject: format!("news {}@{day}", after.id),
            by: named(&after.title),
            item: item.to_owned(),
            made_at: after.recognised_at,
            due: When::Day(day),
        }));
    }
    all
}

/// Our unconfirmed fix steps of a plan that was not agreed in this form before.
fn steps<'c>(before: &Case, after: &'c Case) -> impl Iterator<Item = (Uuid, &'c str, Timestamp)> {
    let version = |case: &Case| case.plan.as_ref().filter(|p| p.agreed_at.is_some()).map(|p| (p.version, p.agreed_at));
    let agreed = version(after).is_some() && version(after) != version(before);
    let plan = after.plan.as_ref().filter(|_| agreed);
    plan.into_iter()
        .flat_map(|plan| &plan.steps)
        .filter(|s| s.kind == StepKind::Fix && s.party != Party::Customer && s.is_open() && s.confirmed == Said::No)
        .map(|s| (s.id.0, s.text.as_str(), s.due))
}

/// The new day of our news, unless operations confirmed a way that is there by then.
fn news(before: &Case, after: &Case) -> Option<jiff::civil::Date> {
    let day = after.news.as_ref()?.new_date?;
    if before.news.as_ref().and_then(|news| news.new_date) == Some(day) {
        return None;
    }
    let ends = When::Day(day).ends(&TimeZone::UTC);
    let confirmed =
        after.options.iter().any(|o| o.confirmed_by.is_some() && o.arrives.is_some_and(|arrives| arrives <= ends));
    (!confirmed).then_some(day)
}
