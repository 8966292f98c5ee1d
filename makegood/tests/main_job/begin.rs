//! The first hour: the first account, a customer with a person and working hours, orders, and the signal that becomes a case.

use std::path::{Path, PathBuf};

use super::person::Person;

pub const EMAIL: &str = "anna@nordlot.example";
pub const PASSWORD: &str = "battery horse staple";

/// One line late, one in time, one that no calendar knows.
const ORDERS: &str = "Order No;Pos;Customer No;Item;Qty;Promised date;Delivery date\n\
    4417;1;K-20;KB-7 rev C;200;2026-02-20;\n\
    4418;1;K-20;Sensor head;40;2026-03-27;\n\
    4419;1;K-20;Sensor head;10;31.04.2026;\n";

pub async fn first_run(anna: &Person<'_>) {
    anna.go("/").await;
    assert_eq!(anna.path().await, "/first-run", "nobody has to know where to begin");
    anna.write("Your name", "Anna Nowak").await;
    anna.write("Your e-mail, to sign in with", EMAIL).await;
    anna.write("A password", "short").await;
    anna.write("What your firm is called", "Nordlot Boards").await;
    anna.write("Time zone", "Europe/Warsaw").await;
    anna.press_and_read("Begin", "at least 12 characters").await;
    assert_eq!(anna.kept("Your name").await, "Anna Nowak", "what was typed stays");
    anna.write("A password", PASSWORD).await;
    anna.press("Begin").await;
    assert_eq!(anna.path().await, "/guide", "the first steps stand there by themselves");
    anna.reads("1 of 5 are done").await;
    anna.press("These are right").await;
    anna.reads("2 of 5 are done").await;
    anna.go("/").await;
    anna.reads("Nobody is waiting to hear from you.").await;
    // On a page with little on it the strip once took all the room that was left.
    let tall = anna.browser.number("return document.querySelector('.strip').offsetHeight").await;
    assert!(tall < 200, "the strip is {tall} px tall");
}

pub async fn customer_with_contact_and_calendar(anna: &Person<'_>) {
    anna.go("/settings/calendars").await;
    anna.write("Name", "Acme, Austin").await;
    anna.write("Time zone", "America/Chicago").await;
    for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"] {
        anna.write(day, "7:00-16:00").await;
    }
    anna.press_and_read("Add this calendar", "Acme, Austin").await;
    anna.press("Accounts").await;
    anna.press("Add a customer").await;
    anna.write("Name", "Acme Robotics").await;
    anna.write("Their number in our other systems", "K-20").await;
    anna.write("Time zone", "America/Chicago").await;
    anna.choose("Their working hours", "Acme, Austin").await;
    anna.write("What matters here", "The bad news first, and by phone.").await;
    anna.press("Add this customer").await;
    anna.reads("The bad news first, and by phone.").await;
    anna.press("Add a person").await;
    anna.write("Name", "Dana Ruiz").await;
    anna.write("How they wish to be addressed", "Dana").await;
    anna.write("What they do there", "quality").await;
    anna.write("Phone", "+1 512 555 0148").await;
    anna.press("Add this person").await;
    anna.reads("Dana Ruiz").await;
    anna.reads("+1 512 555 0148").await;
}

pub async fn orders_brought_in(anna: &Person<'_>) {
    let file = std::env::temp_dir().join(format!("makegood-orders-{}-{:p}.csv", std::process::id(), anna));
    std::fs::write(&file, ORDERS).unwrap();
    bring_in(anna, &file).await;
    anna.reads("2 new").await;
    anna.reads("1 refused").await;
    anna.reads("There is no such day").await;
    keep(anna).await;
    std::fs::remove_file(&file).unwrap();
    anna.press("Orders").await;
    anna.reads("4417/1").await;
}

/// Chooses the file and reads what would happen.
pub async fn bring_in(anna: &Person<'_>, file: &Path) {
    anna.go("/orders/import").await;
    anna.send_file("The file", file).await;
    anna.press("Look at it").await;
    anna.until_it_reads("What each column holds").await;
    anna.reads("Nothing is kept yet.").await;
}

pub async fn keep(anna: &Person<'_>) {
    anna.press("Keep these orders").await;
    anna.until_it_reads("It is done").await;
}

pub async fn case_from_the_signal(anna: &Person<'_>) -> String {
    anna.press("Signals").await;
    anna.reads("Acme Robotics").await;
    anna.reads("4417/1 was promised for").await;
    anna.press("Open a case").await;
    anna.write("What happened, in their words", "Order 4417 is late and our line waits.").await;
    anna.tick("nobody is hurt").await;
    anna.choose("Who was let down", "Dana Ruiz").await;
    anna.press("Open the case").await;
    anna.reads("“Order 4417 is late and our line waits.”").await;
    anna.reads("Spotted").await;
    let case = anna.path().await;
    assert!(case.starts_with("/cases/MG-"), "{case}");
    anna.go("/signals").await;
    anna.does_not_read("4417/1").await;
    case
}

/// Outside data, where there is some.
pub fn outside(name: &str) -> Option<PathBuf> {
    let root = std::env::var("MAKEGOOD_DATA")
        .map_or_else(|_| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"), PathBuf::from);
    root.join(name).canonicalize().ok()
}

/// Real orders of a Brazilian marketplace, when they are there: what was never delivered is a signal and becomes a case.
pub async fn real_orders(anna: &Person<'_>, file: &Path) {
    bring_in(anna, file).await;
    keep(anna).await;
    anna.press("Signals").await;
    anna.reads("was promised for").await;
    anna.press("Open a case").await;
    anna.write("What happened, in their words", "The order never came; it is late by years.").await;
    anna.tick("nobody is hurt").await;
    // S235: whoever came in with a file has nobody yet who keeps the relationship; that is said before, and the way out stands there.
    anna.reads("Nobody keeps the relationship with").await;
    anna.press_and_read("Open the case", "Name a relationship owner on the account first.").await;
    anna.press("Name somebody").await;
    anna.choose("Keeps the relationship", "Anna Nowak").await;
    anna.press("Keep the changes").await;
    anna.press("Signals").await;
    anna.press("Open a case").await;
    anna.write("What happened, in their words", "The order never came; it is late by years.").await;
    anna.tick("nobody is hurt").await;
    anna.press("Open the case").await;
    anna.reads("“The order never came; it is late by years.”").await;
}
