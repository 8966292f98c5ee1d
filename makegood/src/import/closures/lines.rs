//! The lines of an iCalendar file: folded ones made whole, each parted into name, parameters and value.

/// A line as it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Where it begins in the file, from 1.
    pub number: usize,
    pub name: &'a str,
    pub value: &'a str,
    /// The value when it went over several lines of the file.
    folded: Option<String>,
}

impl Line<'_> {
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.name.eq_ignore_ascii_case(name) && self.value.trim().eq_ignore_ascii_case(value)
    }

    /// The value as a person reads it: signs that were written with a backslash are themselves again.
    pub fn text(&self) -> String {
        let value = self.folded.as_deref().unwrap_or(self.value);
        let (mut text, mut escaped) = (String::with_capacity(value.len()), false);
        for sign in value.chars().take(TEXT_AT_MOST) {
            match (escaped, sign) {
                (false, '\\') => escaped = true,
                (true, 'n' | 'N') => {
                    text.push(' ');
                    escaped = false;
                }
                (_, sign) => {
                    text.push(sign);
                    escaped = false;
                }
            }
        }
        text.trim().to_owned()
    }
}

/// Characters of a name that are kept.
const TEXT_AT_MOST: usize = 200;

/// The lines of a file; one that begins with a space or a tab goes on with the one before.
pub fn unfolded(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = vec![];
    for (n, raw) in text.lines().enumerate() {
        if let Some(more) = raw.strip_prefix([' ', '\t']) {
            if let Some(last) = lines.last_mut() {
                last.folded.get_or_insert_with(|| last.value.to_owned()).push_str(more);
            }
            continue;
        }
        let Some((name, value)) = parted(raw.trim_start_matches('\u{feff}')) else { continue };
        lines.push(Line { number: n + 1, name, value, folded: None });
    }
    lines
}

/// The name without its parameters, and the value: the first colon that stands in no quotes parts them.
fn parted(line: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let colon = line.char_indices().find(|(_, sign)| {
        quoted ^= *sign == '"';
        *sign == ':' && !quoted
    });
    let (at, _) = colon?;
    let name = line[..at].split(';').next().unwrap_or_default().trim();
    Some((name, &line[at + 1..]))
}
