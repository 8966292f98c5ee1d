//! One act on a case: its form, and what comes of pressing the button; what was typed is never lost.
use super::case_beside::aside;
use super::case_cause;
use super::case_view::{self, CaseView, Story};
use super::desk;
use super::drafts::{self, Draft};
use super::fail::Oops;
use super::forms::{self, Desk};
use super::press::press;
use super::review;
use super::ui::{self, Form, Nav, Typed, heading, with_aside};
use super::{case_finder, foresight, form, help_start, meanwhile, protocol, years_worth};
use crate::act::{Done, NotDone, foresee};
use crate::live::Topic;
use crate::review::Reviewed;
use crate::session::Agent;
use crate::words::{Words, t, t_with};
use axum::extract::{Form as Posted, Path, Query};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use casework::Change;
use casework::commands::Command;
use casework::event::Happening;
use casework::gate::Gate;
use casework::ids::{CaseNumber, RequestId};
use casework::refusal::{Refusal, Strength};
use casework::rights::Right;
use maud::{Markup, Render, html};
use uuid::Uuid;

mod reviewing;

use reviewing::Held;

/// The name and value pairs of an address or a posted form, in order.
pub type Pairs = Vec<(String, String)>;

pub async fn show(
    me: Agent,
    Path((number, word)): Path<(String, String)>,
    address: Uri,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Oops> {
    let (number, write) = (numbered(&number)?, written(&word)?);
    let view = looked_at(&me, number, &word).await?;
    if let Some(there) = brings_in(&word, &pairs).or_else(|| answer_meant(&view, &word, &pairs)) {
        return Ok(Redirect::to(&format!("/cases/{number}/{there}")).into_response());
    }
    let draft = drafts::of(&me, address.path_and_query().map_or("", |there| there.as_str())).await?;
    let typed = draft.or(Typed::from_pairs(pairs));
    let request = me.app.new_request();
    let mut page = Page::new(&me, &view, &word, write, typed, request, draft);
    page.since_begun().await?;
    page.beside = years_worth::beside(&me, &view, &word).await?;
    Ok(page.reviewed().await?.render().into_response())
}

/// Whoever is suggested is added, asked and given a link on one page.
fn brings_in(word: &str, pairs: &Pairs) -> Option<String> {
    let (_, about) = pairs.iter().find(|(name, _)| name == "suggestion").filter(|_| word == "invite")?;
    Some(format!("bring-in?suggestion={}", about.parse::<Uuid>().ok()?))
}

/// *Run to it* knows an answer that is owed only by what it is about: each has a form of its own.
fn answer_meant(view: &CaseView, word: &str, pairs: &Pairs) -> Option<String> {
    let (_, about) = pairs.iter().find(|(name, _)| name == "option").filter(|_| word == "answer-suggestion")?;
    let id: Uuid = about.parse().ok()?;
    let (case, joint) = (&view.case, &view.case.joint);
    if case.mails.letters.iter().any(|letter| letter.message.0 == id) {
        return Some("mail".to_owned());
    }
    let meant = match () {
        () if case.questions.iter().any(|q| q.id.0 == id) => "answer-question?question",
        () if joint.ideas.iter().any(|i| i.id.0 == id) => "answer-idea?idea",
        () if joint.invitations.iter().any(|i| i.id.0 == id) => return Some(format!("bring-in?suggestion={id}")),
        () => return None,
    };
    Some(format!("do/{meant}={id}"))
}

pub async fn create(
    me: Agent,
    Path((number, word)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Result<Response, Oops> {
    let (number, write) = (numbered(&number)?, written(&word)?);
    let mut typed = Typed::from_pairs(pairs.clone());
    let request = typed.value("request_id").parse().unwrap_or_else(|_| me.app.new_request());
    let draft = drafts::sent(&typed, format!("/cases/{number}/do/{word}"));
    let view = looked_at(&me, number, &word).await?;
    if let Some(typed) = review::field_of(&word).and_then(|field| review::wished(&typed, field)) {
        let mut page = Page::new(&me, &view, &word, write, typed, request, draft);
        page.look_back(None).await?;
        return Ok(page.reviewed().await?.render().into_response());
    }
    let command = read(&me, &view, &word, &pairs, &mut typed);
    for name in forms::unanswered(&word, &typed) {
        typed.wrong(name, "form-choose");
    }
    forms::talk::seen_once(&word, &mut typed);
    if command.is_some()
        && typed.is_fine()
        && typed.filled(protocol::LANGUAGE_SEEN).is_none()
        && protocol::is_written(&word)
    {
        let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &typed };
        // A nudge: said once before it is kept, and the next press keeps it (S010).
        if protocol::other_language(&desk, typed.value("text")).is_some() {
            let mut page = Page::new(&me, &view, &word, write, typed, request, draft);
            page.look_back(None).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page.render()).into_response());
        }
    }
    if command.is_some() && typed.is_fine() {
        let desk = Desk { view: &view, me: &me, now: me.app.now(), typed: &typed };
        if let Some(held) = reviewing::held(&desk, &word).await? {
            let mut page = Page::new(&me, &view, &word, write, typed, request, draft);
            page.held = Some(held);
            page.look_back(None).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page.reviewed().await?.render()).into_response());
        }
    }
    let looks = foresight::can_be_seen(&word) && !typed.value("look").is_empty();
    let mut foreseen = None;
    let refusal = match command.filter(|_| typed.is_fine()) {
        None => None,
        Some(command) if looks => match foresee(&me.app, me.actor(), number, command).await {
            Ok(change) => {
                foreseen = Some(change);
                None
            }
            Err(NotDone::Fault(fault)) => return Err(fault.into()),
            Err(NotDone::Refused(refusal)) => Some(refusal),
        },
        Some(command) => match press(&me, number, &typed, request, command, forgotten(draft.sent(&me))).await {
            Ok(done) => return Ok(kept(&word, &done, &typed).into_response()),
            Err(NotDone::Fault(fault)) => return Err(fault.into()),
            Err(NotDone::Refused(refusal)) => Some(refusal),
        },
    };
    let view = looked_at(&me, number, &word).await?;
    let unfit = if foreseen.is_some() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let status = refusal.as_ref().map_or(unfit, status);
    let mut page = Page::new(&me, &view, &word, write, typed, request, draft);
    page.foreseen = foreseen;
    page.look_back(refusal).await?;
    page.beside = years_worth::beside(&me, &view, &word).await?;
    Ok((status, page.reviewed().await?.render()).into_response())
}

/// The command that is meant; what is still missing or not understood is said beside its field.
fn read(me: &Agent, view: &CaseView, word: &str, pairs: &Pairs, typed: &mut Typed) -> Option<Command> {
    let before = typed.clone();
    let desk = Desk { view, me, now: me.app.now(), typed: &before };
    let full = forms::in_full(word, pairs, &desk);
    let mut reading = Typed::from_pairs(full.pairs);
    let command = form::command(word, &mut reading, desk.now, &desk.zones());
    let asked = |name: &str| full.wrong.iter().any(|(n, _)| n == name);
    for (name, sentence) in &full.wrong {
        typed.wrong(name, sentence.clone());
    }
    for (name, sentence) in reading.errors() {
        // Without its minutes a talk has no beginning; one sentence says so.
        if name != "started_at" || !asked("minutes") {
            typed.wrong(name, sentence.clone());
        }
    }
    command
}

/// The number as it stands in the address, with or without its letters.
pub fn numbered(number: &str) -> Result<CaseNumber, Oops> {
    number.parse().map_err(|_| Oops::NotFound)
}

fn written(word: &str) -> Result<forms::Write, Oops> {
    if Command::right_of(word) == Some(Right::Internal) {
        return Err(Oops::NotFound);
    }
    forms::of(word).filter(|_| Command::right_of(word).is_some()).ok_or(Oops::NotFound)
}

async fn looked_at(me: &Agent, number: CaseNumber, word: &str) -> Result<CaseView, Oops> {
    let now = me.app.now();
    let view = match word {
        "prepare-talk" => me.app.db.read(move |conn| case_view::load_with_grievances(conn, number, now)).await?,
        "record-message" => me.app.db.read(move |conn| case_view::load_to_write(conn, number)).await?,
        _ => me.app.db.read(move |conn| case_view::load(conn, number, Story::Untold)).await?,
    };
    view.ok_or(Oops::NotFound)
}

/// What goes with the act: no draft of its words stays behind.
fn forgotten(sent: drafts::Sent) -> impl Fn(&store::Tx) -> Result<(), store::Fault> + Clone + Send + 'static {
    move |tx| sent.forget(tx)
}

/// On to the case, or to the page of its causes, with word of what was done and of what others did since the form was opened.
fn kept(word: &str, done: &Done, typed: &Typed) -> Redirect {
    let other = done.other.map(|n| format!("&other={n}")).unwrap_or_default();
    let before = done.version.saturating_sub(done.events.len() as u64);
    let seen = typed.value("case_version").parse::<u64>().ok().filter(|seen| *seen < before);
    let since = seen.map(|seen| format!("&since={seen}")).unwrap_or_default();
    let first = done.events.first();
    let event = first.map(|seq| format!("&event={seq}")).unwrap_or_default();
    let (page, at) = match case_cause::after(word) {
        Some(at) => ("/cause", at.to_owned()),
        None => ("", first.map(|seq| format!("#event-{seq}")).unwrap_or_default()),
    };
    Redirect::to(&format!("/cases/{}{page}?done={word}{other}{since}{event}{at}", done.number))
}

/// What a gate asks for, and that it can be passed.
pub fn gate_words(gate: Gate) -> String {
    let asks = t(&format!("gate-{}", gate.word().replace('_', "-"))).into_owned();
    t_with("do-gate", &[("gate", asks.into())])
}

/// Which answer a refusal is over HTTP.
pub fn status(refusal: &Refusal) -> StatusCode {
    match refusal.strength {
        Strength::Law | Strength::Gate(_) | Strength::Input => StatusCode::UNPROCESSABLE_ENTITY,
        Strength::Rights => StatusCode::FORBIDDEN,
        Strength::Changed | Strength::State => StatusCode::CONFLICT,
        Strength::Missing => StatusCode::NOT_FOUND,
    }
}

/// Where the sentence of a refusal stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Placed {
    BesideItsField,
    Nowhere,
}

struct Page<'a> {
    me: &'a Agent,
    view: &'a CaseView,
    word: &'a str,
    write: forms::Write,
    typed: Typed,
    request: RequestId,
    draft: Draft,
    refusal: Option<Refusal>,
    /// What others did since the person looked, when it stands in the way.
    meanwhile: Vec<Happening>,
    /// The version that the person knows: what came later they have not read.
    seen: u64,
    /// What would come of it, where the person asked to see that first.
    foreseen: Option<Change>,
    /// What only this act shows, to those who may decide it.
    beside: Markup,
    /// The review of its text, where it has one that is read.
    reviewed: Option<Reviewed>,
    held: Option<Held>,
}

impl<'a> Page<'a> {
    fn new(
        me: &'a Agent,
        view: &'a CaseView,
        word: &'a str,
        write: forms::Write,
        typed: Typed,
        request: RequestId,
        draft: Draft,
    ) -> Self {
        Page {
            me,
            view,
            word,
            write,
            typed,
            request,
            draft,
            refusal: None,
            meanwhile: vec![],
            seen: view.case.version,
            foreseen: None,
            beside: html! {},
            reviewed: None,
            held: None,
        }
    }

    /// The words of a draft are back: what others did since its writer began is told with them.
    async fn since_begun(&mut self) -> Result<(), Oops> {
        let begun = self.draft.value("case_version").and_then(|seen| seen.parse().ok());
        if let Some(begun) = begun.filter(|begun| *begun < self.seen) {
            let mut between = meanwhile::since(self.me, self.view.case.id, begun).await?;
            between.retain(|happening| happening.when.by != self.me.actor());
            self.meanwhile = between;
        }
        Ok(())
    }

    /// The form comes back. Only when it tells what others did may it say that the person has read it.
    async fn look_back(&mut self, refusal: Option<Refusal>) -> Result<(), Oops> {
        let seen = self.typed.value("case_version").parse().unwrap_or(self.seen);
        if seen < self.seen {
            let between = meanwhile::since(self.me, self.view.case.id, seen).await?;
            if refusal.as_ref().is_some_and(|r| r.strength == Strength::Changed) {
                self.meanwhile = between;
            } else if between.iter().any(|happening| happening.when.by != self.me.actor()) {
                self.seen = seen;
            }
        }
        self.refusal = refusal;
        Ok(())
    }

    fn render(mut self) -> Markup {
        let title = t(&format!("do-{}", self.word));
        let number = self.view.case.number;
        let placed = match self.refusal.clone() {
            Some(refusal) => self.say_no(&refusal),
            None => Placed::Nowhere,
        };
        let desk = Desk { view: self.view, me: self.me, now: self.me.app.now(), typed: &self.typed };
        let body = html! {
            (heading(&title, Some(html! {
                a href={ "/cases/" (number) } { (number) } " · " (self.view.account.name) " "
                (ui::here(self.view.who_is_here(self.me, desk.now)))
            })))
            (with_aside("do-aside", html! {
                @if Words::spoken().knows(&format!("do-{}-why", self.word)) { p { (t(&format!("do-{}-why", self.word))) } }
                @if let Some(held) = self.held { (ui::Notice::look(held.words()).render()) }
                @if self.word == "add-option" { (case_finder::found(&desk)) }
                (self.form(&desk, placed))
                @if self.word == "record-conversation" { (help_start::asks(&desk)) }
            }, html! { (aside(&desk)) (self.beside) }))
        };
        let title = t_with("do-title", &[("act", title.into()), ("number", number.to_string().into())]);
        let shell = desk::shell(self.me, title, Nav::Cases);
        let ask = format!("/cases/{number}/meanwhile?seen={}", self.seen);
        let live = ui::Live::on(Topic::Case(number), self.me.app.new_id(), desk.now).writing(self.word, ask);
        ui::page(shell.live(live).flows(), body)
    }

    fn blank(&self, desk: &Desk<'_>) -> Form<'_> {
        let number = self.view.case.number;
        let form = Form::post(format!("/cases/{number}/do/{}", self.word), self.request.0)
            .id("do")
            .hidden("case_version", self.seen);
        (self.write)(form, desk)
    }

    fn form(&self, desk: &Desk<'_>, placed: Placed) -> Markup {
        let number = self.view.case.number;
        let mut kept = self.draft.kept();
        if self.refusal.is_none() && !self.meanwhile.is_empty() {
            kept = kept.meanwhile(meanwhile::told(desk, &self.meanwhile));
        }
        let mut form = self.blank(desk).typed(&self.typed).kept(kept);
        if let Some(refusal) = &self.refusal {
            let said = self.view.reader(self.me, desk.now).refusal(refusal);
            let mut no = ui::Refusal::new(said);
            if refusal.strength == Strength::Changed {
                no = no.below(meanwhile::told(desk, &self.meanwhile));
            }
            if placed == Placed::Nowhere {
                form = form.refused(&no);
            }
        }
        let refused = self.refusal.as_ref().and_then(Refusal::passable);
        if let Some(gate) = refused.or_else(|| self.typed.filled("pass_gate").and_then(Gate::from_word)) {
            form = form.gate(gate.word(), gate_words(gate));
        }
        let text = self.typed.filled("text").or_else(|| form.proposed("text")).unwrap_or_default().to_owned();
        if protocol::is_written(self.word) && protocol::other_language(desk, &text).is_some() {
            form = form.hidden(protocol::LANGUAGE_SEEN, "yes");
        }
        form = self.with_review(form, desk);
        let form = form.act(t(&format!("do-{}-act", self.word)));
        let form = if foresight::can_be_seen(self.word) { form.or_act("look", "1", "foresight-look") } else { form };
        html! {
            (protocol::warnings(desk, self.word, &text))
            @if let Some(change) = &self.foreseen { (foresight::shown(desk, change)) }
            (form.or_go(format!("/cases/{number}"), "do-not-now"))
        }
    }

    /// Puts the refusal's sentence beside the field that it is about, where the form has one.
    fn say_no(&mut self, refusal: &Refusal) -> Placed {
        let Some(field) = refusal.field.map(|field| forms::shown_at(self.word, field)) else { return Placed::Nowhere };
        let desk = Desk { view: self.view, me: self.me, now: self.me.app.now(), typed: &self.typed };
        let said = self.view.reader(self.me, desk.now).refusal(refusal);
        let names: Vec<String> = self.blank(&desk).names().map(str::to_owned).collect();
        let below = |name: &str| name.strip_prefix(field).is_some_and(|rest| rest.starts_with(['.', '[']));
        let deeper = |name: &str| name.rsplit('.').next() == Some(field);
        let named = |fits: &dyn Fn(&str) -> bool| names.iter().find(|n| fits(n)).map(String::as_str);
        let own = Some(field).filter(|f| *f == "pass_reason");
        let name = own.or_else(|| named(&|n| n == field)).or_else(|| named(&below)).or_else(|| named(&deeper));
        let Some(name) = name.map(str::to_owned) else { return Placed::Nowhere };
        self.typed.wrong(&name, said);
        Placed::BesideItsField
    }
}
