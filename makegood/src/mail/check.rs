//! Tries a mailbox step by step, as a person would who wants to know where it stops: in, up to its folder, and out, up to the sign-in.
use super::connect::{self, Pass, Step, Trouble, in_time};
use super::pass::{self, For};
use crate::app::App;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use store::mailboxes::{Mailbox, Security, Way};

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
    let pass = pass::of(app, mailbox, For::Incoming).await?;
    let mut imap = connect::imap(way, &pass, done).await?;
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
    let pass = pass::of(app, mailbox, For::Outgoing).await?;
    // First by our own connector, which knows the steps apart; then by the one that sends.
    drop(connect::open(way, done).await?);
    let answered = smtp(way, &pass)?.test_connection().await;
    match answered {
        Ok(true) => {
            done.extend([Step::Greet, Step::SignIn]);
            Ok(())
        }
        Ok(false) => Err(Trouble::new(Step::Greet, "no answer")),
        Err(problem) => {
            use std::error::Error as _;
            let said = problem.source().map_or_else(|| problem.to_string(), ToString::to_string);
            let step = if problem.is_tls() {
                Step::Encrypt
            } else if problem.is_permanent() || problem.is_transient() {
                Step::SignIn
            } else {
                Step::Greet
            };
            Err(Trouble::new(step, said))
        }
    }
}

/// What sends by a way. A server that does not encrypt when it should is not spoken to.
///
/// # Errors
/// When this machine trusts no certificates.
pub fn smtp(way: &Way, pass: &Pass) -> Result<AsyncSmtpTransport<Tokio1Executor>, Trouble> {
    let tls = || TlsParameters::new(way.host.clone()).map_err(|e| Trouble::new(Step::Encrypt, e));
    let tls = match way.security {
        Security::Tls => Tls::Wrapper(tls()?),
        Security::StartTls => Tls::Required(tls()?),
        Security::Open => Tls::None,
    };
    let builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(way.host.clone())
        .port(way.port)
        .tls(tls)
        .timeout(Some(connect::ANSWER_TIME));
    let signed =
        |secret: &super::seal::Secret| Credentials::new(way.user.clone(), secret.shown_to_its_server().to_owned());
    Ok(match pass {
        Pass::Nothing => builder.build(),
        Pass::Password(secret) => builder.credentials(signed(secret)).build(),
        Pass::Token(token) => builder.credentials(signed(token)).authentication(vec![Mechanism::Xoauth2]).build(),
    })
}
