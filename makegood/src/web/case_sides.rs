//! The two sides of a case: theirs first and always, ours once theirs is heard (S084, S095); and the account beside it.
use super::case_beside::card;
use super::forms::{Desk, amends_words};
use super::ui::{Facts, section, their_words};
use super::{case_joint, learned, their_links, when};
use crate::words::quotes::quoted;
use crate::words::{t, t_with};
use casework::commands::open_feedback;
use casework::kinds::Fault;
use casework::parts::{Amends, Concern, ConcernState, Said};
use casework::recovery::health;
use maud::{Markup, html};
use store::cases::CaseRow;

/// Contacts shown beside a case; the account's page has all.
const PEOPLE_SHOWN: usize = 6;

/// What it does to them, their deadline, who presses them, what worries them, how they see it (S095, S119).
pub fn their_side(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let (harm, act) = (&case.harm, |word: &str| format!("/cases/{}/do/{word}", case.number));
    let nothing = harm.impacts.is_empty()
        && harm.deadline.is_none()
        && case.concerns.is_empty()
        && case.fault.their_view.is_none()
        && case.joint.is_blank();
    let impacts = (!harm.impacts.is_empty()).then(|| html! {
        ul { @for impact in &harm.impacts { li { (impact.words) " " span.quiet { (t(&format!("dimension-{}", impact.dimension.word().replace('_', "-")))) } } } }
    });
    let safety = harm
        .safety
        .filter(|s| *s != casework::kinds::Safety::Nobody)
        .map(|s| t(&format!("safety-{}", s.word().replace('_', "-"))));
    let facts = Facts::new()
        .known("case-safety", safety)
        .known("case-impacts", impacts)
        .known("case-deadline", deadline(desk))
        .known("case-pressure", harm.pressure.clone())
        .known("case-worst-part", harm.worst_part.clone())
        .known("case-news", case.news.as_ref().map(|n| news(desk, n)))
        .known(
            "case-worries",
            (!case.concerns.is_empty()).then(|| html! { @for concern in &case.concerns { (worry(desk, concern)) } }),
        )
        .known("case-questions", questions(desk))
        .known("case-feedback", feedback(desk))
        .known(
            "case-what-is-known",
            (!case.facts.is_empty()).then(
                || html! { ul { @for fact in &case.facts { li {
                    (asked_for(&fact.what)) ": " (fact.answer)
                    @if let Some(who) = fact.said_by.as_deref().filter(|who| !who.trim().is_empty()) { " " span.quiet { "(" (who) ")" } }
                } } } },
            ),
        )
        .known("joint-title", case_joint::ideas(desk))
        .known("joint-people", case_joint::people(desk))
        .known("case-their-view", case.fault.their_view.as_ref().map(|words| their_words(words)));
    section(
        "case-their-side",
        None,
        html! {
            @if nothing { p { (t("case-nothing-known")) " " a href=(act("record-conversation")) { (t("do-record-conversation")) } } }
            (facts)
            p { a href=(act("describe-harm")) { (t("case-add-harm")) } }
        },
    )
}

/// What a fact is about: in our words where it is one that is always asked, else as it was written.
fn asked_for(what: &str) -> String {
    let key = format!("fact-{}", what.replace('_', "-"));
    if crate::words::Words::spoken().knows(&key) { t(&key).into_owned() } else { what.to_owned() }
}

/// Their moment, on their clock and ours (S194, S249).
fn deadline(desk: &Desk<'_>) -> Option<Markup> {
    let deadline = desk.view.case.harm.deadline.as_ref()?;
    let met = deadline.met.map(|met| t(if met == Said::Yes { "case-deadline-met" } else { "case-deadline-missed" }));
    Some(html! {
        (deadline.what) ", " (when::moment(deadline.at, desk.now, &desk.me.zone)) " (" (when::their_time(deadline.at, &desk.view.zone(), &desk.me.zone)) ")"
        @if let Some(met) = met { " · " (met) } @else if deadline.threatened == Said::Yes { " · " (t("case-deadline-threatened")) }
    })
}

fn news(desk: &Desk<'_>, news: &casework::parts::News) -> Markup {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| when::day(day, desk.now, &desk.me.zone));
    html! {
        @if let (Some(promised), Some(new)) = (day(news.promised_on), day(news.new_date)) {
            (t_with("case-news-dates", &[("promised", promised.into()), ("new", new.into())])) " · "
        }
        @match news.told_at { Some(at) => { (t("case-news-told")) " " (when::moment(at, desk.now, &desk.me.zone)) }, None => { (t("case-news-not-told")) } }
        @if let Some(days) = casework::clock::notice_days(&desk.view.case, &desk.me.firm.ours).filter(|days| *days >= 0) { " · " (t_with("case-news-notice", &[("days", days.into())])) }
        " · " (t("case-still-works")) " " (t(&format!("reaction-{}", news.reaction.word().replace('_', "-"))))
        @if let Some(need_by) = day(news.need_by) { " · " (t_with("talk-need-by", &[("day", need_by.into())])) }
        @if let Some(what) = &news.waiting_for { " · " (t("case-waiting-for")) " " span.theirs { (quoted(what)) } }
    }
}

fn worry(desk: &Desk<'_>, concern: &Concern) -> Markup {
    html! {
        (their_words(&concern.words))
        p.quiet {
            (t(&format!("concern-state-{}", concern.state.word()))) " · " (t(if concern.validated == Said::Yes { "concern-validated" } else { "concern-not-validated" }))
            @if concern.state != ConcernState::Settled { " · " a href={ "/cases/" (desk.view.case.number) "/do/answer-concern?concern=" (concern.id) } { (t("do-answer-concern")) } }
        }
    }
}

fn questions(desk: &Desk<'_>) -> Option<Markup> {
    let open: Vec<_> = desk.view.case.questions.iter().filter(|q| q.answer.is_none()).collect();
    (!open.is_empty()).then(|| html! {
        @for question in open {
            (their_words(&question.words))
            p.quiet { a href={ "/cases/" (desk.view.case.number) "/do/answer-question?question=" (question.id) } { (t("do-answer-question")) } }
        }
    })
}

/// What they would have us do differently, while we have not replied (S188).
fn feedback(desk: &Desk<'_>) -> Option<Markup> {
    let said = open_feedback(&desk.view.case)?.feedback.as_ref()?;
    Some(html! {
        (their_words(said))
        p.quiet {
            (t("case-feedback-open")) " · "
            a href={ "/cases/" (desk.view.case.number) "/do/record-check-in" } { (t("case-feedback-reply")) }
        }
    })
}

/// Ours comes after theirs; until then one line says so.
pub fn our_view(desk: &Desk<'_>) -> Markup {
    let (case, fault) = (&desk.view.case, &desk.view.case.fault);
    let body = if case.was_heard() || fault.their_view.is_some() {
        let position = (fault.position != Fault::Unknown).then(|| html! {
            (t(&format!("fault-{}", fault.position.word().replace('_', "-")))) @if let Some(fact) = &fault.fact { ": " (fact) }
        });
        let facts = Facts::new()
            .known("case-our-part", fault.our_part.clone())
            .known("case-fault", position)
            .known("case-their-part", fault.their_part.clone())
            .known(
                "case-expectation",
                fault
                    .expectation
                    .as_ref()
                    .map(|gap| html! { ul { li { (gap.expected) } li { (gap.promised) } li { (gap.delivered) } } }),
            )
            .known("case-our-view", fault.our_view.clone())
            .known(
                "case-told-them",
                case.told
                    .as_ref()
                    .map(|told| html! { (told.what) " · " (when::moment(told.at, desk.now, &desk.me.zone)) }),
            );
        let nothing = fault.our_part.is_none()
            && fault.fact.is_none()
            && fault.our_view.is_none()
            && case.told.is_none()
            && fault.expectation.is_none();
        html! { @if nothing { p.quiet { (t("case-our-view-empty")) } } (facts.known("case-costs", costs(desk))) p { a href={ "/cases/" (case.number) "/do/state-fault" } { (t("do-state-fault")) } } }
    } else {
        html! { p.quiet { (t("case-our-view-waits")) } }
    };
    section("case-our-view", None, body)
}

/// What it cost us, below everything that is theirs, and not before it is written what it does to them (S096).
fn costs(desk: &Desk<'_>) -> Option<Markup> {
    let costs = &desk.view.case.costs;
    let theirs_first = !desk.view.case.harm.impacts.is_empty();
    (theirs_first && !costs.is_empty())
        .then(|| html! { ul { @for cost in costs { li { (cost.value) ": " (cost.what) } } } })
}

/// The account, the people, the team: what one wants to know about them, never what they are worth (S236).
pub fn aside(desk: &Desk<'_>) -> Markup {
    let view = desk.view;
    let years = view.years(desk.now).map(|n| t_with("case-years", &[("n", n.into())]));
    let tally = view.promises.with_amends(&view.owed_amends, desk.now);
    let promises = t_with(
        "case-promises",
        &[("open", tally.open.into()), ("kept", tally.kept.into()), ("broken", tally.broken.into())],
    );
    let back = learned::Back::Case(view.case.number);
    let matters = learned::what_matters(desk.me, &view.account.what_matters, &view.matters, back, desk.now);
    let running: Vec<String> = view.case.playbooks.iter().map(|playbook| playbook.name.clone()).collect();
    let facts = Facts::new()
        .known("case-customer-for", years)
        .fact("case-past", past(desk))
        .fact("case-open-promises", promises)
        .known("case-hours", Some(view.account.protocol.allowed_hours.clone()).filter(|h| !h.is_empty()));
    let people = view.contacts.iter().filter(|c| c.active).take(PEOPLE_SHOWN);
    html! {
        (section(view.account.name.clone(), None, html! { (facts) }))
        @if let Some(matters) = matters { (section("case-matters", None, matters)) }
        (learned::learned_here(desk.me, &view.learned, &running, view.case.number, desk.now))
        (section("case-people", None, html! {
            @if view.contacts.is_empty() { p { (t("case-nobody-known")) " " a href={ "/accounts/" (view.account.id) "/contacts" } { (t("case-add-contact")) } } }
            @for contact in people {
                (card(desk, contact))
                (case_joint::part(desk, contact))
                (their_links::beside(desk.me, view.case.number, contact, &view.links))
            }
        }))
        (section("case-team", None, html! { (team(desk)) }))
        (promised(desk))
        (section("case-health", None, html! { (how_well(desk)) }))
        (related(desk))
    }
}

/// Troubles before and how they ended.
fn past(desk: &Desk<'_>) -> Markup {
    let line = |row: &CaseRow| {
        html! {
            a href={ "/cases/" (row.number) } { (row.number) } " " (quoted(&super::forms::short(&row.title))) " · "
            (t(&format!("recovery-{}", row.recovery.word().replace('_', "-")))) " · " (when::day(row.recognised_at.to_zoned(desk.me.zone.clone()).date(), desk.now, &desk.me.zone))
        }
    };
    html! {
        @if desk.view.past.is_empty() { (t("case-no-past")) }
        @else { ul { @for row in &desk.view.past { li { (line(row)) } } } }
    }
}

fn team(desk: &Desk<'_>) -> Markup {
    let (team, firm, number) = (&desk.view.case.team, &desk.me.firm, desk.view.case.number);
    let name = |id: Option<casework::ids::PersonId>| id.map(|id| firm.name_of(id).to_owned()).filter(|n| !n.is_empty());
    html! {
        (Facts::new()
            .known("role-owner", name(Some(team.owner)))
            .known("role-relationship-owner", name(Some(team.relationship_owner)))
            .known("role-manager", name(team.manager))
            .known("role-quality", name(team.quality)))
        p { a href={ "/cases/" (number) "/do/hand-over" } { (t("do-hand-over")) } " · " a href={ "/cases/" (number) "/do/name-team" } { (t("do-name-team")) } }
    }
}

/// What was promised on this case and is still open: each with its clock (S244).
fn promised(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let open: Vec<_> = case.open_promises().collect();
    let owed: Vec<_> = case.owed_amends().collect();
    let calls = case.promises.iter().any(|p| p.what == casework::parts::Promised::NextContact);
    if open.is_empty() && owed.is_empty() && !calls {
        return html! {};
    }
    let words = |p: &casework::parts::Promise| {
        if p.words.trim().is_empty() { t("promised-next-contact").into_owned() } else { p.words.clone() }
    };
    section(
        "case-promised-here",
        Some((open.len() + owed.len()) as u64),
        html! {
            ul {
                @for promise in open {
                    li {
                        (words(promise)) " "
                        (super::ui::Clock::running(promise.made_at, promise.due, desk.now, &desk.me.zone))
                        " " a href={ "/cases/" (case.number) "/do/settle-promise?promise=" (promise.id) } { (t("case-settle")) }
                        @if promise.due > desk.now { " · " a href={ "/cases/" (case.number) "/do/move-promise?promise=" (promise.id) } { (t("case-move")) } }
                    }
                }
                @for amends in owed { li { (owed_amends(desk, amends)) } }
            }
            @if calls { p.quiet { a href={ "/cases/" (case.number) "/calls" } { (t("calls-way")) } } }
        },
    )
}

/// What was promised to say sorry; late it is a broken promise (S158).
fn owed_amends(desk: &Desk<'_>, amends: &Amends) -> Markup {
    html! {
        (amends_words(amends)) " " (super::ui::Clock::running(amends.asked_at, amends.due, desk.now, &desk.me.zone)) " "
        @if amends.is_broken(desk.now) { span.late { (t("case-amends-broken")) } " " }
        a href={ "/cases/" (desk.view.case.number) "/do/give-amends?amends=" (amends.id) } { (t("do-give-amends")) }
    }
}

/// Empathy, accountability, action: each yes only by its records (S248).
fn how_well(desk: &Desk<'_>) -> Markup {
    let labels = ["health-empathy", "health-accountability", "health-action"];
    let word = |said: Said| t(if said == Said::Yes { "health-yes" } else { "health-not-yet" });
    let facts = labels
        .into_iter()
        .zip(health(&desk.view.case))
        .fold(Facts::new(), |facts, (label, said)| facts.fact(label, word(said)));
    html! { (facts) }
}

fn related(desk: &Desk<'_>) -> Markup {
    let view = desk.view;
    if view.related.is_empty() {
        return html! {};
    }
    section(
        "case-related",
        None,
        html! {
            ul { @for row in &view.related { li { a href={ "/cases/" (row.number) } { (row.number) } " " (super::forms::short(&row.title)) @if view.case.repeat_of.contains(&row.id) { " · " (t("case-repeat")) } } } }
        },
    )
}
