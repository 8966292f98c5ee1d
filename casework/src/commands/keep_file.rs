//! A file of the case: a photo that the customer sends, a paper of ours. Its print stands in the history; the file itself is kept beside it.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::facts::{Actor, Facts};
use crate::ids::{ContactId, FileId};
use crate::kinds::FileKind;
use crate::parts::{CaseFile, Said};
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Files that one case may hold.
pub(super) const FILES_AT_MOST: usize = 100;
/// Bytes of one file: a photo of a telephone fits, a film does not.
pub const FILE_BYTES: u64 = 15 * 1024 * 1024;
/// Letters of its name, and of what is said about it.
const NAME_AT_MOST: usize = 200;
const WORDS_AT_MOST: usize = 2_000;

asked! {
    /// A file that was sent. Who sends it is who asks.
    pub struct KeepFile {
        /// The file, as it is kept.
        pub file: FileId,
        /// What its sender calls it.
        pub name: String,
        /// What it holds, seen from its content and never from its name.
        pub kind: FileKind,
        /// How large it is.
        pub bytes: u64,
        /// Its SHA-256, in hex.
        pub sha256: String,
        /// What it shows.
        #[serde(default)]
        pub words: String,
        /// Whether the customer sees it on their page; their own they always see.
        pub shown: Said,
    }
}

/// A file as the history has it, whoever sent it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    pub id: FileId,
    pub name: String,
    pub file_kind: FileKind,
    pub bytes: u64,
    pub sha256: String,
    pub words: String,
}

impl Kept {
    /// A file that has its place; it is called no longer than a list can say.
    pub(super) fn new(id: FileId, name: &str, file_kind: FileKind, bytes: u64, sha256: &str, words: &str) -> Self {
        let name = name.chars().take(NAME_AT_MOST).collect();
        Self { id, name, file_kind, bytes, sha256: sha256.to_owned(), words: words.trim().to_owned() }
    }
    /// The file on the case: ours alone, until it is said whose it is and who sees it.
    pub(super) fn on_the_case(&self, at: Timestamp) -> CaseFile {
        CaseFile {
            id: self.id,
            name: self.name.clone(),
            kind: self.file_kind,
            bytes: self.bytes,
            words: self.words.clone(),
            from: None,
            at,
            shown: Said::No,
            supplier: None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileKept {
    #[serde(flatten)]
    pub file: Kept,
    /// Who at the customer sent it; one of us when nobody there did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<ContactId>,
    pub shown: Said,
}

/// Whether a file that somebody sends has its place on the case.
///
/// # Errors
/// When it is empty, too large, there already or one too many, or when too much is said of it.
pub(super) fn has_its_place(case: &Case, file: FileId, bytes: u64, words: &str) -> Result<(), Refusal> {
    if bytes == 0 {
        return Err(Refusal::input("file", "file-empty"));
    }
    if bytes > FILE_BYTES {
        return Err(Refusal::input("file", "file-too-large").with("most", FILE_BYTES / 1024 / 1024));
    }
    if words.chars().count() > WORDS_AT_MOST {
        return Err(Refusal::input("words", "too-long").with("most", WORDS_AT_MOST));
    }
    if case.files.iter().any(|kept| kept.id == file) {
        return Err(Refusal::state("file-is-there").about("file"));
    }
    if case.files.len() >= FILES_AT_MOST {
        return Err(Refusal::input("file", "too-many").with("most", FILES_AT_MOST));
    }
    Ok(())
}

impl Asks for KeepFile {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        has_its_place(&draft.case, self.file, self.bytes, &self.words)?;
        let from = match draft.facts.actor {
            Actor::Customer(contact) => Some(contact),
            _ => None,
        };
        let file = Kept::new(self.file, &self.name, self.kind, self.bytes, &self.sha256, &self.words);
        draft.happened(FileKept { file, from, shown: if from.is_some() { Said::Yes } else { self.shown } });
        Ok(())
    }
    fn theirs(&self, _: ContactId, facts: &Facts) -> Result<(), Refusal> {
        rights::leaves_room(facts.case.files.len(), FILES_AT_MOST)
    }
}

impl Happened for FileKept {
    fn apply(&self, case: &mut Case, when: &When) {
        let file = self.file.on_the_case(when.happened_at);
        case.files.push(CaseFile { from: self.from, shown: self.shown, ..file });
    }
    fn words(&self) -> Text {
        let text = match (self.from, self.shown) {
            (Some(by), _) => Text::new("event-file-from-them").with("by", by),
            (None, Said::Yes) => Text::new("event-file-for-them"),
            (None, Said::No) => Text::new("event-file-kept"),
        };
        text.with("name", &self.file.name).with("words", &self.file.words)
    }
    fn told(&self) -> Option<Text> {
        let key = match (self.from, self.shown) {
            (Some(_), _) => "told-file-from-you",
            (None, Said::Yes) => "told-file-for-you",
            (None, Said::No) => return None,
        };
        Some(Text::new(key).with("name", &self.file.name).with("words", &self.file.words))
    }
}
