//! A file of ours is shown to the customer on their page, or taken from it again. What they sent themselves they always see.
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::FileId;
use crate::parts::Said;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

asked! {
    /// Whether the customer sees a file of ours.
    pub struct ShowFile {
        /// The file.
        pub file: FileId,
        /// Whether they see it on their page.
        pub shown: Said,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileShown {
    pub id: FileId,
    pub name: String,
    pub shown: Said,
}

impl Asks for ShowFile {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let Some(file) = draft.case.files.iter().find(|file| file.id == self.file) else {
            return Err(Refusal::missing("no-such-file").about("file"));
        };
        if file.from.is_some() {
            return Err(Refusal::state("file-is-theirs").about("file"));
        }
        if file.shown != self.shown {
            let name = file.name.clone();
            draft.happened(FileShown { id: self.file, name, shown: self.shown });
        }
        Ok(())
    }
}

impl Happened for FileShown {
    fn apply(&self, case: &mut Case, _: &When) {
        if let Some(file) = case.files.iter_mut().find(|file| file.id == self.id) {
            file.shown = self.shown;
        }
    }
    fn words(&self) -> Text {
        Text::new(if self.shown == Said::Yes { "event-file-shown" } else { "event-file-hidden" })
            .with("name", &self.name)
    }
    fn told(&self) -> Option<Text> {
        (self.shown == Said::Yes)
            .then(|| Text::new("told-file-for-you").with("name", &self.name).with("words", ""))
    }
}
