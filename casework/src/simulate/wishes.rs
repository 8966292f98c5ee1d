//! What somebody wishes next: often what the case needs, sometimes anything at all. Fields are rolled by the outside form of
//! the command, so that a new command is lived with as soon as it is in the list.
use super::chance::Chance;
use super::rolled::Rolled;
use crate::commands::Command;
use crate::facts::{Actor, Facts};
use crate::ids::ContactId;
use crate::kinds::{Party, Prevention, PreventionQuestion};
use crate::shape::Shape;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

const PHRASES: [&str; 6] = [
    "The list was old.",
    "Half of them do not fit.",
    "Please call before noon.",
    "We looked at every box again.",
    "Operator error, they say.",
    "Because she asked for it in writing.",
];
/// Items of a rolled list, at most.
const LIST_AT_MOST: u64 = 3;

pub(super) struct Wishes {
    shapes: Vec<(&'static str, Shape)>,
    /// Another case of the customer.
    pub other: u64,
}

impl Wishes {
    pub fn new() -> Self {
        let shapes = Command::WORDS.iter().filter_map(|word| Command::shape_of(word).map(|shape| (*word, shape)));
        Self { shapes: shapes.collect(), other: 0 }
    }

    pub fn next(&self, chance: &mut Chance, facts: &Facts) -> (&'static str, Command) {
        let wanted = match () {
            () if !facts.case.exists() => Some("open-case"),
            () if by_contact(facts).is_some() && !chance.one_in(4) => chance.pick(super::theirs::WISHED).copied(),
            () if facts.actor == Actor::System && facts.case.mails.waiting().next().is_some() && chance.one_in(2) => {
                chance.pick(&["message-sent", "message-sent", "message-undelivered"]).copied()
            }
            () if chance.below(100) < 65 => chance.pick(super::needed::needed(&facts.case)).copied(),
            () => None,
        };
        let found = wanted.and_then(|word| self.shapes.iter().find(|(w, _)| *w == word));
        let sensible = found.is_some() && !chance.one_in(12);
        let (word, shape) = found.unwrap_or_else(|| self.any(chance));
        let mut roll = Roll { chance, facts, other: self.other };
        let fields = roll.value(shape, "");
        let fields = if sensible { roll.sensible(word, fields) } else { fields };
        // Somebody at the customer mostly speaks for themselves, and leaves to us what is ours.
        let fields = match by_contact(facts) {
            Some(contact) if !chance.one_in(12) => super::theirs::own(word, fields, contact, facts),
            _ => fields,
        };
        let command = Command::read(word, fields).expect("the word is from the list");
        (word, command.expect("fields rolled by the shape are read"))
    }
}

fn by_contact(facts: &Facts) -> Option<ContactId> {
    match facts.actor {
        Actor::Customer(contact) => Some(contact),
        _ => None,
    }
}

impl Wishes {
    /// Anything at all; what ends a life is wished for more seldom.
    fn any(&self, chance: &mut Chance) -> &(&'static str, Shape) {
        let rolled = &self.shapes[chance.index(self.shapes.len())];
        // What is begun inside has to be brought to its end before a life can.
        let begins = [super::inside::WISHED, super::upstream::WISHED].iter().any(|all| all.contains(&rolled.0));
        let ends = begins || matches!(rolled.0, "withdraw" | "merge" | "record-reaction");
        if ends && !chance.one_in(8) { &self.shapes[chance.index(self.shapes.len())] } else { rolled }
    }
}

struct Roll<'a> {
    chance: &'a mut Chance,
    facts: &'a Facts,
    other: u64,
}

impl Roll<'_> {
    fn value(&mut self, shape: &Shape, name: &'static str) -> Rolled {
        match shape {
            Shape::Text if self.chance.one_in(15) => " ".into(),
            Shape::Text if matches!(name, "name" | "playbook" | "no") => self.of_a_playbook(name),
            Shape::Text if name == "currency" => "EUR".into(),
            Shape::Text => self.phrase(),
            Shape::Integer if name == "into" || name == "with" => Rolled::Whole(self.other.cast_signed()),
            Shape::Integer if name == "cents" => Rolled::Whole(self.chance.below(900_000).cast_signed()),
            Shape::Integer => Rolled::Whole(self.chance.below(7).cast_signed()),
            Shape::Truth => Rolled::Truth(self.chance.one_in(2)),
            Shape::Time => self.time(name),
            Shape::Date => Rolled::Text(self.facts.now.to_zoned(jiff::tz::TimeZone::UTC).date().to_string()),
            Shape::Id => self.id(name),
            Shape::OneOf(words) => self.chance.pick(words).map_or(Rolled::Nothing, |w| (*w).into()),
            Shape::Optional(_) if self.chance.below(10) < 6 => Rolled::Nothing,
            Shape::Optional(inner) => self.value(inner, name),
            Shape::List(inner) => {
                let count = self.chance.below(LIST_AT_MOST);
                Rolled::List((0..count).map(|_| self.value(inner, name)).collect())
            }
            Shape::Object(_, fields) => {
                Rolled::Fields(fields.iter().map(|f| (f.name, self.value(&f.shape, f.name))).collect())
            }
        }
    }

    fn phrase(&mut self) -> Rolled {
        PHRASES[self.chance.index(PHRASES.len())].into()
    }
    fn of_a_playbook(&mut self, name: &str) -> Rolled {
        let Some(playbook) = self.chance.pick(&self.facts.playbooks) else { return "none".into() };
        let step = self.chance.pick(&playbook.steps).filter(|_| name == "no");
        step.map_or(&playbook.name, |s| &s.no).as_str().into()
    }
    fn time(&mut self, name: &str) -> Rolled {
        let minutes = self.chance.below(60 * 24 * 6).cast_signed() + 1;
        let ahead = matches!(
            name,
            "due" | "until" | "arrives" | "next_contact_at" | "call_back_at" | "new_due" | "first_report" | "again_by"
        );
        let odd = self.chance.one_in(15);
        let by = SignedDuration::from_mins(if ahead == odd { -(minutes / 24) } else { minutes });
        moment(self.facts.now.saturating_add(by).unwrap_or(self.facts.now))
    }

    fn id(&mut self, name: &str) -> Rolled {
        let case = &self.facts.case;
        let contacts = || self.facts.account.contacts.iter().map(|c| c.0).collect::<Vec<_>>();
        let people = || self.facts.colleagues.iter().map(|c| c.id.0).collect::<Vec<_>>();
        let pool: Vec<Uuid> = match name {
            "account" => vec![self.facts.account.id.0],
            "owner" | "person" | "who" | "resident" | "confirmed_by" | "manager" | "quality" | "relationship_owner"
            | "second" | "champion" | "leader" | "done_by" => people(),
            "to" if self.chance.one_in(2) => people(),
            "option" | "options" => case.options.iter().map(|o| o.id.0).collect(),
            "step" => case.plan.iter().flat_map(|p| &p.steps).map(|s| s.id.0).collect(),
            "plan" => self.facts.emergency.iter().map(|p| p.id.0).collect(),
            "promise" => case.promises.iter().map(|p| p.id.0).collect(),
            "concern" | "concerns" | "settled" => case.concerns.iter().map(|c| c.id.0).collect(),
            "idea" => case.joint.ideas.iter().map(|i| i.id.0).collect(),
            "suggestion" => case.joint.invitations.iter().map(|i| i.id.0).collect(),
            // A new one as often as one that is known.
            "mail" | "message" if self.chance.one_in(2) => vec![],
            "mail" => case.mails.out.iter().map(|mail| mail.id.0).collect(),
            "message" => case.mails.letters.iter().map(|letter| letter.message.0).collect(),
            "question" => case.questions.iter().map(|q| q.id.0).collect(),
            "report" => case.reports.iter().map(|report| report.id.0).collect(),
            "row" | "rows" => case.inside.rows.iter().map(|row| row.id.0).collect(),
            "why" | "under" => case.inside.whys.iter().map(|why| why.id.0).collect(),
            "cause" | "causes" => case.inside.causes.iter().map(|cause| cause.id.0).collect(),
            "action" => case.inside.actions.iter().map(|action| action.id.0).collect(),
            "scar" => case.inside.scars.iter().map(|scar| scar.id.0).collect(),
            "goods" => case.returns.iter().map(|goods| goods.id.0).collect(),
            "target" => case.inside.targets.iter().map(|target| target.id.0).collect(),
            "file" if self.chance.one_in(2) => vec![],
            "file" => case.files.iter().map(|file| file.id.0).collect(),
            "amends" => case.amends.iter().map(|a| a.id.0).collect(),
            "escalation" => case.escalations.iter().map(|e| e.id.0).collect(),
            "talk" => case.talks.iter().map(|t| t.id.0).collect(),
            _ => contacts(),
        };
        let stray = self.chance.one_in(25);
        match self.chance.pick(&pool) {
            Some(id) if !stray => Rolled::Text(id.to_string()),
            _ => Rolled::Text(self.chance.id().to_string()),
        }
    }

    /// The mail that waits to leave.
    fn that_waits(&self, fields: Rolled) -> Rolled {
        let waits = self.facts.case.mails.waiting().next();
        waits.map_or(fields.clone(), |mail| fields.with("mail", text(mail.id)))
    }

    /// The fields as somebody would fill them who knows what they do.
    fn sensible(&mut self, word: &str, fields: Rolled) -> Rolled {
        let fields = fields.with("happened_at", Rolled::Nothing);
        let fields = match word {
            "open-case" => return self.opening(fields),
            "record-conversation" => return self.talk(fields),
            "add-option" => {
                let fields = fields.with("kind", "rework").with("confidence", "expected").with("legs", nothing());
                return fields
                    .with("arrives", self.ahead())
                    .with("what", "New ones by courier.")
                    .with("owed_quantity", Rolled::Nothing);
            }
            "lay-out-options" => fields.with("options", nothing()),
            "decide" => {
                let option =
                    self.facts.case.round().and_then(|r| self.chance.pick(&r.options)).map_or(Rolled::Nothing, text);
                return fields.with("option", option).with("words", "That one.");
            }
            "draft-plan" => self.plan(fields),
            "settle-step" => {
                let open = self.facts.case.plan.iter().flat_map(|p| &p.steps).find(|s| s.is_open());
                let fields = fields.with("outcome", "done").with("proof", "Signed for.");
                return open.map_or(fields.clone(), |s| fields.with("step", text(s.id)));
            }
            "answer-suggestion" => {
                let open = self.facts.case.standing_options().find(|o| o.from == Party::Customer && o.answer.is_none());
                return open.map_or(fields.clone(), |o| fields.with("option", text(o.id)).with("words", "Partly."));
            }
            "answer-question" => {
                let open = self.facts.case.questions.iter().find(|q| q.answer.is_none());
                return open.map_or(fields.clone(), |q| fields.with("question", text(q.id)).with("answer", "Friday."));
            }
            "answer-idea" => {
                let joint = &self.facts.case.joint;
                let open = joint.unanswered().next().or_else(|| joint.looked_into().next().map(|(idea, _)| idea));
                let fields = if self.chance.one_in(4) { fields } else { fields.with("became", "taken_up") };
                return open.map_or(fields.clone(), |i| fields.with("idea", text(i.id)).with("words", "We try it."));
            }
            "invite" => {
                let open = self.facts.case.joint.not_invited_yet().next();
                let fields = fields.with("words", "We speak with you first.");
                return open.map_or(fields.clone(), |i| fields.with("suggestion", text(i.id)));
            }
            "ask-for-word" => fields.with("way", "phone").with("to", Rolled::Nothing),
            "record-word" => return self.word(fields),
            "move-promise" => {
                let open = self.facts.case.open_promises().next();
                let fields = fields.with("words", "Thursday will do.");
                return open.map_or(fields.clone(), |p| fields.with("promise", text(p.id)));
            }
            "settle-promise" => {
                let owed = self.facts.case.owed_promises().next();
                let fields = fields.with("outcome", "kept").with("proof", "She has it.");
                return owed.map_or(fields.clone(), |p| fields.with("promise", text(p.id)));
            }
            "message-sent" | "message-undelivered" => return self.that_waits(fields),
            "advance-prevention" => return self.prevention(fields),
            _ if super::upstream::knows(word) => return super::upstream::sensible(word, fields, self.facts),
            "close" => fields.with("value", "Thank you.").with("commitment", "One list.").with("on_behalf", "yes"),
            "follow-up" if !self.chance.one_in(5) => fields.with("result", "ok").with("strength", Rolled::Nothing),
            _ => fields,
        };
        // What is left free stays as rolled; a text that matters is never blank.
        match word {
            "review" => {
                ["about_customer", "about_us", "improved", "lesson"].iter().fold(fields, |f, n| f.with(n, "Seen."))
            }
            _ => fields,
        }
    }

    fn opening(&mut self, fields: Rolled) -> Rolled {
        let small = self.chance.one_in(2);
        let impact = Rolled::Fields(vec![("dimension", "paperwork".into()), ("words", "We relabel.".into())]);
        let fields =
            fields.with("title", "The labels are old.").with("kind_text", "Labels").with("playbooks", nothing());
        let fields = fields.with("owner", Rolled::Nothing).with("contact", text(self.facts.account.contacts[0]));
        let fields = fields.with("recognised_at", Rolled::Nothing).with("written_at", Rolled::Nothing);
        if !small {
            return fields;
        }
        let fields = fields.with("kind", "paperwork").with("safety", "nobody").with("deadline", Rolled::Nothing);
        fields.with("impacts", Rolled::List(vec![impact]))
    }

    fn talk(&mut self, fields: Rolled) -> Rolled {
        let said = [
            ("reflect_back", "You relabel by hand."),
            ("had_their_say", "yes"),
            ("reflect_confirmed", "yes"),
            ("got_everything", "yes"),
            ("no_visit_reason", "distance"),
            ("worst_part", "The fair."),
            ("what_else", "Nothing."),
            ("led_to_this", "The list."),
            ("told_what_happened", "We took the old list."),
        ];
        let none =
            ["ended_at", "decision", "plan", "plan_agreed", "options_laid_out", "apology", "said_everything_possible"];
        let lists = ["options", "suggestions", "facts", "promises"];
        let fields = said.iter().fold(fields, |f, (name, value)| f.with(name, *value));
        let fields = none.iter().fold(fields, |f, name| f.with(name, Rolled::Nothing));
        let fields = lists.iter().fold(fields, |f, name| f.with(name, nothing()));
        let both = Rolled::Fields(vec![("we_see", "It is wrong.".into()), ("we_work", "We are on it.".into())]);
        let impact = Rolled::Fields(vec![("dimension", "paperwork".into()), ("words", "We relabel.".into())]);
        let before = self.facts.now.saturating_sub(SignedDuration::from_mins(12)).unwrap_or(self.facts.now);
        fields
            .with("acknowledgement", both)
            .with("impacts", Rolled::List(vec![impact]))
            .with("tone_start", Rolled::Nothing)
            .with("tone_end", Rolled::Whole(1 + self.chance.below(5).cast_signed()))
            .with("with", text(self.facts.account.contacts[0]))
            .with("started_at", moment(before))
            .with("next_contact_at", self.ahead())
    }

    fn plan(&mut self, fields: Rolled) -> Rolled {
        let step = |due| {
            Rolled::Fields(vec![
                ("party", "us".into()),
                ("owner", text(self.facts.case.team.owner)),
                ("owner_name", "".into()),
                ("kind", "fix".into()),
                ("text", "Send new ones.".into()),
                ("due", due),
                ("confirmed", "yes".into()),
            ])
        };
        let due = step(moment(self.facts.now.saturating_add(SignedDuration::from_hours(30)).unwrap_or(self.facts.now)));
        let fields = fields.with("steps", Rolled::List(vec![due])).with("customer_declined", "Just send them.");
        fields.with("no_prevention_because", "The list is new.")
    }

    fn word(&mut self, fields: Rolled) -> Rolled {
        let case = &self.facts.case;
        let settled = case.concerns.iter().map(|c| text(c.id)).collect();
        let met = if case.harm.deadline.is_some() { "yes".into() } else { Rolled::Nothing };
        let scores = ["outcome", "process", "people", "valued", "reassured", "most_important"];
        let fields = scores.iter().fold(fields, |f, name| f.with(name, Rolled::Nothing));
        let solved = if self.chance.one_in(4) { "no" } else { "yes" };
        let fields = fields.with("settled", Rolled::List(settled)).with("deadline_met", met).with("solved", solved);
        fields.with("by", text(self.facts.account.contacts[0])).with("words", "Said so.")
    }

    fn prevention(&mut self, fields: Rolled) -> Rolled {
        let next = match self.facts.case.prevention.state {
            Prevention::NotStarted if self.chance.one_in(2) => Prevention::NotNeeded,
            state => super::inside::next(state),
        };
        let answer = |q: &PreventionQuestion| {
            let yes = if *q == PreventionQuestion::Process { "yes" } else { "no" };
            Rolled::Fields(vec![("question", q.word().into()), ("answer", yes.into()), ("words", "Looked at.".into())])
        };
        let answers = Rolled::List(PreventionQuestion::ALL.iter().map(answer).collect());
        let fields = fields.with("to", next.word()).with("words", "Done.").with("cause", "Two lists in use.");
        fields
            .with("answers", answers)
            .with("letter", "One list since Monday.")
            .with("letter_declined_by", Rolled::Nothing)
    }

    fn ahead(&mut self) -> Rolled {
        let by = SignedDuration::from_mins(60 + self.chance.below(60 * 72).cast_signed());
        moment(self.facts.now.saturating_add(by).unwrap_or(self.facts.now))
    }
}

fn nothing() -> Rolled {
    Rolled::List(vec![])
}
fn text(id: impl std::fmt::Display) -> Rolled {
    Rolled::Text(id.to_string())
}
fn moment(at: Timestamp) -> Rolled {
    Rolled::Text(at.to_string())
}
