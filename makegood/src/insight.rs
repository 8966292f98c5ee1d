//! Reports counted: shares, middles and means with their number and how far they may be off, so that nobody reads more into a figure than it holds.

pub mod figures;
pub mod measure;
pub mod period;

pub use figures::{Band, Figure};
pub use measure::{Middle, Points, Share, Sure};
