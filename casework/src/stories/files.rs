//! Photos and papers of a case: theirs they always see, ours only when somebody marks them for the customer.
use super::their_side::photo;
use super::walk::*;
use crate::kinds::FileKind;
use crate::parts::Said;
use crate::testing::*;
use serde_json::{Value, json};
use uuid::Uuid;

fn file(n: u128, shown: &str) -> Value {
    let mut file = photo();
    file["file"] = json!(Uuid::from_u128(n));
    file["name"] = json!("measured.pdf");
    file["shown"] = json!(shown);
    file
}

#[test]
fn a_photo_of_theirs_is_told_and_heard_by_the_owner() {
    let s = heard().at("2026-11-23 10:00").by_contact(MS_RAO).does("keep-file", photo());
    assert_eq!(s.customer_reads(), ["You sent us: crack.jpg. The crack."]);
    assert_eq!(s.told().len(), 1, "the owner hears of it");
    let s = s.then("Ms Rao sends a file: crack.jpg").replays();
    let kept = s.case().files[0].clone();
    assert_eq!((kept.from, kept.kind, kept.shown), (Some(MS_RAO), FileKind::Jpeg, Said::Yes));
    // Nobody of ours takes it from them.
    let hidden = json!({ "file": kept.id, "shown": "no" });
    s.by(MARIA).ask("show-file", hidden).refused("file-is-theirs");
}

/// A contact cannot send a file that they do not see themselves.
#[test]
fn what_they_send_is_theirs_to_see() {
    let s = heard().by_contact(MS_RAO).does("keep-file", file(1, "no"));
    assert_eq!(s.case().files[0].shown, Said::Yes);
}

#[test]
fn a_paper_of_ours_is_told_only_when_it_is_marked_for_the_customer() {
    let s = heard().by(MARIA).does("keep-file", file(1, "no"));
    assert_eq!(s.customer_reads(), Vec::<String>::new());
    let id = s.case().files[0].id;
    let mark = |shown: &str| json!({ "file": id, "shown": shown });
    let s = s.does("show-file", mark("yes"));
    assert!(s.customer_reads()[0].starts_with("We put a file here for you: measured.pdf."));
    let s = s.does("show-file", mark("yes"));
    assert!(s.customer_reads().is_empty(), "marked already");
    let s = s.does("show-file", mark("no"));
    assert_eq!(s.customer_reads(), Vec::<String>::new());
    assert_eq!(s.case().files[0].shown, Said::No);
    s.replays();
}

#[test]
fn too_large_empty_and_too_many_files_are_refused() {
    let with = |bytes: u64| {
        let mut file = photo();
        file["bytes"] = json!(bytes);
        file
    };
    let s = heard().by_contact(MS_RAO);
    let s = s.ask("keep-file", with(0)).refused("file-empty");
    let mut s = s.ask("keep-file", with(50 * 1024 * 1024)).refused("file-too-large");
    for n in 0..51 {
        s = s.does("keep-file", file(n, "yes"));
    }
    let s = s.ask("keep-file", file(99, "yes")).refused("enough-for-now");
    // Half of what a case holds stays for us.
    s.by(MARIA).does("keep-file", file(99, "yes"));
}
