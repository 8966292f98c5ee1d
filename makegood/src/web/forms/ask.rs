//! Worries, questions, notes, and a hand for whoever needs one.
use super::Desk;
use super::fields::*;
use crate::web::ui::{Field, Form};
use crate::words::t;

pub fn answer_concern<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(concern("concern", "form-concern", desk))
        .field(said("words", "form-concern-words").rows(3))
        .field(contact_or_nobody("settled_by", "form-settled-by", desk).help("form-settled-by-help"))
}

pub fn ask_question<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.field(said("words", "form-question"))
}

pub fn correct_us<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(contact("by", "form-corrected-by", desk))
        .field(radios_of("about", "form-corrects", "corrects", &["heard", "plan"]).value("heard"))
        .field(said("words", "form-their-correction"))
        .more("form-more", [happened()])
}

pub fn answer_question<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let open = desk.view.case.questions.iter().filter(|q| q.answer.is_none());
    let open = open.map(|q| (q.id.to_string(), short(&q.words)));
    form.field(Field::select("question", "form-which-question").choice("", "form-choose").choices(open))
        .field(said("answer", "form-answer").rows(3).help("form-answer-help"))
}

pub fn ask_for_support<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.block(maud::html! { p { (t("form-support-why")) } }).field(said("words", "form-support").optional())
}

pub fn add_note<'f>(form: Form<'f>, _: &Desk<'_>) -> Form<'f> {
    form.field(Field::words("text", "form-note").rows(4).length(10_000).help("form-note-help"))
        .more("form-more", [happened()])
}

/// Their letter was read and asks for nothing.
pub fn no_answer_needed<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let waiting = desk.view.case.mails.letters.iter();
    let waiting = waiting.map(|l| (l.message.to_string(), format!("{}: {}", called(l.from, desk), short(&l.subject))));
    form.field(Field::select("message", "form-which-letter").choice("", "form-choose").choices(waiting))
}

pub fn show_file<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let ours = desk.view.case.files.iter().filter(|file| file.from.is_none());
    let ours = ours.map(|file| (file.id.to_string(), file.name.clone()));
    form.field(Field::select("file", "files-which").choice("", "form-choose").choices(ours))
        .field(radios_of("shown", "files-shown", "said", &["yes", "no"]).help("files-shown-help"))
}
