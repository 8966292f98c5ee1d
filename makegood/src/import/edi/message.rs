//! One message under way, and the interchange around it; what the segments mean is in `x12.rs` and `edifact.rs`.

use super::segments::{Broken, Segment, Syntax};
use super::telling::{Interchange, Telling, amount, day, order_name};
use super::{edifact, nonconformity, x12};
use crate::import::headers::Field;

/// Who writes to whom, as the envelope says.
#[derive(Debug, Clone, Default)]
pub struct Envelope {
    pub sender: String,
    pub receiver: String,
    /// The day on which it was written.
    pub written: String,
}

/// A message under way.
pub struct Message<'a> {
    pub kind: &'a str,
    /// Its first segment.
    first: u64,
    /// What holds for every line until its own segments say otherwise.
    pub head: Telling,
    /// The number of the order that it is about.
    pub number: String,
    /// Whose order it is: who says so in the message, else the other side of the envelope.
    pub customer: String,
    line: Option<Telling>,
    /// The order of this line alone, where one message is about several.
    line_order: String,
    ordered: Option<f64>,
    came: Option<f64>,
    tellings: Vec<Telling>,
    /// A report of nonconformity, which is no telling about an order's own dates.
    pub report: Option<nonconformity::Report>,
}

/// Reads messages out of their envelopes.
///
/// # Errors
/// A message or an envelope that is not whole, or that counts other segments than it has.
pub fn read(syntax: Syntax, segments: &[Segment]) -> Result<Interchange, Broken> {
    let mut all = Interchange::empty(syntax, segments.len());
    let (mut envelope, mut open, mut whole) = (Envelope::default(), None::<Message<'_>>, false);
    for segment in segments {
        let cut_off = Broken::CutOff { segment: segment.number };
        match segment.tag.as_str() {
            "ISA" | "UNB" if open.is_some() => return Err(cut_off),
            "ISA" => (envelope, whole) = (x12::envelope(segment), false),
            "UNB" => (envelope, whole) = (edifact::envelope(segment), false),
            "IEA" | "UNZ" if open.is_some() => return Err(cut_off),
            "IEA" | "UNZ" => whole = true,
            "ST" | "UNH" if open.is_some() => return Err(cut_off),
            "ST" | "UNH" => {
                open = Some(match syntax {
                    Syntax::X12 => x12::begins(segment, &envelope),
                    Syntax::Edifact => edifact::begins(segment, &envelope),
                });
            }
            "SE" | "UNT" => {
                let message = open.take().ok_or(cut_off)?;
                if segment.at(1).parse() != Ok(segment.number - message.first + 1) {
                    return Err(Broken::Miscounted { segment: segment.number });
                }
                message.ends(&mut all);
            }
            _ => match (&mut open, syntax) {
                (None, _) => {}
                (Some(message), Syntax::X12) => x12::hears(message, segment),
                (Some(message), Syntax::Edifact) => edifact::hears(message, segment),
            },
        }
    }
    if whole { Ok(all) } else { Err(Broken::CutOff { segment: segments.len() as u64 }) }
}

impl<'a> Message<'a> {
    pub fn new(kind: &'a str, first: u64, customer: &str) -> Self {
        Message {
            kind,
            first,
            head: Telling::at(first),
            number: String::new(),
            customer: customer.to_owned(),
            line: None,
            line_order: String::new(),
            ordered: None,
            came: None,
            tellings: vec![],
            report: (kind == "842").then(|| nonconformity::Report::new(first)),
        }
    }

    /// The customer by number, else by name; a message that names nobody leaves it to the envelope.
    pub fn is_of(&mut self, id: &str, name: &str) {
        if let Some(called) = [id, name].into_iter().find(|called| !called.is_empty()) {
            called.clone_into(&mut self.customer);
        }
        self.head.says(Field::CustomerName, name);
    }

    /// The order that follows, or of the line that is open.
    pub fn refers(&mut self, number: &str) {
        let of = if self.line.is_some() { &mut self.line_order } else { &mut self.number };
        number.clone_into(of);
    }

    pub fn line_begins(&mut self, segment: u64, number: &str) {
        self.line_ends();
        let mut line = Telling::at(segment);
        line.says(Field::Line, number);
        self.line = Some(line);
    }

    pub fn in_a_line(&self) -> bool {
        self.line.is_some()
    }

    pub fn of_line(&mut self, field: Field, value: &str) {
        if let Some(line) = &mut self.line {
            line.says(field, value);
        }
    }

    /// A day for the line, or for all lines when it stands before the first.
    pub fn dated(&mut self, field: Field, written: &str) {
        let day = day(written);
        match &mut self.line {
            Some(line) => line.says_last(field, &day),
            None => self.head.says(field, &day),
        }
    }

    /// What was ordered, and what of it came.
    pub fn counts(&mut self, came: &str, ordered: &str) {
        self.came = amount(came).or(self.came);
        self.ordered = amount(ordered).or(self.ordered);
    }

    /// The line with what its message says for all, unless it says so itself. A part of what was ordered leaves it open; a receipt that
    /// does not say how much was ordered is taken for all of it.
    pub fn line_ends(&mut self) {
        let (came, ordered) = (self.came.take(), self.ordered.take());
        let Some(mut line) = self.line.take() else { return };
        let own = std::mem::take(&mut self.line_order);
        let number = if own.is_empty() { self.number.clone() } else { own };
        for (field, value) in &self.head.cells {
            line.cells.entry(*field).or_insert_with(|| value.clone());
        }
        if came.zip(ordered).is_some_and(|(came, ordered)| came < ordered) {
            line.cells.remove(&Field::Delivered);
        }
        line.says(Field::Order, &order_name(&number, &self.customer));
        line.says(Field::Reference, &number);
        line.says(Field::Customer, &self.customer);
        self.tellings.push(line);
    }

    fn ends(mut self, all: &mut Interchange) {
        self.line_ends();
        let known = x12::KINDS.contains(&self.kind) || edifact::KINDS.contains(&self.kind);
        let counted = if known { &mut all.read } else { &mut all.unread };
        *counted.entry(self.kind.to_owned()).or_default() += 1;
        if known {
            all.tellings.append(&mut self.tellings);
            all.reports.extend(self.report.into_iter().flat_map(|report| report.ends(&self.customer)));
        }
    }
}
