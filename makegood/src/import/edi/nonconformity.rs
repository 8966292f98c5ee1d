//! X12 842: what a customer found not to conform. One row for each order line that the report is about: its number, its day, what is
//! wrong in their words, which lots. What the report leaves open stays empty, and the row is refused where it needs it.

use super::segments::Segment;
use super::telling::{Telling, day, order_name};
use crate::import::fact_list::FactField;
use std::collections::{BTreeMap, BTreeSet};

/// How much does not conform (element 673).
const NONCONFORMING_QUANTITY: &str = "86";
/// Lot, batch and serial number (element 128).
const LOTS: [&str; 3] = ["LT", "BT", "SE"];

/// An order and its line, as the customer numbers them; empty where they do not say.
type Of = (String, String);

/// Which level of the report is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Level {
    #[default]
    Head,
    /// The report as a whole.
    Report,
    Item,
    /// A part of the item: its words count for the item, its lots are not those that we shipped.
    Part,
}

/// Whose segments follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Within {
    #[default]
    Level,
    Description,
    /// A party, at whatever level.
    Party,
    /// What is to be done about it.
    Action,
}

/// One item of the report.
#[derive(Debug, Clone, Default)]
struct Item {
    segment: u64,
    of: Vec<(Of, u64)>,
    /// An order or a line alone, among the item's numbers.
    order: String,
    line: String,
    lots: BTreeSet<String>,
    words: Vec<String>,
    quantities: BTreeSet<String>,
}

/// A report of nonconformity under way.
#[derive(Debug, Clone, Default)]
pub struct Report {
    number: String,
    on: String,
    standing: String,
    level: Level,
    within: Within,
    /// What is said of the report as a whole, then item by item.
    items: Vec<Item>,
}

impl Report {
    pub fn new(segment: u64) -> Report {
        Report { items: vec![Item { segment, ..Item::default() }], ..Report::default() }
    }

    pub fn is_in_its_head(&self) -> bool {
        self.level == Level::Head
    }

    pub fn hears(&mut self, s: &Segment) {
        match s.tag.as_str() {
            "BNR" => self.begins(s),
            "HL" => self.level_begins(s),
            "NCD" => {
                self.within = Within::Description;
                self.says(s.at(7));
            }
            "NCA" => self.within = Within::Action,
            "N1" if self.within != Within::Action => self.within = Within::Party,
            "NTE" if self.within == Within::Description => self.says(s.at(2)),
            "REF" => self.refers(s),
            "LIN" if self.level == Level::Item => self.numbered(s),
            "QTY" if self.within == Within::Description && s.at(1) == NONCONFORMING_QUANTITY => {
                self.item().quantities.insert(s.at(2).to_owned());
            }
            _ => {}
        }
    }

    fn begins(&mut self, s: &Segment) {
        self.item().segment = s.number;
        s.at(2).clone_into(&mut self.number);
        self.on = day(s.at(3));
        // Element 353: original, added, changed, replaced, duplicate; cancelled, deleted. Another word stands for itself and is refused.
        self.standing = match s.at(1) {
            "00" | "02" | "04" | "05" | "07" => "reported".to_owned(),
            "01" | "03" => "withdrawn".to_owned(),
            other => other.to_owned(),
        };
    }

    fn level_begins(&mut self, s: &Segment) {
        self.within = Within::Level;
        self.level = match s.at(3) {
            "RP" => Level::Report,
            "I" => Level::Item,
            _ => Level::Part,
        };
        if self.level == Level::Item {
            self.items.push(Item { segment: s.number, ..Item::default() });
        }
    }

    /// The item that is read, or the report as a whole.
    fn item(&mut self) -> &mut Item {
        let at = match self.level {
            Level::Head | Level::Report => 0,
            Level::Item | Level::Part => self.items.len().saturating_sub(1),
        };
        &mut self.items[at]
    }

    fn says(&mut self, words: &str) {
        let words = words.trim();
        if !words.is_empty() {
            self.item().words.push(words.to_owned());
        }
    }

    fn refers(&mut self, s: &Segment) {
        let (level, within) = (self.level, self.within);
        match (s.at(1), within) {
            ("ACC", Within::Level) if level == Level::Head && matches!(s.at(3), "canceled" | "cancelled") => {
                "withdrawn".clone_into(&mut self.standing);
            }
            // An order number belongs to the item or the whole report; the line stands in the composite behind it.
            ("PO", Within::Level | Within::Description) if level != Level::Part => {
                let line = if s.part(4, 1) == "LI" { s.part(4, 2) } else { "" };
                self.item().of.push(((s.at(2).to_owned(), line.to_owned()), s.number));
            }
            (kind, Within::Level | Within::Description) if level != Level::Part && LOTS.contains(&kind) => {
                self.item().lots.insert(s.at(2).to_owned());
            }
            // The notes of a party to what does not conform.
            ("L1", Within::Party) if level != Level::Head => self.says(s.at(3)),
            _ => {}
        }
    }

    fn numbered(&mut self, s: &Segment) {
        let order = s.paired(2, &["PO"]).unwrap_or_default().to_owned();
        let line = s.paired(2, &["PL"]).unwrap_or_default().to_owned();
        let lots = [s.paired(2, &["LT"]), s.paired(2, &["SN"])].map(|lot| lot.unwrap_or_default().to_owned());
        let item = self.item();
        (item.order, item.line) = (order, line);
        item.lots.extend(lots);
    }

    /// One row for each order line, at its first segment; of two rows about one line one is made.
    pub fn ends(self, customer: &str) -> Vec<Telling<FactField>> {
        let (whole, items) = match self.items.split_first() {
            Some((whole, items)) => (whole.clone(), items.to_vec()),
            None => return vec![],
        };
        // The order of the report holds for an item that names none, where there is one only: of several nobody knows which.
        let orders: BTreeSet<&Of> = whole.of.iter().map(|(of, _)| of).collect();
        let alone = orders.first().filter(|_| orders.len() == 1).map(|of| (*of).clone()).unwrap_or_default();
        let mut lines: BTreeMap<Of, Item> = BTreeMap::new();
        for mut item in if items.is_empty() { vec![whole.clone()] } else { items } {
            let named = std::mem::take(&mut item.of);
            let named = if named.is_empty() { vec![(item.named(&alone), item.segment)] } else { named };
            for (of, segment) in named {
                lines.entry(of).or_insert_with(|| Item { segment, ..Item::default() }).joins(&item);
            }
        }
        let mut told: Vec<_> = lines.into_iter().map(|(of, item)| self.telling(&whole, &of, &item, customer)).collect();
        told.sort_by_key(|telling| telling.segment);
        told
    }

    fn telling(&self, whole: &Item, (order, line): &Of, item: &Item, customer: &str) -> Telling<FactField> {
        let mut telling = Telling::at(item.segment);
        let words = if item.words.is_empty() { &whole.words } else { &item.words };
        let lots: Vec<&str> = item.lots.iter().filter(|lot| !lot.is_empty()).map(String::as_str).collect();
        // These columns are there even where no report fills them, so that the row is refused rather than the file.
        telling.cells.insert(FactField::Order, order_name(order, customer));
        telling.cells.insert(FactField::Number, self.number.clone());
        telling.cells.insert(FactField::On, self.on.clone());
        telling.says(FactField::Line, line);
        telling.says(FactField::Standing, &self.standing);
        telling.says(FactField::What, &words.join("; "));
        telling.says(FactField::Lots, &lots.join("|"));
        // Of two quantities nobody knows whether the second is a part of the first.
        if let Some(quantity) = item.quantities.first().filter(|_| item.quantities.len() == 1) {
            telling.says(FactField::Quantity, quantity);
        }
        telling
    }
}

impl Item {
    /// The order and the line among the item's numbers, else those of the whole report.
    fn named(&self, alone: &Of) -> Of {
        let order = if self.order.is_empty() { &alone.0 } else { &self.order };
        let line = if self.line.is_empty() && self.order.is_empty() { &alone.1 } else { &self.line };
        (order.clone(), line.clone())
    }

    fn joins(&mut self, other: &Item) {
        self.lots.extend(other.lots.iter().cloned());
        self.quantities.extend(other.quantities.iter().cloned());
        for words in &other.words {
            if !self.words.contains(words) {
                self.words.push(words.clone());
            }
        }
    }
}
