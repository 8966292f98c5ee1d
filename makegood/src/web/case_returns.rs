//! What comes back, on the tab of the plan: how far each return is, what became of its pieces, its credit, and the next act on it.
use super::forms::Desk;
use super::ui::{chip, section};
use super::when;
use crate::words::{money, t, t_with};
use casework::parts::{GoodsReturn, return_number};
use maud::{Markup, html};

/// Nothing where nothing comes back.
pub fn part(desk: &Desk<'_>) -> Markup {
    let returns = &desk.view.case.returns;
    if returns.is_empty() {
        return html! {};
    }
    section(
        "returns-title",
        None,
        html! { ul.hits { @for goods in returns.iter().rev() { li { (one(desk, goods)) } } } },
    )
}

fn one(desk: &Desk<'_>, goods: &GoodsReturn) -> Markup {
    let number = return_number(desk.view.case.number, goods.nth);
    let asked = t_with("returns-asked", &[("quantity", goods.quantity.into()), ("item", goods.item.as_str().into())]);
    html! {
        p { strong { (number) } " " (chip(t(&format!("return-stands-{}", goods.stands().word())))) " · " (asked) " · " (goods.how) }
        p { (arrived(desk, goods)) " · " (became(goods)) " · " (credited(desk, goods)) }
        @if let Some(end) = &goods.ended { p { (end.words) " " span.quiet { (desk.me.firm.name_of(end.by)) ", " (when::moment(end.at, desk.now, &desk.me.zone)) } } }
        p.acts { @for word in next(goods) { (way(desk, word, goods)) " " } }
    }
}

fn arrived(desk: &Desk<'_>, goods: &GoodsReturn) -> Markup {
    match &goods.received {
        None => html! { (t("returns-not-arrived")) },
        Some(there) => html! {
            (t_with("returns-arrived", &[("quantity", there.quantity.into())])) " "
            span.quiet { (when::moment(there.at, desk.now, &desk.me.zone)) }
        },
    }
}
fn became(goods: &GoodsReturn) -> String {
    let Some(said) = &goods.disposed else { return t("returns-no-disposition").into_owned() };
    let pieces = said.pieces.iter();
    let pieces =
        pieces.map(|(what, n)| format!("{n} {}", t(&format!("disposition-{}", what.word().replace('_', "-")))));
    format!("{}. {}", pieces.collect::<Vec<_>>().join(", "), said.words)
}
fn credited(desk: &Desk<'_>, goods: &GoodsReturn) -> String {
    match &goods.credit {
        None => t("returns-no-credit").into_owned(),
        Some(credit) => t_with(
            "theirs-return-credit",
            &[
                ("amount", money(&credit.amount).into()),
                ("reference", credit.reference.as_str().into()),
                ("on", when::day(credit.on, desk.now, &desk.me.zone).into()),
            ],
        ),
    }
}

fn next(goods: &GoodsReturn) -> Vec<&'static str> {
    let mut ways = vec![];
    if goods.is_open() && goods.disposed.is_none() {
        ways.push("receive-return");
    }
    if goods.received.is_some() {
        ways.push("dispose-return");
    }
    if goods.is_open() {
        ways.extend(["credit-return", "end-return"]);
    }
    ways
}
fn way(desk: &Desk<'_>, word: &str, goods: &GoodsReturn) -> Markup {
    html! { a href={ "/cases/" (desk.view.case.number) "/do/" (word) "?goods=" (goods.id) } { (t(&format!("do-{word}"))) } }
}
