//! What the pages of the desk share: the shell with the person's name, and small ways to read a post.
use super::form;
use super::ui::{self, Nav, Notice, Shell, Typed};
use super::{guide, tour};
use crate::handling;
use crate::say::Reader;
use crate::session::Agent;
use axum::extract::FromRequest;
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use casework::Refusal;
use casework::ids::RequestId;
use casework::text::Text;
use maud::Markup;
use std::collections::HashMap;
use store::audit::NotKept;

/// The page around the page for somebody signed in: who they are, whose Makegood it is, and where they are led.
pub fn shell(agent: &Agent, title: impl Into<ui::Label>, nav: Nav) -> Shell {
    let strip = tour::strip(agent, nav).or_else(|| guide::strip(agent, nav));
    let firm = &agent.firm;
    let shell = Shell::new(title).nav(nav).who(agent.person.name.clone()).firm(&*firm.company);
    shell.handling(handling::way(firm)).strip(strip)
}
/// A whole page of the desk for somebody signed in.
pub fn page(agent: &Agent, title: impl Into<ui::Label>, nav: Nav, body: Markup) -> Markup {
    ui::page(shell(agent, title, nav), body)
}
/// The same with word of what was just done.
pub fn page_with(agent: &Agent, title: impl Into<ui::Label>, nav: Nav, notice: Option<Notice>, body: Markup) -> Markup {
    let shell = shell(agent, title, nav);
    ui::page(
        match notice {
            Some(notice) => shell.notice(notice),
            None => shell,
        },
        body,
    )
}

/// A page with a shell of its own.
pub fn shelled(shell: Shell, body: Markup) -> Markup {
    ui::page(shell, body)
}

/// Nothing here: what to do next, and while Makegood is being set up the way back into the guide.
pub fn empty(agent: &Agent, sentence: impl Into<ui::Label>, next: Option<(&str, ui::Label)>) -> Markup {
    let guide = guide::is_under_way(agent).then(|| ("/guide", ui::Label::from("guide-go-on")));
    ui::empty_with(sentence, next.into_iter().chain(guide))
}

/// The pairs of a posted form, kept as they were typed.
pub struct Posted(pub Typed);

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Response;
    async fn from_request(request: Request<axum::body::Body>, state: &S) -> Result<Self, Response> {
        let axum::extract::RawForm(bytes) =
            axum::extract::RawForm::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        Ok(Self(form::typed(&bytes)))
    }
}

/// The request id that the form carried, so that pressing twice does the act once; a fresh one when it is missing.
pub fn request_of(agent: &Agent, typed: &Typed) -> RequestId {
    typed.value("request_id").parse().unwrap_or_else(|_| agent.app.new_request())
}

/// What the rules say, in the words of whoever looks; where no customer is meant, none is named.
pub fn says(agent: &Agent, text: &Text) -> String {
    let (contacts, accounts) = (HashMap::new(), HashMap::new());
    let now = agent.app.now();
    Reader { firm: &agent.firm, contacts: &contacts, accounts: &accounts, zone: &agent.zone, now }.say(text)
}

/// Puts a refusal beside its field, in words.
pub fn beside(agent: &Agent, typed: &mut Typed, refusal: &Refusal) {
    typed.wrong(refusal.field.unwrap_or(""), says(agent, &refusal.text()));
}

/// A refusal goes back to the form, a fault of ours to its own page.
///
/// # Errors
/// The fault.
pub fn refused(agent: &Agent, typed: &mut Typed, why: NotKept) -> Result<(), super::fail::Oops> {
    match why {
        NotKept::Refused(refusal) => {
            beside(agent, typed, &refusal);
            Ok(())
        }
        NotKept::Fault(fault) => Err(fault.into()),
    }
}

/// The form again, with everything that was typed.
pub fn again(page: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
/// Done: on to the page that shows it.
pub fn on_to(path: &str) -> Response {
    Redirect::to(path).into_response()
}
/// Whoever works on cases, or keeps the settings, may also change what is known of customers; a reader looks only.
///
/// # Errors
/// `Forbidden` for a reader.
pub fn may_work(agent: &Agent) -> Result<(), super::fail::Oops> {
    let may = agent.person.roles.iter().any(|role| *role != casework::kinds::Role::Reader);
    if may { Ok(()) } else { Err(super::fail::Oops::Forbidden) }
}
/// What was wrong, where the form that was sent is not on the page any more.
pub fn said(typed: &Typed) -> Markup {
    maud::html! { @for (_, sentence) in typed.errors() { (ui::Refusal::new(sentence.clone())) } }
}
