//! Looking back honestly: what the records can answer, each figure with its number and how far it may be off. Nobody is judged here, and
//! nothing says what a customer is worth.
use super::desk;
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Table, Tabs, Typed};
use super::{dates, insight_words as words, when};
use crate::insight::figures::{self, Band, GAP_PERCENT};
use crate::insight::period::{Days, NAMED, Odd, USUAL};
use crate::insight::{Figure, Sure};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use store::reports::{self, Kind, Period, ROWS_AT_MOST, Report, Row};
use store::{Conn, Fault, imports};

/// The questions of the page, in this order.
const GROUPS: [&str; 7] = ["run", "word", "solved", "stay", "fair", "prove", "learn"];

/// The period as the address says it.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    period: String,
    from: String,
    to: String,
    /// The band whose rows are wanted.
    pub band: String,
}

/// A period, or the usual one with a sentence why the one that was asked for is not shown.
pub struct Chosen {
    pub days: Days,
    pub typed: Typed,
}

impl Asked {
    pub fn chosen(&self, agent: &Agent) -> Chosen {
        let now = agent.app.now();
        let today = now.to_zoned(agent.firm.ours.zone().clone()).date();
        let mut typed = Typed::nothing().with("from", &self.from).with("to", &self.to);
        if self.from.trim().is_empty() && self.to.trim().is_empty() {
            let name = if self.period.is_empty() { USUAL } else { self.period.as_str() };
            return Chosen { days: Days::named(name, today), typed };
        }
        let mut day = |name: &'static str, words: &str, else_day| {
            if words.trim().is_empty() {
                return Some(else_day);
            }
            let day = dates::date(words, now, &agent.zone);
            if day.is_none() {
                typed.wrong(name, t("form-date"));
            }
            day
        };
        let first = day("from", &self.from, Days::named(USUAL, today).first);
        let last = day("to", &self.to, today);
        match first.zip(last).map(|(first, last)| Days::between(first, last)) {
            Some(Ok(days)) => return Chosen { days, typed },
            Some(Err(Odd::Backwards)) => typed.wrong("to", t("insight-period-backwards")),
            Some(Err(Odd::TooLong)) => typed.wrong("from", t("insight-period-long")),
            None => {}
        }
        Chosen { days: Days::named(USUAL, today), typed }
    }
}

/// The period as reports want it.
///
/// # Errors
/// When the database fails.
pub fn period(
    conn: &Conn,
    agent_zone: &jiff::tz::TimeZone,
    days: &Days,
    now: jiff::Timestamp,
) -> Result<Period, Fault> {
    let known_until = imports::last_ended(conn, "orders")?.map(|at| at.min(now).to_zoned(agent_zone.clone()).date());
    Ok(Period { first: days.first, last: days.last, zone: agent_zone.clone(), known_until, now })
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let chosen = asked.chosen(&agent);
    let (days, zone, now) = (chosen.days.clone(), agent.firm.ours.zone().clone(), agent.app.now());
    let read = move |conn: &Conn| {
        let period = period(conn, &zone, &days, now)?;
        let of =
            |report: &'static Report| Ok::<_, Fault>((report, counted(report, &reports::rows(conn, report, &period)?)));
        reports::all().iter().map(of).collect::<Result<Vec<_>, Fault>>()
    };
    let all: Vec<(&'static Report, Vec<Band>)> = agent.app.db.read(read).await?;
    let nothing = all.iter().all(|(_, bands)| bands.is_empty());
    let body = html! {
        (ui::heading(t("insight-title"), None))
        p { a href="/insight/made-good" { (t("good-title")) } " · " a href="/insight/by-the-book" { (t("book-title")) } }
        p { (t_with("insight-why", &[("few", words::few().into())])) }
        (periods(&chosen, "/insight"))
        (in_days(&agent, &chosen.days))
        @if nothing { (ui::empty("insight-nothing", Some(("/cases/new", t("act-open-case-new").into())))) }
        @else { @for group in GROUPS {
            @let of: Vec<_> = all.iter().filter(|(report, _)| report.group == group).collect();
            (ui::section(t(&format!("insight-group-{group}")).into_owned(), None, group_table(&chosen.days, group, &of)))
        } }
    };
    Ok(desk::page(&agent, "insight-title", Nav::Insight, body))
}

pub fn counted(report: &Report, rows: &[Row]) -> Vec<Band> {
    figures::bands(report, rows)
}

/// The named periods as tabs, and a period of one's own.
pub fn periods(chosen: &Chosen, path: &str) -> Markup {
    let present = format!("{path}?{}", chosen.days.query);
    let tabs = NAMED.into_iter().fold(Tabs::new("insight-period", present), |tabs, (name, _)| {
        tabs.tab(format!("{path}?period={name}"), t(&format!("insight-period-{name}")).into_owned())
    });
    let own = Form::get(path)
        .typed(&chosen.typed)
        .field(Field::text("from", "insight-from").optional())
        .field(Field::text("to", "insight-to").optional())
        .quiet_act("insight-show");
    let own = html! { (own) };
    html! { (tabs) @if chosen.typed.is_fine() && chosen.days.name.is_some() { (ui::more("insight-own-period", own)) } @else { (own) } }
}

/// *1 Mar 2025 to 1 Mar 2026.*
pub fn in_days(agent: &Agent, days: &Days) -> Markup {
    let now = agent.app.now();
    let day = |day| when::day(day, now, &agent.zone);
    html! { p.quiet { (t_with("insight-days", &[("first", day(days.first).into()), ("last", day(days.last).into())])) } }
}

/// One line for each report of a group; a report with several bands has its title above them.
fn group_table(days: &Days, group: &str, of: &[&(&'static Report, Vec<Band>)]) -> Markup {
    let title = t(&format!("insight-group-{group}")).into_owned();
    let table = Table::new(title)
        .under_its_heading()
        .col("insight-what")
        .number_col("insight-figure")
        .col("insight-range")
        .number_col("insight-n");
    let table = of.iter().fold(table, |table, (report, bands)| table.rows(lines(report, days, bands)));
    html! { div.figures { (table) } }
}

pub fn lines(report: &Report, days: &Days, bands: &[Band]) -> Vec<[Markup; 4]> {
    let empty = || html! {};
    match bands {
        [] => vec![[link(report, days), html! { span.quiet { (t("insight-none-yet")) } }, empty(), html! { "0" }]],
        [only] if report.kind == Kind::List => vec![[link(report, days), figure(only), empty(), empty()]],
        [only] if only.name == "all" => {
            vec![[link(report, days), figure(only), range(bands, only), html! { (only.figure.n()) }]]
        }
        several => {
            let mut lines = vec![[html! { (link(report, days)) (gap(report, bands)) }, empty(), empty(), empty()]];
            lines.extend(several.iter().map(|band| {
                let name = html! { span.unseen { (words::title(report)) " " } span.band { (words::band(&band.name)) } };
                [name, figure(band), range(bands, band), html! { (band.figure.n()) }]
            }));
            lines
        }
    }
}

fn figure(band: &Band) -> Markup {
    html! { (words::figure(band.figure)) }
}

fn link(report: &Report, days: &Days) -> Markup {
    html! { a href={ "/insight/" (report.name) "?" (days.query) } data-go { (words::title(report)) } }
}

/// How far it may be off, in words and as a bar. A lone time has nothing to be measured against, so it has no bar.
pub fn range(bands: &[Band], band: &Band) -> Markup {
    let whole = figures::whole(bands.iter().map(|band| band.figure));
    let lone_time = bands.len() == 1 && matches!(band.figure, Figure::Middle(_));
    html! { div { span.quiet.whole { (words::between(band.figure)) } @if !lone_time { (ui::bar(words::bar(band.figure, whole))) } } }
}

/// A gap that wants to be looked at (S027); of too few it says so.
pub fn gap(report: &Report, bands: &[Band]) -> Markup {
    let gap = figures::gap(report, bands).filter(|gap| report.group == "fair" && *gap > GAP_PERCENT);
    let compared = |band: &&Band| report.compare.is_some_and(|(one, two)| band.name == one || band.name == two);
    let few = bands.iter().filter(compared).any(|band| band.figure.sure() == Sure::TooFew);
    let key = if few { "insight-gap-few" } else { "insight-gap" };
    html! { @if let Some(gap) = gap { strong.flag { (t_with(key, &[("gap", gap.into())])) } } }
}

/// Whether the period holds more than is counted.
pub fn cut(rows: &[Row]) -> Markup {
    html! { @if rows.len() >= ROWS_AT_MOST { p.quiet { (t_with("insight-cut", &[("most", ROWS_AT_MOST.into())])) } } }
}
