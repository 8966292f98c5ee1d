//! The firm as decisions see it: colleagues, policy, calendars, playbooks. Read once and kept until its version moves.
use crate::handling::{self, Handling};
use crate::review_rules::{self, Version};
use crate::welcome::{self, SetUp, Stop};
use crate::{Conn, Fault, Tx, emergency, holidays, params, playbooks, sql, zones};
use casework::calendar::{Calendar, CalendarSpec, Window};
use casework::emergency::EmergencyPlan;
use casework::facts::Colleague;
use casework::ids::{AccountId, PersonId};
use casework::kinds::Role;
use casework::parts::RunningPlaybook;
use casework::playbook::{self, Playbook};
use casework::policy::{CustomerRule, Policy};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use uuid::Uuid;

/// Colleagues a firm may have here.
pub const PEOPLE_AT_MOST: i64 = 500;
/// Calendars a firm may keep.
pub const CALENDARS_AT_MOST: i64 = 200;

/// A snapshot; cheap to clone.
#[derive(Clone, Debug)]
pub struct Firm {
    /// Moves with every change of people, calendars, policy or emergency plans.
    pub version: i64,
    pub colleagues: Arc<Vec<Colleague>>,
    pub names: Arc<HashMap<PersonId, String>>,
    pub policy: Arc<Policy>,
    pub ours: Arc<Calendar>,
    pub calendars: Arc<HashMap<Uuid, Arc<Calendar>>>,
    /// What a case can begin to follow.
    pub playbooks: Arc<Vec<Playbook>>,
    /// Versions that cases still follow and that are not offered any more.
    pub shelf: Arc<Vec<Playbook>>,
    /// What was prepared for emergencies.
    pub emergency: Arc<Vec<EmergencyPlan>>,
    /// What we are called; empty until somebody says so.
    pub company: Arc<str>,
    /// What we say to everybody of how we handle trouble.
    pub handling: Arc<Handling>,
    /// Our own file of the message review.
    pub review_rules: Arc<Version>,
    /// Whether somebody is still led through the first steps.
    pub set_up: SetUp,
    /// The stops of a tour, where there is a company to look around in.
    pub tour: Arc<Vec<Stop>>,
}

impl Firm {
    pub fn name_of(&self, id: PersonId) -> &str {
        self.names.get(&id).map_or("", String::as_str)
    }
    /// Who speaks with their director: ours, else a manager who is not on the case.
    pub fn director(&self, case: &casework::Case) -> Option<PersonId> {
        let of = |role: Role, not: Option<PersonId>| {
            self.colleagues.iter().find(|c| c.roles.contains(&role) && Some(c.id) != not).map(|c| c.id)
        };
        of(Role::Director, None).or_else(|| of(Role::Manager, case.team.manager))
    }
    /// The version that a case follows of a playbook.
    pub fn followed(&self, running: &RunningPlaybook) -> Option<&Playbook> {
        playbook::followed(&self.playbooks, &self.shelf, running)
    }
    /// The account's own calendar; ours where none of theirs is known.
    pub fn calendar(&self, id: Option<Uuid>) -> Arc<Calendar> {
        id.and_then(|id| self.calendars.get(&id)).unwrap_or(&self.ours).clone()
    }
}

/// The policy of one account, and its hours.
pub type CountedBy = (Arc<Policy>, Arc<Calendar>);

/// The policy and the hours that clocks of this account are counted by, as decisions do; for whoever explains or checks a time.
///
/// # Errors
/// Faults of the database; nothing when there is no such account.
pub fn counted_by(conn: &Conn, firm: &Firm, account: AccountId) -> Result<Option<CountedBy>, Fault> {
    let row: Option<(Option<Uuid>, Vec<CustomerRule>)> =
        conn.maybe(sql!("select calendar_id, rules from accounts where id = ?1"), &params![account])?;
    Ok(row.map(|(calendar, rules)| {
        let policy = if rules.is_empty() { firm.policy.clone() } else { Arc::new(firm.policy.shortened(&rules)) };
        (policy, firm.calendar(calendar))
    }))
}

/// # Errors
/// When the database fails, or a kept calendar or policy can no longer be read: then nothing may be decided.
pub fn load(conn: &Conn) -> Result<Firm, Fault> {
    let (colleagues, names) = colleagues(conn)?;
    let calendars = calendars(conn)?;
    let chosen: Option<String> =
        conn.maybe(sql!("select body from settings where name = 'our_calendar'"), &params![])?;
    let ours = chosen.and_then(|id| calendars.get(&id.parse().ok()?).cloned());
    let ours = match ours {
        Some(calendar) => calendar,
        None => Arc::new(built(&default_calendar("Etc/UTC"))?),
    };
    let policy: Option<String> = conn.maybe(sql!("select body from settings where name = 'policy'"), &params![])?;
    let policy = match policy {
        Some(body) => {
            serde_json::from_str(&body).map_err(|e| Fault::Engine(anyhow::Error::new(e).context("the kept policy")))?
        }
        None => Policy::default(),
    };
    Ok(Firm {
        version: version(conn)?,
        colleagues: Arc::new(colleagues),
        names: Arc::new(names),
        policy: Arc::new(policy),
        ours,
        calendars: Arc::new(calendars),
        playbooks: Arc::new(playbooks::offered(conn)?),
        shelf: Arc::new(playbooks::shelf(conn)?),
        emergency: Arc::new(emergency::list(conn)?),
        company: welcome::company(conn)?.into(),
        handling: Arc::new(handling::of(conn)?),
        review_rules: Arc::new(review_rules::current(conn)?),
        set_up: welcome::guide(conn)?.set_up,
        tour: Arc::new(welcome::tour(conn)?),
    })
}

/// The version that every change of the firm moves; one keyed read.
pub fn version(conn: &Conn) -> Result<i64, Fault> {
    Ok(conn.maybe(sql!("select version from settings where name = 'firm'"), &params![])?.unwrap_or(0))
}

/// Says that something of the firm changed, so that every server reads it again.
pub fn touch(tx: &Tx) -> Result<(), Fault> {
    tx.put(sql!("insert into settings (name, version, body) values ('firm', 1, '') on conflict (name) do update set version = settings.version + 1"), &params![])
}

fn colleagues(conn: &Conn) -> Result<(Vec<Colleague>, HashMap<PersonId, String>), Fault> {
    type Row = (Uuid, String, String, String, Option<u16>, Option<u16>, bool);
    let rows: Vec<Row> = conn.all(
        sql!("select id, name, zone, roles, quiet_from, quiet_to, active from people order by made_at, id limit ?1"),
        &params![PEOPLE_AT_MOST],
    )?;
    let names = rows.iter().map(|r| (PersonId(r.0), r.1.clone())).collect();
    let active = rows.into_iter().filter(|r| r.6).map(|(id, name, zone, roles, from, to, _)| Colleague {
        id: PersonId(id),
        name,
        roles: roles.split_whitespace().filter_map(Role::from_word).collect(),
        zone: zones::zone(&zone).unwrap_or(jiff::tz::TimeZone::UTC),
        quiet: from.zip(to),
    });
    Ok((active.collect(), names))
}

fn calendars(conn: &Conn) -> Result<HashMap<Uuid, Arc<Calendar>>, Fault> {
    let rows: Vec<(Uuid, String)> =
        conn.all(sql!("select id, spec from calendars order by id limit ?1"), &params![CALENDARS_AT_MOST])?;
    let mut built_all = HashMap::with_capacity(rows.len());
    for (id, spec) in rows {
        let spec =
            serde_json::from_str(&spec).map_err(|e| Fault::Engine(anyhow::Error::new(e).context("a kept calendar")))?;
        built_all.insert(id, Arc::new(built(&spec)?));
    }
    Ok(built_all)
}

fn built(spec: &CalendarSpec) -> Result<Calendar, Fault> {
    holidays::calendar(spec).map_err(|e| Fault::Setup(format!("calendar “{}”: {}", spec.name, e.code())))
}

/// Monday to Friday, eight to five, until somebody says otherwise.
pub fn default_calendar(zone: &str) -> CalendarSpec {
    let open = vec![Window { from: 8 * 60, to: 17 * 60 }];
    let week = [open.clone(), open.clone(), open.clone(), open.clone(), open, vec![], vec![]];
    CalendarSpec {
        name: "Our hours".into(),
        version: 1,
        zone: zone.into(),
        week,
        exceptions: BTreeMap::new(),
        holidays: None,
    }
}
