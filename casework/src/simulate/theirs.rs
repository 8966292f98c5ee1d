//! What somebody at the customer wishes by their link, in their own name.
use super::rolled::Rolled;
use crate::facts::Facts;
use crate::ids::ContactId;
use crate::kinds::Party;
use crate::parts::TakesPart;

/// Words of the commands, the likelier ones several times.
pub(super) const WISHED: &[&str] = &[
    "decide",
    "decide",
    "agree-plan",
    "agree-plan",
    "agree-plan",
    "record-word",
    "record-word",
    "record-word",
    "record-word",
    "record-word",
    "counter-proposal",
    "ask-question",
    "correct-us",
    "add-idea",
    "suggest-colleague",
    "take-part",
    "keep-file",
    "describe-harm",
    "record-reaction",
    "answer-concern",
    "settle-step",
    "change-delivery",
    "reopen",
];

/// The same fields as this contact sends them.
pub(super) fn own(word: &str, fields: Rolled, contact: ContactId, facts: &Facts) -> Rolled {
    let me = || Rolled::Text(contact.to_string());
    let named = ["by", "contact", "by_customer", "settled_by"];
    let ours = ["happened_at", "told", "worst_part"];
    let fields = named.iter().fold(fields, |f, name| f.with(name, me()));
    let fields = ours.iter().fold(fields, |f, name| f.with(name, Rolled::Nothing));
    let fields = fields.with("read_back", "yes");
    match word {
        // Whatever plan they see is the one they agree to; other versions must be named.
        "agree-plan" => fields.with("version", Rolled::Nothing),
        "record-word" => fields.with("way", "written"),
        // Whoever stepped back comes back sooner or later, else few lives would come to an end.
        "take-part" if facts.case.joint.part_of(contact) != TakesPart::Joins => fields.with("how", "joins"),
        "settle-step" => {
            let own = facts.case.plan.iter().flat_map(|p| &p.steps).find(|s| s.party == Party::Customer && s.is_open());
            own.map_or(fields.clone(), |s| fields.with("step", Rolled::Text(s.id.to_string())))
        }
        _ => fields,
    }
}
