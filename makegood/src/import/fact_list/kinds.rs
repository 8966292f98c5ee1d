//! Every sort of list about order lines by its word, for whoever hears only then which one it is: the API, a page, a webhook, the shell.

use super::{FactField, FactList, Sort};
use crate::import::{
    lists::{self, Ask},
    orders::{Here, NotImported},
    plan::Columns,
    progress::Progress,
    report::Report,
};

/// Does something with the sort behind a kind: `of_sort!(kind, S => list::<FactList<S>>(…))`.
macro_rules! of_sort {
    ($kind:expr, $sort:ident => $does:expr) => {
        of_sort!(@ $kind, $sort, $does, Milestones Supplies Pegs Inspections Loads Shipments Returns ShortPayments Nonconformities)
    };
    (@ $kind:expr, $sort:ident, $does:expr, $($name:ident)*) => {
        match $kind {
            $($crate::import::fact_list::ListKind::$name => {
                type $sort = $crate::import::fact_list::$name;
                $does
            })*
        }
    };
}
pub(crate) use of_sort;

/// A sort of list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    Milestones,
    Supplies,
    Pegs,
    Inspections,
    Loads,
    Shipments,
    Returns,
    ShortPayments,
    Nonconformities,
}

impl ListKind {
    pub const ALL: [ListKind; 9] = [
        ListKind::Milestones,
        ListKind::Supplies,
        ListKind::Pegs,
        ListKind::Inspections,
        ListKind::Loads,
        ListKind::Shipments,
        ListKind::Returns,
        ListKind::ShortPayments,
        ListKind::Nonconformities,
    ];

    /// The word of the command and of the address.
    pub fn word(self) -> &'static str {
        of_sort!(self, S => S::KIND)
    }

    /// Fields without which nothing can be read.
    pub fn needed(self) -> &'static [FactField] {
        of_sort!(self, S => S::NEEDED)
    }

    /// Fields of numbers, which may be written with a comma or a point.
    pub fn numbers(self) -> &'static [FactField] {
        of_sort!(self, S => S::NUMBERS)
    }

    /// Reads it with its columns guessed, remembered or said, and keeps it where that is asked. Blocks.
    ///
    /// # Errors
    /// Why it cannot be read as it is, with nothing kept; or a fault.
    pub fn take(
        self,
        here: &Here,
        ask: &Ask,
        progress: &mut dyn Progress,
    ) -> Result<(Columns<FactField>, Report), NotImported> {
        of_sort!(self, S => {
            let plan = lists::prepare::<FactList<S>>(here, ask, progress)?;
            let report = lists::run(here, ask, &plan, progress)?;
            Ok((plan.columns, report))
        })
    }

    pub fn from_word(word: &str) -> Option<ListKind> {
        ListKind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Everything that it may say, in the order in which people think of it.
    pub fn fields(self) -> Vec<FactField> {
        let mut fields = vec![FactField::Order, FactField::Line];
        let (says, more) = of_sort!(self, S => (S::SAYS, S::MORE));
        for field in self.needed().iter().chain(says).chain(more).copied() {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_found_by_its_word_and_says_each_field_once() {
        for kind in ListKind::ALL {
            assert_eq!(ListKind::from_word(kind.word()), Some(kind));
            let mut fields = kind.fields();
            let many = fields.len();
            fields.sort_unstable();
            fields.dedup();
            assert_eq!(fields.len(), many, "{kind:?}");
            assert!(kind.numbers().iter().all(|field| fields.contains(field)), "{kind:?}");
        }
        assert_eq!(ListKind::from_word("prices"), None);
    }
}
