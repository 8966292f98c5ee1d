//! The program in a real browser: the main job lived through with script and without it, every page looked at by axe, the keys.
//!
//! With `MAKEGOOD_BROWSER_SCREENS=DIR` pictures of every page are written there (`cargo xtask screens`), with `MAKEGOOD_BROWSER_FIGURES=1` what the
//! desk weighs and how fast it answers is said (`cargo xtask bench desk`).
#![allow(clippy::unwrap_used, reason = "a test whose browser does not answer has to stop")]

#[path = "main_job/after.rs"]
mod after;
#[path = "main_job/begin.rs"]
mod begin;
#[path = "main_job/figures.rs"]
mod figures;
#[path = "main_job/house.rs"]
mod house;
#[path = "main_job/keys.rs"]
mod keys;
#[path = "main_job/listen.rs"]
mod listen;
#[path = "main_job/one_call.rs"]
mod one_call;
#[path = "main_job/pages.rs"]
mod pages;
#[path = "main_job/person.rs"]
mod person;
#[path = "main_job/presses.rs"]
mod presses;
#[path = "main_job/screens.rs"]
mod screens;
#[path = "main_job/solve.rs"]
mod solve;

use crate::browser;
use browser::{Script, with_browser};
use house::House;
use person::Person;

/// From the first visit to *Closed*, by what stands on the pages alone (S001, S079, S140, S141, S168, S195, S205, S209, S219, S221).
async fn the_main_job(script: Script) {
    let house = House::empty().await;
    with_browser(script, async |browser| {
        let anna = Person::at(browser, &house).await;
        begin::first_run(&anna).await;
        begin::customer_with_contact_and_calendar(&anna).await;
        begin::orders_brought_in(&anna).await;
        let case = begin::case_from_the_signal(&anna).await;
        listen::run_to_it_and_message_left(&anna, &case).await;
        listen::heard(&anna, &case).await;
        solve::two_ways_and_their_choice(&anna, &case).await;
        solve::planned_and_agreed(&anna, &case).await;
        solve::made_good(&anna, &case).await;
        after::their_word(&anna, &case).await;
        after::days_later_the_call(&anna, &case).await;
        after::learned_and_closed(&anna, &case).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_main_job_is_done_in_the_browser() {
    the_main_job(Script::On).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_main_job_is_done_in_a_browser_without_script() {
    the_main_job(Script::Off).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn real_orders_become_signals_and_a_case() {
    let Some(file) = begin::outside("olist_sample/olist_orders_dataset.csv") else {
        println!("skipped: no outside data");
        return;
    };
    let house = House::empty().await;
    with_browser(Script::On, async |browser| {
        let anna = Person::at(browser, &house).await;
        begin::first_run(&anna).await;
        begin::real_orders(&anna, &file).await;
    })
    .await;
}
