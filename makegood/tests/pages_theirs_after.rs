//! Their page once a plan runs and after it was solved: another delivery is read back before it counts, and some days later they say
//! whether it holds. In process, on both databases.

use crate::by_link::{TITLE, Theirs, laid_out, said};
use crate::desk::{Desk, field};
use crate::support::both_async;
use crate::walk::{chosen, heard, made_good, planned};
use store::{Db, sql};

async fn events(db: &Db) -> i64 {
    db.read(|conn| conn.one(sql!("select count(*) from case_events"), &store::params![])).await.expect("a count")
}

/// S152: a new address, person or time is read back on their own clock; nothing counts before their yes, and then we see it at once.
#[test]
fn s152_another_delivery_is_read_back_before_it_counts() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        chosen(&desk, &case).await;
        planned(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let before = events(&db).await;
        let nothing = dana.press("delivery", &[]).await;
        assert_eq!(nothing.status, 422, "{}", nothing.body);
        let past = dana.press("delivery", &[("arrives", "2026-02-01T09:00")]).await;
        assert!(past.status == 422 && past.body.contains("class=\"errors\""), "{}", past.body);
        let wish = [
            ("address", "Hall 7, gate 3\n<b>Mill Road</b>"),
            ("receiver", "Tom Hale, +1 512 555 0170"),
            ("arrives", "2026-03-10T08:30"),
        ];
        let back = dana.press("delivery", &wish).await;
        assert_eq!(back.status, 200, "{}", said(&back.body));
        // Half past eight in Chicago is half past one in London: daylight time has begun there, not here.
        for words in
            ["Did we get this right?", "Hall 7, gate 3", "Tom Hale, +1 512 555 0170", "08:30", "America/Chicago"]
        {
            assert!(back.body.contains(words), "{words} in {}", back.body);
        }
        assert!(
            back.body.contains("datetime=\"2026-03-10T13:30:00Z\"")
                || back.body.contains("datetime=\"2026-03-10T08:30"),
            "{}",
            back.body
        );
        assert!(!back.body.contains("<b>") && back.body.contains("Nothing is changed yet"), "{}", back.body);
        assert_eq!(events(&db).await, before, "not before their yes");
        // They correct it: the form holds what they typed.
        let mut again = wish.to_vec();
        again.extend([("read_back", "yes"), ("again", "yes")]);
        let form = dana.press("delivery", &again).await;
        assert_eq!(form.status, 200);
        assert!(
            form.body.contains("Hall 7, gate 3") && field(&form.body, "arrives") == "2026-03-10T08:30",
            "{}",
            form.body
        );
        assert_eq!(events(&db).await, before);
        // Yes: as it was read back.
        let yes: Vec<(&str, String)> = ["receiver", "arrives", "read_back"].map(|n| (n, field(&back.body, n))).to_vec();
        let mut yes: Vec<(&str, &str)> = yes.iter().map(|(n, v)| (*n, v.as_str())).collect();
        yes.push(wish[0]);
        dana.does("delivery", &yes).await;
        let theirs = dana.page().await;
        assert!(theirs.contains("Hall 7, gate 3"), "{theirs}");
        // Shown to us, and whoever brings it is asked again whether they can.
        let ours = desk.get(&format!("/cases/{case}")).await.body;
        assert!(ours.contains("Dana Ruiz asked for another delivery") && ours.contains("Hall 7, gate 3"), "{ours}");
        let notices = desk.get("/notices").await.body;
        assert!(notices.contains("Hall 7, gate 3"), "{notices}");
        let steps = desk.offered(&case, "confirm-step", "step").await;
        assert!(!steps.is_empty(), "the step is asked again");
    });
}

/// S208, S209: *it holds* by link is their word, and the call stays due. S210: *it does not* opens the same case again.
#[test]
fn s208_s209_s210_some_days_later_they_say_by_their_link_whether_it_holds() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        chosen(&desk, &case).await;
        planned(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        assert!(!dana.page().await.contains("/do/since-solved"), "nothing is solved yet");
        let early = dana.press("since-solved", &[("result", "ok")]).await;
        assert!(early.status == 409 && early.body.contains("We are not there yet"), "{}", said(&early.body));
        made_good(&desk, &case).await;
        desk.days_later(3).await;
        let page = dana.get(&format!("{}/do/since-solved", dana.home)).await.body;
        for words in ["Does it hold?", "Would you call us first next time?", "We call you all the same."] {
            assert!(page.contains(words), "{words} in {page}");
        }
        let holds = [("result", "ok"), ("words", "No dry joint since."), ("call_us_first", "yes"), ("strength", "5")];
        dana.does("since-solved", &holds).await;
        assert!(dana.page().await.contains("You told us that it holds."));
        let ours = desk.get(&format!("/cases/{case}")).await.body;
        assert!(ours.contains("Dana Ruiz wrote that it holds. The call is still due. No dry joint since."), "{ours}");
        let home = desk.get("/").await.body;
        assert!(home.contains("/do/follow-up"), "the call is still owed: {home}");
        // A few days more, and it does not.
        desk.days_later(1).await;
        let mute = dana.press("since-solved", &[("result", "not_ok")]).await;
        assert!(mute.status == 422 && mute.body.contains("Tell us in a few words of your own"), "{}", said(&mute.body));
        let forged = [("result", "not_ok"), ("words", "Three are dry again."), ("channel", "phone")];
        let forged = dana.press("since-solved", &forged).await;
        assert!(forged.status != 303, "the call is ours: {}", forged.body);
        dana.does("since-solved", &[("result", "not_ok"), ("words", "Three are dry again.")]).await;
        let page = dana.page().await;
        assert!(page.contains("We see it, and we are working to make it right."), "{page}");
        let ours = desk.get(&format!("/cases/{case}")).await.body;
        assert!(ours.contains("Three are dry again.") && ours.contains("First contact"), "{ours}");
    });
}

/// S163: after *none fits* what was there stays readable on their page and has nothing to press; the next round alone can be chosen from.
#[test]
fn s163_what_did_not_fit_is_read_as_history_on_their_page() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        laid_out(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let old = dana.about("choose", "option").await;
        dana.does("none-fits", &[("words", "Neither."), ("how_can_we_help", "Send somebody.")]).await;
        let page = dana.page().await;
        for words in [
            "We are preparing new ways forward",
            "Ways that were talked about before",
            "New boards, made here",
            "Credit for the 96",
        ] {
            assert!(page.contains(words), "{words} in {page}");
        }
        assert!(!page.contains("/do/choose") && !page.contains("/do/none-fits"), "{page}");
        let left_open = [("option", old.as_str()), ("words", "This one after all.")];
        let late = dana.press("choose", &left_open).await;
        assert!(
            late.status == 409 && late.body.contains("You cannot choose this way forward any more"),
            "{}",
            said(&late.body)
        );
        // Our side: the same, and the way to lay it before them again.
        assert!(!desk.offered(&case, "decide", "option").await.contains(&old));
        let ours = desk.get(&format!("/cases/{case}/options")).await.body;
        assert!(ours.contains("Laid before them earlier") && ours.contains("/do/lay-out-options?options="), "{ours}");
        for what in ["Somebody comes on Friday", "The next lot, sorted"] {
            let option = [("what", what), ("kind", "other"), ("arrives", "Fri 10"), ("confidence", "expected")];
            desk.done(&case, "add-option", &option).await;
        }
        desk.done(&case, "lay-out-options", &[]).await;
        let page = dana.page().await;
        assert!(
            page.contains("Somebody comes on Friday") && page.contains("Ways that were talked about before"),
            "{page}"
        );
        assert_eq!(page.matches("/do/choose?").count(), 2, "{page}");
        assert!(!page.contains(&format!("/do/choose?option={old}")), "{page}");
        assert_eq!(dana.press("choose", &left_open).await.status, 409);
        let new = dana.about("choose", "option").await;
        dana.does("choose", &[("option", &new), ("words", "Come on Friday.")]).await;
    });
}
