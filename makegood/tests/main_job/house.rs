//! A house for the story: the program's own router on a free port, over a database in a folder of its own, with a clock that is moved by hand.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};

use casework::ids::{AccountId, CaseNumber, PersonId};
use casework::notices::About;
use casework::text::Text;
use jiff::{SignedDuration, Timestamp};
use makegood::app::{App, Clock};
use makegood::mail::connect::{Step, Trouble};
use store::accounts::Account;
use store::audit::By;
use store::boundaries::{self, Amends, Cause};
use store::hooks::{HookSpec, Tells};
use store::links::{Forwarding, Wanted};
use store::mailboxes::{self, MailboxSpec, Security, SignIn, Way};
use store::notice_links::LinkWhat;
use store::radius::Sort;
use store::{Db, Target};
use uuid::Uuid;

/// Monday 2 March 2026, 14:00 in Warsaw, 07:00 in Chicago.
const NOW: Timestamp = Timestamp::constant(1_772_456_400, 0);

pub struct House {
    pub app: App,
    pub address: String,
    pub clock: Arc<AtomicI64>,
    dir: PathBuf,
}

impl House {
    /// Nobody was here yet.
    pub async fn empty() -> House {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("makegood-main-job-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let dir = std::env::temp_dir().join(name);
        drop(std::fs::remove_dir_all(&dir));
        std::fs::create_dir_all(&dir).unwrap();
        let clock = Arc::new(AtomicI64::new(NOW.as_microsecond()));
        let (kept, still) = (dir.clone(), Clock::Still(clock.clone()));
        let open = move || App::new(Db::open(&Target::parse(None, &kept).unwrap(), NOW).unwrap(), still).unwrap();
        let app = tokio::task::spawn_blocking(open).await.unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let router = makegood::serve::router(app.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        House { app, address, clock, dir }
    }

    /// The demo company, with a trouble in every state.
    pub async fn with_the_demo_company() -> House {
        let house = House::empty().await;
        makegood::demo::fill(&house.app, &house.clock, NOW, &mut makegood::import::progress::Silent).await.unwrap();
        house.app.refresh_firm().await.unwrap();
        house
    }

    /// A session of a colleague, as the browser's cookie holds it.
    pub async fn session_of(&self, email: &str) -> String {
        let token = hex::encode(self.app.random::<32>());
        let (kept, email, now) = (token.clone(), email.to_owned(), self.app.now());
        let found = self.app.db.read(move |conn| store::people::by_email(conn, &email)).await.unwrap();
        let person: PersonId = found.expect("somebody has this address").person.id;
        self.app.db.write(move |tx| store::sessions::make(tx, &kept, person, "a test", now)).await.unwrap();
        token
    }

    /// The secret of a link in a mail about notices to this colleague, who has an urgent one to answer.
    /// The secret of a link for somebody impartial, on the case with this title.
    pub async fn neutral(&self, title: &'static str) -> String {
        let (token, id, now) = (hex::encode(self.app.random::<32>()), self.app.new_id(), self.now());
        let kept = token.clone();
        let work = move |tx: &store::Tx| {
            let hit = store::search::find(tx, title, 1)?.into_iter().find_map(|hit| hit.case).expect("a case");
            let person = store::people::by_email(tx, makegood::demo::SIGN_IN)?.expect("a colleague").person.id;
            let by = store::audit::By { person: Some(person), request: casework::ids::RequestId(id), now };
            store::mediation::make(tx, &kept, id, hit, &by)
        };
        self.app.db.write(work).await.unwrap();
        token
    }

    /// The secret of a link for a supplier who is asked about their part of the case with this title.
    pub async fn supplier(&self, title: &'static str) -> String {
        let (token, id, now) = (hex::encode(self.app.random::<32>()), self.app.new_id(), self.now());
        let work = move |tx: &store::Tx| {
            let case = store::search::find(tx, title, 1)?.into_iter().find_map(|hit| hit.case).expect("a case");
            let person = store::people::by_email(tx, makegood::demo::SIGN_IN)?.expect("a colleague").person.id;
            Ok::<_, store::Fault>((case, person))
        };
        let (case, person) = self.app.db.write(work).await.unwrap();
        let later = |hours: i64| now.saturating_add(SignedDuration::from_hours(hours)).unwrap();
        let asked = serde_json::json!({ "supplier": "Nordfolie", "to": "Ms Lind", "part": "F-12", "lots": "77A", "quantity": 40,
            "wrong": "The glue lets go after the second reflow.", "containment": "Hold lot 77A.", "containment_by": later(24),
            "cause_by": later(96), "action_by": later(240) });
        let command = casework::Command::read("ask-supplier", asked).unwrap().unwrap();
        let (by, on) = (casework::facts::Actor::Person(person), store::facts::CaseRef::Id(case));
        let done = makegood::act::act(&self.app, by, on, makegood::act::Asked::new(&self.app, command)).await.unwrap();
        let kept = token.clone();
        let work = move |tx: &store::Tx| {
            let scar = store::cases::by_number(tx, done.number)?.expect("the case").case.inside.scars[0].id;
            let by = store::audit::By { person: Some(person), request: casework::ids::RequestId(id), now };
            store::supplier_links::make(tx, &kept, store::supplier_links::Wanted { id, case, scar }, &by)
        };
        self.app.db.write(work).await.unwrap();
        token
    }

    pub async fn mailed(&self, email: &str, what: LinkWhat) -> String {
        let (token, email, now, id) =
            (hex::encode(self.app.random::<32>()), email.to_owned(), self.now(), self.app.new_id());
        let text = Text::new("notice-safety").with("case", CaseNumber(1)).with("title", "Boards");
        let kept = token.clone();
        let work = move |tx: &store::Tx| {
            let person = store::people::by_email(tx, &email)?.expect("a colleague").person.id;
            store::outbox::tell(tx, id, None, person, &text, now)?;
            store::notice_links::make(tx, &kept, person, what, now)
        };
        self.app.db.write(work).await.unwrap();
        makegood::jobs::Outbox::new(self.app.clone()).beat().await;
        token
    }

    /// Three mailboxes: one as it should be, one being read from its beginning, and one that cannot be looked into since this morning.
    pub async fn mailboxes(&self) {
        let way = |host: &str, port| Way {
            host: host.into(),
            port,
            security: Security::Tls,
            user: "care".into(),
            sign_in: SignIn::Password,
        };
        let named = |address: &str, name: &str, folder: &str| MailboxSpec {
            address: address.into(),
            name: name.into(),
            incoming: Some(way("imap.nordlot.example", 993)),
            folder: folder.into(),
            outgoing: Some(way("smtp.nordlot.example", 465)),
            oauth: None,
            per_hour: None,
        };
        let all = [
            (self.app.new_id(), named("care@nordlot.example", "Nordlot Boards", "INBOX")),
            (self.app.new_id(), named("returns@nordlot.example", "Nordlot Returns", "INBOX")),
            (self.app.new_id(), named("archive@nordlot.example", "Nordlot", "2019")),
        ];
        let (by, now) = (By { person: None, request: self.app.new_request(), now: self.now() }, self.now());
        let ago = move |minutes| now.saturating_sub(SignedDuration::from_mins(minutes)).unwrap_or(now);
        let work = move |tx: &store::Tx| {
            for (id, spec) in &all {
                mailboxes::add(tx, *id, spec, &by)?;
                mailboxes::start_again(tx, *id, Some(7))?;
            }
            mailboxes::came(tx, all[0].0, 7, 4_812, 0, ago(3))?;
            mailboxes::looked(tx, all[0].0, 0, ago(0))?;
            mailboxes::came(tx, all[2].0, 7, 61_001, 38_500, ago(0))?;
            mailboxes::came(tx, all[1].0, 7, 230, 0, ago(400))?;
            let said = Trouble::new(Step::SignIn, "NO [AUTHENTICATIONFAILED] Invalid credentials");
            Ok::<_, store::NotKept>(mailboxes::trouble(tx, all[1].0, &said.sentence("imap.nordlot.example"), ago(342))?)
        };
        self.app.db.write(work).await.unwrap();
    }

    /// A webhook that did not take what was sent to it.
    pub async fn failing_hook(&self) -> Uuid {
        let (id, request, now) = (self.app.new_id(), self.app.new_request(), self.now());
        let spec = HookSpec {
            name: "Chat of the service team".into(),
            url: "https://chat.example/hooks/service".into(),
            about: vec![About::Danger, About::Promises],
            tells: Tells::Links,
        };
        let work = move |tx: &store::Tx| {
            store::hooks::add(
                tx,
                id,
                &spec,
                &store::mailboxes::Sealed(b"a secret".to_vec()),
                &By { person: None, request, now },
            )?;
            store::hook_posts::keep(tx, id, id, id, "{}", now)?;
            store::hook_posts::claim(tx, now)?;
            store::hook_posts::failed(tx, id, store::hook_posts::TRIES, "status|500", now)?;
            Ok::<_, store::NotKept>(store::hooks::ill(tx, id, "status|500", now)?)
        };
        self.app.db.write(work).await.unwrap();
        id
    }

    /// A boundary that somebody drew around a lot.
    pub async fn boundary(&self, email: &str) -> Uuid {
        let (id, now, email) = (self.app.new_id(), self.now(), email.to_owned());
        let calendar = self.app.firm().ours.clone();
        let here = makegood::import::orders::Here { db: self.app.db.clone(), calendar, now, drawn: id };
        let work = move |tx: &store::Tx| {
            let person = store::people::by_email(tx, &email)?.expect("somebody has this address").person.id;
            let by = Amends { request: id, person, why: "The lot delaminates.".into() };
            let (cause, mut mint) = (Cause::of(Sort::Lot, "L-88"), store::mint::Mint::new(id, now));
            here.on_ground(|ground| boundaries::draw(tx, &cause, &by, &mut mint, ground))
        };
        self.app.db.write::<_, store::NotKept, _>(work).await.unwrap();
        id
    }

    /// An incoming webhook for shipments.
    pub async fn incoming_hook(&self) -> Uuid {
        let (id, request, now) = (self.app.new_id(), self.app.new_request(), self.now());
        let spec = store::hooks_in::HookInSpec { name: "ERP, shipments".into(), list: "shipments".into() };
        let secret = store::mailboxes::Sealed(b"a secret".to_vec());
        let work =
            move |tx: &store::Tx| store::hooks_in::add(tx, id, &spec, &secret, &By { person: None, request, now });
        self.app.db.write(work).await.unwrap();
        id
    }

    /// The address that a colleague sends to whoever this case is about; `path` is the case's page.
    pub async fn their_link(&self, path: &str, keeper: &str) -> String {
        let number: CaseNumber = path.trim_start_matches("/cases/").parse().expect("a case");
        let (token, id, now, keeper) =
            (hex::encode(self.app.random::<32>()), self.app.new_id(), self.now(), keeper.to_owned());
        let (kept, request) = (token.clone(), self.app.new_request());
        let work = move |tx: &store::Tx| {
            let case = store::cases::by_number(tx, number)?.expect("the case").case;
            let person = store::people::by_email(tx, &keeper)?.map(|found| found.person.id);
            let contact = case.contact.expect("somebody to write to");
            let wanted = Wanted { id, case: case.id, contact, forwarding: Forwarding::Alone };
            store::links::make(tx, &kept, wanted, &By { person, request, now })
        };
        self.app.db.write(work).await.unwrap();
        format!("/their/{token}")
    }

    /// A customer whose relationship this colleague keeps.
    pub async fn customer(&self, name: &str, keeper: &str) {
        let (now, keeper) = (self.now(), keeper.to_owned());
        let found = self.app.db.read(move |conn| store::people::by_email(conn, &keeper)).await.unwrap();
        let by = By { person: None, request: self.app.new_request(), now };
        let account = Account {
            relationship_owner: found.map(|found| found.person.id),
            ..Account::named(AccountId(self.app.new_id()), name)
        };
        self.app.db.write(move |tx| store::accounts::add(tx, &account, &by)).await.unwrap();
    }

    pub fn now(&self) -> Timestamp {
        self.app.now()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.dir));
    }
}
