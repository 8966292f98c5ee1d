//! A list of alternates: what may stand in for an item, how well it fits, which customer approved it, where its data sheet is.

use super::{
    cells::Cells,
    csv_source::Row,
    header_words::Names,
    headers::{FileField, Holds},
    list_words::ALTERNATES,
    lists::{Batch, Batched, List},
    order_rows::RowProblem,
    why::Why,
};
use std::collections::HashMap;
use store::{
    Fault, Tx,
    alternates::{self, Alternate, Part},
    mint::Mint,
    stock,
    whose::{self, Whose},
};

/// What a column of a list of alternates may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AlternateField {
    Item,
    Alternate,
    Fits,
    ApprovedBy,
    DataSheet,
}

impl FileField for AlternateField {
    const ALL: &'static [AlternateField] = &[
        AlternateField::Item,
        AlternateField::Alternate,
        AlternateField::Fits,
        AlternateField::ApprovedBy,
        AlternateField::DataSheet,
    ];
    const NAMES: &'static [Names<AlternateField>] = &ALTERNATES;

    fn word(self) -> &'static str {
        match self {
            AlternateField::Item => "item",
            AlternateField::Alternate => "alternate",
            AlternateField::Fits => "fits",
            AlternateField::ApprovedBy => "approved-by",
            AlternateField::DataSheet => "data-sheet",
        }
    }

    fn holds(self) -> Holds {
        Holds::Other
    }
}

/// One row before its customer is known.
#[derive(Clone)]
pub struct AlternateRow {
    alternate: Alternate,
    /// The number or name of the customer who approved it.
    approved_by: Option<String>,
    /// The same as a problem, should nobody know that customer.
    unknown: RowProblem,
}

/// The list of alternates.
pub struct AlternateList;

impl List for AlternateList {
    type Field = AlternateField;
    type Row = AlternateRow;
    const KIND: &'static str = "alternates";
    const NEEDED: &'static [AlternateField] = &[AlternateField::Item, AlternateField::Alternate];
    const SAYS: &'static [AlternateField] = &[];
    const NUMBERS: &'static [AlternateField] = &[];

    fn read(cells: &Cells<AlternateField>, row: &Row, _: &mut Vec<RowProblem>) -> Result<AlternateRow, RowProblem> {
        let item = cells.needed(row, AlternateField::Item)?;
        let alternate = cells.needed(row, AlternateField::Alternate)?;
        if stock::key(&item) == stock::key(&alternate) {
            return Err(cells.problem(row, AlternateField::Alternate, Why::Itself));
        }
        Ok(AlternateRow {
            alternate: Alternate {
                item,
                alternate,
                fits: cells.words(row, AlternateField::Fits),
                approved_by: None,
                data_sheet: cells.words(row, AlternateField::DataSheet),
            },
            approved_by: cells.key(row, AlternateField::ApprovedBy)?.filter(|name| !says_nobody(name)),
            unknown: cells.problem(row, AlternateField::ApprovedBy, Why::NoSuchCustomer),
        })
    }

    fn key(row: &AlternateRow) -> String {
        let by = row.approved_by.as_deref().map(stock::key).unwrap_or_default();
        format!("{}{by}", alternates::row_key(&row.alternate))
    }

    fn keep(tx: &Tx, batch: &Batch<AlternateField, AlternateRow>, mint: &mut Mint) -> Result<Batched, Fault> {
        let mut named: Vec<String> = batch.rows.iter().filter_map(|(_, row)| row.approved_by.clone()).collect();
        named.sort();
        named.dedup();
        let known = whose::known(tx, &named)?;
        let (mut rows, mut refused, mut told) = (vec![], vec![], HashMap::new());
        for (n, row) in &batch.rows {
            let mut alternate = row.alternate.clone();
            if let Some(name) = &row.approved_by {
                let why = match known.get(name) {
                    Some(Whose::One(id)) => {
                        alternate.approved_by = Some(*id);
                        None
                    }
                    Some(Whose::Several) => Some(Why::SeveralCustomers),
                    None => Some(Why::NoSuchCustomer),
                };
                if let Some(why) = why {
                    refused.push(RowProblem { why, ..row.unknown.clone() });
                    continue;
                }
            }
            // One customer by number here and by name there is one customer.
            let key = alternates::row_key(&alternate);
            match told.get(&key) {
                Some(first) => refused.push(RowProblem { why: Why::RowTwice { first: *first }, ..row.unknown.clone() }),
                None => {
                    told.insert(key, *n);
                    rows.push(alternate);
                }
            }
        }
        let parts = [(AlternateField::Fits, Part::Fits), (AlternateField::DataSheet, Part::DataSheet)];
        let silent = parts.into_iter().filter(|(field, _)| !batch.cells.has_column(*field)).map(|(_, part)| part);
        let kept = alternates::keep(tx, &rows, &silent.collect::<Vec<_>>(), mint, batch.now)?;
        Ok(Batched { kept, refused })
    }
}

/// How lists say that no customer approved it.
fn says_nobody(name: &str) -> bool {
    let folded = stock::key(name);
    ["-", "none", "no", "n/a", "nobody", "keiner", "niemand", "nein", "brak", "nie", "nikt", "ninguno"]
        .contains(&folded.as_str())
}
