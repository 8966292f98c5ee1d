//! How much mail may come and go (limits table), on the page of how mail is doing: what each mailbox sent within the hour, what waits for the next places
//! and until when, and the limits that nobody sets.
use super::when;
use crate::mail::receipt;
use crate::session::Agent;
use crate::words::{t, t_with};
use jiff::Timestamp;
use maud::{Markup, html};
use store::mailboxes::Mailbox;
use store::mails::pace::{self, Over, Pace};
use store::{Conn, Fault, storms};

/// What the page needs.
pub struct Seen {
    /// For each mailbox that sends: what left within the hour, of how many.
    sent: Vec<(String, i64, i64)>,
    over: Vec<(String, Over)>,
}

impl Seen {
    pub fn read(conn: &Conn, all: &[Mailbox], now: Timestamp) -> Result<Seen, Fault> {
        let since = now.saturating_sub(pace::WITHIN).unwrap_or(Timestamp::MIN);
        let mut sent = vec![];
        for mailbox in all.iter().filter(|mailbox| mailbox.active && mailbox.spec.outgoing.is_some()) {
            let (many, _) = pace::sent(conn, mailbox.id, since)?;
            sent.push((mailbox.spec.address.clone(), many, Pace::of(mailbox.spec.per_hour).by_mailbox));
        }
        let named = |over: Over| {
            let of = all.iter().find(|mailbox| mailbox.id == over.mailbox);
            of.map(|mailbox| (mailbox.spec.address.clone(), over))
        };
        Ok(Seen { sent, over: pace::over(conn, now)?.into_iter().filter_map(named).collect() })
    }

    /// What waits, each with its reason and its time.
    pub fn waiting(&self, agent: &Agent) -> Vec<String> {
        let line = |(mailbox, over): &(String, Over)| {
            let at = when::moment(over.until, agent.app.now(), &agent.zone).words;
            let parts = [("count", over.waiting.into()), ("mailbox", mailbox.as_str().into()), ("at", at.into())];
            t_with("mail-health-over", &parts)
        };
        self.over.iter().map(line).collect()
    }

    pub fn limits(&self) -> Markup {
        html! {
            ul {
                @for (mailbox, sent, most) in &self.sent {
                    li { (t_with("mail-limit-mailbox", &[("mailbox", mailbox.as_str().into()), ("sent", (*sent).into()), ("most", (*most).into())])) }
                }
                li { (t_with("mail-limit-all", &[("most", pace::BY_ALL.into())])) }
                li { (t_with("mail-limit-automatic", &[("day", receipt::PER_CORRESPONDENT.into()), ("case", receipt::PER_CASE.into()), ("most", receipt::PER_SERVER.into())])) }
                li { (t_with("mail-limit-sender", &[("most", storms::RINGING_AT_MOST.into())])) }
                li { (t_with("mail-limit-fetch", &[("most", crate::mail::fetch::MAILS_AT_ONCE.into())])) }
            }
            p.quiet { (t("mail-limit-help")) }
        }
    }
}
