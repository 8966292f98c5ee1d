//! A company to look around in: twelve people who make boards, their customers, and troubles in every state.
//! Everything happens by the same commands as in real life, with a clock that is moved through the weeks before now.
use crate::app::App;
use crate::jobs::{Outbox, Scheduler};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::{Fault, NotKept};

mod firm;
mod orders;
mod tale;
#[cfg(test)]
mod tests;
mod when;

use tale::Tale;

/// Who looks around.
pub const SIGN_IN: &str = "maria@nordlot.example";
/// The stories: what was asked, when and by whom.
const STORIES: &str = include_str!("demo/stories.toml");
/// Rungs of clocks in all the weeks; more would be a loop.
const RUNGS_AT_MOST: usize = 5_000;

/// Why the company could not be made: always a mistake of ours.
#[derive(Debug, thiserror::Error)]
pub enum Unfilled {
    #[error("the demo company's stories are not well written: {0}")]
    Story(String),
    #[error("in the story “{story}” the command {word} was refused: {why}")]
    Refused { story: String, word: String, why: String },
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Several(Vec<Unfilled>),
    #[error("the demo company could not be kept: {0}")]
    NotKept(#[from] NotKept),
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Fills an empty database; `clock` is the app's own and stands at `now` in the end. Gives the password of [`SIGN_IN`].
///
/// # Errors
/// When a story is refused: then it does not fit the rules any more.
pub async fn fill(app: &App, clock: &Arc<AtomicI64>, now: Timestamp) -> Result<String, Unfilled> {
    set(clock, when::months_before(now, 6));
    let password = crate::password::spelled(app.random());
    let names = firm::add(app, &password, now).await?;
    let tales = tale::read(STORIES, now)?;
    let mut telling = Telling { app, clock, scheduler: Scheduler::new(app.clone()), rungs: 0 };
    let mut steps: Vec<(usize, tale::Step)> = vec![];
    let mut all: Vec<Tale> = vec![];
    for (n, (tale, of)) in tales.into_iter().enumerate() {
        all.push(tale);
        steps.extend(of.into_iter().map(|step| (n, step)));
    }
    // The order of time; steps of one story that fall together keep their order.
    steps.sort_by_key(|(_, step)| step.at);
    let mut book = tale::Book { app, names, now, cases: Default::default() };
    // Every story that no longer fits is said at once; the others go on.
    let mut unfit: BTreeMap<usize, Unfilled> = BTreeMap::new();
    for (n, step) in steps.iter().filter(|(_, step)| step.at <= now) {
        telling.go_to(step.at).await?;
        if !unfit.contains_key(n)
            && let Err(why) = book.tell(&all[*n], step).await
        {
            unfit.insert(*n, why);
        }
    }
    if !unfit.is_empty() {
        return Err(Unfilled::Several(unfit.into_values().collect()));
    }
    telling.go_to(now).await?;
    orders::add(app, now).await?;
    Outbox::new(app.clone()).beat().await;
    Ok(password)
}

fn set(clock: &AtomicI64, at: Timestamp) {
    clock.store(at.as_microsecond(), Ordering::SeqCst);
}

/// Moves the time on; clocks run out on the way, at the moment they are due.
struct Telling<'a> {
    app: &'a App,
    clock: &'a AtomicI64,
    scheduler: Scheduler,
    rungs: usize,
}

impl Telling<'_> {
    async fn go_to(&mut self, at: Timestamp) -> Result<(), Fault> {
        while self.rungs < RUNGS_AT_MOST {
            let next = self.app.db.read(move |conn| store::run::due_clocks(conn, at, 1)).await?;
            let Some(next) = next.first().map(|clock| clock.next_at) else { break };
            set(self.clock, next.max(self.app.now()));
            if self.scheduler.beat().await.ran_out == 0 {
                break;
            }
            self.rungs += 1;
        }
        set(self.clock, at.max(self.app.now()));
        Ok(())
    }
}
