//! Cuts an mbox into its mails, one at a time, in bounded memory.

use super::parse::RAW_LIMIT;
use std::io::{self, BufRead};

/// One mail of an mbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cut {
    Mail(Vec<u8>),
    /// It is larger than any mail we take; its bytes were skipped.
    TooLarge,
}

/// Reads mails from an mbox. A mail begins at a `From ` line that stands first or after an empty line; `>From `
/// within a mail loses one mark, as it got one when the file was written.
pub struct Mbox<R> {
    lines: R,
    line: Vec<u8>,
    begun: bool,
}

impl<R: BufRead> Mbox<R> {
    pub fn new(lines: R) -> Mbox<R> {
        Mbox { lines, line: Vec::new(), begun: false }
    }

    /// The next mail, or none at the end.
    pub fn next_mail(&mut self) -> io::Result<Option<Cut>> {
        let (mut mail, mut after_blank, mut any, mut too_large) = (Vec::new(), true, self.begun, false);
        loop {
            self.line.clear();
            // A line of a mail is short; one without an end is read in pieces that are put together again.
            let got = (&mut self.lines).take_line(&mut self.line)?;
            if got == 0 {
                self.begun = false;
                return Ok(any.then(|| cut(mail, too_large)));
            }
            if after_blank && self.line.starts_with(b"From ") {
                if any {
                    self.begun = true;
                    return Ok(Some(cut(mail, too_large)));
                }
                (any, after_blank) = (true, false);
                continue;
            }
            any = true;
            after_blank = self.line.trim_ascii_end().is_empty();
            let marks = self.line.iter().take_while(|byte| **byte == b'>').count();
            let quoted = marks > 0 && self.line.get(marks..).is_some_and(|rest| rest.starts_with(b"From "));
            let line = if quoted { self.line.get(1..).unwrap_or_default() } else { &self.line };
            too_large = too_large || mail.len() + line.len() > RAW_LIMIT;
            if too_large {
                mail = Vec::new();
            } else {
                mail.extend_from_slice(line);
            }
        }
    }
}

fn cut(mail: Vec<u8>, too_large: bool) -> Cut {
    if too_large { Cut::TooLarge } else { Cut::Mail(mail) }
}

/// The longest piece of a line held at once.
const LINE_PIECE: u64 = 1024 * 1024;

trait TakeLine {
    fn take_line(self, line: &mut Vec<u8>) -> io::Result<usize>;
}

impl<R: BufRead> TakeLine for &mut R {
    fn take_line(self, line: &mut Vec<u8>) -> io::Result<usize> {
        io::Read::take(self, LINE_PIECE).read_until(b'\n', line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mails(text: &str) -> Vec<String> {
        let mut mbox = Mbox::new(text.as_bytes());
        let mut found = Vec::new();
        while let Some(cut) = mbox.next_mail().unwrap() {
            match cut {
                Cut::Mail(mail) => found.push(String::from_utf8(mail).unwrap()),
                Cut::TooLarge => found.push("too large".into()),
            }
        }
        found
    }

    #[test]
    fn mails_begin_at_from_lines_after_an_empty_line() {
        let text = "From a Mon\nSubject: one\n\nHello\nFrom here it goes on\n\nFrom b Tue\nSubject: two\n\n>From the start\n>>From twice\n";
        assert_eq!(
            mails(text),
            ["Subject: one\n\nHello\nFrom here it goes on\n\n", "Subject: two\n\nFrom the start\n>From twice\n"]
        );
    }

    #[test]
    fn an_empty_file_has_no_mail_and_a_mail_without_envelope_is_one() {
        assert_eq!(mails(""), Vec::<String>::new());
        assert_eq!(mails("Subject: x\n\ny"), ["Subject: x\n\ny"]);
        assert_eq!(mails("From a\n\nFrom b\n"), ["\n", ""]);
    }

    #[test]
    fn a_mail_larger_than_any_is_skipped_and_the_next_is_read() {
        let text = format!("From a\nSubject: x\n\n{}\n\nFrom b\nSubject: y\n", "z".repeat(RAW_LIMIT));
        assert_eq!(mails(&text), ["too large", "Subject: y\n"]);
    }
}
