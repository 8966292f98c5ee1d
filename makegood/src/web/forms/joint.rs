//! Joint work: what they think led to it, their ideas, and who of theirs takes part.
use super::Desk;
use super::fields::*;
use crate::web::ui::{Field, Form};
use crate::words::{t, t_with};
use casework::parts::{Became, IdeaAbout, ReportAnswer, TakesPart};

pub fn add_idea<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(contact("by", "form-corrected-by", desk))
        .field(radios_of("about", "form-idea-about", "idea-about", IdeaAbout::WORDS).value("cause"))
        .field(said("words", "form-their-correction"))
        .more("form-more", [happened()])
}

pub fn answer_idea<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let ideas = desk.view.case.joint.ideas.iter().map(|idea| (idea.id.to_string(), short(&idea.words)));
    form.field(Field::select("idea", "form-idea").choice("", "form-choose").choices(ideas))
        .field(radios_of("became", "form-became", "idea-became", Became::WORDS))
        .field(said("words", "form-idea-answer").rows(3).help("form-idea-answer-help"))
        .field(moment_read("again_by", "form-again-by", desk).help("form-again-by-help").optional())
}

pub fn suggest_colleague<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(contact("by", "form-corrected-by", desk))
        .field(Field::text("name", "form-colleague-name").length(200).autocomplete("off"))
        .field(Field::text("role", "form-colleague-role").length(200).autocomplete("off").optional())
        .field(Field::text("reach", "form-colleague-reach").length(200).autocomplete("off"))
}

pub fn invite<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let waiting = desk.view.case.joint.not_invited_yet();
    let waiting = waiting.map(|there| {
        let parts = [&there.name, &there.role, &there.reach].map(String::as_str);
        (there.id.to_string(), parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
    });
    form.field(
        Field::select("suggestion", "form-suggestion").choice("", "form-suggestion-none").choices(waiting).optional(),
    )
    .field(contact_or_nobody("contact", "form-invited", desk).help("form-invited-help"))
    .field(said("words", "form-invite-words").optional())
}

pub fn take_part<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(contact("by", "form-takes-part-who", desk))
        .field(radios_of("how", "form-takes-part", "takes-part", TakesPart::WORDS))
        .field(said("words", "form-their-correction").optional())
        .more("form-more", [happened()])
}

pub fn answer_report<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let name = |sent: &casework::parts::SentReport| {
        let stage = t(&format!("report-stage-{}", sent.stage.word())).into_owned();
        t_with("theirs-report-of", &[("stage", stage.into()), ("revision", sent.revision.into())])
    };
    let sent = desk.view.case.reports.iter().rev().map(|sent| (sent.id.to_string(), name(sent)));
    form.field(Field::select("report", "form-report").choice("", "form-choose").choices(sent))
        .field(contact("by", "form-corrected-by", desk))
        .field(radios_of("answer", "form-report-answer", "report-answer", ReportAnswer::WORDS))
        .field(said("words", "form-their-correction").optional())
}
