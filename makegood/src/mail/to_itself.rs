//! A mailbox writes to itself: what leaves by its relay must come back into its folder, in time.
use super::build::{Kind, Mail, Party, build};
use super::check::Checked;
use super::connect::{Step, Trouble, in_time};
use super::smtp::{self, Patience, Said};
use super::{pass, relays, seal};
use crate::app::App;
use crate::words::{spoken, t};
use casework::ids::MailId;
use std::time::Duration;
use store::mailboxes::{Mailbox, Way};
use tokio::time::{Instant, sleep};

/// How often the folder is looked into.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Sends it and waits at most so long. Nothing in the mailbox is changed: whoever cleans up there finds a mail that says what it is.
pub async fn go(app: &App, mailbox: &Mailbox, wait: Duration) -> Option<Checked> {
    let way = mailbox.spec.incoming.as_ref().filter(|_| mailbox.spec.outgoing.is_some())?;
    let mut done = vec![];
    let trouble = round(app, mailbox, way, wait, &mut done).await.err();
    Some(Checked { done, trouble, mails: None })
}

async fn round(app: &App, mailbox: &Mailbox, way: &Way, wait: Duration, done: &mut Vec<Step>) -> Result<(), Trouble> {
    let (address, name) = (&mailbox.spec.address, &mailbox.spec.name);
    let key = seal::mail_key(app).await.map_err(|fault| Trouble::new(Step::Key, fault))?;
    let mail = build(&Mail {
        id: MailId(app.new_id()),
        at: app.now(),
        kind: Kind::ToItself,
        from: Party::new(name, address),
        to: vec![Party::new("", address)],
        cc: vec![],
        reply_to: None,
        subject: t("mail-to-itself-subject").into_owned(),
        text: t("mail-to-itself-text").into_owned(),
        language: spoken().tag(),
        files: vec![],
        in_reply_to: None,
        references: vec![],
        key: &key,
    });
    let mail = mail.map_err(|why| Trouble::new(Step::Take, why))?;
    // Where the folder ends before it is sent, so that nothing else has to be looked through.
    let mut imap = pass::imap(app, mailbox, way, &mut vec![]).await?;
    let before = in_time(Step::Folder, imap.examine(&mailbox.spec.folder)).await?;
    let next = before.uid_next.unwrap_or(1);
    taken(app, mailbox, &mail.raw).await?;
    done.push(Step::Take);
    let (began, wanted) = (Instant::now(), format!("UID {next}:* HEADER Message-ID \"<{}>\"", mail.mail_id));
    loop {
        in_time(Step::Read, imap.noop()).await?;
        // `9:*` names the last mail even where that is number 5.
        let found = in_time(Step::Read, imap.uid_search(&wanted)).await?;
        if found.into_iter().any(|uid| uid >= next) {
            done.push(Step::Back);
            break;
        }
        if began.elapsed() >= wait {
            return Err(Trouble::new(Step::Back, wait.as_secs()));
        }
        sleep(LOOK_EVERY).await;
    }
    // Whoever does not say goodbye is forgotten as well.
    drop(in_time(Step::Read, imap.logout()).await);
    Ok(())
}

/// The relay said that it has it.
async fn taken(app: &App, mailbox: &Mailbox, raw: &[u8]) -> Result<(), Trouble> {
    let relay = relays::find(app, mailbox.id).await.map_err(|said| Trouble::new(Step::SignIn, said))?;
    let Some(relay) = relay else { return Err(Trouble::new(Step::SignIn, "it is switched off")) };
    let opened = smtp::open(&relay, Patience::default()).await;
    let mut line = opened.map_err(|said| Trouble::new(Step::SignIn, said))?;
    let heard = line.carry(&relay.from, &[&relay.from], raw).await;
    line.close().await;
    match heard.each.into_iter().next() {
        Some(Said::Sent(_)) => Ok(()),
        Some(Said::Refused(said) | Said::Later(said)) => Err(Trouble::new(Step::Take, said)),
        None => Err(Trouble::new(Step::Take, "nobody was asked")),
    }
}
