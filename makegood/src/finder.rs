//! The option finder (S019, S146, S147, S166): what could put it right at once, as far as the lists of stock and alternates say.
//! It looks before the first talk, and says *unknown* where nobody told it.
use casework::Case;
use casework::ids::AccountId;
use casework::kinds::TroubleKind;
use jiff::Timestamp;
use store::alternates::{self, KeptAlternate};
use store::stock::{self, ITEMS_AT_MOST, KeptStock, key};
use store::{Conn, Fault, lines};

/// What was found about the items of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// What the case is about: as the lists call it, else as it was said; empty when nobody knows yet.
    pub items: Vec<String>,
    /// What can be taken first, the most of it on top.
    pub stock: Vec<KeptStock>,
    pub instead: Vec<Instead>,
    /// When any list of stock last came in.
    pub told_at: Option<Timestamp>,
}

/// One item that may stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instead {
    pub of: String,
    pub item: String,
    /// How well it fits, in the words of the list.
    pub fits: String,
    pub data_sheet: String,
    pub approval: Approval,
    /// Where it lies.
    pub stock: Vec<KeptStock>,
}

/// Whether this customer said yes to it; another customer's yes is not theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approval {
    Given,
    Needed,
}

/// Whether there is something to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    Yes,
    No,
    /// Nobody told, or the last list is silent about it.
    Unknown,
}

impl Answer {
    /// Its key in the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Answer::Yes => "finder-yes",
            Answer::No => "finder-no",
            Answer::Unknown => "finder-unknown",
        }
    }
    /// Of one place.
    pub fn of(kept: &KeptStock) -> Answer {
        match kept.stock.to_take() {
            _ if kept.is_gone() => Answer::Unknown,
            Some(quantity) if quantity.is_some() => Answer::Yes,
            Some(_) => Answer::No,
            None => Answer::Unknown,
        }
    }
}

/// Whether the finder has something to look for: goods that are late, wrong, too few or lost, and nothing chosen yet.
pub fn looks_for(case: &Case) -> bool {
    use TroubleKind as K;
    let kind = matches!(case.kind, K::Defect | K::WrongItem | K::ShortQuantity | K::Transit | K::Delay);
    kind && case.recovery.is_live() && case.decision().is_none()
}

/// Looks it all up in a few keyed reads.
///
/// # Errors
/// Faults of the database.
pub fn find(conn: &Conn, case: &Case) -> Result<Found, Fault> {
    let (said, items) = items(conn, case)?;
    let told_at = stock::told_at(conn)?;
    if items.is_empty() {
        return Ok(Found { told_at, ..Found::default() });
    }
    let mut instead = grouped(alternates::of_items(conn, &items)?, case.account);
    let names: Vec<String> = instead.iter().map(|one| one.item.clone()).collect();
    let lies = if names.is_empty() { vec![] } else { stock::of_items(conn, &names)? };
    for one in &mut instead {
        one.stock = lies.iter().filter(|kept| key(&kept.stock.item) == key(&one.item)).cloned().collect();
    }
    let mut stock = stock::of_items(conn, &items)?;
    stock.sort_by_key(|kept| (Answer::of(kept), std::cmp::Reverse(kept.stock.to_take())));
    let mut called: Vec<String> = stock.iter().map(|kept| kept.stock.item.clone()).collect();
    called.extend(instead.iter().map(|one| one.of.clone()));
    let items = unique(if called.is_empty() { said } else { called });
    Ok(Found { items, stock, instead, told_at })
}

/// Each item once, however it is written.
fn unique(mut items: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    items.retain(|item| seen.insert(key(item)));
    items.truncate(ITEMS_AT_MOST);
    items
}

/// What the case is about: what somebody said, and the lines of the hint or the order that it is about. As it was said, and
/// all that may be an item's name in it.
fn items(conn: &Conn, case: &Case) -> Result<(Vec<String>, Vec<String>), Fault> {
    let facts = |what: &str| {
        let known = case.facts.iter().rev().filter(|fact| fact.what.eq_ignore_ascii_case(what));
        known.map(|fact| fact.answer.clone()).take(ITEMS_AT_MOST).collect::<Vec<String>>()
    };
    let mut said = facts("item");
    // People say the order where the item is asked for, and the other way round.
    let both = facts("order").into_iter().chain(said.iter().cloned());
    let orders: Vec<String> = both.flat_map(|said| pieces(&said)).take(ITEMS_AT_MOST).collect();
    let mut told = lines::of_case(conn, case.id)?;
    if !orders.is_empty() {
        told.extend(lines::of_orders(conn, case.account, &orders)?);
    }
    said.retain(|said| !told.iter().any(|kept| kept.line.key.order_no == *said));
    said.extend(told.into_iter().filter_map(|kept| kept.line.item));
    let said = unique(said);
    let items = unique(said.iter().flat_map(|item| pieces(item)).collect());
    Ok((said, items))
}

/// An item as it was said, and its parts when more was said with it: *KB-7 rev C, lot 2231*.
fn pieces(said: &str) -> Vec<String> {
    let whole = said.trim().to_owned();
    let parts = whole.split([',', ';', '\n']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty());
    let mut all: Vec<String> = parts.collect();
    if all.len() > 1 {
        all.insert(0, whole);
    }
    all
}

/// One row for each alternate, whoever approved it.
fn grouped(kept: Vec<KeptAlternate>, account: AccountId) -> Vec<Instead> {
    let mut all: Vec<Instead> = vec![];
    for KeptAlternate { alternate, .. } in kept {
        let theirs = alternate.approved_by == Some(account);
        let same =
            |one: &&mut Instead| key(&one.of) == key(&alternate.item) && key(&one.item) == key(&alternate.alternate);
        match all.iter_mut().find(same) {
            Some(one) if theirs => one.approval = Approval::Given,
            Some(_) => {}
            None => all.push(Instead {
                of: alternate.item,
                item: alternate.alternate,
                fits: alternate.fits,
                data_sheet: alternate.data_sheet,
                approval: if theirs { Approval::Given } else { Approval::Needed },
                stock: vec![],
            }),
        }
    }
    all.truncate(ITEMS_AT_MOST);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::alternates::Alternate;

    #[test]
    fn an_item_is_found_though_a_lot_was_said_with_it() {
        assert_eq!(pieces("KB-7 rev C"), ["KB-7 rev C"]);
        assert_eq!(pieces(" KB-7 rev C, lot 2231 "), ["KB-7 rev C, lot 2231", "KB-7 rev C", "lot 2231"]);
        assert!(pieces(" ").is_empty());
    }

    /// S147: another customer's approval is not this customer's.
    #[test]
    fn s147_an_alternate_needs_the_approval_of_this_customer() {
        let (ours, other) = (AccountId(uuid::Uuid::from_u128(1)), AccountId(uuid::Uuid::from_u128(2)));
        let row = |approved_by| KeptAlternate {
            alternate: Alternate {
                item: "KB-7".into(),
                alternate: "KB-8".into(),
                fits: "yes".into(),
                approved_by,
                data_sheet: String::new(),
            },
            seen_at: Timestamp::UNIX_EPOCH,
        };
        let approval =
            |rows: Vec<KeptAlternate>| grouped(rows, ours).iter().map(|one| one.approval).collect::<Vec<_>>();
        assert_eq!(approval(vec![row(None), row(Some(other))]), [Approval::Needed]);
        assert_eq!(approval(vec![row(None), row(Some(other)), row(Some(ours))]), [Approval::Given]);
    }
}
