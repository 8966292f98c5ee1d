//! A draft through a restart of the server, in a real browser: typed, never sent, and back; then sent, and gone.
use super::pages::{open, sign_in, two_cases, until};
use crate::browser::{Scheme, Script, with_browser};
use crate::support::world::{MARIA, NOW};
use crate::support::{Fresh, runtime};
use crate::visit::Visitor;
use store::dialect::Engine;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A running program that can be stopped as an administrator would.
struct Program {
    stop: oneshot::Sender<()>,
    runs: JoinHandle<anyhow::Result<()>>,
}

impl Program {
    /// The same address again and again.
    async fn start(at: &str, visitor: &Visitor) -> (String, Program) {
        let listener = TcpListener::bind(at).await.unwrap();
        let there = listener.local_addr().unwrap().to_string();
        let (stop, stopped) = oneshot::channel::<()>();
        let app = visitor.app.clone();
        let runs =
            tokio::spawn(async move { makegood::serve::answer(app, listener, async { drop(stopped.await) }).await });
        (there, Program { stop, runs })
    }

    async fn stop(self) {
        self.stop.send(()).unwrap();
        self.runs.await.unwrap().unwrap();
    }
}

#[test]
fn a_draft_survives_a_restart_of_the_server_and_goes_when_it_is_sent() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = Fresh::new(engine);
        runtime().block_on(async {
            let db = tokio::task::block_in_place(|| fresh.open());
            let [case, _] = two_cases(&db);
            let maria = Visitor::at(db.clone(), NOW).await.is(MARIA).await;
            let (there, program) = Program::start("127.0.0.1:0", &maria).await;
            let form = format!("http://{there}/cases/{case}/do/record-conversation?part=listening");
            with_browser(Script::On, async |browser| {
                sign_in(browser, &format!("http://{there}"), &maria).await;
                open(browser, &form).await;
                let hidden = browser.number("return document.querySelector('.by-hand').hidden ? 1 : 0").await;
                assert_eq!(hidden, 1, "with script it is kept by itself");
                let notes = "document.querySelector('#do [name=notes]')";
                browser.text(&format!("{notes}.focus(); return ''")).await;
                browser.driver.active_element().await.unwrap().send_keys("Half the boards, since six.").await.unwrap();
                until(browser, "kept", "document.querySelector('.saved').textContent.startsWith('Kept at ')").await;
                let here = "return JSON.stringify(Object.keys(localStorage).filter(k => k.startsWith('draft:')))";
                assert_eq!(browser.text(here).await, "[]", "the server has it, so this machine does not");

                // The server goes away for good, and comes back over the same database.
                program.stop().await;
                browser.driver.active_element().await.unwrap().send_keys(" They need them by Friday.").await.unwrap();
                until(
                    browser,
                    "word that it is not on the server",
                    "document.querySelector('.saved').textContent.startsWith('Not kept on the server')",
                )
                .await;
                tokio::task::block_in_place(|| db.close());
                let db = tokio::task::block_in_place(|| fresh.open());
                let again = Visitor::at(db.clone(), NOW).await;
                let (_, program) = Program::start(&there, &again).await;
                until(
                    browser,
                    "kept after the restart",
                    "document.querySelector('.saved').textContent.startsWith('Kept at ')",
                )
                .await;
                open(browser, &form).await;
                assert_eq!(
                    browser.text(&format!("return {notes}.value")).await,
                    "Half the boards, since six. They need them by Friday."
                );
                let back = browser.text("return document.querySelector('.back').textContent").await;
                assert!(back.starts_with("Kept from today"), "{back}");
                // While the server was away the browser said so; from here on it is silent.
                let away = browser.console().await;
                assert!(away.iter().all(|said| said.contains("ERR_CONNECTION_REFUSED")), "{away:?}");
                browser.must_be_well("a form with its draft").await;
                for width in [1280, 360] {
                    browser.screenshot("draft-back", width, Scheme::Light).await;
                }
                // Nothing of it is left when it is discarded.
                browser.press_through("#do button[value=discard]").await;
                assert_eq!(browser.text(&format!("return {notes}.value")).await, "");
                program.stop().await;
                tokio::task::block_in_place(|| db.close());
            })
            .await;
        });
    }
}
