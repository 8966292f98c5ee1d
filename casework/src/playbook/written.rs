//! A playbook as the text of its file: what is kept, exported and edited. Reading it back gives the same playbook.
use super::{Playbook, PlaybookStep};
use crate::parts::Said;
use std::fmt::Write as _;

impl Playbook {
    /// The whole file, as those in `playbooks/` are written.
    pub fn written(&self) -> String {
        format!("name = {}\nversion = {}\n{}", quoted(&self.name), self.version, self.body())
    }

    /// The file without its name and version: both are given by whoever keeps it, not by whoever writes it.
    pub fn body(&self) -> String {
        let mut text = String::new();
        if let Some(title) = &self.title {
            line(&mut text, "title", &quoted(title));
        }
        line(&mut text, "source", &quoted(&self.source));
        list(&mut text, "origins", self.origins.iter().map(|o| o.word()));
        list(&mut text, "kinds", self.kinds.iter().map(|k| k.word()));
        if self.overlay == Said::Yes {
            line(&mut text, "overlay", "\"yes\"");
        }
        for step in &self.steps {
            text.push('\n');
            text.push_str(&step.written());
        }
        text
    }
}

impl PlaybookStep {
    /// The step as it stands in the file, with its heading.
    pub fn written(&self) -> String {
        let mut text = String::from("[[steps]]\n");
        line(&mut text, "no", &quoted(&self.no));
        line(&mut text, "title", &quoted(&self.title));
        line(&mut text, "needs", &array(self.needs.iter().map(|n| n.word())));
        if let Some(act) = &self.act {
            line(&mut text, "act", &quoted(act));
        }
        list(&mut text, "after", self.after.iter().map(|r| r.word()));
        text
    }
}

fn line(text: &mut String, name: &str, value: &str) {
    text.push_str(name);
    text.push_str(" = ");
    text.push_str(value);
    text.push('\n');
}

/// A line that is left out when there is nothing in it.
fn list<'a>(text: &mut String, name: &str, words: impl Iterator<Item = &'a str> + Clone) {
    if words.clone().next().is_some() {
        line(text, name, &array(words));
    }
}

fn array<'a>(words: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", words.map(quoted).collect::<Vec<_>>().join(", "))
}

/// A basic string of TOML: whatever a person typed comes back as it was.
fn quoted(words: &str) -> String {
    let mut text = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            // Writing into a text cannot fail.
            c if c.is_control() => drop(write!(text, "\\u{:04X}", u32::from(c))),
            c => text.push(c),
        }
    }
    text.push('"');
    text
}
