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
        if matches!(kind, "842" | "850" | "860" | "861") { ("ACME   ", "NORDLOT") } else { ("NORDLOT", "ACME   ") };
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

/// As a customer's quality system writes it: which order line, which lot, how many, what is wrong, what they want done about it.
const REPORT: &str = "BNR*00*QN-310*20260402*1529~\nREF*ACC**new~\nREF*PO*4711**LI>10~\nDTM*004*20260227~\n\
    N1*BY*Acme Robotics*ZZ*ACME~\nN4*Austin*TX*78701*US~\nREF*PO*9999~\nHL*1**RP*1~\nNCD*52**1~\nN1*QQ~\nREF*L1**Stopped at goods in.~\n\
    HL*2*1*I*1~\nLIN*1*VP*N-123*BP*A-77~\nPID*F****Bracket, anodised~\nREF*LT*L-88~\nQTY*38*200*EA~\nNCD*52**1****Bore 7.8 mm instead of 8.0 mm~\n\
    NTE*NCD*Will not take the pin.~\nDTM*516*20260401~\nREF*BZ*QM*Dimensions~\nQTY*86*40*EA~\nQTY*TO*2~\nNCA*1*RT*task~\nNTE*TES*Send 40 new ones.~\n\
    HL*3*2*F*0~\nLIN*1*VP*RAW-7~\nREF*LT*MELT-5~\n";

/// W16: what does not conform is a complaint of theirs before anybody asked; it names its lot, stands once, and ends when they take it
/// back. The watch says so and the lot is on the map of how far it reaches.
#[test]
fn w16_a_report_of_nonconformity_is_a_complaint_about_its_line_and_lot() {
    both_async(|db| async move {
        let w = World::new(db.clone()).await;
        let (now, given) = ("2026-04-02T15:00:00Z", db.clone());
        let report = tokio::task::block_in_place(|| {
            import(&given, NOW, &ask(message("850", ORDER))).expect("an order");
            let dry = Ask { mode: Mode::DryRun, ..ask(message("842", REPORT)) };
            assert_eq!(import(&given, now, &dry).expect("tried").new, 1);
            import(&given, now, &ask(message("842", REPORT))).expect("a report")
        });
        assert_eq!((report.rows, report.new, report.refused), (1, 1, 0), "{report:?}");
        let story = tokio::task::block_in_place(|| {
            let again = import(&given, "2026-04-03T09:00:00Z", &ask(message("842", REPORT))).expect("again");
            assert_eq!((again.new, again.same), (0, 1));
            let kept = line(&given, "10");
            given
                .read_now(move |conn| store::line_facts::stories(conn, std::slice::from_ref(&kept)))
                .expect("its story")
                .remove(0)
        });
        let (number, told) = story.nonconformities.first_key_value().expect("the report");
        assert_eq!((number.as_str(), told.at), ("QN-310", day("2026-04-02").expect("a day")));
        assert_eq!(told.what.as_deref(), Some("Bore 7.8 mm instead of 8.0 mm; Will not take the pin."));
        assert_eq!(
            (told.lots.as_slice(), told.quantity),
            (["L-88".to_owned()].as_slice(), Some(watch::Quantity::whole(40)))
        );
        assert_eq!(story.line.delivered, None, "it says nothing of a delivery");
        w.wait(60 * 24 * 40);
        makegood::jobs::foretell::foretell(&w.app).await.expect("looked");
        let counted = db.read::<_, store::Fault, _>(store::signals::counts).await.expect("counts");
        assert!(counted.iter().any(|(kind, n)| kind == "check-went-wrong" && *n == 1), "{counted:?}");
        let touched = db.read::<_, store::Fault, _>(|conn| store::radius::of(conn, store::radius::Sort::Lot, "L-88"));
        assert_eq!(touched.await.expect("read").len(), 1);

        let back = REPORT.replace("REF*ACC**new", "REF*ACC**canceled");
        let story = tokio::task::block_in_place(|| {
            import(&given, "2026-04-09T09:00:00Z", &ask(message("842", &back))).expect("taken back");
            let kept = line(&given, "10");
            given
                .read_now(move |conn| store::line_facts::stories(conn, std::slice::from_ref(&kept)))
                .expect("its story")
                .remove(0)
        });
        assert!(!story.nonconformities["QN-310"].is_open(), "they took it back themselves");
    });
}

#[test]
fn what_a_report_of_nonconformity_leaves_open_is_never_guessed() {
    both(|db| {
        import(&db, NOW, &ask(message("850", ORDER))).expect("an order");
        let refused = |body: &str| {
            let report = import(&db, NOW, &ask(message("842", body))).expect("read");
            assert_eq!(report.new, 0, "{report:?}");
            let first = &report.refusals[0];
            (first.row, first.column.clone(), first.value.clone())
        };
        let item = "HL*1**I*0~\nLIN*1*VP*N-123~\nNCD*52**1~\n";
        let said = |row: u64, column: &str, value: &str| (row, column.to_owned(), value.to_owned());
        assert_eq!(refused(&format!("BNR*00*QN-1*20260402~\n{item}")), said(5, "order", ""), "no order");
        assert_eq!(
            refused(&format!("BNR*00*QN-1*20260402~\nREF*PO*4711~\n{item}")),
            said(6, "order", "4711/ACME"),
            "no line"
        );
        let two = "REF*PO*4711**LI>10~\nREF*PO*4712**LI>20~\n";
        assert_eq!(refused(&format!("BNR*00*QN-1*20260402~\n{two}{item}")), said(7, "order", ""), "which of the two?");
        let one = "REF*PO*4711**LI>10~\n";
        assert_eq!(refused(&format!("BNR*00*QN-1*20261399~\n{one}{item}")), said(6, "on", "2026-13-99"));
        assert_eq!(refused(&format!("BNR*00**20260402~\n{one}{item}")), said(6, "number", ""));
        assert_eq!(refused(&format!("BNR*22*QN-1*20260402~\n{one}{item}")), said(6, "standing", "22"));
        assert_eq!(
            refused("BNR*00*QN-1*20260402~\nREF*PO*4799**LI>10~\n"),
            said(5, "order", "4799/ACME"),
            "unknown here"
        );
        // Reported without items it is about each line that it names, and of two quantities nobody knows which.
        let whole = "BNR*00*QN-2*20260402~\nREF*PO*4711**LI>10~\nREF*PO*4711**LI>20~\nHL*1**RP*0~\nNCD*52**1****Scratched~\nQTY*86*4~\nQTY*86*5~\n";
        let report = import(&db, NOW, &ask(message("842", whole))).expect("read");
        assert_eq!((report.new, report.refused), (2, 0), "{report:?}");
        let kept = line(&db, "20");
        let story = db
            .read_now(move |conn| store::line_facts::stories(conn, std::slice::from_ref(&kept)))
            .expect("its story")
            .remove(0);
        assert_eq!(story.nonconformities["QN-2"].quantity, None);
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
