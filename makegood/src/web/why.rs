//! Why this time? Every due time opened up: start, rule, both calendars stretch by stretch, pauses, policy, and who hears of a miss.
use super::desk;
use super::do_on_case::numbered;
use super::fail::Oops;
use super::ui::{Facts, Nav, Table, heading, in_short, section};
use super::{case_lines, when};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use casework::calendar::{Piece, Why};
use casework::clock::ClockKind;
use casework::clock::explain::{Counted, Explanation, Holds, Rule, explain};
use casework::facts::Facts as Known;
use casework::policy::Allowance;
use maud::{Markup, html};
use serde::Deserialize;
use store::facts;
use uuid::Uuid;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// The promise, step, option or escalation that the clock is about.
    about: Option<Uuid>,
}

pub async fn show(
    me: Agent,
    Path((number, kind)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Oops> {
    let number = numbered(&number)?;
    let kind = ClockKind::from_word(&kind).ok_or(Oops::NotFound)?;
    let (firm, by, now) = (me.firm.clone(), me.actor(), me.app.now());
    let known = me.app.db.read(move |conn| facts::look(conn, &firm, number, by, now)).await?.ok_or(Oops::NotFound)?;
    let page = Page { me: &me, known: &known };
    let found = explain(&known.case, kind, asked.about, &known);
    let body = match &found {
        Some(explanation) => page.body(explanation),
        None => {
            html! { (heading(t("why-title"), None)) p { (t("why-gone")) } p { a href={ "/cases/" (number) } { (number) } } }
        }
    };
    Ok(desk::page(&me, t_with("why-page", &[("number", number.to_string().into())]), Nav::Cases, body))
}

struct Page<'a> {
    me: &'a Agent,
    known: &'a Known,
}

impl Page<'_> {
    fn body(&self, why: &Explanation) -> Markup {
        let (clock, case) = (&why.clock, &self.known.case);
        let name = case_lines::clock_name(clock);
        html! {
            (heading(t("why-title"), Some(html! { a href={ "/cases/" (case.number) } { (case.number) } " · " (case.title) })))
            (in_short([
                html! { strong { (name) } },
                html! { (case_lines::clock(clock, case.number, self.known.now, &self.me.zone)) },
                html! { (self.moment(clock.due)) },
            ]))
            (section("why-made-of", None, html! { (self.facts(why)) }))
            @if let Some(counted) = &why.ours { (self.calendar("why-ours", counted, &self.me.zone)) }
            (self.their_calendar(why))
            (self.pauses(why))
            (self.ladder(why))
        }
    }

    fn moment(&self, at: jiff::Timestamp) -> Markup {
        let there = self.known.theirs.zone();
        let theirs = (there != &self.me.zone).then(|| when::their_time(at, there, &self.me.zone));
        html! { (when::moment(at, self.known.now, &self.me.zone)) @if let Some(theirs) = theirs { " (" (theirs) ")" } }
    }

    /// Theirs stretch by stretch; where nobody knows it, ours counted for both.
    fn their_calendar(&self, why: &Explanation) -> Markup {
        let Some(counted) = &why.theirs else { return html! {} };
        let same =
            why.ours.as_ref().is_some_and(|ours| ours.calendar == counted.calendar && ours.version == counted.version);
        if same {
            return section("why-theirs", None, html! { p { (t("why-theirs-unknown")) } });
        }
        self.calendar("why-theirs", counted, self.known.theirs.zone())
    }

    fn facts(&self, why: &Explanation) -> Facts {
        let both = why.ours.is_some() && why.theirs.is_some();
        let holds = match why.holds {
            Holds::Ours => "why-ours-holds",
            Holds::Theirs => "why-theirs-holds",
            Holds::Both => "why-both-hold",
        };
        Facts::new()
            .fact("why-starts", self.moment(why.clock.starts))
            .fact("why-rule", self.rule(why))
            .known("why-stricter", both.then(|| t(holds)))
            .fact("why-due", self.moment(why.clock.due))
            .known("why-met", why.clock.met_at.map(|at| self.moment(at)))
            .fact("why-owed-by", self.me.firm.name_of(why.clock.owed_by).to_owned())
            .fact("why-policy", t_with("why-policy-version", &[("version", why.policy_version.into())]))
    }

    fn rule(&self, why: &Explanation) -> String {
        let severity = t(&format!("severity-{}", self.known.case.severity.word())).into_owned();
        match why.rule {
            Rule::Stated => t("why-stated").into_owned(),
            Rule::DayPart => t("why-day-part").into_owned(),
            Rule::Allowed(allowed) => {
                let (key, length) = match allowed {
                    Allowance::WorkingMinutes(m) => ("why-working-time", when::span(i64::from(m))),
                    Allowance::WorkingDays(d) => ("why-working-days", d.to_string()),
                    Allowance::Minutes(m) => ("why-wall-clock", when::span(i64::from(m))),
                };
                let length = if let Allowance::WorkingDays(d) = allowed { d.into() } else { length.into() };
                t_with(key, &[("length", length), ("severity", severity.into())])
            }
        }
    }

    /// Every stretch in its order: counted, closed, a holiday by its name.
    fn calendar(&self, title: &'static str, counted: &Counted, zone: &jiff::tz::TimeZone) -> Markup {
        let table = Table::new(t_with(
            "why-calendar",
            &[("name", counted.calendar.clone().into()), ("version", counted.version.into())],
        ))
        .col("why-from")
        .col("why-to")
        .col("why-did");
        let table = counted.trace.pieces.iter().fold(table, |table, piece| table.row(self.stretch(piece, zone)));
        section(
            title,
            None,
            html! {
                (table)
                @if counted.trace.left_off > 0 { p { (t_with("why-left-off", &[("n", counted.trace.left_off.into())])) } }
                p { (t("why-ends-here")) " " strong { (when::moment(counted.trace.due, self.known.now, zone)) } }
            },
        )
    }

    fn stretch(&self, piece: &Piece, zone: &jiff::tz::TimeZone) -> [Markup; 3] {
        let did = match &piece.why {
            Why::Counted { minutes } => t_with("why-counted", &[("length", when::span(i64::from(*minutes)).into())]),
            Why::FirstDay => t("why-first-day").into_owned(),
            Why::Day { number } => t_with("why-day", &[("n", (*number).into())]),
            Why::Closed => t("why-closed").into_owned(),
            Why::Holiday(name) => t_with("why-holiday", &[("name", name.clone().into())]),
            Why::Exception => t("why-exception").into_owned(),
        };
        let moment = |at| html! { (when::moment(at, self.known.now, zone)) };
        [moment(piece.from), moment(piece.to), html! { (did) }]
    }

    fn pauses(&self, why: &Explanation) -> Markup {
        section(
            "why-pauses",
            None,
            html! {
                @if !why.clock.kind.may_pause() { p { (t("why-never-pauses")) } }
                @else if why.pauses.is_empty() { p { (t("why-not-paused")) } }
                @else {
                    ul { @for pause in &why.pauses {
                        li { (self.moment(pause.from)) " – " (self.moment(pause.until)) ": " (pause.reason) " · " (self.me.firm.name_of(pause.by)) }
                    } }
                }
            },
        )
    }

    /// What happens if nobody acts: who hears of it, rung by rung.
    fn ladder(&self, why: &Explanation) -> Markup {
        let rungs = ["why-rung-warning", "why-rung-due", "why-rung-up", "why-rung-top"];
        section(
            "why-if-missed",
            None,
            html! {
                ol { @for (rung, people) in &why.ladder {
                    @let names: Vec<&str> = people.iter().map(|id| self.me.firm.name_of(*id)).filter(|n| !n.is_empty()).collect();
                    @if let Some(key) = rungs.get(usize::from(*rung)).filter(|_| !names.is_empty()) {
                        li {
                            (t_with(key, &[("names", names.join(", ").into())]))
                            @if *rung == 0 { " (" (when::moment(why.clock.warn_at, self.known.now, &self.me.zone)) ")" }
                        }
                    }
                } }
            },
        )
    }
}
