//! The small world that random lives are lived in: one firm, one customer, two calendars.
use crate::calendar::{Calendar, CalendarSpec, Window};
use crate::case::Case;
use crate::emergency::{EmergencyPlan, EmergencyStep, StepOwner};
use crate::facts::{AccountFacts, Actor, Colleague, Facts};
use crate::holidays::Holidays;
use crate::ids::*;
use crate::kinds::{Role, StepKind, TroubleKind};
use crate::playbook::Playbook;
use crate::policy::Policy;
use jiff::{Timestamp, tz::TimeZone};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// A firm of eight, a customer of two, hours with a lunch break on our side.
pub fn world(zone: TimeZone, playbooks: Vec<Playbook>) -> Facts {
    let person = |n, role: &[Role]| Colleague {
        id: PersonId(Uuid::from_u128(n)),
        name: format!("Colleague Nr{n}"),
        roles: role.to_vec(),
        zone: zone.clone(),
        quiet: Some((20 * 60, 7 * 60)),
    };
    let colleagues = vec![
        person(1, &[Role::Owner]),
        person(2, &[Role::Manager]),
        person(3, &[Role::Quality]),
        person(4, &[Role::Operations]),
        person(5, &[Role::RelationshipOwner]),
        person(6, &[Role::Director]),
        person(7, &[Role::Reader]),
        person(8, &[Role::Owner, Role::Operations]),
    ];
    let account = AccountFacts {
        id: AccountId(Uuid::from_u128(100)),
        name: "Customer Nr1".into(),
        relationship_owner: Some(PersonId(Uuid::from_u128(5))),
        cover: Some(PersonId(Uuid::from_u128(1))),
        contacts: vec![ContactId(Uuid::from_u128(200)), ContactId(Uuid::from_u128(201))],
        strength: Some(3),
    };
    Facts {
        case: Case::blank(CaseId(Uuid::nil())),
        other: None,
        account,
        actor: Actor::Person(PersonId(Uuid::from_u128(1))),
        colleagues: Arc::new(colleagues),
        policy: Arc::new(Policy::default()),
        ours: Arc::new(calendar(&zone, "ours", &[(480, 720), (780, 1020)])),
        theirs: Arc::new(calendar(&zone, "theirs", &[(540, 1080)])),
        playbooks: Arc::new(playbooks),
        shelf: Arc::default(),
        emergency: Arc::new(vec![emergency()]),
        earlier: vec![],
        next_number: CaseNumber(1),
        now: Timestamp::from_second(1_767_600_000).unwrap_or(Timestamp::UNIX_EPOCH),
        request: RequestId(Uuid::nil()),
        seen: None,
    }
}

/// A plan with a step for a role, for a person, and for one who is not here.
fn emergency() -> EmergencyPlan {
    let step =
        |text: &str, owner, minutes| EmergencyStep { text: text.into(), owner, minutes, kind: StepKind::Contain };
    let person = |n| StepOwner::Person(PersonId(Uuid::from_u128(n)));
    EmergencyPlan {
        id: EmergencyPlanId(Uuid::from_u128(300)),
        version: 1,
        name: "Lot lost".into(),
        kinds: vec![TroubleKind::Transit],
        trigger: "The carrier cannot find it.".into(),
        steps: vec![
            step("Stop the other pallets.", StepOwner::Role(Role::Operations), 30),
            step("Call the carrier.", person(8), 60),
            step("Look for stock.", person(99), 90),
        ],
        phones: vec![],
        substitutes: String::new(),
        carrier: String::new(),
        rehearsed_on: None,
    }
}

/// Monday to Friday in these windows, minutes of the local day.
fn calendar(zone: &TimeZone, name: &str, open: &[(u16, u16)]) -> Calendar {
    let day: Vec<Window> = open.iter().map(|(from, to)| Window { from: *from, to: *to }).collect();
    let (work, rest) = (|| day.clone(), Vec::new);
    let spec = CalendarSpec {
        name: name.into(),
        version: 1,
        zone: zone.iana_name().unwrap_or("UTC").into(),
        week: [work(), work(), work(), work(), work(), rest(), rest()],
        exceptions: BTreeMap::new(),
        holidays: None,
    };
    Calendar::new(spec, zone.clone(), &Holidays::default()).expect("the hours above are sound")
}
