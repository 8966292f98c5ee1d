//! What the second track still lacks, discipline by discipline, in one place for the gates, the pages and the report (DOMAIN 4.3, 5.6).
use crate::case::Case;
use crate::choices;
use crate::kinds::{Prevention, Severity, TroubleKind};
use crate::need::Need;
use crate::parts::*;

/// The playbook that asks for every discipline; without it only what was begun is asked to be finished (decision 0160).
pub const EIGHT_D: &str = "eight_d";
/// Functions that a team needs so that it does not see only what it always sees.
pub const FUNCTIONS_AT_LEAST: usize = 3;

choices! {
    /// The eight disciplines, and the one before them.
    pub enum Discipline {
        D0 = "d0", D1 = "d1", D2 = "d2", D3 = "d3", D4 = "d4", D5 = "d5", D6 = "d6", D7 = "d7", D8 = "d8",
    }
}
choices! {
    /// What is missing, each a line that says what to do.
    pub enum Lack {
        Safety = "safety", ToldByVoice = "told_by_voice",
        Team = "team", ThreeFunctions = "three_functions", HandsOn = "hands_on",
        Problem = "problem", Numbers = "numbers", Lots = "lots", IsNot = "is_not",
        PlaceAtCustomer = "place_at_customer", PlaceInTransit = "place_in_transit", PlaceOurStock = "place_our_stock",
        PlaceWip = "place_wip", PlaceAtSupplier = "place_at_supplier", SecondPair = "second_pair", CleanPoint = "clean_point",
        Occurrence = "occurrence", Escape = "escape", System = "system", RowUnexplained = "row_unexplained", TheirView = "their_view",
        CauseWithoutAction = "cause_without_action", OnlyWeak = "only_weak", SideEffects = "side_effects",
        Upstream = "upstream", SupplierOwes = "supplier_owes", SupplierAnswered = "supplier_answered", Measure = "measure",
        ActionOpen = "action_open", ContainmentStands = "containment_stands",
        Documents = "documents", ReadAcross = "read_across", ReadAcrossOpen = "read_across_open", HeldCheck = "held_check",
        TellThemFirst = "tell_them_first",
        TheirWord = "their_word", Letter = "letter", Lesson = "lesson",
    }
}

/// Every discipline is asked for.
pub fn by_the_book(case: &Case) -> bool {
    case.playbooks.iter().any(|p| p.name == EIGHT_D)
}

/// What a discipline still lacks, in the order in which it is done. Where 8D does not run, only of what was begun.
pub fn lacks(case: &Case, d: Discipline) -> Vec<Lack> {
    let all = match d {
        Discipline::D0 => prepared(case),
        Discipline::D1 => team(case),
        Discipline::D2 => described(case),
        Discipline::D3 => [contained(case), asked_of_supplier(case, ScarPart::Containment)].concat(),
        Discipline::D4 => [caused(case), asked_of_supplier(case, ScarPart::Cause)].concat(),
        Discipline::D5 => [chosen(case), asked_of_supplier(case, ScarPart::Action)].concat(),
        Discipline::D6 => done(case),
        Discipline::D7 => kept(case),
        Discipline::D8 => ended(case),
    };
    all.into_iter().filter_map(told).collect()
}
fn told((lack, missing): (Lack, bool)) -> Option<Lack> {
    missing.then_some(lack)
}
/// How long it is looked whether it holds, in days, by how grave it is (C21); and how many deliveries must come through clean.
pub fn window_days(severity: Severity) -> u16 {
    match severity {
        Severity::S1 => 30,
        Severity::S2 => 60,
        Severity::S3 => 90,
    }
}
pub const CLEAN_SHIPMENTS: u16 = 3;

/// The first thing missing, with the discipline that it belongs to: why it is not closed yet, in one line.
pub fn first_lack(case: &Case) -> Option<(Discipline, Lack)> {
    Discipline::ALL.iter().find_map(|d| lacks(case, *d).first().map(|lack| (*d, *lack)))
}
/// What must be there before prevention may go to a state.
pub fn before(case: &Case, to: Prevention) -> Vec<Lack> {
    use Discipline::*;
    let asked: &[Discipline] = match to {
        Prevention::Contained => &[D1, D3],
        Prevention::CauseVerified => &[D2, D4],
        Prevention::Implementing => &[D5],
        Prevention::Verifying => &[D6, D7],
        Prevention::Held | Prevention::Shared => &[D6, D7],
        _ => &[],
    };
    let belongs = |lack: &Lack| match lack {
        // Parts are still held back while it is proven, and other places follow once it is.
        Lack::ContainmentStands | Lack::HeldCheck => !matches!(to, Prevention::Verifying),
        // Others go on while a supplier thinks; the end waits for them.
        Lack::SupplierOwes | Lack::SupplierAnswered => false,
        Lack::ReadAcross | Lack::ReadAcrossOpen => to == Prevention::Shared,
        _ => true,
    };
    let mut missing: Vec<Lack> = asked.iter().flat_map(|d| lacks(case, *d)).filter(belongs).collect();
    // A cause may be verified late; prevention does not end before it is said what follows with that supplier (S007).
    let ends = matches!(to, Prevention::Held | Prevention::Shared | Prevention::NotNeeded);
    if ends {
        let late = [(Lack::Upstream, case.inside.upstream_open().next().is_some())];
        let asked = ScarPart::ALL.iter().flat_map(|part| asked_of_supplier(case, *part));
        for lack in asked.chain(late).filter_map(told) {
            if !missing.contains(&lack) {
                missing.push(lack);
            }
        }
    }
    missing
}

/// A lack, and whether it is one.
type Asked = Vec<(Lack, bool)>;

/// What a supplier before us still owes of one of the three, or answered and nobody looked at.
fn asked_of_supplier(case: &Case, part: ScarPart) -> Asked {
    let open = || case.inside.scars.iter().filter(|scar| scar.is_open());
    vec![
        (Lack::SupplierOwes, open().any(|scar| scar.owed().iter().any(|owed| owed.part == part))),
        (Lack::SupplierAnswered, open().any(|scar| scar.waiting().any(|answer| answer.part == part))),
    ]
}

fn prepared(case: &Case) -> Asked {
    vec![
        (Lack::Safety, case.harm.safety.is_none()),
        (Lack::ToldByVoice, !case.has_voice()),
        (Lack::TellThemFirst, case.inside.untold_since.is_some()),
    ]
}

fn team(case: &Case) -> Asked {
    let Some(team) = &case.inside.team else { return vec![(Lack::Team, by_the_book(case))] };
    let mut functions: Vec<Function> = team.members.iter().map(|m| m.function).collect();
    functions.sort_unstable();
    functions.dedup();
    let book = by_the_book(case);
    vec![
        (Lack::ThreeFunctions, book && functions.len() < FUNCTIONS_AT_LEAST),
        (Lack::HandsOn, book && !functions.contains(&Function::MakesThePart)),
    ]
}

fn described(case: &Case) -> Asked {
    let book = by_the_book(case);
    let Some(problem) = &case.inside.problem else {
        return vec![(Lack::Problem, book), (Lack::IsNot, book && !has_is_not(case))];
    };
    let measured = !problem.should.trim().is_empty() && !problem.is.trim().is_empty();
    let counted = problem.suspect.is_some() || problem.found_bad.is_some();
    vec![
        (Lack::Numbers, book && !measured && !counted),
        (Lack::Lots, book && problem.lots.trim().is_empty()),
        (Lack::IsNot, book && !has_is_not(case)),
    ]
}
fn has_is_not(case: &Case) -> bool {
    case.inside.rows.iter().any(|row| !row.is.trim().is_empty() && !row.is_not.trim().is_empty())
}

fn contained(case: &Case) -> Asked {
    let inside = &case.inside;
    if inside.places.is_empty() && !by_the_book(case) {
        return vec![];
    }
    let open = |place| inside.place(place).is_none();
    vec![
        (Lack::PlaceAtCustomer, open(Place::AtCustomer)),
        (Lack::PlaceInTransit, open(Place::InTransit)),
        (Lack::PlaceOurStock, open(Place::OurStock)),
        (Lack::PlaceWip, open(Place::Wip)),
        (Lack::PlaceAtSupplier, open(Place::AtSupplier)),
        (Lack::SecondPair, inside.places.iter().any(|c| c.applies == Said::Yes && c.verified.is_none())),
        (Lack::CleanPoint, inside.clean_from.is_none()),
    ]
}

/// What reached the customer slipped past a check of ours.
pub fn escaped(case: &Case) -> bool {
    use TroubleKind as K;
    matches!(case.kind, K::Defect | K::WrongItem | K::ShortQuantity)
}

fn caused(case: &Case) -> Asked {
    let (inside, book) = (&case.inside, by_the_book(case));
    if inside.causes.is_empty() && !book {
        return vec![];
    }
    let none = |chain| !inside.verified().any(|cause| cause.chain == chain);
    let explained = |row: &IsRow| {
        let by = |cause: &Cause| cause.tried.as_ref().is_some_and(|tried| tried.rows.contains(&row.id));
        inside.verified().any(by)
    };
    vec![
        (Lack::Occurrence, none(Chain::Occurrence)),
        (Lack::Escape, (book || escaped(case)) && none(Chain::Escape)),
        (Lack::System, book && none(Chain::System)),
        (Lack::RowUnexplained, !inside.rows.iter().all(explained)),
        (Lack::TheirView, !their_view_asked(case)),
    ]
}
/// They said what they think led to it, or would rather not take part (S136).
pub(crate) fn their_view_asked(case: &Case) -> bool {
    let joint = &case.joint;
    let asked = Need::CauseAsked.is_met(case) || joint.ideas.iter().any(|idea| idea.about == IdeaAbout::Cause);
    asked || case.contact.is_none_or(|contact| joint.part_of(contact) == TakesPart::NotAtAll)
}

fn chosen(case: &Case) -> Asked {
    let (inside, book) = (&case.inside, by_the_book(case));
    let known = inside.verified().next().is_some();
    if inside.actions.is_empty() && !known && !book {
        return vec![];
    }
    let without = |cause: &Cause| inside.actions_for(cause.id).next().is_none();
    let is_weak = |action: &CorrectiveAction| action.strength() == Strength::Weak;
    let weak = |cause: &Cause| !without(cause) && inside.actions_for(cause.id).all(is_weak);
    let all_weak = inside.standing_actions().next().is_some() && inside.standing_actions().all(is_weak);
    vec![
        (
            Lack::CauseWithoutAction,
            inside.verified().any(without) || !known && inside.standing_actions().next().is_none(),
        ),
        (Lack::OnlyWeak, all_weak || inside.verified().any(weak)),
        (Lack::SideEffects, inside.standing_actions().any(|a| a.side_effects.trim().is_empty())),
        (Lack::Upstream, inside.upstream_open().next().is_some()),
        (Lack::Measure, inside.measure.is_none()),
    ]
}

fn done(case: &Case) -> Asked {
    let inside = &case.inside;
    let begun = by_the_book(case) || !inside.actions.is_empty();
    vec![
        (Lack::ActionOpen, begun && inside.all_done_at().is_none()),
        (Lack::ContainmentStands, inside.places.iter().any(Containment::stands)),
    ]
}

fn kept(case: &Case) -> Asked {
    let (inside, book) = (&case.inside, by_the_book(case));
    let begun = book || !inside.actions.is_empty();
    let unchanged = inside.standing_actions().any(|a| a.unchanged_documents().next().is_some());
    vec![
        (Lack::Documents, unchanged),
        (Lack::ReadAcross, book && inside.targets.is_empty()),
        (Lack::ReadAcrossOpen, inside.targets.iter().any(|t| t.done.is_none())),
        (Lack::HeldCheck, begun && !held(case)),
    ]
}
/// The latest look said that it holds, and nothing came back since.
pub fn held(case: &Case) -> bool {
    let inside = &case.inside;
    let fresh = |check: &&HoldCheck| inside.again_since.is_none_or(|at| check.at >= at);
    inside.checks.last().filter(fresh).is_some_and(|check| check.result == HoldResult::Held)
}

fn ended(case: &Case) -> Asked {
    vec![
        (Lack::TheirWord, case.recovery.is_live()),
        (Lack::Letter, by_the_book(case) && case.prevention.letter_at.is_none()),
        (Lack::Lesson, case.review.is_none()),
    ]
}
