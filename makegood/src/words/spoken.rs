//! Which language the page under way is said in. It is held beside the request, not handed from function to function: `t("key")`
//! is called in a thousand places, and each of them would only pass it on.
//!
//! The outermost layer opens the room in the language that the browser asks for; as soon as it is known who asks, their own
//! language takes its place. Work on another thread takes it along by [`spoken`] and [`said_in`]; elsewhere it is English.

use super::Language;
use axum::extract::Request;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::cell::Cell;

tokio::task_local! {
    static SPOKEN: Cell<Language>;
}

/// The language of the page under way; English where nobody is asking.
pub fn spoken() -> Language {
    SPOKEN.try_with(Cell::get).unwrap_or(Language::English)
}

/// From here on the page under way is said in the language of whoever asks; an empty or unknown tag changes nothing.
pub fn speak(tag: &str) {
    if let Some(language) = Language::of_tag(tag) {
        // Outside of a request there is no page to be said.
        SPOKEN.try_with(|held| held.set(language)).ok();
    }
}

/// From here on the page under way is said to a customer: in the contact's language, else in their firm's, else as their browser
/// asks. Tags come in that order; an empty or unknown one leaves the choice to the next.
pub fn speak_theirs(tags: &[&str], headers: &HeaderMap) {
    let asked = || headers.get(ACCEPT_LANGUAGE)?.to_str().ok().and_then(Language::theirs_of_header);
    if let Some(language) = tags.iter().find_map(|tag| Language::theirs(tag)).or_else(asked) {
        SPOKEN.try_with(|held| held.set(language)).ok();
    }
}

/// Says everything inside in one language, on this thread.
pub fn said_in<T>(language: Language, work: impl FnOnce() -> T) -> T {
    SPOKEN.sync_scope(Cell::new(language), work)
}

/// The layer around every page.
pub async fn layer(request: Request, next: Next) -> Response {
    let asked = request.headers().get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
    let language = asked.and_then(Language::of_header).unwrap_or(Language::English);
    let answered = async {
        let mut response = next.run(request).await;
        let tag = HeaderValue::from_static(spoken().tag());
        response.headers_mut().entry(CONTENT_LANGUAGE).or_insert(tag);
        response
    };
    SPOKEN.scope(Cell::new(language), answered).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::t;

    #[test]
    fn words_are_said_in_the_language_of_the_room_and_elsewhere_in_english() {
        assert_eq!(t("ui-nav-orders"), "Orders");
        assert_eq!(said_in(Language::German, || t("ui-nav-orders")), "Aufträge");
        said_in(Language::German, || speak("tlh"));
        speak("de");
        assert_eq!(spoken(), Language::English, "outside of a request nothing is held");
    }

    #[tokio::test]
    async fn whoever_turns_out_to_ask_is_answered_in_their_language() {
        let room = async {
            let before = t("ui-nav-cases");
            speak("de-AT");
            tokio::task::yield_now().await;
            (before, t("ui-nav-cases"), spoken())
        };
        let said = SPOKEN.scope(Cell::new(Language::English), room).await;
        assert_eq!(said, ("Cases".into(), "Fälle".into(), Language::German));
    }
    #[test]
    fn the_contact_decides_then_their_firm_then_their_browser() {
        let asking = HeaderMap::from_iter([(ACCEPT_LANGUAGE, HeaderValue::from_static("es-ES, en;q=0.5"))]);
        for (tags, wanted) in [
            (&["pl", "de"][..], Language::Polish),
            (&["", "de-AT"], Language::German),
            (&["fr", ""], Language::Spanish),
            (&[], Language::Spanish),
        ] {
            let said = said_in(Language::English, || {
                speak_theirs(tags, &asking);
                spoken()
            });
            assert_eq!(said, wanted, "{tags:?}");
        }
        let nothing = said_in(Language::German, || {
            speak_theirs(&["fr"], &HeaderMap::new());
            spoken()
        });
        assert_eq!(nothing, Language::German, "as the room was opened");
    }
}
