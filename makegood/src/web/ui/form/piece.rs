//! What a form is made of: fields alone, in rows and in groups, and where a stage begins.

use maud::{Markup, Render, html};

use crate::web::ui::sayings::{Fold, folded};
use crate::web::ui::{Field, Label};

#[derive(Clone)]
pub(super) enum Piece {
    One(Box<Field>),
    Row(Vec<Field>),
    Group(Label, Vec<Field>),
    Pairs(Label, Vec<Field>),
    More(Label, Vec<Field>),
    Block(Markup),
    /// A field, and what stands beside it where there is room, else below.
    Beside(Box<Field>, Markup),
    Stage(Stage),
}

/// Where a stage of a form begins; what follows belongs to it until the next.
#[derive(Clone)]
pub(super) struct Stage {
    pub(super) id: &'static str,
    pub(super) label: Label,
    /// The field that the script goes to when it opens the stage; the first one when empty.
    pub(super) focus: &'static str,
}

impl Piece {
    pub(super) fn fields(&self) -> &[Field] {
        match self {
            Piece::One(field) | Piece::Beside(field, _) => std::slice::from_ref(field),
            Piece::Row(fields) | Piece::Group(_, fields) | Piece::Pairs(_, fields) | Piece::More(_, fields) => fields,
            Piece::Block(_) | Piece::Stage(_) => &[],
        }
    }

    pub(super) fn fields_mut(&mut self) -> &mut [Field] {
        match self {
            Piece::One(field) | Piece::Beside(field, _) => std::slice::from_mut(field),
            Piece::Row(fields) | Piece::Group(_, fields) | Piece::Pairs(_, fields) | Piece::More(_, fields) => fields,
            Piece::Block(_) | Piece::Stage(_) => &mut [],
        }
    }
}

impl Render for Piece {
    fn render(&self) -> Markup {
        match self {
            Piece::One(field) => field.render(),
            Piece::Row(fields) => html! { div.row { @for field in fields { (field) } } },
            Piece::Group(legend, fields) => html! {
                fieldset.group { legend { (legend) } @for field in fields { (field) } }
            },
            Piece::Pairs(legend, fields) => html! {
                fieldset.group.pairs { legend { (legend) } div { @for field in fields { (field) } } }
            },
            Piece::More(summary, fields) => {
                let fold = if fields.iter().any(Field::needs_a_look) { Fold::Open } else { Fold::Shut };
                folded(summary, fold, html! { @for field in fields { (field) } })
            }
            Piece::Block(markup) => markup.clone(),
            Piece::Beside(field, beside) => html! { div.reviewed { (field) (beside) } },
            Piece::Stage(_) => html! {},
        }
    }
}
