//! Notices beyond the page, on both databases and with a clock that stands still: by mail at once and once a day, again until somebody has
//! them, never what is no longer true.
use crate::support::{both_async, world};
use crate::world::World;
use casework::ids::{CaseId, CaseNumber, PersonId};
use casework::kinds::Role;
use casework::notices::{About, ByMail};
use casework::text::{Text, choice};
use makegood::jobs::{Outbox, notices};
use serde_json::json;
use store::mailboxes;
use store::mails::Due;
use store::{By, notice_ways};

/// Which case a notice of the test names.
const NUMBER: CaseNumber = CaseNumber(1042);
/// As a browser sends a form.
pub const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// A firm that sends mail and is reached from outside.
pub async fn firm(db: store::Db) -> World {
    let w = World::new(db).await;
    w.app.is_reached_at("https://help.nordlot.example");
    let spec = world::sends("care@nordlot.example", "Nordlot");
    let (id, by) = (w.app.new_id(), By { person: None, request: w.app.new_request(), now: w.app.now() });
    w.app.db.write(move |tx| mailboxes::add(tx, id, &spec, &by)).await.unwrap_or_else(|e| panic!("{e:?}"));
    w
}

pub async fn case_of(w: &World, number: &str) -> CaseId {
    let number = number.parse().expect("a number");
    w.app.db.read(move |c| store::cases::by_number(c, number)).await.expect("read").expect("the case").case.id
}

/// As a change of a case writes it.
pub async fn told(w: &World, who: &str, case: CaseId, text: Text) {
    let (id, to, now) = (w.app.new_id(), w.people[who], w.app.now());
    let payload = json!({ "text": text.with("case", NUMBER).with("title", "Late.") }).to_string();
    w.app
        .db
        .write(move |tx| {
            let sql = "insert into outbox (id, case_id, kind, to_id, urgent, payload, due_at, attempts, made_at) values (?1, ?2, 'notify', ?3, 0, ?4, ?5, 0, ?5)";
            tx.put(sql, &store::params![id, case.0, to.0, payload.as_str(), now])
        })
        .await
        .unwrap_or_else(|e: store::Fault| panic!("{e}"));
}

/// A page as this colleague sees it.
pub async fn page(w: &World, who: &str, path: &str) -> String {
    let cookie = w.cookie(who).await;
    let answer = w.send("GET", path, &[("cookie", &cookie)], "").await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text);
    answer.text
}

pub fn wrote(n: usize) -> Text {
    Text::new("notice-they-wrote").with("by", format!("Dana {n}")).with("subject", "Boards")
}

/// Everything that was to be said by now; the mails that left with it.
async fn said(w: &World) -> Vec<Due> {
    Outbox::new(w.app.clone()).beat().await;
    notices::say(&w.app).await.expect("said");
    let now = w.app.now();
    let work = move |tx: &store::Tx| {
        let mails = store::mails::claim(tx, now, 50)?;
        for mail in &mails {
            store::mails::went(tx, mail.id, mail.attempts, now)?;
        }
        Ok::<_, store::Fault>(mails)
    };
    w.app.db.write(work).await.expect("mails")
}

fn raw(mail: &Due) -> String {
    String::from_utf8(mail.raw.clone()).expect("text")
}

/// Who it goes to.
async fn to(w: &World, mail: &Due) -> PersonId {
    let id = mail.id;
    let recipients = w.app.db.read(move |c| store::mails::recipients(c, id)).await.expect("recipients");
    assert_eq!(recipients.len(), 1);
    recipients[0].person.expect("a colleague")
}

fn link(mail: &Due, begins: &str) -> String {
    link_in(&mail.body, begins)
}
/// The path of a link in a text.
pub fn link_in(text: &str, begins: &str) -> String {
    let from = text.find(begins).unwrap_or_else(|| panic!("no {begins} in {text}"));
    text[from..].split_whitespace().next().expect("a link").to_owned()
}

#[test]
fn a_shift_begins_with_one_mail_of_what_is_still_true_and_never_a_hundred_stale_ones() {
    both_async(|db| async move {
        let w = firm(db).await;
        let n = &w.opened().await;
        let case = case_of(&w, n).await;
        said(&w).await;
        for n in 0..30 {
            told(&w, "maria", case, wrote(n)).await;
        }
        for minutes in 0..100 {
            // A clock that was kept meanwhile.
            let due = w.app.now() + jiff::SignedDuration::from_mins(minutes);
            let clock = choice("clock", casework::clock::ClockKind::Silence.word());
            told(&w, "maria", case, Text::new("notice-clock-warns").with("clock", clock).with("due", due)).await;
        }
        assert!(said(&w).await.is_empty(), "nothing of it is urgent");
        w.wait(21 * 60 + 59);
        assert!(said(&w).await.is_empty(), "her day begins at eight in Warsaw");
        w.wait(1);
        let mails = said(&w).await;
        assert_eq!(mails.len(), 1);
        let mail = &mails[0];
        assert_eq!((mail.purpose.as_str(), to(&w, mail).await), ("digest", w.people["maria"]));
        assert_eq!(mail.body.matches("wrote").count(), 20, "{}", mail.body);
        assert!(mail.body.contains("And 10 more"), "{}", mail.body);
        assert!(!mail.body.contains("soon due"), "{}", mail.body);
        let raw = raw(mail);
        for header in ["Auto-Submitted: auto-generated", "List-Id: <digest.nordlot.example>", "List-Unsubscribe-Post: "]
        {
            assert!(raw.contains(header), "{header}: {raw}");
        }
        w.wait(24 * 60);
        assert!(said(&w).await.is_empty(), "each is said once");
        // What somebody saw on the page is no news.
        told(&w, "maria", case, wrote(1)).await;
        said(&w).await;
        let (maria, now) = (w.people["maria"], w.app.now());
        w.app.db.write(move |tx| store::outbox::mark_seen(tx, maria, now)).await.expect("seen");
        w.wait(24 * 60);
        assert!(said(&w).await.is_empty());
    });
}

#[test]
fn what_is_urgent_comes_again_until_somebody_has_it_and_then_the_manager_hears() {
    both_async(|db| async move {
        let w = firm(db).await;
        let n = &w.opened().await;
        said(&w).await;
        let words = json!({ "reason": "need_help", "words": "Labels." });
        w.does("maria", n, "escalate", words).await;
        let mut ewas = vec![];
        let mut jons = 0;
        for _ in 0..3 {
            for mail in said(&w).await {
                if to(&w, &mail).await == w.people["ewa"] { ewas.push(mail) } else { jons += 1 }
            }
            w.wait(15);
        }
        assert_eq!((ewas.len(), jons), (3, 3), "at once, and after 15 and 30 minutes");
        // Looking changes nothing; it says the number and nothing that a customer wrote.
        let path = link(&ewas[1], "/told/");
        let looked = w.send("GET", &path, &[], "").await;
        assert_eq!(looked.status, 200);
        assert!(looked.text.contains(n) && !looked.text.contains("Labels"), "{}", looked.text);
        assert_eq!(w.send("POST", &path, &[("sec-fetch-site", "cross-site"), FORM], "").await.status, 403);
        assert_eq!(said(&w).await.len(), 2, "both again");
        assert_eq!(w.send("POST", &path, &[("sec-fetch-site", "same-origin"), FORM], "").await.status, 200);
        assert!(w.send("GET", &path, &[], "").await.text.contains("Nothing waits"));
        let (mut mails, mut up) = (4, vec![]);
        for _ in 0..12 {
            w.wait(15);
            for mail in said(&w).await {
                if to(&w, &mail).await == w.people["jon"] { mails += 1 } else { up.push(mail) }
            }
        }
        assert_eq!(mails, 8, "eight times, and no more");
        assert!(up[0].body.contains("jon was told eight times"), "{}", up[0].body);
        assert_eq!(to(&w, &up[0]).await, w.people["ewa"]);
        // She says so on the page.
        let shown = page(&w, "ewa", "/notices").await;
        assert!(shown.contains("Waiting for your word") && shown.contains("I have it"), "{shown}");
        let from = shown.find("action=\"/notices/").map(|at| &shown[at + 8..]).expect("a form");
        let act = from.split('"').next().expect("an address");
        let cookie = w.cookie("ewa").await;
        let done = w.send("POST", act, &[("cookie", &cookie), ("sec-fetch-site", "same-origin"), FORM], "").await;
        assert_eq!(done.status, 303);
        assert!(!page(&w, "ewa", "/notices").await.contains("Waiting for your word"));
        w.wait(60);
        assert!(said(&w).await.is_empty());
        assert_eq!(w.send("GET", "/told/0123", &[], "").await.status, 404);
    });
}

#[test]
fn what_can_wait_never_comes_in_their_quiet_hours_whatever_was_planned() {
    both_async(|db| async move {
        let w = firm(db.clone()).await;
        let case = case_of(&w, &w.opened().await).await;
        said(&w).await;
        let (maria, now) = (w.people["maria"], w.app.now());
        let by = By { person: Some(maria), request: w.app.new_request(), now };
        db.write(move |tx| {
            let mut sleeps = store::people::by_id(tx, maria)?.expect("Maria");
            sleeps.quiet = Some((22 * 60, 6 * 60));
            store::people::change(tx, &sleeps, &by)?;
            let mut ways = notice_ways::proposed();
            ways.insert(
                About::Customer,
                notice_ways::Way {
                    mail: ByMail::AtOnce,
                    hooks: notice_ways::ByHooks::Yes,
                    push: notice_ways::ByPush::Yes,
                },
            );
            notice_ways::keep(tx, maria, &ways, &by)
        })
        .await
        .unwrap_or_else(|e| panic!("{e:?}"));
        w.app.refresh_firm().await.expect("the firm is read");
        // From ten in the morning in Warsaw to five to ten in the evening; the second is planned for ten and the day is over then.
        w.wait(11 * 60 + 50);
        told(&w, "maria", case, wrote(1)).await;
        assert_eq!(said(&w).await.len(), 1);
        w.wait(5);
        told(&w, "maria", case, wrote(2)).await;
        assert!(said(&w).await.is_empty());
        for _ in 0..8 {
            w.wait(60);
            assert!(said(&w).await.is_empty(), "she sleeps");
        }
        w.wait(5);
        let mails = said(&w).await;
        assert!(mails.len() == 1 && mails[0].body.contains("Dana 2 wrote"), "at six: {mails:?}");
        // The server is off when it is due, and on again in the night.
        w.wait(14 * 60);
        told(&w, "maria", case, wrote(3)).await;
        Outbox::new(w.app.clone()).beat().await;
        w.wait(4 * 60);
        assert!(said(&w).await.is_empty(), "at midnight");
        let text = Text::new("notice-safety").with("case", NUMBER).with("title", "Late.");
        let (id, now) = (w.app.new_id(), w.app.now());
        db.write(move |tx| store::outbox::tell(tx, id, Some(case), maria, &text, now)).await.expect("told");
        assert_eq!(said(&w).await.len(), 1, "somebody could be hurt: at once, at midnight too");
        let cookie = w.cookie("maria").await;
        let have_it = format!("/notices/{id}/acknowledge");
        w.send("POST", &have_it, &[("cookie", &cookie), ("sec-fetch-site", "same-origin"), FORM], "").await;
        w.wait(6 * 60);
        let mails = said(&w).await;
        assert!(mails.len() == 1 && mails[0].body.contains("Dana 3 wrote"), "at six: {mails:?}");
    });
}

#[test]
fn who_left_or_lost_the_role_gets_nothing_and_who_acts_has_heard() {
    both_async(|db| async move {
        let w = firm(db.clone()).await;
        let n = &w.opened().await;
        said(&w).await;
        w.does("maria", n, "escalate", json!({ "reason": "need_help", "words": "Labels." })).await;
        Outbox::new(w.app.clone()).beat().await;
        let (ewa, jon, now) = (w.people["ewa"], w.people["jon"], w.app.now());
        let by = By { person: None, request: w.app.new_request(), now };
        db.write(move |tx| {
            let mut left = store::people::by_id(tx, ewa)?.expect("Ewa");
            left.active = false;
            store::people::change(tx, &left, &by)?;
            let mut reads = store::people::by_id(tx, jon)?.expect("Jon");
            reads.roles = vec![Role::Reader];
            store::people::change(tx, &reads, &by)
        })
        .await
        .unwrap_or_else(|e| panic!("{e:?}"));
        assert!(said(&w).await.is_empty());
        // Whoever does something on the case has heard.
        let piotr = w.people["piotr"];
        let (id, case, now) = (w.app.new_id(), case_of(&w, n).await, w.app.now());
        let text = Text::new("notice-safety").with("case", NUMBER).with("title", "Late.");
        w.app.db.write(move |tx| store::outbox::tell(tx, id, Some(case), piotr, &text, now)).await.expect("told");
        assert_eq!(said(&w).await.len(), 1);
        w.wait(5);
        w.does("piotr", n, "add-note", json!({ "text": "I am on it." })).await;
        w.wait(10);
        assert!(said(&w).await.is_empty(), "who acts has heard");
    });
}

#[test]
fn mail_is_turned_off_with_one_press_and_danger_is_not() {
    both_async(|db| async move {
        let w = firm(db).await;
        let n = &w.opened().await;
        said(&w).await;
        w.does("maria", n, "escalate", json!({ "reason": "need_help", "words": "Labels." })).await;
        let mails = said(&w).await;
        let path = link(&mails[0], "/notices/off/");
        assert!(raw(&mails[0]).contains("List-Unsubscribe: <https://help.nordlot.example/notices/off/"));
        let person = to(&w, &mails[0]).await;
        let ways = || async { w.app.db.read(move |c| notice_ways::of(c, person)).await.expect("ways") };
        assert_eq!(w.send("GET", &path, &[], "").await.status, 200);
        assert_eq!(ways().await, notice_ways::proposed(), "looking changes nothing");
        // A mail program says nothing of where it comes from.
        let body = "List-Unsubscribe=One-Click";
        for _ in 0..2 {
            assert_eq!(w.send("POST", &path, &[FORM], body).await.status, 200);
        }
        assert_eq!(ways().await, notice_ways::without_mail(&notice_ways::proposed()));
        w.wait(15);
        assert_eq!(said(&w).await.len(), 1, "the other one hears by mail still");
        assert_eq!(w.send("POST", "/notices/off/0123", &[FORM], body).await.status, 404);
        let text = Text::new("notice-safety").with("case", NUMBER).with("title", "Late.");
        let (id, case, now) = (w.app.new_id(), case_of(&w, n).await, w.app.now());
        w.app.db.write(move |tx| store::outbox::tell(tx, id, Some(case), person, &text, now)).await.expect("told");
        let mails = said(&w).await;
        assert!(!raw(&mails[0]).contains("Unsubscribe") && mails.len() == 1);
    });
}

#[test]
fn each_colleague_chooses_on_a_page_and_sees_what_today_would_have_brought() {
    both_async(|db| async move {
        let w = firm(db).await;
        let n = &w.opened().await;
        said(&w).await;
        let case = case_of(&w, n).await;
        told(&w, "piotr", case, wrote(1)).await;
        said(&w).await;
        let shown = page(&w, "piotr", "/settings/own/notices").await;
        assert!(shown.contains("by mail at once: 0 · in the digest"), "{shown}");
        let cookie = w.cookie("piotr").await;
        let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin"), FORM];
        let form = |look: &str| {
            let chosen = "promises=digest&customer=at_once&mail=off&asked=digest&rest=off";
            format!("{chosen}{look}")
        };
        let looked = w.send("POST", "/settings/own/notices", &headers, form("&look=yes")).await;
        assert!(looked.text.contains("by mail at once: 1 · in the digest"), "{}", looked.text);
        assert_eq!(w.send("POST", "/settings/own/notices", &headers, "promises=loud").await.status, 422);
        assert_eq!(w.send("POST", "/settings/own/notices", &headers, form("")).await.status, 303);
        let shown = page(&w, "piotr", "/settings/own/notices").await;
        assert!(shown.contains("changed how they hear of notices"), "{shown}");
        // At once, and what comes within ten minutes goes with the next.
        told(&w, "piotr", case, wrote(2)).await;
        assert_eq!(said(&w).await.len(), 1);
        told(&w, "piotr", case, wrote(3)).await;
        told(&w, "piotr", case, wrote(4)).await;
        assert!(said(&w).await.is_empty());
        w.wait(10);
        let mails = said(&w).await;
        assert_eq!((mails.len(), mails[0].body.matches("wrote").count()), (1, 2));
    });
}
