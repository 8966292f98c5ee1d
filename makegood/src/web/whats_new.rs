//! What is new on a list since somebody looked: a worded mark on the line, and one line above them all. One's own acts are no news.
use super::ui::{self, Form};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use casework::clock::ClockKind;
use casework::event::{Event, Happening};
use casework::facts::Actor;
use casework::ids::*;
use casework::parts::{PromiseState, Said};
use jiff::Timestamp;
use maud::{Markup, html};
use std::collections::{BTreeSet, HashMap, HashSet};
use store::run::{self, BlockOfLines, Line, Whose};
use store::{Conn, Fault, looks};

/// Marks on one line; more are noise.
const MARKS: usize = 2;

/// What is new about a case, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A promise to them was broken.
    Broken,
    HandedToYou(PersonId),
    Word(Solved),
    Reopened,
    Decided,
    Wrote,
    WentUp,
    New,
    /// A colleague worked on it, then.
    Worked(Timestamp, PersonId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Solved {
    Yes,
    NotYet,
}

/// What is new since a look.
pub struct News {
    list: &'static str,
    since: Timestamp,
    marks: HashMap<CaseId, BTreeSet<Mark>>,
    /// Promises that were broken since, and of which case.
    broken: HashMap<PromiseId, CaseId>,
}

/// The name of a list whose looks are kept; somebody else's list is not mine to have looked at.
pub fn list_of(agent: &Agent, whose: Whose) -> Option<&'static str> {
    match whose {
        Whose::Mine(person) if person == agent.person.id => Some("mine"),
        Whose::Mine(_) => None,
        Whose::Team(_) => Some("team"),
        Whose::Everybody => Some("all"),
    }
}

/// What others did, since `look`, to the cases on these lines.
///
/// # Errors
/// Faults of the database.
pub fn read(
    conn: &Conn,
    me: PersonId,
    list: &'static str,
    since: Timestamp,
    blocks: &[BlockOfLines],
) -> Result<News, Fault> {
    let cases: BTreeSet<CaseId> = blocks.iter().flat_map(|b| &b.lines).map(|line| line.case_id).collect();
    let cases: Vec<CaseId> = cases.into_iter().collect();
    let mut news = News { list, since, marks: HashMap::new(), broken: HashMap::new() };
    for found in run::news(conn, &cases, since)? {
        let happening = store::history::happening(&found.row)?;
        if happening.when.by != Actor::Person(me) {
            news.take(found.case_id, &happening, me);
        }
    }
    for case in run::letters(conn, &cases, since)? {
        news.mark(case, Mark::Wrote);
    }
    Ok(news)
}

impl News {
    fn mark(&mut self, case: CaseId, mark: Mark) {
        self.marks.entry(case).or_default().insert(mark);
    }

    fn take(&mut self, case: CaseId, happening: &Happening, me: PersonId) {
        let mark = match &happening.event {
            Event::CaseOpened(_) | Event::CameBySplit(_) => Some(Mark::New),
            Event::CaseHandedOver(e) if e.to == me => Some(Mark::HandedToYou(e.from)),
            Event::CaseReopened(_) => Some(Mark::Reopened),
            Event::WordGiven(e) => {
                Some(Mark::Word(if e.asked.solved == Said::Yes { Solved::Yes } else { Solved::NotYet }))
            }
            Event::DecisionRecorded(_) => Some(Mark::Decided),
            Event::Escalated(_) => Some(Mark::WentUp),
            Event::ClockRanOut(e) if e.kind == ClockKind::Promise && e.rung == 1 => {
                self.broken.extend(e.about.map(|id| (PromiseId(id), case)));
                Some(Mark::Broken)
            }
            Event::PromiseSettled(e) if e.state == PromiseState::Broken => {
                self.broken.insert(e.promise, case);
                Some(Mark::Broken)
            }
            _ => None,
        };
        if let Some(mark) = mark {
            self.mark(case, mark);
        }
        match happening.when.by {
            // Only the last of them is said.
            Actor::Person(person) => {
                let marks = self.marks.entry(case).or_default();
                if !marks.iter().any(|mark| matches!(mark, Mark::Worked(..))) {
                    marks.insert(Mark::Worked(happening.when.recorded_at, person));
                }
            }
            Actor::Customer(_) if mark.is_none() => self.mark(case, Mark::Wrote),
            Actor::Customer(_) | Actor::System | Actor::Import => {}
        }
    }

    /// The marks of each line: those of a case stand on its first line, a broken promise on its own.
    pub fn on_lines<'l>(
        &self,
        agent: &Agent,
        lines: impl Iterator<Item = &'l Line>,
        now: Timestamp,
    ) -> HashMap<String, Vec<String>> {
        let lines: Vec<&Line> = lines.collect();
        // A promise that was broken has a line of its own while somebody still waits for it.
        let own = |line: &Line| self.broken.contains_key(&PromiseId(line.about));
        let have_own: HashSet<CaseId> = lines.iter().filter(|line| own(line)).map(|line| line.case_id).collect();
        let mut told: HashSet<CaseId> = HashSet::new();
        let mut all = HashMap::new();
        for line in lines {
            let first = told.insert(line.case_id);
            let of_case = self.marks.get(&line.case_id).into_iter().flatten();
            let here = of_case.filter(|mark| match mark {
                Mark::Broken if have_own.contains(&line.case_id) => own(line),
                _ => first,
            });
            let words: Vec<String> = here.take(MARKS).map(|mark| self.words(agent, *mark, now)).collect();
            if !words.is_empty() {
                all.insert(key(line), words);
            }
        }
        all
    }

    fn words(&self, agent: &Agent, mark: Mark, now: Timestamp) -> String {
        let name = |person: PersonId| agent.firm.name_of(person).to_owned();
        let at = |at: Timestamp| when::short(at, now, &agent.zone);
        match mark {
            Mark::Broken => t("mark-broken").into_owned(),
            Mark::HandedToYou(from) => t_with("mark-handed", &[("name", name(from).into())]),
            Mark::Word(Solved::Yes) => t("mark-solved").into_owned(),
            Mark::Word(Solved::NotYet) => t("mark-not-solved").into_owned(),
            Mark::Reopened => t("mark-reopened").into_owned(),
            Mark::Decided => t("mark-decided").into_owned(),
            Mark::Wrote => t("mark-wrote").into_owned(),
            Mark::WentUp => t("mark-up").into_owned(),
            Mark::New => t_with("mark-new", &[("time", at(self.since).into())]),
            Mark::Worked(when, person) => {
                t_with("mark-worked", &[("name", name(person).into()), ("at", at(when).into())])
            }
        }
    }

    /// One line above the list; nothing when nothing is new.
    pub fn summary(&self, agent: &Agent, now: Timestamp) -> Markup {
        let count = |fits: fn(&Mark) -> bool| self.marks.values().filter(|marks| marks.iter().any(fits)).count();
        let moved = |marks: &&BTreeSet<Mark>| {
            marks.iter().all(|mark| matches!(mark, Mark::Worked(..) | Mark::WentUp | Mark::Decided | Mark::Reopened))
        };
        let counts = [
            ("news-broken", self.broken.len()),
            ("news-handed", count(|mark| matches!(mark, Mark::HandedToYou(_)))),
            ("news-said", count(|mark| matches!(mark, Mark::Word(_)))),
            ("news-wrote", count(|mark| *mark == Mark::Wrote)),
            ("news-new", count(|mark| *mark == Mark::New)),
            ("news-worked", self.marks.values().filter(moved).count()),
        ];
        let said: Vec<String> =
            counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| t_with(key, &[("count", n.into())])).collect();
        if said.is_empty() {
            return html! {};
        }
        let seen = Form::post("/looks", agent.app.new_id()).hidden("list", self.list).quiet_act("news-seen").one_line();
        html! {
            div.news {
                p { (t_with("news-since", &[("at", when::moment(self.since, now, &agent.zone).words.into())])) " " strong { (said.join(" · ")) } }
                (seen)
            }
        }
    }
}

/// What a line is known by while the list moves.
pub fn key(line: &Line) -> String {
    format!("{}-{}-{}-{}", line.number, line.kind.word(), line.about.simple(), line.starts.as_second())
}

/// The marks of one line.
pub fn marked(line: ui::RunLine, words: Option<&Vec<String>>) -> ui::RunLine {
    words.into_iter().flatten().fold(line, |line, mark| line.mark(mark.clone()))
}

/// Since when a view of a list at `now` calls things new, and the look to note, if there is one.
pub fn look(
    before: Option<looks::Look>,
    by: crate::session::AskedBy,
    now: Timestamp,
) -> (Timestamp, Option<looks::Look>) {
    match (before, by) {
        // A page that brings itself up to date goes on from the look it began with.
        (Some(look), crate::session::AskedBy::Page) => (look.since, None),
        (None, crate::session::AskedBy::Page) => (now, None),
        (before, crate::session::AskedBy::Person) => {
            let look = looks::at(before, now);
            (look.since, looks::is_stale(before, now).then_some(look))
        }
    }
}
