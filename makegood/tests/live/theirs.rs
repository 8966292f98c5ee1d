//! What a customer presses on their page is heard at once on *Run to it* and on the page of the case.
use super::hear::{address, listen, one_case};
use crate::support::both_async;
use crate::support::world::{MARIA, MS_RAO, NOW, by, write};
use crate::visit::Visitor;
use axum::body::Body;
use axum::http::{Method, Request, header};
use store::links::{self, Forwarding, Wanted};
use tower::ServiceExt as _;
use uuid::Uuid;

const TOKEN: &str = "5f1d000000000000000000000000000000000000000000000000000000000001";

/// Ms Rao presses something by her link.
async fn press(at: &Visitor, path: &str, body: &'static str) {
    let request = Request::builder()
        .method(Method::POST)
        .uri(format!("/theirs/{}{path}", Uuid::from_u128(1)))
        .header(header::COOKIE, format!("makegood_their={TOKEN}"))
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = at.router().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
    assert_eq!(answer.status(), 303);
}

#[test]
fn each_act_of_theirs_is_heard_at_once_on_run_to_it_and_on_the_case() {
    both_async(|db| async move {
        let number = one_case(&db);
        let case = number.clone();
        let kept = db.clone();
        tokio::task::block_in_place(|| {
            let at = number.parse().unwrap();
            let case =
                crate::support::world::read(&kept, move |conn| store::cases::by_number(conn, at)).unwrap().case.id;
            let wanted = Wanted { id: Uuid::from_u128(1), case, contact: MS_RAO, forwarding: Forwarding::Alone };
            write(&kept, move |tx| links::make(tx, TOKEN, wanted, &by(90)));
        });
        let mut maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let mut on_case = listen(&maria, &address(&format!("case/{case}"), 1, 0, "")).await;
        let mut on_run = listen(&maria, &address("run", 2, 0, "")).await;
        // What was there before they listened.
        on_case.until_quiet().await;
        on_run.until_quiet().await;
        press(&maria, "/read", "").await;
        assert!(on_case.next(4).await.is("moved"), "they are there: the case says so");
        maria.get(&format!("/cases/{case}")).await.shows("is at their page now");
        press(&maria, "/do/ask", "words=Which+list+is+right%3F").await;
        assert!(on_case.next(4).await.is("moved"));
        assert!(on_run.next(4).await.is("moved"));
        maria.get(&format!("/cases/{case}")).await.shows("Which list is right?");
        // An answer is owed, and its line is there.
        maria.get("/").await.shows("Answer to what they propose or ask");
    });
}
