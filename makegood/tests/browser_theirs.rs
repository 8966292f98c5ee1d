//! Their whole way in a real browser on a telephone, in each of their languages and on both databases: invited, corrects what we heard, proposes,
//! chooses, agrees, sees a broken promise owned, says *not solved*, is called, says *solved*, and opens it again a month later.

use crate::browser::{Browser, Scheme, Script, serve, with_browser};
use crate::by_link::{TITLE, made};
use crate::desk::Desk;
use crate::support::both_async;
use crate::walk::heard;
use std::collections::HashMap;
use std::path::Path;
use thirtyfour::prelude::*;

const PHONE: u32 = 360;

/// The contact at her telephone: she presses what stands there in her language.
struct Guest<'a> {
    browser: &'a Browser,
    home: String,
    language: &'static str,
    texts: HashMap<String, String>,
}

/// Every text of their side that has no values in it.
fn texts(language: &str) -> HashMap<String, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locale").join(language).join("theirs.ftl");
    let read = std::fs::read_to_string(file).expect("the texts of their side");
    let lines = read.lines().filter_map(|line| line.split_once(" = ")).filter(|(_, text)| !text.contains('{'));
    lines.map(|(key, text)| (key.to_owned(), text.to_owned())).collect()
}

impl<'a> Guest<'a> {
    /// Opens the address out of our message.
    async fn invited(browser: &'a Browser, address: &str, token: &str, language: &'static str) -> Guest<'a> {
        browser.look(PHONE, Scheme::Light).await;
        browser.driver.goto(format!("{address}/their/{token}")).await.expect("the page opens");
        let home = browser.driver.current_url().await.expect("an address").to_string();
        assert!(!home.contains(token), "the secret left the address");
        let guest = Guest { browser, home, language, texts: texts(language) };
        assert_eq!(browser.text("return document.documentElement.lang").await, language);
        guest
    }

    fn say(&self, key: &str) -> &str {
        self.texts.get(key).unwrap_or_else(|| panic!("no {key} in {}", self.language))
    }

    async fn reads(&self, words: &str) {
        let text = self.browser.text("return document.body.innerText").await;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(words), "{}: “{words}” is not read:\n{text}", self.language);
    }

    async fn opens(&self) {
        self.browser.driver.goto(&self.home).await.expect("their page");
    }

    /// What everything waits for stands first.
    async fn meets_first(&self, key: &str) {
        self.opens().await;
        let first = self.browser.text("return document.querySelector('main h2').innerText").await;
        assert_eq!(first, self.say(key), "in {}", self.language);
    }

    /// The page as it is now, in both schemes, with nothing that axe finds.
    async fn is_well(&self, story: &str) {
        self.opens().await;
        for scheme in Scheme::BOTH {
            self.browser.look(PHONE, scheme).await;
            self.browser.screenshot(&format!("theirs-{story}-{}", self.language), PHONE, scheme).await;
            self.browser.must_be_well(&format!("{story} in {}, {scheme:?}", self.language)).await;
        }
        self.browser.look(PHONE, Scheme::Light).await;
    }

    /// Goes to the form of an act by what stands on the page, fills it in, presses its button, and reads that it is there.
    async fn does(&self, act: &str, typed: &[(&str, &str)]) {
        self.opens().await;
        self.goes_on(act, &format!("a.way[href*='/do/{act}']"), typed).await;
    }

    /// Chooses this one of the ways forward.
    async fn chooses(&self, what: &str, words: &str) {
        self.opens().await;
        let href = "return [...document.querySelectorAll('.one-way')].find((w) => w.innerText.startsWith(arguments[0]))\
            .querySelector('a.way').getAttribute('href')";
        let href = self.browser.driver.execute(href, vec![what.into()]).await.expect("the way is there");
        let href = href.json().as_str().expect("an address").to_owned();
        self.goes_on("choose", &format!("a.way[href='{href}']"), &[("words", words)]).await;
        self.opens().await;
        self.reads(self.say("theirs-chosen")).await;
    }

    async fn goes_on(&self, act: &str, selector: &str, typed: &[(&str, &str)]) {
        let way = self.browser.driver.find(By::Css(selector.to_owned())).await;
        let Ok(way) = way else {
            let page = self.browser.text("return document.body.innerText").await;
            panic!("{}: no way to {act} on\n{page}", self.language)
        };
        assert_eq!(way.text().await.expect("its words"), self.say(&format!("theirs-{act}")));
        self.browser.press_through(selector).await;
        for (name, value) in typed {
            let field = self.browser.driver.find(By::Css(format!("#do [name='{name}']"))).await;
            let field = field.unwrap_or_else(|_| panic!("{act} asks no {name}"));
            match field.attr("type").await.expect("an attribute").as_deref() {
                Some("checkbox" | "radio") => field.click().await,
                _ => field.send_keys(*value).await,
            }
            .unwrap_or_else(|e| panic!("{act}, {name}: {e}"));
        }
        self.browser.must_be_well(&format!("the form of {act} in {}", self.language)).await;
        self.browser.press_through("#do button[type=submit]").await;
        self.reads(self.say(&format!("theirs-{act}-done"))).await;
    }
}

/// What Maria does at the desk meanwhile: two ways forward and the answers that are owed.
async fn laid_out(desk: &Desk, case: &str, ways: [&str; 2]) {
    for what in ways {
        let option = [("what", what), ("kind", "other"), ("arrives", "Fri 10"), ("confidence", "expected")];
        desk.done(case, "add-option", &option).await;
    }
    answered(desk, case).await;
    desk.done(case, "describe-harm", &[("worst_part", "Not knowing whether Friday holds.")]).await;
    desk.done(case, "lay-out-options", &[]).await;
}

async fn answered(desk: &Desk, case: &str) {
    for question in desk.offered(case, "answer-question", "question").await {
        desk.done(case, "answer-question", &[("question", &question), ("answer", "Thank you, we have it now.")]).await;
    }
    for option in desk.offered(case, "answer-suggestion", "option").await {
        let answer = [("option", option.as_str()), ("answer", "not_taken"), ("words", "Nobody is free this week.")];
        desk.done(case, "answer-suggestion", &answer).await;
    }
}

/// A plan with our yes; theirs is asked on their page.
async fn planned(desk: &Desk, case: &str, fix: &str) {
    let plan = [
        ("steps[0].text", fix),
        ("steps[0].kind", "fix"),
        ("steps[0].party", "us"),
        ("steps[0].owner", desk.maria.as_str()),
        ("steps[0].due", "Fri 10"),
        ("steps[0].confirmed", "yes"),
        ("steps[1].text", "Check the oven's profile each shift"),
        ("steps[1].kind", "prevent"),
        ("steps[1].party", "us"),
        ("steps[1].owner", desk.quentin.as_str()),
        ("steps[1].due", "end of month"),
        ("steps[1].confirmed", "yes"),
    ];
    desk.done(case, "draft-plan", &plan).await;
    desk.done(case, "agree-plan", &[]).await;
}

/// The fix is done, they know what happened, and are asked.
async fn made_good(desk: &Desk, case: &str, fix: &str) {
    desk.later(60);
    let page = desk.get(&format!("/cases/{case}/do/settle-step")).await.body;
    let steps = desk.offered(case, "settle-step", "step").await;
    let begins = format!("\">{fix}");
    let step = steps.iter().find(|id| page.split(id.as_str()).nth(1).is_some_and(|rest| rest.starts_with(&begins)));
    let step = step.expect("the fix");
    desk.done(case, "settle-step", &[("step", step), ("outcome", "done"), ("proof", "Tracking 1Z 999")]).await;
    let told = [("to", desk.dana.as_str()), ("what", "The oven stood 20 degrees too cold on Thursday.")];
    desk.done(case, "tell-what-happened", &told).await;
    desk.done(case, "ask-for-word", &[("to", &desk.dana), ("way", "phone")]).await;
}

/// S244: a promise that nobody kept is owned where they read it.
async fn a_promise_is_broken(desk: &Desk, case: &str, dana: &Guest<'_>) {
    let promise =
        [("what", "thing"), ("words", "The test report"), ("to", desk.dana.as_str()), ("due", "tomorrow 12:00")];
    desk.done(case, "make-promise", &promise).await;
    dana.opens().await;
    dana.reads(dana.say("theirs-promises")).await;
    desk.days_later(2).await;
    dana.opens().await;
    dana.reads(dana.say("theirs-promise-late")).await;
    let promises = desk.offered(case, "settle-promise", "promise").await;
    let page = desk.get(&format!("/cases/{case}/do/settle-promise")).await.body;
    let names_it = |rest: &str| rest.split("</").next().is_some_and(|name| name.contains("The test report"));
    let report = promises.iter().find(|id| page.split(id.as_str()).nth(1).is_some_and(names_it));
    let report = report.expect("the promise");
    let broken = [("promise", report.as_str()), ("outcome", "broken"), ("words", "The laboratory was closed.")];
    desk.done(case, "settle-promise", &broken).await;
    dana.opens().await;
    dana.reads(dana.say("theirs-promise-broken")).await;
}

async fn is_called(desk: &Desk, case: &str) {
    let talk = [
        ("channel", "phone"),
        ("with", desk.dana.as_str()),
        ("minutes", "10"),
        ("no_visit_reason", "distance"),
        ("acknowledgement.we_see", "We see it: three of the new boards are dead."),
        ("acknowledgement.we_work", "I'm on it now."),
        ("notes", "Three of 200 do not start."),
        ("had_their_say", "yes"),
        ("reflect_back", "Three of the new boards do not start."),
        ("reflect_confirmed", "yes"),
        ("got_everything", "yes"),
        ("impacts[0].dimension", "goods_unusable"),
        ("impacts[0].words", "Three boards cannot be used"),
        ("tone_start", "2"),
        ("tone_end", "4"),
        ("satisfied", "yes"),
        ("led_to_this", "Perhaps the oven."),
        ("what_else", "Nothing more."),
        ("next_contact_at", "tomorrow 9:00"),
    ];
    desk.done(case, "record-conversation", &talk).await;
}

/// S141, S152, S156, S164, S205, S206, S211, S244.
async fn the_whole_way(db: store::Db, language: &'static str, zone: &str) {
    let desk = Desk::new(db).await;
    let contact = [
        ("name", "Dana Ruiz"),
        ("role", "quality"),
        ("phone", "+1 512 555 0148"),
        ("language", language),
        ("zone", zone),
        ("active", "on"),
    ];
    assert_eq!(desk.post(&format!("/contacts/{}", desk.dana), &contact).await.status, 303);
    let case = desk.opened(TITLE).await;
    heard(&desk, &case).await;
    let address = serve(desk.router()).await;
    let token = made(&desk, &case, &desk.dana, &[]).await;
    with_browser(Script::Off, async |browser| {
        let dana = Guest::invited(browser, &address, &token, language).await;
        dana.reads("96 of 200 boards cannot be used").await;
        dana.does("correct", &[("words", "98, not 96.")]).await;
        dana.does("propose", &[("what", "Half by Thursday, half on Monday")]).await;
        dana.reads(dana.say("theirs-proposal-waits")).await;
        laid_out(&desk, &case, ["New boards, made here", "Credit for the 96"]).await;
        dana.meets_first("theirs-ways").await;
        dana.is_well("ways").await;
        dana.chooses("New boards, made here", "This one.").await;
        planned(&desk, &case, "Send 200 new boards").await;
        dana.opens().await;
        dana.reads(dana.say("theirs-plan-you-still")).await;
        dana.meets_first("theirs-plan").await;
        dana.does("agree", &[]).await;
        a_promise_is_broken(&desk, &case, &dana).await;
        dana.is_well("plan").await;
        made_good(&desk, &case, "Send 200 new boards").await;
        dana.meets_first("theirs-word").await;
        dana.does("not-solved", &[("words", "Three of them are dead.")]).await;
        let owed = desk.get("/").await.body;
        assert!(owed.contains("you told us that it is not solved") && owed.contains("tel:"), "a call is owed: {owed}");
        is_called(&desk, &case).await;
        laid_out(&desk, &case, ["Three more by courier", "Credit for the three"]).await;
        dana.chooses("Three more by courier", "By courier.").await;
        planned(&desk, &case, "Send three by courier").await;
        dana.does("agree", &[]).await;
        made_good(&desk, &case, "Send three by courier").await;
        dana.does("solved", &[("words", "All 200 work."), ("settled", "")]).await;
        dana.is_well("solved").await;
        desk.days_later(31).await;
        dana.does("open-again", &[("words", "One more died.")]).await;
        assert!(desk.get(&format!("/cases/{case}")).await.body.contains("One more died."));
    })
    .await;
}

fn told_in(language: &'static str, zone: &'static str) {
    both_async(async |db| the_whole_way(db, language, zone).await);
}

#[test]
fn their_way_is_gone_in_english() {
    told_in("en", "America/Chicago");
}

#[test]
fn their_way_is_gone_in_german() {
    told_in("de", "Europe/Berlin");
}

#[test]
fn their_way_is_gone_in_polish() {
    told_in("pl", "Europe/Warsaw");
}

#[test]
fn their_way_is_gone_in_spanish() {
    told_in("es", "Europe/Madrid");
}
