//! What of a case may stand in a report (`Outward`), and how good the report would be, discipline by discipline (DOMAIN 7).
use crate::case::Case;
use crate::choices;
use crate::ids::*;
use crate::inside::{Discipline, Lack, held, lacks};
use crate::kinds::TroubleKind;
use crate::parts::*;
use jiff::Timestamp;

/// The facts that may leave the house. A report is written from this and never from the case, so that costs, notes, our reviews,
/// gates let go and what goes on above us have no way into it: they have no field here (decision 0166).
#[derive(Clone, Copy, Debug)]
pub struct Outward<'a> {
    pub number: CaseNumber,
    pub title: &'a str,
    pub kind: TroubleKind,
    pub contact: Option<ContactId>,
    pub recognised_at: Timestamp,
    pub opened_at: Timestamp,
    pub safety: Option<crate::kinds::Safety>,
    /// What it does to them, in their words.
    pub impacts: &'a [Impact],
    /// When and to whom it was told by voice.
    pub told: Option<&'a Told>,
    pub first_voice_at: Option<Timestamp>,
    pub repeats: usize,
    pub inside: &'a Inside,
    /// What they think led to it or would prevent it, and what became of it.
    pub ideas: &'a [Idea],
    pub files: &'a [CaseFile],
    pub reports: &'a [SentReport],
    pub words: &'a [Word],
}

impl<'a> Outward<'a> {
    pub fn of(case: &'a Case) -> Self {
        Self {
            number: case.number,
            title: &case.title,
            kind: case.kind,
            contact: case.contact,
            recognised_at: case.recognised_at,
            opened_at: case.opened_at,
            safety: case.harm.safety,
            impacts: &case.harm.impacts,
            told: case.told.as_ref(),
            first_voice_at: case.contacts.first_voice_at,
            repeats: case.repeat_of.len(),
            inside: &case.inside,
            ideas: &case.joint.ideas,
            files: &case.files,
            reports: &case.reports,
            words: &case.words,
        }
    }
    /// A file that the customer may see; any other is not for the report.
    pub fn shown_file(&self, id: FileId) -> Option<&'a CaseFile> {
        self.files.iter().find(|file| file.id == id && (file.from.is_some() || file.shown == Said::Yes))
    }
}

choices! {
    /// Why a discipline does not have both points, beside what it lacks.
    pub enum Weakness {
        Empty = "empty", CauseIsSymptom = "cause_is_symptom", PiecesDiffer = "pieces_differ", PictureHidden = "picture_hidden",
        NotAccepted = "not_accepted",
    }
}
/// 0: nothing there; 1: there and with a gap; 2: as it should be.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    pub discipline: Discipline,
    pub points: u8,
    pub lacks: Vec<Lack>,
    pub weak: Vec<Weakness>,
}

/// The points of a report of this stage, as the customer's portal would give them.
pub fn score(case: &Case, stage: ReportStage) -> Vec<Score> {
    stage.disciplines().iter().map(|d| of(case, *d)).collect()
}
/// The disciplines of a stage with nothing in them; *not known yet, until* is something.
pub fn empty(case: &Case, stage: ReportStage) -> Vec<Discipline> {
    stage.disciplines().iter().copied().filter(|d| !is_begun(case, *d)).collect()
}

fn of(case: &Case, discipline: Discipline) -> Score {
    // What comes after the report was sent is no fault of it.
    let later = |lack: &Lack| matches!(lack, Lack::TheirWord | Lack::Letter | Lack::Lesson);
    let lacks: Vec<Lack> = lacks(case, discipline).into_iter().filter(|lack| !later(lack)).collect();
    let weak = weak(case, discipline);
    let points = match (weak.contains(&Weakness::Empty), lacks.is_empty() && weak.is_empty()) {
        (true, _) => 0,
        (_, true) => 2,
        _ => 1,
    };
    Score { discipline, points, lacks, weak }
}

fn weak(case: &Case, discipline: Discipline) -> Vec<Weakness> {
    let inside = &case.inside;
    let mut weak = vec![];
    if !is_begun(case, discipline) {
        weak.push(Weakness::Empty);
    }
    match discipline {
        Discipline::D3 if pieces_differ(inside) => weak.push(Weakness::PiecesDiffer),
        Discipline::D4 => {
            if inside.causes.iter().any(|cause| cause.state == CauseState::Verified && is_symptom(case, &cause.text)) {
                weak.push(Weakness::CauseIsSymptom);
            }
            let outward = Outward::of(case);
            let proof = |cause: &Cause| cause.tried.as_ref().and_then(|tried| tried.file);
            if inside.verified().filter_map(proof).any(|file| outward.shown_file(file).is_none()) {
                weak.push(Weakness::PictureHidden);
            }
        }
        Discipline::D8 if !is_accepted(case) => weak.push(Weakness::NotAccepted),
        _ => {}
    }
    weak
}

/// The places hold another number of suspect pieces than was said to be suspect.
fn pieces_differ(inside: &Inside) -> bool {
    let there: u64 = inside.places.iter().map(|place| place.suspect).sum();
    let said = inside.problem.as_ref().and_then(|problem| problem.suspect);
    said.is_some_and(|said| said != there && !inside.places.is_empty())
}
/// The cause says again what is seen, so that it explains nothing.
fn is_symptom(case: &Case, cause: &str) -> bool {
    let bare =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let cause = bare(cause);
    let symptom = case.inside.problem.as_ref().map(|problem| bare(&problem.failure_mode));
    cause == bare(&case.title) || symptom.is_some_and(|symptom| symptom == cause)
}
/// The customer accepted a whole report.
pub fn is_accepted(case: &Case) -> bool {
    let accepted = |r: &SentReport| r.answer.as_ref().is_some_and(|a| a.answer == ReportAnswer::Accepted);
    case.reports.iter().any(|r| r.stage == ReportStage::EightD && accepted(r))
}

fn is_begun(case: &Case, discipline: Discipline) -> bool {
    let inside = &case.inside;
    match discipline {
        Discipline::D0 => case.has_voice(),
        Discipline::D1 => inside.team.is_some(),
        Discipline::D2 => inside.problem.is_some(),
        Discipline::D3 => !inside.places.is_empty(),
        Discipline::D4 => inside.verified().next().is_some() || !inside.not_known.is_empty(),
        Discipline::D5 => inside.standing_actions().next().is_some() || !inside.not_known.is_empty(),
        Discipline::D6 => inside.standing_actions().any(|action| action.done.is_some()),
        Discipline::D7 => inside.measure.is_some() || held(case),
        Discipline::D8 => case.exists(),
    }
}
