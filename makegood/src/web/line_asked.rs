//! What they said about a line before anybody asked: how often they asked where it is (W20), and what they report as not conforming.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::order_words;
use super::ui::{self, Form};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use store::{Fault, asked_where, lines};
use uuid::Uuid;
use watch::story::{ReportIs, Story};

/// Their questions, with one press for another, and their reports.
pub fn block(agent: &Agent, line: Uuid, story: &Story) -> Markup {
    let waited = story.is_waited_for();
    let count = story.questions.len();
    let act =
        Form::post(format!("/orders/line/{line}/asked"), agent.app.new_id()).one_line().quiet_act("line-asked-act");
    html! {
        @if waited || count > 0 {
            (ui::section("line-asked-where", None, html! {
                p {
                    (t_with("line-asked-times", &[("times", count.into())]))
                    @if let Some(last) = story.questions.last() { " " (t("line-asked-last")) " " (ui::time(&when::moment(*last, agent.app.now(), &agent.zone))) }
                }
                @if waited { (act) }
            }))
        }
        @if !story.nonconformities.is_empty() {
            (ui::section("line-reported", None, html! { ul { @for (number, report) in &story.nonconformities {
                li {
                    (number) ", " (order_words::date(agent, Some(report.at)))
                    @if let Some(what) = &report.what { ": " (what) }
                    @if !report.lots.is_empty() { " · " (t("list-field-lots")) " " (report.lots.join(", ")) }
                    @if let Some(quantity) = report.quantity { " · " (t("list-field-quantity")) " " (quantity.to_string()) }
                    @if report.report == ReportIs::Withdrawn { " · " (t("line-report-withdrawn")) }
                    @if let Some(case) = &report.case { " · " (case) }
                }
            } } }))
        }
    }
}

/// They asked where it is, and somebody heard it: on the phone, in the yard.
pub async fn asked(agent: Agent, Path(id): Path<Uuid>, Posted(_): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let now = agent.app.now();
    let work = move |tx: &store::Tx| {
        let Some(kept) = lines::by_id(tx, id)? else { return Ok::<_, Fault>(None) };
        asked_where::note(tx, &[kept], now).map(Some)
    };
    agent.app.db.write(work).await?.ok_or(Oops::NotFound)?;
    Ok(desk::on_to(&format!("/orders/line/{id}")))
}
