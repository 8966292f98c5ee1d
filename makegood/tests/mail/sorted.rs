//! Unsorted mail has an end by one press: it belongs to a case, opens one, its sender is a contact, it is nothing for us. Letters move between cases
//! and conversations by hand; each act has its name in the history and can be taken back.
use super::house::{House, house};
use crate::support::both_async;
use crate::support::world::{ACME, EWA, MARIA, MS_RAO, NOW, open, trouble};
use store::messages::PlaceWord;
use uuid::Uuid;

fn mail(n: u32, from: &str, subject: &str, headers: &str) -> String {
    format!(
        "From: {from}\r\nTo: care@boards.example\r\nSubject: {subject}\r\nMessage-ID: <{n}@else.example>\r\n\
         Date: Mon, 02 Mar 2026 08:00:00 +0000\r\n{headers}\r\nIt is about the boards, part {n}.\r\n"
    )
}

const NINA: &str = "Nina Berg <nina@brask-lids.example>";

async fn other_case(house: &House) -> String {
    let db = house.db.clone();
    let number = tokio::task::block_in_place(|| open(&db, trouble(ACME, MS_RAO, "The lids do not fit."), 2, NOW));
    number.to_string()
}

async fn is_empty(house: &mut House) -> bool {
    house.maria.get("/signals/mail").await.html.contains("Every mail has its place.")
}

#[test]
fn an_unsorted_mail_finds_its_case_by_a_search_and_may_be_taken_back() {
    both_async(|db| async move {
        let mut house = house(db).await;
        assert!(is_empty(&mut house).await);
        let id = house.comes(&mail(1, NINA, "Lids", "")).await;
        let other = other_case(&house).await;
        let list = house.maria.get("/signals/mail").await;
        list.shows("Lids").shows("It is about the boards, part 1.").shows(&format!("/mail/letters/{id}/move"));
        let page = house.maria.get(&format!("/mail/letters/{id}/move?find=lids+fit")).await;
        page.is(200).shows(&other).shows("The lids do not fit.").shows("data-key=\"p\"");
        house.maria.get(&format!("/mail/letters/{id}/move?find=zebra")).await.shows("No other case has these words.");
        house.presses(id, "place", &[("case", "MG-9999")]).await.is(422).shows("There is no such case.");
        let first = [("case", other.as_str()), ("request_id", "00000000-0000-0000-0000-0000000000aa")];
        let done = house.presses(id, "place", &first).await;
        done.leads_to(&format!("/signals/mail?placed={id}"));
        house.presses(id, "place", &first).await.is(303);
        let page = house.maria.get(&done.to.unwrap()).await;
        page.shows("The mail has its place.").shows("Undo").shows("Every mail has its place.");
        let kept = house.message(id).await;
        assert_eq!(kept.place, PlaceWord::Case);
        house.maria.get(&format!("/cases/{other}")).await.shows("Put the letter “Lids”");
        house.maria.get(&format!("/cases/{other}/mail")).await.shows("They wait for an answer").shows("Lids");
        // Somebody else's slip is theirs to take back.
        let mut ewa = house.maria.is(EWA).await;
        ewa.post(&format!("/mail/letters/{id}/undo"), &[]).await.is(409);
        house.presses(id, "undo", &[]).await.leads_to("/signals/mail?done=undo");
        house.maria.get("/signals/mail?done=undo").await.shows("The mail is back among the unsorted.").shows("Lids");
        house.maria.get(&format!("/cases/{other}/mail")).await.hides("They wait for an answer");
    });
}

#[test]
fn an_unsorted_mail_opens_a_case_for_a_customer_who_is_not_here_yet() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let id = house.comes(&mail(1, NINA, "The lids do not fit", "")).await;
        let page = house.maria.get(&format!("/cases/new?mail={id}")).await;
        page.is(200).shows("value=\"Brask Lids\"").shows("value=\"Nina Berg\"").shows("The lids do not fit");
        let pairs = [
            ("mail", id.to_string()),
            ("new_email", page.hidden("new_email")),
            ("new_customer", "Brask Lids".into()),
            ("new_contact", "Nina Berg".into()),
            ("title", "The lids do not fit".into()),
            ("safety", "nobody".into()),
            ("request_id", page.hidden("request_id")),
        ];
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let done = house.maria.post("/cases/new", &pairs).await;
        done.is(303);
        let number = done.to.unwrap().trim_start_matches("/cases/").split('?').next().unwrap().to_owned();
        assert_eq!(house.message(id).await.place, PlaceWord::Case);
        house.maria.get(&format!("/cases/{number}/mail")).await.shows("The lids do not fit").shows("part 1");
        assert!(is_empty(&mut house).await);
        // She is known from now on.
        let next = house.comes(&mail(2, NINA, &format!("{number}: and the screws"), "")).await;
        assert_eq!(house.message(next).await.case_id, house.message(id).await.case_id);
    });
}

#[test]
fn a_sender_becomes_a_contact_and_is_heard_as_a_signal() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let id = house.comes(&mail(1, NINA, "Lids", "")).await;
        let page = house.maria.get(&format!("/mail/letters/{id}/contact")).await;
        page.is(200)
            .shows("value=\"Nina Berg\"")
            .shows("value=\"nina@brask-lids.example\"")
            .shows("value=\"Brask Lids\"");
        let nobody = [("name", "Nina Berg"), ("email", "nina@brask-lids.example")];
        house.presses(id, "contact", &nobody).await.is(422).shows("Choose their firm, or name a new one.");
        let all = [nobody[0], nobody[1], ("firm", "Brask Lids")];
        house.presses(id, "contact", &all).await.leads_to(&format!("/signals/mail?placed={id}"));
        assert_eq!(house.message(id).await.place, PlaceWord::Account);
        house.maria.get("/signals").await.shows("Brask Lids").shows("Nina Berg");
        // A house that is called as a customer is probably theirs.
        let kin = house.comes(&mail(3, "Ida <ida@acme-robotics.example>", "Lids?", "")).await;
        let page = house.maria.get(&format!("/mail/letters/{kin}/contact")).await;
        page.shows(&format!("<option value=\"{ACME}\" selected>"));
        // A colleague from the same house is seen to be one.
        house.comes(&mail(2, "Olaf Ek <olaf@brask-lids.example>", "Lids too", "")).await;
        house.maria.get("/signals/mail").await.shows("Somebody of Brask Lids writes from the same house.");
    });
}

#[test]
fn nothing_for_us_is_put_away_and_comes_back_when_it_was_a_slip() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let id = house.comes(&mail(1, "Shop <news@shop.example>", "Sale", "")).await;
        house.presses(id, "nothing", &[]).await.leads_to(&format!("/signals/mail?placed={id}"));
        house.maria.get(&format!("/signals/mail?placed={id}")).await.shows("Put away: nothing for us.").shows("Undo");
        assert!(is_empty(&mut house).await);
        house.presses(id, "nothing", &[]).await.is(409);
        house.presses(id, "undo", &[]).await.is(303);
        house.presses(id, "undo", &[]).await.is(409);
        assert!(!is_empty(&mut house).await);
        house.presses(Uuid::from_u128(7), "nothing", &[]).await.is(409);
    });
}

/// Split, move and merge by hand: what goes alone is a conversation of its own, so that later answers follow it; both histories name who did it.
#[test]
fn letters_move_between_cases_and_conversations_by_hand() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let other = other_case(&house).await;
        let (dana, number) = ("Dana Rao <dana@customer.example>", house.case.clone());
        let first = house.comes(&mail(1, dana, &format!("{number} dry joints"), "")).await;
        let second = house.comes(&mail(2, dana, "Re: dry joints", "In-Reply-To: <1@else.example>\r\n")).await;
        let third = house.comes(&mail(3, dana, "Re: dry joints", "In-Reply-To: <2@else.example>\r\n")).await;
        assert_eq!(house.kept().await.mails.letters.len(), 3);
        let page = house.maria.get(&format!("/mail/letters/{second}/move")).await;
        page.is(200).shows("this mail and what answers it (2)").shows("the whole conversation (3)").shows(&other);
        // The second part is about the lids: it moves with what answers it.
        let wish = [("case", other.as_str()), ("along", "answers"), ("back", number.as_str())];
        house.presses(second, "place", &wish).await.leads_to(&format!("/cases/{number}/mail?moved={second}"));
        house.get("").await.shows(&format!("Moved the letter “Re: dry joints” to {other}"));
        house.maria.get(&format!("/cases/{other}")).await.shows(&format!("here from {number}"));
        assert_eq!(house.happened("letter_moved_away").await, [Some(MARIA.0), Some(MARIA.0)]);
        let waiting: Vec<Uuid> = house.kept().await.mails.letters.iter().map(|letter| letter.message.0).collect();
        assert_eq!(waiting, [first]);
        let (one, two, three) = (house.message(first).await, house.message(second).await, house.message(third).await);
        assert_eq!((two.case_id, two.thread_id), (three.case_id, three.thread_id));
        assert_ne!(one.thread_id, two.thread_id);
        assert_eq!((two.parent_id, three.parent_id), (None, Some(second)));
        let later = house.comes(&mail(4, dana, "Re: dry joints", "In-Reply-To: <3@else.example>\r\n")).await;
        assert_eq!(house.message(later).await.case_id, two.case_id, "what answers it follows it");
        // Back again, as it was.
        house.presses(second, "undo", &[("back", &number)]).await.is(303);
        let back = house.message(third).await;
        assert_eq!((back.case_id, back.thread_id, back.parent_id), (one.case_id, one.thread_id, Some(second)));
        assert_eq!(house.kept().await.mails.letters.len(), 3);
        // A fresh mail that goes on with the same: two conversations become one, and two again.
        let fresh = house.comes(&mail(5, dana, &format!("{number} once more"), "")).await;
        let page = house.maria.get(&format!("/mail/letters/{fresh}/move")).await;
        page.shows("Two conversations are one").shows("dry joints (3)");
        let under = first.to_string();
        house.presses(fresh, "join", &[("under", &under), ("back", &number)]).await.is(303);
        let joined = house.message(fresh).await;
        assert_eq!((joined.thread_id, joined.parent_id), (one.thread_id, Some(first)));
        house.presses(fresh, "join", &[("under", &under)]).await.is(422).shows("one conversation already");
        house.presses(fresh, "undo", &[("back", &number)]).await.is(303);
        assert_ne!(house.message(fresh).await.thread_id, one.thread_id);
        // Off the case altogether.
        house.presses(fresh, "unsort", &[("back", &number)]).await.is(303);
        assert_eq!(house.message(fresh).await.place, PlaceWord::Unsorted);
        house.get("").await.shows("Took the letter");
    });
}

/// What they promise in a letter is offered as their own step of the plan; nothing is kept by itself, and what is past is no promise to wait for.
#[test]
fn a_promise_in_their_letter_is_offered_as_their_step() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let words =
            "We had sent you a list on 12 January.\n\nWe will send you the new drawing by Thursday noon.\n\nDana Rao";
        let letter = house.letter(1, "Drawing", words).await;
        house.arrives(1, letter, "Subject: Drawing\r\n\r\nbelow\r\n").await;
        let page = house.get("/mail").await;
        page.shows("In their words there may be a promise of theirs").shows("Put it into the plan as their step");
        assert_eq!(page.html.matches("Put it into the plan as their step").count(), 1, "one lies ahead");
        assert!(house.kept().await.plan.is_none(), "nobody pressed anything");
        let way = page.html.split("/do/draft-plan?").nth(1).and_then(|rest| rest.split('"').next()).expect("the way");
        // Noon on her clock in Chicago is evening on ours.
        let form = house.get(&format!("/do/draft-plan?{}", way.replace("&amp;", "&"))).await;
        form.is(200).shows("the new drawing").shows("<option value=\"customer\" selected>").shows("2026-03-05 19:00");
    });
}
