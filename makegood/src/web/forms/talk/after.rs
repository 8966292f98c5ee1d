//! After they have spoken: said back in their words, what it does to them, how they are, what happens next (X21). What comes up
//! now and then is folded until it does.
use super::{one_call, worry};
use crate::web::forms::Desk;
use crate::web::forms::fields::*;
use crate::web::forms::know::{deadline_fields, impact_row, open_fact_rows, other_fact_rows};
use crate::web::ui::{Field, Form};
use crate::words::{t, t_with};
use casework::kinds::*;
use maud::{Markup, html};

/// A talk longer than this is typed with the time at which it began.
const MINUTES_AT_MOST: u16 = 600;

pub fn after<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let has_news = desk.view.case.news.is_some();
    let form = form.stage("after", "talk-after", if has_news { "reaction" } else { "reflect_back" });
    let form = if has_news { reaction(form, desk) } else { form };
    folded(next(heard(form, desk), desk), desk)
}

fn heard<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let did_i = words_of(Field::radios("heard", "talk-did-i"), "did-i", &["all", "more", "corrected"]).optional();
    let [_, words] = impact_row("impacts", 0);
    let dimension = Field::select("impacts[0].dimension", "form-impact-dimension").choice("", "talk-from-the-sentence");
    form.block(sorted())
        .block(to_start_from(desk))
        .field(said("reflect_back", "form-reflect").help("form-reflect-help").optional())
        .field(did_i)
        .row([words_of(dimension, "dimension", Dimension::WORDS).optional(), words])
        .row([
            one_to_five("tone_end", "form-tone-end").help("form-tone-end-help"),
            one_to_five("tone_start", "form-tone-start").help("form-tone-help"),
            Field::number("minutes", "talk-minutes").min(0).max(MINUTES_AT_MOST).help("talk-minutes-help").optional(),
        ])
        .block(began(desk))
        .field(
            radios_of("satisfied", "form-satisfied", "satisfied", Satisfied::WORDS)
                .help("form-satisfied-help")
                .optional(),
        )
}

/// Their words line by line, for the script: one press says what a line is, and nothing is typed twice.
fn sorted() -> Markup {
    html! {
        div.sorted data-sort data-worry=(t("talk-is-worry")) data-annoyance=(t("talk-is-annoyance")) data-idea=(t("talk-is-idea")) hidden {
            p.help { (t("talk-sort-help")) }
            ul {}
        }
    }
}

/// The phrase with their first worry in it: a place to start from, to be changed and not to be kept (S080).
fn to_start_from(desk: &Desk<'_>) -> Markup {
    let phrase = |words: String| t_with("talk-phrase-reflect", &[("words", words.into())]);
    html! {
        p.say {
            span.quiet { (t("talk-say-back")) } " " q data-phrase=(phrase("{words}".into())) data-worry=(worry(desk)) { (phrase(worry(desk))) } " "
            button type="button" data-start="do-reflect_back" data-scripted hidden { (t("talk-start-from-it")) }
        }
    }
}

/// Where the timer keeps when the talk began; a draft brings it back.
fn began(desk: &Desk<'_>) -> Markup {
    html! { input type="text" name="began" id="do-began" value=(desk.typed.value("began")) aria-label=(t("form-started")) hidden; }
}

fn next<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let promise = |n: usize| sentence_read(&format!("promises[{n}].words"), "form-said-promise", desk).optional();
    let form = form
        .block(html! { h3 { (t("talk-next")) } })
        .field(moment_read("next_contact_at", "form-next-contact", desk).help("talk-next-contact-help").optional())
        .block(picks("next_contact_at", desk))
        .field(promise(0).help("form-said-promise-help"))
        .block(html! { div.caught data-caught {} });
    one_call::one_call(form, desk).more("talk-more-promises", [promise(1), promise(2)])
}

/// Times that are often meant, to press in place of typing.
fn picks(name: &str, desk: &Desk<'_>) -> Markup {
    let zones = desk.zones();
    let theirs = (zones.ours != zones.theirs).then_some("pick-their-morning");
    let keys = ["pick-two-hours", "pick-tomorrow", "pick-friday"].into_iter().chain(theirs);
    html! {
        p.picks data-scripted hidden {
            @for key in keys { @let words = t(key); button type="button" data-fill={ "do-" (name) } value=(words) { (words) } }
        }
    }
}

fn reaction<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.group(
        "form-news-asked",
        [
            select_of("reaction", "form-reaction", "reaction", Reaction::WORDS).help("form-reaction-help").optional(),
            reading(day("need_by", "form-need-by"), "need_by", desk).optional(),
        ],
    )
}

/// What comes up now and then, folded away until it does.
fn folded<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let facts = open_fact_rows(desk);
    let others = other_fact_rows(desk).into_iter().take(1).flatten();
    let [at, what, threatened] = deadline_fields();
    let at = reading(at, "deadline.at", desk);
    form.block(html! { h3 { (t("talk-came-up")) } })
        .more("form-facts", facts.into_iter().chain(others))
        .more(
            "form-their-side-more",
            std::iter::once(said("correction", "form-correction").optional())
                .chain(impact_row("impacts", 1))
                .chain([at, what, threatened])
                .chain([
                    said("pressure", "form-pressure").help("form-pressure-help").optional(),
                    said("worst_part", "form-worst-part").help("form-worst-part-help").optional(),
                    said("their_view", "form-their-view").optional(),
                    Field::words("questions", "form-questions").rows(2).help("form-one-a-line").optional(),
                ]),
        )
        .more(
            "form-what-we-said",
            [
                tick("validated", "form-validated", "form-validated-tick"),
                said("told_what_happened", "form-told-what").help("form-told-what-help").optional(),
                said("apology", "form-apology").help("form-apology-help").optional(),
                tick("said_shared_wish", "form-shared-wish", "form-shared-wish-tick"),
                tick("said_we_understand", "form-we-understand", "form-we-understand-tick"),
                tick("said_everything_possible", "form-everything-possible", "form-everything-possible-tick"),
                said("our_view", "form-our-view").nudge("form-our-view-after-theirs").optional(),
            ],
        )
        .more(
            "form-what-we-asked",
            [
                said("what_else", "form-what-else").optional(),
                said("how_can_we_help", "form-how-can-we-help").optional(),
                said("prevent_this", "form-prevent-this").optional(),
            ],
        )
        .more(
            "form-what-we-saw",
            [
                radios_of("seen", "form-seen", "seen", Seen::WORDS).optional(),
                Field::text("seen_note", "form-seen-note").optional(),
                moment_read("started_at", "form-started", desk).help("talk-started-help").optional(),
                moment_read("ended_at", "form-ended", desk).help("form-happened-help").optional(),
            ],
        )
}
