//! Says what is due to one person: the mail at once, the digest, urgent ones again and again, and after that their manager. All of it in
//! one transaction, so that nothing is said twice and nothing is lost.
use super::letter::{Letter, Line, Sort};
use super::truth::{self, Cases};
use super::{AGAIN_AFTER, TIMES, UNHEARD, colleague, later, number_in, push};
use crate::mail::build::Party;
use crate::say::Reader;
use casework::effect::after_quiet_hours;
use casework::facts::Colleague;
use casework::ids::{CaseId, MailId, PersonId};
use casework::kinds::Role;
use casework::notices::ByMail;
use casework::text::Text;
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::Arc;
use store::firm::Firm;
use store::mails::{At, Recipient, Written};
use store::notice_links::{self, LinkWhat};
use store::notice_ways::{self, ByPush, Ways};
use store::notices::Run;
use store::{Fault, Tx, mails, notices, outbox, people};
use uuid::Uuid;

/// By which mailbox a mail leaves, and what seals its Message-ID.
#[derive(Clone)]
pub struct Sender {
    pub mailbox: Uuid,
    pub from: Party,
    pub key: [u8; 32],
}

/// What one round needs that comes from outside: who we are now, how we are reached, and chance.
#[derive(Clone)]
pub struct Round {
    pub firm: Arc<Firm>,
    pub url: String,
    /// Nothing while no mailbox sends: then everything stays on the page.
    pub sender: Option<Sender>,
    pub now: Timestamp,
    /// Two mails at most, each with a link to acknowledge and one to turn mail off.
    pub mails: [MailId; 2],
    pub secrets: [String; 4],
}

/// A notice with its sentence's parts.
struct Due {
    run: Run,
    text: Text,
}

/// What came of a round with one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Came {
    pub mails: usize,
    /// No longer true, seen, or not theirs any more.
    pub left_out: usize,
    pub went_up: usize,
}

impl Round {
    /// Says what is due to this person.
    ///
    /// # Errors
    /// Faults of the database; nothing of the round is kept then.
    pub fn say(&self, tx: &Tx, person: PersonId) -> Result<Came, Fault> {
        let mut runs = notices::due(tx, person, self.now)?;
        let ids: Vec<Uuid> = runs.iter().map(|run| run.notice).collect();
        let (Some(me), Some(known)) = (colleague(&self.firm, person), people::by_id(tx, person)?) else {
            notices::end(tx, &ids)?;
            return Ok(Came { left_out: ids.len(), ..Came::default() });
        };
        // Their quiet hours may have begun since it was planned: the server was off, or they chose others.
        let awake = after_quiet_hours(self.now, &me.zone, me.quiet);
        if awake > self.now {
            let can_wait = runs.extract_if(.., |run| !run.urgent).map(|run| run.notice).collect::<Vec<_>>();
            notices::put_off(tx, &can_wait, awake)?;
        }
        let cases = Cases::of(tx, runs.iter().filter_map(|run| run.case))?;
        // What they chose since is what counts: whoever turned mail off a minute ago gets none.
        let ways = notice_ways::of(tx, person)?;
        let wanted = |due: &&Due| ways.get(&due.run.about).is_some_and(|way| way.mail != ByMail::Off);
        let (news, over) = self.sifted(tx, &cases, runs, me)?;
        notices::end(tx, &over)?;
        let (unheard, news): (Vec<_>, Vec<_>) =
            news.into_iter().partition(|due| due.run.urgent && due.run.times >= TIMES);
        for due in &unheard {
            self.goes_up(tx, &cases, due, person)?;
        }
        let (digest, at_once): (Vec<_>, Vec<_>) = news.into_iter().partition(|due| due.run.mail == ByMail::Digest);
        let to = Party::new(&known.name, &known.email);
        let mut sent = usize::from(self.mail(tx, Sort::Digest, digest.iter().filter(wanted), me, &to)?);
        let by_mail = at_once.iter().filter(|due| due.run.mail == ByMail::AtOnce).filter(wanted);
        sent += usize::from(self.mail(tx, Sort::Now, by_mail, me, &to)?);
        notices::end(tx, &digest.iter().map(|due| due.run.notice).collect::<Vec<_>>())?;
        for due in &at_once {
            match due.run.urgent {
                true => {
                    notices::said(tx, due.run.notice, later(self.now, AGAIN_AFTER))?;
                    self.shows_again(tx, due, me, &ways)?;
                }
                false => notices::end(tx, &[due.run.notice])?,
            }
        }
        notices::end_rest(tx, person, self.now)?;
        Ok(Came { mails: sent, left_out: over.len(), went_up: unheard.len() })
    }

    /// What is still true and may still be told, and the ids of the rest.
    fn sifted(&self, tx: &Tx, cases: &Cases, runs: Vec<Run>, me: &Colleague) -> Result<(Vec<Due>, Vec<Uuid>), Fault> {
        let (mut news, mut over) = (vec![], vec![]);
        for run in runs {
            let text = run.text()?;
            if truth::may_hear(cases, &run, me) && truth::is_news(tx, cases, &run, &text, me)? {
                news.push(Due { run, text });
            } else {
                over.push(run.notice);
            }
        }
        Ok((news, over))
    }

    /// One mail with all of these; nothing is sent when there are none, or no mailbox sends.
    fn mail<'d>(
        &self,
        tx: &Tx,
        sort: Sort,
        dues: impl IntoIterator<Item = &'d Due>,
        me: &Colleague,
        to: &Party,
    ) -> Result<bool, Fault> {
        let dues: Vec<&Due> = dues.into_iter().collect();
        let Some(sender) = self.sender.as_ref().filter(|_| !dues.is_empty()) else { return Ok(false) };
        let nth = if sort == Sort::Digest { 0 } else { 1 };
        let (id, [acknowledge, off]) = (self.mails[nth], [&self.secrets[nth * 2], &self.secrets[nth * 2 + 1]]);
        let lines: Vec<Line> = dues.iter().map(|due| self.line(due, me)).collect();
        let urgent = dues.iter().any(|due| due.run.urgent);
        let free = dues.iter().all(|due| due.run.about.may_choose());
        let letter = Letter {
            id,
            at: self.now,
            from: sender.from.clone(),
            to: to.clone(),
            key: &sender.key,
            url: &self.url,
            sort,
            lines: &lines,
            acknowledge: urgent.then_some(acknowledge.as_str()),
            off: free.then_some(off.as_str()),
        };
        let built = match letter.built() {
            Ok(built) => built,
            Err(why) => {
                // An address that is none: the page has it, and the person's own settings show the address.
                tracing::warn!(person = %me.id.0, %why, "no mail to a colleague came of their notices");
                return Ok(false);
            }
        };
        let recipient = Recipient { person: Some(me.id), ..Recipient::address(At::To, &to.address) };
        let written = Written {
            id,
            case: None,
            mailbox: Some(sender.mailbox),
            purpose: if sort == Sort::Digest { "digest" } else { "notice" },
            by: None,
            mail_id: &built.mail_id,
            subject: &built.subject,
            body: &built.text,
            raw: &built.raw,
            leaves_at: self.now,
            recipients: &[recipient],
        };
        mails::keep(tx, &written, self.now)?;
        for (wanted, token, what) in [(urgent, acknowledge, LinkWhat::Acknowledge), (free, off, LinkWhat::Off)] {
            if wanted {
                notice_links::make(tx, token, me.id, what, self.now)?;
            }
        }
        notices::mailed(tx, &dues.iter().map(|due| due.run.notice).collect::<Vec<_>>(), self.now)?;
        Ok(true)
    }

    /// What is said again comes to their browsers again, where it came the first time.
    fn shows_again(&self, tx: &Tx, due: &Due, me: &Colleague, ways: &Ways) -> Result<(), Fault> {
        // The first time of all was when it came to stand on the page.
        if due.run.times == 0 || ways.get(&due.run.about).is_none_or(|way| way.push == ByPush::No) {
            return Ok(());
        }
        let told = push::Told { notice: due.run.notice, times: due.run.times, urgent: true, text: &due.text };
        push::begin(tx, &self.firm, me, &told, self.now)
    }

    fn line(&self, due: &Due, me: &Colleague) -> Line {
        let (contacts, accounts) = (HashMap::new(), HashMap::new());
        let firm = &*self.firm;
        let reader = Reader { firm, contacts: &contacts, accounts: &accounts, zone: &me.zone, now: self.now };
        let link = number_in(&due.text).map(|number| format!("{}/cases/{number}", self.url)).unwrap_or_default();
        Line { words: reader.say(&due.text), link }
    }

    /// Nobody answered: the manager of the case hears, once. Where the manager does not answer either, it ends there.
    fn goes_up(&self, tx: &Tx, cases: &Cases, due: &Due, person: PersonId) -> Result<(), Fault> {
        notices::end(tx, &[due.run.notice])?;
        let Some(to) = self.above(cases, due.run.case, person).filter(|_| due.text.key != UNHEARD) else {
            return Ok(());
        };
        let mut text = Text::new(UNHEARD).with("who", person);
        text.parts.extend(due.text.parts.iter().filter(|(name, _)| name == "case" || name == "title").cloned());
        let id = Uuid::new_v5(&due.run.notice, b"nobody acknowledged it");
        outbox::tell(tx, id, due.run.case, to, &text, self.now)
    }

    /// The manager of the case, else the first manager or director who is somebody else.
    fn above(&self, cases: &Cases, case: Option<CaseId>, person: PersonId) -> Option<PersonId> {
        let named = case.and_then(|case| cases.manager(case)).map(PersonId).filter(|id| *id != person);
        let first =
            |role: Role| self.firm.colleagues.iter().find(|c| c.id != person && c.roles.contains(&role)).map(|c| c.id);
        named
            .filter(|id| colleague(&self.firm, *id).is_some())
            .or_else(|| first(Role::Manager))
            .or_else(|| first(Role::Director))
    }
}
