//! The conversation sheet: before, listening, after. One form, so that nothing is lost between its parts; without script three
//! headed parts of one page. Nothing is required while they speak (S120), and their say comes first.
mod after;
mod before;
mod guess;
mod in_full;
mod one_call;

use super::Desk;
use super::know::open_fact_names;
use crate::web::ui::{Field, Form, Typed};
use crate::words::{t, t_with};
pub use before::first_sentence;
use casework::curiosity::topics;
pub use in_full::{Full, in_full};
use maud::{Markup, html};

/// Says that the question below was asked once.
const SEEN_ASKED: &str = "seen_asked";

/// Whoever stood before them saw something, too: it is asked once, and the next press keeps the talk without it (S045).
pub fn seen_once(word: &str, typed: &mut Typed) {
    let there = matches!(typed.value("channel"), "visit" | "video");
    let open = typed.filled("seen").is_none() && typed.filled("seen_note").is_none();
    if word == "record-conversation" && there && open && typed.filled(SEEN_ASKED).is_none() {
        typed.wrong("seen", "talk-seen-once");
    }
}

pub fn record_conversation<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let asked = desk.typed.error("seen").is_some();
    let form = if asked { form.hidden(SEEN_ASKED, "yes") } else { form };
    let form = listening(before::before(form.nothing_required(), desk), desk);
    after::after(open_fact_names(form, desk), desk)
}

/// One large field for their words, and a quiet word to open with; everything else is folded.
fn listening<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let asked = topics(desk.view.case.kind)
        .iter()
        .map(|topic| (topic.word().to_owned(), prompt(topic.word(), desk)))
        .collect::<Vec<_>>();
    form.stage("listening", "talk-listening", "notes")
        .block(html! { p.say { span.quiet { (t("talk-open-with")) } " " (t("talk-phrase-opening")) } })
        .field(
            Field::words("notes", "form-quick-words").rows(9).length(20_000).help("form-quick-words-help").optional(),
        )
        .block(go_on("after", "talk-heard-all"))
        .more(
            "talk-sorted",
            [
                Field::words("concerns", "form-concerns").rows(2).help("form-one-a-line").optional(),
                Field::words("frustrations", "form-frustrations").rows(2).help("form-one-a-line").optional(),
                Field::words("suggestions", "form-suggestions").rows(2).help("form-suggestions-help").optional(),
            ],
        )
        .more(
            "talk-curious",
            [Field::checks("topics", "talk-topics").choices(asked).help("talk-topics-help").optional()],
        )
}

/// A curious question, in the words of the catalogue; their own words are put into the one that asks on about them (S125).
fn prompt(topic: &str, desk: &Desk<'_>) -> String {
    t_with(&format!("topic-{}", topic.replace('_', "-")), &[("words", worry(desk).into())])
}

/// What worries them first: what is typed here, what they said before, else the trouble in their words.
fn worry(desk: &Desk<'_>) -> String {
    let typed = desk.typed.value("concerns").lines().map(str::trim).find(|line| !line.is_empty()).map(str::to_owned);
    let case = &desk.view.case;
    typed
        .or_else(|| case.concerns.first().map(|c| c.words.clone()))
        .unwrap_or_else(|| case.title.clone())
        .trim_end_matches(['.', '?', '!'])
        .to_owned()
}

/// The way to the next part; the script's alone, because without it the page simply goes on.
fn go_on(stage: &str, key: &'static str) -> Markup {
    html! {
        p.acts data-scripted hidden {
            button.act type="button" data-go={ "do-" (stage) } { (t(key)) }
            span.quiet { kbd { "Ctrl" } " " kbd { "Enter" } }
        }
    }
}
