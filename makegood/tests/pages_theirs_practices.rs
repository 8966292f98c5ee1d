//! What the practices promise the customer, each by the sentence of its row: their terms, our answers in time, their word, their clock.
//! In process, on both databases, the clocks run out by the program's own job.

use crate::by_link::{TITLE, Theirs, laid_out};
use crate::desk::Desk;
use crate::support::both_async;
use crate::walk::{chosen, closed, heard, made_good, planned};
use casework::ids::PersonId;
use makegood::jobs::{Outbox, Scheduler};
use uuid::Uuid;

/// Ewa, who is told when a clock goes up.
const EWA: PersonId = PersonId(Uuid::from_u128(12));

/// The program's own jobs, until nothing is due.
async fn jobs(desk: &Desk) {
    let (mut clocks, mut outbox) = (Scheduler::new(desk.app.clone()), Outbox::new(desk.app.clone()));
    while clocks.beat().await.ran_out > 0 {}
    while outbox.beat().await > 0 {}
}

/// What Ewa was told urgently about an answer that they wait for.
async fn ewa_was_told(desk: &Desk) -> Vec<String> {
    let now = desk.app.now();
    let notices = desk.app.db.read(move |conn| store::outbox::notices(conn, EWA, now)).await.expect("notices");
    let said = notices.into_iter().filter(|notice| notice.urgent).map(|notice| format!("{:?}", notice.text));
    said.filter(|text| text.replace('_', "-").contains("c14-answer-proposal")).collect()
}

/// S142: side by side in their terms, when it arrives, how sure, what they do, what it costs them; and nothing of what it costs us.
#[test]
fn s142_the_ways_on_their_page_have_their_terms_and_no_cost_of_ours() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let ours = [("what", "The truck at night"), ("value.cents", "913.55"), ("value.currency", "EUR")];
        desk.done(&case, "record-cost", &ours).await;
        desk.done(&case, "add-note", &[("text", "Making them again costs us 4711 EUR.")]).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let page = dana.page().await;
        let ways: Vec<&str> = page
            .split("<section class=\"one-way")
            .skip(1)
            .map(|way| way.split("</section>").next().unwrap_or(way))
            .collect();
        assert!(ways.len() >= 2, "{page}");
        for way in ways.iter().filter(|way| way.contains("/do/choose?")) {
            for column in ["You have it", "How sure", "You do", "It costs you"] {
                assert!(way.contains(column), "{column} in {way}");
            }
        }
        for cost in ["4711", "913.55", "costs us"] {
            assert!(!page.contains(cost), "{cost} in {page}");
        }
    });
}

/// S156: what they propose by their link has the rank of ours and, without an answer for a working day, goes up by the clock itself.
#[test]
fn s156_a_proposal_that_nobody_answers_for_a_working_day_goes_up() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        dana.does("propose", &[("what", "Half by Thursday, half on Monday")]).await;
        jobs(&desk).await;
        // Beside ours, with the same columns, and owed on *Run to it* at once.
        let tab = desk.get(&format!("/cases/{case}/options")).await.body;
        let head = tab.split("<thead").nth(1).and_then(|rest| rest.split("</thead>").next()).unwrap_or_default();
        assert!(head.contains("New boards, made here") && head.contains("Half by Thursday"), "{tab}");
        let proposal = desk.offered(&case, "answer-suggestion", "option").await.remove(0);
        assert!(desk.get("/").await.body.contains(&format!("/do/answer-suggestion?option={proposal}")));
        // A working day less an hour: nobody above hears of it.
        desk.later(23 * 60);
        jobs(&desk).await;
        assert!(ewa_was_told(&desk).await.is_empty(), "{:?}", ewa_was_told(&desk).await);
        desk.later(2 * 60);
        jobs(&desk).await;
        let told = ewa_was_told(&desk).await;
        assert_eq!(told.len(), 1, "the working day is over: {told:?}");
        desk.days_later(0).await;
        let page = desk.get(&format!("/cases/{case}")).await.body;
        assert!(page.contains("Answer to their proposal") || page.contains("their proposal"), "{page}");
        // It is told once, not with each look.
        jobs(&desk).await;
        assert_eq!(ewa_was_told(&desk).await.len(), 1);
    });
}

/// S156: one that was answered in time goes up to nobody.
#[test]
fn s156_a_proposal_answered_in_time_goes_up_to_nobody() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        dana.does("propose", &[("what", "Half by Thursday, half on Monday")]).await;
        let proposal = desk.offered(&case, "answer-suggestion", "option").await.remove(0);
        let answer = [("option", proposal.as_str()), ("answer", "partly"), ("words", "A quarter on Thursday.")];
        desk.done(&case, "answer-suggestion", &answer).await;
        desk.later(25 * 60);
        jobs(&desk).await;
        let told = ewa_was_told(&desk).await;
        assert!(told.is_empty(), "{told:?}");
        assert!(dana.page().await.contains("A quarter on Thursday."), "they read the answer");
    });
}

/// S153: whoever has no part in a grave case is flagged with the way to change it, until they have one or would rather not.
#[test]
fn s153_a_customer_without_a_part_is_flagged_until_they_decline() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        let there = format!("/cases/{case}");
        let page = desk.get(&there).await.body;
        let flag = page.split("class=\"late\"").find(|part| part.contains("customer has no part in it yet"));
        assert!(
            flag.is_some_and(|part| part.contains(&format!("{there}/do/draft-plan"))),
            "in red, with the way: {page}"
        );
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        dana.does("step-back", &[("how", "not_at_all"), ("words", "Do it without me.")]).await;
        let page = desk.get(&there).await.body;
        assert!(
            page.contains("they leave the doing to us") && !page.contains("customer has no part in it yet"),
            "{page}"
        );
        dana.does("join-again", &[]).await;
        assert!(desk.get(&there).await.body.contains("customer has no part in it yet"));
    });
}

/// S188: what they would have us do differently is open on the case until we reply, and they read the reply.
#[test]
fn s188_feedback_without_our_reply_shows_as_open() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        chosen(&desk, &case).await;
        planned(&desk, &case).await;
        let there = format!("/cases/{case}");
        assert!(!desk.get(&there).await.body.contains("No reply from us yet"));
        let said = [("feedback", "Call before ten."), ("next_contact_at", "Thu 10:00")];
        desk.done(&case, "record-check-in", &said).await;
        let page = desk.get(&there).await.body;
        let open = page.split("What we should do differently").nth(1).unwrap_or_default();
        assert!(open.contains("Call before ten.") && open.contains("do/record-check-in"), "{page}");
        let form = desk.get(&format!("{there}/do/record-check-in")).await.body;
        assert!(form.contains("Call before ten.") && form.contains("Any other questions?"), "S213: {form}");
        desk.done(&case, "record-check-in", &[("our_reply", "From now on at nine.")]).await;
        assert!(!desk.get(&there).await.body.contains("What we should do differently"), "answered");
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        assert!(dana.page().await.contains("From now on at nine."));
    });
}

/// S206: whether it is solved is asked with how satisfied they are with the outcome, the way and the people, one to five.
#[test]
fn s206_their_word_is_asked_with_outcome_way_and_people() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let form = dana.get(&format!("{}/do/solved", dana.home)).await.body;
        for name in ["outcome", "process", "people"] {
            let select = form.split("<select").find(|s| s.contains(&format!("name=\"{name}\""))).unwrap_or_default();
            for score in 1..=5 {
                assert!(select.contains(&format!("value=\"{score}\"")), "{name} {score}: {form}");
            }
            let talk = desk.get(&format!("/cases/{case}/do/record-word")).await.body;
            assert!(talk.contains(&format!("name=\"{name}\"")), "{name} by voice: {talk}");
        }
    });
}

/// S211: a closed case is opened again with one line by the same link, months later: a first contact is owed, by its clock.
#[test]
fn s211_a_closed_case_is_opened_again_with_one_line_months_later() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        chosen(&desk, &case).await;
        planned(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        made_good(&desk, &case).await;
        closed(&desk, &case).await;
        desk.days_later(120).await;
        assert!(dana.page().await.contains("/do/open-again"), "the link is live");
        dana.does("open-again", &[("words", "Three more are dead.")]).await;
        let page = desk.get(&format!("/cases/{case}")).await.body;
        assert!(
            page.contains("Three more are dead.") && page.contains("/why/c01_first_contact"),
            "the clock runs: {page}"
        );
        // The link lasts from here on as if it were new.
        desk.days_later(120).await;
        assert!(dana.page().await.contains("We see it, and we are working to make it right."));
    });
}

/// S249: the same moment is said on the wall of whoever reads it, and the time we have is the same for all of them.
#[test]
fn s249_each_reads_their_own_clock_and_waits_no_longer() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let mut due = vec![];
        for (zone, hour) in [("America/Chicago", "03:00"), ("Asia/Tokyo", "18:00"), ("Europe/London", "09:00")] {
            let contact = [
                ("name", "Dana Ruiz"),
                ("phone", "+1 512 555 0148"),
                ("language", "en"),
                ("zone", zone),
                ("active", "on"),
            ];
            assert_eq!(desk.post(&format!("/contacts/{}", desk.dana), &contact).await.status, 303);
            let case = desk.opened(&format!("The boards came late, says {zone}.")).await;
            let why = desk.get(&format!("/cases/{case}/why/c01_first_contact")).await.body;
            let at =
                why.split("datetime=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
            due.push(at);
            let promise =
                [("what", "next_contact"), ("words", ""), ("to", desk.dana.as_str()), ("due", "2026-03-03 09:00")];
            desk.done(&case, "make-promise", &promise).await;
            let page = Theirs::invited(&desk, &case, &desk.dana).await.page().await;
            let next =
                page.split("You hear from us by").nth(1).and_then(|rest| rest.split("</p>").next()).unwrap_or_default();
            assert!(next.contains(hour) && next.contains("2026-03-03T"), "{zone}: {page}");
        }
        assert!(due[0].len() > 10 && due.windows(2).all(|pair| pair[0] == pair[1]), "{due:?}");
    });
}

/// S213: any other questions is asked in the talk, at the check-in and in the call afterwards; each has its owner and its time.
#[test]
fn s213_any_other_questions_is_asked_at_each_contact() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        for act in ["record-conversation", "follow-up"] {
            let form = desk.get(&format!("/cases/{case}/do/{act}")).await.body;
            assert!(form.contains("Any other questions?"), "{act}: {form}");
        }
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        dana.does("ask", &[("words", "Who pays the freight?")]).await;
        assert!(dana.page().await.contains("We owe you the answer."));
        let question = desk.offered(&case, "answer-question", "question").await.remove(0);
        let why = desk.get(&format!("/cases/{case}/why/c14_answer_proposal?about={question}")).await.body;
        assert!(why.contains("Maria Krawczyk"), "who owes it: {why}");
    });
}
