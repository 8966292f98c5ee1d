//! What the program says to a person: done, refused, nothing here, more below.

use maud::{Markup, Render, html};

use super::Label;
use crate::words::t;

/// Word that an act was done, or that something needs a look; read out by a screen reader when the page arrives.
#[derive(Clone, Debug)]
pub struct Notice {
    sentence: Label,
    way: Option<(String, Label)>,
    below: Vec<Markup>,
    tone: Tone,
    name: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    Done,
    Look,
}

impl Notice {
    /// Something was done; said only after it truly was.
    pub fn done(sentence: impl Into<Label>) -> Notice {
        Notice { sentence: sentence.into(), way: None, below: vec![], tone: Tone::Done, name: None }
    }

    /// Something went wrong or needs a look.
    pub fn look(sentence: impl Into<Label>) -> Notice {
        Notice { sentence: sentence.into(), way: None, below: vec![], tone: Tone::Look, name: None }
    }

    /// What to do about it.
    pub fn way(mut self, href: impl Into<String>, label: impl Into<Label>) -> Notice {
        self.way = Some((href.into(), label.into()));
        self
    }
}

impl Notice {
    /// What else there is to say or to do about it.
    pub fn below(mut self, more: Markup) -> Notice {
        self.below.push(more);
        self
    }

    /// A name that an address can end with: the browser goes there, and the keyboard with it.
    pub fn named(mut self, name: &'static str) -> Notice {
        self.name = Some(name);
        self
    }
}

impl Render for Notice {
    fn render(&self) -> Markup {
        let role = if self.tone == Tone::Done { "status" } else { "alert" };
        html! {
            div.notice.look[self.tone == Tone::Look] role=(role) id=[self.name] tabindex="-1" {
                p { (self.sentence) @if let Some((href, label)) = &self.way { " " a href=(href) { (label) } } }
                @for more in &self.below { (more) }
            }
        }
    }
}

/// The rules said no: the sentence, and the way out.
#[derive(Clone, Debug)]
pub struct Refusal {
    sentence: Label,
    way_out: Option<Label>,
    href: Option<String>,
    below: Option<Markup>,
}

impl Refusal {
    pub fn new(sentence: impl Into<Label>) -> Refusal {
        Refusal { sentence: sentence.into(), way_out: None, href: None, below: None }
    }

    /// What the person can do instead.
    pub fn way_out(mut self, words: impl Into<Label>) -> Refusal {
        self.way_out = Some(words.into());
        self
    }

    /// What there is to read before going on.
    pub fn below(mut self, more: Markup) -> Refusal {
        self.below = Some(more);
        self
    }

    /// Where the way out begins.
    pub fn href(mut self, href: impl Into<String>) -> Refusal {
        self.href = Some(href.into());
        self
    }
}

impl Render for Refusal {
    fn render(&self) -> Markup {
        html! {
            div.refusal role="alert" {
                p { strong { (self.sentence) } }
                @if let Some(more) = &self.below { (more) }
                @if let Some(words) = &self.way_out {
                    p {
                        (t("ui-way-out")) " "
                        @if let Some(href) = &self.href { a href=(href) { (words) } } @else { (words) }
                    }
                }
            }
        }
    }
}

/// Nothing here, and what to do next.
pub fn empty(sentence: impl Into<Label>, next: Option<(&str, Label)>) -> Markup {
    html! {
        div.empty {
            p { (sentence.into()) }
            @if let Some((href, label)) = next { p { a href=(href) { (label) } } }
        }
    }
}

/// The same with several ways on.
pub fn empty_with<'a>(sentence: impl Into<Label>, ways: impl IntoIterator<Item = (&'a str, Label)>) -> Markup {
    html! {
        div.empty {
            p { (sentence.into()) }
            @for (href, label) in ways { p { a href=(href) { (label) } } }
        }
    }
}

/// Short facts on one line: what a page says under its heading.
pub fn in_short(facts: impl IntoIterator<Item = Markup>) -> Markup {
    html! { p.in-short { @for fact in facts { span { (fact) } " " } } }
}

/// Kinds beside each other.
pub fn chips(kinds: impl IntoIterator<Item = Markup>) -> Markup {
    html! { p.chips { @for kind in kinds { (kind) " " } } }
}

/// Word of something that came about while the page was open, with one way on; it stands over the page and moves nothing.
pub fn toast(sentence: impl Into<Label>, way: Option<(&str, Label)>) -> Markup {
    html! {
        div.toast role="status" {
            p { (sentence.into()) }
            @if let Some((href, label)) = way { a href=(href) { (label) } }
        }
    }
}

/// A small word that names a kind; never decoration.
pub fn chip(label: impl Into<Label>) -> Markup {
    html! { span.chip { (label.into()) } }
}

/// Acts or words of second rank, folded away.
pub fn more(summary: impl Into<Label>, body: Markup) -> Markup {
    folded(&summary.into(), Fold::Shut, body)
}

/// How a folded part stands when the page arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    Open,
    Shut,
}

pub(super) fn folded(summary: &Label, fold: Fold, body: Markup) -> Markup {
    html! {
        details.more open[fold == Fold::Open] {
            summary { (summary) }
            div.folded { (body) }
        }
    }
}

/// How far something has come: a bar with the same said in words.
pub fn progress(label: impl Into<Label>, done: u64, of: u64) -> Markup {
    let label = label.into();
    html! {
        p.progress {
            span { (label) }
            progress value=(done.min(of)) max=(of.max(1)) aria-label=(label.as_str()) {}
            span.figures { (crate::words::t_with("ui-progress", &[("done", done.into()), ("of", of.into())])) }
        }
    }
}
