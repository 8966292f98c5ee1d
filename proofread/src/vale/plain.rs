//! Rules of a style whose expressions are only words, as a file of ours: what the desk then runs, shows and lets people change.
use super::rule::{self, Kind};
use super::yaml::{self, Node};
use super::{LeftOut, id};
use crate::pack::{Pack, Source, examples};
use regex_syntax::hir::{Class, Hir, HirKind};
use std::collections::BTreeMap;

/// Phrases that one expression may become.
const WAYS_AT_MOST: usize = 64;
/// Letters of what a rule says.
const SAY_AT_MOST: usize = 150;

/// The file, and what could not come along.
pub fn to_own(files: &[Source], lang: &str) -> (String, Vec<LeftOut>) {
    let mut blocks = vec![];
    let mut left_out = vec![];
    for file in files.iter().filter(|f| !f.name.ends_with(".txt")) {
        let named = |line: usize, problem: String| LeftOut { file: file.name.to_owned(), line, problem };
        let node = match yaml::read(file.text) {
            Ok(node) => node,
            Err(odd) => {
                left_out.push(named(odd.line, odd.problem));
                continue;
            }
        };
        let mut odd_parts = vec![];
        match rule::read(id(file.name), &node, &mut odd_parts) {
            Err(odd) => left_out.push(named(odd.line, odd.problem)),
            Ok(rule) => match rule.kind {
                Kind::Existence(_) | Kind::Substitution(..) => {
                    let (block, open) = block(&rule, &node);
                    left_out.extend(open.into_iter().map(|(line, said)| {
                        named(line, format!("the expression {said:?} is more than words; --vale runs it as it is"))
                    }));
                    blocks.extend(block.filter(|block| holds(block, lang)));
                }
                _ => {
                    left_out.push(named(1, "this kind of rule is more than words; --vale runs it as it is".to_owned()))
                }
            },
        }
        left_out.extend(odd_parts.into_iter().map(|odd| named(odd.line, odd.problem)));
    }
    (format!("lang = {}\n{}", quoted(lang), blocks.concat()), left_out)
}

/// Whether the examples of a block do what they say; what does not is not put into anybody's file.
fn holds(block: &str, lang: &str) -> bool {
    let text = format!("pack = \"style\"\nlang = {}\nversion = 1\n{block}", quoted(lang));
    let loaded = Pack::load(&[Source { name: "style", text: &text }]);
    loaded.and_then(|pack| examples(&pack)).is_ok_and(|failed| failed.is_empty())
}

type Open<'a> = Vec<(usize, &'a str)>;

fn block<'a>(rule: &rule::Rule, node: &'a Node) -> (Option<String>, Open<'a>) {
    let mut open = vec![];
    let mut find = vec![];
    let mut swap = BTreeMap::new();
    let mut each = |node: &'a Node, twin: Option<&str>| {
        let Some(said) = node.word().filter(|w| !w.trim().is_empty()) else { return };
        match (phrases(said), twin) {
            (Some(all), Some(twin)) => {
                swap.extend(all.into_iter().map(|p| (p, twin.split('|').next().unwrap_or("").to_owned())))
            }
            (Some(all), None) => find.extend(all),
            (None, _) => open.push((node.line, said)),
        }
    };
    node.get("tokens").into_iter().flat_map(Node::list).for_each(|token| each(token, None));
    node.get("raw").into_iter().flat_map(Node::list).for_each(|token| each(token, None));
    node.get("swap").into_iter().flat_map(Node::map).for_each(|(key, twin)| each(key, twin.word()));
    swap.retain(|phrase, twin| !twin.is_empty() && phrase != twin);
    let Some(first) = find.first().or_else(|| swap.keys().next()) else { return (None, open) };
    let example = format!("We write {} here.", first.trim_end_matches('*'));
    let say: String = rule.message.replace("%s", "…").chars().take(SAY_AT_MOST).collect();
    let mut block = format!("\n[[rule]]\nid = {}\nname = {}\n", quoted(&rule.id), quoted(&rule.id));
    if swap.is_empty() {
        let all: Vec<String> = find.iter().map(|p| quoted(p)).collect();
        block.push_str(&format!("find = [{}]\n", all.join(", ")));
    }
    block.push_str(&format!(
        "level = \"consider\"\nsay = {}\nwhy = {}\nfires = [{}]\nsilent = [\"The boards leave on 14 May.\"]\n",
        quoted(if say.is_empty() { "The style of the house says this in another way." } else { &say }),
        quoted(&rule.why),
        quoted(&example),
    ));
    if !swap.is_empty() {
        block.push_str("[rule.swap]\n");
        swap.iter().for_each(|(phrase, twin)| block.push_str(&format!("{} = {}\n", quoted(phrase), quoted(twin))));
    }
    (Some(block), open)
}

fn quoted(said: &str) -> String {
    toml::Value::String(said.to_owned()).to_string()
}

/// The phrases that an expression stands for, when it is only words.
fn phrases(expression: &str) -> Option<Vec<String>> {
    let hir = regex_syntax::parse(expression).ok()?;
    let ways = ways(&hir)?;
    let plain = |way: &String| {
        let bare = way.strip_suffix('*').unwrap_or(way);
        !bare.trim().is_empty()
            && !bare.contains("..")
            && bare.chars().all(|c| c.is_alphanumeric() || " '’-.,&/".contains(c))
            && bare.starts_with(char::is_alphanumeric)
    };
    let ways: Vec<String> =
        ways.into_iter().map(|w| w.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()).collect();
    (!ways.is_empty() && ways.iter().all(plain)).then_some(ways)
}

fn ways(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(vec![String::new()]),
        HirKind::Literal(literal) => Some(vec![String::from_utf8(literal.0.to_vec()).ok()?]),
        HirKind::Capture(capture) => ways(&capture.sub),
        HirKind::Alternation(all) => {
            let all: Vec<String> = all.iter().map(ways).collect::<Option<Vec<_>>>()?.concat();
            (all.len() <= WAYS_AT_MOST).then_some(all)
        }
        HirKind::Concat(all) => {
            let mut said = vec![String::new()];
            for part in all {
                let next = ways(part)?;
                // Nothing stands behind the star of a stem.
                if said.len() * next.len() > WAYS_AT_MOST || said.iter().any(|s| s.ends_with('*')) {
                    return None;
                }
                said = said.iter().flat_map(|s| next.iter().map(move |n| format!("{s}{n}"))).collect();
            }
            Some(said)
        }
        HirKind::Class(class) => letters(class),
        HirKind::Repetition(repetition) => match (repetition.min, repetition.max, class_of(&repetition.sub)) {
            (0, Some(1), _) => Some([vec![String::new()], ways(&repetition.sub)?].concat()),
            (1, _, Some(Letters::Blank)) => Some(vec![" ".to_owned()]),
            (0 | 1, None, Some(Letters::Word)) => Some(vec!["*".to_owned()]),
            _ => None,
        },
    }
}

#[derive(PartialEq)]
enum Letters {
    Blank,
    Word,
}

/// Whether a part is any blank, or any letter.
fn class_of(hir: &Hir) -> Option<Letters> {
    let HirKind::Class(Class::Unicode(class)) = hir.kind() else { return None };
    let holds = |c: char| class.ranges().iter().any(|r| (r.start()..=r.end()).contains(&c));
    if class.ranges().iter().all(|r| r.start().is_whitespace() && r.end().is_whitespace()) {
        Some(Letters::Blank)
    } else if holds('a') && holds('z') && !" .,-'".chars().any(holds) {
        Some(Letters::Word)
    } else {
        None
    }
}

/// A few letters of which one may stand there.
fn letters(class: &Class) -> Option<Vec<String>> {
    let Class::Unicode(class) = class else { return None };
    if class.ranges().iter().all(|r| r.start().is_whitespace() && r.end().is_whitespace()) {
        return Some(vec![" ".to_owned()]);
    }
    let all: Vec<String> = class.ranges().iter().flat_map(|r| r.start()..=r.end()).take(5).map(String::from).collect();
    (all.len() <= 4).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn words_become_phrases_and_more_than_words_does_not() {
        let said = |e: &str| phrases(e).unwrap_or_default();
        assert_eq!(said("utili[sz]e"), ["utilise", "utilize"]);
        assert_eq!(said(r"in order\s+to|so as to"), ["in order to", "so as to"]);
        assert_eq!(said("touch(?:ing)? base"), ["touch base", "touching base"]);
        assert_eq!(said(r"\bleverag\w*"), ["leverag*"]);
        assert_eq!(said(r"[^\s]+\.com"), Vec::<String>::new());
        assert_eq!(said(r"(?<!not )very"), Vec::<String>::new());
    }
}
