//! An organisation's own file: rules switched off or of another level, exceptions for one rule and one phrase, words, lists, and rules
//! of its own. It changes the packs before they are compiled, so that nothing else has to know of it.
mod edit;

use super::{Gathered, Pack, Source, at_line, examples, hint, place};
use crate::checks::OWN_WORDS;
use crate::rule::{Level, Owned, Written};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::{Spanned, Value};

/// Bytes of a file; more is a pack.
pub const BYTES_AT_MOST: usize = 128 * 1024;
/// Exceptions of one rule; more says that the rule is better switched off.
const EXCEPTIONS_AT_MOST: usize = 200;
/// Words of each kind.
const WORDS_AT_MOST: usize = 2000;
/// The checks that know short forms, by name, and those of words of the house.
const OF_GLOSSARY: [&str; 2] = ["unknown_short_form", "all_capitals"];
const OF_JARGON: [&str; 1] = ["jargon"];
const OF_INTERNAL: [&str; 1] = ["internal_words"];

/// The file, read; whether it fits the packs is seen when it is put into them.
#[derive(Clone, Debug, Default)]
pub struct Own {
    changes: Vec<(String, String, Change)>,
    words: Words,
    lists: BTreeMap<String, (String, BTreeMap<String, Vec<String>>)>,
    rules: Vec<(String, Written)>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Shape {
    /// The language of rules that do not say their own.
    lang: String,
    /// Its name and its count, for people: so that a file of a pack is an own file as it is.
    #[serde(rename = "pack")]
    _pack: String,
    #[serde(rename = "version")]
    _version: u32,
    rules: BTreeMap<String, Spanned<Change>>,
    words: Words,
    lists: BTreeMap<String, Spanned<BTreeMap<String, Vec<String>>>>,
    rule: Vec<Spanned<Written>>,
}

/// What one rule of the packs becomes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Change {
    off: bool,
    level: Option<Level>,
    except: Vec<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Words {
    /// Short forms that every customer knows.
    glossary: Vec<String>,
    /// Words that only we use.
    jargon: Vec<String>,
    /// What must never leave the house.
    internal: Vec<String>,
}

impl Own {
    /// # Errors
    /// `file:line: what is wrong, and what to write instead`.
    pub fn parse(source: &Source) -> Result<Self, String> {
        if source.text.len() > BYTES_AT_MOST {
            return Err(format!("{}: longer than {} KB", source.name, BYTES_AT_MOST / 1024));
        }
        let shape: Shape = toml::from_str(source.text).map_err(|odd| at_line(source, &odd))?;
        let at = |start: usize| {
            let line = source.text.get(..start).unwrap_or("").matches('\n').count() + 1;
            format!("{}:{line}", source.name)
        };
        let mut own = Self { words: shape.words, ..Self::default() };
        own.words.check(source)?;
        for (id, change) in shape.rules {
            let place = format!("{}: {id}", at(change.span().start));
            let change = change.into_inner();
            change.check().map_err(|problem| format!("{place}: {problem}"))?;
            own.changes.push((id, place, change));
        }
        for (lang, lists) in shape.lists {
            let place = at(lists.span().start);
            own.lists.insert(lang, (place, lists.into_inner()));
        }
        for rule in shape.rule {
            let block = at(rule.span().start);
            let mut rule = rule.into_inner();
            let place = if rule.id.is_empty() { block } else { place(source, &rule.id) };
            if rule.lang.is_empty() {
                rule.lang.clone_from(&shape.lang);
            }
            if rule.lang.is_empty() {
                return Err(format!("{place}: in which language? put lang = \"en\""));
            }
            may_be_theirs(&rule).map_err(|problem| format!("{place}: {problem}"))?;
            rule.own = Owned::Theirs;
            own.rules.push((place, rule));
        }
        Ok(own)
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.words.is_empty() && self.lists.is_empty() && self.rules.is_empty()
    }

    /// Puts it into the packs.
    ///
    /// # Errors
    /// The same, with what the packs do not know.
    pub fn put_into(&self, packs: &mut [Gathered]) -> Result<(), String> {
        for (id, place, change) in &self.changes {
            change.put_into(id, packs).map_err(|problem| format!("{place}: {problem}"))?;
        }
        for pack in packs.iter_mut() {
            self.words.put_into(pack);
        }
        for (lang, (place, lists)) in &self.lists {
            let pack = of_language(packs, lang).map_err(|problem| format!("{place}: {problem}"))?;
            for (name, words) in lists {
                pack.file.lists.entry(name.clone()).or_default().extend(words.iter().cloned());
                pack.list_places.insert(name.clone(), place.clone());
            }
        }
        for (place, rule) in &self.rules {
            let known = packs.iter().any(|p| p.file.rule.iter().any(|r| r.id == rule.id && r.own != Owned::Theirs));
            if known {
                return Err(format!("{place}: there is a rule {0} already; to change it write [rules.{0}]", rule.id));
            }
            let pack = of_language(packs, &rule.lang).map_err(|problem| format!("{place}: {problem}"))?;
            pack.places.push(place.clone());
            pack.file.rule.push(rule.clone());
        }
        Ok(())
    }

    /// Runs the examples of the rules that are theirs.
    ///
    /// # Errors
    /// The first example that does not do what its rule says.
    pub fn prove(&self, packs: &[Pack]) -> Result<(), String> {
        for (place, written) in &self.rules {
            let ready = packs.iter().find(|p| p.lang == written.lang).and_then(|p| Some((p, p.rule(&written.id)?)));
            let Some((pack, rule)) = ready else { continue };
            if let Some(failed) = examples::of_rule(pack, rule).first() {
                let said =
                    if failed.should_fire { "is to be found, and is not" } else { "is to be left alone, and is found" };
                return Err(format!("{place}: \"{}\" {said}; change find or the example", failed.text));
            }
        }
        Ok(())
    }
}

/// A rule of theirs has examples of both kinds and does not stop a message.
fn may_be_theirs(rule: &Written) -> Result<(), String> {
    if rule.level == Some(Level::Stop) {
        return Err(NO_STOP.to_owned());
    }
    let has = |texts: &[String], fires: bool| !texts.is_empty() || rule.scenarios.iter().any(|s| s.fires == fires);
    if !has(&rule.fires, true) {
        return Err("say on what it fires; put fires = [\"a sentence in which it is to be found\"]".to_owned());
    }
    if !has(&rule.silent, false) {
        return Err("say where it keeps still; put silent = [\"a sentence that is good as it is\"]".to_owned());
    }
    Ok(())
}

const NO_STOP: &str = "stop is kept for what is wrong in fact, against the channel rule or not ours to tell; put level = \"fix\", or a word that never leaves the house into [words] internal";

fn of_language<'a>(packs: &'a mut [Gathered], lang: &str) -> Result<&'a mut Gathered, String> {
    let known: Vec<String> = packs.iter().map(|p| p.lang().to_owned()).collect();
    let unknown = || format!("there is no pack for \"{lang}\"{}", hint::meant(lang, known.iter().map(String::as_str)));
    packs.iter_mut().find(|p| p.lang() == lang).ok_or_else(unknown)
}

impl Change {
    fn check(&self) -> Result<(), String> {
        if !self.off && self.level.is_none() && self.except.is_empty() {
            return Err(
                "this changes nothing; put off = true, level = \"consider\" or except = [\"the words\"]".to_owned()
            );
        }
        if self.off && (self.level.is_some() || !self.except.is_empty()) {
            return Err("it is off, so level and except say nothing; leave them away".to_owned());
        }
        if self.except.len() > EXCEPTIONS_AT_MOST {
            return Err(format!("more than {EXCEPTIONS_AT_MOST} exceptions; switch it off"));
        }
        Ok(())
    }

    fn put_into(&self, id: &str, packs: &mut [Gathered]) -> Result<(), String> {
        let mut met = false;
        let rules = packs.iter_mut().flat_map(|p| p.file.rule.iter_mut());
        for rule in rules.filter(|r| r.id == id) {
            met = true;
            self.change(rule)?;
        }
        if met {
            return Ok(());
        }
        let known: Vec<String> = packs.iter().flat_map(|p| p.file.rule.iter().map(|r| r.id.clone())).collect();
        Err(format!("there is no rule of this id{}", hint::meant(id, known.iter().map(String::as_str))))
    }

    fn change(&self, rule: &mut Written) -> Result<(), String> {
        let complains = !rule.say.is_empty() || rule.check.is_some() && rule.gives.is_none();
        if !complains {
            return Err("it complains of nothing; it only marks what other rules look for".to_owned());
        }
        if !rule.need.is_empty() && !self.off {
            return Err("it is a line of the checklist, with neither level nor phrases; put off = true".to_owned());
        }
        if self.off {
            rule.own = Owned::Off;
        }
        if let Some(level) = self.level {
            if level == Level::Stop && rule.level != Some(Level::Stop) {
                return Err(NO_STOP.to_owned());
            }
            rule.level = Some(level);
            rule.own = Owned::Level;
        }
        rule.except.extend(self.except.iter().cloned());
        Ok(())
    }
}

impl Words {
    fn is_empty(&self) -> bool {
        self.glossary.is_empty() && self.jargon.is_empty() && self.internal.is_empty()
    }

    fn check(&self, source: &Source) -> Result<(), String> {
        let all = [("glossary", &self.glossary), ("jargon", &self.jargon), ("internal", &self.internal)];
        let line = |name: &str| super::line(source, |l| l.starts_with(name));
        for (name, words) in all {
            if words.len() > WORDS_AT_MOST {
                return Err(format!("{}:{}: more than {WORDS_AT_MOST} words", source.name, line(name)));
            }
            if words.iter().any(|w| crate::phrase::cut(w).is_empty()) {
                return Err(format!(
                    "{}:{}: {name} has an entry without a word; leave it away",
                    source.name,
                    line(name)
                ));
            }
        }
        Ok(())
    }

    /// Each kind goes to the checks that ask for it, as a parameter.
    fn put_into(&self, pack: &mut Gathered) {
        for rule in &mut pack.file.rule {
            let Some(check) = rule.check.as_deref() else { continue };
            let words = match check {
                _ if OF_GLOSSARY.contains(&check) => &self.glossary,
                _ if OF_JARGON.contains(&check) => &self.jargon,
                _ if OF_INTERNAL.contains(&check) => &self.internal,
                _ => continue,
            };
            let words = words.iter().map(|w| Value::String(w.clone())).collect();
            rule.with.insert(OWN_WORDS.to_owned(), Value::Array(words));
        }
    }
}
