//! What a review taught, where the next person needs it: on the customer's profile by one press, or beside the steps of a playbook
//! as a tip (S013, S227). Who said it and when stands with it.
use super::desk::{self, Posted};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::playbook_words::title_of;
use super::ui::{self, Form};
use super::when;
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Path;
use axum::response::Response;
use casework::ids::{AccountId, CaseNumber};
use jiff::Timestamp;
use maud::{Markup, html};
use store::audit::NotKept;
use store::cases;
use store::insights::{self, About, Insight, Place};

/// New lessons shown beside a case; the customer's page has all.
const NEW_ON_A_CASE: usize = 3;

/// Where a press leads back to.
#[derive(Clone, Copy)]
pub enum Back {
    Account(AccountId),
    Case(CaseNumber),
}

impl Back {
    fn path(self) -> String {
        match self {
            Back::Account(id) => format!("/accounts/{id}"),
            Back::Case(number) => format!("/cases/{number}"),
        }
    }
    /// As it stands in the form; whatever else comes in leads to the case the insight is from.
    fn read(words: &str, from: CaseNumber) -> Back {
        let account = words.strip_prefix("/accounts/").and_then(|id| id.parse().ok()).map(Back::Account);
        let case = words.strip_prefix("/cases/").and_then(|number| number.parse().ok()).map(Back::Case);
        account.or(case).unwrap_or(Back::Case(from))
    }
}

pub async fn place(
    agent: Agent,
    Path((number, about)): Path<(String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Oops> {
    desk::may_work(&agent)?;
    let number = numbered(&number)?;
    let about = About::from_word(&about).ok_or(Oops::NotFound)?;
    let place = match typed.value("place") {
        "profile" => Place::Profile,
        "left" => Place::Left,
        "playbook" => {
            let name = typed.value("playbook");
            let known = agent
                .firm
                .playbooks
                .iter()
                .chain(agent.firm.shelf.iter())
                .find(|playbook| playbook.name == name)
                .ok_or(Oops::NotFound)?;
            Place::Playbook(known.name.clone())
        }
        _ => return Err(Oops::NotFound),
    };
    let by = agent.by(desk::request_of(&agent, &typed));
    let work = move |tx: &store::Tx| {
        let Some(kept) = cases::by_number(tx, number)? else { return Ok(false) };
        insights::place(tx, kept.case.id, about, &place, &by)?;
        Ok(true)
    };
    match agent.app.db.write(work).await {
        Ok(true) => Ok(desk::on_to(&Back::read(typed.value("back"), number).path())),
        Ok(false) | Err(NotKept::Refused(_)) => Err(Oops::NotFound),
        Err(NotKept::Fault(fault)) => Err(fault.into()),
    }
}

/// What matters to this customer: the words of the profile, what was kept from reviews, and the newest of what waits for one press.
pub fn what_matters(agent: &Agent, profile: &str, all: &[Insight], back: Back, now: Timestamp) -> Option<Markup> {
    let profile = profile.trim();
    if profile.is_empty() && all.is_empty() {
        return None;
    }
    let waiting = all.iter().filter(|insight| insight.is_new()).count();
    let shown = match back {
        Back::Account(_) => waiting,
        Back::Case(_) => waiting.min(NEW_ON_A_CASE),
    };
    let more = waiting - shown;
    Some(html! {
        @if !profile.is_empty() { p { (profile) } }
        @for insight in all.iter().filter(|insight| !insight.is_new()) { (said(agent, insight, now)) }
        @for insight in all.iter().filter(|insight| insight.is_new()).take(shown) {
            (said(agent, insight, now))
            (keep_or_leave(agent, insight, back))
        }
        @if let Some(account) = all.first().map(|insight| insight.account).filter(|_| more > 0) {
            p { a href={ "/accounts/" (account) } { (t_with("learned-more", &[("n", more.into())])) } }
        }
    })
}

/// One press keeps it on the profile, one leaves it out.
fn keep_or_leave(agent: &Agent, insight: &Insight, back: Back) -> Markup {
    let form = form(agent, insight, back, "profile").hidden("place", "profile");
    html! { (form.quiet_act("learned-keep").or_act("place", "left", "learned-leave")) }
}

/// The lesson, who said it, when, and on which case.
fn said(agent: &Agent, insight: &Insight, now: Timestamp) -> Markup {
    let values = [
        ("name", agent.firm.name_of(insight.said_by).to_owned().into()),
        ("day", when::day(insight.said_at.to_zoned(agent.zone.clone()).date(), now, &agent.zone).into()),
    ];
    html! {
        p.learned {
            (insight.words) " "
            span.quiet { (t_with("learned-by", &values)) " · " a href={ "/cases/" (insight.number) } { (insight.number) } }
        }
    }
}

fn form<'a>(agent: &Agent, insight: &Insight, back: Back, place: &str) -> Form<'a> {
    let id = format!("learned-{}-{}-{place}", insight.number, insight.about.word());
    Form::post(format!("/learned/{}/{}", insight.number, insight.about.word()), agent.app.new_id())
        .id(&id.replace('_', "-"))
        .one_line()
        .hidden("back", back.path())
}

/// One press gives it to a playbook as a tip.
fn to_playbook(agent: &Agent, insight: &Insight, back: Back, name: &str) -> Markup {
    let form = form(agent, insight, back, name).hidden("place", "playbook").hidden("playbook", name);
    html! { (form.quiet_act(t_with("learned-to-playbook", &[("playbook", title_of(&agent.firm, name).into())]))) }
}

/// The tips that were given to a playbook, beside its steps on every later run of it.
pub fn tips(agent: &Agent, playbook: &str, all: &[Insight], now: Timestamp) -> Markup {
    let of: Vec<&Insight> = all.iter().filter(|tip| tip.playbook.as_deref() == Some(playbook)).collect();
    html! { @if !of.is_empty() { div.tips { p.quiet { (t("learned-tips")) } @for tip in of { (said(agent, tip, now)) } } } }
}

/// On the case whose review it was: where each lesson went, and one press to send it on.
pub fn learned_here(agent: &Agent, all: &[Insight], running: &[String], number: CaseNumber, now: Timestamp) -> Markup {
    if all.is_empty() {
        return html! {};
    }
    let back = Back::Case(number);
    ui::section(
        "learned-here",
        None,
        html! {
            @for insight in all {
                (said(agent, insight, now))
                @match (insight.place.as_deref(), insight.playbook.as_deref()) {
                    (Some("profile"), _) => { p.quiet { (t("learned-on-profile")) } },
                    (_, Some(name)) => { p.quiet { (t_with("learned-in-playbook", &[("playbook", title_of(&agent.firm, name).into())])) } },
                    _ => {
                        @if insight.about == About::Customer && insight.is_new() { (keep_or_leave(agent, insight, back)) }
                        @for name in running { (to_playbook(agent, insight, back, name)) }
                    },
                }
            }
        },
    )
}
