//! A list of stock: item, site, what lies there, what is free, when work in progress is ready, how long an item takes.

use super::{
    cells::Cells,
    csv_source::Row,
    header_words::Names,
    headers::{FileField, Holds, fold},
    list_words::STOCK,
    lists::{Batch, Batched, List},
    numbers::NoNumber,
    order_rows::RowProblem,
    why::Why,
};
use store::{
    Fault, Tx,
    mint::Mint,
    stock::{self, Part, Quantity, Stock},
};

/// No item takes longer, in days: ten years. More is a shifted column.
const LEAD_DAYS_AT_MOST: i64 = 3_650;

/// What a column of a list of stock may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StockField {
    Item,
    Site,
    OnHand,
    Free,
    ReadyOn,
    LeadDays,
}

impl FileField for StockField {
    const ALL: &'static [StockField] = &[
        StockField::Item,
        StockField::Site,
        StockField::OnHand,
        StockField::Free,
        StockField::ReadyOn,
        StockField::LeadDays,
    ];
    const NAMES: &'static [Names<StockField>] = &STOCK;

    fn word(self) -> &'static str {
        match self {
            StockField::Item => "item",
            StockField::Site => "site",
            StockField::OnHand => "on-hand",
            StockField::Free => "free",
            StockField::ReadyOn => "ready-on",
            StockField::LeadDays => "lead-days",
        }
    }

    fn holds(self) -> Holds {
        if self == StockField::ReadyOn { Holds::Dates } else { Holds::Other }
    }
}

/// The list of stock.
pub struct StockList;

impl List for StockList {
    type Field = StockField;
    type Row = Stock;
    const KIND: &'static str = "stock";
    const NEEDED: &'static [StockField] = &[StockField::Item];
    const SAYS: &'static [StockField] =
        &[StockField::OnHand, StockField::Free, StockField::ReadyOn, StockField::LeadDays];
    const NUMBERS: &'static [StockField] = &[StockField::OnHand, StockField::Free, StockField::LeadDays];

    fn read(cells: &Cells<StockField>, row: &Row, notes: &mut Vec<RowProblem>) -> Result<Stock, RowProblem> {
        Ok(Stock {
            item: cells.needed(row, StockField::Item)?,
            site: cells.key(row, StockField::Site)?.unwrap_or_default(),
            on_hand: cells.number(row, StockField::OnHand)?,
            free: cells.number(row, StockField::Free)?,
            ready_on: cells.day(row, StockField::ReadyOn, notes),
            lead_days: lead_days(cells, row, notes),
        })
    }

    fn key(row: &Stock) -> String {
        format!("{}\u{1f}{}", stock::key(&row.item), stock::key(&row.site))
    }

    fn keep(tx: &Tx, batch: &Batch<StockField, Stock>, mint: &mut Mint) -> Result<Batched, Fault> {
        const PARTS: [(StockField, Part); 4] = [
            (StockField::OnHand, Part::OnHand),
            (StockField::Free, Part::Free),
            (StockField::ReadyOn, Part::ReadyOn),
            (StockField::LeadDays, Part::LeadDays),
        ];
        let silent = PARTS.into_iter().filter(|(field, _)| !batch.cells.has_column(*field)).map(|(_, part)| part);
        let silent: Vec<Part> = silent.collect();
        let rows: Vec<Stock> = batch.rows.iter().map(|(_, told)| told.clone()).collect();
        let kept = stock::keep(tx, &rows, &silent, mint, batch.now)?;
        Ok(Batched { kept, refused: vec![] })
    }
}

/// Whole days, weeks where the column says so; one that makes no sense is left empty, since the rest of the row still counts.
fn lead_days(cells: &Cells<StockField>, row: &Row, notes: &mut Vec<RowProblem>) -> Option<u32> {
    let field = StockField::LeadDays;
    let read = cells.number(row, field).unwrap_or_else(|problem| {
        notes.push(problem);
        None
    });
    let Quantity(thousandths) = read?;
    let in_weeks = ["week", "weeks", "wochen", "woche", "tygodnie", "tygodni", "semanas", "wks"];
    let days = if fold(cells.header(field)).split(' ').any(|word| in_weeks.contains(&word)) { 7 } else { 1 };
    // Half a day is a day: a promise is not made shorter by rounding.
    let whole = thousandths.checked_mul(days)?.div_euclid(1000) + i64::from(thousandths * days % 1000 != 0);
    if !(0..=LEAD_DAYS_AT_MOST).contains(&whole) {
        notes.push(cells.problem(row, field, Why::NoNumber(NoNumber::NotANumber)));
        return None;
    }
    u32::try_from(whole).ok()
}
