//! How far a trouble reaches: from a lot, an item, a supplier or a process to every line, shipment and customer that it can touch, each
//! made a signal in one act, with its own quantity (S229). What was made so is a boundary, which is widened and narrowed on its own page.
use super::boundary;
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Notice, Shell, Table, Typed};
use super::{address, order_words};
use crate::import::orders::Here;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Query;
use axum::response::Response;
use casework::ids::AccountId;
use maud::{Markup, html};
use serde::Deserialize;
use store::boundaries::{self, Amends, Boundary, Cause, WHY_AT_MOST};
use store::mint::Mint;
use store::radius::{self, Signalled, Sort, ToldFirst, Touched};
use store::{Conn, Fault, NotKept};
use uuid::Uuid;

/// Characters of a name.
pub const NAME_AT_MOST: usize = 200;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    sort: String,
    name: String,
    /// How many signals were just made.
    made: Option<u64>,
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let typed = Typed::nothing().with("sort", &asked.sort).with("name", &asked.name);
    page(&agent, &typed, asked.made).await
}

/// What the page shows of one cause.
struct Seen {
    touched: Vec<Touched>,
    /// Boundaries that it is within.
    boundaries: Vec<Boundary>,
    told: ToldFirst,
}

async fn page(agent: &Agent, typed: &Typed, made: Option<u64>) -> Result<Markup, Oops> {
    let cause = cause(typed);
    let seen = match cause.clone() {
        Some((sort, name)) => Some(agent.app.db.read(move |conn| read(conn, sort, &name)).await?),
        None => None,
    };
    let all = if seen.is_none() { agent.app.db.read(boundaries::latest).await? } else { vec![] };
    let find = Form::get("/radius")
        .typed(typed)
        .row([sorts(), Field::text("name", "radius-name").help("radius-name-help").length(NAME_AT_MOST as u32)])
        .quiet_act("radius-look");
    let body = html! {
        (ui::heading(t("radius-title"), None))
        p { (t("radius-why")) }
        (find)
        (boundary::list(agent, &all))
        @if let (Some((sort, name)), Some(seen)) = (&cause, &seen) {
            @if seen.touched.is_empty() { (ui::empty(t_with("radius-none", &[("name", name.clone().into())]), None)) }
            @else { (touched(agent, *sort, name, seen, typed)) }
        }
    };
    let shell = desk::shell(agent, "radius-title", Nav::Signals);
    let notice = made.map(|made| Notice::done(t_with("radius-made", &[("count", made.into())])));
    Ok(desk::shelled(notice.into_iter().fold(shell, Shell::notice), body))
}

pub fn sorts() -> Field {
    Sort::ALL
        .into_iter()
        .fold(Field::select("sort", "radius-sort"), |field, sort| field.choice(sort.word(), sort_key(sort)))
}

pub fn sort_key(sort: Sort) -> &'static str {
    match sort {
        Sort::Lot => "radius-sort-lot",
        Sort::Item => "radius-sort-item",
        Sort::Supplier => "radius-sort-supplier",
        Sort::WorkCentre => "radius-sort-work-centre",
        Sort::Route => "radius-sort-route",
        Sort::ItemGroup => "radius-sort-item-group",
    }
}

/// The way to the page about one cause.
pub fn href(sort: Sort, name: &str) -> String {
    address::with("/radius", &[("sort", sort.word()), ("name", name)])
}

pub fn cause(typed: &Typed) -> Option<(Sort, String)> {
    let name = typed.filled("name").filter(|name| name.chars().count() <= NAME_AT_MOST)?;
    Some((Sort::from_word(typed.value("sort"))?, name.trim().to_owned()))
}

fn read(conn: &Conn, sort: Sort, name: &str) -> Result<Seen, Fault> {
    let touched = radius::of(conn, sort, name)?;
    let mut accounts: Vec<AccountId> = touched.iter().map(|one| one.kept.account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let told = radius::told_first(conn, &[(sort, name)], &accounts)?;
    let boundaries = boundaries::of_cause(conn, &Cause::of(sort, name))?;
    Ok(Seen { touched, boundaries, told })
}

/// How much of a lot it got; of anything else all of the line hangs on it.
fn pieces(sort: Sort, one: &Touched) -> Option<String> {
    match sort {
        Sort::Lot => one.quantity.map(|quantity| quantity.to_string()),
        _ => one.kept.line.quantity.clone(),
    }
}

fn touched(agent: &Agent, sort: Sort, name: &str, seen: &Seen, typed: &Typed) -> Markup {
    let mut customers: Vec<&AccountId> = seen.touched.iter().map(|one| &one.kept.account).collect();
    customers.dedup();
    let new = seen.touched.iter().filter(|one| one.signalled == Signalled::No).count();
    let rows = seen.touched.iter().map(|one| {
        [
            html! { a href={ "/accounts/" (one.kept.account) } { (one.customer) } },
            html! { a href={ "/orders/line/" (one.kept.id) } { (one.kept.line.key.to_string()) } @if let Some(item) = &one.kept.line.item { " " (item) } },
            html! { (order_words::date(agent, one.kept.line.promised)) },
            html! { (one.shipments.join(", ")) },
            html! { @match pieces(sort, one) { Some(pieces) => { (pieces) }, None => { span.quiet { (t("radius-unknown")) } } } },
            html! { @match one.signalled { Signalled::Yes => { (t("radius-signalled")) }, Signalled::No => { "—" } } },
        ]
    });
    let table = Table::new("radius-touched")
        .under_its_heading()
        .col("cases-account")
        .col("orders-line")
        .col("line-now-promised")
        .col("radius-shipments")
        .number_col("radius-quantity")
        .col("radius-signal")
        .rows(rows);
    let form = Form::post("/radius", agent.app.new_id())
        .typed(typed)
        .hidden("sort", sort.word())
        .hidden("name", name)
        .field(Field::words("why", "radius-what").help("radius-what-help").rows(2).length(WHY_AT_MOST as u32))
        .act("radius-act");
    let summary =
        t_with("radius-summary", &[("lines", seen.touched.len().into()), ("customers", customers.len().into())]);
    let ToldFirst { ended, by_them } = seen.told;
    html! {
        p { strong { (summary) } }
        @if ended > 0 { p { (t_with("radius-told-first", &[("first", (ended - by_them).into()), ("ended", ended.into())])) } }
        @for one in &seen.boundaries { p { (t("boundary-is-within")) " " a href={ "/radius/" (one.id) } { (one.words) } } }
        (table)
        @if new > 0 { (ui::section("radius-make", None, html! { (form) })) } @else { p.quiet { (t("radius-all-signalled")) } }
    }
}

/// Makes the signals. Pressed twice, there is still one for each line.
pub async fn create(agent: Agent, Posted(mut typed): Posted) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let Some((sort, name)) = cause(&typed) else { return Err(Oops::NotFound) };
    let why = typed.value("why").trim().to_owned();
    if why.is_empty() || why.chars().count() > WHY_AT_MOST {
        typed.wrong("why", t("radius-what-missing"));
        return Ok(desk::again(page(&agent, &typed, None).await?));
    }
    let (request, now) = (desk::request_of(&agent, &typed), agent.app.now());
    let here = Here { db: agent.app.db.clone(), calendar: agent.firm.ours.clone(), now, drawn: Uuid::nil() };
    let by = Amends { request: request.0, person: agent.person.id, why };
    let cause = Cause::of(sort, &name);
    let work = move |tx: &store::Tx| {
        let mut mint = Mint::new(request.0, now);
        // Lines that came to it since belong to the boundary that there is.
        let known = boundaries::of_cause(tx, &cause)?.first().map(|one| one.id).filter(|id| *id != request.0);
        here.on_ground(|ground| match known {
            Some(id) => boundaries::widen(tx, id, &cause, &by, &mut mint, ground),
            None => boundaries::draw(tx, &cause, &by, &mut mint, ground),
        })
    };
    let made = match agent.app.db.write::<_, NotKept, _>(work).await {
        Ok(made) => made,
        Err(why) => {
            desk::refused(&agent, &mut typed, why)?;
            return Ok(desk::again(page(&agent, &typed, None).await?));
        }
    };
    Ok(desk::on_to(&format!("{}&made={made}", href(sort, &name))))
}
