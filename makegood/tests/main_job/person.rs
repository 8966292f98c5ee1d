//! A person at the browser: finds fields by their labels and acts by their names, reads what is shown, and lets time pass.

use std::cell::RefCell;
use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::house::House;
use crate::browser::{Browser, Scheme, Script};

/// How often the browser is asked whether the next page has come, 20 ms apart.
const LOOKS: u32 = 1_000;

/// The field with this label, inside the fieldset or fold of this name when one is given.
const FIELD: &str = r"
    const [label, within] = arguments, plain = (e) => e.textContent.replace(/\s+/g, ' ').replace(/ ?\(optional\)/, '').trim();
    let root = document.querySelector('main');
    if (within) {
        const heads = [...root.querySelectorAll('legend, summary')].filter((e) => plain(e) === within);
        root = heads.length ? heads[0].parentElement : null;
    }
    if (!root) return null;
    const found = [...root.querySelectorAll('label')].filter((e) => plain(e) === label).map((e) => document.getElementById(e.htmlFor));
    return found.find((e) => e) || null;";

/// The button or link with this name; what can be seen before what is folded, buttons before links.
const ACT: &str = r"
    const [name] = arguments, plain = (e) => e.textContent.replace(/\s+/g, ' ').trim();
    const found = ['main button', 'main a', 'header button, header a, nav a']
        .flatMap((kind) => [...document.querySelectorAll(kind)]).filter((e) => plain(e) === name);
    return found.find((e) => e.checkVisibility()) || found[0] || null;";

/// The closed fold around an element.
const FOLD: &str =
    "const fold = arguments[0].closest('details:not([open])'); return fold && fold.querySelector('summary')";

pub struct Person<'a> {
    pub browser: &'a Browser,
    pub house: &'a House,
    /// What tells the pages' script the time of the house; a new one takes the place of the old.
    time: RefCell<Option<String>>,
}

impl<'a> Person<'a> {
    /// Sits down at a window of 1280 px.
    pub async fn at(browser: &'a Browser, house: &'a House) -> Person<'a> {
        let person = Person { browser, house, time: RefCell::new(None) };
        browser.look(1280, Scheme::Light).await;
        person.tell_the_time().await;
        person
    }

    /// Lets minutes pass for the program and for the page.
    pub async fn wait(&self, minutes: i64) {
        self.house.clock.fetch_add(minutes * 60_000_000, Ordering::SeqCst);
        self.tell_the_time().await;
    }

    async fn tell_the_time(&self) {
        if self.browser.script() == Script::Off {
            return;
        }
        let before = self.time.borrow_mut().take();
        if let Some(id) = before {
            self.browser.devtools("Page.removeScriptToEvaluateOnNewDocument", json!({"identifier": id})).await;
        }
        let source = format!("Date.now = () => {}", self.house.now().as_millisecond());
        let said = self.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await;
        *self.time.borrow_mut() = said["identifier"].as_str().map(str::to_owned);
    }

    pub async fn go(&self, path: &str) {
        self.browser.driver.goto(format!("{}{path}", self.house.address)).await.unwrap();
    }

    /// The path of the page shown.
    pub async fn path(&self) -> String {
        self.browser.driver.current_url().await.unwrap().path().to_owned()
    }

    /// Takes the place of signing in where a test is about something else.
    pub async fn is(&self, email: &str) {
        let token = self.house.session_of(email).await;
        self.go("/sign-in").await;
        let mut cookie = Cookie::new(makegood::session::COOKIE_PLAIN, token);
        cookie.set_path("/");
        self.browser.driver.add_cookie(cookie).await.unwrap();
    }

    async fn found(&self, script: &str, asked: Vec<Value>) -> Option<WebElement> {
        let said = self.browser.driver.execute(script, asked).await.unwrap();
        if said.json().is_null() { None } else { Some(said.element().unwrap()) }
    }

    async fn field(&self, label: &str, within: &str) -> WebElement {
        let found = self.found(FIELD, vec![json!(label), json!(within)]).await;
        let field = match found {
            Some(field) => field,
            None => panic!("no field “{label}” in “{within}” on {}:\n{}", self.path().await, self.text().await),
        };
        self.unfold(&field).await;
        field
    }

    /// Opens every fold around an element, from the outermost seen.
    async fn unfold(&self, element: &WebElement) {
        for _ in 0..4 {
            match self.found(FOLD, vec![element.to_json().unwrap()]).await {
                Some(summary) => self.click(&summary).await,
                None => return,
            }
        }
    }

    /// In the middle of the window nothing lies over it.
    async fn click(&self, element: &WebElement) {
        let middle = "arguments[0].scrollIntoView({block: 'center'})";
        self.browser.driver.execute(middle, vec![element.to_json().unwrap()]).await.unwrap();
        element.click().await.unwrap();
    }

    /// Writes into the field with this label; what stood there goes.
    pub async fn write(&self, label: &str, words: &str) {
        self.write_in("", label, words).await;
    }

    /// The same where several fields have the label: in the group or fold of this name.
    pub async fn write_in(&self, within: &str, label: &str, words: &str) {
        let field = self.field(label, within).await;
        field.clear().await.unwrap();
        field.send_keys(words).await.unwrap();
    }

    /// Chooses what begins with these words from the list with this label.
    pub async fn choose(&self, label: &str, words: &str) {
        self.choose_in("", label, words).await;
    }

    pub async fn choose_in(&self, within: &str, label: &str, words: &str) {
        let field = self.field(label, within).await;
        let script = "return [...arguments[0].options].find((o) => o.text.trim().startsWith(arguments[1])) || null";
        let asked = vec![field.to_json().unwrap(), json!(words)];
        let Some(option) = self.found(script, asked).await else { panic!("“{label}” offers no “{words}”") };
        option.click().await.unwrap();
    }

    /// Sets the tick or the choice with this label.
    pub async fn tick(&self, label: &str) {
        self.tick_in("", label).await;
    }

    pub async fn tick_in(&self, within: &str, label: &str) {
        let field = self.field(label, within).await;
        if !field.is_selected().await.unwrap() {
            self.click(&field).await;
        }
    }

    /// What stands in a field.
    pub async fn kept(&self, label: &str) -> String {
        self.field(label, "").await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Presses the button or link of this name and waits for the page that comes.
    pub async fn press(&self, name: &str) {
        let Some(act) = self.found(ACT, vec![json!(name)]).await else {
            panic!("nothing is called “{name}” on {}:\n{}", self.path().await, self.text().await)
        };
        self.unfold(&act).await;
        self.browser.driver.execute("window.pageBefore = true", Vec::new()).await.unwrap();
        self.click(&act).await;
        self.next_page(name).await;
    }

    pub async fn next_page(&self, after: &str) {
        for _ in 0..LOOKS {
            // While one page goes and the other comes there may be none to ask.
            let there = "return window.pageBefore !== true && document.readyState === 'complete'";
            if let Ok(said) = self.browser.driver.execute(there, Vec::new()).await
                && said.json().as_bool() == Some(true)
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("no other page came after “{after}” on {}", self.path().await);
    }

    /// The words on the page as they are seen.
    pub async fn text(&self) -> String {
        let text = self.browser.text("return document.body.innerText").await;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub async fn reads(&self, words: &str) {
        let text = self.text().await;
        assert!(text.contains(words), "“{words}” is not read on {}:\n{text}", self.path().await);
    }

    pub async fn does_not_read(&self, words: &str) {
        let text = self.text().await;
        assert!(!text.contains(words), "“{words}” is read on {}:\n{text}", self.path().await);
    }

    /// Presses and must read that it was kept.
    pub async fn press_and_read(&self, name: &str, words: &str) {
        self.press(name).await;
        self.reads(words).await;
    }

    /// Opens the case and one of its acts, by the act's name on the page.
    pub async fn act(&self, case: &str, name: &str) {
        self.go(case).await;
        self.press(name).await;
    }

    /// Presses a button that stays on the page.
    pub async fn press_here(&self, name: &str) {
        let Some(act) = self.found(ACT, vec![json!(name)]).await else {
            panic!("nothing is called “{name}” on {}", self.path().await)
        };
        self.click(&act).await;
    }

    /// Waits for words that the page's script brings.
    pub async fn until_here(&self, words: &str) {
        for _ in 0..LOOKS {
            if self.text().await.contains(words) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("“{words}” does not come on {}:\n{}", self.path().await, self.text().await);
    }

    /// Turns to a part of a sheet; without script all of them stand under each other.
    pub async fn part(&self, name: &str) {
        if self.browser.script() == Script::On {
            let tab = format!(
                "return [...document.querySelectorAll('[role=tab]')].find((t) => t.textContent.startsWith({name:?}))"
            );
            let Some(tab) = self.found(&tab, vec![]).await else {
                panic!("no part is called “{name}” on {}", self.path().await)
            };
            self.click(&tab).await;
        }
    }

    /// The four lights of the case, by how many shine.
    pub async fn lights(&self, case: &str) -> i64 {
        self.go(case).await;
        self.browser.number("return document.querySelectorAll('.lights .lit').length").await
    }

    /// Signs in again when the session ended meanwhile.
    pub async fn signs_in(&self) {
        self.go("/").await;
        if self.path().await == "/sign-in" {
            self.write("E-mail", super::begin::EMAIL).await;
            self.write("Password", super::begin::PASSWORD).await;
            self.press("Sign in").await;
        }
    }

    /// Gives a file to the field with this label.
    pub async fn send_file(&self, label: &str, file: &std::path::Path) {
        self.field(label, "").await.send_keys(file.display().to_string()).await.unwrap();
    }

    /// Looks at the page again until work behind it has come so far.
    pub async fn until_it_reads(&self, words: &str) {
        for _ in 0..LOOKS {
            if self.text().await.contains(words) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
            self.browser.driver.refresh().await.unwrap();
        }
        panic!("“{words}” does not come on {}", self.path().await);
    }

    pub async fn must_have_a_title(&self, path: &str) {
        let title = self.browser.text("return document.title").await;
        assert!(title.len() > 3, "{path} has no title");
        let headings = self.browser.number("return document.querySelectorAll('h1').length").await;
        assert_eq!(headings, 1, "{path} has one heading of the first rank");
    }
}
