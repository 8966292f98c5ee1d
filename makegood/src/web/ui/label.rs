//! A label is either a key of the text catalogue or ready words.

use std::borrow::Cow;

use maud::Render;

use crate::words::t;

/// Words shown to a person: made from a key (`&'static str`) or from ready words (`String`, or what `t(..)` returns).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label(Cow<'static, str>);

impl Label {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&'static str> for Label {
    fn from(key: &'static str) -> Label {
        Label(t(key))
    }
}

impl From<String> for Label {
    fn from(words: String) -> Label {
        Label(Cow::Owned(words))
    }
}

impl From<Cow<'static, str>> for Label {
    fn from(words: Cow<'static, str>) -> Label {
        Label(words)
    }
}

impl Render for Label {
    fn render_to(&self, buffer: &mut String) {
        self.0.render_to(buffer);
    }
}
