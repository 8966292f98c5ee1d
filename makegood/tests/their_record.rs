//! The record of a case: taken along by the customer and by a colleague, and checked by the command that anybody has. Both databases.

use crate::by_link::{TITLE, Theirs, laid_out, made, opened};
use crate::desk::Desk;
use crate::support::both_async;
use crate::walk::{heard, planned};
use makegood::record::{self, SigningKey};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// A place for the files of one story, gone when it ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("makegood-record-{}-{name}", std::process::id()));
        drop(std::fs::remove_dir_all(&dir));
        std::fs::create_dir_all(&dir).expect("a folder");
        Self(dir)
    }
    fn keep(&self, name: &str, bytes: &[u8]) -> String {
        let file = self.0.join(name);
        std::fs::write(&file, bytes).expect("written");
        file.to_str().expect("a name").to_owned()
    }
}
impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// The real command, on a machine that has nothing of ours: how it ends, and what it says.
fn verify(args: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_makegood"));
    let out = command.env_clear().arg("verify").args(args).output().expect("it runs");
    let said = if out.status.success() { out.stdout } else { out.stderr };
    (out.status.code().expect("a code"), String::from_utf8(said).expect("text"))
}

async fn taken(dana: &Theirs<'_>) -> String {
    let answer = dana.get(&format!("{}/record", dana.home)).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

fn told(file: &str) -> Vec<Value> {
    file.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// A case in which options lie before the customer.
async fn with_options(desk: &Desk) -> String {
    let case = desk.opened(TITLE).await;
    laid_out(desk, &case).await;
    case
}

#[test]
fn a_guest_takes_the_record_along_and_the_command_says_that_nothing_was_changed() {
    both_async(async |db| {
        let folder = Folder::new("guest");
        let desk = Desk::new(db).await;
        let case = with_options(&desk).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let option = dana.about("choose", "option").await;
        dana.does("choose", &[("option", &option), ("words", "Make them again, please.")]).await;
        let page = dana.page().await;
        assert!(page.contains(&format!("{}/record", dana.home)) && page.contains("href=\"/verify\""), "{page}");
        let answer = dana.get(&format!("{}/record", dana.home)).await;
        assert_eq!(answer.headers["content-disposition"], format!("attachment; filename=\"{case}.jsonl\""));
        assert_eq!(answer.headers["cache-control"], "no-store");
        let lines = told(&answer.body);
        let head = &lines[0];
        assert_eq!((&head["record"], &head["case"]), (&"makegood-record/1".into(), &case.as_str().into()));
        assert_eq!((&head["language"], &head["zone"]), (&"en".into(), &"America/Chicago".into()));
        // Every line says when, who, what in words and what in fields.
        let first = &lines[1];
        assert_eq!((&first["told"], &first["time"]), (&"case-opened".into(), &"2026-03-02T09:00:00Z".into()));
        assert_eq!(first["when"], "2 Mar 2026 03:00", "on their clock, to be read long after");
        assert_eq!((&first["who"]["role"], &first["who"]["name"]), (&"supplier".into(), &"Maria Krawczyk".into()));
        assert!(
            first["words"].as_str().is_some_and(|words| words.contains(TITLE)) && first["fields"]["title"] == TITLE
        );
        let chosen = lines.iter().find(|line| line["told"] == "decision-made").expect("their choice");
        assert_eq!((&chosen["who"]["role"], &chosen["who"]["name"]), (&"customer".into(), &"Dana Ruiz".into()));
        assert_eq!(chosen["fields"]["words"], "Make them again, please.");
        let file = folder.keep("record.jsonl", answer.body.as_bytes());
        let (code, said) = verify(&[&file]);
        assert_eq!(code, 0, "{said}");
        let print = head["fingerprint"].as_str().expect("a fingerprint");
        assert!(said.contains("Nothing in it was changed") && said.contains(&case) && said.contains(print), "{said}");
        assert_eq!(verify(&[&file, "--key", print]).0, 0);
        assert_eq!(verify(&[&file, "--key", &print.replace(' ', "").to_uppercase()]).0, 0);
        let (code, said) = verify(&[&file, "--key", &"0".repeat(32)]);
        assert!(code == 1 && said.contains("with another key than the one that you named"), "{said}");
        let (code, said) = verify(&[&file, "--key", "mine"]);
        assert!(code == 2 && said.contains("is no fingerprint"), "{said}");
        // The same key signs every record, and the page says which one it is.
        assert_eq!(told(&taken(&dana).await)[0]["key"], head["key"]);
        assert!(opened(&desk, "/verify").await.body.contains(print));
    });
}

/// Nothing of ours gets in, whatever was written on the case: not the notes, not the severity, not what it costs, not who is to blame.
#[test]
fn nothing_internal_is_in_a_record() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = with_options(&desk).await;
        desk.done(&case, "add-note", &[("text", "OURS-ALONE: the night shift again.")]).await;
        desk.done(
            &case,
            "state-fault",
            &[
                ("position", "ours"),
                ("fact", "OURS-ALONE: the log."),
                ("our_part", "OURS-ALONE: the oven stood too cold."),
            ],
        )
        .await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let file = taken(&dana).await;
        for never in ["OURS-ALONE", "severity", "note_added", "/cases/", &dana.token, "+44"] {
            assert!(!file.contains(never), "{never} in {file}");
        }
        // As many things as their page has, the oldest first.
        let page = dana.page().await;
        let on_page =
            page.split("<ol class=\"told\">").nth(1).expect("what was told").split("</ol>").next().expect("all");
        assert_eq!(told(&file).len() - 2, on_page.matches("<li").count(), "{file}");
    });
}

#[test]
fn whoever_may_read_the_page_may_take_it_and_nobody_else() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = with_options(&desk).await;
        let other = desk.opened("The crate was wet.").await;
        let token = made(&desk, &case, &desk.dana, &[("readable", "yes")]).await;
        let dana = Theirs::by(&desk, token.clone()).await;
        let reads = Theirs::by(&desk, store::links::reading_token(&token)).await;
        assert!(taken(&reads).await.contains(TITLE));
        let second = Theirs::invited(&desk, &other, &desk.dana).await;
        assert_eq!(dana.get(&format!("{}/record", second.home)).await.status, 404, "another case");
        assert_eq!(opened(&desk, &format!("{}/record", dana.home)).await.status, 404, "without the secret");
        assert_eq!(opened(&desk, &format!("/cases/{case}/record")).await.status, 303, "to sign in");
        // A colleague has the same lines, in the customer's language and on their clock.
        let ours = desk.get(&format!("/cases/{case}/record")).await;
        assert_eq!(ours.status, 200, "{}", ours.body);
        let without_head = |file: &str| told(file).into_iter().skip(1).map(|l| l["words"].clone()).collect::<Vec<_>>();
        assert_eq!(without_head(&ours.body), without_head(&taken(&dana).await));
        for page in [format!("/cases/{case}/what-they-see"), format!("/cases/{case}/links")] {
            assert!(desk.get(&page).await.body.contains(&format!("/cases/{case}/record")), "{page}");
        }
        let id = dana.home.trim_start_matches("/theirs/").to_owned();
        assert_eq!(desk.post(&format!("/cases/{case}/links/{id}/revoke"), &[]).await.status, 303);
        assert_eq!(dana.get(&format!("{}/record", dana.home)).await.status, 404, "taken back");
    });
}

/// It is said in their language, days and all (S249).
#[test]
fn s249_a_record_is_in_the_language_of_whoever_it_is_for_and_on_their_clock() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = with_options(&desk).await;
        let jonas = [("name", "Jonas Weber"), ("language", "de"), ("zone", "Europe/Berlin")];
        assert_eq!(desk.post(&format!("/accounts/{}/contacts", desk.acme), &jonas).await.status, 303);
        let links = desk.get(&format!("/cases/{case}/links")).await.body;
        let jonas = links.split("<option").find(|o| o.contains("Jonas Weber")).expect("Jonas");
        let jonas = jonas.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an id").to_owned();
        let jonas = Theirs::invited(&desk, &case, &jonas).await;
        let lines = told(&taken(&jonas).await);
        assert_eq!((&lines[0]["language"], &lines[0]["zone"]), (&"de".into(), &"Europe/Berlin".into()));
        assert_eq!(lines[1]["words"], format!("Sie haben uns gesagt: „{TITLE}“"));
        assert_eq!(
            (&lines[1]["when"], &lines[1]["time"]),
            (&"2. März 2026, 10:00".into(), &"2026-03-02T09:00:00Z".into())
        );
    });
}

/// The plan with its steps, promises kept and broken: what an auditor asks for stands in it.
#[test]
fn a_record_holds_what_was_agreed() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        heard(&desk, &case).await;
        crate::walk::chosen(&desk, &case).await;
        planned(&desk, &case).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let lines = told(&taken(&dana).await);
        let said = |kind: &str| {
            lines.iter().find(|line| line["told"] == kind).unwrap_or_else(|| panic!("{kind} in {lines:?}"))
        };
        assert!(said("plan-agreed")["fields"]["steps"].to_string().contains("Send 200 new boards"));
        assert!(said("options-laid-out")["fields"]["options"].as_array().is_some_and(|all| all.len() == 2));
        assert!(said("next-contact-promised")["fields"]["due"].as_str().is_some_and(|due| due.ends_with('Z')));
        for line in &lines[1..lines.len() - 1] {
            let words = line["words"].as_str().expect("words");
            assert!(!words.contains("tomorrow") && !words.is_empty(), "{words}");
        }
    });
}

#[test]
fn the_page_where_records_are_checked_is_open_and_speaks_four_languages() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let before = opened(&desk, "/verify").await;
        assert_eq!(before.status, 200);
        assert!(
            before.body.contains("No record was made here yet") && !before.body.contains("data-key"),
            "{}",
            before.body
        );
        let case = with_options(&desk).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let head = told(&taken(&dana).await)[0].clone();
        for (tag, words) in [
            ("en", "Check a record"),
            ("de", "Eine Akte prüfen"),
            ("pl", "Sprawdzanie zapisu"),
            ("es", "Comprobar un registro"),
        ] {
            let headers = [("accept-language", tag)];
            let page =
                crate::by_link::ask(&desk, axum::http::Method::GET, "/verify", &headers, String::new()).await.body;
            assert!(page.contains(&format!("<h1>{words}</h1>")) && page.contains(&format!("lang=\"{tag}\"")), "{page}");
            assert!(page.contains(head["fingerprint"].as_str().expect("a print")), "{page}");
            // Without script it says what to do instead.
            assert!(page.contains("makegood verify FILE --key") && page.contains("id=\"verify\" hidden"), "{page}");
        }
    });
}

/// Every bad file has its own sentence and ends as it should.
#[test]
fn each_bad_file_is_told_apart_by_the_command() {
    let folder = Folder::new("bad");
    let key = SigningKey::of(&[1; 32]).expect("a key");
    for (name, bytes, code, words) in crate::bad_records::all(&key) {
        let file = folder.keep(name, &bytes);
        let (ended, said) = verify(&[&file]);
        assert_eq!(ended, code, "{name}: {said}");
        assert!(said.starts_with("makegood: ") && said.contains(words) && said.lines().count() == 1, "{name}: {said}");
    }
    let (ended, said) = verify(&[folder.0.join("nowhere").to_str().expect("a name")]);
    assert!(ended == 2 && said.contains("cannot be read"), "{said}");
    assert_eq!(verify(&[folder.0.to_str().expect("a name")]).0, 2, "a folder");
    assert_eq!(verify(&[]).0, 2, "nothing named");
    // Whoever wrote the file commands no terminal.
    let mut head = crate::bad_records::head();
    head.installation.name = "\u{1b}[2JNordlot\u{7}".into();
    let odd = record::write(&key, &head, &[], |_| String::new()).expect("a record");
    let (ended, said) = verify(&[&folder.keep("odd.jsonl", &odd)]);
    assert!(ended == 0 && said.contains("Nordlot") && !said.contains('\u{1b}') && !said.contains('\u{7}'), "{said:?}");
}
