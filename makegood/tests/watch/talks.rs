//! Signals as talks: one customer and one reason stand once with their count, and what spares them most stands first (decision 0183).

use super::maria;
use crate::support::{both_async, world};
use jiff::ToSpan;
use store::signals::{FirstToTell, Raised};
use uuid::Uuid;
use watch::{Arg, Kind, Sentence};
use world::{ACME, BOREALIS, NOW, write};

fn raised(kind: Kind, account: casework::ids::AccountId, n: i64, evidence: Sentence) -> Raised {
    Raised {
        kind: kind.word().into(),
        subject: format!("{}{n}", kind.word()),
        account: Some(account),
        contact: None,
        line: None,
        message: None,
        evidence,
        since: NOW - (n * 24).hours(),
        owed_at: NOW - ((n - 1) * 24).hours(),
        detected_at: NOW,
        first_to_tell: FirstToTell::Us,
        raised_by: None,
        confidence: None,
    }
}

/// The signals of two close cases were owed longest and stood above the promise that had slipped this morning, one line each.
#[test]
fn w25_filled_the_page_of_signals_and_is_one_talk_now_behind_whoever_waits_for_a_word() {
    both_async(|db| async move {
        let mut maria = maria(&db).await;
        let told = db.clone();
        tokio::task::block_in_place(|| {
            let close = |n: i64| {
                let text = |text: String| Arg::Text(text);
                let args =
                    [("first", text("MG-1".into())), ("second", text(format!("MG-{n}"))), ("days", Arg::Count(n))];
                raised(Kind::CasesClose, ACME, n, Sentence::new("signal-cases-close", args))
            };
            let day = |day: &str| Arg::When(day.parse().expect("a day"));
            let slipped = [("line", Arg::Text("B-1/1".into())), ("ordered", day("2026-03-01"))];
            let mut all: Vec<Raised> = (2..8).map(close).collect();
            all.push(raised(Kind::Unacknowledged, BOREALIS, 1, Sentence::new("signal-unacknowledged", slipped)));
            write(&told, move |tx| {
                Ok(store::signals::raise(tx, &all, &mut store::mint::Mint::new(Uuid::from_u128(7), NOW))?)
            });
        });
        let page = maria.get("/signals").await;
        page.is(200).shows("for each minute of talk").shows("and 5 more like it").shows("MG-2 came 2 days after MG-1");
        page.hides("MG-7 came");
        let at = |words: &str| page.html.find(words).unwrap_or_else(|| panic!("{words} is not there"));
        assert!(at("B-1/1 was ordered") < at("MG-2 came"), "whoever waits for a word stands first");
        let of = format!("/signals?account={ACME}&kind=cases-close");
        let all = maria.get(&of).await;
        all.is(200).shows("Acme Robotics, all for one reason").shows("MG-7 came").hides("B-1/1");
        let by_time = maria.get("/signals?by=time").await;
        let at = |words: &str| by_time.html.find(words).unwrap_or_else(|| panic!("{words} is not there"));
        assert!(at("MG-7 came") < at("MG-2 came") && at("MG-2 came") < at("B-1/1 was ordered"));
        maria
            .get(&format!("/signals?account={BOREALIS}&kind=cases-close"))
            .await
            .shows("Nobody waits for this any more.");
    });
}
