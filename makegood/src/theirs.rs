//! The customer's side: who comes by a link, what of a case is meant for their eyes, and what they may press.

pub mod acts;
pub mod arrivals;
pub mod by_link;
pub mod dates;
pub mod guest;
pub mod joint;
pub mod receiver;
pub mod record;
pub mod returns;
pub mod seen;
pub mod supplier;
