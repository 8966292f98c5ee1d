//! The customer's side in process, on both databases: their link, their page, each act by a deliberate press, and who is kept out.

use crate::by_link::{TITLE, Theirs, ask, laid_out, made, opened, said};
use crate::desk::{Desk, field};
use crate::support::both_async;
use crate::walk::{self, heard, planned};
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request};
use store::{Db, sql};
use tower::ServiceExt as _;

async fn count(db: &Db, text: &'static str) -> i64 {
    db.read(move |conn| conn.one(text, &store::params![])).await.expect("a count")
}

#[test]
fn a_link_opens_their_page_and_nothing_else() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let other = desk.opened("The crate was wet.").await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let page = dana.get(&dana.home).await;
        for words in [TITLE, "Maria Krawczyk", "tel:+442055500100", "What we heard from you", "Only you can say so"] {
            assert!(page.body.contains(words), "{words} in {}", page.body);
        }
        for never in ["The crate was wet", "/cases/", "severity", "<script", &dana.token] {
            assert!(!page.body.contains(never), "{never} in {}", page.body);
        }
        let wanted =
            [("referrer-policy", "no-referrer"), ("cache-control", "no-store"), ("x-robots-tag", "noindex, nofollow")];
        for (name, value) in wanted {
            assert_eq!(page.headers[name], value);
        }
        // The desk knows it, and never its secret again.
        let ours = desk.get(&format!("/cases/{case}/links")).await.body;
        assert!(ours.contains("Dana Ruiz") && ours.contains("has pressed nothing yet") && !ours.contains(&dana.token));
        assert!(desk.get(&format!("/cases/{case}")).await.body.contains("Their link"));
        // Its cookie opens no other page of theirs and none of ours.
        let second = Theirs::invited(&desk, &other, &desk.dana).await;
        assert_eq!(dana.get(&second.home).await.status, 404);
        assert_eq!(dana.get(&format!("/cases/{case}")).await.status, 303);
        assert_eq!(dana.get(&format!("{}/do/hand-over", dana.home)).await.status, 404);
    });
}

#[test]
fn whatever_is_wrong_with_a_link_the_answer_is_the_same() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let revoked = Theirs::invited(&desk, &case, &desk.dana).await;
        let id = revoked.home.trim_start_matches("/theirs/").to_owned();
        assert_eq!(desk.post(&format!("/cases/{case}/links/{id}/revoke"), &[]).await.status, 303);
        let unknown = "0".repeat(64);
        let long = "a".repeat(5_000);
        let answers = [
            opened(&desk, &format!("/their/{unknown}")).await,
            opened(&desk, &format!("/their/{}", revoked.token)).await,
            opened(&desk, "/their/").await,
            opened(&desk, "/their/%20").await,
            opened(&desk, "/their/%27%20or%201=1").await,
            opened(&desk, &format!("/their/{long}")).await,
            opened(&desk, "/theirs/nothing").await,
            opened(&desk, &revoked.home).await,
            revoked.get(&revoked.home).await,
            revoked.get(&format!("{}/do/solved", revoked.home)).await,
            revoked.press("solved", &[("words", "Fine.")]).await,
        ];
        for answer in &answers {
            assert_eq!((answer.status, &answer.body, &answer.headers), (404, &answers[0].body, &answers[0].headers));
        }
        assert!(answers[0].body.contains("This link does not work any more") && !answers[0].body.contains("Dana"));
        // A new one works, and runs out after half a year.
        let again = Theirs::invited(&desk, &case, &desk.dana).await;
        desk.later(181 * 24 * 60);
        let over = again.get(&again.home).await;
        assert_eq!((over.status, &over.body), (404, &answers[0].body));
    });
}

#[test]
fn whoever_only_opens_pages_changes_nothing() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let events = count(&db, sql!("select count(*) from case_events")).await;
        for act in makegood::theirs::acts::ACTS {
            let page = dana.get(&format!("{}/do/{}", dana.home, act.word)).await;
            assert_eq!(page.status, 200, "{}: {}", act.word, page.body);
        }
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            for path in [format!("/their/{}", dana.token), dana.home.clone(), format!("{}/do/solved", dana.home)] {
                ask(&desk, method.clone(), &path, &[("cookie", &dana.cookie)], String::new()).await;
            }
        }
        // A form on another site, and a program that says nothing of where it is.
        for site in [Some("cross-site"), None] {
            let mut headers =
                vec![("cookie", dana.cookie.as_str()), ("content-type", "application/x-www-form-urlencoded")];
            headers.extend(site.map(|site| ("sec-fetch-site", site)));
            let path = format!("{}/do/ask", dana.home);
            assert_eq!(ask(&desk, Method::POST, &path, &headers, "words=Hm".into()).await.status, 403);
        }
        assert_eq!(count(&db, sql!("select count(*) from case_events")).await, events);
        assert_eq!(
            count(
                &db,
                sql!("select count(*) from customer_links where looked_at is not null or last_act_at is not null")
            )
            .await,
            0
        );
        let headers = [("cookie", dana.cookie.as_str()), ("sec-fetch-site", "same-origin")];
        assert_eq!(ask(&desk, Method::POST, &format!("{}/read", dana.home), &headers, String::new()).await.status, 303);
        assert_eq!(
            count(&db, sql!("select count(*) from customer_links where looked_at is not null and last_act_at is null"))
                .await,
            1
        );
        assert!(desk.get(&format!("/cases/{case}")).await.body.contains("has read it"));
    });
}

/// S183: the page says by when they hear from us, the same as in the case; a missed word is owned.
#[test]
fn s183_the_next_word_is_on_their_page_and_owned_when_it_is_missed() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let page = dana.page().await;
        // Nine tomorrow in London is three in Chicago, on their clock.
        assert!(page.contains("You hear from us by") && page.contains("datetime=\"2026-03-03T09:00"), "{page}");
        assert!(page.contains("03:00"), "{page}");
        desk.later(30 * 60);
        let late = dana.page().await;
        assert!(late.contains("You should have heard from us by") && late.contains("That is our fault"), "{late}");
    });
}

/// S141, S152, S156, S164, S168, S205-S207, S211: from the correction to *solved* and open again, by their own presses alone.
#[test]
fn the_whole_way_is_gone_by_their_own_presses() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        assert!(dana.page().await.contains("96 of 200 boards cannot be used"));
        dana.does("correct", &[("words", "It is 98 boards.")]).await;
        dana.does("add", &[("impacts[0].dimension", "stopped"), ("impacts[0].words", "Line 4 stands, too.")]).await;
        dana.does("ask", &[("words", "Who pays the freight?")]).await;
        dana.does("propose", &[("what", "Half by Thursday, half on Monday")]).await;
        let page = dana.page().await;
        for words in [
            "It is 98 boards.",
            "Line 4 stands, too.",
            "Who pays the freight?",
            "Half by Thursday",
            "We owe you an answer to it.",
        ] {
            assert!(page.contains(words), "{words} in {page}");
        }
        let option = dana.about("choose", "option").await;
        dana.does("choose", &[("option", &option), ("words", "Make them again, please.")]).await;
        assert!(dana.page().await.contains("Dana Ruiz chose: New boards, made here"));
        // What we owe is answered first.
        for question in desk.offered(&case, "answer-question", "question").await {
            desk.done(&case, "answer-question", &[("question", &question), ("answer", "We do.")]).await;
        }
        for option in desk.offered(&case, "answer-suggestion", "option").await {
            let answer = [("option", option.as_str()), ("answer", "partly"), ("words", "A quarter on Thursday.")];
            desk.done(&case, "answer-suggestion", &answer).await;
        }
        planned(&desk, &case).await;
        let page = dana.page().await;
        assert!(page.contains("Send 200 new boards") && page.contains("Dana Ruiz agreed."), "{page}");
        dana.does("change-plan", &[("words", "Send them to gate 3, please.")]).await;
        let early = dana.press("solved", &[("words", "All work.")]).await;
        assert_eq!(early.status, 409, "{}", early.body);
        assert!(
            early.body.contains("We are not there yet") && early.body.contains("All work."),
            "{}",
            said(&early.body)
        );
        assert!(desk.get(&format!("/cases/{case}")).await.body.contains("last acted"));
    });
}

#[test]
fn their_word_and_theirs_alone_solves_and_opens_again() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        walk::chosen(&desk, &case).await;
        planned(&desk, &case).await;
        desk.later(60);
        let page = desk.get(&format!("/cases/{case}/do/settle-step")).await.body;
        let steps = desk.offered(&case, "settle-step", "step").await;
        let fix =
            steps.iter().find(|id| page.split(id.as_str()).nth(1).is_some_and(|rest| rest.starts_with("\">Send 200")));
        let fix = fix.expect("the fix");
        desk.done(&case, "settle-step", &[("step", fix), ("outcome", "done"), ("proof", "Tracking 1Z 999")]).await;
        let told = [("to", desk.dana.as_str()), ("what", "The oven stood too cold.")];
        desk.done(&case, "tell-what-happened", &told).await;
        desk.done(&case, "ask-for-word", &[("to", &desk.dana), ("way", "phone")]).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        // A need that is not ticked is not settled (S207); what was typed stays.
        let unticked = dana.press("solved", &[("words", "All 200 work."), ("outcome", "5")]).await;
        assert_eq!(unticked.status, 422, "{}", unticked.body);
        assert!(
            unticked.body.contains("Tick each need") && unticked.body.contains("All 200 work."),
            "{}",
            said(&unticked.body)
        );
        let form = dana.get(&format!("{}/do/solved", dana.home)).await.body;
        let need = field(&form, "settled");
        let word = [("words", "All 200 work."), ("settled", need.as_str()), ("outcome", "5"), ("valued", "4")];
        // Somebody else's name in the form, and the other answer, change nothing: it is their page.
        let forged: Vec<(&str, &str)> =
            word.into_iter().chain([("by", desk.maria.as_str()), ("solved", "no")]).collect();
        dana.does("solved", &forged).await;
        let page = dana.page().await;
        assert!(page.contains("Dana Ruiz said: it is solved") && page.contains("All 200 work."), "{page}");
        // S211: it opens again at any time, also when the link had run out and a colleague opened the case.
        dana.does("open-again", &[("words", "Three more are dead.")]).await;
        assert!(dana.page().await.contains("We see it, and we are working to make it right."));
    });
}

#[test]
fn an_option_taken_back_a_second_ago_keeps_their_words() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let option = dana.about("choose", "option").await;
        let away = [("option", option.as_str()), ("reason", "The line is down.")];
        desk.done(&case, "withdraw-option", &away).await;
        let late = dana.press("choose", &[("option", &option), ("words", "This one, for the Friday line.")]).await;
        assert_eq!(late.status, 409, "{}", late.body);
        assert!(
            late.body.contains("This one, for the Friday line.") && late.body.contains("Credit for the 96"),
            "{}",
            late.body
        );
        assert!(late.body.contains("You cannot choose this way forward any more"), "{}", said(&late.body));
    });
}

#[test]
fn two_contacts_who_disagree_are_both_shown() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let second = [("name", "Jonas Weber"), ("language", "de"), ("zone", "Europe/Berlin")];
        let added = desk.post(&format!("/accounts/{}/contacts", desk.acme), &second).await;
        assert_eq!(added.status, 303, "{}", added.said());
        let links = desk.get(&format!("/cases/{case}/links")).await.body;
        let jonas = links.split("<option").find(|o| o.contains("Jonas Weber")).expect("Jonas");
        let jonas = jonas.split("value=\"").nth(1).and_then(|v| v.split('"').next()).expect("an id").to_owned();
        let (dana, jonas) =
            (Theirs::invited(&desk, &case, &desk.dana).await, Theirs::invited(&desk, &case, &jonas).await);
        let one = dana.about("choose", "option").await;
        dana.does("choose", &[("option", &one), ("words", "New ones.")]).await;
        let other = jonas.about("choose", "option").await;
        assert_ne!(one, other);
        let chosen = jonas.press("choose", &[("option", &other), ("words", "Lieber die Gutschrift.")]).await;
        assert_eq!(chosen.status, 303, "{}", said(&chosen.body));
        for page in [dana.page().await, jonas.page().await, desk.get(&format!("/cases/{case}")).await.body] {
            for words in ["New ones.", "Lieber die Gutschrift.", "Dana Ruiz", "Jonas Weber"] {
                assert!(page.contains(words), "{words} in {page}");
            }
        }
        // Each in their own language.
        let german = jonas.page().await;
        assert!(german.contains("lang=\"de\"") && german.contains("Was wir von Ihnen gehört haben"), "{german}");
    });
}

#[test]
fn what_they_type_is_text_on_every_page() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'";
        dana.does("correct", &[("words", evil)]).await;
        dana.does("ask", &[("words", evil)]).await;
        dana.does("add", &[("impacts[0].dimension", "money"), ("impacts[0].words", evil)]).await;
        dana.does("propose", &[("what", evil), ("customer_does", evil)]).await;
        let option = dana.about("choose", "option").await;
        dana.does("choose", &[("option", &option), ("words", evil)]).await;
        let again = dana.press("none-fits", &[("words", evil)]).await.body;
        let asked = dana.get(&format!("{}/do/ask?words=%3Cscript%3E&step=%3Cb%3E", dana.home)).await.body;
        let ours = desk.get(&format!("/cases/{case}")).await.body;
        for page in [dana.page().await, again, asked, ours.replace("<script src=", "")] {
            for raw in ["<script", "<img", "onerror=alert(2)>\""] {
                assert!(!page.contains(raw), "{raw} in {page}");
            }
        }
    });
}

/// A link that is passed on reads where that is allowed, and nothing can be pressed by it.
#[test]
fn a_link_that_is_passed_on_reads_and_never_acts() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let token = made(&desk, &case, &desk.dana, &[("readable", "on")]).await;
        let dana = Theirs::by(&desk, token).await;
        let page = dana.page().await;
        let passed_on = page.split("/their/").nth(1).and_then(|rest| rest.split('<').next()).expect("the other link");
        assert!(passed_on != dana.token && passed_on.len() == 64);
        let other = Theirs::by(&desk, passed_on.to_owned()).await;
        let read = other.page().await;
        assert!(read.contains(TITLE) && read.contains("passed on to you") && !read.contains("/do/"), "{read}");
        assert_eq!(other.press("ask", &[("words", "May I?")]).await.status, 403);
        let id = dana.home.trim_start_matches("/theirs/").to_owned();
        assert_eq!(desk.post(&format!("/cases/{case}/links/{id}/alone"), &[]).await.status, 303);
        assert_eq!(other.get(&other.home).await.status, 404);
        assert!(!dana.page().await.contains("/their/"));
    });
}

/// The first look over a slow network: page, stylesheet and icon in at most 30 kB.
#[test]
fn the_first_page_is_light() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        planned_with_theirs(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let page = dana.page().await;
        let of = |attribute: &str| -> Vec<String> {
            page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
        };
        let files: Vec<String> = of("href=\"").into_iter().filter(|href| href.starts_with("/assets/")).collect();
        assert_eq!(files.len(), 2, "a stylesheet and an icon: {files:?}");
        assert!(of("src=\"").is_empty());
        let mut weight = 0;
        for path in files.iter().chain([&dana.home]) {
            let headers = [("cookie", dana.cookie.as_str()), ("accept-encoding", "gzip")];
            let request = headers.iter().fold(Request::builder().uri(path), |r, (n, v)| r.header(*n, *v));
            let answer =
                desk.router().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
            weight += to_bytes(answer.into_body(), 1_000_000).await.expect("a body").len();
        }
        println!("{weight} bytes");
        assert!(weight < 30_000, "{weight} bytes");
    });
}

async fn planned_with_theirs(desk: &Desk, case: &str) {
    let offered = desk.offered(case, "decide", "option").await;
    desk.done(case, "decide", &[("option", &offered[0]), ("by", &desk.dana), ("words", "Make them again.")]).await;
    planned(desk, case).await;
}
