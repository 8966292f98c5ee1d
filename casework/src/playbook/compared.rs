//! Two versions of a playbook beside each other: which step is which, and in what they differ. The same question says which ticks of a case
//! go along when it moves from one version to the other.
use super::{Playbook, PlaybookStep};
use crate::need::Need;

/// What a step of one version is in the other, as places in their lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pair {
    Gone { was: usize },
    New { is: usize },
    Both { was: usize, is: usize, differs: Vec<Differs> },
}

/// In what a step that both versions have differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Differs {
    /// It stands before or behind others than it did.
    Place,
    Number,
    Title,
    Needs {
        more: Vec<Need>,
        fewer: Vec<Need>,
    },
    Act,
    After,
}

/// In what two versions differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// In the order of the newer one; a step that is gone stands where it stood.
    pub steps: Vec<Pair>,
}

impl Compared {
    /// The steps of `was` beside those of `is`. A step is the same one when it has the same title, else when it has the same number and needs
    /// the same.
    pub fn of(was: &Playbook, is: &Playbook) -> Self {
        let same = paired(&was.steps, &is.steps);
        let stayed = in_order(&same);
        let mut steps: Vec<Pair> = vec![];
        for (at, step) in is.steps.iter().enumerate() {
            steps.push(match same.iter().find(|(_, is)| *is == at) {
                None => Pair::New { is: at },
                Some((before, _)) => {
                    let mut differs = differences(&was.steps[*before], step);
                    if !stayed.contains(before) {
                        differs.insert(0, Differs::Place);
                    }
                    Pair::Both { was: *before, is: at, differs }
                }
            });
        }
        for at in (0..was.steps.len()).filter(|at| same.iter().all(|(was, _)| was != at)) {
            let before = |pair: &Pair| matches!(pair, Pair::Both { was, .. } | Pair::Gone { was } if *was < at);
            let place = steps.iter().rposition(before).map_or(0, |place| place + 1);
            steps.insert(place, Pair::Gone { was: at });
        }
        Self { steps }
    }

    /// Whether every step is as it was.
    pub fn is_nothing(&self) -> bool {
        self.steps.iter().all(|pair| matches!(pair, Pair::Both { differs, .. } if differs.is_empty()))
    }

    /// The places of steps that were ticked, in the newer version: a tick goes along where the step is still there and still ticked by hand.
    pub fn carried(&self, ticked: &[u8], is: &Playbook) -> Vec<u8> {
        let along = |tick: &u8| {
            self.steps.iter().find_map(|pair| match pair {
                Pair::Both { was, is: at, .. } if *was == usize::from(*tick) && is.steps.get(*at)?.is_ticked() => {
                    u8::try_from(*at).ok()
                }
                _ => None,
            })
        };
        ticked.iter().filter_map(along).collect()
    }
}

/// Places of the same step in both, by title first, so that a step put in between does not take over what was ticked behind it.
fn paired(was: &[PlaybookStep], is: &[PlaybookStep]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = vec![];
    let same: [fn(&PlaybookStep, &PlaybookStep) -> bool; 3] = [
        |one, other| one.title == other.title && one.no == other.no,
        |one, other| one.title == other.title,
        |one, other| one.no == other.no && needs_the_same(one, other),
    ];
    for same in same {
        for (at, step) in is.iter().enumerate() {
            let taken = |pairs: &[(usize, usize)], before: usize| pairs.iter().any(|(was, _)| *was == before);
            if pairs.iter().any(|(_, is)| *is == at) {
                continue;
            }
            if let Some(before) = (0..was.len()).find(|before| !taken(&pairs, *before) && same(&was[*before], step)) {
                pairs.push((before, at));
            }
        }
    }
    pairs
}

fn needs_the_same(one: &PlaybookStep, other: &PlaybookStep) -> bool {
    one.needs.len() == other.needs.len() && one.needs.iter().all(|need| other.needs.contains(need))
}

/// Those that kept their order among each other: as many as possible, so that one step put elsewhere is one step that moved.
fn in_order(pairs: &[(usize, usize)]) -> Vec<usize> {
    let mut by_new: Vec<(usize, usize)> = pairs.to_vec();
    by_new.sort_by_key(|(_, is)| *is);
    let mut best: Vec<Vec<usize>> = vec![];
    for (was, _) in by_new {
        let before = best.iter().filter(|run| run.last().is_some_and(|last| *last < was)).max_by_key(|run| run.len());
        let mut run = before.cloned().unwrap_or_default();
        run.push(was);
        best.push(run);
    }
    best.into_iter().max_by_key(Vec::len).unwrap_or_default()
}

fn differences(was: &PlaybookStep, is: &PlaybookStep) -> Vec<Differs> {
    let missing = |from: &PlaybookStep, of: &PlaybookStep| -> Vec<Need> {
        from.needs.iter().filter(|need| !of.needs.contains(need)).copied().collect()
    };
    let (more, fewer) = (missing(is, was), missing(was, is));
    let mut after = (was.after.clone(), is.after.clone());
    after.0.sort_unstable();
    after.1.sort_unstable();
    let all = [
        (was.no != is.no, Differs::Number),
        (was.title != is.title, Differs::Title),
        (!more.is_empty() || !fewer.is_empty(), Differs::Needs { more, fewer }),
        (was.act != is.act, Differs::Act),
        (after.0 != after.1, Differs::After),
    ];
    all.into_iter().filter_map(|(differs, what)| differs.then_some(what)).collect()
}
