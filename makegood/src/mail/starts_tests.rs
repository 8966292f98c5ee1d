//! What a beginning says by fault and origin, and what it never does: apologise for what is not ours, promise, name a day that nobody kept.
use super::*;
use crate::mail::letters::gap;
use proofread::{Address, Draft, Person, Purpose, Record, Reviewer};
use proptest::prelude::*;
use std::sync::LazyLock;

static RULES: LazyLock<Reviewer> = LazyLock::new(|| Reviewer::shipped().expect("packs"));
static CHICAGO: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::get("America/Chicago").expect("a zone"));

fn at(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}

fn known(fault: Fault, origin: Origin, apology: Apology) -> Known<'static> {
    Known {
        fault,
        origin,
        apology,
        problem: "Half the boards are dry".into(),
        our_part: Some("We drilled the holes at 4 mm".into()),
        effects: vec!["Line 3 stands".into()],
        concerns: vec!["The fair begins on Monday".into()],
        done: vec!["40 boards sorted".into()],
        steps: vec![("New boards in your hands".into(), at("2026-03-05T18:00:00Z"))],
        old_day: None,
        new_day: None,
        next: Some(at("2026-03-04T18:00:00Z")),
        turn: 1042,
        zone: &CHICAGO,
    }
}

fn said(known: &Known, language: Language) -> String {
    written(&start(known, language))
}

/// Words that apologise, in each of their languages.
const SORRY: [&str; 9] = ["sorry", "apolog", "leid", "entschuld", "przepr", "przykro", "siento", "disculp", "perdón"];
/// And those that own a fault, or push one away.
const OWNING: [&str; 5] = ["mistake", "fault", "fehler", "błąd", "error"];
const DENYING: [&str; 5] = ["not our", "nicht unser", "nie nasz", "no es nuestr", "carrier"];

fn has(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

/// X07, S100: each position has its own text; who is not known to have had the fault is neither owned nor denied for.
#[test]
fn x07_each_fault_position_has_its_own_text() {
    for language in Language::THEIRS {
        for fault in [Fault::Unknown, Fault::ThirdParty, Fault::Theirs] {
            let text = said(&known(fault, Origin::CustomerReported, Apology::NotOurs), language);
            assert!(!has(&text, &SORRY) && !has(&text, &OWNING) && !has(&text, &DENYING), "{text}");
            assert!(text.contains("Half the boards are dry") && text.contains("Line 3 stands"), "{text}");
            assert!(text.contains('?'), "it offers help: {text}");
        }
        for fault in [Fault::Ours, Fault::Shared] {
            let text = said(&known(fault, Origin::CustomerReported, Apology::Now), language);
            assert!(
                has(&text, &SORRY) && has(&text, &OWNING) && text.contains("We drilled the holes at 4 mm."),
                "{text}"
            );
        }
    }
    let unknown = said(&known(Fault::Unknown, Origin::CustomerReported, Apology::NotOurs), Language::English);
    assert!(
        unknown.contains("we do not know yet") && unknown.contains("Next word from us: by Wed, 4 Mar 2026 12:00."),
        "{unknown}"
    );
    let third = said(&known(Fault::ThirdParty, Origin::CustomerReported, Apology::NotOurs), Language::English);
    assert!(third.contains("I want to help you with this."), "{third}");
}

/// X01: ours is owned at once and apologised for after listening; news of ours is told and asked about first.
#[test]
fn x01_an_apology_waits_for_listening_and_for_their_answer() {
    for language in Language::THEIRS {
        let before = said(&known(Fault::Ours, Origin::CustomerReported, Apology::AfterListening), language);
        assert!(!has(&before, &SORRY) && has(&before, &OWNING), "{before}");
        let news = said(&known(Fault::Ours, Origin::WeBringNews, Apology::AfterTheirAnswer), language);
        assert!(!has(&news, &SORRY) && !has(&news, &OWNING), "{news}");
    }
}

/// S067: problem, effect on the customer, and the question whether it still works.
#[test]
fn s067_a_beginning_has_the_problem_the_effect_and_one_question() {
    let mut slip = known(Fault::Ours, Origin::WeBringNews, Apology::AfterTheirAnswer);
    (slip.problem, slip.old_day, slip.new_day) =
        ("The boards slip".into(), "2026-03-02".parse().ok(), "2026-03-05".parse().ok());
    let text = said(&slip, Language::English);
    for words in ["The boards slip.", "5 Mar 2026", "2 Mar 2026", "Line 3 stands.", "Does this still work for you?"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(text.matches('?').count(), 1, "one question: {text}");
    slip.effects.clear();
    assert!(said(&slip, Language::English).contains("I do not know yet what this does to you."));
}

/// S102: commitment shows in a step with its day, from the plan.
#[test]
fn s102_the_next_real_step_stands_there_with_its_day() {
    let text = said(&known(Fault::ThirdParty, Origin::CustomerReported, Apology::NotOurs), Language::English);
    assert!(text.contains("Next: New boards in your hands, by Thu, 5 Mar 2026 12:00."), "{text}");
}

/// How each language thanks.
const THANKS: [&str; 4] = ["Thank you", "Danke", "Dziękujemy", "Gracias"];

/// S220: whoever told us could have gone elsewhere without a word: the beginning thanks them. Of news that we bring there is nothing to thank for.
#[test]
fn s220_whoever_told_us_is_thanked_for_it() {
    for language in Language::THEIRS {
        let thanks = |origin| {
            let text = said(&known(Fault::Unknown, origin, Apology::NotOurs), language);
            THANKS.iter().any(|word| text.starts_with(word))
        };
        assert!(thanks(Origin::CustomerReported), "{language:?}");
        assert!(!thanks(Origin::WeBringNews) && !thanks(Origin::WeFoundHarm), "{language:?}");
    }
}

/// X10, S080: three ways each, another one first in another case; what was written word for word is known.
#[test]
fn x10_phrases_are_places_to_start_from_and_a_script_is_noticed() {
    for language in Language::THEIRS {
        let mut one = known(Fault::Unknown, Origin::CustomerReported, Apology::NotOurs);
        let [reflect, invite] = phrases(&one, language);
        assert!(
            reflect.len() == 3 && invite.len() == 3 && reflect.iter().all(|p| p.contains("The fair begins on Monday"))
        );
        one.turn += 1;
        assert_ne!(phrases(&one, language)[0][0], reflect[0]);
        let mail = format!("Hello,\n\n{}\n\nMaria", invite[0]);
        assert_eq!(said_before("Something of my own.", language), [""; 0]);
        assert_eq!(said_before(&mail, language), [invite[0].clone()]);
    }
}

/// What is not known is a hole, and nothing is sent with one: not by the mail's own check, and not by the review.
#[test]
fn a_fact_that_nobody_knows_is_a_hole() {
    let mut bare = known(Fault::Ours, Origin::CustomerReported, Apology::Now);
    (bare.our_part, bare.next) = (None, None);
    (bare.effects, bare.steps, bare.done) = (vec![], vec![], vec![]);
    for language in Language::THEIRS {
        let text = said(&bare, language);
        assert_eq!(text.matches('[').count(), 4, "{text}");
        assert!(gap(&text).is_some());
        let report = RULES.review(&Draft { subject: None, text: &text }, None);
        assert!(!report.may_send && report.stop.iter().all(|rule| rule == "FX09"), "{text}\n{:?}", report.stop);
    }
}

prop_compose! {
    fn any_known()(
        fault in prop::sample::select(Fault::ALL.to_vec()),
        origin in prop::sample::select(Origin::ALL.to_vec()),
        heard in prop::bool::ANY,
        part in prop::option::of(prop::sample::select(vec!["We drilled the holes at 4 mm", "We sent lot 7 twice"])),
        effects in prop::collection::vec(prop::sample::select(vec!["Line 3 stands", "Your customer waits"]), 0..3),
        done in prop::collection::vec(prop::sample::select(vec!["40 boards sorted", "Courier booked"]), 0..2),
        steps in prop::collection::vec((prop::sample::select(vec!["New boards in your hands", "Test report"]), 0i64..60), 0..3),
        days in prop::option::of((1i8..28, 1i8..28)),
        next in prop::option::of(0i64..60),
        turn in 0u64..9,
    ) -> Known<'static> {
        let later = |days: i64| at("2026-03-02T15:00:00Z") + jiff::SignedDuration::from_hours(24 * days + 1);
        let ours = matches!(fault, Fault::Ours | Fault::Shared);
        let apology = match (ours, heard, origin) {
            (false, ..) => Apology::NotOurs,
            (true, true, _) => Apology::Now,
            (true, false, Origin::WeBringNews) => Apology::AfterTheirAnswer,
            (true, false, _) => Apology::AfterListening,
        };
        let day = |day: i8| jiff::civil::date(2026, 4, day);
        Known {
            fault, origin, apology, turn,
            problem: "Half the boards are dry".into(),
            our_part: part.map(str::to_owned),
            effects: effects.into_iter().map(str::to_owned).collect(),
            concerns: vec![],
            done: done.into_iter().map(str::to_owned).collect(),
            steps: steps.into_iter().map(|(what, n)| (what.to_owned(), later(n))).collect(),
            old_day: days.map(|(old, _)| day(old)),
            new_day: days.map(|(_, new)| day(new)),
            next: next.map(later),
            zone: &CHICAGO,
        }
    }
}

/// The record that the review sees: the days that are kept, and no other.
fn record(known: &Known, language: Language) -> Record {
    let civil = |at: Timestamp| at.to_zoned(CHICAGO.clone()).datetime();
    let days = [known.old_day, known.new_day].into_iter().flatten().map(|day| day.at(0, 0, 0, 0));
    Record {
        sent_at: Some(civil(at("2026-03-02T15:00:00Z"))),
        purpose: Purpose::Acknowledgement,
        language: Some(language.tag().to_owned()),
        open: Some(true),
        fault: Some(match known.fault {
            Fault::Unknown => proofread::Fault::Unknown,
            Fault::Ours => proofread::Fault::Ours,
            Fault::Shared => proofread::Fault::Shared,
            Fault::ThirdParty => proofread::Fault::ThirdParty,
            Fault::Theirs => proofread::Fault::Theirs,
        }),
        impact_known: Some(known.apology == Apology::Now),
        contact: Person { name: "Dana Rao".into(), ..Person::default() },
        plan: known.steps.iter().map(|(_, at)| civil(*at)).chain(days).collect(),
        next_update: known.next.map(civil),
        address: Some(Address::Formal),
        ..Record::default()
    }
}

/// Runs of digits of a text.
fn numbers(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn it_never_apologises_for_others_never_promises_and_names_no_day_of_its_own(known in any_known()) {
        for language in Language::THEIRS {
            let sentences = start(&known, language);
            let text = written(&sentences);
            if known.apology != Apology::Now {
                prop_assert!(!has(&text, &SORRY), "{text}");
            }
            if known.apology == Apology::NotOurs {
                prop_assert!(!has(&text, &OWNING) && !has(&text, &DENYING), "{text}");
            }
            // Every number stands in a fact: in somebody's words, or in a day that is kept.
            let facts = [&known.our_part.clone().unwrap_or_default(), &known.problem].map(String::clone).into_iter()
                .chain(known.effects.clone()).chain(known.done.clone()).chain(known.steps.iter().map(|(what, _)| what.clone()));
            let moments = known.steps.iter().map(|(_, at)| *at).chain(known.next).map(|at| said_in(language, || moment(at, known.zone)));
            let days = [known.old_day, known.new_day].into_iter().flatten().map(|day| said_in(language, || when::whole_date(day)));
            let kept = facts.chain(moments).chain(days).collect::<Vec<_>>().join(" ");
            let kept = numbers(&kept);
            for number in numbers(&text) {
                prop_assert!(kept.contains(&number), "{number} in {text}");
            }
            let report = RULES.review(&Draft { subject: None, text: &text }, Some(&record(&known, language)));
            prop_assert!(report.promises.is_empty(), "{:?} in {text}", report.promises);
            let holes = gap(&text).is_some();
            prop_assert_eq!(report.may_send, !holes, "{:?} in {}", report.findings, text);
            prop_assert!(report.stop.iter().all(|rule| rule == "FX09"), "{:?} in {text}", report.stop);
        }
    }
}
