//! Files written as letters into the text, as mail programs did before there was MIME, and some still do.

use super::{
    contents::{File, file_name},
    incoming::{Attachment, Role},
};

/// The most files of one text.
const BLOCKS: usize = 20;

/// A file in a text, and the lines in which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub file: File,
    pub from: usize,
    pub to: usize,
}

/// Every whole file of a text: from `begin 644 name` to `end`.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<(usize, String, Vec<u8>)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\r', '\n']);
        match &mut open {
            None => open = begins(bare).map(|name| (at, name, Vec::new())),
            Some((from, name, bytes)) if bare == "end" => {
                let name = Some(file_name(name)).filter(|name| !name.is_empty());
                let (content_type, role) = ("application/octet-stream".to_owned(), Role::File);
                let what = Attachment { name, content_type, bytes: bytes.len() as u64, role, id: None };
                let file = File { what, bytes: std::mem::take(bytes) };
                found.push(Block { file, from: *from, to: at + line.len() });
                open = None;
            }
            // A line that is no such line: it was prose after all.
            Some((_, _, bytes)) => {
                if decoded(bare, bytes).is_none() {
                    open = begins(bare).map(|name| (at, name, Vec::new()));
                }
            }
        }
        at += line.len();
        if found.len() >= BLOCKS {
            break;
        }
    }
    found
}

/// The text without its files.
pub fn without(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for block in blocks(text) {
        out.push_str(text.get(at..block.from).unwrap_or_default());
        at = block.to;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

fn begins(line: &str) -> Option<String> {
    let (mode, name) = line.strip_prefix("begin ")?.split_once(' ')?;
    let plain = matches!(mode.len(), 3 | 4) && mode.bytes().all(|digit| (b'0'..=b'7').contains(&digit));
    (plain && !name.trim().is_empty()).then(|| name.trim().to_owned())
}

/// Adds the bytes of a line. The first letter says how many there are.
fn decoded(line: &str, bytes: &mut Vec<u8>) -> Option<()> {
    let (first, rest) = line.as_bytes().split_first()?;
    let value = |byte: u8| (b' '..=b'`').contains(&byte).then(|| (byte - b' ') & 63);
    let length = usize::from(value(*first)?);
    let begun = bytes.len();
    for four in rest.chunks(4) {
        let mut bits = 0u32;
        for n in 0..4 {
            bits = (bits << 6) | u32::from(value(four.get(n).copied().unwrap_or(b' '))?);
        }
        bytes.extend_from_slice(bits.to_be_bytes().get(1..)?);
    }
    // Spaces at the end of a line are lost on the way.
    bytes.resize(begun + length, 0);
    (rest.len() <= length.div_ceil(3) * 4 + 2).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_a_text_is_found_and_taken_out() {
        let text = "See below.\nbegin 644 ../cat.txt\n#0V%T\n`\nend\nBye\n";
        let found = blocks(text);
        assert_eq!(
            (found[0].file.bytes.as_slice(), found[0].file.what.name.as_deref()),
            (&b"Cat"[..], Some("cat.txt"))
        );
        assert_eq!(without(text), "See below.\nBye\n");
        // Damage in the middle of a line stopped the reading of the whole mail.
        assert_eq!(blocks("begin 644 cat.txt\n#0V\tT\n`\nend\n"), []);
        for prose in ["begin 644 things\nand then nothing\nend\n", "begin again\nend", "begin 644 x\n#0V%T\n"] {
            assert_eq!(blocks(prose), [], "{prose}");
            assert_eq!(without(prose), prose);
        }
    }
}
