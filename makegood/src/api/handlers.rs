//! What each route of the API does.
use super::caller::{Caller, seen};
use super::problem::Problem;
use super::views::{self, *};
use super::{acts, body, offered, openapi};
use crate::act::{self, Asked, Done, NotDone};
use crate::say::Reader;
use crate::words::{t, t_with};
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use casework::ids::{AccountId, CaseId, CaseNumber, ContactId};
use casework::kinds::{Recovery, Severity};
use casework::refusal::Strength;
use casework::{Command, Refusal};
use serde::Deserialize;
use std::collections::HashMap;
use store::cases::{CasePage, Filter, Standing};
use store::facts::CaseRef;
use uuid::Uuid;

/// Lines of one page when nobody says how many.
const PAGE: i64 = 50;

type Answer<T> = Result<Json<T>, Problem>;

/// What `GET /api/v1/cases` may be narrowed to.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasesAsked {
    standing: Option<String>,
    state: Option<String>,
    severity: Option<String>,
    owner: Option<Uuid>,
    account: Option<Uuid>,
    text: Option<String>,
    after: Option<String>,
    limit: Option<i64>,
}

pub async fn cases(caller: Caller, asked: Result<Query<CasesAsked>, QueryRejection>) -> Answer<CaseList> {
    let asked = query(asked)?;
    let choice = |field: &str, choices: &[&str]| {
        Problem::parameter(
            field,
            t_with("api-wants-choice", &[("field", field.to_owned().into()), ("choices", choices.join(", ").into())]),
        )
    };
    let standing = match asked.standing.as_deref() {
        None | Some("open") => Standing::Open,
        Some("closed") => Standing::Closed,
        Some(_) => return Err(choice("standing", &["open", "closed"])),
    };
    let state = asked
        .state
        .as_deref()
        .map(|w| Recovery::from_word(w).ok_or_else(|| choice("state", Recovery::WORDS)))
        .transpose()?;
    let severity = asked
        .severity
        .as_deref()
        .map(|w| Severity::from_word(w).ok_or_else(|| choice("severity", Severity::WORDS)))
        .transpose()?;
    let after = asked
        .after
        .as_deref()
        .map(|a| after_case(a).ok_or_else(|| Problem::parameter("after", t("api-after"))))
        .transpose()?;
    let filter = Filter {
        standing,
        state,
        owner: asked.owner.map(casework::ids::PersonId),
        account: asked.account.map(AccountId),
        severity,
        text: asked.text.unwrap_or_default(),
    };
    let limit = limit(asked.limit)?;
    let rows = caller.app.db.read(move |conn| store::cases::list(conn, &filter, after, limit)).await?;
    let next = rows
        .last()
        .filter(|_| rows.len() as i64 == limit)
        .map(|r| format!("{}.{}.{}", r.severity.word(), r.recognised_at.as_microsecond(), r.id));
    Ok(Json(CaseList { cases: rows.iter().map(|r| views::line(&caller.firm, r)).collect(), next }))
}

/// `s2.1764000000000000.<id>`: where the page before ended.
fn after_case(text: &str) -> Option<store::cases::After> {
    let mut parts = text.splitn(3, '.');
    let severity = Severity::from_word(parts.next()?)?;
    let at = jiff::Timestamp::from_microsecond(parts.next()?.parse().ok()?).ok()?;
    Some((severity, at, parts.next()?.parse::<CaseId>().ok()?))
}

pub async fn open(
    caller: Caller,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let request = caller.request(&headers)?;
    let Command::OpenCase(command) = body::command("open-case", body)? else { return Err(Problem::missing()) };
    let account = command.account;
    match act::open(&caller.app, caller.actor(), request, *command).await {
        Ok(done) => {
            let place = format!("/api/v1/cases/{}", done.number);
            Ok((StatusCode::CREATED, [(header::LOCATION, place)], done_view(&done)).into_response())
        }
        Err(not) => Err(not_done(&caller, not, About::Account(account)).await),
    }
}

pub async fn act(
    caller: Caller,
    Path((number, word)): Path<(String, String)>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let number = case_number(&number)?;
    if !acts().any(|offered| offered == word) {
        return Err(Problem::missing());
    }
    let (id, seen) = (caller.request(&headers)?, seen(&headers)?);
    let command = body::command(&word, body)?;
    let asked = Asked { id, seen, ..Asked::new(&caller.app, command) };
    match act::act(&caller.app, caller.actor(), CaseRef::Number(number), asked).await {
        Ok(done) => Ok(done_view(&done).into_response()),
        Err(not) => Err(not_done(&caller, not, About::Case(number, seen)).await),
    }
}

fn done_view(done: &Done) -> impl IntoResponse + use<> {
    let tag = format!("\"{}\"", done.version);
    let view = DoneView {
        case: done.number.to_string(),
        version: done.version,
        events: done.events.clone(),
        other: done.other.map(|o| o.to_string()),
    };
    ([(header::ETAG, tag)], Json(view))
}

/// What a refusal is about, for the names in its sentence.
enum About {
    Account(AccountId),
    Case(CaseNumber, Option<u64>),
}

async fn not_done(caller: &Caller, not: NotDone, about: About) -> Problem {
    let refusal = match not {
        NotDone::Fault(fault) => return fault.into(),
        NotDone::Refused(refusal) => refusal,
    };
    worded(caller, &refusal, about).await.unwrap_or_else(Problem::from)
}

async fn worded(caller: &Caller, refusal: &Refusal, about: About) -> Result<Problem, store::Fault> {
    let (account, seen) = match about {
        About::Account(account) => (Some(account), None),
        About::Case(number, seen) => (
            caller.app.db.read(move |conn| store::cases::by_number(conn, number)).await?.map(|k| k.case.account),
            seen.map(|s| (number, s)),
        ),
    };
    let contacts = match account {
        Some(account) => caller.app.db.read(move |conn| store::contacts::of_account(conn, account)).await?,
        None => vec![],
    };
    let names: HashMap<ContactId, String> = contacts.into_iter().map(|c| (c.id, c.name)).collect();
    let nobody = HashMap::new();
    let reader = reader(caller, &names, &nobody);
    let mut problem = Problem::refused(refusal, &reader);
    if let (Strength::Changed, Some((number, seen))) = (refusal.strength, seen) {
        problem.events = between(caller, &reader, number, seen).await?;
    }
    Ok(problem)
}

/// The events since a version, so that the person can look before asking again.
async fn between(
    caller: &Caller,
    reader: &Reader<'_>,
    number: CaseNumber,
    seen: u64,
) -> Result<Vec<EventView>, store::Fault> {
    let rows = caller.app.db.read(move |conn| match store::cases::by_number(conn, number)? {
        Some(kept) => store::history::rows(conn, kept.case.id, i64::try_from(seen).unwrap_or(i64::MAX)),
        None => Ok(vec![]),
    });
    rows.await?.iter().map(|row| Ok(views::event(reader, &store::history::happening(row)?))).collect()
}

fn reader<'a>(
    caller: &'a Caller,
    contacts: &'a HashMap<ContactId, String>,
    accounts: &'a HashMap<AccountId, String>,
) -> Reader<'a> {
    Reader { firm: &caller.firm, contacts, accounts, zone: &caller.zone, now: caller.app.now() }
}

pub async fn case(caller: Caller, Path(number): Path<String>) -> Result<Response, Problem> {
    let page = page(&caller, &number).await?;
    let (contacts, accounts) = names(&page);
    let view = views::case(&reader(&caller, &contacts, &accounts), &page);
    Ok(([(header::ETAG, views::tag(&page.kept.case))], Json(view)).into_response())
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventsAsked {
    after: Option<u64>,
}

pub async fn events(
    caller: Caller,
    Path(number): Path<String>,
    asked: Result<Query<EventsAsked>, QueryRejection>,
) -> Answer<EventList> {
    let after = i64::try_from(query(asked)?.after.unwrap_or(0)).unwrap_or(i64::MAX);
    let page = page(&caller, &number).await?;
    let (contacts, accounts) = names(&page);
    let id = page.kept.case.id;
    let rows = caller.app.db.read(move |conn| store::history::rows(conn, id, after)).await?;
    let reader = reader(&caller, &contacts, &accounts);
    let events: Result<Vec<EventView>, store::Fault> =
        rows.iter().map(|row| Ok(views::event(&reader, &store::history::happening(row)?))).collect();
    let next =
        rows.last().filter(|_| rows.len() as i64 == store::history::EVENTS_AT_MOST).map(|r| r.seq.unsigned_abs());
    Ok(Json(EventList { events: events?, next }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockAsked {
    about: Option<Uuid>,
}

pub async fn clock(
    caller: Caller,
    Path((number, kind)): Path<(String, String)>,
    asked: Result<Query<ClockAsked>, QueryRejection>,
) -> Answer<ExplanationView> {
    let about = query(asked)?.about;
    let kind = casework::clock::ClockKind::from_word(&kind).ok_or_else(Problem::missing)?;
    let number = case_number(&number)?;
    let (firm, by, now) = (caller.firm.clone(), caller.actor(), caller.app.now());
    // A customer's own rules shorten what our policy allows; the explanation counts as the decision did.
    let known = caller.app.db.read(move |conn| store::facts::look(conn, &firm, number, by, now)).await?;
    let facts = known.ok_or_else(Problem::missing)?;
    let explained = casework::clock::explain::explain(&facts.case, kind, about, &facts).ok_or_else(Problem::missing)?;
    Ok(Json(views::explanation(&caller.firm, &explained)))
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunAsked {
    whose: Option<String>,
}

pub async fn run_to_it(caller: Caller, asked: Result<Query<RunAsked>, QueryRejection>) -> Answer<RunToItView> {
    use store::run::Whose;
    let whose = match query(asked)?.whose.as_deref() {
        None | Some("mine") => Whose::Mine(caller.person.id),
        Some("everybody") => Whose::Everybody,
        Some(_) => {
            return Err(Problem::parameter(
                "whose",
                t_with("api-wants-choice", &[("field", "whose".into()), ("choices", "mine, everybody".into())]),
            ));
        }
    };
    let now = caller.app.now();
    let blocks = caller.app.db.read(move |conn| store::run::run_to_it(conn, whose, now)).await?;
    Ok(Json(RunToItView { blocks: blocks.iter().map(|b| views::block(&caller.firm, b)).collect() }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountsAsked {
    text: Option<String>,
    after: Option<String>,
    limit: Option<i64>,
}

pub async fn accounts(caller: Caller, asked: Result<Query<AccountsAsked>, QueryRejection>) -> Answer<AccountList> {
    let asked = query(asked)?;
    let limit = limit(asked.limit)?;
    let (after, text) = (asked.after, asked.text.unwrap_or_default());
    let split = |after: &str| {
        after.rsplit_once('.').and_then(|(name, id)| Some((name.to_owned(), id.parse::<AccountId>().ok()?)))
    };
    let after = after.map(|a| split(&a).ok_or_else(|| Problem::parameter("after", t("api-after")))).transpose()?;
    let rows = caller.app.db.read(move |conn| match (text.trim(), &after) {
        ("", after) => store::accounts::list(conn, after.as_ref().map(|(name, id)| (name.as_str(), *id)), limit),
        (text, _) => store::accounts::search(conn, text, limit),
    });
    let rows = rows.await?;
    let next = rows.last().filter(|_| rows.len() as i64 == limit).map(|r| format!("{}.{}", r.name_key, r.id));
    let line = |r: &store::accounts::AccountRow| AccountLine {
        id: r.id.0,
        name: r.name.clone(),
        country: r.country.clone(),
        relationship_owner: r.relationship_owner.map(|p| views::person(&caller.firm, p)),
        open_cases: r.open_cases,
        open_promises: r.open_promises,
    };
    Ok(Json(AccountList { accounts: rows.iter().map(line).collect(), next }))
}

pub async fn account(caller: Caller, Path(id): Path<String>) -> Answer<AccountView> {
    let id: AccountId = id.parse().map_err(|_| Problem::missing())?;
    let now = caller.app.now();
    let found = caller.app.db.read(move |conn| match store::accounts::by_id(conn, id)? {
        Some(account) => Ok::<_, store::Fault>(Some((
            account,
            store::contacts::of_account(conn, id)?,
            store::promises::tally(conn, id)?.with_amends(&store::promises::owed_amends(conn, id)?, now),
        ))),
        None => Ok(None),
    });
    let (account, contacts, tally) = found.await?.ok_or_else(Problem::missing)?;
    Ok(Json(views::whole_account(&caller.firm, &account, &contacts, tally)))
}

pub async fn me(caller: Caller) -> Answer<MeView> {
    Ok(Json(views::me(&caller.person)))
}

pub async fn commands() -> Json<CommandList> {
    let view =
        |word: &'static str| CommandView { word: word.to_owned(), what: openapi::what(word), who: openapi::who(word) };
    Json(CommandList { commands: offered().map(view).collect() })
}

pub async fn document() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], openapi::text()).into_response()
}

pub async fn nothing() -> Problem {
    Problem::missing()
}

async fn page(caller: &Caller, number: &str) -> Result<CasePage, Problem> {
    let number = case_number(number)?;
    caller.app.db.read(move |conn| store::cases::page(conn, number)).await?.ok_or_else(Problem::missing)
}

fn names(page: &CasePage) -> (HashMap<ContactId, String>, HashMap<AccountId, String>) {
    let contacts = page.contacts.iter().map(|c| (c.id, c.name.clone())).collect();
    (contacts, HashMap::from([(page.account.id, page.account.name.clone())]))
}

/// A number that is none names no case.
fn case_number(text: &str) -> Result<CaseNumber, Problem> {
    text.parse().map_err(|_| Problem::missing())
}

fn query<T>(asked: Result<Query<T>, QueryRejection>) -> Result<T, Problem> {
    asked.map(|Query(asked)| asked).map_err(|odd| {
        let words = odd.body_text();
        let field = words.split('`').nth(1).unwrap_or_default().to_owned();
        Problem::parameter(&field, t_with("api-odd-query", &[("problem", words.into())]))
    })
}

fn limit(asked: Option<i64>) -> Result<i64, Problem> {
    match asked.unwrap_or(PAGE) {
        n @ 1..=100 => Ok(n),
        _ => Err(Problem::parameter("limit", t("api-limit"))),
    }
}
