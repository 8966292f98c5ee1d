//! Customers whose link does not work any more and who ask for a fresh one: a line on *Run to it* until somebody made it.
use super::ui::{self, Clock, Form, RunLine};
use crate::session::Agent;
use crate::words::{t, t_with};
use casework::calendar::Calendar;
use jiff::Timestamp;
use maud::{Markup, html};
use store::wishes::Wish;

/// A fresh link is owed within a working day, as every answer (C14).
const OWED_DAYS: u32 = 1;

/// The block on *Run to it*; nothing when nobody waits.
pub fn block(agent: &Agent, wishes: &[Wish], now: Timestamp) -> Markup {
    if wishes.is_empty() {
        return html! {};
    }
    let lines = wishes.iter().map(|wish| {
        let case = format!("/cases/{}", wish.number);
        let clock = Clock::running(wish.wished_at, owed(&agent.firm.ours, wish.wished_at), now, &agent.zone);
        RunLine::new(clock, wish.account.clone())
            .case(wish.number.to_string(), case.clone())
            .plain(t_with("wishes-line", &[("name", wish.name.as_str().into())]))
            .about(wish.title.clone())
            .key(format!("wish-{}", wish.id.simple()))
            .go(&format!("{case}/links"), "wishes-go")
    });
    ui::part("block-fresh-links", t("wishes-title").into_owned(), u64::try_from(wishes.len()).ok(), ui::run_list(lines))
}

/// On the page of a case's links: who waits, and one press that makes the link.
pub fn waiting(agent: &Agent, wishes: &[Wish], now: Timestamp) -> Markup {
    if wishes.is_empty() {
        return html! {};
    }
    let one = |wish: &Wish| {
        Form::post(format!("/cases/{}/links", wish.number), agent.app.new_id())
            .id(&format!("fresh-{}", wish.contact))
            .hidden("contact", wish.contact)
            .act("wishes-make")
            .one_line()
    };
    ui::section(
        "wishes-title",
        None,
        html! {
            p { (t("wishes-help")) }
            @for wish in wishes {
                div.link-there {
                    p {
                        strong { (t_with("wishes-line", &[("name", wish.name.as_str().into())])) }
                        " · " (t("wishes-since")) " " (super::when::moment(wish.wished_at, now, &agent.zone))
                    }
                    (one(wish))
                }
            }
        },
    )
}

fn owed(ours: &Calendar, since: Timestamp) -> Timestamp {
    ours.add_days(since, OWED_DAYS).unwrap_or(since)
}
