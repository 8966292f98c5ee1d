//! What the demo company's orders were worth: a price per piece that stays the same for an item, so that small and large orders can be compared.
use super::year_orders::Order;
use crate::app::App;
use store::{Fault, worth};
use watch::LineKey;

/// Lines kept in one transaction.
const AT_ONCE: usize = 500;

/// Keeps the worth of every order of the year.
///
/// # Errors
/// When the database fails.
pub async fn add(app: &App, orders: &[Order]) -> Result<(), Fault> {
    for some in orders.chunks(AT_ONCE) {
        let all: Vec<(LineKey, u64)> = some
            .iter()
            .map(|order| {
                (LineKey { order_no: order.number.clone(), line_no: "10".into() }, cents(&order.item, order.pieces))
            })
            .collect();
        app.db.write(move |tx| worth::keep(tx, &all)).await?;
    }
    Ok(())
}

/// Up to twelve in the currency of the books for a piece, by the letters of the item.
fn cents(item: &str, pieces: i64) -> u64 {
    let letters: u64 = item.bytes().map(u64::from).sum();
    pieces.unsigned_abs() * (5 + letters * 37 % 1200)
}
