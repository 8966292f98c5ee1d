//! One file out of a raw mail, in the order in which the reading of it listed them.
use super::parse::RAW_LIMIT;
use mail_parser::MessageParser;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The bytes of the file at this place; nothing when the mail is too large to be looked into, or has no such file.
pub fn attachment(raw: &[u8], nth: usize) -> Option<Vec<u8>> {
    if raw.len() > RAW_LIMIT {
        return None;
    }
    // The parser is fuzzed upstream; should it panic all the same, there is no file.
    let read = || MessageParser::default().parse(raw)?.attachments().nth(nth).map(|part| part.contents().to_vec());
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

/// What the files of a mail are called.
pub fn names(raw: &[u8]) -> Vec<String> {
    use mail_parser::MimeHeaders as _;
    let read = || {
        let message = MessageParser::default().parse(raw)?;
        let named =
            message.attachments().take(super::build::FILES_AT_MOST + 1).filter_map(|part| part.attachment_name());
        Some(named.map(str::to_owned).collect::<Vec<_>>())
    };
    catch_unwind(AssertUnwindSafe(read)).ok().flatten().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RAW: &[u8] = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
        Content-Type: text/plain\r\n\r\nHello\r\n--x\r\nContent-Type: text/csv; name=\"lots.csv\"\r\n\
        Content-Disposition: attachment; filename=\"lots.csv\"\r\nContent-Transfer-Encoding: base64\r\n\r\nMSwyCg==\r\n--x--\r\n";

    #[test]
    fn a_file_is_taken_out_of_its_mail() {
        assert_eq!(attachment(RAW, 0).as_deref(), Some(&b"1,2\n"[..]));
        assert_eq!(attachment(RAW, 1), None);
        assert_eq!(names(RAW), ["lots.csv"]);
        assert_eq!(attachment(b"", 0), None);
    }
}
