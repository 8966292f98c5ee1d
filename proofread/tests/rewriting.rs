//! Plain twins that are put in: the sentence keeps its capital, and what was put in is not found again.
use proofread::{Draft, Reviewer, replacement, rewritten};

fn rewrite(reviewer: &Reviewer, text: &str) -> String {
    rewritten(text, &reviewer.review(&Draft { subject: None, text }, None))
}

#[test]
fn a_twin_keeps_the_capital_that_stood_there() {
    let reviewer = Reviewer::shipped().expect("packs");
    let text = "Due to the fact that the drill broke, we utilised the second one prior to noon.";
    assert_eq!(rewrite(&reviewer, text), "Because the drill broke, we used the second one before noon.");
}

/// What stands for several forms of a word is shown, never put in.
#[test]
fn only_what_fits_is_put_in() {
    let reviewer = Reviewer::shipped().expect("packs");
    let report = reviewer.review(&Draft { subject: None, text: "We implemented the change of methodology." }, None);
    let found: Vec<_> = report.findings.iter().filter(|f| f.rule == "JG02").collect();
    assert!(found.len() == 2 && found.iter().all(|f| replacement(f).is_none() && !f.attempt.is_empty()), "{found:?}");
}

/// Every twin of every pack, put into a sentence: the second time nothing changes.
#[test]
fn rewriting_twice_changes_nothing() {
    let reviewer = Reviewer::shipped().expect("packs");
    let mut put_in = 0;
    for pack in reviewer.packs() {
        let around = match pack.lang.as_str() {
            "de" => ["Das ist", "hier, und wir sind auch da."],
            _ => ["This is", "here, and we are there for you."],
        };
        for phrase in pack.rules.iter().flat_map(|r| r.written.swap.keys()) {
            let plain: Vec<String> = phrase.split_whitespace().map(first_way).collect();
            let sentence = format!("{} {} {}", around[0], plain.join(" "), around[1]);
            let once = rewrite(&reviewer, &sentence);
            put_in += usize::from(once != sentence);
            assert_eq!(rewrite(&reviewer, &once), once, "{phrase}");
        }
    }
    assert!(put_in > 150, "{put_in} of the twins fit");
}

/// `{a|b}` is a, what may be left out is left out, a stem is its beginning.
fn first_way(word: &str) -> String {
    let word = word.trim_end_matches('*');
    if word.starts_with('(') {
        return String::new();
    }
    word.trim_matches(['{', '}']).split('|').next().unwrap_or("").to_owned()
}
