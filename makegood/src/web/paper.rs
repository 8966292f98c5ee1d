//! A sheet as a part of a page: the same head, steps, tables and pictures as on paper, read from top to bottom.
use maud::{Markup, html};
use print::{Block, Field, Kind, Part, Picture, Reached, Sheet, Table};

/// Where a picture is found, by the name that the sheet has for it; nothing says that it cannot be shown.
pub type Pictures<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Whether a page has a sheet on it, and needs its look.
pub fn is_on(body: &Markup) -> bool {
    body.0.contains(" class=\"paper\"")
}

pub fn whole(sheet: &Sheet, pictures: Pictures<'_>) -> Markup {
    html! {
        div.paper lang=(sheet.lang) {
            p.paper-kind { strong { (sheet.kind) " " (sheet.number) } " · " (sheet.revision) " · " (sheet.dated) }
            p.paper-title.theirs { (sheet.title) }
            p { strong { (sheet.from) } " → " strong { (sheet.to) } @for mark in &sheet.marks { " " span.paper-mark { (mark) } } }
            @if !sheet.steps.is_empty() {
                ul.paper-steps { @for step in &sheet.steps { li.done[step.reached == Reached::Done] { strong { (step.code) } " " (step.said) } } }
            }
            (fields(&sheet.head))
            @for part in &sheet.parts { (self::part(part, sheet, pictures)) }
        }
    }
}

fn part(part: &Part, sheet: &Sheet, pictures: Pictures<'_>) -> Markup {
    html! {
        h3 { @if !part.code.is_empty() { (part.code) " " } (part.title) }
        @for block in &part.blocks { (self::block(block, &part.code, sheet, pictures)) }
    }
}

fn label(words: &str) -> Markup {
    html! { @if !words.is_empty() { h4 { (words) } } }
}
fn lines(words: &str) -> Markup {
    html! { @for line in words.lines().filter(|line| !line.trim().is_empty()) { p { (line) } } }
}
fn fields(items: &[Field]) -> Markup {
    html! { dl.paper-fields { @for field in items { div { dt { (field.label) } dd { (field.value) } } } } }
}

fn block(block: &Block, code: &str, sheet: &Sheet, pictures: Pictures<'_>) -> Markup {
    match block {
        Block::Text { label: head, text } => html! { (label(head)) (lines(text)) },
        Block::Waiting { text } => html! { p.paper-waiting { em { (text) } } },
        Block::Quote { label: head, text, by } => html! {
            (label(head))
            blockquote.theirs { (lines(text)) @if !by.is_empty() { p.quiet { "— " (by) } } }
        },
        Block::Fields { label: head, items } => html! { (label(head)) (fields(items)) },
        Block::Table(table) => self::table(table, code),
        Block::Chain { label: head, steps, cause, proof } => html! {
            (label(head))
            @if !steps.is_empty() { ol.paper-whys { @for why in steps { li { (why) } } } }
            @if !cause.value.is_empty() { p.paper-cause { span.quiet { (cause.label) } br; strong { (cause.value) } @if !proof.value.is_empty() { br; span.quiet { (proof.label) } br; (proof.value) } } }
        },
        Block::Pictures { items } => {
            html! { div.paper-pictures { @for item in items { (picture(item, sheet, pictures)) } } }
        }
    }
}

/// A wide table is moved sideways by itself, by keyboard too.
/// Two disciplines may each have a table of actions: its name says of which it is.
fn table(table: &Table, code: &str) -> Markup {
    let number = |n: usize| table.columns.get(n).is_some_and(|c| c.kind == Kind::Number);
    let head = |n: usize| table.columns.get(n).map_or("", |c| c.head.as_str());
    let named =
        if table.label.is_empty() { table.columns.first().map_or("", |c| c.head.as_str()) } else { &table.label };
    html! {
        (label(&table.label))
        div.paper-table tabindex="0" role="region" aria-label={ (code) " " (named) } {
            table {
                thead { tr { @for (n, column) in table.columns.iter().enumerate() { th.n[number(n)] scope="col" { (column.head) } } } }
                tbody {
                    @for row in &table.rows { tr { @for (n, cell) in row.iter().enumerate() { td.n[number(n)] data-label=(head(n)) { (lines(cell)) } } } }
                    @if !table.total.is_empty() { tr { @for (n, cell) in table.total.iter().enumerate() { td.n[number(n)] data-label=(head(n)) { strong { (cell) } } } } }
                }
            }
        }
        @if !table.note.is_empty() { p.quiet { (table.note) } }
    }
}

fn picture(picture: &Picture, sheet: &Sheet, pictures: Pictures<'_>) -> Markup {
    html! {
        figure {
            @match pictures(&picture.file) {
                Some(at) => { img src=(at) alt=(picture.alt) loading="lazy"; }
                None => { p.quiet { (sheet.words.no_picture) } }
            }
            figcaption {
                (lines(&picture.caption))
                @if !picture.spots.is_empty() { ol { @for spot in &picture.spots { li { (spot.said) } } } }
            }
        }
    }
}
