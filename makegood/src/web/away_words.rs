//! That somebody at a customer is away, where one would call them: what their own mail program said, as a hint.
use super::letter_lines::day_of;
use crate::session::Agent;
use crate::words::t_with;
use casework::ids::ContactId;
use store::away::Away;

/// One sentence; nothing once they are back.
pub fn said(all: &[Away], contact: ContactId, me: &Agent) -> Option<String> {
    let today = me.app.now().to_zoned(me.zone.clone()).date();
    let away = all.iter().find(|away| away.contact == contact).filter(|away| away.says_something(today))?;
    let words = |key: &str, day| t_with(key, &[("day", day_of(day, me).into())]);
    match (away.begins.filter(|begins| *begins > today), away.back, away.ends) {
        (Some(begins), ..) => Some(words("contact-away-from", begins)),
        (None, Some(back), _) => Some(words("contact-away-back", back)),
        (None, None, Some(ends)) => Some(words("contact-away-until", ends)),
        (None, None, None) => Some(words("contact-away-since", away.begins?)),
    }
}
