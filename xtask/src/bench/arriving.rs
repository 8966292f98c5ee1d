//! Mail on its way in: kept as it arrived, hung under what it answers, put to its customer, signalled; mails per second on SQLite. And an old mailbox,
//! which comes in silently.
use super::Figure;
use super::world::{self, Folder};
use jiff::Timestamp;
use makegood::import::mail::{MailReport, Wanted, run};
use makegood::import::orders::{Here, Mode};
use makegood::import::progress::Silent;
use makegood::mail::Ours;
use std::io::Write as _;
use std::time::Instant;
use store::Fault;
use uuid::Uuid;

/// Mails; every third answers the one before it.
const MAILS: usize = 20_000;
/// Customers who write.
const CUSTOMERS: usize = 400;

/// Mails as they come.
///
/// # Errors
/// When a mail is not kept.
pub fn fresh() -> anyhow::Result<Figure> {
    let (report, per_s) = measured(Some(Timestamp::MIN))?;
    anyhow::ensure!(report.signals > 0, "nobody was told");
    let what = format!("{MAILS} mails kept with their bytes, in threads, {} signals", report.signals);
    Ok(Figure { name: "mail_in_per_s", what, value: per_s, wanted: "at least 500".into() })
}

/// An old mailbox that is read in.
///
/// # Errors
/// When a mail is not kept, or anybody was told.
pub fn old() -> anyhow::Result<Figure> {
    let (report, per_s) = measured(None)?;
    anyhow::ensure!(report.signals == 0, "{} signals of an old mailbox", report.signals);
    let minutes = 100_000.0 / per_s / 60.0;
    let what = format!("{MAILS} old mails brought in silently; 100,000 take {minutes:.1} minutes");
    Ok(Figure { name: "mail_old_per_s", what, value: per_s, wanted: "at least 500".into() })
}

/// What an import did, and how many mails it took in a second.
fn measured(heard_since: Option<Timestamp>) -> anyhow::Result<(MailReport, f64)> {
    let folder = Folder::new("arriving")?;
    let file = folder.0.join("in.mbox");
    write_mails(&file)?;
    let world = world::filled(world::sqlite(&folder.0)?, CUSTOMERS * 10, None)?;
    let contacts: Vec<Uuid> = world.customers.iter().map(|(_, contact)| contact.0).collect();
    world.app.db.write_now::<(), Fault, _>(move |tx| {
        contacts.iter().enumerate().try_for_each(|(n, id)| {
            tx.put(
                "update contacts set email = ?2 where id = ?1",
                &store::params![*id, format!("dana{n}@acme.example")],
            )
        })
    })?;
    let here = Here {
        db: world.app.db.clone(),
        calendar: world.app.firm().ours.clone(),
        now: world.app.now(),
        drawn: world.app.new_id(),
    };
    let wanted = Wanted { mode: Mode::Keep, heard_since };
    let start = Instant::now();
    let report = run(&here, &file, &Ours::default(), wanted, &mut Silent).map_err(|e| anyhow::anyhow!("{e:?}"))?;
    let seconds = start.elapsed().as_secs_f64();
    anyhow::ensure!(report.new == MAILS as u64, "{} of {MAILS} were kept", report.new);
    anyhow::ensure!(report.unsorted == 0, "{} unsorted", report.unsorted);
    world.app.db.close();
    Ok((report, MAILS as f64 / seconds))
}

fn write_mails(file: &std::path::Path) -> anyhow::Result<()> {
    let mut out = std::io::BufWriter::new(std::fs::File::create(file)?);
    for n in 0..MAILS {
        let who = n / 3 % CUSTOMERS;
        let answers = if n % 3 == 0 { String::new() } else { format!("In-Reply-To: <{}@acme.example>\n", n - 1) };
        writeln!(
            out,
            "From dana{who}@acme.example Mon Mar  2 09:00:00 2026\nFrom: Dana Ruiz <dana{who}@acme.example>\nTo: care@nordlot.example\n\
             Subject: Our boards, lot {}\nDate: Mon, 02 Mar 2026 09:00:00 +0000\nMessage-ID: <{n}@acme.example>\n{answers}MIME-Version: 1.0\n\
             Content-Type: text/plain; charset=utf-8\n\nHello,\n\nhalf of the boards of lot {} have no solder on U7, and our line stands.\n\
             Whom may I call?\n\nDana Ruiz\nAcme Robotics\n",
            n / 3,
            n / 3,
        )?;
    }
    out.flush()?;
    Ok(())
}
