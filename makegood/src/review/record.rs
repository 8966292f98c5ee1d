//! The record of a case as the review reads it. What a suggestion may be filled from is what the customer may see: their own words, what was agreed,
//! promised and told; what only we know is there to be found in a text, never to be put into one.
use super::elsewhere::Elsewhere;
use crate::mail::starts;
use crate::words::Language;
use casework::Case;
use casework::kinds::{self, Party, Purpose as Writes, Reaction};
use casework::parts::{PromiseState as State, Promised, StepState};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use proofread::{Channel, Fault, FirstContact, Offered, Person, PromiseState, Promised as Kept, Purpose, Record};
use store::accounts::Account;
use store::contacts::Contact;
use store::firm::Firm;
use store::people;

/// Entries of one list of the record.
const AT_MOST: usize = 100;
/// Letters of a number that could be an order's.
const DIGITS_AT_LEAST: usize = 4;
/// Words of a text of ours that must not leave as it is; shorter ones are words like others.
const INNER_WORDS: usize = 3;
/// How people are called besides their name; a greeting may have it.
const TITLES: &[&str] = &["ms", "mr", "mrs", "dr", "herr", "frau", "pan", "pani", "sr", "sra"];

/// What is written, and by which way it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub purpose: Purpose,
    pub channel: Channel,
}

impl Text {
    /// A mail of that purpose.
    pub fn mail(purpose: Writes) -> Self {
        Self { purpose: of(purpose), channel: Channel::Email }
    }
    /// A message of that purpose by another way.
    pub fn message(purpose: Option<Writes>, way: kinds::MessageWay) -> Self {
        let channel = match way {
            kinds::MessageWay::Email | kinds::MessageWay::Sms => Channel::Email,
            kinds::MessageWay::Portal => Channel::Portal,
            kinds::MessageWay::Letter => Channel::Letter,
        };
        Self { purpose: purpose.map_or(Purpose::Unknown, of), channel }
    }
    /// What stands on their page, in answer to them.
    pub fn answer() -> Self {
        Self { purpose: Purpose::Solved, channel: Channel::Portal }
    }
    /// An invitation to talk it over.
    pub fn invitation() -> Self {
        Self { purpose: Purpose::Invitation, channel: Channel::Phone }
    }
    /// How we see it, beside how they do.
    pub fn our_view() -> Self {
        Self { purpose: Purpose::OurView, channel: Channel::Phone }
    }
    /// A note of ours.
    pub fn note() -> Self {
        Self { purpose: Purpose::Note, channel: Channel::Phone }
    }
}

/// A document and a thank-you are asked for no more than what is wrong in them.
fn of(purpose: Writes) -> Purpose {
    match purpose {
        Writes::VoicemailFollowUp => Purpose::Scheduling,
        Writes::AskForTime => Purpose::Invitation,
        Writes::Summary | Writes::Update => Purpose::Update,
        Writes::Document | Writes::ThankYou => Purpose::Solved,
    }
}

/// Whether somebody let the rule pass that we call first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    No,
    /// By name, with a reason.
    ByName,
}

/// Everything the record of a text is made of.
pub struct About<'a> {
    pub case: &'a Case,
    pub account: &'a Account,
    pub contacts: &'a [Contact],
    pub firm: &'a Firm,
    pub writer: &'a people::Person,
    pub to: Option<&'a Contact>,
    /// Their clock and ours.
    pub zones: (&'a TimeZone, &'a TimeZone),
    pub now: Timestamp,
    pub text: Text,
    /// When they hear from us next, as it stands on the form.
    pub next: Option<Timestamp>,
    /// Moments that are about to be promised with the text.
    pub dates: &'a [Timestamp],
    pub passed: Passed,
    pub attachments: Option<u32>,
    pub elsewhere: &'a Elsewhere,
}

impl About<'_> {
    pub fn record(&self) -> Record {
        let case = self.case;
        let plan = case.plan.iter().filter(|plan| plan.agreed_at.is_some());
        let done = plan.flat_map(|plan| &plan.steps).filter(|s| s.state == StepState::Done && s.party == Party::Us);
        let language = self.to.map(|to| to.language.as_str()).filter(|l| !l.is_empty());
        let language = language.unwrap_or(&self.account.language);
        let offset = |zone: &TimeZone| zone.to_offset(self.now);
        Record {
            sent_at: Some(self.local(self.now)),
            purpose: self.text.purpose,
            channel: self.text.channel,
            language: (!language.is_empty()).then(|| language.to_owned()),
            open: Some(case.is_open()),
            fault: Some(fault(case.fault.position)),
            impact_known: self.impact_known(),
            slip: Some(self.slipped()),
            // First as it is named; what it does to them is no other trouble.
            problem: [self.within_a_sentence(case.title.trim_end_matches('.'))]
                .into_iter()
                .chain(some(case.harm.impacts.iter().map(|impact| impact.words.clone())))
                .collect(),
            impact: some(case.harm.impacts.iter().map(|impact| impact.words.clone())),
            cause: some(case.told.iter().map(|told| told.what.clone())),
            efforts: some(done.map(|step| step.text.clone())),
            contact: self.to.map(addressed).unwrap_or_default(),
            sender: Person {
                name: self.writer.name.clone(),
                phone: self.writer.phone.clone(),
                email: self.writer.email.clone(),
                hours: String::new(),
            },
            people: self.people(),
            foreign: self.elsewhere.names.clone(),
            foreign_numbers: self.elsewhere.numbers.clone(),
            numbers: self.numbers(),
            amounts: some(
                case.amends
                    .iter()
                    .filter(|a| a.approved_by.is_some() && a.stands())
                    .filter_map(|a| a.value.as_ref().map(ToString::to_string)),
            ),
            options: case.ready_options().take(AT_MOST).map(|option| self.offered(option)).collect(),
            not_approved: self.not_approved(),
            plan: self.days(),
            promises: self.promises(),
            next_update: self.next.or_else(|| case.next_contact().map(|p| p.due)).map(|at| self.local(at)),
            first_contact: Some(if self.passed == Passed::ByName { FirstContact::Any } else { FirstContact::Phone }),
            call_logged: Some(case.has_voice()),
            attachments: self.attachments,
            glossary: self.glossary(),
            internal: self.inner(),
            phrasebook: Language::theirs(language)
                .map_or_else(Vec::new, |l| starts::said_before(&self.elsewhere.before, l)),
            zones_differ: Some(offset(self.zones.0) != offset(self.zones.1)),
            month_first: (!self.account.country.is_empty()).then(|| self.account.country.eq_ignore_ascii_case("us")),
            severity: u8::try_from(case.severity.rank() + 1).ok(),
            approval: case.amends.iter().find(|a| a.approved_by.is_some() && a.stands()).map(|a| a.id.to_string()),
            ..Record::default()
        }
    }

    /// A moment on the clock of whoever reads.
    fn local(&self, at: Timestamp) -> DateTime {
        at.to_zoned(self.zones.0.clone()).datetime()
    }

    /// A day moved later and they have not said yet whether it still works: what they can still change is worth most now (S066).
    fn slipped(&self) -> bool {
        self.case
            .news
            .as_ref()
            .is_some_and(|news| news.new_date > news.promised_on && news.reaction == Reaction::Unknown)
    }

    /// Whether it hurts is theirs to say; of news that we bring it is not known before they were asked (S090, S091).
    fn impact_known(&self) -> Option<bool> {
        let case = self.case;
        let hurts = case.news.as_ref().is_some_and(|news| news.reaction == Reaction::Hurts);
        if hurts || !case.harm.impacts.is_empty() {
            return Some(true);
        }
        (case.origin == kinds::Origin::WeBringNews).then_some(false)
    }

    /// Their words as they go on in a sentence of ours: *that half the boards are dry*. A name keeps its capital, and so does every word of German.
    fn within_a_sentence(&self, words: &str) -> String {
        let first = words.split_whitespace().next().unwrap_or_default();
        let plain = first.chars().skip(1).all(char::is_lowercase);
        let named = self.people().iter().any(|name| name.split_whitespace().any(|part| part == first));
        let german = crate::language::guess(words) == Some("de");
        let mut letters = words.chars();
        match letters.next().filter(|_| plain && !named && !german) {
            Some(capital) => capital.to_lowercase().chain(letters).collect(),
            None => words.to_owned(),
        }
    }

    fn people(&self) -> Vec<String> {
        let team = &self.case.team;
        let ours = [Some(team.owner), Some(team.relationship_owner), team.manager, team.quality].into_iter().flatten();
        let steps = || self.case.plan.iter().flat_map(|plan| &plan.steps);
        let doing = steps().filter_map(|step| step.owner);
        let ours = ours.chain(doing).map(|id| self.firm.name_of(id).to_owned());
        let named = steps().map(|step| step.owner_name.clone());
        let theirs = self.contacts.iter().map(|contact| contact.name.clone());
        some(theirs.chain(ours).chain(named))
    }

    /// Every number that belongs here: the case, their orders, and what looks like a number in what was said of the case.
    fn numbers(&self) -> Vec<String> {
        let case = self.case;
        let said = [case.title.as_str()]
            .into_iter()
            .chain(case.facts.iter().map(|fact| fact.answer.as_str()))
            .chain(case.harm.impacts.iter().map(|impact| impact.words.as_str()))
            .chain(case.options.iter().map(|option| option.what.as_str()))
            .chain(case.promises.iter().map(|promise| promise.words.as_str()))
            .chain(case.plan.iter().flat_map(|plan| &plan.steps).map(|step| step.text.as_str()));
        // Letters and digits together, or so many digits that nobody counts with them.
        let numbers = |word: &&str| {
            let digits = word.chars().filter(char::is_ascii_digit).count();
            digits >= DIGITS_AT_LEAST
                || digits > 0 && word.len() >= DIGITS_AT_LEAST && word.chars().any(char::is_alphabetic)
        };
        let words = said.flat_map(str::split_whitespace).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
        let reference = self.account.reference.iter().cloned();
        let all = [case.number.to_string()].into_iter().chain(reference).chain(self.elsewhere.own.iter().cloned());
        let mut all: Vec<String> = all.chain(words.filter(numbers).map(str::to_owned)).collect();
        all.dedup();
        all
    }

    fn offered(&self, option: &casework::parts::OfferedOption) -> Offered {
        Offered {
            words: option.what.clone(),
            date: option.arrives.map(|at| self.local(at)),
            cost: option.costs_customer.clone(),
        }
    }

    /// Ways that do not stand, by their words; a word or two would be found in every text.
    fn not_approved(&self) -> Vec<String> {
        let ready: Vec<&str> = self.case.ready_options().map(|option| option.what.as_str()).collect();
        let ours = self.case.options.iter().filter(|o| !o.is_ready() && o.from != Party::Customer);
        some(ours.map(|o| o.what.clone()).filter(|what| is_long(what) && !ready.contains(&what.as_str())))
    }

    /// Every day that is settled or was said.
    fn days(&self) -> Vec<DateTime> {
        let case = self.case;
        let steps = case.plan.iter().flat_map(|plan| &plan.steps).map(|step| step.due);
        let deadline = case.harm.deadline.iter().map(|deadline| deadline.at);
        let ways = case.options.iter().filter_map(|option| option.arrives);
        let amends = case.amends.iter().map(|amends| amends.due);
        let agreed = case.promises.iter().filter(|p| p.what == Promised::NextContact).map(|p| p.due);
        let moments = steps.chain(deadline).chain(ways).chain(amends).chain(agreed).chain(self.dates.iter().copied());
        let news = case.news.iter().flat_map(|news| [news.promised_on, news.new_date, news.need_by]).flatten();
        let whole = |day: civil::Date| day.at(0, 0, 0, 0);
        moments.map(|at| self.local(at)).chain(news.map(whole)).take(AT_MOST).collect()
    }

    /// Things that were promised; a next word is made good by the very text that is read.
    fn promises(&self) -> Vec<Kept> {
        let things = self.case.promises.iter().filter(|p| p.what == Promised::Thing && p.state != State::Released);
        let state = |p: &casework::parts::Promise| match p.state {
            State::Open if p.due < self.now => PromiseState::Overdue,
            State::Open => PromiseState::Open,
            State::Broken if p.settled_at.is_none() => PromiseState::Overdue,
            State::Broken | State::Kept | State::Released => PromiseState::Kept,
        };
        things.take(AT_MOST).map(|p| Kept { what: p.words.clone(), due: self.local(p.due), state: state(p) }).collect()
    }

    /// Short forms that they use themselves.
    fn glossary(&self) -> Vec<String> {
        let case = self.case;
        let said = [self.account.name.as_str(), &case.title, &*self.firm.company]
            .into_iter()
            .chain(case.harm.impacts.iter().map(|impact| impact.words.as_str()))
            .chain(case.concerns.iter().map(|concern| concern.words.as_str()))
            .chain(case.facts.iter().map(|fact| fact.answer.as_str()));
        let words = said.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        some(words.filter(|w| w.chars().filter(|c| c.is_uppercase()).count() >= 2).map(str::to_owned))
    }

    /// What we wrote for ourselves.
    fn inner(&self) -> Vec<String> {
        let harm = &self.case.harm;
        let fault = &self.case.fault;
        let ours = [&harm.pressure, &harm.worst_part, &fault.our_view, &fault.their_part];
        let costs = self.case.costs.iter().map(|cost| cost.what.clone());
        some(ours.into_iter().flatten().cloned().chain(costs).filter(|words| is_long(words)))
    }
}

fn is_long(words: &str) -> bool {
    words.split_whitespace().nth(INNER_WORDS - 1).is_some()
}

fn some(words: impl Iterator<Item = String>) -> Vec<String> {
    words
        .map(|said| said.trim().trim_end_matches('.').to_owned())
        .filter(|said| !said.is_empty())
        .take(AT_MOST)
        .collect()
}

/// A contact by name, and as they wish to be called where that is another word.
fn addressed(contact: &Contact) -> Person {
    // "Sato-san" is Haruka Sato: what hangs on a part of the name makes no new one.
    let part_of = |part: &str, word: &str| word.split('-').any(|piece| piece.eq_ignore_ascii_case(part));
    let known = |word: &str| contact.name.split_whitespace().any(|part| part_of(part, word));
    let title = |word: &str| TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str());
    let other = contact.address_as.split_whitespace().filter(|word| !known(word) && !title(word));
    let name = [contact.name.as_str()].into_iter().chain(other).collect::<Vec<_>>().join(" ");
    Person { name, phone: contact.phone.clone(), email: contact.email.clone(), hours: String::new() }
}

fn fault(position: kinds::Fault) -> Fault {
    match position {
        kinds::Fault::Ours => Fault::Ours,
        kinds::Fault::Shared => Fault::Shared,
        kinds::Fault::ThirdParty => Fault::ThirdParty,
        kinds::Fault::Theirs => Fault::Theirs,
        kinds::Fault::Unknown => Fault::Unknown,
    }
}
