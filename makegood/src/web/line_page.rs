//! One order line with its story: four dates, how likely it comes late and why, its steps, and how its promise moved.
use super::desk;
use super::fail::Oops;
use super::line_asked;
use super::order_words;
use super::radius;
use super::ui::{self, Facts, Nav, Table};
use super::when;
use crate::import::orders::Here;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use jiff::Timestamp;
use maud::{Markup, html};
use store::foretold::{self, Move};
use store::lines::{self, KeptLine};
use store::radius::Sort;
use store::{Conn, Fault, accounts, line_facts};
use uuid::Uuid;
use watch::{rules::predicted_late, slip::Estimate, story::Story};

/// A line with what its page says about it.
struct Seen {
    kept: KeptLine,
    story: Story,
    moves: Vec<Move>,
    customer: String,
}

pub async fn show(agent: Agent, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let read = move |conn: &Conn| {
        let Some(kept) = lines::by_id(conn, id)? else { return Ok::<_, Fault>(None) };
        let story = line_facts::stories(conn, std::slice::from_ref(&kept))?.pop();
        let customer = accounts::by_id(conn, kept.account)?.map(|account| account.name).unwrap_or_default();
        let moves = foretold::moves(conn, id)?;
        Ok(story.map(|story| Seen { kept, story, moves, customer }))
    };
    let seen = agent.app.db.read(read).await?.ok_or(Oops::NotFound)?;
    let title = seen.kept.line.key.to_string();
    let beside = html! { a href={ "/accounts/" (seen.kept.account) } { (seen.customer) } };
    let body = html! {
        (ui::heading(title, Some(beside)))
        (four_dates(&agent, &seen))
        (chance(&agent, &seen.story))
        (line_asked::block(&agent, id, &seen.story))
        (steps(&agent, &seen.story))
        (moved(&agent, &seen.moves))
        (touches(&seen))
    };
    Ok(desk::page(&agent, "line-title", Nav::Orders, body))
}

/// Asked, first promised, now promised, really needed: the last one is asked and never a copy of the first (S012).
fn four_dates(agent: &Agent, seen: &Seen) -> Markup {
    let line = &seen.kept.line;
    let need = match line.need_by {
        Some(need) => html! { (order_words::date(agent, Some(need))) },
        None => html! { span.quiet { (t("line-need-unknown")) } },
    };
    let facts = Facts::new()
        .known("line-item", line.item.clone())
        .known("orders-quantity", line.quantity.clone())
        .fact("line-asked", order_words::date(agent, line.requested))
        .fact("line-first-promised", order_words::date(agent, line.first_promised))
        .fact("line-now-promised", order_words::date(agent, line.promised))
        .fact("line-needed", need)
        .fact("orders-shipped", order_words::date(agent, line.shipped))
        .fact("orders-delivered", order_words::date(agent, line.delivered));
    html! { (facts) }
}

/// How likely it comes late, explained line by line; without enough past nothing is claimed.
fn chance(agent: &Agent, story: &Story) -> Markup {
    let app = &agent.app;
    let here = Here { db: app.db.clone(), calendar: agent.firm.ours.clone(), now: app.now(), drawn: Uuid::nil() };
    let Some((left, estimate)) = here.on_ground(|ground| {
        let stood = predicted_late::standing(story, ground)?;
        Some((stood.left, app.past().history.estimate(&stood)))
    }) else {
        return html! {};
    };
    let body = match estimate {
        None => html! { p { (t("line-no-history")) } },
        Some(estimate) => explained(agent, story, &estimate),
    };
    ui::section("line-chance", None, html! { p.quiet { (t_with("line-days-left", &[("days", left.into())])) } (body) })
}

fn explained(agent: &Agent, story: &Story, estimate: &Estimate) -> Markup {
    let share = |share: f64| (share.clamp(0.0, 1.0) * 100.0).round() as i64;
    let rows = estimate.because.iter().map(|because| {
        [
            html! { (t(&format!("line-group-{}", because.group.word()))) },
            html! { (because.n) },
            html! { (because.late) },
            html! { (share(because.share_so_far)) " %" },
        ]
    });
    let table = Table::new("line-because")
        .under_its_heading()
        .col("line-group")
        .number_col("line-past")
        .number_col("line-late")
        .number_col("line-so-far")
        .rows(rows);
    html! {
        p { strong { (t_with("line-share", &[("share", share(estimate.late).into())])) } }
        @if let Some(days) = day_words(agent, story, estimate) { p { (days) } }
        (table)
    }
}

/// On which day such lines came, and between which days four of five did.
fn day_words(agent: &Agent, story: &Story, estimate: &Estimate) -> Option<String> {
    let days = estimate.days?;
    let promised = story.line.promised?.day(&agent.zone);
    let today = agent.app.now().to_zoned(agent.zone.clone()).date();
    // What has not come by today comes no sooner.
    let at = |days: i32| promised.checked_add(jiff::Span::new().days(days)).map(|day| day.max(today)).ok();
    let word = |days: i32| at(days).map(when::whole_date);
    Some(t_with(
        "line-interval",
        &[
            ("likely", word(days.likely)?.into()),
            ("earliest", word(days.earliest)?.into()),
            ("latest", word(days.latest)?.into()),
        ],
    ))
}

fn steps(agent: &Agent, story: &Story) -> Markup {
    if story.milestones.is_empty() {
        return html! {};
    }
    let mut all: Vec<_> = story.milestones.iter().collect();
    let day = |when: Option<watch::When>| when.map(|when| when.day(&agent.zone));
    all.sort_by_key(|(name, step)| (day(step.planned).or(day(step.actual)), (*name).clone()));
    let rows = all.into_iter().map(|(name, step)| {
        [
            html! { (name) },
            html! { (order_words::date(agent, step.planned)) },
            html! { (order_words::date(agent, step.actual)) },
        ]
    });
    let table = Table::new("line-steps")
        .under_its_heading()
        .col("line-step")
        .col("import-field-planned")
        .col("import-field-done")
        .rows(rows);
    ui::section("line-steps", None, html! { (table) })
}

/// The ways to what would be touched, too, if something went wrong with one of these.
fn touches(seen: &Seen) -> Markup {
    let places = &seen.story.places;
    let mut shared: Vec<(Sort, &str)> = [
        (Sort::Item, &seen.kept.line.item),
        (Sort::ItemGroup, &places.item_group),
        (Sort::Supplier, &places.supplier),
        (Sort::WorkCentre, &places.work_centre),
        (Sort::Route, &places.route),
    ]
    .into_iter()
    .filter_map(|(sort, name)| Some((sort, name.as_deref()?)))
    .collect();
    let mut lots: Vec<&str> = seen.story.shipments.values().flat_map(|one| &one.lots).map(String::as_str).collect();
    lots.sort_unstable();
    lots.dedup();
    shared.extend(lots.into_iter().map(|lot| (Sort::Lot, lot)));
    if shared.is_empty() {
        return html! {};
    }
    let facts = shared.into_iter().fold(Facts::new(), |facts, (sort, name)| {
        facts.fact(radius::sort_key(sort), html! { a href=(radius::href(sort, name)) { (name) } })
    });
    ui::section("line-touches", None, html! { (facts) })
}

fn moved(agent: &Agent, moves: &[Move]) -> Markup {
    if moves.is_empty() {
        return html! {};
    }
    let now = agent.app.now();
    let at = |at: Timestamp| html! { (ui::time(&when::moment(at, now, &agent.zone))) };
    let rows = moves.iter().map(|one| {
        [
            html! { (order_words::date(agent, Some(one.from))) },
            html! { (order_words::date(agent, Some(one.to))) },
            at(one.known_at),
            match one.told_at {
                Some(told) => at(told),
                None => html! { (t("line-untold")) },
            },
        ]
    });
    let table = Table::new("line-moves")
        .under_its_heading()
        .col("line-from")
        .col("line-to")
        .col("line-known")
        .col("line-told")
        .rows(rows);
    ui::section("line-moves", None, html! { (table) })
}
