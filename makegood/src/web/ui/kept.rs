//! What a form says about words that were typed before and never sent; they are back in its fields.

use maud::{Markup, Render, html};

use crate::words::{t, t_with};

/// The draft that belongs to a form.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The address under which the script and the button keep it.
    pub(super) page: String,
    from: Option<String>,
    meanwhile: Option<Markup>,
}

impl Kept {
    /// A form whose words are kept under this address; nothing was typed yet.
    pub fn under(page: impl Into<String>) -> Kept {
        Kept { page: page.into(), from: None, meanwhile: None }
    }

    /// Its fields show what was kept then.
    pub fn from(mut self, moment: String) -> Kept {
        self.from = Some(moment);
        self
    }

    /// What happened since.
    pub fn meanwhile(mut self, told: Markup) -> Kept {
        self.meanwhile = Some(told);
        self
    }

    /// Behind the act, because the first button of a form is the one that Enter presses.
    pub(super) fn buttons(&self) -> Markup {
        html! {
            button.by-hand type="submit" formaction="/drafts" formnovalidate name="by_hand" value="keep" { (t("draft-later")) }
            @if self.from.is_some() {
                button type="submit" formaction="/drafts/discard" formnovalidate name="by_hand" value="discard" { (t("draft-discard")) }
            }
            span.quiet.saved data-saved=(t_with("draft-saved", &[("time", "{time}".into())])) data-unsaved=(t("draft-unsaved")) {}
        }
    }
}

impl Render for Kept {
    fn render(&self) -> Markup {
        html! {
            input type="hidden" name="kept_as" value=(self.page);
            @if let Some(from) = &self.from {
                div.back role="status" {
                    p { (t_with("draft-back", &[("time", from.as_str().into())])) }
                    @if let Some(told) = &self.meanwhile { p { (t("draft-meanwhile")) } (told) }
                }
            }
        }
    }
}
