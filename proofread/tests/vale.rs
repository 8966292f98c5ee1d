//! Styles that a house wrote for Vale: each kind of rule runs as it is, and what cannot be loaded is named by file and line.
use proofread::{Draft, Finding, Level, Own, Reviewer, Source, Style, to_own};

fn load(files: &[(&str, &str)]) -> Style {
    let sources: Vec<Source> = files.iter().map(|(name, text)| Source { name, text }).collect();
    Style::load(&sources)
}

fn told(style: Style, text: &str) -> Vec<Finding> {
    let all = Reviewer::shipped().expect("packs").and(style).review(&Draft { subject: None, text }, None).findings;
    all.into_iter().filter(|f| f.rule.starts_with("House.")).collect()
}

fn one(file: &str, text: &str) -> Vec<(String, String)> {
    let style = load(&[("styles/House/Rule.yml", file)]);
    assert_eq!(style.left_out, []);
    told(style, text).into_iter().map(|f| (f.text, f.say)).collect()
}

fn pair(text: &str, say: &str) -> (String, String) {
    (text.to_owned(), say.to_owned())
}

#[test]
fn existence_marks_its_words_and_not_parts_of_others() {
    let file = "extends: existence\nmessage: \"Do not write '%s'.\"\nignorecase: true\nlevel: error\ntokens:\n  - kindly\n  - at your soonest (?:moment|chance)\n";
    assert_eq!(
        one(file, "Kindly reply at your soonest chance. He spoke unkindly."),
        [
            pair("Kindly", "Do not write 'Kindly'."),
            pair("at your soonest chance", "Do not write 'at your soonest chance'.")
        ]
    );
    let raw = "extends: existence\nmessage: two marks\nnonword: true\ntokens:\n  - '[!?]{2,}'\n";
    assert_eq!(one(raw, "When will the boards be here?! Tell me."), [pair("?!", "two marks")]);
    let except = "extends: existence\nmessage: \"'%s'\"\ntokens: ['[A-Z]{3,}']\nexceptions: [USB]\n";
    assert_eq!(one(except, "The USB plug and the PCB are new."), [pair("PCB", "'PCB'")]);
}

#[test]
fn substitution_offers_its_twin_and_keeps_to_consider() {
    let file = "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: true\nlevel: error\nswap:\n  'vend(?:ing)?': sell\n  '(?:get|got) in touch': write|call\n";
    let found = told(load(&[("House/Words.yml", file)]), "We vend it and get in touch.");
    let seen: Vec<_> = found.iter().map(|f| (f.text.as_str(), f.replace.as_deref(), f.say.as_str(), f.level)).collect();
    assert_eq!(
        seen,
        [
            ("vend", Some("sell"), "Use 'sell' instead of 'vend'.", Level::Consider),
            ("get in touch", Some("write"), "Use 'write or call' instead of 'get in touch'.", Level::Consider)
        ]
    );
}

#[test]
fn occurrence_counts_in_each_sentence() {
    let file = "extends: occurrence\nmessage: too many commas\nscope: sentence\nmax: 2\ntoken: ','\n";
    assert_eq!(one(file, "One, two, three, four. One, two.").len(), 1);
}

#[test]
fn repetition_finds_a_word_said_twice() {
    let file = "extends: repetition\nmessage: \"'%s' stands there twice.\"\nignorecase: true\nalpha: true\ntokens:\n  - '[^\\s]+'\n";
    assert_eq!(one(file, "We ship the the boards."), [pair("the the", "'the' stands there twice.")]);
}

#[test]
fn consistency_wants_one_way_to_write_it() {
    let file =
        "extends: consistency\nmessage: \"'%s' or '%s', not both.\"\nignorecase: true\neither:\n  adviser: advisor\n";
    assert_eq!(
        one(file, "Our adviser calls you. The advisor has your number."),
        [pair("advisor", "'adviser' or 'advisor', not both.")]
    );
    assert_eq!(one(file, "Our adviser calls you."), []);
}

#[test]
fn conditional_wants_a_short_form_spelt_out() {
    let file = "extends: conditional\nmessage: \"'%s' is not spelt out.\"\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [USB]\n";
    assert_eq!(
        one(file, "The Material Return Order (MRO) is open. The MRO has a NCR and a USB stick."),
        [pair("NCR", "'NCR' is not spelt out.")]
    );
}

#[test]
fn capitalization_and_a_formula_of_readability_run() {
    let capitals =
        "extends: capitalization\nmessage: \"'%s' begins with a capital.\"\nscope: sentence\nmatch: $sentence\n";
    assert_eq!(one(capitals, "the boards are late. They leave today.").len(), 1);
    let grade = "extends: metric\nmessage: \"Grade %s.\"\nformula: |\n  (0.39 * (words / sentences)) + (11.8 * (syllables / words)) - 15.59\ncondition: \"> 8\"\n";
    assert_eq!(one(grade, "Organisational considerations necessitate additional documentation.").len(), 1);
    assert_eq!(one(grade, "We ship it today. It is on its way."), []);
}

/// Looking back and ahead runs with a limit on its steps.
#[test]
fn expressions_that_look_around_run() {
    let file = "extends: existence\nmessage: \"'%s'\"\nnonword: true\ntokens:\n  - '(?<!not )\\bvery\\b'\n";
    assert_eq!(one(file, "It is very late. It is not very late."), [pair("very", "'very'")]);
    let slow = "extends: existence\nmessage: slow\nnonword: true\ntokens:\n  - '(?=(a+)+$)b'\n";
    assert_eq!(one(slow, &"a".repeat(5000)), []);
}

#[test]
fn what_cannot_be_loaded_is_named_by_file_and_line_and_the_rest_runs() {
    let style = load(&[
        ("House/Half.yml", "extends: existence\nmessage: m\ntokens:\n  - kindly\n  - 'odd['\n"),
        ("House/Script.yml", "extends: script\nmessage: m\nscript: x\n"),
        ("House/Head.yml", "message: m\nextends: capitalization\nscope: heading\nmatch: $title\n"),
        ("House/Broken.yml", "extends: existence\nmessage: 'unclosed\n"),
        ("House/Plain.yml", "extends: existence\nmessage: m\ntokens: [anon]\n"),
    ]);
    let named: Vec<String> = style.left_out.iter().map(|l| format!("{}:{}", l.file, l.line)).collect();
    assert_eq!(named[..3], ["House/Half.yml:5", "House/Script.yml:1", "House/Head.yml:3"], "{:?}", style.left_out);
    assert!(named[3].starts_with("House/Broken.yml:"), "{named:?}");
    assert_eq!(style.rules(), 2);
    let said: Vec<String> = told(style, "Kindly, kindly reply anon.").into_iter().map(|f| f.text).collect();
    assert_eq!(said, ["kindly", "anon"]);
}

/// A word of the house excuses exactly that word, and hides no other rule.
#[test]
fn accepted_words_hide_nothing_else() {
    let style = load(&[
        ("House/Loud.yml", "extends: existence\nmessage: loud\ntokens: ['[A-Z]{3,}']\n"),
        ("House/Marks.yml", "extends: existence\nmessage: marks\nnonword: true\ntokens: ['PCB\\.']\n"),
        ("config/vocabularies/House/accept.txt", "PCB\n"),
    ]);
    let said: Vec<String> =
        told(style, "We sent the PCB. The NCR is open.").into_iter().map(|f| f.rule + " " + &f.text).collect();
    assert_eq!(said, ["House.Marks PCB.", "House.Loud NCR"]);
}

/// What is only words becomes a file that the desk takes; what is more is named.
#[test]
fn plain_rules_become_an_own_file() {
    let files = [
        (
            "House/Words.yml",
            "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nswap:\n  'vend(?:ing)?': sell\n  '(?<!x)hawk': sell\n",
        ),
        ("House/Never.yml", "extends: existence\nmessage: \"Do not write '%s'.\"\ntokens:\n  - jaw(?:ing)? about\n"),
        ("House/Grade.yml", "extends: metric\nmessage: g\nformula: words\ncondition: '> 8'\n"),
    ];
    let sources: Vec<Source> = files.iter().map(|(name, text)| Source { name, text }).collect();
    let (own, left_out) = to_own(&sources, "en");
    let named: Vec<String> = left_out.iter().map(|l| format!("{}:{}", l.file, l.line)).collect();
    assert_eq!(named, ["House/Words.yml:5", "House/Grade.yml:1"], "{left_out:?}");
    let own = Own::parse(&Source { name: "own.toml", text: &own }).expect("a file");
    let reviewer = Reviewer::with_own(&own).expect("it holds");
    let report = reviewer.review(&Draft { subject: None, text: "We vend it. Let us jaw about it." }, None);
    let found: Vec<(&str, &str)> = report
        .findings
        .iter()
        .filter(|f| f.rule.starts_with("House."))
        .map(|f| (f.rule.as_str(), f.text.as_str()))
        .collect();
    assert_eq!(found, [("House.Words", "vend"), ("House.Never", "jaw about")]);
}
