//! The year of an order in EDI: asked for, promised, asked for again, promised anew, shipped, received; each message changes what it
//! says and nothing else.

use crate::intake::{ask, import};
use crate::support::{both, both_async};
use crate::world::World;
use makegood::import::orders::{Ask, Mode, NotImported};
use makegood::import::why::CannotStart;
use makegood::jobs::folder::{self, Taken};
use std::fs;
use store::lines;
use watch::{LineKey, When};

const NOW: &str = "2026-03-02T09:00:00Z";

/// One message from the customer to us, or from us to them.
fn message(kind: &str, body: &str) -> String {
    let (from, to) =
        if matches!(kind, "850" | "860" | "861") { ("ACME   ", "NORDLOT") } else { ("NORDLOT", "ACME   ") };
    let count = body.matches('~').count() + 2;
    format!(
        "ISA*00*          *00*          *ZZ*{from}        *ZZ*{to}        *260302*0900*U*00401*000000001*0*P*>~\n\
         GS*PO*A*B*20260302*0900*1*X*004010~\nST*{kind}*0001~\n{body}SE*{count}*0001~\nGE*1*1~\nIEA*1*000000001~\n"
    )
}

fn day(text: &str) -> Option<When> {
    Some(When::Day(text.parse().expect("a day")))
}

fn line(db: &store::Db, number: &str) -> lines::KeptLine {
    let key = LineKey { order_no: "4711/ACME".into(), line_no: number.into() };
    let found = db.read_now(move |conn| lines::by_keys(conn, std::slice::from_ref(&key))).expect("read");
    found.into_iter().next().expect("the line is here")
}

const ORDER: &str =
    "BEG*00*SA*4711**20260227~\nDTM*002*20260320~\nPO1*10*200*EA***VP*N-123~\nPO1*20*50*EA***VP*N-124~\n";

#[test]
fn each_message_changes_what_it_says_and_nothing_else() {
    both(|db| {
        let report = import(&db, NOW, &ask(message("850", ORDER))).expect("an order");
        assert_eq!((report.new, report.refused), (2, 0));
        let kept = line(&db, "10").line;
        assert_eq!((kept.requested, kept.promised), (day("2026-03-20"), None));
        assert_eq!((kept.quantity.as_deref(), kept.item.as_deref()), (Some("200 EA"), Some("N-123")));

        let answer = "BAK*00*AC*4711*20260227****998*20260302~\nPO1*10*200*EA~\nACK*IA*200*EA*067*20260319~\nPO1*20*50*EA~\nACK*IR~\n";
        import(&db, NOW, &ask(message("855", answer))).expect("our answer");
        let kept = line(&db, "10").line;
        assert_eq!((kept.promised, kept.first_promised), (day("2026-03-19"), day("2026-03-19")));
        assert_eq!(
            (kept.requested, kept.item.as_deref()),
            (day("2026-03-20"), Some("N-123")),
            "it says nothing of these"
        );
        assert_eq!(kept.told, day("2026-03-02"));
        assert!(line(&db, "20").line.is_cancelled(), "a line that we do not take is not owed");

        // Two answers in one file: the second is the later word, and both moves of the promise are history.
        let moved =
            |day: &str| message("865", &format!("BCA*00*AC*4711~\nPOC*10*RS*200**EA~\nACK*DR*200*EA*067*{day}~\n"));
        let both_moves = format!("{}{}", moved("20260324"), moved("20260327"));
        let report = import(&db, "2026-03-10T09:00:00Z", &ask(both_moves)).expect("our changes");
        assert_eq!(report.promises_moved, 2);
        let kept = line(&db, "10").line;
        assert_eq!((kept.promised, kept.first_promised), (day("2026-03-27"), day("2026-03-19")));

        let shipped =
            "BSN*00*S1*20260325*1200~\nHL*1**S~\nHL*2*1*O~\nPRF*4711~\nHL*3*2*I~\nLIN*10*VP*N-123~\nSN1**200*EA~\n";
        import(&db, "2026-03-26T09:00:00Z", &ask(message("856", shipped))).expect("a ship notice");
        let came = "BRA*R1*20260327*00*1~\nRCD*10*200*EA~\nPRF*4711~\n";
        import(&db, "2026-03-28T09:00:00Z", &ask(message("861", came))).expect("a receipt");
        let kept = line(&db, "10").line;
        assert_eq!((kept.shipped, kept.delivered), (day("2026-03-25"), day("2026-03-27")));
        assert_eq!(kept.promised, day("2026-03-27"));
    });
}

#[test]
fn the_same_file_again_changes_nothing_and_a_dry_run_keeps_nothing() {
    both(|db| {
        let dry = Ask { mode: Mode::DryRun, ..ask(message("850", ORDER)) };
        assert_eq!(import(&db, NOW, &dry).expect("tried").new, 2);
        assert_eq!(import(&db, NOW, &ask(message("850", ORDER))).expect("kept").new, 2);
        let again = import(&db, NOW, &ask(message("850", ORDER))).expect("again");
        assert_eq!((again.new, again.changed, again.same), (0, 0, 2));
    });
}

#[test]
fn what_cannot_be_read_is_said_by_its_segment() {
    both(|db| {
        let broken = message("855", "BAK*00*AC*4711*20260227~\nPO1*10*200*EA~\nACK*IA*200*EA*067*20261399~\n");
        let report = import(&db, NOW, &ask(broken)).expect("read");
        let refused = report.refusals;
        assert_eq!(
            (refused[0].row, refused[0].column.as_str(), refused[0].value.as_str()),
            (5, "promised", "2026-13-99")
        );
        let whole = message("850", ORDER);
        let cut = whole.split_once("SE*").expect("an end").0;
        let Err(NotImported::Cannot(CannotStart::Messages(_))) = import(&db, NOW, &ask(cut)) else {
            panic!("half a file is not a short file");
        };
    });
}

/// What other programs put down is taken once it lies still; what is refused lies aside with its reason; nothing is deleted, and a
/// file that is put there again changes nothing.
#[test]
fn files_are_taken_out_of_a_folder_and_refused_ones_lie_aside_with_why() {
    both_async(|db| async move {
        let w = World::new(db.clone()).await;
        let place = std::env::temp_dir().join(format!("makegood-orders-{}", w.app.new_id()));
        fs::create_dir_all(&place).expect("a folder");
        let put = |name: &str, text: &str| fs::write(place.join(name), text).expect("written");
        let take = || tokio::task::block_in_place(|| folder::take(&w.app, &place)).expect("taken");
        // Files have the machine's time; ours goes on until they lie still.
        #[allow(clippy::disallowed_methods)]
        let ahead = jiff::Timestamp::now().duration_since(w.app.now()).as_mins() + 2;
        put("order.edi", &message("850", ORDER));
        put("coming.edi.part", "ISA*00*");
        put("broken.edi", message("855", "BAK*00*AC*4711~\n").split_once("SE*").expect("an end").0);
        assert_eq!(take(), Taken::default(), "it may still be being written");
        w.wait(ahead);
        assert_eq!(take(), Taken { done: 1, refused: 1 });
        let kept = tokio::task::block_in_place(|| line(&db, "10")).line;
        assert_eq!(kept.quantity.as_deref(), Some("200 EA"));
        assert!(place.join("done/order.edi").exists() && place.join("coming.edi.part").exists());
        let refused = folder::refused(&place);
        assert_eq!((refused.len(), refused[0].name.as_str()), (1, "broken.edi"));
        assert!(refused[0].why.contains("segment"), "{}", refused[0].why);
        put("order.edi", &message("850", ORDER));
        w.wait(2);
        assert_eq!(take(), Taken { done: 1, refused: 0 });
        assert_eq!(fs::read_dir(place.join("done")).expect("read").count(), 4, "two files, each with its account");
        fs::remove_dir_all(&place).expect("cleared");
    });
}
