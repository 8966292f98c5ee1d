//! Joint work on their page, on both databases: whys and ideas with their answers, colleagues who take part, and whoever would rather not.

use crate::by_link::{TITLE, Theirs, ask, laid_out, said};
use crate::desk::{Desk, field};
use crate::support::both_async;
use crate::walk::{heard, planned};
use axum::http::Method;

/// A second contact of the customer, who reads German.
async fn jonas(desk: &Desk, case: &str) -> String {
    let second = [("name", "Jonas Weber"), ("role", "Buyer"), ("language", "de"), ("zone", "Europe/Berlin")];
    let added = desk.post(&format!("/accounts/{}/contacts", desk.acme), &second).await;
    assert_eq!(added.status, 303, "{}", added.said());
    let links = desk.get(&format!("/cases/{case}/links")).await.body;
    let jonas = links.split("<option").find(|o| o.contains("Jonas Weber")).expect("Jonas");
    jonas.split("value=\"").nth(1).and_then(|v| v.split('"').next()).expect("an id").to_owned()
}

/// The part of a page between two of its headings.
fn part<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let begun = page.split(from).nth(1).unwrap_or_else(|| panic!("no {from} in {page}"));
    begun.split(to).next().unwrap_or(begun)
}

/// S134, S164: a why and an idea are owed an answer: on Run to it, on the case, and on their page with who, when and what became of it; what we
/// note among ourselves is not there.
#[test]
fn s164_their_whys_and_ideas_are_answered_by_name() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let page = dana.page().await;
        assert!(page.contains("What do you think led to this?") && page.contains("How can we prevent it?"), "{page}");
        dana.does("led-to", &[("words", "The oven was moved in May.")]).await;
        dana.does("prevent", &[("words", "Test the first ten.")]).await;
        desk.done(&case, "add-note", &[("text", "The second shift skips the oven check.")]).await;
        let page = dana.page().await;
        let joint = part(&page, "What led to it, and how to prevent it", "Who takes part");
        assert_eq!(joint.matches("We owe you the answer.").count(), 2, "{joint}");
        // Our side: on the case with the way to answer, and on Run to it with its clock.
        let ours = desk.get(&format!("/cases/{case}")).await.body;
        assert!(ours.contains("The oven was moved in May.") && ours.contains("do/answer-idea?idea="), "{ours}");
        let ideas = desk.offered(&case, "answer-idea", "idea").await;
        let run = desk.get("/").await.body;
        let go = format!("/do/answer-suggestion?option={}", ideas[0]);
        assert!(run.contains(&go), "{go} on {run}");
        let form = desk.get(&format!("/cases/{case}{go}")).await;
        assert_eq!(form.status, 303, "an idea has a form of its own");
        assert!(form.location.contains("/do/answer-idea?idea="), "{}", form.location);
        // Answered: taken up, and still looking with a time.
        let up = [("idea", ideas[0].as_str()), ("became", "taken_up"), ("words", "You are right, it stood askew.")];
        desk.done(&case, "answer-idea", &up).await;
        let open = [("idea", ideas[1].as_str()), ("became", "still_looking"), ("words", "We try it.")];
        let unsaid = desk.post(&format!("/cases/{case}/do/answer-idea"), &open).await;
        assert!(unsaid.body.contains("say by when they hear more"), "{}", unsaid.said());
        desk.done(&case, "answer-idea", &[open[0], open[1], open[2], ("again_by", "Fri 10")]).await;
        let page = dana.page().await;
        let joint = part(&page, "What led to it, and how to prevent it", "Who takes part");
        for words in [
            "You are right, it stood askew.",
            "taken up",
            "Maria Krawczyk",
            "we are still looking at it",
            "You hear more by",
            "datetime=\"2026-03-06T",
        ] {
            assert!(joint.contains(words), "{words} in {joint}");
        }
        assert!(!joint.contains("We owe you the answer."), "{joint}");
        assert!(!page.contains("second shift"), "{page}");
    });
}

/// Joint members: suggested by a contact, asked by us, with a link of their own; both sides by name; they may leave.
#[test]
fn a_colleague_of_theirs_takes_part_by_invitation_and_may_leave() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let blank = dana.press("bring", &[("name", "Jonas Weber"), ("role", "Buyer")]).await;
        assert_eq!(blank.status, 422);
        assert!(blank.body.contains("Jonas Weber"), "what was typed stays");
        dana.does("bring", &[("name", "Jonas Weber"), ("role", "Buyer"), ("reach", "jonas@acme.example")]).await;
        assert!(dana.page().await.contains("Jonas Weber: you would like them to take part. We owe you an answer."));
        let ours = desk.get(&format!("/cases/{case}")).await.body;
        assert!(ours.contains("jonas@acme.example") && ours.contains("/bring-in?suggestion="), "{ours}");
        // No door opens by the suggestion alone: a colleague adds the contact, asks them, and makes their link, with one press.
        let suggestion = desk.offered(&case, "invite", "suggestion").await.remove(0);
        let run = desk.get(&format!("/cases/{case}/do/invite?suggestion={suggestion}")).await;
        assert_eq!(
            (run.status, run.location.as_str()),
            (303, format!("/cases/{case}/bring-in?suggestion={suggestion}").as_str())
        );
        let form = desk.get(&run.location).await.body;
        assert!(form.contains("Dana Ruiz would like beside them: Jonas Weber, Buyer, jonas@acme.example"), "{form}");
        let typed = ["name", "role", "email"].map(|name| (name, field(&form, name)));
        assert_eq!(typed.clone().map(|(_, v)| v), ["Jonas Weber", "Buyer", "jonas@acme.example"]);
        let request = field(&form, "request_id");
        let mut pairs: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (*n, v.as_str())).collect();
        pairs.extend([("suggestion", suggestion.as_str()), ("language", "de"), ("request_id", request.as_str())]);
        let there = format!("/cases/{case}/bring-in");
        let made = desk.post(&there, &pairs).await;
        assert_eq!(made.status, 200, "{}", made.said());
        let token = made.body.split("/their/").nth(1).and_then(|rest| rest.split('<').next()).expect("the link");
        let jonas = Theirs::by(&desk, token.to_owned()).await;
        // Pressed twice it is one person, one invitation, one link; and the suggestion has its answer.
        let again = desk.post(&there, &pairs).await;
        assert_eq!((again.status, again.location.as_str()), (303, format!("/cases/{case}/links").as_str()));
        assert!(!desk.get(&format!("/cases/{case}")).await.body.contains("/bring-in?suggestion="));
        assert_eq!(desk.get(&format!("/accounts/{}", desk.acme)).await.body.matches(">Jonas Weber<").count(), 1);
        for (who, title, until) in
            [(&dana, "Who takes part", "What was told so far"), (&jonas, "Wer mitwirkt", "Was bisher gesagt wurde")]
        {
            let page = who.page().await;
            let people = part(&page, title, until);
            for name in ["Maria Krawczyk", "Dana Ruiz", "Jonas Weber", "Buyer"] {
                assert!(people.contains(name), "{name} in {people}");
            }
            for never in ["Ewa", "manager", "@", "/people"] {
                assert!(!people.contains(never), "{never} in {people}");
            }
        }
        // He leaves again; his link still opens his page, and nothing is asked of him there.
        jonas.does("step-back", &[("how", "not_at_all"), ("words", "Dana macht das.")]).await;
        let page = jonas.page().await;
        assert!(page.contains("Wir bitten Sie um nichts mehr") && page.contains("New boards, made here"), "{page}");
        for asked in ["/do/choose", "/do/none-fits", "/do/led-to", "/do/bring"] {
            assert!(!page.contains(asked), "{asked} in {page}");
        }
        let hers = dana.page().await;
        assert!(hers.contains("would rather not take part") && !hers.contains("Dana macht das."), "{hers}");
    });
}

/// Whoever is here already is taken for themselves, what is missing is said beside its field, and nothing is kept by halves.
#[test]
fn bringing_somebody_in_keeps_all_of_it_or_nothing() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        let there = format!("/cases/{case}/bring-in");
        let people = format!("/accounts/{}", desk.acme);
        for (typed, said) in [
            (vec![("role", "Buyer")], "Who is it?"),
            (vec![("name", "Jonas Weber"), ("role", "Buyer")], "A mail address or a telephone number is needed"),
            (vec![("name", "Jonas Weber"), ("email", "no address"), ("role", "Buyer")], "class=\"error"),
        ] {
            let refused = desk.post(&there, &typed).await;
            assert_eq!(refused.status, 422, "{}", refused.body);
            assert!(refused.body.contains(said) && refused.body.contains("Buyer"), "{said} in {}", refused.body);
            assert!(!desk.get(&people).await.body.contains("Jonas Weber"), "nothing by halves");
        }
        // Dana would rather not: nobody goes over her head, and no link is made.
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        dana.does("step-back", &[("how", "not_at_all"), ("words", "Not now.")]).await;
        let over = desk.post(&there, &[("contact", &desk.dana)]).await;
        assert_eq!(over.status, 422, "{}", over.body);
        assert!(over.body.contains("class=\"errors\"") && over.body.contains("Dana Ruiz"), "{}", over.body);
        assert!(dana.page().await.contains("I take part again"), "her own link stands");
        // Known by their address, and asked without any suggestion: no second person is made of them.
        let id = jonas(&desk, &case).await;
        let change = [("name", "Jonas Weber"), ("language", "de"), ("email", "jonas@acme.example"), ("active", "on")];
        let changed = desk.post(&format!("/contacts/{id}"), &change).await;
        assert_eq!(changed.status, 303, "{}", changed.said());
        let made = desk.post(&there, &[("name", "J. Weber"), ("email", "Jonas@Acme.example")]).await;
        assert_eq!(made.status, 200, "{}", made.said());
        let token = made.body.split("/their/").nth(1).and_then(|rest| rest.split('<').next()).expect("the link");
        let page = Theirs::by(&desk, token.to_owned()).await.page().await;
        assert!(page.contains("lang=\"de\"") && page.contains("Jonas Weber"), "{page}");
        assert!(!desk.get(&people).await.body.contains("J. Weber"));
    });
}

/// Declining is kept and kept to, is never a yes, and may be taken back.
#[test]
fn whoever_steps_back_is_asked_nothing_and_has_said_nothing_else() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        let before = desk.get(&format!("/cases/{case}")).await.body;
        let stands = |page: &str| page.contains("Solved") || page.contains("They said it is solved");
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        dana.does("step-back", &[("how", "only_calls"), ("words", "I am on the road.")]).await;
        let ours = desk.get(&format!("/cases/{case}")).await.body;
        assert!(ours.contains("Dana Ruiz: would like calls only") && ours.contains("I am on the road."), "{ours}");
        assert_eq!(stands(&ours), stands(&before));
        let text = crate::walk::ended(&desk, &case, "Here is the list.").await;
        let mail = [("purpose", "document"), ("way", "email"), ("to", desk.dana.as_str()), ("text", text.as_str())];
        let refused = desk.post(&format!("/cases/{case}/do/record-message"), &mail).await;
        assert_eq!(refused.status, 409, "{}", refused.said());
        assert!(refused.body.contains("Dana Ruiz wants no messages") && refused.body.contains("Here is the list."));
        let page = dana.page().await;
        assert!(page.contains("You asked us to call only.") && page.contains("I take part again"), "{page}");
        dana.does("join-again", &[]).await;
        assert!(!dana.page().await.contains("You asked us to call only."));
        desk.done(&case, "record-message", &mail).await;
        assert!(!desk.get(&format!("/cases/{case}")).await.body.contains("would like calls only, said"));
    });
}

/// Two contacts who choose differently: each reads on their own page, in their language, that both stand until we spoke with them.
#[test]
fn two_contacts_who_differ_read_that_both_choices_stand() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let id = jonas(&desk, &case).await;
        let (dana, jonas) = (Theirs::invited(&desk, &case, &desk.dana).await, Theirs::invited(&desk, &case, &id).await);
        let one = dana.about("choose", "option").await;
        dana.does("choose", &[("option", &one), ("words", "New ones.")]).await;
        assert!(!dana.page().await.contains("You do not choose the same."));
        let other = jonas.about("choose", "option").await;
        jonas.does("choose", &[("option", &other), ("words", "Lieber die Gutschrift.")]).await;
        for (page, differ) in
            [(dana.page().await, "You do not choose the same."), (jonas.page().await, "Sie wählen nicht dasselbe.")]
        {
            for words in [differ, "New ones.", "Lieber die Gutschrift.", "Dana Ruiz", "Jonas Weber"] {
                assert!(page.contains(words), "{words} in {page}");
            }
            assert!(!page.contains("This is what you chose.") && !page.contains("Das haben Sie gewählt."), "{page}");
        }
        let ours = desk.get(&format!("/cases/{case}/options")).await.body;
        assert!(ours.contains("They do not choose the same.") && ours.contains("Lieber die Gutschrift."), "{ours}");
    });
}

/// A way forward whose date has passed is shown as over, and is not chosen even from a page left open over the week-end.
#[test]
fn a_way_whose_date_is_over_is_shown_and_cannot_be_chosen() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let option = dana.about("choose", "option").await;
        assert!(!dana.page().await.contains("This date is over."));
        desk.later(7 * 24 * 60);
        let page = dana.page().await;
        assert!(page.contains("This date is over.") && !page.contains("/do/choose?"), "{page}");
        let form = dana.get(&format!("{}/do/choose?option={option}", dana.home)).await.body;
        assert!(!form.contains(&option), "{form}");
        let late = dana.press("choose", &[("option", &option), ("words", "This one, for the Friday line.")]).await;
        assert_eq!(late.status, 409, "{}", said(&late.body));
        assert!(
            late.body.contains("The date of this way forward is over.")
                && late.body.contains("This one, for the Friday line."),
            "{}",
            said(&late.body)
        );
        assert!(!dana.page().await.contains("Dana Ruiz chose"));
    });
}

/// Whatever fails on their side is said to them in their language, and never leads to the desk.
#[test]
fn what_fails_is_said_to_them() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let id = jonas(&desk, &case).await;
        let jonas = Theirs::invited(&desk, &case, &id).await;
        let form = ("content-type", "application/x-www-form-urlencoded");
        let post = async |path: String, headers: &[(&str, &str)], body: String| {
            ask(&desk, Method::POST, &path, headers, body).await
        };
        let here = [("cookie", dana.cookie.as_str()), ("sec-fetch-site", "same-origin"), form];
        let elsewhere = [("cookie", dana.cookie.as_str()), ("sec-fetch-site", "cross-site"), form];
        let answers = [
            (404, "There is nothing here", dana.get(&format!("{}/do/hand-over", dana.home)).await),
            (404, "Hier ist nichts", jonas.get(&format!("{}/do/hand-over", jonas.home)).await),
            (404, "There is nothing here", dana.get(&format!("{}/nowhere", dana.home)).await),
            (403, "Nothing was sent", post(format!("{}/do/ask", dana.home), &elsewhere, "words=Hm".into()).await),
            (
                413,
                "That is too much at once",
                post(format!("{}/do/ask", dana.home), &here, format!("words={}", "a".repeat(3_000_000))).await,
            ),
            (
                405,
                "We could not read that",
                ask(&desk, Method::DELETE, &format!("/their/{}", dana.token), &here, String::new()).await,
            ),
        ];
        for (status, title, answer) in &answers {
            assert_eq!(answer.status, *status, "{title}: {}", answer.body);
            assert!(answer.body.contains(title), "{title} in {}", answer.body);
            for ours in ["Run to it", "href=\"/\"", "administrator", "Administrator", "Your role", "<script"] {
                assert!(!answer.body.contains(ours), "{ours} in {}", answer.body);
            }
        }
        for (asked, title) in
            [("pl", "Nic nie wysłano"), ("es", "No se ha enviado nada"), ("de", "Es wurde nichts gesendet")]
        {
            let headers = [("sec-fetch-site", "cross-site"), ("accept-language", asked), form];
            let answer = post(format!("{}/do/ask", dana.home), &headers, "words=Hm".into()).await;
            assert!(answer.body.contains(title), "{title} in {}", answer.body);
        }
    });
}

/// S152: another address by their link is read back by them before it counts, and those who bring it say again that they can.
#[test]
fn s152_a_new_address_asks_for_its_read_back_and_updates_the_steps() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let option = dana.about("choose", "option").await;
        dana.does("choose", &[("option", &option), ("words", "New ones.")]).await;
        planned(&desk, &case).await;
        let unread = dana.press("delivery", &[("address", "Gate 3, Austin")]).await;
        assert_eq!(unread.status, 200);
        assert!(
            unread.body.contains("Did we get this right?") && unread.body.contains("Gate 3, Austin"),
            "{}",
            said(&unread.body)
        );
        dana.does("delivery", &[("address", "Gate 3, Austin"), ("read_back", "yes")]).await;
        assert!(dana.page().await.contains("Gate 3, Austin"));
        let plan = desk.get(&format!("/cases/{case}/plan")).await.body;
        assert!(plan.contains("do/confirm-step"), "who brings it is asked again: {plan}");
    });
}

/// The fault page of the desk once stood on the page of deliveries, with a way to *Run to it*.
#[test]
fn what_fails_on_the_page_of_deliveries_is_said_to_them() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        for path in ["/arrivals/none/of/this", "/arrived/a/b"] {
            let page = ask(&desk, Method::GET, path, &[], String::new()).await;
            assert_eq!(page.status, 404, "{}", page.body);
            assert!(page.body.contains("There is nothing here") && !page.body.contains("Run to it"), "{}", page.body);
        }
    });
}
