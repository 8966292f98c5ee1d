//! Joint work on their page: what led to it and how to prevent it, each answered by a person; who takes part; and who would rather not.
use super::theirs_parts::Page;
use super::ui::{Field, Form, section, their_words};
use crate::theirs::joint::{SeenIdea, TheirPerson};
use crate::words::{t, t_with};
use casework::kinds::Recovery;
use casework::parts::{Said, TakesPart};
use maud::{Markup, html};

/// Their whys and ideas, newest first, with who answered, when, and what became of it (S164).
pub fn ideas(page: &Page<'_>) -> Markup {
    let ideas = &page.seen.joint.ideas;
    if ideas.is_empty() && !page.seen.stands.is_open() {
        return html! {};
    }
    section(
        "theirs-joint",
        None,
        html! {
            @if ideas.is_empty() { p { (t("theirs-joint-none")) } }
            @for idea in ideas { (one(page, idea)) }
            p.ways { (page.way("led-to", None)) (page.way("prevent", None)) }
        },
    )
}

fn one(page: &Page<'_>, idea: &SeenIdea) -> Markup {
    let about = t(&format!("theirs-idea-{}", idea.about.word()));
    html! {
        (their_words(&idea.words))
        p.quiet { (idea.by) " · " (about) " · " (page.moment(idea.at)) }
        @match &idea.answer {
            None => p.quiet { (t("theirs-answer-owed")) },
            Some(answer) => {
                p.answer { (answer.words) }
                p.quiet {
                    (t(&format!("idea-became-{}", answer.became.word().replace('_', "-")))) " · " (answer.by) " · " (page.moment(answer.at))
                    @if let Some(by) = answer.again_by { ". " (t("theirs-again-by")) " " (page.moment(by)) }
                }
            },
        }
    }
}

/// Who takes part of both sides, by name and what they do; the way in for a colleague, and the way out.
pub fn people(page: &Page<'_>) -> Markup {
    let joint = &page.seen.joint;
    section(
        "theirs-part",
        None,
        html! {
            h3 { (t("theirs-part-ours")) }
            ul { @for person in &joint.ours { li { (person.name) " " span.quiet { (t(person.role)) } } } }
            h3 { (t("theirs-part-yours")) }
            ul { @for person in &joint.theirs { li { (of_theirs(person)) } } }
            @for name in &joint.waiting { p.quiet { (t_with("theirs-suggested-waits", &[("name", name.as_str().into())])) } }
            @if page.seen.stands != Recovery::Merged {
                p.ways { (page.way("bring", None)) (page.way("step-back", None)) (page.way("join-again", None)) }
            }
        },
    )
}

fn of_theirs(person: &TheirPerson) -> Markup {
    let how = (person.how != TakesPart::Joins).then(|| t(&format!("takes-part-{}", word_of(person.how))));
    let you = (person.is_reader == Said::Yes).then(|| t("theirs-part-you"));
    let role = Some(person.role.as_str()).filter(|role| !role.is_empty());
    html! {
        (person.name)
        @if let Some(you) = you { " (" (you) ")" }
        @if let Some(role) = role { " " span.quiet { (role) } }
        @if let Some(how) = how { span.quiet { ", " (how) } }
    }
}

/// At the top, for whoever stepped back: that we heard it, and keep to it.
pub fn stepped_back(page: &Page<'_>) -> Markup {
    match page.seen.joint.mine {
        TakesPart::Joins => html! {},
        how => html! {
            p.notice { (t(&format!("theirs-stepped-back-{}", word_of(how)))) }
            p.ways { (page.way("join-again", None)) }
        },
    }
}

fn word_of(how: TakesPart) -> String {
    how.word().replace('_', "-")
}

/// Whom they would like beside them.
pub fn bring(form: Form<'_>) -> Form<'_> {
    form.field(Field::text("name", "theirs-field-colleague").length(200))
        .field(Field::text("role", "theirs-field-colleague-role").length(200).optional())
        .field(Field::text("reach", "theirs-field-reach").length(200))
}

/// How much less they would like.
pub fn step_back(form: Form<'_>) -> Form<'_> {
    let wishes = ["only_calls", "no_messages", "not_at_all"]
        .iter()
        .fold(Field::radios("how", "theirs-field-step-back"), |field, word| {
            field.choice(word, t(&format!("theirs-step-back-{}", word.replace('_', "-"))))
        });
    form.field(wishes).field(Field::words("words", "theirs-field-more").optional().rows(3))
}
