//! Orders, stock and mail from files: read, understood, shown, kept, with a reason for everything refused.

mod ahead;
pub mod alternates;
pub mod amounts;
mod batch;
pub mod cells;
pub mod closures;
pub mod csv_dialect;
pub mod csv_source;
pub mod csv_split;
pub mod date_shape;
pub mod dates;
pub mod edi;
pub mod fact_list;
mod fact_words;
pub mod header_words;
pub mod headers;
pub mod list_words;
pub mod lists;
pub mod mail;
pub mod numbers;
pub mod order_rows;
pub mod orders;
pub mod past;
pub mod plan;
pub mod progress;
pub mod report;
mod reported;
pub mod rows;
pub mod source;
pub mod standing;
pub mod stock;
pub mod survey;
pub mod why;
mod xlsx;

/// A file of the outside data, which stays outside: None, said aloud, where the folder is absent.
#[cfg(test)]
pub(crate) fn outside(name: &str) -> Option<Vec<u8>> {
    std::fs::read(outside_folder()?.join(name)).inspect_err(|_| println!("skipped: no outside data")).ok()
}

/// The folder of the outside data.
#[cfg(test)]
pub(crate) fn outside_folder() -> Option<std::path::PathBuf> {
    let beside = || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folder = std::env::var_os("MAKEGOOD_DATA").map_or_else(beside, Into::into);
    if !folder.is_dir() {
        println!("skipped: no outside data");
        return None;
    }
    Some(folder)
}
