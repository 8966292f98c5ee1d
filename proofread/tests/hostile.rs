//! Whatever comes in: no panic, every span on the border of a letter, the same report twice, and work that grows with the text.
use proofread::{Draft, Record, Reviewer, rewritten};
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static REVIEWER: LazyLock<Reviewer> = LazyLock::new(|| Reviewer::shipped().expect("packs"));

fn record() -> Record {
    Record {
        sent_at: Some(jiff::civil::date(2026, 5, 11).at(9, 0, 0, 0)),
        numbers: vec!["PO-47110".into()],
        amounts: vec!["240 EUR".into()],
        ..Record::default()
    }
}

fn sound(text: &str) {
    let record = record();
    let draft = Draft { subject: Some(text), text };
    let report = REVIEWER.review(&draft, Some(&record));
    let findings = report.findings.iter().map(|f| (f.start, f.end));
    let markers = report.markers.iter().map(|m| (m.start, m.end));
    let promises = report.promises.iter().map(|p| (p.start, p.end));
    for (start, end) in findings.chain(markers).chain(promises) {
        assert!(text.get(start..end).is_some(), "{start}..{end} in {text:?}");
    }
    assert_eq!(report, REVIEWER.review(&draft, Some(&record)), "the same again");
    let once = rewritten(text, &report);
    let twice = rewritten(&once, &REVIEWER.review(&Draft { subject: None, text: &once }, Some(&record)));
    // Words that only come together by a rewriting may be seen then; a third time changes nothing.
    let third = rewritten(&twice, &REVIEWER.review(&Draft { subject: None, text: &twice }, Some(&record)));
    assert_eq!(third, twice, "{text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,400}") {
        sound(&text);
    }

    #[test]
    fn words_that_rules_know_in_any_order_are_read(words in prop::collection::vec(
        prop::sample::select(vec!["sorry", "for", "the", "delay", "we", "will", "'ll", "ship", "14", "May", "2026", "10/6/26", "by", "Friday", "noon", "€", "240", "PO-47110", "\n", "\n\n", ".", "?", "!", ">", "On", "wrote:", "-", "ä", "“", "’s", "[date?]", "{{x}}", "@", "http://x", "+48 22 555", "31.02.2026", "99:99", "null", "Dear", "Ana,", "Regards", "tut", "mir", "leid", "\u{0}", "😀", "İ", "ß"]), 0..80)) {
        sound(&words.join(" "));
        sound(&words.concat());
    }
}

/// Ten times a hostile text takes about ten times as long; measured as the best of several, with room for a busy machine.
#[test]
fn the_work_grows_with_the_text() {
    let seeds = [
        "sorry for that we will if it may be that we are sorry but ",
        "a-a-1-a/",
        "1 1 1 1 ",
        "\n> \n",
        "we will ship we will ",
        "[[[[{{",
        "Dear Dear, ",
        "J. ",
    ];
    for seed in seeds {
        let best = |text: &str| {
            let time = || {
                let start = Instant::now();
                REVIEWER.review(&Draft { subject: None, text }, None);
                start.elapsed()
            };
            (0..3).map(|_| time()).min().unwrap_or(Duration::ZERO)
        };
        let short = seed.repeat(10_000 / seed.len());
        let (one, ten) = (best(&short), best(&short.repeat(10)));
        assert!(ten < one * 40 + Duration::from_millis(50), "{seed:?}: {one:?} and {ten:?}");
    }
}
