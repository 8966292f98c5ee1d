//! A supplier in the middle of a case, in process and on both databases: asked by a private link, answered on a page of their own that knows
//! no customer, taken over with one key, and the defect goes from the complaint to *held* (decision 0180, S007).
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::by_link::{Answer, Theirs, ask, opened};
use crate::desk::Desk;
use crate::pages_cause::{caused, changed, contained, described, held, ids, moves, page, refused, says};
use crate::support::both_async;
use crate::walk::{delivered, heard};
use axum::http::Method;
use casework::Command;
use casework::facts::Actor;
use makegood::act::{Asked, act};
use serde_json::json;
use store::facts::CaseRef;

const SOLDER: &str = "Half the boards have no solder on U7.";
/// What no supplier may read.
const HIDDEN: [&str; 6] = ["Acme", "Dana", "Half the boards", "No solder on U7", "Perhaps the oven", "Piotr"];

const REQUEST: [(&str, &str); 12] = [
    ("supplier", "Nordlot"),
    ("to", "Ms Lind"),
    ("language", "en"),
    ("part", "SP-305"),
    ("lots", "77A"),
    ("quantity", "40"),
    ("wrong", "The paste skins over within an hour."),
    ("should", "workable for 8 h at 23 °C"),
    ("containment", "Hold lot 77A and look at what is on its way."),
    ("containment_by", "2026-03-03 12:00"),
    ("cause_by", "2026-03-06 12:00"),
    ("action_by", "2026-03-10 12:00"),
];

/// The supplier's browser, with the secret in the cookie of their one page.
struct Lind<'d> {
    desk: &'d Desk,
    home: String,
    cookie: String,
}
impl<'d> Lind<'d> {
    async fn comes(desk: &'d Desk, token: &str) -> Self {
        let answer = opened(desk, &format!("/supplier/{token}")).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let set = answer.headers["set-cookie"].clone();
        let home = answer.headers["location"].clone();
        assert!(set.contains(&format!("Path={home}")) && set.contains("HttpOnly"), "one page alone: {set}");
        let cookie = set.split(';').next().unwrap().to_owned();
        Self { desk, home, cookie }
    }
    async fn sees(&self, after: &str) -> Answer {
        let path = format!("{}{after}", self.home);
        ask(self.desk, Method::GET, &path, &[("cookie", &self.cookie)], String::new()).await
    }
    async fn says(&self, pairs: &[(&str, &str)]) -> Answer {
        let plain = |text: &str| text.replace('%', "%25").replace(' ', "+").replace('&', "%26");
        let body: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={}", plain(value))).collect();
        let headers = [
            ("cookie", self.cookie.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        ask(self.desk, Method::POST, &self.home, &headers, body.join("&")).await
    }
}

fn hides(answer: &Answer) {
    for hidden in HIDDEN {
        assert!(!answer.body.contains(hidden), "{hidden} stands on the supplier's page: {}", answer.body);
    }
}

/// Maria asks the supplier and makes their link; it is shown this once.
async fn asked(desk: &Desk, case: &str) -> (String, String) {
    desk.done(case, "ask-supplier", &REQUEST).await;
    let suppliers = desk.get(&format!("/cases/{case}/suppliers")).await.body;
    let scar = ids(&suppliers, "note-supplier-answer?scar=").remove(0);
    (link(desk, case, &scar).await, scar)
}
async fn link(desk: &Desk, case: &str, scar: &str) -> String {
    let shown = desk.post(&format!("/cases/{case}/suppliers/{scar}/link"), &[]).await;
    assert_eq!(shown.status, 200, "{}", shown.said());
    let token = shown.body.split("/supplier/").nth(1).and_then(|rest| rest.split('<').next()).unwrap().to_owned();
    assert_eq!(token.len(), 64, "256 bits");
    assert!(!desk.get(&format!("/cases/{case}/suppliers")).await.body.contains(&token), "shown once");
    token
}

const CONTAINED: [(&str, &str); 7] = [
    ("part", "containment"),
    ("words", "Opened and stirred each jar."),
    ("suspect", "30"),
    ("good", "20"),
    ("bad", "4"),
    ("marking", "Blue lid"),
    ("said_by", "Ms Lind"),
];

/// A link of its own kind: it opens the one request, in its language, by a cookie of that page; a wrong or ended secret is answered alike;
/// what is not theirs to say is not read; nothing on it tells whose case it is.
#[test]
fn the_suppliers_link_opens_their_request_and_nothing_else() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(SOLDER).await;
        heard(&desk, &case).await;
        let mut leak = REQUEST;
        leak[6].1 = "Acme Robotics saw the paste skin over.";
        refused(&desk, &case, "ask-supplier", &leak, "the customer is named in it").await;
        let (token, scar) = asked(&desk, &case).await;
        let lind = Lind::comes(&desk, &token).await;
        let page = lind.sees("").await;
        assert!(
            page.body.contains("The paste skins over within an hour.") && page.body.contains("-S1"),
            "{}",
            page.body
        );
        assert!(page.body.contains("asked for by") && page.headers["x-robots-tag"].contains("noindex"));
        hides(&page);
        if cfg!(feature = "pdf") {
            let paper = lind.sees("/paper").await;
            assert!(paper.status == 200 && paper.headers["content-type"] == "application/pdf");
        }
        // Another request than the one of the link is not theirs to answer, whatever is posted.
        let stray =
            lind.says(&[("scar", "00000000-0000-0000-0000-000000000009"), ("part", "cause"), ("words", " ")]).await;
        assert_eq!(stray.status, 422, "{}", stray.body);
        let mut odd = CONTAINED;
        odd[3].1 = "40";
        let odd = lind.says(&odd).await;
        assert!(odd.status == 422 && odd.body.contains("Count again"), "{}", odd.body);
        assert!(odd.body.contains("Opened and stirred each jar."), "what was typed stays");
        let kept = lind.says(&CONTAINED).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        let page = lind.sees("?done=containment").await;
        assert!(
            page.body.contains("Your answer has arrived") && page.body.contains("6 not looked at yet"),
            "{}",
            page.body
        );
        hides(&page);
        // The desk says what is missing; they read it and nothing else.
        let back = [
            ("scar", scar.as_str()),
            ("answer", "1"),
            ("words", "And what is on its way?"),
            ("again_by", "2026-03-04 12:00"),
        ];
        desk.done(&case, "return-answer", &back).await;
        assert!(lind.sees("").await.body.contains("Not enough yet: And what is on its way?"));
        // A new link takes the old one back; ended, both are gone, and all answers to a wrong secret are the same page.
        let newer = link(&desk, &case, &scar).await;
        assert_eq!(lind.sees("").await.status, 404);
        assert_eq!(desk.post(&format!("/cases/{case}/suppliers/{scar}/end-link"), &[]).await.status, 303);
        let (ended, wrong) =
            (opened(&desk, &format!("/supplier/{newer}")).await, opened(&desk, "/supplier/nothing").await);
        assert_eq!((ended.status, wrong.status), (404, 404));
        assert_eq!(ended.body, wrong.body);
    });
}

async fn by(desk: &Desk, person: &str, case: &str, word: &str, fields: serde_json::Value) {
    let command = Command::read(word, fields).unwrap().unwrap();
    let actor = Actor::Person(person.parse().unwrap());
    act(&desk.app, actor, CaseRef::Number(case.parse().unwrap()), Asked::new(&desk.app, command)).await.unwrap();
}

/// One key each; nothing is true before it was looked at and tried.
async fn taken_over(desk: &Desk, case: &str, scar: &str) {
    let take = |answer: &'static str| [("scar", scar), ("answer", answer), ("means", "automatic_stop")];
    // Ours is named before theirs; then their words are ours to try, without typing them again.
    refused(desk, case, "take-over-answer", &take("2")[..2], "Name our part before theirs").await;
    let ours =
        [("chain", "escape"), ("category", "method"), ("text", "Our check of incoming paste looks at papers only")];
    desk.done(case, "name-cause", &ours).await;
    desk.done(case, "take-over-answer", &take("1")[..2]).await;
    desk.done(case, "take-over-answer", &take("2")[..2]).await;
    desk.done(case, "take-over-answer", &take("3")).await;
    says(desk, case, "Solvent was short by 2 pc").await;
    let looked = json!({ "place": "at_supplier", "words": "Counted there, with their list." });
    by(desk, &desk.quentin, case, "verify-containment", looked).await;
}

/// What follows with them is asked, and chosen (S007).
async fn followed(desk: &Desk, case: &str) {
    let now = page(desk, case).await;
    assert!(
        now.contains("what follows with the supplier") && now.contains("What follows with this supplier?"),
        "{now}"
    );
    let upstream = ids(&now, "choose-upstream?cause=").remove(0);
    let stronger = [
        ("cause", upstream.as_str()),
        ("way", "strengthen"),
        ("supplier", "Nordlot"),
        ("words", "Each lot comes with its viscosity."),
    ];
    let filler = ids(&now, "choose-action?action=").remove(0);
    let beside = [
        ("action", filler.as_str()),
        ("causes", upstream.as_str()),
        ("text", "The filler stops when the scale is off."),
        ("means", "automatic_stop"),
        ("kind", "supplier"),
        ("owner", desk.piotr.as_str()),
        ("due", "2026-03-09 12:00"),
        ("side_effects", "None, they looked."),
    ];
    desk.done(case, "choose-action", &beside).await;
    refused(desk, case, "choose-upstream", &stronger[..3], "needed").await;
    desk.done(case, "choose-upstream", &stronger).await;
    says(desk, case, "they get stronger").await;
}

/// From the complaint to *held* with a supplier in the middle (S007): asked, owed and late, answered by their link, taken over with one key
/// each, looked at, tried and done like everything else; the customer reads nothing of the supplier, the supplier nothing of the customer.
#[test]
fn s007_a_defect_goes_from_the_complaint_to_held_with_a_supplier_in_the_middle() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(SOLDER).await;
        heard(&desk, &case).await;
        desk.done(&case, "choose-playbook", &[("name", "eight_d")]).await;
        described(&desk, &case).await;
        moves(&desk, &case, "containing").await;
        contained(&desk, &case).await;
        moves(&desk, &case, "finding_cause").await;
        let (token, scar) = asked(&desk, &case).await;
        // What they owe stands on the line that says why the case is not closed.
        let first = desk.get(&format!("/cases/{case}")).await.body;
        assert!(first.contains("Waiting for: Nordlot owes the harm stopped by"), "{first}");
        let lind = Lind::comes(&desk, &token).await;
        let cause = [
            ("part", "cause"),
            ("words", "Solvent was short by 2 pc, the scale had no check."),
            ("said_by", "Ms Lind"),
        ];
        let action = [
            ("part", "action"),
            ("words", "The filler stops when the scale is off."),
            ("in_place", "2026-03-09"),
            ("said_by", "Ms Lind"),
        ];
        for answer in [&CONTAINED[..], &cause, &action] {
            assert_eq!(lind.says(answer).await.status, 303);
        }
        hides(&lind.sees("").await);
        let suppliers = desk.get(&format!("/cases/{case}/suppliers")).await.body;
        assert!(
            suppliers.contains("Nobody has looked at it yet.") && suppliers.contains("30 may be bad"),
            "{suppliers}"
        );
        taken_over(&desk, &case, &scar).await;
        caused(&desk, &case).await;
        followed(&desk, &case).await;
        changed(&desk, &case).await;
        desk.done(&case, "remove-containment", &[("place", "at_supplier"), ("words", "Lot 80 was good without it.")])
            .await;
        desk.days_later(40).await;
        delivered(&desk).await;
        held(&desk, &case).await;
        let theirs = Theirs::invited(&desk, &case, &desk.dana.clone()).await;
        let body = theirs.page().await;
        assert!(
            !body.contains("Nordlot") && !body.contains("Solvent"),
            "the customer hears of it from us, in the report: {body}"
        );
    });
}

impl Lind<'_> {
    /// A form with a file, as a browser sends it; without a name no file was chosen.
    async fn sends(&self, name: &str, content: &str) -> Answer {
        let body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nLot 77A, opened today\r\n--edge\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\n{content}\r\n--edge--\r\n"
        );
        let headers = [
            ("cookie", self.cookie.as_str()),
            ("content-type", "multipart/form-data; boundary=edge"),
            ("sec-fetch-site", "same-origin"),
        ];
        ask(self.desk, Method::POST, &format!("{}/files", self.home), &headers, body).await
    }
}

/// A certificate that the supplier sends is there for us with whose it is; the customer sees it once one of us shows it to them.
#[test]
fn what_a_supplier_sends_is_shown_to_us_and_to_the_customer_only_by_us() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(SOLDER).await;
        heard(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let (token, scar) = asked(&desk, &case).await;
        let lind = Lind::comes(&desk, &token).await;
        assert!(lind.sees("").await.body.contains(&format!("{}/files", lind.home)));
        let form = lind.sees("/files").await;
        assert!(form.body.contains("up to 15 MB") && form.body.contains("Do not send what is not about this part"));
        let none = lind.sends("", "").await;
        assert!(
            none.status == 422 && none.body.contains("Lot 77A, opened today"),
            "what was typed stays: {}",
            none.body
        );
        let sent = lind.sends("certificate.pdf", "%PDF-1.7 not a page of ours").await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let page = lind.sees("?done=file").await;
        assert!(page.body.contains("Your file has arrived") && page.body.contains("certificate.pdf"), "{}", page.body);
        hides(&page);
        // With us it stands at the request and among the files, and is given out to be put away.
        let suppliers = desk.get(&format!("/cases/{case}/suppliers")).await.body;
        assert!(suppliers.contains("certificate.pdf") && suppliers.contains("Lot 77A, opened today"), "{suppliers}");
        assert!(suppliers.contains("from the supplier Nordlot, not for the customer"), "{suppliers}");
        let file = ids(&suppliers, &format!("/cases/{case}/files/")).remove(0);
        let kept = desk.get(&format!("/cases/{case}/files/{file}")).await;
        assert!(kept.status == 200 && kept.body.starts_with("%PDF-1.7"), "{}", kept.said());
        assert!(desk.get("/notices").await.body.contains("sent a file for"));
        // Neither the customer nor the supplier gets it by a link.
        assert!(!dana.page().await.contains("certificate.pdf"));
        assert_eq!(dana.get(&format!("{}/files/{file}", dana.home)).await.status, 404);
        assert_eq!(lind.sees(&format!("/files/{file}")).await.status, 404);
        desk.done(&case, "show-file", &[("file", file.as_str()), ("shown", "yes")]).await;
        assert!(dana.page().await.contains("certificate.pdf"));
        assert_eq!(dana.get(&format!("{}/files/{file}", dana.home)).await.status, 200);
        // An ended request takes nothing more.
        desk.done(&case, "end-scar", &[("scar", scar.as_str()), ("words", "They closed for good.")]).await;
        assert_eq!(lind.sends("more.pdf", "%PDF-1.7").await.status, 404);
    });
}
