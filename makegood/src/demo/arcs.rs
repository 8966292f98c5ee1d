//! The tales of the year: each says how it goes by the name of an arc and brings its own words; here the two become steps.
use super::firm::{Names, Written as Firm};
use super::tale::{Step, Tale};
use super::{Unfilled, when};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::HashMap;

const ARCS: &str = include_str!("arcs.toml");
const YEAR: &str = include_str!("year.toml");
/// Tales in a year, and steps of one.
const TALES_AT_MOST: usize = 200;
const STEPS_AT_MOST: usize = 60;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arcs {
    /// Words of a tale that says nothing else.
    usual: Map<String, Value>,
    arc: Vec<Arc>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arc {
    name: String,
    /// The arc whose steps after its first one follow these.
    then_as: Option<String>,
    step: Vec<ArcStep>,
}
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArcStep {
    at: String,
    #[serde(rename = "do")]
    word: String,
    by: Option<String>,
    #[serde(default)]
    with: Map<String, Value>,
    /// What the case that opens beside it is called.
    beside: Option<String>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    tale: Vec<Written>,
}
#[derive(Deserialize)]
struct Written {
    arc: String,
    at: String,
    who: String,
    by: String,
    name: Option<String>,
    /// Steps of its own.
    #[serde(default)]
    step: Vec<ArcStep>,
    #[serde(flatten)]
    words: Map<String, Value>,
}

/// The tales with their steps up to now.
pub fn read(
    firm: &Firm,
    names: &Names,
    usual: &HashMap<String, Map<String, Value>>,
    now: Timestamp,
) -> Result<Vec<(Tale, Vec<Step>)>, Unfilled> {
    let arcs: Arcs = toml::from_str(ARCS).map_err(|e| Unfilled::Story(e.to_string()))?;
    let year: Year = toml::from_str(YEAR).map_err(|e| Unfilled::Story(e.to_string()))?;
    if year.tale.len() > TALES_AT_MOST {
        return Err(Unfilled::Story("too many tales".into()));
    }
    year.tale.iter().map(|written| one(&arcs, written, firm, names, usual, now)).collect()
}

fn one(
    arcs: &Arcs,
    written: &Written,
    firm: &Firm,
    names: &Names,
    usual: &HashMap<String, Map<String, Value>>,
    now: Timestamp,
) -> Result<(Tale, Vec<Step>), Unfilled> {
    let name = written.name.clone().unwrap_or_else(|| format!("{}, {} {}", written.arc, written.who, written.at));
    let odd = |what: &str| Unfilled::Story(format!("{name}: {what}"));
    let begins = when::step(&written.at, now).ok_or_else(|| odd(&written.at))?;
    let account = firm.customer.iter().find(|c| c.contact.iter().any(|contact| contact.short == written.who));
    let account = account.ok_or_else(|| odd("nobody of that name"))?;
    let told = Told { usual: &arcs.usual, written, firm, names, begins };
    let mut steps = vec![];
    for step in told.steps(arcs).ok_or_else(|| odd("no such arc"))? {
        let at = when::from_start(&step.at, begins).ok_or_else(|| odd(&step.at))?;
        let own = Value::Object(step.with);
        let filled = told.filled(&own).map_err(|word| odd(&format!("no word for {word} in {}", step.word)))?;
        let mut fields = usual.get(&step.word).cloned().unwrap_or_default();
        fields.extend(filled.as_object().cloned().unwrap_or_default());
        let by = step.by.unwrap_or_else(|| written.by.clone());
        let by = told.text(&by).map_err(|word| odd(&format!("nobody for {word}")))?;
        steps.push(Step { at, word: step.word, by, fields, beside: step.beside });
    }
    steps.sort_by_key(|step| step.at);
    // What lies ahead has not happened yet: this is how a trouble of this week is still open.
    steps.retain(|step| step.at <= now);
    Ok((Tale { name, account: account.short.clone(), contact: written.who.clone() }, steps))
}

/// One tale while its arc is filled with its words.
struct Told<'a> {
    usual: &'a Map<String, Value>,
    written: &'a Written,
    firm: &'a Firm,
    names: &'a Names,
    begins: Timestamp,
}

impl Told<'_> {
    fn steps(&self, arcs: &Arcs) -> Option<Vec<ArcStep>> {
        let find = |name: &str| arcs.arc.iter().find(|arc| arc.name == name);
        let arc = find(&self.written.arc)?;
        let mut steps = arc.step.clone();
        if let Some(name) = &arc.then_as {
            steps.extend(find(name)?.step.iter().skip(1).cloned());
        }
        steps.extend(self.written.step.iter().cloned());
        (steps.len() <= STEPS_AT_MOST).then_some(steps)
    }

    /// A value with every `{word}` put in; a time seen from the beginning becomes the moment it is.
    ///
    /// # Errors
    /// The word that nobody gave.
    fn filled(&self, value: &Value) -> Result<Value, String> {
        Ok(match value {
            Value::Object(all) => {
                Value::Object(all.iter().map(|(k, v)| Ok((k.clone(), self.filled(v)?))).collect::<Result<_, String>>()?)
            }
            Value::Array(all) => Value::Array(all.iter().map(|v| self.filled(v)).collect::<Result<_, _>>()?),
            Value::String(said) => match said.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                Some(word) if !word.contains('{') => self.word(word)?,
                _ => match when::from_start(said, self.begins) {
                    Some(at) => Value::String(format!("@{at}")),
                    None => Value::String(self.text(said)?),
                },
            },
            other => other.clone(),
        })
    }

    fn text(&self, said: &str) -> Result<String, String> {
        let mut text = String::with_capacity(said.len());
        let mut rest = said;
        while let Some((before, after)) = rest.split_once('{') {
            let (word, after) = after.split_once('}').ok_or_else(|| rest.to_owned())?;
            text.push_str(before);
            text.push_str(self.word(word)?.as_str().ok_or_else(|| word.to_owned())?);
            rest = after;
        }
        text.push_str(rest);
        Ok(text)
    }

    fn word(&self, word: &str) -> Result<Value, String> {
        let called = |short: &str| self.names.called.get(short).map(|name| Value::String(name.clone()));
        let known = match word {
            "hello" => called(&self.written.who),
            "sign" => called(&self.written.by),
            "their_name" => self.firm.contact_name(&self.written.who).map(|name| Value::String(name.to_owned())),
            _ => self.written.words.get(word).or_else(|| self.usual.get(word)).cloned(),
        };
        known.ok_or_else(|| word.to_owned())
    }
}
