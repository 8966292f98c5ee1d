//! A playbook while it is being written: what the form carries from one press to the next, so that nothing typed is lost.
use super::text::{self, blank, blank_step};
use crate::web::playbook_words as words;
use crate::web::ui::Typed;
use casework::kinds::{Origin, Reaction, TroubleKind};
use casework::need::Need;
use casework::parts::Said;
use casework::playbook::{Playbook, PlaybookStep, STEPS_PER_PLAYBOOK, is_key, key_of};

/// A playbook, which of its steps is open to be written, and the one that was just taken out.
#[derive(Clone, Debug)]
pub struct Draft {
    pub playbook: Playbook,
    pub open: Option<usize>,
    pub gone: Option<(usize, PlaybookStep)>,
    /// Where the hand was: the step whose button has the focus on the next page.
    pub hand: Option<(usize, Press)>,
}

/// What a press of a button in the list of steps does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    Up,
    Down,
    Open,
    Shut,
    Remove,
    Restore,
    Add,
    Count,
}

impl Press {
    pub fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Open => "open",
            Self::Shut => "shut",
            Self::Remove => "remove",
            Self::Restore => "restore",
            Self::Add => "add",
            Self::Count => "count",
        }
    }
    /// The press and the place of its step, as the button sends it: `up:3`.
    pub fn read(sent: &str) -> Option<(Self, usize)> {
        let (word, at) = sent.split_once(':')?;
        let all = [Self::Up, Self::Down, Self::Open, Self::Shut, Self::Remove, Self::Restore, Self::Add, Self::Count];
        Some((all.into_iter().find(|press| press.word() == word)?, at.parse().ok()?))
    }
}

pub fn named(at: usize, part: &str) -> String {
    format!("steps[{at}].{part}")
}

impl Draft {
    /// As it is kept, with every step shut.
    pub fn of(playbook: Playbook) -> Self {
        Self { playbook, open: None, gone: None, hand: None }
    }

    /// An empty one with its first step open.
    pub fn new() -> Self {
        let playbook = Playbook { title: Some(String::new()), steps: vec![counted_step(&[])], ..blank() };
        Self { open: Some(0), ..Self::of(playbook) }
    }

    /// What the form carried. `name` is what it is called in records; nothing for a new one.
    pub fn read(typed: &Typed, name: Option<&str>) -> Self {
        let words = |field: &str| typed.value(field).to_owned();
        let title = words("title");
        // Left as the program calls it, it stays in the language of whoever reads.
        let own = name.is_none_or(|name| title != words::said(&key_of(name)));
        let playbook = Playbook {
            name: name.unwrap_or_default().to_owned(),
            title: own.then_some(title),
            source: words("source"),
            origins: typed.values("origins").filter_map(Origin::from_word).collect(),
            kinds: typed.values("kinds").filter_map(TroubleKind::from_word).collect(),
            overlay: if typed.filled("overlay").is_some() { Said::Yes } else { Said::No },
            // One more than may be, so that it is said and not dropped.
            steps: (0..=STEPS_PER_PLAYBOOK).map_while(|at| step(typed, at)).collect(),
            ..blank()
        };
        let gone = text::read(typed.value("gone")).ok().and_then(|read| read.playbook.steps.into_iter().next());
        Self {
            open: typed.value("open").parse().ok().filter(|at| *at < playbook.steps.len()),
            gone: gone.map(|step| (typed.value("gone_at").parse().unwrap_or(0), step)),
            playbook,
            hand: None,
        }
    }

    /// Does what a button in the list of steps says.
    pub fn press(&mut self, press: Press, at: usize) {
        let count = self.playbook.steps.len();
        let steps = &mut self.playbook.steps;
        self.hand = Some((at, press));
        match press {
            Press::Up if (1..count).contains(&at) => self.swap(at, at - 1),
            Press::Down if at + 1 < count => self.swap(at, at + 1),
            Press::Open if at < count => self.open = Some(at),
            Press::Remove if at < count => {
                self.gone = Some((at, steps.remove(at)));
                self.open = self.open.and_then(|open| match open.cmp(&at) {
                    std::cmp::Ordering::Less => Some(open),
                    std::cmp::Ordering::Equal => None,
                    std::cmp::Ordering::Greater => Some(open - 1),
                });
                self.hand = Some((0, Press::Restore));
            }
            Press::Restore => {
                if let Some((place, step)) = self.gone.take().filter(|_| count <= STEPS_PER_PLAYBOOK) {
                    let place = place.min(count);
                    steps.insert(place, step);
                    self.open = self.open.map(|open| if open >= place { open + 1 } else { open });
                    self.hand = Some((place, Press::Open));
                }
            }
            Press::Add if count < STEPS_PER_PLAYBOOK => {
                let new = counted_step(steps);
                steps.push(new);
                self.open = Some(count);
                self.hand = Some((count, Press::Open));
            }
            Press::Count => {
                for (at, step) in steps.iter_mut().enumerate() {
                    step.no = (at + 1).to_string();
                }
            }
            Press::Shut => {
                self.open = None;
                self.hand = Some((at, Press::Open));
            }
            _ => {}
        }
    }

    fn swap(&mut self, at: usize, to: usize) {
        self.playbook.steps.swap(at, to);
        let moved = |open: usize| match open {
            open if open == at => to,
            open if open == to => at,
            open => open,
        };
        self.open = self.open.map(moved);
        self.hand = self.hand.map(|(_, press)| (to, press));
    }
}

/// An empty step that goes on counting where the last one has a plain number.
fn counted_step(before: &[PlaybookStep]) -> PlaybookStep {
    let last = before.last().map_or(Some(0), |last| last.no.trim().parse::<usize>().ok());
    PlaybookStep { no: last.map(|last| (last + 1).to_string()).unwrap_or_default(), ..blank_step() }
}

/// The step at a place of the form; nothing where the form has none.
fn step(typed: &Typed, at: usize) -> Option<PlaybookStep> {
    let sent = |part: &str| typed.names().any(|name| name == named(at, part));
    if !sent("no") && !sent("title") {
        return None;
    }
    let text = |part: &str| typed.value(&named(at, part)).to_owned();
    let (title, key) = (text("title"), text("key"));
    let all = |part: &str| -> Vec<String> {
        typed.values(&named(at, part)).flat_map(str::split_whitespace).map(str::to_owned).collect()
    };
    let mut needs: Vec<Need> = vec![];
    for need in all("needs").iter().filter_map(|word| Need::from_word(word)) {
        if !needs.contains(&need) {
            needs.push(need);
        }
    }
    Some(PlaybookStep {
        no: text("no"),
        title: if is_key(&key) && words::said(&key) == title { key } else { title },
        needs,
        act: Some(text("act")).filter(|act| !act.is_empty()),
        after: all("after").iter().filter_map(|word| Reaction::from_word(word)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn numbers(draft: &Draft) -> Vec<&str> {
        draft.playbook.steps.iter().map(|step| step.no.as_str()).collect()
    }

    fn shipped() -> Draft {
        let all: Arc<Vec<Playbook>> = store::playbooks::built_in();
        let mut playbook = all.iter().find(|p| p.name == "run_to_the_problem").expect("shipped").clone();
        playbook.steps.truncate(3);
        Draft::of(playbook)
    }

    #[test]
    fn steps_are_moved_taken_out_put_back_and_added() {
        let mut draft = shipped();
        draft.press(Press::Open, 1);
        draft.press(Press::Up, 1);
        assert_eq!((numbers(&draft), draft.open, draft.hand), (vec!["2", "1", "3"], Some(0), Some((0, Press::Up))));
        draft.press(Press::Up, 0);
        draft.press(Press::Down, 2);
        assert_eq!(numbers(&draft), ["2", "1", "3"], "there is nothing above the first and below the last");
        draft.press(Press::Remove, 1);
        assert_eq!((numbers(&draft), draft.open), (vec!["2", "3"], Some(0)));
        draft.press(Press::Restore, 0);
        assert_eq!((numbers(&draft), draft.gone.clone()), (vec!["2", "1", "3"], None));
        draft.press(Press::Add, 0);
        assert_eq!((numbers(&draft), draft.open), (vec!["2", "1", "3", "4"], Some(3)));
        draft.press(Press::Count, 0);
        assert_eq!(numbers(&draft), ["1", "2", "3", "4"]);
        for press in ["up:9", "remove:9", "open:9"] {
            let (press, at) = Press::read(press).expect("a press");
            draft.press(press, at);
        }
        assert_eq!(numbers(&draft).len(), 4, "what is not there is left alone");
        assert_eq!((Press::read("up"), Press::read("fly:1")), (None, None));
    }
}
