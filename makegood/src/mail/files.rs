//! Mails from a file, an mbox or a folder, one after the other, in the order of their names.

use super::{
    mbox::{Cut, Mbox},
    parse::RAW_LIMIT,
};
use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

/// The deepest folder looked into.
pub const FOLDER_DEPTH: usize = 16;
/// The most files of one import; a larger archive is imported folder by folder.
pub const FILE_LIMIT: usize = 1_000_000;
/// A file whose first so many bytes hold no header field is no mail.
const HEAD: usize = 64 * 1024;

/// A mail found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub path: PathBuf,
    /// Which mail of an mbox, from 1; none for a file with one mail.
    pub nth: Option<u64>,
    pub raw: Vec<u8>,
}

/// A file that gave nothing, or not everything.
#[derive(Debug)]
pub struct FileProblem {
    pub path: PathBuf,
    pub nth: Option<u64>,
    pub why: WhyNoMail,
}

/// Why a file gave no mail.
#[derive(Debug)]
pub enum WhyNoMail {
    Unreadable(io::Error),
    /// There is no header field at its beginning.
    NotMail,
    TooLarge,
    TooDeep,
    TooManyFiles,
}

/// Finds every mail under a path. `each` may stop the walk; what could not be read is returned.
pub fn each_mail(path: &Path, mut each: impl FnMut(Found) -> ControlFlow<()>) -> Vec<FileProblem> {
    let mut problems = Vec::new();
    let files = match fs::metadata(path) {
        Err(error) => {
            problems.push(problem(path, WhyNoMail::Unreadable(error)));
            return problems;
        }
        Ok(meta) if meta.is_dir() => files_under(path, &mut problems),
        Ok(_) => vec![path.to_owned()],
    };
    for file in files {
        let read = read_file(&file, &mut problems, &mut each);
        match read {
            Ok(ControlFlow::Continue(())) => {}
            Ok(ControlFlow::Break(())) => break,
            Err(error) => problems.push(problem(&file, WhyNoMail::Unreadable(error))),
        }
    }
    problems
}

/// Every plain file below a folder, sorted. Links are not followed, so no walk is endless; hidden files are skipped.
pub fn files_under(folder: &Path, problems: &mut Vec<FileProblem>) -> Vec<PathBuf> {
    let (mut files, mut folders) = (Vec::new(), vec![(folder.to_owned(), 0)]);
    while let Some((folder, depth)) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                problems.push(problem(&folder, WhyNoMail::Unreadable(error)));
                continue;
            }
        };
        for entry in entries.flatten() {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            match entry.file_type() {
                Ok(kind) if kind.is_file() && !hidden => files.push(entry.path()),
                Ok(kind) if kind.is_dir() && !hidden && depth < FOLDER_DEPTH => folders.push((entry.path(), depth + 1)),
                Ok(kind) if kind.is_dir() && !hidden => problems.push(problem(&entry.path(), WhyNoMail::TooDeep)),
                _ => {}
            }
        }
        if files.len() > FILE_LIMIT {
            files.truncate(FILE_LIMIT);
            problems.push(problem(&folder, WhyNoMail::TooManyFiles));
            break;
        }
    }
    files.sort_unstable();
    files
}

fn read_file(
    path: &Path,
    problems: &mut Vec<FileProblem>,
    each: &mut impl FnMut(Found) -> ControlFlow<()>,
) -> io::Result<ControlFlow<()>> {
    let mut reader = BufReader::with_capacity(HEAD, File::open(path)?);
    let head = reader.fill_buf()?;
    if is_mbox(head) {
        return read_mbox(path, reader, problems, each);
    }
    if !is_mail(head) {
        problems.push(problem(path, WhyNoMail::NotMail));
        return Ok(ControlFlow::Continue(()));
    }
    let mut raw = Vec::new();
    reader.take(RAW_LIMIT as u64 + 1).read_to_end(&mut raw)?;
    if raw.len() > RAW_LIMIT {
        problems.push(problem(path, WhyNoMail::TooLarge));
        return Ok(ControlFlow::Continue(()));
    }
    Ok(each(Found { path: path.to_owned(), nth: None, raw }))
}

fn read_mbox(
    path: &Path,
    reader: impl BufRead,
    problems: &mut Vec<FileProblem>,
    each: &mut impl FnMut(Found) -> ControlFlow<()>,
) -> io::Result<ControlFlow<()>> {
    let mut mbox = Mbox::new(reader);
    let mut count = 0;
    while let Some(cut) = mbox.next_mail()? {
        count += 1;
        let nth = Some(count);
        match cut {
            Cut::TooLarge => problems.push(FileProblem { path: path.to_owned(), nth, why: WhyNoMail::TooLarge }),
            Cut::Mail(raw) => {
                if each(Found { path: path.to_owned(), nth, raw }).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// An envelope line with a date, which a single mail that merely kept its envelope also has: both cut alike.
fn is_mbox(head: &[u8]) -> bool {
    head.starts_with(b"From ")
}

/// Some field near the beginning: a name of plain letters and a colon.
fn is_mail(head: &[u8]) -> bool {
    let field = |line: &[u8]| {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let name = line.get(..colon)?.trim_ascii_end();
        Some(
            !name.is_empty()
                && name.len() < 80
                && name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte)),
        )
    };
    head.split(|byte| *byte == b'\n').take(20).any(|line| field(line).unwrap_or(false))
}

fn problem(path: &Path, why: WhyNoMail) -> FileProblem {
    FileProblem { path: path.to_owned(), nth: None, why }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_walked_files_that_are_no_mail_are_named_and_mboxes_are_cut() {
        let folder = std::env::temp_dir().join(format!("makegood-mail-files-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("deeper")).unwrap();
        fs::write(folder.join("b.eml"), "Subject: b\n\nb").unwrap();
        fs::write(folder.join("deeper/a.mbox"), "From x\nSubject: 1\n\n1\n\nFrom y\nSubject: 2\n\n2\n").unwrap();
        fs::write(folder.join("notes.txt"), "nothing here").unwrap();
        fs::write(folder.join("empty.eml"), "").unwrap();
        fs::write(folder.join(".hidden"), "Subject: h\n\nh").unwrap();
        let mut found = Vec::new();
        let problems = each_mail(&folder, |mail| {
            found.push((mail.path.file_name().unwrap().to_string_lossy().into_owned(), mail.nth));
            ControlFlow::Continue(())
        });
        assert_eq!(found, [("b.eml".into(), None), ("a.mbox".into(), Some(1)), ("a.mbox".into(), Some(2))]);
        let named: Vec<_> =
            problems.iter().map(|problem| problem.path.file_name().unwrap().to_string_lossy().into_owned()).collect();
        assert_eq!(named, ["empty.eml", "notes.txt"]);
        assert_eq!(each_mail(&folder.join("absent"), |_| ControlFlow::Continue(())).len(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }
}
