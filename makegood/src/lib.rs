//! The program around the rules: pages, words, and what comes in and goes out.

pub mod act;
pub mod app;
pub mod import;
pub mod limits;
pub mod mail;
pub mod password;
pub mod say;
pub mod sentence;
pub mod session;
pub mod web;
pub mod words;
