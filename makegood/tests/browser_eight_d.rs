//! D0 to D8 by the keyboard alone, in a real browser: a quality engineer runs the complaint of a maker of cars through an 8D and sends the report;
//! in between the account manager reads in one line why the case is not closed yet. Nothing is clicked, and no script fills a field.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::browser::{Scheme, Script, serve, with_browser};
use crate::desk::Desk;
use crate::keys::Keys;
use crate::support::{self, Fresh};
use crate::walk;
use serde_json::json;
use store::dialect::Engine;
use thirtyfour::prelude::*;

/// Stops of the Tab key to anything that is wanted next.
const STOPS: usize = 40;
/// How a day of the story is signed in to: each has a session of its own.
const TOKENS: [&str; 2] = ["d8-first-day", "d8-forty-days-later"];

struct Story<'s> {
    desk: &'s Desk,
    keys: Keys<'s>,
    address: String,
    case: String,
}

impl Story<'_> {
    /// The quality engineer signs in, and opens the case.
    async fn signed_in(&self, token: &'static str) {
        let (token, now) = (hex::encode(format!("{token:>32}")), self.desk.app.now());
        let (kept, quentin) = (token.clone(), self.desk.quentin.parse().unwrap());
        self.desk.db.write(move |tx| store::sessions::make(tx, &kept, quentin, "a test", now)).await.unwrap();
        let cookie = json!({"name": "makegood_session", "value": token, "url": self.address});
        self.keys.browser.devtools("Network.setCookie", cookie).await;
        let case = format!("{}/cases/{}", self.address, self.case);
        self.keys.browser.open_page(&case, 1280, Scheme::Light).await;
    }

    /// What the account manager reads on the case, in one line.
    async fn still_needs(&self, what: &str) {
        let page = self.desk.get(&format!("/cases/{}", self.case)).await.body;
        let line = page.split("Not closed yet, it still needs:").nth(1).and_then(|rest| rest.split("</p>").next());
        let line = line.unwrap_or_else(|| panic!("nothing says why it is not closed: {page}"));
        assert!(line.contains(what), "“{what}” is not why it is not closed, but: {line}");
    }

    /// To the first thing that is missing, by one key; then by Tab to what adds it.
    async fn missing(&self, act: &str) {
        self.keys.goes("f").await;
        self.keys.enter(act).await;
    }

    async fn shows(&self, words: &str) {
        let page = self.keys.browser.text("return document.querySelector('main').innerText").await;
        assert!(page.contains(words), "“{words}” is not in {page}");
    }

    async fn moves_on(&self, to: &str) {
        self.keys.goes("a").await;
        self.keys.pick("Where it stands now", to).await;
        self.keys.write("What was done, found or proven", "Done and seen.").await;
        self.keys.keep("Prevention moved on.").await;
    }
}

/// First help: spoken with them within the hour, and what they think led to it.
async fn d0(story: &Story<'_>) {
    let keys = &story.keys;
    keys.goes("a").await;
    keys.press(Key::Control + Key::Enter).await;
    keys.write("Their words", "Line 3 stands since six.").await;
    keys.unfold("What worries them, what annoys them, what they suggest").await;
    keys.write("What worries them", "Do the other lots have it too?").await;
    keys.press(Key::Control + Key::Enter).await;
    keys.write("What I heard", "96 of 200 boards are dry on U7 and line 3 stands.").await;
    keys.tick("yes, and that is all of it").await;
    keys.write("What it does to them", "Line 3 stands").await;
    keys.pick("Tone at the end", "4").await;
    keys.write("They hear from us again", "today 17:00").await;
    keys.unfold("What we asked").await;
    keys.write("“What else can we do on your side?”", "Nothing more.").await;
    keys.keep("The talk is kept.").await;
    keys.goes("5").await;
    keys.enter("Follow 8D").await;
    keys.keep_on_the_case("The case follows the playbook.").await;
    story.still_needs("D1 Team: a team with somebody who stands behind it and somebody who leads").await;
}

async fn d1_and_d2(story: &Story<'_>) {
    let keys = &story.keys;
    story.missing("Name the team").await;
    keys.pick("Who stands behind it with time and money", "Maria Krawczyk").await;
    keys.pick("Who leads", "Quentin Hale").await;
    for (name, function) in [("Jan Nowak", "makes the part"), ("Ola Lis", "maintenance"), ("Tom Ek", "quality")] {
        keys.press(Key::Tab + "").await;
        keys.write("Name", name).await;
        keys.pick("What they do", function).await;
        keys.write("Share of their time, in percent", "20").await;
    }
    keys.keep("The team is named.").await;
    story.still_needs("D2 What is wrong: what is wrong with what, in numbers").await;
    story.missing("Say what is wrong, in numbers").await;
    for (label, words) in [
        ("What is wrong with what", "No solder on U7"),
        ("What it should be", "80 to 120 µm"),
        ("What it is", "0 to 15 µm"),
        ("Part number", "SB-200"),
        ("Lots or serial numbers", "2231"),
        ("Suspect", "200"),
        ("Found bad", "96"),
    ] {
        keys.write(label, words).await;
    }
    keys.keep("What is wrong is described.").await;
    keys.enter("Is and is not").await;
    keys.pick("What is compared", "where").await;
    keys.write("It is", "Boards of line 2").await;
    keys.write("It could be, and is not", "Boards of line 1").await;
    keys.write("What is different between the two", "The older stencil").await;
    keys.keep("The row is kept.").await;
    story.moves_on("stopping the harm").await;
}

async fn d3(story: &Story<'_>) {
    let keys = &story.keys;
    story.still_needs("D3 Stop the harm: the answer for the parts at the customer").await;
    story.missing("Answer").await;
    keys.tick("yes").await;
    for (label, words) in [("Suspect", "200"), ("Good", "100"), ("Bad", "96")] {
        keys.write(label, words).await;
    }
    keys.write("How good and bad are told apart", "Looked at under the lens").await;
    keys.write("How good ones are marked", "Green dot beside U7").await;
    keys.pick("Who did it", "Piotr Lind").await;
    keys.keep("not looked at make 196").await;
    keys.write("Good", "104").await;
    keys.keep("The place is answered.").await;
    for _ in 0..4 {
        story.missing("Answer").await;
        keys.arrow_to("yes", "no").await;
        keys.write("If not: how we know", "Nothing of lot 2231 went there.").await;
        keys.keep("The place is answered.").await;
    }
    story.still_needs("D3 Stop the harm: a look by somebody other than the doer").await;
    story.missing("Look whether it holds there").await;
    keys.write("What you saw", "Boxes opened and counted.").await;
    keys.keep("Your look is kept.").await;
    story.missing("From where on it is good").await;
    keys.pick("Known by", "lot").await;
    keys.write("The first good one", "2240").await;
    keys.write("How we know that everything from there on is good", "Printed with the new stencil.").await;
    keys.keep("The first good part is named.").await;
    story.moves_on("contained").await;
    story.moves_on("finding the cause").await;
}

async fn d4(story: &Story<'_>) {
    let keys = &story.keys;
    story.still_needs("D4 Causes: a verified cause for why it came about").await;
    story.missing("Ask why").await;
    keys.write("Because …", "The paste did not reach the pad.").await;
    keys.keep("The why is kept.").await;
    let causes = [
        ("Why did it come about?", "The stencil is worn at U7", "machine"),
        ("Why did we not see it?", "The camera does not look at U7", "measurement"),
        ("What in the house let both be?", "Nobody counts how often a stencil is used", "method"),
    ];
    for (question, cause, category) in causes {
        keys.enter("What may have caused it").await;
        keys.pick("Which question", question).await;
        keys.write("What may have caused it", cause).await;
        keys.pick("Where it lies", category).await;
        keys.keep("It is kept. Now try it.").await;
    }
    for (_, cause, _) in causes {
        keys.enter("Try a cause").await;
        keys.pick("Cause", cause).await;
        keys.arrow_to("not tried yet", "verified").await;
        keys.pick("How it was tried", "turned on and off").await;
        keys.write("The result, with numbers", "5 of 5 dry, 0 of 5 with a new one.").await;
        keys.tick("where: Boards of line 2 / Boards of line 1").await;
        keys.keep("The result is kept.").await;
    }
    story.still_needs("D4 Causes: the customer’s own view of the cause").await;
}

async fn d4_theirs(story: &Story<'_>) {
    let keys = &story.keys;
    story.missing("They say what led to it, or have an idea").await;
    keys.write("In their words", "Perhaps the oven.").await;
    keys.keep("It is kept. We owe an answer.").await;
    story.moves_on("cause verified").await;
    story.moves_on("choosing what to change").await;
}

async fn d5_and_d6(story: &Story<'_>) {
    let keys = &story.keys;
    story.still_needs("D5 What will be changed: an action for each cause").await;
    story.missing("Choose what will be changed").await;
    // The first is ticked: one came from there.
    for cause in ["The camera does not look at U7", "Nobody counts how often a stencil is used"] {
        keys.tick(cause).await;
    }
    keys.write("What is changed", "The printer stops when the stencil is due.").await;
    keys.pick("By what means it works", "strong · an automatic check that stops").await;
    keys.pick("What kind of change", "process").await;
    keys.pick("Who does it", "Piotr Lind").await;
    keys.write("By when", "2026-03-09 12:00").await;
    keys.write("What else it may do", "None, looked at by the line.").await;
    keys.write("Documents that change with it", "Control plan").await;
    keys.keep("It is chosen.").await;
    story.still_needs("D5 What will be changed: how we will know that it holds").await;
    story.missing("How we will know that it holds").await;
    keys.write("What is measured", "Dry joints per 1,000 boards").await;
    keys.write("What it may be at most, or must be at least", "at most 1").await;
    keys.write("Watched for, in days", "30").await;
    keys.write("Deliveries that must come through clean", "2").await;
    keys.keep("It is fixed.").await;
    story.moves_on("changing it").await;
    story.still_needs("D6 Changed: actions done with proof").await;
    story.missing("It is changed").await;
    keys.write("How one can see that it is done", "Seen at the line.").await;
    keys.write("New revision of Control plan", "F").await;
    keys.keep("It is done, with proof.").await;
    story.still_needs("D6 Changed: the end of sorting and holding back, on purpose").await;
    story.moves_on("proving it").await;
    story.missing("End the sorting at a place").await;
    keys.pick("Place", "at the customer").await;
    keys.write("Which lot was good without it", "Lot 2240 was good without it.").await;
    keys.keep("Sorting has ended there, on purpose.").await;
    story.still_needs("D7 It stays that way: where else it could happen").await;
    story.missing("Where else it could happen").await;
    keys.pick("What it is like", "a like process").await;
    keys.write("Which one", "The printer of line 1").await;
    keys.pick("Who sees to it", "Piotr Lind").await;
    keys.write("By when", "2026-03-20 12:00").await;
    keys.write("What was done there", "It stops when its stencil is due.").await;
    keys.keep("It is kept.").await;
    story.still_needs("D7 It stays that way: the proof that it holds").await;
}

/// Forty days and two deliveries later: it held, and every question of prevention has its answer.
async fn d7(story: &Story<'_>) {
    let keys = &story.keys;
    story.missing("Did it hold?").await;
    keys.tick("Held").await;
    keys.write("What was measured", "0 of 2,700 boards.").await;
    keys.keep("The result is kept.").await;
    keys.goes("a").await;
    keys.pick("Where it stands now", "held").await;
    keys.write("What was done, found or proven", "It held.").await;
    keys.unfold("The questions of prevention").await;
    for _ in casework::kinds::PreventionQuestion::WORDS {
        keys.arrow_to("yes", "no").await;
        keys.press(Key::Tab + "").await;
        keys.press("Looked at with the line.").await;
    }
    keys.keep("Prevention moved on.").await;
}

/// The report: seventeen of its points before it is sent, and all eighteen once they accepted it.
async fn d8(story: &Story<'_>) {
    let keys = &story.keys;
    keys.goes("8").await;
    story.shows("17 of 18").await;
    keys.goes("a").await;
    keys.enter("Send it").await;
    story.shows("Revision 1").await;
    keys.enter("They accept a report, or ask about it").await;
    keys.tick("accepted").await;
    keys.keep_on_the_case("Their answer is kept.").await;
    keys.goes("8").await;
    story.shows("18 of 18").await;
    keys.goes("5").await;
    keys.goes("a").await;
    keys.pick("Where it stands now", "shared with them").await;
    keys.write("What was done, found or proven", "They have the letter.").await;
    keys.unfold("The letter: what we changed").await;
    keys.write(
        "The letter as sent",
        "Since 9 March the printer stops when its stencil is due; 0 of 2,700 boards were dry since.",
    )
    .await;
    keys.keep("Prevention moved on.").await;
    story.still_needs("D8 The end: the review with its lesson").await;
    story.missing("Short review").await;
    for (label, words) in [
        ("What did we learn about this customer?", "They plan by the hour."),
        ("What did we learn about how we work?", "Nobody counted how often a stencil was used."),
        ("What improved in product, process or service?", "The printer stops by itself."),
        ("The lesson in one sentence", "Count how often a stencil is used."),
    ] {
        keys.write(label, words).await;
    }
    keys.tick("better").await;
    keys.keep_on_the_case("The review is kept.").await;
    let page = story.desk.get(&format!("/cases/{}", story.case)).await.body;
    assert!(!page.contains("Not closed yet, it still needs:"), "nothing of D0 to D8 is missing");
}

/// The account manager's own side, by her forms: two ways and their choice, the plan, the fix, their word.
async fn made_good_by_the_account_manager(desk: &Desk, case: &str) {
    let idea = desk.offered(case, "answer-idea", "idea").await.remove(0);
    let answer =
        [("idea", idea.as_str()), ("became", "not_taken_up"), ("words", "The oven kept its profile on all days.")];
    desk.done(case, "answer-idea", &answer).await;
    walk::chosen(desk, case).await;
    walk::planned(desk, case).await;
    let steps = desk.offered(case, "settle-step", "step").await;
    desk.done(case, "settle-step", &[("step", &steps[0]), ("outcome", "done"), ("proof", "Tracking 1Z 999")]).await;
    desk.done(case, "tell-what-happened", &[("to", &desk.dana), ("what", "The stencil was worn at U7.")]).await;
    desk.done(case, "ask-for-word", &[("to", &desk.dana), ("way", "phone")]).await;
    let worries = desk.offered(case, "record-word", "settled").await;
    let word = [
        ("solved", "yes"),
        ("words", "All 200 work. Thank you."),
        ("by", desk.dana.as_str()),
        ("way", "phone"),
        ("settled", &worries[0]),
    ];
    desk.done(case, "record-word", &word).await;
}

/// DOMAIN 5.6 and 7, S139, S222: by keys alone, and never more than some Tabs away.
#[test]
fn a_complaint_goes_from_d0_to_d8_and_its_report_is_sent_by_keys_alone() {
    let fresh = Fresh::new(Engine::Sqlite);
    support::runtime().block_on(async {
        let desk = Desk::new(fresh.open()).await;
        let case = desk.opened("Half the boards of the brake unit have no solder on U7.").await;
        let address = serve(desk.router()).await;
        with_browser(Script::On, async |browser| {
            let story = Story { desk: &desk, keys: Keys::of(browser, STOPS), address, case };
            story.signed_in(TOKENS[0]).await;
            d0(&story).await;
            d1_and_d2(&story).await;
            d3(&story).await;
            d4(&story).await;
            d4_theirs(&story).await;
            d5_and_d6(&story).await;
            desk.days_later(40).await;
            walk::delivered(&desk).await;
            made_good_by_the_account_manager(&desk, &story.case).await;
            story.signed_in(TOKENS[1]).await;
            d7(&story).await;
            d8(&story).await;
        })
        .await;
    });
}
