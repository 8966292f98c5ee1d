//! What the small script adds, tried by hand in a browser: nothing typed is lost, keys move, times and their clock are right.
#![allow(clippy::unwrap_used, reason = "these are tests")]

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use makegood::web::assets;
use makegood::web::ui::{Clock, Field, Form, Kept, Nav, Shell, Typed, page, run_list};
use makegood::web::when;
use maud::{Markup, Render, html};
use thirtyfour::prelude::*;

use crate::browser::{Browser, Scheme, Script, serve, with_browser};

/// What the small program of these tests answers to a posted note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Accept,
    SignInFirst,
    SendBack,
}

fn note_page(typed: &Typed) -> Markup {
    static PAGES: AtomicU64 = AtomicU64::new(1);
    let form = Form::post("/note", format!("r-{}", PAGES.fetch_add(1, Ordering::Relaxed)))
        .typed(typed)
        .kept(Kept::under("/note"))
        .field(Field::words("note", "Note".to_owned()))
        .field(Field::check("shared", "They may read it".to_owned()))
        .field(Field::email("email", "E-mail".to_owned()))
        .field(Field::password("password", "Password".to_owned()))
        .field(Field::date_time("at", "When".to_owned()).their_zone("America/Chicago", "Europe/Warsaw"))
        .act("Note it".to_owned());
    let lines = ["MG-1", "MG-2"].map(|number| html! { li { a href={ "#" (number) } data-go { (number) } } });
    page(
        Shell::new("Note".to_owned()).nav(Nav::Cases).who("Maria K."),
        html! { h1 { "Note" } (form) (run_list(lines)) },
    )
}

/// The page with the note stands under the same path as the page shown after it was accepted, which is the hard case.
async fn program() -> (String, Arc<Mutex<Answer>>, Arc<Mutex<Vec<String>>>) {
    let answer = Arc::new(Mutex::new(Answer::Accept));
    let given = Arc::clone(&answer);
    let asked = Arc::new(Mutex::new(Vec::new()));
    let ids = Arc::clone(&asked);
    let post = move |axum::Form(pairs): axum::Form<Vec<(String, String)>>| async move {
        let id = pairs.into_iter().find(|(name, _)| name == "request_id").unwrap().1;
        ids.lock().unwrap().push(id);
        post_answer(*given.lock().unwrap())
    };
    let router: Router = assets::router()
        .route("/note", get(|| async { note_page(&Typed::nothing()) }).post(post))
        .route("/sign-in", get(|| async { page(Shell::new("Sign in".to_owned()), html! { h1 { "Sign in" } }) }))
        .route("/cases/new", get(|| async { page(Shell::new("New".to_owned()), html! { h1 { "A new case" } }) }));
    (serve(router).await, answer, asked)
}

fn post_answer(answer: Answer) -> Response {
    match answer {
        Answer::Accept => Redirect::to("/note").into_response(),
        Answer::SignInFirst => Redirect::to("/sign-in").into_response(),
        Answer::SendBack => {
            let mut typed = Typed::nothing().with("note", "as the server kept it");
            typed.wrong("note", "Say more.".to_owned());
            (StatusCode::UNPROCESSABLE_ENTITY, note_page(&typed)).into_response()
        }
    }
}

async fn field(browser: &Browser, name: &str) -> WebElement {
    browser.driver.find(By::Id(format!("form-note-{name}"))).await.unwrap()
}

async fn note(browser: &Browser) -> String {
    browser.text("return document.getElementById('form-note-note').value").await
}

async fn type_note(browser: &Browser, words: &str) {
    field(browser, "note").await.send_keys(words).await.unwrap();
    // The script waits a moment after the last key before it writes.
    tokio::time::sleep(Duration::from_millis(500)).await;
}

async fn focused(browser: &Browser) -> String {
    browser.text("return document.activeElement.id || document.activeElement.textContent").await
}

async fn press(browser: &Browser, keys: impl Into<TypingData>) {
    browser.driver.active_element().await.unwrap().send_keys(keys).await.unwrap();
}

#[tokio::test]
async fn what_was_typed_survives_a_crash_and_goes_when_it_was_accepted() {
    let (address, answer, asked) = program().await;
    with_browser(Script::On, async |browser| {
        let here = format!("{address}/note");
        browser.open_page(&here, 1280, Scheme::Light).await;
        type_note(browser, "Dana is in from seven").await;
        field(browser, "shared").await.click().await.unwrap();
        field(browser, "password").await.send_keys("hunter2").await.unwrap();
        tokio::time::sleep(Duration::from_millis(500)).await;
        browser.driver.goto(&here).await.unwrap();
        assert_eq!(note(browser).await, "Dana is in from seven");
        assert_eq!(browser.number("return document.getElementById('form-note-shared').checked ? 1 : 0").await, 1);
        assert_eq!(browser.text("return document.getElementById('form-note-password').value").await, "");
        assert!(!browser.text("return JSON.stringify(localStorage)").await.contains("hunter2"));
        assert!(browser.text("return document.querySelector('.back').textContent").await.contains("is back"));
        browser.must_be_well("a form with its words restored").await;

        *answer.lock().unwrap() = Answer::SignInFirst;
        browser.press_through("button.act").await;
        browser.driver.goto(&here).await.unwrap();
        assert_eq!(note(browser).await, "Dana is in from seven", "a session that ended must not cost the words");

        *answer.lock().unwrap() = Answer::Accept;
        browser.press_through("button.act").await;
        assert_eq!(note(browser).await, "", "accepted words must not come back");
        let first_two: Vec<String> = asked.lock().unwrap().clone();
        assert_eq!(first_two[0], first_two[1], "the same words sent again are the same wish");
        browser.driver.goto(&here).await.unwrap();
        assert_eq!(note(browser).await, "");
        type_note(browser, "Dana is in from seven").await;
        browser.press_through("button.act").await;
        assert_ne!(asked.lock().unwrap()[2], first_two[0], "the same words after an accepted form are a new wish");
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_back_shows_what_the_server_kept_and_leads_to_the_mistake() {
    let (address, answer, _) = program().await;
    *answer.lock().unwrap() = Answer::SendBack;
    with_browser(Script::On, async |browser| {
        browser.open_page(&format!("{address}/note"), 1280, Scheme::Light).await;
        type_note(browser, "typed here").await;
        browser.press_through("button.act").await;
        assert_eq!(note(browser).await, "as the server kept it");
        assert_eq!(browser.text("return document.activeElement.className").await, "errors");
        browser.driver.find(By::Css(".errors a")).await.unwrap().click().await.unwrap();
        assert_eq!(focused(browser).await, "form-note-note");
        browser.must_be_well("a form sent back").await;
    })
    .await;
}

#[tokio::test]
async fn keys_find_move_and_open_and_can_be_turned_off() {
    let (address, _, _) = program().await;
    with_browser(Script::On, async |browser| {
        browser.open_page(&format!("{address}/note"), 1280, Scheme::Light).await;
        press(browser, "j").await;
        assert_eq!(focused(browser).await, "MG-1");
        press(browser, "j").await;
        press(browser, "j").await;
        assert_eq!(focused(browser).await, "MG-2");
        press(browser, "k").await;
        assert_eq!(focused(browser).await, "MG-1");
        press(browser, "/").await;
        assert_eq!(focused(browser).await, "search");
        press(browser, "c/j?").await;
        assert_eq!(
            browser.text("return document.getElementById('search').value").await,
            "c/j?",
            "letters in a field are letters"
        );

        browser.driver.goto(format!("{address}/note")).await.unwrap();
        press(browser, "?").await;
        assert_eq!(browser.number("return document.getElementById('keys').open ? 1 : 0").await, 1);
        browser.screenshot("keys", 1280, Scheme::Light).await;
        browser.must_be_well("the sheet of keys").await;
        browser.driver.find(By::Id("keys-on")).await.unwrap().click().await.unwrap();
        browser.driver.goto(format!("{address}/note")).await.unwrap();
        press(browser, "c").await;
        assert!(browser.driver.current_url().await.unwrap().path().ends_with("/note"), "letters were turned off");
        press(browser, Key::Control + "k").await;
        let open = "return document.getElementById('palette').open ? 1 : 0";
        assert_eq!(browser.number(open).await, 1, "a key with Control still acts");
        press(browser, Key::Control + "k").await;
        assert_eq!(browser.number(open).await, 0);

        browser.driver.find(By::Css("[data-keys]")).await.unwrap().click().await.unwrap();
        browser.driver.find(By::Id("keys-on")).await.unwrap().click().await.unwrap();
        browser.driver.goto(format!("{address}/note")).await.unwrap();
        press(browser, "c").await;
        assert!(browser.driver.current_url().await.unwrap().path().ends_with("/cases/new"));
    })
    .await;
}

#[tokio::test]
async fn a_time_of_ours_is_shown_on_their_clock_across_a_change_of_clocks() {
    let (address, _, _) = program().await;
    with_browser(Script::On, async |browser| {
        browser.open_page(&format!("{address}/note"), 1280, Scheme::Light).await;
        // In March America changes its clocks two weeks before Europe: six hours apart instead of seven.
        for (ours, theirs) in [("2026-01-15T15:00", "Thu 08:00"), ("2026-03-20T15:00", "Fri 09:00"), ("2026-03-29T03:30", "Sat 20:30")] {
            let set = format!("const i = document.getElementById('form-note-at'); i.value = '{ours}'; i.dispatchEvent(new Event('input'))");
            browser.driver.execute(&set, Vec::new()).await.unwrap();
            assert_eq!(browser.text("return document.querySelector('output').textContent").await, format!("{theirs} their time"));
        }
    })
    .await;
}

/// Half an hour, of which five minutes are left.
fn clock(now: jiff::Timestamp) -> Clock {
    let at = |seconds: i64| jiff::Timestamp::from_second(now.as_second() + seconds).unwrap();
    Clock::running(at(-1500), at(300), now, &jiff::tz::TimeZone::UTC)
}

#[tokio::test]
async fn the_script_words_a_time_as_the_server_does() {
    let now: jiff::Timestamp = "2025-11-24T14:22:00Z".parse().unwrap();
    let zone = jiff::tz::TimeZone::UTC;
    let offsets: [i64; 10] = [-200_000, -90_030, -40_030, -4_030, -630, 30, 930, 4_230, 14_000, -700_000];
    let times: Vec<jiff::Timestamp> =
        offsets.iter().map(|s| jiff::Timestamp::from_second(now.as_second() + s).unwrap()).collect();
    let body = html! {
        h1 { "Times" }
        (clock(now)) (clock(now))
        @for at in &times { p { (when::due(*at, now, &zone)) (when::ago(*at, now, &zone)) (when::since(*at, now, &zone)) } }
    };
    let served = page(Shell::new("Times".to_owned()).who("Maria K."), body);
    let address = serve(assets::router().route("/", get(move || async move { served }))).await;
    with_browser(Script::On, async |browser| {
        browser.open_page(&address, 1280, Scheme::Light).await;
        let words = "return [...document.querySelectorAll('time')].map(t => t.textContent).join('|')";
        let server = browser.text(words).await;
        let disc = "const c = document.querySelector('.clock'); return c.className + ' ' + c.querySelector('path').getAttribute('d')";
        assert!(browser.text(disc).await.starts_with("clock three-quarters"));
        // A time too far away to be told as what is left stays as the server wrote it; all others are wiped and told anew.
        let retell = format!(
            "for (const time of document.querySelectorAll('time')) if (!/today|tomorrow/.test(time.textContent)) time.textContent = '';\
             Date.now = () => {}; document.dispatchEvent(new Event('visibilitychange'))",
            now.as_millisecond()
        );
        browser.driver.execute(&retell, Vec::new()).await.unwrap();
        assert_eq!(browser.text(words).await, server);
        let later = format!("Date.now = () => {}; document.dispatchEvent(new Event('visibilitychange'))", now.as_millisecond() + 600_000);
        browser.driver.execute(&later, Vec::new()).await.unwrap();
        let full = Clock::running(now, now, now, &zone).render().into_string();
        let (class, shape) = browser.text(disc).await.split_once(" M").map(|(class, d)| (class.to_owned(), format!("M{d}"))).unwrap();
        assert!(full.contains(&class) && full.contains(&shape), "{class} {shape}: the script fills the disc as the server does");
        assert!(server.contains("due in 15 min|just now") && server.contains("1 day 1 h late"), "{server}");
    })
    .await;
}
