//! The program around the rules: pages, words, and what comes in and goes out.

pub mod import;
pub mod mail;
pub mod sentence;
pub mod web;
pub mod words;
