//! From what was typed to the mail itself: what may not be sent is said beside its field, the rest becomes the bytes that leave.
use super::sheet::{Sheet, language_of};
use crate::ical;
use crate::mail::build::{self, Built, File, Kind, Mail, NotBuilt, Party};
use crate::mail::sender::{self, Sender};
use crate::mail::{letters, reply_address};
use crate::theirs::dates::{self, What};
use crate::web::fail::Oops;
use crate::web::forms::Desk;
use crate::web::theirs_calendar::of_calls;
use crate::web::ui::Typed;
use crate::words::{Language, said_in, t, t_with};
use crate::{files, web};
use casework::commands::SendMessage;
use casework::ids::{ContactId, FileId};
use casework::kinds::Purpose;
use casework::parts::{CaseFile, Said};
use store::contacts::Contact;
use web::case_view::CaseView;

/// Whether they hear in this mail when they hear again.
pub fn names_the_next_word(purpose: Purpose) -> bool {
    matches!(purpose, Purpose::Update | Purpose::Summary)
}

/// Files that may go along: theirs, and of ours what was marked for them.
pub fn files_of(view: &CaseView) -> impl Iterator<Item = &CaseFile> {
    view.case.files.iter().filter(|file| file.from.is_some() || file.shown == Said::Yes)
}

/// What no rule of the case knows of: an address, open places, files that are too much.
pub fn check(desk: &Desk<'_>, sheet: &Sheet, typed: &mut Typed) {
    let chosen: Option<ContactId> = desk.typed.filled("to").and_then(|id| id.parse().ok());
    let to = chosen.and_then(|id| desk.view.contact(id));
    let everybody = to.into_iter().map(|to| ("to", to));
    let everybody = everybody.chain(super::readers::copies(desk, chosen).into_iter().map(|copy| ("copies", copy)));
    for (field, contact) in everybody.filter(|(_, contact)| contact.email.is_empty()) {
        typed.wrong(field, t_with("compose-no-address", &[("name", contact.name.as_str().into())]));
    }
    for field in ["subject", "text"] {
        if let Some(gap) = letters::gap(desk.typed.value(field)) {
            typed.wrong(field, t_with("compose-gap", &[("gap", gap.into())]));
        }
    }
    let bytes: u64 = picked(desk).iter().map(|file| file.bytes).sum();
    if bytes > build::BYTES_AT_MOST as u64 {
        typed
            .wrong("files", t_with("compose-too-large", &[("limit", files::size(build::BYTES_AT_MOST as u64).into())]));
    }
    if sheet.sender.is_none() && typed.filled("look").is_none() {
        typed.wrong("", t("compose-no-mailbox"));
    }
}

/// The files that were ticked.
fn picked<'a>(desk: &Desk<'a>) -> Vec<&'a CaseFile> {
    let ids: Vec<FileId> =
        desk.typed.values("files").flat_map(str::lines).filter_map(|id| id.trim().parse().ok()).collect();
    files_of(desk.view).filter(|file| ids.contains(&file.id)).take(build::FILES_AT_MOST).collect()
}

/// The text with when they hear again at its end, where it does not say so yet.
pub fn says_when(desk: &Desk<'_>, command: &SendMessage) -> Option<String> {
    let next = command.next_contact_at.filter(|_| names_the_next_word(command.purpose))?;
    let contact = desk.view.contact(command.to)?;
    letters::says_when(&command.text, next, &desk.view.zone_of(contact), language_of(desk, contact))
}

/// The bytes as they will leave, or what is in the way beside its field.
pub async fn built(
    desk: &Desk<'_>,
    sheet: &Sheet,
    sender: &Sender,
    command: &SendMessage,
) -> Result<Result<Built, (&'static str, String)>, Oops> {
    let Some(to) = desk.view.contact(command.to) else { return Err(Oops::NotFound) };
    let language = language_of(desk, to);
    let party = |contact: &Contact| Party::new(&contact.name, &contact.email);
    let copies = command.copies.iter().filter_map(|id| desk.view.contact(*id));
    let (in_reply_to, references) = sheet.answers.as_ref().map(|a| a.thread.clone()).unwrap_or_default();
    let (key, number) = (sender::key(&desk.me.app).await?, desk.view.case.number);
    let mail = Mail {
        id: command.mail,
        at: desk.now,
        kind: Kind::Person,
        from: sender.from.clone(),
        to: vec![party(to)],
        cc: copies.map(party).collect(),
        reply_to: reply_address::at(&key, number, &sender.from.address).map(|at| Party::new(&sender.from.name, &at)),
        subject: subject(desk, sheet, &command.subject),
        text: command.text.clone(),
        language: language.tag(),
        files: enclosed(desk, to, language).await?,
        in_reply_to,
        references,
        key: &key,
    };
    Ok(build::build(&mail).map_err(|why| told(&why)))
}

/// An answer keeps the subject of what it answers, since Gmail parts a thread whose subject changes; what begins a thread has the number.
fn subject(desk: &Desk<'_>, sheet: &Sheet, typed: &str) -> String {
    match &sheet.answers {
        Some(answers) if build::base_of(&answers.letter.subject) == build::base_of(typed) => {
            build::answer_subject(&answers.letter.subject)
        }
        _ => build::first_subject(typed, desk.view.case.number),
    }
}

async fn enclosed(desk: &Desk<'_>, to: &Contact, language: Language) -> Result<Vec<File>, Oops> {
    let case = desk.view.case.id;
    let mut all = vec![];
    for file in picked(desk) {
        let id = file.id;
        let bytes = desk.me.app.db.read(move |conn| store::files::content(conn, case, id)).await?;
        let content_type = files::kinds::content_type(file.kind).to_owned();
        all.extend(bytes.map(|bytes| File { name: file.name.clone(), content_type, bytes }));
    }
    if desk.typed.filled("invite").is_some() {
        all.extend(invitation(desk, to, language).await?);
    }
    Ok(all)
}

/// The agreed call as an invitation for their calendar, in their language and on their clock.
async fn invitation(desk: &Desk<'_>, to: &Contact, language: Language) -> Result<Option<File>, Oops> {
    let (number, account, now) = (desk.view.case.number, desk.view.account.id, desk.now);
    let read = move |conn: &store::Conn| dates::of_case(conn, number, account, now);
    let Some(dates) = desk.me.app.db.read(read).await? else { return Ok(None) };
    let agreed = of_calls(&dates, Some(to.id), now).into_iter().find(|d| d.what == What::NextWord && d.at > now);
    let Some(date) = agreed else { return Ok(None) };
    let zone = desk.view.zone_of(to);
    let told = ical::theirs::Told { dates: &dates, firm: &desk.me.firm.company, zone: &zone };
    let (method, body) = said_in(language, || ical::theirs::invitation(&told, date, to));
    Ok(Some(File {
        name: format!("{number}.ics"),
        content_type: format!("text/calendar; charset=utf-8; method={}", method.word()),
        bytes: body.into_bytes(),
    }))
}

fn told(why: &NotBuilt) -> (&'static str, String) {
    match why {
        NotBuilt::Address(address) => ("to", t_with("compose-bad-address", &[("address", address.as_str().into())])),
        NotBuilt::NoRecipient | NotBuilt::TooManyRecipients => ("copies", t("compose-too-many-readers").into_owned()),
        NotBuilt::TooManyFiles => {
            ("files", t_with("compose-too-many-files", &[("limit", build::FILES_AT_MOST.into())]))
        }
        NotBuilt::TooLarge => {
            let limit = files::size(build::BYTES_AT_MOST as u64);
            ("files", t_with("compose-too-large", &[("limit", limit.into())]))
        }
        NotBuilt::NotSafe(_) | NotBuilt::Other(_) => {
            ("text", t_with("compose-not-built", &[("why", why.to_string().into())]))
        }
    }
}
