//! A look in the mirror that ISO 10002 asks for: its fourteen principles, each with what the records of this firm show for it, and the same on
//! paper for the review that management holds, with room for what is decided. What no record can show says so.
use super::fail::Oops;
use super::insight::{Asked, counted, in_days, lines, period, periods};
use super::theirs_shell::around;
use super::ui::{self, Nav, Table};
use super::{desk, when};
use crate::handling;
use crate::insight::Band;
use crate::insight::period::Days;
use crate::session::Agent;
use crate::words::{Language, t, t_with};
use axum::extract::Query;
use maud::{Markup, html};
use store::reports::{self, Report};
use store::{Conn, Fault, cases};

/// What shows that a principle is lived.
enum Shows {
    /// Figures from the records, by the names of their reports.
    Figures(&'static [&'static str]),
    /// The page on which everybody reads how we handle trouble.
    Published,
    /// People, and what is open for them.
    Capacity,
    /// In how many languages a customer is answered.
    Languages,
    /// How the program is made; no figure says more.
    ByDesign,
}

const PRINCIPLES: [(&str, Shows); 14] = [
    ("commitment", Shows::Published),
    ("capacity", Shows::Capacity),
    ("transparency", Shows::Published),
    ("accessibility", Shows::Languages),
    ("responsiveness", Shows::Figures(&["voice_in_time", "minutes_to_voice"])),
    ("objectivity", Shows::Figures(&["fair_remedy", "fair_days"])),
    ("charges", Shows::ByDesign),
    ("integrity", Shows::ByDesign),
    ("confidentiality", Shows::ByDesign),
    ("customer", Shows::Figures(&["satisfied", "call_us_first"])),
    ("accountability", Shows::Figures(&["promises_kept"])),
    ("improvement", Shows::Figures(&["repeats", "reopened", "prevented"])),
    ("competence", Shows::Figures(&["practice_heard", "two_ways"])),
    ("timeliness", Shows::Figures(&["deadlines_met", "days_to_solved"])),
];
/// Rows left open on paper for what is decided.
const DECISIONS: usize = 4;

struct Seen {
    figures: Vec<(&'static Report, Vec<Band>)>,
    open: i64,
}

async fn seen(agent: &Agent, days: &Days) -> Result<Seen, Oops> {
    let (days, zone, now) = (days.clone(), agent.firm.ours.zone().clone(), agent.app.now());
    let read = move |conn: &Conn| {
        let period = period(conn, &zone, &days, now)?;
        let wanted = |report: &&'static Report| {
            PRINCIPLES.iter().any(|(_, shows)| matches!(shows, Shows::Figures(names) if names.contains(&report.name)))
        };
        let of = |report| Ok::<_, Fault>((report, counted(report, &reports::rows(conn, report, &period)?)));
        let figures = reports::all().iter().filter(wanted).map(of).collect::<Result<_, _>>()?;
        Ok::<_, Fault>(Seen { figures, open: cases::open_count(conn)? })
    };
    Ok(agent.app.db.read(read).await?)
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let chosen = asked.chosen(&agent);
    let seen = seen(&agent, &chosen.days).await?;
    let body = html! {
        (ui::heading(t("book-title"), None))
        p { (t("book-why")) }
        (periods(&chosen, "/insight/by-the-book"))
        (in_days(&agent, &chosen.days))
        p { a href={ "/insight/by-the-book/paper?" (chosen.days.query) } { (t("book-paper")) } }
        (principles(&agent, &chosen.days, &seen))
    };
    Ok(desk::page(&agent, "book-title", Nav::Insight, body))
}

/// For the review that management holds: the same, without the desk around it, and room for what is decided.
pub async fn paper(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let days = asked.chosen(&agent).days;
    let seen = seen(&agent, &days).await?;
    let title = t("book-paper-title");
    let table =
        Table::new("book-decisions").under_its_heading().col("book-decided").col("book-by-whom").col("book-by-when");
    let blank = || html! { "\u{a0}" };
    let body = html! {
        h1 { (title) }
        (in_days(&agent, &days))
        p.quiet { (agent.person.name) " · " (when::whole_date(agent.app.now().to_zoned(agent.zone.clone()).date())) }
        (principles(&agent, &days, &seen))
        (ui::section("book-decisions", None, html! { (table.rows((1..=DECISIONS).map(|n| [html! { (n) "." }, blank(), blank()]))) }))
    };
    Ok(around(&agent.firm.company, &title, &body, "book-foot", None))
}

fn principles(agent: &Agent, days: &Days, seen: &Seen) -> Markup {
    html! { @for (n, (name, shows)) in PRINCIPLES.iter().enumerate() {
        (ui::section(format!("{}. {}", n + 1, t(&format!("book-{name}"))), None, html! {
            p.quiet { (t(&format!("book-{name}-asks"))) }
            (evidence(agent, days, seen, name, shows))
        }))
    } }
}

fn evidence(agent: &Agent, days: &Days, seen: &Seen, name: &str, shows: &Shows) -> Markup {
    match shows {
        Shows::Figures(names) => {
            let of = seen.figures.iter().filter(|(report, _)| names.contains(&report.name));
            let table = Table::new(t(&format!("book-{name}")).into_owned())
                .under_its_heading()
                .col("insight-what")
                .number_col("insight-figure")
                .col("insight-range")
                .number_col("insight-n");
            let table = of.fold(table, |table, (report, bands)| table.rows(lines(report, days, bands)));
            html! { div.figures { (table) } }
        }
        Shows::Published => match handling::way(&agent.firm) {
            Some(way) => html! { p { (t("book-published")) " " a href=(way) { (t("theirs-handling-title")) } } },
            None => {
                html! { p { strong { (t("book-not-published")) } " " a href="/settings/how-we-handle-trouble" { (t("book-publish")) } } }
            }
        },
        Shows::Capacity => {
            let people = agent.firm.colleagues.len();
            html! { p { (t_with("book-people", &[("people", people.into()), ("open", seen.open.into())])) } }
        }
        Shows::Languages => {
            html! { p { (t_with("book-languages", &[("n", Language::THEIRS.len().into())])) } }
        }
        Shows::ByDesign => html! { p { (t(&format!("book-{name}-by-design"))) } },
    }
}
