//! Order lines in words: what was ordered, and the four dates as people write them.
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use watch::When;

/// *200 × KB-7 rev C (4417/1)*, with what is known of it.
pub fn what(quantity: Option<&str>, item: Option<&str>, order_no: &str, line_no: &str) -> String {
    let key = if line_no.is_empty() { order_no.to_owned() } else { format!("{order_no}/{line_no}") };
    let known = |text: Option<&str>| text.map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
    match (known(quantity), known(item)) {
        (Some(quantity), Some(item)) => {
            t_with("orders-what", &[("quantity", quantity.into()), ("item", item.into()), ("order", key.into())])
        }
        (None, Some(item)) => t_with("orders-what-item", &[("item", item.into()), ("order", key.into())]),
        _ => t_with("orders-what-order", &[("order", key.into())]),
    }
}

/// A date of an order: a day, or a moment where one is known.
pub fn date(agent: &Agent, date: Option<When>) -> String {
    let now = agent.app.now();
    match date {
        Some(When::Day(day)) => when::day(day, now, &agent.zone),
        Some(When::At(at)) => when::moment(at, now, &agent.zone).words,
        None => t("orders-no-date").into_owned(),
    }
}
