//! A report as a sheet of paper: what stands on it (`sheet`), and, with the feature `pdf`, the pages themselves (`press`).
pub mod sheet;
pub use sheet::*;

#[cfg(feature = "pdf")]
mod glyphs;
#[cfg(feature = "pdf")]
mod press;
#[cfg(feature = "pdf")]
pub use press::{NotPrinted, pdf};
