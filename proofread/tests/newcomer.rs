//! Whoever can write TOML adds a rule: the recipe of `docs/proofread.md`, word for word, in a file that is written while this runs.
use proofread::{Draft, Reviewer, Source, examples};
use std::fs;
use std::path::Path;

/// The blocks of TOML of the document.
fn recipe() -> String {
    let doc =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/proofread.md")).expect("the document");
    let from = doc.find("### A rule of your own, step by step").expect("the recipe");
    let block = doc[from..].split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    block.expect("its block").to_owned()
}

fn packs(folder: &Path) -> Result<Reviewer, String> {
    let mut files = vec![];
    for file in fs::read_dir(folder.join("en")).expect("a folder") {
        let path = file.expect("a file").path();
        files.push((
            format!("en/{}", path.file_name().expect("a name").to_string_lossy()),
            fs::read_to_string(&path).expect("readable"),
        ));
    }
    files.sort();
    let sources: Vec<Source> = files.iter().map(|(name, text)| Source { name, text }).collect();
    Reviewer::made_of([sources.as_slice()].into_iter(), None)
}

#[test]
fn a_new_file_is_a_new_rule_without_rust() {
    let folder = std::env::temp_dir().join(format!("makegood-newcomer-{}", std::process::id()));
    fs::create_dir_all(folder.join("en")).expect("a folder");
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/en")).expect("the packs") {
        let path = file.expect("a file").path();
        fs::copy(&path, folder.join("en").join(path.file_name().expect("a name"))).expect("copied");
    }
    let text = "Your order is late. We will circle back on Friday.";
    let told = |rules: &Reviewer| {
        rules.review(&Draft { subject: None, text }, None).findings.into_iter().find(|f| f.rule == "OUR01")
    };
    assert_eq!(told(&packs(&folder).expect("in order")), None);
    let new = folder.join("en/ours.toml");
    fs::write(&new, recipe()).expect("written");
    let rules = packs(&folder).expect("in order");
    let finding = told(&rules).expect("the new rule speaks");
    assert_eq!((finding.text.as_str(), &text[finding.start..finding.end]), ("circle back", "circle back"));
    assert_eq!(examples(&rules.packs()[0]).expect("examples"), []);
    // And what is wrong is said by file and line, with what to write instead.
    for (was, is, said) in [
        ("find =", "fnid =", "en/ours.toml:9: there is no key \"fnid\" here; did you mean \"find\"?"),
        ("id = \"OUR01\"", "id = \"AP03\"", "AP03: there are two rules of this id"),
        ("level = \"fix\"", "level = fix", "en/ours.toml:10: "),
        (
            "[\"circle back\"",
            "[\"<sory> back\"",
            "en/ours.toml:7: OUR01: \"<sory> back\": there is no list <sory>; did you mean \"sorry\"?",
        ),
        ("lang = \"en\"", "lang = \"pl\"", "en/ours.toml: lang = \"pl\", and the other files are \"en\""),
    ] {
        fs::write(&new, recipe().replacen(was, is, 1)).expect("written");
        let odd = packs(&folder).err().expect("something is wrong with it");
        assert!(odd.contains(said) && odd.lines().count() == 1, "{is}: {odd}");
    }
    fs::remove_dir_all(&folder).expect("tidied");
}
