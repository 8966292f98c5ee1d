//! Their part in it on the case page: what they think led to it and their ideas, whom they would like beside them, who would rather not.
use super::forms::Desk;
use super::ui::their_words;
use super::when;
use crate::words::{t, t_with};
use casework::parts::{Idea, IdeaAnswer, TakesPart};
use maud::{Markup, html};
use store::contacts::Contact;

/// Whys and ideas, those that wait for us first; each with the way to answer it (S164).
pub fn ideas(desk: &Desk<'_>) -> Option<Markup> {
    let joint = &desk.view.case.joint;
    let mut ideas: Vec<&Idea> = joint.ideas.iter().collect();
    ideas.sort_by_key(|idea| idea.answer.is_some());
    (!ideas.is_empty()).then(|| html! { @for idea in ideas { (one(desk, idea)) } })
}

fn one(desk: &Desk<'_>, idea: &Idea) -> Markup {
    let answer = html! {
        a href={ "/cases/" (desk.view.case.number) "/do/answer-idea?idea=" (idea.id) } { (t("do-answer-idea")) }
    };
    html! {
        (their_words(&idea.words))
        p.quiet {
            (super::forms::called(idea.by, desk)) " · " (t(&format!("idea-about-{}", idea.about.word()))) " · "
            @match &idea.answer {
                None => { (t("joint-answer-owed")) " " (answer) },
                Some(given) => {
                    (t_with("joint-answered", &[("became", became(given).into()), ("who", desk.me.firm.name_of(given.by).into())]))
                    ": " (given.words)
                    @if let Some(by) = given.again_by {
                        " · " (t("joint-again-by")) " " (when::moment(by, desk.now, &desk.me.zone)) " " (answer)
                    }
                },
            }
        }
    }
}

fn became(answer: &IdeaAnswer) -> String {
    t(&format!("idea-became-{}", answer.became.word().replace('_', "-"))).into_owned()
}

/// Whom they would like to take part, with the way to ask that person.
pub fn people(desk: &Desk<'_>) -> Option<Markup> {
    let case = &desk.view.case;
    let waiting: Vec<_> = case.joint.not_invited_yet().collect();
    (!waiting.is_empty()).then(|| {
        html! {
            @for there in waiting {
                p { (there.name) @if !there.role.is_empty() { ", " (there.role) } ", " (there.reach) }
                p.quiet {
                    a href={ "/cases/" (case.number) "/bring-in?suggestion=" (there.id) } { (t("bring-answer")) }
                }
            }
        }
    })
}

/// Beside a contact: that they want it otherwise than usual, and since when.
pub fn part(desk: &Desk<'_>, contact: &Contact) -> Markup {
    let Some(wish) = desk.view.case.joint.wish(contact.id).filter(|wish| wish.how != TakesPart::Joins) else {
        return html! {};
    };
    let how = t(&format!("takes-part-{}", wish.how.word().replace('_', "-")));
    html! {
        p.notice-line {
            strong { (t_with("joint-part", &[("name", contact.name.as_str().into()), ("how", how.into())])) }
            " " (when::moment(wish.at, desk.now, &desk.me.zone))
        }
        @if !wish.words.is_empty() { (their_words(&wish.words)) }
    }
}
