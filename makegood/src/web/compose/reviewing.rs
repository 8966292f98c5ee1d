//! The review of a mail: what it is read against, and what its findings mean for the press of *Send*.
use super::Note;
use crate::mail::build::first_subject;
use crate::review::{OTHER_LANGUAGE, Reviewed, Text};
use crate::said;
use crate::web::forms::Desk;
use crate::web::protocol;
use crate::web::review::{Asked, Ends, Promises, ends};
use casework::commands::SendMessage;
use casework::gate::Gate;
use casework::kinds::Purpose;
use casework::parts::WrittenPromise;
use casework::refusal::Refusal;
use casework::resolving;
use store::contacts::Contact;

/// Nothing is solved by mail before somebody called.
const CALL_FIRST: &str = "PO01";

/// A mail as it stands on its form; what was drafted counts until somebody types.
pub fn asked<'a>(desk: &'a Desk<'a>, to: Option<&'a Contact>, purpose: Purpose, drafted: [&str; 2]) -> Asked<'a> {
    let typed = desk.typed;
    let [subject, text] = ["subject", "text"].map(|name| typed.values(name).last());
    let files = typed.values("files").flat_map(str::lines).filter(|id| !id.trim().is_empty()).count();
    let invite = usize::from(typed.filled("invite").is_some());
    let next = typed.filled("next_contact_at").and_then(|words| said::time(words, desk.now, &desk.zones()));
    Asked {
        desk,
        what: Text::mail(purpose),
        to,
        field: "text",
        act: "send-message",
        // Its number is put before it when it leaves.
        subject: Some(first_subject(subject.unwrap_or(drafted[0]), desk.view.case.number)),
        text: text.unwrap_or(drafted[1]).to_owned(),
        next,
        attachments: u32::try_from(files + invite).ok(),
        promises: Promises::KeptWithIt,
    }
}

/// What the review says to *Send*: the mail goes as it is then, or the form comes back.
pub enum Sends {
    Goes(Vec<crate::review::Left>),
    Back(Note),
    Refused(Refusal),
}

pub fn sends(asked: &Asked<'_>, reviewed: &Reviewed, command: &mut SendMessage) -> Sends {
    let typed = asked.desk.typed;
    let ended = ends(reviewed, typed);
    if matches!(ended, Ends::Stopped) {
        return Sends::Back(Note::Stopped);
    }
    if let Some(finding) = reviewed.stops().find(|finding| finding.rule == CALL_FIRST) {
        let refusal = Refusal::gate(Gate::NoResolvingInWriting, "mail-resolves").about("text");
        let words = resolving::resolves(&command.text).unwrap_or_else(|| finding.text.clone());
        return Sends::Refused(refusal.with("words", words));
    }
    let otherwise = reviewed.to_fix().find(|finding| finding.rule == OTHER_LANGUAGE);
    if let Some(finding) = otherwise.filter(|_| typed.filled(protocol::LANGUAGE_SEEN).is_none()) {
        return Sends::Back(Note::Language(finding.say.clone()));
    }
    let Ends::Goes(left) = ended else { return Sends::Back(Note::Asks) };
    let promising = asked.promising(reviewed).into_iter().filter(|promise| promise.kept);
    command.promises = promising.map(|p| WrittenPromise { words: p.words, due: p.due }).collect();
    Sends::Goes(left)
}
