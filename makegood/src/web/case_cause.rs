//! The causes of a case on one page, discipline by discipline: what is known, what is missing in one line, and the way to add it.
use super::case_notice::{self, Done};
use super::case_page::whole;
use super::case_suppliers;
use super::case_tabs::events;
use super::case_view::{self, Story};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::ui::{Facts, Label, Notice, Table, Typed, chip, empty, part};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use casework::Case;
use casework::inside::{self, Discipline, Lack};
use casework::parts::{Aspect, CorrectiveAction, InFmea, IsRow};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use store::since_the_change::{Delivered, deliveries};

mod changed;
mod found;

/// What happened inside, for the end of the page.
const KINDS: &[&str] = &[
    "prevention_moved",
    "prevention_reopened",
    "problem_team_named",
    "problem_described",
    "is_compared",
    "place_contained",
    "containment_verified",
    "clean_point_named",
    "containment_removed",
    "why_added",
    "cause_named",
    "cause_tried",
    "cause_not_yet_known",
    "action_chosen",
    "action_finished",
    "upstream_chosen",
    "measure_fixed",
    "across_read",
    "hold_checked",
    "did_not_hold_told",
];

/// Where on this page somebody goes on who did an act of it: at word of it, in its discipline; at the top where it has none.
pub fn after(word: &str) -> Option<&'static str> {
    let moves_on = word == "advance-prevention";
    discipline_of(word).map(|_| "#done").or(moves_on.then_some(""))
}

/// The discipline whose act it is.
fn discipline_of(word: &str) -> Option<Discipline> {
    Some(match word {
        "name-problem-team" => Discipline::D1,
        "describe-problem" | "compare-is" => Discipline::D2,
        "contain-place" | "verify-containment" | "name-clean-point" | "remove-containment" => Discipline::D3,
        "add-idea" | "add-why" | "name-cause" | "try-cause" | "cause-not-known" => Discipline::D4,
        "choose-action" | "choose-upstream" | "fix-measure" => Discipline::D5,
        "finish-action" => Discipline::D6,
        "read-across" | "check-hold" => Discipline::D7,
        _ => return None,
    })
}

pub async fn show(me: Agent, Path(number): Path<String>, Query(done): Query<Done>) -> Result<Markup, Oops> {
    let number = numbered(&number)?;
    let read = move |conn: &store::Conn| {
        let Some(view) = case_view::load(conn, number, Story::Kinds(KINDS))? else {
            return Ok::<_, store::Fault>(None);
        };
        let since = since_the_change(conn, &view.case)?;
        Ok(Some((view, since)))
    };
    let (view, since) = me.app.db.read(read).await?.ok_or(Oops::NotFound)?;
    let nothing = Typed::nothing();
    let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &nothing };
    let said = case_notice::done(&desk, &done).await?;
    let (here, above) = match discipline_of(done.act()) {
        Some(d) => (said.map(|notice| (d, notice.named("done"))), None),
        None => (None, said),
    };
    let told = |d: Discipline| here.as_ref().filter(|(of, _)| *of == d).map(|(_, notice)| notice);
    let body = html! {
        (top(&desk))
        @for d in Discipline::ALL { (discipline(&desk, *d, told(*d), &since)) }
        @if !view.events.is_empty() { (events(&desk, "cause-story", "cause-none")) }
    };
    Ok(whole(&desk, "cause", above, body))
}

/// Deliveries of the measured item since its last change was done; nothing where nothing is measured yet.
fn since_the_change(conn: &store::Conn, case: &Case) -> Result<Vec<Delivered>, store::Fault> {
    let measured = case.inside.measure.as_ref().map(|m| m.item.trim()).filter(|item| !item.is_empty());
    match (measured, case.inside.all_done_at()) {
        (Some(item), Some(done)) => deliveries(conn, item, done.to_zoned(TimeZone::UTC).date()),
        _ => Ok(vec![]),
    }
}

/// Why it is not closed yet, in one line, with the way to the place; nothing once it is closed.
pub fn why_open(desk: &Desk<'_>) -> Option<Markup> {
    let case = &desk.view.case;
    if !case.is_open() && case.inside.untold_since.is_none() {
        return None;
    }
    let begun = inside::by_the_book(case) || !case.inside.is_blank();
    let (d, lack) = inside::first_lack(case).filter(|_| begun)?;
    let waiting = case_suppliers::waiting_for(desk);
    Some(html! {
        (t("cause-not-closed")) " "
        a href={ "/cases/" (case.number) "/cause#" (d.word()) } data-key="f" aria-keyshortcuts="f" { (t(&format!("discipline-{}", d.word()))) ": " (lack_words(lack)) }
        @if let Some(waiting) = waiting { " · " (waiting) }
    })
}

fn lack_words(lack: Lack) -> String {
    t(&format!("lack-{}", lack.word().replace('_', "-"))).into_owned()
}

fn top(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let state = t(&format!("prevention-{}", case.prevention.state.word().replace('_', "-")));
    html! {
        p {
            strong { (t("cause-stands")) " " (state) } " · "
            a href={ "/cases/" (case.number) "/do/advance-prevention" } data-key="a" aria-keyshortcuts="a" { (t("do-advance-prevention")) }
            @if !case.inside.scars.is_empty() { " · " a href={ "/cases/" (case.number) "/suppliers" } { (t("cause-suppliers")) } }
        }
        @if let Some(line) = why_open(desk) { p.notice-line { (line) } }
        @if inside::by_the_book(case) {
            nav.disciplines aria-label=(t("cause-disciplines")) {
                @for d in Discipline::ALL {
                    @let open = inside::lacks(case, *d).len();
                    a href={ "#" (d.word()) } {
                        (d.word().to_uppercase()) " "
                        @if open == 0 { span { (t("cause-complete")) } } @else { span.late { (t_with("cause-missing-n", &[("n", open.into())])) } }
                    }
                }
            }
        } @else if case.is_open() {
            p.quiet { (t("cause-shorter-way")) " " a href={ "/cases/" (case.number) "/do/choose-playbook?name=" (inside::EIGHT_D) } { (t("cause-by-the-book")) } }
        }
    }
}

/// One discipline: its name, what it lacks in one line, what is known.
fn discipline(desk: &Desk<'_>, d: Discipline, told: Option<&Notice>, since: &[Delivered]) -> Markup {
    let lacks = inside::lacks(&desk.view.case, d);
    let body = match d {
        Discipline::D0 => prepared(desk),
        Discipline::D1 => team(desk),
        Discipline::D2 => html! { (problem(desk)) (is_and_is_not(desk)) },
        Discipline::D3 => found::places(desk),
        Discipline::D4 => found::causes(desk),
        Discipline::D5 => changed::chosen(desk),
        Discipline::D6 => changed::done(desk),
        Discipline::D7 => changed::kept(desk, since),
        Discipline::D8 => changed::ended(desk),
    };
    let line = (!lacks.is_empty()).then(|| {
        let all: Vec<String> = lacks.into_iter().map(lack_words).collect();
        t_with("cause-missing", &[("what", all.join(" · ").into())])
    });
    part(
        d.word(),
        word_of("discipline", d.word()),
        None,
        html! { @if let Some(told) = told { (told) } @if let Some(line) = line { p.notice-line { (line) } } (body) },
    )
}

/// The link to an act, with what it begins with.
fn act(desk: &Desk<'_>, word: &str, with: &str) -> Markup {
    labelled(desk, word, with, &t(&format!("do-{word}")))
}
fn labelled(desk: &Desk<'_>, word: &str, with: &str, label: &str) -> Markup {
    html! { a href={ "/cases/" (desk.view.case.number) "/do/" (word) (with) } { (label) } }
}
/// Acts side by side under a part.
fn ways(all: impl IntoIterator<Item = Markup>) -> Markup {
    html! { p.inside-ways { @for way in all { (way) " " } } }
}
fn word_of(family: &str, word: &str) -> String {
    t(&format!("{family}-{}", word.replace('_', "-"))).into_owned()
}
fn filled(words: &str) -> Option<String> {
    Some(words.trim()).filter(|words| !words.is_empty()).map(str::to_owned)
}

fn prepared(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let moment = |at| super::when::moment(at, desk.now, &desk.me.zone);
    let facts = Facts::new()
        .known("cause-safety", case.harm.safety.map(|safety| word_of("safety", safety.word())))
        .known("cause-told", case.contacts.first_voice_at.map(|at| html! { (moment(at)) }))
        .known(
            "cause-untold",
            case.inside.untold_since.map(|at| html! { (moment(at)) " · " (act(desk, "tell-did-not-hold", "")) }),
        );
    html! { (facts) }
}

fn team(desk: &Desk<'_>) -> Markup {
    let Some(team) = &desk.view.case.inside.team else {
        return html! { (empty("cause-no-team", None::<(&str, Label)>)) (ways([act(desk, "name-problem-team", "")])) };
    };
    let name = |id| desk.me.firm.name_of(id).to_owned();
    let facts = Facts::new().fact("form-champion", name(team.champion)).fact("form-leader", name(team.leader));
    let rows = team.members.iter().map(|m| {
        [
            html! { (m.name) },
            html! { (word_of("function", m.function.word())) },
            html! { (m.share) " %" },
            html! { (m.reach) },
        ]
    });
    let table = Table::new("cause-members")
        .under_its_heading()
        .col("form-member-name")
        .col("form-member-function")
        .number_col("cause-share")
        .col("form-member-reach")
        .rows(rows);
    html! { (facts) @if !team.members.is_empty() { (table) } (ways([act(desk, "name-problem-team", "")])) }
}

fn problem(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let Some(problem) = &case.inside.problem else {
        return html! { (empty("cause-no-problem", None::<(&str, Label)>)) (ways([act(desk, "describe-problem", "")])) };
    };
    let part = [problem.part.as_str(), problem.revision.as_str()].join(" ");
    let numbers =
        [("form-shipped", problem.shipped), ("form-suspect", problem.suspect), ("form-found-bad", problem.found_bad)];
    let numbers: Vec<String> =
        numbers.iter().filter_map(|(label, n)| Some(format!("{} {}", t(label), (*n)?))).collect();
    let photos = case.files.len();
    let facts = Facts::new()
        .fact("form-failure-mode", problem.failure_mode.clone())
        .known("form-should", filled(&problem.should))
        .known("form-is", filled(&problem.is))
        .known("form-part", filled(&part))
        .known("form-lots", filled(&problem.lots))
        .known("cause-how-many", filled(&numbers.join(" · ")))
        .known("form-first-shipment", filled(&problem.first_shipment))
        .known("form-process-place", filled(&problem.process_place))
        .known("form-in-fmea", problem.in_fmea.map(|known: InFmea| word_of("in-fmea", known.word())))
        .fact("cause-pictures", html! { a href={ "/cases/" (case.number) "/files" } { (t_with("cause-files-n", &[("n", photos.into())])) } });
    html! { (facts) (ways([act(desk, "describe-problem", "")])) }
}

fn is_and_is_not(desk: &Desk<'_>) -> Markup {
    let mut rows: Vec<&IsRow> = desk.view.case.inside.rows.iter().collect();
    rows.sort_by_key(|row| row.aspect);
    let cells = |row: &IsRow| {
        [
            html! { (word_of("aspect", Aspect::word(row.aspect))) },
            html! { (row.is) },
            html! { (row.is_not) },
            html! { (row.distinction) },
            html! { (row.change) },
            labelled(desk, "compare-is", &format!("?row={}", row.id), &t("cause-change")),
        ]
    };
    let table =
        ["form-aspect", "form-row-is", "form-row-is-not", "form-row-distinction", "form-row-change", "cause-way"];
    let table = table.into_iter().fold(Table::new("do-compare-is"), Table::col).rows(rows.iter().map(|row| cells(row)));
    html! { @if !rows.is_empty() { (table) } (ways([act(desk, "compare-is", "")])) }
}

/// An action by its words and how strong it is.
fn action_words(action: &CorrectiveAction) -> Markup {
    html! { (action.text) " " (chip(word_of("strength", action.strength().word()))) }
}
