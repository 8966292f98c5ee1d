//! The short ways of the conversation sheet, put into full before its command is read: minutes become a beginning and an end, a
//! date in a sentence becomes a due time, *they chose the first way* becomes its number, and their yes becomes a plan with a name.
//! Nothing is made up here: what was not said is asked for beside its field.
use super::guess;
use crate::said::{self, Zones};
use crate::web::forms::Desk;
use crate::words::{t, t_with};
use jiff::{SignedDuration, Timestamp};

/// Ways, promises and steps that the sheet has fields for.
const ROWS: usize = 3;
/// Lines of theirs that may have been offered to start from.
const LINES: usize = 100;
/// The longest talk that is told by its minutes.
const MINUTES_AT_MOST: i64 = 600;
/// So begins the answer that nothing has to change.
const NOTHING: &[&str] = &["nothing", "none", "no need", "nichts", "keine"];

/// The pairs in full, and what is still missing, by the name of its field.
#[derive(Default)]
pub struct Full {
    pub pairs: Vec<(String, String)>,
    pub wrong: Vec<(String, String)>,
}

pub fn in_full(pairs: Vec<(String, String)>, desk: &Desk<'_>) -> Full {
    let mut sheet = Sheet { pairs, wrong: vec![], desk, zones: desk.zones() };
    sheet.heard();
    sheet.times();
    sheet.offered();
    sheet.impacts();
    let typed: Vec<bool> = (0..ROWS).map(|n| sheet.way(n)).collect();
    sheet.promises();
    let chosen = sheet.choice(&typed);
    sheet.plan(chosen);
    Full { pairs: sheet.pairs, wrong: sheet.wrong }
}

/// A way forward that they chose: what it is, and when they have it.
struct Chosen {
    what: String,
    arrives: Option<String>,
}

struct Sheet<'s> {
    pairs: Vec<(String, String)>,
    wrong: Vec<(String, String)>,
    desk: &'s Desk<'s>,
    zones: Zones,
}

impl Sheet<'_> {
    fn value(&self, name: &str) -> &str {
        self.pairs.iter().rev().find(|(n, _)| n == name).map_or("", |(_, value)| value.trim())
    }
    fn filled(&self, name: &str) -> Option<String> {
        Some(self.value(name)).filter(|v| !v.is_empty()).map(str::to_owned)
    }
    fn put(&mut self, name: &str, value: impl Into<String>) {
        self.pairs.retain(|(n, _)| n != name);
        self.pairs.push((name.to_owned(), value.into()));
    }
    /// Only where nothing was said.
    fn propose(&mut self, name: &str, value: impl Into<String>) {
        if self.filled(name).is_none() {
            self.put(name, value);
        }
    }
    fn ask(&mut self, name: &str, key: &str) {
        self.wrong.push((name.to_owned(), t(key).into_owned()));
    }

    /// *Did I get it all?* is one answer to three questions (S079, S121, S126).
    fn heard(&mut self) {
        let answers: &[(&str, &str)] = match self.value("heard") {
            "all" => &[("had_their_say", "yes"), ("reflect_confirmed", "yes"), ("got_everything", "yes")],
            "more" => &[("reflect_confirmed", "yes"), ("got_everything", "no")],
            "corrected" => &[("had_their_say", "yes"), ("reflect_confirmed", "no")],
            _ => &[],
        };
        for (name, value) in answers {
            self.propose(name, *value);
        }
    }

    fn times(&mut self) {
        let now = self.desk.now;
        let typed = self.filled("minutes");
        let minutes =
            typed.as_deref().and_then(|m| m.parse::<i64>().ok()).filter(|m| (0..=MINUTES_AT_MOST).contains(m));
        if typed.is_some() && minutes.is_none() {
            return self.ask("minutes", "form-number");
        }
        let length = minutes.map(SignedDuration::from_mins);
        let began = self.value("began").parse::<Timestamp>().ok().filter(|at| *at <= now);
        let said = self.filled("started_at").map(|words| said::time(&words, now, &self.zones));
        let started = match (said, began, length) {
            // What is not understood is said beside its own field.
            (Some(None), ..) => return,
            (Some(Some(at)), ..) | (None, Some(at), _) => at,
            (None, None, Some(length)) => return self.put("started_at", (now - length).to_string()),
            (None, None, None) => return self.ask("minutes", "talk-minutes-needed"),
        };
        self.propose("started_at", started.to_string());
        if let Some(length) = length {
            self.propose("ended_at", (started + length).min(now).to_string());
        }
    }

    /// The phrase that stood beside the field, so that it is seen when it was kept as it stood (S080). Which of their lines stood
    /// in it, the words that came back say.
    fn offered(&mut self) {
        let lines = [self.value("concerns"), self.value("notes")].into_iter().flat_map(str::lines).take(LINES);
        let theirs = lines.map(str::to_owned).chain([super::worry(self.desk)]);
        let phrase = |line: String| {
            let words =
                line.trim_start_matches(['∙', '•', '*', '-', ' ']).trim().trim_end_matches(['.', '?', '!']).to_owned();
            (!words.is_empty()).then(|| t_with("talk-phrase-reflect", &[("words", words.into())]))
        };
        let plain =
            |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
        let said = plain(self.value("reflect_back"));
        let phrases: Vec<String> = theirs.filter_map(phrase).collect();
        let kept = phrases.iter().find(|p| plain(p) == said).or(phrases.first()).cloned();
        if let Some(phrase) = kept {
            self.put("reflect_offered", phrase);
        }
    }

    fn impacts(&mut self) {
        let Some(words) = self.filled("impacts[0].words") else { return };
        if self.filled("impacts[0].dimension").is_some() {
            return;
        }
        match guess::dimension(&words) {
            Some(dimension) => self.put("impacts[0].dimension", dimension.word()),
            None => self.ask("impacts[0].dimension", "talk-which-dimension"),
        }
    }

    /// A way in one sentence: *New labels by courier, tomorrow 10*. Whether there is one.
    fn way(&mut self, n: usize) -> bool {
        let name = |part: &str| format!("options[{n}].{part}");
        let Some(sentence) = self.filled(&name("what")) else { return false };
        if self.filled(&name("arrives")).is_none() && self.value(&name("confidence")) != "unknown" {
            match said::dated(&sentence, self.desk.now, &self.zones).filter(|(what, _)| !what.is_empty()) {
                Some((what, at)) => {
                    self.put(&name("what"), what);
                    self.put(&name("arrives"), at.to_string());
                }
                None => self.ask(&name("what"), "talk-way-when"),
            }
        }
        if self.filled(&name("arrives")).is_some() {
            self.propose(&name("confidence"), "expected");
        }
        self.propose(&name("kind"), "other");
        true
    }

    fn promises(&mut self) {
        for n in 0..ROWS {
            let name = |part: &str| format!("promises[{n}].{part}");
            let Some(sentence) = self.filled(&name("words")) else { continue };
            if self.filled(&name("due")).is_some() {
                continue;
            }
            match said::dated(&sentence, self.desk.now, &self.zones).filter(|(what, _)| !what.is_empty()) {
                Some((what, due)) => {
                    self.put(&name("words"), what);
                    self.put(&name("due"), due.to_string());
                }
                None => self.ask(&name("words"), "talk-promise-when"),
            }
        }
    }

    /// What they chose, as the number it has once everything is laid out: what stands, what they suggest, what is typed here.
    fn choice(&mut self, typed: &[bool]) -> Option<Chosen> {
        let chosen = self.filled("decision.option_number");
        let any_typed = typed.contains(&true);
        if chosen.is_none() {
            if self.filled("decision.words").is_some() {
                self.ask("decision.option_number", "form-choose");
            }
            return None;
        }
        if any_typed {
            self.propose("options_laid_out", "yes");
        }
        let standing: Vec<_> = self.desk.view.case.fresh_options().collect();
        let ideas = self.value("suggestions").lines().filter(|l| !l.trim().is_empty()).count();
        let before = standing.len() + ideas;
        let (number, option) = match chosen.as_deref()? {
            "none" => {
                self.pairs.retain(|(n, _)| n != "decision.option_number");
                return None;
            }
            "idea" => (standing.len() + 1, None),
            "a" => (before + 1, Some(0)),
            "b" => (before + 1 + usize::from(typed.first() == Some(&true)), Some(1)),
            written => {
                let option = written.parse::<usize>().ok().and_then(|n| standing.get(n.checked_sub(1)?).copied());
                return option.map(|o| Chosen { what: o.what.clone(), arrives: o.arrives.map(|at| at.to_string()) });
            }
        };
        self.put("decision.option_number", number.to_string());
        let n = option?;
        Some(Chosen {
            what: self.filled(&format!("options[{n}].what"))?,
            arrives: self.filled(&format!("options[{n}].arrives")),
        })
    }

    /// Their yes to what they chose is a plan: whoever writes this does it, and it does not happen again.
    fn plan(&mut self, chosen: Option<Chosen>) {
        if self.value("plan_agreed") != "yes" {
            return;
        }
        let me = self.desk.me.person.id.to_string();
        let step = |sheet: &mut Self, n: usize, kind: &str, text: String, due: String| {
            let parts = [
                ("text", text),
                ("due", due),
                ("kind", kind.to_owned()),
                ("party", "us".into()),
                ("owner", me.clone()),
                ("confirmed", "yes".into()),
            ];
            for (part, value) in parts {
                sheet.put(&format!("plan.steps[{n}].{part}"), value);
            }
        };
        if let Some(Chosen { what, arrives: Some(due) }) = chosen
            && self.filled("plan.steps[0].text").is_none()
        {
            step(self, 0, "fix", what, due);
        }
        let Some(never) = self.filled("plan.never_again") else { return };
        let begins = never.to_lowercase();
        if NOTHING.iter().any(|word| begins.starts_with(word)) {
            self.propose("plan.no_prevention_because", never);
        } else if self.filled("plan.steps[1].text").is_none() {
            match said::dated(&never, self.desk.now, &self.zones).filter(|(what, _)| !what.is_empty()) {
                Some((what, due)) => step(self, 1, "prevent", what, due.to_string()),
                None => self.ask("plan.never_again", "talk-never-when"),
            }
        }
    }
}
