//! What is changed against the causes, whether it is done, whether it held, and what is left to say at the end.
use super::{act, action_words, filled, labelled, ways, word_of};
use crate::web::forms::Desk;
use crate::web::ui::{Facts, Label, Table, empty, more};
use crate::web::when;
use crate::words::{t, t_with};
use casework::parts::{Category, Cause, Containment, CorrectiveAction, HoldCheck, Reach, ReadAcrossTarget};
use maud::{Markup, html};
use store::since_the_change::{Came, Delivered};

/// Actions under the cause that they work against; the measure beside them.
pub(super) fn chosen(desk: &Desk<'_>) -> Markup {
    let inside = &desk.view.case.inside;
    let verified: Vec<&Cause> = inside.verified().collect();
    html! {
        @if verified.is_empty() && inside.actions.is_empty() { (empty("cause-no-action", None::<(&str, Label)>)) }
        @for cause in &verified {
            h3 { (cause.text) }
            ul { @for action in inside.actions_for(cause.id) { li { (one(desk, action)) } } }
            p.inside-ways { (labelled(desk, "choose-action", &format!("?causes={}", cause.id), &t("do-choose-action"))) }
            @if cause.category == Category::UpstreamSupplier { (upstream(desk, cause)) }
        }
        @let before: Vec<&CorrectiveAction> = inside.actions.iter().filter(|a| !verified.iter().any(|cause| inside.actions_for(cause.id).any(|b| b.id == a.id))).collect();
        @if !before.is_empty() { (more("cause-earlier-actions", html! { ul { @for action in before { li { (one(desk, action)) } } } })) }
        (measure(desk))
    }
}

fn one(desk: &Desk<'_>, action: &CorrectiveAction) -> Markup {
    let side = filled(&action.side_effects);
    html! {
        p { (action_words(action)) }
        p.quiet {
            (word_of("means", action.means.word())) " · " (desk.me.firm.name_of(action.owner)) " · " (when::moment(action.due, desk.now, &desk.me.zone))
            @if let Some(side) = side { " · " (t("form-side-effects")) ": " (side) }
            @if let Some(why) = &action.dropped { " · " (t("cause-let-go")) ": " (why) }
            @if action.is_open() { " · " (labelled(desk, "choose-action", &format!("?action={}", action.id), &t("cause-change"))) }
        }
    }
}

/// What follows with the supplier with whom it lies (S007).
fn upstream(desk: &Desk<'_>, cause: &Cause) -> Markup {
    let chosen = desk
        .view
        .case
        .inside
        .upstream
        .iter()
        .map(|choice| (&choice.chosen, choice.at))
        .find(|(choice, _)| choice.cause == cause.id);
    let of = format!("?cause={}", cause.id);
    html! {
        @match chosen {
            Some((choice, at)) => p {
                strong { (word_of("upstream-way", choice.way.word())) } ": " (choice.supplier)
                @if !choice.alternate.is_empty() { " · " (choice.alternate) }
                " · " (choice.words) " " span.quiet { (desk.me.firm.name_of(choice.by)) ", " (when::moment(at, desk.now, &desk.me.zone)) } " "
                (labelled(desk, "choose-upstream", &of, &t("cause-change")))
            },
            None => p { span.late { (t("cause-upstream-open")) } " " (labelled(desk, "choose-upstream", &of, &t("do-choose-upstream"))) },
        }
        @let requests: Vec<_> = desk.view.case.inside.scars.iter().filter(|scar| scar.cause == Some(cause.id)).collect();
        @if requests.is_empty() { (ways([labelled(desk, "ask-supplier", &of, &t("do-ask-supplier"))])) }
        @else { p { a href={ "/cases/" (desk.view.case.number) "/suppliers" } { (t("cause-suppliers")) } } }
    }
}

fn measure(desk: &Desk<'_>) -> Markup {
    let inside = &desk.view.case.inside;
    let Some(measure) = &inside.measure else { return ways([act(desk, "fix-measure", "")]) };
    let window = t_with(
        "cause-window",
        &[("days", u64::from(measure.window_days).into()), ("shipments", u64::from(measure.shipments).into())],
    );
    let facts = Facts::new()
        .fact("form-measure-what", measure.what.clone())
        .fact("form-measure-threshold", measure.threshold.clone())
        .fact("cause-window-label", window)
        .known("form-measure-item", filled(&measure.item));
    let fixed = inside.standing_actions().any(|action| action.done.is_some());
    html! { h3 { (t("do-fix-measure")) } (facts) @if !fixed { (ways([act(desk, "fix-measure", "")])) } }
}

pub(super) fn done(desk: &Desk<'_>) -> Markup {
    let inside = &desk.view.case.inside;
    let mut actions: Vec<&CorrectiveAction> = inside.standing_actions().collect();
    actions.sort_by_key(|action| (action.done.is_some(), action.due));
    let row = |action: &CorrectiveAction| {
        let state = match &action.done {
            Some(done) => {
                html! { (done.proof) " " span.quiet { (desk.me.firm.name_of(done.by)) ", " (when::moment(done.at, desk.now, &desk.me.zone)) } }
            }
            None => html! {
                span.late[action.due <= desk.now] { (when::moment(action.due, desk.now, &desk.me.zone)) } " "
                (labelled(desk, "finish-action", &format!("?action={}", action.id), &t("do-finish-action")))
            },
        };
        [action_words(action), html! { (desk.me.firm.name_of(action.owner)) }, state]
    };
    let table = Table::new("cause-changes")
        .under_its_heading()
        .col("form-action-text")
        .col("form-action-owner")
        .col("cause-done");
    let stands = inside.places.iter().filter(|place| place.stands()).collect::<Vec<&Containment>>();
    html! {
        @if actions.is_empty() { (empty("cause-nothing-to-do", None::<(&str, Label)>)) } @else { (table.rows(actions.iter().map(|a| row(a)))) }
        @if !stands.is_empty() && inside.all_done_at().is_some() {
            p { (t_with("cause-still-sorted", &[("places", stands.iter().map(|c| word_of("place", c.place.word())).collect::<Vec<_>>().join(", ").into())])) " " (act(desk, "remove-containment", "")) }
        }
    }
}

/// Documents with their revisions, other places, and whether it held, with what came through since.
pub(super) fn kept(desk: &Desk<'_>, since: &[Delivered]) -> Markup {
    let inside = &desk.view.case.inside;
    let documents: Vec<_> =
        inside.standing_actions().flat_map(|action| action.documents.iter().map(move |d| (action, d))).collect();
    html! {
        @if !documents.is_empty() {
            (Table::new("cause-documents").col("cause-document").col("cause-revision").rows(documents.iter().map(|(action, d)| [
                html! { (d.name) },
                match filled(&d.revision) {
                    Some(revision) => html! { (revision) },
                    None => html! { span.late { (t("cause-no-revision")) } " " (labelled(desk, "finish-action", &format!("?action={}", action.id), &t("cause-add-revision"))) },
                },
            ])))
        }
        @if !inside.targets.is_empty() {
            h3 { (t("do-read-across")) }
            ul { @for target in &inside.targets { li { (across(desk, target)) } } }
        }
        (ways([act(desk, "read-across", "")]))
        (since_then(desk, since))
        @if !inside.checks.is_empty() { ul { @for check in inside.checks.iter().rev() { li { (looked(desk, check)) } } } }
        @if inside.all_done_at().is_some() { (ways([labelled(desk, "check-hold", &format!("?clean_shipments={}", since.iter().filter(|d| d.came.is_clean()).count()), &t("do-check-hold"))])) }
    }
}

fn across(desk: &Desk<'_>, target: &ReadAcrossTarget) -> Markup {
    html! {
        p {
            (word_of("reach", target.reach.word())) ": " (target.what) " "
            @match &target.done {
                Some(done) if target.reach != Reach::Nothing => { "– " (done) },
                Some(_) => {},
                None => {
                    span.quiet { (desk.me.firm.name_of(target.owner)) ", " (when::moment(target.due, desk.now, &desk.me.zone)) } " "
                    (labelled(desk, "read-across", &format!("?target={}", target.id), &t("cause-across-done")))
                },
            }
        }
    }
}

/// From the orders themselves: what was delivered of the item since, and what of it came through clean.
fn since_then(desk: &Desk<'_>, since: &[Delivered]) -> Markup {
    let inside = &desk.view.case.inside;
    let Some(measure) = inside.measure.as_ref().filter(|_| inside.all_done_at().is_some()) else { return html! {} };
    let clean = since.iter().filter(|d| d.came.is_clean()).count();
    let said = since.iter().filter(|d| d.came == Came::SaidOk).count();
    let words = t_with(
        "cause-clean-since",
        &[
            ("item", measure.item.clone().into()),
            ("all", since.len().into()),
            ("clean", clean.into()),
            ("said", said.into()),
            ("wanted", u64::from(measure.shipments).into()),
        ],
    );
    let row = |d: &Delivered| {
        let came = match d.came {
            Came::SaidOk => "cause-came-ok",
            Came::Quiet => "cause-came-quiet",
            Came::NotClean => "cause-came-not-clean",
        };
        [
            html! { a href={ "/orders/line/" (d.line) } { (d.order_no) " / " (d.line_no) } },
            html! { (d.delivered) },
            html! { (d.quantity.clone().unwrap_or_default()) },
            html! { span.late[!d.came.is_clean()] { (t(came)) } },
        ]
    };
    html! {
        h3 { (t("cause-since-then")) }
        @if measure.item.trim().is_empty() { p.quiet { (t("cause-no-item")) } } @else { p { (words) } }
        @if let Some(ends) = inside.window_ends() { p.quiet { (t("cause-window-ends")) " " (when::moment(ends, desk.now, &desk.me.zone)) } }
        @if !since.is_empty() { (Table::new("cause-deliveries").col("cause-line").col("cause-delivered").number_col("cause-quantity").col("cause-came").rows(since.iter().take(20).map(row))) }
    }
}

fn looked(desk: &Desk<'_>, check: &HoldCheck) -> Markup {
    let measured = check.measure.as_ref().map(|m| format!("{}, {}", m.what, m.threshold));
    html! {
        p { strong { (word_of("hold-result", check.result.word())) } ": " (check.data) }
        p.quiet {
            @if let Some(measured) = measured { (measured) " · " }
            (t_with("cause-clean-n", &[("n", u64::from(check.clean_shipments).into())])) " · " (desk.me.firm.name_of(check.by)) ", " (when::moment(check.at, desk.now, &desk.me.zone))
        }
    }
}

pub(super) fn ended(desk: &Desk<'_>) -> Markup {
    let case = &desk.view.case;
    let moment = |at| html! { (when::moment(at, desk.now, &desk.me.zone)) };
    let facts = Facts::new()
        .known("cause-their-word", case.solved_at().map(moment))
        .known("cause-letter", case.prevention.letter_at.map(moment))
        .known("cause-lesson", case.review.as_ref().map(|review| review.lesson.clone()));
    html! { (facts) @if case.review.is_none() { (ways([act(desk, "review", "")])) } }
}
