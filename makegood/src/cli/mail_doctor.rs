//! `mail doctor`: tries every mailbox, step by step, in and out, lets it write to itself, looks up what the world is told about its domain, and
//! says where it stops and what to do.
use super::host::{Ended, Host, line};
use crate::config::Config;
use crate::mail::check::{self, Checked};
use crate::mail::dns::{self, Ask, Goes, MaySend};
use crate::mail::to_itself;
use crate::sentence::say;
use crate::words::{t, t_with};
use clap::ArgMatches;
use jiff::tz::TimeZone;
use std::net::SocketAddr;
use std::time::Duration;
use store::mailboxes::{self, Mailbox, Way};

pub fn run(config: &Config, matches: &ArgMatches) -> Result<(), Ended> {
    let host = Host::open(config)?;
    let asked = Asked {
        only: matches.get_one::<String>("mailbox").map(|address| address.to_lowercase()),
        wait: Duration::from_secs(matches.get_one("wait").copied().unwrap_or(0)),
        dns: matches.get_one::<SocketAddr>("dns").map_or(Ask::Machine, |server| Ask::Server(*server)),
    };
    let looked = look(&host, &asked);
    host.close();
    if looked? == 0 { Ok(()) } else { Err(Ended::Found) }
}

/// What to look at, and how.
struct Asked {
    only: Option<String>,
    /// How long a mail to itself may be on its way; nothing sends none.
    wait: Duration,
    dns: Ask,
}

/// How many things are wrong.
fn look(host: &Host, asked: &Asked) -> Result<usize, Ended> {
    let all = host.app.db.read_now(mailboxes::list)?;
    let wanted = |one: &Mailbox| asked.only.as_ref().is_none_or(|address| one.spec.address == *address);
    let all: Vec<Mailbox> = all.into_iter().filter(wanted).collect();
    if all.is_empty() {
        line(&t("cli-mail-none"));
    }
    let mut wrong = 0;
    for mailbox in all {
        line(&t_with("cli-mail-mailbox-is", &[("address", mailbox.spec.address.as_str().into())]));
        if !mailbox.active {
            line(&format!("  {}", t("mailbox-off")));
            continue;
        }
        let ways = [
            ("mailbox-in", &mailbox.spec.incoming, host.run(check::incoming(&host.app, &mailbox))),
            ("mailbox-out", &mailbox.spec.outgoing, host.run(check::outgoing(&host.app, &mailbox))),
        ];
        let mut stops = 0;
        for (title, way, checked) in ways {
            if let (Some(way), Some(checked)) = (way, checked) {
                stops += said(title, way, &checked);
            }
        }
        // What does not even sign in is tried no further.
        if stops == 0 {
            wrong += to_itself(host, asked.wait, &mailbox);
        }
        wrong += stops + names(host, asked.dns, &mailbox);
    }
    Ok(wrong)
}

/// Sends a mail to the mailbox itself and waits until it is there.
fn to_itself(host: &Host, wait: Duration, mailbox: &Mailbox) -> usize {
    let Some(way) = mailbox.spec.outgoing.as_ref().filter(|_| !wait.is_zero()) else { return 0 };
    match host.run(to_itself::go(&host.app, mailbox, wait)) {
        Some(checked) => said("cli-mail-to-itself", way, &checked),
        None => 0,
    }
}

/// What the directory of names tells about its domain; how much of it is wrong. What nobody answered is told and is no fault of the mailbox.
fn names(host: &Host, dns: Ask, mailbox: &Mailbox) -> usize {
    let (spec, domain) = (&mailbox.spec, mailbox.spec.address.rsplit('@').next().unwrap_or_default());
    let told = host.run(dns::told(dns, domain));
    line(&format!("  {}", t_with("cli-mail-names", &[("domain", domain.into())])));
    let mut wrong = 0;
    let mut tell = |stands: Stands, key: &str, what: &str| {
        let words = t_with(key, &[("domain", domain.into()), ("what", what.into())]);
        line(&format!("    {} {words}", stands.mark()));
        wrong += usize::from(stands == Stands::Wrong);
    };
    if spec.incoming.is_some() {
        match &told.goes {
            Goes::To(servers) => tell(Stands::Well, "cli-mail-mx", &servers.join(", ")),
            Goes::Unsaid => tell(Stands::Wrong, "cli-mail-mx-unsaid", ""),
            Goes::Nowhere => tell(Stands::Wrong, "cli-mail-mx-nowhere", ""),
            Goes::NoSuchDomain => tell(Stands::Wrong, "cli-mail-mx-no-domain", ""),
            Goes::Unknown(why) => tell(Stands::Unknown, "cli-mail-mx-unknown", why),
        }
    }
    if spec.outgoing.is_some() {
        match &told.may_send {
            MaySend::Says(record) => tell(Stands::Well, "cli-mail-spf", record),
            MaySend::Anybody(record) => tell(Stands::Wrong, "cli-mail-spf-anybody", record),
            MaySend::Unsaid => tell(Stands::Wrong, "cli-mail-spf-unsaid", ""),
            MaySend::Several => tell(Stands::Wrong, "cli-mail-spf-several", ""),
            MaySend::Unknown(why) => tell(Stands::Unknown, "cli-mail-spf-unknown", why),
        }
    }
    wrong
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Well,
    Wrong,
    Unknown,
}

impl Stands {
    fn mark(self) -> char {
        match self {
            Self::Well => '✓',
            Self::Wrong => '✗',
            Self::Unknown => '?',
        }
    }
}

fn said(title: &str, way: &Way, checked: &Checked) -> usize {
    line(&format!("  {} · {}:{}", t(title), way.host, way.port));
    for step in &checked.done {
        line(&format!("    ✓ {}", t(&format!("mail-step-{}", step.word()))));
    }
    if let Some(mails) = checked.mails {
        line(&format!("    {}", t_with("mail-step-mails", &[("count", mails.into())])));
    }
    let Some(trouble) = &checked.trouble else { return 0 };
    line(&format!("    ✗ {}", say(&trouble.sentence(&way.host), &TimeZone::UTC)));
    1
}
