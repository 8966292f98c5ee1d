//! The watch over other firms' past: day by day with what was known on each day, scored against what came.

use std::{collections::HashMap, fmt::Write as _, path::Path, sync::Arc};

use comfy_table::Table;
use jiff::tz::TimeZone;
use makegood::{
    cli::replay,
    import::{
        past::{self, Read},
        plan::Wishes,
        progress::Silent,
        source::Source,
    },
};
use watch::replay::{Period, Score};

/// A table by one of its columns: the value of another.
type Lookup = HashMap<String, String>;

/// # Errors
/// When a file of the outside data is not as it should be.
pub fn run(data: &Path) -> Result<(), String> {
    let olist = olist(data)?;
    let scms = scms(data)?;
    let mut table = Table::new();
    table.set_header(["measure", "olist", "scms"]);
    let figures = [replay::figures(&olist.1), replay::figures(&scms.1)];
    let shown = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.3}"));
    for ((name, one), (_, two)) in figures[0].iter().zip(&figures[1]) {
        table.add_row([(*name).to_owned(), shown(*one), shown(*two)]);
    }
    println!("{table}");
    tell("olist", &olist);
    tell("scms", &scms);
    for (name, value) in &figures[0] {
        let name = if *name == "surveys_before_delivery" { (*name).to_owned() } else { format!("olist_{name}") };
        println!("figure {name} {:.4}", value.unwrap_or(f64::NAN));
    }
    for (name, value) in figures[1].iter().filter(|(name, _)| *name != "surveys_before_delivery") {
        println!("figure scms_{name} {:.4}", value.unwrap_or(f64::NAN));
    }
    println!("figure scms_dates_flagged {}", scms.0.left_empty.count);
    Ok(())
}

fn tell(name: &str, (read, score): &(Read, Score)) {
    println!("{name}: {} lines, {} late, {} called about", score.lines, score.late, score.called);
    for (why, count) in &score.left_out {
        println!("{name}: left out, {}: {count}", why.word());
    }
    for bin in score.calibration.bins.iter().filter(|bin| bin.n > 0) {
        let mean = |sum: f64| sum / bin.n as f64 * 100.0;
        println!("{name}: of {} forecasts said {:.1} %, came {:.1} %", bin.n, mean(bin.said), mean(bin.came));
    }
    println!("{name}: {} rows refused, {} fields that cannot be read:", read.refused.count, read.left_empty.count);
    for problem in read.refused.named.iter().chain(&read.left_empty.named).take(5) {
        println!("{name}: row {}, {}: {:?}", problem.row, problem.column, problem.value);
    }
    let rows: Vec<String> = score.missed.iter().filter_map(|at| read.rows.get(*at)).map(u64::to_string).collect();
    println!("{name}: late without a call, rows {}", rows.join(", "));
}

/// The orders of a shop system, each with the seller and the way it goes: both were known on the day of the order.
fn olist(data: &Path) -> Result<(Read, Score), String> {
    let folder = data.join("olist_sample");
    let seller_of = lookup(&folder.join("olist_order_items_dataset.csv"), "order_id", "seller_id")?;
    let seller_state = lookup(&folder.join("olist_sellers_dataset.csv"), "seller_id", "seller_state")?;
    let customer_state = lookup(&folder.join("olist_customers_dataset.csv"), "customer_id", "customer_state")?;
    let mut csv = csv::Reader::from_path(folder.join("olist_orders_dataset.csv")).map_err(|odd| odd.to_string())?;
    let headers = csv.headers().map_err(|odd| odd.to_string())?.clone();
    let place = |name: &str| {
        headers.iter().position(|header| header == name).ok_or_else(|| format!("no column {name} in the orders"))
    };
    let (order, customer) = (place("order_id")?, place("customer_id")?);
    let mut text = format!("{},seller_id,route\n", headers.iter().collect::<Vec<_>>().join(","));
    for row in csv.records() {
        let row = row.map_err(|odd| odd.to_string())?;
        let seller = row.get(order).and_then(|order| seller_of.get(order)).map_or("", String::as_str);
        let from = seller_state.get(seller).map_or("", String::as_str);
        let to = row.get(customer).and_then(|customer| customer_state.get(customer)).map_or("", String::as_str);
        let cells = row.iter().collect::<Vec<_>>().join(",");
        writeln!(text, "{cells},{seller},{from}>{to}").map_err(|odd| odd.to_string())?;
    }
    let wishes = Wishes {
        maps: [
            "shipped=order_delivered_carrier_date",
            "acknowledged=order_approved_at",
            "supplier=seller_id",
            "route=route",
        ]
        .map(str::to_owned)
        .into(),
        ..Wishes::default()
    };
    scored(&Source::Upload { name: "olist".into(), bytes: Arc::from(text.into_bytes()) }, &wishes)
}

/// A public supply chain, with the day on which each delivery was entered beside the day on which it happened.
fn scms(data: &Path) -> Result<(Read, Score), String> {
    let maps = [
        "order=ID",
        "promised=Scheduled Delivery Date",
        "delivered=Delivered to Client Date",
        "recorded=Delivery Recorded Date",
        "ordered=PO Sent to Vendor Date",
        "supplier=Vendor",
        "route=Shipment Mode",
        "item-group=Product Group",
        "line=",
    ];
    let wishes = Wishes { maps: maps.map(str::to_owned).into(), ..Wishes::default() };
    scored(&Source::File(data.join("scms/SCMS_Delivery_History_Dataset.csv")), &wishes)
}

fn scored(source: &Source, wishes: &Wishes) -> Result<(Read, Score), String> {
    let read = past::read(source, wishes, &TimeZone::UTC, &mut Silent)
        .map_err(|why| format!("{}: {:?}", source.name(), why.sentence()))?;
    let promised = read.past.iter().filter_map(|one| one.line.first_promised.or(one.line.promised));
    let days: Vec<_> = promised.map(|when| when.day(&TimeZone::UTC)).collect();
    let (Some(from), Some(to)) = (days.iter().min(), days.iter().max()) else {
        return Err(format!("{}: nothing was promised", source.name()));
    };
    let score = replay::score(&read.past, Period { from: *from, to: *to }, &TimeZone::UTC, &mut Silent);
    Ok((read, score))
}

fn lookup(file: &Path, key: &str, value: &str) -> Result<Lookup, String> {
    let told = |odd: csv::Error| format!("{}: {odd}", file.display());
    let mut csv = csv::Reader::from_path(file).map_err(told)?;
    let headers = csv.headers().map_err(told)?.clone();
    let place = |name: &str| {
        headers.iter().position(|header| header == name).ok_or_else(|| format!("{}: no column {name}", file.display()))
    };
    let (key, value) = (place(key)?, place(value)?);
    let mut found = Lookup::new();
    for row in csv.records() {
        let row = row.map_err(told)?;
        if let Some((key, value)) = row.get(key).zip(row.get(value)) {
            // The first line of an order speaks for it.
            found.entry(key.to_owned()).or_insert_with(|| value.to_owned());
        }
    }
    Ok(found)
}
