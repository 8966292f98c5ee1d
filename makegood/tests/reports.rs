//! Reports in disciplines, on both databases: scored, sent frozen after a talk, read and answered on the customer's page, taken along as
//! PDF, HTML, JSON and table; and nothing of the inside comes along.

use crate::by_link::Theirs;
use crate::desk::Desk;
use crate::support::both_async;
use casework::commands::Command;
use casework::eight_d::{Outward, score};
use casework::facts::Actor;
use casework::parts::{ReportStage, Said};
use makegood::act::{Asked, act, act_and};
use makegood::eight_d::{self, Named, Report, sheet, table};
use makegood::words::Language;
use serde_json::{Value, json};
use std::sync::Arc;
use store::facts::CaseRef;

const SEAL: &[u8] = include_bytes!("../../print/tests/seal.jpg");

/// Somebody of ours asks, as the API would.
async fn asks(desk: &Desk, case: &str, who: &str, word: &str, fields: Value) {
    let command = Command::read(word, fields).expect("a command").expect("its fields");
    let (on, by) = (CaseRef::Number(case.parse().expect("a number")), Actor::Person(who.parse().expect("an id")));
    let done = act(&desk.app, by, on, Asked::new(&desk.app, command)).await;
    assert!(done.is_ok(), "{word}: {done:?}");
}

async fn is_called(desk: &Desk, case: &str) {
    let talk = [
        ("channel", "phone"),
        ("with", desk.dana.as_str()),
        ("minutes", "10"),
        ("no_visit_reason", "distance"),
        ("acknowledgement.we_see", "We see it: U7 is dry on half the boards."),
        ("acknowledgement.we_work", "I'm on it now."),
        ("had_their_say", "yes"),
        ("reflect_back", "Half of the boards cannot be used."),
        ("reflect_confirmed", "yes"),
        ("got_everything", "yes"),
        ("impacts[0].dimension", "goods_unusable"),
        ("impacts[0].words", "The boards cannot be used"),
        ("tone_start", "2"),
        ("tone_end", "4"),
        ("satisfied", "yes"),
        ("next_contact_at", "tomorrow 9:00"),
    ];
    desk.done(case, "record-conversation", &talk).await;
}

/// Up to a 3D: spoke with Dana, a team, the problem, all places answered.
async fn contained(desk: &Desk, case: &str) {
    let who = desk.quentin.as_str();
    let problem = json!({ "failure_mode": "No solder on U7", "should": "80 to 120 µm", "is": "0 to 15 µm", "part": "SB-200",
        "revision": "C", "lots": "2231", "shipped": 900, "suspect": 200, "found_bad": 96 });
    let member = |name: &str, function: &str| json!({ "name": name, "function": function, "share": 20 });
    let members = [member("Jan Nowak", "makes_the_part"), member("Ola Lis", "maintenance"), member("Tom", "quality")];
    asks(desk, case, who, "name-problem-team", json!({ "champion": desk.maria, "leader": who, "members": members }))
        .await;
    asks(desk, case, who, "describe-problem", json!({ "problem": problem })).await;
    let row = json!({ "aspect": "where", "is": "Boards of line 2", "is_not": "Boards of line 1" });
    asks(desk, case, who, "compare-is", row).await;
    let at = json!({ "place": "at_customer", "applies": "yes", "suspect": 200, "good": 104, "bad": 96, "unchecked": 0,
        "method": "Looked at under the lens", "marking": "Green dot beside U7", "done_by": desk.piotr });
    asks(desk, case, who, "contain-place", at).await;
    for place in ["in_transit", "our_stock", "wip", "at_supplier"] {
        asks(
            desk,
            case,
            who,
            "contain-place",
            json!({ "place": place, "applies": "no", "because": "Nothing of lot 2231." }),
        )
        .await;
    }
}

async fn pictured(desk: &Desk, case: &str) {
    let request = desk.app.new_request();
    let command = makegood::files::command(request, "u7.jpg", SEAL, "U7 under the lens", Said::Yes);
    let number = case.parse().expect("a number");
    let kept = desk.db.read(move |conn| store::cases::by_number(conn, number)).await.expect("read").expect("a case");
    let (id, case, bytes, now) = (command.file, kept.case.id, Arc::<[u8]>::from(SEAL), desk.app.now());
    let asked = Asked { id: request, command: command.into(), seen: None };
    let beside = move |tx: &store::Tx| store::files::keep(tx, id, case, &bytes, now);
    let by = Actor::Person(desk.maria.parse().expect("an id"));
    act_and(&desk.app, by, CaseRef::Number(number), asked, beside).await.expect("kept");
}

/// A person writes the mail that says a report is there; it is begun for them.
async fn mail_is_begun(desk: &Desk, page: &str) {
    let sent = desk.get(page).await.body;
    let mail = sent.split("href=\"").find(|rest| rest.contains("&amp;report=")).expect("the way to the mail");
    let mail = desk.get(&mail.split('"').next().unwrap_or_default().replace("&amp;", "&")).await.body;
    assert!(mail.contains("is there for you, revision 1") && mail.contains("Dana"), "{mail}");
}

#[test]
fn x04_a_report_is_frozen_sent_after_a_talk_read_and_accepted() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        let page = format!("/cases/{case}/8d");
        let send = [("stage", "3d"), ("language", "de"), ("to", desk.dana.as_str())];
        let refused = desk.post(&page, &send).await;
        assert!(
            refused.status == 422 && refused.body.contains("There is nothing in D0; D1; D2; D3 yet"),
            "{}",
            refused.said()
        );
        is_called(&desk, &case).await;
        contained(&desk, &case).await;
        pictured(&desk, &case).await;
        let shown = desk.get(&format!("{page}?stage=3d&language=de")).await.body;
        for words in [
            "Was Sie inzwischen schützt",
            "Bei Ihnen",
            "Would a customer accept it?",
            "a look by somebody other than the doer",
        ] {
            assert!(shown.contains(words), "{words} is not on {shown}");
        }
        let draft = desk.get(&format!("{page}/now/json?stage=3d&language=de")).await;
        let facts: Report = serde_json::from_str(&draft.body).expect("the facts");
        assert_eq!((facts.stage, facts.revision, facts.places.len()), (ReportStage::ThreeD, 1, 5));
        let sent = desk.post(&page, &send).await;
        assert!(sent.status == 303 && sent.location.ends_with("/8d?done=1"), "{}", sent.said());
        mail_is_begun(&desk, &page).await;
        let again = desk.post(&page, &send).await;
        assert!(again.body.contains("Nobody has talked with them since the last report"), "{}", again.said());

        // What is found afterwards changes no report that they have.
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let hers = dana.page().await;
        let at = hers
            .split("href=\"")
            .filter_map(|rest| rest.split('"').next())
            .find(|at| at.contains("/reports/"))
            .expect("the report");
        let before = dana.get(&format!("{at}/json")).await.body;
        let later = json!({ "place": "our_stock", "applies": "no", "because": "Counted once more." });
        asks(&desk, &case, &desk.quentin, "contain-place", later).await;
        assert_eq!(dana.get(&format!("{at}/json")).await.body, before);
        let read = dana.get(at).await.body;
        assert!(
            read.contains("lang=\"de\"") && read.contains("Gekennzeichnet") | read.contains("gekennzeichnet"),
            "{read}"
        );
        assert!(!read.contains("Counted once more"));
        let html = dana.get(&format!("{at}/html")).await;
        assert!(html.headers["content-disposition"].contains("3D-") && html.body.contains("data:image/jpeg;base64,"));
        assert!(dana.get(&format!("{at}/csv")).await.body.contains("D3,"));
        #[cfg(feature = "pdf")]
        {
            let pdf = dana.get(&format!("{at}/pdf")).await;
            assert!(pdf.body.starts_with("%PDF-1.7") && pdf.headers["content-type"] == "application/pdf");
        }
        assert_eq!(dana.get(&format!("{at}/exe")).await.status, 404);

        let id = at.rsplit('/').next().expect("an id");
        dana.does("report-ask", &[("report", id), ("words", "Which lens was used?")]).await;
        assert!(desk.get(&page).await.body.contains("Which lens was used?"));
        dana.does("report-accept", &[("report", id)]).await;
        assert!(dana.page().await.contains("You accepted it."));
        assert!(desk.get("/notices").await.body.contains("answered the report"));
    });
}

/// DOMAIN 7: before it is sent, the points say which words are not plain, and where they were told another number.
#[test]
fn the_points_say_what_is_not_plain_and_what_they_were_told_otherwise() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened("Half the boards have no solder on U7.").await;
        is_called(&desk, &case).await;
        contained(&desk, &case).await;
        let page = format!("/cases/{case}/8d?stage=8d&language=en");
        let before = desk.get(&page).await.body;
        assert!(!before.contains("not plain:") && !before.contains("they were told"), "{before}");
        let told = [("to", desk.dana.as_str()), ("what", "The oven was too cold, and 480 boards are dry.")];
        desk.done(&case, "tell-what-happened", &told).await;
        let odd = "Apparently, part X is failing to meet desired effectiveness quotas in real-world applications.";
        let why = json!({ "chain": "occurrence", "words": odd });
        asks(&desk, &case, &desk.quentin, "add-why", why).await;
        let shown = desk.get(&page).await.body;
        assert!(shown.contains("not plain:") && shown.contains("they were told “480 boards”"), "{shown}");
        desk.done(
            &case,
            "tell-what-happened",
            &[("to", desk.dana.as_str()), ("what", "We counted again: 200 boards.")],
        )
        .await;
        assert!(!desk.get(&page).await.body.contains("they were told"), "the last word counts");
    });
}

fn named(of: &casework::Case, stage: ReportStage, language: &str) -> Report {
    let zone = jiff::tz::TimeZone::UTC;
    let now = of.opened_at;
    let named = Named {
        person: &|id| format!("Colleague {id}"),
        contact: &|id| format!("Contact {id}"),
        from: "Makers",
        to: "Acme",
        language,
        zone: &zone,
        now,
    };
    eight_d::fill(&Outward::of(of), stage, &score(of, stage), &named)
}

/// Everything that a case knows, made recognisable wherever the report has no business; what the case would not be read with stays.
fn marked(whole: &Value) -> Value {
    let outward = |path: &str| {
        ["/title", "/inside/", "/reports/", "/told/", "/words/", "/joint/ideas/", "/harm/impacts/", "/files/"]
            .iter()
            .any(|at| path.starts_with(at))
    };
    let mut all = vec![];
    strings(whole, String::new(), &mut all);
    let mut marked = whole.clone();
    for path in all.into_iter().filter(|path| !outward(path)) {
        let mut one = marked.clone();
        *one.pointer_mut(&path).expect("there") = json!(format!("LEAK{path}"));
        if serde_json::from_value::<casework::Case>(one.clone()).is_ok() {
            marked = one;
        }
    }
    marked
}
fn strings(value: &Value, path: String, all: &mut Vec<String>) {
    match value {
        Value::String(_) => all.push(path),
        Value::Array(items) => items.iter().enumerate().for_each(|(n, v)| strings(v, format!("{path}/{n}"), all)),
        Value::Object(fields) => fields.iter().for_each(|(name, v)| strings(v, format!("{path}/{name}"), all)),
        _ => {}
    }
}

#[test]
fn nothing_internal_is_in_any_form_of_a_report() {
    let whole: Value = serde_json::from_str(include_str!("../../casework/tests/golden/whole_case.json")).expect("JSON");
    let marked = marked(&whole);
    let case: casework::Case = serde_json::from_value(marked.clone()).expect("a case");
    for path in ["/costs/0/what", "/escalations/0/words", "/harm/pressure", "/harm/worst_part"] {
        let there = marked.pointer(path).and_then(Value::as_str).unwrap_or_default();
        assert!(there.starts_with("LEAK"), "{path} is not marked: {there}");
    }
    for language in Language::THEIRS {
        let report = named(&case, ReportStage::EightD, language.tag());
        let sheet = sheet::of(&report);
        let texts = [
            String::from_utf8(eight_d::json(&report)).expect("text"),
            serde_json::to_string(&sheet).expect("JSON"),
            table::of(&sheet).concat().concat(),
            makegood::web::paper::whole(&sheet, &|_| None).into_string(),
        ];
        for text in texts {
            assert!(!text.contains("LEAK"), "{}", text.split("LEAK").nth(1).unwrap_or_default());
            assert!(
                !text.contains("report-"),
                "a key stands there: {}",
                text.split("report-").nth(1).unwrap_or_default()
            );
        }
    }
}

/// 3D: what protects them; 5D: why and what is chosen; 8D: all. What is not in a stage is not in its facts either.
#[test]
fn the_stage_decides_what_is_in_a_report() {
    let case: casework::Case =
        serde_json::from_str(include_str!("../../casework/tests/golden/whole_case.json")).expect("a case");
    let [three, five, eight] =
        [ReportStage::ThreeD, ReportStage::FiveD, ReportStage::EightD].map(|stage| named(&case, stage, "en"));
    assert!(three.chains.is_empty() && three.actions.is_empty() && !three.places.is_empty());
    assert!(five.actions.iter().all(|a| a.done_on.is_none() && a.documents.is_empty()) && !five.chains.is_empty());
    assert!(eight.actions.iter().any(|a| !a.proof.is_empty() && !a.documents.is_empty()) && eight.measure.is_some());
    let codes = |report: &Report| sheet::of(report).parts.iter().map(|p| p.code.clone()).collect::<Vec<_>>().join(" ");
    assert_eq!(codes(&three), "D0 D1 D2 D3");
    assert_eq!(codes(&eight), "D0 D1 D2 D3 D4 D5 D6 D7 D8");
    assert_eq!(eight_d::read(&eight_d::json(&eight)).expect("read"), eight);
}
