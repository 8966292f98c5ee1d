//! The keyboard alone: what has the focus, keys pressed there, and the way by Tab to what is called so.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::time::Duration;

use thirtyfour::prelude::*;

use crate::browser::Browser;

/// What the keyboard is at: the name of a button or link, the label of a field.
const HERE: &str = r"
    const e = document.activeElement, from = e.labels && e.labels[0] ? e.labels[0] : e;
    return (e.getAttribute('aria-label') || from.textContent).replace(/\s+/g, ' ').replace(/ ?\(optional\)/, '').trim()";
/// What a select shows.
const CHOSEN: &str = "return document.activeElement.selectedOptions[0].textContent.trim()";

pub struct Keys<'b> {
    pub browser: &'b Browser,
    /// Stops of the Tab key before a page has too many of them.
    stops: usize,
}

impl<'b> Keys<'b> {
    pub fn of(browser: &'b Browser, stops: usize) -> Keys<'b> {
        Keys { browser, stops }
    }

    pub async fn press(&self, keys: impl Into<TypingData>) {
        self.browser.driver.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    pub async fn here(&self) -> String {
        self.browser.text(HERE).await
    }

    pub async fn tab_to(&self, name: &str) {
        let mut passed = vec![];
        for _ in 0..self.stops {
            let here = self.here().await;
            if here == name {
                return;
            }
            passed.push(here);
            self.press(Key::Tab + "").await;
        }
        panic!("the keyboard does not come to “{name}”; it comes to {passed:#?}\non {}", self.page().await);
    }

    /// Presses keys that bring another page, or another place of this one.
    pub async fn goes(&self, keys: impl Into<TypingData>) {
        let mark = "window.pageBefore = location.href";
        self.browser.driver.execute(mark, Vec::new()).await.unwrap();
        self.press(keys).await;
        for _ in 0..200 {
            let there = "return window.pageBefore !== location.href && document.readyState === 'complete'";
            if let Ok(said) = self.browser.driver.execute(there, Vec::new()).await
                && said.json().as_bool() == Some(true)
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("no other page came after {}", self.page().await);
    }

    pub async fn enter(&self, name: &str) {
        self.tab_to(name).await;
        self.goes(Key::Enter + "").await;
    }

    /// Writes into the field with this label, over what stands there.
    pub async fn write(&self, label: &str, words: &str) {
        self.tab_to(label).await;
        self.press(Key::Control + "a").await;
        self.press(words).await;
    }

    /// Chooses from a select by the letters of the choice, and where they are not enough by arrows.
    pub async fn pick(&self, label: &str, choice: &str) {
        self.tab_to(label).await;
        self.press(choice.chars().take_while(char::is_ascii).collect::<String>()).await;
        for _ in 0..9 {
            if self.browser.text(CHOSEN).await == choice {
                return;
            }
            self.press(Key::Down + "").await;
        }
        panic!("“{choice}” is no choice of “{label}” on {}", self.page().await);
    }

    /// Ticks a box, or the first of several that exclude each other.
    pub async fn tick(&self, name: &str) {
        self.tab_to(name).await;
        self.press(Key::Space + "").await;
    }

    /// Ticks one of several that exclude each other: by the first of them, then by arrows.
    pub async fn arrow_to(&self, first: &str, name: &str) {
        self.tick(first).await;
        for _ in 0..9 {
            if self.here().await == name {
                return;
            }
            self.press(Key::Down + "").await;
        }
        panic!("no arrow comes from “{first}” to “{name}” on {}", self.page().await);
    }

    /// Opens a fold.
    pub async fn unfold(&self, name: &str) {
        self.tab_to(name).await;
        self.press(Key::Enter + "").await;
    }

    /// Keeps a form by the key that goes on; what comes of it has the focus.
    pub async fn keep(&self, said: &str) {
        self.goes(Key::Control + Key::Enter).await;
        let here = self.here().await;
        assert!(here.contains(said), "“{said}” has the focus, not “{here}”, on {}", self.page().await);
    }

    /// The same where the page goes to what happened, and only shows what comes of it.
    pub async fn keep_on_the_case(&self, said: &str) {
        self.goes(Key::Control + Key::Enter).await;
        let page = self.page().await;
        assert!(page.contains(said), "“{said}” is not on {page}");
    }

    async fn page(&self) -> String {
        self.browser.text("return location.pathname + location.search + location.hash + '\\n' + document.querySelector('main').innerText").await
    }
}
