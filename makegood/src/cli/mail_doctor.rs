//! `mail doctor`: tries every mailbox, step by step, in and out, and says where it stops and what to do.
use super::host::{Ended, Host, line};
use crate::config::Config;
use crate::mail::check::{self, Checked};
use crate::sentence::say;
use crate::words::{t, t_with};
use clap::ArgMatches;
use jiff::tz::TimeZone;
use store::mailboxes::{self, Mailbox, Way};

pub fn run(config: &Config, matches: &ArgMatches) -> Result<(), Ended> {
    let host = Host::open(config)?;
    let looked = look(&host, matches.get_one::<String>("mailbox").map(|address| address.to_lowercase()));
    host.close();
    if looked? == 0 { Ok(()) } else { Err(Ended::Found) }
}

/// How many ways do not work.
fn look(host: &Host, only: Option<String>) -> Result<usize, Ended> {
    let all = host.app.db.read_now(mailboxes::list)?;
    let all: Vec<Mailbox> =
        all.into_iter().filter(|one| only.as_ref().is_none_or(|address| one.spec.address == *address)).collect();
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
        for (title, way, checked) in ways {
            if let (Some(way), Some(checked)) = (way, checked) {
                wrong += said(title, way, &checked);
            }
        }
    }
    Ok(wrong)
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
