//! The first page of a fresh Makegood: one name, one address, one password, and the firm's hours. Then nobody sees it again.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::sign_in;
use super::ui::{self, Field, Form, Shell, Typed};
use crate::app::App;
use crate::password;
use crate::session::Public;
use crate::words::t;
use axum::http::header::HeaderMap;
use axum::response::{IntoResponse, Response};
use casework::calendar::{CalendarSpec, HolidayChoice};
use casework::ids::PersonId;
use casework::kinds::Role;
use maud::{Markup, html};
use store::audit::{By, NotKept};
use store::firm::default_calendar;
use store::people::Person;
use store::welcome::{Guide, NAME_AT_MOST, SetUp};

pub async fn show(Public(app): Public) -> Result<Response, Oops> {
    if app.db.read(store::people::has_any).await? {
        return Ok(desk::on_to("/sign-in"));
    }
    let typed = Typed::nothing().with("zone", jiff::tz::TimeZone::system().iana_name().unwrap_or("Europe/Warsaw"));
    Ok(page(&app.new_id().to_string(), &typed).into_response())
}

fn page(request: &str, typed: &Typed) -> Markup {
    let form = Form::post("/first-run", request)
        .typed(typed)
        .field(Field::text("name", "first-run-name").autocomplete("name"))
        .field(Field::email("email", "first-run-email").autocomplete("username"))
        .field(Field::password("password", "first-run-password").help("password-help").autocomplete("new-password"))
        .field(company_field())
        .row([zone_field(), country_field()])
        .act("first-run-act");
    let body = html! {
        (ui::heading(t("first-run-title"), None))
        p { (t("first-run-intro")) }
        (form)
    };
    ui::page(Shell::new("first-run-title").narrow(), body)
}

/// What the firm is called, as everybody reads it.
pub fn company_field() -> Field {
    let length = u32::try_from(NAME_AT_MOST).unwrap_or(0);
    Field::text("company", "guide-company-name").length(length).autocomplete("organization").help("guide-company-help")
}

/// The IANA name of a zone, checked when it comes in.
pub fn zone_field() -> Field {
    Field::text("zone", "field-zone").help("field-zone-help")
}
/// Whose public holidays are kept free.
pub fn country_field() -> Field {
    let countries =
        store::holidays::rules().countries.iter().map(|(code, country)| (code.clone(), country.name.clone()));
    Field::select("country", "field-holidays")
        .help("field-holidays-help")
        .choice("", "field-holidays-none")
        .choices(countries)
        .optional()
}

pub async fn create(Public(app): Public, headers: HeaderMap, Posted(mut typed): Posted) -> Result<Response, Oops> {
    if app.db.read(store::people::has_any).await? {
        return Ok(desk::on_to("/sign-in"));
    }
    let (id, company) = (PersonId(app.new_id()), typed.value("company").to_owned());
    match checked(&app, id, &mut typed).await {
        Some((person, hash, calendar)) => match found(&app, (person, hash), company, calendar).await {
            Ok(()) => {
                app.refresh_firm().await?;
                sign_in::begin(&app, id, &headers, "/guide").await
            }
            Err(NotKept::Refused(refusal)) => {
                let agent = crate::session::agent(app.clone(), nobody(id));
                desk::beside(&agent, &mut typed, &refusal);
                Ok(desk::again(page(&app.new_id().to_string(), &typed)))
            }
            Err(NotKept::Fault(fault)) => Err(fault.into()),
        },
        None => Ok(desk::again(page(&app.new_id().to_string(), &typed))),
    }
}

fn nobody(id: PersonId) -> Person {
    Person {
        id,
        name: String::new(),
        email: String::new(),
        phone: String::new(),
        zone: "Etc/UTC".into(),
        roles: vec![],
        quiet: None,
        active: true,
        language: String::new(),
    }
}

/// The first account may do everything; there is nobody else yet.
async fn checked(app: &App, id: PersonId, typed: &mut Typed) -> Option<(Person, String, CalendarSpec)> {
    let zone = typed.value("zone").to_owned();
    if store::holidays::zone(&zone).is_err() {
        typed.wrong("zone", t("field-zone-unknown"));
    }
    let (password, salt) = (typed.value("password").to_owned(), app.random::<16>());
    let hash = tokio::task::spawn_blocking(move || password::hash(&password, salt)).await.ok()?;
    let hash = match hash {
        Ok(hash) => hash,
        Err(refusal) => {
            desk::beside(&crate::session::agent(app.clone(), nobody(id)), typed, &refusal);
            return None;
        }
    };
    if !typed.is_fine() {
        return None;
    }
    let person = Person {
        name: typed.value("name").to_owned(),
        email: typed.value("email").to_owned(),
        zone: zone.clone(),
        roles: Role::ALL.iter().copied().filter(|r| *r != Role::Reader).collect(),
        quiet: Some((20 * 60, 7 * 60)),
        ..nobody(id)
    };
    let holidays = typed.filled("country").map(|country| HolidayChoice { country: country.to_owned(), region: None });
    Some((person, hash, CalendarSpec { holidays, ..default_calendar(&zone) }))
}

async fn found(
    app: &App,
    (person, hash): (Person, String),
    company: String,
    spec: CalendarSpec,
) -> Result<(), NotKept> {
    let by = By { person: Some(person.id), request: app.new_request(), now: app.now() };
    let calendar = app.new_id();
    app.db
        .write(move |tx| {
            // Two first visitors at once: only one of them founds the firm.
            if store::people::has_any(tx)? {
                return Err(NotKept::Refused(casework::Refusal::state("already-set-up")));
            }
            store::people::add(tx, &person, &hash, &by)?;
            store::welcome::name_company(tx, &company, &by)?;
            store::calendars::add(tx, calendar, &spec, &by)?;
            store::settings::set_our_calendar(tx, calendar, &by)?;
            let guide = Guide { set_up: SetUp::Under, passed: vec![] };
            Ok(store::welcome::keep_guide(tx, &guide)?)
        })
        .await
}
