//! Reads the stories and tells them: each step becomes a command, with names and times in place of short words.
use super::firm::Names;
use super::{Unfilled, when};
use crate::act::{self, Asked, NotDone};
use crate::app::App;
use crate::foot;
use crate::say::Reader;
use casework::Case;
use casework::Command;
use casework::facts::Actor;
use casework::ids::{CaseNumber, ContactId, PersonId};
use casework::shape::{Field, Shape};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use store::facts::CaseRef;

/// Stories in the file, and steps of one.
const STORIES_AT_MOST: usize = 60;
const STEPS_AT_MOST: usize = 60;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// What a command is filled with when the step leaves it out.
    usual: HashMap<String, Map<String, Value>>,
    story: Vec<Written>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    account: String,
    contact: String,
    by: String,
    step: Vec<WrittenStep>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStep {
    at: String,
    #[serde(rename = "do")]
    word: String,
    by: Option<String>,
    #[serde(default, rename = "with")]
    fields: Map<String, Value>,
}

/// One trouble.
pub struct Tale {
    pub name: String,
    pub account: String,
    pub contact: String,
}
/// One command at its time.
pub struct Step {
    pub at: Timestamp,
    pub word: String,
    pub by: String,
    pub fields: Map<String, Value>,
    /// The name of the case that opens beside it.
    pub beside: Option<String>,
}
/// Tales with their steps, and what a command is filled with when a step leaves it out.
pub struct Read {
    pub tales: Vec<(Tale, Vec<Step>)>,
    pub usual: HashMap<String, Map<String, Value>>,
}

/// The stories with their steps in order; never in the future, and a step never before the one before it.
pub fn read(text: &str, now: Timestamp) -> Result<Read, Unfilled> {
    let odd = |what: String| Unfilled::Story(what);
    let file: File = toml::from_str(text).map_err(|e| odd(e.to_string()))?;
    if file.story.len() > STORIES_AT_MOST || file.story.iter().any(|s| s.step.len() > STEPS_AT_MOST) {
        return Err(odd("too long".into()));
    }
    let mut tales = vec![];
    for written in file.story {
        let (mut steps, mut earliest) = (vec![], Timestamp::MIN);
        for step in written.step {
            let at = when::step(&step.at, now).ok_or_else(|| odd(format!("{}: {}", written.name, step.at)))?;
            let at = at.max(earliest).min(now);
            earliest = at.checked_add(SignedDuration::from_secs(40)).unwrap_or(at);
            let mut fields = file.usual.get(&step.word).cloned().unwrap_or_default();
            fields.extend(step.fields);
            let by = step.by.unwrap_or_else(|| written.by.clone());
            steps.push(Step { at, word: step.word, by, fields, beside: None });
        }
        tales.push((Tale { name: written.name, account: written.account, contact: written.contact }, steps));
    }
    Ok(Read { tales, usual: file.usual })
}

/// The stories told so far.
pub struct Book<'a> {
    pub app: &'a App,
    pub names: Names,
    pub now: Timestamp,
    pub cases: HashMap<String, CaseNumber>,
}

impl Book<'_> {
    /// Asks the command of a step.
    pub async fn tell(&mut self, tale: &Tale, step: &Step) -> Result<(), Unfilled> {
        let by = Actor::Person(PersonId(self.names.id(&step.by).ok_or_else(|| self.odd(tale, step, &step.by))?));
        let case = match self.cases.get(&tale.name) {
            Some(number) => {
                let number = *number;
                self.app.db.read(move |conn| store::cases::by_number(conn, number)).await?.map(|kept| kept.case)
            }
            None => None,
        };
        let end = self.end_of_a_message(tale, step, case.as_ref()).await?;
        let command = self.command(tale, step, case.as_ref(), end)?;
        let came = match (command, case) {
            (Command::OpenCase(open), None) => act::open(self.app, by, self.app.new_request(), *open).await,
            (command, Some(case)) => act::act(self.app, by, CaseRef::Id(case.id), Asked::new(self.app, command)).await,
            (_, None) => return Err(self.odd(tale, step, "the first step opens the case")),
        };
        match came {
            Ok(done) => {
                self.cases.insert(tale.name.clone(), done.number);
                if let Some((name, number)) = step.beside.clone().zip(done.other) {
                    self.cases.insert(name, number);
                }
                Ok(())
            }
            Err(NotDone::Fault(fault)) => Err(fault.into()),
            Err(NotDone::Refused(refusal)) => {
                let (zone, contacts, accounts) = (when::zone(), HashMap::new(), HashMap::new());
                let reader = Reader {
                    firm: &self.app.firm(),
                    contacts: &contacts,
                    accounts: &accounts,
                    zone: &zone,
                    now: self.app.now(),
                };
                let why = format!("{} ({} {:?})", reader.refusal(&refusal), refusal.code, refusal.field);
                Err(Unfilled::Refused { story: tale.name.clone(), word: step.word.clone(), why })
            }
        }
    }

    fn odd(&self, tale: &Tale, step: &Step, what: &str) -> Unfilled {
        Unfilled::Story(format!("{}, {}: {what}", tale.name, step.word))
    }

    /// What the form of a message ends with, and so each of theirs; the stories hold the words alone (S212).
    async fn end_of_a_message(
        &self,
        tale: &Tale,
        step: &Step,
        case: Option<&Case>,
    ) -> Result<Option<String>, Unfilled> {
        let (Some(case), "record-message") = (case, step.word.as_str()) else { return Ok(None) };
        let word = step.fields.get("to").and_then(Value::as_str).unwrap_or("them");
        let to = if word == "them" { self.names.id(&tale.contact) } else { self.names.id(word) };
        let Some((by, to)) = self.names.id(&step.by).zip(to) else { return Ok(None) };
        let (firm, case, url, now) = (self.app.firm(), case.clone(), self.app.public_url().to_owned(), self.app.now());
        let read =
            move |conn: &store::Conn| foot::of_case(conn, &firm, &case, (PersonId(by), ContactId(to)), &url, now);
        Ok(self.app.db.read(read).await?)
    }

    fn command(&self, tale: &Tale, step: &Step, case: Option<&Case>, end: Option<String>) -> Result<Command, Unfilled> {
        let Some(Shape::Object(_, fields)) = Command::shape_of(&step.word) else {
            return Err(self.odd(tale, step, "no such command"));
        };
        let meant = Meant { book: self, tale, at: step.at, case };
        let mut value = meant.object(&step.fields, &fields);
        if let (Some(end), Some(text)) = (end, step.fields.get("text").and_then(Value::as_str)) {
            value["text"] = json!(format!("{text}\n\n{end}"));
        }
        match Command::read(&step.word, value.clone()) {
            Some(Ok(command)) => Ok(command),
            Some(Err(problem)) => Err(self.odd(tale, step, &format!("{problem} in {value}"))),
            None => Err(self.odd(tale, step, "no such command")),
        }
    }
}

/// Puts ids and times in place of short words, guided by what each field holds.
struct Meant<'a> {
    book: &'a Book<'a>,
    tale: &'a Tale,
    at: Timestamp,
    case: Option<&'a Case>,
}

impl Meant<'_> {
    fn object(&self, said: &Map<String, Value>, fields: &[Field]) -> Value {
        let shape = |name: &str| fields.iter().find(|f| f.name == name).map(|f| &f.shape);
        let read = |(name, value): (&String, &Value)| {
            (name.clone(), shape(name).map_or(value.clone(), |shape| self.value(value, shape)))
        };
        Value::Object(said.iter().map(read).collect())
    }

    fn value(&self, said: &Value, shape: &Shape) -> Value {
        match (shape, said) {
            (Shape::Optional(inner), _) => self.value(said, inner),
            (Shape::List(inner), Value::Array(all)) => all.iter().map(|one| self.value(one, inner)).collect(),
            (Shape::List(inner), Value::String(word)) if **inner == Shape::Id => json!(self.all(word)),
            (Shape::Object(_, fields), Value::Object(map)) => self.object(map, fields),
            (Shape::Time, Value::String(word)) => json!(when::inside(word, self.at, self.book.now)),
            (Shape::Date, Value::String(word)) => json!(when::day(word, self.at, self.book.now)),
            (Shape::Id, Value::String(word)) => json!(self.id(word)),
            (Shape::Integer, Value::String(word)) => json!(self.book.cases.get(word)),
            _ => said.clone(),
        }
    }

    /// `them` is the story's contact, `us` its account; `option 1` the first option laid out; else somebody's short name.
    fn id(&self, word: &str) -> Option<uuid::Uuid> {
        match word {
            "account" => return self.book.names.id(&self.tale.account),
            "them" => return self.book.names.id(&self.tale.contact),
            _ => {}
        }
        if let Some((family, number)) = word.split_once(' ') {
            let number: usize = number.parse().ok()?;
            return self.all(family).get(number.checked_sub(1)?).copied();
        }
        self.book.names.id(word)
    }

    /// Every option, step, concern … of the case, in order.
    fn all(&self, family: &str) -> Vec<uuid::Uuid> {
        let Some(case) = self.case else { return vec![] };
        match family {
            "option" => case.options.iter().map(|o| o.id.0).collect(),
            "step" => case.plan.iter().flat_map(|p| &p.steps).map(|s| s.id.0).collect(),
            "concern" => case.concerns.iter().map(|c| c.id.0).collect(),
            "question" => case.questions.iter().map(|q| q.id.0).collect(),
            "promise" => case.open_promises().map(|p| p.id.0).collect(),
            "talk" => case.talks.iter().map(|t| t.id.0).collect(),
            "amends" => case.amends.iter().map(|a| a.id.0).collect(),
            "row" => case.inside.rows.iter().map(|r| r.id.0).collect(),
            "why" => case.inside.whys.iter().map(|w| w.id.0).collect(),
            "cause" => case.inside.causes.iter().map(|c| c.id.0).collect(),
            "action" => case.inside.actions.iter().map(|a| a.id.0).collect(),
            "escalation" => case.open_escalations().map(|e| e.id.0).collect(),
            _ => vec![],
        }
    }
}
