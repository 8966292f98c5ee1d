//! What a customer ordered over the years: shown to whoever decides about amends, beside that decision and nowhere else. It stands on no list of
//! work, so it cannot sway what is done first (S025, S237).
use super::case_view::CaseView;
use super::fail::Oops;
use super::ui::section;
use super::when;
use crate::session::Agent;
use crate::words::{number, t_with};
use casework::kinds::Role;
use jiff::ToSpan;
use maud::{Markup, html};
use store::worth;

/// The act that decides about amends.
const DECIDES: &str = "approve-amends";
/// How far back one looks.
const YEARS: i64 = 5;

/// The block for an approver; nothing for anybody else, on any other act, or where no worth is known.
///
/// # Errors
/// When the database fails.
pub async fn beside(me: &Agent, view: &CaseView, word: &str) -> Result<Markup, Oops> {
    if word != DECIDES || !(me.has(Role::Manager) || me.has(Role::Director)) {
        return Ok(html! {});
    }
    let now = me.app.now();
    let today = now.to_zoned(me.firm.ours.zone().clone()).date();
    let (account, since) = (view.account.id, today.checked_sub(YEARS.years()).unwrap_or(today));
    let Some(worth) = me.app.db.read(move |conn| worth::of_account(conn, account, since)).await? else {
        return Ok(html! {});
    };
    let first = worth.first_on.unwrap_or(since);
    let values = [
        ("amount", number(worth.cents / 100).into()),
        ("since", when::day(first, now, &me.zone).into()),
        ("orders", worth.orders.into()),
    ];
    Ok(section("worth-title", None, html! { p { (t_with("worth-said", &values)) } }))
}
