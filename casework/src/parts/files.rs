//! Files of a case, as far as rules and pages ask for them.
use super::Said;
use crate::ids::*;
use crate::kinds::FileKind;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A photo or a paper; what it holds is kept beside the case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseFile {
    pub id: FileId,
    pub name: String,
    pub kind: FileKind,
    pub bytes: u64,
    pub words: String,
    /// Who at the customer sent it; one of us when nobody there did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<ContactId>,
    pub at: Timestamp,
    /// Whether the customer sees it.
    pub shown: Said,
    /// The request by which a supplier before us sent it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<ScarId>,
}
