//! The form that opens a case: the customer, one sentence, is anyone hurt; everything else folded.
use super::fields::*;
use super::know::{deadline_fields, impact_row};
use crate::session::Agent;
use crate::web::new_customer;
use crate::web::open_case::{LOOK, Room};
use crate::web::playbook_words;
use crate::web::ui::{self, Field, Form, Kept, Typed};
use crate::words::t;
use casework::ids::RequestId;
use casework::kinds::{Origin, Safety, TroubleKind};
use casework::refusal::Refusal;
use maud::{Markup, html};

/// Words by which a sentence says what kind of trouble it is; the first that fits counts.
const SAID_BY: &[(TroubleKind, &[&str])] = &[
    (TroubleKind::Safety, &["hurt", "injur", "fire", "burn", "danger"]),
    (TroubleKind::WrongItem, &["wrong", "not what", "different from"]),
    (TroubleKind::ShortQuantity, &["missing", "short ", "too few", "only got", "fewer"]),
    (TroubleKind::Transit, &["transport", "transit", "carrier", "crushed", "pallet", "lost on the way"]),
    (TroubleKind::Paperwork, &["invoice", "price", "label", "certificate", "paper", "document"]),
    (TroubleKind::Delay, &["late", "delay", "slip", "not arrived", "still waiting", "overdue"]),
    (
        TroubleKind::Defect,
        &["defect", "broken", "crack", "fail", "scratch", "no solder", "does not work", "leak", "bent", "dry"],
    ),
];

/// The kind that a sentence speaks of; *other* when it says none.
pub fn guessed_kind(title: &str) -> TroubleKind {
    let said = title.to_lowercase();
    SAID_BY
        .iter()
        .find(|(_, words)| words.iter().any(|w| said.contains(w)))
        .map_or(TroubleKind::Other, |(kind, _)| *kind)
}

/// The form, and above it the way to another customer when there are many.
pub fn write(
    me: &Agent,
    room: &Room,
    typed: &Typed,
    request: RequestId,
    refusal: Option<&Refusal>,
    kept: Kept,
) -> Markup {
    let mut form = Form::post("/cases/new", request.0).id("open").typed(typed).kept(kept);
    if let Some(no) = refusal.filter(|r| r.field.is_none()) {
        let nobody = (std::collections::HashMap::new(), std::collections::HashMap::new());
        let reader = crate::say::Reader {
            firm: &me.firm,
            contacts: &nobody.0,
            accounts: &nobody.1,
            zone: &me.zone,
            now: me.app.now(),
        };
        form = form.refused(&ui::Refusal::new(reader.refusal(no)));
    }
    let with_signal = match typed.filled("signal") {
        Some(signal) => form.hidden("signal", signal),
        None => form,
    };
    let form = ["mail", "new_email"].into_iter().filter_map(|name| Some((name, typed.filled(name)?)));
    let form = form.fold(with_signal, |form, (name, value)| form.hidden(name, value));
    let form = customer(form, room, typed)
        .field(Field::text("title", "open-sentence").help("open-sentence-help").length(300))
        .field(radios_of("safety", "form-safety", "safety", Safety::WORDS).help("open-safety-help"));
    let form = match &room.account {
        Some((_, contacts)) => form.field(
            Field::select("contact", "open-contact")
                .choice("", "open-contact-later")
                .choices(contacts.iter().filter(|c| c.active).map(|c| (c.id.to_string(), c.name.clone())))
                .optional(),
        ),
        None => form,
    };
    // Whoever knows the customer goes past it without a stop on the way to the sentence.
    let listed = room.account.is_none() && room.anybody(typed);
    let form = if listed { new_customer::not_listed(form) } else { form };
    let form = form
        .more("open-what", what(me))
        .more(
            "open-harm",
            impact_row("impacts", 0).into_iter().chain(impact_row("impacts", 1)).chain(deadline_fields()),
        )
        .more(
            "open-news",
            [day("promised_on", "open-promised-on").optional(), day("new_date", "open-new-date").optional()],
        )
        .more("open-who", who(me))
        .act("do-open-case-act")
        .or_go_on("then", "listen", "open-and-listen")
        .or_act("then", LOOK, "memory-look")
        .or_go("/cases", "do-not-now");
    html! {
        @if room.account.is_none() && room.anybody(typed) {
            (Form::get("/cases/new").id("find-account").hidden("title", typed.value("title")).hidden("signal", typed.value("signal")).hidden("mail", typed.value("mail"))
                .field(Field::text("find", "open-find").value(typed.value("find")).help("open-find-help").optional()).quiet_act("ui-search-act"))
        }
        (form)
    }
}

fn customer<'f>(form: Form<'f>, room: &Room, typed: &Typed) -> Form<'f> {
    match &room.account {
        Some((account, _)) => form.hidden("account", account.id).block(html! {
            p { (t("open-for")) " " strong { (account.name) } " · " a href="/cases/new" { (t("open-other-account")) } }
        }),
        None if !room.anybody(typed) => new_customer::first(form),
        None => {
            let known = Field::select("account", "open-account")
                .help("open-account-help")
                .choice("", "form-choose")
                .choices(room.accounts.iter().map(|row| (row.id.to_string(), row.name.clone())));
            form.field(known)
        }
    }
}

fn what(_: &Agent) -> Vec<Field> {
    vec![
        words_of(
            Field::select("kind", "form-trouble-kind").choice("", "open-kind-from-sentence"),
            "trouble-kind",
            TroubleKind::WORDS,
        )
        .optional(),
        Field::text("kind_text", "open-kind-text").optional(),
        words_of(Field::radios("origin", "open-origin"), "origin", Origin::WORDS).value("customer_reported").optional(),
        Field::text("item", "open-item").help("open-item-help").optional(),
        Field::text("remedy_asked", "open-remedy").help("form-in-their-words").optional(),
    ]
}

fn who(me: &Agent) -> Vec<Field> {
    let firm = &me.firm;
    let mut all: Vec<(String, String)> =
        firm.colleagues.iter().map(|c| (firm.name_of(c.id).to_owned(), c.id.to_string())).collect();
    all.sort();
    vec![
        moment("recognised_at", "open-recognised").help("open-recognised-help").optional(),
        moment("written_at", "open-written").help("open-written-help").optional(),
        Field::select("owner", "open-owner")
            .choice("", "open-owner-me")
            .choices(all.into_iter().map(|(name, id)| (id, name)))
            .optional(),
        Field::checks("playbooks", "open-playbooks")
            .choices(firm.playbooks.iter().map(|p| (p.name.clone(), playbook_words::title(p))))
            .help("open-playbooks-help")
            .optional(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s005_three_fields_are_enough_because_the_sentence_says_the_kind() {
        assert_eq!(guessed_kind("Half the boards have no solder on U7."), TroubleKind::Defect);
        assert_eq!(guessed_kind("The shipment is three days late"), TroubleKind::Delay);
        assert_eq!(guessed_kind("We got the wrong connectors"), TroubleKind::WrongItem);
        assert_eq!(guessed_kind("Something is odd"), TroubleKind::Other);
    }
}
