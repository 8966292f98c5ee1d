//! How a case is told: their words, the four lights, the steps of a playbook, the timeline.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, Render, html};

use super::Label;
use crate::web::when::{self, When};
use crate::words::quotes::quoted;
use crate::words::{t, t_with};

/// The customer's own words, set apart from ours by their typeface and their marks. Line breaks are kept.
pub fn their_words(words: &str) -> Markup {
    html! { blockquote.theirs { p { (quoted(words)) } } }
}

/// The four lights of a case: acknowledged, in dialogue, plan agreed, relationship kept.
#[derive(Clone, Debug, Default)]
pub struct Lights(Vec<(Label, Light)>);

/// How a light stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    Lit,
    /// What the work is at now.
    Next,
    Unlit,
}

impl Lights {
    pub fn new() -> Lights {
        Lights::default()
    }

    pub fn light(mut self, label: impl Into<Label>, light: Light) -> Lights {
        self.0.push((label.into(), light));
        self
    }
}

impl Render for Lights {
    fn render(&self) -> Markup {
        html! {
            ol.lights aria-label=(t("ui-lights")) {
                @for (label, light) in &self.0 {
                    @match light {
                        Light::Lit => { li.lit { span { (label) span.unseen { (t("ui-light-lit")) } } } }
                        Light::Next => { li.next { span { (label) span.unseen { (t("ui-light-next")) } } } }
                        Light::Unlit => { li { span { (label) span.unseen { (t("ui-light-unlit")) } } } }
                    }
                }
            }
        }
    }
}

/// The steps of a playbook in order, with the present one and what it still needs.
#[derive(Clone, Debug)]
pub struct Stepper {
    label: Label,
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
struct Step {
    title: Label,
    state: StepState,
    needed: Vec<Label>,
    body: Option<Markup>,
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    /// Its gate was passed by a named person with a reason.
    Passed,
    Present,
    Ahead,
}

impl Stepper {
    /// `label` names the playbook.
    pub fn new(label: impl Into<Label>) -> Stepper {
        Stepper { label: label.into(), steps: Vec::new() }
    }

    pub fn step(mut self, title: impl Into<Label>, state: StepState) -> Stepper {
        self.steps.push(Step { title: title.into(), state, needed: Vec::new(), body: None });
        self
    }

    /// What the step added last still needs.
    pub fn needs(mut self, needed: impl IntoIterator<Item = impl Into<Label>>) -> Stepper {
        if let Some(step) = self.steps.last_mut() {
            step.needed = needed.into_iter().map(Into::into).collect();
        }
        self
    }

    /// What can be done at the step added last.
    pub fn with(mut self, body: Markup) -> Stepper {
        if let Some(step) = self.steps.last_mut() {
            step.body = Some(body);
        }
        self
    }

    fn where_it_stands(&self) -> Option<String> {
        let present = self.steps.iter().position(|step| step.state == StepState::Present)? + 1;
        Some(t_with("ui-step-of", &[("n", present.into()), ("of", self.steps.len().into())]))
    }
}

impl Render for Stepper {
    fn render(&self) -> Markup {
        html! {
            div.stepper {
                p { strong { (self.label) } @if let Some(words) = self.where_it_stands() { " · " (words) } }
                ol aria-label=(self.label.as_str()) { @for step in &self.steps { (step) } }
            }
        }
    }
}

impl Render for Step {
    fn render(&self) -> Markup {
        let (class, said) = match self.state {
            StepState::Done => ("done", Some(t("ui-step-done"))),
            StepState::Passed => ("passed", Some(t("ui-step-passed"))),
            StepState::Present => ("present", None),
            StepState::Ahead => ("ahead", None),
        };
        html! {
            li class=(class) aria-current=[(self.state == StepState::Present).then_some("step")] {
                div {
                    p { span.title { (self.title) } @if let Some(said) = said { " " span.quiet { (said) } } }
                    @if !self.needed.is_empty() {
                        p.needed {
                            (t("ui-still-needed")) " "
                            @for (n, need) in self.needed.iter().enumerate() { @if n > 0 { ", " } (need) }
                            "."
                        }
                    }
                    @if let Some(body) = &self.body { (body) }
                }
            }
        }
    }
}

/// Everything that happened, newest first or last as the page decides, under its days.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    entries: Vec<Entry>,
    days: Days,
}

/// Which headings the days are: below a part of a page, or right below its title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Days {
    #[default]
    OfAPart,
    OfThePage,
}

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Entry {
    id: Option<String>,
    day: String,
    /// The day as an address knows it, the same whatever it is called today.
    date: String,
    when: When,
    words: Label,
    by: Option<String>,
    voice: Voice,
    quote: Option<String>,
    body: Option<Markup>,
}

/// Whose act an entry is; the page sets them apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    Theirs,
    Ours,
    /// The program by itself: a clock that ran out.
    Machine,
    /// A gate passed by exception; never hidden.
    Exception,
}

impl Timeline {
    pub fn new() -> Timeline {
        Timeline::default()
    }

    pub fn entry(mut self, entry: Entry) -> Timeline {
        self.entries.push(entry);
        self
    }

    /// For a page that is nothing but this story.
    pub fn of_the_page(mut self) -> Timeline {
        self.days = Days::OfThePage;
        self
    }
}

impl Entry {
    /// Something that happened then, for a reader in this zone.
    pub fn new(at: Timestamp, now: Timestamp, zone: &TimeZone, words: impl Into<Label>, voice: Voice) -> Entry {
        let (day, when) = (when::day_of(at, now, zone), when::hour(at, zone));
        let date = at.to_zoned(zone.clone()).date().to_string();
        Entry { id: None, day, date, when, words: words.into(), by: None, voice, quote: None, body: None }
    }

    /// The anchor of the entry: `event-17`.
    pub fn id(mut self, id: impl Into<String>) -> Entry {
        self.id = Some(id.into());
        self
    }

    pub fn by(mut self, name: impl Into<String>) -> Entry {
        self.by = Some(name.into());
        self
    }

    /// Words that were said, by them or by us according to the voice.
    pub fn quote(mut self, words: impl Into<String>) -> Entry {
        self.quote = Some(words.into());
        self
    }

    pub fn with(mut self, body: Markup) -> Entry {
        self.body = Some(body);
        self
    }
}

impl Render for Timeline {
    fn render(&self) -> Markup {
        html! {
            ol.story {
                @for day in self.entries.chunk_by(|one, next| one.date == next.date) {
                    @if let Some(first) = day.first() {
                        li id={ "day-" (first.date) } {
                            @if self.days == Days::OfThePage { h2 { (first.day) } } @else { h3 { (first.day) } }
                            ol data-list { @for entry in day { (entry) } }
                        }
                    }
                }
            }
        }
    }
}

impl Render for Entry {
    fn render(&self) -> Markup {
        let voice = match self.voice {
            Voice::Theirs => "from-them",
            Voice::Ours => "from-us",
            Voice::Machine => "machine",
            Voice::Exception => "exception",
        };
        html! {
            li class=(voice) id=[self.id.as_deref()] {
                (self.when)
                div.what {
                    p { (self.words) }
                    @if let Some(quote) = &self.quote {
                        @if self.voice == Voice::Theirs { (their_words(quote)) } @else { blockquote { p { (quote) } } }
                    }
                    @if let Some(body) = &self.body { (body) }
                }
                @if let Some(by) = &self.by { p.by { (by) } }
            }
        }
    }
}
