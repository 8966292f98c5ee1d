//! *How you hear of it* under *About you*: for each kind of notice whether mail brings it at once, once a day or not at all, and whether
//! webhooks hear of it, with a look at what today would have brought.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::ui::{self, Field, Form, Nav, Table, Typed};
use super::{browsers, setting_page, when};
use crate::session::Agent;
use crate::words::{t, t_with};
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use casework::notices::{About, ByMail, next_shift};
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use store::notice_ways::{self, ByHooks, ByPush, Way, Ways};
use store::outbox::{self, Notice};
use store::{Conn, Fault, hooks, mailboxes};

pub const HERE: &str = "/settings/own/notices";
/// Notices of today that the look names one by one.
const LOOKED_AT: usize = 10;

/// What the page needs besides the choice.
struct Around {
    ways: Ways,
    hooks: bool,
    sends: bool,
    today: Vec<Notice>,
    browsers: browsers::Seen,
}

async fn around(agent: &Agent) -> Result<Around, Fault> {
    let (person, now) = (agent.person.id, agent.app.now());
    let midnight = now.to_zoned(agent.zone.clone()).start_of_day().map_or(now, |day| day.timestamp());
    let read = move |conn: &Conn| {
        let mut today = outbox::notices(conn, person, now)?;
        today.retain(|notice| notice.due_at >= midnight);
        Ok::<_, Fault>(Around {
            ways: notice_ways::of(conn, person)?,
            hooks: hooks::list(conn)?.iter().any(|hook| hook.active),
            sends: mailboxes::default(conn)?.is_some_and(|mailbox| mailbox.spec.outgoing.is_some()),
            today,
            browsers: browsers::Seen::read(conn, person)?,
        })
    };
    agent.app.db.read(read).await
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    browser: String,
}

pub async fn show(agent: Agent, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let around = around(&agent).await?;
    let notice = match asked.browser.as_str() {
        "connected" => Some(ui::Notice::done("push-connected")),
        "refused" => Some(ui::Notice::look("push-not-connected")),
        _ => None,
    };
    page(&agent, &around, &filled(&around.ways), &around.ways, notice).await
}

fn filled(ways: &Ways) -> Typed {
    ways.iter().fold(Typed::nothing(), |typed, (about, way)| {
        let typed = typed.with(about.word(), way.mail.word());
        let typed = if way.hooks == ByHooks::Yes { typed.with("hooks", about.word()) } else { typed };
        if way.push == ByPush::Yes { typed.with("push", about.word()) } else { typed }
    })
}

pub fn name_of(about: About) -> String {
    t(&format!("notice-about-{}", about.word())).into_owned()
}

async fn page(
    agent: &Agent,
    around: &Around,
    typed: &Typed,
    chosen: &Ways,
    notice: Option<ui::Notice>,
) -> Result<Markup, Oops> {
    let choices = |about: &About| {
        ByMail::ALL.iter().fold(Field::radios(about.word(), name_of(*about)), |field, mail| {
            field.choice(mail.word(), t(&format!("notice-by-mail-{}", mail.word().replace('_', "-"))))
        })
    };
    let free = || About::ALL.iter().filter(|about| about.may_choose());
    let mut form = Form::post(HERE, agent.app.new_id()).typed(typed);
    for about in free() {
        form = form.field(choices(about));
    }
    if around.hooks {
        let all = free().map(|about| (about.word().to_owned(), name_of(*about)));
        form = form
            .field(Field::checks("hooks", "own-notices-hooks").help("own-notices-hooks-help").optional().choices(all));
    }
    if around.browsers.hears() {
        let all = free().map(|about| (about.word().to_owned(), name_of(*about)));
        form =
            form.field(Field::checks("push", "own-notices-push").help("own-notices-push-help").optional().choices(all));
    }
    let form = form.act("act-save").or_act("look", "yes", "own-notices-look").or_go("/settings/own", "act-back");
    let body = html! {
        (ui::heading(t("own-notices-title"), None))
        p { (t("own-notices-intro")) }
        p { (t("own-notices-danger")) }
        @if !around.sends { (ui::Notice::look("own-notices-no-mailbox")) }
        (form)
        (ui::section("push-title", None, around.browsers.shown(agent)))
        (ui::section("own-notices-today", None, today(agent, &around.today, chosen)))
        (setting_page::changes(agent, &agent.person.id.to_string()).await?)
    };
    Ok(desk::page_with(agent, t("own-notices-title").into_owned(), Nav::Settings, notice, body))
}

/// How a notice comes besides the page. What is urgent comes at once, unless no mail of its kind is wanted.
fn by_mail(notice: &Notice, ways: &Ways) -> ByMail {
    let chosen = ways.get(&About::of(&notice.text.key)).map_or(ByMail::Off, |way| way.mail);
    if notice.urgent && chosen == ByMail::Digest { ByMail::AtOnce } else { chosen }
}

/// What today would have brought by this choice.
fn today(agent: &Agent, notices: &[Notice], ways: &Ways) -> Markup {
    let now = agent.app.now();
    if notices.is_empty() {
        return html! { p.quiet { (t("own-notices-today-none")) } };
    }
    let count = |mail: ByMail| notices.iter().filter(|notice| by_mail(notice, ways) == mail).count();
    let shift = next_shift(now, &agent.firm.ours, &agent.zone, agent.person.quiet);
    let said = [
        ("all", notices.len().into()),
        ("now", count(ByMail::AtOnce).into()),
        ("digest", count(ByMail::Digest).into()),
        ("off", count(ByMail::Off).into()),
        ("shift", when::moment(shift, now, &agent.zone).words.to_string().into()),
    ];
    let table = Table::new("own-notices-today")
        .under_its_heading()
        .col("own-notices-when")
        .col("own-notices-what")
        .col("own-notices-how");
    let rows = notices.iter().take(LOOKED_AT).map(|notice| line(agent, notice, by_mail(notice, ways), now));
    html! { p { (t_with("own-notices-today-said", &said)) } (table.rows(rows)) }
}

fn line(agent: &Agent, notice: &Notice, mail: ByMail, now: Timestamp) -> [Markup; 3] {
    let how = t(&format!("notice-by-mail-{}", mail.word().replace('_', "-")));
    [
        html! { (ui::time(&when::moment(notice.due_at, now, &agent.zone))) },
        html! { (desk::says(agent, &notice.text)) },
        html! { (how) },
    ]
}

pub async fn update(agent: Agent, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let around = around(&agent).await?;
    let wanted = read(&mut typed, &around);
    if typed.is_fine() && typed.filled("look").is_some() {
        return Ok(page(&agent, &around, &typed, &wanted, None).await?.into_response());
    }
    if typed.is_fine() {
        let (person, ways, by) = (agent.person.id, wanted.clone(), agent.by(desk::request_of(&agent, &typed)));
        match agent.app.db.write(move |tx| notice_ways::keep(tx, person, &ways, &by)).await {
            Ok(()) => return Ok(desk::on_to(HERE)),
            Err(why) => desk::refused(&agent, &mut typed, why)?,
        }
    }
    Ok(desk::again(page(&agent, &around, &typed, &wanted, None).await?))
}

/// What was chosen; what is not on the page stays as it was.
fn read(typed: &mut Typed, around: &Around) -> Ways {
    let mut ways = around.ways.clone();
    for about in About::ALL.iter().filter(|about| about.may_choose()) {
        let Some(mail) = ByMail::from_word(typed.value(about.word())) else {
            typed.wrong(about.word(), t("form-choose"));
            continue;
        };
        let asked = typed.values("hooks").any(|word| word == about.word());
        let kept = ways.get(about).map_or(ByHooks::Yes, |way| way.hooks);
        let hooks = match (around.hooks, asked) {
            (true, true) => ByHooks::Yes,
            (true, false) => ByHooks::No,
            (false, _) => kept,
        };
        let push = match (around.browsers.hears(), typed.values("push").any(|word| word == about.word())) {
            (true, true) => ByPush::Yes,
            (true, false) => ByPush::No,
            (false, _) => ways.get(about).map_or(ByPush::Yes, |way| way.push),
        };
        ways.insert(*about, Way { mail, hooks, push });
    }
    ways
}
