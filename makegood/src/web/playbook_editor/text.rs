//! A playbook written as text: read line by line, and for each line that cannot be taken what to write instead.
use crate::web::forms;
use crate::words::{Words, t, t_with};
use casework::Command;
use casework::kinds::{Origin, Reaction, TroubleKind};
use casework::need::Need;
use casework::parts::Said;
use casework::playbook::{Flaw, Playbook, PlaybookStep, is_key};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Lines told at once; with them mended the others come.
const PROBLEMS_AT_MOST: usize = 20;
/// Words that are listed when none is near.
const LISTED_AT_MOST: usize = 12;

const WHOLE: [&str; 8] = ["name", "version", "title", "source", "origins", "kinds", "overlay", "steps"];
const OF_A_STEP: [&str; 5] = ["no", "title", "needs", "act", "after"];

/// What is wrong in a line, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub line: usize,
    pub words: String,
}

/// A text that was understood.
#[derive(Debug)]
pub struct Read {
    /// As the text calls it; an import may bring it.
    pub name: Option<String>,
    pub playbook: Playbook,
    whole: BTreeMap<String, usize>,
    steps: Vec<(usize, BTreeMap<String, usize>)>,
}

impl Read {
    /// The line that a flaw stands in.
    pub fn line_of(&self, flaw: &Flaw) -> usize {
        match flaw.step.and_then(|at| self.steps.get(at)) {
            Some((heading, fields)) => fields.get(flaw.field).copied().unwrap_or(*heading),
            None => self.whole.get(flaw.field).copied().unwrap_or(1),
        }
    }
}

/// Reads a text.
///
/// # Errors
/// Every line that cannot be taken, at most [`PROBLEMS_AT_MOST`].
pub fn read(text: &str) -> Result<Read, Vec<Problem>> {
    let (table, odd) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, problems: vec![] };
    for problem in odd {
        let words = problem.message().lines().next().unwrap_or_default().to_owned();
        reader.wrong(problem.span().unwrap_or(0..0), t_with("playbooks-text-not-toml", &[("problem", words.into())]));
    }
    // What a broken line leaves behind would be told twice.
    let read = if reader.problems.is_empty() { Some(reader.whole(table.get_ref())) } else { None };
    reader.problems.sort_by_key(|problem| problem.line);
    reader.problems.truncate(PROBLEMS_AT_MOST);
    read.filter(|_| reader.problems.is_empty()).ok_or(reader.problems)
}

struct Reader<'t> {
    text: &'t str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> usize {
        self.text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
    }
    fn wrong(&mut self, span: Range<usize>, words: String) {
        let line = self.line(span.start);
        self.problems.push(Problem { line, words });
    }

    fn whole(&mut self, table: &DeTable<'_>) -> Read {
        let mut read = Read { name: None, playbook: blank(), whole: BTreeMap::new(), steps: vec![] };
        for (key, value) in table {
            read.whole.insert(key.get_ref().to_string(), self.line(key.span().start));
            let playbook = &mut read.playbook;
            match key.get_ref().as_ref() {
                "name" => read.name = self.string("name", value),
                // Counted by whoever keeps it.
                "version" => {}
                "title" => playbook.title = self.string("title", value),
                "source" => playbook.source = self.string("source", value).unwrap_or_default(),
                "origins" => playbook.origins = self.words("origins", value, Origin::WORDS, Origin::from_word),
                "kinds" => playbook.kinds = self.words("kinds", value, TroubleKind::WORDS, TroubleKind::from_word),
                "overlay" => playbook.overlay = self.yes_or_no(value),
                "steps" => self.steps(value, &mut read),
                other => self.no_such(other, key.span(), &WHOLE),
            }
        }
        read
    }

    fn steps(&mut self, value: &Spanned<DeValue<'_>>, read: &mut Read) {
        let DeValue::Array(all) = value.get_ref() else {
            return self.wrong(value.span(), t("playbooks-text-steps").into_owned());
        };
        for one in all {
            let DeValue::Table(table) = one.get_ref() else {
                self.wrong(one.span(), t("playbooks-text-steps").into_owned());
                continue;
            };
            let (mut step, mut lines) = (blank_step(), BTreeMap::new());
            for (key, value) in table {
                lines.insert(key.get_ref().to_string(), self.line(key.span().start));
                match key.get_ref().as_ref() {
                    "no" => step.no = self.string("no", value).unwrap_or_default(),
                    "title" => step.title = self.step_title(value),
                    "needs" => step.needs = self.words("needs", value, Need::WORDS, Need::from_word),
                    "act" => step.act = self.act(value),
                    "after" => step.after = self.words("after", value, Reaction::WORDS, Reaction::from_word),
                    other => self.no_such(other, key.span(), &OF_A_STEP),
                }
            }
            read.steps.push((self.line(one.span().start), lines));
            read.playbook.steps.push(step);
        }
    }

    fn string(&mut self, field: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(words) => Some(words.to_string()),
            _ => {
                let raw = self.text.get(value.span()).unwrap_or_default().trim().to_owned();
                let parts = [("field", field.to_owned().into()), ("value", raw.into())];
                self.wrong(value.span(), t_with("playbooks-text-quotes", &parts));
                None
            }
        }
    }

    /// A title that looks like one of the program must be one.
    fn step_title(&mut self, value: &Spanned<DeValue<'_>>) -> String {
        let title = self.string("title", value).unwrap_or_default();
        if is_key(&title) && !Words::spoken().knows(&title) {
            self.wrong(value.span(), t_with("playbooks-text-no-title", &[("title", title.as_str().into())]));
        }
        title
    }

    fn act(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let act = self.string("act", value)?;
        if !Command::WORDS.contains(&act.as_str()) {
            self.no_word(&act, value.span(), "act", forms::WORDS);
        }
        Some(act)
    }

    fn yes_or_no(&mut self, value: &Spanned<DeValue<'_>>) -> Said {
        match self.string("overlay", value).as_deref() {
            Some("yes") => Said::Yes,
            Some("no") | None => Said::No,
            Some(other) => {
                self.no_word(other, value.span(), "overlay", &["yes", "no"]);
                Said::No
            }
        }
    }

    fn words<T: PartialEq>(
        &mut self,
        field: &str,
        value: &Spanned<DeValue<'_>>,
        known: &[&str],
        of: fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let DeValue::Array(all) = value.get_ref() else {
            let parts = [("field", field.to_owned().into()), ("example", known[0].into())];
            self.wrong(value.span(), t_with("playbooks-text-list", &parts));
            return vec![];
        };
        let mut found = vec![];
        for one in all {
            let Some(word) = self.string(field, one) else { continue };
            match of(&word) {
                Some(known) if !found.contains(&known) => found.push(known),
                Some(_) => {}
                None => self.no_word(&word, one.span(), field, known),
            }
        }
        found
    }

    fn no_such(&mut self, field: &str, span: Range<usize>, known: &[&str]) {
        let parts = [("field", field.to_owned().into()), ("instead", instead(field, known).into())];
        self.wrong(span, t_with("playbooks-text-no-field", &parts));
    }

    fn no_word(&mut self, word: &str, span: Range<usize>, field: &str, known: &[&str]) {
        let parts = [
            ("word", word.to_owned().into()),
            ("field", field.to_owned().into()),
            ("instead", instead(word, known).into()),
        ];
        self.wrong(span, t_with("playbooks-text-no-word", &parts));
    }
}

/// A playbook of which nothing is known yet.
pub fn blank() -> Playbook {
    Playbook {
        name: String::new(),
        version: 0,
        title: None,
        source: String::new(),
        origins: vec![],
        kinds: vec![],
        overlay: Said::No,
        steps: vec![],
    }
}

pub fn blank_step() -> PlaybookStep {
    PlaybookStep { no: String::new(), title: String::new(), needs: vec![], act: None, after: vec![] }
}

/// What to write instead: the nearest of the known words, else all of them where they are few.
fn instead(word: &str, known: &[&str]) -> String {
    if let Some(near) = proofread::nearest(word, known) {
        return format!("“{near}”");
    }
    // The longest beginning or part in common still helps a person who nearly knew it.
    let parts: Vec<&str> = word.split(['_', '-', ' ']).filter(|part| part.len() > 3).collect();
    let alike = known.iter().filter(|one| parts.iter().any(|part| one.contains(part)));
    let mut listed: Vec<String> = alike.take(LISTED_AT_MOST).map(|one| format!("“{one}”")).collect();
    if listed.is_empty() && known.len() <= LISTED_AT_MOST {
        listed = known.iter().map(|one| format!("“{one}”")).collect();
    }
    if listed.is_empty() { t("playbooks-text-in-the-form").into_owned() } else { listed.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<(usize, String)> {
        read(text).err().unwrap_or_default().into_iter().map(|p| (p.line, p.words)).collect()
    }

    #[test]
    fn every_shipped_file_is_read_as_it_is() {
        for playbook in store::playbooks::built_in().iter() {
            let read = read(&playbook.written()).expect("no problem");
            assert_eq!(read.name.as_deref(), Some(playbook.name.as_str()));
            let same = Playbook { name: playbook.name.clone(), version: playbook.version, ..read.playbook };
            assert_eq!(&same, playbook);
        }
    }

    #[test]
    fn each_line_says_what_to_write_instead() {
        let text = "title = \"Late\"\nsorce = \"\"\nkinds = \"delay\"\n\n[[steps]]\nno = 1\ntitle = \"Tell\"\nneeds = [\"voise\", \"talk\"]\nact = \"record-conversaton\"\n";
        let found = problems(text);
        let lines: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 3, 6, 8, 8, 9]);
        assert!(found[0].1.contains("“source”"), "{}", found[0].1);
        assert!(found[1].1.contains("[\"delay\"]"), "{}", found[1].1);
        assert!(found[2].1.contains("no = \"1\""), "{}", found[2].1);
        assert!(found[3].1.contains("“voice”"), "{}", found[3].1);
        assert!(found[5].1.contains("“record-conversation”"), "{}", found[5].1);
        assert_eq!(problems("title = \"x\nsource = \"\"\n")[0].0, 1, "a line that breaks off");
        assert_eq!(problems("[[steps]]\nno = \"1\"\ntitle = \"playbook-no-such\"\n")[0].0, 3);
        assert_eq!(problems("steps = [1]\n")[0].0, 1);
        assert!(problems(&"x = 1\n".repeat(50)).len() <= PROBLEMS_AT_MOST);
    }

    #[test]
    fn a_flaw_stands_in_the_line_of_its_field() {
        let read =
            read("title = \"Late\"\n\n[[steps]]\nno = \"1\"\ntitle = \"Tell them\"\nneeds = []\n").expect("TOML");
        let flaws = read.playbook.flaws();
        assert_eq!(flaws.iter().map(|flaw| read.line_of(flaw)).collect::<Vec<_>>(), [6]);
    }
}
