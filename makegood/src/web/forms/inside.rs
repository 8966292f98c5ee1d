//! To stop the harm, find the cause, change it and know that it holds. What is changed begins with what stands there now.
use super::Desk;
use super::fields::*;
use crate::files::kinds;
use crate::web::ui::{Field, Form, Label};
use crate::words::{t, t_with};
use casework::inside;
use casework::parts::*;
use maud::{Markup, html};
use std::str::FromStr;

/// Rows for members on one form.
const MEMBER_ROWS: usize = 6;

/// What the address asks to change: `?row=…`.
fn asked<T: FromStr>(name: &str, desk: &Desk<'_>) -> Option<T> {
    desk.typed.filled(name)?.parse().ok()
}
fn number(name: &str, label: &'static str, now: Option<u64>) -> Field {
    let field = Field::number(name, label).min(0).optional();
    match now {
        Some(n) => field.value(n.to_string()),
        None => field,
    }
}
fn line(name: &str, label: impl Into<Label>) -> Field {
    Field::text(name, label).length(500)
}
/// A thing of the case to choose, the first line being that it is a new one.
fn which(name: &str, label: &'static str, new: &'static str, all: Vec<(String, String)>) -> Field {
    Field::select(name, label).choice("", new).choices(all).optional()
}

pub fn name_problem_team<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let team = desk.view.case.inside.team.as_ref();
    let mut form = form.row([
        now_is(colleague("champion", "form-champion", desk), team.map(|t| t.champion)),
        now_is(colleague("leader", "form-leader", desk), team.map(|t| t.leader)),
    ]);
    for at in 0..MEMBER_ROWS {
        let name = |n: &str| format!("members[{at}].{n}");
        let now = team.and_then(|t| t.members.get(at));
        let function = select_of(&name("function"), "form-member-function", "function", Function::WORDS).optional();
        let row = [
            line(&name("name"), "form-member-name").value(now.map(|m| m.name.clone()).unwrap_or_default()).optional(),
            function.value(now.map_or("", |m| m.function.word())),
            Field::number(&name("share"), "form-member-share")
                .min(1)
                .max(100)
                .optional()
                .value(now.map_or(10, |m| m.share).to_string()),
            line(&name("reach"), "form-member-reach")
                .value(now.map(|m| m.reach.clone()).unwrap_or_default())
                .optional(),
        ];
        let legend = t_with("form-member-n", &[("n", (at + 1).into())]);
        form = if at < casework::inside::FUNCTIONS_AT_LEAST { form.pairs(legend, row) } else { form.more(legend, row) };
    }
    form
}

pub fn describe_problem<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let now = desk.view.case.inside.problem.as_ref();
    let text = |part: fn(&Problem) -> &String| now.map(|p| part(p).clone()).unwrap_or_default();
    let free =
        |name: &str, label: &'static str, part| line(&format!("problem.{name}"), label).value(text(part)).optional();
    let first = said("problem.failure_mode", "form-failure-mode").value(text(|p| &p.failure_mode));
    let fmea = radios_of("problem.in_fmea", "form-in-fmea", "in-fmea", InFmea::WORDS).optional();
    form.field(first)
        .row([free("should", "form-should", |p| &p.should).help("form-should-help"), free("is", "form-is", |p| &p.is)])
        .row([free("part", "form-part", |p| &p.part), free("revision", "form-revision", |p| &p.revision)])
        .field(free("lots", "form-lots", |p| &p.lots))
        .row([
            number("problem.shipped", "form-shipped", now.and_then(|p| p.shipped)),
            number("problem.suspect", "form-suspect", now.and_then(|p| p.suspect)),
            number("problem.found_bad", "form-found-bad", now.and_then(|p| p.found_bad)),
        ])
        .row([
            free("first_shipment", "form-first-shipment", |p| &p.first_shipment),
            free("process_place", "form-process-place", |p| &p.process_place),
        ])
        .field(fmea.value(now.and_then(|p| p.in_fmea).map_or("", InFmea::word)))
}

/// The rows of is and is not, by what they say.
fn rows(desk: &Desk<'_>) -> Vec<(String, String)> {
    let words = |row: &IsRow| {
        format!("{}: {} / {}", t(&format!("aspect-{}", row.aspect.word())), short(&row.is), short(&row.is_not))
    };
    desk.view.case.inside.rows.iter().map(|row| (row.id.to_string(), words(row))).collect()
}
pub fn compare_is<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let now = asked("row", desk).and_then(|id| desk.view.case.inside.row(id));
    let text = |part: fn(&IsRow) -> &String| now.map(|row| part(row).clone()).unwrap_or_default();
    let aspect =
        select_of("aspect", "form-aspect", "aspect", Aspect::WORDS).value(now.map_or("", |row| row.aspect.word()));
    form.row([which("row", "form-row", "form-row-new", rows(desk)), aspect])
        .row([
            said("is", "form-row-is").value(text(|row| &row.is)).optional(),
            said("is_not", "form-row-is-not").value(text(|row| &row.is_not)).help("form-row-is-not-help").optional(),
        ])
        .row([
            said("distinction", "form-row-distinction").value(text(|row| &row.distinction)).optional(),
            said("change", "form-row-change").value(text(|row| &row.change)).optional(),
        ])
}

pub fn contain_place<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let inside = &desk.view.case.inside;
    let place = desk.typed.filled("place").and_then(Place::from_word);
    let now = place.and_then(|place| inside.place(place));
    let known = inside.problem.as_ref();
    let text = |part: fn(&Containment) -> &String| now.map(|c| part(c).clone()).unwrap_or_default();
    let count = |part: fn(&Containment) -> u64| now.filter(|c| c.applies == Said::Yes).map(part);
    let lots = now.map(|c| c.lots.clone()).or_else(|| known.map(|p| p.lots.clone())).unwrap_or_default();
    let item = now.map(|c| c.item.clone()).or_else(|| known.map(|p| p.part.clone())).unwrap_or_default();
    form.field(select_of("place", "form-place", "place", Place::WORDS).value(place.map_or("", Place::word)))
        .field(
            radios_of("applies", "form-place-applies", "said", Said::WORDS).value(now.map_or("", |c| c.applies.word())),
        )
        .field(line("because", "form-place-because").value(text(|c| &c.because)).optional())
        .row([line("item", "form-place-item").value(item).optional(), line("lots", "form-lots").value(lots).optional()])
        .row([
            number("suspect", "form-suspect", count(|c| c.suspect)).help("form-numbers-help"),
            number("good", "form-good", count(|c| c.good)),
            number("bad", "form-bad", count(|c| c.bad)),
            number("unchecked", "form-unchecked", count(|c| c.unchecked)),
        ])
        .row([
            line("method", "form-method").value(text(|c| &c.method)).optional(),
            line("marking", "form-marking").value(text(|c| &c.marking)).optional(),
        ])
        .field(
            now_is(colleague("done_by", "form-done-by", desk), Some(now.map_or(desk.me.person.id, |c| c.done_by)))
                .optional(),
        )
        .more("form-more", [happened()])
}

/// Places at which something is held back or sorted.
fn contained(desk: &Desk<'_>) -> Field {
    let there = desk.view.case.inside.places.iter().filter(|c| c.stands());
    let words: Vec<&str> = there.map(|c| c.place.word()).collect();
    select_of("place", "form-place", "place", &words)
}
pub fn verify_containment<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(contained(desk)).field(said("words", "form-looked"))
}
pub fn remove_containment<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(contained(desk)).field(said("words", "form-removed-why"))
}
pub fn name_clean_point<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let now = desk.view.case.inside.clean_from.as_ref();
    let by =
        select_of("known_by", "form-clean-by", "clean-by", CleanBy::WORDS).value(now.map_or("", |c| c.known_by.word()));
    form.row([by, line("first_good", "form-clean-value").value(now.map(|c| c.first_good.clone()).unwrap_or_default())])
        .field(said("words", "form-clean-how").value(now.map(|c| c.words.clone()).unwrap_or_default()))
}

fn whys(desk: &Desk<'_>) -> Vec<(String, String)> {
    desk.view.case.inside.whys.iter().map(|why| (why.id.to_string(), short(&why.words))).collect()
}
pub fn add_why<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let inside = &desk.view.case.inside;
    let now = asked("why", desk).and_then(|id| inside.why(id));
    let under = asked("under", desk).and_then(|id| inside.why(id));
    let chain = now.or(under).map(|why| why.chain.word()).or(desk.typed.filled("chain")).unwrap_or_default().to_owned();
    let form = form.field(select_of("chain", "form-why-chain", "chain-question", Chain::WORDS).value(chain));
    let form = match now {
        Some(why) => form.hidden("why", why.id),
        None => form.field(which("under", "form-why-under", "form-why-under-first", whys(desk))),
    };
    let words = said("words", "form-why-words").value(now.map(|why| why.words.clone()).unwrap_or_default());
    form.field(words.help("form-why-words-help").optional())
}

fn causes(desk: &Desk<'_>, fits: impl Fn(&Cause) -> Fits) -> Vec<(String, String)> {
    let all = desk.view.case.inside.causes.iter().filter(|cause| fits(cause) == Fits::Yes);
    all.map(|cause| (cause.id.to_string(), short(&cause.text))).collect()
}
pub fn name_cause<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let inside = &desk.view.case.inside;
    let now = asked("cause", desk).and_then(|id| inside.cause(id));
    let from = asked("why", desk).and_then(|id| inside.why(id));
    let chain = now.map(|c| c.chain).or(from.map(|why| why.chain)).map(Chain::word).or(desk.typed.filled("chain"));
    let text = now.map(|c| c.text.clone()).or(from.map(|why| why.words.clone())).unwrap_or_default();
    let form = match now {
        Some(cause) => form.hidden("cause", cause.id),
        None => form,
    };
    form.field(select_of("chain", "form-why-chain", "chain-question", Chain::WORDS).value(chain.unwrap_or_default()))
        .field(said("text", "form-cause-text").value(text).help("form-cause-text-help"))
        .row([
            select_of("category", "form-category", "category", Category::WORDS)
                .value(now.map_or("", |c| c.category.word())),
            words_of(
                Field::select("lies_with", "form-lies-with").choice("", "form-lies-with-open"),
                "party",
                casework::kinds::Party::WORDS,
            )
            .value(now.map_or("", |c| c.lies_with.word()))
            .optional(),
        ])
        .field(
            which("why", "form-cause-why", "form-cause-why-none", whys(desk))
                .value(now.and_then(|c| c.why).map_or(String::new(), |id| id.to_string())),
        )
}

fn proof(desk: &Desk<'_>) -> Field {
    let files = desk.view.case.files.iter().map(|file| (file.id.to_string(), short(&file.name))).collect();
    which("file", "form-proof-file", "form-proof-none", files)
}
/// The chosen picture to press on, where a script is there; without one the two numbers say it.
fn picture(desk: &Desk<'_>) -> Markup {
    let shown = desk.view.case.files.iter().filter(|file| kinds::is_shown(file.kind));
    let ids: Vec<String> = shown.map(|file| file.id.to_string()).collect();
    html! {
        @if !ids.is_empty() {
            div.marked data-spot=(ids.join(" ")) hidden {
                div.press {
                    img alt=(t("cause-spot-press"));
                    svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" {
                        line y1="0" y2="1000" vector-effect="non-scaling-stroke" {}
                        line x1="0" x2="1000" vector-effect="non-scaling-stroke" {}
                    }
                }
                p.quiet { (t("cause-spot-press")) }
            }
        }
    }
}
pub fn try_cause<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let form = form
        .field(
            Field::select("cause", "form-cause-which").choice("", "form-choose").choices(causes(desk, |_| Fits::Yes)),
        )
        .field(radios_of("became", "form-tried-became", "cause-state", CauseState::WORDS))
        .field(select_of("proving", "form-proving", "proving", Proving::WORDS).optional())
        .field(said("result", "form-tried-result"));
    let all = rows(desk);
    let form = if all.is_empty() {
        form
    } else {
        form.field(Field::checks("rows", "form-rows-explained").choices(all).optional())
    };
    let spot = |name: &str, label: &'static str| Field::number(name, label).min(0).max(1000).optional();
    form.field(proof(desk))
        .block(picture(desk))
        .pairs("form-spot", [spot("spot.x", "form-spot-x"), spot("spot.y", "form-spot-y")])
}
pub fn cause_not_known<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(select_of("chain", "form-why-chain", "chain-question", Chain::WORDS))
        .field(moment_read("until", "form-not-known-until", desk))
        .field(said("words", "form-not-known-words"))
}

pub fn choose_action<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let inside = &desk.view.case.inside;
    let now = asked("action", desk).and_then(|id| inside.action(id));
    let text = |part: fn(&CorrectiveAction) -> &String| now.map(|a| part(a).clone()).unwrap_or_default();
    let open = causes(desk, |cause| (cause.state != CauseState::RuledOut).into());
    let meant = now.map(|a| a.causes.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")).unwrap_or_default();
    let documents =
        now.map(|a| a.documents.iter().map(|d| d.name.clone()).collect::<Vec<_>>().join("\n")).unwrap_or_default();
    let means =
        Field::select("means", "form-means").choice("", "form-choose").choices(Means::ALL.iter().map(|means| {
            let word = |family: &str, word: &str| t(&format!("{family}-{}", word.replace('_', "-"))).into_owned();
            (
                means.word().to_owned(),
                format!("{} · {}", word("strength", means.strength().word()), word("means", means.word())),
            )
        }));
    let form = match now {
        Some(action) => form.hidden("action", action.id),
        None => form,
    };
    let due = moment_read("due", "form-action-due", desk).value(now.map(|a| written(a.due, desk)).unwrap_or_default());
    let form = form
        .field(Field::checks("causes", "form-action-causes").choices(open).value(meant))
        .field(said("text", "form-action-text").value(text(|a| &a.text)))
        .row([
            means.value(now.map_or("", |a| a.means.word())).help("form-means-help"),
            select_of("kind", "form-action-kind", "action-kind", ActionKind::WORDS)
                .value(now.map_or("", |a| a.kind.word())),
        ])
        .row([now_is(colleague("owner", "form-action-owner", desk), now.map(|a| a.owner)), due])
        .field(
            said("side_effects", "form-side-effects")
                .value(text(|a| &a.side_effects))
                .help("form-side-effects-help")
                .optional(),
        )
        .field(said("proof_before", "form-proof-before").value(text(|a| &a.proof_before)).optional())
        .field(
            said("documents", "form-action-documents").value(documents).help("form-action-documents-help").optional(),
        );
    match now {
        Some(_) => form.more("form-action-drop", [line("dropped", "form-action-dropped").optional()]),
        None => form,
    }
}
/// Actions that are not let go: those to do, and those done of which a document still has to change.
fn actions(desk: &Desk<'_>) -> Vec<(String, String)> {
    let inside = &desk.view.case.inside;
    let open = |a: &&CorrectiveAction| a.is_open() || a.unchanged_documents().next().is_some();
    inside.standing_actions().filter(open).map(|a| (a.id.to_string(), short(&a.text))).collect()
}
pub fn finish_action<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let all = actions(desk);
    let one = all.first().filter(|_| all.len() == 1).map(|(id, _)| id.clone()).unwrap_or_default();
    let now = asked("action", desk).or_else(|| one.parse().ok()).and_then(|id| desk.view.case.inside.action(id));
    let proven = now.and_then(|a| a.done.as_ref()).map(|done| done.proof.clone()).unwrap_or_default();
    let mut form = form
        .field(Field::select("action", "form-action-which").choice("", "form-choose").choices(all).value(one))
        .field(said("proof", "form-action-proof").value(proven))
        .field(proof(desk));
    for (at, document) in now.iter().flat_map(|a| &a.documents).enumerate() {
        let label = t_with("form-document-revision", &[("name", document.name.clone().into())]);
        form = form
            .hidden(&format!("documents[{at}].name"), &document.name)
            .field(line(&format!("documents[{at}].revision"), label).value(document.revision.clone()).optional());
    }
    form.more("form-more", [happened()])
}
pub fn fix_measure<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let now = desk.view.case.inside.measure.as_ref();
    let part = desk.view.case.inside.problem.as_ref().map(|p| p.part.clone());
    let item = now.map(|m| m.item.clone()).or(part).unwrap_or_default();
    form.field(line("what", "form-measure-what").value(now.map(|m| m.what.clone()).unwrap_or_default()))
        .field(line("threshold", "form-measure-threshold").value(now.map(|m| m.threshold.clone()).unwrap_or_default()))
        .row([
            Field::number("window_days", "form-measure-days")
                .min(1)
                .max(730)
                .value(now.map_or_else(|| inside::window_days(desk.view.case.severity), |m| m.window_days).to_string()),
            Field::number("shipments", "form-measure-shipments")
                .min(0)
                .max(500)
                .value(now.map_or(inside::CLEAN_SHIPMENTS, |m| m.shipments).to_string()),
        ])
        .field(line("item", "form-measure-item").value(item).optional())
}
pub fn read_across<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    let inside = &desk.view.case.inside;
    let now = asked("target", desk).and_then(|id| inside.target(id));
    let form = match now {
        Some(target) => form.hidden("target", target.id),
        None => form,
    };
    let due = moment_read("due", "form-target-due", desk)
        .value(now.map(|target| written(target.due, desk)).unwrap_or_default());
    form.row([
        select_of("reach", "form-target-reach", "reach", Reach::WORDS)
            .value(now.map_or("", |target| target.reach.word())),
        line("what", "form-target-what")
            .value(now.map(|target| target.what.clone()).unwrap_or_default())
            .help("form-target-what-help"),
    ])
    .row([now_is(colleague("owner", "form-target-owner", desk), now.map(|target| target.owner)), due])
    .field(
        said("done", "form-target-done")
            .value(now.and_then(|target| target.done.clone()).unwrap_or_default())
            .optional(),
    )
}
pub fn check_hold<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.field(radios_of("result", "form-hold-result", "hold-result", HoldResult::WORDS))
        .field(said("data", "form-hold-data"))
        .field(Field::number("clean_shipments", "form-hold-clean").min(0).max(500))
        .field(proof(desk))
}
pub fn tell_did_not_hold<'f>(form: Form<'f>, desk: &Desk<'_>) -> Form<'f> {
    form.row([
        contact("to", "form-told-to", desk),
        radios_of("channel", "form-told-channel", "channel", casework::kinds::Channel::WORDS),
    ])
    .field(said("words", "form-told-them"))
    .more("form-more", [happened()])
}
