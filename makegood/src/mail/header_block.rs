//! The header fields of a mail exactly as they stand, before any parser has opinions about them.
//!
//! Mail parsers differ on two `From` fields and on names with a space in them, and whoever exploits that makes
//! the checker and the reader see different senders. So names and counts are taken from here.

/// The most header fields looked at (RELIABILITY limits table).
pub const FIELD_LIMIT: usize = 500;
/// The longest field, folded lines included.
pub const LINE_LIMIT: usize = 16 * 1024;
/// The longest header block.
pub const BLOCK_LIMIT: usize = 256 * 1024;

/// The fields of one header block, unfolded, names in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeaderBlock {
    pub fields: Vec<(String, String)>,
    /// A name with spaces or bytes that no name may have, such as `Fr om`.
    pub odd_name: Option<String>,
    /// A limit was met and the rest was not looked at.
    pub cut: bool,
    /// Where the body begins.
    pub body_at: usize,
}

impl HeaderBlock {
    pub fn read(raw: &[u8]) -> HeaderBlock {
        let mut block = HeaderBlock::default();
        let mut at = 0;
        while let Some((line, next)) = line_at(raw, at) {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.is_empty() {
                at = next;
                break;
            }
            if block.fields.len() >= FIELD_LIMIT || next > BLOCK_LIMIT {
                block.cut = true;
                at = end_of_block(raw, at);
                break;
            }
            block.line(line, at == 0);
            at = next;
        }
        block.body_at = at;
        block
    }

    fn line(&mut self, line: &[u8], is_first: bool) {
        if line.first().is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
            if let Some((_, value)) = self.fields.last_mut() {
                if value.len() + line.len() > LINE_LIMIT {
                    self.cut = true;
                    return;
                }
                value.push(' ');
                value.push_str(text(line).trim());
            }
            return;
        }
        // The envelope line of an mbox may still stand before the first field.
        if is_first && (line.starts_with(b"From ") || line.starts_with(b">From ")) {
            return;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            self.odd_name.get_or_insert_with(|| text(line).chars().take(60).collect());
            return;
        };
        let (name, value) = line.split_at(colon);
        // Space between name and colon is an old habit that everybody reads alike; space within is not.
        let name = name.trim_ascii_end();
        if name.is_empty() || !name.iter().all(u8::is_ascii_graphic) {
            self.odd_name.get_or_insert_with(|| text(name).chars().take(60).collect());
        }
        let value = value.get(1..LINE_LIMIT.min(value.len())).unwrap_or_default();
        self.fields.push((text(name).to_ascii_lowercase(), text(value).trim().to_owned()));
    }

    /// All values of a field, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The first value of a field.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}

/// The line that begins at `at`, without its `\n`, and where the next one begins.
fn line_at(raw: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let rest = raw.get(at..).filter(|rest| !rest.is_empty())?;
    match rest.iter().position(|byte| *byte == b'\n') {
        Some(end) => Some((rest.get(..end)?, at + end + 1)),
        None => Some((rest, raw.len())),
    }
}

fn end_of_block(raw: &[u8], mut at: usize) -> usize {
    while let Some((line, next)) = line_at(raw, at) {
        at = next;
        if line.trim_ascii().is_empty() {
            break;
        }
    }
    at
}

/// Header bytes as text: UTF-8, else what old mailers wrote without saying so. NUL cannot be kept in a database.
fn text(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => match spelled_out(bytes) {
            Some(spelled) => spelled.into(),
            None => unsaid(bytes).decode_without_bom_handling(bytes).0,
        },
    };
    text.replace('\0', "")
}

/// Letters that stand as they are within an encoded word, where they must not, spelled out as its encoding has it.
fn spelled_out(bytes: &[u8]) -> Option<String> {
    let lower = bytes.to_ascii_lowercase();
    let begins = lower.windows(3).position(|three| three == b"?q?")?;
    let ends = lower.windows(2).rposition(|two| two == b"?=")?;
    let within = |at: usize| at > begins && at < ends;
    if bytes.iter().enumerate().any(|(at, byte)| !byte.is_ascii() && !within(at)) {
        return None;
    }
    let spell = |byte: &u8| if byte.is_ascii() { char::from(*byte).to_string() } else { format!("={byte:02X}") };
    Some(bytes.iter().map(spell).collect())
}

/// The likeliest encoding of letters that come without one: Western text has single letters beyond ASCII, Russian text
/// whole words of them, with the small letters in one half in one encoding and in the other half in the other.
pub fn unsaid(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let longest = bytes.split(|byte| *byte < 0xC0).map(<[u8]>::len).max().unwrap_or(0);
    let (low, high) = bytes
        .iter()
        .filter(|byte| **byte >= 0xC0)
        .fold((0, 0), |(low, high), byte| if *byte < 0xE0 { (low + 1, high) } else { (low, high + 1) });
    match longest {
        0..=2 => encoding_rs::WINDOWS_1252,
        _ if low >= high => encoding_rs::KOI8_R,
        _ => encoding_rs::WINDOWS_1251,
    }
}

/// The ids in angle brackets of a `Message-ID`, `In-Reply-To` or `References` field, at most `most`.
///
/// Old mailers write sentences around them. An id without brackets counts when it is the only word.
pub fn ids(value: &str, most: usize) -> Vec<String> {
    let mut found: Vec<String> = value
        .split('<')
        .skip(1)
        .filter_map(|part| part.split_once('>'))
        .map(|(id, _)| id.trim())
        .filter(|id| !id.is_empty() && !id.contains(' '))
        .take(most)
        .map(short_id)
        .collect();
    let bare = value.trim();
    if found.is_empty() && bare.contains('@') && !bare.contains([' ', '<', '>']) {
        found.push(short_id(bare));
    }
    found
}

/// The longest id kept. Longer ones are cut alike wherever they occur, so replies still find their parent.
pub const ID_LIMIT: usize = 250;

fn short_id(id: &str) -> String {
    id.chars().take(ID_LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_unfolded_and_counted_as_they_stand() {
        let raw = b"From: a@x.example\r\nSubject: one\r\n two\r\nfrom: b@x.example\r\n\r\nFrom: body\r\n";
        let block = HeaderBlock::read(raw);
        assert_eq!(block.all("from").collect::<Vec<_>>(), ["a@x.example", "b@x.example"]);
        assert_eq!(block.get("subject"), Some("one two"));
        assert_eq!(&raw[block.body_at..], b"From: body\r\n");
        assert_eq!(block.odd_name, None);
    }

    #[test]
    fn a_space_in_a_name_is_odd() {
        assert_eq!(HeaderBlock::read(b"Fr om: a@x.example\n\n").odd_name.as_deref(), Some("Fr om"));
        assert_eq!(HeaderBlock::read(b"Subject : old habit\n\n").get("subject"), Some("old habit"));
    }

    #[test]
    fn ten_thousand_fields_are_cut_and_the_body_is_still_found() {
        let raw = format!("{}\nbody", "X-A: b\n".repeat(10_000));
        let block = HeaderBlock::read(raw.as_bytes());
        assert!(block.cut && block.fields.len() == FIELD_LIMIT);
        assert_eq!(&raw[block.body_at..], "body");
    }

    #[test]
    fn unsaid_latin_letters_are_read() {
        assert_eq!(
            HeaderBlock::read(b"Subject: Lieferung versp\xE4tet\n\n").get("subject"),
            Some("Lieferung verspätet")
        );
    }

    #[test]
    fn ids_are_found_in_whatever_is_written_around_them() {
        assert_eq!(ids("Message from Rao of \"Mon\" <a@x> <b@y>", 9), ["a@x", "b@y"]);
        assert_eq!(ids("a@x", 9), ["a@x"]);
        assert_eq!(ids("", 9), Vec::<String>::new());
        assert_eq!(ids("your mail of Monday", 9), Vec::<String>::new());
        let long = format!("<{}@x>", "i".repeat(400));
        assert_eq!(ids(&long, 9)[0].len(), ID_LIMIT);
    }
}
