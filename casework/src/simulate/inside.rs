//! Wishes of the second track as somebody would ask them who knows what is missing there.
use super::rolled::Rolled;
use crate::case::Case;
use crate::facts::Facts;
use crate::inside::{self, Discipline, Lack, lacks};
use crate::kinds::Prevention;
use crate::parts::*;
use jiff::{SignedDuration, Timestamp};

/// The commands whose fields are filled here.
pub(super) const WISHED: &[&str] = &[
    "name-problem-team",
    "describe-problem",
    "compare-is",
    "contain-place",
    "verify-containment",
    "remove-containment",
    "add-why",
    "name-cause",
    "try-cause",
    "choose-action",
    "choose-upstream",
    "finish-action",
    "fix-measure",
    "read-across",
    "check-hold",
];

/// What brings the track on from where it stands, as the first thing missing says.
pub(super) fn wanted(case: &Case) -> &'static [&'static str] {
    let missing = inside::before(case, next(case.prevention.state));
    if case.inside.untold_since.is_some() {
        return &["tell-did-not-hold", "advance-prevention"];
    }
    match missing.first() {
        Some(Lack::Team | Lack::ThreeFunctions | Lack::HandsOn) => &["name-problem-team"],
        Some(Lack::Problem | Lack::Numbers | Lack::Lots) => &["describe-problem"],
        Some(Lack::IsNot) => &["compare-is"],
        Some(Lack::SecondPair) => &["verify-containment", "verify-containment", "contain-place"],
        Some(Lack::CleanPoint) => &["name-clean-point"],
        Some(Lack::Occurrence | Lack::Escape | Lack::System | Lack::RowUnexplained) => {
            &["name-cause", "try-cause", "try-cause"]
        }
        Some(Lack::TheirView) => &["add-idea"],
        Some(Lack::CauseWithoutAction | Lack::OnlyWeak | Lack::SideEffects) => &["choose-action"],
        Some(Lack::Upstream) => &["choose-upstream"],
        Some(Lack::SupplierOwes) => &["note-supplier-answer", "note-supplier-answer", "end-scar"],
        Some(Lack::SupplierAnswered) => &["take-over-answer", "return-answer", "take-over-answer", "end-scar"],
        Some(Lack::Measure) => &["fix-measure"],
        Some(Lack::ActionOpen | Lack::Documents) => &["finish-action"],
        Some(Lack::ContainmentStands) => &["remove-containment"],
        Some(Lack::ReadAcross | Lack::ReadAcrossOpen) => &["read-across"],
        Some(Lack::HeldCheck) => &["check-hold"],
        Some(_) => &["contain-place"],
        None => &["advance-prevention", "advance-prevention", "choose-follow-up", "follow-up", "close"],
    }
}
/// The state that comes next when all goes well.
pub(super) fn next(state: Prevention) -> Prevention {
    use Prevention as P;
    match state {
        P::NotStarted | P::NotNeeded => P::Containing,
        P::Containing => P::Contained,
        P::Contained | P::DidNotHold => P::FindingCause,
        P::FindingCause => P::CauseVerified,
        P::CauseVerified => P::Choosing,
        P::Choosing => P::Implementing,
        P::Implementing => P::Verifying,
        P::Verifying => P::Held,
        P::Held | P::Shared => P::Shared,
    }
}

fn text(id: impl std::fmt::Display) -> Rolled {
    Rolled::Text(id.to_string())
}
fn chosen<T: std::fmt::Display>(fields: Rolled, name: &'static str, id: Option<T>) -> Rolled {
    match id {
        Some(id) => fields.with(name, text(id)),
        None => fields,
    }
}
fn later(facts: &Facts) -> Rolled {
    let at: Timestamp = facts.now.saturating_add(SignedDuration::from_hours(72)).unwrap_or(facts.now);
    text(at)
}

/// The fields of one of these, for what the case lacks.
pub(super) fn sensible(word: &str, fields: Rolled, facts: &Facts) -> Rolled {
    let inside = &facts.case.inside;
    let fields = fields.with("file", Rolled::Nothing).with("spot", Rolled::Nothing);
    match word {
        "name-problem-team" => team(fields, facts),
        "describe-problem" => fields.with("problem", problem()),
        "compare-is" => {
            fields.with("row", Rolled::Nothing).with("is", "On boards of line 2.").with("is_not", "On line 1.")
        }
        "contain-place" => place(fields, facts),
        "verify-containment" => {
            let open = inside.places.iter().find(|c| c.applies == Said::Yes && c.verified.is_none());
            chosen(fields, "place", open.map(|c| c.place.word())).with("words", "Boxes opened and counted.")
        }
        "remove-containment" => {
            let stands = inside.places.iter().find(|c| c.stands());
            chosen(fields, "place", stands.map(|c| c.place.word())).with("words", "Lot 2240 was good without it.")
        }
        "add-why" => {
            fields.with("why", Rolled::Nothing).with("under", Rolled::Nothing).with("words", "Because nobody is told.")
        }
        "name-cause" => cause(fields, facts),
        "try-cause" => tried(fields, facts),
        "choose-action" => action(fields, facts),
        "choose-upstream" => {
            let open = inside.upstream_open().next();
            chosen(fields, "cause", open.map(|c| c.id))
                .with("supplier", "Nordlot")
                .with("words", "They count each roll.")
        }
        "finish-action" => {
            let lacks = |a: &&CorrectiveAction| a.is_open() || a.unchanged_documents().next().is_some();
            let open = inside.standing_actions().find(lacks);
            let paper =
                |d: &ChangedDocument| Rolled::Fields(vec![("name", d.name.as_str().into()), ("revision", "F".into())]);
            let papers = open.iter().flat_map(|a| &a.documents).map(paper).collect();
            let fields = fields.with("documents", Rolled::List(papers));
            chosen(fields, "action", open.map(|a| a.id)).with("proof", "Seen at the line.")
        }
        "fix-measure" => {
            let fields = fields.with("what", "Dry joints per 1,000 boards").with("threshold", "at most 1");
            fields.with("window_days", Rolled::Whole(1)).with("shipments", Rolled::Whole(2))
        }
        "read-across" => {
            let open = inside.targets.iter().find(|t| t.done.is_none());
            let fields = chosen(fields.with("target", Rolled::Nothing), "target", open.map(|t| t.id));
            let owner = facts.case.team.owner;
            fields
                .with("what", "Line 3")
                .with("owner", text(owner))
                .with("due", later(facts))
                .with("done", "Changed there too.")
        }
        _ => fields.with("clean_shipments", Rolled::Whole(5)).with("data", "0 of 900 boards."),
    }
}

fn team(fields: Rolled, facts: &Facts) -> Rolled {
    let member = |name: &str, function: &str| {
        let rest = [("person", Rolled::Nothing), ("reach", "".into()), ("share", Rolled::Whole(20))];
        let named = [("name", name.into()), ("function", function.into())];
        Rolled::Fields(named.into_iter().chain(rest).collect())
    };
    let all = [member("Jan", "makes_the_part"), member("Ola", "quality"), member("Tom", "maintenance")];
    let who = || text(facts.colleagues[1].id);
    fields.with("champion", who()).with("leader", who()).with("members", Rolled::List(all.to_vec()))
}

fn problem() -> Rolled {
    let said =
        [("failure_mode", "No solder on U7"), ("should", "80 to 120 µm"), ("is", "0 to 15 µm"), ("lots", "2231")];
    let free = ["part", "revision", "first_shipment", "process_place"].map(|name| (name, Rolled::from("")));
    let numbers = [("shipped", Rolled::Whole(900)), ("suspect", Rolled::Whole(200)), ("found_bad", Rolled::Whole(96))];
    let said = said.map(|(name, words)| (name, Rolled::from(words)));
    let all = said.into_iter().chain(free).chain(numbers).chain([("in_fmea", "no".into())]);
    Rolled::Fields(all.collect())
}

fn place(fields: Rolled, facts: &Facts) -> Rolled {
    let open = Place::ALL.iter().find(|place| facts.case.inside.place(**place).is_none());
    let [good, bad, unchecked] = [104, 96, 3].map(Rolled::Whole);
    chosen(fields, "place", open.map(|place| place.word()))
        .with("because", "None was sent there.")
        .with("suspect", Rolled::Whole(203))
        .with("good", good)
        .with("bad", bad)
        .with("unchecked", unchecked)
        .with("method", "Looked at under the lens")
        .with("marking", "Green dot")
        .with("done_by", text(facts.case.team.owner))
}

fn missing_chain(facts: &Facts) -> Chain {
    match lacks(&facts.case, Discipline::D4).first() {
        Some(Lack::Escape) => Chain::Escape,
        Some(Lack::System) => Chain::System,
        _ => Chain::Occurrence,
    }
}
fn cause(fields: Rolled, facts: &Facts) -> Rolled {
    let fields = fields.with("cause", Rolled::Nothing).with("why", Rolled::Nothing).with("lies_with", Rolled::Nothing);
    fields
        .with("text", "The stencil was worn at U7.")
        .with("chain", missing_chain(facts).word())
        .with("category", "machine")
}
fn tried(fields: Rolled, facts: &Facts) -> Rolled {
    let inside = &facts.case.inside;
    let wanted = missing_chain(facts);
    let open = inside.causes.iter().find(|c| c.chain == wanted && c.state != CauseState::Verified);
    let again = || inside.causes.iter().find(|c| c.chain == wanted);
    let rows = inside.rows.iter().map(|row| text(row.id)).collect();
    let fields = chosen(fields, "cause", open.or_else(again).map(|c| c.id)).with("rows", Rolled::List(rows));
    fields
        .with("became", "verified")
        .with("proving", "reproduce")
        .with("result", "5 of 5 with the old stencil, 0 of 5 with a new one.")
}

fn action(fields: Rolled, facts: &Facts) -> Rolled {
    let causes = facts.case.inside.verified().map(|c| text(c.id)).collect();
    let bare = facts.case.inside.standing_actions().find(|a| a.is_open() && a.side_effects.trim().is_empty());
    let fields = chosen(fields.with("action", Rolled::Nothing), "action", bare.map(|a| a.id))
        .with("causes", Rolled::List(causes))
        .with("due", later(facts));
    fields
        .with("owner", text(facts.case.team.owner))
        .with("text", "The printer stops when the stencil is due.")
        .with("means", "automatic_stop")
        .with("side_effects", "None, seen by the line.")
        .with("documents", Rolled::List(vec![]))
        .with("dropped", "")
}
