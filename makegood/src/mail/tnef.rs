//! Opens `winmail.dat`, in which Outlook packs files for whoever has no Outlook (MS-OXTNEF). Reads only names and files.

use super::{
    contents::{File, file_name},
    incoming::{Attachment, Role},
};

const SIGNATURE: u32 = 0x223E_9F78;
/// The most attributes read.
const ATTRIBUTES: usize = 10_000;
/// The most files of one.
const FILES: usize = 200;
const NEW_FILE: u32 = 0x0006_9002;
const TITLE: u32 = 0x0001_8010;
const DATA: u32 = 0x0006_800F;
const PROPERTIES: u32 = 0x0006_9005;
/// The long name among a file's properties, as bytes or as UTF-16.
const LONG_NAME: u16 = 0x3707;

/// The files packed in it; none when it is not what it says, or damaged.
pub fn open(bytes: &[u8]) -> Option<Vec<File>> {
    let mut at = Bytes(bytes);
    if at.u32()? != SIGNATURE {
        return None;
    }
    at.u16()?;
    let mut files: Vec<(Option<String>, Vec<u8>)> = Vec::new();
    for _ in 0..ATTRIBUTES {
        if at.0.is_empty() {
            break;
        }
        let level = at.u8()?;
        let id = at.u32()?;
        let length = at.u32()? as usize;
        let value = at.take(length)?;
        at.u16()?;
        if level != 2 {
            continue;
        }
        if id == NEW_FILE && files.len() < FILES {
            files.push((None, Vec::new()));
        }
        let Some((name, data)) = files.last_mut() else { continue };
        match id {
            TITLE => *name = name.take().or_else(|| Some(narrow(value))),
            DATA => *data = value.to_vec(),
            PROPERTIES => *name = long_name(value).or_else(|| name.take()),
            _ => {}
        }
    }
    let file = |(name, bytes): (Option<String>, Vec<u8>)| {
        let name = name.map(|name| file_name(&name)).filter(|name| !name.is_empty());
        let content_type = kind(name.as_deref().unwrap_or_default()).to_owned();
        File { what: Attachment { name, content_type, bytes: bytes.len() as u64, role: Role::File, id: None }, bytes }
    };
    Some(files.into_iter().map(file).collect())
}

/// TNEF says no type; the name does.
fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "txt" => "text/plain",
        "csv" => "text/csv",
        _ => "application/octet-stream",
    }
}

/// Looks for the long name among the properties. Stops at the first kind of value whose length it does not know.
fn long_name(value: &[u8]) -> Option<String> {
    let mut at = Bytes(value);
    for _ in 0..at.u32()?.min(1_000) {
        let (kind, id) = (at.u16()?, at.u16()?);
        if id >= 0x8000 {
            // A named property: which set, and its number or name.
            at.take(16)?;
            if at.u32()? == 0 {
                at.take(4)?;
            } else {
                let length = at.u32()? as usize;
                at.take(length.checked_next_multiple_of(4)?)?;
            }
        }
        match kind {
            0x0002 | 0x0003 | 0x0004 | 0x000A | 0x000B => drop(at.take(4)?),
            0x0005..=0x0007 | 0x0014 | 0x0040 => drop(at.take(8)?),
            0x0048 => drop(at.take(16)?),
            0x001E | 0x001F | 0x0102 | 0x000D => {
                for _ in 0..at.u32()?.min(100) {
                    let length = at.u32()? as usize;
                    let value = at.take(length)?;
                    at.0 = at.0.get((length.checked_next_multiple_of(4)? - length)..).unwrap_or_default();
                    match (id, kind) {
                        (LONG_NAME, 0x001E) => return Some(narrow(value)),
                        (LONG_NAME, 0x001F) => return Some(wide(value)),
                        _ => {}
                    }
                }
            }
            _ => return None,
        }
    }
    None
}

fn narrow(value: &[u8]) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(value).0.trim_end_matches('\0').to_owned()
}

fn wide(value: &[u8]) -> String {
    encoding_rs::UTF_16LE.decode_without_bom_handling(value).0.trim_end_matches('\0').to_owned()
}

/// Bytes read from the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(head)
    }
    fn u8(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }
    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }
    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attribute(id: u32, value: &[u8]) -> Vec<u8> {
        let mut bytes = vec![2];
        bytes.extend(id.to_le_bytes());
        bytes.extend((value.len() as u32).to_le_bytes());
        bytes.extend(value);
        bytes.extend([0, 0]);
        bytes
    }

    fn packed() -> Vec<u8> {
        let mut bytes = SIGNATURE.to_le_bytes().to_vec();
        bytes.extend([1, 0]);
        let mut properties = 2u32.to_le_bytes().to_vec();
        properties.extend([0x03, 0x00, 0x20, 0x0E, 9, 0, 0, 0]);
        properties.extend([0x1E, 0x00, 0x07, 0x37, 1, 0, 0, 0, 9, 0, 0, 0]);
        properties.extend(b"r\xE9sum.pdf");
        bytes.extend(attribute(NEW_FILE, &[0; 14]));
        bytes.extend(attribute(TITLE, b"RSUM~1.PDF\0"));
        bytes.extend(attribute(DATA, b"%PDF"));
        bytes.extend(attribute(PROPERTIES, &properties));
        bytes
    }

    #[test]
    fn the_files_and_their_long_names_come_out_and_damage_opens_nothing() {
        let files = open(&packed()).unwrap();
        let what = &files[0].what;
        assert_eq!((what.name.as_deref(), what.content_type.as_str()), (Some("r\u{e9}sum.pdf"), "application/pdf"));
        assert_eq!(files[0].bytes, b"%PDF");
        for cut in 0..packed().len() {
            let _ = open(&packed()[..cut]);
        }
        assert!(open(b"not at all").is_none() && open(&packed()[..30]).is_none());
    }
}
