//! Tables, facts, tabs and pages: rows of things with their names.

use maud::{Markup, Render, html};

use super::Label;
use crate::words::t;

/// No page shows more rows than this in one table; the pager leads on.
const ROWS: usize = 500;

/// A table with a caption; the first cell of a row names the row. On a narrow screen each row becomes a small stack.
#[derive(Clone, Debug)]
pub struct Table {
    caption: Label,
    caption_is: Shown,
    columns: Vec<Column>,
    rows: Vec<Vec<Markup>>,
}

/// Whether the caption is seen, or only heard because the heading above says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Seen,
    Heard,
}

#[derive(Clone, Debug)]
struct Column {
    label: Label,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Words,
    Number,
}

impl Table {
    pub fn new(caption: impl Into<Label>) -> Table {
        Table { caption: caption.into(), caption_is: Shown::Seen, columns: Vec::new(), rows: Vec::new() }
    }

    /// For a table right under a heading that says the same.
    pub fn under_its_heading(mut self) -> Table {
        self.caption_is = Shown::Heard;
        self
    }

    pub fn col(mut self, label: impl Into<Label>) -> Table {
        self.columns.push(Column { label: label.into(), kind: Kind::Words });
        self
    }

    /// A column of figures, set to the right so that digits stand under digits.
    pub fn number_col(mut self, label: impl Into<Label>) -> Table {
        self.columns.push(Column { label: label.into(), kind: Kind::Number });
        self
    }

    /// One row; it has as many cells as there are columns.
    pub fn row(mut self, cells: impl IntoIterator<Item = Markup>) -> Table {
        let cells: Vec<Markup> = cells.into_iter().take(self.columns.len()).collect();
        debug_assert_eq!(cells.len(), self.columns.len(), "a row has a cell for each column");
        if self.rows.len() < ROWS {
            self.rows.push(cells);
        }
        self
    }

    pub fn rows<C: IntoIterator<Item = Markup>>(self, rows: impl IntoIterator<Item = C>) -> Table {
        rows.into_iter().fold(self, Table::row)
    }

    fn row_markup(&self, row: &[Markup]) -> Markup {
        html! {
            tr role="row" {
                @for (n, (cell, column)) in row.iter().zip(&self.columns).enumerate() {
                    @if n == 0 { th scope="row" role="rowheader" { (cell) } } @else {
                        td.number[column.kind == Kind::Number] role="cell" data-label=(column.label.as_str()) { (cell) }
                    }
                }
            }
        }
    }
}

// The roles repeat what the elements say, because a browser forgets it when the narrow layout changes how they are displayed.
impl Render for Table {
    fn render(&self) -> Markup {
        html! {
            table role="table" data-list {
                caption.unseen[self.caption_is == Shown::Heard] { (self.caption) }
                thead role="rowgroup" {
                    tr role="row" {
                        @for column in &self.columns {
                            th.number[column.kind == Kind::Number] scope="col" role="columnheader" { (column.label) }
                        }
                    }
                }
                tbody role="rowgroup" { @for row in &self.rows { (self.row_markup(row)) } }
            }
        }
    }
}

/// Names and what they are: a definition list.
#[derive(Clone, Debug, Default)]
pub struct Facts(Vec<(Label, Markup)>);

impl Facts {
    pub fn new() -> Facts {
        Facts::default()
    }

    pub fn fact(mut self, name: impl Into<Label>, what: impl Render) -> Facts {
        self.0.push((name.into(), what.render()));
        self
    }

    /// A fact only when it is known; nothing is said about what is not.
    pub fn known(self, name: impl Into<Label>, what: Option<impl Render>) -> Facts {
        match what {
            Some(what) => self.fact(name, what),
            None => self,
        }
    }
}

impl Render for Facts {
    fn render(&self) -> Markup {
        html! { dl.facts { @for (name, what) in &self.0 { div { dt { (name) } dd { (what) } } } } }
    }
}

/// Tabs that are plain links; the present one says so.
#[derive(Clone, Debug)]
pub struct Tabs {
    label: Label,
    present: String,
    tabs: Vec<(String, Label, Option<u64>)>,
}

impl Tabs {
    /// `present` is the href of the tab being shown.
    pub fn new(label: impl Into<Label>, present: impl Into<String>) -> Tabs {
        Tabs { label: label.into(), present: present.into(), tabs: Vec::new() }
    }

    pub fn tab(mut self, href: impl Into<String>, label: impl Into<Label>) -> Tabs {
        self.tabs.push((href.into(), label.into(), None));
        self
    }

    /// A tab that says how many things are behind it.
    pub fn counted(mut self, href: impl Into<String>, label: impl Into<Label>, count: u64) -> Tabs {
        self.tabs.push((href.into(), label.into(), Some(count)));
        self
    }
}

impl Render for Tabs {
    fn render(&self) -> Markup {
        html! {
            nav.tabs aria-label=(self.label.as_str()) {
                ul {
                    @for (n, (href, label, count)) in self.tabs.iter().enumerate() {
                        li {
                            a href=(href) data-key=[(n < 9).then_some(n + 1)] aria-current=[(*href == self.present).then_some("page")] {
                                (label) @if let Some(count) = count { " " span.count { (count) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One list in fewer ways: plain links, the present one says so.
pub fn sieve(label: impl Into<Label>, present: &str, ways: &[(String, std::borrow::Cow<'static, str>)]) -> Markup {
    html! {
        nav.sieve aria-label=(label.into().as_str()) {
            @for (href, words) in ways { a href=(href) aria-current=[(href == present).then_some("true")] { (words) } }
        }
    }
}

/// Leads to the newer and the older page of a list read by its key.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    newer: Option<String>,
    older: Option<String>,
    by: Order,
}

/// What the pages of a list follow each other by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Time,
    Name,
}

impl Pager {
    pub fn new(newer: Option<String>, older: Option<String>) -> Pager {
        Pager { newer, older, by: Order::Time }
    }

    /// For a list that is not ordered by time: back to its first page, and on to the next.
    pub fn through(first: Option<String>, next: Option<String>) -> Pager {
        Pager { newer: first, older: next, by: Order::Name }
    }
}

impl Render for Pager {
    fn render(&self) -> Markup {
        let (back, on) = match self.by {
            Order::Time => ("ui-newer", "ui-older"),
            Order::Name => ("ui-first-page", "ui-next-page"),
        };
        html! {
            @if self.newer.is_some() || self.older.is_some() {
                nav.pager aria-label=(t("ui-pager")) {
                    @if let Some(href) = &self.newer { a href=(href) rel="prev" { (t(back)) } } @else { span {} }
                    @if let Some(href) = &self.older { a href=(href) rel="next" { (t(on)) } }
                }
            }
        }
    }
}
