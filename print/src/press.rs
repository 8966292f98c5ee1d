//! Sets a sheet with typst: the template, the faces and the pictures are all that it can see; what people wrote is data, never markup.
use crate::glyphs;
use crate::sheet::{Block, File, Sheet};
use std::collections::HashMap;
use std::sync::OnceLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::visualize::{ExchangeFormat, RasterImage};
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const TEMPLATE: &str = include_str!("report.typ");
const FACES: [&[u8]; 4] = [
    include_bytes!("../fonts/sans-regular.ttf"),
    include_bytes!("../fonts/sans-semibold.ttf"),
    include_bytes!("../fonts/sans-italic.ttf"),
    include_bytes!("../fonts/serif-regular.ttf"),
];
/// What the setter remembers between two reports is let go after so many.
const REMEMBERED: usize = 4;

#[derive(Debug, thiserror::Error)]
#[error("the report could not be set: {0}")]
pub struct NotPrinted(String);

/// The sheet as PDF/A-2a and PDF/UA-1. The same sheet and files give the same bytes.
pub fn pdf(sheet: &Sheet, files: &[File]) -> Result<Vec<u8>, NotPrinted> {
    let desk = Desk::new(sheet, files)?;
    let document = typst::compile::<PagedDocument>(&desk).output.map_err(refused)?;
    let standards =
        PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|e| NotPrinted(e.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {} {}", sheet.number, sheet.kind, sheet.revision)),
        creator: Smart::Custom(Some("Makegood".into())),
        standards,
        ..PdfOptions::default()
    };
    let made = typst_pdf::pdf(&document, &options).map_err(refused);
    typst::comemo::evict(REMEMBERED);
    made
}

fn refused(why: impl IntoIterator<Item = SourceDiagnostic>) -> NotPrinted {
    NotPrinted(why.into_iter().map(|d| d.message.to_string()).collect::<Vec<_>>().join("; "))
}

/// The faces, read once.
pub(crate) fn fonts() -> &'static [Font] {
    static FONTS: OnceLock<Vec<Font>> = OnceLock::new();
    FONTS.get_or_init(|| FACES.into_iter().flat_map(|face| Font::iter(Bytes::new(face))).collect())
}

/// All that a template can reach: itself, the sheet, the pictures. There is no disk and no network behind it.
struct Desk {
    library: &'static LazyHash<Library>,
    book: &'static LazyHash<FontBook>,
    main: FileId,
    source: Source,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    fn new(sheet: &Sheet, files: &[File]) -> Result<Self, NotPrinted> {
        static LIBRARY: OnceLock<LazyHash<Library>> = OnceLock::new();
        static BOOK: OnceLock<LazyHash<FontBook>> = OnceLock::new();
        let main = id("report.typ")?;
        let mut sheet = sheet.clone();
        let mut seen = HashMap::new();
        for (n, file) in files.iter().enumerate() {
            if let Some(ending) = shown(&file.bytes) {
                let name = format!("picture-{n}.{ending}");
                rename(&mut sheet, &file.name, &name);
                seen.insert(id(&name)?, Bytes::new(file.bytes.clone()));
            }
        }
        forget_unseen(&mut sheet);
        let mut data = serde_json::to_value(&sheet).map_err(|e| NotPrinted(e.to_string()))?;
        glyphs::printable(&mut data, fonts());
        seen.insert(id("sheet.json")?, Bytes::from_string(data.to_string()));
        Ok(Self {
            library: LIBRARY.get_or_init(|| LazyHash::new(Library::default())),
            book: BOOK.get_or_init(|| LazyHash::new(FontBook::from_fonts(fonts()))),
            main,
            source: Source::new(main, TEMPLATE.to_owned()),
            files: seen,
        })
    }
}

fn id(path: &str) -> Result<FileId, NotPrinted> {
    let path = VirtualPath::new(path).map_err(|e| NotPrinted(format!("{e:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The ending for a picture that can be read to its last line; a broken one must not stop the report.
fn shown(bytes: &[u8]) -> Option<&'static str> {
    let (format, ending) = match ExchangeFormat::detect(bytes)? {
        ExchangeFormat::Png => (ExchangeFormat::Png, "png"),
        ExchangeFormat::Jpg => (ExchangeFormat::Jpg, "jpg"),
        ExchangeFormat::Gif => (ExchangeFormat::Gif, "gif"),
        ExchangeFormat::Webp => (ExchangeFormat::Webp, "webp"),
    };
    RasterImage::plain(Bytes::new(bytes.to_vec()), format).ok().map(|_| ending)
}

fn pictures(sheet: &mut Sheet) -> impl Iterator<Item = &mut crate::sheet::Picture> {
    sheet.parts.iter_mut().flat_map(|p| &mut p.blocks).flat_map(|b| match b {
        Block::Pictures { items } => items.iter_mut(),
        _ => [].iter_mut(),
    })
}
fn rename(sheet: &mut Sheet, from: &str, to: &str) {
    pictures(sheet).filter(|p| p.file == from).for_each(|p| p.file = format!("/{to}"));
}
/// A picture that did not come along keeps its caption; the template says that it cannot be shown.
fn forget_unseen(sheet: &mut Sheet) {
    pictures(sheet).filter(|p| !p.file.starts_with("/picture-")).for_each(|p| p.file.clear());
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        self.book
    }
    fn main(&self) -> FileId {
        self.main
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        fonts().get(index).cloned()
    }
    /// The sheet says its own day; nobody here looks at a clock.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
