//! Tries a mailbox step by step, as a person would who wants to know where it stops: in, up to its folder, and out, up to the sign-in.
use super::connect::{self, Step, Trouble, in_time};
use super::pass;
use super::relays;
use super::smtp::{self, Patience};
use crate::app::App;
use store::mailboxes::{Mailbox, Way};

/// How far one way of a mailbox goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    pub done: Vec<Step>,
    pub trouble: Option<Trouble>,
    /// Mails in the folder.
    pub mails: Option<u32>,
}

/// Looks whether mail can be fetched; changes nothing in the mailbox and reads no mail.
pub async fn incoming(app: &App, mailbox: &Mailbox) -> Option<Checked> {
    let way = mailbox.spec.incoming.as_ref()?;
    let mut done = vec![];
    let came = look(app, mailbox, way, &mut done).await;
    Some(match came {
        Ok(mails) => Checked { done, trouble: None, mails: Some(mails) },
        Err(trouble) => Checked { done, trouble: Some(trouble), mails: None },
    })
}

async fn look(app: &App, mailbox: &Mailbox, way: &Way, done: &mut Vec<Step>) -> Result<u32, Trouble> {
    let mut imap = pass::imap(app, mailbox, way, done).await?;
    let opened = in_time(Step::Folder, imap.examine(&mailbox.spec.folder)).await?;
    done.push(Step::Folder);
    // Whoever does not say goodbye is forgotten as well.
    drop(in_time(Step::Folder, imap.logout()).await);
    Ok(opened.exists)
}

/// Looks whether mail can be sent, up to the sign-in; sends none.
pub async fn outgoing(app: &App, mailbox: &Mailbox) -> Option<Checked> {
    let way = mailbox.spec.outgoing.as_ref()?;
    let mut done = vec![];
    let trouble = knock(app, mailbox, way, &mut done).await.err();
    Some(Checked { done, trouble, mails: None })
}

async fn knock(app: &App, mailbox: &Mailbox, way: &Way, done: &mut Vec<Step>) -> Result<(), Trouble> {
    let relay = relays::find(app, mailbox.id).await.map_err(|said| Trouble::new(Step::SignIn, said))?;
    let Some(relay) = relay else { return Err(Trouble::new(Step::SignIn, "it is switched off")) };
    // First by our own connector, which knows the steps apart; then by the one that sends.
    drop(connect::open(way, done).await?);
    let opened = smtp::open(&relay, Patience::default()).await;
    opened.map_err(|said| Trouble::new(Step::SignIn, said))?;
    done.extend([Step::Greet, Step::SignIn]);
    Ok(())
}
