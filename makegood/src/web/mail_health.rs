//! How mail is doing, for people: each mailbox and how current it is, what waits for its place, and what is on its way out.
use super::desk;
use super::fail::Oops;
use super::mail_limits;
use super::mailboxes::table;
use super::ui::{self, Nav};
use crate::session::Agent;
use crate::words::{t, t_with};
use maud::{Markup, html};
use store::{Fault, inbox, mailboxes, mails, messages};

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let now = agent.app.now();
    let read = move |conn: &store::Conn| {
        let (waiting, _) = inbox::waiting(conn)?;
        let stuck = i64::try_from(mails::stuck(conn)?.len()).unwrap_or(i64::MAX);
        let all = mailboxes::list(conn)?;
        Ok::<_, Fault>((
            mail_limits::Seen::read(conn, &all, now)?,
            all,
            waiting,
            messages::unsorted_count(conn)?,
            mails::depth(conn, now)?,
            stuck,
        ))
    };
    let (limits, all, waiting, unsorted, depth, stuck) = agent.app.db.read(read).await?;
    let counts = [
        ("mail-health-waiting", waiting, None),
        ("mail-health-unsorted", unsorted, Some("/signals/mail")),
        ("mail-health-out", depth.waiting, None),
        ("mail-health-stuck", stuck, None),
    ];
    let told: Vec<_> = counts.into_iter().filter(|(_, count, _)| *count > 0).collect();
    let body = html! {
        (ui::heading(t("mail-health-title"), None))
        @if all.is_empty() { (ui::empty("mailboxes-none", Some(("/settings/mailboxes", t("mailboxes-title").into())))) }
        @else { (ui::section("mailboxes-title", None, table(&agent, &all))) }
        (ui::section("mail-health-queues", None, html! {
            @let over = limits.waiting(&agent);
            @if told.is_empty() && over.is_empty() { p { (t("mail-health-none")) } }
            @else { ul { @for (key, count, way) in &told { li {
                @let words = t_with(key, &[("count", (*count).into())]);
                @if let Some(way) = way { a href=(way) { (words) } } @else { (words) }
            } }
            @for line in &over { li { (line) } } } }
        }))
        (ui::section("mail-limits", None, limits.limits()))
    };
    Ok(desk::page(&agent, "mail-health-title", Nav::Settings, body))
}
