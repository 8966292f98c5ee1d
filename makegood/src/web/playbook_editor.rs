//! A playbook is written: as a form or as text, looked at before it is kept, and nothing typed is lost on the way.
use super::desk::{self, Posted};
use super::fail::Oops;
use super::playbook_words as words;
use super::ui::Typed;
use crate::session::{Administrator, Agent};
use crate::words::{Words, t, t_with};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use casework::playbook::{NAME_AT_MOST, Playbook, Weight, is_key};
use draft::{Draft, Press, named};
use maud::Markup;
use pages::{form_page, look_page, text_page};
use serde::Deserialize;
use store::playbooks::{self, BODY_AT_MOST, Seen, Standing, is_built_in};

mod draft;
pub mod look;
mod pages;
mod steps;
pub mod text;

pub const HERE: &str = "/settings/playbooks";
/// Problems of a text that are told at once.
const TOLD_AT_MOST: usize = 20;

/// Which playbook is written, and what stands there before; nothing of it for a new one.
#[derive(Default)]
pub struct Place {
    /// Nothing for a new one.
    pub name: Option<String>,
    /// What new cases begin with, or began with last.
    pub before: Option<Playbook>,
    standing: Option<Standing>,
    last: u32,
}

impl Place {
    /// The place of a playbook that is there.
    ///
    /// # Errors
    /// `NotFound` when there is none of that name.
    pub async fn of(agent: &Agent, name: &str) -> Result<Self, Oops> {
        let wanted = name.to_owned();
        let read = move |conn: &store::Conn| {
            let standing = playbooks::standing(conn, &wanted)?;
            let kept = match &standing {
                Some(standing) => playbooks::version(conn, &wanted, standing.version)?,
                None => None,
            };
            Ok::<_, store::Fault>((standing, kept, playbooks::versions(conn, &wanted)?))
        };
        let (standing, kept, all) = agent.app.db.read(read).await?;
        let kept = kept.map(|kept| kept.playbook()).transpose()?;
        let offered = || agent.firm.playbooks.iter().find(|p| p.name == name).cloned();
        let before = kept.or_else(offered).ok_or(Oops::NotFound)?;
        let last = all.first().map_or(before.version, |last| last.version);
        Ok(Self { name: Some(name.to_owned()), before: Some(before), standing, last })
    }

    /// The number that the next version gets.
    pub fn next(&self) -> u32 {
        self.last + 1
    }
    fn seen(&self) -> i64 {
        self.standing.as_ref().map_or(0, |standing| standing.changes)
    }
    fn action(&self) -> String {
        self.name.as_ref().map_or_else(|| format!("{HERE}/new"), |name| format!("{HERE}/{name}/change"))
    }
    fn back(&self) -> String {
        self.name.as_ref().map_or_else(|| HERE.to_owned(), |name| format!("{HERE}/{name}"))
    }
    fn heading(&self) -> String {
        match &self.before {
            Some(before) => t_with("playbooks-change", &[("title", words::title(before).into())]),
            None => t("playbooks-new").into_owned(),
        }
    }
}

/// Where a new one begins, or from which earlier version a change does.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    copy: String,
    version: Option<u32>,
}

pub async fn new(Administrator(agent): Administrator, Query(asked): Query<Asked>) -> Result<Markup, Oops> {
    let draft = match agent.firm.playbooks.iter().find(|playbook| playbook.name == asked.copy) {
        None => Draft::new(),
        Some(copied) => {
            let title = t_with("playbooks-copy-of", &[("title", words::title(copied).into())]);
            Draft::of(Playbook { title: Some(title), ..copied.clone() })
        }
    };
    let place = Place::default();
    Ok(form_page(&agent, &place, &draft, &Typed::nothing(), place.seen(), None))
}

pub async fn create(Administrator(agent): Administrator, Posted(typed): Posted) -> Result<Response, Oops> {
    pressed(&agent, Place::default(), typed).await
}

pub async fn change(
    Administrator(agent): Administrator,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Oops> {
    let place = Place::of(&agent, &name).await?;
    let earlier = match asked.version {
        None => None,
        Some(number) => {
            let kept = agent.app.db.read(move |conn| playbooks::version(conn, &name, number)).await?;
            Some(kept.ok_or(Oops::NotFound)?.playbook()?)
        }
    };
    let begins = earlier.or_else(|| place.before.clone()).ok_or(Oops::NotFound)?;
    Ok(form_page(&agent, &place, &Draft::of(begins), &Typed::nothing(), place.seen(), None))
}

pub async fn update(
    Administrator(agent): Administrator,
    Path(name): Path<String>,
    Posted(typed): Posted,
) -> Result<Response, Oops> {
    let place = Place::of(&agent, &name).await?;
    pressed(&agent, place, typed).await
}

/// A text that came as a file: shown as text where it has to be mended, else as a form.
pub fn brought_in(agent: &Agent, place: &Place, text: &str) -> Markup {
    let note = Some(t("playbooks-import-read").into_owned());
    let mut told = Typed::nothing();
    match text::read(text) {
        Ok(read) => {
            let name = place.name.clone().unwrap_or_default();
            let draft = Draft::of(Playbook { name, ..read.playbook });
            form_page(agent, place, &draft, &told, place.seen(), note)
        }
        Err(problems) => {
            for problem in problems {
                tell_line(&mut told, problem.line, problem.words);
            }
            let shown: String = text.chars().take(BODY_AT_MOST).collect();
            text_page(agent, place, &shown, &told, place.seen(), note)
        }
    }
}

/// One press of a button, whichever page it stood on.
async fn pressed(agent: &Agent, place: Place, mut typed: Typed) -> Result<Response, Oops> {
    let seen = typed.value("seen").parse().unwrap_or_else(|_| place.seen());
    let press = typed.value("do").to_owned();
    // The text travels alone; the form travels as its fields.
    if typed.names().any(|name| name == "text") {
        return of_text(agent, &place, typed, seen, &press).await;
    }
    let mut draft = Draft::read(&typed, place.name.as_deref());
    if let Some((press, at)) = Press::read(&press) {
        draft.press(press, at);
        return Ok(form_page(agent, &place, &draft, &typed, seen, None).into_response());
    }
    if press == "text" {
        let body = draft.playbook.body();
        return Ok(text_page(agent, &place, &body, &Typed::nothing(), seen, None).into_response());
    }
    if !flaws_beside(agent, &draft.playbook, &place, &mut typed) {
        // The first step that cannot be taken is opened, so that its sentence is seen.
        let first = draft.playbook.flaws().into_iter().filter(|f| f.weight == Weight::Hinders).find_map(|f| f.step);
        draft.open = first.or(draft.open);
        return Ok(desk::again(form_page(agent, &place, &draft, &typed, seen, None)));
    }
    let body = draft.playbook.body();
    look_page(agent, &place, draft.playbook, &body, Mode::Form, &typed, seen).await
}

/// Whether the form or the text comes back when somebody changes it further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Form,
    Text,
}

async fn of_text(agent: &Agent, place: &Place, typed: Typed, seen: i64, press: &str) -> Result<Response, Oops> {
    let body = typed.value("text").replace("\r\n", "\n");
    let mode = if typed.value("mode") == "form" { Mode::Form } else { Mode::Text };
    let mut told = Typed::nothing();
    if body.chars().count() > BODY_AT_MOST {
        told.wrong("text", t_with("refusal-too-long", &[("most", BODY_AT_MOST.into())]));
        return Ok(desk::again(text_page(agent, place, &body, &told, seen, None)));
    }
    let read = match text::read(&body) {
        Ok(read) => read,
        Err(problems) => {
            for problem in problems {
                tell_line(&mut told, problem.line, problem.words);
            }
            return Ok(desk::again(text_page(agent, place, &body, &told, seen, None)));
        }
    };
    let playbook = Playbook { name: place.name.clone().unwrap_or_default(), ..read.playbook.clone() };
    if press == "form" || (press == "edit" && mode == Mode::Form) {
        return Ok(form_page(agent, place, &Draft::of(playbook), &told, seen, None).into_response());
    }
    if press == "edit" {
        return Ok(text_page(agent, place, &body, &told, seen, None).into_response());
    }
    let mut beside = Typed::nothing();
    if !flaws_beside(agent, &playbook, place, &mut beside) {
        for flaw in playbook.flaws().into_iter().filter(|flaw| flaw.weight == Weight::Hinders).take(TOLD_AT_MOST) {
            tell_line(&mut told, read.line_of(&flaw), desk::says(agent, &flaw.text));
        }
        if let Some(title) = beside.error("title").filter(|_| told.is_fine()) {
            told.wrong("text", title.clone());
        }
        return Ok(desk::again(text_page(agent, place, &body, &told, seen, None)));
    }
    // What a file says of its name and version is for whoever gets it; here both are given.
    let body = without_head(&body);
    if press == "keep" {
        return keep(agent, place, playbook, &body, mode, typed, seen).await;
    }
    look_page(agent, place, playbook, &body, mode, &typed, seen).await
}

fn tell_line(told: &mut Typed, line: usize, words: String) {
    let sentence = t_with("playbooks-line", &[("line", line.into()), ("problem", words.into())]);
    // The first stands beside the text, too; each has its own place in the summary.
    let name = if told.is_fine() { "text".to_owned() } else { format!("line {line} {}", told.errors().count()) };
    told.wrong(&name, sentence);
}

/// The text without the lines of its head that are not ours to say.
fn without_head(body: &str) -> String {
    let mut head = true;
    let is_head = |line: &str| {
        let word = line.split('=').next().unwrap_or_default().trim();
        matches!(word, "name" | "version") && line.contains('=')
    };
    let keeps = |line: &&str| {
        head &= !line.trim_start().starts_with('[');
        !(head && is_head(line))
    };
    let mut text = body.lines().filter(keeps).collect::<Vec<_>>().join("\n");
    text.push('\n');
    text
}

/// Says what hinders beside its field, and whether nothing does.
fn flaws_beside(agent: &Agent, playbook: &Playbook, place: &Place, typed: &mut Typed) -> bool {
    let own = place.name.as_deref().is_none_or(|name| !is_built_in(name));
    if own && playbook.title.as_ref().is_none_or(|title| title.trim().is_empty()) {
        typed.wrong("title", t("playbooks-flaw-title"));
    }
    for flaw in playbook.flaws().iter().filter(|flaw| flaw.weight == Weight::Hinders) {
        let name = flaw.step.map_or_else(|| flaw.field.to_owned(), |at| named(at, flaw.field));
        typed.wrong(&name, desk::says(agent, &flaw.text));
    }
    for (at, step) in playbook.steps.iter().enumerate() {
        if is_key(&step.title) && !Words::spoken().knows(&step.title) {
            let parts = [("title", step.title.as_str().into())];
            typed.wrong(&named(at, "title"), t_with("playbooks-text-no-title", &parts));
        }
    }
    typed.is_fine()
}

/// A name for records and files out of a title: nobody has it yet.
pub async fn free_name(agent: &Agent, title: &str) -> Result<String, Oops> {
    let mut name = String::new();
    for c in title.to_lowercase().chars() {
        match c {
            'ä' => name.push_str("ae"),
            'ö' => name.push_str("oe"),
            'ü' => name.push_str("ue"),
            'ß' => name.push_str("ss"),
            c if c.is_ascii_alphanumeric() => name.push(c),
            _ if !name.is_empty() && !name.ends_with('_') => name.push('_'),
            _ => {}
        }
    }
    name.truncate(NAME_AT_MOST - 3);
    let name = match name.trim_matches('_') {
        "" => "playbook".to_owned(),
        "new" | "import" | "begin" => format!("{}_playbook", name.trim_matches('_')),
        name => name.to_owned(),
    };
    let taken: Vec<String> = agent.app.db.read(playbooks::standings).await?.into_iter().map(|one| one.name).collect();
    let free = |name: &String| !is_built_in(name) && !taken.contains(name);
    let numbered = (2..100).map(|n| format!("{name}_{n}"));
    Ok(std::iter::once(name.clone()).chain(numbered).find(free).unwrap_or(name))
}

async fn keep(
    agent: &Agent,
    place: &Place,
    playbook: Playbook,
    body: &str,
    mode: Mode,
    mut typed: Typed,
    seen: i64,
) -> Result<Response, Oops> {
    let name = match &place.name {
        Some(name) => name.clone(),
        // The look said under which name, so that pressing twice keeps it once.
        None => typed.value("name").to_owned(),
    };
    let by = agent.by(desk::request_of(agent, &typed));
    let (kept, text, why) = (name.clone(), body.to_owned(), typed.value("why").to_owned());
    let written = agent.app.db.write(move |tx| playbooks::keep(tx, &kept, &text, &why, Seen(seen), &by)).await;
    match written {
        Ok(_) => {
            agent.app.refresh_firm().await?;
            Ok(desk::on_to(&format!("{HERE}/{name}")))
        }
        Err(why) => {
            desk::refused(agent, &mut typed, why)?;
            // What somebody else kept meanwhile stands beside it on the page that comes; the next press knows of it.
            let page = look_page(agent, place, playbook, body, mode, &typed, place.seen()).await?;
            Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
