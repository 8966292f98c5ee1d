//! A file that a supplier sent by their link: a photo, a measurement, a certificate. Our people see it; the customer does not, until one of us
//! shows it to them.
use super::Asks;
use super::ask_supplier::called;
use super::keep_file::{self, FILES_AT_MOST, Kept};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{FileId, ScarId};
use crate::kinds::FileKind;
use crate::parts::CaseFile;
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Files of one request.
const OF_ONE_REQUEST: usize = 20;

asked! {
    /// Asked by our own page when a supplier sends a file by the link of their request.
    pub struct KeepSupplierFile {
        /// The request.
        pub scar: ScarId,
        /// The file, as it is kept.
        pub file: FileId,
        /// What they call it.
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
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupplierFileKept {
    pub scar: ScarId,
    pub number: String,
    pub supplier: String,
    #[serde(flatten)]
    pub file: Kept,
}

impl Asks for KeepSupplierFile {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let scar = draft.case.inside.scar(self.scar).ok_or(Refusal::missing("no-such-scar").about("scar"))?;
        if !scar.is_open() {
            return Err(Refusal::state("scar-ended").about("scar"));
        }
        keep_file::has_its_place(&draft.case, self.file, self.bytes, &self.words)?;
        // Whatever they send, there is room left for the customer and for us.
        rights::leaves_room(draft.case.files.len(), FILES_AT_MOST)?;
        if draft.case.files.iter().filter(|file| file.supplier == Some(self.scar)).count() >= OF_ONE_REQUEST {
            return Err(Refusal::input("file", "too-many").with("most", OF_ONE_REQUEST));
        }
        let (supplier, asker) = (scar.request.supplier.clone(), scar.by);
        let number = called(&draft.case, self.scar);
        let file = Kept::new(self.file, &self.name, self.kind, self.bytes, &self.sha256, &self.words);
        let notice = Text::new("notice-supplier-file").with("supplier", &supplier);
        let notice = notice.with("number", number.clone()).with("name", &file.name);
        draft.happened(SupplierFileKept { scar: self.scar, number, supplier, file });
        draft.notify(asker, Urgency::CanWait, notice);
        Ok(())
    }
}

impl Happened for SupplierFileKept {
    fn apply(&self, case: &mut Case, when: &When) {
        case.files.push(CaseFile { supplier: Some(self.scar), ..self.file.on_the_case(when.happened_at) });
    }
    fn words(&self) -> Text {
        Text::new("event-supplier-file")
            .with("supplier", &self.supplier)
            .with("number", &self.number)
            .with("name", &self.file.name)
            .with("words", &self.file.words)
    }
}
