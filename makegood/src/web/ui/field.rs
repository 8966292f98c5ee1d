//! One field of a form: label, input, help, and the sentence that says what is wrong with it.

use maud::{Markup, Render, html};

use super::choice::{Choice, tick};
use super::{Label, Typed};

/// A field. It must be filled unless it is marked [`Field::optional`]; a check box never must.
#[derive(Clone, Debug)]
pub struct Field {
    pub(super) name: String,
    pub(super) label: Label,
    kind: Kind,
    pub(super) value: Option<String>,
    /// What stood in it before anybody typed; a folded part with nothing but proposals stays shut.
    proposed: Option<String>,
    help: Option<Label>,
    nudge: Option<Label>,
    error: Option<Label>,
    need: Need,
    autocomplete: Option<&'static str>,
    bounds: Bounds,
    zones: Option<(String, String)>,
    prefix: String,
    label_is: Shown,
}

/// Whether the label is seen, or only heard because the table around the field says it already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Seen,
    Heard,
}

#[derive(Clone, Debug)]
enum Kind {
    Input(&'static str),
    Area { rows: u8 },
    Select(Vec<Choice>),
    Radios(Vec<Choice>),
    Checks(Vec<Choice>),
    Check,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    Must,
    May,
    /// As may, without the mark.
    Free,
}

#[derive(Clone, Debug, Default)]
struct Bounds {
    min: Option<String>,
    max: Option<String>,
    step: Option<String>,
    length: Option<u32>,
}

impl Field {
    fn new(name: &str, label: impl Into<Label>, kind: Kind) -> Field {
        Field {
            name: name.to_owned(),
            label: label.into(),
            kind,
            value: None,
            proposed: None,
            help: None,
            nudge: None,
            error: None,
            need: Need::Must,
            autocomplete: None,
            bounds: Bounds::default(),
            zones: None,
            prefix: "f".to_owned(),
            label_is: Shown::Seen,
        }
    }

    pub fn text(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Input("text"))
    }

    pub fn email(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Input("email")).autocomplete("email")
    }

    pub fn phone(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Input("tel"))
    }

    /// A password; what was typed is never written back into the page.
    pub fn password(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Input("password")).autocomplete("current-password")
    }

    /// A file; the form must be one for uploads ([`super::Form::upload`]).
    pub fn file(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Input("file"))
    }

    pub fn number(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Input("number"))
    }

    /// A local date and time (`2025-11-28T14:00`), in the zone the page says.
    pub fn date_time(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Input("datetime-local"))
    }

    pub fn date(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Input("date"))
    }

    pub fn time(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Input("time"))
    }

    /// Words of several lines.
    pub fn words(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Area { rows: 4 })
    }

    pub fn select(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Select(Vec::new()))
    }

    /// One of a few, all visible.
    pub fn radios(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Radios(Vec::new()))
    }

    /// Any of a few, all visible; the name repeats for each.
    pub fn checks(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Checks(Vec::new()))
    }

    /// Yes or not; sends `on` when ticked.
    pub fn check(name: &str, label: impl Into<Label>) -> Field {
        Field::new(name, label, Kind::Check)
    }

    /// Adds one way to answer a select, radio or check field.
    pub fn choice(self, value: &str, label: impl Into<Label>) -> Field {
        self.add_choice(Choice { value: value.to_owned(), label: label.into(), help: None })
    }

    /// Adds one way to answer, with a line that explains it.
    pub fn choice_with_help(self, value: &str, label: impl Into<Label>, help: impl Into<Label>) -> Field {
        self.add_choice(Choice { value: value.to_owned(), label: label.into(), help: Some(help.into()) })
    }

    /// Adds many ways to answer, as pairs of value and words.
    pub fn choices<L: Into<Label>>(self, choices: impl IntoIterator<Item = (String, L)>) -> Field {
        choices.into_iter().fold(self, |field, (value, label)| field.choice(&value, label))
    }

    fn add_choice(mut self, choice: Choice) -> Field {
        match &mut self.kind {
            Kind::Select(choices) | Kind::Radios(choices) | Kind::Checks(choices) => choices.push(choice),
            Kind::Input(_) | Kind::Area { .. } | Kind::Check => {
                debug_assert!(false, "this kind of field has no choices")
            }
        }
        self
    }

    /// The value to start with; what a person typed ([`super::Form::typed`]) wins over it.
    pub fn value(mut self, value: impl Into<String>) -> Field {
        self.value = Some(value.into());
        self
    }

    pub fn help(mut self, help: impl Into<Label>) -> Field {
        self.help = Some(help.into());
        self
    }

    /// Advice beside the field; it blocks nothing.
    pub fn nudge(mut self, advice: impl Into<Label>) -> Field {
        self.nudge = Some(advice.into());
        self
    }

    /// In a cell of a table, whose row and column name the field to the eye.
    pub fn unseen_label(mut self) -> Field {
        self.label_is = Shown::Heard;
        self
    }

    pub fn error(mut self, sentence: impl Into<Label>) -> Field {
        self.error = Some(sentence.into());
        self
    }

    pub fn optional(mut self) -> Field {
        self.need = Need::May;
        self
    }

    pub fn autocomplete(mut self, token: &'static str) -> Field {
        self.autocomplete = Some(token);
        self
    }

    /// How many lines a field of words shows.
    pub fn rows(mut self, rows: u8) -> Field {
        if let Kind::Area { rows: shown } = &mut self.kind {
            *shown = rows;
        }
        self
    }

    pub fn min(mut self, min: impl ToString) -> Field {
        self.bounds.min = Some(min.to_string());
        self
    }

    pub fn max(mut self, max: impl ToString) -> Field {
        self.bounds.max = Some(max.to_string());
        self
    }

    pub fn step(mut self, step: impl ToString) -> Field {
        self.bounds.step = Some(step.to_string());
        self
    }

    /// The most characters that can be typed.
    pub fn length(mut self, characters: u32) -> Field {
        self.bounds.length = Some(characters);
        self
    }

    /// Shows, beside a date and time in `ours`, what it is on `their` clock (IANA names; needs the script, lost without it).
    pub fn their_zone(mut self, their: &str, ours: &str) -> Field {
        self.zones = Some((their.to_owned(), ours.to_owned()));
        self
    }

    /// Takes what was typed and what was wrong from the posted form; `prefix` keeps ids apart when a page has several forms.
    pub(super) fn filled_from(mut self, typed: Option<&Typed>, prefix: &str) -> Field {
        self.prefix = prefix.to_owned();
        self.proposed.clone_from(&self.value);
        if let Some(typed) = typed {
            if typed.has(&self.name) {
                self.value = match self.kind {
                    Kind::Checks(_) => Some(typed.values(&self.name).collect::<Vec<_>>().join("\n")),
                    _ => typed.raw(&self.name).map(str::to_owned),
                };
            }
            if let Some(sentence) = typed.error(&self.name) {
                self.error = Some(sentence.clone());
            }
        }
        self
    }

    pub(super) fn needs_a_look(&self) -> bool {
        let typed = self.value.as_deref().is_some_and(|value| !value.is_empty()) && self.value != self.proposed;
        self.error.is_some() || typed
    }

    /// Neither required nor marked as optional: where nothing is required, the mark would be noise.
    pub fn unmarked(mut self) -> Field {
        self.need = Need::Free;
        self
    }

    pub(super) fn id(&self) -> String {
        format!("{}-{}", self.prefix, self.name)
    }

    /// Where the error summary leads: the input itself, or the first of a set.
    pub(super) fn anchor(&self) -> String {
        match self.kind {
            Kind::Radios(_) | Kind::Checks(_) => format!("{}-0", self.id()),
            _ => self.id(),
        }
    }

    fn described_by(&self) -> Option<String> {
        let id = self.id();
        let parts: Vec<String> = [(&self.error, "error"), (&self.help, "help"), (&self.nudge, "nudge")]
            .iter()
            .filter(|(part, _)| part.is_some())
            .map(|(_, end)| format!("{id}-{end}"))
            .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    fn may_mark(&self) -> Markup {
        html! { @if self.need == Need::May { " " span.may { (crate::words::t("ui-optional")) } } }
    }

    fn said(&self) -> Markup {
        let id = self.id();
        html! {
            @if let Some(help) = &self.help { p.help id={ (id) "-help" } { (help) } }
            @if let Some(nudge) = &self.nudge { p.nudge id={ (id) "-nudge" } { (nudge) } }
            @if let Some(error) = &self.error { p.error id={ (id) "-error" } { (error) } }
        }
    }

    fn one(&self, input: Markup) -> Markup {
        html! {
            div.field.wrong[self.error.is_some()] {
                label.unseen[self.label_is == Shown::Heard] for=(self.id()) { (self.label) (self.may_mark()) }
                (self.said())
                (input)
                @if let Some((their, ours)) = &self.zones {
                    output.theirs-preview for=(self.id()) data-their-zone=(their) data-our-zone=(ours) {}
                }
            }
        }
    }

    fn input(&self, kind: &'static str) -> Markup {
        let value = if kind == "password" { None } else { self.value.as_deref() };
        let bounds = &self.bounds;
        self.one(html! {
            input type=(kind) id=(self.id()) name=(self.name) value=[value] required[self.need == Need::Must]
                autocomplete=[self.autocomplete] min=[bounds.min.as_deref()] max=[bounds.max.as_deref()]
                step=[bounds.step.as_deref()] maxlength=[bounds.length] aria-invalid=[self.invalid()]
                aria-describedby=[self.described_by()];
        })
    }

    fn area(&self, rows: u8) -> Markup {
        self.one(html! {
            textarea id=(self.id()) name=(self.name) rows=(rows) required[self.need == Need::Must]
                maxlength=[self.bounds.length] aria-invalid=[self.invalid()] aria-describedby=[self.described_by()] {
                // A browser drops the first line break after the tag; this one is there to be dropped.
                "\n" (self.value.as_deref().unwrap_or_default())
            }
        })
    }

    fn select_box(&self, choices: &[Choice]) -> Markup {
        let chosen = self.value.as_deref().unwrap_or_default();
        self.one(html! {
            select id=(self.id()) name=(self.name) required[self.need == Need::Must] autocomplete=[self.autocomplete]
                aria-invalid=[self.invalid()] aria-describedby=[self.described_by()] {
                @for choice in choices {
                    option value=(choice.value) selected[choice.value == chosen] { (choice.label) }
                }
            }
        })
    }

    /// Radio buttons or check boxes under one legend.
    fn set(&self, kind: &'static str, choices: &[Choice]) -> Markup {
        let chosen: Vec<&str> = self.value.as_deref().unwrap_or_default().lines().collect();
        let role = (kind == "radio").then_some("radiogroup");
        // Only the role radiogroup may be called invalid; a set of check boxes has its sentence alone.
        let invalid = role.and(self.invalid());
        html! {
            fieldset.field.set.wrong[self.error.is_some()] role=[role] aria-invalid=[invalid] aria-describedby=[self.described_by()] {
                legend { (self.label) (self.may_mark()) }
                (self.said())
                @for (n, choice) in choices.iter().enumerate() {
                    (tick(kind, &format!("{}-{n}", self.id()), &self.name, choice, chosen.contains(&choice.value.as_str())))
                }
            }
        }
    }

    fn check_box(&self) -> Markup {
        let checked = self.value.as_deref().is_some_and(|value| !value.is_empty());
        html! {
            div.field.wrong[self.error.is_some()] {
                div.tick {
                    input type="checkbox" id=(self.id()) name=(self.name) value="on" checked[checked]
                        aria-invalid=[self.invalid()] aria-describedby=[self.described_by()];
                    label for=(self.id()) { (self.label) }
                }
                (self.said())
            }
        }
    }
}

impl Render for Field {
    fn render(&self) -> Markup {
        match &self.kind {
            Kind::Input(kind) => self.input(kind),
            Kind::Area { rows } => self.area(*rows),
            Kind::Select(choices) => self.select_box(choices),
            Kind::Radios(choices) => self.set("radio", choices),
            Kind::Checks(choices) => self.set("checkbox", choices),
            Kind::Check => self.check_box(),
        }
    }
}
