//! The pieces that forms are written with: choices by the catalogue's words, people and things of the case, times as people say them.
use super::Desk;
use crate::web::ui::{Field, Label};
use crate::words::{t, t_with};
use casework::commands::READ_BACK_AT_MOST;
use casework::ids::{ContactId, PersonId};
use casework::kinds::{Party, Role, Severity};
use casework::parts::{OfferedOption, PlanStep, PromiseState};
use jiff::{SignedDuration, Timestamp};

/// Characters of a thing's words in a list to choose from; the rest is on the case.
const WORDS_IN_A_LIST: usize = 70;

/// Adds the words of a closed list to a field, worded by the catalogue: `channel-phone`.
pub fn words_of(field: Field, family: &str, words: &[&str]) -> Field {
    words.iter().fold(field, |field, word| field.choice(word, t(&format!("{family}-{}", word.replace('_', "-")))))
}

/// A select of a closed list that begins empty, so that nothing is chosen by accident.
pub fn select_of(name: &str, label: impl Into<Label>, family: &str, words: &[&str]) -> Field {
    words_of(Field::select(name, label).choice("", "form-choose"), family, words)
}

/// One of a few, all visible.
pub fn radios_of(name: &str, label: impl Into<Label>, family: &str, words: &[&str]) -> Field {
    words_of(Field::radios(name, label), family, words)
}

/// Yes or no, or not said at all.
pub fn yes_no(name: &str, label: impl Into<Label>) -> Field {
    words_of(Field::radios(name, label), "said", &["yes", "no"]).optional()
}

/// A sentence to tick when it is so; nothing is said when it is not ticked.
pub fn tick(name: &str, label: impl Into<Label>, sentence: impl Into<Label>) -> Field {
    Field::checks(name, label).choice("yes", sentence).optional()
}

/// 1 to 5, with the ends in words.
pub fn one_to_five(name: &str, label: impl Into<Label>) -> Field {
    let numbers = ["2", "3", "4"];
    let field = Field::select(name, label).choice("", "form-not-asked").choice("1", "form-one");
    numbers.into_iter().fold(field, |f, n| f.choice(n, n.to_owned())).choice("5", "form-five").optional()
}

/// A text that every reader can read in one go.
pub fn said(name: &str, label: impl Into<Label>) -> Field {
    Field::words(name, label).rows(2).length(20_000)
}

/// Side by side with a text that leaves: what the reader will understand, in one line, where much is at stake (S113).
pub fn read_back(desk: &Desk<'_>) -> Option<Field> {
    let line = || {
        Field::text("understood", "form-understood")
            .length(READ_BACK_AT_MOST)
            .help("form-understood-help")
            .autocomplete("off")
    };
    match desk.view.case.severity {
        Severity::S1 => Some(line().unmarked()),
        Severity::S2 => Some(line().optional()),
        Severity::S3 => None,
    }
}

/// A moment in the words of people: *tomorrow 9:00*, *Fri 10*, *in 2 hours*.
pub fn moment(name: &str, label: impl Into<Label>) -> Field {
    Field::text(name, label).help("form-when-help").autocomplete("off")
}

/// A moment at which a customer waits: what was understood of it stands beside it, on both clocks.
pub fn moment_read(name: &str, label: impl Into<Label>, desk: &Desk<'_>) -> Field {
    reading(moment(name, label), name, desk)
}

/// A sentence with its date in it: *Tracking number by Friday noon*.
pub fn sentence_read(name: &str, label: impl Into<Label>, desk: &Desk<'_>) -> Field {
    reading(Field::text(name, label).length(500).autocomplete("off"), name, desk)
}

/// Puts beside a field what was understood of the time typed into it; while somebody types, the script does.
pub fn reading(field: Field, name: &str, desk: &Desk<'_>) -> Field {
    let typed = desk.typed.filled(name).filter(|_| desk.typed.error(name).is_none());
    match typed.and_then(|words| super::read::back(name, words, desk)) {
        Some(words) => field.nudge(words),
        None => field,
    }
}

/// A day without a time.
pub fn day(name: &str, label: impl Into<Label>) -> Field {
    Field::text(name, label).help("form-day-help").autocomplete("off")
}

/// When it took place, apart from when it is typed in; now when left out.
pub fn happened() -> Field {
    Field::text("happened_at", "form-happened").help("form-happened-help").autocomplete("off").optional()
}

/// A moment as it stands in a field to begin with: `2026-11-23 14:20` on the reader's clock.
pub fn written(at: Timestamp, desk: &Desk<'_>) -> String {
    at.to_zoned(desk.me.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// Some minutes ago, for talks that have just ended.
pub fn minutes_ago(minutes: i64, desk: &Desk<'_>) -> String {
    written(desk.now.saturating_sub(SignedDuration::from_mins(minutes)).unwrap_or(desk.now), desk)
}

/// A contact of the customer, the case's own already chosen.
pub fn contact(name: &str, label: impl Into<Label>, desk: &Desk<'_>) -> Field {
    let field = contacts(Field::select(name, label), desk);
    match desk.view.case.contact.or_else(|| desk.view.contacts.first().map(|c| c.id)) {
        Some(first) => field.value(first.to_string()),
        None => field.choice("", "form-no-contact"),
    }
}

/// A contact of the customer, or nobody.
pub fn contact_or_nobody(name: &str, label: impl Into<Label>, desk: &Desk<'_>) -> Field {
    contacts(Field::select(name, label).choice("", "form-nobody"), desk).optional()
}

fn contacts(field: Field, desk: &Desk<'_>) -> Field {
    let named = |c: &store::contacts::Contact| {
        let role = if c.role.is_empty() { String::new() } else { format!(" ({})", c.role) };
        (c.id.to_string(), format!("{}{role}", c.name))
    };
    field.choices(desk.view.contacts.iter().filter(|c| c.active).map(named))
}

/// A colleague who is here, by name; empty unless one is already named.
pub fn colleague(name: &str, label: impl Into<Label>, desk: &Desk<'_>) -> Field {
    colleagues(name, label, desk, |_| Asked::Fits)
}

/// A colleague of one of these roles.
pub fn colleague_of(name: &str, label: impl Into<Label>, roles: &[Role], desk: &Desk<'_>) -> Field {
    colleagues(name, label, desk, |has| if has.iter().any(|r| roles.contains(r)) { Asked::Fits } else { Asked::Not })
}

#[derive(PartialEq, Eq)]
enum Asked {
    Fits,
    Not,
}

fn colleagues(name: &str, label: impl Into<Label>, desk: &Desk<'_>, fits: impl Fn(&[Role]) -> Asked) -> Field {
    let firm = &desk.me.firm;
    let mut all: Vec<(String, String)> = firm
        .colleagues
        .iter()
        .filter(|c| fits(&c.roles) == Asked::Fits)
        .map(|c| (firm.name_of(c.id).to_owned(), c.id.to_string()))
        .collect();
    all.sort();
    Field::select(name, label).choice("", "form-nobody").choices(all.into_iter().map(|(name, id)| (id, name)))
}

/// The letter of an option as people call it: A, B, C.
pub fn letter(at: usize) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    letters.get(at).map_or_else(|| (at + 1).to_string(), |c| char::from(*c).to_string())
}

/// An option of the case that stands.
pub fn option(name: &str, label: impl Into<Label>, desk: &Desk<'_>, fits: impl Fn(&OfferedOption) -> Fits) -> Field {
    let all = desk.view.case.options.iter().enumerate().filter(|(_, o)| o.withdrawn.is_none() && fits(o) == Fits::Yes);
    let named = all.map(|(at, o)| {
        let whose = if o.from == Party::Customer { t("options-theirs").into_owned() } else { String::new() };
        (o.id.to_string(), format!("{} {} {whose}", letter(at), short(&o.what)).trim().to_owned())
    });
    Field::select(name, label).choice("", "form-choose").choices(named)
}

/// Whether a thing belongs into a list to choose from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fits {
    Yes,
    No,
}
impl From<bool> for Fits {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

/// A step of the plan that is still open.
pub fn open_step(name: &str, label: impl Into<Label>, desk: &Desk<'_>) -> Field {
    let steps = desk.view.case.plan.iter().flat_map(|p| &p.steps).filter(|s| s.is_open());
    let field = Field::select(name, label).choices(steps.clone().map(|s| (s.id.to_string(), step_words(s, desk))));
    if steps.count() == 1 { field } else { field.choice("", "form-choose").value("") }
}

pub fn step_words(step: &PlanStep, desk: &Desk<'_>) -> String {
    let who = step.owner.map_or(step.owner_name.as_str(), |id| desk.me.firm.name_of(id));
    let due = crate::web::when::moment(step.due, desk.now, &desk.me.zone).words;
    t_with("form-step", &[("text", short(&step.text).into()), ("who", who.to_owned().into()), ("due", due.into())])
}

/// A promise that is still open.
pub fn open_promise(name: &str, label: impl Into<Label>, desk: &Desk<'_>) -> Field {
    let open = desk.view.case.promises.iter().filter(|p| p.state == PromiseState::Open);
    let named = open.map(|p| {
        let words = if p.words.trim().is_empty() { t("promised-next-contact").into_owned() } else { short(&p.words) };
        let due = crate::web::when::moment(p.due, desk.now, &desk.me.zone).words;
        (p.id.to_string(), t_with("form-promise", &[("words", words.into()), ("due", due.into())]))
    });
    Field::select(name, label).choice("", "form-choose").choices(named)
}

/// A worry of the customer, by its words.
pub fn concern(name: &str, label: impl Into<Label>, desk: &Desk<'_>) -> Field {
    Field::select(name, label).choice("", "form-choose").choices(concerns(desk))
}

/// The worries as pairs of id and words.
pub fn concerns(desk: &Desk<'_>) -> Vec<(String, String)> {
    let open = desk.view.case.concerns.iter().filter(|c| c.state != casework::parts::ConcernState::Settled);
    open.map(|c| (c.id.to_string(), short(&c.words))).collect()
}

/// Begins a select with who it is now.
pub fn now_is(field: Field, person: Option<PersonId>) -> Field {
    match person {
        Some(id) if !id.0.is_nil() => field.value(id.to_string()),
        _ => field,
    }
}

/// The contact's name as it is said: how they wish to be called, else their name.
pub fn called(id: ContactId, desk: &Desk<'_>) -> String {
    desk.view.contact(id).map_or_else(
        || t("attempt-somebody").into_owned(),
        |c| if c.address_as.is_empty() { c.name.clone() } else { c.address_as.clone() },
    )
}

/// Words short enough for one line of a list.
pub fn short(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default().trim();
    if line.chars().count() <= WORDS_IN_A_LIST {
        line.to_owned()
    } else {
        format!("{}…", line.chars().take(WORDS_IN_A_LIST).collect::<String>().trim_end())
    }
}
