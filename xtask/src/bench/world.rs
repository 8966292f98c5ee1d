//! The databases that are measured: filled through the program's own door, in a folder that goes away.
use anyhow::Context as _;
use casework::Actor;
use casework::commands::{OpenCase, RecordAttempt};
use casework::ids::*;
use casework::kinds::*;
use casework::parts::Impact;
use jiff::{SignedDuration, Timestamp};
use makegood::act::{self, Asked};
use makegood::app::{App, Clock};
use std::path::{Path, PathBuf};
use store::accounts::Account;
use store::audit::By;
use store::contacts::Contact;
use store::people::Person;
use store::{Db, Target};

/// Callers at the same time.
pub const CALLERS: usize = 64;

/// A folder below the system's temporary one; removed when dropped.
pub struct Folder(pub PathBuf);
impl Folder {
    pub fn new(name: &str) -> anyhow::Result<Self> {
        let path = std::env::temp_dir().join(format!("makegood-bench-{}-{name}", std::process::id()));
        drop(std::fs::remove_dir_all(&path));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}
impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// Cases of one customer; the like failure comes back now and then.
const CASES_PER_CUSTOMER: usize = 10;

/// A firm with customers and a number of cases.
pub struct World {
    pub app: App,
    pub owner: PersonId,
    pub customers: Vec<(AccountId, ContactId)>,
    pub cases: Vec<CaseId>,
    pub folder: Option<Folder>,
    /// What the customer says in the case number `n`.
    pub sentence: fn(usize) -> String,
}

impl World {
    /// Whose the case number `n` is, counted from nought.
    pub fn customer_of(&self, n: usize) -> (AccountId, ContactId) {
        self.customers[n % self.customers.len()]
    }
}

/// A bench reads the real clock, as `app.rs` does.
#[allow(clippy::disallowed_methods)]
pub fn now() -> Timestamp {
    Timestamp::now()
}

pub fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?)
}

/// # Errors
/// When the database cannot be opened.
pub fn sqlite(dir: &Path) -> anyhow::Result<Db> {
    Ok(Db::open(&Target::parse(None, dir)?, now())?)
}

/// A firm in an empty database, with so many cases.
///
/// # Errors
/// When the door refuses.
pub fn filled(db: Db, cases: usize, folder: Option<Folder>) -> anyhow::Result<World> {
    filled_with(db, cases, folder, no_solder)
}

/// The same, each case with a sentence of its own.
///
/// # Errors
/// When the door refuses.
pub fn filled_with(
    db: Db,
    cases: usize,
    folder: Option<Folder>,
    sentence: fn(usize) -> String,
) -> anyhow::Result<World> {
    let app = App::new(db, Clock::Real)?;
    let owner = PersonId(app.new_id());
    let customers: Vec<_> = (0..cases.div_ceil(CASES_PER_CUSTOMER).max(1))
        .map(|_| (AccountId(app.new_id()), ContactId(app.new_id())))
        .collect();
    firm(&app, owner, &customers)?;
    let runtime = runtime()?;
    runtime.block_on(app.refresh_firm())?;
    let mut world = World { app, owner, customers, cases: vec![], folder, sentence };
    world.cases = runtime.block_on(open_many(&world, cases))?;
    Ok(world)
}

fn firm(app: &App, owner: PersonId, customers: &[(AccountId, ContactId)]) -> anyhow::Result<()> {
    let by = By { person: None, request: app.new_request(), now: app.now() };
    let person = Person {
        id: owner,
        name: "Maria Krawczyk".into(),
        email: "maria@nordlot.example".into(),
        phone: String::new(),
        zone: "Europe/Warsaw".into(),
        roles: vec![Role::Owner, Role::RelationshipOwner, Role::Manager, Role::Quality],
        quiet: None,
        active: true,
        language: String::new(),
    };
    app.db.write_now(move |tx| store::people::add(tx, &person, "", &by))?;
    for (n, some) in customers.chunks(500).enumerate() {
        let some = some.to_vec();
        app.db.write_now(move |tx| {
            some.iter().enumerate().try_for_each(|(at, (account, contact))| {
                let named = Account::named(*account, &format!("Customer {}", n * 500 + at));
                store::accounts::add(tx, &Account { relationship_owner: Some(owner), ..named }, &by)?;
                store::contacts::add(tx, &Contact::named(*contact, *account, "Dana Ruiz"), &by)
            })
        })?;
    }
    Ok(())
}

async fn open_many(world: &World, cases: usize) -> anyhow::Result<Vec<CaseId>> {
    let mut opened = Vec::with_capacity(cases);
    for start in (0..cases).step_by(CALLERS * 8) {
        let batch = (start..cases.min(start + CALLERS * 8)).map(|n| {
            let (app, command) = (world.app.clone(), trouble(world, n));
            let (by, request) = (Actor::Person(world.owner), world.app.new_request());
            tokio::spawn(async move { act::open(&app, by, request, command).await })
        });
        for case in batch.collect::<Vec<_>>() {
            opened.push(case.await?.map_err(|e| anyhow::anyhow!("{e:?}"))?.case);
        }
    }
    Ok(opened)
}

/// A trouble like others, known some minutes to some weeks ago.
fn trouble(world: &World, n: usize) -> OpenCase {
    let minutes = i64::try_from(n % 20_000).unwrap_or(0);
    let kinds = TroubleKind::ALL;
    let (account, contact) = world.customer_of(n);
    OpenCase {
        title: (world.sentence)(n),
        kind: kinds[n / world.customers.len() % (kinds.len() - 1)],
        recognised_at: world.app.now().checked_sub(SignedDuration::from_mins(minutes)).ok(),
        ..trouble_of(account, contact)
    }
}

/// What every trouble has, before anybody says what it is.
pub fn trouble_of(account: AccountId, contact: ContactId) -> OpenCase {
    OpenCase {
        account,
        contact: Some(contact),
        title: String::new(),
        kind: TroubleKind::Defect,
        kind_text: None,
        origin: Origin::CustomerReported,
        safety: Safety::Nobody,
        recognised_at: None,
        written_at: None,
        impacts: vec![Impact { dimension: Dimension::Productivity, words: "Two people rework by hand.".into() }],
        deadline: None,
        remedy_asked: None,
        promised_on: None,
        new_date: None,
        facts: vec![],
        item: None,
        owner: None,
        signal: None,
        playbooks: vec![],
    }
}

/// The same sentence for every lot.
fn no_solder(n: usize) -> String {
    format!("Half the boards of lot {n} have no solder on U7.")
}

/// One everyday command: a try to reach the customer, nobody answered. It moves state, history, a clock.
pub fn everyday(world: &World) -> Asked {
    let tried = RecordAttempt {
        channel: Channel::Phone,
        outcome: TryOutcome::NoAnswer,
        contact: None,
        happened_at: None,
        note: "Rang for a minute.".into(),
    };
    Asked::new(&world.app, tried)
}

/// The big database on SQLite.
///
/// # Errors
/// As for [`filled`].
pub fn big(cases: usize) -> anyhow::Result<World> {
    let folder = Folder::new("big")?;
    eprintln!("filling {cases} cases …");
    filled(sqlite(&folder.0)?, cases, Some(folder)).context("filling the big database")
}
