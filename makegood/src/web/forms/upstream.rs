//! What follows with a supplier before us with whom a cause lies, what we ask of them, and what becomes of their answers.
use super::Desk;
use super::fields::*;
use crate::web::ui::{Field, Form};
use crate::words::Language;
use casework::parts::{
    Category, CauseState, Means, Problem, Scar, ScarPart, ScarRequest, UpstreamChosen, UpstreamWay, scar_number,
};

pub fn choose_upstream<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let inside = &desk.view.case.inside;
    let theirs: Vec<_> = inside
        .causes
        .iter()
        .filter(|cause| cause.category == Category::UpstreamSupplier && cause.state != CauseState::RuledOut)
        .map(|cause| (cause.id.to_string(), short(&cause.text)))
        .collect();
    let asked = desk.typed.filled("cause").map(str::to_owned);
    let cause = asked.or_else(|| theirs.first().filter(|_| theirs.len() == 1).map(|(id, _)| id.clone()));
    let now =
        inside.upstream.iter().map(|choice| &choice.chosen).find(|choice| Some(choice.cause.to_string()) == cause);
    let text = |part: fn(&UpstreamChosen) -> &String| now.map(|choice| part(choice).clone()).unwrap_or_default();
    let line = |name: &str, label: &'static str| Field::text(name, label).length(500);
    form.field(
        Field::select("cause", "form-cause-which")
            .choice("", "form-choose")
            .choices(theirs)
            .value(cause.clone().unwrap_or_default()),
    )
    .field(line("supplier", "form-upstream-supplier").value(text(|choice| &choice.supplier)))
    .field(
        radios_of("way", "form-upstream-way", "upstream-way", UpstreamWay::WORDS)
            .value(now.map_or("", |choice| choice.way.word())),
    )
    .field(
        line("alternate", "form-upstream-alternate")
            .help("form-upstream-alternate-help")
            .value(text(|choice| &choice.alternate))
            .optional(),
    )
    .field(said("words", "form-upstream-words").help("form-upstream-words-help").value(text(|choice| &choice.words)))
}

/// A request that is still open, by its number and supplier.
fn requests(desk: &Desk<'_>) -> Vec<(String, String)> {
    let case = &desk.view.case;
    let open = case.inside.scars.iter().filter(|scar| scar.is_open());
    let words = |scar: &Scar| format!("{} · {}", scar_number(case.number, scar.nth), short(&scar.request.supplier));
    open.map(|scar| (scar.id.to_string(), words(scar))).collect()
}
fn asked<'a>(desk: &Desk<'a>) -> Option<&'a Scar> {
    let open = || desk.view.case.inside.scars.iter().filter(|scar| scar.is_open());
    match desk.typed.filled("scar").and_then(|id| id.parse().ok()) {
        Some(id) => open().find(|scar| scar.id == id),
        None => open().next().filter(|_| open().count() == 1),
    }
}
fn which(desk: &Desk<'_>) -> Field {
    let now = asked(desk).map(|scar| scar.id.to_string()).unwrap_or_default();
    Field::select("scar", "form-scar-which").choice("", "form-choose").choices(requests(desk)).value(now)
}

pub fn ask_supplier<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let inside = &desk.view.case.inside;
    let now = desk.typed.filled("scar").and_then(|id| id.parse().ok()).and_then(|id| inside.scar(id));
    let problem = inside.problem.as_ref();
    let text = |part: fn(&ScarRequest) -> &String| now.map(|scar| part(&scar.request).clone()).unwrap_or_default();
    let line = |name: &str, label: &'static str, part| Field::text(name, label).length(500).value(text(part));
    // What is wrong is proposed as the problem says it; numbers of our part and our lots are the customer's, and say nothing to the supplier.
    let or_problem = |field: Field, part: fn(&Problem) -> &String| match (now, problem) {
        (None, Some(problem)) => field.value(part(problem).clone()),
        _ => field,
    };
    let theirs =
        inside.causes.iter().filter(|c| c.category == Category::UpstreamSupplier && c.state != CauseState::RuledOut);
    let causes: Vec<_> = theirs.map(|cause| (cause.id.to_string(), short(&cause.text))).collect();
    let one = causes.first().filter(|_| causes.len() == 1 && now.is_none()).map(|(id, _)| id.clone());
    let cause = now.and_then(|scar| scar.cause).map(|id| id.to_string()).or(one).unwrap_or_default();
    let languages = Language::THEIRS.iter().map(|language| (language.tag().to_owned(), language.own_name().to_owned()));
    let due = |name: &str, label: &'static str, part: ScarPart| {
        let at = now.map(|scar| scar.request.due(part));
        moment_read(name, label, desk).value(at.map(|at| written(at, desk)).unwrap_or_default())
    };
    let form = match now {
        Some(scar) => form.hidden("scar", scar.id),
        None => form,
    };
    form.row([
        line("supplier", "form-upstream-supplier", |r| &r.supplier),
        line("to", "form-scar-to", |r| &r.to).optional(),
        Field::select("language", "form-scar-language")
            .choice("", "form-scar-language-theirs")
            .choices(languages)
            .value(text(|r| &r.language))
            .optional(),
    ])
    .row([
        line("part", "form-scar-part", |r| &r.part),
        line("revision", "form-scar-revision", |r| &r.revision).optional(),
    ])
    .row([
        line("lots", "form-scar-lots", |r| &r.lots).optional(),
        line("order", "form-scar-order", |r| &r.order).optional(),
        Field::number("quantity", "form-scar-quantity")
            .min(0)
            .value(now.and_then(|scar| scar.request.quantity).map(|n| n.to_string()).unwrap_or_default())
            .optional(),
    ])
    .field(or_problem(said("wrong", "form-scar-wrong").help("form-scar-wrong-help").value(text(|r| &r.wrong)), |p| {
        &p.failure_mode
    }))
    .field(or_problem(line("should", "form-scar-should", |r| &r.should).optional(), |p| &p.should))
    .field(said("containment", "form-scar-containment").value(text(|r| &r.containment)))
    .row([
        due("containment_by", "form-scar-containment-by", ScarPart::Containment),
        due("cause_by", "form-scar-cause-by", ScarPart::Cause),
        due("action_by", "form-scar-action-by", ScarPart::Action),
    ])
    .field(
        Field::select("cause", "form-cause-which")
            .choice("", "form-scar-cause-none")
            .choices(causes)
            .value(cause)
            .optional(),
    )
}

pub fn note_supplier_answer<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let number = |name: &str, label: &'static str| Field::number(name, label).min(0).optional();
    form.field(which(desk))
        .row([
            select_of("part", "form-scar-what", "scar-part", ScarPart::WORDS),
            Field::text("said_by", "form-scar-said-by").length(200),
        ])
        .field(Field::words("words", "form-scar-words").rows(3).length(4_000))
        .pairs(
            "form-scar-counted",
            [
                number("suspect", "form-scar-suspect"),
                number("good", "form-scar-good"),
                number("bad", "form-scar-bad"),
                Field::text("marking", "form-scar-marking").length(500).optional(),
            ],
        )
        .field(moment("in_place", "form-scar-in-place").optional())
}

/// Which of its answers: the one that was pressed, or the only one that waits.
fn answer(desk: &Desk<'_>) -> Field {
    let waiting: Vec<_> = asked(desk).into_iter().flat_map(Scar::waiting).collect();
    let only = waiting.first().filter(|_| waiting.len() == 1).map(|a| a.nth.to_string()).unwrap_or_default();
    let all = waiting.iter().map(|a| (a.nth.to_string(), format!("{}: {}", a.nth, short(&a.says.words))));
    Field::select("answer", "form-scar-answer").choice("", "form-choose").choices(all).value(only)
}

pub fn take_over_answer<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(which(desk))
        .field(answer(desk))
        .field(select_of("means", "form-means", "means", Means::WORDS).help("form-means-help").optional())
        .field(colleague("owner", "form-scar-owner", desk).optional())
}

pub fn return_answer<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(which(desk))
        .field(answer(desk))
        .field(said("words", "form-scar-missing").help("form-scar-missing-help"))
        .field(moment_read("again_by", "form-scar-again-by", desk))
}

pub fn end_scar<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(which(desk)).field(said("words", "form-scar-end-words"))
}
