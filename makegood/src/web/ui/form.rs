//! A form that keeps what was typed, says what is wrong at the top, and can pass a gate with a name and a reason.

use maud::{Markup, Render, html};

mod piece;

use super::{Field, Kept, Label, Typed};
use crate::words::t;
use piece::{Piece, Stage};

/// A form that posts. Give it the `request_id` of this page view, so that pressing twice does the act once.
pub struct Form<'a> {
    action: String,
    request_id: String,
    id: String,
    hidden: Vec<(String, String)>,
    pieces: Vec<Piece>,
    typed: Option<&'a Typed>,
    refusal: Option<Markup>,
    gate: Option<(String, Label)>,
    act: Option<(Label, Rank)>,
    others: Vec<Other>,
    shape: Shape,
    carries: Carries,
    marks: Marks,
    enter: Enter,
    kept: Option<Kept>,
}

enum Other {
    Act {
        name: String,
        value: String,
        label: Label,
    },
    /// As an act, and the one that Ctrl and Enter press.
    GoOn {
        name: String,
        value: String,
        label: Label,
    },
    Link {
        href: String,
        label: Label,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    First,
    Second,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Block,
    OneLine,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Carries {
    Words,
    Files,
}

/// Which button Enter in a field presses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Enter {
    /// The first one of the form.
    PressesTheFirst,
    /// Others stand before the act: an unseen one before them does the same.
    PressesTheAct,
}

/// Whether fields say that they may be left empty.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    Shown,
    /// Nothing on this form is required, and it says so once.
    None,
}

impl<'a> Form<'a> {
    /// A form that posts to `action`; its fields' ids begin with the action's path unless [`Form::id`] says otherwise.
    pub fn post(action: impl Into<String>, request_id: impl ToString) -> Form<'a> {
        let action = action.into();
        let id = action
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
            .collect::<String>();
        Form {
            id: format!("form{}", id.trim_end_matches('-')),
            action,
            request_id: request_id.to_string(),
            hidden: Vec::new(),
            pieces: Vec::new(),
            typed: None,
            refusal: None,
            gate: None,
            act: None,
            others: Vec::new(),
            shape: Shape::Block,
            carries: Carries::Words,
            marks: Marks::Shown,
            enter: Enter::PressesTheFirst,
            kept: None,
        }
    }

    /// A form that only asks: what is filled goes into the address, nothing is changed.
    pub fn get(action: impl Into<String>) -> Form<'a> {
        Form { shape: Shape::OneLine, ..Form::post(action, "") }
    }

    /// A form that sends a file along.
    pub fn upload(mut self) -> Self {
        self.carries = Carries::Files;
        self
    }

    /// What is typed here is kept until it is sent.
    pub fn kept(mut self, kept: Kept) -> Self {
        self.kept = Some(kept);
        self
    }

    /// Names the form, when a page has two that post to the same place.
    pub fn id(mut self, id: &str) -> Self {
        self.id = id.to_owned();
        self
    }

    pub fn hidden(mut self, name: &str, value: impl ToString) -> Self {
        self.hidden.push((name.to_owned(), value.to_string()));
        self
    }

    pub fn field(mut self, field: Field) -> Self {
        self.pieces.push(Piece::One(Box::new(field)));
        self
    }

    /// Fields side by side where there is room.
    pub fn row(mut self, fields: impl IntoIterator<Item = Field>) -> Self {
        self.pieces.push(Piece::Row(fields.into_iter().collect()));
        self
    }

    /// Fields that belong together, under a legend.
    pub fn group(mut self, legend: impl Into<Label>, fields: impl IntoIterator<Item = Field>) -> Self {
        self.pieces.push(Piece::Group(legend.into(), fields.into_iter().collect()));
        self
    }

    /// Fields that belong together under a legend, side by side where there is room.
    pub fn pairs(mut self, legend: impl Into<Label>, fields: impl IntoIterator<Item = Field>) -> Self {
        self.pieces.push(Piece::Pairs(legend.into(), fields.into_iter().collect()));
        self
    }

    /// Fields that are seldom needed, folded away; open when one of them holds something.
    pub fn more(mut self, summary: impl Into<Label>, fields: impl IntoIterator<Item = Field>) -> Self {
        self.pieces.push(Piece::More(summary.into(), fields.into_iter().collect()));
        self
    }

    /// Begins a stage: a headed part of one long page, or with script one of several in turn; `focus` names its first field.
    pub fn stage(mut self, id: &'static str, label: impl Into<Label>, focus: &'static str) -> Self {
        self.pieces.push(Piece::Stage(Stage { id, label: label.into(), focus }));
        self
    }

    /// Anything else between the fields.
    pub fn block(mut self, markup: Markup) -> Self {
        self.pieces.push(Piece::Block(markup));
        self
    }

    /// Puts something beside a field that stands alone; below the piece that holds it where it does not.
    pub fn beside(mut self, name: &str, markup: Markup) -> Self {
        let holds = |piece: &Piece| piece.fields().iter().any(|field| field.name == name);
        let Some(at) = self.pieces.iter().position(holds) else { return self };
        self.enter = Enter::PressesTheAct;
        match self.pieces.remove(at) {
            Piece::One(field) => self.pieces.insert(at, Piece::Beside(field, markup)),
            other => {
                self.pieces.insert(at, other);
                self.pieces.insert(at + 1, Piece::Block(markup));
            }
        }
        self
    }

    /// Enter in a field presses the act, although other buttons stand before it.
    pub fn enter_acts(mut self) -> Self {
        self.enter = Enter::PressesTheAct;
        self
    }

    /// What came in and what was wrong with it; the fields show both.
    pub fn typed(mut self, typed: &'a Typed) -> Self {
        self.typed = Some(typed);
        self
    }

    /// Shows above the fields that the rules said no: a [`super::Refusal`].
    pub fn refused(mut self, refusal: &super::Refusal) -> Self {
        self.refusal = Some(refusal.render());
        self
    }

    /// Offers to pass a gate: its code travels as `pass_gate`, the reason is typed as `pass_reason`.
    pub fn gate(mut self, code: &str, sentence: impl Into<Label>) -> Self {
        self.gate = Some((code.to_owned(), sentence.into()));
        self
    }

    /// The one act of this form, in the person's words: *Keep it*, never *Submit*.
    pub fn act(mut self, label: impl Into<Label>) -> Self {
        self.act = Some((label.into(), Rank::First));
        self
    }

    /// The act of a form that stands beside a more important one.
    pub fn quiet_act(mut self, label: impl Into<Label>) -> Self {
        self.act = Some((label.into(), Rank::Second));
        self
    }

    /// A second act of the same form, told apart by `name=value`.
    pub fn or_act(mut self, name: &str, value: &str, label: impl Into<Label>) -> Self {
        self.others.push(Other::Act { name: name.to_owned(), value: value.to_owned(), label: label.into() });
        self
    }

    /// A second act that does the first and goes on to what comes next: the key that goes on presses it.
    pub fn or_go_on(mut self, name: &str, value: &str, label: impl Into<Label>) -> Self {
        self.others.push(Other::GoOn { name: name.to_owned(), value: value.to_owned(), label: label.into() });
        self
    }

    /// A way to leave the form.
    pub fn or_go(mut self, href: impl Into<String>, label: impl Into<Label>) -> Self {
        self.others.push(Other::Link { href: href.into(), label: label.into() });
        self
    }

    /// A form of one or two fields that stands on one line where there is room.
    pub fn one_line(mut self) -> Self {
        self.shape = Shape::OneLine;
        self
    }

    /// A sheet on which nothing is required; the page says so once, and no field says it again.
    pub fn nothing_required(mut self) -> Self {
        self.marks = Marks::None;
        self
    }

    /// The names of its fields, to find the one that a sentence is about.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().flat_map(Piece::fields).map(|field| field.name.as_str())
    }

    /// What stands in a field before anybody typed.
    pub fn proposed(&self, name: &str) -> Option<&str> {
        self.pieces.iter().flat_map(Piece::fields).find(|field| field.name == name)?.value.as_deref()
    }

    /// A form without a request id changes nothing.
    fn asks(&self) -> bool {
        self.request_id.is_empty()
    }

    /// The pieces with what was typed and what was wrong put into their fields.
    fn filled(&self) -> Vec<Piece> {
        let mut pieces = self.pieces.clone();
        for field in pieces.iter_mut().flat_map(Piece::fields_mut) {
            let filled = field.clone().filled_from(self.typed, &self.id);
            *field = if self.marks == Marks::None { filled.unmarked() } else { filled };
        }
        pieces
    }

    fn place(&self, pieces: &[Piece], name: &str) -> Option<(String, Label)> {
        if name == "pass_reason" && self.gate.is_some() {
            return Some((format!("{}-pass_reason", self.id), Label::from("ui-gate-reason")));
        }
        let field = pieces.iter().flat_map(Piece::fields).find(|field| field.name == name)?;
        Some((field.anchor(), field.label.clone()))
    }

    /// The sentences, each a link to its field; one that belongs to no field of this form stands without a link.
    fn summary(&self, pieces: &[Piece]) -> Markup {
        let Some(typed) = self.typed.filter(|typed| !typed.is_fine()) else { return html! {} };
        let heading = format!("{}-errors", self.id);
        html! {
            div.errors role="alert" tabindex="-1" aria-labelledby=(heading) {
                h2 id=(heading) { (t("ui-errors")) }
                ul {
                    @for (name, sentence) in typed.errors() {
                        li {
                            @if let Some((anchor, label)) = self.place(pieces, name) {
                                a href={ "#" (anchor) } { (label) ": " (sentence) }
                            } @else { (sentence) }
                        }
                    }
                }
            }
        }
    }

    fn stages(&self) -> impl Iterator<Item = &Stage> {
        self.pieces.iter().filter_map(|piece| if let Piece::Stage(stage) = piece { Some(stage) } else { None })
    }

    /// The pieces in their stages; what stands before the first stage belongs to none. The ways between them are the script's.
    fn staged(&self, pieces: &[Piece]) -> Markup {
        let starts: Vec<usize> = (0..pieces.len()).filter(|n| matches!(pieces[*n], Piece::Stage(_))).collect();
        let before = starts.first().copied().unwrap_or(pieces.len());
        let ends = starts.iter().skip(1).copied().chain([pieces.len()]);
        html! {
            @if !starts.is_empty() {
                div.stages role="tablist" aria-label=(t("ui-stages")) hidden {
                    @for stage in self.stages() { button type="button" role="tab" id={ (self.id) "-" (stage.id) "-tab" } aria-controls={ (self.id) "-" (stage.id) } { (stage.label) } }
                }
            }
            @for piece in &pieces[..before] { (piece) }
            @for ((start, end), stage) in starts.iter().zip(ends).zip(self.stages()) {
                section.stage id={ (self.id) "-" (stage.id) } data-focus=[(!stage.focus.is_empty()).then(|| format!("{}-{}", self.id, stage.focus))] {
                    h2 { (stage.label) }
                    @for piece in &pieces[start + 1..end] { (piece) }
                }
            }
        }
    }

    fn gate_block(&self, code: &str, sentence: &Label) -> Markup {
        let reason = Field::words("pass_reason", "ui-gate-reason").help("ui-gate-help").rows(2).optional();
        let reason = reason.filled_from(self.typed, &self.id);
        html! {
            fieldset.gate {
                legend { (t("ui-gate")) }
                p { (sentence) }
                input type="hidden" name="pass_gate" value=(code);
                (reason)
            }
        }
    }

    fn acts(&self) -> Markup {
        html! {
            div.acts {
                @if let Some((act, rank)) = &self.act { button.act[*rank == Rank::First] type="submit" { (act) } }
                @for other in &self.others {
                    @match other {
                        Other::Act { name, value, label } => { button type="submit" name=(name) value=(value) { (label) } }
                        Other::GoOn { name, value, label } => { button type="submit" name=(name) value=(value) data-go-on { (label) } }
                        Other::Link { href, label } => { a href=(href) { (label) } }
                    }
                }
                @if let Some(kept) = &self.kept { (kept.buttons()) }
            }
        }
    }
}

impl Render for Form<'_> {
    fn render(&self) -> Markup {
        let pieces = self.filled();
        let files = self.carries == Carries::Files;
        html! {
            form.one-line[self.shape == Shape::OneLine] id=(self.id) method=(if self.asks() { "get" } else { "post" }) action=(self.action) novalidate enctype=[files.then_some("multipart/form-data")] data-stages[self.stages().next().is_some()] data-keep=[self.kept.as_ref().map(|kept| &kept.page)] {
                (self.summary(&pieces))
                @if let Some(refusal) = &self.refusal { (refusal) }
                @if !self.asks() { input type="hidden" name="request_id" value=(self.request_id); }
                @if let Some(kept) = &self.kept { (kept) }
                @if self.enter == Enter::PressesTheAct { button type="submit" hidden tabindex="-1" {} }
                @for (name, value) in &self.hidden { input type="hidden" name=(name) value=(value); }
                (self.staged(&pieces))
                @if let Some((code, sentence)) = &self.gate { (self.gate_block(code, sentence)) }
                (self.acts())
            }
        }
    }
}
