//! Goods that come back: the number that stands on the box, what arrived, what became of each piece, the credit.
use super::Desk;
use super::fields::*;
use crate::web::ui::{Field, Form};
use casework::parts::{Disposition, GoodsReturn, return_number};

fn line(name: &str, label: &'static str) -> Field {
    Field::text(name, label).length(500)
}
/// The one that was pressed, or the only one of its kind.
fn meant<'a>(desk: &Desk<'a>, fits: impl Fn(&GoodsReturn) -> bool) -> Option<&'a GoodsReturn> {
    let all: Vec<&GoodsReturn> = desk.view.case.returns.iter().filter(|goods| fits(goods)).collect();
    match desk.typed.filled("goods").and_then(|id| id.parse().ok()) {
        Some(id) => all.into_iter().find(|goods| goods.id == id),
        None => all.first().copied().filter(|_| all.len() == 1),
    }
}
fn which(desk: &Desk<'_>, fits: impl Fn(&GoodsReturn) -> bool) -> Field {
    let case = &desk.view.case;
    let now = meant(desk, &fits).map(|goods| goods.id.to_string()).unwrap_or_default();
    let words = |goods: &GoodsReturn| format!("{} · {}", return_number(case.number, goods.nth), short(&goods.item));
    let all = case.returns.iter().filter(|goods| fits(goods)).map(|goods| (goods.id.to_string(), words(goods)));
    Field::select("goods", "form-return-which").choice("", "form-choose").choices(all).value(now)
}
fn open(goods: &GoodsReturn) -> bool {
    goods.is_open()
}

pub fn authorise_return<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let part = desk.view.case.inside.problem.as_ref().map(|problem| problem.part.clone()).unwrap_or_default();
    form.row([line("item", "form-return-item").value(part), Field::number("quantity", "form-return-quantity").min(1)])
        .field(said("how", "form-return-how").help("form-return-how-help"))
}

pub fn receive_return<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let asked = meant(desk, open).map(|goods| goods.quantity.to_string()).unwrap_or_default();
    form.row([which(desk, open), Field::number("quantity", "form-return-arrived").min(1).value(asked)])
        .more("form-more", [happened()])
}

pub fn dispose_return<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let arrived = |goods: &GoodsReturn| goods.received.is_some();
    let before = meant(desk, arrived).and_then(|goods| goods.disposed.as_ref());
    let pieces = |what: Disposition, label: &'static str| {
        let now = before.and_then(|said| said.pieces.iter().find(|(w, _)| *w == what)).map(|(_, n)| n.to_string());
        Field::number(what.word(), label).min(0).optional().value(now.unwrap_or_default())
    };
    form.field(which(desk, arrived))
        .pairs(
            "form-return-pieces",
            [
                pieces(Disposition::Scrap, "form-return-scrap"),
                pieces(Disposition::Rework, "form-return-rework"),
                pieces(Disposition::ReturnToSupplier, "form-return-to-supplier"),
                pieces(Disposition::UseAsIs, "form-return-use-as-is"),
                pieces(Disposition::Restock, "form-return-restock"),
            ],
        )
        .field(said("words", "form-return-seen").value(before.map(|said| said.words.clone()).unwrap_or_default()))
}

pub fn credit_return<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(which(desk, open))
        .row([
            line("amount.cents", "form-return-amount").help("form-amends-no-limit"),
            Field::text("amount.currency", "form-amends-currency").value("EUR").length(3),
        ])
        .row([Field::text("reference", "form-return-reference").length(100), Field::date("on", "form-return-on")])
}

pub fn end_return<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(which(desk, open)).field(said("words", "form-return-end-words").help("form-return-end-help"))
}
