//! The playbook editor at the desk: written as a form and as text, looked at before it is kept, taken back, and a case that is moved.
#![allow(clippy::unwrap_used, reason = "a test that cannot ask has to stop")]

use crate::support::{both_async, world};
use crate::visit::{Seen, Visitor};
use casework::ids::CaseNumber;
use casework::need::Need;
use store::{Db, cases, playbooks};
use world::{ACME, ANNA, MARIA, MS_RAO, NOW, read};

const HERE: &str = "/settings/playbooks";
const RUN: &str = "/settings/playbooks/run_to_the_problem";

/// A firm with an open case that runs to the problem.
fn one_open(db: &Db) -> CaseNumber {
    tokio::task::block_in_place(|| {
        world::build(db);
        world::open(db, world::trouble(ACME, MS_RAO, "Half the boards are dry."), 1, NOW)
    })
}

fn kept<T: Send + 'static>(db: &Db, work: impl Fn(&store::Conn) -> Result<T, store::Fault> + Send + 'static) -> T {
    tokio::task::block_in_place(|| read(db, work))
}

/// The form as a browser would send it: what stands in its fields, ticks only where they are set.
fn form(page: &Seen) -> Vec<(String, String)> {
    let html = page.html.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let of =
        |tag: &str, name: &str| tag.split(&format!(" {name}=\"")).nth(1).and_then(|t| t.split('"').next()).map(plain);
    let mut all = vec![];
    for tag in html.split("<input ").skip(1).map(|t| format!(" {}", t.split('>').next().unwrap_or_default())) {
        let ticked = !tag.contains("type=\"checkbox\"") || tag.contains(" checked");
        let name = of(&tag, "name").filter(|name| ticked && name != "file" && name != "do");
        all.extend(name.map(|name| (name, of(&tag, "value").unwrap_or_default())));
    }
    for area in html.split("<textarea ").skip(1) {
        let (tag, rest) = area.split_once('>').unwrap();
        let words = rest.split("</textarea>").next().unwrap().trim_start_matches('\n');
        all.push((of(&format!(" {tag}"), "name").unwrap(), plain(words)));
    }
    for select in html.split("<select ").skip(1).map(|t| t.split("</select>").next().unwrap()) {
        let chosen = select.split("<option ").skip(1).find(|option| option.contains(" selected"));
        all.push((
            of(&format!(" {select}"), "name").unwrap(),
            of(&format!(" {}", chosen.unwrap_or_default()), "value").unwrap_or_default(),
        ));
    }
    all
}

fn plain(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Sends the form of a page with some fields changed and a button pressed.
async fn press(who: &mut Visitor, path: &str, page: &Seen, button: &str, changed: &[(&str, &str)]) -> Seen {
    let mut pairs = form(page);
    for (name, value) in changed {
        match pairs.iter_mut().find(|(field, _)| field == name) {
            Some((_, was)) => *was = (*value).to_owned(),
            None => pairs.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    if !button.is_empty() {
        pairs.push(("do".into(), button.into()));
    }
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    who.post(path, &pairs).await
}

#[test]
fn s178_a_shipped_playbook_is_changed_looked_at_kept_and_a_case_is_moved() {
    both_async(|db| async move {
        let number = one_open(&db);
        let mut anna = Visitor::at(db.clone(), NOW).await.is(ANNA).await;
        anna.get(HERE).await.is(200).shows("Run to the problem").shows("the program’s");
        anna.get(RUN).await.is(200).shows("Change it").shows("Go to them now").shows("a talk, acknowledgement");
        let change = format!("{RUN}/change");
        let page = anna.get(&change).await;
        page.is(200).shows("What you keep becomes version 2");
        // One step up, one taken out and put back, one taken out, one written.
        let page = press(&mut anna, &change, &page, "up:2", &[]).await;
        page.is(200).shows("Move down: 3 No answer?");
        let page = press(&mut anna, &change, &page, "down:1", &[]).await;
        let page = press(&mut anna, &change, &page, "remove:2", &[]).await;
        page.shows("Taken out: 3 No answer?");
        let page = press(&mut anna, &change, &page, "restore:0", &[]).await;
        page.hides("Taken out").shows("3 No answer?");
        let page = press(&mut anna, &change, &page, "remove:2", &[]).await;
        let page = press(&mut anna, &change, &page, "open:1", &[]).await;
        page.shows("Step 2 of 7").shows("What must be there to leave it").shows("value=\"voice\" checked");
        let looked = press(&mut anna, &change, &page, "", &[("steps[1].title", "Go to them within the hour")]).await;
        looked
            .is(200)
            .shows("Nothing is kept yet")
            .shows("One open case follows it, and stays with its version")
            .shows("Was called “Go to them now”.")
            .shows("Is not there any more.")
            .shows("6 steps stay as they are")
            .shows("2 Go to them within the hour");
        assert_eq!(kept(&db, playbooks::standings), [], "a look keeps nothing");
        // Without a reason it is not kept, and nothing of it is lost.
        let again = press(&mut anna, &change, &looked, "keep", &[]).await;
        again.is(422).shows("Say in one line why").shows("Go to them within the hour");
        let further = press(&mut anna, &change, &again, "edit", &[]).await;
        further.is(200).shows("Go to them within the hour").shows("Add a step");
        press(&mut anna, &change, &again, "keep", &[("why", "An hour is what we promise.")]).await.leads_to(RUN);
        anna.get(HERE).await.shows("the program’s, changed");
        let page = anna.get(RUN).await;
        page.shows("An hour is what we promise.").shows("Anna").shows("in use").shows("1 on version 1");
        // Somebody else who had opened it before is told so.
        let stale = press(
            &mut anna,
            &change,
            &again,
            "keep",
            &[("why", "Mine."), ("text", "source = \"\"\n[[steps]]\nno = \"1\"\ntitle = \"x\"\nneeds = [\"voice\"]\n")],
        )
        .await;
        stale.is(422).shows("Somebody else changed this meanwhile");
        moves(&db, &anna, number).await;
        // Back to what the program brought, as any earlier one.
        let earlier = anna.get(&format!("{RUN}/1")).await;
        earlier.is(200).shows("Use version 1 again").shows("Was called “Go to them within the hour”");
        anna.post(&format!("{RUN}/1"), &[("seen", "2"), ("why", " ")]).await.is(422).shows("Say in one line why");
        anna.post(&format!("{RUN}/1"), &[("seen", "2"), ("why", "It was better.")]).await.leads_to(RUN);
        anna.get(HERE).await.hides("the program’s, changed");
        assert_eq!(kept(&db, |c| playbooks::standing(c, "run_to_the_problem")).unwrap().version, 1);
        anna.get("/settings/audit")
            .await
            .shows("put an earlier version of a playbook in use again")
            .shows("Run to the problem")
            .shows("version in use: 2 → 1")
            .hides("playbook-run-to-the-problem")
            .hides("offered:")
            .shows("It was better.");
        anna.get(&format!("{RUN}/9")).await.is(404);
        anna.get(&format!("{HERE}/nothing")).await.is(404);
    });
}

/// A case says its version, shows what differs, and goes on by the other one when a person says so.
async fn moves(db: &Db, anna: &Visitor, number: CaseNumber) {
    let mut maria = anna.is(MARIA).await;
    let case = maria.get(&format!("/cases/{number}")).await;
    case.is(200).shows("version 1").shows("Version 2 is in use by now").shows("2 Go to them now");
    let there = format!("/cases/{number}/do/move-playbook?name=run_to_the_problem");
    let page = maria.get(&there).await;
    page.is(200).shows("this case follows version 1, in use is version 2").shows("Go to them within the hour");
    let pairs = [("name", "run_to_the_problem"), ("version", "2")];
    let moved = maria.post(&format!("/cases/{number}/do/move-playbook"), &pairs).await;
    goes_back(db, &mut maria, number, &moved).await;
    maria.post(&format!("/cases/{number}/do/move-playbook"), &pairs).await.is(303);
    let case = maria.get(&format!("/cases/{number}")).await;
    case.shows("Go to them within the hour").shows("moved from version 1 to version 2").hides("is in use by now");
    let follows = kept(db, move |conn| cases::by_number(conn, number)).unwrap().case.playbooks;
    assert_eq!(follows[0].version, 2);
    maria.post(&format!("/cases/{number}/do/move-playbook"), &pairs).await.is(409).shows("follows version 2 already");
    maria.get(&there).await.is(200).shows("There is nothing to move");
}

/// One press on the notice takes the move back: the case follows the version that no case follows besides, and its page shows those steps.
async fn goes_back(db: &Db, maria: &mut Visitor, number: CaseNumber, moved: &Seen) {
    let notice = maria.get(moved.is(303).to.as_deref().unwrap()).await;
    notice.is(200).shows("The case goes on by the version in use").shows("Undo");
    assert!(notice.html.contains(&format!("/cases/{number}/do/move-playbook-back")), "{}", notice.html);
    let back = [("name", "run_to_the_problem"), ("why", "It was a slip.")];
    maria.post(&format!("/cases/{number}/do/move-playbook-back"), &back).await.is(303);
    let case = maria.get(&format!("/cases/{number}")).await;
    case.shows("back from version 2 to version 1").shows("2 Go to them now").shows("Version 2 is in use by now");
    let follows = kept(db, move |conn| cases::by_number(conn, number)).unwrap().case.playbooks;
    assert_eq!(follows[0].version, 1);
}

#[test]
fn one_of_ones_own_is_written_from_nothing_chosen_and_withdrawn() {
    both_async(|db| async move {
        one_open(&db);
        let mut anna = Visitor::at(db.clone(), NOW).await.is(ANNA).await;
        let new = format!("{HERE}/new");
        let page = anna.get(&new).await;
        page.is(200).shows("No case begins with it until you choose it");
        let empty = press(&mut anna, &new, &page, "", &[]).await;
        empty.is(422).shows("It has no title").shows("The step has no title").shows("The step needs nothing");
        let first = [("title", "Späte Lieferung"), ("steps[0].title", "Call <them>"), ("steps[0].needs", "voice")];
        let page = press(&mut anna, &new, &page, "add:0", &first).await;
        page.is(200).shows("1 Call &lt;them&gt;").shows("Step 2 of 2");
        let second = [("steps[1].no", "1"), ("steps[1].title", "Say the new date"), ("steps[1].needs", "by_hand")];
        let twice = press(&mut anna, &new, &page, "", &second).await;
        twice
            .is(422)
            .shows("Number 1 stands at step 1, too")
            .shows("value=\"Say the new date\"")
            .shows("Späte Lieferung");
        let looked = press(&mut anna, &new, &twice, "", &[("steps[1].no", "2")]).await;
        looked.is(200).shows("No open case follows it");
        let there = format!("{HERE}/spaete_lieferung");
        press(&mut anna, &new, &looked, "keep", &[("why", "We had none.")]).await.leads_to(&there);
        anna.get(&there)
            .await
            .is(200)
            .shows("No case begins with it by itself")
            .shows("Call &lt;them&gt;")
            .shows("Withdraw it");
        let firm = anna.app.firm();
        assert_eq!(firm.playbooks.last().unwrap().steps[1].needs, [Need::ByHand], "behind those of the program");
        // It can be chosen where the others can.
        anna.get(&format!("{HERE}/begin")).await.shows("Späte Lieferung");
        anna.get("/cases/new").await.shows("Späte Lieferung");
        anna.post(&there, &[("seen", "1"), ("why", "Nobody used it.")]).await.leads_to(&there);
        anna.get(&there).await.shows("Withdrawn: no case can begin to follow it").hides("Withdraw it");
        anna.get(HERE).await.shows("withdrawn");
        anna.get("/cases/new").await.hides("Späte Lieferung");
        anna.get(&format!("{new}?copy=eight_d")).await.is(200).shows("8D (copy)");
    });
}

#[test]
fn the_text_says_by_line_what_is_wrong_keeps_what_was_typed_and_goes_out_and_in_as_a_file() {
    both_async(|db| async move {
        one_open(&db);
        let mut anna = Visitor::at(db.clone(), NOW).await.is(ANNA).await;
        let change = format!("{RUN}/change");
        let page = anna.get(&change).await;
        let page = press(&mut anna, &change, &page, "text", &[]).await;
        page.is(200).shows("The playbook as text").shows("[[steps]]").shows("playbook-run-to-the-problem-2");
        let text = form(&page).into_iter().find(|(name, _)| name == "text").unwrap().1;
        let wrong = format!(
            "# By hand.\n{}",
            text.replace("\"voice\", \"acknowledged\"", "\"voise\"").replace("no = \"3\"", "no = 3")
        );
        let seen = press(&mut anna, &change, &page, "", &[("text", &wrong)]).await;
        seen.is(422)
            .shows("Write “voice”")
            .shows("3 needs quotes: no = \"3\"".replace('"', "&quot;").as_str())
            .shows("# By hand.");
        assert!(seen.text().contains("Line 13: "), "{}", seen.text());
        let broken = press(&mut anna, &change, &seen, "form", &[("text", "[[steps]\n")]).await;
        broken.is(422).shows("Line 1: this cannot be read").shows("[[steps]").hides("[[steps]]");
        let unfit =
            press(&mut anna, &change, &seen, "", &[("text", &text.replace("[\"voice\", \"acknowledged\"]", "[]"))])
                .await;
        unfit.is(422).shows("Line 12: The step needs nothing");
        let fine = format!("# By hand.\n{text}");
        let looked = press(&mut anna, &change, &page, "", &[("text", &fine)]).await;
        looked.is(200).shows("What differs");
        press(&mut anna, &change, &looked, "keep", &[("why", "A note.")]).await.leads_to(RUN);
        let file = anna.get(&format!("{RUN}/2/file")).await;
        assert!(file.html.starts_with("name = \"run_to_the_problem\"\nversion = 2\n# By hand.\n"), "{}", file.html);
        // What went out comes in again: nothing differs, and nothing is kept.
        let back = anna.upload(&format!("{HERE}/import"), "", "run.toml", &file.html).await;
        back.is(200).shows("Read from the file").shows("What you keep becomes version 3");
        let other = file
            .html
            .replace("run_to_the_problem\"\nversion", "ours\"\nversion")
            .replace("source", "title = \"Ours\"\nsource");
        anna.upload(&format!("{HERE}/import"), "", "ours.toml", &other).await.is(200).shows("A new playbook");
        anna.upload(&format!("{HERE}/import"), "", "x.toml", "steps = 1\n")
            .await
            .is(200)
            .shows("Line 1: each step begins");
        anna.upload(&format!("{HERE}/import"), "", "x.toml", "").await.is(422).shows("No file came");
        anna.upload(&format!("{HERE}/import"), "", "x.toml", &"x".repeat(70_000))
            .await
            .is(422)
            .shows("larger than 64 KB");
    });
}

#[test]
fn only_who_keeps_the_settings_writes_playbooks() {
    both_async(|db| async move {
        one_open(&db);
        let mut maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
        for path in [
            HERE,
            &format!("{HERE}/new"),
            &format!("{HERE}/begin"),
            RUN,
            &format!("{RUN}/change"),
            &format!("{RUN}/1"),
            &format!("{RUN}/1/file"),
        ] {
            maria.get(path).await.is(403);
        }
        for path in [
            format!("{HERE}/new"),
            format!("{HERE}/begin"),
            RUN.to_owned(),
            format!("{RUN}/change"),
            format!("{RUN}/1"),
        ] {
            maria.post(&path, &[("why", "Mine."), ("text", "x"), ("do", "keep")]).await.is(403);
        }
        maria.upload(&format!("{HERE}/import"), "", "x.toml", "x").await.is(403);
        let mut nobody = maria.stranger();
        assert!(nobody.get(HERE).await.status.is_redirection());
        assert_eq!(kept(&db, playbooks::standings), []);
    });
}
