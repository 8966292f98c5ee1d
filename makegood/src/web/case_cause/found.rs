//! Where the harm is stopped, and what was found to have caused it: whys, the fishbone, what was tried, what they think.
use super::{act, labelled, ways, word_of};
use crate::files::kinds;
use crate::web::forms::Desk;
use crate::web::ui::{Label, Table, chip, empty, their_words};
use crate::web::{case_joint, when};
use crate::words::{t, t_with};
use casework::ids::WhyId;
use casework::kinds::Party;
use casework::parts::{Category, Cause, CauseState, Chain, Containment, Place, Said, Spot, Tried};
use maud::{Markup, html};

/// How deep a chain of whys is drawn; the rules let none be deeper.
const DEEPEST: usize = 12;

/// The five places, those without an answer too, and the sum of them.
pub(super) fn places(desk: &Desk<'_>) -> Markup {
    let inside = &desk.view.case.inside;
    let head = [
        "form-place",
        "form-suspect",
        "form-good",
        "form-bad",
        "form-unchecked",
        "cause-how",
        "cause-second-pair",
        "cause-way",
    ];
    let numbers = 1..=4;
    let table = head.iter().enumerate().fold(Table::new("cause-places").under_its_heading(), |table, (at, label)| {
        if numbers.contains(&at) { table.number_col(*label) } else { table.col(*label) }
    });
    let table = Place::ALL.iter().fold(table, |table, place| table.row(place_row(desk, *place, inside.place(*place))));
    let sum = |part: fn(&Containment) -> u64| inside.places.iter().map(part).sum::<u64>();
    let sums =
        [sum(|c| c.suspect), sum(|c| c.good), sum(|c| c.bad), sum(|c| c.unchecked)].map(|n| html! { strong { (n) } });
    let [suspect, good, bad, unchecked] = sums;
    let total = [html! { strong { (t("cause-sum")) } }, suspect, good, bad, unchecked, html! {}, html! {}, html! {}];
    let clean = inside.clean_from.as_ref().map(|clean| {
        t_with(
            "cause-clean-from",
            &[
                ("by", word_of("clean-by", clean.known_by.word()).into()),
                ("first", clean.first_good.clone().into()),
                ("how", clean.words.clone().into()),
            ],
        )
    });
    html! {
        @if inside.places.is_empty() { (table) } @else { (table.row(total)) }
        @if let Some(clean) = clean { p { (clean) } }
        (ways([act(desk, "name-clean-point", "")]))
    }
}

fn place_row(desk: &Desk<'_>, place: Place, known: Option<&Containment>) -> [Markup; 8] {
    let name = html! { (word_of("place", place.word())) };
    let way = |label: &str| labelled(desk, "contain-place", &format!("?place={}", place.word()), &t(label));
    let Some(there) = known else {
        return [
            name,
            html! {},
            html! {},
            html! {},
            html! {},
            html! { span.late { (t("cause-no-answer")) } },
            html! {},
            way("cause-answer"),
        ];
    };
    if there.applies == Said::No {
        return [
            name,
            html! { "–" },
            html! { "–" },
            html! { "–" },
            html! { "–" },
            html! { (there.because) },
            html! {},
            way("cause-change"),
        ];
    }
    let who = |id| desk.me.firm.name_of(id).to_owned();
    let looked = match (&there.verified, &there.removed) {
        (_, Some(removed)) => {
            html! { (t_with("cause-sorting-ended", &[("who", who(removed.by).into()), ("words", removed.words.clone().into())])) }
        }
        (Some(seen), None) => html! { (who(seen.by)) ": " (seen.words) },
        (None, None) => {
            labelled(desk, "verify-containment", &format!("?place={}", place.word()), &t("do-verify-containment"))
        }
    };
    let how = html! { (there.method) ". " (there.marking) " (" (who(there.done_by)) ")" };
    let end = html! {
        (way("cause-change"))
        @if there.stands() && desk.view.case.inside.all_done_at().is_some() { " " (labelled(desk, "remove-containment", &format!("?place={}", place.word()), &t("cause-end-sorting"))) }
    };
    [
        name,
        html! { (there.suspect) },
        html! { (there.good) },
        html! { (there.bad) },
        html! { (there.unchecked) },
        how,
        looked,
        end,
    ]
}

pub(super) fn causes(desk: &Desk<'_>) -> Markup {
    html! {
        (their_view(desk))
        div.chains { @for chain in Chain::ALL { (one_chain(desk, *chain)) } }
        (fishbone(desk))
        (ways([act(desk, "name-cause", ""), act(desk, "cause-not-known", ""), act(desk, "ask-supplier", "")]))
    }
}

/// What they think led to it stands first: theirs is heard before ours (S136).
fn their_view(desk: &Desk<'_>) -> Markup {
    let said = desk.view.case.contacts.answers.led_to_this.as_deref();
    let ideas = case_joint::ideas(desk);
    html! {
        h3 { (t("joint-title")) }
        @match (said, &ideas) {
            (None, None) => { (empty("cause-not-asked", None::<(&str, Label)>)) },
            _ => {
                @if let Some(said) = said.filter(|words| !desk.view.case.joint.ideas.iter().any(|idea| idea.words == *words)) { (their_words(said)) }
                @if let Some(ideas) = ideas { (ideas) }
            },
        }
        (ways([act(desk, "add-idea", "")]))
    }
}

/// One question with its whys under each other, and until when its answer is not known.
fn one_chain(desk: &Desk<'_>, chain: Chain) -> Markup {
    let inside = &desk.view.case.inside;
    let open = inside.not_known.iter().find(|open| open.chain == chain);
    let known = inside.verified().any(|cause| cause.chain == chain);
    html! {
        div.chain {
            h3 { (word_of("chain-question", chain.word())) }
            @if let Some(open) = open.filter(|_| !known) {
                p.late[open.until <= desk.now] { (t("cause-not-known-until")) " " (when::moment(open.until, desk.now, &desk.me.zone)) ": " (open.words) }
            }
            (whys(desk, chain, None, 0))
            p.inside-ways { (labelled(desk, "add-why", &format!("?chain={}", chain.word()), &t("do-add-why"))) }
        }
    }
}

fn whys(desk: &Desk<'_>, chain: Chain, under: Option<WhyId>, depth: usize) -> Markup {
    let inside = &desk.view.case.inside;
    let all: Vec<_> = inside.whys_under(chain, under).collect();
    if all.is_empty() || depth > DEEPEST {
        return html! {};
    }
    html! {
        ul.whys {
            @for why in all {
                li {
                    p { (why.words) }
                    p.quiet {
                        (labelled(desk, "add-why", &format!("?chain={}&under={}", chain.word(), why.id), &t("cause-why-so"))) " "
                        (labelled(desk, "add-why", &format!("?why={}", why.id), &t("cause-change"))) " "
                        @if !inside.causes.iter().any(|cause| cause.why == Some(why.id)) {
                            (labelled(desk, "name-cause", &format!("?why={}", why.id), &t("cause-is-a-cause")))
                        }
                    }
                    (whys(desk, chain, Some(why.id), depth + 1))
                }
            }
        }
    }
}

/// Causes by the bone they lie on; those ruled out stay, with what speaks against them.
fn fishbone(desk: &Desk<'_>) -> Markup {
    let causes = &desk.view.case.inside.causes;
    if causes.is_empty() {
        return empty("cause-none-named", None::<(&str, Label)>);
    }
    html! {
        h3 { (t("cause-fishbone")) }
        dl.bones {
            @for category in Category::ALL {
                @let here: Vec<&Cause> = causes.iter().filter(|cause| cause.category == *category).collect();
                @if !here.is_empty() {
                    dt { (word_of("category", category.word())) }
                    dd { ul { @for cause in here { li { (one(desk, cause)) } } } }
                }
            }
        }
    }
}

fn one(desk: &Desk<'_>, cause: &Cause) -> Markup {
    let of = |param: &str| format!("?{param}={}", cause.id);
    html! {
        p {
            span.struck[cause.state == CauseState::RuledOut] { (cause.text) } " "
            (chip(word_of("cause-state", cause.state.word()))) " " (chip(word_of("chain", cause.chain.word())))
            @if cause.lies_with != Party::Us { " " (chip(word_of("party", cause.lies_with.word()))) }
        }
        @if let Some(tried) = &cause.tried { (proof(desk, tried)) }
        p.quiet {
            (labelled(desk, "try-cause", &of("cause"), &t("do-try-cause"))) " "
            (labelled(desk, "name-cause", &of("cause"), &t("cause-change"))) " "
            @if cause.state == CauseState::Verified { (labelled(desk, "choose-action", &of("causes"), &t("do-choose-action"))) }
        }
    }
}

fn proof(desk: &Desk<'_>, tried: &Tried) -> Markup {
    let inside = &desk.view.case.inside;
    let rows: Vec<String> = tried.rows.iter().filter_map(|id| inside.row(*id)).map(|row| row.is.clone()).collect();
    html! {
        p {
            @if let Some(proving) = tried.proving { (word_of("proving", proving.word())) ": " }
            (tried.result) " " span.quiet { (desk.me.firm.name_of(tried.by)) ", " (when::moment(tried.at, desk.now, &desk.me.zone)) }
        }
        @if !rows.is_empty() { p.quiet { (t_with("cause-rows", &[("rows", rows.join(" · ").into())])) } }
        @if let Some(file) = tried.file.and_then(|id| desk.view.case.files.iter().find(|f| f.id == id)) {
            @let at = format!("/cases/{}/files/{}", desk.view.case.number, file.id);
            @if kinds::is_shown(file.kind) { (marked(&at, &file.name, tried.spot.as_ref())) } @else { p { a href=(at) { (file.name) } } }
        }
    }
}

/// The picture with two lines that cross at the spot; the numbers say the same.
fn marked(at: &str, name: &str, spot: Option<&Spot>) -> Markup {
    let said =
        spot.map(|spot| t_with("cause-spot", &[("x", u64::from(spot.x).into()), ("y", u64::from(spot.y).into())]));
    html! {
        figure.marked {
            a href=(at) {
                img src=(at) alt=(match &said { Some(said) => format!("{name}. {said}"), None => name.to_owned() }) loading="lazy";
                @if let Some(spot) = spot {
                    svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" {
                        line x1=(spot.x) y1="0" x2=(spot.x) y2="1000" vector-effect="non-scaling-stroke" {}
                        line x1="0" y1=(spot.y) x2="1000" y2=(spot.y) vector-effect="non-scaling-stroke" {}
                    }
                }
            }
            figcaption.quiet { (name) @if let Some(said) = said { ". " (said) } }
        }
    }
}
