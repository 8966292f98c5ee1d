//! Each sort of list: its columns, and what a row of it tells.

use super::{FactField as F, Reading, Sort};
use crate::import::order_rows::RowProblem;
use watch::{
    When,
    fact::What,
    story::{
        Inspection, Load, Milestone, Nonconformity, Pegged, ReportIs, Return, Shipment, ShortKind, ShortPayment,
        Supply, Verdict,
    },
};

/// Lots in one cell, at most.
const LOTS_AT_MOST: usize = 100;

/// The lots and serial numbers of one cell.
fn lots(read: &Reading<'_>) -> Vec<String> {
    let lots = read.words(F::Lots).unwrap_or_default();
    let lots = lots.split([',', ';', '|', '\n']).map(str::trim).filter(|lot| !lot.is_empty());
    lots.take(LOTS_AT_MOST).map(str::to_owned).collect()
}

/// Steps in the plant, each planned for a day and done on one (W05).
pub struct Milestones;

impl Sort for Milestones {
    const KIND: &'static str = "milestones";
    const NEEDED: &'static [F] = &[F::Order, F::Milestone];
    const SAYS: &'static [F] = &[F::Planned, F::Done];
    const NUMBERS: &'static [F] = &[];

    fn what(read: &mut Reading<'_>) -> Result<What, RowProblem> {
        let step = Milestone { planned: read.day(F::Planned), actual: read.day(F::Done) };
        Ok(What::Milestone { name: read.key(F::Milestone)?, step })
    }
}

/// What we buy for a line (W06).
pub struct Supplies;

impl Sort for Supplies {
    const KIND: &'static str = "supplies";
    const NEEDED: &'static [F] = &[F::Order, F::Number, F::Needed];
    const SAYS: &'static [F] = &[F::Promised, F::Received];
    const NUMBERS: &'static [F] = &[];

    fn what(read: &mut Reading<'_>) -> Result<What, RowProblem> {
        let supply = Supply {
            needed: read.day_needed(F::Needed)?,
            promised: read.day(F::Promised),
            received: read.day(F::Received),
        };
        Ok(What::Supply { number: read.key(F::Number)?, supply })
    }
}

/// What is set aside for a line, of what it needs (W07).
pub struct Pegs;

impl Sort for Pegs {
    const KIND: &'static str = "set-aside";
    const NEEDED: &'static [F] = &[F::Order, F::Wanted, F::Pegged];
    const SAYS: &'static [F] = &[];
    const NUMBERS: &'static [F] = &[F::Wanted, F::Pegged];

    fn what(read: &mut Reading<'_>) -> Result<What, RowProblem> {
        let needed = |field: F| read.quantity(field)?.ok_or_else(|| read.missing(field));
        Ok(What::Stock(Pegged { wanted: needed(F::Wanted)?, pegged: needed(F::Pegged)?, alternates: None }))
    }
}

/// Tests of lots, passed or failed (W08).
pub struct Inspections;

impl Sort for Inspections {
    const KIND: &'static str = "inspections";
    const NEEDED: &'static [F] = &[F::Order, F::Number, F::Lots, F::Verdict, F::On];
    const SAYS: &'static [F] = &[];
    const NUMBERS: &'static [F] = &[];

    fn what(read: &mut Reading<'_>) -> Result<What, RowProblem> {
        const VERDICTS: [(&[&str], Verdict); 2] = [
            (
                &[
                    "passed",
                    "pass",
                    "ok",
                    "accepted",
                    "a",
                    "bestanden",
                    "angenommen",
                    "pozytywny",
                    "aprobado",
                    "conforme",
                ],
                Verdict::Passed,
            ),
            (
                &[
                    "failed",
                    "fail",
                    "not ok",
                    "nok",
                    "rejected",
                    "r",
                    "nicht bestanden",
                    "abgelehnt",
                    "negatywny",
                    "rechazado",
                ],
                Verdict::Failed,
            ),
        ];
        let (lot, verdict) = (read.key(F::Lots)?, read.word(F::Verdict, &VERDICTS)?);
        let test = Inspection { lot, verdict, at: read.day_needed(F::On)? };
        Ok(What::Inspection { number: read.key(F::Number)?, test })
    }
}

/// Hours planned and hours there, on the machine that a line needs in its week (W09).
pub struct Loads;

impl Sort for Loads {
    const KIND: &'static str = "loads";
    const NEEDED: &'static [F] = &[F::Order, F::Centre, F::Week, F::HoursPlanned, F::HoursThere];
    const SAYS: &'static [F] = &[];
    const NUMBERS: &'static [F] = &[F::HoursPlanned, F::HoursThere];

    fn what(read: &mut Reading<'_>) -> Result<What, RowProblem> {
        let week = read.day_needed(F::Week)?.day(&jiff::tz::TimeZone::UTC);
        let load = Load { week, hours_planned: read.hours(F::HoursPlanned)?, hours_there: read.hours(F::HoursThere)? };
        Ok(What::Load { centre: read.key(F::Centre)?, load })
    }
}

/// Goods on their way: legs, scans, lots and serials in them, proof of delivery (W13 to W15).
pub struct Shipments;

impl Sort for Shipments {
    const KIND: &'static str = "shipments";
    const NEEDED: &'static [F] = &[F::Order, F::Number];
    const SAYS: &'static [F] =
        &[F::Left, F::Expected, F::Quantity, F::Lots, F::Scanned, F::Exception, F::Proof, F::Denied];
    const NUMBERS: &'static [F] = &[F::Quantity];

    fn what(read: &mut Reading<'_>) -> Result<What, RowProblem> {
        let shipment = Shipment {
            left: read.day(F::Left),
            expected: read.day(F::Expected),
            quantity: read.quantity(F::Quantity)?,
            lots: lots(read),
            // The end of the day on which it was seen: no carrier is blamed for hours that a list does not tell.
            last_scan: read.day(F::Scanned).map(|day: When| day.ends(&jiff::tz::TimeZone::UTC)),
            exception: read.words(F::Exception),
            proof: read.day(F::Proof),
            denied: read.day(F::Denied),
        };
        Ok(What::Shipment { number: read.key(F::Number)?, shipment })
    }
}

/// Goods that came back, or that somebody asked to send back (W17).
pub struct Returns;

impl Sort for Returns {
    const KIND: &'static str = "returns";
    const NEEDED: &'static [F] = &[F::Order, F::Number, F::On];
    const SAYS: &'static [F] = &[];
    const MORE: &'static [F] = &[F::Case];
    const NUMBERS: &'static [F] = &[];

    fn what(read: &mut Reading<'_>) -> Result<What, RowProblem> {
        let back = Return { at: read.day_needed(F::On)?, case: read.words(F::Case) };
        Ok(What::Return { number: read.key(F::Number)?, back })
    }
}

/// Payments that were cut, debit notes, chargebacks: their number and their day, never their sum (W18, S025).
pub struct ShortPayments;

impl Sort for ShortPayments {
    const KIND: &'static str = "short-payments";
    const NEEDED: &'static [F] = &[F::Order, F::Number, F::Kind, F::On];
    const SAYS: &'static [F] = &[];
    const MORE: &'static [F] = &[F::Case];
    const NUMBERS: &'static [F] = &[];

    fn what(read: &mut Reading<'_>) -> Result<What, RowProblem> {
        const KINDS: [(&[&str], ShortKind); 3] = [
            (
                &[
                    "paid less",
                    "short payment",
                    "short paid",
                    "short",
                    "deduction",
                    "unterzahlung",
                    "kurzung",
                    "abzug",
                    "niedoplata",
                    "pago parcial",
                ],
                ShortKind::PaidLess,
            ),
            (
                &[
                    "debit note",
                    "debit",
                    "belastungsanzeige",
                    "belastung",
                    "nota debetowa",
                    "nota obciazeniowa",
                    "nota de cargo",
                ],
                ShortKind::DebitNote,
            ),
            (&["chargeback", "ruckbelastung", "obciazenie zwrotne", "contracargo"], ShortKind::Chargeback),
        ];
        let short =
            ShortPayment { kind: read.word(F::Kind, &KINDS)?, at: read.day_needed(F::On)?, case: read.words(F::Case) };
        Ok(What::ShortPayment { number: read.key(F::Number)?, short })
    }
}

/// What the customer reports as not conforming, under their own number (W16; X12 842).
pub struct Nonconformities;

impl Sort for Nonconformities {
    const KIND: &'static str = "nonconformities";
    const NEEDED: &'static [F] = &[F::Order, F::Number, F::On];
    const SAYS: &'static [F] = &[];
    const MORE: &'static [F] = &[F::What, F::Lots, F::Quantity, F::Standing, F::Case];
    const NUMBERS: &'static [F] = &[F::Quantity];

    fn what(read: &mut Reading<'_>) -> Result<What, RowProblem> {
        const STANDINGS: [(&[&str], ReportIs); 2] = [
            (
                &["reported", "made", "open", "new", "offen", "neu", "nowe", "otwarte", "nuevo", "abierto"],
                ReportIs::Made,
            ),
            (
                &[
                    "withdrawn",
                    "cancelled",
                    "canceled",
                    "zuruckgezogen",
                    "storniert",
                    "wycofane",
                    "anulowane",
                    "retirado",
                    "anulado",
                ],
                ReportIs::Withdrawn,
            ),
        ];
        let standing = read.words(F::Standing).map(|_| read.word(F::Standing, &STANDINGS)).transpose()?;
        let report = Nonconformity {
            at: read.day_needed(F::On)?,
            what: read.words(F::What),
            lots: lots(read),
            quantity: read.quantity(F::Quantity)?,
            report: standing.unwrap_or(ReportIs::Made),
            case: read.words(F::Case),
        };
        Ok(What::Nonconformity { number: read.key(F::Number)?, report })
    }
}
