//! How good the watch is: what it would have said about this firm's own past, day by day, beside what came of it.
use super::desk;
use super::fail::Oops;
use super::signals::tabs;
use super::ui::{self, Facts, Nav, Point, Table};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use maud::{Markup, html};
use store::messages;
use watch::replay::{Bin, Learned, Score};

/// A group with fewer forecasts is drawn hollow.
const ENOUGH: u64 = 30;

pub async fn show(agent: Agent) -> Result<Markup, Oops> {
    let unsorted = agent.app.db.read(messages::unsorted_count).await?;
    let learned = agent.app.past();
    let body = html! {
        (ui::heading(t("honesty-title"), None))
        (tabs("/watch", unsorted))
        p { (t("honesty-why")) }
        @if learned.score.lines == 0 { (ui::empty(t("honesty-none"), Some(("/orders/import", t("orders-bring-in").into())))) }
        @else { (past(&learned)) }
    };
    Ok(desk::page(&agent, "honesty-title", Nav::Signals, body))
}

fn past(learned: &Learned) -> Markup {
    let score = &learned.score;
    html! {
        @if let Some(period) = learned.period {
            p.quiet { (t_with("honesty-period", &[
                ("from", when::whole_date(period.from).into()), ("to", when::whole_date(period.to).into()),
                ("lines", score.lines.into()), ("late", score.late.into()),
            ])) }
        }
        (caught(score))
        (ui::section("honesty-said-and-came", None, said_and_came(score)))
    }
}

/// What would have been called about, beside a bare countdown.
fn caught(score: &Score) -> Markup {
    let of = |n: u64, all: u64| t_with("honesty-of", &[("n", n.into()), ("all", all.into())]);
    let in_time = score.lines - score.late;
    let facts = Facts::new()
        .fact("honesty-three", of(score.caught_3_days, score.late))
        .fact("honesty-seven", of(score.caught_7_days, score.late))
        .fact("honesty-for-nothing", of(score.false_alarms, in_time))
        .fact(
            "honesty-countdown",
            t_with(
                "honesty-countdown-is",
                &[
                    ("caught", score.countdown_caught.into()),
                    ("late", score.late.into()),
                    ("nothing", score.countdown_false.into()),
                ],
            ),
        )
        .fact("honesty-surveys", of(score.surveys_before_delivery, score.surveys));
    html! { (facts) }
}

/// Each group of forecasts: what was said, what came. The picture says itself, and the same stands in the table.
fn said_and_came(score: &Score) -> Markup {
    let bins: Vec<&Bin> = score.calibration.bins.iter().filter(|bin| bin.n > 0).collect();
    if bins.is_empty() {
        return html! { p { (t("honesty-no-forecasts")) } };
    }
    let mean = |sum: f64, bin: &Bin| sum / bin.n as f64;
    let points: Vec<Point> = bins
        .iter()
        .map(|bin| Point {
            said: mean(bin.said, bin),
            came: mean(bin.came, bin),
            weight: if bin.n < ENOUGH { ui::Weight::Light } else { ui::Weight::Full },
        })
        .collect();
    let per_cent = |share: f64| format!("{:.0} %", share * 100.0);
    let off = score.calibration.off_by().unwrap_or(0.0);
    let said = t_with("honesty-aloud", &[("groups", bins.len().into()), ("off", per_cent(off).into())]);
    let rows = bins
        .iter()
        .zip(&points)
        .map(|(bin, point)| [html! { (per_cent(point.said)) }, html! { (per_cent(point.came)) }, html! { (bin.n) }]);
    let table = Table::new("honesty-said-and-came")
        .under_its_heading()
        .col("honesty-said")
        .number_col("honesty-came")
        .number_col("honesty-forecasts")
        .rows(rows);
    html! {
        p { (t("honesty-read")) }
        (ui::reliability(&points, &said, (&t("honesty-said"), &t("honesty-came"))))
        (table)
        p.quiet { (said) }
    }
}
