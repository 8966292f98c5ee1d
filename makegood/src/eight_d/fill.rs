//! Fills a report from what may leave the house. It is given an [`Outward`] and never a case.
use super::facts::*;
use super::later;
use crate::files::kinds;
use casework::eight_d::{Outward, Score};
use casework::ids::{ContactId, PersonId, WhyId};
use casework::parts::{self, CauseState, Chain, ReportAnswer, ReportStage};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Whys below one another that are followed; the rules allow fewer.
const WHYS_DEEP: usize = 20;
/// Pictures of one report.
const PICTURES_AT_MOST: usize = 24;

/// Who is who, on whose clock days are counted, and what is written for whom.
pub struct Named<'a> {
    pub person: &'a dyn Fn(PersonId) -> String,
    pub contact: &'a dyn Fn(ContactId) -> String,
    pub from: &'a str,
    pub to: &'a str,
    pub language: &'a str,
    pub zone: &'a TimeZone,
    pub now: Timestamp,
}
impl Named<'_> {
    pub(super) fn day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }
}

/// The report of a stage as things stand. The points say how far each discipline is.
pub fn fill(of: &Outward<'_>, stage: ReportStage, points: &[Score], named: &Named<'_>) -> Report {
    let revision = u16::try_from(of.reports.len()).unwrap_or(u16::MAX).saturating_add(1);
    let whole = stage != ReportStage::ThreeD;
    let all = stage == ReportStage::EightD;
    Report {
        form: FORM.to_owned(),
        stage,
        number: of.number.to_string(),
        revision,
        language: named.language.to_owned(),
        day: named.day(named.now),
        title: of.title.to_owned(),
        from: named.from.to_owned(),
        to: named.to.to_owned(),
        contact: of.contact.map(named.contact).unwrap_or_default(),
        head: Head {
            recognised_on: Some(named.day(of.recognised_at)),
            opened_on: Some(named.day(of.opened_at)),
            safety: of.safety,
            repeats: of.repeats,
        },
        steps: points.iter().map(step).collect(),
        help: help(of, named),
        team: of.inside.team.as_ref().map(|team| self::team(team, named)),
        problem: of.inside.problem.clone(),
        in_their_words: their_words(of, named),
        compared: of.inside.rows.iter().map(compared).collect(),
        places: of.inside.places.iter().map(|place| self::place(place, named)).collect(),
        clean_from: of.inside.clean_from.as_ref().map(|clean| CleanFrom {
            known_by: clean.known_by,
            value: clean.first_good.clone(),
            words: clean.words.clone(),
        }),
        chains: if whole { Chain::ALL.iter().map(|chain| chain_of(of, *chain, named)).collect() } else { vec![] },
        their_views: if whole { views(of, named) } else { vec![] },
        actions: if whole { later::actions(of, stage, named) } else { vec![] },
        measure: of.inside.measure.as_ref().filter(|_| whole).map(|measure| later::measured(of, measure, named)),
        held: if all { later::looks(of, named) } else { vec![] },
        across: if all { later::across(of, named) } else { vec![] },
        accepted: accepted(of, named).filter(|_| all),
        pictures: pictures(of, stage),
    }
}

fn step(score: &Score) -> Step {
    let reached = match score.points {
        0 => Reached::Open,
        1 => Reached::Begun,
        _ => Reached::Done,
    };
    Step { discipline: score.discipline, reached }
}

fn help(of: &Outward<'_>, named: &Named<'_>) -> FirstHelp {
    FirstHelp {
        spoke_on: of.first_voice_at.map(|at| named.day(at)),
        told_on: of.told.map(|told| named.day(told.at)),
        told_to: of.told.map(|told| (named.contact)(told.to)).unwrap_or_default(),
        told: of.told.map(|told| told.what.clone()).unwrap_or_default(),
    }
}

fn team(team: &parts::ProblemTeam, named: &Named<'_>) -> Team {
    let member = |m: &parts::Member| Member {
        name: m.name.clone(),
        function: m.function,
        share: m.share,
        reach: m.reach.clone(),
    };
    Team {
        champion: (named.person)(team.champion),
        leader: (named.person)(team.leader),
        members: team.members.iter().map(member).collect(),
    }
}

fn their_words(of: &Outward<'_>, named: &Named<'_>) -> Vec<Words> {
    let by = of.contact.map(named.contact).unwrap_or_default();
    of.impacts.iter().map(|impact| Words { words: impact.words.clone(), by: by.clone(), on: None }).collect()
}

fn compared(row: &parts::IsRow) -> Compared {
    Compared {
        aspect: row.aspect,
        is: row.is.clone(),
        is_not: row.is_not.clone(),
        distinction: row.distinction.clone(),
        change: row.change.clone(),
    }
}

fn place(of: &parts::Containment, named: &Named<'_>) -> Place {
    Place {
        place: of.place,
        applies: of.applies,
        because: of.because.clone(),
        suspect: of.suspect,
        good: of.good,
        bad: of.bad,
        unchecked: of.unchecked,
        lots: of.lots.clone(),
        method: of.method.clone(),
        marking: of.marking.clone(),
        done_by: (named.person)(of.done_by),
        done_on: named.day(of.at),
        verified_by: of.verified.as_ref().map(|v| (named.person)(v.by)).unwrap_or_default(),
        verified: of.verified.as_ref().map(|v| v.words.clone()).unwrap_or_default(),
        ended: of.removed.as_ref().map(|v| v.words.clone()).unwrap_or_default(),
        ended_on: of.removed.as_ref().map(|v| named.day(v.at)),
    }
}

fn chain_of(of: &Outward<'_>, chain: Chain, named: &Named<'_>) -> ChainOf {
    let inside = of.inside;
    let cause = |c: &parts::Cause| CauseOf {
        text: c.text.clone(),
        category: c.category,
        lies_with: c.lies_with,
        proving: c.tried.as_ref().and_then(|tried| tried.proving),
        proof: c.tried.as_ref().map(|tried| tried.result.clone()).unwrap_or_default(),
        proven_on: c.tried.as_ref().map(|tried| named.day(tried.at)),
    };
    let out = |c: &parts::Cause| RuledOut {
        text: c.text.clone(),
        because: c.tried.as_ref().map(|tried| tried.result.clone()).unwrap_or_default(),
    };
    let here = || inside.causes.iter().filter(move |c| c.chain == chain);
    let known = inside.verified().any(|c| c.chain == chain);
    let waits = inside.not_known.iter().rev().find(|not| not.chain == chain && !known);
    ChainOf {
        chain,
        whys: branches(inside, chain),
        causes: inside.verified().filter(|c| c.chain == chain).map(cause).collect(),
        ruled_out: here().filter(|c| c.state == CauseState::RuledOut).map(out).collect(),
        not_known: waits.map(|not| NotKnown { until: named.day(not.until), words: not.words.clone() }),
    }
}

/// From the first why to each that nothing explains further.
fn branches(inside: &parts::Inside, chain: Chain) -> Vec<Vec<String>> {
    let here: Vec<&parts::Why> = inside.whys.iter().filter(|why| why.chain == chain).collect();
    let is_last = |id: WhyId| !here.iter().any(|why| why.under == Some(id));
    let mut all = vec![];
    for last in here.iter().filter(|why| is_last(why.id)) {
        let mut line = vec![last.words.clone()];
        let mut above = last.under;
        while let Some(why) = above.and_then(|id| inside.why(id)).filter(|_| line.len() < WHYS_DEEP) {
            line.push(why.words.clone());
            above = why.under;
        }
        line.reverse();
        all.push(line);
    }
    all
}

fn views(of: &Outward<'_>, named: &Named<'_>) -> Vec<View> {
    let view = |idea: &parts::Idea| View {
        about: idea.about,
        by: (named.contact)(idea.by),
        words: idea.words.clone(),
        answer: idea.answer.as_ref().map(|answer| answer.words.clone()).unwrap_or_default(),
    };
    of.ideas.iter().map(view).collect()
}

fn accepted(of: &Outward<'_>, named: &Named<'_>) -> Option<Words> {
    let said = |sent: &parts::SentReport| {
        let answer = sent.answer.as_ref().filter(|answer| answer.answer == ReportAnswer::Accepted)?;
        let on = Some(named.day(answer.at));
        Some(Words { words: answer.words.clone(), by: (named.contact)(answer.by), on })
    };
    of.reports.iter().rev().filter(|sent| sent.stage == ReportStage::EightD).find_map(said)
}

/// What the customer may see: the pictures that prove a cause with their spots first, then the others.
fn pictures(of: &Outward<'_>, stage: ReportStage) -> Vec<Shown> {
    let mut all: Vec<Shown> = vec![];
    let proofs = of.inside.causes.iter().filter(|_| stage != ReportStage::ThreeD);
    for (cause, tried) in proofs.filter_map(|cause| Some((cause, cause.tried.as_ref()?))) {
        let Some(file) = tried.file.and_then(|id| of.shown_file(id)).filter(|file| kinds::is_shown(file.kind)) else {
            continue;
        };
        let id = file.id.to_string();
        let at = match all.iter().position(|shown| shown.file == id) {
            Some(at) => at,
            None => {
                all.push(shown(file));
                all.len() - 1
            }
        };
        let spot = |spot: &parts::Spot| SpotOn { across: spot.x, down: spot.y, words: cause.text.clone() };
        all[at].spots.extend(tried.spot.as_ref().map(spot));
    }
    for file in of.files.iter().filter(|file| of.shown_file(file.id).is_some() && kinds::is_shown(file.kind)) {
        if !all.iter().any(|shown| shown.file == file.id.to_string()) {
            all.push(shown(file));
        }
    }
    all.truncate(PICTURES_AT_MOST);
    all
}
fn shown(file: &parts::CaseFile) -> Shown {
    Shown { file: file.id.to_string(), name: file.name.clone(), words: file.words.clone(), spots: vec![] }
}
