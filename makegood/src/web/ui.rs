//! The component kit: every page is written with these and nothing else.
//!
//! Components are builders that `html!` can splice: `(Field::text("title", "case-title").help("case-title-help"))`.
//! Three conventions keep a page short:
//!
//! * **Keys and words.** Where a parameter is a [`Label`], a `&'static str` is a key of the text catalogue and a `String` (or what
//!   `t(..)` returns) is ready words. So `"case-title"` is looked up, and a name out of the database is passed as a `String`.
//! * **Forms keep what was typed.** [`Form::typed`] takes what came in and what was wrong with it; every field then shows its
//!   value and its sentence, and the summary at the top links to each. A page author writes no code for errors.
//! * **Colour means time.** Only the clock glyph and words about time carry colour besides the one accent.
//!
//! A page in a few lines:
//!
//! ```ignore
//! let typed = Typed::from_pairs(pairs);                         // or Typed::nothing()
//! let form = Form::post(format!("/cases/{number}/notes"), request_id)
//!     .typed(&typed)
//!     .field(Field::words("note", "note-words").help("note-words-help"))
//!     .act("note-act");
//! page(
//!     Shell::new("note-title").nav(Nav::Cases).who(name),
//!     html! { (heading(t("note-title"), None)) (section("note-new", None, html! { (form) })) },
//! )
//! ```
//!
//! Lists of lines are `run_list([RunLine, ..])` or `ul.promises data-list { (PromiseLine) .. }`; what stands beside the
//! meaning goes through `with_aside`. The style page (`styleguide.rs`) shows every component in use.
//!
//! Names of form fields that the kit writes itself: `request_id`, `pass_gate`, `pass_reason`.

mod chart;
mod choice;
mod clock;
mod field;
mod form;
mod kept;
mod keys;
mod label;
mod lists;
mod live;
mod people;
mod run;
mod sayings;
mod shell;
mod story;
mod typed;

pub use chart::{Around, Bar, Column, Point, Weight, bar, columns, reliability};
pub use clock::{Clock, Fill, time};
pub use field::Field;
pub use form::Form;
pub use kept::Kept;
pub use label::Label;
pub use lists::{Facts, Pager, Table, Tabs, sieve};
pub use live::{Live, here, moving};
pub use people::ContactCard;
pub use run::{PromiseLine, RunLine, run_list};
pub use sayings::{Notice, Refusal, chip, chips, empty, empty_with, in_short, more, progress, toast};
pub use shell::{Nav, Shell, heading, page, part, section, with_aside};
pub use story::{Entry, Light, Lights, StepState, Stepper, Timeline, Voice, their_words};
pub use typed::Typed;

#[cfg(test)]
mod tests;
