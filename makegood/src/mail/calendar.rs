//! Answers of calendars (RFC 5546): who says yes or no to an appointment of ours. A machine wrote it, a person pressed it.

use casework::kinds::CalendarAnswer;
use mail_parser::{Message, MimeHeaders, PartType};
use serde::{Deserialize, Serialize};

/// So much of a calendar is read.
const CALENDAR: usize = 64 * 1024;
/// The most answers of one.
const ANSWERS: usize = 50;

/// What a calendar part says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// `request`, `reply`, `cancel` or `counter`, in lower case.
    pub method: String,
    /// Which appointment.
    pub uid: String,
    pub summary: String,
    pub answers: Vec<Answer>,
}

/// What one person answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub mail: String,
    pub comes: Comes,
}

/// Whether they come (`PARTSTAT`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comes {
    Accepted,
    Declined,
    Tentative,
    /// Not said yet, or a word that we do not know.
    Unsaid,
}

impl Calendar {
    /// What this sender pressed: their own line, or the only one. Another time proposed is told by the method.
    pub fn answer_of(&self, sender: &str) -> Option<CalendarAnswer> {
        if self.method == "counter" {
            return Some(CalendarAnswer::Proposed);
        }
        if self.method != "reply" {
            return None;
        }
        let own = self.answers.iter().find(|answer| answer.mail == sender);
        match own.or(self.answers.first())?.comes {
            Comes::Accepted => Some(CalendarAnswer::Accepted),
            Comes::Declined => Some(CalendarAnswer::Declined),
            Comes::Tentative => Some(CalendarAnswer::Tentative),
            Comes::Unsaid => None,
        }
    }
}

/// The first calendar among the parts of a mail.
pub fn of(message: &Message) -> Option<Calendar> {
    let is_calendar = |part: &&mail_parser::MessagePart| {
        part.content_type().is_some_and(|kind| {
            kind.ctype().eq_ignore_ascii_case("text")
                && kind.subtype().unwrap_or_default().eq_ignore_ascii_case("calendar")
        })
    };
    let part = message.parts.iter().take(super::parse::PART_LIMIT).find(is_calendar)?;
    match &part.body {
        PartType::Text(text) => read(text),
        _ => read(&String::from_utf8_lossy(part.contents())),
    }
}

/// Reads one. Only the first appointment counts.
pub fn read(text: &str) -> Option<Calendar> {
    let head = text.get(..text.floor_char_boundary(CALENDAR))?.replace("\r\n", "\n");
    let unfolded = head.replace("\n ", "").replace("\n\t", "");
    let mut calendar =
        Calendar { method: String::new(), uid: String::new(), summary: String::new(), answers: Vec::new() };
    for line in unfolded.lines().take_while(|line| !line.eq_ignore_ascii_case("END:VEVENT")) {
        let Some((left, value)) = outside_quotes(line) else { continue };
        let mut parameters = left.split(';');
        let name = parameters.next().unwrap_or_default().to_ascii_uppercase();
        let value = value.trim();
        match name.as_str() {
            "METHOD" => calendar.method = value.chars().take(20).collect::<String>().to_ascii_lowercase(),
            "UID" if calendar.uid.is_empty() => calendar.uid = value.chars().take(250).collect(),
            "SUMMARY" if calendar.summary.is_empty() => {
                calendar.summary = value.replace("\\,", ",").chars().take(200).collect()
            }
            "ATTENDEE" if calendar.answers.len() < ANSWERS => {
                let lower = value.to_lowercase();
                let mail = lower.strip_prefix("mailto:").unwrap_or(&lower).to_owned();
                let said = parameters
                    .find_map(|one| one.split_once('=').filter(|(name, _)| name.eq_ignore_ascii_case("PARTSTAT")));
                let comes = match said.map(|(_, word)| word.to_ascii_uppercase()).as_deref() {
                    Some("ACCEPTED") => Comes::Accepted,
                    Some("DECLINED") => Comes::Declined,
                    Some("TENTATIVE") => Comes::Tentative,
                    _ => Comes::Unsaid,
                };
                calendar.answers.push(Answer { mail, comes });
            }
            _ => {}
        }
    }
    (!calendar.uid.is_empty()).then_some(calendar)
}

/// A name with parameters, and its value: behind the first colon that stands in no quotation marks.
fn outside_quotes(line: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let at = line.char_indices().find(|(_, letter)| {
        quoted ^= *letter == '"';
        *letter == ':' && !quoted
    })?;
    Some((line.get(..at.0)?, line.get(at.0 + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_says_who_answered_what() {
        let text = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:mg-7@ours.example\r\nSUMMARY:Visit\\, Tuesday\r\n\
            ATTENDEE;CN=\"Rao: Buyer\";PARTST\r\n AT=ACCEPTED:mailto:Rao@Acme.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let calendar = read(text).unwrap();
        assert_eq!((calendar.method.as_str(), calendar.uid.as_str()), ("reply", "mg-7@ours.example"));
        assert_eq!(calendar.summary, "Visit, Tuesday");
        assert_eq!(calendar.answers, [Answer { mail: "rao@acme.example".into(), comes: Comes::Accepted }]);
        assert_eq!(calendar.answer_of("rao@acme.example"), Some(CalendarAnswer::Accepted));
        let counter = Calendar { method: "counter".into(), ..calendar.clone() };
        assert_eq!(counter.answer_of("rao@acme.example"), Some(CalendarAnswer::Proposed));
        let ours = Calendar { method: "request".into(), ..calendar };
        assert_eq!(ours.answer_of("rao@acme.example"), None, "an invitation answers nothing");
        assert_eq!(read("BEGIN:VCALENDAR"), None);
        assert_eq!(read(""), None);
    }
}
