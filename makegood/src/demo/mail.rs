//! Mail that came in these days: from people nobody knows yet, and from a customer who writes before we called.
use super::{Unfilled, when};
use crate::app::App;
use crate::import::mail;
use crate::import::orders::{Here, Mode, NotImported};
use crate::import::progress::Silent;
use crate::mail::Ours;
use crate::sentence::say;
use jiff::{SignedDuration, Timestamp};

/// Minutes before now, who, subject, text.
const MAILS: [(i64, &str, &str, &str); 4] = [
    (
        95,
        "Eva Pichler <eva@grazersensorik.example>",
        "GS-20: labels",
        "Good morning,\n\nthe last two parcels had the label on the lid instead of the side. It is no drama, but goods-in turns \
         each box.\n\nEva Pichler",
    ),
    (
        160,
        "Bruno Wyss <b.wyss@wyss-apparate.example>",
        "Recommended by Urs Keller",
        "Dear Nordlot,\n\nHerr Keller says that you call before one has to ask. We have a board that comes late from our \
         supplier for the fourth time. To whom may I speak?\n\nBruno Wyss",
    ),
    (
        1_500,
        "goods-in@millsandsons.example",
        "Pallet 3",
        "Whoever reads this: pallet 3 stands with the wrong side to the wall again and I can't get at the slips. Harold is on \
         leave till Monday. Cheers, Ron",
    ),
    (
        2_900,
        "Kanzlei Hofer <office@hofer-recht.example>",
        "Wrong address?",
        "We have received a delivery note of yours for a Mr Steiner who does not work here. May we destroy it?",
    ),
];

/// Imports them by the same function as the shell.
pub async fn add(app: &App, now: Timestamp) -> Result<(), Unfilled> {
    let here = Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now, drawn: app.new_id() };
    let file = std::env::temp_dir().join(format!("makegood-demo-{}.mbox", here.drawn));
    let kept = tokio::task::spawn_blocking(move || {
        let odd = |e: std::io::Error| Unfilled::Story(e.to_string());
        std::fs::write(&file, mbox(now)).map_err(odd)?;
        // Of a firm whose mail comes by the hour.
        let wanted = mail::Wanted { mode: Mode::Keep, heard_since: Some(Timestamp::MIN) };
        let done = mail::run(&here, &file, &Ours::default(), wanted, &mut Silent);
        std::fs::remove_file(&file).map_err(odd)?;
        done.map(drop).map_err(|not| match not {
            NotImported::Cannot(why) => Unfilled::Story(say(&why.sentence(), &when::zone())),
            NotImported::Fault(fault) => fault.into(),
        })
    });
    kept.await.map_err(|e| Unfilled::Story(e.to_string()))?
}

fn mbox(now: Timestamp) -> String {
    MAILS.iter().rev().fold(String::new(), |all, (minutes, from, subject, text)| {
        let at = now.saturating_sub(SignedDuration::from_mins(*minutes)).unwrap_or(now).to_zoned(when::zone());
        let (line, date) = (at.strftime("%a %b %e %H:%M:%S %Y"), at.strftime("%a, %-d %b %Y %H:%M:%S %z"));
        format!(
            "{all}From mail {line}\nFrom: {from}\nTo: service@nordlot.example\nSubject: {subject}\nDate: {date}\n\
             Message-ID: <{minutes}.{}@nordlot.example>\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\n",
            now.as_second()
        )
    })
}
