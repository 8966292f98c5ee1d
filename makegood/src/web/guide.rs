//! The first steps of a new firm: each says why it is asked, can be passed over and taken up again, and shows when it is done.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::first_run::company_field;
use super::hours;
use super::ui::{self, Form, Nav, Typed};
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::response::Response;
use casework::kinds::Role;
use maud::{Markup, html};
use store::welcome::{self, Guide, SetUp, There};
use store::{Conn, Fault};

/// A step of the guide, in the order in which they help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Company,
    Hours,
    People,
    Orders,
    Case,
}

impl Step {
    const ALL: [Self; 5] = [Self::Company, Self::Hours, Self::People, Self::Orders, Self::Case];

    fn word(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Hours => "hours",
            Self::People => "people",
            Self::Orders => "orders",
            Self::Case => "case",
        }
    }
    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }
    fn said(self, part: &str) -> String {
        t(&format!("guide-{}-{part}", self.word())).into_owned()
    }
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Done,
    Passed,
    Open,
}

/// Everything the page looks at.
struct Seen {
    guide: Guide,
    there: There,
    company: String,
    /// The version of our hours; above 1 somebody has looked at them.
    hours: u32,
}

fn look(conn: &Conn) -> Result<Seen, Fault> {
    let ours = store::settings::our_calendar(conn)?;
    let hours = match ours {
        Some(id) => store::calendars::by_id(conn, id)?.map_or(0, |kept| kept.spec.version),
        None => 0,
    };
    Ok(Seen { guide: welcome::guide(conn)?, there: welcome::there(conn)?, company: welcome::company(conn)?, hours })
}

impl Seen {
    fn stands(&self, step: Step) -> Stands {
        let done = match step {
            Step::Company => !self.company.is_empty(),
            Step::Hours => self.hours > 1,
            Step::People => self.there.people > 1,
            Step::Orders => self.there.customers > 0,
            Step::Case => self.there.cases > 0,
        };
        let passed = self.guide.passed.iter().any(|word| word == step.word());
        match (done, passed) {
            (true, _) => Stands::Done,
            // Hours that somebody called right are as good as hours that somebody changed.
            (false, true) if step == Step::Hours => Stands::Done,
            (false, true) => Stands::Passed,
            (false, false) => Stands::Open,
        }
    }
    fn next(&self) -> Option<Step> {
        Step::ALL.into_iter().find(|step| self.stands(*step) == Stands::Open)
    }
}

/// Whether this person is led through the first steps.
pub fn is_under_way(agent: &Agent) -> bool {
    agent.firm.set_up == SetUp::Under && agent.has(Role::Administrator)
}

/// The line above the home page, and above the pages that a step leads to: the way back.
pub fn strip(agent: &Agent, nav: Nav) -> Option<Markup> {
    let here = matches!(nav, Nav::RunToIt | Nav::Orders | Nav::Accounts | Nav::Settings);
    let act = (nav == Nav::RunToIt).then_some("act");
    (here && is_under_way(agent)).then(|| {
        html! {
            aside.strip aria-label=(t("guide-title")) {
                p { strong { (t("guide-title")) } " " (t("guide-strip")) }
                p.ways-on { a class=[act] href="/guide" { (t("guide-go-on")) } }
            }
        }
    })
}

pub async fn show(Administrator(agent): Administrator) -> Result<Markup, Oops> {
    let seen = agent.app.db.read(look).await?;
    Ok(page(&agent, &seen, &Typed::nothing().with("company", &seen.company)))
}

fn page(agent: &Agent, seen: &Seen, typed: &Typed) -> Markup {
    let count = |stands| Step::ALL.into_iter().filter(|step| seen.stands(*step) == stands).count();
    let first = agent.person.name.split(' ').next().unwrap_or_default().to_owned();
    let next = seen.next();
    let so_far =
        [("done", count(Stands::Done).into()), ("of", Step::ALL.len().into()), ("later", count(Stands::Passed).into())];
    let body = html! {
        (ui::heading(t_with("guide-welcome", &[("name", first.into())]), None))
        p { (t("guide-intro")) }
        p.quiet { (t_with("guide-so-far", &so_far)) }
        ol.guide {
            @for step in Step::ALL {
                li.(css(seen.stands(step))) aria-current=[(next == Some(step)).then_some("step")] {
                    (one(agent, seen, step, next == Some(step), typed))
                }
            }
        }
        p.quiet { (t("guide-mail")) }
        (end(agent, next))
    };
    // The way back into the guide stands above the pages of the settings, and not above the guide itself.
    desk::page(agent, "guide-title", Nav::Elsewhere, body)
}

fn css(stands: Stands) -> &'static str {
    match stands {
        Stands::Done => "done",
        Stands::Passed => "passed",
        Stands::Open => "open",
    }
}

fn one(agent: &Agent, seen: &Seen, step: Step, is_next: bool, typed: &Typed) -> Markup {
    let stands = seen.stands(step);
    let standing = match stands {
        Stands::Done => "guide-done",
        Stands::Passed => "guide-passed",
        Stands::Open => "guide-open",
    };
    html! {
        h2 { (step.said("title")) " " span.count { (t(standing)) } }
        @if stands == Stands::Done { p.quiet { (what_is_there(agent, seen, step)) } }
        @else { p { (step.said("why")) } }
        @if is_next || (step == Step::Company && !typed.is_fine()) { (ways(agent, seen, step, typed)) }
        @else { (again(agent, seen, step, typed)) }
    }
}

/// What was done, as it is.
fn what_is_there(agent: &Agent, seen: &Seen, step: Step) -> String {
    match step {
        Step::Company => seen.company.clone(),
        Step::Hours => our_hours(agent),
        Step::People => t_with("guide-people-there", &[("count", seen.there.people.into())]),
        Step::Orders => {
            let parts = [("customers", seen.there.customers.into()), ("orders", seen.there.orders.into())];
            t_with("guide-orders-there", &parts)
        }
        Step::Case => t_with("guide-case-there", &[("count", seen.there.cases.into())]),
    }
}

fn our_hours(agent: &Agent) -> String {
    let spec = agent.firm.ours.spec();
    let holidays =
        spec.holidays.as_ref().map_or_else(|| t("field-holidays-none").into_owned(), super::calendars::place_name);
    let parts = [
        ("hours", hours::week_in_short(spec).into()),
        ("zone", spec.zone.clone().into()),
        ("holidays", holidays.into()),
    ];
    t_with("guide-hours-there", &parts)
}

/// The way to a step that is not the next: back to what is done, or ahead of its turn.
fn again(agent: &Agent, seen: &Seen, step: Step, typed: &Typed) -> Markup {
    let way = |href: &str, key: &str| html! { p.ways-on { a href=(href) { (t(key)) } } };
    match (step, seen.stands(step)) {
        (Step::Company, Stands::Done) => ui::more("guide-company-change", ways(agent, seen, step, typed)),
        (Step::Hours, Stands::Done) => way("/settings/calendars", "guide-hours-change"),
        (Step::People, Stands::Done) => way("/settings/people", "guide-people-go"),
        (Step::Orders, Stands::Done) => way("/orders/import", "guide-orders-go"),
        (Step::Case, Stands::Done) => way("/cases", "guide-case-see"),
        (_, Stands::Passed | Stands::Open) => ui::more("guide-now", ways(agent, seen, step, typed)),
    }
}

/// What can be done about a step now, and the way past it.
fn ways(agent: &Agent, seen: &Seen, step: Step, typed: &Typed) -> Markup {
    let pass = |key: &'static str| {
        let form = Form::post("/guide", agent.app.new_id()).id(step.word()).hidden("step", step.word());
        form.hidden("act", "pass").one_line().quiet_act(key)
    };
    match step {
        Step::Company => {
            let form = Form::post("/guide", agent.app.new_id())
                .typed(typed)
                .hidden("step", step.word())
                .field(company_field())
                .act("guide-company-keep");
            html! { (form) @if seen.stands(step) == Stands::Open { (pass("guide-pass")) } }
        }
        Step::Hours => html! {
            p { (our_hours(agent)) }
            p.ways-on { a.act href="/settings/calendars" { (t("guide-hours-change")) } }
            (pass("guide-hours-right"))
        },
        Step::People => html! {
            p.ways-on { a.act href="/settings/people" { (t("guide-people-go")) } }
            @if seen.stands(step) == Stands::Open { (pass("guide-pass")) }
        },
        Step::Orders => html! {
            p.ways-on {
                a.act href="/orders/import" { (t("guide-orders-go")) } " "
                a href="/accounts/new" { (t("guide-orders-by-hand")) }
            }
            p.quiet { (t("guide-orders-demo")) " " code { "makegood demo --data look-around --listen 127.0.0.1:8081" } }
            @if seen.stands(step) == Stands::Open { (pass("guide-pass")) }
        },
        Step::Case => html! {
            p.ways-on { a.act href="/cases/new" { (t("guide-case-go")) } }
            @if seen.stands(step) == Stands::Open { (pass("guide-pass")) }
        },
    }
}

/// The guide ends when somebody says so, done or not; it can be opened again from the settings.
fn end(agent: &Agent, next: Option<Step>) -> Markup {
    let under = agent.firm.set_up == SetUp::Under;
    let (act, key) = match (under, next) {
        (true, None) => ("leave", "guide-finish"),
        (true, Some(_)) => ("leave", "guide-leave"),
        (false, _) => ("open", "guide-open-again"),
    };
    let form = Form::post("/guide", agent.app.new_id()).id("end").hidden("act", act);
    let form = if next.is_none() && under { form.act(key) } else { form.quiet_act(key) };
    html! { (form.or_go("/", "run-title")) }
}

/// Names the firm, passes a step over, leaves the guide or opens it again.
pub async fn step(Administrator(agent): Administrator, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let (step, act) = (Step::of(typed.value("step")), typed.value("act").to_owned());
    let to = if act == "leave" { "/" } else { "/guide" };
    let kept = match (step, act.as_str()) {
        (Some(Step::Company), "") => {
            let (name, by) = (typed.value("company").to_owned(), agent.by(desk::request_of(&agent, &typed)));
            agent.app.db.write(move |tx| welcome::name_company(tx, &name, &by)).await
        }
        (step, act) => {
            let (word, act) = (step.map(Step::word), act.to_owned());
            let change = move |tx: &store::Tx| {
                let mut guide = welcome::guide(tx)?;
                match (act.as_str(), word) {
                    ("leave", _) => guide.set_up = SetUp::Left,
                    ("open", _) => guide.set_up = SetUp::Under,
                    ("pass", Some(word)) if !guide.passed.iter().any(|p| p == word) => {
                        guide.passed.push(word.to_owned())
                    }
                    _ => {}
                }
                Ok(welcome::keep_guide(tx, &guide)?)
            };
            agent.app.db.write(change).await
        }
    };
    match kept {
        Ok(()) => {
            agent.app.refresh_firm().await?;
            Ok(desk::on_to(to))
        }
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            let seen = agent.app.db.read(look).await?;
            Ok(desk::again(page(&agent, &seen, &typed)))
        }
    }
}
