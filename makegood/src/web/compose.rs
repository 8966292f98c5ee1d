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
use super::{form, meanwhile, protocol, review};
use crate::act::{NotDone, foresee};
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
use maud::Markup;
use page::Page;
use store::mails::{self, Written};
use store::{Fault, Tx};
use uuid::Uuid;

mod again;
mod letter;
mod page;
mod readers;
mod reviewing;
mod sheet;

pub use again::enclosed_again;
use reviewing::Sends;
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
    page.review().await?;
    Ok(page.render().into_response())
}

/// The review of a mail while it is typed.
pub(super) async fn reviewed(desk: &Desk<'_>) -> Result<Markup, Oops> {
    may(desk.me)?;
    let purpose = purpose_of(desk.typed.value("purpose")).ok_or(Oops::NotFound)?;
    let to = desk.typed.filled("to").and_then(|id| id.parse().ok()).and_then(|id| desk.view.contact(id));
    let asked = reviewing::asked(desk, to, purpose, ["", ""]);
    Ok(review::fragment(&asked, &asked.read().await?))
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
    let (typed, ended) = match review::wished(&typed, "text") {
        Some(typed) => (typed, Ended::Again(Note::Look)),
        None => sent(&me, &view, &sheet, typed, &wished).await?,
    };
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
            page.looks = typed.filled("look").is_some();
            StatusCode::OK
        }
        Err(note) => {
            page.asks = matches!(note, Note::Asks);
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
    page.review().await?;
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
    /// The review found something that is wrong in fact, or an open place.
    Stopped,
    /// The review found what would be read wrong, and nobody answered for it.
    Asks,
}

impl Note {
    fn words(&self) -> Option<String> {
        match self {
            Self::Look | Self::Fields => None,
            Self::SaysWhen => Some(t("compose-says-when").into_owned()),
            Self::Readers => Some(t("compose-readers-changed").into_owned()),
            Self::Language(sentence) => Some(sentence.clone()),
            Self::Stopped => Some(t("review-stops").into_owned()),
            Self::Asks => Some(t("review-asks").into_owned()),
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
    let Some(mut command) = asked.filter(|_| typed.is_fine()) else { return Ok((typed, Ended::Again(Note::Fields))) };
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
    let to = desk.view.contact(command.to);
    let mail = reviewing::asked(&desk, to, wished.purpose, ["", ""]);
    let left = match reviewing::sends(&mail, &mail.read().await?, &mut command) {
        Sends::Goes(left) => left,
        Sends::Back(note) => {
            // What the rules say to it matters more than how it reads.
            let refusal = refused(me, view, &typed, &command).await?;
            return Ok((typed, refusal.map_or(Ended::Again(note), Ended::Refused)));
        }
        Sends::Refused(refusal) => return Ok((typed, Ended::Refused(refusal))),
    };
    let Some(sender) = &sheet.sender else { return Ok((typed, Ended::Again(Note::Fields))) };
    let built = match letter::built(&desk, sheet, sender, &command).await? {
        Ok(built) => built,
        Err((field, sentence)) => {
            typed.wrong(field, sentence);
            return Ok((typed, Ended::Again(Note::Fields)));
        }
    };
    let beside = kept(view, &command, built, sender.mailbox, wished.draft.sent(me), now);
    match press(me, view.case.number, &review::rows(&typed, &left), wished.request, command.into(), beside).await {
        Ok(_) => Ok((typed, Ended::Sent)),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Err(NotDone::Refused(refusal)) => Ok((typed, Ended::Refused(refusal))),
    }
}

/// What the rules would say, where nobody passes a gate with this press.
async fn refused(me: &Agent, view: &CaseView, typed: &Typed, command: &SendMessage) -> Result<Option<Refusal>, Oops> {
    if typed.filled("pass_gate").is_some() {
        return Ok(None);
    }
    match foresee(&me.app, me.actor(), view.case.number, command.clone().into()).await {
        Ok(_) => Ok(None),
        Err(NotDone::Refused(refusal)) => Ok(Some(refusal)),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
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
