//! The second look at a report before it is sent (DOMAIN 7): plain words, and the same facts as in what the customer was told.

use casework::eight_d::Score;
use casework::inside::Discipline;
use casework::parts::{Chain, Problem, ReportStage, Strength};
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use makegood::eight_d::Report;
use makegood::eight_d::facts::{Action, ChainOf, Head, NotKnown, Reached, Step};
use makegood::eight_d::second_look::{Heard, Known, Odd, look, lowered};
use proofread::Reviewer;

fn report() -> Report {
    let step = |d: &Discipline| Step { discipline: *d, reached: Reached::Begun };
    let problem = r#"{ "failure_mode": "No solder on U7", "shipped": 900, "suspect": 200 }"#;
    let problem: Problem = serde_json::from_str(problem).unwrap_or_else(|odd| panic!("{odd}"));
    let action = Action {
        text: "Put a camera behind the printer".into(),
        chains: vec![Chain::Escape],
        causes: vec![],
        strength: Strength::Strong,
        owner: "Quentin".into(),
        due: date(2026, 12, 4),
        side_effects: String::new(),
        proof_before: String::new(),
        done_on: None,
        proof: String::new(),
        documents: vec![],
    };
    Report {
        form: String::new(),
        stage: ReportStage::EightD,
        number: "MG-1".into(),
        revision: 1,
        language: "en".into(),
        day: date(2026, 11, 20),
        title: "Half the boards are dry".into(),
        from: "Makers".into(),
        to: "Acme".into(),
        contact: "Dana".into(),
        head: Head::default(),
        steps: Discipline::ALL.iter().map(step).collect(),
        help: Default::default(),
        team: None,
        problem: Some(problem),
        in_their_words: vec![],
        compared: vec![],
        places: vec![],
        clean_from: None,
        chains: vec![],
        their_views: vec![],
        actions: vec![action],
        measure: None,
        held: vec![],
        across: vec![],
        accepted: None,
        pictures: vec![],
    }
}

fn looked(report: &Report, told: &[(&str, &str)]) -> Vec<(Discipline, Odd)> {
    let rules = Reviewer::shipped().unwrap_or_else(|odd| panic!("{odd}"));
    let at = |said: &str| said.parse().unwrap_or(Timestamp::UNIX_EPOCH);
    let heard: Vec<Heard> = told.iter().map(|(on, text)| Heard { at: at(on), text: (*text).to_owned() }).collect();
    let known = Known { zone: &TimeZone::UTC, now: at("2026-11-20T10:00:00Z"), days: &[], heard: &heard };
    look(&rules, report, &known)
}

#[test]
fn words_that_hide_are_found_where_they_stand_and_theirs_are_left_alone() {
    let mut told = report();
    assert_eq!(looked(&told, &[]), []);
    let odd = "Apparently, part X is failing to meet desired effectiveness quotas in real-world applications.";
    told.chains = vec![ChainOf {
        chain: Chain::Occurrence,
        whys: vec![vec![odd.into()], vec![odd.into()]],
        causes: vec![],
        ruled_out: vec![],
        not_known: Some(NotKnown { until: date(2026, 12, 1), words: "The paste is in the laboratory".into() }),
    }];
    let found = looked(&told, &[]);
    assert!(
        !found.is_empty() && found.iter().all(|(d, odd)| *d == Discipline::D4 && matches!(odd, Odd::NotPlain { .. })),
        "{found:?}"
    );
    told.chains.clear();
    told.in_their_words = vec![makegood::eight_d::facts::Words { words: odd.into(), by: "Dana".into(), on: None }];
    assert_eq!(looked(&told, &[]), [], "what they said is theirs");
}

#[test]
fn the_last_word_of_the_updates_is_held_against_the_report() {
    let told = report();
    let first = ("2026-11-18T09:00:00Z", "We have held back 480 boards.");
    let found = looked(&told, &[first]);
    let told_on = date(2026, 11, 18);
    assert!(
        matches!(&found[..], [(Discipline::D2, Odd::OtherCount { words, told_on: on, .. })] if words.contains("480") && *on == told_on),
        "{found:?}"
    );
    // Corrected since, so that nobody remembers the first number.
    let then = ("2026-11-19T09:00:00Z", "We counted again: 200 boards are held back.");
    assert_eq!(looked(&told, &[first, then]), []);
    assert_eq!(looked(&told, &[("2026-11-18T09:00:00Z", "In 3 days we know more.")]), [], "days are no boards");
}

/// Whatever the goods are called, in each language of the customers' side; what they are packed in is no piece, and what the report says itself agrees.
#[test]
fn every_number_of_goods_is_held_against_the_updates_in_four_languages() {
    let told = report();
    let at = "2026-11-18T09:00:00Z";
    for (odd, fine) in [
        ("We have held back 480 dry boards.", "We have held back 200 pcs."),
        ("Wir haben 1.480 Leiterplatten gesperrt.", "Wir haben 200 Stück gesperrt."),
        ("Wstrzymaliśmy 1 480 płytek.", "Wstrzymaliśmy 200 szt."),
        ("Hemos retenido las 480 placas.", "Hemos retenido 200 unidades."),
    ] {
        let found = looked(&told, &[(at, odd)]);
        assert!(
            matches!(&found[..], [(Discipline::D2, Odd::OtherCount { report, .. })] if report == "900, 200"),
            "{odd}: {found:?}"
        );
        assert_eq!(looked(&told, &[(at, fine)]), [], "{fine}");
    }
    for other in
        ["They left on 3 pallets.", "Wyślemy 3 palety.", "In 5 days we know more.", "40 screws were checked, too."]
    {
        assert_eq!(looked(&told, &[(at, other)]), [], "{other}");
    }
    let mut packed = report();
    packed.actions[0].text = "Open the 4 pallets and look at U7".into();
    assert_eq!(looked(&packed, &[(at, "4 Paletten sind gesperrt.")]), []);
    let found = looked(&packed, &[(at, "Están bloqueados 3 palés.")]);
    assert!(matches!(&found[..], [(_, Odd::OtherCount { words, .. })] if words == "3 palés"), "{found:?}");
}

#[test]
fn a_day_that_they_were_told_is_in_the_report_or_in_what_was_agreed() {
    let told = report();
    let heard = |day: &str| {
        looked(&told, &[("2026-11-18T09:00:00Z", &format!("We will put up the camera on {day} December 2026."))])
    };
    assert_eq!(heard("4"), []);
    let found = heard("1");
    assert!(matches!(&found[..], [(Discipline::D5, Odd::OtherDay { words, .. })] if words.contains('1')), "{found:?}");
    let mut other = report();
    other.actions[0].side_effects = "We will stop the line on 9 December 2026.".into();
    let found = looked(&other, &[]);
    assert!(matches!(&found[..], [(Discipline::D5, Odd::DayNotTold { words })] if words.contains('9')), "{found:?}");
}

#[test]
fn when_they_hear_from_us_and_what_is_counted_are_no_days_of_a_report() {
    let told = report();
    assert_eq!(looked(&told, &[("2026-11-18T09:00:00Z", "We will call you tomorrow at noon.")]), []);
    let mut other = report();
    other.actions[0].side_effects = "We will stop it after the 2nd reflow.".into();
    assert_eq!(looked(&other, &[]), []);
}

#[test]
fn what_is_odd_costs_a_point_in_its_discipline() {
    let score = |discipline, points| Score { discipline, points, lacks: vec![], weak: vec![] };
    let odd = [(Discipline::D2, Odd::DayNotTold { words: "9 December".into() })];
    let scores = vec![score(Discipline::D2, 2), score(Discipline::D3, 2), score(Discipline::D4, 0)];
    let points: Vec<u8> = lowered(scores, &odd).iter().map(|s| s.points).collect();
    assert_eq!(points, [1, 2, 0]);
}
