//! The report in disciplines on the desk: how good it would be, what they would read, and the button that freezes and sends it.
use super::case_page::whole;
use super::case_view::{self, CaseView, Story};
use super::do_on_case::numbered;
use super::fail::Oops;
use super::forms::Desk;
use super::ui::{Field, Form, Label, Notice, Typed, empty, section};
use super::{desk, paper, report_files, report_points, when};
use crate::act::{Asked, NotDone, act_and};
use crate::eight_d::second_look::{self, Heard, Known};
use crate::eight_d::{self, Named, Report, sheet};
use crate::review_rules;
use crate::session::Agent;
use crate::words::{Language, spoken, t, t_with};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use casework::commands::SendReport;
use casework::eight_d::{Outward, score};
use casework::event::Event;
use casework::ids::{CaseNumber, ContactId, PersonId, ReportId};
use casework::parts::{ReportAnswer, ReportStage, SentReport};
use casework::rights::{self, Right};
use jiff::civil::DateTime;
use maud::{Markup, html};
use serde::Deserialize;
use store::facts::CaseRef;
use store::links::Link;

/// What is looked at: how far, and in which language.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wanted {
    stage: Option<String>,
    language: Option<String>,
    done: Option<u16>,
}
impl Wanted {
    fn stage(&self) -> ReportStage {
        self.stage.as_deref().and_then(ReportStage::from_word).unwrap_or(ReportStage::EightD)
    }
    /// Theirs where nobody chose another.
    fn language(&self, view: &CaseView) -> Language {
        let speaker = view.contacts.iter().find(|c| Some(c.id) == view.case.contact);
        let tags =
            [self.language.as_deref().unwrap_or(""), speaker.map_or("", |c| &c.language), &view.account.language];
        tags.iter().find_map(|tag| Language::theirs(tag)).unwrap_or(spoken())
    }
    fn query(stage: ReportStage, language: Language) -> String {
        format!("?stage={}&language={}", stage.word(), language.tag())
    }
}

/// Messages of ours that went another way stand in the story; mails stand beside it.
const OUR_WORDS: Story = Story::Kinds(&["message_recorded"]);

async fn looked_at(me: &Agent, number: CaseNumber) -> Result<CaseView, Oops> {
    let read = move |conn: &store::Conn| case_view::load(conn, number, OUR_WORDS);
    me.app.db.read(read).await?.ok_or(Oops::NotFound)
}

pub async fn show(me: Agent, Path(number): Path<String>, Query(wanted): Query<Wanted>) -> Result<Markup, Oops> {
    let view = looked_at(&me, numbered(&number)?).await?;
    page(&me, &view, &wanted, &Typed::nothing()).await
}

async fn page(me: &Agent, view: &CaseView, wanted: &Wanted, typed: &Typed) -> Result<Markup, Oops> {
    let id = view.case.id;
    let read = move |conn: &store::Conn| {
        Ok::<_, store::Fault>((store::mails::of_case(conn, id)?, store::links::of_case(conn, id)?))
    };
    let (mails, links) = me.app.db.read(read).await?;
    let heard = heard(view, &mails);
    let desk = Desk { view, me, now: me.app.now(), typed };
    let (stage, language) = (wanted.stage(), wanted.language(view));
    let report = report_of(&desk, stage, language);
    let (zone, days) = (view.zone(), agreed_days(view));
    let known = Known { zone: &zone, now: desk.now, days: &days, heard: &heard };
    let odd = second_look::look(&*review_rules::reviewer(&me.app)?, &report, &known);
    let works = rights::holds(Right::Bring, &me.person.roles);
    let base = format!("/cases/{}", view.case.number);
    let at = |file: &str| Some(format!("{base}/files/{file}"));
    let body = html! {
        (stages(&base, stage, language))
        @if works { p { a href="#send-report" data-key="a" aria-keyshortcuts="a" { (t("eight-d-send-title")) } } }
        (report_points::section(&second_look::lowered(score(&view.case, stage), &odd), &odd))
        @if works { (section("eight-d-send-title", None, html! { (sending(&desk, stage, language)) })) }
        (sent_ones(&desk, &base, &links))
        (section("eight-d-preview", None, html! {
            p { (t("eight-d-draft-as")) @for ending in report_files::ENDINGS { " " a href={ (base) "/8d/now/" (ending) (Wanted::query(stage, language)) } download { (ending.to_uppercase()) } } }
            (paper::whole(&sheet::of(&report), &at))
        }))
    };
    let notice = wanted.done.map(|n| Notice::done(t_with("eight-d-is-sent", &[("revision", n.into())])));
    Ok(whole(&desk, "8d", notice, body))
}

/// What they were told by us: what happened, and every update that reached them.
fn heard(view: &CaseView, mails: &[store::mails::Shown]) -> Vec<Heard> {
    let told = view.case.told.iter().map(|told| Heard { at: told.at, text: told.what.clone() });
    let recorded = view.events.iter().filter_map(|happening| match &happening.event {
        Event::MessageRecorded(message) => Some(Heard { at: happening.when.happened_at, text: message.text.clone() }),
        _ => None,
    });
    let went = mails.iter().filter_map(|mail| Some(Heard { at: mail.sent_at?, text: mail.body.clone() }));
    told.chain(recorded).chain(went).collect()
}

/// Days that were promised or agreed, whatever became of them, on their clock.
fn agreed_days(view: &CaseView) -> Vec<DateTime> {
    let (case, zone) = (&view.case, view.zone());
    let steps = case.plan.iter().flat_map(|plan| &plan.steps).map(|step| step.due);
    let promised = case.promises.iter().map(|promise| promise.due);
    let others = case.harm.deadline.iter().map(|deadline| deadline.at).chain(case.amends.iter().map(|a| a.due));
    let ways = case.options.iter().filter_map(|option| option.arrives);
    steps.chain(promised).chain(others).chain(ways).map(|at| at.to_zoned(zone.clone()).date().at(0, 0, 0, 0)).collect()
}

fn report_of(desk: &Desk<'_>, stage: ReportStage, language: Language) -> Report {
    let (view, zone) = (desk.view, desk.view.zone());
    let reader = view.reader(desk.me, desk.now);
    let person = |id: PersonId| desk.me.firm.name_of(id).to_owned();
    let contact = |id: ContactId| reader.contact(id);
    let named = Named {
        person: &person,
        contact: &contact,
        from: &desk.me.firm.company,
        to: &view.account.name,
        language: language.tag(),
        zone: &zone,
        now: desk.now,
    };
    eight_d::fill(&Outward::of(&view.case), stage, &score(&view.case, stage), &named)
}

fn stages(base: &str, present: ReportStage, language: Language) -> Markup {
    html! {
        p.acts aria-label=(t("eight-d-choose-stage")) {
            @for stage in ReportStage::ALL {
                a.act[*stage == present] aria-current=[(*stage == present).then_some("true")]
                    href={ (base) "/8d" (Wanted::query(*stage, language)) } { (t(&format!("report-stage-{}", stage.word()))) }
            }
            span.quiet {
                (t("eight-d-language"))
                @for other in Language::THEIRS { " " @if other == language { strong { (other.tag()) } } @else { a href={ (base) "/8d" (Wanted::query(present, other)) } { (other.tag()) } } }
            }
        }
    }
}

fn sending<'a>(desk: &Desk<'a>, stage: ReportStage, language: Language) -> Markup {
    let view = desk.view;
    if view.contacts.is_empty() {
        let way = format!("/accounts/{}", view.account.id);
        return empty("eight-d-nobody", Some((way.as_str(), Label::from("case-add-contact"))));
    }
    let chosen = view.case.contact.map(|id| id.to_string()).unwrap_or_default();
    let to = view
        .contacts
        .iter()
        .filter(|c| c.active)
        .fold(Field::select("to", "eight-d-send-to").value(chosen), |field, contact| {
            field.choice(&contact.id.to_string(), contact.name.clone())
        });
    let form = Form::post(format!("/cases/{}/8d", view.case.number), desk.me.app.new_id())
        .id("send-report")
        .typed(desk.typed)
        .hidden("stage", stage.word())
        .hidden("language", language.tag())
        .field(to)
        .act("eight-d-send");
    html! { p { (t("eight-d-send-help")) } (form) }
}

/// What was sent, the last first, above the long paper; a reader without a link cannot open it, and the way to one stands there.
fn sent_ones(desk: &Desk<'_>, base: &str, links: &[Link]) -> Markup {
    let case = &desk.view.case;
    let reader = desk.view.reader(desk.me, desk.now);
    let may_link = rights::holds(Right::Work, &desk.me.person.roles);
    let one = |sent: &SentReport| {
        let parts = [
            ("stage", t(&format!("report-stage-{}", sent.stage.word())).into_owned().into()),
            ("revision", sent.revision.into()),
            ("to", reader.contact(sent.to).into()),
        ];
        html! {
            strong { (t_with("eight-d-sent-one", &parts)) } " · " (when::moment(sent.at, desk.now, &desk.me.zone))
            @for ending in report_files::ENDINGS { " " a href={ (base) "/8d/" (sent.id) "/" (ending) } download { (ending.to_uppercase()) } }
            @if let Some(reply) = &sent.answer {
                p { (reader.contact(reply.by)) ": " (t(&format!("report-answer-{}", reply.answer.word())))
                    @if !reply.words.is_empty() { " " span.theirs { (crate::words::quotes::quoted(&reply.words)) } } }
            }
            @if may_link && !links.iter().any(|link| link.contact == sent.to && link.stands(desk.now)) {
                p { (t("eight-d-no-link")) " " a href={ (base) "/links" } { (t("links-make-one")) } }
            }
            p { a href={ (base) "/mail/new?purpose=document&to=" (sent.to) "&report=" (sent.id) } { (t("eight-d-mail")) } }
            @if sent.answer.as_ref().is_none_or(|reply| reply.answer == ReportAnswer::Asks) {
                p { a href={ (base) "/do/answer-report?report=" (sent.id) } { (t("do-answer-report")) } }
            }
            p.quiet { (t_with("eight-d-print-of", &[("print", sent.sha256.chars().take(16).collect::<String>().into())])) }
        }
    };
    let count = u64::try_from(case.reports.len()).ok();
    section(
        "eight-d-sent-ones",
        count,
        html! {
            @if case.reports.is_empty() { (empty("eight-d-none-sent", None::<(&str, Label)>)) }
            @else { ul.hits { @for sent in case.reports.iter().rev() { li { (one(sent)) } } } }
        },
    )
}

/// The state as it is now (`now`), or a report that was sent.
pub async fn take(
    me: Agent,
    Path((number, which, ending)): Path<(String, String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Oops> {
    let view = looked_at(&me, numbered(&number)?).await?;
    let case = view.case.id;
    if which == "now" {
        let nothing = Typed::nothing();
        let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &nothing };
        let report = report_of(&desk, wanted.stage(), wanted.language(&view));
        return report_files::given(&me.app, case, report, None, &ending).await;
    }
    let id: ReportId = which.parse().map_err(|_| Oops::NotFound)?;
    let kept = me.app.db.read(move |conn| store::sent_reports::of(conn, case, id)).await?.ok_or(Oops::NotFound)?;
    let report = eight_d::read(&kept.facts).map_err(|_| Oops::NotFound)?;
    report_files::given(&me.app, case, report, Some(kept), &ending).await
}

pub async fn create(
    me: Agent,
    Path(number): Path<String>,
    desk::Posted(mut typed): desk::Posted,
) -> Result<Response, Oops> {
    let view = looked_at(&me, numbered(&number)?).await?;
    let wanted = Wanted {
        stage: typed.filled("stage").map(str::to_owned),
        language: typed.filled("language").map(str::to_owned),
        done: None,
    };
    let Ok(to) = typed.value("to").parse::<ContactId>() else {
        typed.wrong("to", t("form-choose").into_owned());
        return Ok(desk::again(page(&me, &view, &wanted, &typed).await?));
    };
    let (request, stage, language) = (desk::request_of(&me, &typed), wanted.stage(), wanted.language(&view));
    let report = report_of(&Desk { view: &view, me: &me, now: me.app.now(), typed: &typed }, stage, language);
    let (id, case, now) = (ReportId(request.0), view.case.id, me.app.now());
    let frozen = report_files::frozen(&me.app, case, &report).await?;
    let sha256 = eight_d::print_of(&frozen.facts);
    let command = SendReport { report: id, stage, to, language: language.tag().to_owned(), sha256 };
    // Somebody who changed a fact meanwhile makes another report: it is looked at again before it is sent.
    let asked = Asked { id: request, command: command.into(), seen: Some(view.case.version) };
    let beside = move |tx: &store::Tx| store::sent_reports::keep(tx, id, case, &frozen, now);
    match act_and(&me.app, me.actor(), CaseRef::Number(view.case.number), asked, beside).await {
        Ok(_) => Ok(desk::on_to(&format!("/cases/{}/8d?done={}", view.case.number, report.revision)).into_response()),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Err(NotDone::Refused(refusal)) => {
            desk::beside(&me, &mut typed, &refusal);
            Ok(desk::again(page(&me, &view, &wanted, &typed).await?))
        }
    }
}
