//! A mail is given its place by a person: onto a case, to a contact, back among the unsorted, under another mail; or it asks for nothing. Each act is
//! in the history with their name, and a slip can be taken back.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::letter_lines::{self, their_text};
use super::ui::{self, Field, Form, Nav, Notice, Typed, section};
use super::{mail_tab, unsorted_mail, when};
use crate::act::NotDone;
use crate::mail::by_hand::{self, Hand};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::ids::{CaseId, CaseNumber, ContactId, RequestId};
use casework::refusal::Refusal;
use maud::{Markup, html};
use serde::Deserialize;
use store::by_hand::{self as kept, Along, Did};
use store::cases::CaseRow;
use store::messages::{self, Message, Place};
use store::{Conn, Fault, NotKept, Tx, cases, contacts, neighbours, search};
use uuid::Uuid;

/// Cases that are offered at once; more are found by their words.
const OFFERED: usize = 20;
/// Hits of a search that are looked at.
const HITS: i64 = 50;

/// Where somebody comes back to afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    Unsorted,
    Case(CaseNumber),
}

impl Back {
    fn of(typed: &Typed) -> Back {
        typed.value("back").parse().map_or(Back::Unsorted, Back::Case)
    }
    fn word(self) -> String {
        match self {
            Back::Unsorted => String::new(),
            Back::Case(number) => number.to_string(),
        }
    }
    fn href(self, query: &str) -> String {
        match self {
            Back::Unsorted => format!("/signals/mail?{query}"),
            Back::Case(number) => format!("/cases/{number}/mail?{query}"),
        }
    }
}

/// A button that does one thing with a mail.
pub fn press(agent: &Agent, mail: Uuid, act: &str, (key, label): (&'static str, &'static str), back: Back) -> Markup {
    html! {
        form.one-line method="post" action={ "/mail/letters/" (mail) "/" (act) } {
            input type="hidden" name="request_id" value=(agent.app.new_id());
            input type="hidden" name="back" value=(back.word());
            button type="submit" data-key=(key) aria-keyshortcuts=(key) { (t(label)) }
        }
    }
}

/// *It is Ms Rao's*: the words are theirs, whatever address they come from.
pub fn theirs(agent: &Agent, mail: Uuid, (case, name): (CaseNumber, Option<&str>), back: Back) -> Markup {
    let label = match name {
        Some(name) => t_with("mail-is-theirs-named", &[("name", name.into())]),
        None => t("mail-is-theirs").into_owned(),
    };
    html! {
        form.one-line method="post" action={ "/mail/letters/" (mail) "/place" } {
            input type="hidden" name="request_id" value=(agent.app.new_id());
            input type="hidden" name="back" value=(back.word());
            input type="hidden" name="case" value=(case);
            button.act type="submit" data-key="i" aria-keyshortcuts="i" { (label) }
        }
    }
}

/// The page that opens a case with what the mail says of its sender.
pub fn opens(mail: &Message) -> String {
    format!("/cases/new?mail={}", mail.id)
}

/// Word of what was just done with a mail, and the way back while it may have been a slip.
pub async fn done(agent: &Agent, mail: Uuid, back: Back) -> Result<Notice, Oops> {
    let by = agent.by(agent.app.new_request());
    let did = agent.app.db.read(move |conn| kept::may_be_taken_back(conn, mail, &by)).await?;
    let notice = Notice::done(match did {
        Some(Did::PutAway) => "mail-done-put-away",
        Some(Did::NotMeant) => "mail-done-not-meant",
        Some(Did::Joined) => "mail-done-joined",
        Some(Did::Placed) | None => "mail-done-placed",
    });
    if did.is_none() {
        return Ok(notice);
    }
    let form = Form::post(format!("/mail/letters/{mail}/undo"), agent.app.new_id()).hidden("back", back.word());
    let form = form.quiet_act("undo-act").one_line();
    Ok(notice.below(html! { (form) p.quiet { (t("undo-note")) } }))
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    find: String,
}

/// What the page of one mail shows.
struct Seen {
    mail: Message,
    /// The case it lies on.
    case: Option<CaseRow>,
    offered: Vec<CaseRow>,
    /// Mails that answer it, and all of its conversation.
    along: (usize, usize),
    /// Other conversations of its case.
    others: Vec<(Uuid, String, i64)>,
}

fn read(conn: &Conn, id: Uuid, find: &str) -> Result<Option<Seen>, NotKept> {
    let Some(mail) = messages::by_id(conn, id)? else { return Ok(None) };
    let row = |case: Uuid| Ok::<_, Fault>(cases::by_ids(conn, &[case])?.into_iter().next());
    let case = mail.case_id.map(row).transpose()?.flatten();
    let mut offered: Vec<CaseRow> = mail.meant_case_id.map(row).transpose()?.flatten().into_iter().collect();
    if find.trim().is_empty() {
        let known = mail.account_id.map(casework::ids::AccountId);
        let near = neighbours::of(conn, &mail.from_mail)?.into_iter().map(|(account, _)| account);
        for account in known.into_iter().chain(near).take(5) {
            offered.extend(cases::of_account(conn, account, None, OFFERED as i64)?);
        }
    } else {
        let ids: Vec<Uuid> = search::find(conn, find, HITS)?.iter().filter_map(|hit| hit.case.map(|id| id.0)).collect();
        offered.extend(if ids.is_empty() { vec![] } else { cases::by_ids(conn, &ids)? });
    }
    let mut seen = std::collections::HashSet::new();
    offered.retain(|row| Some(row.id.0) != mail.case_id && seen.insert(row.id));
    offered.truncate(OFFERED);
    let along = (kept::along(conn, id, Along::Answers)?.len(), kept::along(conn, id, Along::Conversation)?.len());
    let others = match mail.case_id {
        Some(case) => kept::conversations(conn, CaseId(case))?,
        None => vec![],
    };
    let thread = mail.thread_id;
    let others = others.into_iter().filter(|(of, ..)| *of != thread).map(|(_, id, subject, n)| (id, subject, n));
    let others = others.collect();
    Ok(Some(Seen { mail, case, offered, along, others }))
}

pub async fn show(me: Agent, Path(id): Path<Uuid>, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    desk::may_work(&me)?;
    page(&me, id, asked.find, &Typed::nothing()).await
}

async fn page(me: &Agent, id: Uuid, find: String, typed: &Typed) -> Result<Markup, Oops> {
    let looked = find.clone();
    let seen = me.app.db.read(move |conn| read(conn, id, &looked)).await;
    let seen = match seen {
        Ok(seen) => seen.ok_or(Oops::NotFound)?,
        Err(NotKept::Fault(fault)) => return Err(fault.into()),
        Err(NotKept::Refused(_)) => return Err(Oops::NotFound),
    };
    let mail = &seen.mail;
    let beside = seen.case.as_ref().map(|row| html! { a href={ "/cases/" (row.number) "/mail" } { (row.number) } });
    let at = when::moment(mail.received_at, me.app.now(), &me.zone);
    let there = format!("/mail/letters/{id}/move");
    let body = html! {
        (ui::heading(t("mail-where"), beside))
        (desk::said(typed))
        p { strong { (letter_lines::subject(mail)) } " · " (letter_lines::sender(mail)) " · " span.quiet { (at) } }
        (their_text(&mail.body))
        (section("mail-which-case", None, html! {
            (Form::get(there).id("find-case").field(Field::text("find", "mail-find").value(find.as_str()).help("mail-find-help").optional()).quiet_act("ui-search-act"))
            @if seen.offered.is_empty() { p.quiet { (t(if find.is_empty() { "mail-nothing-offered" } else { "mail-nothing-found" })) } }
            @else { (offered(me, &seen)) }
            (by_number(me, &seen, typed))
        }))
        @if let Some(row) = &seen.case { (on_case(me, &seen, row)) }
        @else { (section("mail-other-ends", None, html! { div.acts {
            a href=(opens(mail)) { (t("mail-opens-case")) }
            a href={ "/mail/letters/" (id) "/contact" } { (t("mail-add-contact")) }
        } })) }
    };
    Ok(desk::page(me, "mail-where", Nav::Signals, body))
}

/// Where this page leads back to.
fn back_of(seen: &Seen) -> Back {
    seen.case.as_ref().map_or(Back::Unsorted, |row| Back::Case(row.number))
}

fn offered(me: &Agent, seen: &Seen) -> Markup {
    let one = |row: &CaseRow| {
        let state = t(&format!("recovery-{}", row.recovery.word().replace('_', "-"))).into_owned();
        html! {
            li {
                p { a href={ "/cases/" (row.number) } data-go { (row.number) } " " span.theirs { (crate::words::quotes::quoted(&row.title)) } " · " (row.account) " · " span.quiet { (state) } }
                form.one-line method="post" action={ "/mail/letters/" (seen.mail.id) "/place" } {
                    input type="hidden" name="request_id" value=(me.app.new_id());
                    input type="hidden" name="back" value=(back_of(seen).word());
                    input type="hidden" name="case" value=(row.number);
                    (along_field(seen, &format!("along-{}", row.number)))
                    button type="submit" data-key="p" aria-keyshortcuts="p" { (t("mail-put-here")) }
                }
            }
        }
    };
    html! { ul.stuck data-list { @for row in &seen.offered { (one(row)) } } }
}

/// What goes along, where there is more than this one.
fn along_field(seen: &Seen, id: &str) -> Markup {
    let ways = ways_along(seen);
    html! {
        @if ways.len() > 1 {
            label for=(id) { (t("mail-along")) }
            select id=(id) name="along" { @for (word, label) in &ways { option value=(word) { (label) } } }
        }
    }
}

fn ways_along(seen: &Seen) -> Vec<(String, String)> {
    let (answers, all) = seen.along;
    let said = |along: Along, count: usize| {
        (along.word().to_owned(), t_with(&format!("mail-along-{}", along.word()), &[("count", count.into())]))
    };
    let mut ways = vec![said(Along::Alone, 1)];
    if answers > 1 && answers < all {
        ways.push(said(Along::Answers, answers));
    }
    if all > 1 {
        ways.push(said(Along::Conversation, all));
    }
    ways
}

fn by_number(me: &Agent, seen: &Seen, typed: &Typed) -> Markup {
    let form = Form::post(format!("/mail/letters/{}/place", seen.mail.id), me.app.new_id()).typed(typed);
    let mut fields = vec![Field::text("case", "mail-case").optional()];
    if seen.case.is_none() {
        fields.push(Field::text("contact", "mail-contact").optional());
    }
    let ways = ways_along(seen);
    if ways.len() > 1 {
        fields.push(Field::select("along", "mail-along").choices(ways));
    }
    html! { (form.hidden("back", back_of(seen).word()).row(fields).quiet_act("mail-place")) }
}

/// What can be done with a mail that lies on a case besides moving it to another.
fn on_case(me: &Agent, seen: &Seen, row: &CaseRow) -> Markup {
    let back = Back::Case(row.number);
    let form = |act: &str| {
        Form::post(format!("/mail/letters/{}/{act}", seen.mail.id), me.app.new_id()).hidden("back", back.word())
    };
    let others = seen.others.iter().map(|(id, subject, count)| {
        let subject = if subject.is_empty() { t("mail-no-subject").into_owned() } else { subject.clone() };
        (id.to_string(), t_with("mail-conversation", &[("subject", subject.into()), ("count", (*count).into())]))
    });
    html! {
        (section("mail-not-here", None, html! {
            p.quiet { (t("mail-unsort-why")) }
            (form("unsort").field(Field::select("along", "mail-along").choices(ways_along(seen))).quiet_act("mail-unsort"))
        }))
        @if !seen.others.is_empty() {
            (section("mail-join", None, html! {
                p.quiet { (t("mail-join-why")) }
                (form("join").field(Field::select("under", "mail-join-under").choices(others)).quiet_act("mail-join-act"))
            }))
        }
    }
}

pub async fn act(
    me: Agent,
    Path((id, act)): Path<(Uuid, String)>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    desk::may_work(&me)?;
    let (back, request) = (Back::of(&typed), desk::request_of(&me, &typed));
    let did = match act.as_str() {
        "place" => place(&me, id, &typed, request).await,
        "unsort" => {
            let along = along_of(&typed);
            in_hand(&me, request, move |tx, hand| by_hand::put(tx, hand, id, along, &Place::Unsorted)).await
        }
        "undo" => in_hand(&me, request, move |tx, hand| by_hand::take_back(tx, hand, id)).await,
        "join" => {
            let under: Result<Uuid, _> = typed.value("under").parse();
            let Ok(under) = under else { return Err(Oops::NotFound) };
            kept_by(&me, request, move |tx, by| kept::join(tx, id, under, by)).await
        }
        "nothing" => kept_by(&me, request, move |tx, by| kept::put_away(tx, id, by)).await,
        "not-meant" => kept_by(&me, request, move |tx, by| kept::not_meant(tx, id, by)).await,
        _ => return Err(Oops::NotFound),
    };
    match did {
        Ok(()) if act == "undo" => Ok(desk::on_to(&back.href("done=undo"))),
        Ok(()) if back == Back::Unsorted => Ok(desk::on_to(&back.href(&format!("placed={id}")))),
        Ok(()) => Ok(desk::on_to(&back.href(&format!("moved={id}")))),
        Err(NotDone::Fault(fault)) => Err(fault.into()),
        Err(NotDone::Refused(refusal)) if refusal.field.is_some() => {
            desk::beside(&me, &mut typed, &refusal);
            Ok(desk::again(page(&me, id, String::new(), &typed).await?))
        }
        Err(NotDone::Refused(refusal)) => {
            let said = desk::says(&me, &refusal.text());
            let page = match back {
                Back::Unsorted => unsorted_mail::refused(&me, said).await?,
                Back::Case(number) => mail_tab::page(&me, number, mail_tab::Just::default(), Some(said)).await?,
            };
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

fn along_of(typed: &Typed) -> Along {
    Along::from_word(typed.value("along")).unwrap_or(Along::Alone)
}

/// One transaction in which cases hear of what becomes of their mail.
pub async fn in_hand(
    me: &Agent,
    request: RequestId,
    work: impl Fn(&Tx, &Hand) -> Result<Option<store::firm::Firm>, NotDone> + Send + 'static,
) -> Result<(), NotDone> {
    let (firm, by, salt) = (me.app.firm(), me.by(request), me.app.random::<16>());
    let moved = me.app.db.write(move |tx| work(tx, &Hand { firm: &firm, by, salt })).await?;
    moved.into_iter().for_each(|firm| me.app.set_firm(firm));
    Ok(())
}

async fn kept_by(
    me: &Agent,
    request: RequestId,
    work: impl Fn(&Tx, &store::By) -> Result<(), NotKept> + Send + 'static,
) -> Result<(), NotDone> {
    let by = me.by(request);
    match me.app.db.write(move |tx| work(tx, &by)).await {
        Ok(()) => Ok(()),
        Err(NotKept::Refused(refusal)) => Err(refusal.into()),
        Err(NotKept::Fault(fault)) => Err(fault.into()),
    }
}

async fn place(me: &Agent, id: Uuid, typed: &Typed, request: RequestId) -> Result<(), NotDone> {
    let (case, contact, along) = (typed.value("case").to_owned(), typed.value("contact").to_owned(), along_of(typed));
    let work = move |tx: &Tx, hand: &Hand| {
        let place = place_of(tx, id, &case, &contact)?;
        by_hand::put(tx, hand, id, along, &place)
    };
    in_hand(me, request, work).await
}

/// The case or the contact that was named. Who wrote, on a case, is the contact with that address, else whoever speaks for the customer there.
fn place_of(conn: &Conn, mail: Uuid, case: &str, contact: &str) -> Result<Place, NotDone> {
    if case.is_empty() {
        return match contacts::by_email(conn, contact)?.first() {
            Some(found) => Ok(Place::Account { account: found.account_id, contact: found.id }),
            None => Err(Refusal::input("contact", "mail-no-such-contact").into()),
        };
    }
    let number = case.parse::<CaseNumber>().ok();
    let found = number.map(|number| cases::by_number(conn, number)).transpose()?.flatten();
    let Some(case) = found.map(|kept| kept.case) else {
        return Err(Refusal::input("case", "signal-case-number").into());
    };
    let from = messages::by_id(conn, mail)?.map(|mail| mail.from_mail).unwrap_or_default();
    let people = contacts::of_account(conn, case.account)?;
    let wrote = people.iter().find(|one| !from.is_empty() && one.email == from).map(|one| one.id);
    let contact: Option<ContactId> = wrote.or(case.contact).or_else(|| people.first().map(|one| one.id));
    let Some(contact) = contact else { return Err(Refusal::input("case", "mail-case-without-contact").into()) };
    Ok(Place::Case { case: case.id, account: case.account, contact })
}
