//! Orders and mail from files: read, understood, shown, kept, with a reason for everything refused.

pub mod csv_dialect;
pub mod csv_source;
pub mod csv_split;
pub mod date_shape;
pub mod dates;
pub mod header_words;
pub mod headers;
