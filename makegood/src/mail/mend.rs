//! Parts of a mail that are not written as they say they are: an escape of quoted-printable that is none, letters in base64 that do not belong there,
//! an end that was cut off. As mail programs do, what can be read is read: the mail is copied with those parts written right, and the copy is
//! understood like any other. The raw mail stays as it came.

use mail_parser::{Message, MessagePart, MimeHeaders as _, PartType};

/// Mails within mails that are looked into.
const DEEP: usize = 16;
/// Parts written right in one mail.
const PARTS: usize = 100;

/// A part that the parser could not read as it is written.
struct Broken<'m> {
    from: usize,
    to: usize,
    written: Written,
    /// The boundary behind which nothing came any more.
    unended: Option<&'m str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    QuotedPrintable,
    Base64,
    Plainly,
}

/// The mail with its broken parts written right; nothing where no part is broken.
pub fn mended(raw: &[u8], message: &Message) -> Option<Vec<u8>> {
    let mut broken = vec![];
    gather(raw, message, DEEP, &mut broken);
    if broken.is_empty() {
        return None;
    }
    broken.sort_by_key(|one| one.from);
    let mut out = Vec::with_capacity(raw.len() + raw.len() / 8);
    let mut at = 0;
    for one in broken.iter().take(PARTS) {
        let (Some(before), Some(part)) = (raw.get(at..one.from), raw.get(one.from..one.to)) else { continue };
        out.extend_from_slice(before);
        match one.written {
            Written::QuotedPrintable => quoted_printable(part, &mut out),
            Written::Base64 => base64(part, &mut out),
            Written::Plainly => out.extend_from_slice(part),
        }
        if let Some(boundary) = one.unended {
            out.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
        }
        at = one.to;
    }
    out.extend_from_slice(raw.get(at..).unwrap_or_default());
    Some(out)
}

/// The broken parts of a mail and of the mails within it that stand in it as they are.
fn gather<'m>(raw: &[u8], message: &'m Message, deep: usize, broken: &mut Vec<Broken<'m>>) {
    if deep == 0 {
        return;
    }
    for (n, part) in message.parts.iter().enumerate() {
        match &part.body {
            PartType::Message(inner) if says(part) == Written::Plainly => gather(raw, inner, deep - 1, broken),
            // A mail within the mail that is no mail, or lies too deep, is no broken writing.
            PartType::Multipart(_) | PartType::Message(_) | PartType::Binary(_) => {}
            _ if part.is_encoding_problem => {
                let (from, to) = (part.offset_body as usize, part.offset_end as usize);
                let unended = (to >= raw.len()).then(|| boundary_around(message, n)).flatten();
                let written = says(part);
                if from <= to && (written != Written::Plainly || unended.is_some()) {
                    broken.push(Broken { from, to, written, unended });
                }
            }
            _ => {}
        }
    }
}

/// How a part says it is written.
fn says(part: &MessagePart) -> Written {
    match part.content_transfer_encoding().map(str::to_ascii_lowercase).as_deref() {
        Some("quoted-printable") => Written::QuotedPrintable,
        Some("base64") => Written::Base64,
        _ => Written::Plainly,
    }
}

/// The boundary of the parts among which the `n`-th stands.
fn boundary_around<'m>(message: &'m Message, n: usize) -> Option<&'m str> {
    let holds = |part: &&MessagePart| part.sub_parts().is_some_and(|parts| parts.iter().any(|id| *id as usize == n));
    message.parts.iter().find(holds)?.content_type()?.attribute("boundary")
}

/// Every `=` that begins no escape stands for itself.
fn quoted_printable(part: &[u8], out: &mut Vec<u8>) {
    for (at, byte) in part.iter().enumerate() {
        out.push(*byte);
        if *byte == b'=' && !escapes(part.get(at + 1..).unwrap_or_default()) {
            out.extend_from_slice(b"3D");
        }
    }
}

/// Two hex digits, or the end of the line: then the line goes on in the next.
fn escapes(rest: &[u8]) -> bool {
    let hex = |at: usize| rest.get(at).is_some_and(u8::is_ascii_hexdigit);
    let line = rest.split(|byte| *byte == b'\n').next().unwrap_or_default();
    (hex(0) && hex(1)) || line.trim_ascii().is_empty()
}

/// Letters of base64 only. A line of words, such as a list or a scanner of viruses writes below, is none of it.
fn base64(part: &[u8], out: &mut Vec<u8>) {
    let own = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    for line in part.split(|byte| *byte == b'\n') {
        let line = line.trim_ascii();
        if line.iter().any(u8::is_ascii_whitespace) {
            continue;
        }
        out.extend(line.iter().filter(|byte| own(byte)));
        out.extend_from_slice(b"\r\n");
    }
}

#[cfg(test)]
mod tests {
    use crate::mail::{Incoming, Oddity, Ours, contents, parse::parse};

    const HEAD: &str =
        "From: a@x.example\r\nDate: Fri, 20 Nov 2026 14:00:00 +0100\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n";

    /// As it is read, and that it was found odd.
    fn broken(rest: &str) -> (Incoming, String) {
        let raw = format!("{HEAD}{rest}");
        let (mail, odd) = parse(raw.as_bytes(), &Ours::default());
        assert_eq!(odd, [Oddity::BrokenEncoding], "{rest}");
        (mail, raw)
    }

    #[test]
    fn a_broken_escape_stands_for_itself_and_the_rest_is_read() {
        let qp = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
        for (written, read) in [
            ("Gr=C3=BC=C3=9Fe, 5 == 5, caf=C3=A9", "Grüße, 5 == 5, café"),
            ("a==3D and =C3=BC", "a== and ü"),
            ("one =\r\nline, b==\r\nc=C3=BC", "one line, b=cü"),
        ] {
            let (mail, _) = broken(&format!("{qp}{written}\r\n"));
            assert_eq!(mail.text.trim(), read, "{written}");
        }
    }

    #[test]
    fn a_broken_part_among_others_keeps_its_place_and_no_file_comes_of_it() {
        let alternative = "Content-Type: multipart/alternative; boundary=x\r\n\r\n\
            --x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nsp=C3=A4t, a==b\r\n\
            --x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>sp=C3=A4t, a==b</p>\r\n--x--\r\n";
        let (mail, _) = broken(alternative);
        assert_eq!(mail.text.trim(), "spät, a==b");
        assert!(mail.html.unwrap().contains("<p>spät, a==b</p>"));
        assert!(mail.attachments.is_empty());
    }

    #[test]
    fn base64_with_foreign_letters_is_read_as_far_as_it_is_base64() {
        let (mail, raw) = broken(
            "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\
             Content-Transfer-Encoding: base64\r\n\r\nU3DDpHQg*aXN0\r\nIGVzLg==\r\n_____\r\nScanned by a very good scanner.\r\n\
             --x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\
             Content-Transfer-Encoding: base64\r\n\r\nJVBE!Ri0x\r\n--x--\r\n",
        );
        assert_eq!(mail.text.trim(), "Spät ist es.");
        let files = contents::files(raw.as_bytes());
        assert_eq!((files.len(), files[0].bytes.as_slice()), (1, b"%PDF-1".as_slice()));
        assert_eq!(mail.attachments, [files[0].what.clone()], "what is described is what is given out");
    }

    #[test]
    fn a_mail_that_was_cut_off_says_what_came_of_it() {
        for (written, read) in [
            ("Content-Transfer-Encoding: quoted-printable\r\n\r\nsp=C3=A4t und dan", "spät und dan"),
            ("Content-Transfer-Encoding: base64\r\n\r\nU3DDpHQgaXN0", "Spät ist"),
            ("\r\nplain and cu", "plain and cu"),
        ] {
            let part = format!(
                "Content-Type: multipart/mixed; boundary=\"x y\"\r\n\r\n--x y\r\nContent-Type: text/plain; charset=utf-8\r\n{written}"
            );
            let (mail, _) = broken(&part);
            assert_eq!(mail.text.trim(), read, "{written}");
            assert!(mail.attachments.is_empty(), "{written}");
        }
    }
}
