//! The web pages for the people of the firm.

pub mod assets;
pub mod styleguide;
pub mod ui;
pub mod when;
