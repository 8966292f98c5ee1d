//! Wishes about suppliers before us and about goods that come back, as somebody would ask them who knows what is open there.
use super::rolled::Rolled;
use crate::case::Case;
use crate::facts::Facts;
use crate::parts::{GoodsReturn, Scar};
use jiff::SignedDuration;

/// The commands whose fields are filled here.
pub(super) const WISHED: &[&str] = &[
    "ask-supplier",
    "note-supplier-answer",
    "take-over-answer",
    "return-answer",
    "end-scar",
    "authorise-return",
    "receive-return",
    "dispose-return",
    "credit-return",
    "end-return",
];

/// What a return needs that is still open; nothing where none is.
pub(super) fn comes_back(case: &Case) -> Option<&'static [&'static str]> {
    let open = case.returns.iter().find(|goods| goods.is_open())?;
    Some(match (&open.received, &open.disposed) {
        (None, _) => &["receive-return", "receive-return", "end-return"],
        (Some(_), None) => &["dispose-return", "credit-return"],
        (Some(_), Some(_)) => &["credit-return"],
    })
}

/// Whether the fields of this command are filled here, or by what is done inside.
pub(super) fn knows(word: &str) -> bool {
    WISHED.contains(&word) || super::inside::WISHED.contains(&word)
}

pub(super) fn sensible(word: &str, fields: Rolled, facts: &Facts) -> Rolled {
    match word {
        _ if !WISHED.contains(&word) => super::inside::sensible(word, fields, facts),
        "ask-supplier" => asked(fields, facts),
        "authorise-return" => {
            fields.with("item", "SB-200").with("quantity", Rolled::Whole(12)).with("how", "We collect them.")
        }
        _ if word.ends_with("-return") => goods(word, fields, facts),
        _ => answered(word, fields, facts),
    }
}

fn later(facts: &Facts, hours: i64) -> Rolled {
    let at = facts.now.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(facts.now);
    Rolled::Text(at.to_string())
}

fn asked(fields: Rolled, facts: &Facts) -> Rolled {
    let free = ["to", "language", "revision", "order", "should"];
    let fields = free.into_iter().fold(fields, |fields, name| fields.with(name, ""));
    let said = [
        ("supplier", "Nordlot"),
        ("part", "SP-305"),
        ("lots", "77A"),
        ("wrong", "It skins over in an hour."),
        ("containment", "Hold it."),
    ];
    let fields = said.into_iter().fold(fields, |fields, (name, words)| fields.with(name, words));
    let fields = fields.with("scar", Rolled::Nothing).with("cause", Rolled::Nothing);
    let days = [("containment_by", 24), ("cause_by", 96), ("action_by", 240)];
    days.into_iter().fold(fields, |fields, (name, hours)| fields.with(name, later(facts, hours)))
}

fn answered(word: &str, fields: Rolled, facts: &Facts) -> Rolled {
    let open = || facts.case.inside.scars.iter().filter(|scar| scar.is_open());
    let waits = |scar: &&Scar| scar.waiting().next().is_some();
    let Some(scar) = open().find(|scar| waits(scar) != (word == "note-supplier-answer")).or(open().next()) else {
        return fields;
    };
    let fields = fields.with("scar", Rolled::Text(scar.id.to_string())).with("words", "The scale had no check.");
    match word {
        "note-supplier-answer" => {
            let part = scar.owed().first().map_or("cause", |owed| owed.part.word());
            let counted = [("suspect", 9), ("good", 6), ("bad", 1)];
            let fields = counted.into_iter().fold(fields, |fields, (name, n)| fields.with(name, Rolled::Whole(n)));
            let fields = fields.with("part", part).with("marking", "Blue lid").with("said_by", "Ms Lind");
            fields.with("in_place", later(facts, 200))
        }
        "end-scar" => fields,
        _ => {
            let answer = scar.waiting().next().map_or(1, |answer| i64::from(answer.nth));
            let fields = fields.with("answer", Rolled::Whole(answer)).with("means", "automatic_stop");
            fields.with("owner", Rolled::Nothing).with("again_by", later(facts, 48))
        }
    }
}

fn goods(word: &str, fields: Rolled, facts: &Facts) -> Rolled {
    let all = &facts.case.returns;
    let wanted = |goods: &&GoodsReturn| match word {
        "receive-return" => goods.received.is_none() && goods.is_open(),
        "dispose-return" => goods.received.is_some() && goods.disposed.is_none(),
        _ => goods.is_open(),
    };
    let Some(found) = all.iter().find(wanted).or(all.first()) else { return fields };
    let fields = fields.with("goods", Rolled::Text(found.id.to_string())).with("words", "U7 dry on all.");
    match word {
        "dispose-return" => {
            let arrived = found.received.as_ref().map_or(0, |r| r.quantity.cast_signed());
            let none = ["rework", "return_to_supplier", "use_as_is"];
            let fields = none.into_iter().fold(fields, |fields, name| fields.with(name, Rolled::Nothing));
            fields.with("scrap", Rolled::Whole(arrived / 2)).with("restock", Rolled::Whole(arrived - arrived / 2))
        }
        "receive-return" => fields.with("quantity", Rolled::Whole(11)),
        _ => fields.with("reference", "CN-77"),
    }
}
