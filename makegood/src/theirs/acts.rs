//! What a contact may press on their page: each act is one of the ordinary commands, with what they need not and must not fill in.
use super::seen::Seen;
use casework::ids::ContactId;
use casework::kinds::Recovery;
use casework::parts::{Said, TakesPart};

/// One act of the page.
#[derive(Debug)]
pub struct Act {
    /// As it stands in the address.
    pub word: &'static str,
    /// The command that it asks for.
    pub command: &'static str,
    /// The field of the command that names who asks; empty where there is none.
    pub who: &'static str,
    /// What is settled before they write anything.
    pub settled: &'static [(&'static str, &'static str)],
}

const fn act(
    word: &'static str,
    command: &'static str,
    who: &'static str,
    settled: &'static [(&'static str, &'static str)],
) -> Act {
    Act { word, command, who, settled }
}

/// Every act, in the order of the page.
pub const ACTS: &[Act] = &[
    act("correct", "correct-us", "by", &[("about", "heard")]),
    act("add", "describe-harm", "", &[]),
    act("answer-news", "record-reaction", "by", &[]),
    act("choose", "decide", "by", &[]),
    act("none-fits", "decide", "by", &[]),
    act("propose", "counter-proposal", "by", &[]),
    act("ask", "ask-question", "", &[]),
    act("agree", "agree-plan", "by_customer", &[]),
    act("change-plan", "correct-us", "by", &[("about", "plan")]),
    act("step", "settle-step", "", &[]),
    act("led-to", "add-idea", "by", &[("about", "cause")]),
    act("prevent", "add-idea", "by", &[("about", "prevention")]),
    act("bring", "suggest-colleague", "by", &[]),
    act("step-back", "take-part", "by", &[]),
    act("join-again", "take-part", "by", &[("how", "joins")]),
    act("delivery", "change-delivery", "by", &[]),
    act("report-accept", "answer-report", "by", &[("answer", "accepted")]),
    act("report-ask", "answer-report", "by", &[("answer", "asks")]),
    act("solved", "record-word", "by", &[("solved", "yes"), ("way", "written")]),
    act("not-solved", "record-word", "by", &[("solved", "no"), ("way", "written")]),
    act("since-solved", "follow-up", "contact", &[]),
    act("open-again", "reopen", "contact", &[]),
    act("let-rest", "withdraw", "contact", &[]),
];

pub fn of(word: &str) -> Option<&'static Act> {
    ACTS.iter().find(|act| act.word == word)
}

impl Act {
    /// The pairs of the command: what they typed, with nothing in the fields that are not theirs to fill.
    pub fn pairs(&self, typed: Vec<(String, String)>, contact: ContactId) -> Vec<(String, String)> {
        let ours = |name: &str| name == self.who || self.settled.iter().any(|(settled, _)| *settled == name);
        let never = |name: &str| self.word == "none-fits" && name == "option";
        let mut pairs: Vec<_> = typed.into_iter().filter(|(name, _)| !ours(name) && !never(name)).collect();
        pairs.extend(self.settled.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        if !self.who.is_empty() {
            pairs.push((self.who.to_owned(), contact.to_string()));
        }
        pairs
    }
}

/// What is an answer to something that we ask.
const ASKED: &[&str] =
    &["answer-news", "choose", "none-fits", "agree", "step", "led-to", "prevent", "solved", "not-solved", "bring"];

/// Whether the page offers an act as things stand. The rule decides; this only spares them a door that is shut.
pub fn offered(seen: &Seen, word: &str) -> Said {
    let live = seen.stands.is_live();
    let over = matches!(
        seen.stands,
        Recovery::Solved | Recovery::Closed | Recovery::NoWord | Recovery::Withdrawn | Recovery::StillWorks
    );
    let open = seen.stands.is_open();
    let mine = seen.joint.mine;
    // Of somebody who would rather not take part nothing is asked; what they begin themselves stays theirs.
    if mine == TakesPart::NotAtAll && ASKED.contains(&word) {
        return Said::No;
    }
    let is = match word {
        "since-solved" => seen.stands == Recovery::Solved,
        "step-back" => mine != TakesPart::NotAtAll,
        "join-again" => mine != TakesPart::Joins,
        "open-again" => over && seen.stands != Recovery::NoWord,
        "let-rest" => live,
        "solved" | "not-solved" => seen.word_can_be_given == Said::Yes,
        "agree" => live && seen.plan.as_ref().is_some_and(|plan| plan.agreed_by_them.is_none()),
        "change-plan" => live && seen.plan.is_some(),
        "delivery" => live && seen.plan.as_ref().is_some_and(|plan| plan.agreed_by_them.is_some()),
        "none-fits" => live && seen.ways.iter().any(|way| way.can_be_chosen == Said::Yes),
        "answer-news" => live && seen.news.is_some(),
        "report-accept" | "report-ask" => !seen.reports.is_empty(),
        "correct" | "add" | "propose" => live,
        _ => open,
    };
    if is { Said::Yes } else { Said::No }
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::Command;
    use casework::rights::Whose;

    #[test]
    fn every_act_is_a_command_that_a_contact_may_ask() {
        for act in ACTS {
            assert_eq!(Command::whose_of(act.command), Whose::TheirsToo, "{}", act.word);
        }
    }

    #[test]
    fn nobody_fills_in_who_asks_or_what_is_settled() {
        let contact = ContactId(uuid::Uuid::from_u128(7));
        let sent = [("by", "somebody else"), ("solved", "no"), ("option", "x"), ("words", "Fine.")];
        let sent = || sent.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect::<Vec<_>>();
        let pairs = of("solved").unwrap().pairs(sent(), contact);
        assert!(
            pairs.contains(&("by".into(), contact.to_string())) && pairs.contains(&("solved".into(), "yes".into()))
        );
        assert_eq!(pairs.iter().filter(|(name, _)| name == "by" || name == "solved").count(), 2);
        assert!(!of("none-fits").unwrap().pairs(sent(), contact).iter().any(|(name, _)| name == "option"));
    }
}
