//! What a changed playbook would do before it is kept: which cases stay, which begin otherwise, in what it differs, and where a case would
//! stand that somebody moves.
use super::Place;
use crate::session::Agent;
use crate::web::desk;
use crate::web::fail::Oops;
use crate::web::playbook_words as words;
use crate::web::ui::{self, Table};
use crate::words::{t, t_with};
use casework::parts::RunningPlaybook;
use casework::playbook::{Compared, Playbook};
use jiff::SignedDuration;
use maud::{Markup, html};
use store::cases;
use store::playbooks::{self, FOLLOWING_AT_MOST, Follower};

/// Weeks looked back for cases that would have begun with another playbook.
const WEEKS: i64 = 13;
/// Cases shown; all are counted.
const SHOWN: usize = 30;

/// The whole look.
///
/// # Errors
/// When the cases cannot be read.
pub async fn of(agent: &Agent, place: &Place, wanted: &Playbook) -> Result<Markup, Oops> {
    let before = place.before.as_ref();
    let followers = match &place.name {
        Some(name) => {
            let name = name.clone();
            agent.app.db.read(move |conn| playbooks::following(conn, &name, FOLLOWING_AT_MOST)).await?
        }
        None => vec![],
    };
    let begins = begins(agent, place, wanted).await?;
    let body = html! {
        ul.playbook-effects {
            li { (stays(&followers)) }
            li { (begins) }
            @if !followers.is_empty() { li { (t("playbooks-look-moves")) } }
        }
        (flaws(agent, wanted))
        @match before {
            Some(before) => { (differs(before, wanted)) }
            None => { (ui::section("playbooks-steps", u64::try_from(wanted.steps.len()).ok(), steps(wanted))) }
        }
        @if !followers.is_empty() { (would_stand(agent, &followers, wanted)?) }
    };
    Ok(body)
}

fn stays(followers: &[Follower]) -> String {
    match followers.len() {
        0 => t("playbooks-look-nobody").into_owned(),
        count if count as i64 == FOLLOWING_AT_MOST => t_with("playbooks-look-stay-many", &[("count", count.into())]),
        count => t_with("playbooks-look-stay", &[("count", count.into())]),
    }
}

/// Which new cases would begin with another one, by those of the last weeks.
async fn begins(agent: &Agent, place: &Place, wanted: &Playbook) -> Result<String, Oops> {
    let now = agent.app.now();
    let since = now.saturating_sub(SignedDuration::from_hours(24 * 7 * WEEKS)).unwrap_or(now);
    let begun = agent.app.db.read(move |conn| cases::begun_since(conn, since)).await?;
    let all = &agent.firm.playbooks;
    let mut then: Vec<Playbook> = all.to_vec();
    match then.iter().position(|playbook| Some(&playbook.name) == place.name.as_ref()) {
        Some(at) => then[at] = wanted.clone(),
        // One of its own stands behind those of the program, so that it begins on no case unless it is chosen.
        None => then.push(wanted.clone()),
    }
    let policy = &agent.firm.policy;
    let with =
        |all: &[Playbook], case: &cases::Begun| policy.playbook(all, case.origin, case.kind).map(|p| p.name.clone());
    let other = begun.iter().filter(|case| with(all, case) != with(&then, case)).count();
    let next = begun.iter().filter(|case| with(&then, case).as_deref() == Some(wanted.name.as_str())).count();
    let parts = [
        ("cases", begun.len().into()),
        ("other", other.into()),
        ("next", next.into()),
        ("weeks", WEEKS.into()),
        ("version", place.next().into()),
    ];
    Ok(match (place.name.is_some(), other) {
        (false, _) => t("playbooks-look-new").into_owned(),
        (true, 0) => t_with("playbooks-look-begin", &parts),
        (true, _) => t_with("playbooks-look-begin-other", &parts),
    })
}

/// What a person should look at; what hinders was said beside its field before.
fn flaws(agent: &Agent, wanted: &Playbook) -> Markup {
    let flaws = wanted.flaws();
    if flaws.is_empty() {
        return html! {};
    }
    let place = |at: Option<usize>| at.and_then(|at| wanted.steps.get(at)).map(words::step);
    ui::section(
        "playbooks-look-flaws",
        None,
        html! {
            ul { @for flaw in &flaws { li { @if let Some(step) = place(flaw.step) { strong { (step) } " · " } (desk::says(agent, &flaw.text)) } } }
        },
    )
}

/// In what a version differs from another, in words.
pub fn differs(was: &Playbook, is: &Playbook) -> Markup {
    let (whole, told, same) = words::differences(was, is);
    let body = html! {
        @if whole.is_empty() && told.is_empty() { p { (t("playbooks-differs-nothing")) } }
        @if !whole.is_empty() { ul { @for one in &whole { li { (one) } } } }
        @if !told.is_empty() {
            dl.facts {
                @for step in &told { div { dt { (step.step) } dd { @for one in &step.what { p { (one) } } } } }
            }
        }
        @if same > 0 && !told.is_empty() { p.quiet { (t_with("playbooks-differs-same", &[("count", same.into())])) } }
    };
    ui::section("playbooks-differs", None, body)
}

/// The steps as they are read.
pub fn steps(playbook: &Playbook) -> Markup {
    html! {
        dl.facts {
            @for step in &playbook.steps {
                div {
                    dt { (words::step(step)) }
                    dd {
                        p { (words::needs(&step.needs)) }
                        @if !step.after.is_empty() {
                            p.quiet { (t_with("playbooks-step-only-after", &[("answers", step.after.iter().map(|a| words::answer(*a)).collect::<Vec<_>>().join(", ").into())])) }
                        }
                        @if let Some(act) = &step.act { p.quiet { (t_with("playbooks-step-opens", &[("act", words::act(act).into())])) } }
                    }
                }
            }
        }
    }
}

/// Where each open case stands, and where it would stand if somebody moved it.
fn would_stand(agent: &Agent, followers: &[Follower], wanted: &Playbook) -> Result<Markup, Oops> {
    let mut rows: Vec<[Markup; 5]> = vec![];
    for follower in followers.iter().take(SHOWN) {
        let case = follower.case()?;
        let Some(running) = case.playbooks.iter().find(|p| p.name == wanted.name) else { continue };
        let Some(was) = agent.firm.followed(running) else { continue };
        let ticked = Compared::of(was, wanted).carried(&running.ticked, wanted);
        let left = running.ticked.len() - ticked.len();
        let moved = RunningPlaybook { version: wanted.version, ticked, ..running.clone() };
        let at = |playbook: &Playbook, running: &RunningPlaybook| match playbook.standing(&case, running).present {
            Some(at) => words::step(&playbook.steps[at]),
            None => t("case-all-steps-done").into_owned(),
        };
        rows.push([
            html! { a href={ "/cases/" (follower.number) } { (follower.number) } },
            html! { (follower.account_name) },
            html! { (follower.version) },
            html! { (at(was, running)) },
            html! {
                (at(wanted, &moved))
                @if left > 0 { p.quiet { (t_with("playbooks-look-left", &[("count", left.into())])) } }
            },
        ]);
    }
    let table = Table::new("playbooks-look-stand")
        .under_its_heading()
        .col("cases-number")
        .col("cases-account")
        .number_col("playbooks-version")
        .col("playbooks-look-now")
        .col("playbooks-look-then")
        .rows(rows);
    let body = html! {
        p.help { (t("playbooks-look-stand-help")) }
        (table)
        @if followers.len() > SHOWN { p.quiet { (t_with("clocks-trial-shown", &[("shown", SHOWN.into())])) } }
    };
    Ok(ui::section("playbooks-look-stand", None, body))
}
