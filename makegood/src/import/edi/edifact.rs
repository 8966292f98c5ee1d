//! EDIFACT: orders (ORDERS) and their changes (ORDCHG) by the customer, our answer (ORDRSP), despatch advices (DESADV) and what was
//! received (RECADV).

use super::message::{Envelope, Message};
use super::segments::Segment;
use super::telling::day;
use crate::import::headers::Field;

/// Messages that say something about order lines.
pub const KINDS: [&str; 5] = ["ORDERS", "ORDCHG", "ORDRSP", "DESADV", "RECADV"];

pub fn envelope(s: &Segment) -> Envelope {
    Envelope { sender: s.at(2).to_owned(), receiver: s.at(3).to_owned(), written: day(s.at(4)) }
}

/// The customer speaks in orders, changes of them and receipts; in the others we do.
pub fn begins<'a>(s: &'a Segment, envelope: &Envelope) -> Message<'a> {
    let kind = s.at(2);
    let theirs = matches!(kind, "ORDERS" | "ORDCHG" | "RECADV");
    let mut message = Message::new(kind, s.number, if theirs { &envelope.sender } else { &envelope.receiver });
    if kind == "ORDRSP" {
        message.head.says(Field::Told, &envelope.written);
    }
    message
}

pub fn hears(m: &mut Message<'_>, s: &Segment) {
    match s.tag.as_str() {
        // The number of an order stands in its own head; the others refer to it.
        "BGM" if m.kind == "ORDERS" => m.refers(s.at(2)),
        "RFF" if s.at(1) == "ON" => {
            m.refers(s.part(1, 2));
            m.of_line(Field::Line, s.part(1, 3));
        }
        "NAD" if s.at(1) == "BY" => m.is_of(s.at(2), if s.at(4).is_empty() { s.at(3) } else { s.at(4) }),
        "CPS" | "UNS" => m.line_ends(),
        "LIN" => line_begins(m, s),
        // The supplier's own number for the item.
        "PIA" if s.part(2, 2) == "SA" => m.of_line(Field::Item, s.at(2)),
        "QTY" => counts(m, s.at(1), s.part(1, 2)),
        "DTM" => dated(m, s.at(1), s.part(1, 2), s.part(1, 3)),
        _ => {}
    }
}

/// What is done to the line stands in the second element (1229): 2 deleted, 7 not accepted.
fn line_begins(m: &mut Message<'_>, s: &Segment) {
    m.line_begins(s.number, s.at(1));
    m.of_line(Field::Item, s.at(3));
    match (m.kind, s.at(2)) {
        ("ORDCHG", "2") => m.of_line(Field::Cancelled, "yes"),
        ("ORDRSP", "7") => m.of_line(Field::Status, "rejected"),
        _ => {}
    }
}

/// Quantities by their qualifiers (6063): 21 was ordered, 48 was received, 194 was received and accepted.
fn counts(m: &mut Message<'_>, qualifier: &str, written: &str) {
    match qualifier {
        "21" if matches!(m.kind, "ORDERS" | "ORDCHG") => m.of_line(Field::Quantity, written),
        "21" => m.counts("", written),
        "48" | "194" => m.counts(written, ""),
        _ => {}
    }
}

/// Days by their qualifiers (2005).
fn dated(m: &mut Message<'_>, qualifier: &str, written: &str, format: &str) {
    let field = match (m.kind, qualifier) {
        ("ORDERS", "137" | "4") => Field::Ordered,
        ("ORDERS" | "ORDCHG", "2") => Field::Requested,
        ("ORDRSP", "137") => Field::Told,
        ("ORDRSP", "2" | "17" | "67" | "69" | "358") => Field::Promised,
        ("DESADV", "11") => Field::Shipped,
        ("DESADV" | "RECADV", "35") | ("RECADV", "50") => Field::Delivered,
        _ => return,
    };
    match format {
        "101" | "102" | "203" | "204" | "" => m.dated(field, written),
        // A week or a span names no day: it goes on as written, and the reading of dates says what is wrong with it.
        other => m.dated(field, &format!("{written} ({other})")),
    }
}
