//! The program around the rules: pages, words, and what comes in and goes out.

pub mod act;
pub mod api;
pub mod app;
pub mod cli;
pub mod config;
pub mod demo;
pub mod finder;
pub mod handling;
pub mod ical;
pub mod import;
pub mod insight;
pub mod jobs;
mod language;
pub mod limits;
pub mod live;
pub mod mail;
pub mod on_tour;
pub mod password;
pub mod record;
pub mod said;
pub mod say;
pub mod sentence;
pub mod serve;
pub mod session;
pub mod theirs;
pub mod web;
pub mod words;
