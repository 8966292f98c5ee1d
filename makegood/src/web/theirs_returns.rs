//! What goes back to us, on the customer's page: the number for the box, whether it arrived, what became of it, their money.
use super::theirs_parts::Page;
use super::ui::section;
use super::when;
use crate::theirs::returns::SeenReturn;
use crate::words::{money, t, t_with};
use casework::parts::Disposition;
use maud::{Markup, html};

/// Nothing where nothing goes back.
pub fn part(page: &Page<'_>) -> Markup {
    if page.seen.returns.is_empty() {
        return html! {};
    }
    section("theirs-returns", None, html! { ul { @for goods in &page.seen.returns { li { (one(page, goods)) } } } })
}

fn one(page: &Page<'_>, goods: &SeenReturn) -> Markup {
    let asked =
        t_with("theirs-return-asked", &[("quantity", goods.quantity.into()), ("item", goods.item.as_str().into())]);
    html! {
        p { strong { (goods.number) } " · " (asked) }
        p.quiet { (t("theirs-return-how")) ": " (goods.how) }
        @if let Some((quantity, at)) = goods.received { p { (t_with("theirs-return-received", &[("quantity", quantity.into())])) " · " (page.moment(at)) } }
        @if !goods.pieces.is_empty() {
            p { @for (at, (what, n)) in goods.pieces.iter().enumerate() { @if at > 0 { ", " } (n) " " (became(*what)) } }
        }
        @match (&goods.credit, &goods.ended) {
            (Some((amount, reference, on)), _) => p { (t_with("theirs-return-credit", &[
                ("amount", money(amount).into()),
                ("reference", reference.as_str().into()),
                ("on", when::day(*on, page.now, &page.guest.zone).into()),
            ])) },
            (None, Some(words)) => p { (t_with("theirs-return-ended", &[("words", words.as_str().into())])) },
            (None, None) => @if goods.received.is_some() { p { (t("theirs-return-credit-open")) } },
        }
    }
}

fn became(what: Disposition) -> String {
    t(match what {
        Disposition::Scrap => "disposition-scrap",
        Disposition::Rework => "disposition-rework",
        Disposition::ReturnToSupplier => "disposition-return-to-supplier",
        Disposition::UseAsIs => "disposition-use-as-is",
        Disposition::Restock => "disposition-restock",
    })
    .into_owned()
}
