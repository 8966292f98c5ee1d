//! A pack: the rules of one language, from its TOML files to programs. What is wrong in a file is said in one line with its place.
mod examples;
mod hint;
mod own;

pub use examples::{Failed, examples, fired};
pub use hint::{meant, nearest};
pub use own::Own;

use crate::checks;
use crate::condition::Condition;
use crate::grammar::{self, Grammar, Roles};
use crate::matcher::{Index, Program};
use crate::phrase::{self, Known};
use crate::rule::{Level, MarkerId, Rule, Written};
use crate::spans::TypeSets;
use crate::vocabulary::{ClassId, Classes, SetId, Vocabulary};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Lists may name lists; deeper than this nobody reads them any more.
const LIST_LEVELS: usize = 4;
/// Letters of what a rule says; more does not fit beside a text.
const SAY_AT_MOST: usize = 160;
/// Rules of a pack.
const RULES_AT_MOST: usize = 2000;

/// Whose phrase it is, and what for.
#[derive(Clone, Debug)]
pub struct PhraseOf {
    pub rule: usize,
    pub role: PhraseRole,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhraseRole {
    /// What the rule looks for.
    Find,
    /// What excuses a sentence.
    Unless,
    /// Words on which the rule keeps still.
    Except,
    /// What has a plain twin that fits where it stands.
    Swap(String),
    /// What has a plain twin that somebody has to fit in: it stands for several forms, or is more than one way.
    Like(String),
}

/// One file of a pack: its name, for what is said about it, and its text.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    pub name: &'a str,
    pub text: &'a str,
}

/// One file, as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    pack: String,
    lang: String,
    version: u32,
    lists: BTreeMap<String, Vec<String>>,
    grammar: Option<Grammar>,
    rule: Vec<Written>,
}

/// A pack that is ready to read texts.
pub struct Pack {
    pub lang: String,
    pub rules: Vec<Rule>,
    pub grammar: Grammar,
    pub markers: Vec<String>,
    pub words: Vocabulary,
    pub roles: Roles,
    pub types: TypeSets,
    /// Lists with entries of several words, each level after the lists it names.
    pub lists: Vec<Index>,
    /// The set of each list, by the number that its programs carry.
    pub list_sets: Vec<SetId>,
    /// Programs of rules, by the phrase that each stands for.
    pub index: Index,
    pub phrases: Vec<PhraseOf>,
    pub by_id: HashMap<String, usize>,
}

/// The files of one pack, read and not yet compiled.
#[derive(Default)]
pub struct Gathered {
    file: File,
    /// Where each rule stands, for what is said about it.
    places: Vec<String>,
    /// Where each list stands.
    list_places: BTreeMap<String, String>,
}

impl Gathered {
    /// # Errors
    /// `file:line: what is wrong`, one sentence.
    pub fn of(sources: &[Source]) -> Result<Self, String> {
        let mut all = Self::default();
        for source in sources {
            all.add(source)?;
        }
        Ok(all)
    }

    fn add(&mut self, source: &Source) -> Result<(), String> {
        let file: File = toml::from_str(source.text).map_err(|odd| at_line(source, &odd))?;
        let all = &mut self.file;
        if !all.lang.is_empty() && file.lang != all.lang {
            return Err(format!("{}: lang = \"{}\", and the other files are \"{}\"", source.name, file.lang, all.lang));
        }
        all.lang = file.lang;
        for (name, words) in file.lists {
            let place = place_of_list(source, &name);
            if all.lists.insert(name.clone(), words).is_some() {
                return Err(format!("{place}: there are two lists <{name}>; add to the first one"));
            }
            self.list_places.insert(name, place);
        }
        if let Some(grammar) = file.grammar {
            all.grammar = Some(grammar);
        }
        let mut lines = source.text.lines().enumerate();
        for rule in file.rule {
            // Rules stand in their order: each is looked for behind the one before.
            let line = lines.find(|(_, line)| is_id(line, &rule.id)).map(|(at, _)| at + 1);
            let place = line.map_or_else(|| place(source, &rule.id), |line| said_place(source, line, &rule.id));
            if !rule.lang.is_empty() && rule.lang != all.lang {
                return Err(format!(
                    "{place}: lang = \"{}\" in a pack of \"{}\"; put it into that folder",
                    rule.lang, all.lang
                ));
            }
            self.places.push(place);
            all.rule.push(rule);
        }
        Ok(())
    }

    pub fn lang(&self) -> &str {
        &self.file.lang
    }

    /// # Errors
    /// The same.
    pub fn compile(self) -> Result<Pack, String> {
        compile(self)
    }
}

impl Pack {
    /// # Errors
    /// `file:line: what is wrong`, one sentence.
    pub fn load(sources: &[Source]) -> Result<Self, String> {
        Gathered::of(sources)?.compile()
    }

    pub fn marker(&self, name: &str) -> Option<MarkerId> {
        self.markers.iter().position(|m| m == name).map(|at| MarkerId(at as u16))
    }

    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.by_id.get(id).map(|at| &self.rules[*at])
    }
}

/// `file:line: message`, without the text of the file.
fn at_line(source: &Source, odd: &toml::de::Error) -> String {
    let at = odd.span().map_or(0, |span| span.start).min(source.text.len());
    let line = source.text.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
    let said = odd.message().lines().next().unwrap_or("not TOML");
    let said = hint::plain(said);
    let hint = if said.contains("newline") || said.contains("expected nothing") {
        "; put each \"key = value\" on its own line"
    } else {
        ""
    };
    format!("{}:{line}: {said}{hint}", source.name)
}

/// Where the block of a rule stands.
fn place(source: &Source, id: &str) -> String {
    said_place(source, line(source, |l| is_id(l, id)), id)
}

fn said_place(source: &Source, line: usize, id: &str) -> String {
    format!("{}:{line}: {id}", source.name)
}

fn is_id(line: &str, id: &str) -> bool {
    let value = line.trim_start().strip_prefix("id").and_then(|rest| rest.trim_start().strip_prefix('='));
    value
        .and_then(|v| v.trim_start().strip_prefix('"'))
        .and_then(|v| v.strip_prefix(id))
        .is_some_and(|v| v.starts_with('"'))
}

fn place_of_list(source: &Source, name: &str) -> String {
    let is_it = |l: &str| l.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='));
    format!("{}:{}", source.name, line(source, is_it))
}

fn line(source: &Source, is_it: impl Fn(&str) -> bool) -> usize {
    source.text.lines().position(|l| is_it(l.trim_start())).map_or(1, |at| at + 1)
}

fn compile(gathered: Gathered) -> Result<Pack, String> {
    let Gathered { file, places, list_places } = gathered;
    if file.rule.len() > RULES_AT_MOST {
        return Err(format!("more than {RULES_AT_MOST} rules"));
    }
    let grammar = file.grammar.unwrap_or_default();
    let mut classes = Classes::default();
    let wanted = grammar::wanted(&grammar, &mut classes)?;
    let known = Known(&file.lists);
    let levels = levels(&file.lists)?;
    let mut list_programs: Vec<Vec<Program>> = vec![vec![]; LIST_LEVELS];
    let names: Vec<&String> = file.lists.keys().collect();
    for (at, name) in names.iter().enumerate() {
        for phrase in &file.lists[*name] {
            let ways = phrase::into_list(phrase, name, &known, &mut classes).map_err(|e| {
                let place = list_places.get(*name).map(String::as_str).unwrap_or_default();
                format!("{place}: list <{name}>: {e}")
            })?;
            let level = levels[*name];
            list_programs[level].extend(ways.into_iter().map(|steps| Program { steps, of: at as u32 }));
        }
    }
    let mut programs = vec![];
    let mut phrases = vec![];
    for (at, rule) in file.rule.iter().enumerate() {
        for (phrase, role) in phrases_of(rule) {
            let ways = phrase::programs(phrase, &known, &mut classes).map_err(|e| format!("{}: {e}", places[at]))?;
            let of = phrases.len() as u32;
            programs.extend(ways.into_iter().map(|steps| Program { steps, of }));
            phrases.push(PhraseOf { rule: at, role });
        }
    }
    let breadths = classes.breadths(&grammar.common);
    let breadth = |class: ClassId| breadths[class.0 as usize];
    let lists = list_programs.iter().map(|level| Index::new(level, breadth)).collect();
    let index = Index::new(&programs, breadth);
    let words = classes.build();
    let (markers, rules) = ready(file.rule, &places)?;
    let by_id = rules.iter().enumerate().map(|(at, r)| (r.id().to_owned(), at)).collect();
    Ok(Pack {
        lang: file.lang,
        rules,
        markers,
        roles: Roles::new(wanted, &words),
        types: TypeSets::new(&words),
        list_sets: names.iter().map(|name| words.span_set(name)).collect(),
        grammar,
        words,
        lists,
        index,
        phrases,
        by_id,
    })
}

fn phrases_of(rule: &Written) -> impl Iterator<Item = (&str, PhraseRole)> {
    let find = rule.find.iter().map(|p| (p.as_str(), PhraseRole::Find));
    let unless = rule.unless.iter().map(|p| (p.as_str(), PhraseRole::Unless));
    let except = rule.except.iter().map(|p| (p.as_str(), PhraseRole::Except));
    let swap = rule.swap.iter().map(|(p, twin)| {
        let fits = !p.contains('*') && !twin.contains(',');
        (p.as_str(), if fits { PhraseRole::Swap(twin.clone()) } else { PhraseRole::Like(twin.clone()) })
    });
    find.chain(unless).chain(except).chain(swap)
}

/// How many lists stand below each.
fn levels(lists: &BTreeMap<String, Vec<String>>) -> Result<BTreeMap<String, usize>, String> {
    let mut levels: BTreeMap<String, usize> = lists.keys().map(|name| (name.clone(), 0)).collect();
    for round in 0..=LIST_LEVELS {
        let mut moved = false;
        for (name, phrases) in lists {
            let below = phrases.iter().flat_map(|p| p.split('<').skip(1)).filter_map(|p| p.split('>').next());
            let level = below.filter_map(|b| levels.get(b)).map(|l| l + 1).max().unwrap_or(0);
            if level > levels[name] {
                levels.insert(name.clone(), level);
                moved = true;
            }
            if level >= LIST_LEVELS || (round == LIST_LEVELS && moved) {
                return Err(format!("list <{name}> names itself, or lists within lists go deeper than {LIST_LEVELS}"));
            }
        }
        if !moved {
            break;
        }
    }
    Ok(levels)
}

/// Rules with their markers as numbers, and everything that a phrase alone does not show refused.
fn ready(written: Vec<Written>, places: &[String]) -> Result<(Vec<String>, Vec<Rule>), String> {
    let given: BTreeSet<String> = written.iter().filter_map(|r| r.gives.clone()).collect();
    let markers: Vec<String> = given.into_iter().collect();
    let mut rules = vec![];
    let mut ids = BTreeSet::new();
    let named: BTreeSet<String> = written.iter().map(|r| r.id.clone()).collect();
    for (rule, place) in written.into_iter().zip(places) {
        if !ids.insert(rule.id.clone()) {
            return Err(format!("{place}: there are two rules of this id"));
        }
        let rule = one(rule, &markers, &named).map_err(|problem| format!("{place}: {problem}"))?;
        rules.push(rule);
    }
    Ok((markers, rules))
}

fn one(written: Written, markers: &[String], ids: &BTreeSet<String>) -> Result<Rule, String> {
    let marker = |name: &String| {
        let at = markers.binary_search(name).map_err(|_| {
            format!("no rule gives the marker \"{name}\"{}", hint::meant(name, markers.iter().map(String::as_str)))
        })?;
        Ok::<_, String>(MarkerId(at as u16))
    };
    let all = |names: &[String]| names.iter().map(marker).collect::<Result<Vec<_>, _>>();
    let finds = !written.find.is_empty() || !written.swap.is_empty();
    let kinds = [finds, !written.need.is_empty(), written.check.is_some()];
    if kinds.iter().filter(|k| **k).count() != 1 {
        return Err("a rule has exactly one of find (or swap), need and check; put find = [\"the words\"]".to_owned());
    }
    if written.id.is_empty() {
        return Err("a rule has an id; put id = \"OUR01\"".to_owned());
    }
    if written.say.is_empty() && written.gives.is_none() && written.check.is_none() {
        return Err("a rule says something or gives a marker; put say = \"what to do instead\"".to_owned());
    }
    if written.say.chars().count() > SAY_AT_MOST {
        return Err(format!("say is longer than {SAY_AT_MOST} letters; put the reason into why"));
    }
    if let Some(unknown) = written.silences.iter().chain(&written.because).find(|id| !ids.contains(*id)) {
        return Err(format!("there is no rule {unknown}{}", hint::meant(unknown, ids.iter().map(String::as_str))));
    }
    let check = match &written.check {
        None => None,
        Some(name) => Some(checks::by_name(name).ok_or_else(|| {
            let names = checks::CHECKS.iter().map(|(name, _)| *name);
            format!("there is no check \"{name}\"{}", hint::meant(name, names))
        })?),
    };
    Ok(Rule {
        level: written.level.unwrap_or(Level::Consider),
        when: written.when.iter().map(|said| Condition::parse(said)).collect::<Result<_, _>>()?,
        gives: written.gives.as_ref().map(marker).transpose()?,
        need: all(&written.need)?,
        weak: all(&written.weak)?,
        unless_marker: all(&written.unless_marker)?,
        unless_all: all(&written.unless_all)?,
        with_marker: all(&written.with_marker)?,
        check,
        written,
    })
}
