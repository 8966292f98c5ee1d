//! What looks wrong and has no case yet, as talks: one customer and one reason each, what a word today spares them the most first (decision 0183).
use super::desk;
use super::fail::Oops;
use super::signals::{open_case, tabs};
use super::tell_signal;
use super::ui::{self, Clock, Form, Nav, Notice, Pager, RunLine, Shell};
use crate::live::Topic;
use crate::sentence::say;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Query;
use casework::ids::{AccountId, SignalId};
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::HashMap;
use store::accounts;
use store::signals::talks::{self, Talk};
use store::signals::{self, After, Signal, told::Teller, undo};
use store::{Conn, Fault, messages};

/// Signals, or talks, on one page.
const PAGE: usize = 50;
/// The list by time is asked for by this word.
const BY_TIME: &str = "time";

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// Talks on the pages before.
    from: usize,
    /// How the list is asked for; by what it spares where nothing is said.
    by: String,
    /// The signals of one talk: whose, and for which reason.
    account: Option<AccountId>,
    kind: String,
    /// The last signal of the page before: when it was owed, and its id.
    after: String,
    /// How the signal just ended that is named by `id`; `undo` when that was taken back.
    done: String,
    id: Option<SignalId>,
}

impl Asked {
    fn after(&self) -> Option<After> {
        let (at, id) = self.after.split_once('_')?;
        Some(After { owed_at: Timestamp::from_microsecond(at.parse().ok()?).ok()?, id: id.parse().ok()? })
    }

    fn wanted(&self) -> Wanted {
        match self.account.filter(|_| !self.kind.is_empty()) {
            Some(account) => Wanted::Of(account, self.kind.clone()),
            None if self.by == BY_TIME => Wanted::ByTime,
            None => Wanted::Talks,
        }
    }
}

/// Which list is asked for.
#[derive(Clone, PartialEq, Eq)]
enum Wanted {
    Talks,
    /// All, the longest owed first.
    ByTime,
    /// Those of one talk.
    Of(AccountId, String),
}

impl Wanted {
    fn href(&self) -> String {
        match self {
            Wanted::Talks => "/signals?from=0".to_owned(),
            Wanted::ByTime => format!("/signals?by={BY_TIME}"),
            Wanted::Of(account, kind) => format!("/signals?account={account}&kind={kind}"),
        }
    }
}

/// What the page shows.
struct Seen {
    /// Each with how many more its talk has.
    lines: Vec<(Signal, usize)>,
    /// Talks in all, and signals that waited longer than those weighed.
    of: usize,
    older: i64,
    names: HashMap<AccountId, String>,
    unsorted: i64,
    tellers: Vec<Teller>,
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let now = agent.app.now();
    let (wanted, after, from) = (asked.wanted(), asked.after(), asked.from);
    let seen = agent.app.db.read(read(&agent, wanted.clone(), after, from)).await?;
    let notice = done(&agent, &asked).await?;
    let body = html! {
        (ui::heading(t("signals-title"), Some(html! { a href="/signals/new" { (t("signals-tell")) } })))
        (tabs("/signals", seen.unsorted))
        @if seen.lines.is_empty() && matches!(wanted, Wanted::Of(..)) { (ui::empty(t("signals-of-none"), Some(("/signals", t("signals-title").into())))) }
        @else if seen.lines.is_empty() { (desk::empty(&agent, "signals-none", Some(("/orders/import", t("orders-bring-in").into())))) }
        @else {
            (above(&wanted, &seen))
            (ui::moving(ui::run_list(seen.lines.iter().map(|(signal, more)| line(&agent, signal, *more, &seen.names, now)))))
            @if seen.older > 0 { p.quiet { (t_with("signals-older", &[("count", seen.older.into())])) } }
            (pager(&wanted, &seen, after, from))
        }
        (tell_signal::block(&agent, &seen.tellers, now))
    };
    let live = ui::Live::on(Topic::Signals, agent.app.new_id(), now);
    let shell = desk::shell(&agent, "signals-title", Nav::Signals).live(live);
    Ok(desk::shelled(notice.into_iter().fold(shell, Shell::notice), body))
}

fn read(
    agent: &Agent,
    wanted: Wanted,
    after: Option<After>,
    from: usize,
) -> impl Fn(&Conn<'_>) -> Result<Seen, Fault> + Send + Sync + use<> {
    let (now, zone) = (agent.app.now(), agent.firm.ours.zone().clone());
    let flat = |signals: Vec<Signal>| signals.into_iter().map(|signal| (signal, 0)).collect();
    move |conn| {
        let (lines, of, older): (Vec<(Signal, usize)>, _, _) = match &wanted {
            Wanted::Talks => {
                let talks = talks::waiting(conn, now, &zone, from, PAGE)?;
                let lines = talks.page.into_iter().map(|Talk { lead, many }| (lead, many.saturating_sub(1)));
                (lines.collect(), talks.of, talks.older)
            }
            Wanted::ByTime => (flat(signals::waiting(conn, now, after, PAGE)?), 0, 0),
            Wanted::Of(account, kind) => (flat(talks::of(conn, (*account, kind), now, after, PAGE)?), 0, 0),
        };
        let mut names: HashMap<AccountId, String> = HashMap::new();
        for account in lines.iter().filter_map(|(signal, _)| signal.account) {
            if let std::collections::hash_map::Entry::Vacant(place) = names.entry(account) {
                place.insert(accounts::by_id(conn, account)?.map(|a| a.name).unwrap_or_default());
            }
        }
        let is_first = after.is_none() && from == 0;
        let tellers = if is_first { tell_signal::lately(conn, now)? } else { vec![] };
        Ok(Seen { lines, of, older, names, unsorted: messages::unsorted_count(conn)?, tellers })
    }
}

/// By what the list is ordered, and the way to the other order.
fn above(wanted: &Wanted, seen: &Seen) -> Markup {
    let all = || html! { a href="/signals" { (t("signals-by-worth")) } };
    html! {
        p.quiet {
            @match wanted {
                Wanted::Talks => { (t("signals-why")) " " a href=(Wanted::ByTime.href()) { (t("signals-by-time")) } }
                Wanted::ByTime => { (t("signals-why-time")) " " (all()) }
                Wanted::Of(account, _) => {
                    (t_with("signals-of", &[("account", seen.names.get(account).cloned().unwrap_or_default().into())])) " " (all())
                }
            }
        }
    }
}

fn pager(wanted: &Wanted, seen: &Seen, after: Option<After>, from: usize) -> Pager {
    let href = wanted.href();
    if *wanted == Wanted::Talks {
        let behind = from.saturating_add(PAGE);
        let next = (behind < seen.of).then(|| format!("/signals?from={behind}"));
        return Pager::through((from > 0).then(|| "/signals".to_owned()), next);
    }
    let onward = |last: &Signal| format!("{href}&after={}_{}", last.owed_at.as_microsecond(), last.id);
    let next = (seen.lines.len() == PAGE).then(|| seen.lines.last().map(|(last, _)| onward(last))).flatten();
    Pager::through(after.is_some().then(|| href.clone()), next)
}

/// Word of how a signal just ended, and the way back while it may have been a slip.
async fn done(agent: &Agent, asked: &Asked) -> Result<Option<Notice>, Oops> {
    let key = match asked.done.as_str() {
        "merge" => "signals-done-merge",
        "prevented" => "signals-done-prevented",
        "dismiss" => "signals-done-dismiss",
        "snooze" => "signals-done-snooze",
        "undo" => "signals-done-undo",
        _ => return Ok(None),
    };
    let (notice, Some(id)) = (Notice::done(key), asked.id) else { return Ok(Some(Notice::done(key))) };
    let signal = agent.app.db.read(move |conn| signals::by_id(conn, id)).await?;
    let by = agent.by(agent.app.new_request());
    let Some(signal) = signal.filter(|signal| undo::may_be(signal, &by)) else { return Ok(Some(notice)) };
    let form = Form::post(format!("/signals/{}/undo", signal.id), agent.app.new_id()).quiet_act("undo-act").one_line();
    Ok(Some(notice.below(html! { (form) p.quiet { (t("undo-note")) } })))
}

fn line(agent: &Agent, signal: &Signal, more: usize, names: &HashMap<AccountId, String>, now: Timestamp) -> RunLine {
    let account =
        signal.account.and_then(|id| names.get(&id)).cloned().unwrap_or_else(|| t("signals-unknown").into_owned());
    let clock = Clock::running(signal.since.min(signal.owed_at), signal.owed_at, now, &agent.zone);
    let line = RunLine::new(clock, account)
        .key(format!("signal-{}", signal.id.0.simple()))
        .plain(say(&signal.evidence, &agent.zone))
        .go(&open_case(signal), "act-open-case-new")
        .or_go(&format!("/signals/{}", signal.id), "signals-otherwise");
    match signal.account.filter(|_| more > 0) {
        Some(account) => line
            .more(t_with("signals-more", &[("count", more.into())]), &Wanted::Of(account, signal.kind.clone()).href()),
        None => line,
    }
}
