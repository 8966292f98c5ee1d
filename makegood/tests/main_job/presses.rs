//! Counts the keys that somebody presses beside the words they type: Tab, Enter, arrows, letters that choose from a list.
//!
//! A figure of it is printed as `figure <name> <number>`, the way `cargo xtask bench` reads figures.

use std::cell::RefCell;

use thirtyfour::prelude::*;

use super::person::Person;

pub struct Presses<'p> {
    person: &'p Person<'p>,
    /// What was pressed, in order.
    pressed: RefCell<Vec<String>>,
}

impl<'p> Presses<'p> {
    pub fn of(person: &'p Person<'p>) -> Presses<'p> {
        Presses { person, pressed: RefCell::new(vec![]) }
    }

    async fn send(&self, keys: impl Into<TypingData>) {
        self.person.browser.driver.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// One press, of one key or of one with Control.
    pub async fn press(&self, name: &str, keys: impl Into<TypingData>) {
        self.pressed.borrow_mut().push(name.to_owned());
        self.send(keys).await;
    }

    pub async fn tab(&self) {
        self.press("Tab", Key::Tab + "").await;
    }

    pub async fn go_on(&self) {
        self.press("Ctrl+Enter", Key::Control + Key::Enter).await;
    }

    pub async fn next_part(&self) {
        self.press("Ctrl+Down", Key::Control + Key::Down).await;
    }

    /// A press that brings another page.
    pub async fn turns_the_page(&self, name: &str, keys: impl Into<TypingData>) {
        self.person.browser.driver.execute("window.pageBefore = true", Vec::new()).await.unwrap();
        self.press(name, keys).await;
        self.person.next_page(name).await;
    }

    /// Words are what the work is about; they do not count. A line break is a press like any other.
    pub async fn words(&self, label: &str, words: &str) {
        self.is_at(label).await;
        for (n, line) in words.split('\n').enumerate() {
            if n > 0 {
                self.press("Enter", Key::Enter + "").await;
            }
            self.send(line).await;
        }
    }

    /// The keyboard is where a person would look for it.
    pub async fn is_at(&self, label: &str) {
        let here = self.person.browser.text(super::keys::HERE).await;
        assert_eq!(here, label, "after {:?}", self.pressed.borrow());
    }

    pub fn count(&self) -> usize {
        self.pressed.borrow().len()
    }

    /// Prints the figure for whoever measures.
    pub fn told_as(&self, figure: &str) {
        println!("{} presses: {}", self.count(), self.pressed.borrow().join(" "));
        println!("figure {figure} {}", self.count());
    }
}
