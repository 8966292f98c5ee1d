//! Colleagues: who may sign in, what they may do, when they would rather not be called.
use super::desk::{self, Posted};
use super::edits::{self, Seen};
use super::fail::Oops;
use super::first_run::zone_field;
use super::ui::{self, Field, Form, Nav, Table, Typed};
use super::{person_trial, setting_page};
use crate::password;
use crate::session::{Administrator, Agent};
use crate::words::{Language, Progress, t, t_with};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use casework::ids::PersonId;
use casework::kinds::Role;
use casework::refusal::Strength;
use maud::{Markup, html};
use store::audit::NotKept;
use store::people::{self, Person};
use store::teams;

pub async fn show(Administrator(agent): Administrator) -> Result<Markup, Oops> {
    list(&agent, &starting(&agent)).await
}

fn starting(agent: &Agent) -> Typed {
    Typed::nothing()
        .with("zone", &agent.person.zone)
        .with("roles", Role::Owner.word())
        .with("quiet_from", "20:00")
        .with("quiet_to", "07:00")
}

async fn list(agent: &Agent, typed: &Typed) -> Result<Markup, Oops> {
    let (all, teams) =
        agent.app.db.read(|conn| Ok::<_, store::Fault>((people::list(conn)?, teams::all(conn)?))).await?;
    let rows = all.iter().map(|p| {
        let roles: Vec<_> = p.roles.iter().map(|r| t(&role_key(*r)).into_owned()).collect();
        [
            html! { a href={ "/settings/people/" (p.id) } data-go { (p.name) } },
            html! { (p.email) },
            html! { (roles.join(", ")) },
            html! { (p.zone) },
            html! { (t(if p.active { "people-active" } else { "people-left" })) },
        ]
    });
    let table = Table::new("people-title")
        .under_its_heading()
        .col("people-name")
        .col("people-email")
        .col("people-roles")
        .col("field-zone")
        .col("people-standing")
        .rows(rows);
    let new =
        form(Form::post("/settings/people", agent.app.new_id()).typed(typed), Secret::Needed, &teams).act("people-add");
    let body = html! {
        (ui::heading(t("people-title"), None))
        (table)
        (ui::section("people-new", None, html! { (new) }))
    };
    Ok(desk::page(agent, "people-title", Nav::Settings, body))
}
fn role_key(role: Role) -> String {
    format!("role-{}", role.word().replace('_', "-"))
}

/// Whether the form must carry a password.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Secret {
    Needed,
    Kept,
}

fn form<'f>(form: Form<'f>, secret: Secret, teams: &[String]) -> Form<'f> {
    let password = Field::password("password", "people-password").help("password-help").autocomplete("new-password");
    let roles = Role::ALL.iter().fold(Field::checks("roles", "people-roles").help("people-roles-help"), |field, r| {
        field.choice(r.word(), t(&role_key(*r)))
    });
    // The password stands beside what one signs in with, where a browser's own keeper of passwords looks for it.
    let password = if secret == Secret::Needed { password } else { password.optional().help("people-password-kept") };
    form.row([
        Field::text("name", "people-name").autocomplete("off"),
        Field::phone("phone", "people-phone").optional().autocomplete("off"),
    ])
    .row([Field::email("email", "people-email").autocomplete("username"), password])
    .row([zone_field(), language_field()])
    .field(team_field(teams))
    .field(roles)
    .row(quiet_fields())
}

/// In which language they read the desk: as their browser asks, or one of ours, each by its own name.
pub fn language_field() -> Field {
    let named = |language: Language| match language.progress() {
        Progress::Complete => language.own_name().to_owned(),
        Progress::Begun => t_with("people-language-begun", &[("language", language.own_name().into())]),
    };
    let languages = Language::ALL.into_iter().map(|language| (language.tag().to_owned(), named(language)));
    Field::select("language", "people-language")
        .optional()
        .choice("", "people-language-browser")
        .choices(languages)
        .help("people-language-help")
}

/// The hours in which somebody would rather not be called.
pub fn quiet_fields() -> [Field; 2] {
    [
        Field::time("quiet_from", "people-quiet-from").help("people-quiet-help").optional(),
        Field::time("quiet_to", "people-quiet-to").optional(),
    ]
}

/// A word that several people share: they see each other's lines under *My team*.
fn team_field(teams: &[String]) -> Field {
    let help = match teams {
        [] => t("people-team-help").into_owned(),
        some => t_with("people-team-help-some", &[("teams", some.join(", ").into())]),
    };
    Field::text("team", "people-team").help(help).optional().autocomplete("off").length(60)
}

pub async fn create(Administrator(agent): Administrator, Posted(mut typed): Posted) -> Result<Response, Oops> {
    let id = PersonId(agent.app.new_id());
    let person = read(&mut typed, id);
    let hash = hashed(&agent, &mut typed).await;
    if let (true, Some(hash)) = (typed.is_fine(), hash) {
        let (by, team) = (agent.by(desk::request_of(&agent, &typed)), typed.value("team").to_owned());
        let kept = agent.app.db.write(move |tx| {
            people::add(tx, &person, &hash, &by)?;
            teams::set(tx, id, &team, &by)
        });
        let kept = kept.await;
        if let Some(response) = settled(&agent, &mut typed, kept).await? {
            return Ok(response);
        }
    }
    Ok(desk::again(list(&agent, &typed).await?))
}

async fn settled(agent: &Agent, typed: &mut Typed, kept: Result<(), NotKept>) -> Result<Option<Response>, Oops> {
    match kept {
        Ok(()) => {
            agent.app.refresh_firm().await?;
            Ok(Some(desk::on_to("/settings/people")))
        }
        Err(why) => desk::refused(agent, typed, why).map(|()| None),
    }
}

async fn hashed(agent: &Agent, typed: &mut Typed) -> Option<String> {
    let (password, salt) = (typed.value("password").to_owned(), agent.app.random::<16>());
    let hash = tokio::task::spawn_blocking(move || password::hash(&password, salt)).await.ok()?;
    hash.map_err(|refusal| desk::beside(agent, typed, &refusal)).ok()
}

/// The hours of the form; one time without the other is said beside it.
pub fn quiet_of(typed: &mut Typed) -> Option<(u16, u16)> {
    let minutes = |typed: &Typed, name: &str| {
        typed
            .filled(name)
            .and_then(|v| v.parse::<jiff::civil::Time>().ok())
            .and_then(|at| u16::try_from(i32::from(at.hour()) * 60 + i32::from(at.minute())).ok())
    };
    let quiet = minutes(typed, "quiet_from").zip(minutes(typed, "quiet_to"));
    if quiet.is_none() && (typed.filled("quiet_from").is_some() || typed.filled("quiet_to").is_some()) {
        typed.wrong("quiet_from", t("people-quiet-both"));
    }
    quiet
}

/// The zone of the form, which must be one that is known.
pub fn zone_of(typed: &mut Typed) -> String {
    let zone = typed.value("zone").to_owned();
    if store::holidays::zone(&zone).is_err() {
        typed.wrong("zone", t("field-zone-unknown"));
    }
    zone
}

/// The person of the form; what makes no sense is said beside the fields.
fn read(typed: &mut Typed, id: PersonId) -> Person {
    let (quiet, zone) = (quiet_of(typed), zone_of(typed));
    let roles: Vec<Role> = typed.values("roles").filter_map(Role::from_word).collect();
    if roles.is_empty() {
        typed.wrong("roles", t("people-roles-needed"));
    }
    let text = |name: &str| typed.value(name).to_owned();
    Person {
        id,
        name: text("name"),
        email: text("email").to_lowercase(),
        phone: text("phone"),
        zone,
        roles,
        quiet,
        active: true,
        language: text("language"),
    }
}

pub async fn change(Administrator(agent): Administrator, Path(id): Path<PersonId>) -> Result<Markup, Oops> {
    let (person, team, teams) = one(&agent, id).await?;
    let mut typed = filled(&person).with("name", &person.name).with("email", &person.email).with("team", &team);
    for role in &person.roles {
        typed = typed.with("roles", role.word());
    }
    if person.active {
        typed = typed.with("active", "on");
    }
    let seen = Seen::fresh(&agent, &(person.clone(), team));
    edit(&agent, &person, &teams, &typed, seen, None).await
}

/// The fields that a person may also change of themselves, as they are kept.
pub fn filled(person: &Person) -> Typed {
    let clock = |m: u16| format!("{:02}:{:02}", m / 60, m % 60);
    let typed =
        Typed::nothing().with("phone", &person.phone).with("zone", &person.zone).with("language", &person.language);
    match person.quiet {
        Some((from, to)) => typed.with("quiet_from", clock(from)).with("quiet_to", clock(to)),
        None => typed,
    }
}

/// A colleague, their team, and every team there is.
async fn one(agent: &Agent, id: PersonId) -> Result<(Person, String, Vec<String>), Oops> {
    let read = move |conn: &store::Conn| {
        let Some(person) = people::by_id(conn, id)? else { return Ok::<_, store::Fault>(None) };
        Ok(Some((person, teams::of(conn, id)?, teams::all(conn)?)))
    };
    agent.app.db.read(read).await?.ok_or(Oops::NotFound)
}

async fn edit(
    agent: &Agent,
    person: &Person,
    teams: &[String],
    typed: &Typed,
    seen: Seen,
    look: Option<Markup>,
) -> Result<Markup, Oops> {
    let blank = Form::post(format!("/settings/people/{}", person.id), agent.app.new_id()).typed(typed);
    let form = form(seen.into_form(blank), Secret::Kept, teams)
        .field(Field::check("active", "people-may-sign-in"))
        .act("act-save")
        .or_act("look", "yes", "clocks-look")
        .or_go("/settings/people", "act-back");
    let body = html! {
        (ui::heading(&person.name, None))
        @if let Some(look) = look { (look) }
        (form)
        (setting_page::changes(agent, &person.id.to_string()).await?)
    };
    Ok(desk::page(agent, person.name.clone(), Nav::Settings, body))
}

pub async fn update(
    Administrator(agent): Administrator,
    Path(id): Path<PersonId>,
    Posted(mut typed): Posted,
) -> Result<Response, Oops> {
    let (before, _, teams) = one(&agent, id).await?;
    let person = Person { active: typed.filled("active").is_some(), ..read(&mut typed, id) };
    if id == agent.person.id && (!person.active || !person.roles.contains(&Role::Administrator)) {
        typed.wrong("roles", t("people-not-oneself"));
    }
    let mut seen = Seen::sent(&typed);
    if typed.is_fine() && typed.filled("look").is_some() {
        let look = person_trial::look(&agent, &before, &person).await?;
        return Ok(edit(&agent, &before, &teams, &typed, seen, Some(look)).await?.into_response());
    }
    let hash = if typed.filled("password").is_some() { hashed(&agent, &mut typed).await } else { None };
    if typed.is_fine() {
        let (by, team) = (agent.by(desk::request_of(&agent, &typed)), typed.value("team").to_owned());
        let leaves = before.active && !person.active;
        let mark = seen.mark();
        let kept = agent.app.db.write(move |tx| {
            let now = people::by_id(tx, id)?.map(|now| Ok::<_, store::Fault>((now, teams::of(tx, id)?))).transpose()?;
            edits::unchanged(&mark, now.as_ref())?;
            people::change(tx, &person, &by)?;
            teams::set(tx, id, &team, &by)?;
            if leaves {
                store::sessions::end_all(tx, id)?;
            }
            hash.as_ref().map_or(Ok(()), |hash| people::set_password(tx, id, hash, &by))
        });
        match kept.await {
            Err(NotKept::Refused(no)) if no.strength == Strength::Changed => {
                let (now, team, _) = one(&agent, id).await?;
                seen = seen.came_back(&agent, &mut typed, no.into(), id.to_string(), &(now, team)).await?;
            }
            kept => {
                if let Some(response) = settled(&agent, &mut typed, kept).await? {
                    return Ok(response);
                }
            }
        }
    }
    Ok(desk::again(edit(&agent, &before, &teams, &typed, seen, None).await?))
}
