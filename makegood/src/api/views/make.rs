//! Makes what the API shows from what is kept.
use super::*;
use crate::say::Reader;
use crate::words::t;
use casework::Happening;
use casework::calendar::Why;
use casework::case::Case;
use casework::clock::Clock;
use casework::clock::explain::{Counted, Explanation, Holds, Rule};
use casework::facts::Actor;
use casework::ids::{AccountId, PersonId};
use casework::parts::*;
use casework::policy::Allowance;
use store::accounts::Account;
use store::cases::{CasePage, CaseRow};
use store::contacts::Contact;
use store::firm::Firm;
use store::people::Person;
use store::run::{BlockOfLines, Line};

pub fn person(firm: &Firm, id: PersonId) -> PersonRef {
    PersonRef { id: id.0, name: firm.name_of(id).to_owned() }
}
fn account(id: AccountId, name: &str) -> AccountRef {
    AccountRef { id: id.0, name: name.to_owned() }
}

pub fn me(person: &Person) -> MeView {
    MeView {
        id: person.id.0,
        name: person.name.clone(),
        email: person.email.clone(),
        zone: person.zone.clone(),
        roles: person.roles.iter().map(|r| r.word().to_owned()).collect(),
    }
}

pub fn contact(c: &Contact) -> ContactView {
    ContactView {
        id: c.id.0,
        name: c.name.clone(),
        role: c.role.clone(),
        email: c.email.clone(),
        phone: c.phone.clone(),
        zone: c.zone.clone(),
        active: c.active,
    }
}

pub fn whole_account(firm: &Firm, a: &Account, contacts: &[Contact], tally: store::promises::Tally) -> AccountView {
    AccountView {
        id: a.id.0,
        name: a.name.clone(),
        reference: a.reference.clone(),
        country: a.country.clone(),
        zone: a.zone.clone(),
        relationship_owner: a.relationship_owner.map(|p| person(firm, p)),
        since_on: a.since_on,
        what_matters: a.what_matters.clone(),
        contacts: contacts.iter().map(contact).collect(),
        promises: PromiseTally { open: tally.open, kept: tally.kept, broken: tally.broken, released: tally.released },
    }
}

pub fn line(firm: &Firm, row: &CaseRow) -> CaseLine {
    CaseLine {
        number: row.number.to_string(),
        title: row.title.clone(),
        account: account(row.account_id, &row.account),
        owner: person(firm, row.owner_id),
        kind: row.kind.word().to_owned(),
        severity: row.severity.word().to_owned(),
        recovery: row.recovery.word().to_owned(),
        prevention: row.prevention.word().to_owned(),
        recognised_at: row.recognised_at,
        deadline: row.deadline_at,
        next_due: row.next_due,
    }
}

/// A case with everything on it.
pub fn case(reader: &Reader, page: &CasePage) -> CaseView {
    let (case, firm) = (&page.kept.case, reader.firm);
    CaseView {
        number: case.number.to_string(),
        version: case.version,
        title: case.title.clone(),
        kind: case.kind.word().to_owned(),
        origin: case.origin.word().to_owned(),
        severity: case.severity.word().to_owned(),
        recovery: case.recovery.word().to_owned(),
        prevention: case.prevention.state.word().to_owned(),
        account: account(page.account.id, &page.account.name),
        contact: case.contact.and_then(|id| page.contacts.iter().find(|c| c.id == id)).map(contact),
        owner: person(firm, case.team.owner),
        relationship_owner: person(firm, case.team.relationship_owner),
        recognised_at: case.recognised_at,
        opened_at: case.opened_at,
        deadline: case.harm.deadline.as_ref().map(|d| DeadlineView {
            at: d.at,
            what: d.what.clone(),
            threatened: d.threatened == Said::Yes,
            met: d.met.map(|m| m == Said::Yes),
        }),
        impacts: case
            .harm
            .impacts
            .iter()
            .map(|i| ImpactView { dimension: i.dimension.word().to_owned(), words: i.words.clone() })
            .collect(),
        concerns: case.concerns.iter().map(concern).collect(),
        questions: case.questions.iter().map(question).collect(),
        ideas: case.joint.ideas.iter().map(|i| idea(reader, i)).collect(),
        taking_part: case.joint.wishes.iter().map(taking_part).collect(),
        facts: case
            .facts
            .iter()
            .map(|f| FactView { what: f.what.clone(), answer: f.answer.clone(), said_by: f.said_by.clone() })
            .collect(),
        talks: case.talks.iter().map(|t| talk(reader, t)).collect(),
        options: case.options.iter().map(option).collect(),
        decisions: case.decisions.iter().map(|d| decision(reader, d)).collect(),
        plan: case.plan.as_ref().map(|p| plan(firm, p)),
        promises: case.promises.iter().map(|p| promise(reader, p)).collect(),
        amends: case.amends.iter().map(amends).collect(),
        escalations: case.escalations.iter().map(|e| escalation(firm, e)).collect(),
        words: case.words.iter().map(|w| word(reader, w)).collect(),
        clocks: case.clocks.iter().map(|c| clock(firm, c)).collect(),
        passes: case
            .passes
            .iter()
            .map(|p| PassView {
                gate: p.gate.word().to_owned(),
                by: person(firm, p.by),
                reason: p.reason.clone(),
                at: p.at,
            })
            .collect(),
        related: page.related.iter().map(|r| r.number.to_string()).collect(),
    }
}

fn concern(c: &Concern) -> ConcernView {
    ConcernView { id: c.id.0, kind: c.kind.word().to_owned(), words: c.words.clone(), state: c.state.word().to_owned() }
}
fn question(q: &Question) -> QuestionView {
    QuestionView { id: q.id.0, words: q.words.clone(), asked_at: q.asked_at, answer: q.answer.clone() }
}
fn idea(reader: &Reader, i: &Idea) -> IdeaView {
    let answer = i.answer.as_ref();
    IdeaView {
        id: i.id.0,
        about: i.about.word().to_owned(),
        by: reader.contact(i.by),
        words: i.words.clone(),
        at: i.at,
        became: answer.map(|a| a.became.word().to_owned()),
        answer: answer.map(|a| a.words.clone()),
        answered_by: answer.map(|a| person(reader.firm, a.by)),
        again_by: answer.and_then(|a| a.again_by),
    }
}
fn taking_part(w: &Wish) -> TakingPartView {
    TakingPartView { contact: w.by.0, how: w.how.word().to_owned(), words: w.words.clone(), at: w.at }
}
fn talk(reader: &Reader, t: &Talk) -> TalkView {
    TalkView {
        id: t.id.0,
        channel: t.channel.word().to_owned(),
        with: reader.contact(t.with),
        by: person(reader.firm, t.by),
        started_at: t.started_at,
        ended_at: t.ended_at,
        heard: t.heard.word().to_owned(),
    }
}
fn option(o: &OfferedOption) -> OptionView {
    OptionView {
        id: o.id.0,
        from: o.from.word().to_owned(),
        kind: o.kind.word().to_owned(),
        what: o.what.clone(),
        arrives: o.arrives,
        confidence: o.confidence.word().to_owned(),
        customer_does: o.customer_does.clone(),
        costs_customer: o.costs_customer.clone(),
        withdrawn: o.withdrawn.clone(),
    }
}
fn decision(reader: &Reader, d: &Decision) -> DecisionView {
    DecisionView { by: reader.contact(d.by), chosen: d.chosen.map(|o| o.0), words: d.words.clone(), at: d.at }
}
fn plan(firm: &Firm, p: &Plan) -> PlanView {
    let step = |s: &PlanStep| StepView {
        id: s.id.0,
        party: s.party.word().to_owned(),
        owner: s.owner.map_or_else(|| s.owner_name.clone(), |o| firm.name_of(o).to_owned()),
        kind: s.kind.word().to_owned(),
        text: s.text.clone(),
        due: s.due,
        confirmed: s.confirmed == Said::Yes,
        state: s.state.word().to_owned(),
    };
    PlanView { version: p.version, agreed_at: p.agreed_at, steps: p.steps.iter().map(step).collect() }
}
fn promise(reader: &Reader, p: &Promise) -> PromiseView {
    PromiseView {
        id: p.id.0,
        what: p.what.word().to_owned(),
        words: p.words.clone(),
        to: reader.contact(p.to),
        by: person(reader.firm, p.by),
        due: p.due,
        state: p.state.word().to_owned(),
    }
}
fn amends(a: &Amends) -> AmendsView {
    AmendsView {
        id: a.id.0,
        kind: a.kind.word().to_owned(),
        value: a.value.as_ref().map(ToString::to_string),
        due: a.due,
        approved: a.approved_by.is_some(),
        given: a.given.clone(),
    }
}
fn escalation(firm: &Firm, e: &Escalation) -> EscalationView {
    EscalationView {
        id: e.id.0,
        reason: e.reason.word().to_owned(),
        words: e.words.clone(),
        to: e.to.iter().map(|p| person(firm, *p)).collect(),
        at: e.at,
        acknowledged_at: e.acknowledged.as_ref().map(|a| a.at),
    }
}
fn word(reader: &Reader, w: &Word) -> WordView {
    WordView { by: reader.contact(w.by), solved: w.solved == Said::Yes, words: w.words.clone(), at: w.at }
}
pub fn clock(firm: &Firm, c: &Clock) -> ClockView {
    ClockView {
        kind: c.kind.word().to_owned(),
        about: c.about,
        owed_by: person(firm, c.owed_by),
        starts: c.starts,
        due: c.due,
        met_at: c.met_at,
    }
}

/// One entry of the history, worded for the one who asks.
pub fn event(reader: &Reader, h: &Happening) -> EventView {
    EventView {
        seq: h.seq,
        kind: h.event.kind().to_owned(),
        happened_at: h.when.happened_at,
        recorded_at: h.when.recorded_at,
        by: match h.when.by {
            Actor::Person(id) => reader.firm.name_of(id).to_owned(),
            Actor::Customer(id) => reader.contact(id),
            Actor::System => t("api-by-clock").into_owned(),
            Actor::Import => t("api-by-import").into_owned(),
        },
        words: reader.say(&h.event.words()),
        told: h.event.told().map(|text| reader.say(&text)),
    }
}

pub fn block(firm: &Firm, b: &BlockOfLines) -> RunBlockView {
    let line = |l: &Line| RunLineView {
        clock: l.kind.word().to_owned(),
        about: (!l.about.is_nil()).then_some(l.about),
        due: l.due,
        case: l.number.to_string(),
        title: l.title.clone(),
        severity: l.severity.word().to_owned(),
        account: account(l.account_id, &l.account),
        contact: l.contact.clone(),
        phone: l.phone.clone().filter(|p| !p.is_empty()),
        promise: l.promise.clone().filter(|p| !p.is_empty()),
        owed_by: person(firm, l.owed_by),
    };
    RunBlockView { block: b.block.word().to_owned(), lines: b.lines.iter().map(line).collect(), count: b.count }
}

pub fn explanation(firm: &Firm, e: &Explanation) -> ExplanationView {
    let rule = match e.rule {
        Rule::Allowed(Allowance::WorkingMinutes(n)) => format!("{n} working minutes"),
        Rule::Allowed(Allowance::WorkingDays(n)) => format!("{n} working days"),
        Rule::Allowed(Allowance::Minutes(n)) => format!("{n} minutes"),
        Rule::Stated => "stated".to_owned(),
        Rule::DayPart => "day_part".to_owned(),
    };
    let holds = match e.holds {
        Holds::Ours => "ours",
        Holds::Theirs => "theirs",
        Holds::Both => "both",
    };
    let rung =
        |(rung, to): &(u8, Vec<PersonId>)| RungView { rung: *rung, to: to.iter().map(|p| person(firm, *p)).collect() };
    ExplanationView {
        clock: clock(firm, &e.clock),
        rule,
        policy_version: e.policy_version,
        holds: holds.to_owned(),
        ours: e.ours.as_ref().map(counted),
        theirs: e.theirs.as_ref().map(counted),
        ladder: e.ladder.iter().map(rung).collect(),
    }
}

fn counted(c: &Counted) -> CountedView {
    let stretches = c.trace.pieces.iter().map(|p| {
        let (counted, why) = match &p.why {
            Why::Counted { minutes } => (true, format!("{minutes} min")),
            Why::FirstDay => (false, "first_day".to_owned()),
            Why::Day { number } => (true, format!("day {number}")),
            Why::Closed => (false, "closed".to_owned()),
            Why::Holiday(name) => (false, format!("holiday: {name}")),
            Why::Exception => (false, "exception".to_owned()),
        };
        StretchView { from: p.from, to: p.to, counted, why }
    });
    CountedView { calendar: c.calendar.clone(), version: c.version, due: c.trace.due, stretches: stretches.collect() }
}

/// The version that a case has, for `ETag`.
pub fn tag(case: &Case) -> String {
    format!("\"{}\"", case.version)
}
