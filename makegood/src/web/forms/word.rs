//! The customer's own word, and what follows it: the call, the review, the last message, and the door that stays open.
use super::Desk;
use super::fields::*;
use crate::web::ui::{Field, Form};
use casework::kinds::*;

pub fn ask_for_word<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(contact("to", "form-asked-whom", desk))
        .field(radios_of("way", "form-asked-how", "word-way", WordWay::WORDS).value("phone"))
        .more("form-more", [happened()])
}

pub fn record_word<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let solved = Field::radios("solved", "form-solved").choice("yes", "form-solved-yes").choice_with_help(
        "no",
        "form-solved-no",
        "form-solved-no-help",
    );
    let form = form.field(solved).field(said("words", "form-their-words").help("form-word-words-help")).row([
        contact("by", "form-word-by", desk).help("form-word-by-help"),
        words_of(Field::select("way", "form-word-way"), "word-way", WordWay::WORDS).value("phone"),
    ]);
    let open = concerns(desk);
    let form = if open.is_empty() {
        form
    } else {
        form.field(Field::checks("settled", "form-settled").help("form-settled-help").choices(open).optional())
    };
    let form = match &desk.view.case.harm.deadline {
        Some(deadline) => form.field(yes_no("deadline_met", "form-deadline-met").help(deadline.what.clone())),
        None => form,
    };
    form.more(
        "form-how-was-it",
        [
            one_to_five("outcome", "form-score-outcome"),
            one_to_five("process", "form-score-process"),
            one_to_five("people", "form-score-people"),
            one_to_five("valued", "form-score-valued"),
            one_to_five("reassured", "form-score-reassured"),
            one_to_five("most_important", "form-score-most-important"),
            yes_no("may_be_shown", "form-may-be-shown"),
        ],
    )
    .more("form-more", [happened()])
}

pub fn no_word<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.field(said("reason", "form-no-word-reason").help("form-no-word-help"))
}

pub fn withdraw<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(contact("contact", "form-word-by", desk).help("form-withdraw-by-help"))
        .field(said("words", "form-their-words"))
        .more("form-more", [happened()])
}

pub fn choose_follow_up<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.field(radios_of("kind", "form-follow-up-kind", "follow-up-kind", FollowUpKind::WORDS))
        .field(said("why", "form-why").help("form-follow-up-why-help").optional())
}

pub fn follow_up<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let form = form
        .field(radios_of("result", "form-follow-up-result", "follow-up-result", FollowUpResult::WORDS))
        .row([
            contact("contact", "form-follow-up-with", desk),
            words_of(Field::select("channel", "form-channel"), "channel", Channel::WORDS).value("phone"),
        ])
        .field(said("words", "form-their-words").help("form-follow-up-words-help").optional())
        .row([yes_no("call_us_first", "form-call-us-first"), one_to_five("strength", "form-strength")]);
    let chosen =
        desk.view.case.follow_up.as_ref().is_some_and(|f| f.kind != FollowUpKind::Nothing && f.done_at.is_none());
    let form = if chosen { form.field(yes_no("done", "form-follow-up-done")) } else { form };
    form.block(super::plan::any_other_questions()).more("form-more", [happened()])
}

pub fn review<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.field(said("about_customer", "form-review-customer"))
        .field(said("about_us", "form-review-us").help("form-review-us-help"))
        .field(said("improved", "form-review-improved").help("form-review-improved-help"))
        .field(Field::text("lesson", "form-review-lesson").help("form-review-lesson-help").length(300))
        .field(radios_of("relation", "form-review-relation", "relation", Relation::WORDS))
}

pub fn close<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let keeper = desk.view.case.team.relationship_owner;
    let form = form
        .field(said("value", "form-close-value").help("form-close-value-help"))
        .field(said("commitment", "form-close-commitment").help("form-close-commitment-help"));
    if keeper == desk.me.person.id {
        return form;
    }
    let name = desk.me.firm.name_of(keeper).to_owned();
    form.field(tick(
        "on_behalf",
        "form-close-on-behalf",
        crate::words::t_with("form-close-on-behalf-tick", &[("name", name.into())]),
    ))
}

pub fn reopen<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(contact("contact", "form-word-by", desk))
        .field(said("words", "form-their-words").help("form-reopen-help"))
        .more("form-more", [happened()])
}
