//! Messages as partners write them; the day, the quantity and the line must come out, and what is not said must not.

use super::{Broken, Interchange, read};
use crate::import::headers::{Field, FileField as _};

/// One message in its envelope, its segments counted as they must be.
fn x12(kind: &str, body: &str) -> String {
    let count = body.matches('~').count() + 2;
    format!(
        "ISA*00*          *00*          *ZZ*ACME           *ZZ*NORDLOT        *260301*0900*U*00401*000000001*0*P*>~\n\
         GS*PO*ACME*NORDLOT*20260301*0900*1*X*004010~\nST*{kind}*0001~\n{body}\nSE*{count}*0001~\nGE*1*1~\nIEA*1*000000001~\n"
    )
}

fn edifact(kind: &str, body: &str) -> String {
    // A released mark ends nothing.
    let count = body.matches('\'').count() - body.matches("?'").count() + 2;
    format!("UNA:+.? 'UNB+UNOC:3+ACME+NORDLOT+260301:0900+1'UNH+1+{kind}:D:96A:UN'{body}UNT+{count}+1'UNZ+1+1'")
}

fn of(text: &str) -> Interchange {
    read(text.as_bytes()).expect("whole")
}

/// The tellings as `field=value` in the order of their fields.
fn told(all: &Interchange) -> Vec<String> {
    let one = |cells: &std::collections::BTreeMap<Field, String>| {
        cells.iter().map(|(field, value)| format!("{}={value}", field.word())).collect::<Vec<_>>().join(" ")
    };
    all.tellings.iter().map(|telling| one(&telling.cells)).collect()
}

#[test]
fn an_order_of_x12_says_what_they_ask_for() {
    let all = of(&x12(
        "850",
        "BEG*00*SA*4711**20260227~\nN1*BY*Acme Robotics*92*0012~\nDTM*002*20260320~\n\
         PO1*10*200*EA*1.5**BP*A-77*VP*N-123~\nPO1*20*50*EA***BP*A-78~\nDTM*002*20260401~\nCTT*2~\n",
    ));
    let head = "order=4711/0012";
    assert_eq!(
        told(&all),
        [
            format!(
                "{head} line=10 customer=0012 customer-name=Acme Robotics reference=4711 item=N-123 quantity=200 EA ordered=2026-02-27 requested=2026-03-20"
            ),
            format!(
                "{head} line=20 customer=0012 customer-name=Acme Robotics reference=4711 item=A-78 quantity=50 EA ordered=2026-02-27 requested=2026-04-01"
            ),
        ]
    );
    assert_eq!(all.read, [("850".to_owned(), 1)].into());
}

#[test]
fn an_answer_of_x12_promises_the_day_on_which_all_of_a_line_is_there() {
    let all = of(&x12(
        "855",
        "BAK*00*AC*4711*20260227****998*20260302~\nPO1*10*200*EA~\nACK*IA*100*EA*067*20260318~\nACK*DR*100*EA*067*20260325~\n\
         PO1*20*50*EA~\nACK*IR~\nPO1*30*9*EA~\nACK*IA*9*EA*068*20260310~\n",
    ));
    let told = told(&all);
    assert!(told[0].contains("promised=2026-03-25") && told[0].contains("told=2026-03-02"), "{}", told[0]);
    assert!(told[1].contains("status=rejected") && !told[1].contains("promised"), "{}", told[1]);
    assert!(!told[2].contains("promised"), "a day of shipping is no day of delivery: {}", told[2]);
    assert!(told.iter().all(|one| one.starts_with("order=4711/NORDLOT")), "we speak to the receiver");
}

#[test]
fn what_was_shipped_and_what_came_in_x12() {
    let shipped = told(&of(&x12(
        "856",
        "BSN*00*S1*20260310*1200~\nHL*1**S~\nDTM*011*20260311~\nHL*2*1*O~\nPRF*4711~\nHL*3*2*I~\nLIN*10*BP*A-77~\nSN1**200*EA~\n",
    )));
    assert!(shipped[0].contains("line=10") && shipped[0].contains("shipped=2026-03-11"), "{}", shipped[0]);
    let came = told(&of(&x12(
        "861",
        "BRA*R1*20260313*00*1~\nDTM*050*20260312~\nRCD*10*120*EA~\nSN1**120*EA**200*EA~\nPRF*4711~\nRCD*20*50*EA~\nPRF*4712~\n",
    )));
    assert!(!came[0].contains("delivered"), "a part of it is not all of it: {}", came[0]);
    assert!(came[1].contains("order=4712/ACME") && came[1].contains("delivered=2026-03-12"), "{}", came[1]);
}

#[test]
fn edifact_says_the_same() {
    let order = told(&of(&edifact(
        "ORDERS",
        "BGM+220+4711+9'DTM+137:20260227:102'NAD+BY+0012::92++Acme Robotics'LIN+10++A-77:IN'PIA+5+N-123:SA'QTY+21:200:PCE'\
         DTM+2:20260320:102'UNS+S'",
    )));
    assert_eq!(
        order[0],
        "order=4711/0012 line=10 customer=0012 customer-name=Acme Robotics reference=4711 item=N-123 quantity=200 ordered=2026-02-27 requested=2026-03-20"
    );
    let answer = told(&of(&edifact(
        "ORDRSP",
        "BGM+231+998+4'DTM+137:20260302:102'RFF+ON:4711'NAD+BY+0012::92'LIN+10+3'DTM+67:20260325:102'LIN+20+7'LIN+30+3'DTM+67:202613:616'UNS+S'",
    )));
    assert!(answer[0].contains("promised=2026-03-25") && answer[0].contains("told=2026-03-02"), "{}", answer[0]);
    assert!(answer[1].contains("status=rejected"), "{}", answer[1]);
    assert!(answer[2].contains("promised=202613 (616)"), "a week is not made a day: {}", answer[2]);
    let came = told(&of(&edifact(
        "RECADV",
        "BGM+632+R1+9'DTM+50:20260312:102'RFF+ON:4711'NAD+BY+0012::92'LIN+1'QTY+21:200'QTY+48:120'RFF+ON:4711:10'LIN+2'QTY+48:50'RFF+ON:4711:20'",
    )));
    assert!(came[0].contains("line=10") && !came[0].contains("delivered"), "{}", came[0]);
    assert!(came[1].contains("line=20") && came[1].contains("delivered=2026-03-12"), "{}", came[1]);
}

#[test]
fn marks_are_the_files_own_and_a_release_character_takes_their_meaning() {
    let text = edifact("ORDERS", "BGM+220+47?+11?'s+9'NAD+BY+?:x::92'LIN+1++A??B'");
    assert_eq!(told(&of(&text))[0], "order=47+11's/:x line=1 customer=:x reference=47+11's item=A?B");
    let other =
        x12("850", "BEG*00*SA*1**20260227~\nPO1*1*5*EA~\n").replace('*', "|").replace('~', "\x1c").replace('>', "^");
    assert_eq!(of(&other).tellings.len(), 1);
}

/// Half a file once looked like a short one.
#[test]
fn what_is_not_whole_is_refused_with_its_segment() {
    let whole = x12("850", "BEG*00*SA*1**20260227~\nPO1*1*5*EA~\n");
    let cut = whole.split_once("SE*").expect("an end").0;
    assert_eq!(read(cut.as_bytes()), Err(Broken::CutOff { segment: 5 }));
    assert_eq!(read(whole.replace("SE*4", "SE*9").as_bytes()), Err(Broken::Miscounted { segment: 6 }));
    assert_eq!(read(b"ISA*00*"), Err(Broken::Head));
    let dangling = whole.trim_end().trim_end_matches('~');
    assert_eq!(read(dangling.as_bytes()), Err(Broken::CutOff { segment: 8 }));
}

#[test]
fn messages_about_other_things_are_counted_and_left() {
    let all = of(&x12("810", "BIG*20260301*1~\n"));
    assert_eq!((all.tellings.len(), all.unread), (0, [("810".to_owned(), 1)].into()));
}

#[test]
fn the_table_has_each_telling_in_the_row_of_its_segment() {
    let all = of(&x12("850", "BEG*00*SA*1**20260227~\nPO1*1*5*EA~\nPO1*2*6*EA***VP*\"a\",b~\n"));
    let csv = String::from_utf8(all.as_csv()).expect("text");
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows[0], "order,line,customer,reference,item,quantity,ordered");
    assert_eq!(rows[4], "1/ACME,1,ACME,1,,5 EA,2026-02-27");
    assert_eq!(rows[5], "1/ACME,2,ACME,1,\"\"\"a\"\",b\",6 EA,2026-02-27");
    assert_eq!(rows[1..4].concat(), "");
}
