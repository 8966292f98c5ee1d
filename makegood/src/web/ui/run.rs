//! The lines of *Run to it*: who must hear from us, what happened in their words, the first sentence to say, one act.

use maud::{Markup, Render, html};

use super::people::{call, call_act};
use super::{Clock, Label, their_words};
use crate::web::when::When;
use crate::words::quotes::quoted;
use crate::words::t;

/// One line of *Run to it*.
#[derive(Clone, Debug)]
pub struct RunLine {
    clock: Clock,
    name: Option<String>,
    account: String,
    phone: Option<String>,
    there: Option<When>,
    theirs: Option<String>,
    plain: Option<Label>,
    about: Option<String>,
    say: Option<(Label, String)>,
    case: Option<(String, String)>,
    acts: Vec<Act>,
    key: Option<String>,
    marks: Vec<Label>,
    /// What went wrong with it already.
    wrong: Vec<Label>,
    here: Option<String>,
    owner: Option<String>,
    /// How many more there are like it, and where they stand.
    more: Option<(String, String)>,
}

#[derive(Clone, Debug)]
struct Act {
    kind: ActKind,
    key: Option<&'static str>,
}

#[derive(Clone, Debug)]
enum ActKind {
    /// Tap the number.
    Call,
    /// The one obvious act.
    Go(String, Label),
    /// An act of second rank.
    OrGo(String, Label),
    Form(Markup),
}

impl Act {
    fn of(kind: ActKind) -> Act {
        Act { kind, key: None }
    }

    fn markup(&self, phone: Option<&str>) -> Markup {
        let key = self.key;
        match &self.kind {
            ActKind::Call => call_act(phone, key),
            ActKind::Go(href, label) => html! { a.act href=(href) data-key=[key] aria-keyshortcuts=[key] { (label) } },
            ActKind::OrGo(href, label) => html! { a href=(href) data-key=[key] aria-keyshortcuts=[key] { (label) } },
            ActKind::Form(form) => form.clone(),
        }
    }
}

impl RunLine {
    pub fn new(clock: Clock, account: impl Into<String>) -> RunLine {
        RunLine {
            clock,
            name: None,
            account: account.into(),
            phone: None,
            there: None,
            theirs: None,
            plain: None,
            about: None,
            say: None,
            case: None,
            acts: Vec::new(),
            key: None,
            marks: Vec::new(),
            wrong: Vec::new(),
            here: None,
            owner: None,
            more: None,
        }
    }

    /// What the line is known by when the list moves.
    pub fn key(mut self, key: String) -> RunLine {
        self.key = Some(key);
        self
    }

    /// What is new about it since somebody looked.
    pub fn mark(mut self, words: impl Into<Label>) -> RunLine {
        self.marks.push(words.into());
        self
    }

    /// What went wrong with it already.
    pub fn wrong(mut self, words: impl Into<Label>) -> RunLine {
        self.wrong.push(words.into());
        self
    }

    /// The colleague who owes it, when it is not the reader.
    pub fn owed_by(mut self, words: String) -> RunLine {
        self.owner = Some(words);
        self
    }

    /// How many more there are like it, and the way to them.
    pub fn more(mut self, words: String, href: &str) -> RunLine {
        self.more = Some((words, href.to_owned()));
        self
    }

    /// Who has it open now.
    pub fn here(mut self, words: Option<String>) -> RunLine {
        self.here = words;
        self
    }

    /// The person to reach.
    pub fn person(mut self, name: impl Into<String>) -> RunLine {
        self.name = Some(name.into());
        self
    }

    pub fn phone(mut self, number: impl Into<String>) -> RunLine {
        self.phone = Some(number.into());
        self
    }

    /// What their clock shows: [`crate::web::when::there_now`].
    pub fn there(mut self, when: When) -> RunLine {
        self.there = Some(when);
        self
    }

    /// The trouble in the customer's own words.
    pub fn theirs(mut self, words: impl Into<String>) -> RunLine {
        self.theirs = Some(words.into());
        self
    }

    /// The trouble in our words, when the customer has not said theirs yet.
    pub fn plain(mut self, words: impl Into<Label>) -> RunLine {
        self.plain = Some(words.into());
        self
    }

    /// Which trouble it is about, in their words, where the line is about something we owe.
    pub fn about(mut self, words: impl Into<String>) -> RunLine {
        self.about = Some(words.into());
        self
    }

    /// The first sentence to say.
    pub fn say_first(mut self, sentence: impl Into<String>) -> RunLine {
        self.say = Some((Label::from("ui-say-first"), sentence.into()));
        self
    }

    /// The question to ask.
    pub fn ask(mut self, question: impl Into<String>) -> RunLine {
        self.say = Some((Label::from("ui-ask"), question.into()));
        self
    }

    pub fn case(mut self, number: impl Into<String>, href: impl Into<String>) -> RunLine {
        self.case = Some((number.into(), href.into()));
        self
    }

    /// The next act is to call the number.
    pub fn call(mut self) -> RunLine {
        self.acts.push(Act::of(ActKind::Call));
        self
    }

    /// The next act is a page of ours.
    pub fn go(mut self, href: &str, label: impl Into<Label>) -> RunLine {
        self.acts.push(Act::of(ActKind::Go(href.to_owned(), label.into())));
        self
    }

    /// The next act is a form of one button.
    pub fn act(mut self, form: Markup) -> RunLine {
        self.acts.push(Act::of(ActKind::Form(form)));
        self
    }

    /// An act of second rank.
    pub fn or_go(mut self, href: &str, label: impl Into<Label>) -> RunLine {
        self.acts.push(Act::of(ActKind::OrGo(href.to_owned(), label.into())));
        self
    }

    /// The key that does the act named last, while the line has the focus; it is printed beside it.
    pub fn by_key(mut self, key: &'static str) -> RunLine {
        if let Some(act) = self.acts.last_mut() {
            act.key = Some(key);
        }
        self
    }

    /// Nothing but an account and one sentence of ours stands on one line.
    fn is_short(&self) -> bool {
        self.name.is_none() && self.theirs.is_none()
    }

    fn who(&self) -> Markup {
        let name = self.name.as_deref().unwrap_or(&self.account);
        html! {
            p.who {
                span { strong { (name) } @if self.name.is_some() { ", " (self.account) } }
                @if let Some(phone) = &self.phone { " " (call(phone, name)) }
                @if let Some(there) = &self.there { " " span.quiet { (there) } }
                (self.beside())
            }
        }
    }
}

impl RunLine {
    fn beside(&self) -> Markup {
        html! {
            @if let Some((words, href)) = &self.more { " " a.whole href=(href) { (words) } }
            @if let Some(owner) = &self.owner { " " span.quiet { (owner) } }
            @for words in &self.wrong { " " span.late { (words) } }
            @for mark in &self.marks { " " span.mark { (mark) } }
            @if self.key.is_some() { " " (super::here(self.here.clone())) }
        }
    }
}

impl Render for RunLine {
    fn render(&self) -> Markup {
        html! {
            li.run.voice[self.name.is_some()] data-line=[self.key.as_deref()] {
                (self.clock)
                @if let Some((number, href)) = &self.case { a.case href=(href) data-go data-key="o" aria-keyshortcuts="o" { (number) } }
                div.what {
                    @if let Some(words) = self.plain.as_ref().filter(|_| self.is_short()) {
                        p { strong { (self.account) } " · " (words) (self.beside()) }
                    } @else {
                        (self.who())
                        @if let Some(words) = &self.theirs { (their_words(words)) }
                        @if let Some(words) = &self.plain { p { (words) } }
                    }
                    @if let Some(words) = &self.about { p.about { (quoted(words)) } }
                    @if let Some((label, sentence)) = &self.say { p.say { span.quiet { (label) } " " (quoted(sentence)) } }
                }
                @if !self.acts.is_empty() { div.acts { @for act in &self.acts { (act.markup(self.phone.as_deref())) } } }
            }
        }
    }
}

/// Lines under each other; `j` and `k` move along them.
pub fn run_list(lines: impl IntoIterator<Item = impl Render>) -> Markup {
    html! { ul.run-list data-list { @for line in lines { (line) } } }
}

/// One promise of the ledger: what was said, to whom, by when, and how it stands.
#[derive(Clone, Debug)]
pub struct PromiseLine {
    clock: Clock,
    what: String,
    to: String,
    said: Option<String>,
    by: Option<String>,
    acts: Option<Markup>,
}

impl PromiseLine {
    pub fn new(clock: Clock, what: impl Into<String>, to: impl Into<String>) -> PromiseLine {
        PromiseLine { clock, what: what.into(), to: to.into(), said: None, by: None, acts: None }
    }

    /// The words in which it was promised.
    pub fn said(mut self, words: impl Into<String>) -> PromiseLine {
        self.said = Some(words.into());
        self
    }

    /// Who made it.
    pub fn by(mut self, name: impl Into<String>) -> PromiseLine {
        self.by = Some(name.into());
        self
    }

    pub fn acts(mut self, acts: Markup) -> PromiseLine {
        self.acts = Some(acts);
        self
    }
}

impl Render for PromiseLine {
    fn render(&self) -> Markup {
        html! {
            li.promise {
                (self.clock)
                div.what {
                    p {
                        strong { (self.what) } " " span.quiet { (t("ui-promised-to")) " " } (self.to)
                        @if let Some(by) = &self.by { span.quiet { " · " (by) } }
                    }
                    @if let Some(said) = &self.said { p.quiet { (t("ui-you-said")) " " q.ours { (said) } } }
                }
                @if let Some(acts) = &self.acts { div.acts { (acts) } }
            }
        }
    }
}
