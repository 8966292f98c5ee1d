//! Looks at the database once a second for all open pages of this server, so that it learns what any server did. It runs only while
//! somebody listens.
use super::{Live, Told, Topic, Wish};
use crate::app::App;
use jiff::{SignedDuration, Timestamp};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;
use store::links::{self, Looking};
use store::moves::{self, Moves, Outline};
use store::presence::{self, Here};
use store::{Conn, Fault};
use tokio::time::{Instant, MissedTickBehavior};

/// How often it looks: a colleague's act is seen within a second or two.
const BEAT: Duration = Duration::from_secs(1);
/// How far back each look goes: the longest a command may take (10 s) and as much as two servers' clocks may differ (20 s).
/// What lies within is told once, because its newest event is remembered.
pub const LOOK_BACK: SignedDuration = SignedDuration::from_secs(30);
/// How often open pages are renewed for the other servers; well within `presence::LASTS`.
const RENEW_EVERY: Duration = Duration::from_secs(30);

/// What the last look saw.
#[derive(Default)]
struct Seen {
    newest: HashMap<casework::ids::CaseNumber, i64>,
    outline: Option<Outline>,
    here: HashSet<Here>,
    looking: HashSet<Looking>,
}

/// What one look found.
struct Look {
    moves: Moves,
    outline: Outline,
    here: Vec<Here>,
    looking: Vec<Looking>,
}

fn look(conn: &Conn, now: Timestamp) -> Result<Look, Fault> {
    let from = now.saturating_sub(LOOK_BACK).unwrap_or(Timestamp::MIN);
    Ok(Look {
        moves: moves::since(conn, from)?,
        outline: moves::outline(conn)?,
        here: presence::all(conn, now)?,
        looking: links::looking(conn, now)?,
    })
}

/// Until nobody listens any more, or the program stops.
pub(super) async fn watch(app: App) {
    let live = app.live().clone();
    let mut ended = live.ended.subscribe();
    let mut beat = tokio::time::interval(BEAT);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut seen = Seen::default();
    let mut pages = Pages::default();
    loop {
        if *ended.borrow() {
            return;
        }
        tokio::select! { _ = beat.tick() => {}, _ = ended.changed() => return }
        let now = app.now();
        pages.write_down(&app, &live, now).await;
        if is_over(&live) {
            return;
        }
        match app.db.read(move |conn| look(conn, now)).await {
            Ok(found) => tell(&live, &mut seen, found, now),
            // The next beat looks as far back as this one would have.
            Err(fault) => tracing::debug!(problem = %fault, "open pages are told a second later"),
        }
    }
}

/// Nobody listens: whoever comes next has the database watched again.
fn is_over(live: &Live) -> bool {
    let mut room = live.room();
    if room.listeners.is_empty() && room.gone.is_empty() {
        room.watched = false;
    }
    !room.watched
}

fn tell(live: &Live, seen: &mut Seen, found: Look, now: Timestamp) {
    let moved = |told: &mut Told| told.moved += 1;
    match found.moves {
        Moves::TooMany => {
            seen.newest.clear();
            live.tell(now, |_| true, moved);
        }
        Moves::These(all) => {
            let newer = |m: &moves::Moved| seen.newest.get(&m.number).is_none_or(|seq| m.seq > *seq);
            let cases: HashSet<_> = all.iter().filter(|m| newer(m)).map(|m| m.number).collect();
            let outline = seen.outline.is_some_and(|before| before != found.outline);
            let letter = seen.outline.is_some_and(|before| before.letter != found.outline.letter);
            seen.newest = all.into_iter().map(|m| (m.number, m.seq)).collect();
            if !cases.is_empty() || outline {
                let fits = |wish: &Wish| match wish.on {
                    Topic::Case(number) => letter || cases.contains(&number),
                    Topic::Run => true,
                    Topic::Signals => outline,
                };
                live.tell(now, fits, moved);
            }
        }
    }
    seen.outline = Some(found.outline);
    // Somebody at the customer came to their page, pressed again, or left.
    let looking: HashSet<Looking> = found.looking.into_iter().collect();
    let at_it: HashSet<_> = looking.symmetric_difference(&seen.looking).map(|look| look.number).collect();
    if !at_it.is_empty() {
        live.tell(now, |wish| matches!(wish.on, Topic::Case(number) if at_it.contains(&number)), moved);
    }
    seen.looking = looking;
    let here: HashSet<Here> = found.here.into_iter().collect();
    let changed: Vec<&Here> = here.symmetric_difference(&seen.here).collect();
    if !changed.is_empty() {
        // Nobody is told of their own pages.
        let fits = |wish: &Wish| {
            let place = wish.on.to_string();
            changed.iter().any(|page| page.person != wish.person && (wish.on == Topic::Run || page.place == place))
        };
        live.tell(now, fits, |told| told.here += 1);
    }
    seen.here = here;
}

/// The open pages of this server, as the database was told of them.
#[derive(Default)]
struct Pages {
    written: HashSet<Here>,
    renewed: Option<Instant>,
}

impl Pages {
    /// New pages at once, all of them now and then, and those that said goodbye are taken out.
    async fn write_down(&mut self, app: &App, live: &Arc<Live>, now: Timestamp) {
        let open = live.pages();
        let renew = self.renewed.is_none_or(|at| at.elapsed() >= RENEW_EVERY);
        let note: Vec<Here> = open.iter().filter(|page| renew || !self.written.contains(page)).cloned().collect();
        let gone = std::mem::take(&mut live.room().gone);
        let sweep = renew && !self.written.is_empty();
        if note.is_empty() && gone.is_empty() && !sweep {
            return;
        }
        let leaving = gone.clone();
        let written = app.db.write(move |tx| {
            presence::note(tx, &note, now)?;
            for (tab, person) in &gone {
                presence::gone(tx, *tab, *person)?;
            }
            if sweep { presence::sweep(tx, now).map(drop) } else { Ok::<_, Fault>(()) }
        });
        match written.await {
            Ok(()) => {
                self.written = open.into_iter().collect();
                if renew {
                    self.renewed = Some(Instant::now());
                }
            }
            Err(fault) => {
                tracing::debug!(problem = %fault, "who is where is written down a second later");
                let mut room = live.room();
                room.gone.extend(leaving);
                room.gone.truncate(super::GONE_AT_MOST);
            }
        }
    }
}
