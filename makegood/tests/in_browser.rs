//! All stories that need a real browser, in one program so that they are linked once: `cargo test -p makegood --test in_browser main_job::` runs those
//! of `main_job.rs`. A file that is not named here does not run, which the architecture test finds.

#[path = "pages_case/bad_records.rs"]
mod bad_records;
#[path = "browser/support.rs"]
mod browser;
mod browser_calendar;
mod browser_case;
mod browser_desk;
mod browser_eight_d;
mod browser_live;
mod browser_mail;
mod browser_playbooks;
mod browser_record;
mod browser_review;
mod browser_styles;
mod browser_theirs;
#[path = "pages_case/by_link.rs"]
mod by_link;
#[path = "pages_case/desk.rs"]
mod desk;
#[path = "browser/keys.rs"]
mod keys;
mod main_job;
#[path = "../../store/tests/support/mod.rs"]
mod support;
#[path = "desk/visit.rs"]
mod visit;
#[path = "pages_case/walk.rs"]
mod walk;
