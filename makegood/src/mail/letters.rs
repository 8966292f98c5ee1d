//! What a mail begins with, by its purpose, in the language of whoever gets it: drafted from the record, to be read before it is sent. What only a
//! person knows stands in square brackets, and nothing is sent with them in it.
use crate::web::when;
use crate::words::quotes::quoted;
use crate::words::{Language, said_in, t, t_with};
use casework::commands::ConversationRecorded;
use casework::ids::CaseNumber;
use casework::kinds::{Origin, Party, Purpose};
use casework::parts::{PlanStep, PromiseState, Promised, Said, SentReport, StepState};
use casework::{Case, resolving, sheets};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::contacts::Contact;
use store::people::Person;

/// Letters of a gap that somebody has to fill.
const GAP_AT_MOST: usize = 120;
/// Steps and promises that a summary names; the rest stands on their page.
const LINES_AT_MOST: usize = 40;

/// Everything that a draft is made from.
pub struct About<'a> {
    pub case: &'a Case,
    pub contact: &'a Contact,
    /// Who writes.
    pub me: &'a Person,
    /// What we are called.
    pub firm: &'a str,
    /// Whom to call, when, and their page (S212).
    pub ending: String,
    pub language: Language,
    /// Their clock.
    pub zone: &'a TimeZone,
    /// Three moments to propose.
    pub slots: &'a [Timestamp],
    /// The talk that a summary sums up.
    pub talk: Option<&'a ConversationRecorded>,
    /// When they hear from us again, where that was agreed.
    pub next: Option<Timestamp>,
    /// Where they read what they can count on; only in the first summary (S191).
    pub handling: Option<String>,
    /// The report that a mail about a document says is there.
    pub report: Option<&'a SentReport>,
    /// Who of ours does a step, by name.
    pub name_of: &'a dyn Fn(&PlanStep) -> String,
}

/// A subject and a text to go on from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    pub subject: String,
    pub text: String,
}

pub fn begun(purpose: Purpose, about: &About) -> Begun {
    said_in(about.language, || {
        let body = match purpose {
            Purpose::VoicemailFollowUp => times(about, "letters-voicemail"),
            Purpose::AskForTime => times(about, "letters-ask"),
            Purpose::Summary => summary(about),
            Purpose::Update => update(about),
            Purpose::Document => match about.report {
                Some(sent) => report(about, sent),
                None => vec![
                    t_with("letters-document", &[("matter", about.matter().into())]),
                    t("letters-document-gap").into_owned(),
                ],
            },
            Purpose::ThankYou => {
                // They had the choice to say nothing and go elsewhere (S220).
                let told = about.case.origin == Origin::CustomerReported;
                let thanks = told.then(|| t_with("letters-thanks-told", &[("matter", about.matter().into())]));
                thanks.into_iter().chain(they_did(about)).chain([t("letters-thanks-gap").into_owned()]).collect()
            }
        };
        let key = format!("letters-subject-{}", purpose.word().replace('_', "-"));
        Begun { subject: t_with(&key, &[("matter", about.matter().into())]), text: about.letter(&body) }
    })
}

/// A text of its own as a letter: with its greeting before it and the names behind it.
pub fn letter(about: &About, text: &str) -> String {
    said_in(about.language, || about.letter(&[text.to_owned()]))
}

impl About<'_> {
    fn letter(&self, body: &[String]) -> String {
        let name = if self.contact.address_as.is_empty() { &self.contact.name } else { &self.contact.address_as };
        let hello = t_with("letters-hello", &[("name", name.as_str().into())]);
        let ours = [self.ending.as_str(), self.firm].map(str::to_owned);
        let ours: Vec<String> = ours.into_iter().filter(|line| !line.is_empty()).collect();
        let paragraphs = body.iter().filter(|paragraph| !paragraph.is_empty()).cloned();
        [hello].into_iter().chain(paragraphs).chain([ours.join("\n")]).collect::<Vec<_>>().join("\n\n")
    }
    /// Their trouble in their words; where these name what belongs into a talk, by its number.
    fn matter(&self) -> String {
        match resolving::resolves(&self.case.title) {
            Some(_) => self.case.number.to_string(),
            None => quoted(self.case.title.trim_end_matches('.')),
        }
    }
    fn phone(&self) -> String {
        if self.me.phone.is_empty() { t("letters-phone-gap").into_owned() } else { self.me.phone.clone() }
    }
    fn at(&self, at: Timestamp) -> String {
        moment(at, self.zone)
    }
}

/// A moment as it is understood whenever the mail is read: with its weekday, date and hour, on their clock.
pub(super) fn moment(at: Timestamp, zone: &TimeZone) -> String {
    let weekday = at.to_zoned(zone.clone()).weekday().to_monday_one_offset();
    let values =
        [("weekday", when::weekday_of(weekday.into()).into()), ("moment", when::whole_moment(at, zone).into())];
    t_with("letters-at", &values)
}

/// Which report is there, and what they can say to it; the report itself stands on their page.
fn report(about: &About, sent: &SentReport) -> Vec<String> {
    let stage = t(&format!("report-stage-{}", sent.stage.word())).into_owned();
    let values = [("stage", stage.into()), ("matter", about.matter().into()), ("revision", sent.revision.into())];
    vec![t_with("letters-report", &values), t("letters-report-answer").into_owned()]
}

/// The name of a place whose clock is meant: *Chicago*.
fn city(zone: &TimeZone) -> String {
    zone.iana_name().and_then(|name| name.rsplit('/').next()).unwrap_or("UTC").replace('_', " ")
}

fn clock(about: &About) -> String {
    t_with("letters-clock", &[("city", city(about.zone).into())])
}

/// The one mail that only arranges: who called, the matter, three times and a number, and nothing else (S050, S051, S054, S057).
fn times(about: &About, key: &str) -> Vec<String> {
    let mut points: Vec<String> = about.slots.iter().map(|at| format!("- {}", about.at(*at))).collect();
    if points.is_empty() {
        points.push(format!("- {}", t("letters-time-gap")));
    }
    vec![
        t_with(key, &[("matter", about.matter().into()), ("me", about.me.name.as_str().into())]),
        format!("{}\n{}", t("letters-when-may-i"), points.join("\n")),
        format!("{} {}", clock(about), t_with("letters-or-call", &[("phone", about.phone().into())])),
    ]
}

/// What they did themselves to put it right, in the words of the plan (S215).
fn they_did(about: &About) -> Option<String> {
    let steps = about.case.plan.iter().flat_map(|plan| &plan.steps);
    let theirs = steps.filter(|step| step.party == Party::Customer && step.state == StepState::Done);
    let did: Vec<&str> = theirs.take(LINES_AT_MOST).map(|step| step.text.trim_end_matches('.')).collect();
    (!did.is_empty()).then(|| t_with("letters-thanks-did", &[("what", did.join("; ").into())]))
}

/// Where it stands: every step done since they last heard from us, every one to come with its day and who works on it, the next word
/// (S165, S192). What is new besides is for whoever writes.
fn update(about: &About) -> Vec<String> {
    let since = about.case.contacts.last_at.unwrap_or(Timestamp::MIN);
    let measures = sheets::measures(about.case, since);
    let lines = |steps: Vec<&PlanStep>| steps.into_iter().map(|step| our_step(about, step)).collect();
    vec![
        t_with("letters-update", &[("matter", about.matter().into())]),
        part("letters-since-done", lines(measures.taken)),
        t("letters-update-gap").into_owned(),
        part("letters-we-do", lines(measures.will_take)),
        next_line(about),
    ]
}

/// What was said, both sides' steps with their dates, the next word (S154, S177).
fn summary(about: &About) -> Vec<String> {
    let case = about.case;
    let thanks = match about.talk {
        Some(talk) => t_with("letters-summary", &[("at", about.at(talk.asked.started_at).into())]),
        None => t("letters-summary-gap").into_owned(),
    };
    let open = |p: &&casework::parts::Promise| p.state == PromiseState::Open && p.what == Promised::Thing;
    let promised = case.promises.iter().filter(open).map(|p| dated(about, &p.words, p.due));
    let steps = || case.plan.iter().flat_map(|plan| &plan.steps).filter(|step| step.state != StepState::Skipped);
    let ours = steps().filter(|s| s.party != Party::Customer).map(|step| our_step(about, step));
    let theirs = steps().filter(|s| s.party == Party::Customer && s.is_open()).map(|s| dated(about, &s.text, s.due));
    vec![
        thanks,
        part("letters-heard", heard(about)),
        part("letters-we-do", ours.chain(promised).collect()),
        part("letters-you-do", theirs.collect()),
        next_line(about),
        about
            .handling
            .as_ref()
            .map(|link| t_with("letters-handling", &[("link", link.as_str().into())]))
            .unwrap_or_default(),
    ]
}

fn part(key: &str, lines: Vec<String>) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let points: Vec<String> = lines.iter().take(LINES_AT_MOST).map(|line| format!("- {line}")).collect();
    format!("{}\n\n{}", t(key), points.join("\n"))
}

fn heard(about: &About) -> Vec<String> {
    let said = about.talk.filter(|talk| talk.asked.reflect_confirmed == Some(Said::Yes));
    let said = said.and_then(|talk| talk.asked.reflect_back.clone()).filter(|words| !words.trim().is_empty());
    let harm = &about.case.harm;
    let impacts = harm.impacts.iter().map(|impact| impact.words.clone());
    let deadline = harm.deadline.as_ref().map(|d| format!("{}: {}", d.what, about.at(d.at)));
    let mut lines: Vec<String> = vec![];
    for line in [said.unwrap_or_else(|| about.case.title.clone())].into_iter().chain(impacts).chain(deadline) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn dated(about: &About, words: &str, due: Timestamp) -> String {
    t_with("letters-by", &[("what", words.trim_end_matches('.').into()), ("at", about.at(due).into())])
}

fn our_step(about: &About, step: &PlanStep) -> String {
    let what = match step.state {
        StepState::Done => t_with("letters-done", &[("what", step.text.trim_end_matches('.').into())]),
        StepState::Open | StepState::Skipped => dated(about, &step.text, step.due),
    };
    let who = (about.name_of)(step);
    if who.is_empty() { what } else { format!("{what} ({who})") }
}

fn next_line(about: &About) -> String {
    match about.next {
        Some(at) => format!("{} {}", t_with("letters-next", &[("at", about.at(at).into())]), clock(about)),
        None => t_with("letters-next", &[("at", t("letters-next-gap").into_owned().into())]),
    }
}

/// A text that says when they hear from us again: the open place is filled, else the sentence is put before the names at its end. Nothing when it
/// says so already.
pub fn says_when(text: &str, next: Timestamp, zone: &TimeZone, language: Language) -> Option<String> {
    said_in(language, || {
        let at = moment(next, zone);
        if text.contains(&at) {
            return None;
        }
        let gap = t("letters-next-gap");
        if text.contains(&*gap) {
            return Some(text.replace(&*gap, &at));
        }
        let line = t_with("letters-next", &[("at", at.into())]);
        let begins = t_with("letters-next", &[("at", "|".into())]);
        let begins = begins.split('|').next().unwrap_or_default();
        // Another moment stood there.
        if let Some(said) = text.lines().find(|said| said.starts_with(begins)) {
            return Some(text.replacen(said, &line, 1));
        }
        let text = text.trim_end();
        Some(match text.rsplit_once("\n\n") {
            Some((before, names)) => format!("{before}\n\n{line}\n\n{names}"),
            None => format!("{text}\n\n{line}"),
        })
    })
}

/// The first open place of a text: what stands in square brackets on one line. The number of a case is none.
pub fn gap(text: &str) -> Option<&str> {
    text.lines().find_map(|line| {
        let mut rest = line;
        while let Some((_, after)) = rest.split_once('[') {
            let (inside, beyond) = after.split_once(']')?;
            let words = inside.trim();
            let is_number = words.parse::<CaseNumber>().is_ok() || words.chars().all(|c| c.is_ascii_digit());
            if !words.is_empty() && !is_number && inside.chars().count() <= GAP_AT_MOST {
                return Some(inside);
            }
            rest = beyond;
        }
        None
    })
}

#[cfg(test)]
#[path = "letters_tests.rs"]
mod tests;
