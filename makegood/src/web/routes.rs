//! Every URL on one screen. A handler's first argument says who may ask: `Agent`, `Administrator`, `Guest`, `Receiver`, `Supplier` or `Public`.
use super::case_files::any_size;
use super::order_import::upload_size;
use super::playbooks::file_size;
use super::theirs_fresh::layer as fresh;
use super::theirs_shell::unlisted;
use super::*;
use crate::app::App;
use crate::session;
use crate::theirs::{by_link, guest::Guest, receiver::Receiver, supplier::Supplier};
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

pub fn router(app: App) -> Router<App> {
    Router::new()
        .route("/", get(run_to_it::show))
        .route("/first-run", get(first_run::show).post(first_run::create))
        .route("/sign-in", get(sign_in::show).post(sign_in::create))
        .route("/sign-out", post(sign_in::end))
        .route("/how-we-handle-trouble", get(theirs_handling::show))
        .merge(of_cases())
        .merge(of_insight())
        .route("/guide", get(guide::show).post(guide::step))
        .route("/tour", get(tour::show))
        .route("/tour/{stop}", get(tour::go))
        .route("/signals", get(signal_list::show))
        .route("/signals/new", get(tell_signal::show).post(tell_signal::create))
        .route("/signals/mail", get(unsorted_mail::show))
        .route("/signals/calls", get(todays_calls::show))
        .route("/watch", get(honesty::show))
        .merge(of_orders())
        .route("/delivery-checks/{id}", get(delivery_checks::show).post(delivery_checks::create))
        .route("/accounts", get(accounts::show))
        .route("/accounts/new", get(account_form::new).post(account_form::create))
        .route("/accounts/quiet", get(quiet_accounts::show))
        .route("/accounts/{id}", get(accounts::one))
        .route("/accounts/{id}/arrivals", get(delivery_links::show).post(delivery_links::create))
        .route("/accounts/{id}/arrivals/{link}/revoke", post(delivery_links::end))
        .route("/accounts/{id}/change", get(account_form::change).post(account_form::update))
        .route("/accounts/{id}/contacts", get(contact_form::new).post(contact_form::create))
        .route("/accounts/{id}/sales-contact", get(sales::show).post(sales::create))
        .route("/contacts/{id}", get(contact_form::change).post(contact_form::update))
        .route("/learned/{number}/{about}", post(learned::place))
        .route("/drafts", get(drafts::list).post(drafts::keep))
        .route("/drafts/discard", post(drafts::discard))
        .route("/looks", post(run_to_it::seen))
        .route("/live", get(live::listen))
        .route("/live/gone", post(live::gone))
        .route("/review/rules", get(review_rules::show))
        .route("/review/rules/{id}", get(review_rules::one))
        .route("/search", get(search::show))
        .route("/palette", get(palette::find))
        .route("/notices", get(notices::show).post(notices::read))
        .route("/mail/letters/{id}/contact", get(mail_contact::show).post(mail_contact::create))
        .route("/mail/letters/{id}/files/{nth}", get(letters::file))
        .route("/mail/letters/{id}/move", get(mail_move::show))
        .route("/mail/letters/{id}/page", get(letters::page))
        .route("/mail/letters/{id}/raw", get(letters::raw))
        .route("/mail/letters/{id}/{act}", post(mail_move::act))
        .route("/mail/stuck", get(stuck_mail::show))
        .route("/mail/stuck/{mail}/{act}", post(stuck_mail::end))
        .route("/notices/{id}/acknowledge", post(notices::acknowledge))
        .route("/told/{token}", get(told::show).post(told::acknowledge).layer(unlisted()))
        .merge(of_settings())
        .merge(of_theirs())
        .route("/calendar/{file}", get(calendar_feed::show).layer(unlisted()))
        .route("/healthz", get(health::show))
        .route("/verify", get(theirs_verify::show))
        .merge(styleguide_in_debug())
        .fallback(async || fail::Oops::NotFound)
        .layer(from_fn_with_state(app.clone(), fresh))
        .layer(from_fn_with_state(app, session::same_site))
        .merge(by_mail_programs())
        .merge(assets::router())
}

/// Pressed by mail programs too, which say nothing of a site they come from (RFC 8058); the secret in the address is all that is asked.
fn by_mail_programs() -> Router<App> {
    Router::new().route("/notices/off/{token}", get(told::show_off).post(told::off).layer(unlisted()))
}

/// What the records can answer.
fn of_insight() -> Router<App> {
    Router::new()
        .route("/insight", get(insight::show))
        .route("/insight/made-good", get(good_words::show))
        .route("/insight/by-the-book", get(by_the_book::show))
        .route("/insight/by-the-book/paper", get(by_the_book::paper))
        .route("/insight/{name}", get(insight_report::show))
        .route("/insight/{name}/{what}", get(insight_report::behind))
}

/// Signals, order lines, and how far a trouble reaches.
fn of_orders() -> Router<App> {
    Router::new()
        .route("/radius", get(radius::show).post(radius::create))
        .route("/radius/{id}", get(boundary::show).post(boundary::amend))
        .route("/signals/{id}", get(signals::one))
        .route("/signals/{id}/{end}", post(signals::end))
        .route("/orders", get(orders::show))
        .route("/orders/line/{id}", get(line_page::show))
        .route("/orders/line/{id}/asked", post(line_asked::asked))
        .route("/orders/import", get(order_import::show).post(order_import::upload).layer(upload_size()))
        .route("/orders/import/{id}", get(order_import::one).post(order_import::go_on))
}

/// A case and what is done on it.
fn of_cases() -> Router<App> {
    Router::new()
        .route("/cases", get(case_list::show))
        .route("/cases/new", get(open_case::show).post(open_case::create))
        .route("/cases/{number}", get(case_page::show))
        .route("/cases/{number}/do/{command}", get(do_on_case::show).post(do_on_case::create))
        .route("/cases/{number}/meanwhile", get(meanwhile::show))
        .route("/cases/{number}/read-back", post(read_back::create))
        .route("/cases/{number}/review/{act}", post(review::create))
        .route("/cases/{number}/conversations", get(case_tabs::conversations))
        .route("/cases/{number}/options", get(case_options::show))
        .route("/cases/{number}/plan", get(case_plan::show))
        .route("/cases/{number}/cause", get(case_cause::show))
        .route("/cases/{number}/messages", get(mail_tab::show))
        .route("/cases/{number}/mail", get(mail_tab::show))
        .route("/cases/{number}/mail/new", get(compose::show).post(compose::create))
        .route("/cases/{number}/mail/{mail}/take-back", post(mail_acts::take_back))
        .route("/cases/{number}/mail/{mail}/raw", get(mail_acts::ours_raw))
        .route("/cases/{number}/start", get(help_start::show).post(help_start::ask))
        .route("/cases/{number}/what-they-see", get(case_told::show))
        .route("/cases/{number}/history", get(case_history::show))
        .route("/cases/{number}/history.json", get(case_history::export))
        .route("/cases/{number}/record", get(case_record::take))
        .route("/cases/{number}/why/{clock}", get(why::show))
        .route("/cases/{number}/calls", get(agreed_calls::show))
        .route("/cases/{number}/calls/{promise}", get(agreed_calls::take))
        .route("/cases/{number}/8d", get(case_report::show).post(case_report::create))
        .route("/cases/{number}/8d/{report}/{ending}", get(case_report::take))
        .route("/cases/{number}/files", get(case_files::show).post(case_files::create).layer(any_size()))
        .route("/cases/{number}/files/{file}", get(case_files::one))
        .route("/cases/{number}/bring-in", get(bring_in::show).post(bring_in::create))
        .route("/cases/{number}/suppliers", get(case_suppliers::show))
        .route("/cases/{number}/suppliers/{scar}/paper", get(case_suppliers::paper))
        .route("/cases/{number}/suppliers/{scar}/{what}", post(case_suppliers::create))
        .route("/cases/{number}/mediation", get(mediation::show))
        .route("/cases/{number}/mediation/pack", get(mediation::pack))
        .route("/cases/{number}/mediation/{what}", post(mediation::create))
        .route("/cases/{number}/links", get(their_links::show).post(their_links::create))
        .route("/cases/{number}/links/{id}/{what}", post(their_links::end))
}

/// The customer's own pages; no machine that reads the web lists them.
fn of_theirs() -> Router<App> {
    Router::new()
        .route("/their/", get(by_link::blank::<Guest>).post(theirs_fresh::nothing))
        .route("/their/asked", get(theirs_fresh::asked))
        .route("/their/{token}", get(by_link::open::<Guest>).post(theirs_fresh::nothing))
        .route("/theirs/{link}", get(theirs::show).post(theirs_fresh::nothing))
        .route("/theirs/{link}/calendar", get(theirs_calendar::show).post(theirs_calendar::create))
        .route("/theirs/{link}/calls/{promise}", get(theirs_calendar::call))
        .route("/theirs/{link}/read", post(theirs_act::read_it))
        .route("/theirs/{link}/record", get(theirs_record::take))
        .route("/theirs/{link}/reports/{report}", get(theirs_reports::show))
        .route("/theirs/{link}/reports/{report}/{ending}", get(theirs_reports::take))
        .route("/theirs/{link}/do/{act}", get(theirs_act::show).post(theirs_act::create))
        .route("/supplier/{token}", get(by_link::open::<Supplier>))
        .route("/suppliers/{link}", get(theirs_supplier::show).post(theirs_supplier::create))
        .route("/suppliers/{link}/paper", get(theirs_supplier::paper))
        .route(
            "/suppliers/{link}/files",
            get(theirs_supplier_files::show).post(theirs_supplier_files::create).layer(any_size()),
        )
        .route("/arrived/", get(by_link::blank::<Receiver>))
        .route("/arrived/{token}", get(by_link::open::<Receiver>))
        .route("/arrivals/{link}", get(theirs_arrivals::show).post(theirs_arrivals::create))
        .route("/mediator/{token}", get(mediator::show).post(mediator::create))
        .route("/theirs/{link}/mediation", get(theirs_mediation::show).post(theirs_mediation::create))
        .route("/theirs/{link}/files", get(theirs_files::show).post(theirs_files::create).layer(any_size()))
        .route("/theirs/{link}/files/{file}", get(theirs_files::one))
        .layer(unlisted())
}

/// What the firm has settled for itself.
fn of_settings() -> Router<App> {
    Router::new()
        .route("/settings", get(settings::show))
        .route("/settings/own", get(own::show).post(own::update))
        .route("/settings/own/notices", get(own_notices::show).post(own_notices::update))
        .route("/settings/own/notices/browsers", post(browsers::create))
        .route("/settings/own/notices/browsers/{id}/{act}", post(browsers::act))
        .route("/settings/own/calendar", post(own_calendar::create))
        .route("/settings/own/calendar/revoke", post(own_calendar::revoke))
        .route("/settings/people", get(people::show).post(people::create))
        .route("/settings/people/{id}", get(people::change).post(people::update))
        .route("/settings/calendars", get(calendars::show).post(calendars::create))
        .route("/settings/calendars/{id}", get(calendars::change).post(calendars::update))
        .route("/settings/calendars/{id}/closures", post(closures::look))
        .route("/settings/clocks", get(clocks::show).post(clocks::update))
        .route("/settings/emergency", get(emergency::show))
        .route("/settings/emergency/new", get(emergency_form::new).post(emergency_form::create))
        .route("/settings/emergency/{id}", get(emergency::one).post(emergency::settle))
        .route("/settings/emergency/{id}/change", get(emergency_form::change).post(emergency_form::update))
        .route("/settings/preparedness", get(preparedness::show))
        .route("/settings/mail", get(mail_health::show))
        .route("/settings/mailboxes", get(mailboxes::show).post(mailboxes::create))
        .route("/settings/mailboxes/{id}", get(mailboxes::change).post(mailboxes::update))
        .route("/settings/limits", get(limits::show).post(limits::update))
        .route("/settings/incoming", get(hooks_in::show).post(hooks_in::create))
        .route("/settings/incoming/{id}", get(hooks_in::one))
        .route("/settings/incoming/{id}/{what}", post(hooks_in::act))
        .route("/settings/playbooks", get(playbooks::show))
        .route("/settings/playbooks/begin", get(playbook_choice::show).post(playbook_choice::update))
        .route("/settings/playbooks/import", post(playbooks::import).layer(file_size()))
        .route("/settings/playbooks/new", get(playbook_editor::new).post(playbook_editor::create))
        .route("/settings/playbooks/{name}", get(playbook_page::show).post(playbook_page::withdraw))
        .route("/settings/playbooks/{name}/change", get(playbook_editor::change).post(playbook_editor::update))
        .route("/settings/playbooks/{name}/{version}", get(playbook_page::version).post(playbook_page::back))
        .route("/settings/playbooks/{name}/{version}/file", get(playbook_page::file))
        .route("/settings/webhooks", get(webhooks::show).post(webhooks::create))
        .route("/settings/webhooks/{id}", get(webhook::show).post(webhook::update))
        .route("/settings/webhooks/{id}/{what}", post(webhook::act))
        .route("/settings/tokens", get(tokens::show).post(tokens::create))
        .route("/settings/tokens/{id}/revoke", post(tokens::revoke))
        .route("/settings/sessions/{key}/end", post(tokens::end_session))
        .route("/settings/how-we-handle-trouble", get(handling_setting::show).post(handling_setting::update))
        .route("/settings/how-we-handle-trouble/preview", get(handling_setting::preview))
        .route("/settings/review", get(review_setting::show).post(review_setting::update))
        .route("/settings/audit", get(settings::audit))
}

/// The living style page is for developers; a release does not serve it.
fn styleguide_in_debug() -> Router<App> {
    if cfg!(debug_assertions) {
        styleguide::Sheet::ALL.into_iter().fold(Router::new(), |router, sheet| {
            router.route(sheet.path(), get(move || async move { styleguide::sheet(sheet) }))
        })
    } else {
        Router::new()
    }
}
