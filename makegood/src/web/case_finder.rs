//! The finder on the page of a case: stock, work in progress, what may stand in, and whom to ask; each one press from an option.
use super::address;
use super::forms::Desk;
use super::ui::{Table, section};
use super::when;
use crate::finder::{Answer, Approval, Found, Instead};
use crate::import::standing::{Flag, flag_of};
use crate::words::{t, t_with};
use casework::commands::open_facts;
use casework::kinds::Role;
use casework::parts::PlanStep;
use jiff::Timestamp;
use maud::{Markup, html};
use store::stock::KeptStock;

/// Minutes of our working time in which operations is to answer.
const MINUTES_TO_ANSWER: u32 = 120;

/// The part of the page; nothing where the finder has nothing to look for.
pub fn found(desk: &Desk<'_>) -> Markup {
    let Some(found) = &desk.view.found else { return html! {} };
    let table = Table::new("finder-title")
        .under_its_heading()
        .col("finder-where")
        .col("finder-answer")
        .col("finder-known")
        .col("finder-act");
    section(
        "finder-title",
        None,
        html! { p.quiet { (about(desk, found)) } div.finder { (table.rows(rows(desk, found))) } },
    )
}

/// Which items it looked for, and from when the list is.
fn about(desk: &Desk<'_>, found: &Found) -> Markup {
    let items = found.items.join(", ");
    html! {
        @if found.items.is_empty() { (t("finder-which-item")) } @else { (t_with("finder-for", &[("items", items.into())])) }
        " "
        @match found.told_at {
            Some(at) => { (t("finder-last-list")) " " (when::moment(at, desk.now, &desk.me.zone)) "." },
            None => { (t("finder-no-list")) },
        }
    }
}

type Cells = [Markup; 4];

fn rows(desk: &Desk<'_>, found: &Found) -> Vec<Cells> {
    let mut rows: Vec<Cells> = vec![];
    for kept in &found.stock {
        rows.push(lies(desk, kept));
        rows.extend(in_work(desk, kept));
    }
    if found.stock.is_empty() {
        rows.push(no_stock(desk, found));
    }
    rows.extend(found.instead.iter().map(|one| instead(desk, one)));
    if found.instead.is_empty() && !found.items.is_empty() {
        let [name, answer, known] =
            ["finder-alternate", "finder-not-known", "finder-no-alternate"].map(|key| html! { (t(key)) });
        rows.push([name, html! { strong { (answer) } }, known, html! {}]);
    }
    rows.push(ask(desk, found));
    rows
}

fn answer(answer: Answer) -> Markup {
    html! { strong { (t(answer.key())) } }
}

fn place(kept: &KeptStock) -> String {
    let site = &kept.stock.site;
    if site.is_empty() {
        t("finder-stock").into_owned()
    } else {
        t_with("finder-stock-at", &[("site", site.clone().into())])
    }
}

/// What is known of one place, with its day.
fn known(desk: &Desk<'_>, kept: &KeptStock) -> Markup {
    let stock = &kept.stock;
    let number = |quantity: Option<store::stock::Quantity>| quantity.map(|q| q.to_string()).unwrap_or_default();
    let (free, on_hand) = (number(stock.free), number(stock.on_hand));
    let parts = |free: String, on_hand: String| [("free", free.into()), ("all", on_hand.into())];
    let words = match (free.is_empty(), on_hand.is_empty()) {
        (false, false) => t_with("finder-free-of", &parts(free, on_hand)),
        (false, true) => t_with("finder-free", &parts(free, on_hand)),
        (true, false) => t_with("finder-on-hand", &parts(free, on_hand)),
        (true, true) => t("finder-no-figure").into_owned(),
    };
    html! {
        @if kept.is_gone() { (t_with("finder-gone", &[("words", words.into())])) " " (told(desk, kept.seen_at)) }
        @else {
            (words)
            // The last list's time stands above; only what is older says so.
            @if desk.view.found.as_ref().is_some_and(|found| found.told_at != Some(kept.seen_at)) { " · " (told(desk, kept.seen_at)) }
        }
        @if let Some(days) = stock.lead_days { " · " (t_with("finder-lead", &[("days", days.into())])) }
    }
}

fn told(desk: &Desk<'_>, at: Timestamp) -> Markup {
    html! { span.quiet { (t("finder-told")) " " (when::moment(at, desk.now, &desk.me.zone)) } }
}

fn lies(desk: &Desk<'_>, kept: &KeptStock) -> Cells {
    let found = Answer::of(kept);
    let many = kept.stock.to_take().map(|q| q.to_string()).unwrap_or_default();
    let site = kept.stock.site.clone();
    let key = if site.is_empty() { "finder-option-stock" } else { "finder-option-stock-at" };
    let what = t_with(key, &[("many", many.into()), ("item", kept.stock.item.clone().into()), ("site", site.into())]);
    let act = (found == Answer::Yes).then(|| make_option(desk, "from_stock", &what, ""));
    let name = html! { (place(kept)) @if desk.view.found.as_ref().is_some_and(|f| f.items.len() > 1) { ": " (kept.stock.item) } };
    [name, answer(found), known(desk, kept), html! { @if let Some(act) = act { (act) } }]
}

/// Work in progress that will be ready, where the list says when.
fn in_work(desk: &Desk<'_>, kept: &KeptStock) -> Option<Cells> {
    let ready = kept.stock.ready_on.filter(|_| !kept.is_gone())?;
    let site = &kept.stock.site;
    let name = if site.is_empty() {
        t("finder-in-work").into_owned()
    } else {
        t_with("finder-in-work-at", &[("site", site.clone().into())])
    };
    let day = when::day(ready, desk.now, &desk.me.zone);
    let ready = t_with("finder-ready", &[("day", day.into())]);
    let what =
        t_with("finder-option-in-work", &[("item", kept.stock.item.clone().into()), ("ready", ready.clone().into())]);
    let act = make_option(desk, "from_stock", &what, "");
    Some([html! { (name) }, html! { strong { (ready) } }, html! { (t("finder-in-work-how-many")) }, act])
}

/// Nothing is known of stock: why, and the way to know it.
fn no_stock(desk: &Desk<'_>, found: &Found) -> Cells {
    let number = desk.view.case.number;
    let (why, act) = match (found.items.is_empty(), found.told_at) {
        (true, _) => {
            let open = open_facts(&desk.view.case);
            let row = format!("facts[{}].what", open.len());
            // Where the kind asks for the item there is a row for it already.
            let asked = if open.contains(&"item") { "" } else { "item" };
            let href = address::with(&format!("/cases/{number}/do/record-facts"), &[(&row, asked)]);
            ("finder-item-unknown", html! { a href=(href) { (t("finder-say-item")) } })
        }
        (false, None) => ("finder-never-told", html! {}),
        (false, Some(_)) => ("finder-on-no-list", html! {}),
    };
    [html! { (t("finder-stock")) }, answer(Answer::Unknown), html! { (t(why)) }, act]
}

/// An item that may stand in; whether it fits, whether they said yes to it, and whether there is any.
fn instead(desk: &Desk<'_>, one: &Instead) -> Cells {
    let name = t_with("finder-instead", &[("item", one.item.clone().into())]);
    let approval = match one.approval {
        Approval::Given => t_with("finder-approved", &[("account", desk.view.account.name.clone().into())]),
        Approval::Needed => t("finder-needs-approval").into_owned(),
    };
    let fits = match flag_of(&one.fits) {
        _ if one.fits.is_empty() => None,
        Some(Flag::Yes) => Some(t("finder-fits").into_owned()),
        Some(Flag::No) => Some(t("finder-does-not-fit").into_owned()),
        None => Some(one.fits.clone()),
    };
    let sheet =
        (!one.data_sheet.is_empty()).then(|| t_with("finder-sheet", &[("sheet", one.data_sheet.clone().into())]));
    let known = html! {
        @for words in [fits, sheet].iter().flatten() { (words) " · " }
        @for (at, kept) in one.stock.iter().enumerate() { @if at > 0 { " · " } (place(kept)) ": " (known(desk, kept)) }
        @if one.stock.is_empty() { (t("finder-instead-no-stock")) }
    };
    let what = t_with("finder-option-instead", &[("item", one.item.clone().into()), ("of", one.of.clone().into())]);
    let does = match (one.approval, one.data_sheet.is_empty()) {
        (Approval::Given, _) => String::new(),
        (Approval::Needed, true) => t_with("finder-approve", &[("item", one.item.clone().into())]),
        (Approval::Needed, false) => {
            t_with("finder-approve-by", &[("item", one.item.clone().into()), ("sheet", one.data_sheet.clone().into())])
        }
    };
    [html! { (name) }, html! { strong { (approval) } }, known, make_option(desk, "alternate", &what, &does)]
}

/// The form of an option with this in it; the date and how sure it is are for a person to say.
fn make_option(desk: &Desk<'_>, kind: &str, what: &str, customer_does: &str) -> Markup {
    let path = format!("/cases/{}/do/add-option", desk.view.case.number);
    let href = address::with(&path, &[("kind", kind), ("what", what), ("customer_does", customer_does)]);
    html! { a href=(href) { (t("finder-make-option")) span.unseen { ": " (what) } } }
}

/// Whom to ask what no list says: a step for operations with an owner and a time, so that there is always something to do.
fn ask(desk: &Desk<'_>, found: &Found) -> Cells {
    let case = &desk.view.case;
    let items = if found.items.is_empty() { t("finder-the-goods").into_owned() } else { found.items.join(", ") };
    let text = t_with("finder-ask-step", &[("items", items.into())]);
    let name = html! { (t("finder-ask")) };
    let known = html! { (t("finder-ask-what")) };
    let asked = |step: &&PlanStep| step.is_open() && step.text == text;
    if let Some(step) = case.plan.iter().flat_map(|plan| &plan.steps).find(asked) {
        let who = step.owner.map(|id| desk.me.firm.name_of(id).to_owned()).unwrap_or_default();
        let by = html! { strong { (t_with("finder-asked", &[("who", who.into())])) } };
        return [name, by, html! { (when::moment(step.due, desk.now, &desk.me.zone)) }, html! {}];
    }
    // A plan that is there is added to; a first one is begun with this step. Stopping harm waits for nothing.
    let (word, list) = if case.plan.is_some() { ("revise-plan", "new_steps") } else { ("draft-plan", "steps") };
    let owner = desk.me.firm.colleagues.iter().find(|c| c.roles.contains(&Role::Operations));
    let owner = owner.map(|c| c.id.to_string()).unwrap_or_default();
    let due = desk.me.firm.ours.add_minutes(desk.now, MINUTES_TO_ANSWER).unwrap_or(desk.now);
    let why = if case.plan.is_some() { t("finder-ask-why").into_owned() } else { String::new() };
    let field = |name: &str| format!("{list}[0].{name}");
    let (f_text, f_due, f_kind, f_owner) = (field("text"), field("due"), field("kind"), field("owner"));
    let due = due.to_zoned(desk.me.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    let pairs = [
        (f_text.as_str(), text.as_str()),
        (f_due.as_str(), due.as_str()),
        (f_kind.as_str(), "contain"),
        (f_owner.as_str(), owner.as_str()),
        ("why", why.as_str()),
    ];
    let href = address::with(&format!("/cases/{}/do/{word}", case.number), &pairs);
    [name, html! { strong { (t("finder-ask-now")) } }, known, html! { a href=(href) { (t("finder-ask-act")) } }]
}
