//! Lines of an iCalendar file: what is said in a value, and how a long line is folded (RFC 5545, 3.1 and 3.3.11; RFC 6868).

/// Octets of a line without its end.
pub(super) const OCTETS: usize = 75;

/// Adds a line with its end; where it is longer than 75 octets it goes on behind a space, never in the middle of a letter.
pub(super) fn line(out: &mut String, content: &str) {
    let mut used = 0;
    for letter in content.chars() {
        if used + letter.len_utf8() > OCTETS {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(letter);
        used += letter.len_utf8();
    }
    out.push_str("\r\n");
}

/// A text value: backslash, semicolon, comma and the end of a line are written so that they mean themselves; other control
/// characters have no place in one.
pub(super) fn plain(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    for letter in one_kind_of_end(text).chars() {
        match letter {
            '\\' | ';' | ',' => said.extend(['\\', letter]),
            '\n' => said.push_str("\\n"),
            '\t' => said.push('\t'),
            letter if letter.is_control() => {}
            letter => said.push(letter),
        }
    }
    said
}

/// The value of a parameter in quotes; what cannot stand in quotes is written with a caret (RFC 6868).
pub(super) fn param(text: &str) -> String {
    let mut said = String::from("\"");
    for letter in one_kind_of_end(text).chars() {
        match letter {
            '^' => said.push_str("^^"),
            '"' => said.push_str("^'"),
            '\n' => said.push_str("^n"),
            letter if letter.is_control() => {}
            letter => said.push(letter),
        }
    }
    said.push('"');
    said
}

/// A mail address inside of an address; whatever could end the line or begin another part of it is left out.
pub(super) fn address(email: &str) -> String {
    email.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()).collect()
}

fn one_kind_of_end(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
