//! What the components promise to every page: ids that match, typed text that stays, a way out beside every no.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Render, html};

use super::*;
use crate::web::when;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn what_was_typed_comes_back_beside_what_is_wrong_with_it() {
    let mut typed = Typed::from_pairs([("title".to_owned(), "Half <b>the</b> boards".to_owned())]);
    typed.wrong("title", "Say which order it is about.".to_owned());
    let form =
        Form::post("/cases", "r-1").typed(&typed).field(Field::text("title", "Title".to_owned())).act("ui-new-case");
    let page = form.render().into_string();
    assert!(page.contains(r#"value="Half &lt;b&gt;the&lt;/b&gt; boards""#), "{page}");
    assert!(page.contains("aria-invalid=\"true\" aria-describedby=\"form-cases-title-error\""), "{page}");
    assert!(page.contains(r##"<a href="#form-cases-title">Title: Say which order it is about.</a>"##), "{page}");
    assert!(page.contains(r#"<input type="hidden" name="request_id" value="r-1">"#), "{page}");
}

#[test]
fn a_sentence_about_no_field_of_the_form_is_still_said() {
    let mut typed = Typed::nothing();
    typed.wrong("elsewhere", "Two people were here at once.".to_owned());
    let page = Form::post("/x", 1).typed(&typed).render().into_string();
    assert!(page.contains("<li>Two people were here at once.</li>"), "{page}");
}

#[test]
fn a_password_is_never_written_back() {
    let typed = Typed::nothing().with("password", "hunter2");
    let field = Field::password("password", "Password".to_owned());
    assert!(!Form::post("/sign-in", 1).typed(&typed).field(field).render().into_string().contains("hunter2"));
}

#[test]
fn words_that_begin_with_an_empty_line_keep_it() {
    let page = Field::words("note", "Note".to_owned()).value("\nsecond line").render().into_string();
    assert!(page.contains(">\n\nsecond line</textarea>"), "{page}");
}

#[test]
fn a_set_of_choices_keeps_what_was_ticked() {
    let typed = Typed::nothing().with("role", "owner").with("role", "manager");
    let choices = ["owner", "quality", "manager"].map(|role| (role.to_owned(), role.to_owned()));
    let page =
        Form::post("/p", 1).typed(&typed).field(Field::checks("role", "Roles".to_owned()).choices(choices)).render();
    let page = page.into_string();
    assert!(page.contains(r#"value="owner" checked"#) && page.contains(r#"value="manager" checked"#), "{page}");
    assert!(!page.contains(r#"value="quality" checked"#), "{page}");
}

#[test]
fn a_folded_part_opens_when_something_in_it_is_wrong() {
    let mut typed = Typed::nothing();
    let form = |typed: &Typed| {
        Form::post("/p", 1).typed(typed).more("ui-search", [Field::text("x", "X".to_owned())]).render().into_string()
    };
    assert!(form(&typed).contains("<details class=\"more\">"));
    typed.wrong("x", "No.".to_owned());
    assert!(form(&typed).contains("<details class=\"more\" open>"));
}

#[test]
fn a_gate_is_passed_with_a_reason_under_the_same_form() {
    let mut typed = Typed::nothing().with("pass_reason", "They asked to hear one option only.");
    typed.wrong("pass_reason", "Write a reason.".to_owned());
    let page = Form::post("/o", 1)
        .typed(&typed)
        .gate("two-options", "Two ways forward are needed.".to_owned())
        .render()
        .into_string();
    assert!(page.contains(r#"name="pass_gate" value="two-options""#), "{page}");
    assert!(page.contains("They asked to hear one option only.") && page.contains("#form-o-pass_reason"), "{page}");
}

#[test]
fn the_disc_fills_as_time_is_used() {
    let (start, due) = (at("2025-11-24T10:00:00Z"), at("2025-11-24T11:00:00Z"));
    let fill = |now: &str| Fill::of(start, due, at(now));
    assert_eq!(fill("2025-11-24T10:29:59Z"), Fill::Far);
    assert_eq!(fill("2025-11-24T10:30:00Z"), Fill::Quarter);
    assert_eq!(fill("2025-11-24T10:45:00Z"), Fill::ThreeQuarters);
    assert_eq!(fill("2025-11-24T11:00:00Z"), Fill::Full);
}

#[test]
fn a_clock_says_in_words_what_its_colour_says() {
    let zone = TimeZone::UTC;
    let (start, due) = (at("2025-11-24T10:00:00Z"), at("2025-11-24T11:00:00Z"));
    let late = Clock::running(start, due, at("2025-11-24T11:25:00Z"), &zone).render().into_string();
    assert!(late.contains("clock full") && late.contains("25 min late") && late.contains("aria-hidden"), "{late}");
    let met = Clock::met(start, due, at("2025-11-24T10:25:00Z"), &zone).render().into_string();
    assert!(met.contains("35 min early") && met.contains("Met:") && met.contains("class=\"tick\""), "{met}");
}

#[test]
fn a_page_has_its_landmarks_and_no_inline_style_or_script() {
    let zone = TimeZone::UTC;
    let now = at("2025-11-24T10:00:00Z");
    let body = html! { (heading("Run to it", None)) (when::due(now, now, &zone)) };
    let page = page(Shell::new("ui-nav-run").nav(Nav::RunToIt).who("Maria K.").signals(7), body).into_string();
    for part in [
        "<!DOCTYPE html>",
        "<html lang=\"en\">",
        "href=\"#main\"",
        "<main",
        "<nav",
        "<header",
        "<footer",
        "role=\"search\"",
    ] {
        assert!(page.contains(part), "no {part} in {page}");
    }
    assert!(page.contains(r#"<a href="/" aria-current="page""#), "{page}");
    assert!(page.contains("<title>Run to it · Makegood</title>"), "{page}");
    assert!(!page.contains("style=") && !page.contains("onclick"), "{page}");
    assert_eq!(page.matches("<script").count(), page.matches("<script src=\"/assets/").count(), "{page}");
}

#[test]
fn somebody_not_signed_in_sees_no_ways_through_the_program() {
    let page = page(Shell::new("ui-sign-out").narrow(), html! {}).into_string();
    assert!(!page.contains("<nav") && !page.contains("role=\"search\""), "{page}");
}
