//! Word of what was just done on a case, of what others did meanwhile, and the way back where there is one.
use super::fail::Oops;
use super::forms::Desk;
use super::meanwhile;
use super::ui::Notice;
use super::undo;
use crate::words::{Words, t, t_with};
use casework::ids::CaseNumber;
use maud::html;
use serde::Deserialize;

/// What the address says was just done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    /// The act, by its word.
    done: String,
    /// The case that came of it.
    other: String,
    /// Its first event.
    event: Option<u64>,
    /// The version that the person saw when they began, when others were quicker.
    since: Option<u64>,
}

impl Done {
    /// The act by its word; empty when nothing was done.
    pub fn act(&self) -> &str {
        &self.done
    }
}

/// The notice above the page; an act that is not one of ours says nothing.
///
/// # Errors
/// When what others did cannot be read.
pub async fn done(desk: &Desk<'_>, asked: &Done) -> Result<Option<Notice>, Oops> {
    let key = format!("do-{}-done", asked.done);
    let known = Words::spoken().knows(&key) && super::forms::of(&asked.done).is_some() || asked.done == "open-case";
    if asked.done.is_empty() || !known {
        return Ok(None);
    }
    let mut notice = Notice::done(t(&key));
    if let Ok(number) = asked.other.parse::<CaseNumber>() {
        notice =
            notice.way(format!("/cases/{number}"), t_with("case-see-other", &[("number", number.to_string().into())]));
    }
    if let (Some(since), Some(event)) = (asked.since, asked.event) {
        let mut others = meanwhile::since(desk.me, desk.view.case.id, since).await?;
        others.retain(|happening| happening.seq < event);
        if !others.is_empty() {
            notice = notice.below(html! { p { (t("case-meanwhile")) } (meanwhile::told(desk, &others)) });
        }
    }
    if let Some(undo) = asked.event.and_then(|event| undo::of(desk, event)) {
        notice = notice.below(undo);
    }
    Ok(Some(notice))
}
