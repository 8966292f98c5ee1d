//! Calendars of working hours: the list, which one is ours, and the form with the days that will be closed, seen before keeping.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::first_run::zone_field;
use super::ui::{self, Field, Form, Nav, Table, Typed};
use super::when;
use super::{closures, hours, setting_page, trial};
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use casework::calendar::{Calendar, CalendarSpec, Closed, HolidayChoice};
use jiff::civil::Date;
use maud::{Markup, html};
use std::sync::Arc;
use store::audit::NotKept;
use store::calendars::{self, KeptCalendar};
use store::firm::{Firm, default_calendar};
use uuid::Uuid;

/// Days looked ahead for what is closed: eight weeks.
const DAYS_AHEAD: usize = 56;

/// The fields of the week, Monday first.
const WEEK: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

pub async fn show(Administrator(agent): Administrator) -> Result<Markup, Oops> {
    let spec = CalendarSpec { name: String::new(), ..default_calendar(&agent.person.zone) };
    list(&agent, &filled(&spec), None).await
}

async fn list(agent: &Agent, typed: &Typed, preview: Option<Markup>) -> Result<Markup, Oops> {
    let (all, ours) = agent
        .app
        .db
        .read(|conn| Ok::<_, store::Fault>((calendars::list(conn)?, store::settings::our_calendar(conn)?)))
        .await?;
    let rows = all.iter().map(|kept| row(kept, ours));
    let table = Table::new("calendars-title")
        .under_its_heading()
        .col("calendars-name")
        .col("field-zone")
        .col("field-holidays")
        .col("calendars-hours")
        .col("calendars-use")
        .rows(rows);
    let new = fields(Form::post("/settings/calendars", agent.app.new_id()).typed(typed))
        .act("calendars-keep-new")
        .or_act("look", "yes", "calendars-look");
    let ours_log = if ours.is_some() {
        setting_page::changes(agent, "our_calendar").await?
    } else {
        html! {}
    };
    let body = html! {
        (ui::heading(t("calendars-title"), None))
        (setting_page::recount(agent, "/settings/calendars").await?)
        @if all.is_empty() { (ui::empty("calendars-none", None)) } @else { (table) (choose_ours(agent, &all, typed.filled("ours").map(str::to_owned).or(ours.map(|id| id.to_string())))) }
        @if let Some(preview) = preview { (preview) }
        (ui::section("calendars-new", None, html! { (new) }))
        (ours_log)
    };
    Ok(desk::page(agent, "calendars-title", Nav::Settings, body))
}

fn row(kept: &KeptCalendar, ours: Option<Uuid>) -> [Markup; 5] {
    let holidays = kept.spec.holidays.as_ref().map_or(String::new(), place_name);
    [
        html! { a href={ "/settings/calendars/" (kept.id) } data-go { (kept.spec.name) } },
        html! { (kept.spec.zone) },
        html! { (holidays) },
        html! { (hours::week_in_short(&kept.spec)) },
        html! { @if ours == Some(kept.id) { (t("calendars-ours")) } },
    ]
}

fn choose_ours(agent: &Agent, all: &[KeptCalendar], chosen: Option<String>) -> Markup {
    let choices = all.iter().map(|kept| (kept.id.to_string(), kept.spec.name.clone()));
    let field = Field::select("ours", "calendars-choose-ours").choices(choices).value(chosen.unwrap_or_default());
    let form = Form::post("/settings/calendars", agent.app.new_id())
        .id("our-calendar")
        .one_line()
        .field(field)
        .quiet_act("calendars-choose-act")
        .or_act("look", "yes", "clocks-look");
    html! { (form) }
}

fn fields(form: Form<'_>) -> Form<'_> {
    let day = |n: usize| Field::text(WEEK[n], t(&format!("weekday-{}", WEEK[n]))).optional();
    form.row([Field::text("name", "calendars-name").length(80), zone_field()])
        .field(place_field())
        .block(html! { p.help { (t("calendars-hours-help")) } })
        .row([day(0), day(1)])
        .row([day(2), day(3)])
        .row([day(4), day(5)])
        .row([day(6)])
        .field(Field::words("exceptions", "calendars-exceptions").optional().help("calendars-exceptions-help"))
}

/// Every country, and below it every region whose holidays differ.
fn place_field() -> Field {
    let mut countries: Vec<_> = store::holidays::rules().countries.iter().collect();
    countries.sort_by_cached_key(|(_, country)| country.name.clone());
    let places = countries.into_iter().flat_map(|(code, country)| {
        let region =
            move |(region, name): (&String, &String)| (format!("{code}/{region}"), format!("{}: {name}", country.name));
        std::iter::once((code.clone(), country.name.clone())).chain(country.regions.iter().map(region))
    });
    Field::select("place", "field-holidays")
        .optional()
        .help("calendars-place-help")
        .choice("", "field-holidays-none")
        .choices(places)
}

pub fn place_name(choice: &HolidayChoice) -> String {
    let Some(country) = store::holidays::rules().countries.get(&choice.country) else { return choice.country.clone() };
    match choice.region.as_ref().and_then(|region| country.regions.get(region)) {
        Some(region) => format!("{}: {region}", country.name),
        None => country.name.clone(),
    }
}

pub fn filled(spec: &CalendarSpec) -> Typed {
    let place = spec.holidays.as_ref().map_or(String::new(), |choice| match &choice.region {
        Some(region) => format!("{}/{region}", choice.country),
        None => choice.country.clone(),
    });
    let typed = Typed::nothing().with("name", &spec.name).with("zone", &spec.zone).with("place", place);
    let typed =
        WEEK.iter().zip(&spec.week).fold(typed, |typed, (day, windows)| typed.with(day, hours::in_words(windows)));
    typed.with("exceptions", hours::exceptions_in_words(&spec.exceptions)).with("version", spec.version.to_string())
}

/// The calendar of the form; what makes no sense is said beside the fields.
fn read(typed: &mut Typed, version: u32) -> CalendarSpec {
    let week = WEEK.map(|day| {
        hours::read(typed.value(day)).unwrap_or_else(|odd| {
            typed.wrong(day, t_with("calendars-hours-odd", &[("words", odd.into())]));
            vec![]
        })
    });
    let exceptions = hours::read_exceptions(typed.value("exceptions")).unwrap_or_else(|odd| {
        typed.wrong("exceptions", t_with("calendars-exception-odd", &[("line", odd.into())]));
        Default::default()
    });
    let holidays = typed.filled("place").map(|place| match place.split_once('/') {
        Some((country, region)) => HolidayChoice { country: country.to_owned(), region: Some(region.to_owned()) },
        None => HolidayChoice { country: place.to_owned(), region: None },
    });
    let spec = CalendarSpec {
        name: typed.value("name").to_owned(),
        version: typed.filled("version").and_then(|v| v.parse().ok()).unwrap_or(version),
        zone: typed.value("zone").to_owned(),
        week,
        exceptions,
        holidays,
    };
    // Said here as well as by the store, so that a look without keeping tells the same.
    if typed.is_fine()
        && let Err(problem) = store::holidays::calendar(&spec)
    {
        let field = if problem.code() == "calendar-unknown-zone" { "zone" } else { "monday" };
        typed.wrong(field, t(&format!("refusal-{}", problem.code())));
    }
    spec
}

/// The closed days of the next eight weeks, each with its reason, and the days with other hours.
fn closed_days(agent: &Agent, spec: &CalendarSpec) -> Option<Markup> {
    let calendar = store::holidays::calendar(spec).ok()?;
    let now = agent.app.now();
    let today = calendar.local(now).date();
    let days: Vec<(Date, String)> = today
        .series(jiff::Span::new().days(1))
        .take(DAYS_AHEAD)
        .filter_map(|day| Some((day, reason(&calendar, day)?)))
        .collect();
    let free: Vec<_> = WEEK
        .iter()
        .zip(&spec.week)
        .filter(|(_, w)| w.is_empty())
        .map(|(day, _)| t(&format!("weekday-{day}")).into_owned())
        .collect();
    let table =
        Table::new("calendars-closed").under_its_heading().col("calendars-day").col("calendars-reason").rows(
            days.iter().map(|(day, reason)| [html! { (when::day(*day, now, calendar.zone())) }, html! { (reason) }]),
        );
    Some(ui::section(
        "calendars-closed",
        None,
        html! {
            @if !free.is_empty() { p { (t_with("calendars-every", &[("days", free.join(", ").into())])) } }
            @if days.is_empty() { p.quiet { (t("calendars-none-closed")) } } @else { (table) }
            @if let Some(year) = calendar.holidays_listed_until() { p.quiet { (t_with("calendars-listed-until", &[("year", year.to_string().into())])) } }
        },
    ))
}

fn reason(calendar: &Calendar, day: Date) -> Option<String> {
    match calendar.why_closed(day) {
        Some(Closed::Weekend) => None,
        Some(Closed::Holiday(name)) => Some(name),
        Some(Closed::Exception) => Some(t("calendars-closed-by-us").into_owned()),
        None => calendar
            .spec()
            .exceptions
            .get(&day)
            .map(|windows| t_with("calendars-other-hours", &[("hours", hours::in_words(windows).into())])),
    }
}

/// What it would do, before it is kept: the closed days ahead, and the due times of open cases that would move.
///
/// # Errors
/// When the cases cannot be read.
pub async fn look(agent: &Agent, id: Uuid, spec: &CalendarSpec) -> Result<Markup, Oops> {
    let Ok(calendar) = store::holidays::calendar(spec) else { return Ok(html! {}) };
    let calendar = Arc::new(calendar);
    let mut then = (*agent.firm).clone();
    let mut calendars = (*then.calendars).clone();
    calendars.insert(id, calendar.clone());
    then.calendars = Arc::new(calendars);
    if agent.app.db.read(store::settings::our_calendar).await? == Some(id) {
        then.ours = calendar;
    }
    let trial = trial::tried(agent, then).await?;
    Ok(html! { (trial::block(agent, &trial)) @if let Some(days) = closed_days(agent, spec) { (days) } })
}

/// The same for another choice of which hours are ours.
async fn look_at_ours(agent: &Agent, ours: Uuid) -> Result<Markup, Oops> {
    let Some(calendar) = agent.firm.calendars.get(&ours).cloned() else { return Ok(html! {}) };
    let trial = trial::tried(agent, Firm { ours: calendar, ..(*agent.firm).clone() }).await?;
    Ok(trial::block(agent, &trial))
}

pub async fn create(Administrator(agent): Administrator, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let by = agent.by(desk::request_of(&agent, &typed));
    if let Some(ours) = typed.filled("ours").and_then(|id| id.parse::<Uuid>().ok()) {
        if typed.filled("look").is_some() {
            let look = look_at_ours(&agent, ours).await?;
            let spec = CalendarSpec { name: String::new(), ..default_calendar(&agent.person.zone) };
            let typed = filled(&spec).with("ours", ours.to_string());
            return Ok(list(&agent, &typed, Some(look)).await?.into_response());
        }
        let kept = agent.app.db.write(move |tx| store::settings::set_our_calendar(tx, ours, &by)).await;
        if let Some(response) = settled(&agent, &mut typed, kept).await? {
            return Ok(response);
        }
        return Ok(desk::again(list(&agent, &typed, None).await?));
    }
    let spec = read(&mut typed, 1);
    if typed.is_fine() && typed.filled("look").is_some() {
        let preview = closed_days(&agent, &spec);
        return Ok(list(&agent, &typed, preview).await?.into_response());
    }
    if typed.is_fine() {
        let id = Uuid::new_v5(&by.request.0, b"calendar");
        let kept = agent.app.db.write(move |tx| calendars::add(tx, id, &spec, &by)).await;
        if let Some(response) = settled(&agent, &mut typed, kept).await? {
            return Ok(response);
        }
    }
    Ok(desk::again(list(&agent, &typed, None).await?))
}

async fn settled(agent: &Agent, typed: &mut Typed, kept: Result<(), NotKept>) -> Result<Option<Response>, Oops> {
    match kept {
        Ok(()) => {
            agent.app.refresh_firm().await?;
            Ok(Some(desk::on_to("/settings/calendars")))
        }
        Err(why) => desk::refused(agent, typed, why).map(|()| None),
    }
}

pub async fn kept(agent: &Agent, id: Uuid) -> Result<KeptCalendar, Oops> {
    agent.app.db.read(move |conn| calendars::by_id(conn, id)).await?.ok_or(Oops::NotFound)
}

pub async fn change(Administrator(agent): Administrator, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let kept = kept(&agent, id).await?;
    let preview = closed_days(&agent, &kept.spec);
    edit(&agent, &kept, &filled(&kept.spec), preview).await
}

pub async fn edit(agent: &Agent, kept: &KeptCalendar, typed: &Typed, preview: Option<Markup>) -> Result<Markup, Oops> {
    let here = format!("/settings/calendars/{}", kept.id);
    let form = fields(Form::post(here.clone(), agent.app.new_id()).typed(typed))
        .hidden("version", typed.filled("version").unwrap_or("1"))
        .act("calendars-keep")
        .or_act("look", "yes", "clocks-look")
        .or_go("/settings/calendars", "act-back");
    let body = html! {
        (ui::heading(&kept.spec.name, None))
        p.quiet { (t("calendars-change-note")) }
        (setting_page::recount(agent, &here).await?)
        (ui::with_aside("calendars-closed", html! { (form) }, html! { @if let Some(preview) = preview { (preview) } }))
        (closures::form(agent, kept.id))
        (setting_page::changes(agent, &kept.id.to_string()).await?)
    };
    Ok(desk::page(agent, kept.spec.name.clone(), Nav::Settings, body))
}

pub async fn update(
    Administrator(agent): Administrator,
    Path(id): Path<Uuid>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    let before = kept(&agent, id).await?;
    let spec = read(&mut typed, before.spec.version);
    if typed.is_fine() && typed.filled("look").is_some() {
        let preview = look(&agent, id, &spec).await?;
        return Ok(edit(&agent, &before, &typed, Some(preview)).await?.into_response());
    }
    if typed.is_fine() {
        let by = agent.by(desk::request_of(&agent, &typed));
        let kept = agent.app.db.write(move |tx| calendars::change(tx, id, &spec, &by)).await;
        if let Some(response) = settled(&agent, &mut typed, kept).await? {
            return Ok(response);
        }
    }
    let preview = closed_days(&agent, &before.spec);
    Ok(desk::again(edit(&agent, &before, &typed, preview).await?))
}
