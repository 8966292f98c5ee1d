//! X12: orders (850) and their changes (860) by the customer, our answer (855) and changes (865), ship notices (856), what was received
//! (861), how orders stand (870) and what does not conform (842).

use super::message::{Envelope, Message};
use super::segments::Segment;
use super::telling::day;
use crate::import::headers::Field;

/// Transaction sets that say something about order lines.
pub const KINDS: [&str; 8] = ["842", "850", "855", "856", "860", "861", "865", "870"];
/// Qualifiers of an item's number: the supplier's own first, since that is what our shop floor calls it.
const ITEM: [&str; 6] = ["VP", "VN", "BP", "IN", "MG", "UP"];
/// A customer's line number, where it stands among the item's numbers.
const ORDER_LINE: [&str; 1] = ["PL"];

pub fn envelope(s: &Segment) -> Envelope {
    Envelope { sender: s.at(6).to_owned(), receiver: s.at(8).to_owned(), written: day(s.at(9)) }
}

/// The customer speaks in orders, changes of them, receipts and reports; in the others we do.
pub fn begins<'a>(s: &'a Segment, envelope: &Envelope) -> Message<'a> {
    let kind = s.at(1);
    let theirs = matches!(kind, "842" | "850" | "860" | "861");
    let mut message = Message::new(kind, s.number, if theirs { &envelope.sender } else { &envelope.receiver });
    if matches!(kind, "855" | "865" | "870") {
        message.head.says(Field::Told, &envelope.written);
    }
    message
}

pub fn hears(m: &mut Message<'_>, s: &Segment) {
    if let Some(report) = &mut m.report {
        // Whose report it is stands in its head; further down parties have other parts.
        let says_whose = s.tag == "N1" && s.at(1) == "BY" && report.is_in_its_head();
        report.hears(s);
        if says_whose {
            m.is_of(s.at(4), s.at(2));
        }
        return;
    }
    match s.tag.as_str() {
        "BEG" => {
            m.refers(s.at(3));
            m.head.says(Field::Ordered, &day(s.at(5)));
        }
        "BAK" => {
            m.refers(s.at(3));
            m.head.says(Field::Told, &day(s.at(9)));
        }
        "BCA" | "BCH" => m.refers(s.at(3)),
        "BSN" => m.head.says(Field::Shipped, &day(s.at(3))),
        "BRA" => m.head.says(Field::Delivered, &day(s.at(2))),
        "PRF" => m.refers(s.at(1)),
        "N1" if s.at(1) == "BY" => m.is_of(s.at(4), s.at(2)),
        "HL" => m.line_ends(),
        "PO1" | "POC" | "RCD" => line_begins(m, s),
        // In a receipt the item's numbers follow the segment that began the line; in a ship notice they begin it.
        "LIN" => {
            if m.kind != "861" || !m.in_a_line() {
                m.line_begins(s.number, s.at(1));
            }
            of_item(m, s, 2);
        }
        "SN1" => m.counts(s.at(2), s.at(5)),
        "ACK" if matches!(s.at(1), "IR" | "ID") => m.of_line(Field::Status, "rejected"),
        "ACK" => dated(m, s.at(4), s.at(5)),
        "ISR" if s.at(1) == "IC" => m.of_line(Field::Status, "cancelled"),
        "SCH" => dated(m, s.at(5), s.at(6)),
        "DTM" => dated(m, s.at(1), s.at(2)),
        _ => {}
    }
}

fn line_begins(m: &mut Message<'_>, s: &Segment) {
    m.line_begins(s.number, s.at(1));
    match s.tag.as_str() {
        "PO1" => {
            quantity(m, s.at(2), s.at(3));
            of_item(m, s, 6);
        }
        "POC" => {
            quantity(m, s.at(3), s.at(5));
            of_item(m, s, 8);
            if s.at(2) == "DI" {
                m.of_line(Field::Cancelled, "yes");
            }
        }
        _ => m.counts(s.at(2), ""),
    }
}

fn of_item(m: &mut Message<'_>, s: &Segment, from: usize) {
    m.of_line(Field::Item, s.paired(from, &ITEM).unwrap_or_default());
    m.of_line(Field::Line, s.paired(from, &ORDER_LINE).unwrap_or_default());
}

/// The quantity of an order or a change of one; an answer repeats it, which changes nothing.
fn quantity(m: &mut Message<'_>, amount: &str, unit: &str) {
    if matches!(m.kind, "850" | "860") && !amount.is_empty() {
        m.of_line(Field::Quantity, format!("{amount} {unit}").trim());
    }
}

/// Days by their qualifiers (element 374). A wished or promised day of *shipping* is no day of delivery and is not taken for one.
fn dated(m: &mut Message<'_>, qualifier: &str, written: &str) {
    let field = match (m.kind, qualifier) {
        ("850" | "860", "002" | "074") => Field::Requested,
        ("855" | "865" | "870", "002" | "017" | "067" | "069" | "371") => Field::Promised,
        ("856" | "870", "011") => Field::Shipped,
        ("856" | "870", "035") | ("861", "050" | "035") => Field::Delivered,
        _ => return,
    };
    m.dated(field, written);
}
