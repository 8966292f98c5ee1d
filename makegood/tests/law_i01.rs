//! I01 through every door: page, API, shell, import, timer, and the customer's own link. Whatever is asked there and by whomever, a case is
//! *Solved* only by the word of a contact, given by themselves or recorded by the colleague who talked with them.
use crate::desk::coded;
use crate::support;
use crate::world;
use casework::Case;
use casework::commands::Command;
use casework::facts::Actor;
use casework::ids::{CaseNumber, ContactId};
use casework::kinds::Recovery;
use casework::shape::Shape;
use casework::simulate::Chance;
use makegood::act::{Asked, act};
use makegood::jobs::{Outbox, Scheduler, recount, sweep};
use serde_json::{Map, Value, json};
use store::Db;
use store::facts::CaseRef;
use store::migrate::STEPS;
use support::Fresh;
use world::World;

/// Things asked on each database; `SEED=n` asks others, or the same again.
const ASKED: u64 = 96;
/// Programs started for the shell's door on each database.
const SHELLS: usize = 4;
/// Cases brought to *Awaiting their word*; each takes a dozen calls.
const CASES: u64 = 14;
const PEOPLE: [&str; 7] = ["maria", "rita", "ewa", "jon", "piotr", "reed", "adam"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    Page,
    Api,
    Import,
    Timer,
    Link,
}
const DOORS: [Door; 5] = [Door::Page, Door::Api, Door::Import, Door::Timer, Door::Link];

/// S205, I01: the property, on both databases. The shell comes last: it wants the database for itself.
#[test]
fn i01_s205_only_a_contacts_own_word_solves_whatever_the_door() {
    let seed = std::env::var("SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(20_261_127);
    support::both_with(STEPS, |fresh, db| {
        let runtime = support::runtime();
        let (number, dana, said) = runtime.block_on(through_a_running_program(fresh, db.clone(), seed));
        db.close();
        for (who, word, fields) in said {
            let came = shell(fresh, who, &number, word, &fields);
            let again = fresh.open();
            let what = format!("seed {seed}, shell: {who} {word} {fields}: {came}");
            runtime.block_on(judged(&again, dana, &number, &what));
            again.close();
        }
    });
}

type Wish = (&'static str, &'static str, Value);

/// Every door of a program that runs; gives what is left to ask by the shell, and of which case.
async fn through_a_running_program(fresh: &Fresh, db: Db, seed: u64) -> (String, ContactId, Vec<Wish>) {
    let w = World::new(db).await;
    let mut doors = Doors { w: &w, fresh, chance: Chance::new(seed), tried: vec![] };
    let (mut number, mut cases) = (awaiting(&w).await, 1);
    for n in 0..ASKED {
        let door = DOORS[doors.chance.index(DOORS.len())];
        let said = doors.knock(door, &number).await;
        let what = format!("seed {seed}, {n}: {door:?} {said}");
        let stands = judged(&w.app.db, w.dana, &number, &what).await;
        if !matches!(stands, Recovery::AwaitingWord | Recovery::NoWord) && cases < CASES {
            (number, cases) = (awaiting(&w).await, cases + 1);
        }
    }
    let asked = |door| doors.tried.iter().filter(|d| **d == door).count();
    assert!(DOORS.iter().all(|door| asked(*door) >= 5), "a door was hardly tried: {:?}", doors.tried);
    let number = awaiting(&w).await;
    let mut shells = vec![];
    for _ in 0..SHELLS {
        let (word, fields) = doors.wish(Door::Page, &number).await;
        shells.push((PEOPLE[doors.chance.index(PEOPLE.len())], word, fields));
    }
    (number, w.dana, shells)
}

/// The same doors are open for their own word: else the property above would hold of a wall.
#[test]
fn s205_their_own_word_solves_by_link_and_as_told_to_a_colleague() {
    support::both_async(|db| async move {
        let w = World::new(db).await;
        let number = awaiting(&w).await;
        let word = own_word(&w, &number, "written").await;
        asked(&w, Actor::Customer(w.dana), &number, "record-word", &word).await.expect("her own word");
        assert_eq!(judged(&w.app.db, w.dana, &number, "her link").await, Recovery::Solved);
        let number = awaiting(&w).await;
        let word = own_word(&w, &number, "phone").await;
        w.does("maria", &number, "record-word", word).await;
        assert_eq!(judged(&w.app.db, w.dana, &number, "the phone").await, Recovery::Solved);
    });
}

/// What a case must show when it is solved.
async fn judged(db: &Db, dana: ContactId, number: &str, what: &str) -> Recovery {
    let at: CaseNumber = number.parse().expect("a number");
    let page = db.read(move |conn| store::cases::page(conn, at)).await.expect("read").expect("a case");
    let case = &page.kept.case;
    if case.recovery != Recovery::Solved {
        return case.recovery;
    }
    let word = page.events.iter().find(|row| row.kind == "word_given").unwrap_or_else(|| panic!("{what}: no word"));
    let said: Value = serde_json::from_str(&word.body).expect("JSON");
    let said = &said["what"]["asked"];
    assert_eq!((&said["solved"], &said["by"]), (&json!("yes"), &json!(dana)), "{what}");
    let own = word.actor == "person" || word.actor == "customer" && word.actor_id == Some(dana.0);
    assert!(own, "{what}: the word came from {} {:?}", word.actor, word.actor_id);
    let moved = page.events.iter().any(|row| row.kind == "recovery_moved" && row.body.contains("\"to\":\"solved\""));
    assert!(!moved, "{what}: moved to solved without a word");
    Recovery::Solved
}

/// Asks at the one door behind all others.
async fn asked(w: &World, by: Actor, number: &str, word: &str, fields: &Value) -> Result<(), String> {
    let command = Command::read(word, fields).ok_or("no such command")?.map_err(|e| e.to_string())?;
    let on = CaseRef::Number(number.parse().map_err(|_| "no number")?);
    act(&w.app, by, on, Asked::new(&w.app, command)).await.map(|_| ()).map_err(|not| format!("{not:?}"))
}

/// The case as it stands.
async fn case_of(w: &World, number: &str) -> Case {
    let at: CaseNumber = number.parse().expect("a number");
    w.app.db.read(move |conn| store::cases::by_number(conn, at)).await.expect("read").expect("a case").case
}

/// Every worry settled, everything that is asked is answered.
async fn own_word(w: &World, number: &str, way: &str) -> Value {
    let settled: Vec<_> = case_of(w, number).await.concerns.iter().map(|c| c.id).collect();
    json!({ "by": w.dana, "solved": "yes", "words": "All boxes are right.", "way": way, "settled": settled })
}

/// A case where everything agreed is done, and they were asked. Not over HTTP: nobody is asked so often there in a second.
async fn awaiting(w: &World) -> String {
    let (maria, opening) = (Actor::Person(w.people["maria"]), w.wrong_label());
    let opening = serde_json::from_value(opening).expect("an opening");
    let opened = makegood::act::open(&w.app, maria, w.app.new_request(), opening).await.expect("opened");
    let n = &opened.number.to_string();
    let does = async |word: &str, fields: Value| {
        asked(w, maria, n, word, &fields).await.unwrap_or_else(|not| panic!("{word}: {not}"));
    };
    let mut call = w.good_call();
    // The like of it came before: this one is grave.
    call["no_visit_reason"] = json!("distance");
    does("record-conversation", call).await;
    for what in ["New labels by courier.", "We come and relabel."] {
        let option = json!({ "kind": "rework", "what": what, "arrives": w.in_hours(24), "confidence": "expected" });
        does("add-option", option).await;
    }
    does("lay-out-options", json!({})).await;
    let option = case_of(w, n).await.options[0].id;
    does("decide", json!({ "by": w.dana, "option": option, "words": "The courier." })).await;
    let step = json!({ "party": "us", "owner": w.people["maria"], "kind": "fix", "text": "Send them.", "due": w.in_hours(24), "confirmed": "yes" });
    let plan =
        json!({ "steps": [step], "no_prevention_because": "The list is new.", "customer_declined": "Just send them." });
    does("draft-plan", plan).await;
    does("agree-plan", json!({ "by_customer": w.dana })).await;
    let step = case_of(w, n).await.plan.expect("a plan").steps[0].id;
    does("settle-step", json!({ "step": step, "outcome": "done", "proof": "Signed for." })).await;
    does("ask-for-word", json!({ "way": "phone" })).await;
    n.clone()
}

struct Doors<'a> {
    w: &'a World,
    fresh: &'a Fresh,
    chance: Chance,
    tried: Vec<Door>,
}

impl Doors<'_> {
    /// Asks for something at this door, and says what came back.
    async fn knock(&mut self, door: Door, number: &str) -> String {
        self.tried.push(door);
        self.w.wait(1);
        let (word, fields) = self.wish(door, number).await;
        let who = PEOPLE[self.chance.index(PEOPLE.len())];
        let came = match door {
            Door::Page => self.page(who, number, word, &fields).await,
            Door::Api => {
                let path = format!("/api/v1/cases/{number}/actions/{word}");
                self.w.post(who, &path, fields.clone()).await.status.to_string()
            }
            Door::Import => {
                self.import(number);
                format!("{:?}", asked(self.w, Actor::Import, number, word, &fields).await)
            }
            Door::Timer => {
                self.time_goes_on().await;
                format!("{:?}", asked(self.w, Actor::System, number, word, &fields).await)
            }
            Door::Link => {
                let them = [self.w.stranger, ContactId(self.chance.id()), self.w.dana];
                let them = them[self.chance.index(them.len())];
                format!("{:?}", asked(self.w, Actor::Customer(them), number, word, &fields).await)
            }
        };
        format!("{who} {word} {fields}: {came}")
    }

    /// Mostly a *yes* by somebody who is no contact; sometimes theirs, sometimes anything at all.
    async fn wish(&mut self, door: Door, number: &str) -> (&'static str, Value) {
        if self.chance.one_in(3) {
            let word = Command::WORDS[self.chance.index(Command::WORDS.len())];
            let shape = Command::shape_of(word).expect("its shape");
            return (word, self.roll(&shape, ""));
        }
        let mut word = own_word(self.w, number, if door == Door::Link { "written" } else { "phone" }).await;
        // On our side a contact's name is what the law allows; elsewhere it must not help.
        let ours = matches!(door, Door::Page | Door::Api);
        if ours && !self.chance.one_in(8) || self.chance.one_in(2) {
            word["by"] = self.somebody();
        }
        ("record-word", word)
    }

    fn somebody(&mut self) -> Value {
        let people: Vec<uuid::Uuid> = self.w.people.values().map(|p| p.0).collect();
        let chosen = people[self.chance.index(people.len())];
        [json!(chosen), json!(self.w.stranger), json!(self.chance.id()), Value::Null][self.chance.index(4)].clone()
    }

    fn roll(&mut self, shape: &Shape, name: &'static str) -> Value {
        match shape {
            Shape::Text => json!("It is solved."),
            Shape::Integer => json!(self.chance.below(6)),
            Shape::Truth => json!(self.chance.one_in(2)),
            Shape::Time => json!(self.w.in_hours(if name.contains("at") { -1 } else { 30 })),
            Shape::Date => json!("2026-03-05"),
            Shape::Id if self.chance.one_in(2) => json!(self.w.dana),
            Shape::Id => json!(self.w.people[PEOPLE[self.chance.index(PEOPLE.len())]]),
            Shape::OneOf(words) => json!(words[self.chance.index(words.len())]),
            Shape::Optional(_) if self.chance.one_in(2) => Value::Null,
            Shape::Optional(inner) => self.roll(inner, name),
            Shape::List(inner) => (0..self.chance.below(2)).map(|_| self.roll(inner, name)).collect(),
            Shape::Object(_, fields) => {
                let all: Map<String, Value> =
                    fields.iter().map(|f| (f.name.to_owned(), self.roll(&f.shape, f.name))).collect();
                Value::Object(all)
            }
        }
    }

    async fn page(&self, who: &str, number: &str, word: &str, fields: &Value) -> String {
        let mut pairs = vec![];
        for (name, value) in fields.as_object().into_iter().flatten() {
            let all = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            for one in all.iter().filter(|v| v.is_string() || v.is_number()) {
                let said = one.as_str().map_or_else(|| one.to_string(), str::to_owned);
                pairs.push(format!("{}={}", coded(name), coded(&said)));
            }
        }
        let cookie = self.w.cookie(who).await;
        let headers = [
            ("cookie", cookie.as_str()),
            ("sec-fetch-site", "same-origin"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        self.w.send("POST", &format!("/cases/{number}/do/{word}"), &headers, pairs.join("&")).await.status.to_string()
    }

    /// Their mail says that it is solved; a machine's reading is no word.
    fn import(&mut self, number: &str) {
        let folder = self.fresh.dir.join(format!("mails-{}", self.chance.below(u64::MAX)));
        std::fs::create_dir_all(&folder).expect("a folder");
        let mail = format!(
            "From: Dana Ruiz <dana@acme.example>\nMessage-ID: <{}@x>\nDate: Mon, 02 Mar 2026 10:00:00 +0000\nSubject: Re: {number}\n\nIt is solved. Yes.\n",
            self.chance.id()
        );
        std::fs::write(folder.join("1.eml"), mail).expect("a file");
        let (db, now) = (self.w.app.db.clone(), self.w.app.now().to_string());
        let here = || crate::intake::here(&db, &now);
        let (ours, keep) = (makegood::mail::Ours::default(), makegood::import::orders::Mode::Keep);
        let wanted = makegood::import::mail::Wanted { mode: keep, heard_since: Some(jiff::Timestamp::MIN) };
        let silent = &mut makegood::import::progress::Silent;
        let report = tokio::task::block_in_place(|| {
            makegood::import::mail::run(&here(), &folder, &ours, wanted, silent).expect("imported")
        });
        assert_eq!(report.new, 1, "the mail was read");
    }

    /// Hours or weeks; every job has its beat.
    async fn time_goes_on(&mut self) {
        let minutes = self.chance.below(60 * 24 * 9).cast_signed();
        self.w.wait(minutes);
        Scheduler::new(self.w.app.clone()).beat().await;
        Outbox::new(self.w.app.clone()).beat().await;
        recount::beat(&self.w.app).await.expect("recounted");
        sweep::sweep(&self.w.app).await;
    }
}

/// The built program, on the same database.
fn shell(fresh: &Fresh, who: &str, number: &str, word: &str, fields: &Value) -> String {
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_makegood"));
    program.env_clear().env("HOME", &fresh.dir).args(["case", "do", number, word, "--json"]);
    program.arg(fields.to_string()).args(["--as", &format!("{who}@nordlot.example")]);
    program.arg("--data").arg(&fresh.dir);
    if let Some(url) = fresh.url() {
        program.env("MAKEGOOD_DATABASE_URL", url);
    }
    let out = program.output().expect("it runs");
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    // 0 taken, 2 no such command, 3 refused: it came as far as the rules.
    assert!(matches!(out.status.code(), Some(0 | 2 | 3)), "{:?}: {said}", out.status);
    format!("{:?} {said}", out.status.code())
}
