//! People tend to shy away from a problem (S035). What the records show of it is told to the owner alone, with the first
//! sentence to say. It judges nobody and is kept nowhere: the next contact ends it.
use crate::case::Case;
use crate::choices;
use crate::parts::Promised;

/// Times that an owner opens a case and does nothing, after which a word helps.
pub const LOOKS: u32 = 3;
/// Hand-overs, next contacts put off, or messages in place of a call.
const TWICE: usize = 2;

choices! {
    /// How a contact that is owed was gone around.
    pub enum Avoided { Looked = "looked", PutOff = "put_off", HandedOn = "handed_on", OnlyWrote = "only_wrote" }
}

/// How this case was gone around while a contact is owed; `looks` counts how often its owner opened it since they last did something.
pub fn avoided(case: &Case, looks: u32) -> Option<Avoided> {
    if !owes_a_contact(case) {
        return None;
    }
    let unheard = case.talks_since_owed().next().is_none();
    let put_off =
        case.promises.iter().filter(|p| p.what == Promised::NextContact && p.made_at >= case.contact_owed_since);
    if unheard && usize::from(case.hand_overs) >= TWICE {
        Some(Avoided::HandedOn)
    } else if unheard && put_off.count() >= TWICE {
        Some(Avoided::PutOff)
    } else if unheard && case.contacts.messages as usize >= TWICE {
        Some(Avoided::OnlyWrote)
    } else {
        (looks >= LOOKS).then_some(Avoided::Looked)
    }
}

/// Somebody at the customer waits for a voice: only then is looking without doing worth a word.
pub fn owes_a_contact(case: &Case) -> bool {
    case.recovery.is_live() && case.clocks.iter().any(|c| c.is_running() && c.kind.is_contact())
}
