//! One rule of a style, from its YAML to something that runs. What cannot be read is left out and named, the rest of the rule stays.
use super::metric::Metric;
use super::yaml::{Node, Odd};
use fancy_regex::{Regex, RegexBuilder};

/// Steps of a search that looks ahead or back; the others are linear and need no limit.
const STEPS_AT_MOST: usize = 200_000;

/// Where a rule looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Text,
    Paragraph,
    Sentence,
}

#[derive(Debug)]
pub enum Kind {
    Existence(Regex),
    /// Each group of the expression has its plain twin.
    Substitution(Regex, Vec<String>),
    Occurrence {
        token: Regex,
        least: usize,
        most: usize,
    },
    Repetition {
        token: Regex,
        most: usize,
        letters: Letters,
    },
    Consistency(Vec<[(String, Regex); 2]>),
    Conditional {
        first: Regex,
        second: Regex,
    },
    Capitalization(Capitals),
    Metric(Metric),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    Equal,
    /// Small and capital letters are equal.
    Folded,
}

#[derive(Debug)]
pub enum Capitals {
    Title,
    Sentence,
    Lower,
    Upper,
    Like(Regex),
}

#[derive(Debug)]
pub struct Rule {
    /// `Style.Rule`.
    pub id: String,
    pub message: String,
    /// A link or a description.
    pub why: String,
    /// What the rule puts in place of what it finds, where it is the same for all.
    pub replace: Option<String>,
    pub scope: Scope,
    pub kind: Kind,
    /// What is never told by this rule.
    pub exceptions: Option<Regex>,
    /// Whether words that a house accepts everywhere are accepted here.
    pub takes_words: bool,
}

/// # Errors
/// Why nothing of the rule can be loaded, and in which line. What of it cannot be is added to `left_out`.
pub fn read(id: String, file: &Node, left_out: &mut Vec<Odd>) -> Result<Rule, Odd> {
    let extends = file.get("extends").ok_or_else(|| Odd::new(file.line, "there is no extends"))?;
    let scope = scope(file)?;
    let mut parts = Parts { file, left_out };
    let kind = match extends.word().unwrap_or("") {
        "existence" => parts.existence()?,
        "substitution" => parts.substitution()?,
        "occurrence" => Kind::Occurrence {
            token: parts.one("token")?,
            least: parts.number("min", 0),
            most: parts.number("max", usize::MAX),
        },
        "repetition" => parts.repetition()?,
        "consistency" => parts.consistency()?,
        "conditional" => Kind::Conditional { first: parts.one("first")?, second: parts.one("second")? },
        "capitalization" => parts.capitals()?,
        "metric" | "readability" => parts.metric()?,
        other => return Err(Odd::new(extends.line, format!("extends: {other} is of another kind than can be loaded"))),
    };
    let exceptions = parts.exceptions();
    let said = |name: &str| file.get(name).and_then(Node::word).unwrap_or("").to_owned();
    let why = [said("link"), said("description")].into_iter().find(|w| !w.is_empty()).unwrap_or_default();
    let takes_words = said("vocab") != "false";
    Ok(Rule { id, message: said("message"), why, replace: action(file), scope, kind, exceptions, takes_words })
}

fn action(file: &Node) -> Option<String> {
    let action = file.get("action")?;
    match action.get("name").and_then(Node::word)? {
        "remove" => Some(String::new()),
        "replace" => action.get("params")?.list().first()?.word().map(str::to_owned),
        _ => None,
    }
}

/// A message has no headings, tables or code; a rule for these alone has nothing to do.
fn scope(file: &Node) -> Result<Scope, Odd> {
    let Some(node) = file.get("scope") else { return Ok(Scope::Text) };
    let words: Vec<&str> = node.list().iter().filter_map(Node::word).collect();
    let known = words.iter().find_map(|word| match word.split(['.', '&']).next().unwrap_or("").trim() {
        "sentence" => Some(Scope::Sentence),
        "paragraph" => Some(Scope::Paragraph),
        "text" | "summary" | "raw" | "doc" | "" => Some(Scope::Text),
        other if other.starts_with('~') => Some(Scope::Text),
        _ => None,
    });
    known.ok_or_else(|| Odd::new(node.line, format!("scope: {} is nothing that a message has", words.join(", "))))
}

struct Parts<'a> {
    file: &'a Node,
    left_out: &'a mut Vec<Odd>,
}

impl Parts<'_> {
    fn is(&self, name: &str) -> bool {
        self.file.get(name).and_then(Node::word) == Some("true")
    }

    fn number(&self, name: &str, otherwise: usize) -> usize {
        self.file.get(name).and_then(Node::word).and_then(|n| n.parse().ok()).unwrap_or(otherwise)
    }

    fn flags(&self) -> &'static str {
        if self.is("ignorecase") { "(?mi)" } else { "(?m)" }
    }

    /// An expression that stands alone.
    fn one(&self, name: &str) -> Result<Regex, Odd> {
        let node = self.file.get(name).ok_or_else(|| Odd::new(self.file.line, format!("there is no {name}")))?;
        let said = node.word().unwrap_or("");
        compiled(&format!("{}{said}", self.flags())).map_err(|problem| Odd::new(node.line, problem))
    }

    /// The words of a list that are expressions; the others are named.
    fn words<'n>(&mut self, nodes: impl Iterator<Item = &'n Node>) -> Vec<&'n str> {
        let mut good = vec![];
        for node in nodes {
            let Some(word) = node.word().filter(|w| !w.trim().is_empty()) else { continue };
            match compiled(word) {
                Ok(_) => good.push(word),
                Err(problem) => self.left_out.push(Odd::new(node.line, problem)),
            }
        }
        good
    }

    /// Words between borders of words, unless the rule says that they are none.
    fn joined(&self, before: &str, words: &str) -> String {
        let border = if self.is("nonword") || words.is_empty() { "" } else { r"\b" };
        format!("{}{before}{border}(?:{words}){border}", self.flags())
    }

    /// All at once; where that is odd, what is odd about it is looked for.
    fn existence(&mut self) -> Result<Kind, Odd> {
        let file = self.file;
        let list = |name: &str| file.get(name).map_or(&[][..], Node::list);
        let raw: String = list("raw").iter().filter_map(Node::word).collect();
        let all: Vec<&str> = list("tokens").iter().filter_map(Node::word).filter(|w| !w.trim().is_empty()).collect();
        if all.is_empty() && raw.is_empty() {
            return Err(Odd::new(file.line, "there are no tokens"));
        }
        if let Ok(regex) = compiled(&self.joined(&raw, &all.join("|"))) {
            return Ok(Kind::Existence(regex));
        }
        let good = self.words(list("tokens").iter());
        if good.is_empty() {
            return Err(Odd::new(file.line, "none of its expressions can be loaded"));
        }
        let regex = compiled(&self.joined(&raw, &good.join("|")));
        regex.map(Kind::Existence).map_err(|problem| Odd::new(file.line, problem))
    }

    fn substitution(&mut self) -> Result<Kind, Odd> {
        let file = self.file;
        let swap = file.get("swap").ok_or_else(|| Odd::new(file.line, "there is no swap"))?;
        let good = self.words(swap.map().iter().map(|(key, _)| key));
        let mut pairs: Vec<(&str, &str)> = swap
            .map()
            .iter()
            .filter_map(|(key, twin)| Some((key.word()?, twin.word()?)))
            .filter(|(key, _)| good.contains(key))
            .collect();
        if pairs.is_empty() {
            return Err(Odd::new(swap.line, "none of its expressions can be loaded"));
        }
        // What says more goes first.
        pairs.sort_by_key(|(key, _)| std::cmp::Reverse(key.len()));
        let groups: Vec<String> = pairs.iter().map(|(key, _)| format!("({})", without_groups(key))).collect();
        let regex = compiled(&self.joined("", &groups.join("|"))).map_err(|problem| Odd::new(swap.line, problem))?;
        Ok(Kind::Substitution(regex, pairs.into_iter().map(|(_, twin)| twin.to_owned()).collect()))
    }

    fn repetition(&mut self) -> Result<Kind, Odd> {
        let tokens = self.file.get("tokens").ok_or_else(|| Odd::new(self.file.line, "there are no tokens"))?;
        let words = self.words(tokens.list().iter());
        let token = compiled(&format!("{}(?:{})", self.flags(), words.join("|")));
        let token = token.map_err(|problem| Odd::new(tokens.line, problem))?;
        let letters = if self.is("ignorecase") { Letters::Folded } else { Letters::Equal };
        Ok(Kind::Repetition { token, most: self.number("max", 0), letters })
    }

    fn consistency(&mut self) -> Result<Kind, Odd> {
        let either = self.file.get("either").ok_or_else(|| Odd::new(self.file.line, "there is no either"))?;
        let mut all = vec![];
        for (one, other) in either.map() {
            let side = |node: &Node| {
                let said = node.word().unwrap_or("").to_owned();
                compiled(&self.joined("", &said)).map(|regex| (said, regex))
            };
            match (side(one), side(other)) {
                (Ok(one), Ok(other)) => all.push([one, other]),
                (Err(problem), _) | (_, Err(problem)) => self.left_out.push(Odd::new(one.line, problem)),
            }
        }
        if all.is_empty() {
            Err(Odd::new(either.line, "none of its expressions can be loaded"))
        } else {
            Ok(Kind::Consistency(all))
        }
    }

    fn capitals(&mut self) -> Result<Kind, Odd> {
        let node = self.file.get("match").ok_or_else(|| Odd::new(self.file.line, "there is no match"))?;
        let capitals = match node.word().unwrap_or("") {
            "$title" => Capitals::Title,
            "$sentence" => Capitals::Sentence,
            "$lower" => Capitals::Lower,
            "$upper" => Capitals::Upper,
            other => Capitals::Like(compiled(other).map_err(|problem| Odd::new(node.line, problem))?),
        };
        Ok(Kind::Capitalization(capitals))
    }

    fn metric(&mut self) -> Result<Kind, Odd> {
        let word = |name: &str| {
            let node = self.file.get(name).ok_or_else(|| Odd::new(self.file.line, format!("there is no {name}")))?;
            Ok::<_, Odd>((node.word().unwrap_or(""), node.line))
        };
        let (formula, line) = word("formula")?;
        Metric::read(formula, word("condition")?.0, line).map(Kind::Metric)
    }

    fn exceptions(&mut self) -> Option<Regex> {
        let file = self.file;
        let words = self.words(file.get("exceptions")?.list().iter());
        accepted(words.into_iter())
    }
}

/// An expression for exactly one of these words.
pub fn accepted<'a>(words: impl Iterator<Item = &'a str>) -> Option<Regex> {
    let all: Vec<&str> = words.collect();
    if all.is_empty() { None } else { compiled(&format!("^(?:{})$", all.join("|"))).ok() }
}

pub fn compiled(said: &str) -> Result<Regex, String> {
    RegexBuilder::new(said).backtrack_limit(STEPS_AT_MOST).build().map_err(|odd| {
        let told = odd.to_string();
        let last = told.lines().rev().find(|l| !l.trim().is_empty()).unwrap_or("");
        format!("the expression {said:?} cannot be loaded: {}", last.trim())
    })
}

/// A group of the style's own would be counted among ours.
fn without_groups(said: &str) -> String {
    let mut plain = String::with_capacity(said.len() + 8);
    let mut letters = said.chars().peekable();
    let mut in_class = 0;
    while let Some(c) = letters.next() {
        plain.push(c);
        match c {
            '\\' => plain.extend(letters.next()),
            '[' => in_class += 1,
            ']' if in_class > 0 => in_class -= 1,
            '(' if in_class == 0 && letters.peek() != Some(&'?') => plain.push_str("?:"),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::without_groups;

    #[test]
    fn own_groups_are_no_groups_any_more() {
        assert_eq!(without_groups(r"(a|b) \(c\) [(] (?:d) (?i:e)"), r"(?:a|b) \(c\) [(] (?:d) (?i:e)");
    }
}
