//! The firm's clocks: how long each thing may take, by severity, with a look at what a change would do to the open cases.
//! One policy for every customer (S073): a customer's own rules stand with the customer and only shorten.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::setting_page;
use super::trial::{self, Trial};
use super::ui::{self, Field, Form, Nav, Table, Typed};
use crate::session::{Administrator, Agent};
use crate::words::{t, t_with};
use axum::response::{IntoResponse, Response};
use casework::clock::ClockKind;
use casework::kinds::Severity;
use casework::policy::{Allowance, Policy};
use maud::{Markup, html};
use store::audit;

/// The units of a length, as the form sends them.
const UNITS: [(&str, &str); 5] = [
    ("working_minutes", "clocks-unit-working-minutes"),
    ("working_hours", "clocks-unit-working-hours"),
    ("working_days", "clocks-unit-working-days"),
    ("minutes", "clocks-unit-minutes"),
    ("hours", "clocks-unit-hours"),
];
/// Characters of the reason for a longer clock.
const REASON_AT_MOST: usize = 2_000;

/// The clocks whose length stands in the policy, in the order of the field's list.
pub fn measured() -> impl Iterator<Item = ClockKind> {
    ClockKind::ALL.iter().copied().filter(|kind| kind.is_measured())
}
pub fn name_of(kind: ClockKind) -> String {
    t(&format!("clock-{}", kind.word().replace('_', "-"))).into_owned()
}

/// A length as its number and unit.
pub fn parted(length: Allowance) -> (u32, &'static str) {
    match length {
        Allowance::WorkingMinutes(m) if m % 60 == 0 && m > 0 => (m / 60, "working_hours"),
        Allowance::WorkingMinutes(m) => (m, "working_minutes"),
        Allowance::WorkingDays(d) => (d, "working_days"),
        // An hour is said in minutes, as people say sixty minutes for what is urgent.
        Allowance::Minutes(m) if m % 60 == 0 && m > 60 => (m / 60, "hours"),
        Allowance::Minutes(m) => (m, "minutes"),
    }
}
/// The length of a number and a unit; nothing when either makes no sense.
pub fn allowance(number: &str, unit: &str) -> Option<Allowance> {
    let number: u32 = number.trim().parse().ok().filter(|n| (1..=100_000).contains(n))?;
    Some(match unit {
        "working_hours" => Allowance::WorkingMinutes(number.checked_mul(60)?),
        "working_minutes" => Allowance::WorkingMinutes(number),
        "working_days" => Allowance::WorkingDays(number),
        "minutes" => Allowance::Minutes(number),
        "hours" => Allowance::Minutes(number.checked_mul(60)?),
        _ => return None,
    })
}
/// A length as it is said: *4 working hours*, *60 minutes, day and night*.
pub fn in_words(length: Allowance) -> String {
    let (number, unit) = parted(length);
    let key = match unit {
        "working_hours" => "clocks-length-working-hours",
        "working_minutes" => "clocks-length-working-minutes",
        "working_days" => "clocks-length-working-days",
        "hours" => "clocks-length-hours",
        _ => "clocks-length-minutes",
    };
    t_with(key, &[("n", i64::from(number).into())])
}
/// The choice of a unit.
pub fn unit_field(name: &str) -> Field {
    UNITS.into_iter().fold(Field::select(name, "clocks-unit"), |field, (word, key)| field.choice(word, t(key)))
}

pub async fn show(Administrator(agent): Administrator) -> Result<Markup, Oops> {
    let policy = agent.app.db.read(store::settings::policy).await?;
    page(&agent, &policy, &filled(&policy), None).await
}

fn filled(policy: &Policy) -> Typed {
    let mut typed = Typed::nothing()
        .with("version", policy.version.to_string())
        .with("warn_at_percent", policy.warn_at_percent.to_string())
        .with("repeat_months", policy.repeat_months.to_string())
        .with("repeat_days", policy.repeat_days.to_string());
    for (kind, by_severity) in &policy.clocks {
        for (severity, length) in Severity::ALL.iter().zip(by_severity) {
            let (number, unit) = parted(*length);
            typed = typed
                .with(&cell(*kind, *severity, "n"), number.to_string())
                .with(&cell(*kind, *severity, "unit"), unit);
        }
    }
    typed
}
fn cell(kind: ClockKind, severity: Severity, part: &str) -> String {
    format!("{}.{}.{part}", kind.word(), severity.word())
}

async fn page(agent: &Agent, policy: &Policy, typed: &Typed, trial: Option<&Trial>) -> Result<Markup, Oops> {
    let number = |name: &str, label: &'static str, most: u32| Field::number(name, label).min(1).max(most);
    let form = Form::post("/settings/clocks", agent.app.new_id())
        .typed(typed)
        .hidden("version", policy.version)
        .block(lengths(policy, typed))
        .row([
            number("warn_at_percent", "clocks-warn", 99).help("clocks-warn-help"),
            number("repeat_months", "clocks-repeat-months", 60),
            number("repeat_days", "clocks-repeat-days", 365).help("clocks-repeat-help"),
        ])
        .field(Field::words("reason", "clocks-reason").optional().help("clocks-reason-help").rows(2).length(2_000))
        .act("clocks-keep")
        .or_act("look", "yes", "clocks-look");
    let body = html! {
        (ui::heading(t("clocks-title"), None))
        p { (t_with("clocks-intro", &[("version", i64::from(policy.version).into())])) }
        (setting_page::recount(agent, "/settings/clocks").await?)
        @if let Some(trial) = trial { (trial::block(agent, trial)) }
        (form)
        (setting_page::changes(agent, "policy").await?)
    };
    Ok(desk::page(agent, "clocks-title", Nav::Settings, body))
}

/// One row for each clock, one cell for each severity: a number and its unit.
fn lengths(policy: &Policy, typed: &Typed) -> Markup {
    let rows = measured().map(|kind| {
        let name = name_of(kind);
        let one = |severity: Severity| length(policy, typed, kind, severity, &name);
        [html! { (name) }, one(Severity::S1), one(Severity::S2), one(Severity::S3)]
    });
    let table = Table::new("clocks-lengths")
        .under_its_heading()
        .col("clocks-clock")
        .col("severity-s1")
        .col("severity-s2")
        .col("severity-s3")
        .rows(rows);
    html! { div.lengths { (table) } }
}

fn length(policy: &Policy, typed: &Typed, kind: ClockKind, severity: Severity, name: &str) -> Markup {
    let severity_word = t(&format!("severity-{}", severity.word())).into_owned();
    let label =
        |key: &str| t_with(key, &[("clock", name.to_owned().into()), ("severity", severity_word.clone().into())]);
    let (known, known_unit) = parted(policy.allowance(kind, severity));
    let (n, unit) = (cell(kind, severity, "n"), cell(kind, severity, "unit"));
    let mut number = Field::number(&n, label("clocks-number-of"))
        .min(1)
        .max(100_000)
        .unseen_label()
        .value(typed.filled(&n).map_or_else(|| known.to_string(), str::to_owned));
    if let Some(sentence) = typed.error(&n) {
        number = number.error(sentence.clone());
    }
    let units = UNITS
        .into_iter()
        .fold(Field::select(&unit, label("clocks-unit-of")), |field, (word, key)| field.choice(word, t(key)));
    let units = units.unseen_label().value(typed.filled(&unit).unwrap_or(known_unit));
    html! { div.length { (number) (units) } }
}

/// The policy of the form; what makes no sense is said beside the fields.
fn read(typed: &mut Typed, before: &Policy) -> Policy {
    let mut policy = before.clone();
    for kind in measured() {
        for severity in Severity::ALL {
            let n = cell(kind, *severity, "n");
            match (
                allowance(typed.value(&n), typed.value(&cell(kind, *severity, "unit"))),
                policy.clocks.get_mut(&kind),
            ) {
                (Some(length), Some(by)) => by[severity.rank()] = length,
                (None, _) => typed.wrong(&n, t_with("clocks-number-wrong", &[("clock", name_of(kind).into())])),
                (_, None) => {}
            }
        }
    }
    policy.warn_at_percent = number(typed, "warn_at_percent", 1, 99).unwrap_or(before.warn_at_percent);
    policy.repeat_months = number(typed, "repeat_months", 1, 60).unwrap_or(before.repeat_months);
    policy.repeat_days = number(typed, "repeat_days", 1, 365).unwrap_or(before.repeat_days);
    policy.version = version_of(typed, before);
    policy
}

/// Which version of the policy the person saw.
pub fn version_of(typed: &Typed, before: &Policy) -> u32 {
    typed.filled("version").and_then(|v| v.parse().ok()).unwrap_or(before.version)
}

/// Keeps a policy, with the reason for whatever gets longer; false says that it stands beside the fields why not.
///
/// # Errors
/// When the database fails.
pub async fn kept(agent: &Agent, typed: &mut Typed, wanted: Policy, reason: Option<String>) -> Result<bool, Oops> {
    let by = agent.by(desk::request_of(agent, typed));
    let kept = agent.app.db.write(move |tx| {
        store::settings::set_policy(tx, &wanted, &by)?;
        if let Some(reason) = &reason {
            audit::note(tx, &by, "policy-reason", "policy", None::<&()>, Some(reason))?;
        }
        Ok(())
    });
    match kept.await {
        Ok(()) => {
            agent.app.refresh_firm().await?;
            Ok(true)
        }
        Err(why) => desk::refused(agent, typed, why).map(|()| false),
    }
}

fn number<N: std::str::FromStr + PartialOrd + std::fmt::Display>(
    typed: &mut Typed,
    name: &str,
    least: N,
    most: N,
) -> Option<N> {
    let said = typed.value(name).parse::<N>().ok().filter(|n| *n >= least && *n <= most);
    if said.is_none() {
        let words = t_with("clocks-between", &[("least", least.to_string().into()), ("most", most.to_string().into())]);
        typed.wrong(name, words);
    }
    said
}

/// The clocks that would run longer than now, for somebody at least.
fn lengthened(before: &Policy, after: &Policy) -> Vec<ClockKind> {
    let longer = |kind: &ClockKind| {
        Severity::ALL.iter().any(|s| is_longer(before.allowance(*kind, *s), after.allowance(*kind, *s)))
    };
    measured().filter(longer).collect()
}

/// Whether it may take longer than before. Working time is always longer than the same time on the wall, and lengths of
/// different kinds are compared by a working day of eight hours.
fn is_longer(before: Allowance, after: Allowance) -> bool {
    let minutes = |length: Allowance| match length {
        Allowance::WorkingMinutes(m) | Allowance::Minutes(m) => u64::from(m),
        Allowance::WorkingDays(d) => u64::from(d) * 480,
    };
    let is_wall = |length: Allowance| matches!(length, Allowance::Minutes(_));
    match (is_wall(before), is_wall(after)) {
        (true, false) => minutes(after) >= minutes(before),
        _ => minutes(after) > minutes(before),
    }
}

pub async fn update(Administrator(agent): Administrator, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let before = agent.app.db.read(store::settings::policy).await?;
    let wanted = read(&mut typed, &before);
    if typed.is_fine() && typed.filled("look").is_some() {
        let trial = trial::of_policy(&agent, &wanted).await?;
        return Ok(page(&agent, &before, &typed, Some(&trial)).await?.into_response());
    }
    let longer = lengthened(&before, &wanted);
    let reason: String = typed.value("reason").chars().take(REASON_AT_MOST).collect();
    if !longer.is_empty() && reason.is_empty() {
        let names: Vec<String> = longer.iter().map(|kind| name_of(*kind)).collect();
        typed.wrong("reason", t_with("clocks-reason-needed", &[("clocks", names.join(", ").into())]));
    }
    if typed.is_fine() {
        let reason = (!reason.is_empty()).then_some(reason);
        if kept(&agent, &mut typed, wanted, reason).await? {
            return Ok(desk::on_to("/settings/clocks"));
        }
    }
    Ok(desk::again(page(&agent, &before, &typed, None).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_comes_back_as_it_went() {
        for length in [
            Allowance::WorkingMinutes(240),
            Allowance::WorkingMinutes(90),
            Allowance::WorkingDays(2),
            Allowance::Minutes(60),
            Allowance::Minutes(4320),
        ] {
            let (number, unit) = parted(length);
            assert_eq!(allowance(&number.to_string(), unit), Some(length));
        }
        assert_eq!(allowance("0", "minutes"), None);
        assert_eq!(allowance("5", "weeks"), None);
    }

    #[test]
    fn longer_is_seen_whatever_the_unit() {
        use Allowance::{Minutes as M, WorkingDays as D, WorkingMinutes as W};
        for (before, after) in [(W(240), W(300)), (M(60), M(61)), (M(60), W(60)), (W(240), D(1))] {
            assert!(is_longer(before, after), "{before:?} to {after:?}");
        }
        for (before, after) in [(W(240), W(240)), (W(240), W(60)), (W(60), M(60)), (D(1), W(480))] {
            assert!(!is_longer(before, after), "{before:?} to {after:?}");
        }
    }

    /// S073: one policy for all; the form knows clocks and severities and no customer.
    #[test]
    fn s073_no_field_of_the_clocks_names_a_customer_or_a_tier() {
        let typed = filled(&Policy::default());
        let odd = ["account", "customer", "tier", "segment", "revenue"];
        assert!(typed.names().all(|name| odd.iter().all(|word| !name.contains(word))));
    }
}
