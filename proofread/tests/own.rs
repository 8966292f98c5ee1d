//! An organisation's own file: what it may change, that a change touches nothing else, and that what is wrong in it is said by its line.
use proofread::{Draft, Finding, Level, Own, Record, Reviewer, Source, examples};

fn with(own: &str) -> Reviewer {
    let own = Own::parse(&Source { name: "own.toml", text: own }).expect("readable");
    Reviewer::with_own(&own).expect("in order")
}

fn wrong(own: &str) -> String {
    match Own::parse(&Source { name: "own.toml", text: own }) {
        Err(said) => said,
        Ok(own) => Reviewer::with_own(&own).err().expect("something is wrong with it"),
    }
}

fn found(rules: &Reviewer, text: &str) -> Vec<Finding> {
    rules.review(&Draft { subject: None, text }, Some(&Record { open: Some(true), ..Record::default() })).findings
}

fn levels(rules: &Reviewer, text: &str, rule: &str) -> Vec<Level> {
    found(rules, text).iter().filter(|f| f.rule == rule).map(|f| f.level).collect()
}

const LATE: &str = "Your order is late. We ship soon, and we write in due course.";

#[test]
fn a_rule_is_off_and_no_other() {
    let rules = with("[rules.DS10]\noff = true\n");
    assert_eq!(levels(&rules, LATE, "DS10"), []);
    let other = |rules: &Reviewer| found(rules, LATE).into_iter().filter(|f| f.rule != "DS10").collect::<Vec<_>>();
    assert_eq!(other(&rules), other(&with("")));
    let need = with("[rules.UP01]\noff = true\n");
    let report = need.review(&Draft { subject: None, text: LATE }, None);
    assert!(report.checklist.iter().all(|l| l.rule != "UP01") && !report.checklist.is_empty());
}

#[test]
fn a_level_holds_whatever_a_check_thinks() {
    assert_eq!(levels(&with(""), LATE, "DS10"), [Level::Fix, Level::Fix]);
    assert_eq!(levels(&with("[rules.DS10]\nlevel = \"consider\"\n"), LATE, "DS10"), [Level::Consider, Level::Consider]);
    // This check raises its own finding to a stop where it is somebody else's name.
    let record =
        Record { contact: proofread::Person { name: "Ana Nowak".into(), ..Default::default() }, ..Record::default() };
    let draft = Draft { subject: None, text: "Dear Mr Kowalski,\n\nYour order is late.\n" };
    let level = |rules: &Reviewer| {
        rules.review(&draft, Some(&record)).findings.iter().find(|f| f.rule == "FX01").map(|f| f.level)
    };
    assert_eq!(level(&with("")), Some(Level::Stop));
    let lowered = with("[rules.FX01]\nlevel = \"fix\"\n");
    assert_eq!(level(&lowered), Some(Level::Fix));
    assert!(lowered.review(&draft, Some(&record)).may_send);
}

/// An accepted word of one rule once silenced another rule in a tool of today; here it cannot.
#[test]
fn an_exception_hides_one_phrase_of_one_rule() {
    let rules = with("[rules.DS10]\nexcept = [\"ship soon\"]\n");
    let told: Vec<String> = found(&rules, LATE).into_iter().filter(|f| f.rule == "DS10").map(|f| f.text).collect();
    assert_eq!(told, ["in due course"], "the other place of the same sentence");
    let draft = Draft { subject: None, text: "Your order is late. We ship soon." };
    let explained = rules.explain("DS10", &draft, None).expect("a rule");
    assert_eq!((explained.fires, explained.because), (false, proofread::Because::Excepted));
    // One check without a phrase: an exception over its place holds as well.
    let loud = "Your order is late. We need it TODAY PLEASE.";
    assert_eq!(levels(&with(""), loud, "TN01").len(), 1);
    assert_eq!(levels(&with("[rules.TN01]\nexcept = [\"today please\"]\n"), loud, "TN01"), []);
}

#[test]
fn words_are_known_to_every_message_without_a_record() {
    let own = with("[words]\nglossary = [\"OTD\"]\njargon = [\"red tag\"]\ninternal = [\"unit cost\"]\n");
    let text = "The OTD of your order is late, it has a red tag, and the unit cost is high.";
    let told = |rules: &Reviewer, rule: &str| {
        rules.review(&Draft { subject: None, text }, None).findings.iter().any(|f| f.rule == rule)
    };
    for (rule, plain) in [("DS18", true), ("JG01", false), ("FX10", false)] {
        assert_eq!((told(&with(""), rule), told(&own, rule)), (plain, !plain), "{rule}");
    }
    assert!(!own.review(&Draft { subject: None, text }, None).may_send, "what stays in the house stops a message");
}

#[test]
fn a_list_of_a_pack_grows() {
    let text = "Your order went walkabout.";
    let told = |rules: &Reviewer| {
        rules.review(&Draft { subject: None, text }, None).markers.iter().any(|m| m.name == "problem")
    };
    assert!(!told(&with("")) && told(&with("[lists.en]\nfailure = [\"went walkabout\"]\n")));
}

const OURS: &str = "lang = \"en\"\n\n[[rule]]\nid = \"OUR01\"\nname = \"the old name of the plant\"\nfind = [\"{north|old} works\"]\nlevel = \"fix\"\nsay = \"It is Plant 2 now.\"\nfires = [\"It left the old works.\"]\nsilent = [\"It left Plant 2.\"]\n";

#[test]
fn a_rule_of_their_own_is_found() {
    let rules = with(OURS);
    assert_eq!(levels(&rules, "Your order is late, it left the North Works on Friday.", "OUR01"), [Level::Fix]);
    let german = OURS
        .replace("lang = \"en\"", "lang = \"de\"")
        .replace("old works", "Werk Nord")
        .replace("{north|old} works", "Werk Nord");
    assert!(Own::parse(&Source { name: "own.toml", text: &german }).is_ok());
}

#[test]
fn nothing_changed_is_the_shipped_rules_and_their_examples_hold() {
    let own = Own::parse(&Source { name: "own.toml", text: "# nothing yet\n" }).expect("readable");
    assert!(own.is_empty());
    let rules = with(&format!("{OURS}[words]\nglossary = [\"ABCD\"]\n[rules.DS10]\nlevel = \"consider\"\n"));
    for pack in rules.packs() {
        assert_eq!(examples(pack).expect("examples"), [], "{}", pack.lang);
    }
}

/// Each with its line, and what to write instead.
#[test]
fn what_is_wrong_is_said_by_its_line() {
    for (own, said) in [
        ("[rules.DS10]\noff = true level = \"fix\"\n", "own.toml:2: "),
        ("\n[rules.DS99]\noff = true\n", "own.toml:2: DS99: there is no rule of this id; did you mean \"DS"),
        ("[rules.DS10]\n", "own.toml:1: DS10: this changes nothing; put off = true"),
        ("[rules.DS10]\nlevl = \"fix\"\n", "own.toml:2: there is no key \"levl\" here; did you mean \"level\"?"),
        (
            "[rules.DS10]\nlevel = \"hard\"\n",
            "own.toml:2: unknown variant `hard`, expected one of `consider`, `fix`, `stop`",
        ),
        ("[rules.DS10]\nlevel = \"stop\"\n", "own.toml:1: DS10: stop is kept for what is wrong in fact"),
        ("[rules.DS10]\noff = true\nlevel = \"fix\"\n", "own.toml:1: DS10: it is off, so level and except say nothing"),
        ("[rules.UP01]\nlevel = \"fix\"\n", "own.toml:1: UP01: it is a line of the checklist"),
        ("[rules.\"M.apology\"]\noff = true\n", "own.toml:1: M.apology: it complains of nothing"),
        ("# a\n[rules.DS10]\nexcept = [\"...\"]\n", "DS10: \"...\": this can match nothing"),
        ("[lists.fr]\nsorry = [\"pardon\"]\n", "own.toml:1: there is no pack for \"fr\"; there are en, de"),
        ("[words]\nglossary = [\"--\"]\n", "own.toml:2: glossary has an entry without a word"),
        (&OURS.replace("lang = \"en\"\n", ""), "own.toml:3: OUR01: in which language? put lang = \"en\""),
        (
            &OURS.replace("OUR01", "DS10"),
            "own.toml:4: DS10: there is a rule DS10 already; to change it write [rules.DS10]",
        ),
        (&OURS.replace("\"fix\"", "\"stop\""), "own.toml:4: OUR01: stop is kept for"),
        (&OURS.replace("silent = [\"It left Plant 2.\"]\n", ""), "own.toml:4: OUR01: say where it keeps still"),
        (
            &OURS.replace("It left the old works.", "It left."),
            "own.toml:4: OUR01: \"It left.\" is to be found, and is not",
        ),
        (
            &OURS.replace("{north|old} works", "<sory> works"),
            "own.toml:4: OUR01: \"<sory> works\": there is no list <sory>; did you mean \"sorry\"?",
        ),
        (
            &OURS.replace("{north|old} works", "{north|old works"),
            "own.toml:4: OUR01: \"{north|old works\": a bracket without its }",
        ),
    ] {
        let told = wrong(own);
        assert!(told.contains(said) && told.lines().count() == 1, "{own}\n  says {told}\n  not  {said}");
    }
}

/// The example of the document is in order.
#[test]
fn the_file_of_the_document_is_in_order() {
    let doc =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/proofread.md")).expect("the document");
    let from = doc.find("## Your own file").expect("its part");
    let block = doc[from..].split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("its block");
    let rules = with(block);
    assert_eq!(
        levels(&rules, "Your order is late. We write as soon as possible, and ship soon.", "DS10"),
        [Level::Consider]
    );
}
