//! Writing a mail on a case: what it is for first, then whom it reaches in words, the text drafted from the record, and a look at it as they will see
//! it. Nothing leaves before ten seconds are over, in which one press takes it back.
use super::case_view::{self, CaseView, Story};
use super::desk::{self, Posted};
use super::do_on_case::{Pairs, numbered, status};
use super::drafts::{self, Draft, Sent};
use super::fail::Oops;
use super::forms::Desk;
use super::press::press;
use super::ui::Typed;
use super::{form, meanwhile, protocol};
use crate::act::NotDone;
use crate::mail::build::Built;
use crate::session::Agent;
use crate::words::t;
use axum::extract::{Path, Query};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use casework::commands::{Command, SendMessage};
use casework::ids::{CaseNumber, MailId, MessageId, RequestId};
use casework::kinds::Purpose;
use casework::refusal::{Refusal, Strength};
use casework::rights::{self, Right};
use jiff::{SignedDuration, Timestamp};
use page::Page;
use store::mails::{self, Written};
use store::{Fault, Tx};
use uuid::Uuid;

mod again;
mod letter;
mod page;
mod readers;
mod sheet;

pub use again::enclosed_again;
use sheet::Sheet;
pub use sheet::{language_of, purpose_of};

/// So long a mail waits, so that whoever sent it can take it back.
const SECOND_THOUGHTS: SignedDuration = SignedDuration::from_secs(10);

fn may(me: &Agent) -> Result<(), Oops> {
    if rights::holds(Right::Bring, &me.person.roles) { Ok(()) } else { Err(Oops::Forbidden) }
}

/// Everything a page of this kind needs, in one moment of the database.
async fn looked_at(me: &Agent, number: CaseNumber, typed: &Typed) -> Result<(CaseView, Sheet), Oops> {
    let (person, now) = (me.person.id, me.app.now());
    let answers: Option<MessageId> = typed.filled("answer").and_then(|id| id.parse().ok());
    let read = move |conn: &store::Conn| {
        let Some(view) = case_view::load(conn, number, Story::Kinds(&["conversation_recorded"]))? else {
            return Ok::<_, store::Fault>(None);
        };
        let sheet = Sheet::read(conn, &view, person, answers, now)?;
        Ok(Some((view, sheet)))
    };
    me.app.db.read(read).await?.ok_or(Oops::NotFound)
}

pub async fn show(
    me: Agent,
    Path(number): Path<String>,
    address: Uri,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Oops> {
    may(&me)?;
    let number = numbered(&number)?;
    let asked = Typed::from_pairs(pairs);
    let (view, sheet) = looked_at(&me, number, &asked).await?;
    let draft = drafts::of(&me, address.path_and_query().map_or("", |there| there.as_str())).await?;
    let typed = draft.or(asked);
    let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &typed };
    let Some(purpose) = purpose_of(typed.value("purpose")) else {
        return Ok(page::purposes(&desk, &sheet).into_response());
    };
    let request = me.app.new_request();
    let mut page = Page::new(&desk, &sheet, purpose, request, draft.kept());
    if let Some(begun) =
        draft.value("case_version").and_then(|seen| seen.parse().ok()).filter(|b| *b < view.case.version)
    {
        let mut between = meanwhile::since(&me, view.case.id, begun).await?;
        between.retain(|happening| happening.when.by != me.actor());
        page.meanwhile = between;
    }
    Ok(page.render().into_response())
}

pub async fn create(me: Agent, Path(number): Path<String>, Posted(typed): Posted) -> Result<Response, Oops> {
    may(&me)?;
    let number = numbered(&number)?;
    let (view, sheet) = looked_at(&me, number, &typed).await?;
    let purpose = purpose_of(typed.value("purpose")).ok_or(Oops::NotFound)?;
    let request = desk::request_of(&me, &typed);
    let draft = drafts::sent(&typed, format!("/cases/{number}/mail/new?purpose={}", purpose.word()));
    let mail = MailId(Uuid::new_v5(&request.0, b"mail"));
    let wished = Wished { request, mail, purpose, draft: &draft };
    let (typed, ended) = sent(&me, &view, &sheet, typed, &wished).await?;
    let refusal = match ended {
        Ended::Sent => return Ok(desk::on_to(&format!("/cases/{number}/mail?sent={mail}"))),
        Ended::Again(note) => Err(note),
        Ended::Refused(refusal) => Ok(refusal),
    };
    let (view, sheet) = looked_at(&me, number, &typed).await?;
    let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &typed };
    let mut page = Page::new(&desk, &sheet, purpose, request, draft.kept());
    let unfit = match refusal {
        Err(Note::Look) if typed.is_fine() => {
            page.looks = true;
            StatusCode::OK
        }
        Err(note) => {
            page.note = note.words();
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Ok(refusal) => {
            let unfit = status(&refusal);
            if refusal.strength == Strength::Changed {
                let seen = typed.value("case_version").parse().unwrap_or(view.case.version);
                page.meanwhile = meanwhile::since(&me, view.case.id, seen).await?;
            }
            page.refusal = Some(refusal);
            unfit
        }
    };
    Ok((unfit, page.render()).into_response())
}

/// What one press asks for.
struct Wished<'a> {
    request: RequestId,
    mail: MailId,
    purpose: Purpose,
    draft: &'a Draft,
}

enum Ended {
    Sent,
    /// The form comes back, with a word about it.
    Again(Note),
    Refused(Refusal),
}

/// Why a form comes back that nobody refused.
enum Note {
    /// They asked to see it first.
    Look,
    /// Something is wrong beside a field.
    Fields,
    /// When they hear again was written into the text.
    SaysWhen,
    /// Others read it than the page had said.
    Readers,
    /// It reads like another language than theirs.
    Language(String),
}

impl Note {
    fn words(&self) -> Option<String> {
        match self {
            Self::Look | Self::Fields => None,
            Self::SaysWhen => Some(t("compose-says-when").into_owned()),
            Self::Readers => Some(t("compose-readers-changed").into_owned()),
            Self::Language(sentence) => Some(sentence.clone()),
        }
    }
}

/// Sends, or says why not. Gives what was typed back, with what was wrong beside its field.
async fn sent(
    me: &Agent,
    view: &CaseView,
    sheet: &Sheet,
    mut typed: Typed,
    wished: &Wished<'_>,
) -> Result<(Typed, Ended), Oops> {
    let now = me.app.now();
    let looks = typed.filled("look").is_some();
    let asked = {
        let before = typed.clone();
        let desk = Desk { view, me, now, typed: &before };
        command(&desk, sheet, &mut typed, wished, now)
    };
    let mut said = Note::Look;
    if let Some(command) = &asked {
        let before = typed.clone();
        let desk = Desk { view, me, now, typed: &before };
        if let Some(text) = letter::says_when(&desk, command) {
            typed = typed.with("text", text);
            said = if looks { Note::Look } else { Note::SaysWhen };
        }
    }
    let before = typed.clone();
    let desk = Desk { view, me, now, typed: &before };
    letter::check(&desk, sheet, &mut typed);
    let Some(command) = asked.filter(|_| typed.is_fine()) else { return Ok((typed, Ended::Again(Note::Fields))) };
    if looks || matches!(said, Note::SaysWhen) {
        return Ok((typed, Ended::Again(said)));
    }
    if readers::shown(&desk) != typed.value("shown_to") {
        return Ok((typed, Ended::Again(Note::Readers)));
    }
    let seems = protocol::other_language(&desk, &command.text);
    if let Some(sentence) = seems.filter(|_| typed.filled(protocol::LANGUAGE_SEEN).is_none()) {
        return Ok((typed, Ended::Again(Note::Language(sentence))));
    }
    let Some(sender) = &sheet.sender else { return Ok((typed, Ended::Again(Note::Fields))) };
    let built = match letter::built(&desk, sheet, sender, &command).await? {
        Ok(built) => built,
        Err((field, sentence)) => {
            typed.wrong(field, sentence);
            return Ok((typed, Ended::Again(Note::Fields)));
        }
    };
    let beside = kept(view, &command, built, sender.mailbox, wished.draft.sent(me), now);
    match press(me, view.case.number, &typed, wished.request, command.into(), beside).await {
        Ok(_) => Ok((typed, Ended::Sent)),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Err(NotDone::Refused(refusal)) => Ok((typed, Ended::Refused(refusal))),
    }
}

/// What is kept with the act: the bytes that will leave, and no draft of them.
fn kept(
    view: &CaseView,
    command: &SendMessage,
    built: Built,
    mailbox: Uuid,
    forget: Sent,
    now: Timestamp,
) -> impl Fn(&Tx) -> Result<(), Fault> + Clone + Send + 'static {
    let (case, recipients) = (view.case.id, readers::recipients(view, command));
    let (id, purpose, leaves_at) = (command.mail, command.purpose, command.leaves_at.unwrap_or(now));
    let by = forget.person();
    move |tx| {
        let mail = Written {
            id,
            case: Some(case),
            mailbox: Some(mailbox),
            purpose: purpose.word(),
            by: Some(by),
            mail_id: &built.mail_id,
            subject: &built.subject,
            body: &built.text,
            raw: &built.raw,
            leaves_at,
            recipients: &recipients,
        };
        mails::keep(tx, &mail, now)?;
        forget.forget(tx)
    }
}

/// The command that is meant; what is missing or not understood is said beside its field.
fn command(
    desk: &Desk<'_>,
    sheet: &Sheet,
    typed: &mut Typed,
    wished: &Wished<'_>,
    now: Timestamp,
) -> Option<SendMessage> {
    let leaves_at = match typed.value("leaves") {
        "now" => now,
        "morning" => sheet.morning(desk, now),
        _ => now.saturating_add(SECOND_THOUGHTS).unwrap_or(now),
    };
    let kept: Vec<(String, String)> = typed
        .pairs()
        .filter(|(n, _)| *n != "no_change_tried" || wished.purpose == Purpose::Update)
        .map(|(n, v)| (n.to_owned(), v.to_owned()))
        .collect();
    let mut reading =
        Typed::from_pairs(kept).with("mail", wished.mail.to_string()).with("leaves_at", leaves_at.to_string());
    let command = form::command("send-message", &mut reading, now, &desk.zones());
    for (name, sentence) in reading.errors() {
        typed.wrong(name, sentence.clone());
    }
    match command {
        Some(Command::SendMessage(command)) => Some(*command),
        _ => None,
    }
}
