//! Where the cause lies with a supplier before us: what follows is chosen, and they are asked without a word about the customer.
use super::inside::*;
use crate::inside::{Discipline, Lack};
use crate::kinds::*;
use crate::parts::*;
use crate::testing::*;
use serde_json::{Value, json};

/// Our part first, then theirs; both verified, and *proving it* begins.
fn upstream() -> Story {
    let s = moves(moves(stopped(moves(described(eight_d()), "containing")), "contained"), "finding_cause");
    let s = caused(s);
    let paste = json!({ "chain": "occurrence", "category": "upstream_supplier", "text": "The paste dries too soon." });
    verified(s.does("name-cause", paste))
}
fn theirs(s: &Story) -> String {
    let cause = s.case().inside.verified().find(|c| c.category == Category::UpstreamSupplier);
    cause.expect("a cause with the supplier").id.to_string()
}

fn follows(s: &Story, way: &str, words: &str) -> Value {
    json!({ "cause": theirs(s), "way": way, "supplier": "Nordlot", "words": words })
}

/// S007: what follows with the supplier is chosen before anything is changed, and prevention does not end without it; strengthen,
/// alternate and neither each say how or why.
#[test]
fn s007_a_cause_with_a_supplier_asks_what_follows() {
    let s = moves(moves(upstream(), "cause_verified"), "choosing");
    let chosen = action(&s, "automatic_stop");
    let s = s.does("choose-action", chosen).does("fix-measure", measure());
    assert_eq!(lacking(&s, Discipline::D5), [Lack::Upstream]);
    let on = json!({ "to": "implementing", "words": "Chosen." });
    let s = s.ask("advance-prevention", on.clone()).refused("prevention-lacks");
    let silent = follows(&s, "neither", " ");
    let s = s.ask("choose-upstream", silent).refused("upstream-why-neither");
    let silent = follows(&s, "strengthen", "");
    let s = s.ask("choose-upstream", silent).refused("upstream-how-stronger");
    let nobody = follows(&s, "alternate", "10 rolls ran clean.");
    let s = s.ask("choose-upstream", nobody).refused("upstream-which-alternate");
    let ours =
        json!({ "cause": s.case().inside.causes[0].id, "way": "neither", "supplier": "Nordlot", "words": "Ours." });
    let s = s.ask("choose-upstream", ours).refused("cause-not-upstream");
    let neither = follows(&s, "neither", "They stop making it in June, and we buy none after that.");
    let s = s.does("choose-upstream", neither).then("Neither stronger nor another for Nordlot");
    let mut other = follows(&s, "alternate", "10 rolls ran clean on line 2.");
    other["alternate"] = json!("Paste SAC305 from Borg");
    let s = s.does("choose-upstream", other).then("Beside Nordlot: Paste SAC305 from Borg");
    assert_eq!(s.case().inside.upstream.len(), 1, "the latest choice holds");
    s.does("advance-prevention", on).replays();
}

/// S007: a cause found with the supplier while it is being proven holds up *held* as well, on the shorter way too.
#[test]
fn s007_prevention_does_not_end_on_a_late_cause_with_a_supplier() {
    let s = changed(eight_d()).at("2027-01-04 09:00");
    let s = s.does("check-hold", json!({ "result": "held", "data": "0 of 2,700.", "clean_shipments": 3 }));
    let paste = json!({ "chain": "occurrence", "category": "upstream_supplier", "text": "The paste dries too soon." });
    let s = verified(s.does("name-cause", paste));
    let s = s.ask("advance-prevention", bank()).refused("prevention-lacks");
    assert!(crate::inside::before(s.case(), Prevention::Held).contains(&Lack::Upstream));
    let stronger = follows(&s, "strengthen", "Each lot comes with its viscosity from January.");
    let s = s.does("choose-upstream", stronger).then("Nordlot gets stronger");
    s.does("advance-prevention", bank()).then("Prevention: held").replays();
}

pub fn request() -> Value {
    json!({ "supplier": "Nordlot", "to": "Ms Lind", "language": "de", "part": "SP-305", "lots": "77A", "quantity": 40,
        "wrong": "The paste skins over within an hour on the stencil.", "should": "workable for 8 h at 23 °C",
        "containment": "Hold lot 77A and look at what is on its way.", "containment_by": at("2026-11-24 12:00"),
        "cause_by": at("2026-12-01 12:00"), "action_by": at("2026-12-08 12:00") })
}
fn asked(s: Story) -> Story {
    s.does("ask-supplier", request()).then("Asked Nordlot about SP-305")
}
pub fn answer(s: &Story, part: &str, words: &str) -> Value {
    let scar = s.case().inside.scars[0].id;
    let mut fields = json!({ "scar": scar, "part": part, "words": words, "said_by": "Ms Lind" });
    let more = match part {
        "containment" => json!({ "suspect": 30, "good": 20, "bad": 4, "marking": "Blue lid" }),
        "action" => json!({ "in_place": at("2026-12-07 12:00") }),
        _ => json!({}),
    };
    fields.as_object_mut().expect("fields").extend(more.as_object().expect("more").clone());
    fields
}
fn takes(s: &Story, nth: u16) -> Value {
    json!({ "scar": s.case().inside.scars[0].id, "answer": nth })
}

/// Decision 0180: nobody names the customer to a supplier, with or without its legal form, in a request or when asking again.
#[test]
fn a_supplier_never_reads_whose_case_it_is() {
    let mut s = eight_d();
    for field in ["wrong", "containment", "lots", "order", "to", "should"] {
        let mut leak = request();
        leak[field] = json!("as ACME Boards told us");
        s = s.ask("ask-supplier", leak).refused("supplier-reads-the-customer");
    }
    let s = asked(s);
    let said = answer(&s, "cause", "Solvent was short.");
    let s = s.by_system().does("note-supplier-answer", said).by(QUINN);
    let mut back = takes(&s, 1);
    back["words"] = json!("Acme Boards Ltd saw it too; how do you know?");
    back["again_by"] = json!(at("2026-12-02 12:00"));
    let s = s.ask("return-answer", back).refused("supplier-reads-the-customer");
    let outward = format!("{:?}", s.case().inside.scars[0].outward(s.case().number, &s.case().files));
    for hidden in ["Acme", "no solder on U7", "U7 is dry", "Friday"] {
        assert!(!outward.contains(hidden), "{hidden} reaches the supplier: {outward}");
    }
    assert!(s.history.iter().filter(|h| h.event.kind().starts_with("supplier")).all(|h| h.event.told().is_none()));
    s.replays();
}

/// What they owe has its clock, the soonest first; an answer stops it, *not enough* begins it anew, and the end waits for them.
#[test]
fn an_answer_that_a_supplier_owes_has_its_clock() {
    use crate::clock::ClockKind::SupplierAnswer;
    let late = request();
    let mut gone = late.clone();
    gone["containment_by"] = json!(at("2026-11-20 12:00"));
    let mut upside_down = late.clone();
    upside_down["cause_by"] = json!(at("2026-11-23 23:00"));
    let s = eight_d().ask("ask-supplier", gone).refused("scar-due-in-the-past");
    let s = asked(s.ask("ask-supplier", upside_down).refused("scar-days-in-order"));
    let s = s.due(SupplierAnswer, "2026-11-24 12:00");
    assert!(lacking(&s, Discipline::D3).contains(&Lack::SupplierOwes));
    let mut unbalanced = answer(&s, "containment", "Held all of it.");
    unbalanced["bad"] = json!(11);
    let s = s.by_system().ask("note-supplier-answer", unbalanced).refused("scar-more-counted-than-there");
    let said = answer(&s, "containment", "Held all of it.");
    let s = s.does("note-supplier-answer", said).then("Nordlot answered MG-1042-S1 by their link").by(QUINN);
    let s = s.due(SupplierAnswer, "2026-12-01 12:00");
    let lacks = lacking(&s, Discipline::D3);
    assert!(lacks.contains(&Lack::SupplierAnswered) && !lacks.contains(&Lack::SupplierOwes));
    let mut back = takes(&s, 1);
    back["words"] = json!("And the rolls on their way?");
    back["again_by"] = json!(at("2026-11-25 12:00"));
    let s = s.does("return-answer", back).then("Not enough on MG-1042-S1").due(SupplierAnswer, "2026-11-25 12:00");
    let shown = s.case().inside.scars[0].outward(s.case().number, &s.case().files);
    assert_eq!(shown.parts[0].not_enough.as_deref(), Some("And the rolls on their way?"));
    assert!(crate::inside::before(s.case(), Prevention::Held).contains(&Lack::SupplierOwes), "the end waits for them");
    assert!(!crate::inside::before(s.case(), Prevention::CauseVerified).contains(&Lack::SupplierOwes));
    let over = json!({ "scar": s.case().inside.scars[0].id, "words": "They closed for good." });
    let s = s.does("end-scar", over.clone()).ask("end-scar", over).refused("scar-ended");
    assert!(s.clock(SupplierAnswer).is_none());
    let late = answer(&s, "cause", "Solvent was short.");
    s.by_system().ask("note-supplier-answer", late).refused("scar-ended").by(QUINN).replays();
}

/// What they say flows into our facts by one key, and is true no sooner than anything else is: the place is looked at by somebody else,
/// the cause is tried, the action is done with proof.
#[test]
fn a_suppliers_answer_is_taken_over_and_then_tried_like_any_other() {
    let s =
        asked(caused(moves(moves(stopped(moves(described(eight_d()), "containing")), "contained"), "finding_cause")));
    let told = [
        ("containment", "Opened and stirred each jar."),
        ("cause", "Solvent was short by 2 %, the scale had no check."),
        ("action", "The scale stops the filler when it is off by 0.2 %."),
    ];
    let s = told.iter().fold(s, |s, (part, words)| {
        let said = answer(&s, part, words);
        s.by_system().does("note-supplier-answer", said).by(QUINN)
    });
    assert!(
        s.case().inside.causes.iter().all(|c| c.category != Category::UpstreamSupplier),
        "nothing is taken over yet"
    );
    let action = takes(&s, 3);
    let s = s.ask("take-over-answer", action.clone()).refused("answer-by-what-means");
    let mut meant = action;
    meant["means"] = json!("automatic_stop");
    let s = s.ask("take-over-answer", meant.clone()).refused("answer-cause-first");
    let (first, second) = (takes(&s, 1), takes(&s, 2));
    let s = s.does("take-over-answer", first.clone()).then("30 suspect, 20 good, 4 bad");
    let s = s.ask("take-over-answer", first).refused("answer-was-weighed").does("take-over-answer", second);
    let s = s.does("take-over-answer", meant).then("Taken over from MG-1042-S1");
    let inside = &s.case().inside;
    let place = inside.place(Place::AtSupplier).expect("the place");
    assert_eq!((place.unchecked, place.method.as_str(), &place.verified), (6, told[0].1, &None));
    let cause = inside.causes.last().expect("the cause");
    assert_eq!((cause.text.as_str(), cause.state, cause.lies_with), (told[1].1, CauseState::Candidate, Party::Third));
    let action = inside.actions.last().expect("the action");
    assert_eq!((action.text.as_str(), action.kind, action.done.is_none()), (told[2].1, ActionKind::Supplier, true));
    assert_eq!(action.causes, [cause.id]);
    assert!(lacking(&s, Discipline::D3).contains(&Lack::SecondPair), "somebody else still looks");
    let s = verified(s);
    assert!(lacking(&s, Discipline::D5).contains(&Lack::Upstream), "and S007 asks what follows with them");
    s.replays();
}

/// What a supplier sends is for us: the customer sees it once one of us shows it, and there is room left whatever they send.
#[test]
fn a_file_of_a_supplier_is_ours_until_we_show_it() {
    let s = asked(eight_d());
    let scar = s.case().inside.scars[0].id;
    let file = |n: u128| json!({ "scar": scar, "file": uuid::Uuid::from_u128(n), "name": "viscosity.pdf", "kind": "pdf", "bytes": 9, "sha256": "ab", "words": "Lot 77A" });
    let s = s.ask("keep-supplier-file", file(1)).refused("internal-command").by_system();
    let s = s.does("keep-supplier-file", file(1)).then("Nordlot sends a file for MG-1042-S1: viscosity.pdf");
    assert_eq!((s.told().len(), s.customer_reads().len()), (1, 0), "whoever asked hears of it, and nobody else");
    let kept = s.case().files.last().expect("the file").clone();
    assert_eq!((kept.from, kept.shown, kept.supplier), (None, Said::No, Some(scar)));
    assert!(crate::eight_d::Outward::of(s.case()).shown_file(kept.id).is_none());
    assert_eq!(s.case().inside.scars[0].outward(s.case().number, &s.case().files).files[0].name, "viscosity.pdf");
    let s = s.ask("keep-supplier-file", file(1)).refused("file-is-there");
    let mut empty = file(2);
    empty["bytes"] = json!(0);
    let s = s.ask("keep-supplier-file", empty).refused("file-empty");
    let s = (2..=20).fold(s, |s, n| s.does("keep-supplier-file", file(n)));
    let s = s.ask("keep-supplier-file", file(21)).refused("too-many").by(QUINN);
    let s = s.does("show-file", json!({ "file": kept.id, "shown": "yes" }));
    assert!(s.customer_reads()[0].starts_with("We put a file here for you: viscosity.pdf."));
    let s = s.does("end-scar", json!({ "scar": scar, "words": "They closed for good." })).by_system();
    s.ask("keep-supplier-file", file(22)).refused("scar-ended").by(QUINN).replays();
}

/// The customer's case is closed, and the supplier still owes what they were asked: it is watched until they answer or the request ends.
#[test]
fn a_supplier_still_owes_when_the_customers_case_is_closed() {
    use super::walk::{last_message, ready_to_close};
    use crate::clock::ClockKind::SupplierAnswer;
    let mut later = request();
    for (field, day) in [("containment_by", "12-01"), ("cause_by", "12-04"), ("action_by", "12-08")] {
        later[field] = json!(at(&format!("2026-{day} 12:00")));
    }
    let s = ready_to_close().does("ask-supplier", later).does("close", last_message()).stands(Recovery::Closed);
    assert_eq!(s.case().clocks.len(), 1, "nothing else of a closed case is watched: {:?}", s.case().clocks);
    let s = s.due(SupplierAnswer, "2026-12-01 12:00").at("2026-12-01 12:00");
    let runs_out = json!({ "kind": "supplier_answer", "about": s.clock(SupplierAnswer).and_then(|clock| clock.about) });
    let s = s.by_system().does("run-out-clock", runs_out);
    assert_eq!(s.told().len(), 1, "whoever asked hears that it runs out");
    let said = answer(&s, "containment", "Opened and stirred each jar.");
    let s = s.does("note-supplier-answer", said).due(SupplierAnswer, "2026-12-04 12:00").by(QUINN);
    let over = json!({ "scar": s.case().inside.scars[0].id, "words": "They closed for good." });
    let s = s.ask("end-scar", over.clone()).refused("scar-answer-waits");
    let back = json!({ "scar": s.case().inside.scars[0].id, "answer": 1, "words": "And the rolls?", "again_by": at("2026-12-03 12:00") });
    let s = s.does("return-answer", back).due(SupplierAnswer, "2026-12-03 12:00").does("end-scar", over);
    assert_eq!(s.case().clocks, []);
    s.replays();
}
