//! The same facts in any order and as often as you like give the same signals; later facts correct earlier ones.

use super::*;
use crate::{
    Quantity, When,
    fact::of_line,
    rules::testing::{at, day, ground},
    story::{
        Inspection, Load, Milestone, Nonconformity, Pegged, Places, ReportIs, Return, Shipment, ShortKind,
        ShortPayment, Supply, Verdict,
    },
};
use jiff::Timestamp;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn key(order: u8) -> LineKey {
    LineKey { order_no: format!("A-{order}"), line_no: "1".into() }
}

fn known(hour: u16) -> Timestamp {
    let start: Timestamp = "2026-11-01T00:00:00Z".parse().unwrap();
    start + jiff::SignedDuration::from_hours(hour.into())
}

fn a_day() -> impl Strategy<Value = When> {
    (1i8..=30).prop_map(|day| When::Day(jiff::civil::date(2026, 11, day)))
}

fn maybe_day() -> impl Strategy<Value = Option<When>> {
    proptest::option::of(a_day())
}

fn report() -> impl Strategy<Value = What> {
    (any::<bool>(), a_day()).prop_map(|(taken_back, at)| What::Nonconformity {
        number: "QN-1".into(),
        report: Nonconformity {
            at,
            what: None,
            lots: vec![],
            quantity: None,
            report: if taken_back { ReportIs::Withdrawn } else { ReportIs::Made },
            case: None,
        },
    })
}

fn what() -> impl Strategy<Value = What> {
    let dated = proptest::sample::select(vec![
        Dated::Ordered,
        Dated::Acknowledged,
        Dated::Requested,
        Dated::NeedBy,
        Dated::Ready,
        Dated::Shipped,
        Dated::Delivered,
        Dated::Cancelled,
    ]);
    let promised = (a_day(), proptest::option::of(0u16..700))
        .prop_map(|(day, told)| What::Promised { day, told_at: told.map(known) });
    let step = (0u8..3, maybe_day(), maybe_day()).prop_map(|(name, planned, actual)| What::Milestone {
        name: format!("step {name}"),
        step: Milestone { planned, actual },
    });
    let supply = (a_day(), maybe_day(), maybe_day()).prop_map(|(needed, promised, received)| What::Supply {
        number: "PO-1".into(),
        supply: Supply { needed, promised, received },
    });
    let stock = (0u32..9).prop_map(|pegged| {
        What::Stock(Pegged { wanted: Quantity::whole(5), pegged: Quantity::whole(pegged), alternates: None })
    });
    let test = (any::<bool>(), a_day()).prop_map(|(failed, at)| What::Inspection {
        number: "test 1".into(),
        test: Inspection { lot: "L-1".into(), verdict: if failed { Verdict::Failed } else { Verdict::Passed }, at },
    });
    let load = (60u32..99).prop_map(|hours| What::Load {
        centre: "drill".into(),
        load: Load { week: jiff::civil::date(2026, 11, 16), hours_planned: hours, hours_there: 80 },
    });
    let shipment = (maybe_day(), maybe_day(), maybe_day()).prop_map(|(left, expected, denied)| What::Shipment {
        number: "S-1".into(),
        shipment: Shipment { left, expected, denied, proof: left, ..Shipment::default() },
    });
    let back = a_day().prop_map(|at| What::Return { number: "R-1".into(), back: Return { at, case: None } });
    let short = a_day().prop_map(|at| What::ShortPayment {
        number: "D-1".into(),
        short: ShortPayment { kind: ShortKind::DebitNote, at, case: None },
    });
    let check = proptest::sample::select(vec![Outcome::Ok, Outcome::NotOk, Outcome::NotHeard]).prop_map(What::Check);
    let places = (0u8..3).prop_map(|supplier| {
        What::Places(Places { supplier: Some(format!("supplier {supplier}")), ..Places::default() })
    });
    prop_oneof![
        4 => (dated, maybe_day()).prop_map(|(dated, at)| What::Date(dated, at)),
        2 => promised,
        2 => step,
        1 => supply,
        1 => report(),
        1 => stock,
        1 => test,
        1 => load,
        1 => shipment,
        1 => back,
        1 => short,
        1 => Just(What::Question),
        1 => check,
        1 => places,
    ]
}

fn fact() -> impl Strategy<Value = Fact> {
    (0u8..3, 0u16..460, what()).prop_map(|(order, hour, what)| Fact { line: key(order), known_at: known(hour), what })
}

/// What a look says, by line and subject: what is kept as signals.
fn signals(facts: impl IntoIterator<Item = Fact>) -> BTreeMap<String, Finding> {
    let mut book = Book::default();
    for fact in facts {
        book.take(fact);
    }
    let history = History::default();
    let mut all = BTreeMap::new();
    ground(|g| {
        book.look(&history, g, |_, found| {
            for one in found {
                let subject = format!("{} {}", one.kind.word(), one.subject);
                assert!(all.insert(subject.clone(), one).is_none(), "{subject} twice in one look");
            }
        });
    });
    all
}

/// Another order, and a third of the facts twice, drawn from a seed.
fn shuffled(facts: &[Fact], seed: u64) -> Vec<Fact> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    let mut all = facts.to_vec();
    for _ in 0..facts.len() / 3 {
        all.push(facts[next(facts.len())].clone());
    }
    for last in (1..all.len()).rev() {
        all.swap(last, next(last + 1));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The proof that the issue asks for: 100 random orders with repeats give the same signals.
    #[test]
    fn the_same_facts_in_100_random_orders_with_repeats_give_the_same_signals(
        facts in proptest::collection::vec(fact(), 1..40),
    ) {
        let straight = signals(facts.clone());
        for seed in 0..100 {
            prop_assert_eq!(&signals(shuffled(&facts, seed)), &straight);
        }
    }

    /// One fact more touches its own line: what is said about the others stays as it was.
    #[test]
    fn one_more_fact_changes_only_its_own_line(
        facts in proptest::collection::vec(fact(), 1..30),
        more in fact(),
    ) {
        let mut book = Book::default();
        for fact in &facts {
            book.take(fact.clone());
        }
        let history = History::default();
        let others = [0, 1, 2].map(key).into_iter().filter(|other| *other != more.line).collect::<Vec<_>>();
        let look = |book: &Book| ground(|g| others.iter().map(|key| book.look_at(key, &history, g)).collect::<Vec<_>>());
        let before = look(&book);
        book.take(more);
        prop_assert_eq!(look(&book), before);
    }

    /// A clock that is set back and forth finds what it found at the same hour before.
    #[test]
    fn a_clock_that_jumps_finds_the_same_again(
        facts in proptest::collection::vec(fact(), 1..30),
        jump in -2_000i64..2_000,
    ) {
        let mut book = Book::default();
        for fact in facts {
            book.take(fact);
        }
        let history = History::default();
        let look = |now: &str| at(now, |g| [0, 1, 2].map(|order| book.look_at(&key(order), &history, g)));
        let (noon, there) = ("2026-11-20T12:00:00Z", known(400) + jiff::SignedDuration::from_hours(jump));
        let before = look(noon);
        look(&there.to_string());
        prop_assert_eq!(look(noon), before);
    }
}

fn fact_of(hour: u16, what: What) -> Fact {
    Fact { line: key(1), known_at: known(hour), what }
}

fn promised(hour: u16, on: &str) -> Fact {
    fact_of(hour, What::Promised { day: on.parse().unwrap(), told_at: None })
}

/// A delivery that comes to light late takes its signal back, and nothing is found twice.
#[test]
fn facts_that_come_late_correct_what_was_found() {
    let late = [promised(1, "2026-11-16")];
    assert!(signals(late.clone()).keys().any(|said| said.starts_with("late-undelivered")));
    let entered = fact_of(450, What::Date(Dated::Delivered, day("2026-11-16")));
    let found = signals(late.into_iter().chain([entered]));
    assert!(!found.keys().any(|said| said.starts_with("late-undelivered")));
}

/// S063: the promise moved and nobody told them; the telling ends it, whichever of the two came in first.
#[test]
fn s063_a_moved_promise_is_a_silent_slip_until_somebody_tells() {
    let moved = [promised(1, "2026-11-26"), promised(300, "2026-12-10")];
    assert!(signals(moved.clone()).keys().any(|said| said.starts_with("silent-slip")));
    let told = What::Promised { day: "2026-12-10".parse().unwrap(), told_at: Some(known(320)) };
    let all = [fact_of(310, told), moved[1].clone(), moved[0].clone()];
    assert!(!signals(all).keys().any(|said| said.starts_with("silent-slip")));
}

/// S012: the day they need it is asked. A requested day never becomes one.
#[test]
fn s012_the_needed_day_is_never_a_copy_of_the_requested_one() {
    let mut book = Book::default();
    book.take(fact_of(1, What::Date(Dated::Requested, day("2026-11-24"))));
    let story = book.story(&key(1)).unwrap();
    assert_eq!((story.line.requested, story.line.need_by), (day("2026-11-24"), None));
}

/// S025: nothing in the facts has a place for what an order is worth or for how big a customer is.
#[test]
fn s025_no_fact_has_a_price_a_revenue_or_a_tier() {
    let full = [
        What::Stock(Pegged { wanted: Quantity::whole(1), pegged: Quantity::whole(1), alternates: None }),
        What::Shipment { number: "S".into(), shipment: Shipment::default() },
        What::ShortPayment {
            number: "D".into(),
            short: ShortPayment { kind: ShortKind::PaidLess, at: "2026-11-20".parse().unwrap(), case: None },
        },
        What::Places(Places::default()),
    ];
    let mut book = Book::default();
    for what in full {
        book.take(fact_of(1, what));
    }
    let shown = format!("{:?} {:?}", book, book.story(&key(1)));
    for word in ["price", "value", "amount", "revenue", "margin", "tier", "worth", "turnover"] {
        assert!(!shown.to_lowercase().contains(word), "{word}");
    }
}

#[test]
fn a_day_that_is_over_here_may_not_be_over_where_the_supplier_is() {
    let book = |zone: &str, now: &str| {
        let zone = jiff::tz::TimeZone::get(zone).unwrap();
        let mut book = Book::default();
        book.take(promised(1, "2026-11-19"));
        let after = |from: Timestamp, _: u32| from;
        let g = Ground { now: now.parse().unwrap(), zone: &zone, working_days_after: &after };
        book.look_at(&key(1), &History::default(), &g).iter().any(|found| found.kind == crate::Kind::LateUndelivered)
    };
    assert!(book("Europe/Berlin", "2026-11-20T02:00:00Z"));
    assert!(!book("America/New_York", "2026-11-20T02:00:00Z"), "there it is still the 19th");
}

#[test]
fn a_line_of_an_order_file_becomes_facts_and_comes_back_the_same() {
    let line = Line {
        item: Some("KB-7".into()),
        quantity: Some("12".into()),
        ordered: day("2026-11-02"),
        requested: day("2026-11-18"),
        promised: day("2026-11-20"),
        first_promised: day("2026-11-20"),
        shipped: day("2026-11-17"),
        ..Line::new("A-1", "1")
    };
    let mut book = Book::default();
    for fact in of_line(&line, known(1)) {
        book.take(fact);
    }
    assert_eq!(book.story(&line.key).unwrap().line, line);
}

#[test]
fn what_is_over_is_let_go_of_and_an_unanswered_return_keeps_it() {
    let mut book = Book::default();
    book.take(fact_of(1, What::Date(Dated::Delivered, day("2026-11-10"))));
    assert!(!is_over(&book.story(&key(1)).unwrap()), "nobody has asked yet");
    book.take(fact_of(2, What::Check(Outcome::Ok)));
    assert!(is_over(&book.story(&key(1)).unwrap()));
    let back = Return { at: "2026-11-19".parse().unwrap(), case: None };
    book.take(fact_of(3, What::Return { number: "R-1".into(), back }));
    assert!(!is_over(&book.story(&key(1)).unwrap()));
    book.let_go(&key(1));
    assert!(book.is_empty());
}
