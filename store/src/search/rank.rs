//! Which hit comes first, and the words around it.
use super::terms::fit;
use super::{Found, Hit};
use crate::columns::folded;

/// Characters of a snippet.
const SNIPPET: usize = 160;
/// Characters of it before the first word that fits.
const BEFORE: usize = 40;

/// The best `limit` first: names before texts, whole words before beginnings, then the newest.
pub(super) fn ranked(found: Vec<Found>, terms: &[String], limit: usize) -> Vec<Hit> {
    let mut scored: Vec<(u32, Found)> = found.into_iter().map(|f| (score(&f, terms), f)).collect();
    scored.sort_by_key(|(score, f)| (std::cmp::Reverse(*score), std::cmp::Reverse(f.at), f.subject));
    scored.into_iter().take(limit).map(|(_, f)| hit(f, terms)).collect()
}

fn score(found: &Found, terms: &[String]) -> u32 {
    let kind = match found.kind.as_str() {
        "account" => 3,
        "contact" => 2,
        "case" => 1,
        _ => 0,
    };
    8 * fit(&found.title, terms) + 2 * fit(&found.body, terms) + kind
}

pub(super) fn hit(found: Found, terms: &[String]) -> Hit {
    let snippet = snippet(&found.body, terms);
    let title = if found.title.is_empty() { found.case_title.unwrap_or_default() } else { found.title };
    Hit {
        kind: found.kind,
        subject: found.subject,
        case: found.case,
        number: found.number,
        account: found.account,
        account_name: found.account_name,
        title,
        snippet,
        at: found.at,
    }
}

/// Some words around the first that fits; the beginning when none does.
fn snippet(body: &str, terms: &[String]) -> String {
    let mut starts: Vec<(usize, &str)> = vec![];
    let mut at = 0;
    for word in body.split_inclusive(|c: char| !c.is_alphanumeric()) {
        starts.push((at, word));
        at += word.chars().count();
    }
    let fits = |word: &str| {
        let word = folded(word);
        terms.iter().any(|t| word.starts_with(t.as_str()))
    };
    let first = starts.iter().position(|(_, word)| fits(word)).unwrap_or(0);
    let wanted = starts.get(first).map_or(0, |(at, _)| at.saturating_sub(BEFORE));
    // Begins at a word, so that nobody reads half of one.
    let from = starts.iter().map(|(at, _)| *at).find(|at| *at >= wanted).unwrap_or(0);
    let text: String = body.chars().skip(from).take(SNIPPET).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_cut = body.chars().count() > from + SNIPPET;
    format!("{}{text}{}", if from > 0 { "… " } else { "" }, if is_cut { " …" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_begins_at_a_word_a_little_before_what_fits() {
        let body = format!("{} the solder on U7 is dry {}", "word ".repeat(30), "more ".repeat(60));
        let shown = snippet(&body, &["sold".into()]);
        assert!(shown.starts_with("… word") && shown.contains("the solder on U7") && shown.ends_with(" …"), "{shown}");
        assert_eq!(snippet("Grüße aus Kiel", &["gru".into()]), "Grüße aus Kiel");
        assert_eq!(snippet("", &["x".into()]), "");
    }
}
