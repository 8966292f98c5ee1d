//! The web pages for the people of the firm.

pub mod assets;
pub mod case_list;
pub mod dates;
pub mod desk;
pub mod fail;
pub mod first_run;
pub mod form;
pub mod health;
pub mod people;
pub mod sign_in;
pub mod styleguide;
pub mod ui;
pub mod when;
