//! The mail to a colleague: what must be said now, or the digest of a day. Short, the newest first, with the way to turn it off.
use crate::mail::build::{Built, Kind, Mail, NotBuilt, Party, build};
use crate::words::{spoken, t, t_with};
use casework::ids::MailId;
use jiff::Timestamp;

/// Lines of one mail; the rest is counted.
pub const LINES_AT_MOST: usize = 20;

/// One notice as a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub words: String,
    /// The case; empty where there is none.
    pub link: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Now,
    Digest,
}

/// What a letter is made of.
pub struct Letter<'a> {
    pub id: MailId,
    pub at: Timestamp,
    pub from: Party,
    pub to: Party,
    pub key: &'a [u8],
    /// How this server is reached from outside.
    pub url: &'a str,
    pub sort: Sort,
    /// The newest first.
    pub lines: &'a [Line],
    /// The secret of the page where urgent ones are acknowledged, where some of these are urgent.
    pub acknowledge: Option<&'a str>,
    /// The secret of the page where mail is turned off; none where somebody is hurt, of which everybody hears.
    pub off: Option<&'a str>,
}

impl Letter<'_> {
    /// The bytes.
    ///
    /// # Errors
    /// As for every mail.
    pub fn built(&self) -> Result<Built, NotBuilt> {
        let unsubscribe = self.off.map(|token| format!("{}/notices/off/{token}", self.url)).unwrap_or_default();
        let list = if self.sort == Sort::Digest { "digest" } else { "notices" }.to_owned();
        build(&Mail {
            id: self.id,
            at: self.at,
            kind: Kind::Notice { list, unsubscribe },
            from: self.from.clone(),
            to: vec![self.to.clone()],
            cc: vec![],
            reply_to: None,
            subject: self.subject(),
            text: self.text(),
            language: spoken().tag(),
            files: vec![],
            in_reply_to: None,
            references: vec![],
            key: self.key,
        })
    }

    fn subject(&self) -> String {
        let count = self.lines.len().into();
        match (self.sort, self.lines) {
            (Sort::Digest, _) => t_with("notices-mail-digest-subject", &[("count", count)]),
            (Sort::Now, [one]) => one.words.clone(),
            (Sort::Now, [newest, ..]) => t_with(
                "notices-mail-subject",
                &[("words", newest.words.as_str().into()), ("more", (self.lines.len() - 1).into())],
            ),
            (Sort::Now, []) => String::new(),
        }
    }

    fn text(&self) -> String {
        let mut parts = vec![];
        if self.sort == Sort::Digest {
            parts.push(t("notices-mail-digest-intro").into_owned());
        }
        for line in self.lines.iter().take(LINES_AT_MOST) {
            parts.push(if line.link.is_empty() {
                line.words.clone()
            } else {
                format!("{}\n{}", line.words, line.link)
            });
        }
        if let Some(more) = self.lines.len().checked_sub(LINES_AT_MOST).filter(|more| *more > 0) {
            let link = format!("{}/notices", self.url);
            parts.push(t_with("notices-mail-more", &[("count", more.into()), ("link", link.into())]));
        }
        if let Some(token) = self.acknowledge {
            let link = format!("{}/told/{token}", self.url);
            parts.push(t_with("notices-mail-acknowledge", &[("link", link.into())]));
        }
        let settings = format!("{}/settings/own/notices", self.url);
        let mut foot = t_with("notices-mail-foot", &[("link", settings.into())]);
        if let Some(token) = self.off {
            let link = format!("{}/notices/off/{token}", self.url);
            foot = format!("{foot}\n{}", t_with("notices-mail-off", &[("link", link.into())]));
        }
        parts.push(foot);
        parts.join("\n\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn letter(lines: &[Line], sort: Sort, off: Option<&str>) -> String {
        let letter = Letter {
            id: MailId(Uuid::from_u128(7)),
            at: Timestamp::UNIX_EPOCH,
            from: Party::new("Nordlot", "service@nordlot.example"),
            to: Party::new("Maria", "maria@nordlot.example"),
            key: b"0123456789abcdef0123456789abcdef",
            url: "https://help.nordlot.example",
            sort,
            lines,
            acknowledge: None,
            off,
        };
        let built = letter.built().unwrap();
        format!("{}\n\n{}", String::from_utf8(built.raw).unwrap(), built.text)
    }
    fn lines(many: usize) -> Vec<Line> {
        (0..many)
            .map(|n| Line { words: format!("Notice {n}."), link: format!("https://help.nordlot.example/cases/{n}") })
            .collect()
    }

    #[test]
    fn a_digest_has_twenty_lines_and_a_count_and_can_be_turned_off_with_one_press() {
        let mail = letter(&lines(130), Sort::Digest, Some("abc"));
        assert!(mail.contains("Notice 19.") && !mail.contains("Notice 20."), "{mail}");
        assert!(mail.contains("110 more"), "{mail}");
        for header in [
            "Auto-Submitted: auto-generated\r\n",
            "List-Id: <digest.nordlot.example>\r\n",
            "List-Unsubscribe: <https://help.nordlot.example/notices/off/abc>\r\n",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
        ] {
            assert!(mail.contains(header), "{header} in {mail}");
        }
    }

    #[test]
    fn where_somebody_is_hurt_there_is_nothing_to_turn_off() {
        let mail = letter(&lines(1), Sort::Now, None);
        assert!(mail.contains("Subject: Notice 0.\r\n") && mail.contains("List-Id: <notices."), "{mail}");
        assert!(!mail.contains("Unsubscribe") && !mail.contains("/notices/off/"), "{mail}");
    }
}
