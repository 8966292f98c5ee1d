//! Mail comes in: one task for each mailbox, one that gives what came its place, and one that tells cases of it.
use crate::act::{self, Asked, NotDone};
use crate::app::App;
use crate::mail::incoming::Besides;
use crate::mail::{fetch, quoted, receive};
use casework::commands::{Command, HearCalendar, ReceiveMessage};
use casework::facts::Actor;
use casework::ids::{CaseId, ContactId, MessageId, RequestId};
use std::collections::HashMap;
use std::time::Duration;
use store::facts::CaseRef;
use store::messages::{self, Message};
use store::{Fault, mailboxes, unheard};
use tokio::task::JoinHandle;
use uuid::Uuid;

/// How often it is looked which mailboxes there are.
const MAILBOXES_EVERY: Duration = Duration::from_secs(3);
/// How often waiting mail is looked for when nobody rang: another process may have brought it.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Gives what came its place, and tells its case; for ever.
pub async fn sort(app: App) {
    loop {
        if let Err(fault) = receive::sort(&app).await {
            tracing::warn!(%fault, "mail that came in goes on waiting for its place");
        }
        if let Err(fault) = hear(&app).await {
            tracing::warn!(%fault, "cases are told of their mail in a moment");
        }
        drop(tokio::time::timeout(LOOK_EVERY, app.until_mail_comes()).await);
    }
}

/// Tells cases of the mails of people that were put onto them; how many were told.
///
/// # Errors
/// When the database is away.
pub async fn hear(app: &App) -> Result<usize, Fault> {
    let now = app.now();
    let due = app.db.read(move |conn| unheard::due(conn, now)).await?;
    let mut told = 0;
    for one in due {
        let id = one.message;
        let mail = app.db.read(move |conn| messages::by_id(conn, id)).await?;
        let came = match mail.as_ref().and_then(|mail| Some((mail, mail.case_id?, mail.contact_id?))) {
            Some((mail, case, contact)) => tell(app, mail, CaseId(case), ContactId(contact)).await,
            None => Ok(()),
        };
        match came {
            Ok(()) => told += 1,
            Err(NotDone::Fault(fault)) if fault.is_passing() => return Err(fault),
            // A closed case is told nothing: a signal stands on the list instead.
            Err(NotDone::Refused(refusal)) => {
                tracing::info!(code = refusal.code, mail = %id, "a case was not told of a mail")
            }
            Err(NotDone::Fault(fault)) => {
                tracing::error!(%fault, mail = %id, tries = one.tries, "a case could not be told of a mail");
                app.db.write(move |tx| unheard::failed(tx, id, now)).await?;
                continue;
            }
        }
        app.db.write(move |tx| unheard::heard(tx, id)).await?;
    }
    Ok(told)
}

/// A button pressed in a calendar is a hint; words of a person are a letter. One mail may be both.
async fn tell(app: &App, mail: &Message, case: CaseId, from: ContactId) -> Result<(), NotDone> {
    let (message, happened_at) = (MessageId(mail.id), Some(mail.received_at));
    let calendar = Besides::read(&mail.besides).calendar;
    let answer = calendar.as_ref().and_then(|calendar| calendar.answer_of(&mail.from_mail));
    if let Some(answer) = answer {
        let summary = calendar.map(|calendar| calendar.summary).unwrap_or_default();
        let hint = HearCalendar { message, from, answer, summary, happened_at };
        ask(app, mail, case, "calendar on", hint.into()).await?;
    }
    let text = quoted::own(&mail.body);
    if !mail.is_by_a_person() || (answer.is_some() && text.is_empty()) {
        return Ok(());
    }
    // A mail that is nothing but a quote or a signature says at least that.
    let text = if text.is_empty() { mail.body.clone() } else { text };
    let letter = ReceiveMessage { message, from, subject: mail.subject.clone(), text, happened_at };
    ask(app, mail, case, "received on", letter.into()).await
}

/// The same mail on the same case is the same request: twice is harmless.
async fn ask(app: &App, mail: &Message, case: CaseId, what: &str, command: Command) -> Result<(), NotDone> {
    let id = RequestId(Uuid::new_v5(&mail.id, format!("{what} {case}").as_bytes()));
    let asked = Asked { id, ..Asked::new(app, command) };
    act::act(app, Actor::System, CaseRef::Id(case), asked).await.map(|_| ())
}

/// One task for each mailbox that is on, started anew when its settings change.
pub async fn fetch(app: App, pace: fetch::Pace) {
    let mut tasks = Tasks::default();
    loop {
        match app.db.read(mailboxes::list).await {
            Ok(all) => tasks.follow(&app, &all, pace),
            Err(fault) => tracing::warn!(%fault, "it could not be seen which mailboxes there are"),
        }
        tokio::time::sleep(MAILBOXES_EVERY).await;
    }
}

#[derive(Default)]
struct Tasks(HashMap<Uuid, (i64, JoinHandle<()>)>);

impl Tasks {
    fn follow(&mut self, app: &App, all: &[mailboxes::Mailbox], pace: fetch::Pace) {
        let wanted: HashMap<Uuid, i64> =
            all.iter().filter(|m| m.active && m.spec.incoming.is_some()).map(|m| (m.id, m.version)).collect();
        // A task that ended by a panic is begun anew as well.
        self.0.retain(|id, (version, task)| {
            let stays = wanted.get(id) == Some(version) && !task.is_finished();
            if !stays {
                task.abort();
            }
            stays
        });
        for (id, version) in wanted {
            self.0.entry(id).or_insert_with(|| (version, tokio::spawn(fetch::run(app.clone(), id, pace))));
        }
    }
}

impl Drop for Tasks {
    fn drop(&mut self) {
        self.0.values().for_each(|(_, task)| task.abort());
    }
}
