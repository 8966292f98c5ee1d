//! What a mail of ours that was taken back had with it.
use mail_parser::MessageParser;
use std::panic::{AssertUnwindSafe, catch_unwind};

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
    fn the_files_of_a_mail_have_names() {
        assert_eq!(names(RAW), ["lots.csv"]);
        assert!(names(b"").is_empty());
    }
}
