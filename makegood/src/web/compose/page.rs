//! The page on which a mail is written: what is missing or was changed on top, who reads it beside it, and how they will see it.
use super::letter::{files_of, names_the_next_word};
use super::sheet::{self, PURPOSES, Sheet, language_of};
use super::{readers, reviewing};
use crate::handling;
use crate::live::Topic;
use crate::mail::letter as body;
use crate::mail::letters::{self, About, Begun};
use crate::review::Reviewed;
use crate::web::case_beside::aside;
use crate::web::desk;
use crate::web::do_on_case::gate_words;
use crate::web::fail::Oops;
use crate::web::forms::fields::{moment_read, read_back, said, written};
use crate::web::forms::{Desk, called};
use crate::web::ui::{self, Field, Form, Kept, Nav, heading, more, section, with_aside};
use crate::web::{help_start, meanwhile, protocol, review, when};
use crate::words::{t, t_with};
use casework::event::Happening;
use casework::gate::Gate;
use casework::ids::{ContactId, RequestId};
use casework::kinds::{Party, Purpose};
use casework::parts::PlanStep;
use casework::refusal::{Refusal, Strength};
use maud::{Markup, PreEscaped, Render, html};
use store::contacts::Contact;

/// Talks to choose from.
const TALKS_SHOWN: usize = 10;

/// What a mail may be for, each with a sentence; nothing else is on the list (X04, S053).
pub fn purposes(desk: &Desk<'_>, sheet: &Sheet) -> Markup {
    let number = desk.view.case.number;
    let more: String = ["talk", "answer", "to"]
        .iter()
        .filter_map(|name| Some(format!("&{name}={}", desk.typed.filled(name)?.parse::<uuid::Uuid>().ok()?)))
        .collect();
    let body = html! {
        (top(desk, t("compose-title").into_owned()))
        (with_aside("do-aside", html! {
            (no_mailbox(desk, sheet))
            p { (t("compose-purposes")) }
            dl.purposes {
                @for purpose in PURPOSES {
                    div {
                        dt { a href={ "/cases/" (number) "/mail/new?purpose=" (purpose.word()) (more) } { (called_for(purpose)) } }
                        dd { (t(&format!("purpose-why-{}", purpose.word().replace('_', "-")))) }
                    }
                }
            }
            p.quiet { (t("compose-not-on-the-list")) }
        }, aside(desk)))
    };
    desk::page(desk.me, "compose-title", Nav::Cases, body)
}

fn called_for(purpose: Purpose) -> String {
    t(&format!("purpose-{}", purpose.word().replace('_', "-"))).into_owned()
}

fn top(desk: &Desk<'_>, title: String) -> Markup {
    let number = desk.view.case.number;
    heading(
        title,
        Some(html! {
            a href={ "/cases/" (number) } { (number) } " · " (desk.view.account.name) " "
            (ui::here(desk.view.who_is_here(desk.me, desk.now)))
        }),
    )
}

/// No mailbox sends: what is typed stays, and there are two ways on.
fn no_mailbox(desk: &Desk<'_>, sheet: &Sheet) -> Markup {
    if sheet.sender.is_some() {
        return html! {};
    }
    let record = format!("/cases/{}/do/record-message?{}", desk.view.case.number, about(desk));
    html! {
        (ui::Notice::look("compose-no-mailbox").way("/settings/mailboxes", t("compose-set-up-mailbox")).render())
        p { (t("compose-sent-otherwise")) " " a href=(record) { (t("do-record-message")) } }
    }
}

fn about(desk: &Desk<'_>) -> String {
    desk.typed
        .filled("purpose")
        .and_then(sheet::purpose_of)
        .map(|p| format!("purpose={}", p.word()))
        .unwrap_or_default()
}

pub struct Page<'a> {
    desk: &'a Desk<'a>,
    sheet: &'a Sheet,
    purpose: Purpose,
    request: RequestId,
    kept: Kept,
    pub refusal: Option<Refusal>,
    /// What others did since the person looked.
    pub meanwhile: Vec<Happening>,
    /// A word about why the form is back.
    pub note: Option<String>,
    /// They asked to see it as it will be seen.
    pub looks: bool,
    /// The review wants somebody to answer for the text before it goes.
    pub asks: bool,
    reviewed: Option<Reviewed>,
}

impl<'a> Page<'a> {
    pub fn new(desk: &'a Desk<'a>, sheet: &'a Sheet, purpose: Purpose, request: RequestId, kept: Kept) -> Self {
        Self {
            desk,
            sheet,
            purpose,
            request,
            kept,
            refusal: None,
            meanwhile: vec![],
            note: None,
            looks: false,
            asks: false,
            reviewed: None,
        }
    }

    /// Reads the text as it stands on the form.
    ///
    /// # Errors
    /// When the books cannot be read.
    pub async fn review(&mut self) -> Result<(), Oops> {
        let to = self.sheet.to(self.desk);
        let begun = self.begun_or_nothing(to);
        let asked = reviewing::asked(self.desk, to, self.purpose, [&begun.subject, &begun.text]);
        self.reviewed = Some(asked.read().await?);
        Ok(())
    }

    fn begun_or_nothing(&self, to: Option<&Contact>) -> Begun {
        to.map(|to| self.begun(to)).unwrap_or(Begun { subject: String::new(), text: String::new() })
    }

    pub fn render(self) -> Markup {
        let desk = self.desk;
        let number = desk.view.case.number;
        let title = t_with("compose-heading", &[("purpose", called_for(self.purpose).into())]);
        let why = t(&format!("purpose-why-{}", self.purpose.word().replace('_', "-")));
        let body = html! {
            (top(desk, title.clone()))
            (with_aside("do-aside", html! {
                @if let Some(note) = &self.note { (ui::Notice::look(note.clone()).render()) }
                (no_mailbox(desk, self.sheet))
                @if self.looks { (self.preview()) }
                p { (why) " " a href={ "/cases/" (number) "/mail/new" } { (t("compose-another-purpose")) } }
                @if can_start(self.purpose) { (help_start::button(desk)) }
                (self.answered())
                (self.form())
            }, html! { (readers::told(desk, self.sheet)) (aside(desk)) }))
        };
        let title = t_with("do-title", &[("act", title.into()), ("number", number.to_string().into())]);
        let ask = format!("/cases/{number}/meanwhile?seen={}", desk.view.case.version);
        let live = ui::Live::on(Topic::Case(number), desk.me.app.new_id(), desk.now).writing("send-message", ask);
        ui::page(desk::shell(desk.me, title, Nav::Cases).live(live).flows(), body)
    }

    /// Exactly as it leaves: the text laid out as their program does, and the plain part.
    fn preview(&self) -> Markup {
        let (text, subject) = (body::tidy(self.desk.typed.value("text")), self.desk.typed.value("subject"));
        let page = body::html_of(&text, subject, "");
        let inner = page.split_once("<body>").and_then(|(_, rest)| rest.rsplit_once("</body>")).map_or("", |(b, _)| b);
        section(
            "compose-as-they-see",
            None,
            html! {
                div.letter { p { strong { (subject) } } (PreEscaped(inner)) }
                (more("compose-as-text", html! { pre.letter { (body::flowed(&text)) } }))
            },
        )
    }

    /// The letter of theirs that is answered, before the eyes.
    fn answered(&self) -> Markup {
        let Some(answers) = &self.sheet.answers else { return html! {} };
        let words: String = answers.letter.body.chars().take(2_000).collect();
        more(
            t_with("compose-answers", &[("subject", answers.letter.subject.as_str().into())]),
            ui::their_words(words.trim()),
        )
    }

    fn form(&self) -> Markup {
        let desk = self.desk;
        let number = desk.view.case.number;
        let to = self.sheet.to(desk);
        let begun = self.begun_or_nothing(to);
        let asked = reviewing::asked(desk, to, self.purpose, [&begun.subject, &begun.text]);
        let beside = self.reviewed.as_ref().map(|reviewed| review::beside(&asked, reviewed, "mail"));
        let drafted = begun.clone();
        let copies = readers::copies(desk, to.map(|to| to.id));
        let mut kept = self.kept.clone();
        if self.refusal.is_none() && !self.meanwhile.is_empty() {
            kept = kept.meanwhile(meanwhile::told(desk, &self.meanwhile));
        }
        let mut form = Form::post(format!("/cases/{number}/mail/new"), self.request.0)
            .id("mail")
            .kept(kept)
            .hidden("purpose", self.purpose.word())
            .hidden("case_version", desk.view.case.version)
            .hidden("shown_to", readers::written(to.map(|to| to.id), &copies))
            .typed(desk.typed);
        if let Some(answers) = &self.sheet.answers {
            form = form.hidden("answer", answers.letter.id);
        }
        form = self.fields(form, to.map(|to| to.id), drafted);
        if let Some(beside) = beside {
            form = form.beside("text", beside);
        }
        form = self.refused(form);
        let text = desk.typed.value("text");
        let reads_otherwise =
            self.reviewed.iter().flat_map(Reviewed::to_fix).any(|found| found.rule == crate::review::OTHER_LANGUAGE);
        if reads_otherwise || protocol::other_language(desk, text).is_some() {
            form = form.hidden(protocol::LANGUAGE_SEEN, "yes");
        }
        if self.asks || desk.typed.filled(review::ALL_LEFT).is_some() {
            form = form.group("review-all-left-title", [review::why_all()]);
        }
        let form = self.acts(form).or_go(format!("/cases/{number}"), "do-not-now");
        html! { (form) }
    }

    fn fields(&self, form: Form<'a>, to: Option<ContactId>, begun: Begun) -> Form<'a> {
        let desk = self.desk;
        let mut form = form
            .field(reached("to", "form-to", desk, to))
            .field(Field::text("subject", "compose-subject").length(250).value(begun.subject))
            .field(
                Field::words("text", "compose-text")
                    .rows(14)
                    .length(20_000)
                    .value(begun.text)
                    .help("compose-text-help"),
            );
        if self.purpose.tells() {
            form = read_back(desk).into_iter().fold(form, Form::field);
        }
        if names_the_next_word(self.purpose) {
            let next = desk.view.case.next_contact().filter(|p| p.due > desk.now && self.purpose == Purpose::Summary);
            let field = moment_read("next_contact_at", "form-next-contact", desk);
            let field = if self.purpose == Purpose::Update { field } else { field.optional() };
            form = form.field(match next {
                Some(promise) => field.value(written(promise.due, desk)),
                None => field,
            });
        }
        let talk = (self.purpose == Purpose::Summary).then(|| talks(desk));
        let no_change = (self.purpose == Purpose::Update)
            .then(|| said("no_change_tried", "form-no-change").help("form-no-change-help").optional());
        let folded = [
            ("compose-copies", self.copies(to).into_iter().collect()),
            ("compose-along", self.enclosed()),
            ("form-more", talk.into_iter().chain(no_change).collect::<Vec<Field>>()),
        ];
        let there = folded.into_iter().filter(|(_, fields)| !fields.is_empty());
        there.fold(form, |form, (label, fields)| form.more(label, fields))
    }

    fn copies(&self, to: Option<ContactId>) -> Option<Field> {
        let others: Vec<(String, String)> = self
            .desk
            .view
            .contacts
            .iter()
            .filter(|c| c.active && Some(c.id) != to && !c.email.is_empty())
            .map(|c| (c.id.to_string(), format!("{} ({})", c.name, c.email)))
            .collect();
        (!others.is_empty()).then(|| Field::checks("copies", "compose-copies-to").choices(others).optional())
    }

    /// Files that they may see anyway, and the agreed call for their calendar.
    fn enclosed(&self) -> Vec<Field> {
        let desk = self.desk;
        let mut fields = vec![];
        let files: Vec<(String, String)> = files_of(desk.view)
            .map(|file| (file.id.to_string(), format!("{}, {}", file.name, crate::files::size(file.bytes))))
            .collect();
        if !files.is_empty() {
            fields.push(Field::checks("files", "compose-files").choices(files).help("compose-files-help").optional());
        }
        let agreed = desk.view.case.next_contact().filter(|p| p.due > desk.now);
        if let Some(call) = agreed.filter(|_| self.purpose == Purpose::Summary) {
            let at = when::moment(call.due, desk.now, &desk.me.zone).words;
            let label = t_with("compose-invite", &[("at", at.into())]);
            let field = Field::check("invite", label);
            // A form that was sent says itself whether it was ticked.
            fields.push(if desk.typed.filled("case_version").is_some() { field } else { field.value("on") });
        }
        fields
    }

    fn refused(&self, mut form: Form<'a>) -> Form<'a> {
        let desk = self.desk;
        if let Some(refusal) = &self.refusal {
            let mut no = ui::Refusal::new(desk.view.reader(desk.me, desk.now).refusal(refusal));
            if refusal.strength == Strength::Changed {
                no = no.below(meanwhile::told(desk, &self.meanwhile));
            }
            form = form.refused(&no);
        }
        let gate = self.refusal.as_ref().and_then(Refusal::passable);
        match gate.or_else(|| desk.typed.filled("pass_gate").and_then(Gate::from_word)) {
            Some(gate) => form.gate(gate.word(), gate_words(gate)),
            None => form,
        }
    }

    fn acts(&self, form: Form<'a>) -> Form<'a> {
        let look = |form: Form<'a>| form.or_act("look", "1", "compose-look");
        if self.sheet.sender.is_none() {
            return look(form);
        }
        let at = self.sheet.morning(self.desk, self.desk.now);
        let zone = self.sheet.to(self.desk).map_or_else(|| self.desk.view.zone(), |c| self.desk.view.zone_of(c));
        let theirs = when::moment(at, self.desk.now, &zone).words;
        let ours = when::moment(at, self.desk.now, &self.desk.me.zone).words;
        let morning = t_with("compose-send-morning", &[("theirs", theirs.into()), ("ours", ours.into())]);
        look(form.act("compose-send")).or_act("leaves", "morning", morning).or_act("leaves", "now", "compose-send-now")
    }

    /// The draft of its purpose, in their language and on their clock.
    fn begun(&self, to: &Contact) -> Begun {
        let desk = self.desk;
        let (zone, case) = (desk.view.zone_of(to), &desk.view.case);
        let first = case.talks.iter().all(|talk| talk.summary_at.is_none());
        let handling = handling::way(&desk.me.firm).filter(|_| first);
        let name_of = |step: &PlanStep| match (step.owner, step.party) {
            (Some(id), Party::Us) => desk.me.firm.name_of(id).to_owned(),
            _ => step.owner_name.clone(),
        };
        let slots = match self.purpose {
            Purpose::VoicemailFollowUp | Purpose::AskForTime => self.sheet.slots(desk, &zone),
            _ => vec![],
        };
        let about = About {
            case,
            contact: to,
            me: &desk.me.person,
            firm: &desk.me.firm.company,
            ending: crate::web::forms::ending(desk, to),
            language: language_of(desk, to),
            zone: &zone,
            slots: &slots,
            talk: self.sheet.talk(desk),
            next: case.next_contact().map(|p| p.due).filter(|due| *due > desk.now && self.purpose == Purpose::Summary),
            handling: handling.map(|way| format!("{}{way}", desk.me.app.public_url())),
            report: sheet::report(desk),
            name_of: &name_of,
        };
        let begun = letters::begun(self.purpose, &about);
        let begun = match desk.typed.filled("start").filter(|_| can_start(self.purpose)) {
            Some(_) => Begun { text: letters::letter(&about, &help_start::text(desk, about.language)), ..begun },
            None => begun,
        };
        match &self.sheet.answers {
            Some(answers) => Begun { subject: crate::mail::build::answer_subject(&answers.letter.subject), ..begun },
            None => begun,
        }
    }
}

/// Whether a beginning can be made for it of what the case knows: the others have theirs, or are about one thing.
fn can_start(purpose: Purpose) -> bool {
    purpose == Purpose::Update
}

/// Who can be written to; whoever has no address says so.
fn reached(name: &str, label: &'static str, desk: &Desk<'_>, to: Option<ContactId>) -> Field {
    let named = |c: &Contact| {
        let address = if c.email.is_empty() { t("compose-has-no-address").into_owned() } else { c.email.clone() };
        (c.id.to_string(), format!("{} ({address})", c.name))
    };
    let field = Field::select(name, label).choices(desk.view.contacts.iter().filter(|c| c.active).map(named));
    match to {
        Some(to) => field.value(to.to_string()),
        None => field.choice("", "form-no-contact"),
    }
}

fn talks(desk: &Desk<'_>) -> Field {
    let named = |talk: &casework::parts::Talk| {
        let at = when::moment(talk.started_at, desk.now, &desk.me.zone).words;
        (talk.id.to_string(), format!("{}, {at}", called(talk.with, desk)))
    };
    let talks = desk.view.case.talks.iter().rev().take(TALKS_SHOWN).map(named);
    Field::select("talk", "form-which-talk").choice("", "form-last-talk").choices(talks).optional()
}
