//! What the order system of Nordlot tells beside the dates of a line: where it belongs, and how far its steps have come. What comes late
//! was behind in its steps before, so that the watch has something to learn.
use super::year_orders::Order;
use super::{Unfilled, when};
use crate::app::App;
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use std::collections::HashMap;
use store::line_facts::{self, OfLine};
use store::{Fault, lines};
use watch::fact::{Fact, What};
use watch::story::{Milestone, Places, Shipment};
use watch::{LineKey, Quantity, When};

/// How one order goes: what is ordered, the day promised first, and how many days it is behind.
pub struct Course {
    pub number: String,
    pub item: String,
    pub pieces: i64,
    pub promised: Date,
    pub shipped: Option<Date>,
    pub behind: i64,
}

impl Course {
    pub fn of(order: &Order) -> Course {
        let behind = order.promised.until(order.delivered).map_or(0, |span| i64::from(span.get_days())).max(0);
        let (number, item) = (order.number.clone(), order.item.clone());
        Course { number, item, pieces: order.pieces, promised: order.promised, shipped: Some(order.shipped), behind }
    }
}

/// Each step: planned so many days before the promise; of the days that a line is behind in the end, so many in ten show by then.
const STEPS: [(&str, i64, i64); 4] = [("Material in", 12, 5), ("Soldered", 8, 8), ("Tested", 5, 9), ("Packed", 3, 10)];
/// Who delivers the bare boards of each family of items.
const SUPPLIERS: [(&str, &str); 4] =
    [("KB", "Odra Laminates"), ("KL", "Odra Laminates"), ("MS", "Brda Circuits"), ("NB", "Brda Circuits")];
const OTHER_SUPPLIER: &str = "Narew Boards";
/// Larger runs go over the second line.
const SMALL_RUN: i64 = 240;
/// Lines kept in one transaction.
const AT_ONCE: usize = 500;

/// Keeps what is known this morning.
pub async fn add(app: &App, courses: Vec<Course>, now: Timestamp) -> Result<(), Unfilled> {
    let today = now.to_zoned(when::zone()).date();
    for some in courses.chunks(AT_ONCE) {
        let facts: Vec<Fact> = some.iter().flat_map(|course| facts(course, today, now)).collect();
        let keep = move |tx: &store::Tx| {
            let keys: Vec<LineKey> = facts.iter().map(|fact| fact.line.clone()).collect();
            let known = lines::by_keys(tx, &keys)?;
            let known: HashMap<LineKey, uuid::Uuid> = known.into_iter().map(|kept| (kept.line.key, kept.id)).collect();
            let of = |fact: &Fact| Some(OfLine { line: *known.get(&fact.line)?, fact: fact.clone() });
            line_facts::keep(tx, &facts.iter().filter_map(of).collect::<Vec<_>>())
        };
        app.db.write::<_, Fault, _>(keep).await?;
    }
    Ok(())
}

fn facts(course: &Course, today: Date, now: Timestamp) -> Vec<Fact> {
    let fact =
        |what| Fact { line: LineKey { order_no: course.number.clone(), line_no: "10".into() }, known_at: now, what };
    let family = course.item.split(['-', ' ']).next().unwrap_or_default();
    let supplier = SUPPLIERS.iter().find(|(of, _)| *of == family).map_or(OTHER_SUPPLIER, |(_, name)| name);
    let centre = if course.pieces <= SMALL_RUN { "Line 1" } else { "Line 2" };
    let mut all = vec![fact(What::Places(Places {
        item_group: Some(family.to_owned()),
        supplier: Some(supplier.to_owned()),
        work_centre: Some(centre.to_owned()),
        route: None,
    }))];
    if let Some(left) = course.shipped.filter(|left| *left < today) {
        // A lot of boards goes to several customers.
        let lot = format!("{family}-{}", left.strftime("%y%V"));
        let quantity = u32::try_from(course.pieces).ok().map(Quantity::whole);
        let shipment = Shipment { left: Some(When::Day(left)), quantity, lots: vec![lot], ..Shipment::default() };
        all.push(fact(What::Shipment { number: format!("S-{}", course.number), shipment }));
    }
    all.extend(STEPS.iter().filter_map(|(name, before, tenths)| {
        let planned = course.promised.checked_sub(Span::new().days(*before)).ok()?;
        // Half a day behind is a day behind.
        let late = (course.behind * tenths + 9) / 10;
        let done = planned.checked_add(Span::new().days(late)).ok().filter(|done| *done < today);
        let step = Milestone { planned: Some(When::Day(planned)), actual: done.map(When::Day) };
        Some(fact(What::Milestone { name: (*name).to_owned(), step }))
    }));
    all
}
