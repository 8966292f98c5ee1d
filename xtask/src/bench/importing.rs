//! Orders from a file into SQLite, with the signals that follow: rows per second from the first byte to the last signal.
use super::Figure;
use super::world::{self, Folder};
use makegood::import::orders::{self, Ask, Here, Mode};
use makegood::import::plan::Wishes;
use makegood::import::progress::Silent;
use makegood::import::source::Source;
use std::io::Write as _;
use std::time::Instant;

/// Rows of the file.
const ROWS: usize = 200_000;
/// Customers that the rows name.
const CUSTOMERS: usize = 400;

/// # Errors
/// When the import refuses rows or fails.
pub fn measure() -> anyhow::Result<Figure> {
    let folder = Folder::new("import")?;
    let file = folder.0.join("orders.csv");
    write_orders(&file)?;
    let world = world::filled(world::sqlite(&folder.0)?, 0, None)?;
    let here = Here {
        db: world.app.db.clone(),
        calendar: world.app.firm().ours.clone(),
        now: world.app.now(),
        drawn: world.app.new_id(),
    };
    let ask = Ask {
        source: Source::File(file),
        wishes: Wishes::default(),
        account: None,
        checks_from: None,
        mode: Mode::Keep,
        report: None,
    };
    let start = Instant::now();
    let plan = orders::prepare(&here, &ask, &mut Silent).map_err(|e| anyhow::anyhow!("{e:?}"))?;
    let report = orders::run(&here, &ask, &plan, &mut Silent).map_err(|e| anyhow::anyhow!("{e:?}"))?;
    let seconds = start.elapsed().as_secs_f64();
    anyhow::ensure!(report.rows == ROWS as u64, "{} rows were read", report.rows);
    Ok(Figure {
        name: "import_orders_rows_per_s",
        what: format!("{ROWS} order lines, {}", report.sums()),
        value: ROWS as f64 / seconds,
        wanted: "at least 20000".into(),
    })
}

/// Lines of the last months, four to an order: one in fourteen is late, most are delivered.
fn write_orders(file: &std::path::Path) -> anyhow::Result<()> {
    let mut out = std::io::BufWriter::new(std::fs::File::create(file)?);
    writeln!(out, "Order No,Line,Customer,Item,Quantity,Ordered,Promised,Shipped,Delivered,Status")?;
    let today = world::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    for n in 0..ROWS {
        let day = |back: i64| today.saturating_sub(jiff::Span::new().days(back));
        let age = i64::try_from(n % 180).unwrap_or(0) + 1;
        let (promised, late) = (day(age - 20), n % 14 == 0);
        let delivered = if age > 21 && !late { day(age - 19).to_string() } else { String::new() };
        let shipped = if age > 22 { day(age - 17).to_string() } else { String::new() };
        let status = if delivered.is_empty() { "open" } else { "delivered" };
        writeln!(
            out,
            "SO-{},{},Customer {},KB-{} rev C,{},{},{promised},{shipped},{delivered},{status}",
            n / 4,
            n % 4 + 1,
            n / 4 % CUSTOMERS,
            n % 90,
            n % 500 + 1,
            day(age)
        )?;
    }
    out.flush()?;
    Ok(())
}
