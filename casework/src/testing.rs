//! One named world and a way to tell a story in it: given, at, by, when, then. The words are those a person would read.
use crate::calendar::{Calendar, CalendarSpec, Window};
use crate::clock::{Clock, ClockKind};
use crate::commands::*;
use crate::emergency::*;
use crate::facts::*;
use crate::holidays::Holidays;
use crate::ids::*;
use crate::kinds::*;
use crate::parts::*;
use crate::playbook::Playbook;
use crate::policy::Policy;
use crate::text::{Part, Text};
use crate::{Change, Happening, Refusal};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use jiff::{Timestamp, tz::TimeZone};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

pub const ZONE: &str = "Europe/Warsaw";
pub const ACME: AccountId = AccountId(Uuid::from_u128(0xACE));
pub const MS_RAO: ContactId = ContactId(Uuid::from_u128(0xA0));
pub const MR_HALE: ContactId = ContactId(Uuid::from_u128(0xA1));
/// An owner.
pub const MARIA: PersonId = PersonId(Uuid::from_u128(1));
/// A manager.
pub const EWA: PersonId = PersonId(Uuid::from_u128(2));
/// Quality.
pub const QUINN: PersonId = PersonId(Uuid::from_u128(3));
/// Operations.
pub const PIOTR: PersonId = PersonId(Uuid::from_u128(4));
/// The relationship owner of Acme.
pub const RITA: PersonId = PersonId(Uuid::from_u128(5));
/// A director.
pub const DORA: PersonId = PersonId(Uuid::from_u128(6));
/// May only read.
pub const REED: PersonId = PersonId(Uuid::from_u128(7));

/// Local time in Warsaw: `at("2026-11-23 09:00")`. That day is a Monday.
pub fn at(local: &str) -> Timestamp {
    let local: jiff::civil::DateTime = local.replace(' ', "T").parse().expect("a local time");
    local.to_zoned(TimeZone::get(ZONE).expect("a known zone")).expect("in range").timestamp()
}
pub fn week(from: u16, to: u16, zone: &str) -> Calendar {
    let open = vec![Window { from, to }];
    let closed = Vec::new();
    let week = [open.clone(), open.clone(), open.clone(), open.clone(), open, closed.clone(), closed];
    let spec = CalendarSpec {
        name: zone.into(),
        version: 1,
        zone: zone.into(),
        week,
        exceptions: BTreeMap::new(),
        holidays: None,
    };
    Calendar::new(spec, TimeZone::get(zone).expect("a known zone"), &Holidays::default()).expect("a sound calendar")
}

/// A story being told; a refusal keeps the case as it was.
pub struct Story {
    pub facts: Facts,
    pub history: Vec<Happening>,
    pub last: Result<Change, Refusal>,
    told: u128,
}

/// Nothing has happened yet; Maria sits at her desk on Monday at nine.
pub fn story() -> Story {
    let zone = TimeZone::get(ZONE).expect("a known zone");
    let colleague = |id: PersonId, roles: &[Role]| Colleague {
        id,
        name: name_of(id).to_owned(),
        roles: roles.to_vec(),
        zone: zone.clone(),
        quiet: Some((20 * 60, 7 * 60)),
    };
    let colleagues = vec![
        colleague(MARIA, &[Role::Owner]),
        colleague(EWA, &[Role::Manager]),
        colleague(QUINN, &[Role::Quality]),
        colleague(PIOTR, &[Role::Operations]),
        colleague(RITA, &[Role::RelationshipOwner]),
        colleague(DORA, &[Role::Director]),
        colleague(REED, &[Role::Reader]),
    ];
    let account = AccountFacts {
        id: ACME,
        name: "Acme Boards Ltd".into(),
        relationship_owner: Some(RITA),
        cover: Some(MARIA),
        contacts: vec![MS_RAO, MR_HALE],
        strength: Some(3),
    };
    let calendar = Arc::new(week(8 * 60, 18 * 60, ZONE));
    let facts = Facts {
        case: crate::Case::blank(CaseId(Uuid::from_u128(1042))),
        other: None,
        account,
        actor: Actor::Person(MARIA),
        colleagues: Arc::new(colleagues),
        policy: Arc::new(Policy::default()),
        ours: calendar.clone(),
        theirs: calendar,
        playbooks: Arc::new(playbooks()),
        shelf: Arc::default(),
        emergency: Arc::new(vec![lost_in_transit()]),
        earlier: vec![],
        next_number: CaseNumber(1042),
        now: at("2026-11-23 09:00"),
        request: RequestId(Uuid::from_u128(0)),
        seen: None,
    };
    let nothing = Change { case: facts.case.clone(), events: vec![], other: None, effects: vec![] };
    Story { facts, history: vec![], last: Ok(nothing), told: 0 }
}

/// The playbooks of the workspace.
pub fn playbooks() -> Vec<Playbook> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../playbooks");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|f| f.path())
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|f| toml::from_str(&std::fs::read_to_string(f).expect("readable")).expect("a sound playbook"))
        .collect()
}

/// What was prepared for a lot that is lost on its way.
pub fn lost_in_transit() -> EmergencyPlan {
    let step = |text: &str, owner, minutes, kind| EmergencyStep { text: text.into(), owner, minutes, kind };
    EmergencyPlan {
        id: EmergencyPlanId(Uuid::from_u128(0xE1)),
        version: 3,
        name: "Whole lot lost in transit".into(),
        kinds: vec![TroubleKind::Transit],
        trigger: "The carrier says it is gone, or it is a day late and nobody finds it.".into(),
        steps: vec![
            step("Hold what has not left yet", StepOwner::Role(Role::Operations), 30, StepKind::Contain),
            step("Start the lot again", StepOwner::Person(PIOTR), 120, StepKind::Fix),
            step("File the claim with the carrier", StepOwner::Role(Role::Owner), 240, StepKind::Contain),
            step("Ask the second carrier for Fridays", StepOwner::Role(Role::Manager), 600, StepKind::Prevent),
        ],
        phones: vec![PhoneLine { who: "Carrier, night desk".into(), number: "+48 22 555 0900".into() }],
        substitutes: "Borg Boards, 200 a day".into(),
        carrier: "Trans Nord".into(),
        rehearsed_on: None,
    }
}

/// Dana's line stands still for nothing yet: a defect, told by the customer, impact not known.
pub fn dry_joint() -> OpenCase {
    OpenCase {
        account: ACME,
        contact: Some(MS_RAO),
        title: "Half the boards have no solder on U7.".into(),
        kind: TroubleKind::Defect,
        kind_text: None,
        origin: Origin::CustomerReported,
        safety: Safety::Nobody,
        recognised_at: None,
        written_at: None,
        impacts: vec![],
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

/// A phone call in which everything was done right, ended now; next word tomorrow at noon.
pub fn good_call(story: &Story) -> RecordConversation {
    let now = story.facts.now;
    let mut call = bare_call(story);
    call.acknowledgement =
        Some(Acknowledgement { we_see: "U7 is dry on half your boards.".into(), we_work: "I am on it now.".into() });
    call.no_visit_reason = Some(NoVisitReason::Distance);
    call.concerns = vec!["Do the other lots have it too?".into()];
    call.had_their_say = Some(Said::Yes);
    call.reflect_back = Some("The line stands since six, and you ship on Friday.".into());
    call.reflect_confirmed = Some(Said::Yes);
    call.got_everything = Some(Said::Yes);
    call.validated = Some(Said::Yes);
    call.worst_part = Some("Telling my own customer.".into());
    call.impacts = vec![Impact { dimension: Dimension::Productivity, words: "Two people rework by hand.".into() }];
    call.tone_start = Some(2);
    call.tone_end = Some(4);
    call.satisfied = Some(Satisfied::Yes);
    call.next_contact_at = now.checked_add(jiff::SignedDuration::from_hours(24)).ok();
    call
}

/// A phone call of ten minutes in which nothing was noted.
pub fn bare_call(story: &Story) -> RecordConversation {
    let now = story.facts.now;
    let text = serde_json::json!({ "channel": "phone", "with": MS_RAO, "started_at": now - jiff::SignedDuration::from_mins(10) });
    serde_json::from_value(text).expect("a call in JSON")
}

impl Story {
    pub fn at(mut self, local: &str) -> Self {
        self.facts.now = at(local);
        self
    }
    pub fn by(mut self, who: PersonId) -> Self {
        self.facts.actor = Actor::Person(who);
        self
    }
    pub fn by_system(mut self) -> Self {
        self.facts.actor = Actor::System;
        self
    }
    /// Asks; the case goes on when it is not refused.
    pub fn when(mut self, command: impl Into<Command>) -> Self {
        self.told += 1;
        self.facts.request = RequestId(Uuid::from_u128(self.told << 32));
        self.last = decide(&self.facts, &command.into());
        if let Ok(change) = &self.last {
            self.facts.case = change.case.clone();
            self.history.extend(change.events.iter().cloned());
            if let Some((other, _)) = &change.other {
                self.facts.other = Some(other.clone());
            }
        }
        self
    }
    /// Asks something that depends on how the case stands.
    pub fn when_with<C: Into<Command>>(self, make: impl FnOnce(&Story) -> C) -> Self {
        let command = make(&self).into();
        self.when(command)
    }
    /// The command was taken and the timeline says this among what it now says.
    pub fn then(self, words: &str) -> Self {
        let said = self.said();
        assert!(said.iter().any(|s| s.contains(words)), "nobody said {words:?}; it says {said:#?}");
        self
    }
    /// The command was taken.
    pub fn taken(self) -> Self {
        if let Err(refusal) = &self.last {
            panic!("refused: {}", refusal.code);
        }
        self
    }
    /// The command was refused with this code, and its sentence is in the catalogue.
    pub fn refused(self, code: &str) -> Self {
        match &self.last {
            Err(refusal) => {
                assert_eq!(refusal.code, code);
                let sentence = words(&refusal.text());
                assert!(!sentence.starts_with("refusal-"), "no sentence for {code}");
            }
            Ok(change) => panic!(
                "not refused; it says {:#?}",
                change.events.iter().map(|h| words(&h.event.words())).collect::<Vec<_>>()
            ),
        }
        self
    }
    /// What the last change says on the timeline.
    pub fn said(&self) -> Vec<String> {
        match &self.last {
            Ok(change) => change.events.iter().map(|h| words(&h.event.words())).collect(),
            Err(refusal) => panic!("refused: {} ({})", refusal.code, words(&refusal.text())),
        }
    }
    pub fn stands(self, state: Recovery) -> Self {
        assert_eq!(self.facts.case.recovery, state);
        self
    }
    pub fn clock(&self, kind: ClockKind) -> Option<&Clock> {
        self.facts.case.clocks.iter().find(|c| c.kind == kind)
    }
    /// The clock of that kind is due at this Warsaw time.
    pub fn due(self, kind: ClockKind, local: &str) -> Self {
        let clock = self.clock(kind).unwrap_or_else(|| {
            panic!(
                "no clock {kind:?}; there are {:?}",
                self.facts.case.clocks.iter().map(|c| c.kind).collect::<Vec<_>>()
            )
        });
        assert_eq!(clock.due, at(local), "{kind:?} is due {}", clock.due.to_zoned(TimeZone::get(ZONE).expect("known")));
        self
    }
    pub fn case(&self) -> &crate::Case {
        &self.facts.case
    }
    /// The history alone gives the same case (clocks are derived from it, I30).
    pub fn replays(self) -> Self {
        let mut again = crate::Case::blank(self.facts.case.id);
        self.history.iter().for_each(|h| h.apply(&mut again));
        again.clocks = crate::clock::derive(&again, &self.facts.policy, &self.facts.ours, &self.facts.theirs);
        assert_eq!(again, self.facts.case);
        self
    }
}

/// An opened case: Ms Rao's dry joint, known and opened on Monday at nine by Maria.
pub fn opened() -> Story {
    story().when(dry_joint()).taken()
}

/// A text in English, with the names of this world.
pub fn words(text: &Text) -> String {
    thread_local!(static BUNDLE: FluentBundle<FluentResource> = bundle());
    BUNDLE.with(|bundle| {
        let Some(pattern) = bundle.get_message(&text.key).and_then(|m| m.value()) else { return text.key.clone() };
        let mut args = FluentArgs::new();
        for (name, part) in &text.parts {
            match part {
                // As at the edge: a number chooses between none, one and many.
                Part::Number(n) => args.set(name.as_ref(), *n),
                _ => args.set(name.as_ref(), part_words(bundle, part)),
            }
        }
        bundle.format_pattern(pattern, Some(&args), &mut vec![]).into_owned()
    })
}

fn part_words(bundle: &FluentBundle<FluentResource>, part: &Part) -> String {
    match part {
        Part::Said(s) => s.clone(),
        Part::Number(n) => n.to_string(),
        Part::Time(t) => t.to_zoned(TimeZone::get(ZONE).expect("known")).strftime("%a %d %b %H:%M").to_string(),
        Part::Date(d) => d.to_string(),
        Part::Person(id) => name_of(*id).to_owned(),
        Part::Contact(id) => if *id == MS_RAO { "Ms Rao" } else { "Mr Hale" }.to_owned(),
        Part::Account(_) => "Acme".to_owned(),
        Part::Case(n) => n.to_string(),
        Part::Money(m) => m.to_string(),
        Part::Key(key) => bundle
            .get_message(key)
            .and_then(|m| m.value())
            .map_or(key.clone(), |p| bundle.format_pattern(p, None, &mut vec![]).into_owned()),
        Part::List(parts) => parts.iter().map(|p| part_words(bundle, p)).collect::<Vec<_>>().join("; "),
    }
}

fn name_of(id: PersonId) -> &'static str {
    let all = [
        (MARIA, "Maria"),
        (EWA, "Ewa"),
        (QUINN, "Quinn"),
        (PIOTR, "Piotr"),
        (RITA, "Rita"),
        (DORA, "Dora"),
        (REED, "Reed"),
    ];
    all.into_iter().find(|(p, _)| *p == id).map_or("somebody", |(_, name)| name)
}

fn bundle() -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec!["en".parse().expect("a language")]);
    bundle.set_use_isolating(false);
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../locale/en")).expect("a catalogue").flatten()
    {
        let text = std::fs::read_to_string(file.path()).expect("readable");
        bundle.add_resource_overriding(FluentResource::try_new(text).unwrap_or_else(|(r, _)| r));
    }
    bundle
}
