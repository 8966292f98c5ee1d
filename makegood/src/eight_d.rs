//! The report in disciplines that a customer gets: its facts (`facts`), written from what may leave the house and nothing else (`fill`),
//! laid out as a sheet in one language (`sheet`), and from there as page, PDF and table; read once more before it is sent (`second_look`).

pub mod facts;
pub mod fill;
mod later;
pub mod second_look;
pub mod sheet;
pub mod table;

pub use facts::Report;
pub use fill::{Named, fill};

use sha2::{Digest as _, Sha256};

/// The facts as they are kept, sent and hashed.
pub fn json(report: &Report) -> Vec<u8> {
    // A report has neither maps with odd keys nor numbers without an end.
    serde_json::to_vec_pretty(report).unwrap_or_default()
}
/// The print of the facts: two reports with the same one say the same.
pub fn print_of(facts: &[u8]) -> String {
    hex::encode(Sha256::digest(facts))
}
/// # Errors
/// When they are not the facts of a report.
pub fn read(facts: &[u8]) -> Result<Report, serde_json::Error> {
    serde_json::from_slice(facts)
}

/// The pages as PDF; nothing from a program without them.
///
/// # Errors
/// When typst refuses, which a test of ours should have seen before.
pub fn pages(report: &Report, files: &[print::File]) -> anyhow::Result<Option<Vec<u8>>> {
    #[cfg(feature = "pdf")]
    {
        Ok(Some(print::pdf(&sheet::of(report), files)?))
    }
    #[cfg(not(feature = "pdf"))]
    {
        let _ = (report, files);
        Ok(None)
    }
}
