//! All stories of the program that need no browser, in one program so that they are linked once: `cargo test -p makegood --test stories pages_desk::`
//! runs those of `pages_desk.rs`. A file that is not named here does not run, which the architecture test finds.

mod api;
mod api_rights;
#[path = "pages_case/bad_records.rs"]
mod bad_records;
#[path = "pages_case/by_link.rs"]
mod by_link;
mod cli;
mod demo;
#[path = "pages_case/desk.rs"]
mod desk;
#[path = "mail_arrives/dovecot.rs"]
mod dovecot;
mod edi_import;
mod hooks_in;
mod import_customers;
mod import_facts;
mod import_lists;
mod import_mail;
mod import_orders;
mod intake;
mod jobs;
mod law_i01;
mod live_desk;
mod mail_arrives;
mod mail_built;
mod mail_come_back;
mod mail_conformance;
mod mail_doctor;
#[path = "mail_arrives/doors.rs"]
mod mail_doors;
mod mail_kills;
mod mail_leaving;
mod mail_machines;
mod mail_oauth;
mod mail_old;
mod mail_pace;
mod mail_postfix;
mod mail_receipts;
mod mail_storms;
mod mail_story;
mod notices;
mod notices_hooks;
mod notices_mail;
mod notices_push;
mod pages_arrivals;
mod pages_calendar;
mod pages_case;
mod pages_cause;
mod pages_desk;
mod pages_handling;
mod pages_insight;
mod pages_joint;
mod pages_mail;
mod pages_mediation;
mod pages_memory;
mod pages_own_calendar;
mod pages_playbooks;
mod pages_practices;
mod pages_prepared;
mod pages_prompts;
mod pages_repeat;
mod pages_returns;
mod pages_review;
mod pages_review_rules;
mod pages_start;
mod pages_supplier;
mod pages_talk;
mod pages_theirs;
mod pages_theirs_after;
mod pages_theirs_practices;
mod pages_watch;
mod post;
mod proofread_lsp;
mod report_second_look;
mod reports;
#[path = "../../store/tests/support/mod.rs"]
mod support;
mod their_files;
mod their_log;
mod their_record;
mod their_ways_in;
#[path = "desk/visit.rs"]
mod visit;
#[path = "pages_case/walk.rs"]
mod walk;
mod world;
